// SPDX-License-Identifier: MulanPSL-2.0
#include "contrastwalk.h"

#include "appearance.h"
#include "chaindialog.h"
#include "dialoganswers.h"
#include "exportdialog.h"
#include "historydialog.h"
#include "language.h"
#include "mainwindow.h"
#include "movedialog.h"
#include "newreportdialog.h"
#include "officewordsdialog.h"
#include "recentreports.h"
#include "reportview.h"
#include "richwords.h"
#include "rulesdialog.h"
#include "screenreports.h"
#include "settings.h"
#include "settingsdialog.h"
#include "templatesdialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace nianbao;

/// Words, edges and focus on the real screens, measured in their pictures. The theme is changed while the
/// window is open, so that a colour that stayed behind is found too.
class ContrastTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QStringList m_faults{};

    void look(const QString &place, QWidget &window)
    {
        for (int i = 0; i < 4; ++i) // one layout asks for the next
            QApplication::processEvents();
        for (const QStringList &found :
            {test::faintWords(window), test::faintEdges(window), test::smallWords(window)}) {
            for (const QString &fault : found)
                m_faults.append(place + QStringLiteral(": ") + fault);
        }
    }
    void lookForFocus(const QString &place, QWidget &window)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (const QString &fault : test::unseenFocus(window))
            m_faults.append(place + QStringLiteral(": ") + fault);
    }
    void verifyNone()
    {
        m_faults.removeDuplicates();
        QVERIFY2(m_faults.isEmpty(), qPrintable(u'\n' + m_faults.join(u'\n')));
    }

    static void addThemes()
    {
        QTest::addColumn<Theme>("before");
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::HighContrast << Theme::Light;
        QTest::newRow("dark") << Theme::Light << Theme::Dark;
        QTest::newRow("high contrast") << Theme::Light << Theme::HighContrast;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); // not the panels of an earlier run
        dialogs::setSilent(true);
        installLanguage(QStringLiteral("zh_CN"));
        settings::setUserName(QStringLiteral("王芳"));
    }
    void init() { m_faults.clear(); }
    void cleanup() { appearance::apply(Theme::Light); }

    void theStartPage_data() { addThemes(); }
    void theStartPage()
    {
        QFETCH(Theme, before);
        QFETCH(Theme, theme);
        appearance::apply(before);
        settings::addRecentReport({QStringLiteral("/nowhere/2021.nianbao"), QStringLiteral("2021"),
            QStringLiteral("2022-01-18T16:05:00"), QStringLiteral("错误 1")});
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QApplication::processEvents();
        appearance::apply(theme);
        look(QStringLiteral("start"), window);
        lookForFocus(QStringLiteral("start"), window);
        settings::removeRecentReport(QStringLiteral("/nowhere/2021.nianbao"));
        verifyNone();
    }

    void theReport_data() { addThemes(); }
    void theReport()
    {
        QFETCH(Theme, before);
        QFETCH(Theme, theme);
        appearance::apply(before);
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(
            window.open(test::reportFile(m_folder.path(), QStringLiteral("report"), test::withFindings())));
        auto *tabs = window.findChild<QTabWidget *>();
        window.goTo(*Place::parse(QStringLiteral("requests")));
        QApplication::processEvents();
        appearance::apply(theme);
        int tab = 0;
        for (const char *place : {"requests", "organisation", "introduction", "overview", "overview/3",
                 "disclosure", "disputes", "channels", "years"}) {
            window.goTo(*Place::parse(QLatin1String(place)));
            tabs->setCurrentIndex(tab++ % 4);
            look(QLatin1String(place), window);
        }
        window.view()->stepMatter(1);
        look(QStringLiteral("a finding"), window);
        verifyNone();
    }

    void theFocus_data() { addThemes(); }
    void theFocus()
    {
        QFETCH(Theme, theme);
        appearance::apply(theme);
        MainWindow window;
        window.resize(1000, 700);
        window.show();
        QVERIFY(
            window.open(test::reportFile(m_folder.path(), QStringLiteral("focus"), test::withFindings())));
        auto *tabs = window.findChild<QTabWidget *>();
        int tab = 0;
        for (const char *place : {"requests", "organisation", "overview/3", "channels"}) {
            window.goTo(*Place::parse(QLatin1String(place)));
            tabs->setCurrentIndex(tab++ % 4);
            lookForFocus(QLatin1String(place), window);
        }
        verifyNone();
    }

    void theDialogs_data() { addThemes(); }
    void theDialogs()
    {
        QFETCH(Theme, theme);
        appearance::apply(theme);
        const Report report = test::withFindings();
        auto session = Session::open(test::reportFile(m_folder.path(), QStringLiteral("dialogs"), report));
        QVERIFY(session);
        QString draft;
        std::vector<std::unique_ptr<QDialog>> all;
        all.push_back(std::make_unique<NewReportDialog>(nullptr));
        all.push_back(std::make_unique<RulesDialog>(RuleSet()));
        all.push_back(std::make_unique<OfficeWordsDialog>());
        all.push_back(std::make_unique<ExportDialog>(PageChoices(), Paper::Report, check(report, RuleSet())));
        all.push_back(std::make_unique<MoveDialog>(**session, ReviewAction::Send, draft, nullptr));
        all.push_back(std::make_unique<ChainDialog>(Review().steps(), nullptr));
        all.push_back(std::make_unique<TemplatesDialog>(letterTemplates()));
        all.push_back(std::make_unique<HistoryDialog>(**session));
        all.push_back(std::make_unique<SettingsDialog>(QString()));
        for (const auto &dialog : all) {
            dialog->show();
            look(dialog->windowTitle(), *dialog);
            lookForFocus(dialog->windowTitle(), *dialog);
            if (auto *pages = dialog->findChild<QListWidget *>(QStringLiteral("pages"))) {
                for (int row = 1; row < pages->count(); ++row) {
                    pages->setCurrentRow(row);
                    look(pages->item(row)->text(), *dialog);
                    lookForFocus(pages->item(row)->text(), *dialog);
                }
            }
            dialog->hide();
        }
        verifyNone();
    }

    // The measure itself

    void aFaintLabelIsFound_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<bool>("isFaint");
        QTest::newRow("grey on grey") << QColor(0xa0, 0xa0, 0xa0) << true;
        QTest::newRow("just too pale") << QColor(0x76, 0x76, 0x76) << true; // 4.25 on this ground
        QTest::newRow("dark") << QColor(0x40, 0x40, 0x40) << false;
        QTest::newRow("as the ground") << QColor(0xe0, 0xe0, 0xe0) << true;
    }
    void aFaintLabelIsFound()
    {
        QFETCH(QColor, ink);
        QFETCH(bool, isFaint);
        appearance::apply(Theme::Light);
        QWidget window;
        window.resize(300, 100);
        auto *label = appearance::label(QStringLiteral("政府信息公开 Report 123"), &window);
        label->move(20, 20);
        QPalette colours;
        colours.setColor(QPalette::WindowText, ink);
        colours.setColor(QPalette::Window, QColor(0xf7, 0xf7, 0xf7));
        label->setPalette(colours);
        label->setAutoFillBackground(true);
        auto *beside = appearance::label(QStringLiteral("旁边的字"), &window);
        beside->move(20, 60);
        window.show();
        QApplication::processEvents();
        QCOMPARE(test::faintWords(window).size(), isFaint ? 1 : 0);
    }

    void aFaintPartOfALabelIsFound()
    {
        appearance::apply(Theme::Light);
        QWidget window;
        window.resize(400, 100);
        RichWords words;
        words.add(QStringLiteral("看得清的字"))
            .coloured(QStringLiteral("看不清的字"), QColor(0xa0, 0xa0, 0xa0));
        auto *label = appearance::label({}, &window);
        words.showIn(label);
        label->move(20, 20);
        label->resize(350, 30);
        window.show();
        QApplication::processEvents();
        QCOMPARE(test::faintWords(window).size(), 1);
    }

    void aFaintEdgeAndSmallWordsAreFound()
    {
        appearance::apply(Theme::Light);
        QWidget window;
        window.resize(300, 120);
        auto *line = new QLineEdit(&window);
        line->setGeometry(20, 20, 200, 30);
        auto *button = appearance::plainButton(QStringLiteral("按钮"), &window);
        button->setGeometry(20, 70, 100, 30);
        window.show();
        QApplication::processEvents();
        button->setFocus(); // not the caret in the field
        QCOMPARE(test::faintEdges(window), QStringList());
        QCOMPARE(test::smallWords(window), QStringList());
        line->setStyleSheet(QStringLiteral("border: 1px solid #c3c9d2"));
        QFont small = button->font();
        small.setPointSizeF(6);
        button->setFont(small);
        QApplication::processEvents();
        QCOMPARE(test::faintEdges(window).size(), 1);
        QCOMPARE(test::smallWords(window).size(), 1);
    }

    void unseenFocusIsFound()
    {
        appearance::apply(Theme::Light);
        QWidget window;
        window.resize(300, 120);
        auto *seen = appearance::plainButton(QStringLiteral("看得见"), &window);
        seen->setGeometry(20, 20, 100, 30);
        auto *unseen = appearance::plainButton(QStringLiteral("看不见"), &window);
        unseen->setGeometry(20, 70, 100, 30);
        unseen->setStyleSheet(QStringLiteral("QPushButton, QPushButton:focus { border: 1px solid #747d8a; "
                                             "outline: none; padding: 4px; }"));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QStringList faults = test::unseenFocus(window);
        QCOMPARE(faults.size(), 1);
    }
};

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
