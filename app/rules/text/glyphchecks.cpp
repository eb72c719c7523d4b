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
    const char *label; // for the sentence: its key in the catalogue
    QString text{};
    Letter letter = Letter::Body;
    bool isName = false; // of a person or body: it would be another name on paper
};

struct NamedFact {
    const char *key;
    const char *label;
    bool isName;
};

constexpr std::array kFacts{
    NamedFact{fact::kTitle, "title", false},
    NamedFact{fact::kSignature, "signature", true},
    NamedFact{fact::kName, "body", true},
    NamedFact{fact::kShortName, "body", true},
    NamedFact{fact::kOffice, "office", true},
    NamedFact{fact::kAddress, "data", false},
    NamedFact{fact::kPhone, "data", false},
    NamedFact{fact::kFax, "data", false},
    NamedFact{fact::kPostcode, "data", false},
    NamedFact{fact::kEmail, "data", false},
    NamedFact{fact::kWebsite, "data", false},
    NamedFact{fact::kWebsiteName, "website", true},
    NamedFact{fact::kNames, "body", true},
    NamedFact{fact::kDrafted, "person", true},
    NamedFact{fact::kChecked, "person", true},
    NamedFact{fact::kCountersigned, "person", true},
    NamedFact{fact::kSigned, "person", true},
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

/// The key of what is said.
const char *sayingFor(const Unprintable &found, bool isName)
{
    return isForeign(found.character) ? "unseen" : isName ? "in_a_name" : "unprintable";
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
        Finding &finding = check.add(kGlyph, sayingFor(found, printed.isName),
            ruleWords(kGlyph, printed.label), characterWords(found.character));
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
        Finding &finding = check.addAt(kGlyph, text, found.start, found.length, sayingFor(found, false),
            ruleWords(kGlyph, "text"), characterWords(found.character));
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
                checkText(check, {Place::note(cell), "note", note, Letter::Table});
        }
        const QString key = QLatin1String(fact::kTableNote) + table.id.toString();
        checkText(check, {Place::fact(key), "table_note", report.fact(key), Letter::Table});
    }
}

void lookAtChannels(Inspection &check)
{
    const auto &channels = check.report.channels();
    for (int i = 0; i < channels.size(); ++i) {
        checkText(check, {Place::channel(i), "channel", channels[i].name, Letter::Table, true});
        for (int k = 0; k < channels[i].categories.size(); ++k)
            checkText(
                check, {Place::category(i, k), "category", channels[i].categories[k].name, Letter::Table});
    }
}

void lookAtHeadings(Inspection &check)
{
    const Report &report = check.report;
    for (const SectionSpec &section : report.spec().sections) {
        int index = 0;
        for (const SubSection &sub : report.subSections(section.id))
            checkText(check, {Place::heading(section.id, index++), "heading", sub.heading, Letter::Heading2});
    }
    for (int i = 0; i < report.illustrations().size(); ++i)
        checkText(check, {Place::caption(i), "caption", report.illustrations()[i].caption, Letter::Heading2});
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
