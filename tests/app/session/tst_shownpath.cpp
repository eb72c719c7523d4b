// SPDX-License-Identifier: MulanPSL-2.0
#include "shownpath.h"

#include <QTest>

using namespace nianbao;

class ShownPathTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPathIsShownFromTheOwnFolder_data()
    {
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shown");
        const QString home = QStringLiteral("/home/wang");
        QTest::newRow("below it") << home << QStringLiteral("/home/wang/文档/年报.nianbao")
                                  << QStringLiteral("~/文档/年报.nianbao");
        QTest::newRow("elsewhere") << home << QStringLiteral("/media/盘/年报.nianbao")
                                   << QStringLiteral("/media/盘/年报.nianbao");
        QTest::newRow("of somebody whose name begins alike")
            << home << QStringLiteral("/home/wangfang/年报.nianbao")
            << QStringLiteral("/home/wangfang/年报.nianbao");
        QTest::newRow("of whoever has no folder of their own")
            << QStringLiteral("/") << QStringLiteral("/年报.nianbao") << QStringLiteral("/年报.nianbao");
    }
    void aPathIsShownFromTheOwnFolder()
    {
        QFETCH(QString, home);
        QFETCH(QString, path);
        QFETCH(QString, shown);
        qputenv("HOME", home.toUtf8());
        QCOMPARE(shownPath(path), shown);
        QCOMPARE(typedPath(QStringLiteral(" %1 ").arg(shown)), path);
    }
};

QTEST_GUILESS_MAIN(ShownPathTest)
#include "tst_shownpath.moc"
