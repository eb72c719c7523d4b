// SPDX-License-Identifier: MulanPSL-2.0
#include "recentlist.h"

#include "appearance.h"
#include "recentmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kWideLine = 36; // em, from which the days have a column of their own

/// One line a report: pin, name, state, what is open, file.
class RecentDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.height() * 10, option.fontMetrics.height() * 17 / 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(RecentModel::IsHeadRole).toBool())
            paintHead(*painter, option, index);
        else
            paintReport(*painter, option, index);
        painter->restore();
    }

private:
    static void words(QPainter &painter, QRect &rest, int width, const QFont &font, const QColor &colour,
        const QString &text, Qt::TextElideMode cut = Qt::ElideRight)
    {
        const QRect place = rest.adjusted(0, 0, width - rest.width(), 0);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, cut, place.width()));
        rest.setLeft(place.right() + QFontMetrics(font).height() / 2);
    }

    /// Each in the colour of its level, one behind the other; what has no room is cut.
    static void openParts(QPainter &painter, QRect &rest, int width, const QStyleOptionViewItem &option,
        const QList<OpenPart> &parts)
    {
        const QColor quiet = appearance::quiet(option.palette);
        const QString between = QStringLiteral(" · ");
        QRect room = rest.adjusted(0, 0, width - rest.width(), 0);
        const auto put = [&](const QString &text, const QColor &colour) {
            // the mark and how many stay, whatever goes
            const QString shown = option.fontMetrics.elidedText(text, Qt::ElideMiddle, room.width());
            painter.setPen(colour);
            painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
            room.setLeft(
                shown == text ? room.left() + option.fontMetrics.horizontalAdvance(text) : room.right() + 1);
        };
        painter.setFont(option.font);
        for (qsizetype i = 0; i < parts.size() && room.width() > 0; ++i) {
            if (i > 0)
                put(between, quiet);
            put(parts[i].words,
                parts[i].level ? appearance::levelColour(option.palette, *parts[i].level) : quiet);
        }
        rest.setLeft(rest.left() + width + option.fontMetrics.height() / 2);
    }

    static void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        QPalette palette = option.palette; // that of what is disabled: a head cannot be chosen
        palette.setCurrentColorGroup(QPalette::Active);
        painter.fillRect(option.rect, appearance::surface(palette));
        painter.setPen(appearance::line(palette));
        if (index.row() > 0) // the first stands below the frame
            painter.drawLine(option.rect.topLeft(), option.rect.topRight());
        const int em = option.fontMetrics.height();
        QRect rest = option.rect.adjusted(em * 3 / 2, 0, -em / 2, 0);
        const QFont bold = appearance::scaled(option.font, 1, true);
        const QString head = index.data().toString();
        const int most = rest.width() * 3 / 4;
        const int wide = std::min(most, QFontMetrics(bold).horizontalAdvance(head) + em / 2);
        words(painter, rest, wide, bold, palette.color(QPalette::Text), head);
        words(painter, rest, rest.width(), option.font, appearance::quiet(palette),
            RecentList::tr("reports: %1").arg(index.data(RecentModel::HeadCountRole).toInt()));
    }

    static void paintReport(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const QPalette &palette = option.palette;
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen)
            painter.fillRect(option.rect, palette.highlight());
        else if (option.state & QStyle::State_MouseOver)
            painter.fillRect(option.rect, appearance::surface(palette));
        if (isChosen && (option.state & QStyle::State_HasFocus)) {
            painter.setPen(QPen(appearance::accent(palette), 2));
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        const int em = option.fontMetrics.height();
        QRect rest = option.rect.adjusted(em / 2, 0, -em / 2, 0);
        if (index.data(RecentModel::PinnedRole).toBool())
            paintPin(painter, QRectF(rest.left(), rest.center().y() - em / 3.0, em * 2 / 3.0, em * 2 / 3.0),
                appearance::accent(palette));
        rest.setLeft(rest.left() + em);
        const int width = rest.width();
        const QColor quiet = appearance::quiet(palette);
        words(painter, rest, width / 4, option.font, palette.color(QPalette::Text), index.data().toString());
        words(painter, rest, std::max(em * 4, width / 8), option.font, appearance::accent(palette),
            index.data(RecentModel::StateRole).toString());
        const bool isWide = width > em * kWideLine;
        openParts(painter, rest, isWide ? rest.width() / 2 : rest.width() * 3 / 4, option,
            index.data(RecentModel::OpenRole).value<QList<OpenPart>>());
        if (isWide)
            words(painter, rest, em * 6, option.font, quiet, index.data(RecentModel::DaysRole).toString());
        words(painter, rest, rest.width(), option.font, quiet, index.data(RecentModel::FileRole).toString(),
            Qt::ElideMiddle);
    }

    /// A drawing pin: head, collar, needle.
    static void paintPin(QPainter &painter, const QRectF &place, const QColor &colour)
    {
        painter.setPen(QPen(colour, std::max(1.0, place.width() / 8)));
        painter.setBrush(colour);
        const double x = place.center().x();
        painter.drawRoundedRect(
            QRectF(x - place.width() / 5, place.top(), place.width() * 2 / 5, place.height() / 2), 1, 1);
        painter.drawLine(QPointF(x - place.width() / 3, place.center().y() + 1),
            QPointF(x + place.width() / 3, place.center().y() + 1));
        painter.drawLine(QPointF(x, place.center().y() + 1), QPointF(x, place.bottom()));
    }
};

