// SPDX-License-Identifier: MulanPSL-2.0
#include "findmodel.h"

#include "placenames.h"
#include "reportplaces.h"

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {
constexpr int kLaterMs = 80; // after the last key in an editor, as the preview
}

FindModel::FindModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kLaterMs);
    connect(&m_later, &QTimer::timeout, this, &FindModel::refresh);
    connect(&session, &Session::changed, this, [this] {
        if (!m_query.words.isEmpty())
            m_later.start();
    });
}

void FindModel::look(const TextQuery &query)
{
    if (m_query != query)
        m_chosen.clear();
    m_query = query;
    refresh();
}

void FindModel::refresh()
{
    m_later.stop();
    TextHits hits = findText(m_session.report(), m_query);
    if (hits.list == m_hits.list && hits.isCut == m_hits.isCut)
        return;
    follow(std::move(hits));
    Q_EMIT found();
    Q_EMIT tickedChanged();
}

/// What stands where it stood, between the same words, stays a row; who reads in the list keeps their line.
void FindModel::follow(TextHits hits)
{
    const QStringList names = namesOf(hits);
    const auto shorter = std::min(m_keys.size(), names.size());
    qsizetype head = 0;
    while (head < shorter && m_keys[head] == names[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && m_keys[m_keys.size() - 1 - tail] == names[names.size() - 1 - tail])
        ++tail;
    const auto goes = m_keys.size() - head - tail;
    const auto comes = names.size() - head - tail;
    const auto changed = std::min(goes, comes); // others in their place
    if (goes > comes) {
        beginRemoveRows({}, int(head + changed), int(head + goes) - 1);
        m_hits.list.remove(head + changed, goes - changed);
        m_keys.remove(head + changed, goes - changed);
        endRemoveRows();
    } else if (comes > goes) {
        beginInsertRows({}, int(head + changed), int(head + comes) - 1);
        m_hits.list = m_hits.list.first(head + changed) + hits.list.sliced(head + changed, comes - changed)
            + m_hits.list.sliced(head + changed);
        m_keys = m_keys.first(head + changed) + names.sliced(head + changed, comes - changed)
            + m_keys.sliced(head + changed);
        endInsertRows();
    }
    m_hits = std::move(hits);
    m_keys = names;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void FindModel::setReplacement(const std::optional<QString> &words)
{
    if (m_replacement == words)
        return;
    m_replacement = words;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT tickedChanged();
}

TextHit FindModel::hitAt(int row) const { return m_hits.list.value(row); }

Place FindModel::placeAt(int row) const { return hitAt(row).place; }

Place FindModel::leadsTo(int row) const
{
    const TextHit hit = hitAt(row);
    if (hit.talk.isNone())
        return hit.place;
    if (hit.talk.isCorrection)
        return placeOfCorrection(m_session.report());
    if (hit.talk.comment > 0)
        return m_session.report().comments().value(hit.talk.comment).place;
    const Finding *finding = explained(hit.talk);
    if (!finding)
        return {};
    return finding->cells.isEmpty() || finding->place.hasRange() ? finding->place
                                                                 : Place::cell(finding->cells.first());
}

/// nullptr: it is found no longer.
const Finding *FindModel::explained(const FoundTalk &talk) const
{
    const Findings &all = m_session.findings();
    const auto found = std::find_if(
        all.cbegin(), all.cend(), [&talk](const Finding &finding) { return finding.key == talk.finding; });
    return found == all.cend() ? nullptr : &*found;
}

QList<Place> FindModel::places() const
{
    QList<Place> all;
    for (const TextHit &hit : m_hits.list)
        all.append(hit.place);
    return all;
}

QList<Place> FindModel::ticked() const
{
    QList<Place> all;
    for (int row = 0; row < rowCount(); ++row) {
        if (isTicked(row))
            all.append(placeAt(row));
    }
    return all;
}

int FindModel::rowOf(const TextHit &hit) const
{
    const auto found = std::find_if(m_hits.list.begin(), m_hits.list.end(),
        [&hit](const TextHit &one) { return one.place == hit.place && one.talk == hit.talk; });
    return found == m_hits.list.end() ? -1 : int(found - m_hits.list.begin());
}

int FindModel::countTickable() const
{
    return int(std::count_if(m_hits.list.begin(), m_hits.list.end(),
        [](const TextHit &hit) { return hit.standing != TextHit::Standing::Fixed; }));
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.list.size());
}

bool FindModel::mayTick(int row) const
{
    return m_replacement && m_hits.list[row].standing != TextHit::Standing::Fixed;
}

bool FindModel::isTicked(int row) const
{
    const TextHit &hit = m_hits.list[row];
    return mayTick(row) && m_chosen.value(m_keys[row], hit.standing == TextHit::Standing::Sure);
}

/// Those with the same words around them are counted.
QStringList FindModel::namesOf(const TextHits &hits)
{
    QStringList names;
    QHash<QString, int> alike;
    for (const TextHit &hit : hits.list) {
        const QString key
            = QStringList{hit.place.whole().toString(), hit.before, hit.found, hit.after}.join(u'\n');
        names.append(key + u'\n' + QString::number(++alike[key]));
    }
    return names;
}

QString FindModel::partOf(int row) const
{
    const FoundTalk &talk = m_hits.list[row].talk;
    if (talk.isCorrection)
        return tr("Statement of the correction");
    if (talk.comment > 0) {
        const Comment comment = m_session.report().comments().value(talk.comment);
        return tr("Comment by %1: %2")
            .arg(comment.who, said(placeName(m_session.report(), comment.place.whole())));
    }
    if (!talk.isNone()) {
        const Finding *finding = explained(talk);
        return finding ? tr("Explanation: %1").arg(said(finding->title)) : tr("Explanation that has lapsed");
    }
    return said(partName(m_session.report(), m_hits.list[row].place.whole()));
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.list.size())
        return {};
    const int row = index.row();
    const TextHit &hit = m_hits.list[row];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString words = isTicked(row)
            ? tr("%1: %2[%3 becomes %4]%5").arg(partOf(row), hit.before, hit.found, *m_replacement, hit.after)
            : tr("%1: %2[%3]%4").arg(partOf(row), hit.before, hit.found, hit.after);
        return hit.reason.isEmpty() ? words : tr("%1 %2.").arg(words, said(hit.reason));
    }
    case Qt::CheckStateRole:
        return mayTick(row) ? QVariant(int(isTicked(row) ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case PartRole: {
        const TextHit before = hitAt(row - 1);
        const bool isFirst = row == 0 || before.place.whole().owner() != hit.place.whole().owner()
            || !before.talk.isOfSame(hit.talk);
        return isFirst ? partOf(row) : QString();
    }
    case BeforeRole: return hit.before;
    case FoundRole: return hit.found;
    case AfterRole: return hit.after;
    case ReplacementRole: return isTicked(row) ? QVariant(*m_replacement) : QVariant();
    case ReasonRole: return said(hit.reason);
    default: return {};
    }
}

bool FindModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isThere = index.isValid() && index.row() < m_hits.list.size();
    if (role != Qt::CheckStateRole || !isThere || !mayTick(index.row()))
        return false;
    m_chosen.insert(m_keys[index.row()], value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index);
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags FindModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_hits.list.size())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return mayTick(index.row()) ? usual | Qt::ItemIsUserCheckable : usual;
}

} // namespace nianbao
