// SPDX-License-Identifier: MulanPSL-2.0
#include "commentspanel.h"

#include "appearance.h"
#include "cards.h"
#include "commentactions.h"
#include "emptywords.h"
#include "entryline.h"
#include "errorwords.h"
#include "literal.h"
#include "permitted.h"
#include "placenames.h"
#include "reportplaces.h"
#include "settings.h"
#include "showntext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace nianbao {

namespace {

class CommentCard final : public CardDelegate {
public:
    using CardDelegate::CardDelegate;

protected:
    Card cardOf(const QPalette &palette, const QModelIndex &index) const override
    {
        const bool resolved = index.data(CommentsModel::ResolvedRole).toBool();
        return {resolved ? appearance::quiet(palette) : appearance::accent(palette),
            QStringLiteral("%1　%2").arg(index.data(CommentsModel::NumberRole).toString(),
                index.data(CommentsModel::PlaceRole).toString()),
            index.data(CommentsModel::WordsRole).toString(), {}, resolved};
    }
};

/// A paragraph is a range for a comment: it moves with its words.
Place lasting(const Report &report, const Place &place)
{
    const auto text = place.paragraph() >= 0 ? textAt(report, place.whole()) : std::nullopt;
    if (!text)
        return place.paragraph() >= 0 ? place.whole() : place;
    qsizetype start = 0;
    for (int i = 0; i < place.paragraph(); ++i) {
        const auto end = text->indexOf(u'\n', start);
        if (end < 0)
            break;
        start = end + 1;
    }
    const auto end = text->indexOf(u'\n', start);
    const qsizetype length = (end < 0 ? text->size() : end) - start;
    return length > 0 ? place.whole().withRange(start, length) : place.whole();
}

} // namespace

CommentsPanel::CommentsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_where(appearance::quietLabel(this))
    , m_entry(new EntryLine(this))
    , m_view(new CardView(tr("Comments"), this))
    , m_actions(nullptr)
    , m_resolve(nullptr)
    , m_answer(nullptr)
    , m_shown(appearance::linkButton({}, this))
{
    m_view->setObjectName(QStringLiteral("comments"));
    m_where->setObjectName(QStringLiteral("commentPlace"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new CommentCard(m_view));
    sayWhenEmpty(m_view, [this] {
        return m_model.countResolved() > 0
            ? tr("All comments are resolved.")
            : tr("Comments on the report will stand here, each at its place. To write one, put the cursor "
                 "there and press Ctrl+Alt+M.");
    });
    m_shown->setObjectName(QStringLiteral("resolvedShown"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeEntry());
    layout->addWidget(m_view, 1);
    layout->addWidget(makeActions());
    layout->addWidget(m_shown, 0, Qt::AlignLeft);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &CommentsPanel::showMenu);
    connect(m_view, &QListView::clicked, this, &CommentsPanel::lead);
    connect(m_view, &QListView::activated, this, &CommentsPanel::lead);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommentsPanel::showSelected);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->setCurrentIndex(m_model.indexOf(m_selected));
        showCount();
        showSelected();
    });
    connect(m_shown, &QToolButton::clicked, this, [this] {
        const int id = current();
        m_model.setResolvedShown(!m_model.isResolvedShown());
        m_view->setCurrentIndex(m_model.indexOf(id));
    });
    connect(&session, &Session::changed, this, &CommentsPanel::follow);
    showPlace(m_place);
    showCount();
    showSelected();
}

/// Where a comment will hang moves on with its words, as one that hangs there does.
void CommentsPanel::follow(const Delta &delta)
{
    const Report &report = m_session.report();
    const auto moveOn = [&](Place &place) {
        const auto there = place.isNowhere() ? std::optional(place) : moved(place, delta, report);
        const auto whole = there ? there : moved(place.whole(), delta, report);
        place = whole ? *whole : sectionOf(report, place);
    };
    if (m_typedFor.isNowhere() && !m_place.hasRange())
        return; // the place in sight is told anew
    moveOn(m_place);
    moveOn(m_typedFor);
    showPlace(m_place);
}

CommentsPanel::~CommentsPanel() { typing::silence(this); }

