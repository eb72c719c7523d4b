// SPDX-License-Identifier: MulanPSL-2.0
#include "sample.h"

#include "readreport.h"
#include "reportfile.h"
#include "session.h"
#include "systemfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sample)
};

constexpr int kMostNames = 100;

Report shipped()
{
    const auto read = readReport(QStringLiteral(":/samples/zhangcun-2021.json"));
    if (!read)
        qFatal("the built-in sample cannot be read");
    return read->report;
}

QString nameOf(int number)
{
    return number == 1 ? Words::tr("Nianbao sample.nianbao")
                       : Words::tr("Nianbao sample %1.nianbao").arg(number);
}

const QUuid &shippedId()
{
    static const QUuid id(QStringLiteral("d61f362a-fcde-532a-bab5-dc8d3df88bb3")); // in its JSON
    return id;
}

bool isSampleFile(const QString &path)
{
    const auto id = ReportFile::idIn(path);
    return id && *id == shippedId();
}

} // namespace

namespace sample {

bool isSample(const Report &report) { return report.id() == shippedId(); }

QString path()
{
    const QDir folder(documentsFolder());
    QString path;
    for (int number = 1; number <= kMostNames; ++number) {
        path = folder.filePath(nameOf(number));
        if (!QFileInfo::exists(path) || isSampleFile(path))
            break;
    }
    return path;
}

Result<QString> ensure()
{
    const QString there = path();
    if (QFileInfo::exists(there))
        return isSampleFile(there) ? Result<QString>(there) : Error{ErrorCode::FileExists, there};
    const auto made = Session::create(there, shipped());
    if (!made)
        return made.error();
    return there;
}

Result<QString> reset()
{
    const QString there = path();
    const bool isThere = QFileInfo::exists(there);
    if (isThere && !isSampleFile(there))
        return Error{ErrorCode::FileExists, there};
    const auto made = Session::create(there, shipped(), isThere);
    if (!made)
        return made.error();
    return there;
}

} // namespace sample

} // namespace nianbao
