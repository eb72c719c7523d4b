// SPDX-License-Identifier: MulanPSL-2.0
#include "movedialog.h"

#include "appearance.h"
#include "cards.h"
#include "clock.h"
#include "commentactions.h"
#include "digest.h"
#include "errorwords.h"
#include "focusedview.h"
#include "literal.h"
#include "placenames.h"
#include "reviewwords.h"
#include "settings.h"
#include "showntext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace nianbao {

namespace {

QString nextReader(const Review &review, int step) { return stepWords(review.steps().value(step - 1)); }

/// As the form of a sign-off sheet has it: the step whose turn it is; whoever else, what they are in the
/// house.
QString personWords(ReviewAction action, const Review &review)
{
    constexpr qsizetype kMost = 20;
    switch (action) {
    case ReviewAction::Forward:
    case ReviewAction::Return:
    case ReviewAction::Approve: {
        const QString role = review.steps().value(review.step - 1).role;
        return role.isEmpty()
            ? MoveDialog::tr("Who reads it")
            : MoveDialog::tr("%1 by", "a step of the chain").arg(firstCharacters(role, kMost));
    }
    case ReviewAction::Reopen: return MoveDialog::tr("Who reopens it"); // of either desk
    case ReviewAction::Send:
    case ReviewAction::Withdraw:
    case ReviewAction::Submit:
    case ReviewAction::Publish:
    case ReviewAction::Correct: break;
    }
    return MoveDialog::tr("Who acts");
}

/// What is missing, as the panel of the findings shows it.
class MissingCard final : public CardDelegate {
public:
    enum Role { kLevel = Qt::UserRole, kTitle, kMessage, kPlace };
    using CardDelegate::CardDelegate;

protected:
    Card cardOf(const QPalette &palette, const QModelIndex &index) const override
    {
        const auto level = Level(index.data(kLevel).toInt());
        return {appearance::levelColour(palette, level), index.data(kTitle).toString(),
            index.data(kMessage).toString(), index.data(kPlace).toString()};
    }
};

Place ledTo(const Finding &finding)
{
    return finding.cells.isEmpty() || finding.place.hasRange() ? finding.place
                                                               : Place::cell(finding.cells.first());
}

void addMissing(QListWidget &list, const Report &report, const Finding &finding)
{
    const QString title = QStringLiteral("%1 %2　%3")
                              .arg(appearance::levelMark(finding.level), appearance::levelWord(finding.level),
                                  said(finding.title));
    const QString message = said(finding.message);
    auto *item = new QListWidgetItem(title + QStringLiteral("　") + message, &list);
    item->setData(MissingCard::kLevel, int(finding.level));
    item->setData(MissingCard::kTitle, title);
    item->setData(MissingCard::kMessage, message);
    item->setData(MissingCard::kPlace, said(partName(report, ledTo(finding).whole())));
}

QString missingWords(const Findings &open)
{
    const int errors = count(open, Level::Error);
    const int explain = count(open, Level::Explain);
    return errors == 0 ? MoveDialog::tr("First explain these %1: Enter leads there.").arg(explain)
        : explain == 0 ? MoveDialog::tr("First mend these %1 errors: Enter leads there.").arg(errors)
                       : MoveDialog::tr("First these %1, %2 errors and %3 to explain: Enter leads there.")
                             .arg(errors + explain)
                             .arg(errors)
                             .arg(explain);
}

QString whatHappens(ReviewAction action, const Review &review)
{
    switch (action) {
    case ReviewAction::Send: break;
    case ReviewAction::Withdraw:
        return MoveDialog::tr("It comes back to be edited. Nobody has agreed to it yet.");
    case ReviewAction::Forward:
        return MoveDialog::tr("Next reads: %1.").arg(nextReader(review, review.step + 1));
    case ReviewAction::Return:
        return MoveDialog::tr(
            "It goes back to whoever writes it, who sees the reason first and then the comments "
            "one by one.");
    case ReviewAction::Approve:
        return MoveDialog::tr(
            "After that its content cannot be edited any more. To edit it all the same, reopen it "
            "and say why: the history keeps that.");
    case ReviewAction::Reopen:
        return MoveDialog::tr(
            "The approval ends; its seal stays in the history. The content can be edited again and "
            "passes the whole chain once more.");
    case ReviewAction::Submit:
    case ReviewAction::Publish: return {};
    case ReviewAction::Correct:
        return MoveDialog::tr(
            "This report has left the house. Revision %1 begins, and what is corrected is printed at "
            "the end of section six.")
            .arg(review.revision + 1);
    }
    return MoveDialog::tr(
        "Next reads: %1. While it is read its content cannot be edited; until somebody agreed it "
        "can be withdrawn.")
        .arg(nextReader(review, 1));
}

/// What the words are called; empty: this move has none.
QString wordsName(ReviewAction action)
{
    switch (action) {
    case ReviewAction::Forward:
    case ReviewAction::Approve: return MoveDialog::tr("Opinion");
    case ReviewAction::Return:
    case ReviewAction::Reopen: return MoveDialog::tr("Reason");
    case ReviewAction::Correct: return MoveDialog::tr("What is corrected, and why");
    case ReviewAction::Send:
    case ReviewAction::Withdraw:
    case ReviewAction::Submit:
    case ReviewAction::Publish: break;
    }
    return {};
}

/// What this step of the chain said before, if the report says what it said then; empty: it has not, or the
/// report has changed.
QString earlierOpinion(const Session &session)
{
    const Review &review = session.report().review();
    for (auto move = int(review.events.size()); move > 0; --move) {
        const ReviewEvent &event = review.events[move - 1];
        if (!hasOpinion(event.action) || event.step != review.step || event.words.isEmpty())
            continue;
        const auto picture = session.pictureAt(move);
        const bool isSame = picture && *picture && contentDigest(**picture) == session.contentDigest();
        return isSame ? event.words : QString();
    }
    return {};
}

} // namespace

