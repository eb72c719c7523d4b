// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

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

class HelpPage;

/// The manual beside the window: its contents or what was found at the left, a chapter at the right. Nothing
/// waits for it; Esc puts it away.
class HelpWindow final : public WalkedAsSeen<QDialog> {
    Q_OBJECT
public:
    HelpWindow(Manual manual, QWidget *parent);

    void open(const HelpPlace &place);
    const HelpPlace &place() const { return m_place; }
    const Manual &manual() const { return m_manual; }

private:
    QWidget *makeSide();
    QWidget *makeMain();
    void listChapters();
    void find(const QString &words);
    void showPlace(const HelpPlace &place);
    void step(int direction); // through what was read before
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
    QList<HelpPlace> m_read{};
    qsizetype m_step = -1; // in m_read
};

} // namespace nianbao
