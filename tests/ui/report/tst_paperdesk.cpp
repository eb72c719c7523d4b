// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialoganswers.h"
#include "icons.h"
#include "openplace.h"
#include "pagesetup.h"
#include "paperdesk.h"
#include "paperpages.h"
#include "printpreview.h"
#include "readdocument.h"
#include "reportjson.h"
#include "session.h"
#include "systemfolders.h"
#include "testreports.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGraphicsView>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QWidgetAction>

using namespace nianbao;

class PaperDeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PageSetup> m_setup;
    std::unique_ptr<QWidget> m_window;
    PaperDesk *m_desk = nullptr;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString searched(const QString &file) const
    {
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        dialogs::setSilent(true);
    }
    void init()
    {
        auto session = Session::create(path(QStringLiteral("r.nianbao")), test::filledReport(), true);
        QVERIFY(session);
        m_session = std::move(*session);
        m_setup = std::make_unique<PageSetup>();
        m_window = std::make_unique<QWidget>();
        m_desk = new PaperDesk(*m_setup, m_window.get());
        m_desk->setReport(m_session.get());
        dialogs::setSilent(true);
        dialogs::told();
        dialogs::asked();
    }
    void cleanup()
    {
        m_window.reset();
        m_setup.reset();
        m_session.reset();
    }

    void theSuffixSaysWhatIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("code"); // -1: written
        const int refused = int(ErrorCode::BadArguments);
        QTest::newRow("pdf") << QStringLiteral("a.pdf") << int(Paper::Report) << -1;
        QTest::newRow("PDF") << QStringLiteral("a.PDF") << int(Paper::Checks) << -1;
        QTest::newRow("json") << QStringLiteral("a.json") << int(Paper::Report) << -1;
        QTest::newRow("Word") << QStringLiteral("a.docx") << int(Paper::Report) << -1;
        QTest::newRow("Excel") << QStringLiteral("a.xlsx") << int(Paper::Report) << -1;
        QTest::newRow("a web page") << QStringLiteral("a.html") << int(Paper::Report) << -1;
        QTest::newRow("text") << QStringLiteral("a.txt") << int(Paper::Report) << -1;
        QTest::newRow("CSV") << QStringLiteral("a.csv") << int(Paper::Report) << -1;
        QTest::newRow("a paper in Word") << QStringLiteral("p.docx") << int(Paper::SignOff) << -1;
        QTest::newRow("a paper as a sheet") << QStringLiteral("p.xlsx") << int(Paper::SignOff) << refused;
        QTest::newRow("a paper as CSV") << QStringLiteral("p.csv") << int(Paper::Checks) << refused;
        QTest::newRow("a paper as JSON") << QStringLiteral("b.json") << int(Paper::Checks) << refused;
        QTest::newRow("an unknown one") << QStringLiteral("a.doc") << int(Paper::Report) << refused;
        QTest::newRow("none") << QStringLiteral("年报") << int(Paper::Report) << refused;
        QTest::newRow("the report itself")
            << QStringLiteral("r.nianbao") << int(Paper::Report) << int(ErrorCode::SameFile);
        QTest::newRow("another report that is not there")
            << QStringLiteral("s.nianbao") << int(Paper::Report) << int(ErrorCode::SameFile);
    }
    void theSuffixSaysWhatIsWritten()
    {
        QFETCH(QString, name);
        QFETCH(int, paper);
        QFETCH(int, code);
        const QByteArray report = test::readFile(m_session->path());
        const auto done = m_desk->exportTo(path(name), Paper(paper));
        QCOMPARE(done ? -1 : int(done.error().code), code);
        QCOMPARE(QFileInfo(path(name)).isFile(), done.has_value() || name == u"r.nianbao");
        if (done && name.endsWith(QStringLiteral("json")))
            QVERIFY(reportFromJson(test::readFile(path(name))));
        if (done) // what the suffix promises
            QCOMPARE(readDocument(path(name)).has_value(), !name.endsWith(QStringLiteral("json")));
        QCOMPARE(test::readFile(m_session->path()), report);
    }

    void aPartOfAPageIsWrittenAsItWasChosen()
    {
        dialogs::answerNext(path(QStringLiteral("part.html")));
        m_desk->exportAs(ExportKind::HtmlFragment);
        const QByteArray part = test::readFile(path(QStringLiteral("part.html")));
        QVERIFY(part.contains("<table"));
        QVERIFY(!part.contains("<html"));
        dialogs::answerNext(path(QStringLiteral("page.html")));
        m_desk->exportAs(ExportKind::Html);
        QVERIFY(test::readFile(path(QStringLiteral("page.html"))).contains("<html"));
    }

    /// Beside the report while that lasts; page and part of it are not written one over the other.
    void whereAndHowItIsProposed()
    {
        QCOMPARE(QFileInfo(m_desk->proposal(ExportKind::Html)).path(), m_folder.path());
        QVERIFY(m_desk->proposal(ExportKind::Html) != m_desk->proposal(ExportKind::HtmlFragment));
        QVERIFY(m_desk->proposal(ExportKind::HtmlFragment).endsWith(QStringLiteral(".html")));
        setPlaceJudge([](const QString &) { return PlaceKind::Temporary; });
        QCOMPARE(QFileInfo(m_desk->proposal(ExportKind::Pdf)).path(), documentsFolder());
        dialogs::setSilent(true); // which judges again
    }

    void aNameWithoutSuffixGetsTheChosenOne()
    {
        dialogs::answerNext(path(QStringLiteral("年报2021")));
        QCOMPARE(m_desk->askFile(ExportKind::Pdf), path(QStringLiteral("年报2021.pdf")));
        dialogs::answerNext(path(QStringLiteral("年报2021")));
        QCOMPARE(m_desk->askFile(ExportKind::Json), path(QStringLiteral("年报2021.json")));
        dialogs::answerNext(path(QStringLiteral("年报.docx"))); // said by the export, not mended here
        QCOMPARE(m_desk->askFile(ExportKind::Pdf), path(QStringLiteral("年报.docx")));
    }

    /// The file dialog has asked about another name.
    void aFileThatGetsItsSuffixIsNotReplacedUnasked()
    {
        QFile there(path(QStringLiteral("旧.pdf")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        dialogs::answerNext(path(QStringLiteral("旧")));
        dialogs::answerNext(QString()); // no
        QCOMPARE(m_desk->askFile(ExportKind::Pdf), QString());
        dialogs::answerNext(path(QStringLiteral("旧")));
        dialogs::answerNext(QStringLiteral("Replace it"));
        QCOMPARE(m_desk->askFile(ExportKind::Pdf), there.fileName());
    }

    void whatCannotBePrintedIsSaid()
    {
        QVERIFY(m_session->edit(Change::of(
            {}, SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("公开工作😀正常。")})));
        PageChoices choices;
        choices.marksArchival = true;
        m_setup->choose(choices);
        QVERIFY(m_desk->exportTo(path(QStringLiteral("e.pdf"))));
        QCOMPARE(m_desk->notices().size(), 2);
        QVERIFY(m_desk->notices().first().contains(QStringLiteral("U+1F600")));
        QVERIFY(!test::readFile(path(QStringLiteral("e.pdf"))).contains("pdfaid:part"));
        m_setup->choose({});
        QVERIFY(m_session->edit(Change::of(
            {}, SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("公开工作正常。")})));
        QVERIFY(m_desk->exportTo(path(QStringLiteral("e.pdf"))));
        QCOMPARE(m_desk->notices(), QStringList());
    }

    /// The print dialog's own PDF has no text: the export is offered.
    void aPrintedPdfIsOfferedAsAnExport_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isWritten");
        QTest::addColumn<bool>("isText");
        QTest::newRow("export") << QStringLiteral("Export as PDF") << true << true;
        QTest::newRow("shapes") << QStringLiteral("Write the shapes all the same") << true << false;
        QTest::newRow("cancel") << QString() << false << false;
    }
    void aPrintedPdfIsOfferedAsAnExport()
    {
        QFETCH(QString, answer);
        QFETCH(bool, isWritten);
        QFETCH(bool, isText);
        const QString file = path(QStringLiteral("printed.pdf"));
        QFile::remove(file);
        const auto printer = std::make_shared<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file);
        dialogs::answerNext(answer);
        QVERIFY(m_desk->printTo(printer, Paper::Report));
        QCOMPARE(QFileInfo::exists(file), isWritten);
        if (isWritten)
            QCOMPARE(searched(file).contains(QStringLiteral("总体情况")), isText);
    }

    void printingNeverReplacesTheReport()
    {
        const QByteArray before = test::readFile(m_session->path());
        for (const QString &answer :
            {QStringLiteral("Export as PDF"), QStringLiteral("Write the shapes all the same")}) {
            const auto printer = std::make_shared<QPrinter>();
            printer->setOutputFormat(QPrinter::PdfFormat);
            printer->setOutputFileName(m_session->path());
            dialogs::answerNext(answer);
            const auto done = m_desk->printTo(printer, Paper::Report);
            QVERIFY(!done);
            QCOMPARE(int(done.error().code), int(ErrorCode::SameFile));
            QCOMPARE(test::readFile(m_session->path()), before);
        }
    }

    /// What is chosen in the dialog is how the file is made, and how the next paper is.
    void theExportDialogDecides_data()
    {
        QTest::addColumn<int>("chosen"); // paper in the dialog
        QTest::addColumn<QString>("found"); // in the file
        QTest::newRow("the report") << int(Paper::Report) << QStringLiteral("总体情况");
        QTest::newRow("another paper than was asked for") << int(Paper::SignOff) << QStringLiteral("签发");
    }
    void theExportDialogDecides()
    {
        QFETCH(int, chosen);
        QFETCH(QString, found);
        const QString file = path(QStringLiteral("chosen.pdf"));
        QFile::remove(file);
        QSignalSpy notices(m_desk, &PaperDesk::notice);
        QSignalSpy exported(m_desk, &PaperDesk::exported);
        dialogs::handleNext([chosen](QDialog &dialog) {
            dialog.findChild<QComboBox *>()->setCurrentIndex(chosen);
            dialog.findChild<QLineEdit *>()->setText(QStringLiteral("张三"));
            for (QCheckBox *box : dialog.findChildren<QCheckBox *>()) {
                if (box->text().startsWith(QStringLiteral("Mark as PDF/A")))
                    box->setChecked(true);
            }
            return true;
        });
        dialogs::answerNext(file);
        m_desk->exportPaper(Paper::Report);
        QVERIFY(searched(file).contains(found));
        QVERIFY(test::readFile(file).contains("pdfaid:part"));
        QVERIFY(m_setup->choices().marksArchival);
        QCOMPARE(m_setup->choices().author, QStringLiteral("张三"));
        QCOMPARE(exported.count(), 1); // the line above the status says it, and the status not once more
        for (const auto &notice : std::as_const(notices))
            QVERIFY2(!notice.first().toString().contains(QStringLiteral("chosen")),
                qPrintable(notice.first().toString()));
        m_setup->choose({});
    }

    void anExportThatIsCalledOffLeavesNothing_data()
    {
        QTest::addColumn<bool>("isDialogAccepted");
        QTest::newRow("in the dialog") << false;
        QTest::newRow("when the file is chosen") << true;
    }
    void anExportThatIsCalledOffLeavesNothing()
    {
        QFETCH(bool, isDialogAccepted);
        const auto files = QDir(m_folder.path()).entryList(QDir::Files);
        QSignalSpy notices(m_desk, &PaperDesk::notice);
        dialogs::handleNext([isDialogAccepted](QDialog &) { return isDialogAccepted; });
        m_desk->exportPaper(Paper::Report);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), files);
        QCOMPARE(notices.count(), 0);
        QCOMPARE(dialogs::told(), QStringList());
    }

    void anExportThatFailsIsTold()
    {
        dialogs::answerNext(m_session->path());
        QSignalSpy notices(m_desk, &PaperDesk::notice);
        m_desk->exportPaper(Paper::Report);
        QCOMPARE(dialogs::told().size(), 1);
        QCOMPARE(notices.count(), 0);
    }

    /// Nothing of a preview is needed: there is none here.
    void thePrintDialogKnowsThePages_data()
    {
        QTest::addColumn<int>("paper");
        QTest::newRow("the report") << int(Paper::Report);
        QTest::newRow("the check sheet") << int(Paper::Checks);
    }
    void thePrintDialogKnowsThePages()
    {
        QFETCH(int, paper);
        const auto pages = paperPages(Paper(paper), *m_session, m_setup->choices());
        QVERIFY(pages);
        const QString file = path(QStringLiteral("dialog.pdf"));
        QFile::remove(file);
        int most = 0;
        dialogs::handleNext([&](QDialog &dialog) {
            auto *print = qobject_cast<QPrintDialog *>(&dialog);
            most = print ? print->maxPage() : -1;
            print->printer()->setOutputFormat(QPrinter::PdfFormat);
            print->printer()->setOutputFileName(file);
            return true;
        });
        dialogs::answerNext(QStringLiteral("Export as PDF"));
        m_desk->printPaper(Paper(paper));
        QCOMPARE(most, int(pages->pages.size()));
        QVERIFY(test::readFile(file).startsWith("%PDF-"));
    }

    void whatIsNotPrintedIsNotSaid()
    {
        QSignalSpy notices(m_desk, &PaperDesk::notice);
        dialogs::handleNext([](QDialog &) { return false; });
        m_desk->printPaper(Paper::Report);
        QCOMPARE(notices.count(), 0);
        QCOMPARE(dialogs::asked(), QStringList());
    }

    void thePrintPreviewShowsTheReport()
    {
        int painted = 0;
        dialogs::handleNext([&painted](QDialog &dialog) {
            auto *preview = qobject_cast<QPrintPreviewDialog *>(&dialog);
            auto *pages = dialog.findChild<QPrintPreviewWidget *>();
            pages->updatePreview();
            painted = preview ? pages->pageCount() : -1;
            return true;
        });
        m_desk->showPrintPreview();
        const auto pages = paperPages(Paper::Report, *m_session, m_setup->choices());
        QVERIFY(pages);
        QCOMPARE(painted, int(pages->pages.size()));
        QCOMPARE(dialogs::told(), QStringList());
    }

    /// Where the whole page would be too small, it is as wide as the window.
    void thePrintPreviewCanBeRead_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("1366 by 768") << QSize(1366, 768) << true;
        QTest::newRow("1366 by 768 at one and a half times") << QSize(910, 484) << false;
        QTest::newRow("1366 by 768 twice as large") << QSize(683, 358) << false;
    }
    void thePrintPreviewCanBeRead()
    {
        QFETCH(QSize, window);
        QFETCH(bool, isWhole);
        QPrinter printer(QPrinter::HighResolution);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setDocName(QStringLiteral("年报"));
        PrintPreview dialog(&printer, nullptr);
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Print preview: 年报"));
        connect(&dialog, &PrintPreview::paintRequested, this, [](QPrinter *on) {
            QPainter page(on);
            page.drawText(200, 200, QStringLiteral("字"));
        });
        dialog.resize(window);
        dialog.show();
        const auto *pages = dialog.findChild<QPrintPreviewWidget *>();
        if (!isWhole)
            QTRY_COMPARE(pages->zoomMode(), QPrintPreviewWidget::FitToWidth);
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QApplication::processEvents();
        QCOMPARE(pages->zoomMode() == QPrintPreviewWidget::FitInView, isWhole);
        QVERIFY2(pages->zoomFactor() >= 0.5, qPrintable(QString::number(pages->zoomFactor())));
    }

    /// No light ground around the paper in a dark theme.
    void thePagesLieOnTheGroundOfTheTheme_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<Theme>("before"); // as it was opened
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            const QByteArray name = themes::key(theme).toUtf8();
            QTest::newRow(name.constData()) << theme << theme;
            const Theme other = theme == Theme::Light ? Theme::Dark : Theme::Light;
            QTest::newRow((name + ", changed meanwhile").constData()) << theme << other;
        }
    }
    void thePagesLieOnTheGroundOfTheTheme()
    {
        QFETCH(Theme, theme);
        QFETCH(Theme, before);
        appearance::apply(before);
        QPrinter printer(QPrinter::HighResolution);
        PrintPreview dialog(&printer, nullptr);
        dialog.resize(900, 600);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        appearance::apply(theme);
        QApplication::processEvents();
        const auto *view = dialog.findChild<QGraphicsView *>();
        const QImage seen = view->viewport()->grab().toImage();
        const QColor ground = seen.pixelColor(4, seen.height() / 2);
        appearance::apply(Theme::Light);
        QCOMPARE(ground.name(), themes::colour(theme, Colour::Desk).name());
        QVERIFY(
            themes::contrast(ground, Qt::white) > (theme == Theme::Light ? 1.4 : 10)); // the paper is seen
    }

    /// Nothing there turns the pages, which would cut them, and its pictures are ours.
    void thePrintPreviewHasOurButtons()
    {
        QStringList names;
        dialogs::handleNext([&names](QDialog &dialog) {
            const auto image = [](const QIcon &icon) { return icon.pixmap(QSize(24, 24), 1).toImage(); };
            bool wasSeparator = true;
            for (const QAction *action : dialog.findChild<QToolBar *>()->actions()) {
                if (!action->isVisible())
                    continue;
                if (action->isSeparator() && wasSeparator)
                    names.append(QStringLiteral("two separators"));
                wasSeparator = action->isSeparator();
                if (wasSeparator || qobject_cast<const QWidgetAction *>(action))
                    continue;
                QString known = action->text();
                for (const QString &name : icons::names()) {
                    if (image(icons::icon(name)) == image(action->icon()))
                        known = name;
                }
                names.append(known);
            }
            return true;
        });
        m_desk->showPrintPreview();
        QCOMPARE(names.join(u' '),
            QStringLiteral(
                "print fit-width fit-page zoom-out zoom-in first back forward last one-page two-pages "
                "all-pages"));
    }
};

QTEST_MAIN(PaperDeskTest)
#include "tst_paperdesk.moc"
