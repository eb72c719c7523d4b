// SPDX-License-Identifier: MulanPSL-2.0
#include "celldelegate.h"

#include "appearance.h"
#include "celledit.h"
#include "gridview.h"
#include "tablemodel.h"

#include <QAbstractItemView>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>

#include <cmath>
#include <numeric>

namespace nianbao {

namespace {

constexpr double kPitch = 1.16; // of lines, em
constexpr double kAscent = 0.88; // of the em box of a Chinese character
constexpr double kWideCell = 9; // from here on a figure stands in the middle, em
constexpr double kPadding = 0.3; // left and right of a text, em
constexpr double kSmall = 0.68; // letters of the figure beside, of the figure's
constexpr double kMark = 0.56; // a mark from point to point, em; smaller in a low row, below that figure
constexpr double kLeastMark = 0.3;
constexpr double kApart = 0.15; // between that figure and what is offered beside it, em
constexpr auto kRefused = "refused";
constexpr auto kTyped = "openedByTyping";

using Kind = GridModel::Kind;

QStringList linesOf(const QString &text, const QFont &font, double width, bool stacked)
{
    QStringList lines;
    if (stacked) {
        for (const QChar c : text)
            lines.append(c);
        return lines;
    }
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

void drawText(QPainter *painter, const QRectF &rect, const QStringList &lines, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter->font());
    const double em = celltext::em(painter->font());
    double top = rect.top() + (rect.height() - double(lines.size()) * em * kPitch) / 2;
    for (const QString &line : lines) {
        const double room = rect.width() - metrics.horizontalAdvance(line);
        const double shift = alignment & Qt::AlignRight ? room : alignment & Qt::AlignHCenter ? room / 2 : 0;
        painter->drawText(QPointF(rect.left() + shift, top + em * ((kPitch - 1) / 2 + kAscent)), line);
        top += em * kPitch;
    }
}

QColor blended(const QColor &over, const QColor &ground, double share)
{
    const auto mix = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    return QColor(
        mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue()));
}

/// As small as need be: a mark, or a figure that must be seen whole.
QFont resized(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

/// One cell on its way to the screen.
struct Ink {
    QPainter *painter;
    const QPalette &palette;
    QRectF rect;
    double em;

    void small(const QString &text, const QColor &colour, bool below, double left = 0) const
    {
        const QFont font = painter->font();
        painter->setFont(appearance::scaled(font, kSmall));
        painter->setPen(colour);
        const double height = celltext::em(painter->font()) * kPitch;
        const QRectF place(rect.left() + 2 + left, below ? rect.center().y() - height / 2 : rect.top(),
            rect.width() - 4 - left, height);
        drawText(painter, place, {text}, Qt::AlignLeft);
        painter->setFont(font);
    }

    double smallWidth(const QString &text) const
    {
        return QFontMetricsF(appearance::scaled(painter->font(), kSmall)).horizontalAdvance(text);
    }

    /// ◆ at the foot, so far from the left; at the very left it is small enough to lie below last year's
    /// figure.
    void mark(const QColor &colour, double left) const
    {
        const double foot = std::ceil(kSmall * em * ((kPitch - 1) / 2 + kAscent)) + 1; // of that figure
        const double size
            = left > 0 ? kMark * em : std::clamp(rect.height() - 1 - foot, kLeastMark * em, kMark * em);
        const double half = size / 2;
        const QPointF middle(rect.left() + 2 + left + half, rect.bottom() - 1 - half);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawPolygon(QPolygonF({middle - QPointF(half, 0), middle - QPointF(0, half),
            middle + QPointF(half, 0), middle + QPointF(0, half)}));
        painter->restore();
    }

    /// The figure; when its note does not fit, a corner stands for the note.
    void figure(const QModelIndex &index, double taken) const
    {
        QString text = index.data(Qt::DisplayRole).toString();
        if (text.isEmpty())
            return;
        const double room = rect.width() - 2 * kPadding * em - taken;
        QFont font = painter->font();
        const bool hasNote = !index.data(GridModel::NoteRole).toString().isEmpty();
        if (hasNote && QFontMetricsF(font).horizontalAdvance(text) > room) {
            text = index.data(Qt::EditRole).toString();
            painter->setPen(Qt::NoPen);
            painter->setBrush(appearance::accent(palette));
            const QPointF corner = rect.topRight();
            const double size = em * 0.4;
            painter->drawPolygon(QPolygonF({corner, corner - QPointF(size, 0), corner + QPointF(0, size)}));
        }
        if (const double width = QFontMetricsF(font).horizontalAdvance(text); width > room)
            font = resized(font, std::max(0.5, room / width));
        painter->save();
        font.setStrikeOut(qvariant_cast<QFont>(index.data(Qt::FontRole)).strikeOut());
        painter->setFont(font);
        painter->setPen(font.strikeOut() ? appearance::quiet(palette) : palette.color(QPalette::Text));
        drawText(painter, rect.adjusted(kPadding * em, 0, -kPadding * em, 0), {text},
            rect.width() > kWideCell * em ? Qt::AlignHCenter : Qt::AlignRight);
        painter->restore();
    }
};

QBrush brushOf(const QModelIndex &index, int role) { return qvariant_cast<QBrush>(index.data(role)); }

QColor groundOf(const QPalette &palette, Kind kind, const QModelIndex &index, bool selected)
{
    QColor ground = palette.color(QPalette::Base);
    const QVariant level = index.data(GridModel::LevelRole);
    const bool isWrong = level.isValid() && Level(level.toInt()) == Level::Error
        && !index.data(Qt::EditRole).toString().isEmpty();
    if (kind != Kind::Typed && kind != Kind::Computed)
        return appearance::headGround(palette);
    if (isWrong)
        ground = appearance::errorGround(palette);
    else if (kind == Kind::Computed)
        ground = appearance::computedGround(palette);
    if (const QBrush own = brushOf(index, Qt::BackgroundRole); own.style() == Qt::SolidPattern)
        ground = own.color();
    return selected ? blended(appearance::accent(palette), ground, 0.12) : ground;
}

/// Where the words of a head over many columns stand: in the middle of what is seen of it, as far as there is
/// room for them.
QRectF seenPart(const QRectF &head, double needed, const QPainter &painter, const QModelIndex &index,
    const GridView &view)
{
    const auto columns = view.columnSpan(index.row(), index.column());
    const auto *grid = static_cast<const GridModel *>(index.model());
    if (columns < 2 || index.column() < grid->frozenColumns())
        return head;
    const QRectF area = painter.worldTransform().inverted().mapRect(QRectF(view.figureArea()));
    QRectF seen(head);
    seen.setLeft(std::clamp(area.left(), head.left(), std::max(head.left(), head.right() - needed)));
    seen.setRight(std::clamp(area.right(), std::min(head.right(), seen.left() + needed), head.right()));
    return seen;
}

void drawHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, Kind kind)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool stacked = index.data(GridModel::StackedRole).toBool();
    painter->setFont(celltext::headFont(option.font));
    const QBrush own = brushOf(index, Qt::ForegroundRole);
    painter->setPen(own.style() != Qt::NoBrush ? own.color()
            : kind == Kind::Corner             ? appearance::quiet(option.palette)
                                               : option.palette.color(QPalette::Text));
    const double padding = kPadding * celltext::em(option.font);
    const QRectF rect = QRectF(option.rect).adjusted(padding, 0, -padding, 0);
    const auto lines = linesOf(text, painter->font(), rect.width(), stacked);
    // a narrow head is a group of rows: centred as on paper; a wide one is the name of a row
    const bool isRowName
        = kind == Kind::RowHead && !stacked && rect.width() > 7 * celltext::em(painter->font());
    const auto *view = qobject_cast<const GridView *>(option.widget);
    const QFontMetricsF metrics(painter->font());
    double needed = 0;
    for (const QString &line : lines)
        needed = std::max(needed, metrics.horizontalAdvance(line));
    drawText(painter, view ? seenPart(rect, needed, *painter, index, *view) : rect, lines,
        isRowName ? Qt::AlignLeft : Qt::AlignHCenter);
}

