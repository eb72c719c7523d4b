// SPDX-License-Identifier: MulanPSL-2.0
// Writes nameless.json: usual words that are no part of a place's name, so that a name may begin behind them
// (reading/namesintext.h). From the dictionary of jieba, as Debian's python3-jieba has it: verbs and the like
// that are usual, nouns that are very usual and do not end like a name. Run for another dictionary:
// ninja make_nameless && bin/make_nameless /usr/lib/python3/dist-packages/jieba/dict.txt nameless.json
#include "writewhole.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace nianbao;

namespace {

constexpr qsizetype kLineLength = 96; // of the file; holds whole words of 2, 3 and 4 characters

/// 山, 河, 桥: a noun that ends so may be a name.
const QString kEndsOfNames = QStringLiteral(
    "门台山河桥林泉石岭湾坪溪江湖沟塘营庄堡店铺坝坡岗屯寨峰洞井口浦港渡关庙楼塔田坑沙洲滩城川谷水海阳原头家里"
    "乡镇街村亭寺陂墩圩埠堤池潭湫峪塬集东西南北");

bool isUsual(const QString &word, qint64 times, const QString &tag)
{
    const bool isShort = word.size() == 2;
    switch (tag[0].unicode()) {
    case u'n': // ns, nr, nz, nt: names
        return (tag == u"n" || tag == u"nl") && times >= (isShort ? 300 : 400)
            && !kEndsOfNames.contains(word.back());
    case u'v': return times >= (isShort ? 30 : 150);
    case u's': // 城东
    case u'g':
    case u'e':
    case u'x': return false;
    default: return times >= (isShort ? 100 : 150);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile file(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (argc != 3 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: make_nameless DICTIONARY FILE\n");
        return 2;
    }
    std::map<qsizetype, QStringList> byLength;
    QTextStream stream(&file);
    for (QString line; stream.readLineInto(&line);) { // "word times tag"
        const QStringList parts = line.split(u' ');
        const bool isWord = parts.size() == 3 && parts[0].size() >= 2 && parts[0].size() <= 4
            && std::all_of(parts[0].begin(), parts[0].end(),
                [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
        if (isWord && isUsual(parts[0], parts[1].toLongLong(), parts[2]))
            byLength[parts[0].size()].append(parts[0]);
    }
    QJsonObject words;
    for (auto &[length, list] : byLength) {
        std::sort(list.begin(), list.end());
        QJsonArray lines;
        const QString all = list.join(QString());
        for (qsizetype at = 0; at < all.size(); at += kLineLength)
            lines.append(all.mid(at, kLineLength));
        words.insert(QString::number(length), lines);
    }
    const QJsonObject json{
        {QStringLiteral("source"), QStringLiteral("jieba 0.42.1, dict.txt; MIT licence, licences/jieba.txt")},
        {QStringLiteral("words"), words}};
    if (const auto written
        = writeWhole(QString::fromLocal8Bit(argv[2]), QJsonDocument(json).toJson(QJsonDocument::Indented));
        !written)
        qFatal("%s", qPrintable(written.error().where));
    return 0;
}
