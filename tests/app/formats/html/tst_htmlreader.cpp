// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"
#include "processortime.h"
#include "testreports.h"

#include <QStringEncoder>
#include <QTest>

using namespace nianbao;

namespace {

ForeignDocument read(const QString &page)
{
    auto document = readHtml(page.toUtf8());
    return document ? *document : ForeignDocument{QStringLiteral("refused"), {}, {}, {}};
}

/// A document as one reads it: a line a block.
QString drawn(const ForeignDocument &document)
{
    QStringList lines;
    for (const ForeignBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block)) {
            QString line = paragraph->isTitle ? QStringLiteral("T") : QString();
            if (paragraph->headingLevel > 0)
                line += QStringLiteral("H%1").arg(paragraph->headingLevel);
            if (!paragraph->number.isEmpty())
                line += u'<' + paragraph->number + u'>';
            lines.append(line.isEmpty() ? paragraph->text : line + u' ' + paragraph->text);
        } else if (const auto *grid = std::get_if<ForeignGrid>(&block)) {
            QString line = QStringLiteral("[%1x%2").arg(grid->rows).arg(grid->columns);
            if (!grid->caption.isEmpty())
                line += u' ' + grid->caption;
            for (const ForeignCell &cell : grid->cells) {
                line += QStringLiteral("|%1.%2").arg(cell.row).arg(cell.column);
                if (cell.rowSpan > 1 || cell.columnSpan > 1)
                    line += QStringLiteral("+%1x%2").arg(cell.rowSpan).arg(cell.columnSpan);
                line += (cell.isHead ? u'!' : u' ') + QString(cell.text).replace(u'\n', u'/');
            }
            lines.append(line + u']');
        } else {
            const auto &picture = std::get<ForeignPicture>(block);
            lines.append(QStringLiteral("(%1 bytes: %2)").arg(picture.bytes.size()).arg(picture.alternative));
        }
    }
    return lines.join(u'\n');
}

} // namespace

class TestHtmlReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesBecomeBlocks_data();
    void pagesBecomeBlocks();
    void encodingsAreFound_data();
    void encodingsAreFound();
    void picturesAreTakenWhereTheyAre();
    void aSavedPageIsReadWithItsPictures_data();
    void aSavedPageIsReadWithItsPictures();
    void hostilePagesAreRefusedOrRead_data();
    void hostilePagesAreRefusedOrRead();
};

