// SPDX-License-Identifier: MulanPSL-2.0
#include "catalogue.h"
#include "checks.h"
#include "patchedreport.h"
#include "reportplaces.h"
#include "ruleset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace nianbao;
using test::faultless;

namespace {

QStringList messages(const Report &report, const QString &rule)
{
    QStringList list;
    for (const Finding &finding : check(report, RuleSet())) {
        if (finding.rule.toString() == rule)
            list.append(finding.message.in(Language::English));
    }
    return list;
}

QJsonObject fixture(const QString &rule)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/rules/%1.json").arg(rule));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

Q_DECLARE_METATYPE(const nianbao::Rule *)

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleHasFixtures()
    {
        QCOMPARE(RuleSet().rules().size(), 47);
        for (const Rule *rule : RuleSet().rules()) {
            const QJsonObject cases = fixture(QLatin1String(rule->id));
            QVERIFY2(!cases[QStringLiteral("fails")].toArray().isEmpty(), rule->id);
            QVERIFY2(!cases[QStringLiteral("passes")].toArray().isEmpty(), rule->id);
        }
        const auto files = QDir(QStringLiteral(TEST_DATA_DIR "/rules")).entryList({QStringLiteral("*.json")});
        for (const QString &file : files)
            QVERIFY2(RuleSet().find(RuleId(file.chopped(5))), qPrintable(file));
    }

    /// What Help shows is a case of the fixtures: wrong words are in what is broken, or are said of it; right
    /// ones are in what is mended, or have its figures.
    void theExamplesOfHelpAreFixtures_data()
    {
        QTest::addColumn<const Rule *>("rule");
        for (const Rule *rule : RuleSet().rules())
            QTest::newRow(rule->id) << rule;
    }
    void theExamplesOfHelpAreFixtures()
    {
        QFETCH(const Rule *, rule);
        const QString wrong = wordingOf(*rule).wrong;
        const QString right = wordingOf(*rule).right;
        const QJsonArray fails = fixture(QLatin1String(rule->id))[QStringLiteral("fails")].toArray();
        const bool isCase = std::any_of(fails.begin(), fails.end(), [&](const QJsonValue &item) {
            const QStringList broken = wordsIn(item[QStringLiteral("broken")])
                + QStringList{item[QStringLiteral("chinese")].toString()};
            const QStringList mended = wordsIn(item[QStringLiteral("mended")]);
            const auto have = [](const QStringList &all, const QString &part) {
                return std::any_of(
                    all.begin(), all.end(), [&](const QString &words) { return words.contains(part); });
            };
            const bool hasFigures = std::all_of(
                mended.begin(), mended.end(), [&](const QString &word) { return right.contains(word); });
            return have(broken, wrong) && (have(mended, right) || hasFigures);
        });
        QVERIFY(isCase);
    }

    void everyFaultIsFoundAndGoesWithItsCause_data() { rows("fails"); }
    void everyFaultIsFoundAndGoesWithItsCause()
    {
        QFETCH(QString, rule);
        QFETCH(QJsonObject, item);
        const QJsonObject broken = item[QStringLiteral("broken")].toObject();
        const QJsonObject mended = item[QStringLiteral("mended")].toObject();
        const Report report = faultless({broken});
        const Findings findings = check(report, RuleSet());
        const auto found = std::find_if(findings.begin(), findings.end(),
            [&](const Finding &finding) { return finding.rule.toString() == rule; });
        QVERIFY2(found != findings.end(), "nothing was found");
        QCOMPARE(found->message.in(Language::English), item[QStringLiteral("english")].toString());
        QCOMPARE(found->message.in(Language::Chinese), item[QStringLiteral("chinese")].toString());
        static const QRegularExpression misread(QStringLiteral("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"));
        QVERIFY(!found->message.in(Language::Chinese).contains(misread)); // UTF-8 taken for Latin-1
        QCOMPARE(found->key, item[QStringLiteral("key")].toString()); // explanations in files refer to it
        QVERIFY(!found->title.isEmpty()
            && found->title.in(Language::Chinese) != found->title.in(Language::English));
        const QString level = item[QStringLiteral("level")].toString(); // of rules with more than one
        if (!level.isEmpty())
            QCOMPARE(toString(found->level), level);
        else if (rule != u"PRIVACY")
            QCOMPARE(int(found->level), int(RuleSet().find(RuleId(rule))->level));
        const QStringList left = messages(faultless({broken, mended}), rule);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void whatIsRightIsSilent_data() { rows("passes"); }
    void whatIsRightIsSilent()
    {
        QFETCH(QString, rule);
        QFETCH(QJsonObject, item);
        const QStringList found = messages(faultless({item[QStringLiteral("patch")].toObject()}), rule);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    /// The place of a finding is exact: its fix, put there, mends it.
    void aFixMendsWhatItIsOfferedFor_data() { rows("fails"); }
    void aFixMendsWhatItIsOfferedFor()
    {
        QFETCH(QString, rule);
        QFETCH(QJsonObject, item);
        Report report = faultless({item[QStringLiteral("broken")].toObject()});
        const Findings findings = check(report, RuleSet());
        const auto finding = std::find_if(findings.begin(), findings.end(),
            [&](const Finding &each) { return each.rule.toString() == rule && each.fix; });
        const QJsonValue fix = item[QStringLiteral("fix")];
        QCOMPARE(finding != findings.end(), fix.isString());
        if (!fix.isString())
            return; // nothing is the one right correction here, and none is offered
        QCOMPARE(*finding->fix, fix.toString());
        auto text = textAt(report, finding->place);
        QVERIFY(text);
        text->replace(finding->place.start(), finding->place.length(), *finding->fix);
        const auto before = messages(report, rule).size();
        const auto step = withTextAt(report, finding->place, *text);
        QVERIFY(step && report.apply({{}, {*step}}));
        QCOMPARE(messages(report, rule).size(), before - 1);
    }

private:
    /// All texts and figures of a patch; the figures of a year before are last year's words.
    static QStringList wordsIn(const QJsonValue &patch)
    {
        if (patch.isString())
            return {patch.toString()};
        if (patch.isDouble())
            return {QString::number(patch.toInteger())};
        QStringList words;
        for (const auto &item : patch.toArray())
            words += wordsIn(item);
        for (const auto &item : patch.toObject())
            words += wordsIn(item);
        return words;
    }

    static void rows(const char *kind)
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QJsonObject>("item");
        for (const Rule *rule : RuleSet().rules()) {
            const QString id = QLatin1String(rule->id);
            for (const auto &item : fixture(id).value(QLatin1String(kind)).toArray())
                QTest::addRow("%s: %s", rule->id, qPrintable(item[QStringLiteral("name")].toString()))
                    << id << item.toObject();
        }
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
