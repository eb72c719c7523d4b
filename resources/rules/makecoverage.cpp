// SPDX-License-Identifier: MulanPSL-2.0
// Writes coverage.json: which characters the fonts of the default set-up (app/setup.sh) can print in each
// role of resources/style/page.json. The rule GLYPH judges by that list, so that it says the same on every
// computer. Run after another set-up: ninja make_coverage && bin/make_coverage
// ../../resources/rules/coverage.json
#include "pagestyle.h"
#include "writewhole.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <hb-ot.h>

using namespace nianbao;

namespace {

constexpr char32_t kLast = 0x10FFFF;
constexpr qsizetype kLineLength = 110; // of the file

/// Each role's chain without the fonts that an office may have and the set-up does not install.
QList<FontChain> defaultChains()
{
    const QStringList installed{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("AR PL UKai CN"), QStringLiteral("FandolFang")};
    QList<FontChain> chains = pageStyle().fonts;
    for (FontChain &chain : chains)
        chain.choices.removeIf(
            [&](const FontChain::Choice &choice) { return !installed.contains(choice.family); });
    return chains;
}

QString version(const FontFace &face)
{
    char words[256] = {};
    unsigned size = sizeof words;
    hb_ot_name_get_utf8(
        face.face(), HB_OT_NAME_ID_VERSION_STRING, hb_language_from_string("en", -1), &size, words);
    return QString::fromUtf8(words, qsizetype(size));
}

/// "20-7E A0 …", hexadecimal: what any of the faces has.
QJsonArray charactersOf(const FontSet &fonts)
{
    QJsonArray lines;
    QString line;
    const auto has = [&](char32_t c) {
        for (int i = 0; i < fonts.faces(); ++i) {
            if (fonts.face(i).glyph(c))
                return true;
        }
        return false;
    };
    const auto hex = [](char32_t c) { return QString::number(c, 16).toUpper(); };
    for (char32_t c = 0x20; c <= kLast; ++c) {
        if (!has(c))
            continue;
        const char32_t first = c;
        while (c < kLast && has(c + 1))
            ++c;
        const QString range = first == c ? hex(first) : hex(first) + u'-' + hex(c);
        if (line.size() + 1 + range.size() > kLineLength) {
            lines.append(line);
            line.clear();
        }
        line += line.isEmpty() ? range : u' ' + range;
    }
    lines.append(line);
    return lines;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto fonts = FontSet::load(defaultChains());
    if (argc != 2 || !fonts || !(*fonts)->standIns().isEmpty()) {
        std::fprintf(stderr, "usage: make_coverage FILE; the fonts of app/setup.sh must be installed\n");
        return 2;
    }
    QJsonArray faces;
    for (int i = 0; i < (*fonts)->faces(); ++i) {
        const FontFace &face = (*fonts)->face(i);
        faces.append(QJsonObject{{QStringLiteral("font"), QString::fromLatin1(face.postScriptName())},
            {QStringLiteral("version"), version(face)}});
    }
    QJsonObject roles;
    for (const char *role : {"title", "body", "heading1", "heading2", "table"})
        roles.insert(QLatin1String(role), 0); // each falls back to every face there is: one list
    const QJsonObject root{
        {QStringLiteral("about"),
            QStringLiteral("made by makecoverage.cpp from the fonts that app/setup.sh installs")},
        {QStringLiteral("faces"), faces}, {QStringLiteral("roles"), roles},
        {QStringLiteral("characters"), QJsonArray{charactersOf(**fonts)}}};
    return writeWhole(QString::fromLocal8Bit(argv[1]), QJsonDocument(root).toJson()) ? 0 : 2;
}
