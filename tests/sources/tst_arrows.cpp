// SPDX-License-Identifier: MulanPSL-2.0
// The arrows between the rooms, tried: a file of one room that includes a header of another is compiled as
// its room is. See app/README.md for the picture.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What a planted line says when its room is compiled.
class ArrowsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QHash<QString, QString> m_commands; // by source file, from the root of the project

    /// The file, or those that it includes where several are compiled as one.
    static QStringList sourcesOf(const QString &source)
    {
        if (!source.contains(QStringLiteral("/Unity/")))
            return {source};
        QFile file(source);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(source));
        QStringList sources;
        static const QRegularExpression include(QStringLiteral("#include \"([^\"]+)\""));
        for (auto it = include.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
            sources.append(it.next().captured(1));
        return sources;
    }

    /// The room's own command with another source, which is parsed only.
    std::pair<bool, QString> compile(const QString &neighbour, const QByteArray &source)
    {
        const QString planted = m_folder.filePath(QStringLiteral("planted.cpp"));
        QFile file(planted);
        if (!file.open(QIODevice::WriteOnly) || file.write(source) != source.size())
            qFatal("nothing can be planted");
        file.close();
        QStringList words = QProcess::splitCommand(m_commands.value(neighbour));
        const auto output = words.indexOf(QStringLiteral("-o"));
        const auto input = words.indexOf(QStringLiteral("-c"));
        if (output < 0 || input < 0)
            qFatal("%s is not compiled here", qPrintable(neighbour));
        words[input] = QStringLiteral("-fsyntax-only");
        words[input + 1] = planted;
        words.remove(output, 2);
        if (const auto precompiled = words.indexOf(QStringLiteral("-include")); precompiled >= 0)
            words.remove(precompiled, 2);
        if (words.first().endsWith(QStringLiteral("ccache")))
            words.removeFirst();
        QProcess compiler;
        compiler.setProcessChannelMode(QProcess::MergedChannels);
        compiler.start(words.takeFirst(), words);
        if (!compiler.waitForFinished(120'000))
            qFatal("the compiler does not answer");
        return {compiler.exitStatus() == QProcess::NormalExit && compiler.exitCode() == 0,
            QString::fromUtf8(compiler.readAll())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(COMPILE_COMMANDS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString root = QStringLiteral(PROJECT_DIR "/");
        const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &each : all) {
            const QString source = each[QStringLiteral("file")].toString();
            for (const QString &one : sourcesOf(source)) {
                if (one.startsWith(root))
                    m_commands.insert(one.mid(root.size()), each[QStringLiteral("command")].toString());
            }
        }
    }

    void anArrow_data()
    {
        QTest::addColumn<QString>("neighbour");
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const char *neighbour, const char *header, bool isAllowed) {
            QTest::addRow("%s %s %s", neighbour, isAllowed ? "may include" : "may not include", header)
                << QString::fromLatin1(neighbour) << QString::fromLatin1(header) << isAllowed;
        };
        row("app/base/amount.cpp", "spec.h", false);
        row("app/form/spec.cpp", "report.h", false);
        row("app/report/report.cpp", "checks.h", false);
        row("app/report/report.cpp", "nextyear.h", false);
        row("app/rules/checks.cpp", "nextyear.h", false);
        row("app/rules/checks.cpp", "reportfile.h", false);
        row("app/drafts/nextyear.cpp", "checks.h", false);
        row("app/store/reportfile.cpp", "checks.h", false);
        row("app/store/reportfile.cpp", "session.h", false);
        row("app/seal/canonical.cpp", "checks.h", false);
        row("app/seal/canonical.cpp", "manuscript.h", false);
        row("app/seal/canonical.cpp", "reportfile.h", false);
        row("app/session/session.cpp", "paginate.h", false);
        row("app/session/session.cpp", "reading.h", false); // an inner folder of the rules
        row("app/formats/pdf/pdfwriter.cpp", "checks.h", false);
        row("app/formats/pdf/pdfwriter.cpp", "report.h", false);
        row("app/pages/paginate.cpp", "report.h", false);
        row("app/pages/paginate.cpp", "spec.h", false);
        row("app/pages/paginate.cpp", "pdfwriter.h", false);
        row("app/cli/commands.cpp", "printing.h", false);
        row("app/cli/commands.cpp", "reportfile.h", false);
        row("app/output/parcel.cpp", "reportfile.h", false);
        row("app/output/letter.cpp", "printing.h", false);
        row("app/cli/handovercommands.cpp", "maildraft.h", false); // the hand-over hides it
        row("ui/report/handover/handoverdialog.cpp", "reportview.h", false);
        row("ui/report/handover/handoverdialog.cpp", "pdfwriter.h", false);
        row("ui/start/startpage.cpp", "narrativepage.h", false);
        row("ui/start/startpage.cpp", "mainwindow.h", false);
        row("ui/widgets/dialogs.cpp", "reportview.h", false);
        row("ui/report/editor/tablepage.cpp", "findingspanel.h", false);
        row("ui/report/checks/findingspanel.cpp", "tablepage.h", false);
        row("ui/report/preview/pagepreview.cpp", "tablepage.h", false);
        row("ui/report/reportview.cpp", "mainwindow.h", false);
        row("ui/report/reportview.cpp", "reportfile.h", false);
        // what is drawn as an arrow holds
        row("app/rules/checks.cpp", "reading.h", true);
        row("app/report/report.cpp", "spec.h", true);
        row("app/store/reportfile.cpp", "report.h", true);
        row("app/seal/canonical.cpp", "report.h", true);
        row("app/session/session.cpp", "reportfile.h", true);
        row("app/session/session.cpp", "digest.h", true);
        row("app/output/parcel.cpp", "session.h", true);
        row("app/output/parcel.cpp", "maildraft.h", true);
        row("app/pages/paginate.cpp", "place.h", true);
        row("app/formats/pdf/pdfwriter.cpp", "pagedocument.h", true);
        row("ui/report/reportview.cpp", "findingspanel.h", true);
        row("ui/shell/mainwindow.cpp", "startpage.h", true);
    }
    void anArrow()
    {
        QFETCH(QString, neighbour);
        QFETCH(QString, header);
        QFETCH(bool, isAllowed);
        const auto [isFine, words] = compile(neighbour, "#include \"" + header.toUtf8() + "\"\n");
        QVERIFY2(isFine == isAllowed, qPrintable(words));
        if (!isAllowed) // and for no other reason
            QVERIFY2(words.contains(header + QStringLiteral(": No such file")), qPrintable(words));
    }

    /// Modules are hidden as layers are: where Qt's headers are found all the same, nothing of them links.
    void aWidgetBelowTheWindow()
    {
        const auto [isFine, words] = compile(QStringLiteral("app/rules/checks.cpp"), "#include <QWidget>\n");
        QVERIFY2(!isFine && words.contains(QStringLiteral("QWidget: No such file")), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(ArrowsTest)
#include "tst_arrows.moc"
