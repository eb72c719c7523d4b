// SPDX-License-Identifier: MulanPSL-2.0
#include "doubtcard.h"

#include "appearance.h"
#include "literal.h"
#include "placenames.h"
#include "recognitionlook.h"
#include "richwords.h"
#include "showntext.h"
#include "solvedcell.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace nianbao {

namespace {
constexpr qsizetype kMostQuoted = 60; // characters of the document's words

bool isFigure(const Place &place) { return place.kind() == Place::Kind::Cell; }
} // namespace

DoubtCard::DoubtCard(Mapping &mapping, QWidget *parent)
    : QFrame(parent)
    , m_mapping(mapping)
    , m_head(appearance::label({}, this))
    , m_count(appearance::quietLabel(this))
    , m_words(appearance::label({}, this))
    , m_back(appearance::linkButton(tr("Back"), this))
    , m_next(appearance::linkButton(tr("Next doubt"), this))
    , m_alike(appearance::linkButton({}, this))
    , m_leave(appearance::plainButton({}, this))
    , m_type(appearance::plainButton(tr("Fill in yourself"), this))
    , m_answer(appearance::primaryButton({}, this))
    , m_top(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_below(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("panel"));
    m_head->setObjectName(QStringLiteral("doubtHead"));
    m_words->setObjectName(QStringLiteral("doubtWords"));
    m_count->setObjectName(QStringLiteral("doubtCount"));
    m_leave->setObjectName(QStringLiteral("leaveOut"));
    m_type->setObjectName(QStringLiteral("typeOver"));
    m_answer->setObjectName(QStringLiteral("answerDoubt"));
    m_next->setObjectName(QStringLiteral("nextDoubt"));
    m_back->setObjectName(QStringLiteral("previousDoubt"));
    m_alike->setObjectName(QStringLiteral("alike"));
    literal::setToolTip(m_next, tr("F8"));
    literal::setToolTip(m_back, tr("Shift+F8"));
    m_head->setWordWrap(true);
    m_words->setWordWrap(true);
    m_count->setWordWrap(false);
    for (QPushButton *button : {m_leave, m_type, m_answer})
        button->setAutoDefault(false);
    const int em = fontMetrics().height();
    auto *links = new QHBoxLayout;
    links->addWidget(m_count, 1, Qt::AlignTop);
    links->addWidget(m_alike, 0, Qt::AlignTop);
    links->addWidget(m_back, 0, Qt::AlignTop);
    links->addWidget(m_next, 0, Qt::AlignTop);
    m_top->addWidget(m_head, 1);
    m_top->addLayout(links);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_leave, m_type, m_answer})
        buttons->addWidget(button);
    m_below->addWidget(m_words, 1);
    m_below->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em * 2 / 3, em / 3, em * 2 / 3, em / 3);
    column->setSpacing(em / 4);
    column->addLayout(m_top);
    column->addLayout(m_below);
    connect(m_answer, &QPushButton::clicked, this, &DoubtCard::answer);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        const bool isAnswer = m_mapping.doubts().contains(m_place) && !m_mapping.isSettled(m_place);
        toggle();
        if (isAnswer) // “no” is one as “yes” is: a second click belongs to the next
            Q_EMIT answered();
    });
    connect(m_alike, &QToolButton::clicked, this, [this] {
        m_mapping.confirmAll(m_mapping.alike(m_place));
        Q_EMIT answered();
    });
    connect(m_type, &QPushButton::clicked, this, &DoubtCard::typingRequested);
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT nextRequested(1); });
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT nextRequested(-1); });
    connect(&mapping, &Mapping::changed, this, &DoubtCard::refresh);
    refresh();
}

/// Where words and buttons have no room side by side they stand below each other.
void DoubtCard::resizeEvent(QResizeEvent *event)
{
    constexpr int kNarrow = 34; // em
    const bool isNarrow = width() < kNarrow * fontMetrics().height();
    for (QBoxLayout *line : {m_top, m_below})
        line->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QFrame::resizeEvent(event);
}

void DoubtCard::showPlace(const Place &place)
{
    m_place = place;
    refresh();
}

QString DoubtCard::name() const
{
    if (m_place == Place::channels())
        return tr("Channels and categories");
    return said(placeName(m_mapping.taken(), m_place));
}

/// The document's words, why they are in doubt, what the sums say.
QString DoubtCard::sentences() const
{
    QStringList result;
    const QString source = firstCharacters(m_mapping.source(m_place).simplified(), kMostQuoted);
    if (isFigure(m_place) && !source.isEmpty())
        result.append(tr("The document says “%1”.").arg(source));
    if (const QString why = said(m_mapping.why(m_place)); !why.isEmpty())
        result.append(why);
    if (isFigure(m_place)) {
        const CellId id = m_place.cellId();
        const auto solved = m_mapping.state(m_place) == Recognition::Unreadable
            ? solvedCell(m_mapping.taken(), id, m_mapping.statedTotals())
            : std::nullopt;
        if (solved && !m_mapping.isSettled(m_place))
            result.append(
                tr("By the sums %1 it is %2.")
                    .arg(solved->from.join(tr(", ", "between equations")), solved->value.toString()));
        for (const Finding &finding : m_mapping.arithmetic()) {
            if (finding.cells.contains(id) && m_mapping.doubts().contains(m_place))
                result.append(said(finding.message));
        }
    }
    return result.join(tr(" ", "between sentences"));
}

