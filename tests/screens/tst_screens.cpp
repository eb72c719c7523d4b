// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "chart.h"
#include "dialogs.h"
#include "exportdialog.h"
#include "language.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "pagepreview.h"
#include "paintpage.h"
#include "reportview.h"
#include "settings.h"
#include "testreports.h"

#include <QDir>
#include <QPainter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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

    /// A year with last year's beside it, and each kind of chart after the first paragraph.
    static Report withEveryChart()
    {
        Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
        Report prior = report;
        QList<Step> before;
        Change change;
        int count = 3;
        for (const char *row : {"received", "granted", "partly_granted", "unavailable_not_held"}) {
            const CellId cell(QStringLiteral("requests.%1.individual").arg(QLatin1String(row)));
            before.append(SetCell{cell, Amount::fromInteger(count)});
            change.steps.append(SetCell{cell, Amount::fromInteger(count * 2 - 1)});
            count += 2;
        }
        if (!prior.apply({{}, before, {}}))
            qFatal("last year's figures cannot be set");
        change.steps.append(SetPrior{std::make_shared<const Report>(prior)});
        QList<Figure> figures;
        for (const QString &kind : Chart::kinds())
            figures.append({QStringLiteral("overview/1"), 1, QStringLiteral("chart"), {}, kind, {}, {}});
        change.steps.append(SetFigures{figures});
        if (!report.apply(change))
            qFatal("the charts cannot be set");
        return report;
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

    void figures()
    {
        appearance::apply(false);
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("图表"), withEveryChart())));
        window.goTo({{}, QStringLiteral("overview/1"), 0});
        static_cast<void>(window.view()->preview().document());
        window.view()->preview().showPage(1);
        picture(window, QStringLiteral("figures"));
        window.view()->preview().setFit(PagePreview::Fit::TwoPages);
        window.findChild<QToolButton *>(QStringLiteral("thumbnails"))->setChecked(true);
        picture(window, QStringLiteral("preview-two-pages"));
        window.view()->preview().setFit(PagePreview::Fit::Width);
        for (int i = 0; i < 4; ++i)
            window.view()->preview().zoomBy(1.25);
        picture(window, QStringLiteral("preview-large"));
    }

    void exportDialog()
    {
        appearance::apply(false);
        const Report report = test::sampleReport(QStringLiteral("hongze-2023"));
        for (const Paper paper : {Paper::Report, Paper::Checks}) {
            ExportDialog dialog(PaperChoices(), paper, check(report));
            dialog.show();
            picture(dialog, QStringLiteral("export-%1").arg(int(paper)));
        }
    }

    /// Every paper and every chart, in colour and in grey.
    void papers()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        const Report report = withEveryChart();
        for (const Paper paper : {Paper::Report, Paper::Review, Paper::Checks, Paper::SignOff}) {
            const PageDocument document = makePaper(paper, report, check(report), pageStyle(), *fonts);
            QVERIFY(!document.pages.empty());
            constexpr double kPixelsPerMm = 4;
            for (int page = 0; page < int(document.pages.size()); ++page) {
                QImage sheet(840, 1188, QImage::Format_RGB32);
                sheet.fill(Qt::white);
                QPainter painter(&sheet);
                paintPage(document, page, painter, kPixelsPerMm);
                painter.end();
                const QString name
                    = QStringLiteral("paper-%1-%2").arg(int(paper)).arg(page + 1, 2, 10, QLatin1Char('0'));
                QVERIFY(sheet.save(m_pictures.filePath(name + QStringLiteral(".png"))));
                QVERIFY(sheet.convertToFormat(QImage::Format_Grayscale8)
                            .save(m_pictures.filePath(name + QStringLiteral("-grey.png"))));
            }
        }
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
