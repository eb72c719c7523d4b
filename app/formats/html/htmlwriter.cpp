// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlwriter.h"

#include "chartpicture.h"
#include "htmlmarkup.h"
#include "htmltable.h"
#include "pictureheader.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kWidestPicture = 620; // px, near the type area of the page

// plain elements only: a site's own looks take over where it has some
constexpr char kLooks[]
    = "body{margin:0;background:#fff;color:#000;font:18px/1.8 FangSong,STFangsong,仿宋,serif}\n"
      "main{max-width:46em;margin:0 auto;padding:1em}\n"
      "h1{font:bold 1.6em/1.5 SimSun,STSong,宋体,serif;text-align:center}\n"
      "h2{font:bold 1.15em/1.8 SimHei,STHeiti,黑体,sans-serif;text-indent:2em;margin:1em 0 0}\n"
      "h3{font:bold 1.05em/1.8 KaiTi,STKaiti,楷体,serif;text-indent:2em;margin:.5em 0 0}\n"
      "p{text-indent:2em;margin:0;text-align:justify}\n"
      "table{border-collapse:collapse;width:100%;font:14px/1.5 SimSun,STSong,宋体,serif}\n"
      "caption{padding:.5em;font-weight:bold}\n"
      "th,td{border:1px solid #000;padding:.25em;text-align:center;font-weight:normal}\n"
      "figure{margin:1em 0;text-align:center}\n"
      "img{max-width:100%;height:auto}\n";

class PageWriter {
public:
    PageWriter(const HtmlChoices &choices, const FontSet &fonts) : m_choices(choices), m_fonts(fonts) { }

    void beginPart() { m_lastLevel = std::min(m_lastLevel, m_titles > 0 ? 1 : 0); }
    void add(const TitleBlock &title);
    void add(const HeadingBlock &heading);
    void add(const ParagraphBlock &paragraph);
    void add(const TableBlock &table);
    void add(const IllustrationBlock &illustration);
    void add(const Signature &signature);
    const QString &markup() const { return m_markup; }

private:
    void addHeading(int level, const QString &markup);
    void addParagraph(const QString &text);
    void addToTheRight(const QString &text);

    const HtmlChoices &m_choices;
    const FontSet &m_fonts;
    QString m_markup{};
    QString m_heading{}; // over what follows
    int m_titles = 0;
    int m_lastLevel = 0;
    int m_tables = 0;
};

/// No level is left out on the way down.
void PageWriter::addHeading(int level, const QString &markup)
{
    constexpr int kDeepest = 6;
    m_lastLevel = std::clamp(level, 1, std::min(m_lastLevel + 1, kDeepest));
    m_markup += QStringLiteral("<h%1>%2</h%1>\n").arg(QString::number(m_lastLevel), markup);
}

/// The first is that of the whole; what else has one is a part of it.
void PageWriter::add(const TitleBlock &title)
{
    if (title.lines.join(QString()).trimmed().isEmpty())
        return;
    addHeading(m_titles == 0 ? 1 : 2, html::words(title.lines.join(u'\n')));
    m_heading = title.lines.join(QString());
    ++m_titles;
}

void PageWriter::add(const HeadingBlock &heading)
{
    addHeading(heading.level + (m_titles > 1 ? 2 : 1), html::words(heading.text));
    const auto number = heading.text.indexOf(u'、');
    constexpr qsizetype kLongestNumber = 3; // 二十一
    m_heading = number > 0 && number <= kLongestNumber ? heading.text.mid(number + 1) : heading.text;
}

void PageWriter::addParagraph(const QString &text)
{
    if (!text.trimmed().isEmpty())
        m_markup += QStringLiteral("<p>%1</p>\n").arg(html::words(text.trimmed()));
}

void PageWriter::add(const ParagraphBlock &paragraph)
{
    if (paragraph.changes.isEmpty()) {
        addParagraph(paragraph.text);
        return;
    }
    m_markup += QStringLiteral("<p>");
    for (const ChangedWords &part : paragraph.changes) {
        const QString text = html::words(part.text);
        m_markup += part.kind == ChangedWords::Kind::Deleted ? QStringLiteral("<del>%1</del>").arg(text)
            : part.kind == ChangedWords::Kind::Inserted      ? QStringLiteral("<ins>%1</ins>").arg(text)
                                                             : text;
    }
    m_markup += QStringLiteral("</p>\n");
}

