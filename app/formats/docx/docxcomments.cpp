// SPDX-License-Identifier: MulanPSL-2.0
#include "docxcomments.h"

#include "docxlooks.h"
#include "docxparts.h"

#include <QDateTime>

#include <algorithm>

namespace nianbao {

namespace {

/// Word means the clock on the wall and has no zone. All China has one: so the file does not depend on where
/// it is made.
QString wallClock(const QString &at)
{
    constexpr int kChina = 8 * 3600;
    if (at.size() == 10)
        return QDate::fromString(at, Qt::ISODate).isValid() ? at + QStringLiteral("T00:00:00Z") : QString();
    QDateTime time = QDateTime::fromString(at, Qt::ISODate);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toOffsetFromUtc(kChina).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

QSet<Place> placesOf(const Manuscript::Part &part)
{
    QSet<Place> places;
    for (const Block &block : part.blocks) {
        if (const auto *table = std::get_if<TableBlock>(&block)) {
            for (const TableCell &cell : table->cells)
                places.insert(cell.place);
            if (!table->notes.isEmpty())
                places.insert(table->notesPlace);
        } else {
            std::visit(
                [&places](const auto &each) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(each)>, TableBlock>)
                        places.insert(each.place);
                },
                block);
        }
    }
    return places;
}

/// Where a passage begins in a text: behind what stands before it, or, where blanks were taken out of that,
/// where its words stand next; -1: nowhere.
qsizetype beginOf(const MarginMark::Passage &passage, const QString &text)
{
    if (passage.words.isEmpty())
        return -1;
    const qsizetype exact = passage.before.size();
    if (QStringView(text).mid(std::min(exact, text.size())).startsWith(passage.words))
        return exact;
    return text.lastIndexOf(passage.words, std::min(exact, text.size()));
}

QByteArray paragraphId(int comment) // eight hexadecimal digits, under 80000000
{
    return QByteArray::number(0x10000000 + comment, 16).toUpper();
}

void addComment(DocxMarkup &xml, const MarginMark::Remark &remark, int id)
{
    const QString at = wallClock(remark.at);
    if (at.isEmpty())
        xml.open("w:comment", {{"w:id", id}, {"w:author", remark.who}});
    else
        xml.open("w:comment", {{"w:id", id}, {"w:author", remark.who}, {"w:date", at}});
    const QStringList paragraphs = remark.text.split(u'\n');
    for (int i = 0; i < paragraphs.size(); ++i) {
        // the last paragraph stands for the comment where answers name what they answer
        if (i + 1 == paragraphs.size())
            xml.open("w:p", {{"w14:paraId", paragraphId(id)}});
        else
            xml.open("w:p");
        xml.open("w:pPr");
        xml.value("w:pStyle", {"w:val", docx::kCommentText});
        xml.close();
        if (i == 0) {
            xml.open("w:r");
            xml.open("w:rPr");
            xml.value("w:rStyle", {"w:val", docx::kCommentReference});
            xml.close();
            xml.leaf("w:annotationRef");
            xml.close();
        }
        xml.open("w:r");
        xml.open("w:rPr");
        xml.value("w:rFonts", {"w:hint", "eastAsia"});
        xml.close();
        xml.open("w:t", {{"xml:space", "preserve"}});
        xml.text(paragraphs[i]);
        xml.close();
        xml.close();
        xml.close();
    }
    xml.close();
}

constexpr const char *kCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

} // namespace

DocxComments::DocxComments(const QList<MarginMark> &marks, const Manuscript::Part &part)
{
    const QSet<Place> places = placesOf(part);
    int id = 0;
    for (const MarginMark &mark : marks) {
        if (mark.remarks.isEmpty())
            continue;
        const bool hasInk = !mark.passages.isEmpty() && places.contains(mark.passages.first().place)
            && places.contains(mark.passages.last().place);
        m_ranges.append({&mark, hasInk, id, false, false});
        id += int(mark.remarks.size());
    }
}

