// SPDX-License-Identifier: MulanPSL-2.0
#include "historymodel.h"

#include "clock.h"
#include "literal.h"
#include "livefigures.h"
#include "reportplaces.h"
#include "reviewwords.h"
#include "showntext.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

using Op = TextChange::Op;

constexpr qsizetype kMostRead = 400; // characters of a value that are compared for one line
constexpr qsizetype kMostKept = 10; // of what stayed between two changes
constexpr qsizetype kMostPlaces = 3; // in one line

QLocale locale() { return QLocale(language() == Language::Chinese ? QLocale::Chinese : QLocale::English); }

/// One line; live figures by their names, since what they showed then is not kept with the words.
QString readable(const QString &stored, const Report &present)
{
    static const QRegularExpression live(QStringLiteral("\\{\\{(.*?)\\}\\}"));
    QString text;
    qsizetype from = 0;
    for (auto match = live.globalMatch(stored); match.hasNext();) {
        const auto found = match.next();
        text += stored.mid(from, found.capturedStart() - from) + u'['
            + said(liveLabel(present, found.captured(1))) + u']';
        from = found.capturedEnd();
    }
    return text + stored.mid(from);
}

QString oneLine(const QString &text) { return firstCharacters(text, kMostRead); }

/// Marks of what was cleared and nothing else.
bool isCleared(const QString &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() == 0x25A0 || c == u'\n'; });
}

/// What stayed is cut where it is long: only what changed is to be read in one line.
QString shortKept(const QString &text, bool isFirst, bool isLast)
{
    const QString gap = QStringLiteral("…");
    if (text.size() <= kMostKept)
        return text;
    if (isFirst)
        return gap + text.right(kMostKept);
    return isLast ? text.left(kMostKept) + gap : text.left(kMostKept / 2) + gap + text.right(kMostKept / 2);
}

/// Of a cell both ends: row and column.
QString shortName(const QString &name)
{
    constexpr qsizetype kMost = 17;
    constexpr qsizetype kHead = 8;
    return name.size() <= kMost ? name : name.left(kHead) + u'…' + name.right(kMost - kHead);
}

/// Where a sub-section stood and stands: such values are places.
bool isMoved(const ChangedValue &value)
{
    const auto old = value.old ? Place::parse(*value.old) : std::nullopt;
    return value.place.kind() == Place::Kind::SubSection && old && value.now
        && old->kind() == Place::Kind::SubSection && *value.now == value.place.toString();
}

/// What a person looks for: a section, the page of facts, the channels, the introduction with title and date.
Place partOf(const Report &present, const Place &place)
{
    const bool isFact = place.kind() == Place::Kind::Fact;
    const Place section = sectionOf(present, place);
    return isFact && section == Place::report() ? Place::fact(QLatin1String(fact::kIntroduction)) : section;
}

bool isFigure(const Place &place)
{
    return place.kind() == Place::Kind::Cell || place.kind() == Place::Kind::Channel;
}

} // namespace

static QString dateName(const QDate &day)
{
    return locale().toString(day,
        day.year() == now().date().year() ? HistoryModel::tr("d MMMM", "a day")
                                          : HistoryModel::tr("d MMMM yyyy", "a day"));
}

QString dayName(const QDate &day)
{
    const QDate today = now().date();
    return day == today            ? HistoryModel::tr("Today")
        : day == today.addDays(-1) ? HistoryModel::tr("Yesterday")
                                   : dateName(day);
}

QString momentName(const QDateTime &time)
{
    return HistoryModel::tr("%1 %2", "day, time")
        .arg(dayName(time.date()), time.toString(QStringLiteral("HH:mm")));
}

QString lastingName(const QDateTime &time)
{
    return HistoryModel::tr("%1 %2", "day, time")
        .arg(dateName(time.date()), time.toString(QStringLiteral("HH:mm")));
}

HistoryModel::HistoryModel(QObject *parent) : QAbstractListModel(parent) { }

HistoryModel::Entry HistoryModel::entryOf(const HistoryRow &row, const Report &present) const
{
    Entry entry;
    entry.row = row;
    entry.time = QDateTime::fromString(row.at, Qt::ISODate).toLocalTime();
    QStringList parts;
    QString words;
    for (ChangedValue &value : entry.row.changes) {
        for (auto *text : {&value.old, &value.now}) {
            if (*text)
                *text = readable(**text, present);
            words += text->value_or(QString()) + u' ';
        }
        const QString part = value.place.kind() == Place::Kind::Report ? row.what : said(value.part);
        if (!parts.contains(part))
            parts.append(part);
        words += said(value.name) + u' ';
        if (const Place section = partOf(present, value.place); !entry.sections.contains(section))
            entry.sections.append(section);
    }
    if (const auto action = reviewActionFromString(row.move)) {
        entry.title = moveWords(*action);
    } else if (parts.size() > 1) {
        entry.title = tr("%1 and %2 more places").arg(parts.first(), QString::number(parts.size() - 1));
    } else {
        entry.title = parts.value(0, row.what);
        entry.group = parts.isEmpty() ? QString() : parts.first();
    }
    if (!row.what.contains(entry.title) && row.move.isEmpty())
        entry.note = row.what;
    entry.searched = (words + row.what + u' ' + entry.title + u' ' + row.who).toLower();
    entry.day = entry.time.toString(QStringLiteral("yyyy-MM-dd "))
        + locale().toString(entry.time.date(), tr("d MMMM yyyy", "a day"));
    return entry;
}

