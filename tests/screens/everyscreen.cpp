// SPDX-License-Identifier: MulanPSL-2.0
#include "everyscreen.h"

#include "approved.h"
#include "clock.h"
#include "commentactions.h"
#include "cppsource.h"
#include "datefield.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "filechooser.h"
#include "findpanel.h"
#include "firststeps.h"
#include "gridview.h"
#include "handoverdialog.h"
#include "helpwindow.h"
#include "historydialog.h"
#include "historymodel.h"
#include "intakedialog.h"
#include "livepicker.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "officewords.h"
#include "pagepreview.h"
#include "plaintextedit.h"
#include "recentreports.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "reviewsteps.h"
#include "screenreports.h"
#include "settings.h"
#include "signdialog.h"
#include "startpage.h"
#include "testreports.h"
#include "textzoom.h"
#include "waitdialog.h"
#include "windowwalk.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <stop_token>

namespace nianbao::test {

namespace {

void settle()
{
    for (int i = 0; i < 4; ++i) // one layout asks for the next
        QApplication::processEvents();
}

/// Variables of the environment, as they were before when this goes.
class Surroundings {
public:
    Surroundings()
    {
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
            m_before.append({name, qEnvironmentVariableIsSet(name), qgetenv(name)});
            qputenv(name, m_folder.path().toLocal8Bit());
        }
        QDir(m_folder.path()).mkpath(QStringLiteral("Documents"));
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        setClock([] { return QDateTime(QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600); });
    }
    ~Surroundings()
    {
        setClock(nullptr);
        for (const auto &[name, isSet, value] : m_before)
            isSet ? qputenv(name, value) : qunsetenv(name);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
            qEnvironmentVariable("XDG_CONFIG_HOME", QDir::homePath() + QStringLiteral("/.config")));
    }
    Surroundings(const Surroundings &) = delete;
    Surroundings &operator=(const Surroundings &) = delete;
    QString folder() const { return m_folder.filePath(QStringLiteral("Documents")); }

private:
    struct Variable {
        const char *name;
        bool isSet;
        QByteArray value;
    };
    QTemporaryDir m_folder;
    QList<Variable> m_before{};
};

/// The person in front of every dialog: looks at it, at what is in it, and calls it off.
class Visitor final : public dialogs::StandIn {
public:
    explicit Visitor(const LookAtScreen &look) : m_look(look) { dialogs::setStandIn(this); }
    ~Visitor() override { dialogs::setSilent(true); }

    void look(QWidget &screen, const QString &name)
    {
        settle();
        if (!screen.isVisible() && qobject_cast<WaitDialog *>(&screen))
            return; // what it waited for is done
        if (!screen.isVisible())
            qFatal("not shown: %s", qPrintable(name));
        m_look(screen, name);
    }
    /// What the work opens is looked at under this name.
    void during(const QString &name, const std::function<void()> &work)
    {
        const QString before = std::exchange(m_where, name);
        work();
        m_where = before;
    }
    /// The menu or small window that the work opens.
    void popup(const QString &name, const std::function<void()> &work)
    {
        QTimer later;
        later.setSingleShot(true);
        bool isSeen = false;
        QObject::connect(&later, &QTimer::timeout, &later, [&] { isSeen = lookAtPopup(name); });
        later.start(0); // a menu may stay in its own loop
        work();
        settle();
        if (!isSeen)
            qFatal("nothing opened: %s", qPrintable(name));
    }
    void contextMenu(QWidget *widget, const QPoint &place, const QString &name)
    {
        popup(name, [&] {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget->mapToGlobal(place));
            QApplication::sendEvent(widget, &event);
        });
    }
    /// Of the chosen row, else the last one.
    void contextMenuOf(QAbstractItemView *view, const QString &name)
    {
        if (!view->currentIndex().isValid())
            view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
        view->scrollTo(view->currentIndex());
        contextMenu(view->viewport(), view->visualRect(view->currentIndex()).center(), name);
    }
    void menu(QMenu *menu, const QString &name)
    {
        menu->popup(QPoint(20, 20));
        look(*menu, name);
        int number = 0;
        for (const QAction *action : menu->actions()) {
            if (!action->menu())
                continue;
            action->menu()->popup(QPoint(40, 40));
            look(*action->menu(), QStringLiteral("%1, menu %2").arg(name).arg(++number));
            action->menu()->close();
        }
        menu->close();
    }

    QString chooseFile() override { return {}; }
    bool openOutside(const QString &) override { return true; }
    bool waitFor(QDialog &dialog) override { return answer(dialog); }
    bool answer(QDialog &dialog) override
    {
        dialog.show();
        const QString name
            = QStringLiteral("%1: %2").arg(m_where, QLatin1String(dialog.metaObject()->className()));
        look(dialog, name);
        during(name, [&] { lookInside(dialog); });
        dialog.hide();
        return false;
    }

