// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ruleset.h"
#include "spec.h"

#include <QStringList>

class QMenuBar;

namespace nianbao {

/// Where something stands in the manual: a chapter, and a heading in it. Empty: its beginning.
struct HelpPlace {
    QString chapter{};
    QString section{};
    bool operator==(const HelpPlace &) const = default;
};

/// A line of the menus: "文件 → 保存", without dots and marks of keys.
struct MenuLine {
    QString path{};
    QString keys{}; // as they are shown; empty: none
};
QList<MenuLine> menuLines(const QMenuBar &menus);

/// The manual: chapters of resources/help in the order of its contents.json, which also says what of the
/// window each explains. What forms, rules and menus say themselves is made of them, never written twice:
/// one chapter for each table of each form, one for the rules, one for the keys. A value, made when somebody
/// asks for help.
class Manual {
public:
    struct Chapter {
        QString id{};
        QString part{}; // of the contents
        QString title{};
        QString markup{}; // see helpmarkup
        QStringList explains{}; // classes and object names of widgets
    };
    Manual(const QList<SpecPointer> &forms, const RuleSet &rules, const QList<MenuLine> &menus);

    const QList<Chapter> &chapters() const { return m_chapters; }
    const Chapter *chapter(const QString &id) const; // nullptr: there is none

    /// Of the widget whose own names and those around it these are, the innermost first; else the first one.
    HelpPlace placeFor(const QStringList &names) const;
    /// The row of a table; a chapter that is not there is an empty one.
    HelpPlace placeOf(const ReportSpec &form, const CellId &cell) const;
    HelpPlace placeOf(const Rule &rule) const;
    /// A link's target as it is written in a chapter: "tables.md#heading"; "#heading" in the same one.
    HelpPlace placeOf(const QString &link, const QString &chapter) const;

    struct Hit {
        HelpPlace place{};
        QString title{}; // of chapter and section
        QString excerpt{};
    };
    /// The sections in which all the words stand, headings first.
    QList<Hit> find(const QString &words) const;

private:
    void addTables(const QList<SpecPointer> &forms, const QString &part, bool areOld);
    QList<Chapter> m_chapters{};
};

} // namespace nianbao
