// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "dialogs.h"
#include "filechooser.h"

#include <QComboBox>
#include <QDialog>
#include <QTest>
#include <QTimer>

using namespace nianbao;

class DialogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        dialogs::setSilent(true);
        static_cast<void>(dialogs::asked());
        static_cast<void>(dialogs::told());
    }
    void cleanup() { dialogs::setSilent(false); }

    void theAnswerIsTheButtonThatWasPressed_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("a safe one") << QStringLiteral("Keep");
        QTest::newRow("a risky one") << QStringLiteral("Drop");
        QTest::newRow("one with a mark of Qt's") << QStringLiteral("A & B");
        QTest::newRow("called off") << QString();
    }
    void theAnswerIsTheButtonThatWasPressed()
    {
        QFETCH(QString, answer);
        dialogs::answerNext(answer);
        const QString given = dialogs::ask(nullptr, QStringLiteral("Why?"), QStringLiteral("So."),
            {QStringLiteral("Keep"), QStringLiteral("A & B")}, {QStringLiteral("Drop")});
        QCOMPARE(given, answer);
        QCOMPARE(dialogs::asked(), QStringList(QStringLiteral("Why?\nSo.")));
        QCOMPARE(dialogs::told(), QStringList());
    }

    /// Two answers, the one that changes something first; neither Enter nor Escape gives it.
    void whetherSomethingIsSo_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isSo");
        QTest::newRow("yes") << QStringLiteral("It was") << true;
        QTest::newRow("no") << QStringLiteral("Not yet") << false;
        QTest::newRow("called off") << QString() << false;
    }
    void whetherSomethingIsSo()
    {
        QFETCH(QString, answer);
        QFETCH(bool, isSo);
        dialogs::answerNext(answer);
        QCOMPARE(dialogs::askWhether(nullptr, QStringLiteral("Was it?"), {}, QStringLiteral("It was"),
                     QStringLiteral("Not yet")),
            isSo);
    }

    /// Twenty endings would not fit into the line that names them.
    void manyKindsAreNamedInWords()
    {
        const auto shown = [](const QString &filter) {
            FileChooser chooser(nullptr, {}, {}, filter);
            return chooser.findChild<QComboBox *>(QStringLiteral("fileTypeCombo"))->currentText().trimmed();
        };
        QCOMPARE(shown(QStringLiteral("Documents (*.a *.b *.c *.d)")), QStringLiteral("Documents"));
        QCOMPARE(shown(QStringLiteral("PDF (*.pdf)")), QStringLiteral("PDF (*.pdf)"));
    }

    void whoIsAskedWithoutAnAnswerCallsItOff()
    {
        QCOMPARE(dialogs::ask(nullptr, QStringLiteral("Why?"), {}, {QStringLiteral("Keep")}), QString());
        QCOMPARE(dialogs::askWords(nullptr, QStringLiteral("Name"), QStringLiteral("Which?")), QString());
        QCOMPARE(dialogs::openFile(nullptr, {}, {}), QString());
        QCOMPARE(dialogs::saveFile(nullptr, {}, QStringLiteral("/a"), {}), QString());
    }

    void answersComeInTheirOrder()
    {
        dialogs::answerNext(QStringLiteral("/a.json"));
        dialogs::answerNext(QStringLiteral("words"));
        QCOMPARE(dialogs::openFile(nullptr, {}, {}), QStringLiteral("/a.json"));
        QCOMPARE(dialogs::askWords(nullptr, {}, {}), QStringLiteral("words"));
    }

    void whatIsToldIsRemembered()
    {
        dialogs::tell(nullptr, {ErrorCode::DiskFull, QStringLiteral("/a")});
        dialogs::inform(nullptr, QStringLiteral("Left out:"), QStringLiteral("a"));
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.last(), QStringLiteral("Left out:\na"));
        QCOMPARE(dialogs::asked(), QStringList());
    }

    void aDialogOfItsOwnIsFilledInAndAnswered()
    {
        QDialog dialog;
        QVERIFY(dialogs::run(dialog)); // accepted as it is proposed
        dialogs::handleNext([&dialog](QDialog &shown) {
            shown.setWindowTitle(QStringLiteral("seen"));
            return &shown != &dialog;
        });
        QVERIFY(!dialogs::run(dialog));
        QCOMPARE(dialog.windowTitle(), QStringLiteral("seen"));
    }

    void withoutAStandInAPersonIsAsked()
    {
        dialogs::setSilent(false);
        for (const bool isAccepted : {true, false}) {
            QDialog dialog;
            bool wasShown = false;
            QTimer::singleShot(0, &dialog, [&] {
                wasShown = dialog.isVisible() && dialog.isModal();
                dialog.done(isAccepted ? QDialog::Accepted : QDialog::Rejected);
            });
            QCOMPARE(dialogs::run(dialog), isAccepted);
            QVERIFY(wasShown);
        }
    }
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
