// SPDX-License-Identifier: MulanPSL-2.0
#include "plaintextedit.h"

#include "appearance.h"
#include "bounds.h"
#include "cleantext.h"
#include "closeddocument.h"
#include "literal.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMimeData>
#include <QScopedValueRollback>
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
const QString kStoredText = QStringLiteral("application/x-nianbao-text");

/// A long text takes a moment to be laid out, written and checked: the pointer says so.
class Busy {
public:
    explicit Busy(qsizetype characters) : m_isLong(characters > kLong)
    {
        if (m_isLong)
            QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    }
    ~Busy()
    {
        if (m_isLong)
            QGuiApplication::restoreOverrideCursor();
    }
    Busy(const Busy &) = delete;
    Busy &operator=(const Busy &) = delete;

private:
    static constexpr qsizetype kLong = 50'000;
    const bool m_isLong;
};

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
    : QTextEdit(parent), m_live(new LiveText(document())), m_delay(this), m_look(look)
{
    setObjectName(QStringLiteral("textEdit"));
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (m_isShowing)
            return;
        m_isTyped = true;
        m_delay.keyTyped();
    });
    connect(&m_delay, &TypingDelay::elapsed, this, &PlainTextEdit::handOver);
    dress();
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

void PlainTextEdit::handOver()
{
    if (!std::exchange(m_isTyped, false) && !m_isRefused)
        return;
    const QString typed = text();
    if (typed == m_handedOver && !m_isRefused)
        return;
    const QString now = cleanText(typed);
    if (now != typed) {
        const QScopedValueRollback shown(m_shown); // it is not of the report yet
        replaceWith(now); // what is kept is what is seen
    }
    m_handedOver = now;
    m_isRefused = false;
    const QString before = std::exchange(m_shown, now);
    Q_EMIT textCommitted(now);
    if (m_isRefused)
        m_shown = before;
}

bool PlainTextEdit::commitOpenEditor()
{
    m_delay.flush();
    return !m_isRefused;
}

