// SPDX-License-Identifier: MulanPSL-2.0
#include "proposal.h"

#include "bounds.h"
#include "recognisechannels.h"
#include "recognisetables.h"
#include "recognisetexts.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kOtherYear{
    "The tables are those of “%1”, which is not the form of %2.", "表格用的是“%1”，不是%2年应当用的表样。"};
constexpr Sentence kNoTable{"The document has no such table.", "文件里没有这张表。"};
constexpr Sentence kTableNotFound{"The table of “%1” was not found.", "没有找到“%1”的表格。"};
constexpr Sentence kNotFound{
    "Of the table of “%1”, %2 [2:cell has|cells have] no place in the document, the first is “%3”.",
    "“%1”的表格有 %2 格在文件里没有位置，第一格是“%3”。"};
constexpr Sentence kNotReadable{
    "Of the table of “%1”, %2 [2:cell|cells] could not be read, the first is “%3”.",
    "“%1”的表格有 %2 格读不懂，第一格是“%3”。"};

/// The rules that add up and compare cells; blanks and old forms are told elsewhere.
const RuleSet &sumRules()
{
    static const RuleSet rules = [] {
        RuleSet set;
        for (const Rule *rule : set.rules()) {
            const QLatin1String id(rule->id);
            if (rule->group != RuleGroup::Tables || id == QLatin1String("CELL-BLANK")
                || id == QLatin1String("FORM-OLD"))
                set.remove(rule->ruleId());
        }
        return set;
    }();
    return rules;
}

/// Of the tables as the document has them, by themselves: texts play no part.
Findings arithmeticOf(const Proposal &proposal)
{
    Proposal tables;
    tables.form = proposal.form;
    tables.cells = proposal.cells;
    const Report report = reportFrom(tables, {}, proposal.year.value_or(proposal.form->fromYear));
    Findings findings = check(report, sumRules());
    findings.removeIf([](const Finding &finding) { return finding.cells.isEmpty() || finding.isInText(); });
    return findings;
}

/// What the tables lack, one by one: nobody counts the cells of a table that was read in part.
QList<Phrase> lacking(const Proposal &proposal)
{
    QList<Phrase> notes;
    for (const TableSpec &table : proposal.form->tables) {
        const QString &title = proposal.form->sectionOfTable(table.id)->title;
        QList<CellId> absent;
        QList<CellId> unreadable;
        for (const CellId &cell : table.cells) {
            const Recognition state = proposal.cells.value(cell).state;
            if (state == Recognition::Absent)
                absent.append(cell);
            else if (state == Recognition::Unreadable)
                unreadable.append(cell);
        }
        const auto label = [&](const CellId &cell) { return proposal.form->cell(cell)->label; };
        if (absent.size() == table.cells.size())
            notes.append(Phrase(kTableNotFound, title));
        else if (!absent.isEmpty())
            notes.append(Phrase(kNotFound, title, qint64(absent.size()), label(absent.first())));
        if (!unreadable.isEmpty())
            notes.append(Phrase(kNotReadable, title, qint64(unreadable.size()), label(unreadable.first())));
    }
    return notes;
}

/// Tables of another form than that of the report's year.
QList<Phrase> otherForm(const SpecPointer &form, const std::optional<int> &year)
{
    const bool isOther = form && year && (*year < form->fromYear || (form->toYear && *year > *form->toYear));
    return isOther ? QList<Phrase>{Phrase(kOtherYear, form->name, qint64(*year))} : QList<Phrase>();
}

} // namespace

QString toString(Recognition recognition)
{
    static const char *const words[] = {"sure", "guessed", "blank", "absent", "unreadable"};
    return QLatin1String(words[int(recognition)]);
}

int Proposal::count(Recognition state) const
{
    return int(std::count_if(
        cells.cbegin(), cells.cend(), [state](const ProposedCell &cell) { return cell.state == state; }));
}

bool Proposal::hasDoubts() const
{
    const bool isGuessed = std::any_of(texts.begin(), texts.end(),
        [](const ProposedText &text) { return text.state == Recognition::Guessed; });
    return isGuessed || notesOfWeight > 0 || !arithmetic.isEmpty() || !channels.isEmpty()
        || count(Recognition::Guessed) > 0 || count(Recognition::Unreadable) > 0;
}

Proposal recognise(const ForeignDocument &document, const IntakeHints &hints)
{
    const RecognisedTables tables = recogniseTables(document, hints);
    RecognisedTexts texts = recogniseTexts(document, tables, hints);
    Proposal proposal;
    proposal.isReport = texts.any;
    proposal.year = texts.year;
    proposal.form = tables.form ? tables.form
        : hints.form            ? hints.form
                                : formForYear(proposal.year.value_or(bounds::kLastYear));
    if (tables.form == proposal.form)
        proposal.cells = tables.cells;
    for (const TableSpec &table : proposal.form->tables) {
        for (const CellId &cell : table.cells) {
            if (!proposal.cells.contains(cell))
                proposal.cells.insert(cell, {Recognition::Absent, {}, {}, {}, Phrase(kNoTable), {}});
        }
    }
    proposal.texts = texts.texts;
    proposal.pictures = texts.pictures;
    const RecognisedChannels channels = recogniseChannels(proposal);
    proposal.channels = channels.channels;
    proposal.notes = document.notices + tables.notes + otherForm(tables.form, proposal.year)
        + (tables.any ? lacking(proposal) : QList<Phrase>()) + texts.notes.mid(0, texts.notesOfWeight)
        + channels.notes;
    proposal.notesOfWeight = int(proposal.notes.size());
    proposal.notes += texts.notes.mid(texts.notesOfWeight);
    if (tables.any)
        proposal.arithmetic = arithmeticOf(proposal);
    return proposal;
}

} // namespace nianbao
