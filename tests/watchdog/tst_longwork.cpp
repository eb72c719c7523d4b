// SPDX-License-Identifier: MulanPSL-2.0
// What takes long in a long report, or with much on the clipboard, does not block the window.
#include "approved.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "gotodialog.h"
#include "gridview.h"
#include "handoverdialog.h"
#include "historydialog.h"
#include "mainwindow.h"
#include "openedwindow.h"
#include "openplace.h"
#include "pagesetup.h"
#include "paperdesk.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "testreports.h"
#include "watchedapplication.h"

#include <QAbstractButton>
#include <QAbstractEventDispatcher>
#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <ctime>

using namespace nianbao;
using test::handle;
using test::Watch;

namespace {

/// Of that many characters, as offices write them: paragraphs of 200, sub-sections of 2,000.
Report longReport(int characters)
{
    Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
    const SectionId overview(QStringLiteral("overview"));
    const QString words = report.subSections(overview).first().text;
    Change change;
    for (int i = 0; i * 2000 < characters; ++i) {
        QString text;
        while (text.size() < 2000) { // no two say the same: what was read once is kept
            const int number = i * 100 + int(text.size() / 100);
            text += QStringLiteral("%1%2村在第%3期公开信息%4条。")
                        .arg(QChar(0x4E00 + number % 3000), QChar(0x6000 + number * 7 % 3000))
                        .arg(number)
                        .arg(number % 97)
                + words.left(200) + u'\n';
        }
        change.steps.append(
            InsertSubSection{overview, 1, {QStringLiteral("第%1段").arg(i), text.left(2000)}});
    }
    if (!report.apply(change))
        qFatal("the report cannot be made");
    return report;
}

/// What the processor has worked for the window, in milliseconds: other programs may take it meanwhile.
double ofThisThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

class LongWorkTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    PaperDesk &desk() { return *m_window->findChild<PaperDesk *>(); }
    void open(const QString &file)
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(m_window->open(file));
        QTest::qWait(300); // the preview follows
    }
    void open(const Report &report)
    {
        const QString file = path("work.nianbao");
        QVERIFY(Session::create(file, report, true));
        open(file);
    }
    /// Does it as the answer to an event, and goes on until the window has followed. Other programs may take
    /// the processor: the best of the rounds counts; what is slow the first time alone gets one.
    void verifyShort(const std::function<void()> &work, int rounds = 3)
    {
        dialogs::setSilent(false); // who waits goes through the event loop
        setPlaceJudge([](const QString &) { return PlaceKind::Usual; });
        test::Pause best;
        for (int round = 0; round < rounds && (round == 0 || best.withoutSync() > test::kLongestPause);
             ++round) {
            Watch::instance().forget();
            handle(work);
            QTest::qWait(200);
            const test::Pause &longest = Watch::instance().longestWithoutSync();
            if (round == 0 || longest.withoutSync() < best.withoutSync())
                best = longest;
        }
        dialogs::setSilent(true);
        qInfo("longest pause: %.0f ms, %s", best.withoutSync(), best.cause.constData());
        QVERIFY2(best.withoutSync() <= test::kLongestPause,
            qPrintable(
                QStringLiteral("%1 ms: %2").arg(best.withoutSync()).arg(QString::fromUtf8(best.cause))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        Watch::instance().follow(QAbstractEventDispatcher::instance());
        test::beginWindowTests();
    }
    void cleanup() { m_window.reset(); }

    /// The first of this process: what it needs is made ready then.
    void theFirstSearchByInitials()
    {
        const Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
        std::unique_ptr<GoToDialog> dialog;
        verifyShort(
            [&] {
                dialog = std::make_unique<GoToDialog>(report, nullptr);
                dialog->findChild<QLineEdit *>(QStringLiteral("goToWords"))->setText(QStringLiteral("xs"));
            },
            1);
        QVERIFY(!dialog->place().isNowhere());
    }

    /// It was checked beside the window when it was opened: what was read there is not read again for the
    /// first key. No two of its sentences are alike.
    void theFirstKeyInALongReport()
    {
        Report report = longReport(50'000);
        const SectionId overview(QStringLiteral("overview"));
        Change change;
        int sentences = 0;
        const QList<SubSection> subSections = report.subSections(overview);
        for (int i = 0; i < subSections.size(); ++i) {
            QString text;
            for (const QChar c : subSections[i].text)
                text += c == u'。' ? QStringLiteral("，编号%1。").arg(++sentences) : QString(c);
            change.steps.append(SetText{overview, i, text});
        }
        QVERIFY(report.apply(change));
        const QString file = path("long.nianbao");
        const std::unique_ptr<QThread> other( // this one has not read it
            QThread::create([&] { QVERIFY(Session::create(file, report, true)); }));
        other->start();
        QVERIFY(other->wait());
        open(file);
        m_window->goTo(Place::subSection(overview, 1));
        auto *editor = m_window->view()->page()->findChild<PlainTextEdit *>();
        QVERIFY(editor);
        const auto worked = [&](const QString &key) {
            const double before = ofThisThread();
            QTest::keyClicks(editor, key);
            const auto text = [&] { return m_window->session()->report().subSections(overview)[1].text; };
            for (int i = 0; i < 200 && !text().contains(key); ++i)
                QTest::qWait(10);
            return text().contains(key) ? ofThisThread() - before : -1;
        };
        QTest::qWait(500); // the preview follows
        const double first = worked(QStringLiteral("x"));
        QTest::qWait(500);
        const double second = worked(QStringLiteral("y"));
        qInfo("the first key: %.0f ms, the second: %.0f ms", first, second);
        QVERIFY(first > 0 && second > 0);
        QVERIFY(first - second <= test::kLongestPause / 2);
    }

    void aPastedText_data()
    {
        QTest::addColumn<int>("characters");
        QTest::addColumn<bool>("isHtml");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("as much as is taken") << 14'900 << false << true;
        QTest::newRow("a page of a browser") << 14'000 << true << true;
        QTest::newRow("a million characters") << 1'000'000 << false << false;
        QTest::newRow("a page of a million") << 1'000'000 << true << false;
        QTest::newRow("more than is looked at") << 5'000'000 << true << false;
    }
    void aPastedText()
    {
        QFETCH(const int, characters);
        QFETCH(const bool, isHtml);
        QFETCH(const bool, isTaken);
        open(test::sampleReport(QStringLiteral("zhangcun-2021")));
        m_window->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
        auto *edit = m_window->findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        const QString before = edit->text();
        const QString sentence
            = QStringLiteral("全镇共主动公开政府信息若干条，受理政府信息公开申请三件，均按期答复。")
                  .repeated(5);
        const QString paragraph = isHtml ? QStringLiteral("<p>%1</p>").arg(sentence) : sentence + u'\n';
        const QString all = paragraph.repeated(characters / paragraph.size());
        int round = 0;
        verifyShort([&] { // another text each time: what is there already is nothing to check
            const QString words = all + QString::number(++round);
            auto *copied = new QMimeData;
            isHtml ? copied->setHtml(words) : copied->setText(words);
            QApplication::clipboard()->setMimeData(copied);
            edit->selectAll();
            edit->paste();
        });
        QCOMPARE(edit->text().size() > before.size(), isTaken);
        const auto kept = m_window->session()->report().subSections(SectionId(QStringLiteral("problems")));
        QCOMPARE(kept.first().text, edit->text());
    }

    void aKey_data()
    {
        QTest::addColumn<int>("characters");
        QTest::newRow("a usual report") << 10'000;
        QTest::newRow("a long one") << 60'000;
    }
    void aKey()
    {
        QFETCH(const int, characters);
        open(longReport(characters));
        m_window->goTo(Place::parse(QStringLiteral("overview/3"))->inParagraph(0));
        auto *edit = m_window->findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        verifyShort([&] { QTest::keyClick(edit, Qt::Key_A); });
        QVERIFY(
            m_window->session()->report().subSections(SectionId(QStringLiteral("overview")))[2].text.contains(
                u'a'));
    }

    void aPastedTable_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("isHtml");
        QTest::newRow("many rows") << 2'000 << false;
        QTest::newRow("rows beyond number") << 200'000 << false;
        QTest::newRow("many rows of an office program") << 2'000 << true;
        QTest::newRow("rows beyond number of an office program") << 20'000 << true;
    }
    void aPastedTable()
    {
        QFETCH(const int, rows);
        QFETCH(const bool, isHtml);
        open(test::sampleReport(QStringLiteral("zhangcun-2021")));
        m_window->goTo(Place::cell(CellId(QStringLiteral("requests.received.individual"))));
        auto *grid = m_window->view()->page()->findChild<GridView *>();
        const QString cells = isHtml ? QStringLiteral("<td>1</td>") : QStringLiteral("1\t");
        const QString row
            = isHtml ? QStringLiteral("<tr>%1</tr>").arg(cells.repeated(7)) : cells.repeated(7) + u'\n';
        auto *copied = new QMimeData;
        isHtml ? copied->setHtml(QStringLiteral("<table>%1</table>").arg(row.repeated(rows)))
               : copied->setText(row.repeated(rows));
        QApplication::clipboard()->setMimeData(copied);
        QSignalSpy notices(grid, &GridView::notice);
        verifyShort([grid] { grid->paste(); });
        QTRY_VERIFY(notices.count() > 0); // nothing was pasted, and why
    }

    void theFilesOfAParcel()
    {
        const QString file = path("approved.nianbao");
        const auto session = Session::create(file, test::filledReport(), true);
        QVERIFY(session);
        test::approve(**session);
        PageSetup setup;
        std::optional<Result<QList<ParcelFile>>> parcel;
        verifyShort([&] { parcel = HandOverDialog::makeParcelOf(**session, setup, nullptr); });
        QVERIFY(parcel && *parcel);
        QCOMPARE((*parcel)->size(), 4);
    }

    void aLongReportThatIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"long.pdf", "long.docx", "long.html", "long.xlsx", "long.txt", "long.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aLongReportThatIsWritten()
    {
        QFETCH(const QString, name);
        open(longReport(60'000));
        verifyShort([&] { QVERIFY(desk().exportTo(m_folder.filePath(name))); });
    }

    void aLongReportThatIsPrinted()
    {
        open(longReport(60'000));
        const auto printer = std::make_shared<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path("printed.pdf"));
        QTimer person; // presses "Write the shapes all the same"
        connect(&person, &QTimer::timeout, this, [] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()))
                box->buttons().at(1)->click();
        });
        person.start(50);
        verifyShort([&] { QVERIFY(desk().printTo(printer, Paper::Report)); });
        QVERIFY(QFileInfo(path("printed.pdf")).size() > 0);
    }

    void aLongReportInThePrintPreview()
    {
        open(longReport(60'000));
        QTimer person;
        bool wasShown = false;
        connect(&person, &QTimer::timeout, this, [&wasShown] {
            if (auto *preview = qobject_cast<QPrintPreviewDialog *>(QApplication::activeModalWidget())) {
                wasShown = true;
                preview->reject();
            }
        });
        person.start(500);
        verifyShort([&] { desk().showPrintPreview(); });
        QVERIFY(wasShown);
    }

    void aLongReportThatIsOpened()
    {
        const QString file = path("long.nianbao");
        QVERIFY(Session::create(file, longReport(60'000), true));
        open(test::filledReport());
        verifyShort([&] {
            QVERIFY(m_window->closeReport());
            QVERIFY(m_window->open(file));
        });
    }

    void aLongHistory()
    {
        const QString file = path("history.nianbao");
        auto session = Session::create(file, test::filledReport(), true);
        QVERIFY(session);
        const CellId cell(QStringLiteral("requests.received.individual"));
        for (int i = 0; i < 400; ++i) {
            QVERIFY((*session)->edit(Change::of({}, SetCell{cell, Amount::fromInteger(i % 7)})));
            (*session)->endMerge();
        }
        session->reset();
        open(test::filledReport());
        verifyShort([&] {
            QVERIFY(m_window->closeReport());
            QVERIFY(m_window->open(file));
        });
        QTimer person;
        connect(&person, &QTimer::timeout, this, [] {
            if (auto *dialog = qobject_cast<HistoryDialog *>(QApplication::activeModalWidget()))
                dialog->reject();
        });
        person.start(500);
        verifyShort([&] { m_window->findChild<QAction *>(QStringLiteral("history"))->trigger(); });
    }
};

int main(int argc, char **argv)
{
    test::WatchedApplication application(argc, argv);
    LongWorkTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_longwork.moc"
