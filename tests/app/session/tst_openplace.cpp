// SPDX-License-Identifier: MulanPSL-2.0
#include "openplace.h"
#include "ordinaryuser.h"
#include "systemfolders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

Q_DECLARE_METATYPE(nianbao::PlaceKind)

/// Where nothing lasts, by the paths that mail programs, browsers, chats and systems really use.
class OpenPlaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePathTells_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<PlaceKind>("kind");
        const auto row = [](const char *name, const char *path, PlaceKind kind) {
            QTest::newRow(name) << QString::fromUtf8(path) << kind;
        };
        row("documents", "/home/wang/文档/年报.nianbao", PlaceKind::Usual);
        row("downloads", "/home/wang/下载/年报.nianbao", PlaceKind::Usual);
        row("the desktop", "/home/wang/桌面/年报.nianbao", PlaceKind::Usual);
        row("a USB stick", "/media/wang/USB/年报.nianbao", PlaceKind::Usual);
        row("a network folder", "/run/user/1000/gvfs/smb-share:server=oa,share=年报/年报.nianbao",
            PlaceKind::Usual);
        row("a folder that is only called tmp", "/home/wang/tmp/年报.nianbao", PlaceKind::Usual);
        row("a folder that begins like one", "/tmpfiles/年报.nianbao", PlaceKind::Usual);
        row("a folder in Chinese that is called cache", "/home/wang/缓存/年报.nianbao", PlaceKind::Usual);
        row("the temporary folder", "/tmp/年报.nianbao", PlaceKind::Temporary);
        row("below it", "/tmp/a/b/年报.nianbao", PlaceKind::Temporary);
        row("opened from Firefox", "/tmp/mozilla_wang0/年报.nianbao", PlaceKind::Temporary);
        row("opened from Evolution", "/tmp/evolution-wang-Qx8/年报.nianbao", PlaceKind::Temporary);
        row("the folder that TMPDIR names", "/scratch/wang/年报.nianbao", PlaceKind::Temporary);
        row("in memory", "/dev/shm/年报.nianbao", PlaceKind::Temporary);
        row("the trash", "/home/wang/.local/share/Trash/files/年报.nianbao", PlaceKind::Temporary);
        row("the trash of a stick", "/media/wang/USB/.Trash-1000/files/年报.nianbao", PlaceKind::Temporary);
        row("an archive that is only looked into", "/home/wang/.cache/.fr-x1Yz/年报.nianbao",
            PlaceKind::Attachment);
        row("the cache of Thunderbird", "/home/wang/.cache/thunderbird/a.default/年报.nianbao",
            PlaceKind::Attachment);
        row("the profile of Thunderbird", "/home/wang/.thunderbird/a.default/Mail/年报.nianbao",
            PlaceKind::Attachment);
        row("a browser in a sandbox", "/home/wang/.var/app/org.mozilla.firefox/cache/tmp/年报.nianbao",
            PlaceKind::Attachment);
        row("WeChat on Linux", "/home/wang/文档/xwechat_files/wxid_1/msg/file/2026-01/年报.nianbao",
            PlaceKind::Attachment);
        row("lent by the portal", "/run/user/1000/doc/7f3a2b/年报.nianbao", PlaceKind::Portal);
        row("lent by the portal, seen from inside", "/run/flatpak/doc/7f3a2b/年报.nianbao",
            PlaceKind::Portal);
        row("Windows: documents", "C:\\Users\\wang\\Documents\\年报.nianbao", PlaceKind::Usual);
        row("Windows: the temporary folder", "C:\\Users\\wang\\AppData\\Local\\Temp\\年报.nianbao",
            PlaceKind::Temporary);
        row("Windows: in other letters", "c:/users/WANG/appdata/local/temp/7zO4C1/年报.nianbao",
            PlaceKind::Temporary);
        row("Windows: opened from Outlook",
            "C:\\Users\\wang\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\A1\\年报."
            "nianbao",
            PlaceKind::Attachment);
        row("Windows: opened from Foxmail", "D:\\Foxmail 7.2\\Temp\\年报.nianbao", PlaceKind::Attachment);
        row("Windows: WeChat", "D:\\WeChat Files\\wxid_1\\FileStorage\\File\\2026-01\\年报.nianbao",
            PlaceKind::Attachment);
        row("Windows: QQ", "D:\\Documents\\Tencent Files\\12345\\FileRecv\\年报.nianbao",
            PlaceKind::Attachment);
    }
    void thePathTells()
    {
        QFETCH(QString, path);
        QFETCH(PlaceKind, kind);
        const KnownPlaces places{QStringLiteral("/home/wang"),
            {QStringLiteral("/tmp"), QStringLiteral("/var/tmp"), QStringLiteral("/dev/shm"),
                QStringLiteral("/scratch/wang")}};
        QCOMPARE(placeOf(path, places), kind);
        QCOMPARE(placeWords(kind).isEmpty(), kind == PlaceKind::Usual);
    }

    void aHomeInATemporaryFolderIsAHome()
    {
        const KnownPlaces guest{
            QStringLiteral("/tmp/guest-1"), {QStringLiteral("/tmp"), QStringLiteral("/tmp/guest-1/tmp")}};
        QCOMPARE(placeOf(QStringLiteral("/tmp/guest-1/年报.nianbao"), guest), PlaceKind::Usual);
        QCOMPARE(placeOf(QStringLiteral("/tmp/guest-1/tmp/年报.nianbao"), guest), PlaceKind::Temporary);
        QCOMPARE(placeOf(QStringLiteral("/tmp/年报.nianbao"), guest), PlaceKind::Temporary);
    }

    void onThisComputer()
    {
        const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/tst_openplace-XXXXXX"));
        QCOMPARE(placeOf(folder.filePath(QStringLiteral("a.nianbao"))), PlaceKind::Temporary);
        QCOMPARE(lastingFolder(folder.filePath(QStringLiteral("a.nianbao"))), documentsFolder());
        {
            const test::AsOrdinaryUser ordinary;
            QVERIFY(ordinary.canWorkIn(QStringLiteral("/usr")));
            QCOMPARE(placeOf(QStringLiteral("/usr/年报.nianbao")), PlaceKind::ReadOnly);
        }
        setPlaceJudge([](const QString &) { return PlaceKind::Usual; });
        QCOMPARE(placeOf(folder.filePath(QStringLiteral("a.nianbao"))), PlaceKind::Usual);
        QCOMPARE(lastingFolder(folder.filePath(QStringLiteral("a.nianbao"))), folder.path());
        setPlaceJudge(nullptr);
    }
};

QTEST_GUILESS_MAIN(OpenPlaceTest)
#include "tst_openplace.moc"
