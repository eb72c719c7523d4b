// SPDX-License-Identifier: MulanPSL-2.0
#include "glyphoutline.h"
#include "pagestyle.h"
#include "textflow.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace nianbao;

namespace {

constexpr double kEdge = 0.1; // mm that a straight edge may be off

const QString &closing()
{
    static const QString marks = QStringLiteral("。，、；：？！”’）〕】》〉」』％·");
    return marks;
}

const QString &opening()
{
    static const QString marks = QStringLiteral("“‘（〔【《〈「『");
    return marks;
}

QString textOf(const TextLine &line)
{
    QString text;
    for (const SetGlyph &set : line.glyphs)
        text += QString::fromUcs4(&set.glyph.character, 1);
    return text;
}

QString withoutSpaces(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

QString hanzi(int count) { return QStringLiteral("政").repeated(count); }

} // namespace

class TestTextFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twentyEightHanziFillTheLine();
    void theFirstLineIsIndentedAndTheLastIsRagged();
    void whiteSpaceIsNormalised_data();
    void whiteSpaceIsNormalised();
    void marksAreSqueezedInFirst();
    void marksArePushedOutWhenNothingGives();
    void squeezedMarksDoNotTouchTheirNeighbours();
    void whatStaysWhole_data();
    void whatStaysWhole();
    void anAddressLongerThanALineBreaksAfterASlash();
    void anythingElseLongerThanALineIsBrokenAnywhere();
    void aWordAsWideAsALineDoesNotRunOverTheEdge();
    void shortLinesBeforeALongWordAreNotTornApart();
    void aLineThatAWordLeavesIsNotStretched();
    void aSpaceDoesNotLetAMarkBeginALine();
    void aLongAddressFillsTheLineItEnds();
    void aCharacterOfNoFaceIsKept();
    void anyParagraphKeepsTheRules();

private:
    TextStyle body() const
    {
        const PageStyle &page = pageStyle();
        return {FontRole::Body, page.bodySize, page.cell(), page.typeWidth, 2 * page.cell(), true};
    }
    std::vector<TextLine> lines(const QString &text) const { return breakLines(*m_fonts, text, body()); }
    std::vector<TextLine> flush(const QString &text) const
    {
        TextStyle style = body();
        style.indent = 0;
        return breakLines(*m_fonts, text, style);
    }

    std::shared_ptr<const FontSet> m_fonts;
};

void TestTextFlow::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

void TestTextFlow::twentyEightHanziFillTheLine()
{
    const auto set = flush(hanzi(60));
    QCOMPARE(set.size(), size_t(3));
    QCOMPARE(set[0].glyphs.size(), size_t(28));
    const TextStyle style = body();
    for (size_t i = 0; i < 28; ++i) {
        const double expected = double(i) * style.cell + (style.cell - style.size) / 2;
        QVERIFY(std::abs(double(set[0].glyphs[i].glyph.x) - expected) < 0.01);
    }
    QVERIFY(std::abs(set[0].width - style.width) < 0.01);
    QCOMPARE(set[2].glyphs.size(), size_t(4));
}

void TestTextFlow::theFirstLineIsIndentedAndTheLastIsRagged()
{
    const auto set = lines(hanzi(30));
    QCOMPARE(set.size(), size_t(2));
    QCOMPARE(set[0].glyphs.size(), size_t(26));
    QVERIFY(double(set[0].glyphs[0].glyph.x) > 2 * body().cell - kEdge);
    QVERIFY(double(set[1].glyphs[0].glyph.x) < kEdge);
    QVERIFY(std::abs(set[1].width - 4 * body().cell) < 0.01);
}