private:
    bool lookAtPopup(const QString &name)
    {
        const QPointer<QWidget> popup = QApplication::activePopupWidget();
        if (!popup)
            return false;
        look(*popup, name);
        if (popup)
            popup->close();
        return true;
    }
    void tabs(QDialog &dialog, const char *name)
    {
        auto *tabs = dialog.findChild<QTabWidget *>(QLatin1String(name));
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            look(dialog, QStringLiteral("%1, tab %2").arg(m_where).arg(tab));
        }
        tabs->setCurrentIndex(0);
    }
    static void press(QDialog &dialog, const char *button)
    {
        auto *found = dialog.findChild<QAbstractButton *>(QLatin1String(button));
        if (!found)
            qFatal("no button %s", button);
        found->click();
        settle();
    }
    void lookInside(QDialog &dialog)
    {
        if (auto *pages = dialog.findChild<QListWidget *>(QStringLiteral("pages")))
            settingsPages(dialog, *pages);
        if (qobject_cast<HandOverDialog *>(&dialog))
            handOver(dialog);
        if (qobject_cast<HistoryDialog *>(&dialog))
            history(dialog);
        if (dialog.objectName() == u"officeWordsDialog")
            tabs(dialog, "tabs");
        if (qobject_cast<SignDialog *>(&dialog)) {
            press(dialog, "onPaper");
            look(dialog, m_where + QStringLiteral(", on paper"));
        }
        for (DateField *day : dialog.findChildren<DateField *>()) {
            if (day->isVisible())
                popup(m_where + QStringLiteral(", calendar of ") + day->objectName(),
                    [day] { QTest::keyClick(day, Qt::Key_Down, Qt::AltModifier); });
        }
        if (qobject_cast<IntakeDialog *>(&dialog))
            tabs(dialog, "parts");
        if (auto *kind = dialog.findChild<QComboBox *>(QStringLiteral("kind"))) {
            kind->setCurrentIndex(kind->count() - 1);
            look(dialog, m_where + QStringLiteral(", last format"));
        }
    }
    void settingsPages(QDialog &dialog, QListWidget &pages)
    {
        for (int row = 0; row < pages.count(); ++row) {
            pages.setCurrentRow(row);
            look(dialog, QStringLiteral("%1, page %2").arg(m_where).arg(row + 1));
        }
        for (const char *button : {"settingsChangeChain", "mailTemplates", "settingsChangeWords"})
            during(m_where + u' ' + QLatin1String(button), [&] { press(dialog, button); });
    }
    void handOver(QDialog &dialog)
    {
        auto *folder = dialog.findChild<QPushButton *>(QStringLiteral("asFolder"));
        if (!folder || !folder->isVisible())
            return; // it is told why not
        folder->click();
        look(dialog, m_where + QStringLiteral(", as folder"));
        press(dialog, "templates");
    }
    void history(QDialog &dialog)
    {
        auto *rows = dialog.findChild<QListView *>(QStringLiteral("rows"));
        for (int row = 0; row < rows->model()->rowCount(); ++row) {
            rows->setCurrentIndex(rows->model()->index(row, 0));
            QTest::qWait(250); // the choice has come to rest
            look(dialog, QStringLiteral("%1, row %2").arg(m_where).arg(row + 1));
            if (row == 0)
                tabs(dialog, "views");
        }
        press(dialog, "clear");
    }

    const LookAtScreen &m_look;
    QString m_where{};
};

