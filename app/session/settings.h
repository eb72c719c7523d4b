// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "sealkey.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QUuid>

#include <optional>

namespace nianbao {

/// How this person hands reports over.
struct HandOverHabits {
    QString office{}; // to whom: 市政府办公室（政务公开科）
    QString to{}; // addresses as they were written
    QString cc{};
    bool asMail = true;
    bool asciiNames = false;
    QMap<QString, QString> templates{}; // by name; what is worded as shipped is not there
    bool operator==(const HandOverHabits &) const = default;
};

/// What the program remembers between runs, for this user on this machine. Never anything of a report's
/// content but its name.
namespace settings {
QString userName(); // stated by the user, else the login name
bool isUserKnown(); // there is either
void setUserName(const QString &name);
/// The public key by which that body's reports were sealed when this computer first saw one; nullopt: none.
std::optional<PublicKey> knownKey(const QString &organisation);
/// Replaces the one that was known: ask first.
void rememberKey(const QString &organisation, const PublicKey &key);
/// Where this person's key for approving is, whether it is there or not.
QString keyPath();
/// How many moves of that report's review this person had seen; 0: none.
int lastRead(const QUuid &report);
void setLastRead(const QUuid &report, int moves);
/// Words of bounded length: nothing that stands in the settings can keep the program from starting.
HandOverHabits handOverHabits();
void setHandOverHabits(const HandOverHabits &habits);
/// A day of the year by which the district wants reports published.
struct MonthDay {
    int month = 0; // 1 to 12; 0: none was set
    int day = 0;
    bool operator==(const MonthDay &) const = default;
};
MonthDay districtDay();
void setDistrictDay(MonthDay day);
QByteArray windowState(const QString &key);
void setWindowState(const QString &key, const QByteArray &state);
} // namespace settings

} // namespace nianbao
