// SPDX-License-Identifier: MulanPSL-2.0
// Sentences of every kind beside the report they stand in: what is right is silent, what is wrong is found
// once, where it stands, with the right figure. The kinds are those of the measurement on published reports.
#include "checks.h"
#include "patchedreport.h"
#include "rounds.h"
#include "testreports.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace nianbao;

namespace {

const QString kSentences = QStringLiteral(TEST_DATA_DIR "/sentences");

QString describe(const Finding &finding)
{
    return QStringLiteral("%1 (%2) [%3] %4")
        .arg(finding.rule.toString(), toString(finding.level), finding.excerpt,
            finding.message.in(Language::Chinese));
}

/// Facts by their names in interchange.md: `name` is the body's.
QJsonObject withFactKeys(QJsonObject patch)
{
    static const QStringList own{QStringLiteral("title"), QStringLiteral("introduction"),
        QStringLiteral("date"), QStringLiteral("signature")};
    const QJsonObject facts = patch[QStringLiteral("facts")].toObject();
    QJsonObject keyed;
    for (auto it = facts.constBegin(); it != facts.constEnd(); ++it)
        keyed.insert(
            own.contains(it.key()) ? it.key() : QStringLiteral("organisation.") + it.key(), it.value());
    patch.insert(QStringLiteral("facts"), keyed);
    return patch;
}

/// With the body's other names only where it gives them.
QJsonObject withoutForeignNames(QJsonObject patch, const QString &name)
{
    QJsonObject facts = patch[QStringLiteral("facts")].toObject();
    if (!facts.contains(QStringLiteral("name")))
        facts.insert(QStringLiteral("name"), name);
    if (!facts.contains(QStringLiteral("short_name")))
        facts.insert(QStringLiteral("short_name"), QString());
    patch.insert(QStringLiteral("facts"), facts);
    return withFactKeys(patch);
}

/// Last year's report says other things than this one, but what is given.
QJsonObject lastYears(const QJsonObject &patch, const QString &name)
{
    QJsonObject prior = withoutForeignNames(patch, name);
    QJsonObject sections = prior[QStringLiteral("sections")].toObject();
    if (!sections.contains(QStringLiteral("overview"))) {
        const QJsonObject sub{{QStringLiteral("heading"), QString()},
            {QStringLiteral("text"), QStringLiteral("围绕群众关心的事项逐月检查公开内容。")}};
        sections.insert(QStringLiteral("overview"), QJsonArray{sub});
        prior.insert(QStringLiteral("sections"), sections);
    }
    return prior;
}

QJsonObject settingOf(const QJsonObject &file, const QString &name)
{
    QJsonObject setting = file[QStringLiteral("settings")][name].toObject();
    const QString body = setting[QStringLiteral("facts")][QStringLiteral("name")].toString();
    if (setting.contains(QStringLiteral("prior")))
        setting.insert(QStringLiteral("prior"), lastYears(setting[QStringLiteral("prior")].toObject(), body));
    return withoutForeignNames(setting, body);
}

/// What a case puts on its setting.
QJsonObject patchOf(const QJsonObject &sentence, const QString &bodyName)
{
    QJsonObject patch = withFactKeys(sentence);
    if (patch.contains(QStringLiteral("prior")))
        patch.insert(QStringLiteral("prior"), lastYears(patch[QStringLiteral("prior")].toObject(), bodyName));
    if (!sentence.contains(QStringLiteral("text")))
        return patch;
    const QJsonObject sub{{QStringLiteral("heading"), sentence[QStringLiteral("heading")].toString()},
        {QStringLiteral("text"), sentence[QStringLiteral("text")].toString()}};
    const QString section = sentence[QStringLiteral("section")].toString(QStringLiteral("overview"));
    patch.insert(QStringLiteral("add"), QJsonObject{{section, QJsonArray{sub}}});
    return patch;
}

bool fits(const Finding &finding, const QJsonObject &expected)
{
    const QString words = expected[QStringLiteral("words")].toString();
    const QString message = finding.message.in(Language::Chinese);
    const bool pointsThere = words.isEmpty() || finding.excerpt.isEmpty() || finding.excerpt.contains(words)
        || words.contains(finding.excerpt) || message.contains(words);
    const QString level = expected[QStringLiteral("level")].toString();
    const QJsonArray says = expected[QStringLiteral("says")].toArray();
    return finding.rule.toString() == expected[QStringLiteral("rule")].toString() && pointsThere
        && (level.isEmpty() || level == toString(finding.level))
        && std::all_of(says.begin(), says.end(),
            [&](const QJsonValue &part) { return message.contains(part.toString()); });
}

} // namespace

