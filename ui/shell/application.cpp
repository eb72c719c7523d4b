// SPDX-License-Identifier: MulanPSL-2.0
#include "application.h"

#include "appearance.h"
#include "arguments.h"
#include "dialogs.h"
#include "icons.h"
#include "intakedesk.h"
#include "language.h"
#include "mainwindow.h"
#include "officewords.h"
#include "settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <ctime>

namespace nianbao {

namespace {

/// Milliseconds since the process began, from the kernel's own record (clock ticks since boot).
qint64 processAgeMs()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    timespec sinceBoot{};
    if (!stat.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &sinceBoot) != 0)
        return -1;
    const QByteArray all = stat.readAll();
    constexpr qsizetype kStartTime = 19; // 22nd field, counted after the command in parentheses
    constexpr qint64 kTicksPerSecond = 100;
    const auto fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    const qint64 startMs = fields.value(kStartTime).toLongLong() * 1000 / kTicksPerSecond;
    return qint64(sinceBoot.tv_sec) * 1000 + sinceBoot.tv_nsec / 1'000'000 - startMs;
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

} // namespace

int runApplication(QApplication &application)
{
    const QStringList arguments = QApplication::arguments();
    const QString stated = statedLanguage(arguments);
    const WindowLook look = settings::look();
    installLanguage(
        stated.isEmpty() ? look.language : stated); // first: what the parser says is to be read as well
    QCommandLineParser parser;
    const QCommandLineOption language(
        QStringLiteral("language"), Words::tr("zh_CN or en"), QStringLiteral("LANGUAGE"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), Words::tr("system, light, dark or contrast"), QStringLiteral("THEME"));
    const QCommandLineOption sample(QStringLiteral("sample"), Words::tr("open a copy of the sample report"));
    const QCommandLineOption benchStart(QStringLiteral("bench-start"),
        Words::tr("print the milliseconds to the first painted window and end"));
    parser.addOptions({language, theme, sample, benchStart});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"), Words::tr("a .nianbao file, or a document to import"));
    parser.process(application);
    appearance::apply(
        themes::fromKey(parser.isSet(theme) ? parser.value(theme) : look.theme), look.textPercent);

    QApplication::setWindowIcon(icons::icon(QStringLiteral("nianbao")));

    const auto rules = officeRules();
    MainWindow window;
    FirstPaint firstPaint;
    if (parser.isSet(benchStart))
        window.installEventFilter(&firstPaint);
    if (parser.isSet(sample))
        window.openSample();
    const QString given = withoutUrls(parser.positionalArguments()).value(0);
    const bool isDocument = IntakeDesk::reads(given); // looked at in front of the window
    if (!parser.isSet(sample) && !given.isEmpty() && !isDocument)
        window.open(given);
    window.start();
    if (!parser.isSet(sample) && isDocument)
        QTimer::singleShot(0, &window, [&window, given] { window.open(given); });
    if (!rules)
        dialogs::tell(&window, rules.error());
    return QApplication::exec();
}

QString diagnostics(const QString &open)
{
    QStringList lines{QStringLiteral("Nianbao " NIANBAO_VERSION),
        QStringLiteral("Qt %1").arg(QLatin1String(qVersion())), QSysInfo::prettyProductName()};
    if (!open.isEmpty())
        lines.append(open);
    return lines.join(u'\n');
}

} // namespace nianbao
