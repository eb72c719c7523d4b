// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "plainlineedit.h"
#include "plaintextedit.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include <ctime>

using namespace nianbao;

class PlainTextEditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void handsOverSoonAfterAKey()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QTest::keyClicks(&edit, QStringLiteral("abc"));
        QCOMPARE(committed.count(), 0);
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(committed.first().first().toString(), QStringLiteral("abc"));
    }

    void saysNothingOfTextThatIsComposed()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QInputMethodEvent composing(QStringLiteral("zhang'cun"), {});
        QApplication::sendEvent(&edit, &composing);
        QTest::qWait(120); // longer than the delay: what must not happen has had its chance
        QCOMPARE(committed.count(), 0);
        QCOMPARE(edit.text(), QString());
        QInputMethodEvent done;
        done.setCommitString(QStringLiteral("张村"));
        QApplication::sendEvent(&edit, &done);
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(committed.first().first().toString(), QStringLiteral("张村"));
    }

    void commitsAtOnceWhenAsked()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QTest::keyClicks(&edit, QStringLiteral("x"));
        edit.commitOpenEditor();
        QCOMPARE(committed.count(), 1);
    }

    void showsWithoutEmitting()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        edit.showText(QStringLiteral("第一段\n第二段"));
        edit.showText(QStringLiteral("第一段\n第三段"));
        edit.commitOpenEditor();
        QCOMPARE(committed.count(), 0);
        QCOMPARE(edit.text(), QStringLiteral("第一段\n第三段"));
    }

    void keepsTheCursorAtTheChange()
    {
        PlainTextEdit edit;
        edit.showText(QStringLiteral("甲乙丙丁戊"));
        edit.showText(QStringLiteral("甲乙新丙丁戊"));
        QCOMPARE(edit.textCursor().position(), 3);
    }

    void aTextIsReadFromItsBeginning_data()
    {
        QTest::addColumn<bool>("isLedTo");
        QTest::newRow("as it is shown") << false;
        QTest::newRow("when somebody is led to it") << true;
    }
    void aTextIsReadFromItsBeginning()
    {
        QFETCH(bool, isLedTo);
        PlainTextEdit edit;
        edit.resize(300, 120);
        edit.showText(QStringLiteral("很长的一段文字\n").repeated(40));
        edit.show();
        if (isLedTo)
            edit.goToParagraph(-1);
        QApplication::processEvents();
        QVERIFY(edit.verticalScrollBar()->maximum() > 0);
        QCOMPARE(edit.verticalScrollBar()->value(), 0);
        edit.verticalScrollBar()->setValue(30);
        edit.hide();
        edit.show();
        QCOMPARE(edit.verticalScrollBar()->value(), 30); // it was read so far
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QVERIFY(edit.text().endsWith(u'x')); // typing goes on where it was
        QVERIFY(edit.viewport()->rect().contains(edit.cursorRect()));
        edit.verticalScrollBar()->setValue(0);
        edit.goToParagraph(-1);
        QVERIFY(edit.viewport()->rect().contains(edit.cursorRect()));
    }

    void aTextIsShownWhereItIsLedTo()
    {
        PlainTextEdit edit;
        edit.resize(300, 120);
        edit.showText(QStringLiteral("很长的一段文字\n").repeated(40));
        edit.goToParagraph(20);
        edit.show();
        QApplication::processEvents();
        QVERIFY(edit.viewport()->rect().contains(edit.cursorRect()));
        edit.verticalScrollBar()->setValue(1); // by a person
        edit.hide();
        edit.show();
        QCOMPARE(edit.verticalScrollBar()->value(), 1);
    }

    void pastesWordsOnly()
    {
        PlainTextEdit edit;
        QMimeData data;
        data.setHtml(QStringLiteral("<p style='font:30px serif;color:red'>甲<b>乙</b></p><p>丙</p>"));
        QApplication::clipboard()->setMimeData(new QMimeData);
        auto *clip = new QMimeData;
        clip->setHtml(data.html());
        QApplication::clipboard()->setMimeData(clip);
        edit.paste();
        QCOMPARE(edit.text(), QStringLiteral("甲乙\n丙"));
        QVERIFY(!edit.textCursor().charFormat().hasProperty(QTextFormat::ForegroundBrush));
    }

    void plainWords_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("words");
        QTest::newRow("CRLF") << QStringLiteral("甲\r\n乙") << QStringLiteral("甲\n乙");
        QTest::newRow("a lone CR") << QStringLiteral("甲\r乙") << QStringLiteral("甲\n乙");
        QTest::newRow("hard space and tab") << QStringLiteral("a\u00A0b\tc") << QStringLiteral("a b c");
        QTest::newRow("zero width and BOM") << QStringLiteral("\uFEFF甲\u200B乙") << QStringLiteral("甲乙");
        QTest::newRow("indent of the source") << QStringLiteral("　　甲\n  乙 ") << QStringLiteral("甲\n乙");
        QTest::newRow("nothing to do") << QStringLiteral("甲，乙。") << QStringLiteral("甲，乙。");
    }
    void plainWords()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, words);
        QCOMPARE(nianbao::plainWords(pasted), words);
    }

    /// However it comes in: what is handed over and what is seen is what is kept.
    void whatIsKeptIsWhatIsSeen_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("an emoji with a selector") << QStringLiteral("好❤\uFE0F的") << QStringLiteral("好❤的");
        QTest::newRow("a family with joiners") << QStringLiteral("👨\u200D👩\u200D👧") << QStringLiteral("👨👩👧");
        QTest::newRow("isolates") << QStringLiteral("\u2066甲\u2069") << QStringLiteral("甲");
        QTest::newRow("an object without its figure")
            << QStringLiteral("甲\uFFFC乙") << QStringLiteral("甲乙");
        QTest::newRow("a rare name") << QStringLiteral("\uE123𠮷") << QStringLiteral("\uE123𠮷");
    }
    void whatIsKeptIsWhatIsSeen()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        for (const char *way : {"input method", "paste"}) {
            PlainTextEdit edit;
            PlainLineEdit line;
            edit.showText(QStringLiteral("旧{{requests.received.total}}"));
            edit.moveCursor(QTextCursor::End);
            QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
            QSignalSpy lineCommitted(&line, &PlainLineEdit::textCommitted);
            if (qstrcmp(way, "paste") == 0) {
                QApplication::clipboard()->setText(typed);
                edit.paste();
                line.paste();
            } else {
                QInputMethodEvent event;
                event.setCommitString(typed);
                QApplication::sendEvent(&edit, &event);
                QApplication::sendEvent(&line, &event);
            }
            QVERIFY(edit.commitOpenEditor() && line.commitOpenEditor());
            const QString whole = QStringLiteral("旧{{requests.received.total}}") + kept;
            QCOMPARE(edit.text(), whole);
            QCOMPARE(committed.last().first().toString(), whole);
            QCOMPARE(line.text(), kept);
            QCOMPARE(lineCommitted.last().first().toString(), kept);
        }
    }

    /// A text of an older file that is not clean changes nothing by being looked at.
    void lookingAtADirtyTextIsNoEdit()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        edit.showText(QStringLiteral("甲\u2066乙"));
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(committed.count(), 0);
        QCOMPARE(edit.text(), QStringLiteral("甲\u2066乙"));
        QTest::keyClicks(&edit, QStringLiteral("x"));
        connect(&edit, &PlainTextEdit::textCommitted, &edit, [&edit] { edit.refuse(); });
        QVERIFY(!edit.commitOpenEditor());
        QTest::keyClick(&edit, Qt::Key_Escape); // back to what the report has
        QCOMPARE(edit.text(), QStringLiteral("甲\u2066乙"));
    }

    void undoKeysGoToTheReport()
    {
        QWidget window;
        PlainTextEdit edit(&window);
        QAction undo(&window);
        undo.setShortcut(QKeySequence::Undo);
        window.addAction(&undo);
        QSignalSpy undone(&undo, &QAction::triggered);
        window.show();
        edit.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QTest::keySequence(&window, QKeySequence::Undo);
        QTRY_COMPARE(undone.count(), 1);
        QCOMPARE(edit.text(), QStringLiteral("x"));
    }

    void aKeyHeldDownDoesNotPutItOff()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QElapsedTimer held;
        held.start();
        while (held.elapsed() < 300 && committed.isEmpty())
            QTest::keyClick(&edit, Qt::Key_A, {}, 10); // faster than the delay
        QVERIFY(!committed.isEmpty());
    }

    void hardSpacesOfAnImportAreNoEdit()
    {
        PlainTextEdit edit;
        PlainLineEdit line;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QSignalSpy lineCommitted(&line, &PlainLineEdit::textCommitted);
        edit.showText(QStringLiteral("甲\u00A0乙\r\n丙\u2028丁"));
        line.showText(QStringLiteral(" 甲\n乙 "));
        QVERIFY(edit.commitOpenEditor());
        QVERIFY(line.commitOpenEditor());
        QCOMPARE(committed.count(), 0);
        QCOMPARE(lineCommitted.count(), 0);
    }

    void undoTakesBackWhatWasJustTyped()
    {
        PlainTextEdit edit;
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QTest::keySequence(&edit, QKeySequence::Undo);
        QCOMPARE(committed.count(), 1); // handed over before the report's undo takes it back
    }

    void refusedTextStaysUntilEscape()
    {
        PlainTextEdit edit;
        edit.showText(QStringLiteral("old"));
        connect(&edit, &PlainTextEdit::textCommitted, &edit, [&edit] { edit.refuse(); });
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QVERIFY(!edit.commitOpenEditor());
        edit.showText(QStringLiteral("old")); // another part of the report has changed
        QCOMPARE(edit.text(), QStringLiteral("oldx"));
        QTest::keyClick(&edit, Qt::Key_Escape);
        QCOMPARE(edit.text(), QStringLiteral("old"));
        QVERIFY(edit.commitOpenEditor());
    }

    void aPasteThatIsTooLongIsRefusedAtOnce()
    {
        PlainTextEdit edit;
        edit.showText(QStringLiteral("甲"));
        QSignalSpy notices(&edit, &PlainTextEdit::notice);
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QApplication::clipboard()->setText(QString(1'000'000, u'字'));
        const std::clock_t start = std::clock(); // of the processor: others may keep it busy
        edit.paste();
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 0.5, qPrintable(QString::number(seconds)));
        QCOMPARE(edit.text(), QStringLiteral("甲"));
        QCOMPARE(notices.count(), 1);
        QVERIFY(notices.first().first().toString().contains(QStringLiteral("1,000,000")));
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(committed.count(), 0);
    }

    /// Nothing is on a clipboard then.
    void aDropThatIsTooLongIsRefusedInItsOwnWords()
    {
        PlainTextEdit edit;
        edit.showText(QStringLiteral("甲"));
        edit.show();
        QSignalSpy notices(&edit, &PlainTextEdit::notice);
        for (const qsizetype size : {qsizetype(15'001), qsizetype(bounds::kText)}) {
            QMimeData words;
            words.setText(QString(size, u'字'));
            QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(edit.viewport(), &enter);
            QDragMoveEvent move(QPoint(2, 2), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(edit.viewport(), &move);
            QDropEvent drop(QPointF(2, 2), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(edit.viewport(), &drop);
            QCOMPARE(edit.text(), QStringLiteral("甲"));
            QCOMPARE(notices.count(), 1);
            const QString said = notices.takeFirst().first().toString();
            QVERIFY2(!said.contains(QStringLiteral("paste"), Qt::CaseInsensitive)
                    && !said.contains(QStringLiteral("clipboard")),
                qPrintable(said));
        }
    }

    void whatStillFitsIsPasted()
    {
        PlainTextEdit edit;
        edit.showText(QString(bounds::kText - 15'000, u'字'));
        QSignalSpy notices(&edit, &PlainTextEdit::notice);
        QApplication::clipboard()->setText(QString(15'001, u'字')); // more than is taken at once
        edit.moveCursor(QTextCursor::End);
        edit.paste();
        QCOMPARE(edit.text().size(), bounds::kText - 15'000);
        QCOMPARE(notices.count(), 1);
        notices.clear();
        QApplication::clipboard()->setText(QString(15'000, u'字'));
        edit.paste();
        QCOMPARE(edit.text().size(), bounds::kText);
        QCOMPARE(notices.count(), 0);
        QApplication::clipboard()->setText(QStringLiteral("丙"));
        edit.paste();
        QCOMPARE(notices.count(), 1);
        edit.selectAll();
        edit.paste(); // in the place of the others there is room
        QCOMPARE(edit.text(), QStringLiteral("丙"));
        QCOMPARE(notices.count(), 1);
    }

    void whatWasRefusedIsNotTakenAwayByAnotherText()
    {
        PlainTextEdit edit;
        edit.showText(QStringLiteral("old"));
        connect(&edit, &PlainTextEdit::textCommitted, &edit, [&edit] { edit.refuse(); });
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QVERIFY(!edit.commitOpenEditor());
        edit.showText(QStringLiteral("new")); // a correction, made elsewhere
        QCOMPARE(edit.text(), QStringLiteral("oldx"));
        QSignalSpy gaveUp(&edit, &PlainTextEdit::gaveUp);
        QTest::keyClick(&edit, Qt::Key_Escape);
        QCOMPARE(edit.text(), QStringLiteral("new"));
        QCOMPARE(gaveUp.count(), 1);
    }

    void onlyChosenWordsOfACompositionAreTaken_data()
    {
        QTest::addColumn<QString>("composed");
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("中心") << QStringLiteral("甲中心乙");
        QTest::newRow("letters nobody chose words for")
            << QStringLiteral("zhong xin") << QStringLiteral("甲乙");
        QTest::newRow("words, and letters behind them")
            << QStringLiteral("中心de wen'jian") << QStringLiteral("甲中心乙");
        QTest::newRow("bopomofo") << QStringLiteral("中ㄒㄧㄣ") << QStringLiteral("甲中乙");
    }
    void onlyChosenWordsOfACompositionAreTaken()
    {
        QFETCH(QString, composed);
        QFETCH(QString, text);
        PlainTextEdit edit;
        edit.showText(QStringLiteral("甲乙"));
        edit.moveCursor(QTextCursor::Start);
        edit.moveCursor(QTextCursor::Right);
        QInputMethodEvent composing(composed, {});
        QApplication::sendEvent(&edit, &composing);
        QSignalSpy committed(&edit, &PlainTextEdit::textCommitted);
        QVERIFY(edit.commitOpenEditor()); // the input method does not answer
        QCOMPARE(edit.text(), text);
        QCOMPARE(committed.count(), text == u"甲乙" ? 0 : 1);
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(edit.text(), text);
        QInputMethodEvent again; // some do when the focus is gone
        again.setCommitString(composed);
        QApplication::sendEvent(&edit, &again);
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(edit.text(), text);
    }

    /// It may be the same words once more.
    void whatIsMeantAgainIsTaken_data()
    {
        QTest::addColumn<QList<int>>("before");
        QTest::newRow("the second time") << QList<int>{QEvent::InputMethod};
        QTest::newRow("behind a key") << QList<int>{QEvent::KeyPress};
        QTest::newRow("by who comes back") << QList<int>{QEvent::FocusIn};
    }
    void whatIsMeantAgainIsTaken()
    {
        QFETCH(QList<int>, before);
        PlainTextEdit edit;
        QInputMethodEvent composing(QStringLiteral("中"), {});
        QApplication::sendEvent(&edit, &composing);
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(edit.text(), QStringLiteral("中"));
        QInputMethodEvent given;
        given.setCommitString(QStringLiteral("中"));
        if (before.first() == QEvent::InputMethod) {
            QApplication::sendEvent(&edit, &given);
            QCOMPARE(edit.text(), QStringLiteral("中"));
        } else if (before.first() == QEvent::KeyPress) {
            QTest::keyClick(&edit, Qt::Key_End);
        } else {
            QFocusEvent back(QEvent::FocusIn);
            QApplication::sendEvent(&edit, &back);
        }
        QInputMethodEvent again;
        again.setCommitString(QStringLiteral("中"));
        QApplication::sendEvent(&edit, &again);
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(edit.text(), QStringLiteral("中中"));
    }

    void whatAnInputMethodGivesIsTaken()
    {
        PlainTextEdit edit;
        QInputMethodEvent composing(QStringLiteral("wifi"), {});
        QApplication::sendEvent(&edit, &composing);
        QInputMethodEvent given; // with Enter
        given.setCommitString(QStringLiteral("wifi"));
        QApplication::sendEvent(&edit, &given);
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(edit.text(), QStringLiteral("wifi"));
    }

    void aClickElsewhereLeavesLettersBehind_data()
    {
        QTest::addColumn<bool>("inside");
        QTest::addColumn<QString>("text");
        QTest::newRow("elsewhere") << false << QStringLiteral("中");
        QTest::newRow("in the text itself: it is still composed") << true << QString();
    }
    void aClickElsewhereLeavesLettersBehind()
    {
        QFETCH(bool, inside);
        QFETCH(QString, text);
        QWidget window;
        PlainTextEdit edit(&window);
        edit.setGeometry(0, 0, 200, 100);
        window.resize(200, 200);
        window.show();
        edit.setFocus();
        QInputMethodEvent composing(QStringLiteral("中xin"), {});
        QApplication::sendEvent(&edit, &composing);
        QTest::mousePress(window.windowHandle(), Qt::LeftButton, {}, QPoint(100, inside ? 50 : 150));
        QCOMPARE(edit.text(), text);
    }

    void shiftEnterIsAParagraph()
    {
        PlainTextEdit edit;
        QTest::keyClicks(&edit, QStringLiteral("a"));
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&edit, QStringLiteral("b"));
        QCOMPARE(edit.document()->blockCount(), 2);
    }

    void keepsItsPaperWhenTheFontOfTheProgramChanges()
    {
        PlainTextEdit edit;
        const qreal before = edit.document()->defaultFont().pointSizeF();
        QFont larger = edit.font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        edit.setFont(larger);
        QCOMPARE(edit.document()->defaultFont().pointSizeF(), before * 2);
        QVERIFY(edit.document()->firstBlock().blockFormat().textIndent() > 0);
    }
};

QTEST_MAIN(PlainTextEditTest)
#include "tst_plaintextedit.moc"
