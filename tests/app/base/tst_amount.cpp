// SPDX-License-Identifier: MulanPSL-2.0
#include "amount.h"

#include <QTest>

using namespace nianbao;

class AmountTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, const char *written) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(written);
        };
        row("37", "37");
        row("0", "0");
        row("-3", "-3");
        row("190.457379", "190.457379");
        row("0.000001", "0.000001");
        row("96171.60", "96171.6");
        row("999999999999.999999", "999999999999.999999");
        row("126000000000000", "126000000000000"); // a sum of cells
        row("123456789012345678901234", "123456789012345678901234");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto amount = Amount::parse(text);
        QVERIFY(amount);
        QCOMPARE(amount->toString(), written);
        QCOMPARE(*Amount::parse(amount->toString()), *amount);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char *text, ErrorCode code) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(code);
        };
        row("", ErrorCode::NotANumber);
        row("-", ErrorCode::NotANumber);
        row("1.", ErrorCode::NotANumber);
        row("１２", ErrorCode::NotANumber); // written by people: readEntry
        row("1,234", ErrorCode::NotANumber);
        row("1 2", ErrorCode::NotANumber);
        row("1e5", ErrorCode::NotANumber);
        row("12件", ErrorCode::NotANumber);
        row("0.1234567", ErrorCode::TooManyDecimals);
        row("1234567890123456789012345", ErrorCode::OutOfRange);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        const auto amount = Amount::parse(text);
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

    void sumsOfTheLargestCellsAreRight()
    {
        const Amount largest = *Amount::parse(QStringLiteral("999999999999.999999"));
        Amount sum;
        for (int i = 0; i < 21 * 6; ++i) // all outcomes of table three: over what 64 bits hold
            sum = sum + largest;
        QCOMPARE(sum.toString(), QStringLiteral("125999999999999.999874"));
        QVERIFY(largest.fitsACell());
        QVERIFY(!sum.fitsACell());
        QCOMPARE(Amount::ratio(sum, sum, 100).toString(), QStringLiteral("100"));
        QCOMPARE((sum * 10).toFixed(2), QStringLiteral("1260000000000000.00"));
    }

    void wholeNumbersStayInTheirType()
    {
        QCOMPARE(Amount::parse(QStringLiteral("-12.9"))->whole(), qint64(-12));
        QCOMPARE(Amount::parse(QString(24, u'9'))->whole(), std::numeric_limits<qint64>::max());
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
