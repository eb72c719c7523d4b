// SPDX-License-Identifier: MulanPSL-2.0
#include "drawntexts.h"

#include "testreports.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace nianbao::test {

namespace {

const QString kData = QStringLiteral(TEST_DATA_DIR);

QStringList split(const char *words) { return QString::fromUtf8(words).split(u' '); }

/// All strings inside, keys left out.
void collect(const QJsonValue &value, QStringList &strings)
{
    if (value.isString()) {
        strings.append(value.toString());
    } else if (value.isArray()) {
        for (const auto &item : value.toArray())
            collect(item, strings);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto &item : object)
            collect(item, strings);
    }
}

QStringList stringsIn(const QString &path)
{
    QStringList strings;
    const auto document = QJsonDocument::fromJson(readFile(path));
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), strings);
    strings.removeDuplicates();
    return strings;
}

QStringList marksAndFigures()
{
    QStringList all = split(
        "， 。 ； ： 、 ！ ？ “ ” 《 》 （ ） ( ) — － - ~ ～ … · . , ; : ! ? % ％ ★ ☆ * □ × X Ｘ _ ＿ 〔 〕 "
        "【 】 ‘ ’ = | / \\ { } {{ }} \" 1 １ 一 九 十 百 千 万 亿 〇 零 两 点 第 约 其中 的 我 年 月 日 镇 "
        "区 市 县");
    all += split("5% 5件 5条 3人次 1,305条 １３０５件 一千三百零五件 1.2万次 33.9% 百分之三 一件 二〇二一年 "
                 "2020年 2021年 1999年 "
                 "12月31日 12月31 1月1日至12月31日 一月一日 111, 111,11 1.1. 1,1 3件至 3—5件 5元 处理费5元 "
                 "-5 5—5 0123-1234567 0631—5757166 "
                 "13800000000 110101199003070011 6222021234567890123 机密★ 秘密 {{a}} "
                 "{{requests.received.total}} {{sum(a, {{}} "
                 "(5件 （5件 5件） （其中5件） （包括5件、3件） 共5件，其中3件、 其中5件 包括5件 "
                 "分别为5件、3件 复议 诉讼 复议、诉讼 未被复议 报告期 "
                 "统计期限 截至 截至12月 今年 去年 上半年 前一季度 本年 我年 我镇 羊亭镇 公众号“张村” "
                 "“羊亭发布”公众号 遵循遵循 紧紧 张村镇镇 "
                 "收到申请5件， 办结3件， 收到政府信息公开申请5件，办结3件。 予以公开5件， 政府网站5条、 "
                 "通过政府网站公开5条， 共公开信息5条，其中、");
    all += QStringList{QStringLiteral("\n"), QStringLiteral(" "), QStringLiteral("\t"), QStringLiteral("　"),
        QStringLiteral("\n "), QStringLiteral("一、\n"), QStringLiteral("（一）\n"), QStringLiteral("1. \n"),
        QStringLiteral("秘密 \n"), QStringLiteral("5 件 "), QStringLiteral("1 "), QStringLiteral("1 1 1 ")};
    return all;
}

} // namespace

QString DrawnText::ofLength(qsizetype characters) const
{
    const auto times = [](const QString &part, qsizetype length) {
        return part.isEmpty() ? QString() : part.repeated(length / part.size() + 1).left(length);
    };
    const qsizetype rest = std::max<qsizetype>(0, characters - head.size());
    const qsizetype half = tail.isEmpty() ? rest : rest / 2;
    return head.left(characters) + times(repeated, half) + times(tail, rest - half);
}

