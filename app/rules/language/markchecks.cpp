// SPDX-License-Identifier: MulanPSL-2.0
#include "markchecks.h"

#include "patternfindings.h"
#include "patterns.h"
#include "wordlist.h"

#include <algorithm>

namespace nianbao {

namespace {
void findPairs(Inspection &check);
void findMarks(Inspection &check);
} // namespace

const Rule kPair{"PAIR", Level::Hint, RuleGroup::Language, findPairs};
const Rule kMarks{"MARKS", Level::Hint, RuleGroup::Language, findMarks};

namespace {

/// With the words around it: a mark alone tells nobody where it stands.
void surround(Finding &finding, const CheckedText &text, qsizetype at, qsizetype length)
{
    constexpr qsizetype kBeside = 4;
    const qsizetype from = std::max<qsizetype>(0, at - kBeside);
    finding.excerpt = text.shown.text.mid(from, at + length + kBeside - from).simplified();
    finding.left = text.shown.text.mid(at, length);
}

/// Brackets of a document's number are the matter of MARKS.
QString withoutNumbers(const LanguageWords &words, const QString &text)
{
    QString result = text;
    for (const LanguageWords::Pattern &pattern : words.marks) {
        if (pattern.says != "document")
            continue;
        for (auto it = pattern.find.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            std::fill_n(result.begin() + match.capturedStart(), match.capturedLength(), u'＃');
        }
    }
    return result;
}

QChar fullBracket(QChar c) { return c == u'(' ? QChar(u'（') : c == u')' ? QChar(u'）') : c; }

/// PAIR: marks that come in pairs, within a paragraph.
void checkPairs(Inspection &check, const CheckedText &text)
{
    static const QString opening = QStringLiteral("《“（‘【");
    static const QString closing = QStringLiteral("》”）’】");
    const QString words = withoutNumbers(check.words.language, text.shown.text);
    const QString &numerals = check.words.language.numerals;
    QList<qsizetype> open;
    const auto addUnpaired = [&](qsizetype at) {
        surround(check.addAt(kPair, text, at, 1, "unpaired", words[at]), text, at, 1);
    };
    for (qsizetype i = 0; i <= words.size(); ++i) {
        if (i == words.size() || words[i] == u'\n') {
            for (const qsizetype at : std::as_const(open))
                addUnpaired(at);
            open.clear();
            continue;
        }
        const QChar c = fullBracket(words[i]);
        if (opening.contains(c)) {
            open.append(i);
        } else if (const auto kind = closing.indexOf(c); kind >= 0) {
            const QChar last = open.isEmpty() ? QChar() : fullBracket(words[open.last()]);
            const bool isListNumber = c == u'）' && i > 0 && last != u'（'
                && (words[i - 1].isDigit() || numerals.contains(words[i - 1]));
            if (!last.isNull() && opening.indexOf(last) == kind)
                open.removeLast();
            else if (!isListNumber)
                addUnpaired(i);
        }
    }
}

/// PAIR: dashes of several kinds; those of telephone numbers and those of ranges are told apart.
void checkDashes(Inspection &check, const CheckedText &text)
{
    for (const char *kind : {"(?<![\\d—－-])0\\d{2,3}(—++|－|-)(?=\\d{7,8})",
             "(?<![\\dA-Za-z])(?<![A-Za-z][ /])(?:[1-9]\\d*+)(—++|－|-|~|～)(?=[1-9])"}) {
        constexpr qsizetype kMostKinds = 5; // more need not be named
        QStringList dashes;
        qsizetype second = -1;
        for (auto it = pattern(kind).globalMatch(text.shown.text); it.hasNext();) {
            const auto match = it.next();
            if (dashes.contains(match.captured(1)))
                continue;
            dashes.append(match.captured(1));
            if (dashes.size() == 2)
                second = match.capturedStart(1);
            if (dashes.size() == kMostKinds)
                break;
        }
        if (second >= 0)
            surround(check.addAt(kPair, text, second, 1, "dashes", dashes.join(QStringLiteral(" "))), text,
                second, 1);
    }
}

/// PAIR: half-width marks between hanzi.
void checkWidths(Inspection &check, const CheckedText &text)
{
    static const QString half = QStringLiteral(",;:?!");
    static const QString full = QStringLiteral("，；：？！");
    for (auto it
         = pattern("(?<=[\\p{Han}》”）])[,;:?!](?=[\\p{Han}《“（]|$|\\n)|(?<=\\p{Han})\\.(?=\\p{Han}|$|\\n)")
               .globalMatch(text.shown.text);
         it.hasNext();) {
        const auto match = it.next();
        const QChar mark = match.captured().front();
        const QString right = mark == u'.' ? QStringLiteral("。") : QString(full[half.indexOf(mark)]);
        Finding &finding = check.addAt(kPair, text, match.capturedStart(), 1, "half-width", mark, right);
        surround(finding, text, match.capturedStart(), 1);
        finding.fix = right;
    }
}

/// MARKS: a Latin letter alone between hanzi (公开a信息) that classes nothing (A类).
void checkLetters(Inspection &check, const CheckedText &text)
{
    const QString &words = text.shown.text;
    const auto isLetter = [](QChar c) { return c.isLetter() && c.unicode() < 0x250; };
    for (qsizetype i = 1; i + 1 < words.size() && !check.isFull(kMarks); ++i) {
        if (!isLetter(words[i]) || !isHanzi(words[i - 1]) || !isHanzi(words[i + 1])
            || text.bare[i] != words[i] || words[i].toUpper() == u'X' // TEMPLATE speaks of it
            || check.words.language.behindLetters.contains(words[i + 1])
            || QStringLiteral("ieE").contains(words[i]) // i中江, e福州: names
            || text.shown.liveAt(i, i + 1))
            continue;
        Finding &finding = check.addAt(
            kMarks, text, i, 1, "stray", QString(words[i]), QString(), words.mid(i - 2 < 0 ? 0 : i - 2, 5));
        finding.left = words[i];
        finding.right = QString();
        finding.fix = QString();
    }
}

void checkMarks(Inspection &check, const CheckedText &text)
{
    constexpr qsizetype kBefore = 4;
    PatternFindings findings(check, kMarks, text, kBefore);
    for (const LanguageWords::Pattern &pattern : check.words.language.marks)
        findings.find(pattern, pattern.says == "document" ? text.shown.text : text.bare);
    checkLetters(check, text);
}

void checkPairsOf(Inspection &check, const CheckedText &text)
{
    checkPairs(check, text);
    checkWidths(check, text);
    checkDashes(check, text);
}

void findPairs(Inspection &check) { check.forEachText(checkPairsOf); }
void findMarks(Inspection &check) { check.forEachText(checkMarks); }

} // namespace

} // namespace nianbao
