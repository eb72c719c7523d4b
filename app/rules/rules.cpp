// SPDX-License-Identifier: MulanPSL-2.0
#include "rules.h"

#include "jsonreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckRules)
};

QList<CheckRule> catalogue()
{
    const QString tables = Words::tr("Tables");
    const QString texts = Words::tr("Text against tables");
    const QString form = Words::tr("Form and content");
    const QString language = Words::tr("Language, privacy, originality");
    QList<CheckRule> list;
    const auto add = [&](const QString &group, const char *id, Level level, const QString &title,
                         const QString &text, const char *example) {
        list.append({RuleId(QLatin1String(id)), level, group, title, text, QString::fromUtf8(example)});
    };
    constexpr auto kError = Level::Error;
    constexpr auto kExplain = Level::Explain;
    constexpr auto kHint = Level::Hint;

    add(tables, "CELL-BLANK", kError, Words::tr("Blank cells"),
        Words::tr("Every statutory cell has a figure; where there was nothing it is 0."),
        "表三：“上年结转 · 其他”空着");
    add(tables, "REQ-ROW", kError, Words::tr("Total of a row"),
        Words::tr("A row's total is the sum of its six kinds of applicants."), "12 + 1 ≠ 14");
    add(tables, "REQ-SUM", kError, Words::tr("Total of a column"),
        Words::tr("The total of outcomes in a column is the sum of all its outcome rows."), "2 ≠ 3");
    add(tables, "REQ-BALANCE", kError, Words::tr("Balance of requests"),
        Words::tr("In each column: new + carried over from last year = done + carried over to next year."),
        "新收 12 + 上年结转 3 = 15，办结 14 + 结转下年 0 = 14，差 1");
    add(tables, "DIS-SUM", kError, Words::tr("Total of disputes"),
        Words::tr("Upheld + corrected + other results + pending = total, in each of the three groups."),
        "维持 10 + 纠正 1 ≠ 总计 0");
    add(tables, "FORM-OLD", kExplain, Words::tr("Old layout of the tables"),
        Words::tr("Reports from 2021 on stand in the form of 2021 (国办公开办函〔2021〕30号)."),
        "2023年的报告，“（六）其他处理”只有一行");
    add(tables, "CARRY-IN", kExplain, Words::tr("Carried over from last year"),
        Words::tr("What is carried in equals what last year's report carried out, in each column."),
        "今年“上年结转”103，去年“结转下年”77");
    add(tables, "IN-FORCE", kExplain, Words::tr("Documents in force"),
        Words::tr("In force = last year's in force + issued − repealed."), "597 + 50 − 227 = 420，写成 421");
    add(tables, "NO-POWER", kExplain, Words::tr("Regulations of a town or street"),
        Words::tr("A town or street cannot issue regulations (规章); its figures there are 0."),
        "镇的“规章”写 3");
    add(tables, "JUMP", kExplain, Words::tr("A figure jumped"),
        Words::tr("A figure changed against last year by more than half and by more than 5."), "66 → 372");

    add(texts, "TXT-RECEIVED", kExplain, Words::tr("Requests received"),
        Words::tr(
            "The requests received as the text counts them equal table three: the new ones, or with those "
            "carried in. Also for each kind of applicant."),
        "正文“收到申请 25 件”，表三新收 21");
    add(texts, "TXT-DONE", kExplain, Words::tr("Requests done and carried over"),
        Words::tr("Requests answered equal the total of outcomes; those carried over equal the table's."),
        "正文“答复 800 件”，表三办结 805");
    add(texts, "TXT-OUTCOME", kExplain, Words::tr("Outcomes of requests"),
        Words::tr("Each outcome the text counts equals the sum of its rows in table three."),
        "正文“无法提供 265 件”，表三 337");
    add(texts, "TXT-PERCENT", kExplain, Words::tr("A share"),
        Words::tr(
            "A percentage beside such a figure equals the figure divided by the requests done, within one "
            "unit of its last digit."),
        "258 件“占 33.9%”，258 ÷ 805 = 32.05%");
    add(texts, "TXT-DISPUTES", kExplain, Words::tr("Reconsideration and litigation"),
        Words::tr("Reconsiderations and lawsuits the text counts equal table four."),
        "正文“复议 134 件”，表四 170（其中尚未审结 36）");
    add(texts, "TXT-NORMATIVE", kExplain, Words::tr("Normative documents"),
        Words::tr("Normative documents the text counts agree with table two."),
        "正文“规范性文件 1 条”，表二 0");
    add(texts, "TXT-NONE", kExplain, Words::tr("None, all, and the table"),
        Words::tr("“None received”, “no dispute”, “all upheld”, “all done” agree with the figures; "
                  "statements about "
                  "the processing fee agree with each other."),
        "正文“未收到申请”，表三新收 3");
    add(texts, "TXT-SUM", kExplain, Words::tr("Parts and their total"),
        Words::tr("Parts that a sentence lists add up to their total; channels and categories agree with the "
                  "register."),
        "“共 105 条，包括 1 条、7 条……”加起来是 104");

    add(form, "NAME-EMPTY", kError, Words::tr("The body's name"),
        Words::tr("The body that reports has its full name."), "单位信息里“全称”空着");
    add(form, "SEC-EMPTY", kError, Words::tr("An empty section"),
        Words::tr("Each of the six sections has content."), "“五、”没有一个字");
    add(form, "SEC-COVER", kExplain, Words::tr("Something is left out"),
        Words::tr("The overview speaks of all five aspects; a people's government also of assessment, public "
                  "review and accountability."),
        "总体情况没有写责任追究结果");
    add(form, "SEC-FEE", kExplain, Words::tr("Processing fee"),
        Words::tr("Section six says what processing fee was charged; none is also an answer."),
        "第六部分没有提信息处理费");
    add(form, "SEC-LENGTH", kHint, Words::tr("Length"),
        Words::tr("The overview has at most 1,000 characters; section five at least 100, with a number or a "
                  "measure."),
        "总体情况 3370 字");
    add(form, "SEC-NUMBERING", kHint, Words::tr("Numbering by hand"),
        Words::tr("Numbers typed by hand do not skip or repeat."), "（一）（二）（六）");
    add(form, "TITLE", kHint, Words::tr("Title"),
        Words::tr("The title is <body><year>年政府信息公开工作年度报告."), "漏“工作”二字");
    add(form, "DATE", kExplain, Words::tr("Date"),
        Words::tr("A stated date is one of the calendar, in the first half of the year after the report's."),
        "2025年度报告落款“2025-02-30”");
    add(form, "PERIOD", kExplain, Words::tr("Period"),
        Words::tr("A stated period is 1 January to 31 December of the report's year."), "“12月31止”");
    add(form, "YEAR", kExplain, Words::tr("Another year"),
        Words::tr(
            "A year in the text is the report's, the next one's in a plan, part of a document's name or "
            "number, or a stated comparison."),
        "2023年的报告里留着“2022年，我镇……”");
    add(form, "TEMPLATE", kExplain, Words::tr("Left over from a template"),
        Words::tr("Nothing of the template is left, and every live figure has a value."),
        "XX镇、（文字描述）");
    add(form, "CITE", kExplain, Words::tr("A document's name"),
        Words::tr("Documents are cited by their right and present name and number."),
        "《政府信息公开处理费管理办法》少“信息”二字");

    add(language, "DUP", kHint, Words::tr("Said twice"),
        Words::tr("No character or word is doubled by mistake."), "张村镇镇、遵循遵循、的的");
    add(language, "GAP", kHint, Words::tr("A word is lost"),
        Words::tr("The short name of the body or a word of a date was not lost."), "“我年度”、“12月31止”");
    add(language, "PAIR", kHint, Words::tr("Punctuation"),
        Words::tr("Quotation marks and brackets come in pairs; marks are full-width, dashes of one kind."),
        "《条例》“");
    add(language, "GLYPH", kExplain, Words::tr("A character that cannot be printed"),
        Words::tr(
            "Every character can be seen and printed in the fonts of the usual set-up, the same on every "
            "computer; in the name of a person or body another one is an error."),
        "正文里的表情符号“😀”，姓名里的私用区字符");
    add(language, "OTHER-BODY", kExplain, Words::tr("Another body's name"),
        Words::tr("No name of another town, street, office or account was left in the text."),
        "张村镇的报告里写着“羊亭镇”");
    add(language, "PRIVACY", kError, Words::tr("Personal data"),
        Words::tr(
            "No resident identity number (GB 11643), bank card number (Luhn) or, to be explained, mobile "
            "number stands in the text."),
        "身份证号、银行卡号、手机号");
    add(language, "SECRECY", kError, Words::tr("Secrecy marking"),
        Words::tr("No secrecy marking stands in a report that is to be published."), "机密★1年");
    add(language, "COPY", kExplain, Words::tr("As last year"),
        Words::tr("Less than half of a section is the same as last year's, years and figures set aside."),
        "总体情况 83% 与上年相同");
    return list;
}

