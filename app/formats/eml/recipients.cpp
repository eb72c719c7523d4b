// SPDX-License-Identifier: MulanPSL-2.0
#include "recipients.h"

#include "bounds.h"
#include "cleantext.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace nianbao {

namespace {

/// Parted outside of quotes. A quote that is never closed keeps the rest in one piece, which is then refused.
QStringList parted(const QString &entry)
{
    QStringList pieces(1);
    bool isQuoted = false;
    bool isEscaped = false;
    for (const QChar c : entry) {
        if (!isQuoted && QStringView(u",;，；").contains(c)) {
            pieces.append(QString());
            continue;
        }
        pieces.last() += c;
        if (c == u'"' && !isEscaped)
            isQuoted = !isQuoted;
        isEscaped = isQuoted && c == u'\\' && !isEscaped;
    }
    return pieces;
}

/// A line end or control character in an address is nobody's slip: it is refused, not cleaned away.
bool isSuspicious(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\t') || (c.unicode() >= 0x7F && c.unicode() < 0xA0) || c == u'\u2028'
        || c == u'\u2029';
}

/// Says which it is; what nobody would see in it becomes a question mark.
Error refusal(const QString &piece)
{
    QString shown = piece.left(80);
    std::replace_if(shown.begin(), shown.end(), isSuspicious, u'?');
    return {ErrorCode::BadAddress, cleanText(shown, Lines::One)};
}

std::optional<Recipient> recipientOf(const QString &piece)
{
    // Letters of a local part by RFC 5322, a domain by RFC 1035 with a dot in it. Addresses in Chinese
    // letters (RFC 6531) are left out: most servers of offices refuse them.
    static const QString address = QStringLiteral(
        "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
        "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    static const QRegularExpression whole(QRegularExpression::anchoredPattern(
        QStringLiteral("(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"<>]*)) *< *(%1) *>|(%1)").arg(address)));
    static const QRegularExpression escaped(QStringLiteral("\\\\(.)"));
    if (piece.size() > bounds::kLine || std::any_of(piece.begin(), piece.end(), isSuspicious))
        return {};
    const QRegularExpressionMatch match = whole.match(cleanText(piece, Lines::One).trimmed());
    if (!match.hasMatch())
        return {};
    Recipient recipient;
    recipient.name
        = (match.captured(1).replace(escaped, QStringLiteral("\\1")) + match.captured(2)).simplified();
    recipient.address = (match.captured(3) + match.captured(4)).toLatin1();
    // RFC 5321 §4.5.3.1. And "=?" in a local part is decoded by some servers, into another address.
    const bool fits = recipient.address.indexOf('@') <= 64 && recipient.address.size() <= 254;
    return fits && !recipient.address.contains("=?") ? std::optional(recipient) : std::nullopt;
}

} // namespace

Result<QList<Recipient>> recipientsOf(const QStringList &entries)
{
    QList<Recipient> recipients;
    for (const QString &entry : entries) {
        for (const QString &raw : parted(entry)) {
            const QString piece = raw.trimmed();
            if (piece.isEmpty()) // behind the last comma
                continue;
            const std::optional<Recipient> recipient = recipientOf(piece);
            if (!recipient)
                return refusal(piece);
            recipients.append(*recipient);
        }
    }
    return recipients;
}

} // namespace nianbao
