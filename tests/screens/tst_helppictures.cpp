// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "approved.h"
#include "chaindialog.h"
#include "clock.h"
#include "commentactions.h"
#include "conversiondialog.h"
#include "dialoganswers.h"
#include "exportdialog.h"
#include "findingsmodel.h"
#include "handoverdialog.h"
#include "historydialog.h"
#include "historymodel.h"
#include "intakedialog.h"
#include "keydialog.h"
#include "language.h"
#include "livepicker.h"
#include "mainwindow.h"
#include "movedialog.h"
#include "newreportdialog.h"
#include "officewordsdialog.h"
#include "pagepreview.h"
#include "publishdialog.h"
#include "recentreports.h"
#include "reportview.h"
#include "reviewsteps.h"
#include "screenreports.h"
#include "settings.h"
#include "signdialog.h"
#include "testreports.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>

using namespace nianbao;

namespace {

constexpr QSize kWindow(1040, 640); // its words can still be read on a page of the manual

/// With the 256 colours that it has most of: a fifth of the size, and no eye sees it.
QImage withPalette(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x] | 0xFF000000];
    }
    QList<QRgb> colours = counts.keys();
    std::sort(colours.begin(), colours.end(), [&counts](QRgb a, QRgb b) {
        return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
    });
    return picture.convertToFormat(QImage::Format_Indexed8, colours.mid(0, 256), Qt::ThresholdDither);
}

/// Pixels that a person sees to be others.
int otherPixels(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return a.width() * a.height();
    const QImage one = a.convertToFormat(QImage::Format_RGB32);
    const QImage two = b.convertToFormat(QImage::Format_RGB32);
    constexpr int kSeen = 48;
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        const auto *first = reinterpret_cast<const QRgb *>(one.constScanLine(y));
        const auto *second = reinterpret_cast<const QRgb *>(two.constScanLine(y));
        for (int x = 0; x < one.width(); ++x) {
            const bool isOther = std::abs(qRed(first[x]) - qRed(second[x])) > kSeen
                || std::abs(qGreen(first[x]) - qGreen(second[x])) > kSeen
                || std::abs(qBlue(first[x]) - qBlue(second[x])) > kSeen;
            count += isOther ? 1 : 0;
        }
    }
    return count;
}

} // namespace

/// The pictures of the manual, resources/help/pictures, are what the program looks like. The target
/// help_pictures makes them anew.
class HelpPicturesTest : public QObject {
    Q_OBJECT

    QDir m_home{QDir::tempPath() + QStringLiteral("/nianbao-help-pictures")}; // shown as ~
    QStringList m_made{};

    void picture(QWidget &window, const QString &name)
    {
        for (int i = 0; i < 6; ++i) // one layout asks for the next
            QApplication::processEvents();
        QTRY_VERIFY(window.isVisible());
        const QImage shot = withPalette(window.grab().toImage().convertToFormat(QImage::Format_RGB32));
        const QString path = QStringLiteral(HELP_PICTURES "/%1.png").arg(name);
        m_made.append(name);
        if (qEnvironmentVariableIsSet("NIANBAO_MAKE_HELP_PICTURES")) {
            QVERIFY(shot.save(path, "PNG", 0));
            return;
        }
        constexpr int kTolerated = 60;
        const QImage kept(path);
        const int other = otherPixels(shot, kept);
        if (other > kTolerated)
            QFAIL(qPrintable(QStringLiteral(
                "%1.png shows another state of the program (%2 pixels); build help_pictures and look")
                                 .arg(name)
                                 .arg(other)));
    }

    QString file(const QString &name, const Report &report)
    {
        return test::reportFile(m_home.filePath(QStringLiteral("文档")), name, report);
    }

    static Report ofHuashan()
    {
        Report report = test::filledReport();
        if (!report.apply({{},
                {SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")},
                    SetFact{QLatin1String(fact::kShortName), QStringLiteral("花山镇")},
                    SetFact{QLatin1String(fact::kOffice), QStringLiteral("党政办公室")},
                    SetFact{QLatin1String(fact::kPhone), QStringLiteral("0555-6300012")}},
                {}}))
            qFatal("the facts cannot be set");
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home.removeRecursively();
        QVERIFY(m_home.mkpath(QStringLiteral("文档"))); // as a Chinese desktop names it
        QFile folders(m_home.filePath(QStringLiteral("user-dirs.dirs")));
        QVERIFY(
            folders.open(QIODevice::WriteOnly) && folders.write("XDG_DOCUMENTS_DIR=\"$HOME/文档\"\n") > 0);
        folders.close();
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            qputenv(name, m_home.path().toLocal8Bit());
        QVERIFY(QDir().mkpath(QStringLiteral(HELP_PICTURES)));
        qputenv("TZ", "CST-8"); // the time that moves are told in is that of the clock below
        dialogs::setSilent(true);
        installLanguage(QStringLiteral("zh_CN"));
        appearance::apply(false);
        QApplication::setCursorFlashTime(0);
        setClock([] { return QDateTime(QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600); });
        settings::setUserName(QStringLiteral("王芸"));
        settings::setWindowState(QStringLiteral("panel"), "shown");
    }
    void cleanupTestCase()
    {
        setClock(nullptr);
        m_home.removeRecursively();
    }

