// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "papers.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace nianbao {

class PaperDesk;

/// What of the menu File makes papers: the report itself, and beside it the papers about it; each is exported
/// and printed, after what is still being typed was taken over.
class PaperActions final : public QObject {
    Q_OBJECT
public:
    PaperActions(PaperDesk &desk, std::function<bool()> commit, QWidget *window);
    const QList<QAction *> &actions() const { return m_actions; }
    QList<QAction *> tools() const { return {m_export, m_print}; }
    void setEnabled(bool enabled);

private:
    QAction *make(const QString &text, std::function<void()> work);
    PaperDesk &m_desk;
    std::function<bool()> m_commit;
    QList<QAction *> m_all;
    QList<QAction *> m_actions;
    QAction *m_export;
    QAction *m_print;
};

} // namespace nianbao
