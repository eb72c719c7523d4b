// SPDX-License-Identifier: MulanPSL-2.0
#include "pagewalk.h"
#include "paginate.h"
#include "reportmanuscript.h"
#include "testreports.h"
#include "textflow.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr double kEdge = 0.1; // mm

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

class TestPageParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSignatureStandsAsTheClauseSays_data();
    void theSignatureStandsAsTheClauseSays();
    void aLongNameIsSignedInEvenLines_data();
    void aLongNameIsSignedInEvenLines();
    void aVeryLongTitleIsEvenToo();
    void theTitleIsBrokenAtSense_data();
    void theTitleIsBrokenAtSense();
    void aSealedSignatureLeavesRoomForTheSeal();
    void aLongTitleIsNoHourglass();
    void theFilledAreaTouchesBothEdges();
    void aCoverStandsBeforePageOne();
    void aTableNoteStandsUnderItsTable();
    void aTableLongerThanAPageRepeatsItsHead();
    void aDraftIsMarkedByShapesOnEveryPage();
    void clicksFindFiguresAndParagraphs();
    void anEmptyReportHasAllHeadings();

private:
    PageDocument pages(const Report &report, const QString &mark = {}) const
    {
        return paginate(manuscriptOf(report), pageStyle(), m_fonts, {mark});
    }

    std::shared_ptr<const FontSet> m_fonts;
};

void TestPageParts::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

void TestPageParts::theSignatureStandsAsTheClauseSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("nameFree"); // cells right of the name; -1: not looked at
    QTest::addColumn<double>("dateFree");
    QTest::newRow("a name longer than the date") << QStringLiteral("清河县柳林镇人民政府") << 2.0 << -1.0;
    QTest::newRow("a date longer than the name") << QStringLiteral("县教育局") << -1.0 << 2.0;
}

void TestPageParts::theSignatureStandsAsTheClauseSays()
{
    QFETCH(QString, name);
    QFETCH(double, nameFree);
    QFETCH(double, dateFree);
    Report report = test::filledReport();
    edit(report,
        {SetFact{QLatin1String(fact::kSignature), name},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")}});
    const PageDocument document = pages(report);
    std::vector<Line> signature;
    double lastText = 0;
    for (const Line &line : linesOf(document, document.pages.back())) {
        if (line.role == InkRole::Signature)
            signature.push_back(line);
        else
            lastText = line.baseline;
    }
    QCOMPARE(signature.size(), size_t(2));
    QCOMPARE(signature[0].text, name);
    QCOMPARE(signature[1].text, QStringLiteral("2022年1月5日"));
    const PageStyle &style = pageStyle();
    QVERIFY(std::abs(signature[1].left - signature[0].left - 2 * style.cell()) < kEdge);
    const double edge = style.left + style.typeWidth;
    if (nameFree >= 0)
        QVERIFY(std::abs(edge - signature[0].right - nameFree * style.cell()) < kEdge);
    if (dateFree >= 0)
        QVERIFY(std::abs(edge - signature[1].right - dateFree * style.cell()) < kEdge);
    QCOMPARE(slotOf(signature[0].baseline) - slotOf(lastText), 2); // one empty line
}

void TestPageParts::theTitleIsBrokenAtSense_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("lines");
    const QString kind = QStringLiteral("政府信息公开工作年度报告");
    QTest::newRow("short") << QStringLiteral("宿迁市2024年") + kind
                           << QStringList{QStringLiteral("宿迁市2024年") + kind};
    QTest::newRow("after the body's name") << QStringLiteral("威海市环翠区张村镇2021年")
            + kind << QStringList{QStringLiteral("威海市环翠区张村镇"), QStringLiteral("2021年") + kind};
    QTest::newRow("the year in front") << QStringLiteral("2019年上海市人民政府办公厅") + kind
                                       << QStringList{QStringLiteral("2019年上海市人民政府办公厅"), kind};
}

void TestPageParts::theTitleIsBrokenAtSense()
{
    QFETCH(QString, title);
    QFETCH(QStringList, lines);
    Report report = test::filledReport();
    edit(report, {SetFact{QLatin1String(fact::kTitle), title}});
    const PageDocument document = pages(report);
    QStringList set;
    double baseline = 0;
    for (const GlyphRun &run : document.pages.front().runs) {
        if (run.role != InkRole::Title)
            continue;
        if (run.baseline != baseline)
            set.append(QString());
        baseline = run.baseline;
        set.last() += textOf(run);
    }
    QCOMPARE(set, lines);
}

void TestPageParts::aLongNameIsSignedInEvenLines_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("names"); // lines
    QTest::addColumn<bool>("seal");
    for (const bool seal : {false, true}) {
        QTest::addRow("a line, seal %d", seal) << 26 << 1 << seal;
        QTest::addRow("one more than a line, seal %d", seal) << 29 << 2 << seal;
        QTest::addRow("67 characters, seal %d", seal) << 67 << 3 << seal;
        QTest::addRow("120 characters, seal %d", seal) << 120 << 5 << seal;
        QTest::addRow("longer than a page, seal %d", seal) << 700 << 30 << seal;
    }
}

