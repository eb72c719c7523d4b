// SPDX-License-Identifier: MulanPSL-2.0
#include "paginate.h"
#include "pdfdocument.h"
#include "pdfwriter.h"
#include "reportmanuscript.h"
#include "standinprogram.h"
#include "taggedpdf.h"
#include "testreports.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QString words(const QString &text) { return text.simplified(); }

QString lineOf(const ForeignGrid &grid, const ForeignCell &cell)
{
    Q_UNUSED(grid);
    return QStringLiteral("%1,%2 %3x%4 %5")
        .arg(cell.row)
        .arg(cell.column)
        .arg(cell.rowSpan)
        .arg(cell.columnSpan)
        .arg(words(cell.text));
}

/// What a reader of blocks makes of them: a line each.
QStringList shown(const ForeignDocument &document, bool withLevels)
{
    QStringList lines;
    for (const ForeignBlock &block : document.blocks) {
        if (const auto *const text = std::get_if<ForeignParagraph>(&block)) {
            lines.append((text->isTitle       ? QStringLiteral("title ")
                                 : withLevels ? QStringLiteral("%1 ").arg(text->headingLevel)
                                              : QString())
                + words(text->text));
        } else if (const auto *const grid = std::get_if<ForeignGrid>(&block)) {
            for (const ForeignCell &cell : grid->cells)
                lines.append(lineOf(*grid, cell));
        }
    }
    return lines;
}

/// The same of what was written.
QStringList written(const Manuscript &manuscript, bool withLevels)
{
    QStringList lines;
    const auto text = [&](int level, const QString &words_) {
        lines.append((withLevels ? QStringLiteral("%1 ").arg(level) : QString()) + words(words_));
    };
    for (const Block &block : manuscript.parts.front().blocks) {
        if (const auto *const title = std::get_if<TitleBlock>(&block)) {
            lines.append(QStringLiteral("title ") + words(title->lines.join(QString())));
        } else if (const auto *const heading = std::get_if<HeadingBlock>(&block)) {
            text(heading->level, heading->text);
        } else if (const auto *const paragraph = std::get_if<ParagraphBlock>(&block)) {
            text(0, paragraph->text);
        } else if (const auto *const table = std::get_if<TableBlock>(&block)) {
            ForeignGrid grid;
            QList<TableCell> cells = table->cells;
            std::stable_sort(cells.begin(), cells.end(), [](const TableCell &a, const TableCell &b) {
                return std::pair(a.row, a.column) < std::pair(b.row, b.column);
            });
            for (const TableCell &cell : cells)
                lines.append(
                    lineOf(grid, {cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text(), false}));
            for (const QString &note : table->notes)
                text(0, note);
        } else if (const auto *const signature = std::get_if<Signature>(&block)) {
            if (!signature->name.isEmpty())
                text(0, signature->name);
            if (signature->date.isValid())
                text(0, signature->date.toString(QStringLiteral("yyyy年M月d日")));
        }
    }
    return lines;
}

} // namespace

class PdfDocumentTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_temporary; // where the readers make theirs
    std::shared_ptr<const FontSet> m_fonts;

    QByteArray pdfOf(const Manuscript &manuscript)
    {
        const QString path = m_folder.filePath(QStringLiteral("r.pdf"));
        if (!writePdf(paginate(manuscript, pageStyle(), m_fonts, {}), path, {}))
            qFatal("the PDF cannot be written");
        return readFile(path);
    }
    QByteArray by(const QString &program, const QStringList &arguments)
    {
        QProcess::execute(program, arguments);
        return readFile(m_folder.filePath(QStringLiteral("out.pdf")));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
        qputenv("TMPDIR", QFile::encodeName(m_temporary.path()));
    }
    void cleanup()
    {
        QVERIFY(QDir(m_temporary.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void ourOwnComesBackEqual_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void ourOwnComesBackEqual()
    {
        QFETCH(const QString, name);
        const Manuscript manuscript = manuscriptOf(sampleReport(name));
        const QByteArray pdf = pdfOf(manuscript);
        const auto read = readPdf(pdf);
        QVERIFY(read);
        const QStringList found = shown(*read, true), wanted = written(manuscript, true);
        for (qsizetype i = 0; i < std::min(found.size(), wanted.size()); ++i)
            QCOMPARE(found.at(i), wanted.at(i));
        QCOMPARE(found.size(), wanted.size());
    }

    /// The same pages without tags: by their lines and by where the words stand.
    void withoutTagsItIsReadByItsLooks()
    {
        const Manuscript manuscript = manuscriptOf(sampleReport(QStringLiteral("hongze-2023")));
        pdfOf(manuscript);
        const QByteArray bare = by(QStringLiteral("pdftocairo"),
            {QStringLiteral("-pdf"), m_folder.filePath(QStringLiteral("r.pdf")),
                m_folder.filePath(QStringLiteral("out.pdf"))});
        const auto read = readPdf(bare);
        QVERIFY(read);
        QCOMPARE(shown(*read, false), written(manuscript, false));
        for (const ForeignBlock &block : read->blocks) {
            if (const auto *const grid = std::get_if<ForeignGrid>(&block))
                QVERIFY(grid->origin == ForeignGrid::Origin::Ruled);
        }
    }

    void whatIsNotReadIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("notice");
        QByteArray lines, words;
        for (int i = 0; i < 2'100; ++i) {
            const QByteArray x = QByteArray::number(20 + i % 40 * 13),
                             y = QByteArray::number(30 + i / 40 * 11);
            lines += x + ' ' + y + " m " + x + ' ' + QByteArray::number(38 + i / 40 * 11) + " l S\n";
        }
        for (int i = 0; i < 5'100; ++i)
            words += "BT /F 3 Tf " + QByteArray::number(20 + i % 60 * 9) + ' '
                + QByteArray::number(30 + i / 60 * 7) + " Td (a) Tj ET\n";
        const QString crowded
            = QStringLiteral("第1页的线条或者文字过多，其中的表格只当作文字读入，请与原文件核对。");
        QTest::newRow("more lines than a table has") << lines << crowded;
        QTest::newRow("more words than a page with tables has") << words << crowded;
        QTest::newRow("a picture") << QByteArray(
            "q 50 0 0 50 100 100 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q\n")
                                   << QStringLiteral("PDF 中的图片没有读入，第1页有图片。");
        QTest::newRow("nothing but text") << QByteArray() << QString();
    }
    void whatIsNotReadIsTold()
    {
        QFETCH(QByteArray, content);
        QFETCH(const QString, notice);
        content += "BT /F 10 Tf 50 780 Td (Report 2023) Tj ET\n";
        const auto read = readPdf(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count "
            "1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 "
            "842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n5 0 obj\n<</Type/Font"
            "/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n4 0 obj\n<</Length "
            + QByteArray::number(content.size()) + ">>stream\n" + content
            + "endstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n");
        QVERIFY(read);
        QStringList notices;
        for (const Phrase &phrase : read->notices)
            notices.append(phrase.in(Language::Chinese));
        QCOMPARE(notices.join(u'\n'), notice);
    }

    /// What the file says of itself has no end: it is read by its looks, and that is told.
    void tagsWithoutEndAreLeftAside()
    {
        const QByteArray pdf = pdfOf(manuscriptOf(sampleReport(QStringLiteral("zhangcun-2021"))));
        const QByteArray real = QFile::encodeName(QStandardPaths::findExecutable(QStringLiteral("pdfinfo")));
        const StandInProgram endless(m_folder.path(), QStringLiteral("pdfinfo"),
            "case \"$*\" in *-struct-text*) exec yes ;; *) exec " + real + " \"$@\" ;; esac\n");
        const auto read = readPdf(pdf);
        QVERIFY(read);
        QCOMPARE(read->notices.size(), 1);
        QVERIFY(
            read->notices.first().in(Language::Chinese).contains(QStringLiteral("没能在限定的时间内读完")));
        QVERIFY(shown(*read, false).contains(QStringLiteral("一、总体情况")));
    }

    /// The tags are believed as long as the pages repeat nothing but heads.
    void whatTagsMustSay_data()
    {
        QTest::addColumn<QString>("pages");
        QTest::addColumn<bool>("isBelieved");
        const QString first = QStringLiteral("1.本机关不掌握 2\n");
        QTest::newRow("the same") << first + QStringLiteral("3\n") << true;
        QTest::newRow("a head again before a row") << first + QStringLiteral("\f1.本机关不掌握 3\n") << true;
        QTest::newRow("a piece of a head alone") << first + QStringLiteral("\f不掌握\n3\n") << true;
        QTest::newRow("a figure that has a digit more") << first + QStringLiteral("13\n") << false;
        QTest::newRow("a figure again") << first + QStringLiteral("1\n3\n4\n") << false;
    }
    void whatTagsMustSay()
    {
        QFETCH(QString, pages);
        const QString tree = QStringLiteral("Table\n  TR\n    TH\n      \"1.本机关不掌握\"\n    TD\n"
                                            "      \"2\"\n    TD\n      \"3\"\n");
        QTEST(readTags({}, {tree, pages}).has_value(), "isBelieved");
    }

    void hostileOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<ErrorCode>("code");
        const auto file = [](const QByteArray &pages) {
            return QByteArray("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n") + pages
                + "trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n";
        };
        const QByteArray page = "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 ";
        QTest::newRow("text that is called PDF") << QByteArray("年报") << ErrorCode::NotOfItsKind;
        QTest::newRow("nothing but a head") << QByteArray("%PDF-1.7\n") << ErrorCode::BrokenDocument;
        QTest::newRow("a broken table of objects")
            << QByteArray("%PDF-1.7\nxref\n0 99999\ngarbage\nstartxref\n9\n%%EOF")
            << ErrorCode::BrokenDocument;
        QTest::newRow("a million pages by its own count") << file(
            "2 0 obj\n<</Type/Pages/Count 1000000/Kids[3 0 R]>>\nendobj\n" + page + "100 100]>>\nendobj\n")
                                                          << ErrorCode::BrokenDocument;
        QByteArray kids, many;
        for (int i = 0; i <= 1000; ++i) {
            const QByteArray number = QByteArray::number(3 + i);
            kids += number + " 0 R ";
            many += number + " 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n";
        }
        QTest::newRow("more pages than are read")
            << QByteArray(file("2 0 obj\n<</Type/Pages/Count 1001/Kids[" + kids + "]>>\nendobj\n" + many))
                   .replace("/Size 9", "/Size 1004")
            << ErrorCode::TooManyParts;
        QTest::newRow("a page without text")
            << file("2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n" + page + "100 100]>>\nendobj\n")
            << ErrorCode::NoTextLayer;
    }
    void hostileOnesAreRefused()
    {
        QFETCH(const QByteArray, pdf);
        QElapsedTimer timer;
        timer.start();
        const auto read = readPdf(pdf);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
        QVERIFY(timer.elapsed() < 22'000);
    }

    /// Whatever they are, they end.
    void endlessOnesEnd_data()
    {
        QTest::addColumn<QByteArray>("pages");
        QTest::newRow("pages that are their own parents")
            << QByteArray("2 0 obj\n<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>\nendobj\n");
        QTest::newRow("a page wider than a town") << QByteArray(
            "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 "
            "R/MediaBox[0 0 1e9 1e9]>>\nendobj\n");
    }
    void endlessOnesEnd()
    {
        QFETCH(const QByteArray, pages);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!readPdf("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" + pages
            + "trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n"));
        QVERIFY(timer.elapsed() < 22'000);
    }

    void aPasswordIsAskedFor()
    {
        pdfOf(manuscriptOf(filledReport()));
        const QByteArray locked = by(QStringLiteral("qpdf"),
            {QStringLiteral("--encrypt"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("256"),
                QStringLiteral("--"), m_folder.filePath(QStringLiteral("r.pdf")),
                m_folder.filePath(QStringLiteral("out.pdf"))});
        const auto read = readPdf(locked);
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::NeedsPassword);
    }

    void withoutPopplerThePackageIsNamed()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(m_folder.path()));
        const auto read = readPdf("%PDF-1.7\n");
        qputenv("PATH", path);
        QVERIFY(
            !read && read.error() == (Error{ErrorCode::ProgramMissing, {}, QStringLiteral("poppler-utils")}));
    }
};

QTEST_GUILESS_MAIN(PdfDocumentTest)
#include "tst_pdfdocument.moc"
