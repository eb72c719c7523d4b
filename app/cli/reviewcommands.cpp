// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewcommands.h"

#include "bounds.h"
#include "cleantext.h"
#include "clock.h"
#include "commentactions.h"
#include "commentorder.h"
#include "console.h"
#include "digest.h"
#include "findingactions.h"
#include "pdfcheck.h"
#include "readreport.h"
#include "reportplaces.h"
#include "reviewwords.h"
#include "session.h"
#include "settings.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

using console::notice;
using console::print;

QString value(const QCommandLineParser &parser, const char *option)
{
    return parser.value(QLatin1String(option));
}
bool isSet(const QCommandLineParser &parser, const char *option)
{
    return parser.isSet(QLatin1String(option));
}

QString timeNow() { return now().toUTC().toString(Qt::ISODate); }

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

Result<QString> whoActs(const QCommandLineParser &parser)
{
    const QString name = cleanText(value(parser, "by"), Lines::One).simplified();
    return name.isEmpty() ? Result<QString>(badArguments(Words::tr("Say who acts: --by NAME.")))
                          : Result<QString>(name);
}

/// What somebody edits, and who it is.
struct Editing {
    std::unique_ptr<Session> session{};
    QString who{};
};

Result<Editing> toEdit(const QString &file, const QCommandLineParser &parser)
{
    const auto who = whoActs(parser);
    if (!who)
        return who.error();
    auto session = Session::open(file);
    return session ? Result<Editing>(Editing{std::move(*session), *who}) : Result<Editing>(session.error());
}

/// The first line; what ends it belongs to the file.
Result<QByteArray> passphrase(const QCommandLineParser &parser)
{
    if (!isSet(parser, "passphrase-file"))
        return badArguments(Words::tr("Say where the passphrase is: --passphrase-file FILE."));
    constexpr qint64 kMost = 4096;
    auto bytes = readWholeFile(value(parser, "passphrase-file"), kMost);
    if (!bytes)
        return bytes.error();
    if (const auto end = bytes->indexOf('\n'); end >= 0)
        bytes->truncate(end);
    if (bytes->endsWith('\r'))
        bytes->chop(1);
    return *bytes;
}

/// What approves: a key, which seals the report as it is, or a signature on paper.
Result<> putApproval(const Report &report, const QCommandLineParser &parser, ReviewMove &move)
{
    if (isSet(parser, "paper"))
        move.paper = PaperApproval{value(parser, "signed-by"), value(parser, "paper"), contentDigest(report)};
    if (!isSet(parser, "key"))
        return {};
    auto words = passphrase(parser);
    if (!words)
        return words.error();
    const auto key = PrivateKey::read(value(parser, "key"), *words);
    words->fill('\0');
    if (!key)
        return key.error();
    const auto seal = makeSeal(report, *key, move.who, move.at);
    if (!seal)
        return seal.error();
    move.seal = *seal;
    return {};
}

Result<Exit> runReview(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto action = reviewActionFromString(arguments.at(1));
    if (!action) {
        QStringList all;
        for (const ReviewAction known : reviewActions())
            all.append(toString(known));
        return badArguments(Words::tr("“%1” is no action of the review; it is one of %2.")
                                .arg(arguments.at(1), all.join(QStringLiteral(", "))));
    }
    auto editing = toEdit(arguments.first(), parser);
    if (!editing)
        return editing.error();
    auto &[session, who] = *editing;
    const Report &report = session->report();
    ReviewMove move{*action, who, timeNow()};
    move.words = value(parser, hasReason(*action) ? "reason" : "opinion");
    if (*action == ReviewAction::Approve && mayMove(report.review(), *action)) {
        if (const auto done = putApproval(report, parser, move); !done)
            return done.error();
    }
    if (*action == ReviewAction::Submit)
        move.handOver = HandOver{move.at, value(parser, "to"), contentDigest(report), {}};
    if (*action == ReviewAction::Publish)
        move.publication = Publication{value(parser, "date"), value(parser, "address")};
    if (const auto done = session->move(move); !done)
        return done.error();
    print(stateWords(report.review()));
    return Exit::Done;
}

// Comments

