// SPDX-License-Identifier: MulanPSL-2.0
#include "pagesetup.h"
#include "settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class PageSetupTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }
    void init() { settings::setWindowState(QStringLiteral("paper"), {}); }

    void beginsWithWhatIsPublished()
    {
        PageChoices published;
        published.draftMark = published.signature = true;
        published.fillsArea = published.seal = published.cover = published.marksArchival = false;
        QCOMPARE(PageSetup().choices(), published);
    }

    void whatIsKeptForTheNextRun_data()
    {
        QTest::addColumn<PageChoices>("chosen");
        QTest::addColumn<PageChoices>("next");
        const auto row = [](const char *name, auto choose, bool isKept) {
            PageChoices chosen;
            choose(chosen);
            QTest::newRow(name) << chosen << (isKept ? chosen : PageChoices());
        };
        row(
            "filled pages", [](PageChoices &c) { c.fillsArea = true; }, true);
        row(
            "no signature", [](PageChoices &c) { c.signature = false; }, true);
        row(
            "room for the seal", [](PageChoices &c) { c.seal = true; }, true);
        row(
            "a cover", [](PageChoices &c) { c.cover = true; }, true);
        row(
            "the archive's mark", [](PageChoices &c) { c.marksArchival = true; }, true);
        row(
            "a draft is marked again", [](PageChoices &c) { c.draftMark = false; }, false);
        row(
            "a name is given anew", [](PageChoices &c) { c.author = QStringLiteral("张三"); }, false);
    }
    void whatIsKeptForTheNextRun()
    {
        QFETCH(PageChoices, chosen);
        QFETCH(PageChoices, next);
        PageSetup setup;
        QSignalSpy changed(&setup, &PageSetup::changed);
        setup.choose(chosen);
        QCOMPARE(setup.choices(), chosen);
        QCOMPARE(changed.count(), 1);
        setup.choose(chosen);
        QCOMPARE(changed.count(), 1); // the same ones: nothing to follow
        QCOMPARE(PageSetup().choices(), next);
    }

    void theDraftMarkLeavesTheRest()
    {
        PageSetup setup;
        PageChoices wanted;
        wanted.cover = true;
        wanted.author = QStringLiteral("张三");
        setup.choose(wanted);
        setup.setDraftMark(false);
        wanted.draftMark = false;
        QCOMPARE(setup.choices(), wanted);
    }

    /// Written by a version before this class.
    void whatWasKeptBeforeIsRead()
    {
        settings::setWindowState(QStringLiteral("paper"),
            R"({"fill":true,"signature":false,"seal":true,"cover":true,"pdfa":true})");
        const PageChoices choices = PageSetup().choices();
        QVERIFY(choices.fillsArea && choices.seal && choices.cover && choices.marksArchival);
        QVERIFY(!choices.signature && choices.draftMark);
    }
};

QTEST_GUILESS_MAIN(PageSetupTest)
#include "tst_pagesetup.moc"
