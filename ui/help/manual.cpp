// SPDX-License-Identifier: MulanPSL-2.0
#include "manual.h"

#include "appearance.h"
#include "catalogue.h"
#include "formguide.h"
#include "helpmarkup.h"
#include "jsonreader.h"
#include "remedies.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace nianbao {

namespace {

using helpmarkup::escaped;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Manual)
};

QString textOf(const QString &name)
{
    QFile file(QStringLiteral(":/help/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the manual lacks %s", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

QString chapterOf(const ReportSpec &form, const TableSpec &table)
{
    return QStringLiteral("table.%1.%2").arg(form.id, table.id.toString());
}

/// With the name of the table, by which it is looked for: the newest form must be found before the old ones.
QString titleOf(const ReportSpec &form, const TableSpec &table)
{
    const SectionSpec *section = form.sectionOfTable(table.id);
    return !form.successor.isEmpty() || !section
        ? Words::tr("%1, old form of %2").arg(table.name, QString::number(form.fromYear))
        : Words::tr("%1 (%2)").arg(section->heading(), table.name);
}

/// A heading for each row, so that it can be led to; the columns in a table above.
QString chapterFrom(const ReportSpec &form, const TableSpec &table)
{
    const FormGuide guide = guideTo(form, table);
    const SectionSpec *section = form.sectionOfTable(table.id);
    QStringList lines{QStringLiteral("# ") + escaped(titleOf(form, table)),
        Words::tr("From the form: %1.").arg(escaped(form.name))};
    if (section)
        lines.append(escaped(section->guidance));
    lines.append(escaped(table.guidance));
    const QString inSection = basisOf(section ? section->guidance : QString()).join(QStringLiteral("、"));
    lines.append(QStringLiteral("## ") + Words::tr("Columns"));
    QStringList columns{
        QStringLiteral("| %1 | %2 |").arg(Words::tr("Column"), Words::tr("What belongs there")),
        QStringLiteral("|---|---|")};
    for (const FormGuide::Line &column : guide.columns)
        columns.append(QStringLiteral("| %1 | %2 |").arg(escaped(column.label), escaped(column.guidance)));
    lines.append(columns.join(u'\n'));
    lines.append(QStringLiteral("## ") + Words::tr("Rows"));
    QString group;
    for (const FormGuide::Line &row : guide.rows) {
        lines.append(QStringLiteral("### ") + escaped(row.label));
        if (!row.group.isEmpty())
            lines.append(Words::tr("Under “%1”.").arg(escaped(row.group)));
        lines.append(escaped(row.guidance));
        const QString basis = row.basis.isEmpty() ? inSection : row.basis.join(QStringLiteral("、"));
        if (!basis.isEmpty())
            lines.append(Words::tr("Basis: %1").arg(escaped(basis)));
    }
    return lines.join(QStringLiteral("\n\n"));
}

QString headingOf(const Rule &rule)
{
    return Words::tr("%1 (%2)").arg(said(Phrase(wordingOf(rule).title)), QLatin1String(rule.id));
}

QString rulesChapter(const RuleSet &rules)
{
    QStringList lines;
    std::optional<RuleGroup> group;
    QList<const Rule *> all = rules.rules();
    std::stable_sort(
        all.begin(), all.end(), [](const Rule *a, const Rule *b) { return a->group < b->group; });
    for (const Rule *rule : std::as_const(all)) {
        if (rule->group != group)
            lines.append(QStringLiteral("## ") + escaped(said(title(rule->group))));
        group = rule->group;
        const RuleWording &wording = wordingOf(*rule);
        lines.append(QStringLiteral("### ") + escaped(headingOf(*rule)));
        lines.append(Words::tr("%1. %2").arg(
            appearance::levelMark(rule->level) + u' ' + appearance::levelWord(rule->level),
            escaped(said(Phrase(wording.text)))));
        QStringList points{Words::tr("Wrong: %1").arg(escaped(wording.wrong)),
            Words::tr("Right: %1").arg(escaped(wording.right))};
        if (const QString remedy = said(Phrase(remedyOf(*rule))); !remedy.isEmpty())
            points.append(Words::tr("What to do: %1").arg(escaped(remedy)));
        lines.append(QStringLiteral("- ") + points.join(QStringLiteral("\n- ")));
    }
    return lines.join(QStringLiteral("\n\n"));
}

QString keysChapter(const QList<MenuLine> &menus)
{
    QStringList lines{
        QStringLiteral("| %1 | %2 |").arg(Words::tr("Menu"), Words::tr("Keys")), QStringLiteral("|---|---|")};
    for (const MenuLine &line : menus) {
        if (!line.keys.isEmpty())
            lines.append(QStringLiteral("| `%1` | %2 |").arg(escaped(line.path), escaped(line.keys)));
    }
    return lines.join(u'\n');
}

void appendLines(const QMenu &menu, const QString &path, QList<MenuLine> &lines)
{
    static const QRegularExpression mark(QStringLiteral("\\(&.\\)|&|…|\\t.*$"));
    for (const QAction *action : menu.actions()) {
        if (action->isSeparator() || action->text().isEmpty())
            continue;
        // what an action would do just now stands behind a colon
        const QString words = action->text().remove(mark).section(u'：', 0, 0).trimmed();
        const QString here = path + QStringLiteral(" → ") + words;
        if (const QMenu *inner = action->menu()) {
            appendLines(*inner, here, lines);
            continue;
        }
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts()) {
            if (sequence[0].key() >= Qt::Key_F13 && sequence[0].key() <= Qt::Key_F35)
                continue; // no keyboard of an office has them
            keys.append(sequence.toString(QKeySequence::NativeText));
        }
        lines.append({here, keys.join(QStringLiteral("　"))});
    }
}

QString folded(const QString &words)
{
    return words.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// A text as it is searched: folded, without the blanks that part Chinese words from Latin ones and figures,
/// which nobody types; and where each of its characters stood.
struct SearchedText {
    explicit SearchedText(const QString &text)
    {
        const auto isHan = [&text](qsizetype at) {
            return at >= 0 && at < text.size() && text[at].script() == QChar::Script_Han;
        };
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u' ' && (isHan(i - 1) || isHan(i + 1)) && !(isHan(i - 1) && isHan(i + 1)))
                continue;
            const bool isPlain = isHan(i) || text[i].unicode() < 0x80;
            const QString one = isPlain ? QString(text[i].toCaseFolded()) : folded(text[i]);
            words += one;
            places.insert(places.end(), size_t(one.size()), i);
        }
    }
    QString words{};
    std::vector<qsizetype> places{};
};

/// The words around the first of those that were looked for.
QString excerptOf(const QString &text, const QStringList &words)
{
    constexpr qsizetype kBefore = 16;
    constexpr qsizetype kLength = 60;
    qsizetype first = text.size();
    const SearchedText searched(text);
    for (const QString &word : words) {
        const qsizetype at = searched.words.indexOf(word);
        first = at >= 0 ? std::min(first, searched.places[size_t(at)]) : first;
    }
    const qsizetype from = first >= text.size() ? 0 : std::max<qsizetype>(0, first - kBefore);
    return (from > 0 ? QStringLiteral("…") : QString()) + text.mid(from, kLength)
        + (from + kLength < text.size() ? QStringLiteral("…") : QString());
}

} // namespace