void HistoryModel::show(const QList<HistoryRow> &rows, const Report &present)
{
    beginResetModel();
    m_entries.clear();
    m_entries.reserve(rows.size());
    int move = int(present.review().events.size());
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
        Entry entry = entryOf(*row, present);
        if (!row->move.isEmpty() && move > 0) {
            entry.reason = present.review().events[move - 1].words;
            entry.searched += entry.reason.toLower();
            entry.move = move--;
        }
        m_entries.append(std::move(entry));
    }
    m_sections.clear();
    QList<Place> all{Place::organisation(), Place::fact(QLatin1String(fact::kIntroduction))};
    for (const SectionSpec &section : present.spec().sections)
        all.append(Place::section(section.id));
    all.append(Place::channels());
    for (const Place &section : std::as_const(all)) {
        if (std::any_of(m_entries.cbegin(), m_entries.cend(),
                [&section](const Entry &entry) { return entry.sections.contains(section); }))
            m_sections.append(section);
    }
    arrange();
    endResetModel();
}

void HistoryModel::setFilter(const Filter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_filter.words = filter.words.toLower();
    arrange();
    endResetModel();
}

bool HistoryModel::isWanted(const Entry &entry) const
{
    if (m_filter.movesOnly && entry.row.move.isEmpty())
        return false;
    if (m_filter.person && entry.row.who != *m_filter.person)
        return false;
    if (!m_filter.section.isNowhere() && !entry.sections.contains(m_filter.section))
        return false;
    const auto words = QStringView(m_filter.words).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&entry](QStringView word) {
        const bool isDate = word.size() > 2 && (word.contains(u'-') || word.contains(QChar(0x6708))); // 月
        return entry.searched.contains(word) || (isDate && entry.day.contains(word));
    });
}

void HistoryModel::arrange()
{
    m_lines.clear();
    m_found = 0;
    QList<qsizetype> day;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (!isWanted(m_entries[i]))
            continue;
        if (!day.isEmpty() && m_entries[day.first()].time.date() != m_entries[i].time.date()) {
            arrangeDay(day);
            day.clear();
        }
        day.append(i);
        ++m_found;
    }
    if (!day.isEmpty())
        arrangeDay(day);
}

/// The rows of one day: between two moves, what is at one place together.
void HistoryModel::arrangeDay(const QList<qsizetype> &entries)
{
    m_lines.append({Day, entries.first(), int(entries.size())});
    QList<QList<qsizetype>> places;
    QHash<QString, qsizetype> placeOf;
    const auto end = [&] {
        for (const QList<qsizetype> &place : std::as_const(places)) {
            for (qsizetype i = 0; i < place.size(); ++i)
                m_lines.append({i == 0 ? Edit : SamePlace, place[i], 0});
        }
        places.clear();
        placeOf.clear();
    };
    for (const qsizetype entry : entries) {
        const QString &group = m_entries[entry].group;
        if (!m_entries[entry].row.move.isEmpty()) {
            end();
            m_lines.append({Move, entry, 0});
        } else if (!group.isEmpty() && placeOf.contains(group)) {
            places[placeOf[group]].append(entry);
        } else {
            placeOf.insert(group, places.size());
            places.append(QList<qsizetype>{entry});
        }
    }
    end();
}

QDate HistoryModel::since() const { return m_entries.isEmpty() ? QDate() : m_entries.last().time.date(); }

QStringList HistoryModel::people() const
{
    QStringList people;
    for (const Entry &entry : m_entries) {
        if (!people.contains(entry.row.who))
            people.append(entry.row.who);
    }
    return people;
}

QList<Place> HistoryModel::sections() const { return m_sections; }

const HistoryModel::Entry *HistoryModel::entryAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_lines.size() ? &m_entries[m_lines[index.row()].entry] : nullptr;
}

const HistoryRow *HistoryModel::rowAt(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    return entry && m_lines[index.row()].kind != Day ? &entry->row : nullptr;
}

QDateTime HistoryModel::timeOf(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    return entry ? entry->time : QDateTime();
}

qint64 HistoryModel::before(qint64 id) const
{
    // newest first: ids fall
    const auto found = std::upper_bound(m_entries.begin(), m_entries.end(), id,
        [](qint64 wanted, const Entry &entry) { return entry.row.id < wanted; });
    return found == m_entries.end() ? 0 : found->row.id;
}

