// SPDX-License-Identifier: MulanPSL-2.0
#include "reportchanges.h"

#include "charts.h"
#include "conversion.h"
#include "livefigures.h"
#include "words.h"

#include <algorithm>
#include <functional>

namespace nianbao {

namespace {

/// What belongs together: an index of the old list with one of the new.
using Pairs = QMap<int, int>; // new → old

/// Pairs what is still alone, in order on both sides, where the function says so.
void pairUp(Pairs &pairs, int olds, int nows, const std::function<bool(int old, int now)> &belong)
{
    QList<bool> isTaken(olds, false);
    for (const int old : std::as_const(pairs))
        isTaken[old] = true;
    for (int now = 0; now < nows; ++now) {
        if (pairs.contains(now))
            continue;
        for (int old = 0; old < olds; ++old) {
            if (!isTaken[old] && belong(old, now)) {
                pairs.insert(now, old);
                isTaken[old] = true;
                break;
            }
        }
    }
}

QList<int> alone(int count, const QList<int> &paired)
{
    QList<int> list;
    for (int i = 0; i < count; ++i) {
        if (!paired.contains(i))
            list.append(i);
    }
    return list;
}

/// The new indexes of those that stand in another order among all that stayed.
QSet<int> movedOf(const Pairs &pairs)
{
    const auto nows = pairs.keys();
    QSet<int> moved(nows.begin(), nows.end());
    QList<qsizetype> olds;
    for (const int old : pairs)
        olds.append(old);
    for (const qsizetype index : longestRise(olds))
        moved.remove(nows[index]);
    return moved;
}

/// Where a removed one would stand: behind the one before it that stayed.
int wouldStandAt(const Pairs &pairs, const QSet<int> &moved, int old)
{
    int at = 0;
    int nearest = -1;
    for (const auto &[now, before] : pairs.asKeyValueRange()) {
        if (before < old && before > nearest && !moved.contains(now)) {
            nearest = before;
            at = now + 1;
        }
    }
    return at;
}

QString shown(const Report &report, const QString &stored) { return shownText(report, stored).text; }

class Differences {
public:
    Differences(const Report &old, const Report &now) : m_old(old), m_now(now) { }

    ReportChanges run()
    {
        compareFacts();
        compareCells();
        compareTexts();
        compareChannels();
        compareIllustrations();
        collectPlaces();
        return std::move(m_found);
    }

private:
    // Facts

    void compareFacts()
    {
        const auto whole = [this](const char *key, const QString &old, const QString &now) {
            if (old != now)
                m_found.facts.append({QLatin1String(key), Place::report(), old, now, {}, false});
        };
        whole("form", m_old.spec().id, m_now.spec().id);
        whole("year", QString::number(m_old.year()), QString::number(m_now.year()));
        whole("revision", QString::number(m_old.review().revision), QString::number(m_now.review().revision));
        QStringList keys = fact::allKeys();
        for (const ReportSpec *spec : {&m_now.spec(), &m_old.spec()}) {
            for (const TableSpec &table : spec->tables) {
                const QString key = QLatin1String(fact::kTableNote) + table.id.toString();
                if (!keys.contains(key))
                    keys.append(key);
            }
        }
        for (const QString &key : std::as_const(keys))
            compareFact(key);
    }

    static QString factOf(const Report &report, const QString &key)
    {
        if (key == QLatin1String(fact::kTitle)) // none stated: the page has the usual one
            return report.title();
        if (key == QLatin1String(fact::kSignature) && report.fact(key).isEmpty()) // the name stands there
            return report.fact(fact::kName);
        const QString fact = report.fact(key);
        if (key == QLatin1String(fact::kIntroduction))
            return shown(report, fact);
        if (key == QLatin1String(fact::kNames)) // one a line: an empty one says nothing
            return fact.split(u'\n', Qt::SkipEmptyParts).join(u'\n');
        return fact;
    }

    void compareFact(const QString &key)
    {
        if (m_old.fact(key).isEmpty() && m_now.fact(key).isEmpty())
            return; // what stands in its place follows from name and year, which are compared
        const QString old = factOf(m_old, key);
        const QString now = factOf(m_now, key);
        if (old == now)
            return;
        m_found.facts.append(
            {key, Place::fact(key), old, now, wordChanges(old, now), m_old.fact(key) == m_now.fact(key)});
    }

