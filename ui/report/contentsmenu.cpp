// SPDX-License-Identifier: MulanPSL-2.0
#include "contentsmenu.h"

#include "contentsmodel.h"
#include "editorpage.h"
#include "errorwords.h"
#include "excerpt.h"
#include "literal.h"
#include "session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QTreeView>

namespace nianbao {

ContentsMenu::ContentsMenu(Session &session, QTreeView *tree, std::function<const EditorPage *()> page)
    : QObject(tree), m_session(session), m_tree(tree), m_page(std::move(page)), m_menu(new QMenu(tree))
{
    m_menu->setObjectName(QStringLiteral("contentsMenu"));
    QAction *open = m_menu->addAction(tr("&Open"));
    open->setObjectName(QStringLiteral("openEntry"));
    open->setShortcut(Qt::Key_Return); // shown; the view hears it
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, &ContentsMenu::opened);
    QAction *copyAll = m_menu->addAction(tr("&Copy with headings"));
    copyAll->setObjectName(QStringLiteral("copyEntry"));
    copyAll->setShortcut(QKeySequence::Copy);
    copyAll->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAll, &QAction::triggered, this, &ContentsMenu::copy);
    m_tree->addAction(copyAll);
    m_comment = m_menu->addAction(tr("&Add a comment…"));
    m_comment->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M)); // shown; the window hears it
    m_comment->setShortcutContext(Qt::WidgetShortcut);
    connect(m_comment, &QAction::triggered, this, &ContentsMenu::commentRequested);
    m_menu->addSeparator();
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ContentsMenu::showAt);
}

Place ContentsMenu::chosen() const
{
    return Place::parse(m_tree->currentIndex().data(ContentsModel::PlaceRole).toString()).value_or(Place());
}

/// The mouse has chosen the line already, where it may be.
void ContentsMenu::showAt(const QPoint &point)
{
    if (!m_tree->currentIndex().isValid())
        return;
    m_comment->setEnabled(m_session.permissions().may(Permissions::Action::Comment));
    qDeleteAll(m_deeds);
    m_deeds.clear();
    const EditorPage *page = m_page();
    const QList<QAbstractButton *> buttons = page ? page->deeds() : QList<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        QAction *deed = literal::addAction(m_menu, button->accessibleName());
        deed->setEnabled(button->isEnabled() && button->isVisibleTo(page));
        connect(deed, &QAction::triggered, button, &QAbstractButton::click);
        m_deeds.append(deed);
    }
    m_menu->popup(m_tree->viewport()->mapToGlobal(point));
}

void ContentsMenu::copy()
{
    const auto excerpt = excerptOf(m_session, chosen());
    if (!excerpt)
        return Q_EMIT notice(describe(excerpt.error()));
    if (excerpt->text.isEmpty())
        return Q_EMIT notice(tr("Nothing of this entry is printed; nothing was copied."));
    auto *data = new QMimeData;
    data->setText(excerpt->text);
    data->setHtml(excerpt->html);
    QApplication::clipboard()->setMimeData(data);
    Q_EMIT notice(
        tr("“%1” was copied with its headings and tables.").arg(m_tree->currentIndex().data().toString()));
}

} // namespace nianbao
