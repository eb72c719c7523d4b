// SPDX-License-Identifier: MulanPSL-2.0
#include "sectionpage.h"

#include "appearance.h"
#include "dialoganswers.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

class SectionPageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SectionPage> m_page;
    const SectionId m_overview{QStringLiteral("overview")};

    QStringList headings() const
    {
        QStringList all;
        for (const SubSection &sub : m_session->report().subSections(m_overview))
            all.append(sub.heading);
        return all;
    }
    QStringList aspects() const
    {
        QStringList all;
        for (const Aspect &aspect : m_session->report().spec().section(m_overview)->aspects)
            all.append(aspect.heading);
        return all;
    }
    QToolButton *link(const QString &part) const
    {
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->text().contains(part))
                return button;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { appearance::apply(false); }
    void init()
    {
        static int number = 0;
        auto made = Session::create(m_folder.filePath(QStringLiteral("s%1.nianbao").arg(++number)),
            Report(findForm(QStringLiteral("2021")), 2025));
        QVERIFY(made);
        m_session = std::move(*made);
        m_page = std::make_unique<SectionPage>(*m_session, m_overview);
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    /// In the middle of an office screen at 200 %: nothing has to be scrolled across.
    void aNarrowPageCutsHeadingsAndTellsThem()
    {
        const QString heading = QStringLiteral("政府信息公开平台建设和运行维护的情况");
        QVERIFY(m_session->edit(Change::of({}, InsertSubSection{m_overview, 0, {heading, {}}})));
        constexpr int kMiddle = 17; // heights of a line
        const int narrow = kMiddle * m_page->fontMetrics().height();
        QVERIFY2(m_page->minimumSizeHint().width() <= narrow,
            qPrintable(QString::number(m_page->minimumSizeHint().width())));
        m_page->resize(narrow, 600);
        QCoreApplication::processEvents();
        const QToolButton *cut = link(QStringLiteral("…"));
        QVERIFY(cut && cut->toolTip().contains(heading) && cut->accessibleName().contains(heading));
        m_page->resize(900, 600);
        QCoreApplication::processEvents();
        QVERIFY(!link(QStringLiteral("…")));
        QVERIFY(link(heading) && link(heading)->toolTip().isEmpty());
    }

    /// What a card says of its text: as it is read, whole characters, counted as a person counts.
    void cardsShowTheTextAsItIsRead_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("amount");
        const QString blank = QStringLiteral("＿＿");
        QTest::newRow("a live figure") << QStringLiteral("收到{{requests.received.total}}件")
                                       << QStringLiteral("共{{requests.received.individual}}件。")
                                       << QStringLiteral("共7件。") << QStringLiteral("4");
        QTest::newRow("one whose cell is blank")
            << QStringLiteral("一") << QStringLiteral("共{{requests.granted.other}}件")
            << u'共' + blank + QStringLiteral("件") << QStringLiteral("4");
        QTest::newRow("one at the cut")
            << QStringLiteral("一")
            << QString(47, u'长') + QStringLiteral("{{requests.received.individual}}件多")
            << QString(47, u'长') + QStringLiteral("7……") << QStringLiteral("50");
        QTest::newRow("characters of two units")
            << QStringLiteral("一") << QStringLiteral("𠮷").repeated(60)
            << QStringLiteral("𠮷").repeated(48) + QStringLiteral("……") << QStringLiteral("60");
        QTest::newRow("nothing") << QStringLiteral("一") << QString()
                                 << QStringLiteral("Nothing is written yet.") << QStringLiteral("0");
    }
    void cardsShowTheTextAsItIsRead()
    {
        QFETCH(QString, heading);
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, amount);
        QVERIFY(m_session->edit(Change::of({}, InsertSubSection{m_overview, 0, {heading, text}})));
        // the figure comes last: the card follows the table
        QVERIFY(m_session->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)})));
        QStringList words;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                words.append(label->text());
        }
        QVERIFY2(words.contains(first), qPrintable(words.join(u'|')));
        QVERIFY2(words.contains(QStringLiteral("%1 characters").arg(amount)), qPrintable(words.join(u'|')));
        QVERIFY(!words.join(QString()).contains(QStringLiteral("{{")));
        if (heading.contains(QStringLiteral("{{")))
            QVERIFY(link(QStringLiteral("（一）收到7件")));
    }

    void allUsualOnesComeInOneStep()
    {
        m_page->findChild<QPushButton *>(QStringLiteral("addAll"))->click();
        QCOMPARE(headings(), aspects());
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo());
        QVERIFY(headings().isEmpty());
    }

    void oneByOneInTheOrderOfTheForm()
    {
        const QStringList order = aspects();
        QSignalSpy asked(m_page.get(), &EditorPage::placeRequested);
        for (const int i : {3, 0, 4, 1}) {
            QToolButton *offer = link(order[i]);
            QVERIFY(offer);
            offer->click();
        }
        QCOMPARE(headings(), (QStringList{order[0], order[1], order[3], order[4]}));
        QCOMPARE(asked.last().first().value<Place>().toString(), QStringLiteral("overview/2"));
        QVERIFY(!m_page->findChild<QPushButton *>(QStringLiteral("addAll"), Qt::FindDirectChildrenOnly));
    }

    /// Last year's headings say the same in other words: nothing is there twice.
    void whatOtherHeadingsCoverIsNotMissing_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QStringList>("there");
        QTest::addColumn<QList<int>>("missing");
        const QString overview = m_overview.toString();
        const QStringList lastYear{QStringLiteral("主动公开方面"), QStringLiteral("依申请公开方面"),
            QStringLiteral("政府信息管理方面"), QStringLiteral("平台建设方面"),
            QStringLiteral("监督保障方面")};
        QTest::newRow("all of last year") << overview << lastYear << QList<int>{};
        QTest::newRow("two of them") << overview << lastYear.mid(0, 2) << QList<int>{2, 3, 4};
        QTest::newRow("one heading for two")
            << overview << QStringList{QStringLiteral("主动公开和依申请公开工作")} << QList<int>{2, 3, 4};
        QTest::newRow("a heading that says none of it")
            << overview << QStringList{QStringLiteral("基本情况")} << QList<int>{0, 1, 2, 3, 4};
        QTest::newRow("problems and improvements in one")
            << QStringLiteral("problems") << QStringList{QStringLiteral("存在问题及整改措施")}
            << QList<int>{};
        QTest::newRow("other matters")
            << QStringLiteral("other")
            << QStringList{QStringLiteral("政府信息公开信息处理费"), QStringLiteral("工作亮点")}
            << QList<int>{1, 2, 4};
    }
    void whatOtherHeadingsCoverIsNotMissing()
    {
        QFETCH(QString, section);
        QFETCH(QStringList, there);
        QFETCH(QList<int>, missing);
        const SectionId id(section);
        Change change;
        for (int i = 0; i < there.size(); ++i)
            change.steps.append(InsertSubSection{id, i, {there[i], {}}});
        QVERIFY(m_session->edit(change));
        SectionPage page(*m_session, id);
        page.show();
        QStringList wanted;
        const auto &aspects = m_session->report().spec().section(id)->aspects;
        for (const int i : std::as_const(missing))
            wanted.append(QStringLiteral("Add “%1”").arg(aspects[i].heading));
        QStringList offered;
        for (const QToolButton *button : page.findChildren<QToolButton *>()) {
            if (button->text().startsWith(QStringLiteral("Add “")))
                offered.append(button->text());
        }
        QCOMPARE(offered, wanted);
        QStringList said;
        for (const QLabel *label : page.findChildren<QLabel *>())
            said.append(label->text());
        QCOMPARE(
            said.contains(QStringLiteral("All that is usual in this section is there.")), missing.isEmpty());
        if (missing.isEmpty())
            QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("addAll")));
    }

    void whatIsAddedStandsInTheOrderOfTheForm()
    {
        QVERIFY(m_session->edit(
            Change::of({}, InsertSubSection{m_overview, 0, {QStringLiteral("公开平台建设方面"), {}}})));
        m_page->findChildren<QPushButton *>(QStringLiteral("addAll")).last()->click(); // the list is another
        QStringList wanted = aspects();
        wanted[3] = QStringLiteral("公开平台建设方面");
        QCOMPARE(headings(), wanted);
    }

    void anotherGoesToTheEnd()
    {
        m_page->findChild<QPushButton *>(QStringLiteral("addAll"))->click();
        const auto buttons = m_page->findChildren<QPushButton *>(QStringLiteral("addOne"));
        buttons.last()->click();
        QCOMPARE(headings(), aspects() + QStringList{QString()});
    }

    void cardsLeadToTheirSubSection()
    {
        m_page->findChild<QPushButton *>(QStringLiteral("addAll"))->click();
        QSignalSpy asked(m_page.get(), &EditorPage::placeRequested);
        QToolButton *second = link(QStringLiteral("（二）"));
        QVERIFY(second);
        QTest::keyClick(second, Qt::Key_Return);
        QCOMPARE(asked.takeFirst().first().value<Place>().toString(), QStringLiteral("overview/2"));
        QWidget *card = second->parentWidget();
        QTest::mouseClick(card, Qt::LeftButton, {}, card->rect().bottomRight() - QPoint(3, 3));
        QCOMPARE(asked.takeFirst().first().value<Place>().toString(), QStringLiteral("overview/2"));
    }

    void followsTextsWrittenElsewhere()
    {
        m_page->findChild<QPushButton *>(QStringLiteral("addAll"))->click();
        QVERIFY(m_session->edit(Change::of({}, SetHeading{m_overview, 0, QStringLiteral("改名")})));
        QVERIFY(link(QStringLiteral("（一）改名")));
    }

    /// It is printed at the end of section six; a slip in it is mended there.
    void theCorrectionIsReworded()
    {
        Review review;
        review.revision = 2;
        review.correction = QStringLiteral("表三更证了两格。");
        Report report(findForm(QStringLiteral("2021")), 2025);
        QVERIFY(report.apply({{}, {SetReview{review}}, {}, true}));
        auto made = Session::create(m_folder.filePath(QStringLiteral("corrected.nianbao")), report);
        QVERIFY(made);
        m_page.reset();
        m_session = std::move(*made);
        const auto words = [](const SectionPage &page) {
            const auto labels = page.findChildren<QLabel *>(QStringLiteral("correctionWords"));
            return labels.isEmpty() ? QString() : labels.last()->text();
        };
        SectionPage overview(*m_session, m_overview);
        QVERIFY(words(overview).isEmpty());
        SectionPage page(*m_session, SectionId(QStringLiteral("other")));
        page.show();
        QVERIFY(words(page).contains(QStringLiteral("表三更证了两格。")));
        dialogs::setSilent(true);
        dialogs::handleNext([](QDialog &dialog) {
            auto *edit = dialog.findChild<QPlainTextEdit *>(QStringLiteral("correction"));
            edit->setPlainText(edit->toPlainText().replace(QStringLiteral("更证"), QStringLiteral("更正")));
            dialog.accept();
            return true;
        });
        page.findChild<QToolButton *>(QStringLiteral("changeCorrection"))->click();
        dialogs::setSilent(false);
        const QString mended = QStringLiteral("表三更正了两格。");
        QCOMPARE(m_session->report().review().correction, mended);
        QCOMPARE(m_session->report().review().revision, 2);
        QVERIFY(words(page).contains(mended));
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->report().review().correction, review.correction);
        QVERIFY(m_session->redo());
        QCOMPARE(m_session->report().review().correction, mended);
        const auto rows = m_session->history();
        QVERIFY(rows);
        QVERIFY(std::any_of(rows->begin(), rows->end(), [&](const HistoryRow &row) {
            return row.move.isEmpty() && row.what == QStringLiteral("Statement of the correction");
        }));
        QVERIFY(!m_session->rewordCorrection(QStringLiteral(" ")));
    }

    void offersNothingToAReader()
    {
        const QString path = m_session->path();
        m_page.reset();
        m_session.reset();
        auto look = Session::open(path, Session::Mode::Look);
        QVERIFY(look);
        m_session = std::move(*look);
        m_page = std::make_unique<SectionPage>(*m_session, m_overview);
        QVERIFY(m_page->findChildren<QPushButton *>().isEmpty());
    }
};

QTEST_MAIN(SectionPageTest)
#include "tst_sectionpage.moc"
