// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QTextDocument>

namespace nianbao {

/// For markup that comes from outside (a paste): whatever it asks to be fetched, no file is opened for it.
class ClosedDocument final : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace nianbao
