// SPDX-License-Identifier: MulanPSL-2.0
#include "maildraft.h"

#include "attachmentnames.h"
#include "cleantext.h"
#include "clock.h"
#include "mailheader.h"
#include "recipients.h"
#include "writewhole.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

/// Empty for nobody: a mail program asks for the receiver, an empty field is against RFC 5322.
QByteArray recipientField(const QByteArray &name, const QList<Recipient> &recipients)
{
    if (recipients.isEmpty())
        return {};
    MailHeader field(name);
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const QByteArray comma = i + 1 < recipients.size() ? "," : "";
        if (i > 0)
            field.fold();
        if (recipients[i].name.isEmpty()) {
            field.addWord(recipients[i].address + comma);
            continue;
        }
        field.addText(recipients[i].name);
        field.addWord('<' + recipients[i].address + '>' + comma);
    }
    return field.bytes();
}

QByteArray subjectField(const QString &subject)
{
    const QString text = cleanText(subject, Lines::One).simplified();
    if (text.isEmpty())
        return {};
    MailHeader field("Subject");
    field.addText(text);
    return field.bytes();
}

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    lines.reserve(encoded.size() + encoded.size() / kMailLine * 2 + 2);
    for (qsizetype at = 0; at < encoded.size(); at += kMailLine)
        lines.append(encoded.mid(at, kMailLine)).append("\r\n");
    return lines;
}

/// In base64: shorter than quoted-printable for Chinese, and no line is long, begins with a dot or with
/// "From ", which servers on the way would change.
QByteArray textPart(const QString &text)
{
    QString lines = cleanText(text);
    lines.replace(u'\n', QStringLiteral("\r\n")); // RFC 2045 §6.8: before it is encoded
    return "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(lines.toUtf8());
}

QByteArray mimeType(const QString &type)
{
    // A message or multipart may not be in base64 (RFC 2045 §6.4).
    static const QRegularExpression known(QRegularExpression::anchoredPattern(
        QStringLiteral("(?!message/|multipart/)[a-z0-9]+/[a-z0-9][a-z0-9.+-]*")));
    return type.size() <= 100 && known.match(type).hasMatch() ? type.toLatin1() : "application/octet-stream";
}

/// The name stands in three places. name= and filename= in encoded words are what Foxmail, QQ mail and
/// Coremail write and read, and what older Outlook needs; filename*= is the standard. It comes last: programs
/// that take the last of two (Java's, on which many office systems stand) have the one that needs no guess,
/// programs that take the first can decode it.
QByteArray attachmentPart(const MailDraft::Attachment &attachment, const QString &name)
{
    QByteArray part = "Content-Type: " + mimeType(attachment.mimeType) + ';' + quotedParameter("name", name);
    part += "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;"
        + quotedParameter("filename", name);
    if (!isPlain(name))
        part += ';' + extendedParameter("filename", name);
    return part + "\r\n\r\n" + base64Lines(attachment.bytes);
}

/// The same for the same parts. "=_" stands in no base64, and the hash of the parts in none of them; looked
/// for all the same.
QByteArray boundaryOf(const QByteArrayList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray boundary;
    const auto isIn = [&boundary](const QByteArray &part) { return part.contains(boundary); };
    do {
        for (const QByteArray &part : parts)
            hash.addData(part);
        boundary = "=_nianbao_" + hash.result().toHex().left(32);
    } while (std::any_of(parts.begin(), parts.end(), isIn));
    return boundary;
}

} // namespace

Result<QByteArray> emlOf(const MailDraft &draft, MailNames names)
{
    const Result<QList<Recipient>> to = recipientsOf(draft.to);
    if (!to)
        return to.error();
    const Result<QList<Recipient>> cc = recipientsOf(draft.cc);
    if (!cc)
        return cc.error();

    QByteArrayList parts{textPart(draft.text)};
    const QStringList called = attachmentNames(draft.attachments, names);
    for (qsizetype i = 0; i < called.size(); ++i)
        parts.append(attachmentPart(draft.attachments[i], called[i]));
    const QByteArray boundary = boundaryOf(parts);

    const QDateTime date = draft.date && draft.date->isValid() ? *draft.date : now();

    // No From: the account that sends it is the mail program's choice. No Message-ID: the program gives one
    // when it sends; a draft opened and sent twice would else be one mail to servers that drop doubles.
    QByteArray mail = "X-Unsent: 1\r\n"; // Outlook opens it to be edited, not as a mail that came
    mail += "Date: " + date.toString(Qt::RFC2822Date).toLatin1() + "\r\n";
    mail += recipientField("To", *to) + recipientField("Cc", *cc) + subjectField(draft.subject);
    mail += "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    for (const QByteArray &part : parts)
        mail += "--" + boundary + "\r\n" + part + "\r\n";
    return mail + "--" + boundary + "--\r\n";
}

Result<> writeMail(const MailDraft &draft, const QString &path, MailNames names)
{
    const Result<QByteArray> mail = emlOf(draft, names);
    return mail ? writeWhole(path, *mail) : mail.error();
}

} // namespace nianbao
