// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"
#include "review.h"
#include "spec.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace nianbao {

class Session;

/// What a report was when it was last looked at: as much as a list of reports tells without opening it again.
/// A value of bounded size, whatever stood in the file.
struct SeenReport {
    QString body{}; // its short name, else the full one
    QString name{}; // the full one
    int year = 0;
    ReviewState state = ReviewState::Drafting;
    bool isStarted = false;
    bool isSample = false;
    int errors = 0; // open ones, as all that follows
    int toExplain = 0;
    int comments = 0;
    int toAnswer = 0; // of these, by this person
    QString turn{}; // whose it is, while it is read
    QDate statutory{}; // the law's last day to publish it
    QDate published{};
    bool operator==(const SeenReport &) const = default;
};

SeenReport seen(const Session &session);
/// Looks at a file without writing anything; may take long: for a worker. Errors: those of Session::open.
Result<SeenReport> seenIn(const QString &path);

/// By when it is to be published, the district's day counted; invalid: it is already.
QDate dueDate(const SeenReport &seen);
/// "改正 2 处错误", "送审": one sentence for whoever has it in front of them.
QString nextStep(const SeenReport &seen);
/// "● 错误 2", "◆ 需说明 1", "批注 3", each with the level that gives it its colour; none: nothing is open.
struct OpenPart {
    QString words{};
    std::optional<Level> level{};
    bool operator==(const OpenPart &) const = default;
};
QList<OpenPart> openParts(const SeenReport &seen);

/// As one line of JSON for the settings, and back; nullopt: it is none of ours, or an older version kept it,
/// which did not tell all of it: the file is looked at again.
QString toLine(const SeenReport &seen);
std::optional<SeenReport> seenFromLine(const QString &line);

} // namespace nianbao
