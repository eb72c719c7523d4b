// SPDX-License-Identifier: MulanPSL-2.0
#include "application.h"

#include "appearance.h"
#include "dialogs.h"
#include "endsignals.h"
#include "intakedesk.h"
#include "language.h"
#include "mainwindow.h"
#include "officewords.h"
#include "processes.h"
#include "programlog.h"
#include "settings.h"
#include "singleprocess.h"
#include "windows.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>
#include <QTimer>

namespace nianbao {

namespace {

/// Milliseconds since the process began, by the system's own record.
qint64 processAgeMs()
{
    const auto process = processNow(QCoreApplication::applicationPid());
    return process ? process->startedAt.msecsTo(QDateTime::currentDateTime()) : -1;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Application)
};

/// Of the command line; the parser itself speaks already and cannot be asked.
QString statedLanguage(const QStringList &arguments)
{
    const QString option = QStringLiteral("--language");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == option)
            return arguments.value(i + 1);
        if (arguments[i].startsWith(option + u'='))
            return arguments[i].mid(option.size() + 1);
    }
    return {};
}

/// Says how long the program took to its first painted window, then ends.
class FirstPaint final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_done) {
            m_done = true;
            QTimer::singleShot(0, this, [] {
                QTextStream(stdout) << processAgeMs() << Qt::endl;
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    bool m_done = false;
};

/// What the command line says. Help and version are said here, and end the program.
struct Stated {
    StartRequest request{};
    QString theme{}; // empty: nothing
    bool isMeasured = false;
};

Stated statedOptions(QApplication &application)
{
    QCommandLineParser parser;
    const QCommandLineOption language(
        QStringLiteral("language"), Words::tr("zh_CN or en"), QStringLiteral("LANGUAGE"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), Words::tr("system, light, dark or contrast"), QStringLiteral("THEME"));
    const QCommandLineOption sample(
        QStringLiteral("sample"), Words::tr("open the sample report among your documents"));
    const QCommandLineOption benchStart(QStringLiteral("bench-start"),
        Words::tr("print the milliseconds to the first painted window and end"));
    parser.addOptions({language, theme, sample, benchStart});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"), Words::tr("a .nianbao file, or a document to import"));
    parser.process(application);
    return {StartRequest::of(parser.positionalArguments(), parser.isSet(sample)), parser.value(theme),
        parser.isSet(benchStart)};
}

/// In the first window; a document is looked at in front of it, so the window is there before.
void begin(MainWindow &window, Windows &windows, StartRequest request)
{
    const bool isInFront
        = request.isSample || request.files.isEmpty() || IntakeDesk::reads(request.files.first());
    if (request.isSample)
        window.openSample();
    else if (!isInFront)
        window.open(request.files.takeFirst());
    request.isSample = false;
    window.start();
    if (!request.files.isEmpty())
        windows.take(request);
}

} // namespace

int runApplication(QApplication &application)
{
    const QString language = statedLanguage(QApplication::arguments());
    const WindowLook look = settings::look();
    installLanguage(
        language.isEmpty() ? look.language : language); // first: what the parser says is to be read as well
    const Stated stated = statedOptions(application);

    const ProgramLog log;
    qCInfo(lcProgram, "started, Nianbao " NIANBAO_VERSION ", Qt %s, %s", qVersion(),
        qPrintable(QGuiApplication::platformName()));
    bool isEnding = false;
    const EndSignals endSignals([&isEnding](const char *name) {
        qCInfo(lcProgram, "ended by %s", name);
        isEnding = true;
        dialogs::setCalledOff(true);
        QCoreApplication::exit(0); // also of the event loop of a dialog
    });
    if (!endSignals.isListening())
        qCWarning(lcProgram, "what ends the program is not heard: no room for its pipe");
    SingleProcess process(stated.isMeasured ? QString() : SingleProcess::usualFolder());
    if (process.handOver(stated.request))
        return 0;
    appearance::apply(themes::fromKey(stated.theme.isEmpty() ? look.theme : stated.theme), look.textPercent);
    const auto rules = officeRules();
    Windows windows;
    MainWindow &window = windows.make();
    QObject::connect(&process, &SingleProcess::asked, &windows, &Windows::take);
    FirstPaint firstPaint;
    if (stated.isMeasured)
        window.installEventFilter(&firstPaint);
    begin(window, windows, stated.request);
    if (!rules)
        dialogs::tell(&window, rules.error());
    const int code = isEnding ? 0 : windows.run([&isEnding] { return isEnding; });
    dialogs::setCalledOff(true);
    windows.letGo();
    qCInfo(lcProgram, "ended");
    return code;
}

QString diagnostics(const QString &open)
{
    QStringList lines{QStringLiteral("Nianbao " NIANBAO_VERSION),
        QStringLiteral("Qt %1").arg(QLatin1String(qVersion())), QSysInfo::prettyProductName()};
    if (!open.isEmpty())
        lines.append(open);
    if (const QString log = ProgramLog::path(); !log.isEmpty())
        lines.append(Words::tr("Log: %1").arg(QDir::toNativeSeparators(log)));
    return lines.join(u'\n');
}

} // namespace nianbao
