// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QImage>
#include <QTextDocument>

namespace nianbao {

/// For markup that comes from outside (a paste): whatever it asks to be fetched, no file is opened for it.
class ClosedDocument final : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int type, const QUrl &) override
    {
        // without a picture Qt would look for a file of that name itself
        return type == ImageResource ? QVariant(QImage(1, 1, QImage::Format_ARGB32)) : QVariant(QByteArray());
    }
};

} // namespace nianbao
