// SPDX-License-Identifier: MulanPSL-2.0
#include "approved.h"
#include "chaindialog.h"
#include "clearingdialog.h"
#include "conversiondialog.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "exportdialog.h"
#include "filechooser.h"
#include "gridview.h"
#include "handoverdialog.h"
#include "historydialog.h"
#include "keydialog.h"
#include "livepicker.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "officewordsdialog.h"
#include "openedwindow.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "publishdialog.h"
#include "reportview.h"
#include "rulesdialog.h"
#include "settings.h"
#include "signdialog.h"
#include "templatesdialog.h"
#include "testreports.h"
#include "windowwalk.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace nianbao;

namespace {

/// Names that are the same in Chinese: formats, programs, keys, rules, papers.
const QStringList &sameInChinese()
{
    static const QStringList names = QStringLiteral(
        "PDF CSV JSON PNG JPEG GB WPS Excel Word Nianbao nianbao Enter Esc Ctrl Shift Alt Tab Del "
        "KB MB XX SM2 SM3 F1 F8 F9 F10 A4 CUPS IPP PPD URL RGB DPI dpi HTML ISO mm cm pt in")
                                         .split(u' ');
    return names;
}

QString namesOfRules()
{
    QStringList names;
    for (const Rule *rule : RuleSet().rules())
        names.append(rule->ruleId().toString());
    return names.join(u'|');
}

/// Latin words that are none of those, nor a rule's name (TXT-SUM), nor a paper's size, nor a file's suffix.
QStringList englishIn(const QString &seen)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z0-9]+"));
    static const QRegularExpression known(QStringLiteral(
        "\\b(%1)\\b|approval\\.key|\\*?\\.[a-z]{3,8}\\b|"
        "[\\w.]+@[\\w.]+|https?://\\S+|www\\.\\S+|/\\S+|\\bF\\d+\\b|GB/T|PDF/"
        "A-2b|\\b[A-Z]\\d\\b|[ABC]\\d{1,2}\\b|\\b[0-9a-f]{16}\\b|\\b[0-9a-f]{4}( [0-9a-f]{4})+\\b")
                                              .arg(namesOfRules()));
    QStringList english;
    const QString rest = QString(seen).remove(known);
    for (auto match = word.globalMatch(rest); match.hasNext();) {
        const QString found = match.next().captured();
        if (!sameInChinese().contains(found))
            english.append(found);
    }
    return english;
}

} // namespace

