// SPDX-License-Identifier: MulanPSL-2.0
#include "pendingedit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTest>
#include <QWidget>

using namespace nianbao;

namespace {

/// The least editor of words there is: a string with a cursor.
class Field final : public QWidget, public PendingEdit {
public:
    Field() : PendingEdit(this, Lines::One) { }

    QString held{};
    int cursor = 0;
    bool refuses = false;
    QStringList told{}; // "=words", "|" where a run ended, "x" where it was given up

    void type(const QString &words)
    {
        for (const QChar c : words) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(c));
            pressKey(&key, false, [&] { put(held + c); });
        }
    }
    void press(Qt::Key code, const std::function<void()> &take, bool isBlock = false)
    {
        QKeyEvent key(QEvent::KeyPress, code, Qt::NoModifier);
        pressKey(&key, isBlock, take);
    }
    void put(const QString &words)
    {
        held = words;
        cursor = int(held.size());
        wordsTyped();
    }
    void composeWords(const QString &open, const QString &given)
    {
        QInputMethodEvent event(open, {});
        event.setCommitString(given);
        QCoreApplication::sendEvent(this, &event);
    }
    bool isLeft(QEvent *event) { return leavesToReport(event); }
    void pasteWords(const QString &words)
    {
        asOneStep([&] { put(held + words); });
    }

protected:
    void inputMethodEvent(QInputMethodEvent *event) override
    {
        compose(event, [&] {
            if (!event->commitString().isEmpty())
                put(held + event->commitString());
        });
    }

private:
    QString words() const override { return held; }
    void showWords(const QString &words) override
    {
        held = words;
        cursor = std::min(cursor, int(held.size()));
    }
    std::pair<int, int> selection() const override { return {cursor, cursor}; }
    void tellWords(const QString &words) override
    {
        told.append(u'=' + words);
        if (refuses)
            refuse();
    }
    void tellRunEnded() override { told.append(QStringLiteral("|")); }
    void tellGaveUp() override { told.append(QStringLiteral("x")); }
};

} // namespace

class PendingEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsHandedOverAMomentLater()
    {
        Field field;
        field.type(QStringLiteral("甲乙"));
        QCOMPARE(field.told, QStringList());
        QTRY_COMPARE(field.told, QStringList(QStringLiteral("=甲乙")));
        QVERIFY(field.commitOpenEditor());
        QCOMPARE(field.told.size(), 1); // nothing is handed over twice
    }

    void whereARunEnds_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QStringList>("told");
        const QString ended = QStringLiteral("|");
        QTest::newRow("more typing goes on") << QStringLiteral("type") << QStringList();
        QTest::newRow("taking away is another run")
            << QStringLiteral("remove") << QStringList{QStringLiteral("=甲"), ended};
        QTest::newRow("a move ends it")
            << QStringLiteral("move") << QStringList{QStringLiteral("=甲"), ended};
        QTest::newRow("a key that does nothing does not end it")
            << QStringLiteral("nothing") << QStringList();
        QTest::newRow("a paste is a step of its own") << QStringLiteral(
            "paste") << QStringList{QStringLiteral("=甲"), ended, QStringLiteral("=甲丙"), ended};
        QTest::newRow("so is a cut") << QStringLiteral("cut")
                                     << QStringList{QStringLiteral("=甲"), ended, QStringLiteral("="), ended};
    }
    void whereARunEnds()
    {
        QFETCH(QString, then);
        QFETCH(QStringList, told);
        Field field;
        field.type(QStringLiteral("甲"));
        if (then == u"type")
            field.type(QStringLiteral("乙"));
        else if (then == u"remove")
            field.press(Qt::Key_Backspace, [&] { field.put({}); });
        else if (then == u"move")
            field.press(Qt::Key_Left, [&] { field.cursor = 0; });
        else if (then == u"nothing")
            field.press(Qt::Key_Left, [] {});
        else if (then == u"paste")
            field.pasteWords(QStringLiteral("丙"));
        else
            field.press(
                Qt::Key_unknown, [&] { field.put({}); }, true);
        QCOMPARE(field.told, told);
    }

    void whatIsRefusedStaysAndIsTriedAgain()
    {
        Field field;
        field.showText(QStringLiteral("旧"));
        field.refuses = true;
        field.type(QStringLiteral("甲"));
        QVERIFY(!field.commitOpenEditor());
        field.showText(QStringLiteral("新")); // made elsewhere meanwhile
        QCOMPARE(field.held, QStringLiteral("旧甲"));
        QVERIFY(!field.commitOpenEditor());
        QCOMPARE(field.told, (QStringList{QStringLiteral("=旧甲"), QStringLiteral("=旧甲")}));
        field.refuses = false;
        QVERIFY(field.commitOpenEditor());
        field.showText(QStringLiteral("旧甲")); // what the report has now
        QCOMPARE(field.told.size(), 3);
    }

    void escapeGivesUpWhatWasRefused()
    {
        Field field;
        field.showText(QStringLiteral("旧"));
        bool isTaken = false;
        field.press(Qt::Key_Escape, [&] { isTaken = true; });
        QVERIFY(isTaken); // nothing was refused: the key is the editor's
        field.refuses = true;
        field.type(QStringLiteral("甲"));
        QVERIFY(!field.commitOpenEditor());
        field.showText(QStringLiteral("新"));
        field.told.clear();
        field.press(Qt::Key_Escape, [] { QFAIL("the key is not the editor's"); });
        QCOMPARE(field.held, QStringLiteral("新"));
        QCOMPARE(field.told, QStringList(QStringLiteral("x")));
        QVERIFY(field.commitOpenEditor());
    }

    void whatComesFromElsewhereIsNoEdit()
    {
        Field field;
        field.showText(QStringLiteral("甲\u2066乙")); // of an older file
        QVERIFY(field.commitOpenEditor());
        QCOMPARE(field.told, QStringList());
        QCOMPARE(field.held, QStringLiteral("甲\u2066乙"));
    }

    void whatCannotBeSeenIsDroppedWhereItIsSeen()
    {
        Field field;
        field.type(QStringLiteral("甲\u2066乙"));
        QVERIFY(field.commitOpenEditor());
        QCOMPARE(field.told, QStringList(QStringLiteral("=甲乙")));
        QCOMPARE(field.held, QStringLiteral("甲乙"));
    }

    void whatIsTypedOutlivesTheSameTextFromElsewhere()
    {
        Field field;
        field.showText(QStringLiteral("旧"));
        field.type(QStringLiteral("甲"));
        field.showText(QStringLiteral("旧")); // another part of the report has changed
        QCOMPARE(field.held, QStringLiteral("旧甲"));
        QVERIFY(field.commitOpenEditor());
        QCOMPARE(field.told, QStringList(QStringLiteral("=旧甲")));
    }

    void whatIsComposedIsNotHandedOver()
    {
        Field field;
        field.type(QStringLiteral("甲"));
        field.composeWords(QStringLiteral("zhong"), {});
        QCOMPARE(field.held, QStringLiteral("甲"));
        field.composeWords({}, QStringLiteral("中"));
        QTRY_COMPARE(field.told, QStringList(QStringLiteral("=甲中")));
    }

    void theUndoKeyIsTheReportsAndFindsAllHandedOver()
    {
        Field field;
        field.type(QStringLiteral("甲"));
        QKeyEvent undo(QEvent::KeyPress, Qt::Key_Z, Qt::ControlModifier);
        undo.accept();
        QVERIFY(field.isLeft(&undo));
        QVERIFY(!undo.isAccepted());
        QCOMPARE(field.told, QStringList(QStringLiteral("=甲")));
        QKeyEvent other(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"));
        QVERIFY(!field.isLeft(&other));
    }
};

QTEST_MAIN(PendingEditTest)
#include "tst_pendingedit.moc"
