// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "cleantext.h"
#include "fonts.h"
#include "htmlreader.h"
#include "htmlwriter.h"
#include "pageaudit.h"
#include "pagestyle.h"
#include "papers.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// Figures, blanks and notes anywhere, texts with what a page could take for markup.
Report drawnForHtml(const QString &form, quint32 seed)
{
    QRandomGenerator random(seed);
    Report report(findForm(form), form == u"2019" ? 2020 : 2022);
    Change change;
    change.steps.append(SetFact{QLatin1String(fact::kName), QStringLiteral("清河县柳林镇人民政府")});
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &id : table.cells) {
            const auto value
                = Amount::fromInteger(random.bounded(2) ? random.bounded(9) : random.bounded(90'000));
            if (!report.spec().cell(id)->isComputed() && random.bounded(4) > 0)
                change.steps.append(SetCell{id, value});
            if (random.bounded(10) == 0)
                change.steps.append(
                    SetNote{id, QStringLiteral("含<b>上年</b>%1件 & “其他”").arg(random.bounded(9))});
        }
        change.steps.append(SetFact{QLatin1String(fact::kTableNote) + table.id.toString(),
            QStringLiteral("注：不含<i>撤回</i>的。\n另有说明。")});
    }
    change.steps.append(InsertSubSection{SectionId(QStringLiteral("problems")), 0,
        {QStringLiteral("问题 <h1>"),
            QStringLiteral("a < b && c  d。\n《公开》“暂行”</p><script>alert(1)</script>")}});
    if (const auto made = report.apply(change); !made)
        qFatal("the report cannot be drawn: %s", qPrintable(made.error().where));
    return report;
}

/// What is read, or due to be read: a line a paragraph or cell.
class Lines {
public:
    QStringList lines{};

    void add(const QString &text, int level)
    {
        for (const QString &line : text.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                lines.append(QStringLiteral("%1 %2").arg(level).arg(cleanText(line).trimmed()));
        }
    }
    void add(const TitleBlock &title) { add(title.lines.join(u'\n'), 1); }
    void add(const HeadingBlock &heading) { add(heading.text, heading.level + 1); }
    void add(const ParagraphBlock &paragraph) { add(paragraph.text, 0); }
    void add(const Signature &signature)
    {
        add(signature.name, 0);
        if (signature.date.isValid())
            add(signature.date.toString(QStringLiteral("yyyy年M月d日")), 0);
    }
    void add(const IllustrationBlock &illustration)
    {
        const bool isShown
            = illustration.chart ? illustration.chart->isDrawable() : !illustration.picture.isEmpty();
        if (isShown)
            lines.append(QStringLiteral("picture ") + illustration.alternative);
        add(illustration.caption, 0);
        if (!isShown && !illustration.caption.endsWith(illustration.alternative))
            add(illustration.alternative, 0);
    }
    void add(const TableBlock &table)
    {
        QStringList cells;
        for (const TableCell &cell : table.cells)
            cells.append(
                square(cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.isHead(), cell.text()));
        cells.sort();
        lines += cells;
        for (const QString &note : table.notes)
            add(note, 0);
    }
    void add(const ForeignParagraph &paragraph)
    {
        add(paragraph.number + paragraph.text, paragraph.headingLevel);
    }
    void add(const ForeignPicture &picture)
    {
        lines.append(QStringLiteral("picture ") + picture.alternative);
    }
    void add(const ForeignGrid &grid)
    {
        QStringList cells;
        for (const ForeignCell &cell : grid.cells)
            cells.append(
                square(cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.isHead, cell.text));
        cells.sort();
        lines += cells;
    }

private:
    static QString square(int row, int column, int rowSpan, int columnSpan, bool isHead, const QString &text)
    {
        return QStringLiteral("%1,%2 %3x%4 %5 %6")
            .arg(row, 3)
            .arg(column, 3)
            .arg(rowSpan)
            .arg(columnSpan)
            .arg(isHead ? QStringLiteral("head") : QStringLiteral("cell"), cleanText(text).trimmed());
    }
};

