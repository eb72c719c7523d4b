// SPDX-License-Identifier: MulanPSL-2.0
#include "cliprogram.h"
#include "reportjson.h"
#include "session.h"
#include "testreports.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using test::run;

/// nianbao-cli with documents of other programs: read, new --from, --prior, diff, export by suffix.
class ReadCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_report;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString exported(const QString &name, const QStringList &more = {}) const
    {
        const auto done = run(QStringList{QStringLiteral("export"), m_report, path(name)} + more);
        if (done.exit != 0)
            qFatal("%s", done.err.constData());
        return path(name);
    }
    static QJsonObject tablesOf(const QByteArray &json)
    {
        return QJsonDocument::fromJson(json).object().value(QStringLiteral("tables")).toObject();
    }
    QByteArray jsonOf(const QString &report) const
    {
        const QString out = path(QStringLiteral("json-of.json"));
        if (run({QStringLiteral("export"), report, out}).exit != 0)
            qFatal("no JSON");
        QFile file(out);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_report = path(QStringLiteral("r.nianbao"));
        Report report = test::filledReport();
        QVERIFY(report.apply(
            Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")})));
        QVERIFY(Session::create(m_report, report));
    }

    void whatWasExportedIsReadAgain_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : {"docx", "html", "txt", "xlsx", "csv"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
    void whatWasExportedIsReadAgain()
    {
        QFETCH(QString, suffix);
        const QString document = exported(QStringLiteral("a.") + suffix);
        const auto read = run({QStringLiteral("read"), document, QStringLiteral("--json"),
            QStringLiteral("--year"), QStringLiteral("2022")});
        QVERIFY2(read.exit == 0, read.err.constData());
        const QJsonObject said = read.object();
        QCOMPARE(
            said.value(QStringLiteral("source")).toObject().value(QStringLiteral("kind")).toString(), suffix);
        QCOMPARE(said.value(QStringLiteral("report")).toObject().value(QStringLiteral("tables")).toObject(),
            tablesOf(jsonOf(m_report)));
        QCOMPARE(
            said.value(QStringLiteral("counts")).toObject().value(QStringLiteral("unreadable")).toInt(), 0);
        QCOMPARE(said.value(QStringLiteral("counts")).toObject().value(QStringLiteral("guessed")).toInt(), 0);
        QCOMPARE(said.value(QStringLiteral("arithmetic")).toArray(), QJsonArray());
    }

    void aDocumentBecomesAReport()
    {
        const QString document = exported(QStringLiteral("b.docx"));
        const QString made = path(QStringLiteral("made.nianbao"));
        const auto done = run({QStringLiteral("new"), made, QStringLiteral("--from"), document});
        QVERIFY2(done.exit == 0, done.err.constData());
        const auto compared = run({QStringLiteral("diff"), m_report, made, QStringLiteral("--json")});
        QCOMPARE(compared.object().value(QStringLiteral("cells")).toArray(), QJsonArray());
        QCOMPARE(compared.object().value(QStringLiteral("texts")).toArray(), QJsonArray());
        // the document itself is compared as well
        const auto direct = run({QStringLiteral("diff"), m_report, document, QStringLiteral("--json")});
        QCOMPARE(direct.object().value(QStringLiteral("cells")).toArray(), QJsonArray());
    }

    void lastYearsDocumentStandsBesideThisYears()
    {
        const QString document = exported(QStringLiteral("last.html"));
        const QString made = path(QStringLiteral("next.nianbao"));
        const auto done = run({QStringLiteral("new"), made, QStringLiteral("--organisation"),
            QStringLiteral("临江市花山镇人民政府"), QStringLiteral("--year"), QStringLiteral("2022"),
            QStringLiteral("--prior"), document});
        QVERIFY2(done.exit == 0, done.err.constData());
        const auto info = run({QStringLiteral("info"), made, QStringLiteral("--json")});
        QVERIFY(info.object().value(QStringLiteral("prior_year")).isDouble());
    }

    void withoutAReportTheCodeIsOne()
    {
        QFile file(path(QStringLiteral("other.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("关于召开会议的通知\n请准时参加。\n");
        file.close();
        const auto read = run({QStringLiteral("read"), file.fileName(), QStringLiteral("--json")});
        QCOMPARE(read.exit, 1);
        QVERIFY(read.object().value(QStringLiteral("report")).isNull());
        const QString made = path(QStringLiteral("none.nianbao"));
        const auto none = run({QStringLiteral("new"), made, QStringLiteral("--from"), file.fileName()});
        QCOMPARE(none.exit, 2);
        QVERIFY(none.err.contains("里没有年度报告"));
        QVERIFY(!QFile::exists(made));
    }

    void whatCannotBeReadIsSaidInOneLine()
    {
        const auto missing = run({QStringLiteral("read"), path(QStringLiteral("missing.docx"))});
        QCOMPARE(missing.exit, 2);
        QCOMPARE(missing.err.count('\n'), 1);
        QFile file(path(QStringLiteral("words.docx")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("only words");
        file.close();
        const auto read = run({QStringLiteral("read"), file.fileName()});
        QCOMPARE(read.exit, 2);
        QVERIFY(read.err.contains("名为 docx 文件，内容却不是"));
    }

    void aFragmentIsOfAPage()
    {
        QFile file(exported(QStringLiteral("f.html"), {QStringLiteral("--fragment")}));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray fragment = file.readAll();
        QVERIFY(fragment.contains("<table") && !fragment.contains("<html"));
        const QString text = path(QStringLiteral("f.txt"));
        const auto refused = run({QStringLiteral("export"), m_report, text, QStringLiteral("--fragment")});
        QCOMPARE(refused.exit, 2);
        QVERIFY(!QFile::exists(text));
    }
};

QTEST_GUILESS_MAIN(ReadCommandTest)
#include "tst_readcommand.moc"
