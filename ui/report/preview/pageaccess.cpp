// SPDX-License-Identifier: MulanPSL-2.0
#include "pageaccess.h"

#include "linesaccess.h"
#include "pagepreview.h"
#include "pagetext.h"

#include <algorithm>

namespace nianbao {

namespace {

class PageAccess final : public LinesAccess {
public:
    explicit PageAccess(PagePreview *pages) : LinesAccess(pages, QAccessible::Document) { }

    using LinesAccess::text;
    int characterCount() const override { return int(page().size()); }
    QString text(int start, int end) const override
    {
        const QString all = page();
        const auto from = std::clamp<qsizetype>(start, 0, all.size());
        const auto to = std::clamp<qsizetype>(end < 0 ? all.size() : end, from, all.size());
        return all.mid(from, to - from);
    }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

    // there is no cursor, and nothing is chosen
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    int selectionCount() const override { return 0; }
    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    void addSelection(int, int) override { }
    void setSelection(int, int, int) override { }
    void removeSelection(int) override { }
    void scrollToSubstring(int, int) override { }
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }

private:
    QString page() const
    {
        const auto &pages = *static_cast<PagePreview *>(widget());
        return pageText(pages.shownDocument(), pages.currentPage());
    }
};

} // namespace

void pageaccess::install() { installLinesAccess<PagePreview, PageAccess>(); }

} // namespace nianbao
