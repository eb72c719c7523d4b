// SPDX-License-Identifier: MulanPSL-2.0
#include "glyphoutline.h"
#include "reportmanuscript.h"
#include "tableflow.h"
#include "testreports.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <deque>

using namespace nianbao;

namespace {

QString textOf(const GlyphRun &run)
{
    QString text;
    for (const Glyph &glyph : run.glyphs)
        text += QString::fromUcs4(&glyph.character, 1);
    return text;
}

struct Drawn {
    Page page{};
    std::vector<Place> sources{};

    QString text() const
    {
        QString all;
        for (const GlyphRun &run : page.runs)
            all += textOf(run);
        all.remove(u' ');
        return all;
    }
    QString textIn(const QRectF &rect) const
    {
        QString all;
        for (const GlyphRun &run : page.runs) {
            if (rect.contains(double(run.glyphs.front().x) + 0.01, run.baseline))
                all += textOf(run);
        }
        return all;
    }
    const Fill *fillOf(const QString &cell) const
    {
        for (const Fill &fill : page.fills) {
            if (fill.source >= 0 && sources[size_t(fill.source)].toString() == cell)
                return &fill;
        }
        return nullptr;
    }
};

Drawn draw(const TableFlow &flow, const TableFlow::Part &part)
{
    Drawn drawn;
    const PageStyle &style = pageStyle();
    const auto source = [&drawn](const Place &of) {
        drawn.sources.push_back(of);
        return int(drawn.sources.size()) - 1;
    };
    flow.draw(drawn.page, part, style.left, style.top, {source, [](int) { return -1; }});
    return drawn;
}

Drawn drawWhole(const TableFlow &flow) { return draw(flow, {0, flow.rows(), 0, 0}); }

bool isHorizontal(const Stroke &rule) { return std::abs(rule.y1 - rule.y2) < 1e-9; }

} // namespace

class TestTableFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTable_data();
    void everyLabelAndFigureIsReadInOrder_data() { everyTable_data(); }
    void everyLabelAndFigureIsReadInOrder();
    void theFrameIsTheTypeArea_data() { everyTable_data(); }
    void theFrameIsTheTypeArea();
    void noRuleIsDrawnTwice_data() { everyTable_data(); }
    void noRuleIsDrawnTwice();
    void everyFigureCanBeClicked_data() { everyTable_data(); }
    void everyFigureCanBeClicked();
    void textStaysInItsCell_data() { everyTable_data(); }
    void textStaysInItsCell();
    void rowsHaveTheLeastHeight_data() { everyTable_data(); }
    void rowsHaveTheLeastHeight();
    void partsHoldEveryRowOnceUnderItsHead_data() { everyTable_data(); }
    void partsHoldEveryRowOnceUnderItsHead();
    void aMergedHeadIsRepeatedWithItsText();
    void aMergedHeadFitsTheRowThatContinues();
    void blankPrintsNothing();
    void aNoteFollowsItsFigure();
    void aLongFigureIsSetSmallerAndWhole_data();
    void aLongFigureIsSetSmallerAndWhole();
    void aLongFigureWithANoteIsWhole();
    void labelsOfTheRequestsAreFlushLeft();
    void bannersHaveTheirGround();

private:
    TableFlow flowOf(const Report &report, const QString &table, double size)
    {
        m_manuscripts.push_back(manuscriptOf(report));
        const Place place = Place::section(report.spec().sectionOfTable(TableId(table))->id);
        for (const Block &block : m_manuscripts.back().parts.front().blocks) {
            const auto *found = std::get_if<TableBlock>(&block);
            if (found && found->place == place)
                return {*found, pageStyle(), *m_fonts, size};
        }
        qFatal("the report has no such table");
    }
    Report reportWith(const QString &cell, const QString &value, const QString &note = {}) const;

    std::shared_ptr<const FontSet> m_fonts;
    std::deque<Manuscript> m_manuscripts; // of the tables that are laid out
};

void TestTableFlow::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

