// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "report.h"

#include <functional>

namespace nianbao {

/// What a live figure shows. The language is small and closed:
///   requests.received.total          a cell; requests.refused.total: the sum of a group of rows;
///                                    disputes.litigation.total: both groups of litigation
///   channels.total, channels["政府网站"], channels["政府网站"]["人事任免"]
///   percent(a, b)    a as a share of b, one digit after the point: 32.9%
///   change(a)        against last year: 增加12, 减少3, 持平        growth(a)   增长5.2%, 下降3.1%, 持平
///   prior(a)         last year's figure                             sum(a, b, …)
struct LiveValue {
    enum class State { Known, Blank, Unknown }; // Blank: a cell of it is; Unknown: no such name or function
    State state = State::Unknown;
    QString text{}; // as it stands on the page; of a blank one a gap that shows
    std::optional<Amount> amount{}; // of a plain figure, not of percentages and differences
};
LiveValue evaluateLive(const Report &report, const QString &expression);

/// One {{…}} of a text.
struct LiveSpan {
    qsizetype start = 0; // in the shown text
    qsizetype length = 0;
    qsizetype storedStart = 0; // braces included
    qsizetype storedLength = 0;
    QString expression{};
    LiveValue value{};
};

/// A text as it is read and printed, with the way back to the stored one.
struct ShownText {
    QString text{};
    QList<LiveSpan> live{};
    qsizetype toStored(qsizetype shown) const; // inside a live figure: its beginning
    qsizetype toShown(qsizetype stored) const; // inside a live figure: its end
    const LiveSpan *liveAt(qsizetype start, qsizetype end) const; // one that [start, end) touches
};
ShownText shownText(const Report &report, const QString &stored);

QString liveMarkup(const QString &expression); // {{…}}
/// "新收（总计）", for menus, tooltips and messages.
Phrase liveLabel(const Report &report, const QString &expression);

struct LiveChoice {
    QString expression{};
    Phrase label{};
    Phrase group{}; // table or "channels"
};
/// All cells, groups, channels and categories of a report, in order.
QList<LiveChoice> liveChoices(const Report &report);

/// A stored text in which the live figures name other cells (rows may be groups): of each the new name.
QString withRenamedCells(const QString &stored, const std::function<CellId(const CellId &)> &renamed);

} // namespace nianbao
