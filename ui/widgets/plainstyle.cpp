// SPDX-License-Identifier: MulanPSL-2.0
#include "plainstyle.h"

#include "appearance.h"
#include "icons.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QFontInfo>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextCharFormat>

#include <array>

namespace nianbao {

namespace {

constexpr double kRound = 1000; // a circle

int pixels(double em) { return qRound(QFontInfo(QApplication::font()).pixelSize() * em); }

QColor colourOf(const QStyleOption &option, Colour name)
{
    return themes::colour(themes::shownBy(option.palette), name);
}

void outline(QPainter &painter, const QRectF &rect, double radius, int width, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const double half = width / 2.0;
    const QRectF edge = rect.adjusted(half, half, -half, -half);
    if (radius >= kRound)
        painter.drawEllipse(edge);
    else
        painter.drawRoundedRect(edge, radius, radius);
    painter.restore();
}

/// Of what can be used: broader with the focus.
void outline(QPainter &painter, const QStyleOption &option, double radius)
{
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    painter.setBrush(Qt::NoBrush);
    outline(painter, option.rect, radius, hasFocus ? 2 : 1,
        !(option.state & QStyle::State_Enabled) ? colourOf(option, Colour::Line)
            : hasFocus                          ? colourOf(option, Colour::Accent)
                                                : colourOf(option, Colour::Edge));
}

/// Two lines that meet, as in our pictures; up or down.
void chevron(QPainter &painter, const QStyleOption &option, const QRect &room, bool isUp, bool isEnabled)
{
    const double wide = std::min(pixels(0.6), room.width() - 4) / 2.0;
    const double tall = std::min(wide / 2, room.height() / 2.0 - 1) * (isUp ? -1 : 1);
    const QPointF middle = QRectF(room).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colourOf(option, isEnabled ? Colour::Text : Colour::Disabled),
        std::max(1.25, pixels(0.11) * 1.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        std::array{middle + QPointF(-wide, -tall), middle + QPointF(0, tall), middle + QPointF(wide, -tall)}
            .data(),
        3);
    painter.restore();
}

/// What a line field has around its words.
void drawField(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(option, option.state & QStyle::State_Enabled ? Colour::Base : Colour::Surface));
    const double radius = pixels(PlainStyle::kFieldRound);
    painter.drawRoundedRect(option.rect, radius, radius);
    outline(painter, option, radius);
    painter.restore();
}

/// Fusion's dot is darker than the words beside it: where those are white it looks as if it could not be
/// chosen.
void drawRadio(QPainter &painter, const QStyleOption &option)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isPressed = option.state & QStyle::State_Sunken;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(option,
        !isEnabled      ? Colour::Surface
            : isPressed ? Colour::Chosen
                        : Colour::Base));
    painter.drawEllipse(option.rect);
    if (option.state & QStyle::State_On) {
        const double inset = option.rect.width() * 0.28;
        painter.setBrush(colourOf(option, isEnabled ? Colour::Text : Colour::Disabled));
        painter.drawEllipse(QRectF(option.rect).adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
    outline(painter, option, kRound);
}

/// Days off in the one red of the theme, and no column of the weeks' numbers.
void dress(QCalendarWidget &calendar)
{
    QTextCharFormat off;
    off.setForeground(appearance::levelColour(QApplication::palette(), Level::Error));
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar.setWeekdayTextFormat(day, off);
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
}

struct Picture {
    QStyle::StandardPixmap of;
    const char *name;
    Colour ink;
};
constexpr Picture kPictures[]{{QStyle::SP_MessageBoxInformation, "hint", Colour::Accent},
    {QStyle::SP_ToolBarHorizontalExtensionButton, "more", Colour::Text},
    {QStyle::SP_MessageBoxQuestion, "help", Colour::Accent},
    {QStyle::SP_MessageBoxWarning, "explain", Colour::Explain},
    {QStyle::SP_MessageBoxCritical, "error", Colour::Error},
    {QStyle::SP_FileDialogNewFolder, "new-folder", Colour::Text},
    {QStyle::SP_FileDialogToParent, "up", Colour::Text}, {QStyle::SP_FileDialogBack, "back", Colour::Text},
    {QStyle::SP_ArrowBack, "back", Colour::Text}, {QStyle::SP_ArrowForward, "forward", Colour::Text},
    {QStyle::SP_ArrowLeft, "back", Colour::Text}, {QStyle::SP_ArrowRight, "forward", Colour::Text},
    {QStyle::SP_FileDialogListView, "list", Colour::Text},
    {QStyle::SP_FileDialogDetailedView, "details", Colour::Text},
    {QStyle::SP_DirIcon, "folder", Colour::Text}, {QStyle::SP_DirHomeIcon, "folder", Colour::Text},
    {QStyle::SP_DirOpenIcon, "open", Colour::Text}, {QStyle::SP_DirClosedIcon, "folder", Colour::Text},
    {QStyle::SP_FileIcon, "file", Colour::Text}, {QStyle::SP_ComputerIcon, "computer", Colour::Text},
    {QStyle::SP_DesktopIcon, "computer", Colour::Text}};

} // namespace

