// SPDX-License-Identifier: MulanPSL-2.0
#include "glyphoutline.h"
#include "pagewalk.h"
#include "paginate.h"
#include "reportmanuscript.h"
#include "testreports.h"
#include "textflow.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr double kGrid = 0.05; // mm
constexpr double kEdge = 0.1; // mm
constexpr double kDash = 0.4; // mm: a face's dash may be narrower than the em it stands in

void edit(Report &report, QList<Step> steps)
{
    const auto done = report.apply(Change{{}, std::move(steps), {}});
    QVERIFY(done.has_value());
}

QString lines(int count) // a paragraph of so many lines
{
    return QStringLiteral("政").repeated(26 + 28 * (count - 2) + 14);
}

QString paragraph(int count) { return count < 2 ? QStringLiteral("政务公开。") : lines(count); }

} // namespace

class TestPaginate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReport_data();
    void bodyTextStandsOnTheGrid_data() { everyReport_data(); }
    void bodyTextStandsOnTheGrid();
    void textIsCompleteAndInOrder_data() { everyReport_data(); }
    void textIsCompleteAndInOrder();
    void inkStaysInTheTypeArea_data() { everyReport_data(); }
    void inkStaysInTheTypeArea();
    void nothingStandsAlone_data() { everyReport_data(); }
    void nothingStandsAlone();
    void theRequestsStandOnOnePage_data() { everyReport_data(); }
    void theRequestsStandOnOnePage();
    void pageNumbersStandWhereTheClauseSays_data() { everyReport_data(); }
    void pageNumbersStandWhereTheClauseSays();
    void everySectionHasABookmarkAtItsHeading_data() { everyReport_data(); }
    void everySectionHasABookmarkAtItsHeading();
    void headingsStayWithTheirText_data();
    void headingsStayWithTheirText();
    void anEmptySectionKeepsItsHeadingWithWhatFollows();
    void theSignatureIsNeverAlone_data();
    void theSignatureIsNeverAlone();
    void layoutIsFast();

private:
    PageDocument pages(const Report &report, const QString &mark = {}) const
    {
        return paginate(manuscriptOf(report), pageStyle(), m_fonts, {mark});
    }

    std::shared_ptr<const FontSet> m_fonts;
};

void TestPaginate::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

void TestPaginate::everyReport_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : test::sampleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPaginate::bodyTextStandsOnTheGrid()
{
    QFETCH(QString, name);
    const PageDocument document = pages(test::sampleReport(name));
    const PageStyle &style = pageStyle();
    const double first = style.top + (style.linePitch() - style.bodySize) / 2 + kEmAscent * style.bodySize;
    for (const Page &page : document.pages) {
        double last = 0;
        for (const Line &line : linesOf(document, page)) {
            const double slot = (line.baseline - first) / style.linePitch();
            QVERIFY2(std::abs(slot - std::round(slot)) * style.linePitch() < kGrid, qPrintable(line.text));
            QVERIFY(slot > -0.5 && slot < style.linesPerPage - 0.5);
            QVERIFY2(line.baseline > last, "top to bottom");
            last = line.baseline;
        }
    }
}

void TestPaginate::textIsCompleteAndInOrder()
{
    QFETCH(QString, name);
    const Report report = test::sampleReport(name);
    const QString all = textOf(pages(report));
    qsizetype at = 0;
    const auto expectNext = [&](const QString &text) {
        const qsizetype found = all.indexOf(bare(text), at);
        QVERIFY2(found >= 0, qPrintable(text));
        at = found + bare(text).size();
    };
    expectNext(report.title());
    for (const QString &text : report.fact(fact::kIntroduction).split(u'\n'))
        expectNext(text);
    for (const SectionSpec &section : report.spec().sections) {
        expectNext(section.heading());
        const QList<SubSection> subs = report.subSections(section.id);
        const QStringList headings = numberedHeadings(subs);
        for (int i = 0; i < subs.size(); ++i) {
            expectNext(headings[i]);
            for (const QString &text : subs[i].text.split(u'\n'))
                expectNext(text);
        }
        if (section.kind != SectionSpec::Kind::Table)
            continue;
        for (const CellId &cell : report.spec().table(section.table)->cells) {
            if (const auto value = report.value(cell))
                expectNext(value->toString());
        }
    }
}

