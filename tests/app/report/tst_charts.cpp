// SPDX-License-Identifier: MulanPSL-2.0
#include "charts.h"
#include "report.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

class ChartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChartSaysWhatItCompares()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({},
            SetChannels{
                {{QStringLiteral("政府网站"), 78, {}}, {QStringLiteral("公告栏"), std::nullopt, {}}}})));
        const ChartFigures chart = chartFigures(report, QStringLiteral("channels"));
        QVERIFY(chart.isDrawable());
        QCOMPARE(chart.form, ChartFigures::Form::Columns);
        QCOMPARE(chart.sum(), 78);
        QCOMPARE(chart.greatest(), 78);
        QCOMPARE(chart.words(), QStringLiteral("各渠道主动公开信息情况：政府网站78条；公告栏0条。"));
        for (const QString &kind : chartKinds())
            QVERIFY(!chartTitle(kind).isEmpty());
        QVERIFY(chartTitle(QStringLiteral("pie")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChartsTest)
#include "tst_charts.moc"
