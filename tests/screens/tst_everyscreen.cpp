// SPDX-License-Identifier: MulanPSL-2.0
#include "everyscreen.h"

#include "appearance.h"
#include "language.h"

#include <QTest>
#include <QWidget>

using namespace nianbao;

/// The round through all screens, on which the walks over sizes and names stand, leaves none out.
class EveryScreenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noneIsLeftOut()
    {
        installLanguage(QStringLiteral("zh_CN"));
        appearance::apply(false);
        QStringList seen;
        QStringList names;
        QStringList twice;
        test::visitEveryScreen([&](QWidget &screen, const QString &name) {
            seen += test::classesOf(screen);
            if (names.contains(name))
                twice.append(name);
            names.append(name);
        });
        QCOMPARE(twice, QStringList());
        QCOMPARE(test::screensLeftOut(test::windowSources(), seen), QStringList());
        for (const QString &name : std::as_const(names))
            QVERIFY2(std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; }),
                qPrintable(name)); // the same in every language
    }

    void aScreenThatIsNotVisitedIsFound()
    {
        const QStringList seen{QStringLiteral("MainWindow"), QStringLiteral("QMainWindow"),
            QStringLiteral("KnownDialog"), QStringLiteral("FittedDialog"), QStringLiteral("QDialog"),
            QStringLiteral("QMenu"), QStringLiteral("QMessageBox")};
        const QStringList sources{
            QStringLiteral("#include <QMessageBox>\n#include <QColorDialog>\n#include <QDialog>\n"
                           "class KnownDialog final : public FittedDialog {\n"),
            QStringLiteral("class FittedDialog : public QDialog {\nclass Card final : public QFrame {\n"
                           "class NewDialog final : public KnownDialog {\n"
                           "class NewMenu : public QMenu {\n")};
        QCOMPARE(test::screensLeftOut(sources, seen),
            QStringList(
                {QStringLiteral("QColorDialog"), QStringLiteral("NewMenu"), QStringLiteral("NewDialog")}));
    }
};

QTEST_MAIN(EveryScreenTest)
#include "tst_everyscreen.moc"
