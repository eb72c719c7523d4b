// SPDX-License-Identifier: MulanPSL-2.0
#include "arguments.h"
#include "commands.h"
#include "errorwords.h"
#include "language.h"
#include "officewords.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace nianbao;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

int fail(const QString &sentence)
{
    QTextStream err(stderr);
    err << QStringLiteral("nianbao-cli: ") << sentence << Qt::endl;
    return int(Exit::Failed);
}

int printOverview()
{
    QTextStream out(stdout);
    out << Words::tr("Usage: nianbao-cli COMMAND …") << Qt::endl;
    for (const Command &command : commands())
        out << QStringLiteral("  %1 %2").arg(command.name, -7).arg(command.arguments, -32) << ' '
            << command.description << Qt::endl;
    out << Words::tr("nianbao-cli COMMAND --help tells more.") << Qt::endl;
    return int(Exit::Done);
}

int runCommand(const Command &command, QStringList arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.setApplicationDescription(command.description);
    parser.addOptions(command.options);
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, Words::tr("print this help"));
    const QCommandLineOption language(
        QStringLiteral("language"), Words::tr("zh_CN or en"), QStringLiteral("LANGUAGE"));
    parser.addOptions({help, language});
    parser.addPositionalArgument(command.name, command.description, command.name + u' ' + command.arguments);
    if (!parser.parse(arguments))
        return fail(parser.errorText());
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText();
        return int(Exit::Done);
    }
    const QStringList positional = parser.positionalArguments().mid(1);
    if (positional.size() < command.minArguments
        || (command.maxArguments >= 0 && positional.size() > command.maxArguments))
        return fail(Words::tr("usage: nianbao-cli %1 %2").arg(command.name, command.arguments));
    const auto done = command.run(parser, positional);
    return done ? int(*done) : fail(describe(done.error()));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("nianbao-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NIANBAO_VERSION));
    const QStringList arguments = withoutUrls(QCoreApplication::arguments());
    const auto languageAt = arguments.indexOf(QStringLiteral("--language"));
    installLanguage(languageAt > 0 && languageAt + 1 < arguments.size() ? arguments[languageAt + 1]
            : arguments.contains(QStringLiteral("--language=en"))       ? QStringLiteral("en")
                                                                        : QStringLiteral("zh_CN"));
    if (const auto taken = loadOfficeWords(); !taken)
        QTextStream(stderr) << describe(taken.error()) << Qt::endl; // the shipped words are used
    for (int i = 1; i < argc; ++i) {
        const QByteArray bytes(argv[i]);
        const QString word = QString::fromUtf8(bytes);
        if (word.toUtf8() != bytes)
            return fail(describe({ErrorCode::NameNotUtf8, word}));
    }
    if (arguments.size() < 2 || arguments[1] == u"--help" || arguments[1] == u"-h")
        return printOverview();
    for (const Command &command : commands()) {
        if (command.name == arguments[1])
            return runCommand(command, arguments);
    }
    return fail(Words::tr("there is no command “%1”; nianbao-cli --help lists them").arg(arguments[1]));
}