void DoubtCard::refresh()
{
    const int open = m_mapping.openDoubts();
    const auto all = m_mapping.doubts().size();
    const auto at = m_mapping.doubts().indexOf(m_place);
    m_count->setText(at >= 0 ? tr("doubt %1 of %2, %3 open").arg(at + 1).arg(all).arg(open)
            : open > 0       ? tr("%n doubts open", nullptr, open)
                             : tr("no doubt is open"));
    m_next->setEnabled(open > 0);
    m_back->setEnabled(open > 0);
    const bool isSomewhere = !m_place.isNowhere();
    m_words->setVisible(isSomewhere);
    const auto alike = m_mapping.alike(m_place).size();
    const QString together = tr("Take all %1 alike").arg(alike);
    m_alike->setText(literal::caption(together));
    m_alike->setAccessibleName(together);
    m_alike->setVisible(alike > 1);
    if (!isSomewhere) {
        RichWords()
            .add(open > 0 ? tr("F8 leads through the doubts.") : tr("Everything was recognised."))
            .showIn(m_head);
        for (QPushButton *button : {m_leave, m_type, m_answer})
            button->hide();
        return;
    }
    const Recognition state = m_mapping.state(m_place);
    const bool isSettled = m_mapping.isSettled(m_place);
    const bool isTicked = m_mapping.isTicked(m_place);
    const bool isOpen = at >= 0 && !isSettled;
    const QColor colour = recognition::colour(palette(), state);
    RichWords head;
    if (isOpen && state == Recognition::Sure)
        head.coloured(appearance::levelMark(Level::Error) + u' ' + tr("Does not add up"),
            appearance::levelColour(palette(), Level::Error));
    else
        head.coloured(recognition::mark(state) + u' ' + recognition::word(state), colour);
    head.add(QStringLiteral("  ")).bold(name());
    if (isSettled)
        head.add(QStringLiteral("  "))
            .coloured(
                isTicked ? QStringLiteral("✓ ") + tr("Answered") : QStringLiteral("✗ ") + tr("Left out"),
                isTicked ? appearance::okColour(palette()) : appearance::quiet(palette()));
    head.showIn(m_head);
    m_words->setText(sentences());
    showAnswers(isOpen);
}

void DoubtCard::showAnswers(bool isOpen)
{
    const Recognition state = m_mapping.state(m_place);
    const bool isCell = isFigure(m_place);
    const CellId id = m_place.cellId();
    const CellSpec *spec = isCell ? m_mapping.form()->cell(id) : nullptr;
    const auto value = isCell ? m_mapping.value(id) : std::nullopt;
    const auto solved = isCell && isOpen && state == Recognition::Unreadable && !value
        ? solvedCell(m_mapping.taken(), id, m_mapping.statedTotals())
        : std::nullopt;
    m_solved = solved ? std::optional(solved->value) : std::nullopt;
    m_answer->setVisible(isOpen);
    const QString words = m_solved   ? tr("Fill in %1, next").arg(m_solved->toString())
        : !isCell                    ? tr("Take it, next")
        : !value                     ? tr("Leave it blank, next")
        : state == Recognition::Sure ? tr("Keep %1, next").arg(value->toString())
                                     : tr("Take %1, next").arg(value->toString());
    m_answer->setText(literal::caption(words));
    m_type->setVisible(spec && !spec->isComputed());
    const bool isTicked = m_mapping.isTicked(m_place);
    m_leave->setVisible(!isCell || value);
    const auto computed = spec && spec->isComputed() ? m_mapping.taken().computed(id) : std::nullopt;
    m_leave->setText(literal::caption(!isTicked ? tr("Take it after all")
            : computed && value && computed != value
            ? (isOpen ? tr("Use the sum %1, next") : tr("Use the sum %1")).arg(computed->toString())
            : isOpen ? tr("Leave it out, next")
                     : tr("Leave out")));
}

bool DoubtCard::answer()
{
    if (m_mapping.doubts().indexOf(m_place) < 0 || m_mapping.isSettled(m_place))
        return false;
    if (m_solved) {
        const auto done = m_mapping.correct(m_place.cellId(), m_solved->toString());
        Q_ASSERT(done);
    } else {
        m_mapping.confirm(m_place);
    }
    Q_EMIT answered();
    return true;
}

void DoubtCard::toggle()
{
    if (!m_place.isNowhere())
        m_mapping.setTicked(m_place, !m_mapping.isTicked(m_place));
}

} // namespace nianbao
