// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"

#include <QHash>
#include <QWidget>

class QAction;
class QPushButton;
class QTextBrowser;

namespace nianbao {

class FlowLayout;

/// The panel 意见: what this person can do now as buttons, whether the approval holds, and each move so far
/// with its words, newest first.
class OpinionsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit OpinionsPanel(Session &session, QWidget *parent = nullptr);
    void setActions(const QList<QAction *> &actions); // the moves; those that are theirs are shown

protected:
    bool event(QEvent *event) override;

private:
    void refresh();
    void showButtons();
    Session &m_session;
    QWidget *m_buttons;
    QHash<QAction *, QPushButton *> m_buttonOf{};
    QTextBrowser *m_text;
};

} // namespace nianbao
