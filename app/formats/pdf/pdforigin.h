// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nianbao {

struct PageDocument;

/// How a PDF was made, so that it can be made again and compared. Stands in its XMP.
struct PdfOrigin {
    QString program{}; // version
    QString options{}; // as whoever asked for it writes them
    QString digest{}; // of the content that is shown
    QStringList fonts{}; // SHA-256 of the files of the faces that were used, each once, in their order
    bool operator==(const PdfOrigin &) const = default;
};

inline constexpr const char *kOriginNamespace = "urn:nianbao:pdf:1";

QStringList fontDigests(const PageDocument &document);
/// Its properties, and their description, which PDF/A asks for (ISO 19005-2 6.6.2.3.3).
QByteArray xmpProperties(const PdfOrigin &origin);
QByteArray xmpExtension();

} // namespace nianbao
