// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "keydialog.h"
#include "language.h"
#include "literal.h"
#include "sealkey.h"
#include "settings.h"
#include "shownpath.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {
const QString kPassphrase = QStringLiteral("correct horse");
}

/// What a person does with the key for approving; the key itself: tst_sealkey.
class KeyDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static QLineEdit *line(const KeyDialog &dialog, const char *name)
    {
        return dialog.findChild<QLineEdit *>(QLatin1String(name));
    }
    static void press(const KeyDialog &dialog, const char *name)
    {
        auto *button = dialog.findChild<QPushButton *>(QLatin1String(name));
        QVERIFY(button && button->isVisibleTo(&dialog) && button->isEnabled());
        button->click();
    }
    static QString said(const KeyDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("said"))->text();
    }
    static bool isVisible(const KeyDialog &dialog, const char *name)
    {
        return dialog.findChild<QWidget *>(QLatin1String(name))->isVisibleTo(&dialog);
    }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    /// One is there, made by this very dialog.
    void make()
    {
        KeyDialog dialog(nullptr);
        line(dialog, "newPassphrase")->setText(kPassphrase);
        line(dialog, "newPassphraseAgain")->setText(kPassphrase);
        press(dialog, "makeKey");
        QVERIFY2(isVisible(dialog, "backUp"), qPrintable(said(dialog)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(QStringLiteral("zh_CN"));
        dialogs::setSilent(true);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toLocal8Bit());
        settings::setUserName(QStringLiteral("陈立"));
    }

    void oneIsMade()
    {
        KeyDialog dialog(nullptr);
        QVERIFY(isVisible(dialog, "makeKey") && !isVisible(dialog, "backUp"));
        line(dialog, "newPassphrase")->setText(kPassphrase);
        line(dialog, "newPassphraseAgain")->setText(QStringLiteral("another"));
        press(dialog, "makeKey");
        QVERIFY(
            said(dialog).contains(QStringLiteral("不一致")) || said(dialog).contains(QStringLiteral("不同")));
        QVERIFY(!QFile::exists(settings::keyPath()));
        line(dialog, "newPassphrase")->setText(QStringLiteral("short"));
        line(dialog, "newPassphraseAgain")->setText(QStringLiteral("short"));
        press(dialog, "makeKey");
        QVERIFY(!QFile::exists(settings::keyPath()));
        line(dialog, "newPassphrase")->setText(kPassphrase);
        line(dialog, "newPassphraseAgain")->setText(kPassphrase);
        press(dialog, "makeKey");
        const auto own = PublicKey::fromFile(publicKeyPath(settings::keyPath()));
        QVERIFY(own);
        QCOMPARE(own->name, QStringLiteral("陈立"));
        QVERIFY(PrivateKey::read(settings::keyPath(), kPassphrase.toUtf8()));
        QVERIFY(line(dialog, "newPassphrase")->text().isEmpty()); // it stays nowhere
    }

    /// Who is told to copy the key has to find it.
    void whereItIsIsTold()
    {
        make();
        KeyDialog dialog(nullptr);
        const auto *own = dialog.findChild<QLabel *>(QStringLiteral("ownKey"));
        QCOMPARE(own->text().section(u'\n', 2), QStringLiteral("位置：") + shownPath(settings::keyPath()));
        QCOMPARE(literal::wordsOf(own->toolTip()), settings::keyPath());
        line(dialog, "oldPassphrase")->setText(QStringLiteral("not the one"));
        line(dialog, "changedPassphrase")->setText(kPassphrase);
        line(dialog, "changedPassphraseAgain")->setText(kPassphrase);
        press(dialog, "changePassphrase");
        QVERIFY2(said(dialog).startsWith(QStringLiteral("口令打不开密钥 approval.key。")),
            qPrintable(said(dialog)));
    }

    /// No button acts on fields that are empty.
    void whatIsMissingIsSaid()
    {
        const auto isEnabled = [](const KeyDialog &dialog, const char *name) {
            return dialog.findChild<QPushButton *>(QLatin1String(name))->isEnabled();
        };
        const auto lacks = [](const KeyDialog &dialog) {
            return dialog.findChild<QLabel *>(QStringLiteral("lacks"))->text();
        };
        {
            KeyDialog dialog(nullptr);
            QVERIFY(!isEnabled(dialog, "makeKey") && lacks(dialog).contains(QStringLiteral("两遍")));
            line(dialog, "newPassphrase")->setText(kPassphrase);
            QVERIFY(!isEnabled(dialog, "makeKey"));
            line(dialog, "newPassphraseAgain")->setText(kPassphrase);
            QVERIFY(isEnabled(dialog, "makeKey") && lacks(dialog).isEmpty());
            line(dialog, "keyName")->clear();
            QVERIFY(!isEnabled(dialog, "makeKey") && lacks(dialog).contains(QStringLiteral("姓名")));
        }
        make();
        {
            KeyDialog dialog(nullptr);
            QVERIFY(!isEnabled(dialog, "changePassphrase") && !lacks(dialog).isEmpty());
            QVERIFY(isEnabled(dialog, "backUp"));
        }
        QVERIFY(QFile::remove(publicKeyPath(settings::keyPath())));
        KeyDialog dialog(nullptr);
        QVERIFY(!isEnabled(dialog, "restore") && lacks(dialog).contains(QStringLiteral("口令")));
        line(dialog, "oldPassphrase")->setText(kPassphrase);
        QVERIFY(isEnabled(dialog, "restore"));
    }

    void noPassphraseStaysInADialogThatIsClosed()
    {
        KeyDialog dialog(nullptr);
        const QList<const char *> secrets{"newPassphrase", "newPassphraseAgain", "oldPassphrase",
            "changedPassphrase", "changedPassphraseAgain"};
        for (const char *name : secrets)
            line(dialog, name)->setText(kPassphrase);
        dialog.reject();
        for (const char *name : secrets)
            QVERIFY2(line(dialog, name)->text().isEmpty(), name);
    }

    /// Nor does it stand in clear in the field of the name.
    void whatIsTypedAtOnceIsHidden()
    {
        const auto typed = [](KeyDialog &dialog) {
            dialog.show();
            if (!QTest::qWaitForWindowActive(&dialog) || !QApplication::focusWidget())
                return QString();
            QTest::keyClicks(QApplication::focusWidget(), kPassphrase);
            return QApplication::focusWidget()->objectName();
        };
        {
            KeyDialog dialog(nullptr);
            QCOMPARE(typed(dialog), QStringLiteral("newPassphrase"));
            QCOMPARE(line(dialog, "keyName")->text(), QStringLiteral("陈立"));
        }
        make();
        KeyDialog dialog(nullptr);
        QCOMPARE(typed(dialog), QStringLiteral("oldPassphrase"));
    }

    /// Nor is a key made for nobody; afterwards the program knows who it is.
    void whoIsNotKnownIsAsked()
    {
        settings::setUserName({});
        for (const char *variable : {"USER", "LOGNAME", "USERNAME"})
            qunsetenv(variable);
        KeyDialog dialog(nullptr);
        QCOMPARE(line(dialog, "keyName")->text(), QString());
        line(dialog, "newPassphrase")->setText(kPassphrase);
        line(dialog, "newPassphraseAgain")->setText(kPassphrase);
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("makeKey"))->isEnabled());
        line(dialog, "keyName")->setText(QStringLiteral("王芸"));
        press(dialog, "makeKey");
        QCOMPARE(PublicKey::fromFile(publicKeyPath(settings::keyPath()))->name, QStringLiteral("王芸"));
        QCOMPARE(settings::userName(), QStringLiteral("王芸"));
    }

    /// Not to the words that are only read, where a caret would stand.
    void theFocusGoesOnToWhatComesNext()
    {
        KeyDialog dialog(nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        line(dialog, "newPassphrase")->setText(kPassphrase);
        line(dialog, "newPassphraseAgain")->setText(kPassphrase);
        line(dialog, "newPassphraseAgain")->setFocus();
        press(dialog, "makeKey");
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("backUp"))->hasFocus());
        dialogs::answerNext(QStringLiteral("搁置"));
        press(dialog, "putAside");
        QVERIFY(line(dialog, "newPassphrase")->hasFocus()); // the name is filled in
    }

    void enterGoesOnAndMakesTheKey()
    {
        KeyDialog dialog(nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QStringList pressed; // no other button besides
        for (const QPushButton *button : dialog.findChildren<QPushButton *>())
            connect(button, &QPushButton::clicked, this,
                [&pressed, button] { pressed.append(button->objectName()); });
        const auto enter = [&](const char *field, const QString &words) {
            line(dialog, field)->setFocus();
            line(dialog, field)->setText(words);
            QTest::keyClick(line(dialog, field), Qt::Key_Return);
        };
        line(dialog, "newPassphraseAgain")->setText(kPassphrase); // all is there, and still it goes on
        enter("newPassphrase", kPassphrase);
        QVERIFY(line(dialog, "newPassphraseAgain")->hasFocus());
        QVERIFY(!QFile::exists(settings::keyPath()));
        enter("newPassphraseAgain", kPassphrase);
        QVERIFY(QFile::exists(settings::keyPath()));
        enter("oldPassphrase", kPassphrase);
        QVERIFY(line(dialog, "changedPassphrase")->hasFocus());
        QVERIFY(dialog.isVisible());
        const QString other = kPassphrase + u'x';
        line(dialog, "oldPassphrase")->setText(kPassphrase);
        enter("changedPassphrase", other);
        QVERIFY(line(dialog, "changedPassphraseAgain")->hasFocus());
        enter("changedPassphraseAgain", other);
        QVERIFY2(PrivateKey::read(settings::keyPath(), other.toUtf8()), qPrintable(said(dialog)));
        QVERIFY(dialog.isVisible());
        QCOMPARE(pressed, (QStringList{QStringLiteral("makeKey"), QStringLiteral("changePassphrase")}));
    }

    void aBackupIsMadeAndBroughtBack_data()
    {
        QTest::addColumn<bool>("hasPublicHalf");
        QTest::newRow("both halves") << true;
        QTest::newRow("the private one alone") << false;
    }
    void aBackupIsMadeAndBroughtBack()
    {
        QFETCH(bool, hasPublicHalf);
        make();
        const auto before = PublicKey::fromFile(publicKeyPath(settings::keyPath()));
        QVERIFY(before);
        {
            KeyDialog dialog(nullptr);
            dialogs::answerNext(path("backup.key"));
            press(dialog, "backUp");
            QVERIFY(QFile::exists(path("backup.key")) && QFile::exists(path("backup.key.pub")));
        }
        QVERIFY(QFile::remove(settings::keyPath()) && QFile::remove(publicKeyPath(settings::keyPath())));
        if (!hasPublicHalf)
            QVERIFY(QFile::remove(path("backup.key.pub")));
        KeyDialog dialog(nullptr);
        dialogs::answerNext(path("backup.key"));
        press(dialog, "bringBack");
        QVERIFY(PrivateKey::read(settings::keyPath(), kPassphrase.toUtf8()));
        if (!hasPublicHalf) {
            QVERIFY(isVisible(dialog, "restore") && !isVisible(dialog, "backUp"));
            line(dialog, "oldPassphrase")->setText(QStringLiteral("wrong horse"));
            press(dialog, "restore");
            QVERIFY(!QFile::exists(publicKeyPath(settings::keyPath())));
            line(dialog, "oldPassphrase")->setText(kPassphrase);
            press(dialog, "restore");
            QVERIFY2(line(dialog, "oldPassphrase")->text().isEmpty(), qPrintable(said(dialog)));
        }
        const auto after = PublicKey::fromFile(publicKeyPath(settings::keyPath()));
        QVERIFY(after);
        QVERIFY(after->key == before->key);
        QVERIFY(isVisible(dialog, "backUp") && !isVisible(dialog, "restore"));
    }

    void aDamagedPublicHalfIsMadeAgain()
    {
        make();
        const QString half = publicKeyPath(settings::keyPath());
        const auto before = PublicKey::fromFile(half);
        QVERIFY(before);
        QFile file(half);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half a ke") > 0);
        file.close();
        KeyDialog dialog(nullptr);
        line(dialog, "oldPassphrase")->setText(kPassphrase);
        press(dialog, "restore");
        const auto after = PublicKey::fromFile(half);
        QVERIFY2(after, qPrintable(said(dialog)));
        QVERIFY(after->key == before->key);
    }

    void thePassphraseIsChanged()
    {
        make();
        KeyDialog dialog(nullptr);
        line(dialog, "oldPassphrase")->setText(QStringLiteral("wrong horse"));
        for (const char *name : {"changedPassphrase", "changedPassphraseAgain"})
            line(dialog, name)->setText(QStringLiteral("battery staple"));
        press(dialog, "changePassphrase");
        QVERIFY(PrivateKey::read(settings::keyPath(), kPassphrase.toUtf8())); // nothing was lost
        line(dialog, "oldPassphrase")->setText(kPassphrase);
        press(dialog, "changePassphrase");
        QVERIFY(PrivateKey::read(settings::keyPath(), "battery staple"));
        QVERIFY(!PrivateKey::read(settings::keyPath(), kPassphrase.toUtf8()));
        for (const char *name : {"oldPassphrase", "changedPassphrase", "changedPassphraseAgain"})
            QVERIFY2(line(dialog, name)->text().isEmpty(), name);
    }

    /// Lost: another one in its place, and the old one is still there for who remembers.
    void oneIsPutAside_data()
    {
        QTest::addColumn<bool>("hasPublicHalf");
        QTest::newRow("both halves") << true;
        QTest::newRow("one of which the public half is missing") << false;
    }
    void oneIsPutAside()
    {
        QFETCH(bool, hasPublicHalf);
        make();
        if (!hasPublicHalf)
            QVERIFY(QFile::remove(publicKeyPath(settings::keyPath())));
        KeyDialog dialog(nullptr);
        dialogs::answerNext({}); // called off
        press(dialog, "putAside");
        QVERIFY(QFile::exists(settings::keyPath()));
        dialogs::answerNext(QStringLiteral("搁置"));
        press(dialog, "putAside");
        QVERIFY(isVisible(dialog, "makeKey"));
        const QDir folder = QFileInfo(settings::keyPath()).dir();
        QCOMPARE(folder.entryList(QDir::Files).size(), hasPublicHalf ? 2 : 1);
        QVERIFY(PrivateKey::read(
            folder.filePath(folder.entryList(QDir::Files, QDir::Name).first()), kPassphrase.toUtf8()));
        make();
    }
};

QTEST_MAIN(KeyDialogTest)
#include "tst_keydialog.moc"
