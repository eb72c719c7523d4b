// SPDX-License-Identifier: MulanPSL-2.0
#include "findpanel.h"

#include "appearance.h"
#include "cleantext.h"
#include "errorwords.h"
#include "findline.h"
#include "flowlayout.h"
#include "focusedview.h"
#include "hitdelegate.h"
#include "literal.h"
#include "permitted.h"
#include "phrase.h"
#include "reviewwords.h"
#include "showntext.h"
#include "textreplace.h"
#include "typing.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

namespace {
QString emptyWords()
{
    return FindPanel::tr("“Replace by” is empty: write the new words, or delete what is ticked.");
}

/// A line to type into behind its name; both names are as wide as the wider one.
QHBoxLayout *named(const QString &name, FindLine *line, QWidget *parent)
{
    auto *label = appearance::label(name, parent);
    label->setBuddy(line);
    const QFontMetrics metrics = label->fontMetrics();
    label->setMinimumWidth(std::max(metrics.horizontalAdvance(FindPanel::tr("Find")),
        metrics.horizontalAdvance(FindPanel::tr("Replace by"))));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(line, 1);
    return row;
}
} // namespace

FindPanel::FindPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_words(new FindLine(tr("Find"), this))
    , m_count(appearance::quietLabel(this))
    , m_back(appearance::linkButton(QStringLiteral("↑"), this))
    , m_on(appearance::linkButton(QStringLiteral("↓"), this))
    , m_replacement(new FindLine(tr("Replace by"), this))
    , m_one(appearance::plainButton(tr("Replace this one"), this))
    , m_all(appearance::primaryButton({}, this))
    , m_delete(appearance::plainButton({}, this))
    , m_width(new QCheckBox(tr("Full width is half width"), this))
    , m_case(new QCheckBox(tr("A is a"), this))
    , m_list(new FocusedView<QListView>(this))
    , m_reason(appearance::label({}, this))
{ // made in the order in which Tab goes through them
    m_words->setObjectName(QStringLiteral("findWords"));
    m_count->setObjectName(QStringLiteral("findCount"));
    m_replacement->setObjectName(QStringLiteral("replacement"));
    m_one->setObjectName(QStringLiteral("replaceOne"));
    m_width->setObjectName(QStringLiteral("foldsWidth"));
    m_case->setObjectName(QStringLiteral("foldsCase"));
    m_list->setObjectName(QStringLiteral("found"));
    m_reason->setObjectName(QStringLiteral("findReason"));
    m_all->setObjectName(QStringLiteral("replaceAll"));
    m_delete->setObjectName(QStringLiteral("deleteAll"));
    m_back->setObjectName(QStringLiteral("findBack"));
    m_on->setObjectName(QStringLiteral("findOn"));
    m_back->setAccessibleName(tr("The place before"));
    m_on->setAccessibleName(tr("The next place"));
    literal::setToolTip(m_back, tr("The place before: Shift+F3, or Shift+Enter"));
    literal::setToolTip(m_on, tr("The next place: F3, or Enter"));
    literal::setToolTip(m_width, tr("“２０２４” is found as “2024”, too"));
    literal::setToolTip(m_case, tr("Capitals are found as small letters, too"));
    m_width->setChecked(true);
    m_case->setChecked(true);
    m_reason->setWordWrap(true);
    m_list->setAccessibleName(tr("Places that were found"));
    m_list->setFrameShape(QFrame::NoFrame);
    // when a row goes the list turns to another by itself; here the place that is chosen is followed
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isFollowing = true; });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_isFollowing = false; });
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(fontMetrics().height() * 6);
    m_choices = makeChoices();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeWords());
    layout->addWidget(makeReplacing());
    layout->addWidget(m_choices);
    layout->addWidget(makeWhere());
    layout->addWidget(m_list, 1);
    layout->addWidget(makeFoot());
    connect(m_words, &QLineEdit::textChanged, this, &FindPanel::look);
    connect(m_words, &FindLine::stepRequested, this, &FindPanel::step);
    connect(m_replacement, &FindLine::stepRequested, this, [this](int direction) {
        if (direction < 0)
            step(direction);
        else if (isDeleting())
            Q_EMIT notice(emptyWords());
        else
            replaceChosen();
    });
    for (FindLine *line : {m_words, m_replacement})
        connect(line, &FindLine::listRequested, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_replacement, &QLineEdit::textEdited, this, [this] {
        m_isReplacing = true;
        showState();
    });
    connect(m_replacement, &QLineEdit::textChanged, this, &FindPanel::showState);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_one, &QPushButton::clicked, this, &FindPanel::replaceChosen);
    for (QPushButton *button : {m_all, m_delete})
        connect(button, &QPushButton::clicked, this, &FindPanel::replaceTicked);
    connect(m_width, &QCheckBox::toggled, this, &FindPanel::look);
    connect(m_case, &QCheckBox::toggled, this, &FindPanel::look);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!m_isFollowing && current.isValid())
                lead(current.row(), true);
        });
    connect(
        m_list, &QListView::activated, this, [this](const QModelIndex &index) { lead(index.row(), false); });
    connect(&m_model, &FindModel::found, this, [this] {
        choose(m_model.rowOf(m_chosen));
        showCount();
        Q_EMIT found();
    });
    connect(&m_model, &FindModel::tickedChanged, this, &FindPanel::showState);
    followPermissions(session, this, [this] { showState(); });
    showCount();
}

