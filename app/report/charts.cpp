// SPDX-License-Identifier: MulanPSL-2.0
#include "charts.h"

#include "report.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kMostBars = 8; // of categories; the rest is 其他

/// Of a row or of a group of rows; 0 when blank or when the form has no such row.
qint64 wholeOf(const Report &report, const QString &rowOrGroup, const QString &column)
{
    const TableSpec *table = report.spec().table(Role::Requests);
    qint64 sum = 0;
    for (const QString &row : table ? table->rowsOf(rowOrGroup) : QStringList()) {
        const CellId id(table->id, row, column);
        const auto value = report.spec().cell(id) ? report.value(id) : std::nullopt;
        sum += value ? value->whole() : 0;
    }
    return sum;
}

qint64 totalOf(const Report &report, const QString &rowOrGroup)
{
    const TableSpec *table = report.spec().table(Role::Requests);
    return table ? wholeOf(report, rowOrGroup, table->columnsOf(Role::Total).value(0)) : 0;
}

void takeChannels(ChartFigures &chart, const Report &report)
{
    chart.unit = QStringLiteral("条");
    for (const Channel &channel : report.channels())
        chart.values.append({channel.name, channelCount(channel).value_or(0)});
    constexpr int kMostColumns = 8; // more do not stand side by side
    if (chart.values.size() > kMostColumns)
        chart.form = ChartFigures::Form::Bars;
}

void gatherSmallOnes(ChartFigures &chart)
{
    const QString rest = QStringLiteral("其他");
    std::stable_sort(chart.values.begin(), chart.values.end(),
        [&](const ChartFigures::Value &a, const ChartFigures::Value &b) {
            return std::pair(a.label != rest, a.count) > std::pair(b.label != rest, b.count);
        });
    while (!chart.values.isEmpty() && chart.values.last().count == 0) // nothing to see
        chart.values.removeLast();
    if (chart.values.size() <= kMostBars)
        return;
    ChartFigures::Value other{rest, 0};
    while (chart.values.size() >= kMostBars)
        other.count += chart.values.takeLast().count;
    chart.values.append(other);
}

void takeCategories(ChartFigures &chart, const Report &report)
{
    chart.form = ChartFigures::Form::Bars;
    chart.unit = QStringLiteral("条");
    const auto channel = std::find_if(report.channels().begin(), report.channels().end(),
        [](const Channel &each) { return !each.categories.isEmpty(); });
    if (channel == report.channels().end()) {
        chart.message = QStringLiteral("还没有填写渠道的分类数据");
        return;
    }
    for (const Category &category : channel->categories)
        chart.values.append({category.name, category.count.value_or(0)});
    gatherSmallOnes(chart);
}

void takeOutcomes(ChartFigures &chart, const Report &report)
{
    chart.form = ChartFigures::Form::Stack;
    chart.unit = QStringLiteral("件");
    const TableSpec *table = report.spec().table(Role::Requests);
    for (const QString &part : table ? table->rowParts.value(table->rowOf(Role::Total)) : QStringList())
        chart.values.append({table->nameOfRow(part), totalOf(report, part)});
}

void takeApplicants(ChartFigures &chart, const Report &report)
{
    chart.unit = QStringLiteral("件");
    const TableSpec *table = report.spec().table(Role::Requests);
    for (const QString &column : table ? table->columns : QStringList()) {
        if (!table->isColumn(column, Role::Total))
            chart.values.append(
                {table->columnLabels.value(column), wholeOf(report, table->rowOf(Role::Received), column)});
    }
}

void takeYears(ChartFigures &chart, const Report &report)
{
    chart.form = ChartFigures::Form::Pairs;
    chart.unit = QStringLiteral("件");
    if (!report.prior()) {
        chart.message = QStringLiteral("没有上一年的报告，无从比较");
        return;
    }
    const TableSpec *table = report.spec().table(Role::Requests);
    for (const Naming &line : table ? table->compared : QList<Naming>()) {
        const QString row = line.of.first();
        chart.values.append({line.name, totalOf(report, row), totalOf(*report.prior(), row)});
    }
}

} // namespace

const QStringList &chartKinds()
{
    static const QStringList all{QStringLiteral("channels"), QStringLiteral("categories"),
        QStringLiteral("outcomes"), QStringLiteral("applicants"), QStringLiteral("years")};
    return all;
}

QString chartTitle(const QString &kind)
{
    static const QHash<QString, QString> titles{
        {QStringLiteral("channels"), QStringLiteral("各渠道主动公开信息情况")},
        {QStringLiteral("categories"), QStringLiteral("主动公开信息分类情况")},
        {QStringLiteral("outcomes"), QStringLiteral("政府信息公开申请办理结果")},
        {QStringLiteral("applicants"), QStringLiteral("政府信息公开申请人类别")},
        {QStringLiteral("years"), QStringLiteral("依申请公开办理情况与上年比较")}};
    return titles.value(kind);
}

ChartFigures chartFigures(const Report &report, const QString &kind)
{
    static const QHash<QString, void (*)(ChartFigures &, const Report &)> takers{
        {QStringLiteral("channels"), takeChannels}, {QStringLiteral("categories"), takeCategories},
        {QStringLiteral("outcomes"), takeOutcomes}, {QStringLiteral("applicants"), takeApplicants},
        {QStringLiteral("years"), takeYears}};
    ChartFigures chart;
    chart.title = chartTitle(kind);
    chart.year = report.year();
    if (const auto take = takers.value(kind))
        take(chart, report);
    else
        chart.message = QStringLiteral("没有“%1”这种图表").arg(kind);
    if (chart.isDrawable() && chart.values.isEmpty())
        chart.message = QStringLiteral("还没有可以画成图表的数据");
    else if (chart.isDrawable() && chart.greatest() == 0)
        chart.message = QStringLiteral("各项数据均为 0，不需要图表");
    return chart;
}

} // namespace nianbao