    void thePages()
    {
        MainWindow window;
        window.resize(kWindow);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("张村镇2021"), test::withFindings())));
        auto *tabs = window.findChild<QTabWidget *>();
        const auto go = [&window](const char *place) {
            window.goTo(*Place::parse(QLatin1String(place)));
            static_cast<void>(window.view()->preview().document());
        };
        go("requests");
        window.goTo(Place::cell(CellId(QStringLiteral("requests.received.individual"))));
        picture(window, QStringLiteral("window"));
        window.goTo(Place::parse(QStringLiteral("overview/3"))->inParagraph(0));
        tabs->setCurrentIndex(1);
        auto *findings = window.findChild<QListView *>(QStringLiteral("findings"));
        for (int row = 0; row < findings->model()->rowCount(); ++row) {
            const QModelIndex index = findings->model()->index(row, 0);
            if (index.data(FindingsModel::RuleRole).toString() == u"TXT-DONE")
                findings->setCurrentIndex(index);
        }
        picture(window, QStringLiteral("findings"));
        window.findChild<QToolButton *>(QStringLiteral("insertLive"))->click();
        auto *picker = window.findChild<LivePicker *>();
        QVERIFY(picker);
        picture(*picker, QStringLiteral("picker"));
        picker->close();
        tabs->setCurrentIndex(2);
        window.goTo(Place::parse(QStringLiteral("overview/2"))->inParagraph(0));
        picture(window, QStringLiteral("prior"));
        tabs->setCurrentIndex(0);
        window.view()->setSideShown(ReportView::Side::Panel, false);
        for (const char *place : {"organisation", "introduction", "overview", "channels", "years"}) {
            go(place);
            picture(window,
                qstrcmp(place, "overview") == 0 ? QStringLiteral("section") : QString(QLatin1String(place)));
        }
        window.goTo(Place::parse(QStringLiteral("overview/2"))->inParagraph(0));
        picture(window, QStringLiteral("narrative"));
        window.view()->setSideShown(ReportView::Side::Panel, true);
        window.view()->setSideShown(ReportView::Side::Contents, false);
        window.view()->findChild<QSplitter *>()->setSizes({0, 380, 660});
        window.view()->preview().setFit(PagePreview::Fit::TwoPages);
        window.findChild<QToolButton *>(QStringLiteral("thumbnails"))->setChecked(true);
        window.view()->preview().showPage(1);
        picture(window, QStringLiteral("preview"));
    }

    void theStart()
    {
        for (const RecentReport &report : settings::recentReports())
            settings::removeRecentReport(report.path);
        {
            MainWindow window;
            window.resize(kWindow.width(), 760); // down to the button
            window.show();
            picture(window, QStringLiteral("first-page"));
        }
        Report older = ofHuashan();
        Report newer = test::withFindings();
        MainWindow window;
        window.resize(kWindow);
        window.show();
        for (const auto &[name, report] : {std::pair(QStringLiteral("花山镇2021年报"), &older),
                 std::pair(QStringLiteral("张村镇2021年报"), &newer)}) {
            QVERIFY(window.open(file(name, *report)));
            QVERIFY(window.closeReport());
        }
        for (const RecentReport &report : settings::recentReports())
            QTRY_VERIFY(report.seen.has_value()); // looked at beside the window
        picture(window, QStringLiteral("start"));
        NewReportDialog dialog(nullptr);
        dialog.findChild<QLineEdit *>(QStringLiteral("name"))
            ->setText(QStringLiteral("临江市花山镇人民政府"));
        dialog.findChild<QLineEdit *>(QStringLiteral("path"))
            ->setText(QStringLiteral("~/文档/花山镇2021.nianbao"));
        dialog.show();
        picture(dialog, QStringLiteral("new-report"));
    }

    void theDialogs()
    {
        const Report old = test::sampleReport(QStringLiteral("shanghai-2019"));
        const auto plan = conversion(old);
        QVERIFY(plan);
        ConversionDialog conversion(old, *plan);
        conversion.show();
        picture(conversion, QStringLiteral("conversion"));
        const Report report = ofHuashan();
        ExportDialog exported(PageChoices(), Paper::Report, check(report, RuleSet()));
        exported.show();
        picture(exported, QStringLiteral("export"));
        OfficeWordsDialog words;
        words.findChild<QLineEdit *>(QStringLiteral("wording"))->setText(QStringLiteral("敬悉…件"));
        words.show();
        picture(words, QStringLiteral("office-words"));
    }

    void theImport()
    {
        const Report report = test::sampleReport(QStringLiteral("hongze-2023"));
        const auto [source, proposal] = test::doubtfulDocument(report);
        IntakeDialog dialog(source, proposal, {&report, IntakeUse::AddFigures});
        dialog.show();
        dialog.setMinimumSize(kWindow); // the screen of the tests is smaller
        dialog.resize(kWindow);
        picture(dialog, QStringLiteral("mapping"));
    }

    void theReview()
    {
        MainWindow window;
        window.resize(kWindow);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("花山镇2021"), ofHuashan())));
        Session &session = *window.session();
        test::Way way(session);
        QString draft;
        const CellId received(QStringLiteral("requests.received.individual"));
        const auto figure = session.report().computed(received);
        way.edit(Change::of(QStringLiteral("填写"), SetCell{received, Amount::fromInteger(7)}));
        {
            MoveDialog missing(session, ReviewAction::Send, draft, &window);
            missing.show();
            picture(missing, QStringLiteral("send-missing"));
        }
        way.edit(Change::of(QStringLiteral("填写"), SetCell{received, figure}));
        way.explain();
        way.move(ReviewAction::Send, {}, QStringLiteral("王芸"));
        settings::setUserName(QStringLiteral("陈立"));
        const Place first = Place::subSection(SectionId(QStringLiteral("overview")), 0).inParagraph(0);
        way.edit(*commentActions::add(session.report(), first,
            QStringLiteral("这一段只说了做法，请写明件数。"), QStringLiteral("陈立")));
        way.edit(*commentActions::add(session.report(), Place::cell(received),
            QStringLiteral("请与依申请公开台账核对。"), QStringLiteral("陈立")));
        static_cast<void>(window.view()->preview().document());
        window.view()->stepMatter(1);
        picture(window, QStringLiteral("reading"));
        {
            ChainDialog chain(session.report().review().steps(), &window);
            chain.show();
            picture(chain, QStringLiteral("chain"));
        }
        {
            KeyDialog key(&window);
            key.show();
            picture(key, QStringLiteral("key"));
        }
        way.move(ReviewAction::Forward, QStringLiteral("数据已核"));
        SignDialog sign(session, draft, &window); // without a key: each has another fingerprint
        sign.show();
        picture(sign, QStringLiteral("sign"));
    }

    void theHandOver()
    {
        settings::setUserName(QStringLiteral("王芸"));
        settings::setHandOverHabits({QStringLiteral("临江市人民政府办公室（政务公开科）"),
            QStringLiteral("zwgk@linjiang.example"), {}, true, false, {}});
        auto session = Session::open(file(QStringLiteral("报送"), ofHuashan()));
        QVERIFY(session);
        test::approve(**session);
        PageSetup setup;
        {
            HandOverDialog mail(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr));
            mail.show();
            picture(mail, QStringLiteral("handover"));
        }
        ReviewMove submit{
            ReviewAction::Submit, QStringLiteral("王芸"), QStringLiteral("2022-01-20T01:40:00Z")};
        submit.handOver = HandOver{submit.at, QStringLiteral("临江市人民政府办公室（政务公开科）"),
            (*session)->contentDigest(), {QStringLiteral("a.pdf"), QStringLiteral("a.nianbao")}};
        QVERIFY((*session)->move(submit));
        PublishDialog publish(**session);
        publish.findChild<QLineEdit *>(QStringLiteral("address"))
            ->setText(QStringLiteral("https://www.linjiang.example/huashan/nb/2021.html"));
        publish.show();
        picture(publish, QStringLiteral("publish"));
    }

    void theHistory()
    {
        auto session = Session::open(file(QStringLiteral("历史"), ofHuashan()));
        QVERIFY(session);
        const SectionId overview(QStringLiteral("overview"));
        const QString text = (*session)->report().subSections(overview).value(0).text;
        for (const QString &more : {QStringLiteral("公开栏张贴66条。"), QStringLiteral("公开栏张贴68条。")}) {
            QVERIFY((*session)->edit(Change::of(QStringLiteral("正文"), SetText{overview, 0, text + more})));
            (*session)->endMerge();
        }
        HistoryDialog dialog(**session);
        dialog.show();
        picture(dialog, QStringLiteral("history"));
    }

    /// What nobody makes any more, nobody keeps.
    void noneIsLeftOver()
    {
        if (m_made.isEmpty())
            QSKIP("no picture was made");
        QStringList kept;
        for (const QFileInfo &info : QDir(QStringLiteral(HELP_PICTURES)).entryInfoList(QDir::Files))
            kept.append(info.completeBaseName());
        kept.sort();
        m_made.sort();
        QCOMPARE(kept, m_made);
    }

    void aStalePictureIsFound()
    {
        QImage one(200, 100, QImage::Format_RGB32);
        one.fill(Qt::white);
        QImage two = one;
        QCOMPARE(otherPixels(one, two), 0);
        for (int x = 0; x < 100; ++x)
            two.setPixel(x, 10, qRgb(0, 0, 0));
        QCOMPARE(otherPixels(one, two), 100);
        QCOMPARE(otherPixels(one, one.copy(0, 0, 100, 100)), 20000);
    }
};

QTEST_MAIN(HelpPicturesTest)
#include "tst_helppictures.moc"
