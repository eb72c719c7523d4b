// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "approved.h"
#include "chaindialog.h"
#include "charts.h"
#include "clearingdialog.h"
#include "clock.h"
#include "commentactions.h"
#include "conversiondialog.h"
#include "dialoganswers.h"
#include "everyscreen.h"
#include "exportdialog.h"
#include "findingsmodel.h"
#include "gridview.h"
#include "handoverdialog.h"
#include "historydialog.h"
#include "historymodel.h"
#include "intakedialog.h"
#include "keydialog.h"
#include "language.h"
#include "livepicker.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "officewordsdialog.h"
#include "pagepreview.h"
#include "paintpage.h"
#include "publishdialog.h"
#include "reportview.h"
#include "reviewsteps.h"
#include "rulesdialog.h"
#include "screenreports.h"
#include "settings.h"
#include "signdialog.h"
#include "templatesdialog.h"
#include "testreports.h"

#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace nianbao;

/// Every screen at two sizes in both themes as PNG, to be looked at. (That nothing on them is cut: tst_sizes;
/// that no word is English: tst_chinese.)
class ScreensTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QDir m_pictures;

    void picture(QWidget &window, const QString &name)
    {
        for (int i = 0; i < 4; ++i) // one layout asks for the next
            QApplication::processEvents();
        QTRY_VERIFY(window.isVisible());
        const QPixmap shot = window.grab();
        QCOMPARE(shot.deviceIndependentSize().toSize(), window.size());
        QVERIFY(shot.save(m_pictures.filePath(name + QStringLiteral(".png"))));
    }

    QString file(const QString &name, const Report &report)
    {
        return test::reportFile(m_folder.path(), name, report);
    }

    static QImage sheet(const PageDocument &document, int page)
    {
        constexpr double kPixelsPerMm = 4;
        QImage image(840, 1188, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintPage(document, page, painter, kPixelsPerMm);
        return image;
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
        QList<Illustration> figures;
        for (const QString &kind : chartKinds())
            figures.append(
                {*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"), {}, kind, {}, {}});
        change.steps.append(SetIllustrations{figures});
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
            window.goTo(cell.isEmpty() ? *Place::parse(section) : Place::cell(CellId(cell)));
            QCOMPARE(window.view()->entry().toString(), section);
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
        window.goTo(*Place::parse(QStringLiteral("disputes")));
        window.view()->stepMatter(1);
        picture(window, tag + QStringLiteral("-faulty"));
        QVERIFY(window.closeReport());
        QVERIFY(window.open(file(QStringLiteral("空白"), Report(findForm(QStringLiteral("2021")), 2025))));
        window.goTo(*Place::parse(QStringLiteral("overview")));
        picture(window, tag + QStringLiteral("-empty"));
        window.goTo(*Place::parse(QStringLiteral("requests")));
        picture(window, tag + QStringLiteral("-empty-table"));
    }

    /// A form that no office ever had, on screen and as pages.
    void anotherForm()
    {
        appearance::apply(false);
        Report report = test::filledReport(QStringLiteral("2027-test"), 2027);
        const auto set = [](const char *cell, int value) {
            return SetCell{CellId(QLatin1String(cell)), Amount::fromInteger(value)};
        };
        QVERIFY(report.apply({{},
            {set("requests.received_online.individual", 7), set("requests.received_paper.organisation", 4),
                set("requests.granted.individual", 6), set("requests.transferred.organisation", 4),
                set("consultations.phone.asked", 12), set("consultations.phone.answered", 10),
                set("disputes.reconsideration.mediated", 1)},
            {}}));
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("另一种表样"), report)));
        for (const SectionSpec &section : report.spec().sections) {
            window.goTo(Place::section(section.id));
            static_cast<void>(window.view()->preview().document());
            picture(window, QStringLiteral("another-form-%1").arg(section.id.toString()));
        }
        const Report older = test::sampleReport(QStringLiteral("hongze-2023"));
        Report newest = older;
        QVERIFY(newest.apply(conversion(older)->change));
        const auto plan = conversion(newest, report.specPointer());
        QVERIFY(plan);
        ConversionDialog dialog(newest, *plan);
        dialog.show();
        picture(dialog, QStringLiteral("another-form-conversion"));
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        const PageDocument document = paginate(manuscriptOf(Paper::Report, report, {}), pageStyle(), *fonts);
        for (int page = 0; page < int(document.pages.size()); ++page)
            QVERIFY(sheet(document, page)
                        .save(m_pictures.filePath(QStringLiteral("another-form-page-%1.png").arg(page + 1))));
    }

    void figures()
    {
        appearance::apply(false);
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("图表"), withEveryChart())));
        window.goTo(Place::parse(QStringLiteral("overview/1"))->inParagraph(0));
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
            ExportDialog dialog(PageChoices(), paper, check(report, RuleSet()));
            dialog.show();
            picture(dialog, QStringLiteral("export-%1").arg(int(paper)));
        }
    }

    /// A document beside the form: a doubtful one at all sizes, its texts and its notes.
    void mapping_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("small-light") << QSize(1366, 740) << false;
        QTest::newRow("small-dark") << QSize(1366, 740) << true;
        QTest::newRow("smallest-light") << QSize(874, 580) << false;
    }
    void mapping()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        appearance::apply(dark);
        const Report report = test::sampleReport(QStringLiteral("hongze-2023"));
        const auto [source, proposal] = test::doubtfulDocument(report);
        IntakeDialog dialog(source, proposal, {&report, IntakeUse::AddFigures});
        dialog.show();
        dialog.setMinimumSize(size); // the screen of the tests is smaller
        dialog.resize(size);
        const QString tag = QStringLiteral("mapping-") + QLatin1String(QTest::currentDataTag());
        picture(dialog, tag);
        dialog.goTo(*Place::parse(QStringLiteral("overview/1")));
        picture(dialog, tag + QStringLiteral("-texts"));
    }

    /// To whom, what goes along and what not; then when it was published. Handed over once before.
    void handOver_data() { checking_data(); }
    void handOver()
    {
        QFETCH(bool, dark);
        appearance::apply(dark);
        setClock([] { return QDateTime(QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600); });
        settings::setUserName(QStringLiteral("王芸"));
        settings::setHandOverHabits({QStringLiteral("临江市人民政府办公室（政务公开科）"),
            QStringLiteral("zwgk@linjiang.example"), {}, true, false, {}});
        const QString tag = QLatin1String(QTest::currentDataTag());
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")},
                SetFact{QLatin1String(fact::kShortName), QStringLiteral("花山镇")},
                SetFact{QLatin1String(fact::kPhone), QStringLiteral("6300012")}},
            {}}));
        auto session = Session::open(file(QStringLiteral("花山镇2021年报"), report));
        QVERIFY(session);
        PageSetup setup;
        {
            HandOverDialog refused(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr));
            refused.show();
            picture(refused, QStringLiteral("handover-refused-") + tag);
        }
        test::approve(**session);
        {
            HandOverDialog mail(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr));
            mail.show();
            picture(mail, QStringLiteral("handover-mail-") + tag);
            mail.findChild<QPushButton *>(QStringLiteral("asFolder"))->click();
            picture(mail, QStringLiteral("handover-folder-") + tag);
            mail.setFixedSize(683, 358); // 1366 by 768, twice as large
            picture(mail, QStringLiteral("handover-small-") + tag);
        }
        TemplatesDialog templates(letterTemplates());
        templates.show();
        picture(templates, QStringLiteral("handover-templates-") + tag);
        ReviewMove submit{
            ReviewAction::Submit, QStringLiteral("王芸"), QStringLiteral("2022-01-20T01:40:00Z")};
        submit.handOver = HandOver{submit.at, QStringLiteral("临江市人民政府办公室（政务公开科）"),
            (*session)->contentDigest(), {QStringLiteral("a.pdf"), QStringLiteral("a.nianbao")}};
        QVERIFY((*session)->move(submit));
        {
            HandOverDialog again(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr));
            again.show();
            picture(again, QStringLiteral("handover-again-") + tag);
        }
        {
            PublishDialog publish(**session);
            publish.findChild<QLineEdit *>(QStringLiteral("address"))
                ->setText(QStringLiteral("https://www.linjiang.example/huashan/nb/2021.html"));
            publish.show();
            picture(publish, QStringLiteral("handover-publish-") + tag);
        }
        const QString path = (*session)->path();
        session->reset(); // one window edits it
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(path));
        QApplication::processEvents();
        QVERIFY(window.exportTo(m_folder.filePath(QStringLiteral("临江市花山镇2021年年度报告.pdf"))));
        picture(window, QStringLiteral("handover-exported-") + tag);
        setClock(nullptr);
        settings::setHandOverHabits({});
    }

    /// Every state of the review as clerk and reader have it, with the dialogs that lead from one to the
    /// next.
    void review_data() { checking_data(); }
    void review()
    {
        QFETCH(bool, dark);
        const QString tag = QStringLiteral("review-%1-").arg(QLatin1String(QTest::currentDataTag()));
        appearance::apply(dark);
        setClock([] { return QDateTime(QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600); });
        settings::setUserName(QStringLiteral("陈立"));
        qputenv("XDG_DATA_HOME", m_folder.filePath(tag).toLocal8Bit()); // where keys are: none yet
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("审阅"), test::filledReport())));
        Session &session = *window.session();
        test::Way way(session);
        QString draft;
        const auto dialog = [&](MoveDialog &&shown, const char *name) {
            shown.show();
            picture(shown, tag + QLatin1String(name));
        };
        const auto overview
            = [](int index) { return Place::subSection(SectionId(QStringLiteral("overview")), index); };
        const auto comment = [&](const Place &place, const QString &words) {
            way.edit(*commentActions::add(session.report(), place, words, QStringLiteral("陈立")));
        };
        const auto tab = [&](int index) {
            window.findChild<QTabWidget *>()->setCurrentIndex(index);
            static_cast<void>(window.view()->preview().document());
        };
        picture(window, tag + QStringLiteral("drafting"));
        const CellId received(QStringLiteral("requests.received.individual"));
        const auto figure = session.report().computed(received);
        way.edit(Change::of(QStringLiteral("填写"), SetCell{received, Amount::fromInteger(7)}));
        dialog(MoveDialog(session, ReviewAction::Send, draft, &window), "send-missing");
        way.edit(Change::of(QStringLiteral("填写"), SetCell{received, figure}));
        way.explain();
        dialog(MoveDialog(session, ReviewAction::Send, draft, &window), "send");
        way.move(ReviewAction::Send, {}, QStringLiteral("王芸"));
        comment(overview(0).inParagraph(0), QStringLiteral("这一段只说了做法，请写明件数。"));
        comment(Place::cell(CellId(QStringLiteral("requests.received.individual"))),
            QStringLiteral("请与依申请公开台账核对。"));
        comment(Place::report(), QStringLiteral("请在 1 月 25 日前再报我。"));
        way.edit(*commentActions::answer(
            session.report(), 2, QStringLiteral("已核对，台账也是这个数。"), QStringLiteral("王芸")));
        tab(0);
        window.view()->stepMatter(1);
        picture(window, tag + QStringLiteral("reading"));
        draft = QStringLiteral("监督保障写得太空，请补充具体做法。");
        dialog(MoveDialog(session, ReviewAction::Return, draft, &window), "return");
        way.move(ReviewAction::Return, draft, QStringLiteral("陈立"));
        draft.clear();
        picture(window, tag + QStringLiteral("returned"));
        way.edit(Change::of(QStringLiteral("填写"),
            SetCell{CellId(QStringLiteral("disclosure.licences.decisions")), Amount::fromInteger(18)}));
        const QString text
            = session.report().subSections(SectionId(QStringLiteral("overview"))).value(0).text;
        way.edit(Change::of(QStringLiteral("正文"),
            SetText{SectionId(QStringLiteral("overview")), 0,
                text + QStringLiteral("全年在公开栏张贴政府信息66条。")}));
        way.toLastReader();
        QTabWidget *tabs = window.findChild<QTabWidget *>();
        for (int index = 0; index < tabs->count(); ++index) {
            if (!tabs->isTabVisible(index))
                continue;
            tab(index);
            QTest::qWait(50); // changes are compared once there is time for it
            picture(window, tag + QStringLiteral("last-reader-%1").arg(index));
        }
        dialog(SignDialog(session, draft, &window), "sign-without-key");
        {
            KeyDialog none(&window);
            none.show();
            picture(none, tag + QStringLiteral("key-none"));
        }
        const PrivateKey key = test::newKey();
        QVERIFY(QDir().mkpath(QFileInfo(settings::keyPath()).path()));
        QVERIFY(key.write(settings::keyPath(), "correct horse", QStringLiteral("陈立")));
        {
            KeyDialog own(&window);
            own.show();
            picture(own, tag + QStringLiteral("key-own"));
        }
        {
            SignDialog sign(session, draft, &window);
            sign.show();
            picture(sign, tag + QStringLiteral("sign"));
            sign.findChild<QRadioButton *>(QStringLiteral("onPaper"))->click();
            picture(sign, tag + QStringLiteral("sign-paper"));
        }
        {
            ChainDialog chain(session.report().review().steps(), &window);
            chain.show();
            picture(chain, tag + QStringLiteral("chain"));
        }
        way.seal(key);
        picture(window, tag + QStringLiteral("approved"));
        way.submit();
        picture(window, tag + QStringLiteral("submitted"));
        dialog(MoveDialog(session, ReviewAction::Correct, draft, &window), "correct");
        way.publish();
        picture(window, tag + QStringLiteral("published"));
        way.move(ReviewAction::Correct, QStringLiteral("新收申请应为 4 件。"), QStringLiteral("王芸"));
        picture(window, tag + QStringLiteral("corrected"));
        setClock(nullptr);
    }

    /// Every paper and every chart, in colour and in grey.
    void papers()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        const Report report = withEveryChart();
        for (const Paper paper : {Paper::Report, Paper::Review, Paper::Checks, Paper::SignOff}) {
            const PageDocument document
                = paginate(manuscriptOf(paper, report, check(report, RuleSet())), pageStyle(), *fonts);
            QVERIFY(!document.pages.empty());
            for (int page = 0; page < int(document.pages.size()); ++page) {
                const QImage sheet = this->sheet(document, page);
                const QString name
                    = QStringLiteral("paper-%1-%2").arg(int(paper)).arg(page + 1, 2, 10, QLatin1Char('0'));
                QVERIFY(sheet.save(m_pictures.filePath(name + QStringLiteral(".png"))));
                QVERIFY(sheet.convertToFormat(QImage::Format_Grayscale8)
                            .save(m_pictures.filePath(name + QStringLiteral("-grey.png"))));
            }
        }
    }

    void checking_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void checking()
    {
        QFETCH(bool, dark);
        const QString tag = QStringLiteral("check-%1-").arg(QLatin1String(QTest::currentDataTag()));
        appearance::apply(dark);
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("检查"), test::withFindings())));
        auto *tabs = window.findChild<QTabWidget *>();
        auto *findings = window.findChild<QListView *>(QStringLiteral("findings"));
        window.goTo(Place::parse(QStringLiteral("overview/3"))->inParagraph(0));
        tabs->setCurrentIndex(1);
        picture(window, tag + QStringLiteral("editor"));
        for (int row = 0; row < findings->model()->rowCount(); ++row) {
            const QModelIndex index = findings->model()->index(row, 0);
            if (index.data(FindingsModel::RuleRole).toString() == u"TXT-DONE")
                findings->setCurrentIndex(index);
        }
        picture(window, tag + QStringLiteral("panel"));
        auto *insert = window.findChild<QToolButton *>(QStringLiteral("insertLive"));
        insert->click();
        auto *picker = window.findChild<LivePicker *>();
        QVERIFY(picker);
        picture(*picker, tag + QStringLiteral("picker"));
        picker->close();
        tabs->setCurrentIndex(2);
        window.goTo(Place::parse(QStringLiteral("overview/2"))->inParagraph(0));
        picture(window, tag + QStringLiteral("last-year-text"));
        window.goTo(*Place::parse(QStringLiteral("requests")));
        picture(window, tag + QStringLiteral("last-year-table"));
        tabs->setCurrentIndex(1);
        window.goTo(Place::cell(CellId(QStringLiteral("disclosure.licences.decisions"))));
        picture(window, tag + QStringLiteral("grid"));
        window.goTo(*Place::parse(QStringLiteral("years")));
        picture(window, tag + QStringLiteral("years"));
        const Report old = test::sampleReport(QStringLiteral("shanghai-2019"));
        const auto plan = conversion(old);
        QVERIFY(plan);
        ConversionDialog conversionDialog(old, *plan);
        conversionDialog.show();
        picture(conversionDialog, tag + QStringLiteral("conversion"));
        const RuleSet ruleSet;
        RulesDialog rules(ruleSet);
        rules.show();
        picture(rules, tag + QStringLiteral("rules"));
    }

    /// Windows on the small screens of offices, with a cell being edited in each table. The scale is that of
    /// QT_SCALE_FACTOR; sizes are what is left of the screen at it.
    void smallScreens_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("panel");
        QTest::newRow("874") << QSize(874, 600) << false << true;
        QTest::newRow("874-alone") << QSize(874, 600) << false << false;
        QTest::newRow("910") << QSize(910, 484) << false << false;
        QTest::newRow("960-dark") << QSize(960, 512) << true << false;
        QTest::newRow("683") << QSize(683, 358) << false << false;
    }
    void smallScreens()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(bool, panel);
        const QString tag = QStringLiteral("window-%1-").arg(QLatin1String(QTest::currentDataTag()));
        appearance::apply(dark);
        settings::setWindowState(QStringLiteral("panel"), panel ? "shown" : "hidden");
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(window.open(file(QStringLiteral("小屏"), test::withFindings())));
        QCOMPARE(window.size(), size);
        for (const char *section :
            {"organisation", "introduction", "overview", "overview/3", "other/1", "years"}) {
            window.goTo(*Place::parse(QLatin1String(section)));
            picture(window, tag + QString(QLatin1String(section)).replace(u'/', u'-'));
        }
        for (const QString &cell : test::cellsOfEachTable()) {
            QWidget &edit = test::typeLongFigure(test::gridAt(window, cell));
            picture(window, tag + cell);
            QTest::keyClick(&edit, Qt::Key_Escape);
        }
        QApplication::clipboard()->setText(QStringLiteral("一共\t两件"));
        window.findChild<GridView *>()->paste();
        picture(window, tag + QStringLiteral("refused-paste"));
        window.view()->stepMatter(1);
        picture(window, tag + QStringLiteral("finding"));
        QVERIFY(window.closeReport());
        picture(window, tag + QStringLiteral("start"));
        settings::setWindowState(QStringLiteral("panel"), {});
    }

    void history_data() { checking_data(); }
    void history()
    {
        QFETCH(bool, dark);
        const QString tag = QStringLiteral("history-%1-").arg(QLatin1String(QTest::currentDataTag()));
        appearance::apply(dark);
        auto session = Session::open(file(QStringLiteral("历史"), test::filledReport()));
        QVERIFY(session);
        test::makeHistory(**session);
        HistoryDialog dialog(**session);
        dialog.show();
        auto *rows = dialog.findChild<QListView *>(QStringLiteral("rows"));
        auto *tabs = dialog.findChild<QTabWidget *>(QStringLiteral("views"));
        for (int row = 0; row < rows->model()->rowCount(); ++row) {
            if (rows->model()->index(row, 0).data(HistoryModel::MoveRole).toString() == u"return")
                rows->setCurrentIndex(rows->model()->index(row, 0));
        }
        for (const int tab : {2, 1, 0}) {
            tabs->setCurrentIndex(tab);
            picture(dialog, tag + QString::number(tab));
        }
        ClearingDialog clearing(
            1, QStringLiteral("1月12日 15:30，王芸：去掉“联系电话13812345678。”"), &dialog);
        clearing.show();
        picture(clearing, tag + QStringLiteral("clearing"));
    }

    /// Empty, with an entry that is taken and one that is not, with a broken file; at the sizes of offices.
    void officeWords_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << QSize() << false;
        QTest::newRow("dark") << QSize() << true;
        QTest::newRow("874") << QSize(874, 600) << false;
        QTest::newRow("683") << QSize(683, 358) << false;
    }
    void officeWords()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        const QString tag = QStringLiteral("office-words-%1-").arg(QLatin1String(QTest::currentDataTag()));
        appearance::apply(dark);
        const auto put = [](const QByteArray &json) {
            QFile file(officeWordsPath());
            return QDir().mkpath(QFileInfo(file).path()) && file.open(QFile::WriteOnly)
                && file.write(json) == json.size();
        };
        const auto shown = [&](const char *name, int tab = 0) {
            OfficeWordsDialog dialog;
            dialog.findChild<QTabWidget *>()->setCurrentIndex(tab);
            dialog.show();
            if (size.isValid())
                dialog.setFixedSize(size);
            picture(dialog, tag + QLatin1String(name));
        };
        shown("empty");
        const QByteArray good = R"({"tag": "receive", "counts": "received", "words": ["收悉…件", "敬悉"],
            "reads": ["全年收悉政府信息公开申请[7件]。"], "not": ["全年收悉群众来信[7件]。"]})";
        const QByteArray other = R"({"tag": "other_matter", "words": ["便民事项"],
            "reads": ["受理便民事项[12件]。"], "not": ["受理申请[7件]，另办便民事项12件。"]})";
        QVERIFY(put(
            "{\"phrases\": [" + good + ",\n" + other + "],\n\"own_names\": [\"河湾发布\", \"河湾政务\"]}"));
        shown("entries");
        shown("names", 1);
        QVERIFY(put(
            "{\"phrases\": [" + good + ",\n" + QByteArray(good).replace("申请[7件]", "来信[7件]") + "]}"));
        shown("refused");
        QVERIFY(put("{\"phrases\": [" + good + ",\n]}"));
        shown("broken");
        QVERIFY(QFile::remove(officeWordsPath()));
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
