// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"

#include <QAbstractListModel>

namespace nianbao {

/// The comments in the order of the document, what was said each behind who said it; the open ones have the
/// numbers of the margin. Resolved ones stand after them, if they are shown at all.
class CommentsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, NumberRole, PlaceRole, WordsRole, ResolvedRole };

    explicit CommentsModel(Session &session, QObject *parent = nullptr);
    void setResolvedShown(bool shown);
    bool isResolvedShown() const { return m_isResolvedShown; }
    int idAt(const QModelIndex &index) const; // 0: none
    QModelIndex indexOf(int id) const;
    int countOpen() const { return m_open; }
    int countResolved() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void refresh();
    Session &m_session;
    QList<int> m_ids; // as they are shown: the open ones first
    int m_open = 0;
    bool m_isResolvedShown = false;
};

/// "陈立 1月16日"
QString saidBy(const QString &who, const QString &at);

} // namespace nianbao
