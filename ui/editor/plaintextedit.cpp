// SPDX-License-Identifier: MulanPSL-2.0
#include "plaintextedit.h"

#include "appearance.h"
#include "closeddocument.h"
#include "literal.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethod>
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
#include <memory>
#include <utility>

namespace nianbao {

namespace {

constexpr int kDelayMs = 25; // with writing and checking, findings follow a key within 50 ms
constexpr int kLineHeightPercent = 165;
const QString kStoredText = QStringLiteral("application/x-nianbao-text");

/// Undo and redo belong to the report: the editor must not take their keys for itself.
bool isUndoKey(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
        || (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Y);
}

/// The standard menu without the editor's own undo and redo.
void showMenu(QMenu *standard, const QPoint &where)
{
    const std::unique_ptr<QMenu> menu(standard);
    for (QAction *action : menu->actions()) {
        if (action->objectName() == u"edit-undo" || action->objectName() == u"edit-redo")
            menu->removeAction(action);
    }
    while (!menu->isEmpty() && menu->actions().first()->isSeparator())
        menu->removeAction(menu->actions().first());
    menu->exec(where);
}

bool isUnseen(char16_t c)
{
    return c < 0x20 || c == 0x7F || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0xFFFC;
}

bool isOddSpace(char16_t c) { return c == 0xA0 || c == u'\t' || (c >= 0x2000 && c <= 0x200A) || c == 0x202F; }

/// All in one line: odd spaces made ordinary, what cannot be seen dropped.
QString seenWords(const QString &line)
{
    QString words;
    words.reserve(line.size());
    for (const QChar c : line) {
        if (isOddSpace(c.unicode()))
            words += u' ';
        else if (!isUnseen(c.unicode()))
            words += c;
    }
    return words;
}

} // namespace

QString plainWords(const QString &pasted)
{
    QString lines = pasted;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t end :
        {u'\r', char16_t(0x0B), char16_t(0x0C), char16_t(0x85), char16_t(0x2028), char16_t(0x2029)})
        lines.replace(QChar(end), u'\n');
    QStringList paragraphs = lines.split(u'\n');
    for (QString &paragraph : paragraphs) {
        paragraph = seenWords(paragraph);
        while (paragraph.startsWith(u' ') || paragraph.startsWith(QChar(0x3000)))
            paragraph.remove(0, 1); // the program indents
        while (paragraph.endsWith(u' '))
            paragraph.chop(1);
    }
    return paragraphs.join(u'\n');
}

TypingDelay::TypingDelay(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_composing)
            Q_EMIT elapsed();
    });
}

void TypingDelay::keyTyped()
{
    if (!m_timer.isActive()) // a key held down must not put it off for ever
        m_timer.start();
}

void TypingDelay::setComposing(bool composing)
{
    if (std::exchange(m_composing, composing) && !composing)
        keyTyped();
}

void TypingDelay::flush()
{
    if (m_composing)
        QGuiApplication::inputMethod()->commit();
    m_composing = false;
    m_timer.stop();
    Q_EMIT elapsed();
}

PlainTextEdit::PlainTextEdit(QWidget *parent, Look look)
    : QTextEdit(parent), m_live(new LiveText(document())), m_delay(this), m_look(look)
{
    setObjectName(QStringLiteral("textEdit"));
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
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
    formatParagraphs();
}

void PlainTextEdit::handOver()
{
    const QString now = text();
    if (now == m_handedOver && !m_isRefused)
        return;
    m_handedOver = now;
    m_isRefused = false;
    const QString before = std::exchange(m_shown, now);
    Q_EMIT textCommitted(now);
    if (m_isRefused)
        m_shown = before;
}

bool PlainTextEdit::commitPending()
{
    m_delay.flush();
    return !m_isRefused;
}

