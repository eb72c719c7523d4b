// SPDX-License-Identifier: MulanPSL-2.0
#include "drawntexts.h"
#include "rounds.h"
#include "testreports.h"
#include "textchanges.h"
#include "words.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;
using Op = TextChange::Op;

namespace {

QString marked(const QList<TextChange> &changes)
{
    QString words;
    for (const TextChange &change : changes)
        words += change.op == Op::Keep ? change.text
            : change.op == Op::Delete  ? QStringLiteral("[-%1-]").arg(change.text)
                                       : QStringLiteral("{+%1+}").arg(change.text);
    return words;
}

QString without(const QList<TextChange> &changes, Op left)
{
    QString text;
    for (const TextChange &change : changes)
        text += change.op == left ? QString() : change.text;
    return text;
}

/// What wordChanges promises of any two texts; empty: it holds.
QString broken(const QString &old, const QString &now, const QList<TextChange> &changes)
{
    if (without(changes, Op::Insert) != old)
        return QStringLiteral("keeps and deletes are not the old text");
    if (without(changes, Op::Delete) != now)
        return QStringLiteral("keeps and inserts are not the new text");
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const QString &text = changes[i].text;
        if (text.isEmpty())
            return QStringLiteral("something empty");
        if (i > 0 && changes[i - 1].op == changes[i].op)
            return QStringLiteral("two of a kind beside each other");
        if (i > 0 && changes[i - 1].op == Op::Insert && changes[i].op == Op::Delete)
            return QStringLiteral("what came stands before what went");
        if ((text.front().isLowSurrogate() && i > 0 && changes[i - 1].text.back().isHighSurrogate())
            || (text.back().isHighSurrogate() && i + 1 < changes.size()
                && changes[i + 1].text.front().isLowSurrogate()))
            return QStringLiteral("a character is cut in two");
    }
    return {};
}

/// Texts as reports have them, cut into pieces of any kind, to be put together again.
class Drawing {
public:
    explicit Drawing(quint32 seed) : m_random(seed)
    {
        static const QList<DrawnText> drawn = drawnTexts(20);
        for (const DrawnText &text : drawn)
            m_pieces.append(text.ofLength(12));
        for (const QString &name : sampleNames()) {
            const Report report = sampleReport(name);
            for (const SectionSpec &section : report.spec().sections) {
                for (const SubSection &sub : report.subSections(section.id))
                    m_pieces += sub.text.left(2000).split(u'，');
            }
        }
        m_pieces += {QStringLiteral("\n"), QStringLiteral("𠮷林镇"), QStringLiteral("👨‍👩‍👧"),
            QStringLiteral("{{"), QStringLiteral("}}"), QStringLiteral("{{requests.received.total}}"),
            QStringLiteral("1,234.5"), QStringLiteral("30.5%"), QStringLiteral("é"), QStringLiteral("。”"),
            QString(QChar(0xD842))};
    }

    int upTo(int most) { return int(m_random.bounded(most + 1)); }
    QString piece() { return m_pieces[upTo(int(m_pieces.size()) - 1)]; }
    QStringList pieces(int most)
    {
        QStringList list;
        for (int i = upTo(most); i > 0; --i)
            list.append(piece());
        return list;
    }
    QStringList edited(QStringList list)
    {
        for (int i = upTo(4); i > 0; --i) {
            const int at = upTo(int(list.size()));
            const int kind = upTo(2);
            if (kind == 0 || at == list.size())
                list.insert(at, piece());
            else if (kind == 1)
                list.removeAt(at);
            else
                list[at] = list[at].left(upTo(int(list[at].size()))) + piece().right(3);
        }
        return list;
    }

private:
    QRandomGenerator m_random;
    QStringList m_pieces{};
};

qsizetype large() { return test::rounds(40'000, 20'000, 100'000); } // characters; three bytes each

QString repeated(const std::function<QString(int)> &part)
{
    QString text;
    for (int i = 0; text.size() < large(); ++i)
        text += part(i);
    return text;
}

} // namespace

class TextChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesAreReadable_data();
    void changesAreReadable();
    void anyTwoTextsAreGivenBack();
    void largeTextsTakeBoundedWork_data();
    void largeTextsTakeBoundedWork();
    void wordsCoverTheText_data();
    void wordsCoverTheText();
    void aLongestRiseIsFound_data();
    void aLongestRiseIsFound();
};