QWidget *CommentsPanel::makeEntry()
{
    auto *part = new QWidget(this);
    m_entry->setObjectName(QStringLiteral("newComment"));
    m_entry->setAccessibleName(tr("New comment"));
    m_entry->setPlaceholderText(tr("Write a comment, Enter"));
    offerClearing(*m_entry);
    writableWhile(m_session, Permissions::Action::Comment, m_entry);
    connect(m_entry, &QLineEdit::textEdited, this, [this](const QString &words) {
        if (words.isEmpty())
            m_typedFor = {};
        else if (m_typedFor.isNowhere())
            m_typedFor = m_place;
    });
    connect(m_entry, &EntryLine::entered, this, &CommentsPanel::add);
    connect(m_entry, &EntryLine::gaveUp, this, [this] {
        m_typedFor = {};
        m_session.giveUpUnsaved();
        showPlace(m_place);
    });
    auto *layout = new QVBoxLayout(part);
    layout->addWidget(m_where);
    layout->addWidget(m_entry);
    return part;
}

QWidget *CommentsPanel::makeActions()
{
    m_actions = new QWidget(this);
    m_actions->setObjectName(QStringLiteral("commentActions"));
    appearance::setGround(m_actions, Colour::Surface);
    m_resolve = appearance::linkButton({}, m_actions);
    m_resolve->setObjectName(QStringLiteral("resolve"));
    enableWhile(m_session, Permissions::Action::Comment, m_resolve);
    connect(m_resolve, &QToolButton::clicked, this,
        [this] { setResolved(!m_session.report().comments().value(current()).resolved); });
    m_answer = new EntryLine(m_actions);
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setPlaceholderText(tr("Answer this comment, Enter"));
    offerClearing(*m_answer);
    writableWhile(m_session, Permissions::Action::Comment, m_answer);
    connect(m_answer, &QLineEdit::textEdited, this, [this](const QString &words) {
        if (words.isEmpty())
            m_answered = 0;
        else if (m_answered == 0)
            m_answered = current();
    });
    connect(m_answer, &EntryLine::entered, this, &CommentsPanel::answer);
    connect(m_answer, &EntryLine::gaveUp, this, [this] {
        m_answered = 0;
        m_session.giveUpUnsaved();
        showSelected();
    });
    auto *layout = new QVBoxLayout(m_actions);
    layout->addWidget(m_resolve, 0, Qt::AlignLeft);
    layout->addWidget(m_answer);
    return m_actions;
}

void CommentsPanel::showPlace(const Place &place)
{
    m_place = place.isNowhere() ? Place::report() : lasting(m_session.report(), place);
    const Place &shown = m_typedFor.isNowhere() ? m_place : m_typedFor;
    const Report &report = m_session.report();
    constexpr qsizetype kMostPassage = 16;
    const QString passage = shown.hasRange()
        ? firstCharacters(
            passageOf(shownTextOf(report, shown.whole()), shown.start(), shown.length()).passage,
            kMostPassage)
        : QString();
    const QString name = said(placeName(report, shown.whole()));
    m_where->setText(passage.isEmpty() ? tr("On: %1").arg(name) : tr("On: %1, “%2”").arg(name, passage));
}

void CommentsPanel::startComment() { m_entry->setFocus(Qt::ShortcutFocusReason); }

int CommentsPanel::current() const { return m_model.idAt(m_view->currentIndex()); }

