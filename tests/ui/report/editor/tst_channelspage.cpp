// SPDX-License-Identifier: MulanPSL-2.0
#include "channelmodel.h"
#include "channelspage.h"
#include "gridview.h"
#include "testreports.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

class TestChannelsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = Session::create(m_folder->filePath(QStringLiteral("report.nianbao")),
            Report(findForm(QStringLiteral("2021")), 2021), true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_page = std::make_unique<ChannelsPage>(*m_session);
        m_grid = m_page->findChild<GridView *>();
        m_model = m_page->findChild<ChannelModel *>();
        m_page->resize(900, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void theUsualOnesAreOffered()
    {
        QVERIFY(!m_grid->isVisible());
        m_page->findChild<QPushButton *>(QStringLiteral("useUsual"))->click();
        const ReportSpec &spec = m_session->report().spec();
        QCOMPARE(channels().size(), spec.defaultChannels.size());
        QCOMPARE(channeltable::categories(channels()), spec.defaultCategories);
        QVERIFY(m_grid->isVisible());
        QCOMPARE(m_session->undoStack().count(), 1);
    }

    void countsAreTypedAndAddedUp()
    {
        two();
        m_grid->goTo(m_model->indexOf(0, QStringLiteral("b")));
        QTest::keyClicks(m_grid, QStringLiteral("7"));
        QTest::keyClick(m_page->findChild<QLineEdit *>(QStringLiteral("cellEdit")), Qt::Key_Return);
        QCOMPARE(channels()[0].count, std::optional<qint64>(9));
        m_grid->goTo(m_model->indexOf(1, {})); // no categories: the count itself is typed
        QTest::keyClicks(m_grid, QStringLiteral("4"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(channels()[1].count, std::optional<qint64>(4));
        QCOMPARE(channelsTotal(channels()), std::optional<qint64>(13));
    }

    void channelsAreAddedRenamedMovedAndRemoved()
    {
        two();
        m_grid->goTo(m_model->indexOf(0, QStringLiteral("a")));
        link("addChannel")->click();
        name("new");
        QCOMPARE(names(), QStringLiteral("site new wall"));
        QCOMPARE(m_model->channelAt(m_grid->currentIndex()), 1);
        link("moveRight")->click();
        QCOMPARE(names(), QStringLiteral("site wall new"));
        link("renameChannel")->click();
        name("board");
        QCOMPARE(names(), QStringLiteral("site wall board"));
        link("removeChannel")->click();
        QCOMPARE(names(), QStringLiteral("site wall"));
        QCOMPARE(m_session->undoStack().count(), 5);
        for (int i = 0; i < 4; ++i)
            QVERIFY(m_session->undo());
        QCOMPARE(names(), QStringLiteral("site wall"));
    }

    void theRowsStayWhenTheirChannelGoes()
    {
        two();
        m_grid->goTo(m_model->indexOf(0, QStringLiteral("a")));
        link("removeChannel")->click();
        QCOMPARE(names(), QStringLiteral("wall"));
        QCOMPARE(channeltable::categories(channels()).join(u' '), QStringLiteral("a b"));
    }

    void categoriesAreAddedRenamedMovedAndRemoved()
    {
        two();
        const auto rows = [this] { return channeltable::categories(channels()).join(u' '); };
        m_grid->goTo(m_model->indexOf(0, QStringLiteral("a")));
        link("addCategory")->click();
        name("c");
        QCOMPARE(rows(), QStringLiteral("a c b"));
        link("moveDown")->click();
        QCOMPARE(rows(), QStringLiteral("a b c"));
        link("renameCategory")->click();
        name("d");
        QCOMPARE(rows(), QStringLiteral("a b d"));
        m_grid->goTo(m_model->indexOf(0, QStringLiteral("a")));
        link("removeCategory")->click();
        QCOMPARE(rows(), QStringLiteral("b d"));
        QVERIFY(!channels()[0].count); // its only figure went
    }

    void aNameStandsOnce()
    {
        two();
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        m_grid->goTo(m_model->indexOf(0, QStringLiteral("a")));
        link("addChannel")->click();
        name("wall");
        QCOMPARE(names(), QStringLiteral("site wall"));
        QCOMPARE(notices.size(), 1);
        QVERIFY(!m_page->commitOpenEditor()); // it stays in its line until another is given, or Esc
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
        QCOMPARE(edit->text(), QStringLiteral("wall"));
        QTest::keyClicks(edit, QStringLiteral("2"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(names(), QStringLiteral("site wall2 wall"));
    }

    void escapeGivesUpAName()
    {
        two();
        link("addChannel")->click();
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
        QTest::keyClicks(edit, QStringLiteral("x"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QCOMPARE(names(), QStringLiteral("site wall"));
    }

    void aStatedCountThatIsNotTheSumIsShown()
    {
        two();
        auto changed = channels();
        changed[0].count = 8;
        QVERIFY(m_session->edit(Change::of({}, SetChannels{changed})));
        m_grid->goTo(m_model->indexOf(0, {}));
        QCOMPARE(m_grid->currentIndex().data().toString(), QStringLiteral("8"));
        QCOMPARE(m_grid->currentIndex().data(GridModel::ComputedValueRole).toString(), QStringLiteral("2"));
        QVERIFY(link("takeSum")->isVisible());
        link("takeSum")->click();
        QCOMPARE(channels()[0].count, std::optional<qint64>(2));
        QVERIFY(!link("takeSum")->isVisible());
    }

private:
    /// site: a 2, b blank; wall: nothing
    void two()
    {
        const auto s = [](const char *text) { return QString::fromLatin1(text); };
        QVERIFY(m_session->edit(Change::of({},
            SetChannels{
                {{s("site"), 2, {{s("a"), 2}, {s("b"), std::nullopt}}}, {s("wall"), std::nullopt, {}}}})));
    }
    const QList<Channel> &channels() const { return m_session->report().channels(); }
    QString names() const
    {
        QStringList result;
        for (const Channel &channel : channels())
            result.append(channel.name);
        return result.join(u' ');
    }
    void name(const char *text)
    {
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QLatin1String(text)); // what was there is selected
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QToolButton *link(const char *id) const { return m_page->findChild<QToolButton *>(QLatin1String(id)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ChannelsPage> m_page;
    GridView *m_grid = nullptr;
    ChannelModel *m_model = nullptr;
};

QTEST_MAIN(TestChannelsPage)
#include "tst_channelspage.moc"
