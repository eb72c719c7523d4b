// SPDX-License-Identifier: MulanPSL-2.0
#include "prose.h"

#include "jsonparts.h"
#include "kept.h"
#include "taking.h"
#include "textcleaner.h"

#include <algorithm>

namespace nianbao {

namespace {

QString pathOf(const SectionId &section, int index, const char *key)
{
    return QStringLiteral("sections.%1[%2].%3").arg(section.toString()).arg(index).arg(QLatin1String(key));
}

QJsonObject with(QJsonObject object, const char *key, const QJsonValue &value)
{
    object.insert(QLatin1String(key), value);
    return object;
}

QJsonObject positioned(const QJsonObject &object, const SectionId &section, int index)
{
    return with(with(object, "section", section.toString()), "index", index);
}

} // namespace

qsizetype Prose::textSize() const
{
    qsizetype size = 0;
    for (const QList<SubSection> &section : m_sections) {
        for (const SubSection &sub : section)
            size += sub.heading.size() + sub.text.size();
    }
    return size;
}

/// The section's list when it has that position, else refused; beyond: how many positions past its end count.
QList<SubSection> *Prose::list(const SectionId &id, int index, Taking &taking, int beyond)
{
    const SectionSpec *section = taking.report.spec().section(id);
    const bool isNarrative = section && section->kind == SectionSpec::Kind::Narrative;
    if (!isNarrative || index < 0 || index >= m_sections.value(id).size() + beyond) {
        const Place there = isNarrative ? Place::subSection(id, index) : Place::section(id);
        taking.refuse({ErrorCode::NoSuchPlace, there.toString()});
        return nullptr;
    }
    taking.delta.sections.insert(id);
    return &m_sections[id];
}

void Prose::take(const InsertSubSection &step, Taking &taking)
{
    const auto number = subSections(step.section).size() + 1;
    taking.checkNumber(number, bounds::kSubSections, 0, step.section.toString());
    taking.checkSize(
        step.content.heading.size(), bounds::kLine, 0, Place::heading(step.section, step.index).toString());
    taking.checkText(step.content.text, {}, Place::subSection(step.section, step.index).toString());
    if (auto *there = list(step.section, step.index, taking, 1)) {
        there->insert(step.index, step.content);
        taking.undoWith(RemoveSubSection{step.section, step.index});
        taking.delta.structure = true;
    }
}

void Prose::take(const RemoveSubSection &step, Taking &taking)
{
    if (auto *there = list(step.section, step.index, taking)) {
        taking.undoWith(InsertSubSection{step.section, step.index, there->at(step.index)});
        there->removeAt(step.index);
        taking.delta.structure = true;
    }
}

void Prose::take(const MoveSubSection &step, Taking &taking)
{
    auto *there = list(step.section, step.to, taking) ? list(step.section, step.from, taking) : nullptr;
    if (there && step.from != step.to) {
        there->move(step.from, step.to);
        taking.undoWith(MoveSubSection{step.section, step.to, step.from});
        taking.delta.structure = true;
    }
}

void Prose::take(const SetHeading &step, Taking &taking)
{
    const QString before = subSections(step.section).value(step.index).heading;
    taking.checkSize(step.heading.size(), bounds::kLine, before.size(),
        Place::heading(step.section, step.index).toString());
    auto *there = list(step.section, step.index, taking);
    if (there && before != step.heading) {
        taking.undoWith(SetHeading{step.section, step.index, before});
        (*there)[step.index].heading = step.heading;
        taking.delta.structure = true;
    }
}

void Prose::take(const SetText &step, Taking &taking)
{
    const QString before = subSections(step.section).value(step.index).text;
    taking.checkText(step.text, before, Place::subSection(step.section, step.index).toString());
    auto *there = list(step.section, step.index, taking);
    if (there && before != step.text) {
        taking.undoWith(SetText{step.section, step.index, before});
        (*there)[step.index].text = step.text;
    }
}

bool Prose::operator==(const Prose &other) const
{
    const auto isWithin = [](const auto &a, const auto &b) {
        return std::all_of(
            a.keyBegin(), a.keyEnd(), [&](const SectionId &id) { return a.value(id) == b.value(id); });
    };
    return isWithin(m_sections, other.m_sections) && isWithin(other.m_sections, m_sections);
}

void Prose::addTexts(const ReportSpec &spec, Change &change) const
{
    for (const SectionSpec &section : spec.sections) {
        int index = 0;
        for (const SubSection &sub : subSections(section.id)) {
            change.steps.append(SetHeading{section.id, index, sub.heading});
            change.steps.append(SetText{section.id, index++, sub.text});
        }
    }
}

void Prose::read(JsonIn &in)
{
    QStringList known;
    for (const SectionSpec &section : in.spec.sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        known.append(section.id.toString());
        int index = 0;
        for (const auto &item : in.root["sections"].member(section.id.toString()).items()) {
            in.change.steps.append(InsertSubSection{
                section.id, index++, {item["heading"].stringOr({}), item["text"].stringOr({})}});
            in.noticeUnknown(item, {QStringLiteral("heading"), QStringLiteral("text")});
        }
        in.subSections.insert(section.id, index);
    }
    in.noticeUnknown(in.root["sections"], known);
}

void Prose::write(JsonOut &out) const
{
    QJsonObject sections;
    for (const SectionSpec &section : out.spec.sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        QJsonArray array;
        for (const SubSection &sub : subSections(section.id))
            array.append(
                QJsonObject{{QStringLiteral("heading"), sub.heading}, {QStringLiteral("text"), sub.text}});
        sections.insert(section.id.toString(), array);
    }
    out.root.insert(QStringLiteral("sections"), sections);
}

QStringList numberedHeadings(const QList<SubSection> &subSections)
{
    QStringList headings;
    int number = 0;
    for (const SubSection &sub : subSections)
        headings.append(sub.heading.isEmpty()
                ? QString()
                : QStringLiteral("（%1）%2").arg(chineseNumber(++number), sub.heading));
    return headings;
}

void clean(InsertSubSection &step, TextCleaner &cleaner)
{
    cleaner.take(step.content.heading, Lines::One, pathOf(step.section, step.index, "heading"));
    cleaner.take(step.content.text, Lines::Many, pathOf(step.section, step.index, "text"));
}

void clean(SetHeading &step, TextCleaner &cleaner)
{
    cleaner.take(step.heading, Lines::One, pathOf(step.section, step.index, "heading"));
}

void clean(SetText &step, TextCleaner &cleaner)
{
    cleaner.take(step.text, Lines::Many, pathOf(step.section, step.index, "text"));
}

QJsonObject toKept(const InsertSubSection &step, KeptOut &)
{
    return with(with(positioned({}, step.section, step.index), "heading", step.content.heading), "text",
        step.content.text);
}
QJsonObject toKept(const RemoveSubSection &step, KeptOut &)
{
    return positioned({}, step.section, step.index);
}
QJsonObject toKept(const MoveSubSection &step, KeptOut &)
{
    return with(positioned({}, step.section, step.from), "to", step.to);
}
QJsonObject toKept(const SetHeading &step, KeptOut &out)
{
    const SubSection now = out.now.subSections(step.section).value(step.index);
    return positioned(keptSplice(now.heading, step.heading), step.section, step.index);
}
QJsonObject toKept(const SetText &step, KeptOut &out)
{
    const SubSection now = out.now.subSections(step.section).value(step.index);
    return positioned(keptSplice(now.text, step.text), step.section, step.index);
}

void fromKept(InsertSubSection &step, KeptIn &in)
{
    step = {SectionId(in.text("section")), in.number("index"), {in.text("heading"), in.text("text")}};
}
void fromKept(RemoveSubSection &step, KeptIn &in)
{
    step = {SectionId(in.text("section")), in.number("index")};
}
void fromKept(MoveSubSection &step, KeptIn &in)
{
    step = {SectionId(in.text("section")), in.number("index"), in.number("to")};
}
void fromKept(SetHeading &step, KeptIn &in)
{
    step = {SectionId(in.text("section")), in.number("index"), {}};
    step.heading = in.spliced(in.now.subSections(step.section).value(step.index).heading);
}
void fromKept(SetText &step, KeptIn &in)
{
    step = {SectionId(in.text("section")), in.number("index"), {}};
    step.text = in.spliced(in.now.subSections(step.section).value(step.index).text);
}

} // namespace nianbao