void TestTextFlow::whiteSpaceIsNormalised_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("set");
    QTest::newRow("one space stays") << QStringLiteral("政务 公开") << QStringLiteral("政务 公开");
    QTest::newRow("a run is one") << QStringLiteral("A   B") << QStringLiteral("A B");
    QTest::newRow("no-break space") << QStringLiteral("A\u00A0B") << QStringLiteral("A B");
    QTest::newRow("tab") << QStringLiteral("A\tB") << QStringLiteral("A B");
    QTest::newRow("byte order mark") << QStringLiteral("\uFEFF政务") << QStringLiteral("政务");
    QTest::newRow("zero width") << QStringLiteral("政\u200B务") << QStringLiteral("政务");
    QTest::newRow("at both ends") << QStringLiteral("  政务 \u3000") << QStringLiteral("政务");
    QTest::newRow("nothing") << QString() << QString();
}

void TestTextFlow::whiteSpaceIsNormalised()
{
    QFETCH(QString, typed);
    QFETCH(QString, set);
    const auto result = lines(typed);
    QCOMPARE(result.size(), size_t(1));
    QCOMPARE(textOf(result[0]), set);
}

void TestTextFlow::marksAreSqueezedInFirst()
{
    const auto set = flush(hanzi(13) + QStringLiteral("，") + hanzi(14) + QStringLiteral("。") + hanzi(5));
    QCOMPARE(textOf(set[0]).size(), 29);
    QVERIFY(textOf(set[0]).endsWith(u'。'));
    QVERIFY(std::abs(set[0].width - body().width) < kEdge);
}

void TestTextFlow::marksArePushedOutWhenNothingGives()
{
    const auto set = flush(hanzi(28) + QStringLiteral("。") + hanzi(5));
    QCOMPARE(textOf(set[0]).size(), 27);
    QVERIFY(textOf(set[1]).startsWith(QStringLiteral("政。")));
    QVERIFY(std::abs(set[0].width - body().width) < kEdge);
}

void TestTextFlow::squeezedMarksDoNotTouchTheirNeighbours()
{
    const TextStyle style = body();
    for (const QChar mark : closing() + opening()) {
        const bool opens = opening().contains(mark);
        const QString inner = opens ? hanzi(12) + mark + hanzi(1) : hanzi(13) + mark;
        const auto set = flush(inner + hanzi(14) + QStringLiteral("。") + hanzi(5));
        double lastRight = -1;
        for (const SetGlyph &glyph : set[0].glyphs) {
            const QRectF ink = glyphOutline(m_fonts->face(glyph.face), glyph.glyph.glyph).boundingRect();
            const double left = double(glyph.glyph.x) + ink.left() * style.size;
            QVERIFY2(left > lastRight - 0.2, qPrintable(QString(mark)));
            lastRight = double(glyph.glyph.x) + ink.right() * style.size;
        }
    }
}

void TestTextFlow::whatStaysWhole_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
        {"1305", "59237.2449", "1,305", "2021年", "12月", "31日", "74条", "5件", "120万元", "99.8%", "3个",
            "526篇", "0631—5757166", "www.huancui.gov.cn", "office@example.cn", "——", "……"})
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

void TestTextFlow::whatStaysWhole()
{
    QFETCH(QString, piece);
    for (int before = 14; before < 32; ++before) { // the piece meets the edge at each of its places
        int found = 0;
        for (const TextLine &line : flush(hanzi(before) + piece + hanzi(20)))
            found += textOf(line).contains(piece) ? 1 : 0;
        QCOMPARE(found, 1);
    }
}

void TestTextFlow::anAddressLongerThanALineBreaksAfterASlash()
{
    const QString path = QStringLiteral("http://www.example.gov.cn/zwgk/zfxxgk/ndbg/")
        + QStringLiteral("2021nianduzhengfuxinxigongkaigongzuoniandubaogao/index.html");
    const auto set = flush(path);
    QVERIFY(set.size() >= 2);
    QString all;
    for (size_t i = 0; i < set.size(); ++i) {
        QVERIFY(set[i].width <= body().width + kEdge);
        if (i + 1 < set.size())
            QVERIFY2(textOf(set[i]).endsWith(u'/'), qPrintable(textOf(set[i])));
        all += textOf(set[i]);
    }
    QCOMPARE(all, path);
}

