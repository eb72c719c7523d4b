// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialogs.h"
#include "language.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "pagepreview.h"
#include "reportview.h"
#include "settings.h"
#include "testreports.h"

#include <QDir>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

/// Every screen at two sizes in both themes as PNG, to be looked at; and that nothing on it is English or cut
/// off at the window's edge.
class ScreensTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QDir m_pictures;

    void picture(QWidget &window, const QString &name)
    {
        QApplication::processEvents();
        QTRY_VERIFY(window.isVisible());
        const QPixmap shot = window.grab();
        QVERIFY(!shot.isNull());
        QVERIFY(shot.save(m_pictures.filePath(name + QStringLiteral(".png"))));
    }

    QString file(const QString &name, const Report &report)
    {
        const QString path = m_folder.filePath(name + QStringLiteral(".nianbao"));
        auto made = Session::create(path, report, true);
        if (!made)
            qFatal("the report cannot be made");
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); // not the panels of an earlier run
        dialogs::setSilent(true);
        const QString folder = qEnvironmentVariable("NIANBAO_SCREENS", m_folder.path());
        QVERIFY(QDir().mkpath(folder));
        m_pictures = QDir(folder);
        installLanguage(QStringLiteral("zh_CN"));
    }

    void screens_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("small-light") << QSize(1366, 768) << false;
        QTest::newRow("small-dark") << QSize(1366, 768) << true;
        QTest::newRow("large-light") << QSize(1920, 1080) << false;
        QTest::newRow("large-dark") << QSize(1920, 1080) << true;
    }
    void screens()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        const QString tag = QLatin1String(QTest::currentDataTag());
        appearance::apply(dark);
        const QString path
            = file(QStringLiteral("张村镇2021"), test::sampleReport(QStringLiteral("zhangcun-2021")));
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(window.open(path));
        QCOMPARE(window.size(), size); // nothing forces the window wider than the screen
        const QList<std::pair<QString, QString>> places{{QStringLiteral("organisation"), {}},
            {QStringLiteral("introduction"), {}}, {QStringLiteral("overview"), {}},
            {QStringLiteral("overview/2"), {}}, {QStringLiteral("disclosure"), {}},
            {QStringLiteral("requests"), QStringLiteral("requests.received.individual")},
            {QStringLiteral("disputes"), {}}, {QStringLiteral("channels"), {}}};
        for (const auto &[section, cell] : places) {
            window.goTo({cell.isEmpty() ? CellId() : CellId(cell), section, -1});
            QCOMPARE(window.view()->currentSection(), section);
            static_cast<void>(window.view()->preview().document());
            picture(window, QStringLiteral("%1-%2").arg(tag, QString(section).replace(u'/', u'-')));
        }
        QVERIFY(window.closeReport());
        picture(window, tag + QStringLiteral("-start"));
    }

    void faultyAndEmpty_data() { screens_data(); }
    void faultyAndEmpty()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        const QString tag = QLatin1String(QTest::currentDataTag());
        appearance::apply(dark);
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(window.open(
            file(QStringLiteral("洪泽区2023"), test::sampleReport(QStringLiteral("hongze-2023")))));
        window.goTo({{}, QStringLiteral("disputes"), -1});
        window.view()->stepFinding(1);
        picture(window, tag + QStringLiteral("-faulty"));
        QVERIFY(window.closeReport());
        QVERIFY(window.open(file(QStringLiteral("空白"), Report(findForm(QStringLiteral("2021")), 2025))));
        window.goTo({{}, QStringLiteral("overview"), -1});
        picture(window, tag + QStringLiteral("-empty"));
        window.goTo({{}, QStringLiteral("requests"), -1});
        picture(window, tag + QStringLiteral("-empty-table"));
    }

    void newReport()
    {
        appearance::apply(false);
        const Report prior = test::sampleReport(QStringLiteral("zhangcun-2021"));
        NewReportDialog dialog(&prior);
        dialog.show();
        picture(dialog, QStringLiteral("new-report"));
    }
};

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
