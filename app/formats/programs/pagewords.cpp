// SPDX-License-Identifier: MulanPSL-2.0
#include "pagewords.h"

#include "radicals.h"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

double numberBehind(QByteArrayView line, QByteArrayView name)
{
    const auto from = line.indexOf(name);
    if (from < 0)
        return 0;
    const auto value = from + name.size();
    const auto to = line.indexOf('"', value);
    const double number = to < 0 ? 0 : line.sliced(value, to - value).toByteArray().toDouble();
    return std::isfinite(number) ? number : 0;
}

QString withoutEntities(QString text)
{
    if (!text.contains(u'&'))
        return text;
    text.replace(QLatin1String("&lt;"), QLatin1String("<"));
    text.replace(QLatin1String("&gt;"), QLatin1String(">"));
    text.replace(QLatin1String("&quot;"), QLatin1String("\""));
    text.replace(QLatin1String("&apos;"), QLatin1String("'"));
    return text.replace(QLatin1String("&amp;"), QLatin1String("&"));
}

bool isLatinPart(QChar c)
{
    return c.unicode() < 0x2E80 && (c.isLetterOrNumber() || (c.unicode() > 0x20 && c.unicode() < 0x7F));
}

} // namespace

QList<QList<PageWord>> wordsOfPages(const QByteArray &xhtml)
{
    QList<QList<PageWord>> pages;
    for (qsizetype from = 0; from < xhtml.size();) {
        auto to = xhtml.indexOf('\n', from);
        to = to < 0 ? xhtml.size() : to;
        const QByteArrayView line = QByteArrayView(xhtml).sliced(from, to - from);
        from = to + 1;
        const auto start = line.indexOf('<');
        if (start < 0)
            continue;
        const QByteArrayView element = line.sliced(start);
        if (element.startsWith("<page "))
            pages.append(QList<PageWord>());
        const auto open = element.indexOf('>'), close = element.lastIndexOf("</word>");
        if (pages.isEmpty() || !element.startsWith("<word ") || open < 0 || close <= open)
            continue;
        PageWord word{numberBehind(element, "xMin=\""), numberBehind(element, "yMin=\""),
            numberBehind(element, "xMax=\""), numberBehind(element, "yMax=\""),
            withoutRadicals(withoutEntities(QString::fromUtf8(element.sliced(open + 1, close - open - 1))))
                .trimmed()};
        if (!word.text.isEmpty() && word.right >= word.left && word.bottom >= word.top)
            pages.last().append(std::move(word));
    }
    return pages;
}

double widthOfPages(const QByteArray &xhtml)
{
    constexpr qsizetype kLongest = 100;
    const auto page = xhtml.indexOf("<page ");
    return page < 0
        ? 0
        : numberBehind(
            QByteArrayView(xhtml).sliced(page).first(std::min(kLongest, xhtml.size() - page)), "width=\"");
}

namespace {

/// A justified line of few characters parts them all, as far as it has to: that much between two is no blank.
/// Points.
double stretchOfLine(const QList<PageWord> &words)
{
    constexpr qsizetype kFewest = 6;
    const auto isSingle
        = [](const PageWord &word) { return word.text.size() == 1 && !isLatinPart(word.text.front()); };
    if (words.size() < kFewest || std::count_if(words.cbegin(), words.cend(), isSingle) * 2 < words.size())
        return 0;
    double least = words.at(1).left - words.first().right;
    for (qsizetype i = 2; i < words.size(); ++i)
        least = std::min(least, words.at(i).left - words.at(i - 1).right);
    return std::max(0.0, least);
}

} // namespace

QString textOfLine(const QList<PageWord> &words)
{
    const double stretch = stretchOfLine(words);
    // Parts of an em. Justified lines part hanzi a little, which is no blank.
    constexpr double kBetweenLatin = 0.12, kBetweenHanzi = 0.45;
    QString text;
    double right = 0;
    for (const PageWord &word : words) {
        const bool isLatin = !text.isEmpty() && isLatinPart(text.back()) && isLatinPart(word.text.front());
        const double em = std::max(1.0, word.height());
        const double blank = isLatin ? kBetweenLatin * em : kBetweenHanzi * em + stretch;
        if (!text.isEmpty() && word.left - right > blank)
            text += u' ';
        text += word.text;
        right = word.right;
    }
    return text;
}

QList<QList<PageWord>> linesOfWords(QList<PageWord> words)
{
    std::stable_sort(words.begin(), words.end(),
        [](const PageWord &a, const PageWord &b) { return a.centreY() < b.centreY(); });
    // Faces of one line sit at different heights; the boxes of some are so high that lines overlap, but never
    // words side by side.
    constexpr double kSameLine = 0.3, kSameLineAtMost = 0.5; // of the lower word's height
    QList<QList<PageWord>> lines;
    for (PageWord &word : words) {
        bool isNext = !lines.isEmpty();
        constexpr qsizetype kLooked = 100; // of a line's words: nobody writes more
        for (qsizetype i = 0; isNext && i < std::min(kLooked, lines.last().size()); ++i) {
            const PageWord &other = lines.last().at(i);
            const double common = std::min(word.right, other.right) - std::max(word.left, other.left);
            const bool isOver = common > std::min(word.right - word.left, other.right - other.left) / 3;
            const double step = word.centreY() - other.centreY();
            const double height = std::min(word.height(), other.height());
            isNext = step <= height * (isOver ? kSameLine / 2 : i == 0 ? kSameLine : kSameLineAtMost);
        }
        if (!isNext)
            lines.append(QList<PageWord>());
        lines.last().append(std::move(word));
    }
    for (QList<PageWord> &line : lines)
        std::stable_sort(
            line.begin(), line.end(), [](const PageWord &a, const PageWord &b) { return a.left < b.left; });
    return lines;
}

QString joinOfLines(QStringView before, QStringView after)
{
    if (before.isEmpty() || after.isEmpty())
        return {};
    const QChar last = before.back(), first = after.front();
    const bool isWord = isLatinPart(last) && isLatinPart(first) && last != u'-' && last != u'/';
    return isWord ? QStringLiteral(" ") : QString();
}

} // namespace nianbao
