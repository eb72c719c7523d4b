// SPDX-License-Identifier: MulanPSL-2.0
#include "glyphchecks.h"

#include "cleantext.h"
#include "coverage.h"
#include "inspection.h"

#include <array>

namespace nianbao {

namespace {
void findUnprintable(Inspection &check);
} // namespace

const Rule kGlyph{"GLYPH", Level::Explain, RuleGroup::Language, findUnprintable};

namespace {

constexpr int kMostOfAText = 50; // findings; more of the same helps nobody

/// A text that reaches a page, and where it is kept.
struct PrintedText {
    Place place{};
    Sentence label{}; // for the sentence
    QString text{};
    Letter letter = Letter::Body;
    bool isName = false; // of a person or body: it would be another name on paper
};

struct NamedFact {
    const char *key;
    Sentence label;
    bool isName;
};

constexpr std::array kFacts{
    NamedFact{fact::kTitle, {"title", "题名"}, false},
    NamedFact{fact::kSignature, {"signature", "署名"}, true},
    NamedFact{fact::kName, {"name of the body", "机关名称"}, true},
    NamedFact{fact::kShortName, {"name of the body", "机关名称"}, true},
    NamedFact{fact::kOffice, {"name of the office", "承办机构名称"}, true},
    NamedFact{fact::kAddress, {"data of the body", "单位信息"}, false},
    NamedFact{fact::kPhone, {"data of the body", "单位信息"}, false},
    NamedFact{fact::kFax, {"data of the body", "单位信息"}, false},
    NamedFact{fact::kPostcode, {"data of the body", "单位信息"}, false},
    NamedFact{fact::kEmail, {"data of the body", "单位信息"}, false},
    NamedFact{fact::kWebsite, {"data of the body", "单位信息"}, false},
    NamedFact{fact::kWebsiteName, {"name of the website", "网站名称"}, true},
    NamedFact{fact::kNames, {"name of the body", "机关名称"}, true},
    NamedFact{fact::kDrafted, {"name of a person", "姓名"}, true},
    NamedFact{fact::kChecked, {"name of a person", "姓名"}, true},
    NamedFact{fact::kCountersigned, {"name of a person", "姓名"}, true},
    NamedFact{fact::kSigned, {"name of a person", "姓名"}, true},
};

/// Looks for what cannot be printed, from a place on; the length is 0 when there is nothing more.
struct Unprintable {
    qsizetype start = 0;
    int length = 0;
    char32_t character = 0;
};
Unprintable nextUnprintable(const QString &text, qsizetype from, const Coverage &coverage)
{
    for (qsizetype i = from; i < text.size();) {
        const char16_t unit = text[i].unicode();
        if (((unit >= 0x20 && unit < 0x7F) || (unit >= 0x4E00 && unit < 0xD800)) && coverage.has(unit)) {
            ++i; // nearly all there is
            continue;
        }
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(unit);
        const int length = isPair ? 2 : 1;
        // blanks and line ends of all kinds are set as one blank or none
        if (isForeign(c) || (!coverage.has(c) && !QChar::isSpace(c) && c != u'\t'))
            return {i, length, c};
        i += length;
    }
    return {};
}

Phrase sentence(const Sentence &labelled, const Unprintable &found, bool isName)
{
    const Phrase label(labelled);
    const Phrase words = characterWords(found.character);
    if (isForeign(found.character))
        return Phrase({"%1: %2 stands there unseen and gets between the words of a search. Remove it.",
                          "%1里有%2，看不见，却会妨碍查找。请删去。"},
            label, words);
    if (isName)
        return Phrase({"%1: no font prints %2; on paper the name would be another one. Write it with a "
                       "character that fonts have, or remove it.",
                          "%1里的%2印不出来，印出的名称会变样。请换成字体里有的字，或者删去。"},
            label, words);
    return Phrase(
        {"%1: no font prints %2; a box stands in its place on paper. Remove it, or write it in words.",
            "%1里的%2印不出来，纸上只是一个方框。请删去，或者改用文字。"},
        label, words);
}

void fill(Finding &finding, const Unprintable &found)
{
    finding.right
        = QStringLiteral("U+%1").arg(QString::number(found.character, 16).toUpper().rightJustified(4, u'0'));
}

void checkText(Inspection &check, const PrintedText &printed)
{
    const Coverage &coverage = Coverage::of(printed.letter);
    int count = 0;
    for (auto found = nextUnprintable(printed.text, 0, coverage); found.length > 0 && count < kMostOfAText;
         found = nextUnprintable(printed.text, found.start + found.length, coverage)) {
        ++count;
        Finding &finding = check.add(kGlyph, Phrase({"A character that cannot be printed", "印不出来的字符"}),
            sentence(printed.label, found, printed.isName));
        if (printed.isName)
            finding.level = Level::Error;
        finding.place = printed.place.withRange(found.start, found.length);
        if (printed.place.kind() == Place::Kind::Note)
            finding.cells = {printed.place.cellId()};
        finding.excerpt = printed.text.mid(found.start, found.length);
        finding.fix = QString();
        fill(finding, found);
    }
}

/// A text with live figures, as it is shown.
void checkShown(Inspection &check, const CheckedText &text)
{
    const Coverage &coverage = Coverage::of(Letter::Body);
    const QString &shown = text.shown.text;
    int count = 0;
    for (auto found = nextUnprintable(shown, 0, coverage); found.length > 0 && count < kMostOfAText;
         found = nextUnprintable(shown, found.start + found.length, coverage)) {
        ++count;
        Finding &finding = check.addAt(kGlyph, text, found.start, found.length,
            Phrase({"A character that cannot be printed", "印不出来的字符"}),
            sentence({"text", "正文"}, found, false));
        if (!text.shown.liveAt(found.start, found.start + found.length))
            finding.fix = QString();
        fill(finding, found);
    }
}

void lookAtTables(Inspection &check)
{
    const Report &report = check.report;
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (const QString note = report.note(cell); !note.isEmpty())
                checkText(check, {Place::note(cell), {"note of a cell", "单元格附注"}, note, Letter::Table});
        }
        const QString key = QLatin1String(fact::kTableNote) + table.id.toString();
        checkText(
            check, {Place::fact(key), {"note under a table", "表下附注"}, report.fact(key), Letter::Table});
    }
}