void TestTableFlow::everyTable_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("table");
    QTest::addColumn<double>("size");
    for (const SpecPointer &form : shippedForms()) {
        for (const TableSpec &table : form->tables) {
            for (const double points : {9.0, 10.5})
                QTest::addRow("%s %s %.1f pt", qPrintable(form->id), qPrintable(table.id.toString()), points)
                    << form->id << table.id.toString() << points * kMmPerPoint;
        }
    }
}

Report TestTableFlow::reportWith(const QString &cell, const QString &value, const QString &note) const
{
    Report report = test::filledReport();
    const auto amount = Amount::parse(value);
    Change change;
    change.steps.append(SetCell{CellId(cell), amount ? std::optional(*amount) : std::nullopt});
    change.steps.append(SetNote{CellId(cell), note});
    const auto done = report.apply(change);
    return done ? report : Report(report.specPointer(), 0);
}

void TestTableFlow::everyLabelAndFigureIsReadInOrder()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report = test::filledReport(form, 2021);
    QList<GridCell> cells = report.spec().table(TableId(table))->grid;
    std::stable_sort(cells.begin(), cells.end(), [](const GridCell &a, const GridCell &b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    QString expected;
    for (const GridCell &cell : cells)
        expected += cell.kind == GridCell::Kind::Figure ? report.value(cell.cell)->toString() : cell.text;
    QCOMPARE(drawWhole(flowOf(report, table, size)).text(), expected.remove(u' '));
}

void TestTableFlow::theFrameIsTheTypeArea()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report = test::filledReport(form, 2021);
    const TableFlow flow = flowOf(report, table, size);
    const PageStyle &style = pageStyle();
    double left = 1000, right = 0, top = 1000, bottom = 0;
    int frames = 0;
    for (const Stroke &rule : drawWhole(flow).page.rules) {
        left = std::min({left, rule.x1, rule.x2});
        right = std::max({right, rule.x1, rule.x2});
        top = std::min({top, rule.y1, rule.y2});
        bottom = std::max({bottom, rule.y1, rule.y2});
        frames += rule.width == style.frameWidth;
        QVERIFY(rule.width == style.frameWidth || rule.width == style.ruleWidth);
    }
    QCOMPARE(frames, 4);
    QVERIFY(std::abs(left - style.left) <= 0.15);
    QVERIFY(std::abs(right - style.left - style.typeWidth) <= 0.15);
    QVERIFY(std::abs(top - style.top) <= 0.15);
    QVERIFY(std::abs(bottom - style.top - flow.height()) <= 0.3);
}

void TestTableFlow::noRuleIsDrawnTwice()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report = test::filledReport(form, 2021);
    const auto rules = drawWhole(flowOf(report, table, size)).page.rules;
    for (size_t i = 0; i < rules.size(); ++i) {
        for (size_t k = i + 1; k < rules.size(); ++k) {
            const Stroke &a = rules[i];
            const Stroke &b = rules[k];
            const bool across = isHorizontal(a);
            if (across != isHorizontal(b))
                continue;
            const bool collinear = std::abs(across ? a.y1 - b.y1 : a.x1 - b.x1) < a.width + b.width;
            const double from = across ? std::max(a.x1, b.x1) : std::max(a.y1, b.y1);
            const double to = across ? std::min(a.x2, b.x2) : std::min(a.y2, b.y2);
            QVERIFY2(!collinear || from > to + 0.5, "one stroke for a straight run");
        }
    }
}

void TestTableFlow::everyFigureCanBeClicked()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report(findForm(form), 2021); // all blank
    const Drawn drawn = drawWhole(flowOf(report, table, size));
    for (const CellId &cell : report.spec().table(TableId(table))->cells) {
        const Fill *fill = drawn.fillOf(cell.toString());
        QVERIFY2(fill, qPrintable(cell.toString()));
        QCOMPARE(fill->colour.alpha(), 0);
        QVERIFY(fill->rect.width() > 5 && fill->rect.height() > 3);
    }
}

