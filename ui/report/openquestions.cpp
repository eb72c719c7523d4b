// SPDX-License-Identifier: MulanPSL-2.0
#include "openquestions.h"

#include "besidewindow.h"
#include "dialogs.h"
#include "errorwords.h"
#include "filestamp.h"
#include "folder.h"
#include "openplace.h"
#include "showntext.h"
#include "systemfolders.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace nianbao {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenQuestions)
};
} // namespace

namespace {

const QString kSuffix = QStringLiteral(".nianbao");

/// Proposed is where this person keeps things, under a name that is free. Empty: called off. A place that is
/// no better is refused and asked for anew.
QString askForPlace(QWidget *window, const QString &path)
{
    while (true) {
        QString chosen = dialogs::saveFile(window, Words::tr("Where you want to work on it"),
            freePath(QDir(documentsFolder()), QFileInfo(path).completeBaseName(), kSuffix),
            Words::tr("Reports (*.nianbao)"));
        if (chosen.isEmpty())
            return {};
        const bool isNamed = chosen.endsWith(kSuffix); // else nobody has been asked about replacing
        if (!isNamed)
            chosen += kSuffix;
        const PlaceKind kind = placeOf(chosen);
        if (kind != PlaceKind::Usual)
            dialogs::inform(window, placeWords(kind), Words::tr("Choose another place."));
        else if (QFileInfo::exists(chosen) && (!isNamed || QFileInfo(chosen) == QFileInfo(path)))
            dialogs::tell(window, {ErrorCode::FileExists, chosen}, Doing::MakingAFile);
        else
            return chosen;
    }
}

Result<std::unique_ptr<Session>> open(
    QWidget *window, const QString &path, Session::Mode mode = Session::Mode::Edit)
{
    return Session::open(path, mode, checkedBeside(window));
}

/// From a place where nothing that is typed would last: a copy elsewhere, or only a look.
Result<std::unique_ptr<Session>> openElsewhere(QWidget *window, const QString &path, PlaceKind kind)
{
    auto shown = open(window, path, Session::Mode::Look);
    if (!shown)
        return shown;
    const QString copy = Words::tr("Copy it to a place of mine…");
    const QString look = Words::tr("Look only");
    const QString answer = dialogs::ask(window, placeWords(kind),
        Words::tr("To work on it, say first where your own copy shall lie. To read it, nothing is needed."),
        {copy, look});
    if (answer.isEmpty())
        return Error{ErrorCode::Cancelled, path};
    if (answer == look)
        return shown;
    const QString target = askForPlace(window, path);
    if (target.isEmpty())
        return shown;
    // the dialog has asked about replacing
    if (const auto done = (*shown)->saveCopy(target, {(*shown)->report()}, true); !done)
        return done.error();
    return open(window, target);
}

WaitWords fetching(const QString &path)
{
    constexpr qsizetype kMostName = 80;
    const QString name = firstCharacters(QFileInfo(path).fileName().simplified(), kMostName);
    return {Words::tr("Open a report"), Words::tr("%1 is being fetched…").arg(name)};
}

/// Over a slow line its bytes come beside the window; what opens it then finds them near. What is wrong with
/// it, the opening says. False: it is not waited for any longer.
bool fetch(QWidget *window, const QString &path)
{
    constexpr qint64 kPiece = 256 * 1024;
    constexpr qint64 kMostFetched = 256 << 20;
    const auto fetched = besideWindow(window, fetching(path), [path](const WorkProgress &progress) {
        const auto file = RegularFile::open(path, kMostFetched);
        const auto size = file ? file->size() : Result<qint64>(file.error());
        for (qint64 at = 0; size && at < *size && !progress.isCalledOff(); at += kPiece) {
            if (!file->read(at, kPiece))
                break;
            progress.tell(int(at / 1024), int(*size / 1024));
        }
        return true;
    });
    return fetched.has_value();
}

} // namespace

std::optional<FoundFile> findFile(QWidget *window, const QString &path, const QStringList &others)
{
    return besideWindow(window, fetching(path), [path, others](const WorkProgress &) {
        const QFileInfo file(path);
        FoundFile found{file.exists() ? file.canonicalFilePath() : file.absoluteFilePath()};
        const FileStamp stamp = stampOf(found.path);
        for (const QString &other : others) {
            const bool isSame = stamp != FileStamp() && stamp.isSameFile(stampOf(other));
            if (isSame || other == found.path)
                found.sameAs = other;
        }
        return found;
    });
}

std::optional<Result<ImportedReport>> readBeside(QWidget *window, const QString &path)
{
    return besideWindow(window, fetching(path), [path](const WorkProgress &) { return readReport(path); });
}

Session::Check checkedBeside(QWidget *window)
{
    return [window](const Report &report, const RuleSet &rules) {
        const WaitWords words{
            Words::tr("Open a report"), Words::tr("The report is being checked…"), {}, false};
        return *besideWindow(
            window, words, [report, rules](const WorkProgress &) { return check(report, rules); });
    };
}

Result<std::unique_ptr<Session>> openOrAsk(QWidget *window, const QString &path)
{
    if (!fetch(window, path))
        return Error{ErrorCode::Cancelled, path};
    if (const PlaceKind kind = placeOf(path); kind != PlaceKind::Usual)
        return openElsewhere(window, path, kind);
    auto session = open(window, path);
    const bool isHeld = !session
        && (session.error().code == ErrorCode::InUse || session.error().code == ErrorCode::AlreadyOpen);
    if (!isHeld)
        return session;
    const QString look = Words::tr("Look only");
    const QString takeOver = Words::tr("Take over");
    const QString answer = dialogs::ask(window, describe(session.error()),
        Words::tr("Take it over only when you know that nobody is editing it: of two who edit it at the same "
                  "time, one will have to save a copy."),
        {look}, {takeOver});
    if (answer.isEmpty())
        return Error{ErrorCode::Cancelled, path};
    return open(window, path, answer == look ? Session::Mode::Look : Session::Mode::TakeOver);
}

bool isAnotherState(const Error &error)
{
    return error.code == ErrorCode::Replaced || error.code == ErrorCode::Collided;
}

TwoStates askAboutTwoStates(QWidget *window, const Error &error, const QString &path)
{
    const QString both = Words::tr("Save mine as a copy, then open the file");
    const QString mine = Words::tr("Only save mine as a copy");
    const QString when = QFileInfo(path).lastModified().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    const QString answer = dialogs::ask(window, describe(error),
        Words::tr(
            "Yours is in this window, with all that you typed. The other is in the file, written on %1. "
            "With both at hand you can compare them and take over what is missing.")
            .arg(when),
        {both, mine});
    return answer == both ? TwoStates::KeepBoth : answer == mine ? TwoStates::OnlyMine : TwoStates::Later;
}

} // namespace nianbao
