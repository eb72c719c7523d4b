// SPDX-License-Identifier: MulanPSL-2.0
#include "narrativepage.h"

#include "appearance.h"
#include "comparison.h"
#include "factfield.h"
#include "flowlayout.h"
#include "illustrationstrip.h"
#include "literal.h"
#include "permitted.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "reportplaces.h"
#include "showntext.h"
#include "textassistant.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace nianbao {

NarrativePage::NarrativePage(Session &session, const Place &subSection, QWidget *parent)
    : EditorPage(session, parent)
    , m_place(subSection)
    , m_number(appearance::titleLabel(this))
    , m_heading(new PlainLineEdit(this))
    , m_guidance(appearance::quietLabel(this))
    , m_count(appearance::quietLabel(this))
    , m_up(appearance::linkButton(tr("Move up"), this))
    , m_down(appearance::linkButton(tr("Move down"), this))
    , m_text(new PlainTextEdit(this))
    , m_assistant(new TextAssistant(session, m_text, [this] { return m_place; }))
    , m_figures(new IllustrationStrip(
          session, [this] { return m_text->paragraph(); }, this))
{
    m_heading->setObjectName(QStringLiteral("heading"));
    m_heading->setAccessibleName(tr("Heading of the sub-section"));
    m_heading->setPlaceholderText(tr("Heading; leave empty for a text without one"));
    appearance::setTextSize(m_heading, 1.25, true);
    m_text->setAccessibleName(tr("Text of the sub-section"));
    m_count->setWordWrap(false);
    m_text->setMinimumHeight(fontMetrics().height() * 8); // a lower page is scrolled
    auto *add = appearance::linkButton(tr("Add a sub-section after this"), this);
    auto *drop = appearance::linkButton(tr("Delete"), this);
    m_deeds = {add, m_up, m_down, drop};
    auto *figure = appearance::linkButton(tr("Insert a live figure"), this);
    figure->setObjectName(QStringLiteral("insertLive"));
    literal::setToolTip(figure, tr("A figure of the tables that follows them. Typing = does the same."));
    auto *draft = appearance::linkButton(tr("Draft a paragraph ▾"), this);
    draft->setObjectName(QStringLiteral("draftParagraph"));
    draft->setPopupMode(QToolButton::InstantPopup);
    draft->setMenu(new QMenu(draft));
    m_assistant->fillDraftMenu(draft->menu());
    const int em = fontMetrics().height();
    auto *head = new QHBoxLayout;
    head->addWidget(m_number);
    head->addWidget(m_heading, 1);
    auto *actions = new FlowLayout;
    for (QToolButton *button : {figure, draft, add, m_up, m_down, drop})
        actions->addWidget(button);
    auto *line = new QHBoxLayout;
    line->addLayout(actions, 1);
    line->addWidget(m_count, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->addLayout(head);
    layout->addWidget(m_guidance);
    layout->addLayout(line);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_figures);
    m_text->setOtherPaste(&IllustrationStrip::holdsPictures,
        [this](const QMimeData *source) { m_figures->insertPictures(source); });
    connect(m_figures, &IllustrationStrip::notice, this, &NarrativePage::notice);
    connect(m_assistant, &TextAssistant::notice, this, &NarrativePage::notice);
    connect(m_assistant, &TextAssistant::commentRequested, this, &EditorPage::commentRequested);
    connect(figure, &QToolButton::clicked, this, [this] { m_assistant->chooseFigure(); });
    setFocusProxy(m_text);

    m_heading->leadTo(m_text);

    connect(m_heading, &PlainLineEdit::textCommitted, this, [this](const QString &heading) {
        if (!take(Change::of(tr("Heading"), SetHeading{m_place.sectionId(), m_place.index(), heading},
                Place::heading(m_place.sectionId(), m_place.index()).toString())))
            m_heading->refuse();
    });
    connect(m_text, &PlainTextEdit::textCommitted, this, [this](const QString &text) {
        if (!take(Change::of(tr("Text of %1").arg(placeName()),
                SetText{m_place.sectionId(), m_place.index(), text}, m_place.toString())))
            m_text->refuse();
    });
    connect(m_text, &QTextEdit::cursorPositionChanged, this, &EditorPage::placeChanged);
    bindRuns(session, m_heading);
    bindRuns(session, m_text);
    connect(m_text, &PlainTextEdit::notice, this, &NarrativePage::notice);
    connect(add, &QToolButton::clicked, this, &NarrativePage::addAfter);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(drop, &QToolButton::clicked, this, &NarrativePage::remove);
    connect(&session, &Session::changed, this, &NarrativePage::follow);
    for (QWidget *writer : std::initializer_list<QWidget *>{figure, draft, add, drop})
        enableWhile(session, Permissions::Action::EditContent, writer);
    writableWhile(session, Permissions::Action::EditContent, m_heading);
    writableWhile(session, Permissions::Action::EditContent, m_text);
    followPermissions(session, this, [this] { showMoves(); }); // no more: what is refused just now stays
    showReport();
}

bool NarrativePage::exists() const { return textAt(session().report(), m_place).has_value(); }