/// One round through the program.
class Round {
public:
    explicit Round(const LookAtScreen &look) : m_visitor(look) { }

    void go()
    {
        settings::setUserName(QStringLiteral("王芸"));
        start();
        report();
        kindsOfReport();
        review();
        handOver();
        imports();
        boxes();
    }

private:
    QString file(const char *name, const Report &report) const
    {
        return reportFile(m_surroundings.folder(), QString::fromUtf8(name), report);
    }
    void open(MainWindow &window, const QString &path)
    {
        window.start();
        if (!window.open(path))
            qFatal("cannot be opened: %s", qPrintable(path));
        settle();
    }
    void look(QWidget &screen, const QString &name) { m_visitor.look(screen, name); }
    static QAction *action(const MainWindow &window, const char *name)
    {
        auto *found = window.findChild<QAction *>(QLatin1String(name));
        if (!found)
            qFatal("no action %s", name);
        return found;
    }
    void trigger(const MainWindow &window, const char *name, const QString &where)
    {
        m_visitor.during(where, [&] { action(window, name)->trigger(); });
        settle();
    }

    void start()
    {
        const Report prior = withFindings();
        {
            MainWindow window;
            window.start();
            look(window, QStringLiteral("start, first run"));
            if (!window.findChild<StartPage *>()->takePrior(prior))
                qFatal("not the first run");
            look(window, QStringLiteral("start, first run with last year's report"));
        }
        rememberReports(1);
        {
            MainWindow window;
            window.start();
            look(window, QStringLiteral("start, one report"));
        }
        rememberReports(60);
        MainWindow window;
        window.start();
        look(window, QStringLiteral("start, 60 reports"));
        auto *list = window.findChild<QListView *>(QStringLiteral("recentList"));
        m_visitor.contextMenuOf(list, QStringLiteral("start, menu of a report"));
        window.findChild<QLineEdit *>(QStringLiteral("search"))->setText(QStringLiteral("办事处5"));
        look(window, QStringLiteral("start, searched"));
        menus(window, QStringLiteral("start"));
        dialogsOfMenus(window, QStringLiteral("start"));
        NewReportDialog fromPrior(&prior, &window);
        m_visitor.during(QStringLiteral("start, with last year's report"),
            [&] { static_cast<void>(dialogs::run(fromPrior)); });
    }

    /// Each menu of the bar, and those inside.
    void menus(MainWindow &window, const QString &where)
    {
        int number = 0;
        for (const QAction *action : window.menuBar()->actions())
            m_visitor.menu(action->menu(), QStringLiteral("%1, menu %2").arg(where).arg(++number));
    }
    /// Whatever asks before it does something.
    void dialogsOfMenus(MainWindow &window, const QString &where)
    {
        for (const QAction *menu : window.menuBar()->actions())
            dialogsOf(*menu->menu(), where);
    }
    void dialogsOf(const QMenu &menu, const QString &where)
    {
        int number = 0;
        for (QAction *action : menu.actions()) {
            ++number;
            if (action->menu())
                dialogsOf(*action->menu(), QStringLiteral("%1 %2").arg(where).arg(number));
            else if (action->text().contains(u'…') && action->isEnabled())
                m_visitor.during(
                    QStringLiteral("%1 %2").arg(where).arg(number), [action] { action->trigger(); });
            settle();
        }
    }

