// SPDX-License-Identifier: MulanPSL-2.0
#include "docxwalk.h"

#include "docxsigns.h"

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

constexpr int kMostFields = 256; // within each other

constexpr Sentence kNotes{"Footnotes and endnotes were not read.", "脚注和尾注没有读入。"};
constexpr Sentence kChanges{
    "Changes are tracked in the document; it was read as if all of them were accepted.",
    "文件带有修订，按全部接受修订读入。"};
constexpr Sentence kCharts{"Charts and diagrams of Word were not read; only pictures are.",
    "文件里画出来的图表和示意图没有读入，只读入图片。"};
constexpr Sentence kInsertions{
    "Whole files that are inserted in the document were not read.", "文件中整个插入的其他文件没有读入。"};
constexpr Sentence kCutTable{
    "A table is larger than any of a report: what is beyond %1 rows and %2 columns was left out.",
    "有一张表格超出了报告可能的大小，%1 行、%2 列以外的部分没有读入。"};
constexpr Sentence kUnknownSigns{
    "Signs of a font of pictures are not known and were left out.", "有符号字体中的符号不认识，没有读入。"};
constexpr Sentence kContents{"The table of contents was left out.", "目录没有读入。"};

/// What an element of the main namespace is to the walk; all others are passed through as if they were not
/// there.
enum class Tag {
    None,
    Body,
    Paragraph,
    Run,
    Text,
    Table,
    Row,
    Cell,
    TextBox,
    Control,
    ControlContent,
    Properties,
    Break,
    Tab,
    Hyphen,
    Sign,
    FieldMark,
    Note,
    Insertion,
    Change,
    Deleted,
    Unread
};

Tag tagOf(QStringView name)
{
    static const QHash<QStringView, Tag> all{{u"body", Tag::Body}, {u"p", Tag::Paragraph}, {u"r", Tag::Run},
        {u"t", Tag::Text}, {u"tbl", Tag::Table}, {u"tr", Tag::Row}, {u"tc", Tag::Cell},
        {u"txbxContent", Tag::TextBox}, {u"sdt", Tag::Control}, {u"sdtContent", Tag::ControlContent},
        {u"pPr", Tag::Properties}, {u"rPr", Tag::Properties}, {u"tblPr", Tag::Properties},
        {u"trPr", Tag::Properties}, {u"tcPr", Tag::Properties}, {u"sdtPr", Tag::Properties},
        {u"br", Tag::Break}, {u"cr", Tag::Break}, {u"tab", Tag::Tab}, {u"ptab", Tag::Tab},
        {u"noBreakHyphen", Tag::Hyphen}, {u"sym", Tag::Sign}, {u"fldChar", Tag::FieldMark},
        {u"footnoteReference", Tag::Note}, {u"endnoteReference", Tag::Note}, {u"altChunk", Tag::Insertion},
        {u"subDoc", Tag::Insertion}, {u"ins", Tag::Change}, {u"moveTo", Tag::Change}, {u"del", Tag::Deleted},
        {u"moveFrom", Tag::Deleted}, {u"delText", Tag::Unread}, {u"instrText", Tag::Unread},
        {u"delInstrText", Tag::Unread}, {u"rt", Tag::Unread}, {u"rubyPr", Tag::Unread},
        {u"ffData", Tag::Unread}, {u"sectPr", Tag::Unread}, {u"tblGrid", Tag::Unread},
        {u"tblPrEx", Tag::Unread}, {u"sdtEndPr", Tag::Unread}, {u"customXmlPr", Tag::Unread},
        {u"smartTagPr", Tag::Unread}};
    return all.value(name, Tag::None);
}

/// Extensions whose content is the same text and pictures that we read.
bool isUnderstood(const QString &requires_)
{
    static const QStringList kKnown{QStringLiteral("wps"), QStringLiteral("wpg"), QStringLiteral("wpc"),
        QStringLiteral("wp14"), QStringLiteral("pic14"), QStringLiteral("a14"), QStringLiteral("a16"),
        QStringLiteral("asvg"), QStringLiteral("v"), QStringLiteral("o")};
    const QStringList names = requires_.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(names.cbegin(), names.cend(), [](const QString &name) {
        return kKnown.contains(name) || name.startsWith(u"w14") || name.startsWith(u"w15")
            || name.startsWith(u"w16");
    });
}

/// Whether what a content control holds is no content: the table of contents, or words that ask to be
/// replaced.
bool holdsNothing(XmlReader &xml)
{
    bool isNothing = false;
    const int outer = xml.depth();
    while (xml.next() && !(xml.isEnd() && xml.depth() == outer)) {
        if (!xml.isStart())
            continue;
        if (xml.is(u"docPartGallery"))
            isNothing = isNothing || xml.attribute(u"val") == u"Table of Contents";
        else if (xml.is(u"showingPlcHdr"))
            isNothing = isNothing || isOn(xml);
    }
    return isNothing;
}

