// SPDX-License-Identifier: MulanPSL-2.0
// Writes wordlist.json: the words by which texts are cut (language/wordlist.h), with how rare each is. From
// the dictionary of jieba, as Debian's python3-jieba has it, and from what our own forms and samples say.
// Run when those say new things: ninja make_wordlist && bin/make_wordlist
// /usr/lib/python3/dist-packages/jieba/dict.txt ../../resources wordlist.json
#include "writewhole.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

using namespace nianbao;

namespace {

constexpr qint64 kUsual = 60; // times that the dictionary met a word: rarer ones are left out
constexpr qint64 kOwn = 3; // but not such as our own texts use
constexpr qint64 kUsualCharacter = 500; // standing alone
constexpr qsizetype kLongest = 4;
constexpr qsizetype kLineLength = 100;
constexpr int kStep = 2; // of costs: a word of cost 10 is four times as usual as one of cost 12

struct Entry {
    qint64 times = 0;
    bool isName = false; // of a person
};
using Dictionary = QHash<QString, Entry>;

bool isHanzi(QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; }

/// "word times tag", one a line
Dictionary readDictionary(QFile &file)
{
    Dictionary dictionary;
    QTextStream stream(&file);
    for (QString line; stream.readLineInto(&line);) {
        const QStringList parts = line.split(u' ');
        if (parts.size() == 3 && parts[0].size() <= kLongest
            && std::all_of(parts[0].begin(), parts[0].end(), isHanzi))
            dictionary.insert(parts[0], {parts[1].toLongLong(), parts[2].startsWith(QStringLiteral("nr"))});
    }
    return dictionary;
}

void collectStrings(const QJsonValue &value, QStringList &strings)
{
    if (value.isString())
        strings.append(value.toString());
    for (const auto &item : value.toArray())
        collectStrings(item, strings);
    const QJsonObject object = value.toObject();
    for (const auto &item : object)
        collectStrings(item, strings);
}

/// What forms and samples say, cut into the words that are likeliest beside each other.
QSet<QString> ownWords(const QDir &resources, const Dictionary &dictionary, double total)
{
    QStringList texts;
    for (const char *folder : {"forms", "samples"}) {
        const QDir files(resources.filePath(QLatin1String(folder)));
        for (const QString &name : files.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QFile file(files.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                collectStrings(QJsonDocument::fromJson(file.readAll()).object(), texts);
        }
    }
    QSet<QString> words;
    for (const QString &text : std::as_const(texts)) {
        std::vector<double> cost(size_t(text.size()) + 1, 0);
        std::vector<qsizetype> length(cost.size(), 1);
        for (qsizetype end = 1; end <= text.size(); ++end) {
            cost[size_t(end)] = 1e9;
            for (qsizetype l = 1; l <= std::min(kLongest, end); ++l) {
                const qint64 times = dictionary.value(text.mid(end - l, l)).times;
                if (l > 1 && times == 0)
                    continue;
                const double here
                    = cost[size_t(end - l)] - std::log2(double(std::max<qint64>(times, 1)) / total);
                if (here < cost[size_t(end)]) {
                    cost[size_t(end)] = here;
                    length[size_t(end)] = l;
                }
            }
        }
        for (qsizetype end = text.size(); end > 0; end -= length[size_t(end)])
            words.insert(text.mid(end - length[size_t(end)], length[size_t(end)]));
    }
    return words;
}

QJsonArray inLines(QStringList words)
{
    std::sort(words.begin(), words.end());
    QJsonArray lines;
    QString line;
    for (const QString &word : std::as_const(words)) {
        if (line.size() + 1 + word.size() > kLineLength) {
            lines.append(line);
            line.clear();
        }
        line += line.isEmpty() ? word : u' ' + word;
    }
    lines.append(line);
    return lines;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile file(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (argc != 4 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: make_wordlist DICTIONARY RESOURCES FILE\n");
        return 2;
    }
    const Dictionary dictionary = readDictionary(file);
    double total = 0;
    for (const Entry &entry : dictionary)
        total += double(entry.times);
    const QSet<QString> own = ownWords(QDir(QString::fromLocal8Bit(argv[2])), dictionary, total);
    std::map<int, QStringList> byCost;
    for (const auto &[word, entry] : dictionary.asKeyValueRange()) {
        const bool isTwice = word.size() == 2 && word[0] == word[1]; // told by words.json
        const qint64 least = word.size() == 1 ? kUsualCharacter : own.contains(word) ? kOwn : kUsual;
        if (entry.times >= least && !entry.isName && !isTwice)
            byCost[int(std::lround(-std::log2(double(entry.times) / total) / kStep)) * kStep].append(word);
    }
    QJsonObject words;
    for (const auto &[cost, list] : byCost)
        words.insert(QStringLiteral("%1").arg(cost, 2, 10, QLatin1Char('0')), inLines(list));
    const QJsonObject root{
        {QStringLiteral("about"),
            QStringLiteral(
                "Words of up to four characters by how rare they are: minus the logarithm to the base "
                "of two of their share. Made by makewordlist.cpp from the dictionary of jieba 0.42.1 "
                "(Copyright 2012-2017 Sun Junyi, licence: resources/licences/jieba.txt, Expat), the "
                "words that are usual, and those that our forms and samples use.")},
        {QStringLiteral("words"), words}};
    return writeWhole(QString::fromLocal8Bit(argv[3]), QJsonDocument(root).toJson()) ? 0 : 2;
}
