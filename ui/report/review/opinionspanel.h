// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"

#include <QWidget>

class QAction;
class QTextBrowser;

namespace nianbao {

class FlowLayout;

/// The panel 意见: what can be done now as buttons, whether the approval holds, and each move so far with its
/// words, newest first.
class OpinionsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit OpinionsPanel(Session &session, QWidget *parent = nullptr);
    void setActions(const QList<QAction *> &actions); // those that are possible are shown

private:
    void refresh();
    Session &m_session;
    QWidget *m_buttons;
    QTextBrowser *m_text;
};

} // namespace nianbao
