// SPDX-License-Identifier: MulanPSL-2.0
#include "report.h"

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
                 kChecked, kCountersigned, kSigned})
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

namespace {

Result<> checkAmount(const CellSpec &cell, const std::optional<Amount> &value)
{
    if (!value)
        return {};
    if (value->isNegative() && !cell.mayBeNegative)
        return Error{ErrorCode::NegativeNotAllowed, cell.id.toString(), value->toString()};
    if (value->decimals() > cell.decimals)
        return Error{ErrorCode::TooManyDecimals, cell.id.toString(), value->toString()};
    return {};
}

Error noSuchPlace(const SectionId &section, int index)
{
    return {ErrorCode::NoSuchPlace, QStringLiteral("%1/%2").arg(section.toString()).arg(index + 1)};
}

bool isKnownFact(const ReportSpec &spec, const QString &key)
{
    if (key.startsWith(QLatin1String(fact::kTableNote)))
        return spec.table(TableId(key.mid(qsizetype(qstrlen(fact::kTableNote))))) != nullptr;
    return fact::allKeys().contains(key);
}

} // namespace

/// Takes one step: one function a kind. Each checks it, does it, and puts its inverse in front of the
/// delta's.
class Report::Applier {
public:
    Applier(Report &report, Delta &delta) : m_report(report), m_delta(delta) { }

    Result<> operator()(const SetCell &s)
    {
        const CellSpec *cell = m_report.m_spec->cell(s.cell);
        if (!cell)
            return Error{ErrorCode::UnknownCell, s.cell.toString()};
        if (cell->isComputed())
            return Error{ErrorCode::ComputedCell, s.cell.toString()};
        if (const auto fits = checkAmount(*cell, s.value); !fits)
            return fits;
        return changeTyped(s.cell, &Typed::value, s.value, [&](const auto &before) {
            return SetCell{s.cell, before};
        });
    }

    Result<> operator()(const SetNote &s)
    {
        if (!m_report.m_spec->cell(s.cell))
            return Error{ErrorCode::UnknownCell, s.cell.toString()};
        return changeTyped(s.cell, &Typed::note, s.note, [&](const auto &before) {
            return SetNote{s.cell, before};
        });
    }

    Result<> operator()(const SetDeclared &s)
    {
        const CellSpec *cell = m_report.m_spec->cell(s.cell);
        if (!cell || !cell->isComputed())
            return Error{ErrorCode::UnknownCell, s.cell.toString()};
        const auto before = m_report.declared(s.cell);
        if (before == s.declared)
            return {};
        undoWith(SetDeclared{s.cell, before});
        if (s.declared)
            m_report.m_declared.insert(s.cell, *s.declared);
        else
            m_report.m_declared.remove(s.cell);
        m_delta.cells.insert(s.cell);
        return {};
    }

    Result<> operator()(const SetFact &s)
    {
        if (!isKnownFact(*m_report.m_spec, s.key))
            return Error{ErrorCode::UnknownFact, s.key};
        const auto before = m_report.hasFact(s.key) ? std::optional(m_report.fact(s.key)) : std::nullopt;
        if (before == s.value)
            return {};
        undoWith(SetFact{s.key, before});
        if (s.value)
            m_report.m_facts.insert(s.key, *s.value);
        else
            m_report.m_facts.remove(s.key);
        m_delta.facts.insert(s.key);
        return {};
    }

    Result<> operator()(const InsertSubSection &s)
    {
        auto list = subSections(s.section, s.index, 1);
        if (!list)
            return list.error();
        (*list)->insert(s.index, s.content);
        undoWith(RemoveSubSection{s.section, s.index});
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const RemoveSubSection &s)
    {
        auto list = subSections(s.section, s.index);
        if (!list)
            return list.error();
        undoWith(InsertSubSection{s.section, s.index, (*list)->at(s.index)});
        (*list)->removeAt(s.index);
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const MoveSubSection &s)
    {
        if (const auto target = subSections(s.section, s.to); !target)
            return target.error();
        auto list = subSections(s.section, s.from);
        if (!list)
            return list.error();
        if (s.from == s.to)
            return {};
        (*list)->move(s.from, s.to);
        undoWith(MoveSubSection{s.section, s.to, s.from});
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const SetHeading &s)
    {
        auto list = subSections(s.section, s.index);
        if (!list)
            return list.error();
        QString &heading = (**list)[s.index].heading;
        if (heading == s.heading)
            return {};
        undoWith(SetHeading{s.section, s.index, heading});
        heading = s.heading;
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const SetText &s)
    {
        auto list = subSections(s.section, s.index);
        if (!list)
            return list.error();
        QString &text = (**list)[s.index].text;
        if (text == s.text)
            return {};
        undoWith(SetText{s.section, s.index, text});
        text = s.text;
        return {};
    }

    Result<> operator()(const SetChannels &s)
    {
        return replace(m_report.m_channels, s.channels, &Delta::channels, s);
    }
    Result<> operator()(const SetFigures &s)
    {
        return replace(m_report.m_figures, s.figures, &Delta::figures, s);
    }
    Result<> operator()(const SetPrior &s) { return replace(m_report.m_prior, s.prior, &Delta::prior, s); }
    Result<> operator()(const SetReview &s)
    {
        return replace(m_report.m_review, s.review, &Delta::review, s);
    }

private:
    void undoWith(Step inverse) { m_delta.inverse.steps.prepend(std::move(inverse)); }

