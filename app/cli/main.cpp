// SPDX-License-Identifier: MulanPSL-2.0
#include "arguments.h"
#include "commands.h"
#include "console.h"
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

const QString kLanguage = QStringLiteral("--language");

int fail(const QString &sentence)
{
    console::notice(QStringLiteral("nianbao-cli: ") + sentence);
    return int(Exit::Failed);
}

int fail(const Error &error, Doing doing = Doing::Editing)
{
    const QString rest = technicalRest(error);
    return fail(describe(error, doing) + (rest.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(rest)));
}

int printOverview()
{
    console::print(Words::tr("Usage: nianbao-cli COMMAND …"));
    for (const Command &command : commands())
        console::print(QStringLiteral("  %1 %2 %3")
                           .arg(command.name, -7)
                           .arg(command.arguments, -32)
                           .arg(command.description));
    console::print(Words::tr("nianbao-cli COMMAND --help tells more."));
    return int(Exit::Done);
}

int runCommand(const Command &command, const QStringList &arguments)
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
        QTextStream(stdout) << parser.helpText(); // our own words, in lines
        return int(Exit::Done);
    }
    const QStringList positional = parser.positionalArguments().mid(1);
    if (positional.size() < command.minArguments
        || (command.maxArguments >= 0 && positional.size() > command.maxArguments))
        return fail(Words::tr("usage: nianbao-cli %1 %2").arg(command.name, command.arguments));
    const auto done = command.run(parser, positional);
    static const QStringList editing{QStringLiteral("set"), QStringLiteral("review"),
        QStringLiteral("comment"), QStringLiteral("explain")};
    const Doing doing = editing.contains(command.name) ? Doing::Editing : Doing::MakingAFile;
    return done ? int(*done) : fail(done.error(), doing);
}

/// The last --language LANGUAGE or --language=LANGUAGE; Chinese without one.
QString languageOf(const QStringList &arguments)
{
    QString language = QStringLiteral("zh_CN");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == kLanguage && i + 1 < arguments.size())
            language = arguments[++i];
        else if (arguments[i].startsWith(kLanguage + u'='))
            language = arguments[i].sliced(kLanguage.size() + 1);
    }
    return language;
}

/// The first argument that is neither the language nor an option; an option when no command is there.
QString commandOf(const QStringList &arguments)
{
    QString option;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == kLanguage)
            ++i;
        else if (!arguments[i].startsWith(u'-'))
            return arguments[i];
        else if (!arguments[i].startsWith(kLanguage + u'=') && option.isEmpty())
            option = arguments[i];
    }
    return option;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("nianbao-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NIANBAO_VERSION));
    const QStringList arguments = withoutUrls(QCoreApplication::arguments());
    const QString language = languageOf(arguments);
    installLanguage(language);
    if (language != u"en" && language != u"zh_CN")
        return fail(Words::tr("there is no language “%1”; it is zh_CN or en").arg(language));
    if (const auto taken = officeRules(); !taken)
        console::notice(describe(taken.error())); // the shipped words are used
    for (int i = 1; i < argc; ++i) {
        const QByteArray bytes(argv[i]);
        const QString word = QString::fromUtf8(bytes);
        if (word.toUtf8() != bytes)
            return fail(Error{ErrorCode::NameNotUtf8, word});
    }
    const QString name = commandOf(arguments);
    if (name.isEmpty() || name == u"--help" || name == u"-h")
        return printOverview();
    for (const Command &command : commands()) {
        if (command.name == name)
            return runCommand(command, arguments);
    }
    return fail(Words::tr("there is no command “%1”; nianbao-cli --help lists them").arg(name));
}