void TestTextFlow::anythingElseLongerThanALineIsBrokenAnywhere()
{
    const QString word = QStringLiteral("x").repeated(200);
    QString all;
    for (const TextLine &line : flush(word)) {
        QVERIFY(line.width <= body().width + kEdge);
        all += textOf(line);
    }
    QCOMPARE(all, word);
}

/// Between the width of the first, indented line and that of a whole one.
void TestTextFlow::aWordAsWideAsALineDoesNotRunOverTheEdge()
{
    const TextStyle style = body();
    QString word;
    while (textWidth(*m_fonts, word, style) < style.width - style.cell)
        word += u'0';
    for (const TextLine &line : lines(word + hanzi(10)))
        QVERIFY2(line.width <= style.width + kEdge, qPrintable(textOf(line)));
}

void TestTextFlow::shortLinesBeforeALongWordAreNotTornApart()
{
    const auto set = lines(QStringLiteral("网址：") + QStringLiteral("x").repeated(80));
    for (const TextLine &line : set) {
        for (size_t i = 1; i < line.glyphs.size(); ++i) {
            const double step = double(line.glyphs[i].glyph.x - line.glyphs[i - 1].glyph.x);
            QVERIFY2(step < 2.5 * body().cell, qPrintable(textOf(line)));
        }
    }
}

/// Telephone and mail of an office: what cannot be parted goes to the next line, and the one that it leaves
/// is not stretched so far that one sees it.
void TestTextFlow::aLineThatAWordLeavesIsNotStretched()
{
    const QString contact = QStringLiteral("；电话：0631-5757166；电子邮箱：zhangcun@126.com）。");
    bool isRagged = false;
    for (int before = 0; before < 28; ++before) {
        const auto set = flush(hanzi(before) + contact);
        for (const TextLine &line : set) {
            for (size_t i = 1; i < line.glyphs.size(); ++i) {
                const double step = double(line.glyphs[i].glyph.x - line.glyphs[i - 1].glyph.x);
                QVERIFY2(step < 1.2 * body().cell, qPrintable(textOf(line)));
            }
        }
        isRagged |= set.size() > 1 && set.front().width < body().width - 3 * body().cell;
    }
    QVERIFY(isRagged); // the case was there
}

void TestTextFlow::aSpaceDoesNotLetAMarkBeginALine()
{
    for (int before = 20; before < 32; ++before) {
        for (const TextLine &line : flush(hanzi(before) + QStringLiteral(" 。") + hanzi(20)))
            QVERIFY2(!textOf(line).startsWith(u'。'), qPrintable(QString::number(before)));
        for (const TextLine &line : flush(hanzi(before) + QStringLiteral("（ 政") + hanzi(20)))
            QVERIFY2(!textOf(line).endsWith(u'（'), qPrintable(QString::number(before)));
    }
}

/// Parted after / . or -, so that no line before it is stretched by more than a piece of it.
void TestTextFlow::aLongAddressFillsTheLineItEnds()
{
    const QString address = QStringLiteral("https://www.example.gov.cn/zwgk/2021/12-31/index.html");
    const TextStyle style = body();
    const double longest = textWidth(*m_fonts, QStringLiteral("https://"), style) + style.cell;
    bool isParted = false;
    for (int before = 0; before < 28; ++before) {
        const auto set = flush(hanzi(before) + address + hanzi(40));
        QString all;
        for (size_t i = 0; i + 1 < set.size(); ++i) {
            const double natural = textWidth(*m_fonts, textOf(set[i]), style);
            QVERIFY2(style.width - natural < longest,
                qPrintable(QStringLiteral("%1: %2").arg(before).arg(textOf(set[i]))));
            const QString line = textOf(set[i]);
            const bool endsInside = line.contains(u'h') && !line.contains(QStringLiteral("html"));
            isParted |= endsInside;
            if (endsInside)
                QVERIFY2(QStringLiteral("/.-").contains(line.back()), qPrintable(line));
        }
        for (const TextLine &line : set)
            all += textOf(line);
        QCOMPARE(all, hanzi(before) + address + hanzi(40));
    }
    QVERIFY(isParted);
}

