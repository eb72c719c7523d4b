// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportfile.h"

namespace nianbao {

/// ".<name>.lock" beside a report while it is open for editing: who, where, since when. Removed with the
/// object. One left behind by a program that died is recognised and taken over.
class LockFile {
public:
    /// InUse with "name@host, time" when a living program holds it; NoPermission when the folder takes no
    /// file.
    static Result<std::unique_ptr<LockFile>> take(
        const QString &reportPath, const ReportFile::Editor &editor, const QDateTime &when);
    ~LockFile();
    static QString pathFor(const QString &reportPath);

private:
    LockFile(QString path, QByteArray content);
    QString m_path;
    QByteArray m_content;
};

} // namespace nianbao
