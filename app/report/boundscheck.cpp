// SPDX-License-Identifier: MulanPSL-2.0
#include "boundscheck.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr qint64 kSafeCount = 1'000'000'000'000'000; // of any channel, as files of older versions may hold it

/// One size against its bound; before: what stands there now.
Result<> fits(qsizetype size, qsizetype bound, qsizetype before, const QString &where)
{
    if (size > bound && size > before)
        return Error{ErrorCode::TooLong, where, QString::number(bound)};
    return {};
}

Result<> fitsNumber(qsizetype number, qsizetype bound, qsizetype before, const QString &where)
{
    if (number > bound && number > before)
        return Error{ErrorCode::TooMany, where, QString::number(bound)};
    return {};
}

/// A text of several paragraphs; before: what stands there now.
Result<> fitsText(const QString &text, const QString &before, const QString &where)
{
    if (const auto done = fits(text.size(), bounds::kText, before.size(), where); !done)
        return done;
    return fitsNumber(text.count(u'\n') + 1, bounds::kParagraphs, before.count(u'\n') + 1, where);
}

/// The first of them that is an error.
Result<> firstError(std::initializer_list<Result<>> results)
{
    const auto *found = std::find_if(results.begin(), results.end(), [](const Result<> &r) { return !r; });
    return found == results.end() ? Result<>() : *found;
}

qsizetype boundOfFact(const QString &key)
{
    if (key == QLatin1String(fact::kIntroduction) || key.startsWith(QLatin1String(fact::kTableNote)))
        return bounds::kText;
    if (key == QLatin1String(fact::kNames) || key == QLatin1String(fact::kAllowedWords))
        return bounds::kNames;
    return bounds::kLine;
}

template <typename List, typename Size> qsizetype longest(const List &list, Size size)
{
    qsizetype most = 0;
    for (const auto &item : list)
        most = std::max(most, size(item));
    return most;
}

class BoundsCheck {
public:
    explicit BoundsCheck(const Report &report) : m_report(report) { }

    Result<> operator()(const SetNote &s) const
    {
        return fits(
            s.note.size(), bounds::kLine, m_report.note(s.cell).size(), Place::note(s.cell).toString());
    }

    Result<> operator()(const SetFact &s) const
    {
        const QString value = s.value.value_or(QString());
        if (s.key == QLatin1String(fact::kDate) && !value.isEmpty() && !dateFrom(value).isValid())
            return Error{ErrorCode::BadDate, s.key, shortened(value)};
        if (boundOfFact(s.key) == bounds::kText)
            return fitsText(value, m_report.fact(s.key), s.key);
        return fits(value.size(), boundOfFact(s.key), m_report.fact(s.key).size(), s.key);
    }

    Result<> operator()(const InsertSubSection &s) const
    {
        const auto number = m_report.subSections(s.section).size();
        return firstError({fitsNumber(number + 1, bounds::kSubSections, 0, s.section.toString()),
            fits(s.content.heading.size(), bounds::kLine, 0, Place::heading(s.section, s.index).toString()),
            fitsText(s.content.text, {}, Place::subSection(s.section, s.index).toString())});
    }

    Result<> operator()(const SetHeading &s) const
    {
        return fits(s.heading.size(), bounds::kLine, subSection(s.section, s.index).heading.size(),
            Place::heading(s.section, s.index).toString());
    }

    Result<> operator()(const SetText &s) const
    {
        return fitsText(
            s.text, subSection(s.section, s.index).text, Place::subSection(s.section, s.index).toString());
    }

    Result<> operator()(const SetChannels &s) const
    {
        const auto &before = m_report.channels();
        const auto nameSize = [](const auto &item) { return item.name.size(); };
        const auto entries = [](const Channel &channel) { return channel.categories.size(); };
        const qsizetype longestName = longest(before, nameSize);
        const qsizetype longestCategory
            = longest(before, [&](const Channel &channel) { return longest(channel.categories, nameSize); });
        const qsizetype mostCategories = longest(before, entries);
        const QString all = Place::channels().toString();
        Result<> done = fitsNumber(s.channels.size(), bounds::kChannels, before.size(), all);
        for (int i = 0; done && i < s.channels.size(); ++i) {
            const Channel &channel = s.channels[i];
            const QString here = Place::channel(i).toString();
            done = firstError({fits(channel.name.size(), bounds::kLine, longestName, here),
                fitsNumber(channel.categories.size(), bounds::kChannels, mostCategories, here),
                fitsCount(channel.count, before, here)});
            for (int k = 0; done && k < channel.categories.size(); ++k) {
                const Category &category = channel.categories[k];
                const QString inside = Place::category(i, k).toString();
                done = firstError({fits(category.name.size(), bounds::kLine, longestCategory, inside),
                    fitsCount(category.count, before, inside)});
            }
        }
        return done;
    }