/// Does not end a composition: its words belong to what follows.
void PlainTextEdit::endRun()
{
    m_delay.stop();
    if (m_isTyped)
        handOver();
    Q_EMIT runEnded();
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

void PlainTextEdit::showText(const QString &wanted)
{
    if (m_isRefused)
        m_shown = wanted; // to go back to; what was typed waits in the editor
    else if (wanted != m_shown) // else: what is typed and not handed over yet stays
        replaceWith(wanted);
}

void PlainTextEdit::giveUp()
{
    replaceWith(m_shown);
    Q_EMIT gaveUp();
}

void PlainTextEdit::replaceWith(const QString &wanted)
{
    const QString shown = text();
    m_shown = wanted;
    m_handedOver = wanted;
    m_isRefused = false;
    m_isTyped = false;
    if (shown == wanted)
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
    m_handedOver = text(); // hard spaces and odd line ends are shown as plain ones: that is no edit
}

void PlainTextEdit::goToParagraph(int paragraph)
{
    endRun();
    if (paragraph >= 0) {
        QTextCursor cursor(document()->findBlockByNumber(std::min(paragraph, document()->blockCount() - 1)));
        cursor.movePosition(QTextCursor::EndOfBlock);
        setTextCursor(cursor);
    }
    ensureCursorVisible();
    setFocus();
}

void PlainTextEdit::insertStored(const QString &stored)
{
    endRun();
    QTextCursor cursor = textCursor();
    cursor.removeSelectedText();
    m_live->insert(cursor, stored);
    setTextCursor(cursor);
    formatParagraphs();
    ensureCursorVisible();
    endRun();
}

void PlainTextEdit::showMarks(const QList<TextMark> &marks)
{
    m_marks = marks.mid(0, kMostMarks);
    QList<ExtraSelection> selections;
    for (const TextMark &mark : std::as_const(m_marks)) {
        ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(m_live->toDocument(mark.start));
        selection.cursor.setPosition(m_live->toDocument(mark.start + mark.length), QTextCursor::KeepAnchor);
        if (mark.level) {
            selection.format.setUnderlineStyle(
                *mark.level == Level::Hint ? QTextCharFormat::DotLine : QTextCharFormat::WaveUnderline);
            selection.format.setUnderlineColor(appearance::levelColour(palette(), *mark.level));
        } else {
            selection.format.setBackground(appearance::computedGround(palette()));
        }
        selections.append(selection);
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
    if (!event->commitString().isEmpty() && m_run.endsBeforeWords())
        endRun();
    if (!event->preeditString().isEmpty())
        m_delay.compose(*event);
    QInputMethodEvent typed(event->preeditString(), event->attributes());
    typed.setCommitString(
        cleanText(event->commitString()), event->replacementStart(), event->replacementLength());
    QTextEdit::inputMethodEvent(&typed);
    event->setAccepted(typed.isAccepted());
    m_delay.compose(*event);
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
    if (!m_isDropping)
        endRun();
    const Busy busy(source->text().size());
    pasteWords(source);
    if (!m_isDropping)
        endRun();
}

/// A text that would become too long is refused before it is laid out; the clipboard still has it.
void PlainTextEdit::pasteWords(const QMimeData *source)
{
    const bool isOurs = source->hasFormat(kStoredText); // live figures stay live
    const ClosedDocument closed;
    QString words = isOurs  ? cleanText(QString::fromUtf8(source->data(kStoredText)))
        : source->hasText() ? source->text()
        : source->html().size() > kHtmlPerCharacter * bounds::kText
        ? source->html()
        : QTextDocumentFragment::fromHtml(source->html(), &closed).toPlainText();
    if (!isOurs && words.size() <= 2 * bounds::kText)
        words = plainWords(words);
    const QTextCursor cursor = textCursor();
    const auto kept = text().size() - (cursor.selectionEnd() - cursor.selectionStart());
    if (kept + words.size() > bounds::kText) {
        Q_EMIT notice(
            tr("Nothing was pasted: the text would have %L1 characters, and at most %L2 can stand in "
               "one place. Paste it in parts.")
                .arg(kept + words.size())
                .arg(bounds::kText));
        return;
    }
    const auto paragraphs = document()->blockCount() + words.count(u'\n');
    if (paragraphs > bounds::kParagraphs) {
        Q_EMIT notice(
            tr("Nothing was pasted: the text would have %L1 paragraphs, and at most %L2 can stand in "
               "one place. Paste it in parts.")
                .arg(paragraphs)
                .arg(bounds::kParagraphs));
        return;
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
}

void PlainTextEdit::dropEvent(QDropEvent *event)
{
    endRun();
    {
        const QScopedValueRollback dropping(m_isDropping, true);
        QTextEdit::dropEvent(event);
    }
    endRun();
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
    if (typing::isUndoKey(event)) {
        commitOpenEditor(); // what was typed a moment ago is what is taken back
        event->ignore();
        return false;
    }
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
}

void PlainTextEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    Q_EMIT menuRequested(menu, storedPosition(viewport()->mapFrom(this, event->pos())));
    endRun(); // what the menu does is a step of its own
    typing::showMenu(menu, event->globalPos());
    endRun();
}

void PlainTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isCut = event->matches(QKeySequence::Cut);
    if (isCut || m_run.endsBefore(*event))
        endRun();
    const int revision = document()->revision();
    const auto where = [this] { return std::pair(textCursor().position(), textCursor().anchor()); };
    const auto before = where();
    takeKey(event);
    const bool isMove = revision == document()->revision() && where() != before;
    if (isCut || isMove)
        endRun();
}

void PlainTextEdit::takeKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isRefused) {
        giveUp();
    } else if (event->matches(QKeySequence::InsertLineSeparator) && !isReadOnly()) {
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
    m_delay.flush();
    Q_EMIT focusLeft();
}

