// SPDX-License-Identifier: MulanPSL-2.0
#include "priorchecks.h"

#include "commonpassages.h"
#include "inspection.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {
void findPowerless(Inspection &check);
void findJumps(Inspection &check);
void findCopies(Inspection &check);
} // namespace

const Rule kNoPower{"NO-POWER", Level::Explain, RuleGroup::Tables, findPowerless};
const Rule kJump{"JUMP", Level::Explain, RuleGroup::Tables, findJumps};
const Rule kCopy{"COPY", Level::Explain, RuleGroup::Language, findCopies};

namespace {

/// A sub-section in the text of its section.
struct Part {
    int index = 0;
    QString name{}; // its heading, or its first words
    qsizetype start = 0;
    qsizetype end = 0;
};

QString textOf(const Report &report, const SectionId &section, QList<Part> *parts = nullptr)
{
    constexpr qsizetype kFirstWords = 12;
    QString text;
    int index = 0;
    for (const SubSection &sub : report.subSections(section)) {
        const QString shown = shownText(report, sub.text).text;
        const QString words = shown.trimmed();
        const QString first
            = words.size() > kFirstWords ? words.left(kFirstWords) + QStringLiteral("……") : words;
        if (parts)
            parts->append({index++, sub.heading.trimmed().isEmpty() ? first : sub.heading.trimmed(),
                text.size(), text.size() + shown.size()});
        text += shown + u'\n';
    }
    return text;
}

/// What of a text is last year's: a run of the stripped text.
struct Likeness {
    const QString &text;
    const Stripped &stripped;
    const QList<bool> &common;
    qsizetype from = 0; // in the stripped text
    qsizetype to = 0;

    qsizetype size() const { return to - from; }
    qsizetype same() const { return std::count(common.begin() + from, common.begin() + to, true); }
    bool isOver(int percent) const { return same() * 100 > size() * percent; }
    qsizetype percent() const { return same() * 100 / size(); }

