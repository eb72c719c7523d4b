// SPDX-License-Identifier: MulanPSL-2.0
#include "plaintextedit.h"

#include "appearance.h"
#include "besidewindow.h"
#include "bounds.h"
#include "cleantext.h"
#include "closeddocument.h"
#include "foundground.h"
#include "literal.h"
#include "textaccess.h"
#include "textzoom.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

constexpr qsizetype kMostMarks = 1000; // each slows every key; who has more goes by the list
constexpr int kLineHeightPercent = 165;
constexpr qsizetype kHtmlPerCharacter = 8; // of an office program's clipboard
constexpr qsizetype kMostPasted = 15'000; // characters at once, twenty pages: checked in a moment
constexpr qsizetype kReadAtOnce = 2 * kMostPasted; // more is looked at beside the window
const QString kStoredText = QStringLiteral("application/x-nianbao-text");

} // namespace

QString plainWords(const QString &pasted)
{
    QStringList paragraphs = cleanText(pasted).split(u'\n');
    for (QString &paragraph : paragraphs) {
        while (paragraph.startsWith(u' ') || paragraph.startsWith(QChar(0x3000)))
            paragraph.remove(0, 1); // the program indents
        while (paragraph.endsWith(u' '))
            paragraph.chop(1);
    }
    return paragraphs.join(u'\n');
}

PlainTextEdit::PlainTextEdit(QWidget *parent, Look look)
    : QTextEdit(parent), PendingEdit(this, Lines::Many), m_live(new LiveText(document())), m_look(look)
{
    textaccess::install();
    setObjectName(QStringLiteral("textEdit"));
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            wordsTyped();
    });
    connect(
        this, &QTextEdit::cursorPositionChanged, this, [this] { m_isPlaced = m_isPlaced || !m_isShowing; });
    dress();
    if (m_look == Look::Paper)
        TextZoom::ofThisPerson().dress(this);
}

void PlainTextEdit::dress()
{
    if (m_look == Look::Paper) {
        QFont paper = appearance::scaled(font(), 1.25);
        paper.setFamilies({QStringLiteral("FandolFang"), QStringLiteral("FangSong"), QStringLiteral("仿宋"),
            QStringLiteral("Noto Serif CJK SC")});
        document()->setDefaultFont(paper);
        document()->setDocumentMargin(fontMetrics().height());
    } else {
        document()->setDefaultFont(font());
        document()->setDocumentMargin(fontMetrics().height() / 4.0);
    }
    formatParagraphs(true);
}

/// New paragraphs inherit this; a text shown anew needs it again. Only those that lack it are touched: each
/// is laid out anew.
void PlainTextEdit::formatParagraphs(bool anew)
{
    if (m_look == Look::Form)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    QTextBlockFormat format;
    format.setTextIndent(2 * QFontMetricsF(document()->defaultFont()).horizontalAdvance(QChar(u'字')));
    format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
    const auto isDressed = [&](const QTextBlock &block) {
        return !anew && block.blockFormat().lineHeightType() == QTextBlockFormat::ProportionalHeight;
    };
    QTextCursor change(document());
    change.beginEditBlock();
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        if (isDressed(block))
            continue;
        change.setPosition(block.position());
        change.mergeBlockFormat(format);
    }
    change.endEditBlock();
}

void PlainTextEdit::showWords(const QString &wanted)
{
    if (text() == wanted)
        return;
    setWordWrapMode(typing::wrapModeFor(wanted)); // before it is laid out
    const LiveText::Difference what = m_live->difference(wanted);
    const bool isFirst = document()->isEmpty();
    const QScopedValueRollback showing(m_isShowing, true);
    QTextCursor change(document());
    change.beginEditBlock();
    change.setPosition(what.from);
    change.setPosition(what.to, QTextCursor::KeepAnchor);
    change.removeSelectedText();
    m_live->insert(change, what.words);
    change.endEditBlock();
    formatParagraphs();
    if (!isFirst)
        setTextCursor(change);
}

/// Qt shows where the cursor is. Of a text into which nobody has gone that is its end, where typing goes on;
/// it is read from its beginning.
void PlainTextEdit::showEvent(QShowEvent *event)
{
    QTextEdit::showEvent(event);
    if (!std::exchange(m_wasShown, true) && !m_isPlaced)
        verticalScrollBar()->setValue(0);
}

std::pair<int, int> PlainTextEdit::selection() const
{
    return {textCursor().position(), textCursor().anchor()};
}

void PlainTextEdit::goToParagraph(int paragraph)
{
    endRun();
    if (paragraph >= 0) {
        QTextCursor cursor(document()->findBlockByNumber(std::min(paragraph, document()->blockCount() - 1)));
        cursor.movePosition(QTextCursor::EndOfBlock);
        setTextCursor(cursor);
        m_isPlaced = true;
    }
    if (m_isPlaced)
        ensureCursorVisible();
    setFocus();
}

