// SPDX-License-Identifier: MulanPSL-2.0
#include "privacychecks.h"

#include "inspection.h"
#include "patterns.h"

#include <QDate>

#include <array>

namespace nianbao {

namespace {
void findPersonalData(Inspection &check);
void findSecrecy(Inspection &check);
} // namespace

const Rule kPrivacy{"PRIVACY", Level::Error, RuleGroup::Language, findPersonalData};
const Rule kSecrecy{"SECRECY", Level::Error, RuleGroup::Language, findSecrecy};

namespace {

/// GB 11643-1999: seventeen digits, the eighteenth by ISO 7064 MOD 11-2; a date of birth inside.
bool isIdentityNumber(const QString &number)
{
    static constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static const QString checkDigits = QStringLiteral("10X98765432");
    if (number.size() != 18 || number.startsWith(u'0'))
        return false;
    int sum = 0;
    for (int i = 0; i < 17; ++i) {
        if (!number[i].isDigit())
            return false;
        sum += number[i].digitValue() * weights[size_t(i)];
    }
    const QDate born = QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd"));
    return born.isValid() && born.year() >= 1880 && number[17].toUpper() == checkDigits[sum % 11];
}

/// ISO/IEC 7812-1 annex B (Luhn); the first digit is that of bank cards.
bool isBankCard(const QString &number)
{
    if (number.size() < 16 || number.size() > 19 || !QStringLiteral("34569").contains(number.front()))
        return false;
    int sum = 0;
    bool doubled = false;
    for (auto i = number.size() - 1; i >= 0; --i) {
        if (!number[i].isDigit())
            return false;
        const int digit = number[i].digitValue() * (doubled ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
        doubled = !doubled;
    }
    return sum % 10 == 0;
}

/// 13x to 19x as assigned; 14x only where it is a person's number.
bool isMobileNumber(const QString &number)
{
    return number.size() == 11
        && has(number, "^1(?:3\\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])\\d{8}$");
}

/// All but the ends: the message is printed too.
QString masked(const QString &number)
{
    return number.left(3) + QString(number.size() - 5, u'*') + number.right(2);
}

QString digitsOnly(const QString &text)
{
    QString digits;
    for (const QChar c : plain(text)) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

void addPrivate(Inspection &check, const CheckedText &text, qsizetype at, qsizetype length,
    const QString &number, const Phrase &what, Level level)
{
    Finding &finding = check.addAt(kPrivacy, text, at, length, "number", what, masked(number));
    finding.level = level;
    finding.excerpt = masked(number);
    finding.left = masked(number);
}

void checkNumbers(Inspection &check, const CheckedText &text, const QString &ownNumbers)
{
    const QString &words = text.shown.text;
    for (auto it
         = pattern("(?<![0-9０-９A-Za-z.])[0-9０-９](?:[ -]?[0-9０-９]){10,18}[Xxｘ]?(?![0-9０-９A-Za-z])")
               .globalMatch(words);
         it.hasNext();) {
        const auto match = it.next();
        if (check.isFull(kPrivacy))
            break;
        QString number = plain(match.captured()).remove(u'-').toUpper();
        number.replace(QChar(u'Ｘ'), QChar(u'X'));
        const auto add = [&](const Phrase &what, Level level) {
            addPrivate(check, text, match.capturedStart(), match.capturedLength(), number, what, level);
        };
        if (isIdentityNumber(number))
            add(ruleWords(kPrivacy, "identity"), Level::Error);
        else if (isBankCard(number))
            add(ruleWords(kPrivacy, "card"), Level::Error);
        else if (isMobileNumber(number) && !ownNumbers.contains(number))
            add(ruleWords(kPrivacy, "mobile"), Level::Explain);
    }
}

void checkSecrecy(Inspection &check, const CheckedText &text)
{
    const QString &words = text.shown.text;
    for (auto it = pattern(check.words.secrecy).globalMatch(words); it.hasNext();) {
        const auto match = it.next();
        Finding &finding = check.addAt(kSecrecy, text, match.capturedStart(), match.capturedLength(),
            "marking", match.captured().trimmed());
        finding.left = match.captured().trimmed();
    }
}

void findPersonalData(Inspection &check)
{
    const Report &report = check.report;
    // numbers are kept apart by a letter, so that two of them make no third
    const QString own = digitsOnly(report.fact(fact::kPhone)) + u'x' + digitsOnly(report.fact(fact::kFax))
        + u'x' + report.fact(fact::kNames);
    check.forEachText([&own](Inspection &each, const CheckedText &text) { checkNumbers(each, text, own); });
}

void findSecrecy(Inspection &check) { check.forEachText(checkSecrecy); }

} // namespace

} // namespace nianbao
