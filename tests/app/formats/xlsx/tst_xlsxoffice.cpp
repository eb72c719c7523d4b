// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "packagereader.h"
#include "packagewriter.h"
#include "testreports.h"
#include "xlsxcases.h"
#include "xlsxreader.h"
#include "xlsxworkbook.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// The file without the values that are kept beside its formulas: who opens it has to work them out.
QByteArray withoutKeptValues(const QByteArray &bytes)
{
    static const QRegularExpression kept(QStringLiteral("(</f>)<v>[^<]*</v>"));
    auto package = PackageReader::open(bytes);
    QList<PackagePart> parts;
    for (const QString &name : package->parts()) {
        QString xml = QString::fromUtf8(*package->read(name));
        parts.append({name, xml.replace(kept, QStringLiteral("\\1")).toUtf8()});
    }
    return *packageOf(parts);
}

/// Each cell of each table, also those beside; a share is compared as far as it is shown.
QStringList valuesOf(const QByteArray &bytes)
{
    QStringList lines;
    for (QString line : linesOf(*readXlsx(bytes))) {
        static const QRegularExpression share(QStringLiteral("^(\\d+,\\d+ 1x1 -?\\d+\\.\\d{3})\\d+$"));
        lines.append(line.replace(share, QStringLiteral("\\1")));
    }
    return lines;
}

} // namespace

class TestXlsxOffice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// LibreOffice opens each file, works out the formulas and finds what we keep beside them.
    void formulasGiveTheirValues()
    {
        const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
        if (office.isEmpty())
            QSKIP("LibreOffice (soffice) is not installed: nobody can work out the formulas");
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QList<Report> reports;
        for (const QString &name : sampleNames())
            reports.append(sampleReport(name));
        reports.append(everyPartReport());
        reports.append(filledReport());
        for (quint32 seed = 0; seed < 6; ++seed)
            reports.append(
                drawnReport(seed % 2 == 0 ? QStringLiteral("2021") : QStringLiteral("2019"), seed));
        QStringList arguments{QStringLiteral("--headless"), QStringLiteral("--norestore"),
            QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("profile")),
            QStringLiteral("--convert-to"), QStringLiteral("xlsx"), QStringLiteral("--outdir"),
            folder.filePath(QStringLiteral("out"))};
        QList<QByteArray> ours;
        for (const Report &report : reports) {
            ours.append(*xlsxOf(workbookOf(report, check(report, RuleSet()))));
            QFile file(folder.filePath(QStringLiteral("%1.xlsx").arg(ours.size())));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(withoutKeptValues(ours.last()));
            arguments.append(file.fileName());
        }
        QProcess process;
        process.start(office, arguments);
        QVERIFY2(process.waitForFinished(180'000), "LibreOffice does not end");
        for (int i = 0; i < ours.size(); ++i) {
            const QByteArray theirs = readFile(folder.filePath(QStringLiteral("out/%1.xlsx").arg(i + 1)));
            const QStringList expected = valuesOf(ours.at(i)), found = valuesOf(theirs);
            for (qsizetype line = 0; line < std::max(expected.size(), found.size()); ++line)
                QVERIFY2(expected.value(line) == found.value(line),
                    qPrintable(QStringLiteral("report %1, line %2: %3, not %4")
                                   .arg(i)
                                   .arg(line)
                                   .arg(found.value(line), expected.value(line))));
            QVERIFY(expected.size() > 300);
        }
    }
};

QTEST_GUILESS_MAIN(TestXlsxOffice)
#include "tst_xlsxoffice.moc"