/// A line break within a paragraph begins another one; the number stands before the first.
void appendLines(QList<ForeignBlock> &all, const ForeignParagraph &paragraph)
{
    ForeignParagraph line = paragraph;
    for (const QString &text : paragraph.text.split(u'\n')) {
        line.text = text.trimmed();
        if (line.text.isEmpty())
            continue;
        all.append(line);
        line.number.clear();
    }
}

} // namespace

Result<QList<ForeignBlock>> DocxWalk::read()
{
    while (!m_error && m_xml.next()) {
        if (m_xml.isStart()) {
            enter();
        } else if (m_xml.isText()) {
            if (m_textDepth > 0)
                append(m_xml.text());
        } else {
            if (m_xml.depth() == m_textDepth)
                m_textDepth = 0;
            while (!m_frames.empty() && m_frames.back().depth == m_xml.depth()) {
                const Frame frame = m_frames.back();
                m_frames.pop_back();
                leave(frame);
            }
        }
    }
    if (m_error)
        return *m_error;
    if (auto read = m_xml.result(); !read)
        return read.error();
    QList<ForeignBlock> all;
    all.reserve(m_result.size());
    for (ForeignBlock &block : m_result) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block))
            appendLines(all, *paragraph);
        else
            all.append(std::move(block));
    }
    return all;
}

void DocxWalk::enter()
{
    if (m_xml.depth() == 1) {
        m_word = m_xml.namespaceUri().toString();
        if (!m_xml.is(u"document") || !m_word.contains(u"wordprocessingml"))
            m_error = Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("docx")};
    } else if (m_xml.namespaceUri() == m_word) {
        enterWord();
    } else {
        enterOther();
    }
}

/// What an element stands in, apart from what only wraps it.
DocxWalk::Scope DocxWalk::surroundings() const
{
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
        if (frame->scope != Scope::Control && frame->scope != Scope::Choices
            && frame->scope != Scope::Silence)
            return frame->scope;
    }
    return Scope::Silence; // outside the body
}

void DocxWalk::enterWord()
{
    switch (tagOf(m_xml.name())) {
    case Tag::None: break;
    case Tag::Text: m_textDepth = m_xml.depth(); break;
    case Tag::Properties: enterProperties(); break;
    case Tag::Break:
        if (m_xml.attribute(u"clear") != u"all") // with it our writer parts words by layout alone
            append(u"\n");
        break;
    case Tag::Tab: append(u"\t"); break;
    case Tag::Hyphen: append(u"-"); break;
    case Tag::Sign: sign(); break;
    case Tag::FieldMark: field(); break;
    case Tag::Note: m_seen |= Notes; break;
    case Tag::Insertion: m_seen |= Insertions; break;
    case Tag::Change: m_seen |= Changes; break;
    case Tag::Deleted:
        m_seen |= Changes;
        m_xml.skip();
        break;
    case Tag::Unread: m_xml.skip(); break;
    default: enterContent();
    }
}

/// An element that holds others. One that stands where it cannot is left out with all in it.
void DocxWalk::enterContent()
{
    const Scope around = surroundings();
    const bool isFlow = around == Scope::Flow || around == Scope::TextBox || around == Scope::Cell;
    const bool isLine = around == Scope::Paragraph || around == Scope::Run;
    const Tag tag = tagOf(m_xml.name());
    if (tag == Tag::Body && m_xml.depth() == 2 && m_flows.empty()) {
        push(Scope::Flow);
        m_flows.emplace_back();
    } else if (tag == Tag::Paragraph && isFlow) {
        push(Scope::Paragraph);
        m_paragraphs.emplace_back();
    } else if (tag == Tag::Run && isLine) {
        push(Scope::Run);
        silence(m_frames.back(), m_paragraphs.back().isHidden);
    } else if (tag == Tag::Table && isFlow) {
        push(Scope::Table);
        m_tables.emplace_back();
    } else if (tag == Tag::Row && around == Scope::Table) {
        push(Scope::Row);
        m_tables.back().beginRow();
    } else if (tag == Tag::Cell && around == Scope::Row && m_tables.back().beginCell()) {
        count(m_cells, kMostCells);
        push(Scope::Cell);
        m_flows.emplace_back();
    } else if (tag == Tag::TextBox && isLine) {
        push(Scope::TextBox);
        m_flows.emplace_back();
    } else if (tag == Tag::Control) {
        push(Scope::Control);
    } else if (tag == Tag::ControlContent) {
        const bool isNothing = isIn(Scope::Control) && m_frames.back().isSet;
        push(Scope::Silence);
        silence(m_frames.back(), isNothing);
    } else {
        m_xml.skip();
    }
}