bool FindPanel::isDeleting() const { return m_replacement->text().isEmpty(); }

FindPanel::~FindPanel() { typing::silence(this); }

QWidget *FindPanel::makeWords()
{
    auto *words = new QWidget(this);
    auto *layout = new QVBoxLayout(words);
    const int em = fontMetrics().height();
    layout->setContentsMargins(em / 2, em / 2, em / 2, 0);
    layout->addLayout(named(tr("Find"), m_words, words));
    return words;
}

QWidget *FindPanel::makeReplacing()
{
    auto *replacing = new QWidget(this);
    const int em = fontMetrics().height();
    auto *layout = new QVBoxLayout(replacing);
    layout->setContentsMargins(em / 2, em / 4, em / 2, 0);
    layout->addLayout(named(tr("Replace by"), m_replacement, replacing));
    return replacing;
}

/// What is done with the words, and what counts as the same.
QWidget *FindPanel::makeChoices()
{
    auto *choices = new QWidget(this);
    const int em = fontMetrics().height();
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(em / 2, em / 4, em / 2, 0);
    const auto addRow = [&](const QList<QWidget *> &parts) {
        auto *row = new QWidget(choices);
        auto *line = new FlowLayout(row, em / 2);
        for (QWidget *part : parts)
            line->addWidget(part);
        layout->addWidget(row);
    };
    addRow({m_one, m_all, m_delete});
    addRow({m_width, m_case});
    return choices;
}

/// How many, and the arrows beside the places that they lead through.
QWidget *FindPanel::makeWhere()
{
    auto *where = new QWidget(this);
    const int em = fontMetrics().height();
    auto *layout = new QHBoxLayout(where);
    layout->setContentsMargins(em / 2, em / 4, em / 2, 0);
    m_count->setWordWrap(true);
    layout->addWidget(m_count, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_on);
    return where;
}

QWidget *FindPanel::makeFoot()
{
    auto *foot = new QWidget(this);
    const int em = fontMetrics().height();
    auto *hint = appearance::quietLabel(foot);
    hint->setText(tr("One step: Ctrl+Z takes all of it back. Live figures and those in tables stay. F3 next, "
                     "space ticks, Esc back to the text."));
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    layout->addWidget(m_reason);
    layout->addWidget(hint);
    return foot;
}

/// Where all of it cannot be seen at once, what was found stands above what may be done with it.
void FindPanel::arrange()
{
    constexpr int kLow = 18; // heights of a line
    const bool isLow = parentWidget() && parentWidget()->height() < kLow * fontMetrics().height();
    auto *column = static_cast<QVBoxLayout *>(layout());
    const int place = isLow ? 4 : 2; // of words, replacing, where, list, foot
    if (column->indexOf(m_choices) == place)
        return;
    column->removeWidget(m_choices);
    column->insertWidget(place, m_choices);
}

