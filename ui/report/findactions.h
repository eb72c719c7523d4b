// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;

namespace nianbao {

class ReportView;
class SideActions;

/// Find and replace in the open report: Ctrl+F, F3, Shift+F3, Ctrl+H in the menu Edit. They open the panel at
/// the right where it was hidden, and leave it as it was when the search is left.
class FindActions final : public QObject {
    Q_OBJECT
public:
    FindActions(SideActions &sides, QObject *window);
    QList<QAction *> actions() const { return {m_find, m_next, m_previous, m_replace}; }
    void setView(ReportView *view); // nullptr: none is open

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    QAction *make(const QString &name, const QKeySequence &keys);
    void open(bool replacing);
    void step(int direction);
    void leave();
    QString chosenWords() const;

    SideActions &m_sides;
    QAction *m_find;
    QAction *m_next;
    QAction *m_previous;
    QAction *m_replace;
    ReportView *m_view = nullptr;
    bool m_isPanelLent = false; // it was hidden before
};

} // namespace nianbao
