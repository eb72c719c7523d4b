// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace nianbao {

/// A mail that nobody has sent yet. Any text may stand in any field: what would be a header, a path or a
/// trick of the writing direction is made harmless when the mail is written. Only an address can be refused.
struct MailDraft {
    struct Attachment {
        QString name{}; // as the receiver shall see it, with its suffix
        QString mimeType{}; // "application/pdf"; what is no type is sent as plain bytes
        QString
            asciiName{}; // for MailNames::Ascii; empty: attachment-1 and so on, with the suffix of the name
        QByteArray bytes{};
    };

    /// Each entry one or several of `a@b.cn`, `name <a@b.cn>`, `"name, with a comma" <a@b.cn>`, parted by
    /// comma or semicolon, also by Chinese ones. None at all is right: a draft may wait for its receiver.
    QStringList to{};
    QStringList cc{};
    QString subject{}; // one line
    QString text{}; // plain, lines parted by \n
    QList<Attachment> attachments{};
    std::optional<QDateTime> date{}; // nothing: now()
};

/// How the attachments are called. Chinese: by their names, in every form that a mail program reads.
/// Ascii: for a receiver whose program reads none of them.
enum class MailNames { Chinese, Ascii };

/// The draft as an .eml file, which a mail program opens to be sent (X-Unsent). The same draft gives the same
/// bytes: only ASCII, each line ends with CRLF and has 76 characters at most (an address may be longer).
/// Texts are cleaned as everywhere (cleanText). A name is one that any system can save, at most as long as a
/// report's file name may be, and unlike the others. Errors: BadAddress.
Result<QByteArray> emlOf(const MailDraft &draft, MailNames names = MailNames::Chinese);

/// The same as a file, whole or not at all. Errors: BadAddress, those of writeWhole.
Result<> writeMail(const MailDraft &draft, const QString &path, MailNames names = MailNames::Chinese);

} // namespace nianbao
