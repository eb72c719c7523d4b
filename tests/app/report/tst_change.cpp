// SPDX-License-Identifier: MulanPSL-2.0
#include "change.h"
#include "report.h"

#include <QJsonDocument>
#include <QTest>

using namespace nianbao;

class ChangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The audit row must tell every kind of step apart and hold its operands.
    void everyStepHasItsJson_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("operand");
        const QList<std::pair<QString, QString>> expected{
            {QStringLiteral("set_cell"), QStringLiteral("25.1")},
            {QStringLiteral("set_note"), QStringLiteral("注")},
            {QStringLiteral("set_declared"), QStringLiteral("5")},
            {QStringLiteral("set_fact"), QStringLiteral("title")},
            {QStringLiteral("insert_sub_section"), QStringLiteral("概述")},
            {QStringLiteral("remove_sub_section"), QStringLiteral("overview")},
            {QStringLiteral("move_sub_section"), QStringLiteral("overview")},
            {QStringLiteral("set_heading"), QStringLiteral("标题")},
            {QStringLiteral("set_text"), QStringLiteral("正文")},
            {QStringLiteral("set_channels"), QStringLiteral("微博")},
            {QStringLiteral("set_figures"), QStringLiteral("chart")},
            {QStringLiteral("set_prior"), QStringLiteral("2020")},
            {QStringLiteral("set_review"), QStringLiteral("approved")}};
        for (int i = 0; i < expected.size(); ++i)
            QTest::newRow(qPrintable(expected[i].first)) << i << expected[i].first << expected[i].second;
    }
    void everyStepHasItsJson()
    {
        QFETCH(int, row);
        QFETCH(QString, name);
        QFETCH(QString, operand);
        const CellId cell(QStringLiteral("disclosure.fees.amount"));
        const SectionId overview(QStringLiteral("overview"));
        const QList<Step> steps{SetCell{cell, *Amount::parse(QStringLiteral("25.1"))},
            SetNote{cell, QStringLiteral("注")}, SetDeclared{cell, Declared{Amount::fromInteger(5)}},
            SetFact{QStringLiteral("title"), QStringLiteral("题")},
            InsertSubSection{overview, 0, {QStringLiteral("概述"), {}}}, RemoveSubSection{overview, 0},
            MoveSubSection{overview, 0, 1}, SetHeading{overview, 0, QStringLiteral("标题")},
            SetText{overview, 0, QStringLiteral("正文")}, SetChannels{{{QStringLiteral("微博"), 1, {}}}},
            SetIllustrations{
                {{*Place::parse(QStringLiteral("overview/1")), 0, QStringLiteral("chart"), {}, {}, {}}}},
            SetPrior{std::make_shared<const Report>(findForm(QStringLiteral("2019")), 2020)},
            SetReview{{ReviewState::Approved, 1}}};
        QCOMPARE(int(steps[row].index()), row);
        const QJsonObject json = toJson(steps[row]);
        QCOMPARE(json.keys(), QStringList{name});
        QVERIFY(QString::fromUtf8(QJsonDocument(json).toJson()).contains(operand));
    }
};

QTEST_GUILESS_MAIN(ChangeTest)
#include "tst_change.moc"
