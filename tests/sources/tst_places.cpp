// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace nianbao::test;

namespace {

/// The part of a line before a place, for judging what stands at it.
QStringView lineBefore(const QString &text, qsizetype at)
{
    const qsizetype begin = text.lastIndexOf(u'\n', at > 0 ? at - 1 : 0) + 1;
    return QStringView(text).mid(begin, at - begin);
}

/// Literals that are places or parts of one.
bool isPartOfAPlace(const CppSource &source, const Literal &literal)
{
    static const QRegularExpression part(QStringLiteral("/(heading|note|caption|picture)\\b"));
    static const QRegularExpression head(
        QStringLiteral("\\b(overview|problems|other|disclosure|requests|disputes|"
                       "channels|illustrations|people|organisation|table_notes|"
                       "caption)/"));
    static const QRegularExpression joined(QStringLiteral("%\\d/%\\d"));
    static const QRegularExpression ofAList(QStringLiteral("toString\\(\\)|\\+ 1\\)|number\\)"));
    if (literal.text.contains(part) || literal.text.contains(head))
        return true;
    const qsizetype end = source.bare().indexOf(u';', literal.end);
    return literal.text.contains(joined)
        && source.text()
               .mid(literal.end, (end < 0 ? source.text().size() : end) - literal.end)
               .contains(ofAList);
}

/// Where a file spells a place or takes one apart.
QStringList spellingsIn(const QString &path, const QString &text)
{
    // a text cut or joined at a stroke, or names joined by a tabulator to one field
    static const QRegularExpression cut(QStringLiteral(
        "\\.(section|split|indexOf|lastIndexOf|count|replace|tokenize)\\(\\s*"
        "(u?'/'|u\"/\"|QLatin1Char\\('/'\\)|QChar\\(u?'/'\\)|QStringLiteral\\(\"/\"\\)|QLatin1String\\(\"/"
        "\"\\))"));
    static const QRegularExpression join(
        QStringLiteral("\\+\\s*(u?'(/|\\\\t)'|QLatin1Char\\('(/|\\\\t)'\\)|QChar\\(u?'(/"
                       "|\\\\t)'\\)|QStringLiteral\\(\"/\"\\))"));
    const CppSource source(text);
    QStringList faults;
    const auto add = [&](qsizetype at, const QString &words) {
        faults.append(QStringLiteral("%1:%2: %3 spells a place").arg(path).arg(source.lineOf(at)).arg(words));
    };
    for (const Literal &literal : source.literals()) {
        if (isPartOfAPlace(source, literal))
            add(literal.start, u'“' + literal.text + u'”');
    }
    for (const QRegularExpression &pattern : {cut, join}) {
        for (auto it = pattern.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (!lineBefore(text, match.capturedStart()).contains(u"//"))
                add(match.capturedStart(), match.captured());
        }
    }
    return faults;
}

} // namespace

/// A place in a report has one spelling, base/place: no other file puts its words together or takes them
/// apart.
class PlacesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allSources()
    {
        QStringList files = sourceFiles({QStringLiteral("app"), QStringLiteral("ui")});
        QVERIFY(files.size() > 100);
        QVERIFY(files.contains(QStringLiteral("app/base/place.cpp")));
        files.removeIf(
            [](const QString &path) { return path.startsWith(QStringLiteral("app/base/place.")); });
        // Formats that know no place have none to spell: their strokes are of archives, addresses and markup.
        files.removeIf([](const QString &path) {
            return path.startsWith(QStringLiteral("app/formats/"))
                && !readSource(path).contains(
                    QRegularExpression(QStringLiteral("\\b(Place|CellId)\\b|place\\.h")));
        });
        QVERIFY(faultsIn(files, spellingsIn).isEmpty());
    }

    void planted_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a heading", R"x(const QString at = place + QStringLiteral("/heading");)x");
        row("the note of a cell", R"x(where = cell.toString() + "/note";)x");
        row("the end of a caption", R"x(if (place.endsWith(u"/caption")) return;)x");
        row("a caption by its number", R"x(QStringLiteral("illustrations/%1/caption").arg(i + 1))x");
        row("an illustration", R"x(QStringLiteral("illustrations/%1").arg(i + 1))x");
        row("a channel", R"x(QStringLiteral("channels/%1").arg(i + 1))x");
        row("what stands in the channels", R"x(place.startsWith(QStringLiteral("channels/")))x");
        row("a field of a page", R"x(goTo(QStringLiteral("caption/%1").arg(row)))x");
        row("one sub-section", R"x(goTo(QStringLiteral("overview/2"));)x");
        row("a fact", R"x(finding.section = QStringLiteral("organisation/name");)x");
        row("a person", R"x(if (place.startsWith(QStringLiteral("people/"))))x");
        row("a sub-section put together",
            R"x(return QStringLiteral("%1/%2").arg(section.toString()).arg(index + 1);)x");
        row("one put together over two lines",
            "return QStringLiteral(\"%1/%2\")\n    .arg(m_section.toString())\n    .arg(m_index + 1);");
        row("one put together from its name", R"x(id = QStringLiteral("%1/%2").arg(name).arg(number);)x");
        row("one joined by a stroke", R"x(return section.toString() + u'/' + QString::number(index);)x");
        row("one joined by a stroke of Latin 1", R"x(prefix = section + QLatin1Char('/');)x");
        row("the section of one", R"x(const SectionId id(place.section(u'/', 0, 0));)x");
        row("its parts", R"x(const QStringList parts = place.split(u'/');)x");
        row("a fact's key of one", R"x(key.replace(u'/', u'.');)x");
        row("how deep one is", R"x(if (place.count(u'/') < 2))x");
        row("a field of two names", R"x(field = channel.name + u'\t' + category;)x");
    }
    void planted()
    {
        QFETCH(QString, code);
        QVERIFY(!spellingsIn(QStringLiteral("ui/planted.cpp"), code).isEmpty());
    }

    void harmless_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a place", "goTo(Place::subSection(section, index));");
        row("a comment", "// overview/2/heading, place.section(u'/', 0, 0)");
        row("so many of so many", R"x(return QStringLiteral("%1/%2").arg(done.filled).arg(done.total);)x");
        row("a cell", R"x(CellId(QStringLiteral("requests.received.total")))x");
        row("a section", R"x(SectionId(QStringLiteral("overview")))x");
        row("a path of the file", R"x(QStringLiteral("sections.%1[%2].heading").arg(section).arg(index))x");
        row("a resource", R"x(readWhole(QStringLiteral(":/rules/words.json")))x");
        row("the lines of a text", R"x(text.split(u'\n').size())x");
        row("a name for a file", "name.remove(u'/');");
    }
    void harmless()
    {
        QFETCH(QString, code);
        const QStringList faults = spellingsIn(QStringLiteral("ui/harmless.cpp"), code);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(PlacesTest)
#include "tst_places.moc"
