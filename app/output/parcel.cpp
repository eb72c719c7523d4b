// SPDX-License-Identifier: MulanPSL-2.0
#include "parcel.h"

#include "attachmentnames.h"
#include "bounds.h"
#include "folder.h"
#include "maildraft.h"
#include "pdfwriter.h"
#include "recipients.h"
#include "session.h"
#include "settings.h"
#include "systemreason.h"
#include "wholefile.h"
#include "writewhole.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cerrno>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Parcel)
};

QString suffixOf(ParcelPart part)
{
    switch (part) {
    case ParcelPart::Report:
    case ParcelPart::Checks: break;
    case ParcelPart::Copy: return QStringLiteral(".nianbao");
    case ParcelPart::Word: return QStringLiteral(".docx");
    }
    return QStringLiteral(".pdf");
}

QString mimeTypeOf(ParcelPart part)
{
    switch (part) {
    case ParcelPart::Report:
    case ParcelPart::Checks: break;
    case ParcelPart::Copy: return QStringLiteral("application/octet-stream");
    case ParcelPart::Word:
        return QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
    return QStringLiteral("application/pdf");
}

MailNames mailNames(FileNames names)
{
    return names == FileNames::Ascii ? MailNames::Ascii : MailNames::Chinese;
}

MailDraft::Attachment attachmentOf(ParcelPart part, const Letter &letter, const Report &report)
{
    const bool isChecks = part == ParcelPart::Checks;
    const QString name = isChecks ? letter.checksName : letter.fileName;
    const QString ascii = QStringLiteral("%1-%2-r%3")
                              .arg(isChecks ? QStringLiteral("check-sheet") : QStringLiteral("annual-report"))
                              .arg(report.year())
                              .arg(report.review().revision);
    return {name + suffixOf(part), mimeTypeOf(part), ascii + suffixOf(part), {}};
}

/// Made on disk, as every report's file is, and read again: where it goes is decided later.
Result<QByteArray> copyOf(const Session &session)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("copy.nianbao"));
    const QString words = partWords(ParcelPart::Copy);
    if (!folder.isValid())
        return Error{ErrorCode::WriteFailed, words, folder.errorString()};
    if (const auto done = session.handOverCopy(path); !done)
        return Error{done.error().code, words, done.error().detail};
    const auto bytes = readWholeFile(path, bounds::kReportFileBytes);
    return bytes ? bytes : Error{bytes.error().code, words, bytes.error().detail};
}

/// A folder of ours beside the one to be made; with what is in it it goes away unless it was renamed.
class FolderBeside {
public:
    explicit FolderBeside(const QString &parent)
        : m_path(QDir(parent).filePath(
            QStringLiteral(".nianbao-%1").arg(QRandomGenerator::system()->generate64(), 0, 36)))
        , m_isMade(QDir().mkdir(m_path))
        , m_reason(m_isMade ? 0 : errno)
    { }
    ~FolderBeside()
    {
        if (m_isMade)
            QDir(m_path).removeRecursively();
    }
    Q_DISABLE_COPY_MOVE(FolderBeside)

    bool isMade() const { return m_isMade; }
    int reason() const { return m_reason; }
    QString filePath(const QString &name) const { return QDir(m_path).filePath(name); }
    bool becomes(const QString &path)
    {
        if (isThere(path) || !QDir().rename(m_path, path))
            return false;
        m_isMade = false;
        return true;
    }

private:
    QString m_path;
    bool m_isMade;
    int m_reason;
};

Error unwritten(const QString &folder, int reason)
{
    return {meansFullDisk(reason) ? ErrorCode::DiskFull : ErrorCode::WriteFailed, folder,
        qt_error_string(reason)};
}

} // namespace

