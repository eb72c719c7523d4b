// SPDX-License-Identifier: MulanPSL-2.0
#include "commands.h"

#include "catalogue.h"
#include "cleantext.h"
#include "console.h"
#include "diffcommand.h"
#include "exportreport.h"
#include "handovercommands.h"
#include "headline.h"
#include "nextyear.h"
#include "officewords.h"
#include "readcommand.h"
#include "reportjson.h"
#include "reviewcommands.h"
#include "reviewwords.h"
#include "session.h"
#include "wholefile.h"
#include "writewhole.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <future>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr qint64 kMostWords = 4'000'000; // bytes

using console::notice;
using console::print;

/// As many lines as somebody reads; the last one says how many more there are.
QStringList firstOf(const QStringList &lines)
{
    constexpr qsizetype kMost = 20;
    return lines.size() <= kMost ? lines
                                 : lines.mid(0, kMost) << QStringLiteral("… +%1").arg(lines.size() - kMost);
}

/// One of our own files says its year itself.
Result<Report> reportFromDocument(const QCommandLineParser &parser)
{
    const QString path = parser.value(QStringLiteral("from"));
    const auto isOurs = isOwnReport(path);
    if (!isOurs)
        return isOurs.error();
    const bool saysYear = parser.isSet(QStringLiteral("year"));
    if (parser.isSet(QStringLiteral("form")) || (saysYear && *isOurs))
        return badArguments(Words::tr("With --from, year and form come from the file."));
    TakeChoices choices;
    choices.guesses = !parser.isSet(QStringLiteral("sure-only"));
    if (saysYear) {
        const auto year = yearAsked(parser);
        if (!year)
            return year.error();
        choices.hints.year = *year;
    }
    return reportFrom(path, choices);
}

Result<Report> newReport(const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("base"))) {
        for (const char *other : {"from", "organisation", "year", "form", "prior"}) {
            if (parser.isSet(QLatin1String(other)))
                return badArguments(Words::tr("With --base, everything comes from last year's report."));
        }
        const auto last = reportFrom(parser.value(QStringLiteral("base")));
        if (!last)
            return last.error();
        if (last->year() >= bounds::kLastYear)
            return badArguments(Words::tr("Last year's report is of %1; there is no form for the next year.")
                                    .arg(last->year()));
        return nextYear(*last);
    }
    const bool from = parser.isSet(QStringLiteral("from"));
    if (from == parser.isSet(QStringLiteral("organisation")))
        return badArguments(
            Words::tr("Say --from DOCUMENT, or --organisation NAME --year YYYY, or --base LAST."));
    if (from)
        return reportFromDocument(parser);
    const QString name = cleanText(parser.value(QStringLiteral("organisation")), Lines::One).trimmed();
    if (name.isEmpty())
        return badArguments(Words::tr("The name of the organisation is empty."));
    const auto asked = yearAsked(parser);
    if (!asked)
        return asked.error();
    const int year = *asked;
    const QString form = parser.value(QStringLiteral("form"));
    const SpecPointer spec = form.isEmpty() ? formForYear(year) : findForm(form);
    if (!spec)
        return Error{ErrorCode::UnknownForm, form};
    Report report(spec, year);
    const auto named = report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), name}));
    if (!named)
        return named.error();
    return report;
}

Result<Exit> runNew(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString out = arguments.first();
    const bool force = parser.isSet(QStringLiteral("force"));
    if (QFileInfo::exists(out) && !force)
        return Error{ErrorCode::FileExists, out};
    auto report = newReport(parser);
    if (!report)
        return report.error();
    if (parser.isSet(QStringLiteral("prior"))) {
        auto prior = reportFrom(parser.value(QStringLiteral("prior")));
        if (!prior)
            return prior.error();
        if (prior->year() != report->year() - 1)
            notice(Words::tr("The report given as last year's is of %1.").arg(prior->year()));
        *prior = withoutTalk(*prior);
        if (const auto cut = prior->apply(Change::of({}, SetPrior{})); !cut)
            return cut.error();
        const auto done
            = report->apply(Change::of({}, SetPrior{std::make_shared<const Report>(*std::move(prior))}));
        if (!done)
            return done.error();
    }
    const auto session = Session::create(out, *report, force);
    if (!session)
        return session.error();
    return Exit::Done;
}