void TestTextFlow::aCharacterOfNoFaceIsKept()
{
    const auto set = lines(QStringLiteral("政\uE000务"));
    QCOMPARE(textOf(set[0]), QStringLiteral("政\uE000务"));
    QVERIFY(set[0].missing == U"\uE000");
    const FontSet::Hit box = m_fonts->find(FontRole::Body, U'□'); // and not the box of some font
    QVERIFY(box.glyph != 0);
    QCOMPARE(set[0].glyphs[1].glyph.glyph, box.glyph);
    QCOMPARE(set[0].glyphs[1].face, box.face);
}

/// Random paragraphs: nothing is lost, nothing stands where it must not, edges are straight.
void TestTextFlow::anyParagraphKeepsTheRules()
{
    const QStringList pieces{QStringLiteral("政务公开"), QStringLiteral("年度"), QStringLiteral("镇"),
        QStringLiteral("，"), QStringLiteral("。"), QStringLiteral("、"), QStringLiteral("（"),
        QStringLiteral("）"), QStringLiteral("《"), QStringLiteral("》"), QStringLiteral("“"),
        QStringLiteral("”"), QStringLiteral("：“"), QStringLiteral("》（"), QStringLiteral("——"),
        QStringLiteral("……"), QStringLiteral("2021年"), QStringLiteral("1305条"), QStringLiteral("12.5%"),
        QStringLiteral("WPS"), QStringLiteral(" "), QStringLiteral("0631—5757166")};
    QRandomGenerator random(20211231);
    for (int round = 0; round < 400; ++round) {
        QString text = QStringLiteral("政");
        QString last = text;
        for (int i = 0; i < 60; ++i) {
            const QString piece = pieces[random.bounded(int(pieces.size()))];
            // runs of marks that nobody writes could not be broken anywhere
            const bool isMark = (closing() + opening()).contains(piece.front());
            const bool wasMark = (closing() + opening() + u'—' + u'…' + u' ').contains(last.back());
            if ((isMark || piece.front() == u'—' || piece.front() == u'…') && wasMark)
                continue;
            const bool joins = piece.front() > u' ' && piece.front().unicode() < 0x7F && last.back() > u' '
                && last.back().unicode() < 0x7F;
            if (joins) // words longer than a line have tests of their own
                continue;
            text += piece;
            last = piece;
        }
        QString all;
        const auto set = lines(text);
        for (size_t i = 0; i < set.size(); ++i) {
            QString line = textOf(set[i]);
            const QByteArray what = line.toUtf8();
            QVERIFY(!line.isEmpty());
            if (i + 1 < set.size() && line.back() == u' ')
                line.chop(1); // for those who read on; nothing of the width
            QVERIFY2(i == 0 || !closing().contains(line.front()), what);
            QVERIFY2(!line.front().isSpace() && !line.back().isSpace(), what);
            QVERIFY2(set[i].width <= body().width + kEdge, what);
            if (i + 1 < set.size()) {
                QVERIFY2(!opening().contains(line.back()), what);
                const auto wide
                    = std::count_if(line.cbegin(), line.cend(), [](QChar c) { return c.unicode() > 0x7F; });
                const double rest = body().width - set[i].width; // too much for its gaps: ragged
                QVERIFY2(std::abs(rest) < kEdge || rest > double(wide) * body().cell / 12, what);
            }
            all += line;
        }
        QCOMPARE(withoutSpaces(all), withoutSpaces(text));
        QString joined;
        for (const TextLine &line : set)
            joined += textOf(line);
        QCOMPARE(joined, text.simplified());
    }
}

QTEST_GUILESS_MAIN(TestTextFlow)
#include "tst_textflow.moc"