void lookAtChannels(Inspection &check)
{
    const auto &channels = check.report.channels();
    for (int i = 0; i < channels.size(); ++i) {
        checkText(check,
            {Place::channel(i), {"name of a channel", "渠道名称"}, channels[i].name, Letter::Table, true});
        for (int k = 0; k < channels[i].categories.size(); ++k)
            checkText(check,
                {Place::category(i, k), {"name of a category", "分类名称"}, channels[i].categories[k].name,
                    Letter::Table});
    }
}

void lookAtHeadings(Inspection &check)
{
    const Report &report = check.report;
    for (const SectionSpec &section : report.spec().sections) {
        int index = 0;
        for (const SubSection &sub : report.subSections(section.id))
            checkText(check,
                {Place::heading(section.id, index++), {"heading", "标题"}, sub.heading, Letter::Heading2});
    }
    for (int i = 0; i < report.illustrations().size(); ++i)
        checkText(check,
            {Place::caption(i), {"caption", "图题"}, report.illustrations()[i].caption, Letter::Heading2});
}

void findUnprintable(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        checkShown(check, text);
    for (const NamedFact &named : kFacts)
        checkText(check,
            {Place::fact(QLatin1String(named.key)), named.label, check.report.fact(named.key),
                &named == &kFacts.front() ? Letter::Title : Letter::Body, named.isName});
    lookAtHeadings(check);
    lookAtTables(check);
    lookAtChannels(check);
}

} // namespace

} // namespace nianbao
