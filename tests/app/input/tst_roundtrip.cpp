// SPDX-License-Identifier: MulanPSL-2.0
#include "docxreader.h"
#include "docxwriter.h"
#include "drawnreport.h"
#include "fonts.h"
#include "htmlreader.h"
#include "htmlwriter.h"
#include "manuscriptblocks.h"
#include "pagestyle.h"
#include "paginate.h"
#include "pdfdocument.h"
#include "pdfwriter.h"
#include "proposal.h"
#include "rounds.h"
#include "textreader.h"
#include "textwriter.h"
#include "workbook.h"
#include "xlsxreader.h"
#include "xlsxworkbook.h"

#include <QBuffer>
#include <QTest>

#include <numeric>

using namespace nianbao;

/// What this program writes in another program's format says the same when it is read again: every heading,
/// paragraph, note and cell as shown.
class TestRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void samples_data();
    void samples();
    void drawnReports_data();
    void drawnReports();

private:
    std::optional<ForeignDocument> throughFormat(const QString &format, const Report &report) const;
    QString compared(const QString &format, const Report &report) const;
    static QByteArray pdfOf(const Manuscript &manuscript, const std::shared_ptr<const FontSet> &fonts);
    std::shared_ptr<const FontSet> m_fonts{};
};

namespace {

const QStringList kFormats{QStringLiteral("docx"), QStringLiteral("html"), QStringLiteral("txt"),
    QStringLiteral("pdf"), QStringLiteral("xlsx")};

/// Plain text has none, and of pages and sheets none is read.
bool hasPictures(const QString &format) { return format == u"docx" || format == u"html"; }

/// In the tags of a PDF the notes of a table are one paragraph.
Report withShortNotes(Report report)
{
    for (const TableSpec &table : report.spec().tables) {
        const QString key = QLatin1String(fact::kTableNote) + table.id.toString();
        const QString note = report.fact(key).section(u'\n', 0, 0);
        if (report.hasFact(key) && !report.apply(Change::of({}, SetFact{key, note})))
            qFatal("a note cannot be shortened");
    }
    return report;
}

/// Cells and notes alone: of a sheet's texts none is a report's.
QStringList cellLines(const Report &report)
{
    return test::shownLines(manuscriptOf(report)).filter(QRegularExpression(QStringLiteral("^[a-z_.]+=")));
}

} // namespace

void TestRoundTrip::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

QByteArray TestRoundTrip::pdfOf(const Manuscript &manuscript, const std::shared_ptr<const FontSet> &fonts)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return writePdf(paginate(manuscript, pageStyle(), fonts), buffer) ? bytes : QByteArray();
}

std::optional<ForeignDocument> TestRoundTrip::throughFormat(const QString &format, const Report &report) const
{
    const Manuscript manuscript = manuscriptOf(report);
    const auto given = [](auto &&read) {
        return read ? std::optional(*std::forward<decltype(read)>(read)) : std::nullopt;
    };
    if (format == u"html")
        return given(readHtml(htmlOf(manuscript, {}, *m_fonts)));
    if (format == u"txt")
        return given(readPlainText(plainText(manuscript).toUtf8()));
    if (format == u"pdf")
        return given(readPdf(pdfOf(manuscript, m_fonts)));
    const auto bytes = format == u"docx" ? docxOf(manuscript, {}, *m_fonts) : xlsxOf(workbookOf(report, {}));
    if (!bytes)
        return std::nullopt;
    return given(format == u"docx" ? readDocx(*bytes) : readXlsx(*bytes));
}

QString TestRoundTrip::compared(const QString &format, const Report &report) const
{
    const auto document = throughFormat(format, report);
    if (!document)
        return QStringLiteral("it was not written or not read");
    IntakeHints hints;
    if (format == u"xlsx")
        hints.year = report.year();
    const Proposal proposal = recognise(*document, hints);
    if (proposal.form != report.specPointer() || proposal.year != report.year())
        return QStringLiteral("form %1, year %2").arg(proposal.form->id).arg(proposal.year.value_or(0));
    const Report back = reportFrom(proposal, {}, report.year());
    if (format == u"xlsx")
        return test::firstDifference(cellLines(back), cellLines(report));
    return test::firstDifference(
        test::shownLines(manuscriptOf(back)), test::shownLines(manuscriptOf(report)));
}

void TestRoundTrip::samples_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("name");
    for (const QString &format : kFormats) {
        for (const QString &name : test::sampleNames())
            QTest::addRow("%s %s", qPrintable(format), qPrintable(name)) << format << name;
    }
}

void TestRoundTrip::samples()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    Report report = test::sampleReport(name);
    if (!hasPictures(format))
        QVERIFY(report.apply(Change::of({}, SetIllustrations{})));
    const QString difference = compared(format, report);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestRoundTrip::drawnReports_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("form");
    for (const QString &format : kFormats) {
        for (const SpecPointer &form : shippedForms())
            QTest::addRow("%s %s", qPrintable(format), qPrintable(form->id)) << format << form->id;
    }
}

void TestRoundTrip::drawnReports()
{
    QFETCH(QString, format);
    QFETCH(QString, form);
    const bool isSlow = format == u"pdf";
    const int many = isSlow ? test::rounds(2, 1, 70) : test::rounds(10, 2, 200);
    QList<int> seeds(many);
    std::iota(seeds.begin(), seeds.end(), 0);
    if (isSlow && form == u"2021" && many < 40)
        seeds += {4, 40}; // a head goes on in front of a row of the next page; a piece of one does
    QStringList differences;
    for (const int seed : std::as_const(seeds)) {
        const Report drawn = test::drawnReport(quint32(seed), form, hasPictures(format));
        const QString difference = compared(format, format == u"pdf" ? withShortNotes(drawn) : drawn);
        if (!difference.isEmpty())
            differences.append(QStringLiteral("seed %1: ").arg(seed) + difference);
    }
    QVERIFY2(differences.isEmpty(),
        qPrintable(QStringLiteral("%1 of %2 differ\n").arg(differences.size()).arg(seeds.size())
            + differences.mid(0, 3).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
