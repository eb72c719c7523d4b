// SPDX-License-Identifier: MulanPSL-2.0
#include "paraphrases.h"

#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace nianbao::test {

namespace {

QStringList strings(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList list;
    for (const auto &item : value.toArray())
        list.append(item.toString());
    return list;
}

QStringList strings(const QJsonObject &object, const char *key)
{
    return strings(object[QLatin1String(key)]);
}
bool isSet(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toBool(); }

QStringList terms(const QString &expression) { return expression.split(QStringLiteral(" + ")); }
const QString kChannels = QStringLiteral("channels.total");

/// The cells of a term; empty: the form has none.
QList<CellId> cellsOf(const ReportSpec &spec, const QString &term)
{
    const CellId named(term);
    const TableSpec *table = spec.table(named.table());
    QList<CellId> cells;
    for (const QString &row : table ? table->rowsOf(named.row()) : QStringList()) {
        const CellId cell(named.table(), row, named.column());
        if (spec.cell(cell))
            cells.append(cell);
    }
    return cells;
}

void addTyped(const ReportSpec &spec, const CellId &cell, QSet<CellId> &typed)
{
    if (!spec.cell(cell)->isComputed()) {
        typed.insert(cell);
        return;
    }
    for (const Term &term : spec.cell(cell)->formula)
        addTyped(spec, term.cell, typed);
}

QChar markOf(qsizetype figure) { return QChar(char16_t(0xE000 + figure)); } // stands for it till the end

/// A sentence as it grows: slots are filled as they come, figures are marks.
class Sentence {
public:
    Sentence(const Report &report, const Paraphrases::Body &body, const Choose &choose)
        : m_report(report), m_body(body), m_choose(choose)
    { }

    int choose(const QString &what, qsizetype of) const { return of < 2 ? 0 : m_choose(what, of); }
    int choose(const char *what, qsizetype of) const { return choose(QLatin1String(what), of); }
    QString pick(const char *what, const QStringList &list)
    {
        const int index = choose(what, list.size());
        m_wording += QStringLiteral("%1=%2 ").arg(QLatin1String(what)).arg(index);
        return list.value(index);
    }

    /// The template with everything but {n} and {m} filled in.
    QString filled(QString text, const QJsonObject &slots_, const QStringList &times)
    {
        static const QRegularExpression slot(QStringLiteral("\\{(\\w+)\\}"));
        const QString time = text.contains(QStringLiteral("{time}")) ? pick("time", times) : QString();
        if (time.isEmpty())
            text.remove(QStringLiteral("{time}，"));
        text.replace(QStringLiteral("{time}"), time);
        qsizetype from = 0;
        for (auto match = slot.match(text, from); match.hasMatch(); match = slot.match(text, from)) {
            const QString name = match.captured(1);
            from = match.capturedStart();
            if (name == u"n" || name == u"m")
                from = match.capturedEnd();
            else
                text.replace(from, match.capturedLength(), slotValue(name, slots_));
        }
        return text;
    }

    /// In place of {n} or {m}.
    QString withFigure(QString text, const char *slot, const StatedFigure &figure)
    {
        text.replace(QLatin1String(slot), QString(markOf(m_figures.size())));
        m_figures.append(figure);
        return text;
    }

    void setSecond() { m_second = m_figures.size(); }
    qint64 value(const QString &expression) const { return test::valueOf(m_report, expression).value_or(0); }

    DrawnSentence done(QString text, const QString &heading) const
    {
        static const QRegularExpression atStart(QStringLiteral("(^|[。；：])[，、]"));
        text.replace(atStart, QStringLiteral("\\1"));
        text.replace(QStringLiteral("，，"), QStringLiteral("，"));
        DrawnSentence sentence{heading, {}, m_wording, m_figures, m_second};
        for (const QChar c : std::as_const(text)) {
            const qsizetype figure = c.unicode() - 0xE000;
            if (figure < 0 || figure >= m_figures.size()) {
                sentence.text += c;
                continue;
            }
            sentence.figures[figure].start = sentence.text.size();
            sentence.text += QString::number(m_figures[figure].value);
        }
        return sentence;
    }

private:
    QString slotValue(const QString &name, const QJsonObject &slots_)
    {
        if (name == u"year" || name == u"next" || name == u"last")
            return QString::number(m_report.year() + (name == u"next" ? 1 : name == u"last" ? -1 : 0));
        if (name == u"body")
            return pick("call", m_body.calls);
        const QStringList values = strings(slots_[name]);
        if (values.isEmpty())
            qFatal("no slot %s", qPrintable(name));
        return pick(qPrintable(name), values);
    }