constexpr int kLeastLines = 5;
constexpr int kMostLines = 14;

} // namespace

RecentList::RecentList(RecentModel &model, QWidget *parent) : FocusedView(parent), m_model(model)
{
    setObjectName(QStringLiteral("recentList"));
    setAccessibleName(tr("Recent reports"));
    setModel(&model);
    setItemDelegate(new RecentDelegate(this));
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = chosen(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_kept.isEmpty())
            setCurrentIndex(m_model.indexOf(m_kept));
    });
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const QString path = index.data(RecentModel::PathRole).toString(); !path.isEmpty())
            Q_EMIT openRequested(path);
    });
}

QString RecentList::chosen() const { return currentIndex().data(RecentModel::PathRole).toString(); }

void RecentList::choose(const QModelIndex &index)
{
    setCurrentIndex(index);
    if (index.row() == 1)
        scrollToTop(); // the head above it too
}

QSize RecentList::sizeHint() const
{
    const int line = fontMetrics().height() * 17 / 10;
    return {fontMetrics().height() * 30, line * std::clamp(m_model.rowCount(), kLeastLines, kMostLines) + 2};
}

QSize RecentList::minimumSizeHint() const
{
    const int line = fontMetrics().height() * 17 / 10;
    return {fontMetrics().height() * 12, line * kLeastLines + 2};
}

void RecentList::keyPressEvent(QKeyEvent *event)
{
    const QString path = chosen();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !path.isEmpty())
        Q_EMIT openRequested(path);
    else if (event->matches(QKeySequence::Delete) && !path.isEmpty())
        Q_EMIT removeRequested(path);
    else if (event->key() == Qt::Key_Up && currentIndex().row() <= 1)
        Q_EMIT leftAtTop();
    else
        QListView::keyPressEvent(event);
}

void RecentList::focusInEvent(QFocusEvent *event)
{
    FocusedView::focusInEvent(event);
    if (chosen().isEmpty())
        choose(m_model.first());
}

void RecentList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    const QString path = index.data(RecentModel::PathRole).toString();
    if (path.isEmpty())
        return;
    const bool isPinned = index.data(RecentModel::PinnedRole).toBool();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        menu->addAction(tr("Open")), &QAction::triggered, this, [this, path] { Q_EMIT openRequested(path); });
    connect(menu->addAction(isPinned ? tr("Unpin") : tr("Pin")), &QAction::triggered, this,
        [this, path, isPinned] { Q_EMIT pinRequested(path, !isPinned); });
    connect(menu->addAction(tr("Copy the path")), &QAction::triggered, this,
        [path] { QApplication::clipboard()->setText(QDir::toNativeSeparators(path)); });
    menu->addSeparator();
    connect(menu->addAction(tr("Take off this list")), &QAction::triggered, this,
        [this, path] { Q_EMIT removeRequested(path); });
    menu->popup(isKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace nianbao