void PageWriter::add(const TableBlock &table)
{
    const QString name = table.name.isEmpty() ? m_heading : table.name + QChar(0x3000) + m_heading;
    const HtmlTablePlace place{name, ++m_tables, m_choices.isFragment};
    const QString markup = htmlTable(table, place);
    // on a narrow screen the table is moved, with the keys too, and not the page
    m_markup += m_choices.isFragment
        ? markup
        : QStringLiteral(
            "<div role=\"region\" aria-label=\"%1\" tabindex=\"0\" style=\"overflow-x:auto\">\n%2</div>\n")
              .arg(html::attribute(name), markup);
    for (const QString &note : table.notes)
        addParagraph(note);
}

void PageWriter::add(const IllustrationBlock &illustration)
{
    QByteArray picture = illustration.picture;
    int width = 0;
    if (illustration.chart && illustration.chart->isDrawable()) {
        picture = chartPicture(*illustration.chart, m_fonts).png;
        width = kWidestPicture;
    }
    const auto header = pictureHeader(picture);
    if (!header) { // it is missing, or nothing to be drawn
        addParagraph(illustration.caption);
        if (!illustration.caption.endsWith(illustration.alternative))
            addParagraph(illustration.alternative);
        return;
    }
    if (width == 0)
        width = std::min(header->width, kWidestPicture);
    const QString type
        = header->format == PictureHeader::Format::Png ? QStringLiteral("png") : QStringLiteral("jpeg");
    const QString &words = !illustration.alternative.isEmpty() ? illustration.alternative
        : !illustration.caption.isEmpty()                      ? illustration.caption
                                                               : illustration.name;
    m_markup += QStringLiteral("<figure>\n<img width=\"%1\" alt=\"%2\" src=\"data:image/%3;base64,")
                    .arg(QString::number(width), html::attribute(words), type);
    m_markup += QLatin1String(picture.toBase64()) + QStringLiteral("\">\n");
    if (!illustration.caption.isEmpty())
        m_markup += QStringLiteral("<figcaption>%1</figcaption>\n").arg(html::words(illustration.caption));
    m_markup += QStringLiteral("</figure>\n");
}

void PageWriter::addToTheRight(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    m_markup += (m_choices.isFragment ? QStringLiteral("<p align=\"right\">%1</p>\n")
                                      : QStringLiteral("<p style=\"text-align:right\">%1</p>\n"))
                    .arg(html::words(text.trimmed()));
}

void PageWriter::add(const Signature &signature)
{
    if (!m_choices.signature)
        return;
    addToTheRight(signature.name);
    const QDate &day = signature.date;
    if (day.isValid())
        addToTheRight(QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day()));
}

} // namespace

QByteArray htmlOf(const Manuscript &manuscript, const HtmlChoices &choices, const FontSet &fonts)
{
    PageWriter writer(choices, fonts);
    const QString mark = manuscript.mark.isEmpty()
        ? QString()
        : QStringLiteral(
            "<p style=\"text-align:center;text-indent:0;border:2px solid #000\"><strong>%1</strong></p>\n")
              .arg(html::words(manuscript.mark));
    for (const Manuscript::Part &part : manuscript.parts) {
        writer.beginPart();
        for (const Block &block : part.blocks)
            std::visit([&writer](const auto &each) { writer.add(each); }, block);
    }
    if (choices.isFragment)
        return "<div lang=\"zh-CN\">\n" + mark.toUtf8() + writer.markup().toUtf8() + "</div>\n";
    const QString head
        = QStringLiteral("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                         "<title>%1</title>\n<style>\n%2</style>\n</head>\n<body>\n<main>\n")
              .arg(html::attribute(manuscript.title), QString::fromUtf8(kLooks));
    return head.toUtf8() + mark.toUtf8() + writer.markup().toUtf8() + "</main>\n</body>\n</html>\n";
}

} // namespace nianbao