PlainStyle::PlainStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

int PlainStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_Table_GridLineColor:
        return int(appearance::line(option ? option->palette : QApplication::palette()).rgba());
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int PlainStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarExtensionExtent: return pixels(1.5);
    case PM_MessageBoxIconSize: return pixels(2.5);
    case PM_SpinBoxFrameWidth: return 1 + pixels(kFieldTall); // all that style sheets ask for its height
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

/// Asked for where a layout has no spacing of its own: a row in a form or grid whose lines stand nearer to
/// each other than its columns has none, and what is in it would touch.
int PlainStyle::layoutSpacing(QSizePolicy::ControlType one, QSizePolicy::ControlType other,
    Qt::Orientation orientation, const QStyleOption *option, const QWidget *widget) const
{
    const int spacing = QProxyStyle::layoutSpacing(one, other, orientation, option, widget);
    const bool isRow = orientation == Qt::Horizontal;
    return spacing >= 0
        ? spacing
        : pixelMetric(isRow ? PM_LayoutHorizontalSpacing : PM_LayoutVerticalSpacing, option, widget);
}

QIcon PlainStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    for (const Picture &picture : kPictures) {
        if (picture.of == which)
            return icons::icon(QLatin1String(picture.name), picture.ink);
    }
    return QProxyStyle::standardIcon(which, option, widget);
}

QSize PlainStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type != CT_ComboBox)
        return whole;
    constexpr int kLeastLine = 14; // of Qt's line fields, and one free above and below
    const int line = std::max(kLeastLine, option->fontMetrics.height()) + 2;
    return {whole.width() + pixels(kFieldWide), line + 2 * (1 + pixels(kFieldTall))};
}

/// Words begin where those of a line field do.
QRect PlainStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isWords = (control == CC_ComboBox && part == SC_ComboBoxEditField)
        || (control == CC_SpinBox && part == SC_SpinBoxEditField);
    const int margin = 1 + pixels(kFieldWide);
    if (isWords && option->direction == Qt::LeftToRight && rect.left() < option->rect.left() + margin)
        rect.setLeft(std::min(rect.right(), option->rect.left() + margin));
    return rect;
}

void PlainStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        painter->setBrush(Qt::NoBrush);
        return outline(*painter, option->rect, 0, 1, colourOf(*option, Colour::Accent));
    }
    if (element == PE_IndicatorRadioButton)
        return drawRadio(*painter, *option);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        outline(*painter, *option, 2);
    else if (element == PE_Frame && widget && !widget->inherits("QComboBoxPrivateContainer"))
        outline(*painter, *option, 0);
}

void PlainStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const bool isEnabled = option->state & State_Enabled;
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox) {
        drawField(*painter, *option);
        return chevron(
            *painter, *option, subControlRect(control, option, SC_ComboBoxArrow, widget), false, isEnabled);
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin || control != CC_SpinBox)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    drawField(*painter, *option);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QRect room = subControlRect(control, option, part, widget);
        const bool mayStep = isEnabled
            && spin->stepEnabled.testFlag(
                part == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        if (mayStep && spin->activeSubControls == part)
            painter->fillRect(room.adjusted(0, 1, -2, -1),
                colourOf(*option, option->state & State_Sunken ? Colour::Marked : Colour::Chosen));
        chevron(*painter, *option, room, part == SC_SpinBoxUp, mayStep);
    }
}

void PlainStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *calendar = qobject_cast<QCalendarWidget *>(widget))
        dress(*calendar);
}

} // namespace nianbao
