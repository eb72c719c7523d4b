// SPDX-License-Identifier: MulanPSL-2.0
#include "channelspage.h"

#include "appearance.h"
#include "channelmodel.h"
#include "elidedlabel.h"
#include "entryline.h"
#include "errorwords.h"
#include "flowlayout.h"
#include "gridview.h"
#include "literal.h"
#include "permitted.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace nianbao {

ChannelsPage::ChannelsPage(Session &session, QWidget *parent)
    : EditorPage(session, parent)
    , m_model(new ChannelModel(session, this))
    , m_grid(new GridView(this))
    , m_menu(new QMenu(this))
{
    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(tr("Channels and categories"));
    auto *title = appearance::titleLabel(this);
    title->setText(tr("Channels and categories"));
    auto *guidance = appearance::quietLabel(this);
    guidance->setText(
        tr("How many items were published in each channel and of each category. These counts are not "
           "printed as a table; the text of section one can quote them."));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() / 4);
    layout->addWidget(title);
    layout->addWidget(guidance);
    layout->addWidget(makeEmptyHint());
    layout->addWidget(makeActions());
    layout->addWidget(makeNameLine());
    layout->addWidget(m_grid, 1);
    layout->addWidget(makeSumBar());
    layout->addStretch();

    m_menu->addSeparator();
    QAction *comment = m_menu->addAction(tr("Add a comment…"));
    comment->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M)); // shown; the window hears it
    comment->setShortcutContext(Qt::WidgetShortcut);
    connect(comment, &QAction::triggered, this, &EditorPage::commentRequested);
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_grid, &QWidget::customContextMenuRequested, this, [this, comment](QPoint place) {
        comment->setEnabled(this->session().permissions().may(Permissions::Action::Comment));
        m_menu->popup(m_grid->viewport()->mapToGlobal(place));
    });
    connect(m_grid, &GridView::currentMoved, this, &ChannelsPage::refresh);
    connect(m_grid, &GridView::notice, this, &EditorPage::notice);
    connect(
        m_model, &GridModel::refused, this, [this](const Error &error) { Q_EMIT notice(describe(error)); });
    connect(&session, &Session::changed, this, &ChannelsPage::refresh);
    m_grid->setGrid(m_model);
    followPermissions(session, this, [this] { refresh(); });
}

int ChannelsPage::currentChannel() const { return m_model->channelAt(m_grid->currentIndex()); }

QString ChannelsPage::currentCategory() const { return m_model->categoryAt(m_grid->currentIndex()); }

QStringList ChannelsPage::channelNames() const
{
    QStringList names;
    for (const Channel &channel : session().report().channels())
        names.append(channel.name);
    return names;
}

QWidget *ChannelsPage::makeEmptyHint()
{
    m_emptyHint = new QWidget(this);
    auto *usual = appearance::primaryButton(tr("Use the usual channels and categories"), m_emptyHint);
    usual->setObjectName(QStringLiteral("useUsual"));
    enableWhile(session(), Permissions::Action::EditContent, usual);
    connect(usual, &QPushButton::clicked, this, &ChannelsPage::useUsual);
    auto *layout = new QHBoxLayout(m_emptyHint);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(usual);
    layout->addStretch();
    return m_emptyHint;
}

QWidget *ChannelsPage::makeActions()
{
    m_actions = new QWidget(this);
    enableWhile(session(), Permissions::Action::EditContent, m_actions);
    auto *lines = new QVBoxLayout(m_actions);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    FlowLayout *links = nullptr;
    const auto begin = [&] { // the actions, and at the end of the line what they are about
        auto *line = new QHBoxLayout;
        links = new FlowLayout;
        auto *word = new ElidedLabel(m_actions);
        word->setProperty("quiet", true);
        line->addLayout(links);
        line->addStretch();
        line->addWidget(word, 0, Qt::AlignTop);
        lines->addLayout(line);
        return word;
    };
    const auto add = [&](const char *name, const QString &text, auto slot) {
        auto *link = appearance::linkButton(text, m_actions);
        link->setObjectName(QLatin1String(name));
        connect(link, &QToolButton::clicked, this, slot);
        connect(literal::addAction(m_menu, text), &QAction::triggered, link, &QToolButton::click);
        links->addWidget(link);
        return link;
    };
    m_channelWord = begin();
    add("addChannel", tr("Add channel"), &ChannelsPage::addChannel);
    m_channelLinks = {add("renameChannel", tr("Rename channel"), &ChannelsPage::renameChannel),
        add("moveLeft", tr("Move left"), [this] { moveChannel(-1); }),
        add("moveRight", tr("Move right"), [this] { moveChannel(1); }),
        add("removeChannel", tr("Remove channel"), &ChannelsPage::removeChannel)};
    m_menu->addSeparator();
    m_categoryWord = begin();
    add("addCategory", tr("Add category"), &ChannelsPage::addCategory);
    m_categoryLinks = {add("renameCategory", tr("Rename category"), &ChannelsPage::renameCategory),
        add("moveUp", tr("Move up"), [this] { moveCategory(-1); }),
        add("moveDown", tr("Move down"), [this] { moveCategory(1); }),
        add("removeCategory", tr("Remove category"), &ChannelsPage::removeCategory)};
    return m_actions;
}

