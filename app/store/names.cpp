// SPDX-License-Identifier: MulanPSL-2.0
#include "names.h"

#include "bounds.h"
#include "folder.h"

#include <QFile>
#include <QFileInfo>

namespace nianbao {

namespace {

// SQLite takes 504; while a new file is built, its folder and 22 bytes more must fit as well
constexpr qsizetype kPathBytes = 480;

} // namespace

std::optional<Error> nameTooLong(const QString &path)
{
    const QFileInfo info(path);
    if (QFile::encodeName(info.fileName()).size() > bounds::kFileNameBytes)
        return Error{ErrorCode::NameTooLong, path, QString::number(bounds::kFileNameBytes)};
    if (QFile::encodeName(path).size() > kPathBytes)
        return Error{ErrorCode::PathTooLong, path, QString::number(kPathBytes)};
    return std::nullopt;
}

std::optional<Error> whyNotWritable(const QString &path)
{
    if (const auto tooLong = nameTooLong(path))
        return tooLong;
    if (!mayWriteIn(QFileInfo(path).absolutePath()))
        return Error{ErrorCode::FolderReadOnly, path};
    if (!mayWrite(path))
        return Error{ErrorCode::FileReadOnly, path};
    return std::nullopt;
}

} // namespace nianbao