/// The panel is scrolled in its parent: how much of it is seen, only that knows.
void FindPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (parentWidget())
        parentWidget()->installEventFilter(this);
    arrange();
}

bool FindPanel::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize)
        arrange();
    return QWidget::eventFilter(object, event);
}

void FindPanel::begin(Begin what, const QString &words)
{
    if (!words.isEmpty())
        m_words->setText(words);
    m_isReplacing = what == Begin::Replacing || !m_replacement->text().isEmpty();
    m_model.refresh();
    showState();
    FindLine *line = what == Begin::Replacing && isAsked() && mayReplace() ? m_replacement : m_words;
    line->setFocus();
    line->selectAll();
}

void FindPanel::look()
{
    const TextQuery query{
        cleanText(m_words->text(), Lines::One), !m_case->isChecked(), !m_width->isChecked()};
    if (query != m_model.query()) {
        m_chosen = TextHit();
        m_lastRow = -1;
    }
    m_model.look(query);
    showCount();
    showState();
}

QString FindPanel::countWords() const { return m_count->text(); }

int FindPanel::chosen() const { return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1; }

/// Without leading there.
void FindPanel::choose(int row)
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_list->setCurrentIndex(row >= 0 ? m_model.index(row) : QModelIndex());
    if (row >= 0) {
        m_chosen = m_model.hitAt(row);
        m_lastRow = row;
    }
    showCount();
}

bool FindPanel::step(int direction)
{
    m_model.refresh();
    if (count() == 0) {
        if (isAsked())
            Q_EMIT notice(tr("“%1” stands nowhere in the report.").arg(m_model.query().words));
        return false;
    }
    const int here = chosen();
    int row = here + direction;
    if (here < 0) // it went with its words: on from where it was
        row = direction > 0 ? std::max(0, m_lastRow) : m_lastRow > 0 ? m_lastRow - 1 : count() - 1;
    if (row < 0 || row >= count()) {
        row = direction > 0 ? 0 : count() - 1;
        if (here >= 0 && count() > 1)
            Q_EMIT notice(direction > 0 ? tr("Once more from the beginning of the report.")
                                        : tr("Once more from the end of the report."));
    }
    lead(row, true);
    return true;
}

/// The reason of a popup keeps what is selected in the field that the focus leaves.
void FindPanel::lead(int row, bool staysHere)
{
    choose(row);
    const QPointer<QWidget> focused = QApplication::focusWidget();
    Q_EMIT placeRequested(m_model.leadsTo(row));
    if (const FoundTalk talk = m_model.hitAt(row).talk;
        !staysHere && (talk.comment > 0 || !talk.finding.isEmpty()))
        Q_EMIT talkRequested(talk);
    if (staysHere && focused && isAncestorOf(focused))
        focused->setFocus(Qt::PopupFocusReason);
    Q_EMIT found();
}

bool FindPanel::mayReplace() const { return m_session.permissions().may(Permissions::Action::EditContent); }

QString FindPanel::whyNot() const
{
    return m_session.permissions().state() == Permissions::State::ReadOnly
        ? tr("This report can only be looked at: nothing is replaced.")
        : tr("%1: the words cannot be changed now, so nothing is replaced.")
              .arg(stateWords(m_session.report().review().state));
}

void FindPanel::showCount()
{
    if (!isAsked())
        m_count->setText(
            tr("Texts, headings, facts, notes, captions, channels, comments and explanations are searched."));
    else if (count() == 0)
        m_count->setText(tr("Nowhere in the report."));
    else if (m_model.isCut())
        m_count->setText(chosen() < 0 ? tr("More than %L1 places; the first are listed.").arg(count())
                                      : tr("Place %1 of more than %L2").arg(chosen() + 1).arg(count()));
    else
        m_count->setText(chosen() < 0 ? tr("%n places", nullptr, count())
                                      : tr("Place %1 of %2").arg(chosen() + 1).arg(count()));
}

