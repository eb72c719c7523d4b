// SPDX-License-Identifier: MulanPSL-2.0
#include "commentmarks.h"

#include "commentorder.h"
#include "placenames.h"
#include "reportplaces.h"
#include "showntext.h"

#include <algorithm>

namespace nianbao {

namespace {

using Passages = QList<MarginMark::Passage>;

/// Looks for the blocks where a place stands.
class Finder {
public:
    Finder(const Report &report, const Place &place) : m_report(report), m_place(place)
    {
        if (!place.hasRange())
            return;
        const bool isNote = place.kind() == Place::Kind::Note;
        m_shown = isNote ? report.note(place.cellId()) : shownTextOf(report, place.whole()).text;
        const ShownText text = shownText(report, textAt(report, place.whole()).value_or(QString()));
        m_from = isNote ? place.start() : text.toShown(place.start());
        m_to = isNote ? place.start() + place.length() : text.toShown(place.start() + place.length());
        m_from = std::clamp<qsizetype>(m_from, 0, m_shown.size());
        m_to = std::clamp(m_to, m_from, m_shown.size());
    }

    Passages in(const std::vector<Block> &blocks)
    {
        for (const Block &block : blocks)
            std::visit([this](const auto &each) { look(each); }, block);
        return std::move(m_found);
    }

private:
    bool isHere(const Place &place) const { return place == m_place.whole(); }

    /// lead: what stands before the text in its block.
    void add(const Place &place, const QString &lead)
    {
        if (!m_found.isEmpty())
            return;
        const QString words = m_shown.mid(m_from, m_to - m_from);
        m_found.append({place, words.isEmpty() ? QString() : lead + m_shown.left(m_from), words});
    }

    void look(const TitleBlock &title)
    {
        if (isHere(title.place))
            add(title.place, {});
    }

    void look(const HeadingBlock &heading)
    {
        const bool isOfIts = m_place.kind() == Place::Kind::SubSection && !m_place.hasRange()
            && m_place.paragraph() < 0 && heading.place.owner() == m_place;
        if (isHere(heading.place) || isOfIts)
            add(heading.place, heading.text.chopped(std::min(heading.text.size(), m_shown.size())));
    }

    void look(const ParagraphBlock &paragraph)
    {
        if (!isHere(paragraph.place.whole()) || m_place == Place::report())
            return;
        const int number = paragraph.place.paragraph();
        if (!m_place.hasRange()) {
            if (m_found.isEmpty() && (m_place.paragraph() < 0 || m_place.paragraph() == number))
                m_found.append({paragraph.place, {}, {}});
            return;
        }
        qsizetype start = 0;
        for (int i = 0; i < number; ++i)
            start = m_shown.indexOf(u'\n', start) + 1;
        const qsizetype end = start + paragraph.text.size();
        if (m_from == m_to && m_from >= start && m_from <= end)
            return add(paragraph.place, {});
        const qsizetype from = std::max(m_from, start);
        const QString words = m_shown.mid(from, std::max<qsizetype>(0, std::min(m_to, end) - from));
        if (!words.trimmed().isEmpty())
            m_found.append({paragraph.place, m_shown.mid(start, from - start), words});
    }

    void look(const TableBlock &table)
    {
        if (isHere(table.notesPlace) && !table.notes.isEmpty())
            add(table.notesPlace, {});
        if (m_place.owner().kind() != Place::Kind::Cell)
            return;
        for (const TableCell &cell : table.cells) {
            if (cell.place == m_place.owner())
                add(cell.place, cell.words + u'（');
        }
    }

    void look(const IllustrationBlock &illustration)
    {
        if (illustration.place == m_place.owner())
            add(illustration.place,
                illustration.caption.chopped(std::min(illustration.caption.size(), m_shown.size())));
    }

    void look(const Signature &signature)
    {
        if (isHere(signature.place) || isHere(Place::fact(QLatin1String(fact::kDate))))
            add(signature.place, {});
    }

    const Report &m_report;
    const Place m_place;
    QString m_shown{}; // of a range: the text as it is read
    qsizetype m_from = 0;
    qsizetype m_to = 0;
    Passages m_found{};
};

Passages passagesOf(const Report &report, const Place &place, const std::vector<Block> &blocks)
{
    const Place whole = place.whole();
    const Place text
        = whole.kind() == Place::Kind::Heading ? Place::subSection(whole.sectionId(), whole.index()) : whole;
    for (const Place &wider : {place, whole, text, sectionOf(report, whole)}) {
        const Passages found = Finder(report, wider).in(blocks);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

/// Where they stand elsewhere than at what they speak of, they name it.
QList<MarginMark::Remark> remarksOf(const Report &report, const Comment &comment, bool isElsewhere)
{
    QString lead;
    if (comment.isGone)
        lead = QStringLiteral("（所指内容已删除）");
    else if (isElsewhere && comment.place != Place::report())
        lead = QStringLiteral("（%1）").arg(placeName(report, comment.place).in(Language::Chinese));
    QList<MarginMark::Remark> remarks{{lead + comment.text, comment.who, comment.at}};
    for (const Answer &answer : comment.answers)
        remarks.append({answer.text, answer.who, answer.at});
    return remarks;
}

} // namespace

QList<MarginMark> commentMarks(const Report &report, const std::vector<Block> &blocks)
{
    QList<MarginMark> marks;
    for (const int id : openComments(report)) {
        const Comment &comment = report.comments()[id];
        const Passages passages = passagesOf(report, comment.place, blocks);
        marks.append({int(marks.size()) + 1, passages, remarksOf(report, comment, passages.isEmpty())});
    }
    return marks;
}

} // namespace nianbao
