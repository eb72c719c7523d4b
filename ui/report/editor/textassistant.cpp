// SPDX-License-Identifier: MulanPSL-2.0
#include "textassistant.h"

#include "errorwords.h"
#include "findingactions.h"
#include "literal.h"
#include "livefigures.h"
#include "paragraphs.h"
#include "plaintextedit.h"

#include <QMenu>
#include <QTextBlock>

namespace nianbao {

TextAssistant::TextAssistant(Session &session, PlainTextEdit *edit, std::function<Place()> text)
    : QObject(edit), m_session(session), m_edit(edit), m_text(std::move(text))
{
    connect(edit, &PlainTextEdit::menuRequested, this, &TextAssistant::extendMenu);
    connect(edit, &PlainTextEdit::equalsTyped, this, [this] { chooseFigure(LivePicker::Opened::ByEquals); });
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (!delta.cells.isEmpty() || delta.channels || delta.prior)
            showValues();
    });
    connect(&session, &Session::findingsChanged, this, &TextAssistant::showMarks);
    showValues();
    showMarks();
}

void TextAssistant::showValues()
{
    m_edit->setLiveValues([this](const QString &expression) {
        return shownText(m_session.report(), liveMarkup(expression)).text;
    });
}

void TextAssistant::showMarks()
{
    constexpr qsizetype kMostMarks = 500; // more are drawn for seconds and tell nobody anything
    QList<TextMark> marks;
    const Place text = m_text();
    for (const Finding &finding : m_session.findings()) {
        if (marks.size() < kMostMarks && finding.place.hasRange() && finding.place.whole() == text
            && !finding.explained)
            marks.append(
                {finding.place.start(), finding.place.length(), finding.level, said(finding.message)});
    }
    m_edit->showMarks(marks);
}

bool TextAssistant::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

void TextAssistant::extendMenu(QMenu *menu, qsizetype at)
{
    if (m_session.permissions().may(Permissions::Action::Comment)) {
        menu->addSeparator();
        auto *comment = new QAction(tr("Add a comment…\tCtrl+Alt+M"), menu);
        connect(comment, &QAction::triggered, this, &TextAssistant::commentRequested);
        menu->addAction(comment);
    }
    if (!m_session.permissions().may(Permissions::Action::EditContent))
        return;
    QAction *before = menu->actions().isEmpty() ? nullptr : menu->actions().first();
    const auto add = [&](const QString &words, const std::function<void()> &work) {
        QAction *action = literal::addAction(menu, words);
        connect(action, &QAction::triggered, this, work);
        menu->insertAction(before, action);
    };
    bool any = false;
    const Findings findings = m_session.findings();
    for (const Finding &finding : findings) {
        const Place &place = finding.place;
        if (place.whole() != m_text() || !place.hasRange() || at < place.start()
            || at > place.start() + place.length())
            continue;
        any = true;
        for (const auto &offer : findingActions::corrections(m_session.report(), finding))
            add(offer.words, [this, change = offer.change] { edit(change); });
        if (findingActions::mayBeAllowed(finding))
            add(tr("“%1” is right here").arg(finding.excerpt),
                [this, finding] { edit(findingActions::allow(m_session.report(), finding)); });
        if (finding.level == Level::Hint)
            add(tr("Put the hint aside"), [this, finding] { edit(findingActions::putAside(finding)); });
    }
    const QString live = m_edit->liveExpressionAt(at);
    if (!live.isEmpty()) {
        any = true;
        add(tr("Live figure: %1 — make it plain text").arg(said(liveLabel(m_session.report(), live))),
            [this, at, live] {
                const LiveValue value = evaluateLive(m_session.report(), live);
                m_edit->goToPassage(at, liveMarkup(live).size());
                m_edit->insertStored(value.text);
            });
    }
    auto *insert = new QAction(tr("Insert a live figure…\t="), menu); // the menu's own way to show a key
    connect(insert, &QAction::triggered, this, [this] { chooseFigure(); });
    menu->insertAction(before, insert);
    auto *drafts = new QMenu(tr("Draft a paragraph"), menu);
    fillDraftMenu(drafts);
    menu->insertMenu(before, drafts);
    if (any && before)
        menu->insertSeparator(before);
}

void TextAssistant::chooseFigure(LivePicker::Opened opened)
{
    auto *picker = new LivePicker(m_session.report(), opened, m_edit);
    connect(picker, &LivePicker::chosen, m_edit, [this](const QString &expression) {
        m_edit->insertStored(liveMarkup(expression));
        m_edit->setFocus();
        m_edit->commitOpenEditor();
    });
    connect(picker, &LivePicker::givenUp, m_edit, [this, opened] {
        if (opened == LivePicker::Opened::ByEquals)
            m_edit->insertStored(QStringLiteral("="));
        m_edit->setFocus();
    });
    m_edit->ensureCursorVisible(); // there it will stand
    const QRect cursor = m_edit->cursorRect();
    picker->showAt(QRect(m_edit->viewport()->mapToGlobal(cursor.topLeft()), cursor.size()));
}

void TextAssistant::fillDraftMenu(QMenu *menu)
{
    const QList<DraftSpec> drafts = m_session.report().spec().drafts;
    for (const DraftSpec &draft : drafts) {
        connect(literal::addAction(menu, draft.name), &QAction::triggered, this, [this, draft] {
            const QString paragraph = draftParagraph(m_session.report(), draft);
            insertParagraph(paragraph);
            Q_EMIT notice(paragraph.contains(QStringLiteral("{{"))
                    ? tr("A draft was put in. Read it and make it your own; its figures follow the tables.")
                    : tr("A draft was put in. No table tells whether it was so: read it, and correct what "
                         "was not."));
        });
    }
}

/// As a paragraph of its own behind the cursor's.
void TextAssistant::insertParagraph(const QString &stored)
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.movePosition(QTextCursor::EndOfBlock);
    m_edit->setTextCursor(cursor);
    const bool isEmpty = cursor.block().text().trimmed().isEmpty();
    m_edit->insertStored(isEmpty ? stored : u'\n' + stored);
    m_edit->setFocus();
    m_edit->commitOpenEditor();
}

} // namespace nianbao