    void report()
    {
        MainWindow window;
        open(window, file("张村镇2021", withFindings()));
        window.report().restoreLayout(); // with both sides, however small the screen is
        window.report().firstSteps().begin(*window.session());
        window.goTo(*Place::parse(QStringLiteral("organisation")));
        look(window, QStringLiteral("report, first steps"));
        window.findChild<QToolButton *>(QStringLiteral("stepsAway"))->click();
        static_cast<void>(window.view()->preview().document());
        visitEveryPlace(
            window, [&](const QString &place) { look(window, QStringLiteral("report, ") + place); });
        findings(window);
        texts(window);
        tables(window);
        pages(window);
        find(window);
        menus(window, QStringLiteral("report"));
        dialogsOfMenus(window, QStringLiteral("report"));
        help(window);
        window.report().exportTo(m_surroundings.folder() + QStringLiteral("/张村镇2021年年度报告.pdf"));
        look(window, QStringLiteral("report, exported"));
        TextZoom::ofThisPerson().setPercent(200);
        for (const char *place : {"overview/1", "disclosure", "requests", "disputes", "channels", "years"}) {
            window.goTo(*Place::parse(QLatin1String(place)));
            look(window, QStringLiteral("report, letters of 200%, ") + QLatin1String(place));
        }
        TextZoom::ofThisPerson().setPercent(100);
    }

    void findings(MainWindow &window)
    {
        auto *tabs = window.findChild<QTabWidget *>();
        const auto count = int(window.session()->findings().size());
        for (int i = 0; i < count; ++i) {
            window.view()->stepMatter(1);
            look(window, QStringLiteral("report, finding %1").arg(i + 1));
        }
        tabs->setCurrentIndex(1);
        auto *list = window.findChild<QListView *>(QStringLiteral("findings"));
        m_visitor.contextMenuOf(list, QStringLiteral("report, menu of a finding"));
        auto *more = window.findChild<QToolButton *>(QStringLiteral("more"));
        m_visitor.menu(more->menu(), QStringLiteral("report, more of a finding"));
        window.view()->startComment();
        look(window, QStringLiteral("report, a comment is begun"));
    }

    void texts(MainWindow &window)
    {
        const auto go = [&window](const char *place) { window.goTo(*Place::parse(QLatin1String(place))); };
        go("overview/3");
        auto *text = window.findChild<PlainTextEdit *>();
        m_visitor.contextMenu(
            text->viewport(), text->viewport()->rect().center(), QStringLiteral("report, menu of a text"));
        auto *line = window.findChild<QLineEdit *>(QStringLiteral("heading"));
        m_visitor.contextMenu(line, line->rect().center(), QStringLiteral("report, menu of a heading"));
        int number = 0;
        for (const QToolButton *button : window.view()->page()->findChildren<QToolButton *>()) {
            if (button->menu())
                m_visitor.menu(button->menu(), QStringLiteral("report, menu %1 above a text").arg(++number));
        }
        window.findChild<QToolButton *>(QStringLiteral("insertLive"))->click();
        auto *picker = window.findChild<LivePicker *>();
        look(*picker, QStringLiteral("report, picker of figures"));
        picker->close();
        go("introduction");
        for (const QToolButton *button : window.view()->page()->findChildren<QToolButton *>()) {
            if (button->menu())
                m_visitor.menu(button->menu(), QStringLiteral("report, calendar"));
        }
        auto *tree = window.findChild<QTreeView *>(QStringLiteral("contents"));
        m_visitor.contextMenuOf(tree, QStringLiteral("report, menu of the contents"));
    }

    void tables(MainWindow &window)
    {
        for (const QString &cell : cellsOfEachTable()) {
            GridView &grid = gridAt(window, cell);
            m_visitor.contextMenuOf(&grid, QStringLiteral("report, menu of a cell, ") + cell);
            QWidget &edit = typeLongFigure(grid);
            look(window, QStringLiteral("report, cell, ") + cell);
            QTest::keyClick(&edit, Qt::Key_Escape);
        }
        QApplication::clipboard()->setText(QStringLiteral("一共\t两件"));
        window.view()->page()->findChild<GridView *>()->paste();
        look(window, QStringLiteral("report, refused paste"));
    }

    void pages(MainWindow &window)
    {
        PagePreview &preview = window.view()->preview();
        window.findChild<QTabWidget *>()->setCurrentIndex(0);
        m_visitor.contextMenu(preview.viewport(), preview.viewport()->rect().center(),
            QStringLiteral("report, menu of a page"));
        preview.setFit(PagePreview::Fit::TwoPages);
        auto *small = window.findChild<QToolButton *>(QStringLiteral("thumbnails"));
        small->setChecked(true);
        look(window, QStringLiteral("report, two pages and small ones"));
        small->setChecked(false);
        preview.setFit(PagePreview::Fit::Width);
    }

