// SPDX-License-Identifier: MulanPSL-2.0
#include "errorwords.h"

#include "place.h"
#include "reviewwords.h"
#include "spec.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// The sub-section of a text by its title; other places as they are.
QString placeName(const QString &where)
{
    const Place place = Place::parse(where).value_or(Place());
    if (place.kind() == Place::Kind::Report)
        return Words::tr("The report as a whole");
    if (where == u"review")
        return Words::tr("What is said in the review (a name, opinion or reason)");
    const QString comment = QStringLiteral("comments/");
    if (where.startsWith(comment))
        return Words::tr("Comment %1").arg(where.mid(comment.size()));
    if (where == u"comments")
        return Words::tr("The list of comments");
    const SectionSpec *section = shippedForms().last()->section(place.sectionId());
    if (!section)
        return where;
    return place.index() < 0
        ? section->heading()
        : Words::tr("Part %1 of “%2”").arg(QString::number(place.index() + 1), section->heading());
}

/// The limit of bytes as one who writes a name counts: characters before its ending.
QString nameTooLongWords(const Error &e)
{
    constexpr qsizetype kBytesOfHan = 3;
    constexpr qsizetype kLongestEnding = 10;
    const qsizetype ending = QFileInfo(e.where).suffix().toUtf8().size() + 1;
    const qsizetype room = e.detail.toLongLong() - (ending > kLongestEnding ? 0 : ending);
    return Words::tr("The file name %1 is too long: before its ending at most %2 Chinese characters, or %3 "
                     "letters and figures. Choose a shorter name.")
        .arg(e.where, QString::number(room / kBytesOfHan), QString::number(room));
}

/// What the system, SQLite or Qt say about a failure, by a part of their words.
struct SystemWords {
    const char *part;
    const char *reason;
};
constexpr SystemWords kSystemWords[] = {
    {"no such file", QT_TRANSLATE_NOOP("Errors", "it is not there")},
    {"no space left", QT_TRANSLATE_NOOP("Errors", "the disk is full")},
    {"disk is full", QT_TRANSLATE_NOOP("Errors", "the disk is full")},
    {"quota exceeded", QT_TRANSLATE_NOOP("Errors", "the disk is full")},
    {"permission denied", QT_TRANSLATE_NOOP("Errors", "the permission is missing")},
    {"not permitted", QT_TRANSLATE_NOOP("Errors", "the permission is missing")},
    {"read-only", QT_TRANSLATE_NOOP("Errors", "nothing may be written there")},
    {"readonly", QT_TRANSLATE_NOOP("Errors", "nothing may be written there")},
    {"input/output error", QT_TRANSLATE_NOOP("Errors", "the disk or the connection to it failed")},
    {"i/o error", QT_TRANSLATE_NOOP("Errors", "the disk or the connection to it failed")},
    {"stale file handle", QT_TRANSLATE_NOOP("Errors", "the disk or the connection to it failed")},
    {"timed out", QT_TRANSLATE_NOOP("Errors", "the disk or the connection to it failed")},
    {"is a directory", QT_TRANSLATE_NOOP("Errors", "it is a folder")},
    {"not a directory", QT_TRANSLATE_NOOP("Errors", "its folder is not there")},
    {"name too long", QT_TRANSLATE_NOOP("Errors", "the name is too long")},
    {"file too large", QT_TRANSLATE_NOOP("Errors", "it became too large for this disk")},
    {"locked", QT_TRANSLATE_NOOP("Errors", "another program is using it")},
    {"busy", QT_TRANSLATE_NOOP("Errors", "another program is using it")},
    {"malformed", QT_TRANSLATE_NOOP("Errors", "its content is broken")},
    {"not a database", QT_TRANSLATE_NOOP("Errors", "its content is broken")},
    {"no such table", QT_TRANSLATE_NOOP("Errors", "a part of it is missing")},
    {"no such column", QT_TRANSLATE_NOOP("Errors", "a part of it is missing")},
    {"unable to open", QT_TRANSLATE_NOOP("Errors", "it cannot be opened")},
};

bool isTechnical(const QString &detail)
{
    static const QRegularExpression rest(QStringLiteral("^(SQLite |history )?\\d+( < \\d+)?$"));
    return rest.match(detail).hasMatch();
}