void TestHtmlReader::pagesBecomeBlocks_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const QString &page, const QString &blocks) {
        QTest::newRow(name) << page << blocks;
    };
    row("paragraphs that nobody closed", QStringLiteral("<p>甲<p>乙<div>丙"), QStringLiteral("甲\n乙\n丙"));
    row("a line break in running text parts paragraphs", QStringLiteral("<p>甲<br>乙<br/><br/>丙</p>"),
        QStringLiteral("甲\n乙\n丙"));
    row("white space as a browser shows it", QStringLiteral("<p>  a \n  b  <b> c</b> </p>"),
        QStringLiteral("a b c"));
    row("a line of the source ends between hanzi", QStringLiteral("<p>政府信息\n公开</p>"),
        QStringLiteral("政府信息公开"));
    row("wide blanks are off at the ends and stay inside",
        QStringLiteral("<p>&nbsp;　　甲　乙&nbsp;&#x3000;</p><p>　&nbsp;</p>"), QStringLiteral("甲　乙"));
    row("entities and a bare less-than", QStringLiteral("<p>&ldquo;a&rdquo; < b &amp; &#x20BB7;</p>"),
        QStringLiteral("“a” < b & 𠮷"));
    row("headings with their levels", QStringLiteral("<h1>甲</h1><h2>乙</h2><h6>丙</h6><p>丁"),
        QStringLiteral("TH1 甲\nH2 乙\nH6 丙\n丁"));
    row("several h1 are no title", QStringLiteral("<h1>一、甲</h1><p>乙</p><h1>二、丙</h1>"),
        QStringLiteral("H1 一、甲\n乙\nH1 二、丙"));
    row("labels cut over spans",
        QStringLiteral("<p><span>政府<font>信息</font></span><b>公开</b><o:p></o:p></p>"),
        QStringLiteral("政府信息公开"));
    row("what is not shown",
        QStringLiteral("<script>if (a<b) document.write('<p>x</p><!--')</script><style>p{}</style>"
                       "<noscript>x</noscript><template><p>x</template><div hidden>x<p>y</p></div>"
                       "<p style='color:red; Display : none'>x</p><!-- <p>x --><p>甲</p>"),
        QStringLiteral("甲"));
    row("what stood at the edge of pages, as LibreOffice writes it",
        QStringLiteral("<div title=\"header\"><p>年报</p></div><p>甲</p><div title=\"footer\"><p>— <sdfield "
                       "type=PAGE>5</sdfield> —</p></div>"),
        QStringLiteral("甲"));
    row("numbers of lists",
        QStringLiteral("<ol><li>甲<li><p>乙</p><p>丙</p><ul><li>丁</ul><li value=7>戊</ol>"),
        QStringLiteral("<1.> 甲\n<2.> 乙\n丙\n丁\n<7.> 戊"));
    row("numbers of other kinds",
        QStringLiteral("<ol type=A start=27><li>甲</ol><ol type=i><li>乙<li>丙</ol>"
                       "<ol style='list-style-type:cjk-ideographic' start=21><li>丁</ol>"
                       "<ol style='list-style:none'><li>戊</ol>"),
        QStringLiteral("<AA.> 甲\n<i.> 乙\n<ii.> 丙\n<二十一、> 丁\n戊"));
    row("numbers that Word counts",
        QStringLiteral(
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
            "<span lang=EN-US><span style='mso-list:Ignore'>（二）<span>&nbsp;&nbsp;</span></span></span>"
            "<![endif]>主动公开<o:p></o:p></p>"),
        QStringLiteral("<（二）> 主动公开"));
    row("a table with spans",
        QStringLiteral("<table><caption>表一</caption><thead><tr><th rowspan=2>甲<th colspan=2>乙"
                       "<tr><td>丙<td>丁</thead><tr><td>1<td><td>3</table>"),
        QStringLiteral("[3x3 表一|0.0+2x1!甲|0.1+1x2!乙|1.1!丙|1.2!丁|2.0 1|2.1 |2.2 3]"));
    row("a span of no end, one too wide",
        QStringLiteral("<table><tr><td rowspan=0>甲<td>1<tr><td colspan=99999>2<tr><td>3</table>"),
        QStringLiteral("[3x200|0.0+3x1 甲|0.1 1|1.1+1x199 2|2.1 3]"));
    row("no span leaves its group",
        QStringLiteral("<table><thead><tr><th rowspan=9>甲<th>乙</thead><tr><td>1<td>2</table>"),
        QStringLiteral("[2x2|0.0!甲|0.1!乙|1.0 1|1.1 2]"));
    row("lines in a cell",
        QStringLiteral("<table><tr><td>商业<br>企业<td><p>（三）</p><p>不予公开</p></table>"),
        QStringLiteral("[1x2|0.0 商业/企业|0.1 （三）/不予公开]"));
    row("cells and rows that nobody closed", QStringLiteral("<table><td><span>1<td>2<tr><td>3<td>4</table>5"),
        QStringLiteral("[2x2|0.0 1|0.1 2|1.0 3|1.1 4]\n5"));
    row("a table that holds tables is layout",
        QStringLiteral(
            "<table><tr><td>首页<td></tr><tr><td>甲<table><tr><td>1<td>2</table>乙<td>丙</table>丁"),
        QStringLiteral("首页\n甲\n[1x2|0.0 1|0.1 2]\n乙\n丙\n丁"));
    row("so are those around it, and one that holds one cell",
        QStringLiteral("<table><tr><td>甲<td><table><tr><td>乙<td><table><tr><td>丙</table>丁"
                       "<table><tr><td>1<td>2</table></table></table>"),
        QStringLiteral("甲\n乙\n丙\n丁\n[1x2|0.0 1|0.1 2]"));
    row("an empty table within makes no layout",
        QStringLiteral("<table><tr><td>1<table><tr><td>&nbsp;<td></table><td>2</table>"),
        QStringLiteral("[1x2|0.0 1|0.1 2]"));
    row("text between rows", QStringLiteral("<table><tr><td>1<td>2</tr>甲<tr><td>3<td>4</table>"),
        QStringLiteral("甲\n[2x2|0.0 1|0.1 2|1.0 3|1.1 4]"));
    row("cells without a table are text", QStringLiteral("<div><td>1</td><td>2</td></div>"),
        QStringLiteral("1\n2"));
    row("preformatted lines", QStringLiteral("<pre>甲\n  乙</pre>"), QStringLiteral("甲\n乙"));
}