void DocxWalk::enterProperties()
{
    if (m_xml.is(u"pPr") && isIn(Scope::Paragraph)) {
        Paragraph &paragraph = m_paragraphs.back();
        paragraph.properties = readParagraphProperties(m_xml);
        paragraph.isHidden = m_styles.paragraphStyle(paragraph.properties.style).isHidden;
    } else if (m_xml.is(u"rPr") && isIn(Scope::Run)) {
        const DocxRunProperties run = readRunProperties(m_xml);
        const bool byStyle = m_styles.style(run.style).isHidden || m_paragraphs.back().isHidden;
        silence(m_frames.back(), run.isHidden.value_or(byStyle));
    } else if (m_xml.is(u"trPr") && isIn(Scope::Row)) {
        m_tables.back().setRow(readRowProperties(m_xml));
    } else if (m_xml.is(u"tcPr") && isIn(Scope::Cell)) {
        m_tables.back().setCell(readCellProperties(m_xml));
    } else if (m_xml.is(u"sdtPr") && isIn(Scope::Control)) {
        m_frames.back().isSet = holdsNothing(m_xml);
    } else if (m_xml.is(u"tblPr") && isIn(Scope::Table)) {
        const int outer = m_xml.depth();
        while (m_xml.next() && !(m_xml.isEnd() && m_xml.depth() == outer)) {
            if (m_xml.isStart() && m_xml.is(u"tblCaption"))
                m_tables.back().setCaption(m_xml.attribute(u"val").trimmed());
        }
    } else {
        m_xml.skip();
    }
}

/// Of drawings and of what stands in other namespaces.
void DocxWalk::enterOther()
{
    const QStringView name = m_xml.name();
    if (name == u"AlternateContent") {
        push(Scope::Choices);
    } else if (name == u"Choice" || name == u"Fallback") {
        chooseBranch();
    } else if (name == u"docPr") {
        m_alternative = m_xml.attribute(u"descr");
        if (m_alternative.isEmpty())
            m_alternative = m_xml.attribute(u"title");
    } else if (name == u"cNvPr") {
        if (const QString words = m_xml.attribute(u"descr"); !words.isEmpty())
            m_alternative = words;
    } else if (name == u"shape" || name == u"rect") {
        m_alternative = m_xml.attribute(u"alt");
    } else if (name == u"blip") {
        takePicture(m_xml.attribute(u"embed"));
    } else if (name == u"imagedata") {
        takePicture(m_xml.attribute(u"id"));
    } else if (name == u"chart" || name == u"relIds") {
        m_seen |= Charts;
    } else if (name == u"t" && m_xml.namespaceUri().endsWith(u"/math")) {
        m_textDepth = m_xml.depth();
    }
}

/// Of the same thing in several forms one is read: the first that is understood, else the last resort.
void DocxWalk::chooseBranch()
{
    if (!isIn(Scope::Choices) || m_frames.back().depth != m_xml.depth() - 1)
        return;
    Frame &choices = m_frames.back();
    const bool fits = m_xml.is(u"Fallback") || isUnderstood(m_xml.attribute(u"Requires"));
    if (choices.isSet || !fits)
        m_xml.skip();
    else
        choices.isSet = true;
}

void DocxWalk::silence(Frame &frame, bool isSilent)
{
    m_silences += int(isSilent) - int(frame.isSet);
    frame.isSet = isSilent;
}

void DocxWalk::leave(const Frame &frame)
{
    switch (frame.scope) {
    case Scope::Flow: m_result = endFlow(); break;
    case Scope::TextBox: {
        QList<ForeignBlock> blocks = endFlow();
        m_paragraphs.back().after += std::move(blocks);
        break;
    }
    case Scope::Paragraph: endParagraph(); break;
    case Scope::Run:
    case Scope::Silence: m_silences -= int(frame.isSet); break;
    case Scope::Table: endTable(); break;
    case Scope::Row: m_tables.back().endRow(); break;
    case Scope::Cell: m_tables.back().endCell(endFlow()); break;
    case Scope::Choices:
    case Scope::Control: break;
    }
}

QList<ForeignBlock> DocxWalk::endFlow()
{
    Flow flow = std::move(m_flows.back());
    m_flows.pop_back();
    if (const QString rest = flow.carried.trimmed(); !rest.isEmpty())
        flow.blocks.append(ForeignParagraph{rest});
    return std::move(flow.blocks);
}