bool isHeld(const Error &error)
{
    return error.code == ErrorCode::InUse || error.code == ErrorCode::AlreadyOpen;
}

Result<Exit> runSet(const QCommandLineParser &parser, const QStringList &arguments)
{
    const bool takesOver = parser.isSet(QStringLiteral("take-over"));
    auto session
        = Session::open(arguments.first(), takesOver ? Session::Mode::TakeOver : Session::Mode::Edit);
    if (!session) {
        if (isHeld(session.error()))
            notice(Words::tr("With --take-over it is edited all the same."));
        return session.error();
    }
    Change change;
    change.description = Words::tr("Cells set on the command line");
    for (const QString &assignment : arguments.mid(1)) {
        const auto equals = assignment.indexOf(u'=');
        if (equals < 1)
            return badArguments(Words::tr("“%1” is not of the kind CELL=VALUE.").arg(assignment));
        const CellId cell(assignment.left(equals));
        const auto value = parseCell((*session)->report().spec(), cell, assignment.mid(equals + 1));
        if (!value)
            return value.error();
        change.steps += stepsFor(cell, *value);
    }
    if (const auto done = (*session)->edit(change); !done)
        return done.error();
    return Exit::Done;
}

Result<Exit> runInfo(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto session = Session::open(arguments.first(), Session::Mode::Look);
    if (!session)
        return session.error();
    const Report &report = (*session)->report();
    const Findings &findings = (*session)->findings();
    int filled = 0;
    int blank = 0;
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells)
            ++(report.value(cell) ? filled : blank);
    }
    const QString id = report.id().toString(QUuid::WithoutBraces);
    if (parser.isSet(QStringLiteral("json"))) {
        print(QJsonObject{{QStringLiteral("file"), arguments.first()}, {QStringLiteral("id"), id},
            {QStringLiteral("digest"), (*session)->contentDigest()},
            {QStringLiteral("rules"), (*session)->judgedBy()},
            {QStringLiteral("schema"), (*session)->schemaVersion()},
            {QStringLiteral("form"), report.spec().id}, {QStringLiteral("year"), report.year()},
            {QStringLiteral("organisation"), report.fact(fact::kName)},
            {QStringLiteral("title"), report.title()},
            {QStringLiteral("state"), toString(report.review().state)},
            {QStringLiteral("revision"), report.review().revision},
            {QStringLiteral("cells"),
                QJsonObject{{QStringLiteral("filled"), filled}, {QStringLiteral("blank"), blank}}},
            {QStringLiteral("findings"),
                QJsonObject{{QStringLiteral("error"), count(findings, Level::Error)},
                    {QStringLiteral("explain"), count(findings, Level::Explain)},
                    {QStringLiteral("hint"), count(findings, Level::Hint)}}},
            {QStringLiteral("verdict"), toString(verdict(findings))},
            {QStringLiteral("prior_year"),
                report.prior() ? QJsonValue(report.prior()->year()) : QJsonValue()}});
        return Exit::Done;
    }
    print(report.title());
    print(Words::tr("Id: %1").arg(id));
    print(Words::tr("Form: %1").arg(report.spec().name));
    const Review &review = report.review();
    print(review.revision > 1
            ? Words::tr("State: %1, revision %2").arg(stateWords(review)).arg(review.revision)
            : Words::tr("State: %1").arg(stateWords(review)));
    print(Words::tr("Cells: %1 filled, %2 blank").arg(filled).arg(blank));
    print(Words::tr("Findings: %1 errors, %2 to explain, %3 hints")
              .arg(count(findings, Level::Error))
              .arg(count(findings, Level::Explain))
              .arg(count(findings, Level::Hint)));
    print(Words::tr("Verdict: %1").arg(said(headLine(report, findings))));
    return Exit::Done;
}

