// SPDX-License-Identifier: MulanPSL-2.0
#include "catalogue.h"
#include "checks.h"
#include "cliprogram.h"
#include "exactwords.h"
#include "reportjson.h"
#include "testreports.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <unistd.h>

using namespace nianbao;
using test::Run;
using test::run;

namespace {

QString json(const QString &name)
{
    return QStringLiteral(TEST_DATA_DIR "/reports/") + name + QStringLiteral(".json");
}

QStringList rules(const QByteArray &checked)
{
    QStringList list;
    for (const QJsonValue &finding :
        QJsonDocument::fromJson(checked).object().value(QStringLiteral("findings")).toArray())
        list.append(finding.toObject().value(QStringLiteral("rule")).toString());
    return list;
}

/// All but white space and the lines with page numbers, as a search sees it.
QString searchable(const QByteArray &raw)
{
    QString text;
    for (const QString &line : QString::fromUtf8(raw).replace(u'\f', u'\n').split(u'\n')) {
        static const QRegularExpression pageNumber(QStringLiteral("^\\s*—\\s*\\d+\\s*—\\s*$"));
        if (!pageNumber.match(line).hasMatch())
            text += line;
    }
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

} // namespace

Q_DECLARE_METATYPE(nianbao::Language)

class CommandsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// What was said, the folder of this run as %.
    QString words(const QByteArray &said) const
    {
        return QString::fromUtf8(said).trimmed().replace(m_folder.path(), QStringLiteral("%"));
    }
    QString made(const QString &name)
    {
        const QString file = path(name + QStringLiteral(".nianbao"));
        const Run done = run(
            {QStringLiteral("new"), file, QStringLiteral("--from"), json(name), QStringLiteral("--force")});
        if (done.exit != 0)
            qFatal("%s", done.err.constData());
        return file;
    }

private Q_SLOTS:
    void anExportNeverReplacesAReport_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("link"); // soft, hard or none
        QTest::newRow("itself") << QString() << QString();
        QTest::newRow("through a link") << QStringLiteral("link.json") << QStringLiteral("soft");
        QTest::newRow("through a second name") << QStringLiteral("second.pdf") << QStringLiteral("hard");
        QTest::newRow("its lock") << QStringLiteral(".suqian-2023.nianbao.lock") << QString();
        QTest::newRow("its journal") << QStringLiteral("suqian-2023.nianbao-journal") << QString();
        QTest::newRow("another report") << QStringLiteral("other.nianbao") << QStringLiteral("copy");
    }
    void anExportNeverReplacesAReport()
    {
        QFETCH(QString, name);
        QFETCH(QString, link);
        const QString file = made(QStringLiteral("suqian-2023"));
        const QByteArray before = test::readFile(file);
        const QString target = name.isEmpty() ? file : path(name);
        if (name != QString())
            QFile::remove(target);
        if (link == u"soft")
            QVERIFY(QFile::link(file, target));
        if (link == u"hard")
            QCOMPARE(::link(QFile::encodeName(file).constData(), QFile::encodeName(target).constData()), 0);
        if (link == u"copy")
            QVERIFY(QFile::copy(file, target));
        const Run done = run({QStringLiteral("export"), file, target});
        QCOMPARE(done.exit, 2);
        QVERIFY2(done.err.contains(QFileInfo(target).fileName().toUtf8()), done.err.constData());
        QCOMPARE(test::readFile(file), before);
        if (link == u"copy")
            QCOMPARE(test::readFile(target), before);
        if (!name.isEmpty())
            QFile::remove(target);
    }

    /// Found, said at the export, and not called PDF/A.
    void aCharacterWithoutAGlyphIsSaid()
    {
        QJsonObject root
            = QJsonDocument::fromJson(test::readFile(json(QStringLiteral("suqian-2023")))).object();
        root.insert(QStringLiteral("introduction"), QStringLiteral("本报告😀\u2066如下。"));
        QFile source(path(QStringLiteral("emoji.json")));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(QJsonDocument(root).toJson());
        source.close();
        const QString file = path(QStringLiteral("emoji.nianbao"));
        const Run made = run({QStringLiteral("new"), file, QStringLiteral("--from"), source.fileName()});
        QCOMPARE(made.exit, 0);
        QVERIFY2(made.err.contains("introduction: U+2066"), made.err.constData());
        QVERIFY(rules(run({QStringLiteral("check"), file, QStringLiteral("--json")}).out)
                    .contains(QStringLiteral("GLYPH")));
        const QString pdf = path(QStringLiteral("emoji.pdf"));
        const Run done = run({QStringLiteral("export"), file, pdf, QStringLiteral("--pdfa")});
        QCOMPARE(done.exit, 0);
        QVERIFY2(done.err.contains("U+1F600") && done.err.contains("PDF/A"), done.err.constData());
        QVERIFY(!test::readFile(pdf).contains("pdfaid:part"));
    }

    /// Where no font is there is no page: an error that says what to install, and no file.
    void withoutFontsNothingIsWritten()
    {
        QFile config(path(QStringLiteral("fonts.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>");
        config.close();
        const QString file = made(QStringLiteral("suqian-2023"));
        for (const char *paper : {"report", "review", "checks", "signoff"}) {
            const QString pdf = path(QStringLiteral("no-font.pdf"));
            const Run done
                = run({QStringLiteral("export"), file, pdf, QStringLiteral("--paper"), QLatin1String(paper)},
                    {{QStringLiteral("FONTCONFIG_FILE"), config.fileName()}});
            QCOMPARE(done.exit, 2);
            QVERIFY2(done.err.contains("fonts-noto-cjk"), done.err.constData());
            QVERIFY(!QFileInfo::exists(pdf));
        }
    }

    void everyReportComesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : test::sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyReportComesBack()
    {
        QFETCH(QString, name);
        const QString file = made(name);
        const QString out = path(name + QStringLiteral("-out.json"));
        QCOMPARE(run({QStringLiteral("export"), file, out}).exit, 0);
        const auto exported = reportFromJson(test::readFile(out));
        QVERIFY(exported);
        QVERIFY(exported->report == test::sampleReport(name));

        const QString pdf = path(name + QStringLiteral(".pdf"));
        QCOMPARE(run({QStringLiteral("export"), file, pdf}).exit, 0);
        QProcess extract;
        extract.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
        QVERIFY2(extract.waitForFinished(), "pdftotext of poppler-utils is needed");
        const QString text = searchable(extract.readAllStandardOutput());
        const Report &report = exported->report;
        QStringList wanted = report.fact(fact::kIntroduction).split(u'\n');
        for (const SectionSpec &section : report.spec().sections) {
            wanted.append(section.heading());
            for (const SubSection &sub : report.subSections(section.id))
                wanted += QStringList{sub.heading} + sub.text.split(u'\n');
        }
        for (const TableSpec &table : report.spec().tables) {
            for (const GridCell &cell : table.grid)
                wanted.append(cell.stacked ? QString() : cell.text);
        }
        for (QString words : wanted) {
            words.remove(QRegularExpression(QStringLiteral("\\s")));
            QVERIFY2(text.contains(words), qPrintable(words));
        }
        for (const QChar c : text)
            QVERIFY(c.unicode() < 0x2E80 || c.unicode() > 0x2FDF); // Kangxi radicals in place of hanzi
    }

    void checkFinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<int>("exit");
        QTest::newRow("two dispute totals")
            << QStringLiteral("hongze-2023")
            << QStringList{QStringLiteral("DIS-SUM"), QStringLiteral("DIS-SUM"), QStringLiteral("FORM-OLD"),
                   QStringLiteral("SEC-LENGTH")}
            << 1;
        QTest::newRow("one blank cell") << QStringLiteral("zhangcun-2021")
                                        << QStringList{QStringLiteral("CELL-BLANK"),
                                               QStringLiteral("FORM-OLD"), QStringLiteral("SEC-LENGTH")}
                                        << 1;
        QTest::newRow("nothing") << QStringLiteral("suqian-2023") << QStringList{QStringLiteral("SEC-LENGTH")}
                                 << 0;
    }
    void checkFinds()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, expected);
        QFETCH(int, exit);
        const Run checked = run({QStringLiteral("check"), made(name), QStringLiteral("--json")});
        QCOMPARE(checked.exit, exit);
        QCOMPARE(rules(checked.out), expected);
    }

    /// Nine errors would be true, and no help.
    void aReportThatIsNotStartedIsToldSo()
    {
        const QString file = path(QStringLiteral("blank.nianbao"));
        QCOMPARE(
            run({QStringLiteral("new"), file, QStringLiteral("--organisation"),
                    QStringLiteral("清河县柳林镇人民政府"), QStringLiteral("--year"), QStringLiteral("2024")})
                .exit,
            0);
        const Run said = run({QStringLiteral("check"), file, QStringLiteral("--language=zh_CN")});
        QCOMPARE(said.exit, 1);
        QCOMPARE(QString::fromUtf8(said.out).trimmed(), QStringLiteral("结论：表格和正文未开始填写"));
        const auto json = QJsonDocument::fromJson(
            run({QStringLiteral("check"), file, QStringLiteral("--json"), QStringLiteral("--language=en")})
                .out)
                              .object();
        QCOMPARE(json[QStringLiteral("verdict")].toString(), QStringLiteral("fail"));
        QCOMPARE(json[QStringLiteral("summary")].toString(), QStringLiteral("Tables and texts not started"));
        QCOMPARE(
            run({QStringLiteral("set"), file, QStringLiteral("disclosure.normative.in_force=421")}).exit, 0);
        const QString begun
            = QString::fromUtf8(run({QStringLiteral("check"), file, QStringLiteral("--language=zh_CN")}).out);
        QVERIFY2(begun.contains(QStringLiteral("结论：数据有误 3 处，其他错误 5 处")), qPrintable(begun));
    }

    void lastYearIsCompared()
    {
        const QString last = made(QStringLiteral("suqian-2023"));
        const QString file = path(QStringLiteral("with-prior.nianbao"));
        QCOMPARE(run({QStringLiteral("new"), file, QStringLiteral("--from"),
                         json(QStringLiteral("suqian-2024")), QStringLiteral("--prior"), last})
                     .exit,
            0);
        QVERIFY(!rules(run({QStringLiteral("check"), file, QStringLiteral("--json")}).out)
                     .contains(QStringLiteral("IN-FORCE")));
        QCOMPARE(
            run({QStringLiteral("set"), file, QStringLiteral("disclosure.normative.in_force=421")}).exit, 0);
        const QStringList found = rules(run({QStringLiteral("check"), file, QStringLiteral("--json")}).out);
        QCOMPARE(found.count(QStringLiteral("IN-FORCE")), 1);
        QVERIFY(found.contains(QStringLiteral("JUMP")));
        const auto info
            = QJsonDocument::fromJson(run({QStringLiteral("info"), file, QStringLiteral("--json")}).out)
                  .object();
        QCOMPARE(info.value(QStringLiteral("prior_year")).toInt(), 2023);
        QCOMPARE(info.value(QStringLiteral("verdict")).toString(), QStringLiteral("explain"));
    }

    void infoTellsTheState()
    {
        const QString file = path(QStringLiteral("state.nianbao"));
        QCOMPARE(run({QStringLiteral("new"), file, QStringLiteral("--force"), QStringLiteral("--from"),
                         json(QStringLiteral("suqian-2023"))})
                     .exit,
            0);
        const QString said
            = QString::fromUtf8(run({QStringLiteral("info"), file, QStringLiteral("--language=zh_CN")}).out);
        QVERIFY2(said.contains(QStringLiteral("状态：起草中")), qPrintable(said));
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("cells");
        const auto row = [](const char *name, const QStringList &cells) { QTest::newRow(name) << cells; };
        row("a computed cell", {QStringLiteral("requests.received.total=5")});
        row("an unknown cell", {QStringLiteral("requests.received.dog=5")});
        row("a negative count", {QStringLiteral("requests.received.individual=-1")});
        row("a fraction of a case", {QStringLiteral("requests.received.individual=0.5")});
        row("a text", {QStringLiteral("requests.received.individual=many")});
        row("two figures", {QStringLiteral("requests.received.individual=3 5")});
        row("a figure and one with a unit", {QStringLiteral("requests.received.individual=1 2件")});
        row("two lines", {QStringLiteral("requests.received.individual=3\n4")});
        row("a mark", {QStringLiteral("requests.received.individual=－")});
        row("thirteen digits", {QStringLiteral("requests.received.individual=1234567890123")});
        row("no assignment", {QStringLiteral("requests.received.individual")});
        row("one bad among good",
            {QStringLiteral("requests.received.individual=5"), QStringLiteral("a.b.c=1")});
    }
    void refusals()
    {
        QFETCH(QStringList, cells);
        const QString file = made(QStringLiteral("suqian-2023"));
        const QByteArray before = test::readFile(file);
        const Run done = run(QStringList{QStringLiteral("set"), file} + cells);
        QCOMPARE(done.exit, 2);
        QCOMPARE(done.err.trimmed().count('\n'), 0);
        QVERIFY(test::isSaidExactly(QStringLiteral("commands"), words(done.err)));
        QVERIFY(done.out.isEmpty());
        QCOMPARE(test::readFile(file), before);
    }

    void setTakesANoteWithItsFigure()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        QCOMPARE(run({QStringLiteral("set"), file,
                         QStringLiteral("disclosure.normative.issued=22（其中修订16件）")})
                     .exit,
            0);
        const QString out = path(QStringLiteral("noted.json"));
        QCOMPARE(run({QStringLiteral("export"), file, out}).exit, 0);
        const auto exported = reportFromJson(test::readFile(out));
        const CellId cell(QStringLiteral("disclosure.normative.issued"));
        QCOMPARE(exported->report.value(cell)->toString(), QStringLiteral("22"));
        QCOMPARE(exported->report.note(cell), QStringLiteral("其中修订16件"));
    }

    void theLanguageStandsAnywhere_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row
            = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
        const QString option = QStringLiteral("--language");
        const QString en = QStringLiteral("en");
        const QString command = QStringLiteral("rules");
        row("before", {option, en, command});
        row("before, in one", {QStringLiteral("--language=en"), command});
        row("behind", {command, option, en});
        row("behind, in one", {command, QStringLiteral("--language=en")});
        row("the last one holds", {option, QStringLiteral("zh_CN"), command, option, en});
    }
    void theLanguageStandsAnywhere()
    {
        QFETCH(QStringList, arguments);
        const Run done = run(arguments);
        QCOMPARE(done.exit, 0);
        QVERIFY2(done.out.contains("Blank cells"), done.out.constData());
        QVERIFY(run({QStringLiteral("rules")}).out.contains("空"));
    }

    void nothingATerminalObeysIsPrinted()
    {
        const QString evil = QStringLiteral("甲\x1b[2J\x1b]0;x\x07\u009b31m\u202e\r\n镇");
        QJsonObject root
            = QJsonDocument::fromJson(test::readFile(json(QStringLiteral("suqian-2023")))).object();
        root.insert(QStringLiteral("title"), evil);
        root.insert(evil, 1); // an unknown key is told
        const QString source = path(QStringLiteral("evil.json"));
        QFile file(source);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(QJsonDocument(root).toJson()) > 0);
        file.close();
        const QString report = path(QStringLiteral("evil.nianbao"));
        const QString language = QStringLiteral("--language=en");
        for (const QStringList &arguments :
            {QStringList{QStringLiteral("new"), report, QStringLiteral("--from"), source},
                QStringList{QStringLiteral("info"), report},
                QStringList{QStringLiteral("info"), report, QStringLiteral("--json")},
                QStringList{QStringLiteral("check"), report},
                QStringList{QStringLiteral("check"), report, QStringLiteral("--json")},
                QStringList{QStringLiteral("info"), evil}, QStringList{evil},
                QStringList{QStringLiteral("set"), report, evil}}) {
            const Run done = run(arguments + QStringList{language});
            for (const QChar c : QString::fromUtf8(done.out + done.err))
                QVERIFY2(c == u'\n'
                        || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format),
                    qPrintable(arguments.join(u' ')));
        }
    }

    void anEmptyNameIsAnErrorThatIsFound()
    {
        QCOMPARE(run({QStringLiteral("new"), path(QStringLiteral("nameless.nianbao")),
                         QStringLiteral("--organisation"), QStringLiteral(" "), QStringLiteral("--year"),
                         QStringLiteral("2025")})
                     .exit,
            2);
        const QString source = path(QStringLiteral("nameless.json"));
        QFile file(source);
        QVERIFY(file.open(QFile::WriteOnly)
            && file.write(
                   R"({"format": "nianbao-report", "version": 1, "year": 2025, "organisation": {"name": ""}})")
                > 0);
        file.close();
        const QString report = path(QStringLiteral("nameless.nianbao"));
        QCOMPARE(run({QStringLiteral("new"), report, QStringLiteral("--from"), source}).exit, 0);
        const Run checked = run({QStringLiteral("check"), report, QStringLiteral("--json")});
        QCOMPARE(checked.exit, 1);
        QVERIFY(rules(checked.out).contains(QStringLiteral("NAME-EMPTY")));
    }

    void setMakesBlankToo()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        QCOMPARE(run({QStringLiteral("set"), file, QStringLiteral("disputes.direct.other="),
                         QStringLiteral("disclosure.fees.amount=59237.2450")})
                     .exit,
            0);
        const Run checked = run({QStringLiteral("check"), file, QStringLiteral("--json")});
        QCOMPARE(checked.exit, 1);
        QCOMPARE(
            rules(checked.out), (QStringList{QStringLiteral("CELL-BLANK"), QStringLiteral("SEC-LENGTH")}));
    }

    void theRulesAreListed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Language>("language");
        QTest::newRow("in Chinese") << QStringLiteral("zh_CN") << Language::Chinese;
        QTest::newRow("in English") << QStringLiteral("en") << Language::English;
    }
    void theRulesAreListed()
    {
        QFETCH(QString, name);
        QFETCH(Language, language);
        const QString option = QStringLiteral("--language=") + name;
        const Run listed = run({QStringLiteral("rules"), QStringLiteral("--json"), option});
        QCOMPARE(listed.exit, 0);
        const QJsonArray rules = QJsonDocument::fromJson(listed.out).array();
        const RuleSet catalogue;
        QCOMPARE(rules.size(), catalogue.rules().size());
        const QString printed = QString::fromUtf8(run({QStringLiteral("rules"), option}).out);
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const Rule &rule = *catalogue.rules()[i];
            const auto value = [&](const char *key) { return rules[i][QLatin1String(key)].toString(); };
            QCOMPARE(value("id"), QLatin1String(rule.id));
            QCOMPARE(value("level"), toString(rule.level));
            QCOMPARE(value("group"), title(rule.group).in(language));
            QCOMPARE(value("title"), Phrase(wordingOf(rule).title).in(language));
            QCOMPARE(value("text"), Phrase(wordingOf(rule).text).in(language));
            QCOMPARE(value("example"), QString(wordingOf(rule).wrong).replace(u'\n', u' '));
            QCOMPARE(value("right"), QString(wordingOf(rule).right).replace(u'\n', u' '));
            for (const char *key : {"id", "level", "title", "text", "example", "right"})
                QVERIFY2(printed.contains(value(key)), rule.id);
        }
    }

    /// Every new report has one, what is said to be one keeps its own, and so does every copy.
    void whichReportItIs()
    {
        const auto idOf = [](const QString &file) {
            const QByteArray said = run({QStringLiteral("info"), file, QStringLiteral("--json")}).out;
            const QString id = QJsonDocument::fromJson(said).object()[QStringLiteral("id")].toString();
            const Run words = run({QStringLiteral("info"), file});
            return words.out.contains(id.toUtf8()) ? id : QString();
        };
        const auto make = [](const QString &file, const QStringList &how) {
            const Run done = run(QStringList{QStringLiteral("new"), file, QStringLiteral("--force")} + how);
            if (done.exit != 0)
                qFatal("%s", done.err.constData());
            return file;
        };
        const QString first = make(path(QStringLiteral("id1.nianbao")),
            {QStringLiteral("--from"), json(QStringLiteral("suqian-2023"))});
        const QString second = make(path(QStringLiteral("id2.nianbao")),
            {QStringLiteral("--from"), json(QStringLiteral("suqian-2023"))});
        const QString id = idOf(first);
        QVERIFY(!QUuid::fromString(id).isNull());
        QVERIFY(idOf(second) != id);
        QCOMPARE(
            run({QStringLiteral("set"), first, QStringLiteral("requests.received.individual=3")}).exit, 0);
        QCOMPARE(idOf(first), id);
        const QString copy = path(QStringLiteral("id-copy.nianbao"));
        QVERIFY(QFile::copy(first, copy));
        QCOMPARE(idOf(copy), id);
        const QString exported = path(QStringLiteral("id.json"));
        QCOMPARE(run({QStringLiteral("export"), first, exported}).exit, 0);
        QCOMPARE(idOf(make(second, {QStringLiteral("--from"), exported})), id);
        QVERIFY(idOf(make(second, {QStringLiteral("--base"), first})) != id);
        QVERIFY(idOf(make(second,
                    {QStringLiteral("--organisation"), QStringLiteral("柳林镇人民政府"),
                        QStringLiteral("--year"), QStringLiteral("2024"), QStringLiteral("--prior"), first}))
            != id);
    }

    void theHistoryIsListedAndTheReportAsItWasWritten()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        const QString cell = QStringLiteral("disclosure.normative.in_force");
        const QString before = path(QStringLiteral("before.json"));
        QCOMPARE(run({QStringLiteral("export"), file, before}).exit, 0);
        const auto history = [&file] {
            const Run listed = run({QStringLiteral("history"), file, QStringLiteral("--json")});
            return listed.exit == 0 ? QJsonDocument::fromJson(listed.out).array() : QJsonArray{-1};
        };
        QCOMPARE(history().size(), 0);
        for (const char *value : {"421", "422", ""})
            QCOMPARE(run({QStringLiteral("set"), file, cell + u'=' + QLatin1String(value)}).exit, 0);
        QCOMPARE(run({QStringLiteral("set"), file, cell + QStringLiteral("=5"),
                         QStringLiteral("requests.received.individual=6")})
                     .exit,
            0);
        const QByteArray bytes = test::readFile(file);
        const auto rows = history();
        QCOMPARE(rows.size(), 4);
        const QJsonObject second = rows[1].toObject();
        QCOMPARE(second.keys(),
            (QStringList{QStringLiteral("at"), QStringLiteral("id"), QStringLiteral("move"),
                QStringLiteral("new"), QStringLiteral("old"), QStringLiteral("places"),
                QStringLiteral("what"), QStringLiteral("who")}));
        QCOMPARE(second[QStringLiteral("id")].toInt(), 2);
        QCOMPARE(second[QStringLiteral("places")].toArray(), QJsonArray{cell});
        QCOMPARE(second[QStringLiteral("old")].toString(), QStringLiteral("421"));
        QCOMPARE(second[QStringLiteral("new")].toString(), QStringLiteral("422"));
        QVERIFY(second[QStringLiteral("move")].isNull());
        QVERIFY(rows[2][QStringLiteral("new")].isNull());
        QCOMPARE(rows[3][QStringLiteral("places")].toArray().size(), 2);
        QCOMPARE(
            rows[3][QStringLiteral("new")].toArray(), (QJsonArray{QStringLiteral("5"), QStringLiteral("6")}));
        const Run words = run({QStringLiteral("history"), file});
        QCOMPARE(words.out.count('\n'), 4);
        QVERIFY2(words.out.contains((cell + QStringLiteral(": 421 → 422")).toUtf8()), words.out.constData());

        const QString out = path(QStringLiteral("then.json"));
        const auto at = [&](const QString &row) {
            return run({QStringLiteral("history"), file, QStringLiteral("--at"), row, out});
        };
        QCOMPARE(at(QStringLiteral("0")).exit, 0);
        QCOMPARE(test::readFile(out), test::readFile(before));
        QCOMPARE(at(QStringLiteral("1")).exit, 0);
        QVERIFY(test::readFile(out).contains("\"in_force\": 421"));
        QFile::remove(out);
        const Run none = at(QStringLiteral("9"));
        QCOMPARE(none.exit, 2);
        QCOMPARE(this->words(none.err),
            QStringLiteral("nianbao-cli: %/suqian-2023.nianbao 的历史中没有第 9 行；用 nianbao-cli history "
                           "可以列出各行。"));
        QVERIFY(!QFile::exists(out));
        QCOMPARE(test::readFile(file), bytes); // looking changes no byte

        const QString next
            = path(QStringLiteral("fresh.nianbao")); // neither a new file nor next year's takes it along
        for (const char *way : {"--from", "--base"}) {
            QCOMPARE(
                run({QStringLiteral("new"), next, QLatin1String(way), file, QStringLiteral("--force")}).exit,
                0);
            QCOMPARE(run({QStringLiteral("history"), next, QStringLiteral("--json")}).out.trimmed(),
                QByteArray("[\n]"));
        }
    }

    /// Town and district can tell whether they judge alike.
    void theRulesOfTheLastHandAreInTheFile()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        const auto asked = [&](const char *command, const QMap<QString, QString> &more = {}) {
            const Run done = run({QLatin1String(command), file, QStringLiteral("--json")}, more);
            return QJsonDocument::fromJson(done.out)[QStringLiteral("rules")].toString();
        };
        const QString own = RuleSet().fingerprint();
        QCOMPARE(asked("info"), own);
        QCOMPARE(asked("check"), own);
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("config/nianbao")));
        QFile words(path(QStringLiteral("config/nianbao/words.json")));
        QVERIFY(words.open(QFile::WriteOnly) && words.write(R"({"templates": ["TODO"]})") > 0);
        words.close();
        const QMap<QString, QString> office{
            {QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config"))}};
        const QString theirs = asked("check", office);
        QVERIFY(theirs != own && theirs.size() == own.size());
        QCOMPARE(asked("info", office), own); // who looks does not write
        QCOMPARE(
            run({QStringLiteral("set"), file, QStringLiteral("requests.received.other=77")}, office).exit, 0);
        QCOMPARE(asked("info"), theirs);
    }

    void lastYearIsTheGroundOfTheNext()
    {
        const QString file = path(QStringLiteral("base.nianbao"));
        QCOMPARE(
            run({QStringLiteral("new"), file, QStringLiteral("--base"), json(QStringLiteral("suqian-2023"))})
                .exit,
            0);
        const auto info
            = QJsonDocument::fromJson(run({QStringLiteral("info"), file, QStringLiteral("--json")}).out)
                  .object();
        QCOMPARE(info[QStringLiteral("year")].toInt(), 2024);
        QCOMPARE(info[QStringLiteral("prior_year")].toInt(), 2023);
        QCOMPARE(info[QStringLiteral("cells")].toObject()[QStringLiteral("filled")].toInt(), 0);
        QCOMPARE(
            run({QStringLiteral("new"), file, QStringLiteral("--base"), json(QStringLiteral("suqian-2023")),
                    QStringLiteral("--year"), QStringLiteral("2024"), QStringLiteral("--force")})
                .exit,
            2);
    }

    void whatCannotBeDone_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row
            = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
        row("no such command", {QStringLiteral("dance")});
        row("no file", {QStringLiteral("info"), QStringLiteral("nowhere.nianbao")});
        row("too few arguments", {QStringLiteral("export")});
        row("a row without a place to write to",
            {QStringLiteral("history"), QStringLiteral("%/x.nianbao"), QStringLiteral("--at"),
                QStringLiteral("1")});
        row("a place to write to without a row",
            {QStringLiteral("history"), QStringLiteral("%/x.nianbao"), QStringLiteral("%/x.json")});
        row("a row that is no number",
            {QStringLiteral("history"), QStringLiteral("%/x.nianbao"), QStringLiteral("%/x.json"),
                QStringLiteral("--at"), QStringLiteral("first")});
        row("unknown option", {QStringLiteral("forms"), QStringLiteral("--xml")});
        row("unknown form",
            {QStringLiteral("new"), QStringLiteral("%/x.nianbao"), QStringLiteral("--organisation"),
                QStringLiteral("甲镇"), QStringLiteral("--year"), QStringLiteral("2025"),
                QStringLiteral("--form"), QStringLiteral("1999")});
        row("no year",
            {QStringLiteral("new"), QStringLiteral("%/x.nianbao"), QStringLiteral("--organisation"),
                QStringLiteral("甲镇")});
        row("a folder that is not there",
            {QStringLiteral("new"), QStringLiteral("%/no/x.nianbao"), QStringLiteral("--from"),
                json(QStringLiteral("suqian-2023"))});
    }
    void whatCannotBeDone()
    {
        QFETCH(QStringList, arguments);
        const auto before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        arguments.replaceInStrings(QStringLiteral("%"), m_folder.path());
        const Run done = run(arguments);
        QCOMPARE(done.exit, 2);
        QCOMPARE(done.err.trimmed().count('\n'), 0);
        QVERIFY(test::isSaidExactly(QStringLiteral("commands"), words(done.err)));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

    void papersAreExported()
    {
        const QString file = made(QStringLiteral("hongze-2023"));
        const QString pdf = m_folder.filePath(QStringLiteral("paper.pdf"));
        const auto exported = [&](const QStringList &options) {
            QFile::remove(pdf);
            return run(QStringList{QStringLiteral("export"), file, pdf} + options);
        };
        QList<QByteArray> all;
        for (const char *paper : {"report", "review", "checks", "signoff"}) {
            QCOMPARE(exported({QStringLiteral("--paper"), QLatin1String(paper)}).exit, 0);
            all.append(test::readFile(pdf));
            QVERIFY(all.last().startsWith("%PDF-1.7"));
            QCOMPARE(all.count(all.last()), 1);
        }
        for (const char *option : {"--fill", "--cover", "--pdfa", "--no-draft-mark", "--author=张三"}) {
            QCOMPARE(exported({QString::fromUtf8(option)}).exit, 0);
            QVERIFY2(!all.contains(test::readFile(pdf)), option); // it makes a difference
        }
        const Run unknown = exported({QStringLiteral("--paper"), QStringLiteral("poster")});
        QCOMPARE(unknown.exit, 2);
        QVERIFY(unknown.err.contains("poster"));
        QVERIFY(!QFile::exists(pdf));
    }

    /// The manuscript as text: a row of a table a line, its cells between tabs, a blank cell empty.
    void theTextIsExported()
    {
        const QString file = made(QStringLiteral("zhangcun-2021"));
        QCOMPARE(run({QStringLiteral("set"), file, QStringLiteral("disclosure.licences.decisions=372"),
                         QStringLiteral("requests.received.business=")})
                     .exit,
            0);
        const QString text = path(QStringLiteral("报告.txt"));
        QCOMPARE(run({QStringLiteral("export"), file, text}).exit, 0);
        const QStringList lines = QString::fromUtf8(test::readFile(text)).split(u'\n');
        QCOMPARE(lines.first(), QStringLiteral("威海市环翠区张村镇2021年政府信息公开工作年度报告"));
        QVERIFY(lines.contains(QStringLiteral("行政许可\t372\t\t")));
        QVERIFY(lines.contains(QStringLiteral("一、本年新收政府信息公开申请数量\t\t\t0\t\t0\t0\t0\t0\t0")));
        QCOMPARE(
            run({QStringLiteral("export"), file, text, QStringLiteral("--paper"), QStringLiteral("checks")})
                .exit,
            0);
        QVERIFY(test::readFile(text).contains(
            "\n表三\t商业企业\t新收 （空） ＋ 上年结转 0 ＝ 办结 0 ＋ 结转下年 0\t有空格\n"));
    }

    void newNeverReplacesUnasked()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        const QByteArray before = test::readFile(file);
        QCOMPARE(
            run({QStringLiteral("new"), file, QStringLiteral("--from"), json(QStringLiteral("hongze-2023"))})
                .exit,
            2);
        QCOMPARE(test::readFile(file), before);
    }

    void aReportThatSomebodyHasOpen()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        const QString lock = path(QStringLiteral(".suqian-2023.nianbao.lock"));
        QFile held(lock);
        QVERIFY(held.open(QIODevice::WriteOnly));
        held.write("{\"name\":\"李强\",\"host\":\"镇长室\",\"pid\":1,\"time\":\"2022-01-09T17:05:00\"}");
        held.close();
        const QByteArray before = test::readFile(file);
        const QStringList set{
            QStringLiteral("set"), file, QStringLiteral("disclosure.normative.in_force=421")};
        const Run refused = run(set);
        QCOMPARE(refused.exit, 2);
        for (const char *word : {"李强@镇长室", ".suqian-2023.nianbao.lock", "--take-over"})
            QVERIFY2(refused.err.contains(word), refused.err.constData());
        QCOMPARE(test::readFile(file), before);
        QCOMPARE(run(set + QStringList{QStringLiteral("--take-over")}).exit, 0);
        QVERIFY(test::readFile(file) != before);
        QVERIFY(!QFile::exists(lock));
    }

    void filesAsUrls()
    {
        const QString file = made(QStringLiteral("suqian-2023"));
        const QString url = QStringLiteral("file://") + file;
        QCOMPARE(run({QStringLiteral("info"), url}).exit, 0);
        const QString out = path(QStringLiteral("by-url.nianbao"));
        QCOMPARE(run({QStringLiteral("new"), QStringLiteral("file://") + out,
                         QStringLiteral("--from=file://") + json(QStringLiteral("suqian-2023"))})
                     .exit,
            0);
        QVERIFY(QFile::exists(out));
    }

    void namesThatCannotBe_data()
    {
        QTest::addColumn<QString>("command"); // of a shell: bytes that no text has
        QTest::addColumn<QString>("words");
        const QString notUtf8 = QStringLiteral("UTF-8");
        QTest::newRow("no UTF-8, read")
            << QStringLiteral("info \"$(printf '\\304\\352.nianbao')\"") << notUtf8;
        QTest::newRow("no UTF-8, made")
            << QStringLiteral("new \"$(printf '\\304\\352.nianbao')\" --organisation=X --year=2025")
            << notUtf8;
        QTest::newRow("no UTF-8, exported to")
            << QStringLiteral("export a.nianbao \"$(printf '\\304\\352.pdf')\"") << notUtf8;
        QTest::newRow("too long, made")
            << QStringLiteral("new %1.nianbao --organisation=X --year=2025").arg(QString(70, u'长'))
            << QStringLiteral("太长");
    }

    void namesThatCannotBe()
    {
        QFETCH(QString, command);
        QFETCH(QString, words);
        QTemporaryDir folder;
        QVERIFY(
            QFile::copy(made(QStringLiteral("suqian-2023")), folder.filePath(QStringLiteral("a.nianbao"))));
        QVERIFY(QProcess::execute(QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                        QStringLiteral("cp \"$0/a.nianbao\" \"$0/$(printf '\\304\\352.nianbao')\""),
                        folder.path()})
            == 0);
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.start(QStringLiteral("sh"),
            {QStringLiteral("-c"),
                QCoreApplication::applicationDirPath() + QStringLiteral("/nianbao-cli ") + command});
        QVERIFY(shell.waitForFinished(60000));
        QCOMPARE(shell.exitCode(), 2);
        const QString said = QString::fromUtf8(shell.readAllStandardError());
        QVERIFY2(said.contains(words), qPrintable(said));
        QCOMPARE(
            QProcess::execute(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("test $(ls -A \"$0\" | wc -l) = 2"), folder.path()}),
            0); // asked of the system: QDir leaves out what is no UTF-8
        QCOMPARE(QProcess::execute(QStringLiteral("sh"),
                     {QStringLiteral("-c"), QStringLiteral("rm \"$0\"/*"), folder.path()}),
            0);
    }

    void formsAreListed()
    {
        const auto list
            = QJsonDocument::fromJson(run({QStringLiteral("forms"), QStringLiteral("--json")}).out).array();
        QCOMPARE(list.size(), 3);
        const auto tables = list.at(1).toObject().value(QStringLiteral("tables")).toObject();
        QCOMPARE(list.at(1).toObject().value(QStringLiteral("id")).toString(), QStringLiteral("2021"));
        QCOMPARE(tables.value(QStringLiteral("requests"))
                     .toObject()
                     .value(QStringLiteral("rows"))
                     .toArray()
                     .size(),
            25);
    }

    void helpOnEach_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"new", "set", "info", "check", "export", "forms"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void helpOnEach()
    {
        QFETCH(QString, command);
        const Run help = run({command, QStringLiteral("--help")});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.out.contains(command.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
