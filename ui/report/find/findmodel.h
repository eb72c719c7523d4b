// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"
#include "textsearch.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>
#include <QTimer>

namespace nianbao {

/// What a search found in the open report, as the report is now. Whether a place will be replaced is its
/// check mark: what is doubtful begins without one, what a person chose stays chosen as long as the words
/// around the place are the same.
class FindModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PartRole = Qt::UserRole, // of the first place in a part of the report: its name
        BeforeRole,
        FoundRole,
        AfterRole,
        ReplacementRole, // of a ticked place: the words that come; else invalid
        ReasonRole, // why it is doubtful or stays
    };

    explicit FindModel(Session &session, QObject *parent = nullptr);

    void look(const TextQuery &query); // at once
    const TextQuery &query() const { return m_query; }
    /// nullopt: nothing is being replaced, and no places are ticked.
    void setReplacement(const std::optional<QString> &words);
    void refresh(); // at once, not a moment after the last change

    TextHit hitAt(int row) const; // of no place: no such row
    Place placeAt(int row) const; // nowhere: it is in none of the report's
    /// Where the words are read: their place, that of the comment or of the finding they explain.
    Place leadsTo(int row) const;
    QList<Place> places() const;
    QList<Place> ticked() const;
    int rowOf(const TextHit &hit) const; // which is known by where it stands; -1: it is not among them
    int countTickable() const;
    bool isCut() const { return m_hits.isCut; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void found(); // other places
    void tickedChanged();

private:
    bool mayTick(int row) const;
    bool isTicked(int row) const;
    QString partOf(int row) const;
    const Finding *explained(const FoundTalk &talk) const;
    void follow(TextHits hits);
    static QStringList namesOf(const TextHits &hits);
    Session &m_session;
    TextQuery m_query;
    TextHits m_hits;
    std::optional<QString> m_replacement;
    QStringList m_keys; // of the places: the words around them, which stay while others are typed
    QHash<QString, bool> m_chosen; // by these
    QTimer m_later;
};

} // namespace nianbao
