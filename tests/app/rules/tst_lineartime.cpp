// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "drawntexts.h"
#include "rounds.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace nianbao;

namespace {

constexpr qsizetype kShort = 4'000; // characters
constexpr qsizetype kLong = 2 * kShort;
constexpr double kNoticed = 20; // ms: below it a doubling says nothing
constexpr double kMostGrowth = 3; // a linear check takes twice as long, a quadratic one four times

/// Processor time, which other programs do not lengthen.
double checkTime(const Report &report)
{
    const std::clock_t begun = std::clock();
    const Findings findings = check(report, RuleSet());
    const std::clock_t ended = std::clock();
    Q_UNUSED(findings)
    return 1000.0 * double(ended - begun) / CLOCKS_PER_SEC;
}

double growth(const test::DrawnText &text, int times)
{
    const Report one = test::reportWith(text.ofLength(kShort));
    const Report two = test::reportWith(text.ofLength(kLong));
    double least = checkTime(one);
    double leastOfTwo = checkTime(two);
    for (int i = 1; i < times; ++i) {
        least = std::min(least, checkTime(one));
        leastOfTwo = std::min(leastOfTwo, checkTime(two));
    }
    return leastOfTwo < kNoticed ? 0 : leastOfTwo / std::max(least, 1.0);
}

} // namespace

/// Twice the text takes twice the time, whatever it says.
class LinearTimeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { checkTime(test::reportWith(QStringLiteral("一"))); } // patterns are compiled once

    void noTextIsReadOverAndOver_data() { groups(); }
    void noTextIsReadOverAndOver()
    {
        QFETCH(int, first);
        QFETCH(int, end);
        QStringList slow;
        for (int i = first; i < end; i += m_step) {
            const test::DrawnText &text = m_texts[i];
            if (growth(text, 1) < kMostGrowth)
                continue;
            if (const double again = growth(text, 4);
                again >= kMostGrowth) // a first measure may be disturbed
                slow.append(QStringLiteral("%1: × %2").arg(text.name).arg(again, 0, 'f', 1));
        }
        QVERIFY2(slow.isEmpty(), qPrintable(slow.join(u'\n')));
    }

    /// A file of an older version may hold facts of any length.
    void longFactsAreReadOnce_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("piece");
        for (const char *key : {fact::kName, fact::kShortName, fact::kNames, fact::kTitle, fact::kSignature,
                 fact::kAllowedWords, fact::kPhone, fact::kDate}) {
            for (const char *piece : {"字", "市", "县人民政府", "甲镇\n", "138 ", "“"})
                QTest::addRow("%s: %s", key, piece) << QString::fromLatin1(key) << QString::fromUtf8(piece);
        }
    }
    void longFactsAreReadOnce()
    {
        QFETCH(QString, key);
        QFETCH(QString, piece);
        const auto timeWith = [&](qsizetype characters) {
            Report report
                = test::reportWith(QStringLiteral("我镇收到申请3件，甲乙镇13800000000，的的。").repeated(30));
            Change loading;
            loading.restores = true;
            loading.steps = {SetFact{key, piece.repeated(characters / piece.size())}};
            if (!report.apply(loading))
                qFatal("the fact is not taken");
            return std::min({checkTime(report), checkTime(report), checkTime(report)});
        };
        constexpr qsizetype kLongFact = 100'000;
        const auto isLinear = [&] {
            const double twice = timeWith(2 * kLongFact);
            return twice < kNoticed || twice < kMostGrowth * timeWith(kLongFact);
        };
        QVERIFY(isLinear() || isLinear()); // a first measure may be disturbed
    }

    void findingsStayWithinTheirTexts_data() { groups(); }
    void findingsStayWithinTheirTexts()
    {
        QFETCH(int, first);
        QFETCH(int, end);
        for (int i = first; i < end; i += m_step) {
            for (const qsizetype length : {1, 2, 3, 5, 17, 200}) {
                const QString stored = m_texts[i].ofLength(length);
                const Report report = test::reportWith(stored);
                for (const Finding &finding : check(report, RuleSet())) {
                    if (finding.place.toString() != u"overview/1" || finding.place.start() < 0)
                        continue;
                    const bool isWithin = finding.place.length() >= 0
                        && finding.place.start() + finding.place.length() <= stored.size()
                        && (finding.numberStart < 0
                            || finding.numberStart + finding.numberLength <= stored.size());
                    QVERIFY2(isWithin,
                        qPrintable(QStringLiteral("%1 in “%2”").arg(finding.rule.toString(), stored)));
                }
            }
        }
    }

    void aTextOfNothingButFaultsIsToldInPart()
    {
        const Findings findings
            = check(test::reportWith(QStringLiteral("我年，").repeated(10'000)), RuleSet());
        int gaps = 0;
        bool saysMore = false;
        for (const Finding &finding : findings) {
            gaps += finding.rule.toString() == u"GAP" ? 1 : 0;
            saysMore = saysMore || said(finding.message).contains(QStringLiteral("More like it may follow"));
        }
        QVERIFY(gaps >= 100 && gaps <= 200);
        QVERIFY(saysMore);
    }

private:
    void groups()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("end");
        constexpr int kGroup = 50;
        QVERIFY(m_texts.size() > 500);
        for (int first = 0; first < m_texts.size(); first += kGroup)
            QTest::addRow("texts from %d, “%s”", first, qPrintable(m_texts[first].name))
                << first << std::min(first + kGroup, int(m_texts.size()));
    }

    const QList<test::DrawnText> m_texts = test::drawnTexts(100);
    const int m_step = test::rounds(4, 20, 1); // which texts are tried: each fourth …
};

QTEST_GUILESS_MAIN(LinearTimeTest)
#include "tst_lineartime.moc"
