// SPDX-License-Identifier: MulanPSL-2.0
#include "approved.h"
#include "clock.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "elidedlabel.h"
#include "handedover.h"
#include "handoverdialog.h"
#include "language.h"
#include "pagesetup.h"
#include "settings.h"
#include "testreports.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace nianbao;

namespace {

const QString kSent = QStringLiteral("已经寄出");
const QString kNotYet = QStringLiteral("还没有");
const QString kOffice = QStringLiteral("市政府办公室");

QDateTime fixedTime() { return {QDate(2022, 1, 20), QTime(9, 40), Qt::OffsetFromUTC, 8 * 3600}; }

} // namespace

class HandOverDialogTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Session> m_session;
    PageSetup m_setup;

    template <typename T> static T *part(const QWidget &dialog, const char *name)
    {
        auto *found = dialog.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    static QString hint(const QWidget &dialog) { return part<QLabel>(dialog, "hint")->text(); }
    QStringList written() const
    {
        QStringList all
            = QDir(m_place->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        all.removeIf([](const QString &name) { return name.contains(QStringLiteral(".nianbao")); });
        return all;
    }
    void fill(HandOverDialog &dialog) const
    {
        part<QLineEdit>(dialog, "office")->setText(kOffice);
        part<QLineEdit>(dialog, "to")->setText(QStringLiteral("a@b.cn"));
        part<QLineEdit>(dialog, "who")->setText(QStringLiteral("王芸"));
    }
    /// As the menu shows it, with a person in front of it.
    bool shown(const std::function<void(HandOverDialog &)> &act)
    {
        HandOverDialog dialog(*m_session, *HandOverDialog::makeParcelOf(*m_session, m_setup, nullptr));
        dialogs::handleNext([&act](QDialog &shown) {
            act(static_cast<HandOverDialog &>(shown));
            return shown.result() == QDialog::Accepted;
        });
        return dialogs::run(dialog);
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
        dialogs::asked();
        dialogs::told();
        settings::setHandOverHabits({});
        m_session.reset();
        m_place = std::make_unique<QTemporaryDir>();
        Report report = test::filledReport();
        QVERIFY(report.apply(
            Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("临江市花山镇人民政府")})));
        auto made = Session::create(m_place->filePath(QStringLiteral("r.nianbao")), report);
        QVERIFY(made);
        m_session = std::move(*made);
        test::approve(*m_session);
    }

    void aMailThatWasSent()
    {
        QVERIFY(shown([this](HandOverDialog &dialog) {
            fill(dialog);
            dialogs::answerNext(kSent);
            part<QPushButton>(dialog, "write")->click();
            QVERIFY(dialog.isSubmitted());
        }));
        const QString draft
            = m_place->filePath(QStringLiteral("临江市花山镇人民政府2021年政府信息公开工作年度报告.eml"));
        QCOMPARE(dialogs::opened(), QStringList(draft));
        QVERIFY(test::readFile(draft).contains("To: a@b.cn"));
        const Review &review = m_session->report().review();
        QVERIFY(review.state == ReviewState::Submitted);
        QCOMPARE(review.handedOver.size(), 1);
        QCOMPARE(review.handedOver.first().to, kOffice);
        QCOMPARE(review.handedOver.first().at, QStringLiteral("2022-01-20T01:40:00Z"));
        QCOMPARE(review.handedOver.first().digest, m_session->contentDigest());
        QCOMPARE(review.handedOver.first().files.size(), 3);
        QCOMPARE(review.lastMove()->who, QStringLiteral("王芸"));
        QCOMPARE(settings::handOverHabits().office, kOffice);
        QCOMPARE(settings::handOverHabits().to, QStringLiteral("a@b.cn"));
        QCOMPARE(handedOverLines(*m_session).size(), 1);
        QVERIFY(handedOverLines(*m_session).first().contains(kOffice));
    }

    void notYetSentMovesNothing_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("not yet") << kNotYet;
        QTest::newRow("called off") << QString();
    }
    void notYetSentMovesNothing()
    {
        QFETCH(QString, answer);
        QVERIFY(shown([this, &answer](HandOverDialog &dialog) {
            fill(dialog);
            dialogs::answerNext(answer);
            part<QPushButton>(dialog, "write")->click();
            QVERIFY(!dialog.isSubmitted() && !dialog.written().isEmpty());
        }));
        QVERIFY(m_session->report().review().state == ReviewState::Approved);
        QVERIFY(m_session->report().review().handedOver.isEmpty());
        QCOMPARE(dialogs::asked().size(), 1);
        QCOMPARE(written().size(), 1);
        // later, only to say that it was sent: nothing is written again
        QVERIFY(shown([this](HandOverDialog &dialog) {
            QCOMPARE(part<QLineEdit>(dialog, "office")->text(), kOffice); // remembered
            part<QLineEdit>(dialog, "who")->setText(QStringLiteral("王芸"));
            dialogs::answerNext(kSent);
            part<QToolButton>(dialog, "record")->click();
        }));
        QVERIFY(m_session->report().review().state == ReviewState::Submitted);
        QCOMPARE(written().size(), 1);
    }

    void aFolder()
    {
        QVERIFY(shown([this](HandOverDialog &dialog) {
            fill(dialog);
            part<QPushButton>(dialog, "asFolder")->click();
            for (const char *ofMail :
                {"to", "cc", "subject", "text", "copyText"}) // no file of the folder has it
                QVERIFY2(!part<QWidget>(dialog, ofMail)->isVisibleTo(&dialog), ofMail);
            part<QCheckBox>(dialog, "part2")->setChecked(false); // the check sheet stays here
            part<QCheckBox>(dialog, "ascii")->setChecked(true);
            part<QPushButton>(dialog, "write")->click();
        }));
        QCOMPARE(written().size(), 1);
        const QDir folder(m_place->filePath(written().first()));
        QCOMPARE(folder.entryList(QDir::Files, QDir::Name),
            QStringList({QStringLiteral("annual-report-2021-r1.nianbao"),
                QStringLiteral("annual-report-2021-r1.pdf")}));
        QCOMPARE(dialogs::opened(), QStringList(folder.path()));
        QVERIFY(!settings::handOverHabits().asMail && settings::handOverHabits().asciiNames);
    }

    void theLetterFollowsWhatGoesAlong()
    {
        HandOverDialog dialog(*m_session, *HandOverDialog::makeParcelOf(*m_session, m_setup, nullptr));
        auto *text = part<QTextEdit>(dialog, "text");
        part<QLineEdit>(dialog, "office")->setText(kOffice);
        QVERIFY(text->toPlainText().startsWith(kOffice + QStringLiteral("：\n")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("核对单")));
        part<QCheckBox>(dialog, "part2")->setChecked(false);
        QVERIFY(!text->toPlainText().contains(QStringLiteral("核对单")));
        part<QToolButton>(dialog, "copyText")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
        QVERIFY2(hint(dialog).contains(QStringLiteral("已复制")), qPrintable(hint(dialog)));
    }

    void namesFollowTheirTemplates()
    {
        HandOverDialog dialog(*m_session, *HandOverDialog::makeParcelOf(*m_session, m_setup, nullptr));
        dialogs::handleNext([](QDialog &templates) {
            part<QLineEdit>(templates, "fileName")->setText(QStringLiteral("{年份}年报"));
            return true;
        });
        part<QToolButton>(dialog, "templates")->click();
        QCOMPARE(dialog.findChildren<ElidedLabel *>().first()->words(), QStringLiteral("2021年报.pdf"));
        QCOMPARE(
            QFileInfo(part<QLineEdit>(dialog, "place")->text()).fileName(), QStringLiteral("2021年报.eml"));
    }

    void whatIsMissingIsSaid()
    {
        HandOverDialog dialog(*m_session, *HandOverDialog::makeParcelOf(*m_session, m_setup, nullptr));
        fill(dialog);
        QVERIFY(part<QPushButton>(dialog, "write")->isEnabled());
        part<QLineEdit>(dialog, "to")->setText(QStringLiteral("x@"));
        QVERIFY2(hint(dialog).contains(QStringLiteral("x@")), qPrintable(hint(dialog)));
        QVERIFY(!part<QPushButton>(dialog, "write")->isEnabled());
        for (const char *file : {"part0", "part1", "part2"})
            part<QCheckBox>(dialog, file)->setChecked(false);
        QVERIFY2(
            !hint(dialog).contains(QStringLiteral("x@")), qPrintable(hint(dialog))); // first things first
        QVERIFY(!part<QToolButton>(dialog, "record")->isEnabled());
    }

    void theSameTwiceIsPointedOut()
    {
        QVERIFY(shown([this](HandOverDialog &dialog) {
            fill(dialog);
            dialogs::answerNext(kSent);
            part<QPushButton>(dialog, "write")->click();
        }));
        dialogs::asked();
        QVERIFY(shown([](HandOverDialog &dialog) {
            QVERIFY2(hint(dialog).contains(QStringLiteral("2022-01-20")), qPrintable(hint(dialog)));
            QVERIFY(part<QToolButton>(dialog, "record")->isHidden());
            part<QLineEdit>(dialog, "who")->setText(QStringLiteral("王芸"));
            part<QPushButton>(dialog, "write")->click();
        }));
        QVERIFY(dialogs::asked().isEmpty()); // it is submitted: there is nothing to be moved
        QCOMPARE(m_session->report().review().handedOver.size(), 1);
        QCOMPARE(written().size(), 2); // under a name of its own
    }

    /// On a screen that is too low for it: read from its top, with the reason beside the button it holds
    /// back.
    void onALowScreenItBeginsAtItsTop()
    {
        HandOverDialog dialog(*m_session, *HandOverDialog::makeParcelOf(*m_session, m_setup, nullptr));
        const int em = dialog.fontMetrics().height();
        dialog.setMaximumSize(em * 38, em * 20);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto *room = dialog.findChild<QScrollArea *>();
        QTRY_VERIFY(room->verticalScrollBar()->maximum() > 0);
        const auto isSeen = [room](const QWidget *part) {
            return room->viewport()->rect().contains(part->mapTo(room->viewport(), QPoint()));
        };
        QTRY_VERIFY(dialog.focusWidget() && isSeen(dialog.focusWidget()));
        QCOMPARE(room->verticalScrollBar()->value(), 0);
        const auto *hint = part<QLabel>(dialog, "hint");
        QVERIFY(!hint->text().isEmpty() && hint->isVisible() && !room->isAncestorOf(hint));
    }

    void beforeTheApprovalNothingLeaves()
    {
        auto draft = Session::create(m_place->filePath(QStringLiteral("d.nianbao")), test::filledReport());
        QVERIFY(draft);
        HandOverDialog dialog(**draft, *HandOverDialog::makeParcelOf(**draft, m_setup, nullptr));
        fill(dialog);
        QVERIFY2(hint(dialog).contains(QStringLiteral("起草中")), qPrintable(hint(dialog)));
        QVERIFY(!part<QPushButton>(dialog, "write")->isEnabled());
        QVERIFY(part<QToolButton>(dialog, "record")->isHidden());
    }

    void withoutAMailProgramItIsSaidWhereTheDraftLies()
    {
        dialogs::setPrograms(false);
        QVERIFY(shown([this](HandOverDialog &dialog) {
            fill(dialog);
            dialogs::answerNext(kNotYet);
            part<QPushButton>(dialog, "write")->click();
        }));
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(m_place->path()), qPrintable(told.first()));
    }

    /// The place vanishes between the look at it and the writing.
    void whatCannotBeWrittenIsSaidAndMovesNothing()
    {
        const auto gone = std::make_unique<QTemporaryDir>();
        HandOverDialog dialog(*m_session, *HandOverDialog::makeParcelOf(*m_session, m_setup, nullptr));
        fill(dialog);
        part<QLineEdit>(dialog, "place")->setText(gone->filePath(QStringLiteral("x.eml")));
        QVERIFY(part<QPushButton>(dialog, "write")->isEnabled());
        QVERIFY(gone->remove());
        part<QPushButton>(dialog, "write")->click();
        QCOMPARE(dialogs::told().size(), 1);
        QVERIFY(dialogs::asked().isEmpty() && dialogs::opened().isEmpty());
        QVERIFY(dialog.written().isEmpty());
        QVERIFY(m_session->report().review().state == ReviewState::Approved);
    }
};

QTEST_MAIN(HandOverDialogTest)
#include "tst_handoverdialog.moc"
