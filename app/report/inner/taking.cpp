// SPDX-License-Identifier: MulanPSL-2.0
#include "taking.h"

namespace nianbao {

void Taking::checkSize(qsizetype size, qsizetype bound, qsizetype before, const QString &where)
{
    if (!restores && size > bound && size > before)
        refuse({ErrorCode::TooLong, where, QString::number(bound)});
}

void Taking::checkNumber(qsizetype number, qsizetype bound, qsizetype before, const QString &where)
{
    if (!restores && number > bound && number > before)
        refuse({ErrorCode::TooMany, where, QString::number(bound)});
}

void Taking::checkText(const QString &text, const QString &before, const QString &where)
{
    checkSize(text.size(), bounds::kText, before.size(), where);
    checkNumber(text.count(u'\n') + 1, bounds::kParagraphs, before.count(u'\n') + 1, where);
}

} // namespace nianbao
