// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "pagepreview.h"
#include "pagesetup.h"
#include "pagetext.h"
#include "paperpages.h"
#include "testreports.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace nianbao;

class PagePreviewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PageSetup> m_setup;
    std::unique_ptr<PagePreview> m_preview;

private Q_SLOTS:
    void init()
    {
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")),
            test::sampleReport(QStringLiteral("suqian-2024")), true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_setup = std::make_unique<PageSetup>();
        m_preview = std::make_unique<PagePreview>(*m_session, *m_setup);
        m_preview->resize(500, 700);
        m_preview->show();
        QTRY_VERIFY(m_preview->pageCount() > 0);
    }
    void cleanup()
    {
        m_preview.reset();
        m_session.reset();
    }

    void whatIsShownIsWhatIsMade()
    {
        PageChoices choices;
        choices.cover = choices.seal = true;
        m_setup->choose(choices);
        const auto made = paperPages(Paper::Report, *m_session, choices);
        QVERIFY(made);
        QCOMPARE(dumpPages(m_preview->document()), dumpPages(*made));
        m_setup->choose({});
    }

    void aReaderHearsThePage()
    {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_preview.get());
        QVERIFY(spoken && spoken->textInterface());
        std::ignore = m_preview->document();
        m_preview->showPage(0);
        const QString first = spoken->textInterface()->text(0, -1);
        const QString name = spoken->text(QAccessible::Name);
        QVERIFY2(first.contains(QStringLiteral("政府信息公开")), qPrintable(first));
        QVERIFY(first.contains(u'\n'));
        m_preview->showPage(2);
        QVERIFY(spoken->textInterface()->text(0, -1) != first);
        QVERIFY(spoken->text(QAccessible::Name) != name);
        QString all; // a row is a line, and its cells are apart
        for (int page = 0; page < m_preview->pageCount(); ++page)
            all += pageText(m_preview->document(), page) + u'\n';
        QVERIFY(all.contains(u'\t'));
        QVERIFY(pageText(m_preview->document(), -1).isEmpty());
    }

    void followsAnEditWithin150Ms()
    {
        QSignalSpy pages(m_preview.get(), &PagePreview::pagesChanged);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(m_session->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.granted.other")), Amount::fromInteger(8642)})));
        QTRY_VERIFY(!pages.isEmpty());
        const qint64 took = clock.elapsed();
        QVERIFY2(took < 1000,
            qPrintable(QString::number(took))); // 80 ms and the layout; a loaded machine is slower
        QVERIFY(dumpPages(m_preview->document()).contains(QStringLiteral("8642")));
    }

    void showsThePageOfTheSection()
    {
        m_preview->showSection(Place::section(SectionId(QStringLiteral("requests"))));
        const int requests
            = pageOf(m_preview->document(), Place::section(SectionId(QStringLiteral("requests"))));
        QVERIFY(requests > 0);
        QCOMPARE(m_preview->currentPage(), requests);
        const Place overview = Place::subSection(SectionId(QStringLiteral("overview")), 0);
        m_preview->showSection(overview);
        QCOMPARE(m_preview->currentPage(), pageOf(m_preview->document(), overview));
    }

    void aClickOnAFigureLeadsToItsCell()
    {
        m_preview->showSection(*Place::parse(QStringLiteral("disputes")));
        const PageDocument &document = m_preview->document();
        const CellId wanted(QStringLiteral("disputes.direct.upheld"));
        const int page = pageOf(document, Place::section(SectionId(QStringLiteral("disputes"))));
        QPointF middle;
        for (const Fill &fill : document.pages[size_t(page)].fills) {
            if (fill.source >= 0 && document.sources[size_t(fill.source)].cellId() == wanted)
                middle = fill.rect.center();
        }
        QVERIFY(!middle.isNull());
        QSignalSpy asked(m_preview.get(), &PagePreview::placeRequested);
        // the page fits the width between two gaps; find the spot by trying down the column
        for (int y = 0; y < m_preview->viewport()->height() && asked.isEmpty(); y += 2) {
            const double scale = (m_preview->viewport()->width() - 28) / document.width;
            QTest::mouseClick(
                m_preview->viewport(), Qt::LeftButton, {}, QPoint(14 + int(middle.x() * scale), y));
            if (!asked.isEmpty() && asked.last().first().value<Place>().cellId() != wanted)
                asked.clear();
        }
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<Place>().toString(), wanted.toString());
    }

    /// A line at each of the four sides of every page in sight, whatever room there is for it.
    void everyPageHasItsEdges_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<PagePreview::Fit>("fit");
        for (const int width : {381, 382, 383, 500, 661}) {
            QTest::addRow("two pages in %d", width) << width << PagePreview::Fit::TwoPages;
            QTest::addRow("one page in %d", width) << width << PagePreview::Fit::Page;
        }
    }
    void everyPageHasItsEdges()
    {
        QFETCH(int, width);
        QFETCH(PagePreview::Fit, fit);
        m_preview->resize(width, 700);
        m_preview->setFit(fit);
        m_preview->showPage(0);
        const QImage seen = m_preview->viewport()->grab().toImage();
        const QRgb line = appearance::line(m_preview->palette()).rgb();
        int pages = 0;
        for (int page = 0; page < m_preview->pageCount(); ++page) {
            const QRectF exact = m_preview->pageRect(page);
            const QRect sheet = exact.toRect();
            QCOMPARE(QRectF(sheet), exact);
            const QPoint middle = sheet.center();
            const QPoint sides[]{{sheet.left() - 1, middle.y()}, {sheet.right() + 1, middle.y()},
                {middle.x(), sheet.top() - 1}, {middle.x(), sheet.bottom() + 1}};
            if (!seen.rect().contains(sheet.adjusted(-1, -1, 1, 1)))
                continue;
            ++pages;
            for (const QPoint side : sides)
                QVERIFY2(seen.pixel(side) == line,
                    qPrintable(QStringLiteral("page %1 at %2, %3").arg(page).arg(side.x()).arg(side.y())));
        }
        QVERIFY(pages >= (fit == PagePreview::Fit::TwoPages ? 2 : 1));
    }

    void pagesFitAsAsked()
    {
        const int width = m_preview->percent();
        m_preview->setFit(PagePreview::Fit::TwoPages);
        const int two = m_preview->percent();
        QVERIFY(two * 2 <= width + 2);
        m_preview->setFit(PagePreview::Fit::Page);
        QVERIFY(m_preview->percent() > two);
        m_preview->showPage(2);
        QCOMPARE(m_preview->currentPage(), 2);
        m_preview->setFit(PagePreview::Fit::Width);
        QCOMPARE(m_preview->percent(), width);
        QCOMPARE(m_preview->currentPage(), 2); // the page in sight stays
    }

    void zoomStaysWithinItsLimits()
    {
        for (int i = 0; i < 30; ++i)
            m_preview->zoomBy(1.25);
        QCOMPARE(m_preview->percent(), 400);
        QVERIFY(!m_preview->grab().isNull());
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(m_preview.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_preview->percent(), 10);
        QTest::keyClick(m_preview.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(int(m_preview->fit()), int(PagePreview::Fit::Width));
        QTest::keyClick(m_preview.get(), Qt::Key_End);
        QCOMPARE(m_preview->currentPage(), m_preview->pageCount() - 1);
        QTest::keyClick(m_preview.get(), Qt::Key_Home);
        QCOMPARE(m_preview->currentPage(), 0);
    }

    /// However small it is when it fits a narrow panel.
    void smallerIsNeverLarger()
    {
        m_preview->resize(240, 200);
        for (const auto fit : {PagePreview::Fit::Width, PagePreview::Fit::Page, PagePreview::Fit::TwoPages}) {
            m_preview->setFit(fit);
            const int before = m_preview->percent();
            m_preview->zoomBy(1 / 1.25);
            QVERIFY2(m_preview->percent() < before, qPrintable(QString::number(m_preview->percent())));
        }
    }

    void theEditedPlaceIsMarked()
    {
        const PageDocument &document = m_preview->document();
        const CellId cell(QStringLiteral("requests.received.individual"));
        m_preview->markPlace(Place::cell(cell));
        const int page = pageOf(document, Place::section(SectionId(QStringLiteral("requests"))));
        QCOMPARE(m_preview->marksOn(page).size(), 1);
        QCOMPARE(sourceAt(document, page, m_preview->marksOn(page).first().center())->cellId(), cell);
        m_preview->markPlace(Place::subSection(SectionId(QStringLiteral("overview")), 0).inParagraph(0));
        int marked = 0;
        for (int i = 0; i < m_preview->pageCount(); ++i) {
            for (const QRectF &band : m_preview->marksOn(i)) {
                const Place *source = sourceAt(document, i, band.center());
                QVERIFY(source);
                QCOMPARE(source->toString(), QStringLiteral("overview/1"));
                QCOMPARE(source->paragraph(), 0);
                ++marked;
            }
        }
        QVERIFY(marked > 0);
        m_preview->markPlace({});
        QVERIFY(m_preview->marksOn(page).isEmpty());
    }

    void theDraftMarkCanBeSwitchedOff()
    {
        QVERIFY(
            m_session->edit(Change::of({}, SetCell{CellId(QStringLiteral("requests.granted.other")), {}})));
        QVERIFY(!m_preview->document().pages.front().ground.empty());
        m_setup->setDraftMark(false);
        QVERIFY(m_preview->document().pages.front().ground.empty());
    }
};

QTEST_MAIN(PagePreviewTest)
#include "tst_pagepreview.moc"
