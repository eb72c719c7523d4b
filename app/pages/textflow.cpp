// SPDX-License-Identifier: MulanPSL-2.0
#include "textflow.h"

#include "cleantext.h"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kFullWidthFrom = 0.75; // em: a glyph at least this wide stands in a full-width cell
constexpr double kSqueeze = 0.5; // em that a full-width mark may give up, GB/T 15834 5.1.10
constexpr double kTolerance = 1e-6;
constexpr double kMostStretch = 0.15; // cells a gap may take; a line that asks for more stays ragged
constexpr double kUnnoticed = 0.1; // em: a wider gap between hanzi is seen, and read as a blank
constexpr char32_t kMissing = U'□'; // printed where no font has the character

const QString &notAtStart()
{
    static const QString marks = QStringLiteral("。，、；：？！”’）〕】》〉」』％‰℃·～…—,.;:?!)]}%");
    return marks;
}

const QString &notAtEnd()
{
    static const QString marks = QStringLiteral("“‘（〔【《〈「『￥([{$");
    return marks;
}

bool isIn(const QString &marks, char32_t c) { return c < 0x10000 && marks.contains(QChar(char16_t(c))); }

bool isDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19); }

/// Of a Latin word, number or address: what is only broken in need.
bool isWordPart(char32_t c) { return c > 0x20 && c < 0x7F && !isIn(QStringLiteral("()[]{}<>\"'"), c); }

bool isUnit(char32_t c)
{
    static const QString units = QStringLiteral("年月日时条件元万亿个项篇次份期号人%％℃倍名家户场");
    return isIn(units, c);
}

/// An inseparable piece of a line.
struct Atom {
    qsizetype first = 0;
    qsizetype count = 0;
    double width = 0;
    bool isSpace = false;
    bool isContinued = false; // it goes on with an address: a line begins with it only in need
};

struct Character {
    char32_t code = 0;
    FontSet::Hit hit{};
    double width = 0;
    bool isWide = false;
    bool isMissing = false; // the hit is that of kMissing
    double give = 0; // mm it can give up when squeezed
    bool givesLeft = false; // an opening mark: its ink stands on the right
};

std::u32string normalised(const QString &text)
{
    std::u32string result;
    const auto codes = text.toUcs4();
    for (const uint code : codes) {
        const auto c = char32_t(code);
        const bool isSpace = c == U' ' || c == U'\t' || c == U'\r' || c == 0xA0 || c == 0x3000
            || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x202F || c == 0x205F;
        const bool isNothing = c == U'\n' || isForeign(c);
        if (isSpace && !result.empty() && result.back() != U' ')
            result.push_back(U' ');
        else if (!isSpace && !isNothing)
            result.push_back(c);
    }
    while (!result.empty() && result.back() == U' ')
        result.pop_back();
    return result;
}

std::vector<Character> measure(const FontSet &fonts, const std::u32string &text, const TextStyle &style)
{
    static const QString closing = QStringLiteral("。，、；：”’）〕】》〉」』"); // ？！ fill their em
    static const QString opening = QStringLiteral("“‘（〔【《〈「『");
    std::vector<Character> result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        Character character{c, fonts.find(style.role, c)};
        character.isMissing = character.hit.glyph == 0;
        if (character.isMissing)
            character.hit = fonts.find(style.role, kMissing);
        character.isWide = character.hit.advance >= kFullWidthFrom;
        character.width = character.isWide ? style.cell : character.hit.advance * style.size;
        character.givesLeft = isIn(opening, c);
        if (character.isWide && (character.givesLeft || isIn(closing, c)))
            character.give = kSqueeze * style.cell;
        result.push_back(character);
    }
    return result;
}

