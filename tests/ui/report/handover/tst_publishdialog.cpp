// SPDX-License-Identifier: MulanPSL-2.0
#include "approved.h"
#include "clock.h"
#include "datefield.h"
#include "dialoganswers.h"
#include "duedate.h"
#include "handedover.h"
#include "language.h"
#include "publishdialog.h"
#include "settings.h"
#include "testreports.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {
QDateTime fixedTime() { return {QDate(2022, 4, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600}; }
} // namespace

class PublishDialogTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    template <typename T> static T *part(const QWidget &dialog, const char *name)
    {
        auto *found = dialog.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    void open(const QString &name, bool isApproved = true)
    {
        m_session.reset();
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), name})));
        QVERIFY(
            report.apply(Change::of({}, SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-10")})));
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
        if (isApproved)
            test::approve(*m_session);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        installLanguage(QStringLiteral("zh_CN"));
        setClock(fixedTime);
        dialogs::setSilent(true);
    }

    void whetherItIsInTime_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("said");
        const QString town = QStringLiteral("花山镇人民政府");
        const QString county = QStringLiteral("沭阳县人民政府");
        QTest::newRow("a town on the last day") << town << QDate(2022, 1, 31) << QStringLiteral("按时");
        QTest::newRow("on the last day of the year reported")
            << town << QDate(2021, 12, 31) << QStringLiteral("◆ 报告写的是 2021 年全年");
        QTest::newRow("before its own date")
            << town << QDate(2022, 1, 9) << QStringLiteral("◆ 早于成文日期 2022-01-10");
        QTest::newRow("on its own date") << town << QDate(2022, 1, 10) << QStringLiteral("按时");
        QTest::newRow("a town a day later") << town << QDate(2022, 2, 1) << QStringLiteral("晚了 1 天");
        QTest::newRow("a county then") << county << QDate(2022, 2, 1) << QStringLiteral("按时");
        QTest::newRow("a county on its last day") << county << QDate(2022, 3, 31) << QStringLiteral("按时");
        QTest::newRow("a county a day later") << county << QDate(2022, 4, 1) << QStringLiteral("晚了 1 天");
    }
    void whetherItIsInTime()
    {
        QFETCH(QString, name);
        QFETCH(QDate, day);
        QFETCH(QString, said);
        open(name);
        PublishDialog dialog(*m_session);
        part<DateField>(dialog, "date")->setDate(day);
        const QString words = part<QLabel>(dialog, "inTime")->text();
        QVERIFY2(words.contains(said), qPrintable(words));
    }

    /// Which may be earlier than the law's, and holds for this office from then on.
    void theDistrictHasADayOfItsOwn()
    {
        open(QStringLiteral("花山镇人民政府"));
        {
            PublishDialog dialog(*m_session);
            auto *due = part<DateField>(dialog, "due");
            QCOMPARE(due->date(), QDate(2022, 1, 31));
            due->setDate(QDate(2022, 3, 1)); // the law has no later one
            QCOMPARE(due->date(), QDate(2022, 1, 31));
            due->setDate(QDate(2022, 1, 20));
            part<DateField>(dialog, "date")->setDate(QDate(2022, 1, 22));
            QVERIFY(part<QLabel>(dialog, "inTime")->text().contains(QStringLiteral("晚了 2 天")));
            part<QLineEdit>(dialog, "address")->setText(QStringLiteral("https://a.cn"));
            part<QLineEdit>(dialog, "who")->setText(QStringLiteral("王芸"));
            part<QPushButton>(dialog, "publish")->click();
        }
        QCOMPARE(dueDate(m_session->report()), QDate(2022, 1, 20));
        QVERIFY(handedOverLines(*m_session).first().contains(QStringLiteral("逾期")));
        settings::setWantedDay(settings::Above::District, {});
        QCOMPARE(dueDate(m_session->report()), QDate(2022, 1, 31));
    }

    void itIsPublished()
    {
        open(QStringLiteral("花山镇人民政府"));
        PublishDialog dialog(*m_session);
        auto *publish = part<QPushButton>(dialog, "publish");
        QVERIFY(!publish->isEnabled()); // without an address
        part<DateField>(dialog, "date")->setDate(QDate(2022, 1, 25));
        part<QLineEdit>(dialog, "address")
            ->setText(QStringLiteral(" https://www.linjiang.example/nb/2021.html "));
        part<QLineEdit>(dialog, "who")->clear();
        QVERIFY(!publish->isEnabled()); // by nobody
        part<QLineEdit>(dialog, "who")->setText(QStringLiteral("王芸"));
        publish->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const Review &review = m_session->report().review();
        QVERIFY(review.state == ReviewState::Published);
        QCOMPARE(review.published->date, QStringLiteral("2022-01-25"));
        QCOMPARE(review.published->address, QStringLiteral("https://www.linjiang.example/nb/2021.html"));
        const QStringList lines = handedOverLines(*m_session);
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().contains(QStringLiteral("按时")), qPrintable(lines.first()));
        const PublishDialog again(*m_session);
        QVERIFY(!part<QPushButton>(again, "publish")->isEnabled());
    }

    /// However many lines it takes.
    void whatWasHandedOverIsSeenWhole()
    {
        open(QStringLiteral("花山镇人民政府"));
        ReviewMove move{ReviewAction::Submit, QStringLiteral("王芳"), QStringLiteral("2022-01-21T01:32:00Z")};
        move.handOver = HandOver{move.at, QStringLiteral("宿迁市政府办公室"), m_session->contentDigest(),
            {QStringLiteral("a.pdf"), QStringLiteral("b.docx"), QStringLiteral("c.nianbao")}};
        QVERIFY(m_session->move(move));
        PublishDialog dialog(*m_session);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const auto labels = part<QFrame>(dialog, "panel")->findChildren<QLabel *>();
        QCOMPARE(labels.size(), 1);
        for (const int narrower : {0, 40, 80, 120, 160}) {
            dialog.resize(dialog.width() - (narrower ? 40 : 0), dialog.height());
            QCoreApplication::processEvents();
            const QLabel *label = labels.first();
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                qPrintable(QStringLiteral("%1 of %2 at %3")
                               .arg(label->height())
                               .arg(label->heightForWidth(label->width()))
                               .arg(label->width())));
        }
    }

    /// A word for nobody in particular is no name: who it is has to be said, and is known from then on.
    void whoIsNotKnownIsAsked()
    {
        settings::setUserName({});
        for (const char *variable : {"USER", "LOGNAME", "USERNAME"})
            qunsetenv(variable);
        open(QStringLiteral("花山镇人民政府"));
        PublishDialog dialog(*m_session);
        QCOMPARE(part<QLineEdit>(dialog, "who")->text(), QString());
        part<QLineEdit>(dialog, "address")->setText(QStringLiteral("https://a.cn"));
        QVERIFY(!part<QPushButton>(dialog, "publish")->isEnabled());
        QVERIFY(part<QLabel>(dialog, "hint")->text().contains(QStringLiteral("经办人")));
        part<QLineEdit>(dialog, "who")->setText(QStringLiteral("王芸"));
        part<QPushButton>(dialog, "publish")->click();
        QCOMPARE(m_session->report().review().lastMove()->who, QStringLiteral("王芸"));
        QCOMPARE(settings::userName(), QStringLiteral("王芸"));
    }

    /// The button says what it does, and what stands in a field is not said again below it.
    void nothingIsSaidTwice()
    {
        open(QStringLiteral("花山镇人民政府"));
        const PublishDialog dialog(*m_session);
        QCOMPARE(part<QPushButton>(dialog, "publish")->text(), QStringLiteral("记为已公开"));
        QVERIFY(!part<QLabel>(dialog, "inTime")->text().contains(QStringLiteral("2022-01-31")));
        const auto *room = dialog.findChild<QScrollArea *>();
        QVERIFY(room && !room->isAncestorOf(part<QLabel>(dialog, "hint"))); // it is seen with the button
    }

    void beforeTheApprovalItIsNot()
    {
        open(QStringLiteral("花山镇人民政府"), false);
        PublishDialog dialog(*m_session);
        part<QLineEdit>(dialog, "address")->setText(QStringLiteral("https://a.cn"));
        QVERIFY(!part<QPushButton>(dialog, "publish")->isEnabled());
        QVERIFY(!part<QLabel>(dialog, "hint")->text().isEmpty());
    }
};

QTEST_MAIN(PublishDialogTest)
#include "tst_publishdialog.moc"
