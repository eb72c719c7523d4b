// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "sealkey.h"

#include <QByteArray>
#include <QString>

namespace nianbao {

/// The bytes that a seal signs: README.md of this folder. Which three texts they were made from can be told
/// from them. Empty, and so neither signed nor verified, unless the digest is 64 lower-case hex digits, the
/// time ISO 8601 in UTC (2026-01-20T08:30:00Z, with a fraction if need be), and the name one line of Unicode
/// that is not blank and without control characters.
QByteArray signedMessage(const QString &digest, const QString &at, const QString &name);

/// True for a DER signature, SM2 with SM3 and the distinguishing id 1234567812345678, that this key's owner
/// made of this message. All else is false: any bytes of any length, an empty message.
bool verifies(const PublicKey &key, const QByteArray &message, const QByteArray &signature);

} // namespace nianbao
