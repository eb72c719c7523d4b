// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "mainwindow.h"
#include "openedwindow.h"
#include "ordinaryuser.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "savedlabel.h"
#include "testreports.h"
#include "windowwalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace nianbao;

namespace {

const QString kOnlyLook = QStringLiteral("这份报告只能查看。");

bool isWritable(const QWidget &widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(&widget))
        return !text->isReadOnly();
    if (const auto *button = qobject_cast<const QToolButton *>(&widget))
        return button->menu(); // each of them on a page puts something in
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; view->editTriggers() && model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                if (model->index(row, column).flags() & Qt::ItemIsEditable)
                    return true;
            }
        }
        return false;
    }
    return qobject_cast<const QComboBox *>(&widget);
}

/// What stands in the page and in the panel beside it and takes an entry.
QStringList writableParts(const MainWindow &window)
{
    QList<const QWidget *> all;
    for (const QWidget *root : {static_cast<QWidget *>(window.view()->page()),
             window.view()->findChild<QTabWidget *>()->currentWidget()}) {
        for (const QWidget *widget : root->findChildren<QWidget *>())
            all.append(widget);
    }
    QStringList parts;
    for (const QWidget *widget : std::as_const(all)) {
        const bool isOfTheProgram = widget->objectName() == u"userName" // whose name is not the report's
            || widget->window()->windowType() == Qt::Popup
            || !widget->objectName().compare(QStringLiteral("zoom"));
        if (widget->isVisible() && widget->isEnabled() && !isOfTheProgram && isWritable(*widget))
            parts.append(QStringLiteral("%1 %2").arg(
                QLatin1String(widget->metaObject()->className()), widget->objectName()));
    }
    for (const char *name : {"undo", "redo", "convert"}) {
        const auto *action = window.findChild<QAction *>(QLatin1String(name));
        if (action->isEnabled())
            parts.append(QLatin1String(name));
    }
    return parts;
}

} // namespace

