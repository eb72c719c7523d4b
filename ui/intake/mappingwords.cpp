// SPDX-License-Identifier: MulanPSL-2.0
#include "mappingwords.h"

#include "appearance.h"
#include "recognitionlook.h"
#include "showntext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace nianbao::mappingwords {

namespace {

struct MappingWords {
    Q_DECLARE_TR_FUNCTIONS(Intake)
};

constexpr qsizetype kMostName = 60;

QString kindWords(const QString &kind)
{
    if (kind == u"docx")
        return MappingWords::tr("Word document");
    if (kind == u"html")
        return MappingWords::tr("web page");
    if (kind == u"txt")
        return MappingWords::tr("text");
    if (kind == u"xlsx")
        return MappingWords::tr("Excel workbook");
    if (kind == u"csv")
        return MappingWords::tr("table of text");
    return kind == u"pdf" ? MappingWords::tr("PDF") : kind;
}

QString bodyOf(const Proposal &proposal)
{
    const Place name = Place::fact(QLatin1String(fact::kName));
    const auto found = std::find_if(proposal.texts.begin(), proposal.texts.end(),
        [&name](const ProposedText &text) { return text.place == name; });
    return found == proposal.texts.end() ? QString() : found->text;
}

} // namespace

QString about(const ReadDocument &source, const Proposal &proposal)
{
    QStringList parts{kindWords(source.document.kind)};
    parts.append(
        proposal.year ? MappingWords::tr("year %1").arg(*proposal.year) : MappingWords::tr("year unknown"));
    if (const QString body = bodyOf(proposal); !body.isEmpty())
        parts.append(firstCharacters(body, kMostName));
    if (proposal.form)
        parts.append(proposal.form->name);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString nameOf(const ReadDocument &source, const Proposal &proposal)
{
    const QString body = bodyOf(proposal);
    return firstCharacters(body.isEmpty() ? QFileInfo(source.file).completeBaseName() : body, kMostName);
}

QString tabWords(const TableSpec &table, const Mapping &mapping)
{
    int guessed = 0;
    int unreadable = 0;
    int wrong = 0;
    int blank = 0;
    for (const CellId &id : table.cells) {
        const Place place = Place::cell(id);
        blank += mapping.value(id) ? 0 : 1;
        if (!mapping.doubts().contains(place) || mapping.isSettled(place))
            continue;
        const Recognition state = mapping.state(place);
        guessed += state == Recognition::Guessed ? 1 : 0;
        unreadable += state == Recognition::Unreadable ? 1 : 0;
        wrong += state != Recognition::Guessed && state != Recognition::Unreadable ? 1 : 0;
    }
    QString words = table.name;
    const auto add = [&words](const QString &mark, int count) {
        if (count > 0)
            words += QStringLiteral("  %1 %2").arg(mark).arg(count);
    };
    add(recognition::mark(Recognition::Unreadable), unreadable);
    add(recognition::mark(Recognition::Guessed), guessed);
    add(appearance::levelMark(Level::Error), wrong);
    if (guessed + unreadable + wrong == 0)
        add(recognition::mark(Recognition::Blank), blank);
    if (guessed + unreadable + wrong + blank == 0)
        words += QStringLiteral("  ") + recognition::mark(Recognition::Sure);
    return words;
}

RichWords notes(const Mapping &mapping, const QPalette &palette)
{
    RichWords words;
    const QColor wrong = appearance::levelColour(palette, Level::Error);
    for (const Finding &finding : mapping.arithmetic())
        words.newParagraph()
            .coloured(appearance::levelMark(Level::Error) + u' ', wrong)
            .add(said(finding.message));
    for (const Phrase &note : mapping.proposal().notes)
        words.newParagraph().add(QStringLiteral("· ") + said(note));
    if (words.isEmpty())
        words.add(MappingWords::tr("Nothing had to be decided, and all sums are right."));
    return words;
}

QString useWords(IntakeUse use, int year, const Report *open)
{
    switch (use) {
    case IntakeUse::NewReport:
        return MappingWords::tr("It is saved as a new report file; what is open stays as it is.");
    case IntakeUse::IntoOpen:
        return MappingWords::tr(
            "Figures and texts that are taken replace those of %1; all else stays. Ctrl+Z undoes "
            "it in one step.")
            .arg(firstCharacters(open->title(), kMostName));
    case IntakeUse::PriorOfOpen:
        return MappingWords::tr(
            "It stands beside the open report to be compared with; this year's content stays as it "
            "is. Ctrl+Z undoes it in one step.");
    case IntakeUse::PriorOfNew:
        return MappingWords::tr(
            "It stands beside the new report of %1 to be compared with. Office, headings and names of "
            "channels are taken over, figures and texts are not written into it.")
            .arg(year + 1);
    case IntakeUse::AddFigures: break;
    }
    return MappingWords::tr(
        "The figures of the ticked tables are added to ours, and the note of each cell says whose "
        "they are. Ctrl+Z undoes it in one step.");
}

QString yearDoubt(IntakeUse use, int year, const Report *open, const Mapping &mapping)
{
    if (use == IntakeUse::PriorOfOpen)
        return year == open->year() - 1
            ? QString()
            : MappingWords::tr("The document is of %1, the open report of %2.").arg(year).arg(open->year());
    const auto own = mapping.proposal().year;
    if ((use == IntakeUse::IntoOpen || use == IntakeUse::AddFigures) && own && *own != open->year())
        return MappingWords::tr("The document is of %1, the open report of %2.").arg(*own).arg(open->year());
    return {};
}

} // namespace nianbao::mappingwords
