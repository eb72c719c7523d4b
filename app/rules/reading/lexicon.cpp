// SPDX-License-Identifier: MulanPSL-2.0
#include "lexicon.h"

#include <QMutex>

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

constexpr std::array kNames{"receive", "filed", "done", "answer_paper", "handle", "carry", "unfinished",
    "rest", "request", "request_bare", "this_year", "last_year", "next_year", "past", "part_of_year",
    "whole_year", "compare", "change", "average", "plan", "opener", "complete", "open", "respective", "each",
    "total", "filler", "joint", "adverb", "negation", "all", "except", "other_part", "topic", "share",
    "plain", "people", "publish", "outcome_other", "timely", "manner", "filing", "site", "channels",
    "information", "proactive", "normative", "regulation", "issue", "repeal", "in_force", "document_other",
    "reconsideration", "litigation", "dispute_words", "result_other", "decided", "other_matter", "besides",
    "viewed", "fee", "free", "year_mark", "month_mark", "day_mark", "until", "by", "agent", "document_bare",
    "already", "cause", "says", "within"};
static_assert(kNames.size() == size_t(Tag::Within) + 1);

} // namespace

std::optional<Tag> tagNamed(const QString &name)
{
    const auto found = std::find_if(
        kNames.begin(), kNames.end(), [&](const char *each) { return name == QLatin1String(each); });
    return found == kNames.end() ? std::nullopt : std::optional(Tag(found - kNames.begin()));
}

QString nameOf(Tag tag)
{
    return size_t(tag) < kNames.size() ? QString::fromLatin1(kNames.at(size_t(tag))) : QString();
}

std::shared_ptr<const Lexicon> Lexicon::of(const SpecPointer &form, const RuleWords &words)
{
    struct Kept {
        SpecPointer form;
        std::shared_ptr<const QList<RuleWords::PhraseClass>> phrases;
        std::shared_ptr<const Lexicon> lexicon;
    };
    constexpr qsizetype kMostKept = 8;
    static QMutex mutex;
    static QList<Kept> kept;
    const QMutexLocker lock(&mutex);
    for (const Kept &each : std::as_const(kept)) {
        if (each.form == form && each.phrases == words.phrases)
            return each.lexicon;
    }
    auto made = std::make_shared<Lexicon>();
    made->m_form = form;
    static quint64 serials = 0;
    made->m_serial = ++serials;
    for (const RuleWords::PhraseClass &phrase : *words.phrases) {
        for (const QString &word : phrase.words)
            made->add(word, {Tag(phrase.tag)});
    }
    const auto addNamings = [&](const Namings &namings, Tag tag) {
        for (const Naming &naming : namings) {
            for (const QString &word : naming.words)
                made->add(word, {tag}, &naming);
        }
    };
    if (const TableSpec *requests = form->table(Role::Requests)) {
        addNamings(requests->rowWords, Tag::Outcome);
        addNamings(requests->columnWords, Tag::Applicant);
    }
    if (const TableSpec *disputes = form->table(Role::Disputes)) {
        addNamings(disputes->rowWords, Tag::Suit);
        addNamings(disputes->columnWords, Tag::Result);
    }
    if (kept.size() >= kMostKept)
        kept.removeFirst();
    kept.append({form, words.phrases, made});
    return made;
}

void Lexicon::add(QStringView word, Tags tags, const Naming *naming)
{
    if (word.isEmpty())
        return;
    int node = 0;
    for (const QChar c : word) {
        int next = step(node, c.unicode());
        if (next < 0) {
            next = int(m_nodes.size());
            m_nodes.push_back({});
            if (node == 0) {
                m_first[c.unicode()] = next;
            } else {
                auto &list = m_nodes[size_t(node)].next;
                list.insert(std::lower_bound(list.begin(), list.end(), std::pair(c.unicode(), 0)),
                    std::pair(c.unicode(), next));
            }
        }
        node = next;
    }
    int &index = m_nodes[size_t(node)].word;
    if (index < 0) {
        index = int(m_words.size());
        m_words.push_back({});
    }
    Word &known = m_words[size_t(index)];
    known.tags += tags;
    if (naming) { // what a form has a row or column for is no other outcome there
        known.naming = naming;
        known.tags -= tags.has(Tag::Result) ? Tags{Tag::ResultOther}
            : tags.has(Tag::Outcome)        ? Tags{Tag::OutcomeOther}
                                            : Tags();
    }
}

int Lexicon::step(int node, char16_t c) const
{
    if (node == 0)
        return m_first[c];
    const auto &list = m_nodes[size_t(node)].next;
    const auto found = std::lower_bound(list.begin(), list.end(), std::pair(c, 0));
    return found != list.end() && found->first == c ? found->second : -1;
}

Lexicon::Match Lexicon::longestAt(QStringView text, qsizetype at) const
{
    Match best;
    int node = 0;
    for (qsizetype i = at; i < text.size(); ++i) {
        node = step(node, text[i].unicode());
        if (node < 0)
            break;
        if (const int word = m_nodes[size_t(node)].word; word >= 0)
            best = {i - at + 1, &m_words[size_t(word)]};
    }
    return best;
}

} // namespace nianbao
