// SPDX-License-Identifier: MulanPSL-2.0
#include "quantity.h"

#include <QTest>

using namespace nianbao;

class QuantityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// "value unit" of each figure; a vague one with ~.
    void figuresAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("figures");
        const auto row = [](const char *text, const QStringList &figures) {
            QTest::newRow(text) << QString::fromUtf8(text) << figures;
        };
        const auto list = [](const char *words) { return QString::fromUtf8(words).split(u'|'); };
        row("共1305条", list("1305 条"));
        row("共1,305条", list("1305 条"));
        row("共12,345,678元", list("12345678 元"));
        row("共１３０５条", list("1305 条"));
        row("一千三百零五件", list("1305 件"));
        row("二十一件、三件", list("21 件|3 件"));
        row("十件，十二件，两件，一百一十件", list("10 件|12 件|2 件|110 件"));
        row("1.2万次", list("12000 次"));
        row("三万二千人次", list("32000 人次"));
        row("18万余条", list("~180000 条"));
        row("二十余件", list("~20 件"));
        row("约30件", list("~30 件"));
        row("超100期，近50场", list("~100 期|~50 场"));
        row("200余场次", list("~200 场次"));
        row("30件以上", list("~30 件"));
        row("3件至5件", list("~3 件|~5 件"));
        row("占33.9%，占百分之三十二点九", list("33.9 %|32.9 %"));
        row("增长5个百分点", list("5 个百分点"));
        row("第三期，第30条", {});
        row("2021年12月31日", {});
        row("国办公开办函〔2021〕30号", {});
        row("12345热线，1+X发布会", {});
        row("每一件申请，办好一件申请", {});
        row("收到申请一件。", list("1 件"));
        row("预约3次，签约2家", list("3 次|2 家"));
        row("22 件", list("22 件"));
        row("数十件，上百件", list("~10 件|~0 件"));
        row("共1 305条，1\xC2\xA0"
            "305\xC2\xA0"
            "000次",
            list("1305 条|1305000 次"));
        row("12 34条，第3 105条", list("34 条"));
        row("一亿二千万元，三千二百万次", list("120000000 元|32000000 次"));
        row("三万零五件，一千零五十六条", list("30005 件|1056 条"));
        row("九千九百九十九亿九千九百九十九万九千九百九十九元", list("999999999999 元"));
        row("1.2345678亿元，2千万次", list("123456780 元|20000000 次"));
        // no exact figures, and none that a report can hold
        row("一百二件，三四十件，百件", list("~0 件|~0 件|~0 件"));
        row("一亿亿亿亿亿件", list("~0 件"));
        row("九亿亿亿亿亿亿亿亿点五件", list("~0 件"));
        row("10000000000000000件", list("~0 件"));
        row("99999999999999999999999999999999件", list("~0 件"));
        row("9亿亿亿亿件，1万亿件", list("~0 件|~0 件"));
        row("1234567890123件，999999999999件", list("~0 件|999999999999 件"));
    }
    void figuresAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, figures);
        QStringList read;
        for (const Quantity &quantity : readQuantities(text)) {
            read.append((quantity.exact ? QString() : QStringLiteral("~")) + quantity.value.toString() + u' '
                + quantity.unit);
            QVERIFY(quantity.start >= 0 && quantity.end() <= text.size());
            QVERIFY(text.mid(quantity.start, quantity.length).contains(quantity.unit.back())
                || text.mid(quantity.start, quantity.length).startsWith(QStringLiteral("百分之")));
        }
        QCOMPARE(read, figures);
    }

    void decimalsAsPrinted()
    {
        QCOMPARE(readQuantities(QStringLiteral("占4.30%")).first().decimals, 2);
        QCOMPARE(readQuantities(QStringLiteral("占4%")).first().decimals, 0);
    }
};

QTEST_GUILESS_MAIN(QuantityTest)
#include "tst_quantity.moc"
