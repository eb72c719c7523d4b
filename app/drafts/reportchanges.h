// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"
#include "textchanges.h"

namespace nianbao {

// What changed between two reports. A Place is of the new report; what the new one has no more is named by
// its place in the old one (isRemoved() says so). Two reports of one content (seal/digest.h) have no changes.

/// What a cell shows, or its note.
struct CellChange {
    Place place{}; // the cell
    Place was{}; // in the old report: another one where the form moved it; nowhere: the old form lacks it
    std::optional<Amount> old{};
    std::optional<Amount> now{};
    QString oldNote{};
    QString note{};
    bool isRemoved = false; // the new form lacks it
    /// A declared total that the source's sum contradicts and nobody took: of two equal figures, only one of
    /// which is settled, this is what changed.
    bool wasOpen = false;
    bool isOpen = false;
    /// A computed total, different only because others are: nobody entered it.
    bool follows = false;

    bool isFigureChanged() const { return old != now || wasOpen != isOpen; }
    bool isNoteChanged() const { return oldNote != note; }
};

/// A fact, absent and empty being one. Besides those of Facts: "form" (ids), "year" and "revision", whose
/// place is the report. Words of the introduction are as they are shown.
struct FactChange {
    QString key{}; // as Report::fact
    Place place{};
    QString old{};
    QString now{};
    QList<TextChange> changes{};
    bool follows = false; // of the introduction: only its live figures show something else

    QString name() const; // as it is written for others: "organisation/name", "form"
};

/// A sub-section. Heading and text as they are shown, live figures resolved.
struct SubSectionChange {
    Place place{}; // of a removed one: before which it would stand now, or behind the last one
    Place was{}; // in the old report; nowhere: it is new
    bool isRemoved = false;
    /// It stands in another order among those that stayed, or in another section; not when others were
    /// inserted or removed before it.
    bool isMoved = false;
    QString oldHeading{};
    QString heading{};
    QList<TextChange> changes{}; // of the text, what was kept included; a new one is one insert
    bool follows = false; // nobody edited it: only its live figures show something else

    bool isAdded() const { return was.isNowhere(); }
    bool isHeadingChanged() const { return !isAdded() && !isRemoved && oldHeading != heading; }
    bool isTextChanged() const;
};

/// A channel or a category. Categories of a channel that came or went are in its entry and have none of their
/// own.
struct ChannelChange {
    Place place{};
    Place was{}; // in the old report; nowhere: it is new
    bool isRemoved = false;
    bool isMoved = false; // among those that stayed; a category only within its channel
    QString oldName{};
    QString name{};
    std::optional<qint64> oldCount{}; // as stated
    std::optional<qint64> count{};
    QList<Category> categories{}; // of a channel that came or went

    bool isAdded() const { return was.isNowhere(); }
};

/// A picture or a chart.
struct IllustrationChange {
    Place place{};
    Place was{}; // in the old report; nowhere: it is new
    bool isMoved = false; // to another sub-section, between other paragraphs or before another illustration
    std::optional<Illustration> old{}; // nullopt: it is new
    std::optional<Illustration> now{}; // nullopt: it was removed
    QString oldDrawn{}; // the figures of a chart, in words
    QString drawn{};
    bool follows = false; // nobody edited it: the chart draws other figures

    bool isAdded() const { return !old; }
    bool isRemoved() const { return !now; }
    bool isCaptionChanged() const { return old && now && old->caption != now->caption; }
    bool isPictureChanged() const; // the picture, its file's name, picture for chart
    bool isChartChanged() const; // another chart, or other figures in it
};

/// A value. Each list is in the order of the document; only what differs is in it. What is talked about the
/// report (review state, comments, explanations) is no content, and last year's part is not compared.
struct ReportChanges {
    QList<CellChange> cells{};
    QList<FactChange> facts{};
    QList<SubSectionChange> texts{};
    QList<ChannelChange> channels{};
    QList<IllustrationChange> illustrations{};
    /// All of it as near as a place tells (a note, a heading, a picture), in the order of the document, none
    /// twice.
    QList<Place> places{};

    bool isEmpty() const
    {
        return cells.isEmpty() && facts.isEmpty() && texts.isEmpty() && channels.isEmpty()
            && illustrations.isEmpty();
    }
};

/// Cells of two forms are matched as the new form takes over the old one (ReportSpec::supersedes), where it
/// says how, else by their ids.
ReportChanges changesBetween(const Report &old, const Report &now);

} // namespace nianbao
