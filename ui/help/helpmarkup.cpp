// SPDX-License-Identifier: MulanPSL-2.0
#include "helpmarkup.h"

#include <QRegularExpression>
#include <QStringList>

namespace nianbao::helpmarkup {

namespace {

const QString kFence = QStringLiteral("```");

struct Heading {
    int level = 0; // 0: the line is none
    QString words{};
};

Heading headingOf(const QString &line)
{
    int level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    if (level == 0 || level > 3 || !line.mid(level).startsWith(u' '))
        return {};
    return {level, line.mid(level + 1)};
}

bool isItem(const QString &line) { return line.startsWith(QStringLiteral("- ")); }

/// Of a numbered list: "12. "; where the words begin, else 0.
qsizetype numberedWords(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at].isDigit())
        ++at;
    return at > 0 && QStringView(line).mid(at).startsWith(u". ") ? at + 2 : 0;
}

const QRegularExpression &pictureLine()
{
    static const QRegularExpression line(QStringLiteral("^!\\[([^\\]]*)\\]\\(([^)]+)\\)$"));
    return line;
}

/// Walks one line: words to the letter, and the marks between them.
class Walk {
public:
    explicit Walk(const QString &line) : m_line(line) { }

    std::function<void(const QString &)> words;
    std::function<void(const QString &)> ofScreen;
    std::function<void()> strong; // begins or ends
    std::function<void(const QString &, const QString &)> link; // words, target

    void run()
    {
        QString run;
        const auto flush = [&] {
            if (!run.isEmpty())
                words(std::exchange(run, QString()));
        };
        for (qsizetype at = 0; at < m_line.size(); ++at) {
            const QStringView rest = QStringView(m_line).mid(at);
            if (rest.startsWith(u'\\') && rest.size() > 1) {
                run += m_line[++at];
            } else if (rest.startsWith(u"**")) {
                flush();
                strong();
                ++at;
            } else if (const qsizetype end = endOfScreen(at + 1); rest.startsWith(u'`') && end > 0) {
                flush();
                ofScreen(withoutEscapes(m_line.mid(at + 1, end - at - 1)));
                at = end;
            } else if (const qsizetype target = m_line.indexOf(QStringLiteral("]("), at);
                       rest.startsWith(u'[') && target > 0 && m_line.indexOf(u')', target) > 0) {
                const qsizetype close = m_line.indexOf(u')', target);
                flush();
                link(m_line.mid(at + 1, target - at - 1), m_line.mid(target + 2, close - target - 2));
                at = close;
            } else {
                run += m_line[at];
            }
        }
        flush();
    }

private:
    /// Where the next ` stands that is a mark; -1: there is none.
    qsizetype endOfScreen(qsizetype from) const
    {
        for (qsizetype at = from; at < m_line.size(); ++at) {
            if (m_line[at] == u'`')
                return at;
            if (m_line[at] == u'\\')
                ++at;
        }
        return -1;
    }
    static QString withoutEscapes(const QString &words)
    {
        QString plain;
        for (qsizetype at = 0; at < words.size(); ++at) {
            if (words[at] == u'\\' && at + 1 < words.size())
                ++at;
            plain += words[at];
        }
        return plain;
    }
    QString m_line;
};

QString inlineHtml(const QString &line)
{
    QString html;
    bool isStrong = false;
    Walk walk(line);
    walk.words = [&](const QString &words) { html += words.toHtmlEscaped(); };
    walk.ofScreen = [&](const QString &words) {
        html += QStringLiteral("<span class=\"screen\">%1</span>").arg(words.toHtmlEscaped());
    };
    walk.strong = [&] {
        html += isStrong ? QStringLiteral("</b>") : QStringLiteral("<b>");
        isStrong = !isStrong;
    };
    walk.link = [&](const QString &words, const QString &target) {
        html += QStringLiteral("<a href=\"%1\">%2</a>")
                    .arg(target.toHtmlEscaped(), plain(words).toHtmlEscaped());
    };
    walk.run();
    return html;
}

/// The cells of "| a | b |", escaped bars left alone.
QStringList cellsOf(const QString &line)
{
    QStringList cells;
    QString cell;
    for (qsizetype at = 1; at < line.size(); ++at) {
        if (line[at] == u'\\' && at + 1 < line.size()) {
            cell += line.mid(at++, 2);
        } else if (line[at] == u'|') {
            cells.append(std::exchange(cell, QString()).trimmed());
        } else {
            cell += line[at];
        }
    }
    return cells;
}

bool isRule(const QString &line)
{
    static const QRegularExpression rule(QStringLiteral("^\\|[-:| ]+\\|$"));
    return line.contains(rule);
}

} // namespace

QString escaped(const QString &words)
{
    static const QString marks = QStringLiteral("\\`*[]|#");
    QString escaped;
    for (const QChar c : words) {
        if (marks.contains(c))
            escaped += u'\\';
        escaped += c == u'\n' ? QChar(u' ') : c;
    }
    return escaped;
}

QString plain(const QString &line)
{
    QString all;
    Walk walk(line);
    walk.words = [&](const QString &words) { all += words; };
    walk.ofScreen = walk.words;
    walk.strong = [] {};
    walk.link = [&](const QString &words, const QString &) { all += plain(words); };
    walk.run();
    return all;
}

