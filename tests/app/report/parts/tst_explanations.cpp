// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"

using namespace nianbao;
using namespace nianbao::test;

class ExplanationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        addStepColumns();
        using E = ErrorCode;
        const QString key = QStringLiteral("TITLE|title|x");
        const RuleId rule(QStringLiteral("DUP"));
        const QString tooLong = letters(bounds::kLine + 1);
        stepRow("an explanation",
            SetExplanation{key,
                Explanation{QStringLiteral("惯例"), QStringLiteral("1|2"), QStringLiteral("张三"),
                    QStringLiteral("2022-01-20T08:00:00")}});
        stepRow("a hint put aside", SetExplanation{key, Explanation{}});
        stepRow("a long explanation", SetExplanation{key, Explanation{tooLong, {}, {}, {}}}, E::TooLong,
            "explanations");
        stepRow("a long name of who explains", SetExplanation{key, Explanation{{}, {}, tooLong, {}}},
            E::TooLong, "explanations");
        stepRow("a rule off", SetRuleOff{rule, QStringLiteral("地名")});
        stepRow("a long reason", SetRuleOff{rule, tooLong}, E::TooLong, "DUP");
        stepRow("no name of a rule", SetRuleOff{RuleId(QStringLiteral("dup")), QStringLiteral("x")},
            E::NoSuchPlace, "dup");
    }
    void steps() { tryStep(); }

    void aRuleOfAnotherVersionStaysOff()
    {
        Report report = filledReport();
        const RuleId rule(QStringLiteral("OF-NEXT-YEAR-2"));
        QVERIFY(report.apply({{}, {SetRuleOff{rule, QStringLiteral("x")}}}));
        QCOMPARE(report.rulesOff().value(rule), QStringLiteral("x"));
    }
};

QTEST_GUILESS_MAIN(ExplanationsTest)
#include "tst_explanations.moc"
