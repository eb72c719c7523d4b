// SPDX-License-Identifier: MulanPSL-2.0
#include "rescue.h"

#include "dialogs.h"
#include "errorwords.h"
#include "folder.h"
#include "openplace.h"
#include "reportview.h"
#include "session.h"
#include "systemfolders.h"

#include <QDir>
#include <QFileInfo>

namespace nianbao {

namespace {

const QString kSuffix = QStringLiteral(".nianbao");

bool isSameFile(const QString &one, const QString &other)
{
    const QFileInfo a(one);
    const QFileInfo b(other);
    if (a.absoluteFilePath() == b.absoluteFilePath())
        return true;
    return a.exists() && b.exists() && a.canonicalFilePath() == b.canonicalFilePath();
}

/// Beside the report, if it lasts there, and where this person may write.
QList<QDir> foldersFor(const QString &original)
{
    QList<QDir> folders{QDir(documentsFolder())};
    if (const QDir lasting(lastingFolder(original)); lasting != folders.first())
        folders.prepend(lasting);
    return folders;
}

/// Never a file that is there already.
QString freeName(const QDir &folder, const QString &name)
{
    const QString own = folder.filePath(name + kSuffix);
    return isThere(own) ? freePath(folder, Rescue::tr("%1 (copy)").arg(name), kSuffix) : own;
}

} // namespace

Rescue::Rescue(QWidget *window) : QObject(window), m_window(window) { }

std::optional<QString> Rescue::saveCopy(Session &session, ReportView &view, const QString &proposedName)
{
    QStringList leftOut;
    const auto listening = connect(
        &view, &ReportView::notice, this, [&leftOut](const QString &sentence) { leftOut.append(sentence); });
    const QString refusal = describe(session.unsaved().value_or(Error{ErrorCode::Cancelled, session.path()}));
    const Session::Draft draft = session.reportWith([&view] { view.commitOpenEditor(); });
    disconnect(listening);
    leftOut.removeIf([&refusal](const QString &sentence) { return sentence.contains(refusal); });

    QString path = dialogs::saveFile(m_window, tr("Save a copy"),
        freeName(foldersFor(session.path()).first(), proposedName),
        tr("Reports (%1)").arg(QStringLiteral("*.nianbao")));
    if (path.isEmpty())
        return std::nullopt;
    const bool isNamed = path.endsWith(kSuffix); // else nobody has been asked about replacing
    if (!isNamed)
        path += kSuffix;
    if (isSameFile(path, session.path())) {
        dialogs::tell(m_window, {ErrorCode::SameFile, path});
        return std::nullopt;
    }
    if (const auto copy = session.saveCopy(path, draft, isNamed); !copy) {
        dialogs::tell(m_window, copy.error(), Doing::MakingAFile);
        return std::nullopt;
    }
    if (!leftOut.isEmpty())
        dialogs::inform(m_window, tr("The copy holds all but what could not be read:"), leftOut.join(u'\n'));
    return path;
}

std::optional<QString> Rescue::keep(Session &session, ReportView &view, const QString &name)
{
    const Session::Draft draft = session.reportWith([&view] { view.commitOpenEditor(); });
    if (draft.back.steps.isEmpty())
        return std::nullopt; // a figure that is none is in no report
    for (const QDir &folder : foldersFor(session.path())) {
        const QString path = freeName(folder, name);
        if (session.saveCopy(path, draft))
            return path;
    }
    return std::nullopt;
}

Rescue::Leave Rescue::askBeforeLeaving(
    Session &session, ReportView &view, const QString &proposedName, const QStringList &reasons)
{
    const QString copy = tr("Save a copy…");
    const QString drop = tr("Close without it");
    const QString detail
        = (reasons.mid(0, 3) << tr("Everything before it is safe on disk.")).join(QStringLiteral("\n"));
    // a copy helps against a file that takes nothing, not against a figure that is none
    const QStringList safe = session.unsaved() ? QStringList{copy} : QStringList();
    const QString answer
        = dialogs::ask(m_window, tr("What was typed last could not be taken over."), detail, safe, {drop});
    if (answer == copy)
        return saveCopy(session, view, proposedName) ? Leave::Saved : Leave::Stay;
    return answer == drop ? Leave::Drop : Leave::Stay;
}

} // namespace nianbao
