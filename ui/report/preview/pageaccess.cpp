// SPDX-License-Identifier: MulanPSL-2.0
#include "pageaccess.h"

#include "pagepreview.h"
#include "pagetext.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace nianbao {

namespace {

class PageAccess final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit PageAccess(PagePreview *pages) : QAccessibleWidget(pages, QAccessible::Document) { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.multiLine = true;
        state.readOnly = true;
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? page() : QAccessibleWidget::text(kind);
    }

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

QAccessibleInterface *makePageAccess(const QString &className, QObject *object)
{
    if (className != QLatin1String(PagePreview::staticMetaObject.className()))
        return nullptr;
    return new PageAccess(static_cast<PagePreview *>(object));
}

} // namespace

void pageaccess::install()
{
    static const bool isInstalled = (QAccessible::installFactory(&makePageAccess), true);
    Q_UNUSED(isInstalled)
}

} // namespace nianbao
