// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "tabstops.h"

#include <QDate>
#include <QList>
#include <QWidget>

class QAction;

namespace nianbao {

/// One kind of thing that the window holds: the start page, a report. It fills its part of the menus, the bar
/// and the status line, and is asked before it goes; it knows no window. It lives as long as the window; what
/// is open in it comes and goes, and its actions are disabled in between, so that the lines of a menu stay
/// where they are.
class Workspace : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    enum class Menu { File, Edit, Check, Review, View };
    /// Its part of the menu from top to bottom, separators included: always the same ones.
    virtual QList<QAction *> actions(Menu) const { return {}; }
    virtual QList<QAction *> tools() const { return {}; } // those in the bar
    virtual QList<QWidget *> state() const { return {}; } // at the bar's right end
    virtual QList<QWidget *> statusWords() const { return {}; } // give way to a notice as long as it stands
    virtual QList<QWidget *> statusMarks() const { return {}; } // at the right, always seen
    virtual QString title() const = 0; // of the window
    /// By when what is open must be published; invalid: nothing must be.
    virtual QDate due() const { return {}; }
    /// What is open, without names or figures, for whoever is asked for help.
    virtual QString diagnostics() const { return {}; }
    /// The window begins so wide: what has no room in a small one is left out.
    virtual void beginWith(int) { }

    /// Takes over what is still being typed. False: something was refused; a notice said why, and it stays.
    virtual bool commit() { return true; }
    /// Closes what is open, after whatever has to be asked. False: it stays.
    virtual bool leave() { return true; }

Q_SIGNALS:
    void opened(); // there is something to be shown
    void closed(); // and no more
    void changed(); // another title
    void notice(const QString &sentence, int milliseconds = 8000);

protected:
    /// As it is seen now: links and cards come and go. In a window that is the window's.
    bool focusNextPrevChild(bool next) override
    {
        return isWindow() ? tabstops::step(*this, next) : QWidget::focusNextPrevChild(next);
    }
};

} // namespace nianbao