    // Cells

    /// What cells of the old form say for one of the new: of several that became one, the sum.
    struct Before {
        CellId cell{}; // the first
        std::optional<Amount> value{};
        QStringList notes{};
        bool isOpen = false;
        bool isDeclared = false;
    };

    void take(Before &before, const CellId &cell) const
    {
        const auto value = m_old.value(cell);
        before.cell = before.cell.isEmpty() ? cell : before.cell;
        before.value = before.value && value ? *before.value + *value : value ? value : before.value;
        if (const QString note = m_old.note(cell); !note.isEmpty())
            before.notes.append(note);
        before.isOpen |= m_old.isOpen(cell);
        before.isDeclared |= m_old.declared(cell).has_value();
    }

    void compareCells()
    {
        QHash<CellId, Before> before;
        QList<CellId> homeless;
        for (const TableSpec &table : m_old.spec().tables) {
            for (const CellId &cell : table.cells) {
                const CellId to = successor(m_old.spec(), m_now.spec(), cell);
                if (to.isEmpty())
                    homeless.append(cell);
                else
                    take(before[to], cell);
            }
        }
        const auto addHomeless = [&](const std::function<bool(const TableId &)> &isOf) {
            for (const CellId &cell : std::as_const(homeless)) {
                if (isOf(cell.table()))
                    addRemoved(cell);
            }
        };
        for (const TableSpec &table : m_now.spec().tables) {
            for (const CellId &cell : table.cells)
                compareCell(cell, before.value(cell));
            addHomeless([&table](const TableId &id) { return id == table.id; });
        }
        addHomeless([this](const TableId &id) { return !m_now.spec().table(id); });
    }

    void compareCell(const CellId &cell, const Before &before)
    {
        CellChange change;
        change.place = Place::cell(cell);
        change.was = before.cell.isEmpty() ? Place() : Place::cell(before.cell);
        change.old = before.value;
        change.now = m_now.value(cell);
        change.oldNote = before.notes.join(u'；');
        change.note = m_now.note(cell);
        change.wasOpen = before.isOpen;
        change.isOpen = m_now.isOpen(cell);
        change.follows = m_now.spec().cell(cell)->isComputed() && !before.isDeclared && !m_now.declared(cell)
            && !change.isNoteChanged();
        if (change.isFigureChanged() || change.isNoteChanged())
            m_found.cells.append(change);
    }

    void addRemoved(const CellId &cell)
    {
        Before before;
        take(before, cell);
        if (!before.value && before.notes.isEmpty())
            return;
        CellChange change;
        change.place = change.was = Place::cell(cell);
        change.old = before.value;
        change.oldNote = before.notes.join(u'；');
        change.isRemoved = true;
        change.wasOpen = before.isOpen;
        change.follows
            = m_old.spec().cell(cell)->isComputed() && !before.isDeclared && before.notes.isEmpty();
        m_found.cells.append(change);
    }

    // Texts

    struct Section {
        SectionId id{};
        QList<SubSection> old{}; // as they are shown
        QList<SubSection> now{};
        Pairs pairs{};
        QHash<int, Place> cameFrom{}; // new → where it stood in another section
        QSet<int> wentAway{}; // old ones, into another section
    };

    static QList<SubSection> shownSubSections(const Report &report, const SectionId &section)
    {
        auto list = report.subSections(section);
        for (SubSection &sub : list) {
            sub.heading = shown(report, sub.heading);
            sub.text = shown(report, sub.text);
        }
        return list;
    }

    QList<SectionId> sections() const
    {
        QList<SectionId> list;
        for (const ReportSpec *spec : {&m_now.spec(), &m_old.spec()}) {
            for (const SectionSpec &section : spec->sections) {
                if (!list.contains(section.id))
                    list.append(section.id);
            }
        }
        return list;
    }

    void compareTexts()
    {
        QList<Section> list;
        for (const SectionId &id : sections()) {
            list.append({id, shownSubSections(m_old, id), shownSubSections(m_now, id), {}, {}, {}});
            pairSubSections(list.last());
        }
        pairAcross(list);
        for (const Section &section : std::as_const(list))
            addTexts(section);
    }

