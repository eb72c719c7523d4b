// SPDX-License-Identifier: MulanPSL-2.0
#include "docxdrawings.h"

#include "chartpicture.h"
#include "docxlooks.h"
#include "docxparts.h"
#include "pagestyle.h"
#include "pictureheader.h"
#include "pictures.h"

#include <QBuffer>

#include <cmath>

namespace nianbao {

namespace {

constexpr double kAir = 1.5; // mm above and under a picture
constexpr const char *kDrawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr const char *kPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

int emu(double mm) { return int(std::lround(mm * 36'000)); }

/// As it came; a photograph that lies as the camera held it is set upright: Word does not turn it.
QByteArray uprightBytes(const QByteArray &bytes)
{
    if (pictureFormat(bytes) != PictureHeader::Format::Jpeg || isUprightJpeg(bytes))
        return bytes;
    constexpr int kQuality = 92;
    QByteArray upright;
    QBuffer buffer(&upright);
    buffer.open(QIODevice::WriteOnly);
    return decodePicture(bytes).save(&buffer, "JPEG", kQuality) ? upright : bytes;
}

void addDrawing(DocxMarkup &xml, const QString &relation, const IllustrationBlock &illustration, int number,
    const QSizeF &size)
{
    const int width = emu(size.width()), height = emu(size.height());
    const QString name = QStringLiteral("图%1").arg(number);
    xml.open("w:drawing");
    xml.open("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    xml.leaf("wp:extent", {{"cx", width}, {"cy", height}});
    xml.leaf("wp:docPr", {{"id", number}, {"name", name}, {"descr", illustration.alternative}});
    xml.open("wp:cNvGraphicFramePr");
    xml.leaf("a:graphicFrameLocks", {{"xmlns:a", kDrawing}, {"noChangeAspect", "1"}});
    xml.close();
    xml.open("a:graphic", {{"xmlns:a", kDrawing}});
    xml.open("a:graphicData", {{"uri", kPicture}});
    xml.open("pic:pic", {{"xmlns:pic", kPicture}});
    xml.open("pic:nvPicPr");
    xml.leaf("pic:cNvPr", {{"id", number}, {"name", name}, {"descr", illustration.alternative}});
    xml.leaf("pic:cNvPicPr");
    xml.close();
    xml.open("pic:blipFill");
    xml.leaf("a:blip", {{"r:embed", relation}});
    xml.open("a:stretch");
    xml.leaf("a:fillRect");
    xml.close();
    xml.close();
    xml.open("pic:spPr");
    xml.open("a:xfrm");
    xml.leaf("a:off", {{"x", "0"}, {"y", "0"}});
    xml.leaf("a:ext", {{"cx", width}, {"cy", height}});
    xml.close();
    xml.open("a:prstGeom", {{"prst", "rect"}});
    xml.leaf("a:avLst");
    for (int i = 0; i < 7; ++i) // prstGeom, spPr, pic, graphicData, graphic, inline, drawing
        xml.close();
}

} // namespace

void addDocxIllustration(DocxText &body, DocxParts &parts, const IllustrationBlock &illustration, int number,
    DocxComments &comments, const FontSet &fonts)
{
    const PageStyle &style = pageStyle();
    DocxParagraph paragraph{docx::kFigure};
    const bool isShown = illustration.chart || pictureState(illustration.picture, illustration.name);
    paragraph.isFramed = !isShown;
    body.open(paragraph);
    if (isShown) {
        const double most = (style.linesPerPage - 2) * style.linePitch() - 2 * kAir;
        const ChartPicture chart
            = illustration.chart ? chartPicture(*illustration.chart, fonts) : ChartPicture();
        const QByteArray bytes = illustration.chart ? chart.png : uprightBytes(illustration.picture);
        const QSizeF size
            = illustration.chart ? chart.size : pictureSize(illustration.picture, style.typeWidth, most);
        body.markup().open("w:r");
        addDrawing(body.markup(), parts.addPicture(bytes), illustration, number, size);
        body.markup().close();
    } else {
        body.words(QStringLiteral("（图片“%1”缺失或无法显示）").arg(illustration.name));
    }
    body.close();
    body.add(
        {docx::kCaption}, illustration.caption, comments.cutsAt(illustration.place, illustration.caption));
}

} // namespace nianbao