    void find(MainWindow &window)
    {
        action(window, "find")->trigger();
        look(window, QStringLiteral("report, find"));
        window.findChild<QLineEdit *>(QStringLiteral("findWords"))->setText(QStringLiteral("公开"));
        look(window, QStringLiteral("report, found"));
        action(window, "replace")->trigger();
        window.findChild<QLineEdit *>(QStringLiteral("replacement"))->setText(QStringLiteral("主动公开"));
        look(window, QStringLiteral("report, replace"));
        window.view()->setFindShown(false);
    }

    void help(MainWindow &window)
    {
        HelpWindow help(Manual(shippedForms(), rulesInForce(), {}), &window);
        help.open({});
        help.show();
        auto *contents = help.findChild<QTreeWidget *>(QStringLiteral("helpContents"));
        for (int chapter = 0; chapter < contents->topLevelItemCount(); ++chapter) {
            const QTreeWidgetItem *top = contents->topLevelItem(chapter);
            contents->setCurrentItem(top->childCount() > 0 ? top->child(0) : contents->topLevelItem(chapter));
            look(help, QStringLiteral("manual, part %1").arg(chapter + 1));
        }
        help.findChild<QLineEdit *>(QStringLiteral("helpWords"))->setText(QStringLiteral("签发"));
        look(help, QStringLiteral("manual, searched"));
    }

    void kindsOfReport()
    {
        {
            MainWindow window;
            open(window, file("空白", Report(findForm(QStringLiteral("2021")), 2021)));
            for (const char *place : {"organisation", "introduction", "overview", "requests", "channels"}) {
                window.goTo(*Place::parse(QLatin1String(place)));
                look(window, QStringLiteral("blank report, ") + QLatin1String(place));
            }
        }
        {
            MainWindow window;
            open(window, file("旧表", sampleReport(QStringLiteral("shanghai-2019"))));
            window.goTo(*Place::parse(QStringLiteral("disclosure")));
            look(window, QStringLiteral("report in the old form"));
            trigger(window, "convert", QStringLiteral("report in the old form"));
        }
        MainWindow window;
        window.start();
        if (!window.openSample())
            qFatal("no sample");
        look(window, QStringLiteral("the sample"));
    }