void TestPageParts::aLongNameIsSignedInEvenLines()
{
    QFETCH(int, length);
    QFETCH(int, names);
    QFETCH(bool, seal);
    const PageStyle &style = pageStyle();
    const QString name
        = QStringLiteral("清河县柳林镇人民政府政务公开领导小组办公室").repeated(40).left(length);
    Report report = filledReport();
    edit(report,
        {SetFact{QLatin1String(fact::kSignature), name},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")}});
    PageOptions options;
    options.seal = seal;
    const PageDocument document = paginate(manuscriptOf(report), style, m_fonts, options);
    std::vector<Line> signature;
    for (const Page &page : document.pages) {
        for (const Line &line : linesOf(document, page)) {
            if (line.role == InkRole::Signature)
                signature.push_back(line);
            QVERIFY(line.baseline < style.top + style.typeHeight + kEdge);
        }
    }
    QCOMPARE(int(signature.size()), names + 1);
    const Line date = signature.back();
    signature.pop_back();
    QString all;
    double widest = 0, narrowest = style.typeWidth;
    const double edge = style.left + style.typeWidth;
    const double middle = signature.front().cellLeft + signature.front().cellRight;
    for (const Line &line : signature) {
        all += line.text;
        widest = std::max(widest, line.cellRight - line.cellLeft);
        narrowest = std::min(narrowest, line.cellRight - line.cellLeft);
        QVERIFY(line.cellLeft >= style.left - kEdge);
        QVERIFY(line.cellRight <= edge - (seal ? 0 : 2 * style.cell()) + kEdge);
        QVERIFY(std::abs(line.cellLeft + line.cellRight - middle) < 2 * kEdge); // in the middle of each other
    }
    QCOMPARE(all, name);
    QVERIFY(widest - narrowest < 7 * style.cell());
    if (names > 1)
        QVERIFY(signature.front().cellLeft > style.left + style.cell()); // not a paragraph flush left
    QCOMPARE(date.text, QStringLiteral("2022年1月20日"));
    if (seal)
        QVERIFY(std::abs(edge - date.cellRight - 4 * style.cell()) < kEdge);
    else
        QVERIFY(std::abs(date.cellLeft - signature.back().cellLeft - 2 * style.cell()) < kEdge);
}

void TestPageParts::aVeryLongTitleIsEvenToo()
{
    const PageStyle &style = pageStyle();
    Report report = filledReport();
    const QString name = QStringLiteral("清河县柳林镇人民政府政务公开领导小组办公室").repeated(4).left(67);
    edit(report, {SetFact{QLatin1String(fact::kName), name}, SetFact{QLatin1String(fact::kTitle), {}}});
    const PageDocument document = pages(report);
    QString all;
    std::map<double, std::pair<double, double>> lines; // by baseline: left and right
    for (const GlyphRun &run : document.pages.front().runs) {
        if (run.role != InkRole::Title)
            continue;
        all += textOf(run);
        const double left = double(run.glyphs.front().x);
        const double right = double(run.glyphs.back().x) + style.titleSize;
        const auto [line, isNew] = lines.try_emplace(run.baseline, left, right);
        line->second = {std::min(line->second.first, left), std::max(line->second.second, right)};
    }
    QList<double> widths;
    for (const auto &[baseline, sides] : lines) {
        widths.append(sides.second - sides.first);
        QVERIFY(sides.first >= style.left - kEdge && sides.second <= style.left + style.typeWidth + kEdge);
    }
    QCOMPARE(all, report.title());
    QVERIFY(widths.size() >= 5);
    widths.removeLast(); // the year and the kind of paper
    QVERIFY(*std::max_element(widths.begin(), widths.end()) - *std::min_element(widths.begin(), widths.end())
        < 7 * style.titleSize);
}

void TestPageParts::aSealedSignatureLeavesRoomForTheSeal()
{
    const PageStyle &style = pageStyle();
    const double edge = style.left + style.typeWidth;
    for (int before = 1; before < 26; ++before) {
        Report report = test::filledReport();
        edit(report,
            {SetText{SectionId(QStringLiteral("other")), 0, paragraph(before)},
                SetFact{QLatin1String(fact::kSignature), QStringLiteral("清河县柳林镇人民政府")},
                SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")}});
        PageOptions options;
        options.seal = true;
        const PageDocument document = paginate(manuscriptOf(report), style, m_fonts, options);
        std::vector<Line> signature;
        int lastText = -1;
        for (const Line &line : linesOf(document, document.pages.back())) {
            if (line.role == InkRole::Signature)
                signature.push_back(line);
            else
                lastText = slotOf(line.baseline);
        }
        QCOMPARE(signature.size(), size_t(2));
        QVERIFY2(lastText >= 0, "never alone on a page");
        // 7.3.5.1: four cells right of the date, the name centred on it, a seal of 42 mm within one line
        QVERIFY(std::abs(edge - signature[1].right - 4 * style.cell()) < kEdge);
        QVERIFY(std::abs(signature[0].left + signature[0].right - signature[1].left - signature[1].right)
            < 2 * kEdge);
        QCOMPARE(slotOf(signature[0].baseline) - lastText, 3);
        QVERIFY(slotOf(signature[1].baseline) + 1 < style.linesPerPage); // the seal's lower edge
    }
}

void TestPageParts::aLongTitleIsNoHourglass()
{
    for (const char *name : {"新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府",
             "江苏省淮安市洪泽区人民政府政务公开工作领导小组办公室",
             "黔东南苗族侗族自治州从江县高增乡人民政府"}) {
        Report report = test::filledReport();
        edit(report, {SetFact{QLatin1String(fact::kName), QString::fromUtf8(name)}});
        const PageDocument document = pages(report);
        std::vector<double> widths;
        double baseline = 0;
        for (const GlyphRun &run : document.pages.front().runs) {
            if (run.role != InkRole::Title)
                continue;
            const double right = double(run.glyphs.back().x) + run.size;
            if (run.baseline != baseline)
                widths.push_back(0);
            baseline = run.baseline;
            widths.back() = 2 * (right - pageStyle().left) - pageStyle().typeWidth; // it is centred
        }
        QVERIFY2(widths.size() >= 2 && widths.size() <= 3, name);
        for (const double width : widths)
            QVERIFY2(width <= pageStyle().typeWidth + kEdge, name);
        if (widths.size() == 3
            && !QString::fromUtf8(name).startsWith(
                QStringLiteral("新疆"))) // whose every other border would make a line too wide
            QVERIFY2(widths[1] >= std::min(widths[0], widths[2]) - kEdge, name);
    }
}

void TestPageParts::theFilledAreaTouchesBothEdges()
{
    PageOptions options;
    options.fillsArea = true;
    const PageStyle &style = pageStyle();
    const double pitch = (style.typeHeight - style.bodySize) / (style.linesPerPage - 1); // 29.61 pt
    int full = 0;
    for (const QString &name : test::sampleNames()) {
        const PageDocument document
            = paginate(manuscriptOf(test::sampleReport(name)), style, m_fonts, options);
        double last = 0;
        for (const Page &page : document.pages) {
            for (const Line &line : linesOf(document, page)) {
                const double slot = (line.baseline - kEmAscent * style.bodySize - style.top) / pitch;
                QVERIFY2(std::abs(slot - std::round(slot)) * pitch < 0.05, qPrintable(line.text));
                last = std::max(last, line.baseline);
            }
        }
        const double foot = last + (1 - kEmAscent) * style.bodySize;
        QVERIFY(foot < style.top + style.typeHeight + 0.05);
        full += std::abs(foot - style.top - style.typeHeight) < 0.05 ? 1 : 0;
    }
    QVERIFY(full > 0); // the long samples have a line in the last slot
}

void TestPageParts::aCoverStandsBeforePageOne()
{
    Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
    PageOptions options;
    options.cover = true;
    const PageDocument with = paginate(manuscriptOf(report), pageStyle(), m_fonts, options);
    const PageDocument without = pages(report);
    QCOMPARE(with.pages.size(), without.pages.size() + 1);
    QCOMPARE(with.pages[0].number, 0);
    QCOMPARE(with.pages[1].number, 1);
    for (const GlyphRun &run : with.pages[0].runs)
        QVERIFY(run.role != InkRole::PageNumber);
    QCOMPARE(textOf(with.pages[1].runs.back()), QStringLiteral("— 1 —"));
    options = {};
    options.signature = false;
    edit(report, {SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")}});
    for (const Page &page : paginate(manuscriptOf(report), pageStyle(), m_fonts, options).pages) {
        for (const GlyphRun &run : page.runs)
            QVERIFY(run.role != InkRole::Signature);
    }
}

void TestPageParts::aTableNoteStandsUnderItsTable()
{
    for (int before = 1; before < 24; ++before) {
        Report report = test::filledReport();
        edit(report,
            {SetText{SectionId(QStringLiteral("overview")), 0, paragraph(before)},
                SetFact{QStringLiteral("table_notes.requests"),
                    QStringLiteral("注：上年结转的申请按收到时的类别计。")}});
        const PageDocument document = pages(report);
        int notes = 0;
        for (const Page &page : document.pages) {
            double tableEnd = 0;
            for (const GlyphRun &run : page.runs) {
                const bool isTable = run.role == InkRole::Cell || run.role == InkRole::HeadCell;
                const bool isNoted = isTable && run.source >= 0
                    && document.sources[size_t(run.source)].toString().startsWith(u"requests");
                if (isNoted)
                    tableEnd = run.baseline;
                if (run.role != InkRole::TableNote)
                    continue;
                ++notes;
                QVERIFY2(tableEnd > 0 && run.baseline > tableEnd && run.baseline < tableEnd + 15,
                    qPrintable(QStringLiteral("%1 lines before").arg(before)));
                QVERIFY(run.size <= pageStyle().tableSize);
            }
        }
        QCOMPARE(notes, 1);
    }
}

void TestPageParts::aTableLongerThanAPageRepeatsItsHead()
{
    Report report = test::filledReport();
    QList<Step> steps;
    for (const char *row : {"received", "granted", "refused_internal", "declined_repeat", "carried_out"})
        steps.append(SetNote{CellId(QStringLiteral("requests.%1.individual").arg(QLatin1String(row))),
            QStringLiteral("其中上年结转的按新的口径重新归类计入本年").repeated(2)});
    edit(report, steps);
    const PageDocument document = pages(report);
    int heads = 0;
    int rows = 0;
    int pagesUsed = 0;
    for (const Page &page : document.pages) {
        bool used = false;
        for (const Fill &fill : page.fills)
            used = used
                || (fill.source >= 0
                    && document.sources[size_t(fill.source)].cellId().table()
                        == TableId(QStringLiteral("requests")));
        pagesUsed += used;
        QString text;
        for (const GlyphRun &run : page.runs)
            text += textOf(run);
        heads += text.contains(QStringLiteral("申请人情况"));
        rows += int(text.count(QStringLiteral("四、结转下年度继续办理")));
    }
    QVERIFY(pagesUsed > 1);
    QCOMPARE(heads, pagesUsed);
    QCOMPARE(rows, 1);
}

void TestPageParts::aDraftIsMarkedByShapesOnEveryPage()
{
    const Report report = test::filledReport();
    const PageDocument clean = pages(report);
    const PageDocument draft = pages(report, QStringLiteral("草稿"));
    QCOMPARE(textOf(draft, true), textOf(clean, true));
    for (const Page &page : clean.pages)
        QVERIFY(page.shapes.empty());
    const QRectF paper(0, 0, clean.width, clean.height);
    for (const Page &page : draft.pages) {
        QCOMPARE(page.ground.size(), size_t(1));
        const QRectF rect = page.ground.front().path.boundingRect();
        QVERIFY(paper.contains(rect) && rect.width() > 80);
        QVERIFY(page.ground.front().colour.lightness() > 200);
    }
}

void TestPageParts::clicksFindFiguresAndParagraphs()
{
    const Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
    const PageDocument document = pages(report);
    int figures = 0;
    for (size_t i = 0; i < document.pages.size(); ++i) {
        for (const Fill &fill : document.pages[i].fills) {
            if (fill.source < 0 || document.sources[size_t(fill.source)].cellId().isEmpty())
                continue;
            const Place *found = sourceAt(document, int(i), fill.rect.center());
            QVERIFY(found);
            QCOMPARE(found->cellId(), document.sources[size_t(fill.source)].cellId());
            ++figures;
        }
        for (const GlyphRun &run : document.pages[i].runs) {
            if (run.role != InkRole::Paragraph)
                continue;
            const Place *found
                = sourceAt(document, int(i), {double(run.glyphs.front().x) + 1, run.baseline - run.size / 3});
            QVERIFY(found && *found == document.sources[size_t(run.source)]);
            QVERIFY(found->paragraph() >= 0);
        }
    }
    int cells = 0;
    for (const TableSpec &table : report.spec().tables)
        cells += int(table.cells.size());
    QCOMPARE(figures, cells);
    QVERIFY(pageOf(document, Place::subSection(SectionId(QStringLiteral("other")), 1)) > 0);
}

void TestPageParts::anEmptyReportHasAllHeadings()
{
    for (const SpecPointer &form : shippedForms()) {
        const Report report(form, 2021);
        const QString all = textOf(pages(report));
        for (const SectionSpec &section : form->sections)
            QVERIFY2(all.contains(bare(section.heading())), qPrintable(section.heading()));
    }
}

QTEST_GUILESS_MAIN(TestPageParts)
#include "tst_pageparts.moc"