QList<Section> sections(const QString &markup)
{
    QList<Section> all;
    for (const QString &line : markup.split(u'\n')) {
        if (const Heading heading = headingOf(line); heading.level > 0) {
            all.append({plain(heading.words), heading.level, {}});
            continue;
        }
        if (all.isEmpty() || line.trimmed().isEmpty() || isRule(line) || line.startsWith(kFence))
            continue;
        const auto picture = pictureLine().match(line);
        const QString words = picture.hasMatch() ? picture.captured(1)
            : line.startsWith(u'|')              ? plain(cellsOf(line).join(u' '))
            : isItem(line)                       ? plain(line.mid(2))
                                                 : plain(line);
        all.last().text += (all.last().text.isEmpty() ? QString() : QStringLiteral(" ")) + words;
    }
    return all;
}

QStringList pictures(const QString &markup)
{
    QStringList all;
    for (const QString &line : markup.split(u'\n')) {
        if (const auto picture = pictureLine().match(line); picture.hasMatch())
            all.append(picture.captured(2));
    }
    return all;
}

namespace {

void walkLines(const QString &markup, const std::function<void(Walk &)> &prepare)
{
    bool isFenced = false;
    for (const QString &line : markup.split(u'\n')) {
        isFenced = line.startsWith(kFence) ? !isFenced : isFenced;
        if (isFenced || pictureLine().match(line).hasMatch())
            continue;
        Walk walk(line);
        walk.words = [](const QString &) {};
        walk.ofScreen = [](const QString &) {};
        walk.strong = [] {};
        walk.link = [](const QString &, const QString &) {};
        prepare(walk);
        walk.run();
    }
}

} // namespace

QStringList links(const QString &markup)
{
    QStringList all;
    walkLines(markup, [&all](Walk &walk) {
        walk.link = [&all](const QString &, const QString &target) { all.append(target); };
    });
    return all;
}

QStringList screenWords(const QString &markup)
{
    QStringList all;
    walkLines(
        markup, [&all](Walk &walk) { walk.ofScreen = [&all](const QString &words) { all.append(words); }; });
    return all;
}

namespace {

/// Takes line after line and closes what does not go on.
class HtmlWriter {
public:
    explicit HtmlWriter(const std::function<QSize(const QString &)> &picture) : m_picture(picture) { }

    void take(const QString &line)
    {
        if (line.startsWith(kFence)) {
            open(m_open == u"pre" ? QString() : QStringLiteral("pre"));
            return;
        }
        if (m_open == u"pre") {
            m_html += line.toHtmlEscaped() + u'\n';
            return;
        }
        if (line.trimmed().isEmpty())
            return open({});
        if (const Heading heading = headingOf(line); heading.level > 0)
            return writeHeading(heading);
        if (line.startsWith(u'|'))
            return writeRow(line);
        if (const auto picture = pictureLine().match(line); picture.hasMatch()) {
            open({});
            const QSize size = m_picture(picture.captured(2));
            m_html += QStringLiteral("<p class=\"picture\"><img src=\"%1\" width=\"%2\" height=\"%3\"></p>")
                          .arg(picture.captured(2).toHtmlEscaped())
                          .arg(size.width())
                          .arg(size.height());
            if (!picture.captured(1).isEmpty())
                m_html
                    += QStringLiteral("<p class=\"caption\">%1</p>").arg(picture.captured(1).toHtmlEscaped());
            return;
        }
        if (isItem(line)) {
            open(QStringLiteral("ul"));
            m_html += QStringLiteral("<li>%1</li>").arg(inlineHtml(line.mid(2)));
        } else if (const qsizetype words = numberedWords(line)) {
            open(QStringLiteral("ol"));
            m_html += QStringLiteral("<li>%1</li>").arg(inlineHtml(line.mid(words)));
        } else {
            open({});
            m_html += QStringLiteral("<p>%1</p>").arg(inlineHtml(line));
        }
    }

    QString all()
    {
        open({});
        return m_html;
    }

private:
    void open(const QString &element)
    {
        if (m_open == element)
            return;
        if (!m_open.isEmpty())
            m_html += QStringLiteral("</%1>").arg(m_open);
        m_open = element;
        m_rows = 0;
        if (element == u"table")
            m_html += QStringLiteral(
                "<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"5\" class=\"grid\">");
        else if (!element.isEmpty())
            m_html += QStringLiteral("<%1>").arg(element);
    }

    void writeHeading(const Heading &heading)
    {
        open({});
        const QString anchor = plain(heading.words).toHtmlEscaped();
        m_html += QStringLiteral("<h%1><a name=\"%2\"></a>%3</h%1>")
                      .arg(QString::number(heading.level), anchor, inlineHtml(heading.words));
    }

    void writeRow(const QString &line)
    {
        open(QStringLiteral("table"));
        if (isRule(line))
            return;
        const QString element = m_rows++ == 0 ? QStringLiteral("th") : QStringLiteral("td");
        m_html += QStringLiteral("<tr>");
        for (const QString &cell : cellsOf(line))
            m_html += QStringLiteral("<%1>%2</%1>").arg(element, inlineHtml(cell));
        m_html += QStringLiteral("</tr>");
    }

    const std::function<QSize(const QString &)> &m_picture;
    QString m_html{};
    QString m_open{}; // the list, table or lines of a terminal that the next line may go on
    int m_rows = 0;
};

} // namespace

QString html(const QString &markup, const std::function<QSize(const QString &)> &picture)
{
    HtmlWriter writer(picture);
    for (const QString &line : markup.split(u'\n'))
        writer.take(line);
    return writer.all();
}

} // namespace nianbao::helpmarkup
