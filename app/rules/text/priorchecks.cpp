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

constexpr qsizetype kShortestSection = 60; // characters; a standing sentence is no copy

QString textOf(const Report &report, const SectionId &section)
{
    QString text;
    for (const SubSection &sub : report.subSections(section))
        text += shownText(report, sub.text).text + u'\n';
    return text;
}

/// COPY: over half of a section is last year's.
void findCopies(Inspection &check)
{
    const auto &prior = check.report.prior();
    if (!prior)
        return;
    for (const SectionSpec &section : check.report.spec().sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        const QString now = textOf(check.report, section.id);
        const Stripped ours = stripped(now);
        if (ours.text.size() < kShortestSection)
            continue;
        const Stripped theirs = stripped(textOf(*prior, section.id));
        const QList<bool> common = commonCharacters(ours, theirs, check.words.copyShortest);
        const auto same = std::count(common.begin(), common.end(), true);
        const auto percent = same * 100 / ours.text.size();
        if (same * 100 <= ours.text.size() * check.words.copyPercent)
            continue;
        // sentences that are the same from end to end
        QStringList sentences;
        qsizetype from = 0;
        for (qsizetype i = 0; i < ours.text.size(); ++i) {
            const auto between = i + 1 == ours.text.size()
                ? QStringView()
                : QStringView(now).mid(ours.places[i] + 1, ours.places[i + 1] - ours.places[i] - 1);
            const bool ends = i + 1 == ours.text.size()
                || std::any_of(between.begin(), between.end(),
                    [](QChar c) { return c == u'。' || c == u'；' || c == u'\n'; });
            if (!ends)
                continue;
            if (std::all_of(common.begin() + from, common.begin() + i + 1, [](bool c) { return c; }))
                sentences.append(now.mid(ours.places[from], ours.places[i] - ours.places[from] + 1));
            from = i + 1;
        }
        const QString first = sentences.isEmpty() ? QString() : sentences.first().left(30);
        Finding &finding = check.add(kCopy, Phrase({"As last year", "与上年雷同"}),
            sentences.isEmpty()
                ? Phrase({"%1% of “%2” is as in last year's report.", "“%2”有 %1% 与上年相同。"}, percent,
                    section.heading())
                : Phrase(
                    {"%1% of “%2” is as in last year's report; %3 sentences are the same, the first: “%4…”",
                        "“%2”有 %1% 与上年相同，其中 %3 句完全一样，第一句：“%4……”"},
                    percent, section.heading(), sentences.size(), first));
        finding.place = Place::section(section.id);
        finding.left = QStringLiteral("%1%").arg(percent);
        finding.right = QStringLiteral("%1%").arg(check.words.copyPercent);
    }
}

/// JUMP: one finding a row, its total first.
void findJumps(Inspection &check)
{
    const Report &report = check.report;
    if (!report.prior())
        return;
    const JumpLimits limits = report.spec().jump;
    const auto jumps = [&](const CellId &cell) {
        const auto now = report.computed(cell);
        const auto before = report.prior()->spec().cell(cell) ? report.prior()->computed(cell) : std::nullopt;
        if (!now || !before)
            return false;
        const Amount change = *now > *before ? *now - *before : *before - *now;
        if (change <= Amount::fromInteger(limits.least))
            return false;
        const Amount base = before->isNegative() ? Amount() - *before : *before;
        return base.isZero() || Amount::ratio(change, base, 100) > Amount::fromInteger(limits.percent);
    };
    for (const TableSpec &table : report.spec().tables) {
        for (const QString &row : table.rows) {
            QList<CellId> cells;
            for (const QString &column : table.columns) {
                const CellId cell(table.id, row, column);
                if (!report.spec().cell(cell) || !jumps(cell))
                    continue;
                if (table.isColumn(column, Role::Total))
                    cells.prepend(cell);
                else
                    cells.append(cell);
            }
            if (cells.isEmpty())
                continue;
            const CellId &first = cells.first();
            const QString before = report.prior()->computed(first)->toString();
            const QString now = report.computed(first)->toString();
            Finding &finding = check.add(kJump, Phrase({"A figure jumped", "数字骤变"}),
                Phrase({"%1: %2 last year, %3 this year.", "%1：上年 %2，本年 %3。"},
                    report.spec().cell(first)->label, before, now));
            finding.cells = cells;
            finding.left = before;
            finding.right = now;
        }
    }
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
    Finding &finding = check.add(kNoPower, Phrase({"Regulations of a town or street", "乡镇街道的规章"}),
        Phrase({"%1: %2. A town or street cannot issue regulations (规章); the figure is usually 0.",
                   "%1：%2。乡镇和街道没有规章制定权，一般是 0。"},
            check.report.spec().cell(cells.first())->label, value));
    finding.cells = cells;
    finding.left = value;
    finding.right = QStringLiteral("0");
}

} // namespace

} // namespace nianbao
