// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manual.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;
class QWidget;

namespace nianbao {

class HelpWindow;

/// Help of one window: F1 opens the manual at what is in front, in a dialog too; Shift+F1 the rules.
class HelpDesk final : public QObject {
    Q_OBJECT
public:
    /// What the window shows where the widget that has the focus has no chapter of its own.
    struct InSight {
        const QWidget *page = nullptr;
        SpecPointer form{}; // nullptr: no report is open
        CellId cell{}; // of a table, when the cursor is in one
    };
    HelpDesk(QMainWindow *window, std::function<InSight()> inSight);

    void addTo(QMenu *menu) const; // the manual and the rules
    void addAboutTo(QMenu *menu) const;
    /// Of that widget, or the one that has the focus.
    HelpPlace placeFor(const QWidget *widget) const;
    HelpWindow *shown() const; // nullptr: none is open

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showManual(QWidget *from);
    void showRules(QWidget *from);
    Manual manual() const;
    QMainWindow *m_window;
    std::function<InSight()> m_inSight;
    QAction *m_manual;
    QAction *m_rules;
    QAction *m_about;
    QPointer<HelpWindow> m_help{};
};

} // namespace nianbao
