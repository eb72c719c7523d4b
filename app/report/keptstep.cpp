// SPDX-License-Identifier: MulanPSL-2.0
#include "keptstep.h"

#include "kept.h"
#include "reportjson.h"

#include <QCryptographicHash>

#include <limits>

namespace nianbao {

namespace {

/// Half of a character beyond U+FFFF is no text of its own.
Span wholeCharacters(Span span, const QString &now, const QString &then)
{
    if (span.at > 0 && now[span.at - 1].isHighSurrogate()) {
        --span.at;
        ++span.cut;
        ++span.put;
    }
    const qsizetype end = span.at + span.cut;
    if (end < now.size() && now[end].isLowSurrogate() && span.at + span.put < then.size()) {
        ++span.cut;
        ++span.put;
    }
    return span;
}

Span spanOf(const QString &now, const QString &then)
{
    return wholeCharacters(spanBetween(now, then), now, then);
}

} // namespace

QString keyOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject keptSplice(const QString &now, const QString &then)
{
    const Span span = spanOf(now, then);
    return {{QStringLiteral("at"), span.at}, {QStringLiteral("cut"), span.cut},
        {QStringLiteral("put"), then.mid(span.at, span.put)}};
}

QString KeptIn::text(const char *key)
{
    const QJsonValue value = json.value(QLatin1String(key));
    isSound = isSound && value.isString();
    return value.toString();
}

int KeptIn::number(const char *key)
{
    const int number = json.value(QLatin1String(key)).toInt(-1); // -1 also for 1.5, 1e99 and no number at all
    isSound = isSound && number >= 0;
    return std::max(number, 0);
}

std::optional<Amount> KeptIn::amount(const char *key)
{
    if (json.value(QLatin1String(key)).isNull())
        return std::nullopt;
    const auto amount = Amount::parse(text(key));
    isSound = isSound && amount;
    return amount ? std::optional(*amount) : std::nullopt;
}

std::optional<qint64> KeptIn::count(const char *key)
{
    if (json.value(QLatin1String(key)).isNull())
        return std::nullopt;
    bool isCount = false;
    const qint64 count = text(key).toLongLong(&isCount);
    isSound = isSound && isCount;
    return count;
}

QJsonArray KeptIn::list(const char *key)
{
    const QJsonValue value = json.value(QLatin1String(key));
    isSound = isSound && value.isArray();
    return value.toArray();
}

KeptIn KeptIn::within(const QJsonValue &member)
{
    isSound = isSound && member.isObject();
    return {member.toObject(), now, bytesOf};
}

std::pair<qsizetype, qsizetype> KeptIn::span(qsizetype size)
{
    const qsizetype at = number("at");
    const qsizetype cut = number("cut");
    isSound = isSound && at <= size && cut <= size - at;
    return {at, cut};
}

QString KeptIn::spliced(const QString &there)
{
    const auto [at, cut] = span(there.size());
    const QString put = text("put");
    return isSound ? QString(there).replace(at, cut, put) : there;
}

namespace {

QJsonObject toKept(const SetPrior &step, KeptOut &out)
{
    if (!step.prior)
        return {};
    const auto json = provenJson(*step.prior, Origin::OwnFile);
    if (!json) {
        out.failed = json.error();
        return {};
    }
    return {{QStringLiteral("report"), out.keep(*json)}};
}

/// What nobody has any more is no report.
void fromKept(SetPrior &step, KeptIn &in)
{
    const QByteArray json = in.has("report") ? in.bytesOf(in.text("report")) : QByteArray();
    if (json.isEmpty())
        return;
    auto report = reportFromJson(json, Origin::OwnFile);
    in.isSound = in.isSound && report;
    if (report)
        step.prior = std::make_shared<const Report>(std::move(report->report));
}

QJsonObject toKept(const SetForm &step, KeptOut &) { return {{QStringLiteral("form"), step.form}}; }
void fromKept(SetForm &step, KeptIn &in) { step.form = in.text("form"); }

template <size_t... Kinds>
std::optional<Step> stepOf(const QString &name, KeptIn &in, std::index_sequence<Kinds...>)
{
    std::optional<Step> step;
    const auto take = [&]<typename Kind>(Kind kind) {
        if (name != QLatin1String(Kind::kName))
            return;
        fromKept(kind, in);
        step = std::move(kind);
    };
    (take(std::variant_alternative_t<Kinds, StepKinds>()), ...);
    return step;
}

} // namespace

Result<QJsonObject> toKept(const Step &step, const Report &now, KeptBytes &large)
{
    KeptOut out{now, large};
    const QJsonObject kept = std::visit(
        [&](const auto &s) {
            return QJsonObject{{QLatin1String(s.kName), toKept(s, out)}};
        },
        step);
    return out.failed ? Result<QJsonObject>(*out.failed) : kept;
}

std::optional<Step> fromKept(const QJsonObject &kept, const Report &now, const BytesOf &bytesOf)
{
    if (kept.size() != 1 || !kept.begin().value().isObject())
        return std::nullopt;
    KeptIn in{kept.begin().value().toObject(), now, bytesOf};
    auto step = stepOf(kept.begin().key(), in, std::make_index_sequence<std::variant_size_v<StepKinds>>());
    return in.isSound ? step : std::nullopt;
}

namespace {

std::optional<QString> words(const std::optional<Amount> &amount)
{
    return amount ? std::optional(amount->toString()) : std::nullopt;
}

/// "政府网站 120（通知公告 100、政策文件 20）"
QString words(const Channel &channel)
{
    const auto entry = [](const QString &name, const std::optional<qint64> &count) {
        return count ? QStringLiteral("%1 %2").arg(name, QString::number(*count)) : name;
    };
    QStringList categories;
    for (const Category &category : channel.categories)
        categories.append(entry(category.name, category.count));
    const QString self = entry(channel.name, channel.count);
    return categories.isEmpty() ? self
                                : QStringLiteral("%1（%2）").arg(self, categories.join(QStringLiteral("、")));
}

QString words(const Illustration &illustration)
{
    return illustration.caption.isEmpty() ? illustration.kind : illustration.caption;
}

/// "核稿 党政办主任 → 签发 分管副镇长"
QString words(const QList<ChainStep> &chain)
{
    QStringList steps;
    for (const ChainStep &step : chain)
        steps.append(QStringLiteral("%1 %2").arg(step.role, step.name));
    return steps.join(QStringLiteral(" → "));
}

/// With its answers, one a line, and a mark once it is resolved.
QString words(const Comment &comment)
{
    QStringList lines{comment.text};
    for (const Answer &answer : comment.answers)
        lines.append(QStringLiteral("%1：%2").arg(answer.who, answer.text));
    if (comment.resolved)
        lines.append(QStringLiteral("✓"));
    return lines.join(u'\n');
}

/// What a step did, told by the two reports.
class Teller {
public:
    Teller(const Report &before, const Report &after) : m_before(before), m_after(after) { }

