// SPDX-License-Identifier: MulanPSL-2.0
#include "foundink.h"
#include "pagesetup.h"
#include "pagestyle.h"
#include "paperpages.h"
#include "reportplaces.h"
#include "testreports.h"
#include "textsearch.h"

#include <QTest>

using namespace nianbao;

class FoundInkTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const FontSet> m_fonts;

    /// The characters whose glyphs begin in these boxes.
    static QString wordsIn(const PageDocument &document, const std::vector<InkLine> &lines)
    {
        QString words;
        for (const InkLine &line : lines) {
            for (const GlyphRun &run : document.pages[size_t(line.page)].runs) {
                if (run.baseline < line.box.top() || run.baseline > line.box.bottom() || run.element < 0)
                    continue;
                for (const Glyph &glyph : run.glyphs) {
                    if (double(glyph.x) > line.box.left() - 0.5 && double(glyph.x) < line.box.right() - 0.5
                        && glyph.character != U' ')
                        words += QString::fromUcs4(&glyph.character, 1);
                }
            }
        }
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void theBoxesLieOverTheWords_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("printed");
        const QString overview = QStringLiteral("overview/1");
        QTest::newRow("in the first paragraph")
            << overview << QStringLiteral("一二三四五") << QStringLiteral("三四") << QStringLiteral("三四");
        QTest::newRow("in a later paragraph, behind blanks")
            << overview << QStringLiteral("一二\n\n　　甲 乙丙") << QStringLiteral("乙丙")
            << QStringLiteral("乙丙");
        QTest::newRow("behind a live figure") << overview << QStringLiteral("共{{channels.total}}条，甲乙")
                                              << QStringLiteral("甲乙") << QStringLiteral("甲乙");
        QTest::newRow("a live figure and the word behind it")
            << overview << QStringLiteral("共{{requests.received.individual}}件") << QStringLiteral("0件")
            << QStringLiteral("0件");
        QTest::newRow("over the end of a line") << overview << QString(25, u'长') + QStringLiteral("甲乙丙丁")
                                                << QStringLiteral("甲乙丙丁") << QStringLiteral("甲乙丙丁");
        QTest::newRow("in a heading, behind its number")
            << QStringLiteral("overview/1/heading") << QStringLiteral("公开甲乙情况")
            << QStringLiteral("甲乙") << QStringLiteral("甲乙");
        QTest::newRow("in the title") << QStringLiteral("title") << QStringLiteral("柳林镇甲乙报告")
                                      << QStringLiteral("甲乙") << QStringLiteral("甲乙");
        QTest::newRow("in the introduction") << QStringLiteral("introduction") << QStringLiteral("一\n二甲乙")
                                             << QStringLiteral("甲乙") << QStringLiteral("甲乙");
        QTest::newRow("under a table")
            << QStringLiteral("table_notes/requests") << QStringLiteral("注：\n见甲乙。")
            << QStringLiteral("甲乙") << QStringLiteral("甲乙");
        QTest::newRow("in the note of a cell")
            << QStringLiteral("requests.received.individual/note") << QStringLiteral("含甲乙")
            << QStringLiteral("甲乙") << QStringLiteral("甲乙");
        QTest::newRow("what is not printed")
            << QStringLiteral("organisation/address") << QStringLiteral("甲乙路") << QStringLiteral("甲乙")
            << QString();
    }
    void theBoxesLieOverTheWords()
    {
        QFETCH(QString, place);
        QFETCH(QString, text);
        QFETCH(QString, words);
        Report report = test::filledReport();
        const auto step = withTextAt(report, *Place::parse(place), text);
        QVERIFY(step && report.apply(Change::of({}, *step)));
        const PageDocument document = pagesOfState(report, {}, m_fonts);
        QList<Place> places;
        for (const TextHit &hit : findText(report, {words}).list) {
            if (hit.place.whole().toString() == place)
                places.append(hit.place);
        }
        QCOMPARE(places.size(), 1);
        const auto ink = foundInk(report, places, document);
        QCOMPARE(ink.size(), size_t(1));
        const QString printed = wordsIn(document, ink.front());
        QTEST(printed, "printed");
    }

    void aCellIsItsSquare()
    {
        const Report report = test::filledReport();
        const PageDocument document = pagesOfState(report, {}, m_fonts);
        const CellId cell(QStringLiteral("requests.received.individual"));
        const auto ink
            = foundInk(report, {Place::cell(cell), Place::section(SectionId(QStringLiteral("x")))}, document);
        QCOMPARE(ink[0].size(), size_t(1));
        const Place *there = sourceAt(document, ink[0][0].page, ink[0][0].box.center());
        QVERIFY(there && *there == Place::cell(cell));
        QVERIFY(ink[1].empty());
    }
};

QTEST_MAIN(FoundInkTest)
#include "tst_foundink.moc"