    template <typename Member, typename Value, typename Inverse>
    Result<> changeTyped(const CellId &id, Member member, const Value &value, Inverse inverse)
    {
        Typed &typed = m_report.m_cells[id];
        if (typed.*member != value) {
            undoWith(inverse(typed.*member));
            typed.*member = value;
            m_delta.cells.insert(id);
        }
        if (typed == Typed{})
            m_report.m_cells.remove(id);
        return {};
    }

    /// Steps that replace one member as a whole; each kind holds just the new value.
    template <typename Value, typename Kind>
    Result<> replace(Value &member, const Value &value, bool Delta::*flag, const Kind &)
    {
        if (member != value) {
            undoWith(Kind{member});
            member = value;
            m_delta.*flag = true;
        }
        return {};
    }

    /// The section's list when it has that position; beyond: how many positions past its end count too.
    Result<QList<SubSection> *> subSections(const SectionId &id, int index, int beyond = 0)
    {
        const SectionSpec *section = m_report.m_spec->section(id);
        if (!section || section->kind != SectionSpec::Kind::Narrative)
            return Error{ErrorCode::NoSuchPlace, id.toString()};
        QList<SubSection> &list = m_report.m_sections[id];
        if (index < 0 || index >= list.size() + beyond)
            return noSuchPlace(id, index);
        m_delta.sections.insert(id);
        return &list;
    }

    Report &m_report;
    Delta &m_delta;
};

void Report::recompute(Delta &delta)
{
    for (const CellId &id : m_spec->evaluationOrder) {
        std::optional<Amount> sum;
        for (const Term &term : m_spec->cell(id)->formula) {
            const auto part = computed(term.cell);
            if (!part)
                continue;
            const Amount before = sum.value_or(Amount());
            sum = term.sign > 0 ? before + *part : before - *part;
        }
        if (sum == computed(id))
            continue;
        if (sum)
            m_computed.insert(id, *sum);
        else
            m_computed.remove(id);
        delta.cells.insert(id);
    }
}

Result<Delta> Report::apply(const Change &change)
{
    Report next = *this;
    Delta delta;
    delta.inverse.description = change.description;
    delta.inverse.mergeKey = change.mergeKey;
    Applier applier(next, delta);
    for (const Step &step : change.steps) {
        if (const auto done = std::visit(applier, step); !done)
            return done.error();
    }
    if (delta.inverse.steps.isEmpty())
        return Delta{{}, {}, {}, false, false, false, false, false, delta.inverse};
    if (!delta.cells.isEmpty())
        next.recompute(delta);
    *this = std::move(next);
    return delta;
}

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
        && m_figures == other.m_figures && m_review == other.m_review && samePrior
        && sameSections(m_sections, other.m_sections) && sameSections(other.m_sections, m_sections);
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
    QString name = fact(fact::kName).trimmed();
    for (const QString &tail : {QStringLiteral("人民政府"), QStringLiteral("办事处")}) {
        if (name.endsWith(tail))
            name.chop(tail.size());
    }
    static const QList<std::pair<QString, QString>> endings{
        {QStringLiteral("镇"), QStringLiteral("town")},
        {QStringLiteral("乡"), QStringLiteral("town")},
        {QStringLiteral("街道"), QStringLiteral("street")},
        {QStringLiteral("县"), QStringLiteral("county")},
        {QStringLiteral("区"), QStringLiteral("district")},
        {QStringLiteral("市"), QStringLiteral("city")},
        {QStringLiteral("局"), QStringLiteral("department")},
        {QStringLiteral("委"), QStringLiteral("department")},
        {QStringLiteral("委员会"), QStringLiteral("department")},
        {QStringLiteral("办"), QStringLiteral("department")},
        {QStringLiteral("办公室"), QStringLiteral("department")},
        {QStringLiteral("厅"), QStringLiteral("department")},
    };
    for (const auto &[ending, kind] : endings) {
        if (name.endsWith(ending))
            return kind;
    }
    return {};
}

QStringList Report::ownNames() const
{
    QStringList full{fact(fact::kName), fact(fact::kShortName)};
    full += fact(fact::kNames).split(u'\n', Qt::SkipEmptyParts);
    full.removeAll(QString());
    static const QString superiorEnds = QStringLiteral("省市州盟区县旗");
    QStringList names;
    for (const QString &name : std::as_const(full)) {
        QStringList forms{name};
        for (qsizetype i = 0; i + 2 < name.size(); ++i) {
            const QString rest = name.mid(i + 1);
            if (superiorEnds.contains(name[i]) && !rest.startsWith(QStringLiteral("人民政府")))
                forms.append(rest);
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

Result<std::optional<Amount>> parseCell(const ReportSpec &spec, const CellId &id, const QString &text)
{
    const CellSpec *cell = spec.cell(id);
    if (!cell)
        return Error{ErrorCode::UnknownCell, id.toString()};
    if (cell->isComputed())
        return Error{ErrorCode::ComputedCell, id.toString()};
    if (text.trimmed().isEmpty())
        return std::optional<Amount>();
    auto amount = Amount::parse(text);
    if (!amount)
        return Error{amount.error().code, id.toString(), amount.error().detail};
    if (const auto fits = checkAmount(*cell, *amount); !fits)
        return Error{fits.error().code, id.toString(), text.trimmed()};
    return std::optional(*amount);
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

std::optional<qint64> channelSum(const Channel &channel)
{
    std::optional<qint64> sum;
    for (const Category &category : channel.categories) {
        if (category.count)
            sum = sum.value_or(0) + *category.count;
    }
    return sum;
}

std::optional<qint64> channelsTotal(const QList<Channel> &channels)
{
    std::optional<qint64> sum;
    for (const Channel &channel : channels) {
        if (channel.count)
            sum = sum.value_or(0) + *channel.count;
    }
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