void TestHtmlReader::pagesBecomeBlocks()
{
    QFETCH(QString, page);
    QFETCH(QString, blocks);
    QCOMPARE(drawn(read(page)), blocks);
}

void TestHtmlReader::encodingsAreFound_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const QByteArray &page, const QString &blocks) {
        QTest::newRow(name) << page << blocks;
    };
    const auto in = [](const char *encoding, const QString &text) {
        return QByteArray(QStringEncoder(encoding).encode(text));
    };
    const QString text = QStringLiteral("<p>政府信息公开，𠮷€");
    const QString shown = QStringLiteral("政府信息公开，𠮷€");
    row("UTF-8 that says nothing", text.toUtf8(), shown);
    row("UTF-8 with its mark", "\xEF\xBB\xBF" + text.toUtf8(), shown);
    row("gb2312 is GB18030", "<meta charset=gb2312>" + in("GB18030", text), shown);
    row("named as old pages do",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset = GBK'>" + in("GB18030", text), shown);
    row("GB18030 that says nothing", in("GB18030", text), shown);
    row("UTF-8 that says it is gbk", "<meta charset='gbk'>" + text.toUtf8(), shown);
    row("a few bytes that could be both are what they say",
        "<meta charset=gbk><p>" + in("GB18030", QStringLiteral("联通")), QStringLiteral("联通"));
    row("UTF-16 with its mark", "\xFF\xFE" + in("UTF-16LE", text), shown);
    row("one broken byte in a page",
        (QStringLiteral("<meta charset=utf-8><p>甲") + QString(600, u'a')).toUtf8()
            + "\xFF"
              "b",
        QStringLiteral("甲") + QString(600, u'a') + QChar(QChar::ReplacementCharacter) + u'b');
    row("none that is known", QByteArray("<p>") + QByteArray(50, char(0xFF)), QString());
}

void TestHtmlReader::encodingsAreFound()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, blocks);
    const auto document = readHtml(page);
    if (blocks.isEmpty()) {
        QVERIFY(!document);
        QCOMPARE(document.error().code, ErrorCode::UnknownEncoding);
        return;
    }
    QVERIFY(document.has_value());
    QCOMPARE(drawn(*document), blocks);
    QCOMPARE(document->notices.size(), blocks.contains(QChar::ReplacementCharacter) ? 1 : 0);
}

void TestHtmlReader::picturesAreTakenWhereTheyAre()
{
    const QString data = QString::fromLatin1(test::smallPicture().toBase64());
    const ForeignDocument document = read(
        QStringLiteral("<title> 年报\n2023 </title><p>甲<img alt='图1 申请' src='data:image/png;base64,%1'>乙"
                       "<img src='data:image/png;base64,AAAA' alt='坏图'><img src='/x/icon.png'>"
                       "<img src='http://x/y.jpg' alt='合影'>")
            .arg(data));
    QCOMPARE(document.title, QStringLiteral("年报 2023"));
    QCOMPARE(
        drawn(document), QStringLiteral("甲\n(%1 bytes: 图1 申请)\n乙").arg(test::smallPicture().size()));
    QCOMPARE(document.notices.size(), 3);
    QVERIFY(document.notices.at(1).in(Language::Chinese).contains(QStringLiteral("“合影”")));
    QVERIFY(document.notices.at(2).in(Language::English).startsWith(u'3'));
}

void TestHtmlReader::aSavedPageIsReadWithItsPictures_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("as Word writes it") << QByteArray("\r\n");
    QTest::newRow("with other line ends") << QByteArray("\n");
}

