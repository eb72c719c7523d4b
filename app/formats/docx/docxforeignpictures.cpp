// SPDX-License-Identifier: MulanPSL-2.0
#include "docxforeignpictures.h"

namespace nianbao {

namespace {

constexpr qsizetype kMostNotices = 20;

constexpr Sentence kOtherFormat{
    "The picture %1 is neither PNG nor JPEG; it was left out.", "图片 %1 不是 PNG 或 JPEG 格式，没有读入。"};
constexpr Sentence kUnreadable{
    "The picture %1 cannot be read; it was left out.", "图片 %1 读不出来，没有读入。"};

bool isPngOrJpeg(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1A\n") || bytes.startsWith("\xFF\xD8\xFF");
}

} // namespace

std::optional<ForeignPicture> DocxForeignPictures::picture(const QString &id, const QString &alternative)
{
    const auto relation = m_relations.constFind(id);
    if (relation == m_relations.cend()) // it lies outside the document, where nobody looks
        return std::nullopt;
    const QString part = relation->target;
    const QString name = part.mid(part.lastIndexOf(u'/') + 1);
    auto found = m_read.constFind(part);
    if (found == m_read.cend()) {
        const auto bytes = m_package.read(part);
        const bool isTaken = bytes && isPngOrJpeg(*bytes);
        if (!isTaken && m_notices.size() < kMostNotices)
            m_notices.append(bytes ? Phrase(kOtherFormat, name) : Phrase(kUnreadable, name));
        found = m_read.insert(part, isTaken ? *bytes : QByteArray());
    }
    if (found->isEmpty())
        return std::nullopt;
    return ForeignPicture{*found, name, alternative};
}

} // namespace nianbao
