// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "commentedreport.h"
#include "docxaudit.h"
#include "docxwriter.h"
#include "drawnreport.h"
#include "fonts.h"
#include "pagestyle.h"
#include "papers.h"
#include "reportmanuscript.h"
#include "textwriter.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// What of the manuscript is not in the document, or not in its turn.
QString firstLost(const Manuscript &manuscript, const XmlElement &document)
{
    const QStringList pieces = piecesOf(document);
    qsizetype at = 0;
    for (const QString &line : plainText(asWritten(manuscript)).split(u'\n')) {
        for (const QString &each : line.split(u'\t')) {
            const QString piece = each.simplified();
            if (piece.isEmpty())
                continue;
            const qsizetype found = pieces.indexOf(piece, at);
            if (found < 0)
                return piece;
            at = found + 1;
        }
    }
    return {};
}

template <typename Kind> std::vector<const Kind *> blocksOf(const Manuscript &manuscript)
{
    std::vector<const Kind *> found;
    for (const Manuscript::Part &part : manuscript.parts) {
        for (const Block &block : part.blocks) {
            if (const Kind *each = std::get_if<Kind>(&block))
                found.push_back(each);
        }
    }
    return found;
}

QString styleOf(const XmlElement &paragraph)
{
    const XmlElement *properties = paragraph.child("w:pPr");
    return properties ? properties->valueOf("w:pStyle") : QString();
}

/// What XML 1.0 cannot hold, between two characters that no report has.
QString hostileWords()
{
    QString words(QStringLiteral("龘"));
    for (char16_t c = 0; c < 0x20; ++c) {
        if (c != u'\n' && c != u'\t' && c != u'\r')
            words += QChar(c);
    }
    for (const char16_t c : {u'\xD842', u'\xDFB7', u'\xDFB7', u'\xFFFE', u'\xFFFF', u'\xD842'})
        words += QChar(c); // a pair, then the halves of pairs and what is no character
    return words + QStringLiteral("]]>&<\"靐");
}
const QByteArray kHostileAsWritten = "龘\xF0\xA0\xAE\xB7]]&gt;&amp;&lt;&quot;靐";

/// Before every word of a manuscript but those of cells that are set in lines. How many they are.
int insertHostileWords(Manuscript &manuscript)
{
    int count = 0;
    const auto spoil = [&count](QString &words) {
        words.prepend(hostileWords());
        ++count;
    };
    spoil(manuscript.title);
    for (MarginMark &mark : manuscript.marks) {
        for (MarginMark::Remark &remark : mark.remarks) {
            spoil(remark.text);
            spoil(remark.who);
        }
    }
    for (Manuscript::Part &part : manuscript.parts) {
        for (Block &block : part.blocks) {
            if (auto *title = std::get_if<TitleBlock>(&block)) {
                spoil(title->publisher.name);
            } else if (auto *heading = std::get_if<HeadingBlock>(&block)) {
                spoil(heading->text);
            } else if (auto *paragraph = std::get_if<ParagraphBlock>(&block)) {
                spoil(paragraph->changes.isEmpty() ? paragraph->text : paragraph->changes.first().text);
            } else if (auto *illustration = std::get_if<IllustrationBlock>(&block)) {
                spoil(illustration->caption);
                spoil(illustration->alternative);
            } else if (auto *table = std::get_if<TableBlock>(&block)) {
                for (QString &note : table->notes)
                    spoil(note);
                for (TableCell &cell : table->cells) {
                    if (table->kind == TableBlock::Kind::Plain && !cell.isHead())
                        spoil(cell.words);
                }
            }
        }
    }
    return count;
}

} // namespace

class TestDocxWriter : public QObject {
    Q_OBJECT

    struct Written {
        QString name{};
        Manuscript manuscript{};
        OpenedDocx docx{};
    };
    std::shared_ptr<const FontSet> m_fonts{};
    std::vector<Written> m_written{};

    QByteArray write(const Manuscript &manuscript, const DocxChoices &choices = {}) const
    {
        const auto bytes = docxOf(manuscript, choices, *m_fonts);
        return bytes ? *bytes : QByteArray();
    }
    const Written &written(const QString &name) const
    {
        for (const Written &each : m_written) {
            if (each.name == name)
                return each;
        }
        qFatal("no manuscript %s", qPrintable(name));
    }

private Q_SLOTS:
    void initTestCase();
    void theFileIsWhole();
    void disorderIsFound_data();
    void disorderIsFound();
    void nothingIsLost();
    void tablesAreThoseOfTheForm();
    void formTablesStayTogether();
    void headingsMakeAnOutline();
    void pagesAreThoseOfTheStandard();
    void papersCountTheirPages();
    void drawingsHaveWords();
    void noWordBreaksTheMarkup();
    void marksMayHang();
    void theSameBytesTwice();
};