PlainLineEdit::PlainLineEdit(QWidget *parent) : QLineEdit(parent), m_delay(this)
{
    connect(this, &QLineEdit::textEdited, this, [this] {
        dropUnseen();
        m_isTyped = true;
        m_delay.keyTyped();
    });
    connect(&m_delay, &TypingDelay::elapsed, this, &PlainLineEdit::handOver);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        m_delay.flush();
        focusNextChild();
    });
}

void PlainLineEdit::endRun()
{
    m_delay.stop();
    if (m_isTyped)
        handOver();
    Q_EMIT runEnded();
}

void PlainLineEdit::handOver()
{
    m_isTyped = false;
    const QString now = text().trimmed();
    if (now == m_handedOver && !m_isRefused)
        return;
    m_handedOver = now;
    m_isRefused = false;
    const QString before = std::exchange(m_shown, now);
    Q_EMIT textCommitted(now);
    if (m_isRefused)
        m_shown = before;
}

bool PlainLineEdit::commitOpenEditor()
{
    m_delay.flush();
    return !m_isRefused;
}

/// Of pasted words, before they are handed over.
void PlainLineEdit::dropUnseen()
{
    const QString seen = cleanText(text(), Lines::One);
    if (seen == text())
        return;
    const auto cursor = cleanText(text().left(cursorPosition()), Lines::One).size();
    setText(seen);
    setCursorPosition(int(cursor));
}

void PlainLineEdit::showText(const QString &wanted)
{
    if (m_isRefused)
        m_shown = wanted;
    else if (wanted != m_shown)
        replaceWith(wanted);
}

void PlainLineEdit::giveUp()
{
    replaceWith(m_shown);
    Q_EMIT gaveUp();
}

void PlainLineEdit::replaceWith(const QString &wanted)
{
    m_shown = wanted;
    m_isRefused = false;
    m_isTyped = false;
    m_handedOver = wanted.trimmed();
    if (text() == wanted || (hasFocus() && text().trimmed() == wanted))
        return; // a blank just typed at the end is not taken from under the hands
    const int cursor = cursorPosition();
    setText(wanted);
    setCursorPosition(std::min(cursor, int(wanted.size())));
    m_handedOver = text().trimmed(); // line ends are shown as blanks: that is no edit
}

void PlainLineEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty() && m_run.endsBeforeWords())
        endRun();
    if (!event->preeditString().isEmpty())
        m_delay.compose(*event);
    QLineEdit::inputMethodEvent(event);
    m_delay.compose(*event);
}

bool PlainLineEdit::event(QEvent *event)
{
    if (typing::isUndoKey(event)) {
        commitOpenEditor();
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void PlainLineEdit::dropEvent(QDropEvent *event)
{
    endRun();
    QLineEdit::dropEvent(event);
    endRun();
}

void PlainLineEdit::mousePressEvent(QMouseEvent *event)
{
    endRun();
    QLineEdit::mousePressEvent(event);
}

/// The middle button pastes.
void PlainLineEdit::mouseReleaseEvent(QMouseEvent *event)
{
    const bool mayPaste = event->button() == Qt::MiddleButton;
    if (mayPaste)
        endRun();
    QLineEdit::mouseReleaseEvent(event);
    if (mayPaste)
        endRun();
}

void PlainLineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    endRun(); // what the menu does is a step of its own
    typing::showMenu(createStandardContextMenu(), event->globalPos());
    endRun();
}

void PlainLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isRefused) {
        giveUp();
        return;
    }
    const bool isBlock = event->matches(QKeySequence::Cut) || event->matches(QKeySequence::Paste);
    if (isBlock || m_run.endsBefore(*event))
        endRun();
    const QString words = text();
    const int cursor = cursorPosition();
    const auto selected = selectedText().size();
    QLineEdit::keyPressEvent(event);
    const bool isMove = text() == words && (cursorPosition() != cursor || selectedText().size() != selected);
    if (isBlock || isMove)
        endRun();
}

void PlainLineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_delay.flush();
    Q_EMIT focusLeft();
}

} // namespace nianbao