    using Values = QList<ChangedValue>;
    Values operator()(const SetCell &s) const { return cell(s.cell); }
    Values operator()(const SetDeclared &s) const { return cell(s.cell); }
    Values operator()(const SetNote &s) const
    {
        return {{Place::note(s.cell), m_before.note(s.cell), m_after.note(s.cell)}};
    }
    Values operator()(const SetFact &s) const
    {
        const auto fact = [&s](const Report &report) {
            return report.hasFact(s.key) ? std::optional(report.fact(s.key)) : std::nullopt;
        };
        return {{Place::fact(s.key), fact(m_before), fact(m_after)}};
    }
    Values operator()(const SetHeading &s) const
    {
        return {{Place::heading(s.section, s.index), sub(m_before, s).heading, sub(m_after, s).heading}};
    }
    Values operator()(const SetText &s) const
    {
        return {{Place::subSection(s.section, s.index), sub(m_before, s).text, sub(m_after, s).text}};
    }
    // the step leads back: what it inserts was removed
    Values operator()(const InsertSubSection &s) const
    {
        return {{Place::subSection(s.section, s.index), whole(sub(m_before, s)), std::nullopt}};
    }
    Values operator()(const RemoveSubSection &s) const
    {
        return {{Place::subSection(s.section, s.index), std::nullopt, whole(sub(m_after, s))}};
    }
    Values operator()(const MoveSubSection &s) const
    {
        const Place now = Place::subSection(s.section, s.from);
        return {{now, Place::subSection(s.section, s.to).toString(), now.toString()}};
    }
    Values operator()(const SetChannels &) const
    {
        return members(m_before.channels(), m_after.channels(), &Place::channel);
    }
    Values operator()(const SetIllustrations &) const
    {
        return members(m_before.illustrations(), m_after.illustrations(), &Place::illustration);
    }
    Values operator()(const SetPrior &) const
    {
        const auto title = [](const Report &report) {
            return report.prior() ? std::optional(report.prior()->title()) : std::nullopt;
        };
        return {{Place::report(), title(m_before), title(m_after)}};
    }
    Values operator()(const SetReview &) const
    {
        const Review &before = m_before.review();
        const Review &after = m_after.review();
        if (before.events == after.events && before.correction != after.correction) // it was only reworded
            return {{Place::report(), before.correction, after.correction}};
        return {{Place::report(), toString(before.state), toString(after.state)}};
    }
    Values operator()(const SetChain &) const
    {
        return {{Place::report(), words(m_before.review().steps()), words(m_after.review().steps())}};
    }
    Values operator()(const SetComment &s) const
    {
        const auto text = [&s](const Report &report) {
            const auto found = report.comments().constFind(s.id);
            return found == report.comments().constEnd() ? std::nullopt : std::optional(words(*found));
        };
        const auto old = text(m_before);
        const auto now = text(m_after);
        if (old == now) // it has only moved with its words
            return {};
        const Report &holder = now ? m_after : m_before;
        return {{holder.comments().value(s.id).place.whole(), old, now}};
    }
    Values operator()(const MoveComment &) const { return {}; }
    Values operator()(const SetExplanation &s) const
    {
        const auto text = [&s](const Report &report) {
            const auto found = report.explanations().constFind(s.key);
            return found == report.explanations().constEnd() ? std::nullopt : std::optional(found->text);
        };
        return {{Place::report(), text(m_before), text(m_after)}};
    }
    Values operator()(const SetRuleOff &s) const
    {
        const auto reason = [&s](const Report &report) {
            const auto found = report.rulesOff().constFind(s.rule);
            return found == report.rulesOff().constEnd() ? std::nullopt : std::optional(*found);
        };
        return {{Place::report(), reason(m_before), reason(m_after)}};
    }
    Values operator()(const SetForm &) const
    {
        return {{Place::report(), m_before.spec().id, m_after.spec().id}};
    }

private:
    Values cell(const CellId &id) const
    {
        return {{Place::cell(id), words(m_before.value(id)), words(m_after.value(id))}};
    }
    template <typename Kind> static SubSection sub(const Report &report, const Kind &step)
    {
        return report.subSections(step.section).value(step.index);
    }
    static QString whole(const SubSection &sub)
    {
        return sub.heading.isEmpty() ? sub.text : sub.heading + u'\n' + sub.text;
    }
    template <typename List>
    static Values members(const List &before, const List &after, Place (*placeOf)(int))
    {
        const auto entry = [](const List &list, qsizetype index, const Span &span, qsizetype count) {
            return index < count ? std::optional(words(list[span.at + index])) : std::nullopt;
        };
        Values values;
        const Span span = spanBetween(before, after);
        for (qsizetype i = 0; i < std::max(span.cut, span.put); ++i)
            values.append({placeOf(int(span.at + i)), entry(before, i, span, span.cut),
                entry(after, i, span, span.put)});
        return values;
    }