void PlainTextEdit::insertStored(const QString &stored)
{
    asOneStep([&] {
        QTextCursor cursor = textCursor();
        cursor.removeSelectedText();
        m_live->insert(cursor, stored);
        setTextCursor(cursor);
        formatParagraphs();
        ensureCursorVisible();
    });
}

void PlainTextEdit::showMarks(const QList<TextMark> &marks)
{
    m_marks = marks.mid(0, kMostMarks);
    dressPassages();
}

void PlainTextEdit::showFound(const QList<std::pair<qsizetype, qsizetype>> &passages)
{
    m_found = passages.mid(0, kMostMarks);
    dressPassages();
}

void PlainTextEdit::dressPassages()
{
    QList<ExtraSelection> selections;
    const auto add = [&](qsizetype start, qsizetype length, const auto &dress) {
        ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        const int end = document()->characterCount() - 1; // what was found may be gone since
        selection.cursor.setPosition(std::min(m_live->toDocument(start), end));
        selection.cursor.setPosition(
            std::min(m_live->toDocument(start + length), end), QTextCursor::KeepAnchor);
        dress(selection.format);
        selections.append(selection);
    };
    for (const auto &[start, length] : std::as_const(m_found))
        add(start, length,
            [this](QTextCharFormat &format) { format.setBackground(appearance::foundGround(palette())); });
    for (const TextMark &mark : std::as_const(m_marks)) {
        add(mark.start, mark.length, [&](QTextCharFormat &format) {
            if (mark.level) {
                format.setUnderlineStyle(
                    *mark.level == Level::Hint ? QTextCharFormat::DotLine : QTextCharFormat::WaveUnderline);
                format.setUnderlineColor(appearance::levelColour(palette(), *mark.level));
            } else {
                format.setBackground(appearance::computedGround(palette()));
            }
        });
    }
    setExtraSelections(selections);
}

void PlainTextEdit::goToPassage(qsizetype start, qsizetype length)
{
    endRun();
    QTextCursor cursor(document());
    cursor.setPosition(m_live->toDocument(start));
    cursor.setPosition(m_live->toDocument(start + length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

qsizetype PlainTextEdit::storedPosition(const QPoint &place) const
{
    return m_live->toStored(cursorForPosition(place).position());
}

QString PlainTextEdit::liveExpressionAt(qsizetype storedPosition) const
{
    return m_live->expressionAt(m_live->toDocument(storedPosition));
}

void PlainTextEdit::inputMethodEvent(QInputMethodEvent *event)
{
    compose(event, [&] {
        QInputMethodEvent typed(event->preeditString(), event->attributes());
        typed.setCommitString(
            cleanText(event->commitString()), event->replacementStart(), event->replacementLength());
        QTextEdit::inputMethodEvent(&typed);
        event->setAccepted(typed.isAccepted());
    });
}

bool PlainTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasHtml() || (m_otherWanted && m_otherWanted(source));
}

void PlainTextEdit::setOtherPaste(
    std::function<bool(const QMimeData *)> wanted, std::function<void(const QMimeData *)> take)
{
    m_otherWanted = std::move(wanted);
    m_takeOther = std::move(take);
}

/// Each paste is a step of its own. (A drop moves words within the text: both halves are one step.)
void PlainTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_otherWanted && m_otherWanted(source)) {
        commitOpenEditor(); // it takes its place after the paragraph as it is now
        m_takeOther(source);
        return;
    }
    if (m_drop == Drop::None)
        asOneStep([&] { pasteWords(source); });
    else if (!pasteWords(source))
        m_drop = Drop::Refused;
}

/// What a clipboard's words are made of: values, so that many may be made plain in any thread.
struct PlainTextEdit::Copied {
    bool isOurs = false; // with live figures, which stay live
    QString text{};
    QString html{};

    explicit Copied(const QMimeData &source)
        : isOurs(source.hasFormat(kStoredText))
        , text(isOurs ? QString::fromUtf8(source.data(kStoredText)) : source.text())
        , html(isOurs || source.hasText() ? QString() : source.html())
    { }
    /// Not cleaned where they are too many.
    QString words() const
    {
        if (html.size() > kHtmlPerCharacter * bounds::kText)
            return html;
        const ClosedDocument closed;
        const QString found
            = html.isEmpty() ? text : QTextDocumentFragment::fromHtml(html, &closed).toPlainText();
        if (found.size() > kReadAtOnce)
            return found;
        return isOurs ? cleanText(found) : plainWords(found);
    }
};

/// A text that would become too long is refused before it is laid out; the clipboard still has it.
bool PlainTextEdit::pasteWords(const QMimeData *source)
{
    const Copied copied(*source);
    if (copied.html.size() <= kReadAtOnce)
        return takeWords(copied.words(), copied.isOurs);
    const WaitWords wait{tr("Paste"), tr("The copied text is being read…")};
    const auto words = besideWindow(this, wait, [copied](const WorkProgress &) { return copied.words(); });
    return words && takeWords(*words, copied.isOurs);
}

