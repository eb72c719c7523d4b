// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"

using namespace nianbao;
using namespace nianbao::test;

class FactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        addStepColumns();
        using E = ErrorCode;
        const auto fact = [](const char *key, const QString &value) {
            return SetFact{QLatin1String(key), value};
        };
        stepRow("a fact", fact(fact::kPhone, QStringLiteral("0631-5757166")));
        stepRow("own names", fact(fact::kNames, QStringLiteral("张村镇\n张村")));
        stepRow("a note under a table", fact("table_notes.requests", QStringLiteral("注")));
        stepRow("a note under no table", fact("table_notes.cats", {}), E::UnknownFact, "table_notes.cats");
        stepRow("an unknown fact", fact("organisation.dog", QStringLiteral("x")), E::UnknownFact,
            "organisation.dog");
        stepRow("a long introduction", fact(fact::kIntroduction, letters(bounds::kText + 1)), E::TooLong,
            "introduction");
        stepRow("an introduction of many lines", fact(fact::kIntroduction, letters(bounds::kLine + 1)));
        stepRow(
            "a long name", fact(fact::kName, letters(bounds::kLine + 1)), E::TooLong, "organisation.name");
        stepRow("a name of a million characters", fact(fact::kName, letters(1'000'000)), E::TooLong,
            "organisation.name");
        stepRow("many own names", fact(fact::kNames, letters(bounds::kNames + 1)), E::TooLong,
            "organisation.names");
        stepRow("a long title", fact(fact::kTitle, letters(bounds::kLine + 1)), E::TooLong, "title");
        stepRow("a long note under a table", fact("table_notes.requests", letters(bounds::kText + 1)),
            E::TooLong, "table_notes.requests");
        stepRow("a date", fact(fact::kDate, QStringLiteral("2022-02-28")));
        stepRow("no date", fact(fact::kDate, QStringLiteral("2025-02-30")), E::BadDate, "date");
        stepRow(
            "a date with words behind", fact(fact::kDate, QStringLiteral("2025-02-01x")), E::BadDate, "date");
        stepRow(
            "a date in another shape", fact(fact::kDate, QStringLiteral("2025/02/01")), E::BadDate, "date");
        stepRow("an empty date", fact(fact::kDate, QString()));
    }
    void steps() { tryStep(); }
};

QTEST_GUILESS_MAIN(FactsTest)
#include "tst_facts.moc"
