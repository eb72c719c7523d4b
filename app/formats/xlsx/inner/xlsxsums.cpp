// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxsums.h"

#include <algorithm>

namespace nianbao {

namespace {
qint64 keyOf(Workbook::Square at) { return (qint64(at.row) << 32) + at.column; }
} // namespace

QString cellName(int row, int column)
{
    QString name;
    for (int left = column + 1; left > 0; left = (left - 1) / 26)
        name.prepend(QChar(u'A' + (left - 1) % 26));
    return name + QString::number(row + 1);
}

XlsxSums::XlsxSums(const Workbook::Sheet &sheet, int top) : m_top(top)
{
    for (const TableCell &cell : sheet.table.cells) {
        if (!cell.isFigure() || cell.words.isEmpty())
            continue;
        const auto amount = Amount::parse(cell.words);
        const qint64 key = keyOf({cell.row, cell.column});
        if (amount)
            m_amounts.insert(key, *amount);
        if (!amount || !fitsANumber(cell.words))
            m_isText.insert(key, true);
    }
    for (const Workbook::Sum &sum : sheet.sums) {
        if (areNumbers(sum.terms) && !m_isText.value(keyOf(sum.at)))
            m_sums.insert(keyOf(sum.at), sum);
    }
}

bool XlsxSums::fitsANumber(const QString &digits)
{
    QString significant = digits;
    significant.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    qsizetype zeros = 0;
    while (zeros < significant.size() && significant.at(zeros) == u'0')
        ++zeros;
    return significant.size() - zeros <= kDigits;
}

std::optional<Amount> XlsxSums::amount(Workbook::Square at) const
{
    const auto found = m_amounts.constFind(keyOf(at));
    return found == m_amounts.cend() ? std::nullopt : std::optional(*found);
}

const Workbook::Sum *XlsxSums::sumAt(Workbook::Square at) const
{
    const auto found = m_sums.constFind(keyOf(at));
    return found == m_sums.cend() ? nullptr : &*found;
}

bool XlsxSums::areNumbers(const QList<Workbook::Term> &terms) const
{
    return std::none_of(terms.cbegin(), terms.cend(),
        [&](const Workbook::Term &term) { return m_isText.value(keyOf(term.at)); });
}

int XlsxSums::filled(const QList<Workbook::Term> &terms) const
{
    return int(std::count_if(terms.cbegin(), terms.cend(),
        [&](const Workbook::Term &term) { return m_amounts.contains(keyOf(term.at)); }));
}

bool XlsxSums::isBlank(const QList<Workbook::Term> &terms) const { return filled(terms) == 0; }

Amount XlsxSums::sum(const QList<Workbook::Term> &terms) const
{
    Amount all;
    for (const Workbook::Term &term : terms) {
        const Amount value = amount(term.at).value_or(Amount());
        all = term.sign > 0 ? all + value : all - value;
    }
    return all;
}

QString XlsxSums::cell(Workbook::Square at) const { return cellName(at.row + m_top, at.column); }

/// Neighbours of a row or a column as one range each.
QString XlsxSums::ranges(const QList<Workbook::Term> &terms, int sign) const
{
    struct Range {
        Workbook::Square first;
        Workbook::Square last;
    };
    QList<Range> all;
    for (const Workbook::Term &term : terms) {
        if (sign != 0 && term.sign != sign)
            continue;
        if (!all.isEmpty()) {
            Range &range = all.last();
            const bool goesRight = range.first.row == range.last.row
                && term.at == Workbook::Square{range.last.row, range.last.column + 1};
            const bool goesDown = range.first.column == range.last.column
                && term.at == Workbook::Square{range.last.row + 1, range.last.column};
            if (goesRight || goesDown) {
                range.last = term.at;
                continue;
            }
        }
        all.append({term.at, term.at});
    }
    QStringList words;
    for (const Range &range : all)
        words.append(
            range.first == range.last ? cell(range.first) : cell(range.first) + u':' + cell(range.last));
    return words.join(u',');
}

QString XlsxSums::sumFormula(const QList<Workbook::Term> &terms) const
{
    // SUM, not +, wherever a total is among them: one that is blank is an empty text, which + does not take.
    const auto part = [&](int sign) {
        const QString all = ranges(terms, sign);
        const auto only = std::find_if(
            terms.cbegin(), terms.cend(), [sign](const auto &term) { return term.sign == sign; });
        if (all.isEmpty() || (all == cell(only->at) && !sumAt(only->at)))
            return all;
        return QStringLiteral("SUM(%1)").arg(all);
    };
    QString formula = part(1);
    if (const QString less = part(-1); !less.isEmpty())
        formula += u'-' + less;
    const bool hasDecimals = std::any_of(terms.cbegin(), terms.cend(),
        [&](const Workbook::Term &term) { return amount(term.at).value_or(Amount()).decimals() > 0; });
    return hasDecimals ? QStringLiteral("ROUND(%1,%2)").arg(formula).arg(Amount::kDecimals) : formula;
}

QString XlsxSums::countFormula(const QList<Workbook::Term> &terms) const
{
    return QStringLiteral("COUNT(%1)").arg(ranges(terms, 0));
}

QString XlsxSums::formula(const Workbook::Sum &sum) const
{
    const QString words = sumFormula(sum.terms);
    if (sum.per)
        return QStringLiteral("(%1)/%2").arg(words, cell(*sum.per));
    if (isBlank(sum.terms)) // once something is filled in, it is added up
        return QStringLiteral("IF(%1=0,\"\",%2)").arg(countFormula(sum.terms), words);
    return words;
}

} // namespace nianbao
