// SPDX-License-Identifier: MulanPSL-2.0
#include "commentmarks.h"
#include "marginmarks.h"
#include "pagewalk.h"
#include "paginate.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QTest>

#include <cmath>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const CellId kCell(QStringLiteral("requests.granted.individual"));

bool isOfTheMargin(const GlyphRun &run) { return run.role == InkRole::MarginNumber; }

/// The pages without what the marks added.
QString clean(PageDocument document)
{
    for (Page &page : document.pages)
        std::erase_if(page.runs, isOfTheMargin);
    return dumpPages(document);
}

QString wordsIn(const Page &page, const QRectF &box)
{
    QString words;
    for (const GlyphRun &run : page.runs) {
        for (const Glyph &glyph : run.glyphs) {
            if (box.adjusted(-0.01, 0, -0.5, 0).contains(double(glyph.x), run.baseline - run.size / 2))
                words += QString::fromUcs4(&glyph.character, 1);
        }
    }
    return words;
}

} // namespace

class TestMarginMarks : public QObject {
    Q_OBJECT

    std::shared_ptr<const FontSet> m_fonts;

    PageDocument pages(const Report &report, const QList<MarginMark> &marks, const PageOptions &options = {})
    {
        Manuscript manuscript = manuscriptOf(report);
        manuscript.marks = marks;
        return paginate(manuscript, pageStyle(), m_fonts, options);
    }

    /// Grounds that the marks drew, with the words in them.
    static QStringList grounds(const PageDocument &document)
    {
        QStringList all;
        for (const Page &page : document.pages) {
            for (const Fill &fill : page.fills) {
                if (fill.source < 0)
                    all.append(wordsIn(page, fill.rect));
            }
        }
        return all;
    }

    static Report twoParagraphs()
    {
        Report report = filledReport();
        const QString line
            = QStringLiteral("本年度共收到公开申请7件，全部按时答复，没有引起行政复议和行政诉讼。");
        if (!report.apply(Change::of(
                {}, SetText{kOverview, 0, line + line + line + u'\n' + QStringLiteral("第二段。 A B。")})))
            qFatal("the text cannot be set");
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void nothingElseMoves_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void nothingElseMoves()
    {
        QFETCH(QString, name);
        const Report report = sampleReport(name);
        const PageDocument plain = pages(report, {});
        QList<MarginMark> marks;
        for (const Place &place : plain.sources)
            marks.append({int(marks.size()) + 1, {{place, {}, {}}}});
        QVERIFY(marks.size() > 20);
        const PageDocument marked = pages(report, marks);
        QCOMPARE(clean(marked), dumpPages(plain));
        size_t balloons = 0;
        for (size_t i = 0; i < plain.pages.size(); ++i) {
            QCOMPARE(marked.pages[i].number, plain.pages[i].number);
            QCOMPARE(marked.pages[i].rules.size(), plain.pages[i].rules.size());
            balloons += marked.pages[i].balloons.size();
        }
        QCOMPARE(balloons, size_t(marks.size()));
    }

    void balloonsStandInTheMarginAndNeverOnEachOther_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("five at one line") << 5;
        QTest::newRow("more than the page is high") << 90;
    }
    void balloonsStandInTheMarginAndNeverOnEachOther()
    {
        QFETCH(int, count);
        QList<MarginMark> marks;
        for (int i = 0; i < count; ++i)
            marks.append(
                {i + 1, {{Place::subSection(kOverview, 0).inParagraph(0), {}, QStringLiteral("本")}}});
        const PageDocument document = pages(twoParagraphs(), marks);
        const auto &balloons = document.pages.front().balloons;
        QCOMPARE(balloons.size(), size_t(count));
        const PageStyle &style = pageStyle();
        for (size_t i = 0; i < balloons.size(); ++i) {
            const Balloon &one = balloons[i];
            QCOMPARE(one.number, int(i) + 1);
            QVERIFY(one.centre.x() - one.radius > style.left + style.typeWidth);
            QVERIFY(one.centre.x() + one.radius < style.paperWidth - 5);
            QVERIFY(one.centre.y() - one.radius > 10);
            QVERIFY(one.centre.y() + one.radius < style.paperHeight - 10);
            QCOMPARE(balloonAt(document, 0, one.centre), one.number);
            for (size_t j = 0; j < i; ++j) {
                const QPointF away = one.centre - balloons[j].centre;
                QVERIFY(std::hypot(away.x(), away.y()) > one.radius + balloons[j].radius);
            }
        }
        QCOMPARE(balloonAt(document, 0, {50, 50}), 0);
        QCOMPARE(balloonAt(document, 7000, balloons.front().centre), 0);
    }

    void aBalloonStandsBesideItsFirstLine()
    {
        const Place second = Place::subSection(kOverview, 0).inParagraph(1);
        const PageDocument document = pages(twoParagraphs(), {{1, {{second, {}, {}}}}});
        const Page &page = document.pages.front();
        QCOMPARE(page.balloons.size(), size_t(1));
        const auto line = std::find_if(page.runs.begin(), page.runs.end(), [&](const GlyphRun &run) {
            return run.source >= 0 && document.sources[size_t(run.source)] == second;
        });
        QVERIFY(line != page.runs.end());
        QVERIFY(std::abs(page.balloons.front().centre.y() - line->baseline) < line->size);
    }

