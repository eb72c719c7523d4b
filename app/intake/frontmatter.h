// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentlines.h"

#include <QDate>

namespace nianbao {

/// A text of a document, and how sure it is what it was taken for.
struct FoundText {
    QString text{};
    Recognition state = Recognition::Sure;
    Phrase why{};
    int block = -1;
    bool isEmpty() const { return text.isEmpty(); }
};

/// What stands before the first section and behind the last one.
struct FrontMatter {
    FoundText title{};
    QList<int> introduction{}; // lines
    FoundText signature{};
    FoundText date{}; // YYYY-MM-DD
    int end = 0; // lines from here on are signature, date and what a page has below
};

/// lines before `first`, and those from the end back to `last`, behind which a section's text may go on.
FrontMatter frontMatter(const ForeignDocument &document, const QList<DocumentLine> &lines, int first,
    int last, IntakeNotes &notes);

/// 2021年, ２０２１年度, 二〇二一年, within the years of reports; where is set to its place. nullopt: none.
std::optional<int> yearIn(const QString &text, qsizetype *start = nullptr, qsizetype *end = nullptr);
/// 2022年1月20日, 二〇二二年一月二十日, 2022-01-20: the whole text, brackets around it aside.
QDate dayIn(const QString &text);
/// Whether a line says that it is such a report: 政府信息公开工作年度报告.
bool namesReport(const QString &text);

} // namespace nianbao
