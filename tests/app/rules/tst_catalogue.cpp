// SPDX-License-Identifier: MulanPSL-2.0
// Whatever a rule may say is there, whole and in both languages, whether or not a fixture says it.
#include "catalogue.h"
#include "remedies.h"
#include "ruleset.h"
#include "testreports.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace nianbao;

namespace {

const QString kCommon = QStringLiteral("COMMON");

QJsonObject catalogue()
{
    QFile file(QStringLiteral(":/rules/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QSet<QString> arguments(const QString &sentence)
{
    static const QRegularExpression mark(QStringLiteral("%([1-9])"));
    QSet<QString> found;
    for (auto it = mark.globalMatch(sentence); it.hasNext();)
        found.insert(it.next().captured(1));
    return found;
}

/// What is wrong with [English, Chinese]; empty: nothing.
QString faultOf(const QJsonValue &value)
{
    const QJsonArray both = value.toArray();
    const QString english = both.at(0).toString();
    const QString chinese = both.at(1).toString();
    static const QRegularExpression misread(QStringLiteral("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"));
    static const QRegularExpression badChoice(QStringLiteral("\\[(?![1-9]:[^|\\]]*\\|[^|\\]]*\\])"));
    if (both.size() != 2 || english.isEmpty() || chinese.isEmpty())
        return QStringLiteral("not in both languages");
    if (arguments(english) != arguments(chinese))
        return QStringLiteral("other arguments in the other language");
    if (chinese.contains(misread))
        return QStringLiteral("UTF-8 taken for Latin-1");
    if (english.contains(badChoice) || chinese.contains(u'['))
        return QStringLiteral("no choice between two words");
    return {};
}

QStringList faultsOf(const QString &id, const QJsonObject &entry)
{
    QStringList faults;
    const auto look = [&](const QString &what, const QJsonValue &sentence) {
        const QString fault = faultOf(sentence);
        if (!fault.isEmpty())
            faults.append(QStringLiteral("%1 %2: %3").arg(id, what, fault));
    };
    if (id != kCommon) {
        look(QStringLiteral("title"), entry[QStringLiteral("title")]);
        look(QStringLiteral("text"), entry[QStringLiteral("text")]);
        look(QStringLiteral("remedy"), entry[QStringLiteral("remedy")]);
    }
    const QJsonObject says = entry[QStringLiteral("says")].toObject();
    for (const QString &key : says.keys()) {
        look(key, says[key][QStringLiteral("title")]);
        look(key, says[key][QStringLiteral("message")]);
    }
    const QJsonObject words = entry[QStringLiteral("words")].toObject();
    for (const QString &key : words.keys())
        look(key, words[key]);
    return faults;
}

/// All there is to read in the sources of the rules.
QString sources()
{
    QString all;
    QDirIterator files(QStringLiteral(TEST_DATA_DIR "/../../app/rules"), {QStringLiteral("*.cpp")},
        QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        all += QString::fromUtf8(test::readFile(files.next()));
    return all;
}

/// kCellBlank → CELL-BLANK
QMap<QString, QString> idsOfConstants(const QString &source)
{
    static const QRegularExpression constant(QStringLiteral("const Rule (k\\w+)\\{\\s*\"([A-Z-]+)\""));
    QMap<QString, QString> ids;
    for (auto it = constant.globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        ids.insert(match.captured(1), match.captured(2));
    }
    return ids;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySentenceIsWhole()
    {
        const QJsonObject all = catalogue();
        QStringList faults;
        for (const QString &id : all.keys())
            faults += faultsOf(id, all[id].toObject());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyRuleHasItsWordsAndNoOtherHas()
    {
        QStringList ids{kCommon};
        for (const Rule *rule : RuleSet().rules()) {
            const RuleWording &wording = wordingOf(*rule);
            for (const Sentence &sentence : {wording.title, wording.text, remedyOf(*rule)}) {
                QVERIFY2(*sentence.english && *sentence.chinese, rule->id);
                QVERIFY2(Phrase(sentence).in(Language::English) != Phrase(sentence).in(Language::Chinese),
                    rule->id);
            }
            QVERIFY2(!wording.wrong.isEmpty() && !wording.right.isEmpty(), rule->id);
            ids.append(QLatin1String(rule->id));
        }
        QStringList listed = catalogue().keys();
        ids.sort();
        listed.sort();
        QCOMPARE(listed, ids);
    }

    /// A key that a rule asks for is there: a missing one would end the program at the first such fault.
    void everyKeyThatIsAskedForIsThere()
    {
        const QString source = sources();
        const auto ids = idsOfConstants(source);
        const QJsonObject all = catalogue();
        static const QRegularExpression asked(
            QStringLiteral("\\b(addAt|add|sayingOf|ruleWords|ruleSentence)\\(\\*?(k\\w+),((?:(?!ruleWords|"
                           "ruleSentence|commonWords)[^;\"])*)\"([a-z_]+)\""));
        int count = 0;
        for (auto it = asked.globalMatch(source); it.hasNext(); ++count) {
            const auto match = it.next();
            const QString id = ids[match.captured(2)];
            const QString part = QString(match.captured(1)).startsWith(QStringLiteral("rule"))
                ? QStringLiteral("words")
                : QStringLiteral("says");
            QVERIFY2(all[id][part].toObject().contains(match.captured(4)),
                qPrintable(QStringLiteral("%1: %2").arg(id, match.captured(4))));
        }
        static const QRegularExpression common(QStringLiteral("commonWords\\(\"([a-z_]+)\""));
        for (auto it = common.globalMatch(source); it.hasNext(); ++count)
            QVERIFY(all[kCommon][QStringLiteral("words")].toObject().contains(it.next().captured(1)));
        QVERIFY(count > 0);
    }

    void everyKeyIsAskedFor()
    {
        const QString source = sources();
        const QJsonObject all = catalogue();
        QStringList unused;
        for (const QString &id : all.keys()) {
            const QStringList keys = all[id][QStringLiteral("says")].toObject().keys()
                + all[id][QStringLiteral("words")].toObject().keys();
            for (const QString &key : keys) {
                if (!source.contains(QStringLiteral("\"%1\"").arg(key)))
                    unused.append(id + u' ' + key);
            }
        }
        QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
