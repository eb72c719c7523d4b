// SPDX-License-Identifier: MulanPSL-2.0
#include "livefigures.h"
#include "paragraphs.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {
CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }

QString drafted(const Report &report, const char *draft)
{
    const DraftSpec *spec = report.spec().draft(QLatin1String(draft));
    return spec ? draftParagraph(report, *spec) : QString();
}
} // namespace

class ParagraphsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zeroHasItsOwnSentence()
    {
        const Report report = test::filledReport();
        QCOMPARE(drafted(report, "requests"),
            QStringLiteral("2021年，未收到政府信息公开申请，没有上年结转的申请。"));
        QVERIFY(drafted(report, "disputes").contains(QStringLiteral("未因政府信息公开")));
        QVERIFY(drafted(report, "fee").contains(QStringLiteral("未收取信息处理费")));
        QVERIFY(drafted(report, "disclosure").contains(QStringLiteral("未制发行政规范性文件")));
    }

    void aBlankFigureIsNoZero()
    {
        Report report = test::filledReport();
        Change blank;
        for (const char *column : {"individual", "business", "research", "welfare", "legal_service", "other"})
            blank.steps.append(
                SetCell{CellId(QStringLiteral("requests.received.%1").arg(QLatin1String(column))), {}});
        QVERIFY(report.apply(blank));
        QVERIFY(drafted(report, "requests").contains(QStringLiteral("{{requests.received.total}}")));
    }

    void draftsFollowTheTables()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {set("requests.received.individual", 3), set("requests.granted.individual", 2),
                set("requests.carried_out.individual", 1), set("disputes.reconsideration.upheld", 2)}}));
        const auto shown = [&](const char *draft) { return shownText(report, drafted(report, draft)).text; };
        QVERIFY(shown("requests").contains(QStringLiteral("收到政府信息公开申请3件；办结申请2件")));
        QVERIFY(shown("disputes").contains(QStringLiteral("被申请行政复议2件")));
        QVERIFY(shown("disputes").contains(QStringLiteral("未被提起行政诉讼")));
    }
};

QTEST_GUILESS_MAIN(ParagraphsTest)
#include "tst_paragraphs.moc"
