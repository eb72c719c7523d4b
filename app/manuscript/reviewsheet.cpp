// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewsheet.h"

#include "commentorder.h"
#include "placenames.h"
#include "reportchanges.h"
#include "showntext.h"

#include <QDateTime>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kShort = 40; // characters of what is only named
constexpr qsizetype kInTable = 60; // characters of a fact; a longer one is shown word by word

QString nameOf(const Report &report, const Place &place)
{
    return placeName(report, place).in(Language::Chinese);
}

/// The place, and the words of it that are meant.
QString quoted(const Report &report, const Comment &comment)
{
    QString name = nameOf(report, comment.place);
    if (comment.isGone)
        name += QStringLiteral("（所指内容已删除）");
    if (!comment.place.hasRange())
        return name;
    const ShownPassage passage = passageOf(
        shownTextOf(report, comment.place.whole()), comment.place.start(), comment.place.length());
    return passage.passage.isEmpty()
        ? name
        : name + QStringLiteral("\n“%1”").arg(firstCharacters(passage.passage, kShort));
}

QString orBlank(const QString &text) { return text.isEmpty() ? QStringLiteral("（空）") : text; }
QString figure(const std::optional<Amount> &amount) { return amount ? amount->toString() : QString(); }

QString channelWords(const QString &name, const std::optional<qint64> &count)
{
    return count ? QStringLiteral("%1 %2").arg(name, QString::number(*count)) : name;
}

/// Rows of the table, then what is read word by word.
class Changes {
public:
    Changes(Sheet &sheet, const Report &old, const Report &now)
        : m_sheet(sheet), m_old(old), m_now(now), m_changes(changesBetween(old, now))
    { }

    void add()
    {
        if (m_changes.isEmpty()) {
            m_sheet.addParagraph(QStringLiteral("没有改动。"));
            return;
        }
        addFacts();
        addCells();
        addChannels();
        addIllustrations();
        if (!m_rows.isEmpty())
            m_sheet.addTable({{2.6, QStringLiteral("位置"), false}, {2, QStringLiteral("原来"), true},
                                 {2, QStringLiteral("现在"), true}},
                m_rows);
        for (const FactChange &change : m_changes.facts) {
            if (isLong(change)) {
                m_sheet.addHeading(nameOf(m_now, change.place));
                addText(change.changes);
            }
        }
        for (const SubSectionChange &change : m_changes.texts)
            addText(change);
    }

private:
    static bool isLong(const FactChange &change)
    {
        return std::max(change.old.size(), change.now.size()) > kInTable && !change.changes.isEmpty();
    }
    void addRow(const QString &name, const QString &old, const QString &now, bool follows = false)
    {
        m_rows.append({follows ? name + QStringLiteral("（随其他改动）") : name, orBlank(old), orBlank(now)});
    }

    void addFacts()
    {
        for (const FactChange &change : m_changes.facts) {
            const QString name = change.key == u"form" ? QStringLiteral("表样")
                : change.key == u"year"                ? QStringLiteral("年度")
                : change.key == u"revision"            ? QStringLiteral("版次")
                                                       : nameOf(m_now, change.place);
            if (!isLong(change))
                addRow(name, change.old, change.now, change.follows);
        }
    }

    void addCells()
    {
        const auto open = [](const QString &words, bool isOpen, bool differs) {
            return !differs ? words
                : isOpen    ? words + QStringLiteral("（与各项之和不符）")
                            : words + QStringLiteral("（已核定）");
        };
        for (const CellChange &change : m_changes.cells) {
            const Report &of = change.isRemoved ? m_old : m_now;
            const bool differs = change.wasOpen != change.isOpen;
            if (change.isFigureChanged())
                addRow(nameOf(of, change.place), open(figure(change.old), change.wasOpen, differs),
                    open(figure(change.now), change.isOpen, differs), change.follows);
            if (change.isNoteChanged())
                addRow(nameOf(of, Place::note(change.place.cellId())), change.oldNote, change.note);
        }
    }

    void addChannels()
    {
        for (const ChannelChange &change : m_changes.channels) {
            const bool isChannel = change.place.kind() == Place::Kind::Channel;
            QString name = isChannel ? QStringLiteral("渠道") : QStringLiteral("分类");
            if (change.isMoved)
                name += QStringLiteral("（换了顺序）");
            addRow(name, change.isAdded() ? QString() : channelWords(change.oldName, change.oldCount),
                change.isRemoved ? QString() : channelWords(change.name, change.count));
        }
    }

    void addIllustrations()
    {
        const auto words = [](const std::optional<Illustration> &illustration, const QString &drawn) {
            if (!illustration)
                return QString();
            QStringList all{illustration->caption, illustration->file, drawn};
            all.removeAll(QString());
            return all.join(u'\n');
        };
        for (const IllustrationChange &change : m_changes.illustrations) {
            QString name = QStringLiteral("图%1").arg(change.place.index() + 1);
            if (change.isMoved)
                name += QStringLiteral("（换了位置）");
            if (change.isPictureChanged())
                name += QStringLiteral("（换了图片）");
            addRow(name, words(change.old, change.oldDrawn), words(change.now, change.drawn), change.follows);
        }
    }

