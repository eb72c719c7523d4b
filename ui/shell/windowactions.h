// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QMenu;

namespace nianbao {

class ReportWorkspace;

/// What the keyboard does with the window as a whole, wherever the focus is: go to a place, larger and
/// smaller letters or pages, full screen, from part to part, and everything back in its place.
class WindowActions final : public QObject {
    Q_OBJECT
public:
    WindowActions(ReportWorkspace &report, QWidget *window);
    void addToEdit(QMenu *menu);
    void addToView(QMenu *menu);

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    QAction *add(const QString &text, const QList<QKeySequence> &keys, const QString &name,
        std::function<void()> work);
    void goTo();
    void zoom(int direction); // 0: the usual size
    void setFullScreen(bool full);
    void restoreLayout();
    void step(int direction);
    void showState();
    ReportWorkspace &m_report;
    QWidget *m_window;
    QList<QAction *> m_ofReport; // nothing to do while none is open
    QAction *m_goTo;
    QAction *m_full;
    QList<QAction *> m_view;
};

} // namespace nianbao