QList<DrawnText> drawnTexts(int extra)
{
    QList<DrawnText> texts;
    const auto add = [&](const QString &repeated, const QString &head = {}, const QString &tail = {}) {
        QString name
            = (head.isEmpty() ? repeated : head + u'…' + repeated) + (tail.isEmpty() ? tail : u'…' + tail);
        name.replace(u'\n', u'⏎').replace(u' ', u'␣').replace(u'\t', u'⇥');
        texts.append({name.left(60), head, repeated, tail});
    };
    const QStringList pieces = marksAndFigures();
    for (const QString &piece : pieces)
        add(piece);
    // nests, and long stretches behind what opens something
    for (const auto &[open, close] :
        {std::pair("（", "）"), std::pair("(", ")"), std::pair("“", "”"), std::pair("《", "》"),
            std::pair("（5件", "5件）"), std::pair("（其中5件、", "3件）"), std::pair("{{", "}}")})
        add(QString::fromUtf8(open), {}, QString::fromUtf8(close));
    for (const char *head : {"报告期", "处理费", "{{sum(", "其中", "共5条，其中", "第", "（", "“", "《", "前",
             "1月1日至", "截至", "1", "一", "秘密"}) {
        for (const char *rest : {"字", "1", "一", "5件", "5%", " ", "—", "，5条", "1, "})
            add(QString::fromUtf8(rest), QString::fromUtf8(head));
    }
    // the rules' own words: short lists one by one, the long one as a text
    const QStringList words = stringsIn(QStringLiteral(SOURCE_DIR "/resources/rules/words.json"));
    add(words.join(QString()));
    add(words.join(QStringLiteral("、")));
    add(words.join(QStringLiteral("5件，")));
    const qsizetype step = std::max<qsizetype>(1, words.size() / 60);
    for (qsizetype i = 0; i<words.size(); i += words[i].size()> 3 ? 1 : step)
        add(words[i]);
    for (const QString &word : stringsIn(QStringLiteral(SOURCE_DIR "/resources/rules/numbers.json"))) {
        if (word.size() <= 4)
            add(QStringLiteral("5") + word);
    }
    QStringList sentences = stringsIn(kData + QStringLiteral("/sentences.json"));
    for (const QString &file : QDir(kData + QStringLiteral("/rules")).entryList({QStringLiteral("*.json")}))
        sentences += stringsIn(kData + QStringLiteral("/rules/") + file);
    for (const QString &sentence : std::as_const(sentences)) {
        if (sentence.size() > 12)
            add(sentence);
    }
    QRandomGenerator random(2026);
    const auto any = [&](const QStringList &list) { return list[random.bounded(int(list.size()))]; };
    for (int i = 0; i < extra; ++i) {
        QString repeated = any(pieces) + any(pieces);
        if (i % 3 == 1)
            repeated += any(words);
        if (i % 3 == 2)
            repeated += any(pieces) + any(pieces);
        add(repeated);
    }
    return texts;
}

Report reportWith(const QString &text)
{
    const SectionId overview(QStringLiteral("overview"));
    const auto count = [](const char *cell, int value) {
        return SetCell{CellId(QLatin1String(cell)), Amount::fromInteger(value)};
    };
    Report report = filledReport();
    Report last = filledReport(QStringLiteral("2021"), 2020);
    Change change;
    change.restores = true; // as long as a file of an older version may hold it
    change.steps = {SetText{overview, 0, text}};
    const auto before = last.apply(change);
    change.steps.append({count("requests.received.individual", 3), count("requests.granted.individual", 2),
        count("requests.carried_out.individual", 1), count("disputes.reconsideration.upheld", 2),
        count("disclosure.normative.issued", 4),
        SetFact{QLatin1String(fact::kNames), QStringLiteral("柳林发布")},
        SetChannels{{{QStringLiteral("政府网站"), 7, {{QStringLiteral("人事任免"), 7}}},
            {QStringLiteral("“柳林发布”公众号"), 9, {}}}},
        SetPrior{std::make_shared<const Report>(last)}});
    const auto done = report.apply(change);
    if (!before || !done)
        qFatal("the drawn text cannot be put into a report");
    return report;
}

} // namespace nianbao::test