    const Report &m_report;
    const Paraphrases::Body &m_body;
    const Choose &m_choose;
    QList<StatedFigure> m_figures{};
    qsizetype m_second = 0;
    QString m_wording{};
};

/// What the register says of a channel or category that a part bears the name of.
std::optional<qint64> registered(const Report &report, const QString &words)
{
    for (const Channel &channel : report.channels()) {
        if (words.contains(channel.name))
            return channel.count;
        for (const Category &category : channel.categories) {
            if (words.startsWith(category.name))
                return category.count;
        }
    }
    return {};
}

/// What free parts share: each at least 1 while there is enough. Parts of all that was published are what the
/// register has of them.
QList<qint64> shares(
    qint64 total, const QList<QJsonObject> &parts, const Report *published, const Sentence &sentence)
{
    QList<qint64> values(parts.size(), 0);
    QList<qsizetype> open;
    qint64 left = total;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto known
            = published ? registered(*published, parts[i][QStringLiteral("words")].toString()) : std::nullopt;
        if (known)
            left -= values[i] = *known;
        else
            open.append(i);
    }
    for (qsizetype k = 0; k < open.size(); ++k) {
        const qint64 others = open.size() - k - 1;
        constexpr int kSteps = 16;
        const qint64 most = std::max<qint64>(0, left - others);
        values[open[k]] = others == 0
            ? left
            : std::clamp<qint64>(most * (1 + sentence.choose("share", kSteps)) / (kSteps + 4),
                std::min<qint64>(1, most), most);
        left -= values[open[k]];
    }
    return values;
}

QList<QJsonObject> partsOf(const QJsonObject &split)
{
    QList<QJsonObject> parts;
    for (const auto &part : split[QStringLiteral("parts")].toArray())
        parts.append(part.toObject());
    return parts;
}

/// The parts joined, with their figures. `isSome`: they need not be all.
QString joinedParts(Sentence &sentence, const Report *published, const QJsonObject &split, qint64 total,
    bool isSome, const QString &joint)
{
    const QList<QJsonObject> parts = partsOf(split);
    const QList<qint64> free = shares(total, parts, published, sentence);
    QStringList texts;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QStringList meanings = strings(parts[i], "value");
        StatedFigure figure{0, meanings.isEmpty() ? free[i] : sentence.value(meanings.first()), meanings};
        figure.isInSplit = true;
        figure.isSome = isSome && meanings.isEmpty();
        texts.append(sentence.withFigure(parts[i][QStringLiteral("words")].toString(), "{n}", figure));
    }
    return texts.join(joint);
}

StatedFigure figureOf(const Sentence &sentence, const QStringList &meanings, int reading, const QString &rule)
{
    return {0, sentence.value(meanings.value(reading)), meanings, rule};
}

} // namespace

QString DrawnSentence::with(qsizetype figure, qint64 value) const
{
    const StatedFigure &old = figures[figure];
    QString changed = text;
    changed.replace(old.start, QString::number(old.value).size(), QString::number(value));
    return changed;
}

std::optional<qint64> valueOf(const Report &report, const QString &expression)
{
    qint64 sum = 0;
    for (const QString &term : terms(expression)) {
        if (term == kChannels) {
            if (report.channels().isEmpty())
                return {};
            for (const Channel &channel : report.channels())
                sum += channel.count.value_or(0);
            continue;
        }
        const QList<CellId> cells = cellsOf(report.spec(), term);
        for (const CellId &cell : cells) {
            const auto value = report.computed(cell);
            if (!value)
                return {};
            sum += value->whole();
        }
        if (cells.isEmpty())
            return {};
    }
    return sum;
}

QSet<CellId> typedCells(const ReportSpec &spec, const QList<CellId> &cells)
{
    QSet<CellId> typed;
    for (const CellId &cell : cells)
        addTyped(spec, cell, typed);
    return typed;
}

QSet<CellId> typedCells(const ReportSpec &spec, const QString &expression)
{
    QSet<CellId> typed;
    for (const QString &term : terms(expression))
        typed.unite(typedCells(spec, cellsOf(spec, term)));
    return typed;
}