void TestDocxWriter::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
    const auto add = [this](const QString &name, const Manuscript &manuscript) {
        m_written.push_back({name, manuscript, openDocx(write(manuscript))});
    };
    for (const QString &name : sampleNames())
        add(name, manuscriptOf(sampleReport(name)));
    const Report commented = commentedReport();
    const Findings findings = check(commented, RuleSet());
    for (const Paper paper : {Paper::Report, Paper::Review, Paper::Checks, Paper::SignOff})
        add(paperWord(paper), manuscriptOf(paper, commented, findings));
    for (quint32 seed = 0; seed < 6; ++seed)
        add(QStringLiteral("drawn %1").arg(seed),
            manuscriptOf(
                drawnReport(seed, seed % 2 ? QStringLiteral("2019") : QStringLiteral("2021"), true)));
}

void TestDocxWriter::theFileIsWhole()
{
    for (const Written &each : m_written)
        QVERIFY2(each.docx.faults.isEmpty(),
            qPrintable(each.name + QStringLiteral(": ") + each.docx.faults.value(0)));
}

void TestDocxWriter::disorderIsFound_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<bool>("isRight");
    const auto row = [](const char *name, const char *right, const char *wrong) {
        QTest::addRow("%s in order", name) << QByteArray(right) << true;
        QTest::addRow("%s in disorder", name) << QByteArray(wrong) << false;
    };
    row("properties of a paragraph", "<pPr><keepNext/><spacing/><ind/><jc/></pPr>",
        "<pPr><keepNext/><ind/><spacing/><jc/></pPr>");
    row("properties of a run", "<rPr><rFonts/><color/><sz/><u/><shd/></rPr>",
        "<rPr><rFonts/><u/><sz/></rPr>");
    row("properties of a table", "<tblPr><tblW/><jc/><tblBorders/><tblLayout/></tblPr>",
        "<tblPr><tblW/><jc/><tblLayout/><tblBorders/></tblPr>");
    row("properties of a row", "<trPr><cantSplit/><trHeight/></trPr>",
        "<trPr><trHeight/><cantSplit/></trPr>");
    row("properties of a cell", "<tcPr><tcW/><gridSpan/><vMerge/></tcPr>",
        "<tcPr><tcW/><vMerge/><gridSpan/></tcPr>");
    row("properties of a section", "<sectPr><footerReference/><headerReference/><pgSz/><docGrid/></sectPr>",
        "<sectPr><pgSz/><footerReference/><docGrid/></sectPr>");
    row("settings", "<settings><zoom/><defaultTabStop/><compat/></settings>",
        "<settings><zoom/><compat/><defaultTabStop/></settings>");
    row("a style", "<style><name/><basedOn/><next/></style>", "<style><name/><next/><basedOn/></style>");
    row("an element", "<pPr><keepNext/></pPr>", "<pPr><keepsNext/></pPr>");
    row("one of a kind", "<rPr><sz/></rPr>", "<rPr><sz/><sz/></rPr>");
    row("a paragraph", "<p><pPr/><r/></p>", "<p><r/><pPr/></p>");
    row("a cell", "<tc><tcPr/><p/></tc>", "<tc><tcPr/></tc>");
    row("two tables", "<body><tbl/><p/><tbl/></body>", "<body><tbl/><tbl/></body>");
}

void TestDocxWriter::disorderIsFound()
{
    QFETCH(QByteArray, xml);
    QFETCH(bool, isRight);
    xml.replace("</", "\1").replace("<", "<w:").replace("\1", "</w:");
    xml.insert(xml.indexOf('>'), " xmlns:w='w'");
    QString fault;
    const auto element = parseXml(xml, &fault);
    QVERIFY2(element, qPrintable(fault));
    QCOMPARE(orderFaults(*element).isEmpty(), isRight);
}

void TestDocxWriter::nothingIsLost()
{
    for (const Written &each : m_written) {
        const QString lost = firstLost(each.manuscript, each.docx.document);
        QVERIFY2(lost.isEmpty(), qPrintable(each.name + QStringLiteral(": ") + lost));
    }
}