QByteArray DocxComments::starts(const Range &range) const
{
    DocxMarkup xml;
    for (int i = 0; i < range.mark->remarks.size(); ++i)
        xml.value("w:commentRangeStart", {"w:id", range.firstId + i});
    return xml.bytes();
}

QByteArray DocxComments::ends(const Range &range) const
{
    DocxMarkup xml;
    for (int i = 0; i < range.mark->remarks.size(); ++i) {
        xml.value("w:commentRangeEnd", {"w:id", range.firstId + i});
        xml.open("w:r");
        xml.open("w:rPr");
        xml.value("w:rStyle", {"w:val", docx::kCommentReference});
        xml.close();
        xml.value("w:commentReference", {"w:id", range.firstId + i});
        xml.close();
    }
    return xml.bytes();
}

QList<DocxCut> DocxComments::cutsAt(const Place &place, const QString &text, bool isTitle)
{
    QList<DocxCut> begun, ended; // of one place: what ends there, then what begins
    for (Range &range : m_ranges) {
        if (range.isDone)
            continue;
        const bool isAtTitle = !range.hasInk && isTitle;
        const auto &passages = range.mark->passages;
        const bool begins = isAtTitle || (range.hasInk && !range.isOpen && passages.first().place == place);
        if (begins) {
            const qsizetype at = isAtTitle ? 0 : std::max<qsizetype>(0, beginOf(passages.first(), text));
            begun.append({at, starts(range)});
            range.isOpen = true;
        }
        if (isAtTitle || (range.hasInk && range.isOpen && passages.last().place == place)) {
            const qsizetype at = isAtTitle ? -1 : beginOf(passages.last(), text);
            ended.append({at < 0 ? text.size() : at + passages.last().words.size(), ends(range)});
            range.isDone = true;
        }
    }
    // a range of nothing, over a blank cell, must begin before it ends
    QList<DocxCut> cuts = text.isEmpty() ? begun + ended : ended + begun;
    std::stable_sort(
        cuts.begin(), cuts.end(), [](const DocxCut &one, const DocxCut &other) { return one.at < other.at; });
    return cuts;
}

QByteArray DocxComments::commentsPart() const
{
    DocxMarkup xml;
    xml.declare();
    xml.open("w:comments",
        {{"xmlns:w", docx::kMain}, {"xmlns:mc", kCompatibility},
            {"xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"}, {"mc:Ignorable", "w14"}});
    for (const Range &range : m_ranges) {
        for (int i = 0; i < range.mark->remarks.size(); ++i)
            addComment(xml, range.mark->remarks[i], range.firstId + i);
    }
    xml.close();
    return xml.bytes();
}

QByteArray DocxComments::answersPart() const
{
    DocxMarkup xml;
    xml.declare();
    xml.open("w15:commentsEx",
        {{"xmlns:w15", "http://schemas.microsoft.com/office/word/2012/wordml"}, {"xmlns:mc", kCompatibility},
            {"mc:Ignorable", "w15"}});
    for (const Range &range : m_ranges) {
        xml.leaf("w15:commentEx", {{"w15:paraId", paragraphId(range.firstId)}, {"w15:done", "0"}});
        for (int i = 1; i < range.mark->remarks.size(); ++i)
            xml.leaf("w15:commentEx",
                {{"w15:paraId", paragraphId(range.firstId + i)},
                    {"w15:paraIdParent", paragraphId(range.firstId)}, {"w15:done", "0"}});
    }
    xml.close();
    return xml.bytes();
}

void DocxComments::addTo(DocxParts &parts) const
{
    if (m_ranges.isEmpty())
        return;
    parts.add(QStringLiteral("comments.xml"), QStringLiteral("comments"), commentsPart());
    parts.add(QStringLiteral("commentsExtended.xml"),
        QStringLiteral("http://schemas.microsoft.com/office/2011/relationships/commentsExtended"),
        QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"),
        answersPart());
}

} // namespace nianbao
