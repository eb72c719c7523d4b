// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfreader.h"

#include "pdffile.h"

#include <QCryptographicHash>
#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kMostObjects = 200'000;
constexpr qsizetype kMostPages = 2'000;
constexpr qsizetype kMostDictionary = 300'000; // bytes; looked for no further
constexpr qsizetype kMostStream = 16'000'000; // bytes of one that is unpacked
constexpr qsizetype kMostUnpacked = 256'000'000; // bytes of all together
constexpr qsizetype kMostXmp = 1'000'000;

using CodeTable = QHash<QByteArray, QByteArray>; // four hex digits → UTF-8

/// Objects by their number, as PdfFile wrote them.
class Objects {
public:
    explicit Objects(const QByteArray &pdf) : m_pdf(pdf)
    {
        const auto start = pdf.lastIndexOf("startxref\n");
        const qsizetype table = start < 0 ? -1 : number(start + 10);
        if (table < 0 || table > pdf.size() || !QByteArrayView(pdf).sliced(table).startsWith("xref\n0 "))
            return;
        const auto count = std::min<qsizetype>(number(table + 7), kMostObjects);
        const auto entries = pdf.indexOf('\n', table + 5) + 1;
        for (qsizetype i = 0; entries > 0 && i < count && entries + (i + 1) * 20 <= pdf.size(); ++i)
            m_offsets.append(number(entries + i * 20));
        m_trailer = pdf.mid(entries + m_offsets.size() * 20, 1000);
    }

    QByteArray trailer() const { return m_trailer; }

    /// What stands between obj and stream or endobj.
    QByteArray dictionary(qsizetype object) const
    {
        const qsizetype from = bodyOf(object);
        if (from < 0)
            return {};
        const QByteArray near = m_pdf.mid(from, kMostDictionary);
        const qsizetype end = near.indexOf("\nendobj");
        const qsizetype stream = near.indexOf(">>stream\n");
        const bool isStream = stream >= 0 && (end < 0 || stream < end);
        return isStream ? near.left(stream + 2) : near.left(std::max<qsizetype>(0, end));
    }

    QByteArray stream(qsizetype object)
    {
        const QByteArray about = dictionary(object);
        const qsizetype from = bodyOf(object) + about.size();
        const qsizetype length = valueOf(about, "/Length ");
        if (about.isEmpty() || !QByteArrayView(m_pdf).sliced(from).startsWith("stream\n") || length < 0
            || length > m_pdf.size() - from - 7)
            return {};
        const QByteArray bytes = m_pdf.mid(from + 7, length);
        if (!about.contains("/FlateDecode"))
            return bytes;
        if (m_unpacked > kMostUnpacked)
            return {};
        const QByteArray unpacked = pdf::unpacked(bytes, kMostStream);
        m_unpacked += unpacked.isEmpty() ? kMostStream : unpacked.size(); // what failed cost as much
        return unpacked;
    }

    /// The whole number behind a name; -1: none. Of a reference its object.
    static qsizetype valueOf(const QByteArray &dictionary, const char *name)
    {
        const auto at = dictionary.indexOf(name);
        return at < 0 ? -1 : digits(dictionary, at + qsizetype(qstrlen(name)));
    }

    static qsizetype digits(const QByteArray &text, qsizetype at)
    {
        qsizetype value = 0;
        const qsizetype from = at;
        constexpr qsizetype kMost = 12; // digits
        while (at < text.size() && at - from < kMost && text[at] >= '0' && text[at] <= '9')
            value = value * 10 + (text[at++] - '0');
        return at == from ? -1 : value;
    }

private:
    qsizetype number(qsizetype at) const { return digits(m_pdf, at); }

    qsizetype bodyOf(qsizetype object) const
    {
        const qsizetype at = m_offsets.value(object, -1);
        const QByteArray head = QByteArray::number(object) + " 0 obj\n";
        const bool isThere = object > 0 && at > 0 && at < m_pdf.size() - head.size()
            && QByteArrayView(m_pdf).sliced(at).startsWith(head);
        return isThere ? at + head.size() : -1;
    }

    const QByteArray &m_pdf;
    QList<qsizetype> m_offsets{};
    QByteArray m_trailer{};
    qsizetype m_unpacked = 0;
};

/// UTF-8 of UTF-16 in hex, without blanks.
QByteArray characters(QByteArrayView hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toByteArray());
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(char16_t((quint8(bytes[i]) << 8) | quint8(bytes[i + 1])));
    return text.remove(QChar(0xFEFF)).remove(u' ').toUtf8();
}

/// The lines <code><text> of a ToUnicode map.
CodeTable codes(const QByteArray &map)
{
    CodeTable table;
    for (const QByteArray &line : map.split('\n')) {
        const auto middle = line.indexOf("><");
        if (line.startsWith('<') && line.endsWith('>') && middle == 5)
            table.insert(line.mid(1, 4), characters(QByteArrayView(line).sliced(7).chopped(1)));
    }
    return table;
}

/// Reads the content stream of a page, operation by operation as PageContent wrote it.
class PageReader {
public:
    PageReader(const QHash<QByteArray, CodeTable> &fonts, const QHash<QByteArray, QByteArray> &pictures)
        : m_fonts(fonts), m_pictures(pictures)
    { }

    ReadPage read(const QByteArray &stream)
    {
        for (const QByteArray &line : stream.split('\n'))
            take(line);
        return std::move(m_page);
    }

private:
    enum class Mark { Other, Artifact, Spoken };

    bool isIn(Mark mark) const { return std::find(m_marks.begin(), m_marks.end(), mark) != m_marks.end(); }

