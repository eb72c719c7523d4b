// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "findingsmodel.h"

#include <QWidget>

class QLabel;
class QListView;

namespace nianbao {

/// The panel 检查: one verdict line and all findings as cards. A click or Enter leads to the place.
class FindingsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(Session &session, QWidget *parent = nullptr);
    /// Selects the finding after (or before) the selected one, going round, and leads to it.
    void step(int direction);

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);

private:
    void showVerdict();
    void lead(const QModelIndex &index);
    Session &m_session;
    FindingsModel m_model;
    QLabel *m_verdict;
    QListView *m_view;
};

/// "不可上报：错误 1 处" and the like: the one verdict of the whole report.
QString verdictLine(const Findings &findings);

} // namespace nianbao