QList<MenuLine> menuLines(const QMenuBar &menus)
{
    static const QRegularExpression mark(QStringLiteral("\\(&.\\)|&"));
    QList<MenuLine> lines;
    for (const QAction *action : menus.actions()) {
        if (const QMenu *menu = action->menu())
            appendLines(*menu, action->text().remove(mark), lines);
    }
    return lines;
}

Manual::Manual(const QList<SpecPointer> &forms, const RuleSet &rules, const QList<MenuLine> &menus)
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const JsonCursor root = JsonCursor::parse(textOf(QStringLiteral("contents.json")).toUtf8(), fault);
    for (const JsonCursor &part : root["parts"].items()) {
        const QString title = part["title"].string();
        for (const JsonCursor &json : part["chapters"].items()) {
            const QString madeOf = json["made_of"].stringOr({});
            if (madeOf == u"forms" || madeOf == u"old_forms") {
                addTables(forms, title, madeOf == u"old_forms");
                continue;
            }
            Chapter chapter{json["id"].string(), title, json["title"].string(), {}, {}};
            chapter.markup = textOf(chapter.id + QStringLiteral(".md"));
            if (madeOf == u"rules")
                chapter.markup += u'\n' + rulesChapter(rules);
            if (madeOf == u"menus")
                chapter.markup += u'\n' + keysChapter(menus);
            for (const JsonCursor &name : json["explains"].items())
                chapter.explains.append(name.string());
            m_chapters.append(chapter);
        }
    }
    if (fault.first)
        qFatal("the contents of the manual: %s", qPrintable(fault.first->where));
}

