// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// One figure of this year beside last year's.
struct YearLine {
    CellId cell{};
    QString table{}; // 表二 …
    QString label{};
    std::optional<Amount> before{};
    std::optional<Amount> now{};
    /// now − before; nullopt while one of them is blank.
    std::optional<Amount> change() const;
    QString changeWords() const; // "+12", "−3", "持平"; empty while one is blank
    QString percentWords() const; // "+5.2%"; empty where there is nothing to divide by
};

/// All cells that this year's form has, in order; of one table, or of all with an empty id. Without last
/// year's report no line.
QList<YearLine> compareYears(const Report &report, const TableId &table = {});

/// Last year's sub-section that stands for this one: the same heading, else the same place when neither has
/// one; nullopt: none.
std::optional<SubSection> priorSubSection(const Report &report, const SectionId &section, int index);
/// The text is still word for word last year's.
bool isTakenOver(const Report &report, const SectionId &section, int index);

} // namespace nianbao
