// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bodynames.h"
#include "lexicon.h"
#include "quantity.h"

namespace nianbao {

struct CheckedText;
struct RuleWords;

/// Rows or groups of rows × columns of a table: what a figure of a text may be the sum of.
struct CellSum {
    QString key{}; // new, new_and_carried_in, done …: what it is called; empty: as what is counted
    TableId table{};
    QStringList rows{};
    QStringList columns{};
};

/// What a figure or a wording speaks of.
struct Counted {
    enum class Kind {
        None,
        Received,
        CarriedIn,
        Done,
        CarriedOut,
        Outcome,
        Applicants,
        Dispute,
        Document,
        Channels,
        Fee
    };
    Kind kind = Kind::None; // None: the tables do not know it
    QString label{}; // received, granted, normative.issued, delta, other_year …: what phrases and their
                     // examples call it
    QString name{}; // 无法提供, 自然人, 行政复议维持 …: of the form
    QList<CellSum> readings{}; // all usual ones
    std::optional<CellSum> pending{}; // of disputes: not yet decided
    bool isOfRequests() const
    {
        return kind == Kind::Received || kind == Kind::CarriedIn || kind == Kind::Done
            || kind == Kind::Applicants;
    }
    bool isPart = false; // 网上申请, 延期答复: at most the whole
    bool hasShare = false; // a percentage behind it is of the requests done, or received
    bool isEach = false; // 复议、诉讼各1件: of each reading by itself
};

/// Parts of one split are of one dimension.
enum class Dimension { None, Applicant, Filing, Outcome, State, Result, Period, Category };

/// A counted figure of a text.
struct Mention {
    Quantity quantity{}; // its places are those of the shown text
    int group = 0; // 0: outside of brackets; each pair of brackets is a group of its own
    int sentence = 0; // number in the text
    int clause = 0; // number in the text, over all groups
    int firstToken = 0; // of the words that lead to it
    int token = 0; // its own
    int previous = -1; // index of the figure before it in the same sentence and group
    Counted counted{};
    Dimension dimension = Dimension::None;
    bool isOtherPart = false; // 其他12条
    bool isUsable
        = false; // as the total of a list: no change, no share, nothing carried in, not of another year
    bool ours = true; // this body's and the whole of this year's; else it is not compared
};

/// A wording without a figure: none, or all.
struct Wording {
    qsizetype start = 0, length = 0; // in the shown text
    Counted counted{};
    int sentence = 0; // number in the text
    bool isAll = false; // all are of it: what is not is 0. Else: there is none of it
    CellSum others{}; // of isAll: what must be 0
    bool ours = true;
};

/// One word, figure or mark of a text; blanks are none.
struct Token {
    enum class Kind { Word, Number, Mark, Other };
    Kind kind = Kind::Other;
    qsizetype start = 0, end = 0; // in the read text, which has no blanks
    Tags tags{};
    const Naming *naming = nullptr; // of the form
    int quantity = -1;
    QChar mark{};
    int year = 0; // 2024 of 2024年
    int month = 0; // 6 of 6月
    bool isDate = false; // with a day
    int group = 0;
};

/// One reading of a text for all rules: its sentences, clauses and brackets, whom and when each clause speaks
/// of, its figures and what each counts, what it says there is none or all of. Figures of the tables play no
/// part, so that it holds until the text or the names change.
struct Reading {
    QString text{}; // without blanks
    QList<qsizetype> places{}; // of its characters in the shown text, and of its end
    QList<Token> tokens{};
    QList<Mention> mentions{};
    QList<Wording> wordings{};

    bool has(int from, int to, Tag tag) const; // among the tokens [from, to)
};

/// What stays the same for all texts of a report.
struct ReadingContext {
    explicit ReadingContext(const Report &report, const RuleWords &words);
    SpecPointer form{};
    int year = 0;
    BodyNames names;
    std::shared_ptr<const Lexicon> lexicon{};
    RuleWords::Units units{};
    QString key{}; // two contexts with the same one read alike
};

/// Made once for a text in a context and kept by its content.
std::shared_ptr<const Reading> readText(const ReadingContext &context, const CheckedText &text);

} // namespace nianbao
