// SPDX-License-Identifier: MulanPSL-2.0
#include "proposal.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

/// Lines of a plain text; [TABLE] is the second table with every cell 0, [PICTURE] a picture. A line that
/// begins with # is a title, with ## … a heading in the style of that level less one.
ForeignDocument documentOf(const QString &text, const QString &kind = QStringLiteral("txt"))
{
    ForeignDocument document;
    document.kind = kind;
    for (QString line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line == u"[PICTURE]") {
            document.blocks.append(ForeignPicture{test::smallPicture(), QStringLiteral("a.png"), {}});
            continue;
        }
        if (line == u"[TABLE]") {
            const TableSpec &spec = *findForm(QStringLiteral("2021"))->table(Role::Disclosure);
            ForeignGrid grid;
            grid.rows = spec.gridRows;
            grid.columns = int(spec.widths.size());
            for (const GridCell &cell : spec.grid)
                grid.cells.append({cell.row, cell.column, cell.rowSpan, cell.columnSpan,
                    cell.kind == GridCell::Kind::Figure ? QStringLiteral("0") : cell.text});
            document.blocks.append(grid);
            continue;
        }
        ForeignParagraph paragraph;
        int level = 0;
        while (line.startsWith(u'#')) {
            line.remove(0, 1);
            ++level;
        }
        paragraph.isTitle = level == 1;
        paragraph.headingLevel = level > 1 ? level - 1 : 0;
        if (const auto at = line.indexOf(u'|'); at >= 0) { // an automatic number
            paragraph.number = line.left(at);
            line = line.mid(at + 1);
        }
        paragraph.text = line;
        document.blocks.append(paragraph);
    }
    return document;
}

QString textAt(const Proposal &proposal, const char *place)
{
    for (const ProposedText &text : proposal.texts) {
        if (text.place.toString() == QLatin1String(place))
            return text.text + (text.state == Recognition::Guessed ? QStringLiteral("?") : QString());
    }
    return QStringLiteral("-");
}

bool isTold(const Proposal &proposal, const QString &words)
{
    return std::any_of(proposal.notes.begin(), proposal.notes.end(),
        [&words](const Phrase &note) { return note.in(Language::Chinese).contains(words); });
}

const QString kBefore = QStringLiteral("清河县柳林镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n");
const QString kBehind
    = QStringLiteral("\n二、主动公开政府信息情况\n[TABLE]"
                     "\n五、存在的主要问题及改进情况\n培训不够。\n六、其他需要报告的事项\n没有收费。");

} // namespace

/// What a document says besides its tables: each row is a document and what stands at places of the report.
class TestRecogniseTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsStandAtTheirPlaces_data();
    void textsStandAtTheirPlaces();
    void picturesStandBehindTheirParagraphs();
};

