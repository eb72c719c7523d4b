// SPDX-License-Identifier: MulanPSL-2.0
#include "pagewalk.h"
#include "paginate.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr int kRandomReports = 200;
constexpr int kLong = 26 + 28 * 29 + 14; // hanzi of a paragraph that begins on one page and ends on the next

class Writer { // of narratives with everything that makes a line hard to break
public:
    explicit Writer(quint32 seed) : m_random(seed) { }

    int upTo(int count) { return m_random.bounded(count); }

    QString hanzi(int count)
    {
        static const QString all = QStringLiteral(
            "政府信息公开工作年度报告主动公开依申请机构建设平台监督保障教育培训行政机关群众满意"
            "收到办理结果维持纠正复议诉讼改进情况问题乡镇街道社区服务");
        QString text;
        for (int i = 0; i < count; ++i)
            text += all[upTo(int(all.size()))];
        return text;
    }

    QString number()
    {
        QString digits = QString::number(1 + upTo(99'999));
        if (upTo(4) == 0)
            digits += QStringLiteral(".%1").arg(upTo(100));
        else if (upTo(4) == 0)
            digits += QStringLiteral(",%1").arg(100 + upTo(900));
        static const QStringList units{QStringLiteral("年"), QStringLiteral("月"), QStringLiteral("日"),
            QStringLiteral("条"), QStringLiteral("件"), QStringLiteral("元"), QStringLiteral("万元"),
            QStringLiteral("%"), QStringLiteral("号"), QStringLiteral("人次"), QString()};
        return digits + units[upTo(int(units.size()))];
    }

    QString piece()
    {
        static const QStringList words{QStringLiteral("App"), QStringLiteral("WiFi 6"), QStringLiteral("Q&A"),
            QStringLiteral("www.huancui.gov.cn"), QStringLiteral("office@example.cn"),
            QStringLiteral("https://www.example.gov.cn/zwgk/zfxxgk/ndbg/2021/index.html"),
            QStringLiteral("https://www.example.gov.cn/zwgk/zfxxgk/ndbg/2021-2022/"
                           "nianduzhengfuxinxigongkaigongzuobaogao/12345678/index-2.html?from=2021&to=2022")};
        static const QString marks = QStringLiteral("，，，，、、；：？！·～％");
        switch (upTo(18)) {
        case 0:
        case 1: return number();
        case 2: return QStringLiteral("0631—%1").arg(1'000'000 + upTo(8'999'999));
        case 3: return words[upTo(int(words.size()))];
        case 4: return QStringLiteral("“%1”").arg(hanzi(1 + upTo(6)));
        case 5: return QStringLiteral("《%1（%2）》").arg(hanzi(1 + upTo(9)), number());
        case 6: return QStringLiteral("——");
        case 7: return QStringLiteral("……");
        case 8: return QStringLiteral("〔%1〕%2").arg(2000 + upTo(30)).arg(number());
        case 9:
            return QStringLiteral("“%1”、“%2”、《%3》（%4）。").arg(hanzi(2), hanzi(3), hanzi(4), number());
        case 10: return QStringLiteral("：“%1。”").arg(hanzi(1 + upTo(9)));
        case 11: return QStringLiteral("２０２１年");
        case 12: return QStringLiteral("（“%1”）").arg(hanzi(1 + upTo(3)));
        default: return QString(marks[upTo(int(marks.size()))]);
        }
    }

    QString paragraph()
    {
        QString text = upTo(8) == 0 ? piece() : QString();
        if (upTo(8) == 0)
            text += QStringLiteral("《“");
        for (int i = 1 + upTo(30); i > 0; --i)
            text += hanzi(1 + upTo(14)) + piece();
        return text + hanzi(1 + upTo(3)) + u'。';
    }

    QString text()
    {
        if (upTo(8) == 0)
            return {};
        QStringList paragraphs;
        for (int i = 1 + upTo(4); i > 0; --i)
            paragraphs.append(paragraph());
        return paragraphs.join(u'\n');
    }

private:
    QRandomGenerator m_random;
};

Report edited(Report report, QList<Step> steps)
{
    if (const auto done = report.apply(Change{{}, std::move(steps), {}}); !done)
        qFatal("%s", qPrintable(done.error().where));
    return report;
}

Report randomReport(quint32 seed)
{
    Writer writer(seed);
    const auto forms = shippedForms();
    Report report = test::filledReport(forms[int(seed) % int(forms.size())]->id);
    QList<Step> steps{SetFact{QLatin1String(fact::kIntroduction), writer.text()}};
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind == SectionSpec::Kind::Table) {
            for (const CellId &cell : report.spec().table(section.table)->cells) {
                if (writer.upTo(60) == 0)
                    steps.append(SetNote{cell, writer.hanzi(1 + writer.upTo(30))});
            }
            if (writer.upTo(3) == 0)
                steps.append(
                    SetFact{QLatin1String(fact::kTableNote) + section.table.toString(), writer.paragraph()});
            continue;
        }
        steps.append(SetText{section.id, 0, writer.text()});
        for (int i = writer.upTo(4); i > 0; --i)
            steps.append(InsertSubSection{section.id, 1, {writer.hanzi(2 + writer.upTo(40)), writer.text()}});
    }
    if (writer.upTo(3) == 0)
        steps.append(SetFact{QLatin1String(fact::kTitle),
            writer.hanzi(1 + writer.upTo(40)) + QStringLiteral("2021年政府信息公开工作年度报告")});
    if (writer.upTo(2) == 0) {
        steps.append(SetFact{QLatin1String(fact::kSignature), writer.hanzi(4 + writer.upTo(50))});
        steps.append(SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")});
    }
    return edited(report, steps);
}

/// The lines of a page, each a run: the report to be spoilt is set in one face.
std::vector<GlyphRun *> body(PageDocument &document, size_t page)
{
    std::vector<GlyphRun *> lines;
    for (GlyphRun &run : document.pages[page].runs) {
        if (isBody(run.role))
            lines.push_back(&run);
    }
    return lines;
}

/// A full line of the long paragraph and the one after it.
GlyphRun &full(PageDocument &document) { return *body(document, 1)[3]; }
GlyphRun &afterFull(PageDocument &document) { return *body(document, 1)[4]; }

void joinAt(PageDocument &document, const char32_t *end, const char32_t *start)
{
    const std::u32string atEnd(end);
    const std::u32string atStart(start);
    auto &last = full(document).glyphs;
    for (size_t i = 0; i < atEnd.size(); ++i)
        last[last.size() - atEnd.size() + i].character = atEnd[i];
    for (size_t i = 0; i < atStart.size(); ++i)
        afterFull(document).glyphs[i].character = atStart[i];
}

template <typename Keep> void keepBody(PageDocument &document, size_t page, Keep keep)
{
    int index = 0;
    auto &runs = document.pages[page].runs;
    const auto isDropped = [&](const GlyphRun &run) { return isBody(run.role) && !keep(index++, run); };
    runs.erase(std::remove_if(runs.begin(), runs.end(), isDropped), runs.end());
}

struct Break {
    const char *name;
    const char *fault; // what the walk must say
    void (*spoil)(PageDocument &document);
};

const double kPitch = 225.0 / 22;

const Break kBreaks[] = {
    {"a baseline 0.1 mm too low", "off the line grid", [](PageDocument &d) { full(d).baseline += 0.1; }},
    {"a baseline 0.1 mm too high", "off the line grid", [](PageDocument &d) { full(d).baseline -= 0.1; }},
    {"a line above the first", "outside the lines of the page",
        [](PageDocument &d) { body(d, 1).front()->baseline -= kPitch; }},
    {"a line under the last", "outside the lines of the page",
        [](PageDocument &d) { body(d, 0).back()->baseline += kPitch; }},
    {"two lines in one place", "a second line in one place",
        [](PageDocument &d) { full(d).baseline = afterFull(d).baseline; }},
    {"a line moved 0.2 mm to the left", "off the left edge",
        [](PageDocument &d) {
            for (Glyph &glyph : full(d).glyphs)
                glyph.x -= 0.2F;
        }},
    {"a line moved 0.2 mm to the right", "over the right edge",
        [](PageDocument &d) {
            for (Glyph &glyph : full(d).glyphs)
                glyph.x += 0.2F;
        }},
    {"an indent of one cell", "off the left edge",
        [](PageDocument &d) {
            for (GlyphRun *run : body(d, 0)) {
                for (Glyph &glyph : run->glyphs)
                    glyph.x -= run->role == InkRole::Heading1 ? 5.571F : 0;
            }
        }},
    {"a line that ends 0.2 mm early", "off the right edge",
        [](PageDocument &d) { full(d).glyphs.back().x -= 0.2F; }},
    {"a glyph moved up from the next line", "29 cells instead of 28",
        [](PageDocument &d) {
            auto &next = afterFull(d).glyphs;
            const float cell = next[1].x - next[0].x;
            Glyph glyph = next.front();
            glyph.x = full(d).glyphs.back().x + cell;
            full(d).glyphs.push_back(glyph);
            next.erase(next.begin());
        }},
    {"a glyph moved down to the next line", "27 cells instead of 28",
        [](PageDocument &d) { full(d).glyphs.pop_back(); }},
    {"—— is parted", "a mark of two cells is parted", [](PageDocument &d) { joinAt(d, U"—", U"—"); }},
    {"…… is parted", "a mark of two cells is parted", [](PageDocument &d) { joinAt(d, U"…", U"…"); }},
    {"a number is broken", "a number is broken", [](PageDocument &d) { joinAt(d, U"1", U"305"); }},
    {"a number is broken after its comma", "a number is broken",
        [](PageDocument &d) { joinAt(d, U"1,", U"305"); }},
    {"a number is broken before its point", "a number is broken",
        [](PageDocument &d) { joinAt(d, U"99", U".8"); }},
    {"full-width digits are broken", "a number is broken", [](PageDocument &d) { joinAt(d, U"１", U"２"); }},
    {"the last line but one is taken from the page", "one line alone at the head of the page",
        [](PageDocument &d) {
            int lines = 0; // of the long paragraph on its second page
            const int source = full(d).source;
            for (GlyphRun *run : body(d, 1))
                lines += run->source == source ? 1 : 0;
            keepBody(d, 1, [&](int i, const GlyphRun &) { return i >= lines - 1; });
        }},
    {"all lines but the first are taken from the page", "one line alone at the foot of the page",
        [](PageDocument &d) {
            int count = 0;
            const int source = full(d).source;
            keepBody(d, 0, [&](int, const GlyphRun &run) { return run.source != source || ++count == 1; });
        }},
    {"a line over a table", "over a table or title",
        [](PageDocument &d) {
            full(d).baseline = 100;
            d.pages[1].rules.push_back({28, 90, 28, 110, 0.15});
        }},
    {"a line over the title", "over a table or title",
        [](PageDocument &d) { body(d, 0).front()->baseline = d.pages[0].runs.front().baseline; }},
    {"a table under the type area", "a table or title outside the type area",
        [](PageDocument &d) {
            d.pages.back().rules.push_back({28, 250, 28, 263, 0.15});
        }},
    {"a title beside the type area", "beside the type area",
        [](PageDocument &d) { d.pages[0].runs.front().glyphs.back().x += 60; }},
    {"a signature beside the type area", "beside the type area",
        [](PageDocument &d) {
            for (Glyph &glyph : body(d, d.pages.size() - 1).back()->glyphs)
                glyph.x += 60;
        }},
    {"a section's heading ends the page", "a heading at the end of the page",
        [](PageDocument &d) {
            keepBody(d, 0, [](int, const GlyphRun &run) { return run.role == InkRole::Heading1; });
        }},
    {"a sub-section's heading ends the page", "a heading at the end of the page",
        [](PageDocument &d) { body(d, 0).back()->role = InkRole::Heading2; }},
    {"the signature is alone", "the signature alone on the page",
        [](PageDocument &d) {
            keepBody(d, d.pages.size() - 1,
                [](int, const GlyphRun &run) { return run.role == InkRole::Signature; });
            auto &runs = d.pages.back().runs;
            runs.erase(std::remove_if(runs.begin(), runs.end(),
                           [](const GlyphRun &run) {
                               return run.role == InkRole::Cell || run.role == InkRole::HeadCell;
                           }),
                runs.end());
        }},
};

} // namespace

class TestPageWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReportKeepsTheRules_data();
    void everyReportKeepsTheRules();
    void anyReportKeepsTheRules();
    void aBrokenRuleIsSeen_data();
    void aBrokenRuleIsSeen();
    void aMarkInTheWrongPlaceIsSeen_data();
    void aMarkInTheWrongPlaceIsSeen();
    void aNumberPartedFromItsUnitIsSeen_data();
    void aNumberPartedFromItsUnitIsSeen();

private:
    PageDocument pages(const Report &report, bool sealed = false) const
    {
        PageOptions options;
        options.seal = sealed;
        return paginate(manuscriptOf(report), pageStyle(), m_fonts, options);
    }
    PageDocument good() const;

    std::shared_ptr<const FontSet> m_fonts;
};

void TestPageWalk::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

/// A report to be spoilt: a paragraph over two pages, all of hanzi, and a signature.
PageDocument TestPageWalk::good() const
{
    return pages(edited(test::filledReport(),
        {SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("政").repeated(kLong)},
            SetFact{QLatin1String(fact::kSignature), QStringLiteral("清河县柳林镇人民政府")},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")}}));
}

void TestPageWalk::everyReportKeepsTheRules_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : test::sampleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPageWalk::everyReportKeepsTheRules()
{
    QFETCH(QString, name);
    QCOMPARE(faults(pages(test::sampleReport(name)), pageStyle()), QStringList());
}

void TestPageWalk::anyReportKeepsTheRules()
{
    for (int seed = 0; seed < kRandomReports; ++seed) {
        const Report report = randomReport(quint32(seed));
        const PageDocument document = pages(report, seed % 3 == 0);
        const QStringList found = faults(document, pageStyle());
        QVERIFY2(found.isEmpty(),
            qPrintable(QStringLiteral("report %1: %2").arg(seed).arg(found.join(QStringLiteral("; ")))));
        const QString all = textOf(document);
        for (const SectionSpec &section : report.spec().sections) {
            for (const SubSection &sub : report.subSections(section.id)) {
                for (const QString &paragraph : sub.text.split(u'\n'))
                    QVERIFY2(all.contains(bare(paragraph)), qPrintable(paragraph));
            }
        }
    }
}

void TestPageWalk::aBrokenRuleIsSeen_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(kBreaks)); ++i)
        QTest::newRow(kBreaks[i].name) << i;
}

