// SPDX-License-Identifier: MulanPSL-2.0
#include "statementchecks.h"

#include "inspection.h"
#include "patterns.h"
#include "sumchecks.h"
#include "targets.h"

#include <algorithm>

namespace nianbao {

namespace {
void findStatements(Inspection &check);
} // namespace

const Rule kTxtReceived{"TXT-RECEIVED", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtDone{"TXT-DONE", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtOutcome{"TXT-OUTCOME", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtPercent{"TXT-PERCENT", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtDisputes{"TXT-DISPUTES", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtNormative{"TXT-NORMATIVE", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtSum{"TXT-SUM", Level::Explain, RuleGroup::Texts, findStatements};

namespace {

/// The figures of one text against the tables.
class Statements {
public:
    Statements(Inspection &check, const CheckedText &text)
        : m_check(check), m_report(check.report), m_text(text), m_reader(check.report, text)
    { }

    void check(const QList<Mention> &mentions)
    {
        QList<std::optional<Target>> targets;
        for (const Mention &mention : mentions) {
            const auto target = m_reader.next(mention);
            if (target && mention.ours && !mention.live && mention.quantity.exact)
                compare(mention, *target);
            if (mention.quantity.isPercent() && mention.previous >= 0 && targets[mention.previous])
                checkShare(mention, mentions[mention.previous], *targets[mention.previous]);
            targets.append(target && mention.ours ? target : std::nullopt);
        }
    }

private:
    void compare(const Mention &mention, const Target &target)
    {
        const Amount stated = mention.quantity.value;
        for (const Reading &reading : target.readings) {
            if (reading.value == stated)
                return;
        }
        if (target.isPart) {
            const bool tooMany = std::all_of(target.readings.begin(), target.readings.end(),
                [&](const Reading &reading) { return stated > reading.value; });
            if (!tooMany)
                return;
        }
        QList<Phrase> tried;
        for (const Reading &reading : target.readings)
            tried.append(Phrase::joined({reading.words, reading.value.toString()}, QStringLiteral(" ")));
        const Reading &nearest = target.readings.first();
        const Amount difference = stated > nearest.value ? stated - nearest.value : nearest.value - stated;
        const QString table = m_report.spec().table(nearest.cells.first().table())->name;
        Phrase message
            = Phrase({"The text says %1 %2; %3 says: %4; difference %5.", "正文写%1 %2，%3为：%4；差 %5。"},
                target.what, stated.toString(), table, Phrase::joined(tried, QStringLiteral("；")),
                difference.toString());
        if (target.pending && !target.pending->isZero() && nearest.value - *target.pending == stated)
            message += Phrase({" %1 is the number of those decided: %2 in all − %3 pending.",
                                  "%1 是已审结的件数：总计 %2 − 尚未审结 %3。"},
                stated.toString(), nearest.value.toString(), target.pending->toString());
        Finding &finding = m_check.addAt(*target.rule, m_text, mention.quantity.start,
            mention.quantity.length, Phrase({"Text and table disagree", "正文与表格不符"}), message);
        finding.left = stated.toString();
        finding.right = nearest.value.toString();
        finding.cells = nearest.cells;
        finding.binding = nearest.binding;
        finding.numberStart = m_text.shown.toStored(mention.quantity.start);
        finding.numberLength = m_text.shown.toStored(mention.quantity.start + mention.quantity.digits - 1) + 1
            - finding.numberStart;
    }

    /// Whether the printed percentage is part ÷ whole within one unit of its last digit.
    static bool isShare(const Quantity &printed, Amount part, Amount whole)
    {
        if (!whole.isPositive())
            return true;
        qint64 unit = 1'000'000;
        for (int i = 0; i < printed.decimals; ++i)
            unit /= 10;
        const Amount exact = Amount::ratio(part, whole, 100);
        return (exact - printed.value).absolute() <= Amount::fromMicros(unit);
    }

    void checkShare(const Mention &percent, const Mention &figure, const Target &target)
    {
        const QString words
            = m_text.bare.mid(figure.quantity.end(), percent.quantity.start - figure.quantity.end());
        if (!target.hasShare || !figure.quantity.exact || !percent.quantity.exact || !percent.ours
            || percent.live || !has(words, "^[^。；]{0,4}占[^。；，]{0,14}$|占比[^。；，]{0,4}$"))
            return;
        Target wholes;
        m_reader.addDone(wholes);
        if (target.ofApplicants || has(words, "占(?:收到|受理|新收|全部申请|申请)"))
            m_reader.addReceived(wholes);
        if (wholes.readings.isEmpty() || has(words, "同类|该类|不予|约|近|超|不足|左右"))
            return;
        for (const Reading &whole : wholes.readings) {
            if (isShare(percent.quantity, figure.quantity.value, whole.value))
                return;
        }
        const Amount part = figure.quantity.value;
        const Amount whole = wholes.readings.first().value;
        const auto hundredths = [](Amount a, Amount b) { return Amount::ratio(a, b, 100).toFixed(2); };
        const QString right = hundredths(part, whole);
        Phrase message = Phrase({"The text says %1 is %2%; %1 ÷ %3 (requests done) is %4%.",
                                    "正文写 %1 件占 %2%，而 %1 ÷ 办结 %3 = %4%。"},
            part.toString(), percent.quantity.value.toString(), whole.toString(), right);
        if (const Amount table = target.readings.first().value; table != part)
            message += Phrase({" By the table it is %1 ÷ %2 = %3%.", "按表是 %1 ÷ %2 = %3%。"},
                table.toString(), whole.toString(), hundredths(table, whole));
        Finding &finding = m_check.addAt(kTxtPercent, m_text, percent.quantity.start, percent.quantity.length,
            Phrase({"The share is wrong", "占比不对"}), message);
        finding.left = percent.quantity.value.toString() + u'%';
        finding.right = right + u'%';
        finding.cells = target.readings.first().cells;
        finding.binding
            = QStringLiteral("percent(%1, requests.total.total)").arg(target.readings.first().binding);
        finding.numberStart = finding.place.start();
        finding.numberLength = finding.place.length();
    }

    Inspection &m_check;
    const Report &m_report;
    const CheckedText &m_text;
    TargetReader m_reader;
};

void findStatements(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts)) {
        const QList<Mention> mentions = readMentions(check.report, text);
        Statements(check, text).check(mentions);
        checkSums(check, text, mentions);
    }
    checkRegister(check);
}

} // namespace

} // namespace nianbao
