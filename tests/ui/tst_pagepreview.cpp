// SPDX-License-Identifier: MulanPSL-2.0
#include "pagepreview.h"
#include "testreports.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class PagePreviewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PagePreview> m_preview;

private Q_SLOTS:
    void init()
    {
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")),
            test::sampleReport(QStringLiteral("suqian-2024")), true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_preview = std::make_unique<PagePreview>(*m_session);
        m_preview->resize(500, 700);
        m_preview->show();
        QTRY_VERIFY(m_preview->pageCount() > 0);
    }
    void cleanup()
    {
        m_preview.reset();
        m_session.reset();
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
        m_preview->showSection(QStringLiteral("requests"));
        const int requests = pageOfSection(m_preview->document(), QStringLiteral("requests"));
        QVERIFY(requests > 0);
        QCOMPARE(m_preview->currentPage(), requests);
        m_preview->showSection(QStringLiteral("overview/1"));
        QCOMPARE(
            m_preview->currentPage(), pageOfSection(m_preview->document(), QStringLiteral("overview/1")));
    }

    void aClickOnAFigureLeadsToItsCell()
    {
        m_preview->showSection(QStringLiteral("disputes"));
        const PageDocument &document = m_preview->document();
        const CellId wanted(QStringLiteral("disputes.direct.upheld"));
        const int page = pageOfSection(document, QStringLiteral("disputes"));
        QPointF middle;
        for (const Fill &fill : document.pages[size_t(page)].fills) {
            if (fill.source >= 0 && document.sources[size_t(fill.source)].cell == wanted)
                middle = fill.rect.center();
        }
        QVERIFY(!middle.isNull());
        QSignalSpy asked(m_preview.get(), &PagePreview::placeRequested);
        // the page fits the width between two gaps; find the spot by trying down the column
        for (int y = 0; y < m_preview->viewport()->height() && asked.isEmpty(); y += 2) {
            const double scale = (m_preview->viewport()->width() - 28) / document.width;
            QTest::mouseClick(
                m_preview->viewport(), Qt::LeftButton, {}, QPoint(14 + int(middle.x() * scale), y));
            if (!asked.isEmpty() && !(asked.last().first().value<Place>().cell == wanted))
                asked.clear();
        }
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<Place>().section, QStringLiteral("disputes"));
    }

    void theDraftMarkCanBeSwitchedOff()
    {
        QVERIFY(
            m_session->edit(Change::of({}, SetCell{CellId(QStringLiteral("requests.granted.other")), {}})));
        QVERIFY(!m_preview->document().pages.front().ground.empty());
        m_preview->setDraftMark(false);
        QVERIFY(m_preview->document().pages.front().ground.empty());
    }
};

QTEST_MAIN(PagePreviewTest)
#include "tst_pagepreview.moc"
