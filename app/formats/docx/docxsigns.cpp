// SPDX-License-Identifier: MulanPSL-2.0
#include "docxsigns.h"

namespace nianbao {

namespace {

struct Sign {
    const char *font; // how its name begins
    char16_t code;
    char16_t character;
};

constexpr Sign kSigns[] = {
    {"Wingdings 2", 0x50, u'✓'},
    {"Wingdings 2", 0x52, u'☑'},
    {"Wingdings 2", 0x54, u'☒'},
    {"Wingdings 2", 0x2A, u'☐'},
    {"Wingdings 2", 0xA3, u'□'},
    {"Wingdings 2", 0x97, u'●'},
    {"Wingdings", 0x6C, u'●'},
    {"Wingdings", 0x6E, u'■'},
    {"Wingdings", 0x6F, u'□'},
    {"Wingdings", 0x71, u'❑'},
    {"Wingdings", 0x75, u'◆'},
    {"Wingdings", 0x76, u'❖'},
    {"Wingdings", 0x9F, u'•'},
    {"Wingdings", 0xA7, u'▪'},
    {"Wingdings", 0xA8, u'□'},
    {"Wingdings", 0xD8, u'➢'},
    {"Wingdings", 0xE0, u'→'},
    {"Wingdings", 0xFB, u'✗'},
    {"Wingdings", 0xFC, u'✓'},
    {"Wingdings", 0xFD, u'☒'},
    {"Wingdings", 0xFE, u'☑'},
    {"Symbol", 0xB0, u'°'},
    {"Symbol", 0xB1, u'±'},
    {"Symbol", 0xB4, u'×'},
    {"Symbol", 0xB7, u'•'},
    {"Symbol", 0xB8, u'÷'},
    {"Symbol", 0xA3, u'≤'},
    {"Symbol", 0xB3, u'≥'},
    {"Symbol", 0xB9, u'≠'},
};

} // namespace

QString docxSign(const QString &font, const QString &code)
{
    bool isNumber = false;
    const uint at = code.toUInt(&isNumber, 16);
    if (!isNumber || at < 0x20 || at > 0xFFFF)
        return {};
    const bool isPrivate = at >= 0xE000 && at <= 0xF8FF;
    const bool isOfPictures = font.startsWith(u"Wingdings") || font == u"Symbol" || font == u"Webdings";
    if (!isPrivate && !isOfPictures)
        return QChar::isSurrogate(at) ? QString() : QString(QChar(char16_t(at)));
    const uint low = at & 0xFF; // F0A8 and A8 are the same
    for (const Sign &sign : kSigns) {
        if (sign.code == low && font.compare(QLatin1String(sign.font), Qt::CaseInsensitive) == 0)
            return QString(QChar(sign.character));
    }
    return {};
}

} // namespace nianbao
