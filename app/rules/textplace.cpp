// SPDX-License-Identifier: MulanPSL-2.0
#include "textplace.h"

namespace nianbao {

namespace {

const QString kNote = QStringLiteral("/note");
const QString kHeading = QStringLiteral("/heading");

/// Of a place that is a fact of the report; empty: it is none.
QString factKey(const QString &place)
{
    if (place.startsWith(QStringLiteral("table_notes/")))
        return QLatin1String(fact::kTableNote) + place.section(u'/', 1);
    QString key = place;
    key.replace(u'/', u'.'); // "organisation/name", "people/signed"
    return fact::allKeys().contains(key) ? key : QString();
}

int numberIn(const QString &place, int part) { return place.section(u'/', part, part).toInt(); }

struct SubSectionPlace {
    SectionId section{};
    int index = 0;
    bool isHeading = false;
};
std::optional<SubSectionPlace> subSectionAt(const Report &report, const QString &place)
{
    const SubSectionPlace at{
        SectionId(place.section(u'/', 0, 0)), numberIn(place, 1) - 1, place.endsWith(kHeading)};
    if (at.index < 0 || at.index >= report.subSections(at.section).size())
        return std::nullopt;
    return at;
}

/// The name of a channel or category, or the caption of a figure, inside lists that are changed as a whole.
QString *nameIn(QList<Channel> &channels, QList<Illustration> &figures, const QString &place)
{
    const int first = numberIn(place, 1) - 1;
    if (place.startsWith(QStringLiteral("illustrations/")))
        return first >= 0 && first < figures.size() ? &figures[first].caption : nullptr;
    if (!place.startsWith(QStringLiteral("channels/")) || first < 0 || first >= channels.size())
        return nullptr;
    if (place.count(u'/') < 2)
        return &channels[first].name;
    const int second = numberIn(place, 2) - 1;
    auto &categories = channels[first].categories;
    return second >= 0 && second < categories.size() ? &categories[second].name : nullptr;
}

} // namespace

QString textPlace(const Finding &finding)
{
    if (finding.section.isEmpty() && finding.cells.size() == 1)
        return finding.cells.first().toString() + kNote;
    return finding.section;
}

std::optional<QString> textAt(const Report &report, const QString &place)
{
    if (place.endsWith(kNote))
        return report.note(CellId(place.chopped(kNote.size())));
    if (const QString key = factKey(place); !key.isEmpty())
        return report.fact(key);
    if (const auto at = subSectionAt(report, place)) {
        const SubSection sub = report.subSections(at->section)[at->index];
        return at->isHeading ? sub.heading : sub.text;
    }
    auto channels = report.channels();
    auto figures = report.illustrations();
    const QString *name = nameIn(channels, figures, place);
    return name ? std::optional(*name) : std::nullopt;
}

std::optional<Step> withTextAt(const Report &report, const QString &place, const QString &text)
{
    if (place.endsWith(kNote))
        return SetNote{CellId(place.chopped(kNote.size())), text};
    if (const QString key = factKey(place); !key.isEmpty())
        return SetFact{key, text};
    if (const auto at = subSectionAt(report, place))
        return at->isHeading ? Step(SetHeading{at->section, at->index, text})
                             : Step(SetText{at->section, at->index, text});
    auto channels = report.channels();
    auto figures = report.illustrations();
    QString *name = nameIn(channels, figures, place);
    if (!name)
        return std::nullopt;
    *name = text;
    return place.startsWith(QStringLiteral("channels/")) ? Step(SetChannels{channels})
                                                         : Step(SetIllustrations{figures});
}

QString entryOf(const Report &report, const QString &place)
{
    const QString head = place.section(u'/', 0, 0);
    if (head == u"title" || head == u"signature" || head == u"date" || head == u"people")
        return QStringLiteral("introduction");
    if (head == u"organisation" || head == u"channels")
        return head;
    if (head == u"table_notes") {
        const SectionSpec *section = report.spec().sectionOfTable(TableId(place.section(u'/', 1, 1)));
        return section ? section->id.toString() : QString();
    }
    if (head == u"illustrations")
        return report.illustrations().value(numberIn(place, 1) - 1).section;
    return place.endsWith(kHeading) ? place.chopped(kHeading.size()) : place;
}

} // namespace nianbao
