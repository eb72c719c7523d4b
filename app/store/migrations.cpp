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
    const char *digest; // of the schema then; tst_migrations tells that of a new step
};

// Published entries never change; add a line and a file. Applied when user_version < version.
constexpr Migration kSteps[] = {
    {1, ":/store/0001_initial.sql", "bb3a0ccef9b14a204816f85c20fd2c84b6da19f80815a3cfbe7ed608a57f8395"},
    {2, ":/store/0002_review_and_reference.sql",
        "20ed1886251a078e5189d955c24d455c44cf63465435b27ada51b1c3a0417df3"},
    {3, ":/store/0003_pictures.sql", "617e1831ee171f6c123d6f8a89a3b4078c8026e0d1650c8fcd00a1309e69c9ce"},
    {4, ":/store/0004_rules_off.sql", "bf7a90851251a5e40ed075cb9192a08a1cd7689663a849b4f0e55fa67d0a85cb"},
    {5, ":/store/0005_history.sql", "4a56a7353bf338cc654c908819764df2000e6e702f9a7ff0757c69ec9b07c3f0"},
    {6, ":/store/0006_between_desks.sql", "5cf269c9030d1a7f11136aff2c708ecfb540a97ed544dc3e108c43048be405ce"},
};

} // namespace

int newestSchema() { return kSteps[std::size(kSteps) - 1].version; }

QByteArray publishedDigest(int version)
{
    for (const Migration &step : kSteps) {
        if (step.version == version)
            return step.digest;
    }
    return {};
}

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
