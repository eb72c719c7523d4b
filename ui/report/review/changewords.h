// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportchanges.h"
#include "richwords.h"

#include <QColor>

class QPalette;

namespace nianbao {

// What changed, for reading: old and new where they stand, what went struck through and what came underlined,
// besides their colours.

/// The colours of what went and what came, on paper that is light or dark.
struct ChangeInk {
    explicit ChangeInk(const QPalette &palette);
    RichWords &gone(RichWords &words, const QString &text) const;
    RichWords &come(RichWords &words, const QString &text) const;

    QColor quiet{}; // of what is said about it
    QColor goneColour{};
    QColor goneGround{};
    QColor comeColour{};
    QColor comeGround{};
};

/// What stands before change i in a line of them: without a gap what went and what came are read as one word.
QString gapBefore(const QList<TextChange> &changes, qsizetype i);

/// A text with its changes; of what stayed only what stands around them.
void addTextChanges(RichWords &words, const QList<TextChange> &changes, const ChangeInk &ink);

/// Whether the head of a place leads there: its target is the place as it is written.
enum class Heads { Plain, Links };

/// Place by place, what only follows from other changes last. Nothing where nothing changed.
void addChanges(RichWords &words, const ReportChanges &changes, const Report &old, const Report &now,
    const ChangeInk &ink, Heads heads = Heads::Plain);

/// "3 cells, 2 texts": for a head. Empty where nothing changed.
QString changeCounts(const ReportChanges &changes);

} // namespace nianbao