bool names(const Finding &finding, const StatedFigure &figure, qint64 value, const Report &report,
    const Place &place)
{
    const QString rule = finding.rule.toString();
    const QString digits = QString::number(value);
    const bool comparesTexts = rule.startsWith(u"TXT-") || rule.startsWith(u"CHANNEL-");
    const bool isSum = figure.isInSplit && rule == u"TXT-SUM";
    if (finding.place.whole() != place || !finding.message.in(Language::Chinese).contains(digits)
        || !(figure.rule.isEmpty() ? comparesTexts : rule == figure.rule || isSum))
        return false;
    if (isSum) // stands at the total, names the parts
        return true;
    const bool points = finding.numberStart == figure.start && finding.numberLength == digits.size();
    const bool isOfChannels = finding.cells.isEmpty() && rule == u"CHANNEL-TOTAL";
    const auto isCell = [&](const QString &meaning) {
        if (isOfChannels)
            return meaning == kChannels;
        // a total whose word has several readings: the one that the parts leave is told among the others
        const QString told = QStringLiteral(" %1").arg(valueOf(report, meaning).value_or(0));
        return typedCells(report.spec(), finding.cells) == typedCells(report.spec(), meaning)
            || (figure.isTotal && finding.message.in(Language::Chinese).contains(told + u'；'));
    };
    return points && std::any_of(figure.meanings.begin(), figure.meanings.end(), isCell);
}

qint64 otherValue(const StatedFigure &figure, const Report &report, int step)
{
    const int way = step < 0 && !figure.isSome && figure.value >= -step ? step : std::abs(step);
    QSet<qint64> right;
    for (const QString &meaning : figure.meanings) {
        const qint64 value = valueOf(report, meaning).value_or(0);
        QString carriedIn = meaning; // what was received may mean all there was to answer
        carriedIn.replace(QStringLiteral(".received."), QStringLiteral(".carried_in."));
        right << value << value + (carriedIn == meaning ? 0 : valueOf(report, carriedIn).value_or(0));
    }
    qint64 value = figure.value;
    do
        value = std::abs(value + way);
    while (value == figure.value || right.contains(value));
    return value;
}

bool Paraphrase::suits(const QString &bodyKind) const
{
    const auto isFor = [&](const QJsonObject &part) {
        const QStringList kinds = strings(part, "for");
        return kinds.isEmpty() || kinds.contains(bodyKind);
    };
    return isFor(first) && isFor(second);
}

QStringList Paraphrase::headings() const { return strings(first, "headings"); }

QString Paraphrase::none() const
{
    for (const QJsonObject &part : {first, second}) {
        if (isSet(part, "none"))
            return strings(part, "value").first();
    }
    return {};
}

QString Paraphrase::noneRule() const
{
    return (isSet(first, "none") ? first : second)[QStringLiteral("rule")].toString();
}

QStringList Paraphrase::zeros() const
{
    QStringList zeros = strings(first, "zero") + strings(second, "zero");
    if (!none().isEmpty())
        zeros.append(none());
    return zeros;
}

QStringList Paraphrase::positives() const { return strings(first, "positive") + strings(second, "positive"); }

QStringList Paraphrase::values() const
{
    QStringList values;
    for (const QJsonObject &part : {first, second}) {
        for (const char *key : {"value", "value_m", "of", "positive", "zero"})
            values += strings(part, key);
        for (const QJsonObject &each : partsOf(part))
            values += strings(each, "value");
    }
    return values;
}

bool Paraphrase::isTrueOf(const Report &report) const
{
    const auto all = [&](const QStringList &list, auto holds) {
        return std::all_of(list.begin(), list.end(), [&](const QString &expression) {
            const auto value = valueOf(report, expression);
            return value && holds(*value);
        });
    };
    QStringList wholes; // nothing is parted that is 0
    for (const QJsonObject &part : {first, second}) {
        if (part.contains(QStringLiteral("parts")))
            wholes.append((strings(part, "of") + strings(part, "value")).first());
    }
    return all(values(), [](qint64) { return true; }) && all(wholes, [](qint64 value) { return value > 0; })
        && all(zeros(), [](qint64 value) { return value == 0; })
        && all(positives(), [](qint64 value) { return value > 0; });
}

Paraphrases::Paraphrases()
{
    const QJsonObject file
        = QJsonDocument::fromJson(readFile(QStringLiteral(TEST_DATA_DIR "/sentences/paraphrases.json")))
              .object();
    const auto objects = [&](const char *key) {
        QList<QJsonObject> list;
        for (const auto &item : file[QLatin1String(key)].toArray())
            list.append(item.toObject());
        return list;
    };
    m_some = strings(file, "some");
    const QJsonObject known = file[QStringLiteral("known")].toObject();
    for (auto it = known.constBegin(); it != known.constEnd(); ++it)
        m_known.insert(it.key(), it.value().toInt());
    for (const QJsonObject &body : objects("bodies"))
        m_bodies.append({body[QStringLiteral("kind")].toString(), body[QStringLiteral("name")].toString(),
            body[QStringLiteral("names")].toString(), strings(body, "calls")});
    const QStringList times = strings(file, "times");
    const auto idOf = [](const QJsonObject &part) { return part[QStringLiteral("id")].toString(); };
    for (const QJsonObject &statement : objects("statements")) {
        const QStringList own = strings(statement, "times");
        m_all.append(
            {idOf(statement), isSet(statement, "none") ? QStringLiteral("none") : QStringLiteral("statement"),
                statement, {}, own.isEmpty() ? times : own});
    }
    const QList<QJsonObject> splits = objects("splits");
    for (const QJsonObject &split : splits)
        m_all.append({idOf(split), QStringLiteral("split"), split, {}, times});
    for (const QJsonObject &second : objects("seconds")) {
        for (const QJsonObject &split : splits) {
            if (strings(second, "after").contains(idOf(split)))
                m_all.append(
                    {idOf(split) + u'+' + idOf(second), QStringLiteral("second"), split, second, times});
        }
    }
}

