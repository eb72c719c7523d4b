// SPDX-License-Identifier: MulanPSL-2.0
#include "settingsdialog.h"

#include "appearance.h"
#include "chaindialog.h"
#include "dialoganswers.h"
#include "filechooser.h"
#include "fontspage.h"
#include "officewords.h"
#include "settings.h"
#include "settingsdesk.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class SettingsDialogTest : public QObject {
    Q_OBJECT

    template <typename T> static T *part(const QWidget &dialog, const char *name)
    {
        T *found = dialog.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    static void type(const QWidget &dialog, const char *field, const QString &words)
    {
        auto *line = part<QLineEdit>(dialog, field);
        line->setText(words);
        QTest::keyClick(line, Qt::Key_Return);
    }
    static void choose(QComboBox *box, int index)
    {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    static void openPage(const SettingsDialog &dialog, const char *part)
    {
        auto *stack = dialog.findChild<QStackedWidget *>();
        for (int i = 0; i < stack->count(); ++i) {
            if (stack->widget(i)->findChild<QWidget *>(QLatin1String(part)))
                SettingsDialogTest::part<QListWidget>(dialog, "pages")->setCurrentRow(i);
        }
    }

private Q_SLOTS:
    void initTestCase() { dialogs::setSilent(true); }
    void init()
    {
        settings::setLook({});
        appearance::apply(Theme::Light);
    }

    void nameAndOfficeAreRemembered()
    {
        SettingsDialog dialog({});
        type(dialog, "settingsName", QStringLiteral(" 王芸 "));
        type(dialog, "settingsOffice", QStringLiteral("芦渡镇人民政府"));
        QCOMPARE(settings::userName(), QStringLiteral("王芸"));
        QCOMPARE(settings::officeName(), QStringLiteral("芦渡镇人民政府"));
        QVERIFY(part<QListWidget>(dialog, "pages")->item(0)->text().contains(QStringLiteral("王芸")));
        part<QPushButton>(dialog, "restorePage")->click();
        QCOMPARE(settings::officeName(), QString());
        QCOMPARE(part<QLineEdit>(dialog, "settingsOffice")->text(), QString());
    }

    void theFolderForNewReports()
    {
        const QTemporaryDir folder;
        SettingsDialog dialog({});
        dialogs::answerNext(folder.path());
        part<QPushButton>(dialog, "settingsChooseFolder")->click();
        QCOMPARE(settings::reportFolder(), folder.path());
        QCOMPARE(part<QLabel>(dialog, "settingsFolder")->text(), folder.path());
        QCOMPARE(FileChooser(nullptr, {}, {}, {}).directory().path(), folder.path()); // nothing was open yet
        dialogs::answerNext({});
        part<QPushButton>(dialog, "settingsChooseFolder")->click(); // called off
        QCOMPARE(settings::reportFolder(), folder.path());
        settings::setReportFolder(folder.filePath(QStringLiteral("gone")));
        QVERIFY(settings::reportFolder() != folder.filePath(QStringLiteral("gone")));
    }

    void reviewersOfNewReports()
    {
        SettingsDialog dialog({});
        dialogs::handleNext([](QDialog &chain) {
            auto *table = chain.findChild<QTableWidget *>();
            table->item(0, 1)->setText(QStringLiteral("刘主任"));
            return true;
        });
        part<QPushButton>(dialog, "settingsChangeChain")->click();
        QCOMPARE(settings::reviewers().value(0).name, QStringLiteral("刘主任"));
        QVERIFY(part<QLabel>(dialog, "settingsChain")->text().contains(QStringLiteral("刘主任")));
        dialogs::handleNext([](QDialog &) { return false; });
        part<QPushButton>(dialog, "settingsChangeChain")->click();
        QCOMPARE(settings::reviewers().value(0).name, QStringLiteral("刘主任"));
        openPage(dialog, "settingsChain");
        part<QPushButton>(dialog, "restorePage")->click();
        QVERIFY(settings::reviewers().isEmpty()); // the usual chain, whatever that will be
    }

    void aThemeHoldsAtOnceAndIsRemembered_data()
    {
        QTest::addColumn<Theme>("theme");
        for (const Theme theme : {Theme::Dark, Theme::HighContrast, Theme::Light})
            QTest::newRow(qPrintable(themes::key(theme))) << theme;
    }
    void aThemeHoldsAtOnceAndIsRemembered()
    {
        QFETCH(Theme, theme);
        SettingsDialog dialog({});
        dialog.show();
        part<QRadioButton>(dialog, qPrintable(QStringLiteral("theme-") + themes::key(theme)))->click();
        QCOMPARE(themes::shownBy(QApplication::palette()), theme);
        QCOMPARE(themes::shownBy(dialog.palette()), theme);
        QCOMPARE(settings::look().theme, themes::key(theme));
        const SettingsDialog next({});
        QVERIFY(
            part<QRadioButton>(next, qPrintable(QStringLiteral("theme-") + themes::key(theme)))->isChecked());
    }

    void theSizeOfTextHoldsAtOnceAndGoesBack()
    {
        SettingsDialog dialog({});
        dialog.show();
        const double usual = dialog.font().pointSizeF();
        auto *size = part<QComboBox>(dialog, "settingsTextSize");
        QCOMPARE(size->currentData().toInt(), 100);
        choose(size, size->findData(150));
        QCOMPARE(dialog.font().pointSizeF(), usual * 1.5);
        QCOMPARE(settings::look().textPercent, 150);
        choose(size, size->findData(100));
        QCOMPARE(dialog.font().pointSizeF(), usual);
        settings::setLook({{}, 10'000, {}});
        QCOMPARE(settings::look().textPercent, kMostTextPercent); // whatever stands in the file
    }

    void theLanguageIsOfTheNextStart()
    {
        SettingsDialog dialog({});
        auto *language = part<QComboBox>(dialog, "settingsLanguage");
        choose(language, language->findData(QStringLiteral("en")));
        QCOMPARE(settings::look().language, QStringLiteral("en"));
    }

    void aFontThatIsNotThereIsToldWithItsRemedy()
    {
        FontsPage page({}, nullptr);
        QCOMPARE(page.state().contains(QStringLiteral("●")), false);
        const QString serif = QStringLiteral("Noto Serif CJK SC");
        const QString gone = QStringLiteral("方正小标宋简体");
        page.setChains({{QStringLiteral("小标宋"), {{gone, false, true}}},
            {QStringLiteral("仿宋"), {{gone, false, true}, {serif, false, false}}},
            {QStringLiteral("黑体"), {{serif, false, true}}}});
        const auto said = [&page](FontRole role) {
            return part<QLabel>(page, qPrintable(QStringLiteral("fontState-%1").arg(int(role))))->text();
        };
        QVERIFY(said(FontRole::Title).startsWith(QStringLiteral("●")));
        QVERIFY(said(FontRole::Body).startsWith(QStringLiteral("◆")));
        QVERIFY(said(FontRole::Body).contains(QStringLiteral("仿宋")));
        QVERIFY(said(FontRole::Heading1).startsWith(QStringLiteral("✓")));
        QCOMPARE(page.state(), QStringLiteral("● 1 missing")); // the gravest, in words
        QCOMPARE(page.findChildren<QWidget *>(QStringLiteral("fontSample")).size(),
            2); // nothing shows what is not there
        QCOMPARE(part<QLineEdit>(page, "fontCommand")->text(),
            QStringLiteral("sudo apt install fonts-noto-cjk texlive-lang-chinese"));
    }

    void charactersThatAFontLacksAreNamed()
    {
        FontsPage page(QStringLiteral("\u1000"), nullptr);
        page.setChains({{QStringLiteral("宋体"), {{QStringLiteral("Noto Serif CJK SC"), false, true}}}});
        QVERIFY(part<QLabel>(page, "fontState-0")->text().contains(QChar(0x1000)));
        QCOMPARE(page.state(), QStringLiteral("◆ 1 incomplete"));
        QVERIFY(!page.findChild<QLineEdit *>(QStringLiteral("fontCommand"))); // no package helps
    }

    /// What is said of a font has room for its words, also in a narrow dialog.
    void statesOfFontsHaveRoom_data()
    {
        QTest::addColumn<int>("width"); // heights of a line
        QTest::newRow("an office screen at 200 %") << 24;
        QTest::newRow("the usual dialog") << 40;
    }
    void statesOfFontsHaveRoom()
    {
        QFETCH(int, width);
        FontsPage page(QStringLiteral("\u1000\u1001\u1002\u1003\u1004\u1005\u1006\u1007"), nullptr);
        const int em = page.fontMetrics().height();
        page.resize(width * em, 30 * em);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto *said = part<QLabel>(page, "fontState-1");
        const auto *sample = page.findChildren<QWidget *>(QStringLiteral("fontSample")).value(1);
        QVERIFY2(said->width() >= 8 * em, qPrintable(QString::number(said->width())));
        QCOMPARE(said->y() > sample->y() + sample->height() || said->x() < sample->x(), false);
        QVERIFY(said->parentWidget()->rect().contains(said->geometry()));
        page.resize((width == 24 ? 40 : 24) * em, 30 * em); // the lines follow
        QCoreApplication::processEvents();
        QVERIFY(said->width() >= 8 * em);
    }

    void aFileThatIsNoFontIsSaid()
    {
        FontsPage page({}, nullptr);
        dialogs::told();
        dialogs::answerNext(QStringLiteral("/nowhere/no.ttf"));
        part<QPushButton>(page, "addFont")->click();
        QCOMPARE(dialogs::told().size(), 1);
    }

    void mailHabits()
    {
        SettingsDialog dialog({});
        type(dialog, "mailTo", QStringLiteral("zwgk@example.gov.cn"));
        part<QCheckBox>(dialog, "mailAscii")->click();
        type(dialog, "mailCc", QStringLiteral("b@example.gov.cn"));
        type(dialog, "mailOffice", QStringLiteral("市政府办公室"));
        QCOMPARE(settings::handOverHabits().to, QStringLiteral("zwgk@example.gov.cn"));
        QCOMPARE(settings::handOverHabits().cc, QStringLiteral("b@example.gov.cn"));
        QCOMPARE(settings::handOverHabits().office, QStringLiteral("市政府办公室"));
        QVERIFY(settings::handOverHabits().asciiNames);
        openPage(dialog, "mailTo");
        part<QPushButton>(dialog, "restorePage")->click();
        QVERIFY(settings::handOverHabits() == HandOverHabits());
    }

    void backupsAreAWish()
    {
        SettingsDialog dialog({});
        QVERIFY(!settings::backups().areMade);
        part<QCheckBox>(dialog, "backupsMade")->click();
        part<QSpinBox>(dialog, "backupsKept")->setValue(3);
        QVERIFY(settings::backups() == (Backups{true, {}, 3}));
        openPage(dialog, "backupsMade");
        part<QPushButton>(dialog, "restorePage")->click();
        QVERIFY(settings::backups() == Backups());
    }

    void theOfficesWordingsAreNeverThrownAway()
    {
        const SettingsDialog dialog({});
        openPage(dialog, "settingsWords");
        QVERIFY(!part<QPushButton>(dialog, "restorePage")->isEnabled());
    }

    /// What was kept is in force for the open report, also when a second look at the wordings changed
    /// nothing.
    void wordingsThatWereKeptAreNotDropped()
    {
        const QTemporaryDir folder;
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
        QWidget window;
        const SettingsDesk desk(&window, [] { return nullptr; });
        QStringList inForce;
        connect(&desk, &SettingsDesk::rulesChanged, this,
            [&inForce](const RuleSet &rules) { inForce.append(rules.fingerprint()); });
        QString said;
        dialogs::handleNext([&said](QDialog &dialog) {
            auto *change = part<QPushButton>(dialog, "settingsChangeWords");
            dialogs::handleNext([](QDialog &words) {
                part<QPlainTextEdit>(words, "names")->setPlainText(QStringLiteral("河湾发布"));
                part<QPushButton>(words, "save")->click();
                return true;
            });
            change->click();
            said = part<QLabel>(dialog, "settingsWords")->text();
            dialogs::handleNext([](QDialog &) { return false; });
            change->click();
            return true;
        });
        desk.settings()->trigger();
        const auto kept = OfficeWords::load();
        qputenv("XDG_CONFIG_HOME", before);
        QCOMPARE(said, QStringLiteral("0 wordings and 1 names are in force."));
        QVERIFY(kept);
        QCOMPARE(kept->names, QStringList(QStringLiteral("河湾发布")));
        QCOMPARE(inForce.size(), 1);
        QVERIFY(inForce.first() != RuleSet().fingerprint());
    }

    void aSettingIsFoundByItsWords()
    {
        const SettingsDialog dialog({});
        auto *pages = part<QListWidget>(dialog, "pages");
        part<QLineEdit>(dialog, "searchSettings")->setText(QStringLiteral("high contrast"));
        int shown = 0;
        for (int row = 0; row < pages->count(); ++row)
            shown += !pages->item(row)->isHidden();
        QCOMPARE(shown, 1);
        QVERIFY(dialog.findChild<QStackedWidget *>()->currentWidget()->findChild<QWidget *>(
            QStringLiteral("theme-contrast")));
        part<QLineEdit>(dialog, "searchSettings")->clear();
        QVERIFY(!pages->item(0)->isHidden());
    }

    void theMenuSaysWhichThemeHolds()
    {
        QWidget window;
        const SettingsDesk desk(&window, [] { return nullptr; });
        QCOMPARE(desk.settings()->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
        const auto checked = [&desk] {
            QStringList names;
            for (const QAction *action : desk.themes()) {
                if (action->isChecked())
                    names.append(action->objectName());
            }
            return names;
        };
        QCOMPARE(checked(), QStringList(QStringLiteral("theme-light")));
        desk.themes().last()->trigger();
        QCOMPARE(checked(), QStringList(QStringLiteral("theme-contrast")));
        QCOMPARE(settings::look().theme, QStringLiteral("contrast"));
        QCOMPARE(themes::shownBy(QApplication::palette()), Theme::HighContrast);
        dialogs::handleNext([](QDialog &dialog) {
            dialog.findChild<QRadioButton *>(QStringLiteral("theme-dark"))->click();
            return true;
        });
        desk.settings()->trigger();
        QCOMPARE(checked(), QStringList(QStringLiteral("theme-dark")));
    }
};

QTEST_MAIN(SettingsDialogTest)
#include "tst_settingsdialog.moc"