/// What is answered does not look like what is open.
QString findingLine(const Finding &finding)
{
    const QString line = QStringLiteral("%1  %2  %3")
                             .arg(toString(finding.level), finding.rule.toString(), said(finding.message));
    const QString words = finding.explanation.simplified();
    return !finding.explained ? line
        : words.isEmpty()     ? Words::tr("%1 [put aside]").arg(line)
                              : Words::tr("%1 [explained: %2]").arg(line, words);
}

Result<Exit> runCheck(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto session = Session::open(arguments.first(), Session::Mode::Look);
    if (!session)
        return session.error();
    const Findings &findings = (*session)->findings();
    const Verdict result = verdict(findings);
    const Report &report = (*session)->report();
    const QString summary = said(headLine(report, findings));
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonArray list;
        for (const Finding &finding : findings)
            list.append(findingObject(finding));
        print(QJsonObject{{QStringLiteral("verdict"), toString(result)}, {QStringLiteral("summary"), summary},
            {QStringLiteral("rules"), (*session)->rules().fingerprint()},
            {QStringLiteral("findings"), list}});
    } else {
        for (const Finding &finding : isNotStarted(report) ? Findings() : findings)
            print(findingLine(finding));
        print(Words::tr("Verdict: %1").arg(summary));
    }
    return result == Verdict::Fail ? Exit::Errors : Exit::Done;
}

Result<Paper> paperAsked(const QCommandLineParser &parser)
{
    const QString word = parser.isSet(QStringLiteral("paper")) ? parser.value(QStringLiteral("paper"))
                                                               : QStringLiteral("report");
    const auto paper = paperFromWord(word);
    if (!paper)
        return badArguments(
            Words::tr("“%1” is no paper; it is report, review, checks or signoff.").arg(word));
    return *paper;
}

using Fonts = Result<std::shared_ptr<const FontSet>>;

Result<ExportRequest> exportAsked(const QCommandLineParser &parser, const QString &out)
{
    const auto paper = paperAsked(parser);
    if (!paper)
        return paper.error();
    const auto kind = exportKindOf(out);
    if (!kind)
        return badArguments(
            Words::tr("“%1”: a report can be exported as .pdf, .docx, .xlsx, .html, .txt, .csv "
                      "or .json.")
                .arg(out));
    ExportRequest request{*paper, *kind};
    if (parser.isSet(QStringLiteral("fragment"))) {
        if (*kind != ExportKind::Html)
            return badArguments(Words::tr("A fragment is one of a web page: write it to OUT.html."));
        request.kind = ExportKind::HtmlFragment;
    }
    PageChoices &choices = request.choices;
    choices.draftMark = !parser.isSet(QStringLiteral("no-draft-mark"));
    choices.fillsArea = parser.isSet(QStringLiteral("fill"));
    choices.signature = !parser.isSet(QStringLiteral("no-signature"));
    choices.seal = parser.isSet(QStringLiteral("seal"));
    choices.cover = parser.isSet(QStringLiteral("cover"));
    choices.author = parser.value(QStringLiteral("author"));
    choices.marksArchival = parser.isSet(QStringLiteral("pdfa"));
    return request;
}

Result<Exit> runExport(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString out = arguments.at(1);
    if (const auto may = mayReplace(out); !may)
        return may.error();
    auto request = exportAsked(parser, out);
    if (!request)
        return request.error();
    std::future<Fonts> fonts; // fontconfig takes as long as the report
    if (request->kind == ExportKind::Pdf)
        fonts = std::async([] { return FontSet::load(pageStyle().fonts); });
    const auto session = Session::open(arguments.first(), Session::Mode::Look);
    if (!session)
        return session.error();
    if (fonts.valid()) {
        const auto loaded = fonts.get();
        if (!loaded)
            return loaded.error();
        request->fonts = *loaded;
    }
    const auto done = exportReport(**session, *request, out);
    if (!done)
        return done.error();
    for (const QString &sentence : *done)
        notice(sentence);
    return Exit::Done;
}

