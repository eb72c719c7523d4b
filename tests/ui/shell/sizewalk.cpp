// SPDX-License-Identifier: MulanPSL-2.0
#include "sizewalk.h"

#include "celldelegate.h"
#include "elidedlabel.h"
#include "gridview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTabWidget>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextFrame>
#include <QToolBar>
#include <QToolButton>
#include <QToolTip>

#include <cmath>

namespace nianbao::test {

namespace {

constexpr int kRounding = 1; // at scales between

QString wordsOf(const QWidget &w)
{
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&w))
        return elided->words();
    if (const auto *label = qobject_cast<const QLabel *>(&w))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&w))
        return button->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(&w))
        return combo->currentText();
    if (const auto *line = qobject_cast<const QLineEdit *>(&w))
        return line->text().isEmpty() ? line->placeholderText() : line->displayText();
    if (const auto *box = qobject_cast<const QGroupBox *>(&w))
        return box->title();
    return {};
}

QString nameOf(const QWidget &w)
{
    const QWidget *parent = w.parentWidget();
    return QStringLiteral("%1 %2 “%3” in %4")
        .arg(QLatin1String(w.metaObject()->className()), w.objectName(), wordsOf(w).left(40).simplified(),
            parent ? QLatin1String(parent->metaObject()->className()) : QString());
}

/// The words are told whole when the mouse rests there.
bool isTold(const QWidget &w, const QPoint &place, const QString &words)
{
    auto &widget = const_cast<QWidget &>(w); // it is asked, and stays as it is
    if (!widget.toolTip().isEmpty())
        return true;
    QToolTip::showText(widget.mapToGlobal(place), QStringLiteral("-")); // not what was said before
    QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &event);
    const bool isSaid = QToolTip::text().contains(words.left(20).toHtmlEscaped());
    QToolTip::showText({}, {});
    return isSaid;
}

bool isField(const QWidget &w)
{
    return qobject_cast<const QLineEdit *>(&w) || qobject_cast<const QComboBox *>(&w)
        || qobject_cast<const QAbstractSpinBox *>(&w) || qobject_cast<const QTextEdit *>(&w)
        || qobject_cast<const QPlainTextEdit *>(&w);
}

bool isWordy(const QWidget &w)
{
    return (qobject_cast<const QLabel *>(&w) || qobject_cast<const QAbstractButton *>(&w))
        && !wordsOf(w).isEmpty();
}

/// Inside a field, view or bar of Qt's, which lays it out.
bool isPartOfOther(const QWidget &w)
{
    const QWidget *parent = w.parentWidget();
    return parent
        && (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QLineEdit *>(parent));
}

/// Beyond the edge of what is around it, where nothing scrolls it into sight.
bool isCutByParent(const QWidget &w)
{
    QRect rect = w.rect();
    for (const QWidget *child = &w; child->parentWidget() && !child->isWindow();
         child = child->parentWidget()) {
        rect.translate(child->pos());
        const QWidget *parent = child->parentWidget();
        const auto *scroller = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        if (scroller && scroller->viewport() == parent)
            return false;
        if (!parent->rect().adjusted(-kRounding, -kRounding, kRounding, kRounding).contains(rect))
            return true;
    }
    return false;
}

/// All of it is on the screen as it stands, without scrolling.
bool isInSight(const QWidget &w)
{
    QRect rect = w.rect();
    for (const QWidget *child = &w; child->parentWidget() && !child->isWindow();
         child = child->parentWidget()) {
        rect.translate(child->pos());
        if (!child->parentWidget()
                 ->rect()
                 .adjusted(-kRounding, -kRounding, kRounding, kRounding)
                 .contains(rect))
            return false;
    }
    return true;
}

class Walk {
public:
    explicit Walk(const QWidget &screen) : m_screen(screen) { }

    QStringList faults()
    {
        for (const QWidget *w : m_screen.findChildren<QWidget *>()) {
            if (w->isVisible() && w->window() == &m_screen)
                widget(*w);
        }
        fieldHeights();
        m_faults.removeDuplicates();
        return m_faults;
    }

private:
    void add(const QString &fault) { m_faults.append(fault); }
    void add(const QWidget &w, const QString &what) { add(nameOf(w) + u' ' + what); }

