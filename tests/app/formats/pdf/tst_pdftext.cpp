// SPDX-License-Identifier: MulanPSL-2.0
#include "characters.h"
#include "pagewalk.h"
#include "paginate.h"
#include "pdfwriter.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr int kPiece = 60; // characters of a sub-section's heading

QString allCharacters() { return gb2312Hanzi() + marks() + rareHanzi(); }

/// The text of a file as a search or a reader finds it: without white space and page numbers.
QString textOfFile(const QString &path)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qCritical("pdftotext: %s", process.readAllStandardError().constData());
    static const QRegularExpression number(QStringLiteral("— \\d+ —\\s*$"));
    QString text;
    for (QString page : QString::fromUtf8(process.readAllStandardOutput()).split(u'\f'))
        text += page.remove(number);
    return bare(text);
}

/// Where two texts part, in words; empty: nowhere.
QString difference(const QString &found, const QString &expected)
{
    const auto end = std::min(found.size(), expected.size());
    for (qsizetype i = 0; i < end; ++i) {
        if (found[i] != expected[i])
            return QStringLiteral("%1: “%2” came out as “%3”")
                .arg(i)
                .arg(expected.mid(i, 12), found.mid(i, 12));
    }
    return found.size() == expected.size()
        ? QString()
        : QStringLiteral("%1 characters instead of %2").arg(found.size()).arg(expected.size());
}

bool hasRadicals(const QString &text) // what some fonts give back instead of 一, 人, 工 …
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2E80 && c.unicode() <= 0x2FDF; });
}

Report edited(Report report, QList<Step> steps)
{
    if (const auto done = report.apply(Change{{}, std::move(steps), {}}); !done)
        qFatal("%s", qPrintable(done.error().where));
    return report;
}

} // namespace

class TestPdfText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReportComesOutAsTyped_data();
    void everyReportComesOutAsTyped();
    void bodyTextComesOutAsTyped();
    void headingsComeOutAsTyped();
    void tableNotesComeOutAsTyped();
    void titleAndSignatureComeOutAsTyped();
    void noBlankComesBetweenCharactersOfAJustifiedLine_data();
    void noBlankComesBetweenCharactersOfAJustifiedLine();

private:
    QString textInPdf(const Report &report);

    QTemporaryDir m_folder{};
    std::shared_ptr<const FontSet> m_fonts{};
};

void TestPdfText::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

/// Empty when the file does not hold exactly what the pages hold.
QString TestPdfText::textInPdf(const Report &report)
{
    const PageDocument document = paginate(manuscriptOf(report), pageStyle(), m_fonts);
    const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
    if (!writePdf(document, path))
        qCritical("the report cannot be written");
    const QString found = textOfFile(path);
    const QString fault = difference(found, textOf(document));
    if (!fault.isEmpty() || hasRadicals(found)) {
        qCritical("%s", qPrintable(fault));
        return {};
    }
    return found;
}

void TestPdfText::everyReportComesOutAsTyped_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : test::sampleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPdfText::everyReportComesOutAsTyped()
{
    QFETCH(QString, name);
    QVERIFY(!textInPdf(test::sampleReport(name)).isEmpty());
}

void TestPdfText::bodyTextComesOutAsTyped()
{
    const QString text = allCharacters();
    const Report report
        = edited(test::filledReport(), {SetText{SectionId(QStringLiteral("overview")), 0, text}});
    const QString found = textInPdf(report);
    QCOMPARE(difference(found.mid(found.indexOf(text.left(20)), text.size()), text), QString());
}

void TestPdfText::headingsComeOutAsTyped()
{
    const QString text = allCharacters();
    const SectionId overview(QStringLiteral("overview"));
    QList<Step> steps;
    int index = 1;
    for (qsizetype i = 0; i < text.size(); i += kPiece)
        steps.append(
            InsertSubSection{overview, index++, {text.mid(i, kPiece), QStringLiteral("本年度工作正常。")}});
    const Report report = edited(test::filledReport(), steps);
    const QString found = textInPdf(report);
    qsizetype at = 0;
    for (const QString &heading : numberedHeadings(report.subSections(overview))) {
        const auto next = found.indexOf(bare(heading), at);
        QVERIFY2(next >= 0, qPrintable(heading));
        at = next + heading.size();
    }
    for (const SectionSpec &section : report.spec().sections)
        QVERIFY2(found.contains(bare(section.heading())), qPrintable(section.heading()));
}

void TestPdfText::tableNotesComeOutAsTyped()
{
    const QString text = allCharacters();
    const Report report
        = edited(test::filledReport(), {SetFact{QStringLiteral("table_notes.requests"), text}});
    const QString found = textInPdf(report);
    QCOMPARE(difference(found.mid(found.indexOf(text.left(20)), text.size()), text), QString());
}

void TestPdfText::titleAndSignatureComeOutAsTyped()
{
    const QString town = rareHanzi() + QStringLiteral("镇人民政府");
    const QString title = town + QStringLiteral("2021年政府信息公开工作年度报告");
    const QString found = textInPdf(edited(test::filledReport(),
        {SetFact{QLatin1String(fact::kTitle), title}, SetFact{QLatin1String(fact::kSignature), town},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")}}));
    QVERIFY(found.startsWith(title));
    QVERIFY(found.endsWith(town + QStringLiteral("2022年1月20日")));
}

void TestPdfText::noBlankComesBetweenCharactersOfAJustifiedLine_data()
{
    QTest::addColumn<QString>("piece"); // that does not fit the end of a line
    const char *pieces[]{"https://www.weihai.gov.cn/art/2021/12/31/art_58817_2739182.html",
        "http://www.example.gov.cn/zwgk/zfxxgk/ndbg/2021nianduzhengfuxinxigongkaigongzuoniandubaogao/"
        "index.html",
        "www.huancui.gov.cn", "office@example.cn", "zhangcunzhenrenminzhengfu@weihai.shandong.cn",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "0631-5757166",
        "https://a.cn/s?a=1&b=2&c=3%E5%B9%B4_x-y"};
    for (const char *piece : pieces)
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

/// The piece meets the end of the line at each place: whatever is stretched is read as it was typed.
void TestPdfText::noBlankComesBetweenCharactersOfAJustifiedLine()
{
    QFETCH(QString, piece);
    QStringList paragraphs;
    for (int before = 0; before < 28; ++before)
        paragraphs.append(QStringLiteral("政务公开").repeated(7).left(before) + piece
            + QStringLiteral("，欢迎群众监督，本年度公开信息的方式有网站、公告栏和显示屏。"));
    const Report report = edited(
        test::filledReport(), {SetText{SectionId(QStringLiteral("overview")), 0, paragraphs.join(u'\n')}});
    const PageDocument document = paginate(manuscriptOf(report), pageStyle(), m_fonts);
    const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
    QVERIFY(writePdf(document, path));
    QProcess process;
    for (const QStringList &mode : {QStringList{QStringLiteral("-raw")}, QStringList{}}) {
        process.start(QStringLiteral("pdftotext"), mode + QStringList{path, QStringLiteral("-")});
        QVERIFY(process.waitForFinished(60'000));
        QString found = QString::fromUtf8(process.readAllStandardOutput());
        found.remove(QRegularExpression(QStringLiteral("[\n\f]|— *\\d+ *—")));
        for (const QString &paragraph : std::as_const(paragraphs))
            QVERIFY2(found.contains(paragraph), qPrintable(paragraph));
    }
    process.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
    QVERIFY(process.waitForFinished(60'000) && process.exitCode() == 0);
}

QTEST_GUILESS_MAIN(TestPdfText)
#include "tst_pdftext.moc"
