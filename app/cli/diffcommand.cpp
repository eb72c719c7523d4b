// SPDX-License-Identifier: MulanPSL-2.0
#include "diffcommand.h"

#include "console.h"
#include "reportchanges.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

using console::print;
using Op = TextChange::Op;

const QString kOld = QStringLiteral("old");
const QString kNew = QStringLiteral("new");

// In JSON

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonValue figureOrNull(const std::optional<Amount> &figure)
{
    return figure ? jsonOf(*figure, false) : QJsonValue();
}

QJsonObject pair(const QJsonValue &old, const QJsonValue &now) { return {{kOld, old}, {kNew, now}}; }

QJsonObject changeAt(const Place &place, const Place &was, bool isMoved)
{
    return {{QStringLiteral("place"), place.toString()},
        {QStringLiteral("moved_from"), isMoved ? QJsonValue(was.toString()) : QJsonValue()}};
}

void putFollows(QJsonObject &object, bool follows)
{
    if (follows)
        object.insert(QStringLiteral("follows"), true);
}

QJsonArray toJson(const QList<CellChange> &cells)
{
    QJsonArray list;
    for (const CellChange &change : cells) {
        if (change.isFigureChanged()) {
            QJsonObject object = pair(figureOrNull(change.old), figureOrNull(change.now));
            object.insert(QStringLiteral("cell"), change.place.toString());
            if (!change.was.isNowhere() && change.was != change.place)
                object.insert(QStringLiteral("was"), change.was.toString());
            if (change.wasOpen != change.isOpen)
                object.insert(QStringLiteral("open"), pair(change.wasOpen, change.isOpen));
            putFollows(object, change.follows);
            list.append(object);
        }
        if (change.isNoteChanged()) {
            QJsonObject object = pair(textOrNull(change.oldNote), textOrNull(change.note));
            object.insert(QStringLiteral("cell"), Place::note(change.place.cellId()).toString());
            list.append(object);
        }
    }
    return list;
}

QJsonArray toJson(const QList<FactChange> &facts)
{
    QJsonArray list;
    for (const FactChange &change : facts) {
        const bool isNumber = change.place == Place::report() && change.key != u"form"; // year, revision
        QJsonObject object = isNumber ? pair(change.old.toInt(), change.now.toInt())
                                      : pair(textOrNull(change.old), textOrNull(change.now));
        object.insert(QStringLiteral("fact"), change.name());
        putFollows(object, change.follows);
        list.append(object);
    }
    return list;
}

QString toString(Op op)
{
    switch (op) {
    case Op::Keep: return QStringLiteral("keep");
    case Op::Delete: return QStringLiteral("delete");
    case Op::Insert: return QStringLiteral("insert");
    }
    return {};
}

QJsonArray toJson(const QList<SubSectionChange> &texts)
{
    QJsonArray list;
    for (const SubSectionChange &change : texts) {
        QJsonObject object
            = changeAt(change.isRemoved ? change.was : change.place, change.was, change.isMoved);
        QJsonValue heading;
        if (change.isAdded() || change.isRemoved || change.isHeadingChanged())
            heading = pair(change.isAdded() ? QJsonValue() : QJsonValue(change.oldHeading),
                change.isRemoved ? QJsonValue() : QJsonValue(change.heading));
        object.insert(QStringLiteral("heading"), heading);
        QJsonArray changes;
        for (const TextChange &each : change.changes)
            changes.append(
                QJsonObject{{QStringLiteral("op"), toString(each.op)}, {QStringLiteral("text"), each.text}});
        object.insert(QStringLiteral("changes"), changes);
        putFollows(object, change.follows);
        list.append(object);
    }
    return list;
}

