// SPDX-License-Identifier: MulanPSL-2.0
#include "installedtree.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace nianbao::test;

/// What the stores of the domestic desktops are given, and what a package tells of its licences.
class StoreTreeTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_home;

    QString path(const QString &inside) const { return m_home + u'/' + inside; }
    Said layOut(const QMap<QString, QString> &environment = {}) const
    {
        return say(QStringLiteral(CMAKE_PROGRAM),
            {QStringLiteral("-DBUILD=" BUILD_DIR), QStringLiteral("-DTREE=") + m_folder.path(),
                QStringLiteral("-DINFO=" BUILD_DIR "/resources/package/info.json"), QStringLiteral("-P"),
                QStringLiteral(PROJECT_DIR "/resources/package/storetree.cmake")},
            environment);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = m_folder.filePath(QStringLiteral("opt/apps/") + kId);
        const Said said = layOut();
        QVERIFY2(said.isFine, said.words.constData());
    }

    void itIsLaidOut_data()
    {
        QTest::addColumn<QString>("inside");
        for (const char *each : {"entries/applications/cn.nianbao.nianbao.desktop",
                 "entries/icons/hicolor/scalable/apps/cn.nianbao.nianbao.svg",
                 "entries/icons/hicolor/scalable/mimetypes/application-vnd.nianbao+sqlite3.svg",
                 "entries/icons/hicolor/48x48/apps/cn.nianbao.nianbao.png",
                 "entries/mime/packages/cn.nianbao.nianbao.xml", "files/bin/nianbao", "files/bin/nianbao-cli",
                 "files/share/fonts/opentype/nianbao/FandolFang-Regular.otf",
                 "files/share/doc/nianbao/copyright", "files/share/man/man1/nianbao.1",
                 "files/share/man/zh_CN/man1/nianbao-cli.1",
                 "files/share/metainfo/cn.nianbao.nianbao.metainfo.xml", "info"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void itIsLaidOut()
    {
        QFETCH(QString, inside);
        QVERIFY(QFileInfo(path(inside)).size() > 0);
    }

    void nothingElseIsThere()
    {
        QCOMPARE(QDir(m_home).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            (QStringList{QStringLiteral("entries"), QStringLiteral("files"), QStringLiteral("info")}));
        QCOMPARE(QDir(path(QStringLiteral("entries"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            (QStringList{QStringLiteral("applications"), QStringLiteral("icons"), QStringLiteral("mime")}));
        for (QDirIterator it(m_home, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString file = it.next();
            QVERIFY2(QFileInfo(file).isExecutable() == file.contains(QStringLiteral("/files/bin/")),
                qPrintable(file)); // no script that a store would run
        }
    }

    void theDesktopFindsTheProgram()
    {
        const QString desktop = path(QStringLiteral("entries/applications/cn.nianbao.nianbao.desktop"));
        QCOMPARE(say(QStringLiteral("desktop-file-validate"), {desktop}).words, QByteArray());
        static const QRegularExpression line(
            QStringLiteral("^(?:Try)?Exec=(\\S+)"), QRegularExpression::MultilineOption);
        int found = 0;
        for (auto it = line.globalMatch(QString::fromUtf8(contentOf(desktop))); it.hasNext(); ++found)
            QCOMPARE(m_folder.path() + it.next().captured(1), path(QStringLiteral("files/bin/nianbao")));
        QCOMPARE(found, 3);
    }

    void itSaysWhatItIs()
    {
        QJsonParseError error;
        const QJsonObject info
            = QJsonDocument::fromJson(contentOf(path(QStringLiteral("info"))), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(info.value(QStringLiteral("appid")).toString(), kId);
        QVERIFY(!info.value(QStringLiteral("name")).toString().isEmpty());
        QCOMPARE(info.value(QStringLiteral("version")).toString(), QStringLiteral(PROJECT_VERSION ".0"));
        static const QRegularExpression four(QStringLiteral("^\\d+\\.\\d+\\.\\d+\\.\\d+$"));
        QVERIFY(four.match(info.value(QStringLiteral("version")).toString()).hasMatch());
        static const QStringList known{QStringLiteral("amd64"), QStringLiteral("arm64"),
            QStringLiteral("mips64"), QStringLiteral("sw_64"), QStringLiteral("loong64"),
            QStringLiteral("loongarch64")};
        const QJsonArray architectures = info.value(QStringLiteral("arch")).toArray();
        QCOMPARE(architectures.size(), 1);
        QVERIFY(known.contains(architectures.first().toString()));
        const QJsonObject permissions = info.value(QStringLiteral("permissions")).toObject();
        QVERIFY(permissions.value(QStringLiteral("clipboard")).toBool());
        QVERIFY(!permissions.value(QStringLiteral("autostart")).toBool(true)); // never asked for
    }

    void everyLicenceIsTold()
    {
        const QByteArray copyright = contentOf(path(QStringLiteral("files/share/doc/nianbao/copyright")));
        const QDir licences(QStringLiteral(PROJECT_DIR "/resources/licences"));
        const QStringList names = licences.entryList({QStringLiteral("*.txt")}, QDir::Files);
        QVERIFY(names.size() >= 5);
        for (const QString &name : names) {
            QVERIFY2(copyright.contains("\nLicense: " + name.chopped(4).toUtf8() + "\n "), qPrintable(name));
            const QList<QByteArray> lines = contentOf(licences.filePath(name)).split('\n');
            for (const QByteArray &line : lines)
                QVERIFY2(copyright.contains(line.trimmed()), line.constData());
        }
        QVERIFY(!copyright.contains('@' + QByteArray("licences")));
    }

    /// Last: what was laid out is gone then.
    void withoutTheFontItIsNotLaidOut()
    {
        const QString config = m_folder.filePath(QStringLiteral("fonts.conf"));
        write(config, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>");
        const Said said = layOut({{QStringLiteral("FONTCONFIG_FILE"), config}});
        QVERIFY(!said.isFine);
        QVERIFY2(
            said.words.contains("FandolFang-Regular.otf is not among the fonts"), said.words.constData());
    }
};

QTEST_GUILESS_MAIN(StoreTreeTest)
#include "tst_storetree.moc"
