// SPDX-License-Identifier: MulanPSL-2.0
#include "helpmarkup.h"

#include <QTest>

using namespace nianbao;

class HelpMarkupTest : public QObject {
    Q_OBJECT

    static QString html(const QString &markup)
    {
        return helpmarkup::html(markup, [](const QString &) { return QSize(320, 200); });
    }

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a paragraph") << QStringLiteral("甲 < 乙") << QStringLiteral("<p>甲 &lt; 乙</p>");
        QTest::newRow("a heading with its anchor")
            << QStringLiteral("## 填数") << QStringLiteral("<h2><a name=\"填数\"></a>填数</h2>");
        QTest::newRow("a list") << QStringLiteral("- 甲\n- 乙")
                                << QStringLiteral("<ul><li>甲</li><li>乙</li></ul>");
        QTest::newRow("a numbered list, ended by a paragraph") << QStringLiteral(
            "1. 甲\n2. 乙\n\n丙") << QStringLiteral("<ol><li>甲</li><li>乙</li></ol><p>丙</p>");
        QTest::newRow("strong beside punctuation")
            << QStringLiteral("点**“保存”**就好") << QStringLiteral("<p>点<b>“保存”</b>就好</p>");
        QTest::newRow("words of the screen")
            << QStringLiteral("按 `打开`") << QStringLiteral("<p>按 <span class=\"screen\">打开</span></p>");
        QTest::newRow("a link") << QStringLiteral("见[填表](tables.md#粘贴)。")
                                << QStringLiteral("<p>见<a href=\"tables.md#粘贴\">填表</a>。</p>");
        QTest::newRow("a mark that is none")
            << QStringLiteral("\\*\\*甲 [乙 丙`") << QStringLiteral("<p>**甲 [乙 丙`</p>");
        QTest::newRow("lines of a terminal")
            << QStringLiteral("```\na <b>\n```\n后") << QStringLiteral("<pre>a &lt;b&gt;\n</pre><p>后</p>");
        QTest::newRow("a picture with its words")
            << QStringLiteral("![起始页](pictures/start.png)")
            << QStringLiteral("<p class=\"picture\"><img src=\"pictures/start.png\" width=\"320\" "
                              "height=\"200\"></p><p class=\"caption\">起始页</p>");
    }
    void marks()
    {
        QFETCH(QString, markup);
        QFETCH(QString, expected);
        QCOMPARE(html(markup), expected);
    }

    void aTableHasAHeadAndCells()
    {
        const QString table = html(QStringLiteral("| 键 | 做什么 |\n|---|---|\n| `F8` | 甲\\|乙 |"));
        QVERIFY(table.contains(QStringLiteral("<tr><th>键</th><th>做什么</th></tr>")));
        QVERIFY(table.contains(QStringLiteral("<td><span class=\"screen\">F8</span></td><td>甲|乙</td>")));
        QVERIFY(table.endsWith(QStringLiteral("</table>")));
    }

    void foreignWordsAreNoMarks()
    {
        const QString words = QStringLiteral("# *甲* `乙` [丙](丁) | **戊** \\己");
        QCOMPARE(helpmarkup::plain(helpmarkup::escaped(words)), words);
        QCOMPARE(html(helpmarkup::escaped(words)), QStringLiteral("<p>%1</p>").arg(words));
    }

    /// Nor within words of the screen, which may be those of somebody's report.
    void foreignWordsOfTheScreenAreNoMarks()
    {
        const QString words = QStringLiteral("撤销 “a|b`c\\d**”");
        const QString cell = QStringLiteral("`%1`").arg(helpmarkup::escaped(words));
        QCOMPARE(helpmarkup::screenWords(cell), QStringList{words});
        const QString table = html(QStringLiteral("| 菜单 | 键 |\n|---|---|\n| %1 | F8 |").arg(cell));
        QVERIFY(table.contains(
            QStringLiteral("<tr><td><span class=\"screen\">%1</span></td><td>F8</td></tr>").arg(words)));
    }

    void sectionsHoldWhatIsRead()
    {
        const auto sections = helpmarkup::sections(QStringLiteral(
            "# 填表\n\n直接打 `0`。\n\n## 粘贴\n\n- 见[甲](a.md)\n\n![图](p.png)\n\n| a | b |\n|---|---|"));
        QCOMPARE(sections.size(), 2);
        QCOMPARE(sections[0].heading, QStringLiteral("填表"));
        QCOMPARE(sections[0].text, QStringLiteral("直接打 0。"));
        QCOMPARE(sections[1].level, 2);
        QCOMPARE(sections[1].text, QStringLiteral("见甲 图 a b"));
    }
};

QTEST_GUILESS_MAIN(HelpMarkupTest)
#include "tst_helpmarkup.moc"