QWidget *ChannelsPage::makeNameLine()
{
    m_nameLine = new QWidget(this);
    m_nameLabel = appearance::label({}, m_nameLine);
    m_nameEdit = new EntryLine(m_nameLine);
    m_nameEdit->setObjectName(QStringLiteral("nameEdit"));
    writableWhile(session(), Permissions::Action::EditContent, m_nameEdit);
    auto *layout = new QHBoxLayout(m_nameLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_nameLabel);
    layout->addWidget(m_nameEdit, 1);
    m_nameLine->hide();
    connect(m_nameEdit, &EntryLine::entered, this, &ChannelsPage::takeName);
    connect(m_nameEdit, &EntryLine::gaveUp, this, &ChannelsPage::closeName);
    connect(m_nameEdit, &EntryLine::gaveUp, &session(), &Session::giveUpUnsaved);
    return m_nameLine;
}

QWidget *ChannelsPage::makeSumBar()
{
    m_sumBar = new QFrame(this);
    m_sumBar->setObjectName(QStringLiteral("sumBar"));
    appearance::setGround(m_sumBar, Colour::ErrorGround);
    m_sumWords = appearance::label({}, m_sumBar);
    m_sumWords->setWordWrap(true);
    auto *take = appearance::linkButton(tr("Take the sum of the categories"), m_sumBar);
    take->setObjectName(QStringLiteral("takeSum"));
    enableWhile(session(), Permissions::Action::EditContent, take);
    connect(take, &QToolButton::clicked, this, &ChannelsPage::takeSum);
    auto *layout = new QHBoxLayout(m_sumBar);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_sumWords, 1);
    layout->addWidget(take);
    return m_sumBar;
}

void ChannelsPage::refresh()
{
    const bool isEmpty = session().report().channels().isEmpty();
    m_grid->followFlags();
    m_emptyHint->setVisible(isEmpty);
    m_grid->setVisible(!isEmpty);
    const int channel = currentChannel();
    const QString category = currentCategory();
    m_channelWord->showWords(channel < 0 ? QString() : channelNames().value(channel));
    m_categoryWord->showWords(category);
    for (QToolButton *link : m_channelLinks)
        link->setEnabled(channel >= 0);
    for (QToolButton *link : m_categoryLinks)
        link->setEnabled(!category.isEmpty());
    if (auto *add = m_actions->findChild<QToolButton *>(QStringLiteral("addCategory")))
        add->setEnabled(!isEmpty);
    showSumBar();
}

void ChannelsPage::showSumBar()
{
    const int at = currentChannel();
    const auto &channels = session().report().channels();
    const auto sum = at < 0 || at >= channels.size() ? std::nullopt : channelSum(channels[at]);
    const bool differs = sum && channelCount(channels[at]) != sum;
    m_sumBar->setVisible(differs);
    if (!differs)
        return;
    m_sumWords->setText(
        tr("%1: stated %2, its categories add up to %3.")
            .arg(channels[at].name, QString::number(*channels[at].count), QString::number(*sum)));
}

void ChannelsPage::goTo(const Place &place)
{
    if (!entry().holds(place.whole()))
        return;
    const auto &channels = session().report().channels();
    if (place.index() >= 0 && place.index() < channels.size()) {
        const Category category = channels[place.index()].categories.value(place.categoryIndex());
        m_grid->goTo(m_model->indexOf(place.index(), category.name));
    }
    if (m_grid->isVisibleTo(this)) // without a channel there is no table
        m_grid->setFocus();
}

// Names are asked in a line of the page: nothing waits for an answer, Esc gives up

void ChannelsPage::askName(
    const QString &label, const QString &name, const std::function<bool(const QString &)> &whenGiven)
{
    if (!commitOpenEditor())
        return;
    m_whenNamed = whenGiven;
    m_nameLabel->setText(label);
    m_nameEdit->setAccessibleName(label);
    m_nameEdit->showText(name);
    m_nameEdit->selectAll();
    m_nameLine->show();
    m_nameEdit->setFocus();
}

void ChannelsPage::closeName()
{
    m_whenNamed = nullptr;
    m_nameEdit->showText({});
    m_nameLine->hide();
    m_grid->setFocus();
}

/// A name that is refused stays in its line; the line left as it was, or empty, is given up.
void ChannelsPage::takeName(const QString &name)
{
    if (!m_whenNamed)
        return;
    const auto whenGiven
        = std::exchange(m_whenNamed, nullptr); // what is done may take the focus from the line
    if (name.isEmpty() || whenGiven(name)) {
        closeName();
        return;
    }
    m_whenNamed = whenGiven;
    m_nameEdit->refuse();
}

bool ChannelsPage::isNewName(const QStringList &names, const QString &name)
{
    if (names.contains(name))
        Q_EMIT notice(tr("There is “%1” already; give another name, or Esc.").arg(name));
    return !names.contains(name);
}

