// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "database.h"
#include "storefixtures.h"

namespace nianbao::test {

inline const QString kJournal = QStringLiteral("a.nianbao-journal");

/// A report and its journal as a program leaves them that dies after half of a large transaction reached
/// the disk.
inline void makeHalfWritten(const Folder &folder, const Report &report)
{
    const Folder elsewhere;
    makeFile(elsewhere.file(), report);
    const auto db = Database::open(elsewhere.file(), Database::Access::Write, elsewhere.file());
    QVERIFY(db);
    QVERIFY((*db)->run(QStringLiteral("PRAGMA cache_size = 2"))); // so that pages go to the file early
    const auto transaction = Transaction::begin(**db);
    QVERIFY(transaction);
    // first of all, so that the first page is among those whose journal has reached the disk
    QVERIFY((*db)->run(QStringLiteral("PRAGMA user_version = 1")));
    QVERIFY((*db)->run(QStringLiteral("UPDATE cell SET value = '1', note = 'half' WHERE value IS NOT NULL")));
    QVERIFY((*db)->run(QStringLiteral("DELETE FROM subsection")));
    for (int i = 0; i < 50; ++i)
        QVERIFY((*db)->run(
            QStringLiteral("INSERT INTO audit (at, who, text, change_json) VALUES ('', '', '', ?)"),
            {QString(2000, u'x')}));
    const QByteArray half = readFile(elsewhere.file());
    QVERIFY(half.contains("half"));
    folder.put(QStringLiteral("a.nianbao"), half);
    folder.put(kJournal, readFile(elsewhere.file(kJournal)));
}

} // namespace nianbao::test