void TestHtmlReader::aSavedPageIsReadWithItsPictures()
{
    QFETCH(QByteArray, end);
    QByteArray file
        = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\"; "
          "boundary=\"--x=_1\"\n\n"
          "what a reader without MIME shows\n----x=_1\nContent-Location: file:///C:/D/a.htm\n"
          "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/html; charset=\"gb2312\"\n\n"
          "<p>=D5=FE=B8=AE=\n=D0=C5=CF=A2 =3D<img src=3D'a.files/i.png' alt=3Db><img src=3D'cid:p@q' "
          "alt=3Dc></p>\n"
          "----x=_1\nContent-Location: file:///C:/D/a.files/i.png\nContent-Transfer-Encoding: base64\n"
          "Content-Type: image/png\n\n"
        + test::smallPicture().toBase64()
        + "\n\n"
          "----x=_1\nContent-ID: <p@q>\nContent-Transfer-Encoding: base64\nContent-Type: image/png\n\n"
        + test::smallPicture().toBase64() + "\n----x=_1--\n";
    file.replace("\n", end);
    const auto document = readMht(file);
    QVERIFY(document.has_value());
    const QString picture = QStringLiteral("(%1 bytes: %2)").arg(test::smallPicture().size());
    QCOMPARE(drawn(*document),
        QStringLiteral("政府信息 =\n") + picture.arg(QStringLiteral("b")) + u'\n'
            + picture.arg(QStringLiteral("c")));
    QCOMPARE(readMht("no head here").error().code, ErrorCode::NotOfItsKind);
    // nobody holds head lines without end
    QByteArray heads = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n";
    for (int at = 0; at < 1'000'000; ++at)
        heads += 'X' + QByteArray::number(at) + ": a\n";
    QCOMPARE(readMht(heads).error().code, ErrorCode::BrokenDocument);
    QCOMPARE(
        readMht("MIME-Version: 1.0\nContent-Type: text/plain\n\nx").error().code, ErrorCode::BrokenDocument);
}

void TestHtmlReader::hostilePagesAreRefusedOrRead_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<int>("error"); // -1: it is read
    const auto row = [](const char *name, const QByteArray &page, std::optional<ErrorCode> error) {
        QTest::newRow(name) << page << (error ? int(*error) : -1);
    };
    row("elements in each other", QByteArray("<div>").repeated(100'000), ErrorCode::TooDeep);
    row("marks that nobody closed", QByteArray("<b><i><font>").repeated(20'000), ErrorCode::TooDeep);
    row("ends that close nothing", QByteArray("<b>").repeated(1'000) + QByteArray("</i>").repeated(200'000),
        ErrorCode::TooCostly);
    row("ends without end", QByteArray("</div>").repeated(1'100'000), ErrorCode::TooCostly);
    row("empty elements without end", QByteArray("<div></div>").repeated(550'000), ErrorCode::TooCostly);
    row("texts without end that nobody sees", "<div hidden>" + QByteArray("&amp;").repeated(1'100'000),
        ErrorCode::TooCostly);
    row("lists in each other", QByteArray("<ol><li>x").repeated(100'000), ErrorCode::TooDeep);
    row("layout in layout", QByteArray("<table><tr><td>a<td>b").repeated(200), std::nullopt);
    row("cells without end", "<table>" + QByteArray("<td>1").repeated(1'000'000), ErrorCode::TooCostly);
    row("paragraphs without end", QByteArray("<p>a").repeated(1'000'000), ErrorCode::TooCostly);
    row("attributes without end", "<a " + QByteArray("b c d e f g ").repeated(500'000) + ">x", std::nullopt);
    row("a style without end", "<p style=\"" + QByteArray("display:").repeated(500'000) + "\">x",
        std::nullopt);
    row("a comment without end", "<p>x<!--" + QByteArray(5'000'000, '-'), std::nullopt);
    row("a script that never ends", "<p>x<script>" + QByteArray("</scrip").repeated(500'000), std::nullopt);
    row("bytes of nothing", "<p>x" + QByteArray(5'000'000, '\0') + "y", std::nullopt);
    row("no page", "%PDF-1.7", ErrorCode::NotOfItsKind);
    row("nothing", "", ErrorCode::NotOfItsKind);
    row("larger than any page", QByteArray((64 << 20) + 1, ' '), ErrorCode::TooLarge);
}

void TestHtmlReader::hostilePagesAreRefusedOrRead()
{
    QFETCH(QByteArray, page);
    QFETCH(int, error);
    const test::ProcessorTime time;
    const auto document = readHtml(page);
    QCOMPARE(document ? -1 : int(document.error().code), error);
    QVERIFY2(time.milliseconds() < 10'000,
        qPrintable(QString::number(time.milliseconds()))); // far above; linear is enough
}

QTEST_GUILESS_MAIN(TestHtmlReader)
#include "tst_htmlreader.moc"