    /// Every state as clerk and reader have it, with the moves that lead on from there.
    void review()
    {
        MainWindow window;
        open(window, file("审阅", filledReport()));
        Session &session = *window.session();
        Way way(session);
        const auto moves = [&](const char *state) {
            settle();
            look(window, QStringLiteral("review, ") + QLatin1String(state));
            for (const ReviewAction move : reviewActions()) {
                QAction *leads = action(window, qPrintable(toString(move)));
                if (leads->isEnabled())
                    m_visitor.during(
                        QStringLiteral("review, %1, %2").arg(QLatin1String(state), toString(move)),
                        [leads] { leads->trigger(); });
            }
        };
        trigger(window, "keys", QStringLiteral("review, no key"));
        const CellId received(QStringLiteral("requests.received.individual"));
        const auto figure = session.report().computed(received);
        way.edit(Change::of(QStringLiteral("填写"), SetCell{received, Amount::fromInteger(7)}));
        moves("not ready");
        way.edit(Change::of(QStringLiteral("填写"), SetCell{received, figure})).explain();
        moves("drafting");
        way.move(ReviewAction::Send, {}, QStringLiteral("王芸"));
        const Place first = Place::subSection(SectionId(QStringLiteral("overview")), 0).inParagraph(0);
        const auto comment = [&](const Place &place, const QString &words) {
            way.edit(*commentActions::add(session.report(), place, words, QStringLiteral("陈立")));
        };
        comment(first, QStringLiteral("这一段只说了做法，请写明件数。"));
        comment(Place::cell(received), QStringLiteral("请与依申请公开台账核对。"));
        comment(Place::report(), QStringLiteral("请在 1 月 25 日前再报我。"));
        way.edit(*commentActions::answer(
            session.report(), 2, QStringLiteral("已核对，台账也是这个数。"), QStringLiteral("王芸")));
        window.view()->stepMatter(1);
        moves("with a reader");
        way.move(ReviewAction::Return, QStringLiteral("监督保障写得太空，请补充具体做法。"),
            QStringLiteral("陈立"));
        moves("returned");
        way.toLastReader();
        tabsOf(window, QStringLiteral("review, last reader"));
        const PrivateKey key = newKey();
        QDir().mkpath(QFileInfo(settings::keyPath()).path());
        if (!key.write(settings::keyPath(), "correct horse", QStringLiteral("陈立")))
            qFatal("no key was written");
        moves("last reader with a key");
        trigger(window, "keys", QStringLiteral("review, own key"));
        way.seal(key);
        moves("approved");
        trigger(window, "verify", QStringLiteral("review, approved"));
        way.submit();
        moves("submitted");
        way.publish();
        tabsOf(window, QStringLiteral("review, published"));
        moves("published");
        way.move(ReviewAction::Correct, QStringLiteral("新收申请应为 4 件。"), QStringLiteral("王芸"));
        moves("corrected");
    }
    void tabsOf(MainWindow &window, const QString &where)
    {
        auto *tabs = window.findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (!tabs->isTabVisible(tab))
                continue;
            tabs->setCurrentIndex(tab);
            static_cast<void>(window.view()->preview().document());
            QTest::qWait(50); // changes are compared once there is time for it
            look(window, QStringLiteral("%1, tab %2").arg(where).arg(tab));
        }
    }

    void handOver()
    {
        settings::setHandOverHabits({QStringLiteral("临江市人民政府办公室（政务公开科）"),
            QStringLiteral("zwgk@linjiang.example"), {}, true, false, {}});
        Report report = filledReport();
        if (!report.apply({{},
                {SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")},
                    SetFact{QLatin1String(fact::kShortName), QStringLiteral("花山镇")},
                    SetFact{QLatin1String(fact::kPhone), QStringLiteral("6300012")}},
                {}}))
            qFatal("the facts cannot be set");
        auto session = Session::open(file("花山镇2021年报", report));
        PageSetup setup;
        const auto shown = [&](const char *state) {
            HandOverDialog dialog(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr));
            m_visitor.during(QLatin1String(state), [&] { static_cast<void>(dialogs::run(dialog)); });
        };
        shown("hand-over, not approved");
        approve(**session);
        shown("hand-over, for the first time");
        Way(**session).submit();
        shown("hand-over, once more");
        auto history = Session::open(file("历史", filledReport()));
        makeHistory(**history);
        HistoryDialog dialog(**history);
        m_visitor.during(QStringLiteral("history"), [&] { static_cast<void>(dialogs::run(dialog)); });
    }

    void imports()
    {
        const Report report = sampleReport(QStringLiteral("hongze-2023"));
        const auto [source, proposal] = doubtfulDocument(report);
        IntakeDialog dialog(source, proposal, {&report, IntakeUse::AddFigures});
        m_visitor.during(QStringLiteral("import"), [&] { static_cast<void>(dialogs::run(dialog)); });
    }

    void boxes()
    {
        MainWindow window;
        window.start();
        const QString path
            = m_surroundings.folder() + QStringLiteral("/很长的文件夹名称/花山镇2021年报.nianbao");
        m_visitor.during(QStringLiteral("a question"), [&] {
            dialogs::ask(&window, QStringLiteral("文件“%1”已经有了。").arg(path),
                QStringLiteral("替换以后，原来的内容就没有了。"),
                {QStringLiteral("另存为一份新文件"), QStringLiteral("稍后再说")},
                {QStringLiteral("替换原来的文件")});
        });
        m_visitor.during(QStringLiteral("an error"), [&] {
            dialogs::tell(&window, {ErrorCode::DiskFull, path}, Doing::MakingAFile);
        });
        m_visitor.during(QStringLiteral("a sentence"), [&] {
            dialogs::inform(&window, QStringLiteral("副本里没有读不出来的内容："), path + u'\n' + path);
        });
        m_visitor.during(QStringLiteral("words"), [&] {
            dialogs::askWords(&window, QStringLiteral("关闭这条规则"), QStringLiteral("为什么不适用？"));
        });
        WaitDialog wait({QStringLiteral("导出"), QStringLiteral("正在写“%1”").arg(path),
                            QStringLiteral("网络上的文件夹可能要等一会儿。"), true},
            WorkProgress(std::stop_token()), &window);
        m_visitor.during(QStringLiteral("work"), [&] { static_cast<void>(dialogs::waitIn(wait)); });
        for (const auto mode : {QFileDialog::AcceptOpen, QFileDialog::AcceptSave}) {
            FileChooser files(&window, QStringLiteral("打开年报"), m_surroundings.folder(),
                QStringLiteral("年报 (*.nianbao)"));
            files.setOption(QFileDialog::DontUseNativeDialog);
            files.setAcceptMode(mode);
            m_visitor.during(mode == QFileDialog::AcceptOpen ? QStringLiteral("a file to open")
                                                             : QStringLiteral("a file to save"),
                [&] { static_cast<void>(dialogs::run(files)); });
        }
    }

    Surroundings m_surroundings{};
    Visitor m_visitor;
};

} // namespace