void drawError(const Ink &ink, const QModelIndex &index)
{
    const QColor colour = appearance::levelColour(ink.palette, Level::Error);
    const QRectF rect = ink.rect.adjusted(0.5, 0.5, -1.5, -1.5);
    if (index.data(Qt::EditRole).toString().isEmpty()) {
        // blank cells are many at first: a tick at the foot, not a frame around each
        ink.painter->setPen(QPen(blended(colour, ink.palette.color(QPalette::Base), 0.5), 1));
        ink.painter->drawLine(
            QPointF(rect.right() - ink.em, rect.bottom() - 2), QPointF(rect.right() - 3, rect.bottom() - 2));
        return;
    }
    ink.painter->setPen(QPen(colour, 1));
    ink.painter->setBrush(Qt::NoBrush);
    ink.painter->drawRect(rect);
}

void drawFigure(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette &palette = option.palette;
    const Ink ink{painter, palette, QRectF(option.rect), celltext::em(option.font)};
    painter->setFont(option.font);
    double taken = 0;
    if (const QVariant sign = index.data(GridModel::SignRole); sign.isValid()) {
        painter->setPen(brushOf(index, Qt::ForegroundRole).color());
        const double padding = kPadding * ink.em;
        drawText(painter, ink.rect.adjusted(padding, 0, -padding, 0), {sign.toString()}, Qt::AlignLeft);
        taken = QFontMetricsF(option.font).horizontalAdvance(sign.toString());
    }
    const double width = QFontMetricsF(option.font).horizontalAdvance(index.data(Qt::DisplayRole).toString());
    const double room
        = ink.rect.width() - 2 * kPadding * ink.em - 2 - width; // of what stands beside the figure
    const QVariant level = index.data(GridModel::LevelRole);
    const bool isMarked = level.isValid() && Level(level.toInt()) == Level::Explain;
    const double markWidth = isMarked ? (kMark + kApart) * ink.em : 0;
    double markLeft = 0;
    double offerLeft = markWidth;
    const QVariant proposal = index.data(GridModel::ProposalRole);
    const QString offer = proposal.isValid() ? QStringLiteral("⟵ %1 ？").arg(proposal.toString()) : QString();
    const QVariant computed = index.data(GridModel::ComputedValueRole);
    if (computed.isValid()) {
        const QString beside = QStringLiteral("≠") + computed.toString();
        if (ink.smallWidth(beside)
            <= room) { // else they would be read as one figure; the frame tells, and the panel
            ink.small(beside, appearance::levelColour(palette, Level::Error), true);
            taken = ink.smallWidth(beside);
        }
    } else if (const QVariant prior = index.data(GridModel::PriorRole); prior.isValid()) {
        // beside a figure that leaves it no room it is only said that there is one: the panel says which
        const double offerWidth = offer.isEmpty() ? 0 : ink.smallWidth(offer) + kApart * ink.em;
        const bool fits = ink.smallWidth(prior.toString()) + offerWidth <= room;
        const QString shown = fits ? prior.toString() : offer.isEmpty() ? QStringLiteral("…") : QString();
        ink.small(shown,
            option.state & QStyle::State_Selected ? palette.color(QPalette::Text)
                                                  : appearance::quiet(palette),
            false);
        const double shownWidth = shown.isEmpty() ? 0 : ink.smallWidth(shown) + kApart * ink.em;
        if (shownWidth + markWidth + offerWidth <= room)
            markLeft = shownWidth;
        offerLeft = std::max(markWidth, shownWidth + (markLeft > 0 ? markWidth : 0));
    }
    ink.figure(index, taken);
    if (!offer.isEmpty())
        ink.small(offer, appearance::accent(palette), true, offerLeft);
    if (isMarked)
        ink.mark(appearance::levelColour(palette, Level::Explain), markLeft);
    if (level.isValid() && Level(level.toInt()) == Level::Error)
        drawError(ink, index);
}

} // namespace

