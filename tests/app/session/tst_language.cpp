// SPDX-License-Identifier: MulanPSL-2.0
#include "language.h"

#include <QCoreApplication>
#include <QTest>

using namespace nianbao;

class LanguageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// In English one step is not "1 steps", nor "1 step(s)".
    void oneAndMany_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("said");
        QTest::newRow("one") << QStringLiteral("en") << 1 << QStringLiteral("1 step");
        QTest::newRow("many") << QStringLiteral("en") << 2 << QStringLiteral("2 steps");
        QTest::newRow("none") << QStringLiteral("en") << 0 << QStringLiteral("0 steps");
        QTest::newRow("in Chinese") << QStringLiteral("zh_CN") << 1 << QStringLiteral("1 步");
    }
    void oneAndMany()
    {
        QFETCH(QString, language);
        QFETCH(int, count);
        QFETCH(QString, said);
        installLanguage(language);
        QCOMPARE(QCoreApplication::translate("nianbao::ReviewersPage", "%n steps", nullptr, count), said);
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