    /// Sentences that are the same from end to end.
    QStringList sentences() const
    {
        QStringList list;
        qsizetype begin = from;
        for (qsizetype i = from; i < to; ++i) {
            const auto between = i + 1 == to ? QStringView()
                                             : QStringView(text).mid(stripped.places[i] + 1,
                                                 stripped.places[i + 1] - stripped.places[i] - 1);
            const bool ends = i + 1 == to || std::any_of(between.begin(), between.end(), [](QChar c) {
                return c == u'。' || c == u'；' || c == u'\n';
            });
            if (!ends)
                continue;
            if (std::all_of(common.begin() + begin, common.begin() + i + 1, [](bool c) { return c; }))
                list.append(
                    text.mid(stripped.places[begin], stripped.places[i] - stripped.places[begin] + 1));
            begin = i + 1;
        }
        return list;
    }
};

constexpr qsizetype kShownOfASentence = 30;

Finding &addCopiedSection(Inspection &check, const SectionSpec &section, const Likeness &likeness)
{
    const QStringList sentences = likeness.sentences();
    Finding &finding = sentences.isEmpty()
        ? check.add(kCopy, "section", likeness.percent(), section.heading())
        : check.add(kCopy, "section_sentences", likeness.percent(), section.heading(), sentences.size(),
            sentences.first().left(kShownOfASentence));
    finding.place = Place::section(section.id);
    finding.right = QStringLiteral("%1%").arg(check.words.copyPercent);
    return finding;
}

Finding &addCopiedPart(
    Inspection &check, const SectionSpec &section, const Part &part, const Likeness &likeness)
{
    const QStringList sentences = likeness.sentences();
    Finding &finding = sentences.isEmpty()
        ? check.add(kCopy, "passage", likeness.percent(), part.name, section.heading())
        : check.add(kCopy, "passage_sentences", likeness.percent(), part.name, section.heading(),
            sentences.size(), sentences.first().left(kShownOfASentence));
    finding.place = Place::subSection(section.id, part.index);
    finding.right = QStringLiteral("%1%").arg(check.words.copyPassagePercent);
    finding.key = QStringLiteral("%1|%2|%3").arg(kCopy.ruleId().toString(), finding.place.head(), part.name);
    return finding;
}

/// COPY: over half of a section is last year's; else its sub-sections, of which most is.
void findCopiesIn(Inspection &check, const SectionSpec &section)
{
    QList<Part> parts;
    const QString now = textOf(check.report, section.id, &parts);
    const Stripped ours = stripped(now);
    if (ours.text.size() < check.words.copyCharacters)
        return;
    const Stripped theirs = stripped(textOf(*check.report.prior(), section.id));
    const QList<bool> common = commonCharacters(ours, theirs, check.words.copyShortest);
    const Likeness whole{now, ours, common, 0, ours.text.size()};
    if (whole.isOver(check.words.copyPercent)) {
        addCopiedSection(check, section, whole).left = QStringLiteral("%1%").arg(whole.percent());
        return;
    }
    for (const Part &part : std::as_const(parts)) {
        const auto placeOf = [&](qsizetype at) {
            return std::lower_bound(ours.places.begin(), ours.places.end(), at) - ours.places.begin();
        };
        const Likeness passage{now, ours, common, placeOf(part.start), placeOf(part.end)};
        if (passage.size() >= check.words.copyCharacters && passage.isOver(check.words.copyPassagePercent))
            addCopiedPart(check, section, part, passage).left = QStringLiteral("%1%").arg(passage.percent());
    }
}

void findCopies(Inspection &check)
{
    if (!check.report.prior())
        return;
    for (const SectionSpec &section : check.report.spec().sections) {
        if (section.kind == SectionSpec::Kind::Narrative)
            findCopiesIn(check, section);
    }
}

/// A figure of both years.
struct Jump {
    CellId cell{};
    Amount before{}, now{};
};

std::optional<Jump> jumpOf(const Report &report, const CellId &cell)
{
    const JumpLimits limits = report.spec().jump;
    const auto now = report.spec().cell(cell) ? report.computed(cell) : std::nullopt;
    const auto before = report.prior()->spec().cell(cell) ? report.prior()->computed(cell) : std::nullopt;
    if (!now || !before)
        return std::nullopt;
    const Amount change = *now > *before ? *now - *before : *before - *now;
    const Amount base = before->isNegative() ? Amount() - *before : *before;
    const bool isMuch
        = base.isZero() || Amount::ratio(change, base, 100) > Amount::fromInteger(limits.percent);
    if (change <= Amount::fromInteger(limits.least) || !isMuch)
        return std::nullopt;
    return Jump{cell, *before, *now};
}

/// What is told of a row: its columns are matters of their own, but kinds of applicants are told by their
/// total, as far as that jumped.
QList<Jump> toldOf(const TableSpec &table, const QList<Jump> &row)
{
    if (table.role != Role::Requests)
        return row;
    QList<Jump> totals = row;
    totals.removeIf([&](const Jump &change) { return !table.isColumn(change.cell.column(), Role::Total); });
    return totals.isEmpty() ? row : totals;
}

QString nameOf(const TableSpec &table, const CellSpec &cell)
{
    if (table.role != Role::Requests)
        return cell.label;
    const QString word = table.rowLabels.value(cell.id.row()).word;
    const QString name = word.isEmpty() ? table.nameOfRow(cell.id.row()) : word;
    return table.isColumn(cell.id.column(), Role::Total)
        ? name
        : name + QStringLiteral(" · ") + table.columnLabels.value(cell.id.column());
}

/// "新收 15 → 65", one after the other.
Phrase changesInWords(const Report &report, const TableSpec &table, const QList<Jump> &changes)
{
    Phrase words;
    for (const Jump &change : changes) {
        const Phrase one = QStringLiteral("%1 %2 → %3")
                               .arg(nameOf(table, *report.spec().cell(change.cell)), change.before.toString(),
                                   change.now.toString());
        words = words.isEmpty() ? one : commonWords("and", words, one);
    }
    return words;
}

/// JUMP: one finding a table, explained by one sentence; its key does not depend on which rows it tells.
void findJumpsIn(Inspection &check, const TableSpec &table)
{
    QList<Jump> told;
    QList<CellId> cells;
    for (const QString &row : table.rows) {
        QList<Jump> jumps;
        for (const QString &column : table.columns) {
            if (const auto jump = jumpOf(check.report, CellId(table.id, row, column))) {
                jumps.append(*jump);
                cells.append(jump->cell);
            }
        }
        told += toldOf(table, jumps);
    }
    if (told.isEmpty())
        return;
    Finding &finding
        = check.add(kJump, "jumped", table.name, changesInWords(check.report, table, told), told.size());
    finding.cells = cells;
    finding.key = QStringLiteral("%1||%2").arg(kJump.ruleId().toString(), table.id.toString());
    QStringList before, now;
    for (const CellId &cell : std::as_const(cells)) {
        before.append(check.report.prior()->computed(cell)->toString());
        now.append(check.report.computed(cell)->toString());
    }
    finding.left = before.join(u' ');
    finding.right = now.join(u' ');
}

void findJumps(Inspection &check)
{
    if (!check.report.prior())
        return;
    for (const TableSpec &table : check.report.spec().tables)
        findJumpsIn(check, table);
}

/// NO-POWER: 立法法 gives no power to make 规章 to towns and streets.
void findPowerless(Inspection &check)
{
    const QString kind = check.report.kind();
    const TableSpec *table = check.report.spec().table(Role::Disclosure);
    if ((kind != u"town" && kind != u"street") || !table)
        return;
    QList<CellId> cells;
    for (const CellId &cell : table->cells) {
        const auto value = check.report.computed(cell);
        if (cell.row() == table->rowOf(Role::Regulations) && value && !value->isZero())
            cells.append(cell);
    }
    if (cells.isEmpty())
        return;
    const QString value = check.report.computed(cells.first())->toString();
    Finding &finding = check.add(kNoPower, "figure", check.report.spec().cell(cells.first())->label, value);
    finding.cells = cells;
    finding.left = value;
    finding.right = QStringLiteral("0");
}

} // namespace

} // namespace nianbao
