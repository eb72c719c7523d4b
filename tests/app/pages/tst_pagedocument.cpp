// SPDX-License-Identifier: MulanPSL-2.0
#include "pagedocument.h"
#include "pagestyle.h"

#include <QTest>

using namespace nianbao;

class TestPageDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void clicksFindTheirSource_data();
    void clicksFindTheirSource();
    void pagesThatDoNotExistHaveNoSource();
    void sectionsAreFoundOnTheirFirstPage_data();
    void sectionsAreFoundOnTheirFirstPage();
    void dumpSaysWhereEachRunStands();

private:
    void addRun(int page, const QString &text, double x, double baseline, int source, InkRole role);

    PageDocument m_document{};
};

void TestPageDocument::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_document.fonts = *fonts;
    m_document.sources = {
        Place::subSection(SectionId(QStringLiteral("overview")), 1).inParagraph(0),
        Place::subSection(SectionId(QStringLiteral("overview")), 1).inParagraph(1),
        Place::cell(CellId(QStringLiteral("requests.received.total"))),
        Place::section(SectionId(QStringLiteral("other"))),
        Place::section(SectionId(QStringLiteral("requests"))),
    };
    m_document.pages.resize(2);
    m_document.pages[1].number = 2;
    addRun(0, QStringLiteral("第一行"), 28, 50, 0, InkRole::Paragraph);
    addRun(0, QStringLiteral("第二行"), 28, 58, 1, InkRole::Paragraph);
    m_document.pages[0].fills.push_back({{100, 45, 20, 10}, QColor(0, 0, 0, 0), 2});
    m_document.pages[0].fills.push_back({{80, 45, 20, 10}, QColor(Qt::gray), 4});
    addRun(0, QStringLiteral("— 1 —"), 170, 270, -1, InkRole::PageNumber);
    addRun(1, QStringLiteral("其他"), 28, 50, 3, InkRole::Heading1);
    addRun(1, QStringLiteral("𠮷"), 28, 70, 0, InkRole::Cell);
}

void TestPageDocument::addRun(
    int page, const QString &text, double x, double baseline, int source, InkRole role)
{
    GlyphRun run{0, 5, baseline, role, source};
    for (const char32_t character : text.toStdU32String()) {
        run.glyphs.push_back({character, m_document.fonts->face(0).glyph(character), float(x)});
        x += 5;
    }
    m_document.pages[size_t(page)].runs.push_back(run);
}

void TestPageDocument::clicksFindTheirSource_data()
{
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<int>("source");
    QTest::newRow("on the ink") << QPointF(30, 48) << 0;
    QTest::newRow("on the next line") << QPointF(30, 56) << 1;
    QTest::newRow("between two lines: the nearer one") << QPointF(30, 51) << 0;
    QTest::newRow("end of the line") << QPointF(44.5, 48) << 0;
    QTest::newRow("figure") << QPointF(110, 50) << 2;
    QTest::newRow("head of a figure") << QPointF(90, 50) << 4;
    QTest::newRow("page number") << QPointF(172, 269) << -1;
    QTest::newRow("white") << QPointF(150, 150) << -1;
}

void TestPageDocument::clicksFindTheirSource()
{
    QFETCH(QPointF, point);
    QFETCH(int, source);
    const Place *wanted = source < 0 ? nullptr : &m_document.sources[size_t(source)];
    QCOMPARE(sourceAt(m_document, 0, point), wanted);
}

void TestPageDocument::pagesThatDoNotExistHaveNoSource()
{
    QVERIFY(!sourceAt(m_document, -1, {30, 48}));
    QVERIFY(!sourceAt(m_document, 2, {30, 48}));
    QVERIFY(!sourceAt(PageDocument(), 0, {30, 48}));
}

void TestPageDocument::sectionsAreFoundOnTheirFirstPage_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<int>("page");
    QTest::newRow("sub-section") << QStringLiteral("overview/2") << 0;
    QTest::newRow("section by its sub-section") << QStringLiteral("overview") << 0;
    QTest::newRow("table without words") << QStringLiteral("requests") << 0;
    QTest::newRow("second page") << QStringLiteral("other") << 1;
    QTest::newRow("half a word is none") << QStringLiteral("over") << -1;
    QTest::newRow("absent") << QStringLiteral("problems") << -1;
}

void TestPageDocument::sectionsAreFoundOnTheirFirstPage()
{
    QFETCH(QString, section);
    QFETCH(int, page);
    QCOMPARE(pageOf(m_document, *Place::parse(section)), page);
}

void TestPageDocument::dumpSaysWhereEachRunStands()
{
    QCOMPARE(dumpPages(m_document),
        QStringLiteral("page 1\n"
                       "28.00 50.00 5.00 paragraph 第一行\n"
                       "28.00 58.00 5.00 paragraph 第二行\n"
                       "170.00 270.00 5.00 number — 1 —\n"
                       "page 2\n"
                       "28.00 50.00 5.00 heading1 其他\n"
                       "28.00 70.00 5.00 cell 𠮷\n"));
}

QTEST_GUILESS_MAIN(TestPageDocument)
#include "tst_pagedocument.moc"
