// SPDX-License-Identifier: MulanPSL-2.0
#include "documents.h"

#include "docxreader.h"
#include "docxwriter.h"
#include "fonts.h"
#include "htmlreader.h"
#include "htmlwriter.h"
#include "pagestyle.h"
#include "proposal.h"
#include "reportmanuscript.h"
#include "session.h"
#include "textreader.h"
#include "textwriter.h"
#include "workbook.h"
#include "xlsxreader.h"
#include "xlsxworkbook.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

namespace nianbao::bench {

namespace {

constexpr int kTimes = 31;

double median(int times, const std::function<void()> &work)
{
    std::vector<double> milliseconds;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(milliseconds.begin(), milliseconds.begin() + times / 2, milliseconds.end());
    return milliseconds[static_cast<size_t>(times / 2)];
}

/// most: ms; 0: no target.
void printLine(const char *name, double milliseconds, double most = 0)
{
    std::printf("%-54s %18.1f  ", name, milliseconds);
    if (most > 0)
        std::printf("< %.0f ms%s", most, milliseconds >= most ? "  OVER" : "");
    std::printf("\n");
}

template <typename T> T must(Result<T> result, const char *what)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "bench: %s failed: %s\n", what, qPrintable(result.error().detail));
    std::exit(2);
}

Report withoutPictures(Report report)
{
    if (!report.apply(Change::of({}, SetIllustrations{})))
        std::exit(2);
    return report;
}

double readByProgram(const QString &program, const QString &document)
{
    return median(7, [&] {
        QProcess process;
        process.start(program, {QStringLiteral("read"), document, QStringLiteral("--json")});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            std::fprintf(stderr, "bench: %s is not read\n", qPrintable(document));
            std::exit(2);
        }
    });
}

} // namespace

void printDocuments(const Report &full, const QString &program, const QString &folder)
{
    const Report report = withoutPictures(full);
    const auto fonts = must(FontSet::load(pageStyle().fonts), "fonts");
    const Manuscript manuscript = manuscriptOf(report);
    const QByteArray docx = must(docxOf(manuscript, {}, *fonts), "docx");
    const QByteArray html = htmlOf(manuscript, {}, *fonts);
    const QByteArray xlsx = must(xlsxOf(workbookOf(report, {})), "xlsx");
    const QByteArray text = plainText(manuscript).toUtf8();
    const auto understood = [](const ForeignDocument &document) {
        if (!recognise(document).isReport)
            std::exit(2);
    };
    std::printf("\n%-54s %18s  %s\n", "documents, ms", "median", "target");
    printLine(
        "docx out", median(kTimes, [&] { std::ignore = docxOf(manuscriptOf(report), {}, *fonts); }), 60);
    printLine("docx in", median(kTimes, [&] { std::ignore = readDocx(docx); }), 30);
    printLine("html out", median(kTimes, [&] { std::ignore = htmlOf(manuscriptOf(report), {}, *fonts); }));
    printLine("html in", median(kTimes, [&] { std::ignore = readHtml(html); }), 20);
    printLine("xlsx out", median(kTimes, [&] { std::ignore = xlsxOf(workbookOf(report, {})); }), 60);
    printLine("xlsx in", median(kTimes, [&] { std::ignore = readXlsx(xlsx); }));
    printLine("text in", median(kTimes, [&] { std::ignore = readPlainText(text); }));
    const auto blocks = must(readDocx(docx), "docx in");
    printLine("recognition of what was read", median(kTimes, [&] { understood(blocks); }));

    const QString file = folder + QStringLiteral("/d.nianbao"), pdf = folder + QStringLiteral("/d.pdf");
    must(Session::create(file, report, true), "report file");
    if (QProcess::execute(program, {QStringLiteral("export"), file, pdf}) != 0)
        std::exit(2);
    printLine("nianbao-cli read of our PDF, whole process", readByProgram(program, pdf), 1500);
}

} // namespace nianbao::bench