/// Ends of a run of digits with what belongs to it: 0631—5757166, 1,305.5, 2021年, 12万元.
size_t endOfWord(const std::u32string &text, size_t from)
{
    size_t end = from;
    while (end < text.size()) {
        const bool joins = end > from && isDigit(text[end - 1]) && end + 1 < text.size()
            && isDigit(text[end + 1]) && isIn(QStringLiteral("—－～．，"), text[end]) && text[end] != U'，';
        if (!isWordPart(text[end]) && !isDigit(text[end]) && !joins)
            break;
        ++end;
    }
    while (end > from + 1 && isIn(QStringLiteral(",.;:!?"), text[end - 1]))
        --end; // a sentence's mark is not part of the word
    if (end > from && isDigit(text[end - 1])) {
        const size_t units = end;
        while (end < text.size() && end < units + 2 && isUnit(text[end]))
            ++end;
    }
    return end;
}

/// An address of the web or of mail, and not a number or a word with a stroke in it.
bool isAddress(std::u32string_view word)
{
    constexpr size_t kShortest = 24; // characters; a shorter one is better read whole
    const auto has = [&](std::u32string_view part) { return word.find(part) != std::u32string_view::npos; };
    const bool hasLetter = std::any_of(word.begin(), word.end(),
        [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); });
    return word.size() >= kShortest && hasLetter && has(U".")
        && (has(U"/") || has(U"@") || word.starts_with(U"www.") || word.starts_with(U"WWW."));
}

/// Where a line may end inside an address: behind the last of these marks in a row.
bool endsPiece(std::u32string_view word, size_t at)
{
    static constexpr std::u32string_view kMarks = U"/.-?&=_@";
    const auto isMark = [](char32_t c) { return kMarks.find(c) != std::u32string_view::npos; };
    return isMark(word[at]) && at + 1 < word.size() && !isMark(word[at + 1]);
}

std::vector<Atom> atomsOf(const std::u32string &text, const std::vector<Character> &characters)
{
    std::vector<Atom> atoms;
    const auto add = [&](size_t from, size_t to, bool isContinued) {
        Atom atom{qsizetype(from), qsizetype(to - from), 0, text[from] == U' ', isContinued};
        for (size_t k = from; k < to; ++k)
            atom.width += characters[k].width;
        atoms.push_back(atom);
    };
    for (size_t i = 0; i < text.size();) {
        size_t end = i + 1;
        if (isWordPart(text[i]) || isDigit(text[i]))
            end = std::max(end, endOfWord(text, i));
        else if ((text[i] == U'—' || text[i] == U'…') && end < text.size() && text[end] == text[i])
            ++end;
        const auto word = std::u32string_view(text).substr(i, end - i);
        size_t piece = i;
        if (isAddress(word)) {
            for (size_t k = 0; k < word.size(); ++k) {
                if (endsPiece(word, k)) {
                    add(piece, i + k + 1, piece > i);
                    piece = i + k + 1;
                }
            }
        }
        add(piece, end, piece > i);
        i = end;
    }
    return atoms;
}

/// An atom longer than a line is split after / or -, or anywhere as a last resort.
std::vector<Atom> splitLongAtoms(
    const std::vector<Atom> &atoms, const std::vector<Character> &characters, const TextStyle &style)
{
    std::vector<Atom> result;
    for (const Atom &atom : atoms) {
        const double width = style.width - (result.empty() ? style.indent : 0);
        if (atom.width <= width) {
            result.push_back(atom);
            continue;
        }
        Atom piece{atom.first, 0, 0, false, atom.isContinued};
        qsizetype breakAt = 0; // characters of the piece up to the last good place
        for (qsizetype i = atom.first; i < atom.first + atom.count; ++i) {
            const Character &c = characters[size_t(i)];
            if (piece.count > 0 && piece.width + c.width > width) {
                const qsizetype cut = breakAt > 0 ? breakAt : piece.count;
                Atom head{piece.first, cut, 0, false, piece.isContinued};
                Atom tail{piece.first + cut, piece.count - cut, 0, false, true};
                for (qsizetype k = 0; k < piece.count; ++k)
                    (k < cut ? head : tail).width += characters[size_t(piece.first + k)].width;
                result.push_back(head);
                piece = tail;
                breakAt = 0;
            }
            piece.width += c.width;
            ++piece.count;
            if (c.code == U'/' || c.code == U'-')
                breakAt = piece.count;
        }
        result.push_back(piece);
    }
    return result;
}

