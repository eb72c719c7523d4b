// SPDX-License-Identifier: MulanPSL-2.0
// Writes syllables.txt: one line a syllable of pinyin without tones, behind it the characters that are read
// so (namesearch.h). From ICU's transliteration, which takes a tenth of a second to be made ready: too long
// for the first key of a search. Run for another Unicode: ninja make_syllables && bin/make_syllables
// syllables.txt
#include "writewhole.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

using namespace nianbao;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> pinyin(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (argc != 2 || U_FAILURE(status)) {
        std::fprintf(stderr, "usage: make_syllables FILE\n");
        return 2;
    }
    std::map<QByteArray, QByteArray> characters;
    for (char16_t code = 0x2E80; code < 0xFB00; ++code) {
        const QChar character(code);
        if (character.script() != QChar::Script_Han)
            continue;
        icu::UnicodeString text(code);
        pinyin->transliterate(text);
        const QString syllable
            = QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length()).trimmed();
        const bool isSpelled = std::all_of(
            syllable.begin(), syllable.end(), [](QChar letter) { return letter >= u'a' && letter <= u'z'; });
        if (isSpelled && !syllable.isEmpty())
            characters[syllable.toUtf8()] += QString(character).toUtf8();
    }
    QByteArray lines;
    for (const auto &[syllable, all] : characters)
        lines += syllable + ' ' + all + '\n';
    return writeWhole(QString::fromLocal8Bit(argv[1]), lines) ? 0 : 2;
}