    void wordsAreMarkedToTheCharacter_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("paragraph");
        QTest::addColumn<int>("lines");
        const QString line
            = QStringLiteral("本年度共收到公开申请7件，全部按时答复，没有引起行政复议和行政诉讼。");
        QTest::newRow("at the beginning") << QString() << QStringLiteral("本年度") << 0 << 1;
        QTest::newRow("a figure") << line.left(10) << QStringLiteral("7") << 0 << 1;
        QTest::newRow("over two lines") << line.left(24) << line.mid(24, 6) << 0 << 2;
        QTest::newRow("blanks are no ink")
            << QStringLiteral("第二段。 A ") << QStringLiteral("B。") << 1 << 1;
    }
    void wordsAreMarkedToTheCharacter()
    {
        QFETCH(QString, before);
        QFETCH(QString, words);
        QFETCH(int, paragraph);
        QFETCH(int, lines);
        const Place place = Place::subSection(kOverview, 0).inParagraph(paragraph);
        const PageDocument document = pages(twoParagraphs(), {{1, {{place, before, words}}}});
        QCOMPARE(grounds(document).join(QString()), words);
        QCOMPARE(grounds(document).size(), lines);
        QCOMPARE(document.pages.front().balloons.size(), size_t(1));
    }

    void aCellIsMarkedAlsoWhenItIsBlank()
    {
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({}, SetCell{kCell, std::nullopt})));
        const PageDocument document = pages(report, {{3, {{Place::cell(kCell), {}, {}}}}});
        const int page = pageOf(document, Place::cell(kCell));
        QVERIFY(page >= 0);
        const Page &sheet = document.pages[size_t(page)];
        QCOMPARE(sheet.balloons.size(), size_t(1));
        const Fill &ground = sheet.fills.back();
        QVERIFY(ground.colour.alpha() == 255);
        const Place *found = sourceAt(document, page, ground.rect.center());
        QVERIFY(found && *found == Place::cell(kCell)); // a click goes through
        QVERIFY(std::abs(sheet.balloons.front().centre.y() - ground.rect.bottom()) < 1);
    }

    void whatHasNoInkStandsBesideTheTitle_data()
    {
        QTest::addColumn<bool>("cover");
        QTest::newRow("no cover") << false;
        QTest::newRow("the title of the report, not of the cover") << true;
    }
    void whatHasNoInkStandsBesideTheTitle()
    {
        QFETCH(bool, cover);
        PageOptions options;
        options.cover = cover;
        options.signature = false;
        const Place unprinted = Place::fact(QLatin1String(fact::kSignature));
        const PageDocument document = pages(filledReport(), {{1, {}}, {2, {{unprinted, {}, {}}}}}, options);
        const Page &first = document.pages[cover ? 1 : 0];
        QCOMPARE(first.balloons.size(), size_t(2));
        const auto title = std::find_if(first.runs.begin(), first.runs.end(),
            [](const GlyphRun &run) { return run.role == InkRole::Title; });
        QVERIFY(std::abs(first.balloons.front().centre.y() - title->baseline) < 10);
    }

    void theDigestStandsInTheFreeCornerOfEachPage_data()
    {
        QTest::addColumn<bool>("cover");
        QTest::newRow("no cover") << false;
        QTest::newRow("never on the cover") << true;
    }
    void theDigestStandsInTheFreeCornerOfEachPage()
    {
        QFETCH(bool, cover);
        PageOptions options;
        options.cover = cover;
        const Report report = sampleReport(QStringLiteral("zhangcun-2021"));
        const PageDocument plain = pages(report, {}, options);
        options.digest = QStringLiteral("3f2a9c0177be0d41") + QString(48, u'e');
        PageDocument document = pages(report, {}, options);
        for (Page &page : document.pages) {
            QString words;
            double x = 0;
            for (const GlyphRun &run : page.runs) {
                if (run.role == InkRole::Digest) {
                    x = words.isEmpty() ? double(run.glyphs.front().x) : x;
                    words += textOf(run);
                    QCOMPARE(run.element, -1);
                    QVERIFY(run.size < 3);
                }
            }
            QCOMPARE(words, page.number == 0 ? QString() : QStringLiteral("SM3 3f2a 9c01 77be 0d41"));
            if (page.number > 0)
                QCOMPARE(
                    x < pageStyle().paperWidth / 2, page.number % 2 == 1); // the number is on the other side
            std::erase_if(page.runs, [](const GlyphRun &run) { return run.role == InkRole::Digest; });
        }
        QCOMPARE(dumpPages(document), dumpPages(plain));
    }
};

QTEST_GUILESS_MAIN(TestMarginMarks)
#include "tst_marginmarks.moc"
