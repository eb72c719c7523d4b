// SPDX-License-Identifier: MulanPSL-2.0
#include "plaintextedit.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kDelayMs = 50;
constexpr int kLineHeightPercent = 165;

/// Undo and redo belong to the report: the editor must not take their keys for itself.
bool isUndoKey(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
        || (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Y);
}

} // namespace

TypingDelay::TypingDelay(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_composing)
            Q_EMIT elapsed();
    });
}

void TypingDelay::setComposing(bool composing)
{
    if (std::exchange(m_composing, composing) && !composing)
        m_timer.start();
}

void TypingDelay::flush()
{
    if (m_composing)
        QGuiApplication::inputMethod()->commit();
    m_composing = false;
    m_timer.stop();
    Q_EMIT elapsed();
}

QString plainWords(const QString &pasted)
{
    QString words;
    words.reserve(pasted.size());
    for (qsizetype i = 0; i < pasted.size(); ++i) {
        const char16_t c = pasted[i].unicode();
        if (c == u'\r') { // CRLF is one end of line, a lone CR too
            if (i + 1 == pasted.size() || pasted[i + 1] != u'\n')
                words += u'\n';
        } else if (c == 0x2028 || c == 0x2029 || c == 0x0B) {
            words += u'\n';
        } else if (c == 0xA0 || c == u'\t' || c == 0x2002 || c == 0x2003) {
            words += u' ';
        } else if (c == u'\n' || (c >= 0x20 && c != 0xFEFF && c != 0x200B && c != 0xAD && c != 0xFFFC)) {
            words += QChar(c);
        }
    }
    QStringList paragraphs = words.split(u'\n');
    for (QString &paragraph : paragraphs) {
        while (paragraph.startsWith(u' ') || paragraph.startsWith(QChar(0x3000)))
            paragraph.remove(0, 1); // the program indents
        while (paragraph.endsWith(u' '))
            paragraph.chop(1);
    }
    return paragraphs.join(u'\n');
}

PlainTextEdit::PlainTextEdit(QWidget *parent) : QTextEdit(parent), m_delay(this)
{
    setObjectName(QStringLiteral("textEdit"));
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    QFont paper = font();
    paper.setFamilies({QStringLiteral("FandolFang"), QStringLiteral("FangSong"), QStringLiteral("仿宋"),
        QStringLiteral("Noto Serif CJK SC")});
    paper.setPointSizeF(paper.pointSizeF() * 1.3);
    document()->setDefaultFont(paper);
    document()->setDocumentMargin(fontMetrics().height());
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            m_delay.keyTyped();
    });
    connect(&m_delay, &TypingDelay::elapsed, this, &PlainTextEdit::handOver);
    formatParagraphs();
}

void PlainTextEdit::handOver()
{
    const QString now = text();
    if (now == m_handedOver)
        return;
    m_handedOver = now;
    Q_EMIT textCommitted(now);
}

/// New paragraphs inherit this; a text shown anew needs it again.
void PlainTextEdit::formatParagraphs()
{
    QTextBlockFormat format;
    format.setTextIndent(2 * QFontMetricsF(document()->defaultFont()).horizontalAdvance(QChar(u'字')));
    format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

void PlainTextEdit::showText(const QString &wanted)
{
    const QString shown = text();
    m_handedOver = wanted;
    if (shown == wanted)
        return;
    qsizetype same = 0;
    while (same < shown.size() && same < wanted.size() && shown[same] == wanted[same])
        ++same;
    qsizetype sameEnd = 0;
    while (sameEnd < shown.size() - same && sameEnd < wanted.size() - same
        && shown[shown.size() - 1 - sameEnd] == wanted[wanted.size() - 1 - sameEnd])
        ++sameEnd;
    m_isShowing = true;
    QTextCursor change(document());
    change.setPosition(int(same));
    change.setPosition(int(shown.size() - sameEnd), QTextCursor::KeepAnchor);
    change.insertText(wanted.mid(same, wanted.size() - same - sameEnd));
    formatParagraphs();
    if (!shown.isEmpty())
        setTextCursor(change);
    m_isShowing = false;
}

void PlainTextEdit::goToParagraph(int paragraph)
{
    QTextCursor cursor(document()->findBlockByNumber(std::clamp(paragraph, 0, document()->blockCount() - 1)));
    cursor.movePosition(QTextCursor::EndOfBlock);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
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
    return source->hasText() || source->hasHtml();
}

void PlainTextEdit::insertFromMimeData(const QMimeData *source)
{
    const QString words
        = source->hasText() ? source->text() : QTextDocumentFragment::fromHtml(source->html()).toPlainText();
    textCursor().insertText(plainWords(words));
    formatParagraphs();
    ensureCursorVisible();
}

QMimeData *PlainTextEdit::createMimeDataFromSelection() const
{
    auto *words = new QMimeData;
    words->setText(textCursor().selection().toPlainText());
    return words;
}

bool PlainTextEdit::event(QEvent *event)
{
    if (isUndoKey(event)) {
        event->ignore();
        return false;
    }
    return QTextEdit::event(event);
}

void PlainTextEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    m_delay.flush();
    Q_EMIT focusLeft();
}

PlainLineEdit::PlainLineEdit(QWidget *parent) : QLineEdit(parent), m_delay(this)
{
    connect(this, &QLineEdit::textEdited, &m_delay, &TypingDelay::keyTyped);
    connect(&m_delay, &TypingDelay::elapsed, this, [this] {
        if (text() == m_handedOver)
            return;
        m_handedOver = text();
        Q_EMIT textCommitted(text());
    });
}

void PlainLineEdit::showText(const QString &wanted)
{
    m_handedOver = wanted;
    if (text() == wanted)
        return;
    const int cursor = cursorPosition();
    setText(wanted);
    setCursorPosition(std::min(cursor, int(wanted.size())));
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
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void PlainLineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_delay.flush();
    Q_EMIT focusLeft();
}

} // namespace nianbao
