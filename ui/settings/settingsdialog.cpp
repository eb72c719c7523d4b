// SPDX-License-Identifier: MulanPSL-2.0
#include "settingsdialog.h"

#include "appearance.h"
#include "appearancepage.h"
#include "backuppage.h"
#include "entryline.h"
#include "focusedview.h"
#include "fontspage.h"
#include "icons.h"
#include "mailpage.h"
#include "personpage.h"
#include "reviewerspage.h"
#include "room.h"
#include "wordspage.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace nianbao {

SettingsDialog::SettingsDialog(const QString &characters, QWidget *parent)
    : FittedDialog(parent, 56)
    , m_search(new QLineEdit(this))
    , m_list(new FocusedView<QListWidget>(this))
    , m_stack(new QStackedWidget(this))
    , m_words(new WordsPage(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_search->setObjectName(QStringLiteral("searchSettings"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    offerClearing(*m_search);
    m_list->setObjectName(QStringLiteral("pages"));
    m_list->setAccessibleName(tr("Groups of settings"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(fontMetrics().height() * 6); // it scrolls itself, not the page with it
    auto *layout = new QHBoxLayout(inside());
    layout->setContentsMargins({});
    auto *groups = new QVBoxLayout; // Tab goes through it before it goes to the fields
    groups->addWidget(m_search);
    groups->addWidget(m_list, 1);
    layout->addLayout(groups);
    layout->addWidget(m_stack, 1);
    for (SettingsPage *page : std::initializer_list<SettingsPage *>{new PersonPage(this),
             new ReviewersPage(this), new AppearancePage(this), new FontsPage(characters, this), m_words,
             new BackupPage(this), new MailPage(this)})
        addPage(page);
    int widest = 0;
    for (int row = 0; row < m_list->count(); ++row)
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(m_list->item(row)->text()));
    m_list->setFixedWidth(std::min(widest, fontMetrics().height() * 14) + fontMetrics().height() * 5);
    auto *buttons = new QDialogButtonBox(this);
    auto *restore = appearance::plainButton(tr("This page as it was at first"), this);
    restore->setObjectName(QStringLiteral("restorePage"));
    restore->setAutoDefault(false);
    auto *close = appearance::primaryButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeSettings"));
    buttons->addButton(restore, QDialogButtonBox::ResetRole);
    buttons->addButton(close, QDialogButtonBox::AcceptRole);
    close->setAutoDefault(false); // Enter goes on in a field
    setButtons(buttons);
    connect(restore, &QPushButton::clicked, this, [this] { page(m_stack->currentIndex())->restore(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, [this, restore](int row) {
        m_stack->setCurrentIndex(std::max(0, row));
        restore->setEnabled(page(m_stack->currentIndex()) != m_words);
    });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    m_search->installEventFilter(this);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

/// From the search to what it has left: Enter there is no wish to close the dialog.
bool SettingsDialog::eventFilter(QObject *object, QEvent *event)
{
    const bool isKey = object == m_search && event->type() == QEvent::KeyPress;
    const int key = isKey ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return FittedDialog::eventFilter(object, event);
    m_list->setFocus(Qt::ShortcutFocusReason);
    return true;
}

const std::optional<RuleSet> &SettingsDialog::rules() const { return m_words->rules(); }

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *room = new Room(m_stack);
    room->setPage(page);
    const int row = m_stack->addWidget(room);
    m_list->addItem(page->name());
    m_list->item(row)->setIcon(icons::icon(page->picture()));
    showState(row);
    connect(page, &SettingsPage::stateChanged, this, [this, row] { showState(row); });
}

void SettingsDialog::showState(int row)
{
    constexpr qsizetype kMostState = 24; // a name may be long
    QString state = page(row)->state();
    if (state.size() > kMostState)
        state = state.left(kMostState) + u'…';
    m_list->item(row)->setText(
        state.isEmpty() ? page(row)->name() : tr("%1  %2", "page: its state").arg(page(row)->name(), state));
}

SettingsPage *SettingsDialog::page(int row) const
{
    return m_stack->widget(row)->findChild<SettingsPage *>();
}

/// Leaves the pages on which the words stand, and opens the first of them.
void SettingsDialog::search(const QString &wanted)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool isHit = page(row)->words().contains(wanted.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!isHit);
        if (isHit && first < 0)
            first = row;
    }
    const bool isChosenHidden = m_list->currentItem() && m_list->currentItem()->isHidden();
    if (first >= 0 && isChosenHidden)
        m_list->setCurrentRow(first);
}

} // namespace nianbao
