// SPDX-License-Identifier: MulanPSL-2.0
#include "helpdesk.h"

#include "aboutdialog.h"
#include "dialogs.h"
#include "findingsmodel.h"
#include "helpwindow.h"
#include "officewords.h"
#include "rulesdialog.h"
#include "windowplace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>

namespace nianbao {

namespace {

/// Of the widget and all around it as far as its window, which says less the farther it is.
QStringList namesAround(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *each = widget; each; each = each->isWindow() ? nullptr : each->parentWidget()) {
        if (!each->objectName().isEmpty())
            names.append(u'#' + each->objectName());
        for (const QMetaObject *kind = each->metaObject(); kind && kind != &QWidget::staticMetaObject;
             kind = kind->superClass())
            names.append(QString(QLatin1String(kind->className())).section(QStringLiteral("::"), -1));
    }
    return names;
}

/// Of the finding that is chosen in a list of them; nullptr: this is no such list.
const Rule *ruleAt(const QWidget *widget, const RuleSet &rules)
{
    const auto *list = qobject_cast<const QAbstractItemView *>(widget);
    if (!list || !qobject_cast<const FindingsModel *>(list->model()))
        return nullptr;
    return rules.find(RuleId(list->currentIndex().data(FindingsModel::RuleRole).toString()));
}

} // namespace

HelpDesk::HelpDesk(QMainWindow *window, std::function<InSight()> inSight)
    : QObject(window)
    , m_window(window)
    , m_inSight(std::move(inSight))
    , m_manual(new QAction(tr("&Manual"), this))
    , m_rules(new QAction(tr("&What is checked…"), this))
    , m_about(new QAction(tr("&About Nianbao…"), this))
{
    m_manual->setShortcut(Qt::Key_F1);
    m_rules->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F1));
    connect(m_manual, &QAction::triggered, this, [this] { showManual(QApplication::focusWidget()); });
    connect(m_rules, &QAction::triggered, this, [this] { showRules(m_window); });
    connect(m_about, &QAction::triggered, this, [this] {
        AboutDialog dialog(m_window);
        dialogs::run(dialog);
    });
    qApp->installEventFilter(this); // in a dialog the keys of the window's menus are asleep
}

void HelpDesk::addTo(QMenu *menu) const { menu->addActions({m_manual, m_rules}); }
void HelpDesk::addAboutTo(QMenu *menu) const { menu->addAction(m_about); }
HelpWindow *HelpDesk::shown() const { return m_help && m_help->isVisible() ? m_help.data() : nullptr; }

HelpPlace HelpDesk::placeFor(const QWidget *widget) const
{
    if (const Rule *rule = ruleAt(widget, rulesInForce()))
        return manual().placeOf(*rule);
    const bool isInDialog = widget && widget->window() != m_window;
    QStringList names = namesAround(widget);
    if (isInDialog)
        return manual().placeFor(names);
    const InSight inSight = m_inSight();
    const QStringList ofPage = namesAround(inSight.page);
    const bool isOnPage
        = inSight.page && (!widget || inSight.page == widget || inSight.page->isAncestorOf(widget));
    if (isOnPage && inSight.form && !inSight.cell.isEmpty())
        return manual().placeOf(*inSight.form, inSight.cell);
    return manual().placeFor(names + ofPage);
}

Manual HelpDesk::manual() const
{
    return Manual(shippedForms(), rulesInForce(), menuLines(*m_window->menuBar()));
}

void HelpDesk::showManual(QWidget *from)
{
    const HelpPlace place = placeFor(from);
    QWidget *owner = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_window;
    // of a dialog, else that would keep it from being used; the window's own stays as far as it was read
    m_help = owner->findChild<HelpWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!m_help)
        m_help = new HelpWindow(manual(), owner);
    m_help->show(); // a row can be led to in a page that has its size
    m_help->ask(place);
    QTimer::singleShot(
        0, m_help, [help = m_help.data()] { windowplace::keepInside(*help); }); // with its frame
    m_help->raise();
    m_help->activateWindow();
}

void HelpDesk::showRules(QWidget *from)
{
    RulesDialog dialog(rulesInForce(), from->window());
    dialogs::run(dialog);
}

bool HelpDesk::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isRules = key->modifiers() == Qt::ShiftModifier;
    auto *widget = qobject_cast<QWidget *>(object);
    if (key->key() != Qt::Key_F1 || (!isRules && key->modifiers() != Qt::NoModifier) || !widget)
        return false;
    bool isOurs = false;
    for (const QWidget *each = widget; each; each = each->parentWidget())
        isOurs = isOurs || each == m_window;
    if (!isOurs)
        return false;
    isRules ? showRules(widget) : showManual(widget);
    return true;
}

} // namespace nianbao
