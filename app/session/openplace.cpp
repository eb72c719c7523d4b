// SPDX-License-Identifier: MulanPSL-2.0
#include "openplace.h"

#include "folder.h"
#include "systemfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenPlace)
};

PlaceJudge s_judge = nullptr;

/// Folders one below the other by their names, * for the rest of a name.
struct Mark {
    const char *folders;
    PlaceKind kind;
};
constexpr Mark kAnywhere[] = {
    {"run/user/*/doc", PlaceKind::Portal},
    {"run/flatpak/doc", PlaceKind::Portal},
    {"run/user/*/app", PlaceKind::Temporary},
    {".local/share/Trash", PlaceKind::Temporary},
    {".Trash-*", PlaceKind::Temporary},
    {"$Recycle.Bin", PlaceKind::Temporary},
    // mail programs and browsers: what was opened from them, not what was saved
    {".cache", PlaceKind::Attachment},
    {".var/app/*/cache", PlaceKind::Attachment},
    {".thunderbird", PlaceKind::Attachment},
    {".mozilla", PlaceKind::Attachment},
    {".claws-mail", PlaceKind::Attachment},
    {".local/share/evolution", PlaceKind::Attachment},
    {".local/share/kmail2", PlaceKind::Attachment},
    {".local/share/akonadi*", PlaceKind::Attachment},
    {".config/google-chrome", PlaceKind::Attachment},
    {".config/chromium", PlaceKind::Attachment},
    {"INetCache", PlaceKind::Attachment},
    {"Temporary Internet Files", PlaceKind::Attachment},
    {"Content.Outlook", PlaceKind::Attachment},
    {"Foxmail*/Temp", PlaceKind::Attachment},
    // chat: emptied by its own cleaning, and its newer versions write-protect what is opened from it
    {"WeChat Files", PlaceKind::Attachment},
    {"xwechat_files", PlaceKind::Attachment},
    {"Tencent Files", PlaceKind::Attachment},
    {"WXWork", PlaceKind::Attachment},
    {"DingTalk*", PlaceKind::Attachment},
    // after those, which lie inside of these as well
    {"AppData/Local/Temp", PlaceKind::Temporary},
    {"Local Settings/Temp", PlaceKind::Temporary},
    {"Windows/Temp", PlaceKind::Temporary},
};

/// Both ways of writing, as one.
QString withSlashes(const QString &path) { return QString(path).replace(u'\\', u'/'); }

bool liesIn(const Mark &mark, const QString &path)
{
    const QString folders = QRegularExpression::escape(QLatin1String(mark.folders))
                                .replace(QStringLiteral("\\*"), QStringLiteral("[^/]*"));
    const QRegularExpression expression(
        QStringLiteral("(^|/)%1/").arg(folders), QRegularExpression::CaseInsensitiveOption);
    return path.contains(expression);
}

bool liesBelow(const QString &folder, const QString &path)
{
    const QString above = withSlashes(folder);
    return !above.isEmpty() && path.startsWith(above, Qt::CaseInsensitive)
        && path.sliced(above.size()).startsWith(u'/'); // not one that is only called alike
}

QString temporaryFolder() { return QStandardPaths::writableLocation(QStandardPaths::TempLocation); }

} // namespace

PlaceKind placeOf(const QString &path, const KnownPlaces &places)
{
    const QString file = withSlashes(path);
    for (const Mark &mark : kAnywhere) {
        if (liesIn(mark, file))
            return mark.kind;
    }
    // a home that lies in a temporary folder, as a guest's does, is still where that person works
    const bool isHome = liesBelow(places.home, file);
    for (const QString &folder : places.temporary) {
        if (liesBelow(folder, file) && (!isHome || liesBelow(places.home, folder)))
            return PlaceKind::Temporary;
    }
    return PlaceKind::Usual;
}

PlaceKind placeOf(const QString &path)
{
    if (s_judge)
        return s_judge(path);
    const QFileInfo file(path);
    const KnownPlaces places{QDir::homePath(), QStringList{temporaryFolder()} + temporaryFolders()};
    const PlaceKind kind = placeOf(file.absoluteFilePath(), places);
    if (kind != PlaceKind::Usual)
        return kind;
    const bool mayBeWritten
        = mayWriteIn(file.absolutePath()) && (!file.exists() || mayWrite(file.absoluteFilePath()));
    return mayBeWritten ? PlaceKind::Usual : PlaceKind::ReadOnly;
}

void setPlaceJudge(PlaceJudge judge) { s_judge = judge; }

QString lastingFolder(const QString &path)
{
    const QDir beside = QFileInfo(path).absoluteDir();
    const bool lasts
        = beside.exists() && placeOf(beside.filePath(QStringLiteral(".nianbao"))) == PlaceKind::Usual;
    return lasts ? beside.path() : documentsFolder();
}

QString placeWords(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Usual: break;
    case PlaceKind::Temporary:
        return Words::tr("This file lies in a temporary place that the system empties.");
    case PlaceKind::Attachment:
        return Words::tr(
            "This file lies where a mail, browser or chat program keeps what was opened from it. "
            "The program may remove it, and does not send what you change there.");
    case PlaceKind::Portal:
        return Words::tr("This file was only lent to the program: nothing can be kept beside it.");
    case PlaceKind::ReadOnly: return Words::tr("Nothing can be written where this file lies.");
    }
    return {};
}

} // namespace nianbao
