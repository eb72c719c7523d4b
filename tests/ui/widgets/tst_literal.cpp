// SPDX-License-Identifier: MulanPSL-2.0
#include "literal.h"

#include "appearance.h"
#include "clipboardtable.h"
#include "closeddocument.h"
#include "conversiondialog.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "findingsmodel.h"
#include "historydialog.h"
#include "livepicker.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "openedwindow.h"
#include "plaintextedit.h"
#include "recentreports.h"
#include "reportview.h"
#include "richwords.h"
#include "rounds.h"
#include "settings.h"
#include "testreports.h"
#include "windowwalk.h"

#include <QAction>
#include <QBuffer>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolTip>
#include <QUndoStack>

#include <sys/stat.h>

using namespace nianbao;

namespace {
const QString kHostile = QStringLiteral("<img src=\"x\"><b>&amp;&x[*]");
}

/// Words of a file are shown to the letter, wherever they get to.
class LiteralTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QByteArray picture()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }

    /// Every place of a report that takes words holds the hostile ones.
    static Report hostileReport(const QString &form, int year, bool withPrior = true)
    {
        Report report = test::filledReport(form, year);
        Change change;
        for (const QString &key : fact::allKeys()) {
            if (key != QLatin1String(fact::kDate) && key != QLatin1String(fact::kKind))
                change.steps.append(SetFact{key, kHostile});
        }
        for (const SectionSpec &section : report.spec().sections) {
            if (section.kind != SectionSpec::Kind::Narrative)
                continue;
            change.steps.append(SetHeading{section.id, 0, kHostile});
            change.steps.append(SetText{section.id, 0,
                kHostile + QStringLiteral("本年度收到政府信息公开申请7件，") + kHostile
                    + QStringLiteral("严格遵循遵循规定{{nothing.") + kHostile + QStringLiteral("}}。")});
        }
        for (const TableSpec &table : report.spec().tables) {
            change.steps.append(SetFact{QLatin1String(fact::kTableNote) + table.id.toString(), kHostile});
            change.steps.append(SetNote{table.cells.first(), kHostile});
        }
        change.steps.append(SetChannels{{{kHostile, 3, {{kHostile, 2}}}, {kHostile + u'2', 1, {}}}});
        change.steps.append(
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"),
                                  kHostile, {}, kHostile, picture()},
                {*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"), kHostile,
                    QStringLiteral("channels"), {}, {}}}});
        change.steps.append(SetRuleOff{RuleId(QStringLiteral("JUMP")), kHostile});
        if (withPrior)
            change.steps.append(
                SetPrior{std::make_shared<const Report>(hostileReport(form, year - 1, false))});
        if (const auto done = report.apply(change); !done)
            qFatal("the hostile report cannot be made: %s", qPrintable(done.error().where));
        Change explained;
        for (const Finding &finding : check(report, RuleSet()))
            explained.steps.append(SetExplanation{finding.key,
                Explanation{kHostile, finding.operands(), kHostile, QStringLiteral("2022-01-01T00:00:00")}});
        explained.steps.resize(explained.steps.size() / 2); // the other half stays open
        if (const auto done = report.apply(explained); !done)
            qFatal("the hostile report cannot be explained");
        return report;
    }

    static void compare(const QString &place, const QList<test::Shown> &all, int *seen)
    {
        for (const test::Shown &one : all) {
            if (!one.stored.contains(QStringLiteral("img")) && !one.stored.contains(QStringLiteral("&amp")))
                continue;
            ++*seen;
            const bool isCut = one.seen.contains(QChar(0x2026));
            const bool isLiteral = one.seen.contains(kHostile)
                || (isCut
                    && (one.seen.contains(QStringLiteral("<"))
                        || one.seen.contains(QStringLiteral("&amp;&x"))));
            QVERIFY2(isLiteral
                    && one.seen.count(QChar::ObjectReplacementCharacter)
                        == one.stored.count(QChar::ObjectReplacementCharacter),
                qPrintable(place + QStringLiteral(": ") + one.where + QStringLiteral(": ") + one.stored
                    + QStringLiteral(" → ") + one.seen));
        }
    }