/// Sentences of others that come with a failure, in the reader's language; what is not known here is not
/// shown in another one. What this program says itself, a place or a name, stays.
QString reason(const QString &detail)
{
    static const QRegularExpression foreign(QStringLiteral("[A-Za-z]{2,}[ ,:]+[A-Za-z]{2,}"));
    static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
    for (const SystemWords &known : kSystemWords) {
        if (detail.contains(QLatin1String(known.part), Qt::CaseInsensitive))
            return QCoreApplication::translate("Errors", known.reason);
    }
    if (isTechnical(detail))
        return Words::tr("the system reported an error");
    const bool isForeign
        = QLocale().language() == QLocale::Chinese && detail.contains(foreign) && !detail.contains(chinese);
    return isForeign ? Words::tr("the system gave a reason that is not known here") : detail;
}

QString inputSentence(const Error &e)
{
    switch (e.code) {
    case ErrorCode::BadForm: return Words::tr("The form file is faulty at %1: %2").arg(e.where, e.detail);
    case ErrorCode::BadJson:
        return Words::tr("The report cannot be imported. At %1: %2").arg(e.where, e.detail);
    case ErrorCode::BadWords:
        return Words::tr(
            "%1, line %2: %3\nThe office's wordings are not in force until that is mended, in the file "
            "or in the window under Check, Office's wordings. Meanwhile reports are checked with the "
            "words that came with the program.")
            .arg(e.where, e.detail.section(u'\n', 0, 0), e.detail.section(u'\n', 1));
    case ErrorCode::UnknownForm: return Words::tr("There is no form “%1”.").arg(e.where);
    case ErrorCode::UnknownCell: return Words::tr("There is no cell “%1” in this form.").arg(e.where);
    case ErrorCode::ComputedCell:
        return Words::tr("The cell %1 is computed from others; change those instead.").arg(e.where);
    case ErrorCode::NotANumber:
        return Words::tr("%1: “%2” is not a number. Type digits, for example 12 or 1,305.")
            .arg(e.where, e.detail);
    case ErrorCode::WrongUnit:
        return Words::tr("%1: “%2” is counted in another unit than this cell. Type the figure in the cell's "
                         "own unit, all its digits.")
            .arg(e.where, e.detail);
    case ErrorCode::NegativeNotAllowed:
        return Words::tr("%1: %2 is negative; here a figure is zero or more.").arg(e.where, e.detail);
    case ErrorCode::TooManyDecimals:
        return Words::tr("%1: %2 has more decimal places than may stand here.").arg(e.where, e.detail);
    case ErrorCode::OutOfRange:
        return Words::tr("%1: %2 is too large; at most twelve digits can stand before the point.")
            .arg(e.where, e.detail);
    case ErrorCode::SeveralFigures:
        return Words::tr("%1: “%2” holds several figures; one cell takes one. Paste them as a row, or type "
                         "one.")
            .arg(e.where, e.detail);
    case ErrorCode::UnclearMark:
        return Words::tr("%1: “%2” may mean nothing or 0. Type 0, or leave the cell blank.")
            .arg(e.where, e.detail);
    case ErrorCode::FigureWithNote:
        return Words::tr("%1: “%2” has words beside the figure. Type the figure alone.")
            .arg(e.where, e.detail);
    case ErrorCode::TooLong:
        return Words::tr("%1 is too long: at most %2 characters.").arg(placeName(e.where), e.detail);
    case ErrorCode::TooMany:
        return Words::tr("%1 holds more entries than a report can have: at most %2.")
            .arg(placeName(e.where), e.detail);
    case ErrorCode::BadDate: {
        const auto action = reviewActionFromString(e.where); // of which it is the day
        return Words::tr("%1: “%2” is no date. Write it as 2026-01-20.")
            .arg(action ? moveWords(*action) : e.where, e.detail);
    }
    case ErrorCode::UnknownFact: return Words::tr("A report has no entry “%1”.").arg(e.where);
    case ErrorCode::BadAddress:
        return Words::tr(
            "“%1” is no mail address, and no mail was written. Write it in half-width characters as "
            "zhang@example.gov.cn or as Zhang San <zhang@example.gov.cn>; several are parted by commas.")
            .arg(e.where);
    case ErrorCode::NoSuchPlace: return Words::tr("The report has no place “%1”.").arg(e.where);
    default: return reason(e.detail);
    }
}