void TextChangesTest::changesAreReadable_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *name, const char *old, const char *now, const char *changes) {
        QTest::newRow(name) << QString::fromUtf8(old) << QString::fromUtf8(now) << QString::fromUtf8(changes);
    };
    row("two empty texts have nothing", "", "", "");
    row("equal texts are one keep", "收到12件。", "收到12件。", "收到12件。");
    row("a text that is new is one insert", "", "收到12件。\n办结。", "{+收到12件。\n办结。+}");
    row("a text that is gone is one delete", "收到12件。", "", "[-收到12件。-]");
    row("a number is replaced as a whole", "全年收到申请12件。", "全年收到申请13件。",
        "全年收到申请[-12-]{+13+}件。");
    row("so is one with separators", "共收取1,234.5万元。", "共收取1,235.5万元。",
        "共收取[-1,234.5-]{+1,235.5+}万元。");
    row("a share keeps its sign", "同比增长30.5%。", "同比增长30.6%。", "同比增长[-30.5%-]{+30.6%+}。");
    row("a share of full width too", "同比增长30％。", "同比增长31％。", "同比增长[-30％-]{+31％+}。");
    row("a year is a number and 年", "2021年，我镇认真落实。", "2022年，我镇认真落实。",
        "[-2021-]{+2022+}年，我镇认真落实。");
    row("a live figure that has no value is whole", "收到{{a.b.c}}件申请，已办结。",
        "收到{{a.b.d}}件申请，已办结。", "收到[-{{a.b.c}}-]{+{{a.b.d}}+}件申请，已办结。");
    row("words of hanzi are whole", "我镇积极推进政府信息公开工作。", "我镇认真推进政府信息公开工作。",
        "我镇[-积极-]{+认真+}推进政府信息公开工作。");
    row("a mark alone", "对政策性文件开展解读，效果良好。", "对政策性文件，开展解读，效果良好。",
        "对政策性文件{+，+}开展解读，效果良好。");
    row("a sentence that came stands alone", "公开及时。监督到位。", "公开及时。渠道畅通。监督到位。",
        "公开及时。{+渠道畅通。+}监督到位。");
    row("a sentence that went too", "公开及时。渠道畅通。监督到位。", "公开及时。监督到位。",
        "公开及时。[-渠道畅通。-]监督到位。");
    row("a clause that came is whole, with its comma", "公开及时，监督到位。",
        "公开及时，渠道畅通，监督到位。", "公开及时，{+渠道畅通，+}监督到位。");
    row("an item between two: the number of the next one changes with it", "一是加强领导，二是加强培训。",
        "一是加强领导，二是加强考核，三是加强培训。", "一是加强领导，[-二-]{+二是加强考核，三+}是加强培训。");
    row("sentences without anything in common are replaced whole", "为群众办事提供了极大的便利。监督到位。",
        "对存在的问题进行了及时的整改。监督到位。",
        "[-为群众办事提供了极大的便利。-]{+对存在的问题进行了及时的整改。+}监督到位。");
    row("of a list each number stays with its item", "其中，市级47期、宿城区28期、宿豫区22期、泗洪县2期。",
        "其中，市级48期、宿豫区17期、泗洪县7期、宿城区2期。",
        "其中，市级[-47-]{+48+}期、[-宿城区28期、-]宿豫区[-22-]{+17+}期、泗洪县[-2-]{+7+}期{+、宿城区2期+}"
        "。");
    row("a paragraph that was cut in two", "公开及时，渠道畅通。监督到位，整改有力。",
        "公开及时，渠道畅通。\n监督到位，整改有力。", "公开及时，渠道畅通。{+\n+}监督到位，整改有力。");
    row("a paragraph between two", "公开及时。\n监督到位。", "公开及时。\n渠道畅通。\n监督到位。",
        "公开及时。\n{+渠道畅通。\n+}监督到位。");
    row("a sentence in quotation marks ends behind them", "他说：“公开及时。”监督到位。", "监督到位。",
        "[-他说：“公开及时。”-]监督到位。");
    row("hanzi beyond the basic plane", "𠮷林镇人民政府公开信息。", "𠮶林镇人民政府公开信息。",
        "[-𠮷-]{+𠮶+}林镇人民政府公开信息。");
    row("Latin words", "网站采用IPv4访问，运行稳定。", "网站采用IPv6访问，运行稳定。",
        "网站采用[-IPv4-]{+IPv6+}访问，运行稳定。");
    row("a name", "柳林镇人民政府", "杨树镇人民政府", "[-柳林-]{+杨树+}镇人民政府");
    row("what stayed by chance goes with its neighbours",
        "全面强化组织领导和统筹协调工作机制建设，各项公开工作有序开展。",
        "逐步细化责任分工和考核评价办法，各项公开工作有序开展。",
        "[-全面强化组织领导和统筹协调工作机制建设，-]{+逐步细化责任分工和考核评价办法，+}"
        "各项公开工作有序开展。");
}

