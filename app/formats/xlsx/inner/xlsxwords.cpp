// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxwords.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr int kLastRow = 1'048'575;
constexpr int kLastColumn = 16'383;
constexpr int kDigits = 15; // that Excel keeps of a number
constexpr int kDecimals = 6; // that a form has at most
constexpr qsizetype kLongest = 40; // characters of a number that is written out

/// A number as digits and where its point stands: 12.5 is "125", 2.
struct Digits {
    bool isNegative = false;
    QString digits{};
    qsizetype point = 0;

    /// Keeps so many digits, rounded half up.
    void cut(qsizetype keep)
    {
        if (keep >= digits.size())
            return;
        const bool roundsUp = keep >= 0 && digits.at(keep) >= u'5';
        digits.truncate(std::max<qsizetype>(keep, 0));
        if (!roundsUp)
            return;
        auto at = digits.size() - 1;
        for (; at >= 0 && digits.at(at) == u'9'; --at)
            digits[at] = u'0';
        if (at >= 0) {
            digits[at] = QChar(digits.at(at).unicode() + 1);
        } else {
            digits.prepend(u'1');
            ++point;
        }
    }
    QString toString() const
    {
        QString whole = point > 0 ? digits.left(point).leftJustified(point, u'0') : QStringLiteral("0");
        QString fraction = point >= 0 ? digits.mid(point) : QString(-point, u'0') + digits;
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        const auto number = fraction.isEmpty() ? whole : whole + u'.' + fraction;
        return isNegative && number != u"0" ? u'-' + number : number;
    }
};

std::optional<Digits> digitsOf(const QString &kept)
{
    static const QRegularExpression number(
        QStringLiteral("^([+-]?)([0-9]*)(?:\\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?$"));
    const auto match = number.match(kept);
    const QString whole = match.captured(2), fraction = match.captured(3), exponent = match.captured(4);
    if (!match.hasMatch() || whole.size() + fraction.size() == 0)
        return std::nullopt;
    Digits digits{match.captured(1) == u"-", whole + fraction, whole.size() + exponent.toInt()};
    const bool isWhole = fraction.isEmpty() && exponent.isEmpty();
    qsizetype zeros = 0;
    while (zeros < digits.digits.size() && digits.digits.at(zeros) == u'0')
        ++zeros;
    digits.digits.remove(0, zeros);
    digits.point -= zeros;
    if (digits.digits.isEmpty())
        return Digits{false, {}, 0};
    if (digits.point > kLongest || digits.point < -kLongest * 10 || digits.digits.size() > 1000)
        return std::nullopt;
    if (!isWhole) { // a whole number was written by a program that keeps more
        digits.cut(kDigits);
    }
    digits.cut(digits.point + kDecimals);
    return digits;
}

} // namespace

std::optional<XlsxAt> addressOf(QStringView name)
{
    qsizetype at = 0;
    const auto skipMark = [&] { at += at < name.size() && name.at(at) == u'$' ? 1 : 0; };
    skipMark();
    int column = 0;
    const qsizetype letters = at;
    for (; at < name.size(); ++at) {
        const ushort c = name.at(at).toUpper().unicode();
        if (c < 'A' || c > 'Z')
            break;
        column = std::min(column * 26 + (c - 'A' + 1), kLastColumn + 1);
    }
    if (at == letters)
        return std::nullopt;
    skipMark();
    int row = 0;
    const qsizetype digits = at;
    for (; at < name.size() && name.at(at) >= u'0' && name.at(at) <= u'9'; ++at)
        row = std::min(row * 10 + (name.at(at).unicode() - '0'), kLastRow + 1);
    if (at == digits || at != name.size() || row == 0)
        return std::nullopt;
    return XlsxAt{row - 1, column - 1};
}

std::optional<XlsxRange> rangeOf(QStringView name)
{
    const qsizetype colon = name.indexOf(u':');
    const auto first = addressOf(colon < 0 ? name : name.left(colon));
    const auto last = colon < 0 ? first : addressOf(name.mid(colon + 1));
    if (!first || !last)
        return std::nullopt;
    return XlsxRange{{std::min(first->row, last->row), std::min(first->column, last->column)},
        {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

QString shownNumber(const QString &kept)
{
    const auto digits = digitsOf(kept.trimmed());
    return digits ? digits->toString() : kept;
}

QString shownDay(const QString &kept, bool countsFrom1904)
{
    bool isNumber = false;
    const double number = kept.toDouble(&isNumber);
    constexpr double kLastDay = 2'958'465; // of the year 9999
    if (!isNumber || !(number >= 0 && number <= kLastDay))
        return shownNumber(kept);
    qint64 day = qint64(std::floor(number));
    qint64 minutes = qint64(std::llround((number - std::floor(number)) * 24 * 60));
    day += minutes / (24 * 60);
    minutes %= 24 * 60;
    // Excel counts a 29 February 1900 that never was
    const QDate first = countsFrom1904 ? QDate(1904, 1, 1) : QDate(1899, 12, day < 60 ? 31 : 30);
    QString words = first.addDays(day).toString(QStringLiteral("yyyy-M-d"));
    if (minutes > 0)
        words += QTime(0, 0).addSecs(int(minutes) * 60).toString(QStringLiteral(" H:mm"));
    return words;
}

QString shownIsoDay(const QString &kept)
{
    const QDate day = QDate::fromString(kept.left(10), Qt::ISODate);
    return day.isValid() ? day.toString(QStringLiteral("yyyy-M-d")) : kept;
}

bool isDayFormat(int number, const QString &code)
{
    if (code.isEmpty()) { // built in; 27 to 58 are those of East Asia
        const bool isTime = (number >= 18 && number <= 21) || number == 32 || number == 33
            || (number >= 45 && number <= 47) || number == 55 || number == 56;
        return !isTime
            && ((number >= 14 && number <= 22) || (number >= 27 && number <= 36)
                || (number >= 50 && number <= 58));
    }
    static const QRegularExpression words(QStringLiteral("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*\\]?"),
        QRegularExpression::DotMatchesEverythingOption);
    QString bare = code.left(1000);
    bare.remove(words);
    bare = bare.section(u';', 0, 0).toLower();
    return bare.contains(u'y') || bare.contains(u'd')
        || (bare.contains(u'm') && !bare.contains(u'h') && !bare.contains(u's'));
}

QString unescaped(const QString &kept)
{
    if (!kept.contains(QLatin1String("_x")))
        return kept;
    static const QRegularExpression number(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    QString text;
    qsizetype from = 0;
    auto found = number.globalMatch(kept);
    while (found.hasNext()) {
        const auto match = found.next();
        text += QStringView(kept).mid(from, match.capturedStart() - from);
        text += QChar(ushort(match.capturedView(1).toUShort(nullptr, 16)));
        from = match.capturedEnd();
    }
    return text + kept.mid(from);
}

} // namespace nianbao
