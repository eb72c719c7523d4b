// SPDX-License-Identifier: MulanPSL-2.0
#include "values.h"

#include "digits.h"
#include "entry.h"
#include "numberwords.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kLongestValue = 200;

constexpr Sentence kMark{"“%1” stands there: no figure.", "这一格写的是“%1”，没有数字。"};
constexpr Sentence kNoFigure{"“%1” is no figure that can be read.", "“%1”读不成一个数字。"};
constexpr Sentence kGrouped{
    "“%1” is read as one figure; it may have been several.", "“%1”按一个数字读，原来也可能是几个数字。"};
constexpr Sentence kHeadUnit{
    "The head counts in %1, the form in %2: %3 became %4.", "表头的单位是%1，表样的单位是%2，%3已换算成%4。"};
constexpr Sentence kNegative{
    "“%1” is negative, which this cell cannot be.", "“%1”是负数，这一格不能是负数。"};
constexpr Sentence kDecimals{
    "“%1” has more decimal places than this cell takes.", "“%1”的小数位数超过这一格所能填的。"};
constexpr Sentence kUnit{"“%1” is counted in %2, this cell in %3.", "“%1”的单位是%2，这一格的单位是%3。"};

/// Words of nothing that are no zero and no hint: 零 is nothing, and so is a star that leads to a note.
bool isMarkForNothing(const QString &text)
{
    static const QString drawn = QStringLiteral("-－﹣—–―‒‐‑−─━/／\\＼");
    const QStringView trimmed = digits::trimmed(text);
    const bool isDrawn = !trimmed.isEmpty() && std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) {
        return drawn.contains(c) || digits::isBlank(c);
    });
    const QString word = trimmed.toString();
    const bool isZero = word == numberWords().digits.left(1)
        || numberWords().sameDigits.value(word.isEmpty() ? QChar() : word.front())
            == numberWords().digits.left(1).front();
    return isDrawn || (!isZero && numberWords().nothingWords.contains(word.toLower()));
}

/// The figure in the cell's unit of money; nullopt: it needs more places than a figure has.
std::optional<Amount> converted(const Amount &value, const QString &from, const QString &to)
{
    const qint64 fromYuan = numberWords().money.value(from);
    const qint64 toYuan = numberWords().money.value(to);
    if (fromYuan <= 0 || toYuan <= 0)
        return std::nullopt;
    if (fromYuan >= toYuan)
        return value * int(fromYuan / toYuan);
    const int parts = int(toYuan / fromYuan);
    const Amount share = Amount::ratio(value.absolute(), Amount::fromInteger(parts), 1);
    if (share * parts != value.absolute())
        return std::nullopt;
    return value.isNegative() ? Amount() - share : share;
}

ProposedCell unreadable(ProposedCell cell, const Phrase &why)
{
    cell.state = Recognition::Unreadable;
    cell.value.reset();
    cell.note.clear();
    cell.why = why;
    return cell;
}

/// Into the unit of the cell: what is written beside the figure counts before what the head says.
ProposedCell inUnitOf(const CellSpec &spec, const Entry &entry, const QString &headUnit, ProposedCell cell)
{
    const NumberWords &words = numberWords();
    const bool isMoney = words.money.contains(spec.unit);
    const QString shown = shortened(cell.text);
    QString unit = entry.unit;
    if (isMoney && !unit.isEmpty() && !words.money.contains(unit) && words.money.contains(unit + u'元'))
        unit += u'元'; // 12万
    const bool isCount = unit.isEmpty() || unit == spec.unit || words.counting.contains(unit);
    if (!isMoney)
        return isCount ? cell : unreadable(cell, Phrase(kUnit, shown, unit, spec.unit));
    const QString from = unit.isEmpty() ? headUnit : unit;
    if (from.isEmpty() || from == spec.unit)
        return cell;
    const auto amount = words.money.contains(from) ? converted(entry.value, from, spec.unit) : std::nullopt;
    if (!amount)
        return unreadable(cell, Phrase(kUnit, shown, from, spec.unit));
    const QString said
        = unit.isEmpty() ? entry.value.toString() + from : digits::trimmed(cell.text).toString();
    if (amount->isZero())
        return cell;
    cell.note = entry.note.isEmpty() ? said : said + u'；' + entry.note;
    cell.value = *amount;
    if (unit.isEmpty()) {
        cell.state = Recognition::Guessed;
        cell.why = Phrase(kHeadUnit, from, spec.unit, said, amount->toString() + spec.unit);
    }
    return cell;
}

} // namespace

QString moneyUnitIn(const QString &head)
{
    const QString plain = head.normalized(QString::NormalizationForm_KC);
    const qsizetype bracket = plain.indexOf(u'(');
    if (bracket < 0)
        return {};
    const QString inside = plain.mid(bracket);
    QString unit;
    const auto &money = numberWords().money;
    for (auto known = money.begin(); known != money.end(); ++known) {
        if (known.key().size() > unit.size() && inside.contains(known.key()))
            unit = known.key();
    }
    return unit;
}

bool looksLikeValue(const QString &text)
{
    if (text.size() > kLongestValue)
        return false;
    const QStringView trimmed = digits::trimmed(text);
    if (trimmed.isEmpty())
        return true;
    const QChar first = trimmed.front();
    if (first.isLetter() && !numberWords().nothingWords.contains(trimmed.toString().toLower()))
        return false;
    const Entry::Kind kind = readEntry(text.normalized(QString::NormalizationForm_KC)).kind;
    return kind == Entry::Kind::Blank || kind == Entry::Kind::Figure || kind == Entry::Kind::Mark
        || kind == Entry::Kind::Several;
}

ProposedCell readForeignValue(const QString &text, const CellSpec &spec, const QString &headUnit)
{
    ProposedCell cell;
    cell.text = text;
    if (digits::trimmed(text).isEmpty()) {
        cell.state = Recognition::Blank;
        return cell;
    }
    const QString shown = shortened(text);
    if (text.size() > kLongestValue)
        return unreadable(cell, Phrase(kNoFigure, shown));
    if (isMarkForNothing(text)) {
        cell.state = Recognition::Blank;
        cell.why = Phrase(kMark, shown);
        return cell;
    }
    const Entry entry = readEntry(text);
    if (entry.kind != Entry::Kind::Figure)
        return unreadable(cell, Phrase(kNoFigure, shown));
    cell.state = Recognition::Sure;
    cell.value = entry.value;
    cell.note = entry.note;
    if (entry.isGroupedByBlanks) {
        cell.state = Recognition::Guessed;
        cell.why = Phrase(kGrouped, shown);
    }
    cell = inUnitOf(spec, entry, headUnit, cell);
    if (!cell.value)
        return cell;
    if (cell.value->isNegative() && !spec.mayBeNegative)
        return unreadable(cell, Phrase(kNegative, shown));
    if (cell.value->decimals() > spec.decimals)
        return unreadable(cell, Phrase(kDecimals, shown));
    return cell;
}

} // namespace nianbao