double celltext::em(const QFont &font) { return QFontInfo(font).pixelSize(); }

QFont celltext::headFont(const QFont &font) { return appearance::scaled(font, 0.88); }

double celltext::height(const QString &text, const QFont &font, double width, bool stacked)
{
    const auto lines = linesOf(text, font, width - 2 * kPadding * em(font) / 0.88, stacked);
    return double(lines.size()) * em(font) * kPitch;
}

namespace {

// of the font's em, so that everything grows with it
constexpr double kRow = 1.3; // at least; more where there is room
constexpr double kHeadRow = 1.2;
constexpr double kRowPadding = 0.22;
constexpr double kFigureColumn = 2.9;
constexpr double kHeadColumn = 2.0;
constexpr double kWidest = 100;

QHash<int, QRect> spansByPlace(const GridModel &model)
{
    QHash<int, QRect> spans;
    const auto all = model.spans();
    for (const QRect &span : all)
        spans.insert(span.y() * model.columnCount() + span.x(), span);
    return spans;
}

} // namespace

QList<int> gridsize::columnWidths(const GridModel &model, const QFont &font, int viewWidth)
{
    const double em = celltext::em(font);
    const auto shares = model.widths();
    const int heads = model.frozenColumns();
    const auto leastOf = [&](qsizetype i) { return em * (i < heads ? kHeadColumn : kFigureColumn); };
    QList<double> widths(shares.size(), 0);
    double least = 0;
    for (qsizetype i = 0; i < shares.size(); ++i)
        least += leastOf(i);
    const double room = std::max(least, std::min(double(viewWidth), kWidest * em));
    // columns that would be too narrow get their least width, the others share the rest
    double rest = room;
    double restShares = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (bool settled = false; !settled;) {
        settled = true;
        for (qsizetype i = 0; i < shares.size(); ++i) {
            if (widths[i] > 0 || rest * shares[i] / restShares >= leastOf(i))
                continue;
            widths[i] = leastOf(i);
            rest -= widths[i];
            restShares -= shares[i];
            settled = false;
        }
    }
    QList<int> rounded;
    double right = 0;
    int used = 0;
    for (qsizetype i = 0; i < shares.size(); ++i) {
        right += widths[i] > 0 ? widths[i] : rest * shares[i] / restShares;
        rounded.append(int(right + 0.01) - used);
        used = int(right + 0.01);
    }
    return rounded;
}

