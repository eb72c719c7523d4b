// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nianbao {

class FontSet;
struct PageDocument;

/// How a PDF was made, so that it can be made again and compared. Stands in its XMP.
struct PdfOrigin {
    QString program{}; // version
    QString options{}; // as whoever asked for it writes them
    QString digest{}; // of the content that is shown
    QStringList fonts{}; // digests of their faces: see fontDigests
    bool operator==(const PdfOrigin &) const = default;
};

inline constexpr const char *kOriginNamespace = "urn:nianbao:pdf:1";

/// SHA-256, of the face that each role has first, which decides how lines are broken, then of those that were
/// used besides; each once.
QStringList fontDigests(const PageDocument &document);
/// Whether pages that were laid out in those faces would be laid out in them here too.
bool areFontsOfHere(const QStringList &digests, const FontSet &fonts);
/// Its properties, and their description, which PDF/A asks for (ISO 19005-2 6.6.2.3.3).
QByteArray xmpProperties(const PdfOrigin &origin);
QByteArray xmpExtension();

} // namespace nianbao
