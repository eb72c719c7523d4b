// SPDX-License-Identifier: MulanPSL-2.0
#include "plainlineedit.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

using namespace nianbao;

class PlainLineEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLineDoesTheSame()
    {
        PlainLineEdit edit;
        QSignalSpy committed(&edit, &PlainLineEdit::textCommitted);
        QInputMethodEvent composing(QStringLiteral("liu"), {});
        QApplication::sendEvent(&edit, &composing);
        edit.showText(QStringLiteral("旧"));
        QCOMPARE(committed.count(), 0);
        QTest::keyClicks(&edit, QStringLiteral("1"));
        edit.commitOpenEditor();
        QCOMPARE(committed.count(), 1);
        QCOMPARE(committed.first().first().toString(), edit.text());
    }

    void blanksAtTheEndsDoNotCount()
    {
        PlainLineEdit edit;
        QSignalSpy committed(&edit, &PlainLineEdit::textCommitted);
        edit.showText(QStringLiteral("甲"));
        edit.end(false);
        QTest::keyClicks(&edit, QStringLiteral(" "));
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(committed.count(), 0);
        QCOMPARE(edit.text(), QStringLiteral("甲 ")); // not taken from under the hands
        QTest::keyClicks(&edit, QStringLiteral("2"));
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(committed.last().first().toString(), QStringLiteral("甲 2"));
    }

    void enterGoesToTheNextField()
    {
        QWidget window;
        PlainLineEdit first(&window);
        PlainLineEdit second(&window);
        QSignalSpy committed(&first, &PlainLineEdit::textCommitted);
        window.show();
        first.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClicks(&first, QStringLiteral("1"));
        QTest::keyClick(&first, Qt::Key_Return);
        QVERIFY(second.hasFocus());
        QCOMPARE(committed.count(), 1);
    }
};

QTEST_MAIN(PlainLineEditTest)
#include "tst_plainlineedit.moc"