QString inUse(const Error &e)
{
    const QString holder = e.detail.section(u'\n', 0, 0);
    const QString mark = e.detail.section(u'\n', 1);
    if (mark.isEmpty()) // SQLite's own lock, of a program that is writing
        return Words::tr("%1 is open for editing: %2. You may look at it meanwhile.").arg(e.where, holder);
    if (holder.isEmpty())
        return Words::tr(
            "The hidden file %2 beside %1 says that somebody is editing it, but not who. You may "
            "look at it meanwhile. If nobody is editing it, take it over.")
            .arg(e.where, mark);
    return Words::tr("%1 is open for editing: %2. You may look at it meanwhile. If nobody is editing it any "
                     "more, take it over; its mark is the hidden file %3.")
        .arg(e.where, holder, mark);
}

QString fileSentence(const Error &e)
{
    switch (e.code) {
    case ErrorCode::FileNotFound:
        return Words::tr(
            "The file %1 does not exist. It may have been moved or renamed; look where it lies now.")
            .arg(e.where);
    case ErrorCode::FileExists:
        return Words::tr("The file %1 exists already and was left as it is. Choose another name.")
            .arg(e.where);
    case ErrorCode::NotAFile:
        return Words::tr("%1 is no ordinary file. Nothing was read or changed. Choose the report itself.")
            .arg(e.where);
    case ErrorCode::TooLarge:
        return Words::tr(
            "%1 is larger than any report can be (%2 MB). It was not opened. Choose another file, or "
            "ask its sender for it once more.")
            .arg(e.where, e.detail);
    case ErrorCode::NameTooLong: return nameTooLongWords(e);
    case ErrorCode::PathTooLong:
        return Words::tr("%1 lies too deep in its folders: its path may have %2 bytes, a Chinese character "
                         "being three. Move it to a folder nearer the top, or shorten their names.")
            .arg(e.where, e.detail);
    case ErrorCode::NameNotUtf8:
        return Words::tr("The name of %1, or of one of its folders, is not written in UTF-8, as names from "
                         "old systems are. Rename it first, then open it again. Nothing was changed.")
            .arg(e.where);
    case ErrorCode::ForeignSchema:
        return Words::tr("%1 holds parts that Nianbao did not make (%2). It was not opened and not changed. "
                         "Ask its sender for the report as JSON.")
            .arg(e.where, e.detail);
    case ErrorCode::ForeignSideFile:
        return Words::tr("The file %1 beside the report was not made by Nianbao. Nothing was opened or "
                         "changed. Move it away if you do not need it, then open the report again.")
            .arg(e.where);
    case ErrorCode::TooCostly:
        return Words::tr("%1 cannot be read: it would take more work than any report needs. Nothing was "
                         "changed. Choose another file, or ask its sender for it once more.")
            .arg(e.where);
    case ErrorCode::SameFile:
        return Words::tr("%1 is a report, or belongs to one, and was not replaced. Choose another name.")
            .arg(e.where);
    case ErrorCode::NotADatabase:
        return Words::tr("%1 is not a report file. Nothing was changed. See whether its name was changed by "
                         "mistake; a Word file, a PDF or a web page is read by File → Import.")
            .arg(e.where);
    case ErrorCode::ForeignDatabase:
        return Words::tr(
            "%1 belongs to another program and is not a report. Nothing was changed. Open it with "
            "that program, and choose another file here.")
            .arg(e.where);
    case ErrorCode::Damaged:
        return Words::tr(
            "%1 is damaged or incomplete and was not changed. Fetch it once more from where it came, "
            "or take a backup.")
            .arg(e.where);
    case ErrorCode::TooNew:
        return Words::tr(
            "%1 was made by a newer version of Nianbao (file version %2). Nothing was changed; please "
            "update the program.")
            .arg(e.where, e.detail);
    case ErrorCode::FolderReadOnly:
        return Words::tr("Nothing can be written in the folder of %1. Save a copy in another place.")
            .arg(e.where);
    case ErrorCode::FileReadOnly:
        return Words::tr("The file %1 is write-protected. Save a copy to edit it.").arg(e.where);
    case ErrorCode::NotLockable:
        return Words::tr("Beside %1 no mark can be made that it is being edited (%2). Save a copy in another "
                         "place to edit it.")
            .arg(e.where, e.detail);
    case ErrorCode::NoPermission:
        return Words::tr(
            "You do not have the permission for %1. Nothing was changed. Ask for it whoever looks "
            "after this computer, or take a file of your own folder.")
            .arg(e.where);
    case ErrorCode::DiskFull:
        return Words::tr(
            "The disk is full. What was last typed could not be written to %1; everything before it is "
            "safe. Make room and try again.")
            .arg(e.where);
    case ErrorCode::InUse: return inUse(e);
    case ErrorCode::AlreadyOpen:
        return Words::tr("%1 is already open in another window of yours (%2). Go on there. If that window is "
                         "gone, take the report over; its mark is the hidden file %3.")
            .arg(e.where, e.detail.section(u'\n', 0, 0), e.detail.section(u'\n', 1));
    case ErrorCode::FileGone:
        return Words::tr("The file %1 was deleted or moved while it was open. Put it back, or save a copy "
                         "in another place.")
            .arg(e.where);
    case ErrorCode::Replaced:
        return Words::tr("Another state of the report has taken the place of %1 while it was open. Nothing "
                         "was overwritten: save yours as a copy, then open the file anew.")
            .arg(e.where);
    case ErrorCode::WordsChanged:
        return Words::tr("%1 was changed elsewhere while the office's wordings were open here. Nothing was "
                         "overwritten: close this window and open it anew.")
            .arg(e.where);
    case ErrorCode::Collided:
        return Words::tr("Another program wrote into %1 in the very moment of saving. What it holds now may "
                         "be incomplete: save yours as a copy.")
            .arg(e.where);
    case ErrorCode::ReadFailed: return Words::tr("%1 cannot be read: %2").arg(e.where, reason(e.detail));
    case ErrorCode::WriteFailed:
        return Words::tr("%1 could not be written: %2. What was there before is unchanged.")
            .arg(e.where, reason(e.detail));
    case ErrorCode::FontMissing:
        return Words::tr("No font was found for %1, and nothing was written. Install the packages "
                         "fonts-noto-cjk and fonts-arphic-ukai, then start the program anew.")
            .arg(e.detail.isEmpty() ? Words::tr("the pages") : e.detail);
    case ErrorCode::PictureUnreadable:
        return Words::tr("%1 cannot be shown as a picture. Save it anew as PNG or JPEG and insert that.")
            .arg(e.where);
    case ErrorCode::PictureTooLarge:
        return Words::tr(
            "The picture %1 is too large (%2). At most 20 MB and 60 million pixels can be taken; "
            "make it smaller and insert it again.")
            .arg(e.where, e.detail);
    case ErrorCode::Cancelled: return Words::tr("%1 was not written: it was stopped.").arg(e.where);
    case ErrorCode::NoSuchRow:
        return Words::tr("The history of %1 has no row %2; nianbao-cli history lists them.")
            .arg(e.where, e.detail);
    case ErrorCode::MoveStays:
        return Words::tr("Row %2 of the history of %1 is a move of the review. It stays; choose rows with "
                         "texts or figures.")
            .arg(e.where, e.detail);
    case ErrorCode::NotKept:
        return Words::tr(
            "%1 as it was after row %2 of its history is not kept: an earlier version of Nianbao "
            "wrote it, or it has become too old. Choose a later row.")
            .arg(e.where, e.detail);
    case ErrorCode::StillInReport:
        return Words::tr("This still stands in the report itself (%2), not only in the history of %1. Delete "
                         "it there first.")
            .arg(e.where, e.detail);
    case ErrorCode::ReadOnly:
        return Words::tr("%1 is open to look at only. Save a copy to edit it.").arg(e.where);
    default: return {};
    }
}