Result<Exit> runForms(const QCommandLineParser &parser, const QStringList &)
{
    QJsonArray list;
    for (const SpecPointer &form : shippedForms()) {
        if (!parser.isSet(QStringLiteral("json"))) {
            print(QStringLiteral("%1  %2").arg(form->id, -18).arg(form->name));
            continue;
        }
        QJsonObject tables;
        for (const TableSpec &table : form->tables)
            tables.insert(table.id.toString(),
                QJsonObject{{QStringLiteral("rows"), QJsonArray::fromStringList(table.rows)},
                    {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)}});
        list.append(QJsonObject{{QStringLiteral("id"), form->id}, {QStringLiteral("name"), form->name},
            {QStringLiteral("from_year"), form->fromYear},
            {QStringLiteral("to_year"), form->toYear ? QJsonValue(*form->toYear) : QJsonValue()},
            {QStringLiteral("tables"), tables}});
    }
    if (parser.isSet(QStringLiteral("json")))
        print(list);
    return Exit::Done;
}

/// Whether a file of words would be taken; it is left where it is.
Result<Exit> checkWords(const QString &path)
{
    const auto content = readWholeFile(path, kMostWords);
    if (!content)
        return content.error();
    const auto rules = rulesWith(*content, path);
    if (!rules) {
        const QString &detail = rules.error().detail;
        notice(QStringLiteral("%1:%2: %3").arg(path, detail.section(u'\n', 0, 0), detail.section(u'\n', 1)));
        return Exit::Failed;
    }
    const auto shipped = RuleSet().words().phrases->size();
    print(Words::tr("%1: taken. Wordings: %2, accounts and other names: %3")
              .arg(path)
              .arg(rules->words().phrases->size() - shipped)
              .arg(rules->words().ownNames.size()));
    return Exit::Done;
}

Result<Exit> runRules(const QCommandLineParser &parser, const QStringList &)
{
    if (parser.isSet(QStringLiteral("words")))
        return checkWords(parser.value(QStringLiteral("words")));
    QJsonArray list;
    const RuleSet rules = rulesInForce();
    for (const Rule *rule : rules.rules()) {
        const RuleWording &wording = wordingOf(*rule);
        const QString wrong = QString(wording.wrong).replace(u'\n', u' ');
        const QString right = QString(wording.right).replace(u'\n', u' ');
        if (!parser.isSet(QStringLiteral("json"))) {
            print(QStringLiteral("%1  %2  %3")
                      .arg(QLatin1String(rule->id), -13)
                      .arg(toString(rule->level), -7)
                      .arg(said(Phrase(wording.title))));
            const QString indent(24, u' ');
            print(indent + said(Phrase(wording.text)));
            print(indent + Words::tr("Wrong: %1").arg(wrong));
            print(indent + Words::tr("Right: %1").arg(right));
            continue;
        }
        list.append(QJsonObject{{QStringLiteral("id"), QLatin1String(rule->id)},
            {QStringLiteral("level"), toString(rule->level)},
            {QStringLiteral("group"), said(title(rule->group))},
            {QStringLiteral("title"), said(Phrase(wording.title))},
            {QStringLiteral("text"), said(Phrase(wording.text))}, {QStringLiteral("example"), wrong},
            {QStringLiteral("right"), right}});
    }
    if (parser.isSet(QStringLiteral("json")))
        print(list);
    return Exit::Done;
}

/// Of one place its value, of several a list in their order; null: nothing was there.
QJsonValue valuesOf(const QList<ChangedValue> &changes, std::optional<QString> ChangedValue::*which)
{
    QJsonArray values;
    for (const ChangedValue &change : changes)
        values.append(change.*which ? QJsonValue(*(change.*which)) : QJsonValue());
    return values.isEmpty() ? QJsonValue() : values.size() == 1 ? values.first() : QJsonValue(values);
}

QJsonObject rowObject(const HistoryRow &row)
{
    QJsonArray places;
    for (const ChangedValue &change : row.changes)
        places.append(change.place.toString());
    return {{QStringLiteral("id"), row.id}, {QStringLiteral("at"), row.at}, {QStringLiteral("who"), row.who},
        {QStringLiteral("what"), row.what}, {QStringLiteral("places"), places},
        {QStringLiteral("old"), valuesOf(row.changes, &ChangedValue::old)},
        {QStringLiteral("new"), valuesOf(row.changes, &ChangedValue::now)},
        {QStringLiteral("move"), row.move.isEmpty() ? QJsonValue() : QJsonValue(row.move)}};
}

