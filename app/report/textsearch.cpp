// SPDX-License-Identifier: MulanPSL-2.0
#include "textsearch.h"

#include "cleantext.h"
#include "commentorder.h"
#include "digits.h"
#include "reportplaces.h"
#include "searchdoubts.h"
#include "showntext.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace nianbao {

namespace {

char32_t foldedCharacter(char32_t c, const TextQuery &how)
{
    if (!how.tellsWidth) {
        if (c == 0x3000) // the blank as wide as a character
            c = U' ';
        else if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
        else if (c == 0xFFE5)
            c = 0xA5; // the yen sign
    }
    return how.tellsCase ? c : QChar::toCaseFolded(c);
}

/// The number that the words are, as an amount prints it; empty: they are none.
QString numberIn(const QString &words)
{
    const QString trimmed = digits::trimmed(words).toString();
    const digits::Number number = digits::read(trimmed, 0, digits::Separators::CommasAndBlanks);
    if (number.length == 0 || number.length != trimmed.size() || number.whole.isEmpty())
        return {};
    return number.fraction.isEmpty() ? number.whole : number.whole + u'.' + number.fraction;
}

class Search {
public:
    Search(const Report &report, const TextQuery &query, qsizetype most)
        : m_report(report)
        , m_query(query)
        , m_most(most)
        , m_needle(folded(cleanText(query.words, Lines::One), query))
        , m_number(numberIn(query.words))
        , m_doubts(report)
    {
        for (const SectionSpec &section : report.spec().sections) {
            for (const SubSection &sub : report.subSections(section.id)) {
                if (sub.text.contains(u"{{channels"))
                    m_namingChannels.append(sub.text);
            }
        }
    }

    TextHits hits()
    {
        if (m_needle.isEmpty())
            return {};
        lookAtFacts(Place::organisation());
        lookAtFacts(Place::fact(QLatin1String(fact::kIntroduction)));
        for (const SectionSpec &section : m_report.spec().sections) {
            if (section.kind == SectionSpec::Kind::Table)
                lookAtTable(section.table);
            else
                lookAtSection(section.id);
        }
        lookAtChannels();
        lookAtTalk();
        return std::move(m_hits);
    }

private:
    /// Those that have a field under this entry. The kind of the body is chosen, not written.
    void lookAtFacts(const Place &entry)
    {
        for (const QString &key : fact::allKeys()) {
            const bool isWritten = key != QLatin1String(fact::kKind) && key != QLatin1String(fact::kSource);
            if (const Place place = Place::fact(key); isWritten && entryOf(m_report, place) == entry)
                lookAt(place);
        }
    }

    void lookAtSection(const SectionId &section)
    {
        const auto count = int(m_report.subSections(section).size());
        for (int i = 0; i < count && !m_hits.isCut; ++i) {
            const Place text = Place::subSection(section, i);
            lookAt(Place::heading(section, i));
            lookAt(text);
            for (int k = 0; k < m_report.illustrations().size(); ++k) {
                if (m_report.illustrations()[k].place == text)
                    lookAt(Place::caption(k));
            }
        }
    }

    void lookAtTable(const TableId &id)
    {
        const TableSpec *table = m_report.spec().table(id);
        for (const CellId &cell : table->cells) {
            lookAtFigure(cell);
            if (!m_report.note(cell).isEmpty())
                lookAt(Place::note(cell));
        }
        lookAt(Place::fact(QLatin1String(fact::kTableNote) + id.toString()));
    }

    void lookAtFigure(const CellId &cell)
    {
        const auto value = m_number.isEmpty() ? std::nullopt : m_report.value(cell);
        if (!value || value->toString() != m_number || !hasRoom())
            return;
        const CellSpec *spec = m_report.spec().cell(cell);
        m_hits.list.append({Place::cell(cell), FoundTalk(), spec ? spec->label + u'　' : QString(), m_number,
            QString(), TextHit::Standing::Fixed,
            Phrase({"A figure of the table: it is not replaced", "表格里的数，不换"})});
    }

    void lookAtChannels()
    {
        QSet<QString> categories;
        const auto &channels = m_report.channels();
        for (int i = 0; i < channels.size(); ++i) {
            lookAt(Place::channel(i));
            for (int k = 0; k < channels[i].categories.size(); ++k) {
                const QString &name = channels[i].categories[k].name;
                if (!categories.contains(name))
                    lookAt(Place::category(i, k));
                categories.insert(name);
            }
        }
    }

    void lookAtTalk()
    {
        FoundTalk correction;
        correction.isCorrection = true;
        lookAtSaid(m_report.review().correction, correction);
        for (const int id : commentsInOrder(m_report)) {
            const Comment &comment = m_report.comments()[id];
            lookAtSaid(comment.text, {id});
            for (int i = 0; i < comment.answers.size(); ++i)
                lookAtSaid(comment.answers[i].text, {id, i});
        }
        const auto &explanations = m_report.explanations();
        for (auto one = explanations.cbegin(); one != explanations.cend(); ++one)
            lookAtSaid(one->text, {0, -1, one.key()});
    }

