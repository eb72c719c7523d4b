// SPDX-License-Identifier: MulanPSL-2.0
#include "handovercommands.h"

#include "console.h"
#include "pagesetup.h"
#include "parcel.h"
#include "session.h"
#include "settings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// What cannot be done is said before a file is opened.
Result<Receivers> receivers(const QCommandLineParser &parser)
{
    const Receivers all{
        parser.values(QStringLiteral("to")).join(u','), parser.values(QStringLiteral("cc")).join(u',')};
    if (all.to.split(u',', Qt::SkipEmptyParts).join(QString()).trimmed().isEmpty())
        return badArguments(Words::tr("Say to whom: --to ADDRESS."));
    const auto are = areReceivers(all);
    return are ? Result<Receivers>(all) : are.error();
}

/// What always goes, and what was asked for.
Result<QList<ParcelPart>> partsAsked(const QStringList &wanted)
{
    QList<ParcelPart> parts{ParcelPart::Report, ParcelPart::Copy, ParcelPart::Checks};
    for (const QString &kind : wanted) {
        if (kind != u"docx")
            return badArguments(Words::tr("“%1” is nothing that can go along; it is docx.").arg(kind));
        if (!parts.contains(ParcelPart::Word))
            parts.insert(1, ParcelPart::Word);
    }
    return parts;
}

Result<Exit> runMail(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString &out = arguments.at(1);
    if (QFileInfo(out).suffix().toLower() != u"eml")
        return badArguments(Words::tr("“%1”: a mail draft is written as .eml.").arg(out));
    const auto to = receivers(parser);
    if (!to)
        return to.error();
    const auto parts = partsAsked(parser.values(QStringLiteral("with")));
    if (!parts)
        return parts.error();
    const auto session = Session::open(arguments.first(), Session::Mode::Look);
    if (!session)
        return session.error();
    const Report &report = (*session)->report();
    const auto files = makeParcel(**session, PageChoices(), *parts);
    if (!files)
        return files.error();
    QStringList attachments;
    for (const ParcelFile &file : *files)
        attachments.append(partWords(file.part));
    const Letter letter
        = filled(letterTemplates(), report, {nameOfFirst(to->to), settings::knownUserName(), attachments});
    const QStringList names = parcelNames(*files, letter, report,
        parser.isSet(QStringLiteral("ascii-names")) ? FileNames::Ascii : FileNames::Chinese);
    if (const auto done = writeMailDraft(*files, names, letter, *to, out); !done)
        return done.error();
    console::print(letter.subject);
    for (const QString &name : names)
        console::print(QStringLiteral("  ") + name);
    console::notice(
        Words::tr("A draft is not submitted yet. When it was sent: nianbao-cli review FILE submit "
                  "--by NAME --to WHOM."));
    return Exit::Done;
}

} // namespace

QList<Command> handOverCommands()
{
    return {{QStringLiteral("mail"), QStringLiteral("FILE.nianbao OUT.eml"),
        Words::tr("Write a mail draft with the approved report: PDF, hand-over copy, check sheet."),
        {QCommandLineOption(QStringLiteral("to"), Words::tr("receiver; may be given several times"),
             QStringLiteral("ADDRESS")),
            QCommandLineOption(QStringLiteral("cc"), Words::tr("who gets a copy"), QStringLiteral("ADDRESS")),
            QCommandLineOption(
                QStringLiteral("ascii-names"), Words::tr("names of the files in English letters")),
            QCommandLineOption(
                QStringLiteral("with"), Words::tr("what else goes along: docx"), QStringLiteral("KIND"))},
        2, 2, runMail}};
}

} // namespace nianbao