/// In words for both ways: of what is dropped nothing is on the clipboard.
QString PlainTextEdit::whyTooMuch(const QString &words) const
{
    if (words.size() > kMostPasted)
        return tr(
            "Nothing was taken in: it has %L1 characters, and at most %L2 are taken at once. Bring it in "
            "parts, or take the whole document over with Import.")
            .arg(words.size())
            .arg(kMostPasted);
    const QTextCursor cursor = textCursor();
    const auto kept = text().size() - (cursor.selectionEnd() - cursor.selectionStart());
    if (kept + words.size() > bounds::kText)
        return tr(
            "Nothing was taken in: the text would have %L1 characters, and at most %L2 can stand in one "
            "place. Bring it in parts.")
            .arg(kept + words.size())
            .arg(bounds::kText);
    const auto paragraphs = document()->blockCount() + words.count(u'\n');
    if (paragraphs > bounds::kParagraphs)
        return tr(
            "Nothing was taken in: the text would have %L1 paragraphs, and at most %L2 can stand in one "
            "place. Bring it in parts.")
            .arg(paragraphs)
            .arg(bounds::kParagraphs);
    return {};
}

/// What moves within the text has been taken out of it already, and makes it no longer.
bool PlainTextEdit::takeWords(const QString &words, bool isOurs)
{
    if (const QString why = m_drop == Drop::Moves ? QString() : whyTooMuch(words); !why.isEmpty()) {
        Q_EMIT notice(why);
        return false;
    }
    if (const auto mode = typing::wrapModeFor(words); mode == QTextOption::WrapAnywhere)
        setWordWrapMode(mode); // before it is laid out
    QTextCursor change = textCursor();
    change.beginEditBlock();
    change.removeSelectedText();
    if (isOurs)
        m_live->insert(change, words);
    else
        change.insertText(words, QTextCharFormat());
    change.endEditBlock();
    setTextCursor(change);
    formatParagraphs();
    ensureCursorVisible();
    return true;
}

/// Who gave what is refused is told so, and keeps it.
void PlainTextEdit::dropEvent(QDropEvent *event)
{
    asOneStep([&] {
        const bool isMove = event->dropAction() == Qt::MoveAction && event->source() == viewport();
        const QScopedValueRollback dropping(m_drop, isMove ? Drop::Moves : Drop::Brings);
        QTextEdit::dropEvent(event);
        if (m_drop == Drop::Refused) {
            event->setDropAction(Qt::IgnoreAction);
            event->ignore();
        }
    });
}

void PlainTextEdit::mousePressEvent(QMouseEvent *event)
{
    endRun();
    QTextEdit::mousePressEvent(event);
}

QMimeData *PlainTextEdit::createMimeDataFromSelection() const
{
    auto *words = new QMimeData;
    const QTextCursor selected = textCursor();
    words->setText(m_live->shown(selected.selectionStart(), selected.selectionEnd()));
    words->setData(kStoredText, m_live->stored(selected.selectionStart(), selected.selectionEnd()).toUtf8());
    return words;
}

bool PlainTextEdit::event(QEvent *event)
{
    if (leavesToReport(event))
        return false;
    if (event->type() == QEvent::ToolTip) {
        showToolTip(static_cast<QHelpEvent *>(event));
        return true;
    }
    return QTextEdit::event(event);
}

/// What is said about the passage under the mouse.
void PlainTextEdit::showToolTip(const QHelpEvent *event)
{
    const qsizetype at = storedPosition(viewport()->mapFrom(this, event->pos()));
    QStringList words;
    for (const TextMark &mark : std::as_const(m_marks)) {
        if (at >= mark.start && at <= mark.start + mark.length && !words.contains(mark.words))
            words.append(mark.words);
    }
    QToolTip::showText(event->globalPos(), literal::toolTip(words.join(u'\n')), this);
}

void PlainTextEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        dress(); // QTextEdit has put its own font into the document
    if (event->type() == QEvent::PaletteChange)
        dressPassages(); // their grounds are those of the theme
}

void PlainTextEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    Q_EMIT menuRequested(menu, storedPosition(viewport()->mapFrom(this, event->pos())));
    asOneStep([&] { typing::showMenu(menu, event->globalPos()); });
}

void PlainTextEdit::keyPressEvent(QKeyEvent *event)
{
    pressKey(event, event->matches(QKeySequence::Cut), [&] { takeKey(event); });
}

void PlainTextEdit::takeKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::InsertLineSeparator) && !isReadOnly()) {
        textCursor().insertBlock(); // there are paragraphs only
        ensureCursorVisible();
    } else if ((event->text() == u"=" || event->text() == u"＝") && !isReadOnly()
        && isSignalConnected(QMetaMethod::fromSignal(&PlainTextEdit::equalsTyped))) {
        Q_EMIT equalsTyped();
    } else {
        QTextEdit::keyPressEvent(event);
    }
}

void PlainTextEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    commitOpenEditor();
    Q_EMIT focusLeft();
}

} // namespace nianbao