/// When the file becomes read-only underneath, nothing on any page can be edited any more, at once; and all
/// of it again as soon as the file takes entries.
class PermittedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;

    Session &session() { return *m_window->session(); }
    const QLabel *banner() { return m_window->findChild<QLabel *>(QStringLiteral("readOnlyReason")); }
    QString state() { return m_window->findChild<QLabel *>(QStringLiteral("state"))->text(); }

    /// Of each place with each tab of the panel: what can be edited there.
    QStringList writableEverywhere()
    {
        QStringList all;
        test::visitEveryPlace(*m_window, [&](const QString &where) {
            for (const QString &part : writableParts(*m_window))
                all.append(where + QStringLiteral(": ") + part);
        });
        return all;
    }

    /// What is left to be pressed on the pages leads somewhere and changes nothing.
    void pressEveryButton()
    {
        const auto buttons = [this] {
            QList<QAbstractButton *> all;
            for (QAbstractButton *button : m_window->view()->page()->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->isEnabled())
                    all.append(button);
            }
            return all;
        };
        for (const char *place : {"organisation", "introduction", "overview", "overview/1", "disclosure",
                 "requests", "disputes", "problems", "other/1", "channels"}) {
            const Place entry = *Place::parse(QLatin1String(place));
            m_window->goTo(entry);
            QApplication::processEvents();
            const auto count = buttons().size();
            for (qsizetype i = 0; i < count; ++i) {
                m_window->goTo(entry);
                QApplication::processEvents();
                auto *button = buttons().value(i);
                QVERIFY(button);
                button->click();
                QApplication::processEvents();
                QVERIFY2(!session().unsaved(),
                    qPrintable(QStringLiteral("%1: %2").arg(entry.toString(), button->text())));
            }
        }
    }

    /// One with something of every kind to edit: findings, an old form, pictures, last year's report.
    static Report report()
    {
        Report made = test::sampleReport(QStringLiteral("zhangcun-2021"));
        Illustration chart;
        chart.place = *Place::parse(QStringLiteral("overview/1"));
        chart.kind = QStringLiteral("chart");
        chart.chart = QStringLiteral("outcomes");
        const auto done = made.apply({{},
            {SetIllustrations{{chart}}, SetRuleOff{RuleId(QStringLiteral("GLYPH")), QStringLiteral("x")},
                SetChannels{{{QStringLiteral("政府网站"), 5, {{QStringLiteral("人事"), 3}}}}}},
            {}});
        if (!done)
            qFatal("the report cannot be made: %s", qPrintable(done.error().where));
        return made;
    }

    void open()
    {
        if (!Session::create(m_path, report()))
            qFatal("the report cannot be written");
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(m_window->open(m_path));
        QVERIFY(session().edit(
            Change::of(QStringLiteral("a"), SetFact{QLatin1String(fact::kPhone), QStringLiteral("1")})));
    }

    void nothingIsEditable()
    {
        QCOMPARE(writableEverywhere().join(u'\n'), QString());
        QVERIFY(banner()->isVisible());
        QVERIFY2(banner()->text().startsWith(kOnlyLook), qPrintable(banner()->text()));
        QCOMPARE(state(), QStringLiteral("起草中，只读"));
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("只读")));
    }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }
    void init()
    {
        static_cast<void>(dialogs::told());
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("r.nianbao"));
        test::setMode(m_folder->path(), 0777);
    }
    void cleanup() { m_window.reset(); }

    void aFileWhoseRightsAreTakenAway()
    {
        const test::AsOrdinaryUser user;
        if (!user.canWorkIn(m_folder->path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        open();
        const QStringList before = writableEverywhere();
        QVERIFY(before.size() > 100);

        m_window->goTo(*Place::parse(QStringLiteral("overview/1")));
        auto *text = m_window->view()->page()->findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        const QString stored = text->text();
        test::setMode(m_path, 0444);
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("9"));
        QVERIFY(!m_window->view()->commitOpenEditor()); // refused, and by that all is told
        QVERIFY(text->isReadOnly());
        QVERIFY(text->text() != stored); // what was typed is not taken away
        QVERIFY(session().unsaved());
        QVERIFY2(m_window->findChild<SavedLabel *>()->text().startsWith(QStringLiteral("✗ 未保存")),
            qPrintable(m_window->findChild<SavedLabel *>()->text()));
        QTest::keyClick(text, Qt::Key_Escape); // given up
        QCOMPARE(text->text(), stored);
        QVERIFY(!session().unsaved());
        nothingIsEditable();
        pressEveryButton();

        test::setMode(m_path, 0644);
        QEvent back(QEvent::WindowActivate); // somebody comes back to the window
        QApplication::sendEvent(m_window.get(), &back);
        QVERIFY(!banner()->isVisible());
        QCOMPARE(writableEverywhere(), before);
    }

    void whatWasRefusedIsWrittenWhenItMayBe()
    {
        const test::AsOrdinaryUser user;
        if (!user.canWorkIn(m_folder->path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        open();
        m_window->goTo(*Place::parse(QStringLiteral("overview/1")));
        auto *text = m_window->view()->page()->findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        test::setMode(m_path, 0444);
        QTest::keyClicks(text, QStringLiteral("9"));
        QVERIFY(!m_window->view()->commitOpenEditor());
        test::setMode(m_path, 0644);
        QEvent back(QEvent::WindowActivate);
        QApplication::sendEvent(m_window.get(), &back);
        QVERIFY(!text->isReadOnly());
        const SectionId overview(QStringLiteral("overview"));
        QTRY_COMPARE(session().report().subSections(overview).first().text, text->text());
        QVERIFY(!session().unsaved());
        QVERIFY((*Session::open(m_path, Session::Mode::Look))->report() == session().report());
    }

    void aNoteThatIsRefusedStays()
    {
        const test::AsOrdinaryUser user;
        if (!user.canWorkIn(m_folder->path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        open();
        m_window->goTo(*Place::parse(QStringLiteral("requests.received.individual")));
        auto *page = m_window->view()->page();
        for (QAction *action : page->findChild<QAbstractItemView *>(QStringLiteral("grid"))->actions()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_M))
                action->trigger(); // the note's field is shown
        }
        auto *note = page->findChild<QLineEdit *>(QStringLiteral("cellNote"));
        QVERIFY(note->isVisible());
        note->setText(QStringLiteral("含口头"));
        test::setMode(m_path, 0444);
        QVERIFY(!m_window->view()->commitOpenEditor());
        QApplication::processEvents();
        QCOMPARE(note->text(), QStringLiteral("含口头"));
        QVERIFY(note->isReadOnly());
        test::setMode(m_path, 0644);
        QVERIFY(m_window->view()->commitOpenEditor());
        QCOMPARE(
            session().report().note(CellId(QStringLiteral("requests.received.individual"))), note->text());
    }

    /// A cell that is open keeps what was typed, and takes no more.
    void aCellThatIsOpen()
    {
        open();
        m_window->goTo(*Place::parse(QStringLiteral("requests.received.individual")));
        auto *grid = m_window->view()->page()->findChild<QAbstractItemView *>(QStringLiteral("grid"));
        QTest::keyClicks(grid, QStringLiteral("7"));
        auto *editor = grid->findChild<QLineEdit *>(QStringLiteral("cellEdit"));
        QVERIFY(editor);
        const auto other = Session::open(m_path, Session::Mode::TakeOver);
        QVERIFY(other);
        session().lookAtFile();
        QVERIFY(editor->isReadOnly());
        QCOMPARE(editor->text(), QStringLiteral("7"));
        QVERIFY(!m_window->view()->commitOpenEditor());
        QTest::keyClick(editor, Qt::Key_Escape);
        nothingIsEditable();
    }

    void aReportThatSomebodyTookOver()
    {
        open();
        const QStringList before = writableEverywhere();
        auto other = Session::open(m_path, Session::Mode::TakeOver);
        QVERIFY(other);
        session().lookAtFile();
        nothingIsEditable();
        other->reset();
        session().lookAtFile();
        QVERIFY(!banner()->isVisible());
        QCOMPARE(writableEverywhere(), before);
    }

    /// The button that is pressed next is gone: the section's page is made anew without it.
    void thePageThatHasTheFocus()
    {
        open();
        m_window->goTo(*Place::parse(QStringLiteral("problems")));
        auto *add = m_window->view()->page()->findChild<QWidget *>(QStringLiteral("addOne"));
        QVERIFY(add);
        add->setFocus();
        const auto other = Session::open(m_path, Session::Mode::TakeOver);
        session().lookAtFile();
        QVERIFY(!session().permissions().may(Permissions::Action::EditContent));
        QVERIFY(!add->isVisible());
    }
};

QTEST_MAIN(PermittedTest)
#include "tst_permitted.moc"