class LineBreaker {
public:
    LineBreaker(const FontSet &fonts, const QString &paragraph, const TextStyle &style)
        : m_style(style)
        , m_text(normalised(paragraph))
        , m_characters(measure(fonts, m_text, style))
        , m_atoms(splitLongAtoms(atomsOf(m_text, m_characters), m_characters, style))
    { }

    std::vector<TextLine> lines()
    {
        std::vector<TextLine> result;
        size_t from = 0;
        do {
            const double indent = result.empty() ? m_style.indent : 0;
            const size_t to = endOfLine(from, m_style.width - indent);
            result.push_back(setLine(from, to, indent));
            from = to;
            while (from < m_atoms.size() && m_atoms[from].isSpace)
                ++from;
        } while (from < m_atoms.size());
        return result;
    }

private:
    char32_t firstOf(const Atom &atom) const { return m_text[size_t(atom.first)]; }
    char32_t lastOf(const Atom &atom) const { return m_text[size_t(atom.first + atom.count - 1)]; }

    bool mayBreakBefore(size_t index) const
    {
        size_t before = index - 1;
        while (before > 0 && m_atoms[before].isSpace)
            --before;
        while (index + 1 < m_atoms.size() && m_atoms[index].isSpace)
            ++index;
        return !isIn(notAtStart(), firstOf(m_atoms[index])) && !isIn(notAtEnd(), lastOf(m_atoms[before]));
    }

    double giveOf(size_t from, size_t to) const
    {
        double give = 0;
        for (size_t i = from; i < to; ++i) {
            for (qsizetype k = 0; k < m_atoms[i].count; ++k)
                give += m_characters[size_t(m_atoms[i].first + k)].give;
        }
        return give;
    }

    /// First atom of the next line.
    size_t endOfLine(size_t from, double room) const
    {
        double width = 0;
        size_t fits = from;
        while (fits < m_atoms.size() && width + m_atoms[fits].width <= room + kTolerance)
            width += m_atoms[fits++].width;
        if (fits == m_atoms.size())
            return fits;
        // squeeze in: marks that may not start the next line, when the marks of this line can make room
        size_t squeezed = fits;
        double wide = width;
        while (squeezed > from && squeezed < m_atoms.size() && !mayBreakBefore(squeezed))
            wide += m_atoms[squeezed++].width;
        if (squeezed > fits && wide - giveOf(from, squeezed) <= room + kTolerance)
            return squeezed;
        // push out: back to a place where the line may end
        size_t end = fits;
        while (end > from && !mayBreakBefore(end))
            --end;
        return end > from ? beforeAddress(from, end, room) : std::max(fits, from + 1);
    }

    /// An address at the end of a line goes to the next one as a whole, when it fits there and the line that
    /// it leaves is not stretched so far that one sees it; else it is parted, behind a stroke if that is
    /// near.
    size_t beforeAddress(size_t from, size_t end, double room) const
    {
        if (end >= m_atoms.size() || !m_atoms[end].isContinued)
            return end;
        size_t start = end;
        size_t stroke = from; // none
        while (start > from && m_atoms[start].isContinued) {
            if (stroke == from && mayBreakBefore(start) && lastOf(m_atoms[start - 1]) == U'/')
                stroke = start;
            --start;
        }
        double width = 0;
        for (size_t i = start; i < m_atoms.size() && (i == start || m_atoms[i].isContinued); ++i)
            width += m_atoms[i].width;
        const bool fitsWhole = start > from && mayBreakBefore(start) && width <= m_style.width;
        if (fitsWhole && (!m_style.justified || gapOf(from, start, room) <= kUnnoticed * m_style.size))
            return start;
        const bool isNear = stroke > from
            && (gapsOf(from, stroke) == 0 || gapOf(from, stroke, room) <= kUnnoticed * m_style.size);
        return isNear ? stroke : end;
    }

    /// What each gap takes when the line ends there.
    double gapOf(size_t from, size_t to, double room) const
    {
        const Measure line = measureOf(from, to);
        return std::max(0.0, room - line.natural) / std::max(1, gapsOf(from, line.end));
    }

