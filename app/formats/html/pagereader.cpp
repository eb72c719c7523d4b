// SPDX-License-Identifier: MulanPSL-2.0
#include "pagereader.h"

#include "htmlelements.h"
#include "listnumbers.h"
#include "pageblocks.h"
#include "pictureheader.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace nianbao {

namespace {

constexpr Sentence kCharactersLost{
    "%1 [1:character|characters] of the page could not be read; � stands for each.",
    "网页中有%1个字符读不出来，以“�”代替。"};
constexpr Sentence kPictureElsewhere{
    "The picture “%1” is not in the page and was not taken.", "图片“%1”不在网页文件里，没有读入。"};
constexpr Sentence kPicturesElsewhere{
    "%1 pictures are not in the page and were not taken.", "有%1幅图片不在网页文件里，没有读入。"};
constexpr Sentence kTableCut{
    "A table is larger than any report needs; what is beyond %1 rows and %2 columns was left out.",
    "有一张表格超出报告所需，第%1行、第%2列以后没有读入。"};

/// Takes what the parser finds. It is called for every start with an end, in order.
class PageEvents {
public:
    PageEvents(MarkupSource &source, const PagePictures &pictures)
        : m_source(source), m_pictures(pictures) { }

    void attach(htmlParserCtxtPtr context);
    int read(char *to, int room);
    Result<ForeignDocument> document();

private:
    static constexpr size_t kMostLevels = 1024;
    static constexpr qint64 kMostWork = 30'000'000;
    static constexpr qsizetype kMostTags = 1'000'000; // and pieces of text: a report has some thousand

    struct Open {
        ElementKind kind = ElementKind::Inline;
        bool isBlock = false;
        bool isList = false;
        bool changesStyle = false;
        int cell = 0;
        PageBlocks::Style before{};
    };

    void start(QByteArrayView name, const ElementAttributes &attributes);
    void end();
    void characters(const QString &text);
    static bool isUnseen(
        ElementKind kind, QByteArrayView name, const ElementAttributes &attributes, const QByteArray &style);
    void applyStyle(
        Open &open, QByteArrayView name, const ElementAttributes &attributes, const QByteArray &style);
    void startPart(Open &open, const ElementAttributes &attributes, const QByteArray &style);
    void startList(Open &open, const ElementAttributes &attributes, const QByteArray &style);
    void startItem(const ElementAttributes &attributes, const QByteArray &style);
    void endPart(const Open &open);
    void addPicture(const ElementAttributes &attributes);
    void giveUp(ErrorCode code, const QString &detail = {});