QJsonObject commentObject(const Report &report, int id)
{
    const Comment &comment = report.comments()[id];
    QJsonArray answers;
    for (const Answer &answer : comment.answers)
        answers.append(QJsonObject{{QStringLiteral("text"), answer.text}, {QStringLiteral("who"), answer.who},
            {QStringLiteral("at"), answer.at}});
    return {{QStringLiteral("id"), id}, {QStringLiteral("place"), placeWords(report, comment.place)},
        {QStringLiteral("place_is_gone"), comment.isGone}, {QStringLiteral("text"), comment.text},
        {QStringLiteral("who"), comment.who}, {QStringLiteral("at"), comment.at},
        {QStringLiteral("resolved"), comment.resolved}, {QStringLiteral("answers"), answers}};
}

void printComment(const Report &report, int id)
{
    const Comment &comment = report.comments()[id];
    print(QStringLiteral("%1  %2  %3  %4  %5")
              .arg(QString::number(id), comment.resolved ? Words::tr("resolved") : Words::tr("open"),
                  placeWords(report, comment.place), comment.who, comment.text));
    if (comment.isGone)
        print(u' ' + Words::tr("What it spoke of was deleted."));
    for (const Answer &answer : comment.answers)
        print(QStringLiteral("    %1  %2").arg(answer.who, answer.text));
}

Result<Exit> listComments(const QCommandLineParser &parser, const QString &file)
{
    const auto session = Session::open(file, Session::Mode::Look);
    if (!session)
        return session.error();
    const Report &report = (*session)->report();
    QJsonArray list;
    for (const int id : commentsInOrder(report)) {
        if (isSet(parser, "json"))
            list.append(commentObject(report, id));
        else
            printComment(report, id);
    }
    if (isSet(parser, "json"))
        print(list);
    return Exit::Done;
}

Result<int> numberOf(const QString &word)
{
    bool isNumber = false;
    const int id = word.toInt(&isNumber);
    return isNumber ? Result<int>(id) : Result<int>(Error{ErrorCode::NoSuchComment, word});
}

Result<Change> commentChange(const Report &report, const QStringList &words, const QString &who)
{
    const QString &verb = words.first();
    if (verb == u"add") {
        const auto place = placeIn(report, words.at(1));
        const bool isMeant = place && place->hasRange() == words.at(1).contains(u'#');
        return isMeant ? commentActions::add(report, *place, words.at(2), who)
                       : Result<Change>(Error{ErrorCode::NoSuchPlace, words.at(1)});
    }
    const auto id = numberOf(words.at(1));
    if (!id)
        return id.error();
    return verb == u"answer" ? commentActions::answer(report, *id, words.at(2), who)
                             : commentActions::setResolved(report, *id, true, who);
}

Result<Exit> runComment(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QStringList words = arguments.mid(1);
    static const QHash<QString, qsizetype> sizes{{QStringLiteral("list"), 1}, {QStringLiteral("add"), 3},
        {QStringLiteral("answer"), 3}, {QStringLiteral("resolve"), 2}};
    if (sizes.value(words.first()) != words.size())
        return badArguments(Words::tr("Say list, or add PLACE TEXT, answer ID TEXT, resolve ID."));
    if (words.first() == u"list")
        return listComments(parser, arguments.first());
    auto editing = toEdit(arguments.first(), parser);
    if (!editing)
        return editing.error();
    auto &[session, who] = *editing;
    const Report &report = session->report();
    const auto change = commentChange(report, words, who);
    if (!change)
        return change.error();
    if (const auto done = session->edit(*change); !done)
        return done.error();
    const int id = words.first() == u"add" ? report.comments().lastKey() : words.at(1).toInt();
    if (isSet(parser, "json"))
        print(commentObject(report, id));
    else
        printComment(report, id);
    return Exit::Done;
}

Result<Exit> runExplain(const QCommandLineParser &parser, const QStringList &arguments)
{
    auto editing = toEdit(arguments.first(), parser);
    if (!editing)
        return editing.error();
    auto &[session, who] = *editing;
    const Findings &findings = session->findings();
    const QString &key = arguments.at(1);
    const auto finding
        = std::find_if(findings.cbegin(), findings.cend(), [&key](const Finding &f) { return f.key == key; });
    if (finding == findings.cend())
        return Error{ErrorCode::NoSuchFinding, key};
    if (finding->level == Level::Error)
        return Error{ErrorCode::NotExplainable, key};
    if (arguments.at(2).trimmed().isEmpty())
        return Error{ErrorCode::TextMissing, key};
    const auto done = session->edit(findingActions::explain(*finding, arguments.at(2), who));
    return done ? Result<Exit>(Exit::Done) : done.error();
}

