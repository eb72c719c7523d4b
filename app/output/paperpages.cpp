// SPDX-License-Identifier: MulanPSL-2.0
#include "paperpages.h"

#include "madeagain.h"
#include "pagesetup.h"
#include "reviewmoves.h"
#include "sample.h"
#include "session.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace nianbao {

namespace {

// names in the file's properties
const QString kPaper = QStringLiteral("paper");
const QString kDraftMark = QStringLiteral("draft");
const QString kFill = QStringLiteral("fill");
const QString kSignature = QStringLiteral("signature");
const QString kSeal = QStringLiteral("seal");
const QString kCover = QStringLiteral("cover");
const QString kDigest = QStringLiteral("digest");
const QString kArchival = QStringLiteral("pdfa");
const QString kAuthor = QStringLiteral("author");

/// Of the sample, in whatever format: its figures are never anybody's.
QString sampleMark(const Session &session)
{
    return sample::isSample(session.report()) ? QStringLiteral("示例") : QString();
}

/// Across every page of what is no final text.
QString markOf(const Session &session)
{
    const QString sample = sampleMark(session);
    return sample.isEmpty() ? QStringLiteral("草稿") : sample;
}

bool isAsApproved(const Session &session)
{
    const Review &review = session.report().review();
    const QString approved = review.seal ? review.seal->digest
        : review.paper                   ? review.paper->digest
                                         : QString();
    switch (review.state) {
    case ReviewState::Drafting:
    case ReviewState::InReview:
    case ReviewState::Returned: return false;
    case ReviewState::Approved:
    case ReviewState::Submitted:
    case ReviewState::Published: break;
    }
    return !approved.isEmpty() && session.contentDigest() == approved;
}

PageOptions chosen(const PageChoices &choices)
{
    PageOptions options;
    options.fillsArea = choices.fillsArea;
    options.signature = choices.signature;
    options.seal = choices.seal;
    options.cover = choices.cover;
    return options;
}

PageOptions pageOptions(Paper paper, const Session &session, const PageChoices &choices)
{
    PageOptions options = chosen(choices);
    if (sample::isSample(session.report())
        || (choices.draftMark && verdict(session.findings()) == Verdict::Fail))
        options.draftMark = markOf(session);
    if (paper == Paper::Report && isAsApproved(session))
        options.digest = session.contentDigest();
    return options;
}

/// What the readers of the 审阅稿 saw last, if its picture is kept.
void putBefore(PaperContext &context, const Session &session)
{
    const Review &review = session.report().review();
    const int round = previousRound(review);
    const auto picture
        = round > 0 ? session.pictureAt(round) : Result<std::optional<Report>>(std::optional<Report>());
    if (!picture || !*picture)
        return;
    context.before = std::make_shared<const Report>(**picture);
    const QDateTime sent = QDateTime::fromString(review.events[round - 1].at, Qt::ISODate).toLocalTime();
    context.beforeWords = sent.isValid()
        ? sent.toString(QStringLiteral("yyyy年M月d日 HH:mm ")) + QStringLiteral("送审的稿子")
        : QStringLiteral("上次送审的稿子");
}

PaperContext contextOf(Paper paper, const Session &session, Margin margin)
{
    PaperContext context;
    context.showsComments = margin == Margin::Comments;
    if (paper == Paper::Review)
        putBefore(context, session);
    if (paper == Paper::SignOff) {
        context.digest = session.contentDigest();
        const auto &seal = session.report().review().seal;
        if (!seal)
            return context;
        if (const auto key = PublicKey::fromDer(seal->key))
            context.key = key->fingerprint();
    }
    return context;
}

QString optionWords(Paper paper, const PageOptions &page, const PdfOptions &pdf)
{
    QJsonObject object{{kPaper, paperWord(paper)}, {kDraftMark, !page.draftMark.isEmpty()},
        {kFill, page.fillsArea}, {kSignature, page.signature}, {kSeal, page.seal}, {kCover, page.cover},
        {kDigest, !page.digest.isEmpty()}, {kArchival, pdf.marksArchival}};
    if (!pdf.author.isEmpty())
        object.insert(kAuthor, pdf.author);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PdfOptions fileOptions(
    Paper paper, const Session &session, const PageOptions &page, bool marksArchival, const QString &author)
{
    PdfOptions options;
    options.author = author;
    options.marksArchival = marksArchival;
    options.origin = PdfOrigin{QCoreApplication::applicationVersion(), optionWords(paper, page, options),
        session.contentDigest(), {}};
    return options;
}

} // namespace

Manuscript paperManuscript(Paper paper, const Session &session, Margin margin)
{
    Manuscript manuscript
        = manuscriptOf(paper, session.report(), session.findings(), contextOf(paper, session, margin));
    manuscript.mark = sampleMark(session);
    return manuscript;
}

PageDocument paperPages(Paper paper, const Session &session, const PageChoices &choices,
    std::shared_ptr<const FontSet> fonts, Margin margin)
{
    return pagesOf(paperContent(paper, session, choices, margin), std::move(fonts));
}

PaperContent paperContent(Paper paper, const Session &session, const PageChoices &choices, Margin margin)
{
    return {paperManuscript(paper, session, margin), pageOptions(paper, session, choices)};
}

PageDocument pagesOf(const PaperContent &content, std::shared_ptr<const FontSet> fonts)
{
    return paginate(content.manuscript, pageStyle(), std::move(fonts), content.options);
}

Result<PageDocument> paperPages(
    Paper paper, const Session &session, const PageChoices &choices, Margin margin)
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    if (!fonts)
        return fonts.error();
    return paperPages(paper, session, choices, *fonts, margin);
}

PageDocument pagesOfState(
    const Report &state, const PageChoices &choices, std::shared_ptr<const FontSet> fonts)
{
    return paginate(manuscriptOf(Paper::Report, state, {}), pageStyle(), std::move(fonts), chosen(choices));
}

PdfOptions pdfOptions(Paper paper, const Session &session, const PageChoices &choices)
{
    return fileOptions(
        paper, session, pageOptions(paper, session, choices), choices.marksArchival, choices.author);
}

Result<std::optional<MadeAgain>> makeAgain(const QString &words, const Session &session)
{
    const QJsonObject asked = QJsonDocument::fromJson(words.toUtf8()).object();
    const auto paper = paperFromWord(asked.value(kPaper).toString());
    if (!paper)
        return std::optional<MadeAgain>();
    const auto has = [&asked](const QString &key) { return asked.value(key).toBool(); };
    PageOptions page;
    if (has(kDraftMark))
        page.draftMark = markOf(session);
    page.fillsArea = has(kFill);
    page.signature = has(kSignature);
    page.seal = has(kSeal);
    page.cover = has(kCover);
    if (has(kDigest))
        page.digest = session.contentDigest();
    const auto fonts = FontSet::load(pageStyle().fonts);
    if (!fonts)
        return fonts.error();
    MadeAgain made;
    made.pages = paginate(paperManuscript(*paper, session), pageStyle(), *fonts, page);
    made.options = fileOptions(*paper, session, page, has(kArchival), asked.value(kAuthor).toString());
    return std::optional(std::move(made));
}

} // namespace nianbao