void TestPaginate::inkStaysInTheTypeArea()
{
    QFETCH(QString, name);
    const PageDocument document = pages(test::sampleReport(name));
    const PageStyle &style = pageStyle();
    for (const Page &page : document.pages) {
        for (const Line &line : linesOf(document, page)) {
            QVERIFY2(line.left > style.left - kEdge, qPrintable(line.text));
            // a squeezed mark's blank half may hang over the edge
            QVERIFY2(
                line.right < style.left + style.typeWidth + style.cell() / 2 + kEdge, qPrintable(line.text));
        }
        for (const Stroke &rule : page.rules)
            QVERIFY(rule.y2 < style.top + style.typeHeight + 0.3);
        QVERIFY(!page.runs.empty());
        QCOMPARE(page.runs.back().role, InkRole::PageNumber);
    }
}

void TestPaginate::nothingStandsAlone()
{
    QFETCH(QString, name);
    QCOMPARE(faults(pages(test::sampleReport(name)), pageStyle()), QStringList());
}

void TestPaginate::theRequestsStandOnOnePage()
{
    QFETCH(QString, name);
    const Report report = test::sampleReport(name);
    const PageDocument document = pages(report);
    QSet<int> shown;
    int headingPage = -1;
    for (size_t i = 0; i < document.pages.size(); ++i) {
        for (const GlyphRun &run : document.pages[i].runs) {
            const Place source = run.source < 0 ? Place() : document.sources[size_t(run.source)];
            if (source.cellId().table() == TableId(QStringLiteral("requests")))
                shown.insert(int(i));
            if (run.role == InkRole::Heading1 && source.toString() == u"requests")
                headingPage = int(i);
            if (run.role == InkRole::Cell || run.role == InkRole::HeadCell)
                QVERIFY(run.size <= pageStyle().tableSize + 1e-6);
            if (run.role == InkRole::HeadCell)
                QVERIFY(run.size >= pageStyle().tableSmallSize - 1e-6);
        }
    }
    QCOMPARE(shown, QSet<int>{headingPage});
}

void TestPaginate::pageNumbersStandWhereTheClauseSays()
{
    QFETCH(QString, name);
    const PageDocument document = pages(test::sampleReport(name));
    const PageStyle &style = pageStyle();
    for (size_t i = 0; i < document.pages.size(); ++i) {
        const Page &page = document.pages[i];
        QCOMPARE(page.number, int(i) + 1);
        const GlyphRun &run = page.runs.back();
        QCOMPARE(textOf(run), QStringLiteral("— %1 —").arg(page.number));
        QVERIFY(std::abs(run.size - style.pageNumberSize) < 1e-9);
        const FontFace &face = m_fonts->face(run.face);
        const Glyph &last = run.glyphs.back();
        const double right = double(last.x) + face.advance(last.glyph) * run.size;
        if (page.number % 2)
            QVERIFY(std::abs(right - (style.left + style.typeWidth - run.size)) < kDash);
        else
            QVERIFY(std::abs(double(run.glyphs.front().x) - (style.left + run.size)) < kDash);
        const double dash = run.baseline + glyphOutline(face, last.glyph).boundingRect().top() * run.size;
        QVERIFY(std::abs(dash - (style.top + style.typeHeight + style.pageNumberDrop)) < kEdge);
    }
}

void TestPaginate::everySectionHasABookmarkAtItsHeading()
{
    QFETCH(QString, name);
    const Report report = test::sampleReport(name);
    const PageDocument document = pages(report);
    QStringList expected;
    for (const SectionSpec &section : report.spec().sections) {
        expected.append(section.heading());
        if (const TableSpec *table = report.spec().table(section.table))
            expected.append(table->name);
        for (const QString &heading : numberedHeadings(report.subSections(section.id))) {
            if (!heading.isEmpty())
                expected.append(heading);
        }
    }
    QStringList marked;
    for (const Bookmark &bookmark : document.bookmarks) {
        marked.append(bookmark.text);
        if (bookmark.text.startsWith(QStringLiteral("表"))) { // it leads to the table's frame
            const auto &rules = document.pages[size_t(bookmark.page)].rules;
            QVERIFY(std::any_of(rules.begin(), rules.end(),
                [&](const Stroke &rule) { return std::abs(rule.y1 - bookmark.y) < kGrid; }));
            continue;
        }
        bool found = false;
        for (const Line &line : linesOf(document, document.pages[size_t(bookmark.page)])) {
            const bool here
                = line.baseline > bookmark.y && line.baseline < bookmark.y + pageStyle().linePitch();
            found = found || (here && bare(bookmark.text).startsWith(bare(line.text)));
        }
        QVERIFY2(found, qPrintable(bookmark.text));
    }
    QCOMPARE(marked, expected);
}

