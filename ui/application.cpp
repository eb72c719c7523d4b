// SPDX-License-Identifier: MulanPSL-2.0
#include "application.h"

#include "appearance.h"
#include "arguments.h"
#include "dialogs.h"
#include "language.h"
#include "mainwindow.h"
#include "officewords.h"
#include "session.h"

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
    QCommandLineParser parser;
    const QCommandLineOption language(
        QStringLiteral("language"), QStringLiteral("zh_CN or en"), QStringLiteral("LANGUAGE"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), QStringLiteral("light or dark"), QStringLiteral("THEME"));
    const QCommandLineOption sample(
        QStringLiteral("sample"), QStringLiteral("open a copy of the sample report"));
    const QCommandLineOption benchStart(QStringLiteral("bench-start"),
        QStringLiteral("print the milliseconds to the first painted window and end"));
    parser.addOptions({language, theme, sample, benchStart});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"), QStringLiteral("a .nianbao file, or a .json one to import"));
    parser.process(application);
    installLanguage(parser.value(language));
    appearance::apply(parser.isSet(theme) ? std::optional(parser.value(theme) == u"dark") : std::nullopt);

    const auto officeWords = loadOfficeWords();
    MainWindow window;
    FirstPaint firstPaint;
    if (parser.isSet(benchStart))
        window.installEventFilter(&firstPaint);
    if (parser.isSet(sample))
        window.openSample();
    else if (!parser.positionalArguments().isEmpty())
        window.open(withoutUrls(parser.positionalArguments()).first());
    window.show();
    if (!officeWords)
        dialogs::tell(&window, officeWords.error());
    return QApplication::exec();
}

QString diagnostics(const Session *session)
{
    QStringList lines{QStringLiteral("Nianbao " NIANBAO_VERSION),
        QStringLiteral("Qt %1").arg(QLatin1String(qVersion())), QSysInfo::prettyProductName()};
    if (session)
        lines.append(QStringLiteral("form %1, schema %2, findings %3")
                         .arg(session->report().spec().id)
                         .arg(session->schemaVersion())
                         .arg(session->findings().size()));
    return lines.join(u'\n');
}

} // namespace nianbao
