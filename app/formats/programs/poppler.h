// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "childprocess.h"
#include "result.h"

#include <QDeadlineTimer>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <stop_token>

namespace nianbao {

/// What a PDF says of itself.
struct PdfFacts {
    QString title{};
    QString producer{};
    int pages = 0;
    bool isTagged = false;
};

/// A PDF of a stranger in a folder of its own, asked by poppler's programs. All answers together take at most
/// kSeconds; nothing is left of it afterwards.
class Poppler {
public:
    static constexpr int kSeconds = 20;
    static constexpr int kMostPages = 1'000;

    explicit Poppler(const QByteArray &pdf, std::stop_token stop = {});

    // Errors, without `where`: NeedsPassword, BrokenDocument, TooManyParts, ProgramMissing, ProgramFailed
    // (also when it is called off), TooSlow.

    Result<PdfFacts> facts();
    struct Tags {
        QString tree{}; // pdfinfo -struct-text: elements by their depth, with their text
        QString text{}; // of the pages, line by line, in the order in which they were drawn
    };
    Result<Tags> tags(int milliseconds);
    struct Pages {
        QByteArray words{}; // XHTML: pages with words and where they stand
        QList<QByteArray> drawings{}; // SVG, of each page; null: it could not be drawn
    };
    Result<Pages> pages(int count);

private:
    ChildCall call(const char *program, const QStringList &options, const char *output = nullptr) const;
    Result<QList<QByteArray>> answers(const QList<ChildCall> &calls, int milliseconds) const;
    Result<QList<QByteArray>> drawings(int count) const;
    ChildLimits limits(int milliseconds) const;
    int left() const { return int(m_deadline.remainingTime()); }

    QTemporaryDir m_folder{};
    QDeadlineTimer m_deadline;
    std::stop_token m_stop;
    bool m_isThere = false;
};

} // namespace nianbao
