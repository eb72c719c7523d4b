// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "commentedreport.h"
#include "docxaudit.h"
#include "docxwriter.h"
#include "drawnreport.h"
#include "fonts.h"
#include "paginate.h"
#include "papers.h"
#include "reportmanuscript.h"
#include "textwriter.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr int kLongest = 120'000; // ms that LibreOffice may take

/// How often each character with ink is there. A font may show a hanzi by the sign of its radical.
QMap<char32_t, int> inkOf(const QString &text)
{
    QMap<char32_t, int> ink;
    for (char32_t c : text.toUcs4()) {
        if (c >= 0x2E80 && c <= 0x2FDF) {
            const QList<uint> one
                = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KC).toUcs4();
            c = char32_t(one.first());
        }
        if (!QChar::isSpace(c))
            ++ink[c];
    }
    return ink;
}

QString lostIn(const QString &text, const QString &expected)
{
    const auto found = inkOf(text), wanted = inkOf(expected);
    QString lost;
    for (auto each = wanted.cbegin(); each != wanted.cend(); ++each) {
        const char32_t c = each.key();
        if (found.value(c) < each.value())
            lost += QStringLiteral("%1 × %2 ")
                        .arg(QString::fromUcs4(&c, 1))
                        .arg(each.value() - found.value(c));
    }
    return lost;
}

/// A table's cells without blanks and line ends: who opens a file may set others. Who saves it may part
/// columns by less than a rule is wide: LibreOffice does where edges were rounded.
QStringList gridOf(const QStringList &cells, const XmlElement *table = nullptr)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+),(\\d+)\\+(\\d+)×(\\d+):(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    constexpr int kRule = 30; // twips
    QList<int> columns{0}; // that count, before each of the table's
    if (table) {
        for (const XmlElement *column : table->all("w:gridCol"))
            columns.append(columns.last() + (column->attribute("w:w").toInt() < kRule ? 0 : 1));
    }
    QStringList lines;
    for (const QString &cell : cells) {
        const QRegularExpressionMatch part = form.match(cell);
        const int from = part.captured(2).toInt(), to = from + part.captured(4).toInt();
        const int begin = table ? columns.value(from, -1) : from, end = table ? columns.value(to, -1) : to;
        QString words = part.captured(5);
        words.removeIf([](QChar c) { return c.isSpace(); });
        lines.append(QStringLiteral("%1+%2, %3 to %4: %5")
                         .arg(part.captured(1), part.captured(3))
                         .arg(begin)
                         .arg(end)
                         .arg(words));
    }
    return lines;
}

} // namespace

/// What LibreOffice makes of our Word files.
class TestDocxOffice : public QObject {
    Q_OBJECT

    struct Case {
        QString name{};
        Manuscript manuscript{};
        qsizetype pages = 0; // of ours
    };
    QTemporaryDir m_folder{};
    std::vector<Case> m_cases{};

    QString file(size_t index, const char *suffix) const
    {
        return m_folder.filePath(QStringLiteral("%1/%2.%1").arg(QLatin1String(suffix)).arg(index));
    }
    bool convert(const char *suffix) const;

private Q_SLOTS:
    void initTestCase();
    void pagesAreAsManyAsOurs();
    void noCharacterIsLost();
    void tablesAreTheSame();
};

bool TestDocxOffice::convert(const char *suffix) const
{
    QStringList arguments{QStringLiteral("--headless"), QStringLiteral("--norestore"),
        QStringLiteral("-env:UserInstallation=file://") + m_folder.filePath(QStringLiteral("profile")),
        QStringLiteral("--convert-to"), QLatin1String(suffix), QStringLiteral("--outdir"),
        m_folder.filePath(QLatin1String(suffix))};
    for (size_t i = 0; i < m_cases.size(); ++i)
        arguments.append(m_folder.filePath(QStringLiteral("%1.docx").arg(i)));
    QProcess process;
    process.start(QStringLiteral("soffice"), arguments);
    return process.waitForFinished(kLongest) && process.exitCode() == 0;
}

void TestDocxOffice::initTestCase()
{
    for (const char *program : {"soffice", "pdftotext"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QSKIP("LibreOffice (soffice) or pdftotext is not installed: nobody can open the files");
    }
    QVERIFY(m_folder.isValid());
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    const auto add = [&](const QString &name, const Manuscript &manuscript) {
        const auto bytes = docxOf(manuscript, {}, **fonts);
        QFile docx(m_folder.filePath(QStringLiteral("%1.docx").arg(m_cases.size())));
        QVERIFY(bytes && docx.open(QIODevice::WriteOnly));
        docx.write(*bytes);
        const PageDocument pages = paginate(manuscript, pageStyle(), *fonts);
        m_cases.push_back({name, manuscript, qsizetype(pages.pages.size())});
    };
    for (const QString &name : sampleNames())
        add(name, manuscriptOf(sampleReport(name)));
    const Report commented = commentedReport();
    for (const Paper paper : {Paper::Report, Paper::Review, Paper::Checks, Paper::SignOff})
        add(paperWord(paper), manuscriptOf(paper, commented, check(commented, RuleSet())));
    for (quint32 seed = 0; seed < 2; ++seed)
        add(QStringLiteral("drawn %1").arg(seed),
            manuscriptOf(
                drawnReport(seed, seed % 2 ? QStringLiteral("2019") : QStringLiteral("2021"), true)));
    QVERIFY2(convert("pdf"), "LibreOffice makes no PDF");
    QVERIFY2(convert("docx"), "LibreOffice makes no Word file");
}

void TestDocxOffice::pagesAreAsManyAsOurs()
{
    for (size_t i = 0; i < m_cases.size(); ++i) {
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {file(i, "pdf"), QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const auto pages = process.readAllStandardOutput().count('\f'); // behind each page
        QVERIFY2(pages > 0 && std::abs(pages - m_cases[i].pages) <= 1,
            qPrintable(QStringLiteral("%1: %2 pages, not %3")
                           .arg(m_cases[i].name)
                           .arg(pages)
                           .arg(m_cases[i].pages)));
    }
}

void TestDocxOffice::noCharacterIsLost()
{
    for (size_t i = 0; i < m_cases.size(); ++i) {
        QProcess process;
        process.start(
            QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file(i, "pdf"), QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        const QString expected = plainText(asWritten(m_cases[i].manuscript));
        QVERIFY(expected.size() > 100);
        const QString lost = lostIn(text, expected);
        QVERIFY2(lost.isEmpty(), qPrintable(m_cases[i].name + QStringLiteral(": ") + lost));
    }
}

void TestDocxOffice::tablesAreTheSame()
{
    for (size_t i = 0; i < m_cases.size(); ++i) {
        const OpenedDocx docx = openDocx(readFile(file(i, "docx")));
        const auto found = docx.document.all("w:tbl");
        size_t next = 0;
        for (const Manuscript::Part &part : m_cases[i].manuscript.parts) {
            for (const Block &block : part.blocks) {
                const auto *table = std::get_if<TableBlock>(&block);
                if (!table)
                    continue;
                QVERIFY2(next < found.size(), qPrintable(m_cases[i].name));
                const XmlElement &opened = *found[next++];
                QCOMPARE(gridOf(cellsOf(opened), &opened), gridOf(cellsOf(*table)));
            }
        }
        QCOMPARE(found.size(), next);
    }
}

QTEST_GUILESS_MAIN(TestDocxOffice)
#include "tst_docxoffice.moc"
