// SPDX-License-Identifier: MulanPSL-2.0
// A file of an office's words: what is refused is told with file, line and reason, in both languages.
#include "cliprogram.h"
#include "exactwords.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using test::Run;
using test::run;

class WordsCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString put(const QString &name, const QByteArray &json)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QFile::WriteOnly)
            || file.write(json) != json.size())
            qFatal("no file");
        return path;
    }
    /// The folder of this run as %.
    QString words(const QByteArray &said) const
    {
        return QString::fromUtf8(said).trimmed().replace(m_folder.path(), QStringLiteral("%"));
    }
    static void inBoth(const char *name, const char *json)
    {
        QTest::addRow("%s", name) << QByteArray(json) << QStringLiteral("zh_CN");
        QTest::addRow("%s, in English", name) << QByteArray(json) << QStringLiteral("en");
    }
    static void languages(const char *json)
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("language");
        inBoth("said", json);
    }

    static constexpr const char *kGood = R"({
 "phrases": [
  {"tag": "receive", "counts": "received",
   "words": ["收悉…件"],
   "reads": ["全年收悉政府信息公开申请[7件]。"],
   "not": ["全年收悉群众来信[7件]。"]}
 ],
 "own_names": ["河湾发布"]
})";

private Q_SLOTS:
    void whatIsTaken_data() { languages(kGood); }
    void whatIsTaken()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, language);
        const QString file = put(QStringLiteral("words.json"), json);
        const Run done = run({QStringLiteral("rules"), QStringLiteral("--words"), file,
            QStringLiteral("--language"), language});
        QCOMPARE(done.exit, 0);
        QVERIFY(done.err.isEmpty());
        QVERIFY(test::isSaidExactly(QStringLiteral("officewords"), words(done.out)));
        QCOMPARE(test::readFile(file), json);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("language");
        inBoth("no JSON", "收悉…件");
        inBoth("a comma is missing", "{\n \"own_names\": [\"河湾发布\"]\n \"phrases\": []\n}");
        inBoth("a comma too many", "{\n \"own_names\": [\n  \"河湾发布\",\n ]\n}");
        inBoth("a list is no list", "{\n \"own_names\": \"河湾发布\"\n}");
        inBoth("a phrase is no object", "{\n \"phrases\": [\n  \"收悉\"\n ]\n}");
        inBoth("no such meaning",
            "{\"phrases\": [\n {\"tag\": \"received\",\n  \"words\": [\"收悉\"],\n  \"reads\": "
            "[\"收悉申请[7件]\"],\n"
            "  \"not\": [\"收悉来信[7件]\"]}]}");
        inBoth("no wording",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"reads\": "
            "[\"收悉申请[7件]\"], \"not\": "
            "[\"收悉来信[7件]\"]}]}");
        inBoth("no counting word behind the gap",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\",\n  \"words\": [\n   "
            "\"收悉\",\n   "
            "\"收悉…申请\"],\n  \"reads\": [\"收悉申请[7件]\"], \"not\": [\"收悉来信[7件]\"]}]}");
        inBoth("no example",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"not\": "
            "[\"收悉来信[7件]\"]}]}");
        inBoth("no other example",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"reads\": "
            "[\"收悉申请[7件]\"],\n  \"not\": []}]}");
        inBoth("no figure is marked",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"reads\": "
            "[\"收悉申请7件\"],\n  \"not\": [\"收悉来信[7件]\"]}]}");
        inBoth("the example is without the wording",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"reads\": [\n   "
            "\"收到申请[7件]\"],\n  \"not\": [\"收悉来信[7件]\"]}]}");
        inBoth("the example is read otherwise",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"reads\": [\n   "
            "\"全年收悉政府信息公开申请[7件]。\",\n   \"全年收悉群众来信[7件]。\"],\n  \"not\": "
            "[\"收悉来信[7件]\"]}]}");
        inBoth("the wording goes too far",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"reads\": [\n   "
            "\"全年收悉政府信息公开申请[7件]。\"],\n  \"not\": [\n   \"全年收悉申请[7件]。\"]}]}");
        inBoth("the second phrase",
            "{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": [\"收悉\"],\n  "
            "\"reads\": "
            "[\"全年收悉政府信息公开申请[7件]。\"],\n  \"not\": [\"全年收悉来信[7件]。\"]},\n {\"tag\": "
            "\"other_matter\", "
            "\"words\": [\"便民事项\"],\n  \"reads\": [\"受理便民事项[7件]。\"],\n  \"not\": "
            "[\"便民事项办理期间收悉来信[7件]。\"]}]}");
        inBoth("a limit that is none", "{\n \"limits\": {\n  \"overview_characters\": \"many\"}\n}");
        inBoth("no regular expression", "{\n \"templates\": [\n  \"(\"]\n}");
    }
    void whatIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, language);
        const QString file = put(QStringLiteral("words.json"), json);
        const Run done = run({QStringLiteral("rules"), QStringLiteral("--words"), file,
            QStringLiteral("--language"), language});
        QCOMPARE(done.exit, 2);
        QVERIFY(done.out.isEmpty());
        QCOMPARE(done.err.trimmed().count('\n'), 0);
        QVERIFY(test::isSaidExactly(QStringLiteral("officewords"), words(done.err)));
    }

    void whatCannotBeRead()
    {
        const Run none = run({QStringLiteral("rules"), QStringLiteral("--words"),
            m_folder.filePath(QStringLiteral("none.json"))});
        QCOMPARE(none.exit, 2);
        QCOMPARE(words(none.err),
            QStringLiteral("nianbao-cli: 文件 %/none.json 不存在。可能移走了，或改了名，请找一找它在哪里。"));
    }

    /// Told with every command; the words that ship are used.
    void aFaultyFileThatIsInstalled_data()
    {
        languages("{\"phrases\": [\n {\"tag\": \"receive\", \"counts\": \"received\", \"words\": "
                  "[\"收悉\"],\n  \"reads\": "
                  "[\"收悉申请7件\"],\n  \"not\": [\"收悉来信[7件]\"]}]}");
    }
    void aFaultyFileThatIsInstalled()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, language);
        put(QStringLiteral("config/nianbao/words.json"), json);
        const Run done = run({QStringLiteral("forms"), QStringLiteral("--language"), language},
            {{QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config"))}});
        QCOMPARE(done.exit, 0);
        QVERIFY(!done.out.isEmpty());
        QCOMPARE(done.err.trimmed().count('\n'), 0);
        QVERIFY(test::isSaidExactly(QStringLiteral("officewords"), words(done.err)));
    }
};

QTEST_GUILESS_MAIN(WordsCommandTest)
#include "tst_wordscommand.moc"