QString keySentence(const Error &e)
{
    switch (e.code) {
    case ErrorCode::NotAKey:
        return Words::tr("%1 is not a key as Nianbao makes them: SM2, the private one under a passphrase. "
                         "Nothing was changed.")
            .arg(e.where.isEmpty() ? Words::tr("What was given") : e.where);
    case ErrorCode::KeyDamaged:
        return Words::tr("The key %1 is damaged or incomplete and was not changed. Use your backup of it.")
            .arg(e.where);
    case ErrorCode::KeyExists:
        return Words::tr("There is a key at %1 already, and it was left as it is. Choose another name.")
            .arg(e.where);
    case ErrorCode::WrongPassphrase:
        return Words::tr("The passphrase does not open the key %1. Nothing was changed; try again. If the "
                         "passphrase is certainly right, the file is damaged: use your backup of it.")
            .arg(e.where);
    case ErrorCode::UnfitPassphrase:
        return Words::tr("A passphrase has %1 to %2 characters in one line. Choose another one.")
            .arg(e.detail.section(u'-', 0, 0), e.detail.section(u'-', 1));
    case ErrorCode::KeyFailed:
        return Words::tr("The computation with the key failed: %1. Start the program anew and try again.")
            .arg(reason(e.detail));
    default: return {};
    }
}