void TestRecogniseTexts::textsStandAtTheirPlaces_data()
{
    using Expected = QList<std::pair<const char *, QString>>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QString>("told");
    const auto add
        = [](const char *name, const QString &text, const Expected &expected, const char *told = "") {
              QStringList places;
              QStringList texts;
              for (const auto &[place, words] : expected) {
                  places.append(QLatin1String(place));
                  texts.append(words);
              }
              QTest::addRow("%s", name) << text << places << texts << QString::fromUtf8(told);
          };
    const auto u = [](const char *words) { return QString::fromUtf8(words); };

    add("a title on two lines is one",
        u("清河县柳林镇\n2021年政府信息公开工作年度报告\n一、总体情况\n正常。\n") + kBehind,
        {{"title", u("清河县柳林镇2021年政府信息公开工作年度报告")},
            {"organisation/name", u("清河县柳林镇人民政府?")}});
    add("a title in two styled lines keeps them",
        u("#清河县柳林镇人民政府\n#2021年政府信息公开工作年度报告\n一、总体情况\n正常。\n") + kBehind,
        {{"title", u("清河县柳林镇人民政府\n2021年政府信息公开工作年度报告")},
            {"organisation/name", u("清河县柳林镇人民政府")}});
    add("what is said of the office is read by its labels",
        u("柳林镇2021年政府信息公开工作年度报告\n现公布清河县柳林镇人民政府2021年年度报告。如有疑问，请与柳林"
          "镇党政办公室联系（地址：清河县"
          "柳林路8号，邮编：251900，电话：0123—4567890；传真：0123-4567891，电子邮箱：ll@example."
          "cn）。\n一、总体情况\n正常。\n")
            + kBehind,
        {{"organisation/address", u("清河县柳林路8号")}, {"organisation/postcode", u("251900")},
            {"organisation/phone", u("0123-4567890")}, {"organisation/fax", u("0123-4567891")},
            {"organisation/email", u("ll@example.cn")}, {"organisation/office", u("柳林镇党政办公室?")}});
    // half a character where what is looked at ends
    add("an address of the website, a rare character well behind it",
        u("柳林镇2021年政府信息公开工作年度报告\n本报告可在清河县人民政府网站（http://www.qh.gov.cn）查阅。")
            + QString(94, u'略') + u("\U00020000\n一、总体情况\n正常。\n") + kBehind,
        {{"organisation/website", u("http://www.qh.gov.cn?")}});
    add("numbers of headings are taken off, of all kinds",
        kBefore + u("（一）概述\n正常。\n(二) 公开情况\n好。") + kBehind,
        {{"overview/1/heading", u("概述")}, {"overview/1", u("正常。")},
            {"overview/2/heading", u("公开情况")}});
    add("numbers that Word counts itself too",
        kBefore + u("（一）|概述\n正常。\n1.|先做这个。\n（二）|公开情况\n好。") + kBehind,
        {{"overview/1/heading", u("概述")}, {"overview/1", u("正常。\n1.先做这个。")},
            {"overview/2/heading", u("公开情况")}});
    add("lost numbers are told and not invented",
        kBefore + u("（一）概述\n正常。\n申请办理情况\n没有申请。\n（三）监督保障情况\n有人负责。") + kBehind,
        {{"overview/2/heading", u("申请办理情况?")}, {"overview/2", u("没有申请。")},
            {"overview/3/heading", u("监督保障情况")}},
        "“申请办理情况”没有序号");
    add("a wrong number is told", kBefore + u("（二）概述\n正常。\n（三）公开情况\n好。") + kBehind,
        {{"overview/1/heading", u("概述")}, {"overview/2/heading", u("公开情况")}},
        "“概述”的序号是2，这里是第1个");
    add("a heading that its text runs on from is a guess",
        kBefore + u("（一）主动公开。本年度公开信息5条。\n（二）依申请公开。没有申请。") + kBehind,
        {{"overview/1/heading", u("主动公开?")}, {"overview/1", u("本年度公开信息5条。")},
            {"overview/2/heading", u("依申请公开?")}},
        "写在段首");
    add("where headings have styles, plain lines are none",
        u("#柳林镇2021年政府信息公开工作年度报告\n##一、总体情况\n###概述\n正常。\n公开平台建设情况\n好。\n"
          "##五、存在的主要问题及改进情况\n不够。\n##六、其他需要报告的事项\n无。"),
        {{"overview/1/heading", u("概述")}, {"overview/1", u("正常。\n公开平台建设情况\n好。")}});
    add("a part called as a section is none",
        kBefore
            + u("（一）概述\n正常。\n（二）主动公开政府信息情况\n公开5条。\n主动公开政府信息情况\n[TABLE]"
                "\n五、存在的主要问题及改进情况\n不够。"),
        {{"overview/2/heading", u("主动公开政府信息情况")}, {"overview/2", u("公开5条。")}},
        "前面缺少序号“二”");
    add("sections are found by titles, not by numbers",
        u("柳林镇2021年政府信息公开工作年度报告\n1、基本情况\n正常。\n第二部分 "
          "存在的主要问题和改进情况\n不够。\n九、需要报告的其他事项\n没有。"),
        {{"overview/1", u("正常。")}, {"problems/1", u("不够。")}, {"other/1", u("没有。")}}, "序号是9");
    add("a heading in the middle of its text is parted",
        kBefore.chopped(7)
            + u("一、总体情况 "
                "2021年，我镇按照上级要求做好各项工作，公开信息，接受监督，没有发生任何问题，群众满意度高。"
                "\n")
            + kBehind,
        {{"overview/1",
            u("2021年，我镇按照上级要求做好各项工作，公开信息，接受监督，没有发生任何问题，群众满意度高"
              "。")}});
    add("text under a table is its note",
        kBefore
            + u("正常。\n二、主动公开政府信息情况\n单位：件\n[TABLE]"
                "\n注：含下属单位。\n五、存在的主要问题及改进情况\n不够。"),
        {{"table_notes/disclosure", u("注：含下属单位。")}}, "写在表格上方");
    add("what the form tells to do is left out",
        kBefore
            + u("正常。\n二、主动公开政府信息情况\n（该部分以表格形式报告）\n[TABLE]"
                "\n五、存在的主要问题及改进情况\n（文字描述）"),
        {{"table_notes/disclosure", u("-")}, {"problems/1", u("-")}}, "填写说明");
    add("a seventh section is added to the sixth, and told",
        kBefore + u("正常。") + kBehind + u("\n七、2022年工作思路\n继续做好。"),
        {{"other/1", u("没有收费。")}, {"other/2/heading", u("2022年工作思路?")},
            {"other/2", u("继续做好。")}},
        "没有“2022年工作思路”这一部分");
    add("one that is put between too",
        kBefore
            + u("正常。\n二、主动公开政府信息情况\n[TABLE]"
                "\n五、存在的主要问题及改进情况\n不够。\n六、2022年工作思路\n继续。\n七、其他需要报告的事项\n"
                "没有。"),
        {{"problems/1", u("不够。")}, {"other/1", u("没有。")}, {"other/2/heading", u("2022年工作思路?")}},
        "序号是7");
    add("before 2019 there are texts alone",
        u("柳林镇2012年政府信息公开工作年度报告\n一、概述\n正常。\n二、主动公开政府信息情况\n公开5条。\n三、"
          "存在的主要问题及改进措施\n不够。"),
        {{"overview/1", u("正常。")}, {"overview/2/heading", u("主动公开政府信息情况?")},
            {"overview/2", u("公开5条。")}, {"problems/1", u("不够。")}},
        "2019年以前");
    add("what a page has around it is left out",
        u("首页 > 信息公开 > 年报\n清河县柳林镇人民政府2021年政府信息公开工作年度报告\n发布时间：2022-01-20 "
          "来源：柳林镇\n一、总体情况\n正常。\n")
            + kBehind + u("\n打印 关闭窗口\n版权所有：清河县"),
        {{"introduction", u("-")}, {"other/1", u("没有收费。")}}, "“发布时间：2022-01-20 来源：柳林镇”");
    add("name and date at the end are the signature",
        kBefore + u("正常。") + kBehind + u("\n清河县柳林镇人民政府\n二〇二二年一月二十日"),
        {{"signature", u("清河县柳林镇人民政府")}, {"date", u("2022-01-20")}, {"other/1", u("没有收费。")}});
    add("also on one line", kBefore + u("正常。") + kBehind + u("\n清河县柳林镇人民政府2022年1月20日"),
        {{"signature", u("清河县柳林镇人民政府")}, {"date", u("2022-01-20")}});
    add("a table of contents is left out",
        u("柳林镇2021年政府信息公开工作年度报告\n目录\n一、总体情况\n五、存在的主要问题及改进情况\n六、其他需"
          "要报告的事项\n一、总体情况\n正常。\n")
            + kBehind,
        {{"introduction", u("-")}, {"overview/1", u("正常。")}, {"problems/1", u("培训不够。")}});
    add("the mark of a lost picture is no text",
        kBefore + u("公开5条。[image: image1.png]AR\n其他也好。") + kBehind,
        {{"overview/1", u("公开5条。\n其他也好。")}}, "[image: image1.png]AR");
}

