// SPDX-License-Identifier: MulanPSL-2.0
#include "entry.h"

#include "digits.h"
#include "numberwords.h"

#include <algorithm>

namespace nianbao {

namespace {

using digits::Separators;

constexpr qsizetype kCellDigits = 12;
constexpr qsizetype kMostParts = 1000;
constexpr qsizetype kShownCharacters = 40;
static_assert(bounds::kCount == 999'999'999'999, "twelve digits");

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c.unicode() == 0x2028 || c.unicode() == 0x2029;
}

bool isDash(QChar c) { return QStringView(u"-−－﹣–").contains(c); }
bool opens(QChar c) { return QStringView(u"(（[【〔").contains(c); }
bool closes(QChar c) { return QStringView(u")）]】〕").contains(c); }

qsizetype skipBlanks(QStringView text, qsizetype at)
{
    while (at < text.size() && digits::isBlank(text[at]) && !isLineBreak(text[at]))
        ++at;
    return at;
}

/// Words that stand beside figures, and the letters that they begin with: where none of these stands, hardly
/// ever a word is compared.
class BesideFigures {
public:
    explicit BesideFigures(const QStringList &words) : m_words(words)
    {
        for (const QString &word : words)
            m_firsts += word.front().toCaseFolded();
    }
    /// The longest of the words that stands there; they are sorted by length.
    QString at(QStringView text, qsizetype at) const
    {
        const QStringView rest = text.mid(at);
        if (rest.isEmpty() || !m_firsts.contains(rest.front().toCaseFolded()))
            return {};
        const auto found = std::find_if(m_words.begin(), m_words.end(),
            [&](const QString &word) { return rest.startsWith(word, Qt::CaseInsensitive); });
        return found == m_words.end() ? QString() : *found;
    }

private:
    const QStringList &m_words;
    QString m_firsts{};
};

const BesideFigures &currencySigns()
{
    static const BesideFigures signs(numberWords().currency);
    return signs;
}

const BesideFigures &unitsBehind()
{
    static const BesideFigures units(numberWords().allUnits);
    return units;
}

/// Sign, currency and blanks before the digits, each once at most.
struct Lead {
    qsizetype end = 0;
    bool isNegative = false;
    bool hasSign = false;
    bool hasCurrency = false;
};
Lead leadAt(QStringView text, qsizetype at)
{
    Lead lead;
    for (;;) {
        const QString currency = lead.hasCurrency ? QString() : currencySigns().at(text, at);
        if (!currency.isEmpty()) {
            lead.hasCurrency = true;
            at = skipBlanks(text, at + currency.size());
        } else if (!lead.hasSign && at < text.size()
            && (isDash(text[at]) || text[at] == u'+' || text[at] == u'＋')) {
            lead.hasSign = true;
            lead.isNegative = isDash(text[at]);
            at = skipBlanks(text, at + 1);
        } else {
            lead.end = at;
            return lead;
        }
    }
}

struct Parsed {
    Entry entry{};
    qsizetype end = 0;
};

/// A figure with its unit, from `at` on; nullopt: none begins there.
std::optional<Parsed> figureAt(QStringView text, qsizetype at, Separators separators)
{
    const Lead lead = leadAt(text, at);
    const digits::Number number = digits::read(text, lead.end, separators);
    if (number.length == 0)
        return std::nullopt;
    Parsed parsed;
    Entry &entry = parsed.entry;
    entry.kind = Entry::Kind::Figure;
    entry.isGroupedByBlanks = number.isGroupedByBlanks;
    entry.hasCurrencySign = lead.hasCurrency;
    parsed.end = lead.end + number.length;
    const qsizetype behind = skipBlanks(text, parsed.end);
    entry.unit = unitsBehind().at(text, behind);
    if (!entry.unit.isEmpty())
        parsed.end = behind + entry.unit.size();
    else if (lead.hasCurrency)
        entry.unit = QStringLiteral("元");
    QString fraction = number.fraction;
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (number.whole.size() > kCellDigits || fraction.size() > Amount::kDecimals) {
        entry.kind = Entry::Kind::None;
        entry.fault = number.whole.size() > kCellDigits ? ErrorCode::OutOfRange : ErrorCode::TooManyDecimals;
        return parsed;
    }
    const QString plain = (number.whole.isEmpty() ? QStringLiteral("0") : number.whole)
        + (fraction.isEmpty() ? QString() : u'.' + fraction);
    entry.value = *Amount::parse(lead.isNegative ? u'-' + plain : plain);
    return parsed;
}

/// What stands in brackets that open at the beginning and close at the end only.
std::optional<QStringView> insideBrackets(QStringView text)
{
    if (text.size() < 3 || !opens(text.front()) || !closes(text.back()))
        return std::nullopt;
    qsizetype depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += opens(text[i]) ? 1 : closes(text[i]) ? -1 : 0;
        if (depth == 0 && i + 1 < text.size())
            return std::nullopt;
    }
    return digits::trimmed(text.mid(1, text.size() - 2));
}

/// The whole text as one figure, with a note or without.
std::optional<Entry> single(QStringView text, Separators separators)
{
    if (const auto inside = insideBrackets(text)) { // (5) as accountants write −5
        const auto parsed = figureAt(*inside, 0, separators);
        if (!parsed || parsed->end != inside->size() || parsed->entry.value.isNegative())
            return std::nullopt;
        Entry entry = parsed->entry;
        entry.value = Amount() - entry.value;
        return entry;
    }
    const auto parsed = figureAt(text, 0, separators);
    if (!parsed)
        return std::nullopt;
    Entry entry = parsed->entry;
    const QStringView rest = digits::trimmed(text.mid(parsed->end));
    if (rest.isEmpty())
        return entry;
    const auto note = insideBrackets(rest);
    const bool isNextFigure = note && digits::isBlank(text[parsed->end]) && figureAt(*note, 0, separators);
    if (!note || note->isEmpty() || isNextFigure) // 12 (5): two cells of an account
        return std::nullopt;
    entry.note = note->toString();
    return entry;
}

bool isMarkCharacter(QChar c) { return numberWords().nothingMarks.contains(c); }

bool isMark(QStringView text)
{
    const bool isDrawn = std::all_of(
        text.begin(), text.end(), [](QChar c) { return isMarkCharacter(c) || digits::isBlank(c); });
    return !text.isEmpty() && (isDrawn || numberWords().nothingWords.contains(text.toString().toLower()));
}

/// Between figures of a row; a comma only where a blank follows.
bool separates(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (digits::isBlank(c) || QStringView(u"、；;|｜").contains(c))
        return true;
    return (c == u',' || c == u'，') && at + 1 < text.size() && digits::isBlank(text[at + 1]);
}

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size() && words.size() <= kMostParts; ++i) {
        if (i < text.size() && !separates(text, i))
            continue;
        if (i > from)
            words.append(text.mid(from, i - from));
        from = i + 1;
    }
    return words;
}

