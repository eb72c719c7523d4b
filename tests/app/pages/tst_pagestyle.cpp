// SPDX-License-Identifier: MulanPSL-2.0
#include "pagestyle.h"

#include <QTest>

using namespace nianbao;

class TestPageStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paperAndTypeAreaAreTheStandards();
    void gridIsTwentyTwoLinesOfTwentyEight();
    void sizesAreMillimetres();
    void everyRoleHasAChain_data();
    void everyRoleHasAChain();
    void boldIsNoPartOfAFamilysName();
};

void TestPageStyle::paperAndTypeAreaAreTheStandards()
{
    const PageStyle &style = pageStyle();
    QCOMPARE(style.paperWidth, 210.0);
    QCOMPARE(style.paperHeight, 297.0);
    QCOMPARE(style.top, 37.0);
    QCOMPARE(style.left, 28.0);
    QCOMPARE(style.typeWidth, 156.0);
    QCOMPARE(style.typeHeight, 225.0);
    QCOMPARE(style.paperWidth - style.left - style.typeWidth, 26.0);
    QCOMPARE(style.paperHeight - style.top - style.typeHeight, 35.0);
    QCOMPARE(style.pageNumberDrop, 7.0);
}

void TestPageStyle::gridIsTwentyTwoLinesOfTwentyEight()
{
    const PageStyle &style = pageStyle();
    QCOMPARE(style.linesPerPage, 22);
    QCOMPARE(style.charactersPerLine, 28);
    QVERIFY(std::abs(style.linePitch() / kMmPerPoint - 28.99) < 0.005);
    QVERIFY(std::abs(style.cell() / kMmPerPoint - 15.79) < 0.005);
}

void TestPageStyle::sizesAreMillimetres()
{
    const PageStyle &style = pageStyle();
    QVERIFY(std::abs(style.bodySize - 5.644) < 0.001); // 3号
    QVERIFY(std::abs(style.titleSize - 7.761) < 0.001); // 2号
    QVERIFY(std::abs(style.pageNumberSize - 4.939) < 0.001); // 4号
    QVERIFY(std::abs(style.tableSize - 3.704) < 0.001); // 五号
    QVERIFY(std::abs(style.tableSmallSize - 3.175) < 0.001); // 小五
    QCOMPARE(style.frameWidth, 0.25);
    QCOMPARE(style.ruleWidth, 0.15);
    QCOMPARE(style.banner, QColor(0xdc, 0xe9, 0xf6));
}

void TestPageStyle::everyRoleHasAChain_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("free");
    QTest::newRow("title") << int(FontRole::Title) << QStringLiteral("小标宋")
                           << QStringLiteral("方正小标宋简体") << QStringLiteral("Noto Serif CJK SC");
    QTest::newRow("body") << int(FontRole::Body) << QStringLiteral("仿宋") << QStringLiteral("仿宋_GB2312")
                          << QStringLiteral("FandolFang");
    QTest::newRow("heading 1") << int(FontRole::Heading1) << QStringLiteral("黑体")
                               << QStringLiteral("SimHei") << QStringLiteral("Noto Sans CJK SC");
    QTest::newRow("heading 2") << int(FontRole::Heading2) << QStringLiteral("楷体")
                               << QStringLiteral("楷体_GB2312") << QStringLiteral("AR PL UKai CN");
    QTest::newRow("table") << int(FontRole::Table) << QStringLiteral("宋体") << QStringLiteral("SimSun")
                           << QStringLiteral("Noto Serif CJK SC");
}

void TestPageStyle::everyRoleHasAChain()
{
    QFETCH(int, role);
    QFETCH(QString, label);
    QFETCH(QString, first);
    QFETCH(QString, free);
    const FontChain &chain = pageStyle().fonts.at(role);
    QCOMPARE(chain.label, label);
    QCOMPARE(chain.choices.first().family, first);
    QVERIFY(chain.choices.first().fitting);
    QVERIFY(std::any_of(chain.choices.begin(), chain.choices.end(),
        [&](const FontChain::Choice &choice) { return choice.family == free && choice.fitting; }));
}

void TestPageStyle::boldIsNoPartOfAFamilysName()
{
    int bold = 0;
    for (const FontChain &chain : pageStyle().fonts) {
        for (const FontChain::Choice &choice : chain.choices) {
            QVERIFY(!choice.family.contains(QLatin1Char(':')));
            bold += choice.bold ? 1 : 0;
        }
    }
    QCOMPARE(bold, 4);
    const FontChain &body = pageStyle().fonts.at(int(FontRole::Body));
    QVERIFY(!body.choices.last().fitting);
}

QTEST_GUILESS_MAIN(TestPageStyle)
#include "tst_pagestyle.moc"
