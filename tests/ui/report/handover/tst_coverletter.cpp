// SPDX-License-Identifier: MulanPSL-2.0
#include "coverletter.h"

#include "clock.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "language.h"
#include "literal.h"
#include "openplace.h"
#include "session.h"
#include "systemfolders.h"
#include "testreports.h"

#include <QClipboard>
#include <QDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace nianbao;

namespace {

const QString kOffice = QStringLiteral("市政府办公室");
const QString kChecks = QStringLiteral("核对单");

QDateTime fixedTime() { return {QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600}; }

} // namespace

/// To whom the files go, in which words and where they are written.
class CoverLetterTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<CoverLetter> m_letter;

    template <typename T = QLineEdit> T *part(const char *name)
    {
        auto *found = m_letter->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    QString words() { return part<QTextEdit>("text")->toPlainText(); }
    void fill()
    {
        part("office")->setText(kOffice);
        part("to")->setText(QStringLiteral("a@b.cn"));
        part("who")->setText(QStringLiteral("王芸"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        installLanguage(QStringLiteral("zh_CN"));
        setClock(fixedTime);
    }
    void init()
    {
        dialogs::setSilent(true);
        settings::setHandOverHabits({});
        m_place = std::make_unique<QTemporaryDir>();
        auto made = Session::create(m_place->filePath(QStringLiteral("r.nianbao")), test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
        m_letter = std::make_unique<CoverLetter>(*m_session, HandOverHabits());
        m_letter->enclose({QStringLiteral("正式文本"), kChecks});
    }
    void cleanup()
    {
        m_letter.reset();
        m_session.reset();
    }

    /// What a person wrote stays; what the program filled in follows.
    void theWordsFollow()
    {
        part("office")->setText(kOffice);
        QVERIFY(words().startsWith(kOffice + QStringLiteral("：\n")));
        QVERIFY(words().contains(kChecks));
        m_letter->enclose({QStringLiteral("正式文本")});
        QVERIFY(!words().contains(kChecks));
        QVERIFY(m_letter->ownWords() == Letter());
        part("subject")->setText(QStringLiteral("我的主题"));
        part<QTextEdit>("text")->setPlainText(QStringLiteral("我的正文"));
        part("office")->setText(QStringLiteral("区政府办"));
        m_letter->enclose({kChecks});
        QCOMPARE(m_letter->letter().subject, QStringLiteral("我的主题"));
        QCOMPARE(m_letter->letter().text, QStringLiteral("我的正文"));
        QCOMPARE(m_letter->ownWords().text, QStringLiteral("我的正文"));
        QCOMPARE(m_letter->filled().fileName, m_letter->letter().fileName);
        QSignalSpy copied(m_letter.get(), &CoverLetter::copied);
        part<QToolButton>("copyText")->click();
        QCOMPARE(copied.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("我的正文"));
    }

    void aDraftComesBack()
    {
        Letter draft;
        draft.text = QStringLiteral("写了一半");
        const QString subject = part("subject")->text();
        m_letter->showDraft(draft);
        QCOMPARE(words(), draft.text);
        QCOMPARE(part("subject")->text(), subject); // of which nothing was kept
        QVERIFY(m_letter->ownWords() == draft);
    }

    /// Words that the program fills in are read from their beginning, however long they are.
    void longWordsAreSeenFromTheirBeginning()
    {
        for (const char *name : {"place", "subject"}) {
            QVERIFY(!part(name)->text().isEmpty());
            QCOMPARE(part(name)->cursorPosition(), 0);
        }
    }

    void thePlaceFollowsTheWay()
    {
        const QString mail = m_letter->path();
        QCOMPARE(QFileInfo(mail).absolutePath(), m_place->path()); // beside the report
        QVERIFY(mail.endsWith(QStringLiteral(".eml")));
        part("place")->clear();
        QTest::keyClicks(part("place"), m_place->filePath(QStringLiteral("mine.eml")));
        m_letter->enclose({kChecks});
        QCOMPARE(m_letter->path(), m_place->filePath(QStringLiteral("mine.eml"))); // a person's own stays
        part<QPushButton>("asFolder")->click();
        QVERIFY(!m_letter->isMail());
        QVERIFY(part("to")->isHidden() && part("cc")->isHidden());
        QCOMPARE(m_letter->path() + QStringLiteral(".eml"), mail); // a file is no folder
    }

    /// A report that was opened out of a mail lies where the system empties; what is sent is to be found
    /// again.
    void whatDoesNotLastIsNoPlace()
    {
        setPlaceJudge([](const QString &) { return PlaceKind::Temporary; });
        CoverLetter letter(*m_session, HandOverHabits());
        letter.enclose({kChecks});
        QCOMPARE(QFileInfo(letter.path()).absolutePath(), documentsFolder());
        dialogs::setSilent(true); // which judges again
    }

    void otherTemplatesAreFilledAtOnce()
    {
        dialogs::handleNext([](QDialog &templates) {
            templates.findChild<QLineEdit *>(QStringLiteral("fileName"))
                ->setText(QStringLiteral("{年份}年报"));
            return true;
        });
        QSignalSpy changed(m_letter.get(), &CoverLetter::changed);
        m_letter->changeTemplates();
        QVERIFY(!changed.isEmpty());
        QCOMPARE(m_letter->filled().fileName, QStringLiteral("2021年报"));
        QCOMPARE(QFileInfo(m_letter->path()).fileName(), QStringLiteral("2021年报.eml"));
        QCOMPARE(letterTemplates().fileName, QStringLiteral("{年份}年报"));
    }

    void theReceiverIsTheOfficeElseWhoeverTheMailGoesTo()
    {
        part("to")->setText(QStringLiteral("张三 <a@b.cn>"));
        QCOMPARE(m_letter->receiver(), QStringLiteral("张三"));
        part("to")->setText(QStringLiteral("a@b.cn"));
        QCOMPARE(m_letter->receiver(), QStringLiteral("a@b.cn"));
        part<QPushButton>("asFolder")->click();
        QVERIFY(m_letter->receiver().isEmpty());
        part("office")->setText(kOffice);
        QCOMPARE(m_letter->receiver(), kOffice);
    }

    /// A word for nobody in particular stands neither in the field nor in the letter.
    void nobodySignsWhoIsNotKnown()
    {
        settings::setUserName({});
        for (const char *variable : {"USER", "LOGNAME", "USERNAME"})
            qunsetenv(variable);
        m_letter = std::make_unique<CoverLetter>(*m_session, HandOverHabits());
        m_letter->enclose({kChecks});
        QCOMPARE(part("who")->text(), QString());
        QVERIFY2(!words().contains(QStringLiteral("联系人")), qPrintable(words()));
        part("office")->setText(kOffice);
        QVERIFY2(
            m_letter->whatIsWrong().contains(QStringLiteral("经办人")), qPrintable(m_letter->whatIsWrong()));
        part("who")->setText(QStringLiteral("王芸"));
        QVERIFY(words().contains(QStringLiteral("联系人：王芸")));
    }

    /// Whatever of it has no room.
    void thePlaceIsToldWhole()
    {
        QCOMPARE(literal::wordsOf(part("place")->toolTip()), part("place")->text());
        QVERIFY(part("place")->text().endsWith(QStringLiteral(".eml")));
    }

    void habitsAreThere()
    {
        const HandOverHabits habits{
            kOffice, QStringLiteral("a@b.cn"), QStringLiteral("c@d.cn"), false, true, {}};
        m_letter = std::make_unique<CoverLetter>(*m_session, habits);
        m_letter->enclose({});
        QVERIFY(!m_letter->isMail());
        QCOMPARE(m_letter->receiver(), kOffice);
        HandOverHabits kept;
        kept.asciiNames = true; // none of the letter's
        m_letter->keepIn(kept);
        QVERIFY(kept == habits);
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("no office and no receiver")
            << QStringLiteral("office") << QString() << QStringLiteral("报送给");
        QTest::newRow("a wrong address")
            << QStringLiteral("to") << QStringLiteral("x@") << QStringLiteral("x@");
        QTest::newRow("a wrong cc") << QStringLiteral("cc") << QStringLiteral("y@") << QStringLiteral("y@");
        QTest::newRow("no such folder") << QStringLiteral("place") << QStringLiteral("/nowhere/x.eml")
                                        << QStringLiteral("没有这个文件夹");
        QTest::newRow("a name that is taken")
            << QStringLiteral("place") << QStringLiteral("r.nianbao") << QStringLiteral("已有");
        QTest::newRow("nobody") << QStringLiteral("who") << QString() << QStringLiteral("经办人");
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        fill();
        if (field == u"office")
            part("to")->clear();
        QVERIFY(m_letter->whatIsWrong().isEmpty());
        part(field.toLatin1().constData())->setText(typed == u"r.nianbao" ? m_session->path() : typed);
        QVERIFY2(m_letter->whatIsWrong().contains(said), qPrintable(m_letter->whatIsWrong()));
    }
};

QTEST_MAIN(CoverLetterTest)
#include "tst_coverletter.moc"
