// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QProxyStyle>

namespace nianbao {

/// Fusion, with the outlines of what can be used seen in every theme: Fusion's own are shades of the ground.
/// What is chosen in (combo boxes, spin boxes, dates) looks like what is typed into; Qt's boxes, file dialogs
/// and calendars have our pictures and colours; buttons of dialogs have none.
class PlainStyle final : public QProxyStyle {
public:
    // room around the words of a field, in em
    static constexpr double kFieldTall = 0.25;
    static constexpr double kFieldWide = 0.45;
    static constexpr double kFieldRound = 0.3;

    PlainStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *data) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int layoutSpacing(QSizePolicy::ControlType one, QSizePolicy::ControlType other,
        Qt::Orientation orientation, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(
        StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
};

} // namespace nianbao