    /// Braces are braces there.
    void lookAtSaid(const QString &words, FoundTalk talk)
    {
        const ShownText shown{words};
        const QString text = folded(words, m_query);
        for (auto at = text.indexOf(m_needle); at >= 0; at = text.indexOf(m_needle, at + m_needle.size())) {
            if (!hasRoom())
                return;
            talk.start = at;
            const ShownPassage passage = passageOf(shown, at, m_needle.size());
            m_hits.list.append(
                {Place(), talk, passage.before, passage.passage, passage.after, TextHit::Standing::Fixed,
                    talk.isCorrection
                        ? Phrase({"It is changed on the page of section six", "在第六部分的页面上改"})
                        : talk.comment > 0 ? Phrase({"A comment: it is not replaced", "批注，不换"})
                                           : Phrase({"An explanation: it is not replaced", "说明，不换"})});
        }
    }

    bool hasRoom()
    {
        m_hits.isCut = m_hits.isCut || m_hits.list.size() >= m_most;
        return !m_hits.isCut;
    }

    void lookAt(const Place &place)
    {
        const auto stored = textAt(m_report, place);
        if (!stored || stored->isEmpty() || m_hits.isCut)
            return;
        const ShownText shown = shownText(m_report, *stored);
        const QString text = folded(shown.text, m_query);
        for (auto at = text.indexOf(m_needle); at >= 0; at = text.indexOf(m_needle, at + m_needle.size())) {
            if (!hasRoom())
                return;
            add(place, shown, at);
        }
    }

    /// A live figure calls a channel or category by its name.
    bool isCalledByFigure(const Place &place) const
    {
        if (place.kind() != Place::Kind::Channel && place.kind() != Place::Kind::Category)
            return false;
        const QString quoted = u'"' + textAt(m_report, place).value_or(QString()) + u'"';
        return std::any_of(m_namingChannels.begin(), m_namingChannels.end(),
            [&quoted](const QString &text) { return text.contains(quoted); });
    }

    void add(const Place &place, const ShownText &shown, qsizetype at)
    {
        const qsizetype end = at + m_needle.size();
        const LiveSpan *last = shown.liveAt(end - 1, end);
        const qsizetype from = shown.toStored(at);
        const qsizetype to = last ? last->storedStart + last->storedLength : shown.toStored(end - 1) + 1;
        const ShownPassage passage = passageOf(shown, from, to - from);
        TextHit hit{place.withRange(from, to - from), FoundTalk(), passage.before, passage.passage,
            passage.after, TextHit::Standing::Sure, Phrase()};
        if (shown.liveAt(at, end)) {
            hit.standing = TextHit::Standing::Fixed;
            hit.reason = Phrase({"A live figure: it is not replaced", "活数字，不换"});
        } else if (place == Place::fact(QLatin1String(fact::kDate))) {
            hit.standing = TextHit::Standing::Fixed;
            hit.reason = Phrase({"A date: it is changed in its field", "日期，请在原处改"});
        } else if (isCalledByFigure(place)) {
            hit.standing = TextHit::Standing::Doubtful;
            hit.reason = Phrase({"A live figure calls it by this name", "有活数字用着这个名称"});
        } else if (const auto doubt = m_doubts.about(shown.text, at, m_needle.size())) {
            hit.standing = TextHit::Standing::Doubtful;
            hit.reason = *doubt;
        }
        m_hits.list.append(hit);
    }

    const Report &m_report;
    const TextQuery m_query;
    const qsizetype m_most;
    const QString m_needle;
    const QString m_number;
    const SearchDoubts m_doubts;
    QStringList m_namingChannels{}; // texts with live figures of channels
    TextHits m_hits{};
};

} // namespace

QString folded(const QString &text, const TextQuery &how)
{
    QString result = text;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const QChar c = result[i];
        if (c.isHighSurrogate() && i + 1 < result.size() && result[i + 1].isLowSurrogate()) {
            const char32_t whole = foldedCharacter(QChar::surrogateToUcs4(c, result[i + 1]), how);
            if (QChar::requiresSurrogates(whole)) { // always, as far as Unicode goes
                result[i] = QChar(QChar::highSurrogate(whole));
                result[i + 1] = QChar(QChar::lowSurrogate(whole));
            }
            ++i;
        } else if (const char32_t one = foldedCharacter(c.unicode(), how); !QChar::requiresSurrogates(one)) {
            result[i] = QChar(char16_t(one));
        }
    }
    return result;
}

TextHits findText(const Report &report, const TextQuery &query, qsizetype most)
{
    return Search(report, query, most).hits();
}

} // namespace nianbao
