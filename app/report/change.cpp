// SPDX-License-Identifier: MulanPSL-2.0
#include "change.h"

#include "report.h"

#include <QJsonArray>

namespace nianbao {

Change Change::of(QString description, Step step, QString mergeKey)
{
    return {std::move(description), {std::move(step)}, std::move(mergeKey)};
}

namespace {

QJsonValue amountValue(const std::optional<Amount> &amount)
{
    return amount ? QJsonValue(amount->toString()) : QJsonValue();
}

QJsonObject position(const SectionId &section, int index)
{
    return {{QStringLiteral("section"), section.toString()}, {QStringLiteral("index"), index}};
}

QJsonObject with(QJsonObject object, const char *key, const QJsonValue &value)
{
    object.insert(QLatin1String(key), value);
    return object;
}

QJsonObject named(const char *name, const QJsonObject &content) { return {{QLatin1String(name), content}}; }

struct ToJson {
    QJsonObject operator()(const SetCell &s) const
    {
        return named("set_cell", with(with({}, "cell", s.cell.toString()), "value", amountValue(s.value)));
    }
    QJsonObject operator()(const SetNote &s) const
    {
        return named("set_note", with(with({}, "cell", s.cell.toString()), "note", s.note));
    }
    QJsonObject operator()(const SetDeclared &s) const
    {
        QJsonObject content = with({}, "cell", s.cell.toString());
        if (s.declared)
            content = with(with(content, "declared", amountValue(s.declared->value)), "confirmed",
                s.declared->confirmed);
        return named("set_declared", content);
    }
    QJsonObject operator()(const SetFact &s) const
    {
        const QJsonValue value = s.value ? QJsonValue(*s.value) : QJsonValue();
        return named("set_fact", with(with({}, "key", s.key), "value", value));
    }
    QJsonObject operator()(const InsertSubSection &s) const
    {
        return named("insert_sub_section",
            with(with(position(s.section, s.index), "heading", s.content.heading), "text", s.content.text));
    }
    QJsonObject operator()(const RemoveSubSection &s) const
    {
        return named("remove_sub_section", position(s.section, s.index));
    }
    QJsonObject operator()(const MoveSubSection &s) const
    {
        return named("move_sub_section", with(position(s.section, s.from), "to", s.to));
    }
    QJsonObject operator()(const SetHeading &s) const
    {
        return named("set_heading", with(position(s.section, s.index), "heading", s.heading));
    }
    QJsonObject operator()(const SetText &s) const
    {
        return named("set_text", with(position(s.section, s.index), "text", s.text));
    }
    QJsonObject operator()(const SetChannels &s) const
    {
        return named("set_channels", with({}, "channels", toJson(s.channels)));
    }
    QJsonObject operator()(const SetIllustrations &s) const
    {
        return named("set_figures", with({}, "figures", toJson(s.illustrations)));
    }
    QJsonObject operator()(const SetPrior &s) const
    {
        return named("set_prior", with({}, "year", s.prior ? QJsonValue(s.prior->year()) : QJsonValue()));
    }
    QJsonObject operator()(const SetReview &s) const
    {
        return named(
            "set_review", with(with({}, "state", toString(s.review.state)), "revision", s.review.revision));
    }
    QJsonObject operator()(const SetExplanation &s) const
    {
        QJsonObject content = with({}, "key", s.key);
        if (s.explanation)
            content = with(with(content, "operands", s.explanation->operands), "text", s.explanation->text);
        return named("set_explanation", content);
    }
    QJsonObject operator()(const SetRuleOff &s) const
    {
        const QJsonValue reason = s.reason ? QJsonValue(*s.reason) : QJsonValue();
        return named("set_rule_off", with(with({}, "rule", s.rule.toString()), "reason", reason));
    }
    QJsonObject operator()(const SetForm &s) const { return named("set_form", with({}, "form", s.form)); }
};

} // namespace

QJsonArray toJson(const QList<Channel> &channels)
{
    const auto number
        = [](const std::optional<qint64> &count) { return count ? QJsonValue(*count) : QJsonValue(); };
    QJsonArray array;
    for (const Channel &channel : channels) {
        QJsonArray categories;
        for (const Category &category : channel.categories)
            categories.append(QJsonObject{
                {QStringLiteral("name"), category.name}, {QStringLiteral("count"), number(category.count)}});
        QJsonObject object{
            {QStringLiteral("name"), channel.name}, {QStringLiteral("count"), number(channel.count)}};
        if (!categories.isEmpty())
            object.insert(QStringLiteral("categories"), categories);
        array.append(object);
    }
    return array;
}

QJsonArray toJson(const QList<Illustration> &illustrations)
{
    QJsonArray array;
    for (const Illustration &illustration : illustrations) {
        QJsonObject object{{QStringLiteral("section"), illustration.place.toString()},
            {QStringLiteral("after_paragraph"), illustration.afterParagraph},
            {QStringLiteral("kind"), illustration.kind}, {QStringLiteral("caption"), illustration.caption}};
        if (!illustration.chart.isEmpty())
            object.insert(QStringLiteral("chart"), illustration.chart);
        if (!illustration.file.isEmpty())
            object.insert(QStringLiteral("file"), illustration.file);
        array.append(object);
    }
    return array;
}

QJsonObject toJson(const Step &step) { return std::visit(ToJson(), step); }

} // namespace nianbao