    MarkupSource &m_source;
    const PagePictures &m_pictures;
    PageBlocks m_blocks{};
    std::vector<Open> m_open{};
    std::vector<ListNumbers> m_lists{};
    size_t m_unseenFrom = 0; // how many are open with the first that is not shown; 0: all are shown
    int m_titles = 0; // h1 elements
    QString m_title{};
    QStringList m_missing{}; // pictures, by their words
    int m_missingCount = 0;
    qsizetype m_endTags = 0;
    qsizetype m_texts = 0; // shown or not
    qint64 m_work = 0;
    std::optional<Error> m_error{};
};

void PageEvents::attach(htmlParserCtxtPtr context)
{
    htmlSAXHandler *handler = context->sax;
    *handler = {};
    handler->startElement = [](void *data, const xmlChar *name, const xmlChar **attributes) {
        static_cast<PageEvents *>(static_cast<htmlParserCtxtPtr>(data)->_private)
            ->start(QByteArrayView(reinterpret_cast<const char *>(name)), ElementAttributes(attributes));
    };
    handler->endElement = [](void *data, const xmlChar *) {
        static_cast<PageEvents *>(static_cast<htmlParserCtxtPtr>(data)->_private)->end();
    };
    handler->characters = [](void *data, const xmlChar *text, int length) {
        static_cast<PageEvents *>(static_cast<htmlParserCtxtPtr>(data)->_private)
            ->characters(QString::fromUtf8(reinterpret_cast<const char *>(text), length));
    };
    handler->ignorableWhitespace = handler->characters;
    context->_private = this;
}

/// The parser looks for the start of every end tag among all that is open: what that costs is counted.
int PageEvents::read(char *to, int room)
{
    if (m_error)
        return 0;
    const int length = m_source.read(to, room);
    m_work += (m_source.endTags() - m_endTags) * qint64(m_open.size());
    m_endTags = m_source.endTags();
    if (m_work > kMostWork || m_source.tags() > kMostTags)
        giveUp(ErrorCode::TooCostly);
    return m_error ? 0 : length;
}

/// The page ends here; the parser is not told in its midst, it gets nothing more.
void PageEvents::giveUp(ErrorCode code, const QString &detail)
{
    if (!m_error)
        m_error = Error{code, {}, detail};
}

bool PageEvents::isUnseen(
    ElementKind kind, QByteArrayView name, const ElementAttributes &attributes, const QByteArray &style)
{
    if (kind == ElementKind::Unseen || attributes.has("hidden"))
        return true;
    if (name == QByteArrayView("div")) { // as LibreOffice calls what stood at the edge of pages
        const QByteArrayView title = attributes.value("title");
        if (title == QByteArrayView("header") || title == QByteArrayView("footer"))
            return true;
    }
    const QByteArrayView classes = attributes.value("class");
    if (classes == QByteArrayView("MsoCommentReference"))
        return true;
    static constexpr const char *kHiding[]
        = {"display:none", "mso-hide:all", "mso-element:comment", "mso-element:header", "mso-element:footer"};
    return !style.isEmpty() && std::any_of(std::begin(kHiding), std::end(kHiding), [&](const char *words) {
        return style.contains(words);
    });
}

void PageEvents::applyStyle(
    Open &open, QByteArrayView name, const ElementAttributes &attributes, const QByteArray &style)
{
    PageBlocks::Style now = m_blocks.style();
    open.before = now;
    int level = open.kind == ElementKind::Heading ? name.at(1) - '0' : 0;
    if (level == 1)
        ++m_titles;
    const QByteArrayView classes = attributes.value("class");
    const bool isTitle = level == 1 || classes == QByteArrayView("MsoTitle");
    constexpr int kLevels = 9;
    if (attributes.value("role") == QByteArrayView("heading"))
        level = std::clamp(attributes.number("aria-level", 2), 1, kLevels);
    if (const int outline = styleValue(style, "mso-outline-level").toInt(); level == 0 && outline > 0)
        level = std::min(outline, kLevels);
    if (level > 0 || isTitle) {
        now.headingLevel = level;
        now.isTitle = isTitle;
        open.changesStyle = open.isBlock = true;
    }
    if (open.kind == ElementKind::Preformatted)
        now.isPreformatted = open.changesStyle = true;
    if (style.contains("mso-list:ignore"))
        now.isNumber = open.changesStyle = true;
    if (style.contains("display:block") || attributes.value("role") == QByteArrayView("heading"))
        open.isBlock = true;
    if (open.isBlock)
        m_blocks.breakParagraph();
    if (open.changesStyle)
        m_blocks.setStyle(now);
}

void PageEvents::startList(Open &open, const ElementAttributes &attributes, const QByteArray &style)
{
    open.isList = true;
    QByteArray type = styleValue(style, "list-style-type");
    if (type.isEmpty() && styleValue(style, "list-style").startsWith("none"))
        type = "none";
    if (type.isEmpty())
        type = attributes.value("type").toByteArray();
    if (open.kind == ElementKind::PlainList)
        type = "none";
    const bool isReversed = attributes.has("reversed");
    m_lists.emplace_back(QString::fromLatin1(type), attributes.number("start", 1), isReversed ? -1 : 1);
}

void PageEvents::startItem(const ElementAttributes &attributes, const QByteArray &style)
{
    if (m_lists.empty())
        return;
    if (attributes.has("value"))
        m_lists.back().setNext(attributes.number("value", 1));
    const QString number = m_lists.back().next();
    m_blocks.setNumber(styleValue(style, "list-style-type") == "none" ? QString() : number);
}

void PageEvents::startPart(Open &open, const ElementAttributes &attributes, const QByteArray &style)
{
    switch (open.kind) {
    case ElementKind::OrderedList:
    case ElementKind::PlainList: startList(open, attributes, style); break;
    case ElementKind::Item: startItem(attributes, style); break;
    case ElementKind::Table: m_blocks.beginTable(); break;
    case ElementKind::RowGroup: m_blocks.beginGroup(false); break;
    case ElementKind::HeadGroup: m_blocks.beginGroup(true); break;
    case ElementKind::Row: m_blocks.beginRow(); break;
    case ElementKind::Cell:
    case ElementKind::HeadCell:
        open.cell = m_blocks.beginCell(attributes.number("rowspan", 1), attributes.number("colspan", 1),
            open.kind == ElementKind::HeadCell);
        break;
    case ElementKind::Caption: m_blocks.beginCaption(); break;
    case ElementKind::LineBreak: m_blocks.breakParagraph(); break;
    case ElementKind::Picture: addPicture(attributes); break;
    default: break;
    }
}

void PageEvents::start(QByteArrayView name, const ElementAttributes &attributes)
{
    if (m_error)
        return;
    Open open;
    open.kind = elementKind(name);
    open.isBlock = open.kind != ElementKind::Inline && open.kind != ElementKind::Unseen
        && open.kind != ElementKind::Picture && open.kind != ElementKind::Title;
    if (m_unseenFrom == 0) {
        const QByteArray style = attributes.style();
        if (isUnseen(open.kind, name, attributes, style)) {
            if (open.isBlock)
                m_blocks.breakParagraph();
            m_unseenFrom = m_open.size() + 1;
        } else {
            applyStyle(open, name, attributes, style);
            startPart(open, attributes, style);
        }
    }
    m_open.push_back(open);
    if (m_open.size() > kMostLevels)
        giveUp(ErrorCode::TooDeep, QString::number(kMostLevels));
    if (m_blocks.isTooLarge())
        giveUp(ErrorCode::TooCostly);
}

void PageEvents::endPart(const Open &open)
{
    if (open.isBlock)
        m_blocks.breakParagraph();
    if (open.changesStyle)
        m_blocks.setStyle(open.before);
    if (open.isList)
        m_lists.pop_back();
    switch (open.kind) {
    case ElementKind::Item: m_blocks.setNumber({}); break;
    case ElementKind::Table: m_blocks.endTable(); break;
    case ElementKind::RowGroup:
    case ElementKind::HeadGroup: m_blocks.endGroup(); break;
    case ElementKind::Row: m_blocks.endRow(); break;
    case ElementKind::Cell:
    case ElementKind::HeadCell: m_blocks.endCell(open.cell); break;
    case ElementKind::Caption: m_blocks.endCaption(); break;
    default: break;
    }
}

void PageEvents::end()
{
    if (m_open.empty() || m_error)
        return;
    const Open open = m_open.back();
    if (m_unseenFrom == 0)
        endPart(open);
    else if (m_unseenFrom == m_open.size())
        m_unseenFrom = 0;
    m_open.pop_back();
}

void PageEvents::characters(const QString &text)
{
    if (++m_texts > kMostTags)
        giveUp(ErrorCode::TooCostly);
    if (m_error || m_unseenFrom > 0)
        return;
    if (!m_open.empty() && m_open.back().kind == ElementKind::Title) {
        constexpr qsizetype kLongest = 1000;
        m_title += text.left(kLongest - m_title.size());
        return;
    }
    m_blocks.addText(text);
    if (m_blocks.isTooLarge())
        giveUp(ErrorCode::TooCostly);
}

void PageEvents::addPicture(const ElementAttributes &attributes)
{
    const QByteArrayView source = attributes.value("src");
    ForeignPicture picture;
    picture.alternative = QString::fromUtf8(attributes.value("alt")).simplified();
    if (source.startsWith("data:image/")) {
        const auto comma = source.indexOf(',');
        if (comma > 0 && source.first(comma).toByteArray().endsWith(";base64"))
            picture.bytes = QByteArray::fromBase64(source.sliced(comma + 1).toByteArray());
    } else {
        const QString address = QString::fromUtf8(source).trimmed();
        picture.bytes = m_pictures.value(address);
        picture.name = address.section(u'/', -1).section(u'?', 0, 0);
    }
    if (pictureFormat(picture.bytes)) {
        m_blocks.addPicture(std::move(picture));
        return;
    }
    ++m_missingCount;
    constexpr int kFew = 8;
    if (!picture.alternative.isEmpty() && m_missing.size() < kFew && !m_missing.contains(picture.alternative))
        m_missing.append(picture.alternative);
}

Result<ForeignDocument> PageEvents::document()
{
    if (m_error)
        return *m_error;
    ForeignDocument document;
    document.kind = QStringLiteral("html");
    document.title = m_title.simplified();
    document.blocks = m_blocks.blocks();
    if (m_titles > 1) { // sections, not the title of the page
        for (ForeignBlock &block : document.blocks) {
            auto *paragraph = std::get_if<ForeignParagraph>(&block);
            if (paragraph && paragraph->headingLevel == 1)
                paragraph->isTitle = false;
        }
    }
    for (const QString &words : m_missing)
        document.notices.append(Phrase(kPictureElsewhere, words));
    if (m_missingCount > m_missing.size())
        document.notices.append(Phrase(kPicturesElsewhere, m_missingCount));
    if (m_blocks.isCut())
        document.notices.append(Phrase(kTableCut, GridBuilder::kMostRows, GridBuilder::kMostColumns));
    return document;
}

} // namespace

Result<ForeignDocument> readDecodedPage(const DecodedPage &page, const PagePictures &pictures)
{
    MarkupSource source(page.utf8);
    PageEvents events(source, pictures);
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlNewParserCtxt(), &htmlFreeParserCtxt);
    if (!context)
        return Error{ErrorCode::TooCostly};
    events.attach(context.get());
    const auto read
        = [](void *data, char *to, int room) { return static_cast<PageEvents *>(data)->read(to, room); };
    // what the page says of its encoding was heard before
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
        | HTML_PARSE_IGNORE_ENC;
    htmlCtxtReadIO(
        context.get(), read, [](void *) { return 0; }, &events, nullptr, "UTF-8", kOptions);
    auto document = events.document();
    if (document && source.tags() == 0)
        return Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("html")};
    if (document && page.lost > 0)
        document->notices.append(Phrase(kCharactersLost, page.lost));
    return document;
}

} // namespace nianbao
