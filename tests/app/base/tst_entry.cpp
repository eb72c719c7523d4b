// SPDX-License-Identifier: MulanPSL-2.0
#include "entry.h"
#include "exactwords.h"

#include <QTest>

using namespace nianbao;

namespace {

QString word(Entry::Kind kind)
{
    switch (kind) {
    case Entry::Kind::Blank: return QStringLiteral("blank");
    case Entry::Kind::Figure: return QStringLiteral("figure");
    case Entry::Kind::Several: return QStringLiteral("several");
    case Entry::Kind::Lines: return QStringLiteral("lines");
    case Entry::Kind::Mark: return QStringLiteral("mark");
    case Entry::Kind::Words: return QStringLiteral("words");
    case Entry::Kind::None: break;
    }
    return QStringLiteral("none");
}

/// "figure 22 件（note）", "several 3|4", "none"
QString said(const Entry &entry)
{
    QString text = word(entry.kind);
    if (entry.kind == Entry::Kind::Figure)
        text += u' ' + entry.value.toString() + (entry.unit.isEmpty() ? QString() : u' ' + entry.unit)
            + (entry.note.isEmpty() ? QString() : QStringLiteral("（%1）").arg(entry.note));
    if (!entry.parts.isEmpty())
        text += u' ' + entry.parts.join(u'|');
    return text;
}

const EntryPlace kCount{QStringLiteral("件"), 0, false, true};
const EntryPlace kMoney{QStringLiteral("万元"), 6, false, true};
const EntryPlace kChange{QStringLiteral("项"), 0, true, true};
const EntryPlace kChannel{QStringLiteral("条"), 0, false, false};

} // namespace

class EntryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("nothing", "", "blank");
        row("blanks of every width", " \t\xC2\xA0\xE3\x80\x80\xEF\xBB\xBF\n", "blank");
        row("a count", "37", "figure 37");
        row("zero is a figure", "0", "figure 0");
        row("full-width digits", "１３０５", "figure 1305");
        row("full-width point", "２５．１", "figure 25.1");
        row("leading zeros go", "007", "figure 7");
        row("trailing zeros go", "96171.60", "figure 96171.6");
        row("six places", "190.457379", "figure 190.457379");
        row("no digit before the point", ".5", "figure 0.5");
        row("blanks around", "\xE3\x80\x80 12 \xC2\xA0", "figure 12");
        row("the largest", "999999999999.999999", "figure 999999999999.999999");

        row("thousands commas", "1,808,595", "figure 1808595");
        row("full-width thousands", "１，３０５", "figure 1305");
        row("thousands blanks", "1 808 595", "figure 1808595");
        row("hard blanks",
            "1\xC2\xA0"
            "305",
            "figure 1305");
        row("thin blanks",
            "1\xE2\x80\x89"
            "305\xE2\x80\x89"
            "000",
            "figure 1305000");
        row("ideographic blanks",
            "12\xE3\x80\x80"
            "305",
            "figure 12305");
        row("thousands and a fraction", "7,730.28", "figure 7730.28");
        row("a comma in a wrong place", "1,2", "none");
        row("groups right but the last", "1,234,56", "none");
        row("groups right but the first", "1234,567", "none");
        row("groups that begin with zero", "0,123", "none");
        row("two kinds of separators", "1,234 567", "several 1,234|567");
        row("a tab separates no thousands", "1\t305", "several 1|305");

        row("negative", "-3", "figure -3");
        row("typographic minus", "−3", "figure -3");
        row("full-width minus", "－３", "figure -3");
        row("plus", "+3", "figure 3");
        row("accounting minus", "(5)", "figure -5");
        row("full-width accounting minus", "（1,234）", "figure -1234");
        row("a currency sign", "¥1,234.00", "figure 1234 元");
        row("a full-width currency sign", "￥ 5", "figure 5 元");
        row("a negative sum of money", "-¥5", "figure -5 元");
        row("a sum in brackets", "(¥1,234.50)", "figure -1234.5 元");

        row("a unit", "12件", "figure 12 件");
        row("a unit behind a blank", "12 件次", "figure 12 件次");
        row("a unit of money", "7730.28 万元", "figure 7730.28 万元");
        row("another unit of money", "251000元", "figure 251000 元");
        row("ten thousands", "1.2万", "figure 1.2 万");
        row("a share", "33.9%", "figure 33.9 %");
        row("only a unit", "件", "none");

        row("a note", "22（其中修订16件）", "figure 22（其中修订16件）");
        row("a note in half-width brackets", "22件(其中修订16件)", "figure 22 件（其中修订16件）");
        row("a note behind a blank", "22 （含上年结转）", "figure 22（含上年结转）");
        row("a note with brackets of its own", "22（其中（一）16件）", "figure 22（其中（一）16件）");
        row("a note on the next line", "22\n（其中修订16件）", "figure 22（其中修订16件）");
        row("an empty note", "22（）", "none");
        row("a note that does not end", "22（其中修订16件", "words");
        row("two cells of an account", "12 (5)", "several 12|(5)");

        row("a row of a PDF", "3 4 0 0 0 0 7", "several 3|4|0|0|0|0|7");
        row("zeros", "0 0 0 0 0 0 0", "several 0|0|0|0|0|0|0");
        row("groups that are too many for a figure", "103 105 100 200 300 400 500",
            "several 103|105|100|200|300|400|500");
        row("two figures", "3 5", "several 3|5");
        row("a figure, a blank and a figure with a unit", "1 2件", "several 1|2件");
        row("units behind blanks", "1 件 2 件", "several 1件|2件");
        row("a mark among them", "3 － 0 — 7", "several 3|－|0|—|7");
        row("between 、", "3、4、5", "several 3|4|5");
        row("between comma and blank", "3, 4, 5", "several 3|4|5");
        row("between wide blanks",
            "3\xE3\x80\x80"
            "5",
            "several 3|5");
        row("three marks", "－ － －", "several －|－|－");

        row("two lines", "3\n4", "lines 3|4");
        row("two lines of a foreign system", "3\r\n4\r\n", "lines 3|4");
        row("line separators",
            "3\xE2\x80\xA8"
            "4",
            "lines 3|4");
        row("one line with a line break", "3\n", "figure 3");
        row("lines with words", "3\nmany", "none");

        for (const char *mark : {"－", "／", "—", "-", "--", "——", "— —", " -   ", "/", "*", "**", "***",
                 "＊", "…", "......", "＿＿", "无", "没有", "暂无", "N/A", "n/a", "零", "×"})
            row(mark, mark, "mark");

        row("words before", "约22", "words");
        row("words behind", "22左右", "words");
        row("a year", "2021年", "words");
        row("letters", "abc", "none");
        row("words", "若干", "none");
        row("two points", "1.2.3", "none");
        row("a point without digits", "1.", "none");
        row("an exponent", "1e5", "none");
        row("a range", "3-5", "none");
        row("hexadecimal", "0x1F", "none");
    }
    void textsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const QString read = said(readEntry(text));
        // of a mere kind the parts do not matter
        QCOMPARE(expected == u"words" || expected == u"none" ? read.section(u' ', 0, 0) : read,
            expected.startsWith(QStringLiteral("words")) ? QStringLiteral("words") : expected);
    }

    void whatIsTooLargeOrTooFineIsNamed()
    {
        QCOMPARE(int(readEntry(QStringLiteral("1234567890123")).fault), int(ErrorCode::OutOfRange));
        QCOMPARE(int(readEntry(QString(100'000, u'9')).fault), int(ErrorCode::OutOfRange));
        QCOMPARE(int(readEntry(QStringLiteral("0.1234567")).fault), int(ErrorCode::TooManyDecimals));
        QVERIFY(readEntry(QStringLiteral("0.12345600")).kind == Entry::Kind::Figure);
    }

    void placesTakeWhatIsRight_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<EntryPlace>("place");
        QTest::addColumn<QString>("expected"); // value and note, or the error
        const auto row
            = [](const char *name, const char *text, const EntryPlace &place, const char *expected) {
                  QTest::newRow(name) << QString::fromUtf8(text) << place << QString::fromUtf8(expected);
              };
        row("a blank", " ", kCount, "blank");
        row("a count", "12 件", kCount, "12");
        row("a count of others", "12 人次", kCount, "12");
        row("a money format where cases are counted", "¥1,234.00", kCount, "1234");
        row("a note", "22（其中修订16件）", kCount, "22 其中修订16件");
        row("a note where none has a place", "22（其中修订16件）", kChannel, "FigureWithNote");
        row("several", "3 5", kCount, "SeveralFigures");
        row("a figure and one with a unit", "1 2件", kCount, "SeveralFigures");
        row("lines", "3\n4", kCount, "SeveralFigures");
        row("a mark", "－", kCount, "UnclearMark");
        row("words", "约22", kCount, "FigureWithNote");
        row("letters", "many", kCount, "NotANumber");
        row("negative", "-3", kCount, "NegativeNotAllowed");
        row("negative as accountants write", "(3)", kCount, "NegativeNotAllowed");
        row("negative where it may be", "(3)", kChange, "-3");
        row("a fraction", "1.5", kCount, "TooManyDecimals");
        row("ten thousand cases", "1.2万件", kCount, "WrongUnit");
        row("a share", "5%", kCount, "WrongUnit");
        row("money where cases are counted", "5元", kCount, "WrongUnit");
        row("money in its own unit", "25.1万元", kMoney, "25.1");
        row("money in its own unit, short", "25.1万", kMoney, "25.1");
        row("yuan where ten thousands are meant", "251000元", kMoney, "WrongUnit");
        row("cases where money is meant", "5件", kMoney, "WrongUnit");
        row("a currency sign where ten thousands are meant", "¥1,234.00", kMoney, "WrongUnit");
        row("thirteen digits", "1234567890123", kMoney, "OutOfRange");
    }
    void placesTakeWhatIsRight()
    {
        QFETCH(QString, text);
        QFETCH(EntryPlace, place);
        QFETCH(QString, expected);
        const auto entered = enter(text, place);
        if (entered) {
            const QString value = entered->value ? entered->value->toString() : QStringLiteral("blank");
            QCOMPARE(entered->note.isEmpty() ? value : value + u' ' + entered->note, expected);
            return;
        }
        static const QHash<QString, ErrorCode> codes{
            {QStringLiteral("SeveralFigures"), ErrorCode::SeveralFigures},
            {QStringLiteral("UnclearMark"), ErrorCode::UnclearMark},
            {QStringLiteral("FigureWithNote"), ErrorCode::FigureWithNote},
            {QStringLiteral("NotANumber"), ErrorCode::NotANumber},
            {QStringLiteral("NegativeNotAllowed"), ErrorCode::NegativeNotAllowed},
            {QStringLiteral("TooManyDecimals"), ErrorCode::TooManyDecimals},
            {QStringLiteral("WrongUnit"), ErrorCode::WrongUnit},
            {QStringLiteral("OutOfRange"), ErrorCode::OutOfRange}};
        QVERIFY2(codes.contains(expected), qPrintable(expected));
        QCOMPARE(int(entered.error().code), int(codes.value(expected)));
        QVERIFY(test::isSaidExactly(QStringLiteral("entry"), entered.error().detail));
    }

    void aCurrencySignIsReadBothWays()
    {
        const auto readings = currencyReadings(QStringLiteral("¥1,234.00"), kMoney);
        QVERIFY(readings);
        QCOMPARE(readings->asWritten.toString(), QStringLiteral("1234"));
        QCOMPARE(readings->converted->toString(), QStringLiteral("0.1234"));
        QVERIFY(!currencyReadings(QStringLiteral("¥1,234.567"), kMoney)->converted); // seven places
        QVERIFY(!currencyReadings(QStringLiteral("1234"), kMoney));
        QVERIFY(!currencyReadings(QStringLiteral("¥1,234.00"), kCount));
    }

    void longTextsAreShortenedInMessages()
    {
        const auto refused = enter(QString(100'000, u'x') + u'\n', kCount);
        QVERIFY(refused.error().detail.size() < 50);
        QCOMPARE(shortened(QStringLiteral("a\nb")), QStringLiteral("a b"));
    }
};

QTEST_GUILESS_MAIN(EntryTest)
#include "tst_entry.moc"
