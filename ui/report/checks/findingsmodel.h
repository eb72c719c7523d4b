// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "session.h"

#include <QAbstractListModel>

namespace nianbao {

/// The open findings in the order of check(): by level, then by place. Rows come and go one by one, so that a
/// selected finding stays selected while others are mended.
class FindingsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        LevelRole = Qt::UserRole,
        TitleRole,
        MessageRole,
        RuleRole, // its code, for programs and papers
        FootRole, // where it is, and its rule in words
        ExplainedRole,
        ExplanationRole
    };

    explicit FindingsModel(Session &session, QObject *parent = nullptr);
    Place placeAt(const QModelIndex &index) const; // where it leads
    const Finding *findingAt(const QModelIndex &index) const; // nullptr: no finding

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void follow();
    void removeRun(qsizetype first, qsizetype end);
    QString placeName(const Finding &finding) const;
    QString foot(const Finding &finding) const;
    QString ruleWords(const Finding &finding) const;
    Session &m_session;
    Findings m_shown;
};

} // namespace nianbao
