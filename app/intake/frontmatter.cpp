// SPDX-License-Identifier: MulanPSL-2.0
#include "frontmatter.h"

#include "bodykinds.h"
#include "bounds.h"
#include "intakewords.h"

#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kFurniture{"Lines of the page that are none of the report's were left out: %1.",
    "网页上不属于报告的文字没有收入：%1。"};
constexpr Sentence kRepeatedTitle{
    "The title stands there twice; it was taken once.", "题名重复出现，只收入一次。"};
constexpr Sentence kContents{"The table of contents was left out.", "目录没有收入。"};
constexpr Sentence kTemplateTitle{
    "“%1” is the title of an empty form and was left out.", "“%1”是空白表样的题名，没有收入。"};
constexpr Sentence kTitleOfFile{
    "The title is that of the document's properties.", "题名取自文件属性，正文中没有找到。"};
constexpr Sentence kFirstLine{"The first line was taken for the title; it does not say what it is.",
    "第一行按题名收入，其中没有“年度报告”字样。"};
constexpr Sentence kDateAbove{"The date stands above the report.", "日期写在报告前面，按成文日期收入。"};
constexpr Sentence kLastLine{"The last line was taken for the signature.", "最后一行按署名收入。"};
constexpr Sentence kPictureAbove{
    "%1 [1:picture|pictures] before the first section [1:was|were] left out: a report has none there.",
    "第一部分之前的 %1 张图片没有收入：报告在此处不放图片。"};

constexpr qsizetype kLongestTitleLine = 80;
constexpr int kMostTitleLines = 4;
constexpr int kTold = 6; // lines that a note quotes

bool isShortLine(const DocumentLine &line)
{
    return line.isText() && line.text.size() <= kLongestTitleLine && !line.text.contains(u'。')
        && !line.text.contains(u'；');
}

QString bareOf(const QString &text)
{
    QString bare;
    for (const QChar c : text) {
        if (!c.isSpace())
            bare += c;
    }
    return bare;
}

class Front {
public:
    Front(const ForeignDocument &document, const QList<DocumentLine> &lines, int first, int last,
        IntakeNotes &notes)
        : m_document(document), m_lines(lines), m_first(first), m_last(last), m_notes(notes)
    { }

    FrontMatter run()
    {
        takeEnd();
        for (int i = 0; i < m_first; ++i) {
            const DocumentLine &line = m_lines[i];
            if (line.kind == DocumentLine::Kind::Picture)
                ++m_pictures;
            else if (line.isText() && !isContents(i) && !isPageLine(i))
                m_kept.append(i);
        }
        takeTitle();
        takeDate();
        m_result.introduction = m_kept;
        tell();
        return m_result;
    }

private:
    bool isPageLine(int i)
    {
        if (m_lines[i].isTitle || !isFurniture(m_lines[i].text))
            return false;
        m_furniture.append(m_lines[i].text);
        return true;
    }

    /// 目录, and short numbered lines behind it.
    bool isContents(int i)
    {
        const DocumentLine &line = m_lines[i];
        const bool begins = IntakeWords::shipped().contents.contains(bareOf(line.text));
        const bool goesOn
            = m_inContents && isShortLine(line) && line.number.style != HeadingNumber::Style::None;
        m_inContents = begins || goesOn;
        m_hasContents = m_hasContents || m_inContents;
        return m_inContents;
    }

    // title

    void takeTitle()
    {
        QList<int> title = styledTitle();
        const bool isStyled = !title.isEmpty();
        if (title.isEmpty())
            title = titleByWords();
        if (title.isEmpty())
            title = firstLine();
        QStringList lines;
        for (const int line : std::as_const(title))
            lines.append(m_lines[line].whole());
        // where the lines of a plain title end is the paper's doing, not the office's
        const bool keepsLines = isStyled && m_document.kind != u"pdf";
        m_result.title.text = lines.join(keepsLines ? QStringLiteral("\n") : QString());
        m_result.title.block = title.isEmpty() ? -1 : m_lines[title.first()].block;
        const QSet<int> taken(title.begin(), title.end());
        m_kept.removeIf([&taken](int line) { return taken.contains(line); });
        if (title.isEmpty())
            takeTitleOfFile();
        dropRepeated();
        if (!yearIn(m_result.title.text)
            && holdsOneOf(m_result.title.text, IntakeWords::shipped().templates)) {
            m_notes.plain.append(Phrase(kTemplateTitle, quoted(m_result.title.text)));
            m_result.title = {};
        }
    }

