// SPDX-License-Identifier: MulanPSL-2.0
#include "testreports.h"

#include "reportjson.h"

#include <QDir>
#include <QFile>

namespace nianbao::test {

namespace {
const QString kReports = QStringLiteral(TEST_DATA_DIR "/reports");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

Report sampleReport(const QString &name)
{
    auto imported = reportFromJson(readFile(kReports + u'/' + name + QStringLiteral(".json")));
    if (!imported)
        qFatal("%s: %s: %s", qPrintable(name), qPrintable(imported.error().where),
            qPrintable(imported.error().detail));
    return imported->report;
}

QStringList sampleNames()
{
    QStringList names = QDir(kReports).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

Report filledReport(const QString &form, int year)
{
    Report report(findForm(form), year);
    Change change;
    change.steps.append(SetFact{QLatin1String(fact::kName), QStringLiteral("清河县柳林镇人民政府")});
    change.steps.append(SetFact{QLatin1String(fact::kShortName), QStringLiteral("柳林镇")});
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind == SectionSpec::Kind::Narrative)
            change.steps.append(InsertSubSection{section.id, 0, {{}, QStringLiteral("本年度工作正常。")}});
    }
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (!report.spec().cell(cell)->isComputed())
                change.steps.append(SetCell{cell, Amount()});
        }
    }
    if (const auto done = report.apply(change); !done)
        qFatal("%s", qPrintable(done.error().where));
    return report;
}

} // namespace nianbao::test
