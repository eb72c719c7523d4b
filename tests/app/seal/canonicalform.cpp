// SPDX-License-Identifier: MulanPSL-2.0
// Writes the canonical form of a report in JSON to the standard output.
#include "canonical.h"
#include "reportjson.h"

#include <QFile>

#include <cstdio>

int main(int count, char **arguments)
{
    QFile file(count == 2 ? QFile::decodeName(arguments[1]) : QString());
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const auto imported = nianbao::reportFromJson(file.readAll());
    if (!imported) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(imported.error().where),
            qUtf8Printable(imported.error().detail));
        return 2;
    }
    const QByteArray form = nianbao::canonicalForm(imported->report);
    return std::fwrite(form.constData(), 1, size_t(form.size()), stdout) == size_t(form.size()) ? 0 : 2;
}