    /// Lines in the style of titles that stand together; such as say what they are, if there are several.
    QList<int> styledTitle() const
    {
        QList<QList<int>> groups;
        for (const int line : m_kept) {
            if (!m_lines[line].isTitle)
                continue;
            if (groups.isEmpty() || groups.last().last() != line - 1)
                groups.append(QList<int>());
            groups.last().append(line);
        }
        for (const QList<int> &group : std::as_const(groups)) {
            QString words;
            for (const int line : group)
                words += m_lines[line].text;
            if (namesReport(words))
                return group;
        }
        const bool isElsewhere
            = std::any_of(m_kept.begin(), m_kept.end(), [this](int line) { return isReportLine(line); });
        return groups.isEmpty() || isElsewhere ? QList<int>() : groups.first();
    }

    bool isReportLine(int line) const
    {
        return isShortLine(m_lines[line]) && namesReport(m_lines[line].text);
    }

    /// The line that says 年度报告, with those above it that belong to it.
    QList<int> titleByWords() const
    {
        const IntakeWords &words = IntakeWords::shipped();
        for (qsizetype k = 0; k < m_kept.size(); ++k) {
            const DocumentLine &line = m_lines[m_kept[k]];
            if (!isShortLine(line) || !holdsOneOf(line.text, words.report))
                continue;
            QList<int> title{m_kept[k]};
            QString text = line.text;
            for (qsizetype above = k - 1; above >= 0 && title.size() < kMostTitleLines && isUnfinished(text);
                 --above) {
                const DocumentLine &before = m_lines[m_kept[above]];
                if (!isShortLine(before) || !looksLikeHeading(before.text))
                    break;
                title.prepend(m_kept[above]);
                text = before.text + text;
            }
            if (namesReport(text))
                return title;
        }
        return {};
    }

    /// No body in it yet: it begins with the year, or with the words of the report.
    static bool isUnfinished(const QString &text)
    {
        qsizetype start = -1;
        qsizetype end = -1;
        const IntakeWords &words = IntakeWords::shipped();
        if (!yearIn(text, &start, &end))
            return beginsWithOneOf(text, words.matter) || !holdsOneOf(text, words.matter);
        if (start > 0)
            return false;
        QString behind = text.mid(end);
        return beginsWithOneOf(behind, words.matter) || beginsWithOneOf(behind.mid(1), words.matter);
    }

    QList<int> firstLine()
    {
        if (m_first <= 0 || m_kept.isEmpty() || m_document.kind == u"docx" || m_document.kind == u"html")
            return {};
        const DocumentLine &line = m_lines[m_kept.first()];
        if (!looksLikeHeading(line.text, kLongestTitleLine))
            return {};
        m_result.title.state = Recognition::Guessed;
        m_result.title.why = Phrase(kFirstLine);
        return {m_kept.first()};
    }

    void takeTitleOfFile()
    {
        if (!namesReport(m_document.title) || m_document.title.size() > kLongestTitleLine)
            return;
        m_result.title.text = m_document.title.simplified();
        m_result.title.state = Recognition::Guessed;
        m_result.title.why = Phrase(kTitleOfFile);
    }

    void dropRepeated()
    {
        const QString title = bareOf(m_result.title.text);
        const auto isSame = [&](int line) { return bareOf(m_lines[line].text) == title; };
        if (!title.isEmpty() && m_kept.removeIf(isSame) > 0)
            m_notes.plain.append(Phrase(kRepeatedTitle));
    }

    // date and signature

    void takeDate()
    {
        for (const int line : std::as_const(m_kept)) {
            const QDate day = dayIn(m_lines[line].text);
            if (!day.isValid() || !m_result.date.isEmpty())
                continue;
            m_result.date
                = {day.toString(Qt::ISODate), Recognition::Guessed, Phrase(kDateAbove), m_lines[line].block};
            m_kept.removeOne(line);
            return;
        }
    }

    /// From the end back: what a page has below, then the date, then the name.
    void takeEnd()
    {
        int end = int(m_lines.size());
        const auto skipPage = [&] {
            while (end > m_last && m_lines[end - 1].isText() && isFurniture(m_lines[end - 1].text))
                m_furniture.prepend(m_lines[--end].text);
        };
        skipPage();
        m_result.end = end;
        if (end <= m_last || !m_lines[end - 1].isText())
            return;
        QString name = m_lines[end - 1].text;
        int block = m_lines[end - 1].block;
        if (const QDate day = dayIn(name); day.isValid()) {
            m_result.date = {day.toString(Qt::ISODate), Recognition::Sure, {}, block};
            m_result.end = --end;
            if (end <= m_last || !m_lines[end - 1].isText())
                return;
            name = m_lines[end - 1].text;
            block = m_lines[end - 1].block;
            if (isName(name)) {
                m_result.signature = {name, Recognition::Sure, {}, block};
                m_result.end = end - 1;
            }
            return;
        }
        takeLastLine(end, name, block);
    }

