// SPDX-License-Identifier: MulanPSL-2.0
#include "commentsmodel.h"

#include "commentorder.h"
#include "placenames.h"

#include <QDateTime>

namespace nianbao {

namespace {

QString voice(const QString &who, const QString &words)
{
    return CommentsModel::tr("%1: %2").arg(who, words);
}

} // namespace

CommentsModel::CommentsModel(Session &session, QObject *parent)
    : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.comments || delta.structure || delta.form)
            refresh();
    });
    refresh();
}

void CommentsModel::setResolvedShown(bool shown)
{
    m_isResolvedShown = shown;
    refresh();
}

void CommentsModel::refresh()
{
    beginResetModel();
    m_ids.clear();
    QList<int> resolved;
    const Report &report = m_session.report();
    for (const int id : commentsInOrder(report))
        (report.comments()[id].resolved ? resolved : m_ids).append(id);
    m_open = int(m_ids.size());
    if (m_isResolvedShown)
        m_ids += resolved;
    endResetModel();
}

int CommentsModel::countResolved() const { return int(m_session.report().comments().size()) - m_open; }

int CommentsModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_ids.value(index.row()) : 0;
}

QModelIndex CommentsModel::indexOf(int id) const
{
    const auto row = m_ids.indexOf(id);
    return row < 0 ? QModelIndex() : index(int(row));
}

int CommentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant CommentsModel::data(const QModelIndex &index, int role) const
{
    const Report &report = m_session.report();
    const auto found = report.comments().constFind(idAt(index));
    if (found == report.comments().constEnd())
        return {};
    const Comment &comment = *found;
    const QString number = comment.resolved ? QStringLiteral("✓") : QString::number(index.row() + 1);
    const QString place = said(placeName(report, comment.place.whole()));
    const auto words = [&] {
        QStringList lines{voice(saidBy(comment.who, comment.at), comment.text)};
        if (comment.isGone)
            lines.prepend(tr("What it spoke of was deleted."));
        for (const Answer &answer : comment.answers)
            lines.append(voice(saidBy(answer.who, answer.at), answer.text));
        return lines.join(u'\n');
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return QStringLiteral("%1 %2 %3").arg(number, place, words());
    case IdRole: return idAt(index);
    case NumberRole: return number;
    case PlaceRole: return place;
    case WordsRole: return words();
    case ResolvedRole: return comment.resolved;
    default: return {};
    }
}

QString saidBy(const QString &who, const QString &at)
{
    const QDateTime time = QDateTime::fromString(at, Qt::ISODate);
    return time.isValid() ? CommentsModel::tr("%1 %2").arg(
               who, time.toLocalTime().date().toString(CommentsModel::tr("d MMM", "a date")))
                          : who;
}

} // namespace nianbao
