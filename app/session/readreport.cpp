// SPDX-License-Identifier: MulanPSL-2.0
#include "readreport.h"

#include "cleantext.h"
#include "session.h"

#include <QFile>
#include <QFileInfo>

namespace nianbao {

Result<ImportedReport> readReport(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::FileNotFound, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::ReadFailed, path, file.errorString()};
    const QByteArray content = file.readAll();
    if (QFileInfo(path).suffix() != u"nianbao" && !content.startsWith("SQLite format 3"))
        return reportFromJson(content);
    const auto session = Session::open(path, Session::Mode::Look);
    if (!session)
        return session.error();
    QStringList removed;
    Report report = cleaned((*session)->report(), &removed);
    return ImportedReport{std::move(report), {}, removed};
}

} // namespace nianbao
