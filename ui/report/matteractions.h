// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QShortcut;
class QWidget;

namespace nianbao {

class ReportView;

/// The walk through findings and open comments: F8 and Shift+F8. Where there is nothing to go to menu and bar
/// show them grey, and the keys say so.
class MatterActions final : public QObject {
    Q_OBJECT
public:
    explicit MatterActions(QWidget *workspace);
    QList<QAction *> actions() const { return {m_next, m_previous}; }
    QAction *next() const { return m_next; }
    void setView(ReportView *view); // nullptr: none is open

private:
    QAction *make(const QString &name, const QKeySequence &keys, int direction);
    void showState();

    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QList<QShortcut *> m_idle{}; // the same keys while the actions are grey
    ReportView *m_view = nullptr;
};

} // namespace nianbao
