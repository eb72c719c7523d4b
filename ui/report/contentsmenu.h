// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"

#include <QObject>

class QAction;
class QMenu;
class QTreeView;

namespace nianbao {

class Session;

/// The menu of the contents' lines, and their keys: open one, copy what stands there with its headings.
class ContentsMenu final : public QObject {
    Q_OBJECT
public:
    ContentsMenu(Session &session, QTreeView *tree);

Q_SIGNALS:
    void opened(); // the chosen line
    void notice(const QString &sentence);

private:
    void showAt(const QPoint &point);
    void copy();
    Place chosen() const;
    Session &m_session;
    QTreeView *m_tree;
    QMenu *m_menu;
};

} // namespace nianbao