SubSection NarrativePage::content() const
{
    return session().report().subSections(m_place.sectionId()).value(m_place.index());
}

Place NarrativePage::currentPlace() const
{
    return m_heading->hasFocus() ? m_place : m_place.inParagraph(m_text->paragraph());
}

/// The sub-section may stand at another place now. When it is gone, what took its place is shown; a page that
/// has nothing left to show stays where it is, for an undo to fill it again.
void NarrativePage::follow(const Delta &delta)
{
    const auto place = delta.structure && isEnabled() ? moved(m_place, delta, session().report()) : m_place;
    const bool isElsewhere = place && *place != m_place;
    if (isElsewhere)
        m_place = *place;
    if (delta.sections.contains(m_place.sectionId()))
        showReport();
    else if (exists() && (!delta.cells.isEmpty() || delta.channels || delta.prior))
        showCount(); // live figures follow the tables
    if (isElsewhere)
        Q_EMIT placeChanged();
}

/// What belongs here: of the aspect with this heading, else of the section.
QString NarrativePage::guidance() const
{
    const SectionSpec *section = session().report().spec().section(m_place.sectionId());
    for (const Aspect &aspect : section->aspects) {
        if (aspect.heading == content().heading)
            return aspect.guidance;
    }
    return section->guidance;
}

bool NarrativePage::take(const Change &typed)
{
    if (!exists())
        return true;
    const auto done = session().edit(typed);
    if (!done)
        Q_EMIT notice(refusal(session(), done.error()));
    return done.has_value();
}

/// For the undo menu: "（二）主动公开情况", or the section when there is no heading.
QString NarrativePage::placeName() const
{
    const QString heading = shownHeadings(session().report(), m_place.sectionId()).value(m_place.index());
    return heading.isEmpty() ? session().report().spec().section(m_place.sectionId())->heading() : heading;
}

void NarrativePage::showReport()
{
    setEnabled(exists());
    if (!exists()) { // taken away by an undo: the window leads elsewhere
        m_number->clear();
        m_heading->showText({});
        m_text->showText({});
        m_guidance->clear();
        m_count->clear();
        return;
    }
    const auto subSections = session().report().subSections(m_place.sectionId());
    QString number = numberedHeadings(subSections).at(m_place.index());
    number.chop(content().heading.size());
    m_number->setText(number);
    m_number->setVisible(!number.isEmpty());
    m_figures->setPlace(m_place);
    m_heading->showText(content().heading);
    m_text->showText(content().text);
    m_assistant->showMarks();
    m_guidance->setText(guidance());
    showMoves();
    showCount();
}

void NarrativePage::showMoves()
{
    const bool mayMove = session().permissions().may(Permissions::Action::EditContent);
    const auto last = session().report().subSections(m_place.sectionId()).size() - 1;
    m_up->setEnabled(mayMove && m_place.index() > 0);
    m_down->setEnabled(mayMove && m_place.index() < last);
}

void NarrativePage::showCount()
{
    const qsizetype count = characterCount(shownTextOf(session().report(), m_place).text);
    const bool takenOver = isTakenOver(session().report(), m_place.sectionId(), m_place.index());
    m_count->setText(takenOver ? tr("%1 characters, word for word last year's").arg(count)
                               : tr("%1 characters").arg(count));
    appearance::setInk(m_count, takenOver ? Colour::Explain : Colour::Quiet);
}

void NarrativePage::goTo(const Place &place)
{
    if (place.owner().kind() == Place::Kind::Illustration)
        m_figures->goToCaption(place);
    else if (place.owner() != m_place)
        return;
    else if (place.kind() == Place::Kind::Heading || content() == SubSection())
        goToField(m_heading->objectName(), place); // a new one begins with its name
    else if (place.length() > 0)
        m_text->goToPassage(place.start(), place.length());
    else
        m_text->goToParagraph(place.paragraph());
}

void NarrativePage::markFound(const QList<Place> &places) { m_text->showFound(passagesIn(places, m_place)); }

void NarrativePage::addAfter()
{
    if (!commitOpenEditor())
        return;
    const Place fresh = Place::subSection(m_place.sectionId(), m_place.index() + 1);
    if (edit(Change::of(tr("New sub-section"), InsertSubSection{fresh.sectionId(), fresh.index(), {}})))
        Q_EMIT placeRequested(fresh.inParagraph(0));
}

void NarrativePage::move(int by)
{
    if (!commitOpenEditor())
        return;
    const int from = m_place.index();
    if (edit(Change::of(tr("Move a sub-section"), MoveSubSection{m_place.sectionId(), from, from + by})))
        Q_EMIT placeRequested(m_place.inParagraph(m_text->paragraph())); // from the button back to the text
}

void NarrativePage::remove()
{
    commitOpenEditor(); // what it cannot write is deleted anyway
    if (!edit(Change::of(tr("Delete a sub-section"), RemoveSubSection{m_place.sectionId(), m_place.index()})))
        return;
    Q_EMIT notice(tr("The sub-section was deleted. Undo brings it back."));
    Q_EMIT placeRequested(Place::section(m_place.sectionId()));
}

} // namespace nianbao
