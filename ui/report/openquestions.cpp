// SPDX-License-Identifier: MulanPSL-2.0
#include "openquestions.h"

#include "dialogs.h"
#include "errorwords.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace nianbao {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenQuestions)
};
} // namespace

Result<std::unique_ptr<Session>> openOrAsk(QWidget *window, const QString &path)
{
    auto session = Session::open(path);
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
    return Session::open(path, answer == look ? Session::Mode::Look : Session::Mode::TakeOver);
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
