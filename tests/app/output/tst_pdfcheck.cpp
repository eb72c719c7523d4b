// SPDX-License-Identifier: MulanPSL-2.0
#include "pagesetup.h"
#include "paperpages.h"
#include "pdfcheck.h"
#include "pdfreader.h"
#include "pdfwriter.h"
#include "session.h"
#include "testreports.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

std::unique_ptr<Session> opened(const QString &path, const Report &report)
{
    auto made = Session::create(path, report, true);
    if (!made)
        qFatal("the report cannot be made");
    return std::move(*made);
}

} // namespace

class TestPdfCheck : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// The PDF of the report as it is exported.
    QByteArray exported(const Session &session, const PageChoices &choices = {}, Paper paper = Paper::Report)
    {
        const auto pages = paperPages(paper, session, choices);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (!pages || !writePdf(*pages, buffer, pdfOptions(paper, session, choices)))
            qFatal("the pages cannot be made");
        return bytes;
    }

    PdfCheck checked(const QByteArray &pdf, const Session &session)
    {
        QFile file(path("x.pdf"));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("the PDF cannot be written");
        file.close();
        const auto check = checkPdf(path("x.pdf"), session);
        if (!check)
            qFatal("the PDF cannot be checked");
        return *check;
    }

    static Report signedReport()
    {
        Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
        if (!report.apply({{},
                {SetFact{QLatin1String(fact::kSignature), QStringLiteral("张村镇人民政府")},
                    SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")}},
                {}}))
            qFatal("the report cannot be signed");
        return report;
    }

    static Report withText(const QString &text)
    {
        Report report = signedReport();
        if (!report.apply(Change::of({}, SetText{SectionId(QStringLiteral("other")), 0, text})))
            qFatal("the text cannot be set");
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        QCoreApplication::setApplicationVersion(QStringLiteral("7.3"));
    }

    void itsOwnPdfIsEqualHoweverItWasMade_data()
    {
        QTest::addColumn<int>("choice");
        for (int i = 0; i < 128; ++i)
            QTest::addRow("options %d", i) << i;
    }
    void itsOwnPdfIsEqualHoweverItWasMade()
    {
        QFETCH(int, choice);
        static const auto session = opened(path("each.nianbao"), signedReport());
        PageChoices choices;
        choices.draftMark = choice & 1;
        choices.fillsArea = choice & 2;
        choices.signature = choice & 4;
        choices.seal = choice & 8;
        choices.cover = choice & 16;
        choices.marksArchival = choice & 32;
        choices.author = choice & 64 ? QStringLiteral("李 & <二> \"x\"") : QString();
        const PdfCheck check = checked(exported(*session, choices), *session);
        QCOMPARE(toString(check.verdict), QStringLiteral("equal"));
        QVERIFY(check.isDigestEqual && !check.page);
    }

    void everyPaperIsMadeAgain()
    {
        const auto session = opened(path("own.nianbao"), signedReport());
        for (const Paper paper : {Paper::Report, Paper::Review, Paper::Checks, Paper::SignOff})
            QCOMPARE(
                toString(checked(exported(*session, {}, paper), *session).verdict), QStringLiteral("equal"));
    }

    void aPdfMadeBeforeTheApprovalStaysTheSame()
    {
        const auto session = opened(path("own.nianbao"), test::filledReport());
        const QByteArray before = exported(*session);
        Review review;
        review.state = ReviewState::Approved;
        review.paper
            = PaperApproval{QStringLiteral("赵四"), QStringLiteral("2022-01-20"), session->contentDigest()};
        Report approved = session->report();
        QVERIFY(approved.apply(Change::of({}, SetReview{review})));
        const auto later = opened(path("later.nianbao"), approved);
        const QByteArray after = exported(*later);
        QVERIFY(before != after); // the digest stands at the foot now
        QCOMPARE(toString(checked(before, *later).verdict), QStringLiteral("equal"));
        QCOMPARE(toString(checked(after, *later).verdict), QStringLiteral("equal"));
    }

    void aPdfOfAnotherReportIsDifferent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("page"); // from the end
        QTest::newRow("another word on the last page") << QStringLiteral("本年没有其他事项。") << 0;
        QTest::newRow("another figure") << QStringLiteral("本年收费 1 元。") << 0;
    }
    void aPdfOfAnotherReportIsDifferent()
    {
        QFETCH(QString, text);
        QFETCH(int, page);
        const auto session = opened(path("own.nianbao"), withText(QStringLiteral("本年收费 7 元。")));
        const auto other = opened(path("other.nianbao"), withText(text));
        const auto pages = paperPages(Paper::Report, *other, {});
        const PdfCheck check = checked(exported(*other), *session);
        QCOMPARE(toString(check.verdict), QStringLiteral("different"));
        QVERIFY(check.page);
        QCOMPARE(*check.page, int(pages->pages.size()) - page);
        QVERIFY(!check.isDigestEqual);
        const auto far = opened(path("far.nianbao"), test::sampleReport(QStringLiteral("suqian-2024")));
        const PdfCheck farther = checked(exported(*far), *session); // also where it uses other faces
        QCOMPARE(toString(farther.verdict), QStringLiteral("different"));
        QCOMPARE(farther.page, std::optional(1));
    }

    void aChangedByteIsDifferent()
    {
        const auto session = opened(path("own.nianbao"), signedReport());
        QByteArray pdf = exported(*session);
        const auto at = pdf.indexOf("/Title<FEFF");
        QVERIFY(at > 0);
        pdf[at + 11] = pdf[at + 11] == '5' ? '6' : '5';
        const PdfCheck check = checked(pdf, *session);
        QCOMPARE(toString(check.verdict), QStringLiteral("different"));
        QVERIFY(!check.page); // the pages are the same
    }

    void whatWasMadeElsewhereIsIncomparable_data()
    {
        QTest::addColumn<QByteArray>("property");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<PdfCheck::Reason>("reason");
        QTest::addColumn<bool>("otherText");
        QTest::addColumn<bool>("digest");
        const QByteArray font(64, 'a'), program("9.9"), digest(64, 'b');
        using enum PdfCheck::Reason;
        QTest::newRow("another version") << QByteArray("program") << program << Version << false << true;
        QTest::newRow("another version, another text")
            << QByteArray("program") << program << Version << true << false;
        QTest::newRow("other fonts") << QByteArray("fonts") << font << Fonts << false << true;
        QTest::newRow("other fonts, another text") << QByteArray("fonts") << font << Fonts << true << false;
        QTest::newRow("options that nobody knows")
            << QByteArray("options") << QByteArray("{}") << Foreign << false << true;
        QTest::newRow("no options") << QByteArray("options") << QByteArray() << Foreign << false << true;
    }
    void whatWasMadeElsewhereIsIncomparable()
    {
        QFETCH(QByteArray, property);
        QFETCH(QByteArray, value);
        QFETCH(PdfCheck::Reason, reason);
        QFETCH(bool, otherText);
        QFETCH(bool, digest);
        const auto session = opened(path("own.nianbao"), withText(QStringLiteral("本年收费 7 元。")));
        const auto other = opened(path("other.nianbao"),
            withText(otherText ? QStringLiteral("本年收费 8 元。") : QStringLiteral("本年收费 7 元。")));
        QByteArray pdf = exported(*other);
        const QByteArray open = "<nianbao:" + property + '>';
        const auto from = pdf.indexOf(open) + open.size();
        const auto to = pdf.indexOf("</nianbao:", from);
        QVERIFY(from > open.size() && to > from);
        // as long as before, so that the file is whole
        QByteArray padded = value.leftJustified(to - from, ' ', true);
        if (property == "program")
            padded = value.left(to - from);
        pdf.replace(from, to - from, padded);
        const PdfCheck check = checked(pdf, *session);
        QCOMPARE(toString(check.verdict), QStringLiteral("incomparable"));
        QCOMPARE(int(check.reason), int(reason));
        QCOMPARE(check.isDigestEqual, digest);
        if (reason == PdfCheck::Reason::Foreign)
            return;
        QVERIFY(check.isTextRead);
        QCOMPARE(check.page.has_value(), otherText);
        QVERIFY(pdfWords(check).size() > 20);
    }

    void whatIsNoExportIsIncomparable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no PDF") << QByteArray("hello");
        QTest::newRow("XMP without end") << QByteArray("<x:xmpmeta xmlns:x='a'>");
        QTest::newRow("entities") << QByteArray(
            "<x:xmpmeta xmlns:x='a' xmlns:n='urn:nianbao:pdf:1'><n:options>&a;</n:options></x:xmpmeta>");
    }
    void whatIsNoExportIsIncomparable()
    {
        QFETCH(QByteArray, bytes);
        const auto session = opened(path("own.nianbao"), signedReport());
        const PdfCheck check = checked(bytes, *session);
        QCOMPARE(int(check.verdict), int(PdfCheck::Verdict::Incomparable));
        QCOMPARE(int(check.reason), int(PdfCheck::Reason::Foreign));
    }

    void aMissingPdfIsAnError()
    {
        const auto session = opened(path("own.nianbao"), signedReport());
        QVERIFY(!checkPdf(path("nowhere.pdf"), *session));
    }
};

QTEST_GUILESS_MAIN(TestPdfCheck)
#include "tst_pdfcheck.moc"
