// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "officewords.h"
#include "ruleset.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace nianbao;

class OfficeWordsTest : public QObject {
    Q_OBJECT

    static void put(const QByteArray &json)
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QStringLiteral("/nianbao");
        if (!QDir().mkpath(folder))
            qFatal("no folder");
        QFile file(folder + QStringLiteral("/words.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("no file");
    }
    static int hints(const QString &text)
    {
        Report report = test::filledReport();
        if (!report.apply({{}, {InsertSubSection{SectionId(QStringLiteral("overview")), 1, {{}, text}}}}))
            qFatal("no text");
        return int(check(report, rulesInForce()).size());
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup() { put("{}"); }

    void noFileIsNoError() { QVERIFY(officeRules()); }

    void aBadFileIsRefusedWhole()
    {
        const int before = RuleSet().words().overviewCharacters;
        put("{\"limits\": {\"overview_characters\": 1}, \"templates\": [\"(\"]}");
        const auto taken = officeRules();
        QVERIFY(!taken);
        QVERIFY(taken.error().where.contains(QStringLiteral("templates")));
        QCOMPARE(rulesInForce().words().overviewCharacters, before);
        put("{\"limits\": {\"overview_characters\": \"many\"}}");
        QVERIFY(!officeRules());
        put("not json");
        QVERIFY(!officeRules());
    }

    void aFileOfNoSaneSizeIsNotRead()
    {
        put("{}");
        const QString path = QStandardPaths::locate(
            QStandardPaths::GenericConfigLocation, QStringLiteral("nianbao/words.json"));
        QVERIFY(QFile::resize(path, qint64(4) << 30));
        const auto taken = officeRules();
        QVERIFY(!taken && taken.error().code == ErrorCode::TooLarge);
    }

    void listsGrowAndLimitsAreReplaced()
    {
        const QString text = QStringLiteral("柳林镇镇文化节开幕。【待补】");
        QCOMPARE(hints(text), 1);
        put(QStringLiteral("{\"doubles\": {\"words\": [\"镇文化节\"]}, \"templates\": [\"【待补】\"],"
                           "\"limits\": {\"overview_characters\": 1500}}")
                .toUtf8());
        QVERIFY(officeRules());
        QCOMPARE(rulesInForce().words().overviewCharacters, 1500);
        QVERIFY(rulesInForce().words().language.words.contains(wordKey(QStringLiteral("公众号"))));
        QCOMPARE(hints(text), 1); // the double is a word now, the mark a remainder
    }
};

QTEST_GUILESS_MAIN(OfficeWordsTest)
#include "tst_officewords.moc"