QJsonValue countOrNull(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonArray toJson(const QList<ChannelChange> &channels)
{
    QJsonArray list;
    for (const ChannelChange &change : channels) {
        QJsonArray categories;
        for (const Category &category : change.categories)
            categories.append(QJsonObject{{QStringLiteral("name"), category.name},
                {QStringLiteral("count"), countOrNull(category.count)}});
        const auto state = [&](bool isThere, const QString &name, const std::optional<qint64> &count) {
            QJsonObject object{{QStringLiteral("name"), name}, {QStringLiteral("count"), countOrNull(count)}};
            if (!categories.isEmpty())
                object.insert(QStringLiteral("categories"), categories);
            return isThere ? QJsonValue(object) : QJsonValue();
        };
        QJsonObject object = changeAt(change.place, change.was, change.isMoved);
        object.insert(kOld, state(!change.isAdded(), change.oldName, change.oldCount));
        object.insert(kNew, state(!change.isRemoved, change.name, change.count));
        list.append(object);
    }
    return list;
}

QJsonValue toJson(const std::optional<Illustration> &illustration, const QString &drawn)
{
    if (!illustration)
        return {};
    QJsonObject object{{QStringLiteral("section"), illustration->place.toString()},
        {QStringLiteral("after_paragraph"), illustration->afterParagraph},
        {QStringLiteral("kind"), illustration->kind}, {QStringLiteral("caption"), illustration->caption}};
    const auto put = [&object](const char *key, const QString &text) {
        if (!text.isEmpty())
            object.insert(QLatin1String(key), text);
    };
    put("chart", illustration->chart);
    put("file", illustration->file);
    put("drawn", drawn);
    if (!illustration->picture.isEmpty())
        put("picture",
            QString::fromLatin1(
                QCryptographicHash::hash(illustration->picture, QCryptographicHash::Sha256).toHex()));
    return object;
}

QJsonArray toJson(const QList<IllustrationChange> &illustrations)
{
    QJsonArray list;
    for (const IllustrationChange &change : illustrations) {
        QJsonObject object = changeAt(change.place, change.was, change.isMoved);
        object.insert(kOld, toJson(change.old, change.oldDrawn));
        object.insert(kNew, toJson(change.now, change.drawn));
        putFollows(object, change.follows);
        list.append(object);
    }
    return list;
}

QJsonObject toJson(const ReportChanges &changes)
{
    return {{QStringLiteral("same"), changes.isEmpty()}, {QStringLiteral("cells"), toJson(changes.cells)},
        {QStringLiteral("facts"), toJson(changes.facts)}, {QStringLiteral("texts"), toJson(changes.texts)},
        {QStringLiteral("channels"), toJson(changes.channels)},
        {QStringLiteral("figures"), toJson(changes.illustrations)}};
}

// For people

QString orBlank(const QString &text) { return text.isEmpty() ? Words::tr("blank") : text; }

QString arrow(const QString &old, const QString &now)
{
    return QStringLiteral("%1 → %2").arg(orBlank(old), orBlank(now));
}

QString figure(const std::optional<Amount> &amount) { return amount ? amount->toString() : QString(); }
QString figure(const std::optional<qint64> &count) { return count ? QString::number(*count) : QString(); }

/// Lines with [-what went-]{+what came+}; paragraphs in which nothing changed are left out. ¶ stands for an
/// end of a paragraph that went or came.
QStringList marked(const QList<TextChange> &changes)
{
    QStringList lines;
    QString line;
    bool isChanged = false;
    const auto end = [&] {
        if (isChanged)
            lines.append(QStringLiteral("    ") + line);
        else if (lines.isEmpty() || lines.last() != u"    ……")
            lines.append(QStringLiteral("    ……"));
        line.clear();
        isChanged = false;
    };
    for (const TextChange &change : changes) {
        QStringList parts = change.text.split(u'\n');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool hasEnd = i + 1 < parts.size();
            const QString words = change.op != Op::Keep && hasEnd ? parts[i] + u'¶' : parts[i];
            if (!words.isEmpty() && change.op != Op::Keep)
                isChanged = true;
            if (!words.isEmpty())
                line += change.op == Op::Keep ? words
                    : change.op == Op::Delete ? QStringLiteral("[-%1-]").arg(words)
                                              : QStringLiteral("{+%1+}").arg(words);
            if (hasEnd && change.op != Op::Delete)
                end();
        }
    }
    if (!line.isEmpty() || changes.isEmpty())
        end();
    return lines;
}

void printTitled(const QString &place, const QString &words, bool follows = false)
{
    const QString line = place + QStringLiteral("  ") + words;
    print(follows ? line + u' ' + Words::tr("(follows from other changes)") : line);
}

