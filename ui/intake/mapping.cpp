// SPDX-License-Identifier: MulanPSL-2.0
#include "mapping.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kListedInText{"They are taken from what the text says.", "取自正文所述。"};

Proposal withForm(Proposal proposal)
{
    if (!proposal.form)
        proposal.form = proposal.year ? formForYear(*proposal.year) : shippedForms().last();
    return proposal;
}

bool isOfSums(const Finding &finding)
{
    return finding.level == Level::Error && !finding.cells.isEmpty() && !finding.isInText()
        && finding.rule != RuleId(QStringLiteral("CELL-BLANK"));
}

} // namespace

Mapping::Mapping(Proposal proposal, QObject *parent)
    : QObject(parent)
    , m_proposal(withForm(std::move(proposal)))
    , m_year(m_proposal.year.value_or(m_proposal.form->fromYear))
    , m_taken(m_proposal.form, m_year)
{
    listTexts();
    addUp();
}

/// In the order of the report, channels and pictures last.
void Mapping::listTexts()
{
    for (const ProposedText &text : std::as_const(m_proposal.texts))
        m_texts.append(text.place);
    if (!m_proposal.channels.isEmpty())
        m_texts.append(Place::channels());
    for (int i = 0; i < m_proposal.pictures.size(); ++i)
        m_texts.append(Place::illustration(i));
}

/// A total that does not add up is in doubt as long as it does not: one answer may settle several.
void Mapping::listDoubts()
{
    m_doubts.clear();
    QSet<CellId> wrong;
    for (const Finding &finding : std::as_const(m_arithmetic)) {
        QList<CellId> totals = finding.cells;
        totals.removeIf([this](const CellId &id) { return !m_proposal.form->cell(id)->isComputed(); });
        const bool isExplained = std::any_of(finding.cells.begin(), finding.cells.end(),
            [this](const CellId &id) { return m_taken.isOpen(id) || !m_taken.value(id); });
        // a balance is off because of a total that is wrong itself, or nobody knows because of which
        for (const CellId &id : std::as_const(totals)) {
            if (m_taken.isOpen(id) || (!isExplained && id == totals.last()))
                wrong.insert(id);
        }
    }
    for (const TableSpec &table : m_proposal.form->tables) {
        for (const CellId &id : table.cells) {
            const Recognition is = state(Place::cell(id));
            if (is == Recognition::Guessed || is == Recognition::Unreadable || wrong.contains(id))
                m_doubts.append(Place::cell(id));
        }
    }
    for (const Place &place : std::as_const(m_texts)) {
        if (!m_figuresOnly && state(place) != Recognition::Sure)
            m_doubts.append(place);
    }
}

const ProposedCell *Mapping::cell(const Place &place) const
{
    const auto found = m_proposal.cells.constFind(place.cellId());
    return place.kind() == Place::Kind::Cell && found != m_proposal.cells.cend() ? &*found : nullptr;
}

const ProposedText *Mapping::text(const Place &place) const
{
    const auto found = std::find_if(m_proposal.texts.cbegin(), m_proposal.texts.cend(),
        [&place](const ProposedText &text) { return text.place == place; });
    return found == m_proposal.texts.cend() ? nullptr : &*found;
}

Recognition Mapping::state(const Place &place) const
{
    if (place.kind() == Place::Kind::Cell)
        return cell(place) ? cell(place)->state : Recognition::Absent;
    if (place == Place::channels())
        return Recognition::Guessed;
    const ProposedText *found = text(place);
    return found ? found->state : Recognition::Sure;
}

Phrase Mapping::why(const Place &place) const
{
    if (const ProposedCell *found = cell(place))
        return found->why;
    if (place == Place::channels())
        return Phrase(kListedInText);
    const ProposedText *found = text(place);
    return found ? found->why : Phrase();
}

QString Mapping::source(const Place &place) const
{
    if (const ProposedCell *found = cell(place))
        return found->text;
    const ProposedText *found = text(place);
    return found ? found->text : QString();
}

SourceSpot Mapping::spot(const Place &place) const
{
    if (const ProposedCell *found = cell(place))
        return found->spot;
    const ProposedText *found = text(place);
    return found ? found->spot : SourceSpot();
}

std::optional<Amount> Mapping::value(const CellId &id) const
{
    if (const auto typed = m_entered.constFind(id); typed != m_entered.cend())
        return typed->value;
    const ProposedCell *found = cell(Place::cell(id));
    return found ? found->value : std::nullopt;
}

QString Mapping::note(const CellId &id) const
{
    if (const auto typed = m_entered.constFind(id); typed != m_entered.cend())
        return typed->note;
    const ProposedCell *found = cell(Place::cell(id));
    return found ? found->note : QString();
}

void Mapping::confirm(const Place &place) { confirmAll({place}); }

void Mapping::confirmAll(const QList<Place> &places)
{
    for (const Place &place : places) {
        m_without.remove(place);
        m_settled.insert(place);
    }
    addUp();
    Q_EMIT changed();
}