MoveDialog::MoveDialog(Session &session, ReviewAction action, QString &draft, QWidget *parent)
    : FittedDialog(parent, 32)
    , m_session(session)
    , m_action(action)
    , m_draft(draft)
    , m_column(new QVBoxLayout(inside()))
    , m_lacks(appearance::quietLabel(this))
    , m_wrong(appearance::label({}, this))
    , m_do(appearance::primaryButton(moveWords(action), this))
{
    setObjectName(toString(action) + QStringLiteral("Dialog"));
    setWindowTitle(literal::windowTitle(moveWords(action)));
    QLabel *head = appearance::titleLabel(this);
    head->setText(tr("%1: %2 %3")
                      .arg(moveWords(action), session.report().fact(fact::kName),
                          QString::number(session.report().year())));
    head->setWordWrap(true);
    auto *about = appearance::quietLabel(this);
    about->setText(whatHappens(action, session.report().review()));
    m_column->setContentsMargins({});
    m_column->setSpacing(fontMetrics().height() / 2);
    m_column->addWidget(head);
    m_column->addWidget(about);
    if (mustBeReady(action))
        addUnready();
    addWho();
    addWords();
    m_wrong->setObjectName(QStringLiteral("wrong"));
    m_wrong->setWordWrap(true);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, appearance::levelColour(palette(), Level::Error));
    m_wrong->setPalette(red);
    m_wrong->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_do->setObjectName(QStringLiteral("doIt"));
    m_do->setDefault(true);
    buttons->addButton(m_do, QDialogButtonBox::AcceptRole);
    m_lacks->setObjectName(QStringLiteral("lacks"));
    layout()->addWidget(m_wrong); // both in sight, however long the rest is
    layout()->addWidget(m_lacks);
    setButtons(buttons);
    showLacking();
    connect(buttons, &QDialogButtonBox::accepted, this, &MoveDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &MoveDialog::reject);
}

/// What is missing, each a line that leads there.
void MoveDialog::addUnready()
{
    const Findings open = m_session.unready();
    const int comments = commentActions::countOpen(m_session.report());
    if (open.isEmpty()) {
        auto *ready = appearance::label(tr("✓ No error is open, everything is explained."), this);
        QPalette green = palette();
        green.setColor(QPalette::WindowText, appearance::okColour(palette()));
        ready->setPalette(green);
        m_column->addWidget(ready);
    } else {
        auto *missing = new FocusedView<QListWidget>(this);
        missing->setObjectName(QStringLiteral("missing"));
        missing->setAccessibleName(tr("What is missing"));
        missing->setItemDelegate(new MissingCard(missing));
        missing->setResizeMode(QListView::Adjust);
        missing->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        constexpr int kCard = 7; // heights of a line: one is seen whole
        missing->setMinimumHeight(kCard * fontMetrics().height());
        for (const Finding &finding : open)
            addMissing(*missing, m_session.report(), finding);
        auto *why = appearance::label(missingWords(open), this);
        why->setObjectName(QStringLiteral("missingCount"));
        why->setWordWrap(true);
        m_column->addWidget(why);
        m_column->addWidget(missing, 1);
        connect(missing, &QListWidget::itemActivated, this, [this, missing, open](QListWidgetItem *item) {
            m_wanted = ledTo(open[missing->row(item)]);
            reject();
        });
        missing->setCurrentRow(0);
        m_isReady = false;
    }
    if (const int year = m_session.report().year(); now().date() <= QDate(year, 12, 31)) {
        auto *early = appearance::label(
            tr("◆ The report is about all of %1, and that year is not over yet.").arg(year), this);
        early->setObjectName(QStringLiteral("yearNotOver"));
        early->setWordWrap(true);
        QPalette amber = palette();
        amber.setColor(QPalette::WindowText, appearance::levelColour(palette(), Level::Explain));
        early->setPalette(amber);
        m_column->addWidget(early);
    }
    if (comments > 0) {
        auto *left = appearance::quietLabel(this);
        left->setObjectName(QStringLiteral("openComments"));
        left->setText(m_action == ReviewAction::Send
                ? tr("%1 comments are not resolved; whoever reads it sees them.").arg(comments)
                : tr("%1 comments are not resolved. They hinder nothing.").arg(comments));
        m_column->addWidget(left);
    }
}

