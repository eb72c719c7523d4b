// SPDX-License-Identifier: MulanPSL-2.0
#include "poppler.h"

#include "folder.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kAtOnce = 2; // children; offices have two processors

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

Result<QList<QByteArray>> Poppler::answers(const QList<ChildCall> &calls, int milliseconds) const
{
    if (!m_isThere)
        return Error{ErrorCode::WriteFailed, m_folder.path(), m_folder.errorString()};
    ChildLimits limits;
    limits.milliseconds = std::max(1, std::min(milliseconds, left()));
    limits.stop = m_stop;
    const auto outcomes = runChildren(calls, limits, kAtOnce);
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
    QList<ChildCall> calls{call("pdftotext", {QStringLiteral("-bbox")}, "-")};
    for (int page = 1; page <= count; ++page) {
        const QString number = QString::number(page);
        calls.append(call("pdftocairo",
            {QStringLiteral("-svg"), QStringLiteral("-f"), number, QStringLiteral("-l"), number}, "-"));
    }
    auto answer = answers(calls, left());
    if (!answer)
        return answer.error();
    Pages pages{answer->takeFirst(), {}};
    pages.drawings = std::move(*answer);
    return pages;
}

} // namespace nianbao
