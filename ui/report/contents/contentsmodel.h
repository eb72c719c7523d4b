// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "session.h"

#include <QAbstractItemModel>

namespace nianbao {

/// The contents tree, which is the report: 单位信息, 引言, the six sections with their sub-sections,
/// 渠道与分类. Two levels. Completeness and findings come from the report alone, never from what was visited.
class ContentsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        PlaceRole = Qt::UserRole, // "organisation", "overview/2" …
        StatusRole, // "✓", "● 1", "3/12": what stands at the right of the line
        LevelRole, // int(Level) of the worst finding, -1: none
        CompleteRole,
    };

    explicit ContentsModel(Session &session, QObject *parent = nullptr);

    QModelIndex indexOf(const Place &place) const; // of its entry
    Place placeAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void followStructure();
    void repaintAll();
    QString label(const Place &entry) const;
    QString pictureOf(const Place &entry) const;
    QString status(const Place &entry) const;
    QString missing(const Place &entry) const;
    Findings findingsOf(const Place &entry) const;
    Progress progressOf(const Place &entry) const;
    Session &m_session;
    QList<Place> m_entries; // top level
    QList<int> m_children; // rows shown under each entry
};

} // namespace nianbao
