// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QtGlobal>

namespace nianbao::bounds {

// What one report may hold, far above any real one and the same at every entrance: what was let in can be
// written, read back, checked and set in bounded time. Characters are UTF-16 units.

inline constexpr qsizetype kText = 500'000; // one sub-section, the introduction, a table's note
inline constexpr qsizetype kParagraphs = 10'000; // of one of these
inline constexpr qsizetype kAllTexts = 1'000'000; // all of a report's texts together
inline constexpr qsizetype kLine = 1'000; // a heading, name, caption, cell's note, fact of one line, reason
inline constexpr qsizetype kNames = 20'000; // own names, allowed words: one a line, all of them together
inline constexpr qsizetype kSubSections = 5'000; // of one section
inline constexpr qsizetype kChannels = 500; // and categories of one channel
inline constexpr qsizetype kIllustrations = 200;
inline constexpr qsizetype kExplanations = 10'000;
inline constexpr qsizetype kComments = 2'000;
inline constexpr qsizetype kAnswers = 200; // to one comment
inline constexpr int kLastComment = 1'000'000'000;
inline constexpr int kRevision = 10'000;
inline constexpr qsizetype kChainSteps = 50; // of a review; also the files of one hand-over
inline constexpr qsizetype kReviewMoves = 2'000;
inline constexpr qsizetype kReviewWords = 20'000; // an opinion, reason, correction, comment or answer
inline constexpr qint64 kCount = 999'999'999'999; // a cell, a channel, a category: twelve digits
inline constexpr int kFirstYear = 2008; // the Regulation came into force, 条例 (2007)
inline constexpr int kLastYear = 2100;
inline constexpr qint64 kPictureBytes = 20'000'000; // one picture
inline constexpr qint64 kPicturePixels = 60'000'000; // of one; with two bytes a colour half as many
inline constexpr qint64 kAllPictureBytes = 200'000'000;
inline constexpr qint64 kReportFileBytes = 512LL << 20; // a .nianbao with its history
inline constexpr qint64 kJsonBytes = 400LL << 20; // base64 of all pictures and room for the rest
inline constexpr qsizetype kFileNameBytes = 200; // room for the names beside it: lock, journal, backup

} // namespace nianbao::bounds