QList<Place> Mapping::alike(const Place &place) const
{
    QList<Place> result;
    const Phrase reason = why(place);
    for (const Place &other : m_doubts) {
        if (other.kind() == place.kind() && other.cellId().table() == place.cellId().table()
            && state(other) == Recognition::Guessed && !isSettled(other) && why(other) == reason)
            result.append(other);
    }
    return result.contains(place) ? result : QList<Place>();
}

void Mapping::setTicked(const Place &place, bool ticked)
{
    if (ticked) {
        m_without.remove(place);
        m_settled.remove(place);
    } else {
        m_without.insert(place);
        m_settled.insert(place);
    }
    addUp();
    Q_EMIT changed();
}

Result<> Mapping::correct(const CellId &id, const QString &text)
{
    const auto entered = parseCell(*m_proposal.form, id, text);
    if (!entered)
        return entered.error();
    if (entered->value == value(id) && isTicked(Place::cell(id)) && entered->note.isEmpty())
        return {}; // an editor that was opened and left
    if (!entered->value) { // blanked: nothing is taken
        m_corrected.remove(id);
        m_entered.remove(id);
        setTicked(Place::cell(id), false);
        return {};
    }
    m_corrected.insert(id, text);
    m_entered.insert(id, *entered);
    confirm(Place::cell(id));
    return {};
}

int Mapping::openDoubts() const
{
    return int(std::count_if(
        m_doubts.cbegin(), m_doubts.cend(), [this](const Place &place) { return !isSettled(place); }));
}

Place Mapping::nextDoubt(const Place &from, int direction) const
{
    const auto count = m_doubts.size();
    auto at = m_doubts.indexOf(from);
    if (at < 0)
        at = direction > 0 ? -1 : count;
    for (qsizetype i = 0; i < count; ++i) {
        at = (at + direction + count) % count;
        if (!isSettled(m_doubts[at]))
            return m_doubts[at];
    }
    return {};
}

Proposal Mapping::settled() const
{
    Proposal result = m_proposal;
    for (const Place &place : m_settled) {
        if (const auto found = result.cells.find(place.cellId()); place.kind() == Place::Kind::Cell
            && found != result.cells.end() && found->state == Recognition::Guessed)
            found->state = Recognition::Sure;
    }
    for (ProposedText &text : result.texts) {
        if (m_settled.contains(text.place))
            text.state = Recognition::Sure;
    }
    if (!isTicked(Place::channels()))
        result.channels.clear();
    for (auto i = result.pictures.size() - 1; i >= 0; --i) {
        if (!isTicked(Place::illustration(int(i))))
            result.pictures.removeAt(i);
    }
    return result;
}

Acceptance Mapping::acceptance(bool guesses) const
{
    Acceptance result;
    result.guesses = guesses;
    result.corrected = m_corrected;
    for (const Place &place : m_without) {
        if (place.kind() == Place::Kind::Cell)
            result.without.insert(place.cellId());
        else
            result.withoutTexts.insert(place.toString());
    }
    return result;
}

int Mapping::countTaken(bool guesses) const
{
    int count = 0;
    for (const TableSpec &table : m_proposal.form->tables) {
        for (const CellId &id : table.cells) {
            count += value(id) && isTaken(Place::cell(id), guesses) ? 1 : 0;
        }
    }
    return count;
}

int Mapping::countTexts(bool guesses) const
{
    return m_figuresOnly ? 0
                         : int(std::count_if(m_texts.cbegin(), m_texts.cend(),
                             [this, guesses](const Place &place) { return isTaken(place, guesses); }));
}

bool Mapping::isTaken(const Place &place, bool guesses) const
{
    const bool isSure
        = state(place) != Recognition::Guessed || (isSettled(place) && place != Place::channels());
    return isTicked(place) && (guesses || isSure); // channels are taken with all, or not
}

int Mapping::count(Recognition wanted) const
{
    const auto is = [this, wanted](const Place &place) { return state(place) == wanted; };
    return m_proposal.count(wanted)
        + (m_figuresOnly ? 0 : int(std::count_if(m_texts.cbegin(), m_texts.cend(), is)));
}

void Mapping::setFiguresOnly(bool figuresOnly)
{
    if (m_figuresOnly == figuresOnly)
        return;
    m_figuresOnly = figuresOnly;
    listDoubts();
    Q_EMIT changed();
}

QSet<CellId> Mapping::statedTotals() const
{
    QSet<CellId> result;
    for (const TableSpec &table : m_proposal.form->tables) {
        for (const CellId &id : table.cells) {
            if (m_proposal.form->cell(id)->isComputed() && value(id) && isTicked(Place::cell(id)))
                result.insert(id);
        }
    }
    return result;
}

void Mapping::addUp()
{
    m_taken = reportFrom(settled(), acceptance(true), m_year);
    m_arithmetic = check(m_taken, RuleSet());
    m_arithmetic.removeIf([](const Finding &finding) { return !isOfSums(finding); });
    listDoubts();
}

} // namespace nianbao
