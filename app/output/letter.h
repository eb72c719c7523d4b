// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace nianbao {

class Report;

/// The words that go with a report: names of files, subject and text of the mail. As a template they hold
/// fields ({单位}, {年份} …); filled, they are what the receiver reads.
struct Letter {
    QString fileName{}; // of report and copy, without suffix
    QString checksName{}; // of the check sheet
    QString subject{};
    QString text{};
    bool operator==(const Letter &) const = default;
};

/// The templates: as this person has worded them, else as they are shipped.
Letter letterTemplates();
Letter shippedTemplates();
/// Kept for the next time. What is as shipped is not kept: it follows a newer version of the program.
void keepTemplates(const Letter &templates);

/// The fields there are, {单位} and so on, in the order in which a report tells them.
QStringList letterFields();

/// What the report itself does not know.
struct LetterOccasion {
    QString office{}; // to whom
    QString sender{};
    QStringList attachments{}; // what goes along, in words
};

/// A field stands for words of the report, once: what these hold is not filled again. A line of the text of
/// which no field has anything to say is left out; what is no field stays as it is.
Letter filled(const Letter &templates, const Report &report, const LetterOccasion &occasion);

/// （更正，第2版） of a correction; empty for a first report.
QString revisionWords(const Report &report);

} // namespace nianbao