Result<> mayHandOver(const Session &session)
{
    const QString submit = toString(ReviewAction::Submit);
    const Report &report = session.report();
    switch (report.review().state) {
    case ReviewState::Drafting:
    case ReviewState::InReview:
    case ReviewState::Returned:
        return Error{ErrorCode::MoveNotAllowed, submit, toString(report.review().state)};
    case ReviewState::Approved:
    case ReviewState::Submitted:
    case ReviewState::Published: break;
    }
    using Said = Verification::Verdict;
    const Verification said = session.verification(settings::knownKey(report.fact(fact::kName)));
    const bool isChanged = said.verdict == Said::Broken
        || (said.verdict == Said::Paper && said.reason != Verification::Reason::None);
    if (!isChanged)
        return {};
    return Error{ErrorCode::BadArguments, submit,
        Words::tr(
            "It cannot be handed over: the report says something else now than was approved. See where, "
            "reopen it and have it approved again, or take the file that was approved.")};
}

struct PreparedParcel::Content {
    struct Part {
        ParcelPart part;
        PaperContent paper{}; // of a PDF: the pages of the one way to pages
        PdfOptions pdf{};
        std::optional<PreparedExport> word{};
        QByteArray copy{};
    };
    std::shared_ptr<const FontSet> fonts{};
    QList<Part> parts{};

    Result<ParcelFile> file(const Part &part, const TellProgress &progress) const;
};

Result<ParcelFile> PreparedParcel::Content::file(const Part &part, const TellProgress &progress) const
{
    if (part.part == ParcelPart::Copy)
        return ParcelFile{part.part, part.copy, 0};
    const auto failure = [&part](const Error &error) {
        return Error{error.code, partWords(part.part), error.detail};
    };
    if (part.word) {
        const auto bytes = part.word->bytes(progress);
        return bytes ? Result<ParcelFile>(ParcelFile{part.part, *bytes, 0}) : failure(bytes.error());
    }
    const PageDocument pages = pagesOf(part.paper, fonts);
    ParcelFile file{part.part, {}, int(pages.pages.size())};
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    PdfOptions options = part.pdf;
    options.progress = progress;
    const auto done = writePdf(pages, buffer, options);
    return done ? Result<ParcelFile>(file) : failure(done.error());
}

Result<PreparedParcel> prepareParcel(
    const Session &session, const PageChoices &choices, const QList<ParcelPart> &parts)
{
    if (const auto may = mayHandOver(session); !may)
        return may.error();
    const auto fonts = FontSet::load(pageStyle().fonts);
    if (!fonts)
        return fonts.error();
    PageChoices final = choices;
    final.draftMark = false;
    auto content = std::make_shared<PreparedParcel::Content>();
    content->fonts = *fonts;
    for (const ParcelPart part : parts) {
        PreparedParcel::Content::Part prepared{part};
        if (part == ParcelPart::Copy) {
            auto copy = copyOf(session);
            if (!copy)
                return copy.error();
            prepared.copy = *std::move(copy);
        } else if (part == ParcelPart::Word) {
            const auto word = prepareExport(session, {Paper::Report, ExportKind::Word, choices, {}, *fonts});
            if (!word)
                return Error{word.error().code, partWords(part), word.error().detail};
            prepared.word = *word;
        } else {
            const Paper paper = part == ParcelPart::Checks ? Paper::Checks : Paper::Report;
            prepared.paper = paperContent(paper, session, final);
            prepared.pdf = pdfOptions(paper, session, final);
        }
        content->parts.append(std::move(prepared));
    }
    return PreparedParcel(std::move(content));
}

Result<QList<ParcelFile>> PreparedParcel::files(const TellProgress &progress) const
{
    QList<ParcelFile> files;
    const auto goesOn
        = [&](int, int) { return !progress || progress(int(files.size()), int(d->parts.size())); };
    for (const Content::Part &part : d->parts) {
        if (!goesOn(0, 0))
            return Error{ErrorCode::Cancelled, partWords(part.part)};
        const auto file = d->file(part, goesOn);
        if (!file)
            return file.error();
        files.append(*file);
    }
    return files;
}

