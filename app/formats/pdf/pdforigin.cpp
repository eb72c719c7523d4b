// SPDX-License-Identifier: MulanPSL-2.0
#include "pdforigin.h"

#include "cleantext.h"
#include "pagedocument.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <map>
#include <mutex>

namespace nianbao {

namespace {

/// A font file is some 20 MB: read once as long as it stays the same.
QString digestOf(const QString &path)
{
    struct Known {
        qint64 size = 0;
        QDateTime changed{};
        QString digest{};
    };
    static QHash<QString, Known> all;
    static std::mutex guard;
    const std::lock_guard lock(guard);
    const QFileInfo info(path);
    Known &known = all[path];
    if (!known.digest.isEmpty() && known.size == info.size() && known.changed == info.lastModified())
        return known.digest;
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    known = {info.size(), info.lastModified(), QString::fromLatin1(hash.result().toHex())};
    return known.digest;
}

struct Property {
    const char *name;
    const char *description;
};
constexpr Property kProperties[]{{"program", "version of the program that made the file"},
    {"options", "how the pages were asked for"}, {"digest", "SM3 of the content that is shown"},
    {"fonts", "SHA-256 of the font files that were used"}};

} // namespace

namespace {

QStringList headDigests(const FontSet &fonts)
{
    QStringList digests;
    for (int role = 0; role < kFontRoles; ++role)
        digests.append(digestOf(fonts.face(fonts.find(static_cast<FontRole>(role), U'国').face).file()));
    digests.removeDuplicates();
    return digests;
}

} // namespace

QStringList fontDigests(const PageDocument &document)
{
    QStringList digests = headDigests(*document.fonts);
    std::map<int, QString> files; // by face
    for (const Page &page : document.pages) {
        for (const GlyphRun &run : page.runs) {
            if (!run.glyphs.empty())
                files.emplace(run.face, document.fonts->face(run.face).file());
        }
    }
    for (const auto &[face, file] : files)
        digests.append(digestOf(file));
    digests.removeDuplicates();
    return digests;
}

bool areFontsOfHere(const QStringList &digests, const FontSet &fonts)
{
    const QStringList heads = headDigests(fonts);
    QStringList all;
    for (int face = 0; face < fonts.faces(); ++face)
        all.append(digestOf(fonts.face(face).file()));
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