void FindPanel::showState()
{
    const bool may = mayReplace();
    m_model.setReplacement(may && m_isReplacing ? std::optional(m_replacement->text()) : std::nullopt);
    const auto ticked = int(m_model.ticked().size());
    const bool anyPlace = count() > 0;
    m_back->setEnabled(anyPlace);
    m_on->setEnabled(anyPlace);
    m_replacement->setReadOnly(!may);
    const bool deletes = m_isReplacing && isDeleting();
    m_one->setEnabled(may && m_model.countTickable() > 0 && (m_isReplacing || !isDeleting()));
    m_one->setText(literal::caption(deletes ? tr("Delete this one") : tr("Replace this one")));
    m_all->setEnabled(ticked > 0);
    m_all->setText(literal::caption(tr("Replace the %n ticked", nullptr, ticked)));
    m_all->setVisible(m_isReplacing && !isDeleting());
    m_delete->setEnabled(ticked > 0);
    m_delete->setText(literal::caption(tr("Delete the %n ticked", nullptr, ticked)));
    m_delete->setVisible(deletes);
    const QString tickedWords = tr("%1 ticked, %2 stay as they are").arg(ticked).arg(count() - ticked);
    m_reason->setText(!may                ? whyNot()
            : !m_isReplacing || !anyPlace ? QString()
            : isDeleting()                ? tickedWords + u'\n' + emptyWords()
                                          : tickedWords);
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void FindPanel::replace(const QList<Place> &places)
{
    const QString words = cleanText(m_replacement->text(), Lines::One);
    auto made = replaceText(m_session.report(), m_model.query(), places, words);
    if (!made) {
        Q_EMIT notice(describe(made.error()));
        return;
    }
    if (made->change.steps.isEmpty()) {
        Q_EMIT notice(made->left > 0 ? tr("Nothing was replaced: the new words could not stand there.")
                                     : tr("Nothing was replaced: the words are the same."));
        return;
    }
    constexpr qsizetype kMost = 12; // in the menu
    const QString old = firstCharacters(m_model.query().words, kMost);
    made->change.description = words.isEmpty() ? tr("Delete “%1” in %n places", nullptr, made->count).arg(old)
                                               : tr("Replace “%1” by “%2” in %n places", nullptr, made->count)
                                                     .arg(old, firstCharacters(words, kMost));
    m_session.endMerge();
    const auto done = m_session.edit(made->change);
    if (!done) {
        Q_EMIT notice(describe(done.error()));
        return;
    }
    m_session.endMerge();
    m_words->forgetUndo();
    m_replacement->forgetUndo();
    const QPointer<QWidget> focused = QApplication::focusWidget();
    m_model.refresh();
    if (focused && isAncestorOf(focused) && !focused->isEnabled()) // a button with nothing left to do
        m_replacement->setFocus();
    Q_EMIT notice(sentences({tr("%n places replaced.", nullptr, made->count),
        made->left > 0 ? tr("%n could not take the new words.", nullptr, made->left)
                       : tr("Ctrl+Z takes it back.")}));
}

/// What is still typed in an editor is taken over first: it may be where words are replaced.
void FindPanel::replaceTicked()
{
    if (!mayReplace() || (m_commit && !m_commit()))
        return;
    m_model.refresh();
    replace(m_model.ticked());
}

/// The one that is chosen, and then the next is; none is chosen yet: the first one is.
void FindPanel::replaceChosen()
{
    if (!mayReplace() || (m_commit && !m_commit()))
        return;
    m_isReplacing = true;
    m_model.refresh();
    showState();
    const int row = chosen();
    if (row < 0 || !m_model.index(row).data(Qt::CheckStateRole).isValid()) {
        step(1);
        return;
    }
    const Place place = m_model.placeAt(row);
    replace({place});
    stepBehind(place, row);
}

/// The new words may hold those that are looked for: on behind them.
void FindPanel::stepBehind(const Place &replaced, int row)
{
    if (count() == 0)
        return showCount();
    const qsizetype end = replaced.start() + m_replacement->text().size();
    int next = row;
    while (next < count() && m_model.placeAt(next).whole() == replaced.whole()
        && m_model.placeAt(next).start() < end)
        ++next;
    lead(next < count() ? next : 0, true);
}

void FindPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace nianbao
