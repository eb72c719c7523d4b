// SPDX-License-Identifier: MulanPSL-2.0
#include "newreport.h"

#include "cleanreport.h"
#include "folder.h"
#include "nextyear.h"
#include "recentreports.h"
#include "settings.h"
#include "showntext.h"

#include <QDir>
#include <QFileInfo>

namespace nianbao {

namespace {
constexpr qsizetype kMostInName = 40; // characters: a system allows some 80 of them in a file's name
constexpr qsizetype kMostFact = 200; // the longest name a body has is not half as long

/// For a report that begins here alone: one that comes from a file says what its file says.
void addShortName(Report &report)
{
    const QString known = settings::knownShortName(report.fact(fact::kName));
    if (report.fact(fact::kShortName).trimmed().isEmpty() && !known.isEmpty())
        std::ignore = report.apply(cleaned(Change::of({}, SetFact{QLatin1String(fact::kShortName), known})));
}

} // namespace

Report begun(const NewReport &wanted)
{
    Report report
        = wanted.prior ? nextYear(*wanted.prior, wanted.form, wanted.year) : Report(wanted.form, wanted.year);
    Change change;
    const auto set = [&change](const char *key, const QString &value) {
        change.steps.append(SetFact{QLatin1String(key), value.trimmed().left(kMostFact)});
    };
    set(fact::kName, wanted.name);
    if (!wanted.shortName.trimmed().isEmpty())
        set(fact::kShortName, wanted.shortName);
    if (!wanted.kind.isEmpty())
        set(fact::kKind, wanted.kind);
    if (const auto reviewers = settings::reviewers(); !wanted.prior && !reviewers.isEmpty())
        change.steps.append(SetChain{reviewers}); // last year's report brings its own
    const auto done = report.apply(cleaned(change));
    Q_ASSERT(done);
    addShortName(report);
    return report;
}

PriorPointer asPrior(const Report &last)
{
    auto copy = std::make_shared<Report>(last);
    const auto cut = copy->apply(Change::of({}, SetPrior{}));
    Q_ASSERT(cut);
    return copy;
}

int yearToReport(QDate today) { return today.month() < 7 ? today.year() - 1 : today.year(); }

QString proposedPath(const QString &name, int year)
{
    QString body = firstCharacters(name.simplified(), kMostInName);
    body.remove(u'/');
    return QDir(settings::reportFolder())
        .filePath(QStringLiteral("%1%2年政府信息公开工作年度报告.nianbao").arg(body, QString::number(year)));
}

QString freeReportPath(const QString &name, int year)
{
    const QFileInfo file(proposedPath(name, year));
    return freePath(file.dir(), file.completeBaseName(), QStringLiteral(".nianbao"));
}

} // namespace nianbao
