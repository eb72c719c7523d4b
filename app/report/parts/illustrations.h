// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

#include <QByteArray>

#include <functional>

namespace nianbao {

/// A picture or chart of a sub-section. Stays with its place when sub-sections and paragraphs come and go.
struct Illustration {
    Place place{}; // the sub-section
    int afterParagraph = 0; // 0: before the first
    QString kind{}; // picture | chart
    QString caption{}; // without its number 图1
    QString chart{}; // channels | categories | outcomes | applicants | years
    QString file{}; // name of the picture's file where it came from
    QByteArray picture{}; // PNG or JPEG as it came; empty: not there
    QString lostPicture{}; // keyOf one that was here and whose bytes are gone or others; only in what is kept
    // with a move of the review
    bool operator==(const Illustration &) const = default;
};

struct SetIllustrations {
    static constexpr auto kName = "set_figures";
    QList<Illustration> illustrations{};
};

/// The illustrations in their order, changed as a whole.
class Illustrations {
public:
    const QList<Illustration> &all() const { return m_illustrations; }

    void take(const SetIllustrations &step, Taking &taking);
    // Called before the step of the sub-section: the inverse puts the illustrations back after it.
    /// They go where their sub-section goes, and with it when it goes away.
    void follow(const std::function<std::optional<Place>(const Place &)> &moved, Taking &taking);
    /// They stay between the same paragraphs while others come and go above and below.
    void followText(const Place &place, const QString &before, const QString &after, Taking &taking);

    void addTexts(Change &change) const;
    static void read(JsonIn &in);
    void write(JsonOut &out) const;
    bool operator==(const Illustrations &) const = default;

private:
    void set(const QList<Illustration> &illustrations, Taking &taking);

    QList<Illustration> m_illustrations;
};

void clean(SetIllustrations &step, TextCleaner &cleaner);
QJsonObject toKept(const SetIllustrations &step, KeptOut &out);
void fromKept(SetIllustrations &step, KeptIn &in);

} // namespace nianbao
