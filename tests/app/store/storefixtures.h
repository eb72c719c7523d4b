// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ordinaryuser.h"
#include "reportfile.h"
#include "testreports.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace nianbao::test {

inline const ReportFile::Editor kEditor{QStringLiteral("王芳"), QStringLiteral("office")};
inline const QDateTime kWhen(QDate(2022, 1, 10), QTime(8, 30));

inline CellId cell(const char *id) { return CellId(QLatin1String(id)); }

/// A folder of its own, with questions to it.
class Folder {
public:
    Folder() = default;
    ~Folder() { chmod(QFile::encodeName(path()).constData(), 0700); } // else it cannot be removed
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    QString path() const { return m_folder.path(); }
    QString file(const QString &name = QStringLiteral("a.nianbao")) const { return m_folder.filePath(name); }
    QStringList names() const
    {
        return QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// Every file with the hash of its bytes: equal means nothing was changed, made or left behind.
    QMap<QString, QByteArray> state() const
    {
        QMap<QString, QByteArray> all;
        const auto entries = names();
        for (const QString &name : entries) {
            QFile one(file(name));
            all.insert(name,
                one.open(QIODevice::ReadOnly)
                    ? QCryptographicHash::hash(one.readAll(), QCryptographicHash::Sha256).toHex()
                    : QByteArray());
        }
        return all;
    }
    void put(const QString &name, const QByteArray &content) const
    {
        QFile one(file(name));
        QVERIFY(one.open(QIODevice::WriteOnly));
        QCOMPARE(one.write(content), content.size());
    }

private:
    QTemporaryDir m_folder{};
};

/// A new file with the report, closed again.
inline void makeFile(const QString &path, const Report &report)
{
    const auto made = ReportFile::create(path, report, true, kEditor, kWhen);
    if (!made)
        qFatal("create: %d %s", int(made.error().code), qPrintable(made.error().detail));
}

inline std::unique_ptr<ReportFile> openFile(const QString &path, ReportFile::Mode mode)
{
    auto file = ReportFile::open(path, mode, kEditor);
    if (!file)
        qFatal("open: %d %s", int(file.error().code), qPrintable(file.error().detail));
    return std::move(*file);
}

inline Report loaded(ReportFile &file)
{
    auto report = file.load();
    if (!report)
        qFatal("load: %d %s", int(report.error().code), qPrintable(report.error().detail));
    return *report;
}

/// What the file holds, asked by somebody who only looks.
inline Report onDisk(const QString &path) { return loaded(*openFile(path, ReportFile::Mode::Look)); }

/// As the session does it: memory follows only when the file has taken the change.
inline Result<> edit(ReportFile &file, Report &report, const Change &change)
{
    Report next = report;
    const auto delta = next.apply(change);
    if (!delta)
        qFatal("apply: %s", qPrintable(delta.error().where));
    auto done = file.write(next, *delta, change, kWhen);
    if (done)
        report = next;
    return done;
}

inline Change setCount(const char *id, qint64 count)
{
    return Change::of(QStringLiteral("填写"), SetCell{cell(id), Amount::fromInteger(count)});
}

} // namespace nianbao::test