void TestPageWalk::aBrokenRuleIsSeen()
{
    QFETCH(int, index);
    PageDocument document = good();
    QCOMPARE(faults(document, pageStyle()), QStringList());
    QVERIFY(body(document, 1).size() > 6);
    kBreaks[index].spoil(document);
    const QString found = faults(document, pageStyle()).join(u'\n');
    QVERIFY2(found.contains(QString::fromUtf8(kBreaks[index].fault)), qPrintable(found));
}

void TestPageWalk::aMarkInTheWrongPlaceIsSeen_data()
{
    QTest::addColumn<QChar>("mark");
    QTest::addColumn<bool>("atStart");
    for (const QChar mark : QStringLiteral("。，、；：？！”’）〕】》〉」』％‰℃·～"))
        QTest::newRow(qPrintable(mark + QStringLiteral(" begins a line"))) << mark << true;
    for (const QChar mark : QStringLiteral("“‘（〔【《〈「『"))
        QTest::newRow(qPrintable(mark + QStringLiteral(" ends a line"))) << mark << false;
}

void TestPageWalk::aMarkInTheWrongPlaceIsSeen()
{
    QFETCH(QChar, mark);
    QFETCH(bool, atStart);
    PageDocument document = good();
    Glyph &glyph = atStart ? full(document).glyphs.front() : full(document).glyphs.back();
    glyph.character = mark.unicode();
    const QString found = faults(document, pageStyle()).join(u'\n');
    const QString expected = atStart ? QStringLiteral("a mark that may not begin a line")
                                     : QStringLiteral("a mark that may not end a line");
    QCOMPARE(found.count(expected), 1);
}

void TestPageWalk::aNumberPartedFromItsUnitIsSeen_data()
{
    QTest::addColumn<QChar>("unit");
    for (const QChar unit : QStringLiteral("年月日条件元万%号"))
        QTest::newRow(qPrintable(QString(unit))) << unit;
}

void TestPageWalk::aNumberPartedFromItsUnitIsSeen()
{
    QFETCH(QChar, unit);
    PageDocument document = good();
    const char32_t start[] = {unit.unicode(), 0};
    joinAt(document, U"21", start);
    const QString found = faults(document, pageStyle()).join(u'\n');
    QCOMPARE(found.count(QStringLiteral("a number is parted from its unit")), 1);
}

QTEST_GUILESS_MAIN(TestPageWalk)
#include "tst_pagewalk.moc"
