// SPDX-License-Identifier: MulanPSL-2.0
#include "chartpicture.h"

#include "chart.h"
#include "pagestyle.h"
#include "paintpage.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace nianbao {

ChartPicture chartPicture(const ChartFigures &chart, const FontSet &fonts)
{
    constexpr double kDotsPerMm = 300 / 25.4;
    constexpr int kDotsPerMetre = 11811; // 300 dpi, as PNG counts
    const QSizeF size(pageStyle().typeWidth, chartHeight(chart));
    PageDocument document;
    document.fonts = std::shared_ptr<const FontSet>(std::shared_ptr<const FontSet>(), &fonts); // not owned
    document.width = size.width();
    document.height = size.height();
    document.pages.emplace_back();
    drawChart(chart, document.pages.front(), fonts, {QPointF(0, 0), size}, {InkRole::ChartText, -1, -1});
    QImage image((size * kDotsPerMm).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(kDotsPerMetre);
    image.setDotsPerMeterY(kDotsPerMetre);
    QPainter painter(&image);
    paintPage(document, 0, painter, kDotsPerMm);
    painter.end();
    ChartPicture picture{{}, size};
    QBuffer buffer(&picture.png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return picture;
}

} // namespace nianbao