// Keys

Result<Exit> runKey(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString &file = arguments.at(1);
    if (arguments.first() == u"show") {
        const QString path = file.endsWith(QStringLiteral(".pub")) ? file : publicKeyPath(file);
        const auto shown = PublicKey::fromFile(path);
        if (!shown)
            return shown.error();
        if (isSet(parser, "json"))
            print(QJsonObject{{QStringLiteral("name"), shown->name},
                {QStringLiteral("fingerprint"), shown->key.fingerprint()}});
        else
            print(QStringLiteral("%1  %2").arg(shown->key.fingerprint(), shown->name));
        return Exit::Done;
    }
    if (arguments.first() != u"new")
        return badArguments(Words::tr("Say new KEY or show KEY."));
    if (cleanText(value(parser, "name"), Lines::One).simplified().isEmpty())
        return badArguments(Words::tr("Say whose key it is: --name NAME."));
    auto words = passphrase(parser);
    if (!words)
        return words.error();
    const auto key = PrivateKey::create();
    const auto done = key ? key->write(file, *words, value(parser, "name")) : Result<>(key.error());
    words->fill('\0');
    if (!done)
        return done.error();
    print(key->publicKey().fingerprint());
    return Exit::Done;
}

// Verification and copy

struct Verified {
    Review review{};
    Verification said{};
    bool isCompared = true; // the key that is known
    std::optional<PdfCheck> pdf{};
};

Result<Verified> verified(const QString &file, const std::optional<PublicKey> &given, const QString &pdf)
{
    const auto known = [&given](const Report &report) {
        return given ? given : settings::knownKey(report.fact(fact::kName));
    };
    const auto isCompared = [&given](const Report &report) {
        return given || settings::isKeyCompared(report.fact(fact::kName));
    };
    if (QFileInfo(file).suffix().toLower() == u"json") {
        if (!pdf.isEmpty())
            return badArguments(Words::tr("A PDF is compared with a report file, not with JSON."));
        const auto json = readWholeFile(file, bounds::kJsonBytes);
        const auto read = json ? reportFromJson(*json) : Result<ImportedReport>(json.error());
        if (!read)
            return read.error();
        return Verified{
            read->report.review(), verify(read->report, known(read->report)), isCompared(read->report)};
    }
    const auto session = Session::open(file, Session::Mode::Look);
    if (!session)
        return session.error();
    Verified found{(*session)->report().review(), (*session)->verification(known((*session)->report())),
        isCompared((*session)->report())};
    if (!pdf.isEmpty()) {
        const auto check = checkPdf(pdf, **session);
        if (!check)
            return check.error();
        found.pdf = *check;
    }
    return found;
}

QJsonObject verificationObject(const Verified &verified)
{
    const Verification &said = verified.said;
    QJsonArray changed;
    for (const Place &place : said.changed)
        changed.append(place.toString());
    return {{QStringLiteral("state"), toString(verified.review.state)},
        {QStringLiteral("revision"), verified.review.revision},
        {QStringLiteral("verdict"), toString(said.verdict)},
        {QStringLiteral("reason"), orNull(toString(said.reason))},
        {QStringLiteral("words"), verdictWords(said, verified.isCompared)},
        {QStringLiteral("by"), orNull(said.by)}, {QStringLiteral("at"), orNull(said.at)},
        {QStringLiteral("digest"), orNull(said.digest)}, {QStringLiteral("key"), orNull(said.key)},
        {QStringLiteral("changed"), changed},
        {QStringLiteral("pdf"), verified.pdf ? QJsonValue(toString(verified.pdf->verdict)) : QJsonValue()},
        {QStringLiteral("page"),
            verified.pdf && verified.pdf->page ? QJsonValue(*verified.pdf->page) : QJsonValue()},
        {QStringLiteral("pdf_words"), verified.pdf ? QJsonValue(pdfWords(*verified.pdf)) : QJsonValue()}};
}

