// SPDX-License-Identifier: MulanPSL-2.0
#include "textaccess.h"

#include "linesaccess.h"
#include "plaintextedit.h"

#include <QTextBlock>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nianbao {

namespace {

class LiveTextAccess final : public LinesAccess {
public:
    explicit LiveTextAccess(PlainTextEdit *edit) : LinesAccess(edit, QAccessible::EditableText) { }

    QAccessible::State state() const override
    {
        QAccessible::State state = LinesAccess::state();
        state.selectableText = true;
        state.editable = !edit().isReadOnly();
        state.readOnly = edit().isReadOnly();
        return state;
    }
    using LinesAccess::text;

    // the document
    int characterCount() const override { return edit().document()->characterCount() - 1; }
    QString text(int start, int end) const override
    {
        const int from = std::clamp(start, 0, characterCount());
        return edit().shownText(from, std::clamp(end < 0 ? characterCount() : end, from, characterCount()));
    }
    QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start, int *end) const override
    {
        std::tie(*start, *end) = unitAt(offset, type);
        return text(*start, *end);
    }
    QString textBeforeOffset(
        int offset, QAccessible::TextBoundaryType type, int *start, int *end) const override
    {
        const int from = unitAt(offset, type).first;
        std::tie(*start, *end) = from > 0 ? unitAt(from - 1, type) : std::pair(0, 0);
        return text(*start, *end);
    }
    QString textAfterOffset(
        int offset, QAccessible::TextBoundaryType type, int *start, int *end) const override
    {
        const int to = unitAt(offset, type).second;
        std::tie(*start, *end)
            = to < characterCount() ? unitAt(to, type) : std::pair(characterCount(), characterCount());
        return text(*start, *end);
    }
    QString attributes(int offset, int *start, int *end) const override
    {
        std::tie(*start, *end) = unitAt(offset, QAccessible::ParagraphBoundary);
        return {};
    }

    // cursor and selection
    int cursorPosition() const override { return edit().textCursor().position(); }
    void setCursorPosition(int position) override { select(position, position); }
    int selectionCount() const override { return edit().textCursor().hasSelection() ? 1 : 0; }
    void selection(int, int *start, int *end) const override
    {
        const QTextCursor cursor = edit().textCursor();
        *start = cursor.hasSelection() ? cursor.selectionStart() : 0;
        *end = cursor.hasSelection() ? cursor.selectionEnd() : 0;
    }
    void addSelection(int start, int end) override { select(start, end); }
    void setSelection(int, int start, int end) override { select(start, end); }
    void removeSelection(int) override { select(cursorPosition(), cursorPosition()); }

    // where it is seen
    QRect characterRect(int offset) const override
    {
        const QRect here = edit().cursorRect(cursorAt(offset));
        const QRect next = edit().cursorRect(cursorAt(offset + 1));
        const int width = next.y() == here.y() ? std::max(1, next.x() - here.x()) : here.height();
        return {edit().viewport()->mapToGlobal(here.topLeft()), QSize(width, here.height())};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return edit().cursorForPosition(edit().viewport()->mapFromGlobal(point)).position();
    }
    void scrollToSubstring(int start, int end) override
    {
        select(start, end);
        edit().ensureCursorVisible();
    }

private:
    PlainTextEdit &edit() const { return *static_cast<PlainTextEdit *>(widget()); }
    QTextCursor cursorAt(int offset) const
    {
        QTextCursor cursor(edit().document());
        cursor.setPosition(std::clamp(offset, 0, characterCount()));
        return cursor;
    }
    void select(int start, int end)
    {
        QTextCursor cursor = cursorAt(start);
        cursor.setPosition(std::clamp(end, 0, characterCount()), QTextCursor::KeepAnchor);
        edit().setTextCursor(cursor);
    }

    /// Word, line or paragraph around the character behind that position. Lines and paragraphs hold the end
    /// of their paragraph, so that they follow each other without a gap.
    std::pair<int, int> unitAt(int offset, QAccessible::TextBoundaryType type) const
    {
        const int all = characterCount();
        const QTextCursor here = cursorAt(offset);
        const QTextBlock block = here.block();
        const int blockEnd = std::min(block.position() + block.length(), all);
        switch (type) {
        case QAccessible::CharBoundary: return {here.position(), std::min(here.position() + 1, all)};
        case QAccessible::WordBoundary: {
            QTextCursor word = here;
            word.select(QTextCursor::WordUnderCursor);
            if (word.selectionStart() <= here.position() && here.position() < word.selectionEnd())
                return {word.selectionStart(), word.selectionEnd()};
            return {here.position(), std::min(here.position() + 1, all)};
        }
        case QAccessible::LineBoundary: {
            QTextCursor line = here;
            line.movePosition(QTextCursor::StartOfLine);
            const int start = line.position();
            line.movePosition(QTextCursor::EndOfLine);
            const bool isLast = line.position() >= block.position() + block.length() - 1;
            return {start, isLast ? blockEnd : std::max(line.position(), std::min(start + 1, all))};
        }
        case QAccessible::NoBoundary: return {0, all};
        case QAccessible::SentenceBoundary: // a paragraph's, there are few
        case QAccessible::ParagraphBoundary: break;
        }
        return {block.position(), blockEnd};
    }
};

} // namespace

void textaccess::install() { installLinesAccess<PlainTextEdit, LiveTextAccess>(); }

} // namespace nianbao