QStringList dueOf(const Manuscript &manuscript)
{
    Lines due;
    for (const Manuscript::Part &part : manuscript.parts) {
        for (const Block &block : part.blocks)
            std::visit([&](const auto &each) { due.add(each); }, block);
    }
    return due.lines;
}

QStringList readFrom(const QByteArray &page)
{
    const auto document = readHtml(page);
    if (!document)
        return {QStringLiteral("refused")};
    Lines read;
    for (const ForeignBlock &block : document->blocks)
        std::visit([&](const auto &each) { read.add(each); }, block);
    for (const Phrase &notice : document->notices)
        read.lines.append(notice.in(Language::English));
    return read.lines;
}

QString firstDifference(const QStringList &a, const QStringList &b)
{
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return QStringLiteral("%1: “%2” is not “%3”").arg(i).arg(a.value(i), b.value(i));
    }
    return {};
}

} // namespace

class TestHtmlWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReportIsHeardAndReadBack_data();
    void everyReportIsHeardAndReadBack();
    void drawnReportsAreHeardAndReadBack_data();
    void drawnReportsAreHeardAndReadBack();
    void papersAreHeard();
    void figuresNameTheirRowAndColumn_data() { everyReportIsHeardAndReadBack_data(); }
    void figuresNameTheirRowAndColumn();
    void plantedFaultsAreFound_data();
    void plantedFaultsAreFound();
    void signatureMayBeLeftOut();
    void nothingIsMarkupButOurs();

private:
    void judge(const Manuscript &manuscript);
    std::shared_ptr<const FontSet> m_fonts{};
    QByteArray m_page{}; // with something of everything
};

void TestHtmlWriter::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
    Report report = everyPartReport();
    QVERIFY(
        report.apply({{}, {SetCell{CellId(QStringLiteral("requests.received.other")), std::nullopt}}, {}}));
    m_page = htmlOf(manuscriptOf(report), {}, *m_fonts);
}

void TestHtmlWriter::judge(const Manuscript &manuscript)
{
    const QStringList due = dueOf(manuscript);
    QVERIFY(due.size() > 100);
    for (const bool isFragment : {false, true}) {
        const QByteArray page = htmlOf(manuscript, {isFragment, true}, *m_fonts);
        QCOMPARE(audit(page, isFragment).faults, QStringList());
        QCOMPARE(firstDifference(readFrom(page), due), QString());
        QCOMPARE(htmlOf(manuscript, {isFragment, true}, *m_fonts), page);
    }
}

void TestHtmlWriter::everyReportIsHeardAndReadBack_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : sampleNames())
        QTest::newRow(qPrintable(name)) << name;
    QTest::newRow("every part") << QString();
}

void TestHtmlWriter::everyReportIsHeardAndReadBack()
{
    QFETCH(QString, name);
    judge(manuscriptOf(name.isEmpty() ? everyPartReport() : sampleReport(name)));
}

void TestHtmlWriter::drawnReportsAreHeardAndReadBack_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"2021", "2019", "2021-single-other"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void TestHtmlWriter::drawnReportsAreHeardAndReadBack()
{
    QFETCH(QString, form);
    for (quint32 seed = 1; seed <= 25; ++seed)
        judge(manuscriptOf(drawnForHtml(form, seed)));
}

void TestHtmlWriter::papersAreHeard()
{
    const Report report = sampleReport(QStringLiteral("suqian-2024"));
    const Findings findings = check(report, RuleSet());
    for (const Paper paper : {Paper::Review, Paper::Checks, Paper::SignOff}) {
        const QByteArray page = htmlOf(manuscriptOf(paper, report, findings), {}, *m_fonts);
        QCOMPARE(audit(page, false).faults, QStringList());
        QVERIFY(page.size() > 1000);
    }
}

