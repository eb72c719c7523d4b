// SPDX-License-Identifier: MulanPSL-2.0
#include "reportjson.h"
#include "testreports.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Run {
    int exit = -1;
    QByteArray out{};
    QByteArray err{};
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/nianbao-cli"), arguments);
    if (!process.waitForFinished(60000))
        qFatal("nianbao-cli does not end");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A PNG of one pixel.
const QByteArray kPicture = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

QJsonArray jsonOf(const char *text) { return QJsonDocument::fromJson(text).array(); }

} // namespace

class DiffCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const QString &name, const Report &report) const;

private Q_SLOTS:
    void copiesAreTheSame();
    void eachEditIsThere_data();
    void eachEditIsThere();
    void peopleReadWhatChanged();
    void whatCannotBeReadIsNotDone();
    void itDoesNotEdit();
};

QString DiffCommandTest::written(const QString &name, const Report &report) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(reportToJson(report)) < 0)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void DiffCommandTest::copiesAreTheSame()
{
    const QString json = written(QStringLiteral("a.json"), filledReport());
    const QString file = m_folder.filePath(QStringLiteral("a.nianbao"));
    QCOMPARE(run({QStringLiteral("new"), file, QStringLiteral("--from"), json}).exit, 0);
    const Run same = run({QStringLiteral("diff"), json, file, QStringLiteral("--json")});
    QCOMPARE(same.exit, 0);
    const QJsonObject nothing{{QStringLiteral("same"), true}, {QStringLiteral("cells"), QJsonArray()},
        {QStringLiteral("facts"), QJsonArray()}, {QStringLiteral("texts"), QJsonArray()},
        {QStringLiteral("channels"), QJsonArray()}, {QStringLiteral("figures"), QJsonArray()}};
    QCOMPARE(same.json(), nothing);
    const Run words
        = run({QStringLiteral("diff"), file, json, QStringLiteral("--language"), QStringLiteral("en")});
    QCOMPARE(words.exit, 0);
    QCOMPARE(words.out, QByteArray("The two reports say the same.\n"));
}

void DiffCommandTest::eachEditIsThere_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QByteArray>("entries");
    const SectionId overview(QStringLiteral("overview"));
    const auto row = [](const char *name, const QList<Step> &steps, const char *list, const char *entries) {
        QTest::newRow(name) << steps << QString::fromUtf8(list) << QByteArray(entries);
    };
    const CellId fee(QStringLiteral("disclosure.fees.amount"));
    row("a cell", {SetCell{fee, *Amount::parse(QStringLiteral("1.25"))}}, "cells",
        R"([{"cell":"disclosure.fees.amount","old":0,"new":1.25}])");
    row("a cell that was made blank", {SetCell{fee, std::nullopt}}, "cells",
        R"([{"cell":"disclosure.fees.amount","old":0,"new":null}])");
    row("a sum follows", {SetCell{CellId(QStringLiteral("disputes.direct.upheld")), Amount::fromInteger(2)}},
        "cells",
        R"([{"cell":"disputes.direct.upheld","old":0,"new":2},
            {"cell":"disputes.direct.total","old":0,"new":2,"follows":true}])");
    row("a note", {SetNote{fee, QStringLiteral("按元")}}, "cells",
        R"([{"cell":"disclosure.fees.amount/note","old":null,"new":"按元"}])");
    row("a fact", {SetFact{QLatin1String(fact::kShortName), QStringLiteral("柳镇")}}, "facts",
        R"([{"fact":"organisation/short_name","old":"柳林镇","new":"柳镇"}])");
    const SectionId other(QStringLiteral("other"));
    row("a text", {SetText{other, 0, QStringLiteral("本年度没有收取任何信息处理费。")}}, "texts",
        R"([{"place":"other/1","moved_from":null,"heading":null,
             "changes":[{"op":"keep","text":"本年度没有收取"},{"op":"insert","text":"任何"},
                        {"op":"keep","text":"信息处理费。"}]}])");
    row("a sub-section that is new",
        {InsertSubSection{overview, 1, {QStringLiteral("培训"), QStringLiteral("四次。")}}}, "texts",
        R"([{"place":"overview/2","moved_from":null,"heading":{"old":null,"new":"培训"},
             "changes":[{"op":"insert","text":"四次。"}]}])");
    row("one that was removed", {RemoveSubSection{other, 0}}, "texts",
        R"([{"place":"other/1","moved_from":null,"heading":{"old":"","new":null},
             "changes":[{"op":"delete","text":"本年度没有收取信息处理费。"}]}])");
    row("a heading", {SetHeading{other, 0, QStringLiteral("收费")}}, "texts",
        R"([{"place":"other/1","moved_from":null,"heading":{"old":"","new":"收费"},
             "changes":[{"op":"keep","text":"本年度没有收取信息处理费。"}]}])");
    row("a channel", {SetChannels{{{QStringLiteral("政府网站"), 3, {{QStringLiteral("通知"), 3}}}}}},
        "channels",
        R"([{"place":"channels/1","moved_from":null,"old":null,
             "new":{"name":"政府网站","count":3,"categories":[{"name":"通知","count":3}]}}])");
    row("a figure",
        {SetIllustrations{{{Place::subSection(overview, 0), 1, QStringLiteral("picture"),
            QStringLiteral("现场"), {}, {}, kPicture}}}},
        "figures",
        R"([{"place":"illustrations/1","moved_from":null,"old":null,"new":{"section":"overview/1","after_paragraph":1,
             "kind":"picture","caption":"现场",
             "picture":"eaa4a94ea300e0d2c775968cbe42f0b5b51ceafdeb73d64e9efddf6d4e880865"}}])");
}

