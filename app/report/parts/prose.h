// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

#include <QHash>
#include <QStringList>

namespace nianbao {

struct SubSection {
    QString heading{}; // without （一）: the program numbers; may be empty
    QString text{}; // paragraphs split by \n
    bool operator==(const SubSection &) const = default;
};

struct InsertSubSection {
    static constexpr auto kName = "insert_sub_section";
    SectionId section{};
    int index = 0;
    SubSection content{};
};
struct RemoveSubSection {
    static constexpr auto kName = "remove_sub_section";
    SectionId section{};
    int index = 0;
};
struct MoveSubSection {
    static constexpr auto kName = "move_sub_section";
    SectionId section{};
    int from = 0;
    int to = 0;
};
struct SetHeading {
    static constexpr auto kName = "set_heading";
    SectionId section{};
    int index = 0;
    QString heading{};
};
struct SetText {
    static constexpr auto kName = "set_text";
    SectionId section{};
    int index = 0;
    QString text{};
};

/// The sub-sections of the narrative sections.
class Prose {
public:
    QList<SubSection> subSections(const SectionId &section) const { return m_sections.value(section); }
    qsizetype textSize() const;

    void take(const InsertSubSection &step, Taking &taking);
    void take(const RemoveSubSection &step, Taking &taking);
    void take(const MoveSubSection &step, Taking &taking);
    void take(const SetHeading &step, Taking &taking);
    void take(const SetText &step, Taking &taking);

    void addTexts(const ReportSpec &spec, Change &change) const;
    static void read(JsonIn &in);
    void write(JsonOut &out) const;
    bool operator==(const Prose &other) const; // no list is an empty one

private:
    QList<SubSection> *list(const SectionId &section, int index, Taking &taking, int beyond = 0);

    QHash<SectionId, QList<SubSection>> m_sections;
};

/// "（一）概述" and the like: sub-sections with a heading are numbered, those without are lead-ins.
QStringList numberedHeadings(const QList<SubSection> &subSections);

void clean(InsertSubSection &step, TextCleaner &cleaner);
void clean(SetHeading &step, TextCleaner &cleaner);
void clean(SetText &step, TextCleaner &cleaner);
inline void clean(RemoveSubSection &, TextCleaner &) { }
inline void clean(MoveSubSection &, TextCleaner &) { }

QJsonObject toKept(const InsertSubSection &step, KeptOut &out);
void fromKept(InsertSubSection &step, KeptIn &in);
QJsonObject toKept(const RemoveSubSection &step, KeptOut &out);
void fromKept(RemoveSubSection &step, KeptIn &in);
QJsonObject toKept(const MoveSubSection &step, KeptOut &out);
void fromKept(MoveSubSection &step, KeptIn &in);
QJsonObject toKept(const SetHeading &step, KeptOut &out);
void fromKept(SetHeading &step, KeptIn &in);
QJsonObject toKept(const SetText &step, KeptOut &out);
void fromKept(SetText &step, KeptIn &in);

} // namespace nianbao