void TextChangesTest::changesAreReadable()
{
    QFETCH(QString, old);
    QFETCH(QString, now);
    const auto changes = wordChanges(old, now);
    QTEST(marked(changes), "changes");
    QCOMPARE(broken(old, now, changes), QString());
}

void TextChangesTest::anyTwoTextsAreGivenBack()
{
    Drawing draw(20240131);
    for (int round = rounds(1500, 150, 60000); round > 0; --round) {
        const QStringList pieces = draw.pieces(30);
        const QString old = pieces.join(QString());
        const QString now = (draw.upTo(9) == 0 ? draw.pieces(30) : draw.edited(pieces)).join(QString());
        const auto changes = wordChanges(old, now);
        const QString what = broken(old, now, changes);
        QVERIFY2(what.isEmpty(), qPrintable(what + u'\n' + old + u'\n' + now));
        QCOMPARE(wordChanges(old, now), changes); // the same each time
    }
}

void TextChangesTest::largeTextsTakeBoundedWork_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("now");
    const auto row = [](const char *name, const std::function<QString(int)> &old,
                         const std::function<QString(int)> &now) {
        QTest::newRow(name) << repeated(old) << repeated(now);
    };
    const auto hanzi = [](int i) { return QString(QChar(0x4E00 + quint32(i) * 7919 % 20000)); };
    const auto sentence = [hanzi](int i) {
        QString text;
        for (int k = 0; k < 20; ++k)
            text += hanzi(i * 31 + k * (i % 7 + 1));
        return text;
    };
    row(
        "a number in each sentence",
        [](int i) { return QStringLiteral("本年收到申请%1件，办结%2件。\n").arg(i).arg(i + 1); },
        [](int i) { return QStringLiteral("本年收到申请%1件，办结%2件。\n").arg(i + 7).arg(i + 3); });
    row(
        "nothing in common", [&](int i) { return sentence(i) + u'。'; },
        [](int i) { return QStringLiteral("no%1 word of it. ").arg(i); });
    row("without a mark or an end", hanzi, [&](int i) { return hanzi(i * 3 + 1); });
    row(
        "one word over and over", [](int) { return QStringLiteral("公开"); },
        [](int i) { return i % 2 ? QStringLiteral("公开") : QStringLiteral("监督"); });
    row(
        "empty paragraphs", [](int) { return QStringLiteral("\n"); },
        [](int i) { return i % 2 ? QStringLiteral("\n") : QStringLiteral("件\n"); });
    row(
        "the sentences in another order", [&](int i) { return sentence(i) + u'。'; },
        [&](int i) { return sentence(3000 - i) + u'。'; });
    row(
        "the same sentences but for a word, in another order",
        [&](int i) { return sentence(i) + QStringLiteral("甲。"); },
        [&](int i) { return sentence(i * 17 % 3001) + QStringLiteral("乙。"); });
    row(
        "marks alone", [](int) { return QStringLiteral("，"); },
        [](int i) { return i % 3 ? QStringLiteral("，") : QStringLiteral("、"); });
    row(
        "live figures", [](int i) { return QStringLiteral("{{a%1}}").arg(i); },
        [](int i) { return QStringLiteral("{{b%1}}").arg(i); });
    row(
        "figures that never end", [](int) { return QStringLiteral("{{"); },
        [](int) { return QStringLiteral("{{{"); });
    row(
        "an item more in each of many lists",
        [](int i) { return QStringLiteral("甲%1、乙%2、丙。").arg(i % 10).arg(i % 7); },
        [](int i) { return QStringLiteral("乙%1、丙、丁%2。").arg(i % 10).arg(i % 7); });
}