void printCells(const ReportChanges &changes, const Report &old, const Report &now)
{
    for (const CellChange &change : changes.cells) {
        const CellSpec *spec = (change.isRemoved ? old : now).spec().cell(change.place.cellId());
        const QString label = spec->label + QStringLiteral(": ");
        if (change.old != change.now)
            printTitled(change.place.toString(), label + arrow(figure(change.old), figure(change.now)),
                change.follows);
        else if (change.wasOpen != change.isOpen)
            printTitled(change.place.toString(),
                label
                    + (change.isOpen ? Words::tr("%1 is declared, the sum says otherwise")
                                     : Words::tr("%1 is settled now"))
                          .arg(figure(change.now)));
        if (change.isNoteChanged())
            printTitled(
                Place::note(change.place.cellId()).toString(), label + arrow(change.oldNote, change.note));
    }
}

void printFacts(const ReportChanges &changes)
{
    for (const FactChange &change : changes.facts) {
        constexpr qsizetype kLong = 60; // characters; word by word beyond
        const bool isShort = std::max(change.old.size(), change.now.size()) <= kLong;
        if (isShort || change.old.isEmpty() || change.now.isEmpty()) {
            printTitled(change.name(), arrow(change.old, change.now), change.follows);
            continue;
        }
        printTitled(change.name(), QString(), change.follows);
        for (const QString &line : marked(change.changes))
            print(line);
    }
}

void printTexts(const ReportChanges &changes)
{
    for (const SubSectionChange &change : changes.texts) {
        const QString place = (change.isRemoved ? change.was : change.place).toString();
        QStringList words;
        if (change.isAdded())
            words.append(Words::tr("new: %1").arg(change.heading));
        else if (change.isRemoved)
            words.append(Words::tr("removed: %1").arg(change.oldHeading));
        else
            words.append(
                change.isHeadingChanged() ? arrow(change.oldHeading, change.heading) : change.heading);
        if (change.isMoved)
            words.append(Words::tr("moved from %1").arg(change.was.toString()));
        printTitled(place, words.join(QStringLiteral("  ")), change.follows);
        if (change.isTextChanged()) {
            for (const QString &line : marked(change.changes))
                print(line);
        }
    }
}

void printChannels(const ReportChanges &changes)
{
    for (const ChannelChange &change : changes.channels) {
        QStringList words;
        if (change.isAdded())
            words.append(Words::tr("new: %1").arg(change.name));
        else if (change.isRemoved)
            words.append(Words::tr("removed: %1").arg(change.oldName));
        else
            words.append(change.oldName == change.name ? change.name : arrow(change.oldName, change.name));
        if (change.oldCount != change.count)
            words.append(arrow(figure(change.oldCount), figure(change.count)));
        if (change.isMoved)
            words.append(Words::tr("moved from %1").arg(change.was.toString()));
        printTitled(change.place.toString(), words.join(QStringLiteral("  ")));
    }
}

void printIllustrations(const ReportChanges &changes)
{
    for (const IllustrationChange &change : changes.illustrations) {
        QStringList words;
        if (change.isAdded())
            words.append(Words::tr("new: %1").arg(change.now->caption));
        else if (change.isRemoved())
            words.append(Words::tr("removed: %1").arg(change.old->caption));
        else
            words.append(change.isCaptionChanged() ? arrow(change.old->caption, change.now->caption)
                                                   : change.now->caption);
        if (change.isPictureChanged())
            words.append(Words::tr("another picture"));
        if (change.isChartChanged())
            words.append(arrow(change.oldDrawn, change.drawn));
        if (change.isMoved)
            words.append(Words::tr("moved from %1 to %2")
                             .arg(change.old->place.toString(), change.now->place.toString()));
        printTitled(change.place.toString(), words.join(QStringLiteral("  ")), change.follows);
    }
}

Result<Exit> run(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto old = reportFrom(arguments.at(0));
    if (!old)
        return old.error();
    const auto now = reportFrom(arguments.at(1));
    if (!now)
        return now.error();
    const ReportChanges changes = changesBetween(*old, *now);
    if (parser.isSet(QStringLiteral("json"))) {
        print(toJson(changes));
    } else {
        printFacts(changes);
        printCells(changes, *old, *now);
        printTexts(changes);
        printChannels(changes);
        printIllustrations(changes);
        if (changes.isEmpty())
            print(Words::tr("The two reports say the same."));
    }
    return changes.isEmpty() ? Exit::Done : Exit::Errors;
}

} // namespace

Command diffCommand()
{
    return {QStringLiteral("diff"), QStringLiteral("OLD NEW"),
        Words::tr("What changed between two reports. Exit code 1 when something did."),
        {QCommandLineOption(QStringLiteral("json"), Words::tr("print JSON"))}, 2, 2, run};
}

} // namespace nianbao