class SentencesTest : public QObject {
    Q_OBJECT

    struct Count {
        int right = 0, rightOf = 0, wrong = 0, wrongOf = 0;
    };
    QMap<QString, Count> m_counts;

private Q_SLOTS:
    void everySentenceIsReadRightly_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("setting");
        QTest::addColumn<QJsonObject>("sentence");
        const QStringList files
            = QDir(kSentences).entryList({QStringLiteral("k*.json")}, QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 22);
        for (const QString &name : files) {
            const QJsonObject file
                = QJsonDocument::fromJson(test::readFile(kSentences + u'/' + name)).object();
            QVERIFY2(!file[QStringLiteral("sentences")].toArray().isEmpty(), qPrintable(name));
            int number = -1;
            const int step = test::rounds(1, 4, 1);
            for (const auto &item : file[QStringLiteral("sentences")].toArray()) {
                const QJsonObject sentence = item.toObject();
                if (++number % step > 0)
                    continue;
                const QString kind = file[QStringLiteral("kind")].toString();
                QTest::addRow("%s %d %s", qPrintable(kind), number,
                    qPrintable(sentence[QStringLiteral("text")].toString().left(60)))
                    << kind << settingOf(file, sentence[QStringLiteral("in")].toString()) << sentence;
            }
        }
    }
    void everySentenceIsReadRightly()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, setting);
        QFETCH(QJsonObject, sentence);
        const QString bodyName
            = setting[QStringLiteral("facts")][QStringLiteral("organisation.name")].toString();
        Findings found = check(test::faultless({setting, patchOf(sentence, bodyName)}), RuleSet());
        for (const Finding &known : check(test::faultless({setting}), RuleSet()))
            found.removeIf([&](const Finding &each) {
                // a total that is stated leaves one blank cell less to tell of
                const bool isSame = each.message == known.message || each.rule.toString() == u"CELL-BLANK";
                return each.rule == known.rule && isSame;
            });

        const QJsonArray expected = sentence[QStringLiteral("finds")].toArray();
        Count &count = m_counts[kind];
        ++(expected.isEmpty() ? count.rightOf : count.wrongOf);
        QStringList faults;
        for (const auto &item : expected) {
            const auto at = std::find_if(found.begin(), found.end(),
                [&](const Finding &finding) { return fits(finding, item.toObject()); });
            if (at != found.end())
                found.erase(at);
            else
                faults.append(QStringLiteral("missed: ")
                    + QString::fromUtf8(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact)));
        }
        for (const Finding &finding : std::as_const(found))
            faults.append(QStringLiteral("false: ") + describe(finding));
        if (faults.isEmpty())
            ++(expected.isEmpty() ? count.right : count.wrong);
        QVERIFY2(faults.isEmpty(),
            qPrintable(sentence[QStringLiteral("text")].toString() + u'\n' + faults.join(u'\n')));
    }

    /// kinds × right of total, to be read by people
    void cleanupTestCase()
    {
        Count all;
        for (auto it = m_counts.constBegin(); it != m_counts.constEnd(); ++it) {
            qInfo("%-6s silent %3d of %3d, found %3d of %3d", qPrintable(it.key()), it->right, it->rightOf,
                it->wrong, it->wrongOf);
            all = {all.right + it->right, all.rightOf + it->rightOf, all.wrong + it->wrong,
                all.wrongOf + it->wrongOf};
        }
        qInfo("all    silent %3d of %3d, found %3d of %3d", all.right, all.rightOf, all.wrong, all.wrongOf);
    }
};

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