/// Figures and marks beside each other; nullopt when anything else stands among them.
std::optional<QStringList> partsOf(QStringView text)
{
    QStringList parts;
    qsizetype figures = 0;
    for (const QStringView word : wordsOf(text)) {
        const bool isUnit
            = figures > 0 && !parts.isEmpty() && numberWords().allUnits.contains(word.toString());
        const auto figure = single(word, Separators::Commas);
        if (isUnit)
            parts.last() += word; // 22 件
        else if (figure || isMark(word))
            parts.append(word.toString());
        else
            return std::nullopt;
        figures += figure ? 1 : 0;
    }
    const bool isRow = parts.size() >= 2 && (figures > 0 || parts.size() >= 3); // — — is one mark
    return isRow && parts.size() <= kMostParts ? std::optional(parts) : std::nullopt;
}

QStringList linesOf(QStringView text)
{
    QStringList lines;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isLineBreak(text[i]))
            continue;
        if (const QStringView line = digits::trimmed(text.mid(from, i - from)); !line.isEmpty())
            lines.append(line.toString());
        from = i + 1;
    }
    return lines;
}

bool hasWordsAndDigits(QStringView text)
{
    const auto isHan = [](QChar c) { return c.script() == QChar::Script_Han; };
    return std::any_of(text.begin(), text.end(), isHan)
        && std::any_of(text.begin(), text.end(), [](QChar c) { return digits::valueOf(c) >= 0; });
}