void TestDocxWriter::tablesAreThoseOfTheForm()
{
    int count = 0;
    for (const Written &each : m_written) {
        const auto tables = blocksOf<TableBlock>(each.manuscript);
        const auto found = each.docx.document.all("w:tbl");
        QCOMPARE(found.size(), tables.size());
        for (size_t i = 0; i < tables.size(); ++i) {
            QCOMPARE(cellsOf(*found[i]), cellsOf(*tables[i]));
            int width = 0;
            for (const XmlElement *column : found[i]->all("w:gridCol"))
                width += column->attribute("w:w").toInt();
            QCOMPARE(width, 8845);
            ++count;
        }
    }
    QVERIFY(count > 40);
}

void TestDocxWriter::formTablesStayTogether()
{
    for (const Written &each : m_written) {
        const auto tables = blocksOf<TableBlock>(each.manuscript);
        const auto found = each.docx.document.all("w:tbl");
        for (size_t i = 0; i < tables.size(); ++i) {
            const TableBlock &table = *tables[i];
            const bool hasOneHead = table.runs.size() == 1 && table.runs.first().firstRow == 0;
            const int heads = hasOneHead ? table.runs.first().headRows : 0;
            const auto rows = found[i]->all("w:tr");
            for (int row = 0; row < int(rows.size()); ++row) {
                const XmlElement *properties = rows[size_t(row)]->child("w:trPr");
                QVERIFY(properties && properties->child("w:cantSplit"));
                QCOMPARE(properties->child("w:tblHeader") != nullptr, row < heads);
                const bool isLast = row + 1 == int(rows.size());
                if (table.kind != TableBlock::Kind::Form)
                    continue;
                for (const XmlElement *paragraph : rows[size_t(row)]->all("w:p"))
                    QCOMPARE(paragraph->child("w:pPr")->child("w:keepNext") != nullptr,
                        !isLast || !table.notes.isEmpty());
            }
        }
    }
}

void TestDocxWriter::headingsMakeAnOutline()
{
    const Written &report = written(QStringLiteral("report"));
    const XmlElement styles = report.docx.part("word/styles.xml");
    for (const int level : {1, 2}) {
        const QString id = QStringLiteral("Heading%1").arg(level);
        QStringList headings, expected;
        for (const XmlElement *paragraph : report.docx.document.all("w:p")) {
            if (styleOf(*paragraph) == id)
                headings.append(wordsOf(*paragraph));
        }
        for (const HeadingBlock *heading : blocksOf<HeadingBlock>(report.manuscript)) {
            if (heading->level == level)
                expected.append(heading->text);
        }
        QVERIFY(!expected.isEmpty());
        QCOMPARE(headings, expected);
        const auto all = styles.all("w:style");
        const auto style = std::find_if(all.begin(), all.end(),
            [&](const XmlElement *each) { return each->attribute("w:styleId") == id; });
        QVERIFY(style != all.end());
        QCOMPARE((*style)->valueOf("w:name"), QStringLiteral("heading %1").arg(level));
        const XmlElement *properties = (*style)->child("w:pPr");
        QVERIFY(properties->child("w:keepNext"));
        QCOMPARE(properties->valueOf("w:outlineLvl"), QString::number(level - 1));
    }
    QSet<QString> known;
    for (const XmlElement *style : styles.all("w:style"))
        known.insert(style->attribute("w:styleId"));
    for (const Written &each : m_written) {
        for (const XmlElement *paragraph : each.docx.document.all("w:p"))
            QVERIFY2(known.contains(styleOf(*paragraph)), qPrintable(styleOf(*paragraph)));
    }
}

void TestDocxWriter::pagesAreThoseOfTheStandard()
{
    for (const Written &each : m_written) {
        const auto sections = each.docx.document.all("w:sectPr");
        QCOMPARE(sections.size(), each.manuscript.parts.size());
        for (size_t i = 0; i < sections.size(); ++i) {
            const QHash<QString, QString> &margins = sections[i]->child("w:pgMar")->attributes;
            const QStringList edges{margins[QStringLiteral("w:top")], margins[QStringLiteral("w:right")],
                margins[QStringLiteral("w:bottom")], margins[QStringLiteral("w:left")]};
            QCOMPARE(edges.join(u' '), QStringLiteral("2098 1474 1984 1587"));
            using Kind = Manuscript::Part::Kind;
            const Kind kind = each.manuscript.parts[i].kind;
            const XmlElement *grid = sections[i]->child("w:docGrid");
            if (kind != Kind::OfficePaper) {
                QCOMPARE(grid->attribute("w:type"), QStringLiteral("lines"));
                QCOMPARE(grid->attribute("w:linePitch"), QStringLiteral("579"));
            }
            QCOMPARE(sections[i]->child("w:lnNumType") != nullptr, kind == Kind::Draft);
            QCOMPARE(sections[i]->all("w:headerReference").empty(), kind == Kind::Published);
            QCOMPARE(sections[i]->all("w:footerReference").size(), size_t(2));
        }
    }
}

