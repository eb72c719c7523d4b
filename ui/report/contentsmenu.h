// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QTreeView;

namespace nianbao {

class EditorPage;
class Session;

/// The menu of the contents' lines, and their keys: open one, copy what stands there with its headings,
/// comment on it, and what its page does with all of it.
class ContentsMenu final : public QObject {
    Q_OBJECT
public:
    /// page: that of the chosen line; null while nothing is edited.
    ContentsMenu(Session &session, QTreeView *tree, std::function<const EditorPage *()> page);

Q_SIGNALS:
    void opened(); // the chosen line
    void commentRequested(); // on it
    void notice(const QString &sentence);

private:
    void showAt(const QPoint &point);
    void copy();
    Place chosen() const;
    Session &m_session;
    QTreeView *m_tree;
    std::function<const EditorPage *()> m_page;
    QMenu *m_menu;
    QAction *m_comment;
    QList<QAction *> m_deeds{}; // of the page, as long as the menu is shown
};

} // namespace nianbao