void TestPaginate::headingsStayWithTheirText_data()
{
    QTest::addColumn<int>("length");
    for (int length = 1; length <= 5; ++length)
        QTest::addRow("before %d lines", length) << length;
}

void TestPaginate::headingsStayWithTheirText()
{
    QFETCH(int, length);
    for (int before = 1; before < 30; ++before) {
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        edit(report,
            {SetText{overview, 0, paragraph(before)},
                InsertSubSection{overview, 1, {QStringLiteral("概述"), paragraph(length)}},
                InsertSubSection{overview, 2, {QStringLiteral("监督保障"), paragraph(length)}}});
        const QStringList found = faults(pages(report), pageStyle());
        QVERIFY2(found.isEmpty(),
            qPrintable(QStringLiteral("%1 lines before: %2").arg(before).arg(found.join(u';'))));
    }
}

void TestPaginate::anEmptySectionKeepsItsHeadingWithWhatFollows()
{
    for (int before = 1; before < 30; ++before) {
        Report report = test::filledReport();
        edit(report,
            {RemoveSubSection{SectionId(QStringLiteral("problems")), 0},
                SetFact{QStringLiteral("table_notes.disputes"), {}},
                SetText{SectionId(QStringLiteral("overview")), 0, paragraph(before)},
                InsertSubSection{SectionId(QStringLiteral("problems")), 0, {QStringLiteral("问题"), {}}}});
        const QStringList found = faults(pages(report), pageStyle());
        QVERIFY2(found.isEmpty(),
            qPrintable(QStringLiteral("%1 lines before: %2").arg(before).arg(found.join(u';'))));
        // the same in front of a table: overview with a heading and no text
        edit(report,
            {SetFact{QLatin1String(fact::kIntroduction), paragraph(before)},
                SetText{SectionId(QStringLiteral("overview")), 0, QString()}});
        const QStringList more = faults(pages(report), pageStyle());
        QVERIFY2(more.isEmpty(),
            qPrintable(QStringLiteral("%1 lines before: %2").arg(before).arg(more.join(u';'))));
    }
}

void TestPaginate::theSignatureIsNeverAlone_data()
{
    QTest::addColumn<int>("length");
    for (int length = 1; length <= 6; ++length)
        QTest::addRow("after %d lines", length) << length;
}

void TestPaginate::theSignatureIsNeverAlone()
{
    QFETCH(int, length);
    const SectionId other(QStringLiteral("other"));
    for (int before = 1; before < 26; ++before) {
        Report report = test::filledReport();
        edit(report,
            {SetText{other, 0, paragraph(before)},
                InsertSubSection{other, 1, {QStringLiteral("其他"), paragraph(length)}},
                SetFact{QLatin1String(fact::kSignature), QStringLiteral("清河县柳林镇人民政府")},
                SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")}});
        const QStringList found = faults(pages(report), pageStyle());
        QVERIFY2(found.isEmpty(),
            qPrintable(QStringLiteral("%1 lines before: %2").arg(before).arg(found.join(u';'))));
    }
}

void TestPaginate::layoutIsFast()
{
    const Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
    pages(report); // faces are looked up once
    QElapsedTimer timer;
    timer.start();
    const PageDocument document = pages(report);
    const double elapsed = double(timer.nsecsElapsed()) / 1e6;
    qInfo("paginate, warm: %.2f ms for %d pages", elapsed, int(document.pages.size()));
    QVERIFY(elapsed < 150); // far above the 30 ms aimed at: machines of tests are shared
}

QTEST_GUILESS_MAIN(TestPaginate)
#include "tst_paginate.moc"
