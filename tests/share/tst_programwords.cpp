// SPDX-License-Identifier: MulanPSL-2.0
#include "installedtree.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace nianbao::test;

namespace {

using Words = QSet<QString>;

/// By command, "" for what belongs to none: the long options.
using Options = QMap<QString, Words>;

const QStringList kEverywhere{QStringLiteral("--help"), QStringLiteral("--language")}; // of nianbao-cli

Words wordsOf(const QString &text, const QString &pattern)
{
    Words words;
    const QRegularExpression each(pattern, QRegularExpression::MultilineOption);
    for (auto it = each.globalMatch(text); it.hasNext();)
        words.insert(it.next().captured(1));
    return words;
}

QString helpOf(const QString &program, const QStringList &arguments)
{
    const Said said = say(builtProgram(program),
        arguments
            + QStringList{QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--help")});
    if (!said.isFine)
        qFatal("%s: %s", qPrintable(program), said.words.constData());
    return QString::fromUtf8(said.words);
}

Words optionsInHelp(const QString &help)
{
    return wordsOf(help, QStringLiteral("^  (?:-\\w, )*(--[a-z-]+)"));
}

/// What the program says of itself.
Options ownOptions(const QString &program)
{
    if (program == u"nianbao")
        return {{QString(), optionsInHelp(helpOf(program, {}))}};
    Options options{{QString(), Words(kEverywhere.begin(), kEverywhere.end())}};
    for (const QString &command : wordsOf(helpOf(program, {}), QStringLiteral("^  ([a-z]+) ")))
        options.insert(command,
            optionsInHelp(helpOf(program, {command})) - Words(kEverywhere.begin(), kEverywhere.end()));
    return options;
}

/// What a manual page says: options are heads of paragraphs, a command is a subsection.
Options optionsInManual(const QByteArray &page)
{
    Options options{{QString(), {}}};
    QString command;
    bool isHead = false;
    for (QString line : QString::fromUtf8(page).split(u'\n')) {
        line.replace(QStringLiteral("\\-"), QStringLiteral("-"));
        if (line.startsWith(QStringLiteral(".SH ")))
            command.clear();
        if (line.startsWith(QStringLiteral(".SS "))) {
            command = line.section(u' ', 1, 1);
            options.insert(command, {});
        }
        if (isHead)
            options[command] += wordsOf(line, QStringLiteral("(--[a-z-]+)"));
        isHead = line == u".TP";
    }
    return options;
}

QString told(const Options &options)
{
    QStringList lines;
    for (const auto &[command, words] : options.asKeyValueRange()) {
        QStringList sorted(words.begin(), words.end());
        sorted.sort();
        lines.append(command + QStringLiteral(": ") + sorted.join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace

/// Manual pages and completion say what the programs can do, all of it and nothing else.
class ProgramWordsTest : public QObject {
    Q_OBJECT

    InstalledTree m_tree;

    /// What bash offers for the last of the words, with the completion that it finds by the program's name.
    QStringList offered(const QStringList &line, const QString &folder) const
    {
        static const QByteArray script = R"(
. /usr/share/bash-completion/bash_completion
_completion_loader "$1"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_TYPE=9 COMP_KEY=9
COMP_POINT=${#COMP_LINE}
function=$(complete -p "$1") function=${function#*-F } function=${function%% *}
"$function" "$1" "${@: -1}" "${@: -2:1}"
printf '%s\n' "${COMPREPLY[@]}"
)";
        const Said said = say(QStringLiteral("bash"),
            QStringList{QStringLiteral("--norc"), QStringLiteral("-c"), QString::fromUtf8(script),
                QStringLiteral("bash")}
                + line,
            {{QStringLiteral("XDG_DATA_DIRS"), folder}, {QStringLiteral("BASH_COMPLETION_USER_DIR"), folder},
                {QStringLiteral("PATH"),
                    QStringLiteral(BUILD_DIR "/bin:") + QString::fromLocal8Bit(qgetenv("PATH"))}});
        QStringList words = QString::fromUtf8(said.words).split(u'\n', Qt::SkipEmptyParts);
        words.sort();
        return words;
    }
    QStringList offered(const QStringList &line) const { return offered(line, m_tree.path(QString())); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(QStringLiteral("/usr/share/bash-completion/bash_completion")),
            "bash-completion is missing: app/setup.sh installs it");
    }

    void theManualKnowsAll_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("program");
        for (const char *folder : {"man1", "zh_CN/man1"}) {
            for (const char *program : {"nianbao", "nianbao-cli"})
                QTest::addRow("%s/%s.1", folder, program)
                    << QStringLiteral("man/%1/%2.1").arg(QLatin1String(folder), QLatin1String(program))
                    << QString::fromLatin1(program);
        }
    }
    void theManualKnowsAll()
    {
        QFETCH(QString, page);
        QFETCH(QString, program);
        const Options own = ownOptions(program);
        QVERIFY(own.size() == 1 || own.size() > 15);
        QByteArray content = m_tree.content(page);
        QCOMPARE(told(optionsInManual(content)), told(own));
        QVERIFY(content.contains(PROJECT_VERSION "\"")); // filled in
        QVERIFY(!content.contains('@'));
        // planted: one that is left out, one that the program has not
        QByteArray less = content;
        const qsizetype at = less.lastIndexOf(".TP\n.B");
        QVERIFY(at > 0);
        less.remove(at, 4);
        const qsizetype last = content.lastIndexOf(".SH");
        QByteArray more = content;
        more.insert(last, ".TP\n.B \\-\\-make\\-coffee\nIt does not.\n");
        QVERIFY(told(optionsInManual(more)) != told(own));
        if (program == u"nianbao")
            QVERIFY(told(optionsInManual(less)) != told(own));
    }

    void everyOptionIsOffered_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("options");
        for (const QString &program : {QStringLiteral("nianbao"), QStringLiteral("nianbao-cli")}) {
            const Options own = ownOptions(program);
            for (const auto &[command, options] : own.asKeyValueRange()) {
                Words all = options;
                if (program == u"nianbao-cli")
                    all += Words(kEverywhere.begin(), kEverywhere.end());
                QTest::newRow(qPrintable(program + u' ' + command))
                    << program << command << QStringList(all.begin(), all.end());
            }
        }
    }
    void everyOptionIsOffered()
    {
        QFETCH(QString, program);
        QFETCH(QString, command);
        QFETCH(QStringList, options);
        options.sort();
        QStringList line{program};
        if (!command.isEmpty())
            line.append(command);
        QCOMPARE(offered(line + QStringList{QStringLiteral("-")}), options);
    }

    void whatIsOffered_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("a command") << "nianbao-cli ex"
                                   << "explain export";
        QTest::newRow("the command behind an option") << "nianbao-cli --language en ver"
                                                      << "verify";
        QTest::newRow("a paper") << "nianbao-cli export a.nianbao --paper si"
                                 << "signoff";
        QTest::newRow("a day is no paper") << "nianbao-cli review a.nianbao approve --paper "
                                           << "";
        QTest::newRow("a form, as the program has them") << "nianbao-cli new a.nianbao --form 2021"
                                                         << "2021 2021-single-other";
        QTest::newRow("an action") << "nianbao-cli review a.nianbao re"
                                   << "reopen return";
        QTest::newRow("what a comment can do") << "nianbao-cli comment a.nianbao "
                                               << "add answer list resolve";
        QTest::newRow("report files only") << "nianbao-cli check "
                                           << "one.nianbao";
        QTest::newRow("what can be read") << "nianbao-cli read "
                                          << "one.docx one.nianbao";
        QTest::newRow("a public key") << "nianbao-cli verify one.nianbao --key "
                                      << "key.pub";
        QTest::newRow("a name is one's own") << "nianbao-cli explain one.nianbao key text --by "
                                             << "";
        QTest::newRow("the window takes files") << "nianbao "
                                                << "one.docx one.nianbao";
        QTest::newRow("a language") << "nianbao --language z"
                                    << "zh_CN";
    }
    void whatIsOffered()
    {
        QFETCH(QString, line);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        for (const char *name : {"one.nianbao", "one.docx", "one.mp4", "key.pub"})
            write(folder.filePath(QLatin1String(name)), "x");
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const QStringList found = offered(line.split(u' '));
        QDir::setCurrent(before);
        QCOMPARE(found.join(u' '), words);
    }

    void whatIsNotInstalledOffersNothing()
    {
        const QTemporaryDir empty;
        QVERIFY(!offered({QStringLiteral("nianbao-cli"), QStringLiteral("ex")}, empty.path())
                     .contains(QStringLiteral("export")));
    }
};

QTEST_GUILESS_MAIN(ProgramWordsTest)
#include "tst_programwords.moc"