    const Report &m_before;
    const Report &m_after;
};

bool isLong(const ChangedValue &value)
{
    constexpr qsizetype kLong = 100;
    return value.place.kind() == Place::Kind::SubSection
        || std::max(value.old->size(), value.now->size()) > kLong;
}

} // namespace

QList<ChangedValue> changedBy(const Step &step, const Report &before, const Report &after)
{
    return std::visit(Teller(before, after), step);
}

/// A number is told whole: 66 → 68, not 6 → 8.
static Span withWholeNumbers(Span span, const QString &old, const QString &now)
{
    const auto isDigit
        = [](const QString &text, qsizetype at) { return at >= 0 && at < text.size() && text[at].isDigit(); };
    const auto isCut = [&](qsizetype shift) { // at the end
        const qsizetype inOld = span.at + span.cut + shift;
        const qsizetype inNow = span.at + span.put + shift;
        return isDigit(old, inOld)
            && ((span.cut + shift > 0 && isDigit(old, inOld - 1))
                || (span.put + shift > 0 && isDigit(now, inNow - 1)));
    };
    qsizetype more = 0;
    while (isCut(more))
        ++more;
    span.cut += more;
    span.put += more;
    while (isDigit(old, span.at - 1)
        && ((span.cut > 0 && isDigit(old, span.at)) || (span.put > 0 && isDigit(now, span.at)))) {
        --span.at;
        ++span.cut;
        ++span.put;
    }
    return span;
}

QList<ChangedValue> withSpans(const QList<ChangedValue> &values)
{
    QList<ChangedValue> told;
    for (ChangedValue value : values) {
        if (value.old == value.now && value.place.kind() != Place::Kind::Report)
            continue;
        if (value.old && value.now && isLong(value)) {
            const Span span = withWholeNumbers(spanOf(*value.old, *value.now), *value.old, *value.now);
            value.place = value.place.withRange(span.at, span.put);
            value.old = value.old->mid(span.at, span.cut);
            value.now = value.now->mid(span.at, span.put);
        }
        told.append(value);
    }
    return told;
}

QString moveBetween(const Review &before, const Review &after)
{
    const bool moved = after.events.size() > before.events.size();
    return moved ? toString(after.events.last().action) : QString();
}

} // namespace nianbao
