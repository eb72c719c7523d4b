// SPDX-License-Identifier: MulanPSL-2.0
#include "arguments.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class ArgumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void urlsBecomePaths_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const char *argument, const char *path) {
            QTest::newRow(name) << QString::fromUtf8(argument) << QString::fromUtf8(path);
        };
        row("as desktops write it", "file:///tmp/%E5%B9%B4%E6%8A%A5%20a.nianbao", "/tmp/年报 a.nianbao");
        row("as people write it", "file:///tmp/年报 a.nianbao", "/tmp/年报 a.nianbao");
        row("with one slash", "file:/tmp/a.nianbao", "/tmp/a.nianbao");
        row("of this computer", "file://localhost/tmp/a.nianbao", "/tmp/a.nianbao");
        row("in capitals", "FILE:///tmp/a.nianbao", "/tmp/a.nianbao");
        row("signs with a meaning", "file:///tmp/a%23b%3Fc%25.nianbao", "/tmp/a#b?c%.nianbao");
        row("an option's value", "--from=file:///tmp/a.json", "--from=/tmp/a.json");
        row("a path", "/tmp/a.nianbao", "/tmp/a.nianbao");
        row("a relative path", "a.nianbao", "a.nianbao");
        row("a cell's value", "requests.received.other=3", "requests.received.other=3");
        row("another scheme", "https://example.com/a.nianbao", "https://example.com/a.nianbao");
    }

    void urlsBecomePaths()
    {
        QFETCH(QString, argument);
        QFETCH(QString, path);
        QCOMPARE(withoutUrls({argument}), QStringList{path});
    }

    void whatIsThereGoesFirst()
    {
        QTemporaryDir folder;
        for (const char *name : {"a#1.nianbao", "50%25.nianbao"}) {
            const QString path = folder.filePath(QLatin1String(name));
            QVERIFY(QFile(path).open(QIODevice::WriteOnly));
            QCOMPARE(withoutUrls({QStringLiteral("file://") + path}), QStringList{path});
        }
    }
};

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