DrawnSentence Paraphrases::draw(
    const Paraphrase &paraphrase, const Report &report, const Body &body, const Choose &choose) const
{
    Sentence sentence(report, body, choose);
    const QJsonObject &first = paraphrase.first;
    const QJsonObject &second = paraphrase.second;
    const QJsonObject slots_ = first[QStringLiteral("slots")].toObject();
    const QStringList headings = paraphrase.headings();
    const QString heading = headings.value(sentence.choose("heading", headings.size()));
    const QStringList values = strings(first, "value");

    // of a total that a second split parts too, only readings that both have
    QList<int> readings(values.size());
    std::iota(readings.begin(), readings.end(), 0);
    const QStringList of = strings(second, "of");
    if (std::any_of(of.begin(), of.end(), [&](const QString &each) { return values.contains(each); }))
        readings.removeIf([&](int reading) { return !of.contains(values[reading]); });
    if (isSet(second, "alone") || (first.contains(QStringLiteral("parts")) && values.size() == 1))
        readings = {0};
    const bool states = paraphrase.kind != u"none";
    const int reading = states ? readings[sentence.choose("reading", readings.size())] : 0;
    if (paraphrase.kind == u"statement" || paraphrase.kind == u"none") {
        QString text = sentence.filled(
            sentence.pick("template", strings(first, "templates")), slots_, paraphrase.times);
        if (states)
            text = sentence.withFigure(
                text, "{n}", figureOf(sentence, values, reading, first[QStringLiteral("rule")].toString()));
        return sentence.done(text, heading);
    }

    StatedFigure total = figureOf(sentence, values, reading, {});
    total.isInSplit = total.isTotal = true;
    QString text = sentence.withFigure(
        sentence.filled(sentence.pick("total", strings(first, "total")), slots_, paraphrase.times), "{n}",
        total);
    const Report *published = values.contains(kChannels) ? &report : nullptr;
    const QString opener = sentence.pick("opener", strings(first, "openers"));
    const bool isSome = !isSet(first, "complete")
        && std::any_of(
            m_some.begin(), m_some.end(), [&](const QString &word) { return opener.contains(word); });
    const bool isBracket = opener.contains(u'（');
    const QString lead = second.isEmpty() ? QString() : sentence.pick("lead", strings(second, "leads"));
    const QStringList joints = strings(first, "joints");
    const qsizetype strength
        = isBracket || lead.isEmpty() ? joints.size() : 1 + QStringLiteral("，；。").indexOf(lead[0]);
    text += opener
        + joinedParts(sentence, published, first, total.value, isSome,
            sentence.pick("joint", joints.first(std::min(joints.size(), strength))));
    sentence.setSecond();
    if (second.isEmpty())
        return sentence.done(text + strings(first, "closers").value(isBracket ? 1 : 0), heading);

    if (isBracket)
        text += u'）';
    const QStringList secondValues = strings(second, "value");
    const QString rule = second[QStringLiteral("rule")].toString();
    if (!second.contains(QStringLiteral("parts"))) {
        QString words = lead + sentence.pick("words", strings(second, "words"));
        if (words.contains(QStringLiteral("{n}")))
            words = sentence.withFigure(words, "{n}", figureOf(sentence, secondValues, 0, rule));
        if (words.contains(QStringLiteral("{m}")))
            words
                = sentence.withFigure(words, "{m}", figureOf(sentence, strings(second, "value_m"), 0, rule));
        return sentence.done(text + words + u'。', heading);
    }
    const int whole = std::max<int>(0, int(of.indexOf(values[reading])));
    QString opened = lead;
    if (lead.contains(QStringLiteral("{m}"))) {
        StatedFigure stated = figureOf(sentence, of, whole, {});
        stated.isInSplit = stated.isTotal = true;
        opened = sentence.withFigure(lead, "{m}", stated);
    }
    text += opened
        + joinedParts(sentence, published, second, sentence.value(of[whole]), !isSet(second, "complete"),
            sentence.pick("joint2", strings(second, "joints")));
    return sentence.done(text + u'。', heading);
}

} // namespace nianbao::test
