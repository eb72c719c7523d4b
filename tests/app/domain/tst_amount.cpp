// SPDX-License-Identifier: MulanPSL-2.0
#include "amount.h"

#include <QTest>

using namespace nianbao;

class AmountTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::newRow("a count") << QStringLiteral("37") << QStringLiteral("37");
        QTest::newRow("zero is a figure") << QStringLiteral("0") << QStringLiteral("0");
        QTest::newRow("full-width digits") << QStringLiteral("１３０５") << QStringLiteral("1305");
        QTest::newRow("full-width point") << QStringLiteral("２５．１") << QStringLiteral("25.1");
        QTest::newRow("thousands commas") << QStringLiteral("1,808,595") << QStringLiteral("1808595");
        QTest::newRow("full-width thousands") << QStringLiteral("１，３０５") << QStringLiteral("1305");
        QTest::newRow("spaces around, as in published tables")
            << QStringLiteral(" 0 ") << QStringLiteral("0");
        QTest::newRow("a unit of count") << QStringLiteral("12件") << QStringLiteral("12");
        QTest::newRow("a unit of money") << QStringLiteral("7730.28 万元") << QStringLiteral("7730.28");
        QTest::newRow("six places stay exact")
            << QStringLiteral("190.457379") << QStringLiteral("190.457379");
        QTest::newRow("trailing zeros go") << QStringLiteral("96171.60") << QStringLiteral("96171.6");
        QTest::newRow("negative") << QStringLiteral("-3") << QStringLiteral("-3");
        QTest::newRow("typographic minus") << QStringLiteral("−3") << QStringLiteral("-3");
        QTest::newRow("leading zeros go") << QStringLiteral("007") << QStringLiteral("7");
        QTest::newRow("the largest") << QStringLiteral("999999999999.999999")
                                     << QStringLiteral("999999999999.999999");
    }
    void reads()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const auto amount = Amount::parse(typed);
        QVERIFY(amount);
        QCOMPARE(amount->toString(), stored);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QString &typed, ErrorCode code) {
            QTest::newRow(name) << typed << int(code);
        };
        row("nothing", {}, ErrorCode::NotANumber);
        row("letters", QStringLiteral("abc"), ErrorCode::NotANumber);
        row("words", QStringLiteral("若干"), ErrorCode::NotANumber);
        row("two points", QStringLiteral("1.2.3"), ErrorCode::NotANumber);
        row("point without digits", QStringLiteral("1."), ErrorCode::NotANumber);
        row("comma in a wrong place", QStringLiteral("1,2"), ErrorCode::NotANumber);
        row("only a sign", QStringLiteral("-"), ErrorCode::NotANumber);
        row("exponent", QStringLiteral("1e5"), ErrorCode::NotANumber);
        row("yuan where ten thousands are meant", QStringLiteral("251000元"), ErrorCode::NotANumber);
        row("seven places", QStringLiteral("0.1234567"), ErrorCode::TooManyDecimals);
        row("thirteen digits", QStringLiteral("1234567890123"), ErrorCode::OutOfRange);
    }
    void refuses()
    {
        QFETCH(QString, typed);
        QFETCH(int, code);
        const auto amount = Amount::parse(typed);
        QVERIFY(!amount);
        QCOMPARE(int(amount.error().code), code);
    }

    void addsExactly()
    {
        const Amount tenth = *Amount::parse(QStringLiteral("0.1"));
        Amount sum;
        for (int i = 0; i < 10; ++i)
            sum = sum + tenth;
        QCOMPARE(sum, Amount::fromInteger(1));
        QCOMPARE((tenth - Amount::fromInteger(1)).toString(), QStringLiteral("-0.9"));
    }

    void knowsItsPlaces()
    {
        QCOMPARE(Amount::fromInteger(120).decimals(), 0);
        QCOMPARE(Amount::parse(QStringLiteral("1.50"))->decimals(), 1);
        QCOMPARE(Amount::fromMicros(1).decimals(), 6);
    }
};

QTEST_GUILESS_MAIN(AmountTest)
#include "tst_amount.moc"