void MoveDialog::addWho()
{
    auto *row = new QHBoxLayout;
    m_whoName = appearance::label(personWords(m_action, m_session.report().review()), this);
    m_whoName->setObjectName(QStringLiteral("whoName"));
    m_who = new QLineEdit(settings::knownUserName(), this);
    m_who->setObjectName(QStringLiteral("who"));
    m_whoName->setBuddy(m_who);
    row->addWidget(m_whoName);
    row->addWidget(m_who, 1);
    m_column->addLayout(row);
    connect(m_who, &QLineEdit::textChanged, this, &MoveDialog::showLacking);
}

void MoveDialog::addWords()
{
    const QString name = wordsName(m_action);
    if (name.isEmpty())
        return;
    m_words = new QPlainTextEdit(this);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(name);
    m_words->setTabChangesFocus(true);
    m_words->setPlainText(!m_draft.isEmpty() ? m_draft : hasOpinion(m_action) ? tr("Agreed.") : QString());
    m_words->selectAll();
    connect(m_words, &QPlainTextEdit::textChanged, this, &MoveDialog::showLacking);
    m_words->setMinimumHeight(fontMetrics().height() * 4);
    if (m_action == ReviewAction::Approve) // what is sealed needs the room
        m_words->setMaximumHeight(fontMetrics().height() * 4);
    auto *label = appearance::label(name, this);
    label->setBuddy(m_words);
    m_column->addWidget(label);
    m_column->addWidget(m_words, 1);
    if (hasOpinion(m_action))
        offerEarlierOpinion();
    m_words->setFocus();
}

/// With one key, when nothing that was seen then is another now. Who signs types a passphrase still.
void MoveDialog::offerEarlierOpinion()
{
    const QString earlier = earlierOpinion(m_session);
    if (earlier.isEmpty())
        return;
    constexpr qsizetype kShown = 40;
    auto *again = appearance::plainButton(
        tr("As before, nothing changed (Alt+Y): “%1”").arg(firstCharacters(earlier.simplified(), kShown)),
        this);
    again->setObjectName(QStringLiteral("earlierOpinion"));
    again->setShortcut(Qt::ALT | Qt::Key_Y);
    connect(again, &QPushButton::clicked, this, [this, earlier] {
        m_words->setPlainText(earlier);
        if (m_action == ReviewAction::Forward)
            accept();
    });
    m_column->addWidget(again);
}

QString MoveDialog::lacking() const
{
    if (!m_isReady)
        return tr("First what is listed above.");
    if (who().isEmpty())
        return tr("Still missing: the name (%1).").arg(m_whoName->text());
    if (hasReason(m_action) && m_words->toPlainText().trimmed().isEmpty())
        return m_action == ReviewAction::Correct ? tr("Still missing: what is corrected, and why.")
                                                 : tr("Still missing: the reason.");
    return {};
}

void MoveDialog::showLacking()
{
    const QString what = lacking();
    m_lacks->setText(what);
    m_lacks->setVisible(!what.isEmpty());
    m_do->setEnabled(what.isEmpty());
}

void MoveDialog::nameWhoActs(bool isTheirTurn)
{
    m_whoName->setText(isTheirTurn ? personWords(m_action, m_session.report().review()) : tr("Who acts"));
}

QString MoveDialog::who() const { return m_who->text().trimmed(); }

void MoveDialog::say(const QString &what)
{
    m_wrong->setText(what);
    m_wrong->setVisible(!what.isEmpty());
}

void MoveDialog::accept()
{
    ReviewMove move{m_action, who(), now().toUTC().toString(Qt::ISODate)};
    if (m_words)
        move.words = m_words->toPlainText().trimmed();
    say({});
    if (!complete(move))
        return;
    if (const auto done = m_session.move(move); !done)
        return say(describe(done.error()));
    settings::learnUserName(who());
    m_draft.clear();
    FittedDialog::accept();
}

void MoveDialog::reject()
{
    if (m_words)
        m_draft = m_words->toPlainText();
    FittedDialog::reject();
}

} // namespace nianbao
