// SPDX-License-Identifier: MulanPSL-2.0
#include "officeconversion.h"

#include "childprocess.h"
#include "folder.h"
#include "wholefile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace nianbao {

namespace {

constexpr int kOfficeSeconds = 60; // a slow machine's first start of LibreOffice takes a third of that
constexpr qint64 kOfficeMemory = 768LL << 20; // bytes of address space; a report needs less than 500 MB
constexpr qint64 kMostConverted = 64LL << 20; // bytes

constexpr char kCompoundFile[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"; // MS-CFB
constexpr char kZip[] = "PK\x03\x04";

enum class OldKind { Compound, RichText, OpenDocument };

struct OldFormat {
    const char *suffix;
    OldKind kind;
    bool isSheet;
    const char *mimeType; // of an OpenDocument; by ISO 26300-3 2.2 it stands at the file's start
};

constexpr OldFormat kOldFormats[]
    = {{"doc", OldKind::Compound, false, ""}, {"wps", OldKind::Compound, false, ""},
        {"dot", OldKind::Compound, false, ""}, {"rtf", OldKind::RichText, false, ""},
        {"odt", OldKind::OpenDocument, false, "mimetypeapplication/vnd.oasis.opendocument.text"},
        {"xls", OldKind::Compound, true, ""}, {"et", OldKind::Compound, true, ""},
        {"ods", OldKind::OpenDocument, true, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"}};

/// What the bytes are; nullptr: none of these. .doc files may be RTF inside and are taken as that.
const OldFormat *formatOf(const QByteArray &bytes, const OldFormat &named)
{
    constexpr qsizetype kNameStands = 30; // bytes: the fixed part of a zip's local header
    if (bytes.startsWith("{\\rtf"))
        return named.isSheet ? nullptr : &kOldFormats[3];
    if (bytes.startsWith(QByteArray::fromRawData(kCompoundFile, sizeof kCompoundFile - 1)))
        return named.kind == OldKind::Compound ? &named : nullptr;
    if (!bytes.startsWith(QByteArray::fromRawData(kZip, sizeof kZip - 1)))
        return nullptr;
    const QByteArray start = bytes.mid(kNameStands, 100);
    const auto isIt = [&](const OldFormat &format) {
        return format.kind == OldKind::OpenDocument && start.startsWith(format.mimeType);
    };
    const auto *const found = std::find_if(std::begin(kOldFormats), std::end(kOldFormats), isIt);
    return found == std::end(kOldFormats) ? nullptr : found;
}

/// A profile that runs no macro, asks the network for nothing and updates no link.
bool makeProfile(const QString &folder)
{
    static const QByteArray settings
        = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
          "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\">"
          "<prop oor:name=\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3</value></prop></item>\n"
          "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\">"
          "<prop oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value></prop></item>\n"
          "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\">"
          "<prop oor:name=\"BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true</value></prop></item>\n"
          "<item oor:path=\"/org.openoffice.Office.Writer/Content/Update\">"
          "<prop oor:name=\"Link\" oor:op=\"fuse\"><value>0</value></prop></item>\n"
          "<item oor:path=\"/org.openoffice.Office.Calc/Content/Update\">"
          "<prop oor:name=\"Link\" oor:op=\"fuse\"><value>1</value></prop></item>\n"
          "<item oor:path=\"/org.openoffice.Office.Common/Misc\">"
          "<prop oor:name=\"FirstRun\" oor:op=\"fuse\"><value>false</value></prop></item>\n"
          "</oor:items>\n";
    return QDir().mkpath(folder + QStringLiteral("/user"))
        && makeFile(folder + QStringLiteral("/user/registrymodifications.xcu"), settings);
}

Error failureOfOffice(const ChildOutcome &outcome)
{
    if (outcome.end == ChildOutcome::End::TooSlow)
        return {ErrorCode::TooSlow, {}, QString::number(kOfficeSeconds)};
    return {ErrorCode::ProgramFailed, {}, QStringLiteral("LibreOffice")};
}

} // namespace

Result<ConvertedDocument> convertByOffice(
    const QByteArray &bytes, const QString &suffix, const std::stop_token &stop)
{
    const QString name = suffix.toLower();
    const auto isNamed = [&](const OldFormat &format) { return name == QLatin1String(format.suffix); };
    const auto *const named = std::find_if(std::begin(kOldFormats), std::end(kOldFormats), isNamed);
    if (named == std::end(kOldFormats))
        return Error{ErrorCode::UnknownKind, {}, name};
    const OldFormat *const format = formatOf(bytes, *named);
    if (!format)
        return Error{ErrorCode::NotOfItsKind, {}, name};
    const QTemporaryDir folder;
    const QString in = QStringLiteral("in.") + QLatin1String(format->suffix);
    const QString kind = format->isSheet ? QStringLiteral("xlsx") : QStringLiteral("docx");
    const QString profile = folder.filePath(QStringLiteral("profile"));
    if (!folder.isValid() || !makeFile(folder.filePath(in), bytes) || !makeProfile(profile))
        return Error{ErrorCode::WriteFailed, folder.path(), folder.errorString()};
    const QStringList arguments{QStringLiteral("--headless"), QStringLiteral("--norestore"),
        QStringLiteral("--nolockcheck"), QStringLiteral("--nodefault"),
        QStringLiteral("-env:UserInstallation=") + QUrl::fromLocalFile(profile).toString(),
        QStringLiteral("--convert-to"), kind, in};
    ChildLimits limits;
    limits.milliseconds = kOfficeSeconds * 1000;
    limits.memory = kOfficeMemory;
    limits.output = 1 << 20;
    limits.file = kMostConverted;
    limits.stop = stop;
    const ChildOutcome outcome = runChild({QStringLiteral("soffice"), arguments, folder.path()}, limits);
    if (outcome.end == ChildOutcome::End::Missing)
        return Error{ErrorCode::ProgramMissing, {},
            format->isSheet ? QStringLiteral("libreoffice-calc") : QStringLiteral("libreoffice-writer")};
    // It exits with 0 whatever happened: what counts is what lies there.
    const auto made = readWholeFile(folder.filePath(QStringLiteral("in.") + kind), kMostConverted);
    if (!outcome.isGood() || !made || !made->startsWith(QByteArray::fromRawData(kZip, sizeof kZip - 1)))
        return failureOfOffice(outcome);
    return ConvertedDocument{*made, kind};
}

} // namespace nianbao
