// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfcheck.h"

#include "madeagain.h"
#include "pdfreader.h"
#include "phrase.h"
#include "session.h"
#include "wholefile.h"

#include <QBuffer>
#include <QCoreApplication>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PdfCheck)
};

constexpr qint64 kMostBytes = 512'000'000;

/// The first page, from 1, where two files differ in what `which` says of it.
std::optional<int> firstDifference(
    const QList<ReadPage> &one, const QList<ReadPage> &other, QByteArray ReadPage::*which)
{
    const qsizetype shorter = std::min(one.size(), other.size());
    for (qsizetype i = 0; i < shorter; ++i) {
        if (one[i].*which != other[i].*which)
            return int(i) + 1;
    }
    return one.size() == other.size() ? std::nullopt : std::optional(int(shorter) + 1);
}

} // namespace

Result<PdfCheck> checkPdf(const QString &path, const Session &session)
{
    const auto given = readWholeFile(path, kMostBytes);
    if (!given)
        return given.error();
    PdfCheck check;
    const auto origin = readOrigin(*given);
    if (!origin) {
        check.reason = PdfCheck::Reason::Foreign;
        return check;
    }
    check.isDigestEqual = origin->digest == session.contentDigest();
    const auto made = makeAgain(origin->options, session);
    if (!made)
        return made.error();
    if (!*made) { // options of another version, or of somebody who plays
        check.reason = origin->program == QCoreApplication::applicationVersion() ? PdfCheck::Reason::Foreign
                                                                                 : PdfCheck::Reason::Version;
        return check;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (const auto done = writePdf((*made)->pages, buffer, (*made)->options); !done)
        return done.error();
    if (bytes == *given) {
        check.verdict = PdfCheck::Verdict::Equal;
        return check;
    }
    const QList<ReadPage> theirs = readPages(*given);
    const QList<ReadPage> ours = readPages(bytes);
    if (origin->program != (*made)->options.origin->program)
        check.reason = PdfCheck::Reason::Version;
    else if (!areFontsOfHere(origin->fonts, *(*made)->pages.fonts))
        check.reason = PdfCheck::Reason::Fonts;
    else
        check.verdict = PdfCheck::Verdict::Different;
    const bool isComparable = check.verdict == PdfCheck::Verdict::Different;
    check.isTextRead = !theirs.isEmpty();
    if (check.isTextRead)
        check.page = firstDifference(theirs, ours, &ReadPage::text); // at the foot each has another digest
    if (isComparable && !check.page)
        check.page = firstDifference(theirs, ours, &ReadPage::content);
    return check;
}

QString toString(PdfCheck::Verdict verdict)
{
    switch (verdict) {
    case PdfCheck::Verdict::Equal: return QStringLiteral("equal");
    case PdfCheck::Verdict::Different: return QStringLiteral("different");
    case PdfCheck::Verdict::Incomparable: break;
    }
    return QStringLiteral("incomparable");
}

namespace {

QString reasonWords(PdfCheck::Reason reason)
{
    switch (reason) {
    case PdfCheck::Reason::Version:
        return Words::tr("The PDF cannot be made again here: another version of the program made it.");
    case PdfCheck::Reason::Fonts:
        return Words::tr("The PDF cannot be made again here: it was made in other font files.");
    case PdfCheck::Reason::Foreign:
    case PdfCheck::Reason::None: break;
    }
    return Words::tr(
        "The PDF does not say how it was made; it is no export of this program, or was changed.");
}

} // namespace

QString pdfWords(const PdfCheck &check)
{
    if (check.verdict == PdfCheck::Verdict::Equal)
        return Words::tr("The PDF is that of this report, byte for byte.");
    if (check.verdict == PdfCheck::Verdict::Different)
        return check.page
            ? Words::tr("The PDF is not that of this report: page %1 is another.").arg(*check.page)
            : Words::tr("The PDF is not that of this report: its pages could not be told apart, but the file "
                        "differs.");
    QStringList all{reasonWords(check.reason)};
    if (check.reason == PdfCheck::Reason::Foreign)
        return all.first();
    all.append(check.isDigestEqual ? Words::tr("It names the digest of this report.")
                                   : Words::tr("It names another digest than that of this report."));
    if (!check.isTextRead)
        all.append(Words::tr("Its text could not be read."));
    else if (check.page)
        all.append(Words::tr("Its text is another from page %1 on.").arg(*check.page));
    else
        all.append(Words::tr("Its text is the same on every page."));
    return sentences(all);
}

} // namespace nianbao