void TextChangesTest::largeTextsTakeBoundedWork()
{
    QFETCH(QString, old);
    QFETCH(QString, now);
    qint64 quarter = 0;
    wordChanges(old.left(old.size() / 4), now.left(now.size() / 4), &quarter);
    qint64 whole = 0;
    const auto changes = wordChanges(old, now, &whole);
    QCOMPARE(broken(old, now, changes), QString());
    constexpr qint64 kOfACharacter = 600;
    QVERIFY2(whole <= kOfACharacter * (old.size() + now.size()), qPrintable(QString::number(whole)));
    constexpr qint64 kSmall = 20; // of a character: as good as nothing, however it grows
    QVERIFY2(whole <= 6 * quarter || whole <= kSmall * (old.size() + now.size()),
        qPrintable(QStringLiteral("%1 of a quarter, %2 of all").arg(quarter).arg(whole)));
}

void TextChangesTest::wordsCoverTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *text, const QStringList &words) {
        QTest::newRow(name) << QString::fromUtf8(text) << words;
    };
    row("nothing", "", {});
    row("hanzi by the dictionary", "政府信息公开",
        {QStringLiteral("政府"), QStringLiteral("信息"), QStringLiteral("公开")});
    row("numbers", "2021年1,234.5件30.5%",
        {QStringLiteral("2021"), QStringLiteral("年"), QStringLiteral("1,234.5"), QStringLiteral("件"),
            QStringLiteral("30.5%")});
    row("a live figure", "共{{sum(a.b.c, d)}}件",
        {QStringLiteral("共"), QStringLiteral("{{sum(a.b.c, d)}}"), QStringLiteral("件")});
    row("braces without an end are marks", "{{a\n}}",
        {QStringLiteral("{"), QStringLiteral("{"), QStringLiteral("a"), QStringLiteral("\n"),
            QStringLiteral("}"), QStringLiteral("}")});
    row("the innermost braces", "{{ {{a}}",
        {QStringLiteral("{"), QStringLiteral("{"), QStringLiteral(" "), QStringLiteral("{{a}}")});
    row("marks one by one", "。”）", {QStringLiteral("。"), QStringLiteral("”"), QStringLiteral("）")});
    row("a character of several parts", "a👨‍👩‍👧",
        {QStringLiteral("a"), QStringLiteral("👨‍👩‍👧")});
}

void TextChangesTest::wordsCoverTheText()
{
    QFETCH(QString, text);
    QHash<QString, int> ids;
    QStringList words;
    for (const Word &word : wordsOf(text, ids)) {
        QCOMPARE(word.start, words.join(QString()).size());
        words.append(text.mid(word.start, word.length));
    }
    QTEST(words, "words");
}

void TextChangesTest::aLongestRiseIsFound_data()
{
    QTest::addColumn<QList<qsizetype>>("list");
    QTest::addColumn<QList<qsizetype>>("indexes");
    using List = QList<qsizetype>;
    QTest::newRow("none of nothing") << List{} << List{};
    QTest::newRow("all of what rises") << List{1, 2, 5} << List{0, 1, 2};
    QTest::newRow("one of what falls") << List{3, 2, 1} << List{2};
    QTest::newRow("the last came first") << List{4, 0, 1, 2, 3} << List{1, 2, 3, 4};
    QTest::newRow("the first came last") << List{1, 2, 3, 4, 0} << List{0, 1, 2, 3};
}

void TextChangesTest::aLongestRiseIsFound()
{
    QFETCH(QList<qsizetype>, list);
    QTEST(longestRise(list), "indexes");
}

QTEST_GUILESS_MAIN(TextChangesTest)
#include "tst_textchanges.moc"