    void take(const QByteArray &line)
    {
        static const QByteArray spoken("/Span<</ActualText<");
        if (line.endsWith("TJ")) {
            takeText(line);
            return;
        }
        if (line.endsWith(" Tf"))
            m_font
                = line.mid(line.indexOf("/F"), line.lastIndexOf(' ', line.size() - 4) - line.indexOf("/F"));
        if (line.endsWith(" Do"))
            m_page.content += m_pictures.value(line.left(line.indexOf(' ')));
        if (line.startsWith(spoken)) {
            const auto end = line.indexOf('>', spoken.size());
            const QByteArray words = characters(
                QByteArrayView(line).sliced(spoken.size(), std::max<qsizetype>(0, end - spoken.size())));
            if (!isIn(Mark::Artifact) && !isIn(Mark::Spoken))
                m_page.text += words;
            m_marks.push_back(Mark::Spoken);
        } else if (line.endsWith("BDC") || line.endsWith("BMC")) {
            m_marks.push_back(line.startsWith("/Artifact") ? Mark::Artifact : Mark::Other);
        } else if (line == "EMC" && !m_marks.empty()) {
            m_marks.pop_back();
        }
        m_page.content += line + '\n';
    }

    /// [<codes>shift<codes>]TJ
    void takeText(const QByteArray &line)
    {
        const CodeTable font = m_fonts.value(m_font);
        const bool isSaid = !isIn(Mark::Artifact) && !isIn(Mark::Spoken);
        bool isCode = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == '<' || line[i] == '>')
                isCode = line[i] == '<';
            if (!isCode || line[i] == '<') {
                m_page.content += line[i];
                continue;
            }
            const QByteArray character = font.value(line.mid(i, 4));
            m_page.content += character;
            if (isSaid)
                m_page.text += character;
            i += 3;
        }
        m_page.content += '\n';
    }

    const QHash<QByteArray, CodeTable> &m_fonts;
    const QHash<QByteArray, QByteArray> &m_pictures;
    std::vector<Mark> m_marks{};
    QByteArray m_font{};
    ReadPage m_page{};
};

/// "/Name 12 0 R" of a dictionary inside the resources, as names and objects.
QHash<QByteArray, qsizetype> entriesOf(const QByteArray &resources, const char *dictionary)
{
    QHash<QByteArray, qsizetype> entries;
    const auto from = resources.indexOf(dictionary);
    const auto to = from < 0 ? -1 : resources.indexOf(">>", from);
    if (to < 0)
        return entries;
    const QByteArray inside
        = resources.mid(from + qsizetype(qstrlen(dictionary)), to - from - qsizetype(qstrlen(dictionary)));
    constexpr char kName = '/';
    for (const QByteArray &entry : inside.split(kName)) {
        const auto blank = entry.indexOf(' ');
        if (blank > 0)
            entries.insert('/' + entry.left(blank), Objects::digits(entry, blank + 1));
    }
    return entries;
}

} // namespace

std::optional<PdfOrigin> readOrigin(const QByteArray &pdf)
{
    const auto from = pdf.lastIndexOf("<x:xmpmeta");
    const auto to = from < 0 ? -1 : pdf.indexOf("</x:xmpmeta>", from);
    if (to < 0 || to - from > kMostXmp)
        return std::nullopt;
    QXmlStreamReader xml(pdf.mid(from, to + 12 - from));
    PdfOrigin origin;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement
            || xml.namespaceUri() != QLatin1String(kOriginNamespace))
            continue;
        const QString name = xml.name().toString();
        const QString value = xml.readElementText(QXmlStreamReader::SkipChildElements);
        if (name == u"program")
            origin.program = value;
        else if (name == u"options")
            origin.options = value;
        else if (name == u"digest")
            origin.digest = value;
        else if (name == u"fonts")
            origin.fonts = value.split(u' ', Qt::SkipEmptyParts);
    }
    const bool isWhole = !xml.hasError() && !origin.options.isEmpty() && !origin.digest.isEmpty();
    return isWhole ? std::optional(origin) : std::nullopt;
}

QList<ReadPage> readPages(const QByteArray &pdf)
{
    Objects objects(pdf);
    const QByteArray catalog = objects.dictionary(Objects::valueOf(objects.trailer(), "/Root "));
    const QByteArray tree = objects.dictionary(Objects::valueOf(catalog, "/Pages "));
    const auto kids = tree.indexOf("/Kids[");
    const auto end = tree.indexOf(']', kids);
    if (kids < 0 || end < 0)
        return {};
    QHash<QByteArray, CodeTable> fonts;
    QHash<QByteArray, QByteArray> pictures;
    qsizetype resources = -1; // all pages share them
    QList<ReadPage> pages;
    const QList<QByteArray> references = tree.mid(kids + 6, end - kids - 6).split('R');
    for (const QByteArray &reference : references) {
        const QByteArray page = objects.dictionary(Objects::digits(reference.trimmed(), 0));
        if (page.isEmpty() || pages.size() >= kMostPages)
            continue;
        if (const auto own = Objects::valueOf(page, "/Resources "); own != resources) {
            if (resources >= 0)
                return {}; // not ours
            resources = own;
            const QByteArray all = objects.dictionary(own);
            for (const auto &[name, object] : entriesOf(all, "/Font<<").asKeyValueRange())
                fonts.insert(
                    name, codes(objects.stream(Objects::valueOf(objects.dictionary(object), "/ToUnicode "))));
            for (const auto &[name, object] : entriesOf(all, "/XObject<<").asKeyValueRange())
                pictures.insert(name,
                    QCryptographicHash::hash(objects.stream(object), QCryptographicHash::Sha256).toHex());
        }
        pages.append(PageReader(fonts, pictures).read(objects.stream(Objects::valueOf(page, "/Contents "))));
    }
    return pages;
}

} // namespace nianbao
