// SPDX-License-Identifier: MulanPSL-2.0
#include "placenames.h"

#include "reportplaces.h"
#include "showntext.h"

#include <iterator>

namespace nianbao {

namespace {

constexpr qsizetype kMostName = 40; // characters of a heading, caption or channel

struct FactName {
    const char *key;
    Sentence name;
};
constexpr FactName kFactNames[]{{fact::kTitle, {"Title", "题名"}},
    {fact::kIntroduction, {"Introduction", "引言"}}, {fact::kSource, {"Source", "来源"}},
    {fact::kDate, {"Date", "成文日期"}}, {fact::kSignature, {"Signature", "署名"}},
    {fact::kName, {"Name of the body", "单位全称"}}, {fact::kShortName, {"Short name", "单位简称"}},
    {fact::kKind, {"Kind of body", "单位类型"}}, {fact::kOffice, {"Office", "承办机构"}},
    {fact::kAddress, {"Address", "地址"}}, {fact::kPhone, {"Telephone", "电话"}},
    {fact::kFax, {"Fax", "传真"}}, {fact::kPostcode, {"Postcode", "邮编"}},
    {fact::kEmail, {"E-mail", "电子邮箱"}}, {fact::kWebsite, {"Website", "网址"}},
    {fact::kWebsiteName, {"Name of the website", "网站名称"}},
    {fact::kNames, {"Other names of its own", "本单位其他名称"}},
    {fact::kAllowedWords, {"Allowed words", "允许的用词"}}, {fact::kDrafted, {"Drafted by", "拟稿"}},
    {fact::kChecked, {"Checked by", "核稿"}}, {fact::kCountersigned, {"Countersigned by", "会签"}},
    {fact::kSigned, {"Signed by", "签发"}}};

QString brief(const QString &words) { return firstCharacters(words, kMostName); }

Phrase factName(const Report &report, const QString &key)
{
    const QLatin1String note(fact::kTableNote);
    if (key.startsWith(note)) {
        const TableSpec *table = report.spec().table(TableId(key.mid(note.size())));
        return Phrase({"Note under %1", "%1表下注"}, table ? table->name : QString());
    }
    for (const FactName &fact : kFactNames) {
        if (key == QLatin1String(fact.key))
            return Phrase(fact.name);
    }
    return key;
}

Phrase subSectionName(const Report &report, const Place &place)
{
    const SectionSpec *section = report.spec().section(place.sectionId());
    if (!section)
        return Phrase({"Whole report", "全文"});
    const QString heading = brief(shownHeadings(report, section->id).value(place.index()));
    if (!heading.isEmpty())
        return section->number + heading;
    return report.subSections(section->id).size() < 2
        ? Phrase(section->heading())
        : Phrase({"%1, part %2", "%1第 %2 段"}, section->heading(), qint64(place.index() + 1));
}

Phrase named(const Sentence &kind, int index, const QString &name)
{
    const Phrase numbered(kind, qint64(index + 1));
    return name.isEmpty() ? numbered : Phrase::joined({numbered, brief(name)}, QStringLiteral(" "));
}

} // namespace

Place bothYears() { return Place::section(SectionId(QStringLiteral("years"))); }

Phrase partName(const Report &report, const Place &place)
{
    if (place.owner().kind() == Place::Kind::Cell) {
        const TableSpec *table = report.spec().table(place.cellId().table());
        return table ? Phrase(table->name) : Phrase(place.cellId().toString());
    }
    return placeName(report, place.owner());
}

Phrase placeName(const Report &report, const Place &place)
{
    switch (place.kind()) {
    case Place::Kind::Nowhere:
    case Place::Kind::Report: break;
    case Place::Kind::Cell:
    case Place::Kind::Note: {
        const CellSpec *cell = report.spec().cell(place.cellId());
        const Phrase name = Phrase::joined(
            {partName(report, place), cell ? cell->label : place.cellId().toString()}, QStringLiteral(" "));
        return place.kind() == Place::Kind::Cell ? name : Phrase({"%1, note", "%1（附注）"}, name);
    }
    case Place::Kind::Fact: return factName(report, place.factKey());
    case Place::Kind::Section: {
        if (place == Place::organisation())
            return Phrase({"The office", "单位信息"});
        if (place == bothYears())
            return Phrase({"This year beside last year", "年度对比"});
        const SectionSpec *section = report.spec().section(place.sectionId());
        return section ? Phrase(section->heading()) : Phrase({"Whole report", "全文"});
    }
    case Place::Kind::SubSection: return subSectionName(report, place);
    case Place::Kind::Heading:
        return Phrase({"Heading of %1", "%1（小标题）"}, subSectionName(report, place));
    case Place::Kind::Channels: return Phrase({"Channels", "渠道与分类"});
    case Place::Kind::Channel:
        return named({"Channel %1", "渠道 %1"}, place.index(), report.channels().value(place.index()).name);
    case Place::Kind::Category:
        return named({"Category %1", "分类 %1"}, place.categoryIndex(),
            report.channels().value(place.index()).categories.value(place.categoryIndex()).name);
    case Place::Kind::Illustration:
    case Place::Kind::Picture:
    case Place::Kind::Caption:
        return named(
            {"Figure %1", "图%1"}, place.index(), report.illustrations().value(place.index()).caption);
    }
    return Phrase({"Whole report", "全文"});
}

} // namespace nianbao