/// By the labels of the form, not by the squares of the table.
void TestHtmlWriter::figuresNameTheirRowAndColumn()
{
    QFETCH(QString, name);
    const Report report = name.isEmpty() ? everyPartReport() : sampleReport(name);
    const PageAudit heard = audit(htmlOf(manuscriptOf(report), {}, *m_fonts), false);
    const auto bare = [](QString text) { return text.remove(u'\n').remove(u' '); };
    qsizetype table = 0;
    for (const TableSpec &spec : report.spec().tables) {
        QList<GridCell> figures;
        for (const GridCell &cell : spec.grid) {
            if (cell.kind == GridCell::Kind::Figure)
                figures.append(cell);
        }
        std::sort(figures.begin(), figures.end(), [](const GridCell &a, const GridCell &b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        const QList<PageAudit::Cell> &cells = heard.tables.at(table++);
        QCOMPARE(cells.size(), figures.size());
        for (qsizetype i = 0; i < figures.size(); ++i) {
            const CellId &id = figures.at(i).cell;
            const QString heads = bare(cells.at(i).heads.join(u'|')) + u'|';
            const QString row = bare(spec.rowLabels.value(id.row()).label);
            const QString column = bare(spec.columnLabels.value(id.column()));
            QVERIFY2(heads.contains(row) && heads.contains(column),
                qPrintable(id.toString() + QStringLiteral(": ") + heads + QStringLiteral(" / ") + row + u'/'
                    + column));
            const auto value = report.value(id);
            QVERIFY(cells.at(i).text.startsWith(value ? value->toString() : QString()));
            QCOMPARE(cells.at(i).text.isEmpty() || cells.at(i).text == QChar(0xA0),
                !value && report.note(id).isEmpty());
        }
    }
}

void TestHtmlWriter::plantedFaultsAreFound_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *good, const char *bad, const char *fault) {
        QTest::newRow(name) << QByteArray(good) << QByteArray(bad) << QString::fromLatin1(fault);
    };
    row("no language", "<html lang=\"zh-CN\">", "<html>", "language");
    row("a heading too deep", "<h2>", "<h4>", "level left out");
    row("a second title", "<h2>", "<h1>", "second h1");
    row("no words for a picture", " alt=\"", " title=\"", "img without alt");
    row("no caption", "caption", "span", "table without caption");
    row("a head that is not there", " headers=\"", " headers=\"x ", "no such head");
    row("a cell that names none", " headers=", " data-heads=", "cell without headers");
    row("a head without a scope", " scope=\"col\"", "", "th without scope");
    row("an id twice", "<th id=\"nianbao-1-2-1\"", "<th id=\"nianbao-1-1-1\"", "id twice");
    row("an empty cell", "&nbsp;</td>", "</td>", "cell without content");
    row("an empty head", "信息内容</th>", "</th>", "empty th");
    row("a script", "<main>", "<main><script>x</script>", "element script");
    row("a class", "<p>", "<p class=\"x\">", "attribute class");
    row("a picture of another site", "data:image/png", "https://example.org/", "picture from outside");
}

void TestHtmlWriter::plantedFaultsAreFound()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(QString, fault);
    QByteArray page = m_page;
    QVERIFY(page.contains(good));
    page.replace(good, bad);
    const QStringList faults = audit(page, false).faults;
    QVERIFY2(faults.join(u'\n').contains(fault), qPrintable(faults.join(u'\n').left(500)));
}

void TestHtmlWriter::signatureMayBeLeftOut()
{
    Report report = sampleReport(QStringLiteral("suqian-2024"));
    QVERIFY(report.apply({{}, {SetFact{QLatin1String(fact::kDate), QStringLiteral("2025-01-17")}}, {}}));
    const QStringList due = dueOf(manuscriptOf(report));
    const QStringList read = readFrom(htmlOf(manuscriptOf(report), {true, false}, *m_fonts));
    QCOMPARE(due.last(), QStringLiteral("0 2025年1月17日"));
    QVERIFY(read.size() < due.size());
    QCOMPARE(due.mid(0, read.size()), read);
}

void TestHtmlWriter::nothingIsMarkupButOurs()
{
    const QByteArray page
        = htmlOf(manuscriptOf(drawnForHtml(QStringLiteral("2021"), 3)), {true, true}, *m_fonts);
    QVERIFY(page.contains("&lt;script&gt;alert(1)"));
    QVERIFY(!page.contains("<script") && !page.contains("<b>") && !page.contains("<html")
        && !page.contains("<style"));
    QVERIFY(!page.contains(" class=") && !page.contains("http"));
}

QTEST_GUILESS_MAIN(TestHtmlWriter)
#include "tst_htmlwriter.moc"