QList<int> gridsize::rowHeights(const GridModel &model, const QFont &font, const QList<int> &widths)
{
    const double em = celltext::em(font);
    const QFont headFont = celltext::headFont(font);
    const auto spans = spansByPlace(model);
    QList<double> heights(model.rowCount(), 0);
    QList<std::pair<QRect, double>> talls;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            if (model.kind(index) == GridModel::Kind::Covered)
                continue;
            if (model.isFigure(index)) {
                heights[row] = std::max(heights[row], kRow * em);
                continue;
            }
            const QRect span = spans.value(row * model.columnCount() + column, QRect(column, row, 1, 1));
            const int width
                = std::accumulate(widths.begin() + column, widths.begin() + column + span.width(), 0);
            const double height = kRowPadding * em
                + celltext::height(
                    index.data().toString(), headFont, width, index.data(GridModel::StackedRole).toBool());
            heights[row]
                = std::max(heights[row], span.height() > 1 ? kHeadRow * em : std::max(kHeadRow * em, height));
            if (span.height() > 1)
                talls.append({span, height});
        }
    }
    for (const auto &[span, height] : talls) {
        const auto first = heights.begin() + span.y();
        const double missing = height - std::accumulate(first, first + span.height(), 0.0);
        for (int i = 0; i < span.height() && missing > 0; ++i)
            heights[span.y() + i] += missing / span.height();
    }
    QList<int> rounded;
    for (const double height : heights)
        rounded.append(int(std::ceil(height)));
    return rounded;
}

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = Kind(index.data(GridModel::KindRole).toInt());
    if (kind == Kind::Covered)
        return;
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const bool isFigure = kind == Kind::Typed || kind == Kind::Computed;
    painter->fillRect(
        option.rect, groundOf(option.palette, kind, index, option.state & QStyle::State_Selected));
    if (const QBrush hatch = brushOf(index, Qt::BackgroundRole); isFigure && hatch.style() > Qt::SolidPattern)
        painter->fillRect(option.rect, hatch);
    const QRect &r = option.rect;
    const QColor line = appearance::line(option.palette);
    painter->fillRect(r.left(), r.bottom(), r.width(), 1, line); // filled, so that no scaling leaves gaps
    painter->fillRect(r.right(), r.top(), 1, r.height(), line);
    if (index.row() == 0)
        painter->fillRect(r.left(), r.top(), r.width(), 1, line);
    if (index.column() == 0)
        painter->fillRect(r.left(), r.top(), 1, r.height(), line);
    if (isFigure)
        drawFigure(painter, option, index);
    else
        drawHead(painter, option, index, kind);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (isFigure && view && view->currentIndex() == index) {
        const bool hasFocus = option.state & QStyle::State_HasFocus;
        painter->setPen(
            QPen(hasFocus ? appearance::accent(option.palette) : appearance::quiet(option.palette),
                hasFocus ? 2 : 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(hasFocus ? r.adjusted(1, 1, -1, -1) : r.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QWidget *CellDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // no validator: what cannot stand here is refused when it is committed, with the reason, not swallowed
    auto *edit = new CellEdit(parent);
    edit->setAttribute(Qt::WA_InputMethodEnabled, false); // counts need no Chinese input
    edit->setFont(option.font);
    const bool isWide = option.rect.width() > kWideCell * celltext::em(option.font);
    edit->setAlignment((isWide ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignVCenter);
    edit->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    return edit;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *edit = qobject_cast<QLineEdit *>(editor); edit && !edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    if (!edit)
        return;
    const bool taken = !edit->isModified() || model->setData(index, edit->text());
    edit->setProperty(kRefused, !taken);
    if (taken)
        edit->setModified(false);
}

void CellDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const GridView *>(option.widget);
    if (auto *edit = qobject_cast<CellEdit *>(editor)) // the lines stay in sight where there is room
        edit->setPlace(
            option.rect.adjusted(0, 0, -1, -1), view ? view->figureArea() : editor->parentWidget()->rect());
}

bool CellDelegate::commit(QWidget *editor)
{
    Q_EMIT commitData(editor);
    return !isRefused(editor);
}

bool CellDelegate::beginsNumber(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.unicode() >= 0xFF10 && c.unicode() <= 0xFF19) || c == u'-'
        || c == u'.' || c.unicode() == 0x2212 || c.unicode() == 0xFF0D || c.unicode() == 0xFF0E;
}

bool CellDelegate::isRefused(const QWidget *editor) { return editor->property(kRefused).toBool(); }

void CellDelegate::setOpenedByTyping(QWidget *editor) { editor->setProperty(kTyped, true); }

bool CellDelegate::handleKey(QWidget *editor, int key, Qt::KeyboardModifiers modifiers)
{
    const bool typed = editor->property(kTyped).toBool();
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!typed)
            return false;
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab: break;
    case Qt::Key_Escape: Q_EMIT closeEditor(editor, RevertModelCache); return true;
    default: return false;
    }
    if (commit(editor)) {
        Q_EMIT closeEditor(editor, NoHint);
        Q_EMIT left(key, modifiers);
    }
    return true;
}

bool CellDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *editor = qobject_cast<QLineEdit *>(object);
    if (!editor)
        return false;
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return handleKey(editor, key->key(), key->modifiers());
    }
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    // Losing the focus commits. A menu takes it only for a while, a window gives it back.
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && commit(editor) && reason != Qt::ActiveWindowFocusReason)
            Q_EMIT closeEditor(editor, NoHint);
    }
    return false;
}

} // namespace nianbao
