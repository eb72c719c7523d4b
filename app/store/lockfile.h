// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportfile.h"

namespace nianbao {

/// ".<name>.lock" beside a report while it is open for editing: who, where, since when. Made whole, removed
/// with the object. One left behind by a program that died is recognised, and none refuses for ever: what
/// cannot be judged can be taken over. It keeps people apart; that nothing is overwritten does not depend on
/// it.
class LockFile {
public:
    enum class Claim {
        IfFree,
        TakeOver, // whoever holds it: the caller has asked
    };
    /// InUse or AlreadyOpen (detail: "name@host, time" and on a second line the lock's name) when a program
    /// holds it that lives or cannot be seen from here; FolderReadOnly, NotLockable when none can be made.
    static Result<std::unique_ptr<LockFile>> take(const QString &reportPath, const ReportFile::Editor &editor,
        const QDateTime &when, Claim claim = Claim::IfFree);
    ~LockFile();
    /// InUse or AlreadyOpen, as take() says it, when somebody else has taken it over by now.
    std::optional<Error> takenOver(const QString &reportPath, const ReportFile::Editor &editor) const;
    static QString pathFor(const QString &reportPath);

private:
    LockFile(QString path, QByteArray content);
    QString m_path;
    QByteArray m_content;
};

} // namespace nianbao