/// Old is a form that another has replaced; the newest comes first.
void Manual::addTables(const QList<SpecPointer> &forms, const QString &part, bool areOld)
{
    for (auto form = forms.rbegin(); form != forms.rend(); ++form) {
        if ((*form)->successor.isEmpty() == areOld)
            continue;
        for (const TableSpec &table : (*form)->tables)
            m_chapters.append(
                {chapterOf(**form, table), part, titleOf(**form, table), chapterFrom(**form, table), {}});
    }
}

const Manual::Chapter *Manual::chapter(const QString &id) const
{
    const auto found = std::find_if(
        m_chapters.begin(), m_chapters.end(), [&id](const Chapter &chapter) { return chapter.id == id; });
    return found == m_chapters.end() ? nullptr : &*found;
}

HelpPlace Manual::placeFor(const QStringList &names) const
{
    for (const QString &name : names) {
        for (const Chapter &chapter : m_chapters) {
            if (chapter.explains.contains(name))
                return {chapter.id, {}};
        }
    }
    return {m_chapters.first().id, {}};
}

HelpPlace Manual::placeOf(const ReportSpec &form, const CellId &cell) const
{
    for (const TableSpec &table : form.tables) {
        const QString id = chapterOf(form, table);
        if (table.id == cell.table() && chapter(id))
            return {id, table.rowLabels.value(cell.row()).label};
    }
    return {};
}

HelpPlace Manual::placeOf(const Rule &rule) const
{
    const QString heading = headingOf(rule);
    for (const Chapter &chapter : m_chapters) {
        if (chapter.markup.contains(QStringLiteral("### ") + escaped(heading)))
            return {chapter.id, heading};
    }
    return {};
}

HelpPlace Manual::placeOf(const QString &link, const QString &chapter) const
{
    const QString file = link.section(u'#', 0, 0);
    const QString id = file.isEmpty()          ? chapter
        : file.endsWith(QStringLiteral(".md")) ? file.chopped(3)
                                               : file;
    return {this->chapter(id) ? id : QString(), link.section(u'#', 1)};
}

QList<Manual::Hit> Manual::find(const QString &words) const
{
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    const QStringList wanted = folded(words).split(blank, Qt::SkipEmptyParts);
    QList<Hit> inHeadings;
    QList<Hit> inTexts;
    if (wanted.isEmpty())
        return {};
    const auto hasAll = [&wanted](const QString &text) {
        return std::all_of(
            wanted.begin(), wanted.end(), [&](const QString &word) { return text.contains(word); });
    };
    for (const Chapter &chapter : m_chapters) {
        for (const helpmarkup::Section &section : helpmarkup::sections(chapter.markup)) {
            const QString heading = SearchedText(section.heading).words;
            const QString own = heading + u'\n' + SearchedText(section.text).words;
            if (!hasAll(SearchedText(chapter.title).words + u'\n' + own)
                || !std::any_of(
                    wanted.begin(), wanted.end(), [&own](const QString &word) { return own.contains(word); }))
                continue;
            const QString title = section.heading == chapter.title || section.level == 1
                ? chapter.title
                : Words::tr("%1: %2").arg(chapter.title, section.heading);
            (hasAll(heading) ? inHeadings : inTexts)
                .append({{chapter.id, section.level == 1 ? QString() : section.heading}, title,
                    excerptOf(section.text, wanted)});
        }
    }
    return inHeadings + inTexts;
}

} // namespace nianbao
