// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "maildraft.h"

namespace nianbao::test {

/// A draft, and what its receiver shall see.
struct MailCase {
    QString title{};
    MailDraft draft{};
    MailNames names = MailNames::Chinese;
    QList<QStringList> to{}; // name and address
    QList<QStringList> cc{};
    QString subject{};
    QString text{};
    QStringList called{}; // the attachments
};

QString many(const char16_t *text, qsizetype times); // in a row

/// To one address, with a subject and a text; no attachment.
MailCase ordinaryMail(const QString &title);

/// Everything that somebody thought of: subjects, texts, receivers, names, contents.
QList<MailCase> mailCases();

/// Drawn from what is hard, always alike for a seed. `called` is empty: what they are called is not foreseen.
MailCase drawnMail(quint32 seed);

} // namespace nianbao::test
