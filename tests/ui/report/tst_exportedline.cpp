// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "exportedline.h"
#include "pagesetup.h"
#include "paperdesk.h"
#include "reportworkspace.h"
#include "testreports.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace nianbao;

class ExportedLineTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static void click(const QWidget &line, const char *name)
    {
        auto *button = line.findChild<QToolButton *>(QLatin1String(name));
        QVERIFY(button);
        button->click();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }
    void init() { dialogs::setSilent(true); }

    /// Each export of the desk ends here, in the window itself.
    void afterAnExport_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("paper");
        QTest::newRow("the report") << QStringLiteral("年报.pdf") << int(Paper::Report);
        QTest::newRow("a paper") << QStringLiteral("核对单.pdf") << int(Paper::Checks);
        QTest::newRow("JSON") << QStringLiteral("年报.json") << int(Paper::Report);
    }
    void afterAnExport()
    {
        QFETCH(QString, name);
        QFETCH(int, paper);
        ReportWorkspace workspace;
        auto session
            = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), test::filledReport(), true);
        QVERIFY(session);
        workspace.take(std::move(*session));
        workspace.show();
        auto *line = workspace.findChild<ExportedLine *>();
        QVERIFY(line && line->isHidden());
        const QString path = m_folder.filePath(name);
        QVERIFY(workspace.findChild<PaperDesk *>()->exportAndTell(path, Paper(paper)));
        QVERIFY(line->isVisible());
        QVERIFY(line->findChild<QLabel *>()->text().contains(name.left(2)));
        click(*line, "openExported");
        QCOMPARE(dialogs::opened(), QStringList(path));
        click(*line, "openFolder");
        QCOMPARE(dialogs::opened(), QStringList(m_folder.path()));
        click(*line, "putAway");
        QVERIFY(line->isHidden());
        QVERIFY(workspace.exportTo(m_folder.filePath(QStringLiteral("again.pdf"))));
        QVERIFY(line->isVisible());
        QVERIFY(workspace.leave());
        QVERIFY(line->isHidden()); // it spoke of that report
    }

    void afterAnExportThatFailed()
    {
        QWidget window;
        PageSetup setup;
        PaperDesk desk(setup, &window);
        auto session
            = Session::create(m_folder.filePath(QStringLiteral("f.nianbao")), test::filledReport(), true);
        QVERIFY(session);
        desk.setReport(session->get());
        QSignalSpy exported(&desk, &PaperDesk::exported);
        QVERIFY(!desk.exportAndTell(m_folder.filePath(QStringLiteral("no/such.pdf"))));
        QVERIFY(exported.isEmpty());
    }

    void whatCannotBeOpenedIsSaid()
    {
        QWidget window;
        ExportedLine line(&window);
        QSignalSpy notices(&line, &ExportedLine::notice);
        QFile file(m_folder.filePath(QStringLiteral("x.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        line.showFile(file.fileName());
        dialogs::setPrograms(false);
        click(line, "openExported");
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.takeFirst().first().toString().contains(file.fileName()));
        file.remove();
        dialogs::opened();
        click(line, "openExported");
        QVERIFY(dialogs::opened().isEmpty());
        QCOMPARE(notices.size(), 1);
    }
};

QTEST_MAIN(ExportedLineTest)
#include "tst_exportedline.moc"
