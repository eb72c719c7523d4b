// SPDX-License-Identifier: MulanPSL-2.0
#include "clock.h"
#include "dialoganswers.h"
#include "entryline.h"
#include "findingspanel.h"
#include "gridview.h"
#include "openedwindow.h"
#include "pagepreview.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "tablemodel.h"
#include "testreports.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QInputMethodEvent>
#include <QListView>
#include <QMimeData>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace nianbao;

namespace {
QDateTime s_now;
QDateTime stillClock() { return s_now; }
const QString kReceived = QStringLiteral("收到政府信息公开申请3件。");
} // namespace

/// One step of undo is one thought of typing, and undo leads to what it changes.
class UndoTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
    const SectionId m_overview{QStringLiteral("overview")};

    Session &session() { return *m_window->session(); }
    ReportView &view() { return *m_window->view(); }
    QAction *action(const char *name) { return m_window->findChild<QAction *>(QLatin1String(name)); }
    void press(QKeySequence::StandardKey key)
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keySequence(focused ? focused : m_window.get(), key);
    }
    void undo() { press(QKeySequence::Undo); }
    void redo() { press(QKeySequence::Redo); }
    QString section() { return view().entry().toString(); }
    void goTo(const char *place) { m_window->goTo(*Place::parse(QLatin1String(place))); }
    template <typename Widget> Widget *find(const QString &name)
    {
        return test::inSight<Widget>(*m_window, name);
    }

    static Report report()
    {
        Report made = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        const auto done = made.apply({{},
            {SetText{overview, 0, kReceived + QStringLiteral("\n\n第三段")},
                InsertSubSection{overview, 1, {QStringLiteral("h"), QStringLiteral("甲")}},
                SetIllustrations{{test::channelChart()}},
                SetChannels{
                    {{QStringLiteral("site"), 2, {{QStringLiteral("a"), 2}, {QStringLiteral("b"), 0}}},
                        {QStringLiteral("wall"), 1, {}}}}},
            {}});
        if (!done)
            qFatal("the report cannot be made");
        return made;
    }

    /// One thing a hand does in the field.
    void act(QWidget *field, const QString &what)
    {
        const QString words = what.section(u' ', 1);
        if (what.startsWith(QStringLiteral("type"))) {
            QTest::keyClicks(field, words);
        } else if (what.startsWith(QStringLiteral("compose"))) {
            QInputMethodEvent composing(words, {});
            QApplication::sendEvent(field, &composing);
            QInputMethodEvent given;
            given.setCommitString(words);
            QApplication::sendEvent(field, &given);
        } else if (what.startsWith(QStringLiteral("paste"))) {
            QApplication::clipboard()->setText(words);
            QTest::keySequence(field, QKeySequence::Paste);
        } else if (what.startsWith(QStringLiteral("live"))) {
            qobject_cast<PlainTextEdit *>(field)->insertStored(words);
        } else if (what == u"rest") {
            s_now = s_now.addSecs(3);
        } else if (what == u"pause") {
            s_now = s_now.addSecs(2);
        } else if (what == u"wait") { // for the hand-over
            QTRY_VERIFY(session().undoStack().canUndo());
        } else if (what == u"save") {
            press(QKeySequence::Save);
        } else if (what == u"leave") {
            view().findChild<QTreeView *>()->setFocus();
            field->setFocus();
        } else if (what == u"click") {
            QWidget *target = field;
            if (auto *text = qobject_cast<PlainTextEdit *>(field))
                target = text->viewport();
            QTest::mouseClick(target, Qt::LeftButton, {}, QPoint(5, target->height() / 2));
        } else if (what == u"drop") {
            QMimeData words2;
            words2.setText(QStringLiteral("D"));
            QWidget *target = field;
            if (auto *text = qobject_cast<PlainTextEdit *>(field))
                target = text->viewport();
            const QPoint at(target->width() - 4, target->height() / 2);
            QDragEnterEvent enter(at, Qt::CopyAction, &words2, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &enter);
            QDragMoveEvent move(at, Qt::CopyAction, &words2, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &move);
            QDropEvent drop(at, Qt::CopyAction, &words2, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &drop);
        } else {
            static const QHash<QString, Qt::Key> keys{{QStringLiteral("enter"), Qt::Key_Return},
                {QStringLiteral("left"), Qt::Key_Left}, {QStringLiteral("backspace"), Qt::Key_Backspace},
                {QStringLiteral("home"), Qt::Key_Home}};
            if (what == u"all")
                QTest::keySequence(field, QKeySequence::SelectAll);
            else if (what == u"cut")
                QTest::keySequence(field, QKeySequence::Cut);
            else
                QTest::keyClick(field, keys.value(what));
        }
    }

    static QString textOf(QWidget *field)
    {
        if (const auto *text = qobject_cast<PlainTextEdit *>(field))
            return text->text();
        return qobject_cast<QLineEdit *>(field)->text();
    }

    QWidget *field(const QString &name)
    {
        if (name == u"text" || name == u"heading") {
            goTo("overview/2");
            return name == u"text" ? static_cast<QWidget *>(find<PlainTextEdit>(QStringLiteral("textEdit")))
                                   : find<PlainLineEdit>(QStringLiteral("heading"));
        }
        if (name == u"caption") {
            goTo("overview/1");
            return find<PlainLineEdit>(name);
        }
        goTo(name == u"organisation.office" ? "organisation" : "introduction");
        return m_window->findChild<QWidget *>(name);
    }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }
    void init()
    {
        static int number = 0;
        s_now = QDateTime(QDate(2026, 1, 5), QTime(9, 0));
        setClock(stillClock);
        m_path = m_folder.filePath(QStringLiteral("u%1.nianbao").arg(++number));
        m_window = test::openedWindow(m_path, report());
    }
    void cleanup()
    {
        m_window.reset();
        setClock(nullptr);
        static_cast<void>(dialogs::told());
    }

    void aStepIsOneThought_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("acts");
        QTest::addColumn<QStringList>("back"); // what stands there after one undo, two, …
        const auto row
            = [](const char *words, const char *name, const QStringList &acts, const QStringList &back) {
                  QTest::newRow(words) << QString::fromLatin1(name) << acts << back;
              };
        const QString a = QStringLiteral("甲");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("typing in one go", "text", {s("type ab"), s("wait"), s("type cd")}, {a});
        row("a short pause", "text", {s("type ab"), s("wait"), s("pause"), s("type cd")}, {a});
        row("a rest", "text", {s("type ab"), s("wait"), s("rest"), s("type cd")}, {s("甲ab"), a});
        row("rests of a long text", "text",
            {s("type a"), s("wait"), s("rest"), s("type b"), s("save"), s("rest"), s("type c")},
            {s("甲ab"), s("甲a"), a});
        row("a new paragraph", "text", {s("type ab"), s("enter"), s("type cd")}, {s("甲ab"), a});
        row("two new paragraphs", "text", {s("type ab"), s("enter"), s("enter"), s("type cd")},
            {s("甲ab\n"), s("甲ab"), a});
        row("a paste", "text", {s("type ab"), s("paste X"), s("type cd")}, {s("甲abX"), s("甲ab"), a});
        row("two pastes", "text", {s("paste X"), s("paste Y")}, {s("甲X"), a});
        row("a drop", "text", {s("type ab"), s("drop"), s("type cd")}, {s("甲abD"), s("甲ab"), a});
        row("the cursor moved by a key", "text", {s("type ab"), s("left"), s("type cd")}, {s("甲ab"), a});
        row("the cursor moved by a click", "text", {s("type ab"), s("click"), s("type cd")}, {s("甲ab"), a});
        row("Ctrl+S", "text", {s("type ab"), s("save"), s("type cd")}, {s("甲ab"), a});
        row("the focus", "text", {s("type ab"), s("leave"), s("type cd")}, {s("甲ab"), a});
        row("taking away what was typed", "text", {s("type abc"), s("backspace"), s("backspace")},
            {s("甲abc"), a});
        row("typing after taking away", "text", {s("backspace"), s("type b"), s("type c")}, {QString(), a});
        row("typing over a selection", "text", {s("type ab"), s("all"), s("type x")}, {s("甲ab"), a});
        row("cutting", "text", {s("type ab"), s("all"), s("cut"), s("type x")}, {QString(), s("甲ab"), a});
        row("a live figure", "text", {s("type ab"), s("live {{channels.total}}"), s("type cd")},
            {s("甲ab{{channels.total}}"), s("甲ab"), a});
        row("words of an input method", "text",
            {s("compose 中"), s("compose 心"), s("wait"), s("rest"), s("compose 办")}, {s("甲中心"), a});
        row("an input method after taking away", "text", {s("type ab"), s("backspace"), s("compose 办")},
            {s("甲a"), s("甲ab"), a});
        const QString h = QStringLiteral("h");
        row("a line: a rest", "heading", {s("type ab"), s("wait"), s("rest"), s("type cd")}, {s("hab"), h});
        row("a line: in one go", "heading", {s("type ab"), s("wait"), s("type cd")}, {h});
        row("a line: a paste", "heading", {s("type ab"), s("paste X"), s("type cd")},
            {s("habX"), s("hab"), h});
        row("a line: a drop", "heading", {s("type ab"), s("drop"), s("type cd")}, {s("habD"), s("hab"), h});
        row("a line: the cursor moved", "heading", {s("type ab"), s("home"), s("type cd")}, {s("hab"), h});
        row("a line: a click", "heading", {s("type ab"), s("click"), s("type cd")}, {s("hab"), h});
        row("a line: taking away", "heading", {s("type abc"), s("backspace"), s("type d")},
            {s("hab"), s("habc"), h});
        row("a line: words of an input method", "heading",
            {s("compose 中"), s("wait"), s("rest"), s("compose 心")}, {s("h中"), h});
        row("a caption: a rest", "caption", {s("type ab"), s("wait"), s("rest"), s("type cd")},
            {s("ab"), QString()});
        row("a fact: a rest", "organisation.office", {s("type ab"), s("wait"), s("rest"), s("type cd")},
            {s("ab"), QString()});
        row("a date: a rest", "date", {s("type 2022-1-1"), s("wait"), s("rest"), s("type 2")},
            {s("2022-01-01"), QString()});
        row("the introduction: a rest", "introduction", {s("type ab"), s("wait"), s("rest"), s("type cd")},
            {s("ab"), QString()});
    }
    void aStepIsOneThought()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, acts);
        QFETCH(QStringList, back);
        QWidget *where = field(name);
        QVERIFY(where);
        where->setFocus();
        QTest::keySequence(where, QKeySequence::MoveToEndOfDocument);
        QTest::keyClick(where, Qt::Key_End);
        for (const QString &what : acts)
            act(where, what);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(view().commitOpenEditor());
        const Report typed = session().report();
        const QString last = textOf(where);
        for (const QString &text : back) {
            QVERIFY2(action("undo")->isEnabled(), qPrintable(text));
            undo();
            QCOMPARE(textOf(where), text);
            QVERIFY(where->hasFocus());
        }
        QVERIFY(!action("undo")->isEnabled());
        QVERIFY(session().report() == report());
        for (int i = 0; i < back.size(); ++i)
            redo();
        QVERIFY(session().report() == typed);
        if (name != u"date") // shown as it is kept
            QCOMPARE(textOf(where), last);
    }

    void undoLeadsToWhatItChanges_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("from"); // where the person is meanwhile
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("focus"); // object name
        const auto row = [](const char *words, const Step &step, const char *from, const char *section,
                             const char *focus) {
            QTest::newRow(words) << Change::of(QStringLiteral("步骤"), step) << QString::fromLatin1(from)
                                 << QString::fromLatin1(section) << QString::fromLatin1(focus);
        };
        const CellId cell(QStringLiteral("requests.granted.business"));
        const QString ab = QStringLiteral("ab");
        row("a cell, from a text", SetCell{cell, Amount::fromInteger(9)}, "overview/1", "requests", "grid");
        row("a cell's note, from the office", SetNote{cell, ab}, "organisation", "requests", "grid");
        row("a note under a table, from another table", SetFact{QStringLiteral("table_notes.disputes"), ab},
            "requests", "disputes", "tableNote");
        row("a text, from a table", SetText{m_overview, 1, ab}, "requests", "overview/2", "textEdit");
        row("a text, from another text", SetText{m_overview, 1, ab}, "overview/1", "overview/2", "textEdit");
        row("a heading, from the comparison", SetHeading{m_overview, 1, ab}, "years", "overview/2",
            "heading");
        row("a fact of the office, from a text", SetFact{QLatin1String(fact::kPhone), ab}, "overview/1",
            "organisation", "organisation.phone");
        row("a person of the sign-off", SetFact{QLatin1String(fact::kSigned), ab}, "channels", "introduction",
            "people.signed");
        row("the introduction", SetFact{QLatin1String(fact::kIntroduction), ab}, "channels", "introduction",
            "introduction");
        row("the title", SetFact{QLatin1String(fact::kTitle), ab}, "channels", "introduction", "title");
        row("a channel's count, from a text",
            SetChannels{{{QStringLiteral("site"), 2, {{QStringLiteral("a"), 2}, {QStringLiteral("b"), 0}}},
                {QStringLiteral("wall"), 5, {}}}},
            "overview/1", "channels", "grid");
        Illustration named = report().illustrations().first();
        named.caption = ab;
        row("a caption, from a table", SetIllustrations{{named}}, "requests", "overview/1", "caption");
        row("a new sub-section: beside it", InsertSubSection{m_overview, 2, {}}, "requests", "overview/2",
            "");
        row("a deleted sub-section: to it", RemoveSubSection{m_overview, 1}, "requests", "overview/2", "");
        row("a moved sub-section: to where it is again", MoveSubSection{m_overview, 0, 1}, "requests",
            "overview/1", "");
    }
    void undoLeadsToWhatItChanges()
    {
        QFETCH(Change, change);
        QFETCH(QString, from);
        QFETCH(QString, section);
        QFETCH(QString, focus);
        const Report before = session().report();
        QVERIFY(session().edit(change));
        m_window->goTo(*Place::parse(from));
        QCOMPARE(this->section(), from);
        view().findChild<QTreeView *>()->setFocus();
        undo();
        QVERIFY(session().report() == before);
        QCOMPARE(this->section(), section);
        auto *tree = view().findChild<QTreeView *>();
        QCOMPARE(tree->currentIndex().data(ContentsModel::PlaceRole).toString(), section);
        if (!focus.isEmpty())
            QCOMPARE(QApplication::focusWidget()->objectName(), focus);
        m_window->goTo(*Place::parse(from));
        redo(); // and redo does too
        if (!focus.isEmpty()) {
            QCOMPARE(this->section(), section);
            QCOMPARE(QApplication::focusWidget()->objectName(), focus);
        }
    }

    void undoLeadsToTheVeryCellAndParagraph()
    {
        const CellId cell(QStringLiteral("requests.granted.business"));
        QVERIFY(session().edit(Change::of({}, SetCell{cell, Amount::fromInteger(9)})));
        QVERIFY(session().edit(
            Change::of({}, SetText{m_overview, 0, kReceived + QStringLiteral("\n第二段\n第三段")})));
        goTo("channels");
        undo();
        QCOMPARE(section(), QStringLiteral("overview/1"));
        QCOMPARE(view().page()->currentPlace().paragraph(), 1);
        QCOMPARE(view().preview().currentPage() >= 0, true);
        goTo("channels");
        undo();
        QCOMPARE(view().page()->currentPlace().cellId(), cell);
        auto *grid = find<GridView>(QStringLiteral("grid"));
        QTRY_VERIFY(grid->viewport()->rect().contains(grid->visualRect(grid->currentIndex())));
    }

    void undoLeadsToTheVeryChannelAndCategory()
    {
        auto channels = session().report().channels();
        channels[0].categories[1].count = 8;
        QVERIFY(session().edit(Change::of({}, SetChannels{channels})));
        goTo("overview/1");
        undo();
        const auto *grid = find<GridView>(QStringLiteral("grid"));
        QCOMPARE(grid->currentIndex().data(Qt::AccessibleTextRole).toString(), QStringLiteral("site · b，0"));
    }

    void undoOfAnExplanationLeadsToItsFinding()
    {
        const auto all = session().findings();
        const auto found = std::find_if(all.begin(), all.end(),
            [](const Finding &one) { return one.rule.toString() == u"TXT-RECEIVED"; });
        QVERIFY(found != all.end());
        QVERIFY(session().edit(Change::of(
            {}, SetExplanation{found->key, Explanation{QStringLiteral("x"), found->operands(), {}, {}}})));
        auto *tabs = view().findChild<QTabWidget *>();
        QCOMPARE(tabs->currentIndex(), 0);
        undo();
        QVERIFY(tabs->currentWidget()->findChild<FindingsPanel *>());
        const auto *list = find<QListView>(QStringLiteral("findings"));
        QCOMPARE(
            list->currentIndex().data(FindingsModel::RuleRole).toString(), QStringLiteral("TXT-RECEIVED"));
    }

    void aFieldThatIsNotOfTheReportHasItsOwnUndo()
    {
        QVERIFY(session().edit(Change::of({}, SetFact{QLatin1String(fact::kPhone), QStringLiteral("1")})));
        goTo("organisation");
        auto *user = find<EntryLine>(QStringLiteral("userName"));
        user->setFocus();
        const QString before = user->text();
        QTest::keyClicks(user, QStringLiteral("x"));
        undo();
        QCOMPARE(user->text(), before);
        QCOMPARE(session().report().fact(fact::kPhone), QStringLiteral("1")); // untouched
        QTest::keyClicks(user, QStringLiteral("x"));
        QTest::keyClick(user, Qt::Key_Escape);
    }

    void aCellEditorHasItsOwnUndoWhileItIsTypedInto()
    {
        m_window->goTo(Place::cell(CellId(QStringLiteral("requests.granted.business"))));
        auto *grid = find<GridView>(QStringLiteral("grid"));
        QTest::keyClicks(grid, QStringLiteral("7"));
        auto *editor = find<QLineEdit>(QStringLiteral("cellEdit"));
        QVERIFY(editor);
        undo();
        QCOMPARE(editor->text(), QStringLiteral("0"));
        QVERIFY(session().report() == report());
        QCOMPARE(session().undoStack().count(), 0);
    }

    void theActionsSayWhatTheyDo()
    {
        QVERIFY(!action("undo")->isEnabled());
        QCOMPARE(action("undo")->text(), QStringLiteral("撤销(&U)"));
        QVERIFY(session().edit(Change::of(QStringLiteral("填写 A&B"), SetHeading{m_overview, 0, {u'x'}})));
        QCOMPARE(action("undo")->text(), QStringLiteral("撤销(&U)：填写 A&&B"));
        undo();
        QCOMPARE(action("redo")->text(), QStringLiteral("重做(&D)：填写 A&&B"));
        QVERIFY(!action("undo")->isEnabled());
    }

    void aStepThatCannotBeWrittenStays()
    {
        QVERIFY(session().edit(Change::of({}, SetHeading{m_overview, 1, {u'x'}})));
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".away")));
        undo();
        QCOMPARE(dialogs::told().size(), 1);
        QVERIFY(action("undo")->isEnabled());
        QCOMPARE(session().report().subSections(m_overview)[1].heading, QStringLiteral("x"));
        QVERIFY(QFile::rename(m_path + QStringLiteral(".away"), m_path));
        undo();
        QVERIFY(session().report() == report());
    }
};

QTEST_MAIN(UndoTest)
#include "tst_undo.moc"