QStringList strings(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items())
        list.append(item.string());
    return list;
}

QSet<QString> stringSet(const JsonCursor &json)
{
    const QStringList list = strings(json);
    return {list.begin(), list.end()};
}

/// Words of an aspect that is there already are added to it.
void takeAspects(const JsonCursor &json, QList<RuleWords::Aspect> &aspects)
{
    for (const auto &item : json.items()) {
        const QString name = item["aspect"].string();
        const auto known = std::find_if(aspects.begin(), aspects.end(),
            [&](const RuleWords::Aspect &aspect) { return aspect.name == name; });
        if (known == aspects.end())
            aspects.append({name, strings(item["words"])});
        else
            known->words += strings(item["words"]);
    }
}

/// Limits are replaced, lists grow.
void take(const JsonCursor &root, RuleWords &words)
{
    const auto limits = root["limits"];
    words.overviewCharacters = limits["overview_characters"].integerOr(words.overviewCharacters);
    words.problemsCharacters = limits["problems_characters"].integerOr(words.problemsCharacters);
    words.copyPercent = limits["copy_percent"].integerOr(words.copyPercent);
    words.copyShortest = limits["copy_shortest"].integerOr(words.copyShortest);
    takeAspects(root["cover"], words.cover);
    takeAspects(root["cover_of_governments"], words.coverOfGovernments);
    for (const auto &item : root["citations"].items())
        words.citations.append(
            {item["wrong"].string(), item["right"].string(), item["find"].stringOr(item["wrong"].string()),
                item["why"].string(), item["from_year"].integerOr(0)});
    words.reduplications += stringSet(root["doubles"]["reduplications"]);
    words.doubleWords += stringSet(root["doubles"]["words"]);
    words.doublePairs += stringSet(root["doubles"]["pairs"]);
    words.gapFollowers += root["gap"]["followers"].stringOr({});
    for (const auto &item : root["templates"].items()) {
        if (!QRegularExpression(item.string()).isValid())
            item.fail(Words::tr("“%1” is no regular expression").arg(item.string()));
    }
    words.templates += strings(root["templates"]);
    words.remains = QRegularExpression(QStringLiteral("(?:%1)").arg(words.templates.join(u'|')));
    words.comparison += strings(root["year"]["comparison"]);
    words.plan += strings(root["year"]["plan"]);
    words.standing += strings(root["year"]["standing"]);
    words.partOfName += strings(root["year"]["part_of_name"]);
    words.ordinaryBodies += strings(root["other_body"]["ordinary"]);
    words.wordsBeforeBodies += strings(root["other_body"]["verbs_before"]);
}

RuleWords &words()
{
    static RuleWords shipped = [] {
        QFile file(QStringLiteral(":/rules/words.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the word lists of the rules are missing");
        JsonCursor::Fault fault{ErrorCode::BadJson};
        RuleWords read;
        take(JsonCursor::parse(file.readAll(), fault), read);
        if (fault.first)
            qFatal("the word lists of the rules: %s", qPrintable(fault.first->where));
        return read;
    }();
    return shipped;
}

} // namespace

const QList<CheckRule> &checkRules()
{
    static const QList<CheckRule> list = catalogue();
    return list;
}

const CheckRule *findRule(const RuleId &id)
{
    const auto found = std::find_if(
        checkRules().begin(), checkRules().end(), [&](const CheckRule &r) { return r.id == id; });
    return found == checkRules().end() ? nullptr : &*found;
}

const RuleWords &ruleWords() { return words(); }

Result<> addRuleWords(const QByteArray &json)
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    RuleWords more = words();
    take(JsonCursor::parse(json, fault), more);
    if (fault.first)
        return *fault.first;
    words() = more;
    return {};
}

} // namespace nianbao
