// SPDX-License-Identifier: MulanPSL-2.0
#include "illustrations.h"

#include "jsonparts.h"
#include "kept.h"
#include "pictureheader.h"
#include "taking.h"
#include "textcleaner.h"

#include <algorithm>

namespace nianbao {

namespace {

QString megabytes(qint64 bytes) { return QStringLiteral("%1 MB").arg((bytes + 999'999) / 1'000'000); }

/// Without a place it would be kept and never printed.
bool hasPlace(const Illustration &illustration, qsizetype subSections)
{
    return illustration.place.kind() == Place::Kind::SubSection && illustration.place.index() < subSections;
}

void checkBounds(const Illustration &illustration, int index, Taking &taking)
{
    const bool isPlaced
        = hasPlace(illustration, taking.report.subSections(illustration.place.sectionId()).size());
    const bool isWithin = illustration.caption.size() <= bounds::kLine
        && illustration.file.size() <= bounds::kLine && illustration.kind.size() <= bounds::kLine
        && illustration.chart.size() <= bounds::kLine && illustration.picture.size() <= bounds::kPictureBytes;
    if ((isWithin && isPlaced)
        || taking.report.illustrations().contains(illustration)) // it was there, as an older version took it
        return;
    if (!isPlaced)
        taking.refuse({ErrorCode::NoSuchPlace, illustration.place.toString().left(bounds::kLine)});
    else if (illustration.picture.size() > bounds::kPictureBytes)
        taking.refuse({ErrorCode::PictureTooLarge, Place::illustration(index).toString(),
            megabytes(illustration.picture.size())});
    else
        taking.refuse({ErrorCode::TooLong, Place::caption(index).toString(), QString::number(bounds::kLine)});
}

void checkBounds(const QList<Illustration> &illustrations, const QList<Illustration> &before, Taking &taking)
{
    const QString all = QStringLiteral("illustrations");
    const auto allBytes = [](const QList<Illustration> &list) {
        qint64 bytes = 0;
        for (const Illustration &illustration : list)
            bytes += illustration.picture.size();
        return bytes;
    };
    taking.checkNumber(illustrations.size(), bounds::kIllustrations, before.size(), all);
    for (int i = 0; !taking.refused && i < illustrations.size(); ++i)
        checkBounds(illustrations[i], i, taking);
    const qint64 bytes = allBytes(illustrations);
    if (bytes > bounds::kAllPictureBytes && bytes > allBytes(before))
        taking.refuse({ErrorCode::PictureTooLarge, all, megabytes(bytes)});
}

/// Of last year's report no picture is shown: a bad one there is left out, and no reason to read nothing.
QByteArray readPicture(const JsonCursor &json, const JsonIn &in, qint64 &bytes)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(json.string().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        json.fail(JsonWords::tr("the picture is not in base64"));
    const QByteArray picture = *decoded;
    const auto good = judgePicture(picture, {});
    bytes += picture.size();
    if (in.isPrior)
        return good && bytes <= bounds::kAllPictureBytes ? picture : QByteArray();
    if (!good)
        json.fail(good.error().code == ErrorCode::PictureTooLarge
                ? JsonWords::tr("the picture is too large (%1)").arg(good.error().detail)
                : JsonWords::tr("the picture is neither PNG nor JPEG"));
    if (bytes > bounds::kAllPictureBytes)
        json.fail(JsonWords::tr("the pictures of one report have at most %1 MB together")
                      .arg(bounds::kAllPictureBytes / 1'000'000));
    return picture;
}

QJsonObject toJson(const Illustration &illustration)
{
    QJsonObject object{{QStringLiteral("section"), illustration.place.toString()},
        {QStringLiteral("after_paragraph"), illustration.afterParagraph},
        {QStringLiteral("kind"), illustration.kind}, {QStringLiteral("caption"), illustration.caption}};
    if (!illustration.chart.isEmpty())
        object.insert(QStringLiteral("chart"), illustration.chart);
    if (!illustration.file.isEmpty())
        object.insert(QStringLiteral("file"), illustration.file);
    return object;
}

} // namespace

void Illustrations::take(const SetIllustrations &step, Taking &taking)
{
    if (!taking.restores)
        checkBounds(step.illustrations, m_illustrations, taking);
    set(step.illustrations, taking);
}

void Illustrations::set(const QList<Illustration> &illustrations, Taking &taking)
{
    if (taking.replace<SetIllustrations>(m_illustrations, illustrations))
        taking.delta.illustrations = true;
}

void Illustrations::follow(const std::function<std::optional<Place>(const Place &)> &moved, Taking &taking)
{
    QList<Illustration> illustrations;
    for (Illustration illustration : std::as_const(m_illustrations)) {
        const std::optional<Place> place = moved(illustration.place);
        if (!place)
            continue;
        illustration.place = *place;
        illustrations.append(illustration);
    }
    set(illustrations, taking);
}

void Illustrations::followText(
    const Place &place, const QString &before, const QString &after, Taking &taking)
{
    const bool hasIllustrations = std::any_of(m_illustrations.cbegin(), m_illustrations.cend(),
        [&](const Illustration &illustration) { return illustration.place == place; });
    if (!hasIllustrations || before == after)
        return;
    const QStringList old = before.split(u'\n');
    const QStringList fresh = after.split(u'\n');
    const qsizetype least = std::min(old.size(), fresh.size());
    qsizetype same = 0;
    while (same < least && old[same] == fresh[same])
        ++same;
    qsizetype sameAtEnd = 0;
    while (sameAtEnd < least - same && old[old.size() - 1 - sameAtEnd] == fresh[fresh.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    QList<Illustration> illustrations = m_illustrations;
    for (Illustration &illustration : illustrations) {
        if (illustration.place != place || illustration.afterParagraph <= same)
            continue;
        const qsizetype fromEnd = old.size() - illustration.afterParagraph;
        if (fromEnd <= sameAtEnd)
            illustration.afterParagraph = int(std::max<qsizetype>(0, fresh.size() - fromEnd));
    }
    // said even when none moved: on the way back other paragraphs may seem to be the same
    taking.undoWith(SetIllustrations{m_illustrations});
    taking.delta.illustrations = taking.delta.illustrations || illustrations != m_illustrations;
    m_illustrations = illustrations;
}

void Illustrations::addTexts(Change &change) const { change.steps.append(SetIllustrations{m_illustrations}); }

namespace {

Place firstSubSection(const JsonIn &in)
{
    const auto narrative = std::find_if(in.spec.sections.begin(), in.spec.sections.end(),
        [](const SectionSpec &section) { return section.kind == SectionSpec::Kind::Narrative; });
    return narrative == in.spec.sections.end() ? Place() : Place::subSection(narrative->id, 0);
}

} // namespace

void Illustrations::read(JsonIn &in)
{
    QList<Illustration> illustrations;
    qint64 bytes = 0;
    for (const auto &item : in.root["figures"].items()) {
        Illustration fresh{Place::parse(item["section"].string()).value_or(Place()),
            item["after_paragraph"].integerOr(0), item["kind"].string(), item["caption"].stringOr({}),
            item["chart"].stringOr({}), item["file"].stringOr({}), {}};
        if (in.kept) {
            const QString key = item["picture"].stringOr({});
            fresh.picture = (*in.kept)(key);
            if (!key.isEmpty() && keyOf(fresh.picture) != key) {
                fresh.picture.clear();
                fresh.lostPicture = key;
            }
        } else if (const auto data = item["data"]; data.exists() && !data.isNull())
            fresh.picture = readPicture(data, in, bytes);
        if (fresh.kind != u"picture" && fresh.kind != u"chart")
            item["kind"].fail(JsonWords::tr("the kind is picture or chart"));
        if (!in.isOwn && !hasPlace(fresh, in.subSections.value(fresh.place.sectionId())))
            item["section"].fail(JsonWords::tr("the report has no such sub-section; the first is %1")
                                     .arg(firstSubSection(in).toString()));
        if (!in.isOwn && fresh.afterParagraph < 0)
            item["after_paragraph"].fail(JsonWords::tr("a number of paragraphs is expected here"));
        illustrations.append(fresh);
    }
    in.change.steps.append(SetIllustrations{illustrations});
}

void Illustrations::write(JsonOut &out) const
{
    QJsonArray array;
    for (const Illustration &illustration : m_illustrations) {
        QJsonObject object = toJson(illustration);
        if (out.large && !illustration.picture.isEmpty())
            object.insert(QStringLiteral("picture"), out.keep(illustration.picture));
        else if (!illustration.picture.isEmpty())
            object.insert(QStringLiteral("data"), out.placeOf(illustration.picture));
        array.append(object);
    }
    if (!array.isEmpty())
        out.root.insert(QStringLiteral("figures"), array);
}

void clean(SetIllustrations &step, TextCleaner &cleaner)
{
    for (qsizetype i = 0; i < step.illustrations.size(); ++i) {
        const QString path = QStringLiteral("figures[%1]").arg(i);
        cleaner.take(step.illustrations[i].caption, Lines::One, path + QStringLiteral(".caption"));
        cleaner.take(step.illustrations[i].file, Lines::One, path + QStringLiteral(".file"));
    }
}

QJsonObject toKept(const SetIllustrations &step, KeptOut &out)
{
    return keptSplice(out.now.illustrations(), step.illustrations, [&](const Illustration &illustration) {
        QJsonObject kept = toJson(illustration);
        if (!illustration.picture.isEmpty())
            kept.insert(QStringLiteral("picture"), out.keep(illustration.picture));
        return kept;
    });
}

void fromKept(SetIllustrations &step, KeptIn &in)
{
    step.illustrations = in.spliced(in.now.illustrations(), [](KeptIn &member) {
        return Illustration{Place::parse(member.text("section")).value_or(Place()),
            member.number("after_paragraph"), member.text("kind"), member.text("caption"),
            member.has("chart") ? member.text("chart") : QString(),
            member.has("file") ? member.text("file") : QString(),
            member.has("picture") ? member.bytesOf(member.text("picture")) : QByteArray()};
    });
}

} // namespace nianbao
