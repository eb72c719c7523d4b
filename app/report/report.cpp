// SPDX-License-Identifier: MulanPSL-2.0
#include "report.h"

#include "bodykinds.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace nianbao {

Report::Report(SpecPointer spec, int year, const QUuid &id) : m_spec(std::move(spec)), m_year(year), m_id(id)
{ }

Report::Report(const Report &) = default;
Report::Report(Report &&) noexcept = default;
Report &Report::operator=(const Report &) = default;
Report &Report::operator=(Report &&) noexcept = default;
Report::~Report() = default;

void Report::identify()
{
    if (m_id.isNull())
        m_id = QUuid::createUuid();
}

bool Report::isOpen(const CellId &cell) const
{
    const auto total = declared(cell);
    return total && !total->confirmed && total->value != computed(cell);
}

bool Report::operator==(const Report &other) const
{
    const auto samePrior
        = m_prior == other.m_prior || (m_prior && other.m_prior && *m_prior == *other.m_prior);
    return m_spec == other.m_spec && m_year == other.m_year && m_parts == other.m_parts && samePrior;
}

QString Report::defaultTitle() const
{
    QString title = m_spec->titlePattern;
    return title.replace(QStringLiteral("{body}"), fact(fact::kName))
        .replace(QStringLiteral("{year}"), QString::number(m_year));
}

QString Report::title() const
{
    const QString stated = fact(fact::kTitle);
    return stated.trimmed().isEmpty() ? defaultTitle() : stated;
}

QString Report::kind() const
{
    if (const QString stated = fact(fact::kKind); !stated.isEmpty())
        return stated;
    return kindOfBody(fact(fact::kName));
}

QStringList Report::ownNames() const
{
    constexpr int kMostSuperiors = 6; // a village has 省市县镇 above it
    QStringList full{fact(fact::kName), fact(fact::kShortName)};
    full += fact(fact::kNames).split(u'\n', Qt::SkipEmptyParts);
    full.removeAll(QString());
    static const QString superiorEnds = QStringLiteral("省市州盟区县旗");
    QStringList names;
    for (const QString &name : std::as_const(full)) {
        QStringList forms{name};
        for (qsizetype i = 0; i + 2 < name.size() && forms.size() <= kMostSuperiors; ++i) {
            const QStringView rest = QStringView(name).mid(i + 1);
            if (superiorEnds.contains(name[i]) && !rest.startsWith(QStringLiteral("人民政府")))
                forms.append(rest.toString());
        }
        for (const QString &form : std::as_const(forms)) {
            names.append(form);
            if (form.endsWith(QStringLiteral("人民政府")))
                names.append(form.chopped(4));
        }
    }
    names.removeDuplicates();
    return names;
}

QString Report::introductionDraft() const
{
    static const std::array<std::pair<const char *, const char *>, 9> placeholders{{{"{name}", fact::kName},
        {"{office}", fact::kOffice}, {"{address}", fact::kAddress}, {"{phone}", fact::kPhone},
        {"{fax}", fact::kFax}, {"{postcode}", fact::kPostcode}, {"{email}", fact::kEmail},
        {"{website}", fact::kWebsite}, {"{website_name}", fact::kWebsiteName}}};
    const auto fill = [this](QString text, bool *complete) {
        text.replace(QStringLiteral("{year}"), QString::number(m_year));
        for (const auto &[placeholder, key] : placeholders) {
            const QLatin1String mark(placeholder);
            if (complete && text.contains(mark) && fact(key).isEmpty())
                *complete = false;
            text.replace(mark, fact(key));
        }
        return text;
    };
    // [[…]] is left out when something in it is not known
    static const QRegularExpression optional(QStringLiteral("\\[\\[(.*?)\\]\\]"));
    QString pattern = m_spec->introductionPattern;
    for (auto match = optional.match(pattern); match.hasMatch(); match = optional.match(pattern)) {
        bool complete = true;
        const QString part = fill(match.captured(1), &complete);
        pattern.replace(match.capturedStart(), match.capturedLength(), complete ? part : QString());
    }
    return fill(pattern, nullptr);
}

EntryPlace entryPlace(const CellSpec &cell) { return {cell.unit, cell.decimals, cell.mayBeNegative, true}; }

Result<EnteredValue> parseCell(const ReportSpec &spec, const CellId &id, const QString &text)
{
    const CellSpec *cell = spec.cell(id);
    if (!cell)
        return Error{ErrorCode::UnknownCell, id.toString()};
    if (cell->isComputed())
        return Error{ErrorCode::ComputedCell, id.toString()};
    auto entered = enter(text, entryPlace(*cell));
    if (!entered)
        return Error{entered.error().code, id.toString(), entered.error().detail};
    return entered;
}

QList<Step> stepsFor(const CellId &cell, const EnteredValue &entered)
{
    QList<Step> steps{SetCell{cell, entered.value}};
    if (!entered.note.isEmpty())
        steps.append(SetNote{cell, entered.note});
    return steps;
}

Progress progress(const Report &report, const SectionId &id)
{
    Progress result;
    const SectionSpec *section = report.spec().section(id);
    if (!section)
        return result;
    if (section->kind == SectionSpec::Kind::Table) {
        const TableSpec *table = report.spec().table(section->table);
        for (const CellId &cell : table->cells) {
            if (report.spec().cell(cell)->isComputed())
                continue;
            ++result.total;
            result.filled += report.value(cell) ? 1 : 0;
        }
        return result;
    }
    const auto subSections = report.subSections(id);
    result.total = std::max(1, int(subSections.size()));
    for (const SubSection &sub : subSections)
        result.filled += sub.text.trimmed().isEmpty() ? 0 : 1;
    return result;
}

namespace {
constexpr std::array kOrganisationFacts{
    fact::kName, fact::kOffice, fact::kAddress, fact::kPhone, fact::kWebsite};
}

QStringList missingOrganisationFacts(const Report &report)
{
    QStringList missing;
    for (const char *key : kOrganisationFacts) {
        if (report.fact(key).isEmpty())
            missing.append(QLatin1String(key));
    }
    return missing;
}

Progress organisationProgress(const Report &report)
{
    constexpr auto total = int(kOrganisationFacts.size());
    return {total - int(missingOrganisationFacts(report).size()), total};
}

Progress introductionProgress(const Report &report)
{
    return {report.fact(fact::kIntroduction).trimmed().isEmpty() ? 0 : 1, 1};
}

int percentFilled(const Report &report)
{
    QList<Progress> parts{organisationProgress(report), introductionProgress(report)};
    for (const SectionSpec &section : report.spec().sections)
        parts.append(progress(report, section.id));
    double filled = 0;
    for (const Progress &part : std::as_const(parts))
        filled += double(part.filled) / part.total;
    const bool isWhole
        = std::all_of(parts.cbegin(), parts.cend(), [](const Progress &part) { return part.isComplete(); });
    return isWhole ? 100 : std::min(99, int(100 * filled / double(parts.size())));
}

} // namespace nianbao
