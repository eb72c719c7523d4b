// SPDX-License-Identifier: MulanPSL-2.0
#include "usualwords.h"

#include "jsonreader.h"

#include <QFile>

namespace nianbao {

UsualWords::UsualWords()
{
    QFile file(QStringLiteral(":/rules/nameless.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the usual words are missing");
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const auto words = JsonCursor::parse(file.readAll(), fault)["words"];
    for (const QString &length : words.keys()) {
        const auto size = size_t(length.toInt());
        for (const auto &line : words.member(length).items())
            m_ofLength.at(size) += line.verbatim();
    }
}

const UsualWords &UsualWords::shipped()
{
    static const UsualWords words;
    return words;
}

bool UsualWords::has(QStringView word) const
{
    const auto length = word.size();
    if (length < 2 || length > kLongest)
        return false;
    const QString &all = m_ofLength[size_t(length)];
    qsizetype from = 0;
    qsizetype to = all.size() / length;
    while (from < to) {
        const qsizetype middle = (from + to) / 2;
        const int order = QStringView(all).mid(middle * length, length).compare(word);
        if (order == 0)
            return true;
        (order < 0 ? from : to) = order < 0 ? middle + 1 : middle;
    }
    return false;
}

} // namespace nianbao
