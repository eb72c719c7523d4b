// SPDX-License-Identifier: MulanPSL-2.0
#include "signature.h"

#include "sm2.h"

#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

bool isDigest(const QString &text)
{
    static const QRegularExpression digest(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return digest.match(text).hasMatch();
}

bool isTime(const QString &text)
{
    static const QRegularExpression time(
        QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z\\z"));
    return time.match(text).hasMatch();
}

/// One line, whatever a reader takes for a line end, and its bytes lead back to it.
bool isName(const QString &text)
{
    const auto isForbidden = [](QChar character) {
        return character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line
            || character.category() == QChar::Separator_Paragraph;
    };
    return !text.trimmed().isEmpty() && text.isValidUtf16()
        && std::none_of(text.begin(), text.end(), isForbidden);
}

} // namespace

QByteArray signedMessage(const QString &digest, const QString &at, const QString &name)
{
    if (!isDigest(digest) || !isTime(at) || !isName(name))
        return {};
    return QStringLiteral("nianbao-seal-1\n%1\n%2\n%3\n").arg(digest, at, name).toUtf8();
}

bool verifies(const PublicKey &key, const QByteArray &message, const QByteArray &signature)
{
    const auto sm2 = Sm2Key::fromSpki(key.bytes());
    return sm2 && !message.isEmpty() && sm2->verifies(message, signature);
}

} // namespace nianbao