    Result<> operator()(const SetIllustrations &s) const
    {
        const auto &before = m_report.illustrations();
        Result<> done = fitsNumber(
            s.illustrations.size(), bounds::kIllustrations, before.size(), QStringLiteral("illustrations"));
        qint64 bytes = 0;
        for (int i = 0; done && i < s.illustrations.size(); ++i) {
            done = fitsIllustration(s.illustrations[i], Place::illustration(i));
            bytes += s.illustrations[i].picture.size();
        }
        qint64 bytesBefore = 0;
        for (const Illustration &illustration : before)
            bytesBefore += illustration.picture.size();
        if (done && bytes > bounds::kAllPictureBytes && bytes > bytesBefore)
            return Error{ErrorCode::PictureTooLarge, QStringLiteral("illustrations"), megabytes(bytes)};
        return done;
    }

    Result<> operator()(const SetExplanation &s) const
    {
        if (!s.explanation)
            return {};
        const QString where = QStringLiteral("explanations");
        const Explanation before = m_report.explanations().value(s.key);
        const auto number = m_report.explanations().size();
        const bool isNew = !m_report.explanations().contains(s.key);
        return firstError({fits(s.key.size(), bounds::kText, 0, where),
            fits(s.explanation->operands.size(), bounds::kText, 0, where),
            fits(s.explanation->text.size(), bounds::kLine, before.text.size(), where),
            fits(s.explanation->who.size(), bounds::kLine, before.who.size(), where),
            fits(s.explanation->at.size(), bounds::kLine, before.at.size(), where),
            fitsNumber(isNew ? number + 1 : 0, bounds::kExplanations, 0, where)});
    }

    Result<> operator()(const SetRuleOff &s) const
    {
        return fits(s.reason.value_or(QString()).size(), bounds::kLine,
            m_report.rulesOff().value(s.rule).size(), s.rule.toString());
    }

    template <typename Other> Result<> operator()(const Other &) const { return {}; }

private:
    SubSection subSection(const SectionId &section, int index) const
    {
        return m_report.subSections(section).value(index);
    }

    static QString megabytes(qint64 bytes)
    {
        return QStringLiteral("%1 MB").arg((bytes + 999'999) / 1'000'000);
    }

    /// A count beyond the bound may stay where an older file holds it.
    static Result<> fitsCount(
        const std::optional<qint64> &count, const QList<Channel> &before, const QString &where)
    {
        if (!count || *count <= bounds::kCount)
            return {};
        const bool wasThere = std::any_of(before.begin(), before.end(), [&](const Channel &channel) {
            return channel.count == count
                || std::any_of(channel.categories.begin(), channel.categories.end(),
                    [&](const Category &category) { return category.count == count; });
        });
        return wasThere ? Result<>() : Error{ErrorCode::OutOfRange, where, QString::number(*count)};
    }

    Result<> fitsIllustration(const Illustration &illustration, const Place &where) const
    {
        const bool isWithin = illustration.caption.size() <= bounds::kLine
            && illustration.file.size() <= bounds::kLine && illustration.kind.size() <= bounds::kLine
            && illustration.chart.size() <= bounds::kLine
            && illustration.picture.size() <= bounds::kPictureBytes && hasPlace(illustration);
        if (isWithin
            || m_report.illustrations().contains(illustration)) // it was there, as an older version took it
            return {};
        if (!hasPlace(illustration))
            return Error{ErrorCode::NoSuchPlace, illustration.place.toString().left(bounds::kLine)};
        if (illustration.picture.size() > bounds::kPictureBytes)
            return Error{
                ErrorCode::PictureTooLarge, where.toString(), megabytes(illustration.picture.size())};
        return Error{
            ErrorCode::TooLong, Place::caption(where.index()).toString(), QString::number(bounds::kLine)};
    }

    /// It would be kept and never printed.
    bool hasPlace(const Illustration &illustration) const
    {
        const Place &place = illustration.place;
        return place.kind() == Place::Kind::SubSection
            && place.index() < m_report.subSections(place.sectionId()).size();
    }

    const Report &m_report;
};

Result<> checkSafeTotal(const SetDeclared &set)
{
    constexpr int kMostCells = 1000; // of any table: no sum of cells is larger
    const auto value = set.declared ? set.declared->value : std::nullopt;
    if (value && value->absolute() > Amount::fromInteger(bounds::kCount) * kMostCells)
        return Error{ErrorCode::OutOfRange, set.cell.toString(), value->toString()};
    return {};
}

bool isSafe(const std::optional<qint64> &count) { return !count || (*count >= 0 && *count <= kSafeCount); }

} // namespace

Result<> checkBounds(const Report &report, const Step &step) { return std::visit(BoundsCheck(report), step); }

Result<> checkSafe(const Step &step)
{
    if (const auto *total = std::get_if<SetDeclared>(&step))
        return checkSafeTotal(*total);
    const auto *set = std::get_if<SetChannels>(&step);
    if (!set)
        return {};
    for (int i = 0; i < set->channels.size(); ++i) {
        const Channel &channel = set->channels[i];
        const bool allSafe = isSafe(channel.count)
            && std::all_of(channel.categories.begin(), channel.categories.end(),
                [](const Category &category) { return isSafe(category.count); });
        if (!allSafe)
            return Error{ErrorCode::OutOfRange, Place::channel(i).toString(), channel.name.left(40)};
    }
    return {};
}

} // namespace nianbao