QStringList cellsOfEachTable()
{
    return {QStringLiteral("disclosure.normative.issued"),
        QStringLiteral("requests.refused_state_secret.business"), QStringLiteral("disputes.direct.other"),
        QStringLiteral("channels")};
}

GridView &gridAt(MainWindow &window, const QString &cell)
{
    window.goTo(*Place::parse(cell));
    auto *grid = window.view()->page()->findChild<GridView *>();
    if (!grid)
        qFatal("no table: %s", qPrintable(cell));
    grid->setFocus();
    return *grid;
}

QWidget &typeLongFigure(GridView &grid)
{
    QTest::keyClick(&grid, Qt::Key_3);
    auto *edit = grid.viewport()->findChild<QWidget *>(QStringLiteral("cellEdit"));
    if (!edit)
        qFatal("no cell is edited");
    QTest::keyClicks(edit, QStringLiteral("4567890"));
    return *edit;
}

void visitEveryScreen(const LookAtScreen &look) { Round(look).go(); }

QStringList classesOf(const QWidget &screen)
{
    QStringList classes;
    for (const QWidget *widget : QList<const QWidget *>{&screen} + screen.findChildren<const QWidget *>()) {
        for (const QMetaObject *of = widget->metaObject(); of; of = of->superClass())
            classes.append(QString::fromLatin1(of->className()).remove(QStringLiteral("nianbao::")));
    }
    classes.removeDuplicates();
    return classes;
}

QStringList windowSources()
{
    QStringList sources;
    for (const QString &path : sourceFiles({QStringLiteral("ui")}))
        sources.append(readSource(path));
    return sources;
}

QStringList screensLeftOut(const QStringList &sources, const QStringList &seen)
{
    static const QRegularExpression derived(QStringLiteral("\\bclass (\\w+)(?: final)?\\s*: public (\\w+)"));
    static const QRegularExpression ofQt(
        QStringLiteral("#include <(Q\\w+Dialog|QMessageBox|QCalendarWidget)>"));
    QStringList kinds{QStringLiteral("QDialog"), QStringLiteral("QMainWindow"), QStringLiteral("QMenu")};
    QStringList wanted;
    QList<std::pair<QString, QString>> classes;
    for (const QString &text : sources) {
        for (auto match = derived.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            classes.append({found.captured(1), found.captured(2)});
        }
        for (auto match = ofQt.globalMatch(text); match.hasNext();)
            wanted.append(match.next().captured(1));
    }
    for (qsizetype known = 0; known != kinds.size();) { // until none is derived from those any more
        known = kinds.size();
        for (const auto &[name, base] : std::as_const(classes)) {
            if (kinds.contains(base) && !kinds.contains(name))
                kinds.append(name);
        }
    }
    QStringList left;
    for (const QString &name : wanted + kinds) {
        if (!seen.contains(name) && !left.contains(name))
            left.append(name);
    }
    return left;
}

} // namespace nianbao::test
