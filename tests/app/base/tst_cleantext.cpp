// SPDX-License-Identifier: MulanPSL-2.0
#include "cleanreport.h"
#include "cleantext.h"
#include "reportjson.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QString of(char32_t c)
{
    return c >= 0xD800 && c < 0xE000 ? QString(QChar(char16_t(c))) : QString::fromUcs4(&c, 1);
}

/// Everything that is dropped, one after the other.
QString allForeign()
{
    QString text;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (isForeign(c) && (c < 0xD800 || c > 0xDFFF))
            text += of(c);
    }
    return text + u'甲' + QChar(0xD800) + u'乙' + QChar(0xDC00);
}

const QString kDirt = QStringLiteral("甲\u2066乙\u200B\uFE0F丙");
const QString kClean = QStringLiteral("甲乙丙");

} // namespace

class CleanTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsDroppedAndWhatIsKept_data()
    {
        QTest::addColumn<char32_t>("first");
        QTest::addColumn<char32_t>("last");
        QTest::addColumn<QString>("becomes"); // “=”: it is kept
        const QString kept = QStringLiteral("=");
        const auto row = [](const char *name, char32_t first, char32_t last, const QString &becomes) {
            QTest::newRow(name) << first << last << becomes;
        };
        row("controls before the tab", 0, 8, {});
        row("a tab is a blank", 9, 9, QStringLiteral(" "));
        row("line feed, vertical tab, form feed, return are line ends", 0xA, 0xD, QStringLiteral("\n"));
        row("other controls", 0xE, 0x1F, {});
        row("ASCII", 0x20, 0x7E, kept);
        row("delete and C1 before next line", 0x7F, 0x84, {});
        row("next line is a line end", 0x85, 0x85, QStringLiteral("\n"));
        row("other C1", 0x86, 0x9F, {});
        row("a hard space is a blank", 0xA0, 0xA0, QStringLiteral(" "));
        row("a soft hyphen", 0xAD, 0xAD, {});
        row("the Arabic letter mark", 0x61C, 0x61C, {});
        row("Mongolian selectors", 0x180B, 0x180E, {});
        row("spaces of all widths are blanks", 0x2000, 0x200A, QStringLiteral(" "));
        row("zero widths and direction marks", 0x200B, 0x200F, {});
        row("dashes and quotation marks", 0x2010, 0x2027, kept);
        row("line and paragraph separators", 0x2028, 0x2029, QStringLiteral("\n"));
        row("embeddings", 0x202A, 0x202E, {});
        row("a narrow hard space is a blank", 0x202F, 0x202F, QStringLiteral(" "));
        row("word joiner and invisible operators", 0x2060, 0x2064, {});
        row("isolates", 0x2066, 0x2069, {});
        row("the ideographic space stays", 0x3000, 0x3000, kept);
        row("hanzi", 0x4E00, 0x9FFF, kept);
        row("private use", 0xE000, 0xF8FF, kept);
        row("noncharacters", 0xFDD0, 0xFDEF, {});
        row("variation selectors", 0xFE00, 0xFE0F, {});
        row("byte order mark", 0xFEFF, 0xFEFF, {});
        row("object and replacement characters and the last two", 0xFFFC, 0xFFFF, {});
        row("emoji", 0x1F600, 0x1F64F, kept);
        row("hanzi beyond the basic plane", 0x20000, 0x2A6DF, kept);
        row("unassigned", 0x50000, 0x50010, kept);
        row("tags", 0xE0000, 0xE007F, {});
        row("more variation selectors", 0xE0100, 0xE01EF, {});
        row("private use of the last plane", 0x100000, 0x10FFFD, kept);
        row("the last of all", 0x10FFFE, 0x10FFFF, {});
    }
    void whatIsDroppedAndWhatIsKept()
    {
        QFETCH(char32_t, first);
        QFETCH(char32_t, last);
        QFETCH(QString, becomes);
        for (char32_t c = first; c <= last; ++c) {
            const QString wanted = becomes == u"=" ? of(c) : becomes;
            const QString text = QStringLiteral("前") + of(c) + QStringLiteral("后");
            QCOMPARE(cleanText(text), QStringLiteral("前") + wanted + QStringLiteral("后"));
            QCOMPARE(isForeign(c), wanted.isEmpty());
            const QString inLine = wanted == u"\n" ? QStringLiteral(" ") : wanted;
            QCOMPARE(cleanText(text, Lines::One), QStringLiteral("前") + inLine + QStringLiteral("后"));
        }
    }

    void halfAPairIsDropped_data()
    {
        QTest::addColumn<QString>("text");
        const QChar high(0xD842), low(0xDFB7);
        QTest::newRow("the first half") << QStringLiteral("甲") + high + QStringLiteral("乙");
        QTest::newRow("the second half") << QStringLiteral("甲") + low + QStringLiteral("乙");
        QTest::newRow("the wrong way round") << QStringLiteral("甲") + low + high + QStringLiteral("乙");
        QTest::newRow("at the end") << QStringLiteral("甲乙") + high;
    }
    void halfAPairIsDropped()
    {
        QFETCH(QString, text);
        QCOMPARE(cleanText(text), QStringLiteral("甲乙"));
    }

    void lineEndsOfWindowsAreOne()
    {
        QCOMPARE(cleanText(QStringLiteral("甲\r\n乙\r丙\n\r丁")), QStringLiteral("甲\n乙\n丙\n\n丁"));
        QCOMPARE(cleanText(QStringLiteral("甲\r\n乙"), Lines::One), QStringLiteral("甲 乙"));
    }

    void cleaningTwiceIsCleaningOnce()
    {
        for (const Lines lines : {Lines::One, Lines::Many}) {
            const QString once = cleanText(allForeign(), lines);
            QCOMPARE(once, QStringLiteral("甲乙"));
            QCOMPARE(cleanText(once, lines), once);
        }
    }

    void aCleanTextIsNotCopied()
    {
        const QString text = QStringLiteral("收到申请12件，𠮷镇，\uE123。\n第二段");
        QVERIFY(cleanText(text).constData() == text.constData());
    }

    void whatWasDroppedIsNamedOnce()
    {
        QList<char32_t> removed;
        cleanText(QStringLiteral("\u2066甲\u200B乙\u2066"), Lines::Many, &removed);
        QCOMPARE(removed, (QList<char32_t>{0x2066, 0x200B}));
        QVERIFY(characterWords(removed).contains(QStringLiteral("U+2066")));
        QVERIFY(!characterWords(removed).contains(QChar(0x2066))); // it would turn the sentence round
        QVERIFY(characterWords(0x1F600).contains(QStringLiteral("😀")));
        QVERIFY(characterWords(0x1F600).contains(QStringLiteral("U+1F600")));
    }

    void everyCharacterHasAKind_data()
    {
        QTest::addColumn<char32_t>("character");
        QTest::addColumn<int>("kind");
        QTest::newRow("a hanzi") << U'年' << int(CharacterKind::Ordinary);
        QTest::newRow("an isolate") << char32_t(0x2066) << int(CharacterKind::Direction);
        QTest::newRow("private use") << char32_t(0xE123) << int(CharacterKind::PrivateUse);
        QTest::newRow("unassigned") << char32_t(0x378) << int(CharacterKind::Unassigned);
        QTest::newRow("an emoji") << char32_t(0x1F600) << int(CharacterKind::Pictograph);
        QTest::newRow("a selector") << char32_t(0xFE0F) << int(CharacterKind::Selector);
        QTest::newRow("half a pair") << char32_t(0xD800) << int(CharacterKind::Broken);
    }
    void everyCharacterHasAKind()
    {
        QFETCH(char32_t, character);
        QFETCH(int, kind);
        QCOMPARE(int(characterKind(character)), kind);
    }

    /// Each kind of step that carries a text, so that none can be forgotten.
    void everyTextOfAChangeIsCleaned()
    {
        const SectionId overview(QStringLiteral("overview"));
        const CellId cell(QStringLiteral("requests.received.individual"));
        const QList<Step> steps{SetNote{cell, kDirt}, SetFact{QLatin1String(fact::kSigned), kDirt},
            InsertSubSection{overview, 0, {kDirt, kDirt}}, SetHeading{overview, 0, kDirt},
            SetText{overview, 0, kDirt}, SetChannels{{{kDirt, 1, {{kDirt, 1}}}}},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 0, QStringLiteral("chart"), kDirt,
                QStringLiteral("years"), kDirt, {}}}},
            SetExplanation{
                QStringLiteral("key\u2066"), Explanation{kDirt, QStringLiteral("1|\u2066"), kDirt, {}}},
            SetRuleOff{RuleId(QStringLiteral("DUP")), kDirt}};
        const Change clean = cleaned({kDirt, steps, QStringLiteral("key")});
        QCOMPARE(clean.description, kClean);
        QCOMPARE(std::get<SetNote>(clean.steps[0]).note, kClean);
        QCOMPARE(*std::get<SetFact>(clean.steps[1]).value, kClean);
        QCOMPARE(std::get<InsertSubSection>(clean.steps[2]).content, (SubSection{kClean, kClean}));
        QCOMPARE(std::get<SetHeading>(clean.steps[3]).heading, kClean);
        QCOMPARE(std::get<SetText>(clean.steps[4]).text, kClean);
        QCOMPARE(
            std::get<SetChannels>(clean.steps[5]).channels, (QList<Channel>{{kClean, 1, {{kClean, 1}}}}));
        QCOMPARE(std::get<SetIllustrations>(clean.steps[6]).illustrations.first().caption, kClean);
        QCOMPARE(std::get<SetIllustrations>(clean.steps[6]).illustrations.first().file, kClean);
        const auto &explained = std::get<SetExplanation>(clean.steps[7]);
        QCOMPARE(explained.explanation->text, kClean);
        QCOMPARE(explained.explanation->who, kClean);
        QCOMPARE(explained.key, QStringLiteral("key\u2066")); // of a finding: it must stay equal to it
        QCOMPARE(explained.explanation->operands, QStringLiteral("1|\u2066"));
        QCOMPARE(*std::get<SetRuleOff>(clean.steps[8]).reason, kClean);
    }

    void factsOfManyLinesKeepThem()
    {
        const QString two = QStringLiteral("甲\r\n乙");
        for (const QString &key : fact::allKeys()) {
            const Change clean = cleaned(Change::of({}, SetFact{key, two}));
            const QString value = *std::get<SetFact>(clean.steps.first()).value;
            const bool many = key == QLatin1String(fact::kIntroduction) || key == QLatin1String(fact::kNames)
                || key == QLatin1String(fact::kAllowedWords) || key == QLatin1String(fact::kTitle);
            QCOMPARE(value, many ? QStringLiteral("甲\n乙") : QStringLiteral("甲 乙"));
        }
        const QString note = QLatin1String(fact::kTableNote) + QStringLiteral("requests");
        const Change clean = cleaned(Change::of({}, SetFact{note, two}));
        QCOMPARE(*std::get<SetFact>(clean.steps.first()).value, QStringLiteral("甲\n乙"));
    }

    void aReportOfAnotherFileIsCleanedAndSaysWhat()
    {
        Report prior = filledReport(QStringLiteral("2021"), 2021);
        const SectionId overview(QStringLiteral("overview"));
        QVERIFY(prior.apply(Change::of({}, SetText{overview, 0, kDirt})));
        Report report = filledReport(QStringLiteral("2021"), 2022);
        const QString paragraphs = QStringLiteral("一\u2028二\r三");
        QVERIFY(report.apply({{},
            {SetText{overview, 0, paragraphs}, SetFact{QLatin1String(fact::kName), kDirt},
                SetPrior{std::make_shared<const Report>(prior)},
                SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"),
                    kDirt, QStringLiteral("years"), {}, {}}}}}}));
        QStringList removed;
        const Report clean = cleaned(report, &removed);
        QCOMPARE(clean.fact(fact::kName), kClean);
        QCOMPARE(clean.subSections(overview).first().text, QStringLiteral("一\n二\n三"));
        QCOMPARE(clean.prior()->subSections(overview).first().text, kClean);
        QCOMPARE(clean.illustrations().first().caption, kClean);
        QCOMPARE(removed.size(), 3);
        for (const char *path :
            {"organisation.name: ", "figures[0].caption: ", "prior.sections.overview[0].text: "})
            QVERIFY2(removed.filter(QLatin1String(path)).size() == 1, path);
        QStringList again;
        QVERIFY(cleaned(clean, &again) == clean);
        QVERIFY(again.isEmpty());
    }

    void jsonIsCleanedAndSaysWhere()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetText{SectionId(QStringLiteral("overview")), 0, kDirt},
                SetFact{QLatin1String(fact::kSigned), kDirt + QStringLiteral("\n丁")},
                SetChannels{{{kDirt, 1, {}}}}}}));
        const auto read = reportFromJson(reportToJson(report));
        QVERIFY(read);
        QCOMPARE(read->report.subSections(SectionId(QStringLiteral("overview"))).first().text, kClean);
        QCOMPARE(read->report.fact(fact::kSigned), kClean + QStringLiteral(" 丁"));
        QCOMPARE(read->report.channels().first().name, kClean);
        QCOMPARE(read->removed.size(), 3);
        for (const char *path : {"sections.overview[0].text: ", "people.signed: ", "channels[0].name: "})
            QVERIFY2(read->removed.filter(QLatin1String(path)).size() == 1, path);
        for (const QString &words : read->removed)
            QVERIFY2(words.contains(QStringLiteral("U+2066")), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(CleanTextTest)
#include "tst_cleantext.moc"
