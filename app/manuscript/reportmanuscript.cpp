// SPDX-License-Identifier: MulanPSL-2.0
#include "reportmanuscript.h"

#include "charts.h"
#include "showntext.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

TableCell cellOf(const Report &report, const GridCell &given, const Place &section)
{
    static_assert(int(GridCell::Kind::Banner) == int(TableCell::Kind::Banner)
        && int(GridCell::Kind::Figure) == int(TableCell::Kind::Figure));
    TableCell cell{static_cast<TableCell::Kind>(given.kind), given.row, given.column, given.rowSpan,
        given.columnSpan, given.stacked, given.text, {}, section};
    if (!cell.isFigure())
        return cell;
    const auto value = report.value(given.cell);
    cell.words = value ? value->toString() : QString();
    cell.note = report.note(given.cell);
    cell.place = Place::cell(given.cell);
    if (value == report.computed(given.cell)) {
        for (const Term &term : report.spec().cell(given.cell)->formula)
            cell.summands.append({term.sign, Place::cell(term.cell)});
    }
    return cell;
}

/// Goes through a report once and writes down what is shown.
class Writer {
public:
    explicit Writer(const Report &report) : m_report(report) { }

    std::vector<Block> blocks()
    {
        addTitle();
        const Place introduction = Place::fact(QLatin1String(fact::kIntroduction));
        addText(shownText(m_report, m_report.fact(fact::kIntroduction)).text, introduction);
        for (const SectionSpec &section : m_report.spec().sections)
            addSection(section);
        if (!m_report.spec().section(Role::Other))
            addCorrection();
        if (!m_report.fact(fact::kSignature).isEmpty() || !m_report.fact(fact::kDate).isEmpty())
            m_blocks.push_back(signature());
        return std::move(m_blocks);
    }

private:
    Signature signature() const
    {
        const QString stated = m_report.fact(fact::kSignature);
        return {stated.isEmpty() ? m_report.fact(fact::kName) : stated,
            QDate::fromString(m_report.fact(fact::kDate), Qt::ISODate),
            Place::fact(QLatin1String(fact::kSignature))};
    }

    void addTitle()
    {
        const QString stated = m_report.title().trimmed();
        TitleBlock title{stated.split(u'\n', Qt::SkipEmptyParts), 0, Place::fact(QLatin1String(fact::kTitle)),
            signature()};
        if (title.lines.size() <= 1) {
            static const QRegularExpression year(QStringLiteral("(?<=.)(?=[0-9０-９]{4}年)"));
            const QString paper = m_report.spec().titlePattern.section(QStringLiteral("年"), 1);
            const auto yearAt = year.match(stated).capturedStart();
            title.lines = {stated};
            title.nameEnd = std::max<qsizetype>(0, yearAt > 0 ? yearAt : stated.indexOf(paper));
        }
        m_blocks.push_back(std::move(title));
    }

    void addText(const QString &text, const Place &place)
    {
        const QStringList paragraphs = text.split(u'\n');
        for (int i = 0; i < paragraphs.size(); ++i) {
            addIllustrations(place, i, false);
            if (!paragraphs[i].trimmed().isEmpty())
                m_blocks.push_back(ParagraphBlock{paragraphs[i], place.inParagraph(i)});
        }
        addIllustrations(place, int(paragraphs.size()), true);
    }

    /// Those behind so many paragraphs; andLater: and those whose paragraph is not there any more.
    void addIllustrations(const Place &place, int afterParagraph, bool andLater)
    {
        for (int i = 0; i < m_report.illustrations().size(); ++i) {
            const Illustration &given = m_report.illustrations()[i];
            const int after = std::max(0, given.afterParagraph);
            if (given.place != place || after < afterParagraph || (after > afterParagraph && !andLater))
                continue;
            const bool isChart = given.kind == u"chart";
            const QString caption
                = given.caption.trimmed().isEmpty() ? chartTitle(given.chart) : given.caption;
            IllustrationBlock block;
            block.caption = QStringLiteral("图%1 %2").arg(++m_illustrations).arg(caption).trimmed();
            block.place = Place::illustration(i);
            block.text = place.inParagraph(std::max(0, after - 1));
            if (isChart) {
                block.chart = chartFigures(m_report, given.chart);
                block.alternative = block.chart->words();
            } else {
                block.picture = given.picture;
                block.name = given.file.isEmpty() ? given.caption : given.file;
                block.alternative = caption.isEmpty() ? given.file : caption;
            }
            m_blocks.push_back(std::move(block));
        }
    }

    void addSection(const SectionSpec &section)
    {
        m_blocks.push_back(HeadingBlock{1, section.heading(), Place::section(section.id)});
        if (section.kind == SectionSpec::Kind::Table) {
            m_blocks.push_back(statutoryTable(m_report, section));
            return;
        }
        const auto subSections = m_report.subSections(section.id);
        const QStringList headings = shownHeadings(m_report, section.id);
        for (int i = 0; i < subSections.size(); ++i) {
            if (!headings[i].isEmpty())
                m_blocks.push_back(HeadingBlock{2, headings[i], Place::heading(section.id, i)});
            addText(shownText(m_report, subSections[i].text).text, Place::subSection(section.id, i));
        }
        if (section.role == Role::Other)
            addCorrection();
    }

    /// What a later revision corrects, at the end of what else is to be reported.
    void addCorrection()
    {
        QString lead = QStringLiteral("更正说明：");
        for (const QString &paragraph : m_report.review().correction.split(u'\n')) {
            if (!paragraph.trimmed().isEmpty())
                m_blocks.push_back(
                    ParagraphBlock{std::exchange(lead, {}) + paragraph.trimmed(), Place::report()});
        }
    }

    const Report &m_report;
    std::vector<Block> m_blocks{};
    int m_illustrations = 0; // 图1, 图2 …
};

} // namespace

TableBlock statutoryTable(const Report &report, const SectionSpec &section)
{
    const TableSpec &spec = *report.spec().table(section.table);
    TableBlock table;
    table.name = spec.name;
    table.widths = spec.widths;
    table.rows = spec.gridRows;
    table.rowHeadColumns = spec.rowHeadColumns;
    table.place = Place::section(section.id);
    for (const GridBlock &run : spec.blocks)
        table.runs.append({run.firstRow, run.headRows, run.rows});
    table.cells.reserve(spec.grid.size());
    for (const GridCell &cell : spec.grid)
        table.cells.append(cellOf(report, cell, table.place));
    const QString noteKey = QLatin1String(fact::kTableNote) + spec.id.toString();
    const QString note = report.fact(noteKey).trimmed();
    if (!note.isEmpty())
        table.notes = note.split(u'\n');
    table.notesPlace = Place::fact(noteKey);
    return table;
}

Manuscript manuscriptOf(const Report &report)
{
    Manuscript manuscript;
    manuscript.title = report.title().simplified();
    manuscript.parts.push_back({Manuscript::Part::Kind::Published, Writer(report).blocks()});
    return manuscript;
}

} // namespace nianbao
