// SPDX-License-Identifier: MulanPSL-2.0
#include "migrations.h"

#include "reportfile.h"

#include <QFile>

#include <iterator>

namespace nianbao {

namespace {

struct Migration {
    int version;
    const char *script;
};

// Published entries never change; add a line and a file. Applied when user_version < version.
constexpr Migration kSteps[] = {
    {1, ":/store/0001_initial.sql"},
    {2, ":/store/0002_review_and_reference.sql"},
    {3, ":/store/0003_pictures.sql"},
    {4, ":/store/0004_rules_off.sql"},
    {5, ":/store/0005_history.sql"},
};

} // namespace

int newestSchema() { return kSteps[std::size(kSteps) - 1].version; }

Result<> migrate(Database &database, int from, int to)
{
    for (const Migration &step : kSteps) {
        if (step.version <= from || step.version > to)
            continue;
        QFile script(QString::fromLatin1(step.script));
        if (!script.open(QIODevice::ReadOnly))
            qFatal("a built-in migration is missing: %s", step.script);
        if (const auto done = database.runScript(QString::fromUtf8(script.readAll())); !done)
            return done;
        const auto done = database.run(QStringLiteral("PRAGMA user_version = %1").arg(step.version));
        if (!done)
            return done;
    }
    return {};
}

} // namespace nianbao
