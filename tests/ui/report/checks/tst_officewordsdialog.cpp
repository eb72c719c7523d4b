// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialoganswers.h"
#include "language.h"
#include "officewordsdialog.h"
#include "session.h"
#include "testreports.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nianbao;

/// What a clerk does with the office's wordings; the file itself: tst_officewords.
class OfficeWordsDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    template <typename Widget> static Widget *part(const OfficeWordsDialog &dialog, const char *name)
    {
        auto *found = dialog.findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    static QString words(const OfficeWordsDialog &dialog, const char *label)
    {
        return part<QLabel>(dialog, label)->text();
    }
    static void put(const QByteArray &json)
    {
        QFile file(officeWordsPath());
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QFile::WriteOnly)
            || file.write(json) != json.size())
            qFatal("no file");
    }
    /// As an input method gives them, to whatever has the focus.
    static void type(const OfficeWordsDialog &dialog, const char *text)
    {
        QInputMethodEvent event;
        event.setCommitString(QString::fromUtf8(text));
        QVERIFY(dialog.focusWidget());
        QCoreApplication::sendEvent(dialog.focusWidget(), &event);
    }
    static void tab(OfficeWordsDialog &dialog) { QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab); }
    static void save(OfficeWordsDialog &dialog) { QTest::keyClick(&dialog, Qt::Key_S, Qt::ControlModifier); }
    static void show(OfficeWordsDialog &dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
    }
    static Report report(const QString &text)
    {
        Report report = test::filledReport();
        const auto done = report.apply({{},
            {SetFact{QLatin1String(fact::kName), QStringLiteral("青山县河口镇人民政府")},
                SetFact{QLatin1String(fact::kNames), QStringLiteral("青山政务")}, // one account is registered
                InsertSubSection{
                    SectionId(QStringLiteral("overview")), 1, {QStringLiteral("工作情况"), text}},
                SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(10)}}});
        if (!done)
            qFatal("no report");
        return report;
    }
    /// What a rule says of the report; empty: nothing.
    static QString message(const Session &session, const char *rule)
    {
        for (const Finding &finding : session.findings()) {
            if (finding.rule.toString() == QLatin1String(rule))
                return said(finding.message);
        }
        return {};
    }
    static QTableWidget *list(const OfficeWordsDialog &dialog)
    {
        return part<QTableWidget>(dialog, "wordings");
    }

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(QStringLiteral("zh_CN"));
        appearance::apply(false);
        dialogs::setSilent(true);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
    }

    /// All of it with keys: wordings, an account, and the open report is judged by them.
    void wordingsAndAnAccountAreAdded()
    {
        auto session = Session::create(m_folder->filePath(QStringLiteral("a.nianbao")),
            report(QStringLiteral("全年敬悉申请7件。公众号“河湾发布”推送信息12条。")));
        QVERIFY(session);
        QVERIFY(message(**session, "TXT-RECEIVED").isEmpty());
        QVERIFY(!message(**session, "OTHER-BODY").isEmpty());
        OfficeWordsDialog dialog;
        show(dialog);
        QCOMPARE(list(dialog)->rowCount(), 1); // a blank one to begin with
        auto *wording = part<QLineEdit>(dialog, "wording");
        QVERIFY(wording->hasFocus());
        QCOMPARE(wording->placeholderText(), QStringLiteral("收悉…件"));
        QCOMPARE(part<QComboBox>(dialog, "meaning")->currentText(), QStringLiteral("收到申请"));
        type(dialog, "收悉…件");
        tab(dialog);
        QVERIFY(part<QPlainTextEdit>(dialog, "reads")->hasFocus());
        type(dialog, "全年收悉政府信息公开申请7件。");
        tab(dialog);
        QVERIFY(part<QPlainTextEdit>(dialog, "notReads")->hasFocus());
        type(dialog, "全年收悉群众来信7件。");
        QTRY_COMPARE(words(dialog, "readsSaid"), QStringLiteral("✓ 读作“收到申请”：7"));
        QCOMPARE(words(dialog, "notReadsSaid"), QStringLiteral("✓ 没有读作“收到申请”"));
        for (int i = 0; i < 20 && dialog.focusWidget()->objectName() != u"add"; ++i)
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
        QVERIFY(wording->hasFocus() && wording->text().isEmpty());
        type(dialog, "敬悉…件");
        QTest::keyClick(wording, Qt::Key_Return);
        QVERIFY(part<QPlainTextEdit>(dialog, "reads")->hasFocus()); // Enter goes on
        type(dialog, "2024年敬悉申请[7件]。");
        tab(dialog);
        type(dialog, "敬悉群众来信7件。");
        QTRY_COMPARE(words(dialog, "readsSaid"), QStringLiteral("✓ 读作“收到申请”：7件"));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(part<QTabWidget>(dialog, "tabs")->currentIndex(), 1);
        QVERIFY(part<QPlainTextEdit>(dialog, "names")->hasFocus());
        type(dialog, "河湾发布");
        save(dialog);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(dialog.rules());
        (*session)->judgeBy(*dialog.rules());
        QCOMPARE(message(**session, "TXT-RECEIVED").section(u'，', 0, 0),
            QStringLiteral("“全年敬悉申请7件”：收到申请写的是 7件"));
        QVERIFY(message(**session, "TXT-RECEIVED").contains(QStringLiteral("新收 10")));
        QVERIFY(message(**session, "OTHER-BODY").isEmpty());
        const QByteArray file = test::readFile(officeWordsPath());
        QVERIFY(file.contains("收悉…件") && file.contains("申请[7]件") && file.contains("河湾发布"));
    }

    /// What it would not be read as is told as it is typed, and not kept.
    void aFaultyOneIsRefused()
    {
        OfficeWordsDialog dialog;
        show(dialog);
        type(dialog, "敬悉…件");
        tab(dialog);
        type(dialog, "全年敬悉群众来信7件。");
        tab(dialog);
        type(dialog, "全年敬悉建议7件。");
        const QString reason
            = QStringLiteral("例句“全年敬悉群众来信[7]件。”中的数读作“不与表格核对的数”，不是“收到申请”。"
                             "请改选意思，改写用语，或换一个例句。");
        QTRY_COMPARE(words(dialog, "readsSaid"), QStringLiteral("● ") + reason);
        QVERIFY(list(dialog)->item(0, 0)->text().startsWith(u'●'));
        save(dialog);
        QVERIFY(dialog.isVisible() && !dialog.rules());
        QCOMPARE(words(dialog, "said"), QStringLiteral("● 没有保存：第 1 条不能采用。") + reason);
        QVERIFY(!QFileInfo::exists(officeWordsPath()));
        auto *reads = part<QPlainTextEdit>(dialog, "reads");
        QVERIFY(reads->hasFocus());
        reads->selectAll();
        type(dialog, "全年敬悉申请7件。");
        QVERIFY(!part<QLabel>(dialog, "said")->isVisible()); // it may be right now
        QTRY_COMPARE(words(dialog, "readsSaid"), QStringLiteral("✓ 读作“收到申请”：7"));
        save(dialog);
        QVERIFY(dialog.rules());
    }

    void eachFaultStandsBesideItsField_data()
    {
        QTest::addColumn<QString>("wording");
        QTest::addColumn<QString>("reads");
        QTest::addColumn<QString>("notReads");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *name, const char *wording, const char *reads, const char *notReads,
                             const char *label) {
            QTest::newRow(name) << QString::fromUtf8(wording) << QString::fromUtf8(reads)
                                << QString::fromUtf8(notReads) << QString(QLatin1String(label));
        };
        row("no counting word", "敬悉…申请", "敬悉申请7件", "敬悉来信7件", "wordingSaid");
        row("two figures and no mark", "敬悉", "2024年敬悉申请7件", "敬悉来信7件", "readsSaid");
        row("the wording is not in it", "敬悉", "收到申请7件", "敬悉来信7件", "readsSaid");
        row("it goes too far", "敬悉", "敬悉申请7件", "敬悉申请8件", "notReadsSaid");
    }
    void eachFaultStandsBesideItsField()
    {
        QFETCH(QString, wording);
        QFETCH(QString, reads);
        QFETCH(QString, notReads);
        QFETCH(QString, label);
        OfficeWordsDialog dialog;
        show(dialog);
        part<QLineEdit>(dialog, "wording")->setText(wording);
        part<QPlainTextEdit>(dialog, "reads")->setPlainText(reads);
        part<QPlainTextEdit>(dialog, "notReads")->setPlainText(notReads);
        const auto isRefused = [&](const char *name) {
            const auto *said = part<QLabel>(dialog, name);
            return said->isVisible() && said->text().startsWith(u'●');
        };
        QTRY_VERIFY(isRefused(label.toLatin1().constData()));
        for (const char *other : {"wordingSaid", "readsSaid", "notReadsSaid"})
            QCOMPARE(isRefused(other), label == QLatin1String(other));
    }

    void entriesAreChangedAndRemoved()
    {
        put(R"({"limits": {"overview_characters": 1500}, "phrases": [
 {"tag": "receive", "counts": "received", "words": ["敬悉"], "reads": ["敬悉申请[7件]。"], "not": ["敬悉来信[7件]。"]},
 {"tag": "besides", "counts": "received", "words": ["额外又"], "reads": ["全年收到申请[7件]，额外又收到来信2件。"], "not": ["额外又收到来信[2件]。"]}],
 "own_names": ["河湾发布"]})");
        OfficeWordsDialog dialog;
        show(dialog);
        QVERIFY(!part<QLabel>(dialog, "fault")->isVisible());
        QCOMPARE(list(dialog)->rowCount(), 2);
        QCOMPARE(list(dialog)->item(0, 0)->text(), QStringLiteral("✓ 收到申请"));
        QCOMPARE(list(dialog)->item(1, 0)->text(), QStringLiteral("✓ besides")); // of those that experts know
        list(dialog)->setFocus();
        QTest::keyClick(list(dialog), Qt::Key_Down);
        QCOMPARE(part<QLineEdit>(dialog, "wording")->text(), QStringLiteral("额外又"));
        QTest::keyClick(list(dialog), Qt::Key_Delete);
        QCOMPARE(list(dialog)->rowCount(), 1);
        auto *meaning = part<QComboBox>(dialog, "meaning");
        meaning->setFocus();
        QTest::keyClick(meaning, Qt::Key_Down);
        QTest::keyClick(meaning, Qt::Key_Down);
        QCOMPARE(meaning->currentText(), QStringLiteral("答复、办结"));
        QVERIFY(part<QPlainTextEdit>(dialog, "reads")->placeholderText().contains(QStringLiteral("答复")));
        QTRY_COMPARE(words(dialog, "readsSaid"), QStringLiteral("✓ 读作“答复、办结”：7件"));
        save(dialog);
        QVERIFY(dialog.rules());
        const auto kept = OfficeWords::load();
        QVERIFY(kept && !kept->fault());
        QCOMPARE(kept->wordings.size(), 1);
        QCOMPARE(kept->wordings.first().tag, QStringLiteral("done"));
        QCOMPARE(kept->wordings.first().counts, QStringLiteral("done"));
        QCOMPARE(dialog.rules()->words().overviewCharacters, 1500); // not shown, and kept
    }

    void escapeClosesAndAsksOnlyWhenThereIsSomethingToLose()
    {
        {
            OfficeWordsDialog dialog;
            show(dialog);
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
            QVERIFY(!dialog.isVisible());
            QVERIFY(dialogs::asked().isEmpty());
        }
        OfficeWordsDialog dialog;
        show(dialog);
        type(dialog, "敬悉");
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape); // called off
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialogs::asked().size(), 1);
        dialogs::answerNext(QStringLiteral("保存")); // refused
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
        QVERIFY(dialog.isVisible() && part<QLabel>(dialog, "said")->isVisible());
        dialogs::answerNext(QStringLiteral("不保存，离开"));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog.isVisible() && !dialog.rules());
        QVERIFY(!QFileInfo::exists(officeWordsPath()));
        dialogs::asked();
    }

    /// Its line is told, the entry is at hand, and what was wrong can be mended here.
    void aFaultyEntryOfTheFileIsMended()
    {
        put("{\"phrases\": [\n"
            "{\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"敬悉\"], \"reads\": "
            "[\"敬悉申请[7件]。\"], "
            "\"not\": [\"敬悉来信[7件]。\"]},\n"
            "{\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"惠悉\"], \"reads\": "
            "[\"惠悉来信[7件]。\"],\n"
            "\"not\": [\"惠悉建议[7件]。\"]}]}");
        OfficeWordsDialog dialog;
        show(dialog);
        QVERIFY(words(dialog, "fault")
                    .startsWith(QStringLiteral("● 目前的文件没有生效。第 3 行：例句“惠悉来信[7件]。”")));
        QCOMPARE(list(dialog)->currentRow(), 1);
        QVERIFY(!part<QPushButton>(dialog, "startAnew")->isVisible());
        part<QPlainTextEdit>(dialog, "reads")->setPlainText(QStringLiteral("惠悉申请7件。"));
        save(dialog);
        QVERIFY(dialog.rules());
        QVERIFY(officeRules());
    }

    void aBrokenFileIsNeverWrittenOver()
    {
        const QByteArray broken = "{\"own_names\": [\n\"河湾发布\n]}";
        put(broken);
        OfficeWordsDialog dialog;
        show(dialog);
        QVERIFY(words(dialog, "fault").contains(QStringLiteral("第 3 行")));
        for (const QLabel *label :
            dialog.findChildren<QLabel *>()) // nobody asked where it lies and of what kind
            QVERIFY2(!label->text().contains(QStringLiteral("json"), Qt::CaseInsensitive),
                qPrintable(label->text()));
        QVERIFY(!part<QTabWidget>(dialog, "tabs")->isVisible()
            && !part<QPushButton>(dialog, "save")->isEnabled());
        save(dialog);
        QCOMPARE(test::readFile(officeWordsPath()), broken);
        auto *anew = part<QPushButton>(dialog, "startAnew");
        anew->click(); // called off
        QCOMPARE(test::readFile(officeWordsPath()), broken);
        dialogs::answerNext(QStringLiteral("搁置"));
        anew->click();
        QVERIFY(!QFileInfo::exists(officeWordsPath()));
        QVERIFY(!part<QLabel>(dialog, "fault")->isVisible() && part<QTabWidget>(dialog, "tabs")->isVisible());
        const QDir folder(QFileInfo(officeWordsPath()).path());
        const QStringList aside = folder.entryList({QStringLiteral("words.json.*")}, QDir::Files);
        QCOMPARE(aside.size(), 1);
        QCOMPARE(test::readFile(folder.filePath(aside.first())), broken);
        dialogs::asked();
    }

    void whatSomebodyElseWroteStays()
    {
        OfficeWordsDialog dialog;
        show(dialog);
        part<QPlainTextEdit>(dialog, "names")->setPlainText(QStringLiteral("河湾发布"));
        const QByteArray theirs = "{\"own_names\": [\"柳林发布\"]}";
        put(theirs);
        save(dialog);
        QVERIFY(dialog.isVisible() && !dialog.rules());
        QVERIFY(words(dialog, "said").contains(QStringLiteral("已在别处改动")));
        QCOMPARE(test::readFile(officeWordsPath()), theirs);
    }

    /// Every field has its label, and the keyboard reaches it.
    void everyFieldIsReached()
    {
        OfficeWordsDialog dialog;
        show(dialog);
        QStringList reached;
        for (int i = 0; i < 30; ++i) {
            reached.append(dialog.focusWidget()->objectName());
            tab(dialog);
        }
        for (const char *name :
            {"tabs", "wordings", "add", "remove", "meaning", "wording", "reads", "notReads", "save"})
            QVERIFY2(reached.contains(QLatin1String(name)) || name == QByteArray("tabs"), name);
        for (const char *name : {"meaning", "wording", "reads", "notReads", "names"}) {
            const auto labels = dialog.findChildren<QLabel *>();
            const auto *field = part<QWidget>(dialog, name);
            QVERIFY2(std::any_of(labels.begin(), labels.end(),
                         [&](const QLabel *label) { return label->buddy() == field; }),
                name);
        }
    }
};

QTEST_MAIN(OfficeWordsDialogTest)
#include "tst_officewordsdialog.moc"
