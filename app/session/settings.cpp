// SPDX-License-Identifier: MulanPSL-2.0
#include "settings.h"

#include "cleantext.h"
#include "folder.h"
#include "recentreports.h"
#include "settingsfile.h"
#include "systemfolders.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <optional>

namespace nianbao::settings {

namespace {

constexpr qsizetype kMostTemplate = 20'000; // characters of a mail's text
constexpr qsizetype kMostTemplates = 20;
constexpr int kMostReviewers = 20;

} // namespace

QString knownUserName()
{
    const QString stated
        = withSettings([](QSettings &s) { return s.value(QStringLiteral("user/name")).toString(); });
    if (!stated.isEmpty())
        return seenLine(stated);
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return {};
}

QString userName()
{
    const QString name = knownUserName();
    return name.isEmpty() ? QCoreApplication::translate("Settings", "unknown") : name;
}

void learnUserName(const QString &name)
{
    if (knownUserName().isEmpty())
        setUserName(name);
}

void setUserName(const QString &name)
{
    withSettings([&](QSettings &s) { s.setValue(QStringLiteral("user/name"), name.trimmed()); });
}

QString officeName()
{
    return seenLine(
        withSettings([](QSettings &s) { return s.value(QStringLiteral("user/office")).toString(); }));
}

void setOfficeName(const QString &name)
{
    withSettings([&](QSettings &s) { s.setValue(QStringLiteral("user/office"), seenLine(name.trimmed())); });
}

QList<ChainStep> reviewers()
{
    return withSettings([](QSettings &s) {
        QList<ChainStep> steps;
        const int size = s.beginReadArray(QStringLiteral("reviewers"));
        for (int i = 0; i < std::min(size, kMostReviewers); ++i) {
            s.setArrayIndex(i);
            const ChainStep step{seenLine(s.value(QStringLiteral("role")).toString()),
                seenLine(s.value(QStringLiteral("name")).toString())};
            if (!step.role.isEmpty() || !step.name.isEmpty())
                steps.append(step);
        }
        s.endArray();
        return steps;
    });
}

void setReviewers(const QList<ChainStep> &steps)
{
    withSettings([&](QSettings &s) {
        s.remove(QStringLiteral("reviewers"));
        s.beginWriteArray(QStringLiteral("reviewers"));
        for (int i = 0; i < std::min(int(steps.size()), kMostReviewers); ++i) {
            s.setArrayIndex(i);
            s.setValue(QStringLiteral("role"), seenLine(steps[i].role));
            s.setValue(QStringLiteral("name"), seenLine(steps[i].name));
        }
        s.endArray();
    });
}

QString reportFolder()
{
    const QString chosen
        = withSettings([](QSettings &s) { return s.value(QStringLiteral("folder")).toString(); });
    const bool isThere
        = chosen.size() <= kMostPath && QDir::isAbsolutePath(chosen) && QFileInfo(chosen).isDir();
    return isThere ? chosen : documentsFolder();
}

void setReportFolder(const QString &folder)
{
    withSettings([&](QSettings &s) { s.setValue(QStringLiteral("folder"), folder); });
}

WindowLook look()
{
    return withSettings([](QSettings &s) {
        WindowLook look;
        look.theme = seenLine(s.value(QStringLiteral("look/theme")).toString());
        look.textPercent = std::clamp(
            s.value(QStringLiteral("look/text"), 100).toInt(), kLeastTextPercent, kMostTextPercent);
        look.language = seenLine(s.value(QStringLiteral("look/language")).toString());
        return look;
    });
}

void setLook(const WindowLook &look)
{
    withSettings([&](QSettings &s) {
        s.setValue(QStringLiteral("look/theme"), look.theme);
        s.setValue(QStringLiteral("look/text"), look.textPercent);
        s.setValue(QStringLiteral("look/language"), look.language);
    });
}

Backups backups()
{
    return withSettings([](QSettings &s) {
        Backups backups;
        backups.areMade = s.value(QStringLiteral("backups/made"), false).toBool();
        const QString folder = s.value(QStringLiteral("backups/folder")).toString();
        backups.folder = folder.size() <= kMostPath && QDir::isAbsolutePath(folder) ? folder : QString();
        backups.kept = std::clamp(s.value(QStringLiteral("backups/kept"), 10).toInt(), 1, kMostBackups);
        return backups;
    });
}

void setBackups(const Backups &backups)
{
    withSettings([&](QSettings &s) {
        s.setValue(QStringLiteral("backups/made"), backups.areMade);
        s.setValue(QStringLiteral("backups/folder"), backups.folder);
        s.setValue(QStringLiteral("backups/kept"), backups.kept);
    });
}

namespace {

/// No name of a body can be a path within the settings.
QString bodyEntry(QLatin1String group, const QString &organisation)
{
    return QStringLiteral("%1/%2").arg(group, QLatin1String(organisation.trimmed().toUtf8().toHex()));
}
QString keyEntry(const QString &organisation) { return bodyEntry(QLatin1String("keys"), organisation); }
QString comparedEntry(const QString &organisation)
{
    return bodyEntry(QLatin1String("comparedKeys"), organisation);
}

} // namespace

std::optional<PublicKey> knownKey(const QString &organisation)
{
    const auto stored
        = withSettings([&](QSettings &s) { return s.value(keyEntry(organisation)).toByteArray(); });
    const auto key = PublicKey::fromDer(QByteArray::fromBase64(stored));
    return key && !organisation.trimmed().isEmpty() ? std::optional(*key) : std::nullopt;
}

bool isKeyCompared(const QString &organisation)
{
    return withSettings([&](QSettings &s) { return s.value(comparedEntry(organisation)).toBool(); });
}

void rememberKey(const QString &organisation, const PublicKey &key, KeyTrust trust)
{
    withSettings([&](QSettings &s) {
        s.setValue(keyEntry(organisation), key.bytes().toBase64());
        s.setValue(comparedEntry(organisation), trust == KeyTrust::Compared);
    });
}

QString keyPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return folder + QStringLiteral("/nianbao/approval.key");
}

