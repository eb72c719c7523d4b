// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rulewords.h"
#include "spec.h"

#include <memory>
#include <vector>

namespace nianbao {

/// What a word does in a sentence about figures; its name in resources/rules/phrases is that of tagNamed().
enum class Tag {
    // requests
    Receive,
    Filed, // what applicants do: 提出, 递交
    Done,
    AnswerPaper,
    Handle, // 办理: received or done
    Carry,
    Unfinished,
    Rest,
    Request,
    RequestBare, // 申请, 申请书: of another matter where one stands before it
    // time
    ThisYear,
    LastYear,
    NextYear,
    Past,
    PartOfYear,
    WholeYear,
    Compare,
    Change,
    Average, // 日均, 人均
    Plan,
    // links
    Opener,
    Complete, // an opener, or a word beside it, that names all parts
    Open, // the list does not name all parts
    Respective,
    Each, // 各1件
    Total,
    Filler,
    Joint,
    Adverb,
    Negation,
    All,
    Except,
    OtherPart,
    Topic,
    Share,
    Plain, // an ordinary word that begins or ends like one of these
    // who, how, where
    People,
    Publish,
    OutcomeOther, // an outcome without a row
    Timely, // 按期: all or most, no part
    Manner, // 延期: a part
    Filing, // the way a request came
    Site, // where information is published
    Channels,
    Information,
    Proactive,
    // documents
    Normative,
    Regulation,
    Issue,
    Repeal,
    InForce,
    DocumentOther,
    // disputes
    Reconsideration,
    Litigation,
    DisputeWords,
    ResultOther,
    Decided, // 审结
    // other matters
    OtherMatter,
    Besides, // 另有: no part of a list any more
    Viewed, // 从内容看: another split
    Fee,
    Free, // 免费
    // parts of dates, and words before a body that acts
    YearMark,
    MonthMark,
    DayMark,
    Until,
    By,
    Agent, // 由: what follows did it
    DocumentBare, // 文件: of the kind named before
    Already, // 已: done by now
    Cause, // 因, 由于: why
    Says, // 介绍: what follows is what another tells
    Within, // 中 of 3件中: what follows is of these
    // of the form
    Outcome, // row_words of the requests
    Applicant, // column_words of the requests
    Suit, // row_words of the disputes
    Result, // column_words of the disputes
};
std::optional<Tag> tagNamed(const QString &name); // of those that phrases may have
QString nameOf(Tag tag);

/// A set of tags.
class Tags {
public:
    constexpr Tags() = default;
    constexpr Tags(std::initializer_list<Tag> tags)
    {
        for (const Tag tag : tags)
            word(tag) |= bit(tag);
    }
    constexpr bool has(Tag tag) const { return ((isHigh(tag) ? m_high : m_low) & bit(tag)) != 0; }
    constexpr bool hasAny(const Tags &others) const
    {
        return ((m_low & others.m_low) | (m_high & others.m_high)) != 0;
    }
    friend constexpr Tags operator+(Tags a, const Tags &b) { return a += b; }
    constexpr Tags &operator+=(const Tags &more)
    {
        m_low |= more.m_low;
        m_high |= more.m_high;
        return *this;
    }
    constexpr Tags &operator-=(const Tags &less)
    {
        m_low &= ~less.m_low;
        m_high &= ~less.m_high;
        return *this;
    }

private:
    static constexpr int kBits = 64;
    static constexpr bool isHigh(Tag tag) { return int(tag) >= kBits; }
    static constexpr quint64 bit(Tag tag) { return quint64(1) << (int(tag) % kBits); }
    constexpr quint64 &word(Tag tag) { return isHigh(tag) ? m_high : m_low; }

    quint64 m_low = 0, m_high = 0;
};

/// The words that the reading of texts knows: those of the phrases and what the form calls its rows and
/// columns. A value of its own for each form; shared, never changed.
class Lexicon {
public:
    struct Word {
        Tags tags{};
        const Naming *naming = nullptr; // of the form; lives as long as the form
    };
    struct Match {
        qsizetype length = 0; // 0: no word begins there
        const Word *word = nullptr;
    };

    /// Of a form and words, made once for each.
    static std::shared_ptr<const Lexicon> of(const SpecPointer &form, const RuleWords &words);
    /// The longest word that begins at a place. Blanks within the text are the caller's.
    Match longestAt(QStringView text, qsizetype at) const;
    quint64 serial() const { return m_serial; } // no two that were made have the same

private:
    void add(QStringView word, Tags tags, const Naming *naming = nullptr);

    struct Node {
        std::vector<std::pair<char16_t, int>> next{}; // sorted
        int word = -1;
    };
    int step(int node, char16_t c) const;

    std::vector<Node> m_nodes{1};
    std::vector<int> m_first = std::vector<int>(0x10000, -1);
    std::vector<Word> m_words{};
    SpecPointer m_form{};
    quint64 m_serial = 0;
};

} // namespace nianbao
