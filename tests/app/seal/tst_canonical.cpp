// SPDX-License-Identifier: MulanPSL-2.0
#include "canonical.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nianbao;

namespace {

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

CellId cell(const char *id) { return CellId(QLatin1String(id)); }

/// A report of nothing but what is given.
Report with(const QList<Step> &steps)
{
    Report report(findForm(QStringLiteral("2021")), 2021);
    if (const auto done = report.apply({{}, steps, {}}); !done)
        qFatal("refused: %s", qPrintable(done.error().where));
    return report;
}

} // namespace

class CanonicalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aValueIsWritten_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const QJsonValue &value, const char *written) {
            QTest::newRow(name) << value << QByteArray(written);
        };
        row("null", {}, "null");
        row("true", true, "true");
        row("false", false, "false");
        row("zero", 0, "0");
        row("a zero with a sign", -0.0, "0");
        row("a negative number", -12, "-12");
        row("the largest exact number", qint64(9007199254740991), "9007199254740991");
        row("the smallest exact number", -qint64(9007199254740991), "-9007199254740991");
        row("no exponent", 1e15, "1000000000000000");
        row("no characters", QStringLiteral(""), R"("")");
        row("a quotation mark and a backslash", text("\"\\"), "\"\\\"\\\\\"");
        row("a slash stays", text("/"), R"("/")");
        row("the five short escapes", text("\b\t\n\f\r"), R"("\b\t\n\f\r")");
        row("other control characters in small letters", text("\x01\x0b\x1f"), R"("\u0001\u000b\u001f")");
        row("delete stays", text("\x7f"), "\"\x7f\"");
        row("what HTML and JavaScript escape stays", text("<>&'\u2028\u2029"), "\"<>&'\u2028\u2029\"");
        row("Chinese and what lies beyond stay", text("年报𠀀😀"), "\"年报𠀀😀\"");
        row("composed and decomposed stay two", text("é e\u0301"), "\"é e\u0301\"");
        row("an empty list", QJsonArray(), "[]");
        row("a list keeps its order", QJsonArray{2, 1, QJsonValue()}, "[2,1,null]");
        row("an empty object", QJsonObject(), "{}");
        row("keys are sorted, and within",
            QJsonObject{{text("b"), QJsonObject{{text("d"), 1}, {text("c"), 2}}}, {text("a"), 3}},
            R"({"a":3,"b":{"c":2,"d":1}})");
        row("a shorter key first", QJsonObject{{text("aa"), 1}, {text("a"), 2}}, R"({"a":2,"aa":1})");
        row("capitals first", QJsonObject{{text("a"), 1}, {text("B"), 2}}, R"({"B":2,"a":1})");
        // U+1F600 is D83D DE00 in UTF-16 and sorts before U+FB33, by its bytes and as a number behind it
        row("keys are sorted by UTF-16", QJsonObject{{text("\ufb33"), 1}, {text("😀"), 2}, {text("年"), 3}},
            "{\"年\":3,\"😀\":2,\"\ufb33\":1}");
        row("the example of RFC 8785",
            QJsonObject{{text("\u20ac"), text("Euro Sign")}, {text("\r"), text("Carriage Return")},
                {text("\ufb33"), text("Hebrew Letter Dalet With Dagesh")}, {text("1"), text("One")},
                {text("😀"), text("Emoji: Grinning Face")}, {text("\u0080"), text("Control")},
                {text("ö"), text("Latin Small Letter O With Diaeresis")}},
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O "
            "With "
            "Diaeresis\",\"\u20ac\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter "
            "Dalet "
            "With Dagesh\"}");
    }
    void aValueIsWritten()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QByteArray, written);
        QCOMPARE(canonicalJson(value), written);
    }

    void aReportIsWritten_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QByteArray>("written"); // besides form, revision and year
        const auto row = [](const char *name, const QList<Step> &steps, const char *written) {
            QTest::newRow(name) << steps << QByteArray(written);
        };
        const auto amount = [](const char *words) { return *Amount::parse(QLatin1String(words)); };
        const SectionId overview(QStringLiteral("overview"));
        const CellId received = cell("requests.received.individual");
        const CellId total = cell("requests.received.total");
        row("nothing", {}, "");
        row("a count is text, and so is the total that follows", {SetCell{received, Amount::fromInteger(3)}},
            R"("tables":{"requests":{"received":{"individual":"3","total":"3"}}})");
        row("zero is not blank", {SetCell{received, Amount::fromInteger(0)}},
            R"("tables":{"requests":{"received":{"individual":"0","total":"0"}}})");
        row("an amount has no needless zero", {SetCell{cell("disclosure.fees.amount"), amount("12.500000")}},
            R"("tables":{"disclosure":{"fees":{"amount":"12.5"}}})");
        row("an amount of six places is exact", {SetCell{cell("disclosure.fees.amount"), amount("0.000001")}},
            R"("tables":{"disclosure":{"fees":{"amount":"0.000001"}}})");
        row("a note stands with its figure",
            {SetCell{cell("disclosure.licences.decisions"), Amount::fromInteger(7)},
                SetNote{cell("disclosure.licences.decisions"), text("撤回2件")}},
            R"("tables":{"disclosure":{"licences":{"decisions":{"note":"撤回2件","value":"7"}}}})");
        row("a note stands alone", {SetNote{cell("disclosure.licences.decisions"), text("未统计")}},
            R"("tables":{"disclosure":{"licences":{"decisions":{"note":"未统计"}}}})");
        row("a declared total that nobody took is left out",
            {SetCell{received, Amount::fromInteger(3)}, SetDeclared{total, Declared{amount("4"), false}}},
            R"("tables":{"requests":{"received":{"individual":"3"}}})");
        row("one that was taken stands",
            {SetCell{received, Amount::fromInteger(3)}, SetDeclared{total, Declared{amount("4"), true}}},
            R"("tables":{"requests":{"received":{"individual":"3","total":"4"}}})");
        row("one that was taken as blank is blank",
            {SetCell{received, Amount::fromInteger(3)}, SetDeclared{total, Declared{std::nullopt, true}}},
            R"("tables":{"requests":{"received":{"individual":"3"}}})");
        row("facts without a word are left out",
            {SetFact{QLatin1String(fact::kTitle), text("")}, SetFact{QLatin1String(fact::kOffice), text("")}},
            "");
        row("names are a list",
            {SetFact{QLatin1String(fact::kName), text("柳林镇")},
                SetFact{QLatin1String(fact::kNames), text("乙\n甲")}},
            R"("organisation":{"name":"柳林镇","names":["乙","甲"]})");
        row("a live figure is its value, in texts, headings and the introduction",
            {SetCell{received, Amount::fromInteger(3)},
                SetFact{QLatin1String(fact::kIntroduction), text("{{requests.received.total}}件")},
                InsertSubSection{overview, 0,
                    {text("共{{requests.received.total}}"), text("收{{ requests.received.individual }}件")}}},
            R"("introduction":"3件","sections":{"overview":[{"heading":"共3","text":"收3件"}]},"tables":{"requests":{"received":{"individual":"3","total":"3"}}})");
        row("a live figure of a blank is the gap that is printed",
            {InsertSubSection{overview, 0, {{}, text("收{{requests.received.total}}件")}}},
            R"("sections":{"overview":[{"text":"收＿＿件"}]})");
        row("an empty sub-section keeps its place",
            {InsertSubSection{overview, 0, {}}, InsertSubSection{overview, 1, {text("甲"), {}}}},
            R"("sections":{"overview":[{},{"heading":"甲"}]})");
        row("channels and categories",
            {SetChannels{{{text("网站"), 78, {{text("人事"), 70}, {text("其他"), std::nullopt}}},
                {text("公告栏"), std::nullopt, {}}}}},
            R"("channels":[{"categories":[{"count":"70","name":"人事"},{"name":"其他"}],"count":"78","name":"网站"},{"name":"公告栏"}])");
        row("a note under a table", {SetFact{text("table_notes.requests"), text("截至12月31日。")}},
            R"("table_notes":{"requests":"截至12月31日。"})");
    }
    void aReportIsWritten()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(QByteArray, written);
        QJsonObject expected = QJsonDocument::fromJson('{' + written + '}').object();
        expected.insert(QStringLiteral("form"), QStringLiteral("2021"));
        expected.insert(QStringLiteral("year"), 2021);
        expected.insert(QStringLiteral("revision"), 1);
        QCOMPARE(canonicalForm(with(steps)), canonicalJson(expected));
    }

    /// As a stranger reads a file: what was not said is not invented, and white space is only in texts.
    void theFormIsItsOwnCanonicalJson_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : test::sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void theFormIsItsOwnCanonicalJson()
    {
        QFETCH(QString, name);
        const QByteArray form = canonicalForm(test::sampleReport(name));
        QVERIFY(form.size() > 1000);
        QCOMPARE(canonicalJson(QJsonDocument::fromJson(form).object()), form);
    }
};

QTEST_GUILESS_MAIN(CanonicalTest)
#include "tst_canonical.moc"