/// New paragraphs inherit this; a text shown anew needs it again.
void PlainTextEdit::formatParagraphs()
{
    if (m_look == Look::Form)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    QTextBlockFormat format;
    format.setTextIndent(2 * QFontMetricsF(document()->defaultFont()).horizontalAdvance(QChar(u'字')));
    format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

void PlainTextEdit::showText(const QString &wanted)
{
    if (wanted != m_shown) // else: what is typed and not handed over yet, or was refused, stays
        replaceWith(wanted);
}

void PlainTextEdit::replaceWith(const QString &wanted)
{
    const QStringList shown = m_live->pieces();
    m_shown = wanted;
    m_handedOver = wanted;
    m_isRefused = false;
    if (shown.join(QString()) == wanted)
        return;
    const QStringList pieces = LiveText::pieces(wanted);
    qsizetype same = 0;
    while (same < shown.size() && same < pieces.size() && shown[same] == pieces[same])
        ++same;
    qsizetype sameEnd = 0;
    while (sameEnd < shown.size() - same && sameEnd < pieces.size() - same
        && shown[shown.size() - 1 - sameEnd] == pieces[pieces.size() - 1 - sameEnd])
        ++sameEnd;
    const QScopedValueRollback showing(m_isShowing, true);
    QTextCursor change(document());
    change.setPosition(int(same));
    change.setPosition(int(shown.size() - sameEnd), QTextCursor::KeepAnchor);
    change.removeSelectedText();
    m_live->insert(change, pieces.mid(same, pieces.size() - same - sameEnd).join(QString()));
    formatParagraphs();
    if (!shown.isEmpty())
        setTextCursor(change);
    m_handedOver = text(); // hard spaces and odd line ends are shown as plain ones: that is no edit
}

void PlainTextEdit::goToParagraph(int paragraph)
{
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
    QTextCursor cursor = textCursor();
    cursor.removeSelectedText();
    m_live->insert(cursor, stored);
    setTextCursor(cursor);
    formatParagraphs();
    ensureCursorVisible();
}

void PlainTextEdit::showMarks(const QList<TextMark> &marks)
{
    m_marks = marks;
    QList<ExtraSelection> selections;
    for (const TextMark &mark : marks) {
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
    const bool composing = !event->preeditString().isEmpty();
    if (composing)
        m_delay.setComposing(true);
    QTextEdit::inputMethodEvent(event);
    m_delay.setComposing(composing);
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

void PlainTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_otherWanted && m_otherWanted(source)) {
        commitPending(); // it takes its place after the paragraph as it is now
        m_takeOther(source);
        return;
    }
    if (source->hasFormat(kStoredText)) { // of this program: live figures stay live
        insertStored(QString::fromUtf8(source->data(kStoredText)));
        return;
    }
    const ClosedDocument closed;
    const QString words = source->hasText()
        ? source->text()
        : QTextDocumentFragment::fromHtml(source->html(), &closed).toPlainText();
    textCursor().insertText(plainWords(words));
    formatParagraphs();
    ensureCursorVisible();
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
    if (isUndoKey(event)) {
        commitPending(); // what was typed a moment ago is what is taken back
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
    showMenu(menu, event->globalPos());
}

void PlainTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isRefused) {
        replaceWith(m_shown);
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
        m_delay.keyTyped();
    });
    connect(&m_delay, &TypingDelay::elapsed, this, &PlainLineEdit::handOver);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        m_delay.flush();
        focusNextChild();
    });
}

void PlainLineEdit::handOver()
{
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

bool PlainLineEdit::commitPending()
{
    m_delay.flush();
    return !m_isRefused;
}

/// Of pasted words, before they are handed over.
void PlainLineEdit::dropUnseen()
{
    const QString seen = seenWords(text());
    if (seen == text())
        return;
    const auto cursor = seenWords(text().left(cursorPosition())).size();
    setText(seen);
    setCursorPosition(int(cursor));
}

void PlainLineEdit::showText(const QString &wanted)
{
    if (wanted != m_shown)
        replaceWith(wanted);
}

void PlainLineEdit::replaceWith(const QString &wanted)
{
    m_shown = wanted;
    m_isRefused = false;
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
    const bool composing = !event->preeditString().isEmpty();
    if (composing)
        m_delay.setComposing(true);
    QLineEdit::inputMethodEvent(event);
    m_delay.setComposing(composing);
}

bool PlainLineEdit::event(QEvent *event)
{
    if (isUndoKey(event)) {
        commitPending();
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void PlainLineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(createStandardContextMenu(), event->globalPos());
}

void PlainLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isRefused)
        replaceWith(m_shown);
    else
        QLineEdit::keyPressEvent(event);
}

void PlainLineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_delay.flush();
    Q_EMIT focusLeft();
}

} // namespace nianbao
