// SPDX-License-Identifier: MulanPSL-2.0
#include "approved.h"
#include "testreports.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

struct Run {
    int exit = -1;
    QByteArray out{};
    QString err{};
};

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qFatal("%s does not end", qPrintable(program));
    return {process.exitCode(), process.readAllStandardOutput(),
        QString::fromUtf8(process.readAllStandardError())};
}

Run cli(const QStringList &arguments)
{
    return run(QCoreApplication::applicationDirPath() + QStringLiteral("/nianbao-cli"), arguments);
}

} // namespace

/// nianbao-cli mail.
class HandOverCommandsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        Report report = test::filledReport();
        QVERIFY(report.apply(
            Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")})));
        QVERIFY(Session::create(path(QStringLiteral("draft.nianbao")), report));
        const auto session = Session::create(path(QStringLiteral("approved.nianbao")), report);
        QVERIFY(session);
        test::approve(**session);
    }

    /// Where nobody is known, no line of the letter names one.
    void aLetterNamesNobodyWhoIsNotKnown()
    {
        const auto textOf = [this](const QString &name) {
            const QString mail = path(name);
            const Run made = cli({QStringLiteral("mail"), path(QStringLiteral("approved.nianbao")), mail,
                QStringLiteral("--to"), QStringLiteral("a@b.cn")});
            const auto text = run(QStringLiteral("python3"),
                {QStringLiteral("-c"),
                    QStringLiteral("import email,email.policy,sys;"
                                   "m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email."
                                   "policy.default);"
                                   "sys.stdout.buffer.write(m.get_body(('plain',)).get_content().encode())"),
                    mail});
            return made.exit == 0 ? QString::fromUtf8(text.out) : made.err;
        };
        qputenv("USER", "wangyun");
        QVERIFY2(textOf(QStringLiteral("known.eml")).contains(QStringLiteral("联系人：wangyun")),
            qPrintable(textOf(QStringLiteral("known2.eml"))));
        for (const char *variable : {"USER", "LOGNAME", "USERNAME"})
            qunsetenv(variable);
        const QString text = textOf(QStringLiteral("unknown.eml"));
        QVERIFY2(text.contains(QStringLiteral("请查收")) && !text.contains(QStringLiteral("联系人")),
            qPrintable(text));
    }

    void theMailThatTwoParsersRead_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("name");
        QTest::newRow("Chinese names")
            << QStringList() << QStringLiteral("临江市花山镇人民政府2021年政府信息公开工作年度报告.pdf");
        QTest::newRow("ASCII names") << QStringList{QStringLiteral("--ascii-names")}
                                     << QStringLiteral("annual-report-2021-r1.pdf");
    }
    void theMailThatTwoParsersRead()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, name);
        const QString out = path(QStringLiteral("信.eml"));
        const QString file = path(QStringLiteral("approved.nianbao"));
        const QByteArray before = test::readFile(file);
        const Run done = cli(QStringList{QStringLiteral("mail"), file, out, QStringLiteral("--to"),
                                 QStringLiteral("市政府办 <zwgk@linjiang.example>"), QStringLiteral("--to"),
                                 QStringLiteral("b@c.cn"), QStringLiteral("--cc"), QStringLiteral("d@e.cn")}
            + options);
        QVERIFY2(done.exit == 0, qPrintable(done.err));
        QVERIFY(done.out.contains(name.toUtf8()));
        QCOMPARE(test::readFile(file), before); // a draft is not submitted
        for (const auto &[program, script] :
            {std::pair(QStringLiteral("python3"), QStringLiteral("readmail.py")),
                std::pair(QStringLiteral("perl"), QStringLiteral("readmail.pl"))}) {
            const Run read = run(program, {QStringLiteral(READERS "/") + script, out});
            QVERIFY2(read.exit == 0, qPrintable(read.err));
            const QJsonObject mail = QJsonDocument::fromJson(read.out).array().first().toObject();
            QCOMPARE(mail[QStringLiteral("to")].toArray().size(), 2);
            QCOMPARE(mail[QStringLiteral("cc")].toArray().size(), 1);
            QVERIFY(mail[QStringLiteral("text")].toString().startsWith(QStringLiteral("市政府办：")));
            const QJsonArray attached = mail[QStringLiteral("attachments")].toArray();
            QCOMPARE(attached.size(), 3);
            QCOMPARE(attached.first()[QStringLiteral("name")].toString(), name);
            QVERIFY(attached[1][QStringLiteral("name")].toString().endsWith(QStringLiteral(".nianbao")));
        }
        QVERIFY(QFile::remove(out));
    }

    /// The report for Word goes along between the PDF and the copy, under the same name.
    void wordGoesAlongWhenAsked()
    {
        const QString out = path(QStringLiteral("word.eml"));
        const Run done = cli({QStringLiteral("mail"), path(QStringLiteral("approved.nianbao")), out,
            QStringLiteral("--to"), QStringLiteral("a@b.cn"), QStringLiteral("--with"),
            QStringLiteral("docx"), QStringLiteral("--with"), QStringLiteral("docx")});
        QVERIFY2(done.exit == 0, qPrintable(done.err));
        const QStringList lines = QString::fromUtf8(done.out).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5); // subject, PDF, Word, copy, check sheet
        QVERIFY(lines.at(1).endsWith(u".pdf"));
        QVERIFY(lines.at(2).endsWith(u".docx"));
        QCOMPARE(QString(lines.at(2)).chopped(5), QString(lines.at(1)).chopped(4));
        const QByteArray mail = test::readFile(out);
        QVERIFY(mail.contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("out");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("words");
        const QStringList to{QStringLiteral("--to"), QStringLiteral("a@b.cn")};
        const QString approved = QStringLiteral("approved.nianbao");
        const QString out = QStringLiteral("x.eml");
        QTest::newRow("a draft") << QStringLiteral("draft.nianbao") << out << to << QStringLiteral("起草中");
        QTest::newRow("nobody") << approved << out << QStringList() << QStringLiteral("--to");
        QTest::newRow("no address") << approved << out
                                    << QStringList{QStringLiteral("--to"), QStringLiteral("市政府办")}
                                    << QStringLiteral("市政府办");
        QTest::newRow("a wrong cc") << approved << out
                                    << to + QStringList{QStringLiteral("--cc"), QStringLiteral("x@")}
                                    << QStringLiteral("x@");
        QTest::newRow("what is nothing")
            << approved << out << to + QStringList{QStringLiteral("--with"), QStringLiteral("cake")}
            << QStringLiteral("cake");
        QTest::newRow("no mail") << approved << QStringLiteral("x.txt") << to << QStringLiteral(".eml");
        QTest::newRow("a name that is taken")
            << approved << QStringLiteral("taken.eml") << to << QStringLiteral("taken.eml");
        QTest::newRow("no report") << QStringLiteral("nothing.nianbao") << out << to
                                   << QStringLiteral("nothing.nianbao");
    }
    void refusals()
    {
        QFETCH(QString, file);
        QFETCH(QString, out);
        QFETCH(QStringList, options);
        QFETCH(QString, words);
        QFile taken(path(QStringLiteral("taken.eml")));
        QVERIFY(taken.open(QIODevice::WriteOnly));
        taken.write("mine");
        taken.close();
        const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        const Run done = cli(QStringList{QStringLiteral("mail"), path(file), path(out)} + options);
        QCOMPARE(done.exit, 2);
        QVERIFY2(done.err.contains(words), qPrintable(done.err));
        QCOMPARE(done.err.trimmed().count(u'\n'), 0);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
        QCOMPARE(test::readFile(taken.fileName()), QByteArray("mine"));
    }
};

QTEST_GUILESS_MAIN(HandOverCommandsTest)
#include "tst_handovercommands.moc"