/// In Chinese nothing in the window is English, Qt's own dialogs included.
class ChineseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static void verifyChinese(const QString &place, const QWidget &window)
    {
        QStringList faults;
        for (const test::Shown &one : test::everythingShown(window)) {
            if (qobject_cast<const QFileDialog *>(&window) && one.where.contains(QStringLiteral(" cell"))
                && one.seen != u"Folder" && one.seen != u"Computer")
                continue; // files of all folders on the way: theFileDialogs() looks at those of one
            if (const QStringList english = englishIn(one.seen); !english.isEmpty())
                faults.append(QStringLiteral("%1: %2: “%3” (%4)")
                                  .arg(place, one.where, one.seen.left(80), english.join(u' ')));
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        test::beginWindowTests();
        settings::setUserName(QStringLiteral("王芳"));
    }

    void everyPlace_data()
    {
        QTest::addColumn<QString>("report");
        QTest::newRow("a blank report") << QString();
        QTest::newRow("one with nothing to find") << QStringLiteral("filled");
        QTest::newRow("a real one with findings") << QStringLiteral("hongze-2023");
        QTest::newRow("one of the old form") << QStringLiteral("shanghai-2019");
        QTest::newRow("one with last year's") << QStringLiteral("prior");
    }
    void everyPlace()
    {
        QFETCH(QString, report);
        Report wanted = report.isEmpty() ? Report(findForm(QStringLiteral("2021")), 2025)
            : report == u"filled"        ? test::filledReport()
            : report == u"prior"         ? test::filledReport()
                                         : test::sampleReport(report);
        if (report == u"prior")
            QVERIFY(wanted.apply(Change::of({},
                SetPrior{std::make_shared<const Report>(test::filledReport(QStringLiteral("2021"), 2020))})));
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        verifyChinese(QStringLiteral("start page"), window);
        QVERIFY(window.open(test::newFile(m_folder, wanted)));
        test::visitEveryPlace(window, [&window](const QString &place) { verifyChinese(place, window); });
        for (size_t i = 0; i < size_t(window.session()->findings().size()) && i < 15; ++i) {
            window.view()->stepMatter(1);
            verifyChinese(QStringLiteral("finding %1").arg(i), window);
        }
        QVERIFY(window.closeReport());
    }

    void ownDialogs()
    {
        const Report report = test::sampleReport(QStringLiteral("shanghai-2019"));
        const auto plan = conversion(report);
        QVERIFY(plan);
        verifyChinese(QStringLiteral("new"), NewReportDialog(nullptr));
        verifyChinese(QStringLiteral("new from last year"), NewReportDialog(&report));
        verifyChinese(QStringLiteral("conversion"), ConversionDialog(report, *plan));
        verifyChinese(
            QStringLiteral("export"), ExportDialog(PageChoices(), Paper::Report, check(report, RuleSet())));
        for (const auto opened : {LivePicker::Opened::ByButton, LivePicker::Opened::ByEquals})
            verifyChinese(QStringLiteral("picker"), LivePicker(report, opened, nullptr));
        verifyChinese(QStringLiteral("rules"), RulesDialog(RuleSet()));
        verifyChinese(QStringLiteral("office's words"), OfficeWordsDialog());
        auto session = Session::open(test::newFile(m_folder, test::filledReport()));
        QVERIFY(session);
        PageSetup setup;
        verifyChinese(QStringLiteral("hand over, refused"),
            HandOverDialog(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr)));
        test::approve(**session);
        HandOverDialog handOver(**session, *HandOverDialog::makeParcelOf(**session, setup, nullptr));
        handOver.show(); // at its width: names of files are cut in their middle
        QApplication::processEvents();
        verifyChinese(QStringLiteral("hand over"), handOver);
        verifyChinese(QStringLiteral("publish"), PublishDialog(**session));
        QString draft;
        for (const ReviewAction action : reviewActions())
            verifyChinese(toString(action), MoveDialog(**session, action, draft, nullptr));
        verifyChinese(QStringLiteral("sign"), SignDialog(**session, draft, nullptr));
        verifyChinese(QStringLiteral("keys"), KeyDialog(nullptr));
        verifyChinese(QStringLiteral("chain"), ChainDialog(Review().steps(), nullptr));
        verifyChinese(QStringLiteral("templates"), TemplatesDialog(letterTemplates()));
        verifyChinese(QStringLiteral("clearing"), ClearingDialog(1, QStringLiteral("9:00")));
    }

    void theHistory()
    {
        auto session = Session::open(test::newFile(m_folder, test::filledReport()));
        QVERIFY(session);
        verifyChinese(QStringLiteral("an empty history"), HistoryDialog(**session));
        for (const char *words : {"甲", "乙"})
            QVERIFY((*session)->edit(Change::of(QStringLiteral("正文"),
                SetText{SectionId(QStringLiteral("overview")), 0, QString::fromUtf8(words)})));
        HistoryDialog dialog(**session);
        dialog.show();
        auto *tabs = dialog.findChild<QTabWidget *>(QStringLiteral("views"));
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            verifyChinese(QStringLiteral("history, tab %1").arg(tab), dialog);
        }
    }

    void qtsOwnBoxes()
    {
        QMessageBox box;
        box.setStandardButtons(QMessageBox::StandardButtons(0x0FFFFC00));
        verifyChinese(QStringLiteral("message box"), box);
        QInputDialog input;
        input.setLabelText(QStringLiteral("问"));
        verifyChinese(QStringLiteral("input"), input);
        QCalendarWidget calendar;
        verifyChinese(QStringLiteral("calendar"), calendar);
        QProgressDialog progress(QStringLiteral("写"), QStringLiteral("停"), 0, 9);
        verifyChinese(QStringLiteral("progress"), progress);
    }

    /// As the program asks for files: also when they were changed and how large they are is Chinese, whatever
    /// the system speaks.
    void theFileDialogs_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("open") << 0;
        QTest::newRow("save") << 1;
        QTest::newRow("a folder") << 2;
    }
    void theFileDialogs()
    {
        QFETCH(int, which);
        QTemporaryDir home;
        const QDir folder(home.path());
        QVERIFY(folder.mkdir(QStringLiteral("文件夹")));
        QFile file(folder.filePath(QStringLiteral("年报.nianbao")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        file.close();
        QDateTime then;
        then.setSecsSinceEpoch(1700000000);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(then, QFileDevice::FileModificationTime));
        file.close();
        QStringList seen;
        QString folderSeen;
        dialogs::setSilent(false);
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            folderSeen = dialog->directory().path();
            dialog->setDirectory(folder.path());
            auto *tree = dialog->findChild<QTreeView *>(QStringLiteral("treeView"));
            dialog->setViewMode(QFileDialog::Detail);
            const bool isFilled = QTest::qWaitFor(
                [tree, which] { return tree->model()->rowCount(tree->rootIndex()) == (which == 2 ? 1 : 2); });
            if (isFilled)
                verifyChinese(QStringLiteral("files"), *dialog);
            for (int row = 0; row < tree->model()->rowCount(tree->rootIndex()); ++row) {
                for (int column = 0; column < 4; ++column)
                    seen.append(tree->model()->index(row, column, tree->rootIndex()).data().toString());
            }
            dialog->reject();
        });
        FileChooser::beginBeside(home.filePath(QStringLiteral("a.nianbao")));
        const QString chosen = which == 0 ? dialogs::openFile(nullptr, QStringLiteral("开"), {})
            : which == 1                  ? dialogs::saveFile(nullptr, QStringLiteral("存"), {}, {})
                                          : dialogs::chooseFolder(nullptr, QStringLiteral("夹"), {});
        dialogs::setSilent(true);
        QCOMPARE(chosen, QString());
        QCOMPARE(folderSeen, home.path()); // not wherever the program was started
        for (const QString &words : std::as_const(seen))
            QVERIFY2(
                words == file.fileName().section(u'/', -1) || englishIn(words).isEmpty(), qPrintable(words));
        QCOMPARE(seen.contains(then.toString(QStringLiteral("yyyy-MM-dd HH:mm"))), which != 2);
        QCOMPARE(seen.contains(QStringLiteral("4.9 KB")), which != 2);
    }

    void qtsPrintDialogs()
    {
        QPrinter printer;
        printer.setOutputFileName(m_folder.filePath(QStringLiteral("纸.pdf")));
        QPrintDialog dialog(&printer);
        dialog.show();
        verifyChinese(QStringLiteral("print"), dialog);
        QPrintPreviewDialog preview(&printer);
        preview.show();
        verifyChinese(QStringLiteral("print preview"), preview);
    }

    void menusOfFields()
    {
        PlainLineEdit line;
        const std::unique_ptr<QMenu> ofLine(line.createStandardContextMenu());
        verifyChinese(QStringLiteral("line"), *ofLine);
        PlainTextEdit text;
        const std::unique_ptr<QMenu> ofText(text.createStandardContextMenu());
        verifyChinese(QStringLiteral("text"), *ofText);
    }

    /// A paste that is refused says so in Chinese, in a line that is in sight.
    void aRefusedPaste_data()
    {
        QTest::addColumn<QString>("clipboard");
        QTest::newRow("words") << QStringLiteral("一共\t两件");
        QTest::newRow("too wide") << QStringLiteral("1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14");
        QTest::newRow("nothing") << QStringLiteral(" ");
        QTest::newRow("negative") << QStringLiteral("-5");
        QTest::newRow("long words") << QString(4000, u'长');
    }
    void aRefusedPaste()
    {
        QFETCH(QString, clipboard);
        MainWindow window;
        window.start();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.open(test::newFile(m_folder, test::filledReport())));
        window.goTo(Place::cell(CellId(QStringLiteral("requests.received.individual"))));
        QApplication::clipboard()->setText(clipboard);
        auto *grid = window.findChild<GridView *>();
        grid->paste();
        QApplication::processEvents();
        const QString said = window.statusBar()->currentMessage();
        QVERIFY(said.contains(QStringLiteral("没有粘贴")));
        QVERIFY2(englishIn(said).isEmpty(), qPrintable(said));
        QVERIFY(window.statusBar()->isVisible());
        QVERIFY(window.rect().contains(window.statusBar()->geometry()));
    }

    /// The walk itself: it finds English.
    void englishIsFound()
    {
        QVERIFY(englishIn(QStringLiteral("已保存 10:32 · 导出 PDF (Ctrl+E)，按 F8")).isEmpty());
        QVERIFY(englishIn(QStringLiteral("勾稽关系 REQ-BALANCE, TXT-SUM，*.nianbao")).isEmpty());
        QCOMPARE(englishIn(QStringLiteral("没有粘贴: no figures")).size(), 2);
        QCOMPARE(englishIn(QStringLiteral("Save")).size(), 1);
    }
};

QTEST_MAIN(ChineseTest)
#include "tst_chinese.moc"