/// Of a paper alone the pages of the document, which every program counts; else those of its section.
void TestDocxWriter::papersCountTheirPages()
{
    const auto counts = [this](const char *name, const char *what) {
        int found = 0;
        const OpenedDocx &docx = written(QLatin1String(name)).docx;
        for (auto part = docx.parts.cbegin(); part != docx.parts.cend(); ++part)
            found += part.key().startsWith(u"word/footer") ? int(part.value().count(what)) : 0;
        return found;
    };
    for (const char *name : {"checks", "signoff"}) {
        QCOMPARE(counts(name, " NUMPAGES "), 2); // of right and left pages
        QCOMPARE(counts(name, " SECTIONPAGES "), 0);
    }
    QCOMPARE(counts("review", " NUMPAGES "), 0);
    QCOMPARE(counts("review", " SECTIONPAGES "), 0); // LibreOffice does not know it
    QCOMPARE(counts("report", "PAGES "), 0);
}

void TestDocxWriter::drawingsHaveWords()
{
    const Written &report = written(QStringLiteral("report"));
    const auto illustrations = blocksOf<IllustrationBlock>(report.manuscript);
    const auto drawings = report.docx.document.all("wp:docPr");
    QCOMPARE(drawings.size(), illustrations.size());
    QVERIFY(drawings.size() >= 3);
    QSet<QString> ids;
    for (size_t i = 0; i < drawings.size(); ++i) {
        QVERIFY(!illustrations[i]->alternative.isEmpty());
        QCOMPARE(drawings[i]->attribute("descr"), illustrations[i]->alternative);
        ids.insert(drawings[i]->attribute("id"));
    }
    QCOMPARE(ids.size(), qsizetype(drawings.size()));
    for (const Written &each : m_written) {
        for (const XmlElement *table : each.docx.document.all("w:tblPr"))
            QVERIFY(!table->valueOf("w:tblDescription").isEmpty());
    }
}

void TestDocxWriter::noWordBreaksTheMarkup()
{
    for (const char *name : {"review", "checks", "signoff"}) {
        Manuscript manuscript = written(QLatin1String(name)).manuscript;
        const int count = insertHostileWords(manuscript);
        QVERIFY(count > 20);
        const OpenedDocx docx = openDocx(write(manuscript));
        QVERIFY2(docx.faults.isEmpty(), qPrintable(docx.faults.value(0)));
        qsizetype begun = 0, whole = 0;
        for (auto part = docx.parts.cbegin(); part != docx.parts.cend(); ++part) {
            if (part.key().startsWith(u"word/media/"))
                continue;
            for (const QChar c : QString::fromUtf8(part.value()))
                QVERIFY2(c >= u' ' || c == u'\n', qPrintable(part.key()));
            for (const char *never : {"\xEF\xBF\xBD", "\xEF\xBF\xBE", "\xEF\xBF\xBF"})
                QVERIFY2(!part.value().contains(never), qPrintable(part.key()));
            begun += part.value().count("龘");
            whole += part.value().count(kHostileAsWritten);
        }
        QCOMPARE(whole, begun);
        QVERIFY2(whole >= count / 2, qPrintable(QStringLiteral("%1 of %2").arg(whole).arg(count)));
    }
}

/// Words of a line are tightened by a quarter of a point, and a mark may hang; see docxlooks.
void TestDocxWriter::marksMayHang()
{
    int tightened = 0, hanging = 0;
    const XmlElement styles = written(QStringLiteral("report")).docx.part("word/styles.xml");
    for (const XmlElement *style : styles.all("w:style")) {
        if (style->attribute("w:styleId") == u"BodyText")
            tightened = style->child("w:rPr")->valueOf("w:spacing").toInt();
        const XmlElement *properties = style->child("w:pPr");
        const XmlElement *hangs = properties ? properties->child("w:overflowPunct") : nullptr;
        if (hangs && style->attribute("w:styleId") == u"Normal")
            hanging += hangs->attributes.isEmpty() ? 1 : 0; // 0: LibreOffice would not paint them
    }
    QCOMPARE(tightened, -5);
    QCOMPARE(hanging, 1);
}

void TestDocxWriter::theSameBytesTwice()
{
    const Manuscript manuscript
        = manuscriptOf(Paper::Review, commentedReport(), check(commentedReport(), RuleSet()));
    const QByteArray bytes = write(manuscript);
    QVERIFY(!bytes.isEmpty());
    QVERIFY(bytes == write(manuscript));
}

QTEST_GUILESS_MAIN(TestDocxWriter)
#include "tst_docxwriter.moc"