QString rowLine(const HistoryRow &row)
{
    constexpr qsizetype kMostPlaces = 3;
    QStringList changes;
    for (const ChangedValue &change : row.changes.mid(0, kMostPlaces))
        changes.append(QStringLiteral("%1: %2 → %3")
                           .arg(change.place.toString(), shortened(change.old.value_or(QString())),
                               shortened(change.now.value_or(QString()))));
    if (row.changes.size() > kMostPlaces)
        changes.append(QStringLiteral("… +%1").arg(row.changes.size() - kMostPlaces));
    if (!row.isKept)
        changes.append(Words::tr("the report as it was then is not kept"));
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(QString::number(row.id), row.at, row.who, row.what, changes.join(QStringLiteral("; ")))
        .trimmed();
}

Result<Exit> runHistory(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString at = parser.value(QStringLiteral("at"));
    if (parser.isSet(QStringLiteral("at")) != (arguments.size() == 2))
        return badArguments(
            Words::tr("Say --at ID OUT.json for the report as it was, neither for the list."));
    bool isId = false;
    const qint64 id = at.toLongLong(&isId);
    if (!at.isEmpty() && (!isId || id < 0))
        return badArguments(Words::tr("“%1” is no number of a row of the history.").arg(at));
    if (arguments.size() == 2) {
        if (const auto may = mayReplace(arguments.at(1)); !may)
            return may.error();
    }
    const auto session = Session::open(arguments.first(), Session::Mode::Look);
    if (!session)
        return session.error();
    if (arguments.size() == 2) {
        const auto report = (*session)->reportAt(id);
        const auto done = report ? writeJson(*report, arguments.at(1)) : Result<>(report.error());
        return done ? Result<Exit>(Exit::Done) : done.error();
    }
    const auto rows = (*session)->history();
    if (!rows)
        return rows.error();
    QJsonArray list;
    for (const HistoryRow &row : *rows) {
        if (parser.isSet(QStringLiteral("json")))
            list.append(rowObject(row));
        else
            print(rowLine(row));
    }
    if (parser.isSet(QStringLiteral("json")))
        print(list);
    return Exit::Done;
}

QCommandLineOption option(const char *name, const QString &description, const char *value = "")
{
    return QCommandLineOption(QLatin1String(name), description, QLatin1String(value));
}

} // namespace

QJsonObject findingObject(const Finding &finding)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray where;
    for (const CellId &cell : finding.cells)
        where.append(cell.toString());
    return {{QStringLiteral("rule"), finding.rule.toString()}, {QStringLiteral("key"), finding.key},
        {QStringLiteral("level"), toString(finding.level)}, {QStringLiteral("where"), where},
        {QStringLiteral("section"), orNull(finding.isInText() ? finding.place.toString() : QString())},
        {QStringLiteral("excerpt"), orNull(finding.excerpt)},
        {QStringLiteral("message"), said(finding.message)}, {QStringLiteral("left"), orNull(finding.left)},
        {QStringLiteral("right"), orNull(finding.right)}, {QStringLiteral("explained"), finding.explained}};
}

Result<int> yearAsked(const QCommandLineParser &parser)
{
    const QString words = parser.value(QStringLiteral("year"));
    bool isYear = false;
    const int year = words.toInt(&isYear);
    if (isYear && year >= bounds::kFirstYear && year <= bounds::kLastYear)
        return year;
    return badArguments(Words::tr("“%1” is no year of a report; write --year YYYY, from %2 to %3.")
                            .arg(words)
                            .arg(bounds::kFirstYear)
                            .arg(bounds::kLastYear));
}

