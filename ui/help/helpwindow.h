// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "helppage.h"
#include "manual.h"
#include "tabstops.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QToolButton;
class QTreeWidget;

namespace nianbao {

/// The manual beside the window: its contents or what was found at the left, a chapter at the right. Nothing
/// waits for it; Esc ends a search, then puts it away.
class HelpWindow final : public WalkedAsSeen<QDialog> {
    Q_OBJECT
public:
    HelpWindow(Manual manual, QWidget *parent);

    void open(const HelpPlace &place);
    /// For somebody who asks for help there: no search is left, and a chapter that is open stays as far as it
    /// was read.
    void ask(const HelpPlace &place);
    const HelpPlace &place() const { return m_place; }
    const Manual &manual() const { return m_manual; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Read {
        HelpPlace place{};
        ReadingPlace left{}; // where the reader was when it was left
    };
    QWidget *makeSide();
    QWidget *makeMain();
    void listChapters();
    void find(const QString &words);
    void showPlace(const HelpPlace &place);
    void step(int direction); // through what was read before
    void leave(); // the step that is shown, for another
    void showSteps();

    Manual m_manual;
    QLineEdit *m_words;
    QStackedWidget *m_lists;
    QTreeWidget *m_contents;
    QListWidget *m_hits;
    QLabel *m_count;
    QToolButton *m_back;
    QToolButton *m_forth;
    HelpPage *m_page;
    HelpPlace m_place{};
    QList<Read> m_read{};
    qsizetype m_step = -1; // in m_read
};

} // namespace nianbao
