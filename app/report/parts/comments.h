// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

#include <QMap>

#include <functional>

namespace nianbao {

class Report;

struct Answer {
    QString text{};
    QString who{};
    QString at{}; // ISO 8601, UTC
    bool operator==(const Answer &) const = default;
};

/// What a reader says to a place of the report, until it is resolved.
struct Comment {
    Place place{}; // with its range: follows its words while they are edited
    QString text{};
    QString who{};
    QString at{}; // ISO 8601, UTC
    bool resolved = false;
    bool isGone = false; // what it spoke of was deleted: it hangs on the section now
    QList<Answer> answers{};
    bool operator==(const Comment &) const = default;
};

struct SetComment { // nullopt: taken away
    static constexpr auto kName = "set_comment";
    int id = 0;
    std::optional<Comment> comment{};
};

struct MoveComment { // where it hangs is another place; of one that is there
    static constexpr auto kName = "move_comment";
    int id = 0;
    Place place{};
    bool isGone = false;
};

/// The comments by number, which is never given again while a later one is there, unless a file states the
/// last number there is. Not of the content: they are neither printed in the report nor sealed.
class Comments {
public:
    const QMap<int, Comment> &all() const { return m_comments; }
    int nextId() const; // within bounds.h

    void take(const SetComment &step, Taking &taking);
    void take(const MoveComment &step, Taking &taking);
    /// Called before a step that is taken: the places go where it takes them. The inverse puts them back
    /// after its own.
    void follow(const std::function<std::optional<Place>(const Place &)> &moved, Taking &taking);

    void addTexts(Change &change) const;
    /// Ranges are counted in characters of the texts of that report, as it was read.
    static void read(JsonIn &in, const Report &report);
    void write(JsonOut &out, const Report &report) const;
    bool operator==(const Comments &) const = default;

private:
    QMap<int, Comment> m_comments;
};

void clean(SetComment &step, TextCleaner &cleaner);
void clean(MoveComment &step, TextCleaner &cleaner);
QJsonObject toKept(const MoveComment &step, KeptOut &out);
void fromKept(MoveComment &step, KeptIn &in);
QJsonObject toKept(const SetComment &step, KeptOut &out);
void fromKept(SetComment &step, KeptIn &in);

} // namespace nianbao
