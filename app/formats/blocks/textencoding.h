// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace nianbao {

struct DecodedText {
    QString text{};
    QString encoding{}; // UTF-8, UTF-16LE, UTF-16BE, GB18030
};

/// Bytes of a text of unknown origin: by their mark (BOM), else UTF-8 if they are that without an error, else
/// GB18030, of which GB2312 and GBK are parts. nullopt: none of these; somebody has to say what it is.
/// What Big5 makes of GB18030 (many characters for private use) is none either.
std::optional<DecodedText> decodeText(const QByteArray &bytes);

/// The same where the document names its encoding (charset=gb2312): any name of GB is read as GB18030. A name
/// that is unknown or does not fit the bytes is not believed.
std::optional<DecodedText> decodeText(const QByteArray &bytes, const QString &named);

} // namespace nianbao
