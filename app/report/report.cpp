// SPDX-License-Identifier: MulanPSL-2.0
#include "report.h"

#include "bodykinds.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace nianbao {

const QStringList &fact::allKeys()
{
    static const QStringList keys = [] {
        QStringList list;
        for (const char *key : {kTitle, kIntroduction, kSource, kName, kShortName, kKind, kOffice, kAddress,
                 kPhone, kFax, kPostcode, kEmail, kWebsite, kWebsiteName, kNames, kDate, kSignature, kDrafted,
                 kChecked, kCountersigned, kSigned, kAllowedWords})
            list.append(QLatin1String(key));
        return list;
    }();
    return keys;
}

Report::Report(SpecPointer spec, int year) : m_spec(std::move(spec)), m_year(year) { }

std::optional<Amount> Report::value(const CellId &cell) const
{
    const auto declared = m_declared.constFind(cell);
    return declared != m_declared.constEnd() ? declared->value : computed(cell);
}

std::optional<Amount> Report::computed(const CellId &cell) const
{
    if (const auto found = m_computed.constFind(cell); found != m_computed.constEnd())
        return *found;
    return m_cells.value(cell).value;
}

std::optional<Declared> Report::declared(const CellId &cell) const
{
    const auto found = m_declared.constFind(cell);
    return found == m_declared.constEnd() ? std::nullopt : std::optional(*found);
}

QString Report::note(const CellId &cell) const { return m_cells.value(cell).note; }

bool Report::operator==(const Report &other) const
{
    const auto samePrior
        = m_prior == other.m_prior || (m_prior && other.m_prior && *m_prior == *other.m_prior);
    const auto sameSections = [](const auto &a, const auto &b) {
        return std::all_of(
            a.keyBegin(), a.keyEnd(), [&](const SectionId &id) { return a.value(id) == b.value(id); });
    };
    return m_spec == other.m_spec && m_year == other.m_year && m_cells == other.m_cells
        && m_declared == other.m_declared && m_facts == other.m_facts && m_channels == other.m_channels
        && m_illustrations == other.m_illustrations && m_review == other.m_review && samePrior
        && m_explanations == other.m_explanations && m_rulesOff == other.m_rulesOff
        && sameSections(m_sections, other.m_sections) && sameSections(other.m_sections, m_sections);
}

qsizetype Report::textSize() const
{
    qsizetype size = 0;
    for (const QString &value : m_facts)
        size += value.size();
    for (const QList<SubSection> &section : m_sections) {
        for (const SubSection &sub : section)
            size += sub.heading.size() + sub.text.size();
    }
    return size;
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

QDate dateFrom(const QString &text)
{
    // Qt's own reader of ISO dates takes 2026/01/20 and whatever follows
    const bool isShaped = text.size() == 10 && text[4] == u'-' && text[7] == u'-';
    return isShaped ? QDate::fromString(text, QStringLiteral("yyyy-MM-dd")) : QDate();
}

QStringList numberedHeadings(const QList<SubSection> &subSections)
{
    QStringList headings;
    int number = 0;
    for (const SubSection &sub : subSections)
        headings.append(sub.heading.isEmpty()
                ? QString()
                : QStringLiteral("（%1）%2").arg(chineseNumber(++number), sub.heading));
    return headings;
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

Progress organisationProgress(const Report &report)
{
    Progress result;
    for (const char *key : {fact::kName, fact::kOffice, fact::kAddress, fact::kPhone, fact::kWebsite}) {
        ++result.total;
        result.filled += report.fact(key).isEmpty() ? 0 : 1;
    }
    return result;
}

namespace {

// A sum of counts that keep the bounds cannot overflow.
static_assert(
    bounds::kCount <= std::numeric_limits<qint64>::max() / (bounds::kChannels * bounds::kChannels * 2));

/// Of the counts that are there. What a file holds against the bounds adds up to the largest number, not to
/// a negative one.
void addTo(std::optional<qint64> &sum, std::optional<qint64> count)
{
    if (!count)
        return;
    qint64 both = 0;
    if (__builtin_add_overflow(sum.value_or(0), *count, &both))
        both = *count > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
    sum = both;
}

} // namespace

std::optional<qint64> channelSum(const Channel &channel)
{
    std::optional<qint64> sum;
    for (const Category &category : channel.categories)
        addTo(sum, category.count);
    return sum;
}

std::optional<qint64> channelCount(const Channel &channel)
{
    return channel.count ? channel.count : channelSum(channel);
}

std::optional<qint64> channelsTotal(const QList<Channel> &channels)
{
    std::optional<qint64> sum;
    for (const Channel &channel : channels)
        addTo(sum, channelCount(channel));
    return sum;
}

namespace {
constexpr std::array kStates{std::pair(ReviewState::Drafting, "drafting"),
    std::pair(ReviewState::InReview, "in_review"), std::pair(ReviewState::Returned, "returned"),
    std::pair(ReviewState::Approved, "approved"), std::pair(ReviewState::Submitted, "submitted"),
    std::pair(ReviewState::Published, "published")};
}

QString toString(ReviewState state)
{
    const auto *found
        = std::find_if(kStates.begin(), kStates.end(), [&](auto &s) { return s.first == state; });
    return QLatin1String(found->second);
}

std::optional<ReviewState> reviewStateFromString(const QString &word)
{
    for (const auto &[state, name] : kStates) {
        if (word == QLatin1String(name))
            return state;
    }
    return std::nullopt;
}

} // namespace nianbao
