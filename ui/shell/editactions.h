// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "clipboarduse.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;

namespace nianbao {

class TablePage;

/// Cut, copy, paste, paste as cells and select all, for the part of the window that has the focus: the menu's
/// lines do what the keys do there, and are grey where these do nothing. And what is done with the whole
/// table that is shown, wherever the focus is. Of other keys editors take none that a menu has.
class EditActions final : public QObject {
    Q_OBJECT
public:
    explicit EditActions(QWidget *window);
    void addTo(QMenu *menu); // and follows the focus whenever that is opened
    void showState();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QAction *add(const QString &text, const QKeySequence &keys, const QString &name);
    void follow(QWidget *focused);
    TablePage *shownTable() const; // null: none is
    QWidget *m_window;
    struct Line {
        clipboarduse::Deed deed;
        QAction *action;
    };
    QList<Line> m_lines;
    QAction *m_asCells;
    QAction *m_zero;
    QPointer<QWidget> m_where; // the focus, also while a menu has it
};

} // namespace nianbao
