// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "review.h"
#include "sealkey.h"

#include <QByteArray>
#include <QList>
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

/// How the program looks and speaks to this person.
struct WindowLook {
    QString theme{}; // system, light, dark or contrast, as themes.h has them; empty: system
    int textPercent = 100; // of the system's size
    QString language{}; // zh_CN or en; empty: the usual one. From the next start on
    bool operator==(const WindowLook &) const = default;
};
inline constexpr int kLeastTextPercent = 80;
inline constexpr int kMostTextPercent = 200;

/// Copies of reports that are kept as they were when they were opened, one a day.
struct Backups {
    bool areMade = false;
    QString folder{}; // empty: the program's own
    int kept = 10; // of each report; older ones go
    bool operator==(const Backups &) const = default;
};
inline constexpr int kMostBackups = 100;

/// What the program remembers between runs, for this user on this machine. Of a report's content no word and
/// no figure of its own: its body and year, whose turn it is, and how many findings it had.
namespace settings {
/// Stated by the user, else the login name, else a word for nobody in particular.
QString userName();
/// One of the first two; empty: a person has to say it, before anything is signed or sent in that name.
QString knownUserName();
void setUserName(const QString &name);
void learnUserName(const QString &name); // where none is known; else others work at this computer, too
/// The body this person mostly works for; proposed for new reports.
QString officeName();
void setOfficeName(const QString &name);
/// Who reads new reports one after another; empty: the usual chain.
QList<ChainStep> reviewers();
void setReviewers(const QList<ChainStep> &steps);
/// Where new files are proposed: the chosen folder, else the documents, else the person's own; one that is
/// there.
QString reportFolder();
void setReportFolder(const QString &folder); // empty: the usual one
WindowLook look();
void setLook(const WindowLook &look);
Backups backups();
void setBackups(const Backups &backups);
/// The public key by which that body's reports were sealed when this computer first saw one; nullopt: none.
std::optional<PublicKey> knownKey(const QString &organisation);
/// Somebody compared its fingerprint, or it is of this computer; else it is only the first that was met.
bool isKeyCompared(const QString &organisation);
enum class KeyTrust { FirstMet, Compared };
/// Replaces the one that was known: ask first.
void rememberKey(const QString &organisation, const PublicKey &key, KeyTrust trust);
/// Where this person's key for approving is, whether it is there or not.
QString keyPath();
/// How many moves of that report's review this person had seen; 0: none.
int lastRead(const QUuid &report);
void setLastRead(const QUuid &report, int moves);
/// Words of bounded length: nothing that stands in the settings can keep the program from starting.
HandOverHabits handOverHabits();
void setHandOverHabits(const HandOverHabits &habits);
struct MonthDay {
    int month = 0; // 1 to 12; 0: none was set
    int day = 0;
    bool operator==(const MonthDay &) const = default;
};
/// Who wants reports earlier than the law: the district those of its towns, streets and departments, the city
/// the districts' own.
enum class Above { District, City };
MonthDay wantedDay(Above who); // of the year, by which they are published
void setWantedDay(Above who, MonthDay day);
QByteArray windowState(const QString &key);
void setWindowState(const QString &key, const QByteArray &state);
} // namespace settings

} // namespace nianbao