    static void pairSubSections(Section &section)
    {
        const auto &old = section.old;
        const auto &now = section.now;
        const auto pair = [&](const std::function<bool(int, int)> &belong) {
            pairUp(section.pairs, int(old.size()), int(now.size()), belong);
        };
        pair([&](int i, int j) { return old[i] == now[j]; });
        pair([&](int i, int j) { return !now[j].heading.isEmpty() && old[i].heading == now[j].heading; });
        pairAlike(section);
        // Between the same neighbours, one that was written anew; a lead-in stays the lead-in.
        const auto isBetweenTheSame = [&](int i, int j) {
            const auto olds = section.pairs.values();
            const auto oldBefore = [&](int at) { return at == 0 || olds.contains(at - 1); };
            const bool isFirst = i == 0 && j == 0;
            const bool follows = j > 0 && i > 0 && section.pairs.value(j - 1, -1) == i - 1;
            return (isFirst || follows) && oldBefore(i);
        };
        pair([&](int i, int j) {
            const bool isWithout = old[i].heading.isEmpty() && now[j].heading.isEmpty();
            const bool isBlank = old[i].text.trimmed().isEmpty() && now[j].text.trimmed().isEmpty();
            return (isWithout || isBlank) && isBetweenTheSame(i, j);
        });
    }

    static double alike(const SubSection &old, const SubSection &now)
    {
        constexpr double kOfHeading = 0.2; // a heading says less than the text
        return likeness(old.text, now.text) + kOfHeading * likeness(old.heading, now.heading);
    }