/// Documents of other programs. None of them is ever changed by reading it.
QString documentSentence(const Error &e)
{
    switch (e.code) {
    case ErrorCode::UnknownKind:
        return Words::tr("%1: files of the kind “%2” cannot be read. Save it as .docx, .xlsx, .html, .txt or "
                         ".pdf in the program it comes from.")
            .arg(e.where, e.detail);
    case ErrorCode::NotOfItsKind:
        return Words::tr("%1 is called a %2 file, but holds something else. Open it in the program it comes "
                         "from and save it again.")
            .arg(e.where, e.detail);
    case ErrorCode::BrokenDocument:
        if (e.detail.isEmpty())
            return Words::tr(
                "%1 is damaged or incomplete. Get it again, or open it in the program it comes from and "
                "save it again.")
                .arg(e.where);
        return Words::tr(
            "%1 is damaged or incomplete: “%2” in it cannot be read. Get it again, or open it in "
            "the program it comes from and save it again.")
            .arg(e.where, e.detail);
    case ErrorCode::TooManyParts:
        return Words::tr("%1 has more than %2 parts. No report has so many; it was not read.")
            .arg(e.where, e.detail);
    case ErrorCode::TooDeep:
        return Words::tr(
            "%1 has elements within each other more than %2 deep. No report is made like that; it "
            "was not read.")
            .arg(e.where, e.detail);
    case ErrorCode::DeclaresEntities:
        return Words::tr(
            "%1 declares a document type of its own in “%2”, which may lead outside the file. It "
            "was not read.")
            .arg(e.where, e.detail);
    case ErrorCode::NeedsPassword:
        return Words::tr("%1 needs a password. Save a copy without one and take that.").arg(e.where);
    case ErrorCode::NoTextLayer:
        return Words::tr(
            "%1 is a scan: its pages are pictures without text. Take the file it was printed from, "
            "or type the figures.")
            .arg(e.where);
    case ErrorCode::UnknownEncoding:
        return Words::tr(
            "%1: it cannot be told in which encoding its text is. Save it as UTF-8 and take that.")
            .arg(e.where);
    case ErrorCode::ProgramMissing:
        return Words::tr(
            "%1 is read by another program, which is missing here. Have the package %2 installed, "
            "or save the file as .docx, .xlsx or .html elsewhere.")
            .arg(e.where, e.detail);
    case ErrorCode::ProgramFailed:
        return Words::tr("%1: the program that should read it (%2) failed. The file may be damaged; save it "
                         "again as .docx, .xlsx or .html.")
            .arg(e.where, e.detail);
    case ErrorCode::TooSlow:
        return Words::tr(
            "%1 could not be read within %2 seconds; reading was stopped. Save it again as .docx, "
            ".xlsx or .html.")
            .arg(e.where, e.detail);
    case ErrorCode::NothingRecognised:
        return Words::tr("There is no annual report in %1: neither one of its tables nor its sections was "
                         "found. Choose another file.")
            .arg(e.where);
    case ErrorCode::YearUnknown:
        return Words::tr("%1 does not say of which year the report is. Say the year.").arg(e.where);
    default: return {};
    }
}

