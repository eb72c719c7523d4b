// SPDX-License-Identifier: MulanPSL-2.0
#include "narrativepage.h"

#include "appearance.h"
#include "livepicker.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "testreports.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

class NarrativePageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<NarrativePage> m_page;
    const SectionId m_overview{QStringLiteral("overview")};

    PlainTextEdit *text() { return m_page->findChild<PlainTextEdit *>(); }
    PlainLineEdit *heading() { return m_page->findChild<PlainLineEdit *>(QStringLiteral("heading")); }
    SubSection inReport(int index) { return m_session->report().subSections(m_overview).value(index); }
    qsizetype count() { return m_session->report().subSections(m_overview).size(); }

    void press(const QString &words)
    {
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->text() == words) {
                button->click();
                return;
            }
        }
        QFAIL(qPrintable(words));
    }

    void open(int index)
    {
        m_page = std::make_unique<NarrativePage>(*m_session, Place::subSection(m_overview, index));
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

private Q_SLOTS:
    void initTestCase() { appearance::apply(false); }
    void init()
    {
        static int number = 0;
        auto made = Session::create(m_folder.filePath(QStringLiteral("n%1.nianbao").arg(++number)),
            test::sampleReport(QStringLiteral("zhangcun-2021")));
        QVERIFY(made);
        m_session = std::move(*made);
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    /// The text is read from its beginning; what is put in at the cursor is seen where it comes.
    void thePickerOpensWhereTheFigureWillStand()
    {
        QVERIFY(m_session->edit(
            Change::of({}, SetText{m_overview, 0, QStringLiteral("很长的一段文字。\n").repeated(60)})));
        open(0);
        m_page->resize(500, 400);
        QApplication::processEvents();
        QCOMPARE(text()->verticalScrollBar()->value(), 0);
        QVERIFY(!text()->viewport()->rect().intersects(text()->cursorRect()));
        m_page->findChild<QToolButton *>(QStringLiteral("insertLive"))->click();
        auto *picker = m_page->findChild<LivePicker *>();
        QVERIFY(picker);
        QVERIFY(text()->viewport()->rect().contains(text()->cursorRect()));
        picker->close();
    }

    void lookingIsNoEdit()
    {
        open(0);
        text()->setFocus();
        heading()->setFocus();
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void typingIsOneUndoStepWhileTheFocusStays()
    {
        open(1);
        const QString before = inReport(1).text;
        text()->setFocus();
        text()->moveCursor(QTextCursor::End);
        QTest::keyClicks(text(), QStringLiteral("abc"));
        QTRY_VERIFY(inReport(1).text.endsWith(QStringLiteral("abc")));
        QTest::keyClicks(text(), QStringLiteral("def"));
        QTRY_VERIFY(inReport(1).text.endsWith(QStringLiteral("abcdef")));
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo());
        QCOMPARE(inReport(1).text, before);
        QCOMPARE(text()->text(), before);
        QVERIFY(m_session->redo());
        QCOMPARE(text()->text(), before + QStringLiteral("abcdef"));
    }

    void leavingTheFieldBeginsANewStep()
    {
        open(1);
        text()->setFocus();
        QTest::keyClicks(text(), QStringLiteral("a"));
        heading()->setFocus();
        text()->setFocus();
        QTest::keyClicks(text(), QStringLiteral("b"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->undoStack().count(), 2);
    }

    void compositionIsNoEdit()
    {
        open(1);
        text()->setFocus();
        QInputMethodEvent composing(QStringLiteral("zheng'fu"), {});
        QApplication::sendEvent(text(), &composing);
        QTest::qWait(120); // longer than the delay: what must not happen has had its chance
        QCOMPARE(m_session->undoStack().count(), 0);
        QInputMethodEvent done;
        done.setCommitString(QStringLiteral("政府"));
        QApplication::sendEvent(text(), &done);
        QTRY_COMPARE(m_session->undoStack().count(), 1);
        QVERIFY(inReport(1).text.contains(QStringLiteral("政府")));
        QVERIFY(!inReport(1).text.contains(QStringLiteral("zheng")));
    }

    void headingIsRenamedAndNumbered()
    {
        open(1);
        heading()->setFocus();
        heading()->selectAll();
        QTest::keyClicks(heading(), QStringLiteral("new "));
        QTRY_COMPARE(inReport(1).heading, QStringLiteral("new"));
        QCOMPARE(heading()->text(), QStringLiteral("new ")); // the blank is not taken from under the hands
        QTest::keyClicks(heading(), QStringLiteral("name"));
        QTest::keyClick(heading(), Qt::Key_Return);
        QCOMPARE(inReport(1).heading, QStringLiteral("new name"));
        QVERIFY(text()->hasFocus()); // Enter leads to the text
        QStringList labels;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            labels.append(label->text());
        QVERIFY(labels.contains(QStringLiteral("（二）")));
    }

    void addsMovesAndDeletesWithUndo()
    {
        open(1);
        const auto before = m_session->report().subSections(m_overview);
        QSignalSpy asked(m_page.get(), &EditorPage::placeRequested);
        press(NarrativePage::tr("Add a sub-section after this"));
        QCOMPARE(count(), before.size() + 1);
        QCOMPARE(inReport(2), SubSection());
        QCOMPARE(asked.takeFirst().first().value<Place>().toString(), QStringLiteral("overview/3"));
        QVERIFY(m_session->undo());
        press(NarrativePage::tr("Move up"));
        QCOMPARE(inReport(0), before[1]);
        QCOMPARE(asked.takeFirst().first().value<Place>().toString(), QStringLiteral("overview/1"));
        QVERIFY(m_session->undo());
        press(NarrativePage::tr("Delete"));
        QCOMPARE(count(), before.size() - 1);
        QCOMPARE(asked.takeFirst().first().value<Place>().toString(), QStringLiteral("overview"));
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->report().subSections(m_overview), before);
    }

    void survivesTheLossOfItsSubSection()
    {
        const auto last = int(count());
        QVERIFY(
            m_session->edit(Change::of({}, InsertSubSection{m_overview, last, {QStringLiteral("末"), {}}})));
        open(last);
        text()->setFocus();
        QTest::keyClicks(text(), QStringLiteral("pending"));
        QVERIFY(m_page->commitOpenEditor());
        QVERIFY(m_session->undo());
        QVERIFY(m_session->undo());
        QCOMPARE(count(), last);
        QVERIFY(text()->text().isEmpty());
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(count(), last);
        QVERIFY(m_session->redo());
        QCOMPARE(heading()->text(), QStringLiteral("末"));
    }

    void whatCannotBeWrittenStaysAndIsTriedAgain()
    {
        open(1);
        const QString before = inReport(1).text;
        const QString path = m_session->path();
        QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
        QSignalSpy told(m_page.get(), &EditorPage::notice);
        text()->setFocus();
        text()->moveCursor(QTextCursor::End);
        QTest::keyClicks(text(), QStringLiteral("x"));
        QVERIFY(!m_page->commitOpenEditor());
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(),
            QStringLiteral(
                "The file %1 was deleted or moved while it was open. Put it back, or save a copy in another "
                "place. What was typed stays here and is tried again with the next key; Esc gives it up.")
                .arg(path));
        QCOMPARE(inReport(1).text, before);
        QCOMPARE(text()->text(), before + u'x');
        QTest::keyClick(text(), Qt::Key_Escape);
        QCOMPARE(text()->text(), before);
        QVERIFY(m_page->commitOpenEditor());
        QTest::keyClicks(text(), QStringLiteral("y"));
        QVERIFY(!m_page->commitOpenEditor());
        QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
        QVERIFY(m_page->commitOpenEditor());
        QVERIFY(inReport(1).text.contains(u'y'));
    }

    void theNewOneBeginsWithItsName()
    {
        QVERIFY(m_session->edit(Change::of({}, InsertSubSection{m_overview, 0, {}})));
        open(0);
        m_page->goTo(Place::parse(QStringLiteral("overview/1"))->inParagraph(0));
        QVERIFY(heading()->hasFocus());
    }

    void findingsAreUnderlinedAndGoWithTheirCause()
    {
        open(1);
        text()->showText({});
        const QString wrong = QStringLiteral("柳林林木公开。严格遵循遵循规定。");
        QVERIFY(m_session->edit(Change::of({}, SetText{m_overview, 1, wrong})));
        const auto marks = text()->extraSelections();
        const auto doubled = std::find_if(marks.begin(), marks.end(),
            [](const auto &mark) { return mark.cursor.selectedText() == QStringLiteral("遵循遵循"); });
        QVERIFY(doubled != marks.end());
        QCOMPARE(doubled->format.underlineStyle(), QTextCharFormat::DotLine);
        QVERIFY(m_session->edit(
            Change::of({}, SetText{m_overview, 1, QStringLiteral("严格遵循规定，公开信息。")})));
        for (const auto &mark : text()->extraSelections())
            QVERIFY(mark.cursor.selectedText() != QStringLiteral("遵循遵循"));
    }

    void theMenuCorrectsWhatIsUnderTheMouse()
    {
        open(1);
        const QString wrong = QStringLiteral("严格遵循遵循规定，收到申请{{requests.received.total}}件。");
        QVERIFY(m_session->edit(Change::of({}, SetText{m_overview, 1, wrong})));
        QMenu menu;
        Q_EMIT text()->menuRequested(&menu, wrong.indexOf(QStringLiteral("遵循")) + 1);
        QVERIFY(menu.actions().size() >= 3);
        QCOMPARE(menu.actions().first()->text(), QStringLiteral("Change to “遵循”"));
        menu.actions().first()->trigger();
        QVERIFY(inReport(1).text.startsWith(QStringLiteral("严格遵循规定")));

        QMenu figure; // a live figure becomes plain text
        Q_EMIT text()->menuRequested(&figure, inReport(1).text.indexOf(QStringLiteral("{{")));
        figure.actions().first()->trigger();
        QVERIFY(text()->commitOpenEditor());
        QCOMPARE(inReport(1).text, QStringLiteral("严格遵循规定，收到申请0件。"));
    }

    void aParagraphIsDraftedFromTheFigures()
    {
        open(1);
        auto *draft = m_page->findChild<QToolButton *>(QStringLiteral("draftParagraph"));
        QCOMPARE(draft->menu()->actions().size(), 4);
        const QString before = inReport(1).text;
        QSignalSpy told(m_page.get(), &EditorPage::notice);
        draft->menu()->actions().last()->trigger(); // the processing fee
        QVERIFY(inReport(1).text.contains(QStringLiteral("未收取信息处理费")));
        QVERIFY(told.last().first().toString().contains(QStringLiteral("No table tells whether it was so")));
        QVERIFY(m_session->undo());
        QCOMPARE(inReport(1).text, before);
    }
};

QTEST_MAIN(NarrativePageTest)
#include "tst_narrativepage.moc"