int HistoryModel::moveNumber(qint64 id) const
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [id](const Entry &entry) { return entry.row.id == id; });
    return found == m_entries.end() ? 0 : found->move;
}

QModelIndex HistoryModel::indexOf(qint64 id) const
{
    for (int line = 0; line < m_lines.size(); ++line) {
        if (m_lines[line].kind != Day && m_entries[m_lines[line].entry].row.id == id)
            return index(line);
    }
    return {};
}

QModelIndex HistoryModel::first() const { return m_lines.size() > 1 ? index(1) : QModelIndex(); }

/// One place's old and new.
static QList<TextChange> excerptOf(const ChangedValue &value)
{
    const QString old = oneLine(value.old.value_or(QString()));
    const QString fresh = oneLine(value.now.value_or(QString()));
    if (isCleared(value.old.value_or(QString())) || isCleared(value.now.value_or(QString())))
        return {{Op::Keep, HistoryModel::tr("cleared from the history")}};
    if (isMoved(value))
        return {{Op::Keep,
            HistoryModel::tr("moved from position %1 to %2")
                .arg(Place::parse(*value.old)->index() + 1)
                .arg(value.place.index() + 1)}};
    const QString blank = HistoryModel::tr("blank");
    if (isFigure(value.place) && (value.old || value.now))
        return {{Op::Delete, old.isEmpty() ? blank : old}, {Op::Keep, QStringLiteral(" → ")},
            {Op::Insert, fresh.isEmpty() ? blank : fresh}};
    QList<TextChange> changes = wordChanges(old, fresh);
    for (qsizetype i = 0; i < changes.size() && changes.size() > 1; ++i) {
        if (changes[i].op == Op::Keep)
            changes[i].text = shortKept(changes[i].text, i == 0, i + 1 == changes.size());
    }
    return changes;
}

const QList<TextChange> &HistoryModel::excerpt(const QModelIndex &index) const
{
    static const QList<TextChange> nothing;
    const Entry *entry = entryAt(index);
    if (!entry || m_lines[index.row()].kind == Day)
        return nothing;
    if (entry->excerpt)
        return *entry->excerpt;
    QList<TextChange> line;
    const auto &changes = entry->row.changes;
    if (!entry->row.move.isEmpty()) {
        if (!entry->reason.isEmpty())
            line.append({Op::Keep, firstCharacters(entry->reason, kMostRead)});
    } else {
        for (qsizetype i = 0; i < std::min(changes.size(), kMostPlaces); ++i) {
            if (i > 0)
                line.append({Op::Keep, QStringLiteral("；")});
            const QString part = said(changes[i].part);
            QString name = said(changes[i].name);
            if (name.startsWith(part))
                name = name.mid(part.size()).trimmed();
            if (!name.isEmpty())
                line.append({Op::Keep, shortName(name) + QStringLiteral("　")});
            line += excerptOf(changes[i]);
        }
        if (changes.size() > kMostPlaces)
            line.append({Op::Keep, tr("; %1 more").arg(changes.size() - kMostPlaces)});
    }
    entry->excerpt = line;
    return *entry->excerpt;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    return rowAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                        : Qt::ItemFlags(Qt::NoItemFlags);
}

/// As a screen reader says it: what went and what came in words, not in lines through them.
QString HistoryModel::spoken(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    const Line &line = m_lines[index.row()];
    if (line.kind == Day)
        return tr("%1, %2 rows").arg(dayName(entry->time.date())).arg(line.rows);
    QStringList words;
    for (const TextChange &change : excerpt(index)) {
        words.append(change.op == Op::Delete ? tr("taken out “%1”").arg(change.text)
                : change.op == Op::Insert    ? tr("put in “%1”").arg(change.text)
                                             : change.text);
    }
    return tr("%1, %2, %3: %4").arg(momentName(entry->time), entry->row.who, entry->title, words.join(u' '));
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const Entry *entry = entryAt(index);
    if (!entry)
        return {};
    const Line &line = m_lines[index.row()];
    const bool isDay = line.kind == Day;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return spoken(index);
    case Qt::ToolTipRole: return literal::toolTip(isDay ? QString() : entry->row.what);
    case KindRole: return line.kind;
    case TitleRole: return isDay ? dayName(entry->time.date()) : entry->title;
    case NoteRole: return isDay ? tr("%1 rows").arg(line.rows) : entry->note;
    case TimeRole:
        return isDay ? locale().toString(entry->time, QStringLiteral("dddd"))
                     : entry->time.toString(QStringLiteral("HH:mm"));
    case PersonRole: return isDay ? QString() : entry->row.who;
    case MoveRole: return isDay ? QString() : entry->row.move;
    case KeptRole: return isDay || entry->row.isKept;
    default: return {};
    }
}

} // namespace nianbao
