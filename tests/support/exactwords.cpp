// SPDX-License-Identifier: MulanPSL-2.0
#include "exactwords.h"

#include "testreports.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace nianbao::test {

bool isSaidExactly(const QString &file, const QString &words)
{
    const QByteArray json = readFile(QStringLiteral(TEST_DATA_DIR "/words/%1.json").arg(file));
    const QString row
        = QLatin1String(QTest::currentTestFunction()) + u'/' + QString::fromUtf8(QTest::currentDataTag());
    const QString expected = QJsonDocument::fromJson(json).object()[row].toString();
    if (words == expected)
        return true;
    qWarning("%s of %s.json\n  said:     %s\n  expected: %s", qPrintable(row), qPrintable(file),
        qPrintable(words), qPrintable(expected));
    return false;
}

} // namespace nianbao::test
