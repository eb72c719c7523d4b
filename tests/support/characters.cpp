// SPDX-License-Identifier: MulanPSL-2.0
#include "characters.h"

#include <QProcess>

namespace nianbao::test {

QString gb2312Hanzi()
{
    QByteArray bytes;
    for (int row = 16; row <= 87; ++row) {
        for (int cell = 1; cell <= (row == 55 ? 89 : 94); ++cell) {
            bytes += char(0xA0 + row);
            bytes += char(0xA0 + cell);
        }
    }
    QProcess iconv;
    iconv.start(QStringLiteral("iconv"),
        {QStringLiteral("-f"), QStringLiteral("GB2312"), QStringLiteral("-t"), QStringLiteral("UTF-8")});
    iconv.write(bytes);
    iconv.closeWriteChannel();
    iconv.waitForFinished();
    const QString hanzi = QString::fromUtf8(iconv.readAllStandardOutput());
    if (hanzi.size() != 6763)
        qFatal("iconv knows %d hanzi", int(hanzi.size()));
    return hanzi;
}

QString marks()
{
    return QStringLiteral("，。、；：？！…—～·“”‘’（）〔〕【】《》〈〉「」『』％‰℃／＋－×÷＝０１２３４５"
                          "６７８９ＡＢａｂ0123456789ABCXYZabcxyz%/.,-()");
}

QString rareHanzi() { return QStringLiteral("𠮷镕喆堃昇祎璟玥犇垚翀"); }

} // namespace nianbao::test