    void addText(const SubSectionChange &change)
    {
        const Place place = change.isRemoved ? change.was : change.place;
        QString name = nameOf(change.isRemoved ? m_old : m_now, place);
        if (change.isAdded())
            name += QStringLiteral("（新增）");
        else if (change.isRemoved)
            name += QStringLiteral("（删去）");
        if (change.isMoved)
            name += QStringLiteral("（原为%1）").arg(nameOf(m_old, change.was));
        if (change.follows)
            name += QStringLiteral("（随其他改动）");
        m_sheet.addHeading(name);
        if (change.isHeadingChanged())
            addText(QList<TextChange>{
                {TextChange::Op::Delete, change.oldHeading}, {TextChange::Op::Insert, change.heading}});
        if (change.isTextChanged() || change.isAdded() || change.isRemoved)
            addText(change.changes);
    }

    /// Paragraph by paragraph; of those in which nothing changed a line of dots is left.
    void addText(const QList<TextChange> &changes)
    {
        QList<ChangedWords> line;
        bool isChanged = false;
        bool isLeftOut = false;
        const auto end = [&] {
            if (isChanged)
                m_sheet.addChanged(line);
            else if (!line.isEmpty() && !isLeftOut)
                m_sheet.addParagraph(QStringLiteral("……"));
            isLeftOut = !isChanged && (isLeftOut || !line.isEmpty());
            line.clear();
            isChanged = false;
        };
        for (const TextChange &change : changes) {
            const bool isKept = change.op == TextChange::Op::Keep;
            const QStringList parts = change.text.split(u'\n');
            for (qsizetype i = 0; i < parts.size(); ++i) {
                const bool hasEnd = i + 1 < parts.size();
                // an end of a paragraph that came or went alone is a change as well
                const QString words = !isKept && hasEnd ? parts[i] + u'¶' : parts[i];
                if (!words.trimmed().isEmpty()) {
                    line.append({kindOf(change.op), words});
                    isChanged = isChanged || !isKept;
                }
                if (hasEnd && change.op != TextChange::Op::Delete)
                    end();
            }
        }
        end();
    }

    static ChangedWords::Kind kindOf(TextChange::Op op)
    {
        switch (op) {
        case TextChange::Op::Keep: break;
        case TextChange::Op::Delete: return ChangedWords::Kind::Deleted;
        case TextChange::Op::Insert: return ChangedWords::Kind::Inserted;
        }
        return ChangedWords::Kind::Kept;
    }

    Sheet &m_sheet;
    const Report &m_old;
    const Report &m_now;
    const ReportChanges m_changes;
    QList<QStringList> m_rows{};
};

} // namespace

QString dayWords(const QString &at)
{
    const bool isDay = at.size() == 10;
    const QDate day = isDay ? QDate::fromString(at, Qt::ISODate)
                            : QDateTime::fromString(at, Qt::ISODate).toLocalTime().date();
    return day.isValid() ? QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day())
                         : at;
}

void addComments(Sheet &sheet, const Report &report)
{
    QList<QStringList> rows;
    for (const int id : openComments(report)) {
        const Comment &comment = report.comments()[id];
        const auto number
            = QString::number(std::count_if(rows.begin(), rows.end(), [](const QStringList &row) {
                  return !row.first().isEmpty();
              }) + 1);
        rows.append({number, quoted(report, comment), comment.text, comment.who, dayWords(comment.at)});
        for (const Answer &answer : comment.answers)
            rows.append({{}, QStringLiteral("答复"), answer.text, answer.who, dayWords(answer.at)});
    }
    if (!rows.isEmpty()) {
        sheet.addHeading(QStringLiteral("意见"));
        sheet.addTable({{0.65, QStringLiteral("序号"), true}, {2, QStringLiteral("位置"), false},
                           {3.5, QStringLiteral("意见和答复"), false}, {1, QStringLiteral("提出人"), true},
                           {1.7, QStringLiteral("日期"), true}},
            rows);
    }
    rows.clear();
    for (const int id : commentsInOrder(report)) {
        const Comment &comment = report.comments()[id];
        if (comment.resolved)
            rows.append({nameOf(report, comment.place), firstCharacters(comment.text, kShort),
                comment.answers.isEmpty() ? QString() : firstCharacters(comment.answers.last().text, kShort),
                comment.who});
    }
    if (rows.isEmpty())
        return;
    sheet.addHeading(QStringLiteral("已解决的意见"));
    sheet.addTable({{2, QStringLiteral("位置"), false}, {3, QStringLiteral("意见"), false},
                       {2.4, QStringLiteral("最后的答复"), false}, {1, QStringLiteral("提出人"), true}},
        rows);
}

void addChanges(Sheet &sheet, const Report &old, const Report &now) { Changes(sheet, old, now).add(); }

} // namespace nianbao