    void widget(const QWidget &w)
    {
        if (isPartOfOther(w))
            return;
        if (isWordy(w) || isField(w)) {
            if (isTooSmall(w))
                add(w,
                    QStringLiteral("is %1×%2 and needs %3×%4")
                        .arg(w.width())
                        .arg(w.height())
                        .arg(w.sizeHint().width())
                        .arg(w.hasHeightForWidth() ? w.heightForWidth(w.width()) : w.sizeHint().height()));
            else if (isCutByParent(w))
                add(w, QStringLiteral("is cut by what is around it"));
            for (const QWidget *other : std::as_const(m_seen)) {
                if (other->parentWidget() == w.parentWidget() && other->geometry().intersects(w.geometry()))
                    add(w, QStringLiteral("lies over ") + nameOf(*other));
            }
            m_seen.append(&w);
        }
        if (const auto *combo = qobject_cast<const QComboBox *>(&w))
            this->combo(*combo);
        if (const auto *line = qobject_cast<const QLineEdit *>(&w))
            this->line(*line);
        if (const auto *box = qobject_cast<const QGroupBox *>(&w))
            group(*box);
        if (const auto *tabs = qobject_cast<const QTabBar *>(&w))
            this->tabs(*tabs);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&w)) {
            if (const auto *head = qobject_cast<const QHeaderView *>(view))
                this->head(*head);
            else
                items(*view);
        }
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(&w))
            scrolling(*area);
        if (qobject_cast<const QDialogButtonBox *>(&w))
            dialogButtons(w);
        if (qobject_cast<const QToolBar *>(&w)) {
            const auto *more = w.findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"));
            if (more && more->isVisible())
                add(w, QStringLiteral("has no room for all its buttons"));
        }
        if (w.property("primary").toBool() && !isInSight(w) && !isInTab(w)) // a panel may be scrolled
            add(w, QStringLiteral("leads on and is out of sight"));
    }

    static bool isInTab(const QWidget &w)
    {
        const QWidget *around = w.parentWidget();
        while (around && !around->isWindow() && !qobject_cast<const QTabWidget *>(around))
            around = around->parentWidget();
        return qobject_cast<const QTabWidget *>(around);
    }

    static bool isEditorOfItem(const QWidget &w)
    {
        const QWidget *parent = w.parentWidget();
        return parent && qobject_cast<const QAbstractItemView *>(parent->parentWidget());
    }

    static bool isTooSmall(const QWidget &w)
    {
        const int width = w.width() + kRounding;
        const int height = w.height() + kRounding;
        if (const auto *elided = qobject_cast<const ElidedLabel *>(&w))
            return height < w.sizeHint().height()
                || (elided->text() != elided->words() && w.toolTip().isEmpty());
        if (const auto *label = qobject_cast<const QLabel *>(&w); label && label->wordWrap())
            return height < label->heightForWidth(w.width()) || width < w.minimumSizeHint().width();
        if (qobject_cast<const QTextEdit *>(&w) || qobject_cast<const QPlainTextEdit *>(&w))
            return height < w.fontMetrics().height() + 2;
        if (isEditorOfItem(w))
            return height < w.fontMetrics().height();
        if (qobject_cast<const QComboBox *>(&w) || qobject_cast<const QLineEdit *>(&w))
            return height < w.sizeHint().height(); // their words are looked at by themselves
        if (qobject_cast<const QAbstractSpinBox *>(&w))
            return height < w.sizeHint().height() || width < w.minimumSizeHint().width();
        return width < w.sizeHint().width() || height < w.sizeHint().height();
    }

    void combo(const QComboBox &combo)
    {
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        option.frame = combo.hasFrame();
        const int room
            = combo.style()
                  ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo)
                  .width();
        for (int i = 0; i < combo.count(); ++i) {
            const QString words = combo.itemText(i);
            const int needed = combo.fontMetrics().horizontalAdvance(words);
            if (i == combo.currentIndex() && needed > room + kRounding
                && !isTold(combo, combo.rect().center(), words))
                add(combo, QStringLiteral("has no room for “%1”").arg(words));
        }
    }

    void line(const QLineEdit &line)
    {
        const QString words = line.text().isEmpty() ? line.placeholderText() : line.displayText();
        if (words.isEmpty() || isEditorOfItem(line))
            return;
        QStyleOptionFrame option;
        option.initFrom(&line);
        option.lineWidth = line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &line);
        const QRect inside = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
        const QMargins margins = line.textMargins();
        constexpr int kQtsMargin = 2; // on each side of the words
        const int room = inside.width() - margins.left() - margins.right() - 2 * kQtsMargin;
        const int needed = line.fontMetrics().horizontalAdvance(words);
        if (needed > room + kRounding && !isTold(line, line.rect().center(), words))
            add(line, QStringLiteral("has %1 for words of %2").arg(room).arg(needed));
    }

    void group(const QGroupBox &box)
    {
        if (box.fontMetrics().horizontalAdvance(box.title()) > box.width())
            add(box, QStringLiteral("has no room for its title"));
    }

    void tabs(const QTabBar &bar)
    {
        for (int i = 0; i < bar.count(); ++i) {
            if (!bar.isTabVisible(i))
                continue;
            const int needed = bar.fontMetrics().horizontalAdvance(bar.tabText(i));
            if (bar.tabRect(i).right() > bar.width()
                || (bar.tabRect(i).width() < needed && !isTold(bar, bar.tabRect(i).center(), bar.tabText(i))))
                add(QStringLiteral("the tab “%1” is cut").arg(bar.tabText(i)));
        }
        for (const QToolButton *arrow : bar.findChildren<QToolButton *>()) {
            if (arrow->isVisible())
                return add(bar, QStringLiteral("has arrows: there is no room for its tabs"));
        }
    }

    void head(const QHeaderView &head)
    {
        const bool across = head.orientation() == Qt::Horizontal;
        for (int i = 0; head.model() && i < head.count(); ++i) {
            const QString words = head.model()->headerData(i, head.orientation()).toString();
            if (head.isSectionHidden(i) || words.isEmpty())
                continue;
            const int width = across ? head.sectionSize(i) : head.width();
            const int height = across ? head.height() : head.sectionSize(i);
            const int flags = head.defaultAlignment() & Qt::TextWordWrap ? int(Qt::TextWordWrap) : 0;
            const QRect needed = head.fontMetrics().boundingRect(QRect(0, 0, width, 10000), flags, words);
            const int at = head.sectionViewportPosition(i) + 2;
            if ((needed.width() > width || needed.height() > height + kRounding)
                && !isTold(*head.viewport(), across ? QPoint(at, 2) : QPoint(2, at), words))
                add(head, QStringLiteral("has no room for the head “%1”").arg(words));
        }
    }

    void items(const QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        const auto *list = qobject_cast<const QListView *>(&view);
        if (!model || model->rowCount(view.rootIndex()) == 0
            || (list && list->viewMode() == QListView::IconMode))
            return; // pictures of any size
        const QRect first = view.visualRect(model->index(0, 0, view.rootIndex()));
        constexpr int kWholeText = 10; // lines: longer ones are read by scrolling
        if (first.height() > view.viewport()->height()
            && first.height() < kWholeText * view.fontMetrics().height())
            add(view,
                QStringLiteral("shows no whole row: %1 high, and a row is %2")
                    .arg(view.viewport()->height())
                    .arg(first.height()));
        if (const auto *grid = qobject_cast<const GridView *>(&view))
            chosenCell(*grid);
        scrolledTwice(view);
        for (int row = 0; row < model->rowCount(view.rootIndex()); ++row) {
            for (int column = 0; column < model->columnCount(view.rootIndex()); ++column)
                item(view, model->index(row, column, view.rootIndex()));
        }
    }

    /// A list with a bar of its own asks for no more room than there is. (A table of the form has its chosen
    /// cell in sight.)
    void scrolledTwice(const QAbstractItemView &view)
    {
        if (!view.verticalScrollBar()->isVisible() || qobject_cast<const GridView *>(&view))
            return;
        const int least = std::max(view.minimumHeight(), view.minimumSizeHint().height());
        for (const QWidget *each = view.parentWidget(); each && each != &m_screen;
             each = each->parentWidget()) {
            const auto *around = qobject_cast<const QAbstractScrollArea *>(each);
            if (around && around->verticalScrollBar()->isVisible() && least > around->viewport()->height())
                add(view, QStringLiteral("is scrolled in what is scrolled, and never seen whole"));
        }
    }

    /// The cell with the focus is seen, not under the heads that stay.
    void chosenCell(const GridView &grid)
    {
        const QModelIndex chosen = grid.currentIndex();
        if (!grid.hasFocus() || !chosen.isValid())
            return;
        const QRect there = grid.visualRect(chosen);
        bool isSeen = grid.figureArea().intersected(grid.viewport()->rect()).contains(there);
        const QRect rect = there.translated(grid.viewport()->mapTo(&m_screen, QPoint()));
        const QWidget *cutBy = &grid;
        for (const QWidget *each = grid.parentWidget(); isSeen && each && each != &m_screen;
             each = each->parentWidget()) {
            isSeen = QRect(each->mapTo(&m_screen, QPoint()), each->size())
                         .adjusted(-kRounding, -kRounding, kRounding, kRounding)
                         .contains(rect);
            cutBy = each;
        }
        if (!isSeen)
            add(grid, QStringLiteral("has its chosen cell cut by ") + nameOf(*cutBy));
    }

    /// In a table of the form words are set closer, and figures become as small as half their size.
    static bool fitsCell(const GridView &grid, const QModelIndex &index, const QRect &rect)
    {
        const QString words = index.data(Qt::DisplayRole).toString();
        const auto kind = GridModel::Kind(index.data(GridModel::KindRole).toInt());
        if (kind == GridModel::Kind::Typed || kind == GridModel::Kind::Computed)
            return QFontMetrics(grid.font()).horizontalAdvance(words) / 2 <= rect.width();
        return celltext::height(words, celltext::headFont(grid.font()), rect.width(),
                   index.data(GridModel::StackedRole).toBool())
            <= rect.height() + kRounding;
    }

    void item(const QAbstractItemView &view, const QModelIndex &index)
    {
        const QRect whole = view.visualRect(index);
        QRect rect = whole.intersected(view.viewport()->rect());
        if (view.horizontalScrollBar()->maximum() > 0 && !rect.isEmpty())
            rect.setWidth(whole.width()); // all of it can be scrolled into sight
        const QString words = index.data(Qt::DisplayRole).toString();
        for (int child = 0; child < view.model()->rowCount(index); ++child)
            item(view, view.model()->index(child, 0, index));
        if (words.isEmpty() || rect.height() < whole.height() || view.indexWidget(index))
            return; // to be scrolled into sight
        const QVariant font = index.data(Qt::FontRole);
        const QFontMetrics metrics(font.isValid() ? font.value<QFont>() : view.font());
        const bool wraps = rect.height() >= 2 * metrics.height(); // or it has lines of its own
        const QRect needed = metrics.boundingRect(
            QRect(0, 0, rect.width(), 100000), wraps ? int(Qt::TextWordWrap) : 0, words);
        const auto *grid = qobject_cast<const GridView *>(&view);
        const bool fits = grid ? fitsCell(*grid, index, rect)
                               : needed.width() <= rect.width() + kRounding
                && (!wraps || needed.height() <= rect.height() + kRounding);
        if (!fits && index.data(Qt::ToolTipRole).toString().isEmpty()
            && !isTold(*view.viewport(), QPoint(rect.left() + 2, rect.center().y()), words))
            add(view,
                QStringLiteral("has %1×%2 for the row “%3”, which needs %4×%5")
                    .arg(rect.width())
                    .arg(rect.height())
                    .arg(words.left(40).simplified())
                    .arg(needed.width())
                    .arg(needed.height()));
    }

    static bool hasTable(const QAbstractScrollArea &area)
    {
        const auto *text = qobject_cast<const QTextEdit *>(&area);
        return text && !text->document()->rootFrame()->childFrames().isEmpty();
    }

    static bool couldBeNarrower(const QAbstractScrollArea &area)
    {
        if (hasTable(area))
            return false; // of strangers, as wide as it is
        const auto *room = qobject_cast<const QScrollArea *>(&area);
        const QWidget *page = room ? room->widget() : nullptr;
        return !page
            || page->minimumSizeHint().expandedTo(page->minimumSize()).width() <= room->viewport()->width();
    }

    void scrolling(const QAbstractScrollArea &area)
    {
        const QScrollBar *across = area.horizontalScrollBar();
        const QScrollBar *down = area.verticalScrollBar();
        const auto *text = qobject_cast<const QTextEdit *>(&area);
        const bool wraps = qobject_cast<const QPlainTextEdit *>(&area)
            || (text && text->lineWrapMode() != QTextEdit::NoWrap && !hasTable(area));
        if (wraps && across->isVisible())
            add(area, QStringLiteral("has a scroll bar across, where lines wrap"));
        if (!qobject_cast<const QAbstractItemView *>(&area) && across->isVisible() && down->isVisible()
            && across->maximum() <= down->width() && couldBeNarrower(area))
            add(area, QStringLiteral("has a scroll bar across because of the other one"));
        for (const QScrollBar *bar : {across, down}) {
            if (!bar->isVisible())
                continue;
            const QRect there(bar->mapTo(&area, QPoint()), bar->size());
            const QRect content(area.viewport()->mapTo(&area, QPoint()), area.viewport()->size());
            if (there.intersects(content))
                add(area, QStringLiteral("has a scroll bar over what it scrolls"));
        }
    }

    void dialogButtons(const QWidget &box)
    {
        for (const QAbstractButton *button : box.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !isInSight(*button))
                add(*button, QStringLiteral("of a dialog is out of sight"));
        }
    }

    /// Fields of one line side by side have one height.
    void fieldHeights()
    {
        for (qsizetype i = 0; i < m_seen.size(); ++i) {
            const QWidget *one = m_seen[i];
            for (qsizetype k = 0; k < i; ++k) {
                const QWidget *other = m_seen[k];
                const bool isBeside = one->parentWidget() == other->parentWidget()
                    && one->y() < other->y() + other->height() && other->y() < one->y() + one->height();
                if (isOneLine(*one) && isOneLine(*other) && isBeside
                    && std::abs(one->height() - other->height()) > 2)
                    add(*one,
                        QStringLiteral("is %1 high, and %2 is %3")
                            .arg(one->height())
                            .arg(nameOf(*other))
                            .arg(other->height()));
            }
        }
    }
    static bool isOneLine(const QWidget &w)
    {
        return qobject_cast<const QLineEdit *>(&w) || qobject_cast<const QComboBox *>(&w)
            || qobject_cast<const QAbstractSpinBox *>(&w);
    }

    const QWidget &m_screen;
    QStringList m_faults{};
    QList<const QWidget *> m_seen{}; // words and fields
};

} // namespace

QStringList clippedParts(const QWidget &screen) { return Walk(screen).faults(); }

QStringList beyondScreen(const QWidget &window)
{
    const QSize room = window.screen()->availableGeometry().size() + QSize(kRounding, kRounding);
    const QSize size = window.frameGeometry().size();
    if (size.width() <= room.width() && size.height() <= room.height())
        return {};
    return {QStringLiteral("%1 is %2×%3, larger than its screen of %4×%5")
                .arg(nameOf(window))
                .arg(size.width())
                .arg(size.height())
                .arg(room.width())
                .arg(room.height())};
}

} // namespace nianbao::test
