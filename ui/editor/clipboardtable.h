// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "amount.h"
#include "result.h"

#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>

class QMimeData;

namespace nianbao {

/// Rows of cell texts as they come from, and go to, a spreadsheet.
using TextBlock = QList<QStringList>;

/// Tab-separated text as Excel and WPS write it: quoted cells with line breaks, any line ending.
TextBlock parseTsv(const QString &text);
/// The first table of an HTML fragment; what a merged cell covers is blank.
TextBlock parseHtmlTable(const QString &html);
/// Plain text when there is some, else the HTML table; blank rows at the end and columns at the right are
/// gone.
TextBlock blockFrom(const QMimeData &data);
QString toTsv(const TextBlock &block);

/// What a grid tells about its places, so that a paste can be planned without touching anything.
class PasteTarget {
public:
    enum class Place { Outside, Head, Covered, Computed, Typed };

    virtual ~PasteTarget() = default;
    virtual QSize gridSize() const = 0;
    virtual Place placeAt(int row, int column) const = 0;
    virtual QString labelAt(int row, int column) const = 0;
    /// Empty text is blank.
    virtual Result<std::optional<Amount>> parseAt(int row, int column, const QString &text) const = 0;
};

struct GridValue {
    int row = 0;
    int column = 0;
    std::optional<Amount> value{};
};

/// All of a paste, or the reason why nothing of it is done.
struct PastePlan {
    QList<GridValue> values{};
    int skipped = 0; // computed cells
    QString refusal{}; // whole sentence; empty: it can be done
    QString summary() const; // for when it was done
};

/// Puts the block at the top left of the selection (x column, y row). Heads between the rows of a table are
/// stepped over; a single value fills all of the selection.
PastePlan planPaste(const TextBlock &block, const QRect &selection, const PasteTarget &target);

} // namespace nianbao