bool CommentsPanel::edit(const Result<Change> &change)
{
    const auto done = change ? m_session.edit(*change) : Result<>(change.error());
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

void CommentsPanel::add(const QString &words)
{
    if (words.isEmpty())
        return;
    const Place place = m_typedFor.isNowhere() ? m_place : m_typedFor;
    const Report &report = m_session.report();
    const Place there = hasPlace(report, place) ? place : Place::report(); // it may be gone meanwhile
    if (!edit(commentActions::add(report, there, words, settings::userName())))
        return m_entry->refuse();
    m_typedFor = {};
    m_entry->showText({});
    showPlace(m_place);
    m_view->setCurrentIndex(m_model.indexOf(m_session.report().comments().lastKey()));
}

void CommentsPanel::answer(const QString &words)
{
    if (words.isEmpty())
        return;
    const int id = m_answered > 0 ? m_answered : current();
    if (!edit(commentActions::answer(m_session.report(), id, words, settings::userName())))
        return m_answer->refuse();
    m_answered = 0;
    m_answer->showText({});
    select(id);
}

void CommentsPanel::setResolved(bool resolved)
{
    const int row = m_view->currentIndex().row();
    if (!edit(commentActions::setResolved(m_session.report(), current(), resolved, settings::userName())))
        return;
    if (!m_view->currentIndex().isValid()) // it went out of sight: the next one
        m_view->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
}

void CommentsPanel::showCount()
{
    const int resolved = m_model.countResolved();
    m_shown->setVisible(resolved > 0);
    const QString deed = m_model.isResolvedShown() ? tr("Hide %1 resolved").arg(resolved)
                                                   : tr("Show %1 resolved").arg(resolved);
    m_shown->setText(literal::caption(deed));
    m_shown->setAccessibleName(deed);
}

void CommentsPanel::showSelected()
{
    const int id = current();
    m_selected = id;
    const auto found = m_session.report().comments().constFind(id);
    const bool isThere = found != m_session.report().comments().constEnd();
    m_actions->setVisible(isThere || m_answer->isPending());
    if (!isThere)
        return;
    const QString deed = found->resolved ? tr("Take it up again") : tr("Mark as resolved");
    m_resolve->setText(literal::caption(deed));
    m_resolve->setAccessibleName(deed);
}

/// What can be done with a comment, at its card.
void CommentsPanel::showMenu(const QPoint &point)
{
    const QModelIndex under = m_view->indexAt(point);
    if (!under.isValid())
        return;
    m_view->setCurrentIndex(under);
    auto *menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("commentMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Go to what it is about")), &QAction::triggered, this,
        [this] { lead(m_view->currentIndex()); });
    QAction *answer = menu->addAction(tr("&Answer"));
    answer->setEnabled(m_session.permissions().may(Permissions::Action::Comment));
    connect(answer, &QAction::triggered, m_answer, qOverload<>(&QWidget::setFocus));
    QAction *resolve = literal::addAction(menu, m_resolve->accessibleName());
    resolve->setEnabled(answer->isEnabled());
    connect(resolve, &QAction::triggered, m_resolve, &QToolButton::click);
    menu->addSeparator();
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this,
        [words = currentWords()] { QApplication::clipboard()->setText(words); });
    menu->popup(m_view->viewport()->mapToGlobal(point));
}

void CommentsPanel::lead(const QModelIndex &index)
{
    m_view->noteSeen();
    const auto found = m_session.report().comments().constFind(m_model.idAt(index));
    if (found != m_session.report().comments().constEnd())
        Q_EMIT placeRequested(found->place);
}

void CommentsPanel::select(int id)
{
    if (!m_model.indexOf(id).isValid())
        m_model.setResolvedShown(true);
    m_view->setCurrentIndex(m_model.indexOf(id));
}

bool CommentsPanel::step(int direction)
{
    if (!commitOpenEditor())
        return true; // it does not go on with what was refused
    const bool isThere = m_view->step(direction, m_model.countOpen());
    if (isThere)
        lead(m_view->currentIndex());
    return isThere;
}

void CommentsPanel::answerNext()
{
    if (!commitOpenEditor())
        return;
    const Report &report = m_session.report();
    const auto waits = [&](int row) {
        return commentActions::waitsForAnswer(
            report.comments()[m_model.idAt(m_model.index(row))], settings::userName());
    };
    const int open = m_model.countOpen();
    for (int i = 1; i <= open; ++i) {
        const int row = (m_view->currentIndex().row() + i) % open;
        if (!waits(row))
            continue;
        m_view->setCurrentIndex(m_model.index(row));
        lead(m_view->currentIndex());
        return m_answer->setFocus(Qt::ShortcutFocusReason);
    }
}

QString CommentsPanel::currentWords() const { return m_view->currentIndex().data().toString(); }

} // namespace nianbao
