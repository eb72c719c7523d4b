// SPDX-License-Identifier: MulanPSL-2.0
#include "pdforigin.h"

#include "cleantext.h"
#include "pagedocument.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <set>

namespace nianbao {

namespace {

/// SHA-256 of the table directory of a face and the size of its file. The directory holds length and checksum
/// of each table: it tells one font from another as well as the whole of its 20 MB, in no time.
QString digestOf(const FontFace &face)
{
    constexpr int kHead = 12; // bytes before the records; before the offsets of a collection
    constexpr int kRecord = 16;
    QFile file(face.file());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray head = file.read(kHead);
    if (head.startsWith("ttcf")) {
        const bool isThere = file.seek(kHead + 4 * qint64(face.index() & 0xFFFF));
        const QByteArray offset = isThere ? file.read(4) : QByteArray();
        if (offset.size() < 4 || !file.seek(qFromBigEndian<quint32>(offset.constData())))
            return {};
        head = file.read(kHead);
    }
    if (head.size() < kHead)
        return {};
    const QByteArray records = file.read(qFromBigEndian<quint16>(head.constData() + 4) * kRecord);
    return QString::fromLatin1(
        QCryptographicHash::hash(head + records + QByteArray::number(file.size()), QCryptographicHash::Sha256)
            .toHex());
}

struct Property {
    const char *name;
    const char *description;
};
constexpr Property kProperties[]{{"program", "version of the program that made the file"},
    {"options", "how the pages were asked for"}, {"digest", "SM3 of the content that is shown"},
    {"fonts", "SHA-256 of the table directories of the fonts"}};

} // namespace

namespace {

QStringList headDigests(const FontSet &fonts)
{
    QStringList digests;
    for (int role = 0; role < kFontRoles; ++role)
        digests.append(digestOf(fonts.face(fonts.find(static_cast<FontRole>(role), U'国').face)));
    digests.removeDuplicates();
    return digests;
}

} // namespace

QStringList fontDigests(const PageDocument &document)
{
    QStringList digests = headDigests(*document.fonts);
    std::set<int> faces;
    for (const Page &page : document.pages) {
        for (const GlyphRun &run : page.runs) {
            if (!run.glyphs.empty())
                faces.insert(run.face);
        }
    }
    for (const int face : faces)
        digests.append(digestOf(document.fonts->face(face)));
    digests.removeDuplicates();
    return digests;
}

bool areFontsOfHere(const QStringList &digests, const FontSet &fonts)
{
    const QStringList heads = headDigests(fonts);
    QStringList all;
    for (int face = 0; face < fonts.faces(); ++face)
        all.append(digestOf(fonts.face(face)));
    return digests.mid(0, heads.size()) == heads
        && std::all_of(
            digests.begin(), digests.end(), [&all](const QString &digest) { return all.contains(digest); });
}

QByteArray xmpProperties(const PdfOrigin &origin)
{
    const QString values[]{origin.program, origin.options, origin.digest, origin.fonts.join(u' ')};
    QByteArray xmp;
    for (size_t i = 0; i < std::size(kProperties); ++i) {
        const QByteArray name = QByteArray("nianbao:") + kProperties[i].name;
        xmp += '<' + name + '>' + cleanText(values[i], Lines::One).toHtmlEscaped().toUtf8() + "</" + name
            + '>';
    }
    return xmp;
}

QByteArray xmpExtension()
{
    QByteArray properties;
    for (const Property &property : kProperties)
        properties += "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + QByteArray(property.name)
            + "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
              "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>"
            + property.description + "</pdfaProperty:description></rdf:li>";
    return "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
           " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag>"
           "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Nianbao</pdfaSchema:schema>"
           "<pdfaSchema:namespaceURI>"
        + QByteArray(kOriginNamespace)
        + "</pdfaSchema:namespaceURI><pdfaSchema:prefix>nianbao</"
          "pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        + properties
        + "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";
}

} // namespace nianbao