private Q_SLOTS:
    void aToolTipGivesItsWordsBack_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"plain", "<b>1 & 2</b>", "a &lt; b", "\"said\"", "two\nlines", ""})
            QTest::newRow(words) << QString(QLatin1String(words));
    }
    void aToolTipGivesItsWordsBack()
    {
        QFETCH(const QString, words);
        QCOMPARE(literal::wordsOf(literal::toolTip(words)), words);
    }

    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        test::beginWindowTests();
    }
    void init()
    {
        static_cast<void>(dialogs::told());
        dialogs::setSilent(true);
    }

    void eachPlaceHasItsWay_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("markup") << kHostile;
        QTest::newRow("an ampersand") << QStringLiteral("A&B && C");
        QTest::newRow("a tab and a line end") << QStringLiteral("a\tb\nc");
        QTest::newRow("blanks") << QStringLiteral("a   b");
        QTest::newRow("a broken tag") << QStringLiteral("<a href='x");
        QTest::newRow("an entity") << QStringLiteral("&lt;b&gt;");
        QTest::newRow("a declaration") << QStringLiteral("<?xml version='1.0'?><b>x</b>");
        QTest::newRow("plain") << QStringLiteral("公开");
    }
    void eachPlaceHasItsWay()
    {
        QFETCH(QString, words);
        QWidget window;
        literal::setToolTip(&window, words);
        window.setWindowTitle(literal::windowTitle(words));
        QMenu menu(&window);
        window.addAction(literal::addAction(&menu, words));
        QPushButton *button = appearance::plainButton(words, &window);
        QLabel *label = appearance::quietLabel(&window);
        label->setText(words);
        auto *rich = new QLabel(&window);
        RichWords().bold(words).add(words).link(words, words).showIn(rich);
        for (const test::Shown &one : test::everythingShown(window)) {
            QString seen = one.seen;
            const QString line = words.simplified();
            if (one.where.contains(QStringLiteral("action")) || one.where.endsWith(QStringLiteral(" title")))
                QVERIFY2(seen == line || seen == words, qPrintable(one.where + seen)); // these are one line
            else if (one.where.startsWith(QStringLiteral("QLabel")) && one.stored != words)
                QCOMPARE(seen, words + words + words.section(u'\n', 0)); // three times, each whole
            else
                QCOMPARE(seen.replace(QChar(QChar::LineSeparator), u'\n'), words);
        }
        QCOMPARE(QString(button->text()).replace(QStringLiteral("&&"), QStringLiteral("&")), words);
    }

    /// Markup from outside never opens a file: nobody writes into this pipe, reading it would not end.
    void nothingIsFetched()
    {
        const QString pipe = m_folder.filePath(QStringLiteral("pipe.css"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString markup
            = QStringLiteral("<html><head><link rel=\"stylesheet\" type=\"text/css\" href=\"%1\"></head>"
                             "<body><table><tr><td>7</td></tr></table><img src=\"%1\"></body></html>")
                  .arg(pipe);
        QCOMPARE(parseHtmlTable(markup), TextBlock({{QStringLiteral("7")}}));
        PlainTextEdit edit;
        QMimeData clipboard;
        clipboard.setHtml(markup);
        class Pasting final : public QTextEdit {
        public:
            using QTextEdit::insertFromMimeData;
        };
        (edit.*(&Pasting::insertFromMimeData))(&clipboard);
        QVERIFY(edit.toPlainText().contains(u'7'));
        ClosedDocument document;
        document.setHtml(markup);
        QVERIFY(document.size().isValid());
    }

    /// A label nobody made plain, as Qt has them in its own dialogs, shows what it is given.
    void labelsOfQtArePlain()
    {
        QMessageBox box(QMessageBox::Warning, QStringLiteral("题"), kHostile);
        box.setInformativeText(kHostile);
        QLabel label(kHostile);
        box.show();
        label.show();
        for (const QWidget *shown : std::initializer_list<const QWidget *>{&box, &label}) {
            int seen = 0;
            compare(QStringLiteral("Qt's own"), test::everythingShown(*shown), &seen);
            QVERIFY(seen > 0);
        }
    }

    void everyPlaceOfTheWindow_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("year");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("the form of 2021") << QStringLiteral("2021") << 2021 << false;
        QTest::newRow("the form of 2019") << QStringLiteral("2019") << 2020 << false;
        QTest::newRow("opened to look") << QStringLiteral("2021") << 2021 << true;
    }
    void everyPlaceOfTheWindow()
    {
        QFETCH(QString, form);
        QFETCH(int, year);
        QFETCH(bool, readOnly);
        const QString path = m_folder.filePath(
            QString::fromUtf8(QTest::currentDataTag()) + kHostile + QStringLiteral(".nianbao"));
        QVERIFY(Session::create(path, hostileReport(form, year)));
        const auto other = readOnly ? Session::open(path) : Result<std::unique_ptr<Session>>(Error{});
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        if (readOnly)
            dialogs::answerNext(QStringLiteral("只读打开"));
        QVERIFY(window.open(path));
        int seen = 0;
        test::visitEveryPlace(window,
            [&window, &seen](const QString &place) { compare(place, test::everythingShown(window), &seen); });
        auto *findings = window.findChild<QListView *>(QStringLiteral("findings"));
        for (int i = 0; i < findings->model()->rowCount(); ++i) {
            window.view()->stepMatter(1);
            QApplication::processEvents();
            compare(QStringLiteral("finding %1").arg(i), test::everythingShown(window), &seen);
        }
        QVERIFY(seen > 500);
        QVERIFY(window.closeReport());
        compare(QStringLiteral("start page"), test::everythingShown(window), &seen);
        QVERIFY(dialogs::told().isEmpty());
    }

    void menusAndTooltipsOfAText()
    {
        const QString path = m_folder.filePath(QStringLiteral("menus.nianbao"));
        QVERIFY(Session::create(path, hostileReport(QStringLiteral("2021"), 2021)));
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(path));
        window.goTo(Place::parse(QStringLiteral("other/1"))->inParagraph(0));
        auto *edit = window.findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        int seen = 0;
        for (int at = 0; at < edit->text().size(); at += 3) {
            QMenu menu;
            Q_EMIT edit->menuRequested(&menu, at);
            compare(QStringLiteral("menu at %1").arg(at), test::everythingShown(menu), &seen);
        }
        edit->showMarks({{0, 400, Level::Error, kHostile}});
        QHelpEvent help(QEvent::ToolTip, QPoint(60, 30), edit->mapToGlobal(QPoint(60, 30)));
        QApplication::sendEvent(edit, &help);
        QCOMPARE(test::seenAsLabel(QToolTip::text(), Qt::AutoText), kHostile);
        QToolTip::hideText();
    }

    void undoNamesWhatItUndoes()
    {
        const QString path = m_folder.filePath(QStringLiteral("undo.nianbao"));
        QVERIFY(Session::create(path, test::filledReport()));
        MainWindow window;
        window.show();
        QVERIFY(window.open(path));
        QVERIFY(window.session()->edit(
            Change::of(kHostile, SetFact{QLatin1String(fact::kOffice), QStringLiteral("办")})));
        int seen = 0;
        compare(QStringLiteral("undo"), test::everythingShown(window), &seen);
        QVERIFY(seen >= 2);
        static_cast<void>(window.session()->undo());
        compare(QStringLiteral("redo"), test::everythingShown(window), &seen);
    }

    void dialogsAboutAReport()
    {
        const Report report = hostileReport(QStringLiteral("2019"), 2020);
        int seen = 0;
        NewReportDialog fresh(&report);
        compare(QStringLiteral("new report"), test::everythingShown(fresh), &seen);
        const auto plan = conversion(report);
        QVERIFY(plan);
        ConversionDialog convert(report, *plan);
        compare(QStringLiteral("conversion"), test::everythingShown(convert), &seen);
        LivePicker picker(report, LivePicker::Opened::ByButton, nullptr);
        compare(QStringLiteral("picker"), test::everythingShown(picker), &seen);
        QVERIFY(seen >= 2);
    }

    void theHistory()
    {
        settings::setUserName(kHostile);
        auto session = Session::create(m_folder.filePath(QStringLiteral("history.nianbao")),
            hostileReport(QStringLiteral("2021"), 2021));
        QVERIFY(session);
        const SectionId overview(QStringLiteral("overview"));
        QVERIFY((*session)->edit(
            Change::of(kHostile, SetText{overview, 0, kHostile + QStringLiteral("收到3件") + kHostile})));
        QVERIFY((*session)->edit(Change::of(kHostile, SetHeading{overview, 0, kHostile + u'甲'})));
        QVERIFY((*session)->edit(Change::of(kHostile, SetText{overview, 0, QStringLiteral("平")})));
        HistoryDialog dialog(**session);
        dialog.show();
        auto *tabs = dialog.findChild<QTabWidget *>(QStringLiteral("views"));
        int seen = 0;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            compare(QStringLiteral("history"), test::everythingShown(dialog), &seen);
        }
        QVERIFY(seen >= 10);
        settings::setUserName({});
    }

    /// Boxes that wait for an answer: looked at while they are open, then closed.
    void boxes_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("an error") << 0;
        QTest::newRow("a question") << 1;
        QTest::newRow("a question for words") << 2;
    }
    void boxes()
    {
        QFETCH(int, which);
        dialogs::setSilent(false);
        int seen = 0;
        QWidget parent;
        QTimer::singleShot(0, &parent, [&seen] {
            QWidget *box = QApplication::activeModalWidget();
            if (!box)
                return;
            compare(QStringLiteral("box"), test::everythingShown(*box), &seen);
            static_cast<QDialog *>(box)->reject();
        });
        if (which == 0)
            dialogs::tell(&parent, {ErrorCode::Damaged, kHostile, kHostile});
        else if (which == 1)
            QCOMPARE(dialogs::ask(&parent, kHostile, kHostile, {kHostile}), QString());
        else
            QCOMPARE(dialogs::askWords(&parent, kHostile, kHostile), QString());
        QVERIFY(seen >= (which == 0 ? 1 : 2));
    }

    void notices()
    {
        MainWindow window;
        window.resize(600, 500);
        window.show();
        window.statusBar()->showMessage(QString(1000, u'长') + kHostile);
        QVERIFY(window.statusBar()->height() < 200);
        QCOMPARE(window.width(), 600);
    }

    /// Whatever stands in the settings, the window opens.
    void recentReports_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QVariant>("title");
        QTest::addColumn<QVariant>("status");
        // QSettings grows its file piece by piece: under the sanitizers each piece copies what is there
        const int many = test::rounds(1'000'000, 30'000, 1'000'000);
        QTest::newRow("markup") << QStringLiteral("/r/") + kHostile << QVariant(kHostile)
                                << QVariant(kHostile);
        QTest::newRow("very many characters")
            << QStringLiteral("/r/a.nianbao") << QVariant(QString(many, u'长'))
            << QVariant(QString(many, u'W'));
        QTest::newRow("very many tags")
            << QStringLiteral("/r/b.nianbao") << QVariant(QStringLiteral("<b>").repeated(many / 3))
            << QVariant(QStringLiteral("<table>").repeated(many / 10));
        QTest::newRow("a very long path")
            << QString(many, u'p') << QVariant(QStringLiteral("x")) << QVariant();
        QTest::newRow("no path") << QString() << QVariant(QStringLiteral("x")) << QVariant();
        QTest::newRow("controls") << QStringLiteral("/r/c\n\t\x01.nianbao")
                                  << QVariant(QStringLiteral("a\nb\x01\u202Ec\u2066d"))
                                  << QVariant(QStringLiteral("\x1B[31m"));
        QTest::newRow("other types") << QStringLiteral("/r/d.nianbao") << QVariant(QVariantList{1, 2})
                                     << QVariant(QByteArray(1000, '\xFF'));
    }
    void recentReports()
    {
        QFETCH(QString, path);
        QFETCH(QVariant, title);
        QFETCH(QVariant, status);
        for (const RecentReport &report : settings::recentReports())
            settings::removeRecentReport(report.path);
        {
            QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("nianbao"),
                QStringLiteral("nianbao"));
            store.setValue(QStringLiteral("recent/size"), 2'000'000'000);
            for (int i = 1; i <= 3; ++i) {
                store.setValue(QStringLiteral("recent/%1/path").arg(i), path);
                store.setValue(QStringLiteral("recent/%1/title").arg(i), title);
                store.setValue(QStringLiteral("recent/%1/status").arg(i), status);
                store.setValue(QStringLiteral("recent/%1/when").arg(i), title);
            }
        }
        QElapsedTimer time;
        time.start();
        MainWindow window;
        window.start();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        static_cast<void>(window.grab());
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
        for (const RecentReport &report : settings::recentReports()) {
            QVERIFY(!report.path.isEmpty() && report.path.size() <= 4096);
            QVERIFY(report.title.size() < 200 && report.status.size() < 200);
            for (const QChar c : report.title + report.status)
                QVERIFY(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
        }
        int seen = 0;
        compare(QStringLiteral("start page"), test::everythingShown(window), &seen);
        QVERIFY(window.minimumSizeHint().width() < 874);
        settings::addRecentReport(
            {QStringLiteral("/r/new.nianbao"), QStringLiteral("新"), {}, {}}); // and the list still works
        QCOMPARE(settings::recentReports().first().path, QStringLiteral("/r/new.nianbao"));
    }
};

QTEST_MAIN(LiteralTest)
#include "tst_literal.moc"
