// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QDate>

namespace nianbao {

/// What a report begins with.
struct NewReport {
    QString name{}; // of the body, as on its seal
    QString shortName{}; // empty: that of last year's report, if there is one
    QString kind{}; // see bodykinds.h; empty: by the name
    int year = 0;
    SpecPointer form{};
    PriorPointer prior{}; // last year's: headings, channels and categories are taken from it; may be null
};

/// Where no short name is said or known of last year's: with the one that this person's last report of that
/// body had.
Report begun(const NewReport &wanted);
/// Last year's report as it stands beside the new one: without its own prior.
PriorPointer asPrior(const Report &last);
/// The year whose report is due next or was due last: the one before, and from July on this one.
int yearToReport(QDate today);
/// In the folder for new reports, named after both: no two bodies or years in one file.
QString proposedPath(const QString &name, int year);
/// The same under a name that is free.
QString freeReportPath(const QString &name, int year);

} // namespace nianbao