Result<QList<ParcelFile>> makeParcel(
    const Session &session, const PageChoices &choices, const QList<ParcelPart> &parts)
{
    const auto prepared = prepareParcel(session, choices, parts);
    return prepared ? prepared->files() : prepared.error();
}

QString partWords(ParcelPart part)
{
    switch (part) {
    case ParcelPart::Report: break;
    case ParcelPart::Copy: return QStringLiteral("报送件（.nianbao）");
    case ParcelPart::Checks: return QStringLiteral("核对单（PDF）");
    case ParcelPart::Word: return QStringLiteral("正式文本（Word）");
    }
    return QStringLiteral("正式文本（PDF）");
}

QStringList parcelNames(
    const QList<ParcelFile> &files, const Letter &letter, const Report &report, FileNames names)
{
    QList<MailDraft::Attachment> attachments;
    for (const ParcelFile &file : files)
        attachments.append(attachmentOf(file.part, letter, report));
    return attachmentNames(attachments, mailNames(names));
}

QString freeParcelPath(const QString &folder, const QString &name, const QString &suffix)
{
    // as safe and as short as a name in a mail, with room for the number and the suffix
    QString base = attachmentNames({{name, {}, {}, {}}}, MailNames::Chinese).constFirst();
    while (base.toUtf8().size() > bounds::kFileNameBytes - 20)
        base.chop(1);
    return freePath(QDir(folder), base, suffix);
}

Result<> writeFolder(const QList<ParcelFile> &files, const QStringList &names, const QString &folder)
{
    const QString parent = QFileInfo(folder).absolutePath();
    if (isThere(folder))
        return Error{ErrorCode::FileExists, folder};
    if (!QFileInfo(parent).isDir())
        return Error{ErrorCode::FileNotFound, parent};
    if (!mayWriteIn(parent))
        return Error{ErrorCode::FolderReadOnly, folder};
    FolderBeside beside(parent);
    if (!beside.isMade())
        return unwritten(folder, beside.reason());
    const auto failure = [&folder](const Error &error) { return Error{error.code, folder, error.detail}; };
    for (qsizetype i = 0; i < files.size(); ++i) {
        // under no report's name: nothing that writes takes one
        const QString part = beside.filePath(QStringLiteral("part-%1").arg(i));
        if (const auto done = writeNew(part, files[i].bytes, Readers::Anyone); !done)
            return failure(done.error());
        if (!renameToFreeName(part, beside.filePath(names.value(i))))
            return unwritten(folder, errno);
    }
    syncFolder(beside.filePath({}));
    if (!beside.becomes(folder)) {
        const int reason = errno;
        return isThere(folder) ? Error{ErrorCode::FileExists, folder} : unwritten(folder, reason);
    }
    syncFolder(parent);
    return {};
}

Result<> areReceivers(const Receivers &receivers)
{
    for (const QString &field : {receivers.to, receivers.cc}) {
        if (const auto read = recipientsOf({field}); !read)
            return read.error();
    }
    return {};
}

QString nameOfFirst(const QString &receivers)
{
    const auto read = recipientsOf({receivers});
    return read && !read->isEmpty() ? read->constFirst().name : QString();
}

Result<> writeMailDraft(const QList<ParcelFile> &files, const QStringList &names, const Letter &letter,
    const Receivers &receivers, const QString &path)
{
    MailDraft draft;
    draft.to = {receivers.to};
    draft.cc = {receivers.cc};
    draft.subject = letter.subject;
    draft.text = letter.text;
    for (qsizetype i = 0; i < files.size(); ++i)
        draft.attachments.append({names.value(i), mimeTypeOf(files[i].part), {}, files[i].bytes});
    const auto mail = emlOf(draft); // the names are as they shall be already
    return mail ? writeNew(path, *mail, Readers::Anyone) : Result<>(mail.error());
}

} // namespace nianbao
