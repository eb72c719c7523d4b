// SPDX-License-Identifier: MulanPSL-2.0
#include "introductionpage.h"

#include "appearance.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "testreports.h"

#include <QLayout>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

class IntroductionPageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<IntroductionPage> m_page;

    PlainLineEdit *line(const char *key) { return m_page->findChild<PlainLineEdit *>(QLatin1String(key)); }
    QString fact(const char *key) const { return m_session->report().fact(key); }

private Q_SLOTS:
    void initTestCase() { appearance::apply(false); }
    void init()
    {
        static int number = 0;
        auto made = Session::create(m_folder.filePath(QStringLiteral("i%1.nianbao").arg(++number)),
            test::sampleReport(QStringLiteral("zhangcun-2021")));
        QVERIFY(made);
        m_session = std::move(*made);
        m_page = std::make_unique<IntroductionPage>(*m_session);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    /// In the middle of an office screen at 200 % there is no room for both side by side.
    void thePeopleStandBelowTheDateWhereItIsNarrow()
    {
        const auto topOf = [this](const char *key) { return line(key)->mapTo(m_page.get(), QPoint()).y(); };
        const int em = m_page->fontMetrics().height();
        m_page->resize(50 * em, 40 * em);
        QCoreApplication::processEvents();
        QCOMPARE(topOf(fact::kDrafted), topOf(fact::kSignature));
        const int wide = m_page->layout()->totalMinimumSize().width();
        m_page->resize(25 * em, 40 * em);
        QCoreApplication::processEvents();
        QVERIFY(topOf(fact::kDrafted) > topOf(fact::kDate));
        QVERIFY(m_page->layout()->totalMinimumSize().width() <= wide);
    }

    void isoDate_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("date");
        const QString date = QStringLiteral("2022-01-20");
        QTest::newRow("as kept") << date << date;
        QTest::newRow("Chinese") << QStringLiteral("2022年1月20日") << date;
        QTest::newRow("with blanks") << QStringLiteral(" 2022 年 1 月 20 日 ") << date;
        QTest::newRow("full width") << QStringLiteral("２０２２．１．２０") << date;
        QTest::newRow("points") << QStringLiteral("2022.1.20") << date;
        QTest::newRow("no such day") << QStringLiteral("2022-02-30") << QString();
        QTest::newRow("half typed") << QStringLiteral("2022年1月") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void isoDate()
    {
        QFETCH(QString, typed);
        QFETCH(QString, date);
        QCOMPARE(nianbao::isoDate(typed), date);
    }

    void lookingIsNoEdit()
    {
        for (QWidget *field : m_page->findChildren<QWidget *>())
            field->setFocus();
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void theStandardTitleStandsInAnEmptyField()
    {
        PlainLineEdit *title = line(fact::kTitle);
        title->setFocus();
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("T"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->report().title(), QStringLiteral("T"));
        m_page->findChild<QToolButton *>(QStringLiteral("usualTitle"))->click();
        QVERIFY(!m_session->report().hasFact(QLatin1String(fact::kTitle)));
        QVERIFY(title->text().isEmpty());
        QCOMPARE(title->placeholderText(), m_session->report().defaultTitle());
    }

    void theDraftIsOneStepAndCanBeTakenBack()
    {
        auto *text = m_page->findChild<PlainTextEdit *>(QLatin1String(fact::kIntroduction));
        const QString before = fact(fact::kIntroduction);
        m_page->findChild<QToolButton *>(QStringLiteral("draft"))->click();
        QCOMPARE(text->text(), m_session->report().introductionDraft());
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo());
        QCOMPARE(fact(fact::kIntroduction), before);
        QCOMPARE(text->text(), before);
    }

    void aDateIsKeptAsYearMonthDay()
    {
        PlainLineEdit *date = line(fact::kDate);
        date->setFocus();
        date->selectAll();
        date->insert(QStringLiteral("2022年1月20日"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(fact(fact::kDate), QStringLiteral("2022-01-20"));
        line(fact::kSignature)->setFocus();
        QCOMPARE(date->text(), QStringLiteral("2022-01-20"));
        QVERIFY(m_session->undo());
        QCOMPARE(date->text(), fact(fact::kDate));
    }

    void whatIsNoDateIsNotTakenAndNotLost()
    {
        const QString before = fact(fact::kDate);
        PlainLineEdit *date = line(fact::kDate);
        date->setFocus();
        date->selectAll();
        QTest::keyClicks(date, QStringLiteral("2022-13-01"));
        line(fact::kSignature)->setFocus();
        QCOMPARE(fact(fact::kDate), before);
        QCOMPARE(date->text(), QStringLiteral("2022-13-01"));
        date->setFocus();
        date->selectAll();
        QTest::keyClick(date, Qt::Key_Delete);
        QVERIFY(m_page->commitOpenEditor());
        QVERIFY(!m_session->report().hasFact(QLatin1String(fact::kDate)));
    }

    void peopleOfTheSignOff()
    {
        for (const char *key : {fact::kDrafted, fact::kChecked, fact::kCountersigned, fact::kSigned}) {
            line(key)->setFocus();
            QTest::keyClicks(line(key), QStringLiteral("x"));
            QVERIFY(m_page->commitOpenEditor());
            QVERIFY(fact(key).contains(u'x'));
        }
    }

    void placesLeadToTheirFields()
    {
        m_page->goTo(*Place::parse(QStringLiteral("title")));
        QVERIFY(line(fact::kTitle)->hasFocus());
        m_page->goTo(Place::parse(QStringLiteral("introduction"))->inParagraph(0));
        QVERIFY(m_page->findChild<PlainTextEdit *>()->hasFocus());
    }
};

QTEST_MAIN(IntroductionPageTest)
#include "tst_introductionpage.moc"