void TestTableFlow::textStaysInItsCell()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report = test::filledReport(form, 2021);
    const Drawn drawn = drawWhole(flowOf(report, table, size));
    for (const GlyphRun &run : drawn.page.runs) {
        const double top = run.baseline - kEmAscent * run.size;
        const double bottom = top + run.size;
        const auto inkOf = [&](const Glyph &glyph) { // a squeezed mark's blank half may hang over
            const QRectF ink = glyphOutline(m_fonts->face(run.face), glyph.glyph).boundingRect();
            return std::pair(
                double(glyph.x) + ink.left() * run.size, double(glyph.x) + ink.right() * run.size);
        };
        const double x1 = inkOf(run.glyphs.front()).first;
        const double x2 = inkOf(run.glyphs.back()).second;
        for (const Stroke &rule : drawn.page.rules) {
            const bool crosses = isHorizontal(rule)
                ? rule.y1 > top + 0.2 && rule.y1 < bottom - 0.2 && rule.x1 < x2 && rule.x2 > x1
                : rule.x1 > x1 && rule.x1 < x2 && rule.y1 < bottom - 0.2 && rule.y2 > top + 0.2;
            QVERIFY2(!crosses, qPrintable(textOf(run)));
        }
    }
}

void TestTableFlow::rowsHaveTheLeastHeight()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report = test::filledReport(form, 2021);
    for (const Fill &fill : drawWhole(flowOf(report, table, size)).page.fills)
        QVERIFY(fill.rect.height() >= 1.55 * size);
}

void TestTableFlow::partsHoldEveryRowOnceUnderItsHead()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    QFETCH(double, size);
    const Report report = test::filledReport(form, 2021);
    const TableFlow flow = flowOf(report, table, size);
    const auto &blocks = report.spec().table(TableId(table))->blocks;
    for (const double room : {50.0, 70.0, 110.0}) {
        for (int row = 0; row < flow.rows();) {
            const TableFlow::Part part = flow.partFor(row, room);
            if (part.to == row)
                break; // the head alone is higher than the room: the page is higher
            QCOMPARE(part.from, row);
            QVERIFY(flow.heightOf(part) <= room + 1e-6);
            for (const GridBlock &block : blocks) {
                const bool inside
                    = row >= block.firstRow + block.headRows && row < block.firstRow + block.rows;
                if (inside) {
                    QCOMPARE(part.headFrom, block.firstRow);
                    QCOMPARE(part.headTo, block.firstRow + block.headRows);
                }
                QVERIFY2(part.to <= block.firstRow || part.to > block.firstRow + block.headRows,
                    "a head never stands without its first row");
            }
            row = part.to;
        }
    }
}

void TestTableFlow::aMergedHeadIsRepeatedWithItsText()
{
    const Report report = test::filledReport();
    const TableFlow flow = flowOf(report, QStringLiteral("requests"), pageStyle().tableSize);
    const TableFlow::Part part = flow.partFor(12, 90);
    const QString text = draw(flow, part).text();
    QVERIFY(text.contains(QStringLiteral("申请人情况")));
    QVERIFY(text.contains(QStringLiteral("本年度办理结果")));
    QVERIFY(text.contains(QStringLiteral("不予公开")));
}

/// （三）不予公开 keeps its cell when only the last of its rows continues on the next page.
void TestTableFlow::aMergedHeadFitsTheRowThatContinues()
{
    const Report report = test::filledReport();
    const TableSpec &table = *report.spec().table(TableId(QStringLiteral("requests")));
    const TableFlow flow = flowOf(report, QStringLiteral("requests"), pageStyle().tableSize);
    for (int row = 4; row < flow.rows(); ++row) {
        const TableFlow::Part part{row, std::min(row + 2, flow.rows()), 0, 3};
        const Drawn drawn = draw(flow, part);
        const double bottom = pageStyle().top + flow.heightOf(part);
        const double headEnd = pageStyle().top + flow.heightOf({0, 3, 0, 0});
        for (const GlyphRun &run : drawn.page.runs) {
            const double top = run.baseline - kEmAscent * run.size;
            QVERIFY2(top + run.size < bottom + 0.2, qPrintable(QStringLiteral("row %1").arg(row)));
            QVERIFY2(top > headEnd - 0.2 || top + run.size < headEnd + 0.2,
                qPrintable(QStringLiteral("row %1: %2").arg(row).arg(textOf(run))));
        }
    }
    QCOMPARE(table.blocks.size(), 1);
}

