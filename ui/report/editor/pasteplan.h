// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "clipboardtable.h"
#include "entry.h"

#include <QRect>

namespace nianbao {

/// What a grid tells about its places, so that a paste can be planned without touching anything.
class PasteTarget {
public:
    enum class Field { Outside, Head, Covered, Computed, Typed };

    virtual ~PasteTarget() = default;
    virtual QSize gridSize() const = 0;
    virtual Field placeAt(int row, int column) const = 0;
    virtual QString labelAt(int row, int column) const = 0;
    virtual EntryPlace entryPlaceAt(int row, int column) const = 0; // of a typed cell
    virtual QStringList headTexts() const = 0; // of rows and columns: a copied head is known by them
};

struct GridValue {
    int row = 0;
    int column = 0;
    std::optional<Amount> value{};
    QString note{}; // empty: the cell keeps what it has
};

/// What the copied cells do not say by themselves. Whoever pastes is asked; nothing is pasted before.
struct PasteQuestion {
    struct Answer {
        QString words{};
        QList<GridValue> values{}; // that come with it
    };
    QString words{};
    QList<Answer> answers{};
};

/// All of a paste, or the reason why nothing of it is done.
struct PastePlan {
    QList<GridValue> values{};
    QList<PasteQuestion> questions{}; // each is to be answered, its values are then part of the plan
    int skipped = 0; // computed cells
    QString heads{}; // a head that was known and left out
    QString refusal{}; // whole sentence; empty: it can be done
    QString summary() const; // for when it was done
};

/// Puts the block at the top left of the selection (x column, y row); a single value fills all of it.
///
/// Heads between the rows of a table are stepped over. A head row or column of the copied block is left out:
/// one that the table knows silently, another one after a question. Figures in one line with blanks between,
/// as they come from a PDF, lie in a row: over all cells from there on when they are as many as these, totals
/// included, else over those that are typed. Marks for nothing, a currency sign where 万元 are counted, and
/// thousands that might be neighbours are asked.
PastePlan planPaste(const TextBlock &block, const QRect &selection, const PasteTarget &target);

} // namespace nianbao