    struct Measure { // of a line, blanks at its end left out
        size_t end = 0;
        double natural = 0;
    };
    Measure measureOf(size_t from, size_t to) const
    {
        Measure line{to};
        while (line.end > from && m_atoms[line.end - 1].isSpace)
            --line.end;
        for (size_t i = from; i < line.end; ++i)
            line.natural += m_atoms[i].width;
        return line;
    }

    TextLine setLine(size_t from, size_t to, double indent) const
    {
        const bool isLast = to == m_atoms.size();
        const auto [end, natural] = measureOf(from, to);
        const double room = m_style.width - indent;
        const double squeeze = std::max(0.0, natural - room);
        const double give = squeeze > 0 ? giveOf(from, end) : 0;
        const bool stretch = m_style.justified && !isLast && natural < room;
        const double even = stretch ? gapOf(from, to, room) : 0;
        const double gap = even <= kMostStretch * m_style.cell ? even : 0;

        TextLine line;
        double x = indent;
        for (size_t i = from; i < end; ++i) {
            if (i > from && gap > 0 && isGap(i))
                x += gap;
            for (qsizetype k = 0; k < m_atoms[i].count; ++k) {
                const Character &c = m_characters[size_t(m_atoms[i].first + k)];
                const double given = give > 0 ? c.give / give * squeeze : 0;
                const double inCell = c.isWide ? (c.width - c.hit.advance * m_style.size) / 2 : 0;
                line.glyphs.push_back(
                    {c.hit.face, {c.code, c.hit.glyph, float(x + inCell - (c.givesLeft ? given : 0))}});
                if (c.isMissing)
                    line.missing += c.code;
                x += c.width - given;
            }
        }
        line.width = x;
        if (!isLast && (end < to || m_atoms[to].isSpace)) { // the blank at its end is text, too
            const Character &blank = m_characters[size_t(m_atoms[end].first)];
            line.glyphs.push_back({blank.hit.face, {blank.code, blank.hit.glyph, float(x)}});
        }
        return line;
    }

    /// A gap that may stretch: at a full-width character or a space, never inside an atom or an address.
    bool isGap(size_t index) const
    {
        if (m_atoms[index].isContinued)
            return false;
        const auto wide = [this](qsizetype at) { return m_characters[size_t(at)].isWide; };
        const Atom &before = m_atoms[index - 1];
        return wide(before.first + before.count - 1) || wide(m_atoms[index].first) || before.isSpace;
    }

    int gapsOf(size_t from, size_t to) const
    {
        int gaps = 0;
        for (size_t i = from + 1; i < to; ++i)
            gaps += isGap(i) ? 1 : 0;
        return gaps;
    }

    const TextStyle &m_style;
    std::u32string m_text;
    std::vector<Character> m_characters;
    std::vector<Atom> m_atoms;
};

} // namespace

std::vector<TextLine> breakLines(const FontSet &fonts, const QString &paragraph, const TextStyle &style)
{
    return LineBreaker(fonts, paragraph, style).lines();
}

namespace {

/// How well a text of `count` characters can be parted into so many lines: the least sum of squares of what
/// each differs from the even width, with something on top where a line ends inside a name.
class EvenLines {
public:
    EvenLines(const std::vector<Character> &characters, double even, const TextStyle &style)
        : m_characters(characters), m_even(even), m_most(style.width), m_cell(style.cell)
    { }

    /// The ends of the lines; empty: they do not fit.
    std::vector<size_t> ends(int lines)
    {
        const size_t count = m_characters.size();
        std::vector<std::vector<double>> costs(size_t(lines) + 1, std::vector<double>(count + 1, kNever));
        std::vector<std::vector<size_t>> from(size_t(lines) + 1, std::vector<size_t>(count + 1, 0));
        costs[0][0] = 0;
        for (size_t line = 1; line <= size_t(lines); ++line) {
            for (size_t end = line; end <= count; ++end) {
                double width = 0;
                for (size_t start = end; start-- > 0;) {
                    width += m_characters[start].width;
                    if (width > m_most + kTolerance && end - start > 1)
                        break;
                    const double cost = costs[line - 1][start] + costOf(end, width);
                    if (cost < costs[line][end]) {
                        costs[line][end] = cost;
                        from[line][end] = start;
                    }
                }
            }
        }
        std::vector<size_t> ends;
        if (costs[size_t(lines)][count] >= kNever)
            return ends;
        for (size_t line = size_t(lines), end = count; line > 0; end = from[line--][end])
            ends.insert(ends.begin(), end);
        return ends;
    }

private:
    static constexpr double kNever = 1e18;

