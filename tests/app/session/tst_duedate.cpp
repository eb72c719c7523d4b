// SPDX-License-Identifier: MulanPSL-2.0
#include "duedate.h"
#include "report.h"
#include "settings.h"

#include <QTest>

using namespace nianbao;

class DueDateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind"); // stated
        QTest::addColumn<QDate>("day");
        const QDate january(2026, 1, 31);
        const QDate march(2026, 3, 31);
        QTest::newRow("a town") << QStringLiteral("临江市花山镇人民政府") << QString() << january;
        QTest::newRow("a street") << QStringLiteral("环翠区鲸园街道办事处") << QString() << january;
        QTest::newRow("a department of a county") << QStringLiteral("沭阳县财政局") << QString() << january;
        QTest::newRow("a county") << QStringLiteral("沭阳县人民政府") << QString() << march;
        QTest::newRow("a district") << QStringLiteral("淮安市洪泽区人民政府") << QString() << march;
        QTest::newRow("a city") << QStringLiteral("宿迁市人民政府") << QString() << march;
        QTest::newRow("a name that tells nothing") << QStringLiteral("某单位") << QString() << january;
        QTest::newRow("what is stated counts")
            << QStringLiteral("某单位") << QStringLiteral("county") << march;
    }
    void theDay()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        QFETCH(QDate, day);
        Report report(findForm(QStringLiteral("2021")), 2025);
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), name})));
        if (!kind.isEmpty())
            QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kKind), kind})));
        QCOMPARE(dueDate(report), day);
        QCOMPARE(isOfGovernment(statutoryDate(report)), day.month() == 3);
        // a district's day is not that of its own report, nor the city's that of a town
        settings::setWantedDay(settings::Above::District, {1, 20});
        settings::setWantedDay(settings::Above::City, {3, 20});
        QCOMPARE(dueDate(report), day.addDays(-11));
        QCOMPARE(statutoryDate(report), day);
        settings::setWantedDay(settings::Above::District, {12, 31}); // later than the law: the law holds
        settings::setWantedDay(settings::Above::City, {12, 31});
        QCOMPARE(dueDate(report), day);
        setDueDate(day, day.addDays(-3));
        QCOMPARE(dueDate(report), day.addDays(-3));
        settings::setWantedDay(settings::Above::District, {});
        settings::setWantedDay(settings::Above::City, {});
    }
};

QTEST_GUILESS_MAIN(DueDateTest)
#include "tst_duedate.moc"