void DocxWalk::endParagraph()
{
    Paragraph paragraph = std::move(m_paragraphs.back());
    m_paragraphs.pop_back();
    // A field whose result has not begun where its paragraph ends has none; the text behind it is not lost.
    m_fields.erase(std::remove(m_fields.begin(), m_fields.end(), false), m_fields.end());
    m_codes = 0;
    Flow &flow = m_flows.back();
    flow.carried += paragraph.text;
    if (!paragraph.properties.joinsNext) {
        const DocxForeignStyle style = m_styles.paragraphStyle(paragraph.properties.style);
        ForeignParagraph made{std::exchange(flow.carried, {}).trimmed(), {}};
        if (m_silences == 0)
            made.number = numberOf(paragraph.properties, style);
        made.headingLevel = style.headingLevel;
        if (const auto outline = paragraph.properties.outline)
            made.headingLevel = *outline >= 0 && *outline < 9 ? *outline + 1 : 0;
        made.isTitle = style.isTitle;
        const bool isShown = !made.text.isEmpty() || (isIn(Scope::Cell) && !made.number.isEmpty());
        if (style.isContents)
            m_seen |= Contents;
        else if (isShown)
            flow.blocks.append(std::move(made));
        count(m_blocks, kMostBlocks);
    }
    flow.blocks += std::move(paragraph.after);
}

QString DocxWalk::numberOf(const DocxParagraphProperties &properties, const DocxForeignStyle &style)
{
    const int number = properties.number.value_or(style.number.value_or(0));
    if (number == 0)
        return {};
    if (properties.level)
        return m_numbering.next(number, *properties.level);
    int level = m_numbering.levelOfStyle(number, properties.style);
    if (level < 0)
        level = m_numbering.levelOfStyle(number, style.numberedAs);
    if (level < 0)
        level = properties.number ? 0 : style.level.value_or(0);
    return m_numbering.next(number, level);
}

void DocxWalk::endTable()
{
    DocxForeignTable table = std::move(m_tables.back());
    m_tables.pop_back();
    QList<ForeignBlock> blocks = table.blocks();
    if (table.isCut())
        m_seen |= CutTable;
    if (m_silences == 0)
        m_flows.back().blocks += std::move(blocks);
}

void DocxWalk::field()
{
    const QString type = m_xml.attribute(u"fldCharType");
    if (type == u"begin") {
        if (m_fields.size() >= size_t(kMostFields))
            return refuse(ErrorCode::TooDeep, kMostFields);
        m_fields.push_back(false);
        ++m_codes;
    } else if (!m_fields.empty() && (type == u"separate" || type == u"end")) {
        m_codes -= m_fields.back() ? 0 : 1;
        m_fields.back() = true;
        if (type == u"end")
            m_fields.pop_back();
    }
}

void DocxWalk::sign()
{
    const QString text = docxSign(m_xml.attribute(u"font"), m_xml.attribute(u"char"));
    if (text.isEmpty() && !isSilent())
        m_seen |= Signs;
    append(text);
}

void DocxWalk::takePicture(const QString &id)
{
    if (isSilent() || m_paragraphs.empty())
        return;
    if (auto picture = m_pictures.picture(id, m_alternative.trimmed())) {
        count(m_blocks, kMostBlocks);
        m_paragraphs.back().after.append(std::move(*picture));
    }
}

void DocxWalk::append(QStringView text)
{
    if (isSilent() || m_paragraphs.empty())
        return;
    m_characters += text.size();
    if (m_characters > kMostCharacters)
        return refuse(ErrorCode::TooLarge, kMostCharacters >> 20);
    QString &line = m_paragraphs.back().text;
    if (m_textDepth == 0) { // a break or tab
        line += text;
        return;
    }
    for (const QChar c : text) {
        constexpr char16_t kSoftHyphen = 0xAD;
        if (c == u'\n' || c == u'\r') // of the XML's own lines
            line += u' ';
        else if (c != kSoftHyphen)
            line += c;
    }
}

void DocxWalk::count(int &counted, int most)
{
    if (++counted > most)
        refuse(ErrorCode::TooManyParts, most);
}

QList<Phrase> DocxWalk::notices() const
{
    QList<Phrase> all;
    const auto tell = [&](Seen seen, const Phrase &phrase) {
        if (m_seen & seen)
            all.append(phrase);
    };
    tell(Changes, Phrase(kChanges));
    tell(Contents, Phrase(kContents));
    tell(Notes, Phrase(kNotes));
    tell(Charts, Phrase(kCharts));
    tell(Insertions, Phrase(kInsertions));
    tell(CutTable, Phrase(kCutTable, GridBuilder::kMostRows, GridBuilder::kMostColumns));
    tell(Signs, Phrase(kUnknownSigns));
    return all + m_pictures.notices();
}

} // namespace nianbao