    /// Renamed ones, by what their texts have in common: the most alike first.
    static void pairAlike(Section &section)
    {
        constexpr double kAlike = 0.5;
        constexpr qsizetype kMost = 2'500; // pairs that are looked at, of texts of any length
        const auto olds = alone(int(section.old.size()), section.pairs.values());
        const auto nows = alone(int(section.now.size()), section.pairs.keys());
        if (olds.size() * nows.size() > kMost)
            return;
        struct Candidate {
            double alike = 0;
            int old = 0;
            int now = 0;
        };
        QList<Candidate> candidates;
        for (const int i : olds) {
            for (const int j : nows) {
                const bool hasText = !section.old[i].text.isEmpty() && !section.now[j].text.isEmpty();
                const double each = hasText ? alike(section.old[i], section.now[j]) : 0;
                if (each >= kAlike)
                    candidates.append({each, i, j});
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(),
            [](const Candidate &one, const Candidate &other) { return one.alike > other.alike; });
        QSet<int> taken;
        for (const Candidate &each : std::as_const(candidates)) {
            if (taken.contains(each.old) || section.pairs.contains(each.now))
                continue;
            taken.insert(each.old);
            section.pairs.insert(each.now, each.old);
        }
    }

    /// What is gone here and new there, as it was or nearly.
    static void pairAcross(QList<Section> &list)
    {
        constexpr double kAlike = 0.8;
        constexpr qsizetype kMost = 2'500;
        for (Section &to : list) {
            for (Section &from : list) {
                const auto nows = alone(int(to.now.size()), to.pairs.keys() + to.cameFrom.keys());
                const auto olds = alone(int(from.old.size()), from.pairs.values() + from.wentAway.values());
                if (&from == &to || olds.size() * nows.size() > kMost)
                    continue;
                for (const int j : nows) {
                    for (const int i : olds) {
                        const bool isFree = !from.wentAway.contains(i) && !to.cameFrom.contains(j);
                        if (isFree && !from.old[i].text.isEmpty()
                            && likeness(from.old[i].text, to.now[j].text) >= kAlike) {
                            to.cameFrom.insert(j, Place::subSection(from.id, i));
                            from.wentAway.insert(i);
                        }
                    }
                }
            }
        }
    }

    void addTexts(const Section &section)
    {
        const auto moved = movedOf(section.pairs);
        QMap<int, QList<int>> removed; // by where they would stand now
        for (const int old :
            alone(int(section.old.size()), section.pairs.values() + section.wentAway.values()))
            removed[wouldStandAt(section.pairs, moved, old)].append(old);
        for (int j = 0; j <= section.now.size(); ++j) {
            for (const int old : removed.value(j))
                addRemoved(section, old, j);
            if (j == section.now.size())
                break;
            const Place place = Place::subSection(section.id, j);
            if (const auto from = section.cameFrom.constFind(j); from != section.cameFrom.constEnd())
                addText(place, *from, true, section.now[j]);
            else if (const auto old = section.pairs.constFind(j); old != section.pairs.constEnd())
                addText(place, Place::subSection(section.id, *old), moved.contains(j), section.now[j]);
            else
                addText(place, Place(), false, section.now[j]);
        }
    }

    void addRemoved(const Section &section, int old, int at)
    {
        SubSectionChange change;
        change.place = Place::subSection(section.id, at);
        change.was = Place::subSection(section.id, old);
        change.isRemoved = true;
        change.oldHeading = section.old[old].heading;
        change.changes = wordChanges(section.old[old].text, {});
        m_found.texts.append(change);
    }

    void addText(const Place &place, const Place &was, bool isMoved, const SubSection &now)
    {
        const auto storedAt = [](const Report &report, const Place &at) {
            return report.subSections(at.sectionId()).value(at.index());
        };
        SubSectionChange change;
        change.place = place;
        change.was = was;
        change.isMoved = isMoved;
        change.heading = now.heading;
        QString old;
        if (!was.isNowhere()) {
            const SubSection stored = storedAt(m_old, was);
            old = shown(m_old, stored.text);
            change.oldHeading = shown(m_old, stored.heading);
            change.follows = !isMoved && stored == storedAt(m_now, place);
            m_wentTo.insert(was, place);
        }
        change.changes = wordChanges(old, now.text);
        if (was.isNowhere() || isMoved || change.isHeadingChanged() || change.isTextChanged())
            m_found.texts.append(change);
        m_changesOf.insert(place, change.changes);
    }

    // Channels

    void compareChannels() { compareNamed(m_old.channels(), m_now.channels(), Place(), Place()); }

    template <typename Member> static Place placeOf(const Place &channel, int index)
    {
        if constexpr (std::is_same_v<Member, Channel>)
            return Place::channel(index);
        else
            return Place::category(channel.index(), index);
    }

    /// Channels, or the categories of one.
    template <typename Member>
    void compareNamed(
        const QList<Member> &old, const QList<Member> &now, const Place &was, const Place &place)
    {
        Pairs pairs;
        const auto pair = [&](const std::function<bool(int, int)> &belong) {
            pairUp(pairs, int(old.size()), int(now.size()), belong);
        };
        pair([&](int i, int j) { return old[i] == now[j]; });
        pair([&](int i, int j) { return old[i].name == now[j].name; });
        // A new name: all else is the same, or it stands between the same neighbours.
        pair([&](int i, int j) {
            Member renamed = old[i];
            renamed.name = now[j].name;
            return renamed == now[j] && now[j].count;
        });
        pair([&](int i, int j) {
            const bool isAfter = j == 0 ? i == 0 : pairs.value(j - 1, -1) == i - 1;
            const bool isBefore = j + 1 == now.size() ? i + 1 == old.size() : pairs.value(j + 1, -1) == i + 1;
            return isAfter && isBefore;
        });
        const auto moved = movedOf(pairs);
        QMap<int, QList<int>> removed;
        for (const int i : alone(int(old.size()), pairs.values()))
            removed[wouldStandAt(pairs, moved, i)].append(i);
        for (int j = 0; j <= now.size(); ++j) {
            for (const int i : removed.value(j)) {
                ChannelChange change;
                change.place = change.was = placeOf<Member>(was, i);
                change.isRemoved = true;
                change.oldName = old[i].name;
                change.oldCount = old[i].count;
                change.categories = categoriesOf(old[i]);
                m_found.channels.append(change);
            }
            if (j == now.size())
                break;
            const int i = pairs.value(j, -1);
            ChannelChange change;
            change.place = placeOf<Member>(place, j);
            change.isMoved = moved.contains(j);
            change.name = now[j].name;
            change.count = now[j].count;
            if (i >= 0) {
                change.was = placeOf<Member>(was, i);
                change.oldName = old[i].name;
                change.oldCount = old[i].count;
            } else {
                change.categories = categoriesOf(now[j]);
            }
            if (i < 0 || change.isMoved || change.oldName != change.name || change.oldCount != change.count)
                m_found.channels.append(change);
            if constexpr (std::is_same_v<Member, Channel>) {
                if (i >= 0)
                    compareNamed(old[i].categories, now[j].categories, change.was, change.place);
            }
        }
    }

    static QList<Category> categoriesOf(const Channel &channel) { return channel.categories; }
    static QList<Category> categoriesOf(const Category &) { return {}; }

    // Illustrations

    static QString drawnBy(const Report &report, const Illustration &illustration)
    {
        if (illustration.kind != u"chart")
            return {};
        const ChartFigures figures = chartFigures(report, illustration.chart);
        return figures.isDrawable() ? figures.words() : QString();
    }

    bool standsWhereItDid(const Illustration &old, const Illustration &now) const
    {
        return m_wentTo.value(old.place) == now.place && isBetweenTheSame(old, now);
    }

    /// Between the paragraphs between which it stood, as far as they stayed.
    bool isBetweenTheSame(const Illustration &old, const Illustration &now) const
    {
        // A new one is right at each count of paragraphs that was seen while that of the old text was its
        // own: what was inserted there may stand above or below it.
        auto changes = m_changesOf.value(now.place);
        changes.append({TextChange::Op::Keep, QStringLiteral("\n")}); // of the last paragraph
        int olds = 0;
        int nows = 0;
        int least = 0;
        int most = old.afterParagraph == 0 ? 0 : -1;
        for (const TextChange &change : std::as_const(changes)) {
            for (qsizetype ends = change.text.count(u'\n'); ends > 0; --ends) {
                olds += change.op != TextChange::Op::Insert ? 1 : 0;
                nows += change.op != TextChange::Op::Delete ? 1 : 0;
                if (olds != old.afterParagraph)
                    continue;
                least = most < 0 ? nows : least;
                most = nows;
            }
        }
        const bool isBeyond = most < 0 && now.afterParagraph >= nows; // behind the last one, whatever it says
        return isBeyond || (now.afterParagraph >= least && now.afterParagraph <= most);
    }

    void compareIllustrations()
    {
        const auto &old = m_old.illustrations();
        const auto &now = m_now.illustrations();
        Pairs pairs;
        const auto pair = [&](const std::function<bool(const Illustration &, const Illustration &)> &belong) {
            pairUp(pairs, int(old.size()), int(now.size()),
                [&](int i, int j) { return belong(old[i], now[j]); });
        };
        using Each = const Illustration &;
        const auto isSame = [](Each a, Each b) {
            return a.kind == b.kind && a.caption == b.caption && a.chart == b.chart && a.file == b.file
                && a.picture == b.picture;
        };
        const auto isThere = [this](Each a, Each b) { return m_wentTo.value(a.place) == b.place; };
        const auto hasSamePicture = [](Each a, Each b) {
            return a.kind == b.kind && a.chart == b.chart && a.picture == b.picture
                && !(a.picture.isEmpty() && a.chart.isEmpty());
        };
        pair([&](Each a, Each b) { return isSame(a, b) && standsWhereItDid(a, b); });
        pair([&](Each a, Each b) { return isSame(a, b) && isThere(a, b); });
        pair(isSame);
        pair([&](Each a, Each b) { return hasSamePicture(a, b) && isThere(a, b); });
        pair(hasSamePicture);
        pair([&](Each a, Each b) { return isThere(a, b) && !a.caption.isEmpty() && a.caption == b.caption; });
        pair([&](Each a, Each b) { return standsWhereItDid(a, b) && a.kind == b.kind; });
        pair([&](Each a, Each b) { return standsWhereItDid(a, b); });
        const auto moved = movedOf(pairs);
        for (int j = 0; j < now.size(); ++j)
            addIllustration(
                pairs.contains(j) ? std::optional(pairs.value(j)) : std::nullopt, j, moved.contains(j));
        for (const int i : alone(int(old.size()), pairs.values())) {
            IllustrationChange change;
            change.place = change.was = Place::illustration(i);
            change.old = old[i];
            change.oldDrawn = drawnBy(m_old, old[i]);
            m_found.illustrations.append(change);
        }
    }

    void addIllustration(std::optional<int> before, int index, bool isReordered)
    {
        const Illustration &now = m_now.illustrations()[index];
        IllustrationChange change;
        change.place = Place::illustration(index);
        change.now = now;
        change.drawn = drawnBy(m_now, now);
        if (before) {
            const Illustration &old = m_old.illustrations()[*before];
            change.was = Place::illustration(*before);
            change.old = old;
            change.oldDrawn = drawnBy(m_old, old);
            change.isMoved = isReordered || !standsWhereItDid(old, now);
            change.follows = !change.isMoved && !change.isCaptionChanged() && !change.isPictureChanged()
                && old.chart == now.chart;
        }
        if (!before || change.isMoved || change.isCaptionChanged() || change.isPictureChanged()
            || change.isChartChanged())
            m_found.illustrations.append(change);
    }

    // All of it, in order

    void add(const Place &place)
    {
        if (!m_found.places.contains(place))
            m_found.places.append(place);
    }

    void collectPlaces()
    {
        const auto addFacts = [this](bool isInFront) {
            for (const FactChange &change : std::as_const(m_found.facts)) {
                const QString head = change.place.head();
                const bool belongsInFront = head == u"report" || head == u"title" || head == u"introduction"
                    || head == u"organisation";
                if (belongsInFront == isInFront && head != u"table_notes")
                    add(change.place);
            }
        };
        addFacts(true);
        for (const ChannelChange &change : std::as_const(m_found.channels))
            add(change.place);
        for (const SectionId &section : sections()) {
            addTextPlaces(section);
            addCellPlaces(section);
        }
        addFacts(false);
    }

    void addTextPlaces(const SectionId &section)
    {
        for (const SubSectionChange &change : std::as_const(m_found.texts)) {
            if (change.place.sectionId() != section)
                continue;
            const Place place = change.isRemoved ? change.was : change.place;
            if (change.isHeadingChanged())
                add(Place::heading(section, place.index()));
            if (change.isAdded() || change.isRemoved || change.isMoved || change.isTextChanged())
                add(place);
        }
        for (const IllustrationChange &change : std::as_const(m_found.illustrations)) {
            const Place &stands = change.now ? change.now->place : change.old->place;
            if (stands.sectionId() != section)
                continue;
            if (change.isAdded() || change.isRemoved() || change.isMoved || change.isChartChanged())
                add(change.place);
            if (change.isPictureChanged())
                add(Place::picture(change.place.index()));
            if (change.isCaptionChanged())
                add(Place::caption(change.place.index()));
        }
    }

    void addCellPlaces(const SectionId &section)
    {
        const auto isOf = [&section](const Report &report, const TableId &table) {
            const SectionSpec *spec = report.spec().sectionOfTable(table);
            return spec && spec->id == section;
        };
        for (const CellChange &change : std::as_const(m_found.cells)) {
            if (!isOf(change.isRemoved ? m_old : m_now, change.place.cellId().table()))
                continue;
            if (change.isFigureChanged())
                add(change.place);
            if (change.isNoteChanged())
                add(Place::note(change.place.cellId()));
        }
        const QLatin1String note(fact::kTableNote);
        for (const FactChange &change : std::as_const(m_found.facts)) {
            const TableId table(change.key.mid(note.size()));
            const bool isHere = isOf(m_now, table) || (!m_now.spec().table(table) && isOf(m_old, table));
            if (change.key.startsWith(note) && isHere)
                add(change.place);
        }
    }

    const Report &m_old;
    const Report &m_now;
    ReportChanges m_found{};
    QHash<Place, Place> m_wentTo{}; // sub-sections: old → new
    QHash<Place, QList<TextChange>> m_changesOf{}; // by new place
};

} // namespace

QString FactChange::name() const { return place == Place::report() ? key : place.toString(); }

bool SubSectionChange::isTextChanged() const
{
    return std::any_of(changes.begin(), changes.end(),
        [](const TextChange &change) { return change.op != TextChange::Op::Keep; });
}

bool IllustrationChange::isPictureChanged() const
{
    return old && now && (old->picture != now->picture || old->file != now->file || old->kind != now->kind);
}

bool IllustrationChange::isChartChanged() const
{
    return old && now && (old->chart != now->chart || oldDrawn != drawn);
}

ReportChanges changesBetween(const Report &old, const Report &now) { return Differences(old, now).run(); }

} // namespace nianbao