Result<Exit> runVerify(const QCommandLineParser &parser, const QStringList &arguments)
{
    std::optional<PublicKey> given;
    if (isSet(parser, "key")) {
        const auto key = PublicKey::fromFile(value(parser, "key"));
        if (!key)
            return key.error();
        given = key->key;
    }
    const auto found = verified(arguments.first(), given, value(parser, "pdf"));
    if (!found)
        return found.error();
    const Verification &said = found->said;
    if (isSet(parser, "json")) {
        print(verificationObject(*found));
    } else {
        print(verdictWords(said, found->isCompared));
        for (const Place &place : said.changed)
            print(QStringLiteral("  ") + place.toString());
        if (found->pdf)
            print(pdfWords(*found->pdf));
    }
    const bool isSame = !found->pdf || found->pdf->verdict == PdfCheck::Verdict::Equal;
    const bool isGood = said.verdict == Verification::Verdict::Holds
        || (said.verdict == Verification::Verdict::Paper && said.reason == Verification::Reason::None);
    return isGood && isSame ? Exit::Done : Exit::Errors;
}

Result<Exit> runCopy(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto session = Session::open(arguments.first(), Session::Mode::Look);
    if (!session)
        return session.error();
    const auto done = (*session)->handOverCopy(arguments.at(1), isSet(parser, "force"));
    return done ? Result<Exit>(Exit::Done) : done.error();
}

QCommandLineOption option(const char *name, const QString &description, const char *value = "")
{
    return QCommandLineOption(QLatin1String(name), description, QLatin1String(value));
}

} // namespace

QList<Command> reviewCommands()
{
    const auto json = option("json", Words::tr("print JSON"));
    const auto by = option("by", Words::tr("who acts"), "NAME");
    const auto passphraseFile
        = option("passphrase-file", Words::tr("file whose first line is the passphrase of the key"), "FILE");
    return {
        {QStringLiteral("review"), QStringLiteral("FILE.nianbao ACTION"),
            Words::tr("Move the report: send withdraw forward return approve reopen submit publish correct."),
            {by, option("reason", Words::tr("of return, reopen and correct"), "TEXT"),
                option("opinion", Words::tr("of forward and approve"), "TEXT"),
                option("to", Words::tr("to whom it is submitted"), "WHOM"),
                option("date", Words::tr("when it was published"), "DATE"),
                option("address", Words::tr("where it was published"), "URL"),
                option("key", Words::tr("the key that approves"), "KEY"), passphraseFile,
                option("paper", Words::tr("approved on paper on this day"), "DATE"),
                option("signed-by", Words::tr("who signed the paper"), "NAME")},
            2, 2, runReview},
        {QStringLiteral("comment"), QStringLiteral("FILE.nianbao list|add|answer|resolve …"),
            Words::tr("Comments: list, add PLACE TEXT, answer ID TEXT, resolve ID."), {by, json}, 2, 4,
            runComment},
        {QStringLiteral("explain"), QStringLiteral("FILE.nianbao KEY TEXT"),
            Words::tr("Explain a finding; its key is in check --json."), {by}, 3, 3, runExplain},
        {QStringLiteral("key"), QStringLiteral("new|show KEY"),
            Words::tr("Make a key for approving, or show its fingerprint."),
            {option("name", Words::tr("whose key it is"), "NAME"), passphraseFile, json}, 2, 2, runKey},
        {QStringLiteral("verify"), QStringLiteral("FILE.nianbao|FILE.json"),
            Words::tr("Whether the approval of the report holds. Exit code 1 when it does not."),
            {option("key", Words::tr("the public key that is known of this body"), "KEY.pub"),
                option("pdf", Words::tr("whether this PDF is that of the report; exit code 1 when it is not"),
                    "X.pdf"),
                json},
            1, 1, runVerify},
        {QStringLiteral("copy"), QStringLiteral("FILE.nianbao OUT.nianbao"),
            Words::tr("Write a copy to be handed over: no comments, no opinions, no history."),
            {option("force", Words::tr("replace an existing file"))}, 2, 2, runCopy},
    };
}

} // namespace nianbao