void DiffCommandTest::eachEditIsThere()
{
    QFETCH(QList<Step>, steps);
    QFETCH(QString, list);
    QFETCH(QByteArray, entries);
    const Report old = filledReport();
    Report now = old;
    Change change;
    change.steps = steps;
    QVERIFY(now.apply(change));
    const QString before = written(QStringLiteral("old.json"), old);
    const QString after = written(QStringLiteral("new.json"), now);
    const Run done = run({QStringLiteral("diff"), before, after, QStringLiteral("--json")});
    QCOMPARE(done.exit, 1);
    const QJsonObject found = done.json();
    QCOMPARE(found.value(QStringLiteral("same")), QJsonValue(false));
    for (const char *key : {"cells", "facts", "texts", "channels", "figures"})
        QCOMPARE(found.value(QLatin1String(key)).toArray().isEmpty(), list != QLatin1String(key));
    QCOMPARE(found.value(list).toArray(), jsonOf(entries));
}

void DiffCommandTest::peopleReadWhatChanged()
{
    const SectionId other(QStringLiteral("other"));
    Report old = filledReport();
    QVERIFY(old.apply(
        Change::of({}, SetText{other, 0, QStringLiteral("收到申请12件。\n办理及时。\n没有收费。")})));
    Report now = old;
    Change change;
    change.steps = {SetText{other, 0, QStringLiteral("收到申请13件。\n办理及时。\n没有收费。\n接受监督。")},
        SetHeading{other, 0, QStringLiteral("收费")},
        SetCell{CellId(QStringLiteral("disputes.direct.upheld")), Amount::fromInteger(2)},
        SetFact{QLatin1String(fact::kShortName), std::nullopt},
        SetChannels{{{QStringLiteral("政府网站"), 3, {}}}}};
    QVERIFY(now.apply(change));
    const Run done = run({QStringLiteral("diff"), written(QStringLiteral("old.json"), old),
        written(QStringLiteral("new.json"), now), QStringLiteral("--language"), QStringLiteral("en")});
    QCOMPARE(done.exit, 1);
    const QString label = now.spec().cell(CellId(QStringLiteral("disputes.direct.upheld")))->label;
    const QString total = now.spec().cell(CellId(QStringLiteral("disputes.direct.total")))->label;
    const QStringList lines{QStringLiteral("organisation/short_name  柳林镇 → blank"),
        QStringLiteral("disputes.direct.upheld  %1: 0 → 2").arg(label),
        QStringLiteral("disputes.direct.total  %1: 0 → 2 (follows from other changes)").arg(total),
        QStringLiteral("other/1  blank → 收费"), QStringLiteral("    收到申请[-12-]{+13+}件。"),
        QStringLiteral("    ……"), QStringLiteral("    没有收费。{+¶+}"), QStringLiteral("    {+接受监督。+}"),
        QStringLiteral("channels/1  new: 政府网站  blank → 3")};
    QCOMPARE(QString::fromUtf8(done.out).split(u'\n', Qt::SkipEmptyParts), lines);
}

void DiffCommandTest::whatCannotBeReadIsNotDone()
{
    const QString json = written(QStringLiteral("a.json"), filledReport());
    for (const QStringList &files : {QStringList{json, m_folder.filePath(QStringLiteral("none.json"))},
             QStringList{m_folder.filePath(QStringLiteral("none.nianbao")), json}, QStringList{json}}) {
        const Run done = run(QStringList{QStringLiteral("diff")} + files);
        QCOMPARE(done.exit, 2);
        QCOMPARE(done.err.count('\n'), 1);
        QVERIFY(done.out.isEmpty());
    }
}

void DiffCommandTest::itDoesNotEdit()
{
    const QString json = written(QStringLiteral("b.json"), filledReport());
    const QString file = m_folder.filePath(QStringLiteral("b.nianbao"));
    QCOMPARE(run({QStringLiteral("new"), file, QStringLiteral("--from"), json}).exit, 0);
    const QByteArray before = readFile(file);
    QCOMPARE(run({QStringLiteral("diff"), file, file}).exit, 0);
    QCOMPARE(readFile(file), before);
}

QTEST_GUILESS_MAIN(DiffCommandTest)
#include "tst_diffcommand.moc"