/// What the review does not allow, or lacks.
QString reviewSentence(const Error &e)
{
    const auto action = reviewActionFromString(e.where);
    const QString move = action ? moveWords(*action) : e.where == u"comment" ? Words::tr("Comment") : e.where;
    const auto state = reviewStateFromString(e.code == ErrorCode::MoveNotAllowed ? e.detail : e.where);
    const QString stands = state ? stateWords(*state) : e.where;
    switch (e.code) {
    case ErrorCode::MoveNotAllowed:
        return state == ReviewState::InReview
            ? Words::tr("“%1” is not possible at this step of the review.").arg(move)
            : Words::tr("“%1” is not possible now: the report is “%2”.").arg(move, stands);
    case ErrorCode::NotReady:
        return Words::tr(
            "“%1” is not possible yet: %2 errors are open, %3 findings are not explained. See what "
            "the check lists.")
            .arg(move, e.detail.section(u',', 0, 0), e.detail.section(u',', 1).trimmed());
    case ErrorCode::AlreadyHandedOver:
        return Words::tr(
            "The report was submitted already: to %1, %2. What has left the house is changed by a "
            "correction.")
            .arg(e.detail.section(u'\n', 0, 0), timeWords(e.detail.section(u'\n', 1)));
    case ErrorCode::NameMissing: return Words::tr("“%1”: say who it is.").arg(move);
    case ErrorCode::ReasonMissing: return Words::tr("“%1”: say the reason.").arg(move);
    case ErrorCode::ApprovalMissing:
        return Words::tr(
            "“%1”: either a key with its passphrase, or date and name of the signature on paper.")
            .arg(move);
    case ErrorCode::RecipientMissing: return Words::tr("“%1”: say to whom.").arg(move);
    case ErrorCode::AddressMissing: return Words::tr("“%1”: say the address of the page.").arg(move);
    case ErrorCode::NoSuchComment: return Words::tr("The report has no comment %1.").arg(e.where);
    case ErrorCode::NoSuchFinding:
        return Words::tr("The report has no finding “%1”; check --json lists them with their keys.")
            .arg(e.where);
    case ErrorCode::NotExplainable:
        return Words::tr("“%1” is an error: it is mended, not explained.").arg(e.where);
    case ErrorCode::TextMissing:
        return Words::tr("“%1”: there are no words to keep. Nothing was changed.").arg(move);
    case ErrorCode::NotInThisState:
        return Words::tr("The report is “%1”: its content cannot be edited now.").arg(stands);
    default: return {};
    }
}

} // namespace

QString technicalRest(const Error &error)
{
    // our own word for a part of a file, or an id: no word of a report is one
    static const QRegularExpression part(
        QStringLiteral("^(?=.{1,60}$)[a-z][a-z_]*([./][a-z0-9_]+)*( \\d+)?$"));
    const bool isPart = error.code == ErrorCode::Damaged && part.match(error.detail).hasMatch();
    // elsewhere a number alone is what the sentence speaks of: one that was typed, a row that was asked for
    static const QRegularExpression number(QStringLiteral("^\\d+$"));
    const bool isOfFile = error.code == ErrorCode::ReadFailed || error.code == ErrorCode::WriteFailed
        || error.code == ErrorCode::Damaged;
    const bool isRest = isTechnical(error.detail) && (isOfFile || !number.match(error.detail).hasMatch());
    return isPart || isRest ? error.detail : QString();
}

QString describe(const Error &error, Doing doing)
{
    if (error.code == ErrorCode::DiskFull && doing == Doing::MakingAFile)
        return Words::tr(
            "The disk is full. %1 was not written; what was there before is unchanged. Make room, "
            "or choose another place.")
            .arg(error.where);
    for (const auto &sentenceOf : {fileSentence, keySentence, documentSentence, reviewSentence}) {
        if (const QString sentence = sentenceOf(error); !sentence.isEmpty())
            return sentence;
    }
    return inputSentence(error);
}

} // namespace nianbao