Entry readLines(const QStringList &lines)
{
    // a note under its figure, as a spreadsheet breaks it
    if (auto entry = single(lines.join(QString()), Separators::CommasAndBlanks);
        entry && !entry->note.isEmpty())
        return *entry;
    Entry entry;
    const bool allFigures = std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        const Entry::Kind kind = readEntry(line).kind;
        return kind == Entry::Kind::Figure || kind == Entry::Kind::Mark || kind == Entry::Kind::Several;
    });
    if (allFigures && lines.size() <= kMostParts) {
        entry.kind = Entry::Kind::Lines;
        entry.parts = lines;
    }
    return entry;
}

bool isRightUnit(const Entry &entry, const EntryPlace &place)
{
    const NumberWords &words = numberWords();
    const bool countsMoney = words.money.contains(place.unit);
    if (entry.unit.isEmpty() || entry.unit == place.unit)
        return true;
    if (countsMoney)
        return !entry.hasCurrencySign && entry.unit + QStringLiteral("元") == place.unit; // 12万
    // a spreadsheet's money format says nothing where things are counted
    return words.counting.contains(entry.unit) || entry.hasCurrencySign;
}

} // namespace

QString shortened(const QString &text)
{
    const QString line = QStringView(text).left(4 * kShownCharacters).toString().simplified();
    return line.size() > kShownCharacters || text.size() > 4 * kShownCharacters
        ? line.left(kShownCharacters) + u'…'
        : line;
}

Entry readEntry(const QString &text)
{
    Entry entry;
    const QStringList lines = linesOf(text);
    if (lines.isEmpty()) {
        entry.kind = Entry::Kind::Blank;
        return entry;
    }
    if (lines.size() > 1)
        return readLines(lines);
    const QString &line = lines.first();
    const auto figure = single(line, Separators::CommasAndBlanks);
    const bool isTooLongARow = figure && figure->kind == Entry::Kind::None && figure->isGroupedByBlanks;
    if (figure && !isTooLongARow)
        return *figure;
    const auto parts = partsOf(line);
    const bool isOneMark = isMark(line) && !parts;
    if (isOneMark)
        entry.kind = Entry::Kind::Mark;
    else if (parts)
        entry.kind = Entry::Kind::Several;
    else if (hasWordsAndDigits(line))
        entry.kind = Entry::Kind::Words;
    entry.parts = parts.value_or(QStringList());
    return entry;
}

Result<EnteredValue> enter(const QString &text, const EntryPlace &place)
{
    const Entry entry = readEntry(text);
    const auto refused = [&](ErrorCode code) { return Error{code, {}, shortened(text)}; };
    switch (entry.kind) {
    case Entry::Kind::Blank: return EnteredValue{};
    case Entry::Kind::Several:
    case Entry::Kind::Lines: return refused(ErrorCode::SeveralFigures);
    case Entry::Kind::Mark: return refused(ErrorCode::UnclearMark);
    case Entry::Kind::Words: return refused(ErrorCode::FigureWithNote);
    case Entry::Kind::None: return refused(entry.fault);
    case Entry::Kind::Figure: break;
    }
    if (!isRightUnit(entry, place))
        return refused(ErrorCode::WrongUnit);
    if (!entry.note.isEmpty() && !place.takesNotes)
        return refused(ErrorCode::FigureWithNote);
    if (entry.note.size() > bounds::kLine)
        return Error{ErrorCode::TooLong, {}, QString::number(bounds::kLine)};
    if (entry.value.isNegative() && !place.mayBeNegative)
        return refused(ErrorCode::NegativeNotAllowed);
    if (entry.value.decimals() > place.decimals)
        return refused(ErrorCode::TooManyDecimals);
    return EnteredValue{entry.value, entry.note};
}

std::optional<CurrencyReadings> currencyReadings(const QString &text, const EntryPlace &place)
{
    const Entry entry = readEntry(text);
    const qint64 yuan = numberWords().money.value(place.unit);
    const bool isAsked = entry.kind == Entry::Kind::Figure && entry.hasCurrencySign && yuan > 1
        && entry.unit == u"元" && entry.note.isEmpty() && (place.mayBeNegative || !entry.value.isNegative())
        && entry.value.decimals() <= place.decimals;
    if (!isAsked)
        return std::nullopt;
    CurrencyReadings readings{entry.value, {}};
    const Amount converted
        = Amount::ratio(entry.value.absolute(), Amount::fromInteger(yuan), 1); // rounded to six places
    if (converted.decimals() <= place.decimals && converted * int(yuan) == entry.value.absolute())
        readings.converted = entry.value.isNegative() ? Amount() - converted : converted;
    return readings;
}

} // namespace nianbao