int lastRead(const QUuid &report)
{
    return withSettings([&](QSettings &s) {
        return std::max(0, s.value(QStringLiteral("read/") + report.toString(QUuid::WithoutBraces)).toInt());
    });
}

void setLastRead(const QUuid &report, int moves)
{
    withSettings([&](QSettings &s) {
        s.setValue(QStringLiteral("read/") + report.toString(QUuid::WithoutBraces), moves);
    });
}

HandOverHabits handOverHabits()
{
    return withSettings([](QSettings &s) {
        HandOverHabits habits;
        const auto line = [&s](const char *key) {
            return seenLine(s.value(QStringLiteral("handover/") + QLatin1String(key)).toString());
        };
        habits.office = line("office");
        habits.to = line("to");
        habits.cc = line("cc");
        habits.asMail = s.value(QStringLiteral("handover/mail"), true).toBool();
        habits.asciiNames = s.value(QStringLiteral("handover/ascii"), false).toBool();
        s.beginGroup(QStringLiteral("handover/templates"));
        for (const QString &name : s.childKeys().mid(0, kMostTemplates))
            habits.templates.insert(name, cleanText(s.value(name).toString().left(kMostTemplate)));
        s.endGroup();
        return habits;
    });
}

void setHandOverHabits(const HandOverHabits &habits)
{
    withSettings([&](QSettings &s) {
        s.remove(QStringLiteral("handover"));
        s.setValue(QStringLiteral("handover/office"), seenLine(habits.office));
        s.setValue(QStringLiteral("handover/to"), seenLine(habits.to));
        s.setValue(QStringLiteral("handover/cc"), seenLine(habits.cc));
        s.setValue(QStringLiteral("handover/mail"), habits.asMail);
        s.setValue(QStringLiteral("handover/ascii"), habits.asciiNames);
        for (const auto &[name, words] : habits.templates.asKeyValueRange())
            s.setValue(QStringLiteral("handover/templates/") + name, words.left(kMostTemplate));
    });
}

namespace {
QString wantedDayKey(Above who)
{
    return who == Above::District ? QStringLiteral("districtDay") : QStringLiteral("cityDay");
}
} // namespace

MonthDay wantedDay(Above who)
{
    return withSettings([who](QSettings &s) {
        const QDate day
            = QDate::fromString(QStringLiteral("2024-") + s.value(wantedDayKey(who)).toString(), Qt::ISODate);
        return day.isValid() ? MonthDay{day.month(), day.day()} : MonthDay{};
    });
}

void setWantedDay(Above who, MonthDay day)
{
    const QDate date(2024, day.month, day.day);
    withSettings(
        [&](QSettings &s) { s.setValue(wantedDayKey(who), date.toString(QStringLiteral("MM-dd"))); });
}

QByteArray windowState(const QString &key)
{
    return withSettings([&](QSettings &s) { return s.value(QStringLiteral("window/") + key).toByteArray(); });
}

void setWindowState(const QString &key, const QByteArray &state)
{
    withSettings([&](QSettings &s) { s.setValue(QStringLiteral("window/") + key, state); });
}

} // namespace nianbao::settings