    double costOf(size_t end, double width) const
    {
        const double uneven = (width - m_even) * (width - m_even);
        if (end == m_characters.size())
            return uneven;
        const char32_t last = m_characters[end - 1].code;
        const char32_t next = m_characters[end].code;
        static const QString borders = QStringLiteral("省市区县旗州盟会府镇乡局委办院所处部、，");
        const bool isForbidden = isIn(notAtStart(), next) || isIn(notAtEnd(), last)
            || (isWordPart(last) && isWordPart(next)) || (isDigit(last) && (isDigit(next) || isUnit(next)));
        const bool isBorder = last == U' ' || isIn(borders, last);
        return uneven + (isForbidden ? 100 : isBorder ? 0 : 9) * m_cell * m_cell;
    }

    const std::vector<Character> &m_characters;
    double m_even;
    double m_most;
    double m_cell;
};

} // namespace

QStringList evenLines(const FontSet &fonts, const QString &text, const TextStyle &style)
{
    const std::u32string characters = normalised(text);
    const std::vector<Character> measured = measure(fonts, characters, style);
    const double width = textWidth(fonts, text, style);
    int lines = std::max(1, int(std::ceil(width / style.width - kTolerance)));
    std::vector<size_t> ends;
    // a word at a border may need one line more than the width alone says
    for (; lines > 1 && ends.empty() && size_t(lines) <= characters.size(); lines += ends.empty() ? 1 : 0)
        ends = EvenLines(measured, width / lines, style).ends(lines);
    if (ends.empty())
        return {text};
    QStringList parts;
    size_t from = 0;
    for (const size_t end : ends) {
        parts.append(QString::fromUcs4(characters.data() + from, qsizetype(end - from)).trimmed());
        from = end;
    }
    return parts;
}

qsizetype inkCharacters(const QString &text)
{
    const std::u32string characters = normalised(text);
    return qsizetype(characters.size()) - std::count(characters.begin(), characters.end(), U' ');
}

double textWidth(const FontSet &fonts, const QString &text, const TextStyle &style)
{
    double width = 0;
    for (const Character &character : measure(fonts, normalised(text), style))
        width += character.width;
    return width;
}

void appendRuns(
    Page &page, const TextLine &line, double x, double baseline, double size, const InkOwner &owner)
{
    int face = -1;
    bool isNext = false;
    page.missing += line.missing;
    for (const SetGlyph &set : line.glyphs) {
        if (set.face != face) {
            face = set.face;
            page.runs.push_back({face, size, baseline, owner.role, owner.source, owner.element, {}, isNext});
        }
        isNext = true;
        Glyph glyph = set.glyph;
        glyph.x = float(double(glyph.x) + x);
        page.runs.back().glyphs.push_back(glyph);
    }
}

void placeLabel(Page &page, const FontSet &fonts, const QString &text, const Label &label, QPointF at,
    const InkOwner &owner)
{
    constexpr double kUnlimited = 10'000;
    TextStyle style{label.font, label.size, label.size, kUnlimited, 0, false};
    const double wide = textWidth(fonts, text, style);
    if (label.most > 0 && wide > label.most)
        style.size = style.cell = label.size * label.most / wide;
    const TextLine line = breakLines(fonts, text, style).front();
    const double shift = label.align == Label::Align::Left ? 0
        : label.align == Label::Align::Centre              ? line.width / 2
                                                           : line.width;
    appendRuns(page, line, at.x() - shift, at.y(), style.size, owner);
}

} // namespace nianbao