void TestRecogniseTexts::textsStandAtTheirPlaces()
{
    QFETCH(QString, text);
    QFETCH(QStringList, places);
    QFETCH(QStringList, expected);
    QFETCH(QString, told);
    const Proposal proposal = recognise(documentOf(text));
    QVERIFY(proposal.isReport);
    QVERIFY(proposal.year.has_value());
    for (qsizetype i = 0; i < places.size(); ++i)
        QCOMPARE(textAt(proposal, qPrintable(places[i])), expected[i]);
    QVERIFY2(told.isEmpty() || isTold(proposal, told), [&] {
        static QByteArray all;
        all.clear();
        for (const Phrase &note : proposal.notes)
            all += note.in(Language::Chinese).toUtf8() + '\n';
        return all.constData();
    }());
}

void TestRecogniseTexts::picturesStandBehindTheirParagraphs()
{
    const Proposal proposal = recognise(documentOf(kBefore
        + QStringLiteral("（一）概述\n一。\n[PICTURE]\n图1 办事窗口\n二。\n[PICTURE]\n三。") + kBehind));
    QCOMPARE(textAt(proposal, "overview/1"), QStringLiteral("一。\n二。\n三。"));
    QCOMPARE(proposal.pictures.size(), 2);
    QCOMPARE(proposal.pictures[0].caption, QStringLiteral("办事窗口"));
    QCOMPARE(proposal.pictures[0].afterParagraph, 1);
    QCOMPARE(proposal.pictures[1].afterParagraph, 2);
    QCOMPARE(proposal.pictures[1].picture, test::smallPicture());
}

QTEST_GUILESS_MAIN(TestRecogniseTexts)
#include "tst_recognisetexts.moc"
