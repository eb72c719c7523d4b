// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "exportreport.h"
#include "letter.h"
#include "result.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace nianbao {

class Session;

/// What can go along when a report is handed over.
enum class ParcelPart {
    Report, // the final pages as PDF
    Copy, // .nianbao without comments, opinions and history: see Session::handOverCopy
    Checks, // 核对单 as PDF
    Word, // the report as .docx, for those who go on with it
};

/// One file of a parcel: made, not yet written.
struct ParcelFile {
    ParcelPart part = ParcelPart::Report;
    QByteArray bytes{};
    int pages = 0; // of a PDF
};

/// Only what is approved leaves the desk, as it was approved. Errors, where "submit": MoveNotAllowed (detail:
/// state) before the approval; BadArguments when the report says something else now than was approved.
Result<> mayHandOver(const Session &session);

/// What a parcel is made of, as the report stands and without a draft mark: a value that knows no session, so
/// that the pages may be made in any thread.
class PreparedParcel {
public:
    /// Told after each page: parts that are done, of all. Errors: those of writePdf and docxOf, `where` the
    /// part's name; Cancelled.
    Result<QList<ParcelFile>> files(const TellProgress &progress = {}) const;

private:
    struct Content;
    friend Result<PreparedParcel> prepareParcel(
        const Session &session, const PageChoices &choices, const QList<ParcelPart> &parts);
    explicit PreparedParcel(std::shared_ptr<const Content> content) : d(std::move(content)) { }
    std::shared_ptr<const Content> d;
};
/// Errors: those of mayHandOver, FontSet::load, prepareExport and Session::handOverCopy, `where` the part's
/// name when it is about a file that was only made on the way.
Result<PreparedParcel> prepareParcel(
    const Session &session, const PageChoices &choices, const QList<ParcelPart> &parts);
/// Both in one go.
Result<QList<ParcelFile>> makeParcel(
    const Session &session, const PageChoices &choices, const QList<ParcelPart> &parts);

/// 正式文本（PDF）, 报送件（.nianbao）, 核对单（PDF）, 正式文本（Word）: for the letter.
QString partWords(ParcelPart part);

/// Chinese, or ASCII for a receiver whose program reads no others.
enum class FileNames { Chinese, Ascii };
/// What the files are called in mail and folder alike: each can be saved on any system, no two are equal.
QStringList parcelNames(
    const QList<ParcelFile> &files, const Letter &letter, const Report &report, FileNames names);

/// One that nothing has yet: "name.eml", "name（2）.eml" …; suffix with its dot, or none for a folder.
QString freeParcelPath(const QString &folder, const QString &name, const QString &suffix);

/// A new folder with the files in it: filled beside and then renamed, so that it is whole or not there. What
/// has that name already is not touched. Errors: FileExists, FileNotFound (no folder to make it in),
/// FolderReadOnly, NoPermission, DiskFull, WriteFailed.
Result<> writeFolder(const QList<ParcelFile> &files, const QStringList &names, const QString &folder);

struct Receivers {
    QString to{}; // as they are written: name <a@b.cn>, several parted by comma or semicolon
    QString cc{};
};
/// Errors: BadAddress.
Result<> areReceivers(const Receivers &receivers);
/// 张三 of "张三 <a@b.cn>, …"; empty: the first one has no name, or it is none.
QString nameOfFirst(const QString &receivers);

/// A new mail draft with the files attached. What has that name already is not touched. Errors: BadAddress,
/// FileExists, NoPermission, DiskFull, WriteFailed.
Result<> writeMailDraft(const QList<ParcelFile> &files, const QStringList &names, const Letter &letter,
    const Receivers &receivers, const QString &path);

} // namespace nianbao