Result<Report> reportFrom(const QString &path, const TakeChoices &choices)
{
    auto taken = takeReport(path, choices);
    if (!taken)
        return taken.error();
    for (const QString &unknown : firstOf(taken->imported.notices))
        notice(Words::tr("Not known and ignored: %1").arg(unknown));
    for (const QString &text : firstOf(taken->imported.removed))
        notice(Words::tr("Characters that cannot be seen were removed: %1").arg(text));
    if (taken->proposal && taken->proposal->hasDoubts())
        notice(Words::tr("%1: recognised %2 cells, guessed %3, not understood %4. Compare with the document; "
                         "nianbao-cli read lists what is doubtful.")
                   .arg(path)
                   .arg(taken->proposal->count(Recognition::Sure))
                   .arg(choices.guesses ? taken->proposal->count(Recognition::Guessed) : 0)
                   .arg(taken->proposal->count(Recognition::Unreadable)));
    return taken->imported.report;
}

QList<Command> commands()
{
    const auto json = option("json", Words::tr("print JSON"));
    const QList<Command> ofOneDesk{
        {QStringLiteral("new"), QStringLiteral("OUT.nianbao"), Words::tr("Make a report file."),
            {option("from", Words::tr("a report: .nianbao, JSON, or a document that “read” can read"),
                 "DOCUMENT"),
                option("sure-only", Words::tr("with --from: leave out what is only guessed")),
                option("organisation", Words::tr("the body's full name"), "NAME"),
                option("year",
                    Words::tr("the report's year; with --from only where the document does not say it"),
                    "YYYY"),
                option("form", Words::tr("the form; by default that of the year"), "FORM"),
                option("prior", Words::tr("last year's report: what --from takes"), "LAST"),
                option("base", Words::tr("start the next year's report on the ground of this one"), "LAST"),
                option("force", Words::tr("replace an existing file"))},
            1, 1, runNew},
        {QStringLiteral("set"), QStringLiteral("FILE.nianbao CELL=VALUE…"),
            Words::tr("Set cells, all or none; CELL= makes a cell blank."),
            {option("take-over", Words::tr("edit it although another is said to have it open"))}, 2, -1,
            runSet},
        {QStringLiteral("info"), QStringLiteral("FILE.nianbao"), Words::tr("What the file is."), {json}, 1, 1,
            runInfo},
        {QStringLiteral("check"), QStringLiteral("FILE.nianbao"),
            Words::tr("Check the report. Exit code 1 when an error is found."), {json}, 1, 1, runCheck},
        {QStringLiteral("export"), QStringLiteral("FILE.nianbao OUT.pdf|.docx|.xlsx|.html|.txt|.csv|.json"),
            Words::tr("Write the report as PDF, for Word, Excel or a website, as plain text, its figures as "
                      "CSV, or all of it as JSON, by the suffix."),
            {option("paper",
                 Words::tr(
                     "of .pdf, .docx, .html and .txt: report, review, checks or signoff; by default the "
                     "report"),
                 "PAPER"),
                option("fragment", Words::tr("of .html: only what goes into the editor of a website")),
                option("no-draft-mark", Words::tr("no draft mark on the pages while errors are open")),
                option("fill", Words::tr("fill the type area: 22 lines from edge to edge")),
                option("seal", Words::tr("leave room for the seal over the signature")),
                option("no-signature", Words::tr("without signature and date")),
                option("cover", Words::tr("with a cover page")),
                option("author", Words::tr("name in the file's properties; by default none"), "NAME"),
                option("pdfa", Words::tr("mark the file as PDF/A-2b; marked, not certified"))},
            2, 2, runExport},
        {QStringLiteral("history"), QStringLiteral("FILE.nianbao [OUT.json]"),
            Words::tr("Who changed what, when; or the report as it was."),
            {json,
                option("at",
                    Words::tr("write the report as it was after this row to OUT.json; 0: before the first"),
                    "ID")},
            1, 2, runHistory},
        diffCommand(),
        readCommand(),
        {QStringLiteral("forms"), QString(), Words::tr("The forms the program knows."), {json}, 0, 0,
            runForms},
        {QStringLiteral("rules"), QString(), Words::tr("The rules a report is checked against."),
            {json,
                option(
                    "words", Words::tr("check a file of an office's words, without installing it"), "FILE")},
            0, 0, runRules},
    };
    return ofOneDesk + reviewCommands() + handOverCommands();
}

} // namespace nianbao