    /// “××人民政府 2022年1月20日” on one line, or a name alone.
    void takeLastLine(int end, const QString &text, int block)
    {
        static const QRegularExpression together(
            QStringLiteral("^(.{2,60}?)\\s*((?:[0-9０-９]{4}|[〇零○一二三四五六七八九]{4})\\s*年\\s*\\S{1,2}"
                           "\\s*月\\s*\\S{1,3}\\s*日)$"));
        const auto match = together.match(text);
        if (match.hasMatch() && isName(match.captured(1)) && dayIn(match.captured(2)).isValid()) {
            m_result.signature = {match.captured(1), Recognition::Sure, {}, block};
            m_result.date = {dayIn(match.captured(2)).toString(Qt::ISODate), Recognition::Sure, {}, block};
            m_result.end = end - 1;
        } else if (isName(text) && !kindOfBody(text).isEmpty()) {
            m_result.signature = {text, Recognition::Guessed, Phrase(kLastLine), block};
            m_result.end = end - 1;
        }
    }

    static bool isName(const QString &text)
    {
        constexpr qsizetype kLongestName = 60;
        return looksLikeHeading(text, kLongestName) && text.size() > 1
            && headingNumber(text).style == HeadingNumber::Style::None;
    }

    void tell()
    {
        if (m_hasContents)
            m_notes.plain.append(Phrase(kContents));
        if (m_pictures > 0)
            m_notes.plain.append(Phrase(kPictureAbove, qint64(m_pictures)));
        if (m_furniture.isEmpty())
            return;
        QList<Phrase> told;
        for (const QString &line : m_furniture.mid(0, kTold))
            told.append(Phrase(QStringLiteral("“%1”").arg(quoted(line))));
        if (m_furniture.size() > kTold)
            told.append(Phrase(QStringLiteral("……")));
        m_notes.plain.append(Phrase(kFurniture, Phrase::joined(told, QStringLiteral("、"))));
    }

    const ForeignDocument &m_document;
    const QList<DocumentLine> &m_lines;
    int m_first;
    int m_last;
    IntakeNotes &m_notes;
    FrontMatter m_result{};
    QList<int> m_kept{}; // lines before the first section that are of the report
    QStringList m_furniture{};
    bool m_inContents = false;
    bool m_hasContents = false;
    int m_pictures = 0;
};

} // namespace

FrontMatter frontMatter(const ForeignDocument &document, const QList<DocumentLine> &lines, int first,
    int last, IntakeNotes &notes)
{
    return Front(document, lines, first, last, notes).run();
}

std::optional<int> yearIn(const QString &text, qsizetype *start, qsizetype *end)
{
    static const QRegularExpression year(QStringLiteral("([0-9０-９]{4}|[〇零○一二三四五六七八九]{4})\\s*年(?"
                                                        "!\\s*[0-9０-９一二三四五六七八九十]{1,2}\\s*月)"));
    auto found = year.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        QString digits = match.captured(1).normalized(QString::NormalizationForm_KC);
        digits.replace(u'○', u'〇');
        const int value = digits[0].isDigit() ? digits.toInt() : chineseValue(digits);
        if (value < bounds::kFirstYear || value > bounds::kLastYear)
            continue;
        if (start)
            *start = match.capturedStart();
        if (end)
            *end = match.capturedEnd();
        return value;
    }
    return std::nullopt;
}

QDate dayIn(const QString &text)
{
    constexpr qsizetype kLongestDay = 24;
    if (text.size() > kLongestDay)
        return {};
    QString bare = bareOf(text.normalized(QString::NormalizationForm_KC));
    if (bare.startsWith(u'(') && bare.endsWith(u')'))
        bare = bare.mid(1, bare.size() - 2);
    static const QRegularExpression plain(
        QStringLiteral("^(\\d{4})(?:年|-|\\.|/)(\\d{1,2})(?:月|-|\\.|/)(\\d{1,2})日?$"));
    if (const auto match = plain.match(bare); match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    static const QRegularExpression chinese(QStringLiteral(
        "^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$"));
    bare.replace(u'○', u'〇');
    if (const auto match = chinese.match(bare); match.hasMatch())
        return {chineseValue(match.captured(1)), chineseValue(match.captured(2)),
            chineseValue(match.captured(3))};
    return {};
}

bool namesReport(const QString &text)
{
    const IntakeWords &words = IntakeWords::shipped();
    return holdsOneOf(text, words.report) && holdsOneOf(text, words.matter);
}

} // namespace nianbao