void TestTableFlow::blankPrintsNothing()
{
    const Report report(findForm(QStringLiteral("2021")), 2021);
    for (const GlyphRun &run :
        drawWhole(flowOf(report, QStringLiteral("disclosure"), pageStyle().tableSize)).page.runs)
        QCOMPARE(run.role, InkRole::HeadCell);
}

void TestTableFlow::aNoteFollowsItsFigure()
{
    const QString cell = QStringLiteral("disclosure.normative.issued");
    const Report report = reportWith(cell, QStringLiteral("22"), QStringLiteral("其中修订16件"));
    const Drawn drawn = drawWhole(flowOf(report, QStringLiteral("disclosure"), pageStyle().tableSize));
    QCOMPARE(drawn.textIn(drawn.fillOf(cell)->rect), QStringLiteral("22（其中修订16件）"));
}

void TestTableFlow::aLongFigureIsSetSmallerAndWhole_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("value");
    QTest::newRow("a large count in a narrow column")
        << QStringLiteral("requests.received.individual") << QStringLiteral("1234567");
    QTest::newRow("money with six decimals")
        << QStringLiteral("disclosure.fees.amount") << QStringLiteral("123456789012.123456");
}

void TestTableFlow::aLongFigureIsSetSmallerAndWhole()
{
    QFETCH(QString, cell);
    QFETCH(QString, value);
    const Report report = reportWith(cell, value);
    const QString table = cell.section(u'.', 0, 0);
    const Drawn drawn = drawWhole(flowOf(report, table, pageStyle().tableSize));
    const QRectF rect = drawn.fillOf(cell)->rect;
    QCOMPARE(drawn.textIn(rect), value);
    for (const GlyphRun &run : drawn.page.runs) {
        if (textOf(run) != value)
            continue;
        const double right = double(run.glyphs.back().x)
            + m_fonts->face(run.face).advance(run.glyphs.back().glyph) * run.size;
        QVERIFY(right <= rect.right());
        QVERIFY(run.size >= 6 * kMmPerPoint - 1e-6);
        return;
    }
    QFAIL("the figure is one run on one line");
}

void TestTableFlow::aLongFigureWithANoteIsWhole()
{
    const QString cell = QStringLiteral("requests.received.individual");
    const Report report = reportWith(cell, QStringLiteral("1234567"), QStringLiteral("含上年"));
    const Drawn drawn = drawWhole(flowOf(report, QStringLiteral("requests"), pageStyle().tableSize));
    const auto whole = [](const GlyphRun &run) { return textOf(run).startsWith(QLatin1String("1234567")); };
    QVERIFY(std::any_of(drawn.page.runs.begin(), drawn.page.runs.end(), whole));
    QCOMPARE(drawn.textIn(drawn.fillOf(cell)->rect), QStringLiteral("1234567（含上年）"));
}

void TestTableFlow::labelsOfTheRequestsAreFlushLeft()
{
    const Report report = test::filledReport();
    std::vector<double> lefts;
    for (const GlyphRun &run :
        drawWhole(flowOf(report, QStringLiteral("requests"), pageStyle().tableSize)).page.runs) {
        if (textOf(run).startsWith(QStringLiteral("1.属于"))
            || textOf(run).startsWith(QStringLiteral("2.重")))
            lefts.push_back(double(run.glyphs.front().x));
    }
    QCOMPARE(lefts.size(), size_t(2));
    QVERIFY(std::abs(lefts[0] - lefts[1]) < 0.2);
}

void TestTableFlow::bannersHaveTheirGround()
{
    const Report report = test::filledReport();
    int banners = 0;
    for (const Fill &fill :
        drawWhole(flowOf(report, QStringLiteral("disclosure"), pageStyle().tableSize)).page.fills) {
        if (fill.colour != pageStyle().banner)
            continue;
        ++banners;
        QVERIFY(std::abs(fill.rect.width() - pageStyle().typeWidth) < 0.5);
    }
    QCOMPARE(banners, 4);
}

QTEST_GUILESS_MAIN(TestTableFlow)
#include "tst_tableflow.moc"
