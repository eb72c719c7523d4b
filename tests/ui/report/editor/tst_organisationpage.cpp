// SPDX-License-Identifier: MulanPSL-2.0
#include "organisationpage.h"

#include "appearance.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "settings.h"
#include "testreports.h"

#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace nianbao;

class OrganisationPageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OrganisationPage> m_page;

    PlainLineEdit *line(const char *key) { return m_page->findChild<PlainLineEdit *>(QLatin1String(key)); }

private Q_SLOTS:
    void initTestCase() { appearance::apply(false); }
    void init()
    {
        static int number = 0;
        auto made = Session::create(m_folder.filePath(QStringLiteral("o%1.nianbao").arg(++number)),
            test::sampleReport(QStringLiteral("zhangcun-2021")));
        QVERIFY(made);
        m_session = std::move(*made);
        m_page = std::make_unique<OrganisationPage>(*m_session);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void everyFactHasAFieldWithAName()
    {
        for (const QString &key : fact::allKeys()) {
            if (!key.startsWith(QStringLiteral("organisation.")) || key == QLatin1String(fact::kKind))
                continue;
            const auto *field = m_page->findChild<QWidget *>(key);
            QVERIFY2(field, qPrintable(key));
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(key));
        }
    }

    void lookingIsNoEdit()
    {
        for (QWidget *field : m_page->findChildren<QWidget *>())
            field->setFocus();
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void typingOneFieldIsOneStep()
    {
        PlainLineEdit *office = line(fact::kOffice);
        office->setFocus();
        office->selectAll();
        QTest::keyClicks(office, QStringLiteral("ab"));
        QTRY_COMPARE(m_session->report().fact(fact::kOffice), QStringLiteral("ab"));
        QTest::keyClicks(office, QStringLiteral("c "));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->report().fact(fact::kOffice), QStringLiteral("abc"));
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo());
        QCOMPARE(office->text(), m_session->report().fact(fact::kOffice));
    }

    void anEmptiedFieldIsAbsent()
    {
        PlainLineEdit *phone = line(fact::kPhone);
        phone->setFocus();
        phone->selectAll();
        QTest::keyClick(phone, Qt::Key_Delete);
        QVERIFY(m_page->commitOpenEditor());
        QVERIFY(!m_session->report().hasFact(QLatin1String(fact::kPhone)));
    }

    void enterLeadsToTheNextField()
    {
        line(fact::kName)->setFocus();
        QTest::keyClick(line(fact::kName), Qt::Key_Return);
        QVERIFY(line(fact::kShortName)->hasFocus());
    }

    void pastedWordsLoseWhatCannotBeSeen()
    {
        PlainLineEdit *office = line(fact::kOffice);
        office->setFocus();
        office->selectAll();
        office->insert(QStringLiteral("党政\u200B办\u00A0公室"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->report().fact(fact::kOffice), QStringLiteral("党政办 公室"));
    }

    void theKindIsInferredUntilStated()
    {
        auto *kind = m_page->findChild<QComboBox *>();
        QVERIFY(m_session->edit(Change::of({}, SetFact{QLatin1String(fact::kKind), std::nullopt})));
        QVERIFY(m_session->edit(Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("某县")})));
        QCOMPARE(kind->currentIndex(), 0);
        QVERIFY(kind->currentText().contains(OrganisationPage::tr("county")));
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(m_session->report().fact(fact::kKind), QStringLiteral("town"));
        QVERIFY(m_session->undo());
        QCOMPARE(kind->currentIndex(), 0);
    }

    void otherNamesAreOneALine()
    {
        auto *names = m_page->findChild<PlainTextEdit *>(QLatin1String(fact::kNames));
        names->setFocus();
        names->selectAll();
        QTest::keyClicks(names, QStringLiteral("a"));
        QTest::keyClick(names, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(names, QStringLiteral("b"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(m_session->report().fact(fact::kNames), QStringLiteral("a\nb"));
    }

    void theUserNameIsOfTheProgramNotOfTheReport()
    {
        const QString before = settings::userName();
        auto *user = m_page->findChild<QLineEdit *>(QStringLiteral("userName"));
        user->setFocus();
        user->selectAll();
        QTest::keyClicks(user, QStringLiteral("somebody"));
        QVERIFY(m_page->commitOpenEditor());
        QCOMPARE(settings::userName(), QStringLiteral("somebody"));
        QCOMPARE(m_session->undoStack().count(), 0);
        settings::setUserName(before);
    }
};

QTEST_MAIN(OrganisationPageTest)
#include "tst_organisationpage.moc"
