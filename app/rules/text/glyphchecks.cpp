// SPDX-License-Identifier: MulanPSL-2.0
#include "glyphchecks.h"

#include "cleantext.h"
#include "coverage.h"

#include <array>

namespace nianbao {

namespace {

constexpr int kMostOfAText = 50; // findings; more of the same helps nobody

/// A text that reaches a page, and where it is kept.
struct PrintedText {
    Place place{};
    const char *label = ""; // for the sentence, untranslated
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
    NamedFact{fact::kTitle, QT_TRANSLATE_NOOP("Findings", "title"), false},
    NamedFact{fact::kSignature, QT_TRANSLATE_NOOP("Findings", "signature"), true},
    NamedFact{fact::kName, QT_TRANSLATE_NOOP("Findings", "name of the body"), true},
    NamedFact{fact::kShortName, QT_TRANSLATE_NOOP("Findings", "name of the body"), true},
    NamedFact{fact::kOffice, QT_TRANSLATE_NOOP("Findings", "name of the office"), true},
    NamedFact{fact::kAddress, QT_TRANSLATE_NOOP("Findings", "data of the body"), false},
    NamedFact{fact::kPhone, QT_TRANSLATE_NOOP("Findings", "data of the body"), false},
    NamedFact{fact::kFax, QT_TRANSLATE_NOOP("Findings", "data of the body"), false},
    NamedFact{fact::kPostcode, QT_TRANSLATE_NOOP("Findings", "data of the body"), false},
    NamedFact{fact::kEmail, QT_TRANSLATE_NOOP("Findings", "data of the body"), false},
    NamedFact{fact::kWebsite, QT_TRANSLATE_NOOP("Findings", "data of the body"), false},
    NamedFact{fact::kWebsiteName, QT_TRANSLATE_NOOP("Findings", "name of the website"), true},
    NamedFact{fact::kNames, QT_TRANSLATE_NOOP("Findings", "name of the body"), true},
    NamedFact{fact::kDrafted, QT_TRANSLATE_NOOP("Findings", "name of a person"), true},
    NamedFact{fact::kChecked, QT_TRANSLATE_NOOP("Findings", "name of a person"), true},
    NamedFact{fact::kCountersigned, QT_TRANSLATE_NOOP("Findings", "name of a person"), true},
    NamedFact{fact::kSigned, QT_TRANSLATE_NOOP("Findings", "name of a person"), true},
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

QString sentence(const char *labelSource, const Unprintable &found, bool isName)
{
    const QString label = FindingWords::tr(labelSource);
    const QString words = characterWords(found.character);
    if (isForeign(found.character))
        return FindingWords::tr(
            "%1: %2 stands there unseen and gets between the words of a search. Remove it.")
            .arg(label, words);
    if (isName)
        return FindingWords::tr(
            "%1: no font prints %2; on paper the name would be another one. Write it with a "
            "character that fonts have, or remove it.")
            .arg(label, words);
    return FindingWords::tr(
        "%1: no font prints %2; a box stands in its place on paper. Remove it, or write it "
        "in words.")
        .arg(label, words);
}

void fill(Finding &finding, const Unprintable &found)
{
    finding.right
        = QStringLiteral("U+%1").arg(QString::number(found.character, 16).toUpper().rightJustified(4, u'0'));
}

void checkText(TextCheck &check, const PrintedText &printed)
{
    const Coverage &coverage = Coverage::of(printed.letter);
    int count = 0;
    for (auto found = nextUnprintable(printed.text, 0, coverage); found.length > 0 && count < kMostOfAText;
         found = nextUnprintable(printed.text, found.start + found.length, coverage)) {
        ++count;
        Finding &finding = check.add("GLYPH", FindingWords::tr("A character that cannot be printed"),
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
void checkShown(TextCheck &check, const CheckedText &text)
{
    const Coverage &coverage = Coverage::of(Letter::Body);
    const QString &shown = text.shown.text;
    int count = 0;
    for (auto found = nextUnprintable(shown, 0, coverage); found.length > 0 && count < kMostOfAText;
         found = nextUnprintable(shown, found.start + found.length, coverage)) {
        ++count;
        Finding &finding = check.addAt("GLYPH", text, found.start, found.length,
            FindingWords::tr("A character that cannot be printed"),
            sentence(QT_TRANSLATE_NOOP("Findings", "text"), found, false));
        if (!text.shown.liveAt(found.start, found.start + found.length))
            finding.fix = QString();
        fill(finding, found);
    }
}

void lookAtTables(TextCheck &check)
{
    const Report &report = check.report;
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (const QString note = report.note(cell); !note.isEmpty())
                checkText(check,
                    {Place::note(cell), QT_TRANSLATE_NOOP("Findings", "note of a cell"), note,
                        Letter::Table});
        }
        const QString key = QLatin1String(fact::kTableNote) + table.id.toString();
        checkText(check,
            {Place::fact(key), QT_TRANSLATE_NOOP("Findings", "note under a table"), report.fact(key),
                Letter::Table});
    }
}

void lookAtChannels(TextCheck &check)
{
    const auto &channels = check.report.channels();
    for (int i = 0; i < channels.size(); ++i) {
        checkText(check,
            {Place::channel(i), QT_TRANSLATE_NOOP("Findings", "name of a channel"), channels[i].name,
                Letter::Table, true});
        for (int k = 0; k < channels[i].categories.size(); ++k)
            checkText(check,
                {Place::category(i, k), QT_TRANSLATE_NOOP("Findings", "name of a category"),
                    channels[i].categories[k].name, Letter::Table});
    }
}

void lookAtHeadings(TextCheck &check)
{
    const Report &report = check.report;
    for (const SectionSpec &section : report.spec().sections) {
        int index = 0;
        for (const SubSection &sub : report.subSections(section.id))
            checkText(check,
                {Place::heading(section.id, index++), QT_TRANSLATE_NOOP("Findings", "heading"), sub.heading,
                    Letter::Heading2});
    }
    for (int i = 0; i < report.illustrations().size(); ++i)
        checkText(check,
            {Place::caption(i), QT_TRANSLATE_NOOP("Findings", "caption"), report.illustrations()[i].caption,
                Letter::Heading2});
}

} // namespace

void checkGlyphs(TextCheck &check)
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

} // namespace nianbao