bool ChannelsPage::setChannels(const QList<Channel> &channels, const QString &description)
{
    return edit(Change::of(description, SetChannels{channels}));
}

// Channels

void ChannelsPage::useUsual()
{
    const ReportSpec &spec = session().report().spec();
    QList<Channel> channels;
    for (const QString &name : spec.defaultChannels)
        channels.append({name, std::nullopt, {}});
    channels = channeltable::withCategories(channels, spec.defaultCategories);
    if (setChannels(channels, tr("Use the usual channels and categories")))
        m_grid->setFocus();
}

void ChannelsPage::addChannel()
{
    askName(tr("Name of the new channel"), {}, [this](const QString &name) {
        if (!isNewName(channelNames(), name))
            return false;
        auto channels = session().report().channels();
        const int at = currentChannel() < 0 ? int(channels.size()) : currentChannel() + 1;
        channels.insert(at, {name, std::nullopt, {}});
        if (!setChannels(channels, tr("Add channel %1").arg(name)))
            return false;
        m_grid->goTo(m_model->indexOf(at, currentCategory()));
        return true;
    });
}

void ChannelsPage::renameChannel()
{
    const int at = currentChannel();
    if (at < 0)
        return;
    const QString old = channelNames().value(at);
    askName(tr("New name of the channel"), old, [this, at, old](const QString &name) {
        if (name == old)
            return true;
        auto channels = session().report().channels();
        if (!isNewName(channelNames(), name) || at >= channels.size())
            return false;
        channels[at].name = name;
        return setChannels(channels, tr("Rename channel %1 to %2").arg(old, name));
    });
}

void ChannelsPage::moveChannel(int step)
{
    const int at = currentChannel();
    auto channels = session().report().channels();
    if (at < 0 || at + step < 0 || at + step >= channels.size() || !commitOpenEditor())
        return;
    const QString category = currentCategory();
    const QString name = channels[at].name;
    const QStringList rows = channeltable::categories(channels);
    channels.move(at, at + step);
    if (channeltable::categories(channels) != rows)
        channels = channeltable::withCategories(channels, rows);
    if (setChannels(channels, tr("Move channel %1").arg(name)))
        m_grid->goTo(m_model->indexOf(at + step, category));
}

void ChannelsPage::removeChannel()
{
    const int at = currentChannel();
    if (at < 0 || !commitOpenEditor())
        return;
    const QString name = channelNames().value(at);
    if (setChannels(channeltable::withoutChannel(session().report().channels(), at),
            tr("Remove channel %1").arg(name)))
        Q_EMIT notice(tr("The channel “%1” was removed with its figures. Undo brings it back.").arg(name));
}

void ChannelsPage::takeSum()
{
    const int at = currentChannel();
    auto channels = session().report().channels();
    if (at < 0 || !commitOpenEditor())
        return;
    channels[at].count = channelSum(channels[at]);
    setChannels(channels, tr("Take the sum of the categories of %1").arg(channels[at].name));
    m_grid->setFocus();
}

// Categories

void ChannelsPage::addCategory()
{
    askName(tr("Name of the new category"), {}, [this](const QString &name) {
        const auto &channels = session().report().channels();
        QStringList rows = channeltable::categories(channels);
        if (!isNewName(rows, name))
            return false;
        const auto current = rows.indexOf(currentCategory());
        rows.insert(current < 0 ? rows.size() : current + 1, name);
        const int at = std::max(0, currentChannel());
        if (!setChannels(channeltable::withCategories(channels, rows), tr("Add category %1").arg(name)))
            return false;
        m_grid->goTo(m_model->indexOf(at, name));
        return true;
    });
}

void ChannelsPage::renameCategory()
{
    const QString old = currentCategory();
    if (old.isEmpty())
        return;
    askName(tr("New name of the category"), old, [this, old](const QString &name) {
        const auto &channels = session().report().channels();
        if (name == old)
            return true;
        if (!isNewName(channeltable::categories(channels), name))
            return false;
        return setChannels(channeltable::withCategoryRenamed(channels, old, name),
            tr("Rename category %1 to %2").arg(old, name));
    });
}

void ChannelsPage::moveCategory(int step)
{
    const auto &channels = session().report().channels();
    QStringList rows = channeltable::categories(channels);
    const QString name = currentCategory();
    const auto at = rows.indexOf(name);
    if (at < 0 || at + step < 0 || at + step >= rows.size() || !commitOpenEditor())
        return;
    const int channel = std::max(0, currentChannel());
    rows.move(at, at + step);
    if (setChannels(channeltable::withCategories(channels, rows), tr("Move category %1").arg(name)))
        m_grid->goTo(m_model->indexOf(channel, name));
}

void ChannelsPage::removeCategory()
{
    const QString name = currentCategory();
    if (name.isEmpty() || !commitOpenEditor())
        return;
    if (setChannels(channeltable::withoutCategory(session().report().channels(), name),
            tr("Remove category %1").arg(name)))
        Q_EMIT notice(tr("The category “%1” was removed with its figures. Undo brings it back.").arg(name));
}

} // namespace nianbao
