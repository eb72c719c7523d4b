// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"

#include "markupsource.h"
#include "pagereader.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kMostMhtMegabytes = 64;
constexpr int kMostParts = 2'000;
constexpr qsizetype kMostHead = 65'536; // bytes of the head lines of a part

/// One part of a message, RFC 2045: head lines by their name in lower case.
struct MessagePart {
    QHash<QByteArray, QByteArray> head{};
    QByteArray body{}; // as it stands in the file
};

MessagePart partOf(const QByteArray &bytes)
{
    MessagePart part;
    QByteArray last;
    qsizetype at = 0;
    while (at < std::min(bytes.size(), kMostHead)) {
        const auto end = bytes.indexOf('\n', at);
        const QByteArray line = bytes.mid(at, end < 0 ? -1 : end - at);
        at = end < 0 ? bytes.size() : end + 1;
        if (line.trimmed().isEmpty())
            break;
        if ((line.startsWith(' ') || line.startsWith('\t')) && !last.isEmpty()) {
            part.head[last] += ' ' + line.trimmed();
            continue;
        }
        const auto colon = line.indexOf(':');
        last = line.left(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        if (!last.isEmpty())
            part.head.insert(last, line.mid(colon + 1).trimmed());
    }
    part.body = QByteArray::fromRawData(bytes.constData() + at, bytes.size() - at);
    return part;
}

/// boundary of “multipart/related; boundary="x"”; empty: it has none.
QByteArray parameterOf(const QByteArray &value, const char *name)
{
    const QByteArray lower = value.toLower();
    const auto at = lower.indexOf(QByteArray(name) + '=');
    if (at < 0)
        return {};
    QByteArray words = value.mid(at + qsizetype(qstrlen(name)) + 1).trimmed();
    if (words.startsWith('"'))
        return words.mid(1, words.indexOf('"', 1) - 1);
    return words.left(words.indexOf(';') < 0 ? words.size() : words.indexOf(';')).trimmed();
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                : -1;
}

/// RFC 2045 6.7.
QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '=') {
            bytes += text.at(i);
            continue;
        }
        if (i + 1 < text.size() && text.at(i + 1) == '\n') { // the line goes on
            ++i;
            continue;
        }
        if (i + 2 < text.size() && text.at(i + 1) == '\r' && text.at(i + 2) == '\n') {
            i += 2;
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text.at(i + 1)) : -1;
        const int low = high < 0 ? -1 : hexDigit(text.at(i + 2));
        if (low >= 0) {
            bytes += char(high * 16 + low);
            i += 2;
        } else {
            bytes += '=';
        }
    }
    return bytes;
}

QByteArray contentOf(const MessagePart &part)
{
    const QByteArray encoding = part.head.value("content-transfer-encoding").toLower();
    if (encoding == "base64")
        return QByteArray::fromBase64(part.body);
    return encoding == "quoted-printable" ? fromQuotedPrintable(part.body) : part.body;
}

/// The bodies between lines of "--boundary".
QList<QByteArray> splitAt(const QByteArray &body, const QByteArray &boundary)
{
    QList<QByteArray> parts;
    const QByteArray mark = "--" + boundary;
    qsizetype from = -1;
    for (qsizetype at = body.indexOf(mark); at >= 0 && parts.size() < kMostParts;
         at = body.indexOf(mark, at + mark.size())) {
        if (at > 0 && body.at(at - 1) != '\n')
            continue;
        if (from >= 0)
            parts.append(QByteArray::fromRawData(body.constData() + from, at - from));
        const auto end = body.indexOf('\n', at);
        from = end < 0 ? body.size() : end + 1;
        if (body.mid(at + mark.size(), 2) == "--")
            return parts;
    }
    if (from >= 0 && from < body.size()) // it was cut off
        parts.append(QByteArray::fromRawData(body.constData() + from, body.size() - from));
    return parts;
}

class PageFile {
public:
    void add(const QByteArray &bytes);
    Result<ForeignDocument> document() const;

private:
    void addPicture(const MessagePart &part);

    QByteArray m_page{};
    QByteArray m_charset{};
    bool m_hasPage = false;
    PagePictures m_pictures{};
};

void PageFile::addPicture(const MessagePart &part)
{
    const QByteArray content = contentOf(part);
    const QString location = QString::fromUtf8(part.head.value("content-location"));
    if (!location.isEmpty()) { // a page calls it by its whole address, or from where it stands
        m_pictures.insert(location, content);
        m_pictures.insert(location.section(u'/', -2), content);
        m_pictures.insert(location.section(u'/', -1), content);
    }
    QByteArray id = part.head.value("content-id");
    if (id.startsWith('<') && id.endsWith('>'))
        id = id.mid(1, id.size() - 2);
    if (!id.isEmpty())
        m_pictures.insert(QStringLiteral("cid:") + QString::fromUtf8(id), content);
}

/// Parts within parts are taken as they come: the first page is it.
void PageFile::add(const QByteArray &bytes)
{
    QList<QByteArray> open{bytes};
    for (int count = 0; !open.isEmpty() && count < kMostParts; ++count) {
        const MessagePart part = partOf(open.takeFirst());
        const QByteArray type = part.head.value("content-type");
        const QByteArray kind = type.toLower();
        if (kind.startsWith("multipart/")) {
            constexpr int kMostInside = 16;
            if (const QByteArray boundary = parameterOf(type, "boundary");
                !boundary.isEmpty() && count < kMostInside)
                open = splitAt(part.body, boundary) + open;
        } else if (kind.startsWith("text/html") && !m_hasPage) {
            m_page = contentOf(part);
            m_charset = parameterOf(type, "charset");
            m_hasPage = true;
        } else if (kind.startsWith("image/")) {
            addPicture(part);
        }
    }
}

Result<ForeignDocument> PageFile::document() const
{
    if (!m_hasPage)
        return Error{ErrorCode::BrokenDocument, {}, QStringLiteral("text/html")};
    const auto page = decodePage(m_page, QString::fromLatin1(m_charset));
    if (!page)
        return Error{ErrorCode::UnknownEncoding};
    return readDecodedPage(*page, m_pictures);
}

} // namespace

Result<ForeignDocument> readMht(const QByteArray &bytes)
{
    if (bytes.size() > (kMostMhtMegabytes << 20))
        return Error{ErrorCode::TooLarge, {}, QString::number(kMostMhtMegabytes)};
    if (partOf(bytes.left(kMostHead)).head.isEmpty())
        return Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("mht")};
    PageFile file;
    file.add(bytes);
    return file.document();
}

} // namespace nianbao
