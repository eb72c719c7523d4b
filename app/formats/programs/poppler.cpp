// SPDX-License-Identifier: MulanPSL-2.0
#include "poppler.h"

#include "folder.h"

#include <algorithm>
#include <numeric>

namespace nianbao {

namespace {

constexpr int kAtOnce = 2; // children; offices have two processors
constexpr qint64 kPopplerMemory = 128LL
    << 20; // bytes of address space; a page of a report takes less than 100

constexpr qint64 kWords = 32LL << 20; // bytes that the words of all pages may have, with where they stand
constexpr qint64 kDrawing = 16LL << 20; // and one page with its pictures

const QString kPopplerPackage = QStringLiteral("poppler-utils");
const QString kPdfName = QStringLiteral("in.pdf");

Error failureOfPoppler(const ChildOutcome &outcome, const QString &program)
{
    switch (outcome.end) {
    case ChildOutcome::End::Missing: return {ErrorCode::ProgramMissing, {}, kPopplerPackage};
    case ChildOutcome::End::TooSlow:
    case ChildOutcome::End::TooMuch: // words without end are as little a report as pages without end
        return {ErrorCode::TooSlow, {}, QString::number(Poppler::kSeconds)};
    case ChildOutcome::End::Exited:
        if (outcome.complaints.contains("Incorrect password"))
            return {ErrorCode::NeedsPassword};
        return {ErrorCode::BrokenDocument, {}, QStringLiteral("PDF")};
    case ChildOutcome::End::Crashed:
    case ChildOutcome::End::CalledOff: // whoever called it off asks for no reason
    case ChildOutcome::End::NotStarted: break;
    }
    return {ErrorCode::ProgramFailed, {}, program};
}

/// An element is a line; one with a picture is as long as the picture.
QByteArray withoutPixels(const QByteArray &svg)
{
    QByteArray kept;
    for (qsizetype from = 0; from < svg.size();) {
        const auto end = svg.indexOf('\n', from);
        const auto to = end < 0 ? svg.size() : end + 1;
        const QByteArrayView line = QByteArrayView(svg).sliced(from, to - from);
        kept += line.startsWith("<image ") ? QByteArrayView("<image />\n") : line;
        from = to;
    }
    return kept;
}

/// The value of a line "Name:   value".
QString valueOfLine(const QList<QByteArray> &lines, const QByteArray &name)
{
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ':'))
            return QString::fromUtf8(line.mid(name.size() + 1)).trimmed();
    }
    return {};
}

} // namespace

Poppler::Poppler(const QByteArray &pdf, std::stop_token stop)
    : m_deadline(kSeconds * 1000), m_stop(std::move(stop))
{
    m_isThere = m_folder.isValid() && makeFile(m_folder.filePath(kPdfName), pdf);
}

ChildCall Poppler::call(const char *program, const QStringList &options, const char *output) const
{
    ChildCall call{QLatin1String(program), options, m_folder.path()};
    call.arguments.append(kPdfName);
    if (output)
        call.arguments.append(QLatin1String(output));
    return call;
}

ChildLimits Poppler::limits(int milliseconds) const
{
    ChildLimits limits;
    limits.milliseconds = std::max(1, std::min(milliseconds, left()));
    limits.memory = kPopplerMemory;
    limits.output = kWords;
    limits.stop = m_stop;
    return limits;
}

Result<QList<QByteArray>> Poppler::answers(const QList<ChildCall> &calls, int milliseconds) const
{
    if (!m_isThere)
        return Error{ErrorCode::WriteFailed, m_folder.path(), m_folder.errorString()};
    const auto outcomes = runChildren(calls, limits(milliseconds), kAtOnce);
    QList<QByteArray> answers;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        if (outcomes.at(i).isGood())
            answers.append(outcomes.at(i).output);
        else if (outcomes.at(i).end != ChildOutcome::End::NotStarted)
            return failureOfPoppler(outcomes.at(i), calls.at(i).program);
    }
    if (answers.size() < calls.size())
        return Error{ErrorCode::ProgramFailed, {}, calls.first().program};
    return answers;
}

Result<PdfFacts> Poppler::facts()
{
    const auto answer = answers({call("pdfinfo", {})}, left());
    if (!answer)
        return answer.error();
    const QList<QByteArray> lines = answer->first().split('\n');
    PdfFacts facts;
    facts.title = valueOfLine(lines, "Title");
    facts.producer = valueOfLine(lines, "Producer");
    facts.pages = valueOfLine(lines, "Pages").toInt();
    facts.isTagged = valueOfLine(lines, "Tagged") == u"yes";
    if (facts.pages < 1)
        return Error{ErrorCode::BrokenDocument, {}, QStringLiteral("PDF")};
    if (facts.pages > kMostPages)
        return Error{ErrorCode::TooManyParts, {}, QString::number(kMostPages)};
    return facts;
}

Result<Poppler::Tags> Poppler::tags(int milliseconds)
{
    const auto answer = answers(
        {call("pdfinfo", {QStringLiteral("-struct-text")}), call("pdftotext", {QStringLiteral("-raw")}, "-")},
        milliseconds);
    if (!answer)
        return answer.error();
    return Tags{QString::fromUtf8(answer->first()), QString::fromUtf8(answer->last())};
}

Result<Poppler::Pages> Poppler::pages(int count)
{
    auto words = answers({call("pdftotext", {QStringLiteral("-bbox")}, "-")}, left());
    if (!words)
        return words.error();
    auto drawn = drawings(count);
    if (!drawn)
        return drawn.error();
    return Pages{words->takeFirst(), std::move(*drawn)};
}

/// A page that cannot be drawn (a picture larger than the memory it may take, a drawing without end) still
/// has its words, and the other pages are drawn. A few at a time: only what is kept of them stays in memory.
Result<QList<QByteArray>> Poppler::drawings(int count) const
{
    constexpr qsizetype kBatch = 4;
    ChildLimits limits = this->limits(left());
    limits.output = kDrawing;
    QList<QByteArray> drawings(count);
    QList<int> missing(count);
    std::iota(missing.begin(), missing.end(), 0);
    while (!missing.isEmpty()) {
        QList<ChildCall> calls;
        for (const int page : missing.first(std::min(kBatch, missing.size()))) {
            const QString number = QString::number(page + 1);
            calls.append(call("pdftocairo",
                {QStringLiteral("-svg"), QStringLiteral("-f"), number, QStringLiteral("-l"), number}, "-"));
        }
        limits.milliseconds = std::max(1, left());
        const auto outcomes = runChildren(calls, limits, kAtOnce);
        QList<int> again; // after a failure the others are not begun, or ended
        for (qsizetype i = 0; i < outcomes.size(); ++i) {
            const ChildOutcome &outcome = outcomes.at(i);
            const bool isOfPage = outcome.end == ChildOutcome::End::Crashed
                || outcome.end == ChildOutcome::End::Exited || outcome.end == ChildOutcome::End::TooMuch;
            if (outcome.isGood())
                drawings[missing.at(i)] = withoutPixels(outcome.output);
            else if (outcome.end == ChildOutcome::End::NotStarted)
                again.append(missing.at(i));
            else if (!isOfPage)
                return failureOfPoppler(outcome, calls.at(i).program);
        }
        if (again.size() == calls.size())
            return Error{ErrorCode::ProgramFailed, {}, calls.first().program};
        missing = again + missing.sliced(calls.size());
    }
    return drawings;
}

} // namespace nianbao
