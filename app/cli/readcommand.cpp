// SPDX-License-Identifier: MulanPSL-2.0
#include "readcommand.h"

#include "console.h"
#include "entry.h"
#include "readdocument.h"
#include "reportjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr std::array kStates{Recognition::Sure, Recognition::Guessed, Recognition::Blank, Recognition::Absent,
    Recognition::Unreadable};

QJsonObject countsOf(const Proposal &proposal)
{
    QJsonObject counts;
    for (const Recognition state : kStates)
        counts.insert(toString(state), proposal.count(state));
    return counts;
}

QJsonObject cellsOf(const Proposal &proposal)
{
    QJsonObject cells;
    for (auto it = proposal.cells.cbegin(); it != proposal.cells.cend(); ++it)
        cells.insert(it.key().toString(),
            QJsonObject{{QStringLiteral("state"), toString(it->state)}, {QStringLiteral("text"), it->text},
                {QStringLiteral("why"), said(it->why)}});
    return cells;
}

QJsonArray notesOf(const Proposal &proposal)
{
    QJsonArray notes;
    for (const Phrase &each : proposal.notes)
        notes.append(said(each));
    return notes;
}

/// In the interchange format; its year is null where the document does not say it.
QJsonValue reportObject(const Proposal &proposal)
{
    if (!proposal.isReport)
        return {};
    const int year = proposal.year.value_or(proposal.form->fromYear);
    QJsonObject report = QJsonDocument::fromJson(reportToJson(reportFrom(proposal, {}, year))).object();
    if (!proposal.year)
        report.insert(QStringLiteral("year"), QJsonValue());
    return report;
}

QJsonObject readObject(const ReadDocument &read, const Proposal &proposal)
{
    QJsonArray arithmetic;
    for (const Finding &finding : proposal.arithmetic)
        arithmetic.append(findingObject(finding));
    const QJsonValue report = reportObject(proposal);
    return {{QStringLiteral("source"),
                QJsonObject{{QStringLiteral("file"), read.file}, {QStringLiteral("sha256"), read.sha256},
                    {QStringLiteral("kind"), read.document.kind}}},
        {QStringLiteral("report"), report}, {QStringLiteral("cells"), cellsOf(proposal)},
        {QStringLiteral("notes"), notesOf(proposal)}, {QStringLiteral("arithmetic"), arithmetic},
        {QStringLiteral("counts"), countsOf(proposal)}};
}

void printRead(const ReadDocument &read, const Proposal &proposal)
{
    using console::print;
    const auto year = proposal.year ? QString::number(*proposal.year) : Words::tr("not told");
    print(Words::tr("Kind: %1, form: %2, year: %3")
              .arg(read.document.kind, proposal.form ? proposal.form->name : QString(), year));
    print(Words::tr("Cells: %1 recognised, %2 guessed, %3 blank, %4 not there, %5 not understood")
              .arg(proposal.count(Recognition::Sure))
              .arg(proposal.count(Recognition::Guessed))
              .arg(proposal.count(Recognition::Blank))
              .arg(proposal.count(Recognition::Absent))
              .arg(proposal.count(Recognition::Unreadable)));
    for (auto it = proposal.cells.cbegin(); it != proposal.cells.cend(); ++it) {
        if (it->state == Recognition::Guessed || it->state == Recognition::Unreadable)
            print(QStringLiteral("%1  %2  “%3”  %4")
                      .arg(toString(it->state), it.key().toString(), it->text, said(it->why)));
    }
    for (const ProposedText &text : proposal.texts) {
        if (text.state == Recognition::Guessed)
            print(
                QStringLiteral("%1  %2  “%3”  %4")
                    .arg(toString(text.state), text.place.toString(), shortened(text.text), said(text.why)));
    }
    for (const Phrase &each : proposal.notes)
        print(said(each));
    for (const Finding &finding : proposal.arithmetic)
        print(QStringLiteral("%1  %2  %3")
                  .arg(toString(finding.level), finding.rule.toString(), said(finding.message)));
}

Result<Exit> runRead(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString path = arguments.first();
    IntakeHints hints;
    if (parser.isSet(QStringLiteral("year"))) {
        const auto year = yearAsked(parser);
        if (!year)
            return year.error();
        hints.year = *year;
    }
    const auto read = readDocument(path);
    if (!read)
        return read.error();
    hints.file = read->file;
    const Proposal proposal = recognise(read->document, hints);
    if (parser.isSet(QStringLiteral("json")))
        console::print(readObject(*read, proposal));
    else if (proposal.isReport)
        printRead(*read, proposal);
    else
        console::print(
            Words::tr("There is no annual report in it: neither one of its tables nor its sections "
                      "was found."));
    return proposal.isReport ? Exit::Done : Exit::Errors;
}

} // namespace

Command readCommand()
{
    return {QStringLiteral("read"), QStringLiteral("DOC"),
        Words::tr(
            "What is recognised of a report in a document: Word, Excel, web page, text or PDF. Nothing is "
            "written. Exit code 1 when there is no report in it."),
        {QCommandLineOption(QStringLiteral("json"), Words::tr("print JSON")),
            QCommandLineOption(QStringLiteral("year"),
                Words::tr("the report's year, where the document does not say it"), QStringLiteral("YYYY"))},
        1, 1, runRead};
}

} // namespace nianbao
