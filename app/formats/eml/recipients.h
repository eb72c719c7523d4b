// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace nianbao {

struct Recipient {
    QString name{}; // cleaned; may be empty
    QByteArray address{}; // ASCII letters, digits and marks of one address, no blank
};

/// Of one field of MailDraft. Error: BadAddress with the first that is broken.
Result<QList<Recipient>> recipientsOf(const QStringList &entries);

} // namespace nianbao
