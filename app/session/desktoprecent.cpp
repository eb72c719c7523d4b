// SPDX-License-Identifier: MulanPSL-2.0
#include "desktoprecent.h"

#include "wholefile.h"
#include "writewhole.h"

#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>
#include <functional>
#include <optional>

namespace nianbao::desktopRecent {

namespace {

constexpr qint64 kMostBytes = 8'000'000;
constexpr int kMostOurs = 100;
constexpr int kMostOpenings = 1'000'000;
const QString kProgram = QStringLiteral("Nianbao");
const QString kBookmarks = QStringLiteral("http://www.freedesktop.org/standards/desktop-bookmarks");
const QString kMime = QStringLiteral("http://www.freedesktop.org/standards/shared-mime-info");
const QString kHead = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                     "<xbel version=\"1.0\"\n"
                                     "      xmlns:bookmark=\"%1\"\n"
                                     "      xmlns:mime=\"%2\">\n</xbel>\n")
                          .arg(kBookmarks, kMime);

/// A part of the text, from its first character to the one behind its last.
struct Span {
    qsizetype from = -1;
    qsizetype to = -1;
};

/// One program that opened a file.
struct Opener {
    QString name{};
    int count = 0;
    Span span{};
};

/// An entry of the list, where it stands in the text.
struct Entry {
    QString address{};
    QDateTime when{};
    Span span{};
    Span startTag{};
    qsizetype openersEnd = -1; // before the end tag of its programs
    QString prefix{}; // of those, with its colon
    QList<Opener> openers{};

    bool isOursAlone() const { return openers.size() == 1 && openers.first().name == kProgram; }
};

struct List {
    QList<Entry> entries{};
    qsizetype end = -1; // before </xbel>
};

/// Tags of a text that is known to be well-formed, one after the other.
class Tags {
public:
    explicit Tags(const QString &text) : m_text(text) { }

    /// The next tag of an element; comments, sections and instructions in between are no tags.
    bool next()
    {
        while (true) {
            const qsizetype from = m_text.indexOf(u'<', m_span.to < 0 ? 0 : m_span.to);
            if (from < 0)
                return false;
            const QStringView rest = QStringView(m_text).sliced(from);
            const auto endsWith = [&](QLatin1String mark) { return endOf(from, mark); };
            if (rest.startsWith(QLatin1String("<!--")))
                m_span.to = endsWith(QLatin1String("-->"));
            else if (rest.startsWith(QLatin1String("<![CDATA[")))
                m_span.to = endsWith(QLatin1String("]]>"));
            else if (rest.startsWith(QLatin1String("<?")))
                m_span.to = endsWith(QLatin1String("?>"));
            else
                return takeTag(from);
            if (m_span.to < 0)
                return false;
        }
    }
    Span span() const { return m_span; }
    bool isEnd() const { return m_isEnd; }
    bool isEmptyElement() const { return m_isEmpty; }

private:
    qsizetype endOf(qsizetype from, QLatin1String mark) const
    {
        const qsizetype found = m_text.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.size();
    }
    bool takeTag(qsizetype from)
    {
        QChar quote;
        for (qsizetype i = from + 1; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                m_span = {from, i + 1};
                m_isEnd = m_text[from + 1] == u'/';
                m_isEmpty = m_text[i - 1] == u'/';
                return true;
            }
        }
        return false;
    }
    const QString &m_text;
    Span m_span{};
    bool m_isEnd = false;
    bool m_isEmpty = false;
};

/// Reads what the list says with Qt's reader, and where it stands by its tags: both see the same elements in
/// the same order. nullopt: no such list, or one with entities of its own, which nobody needs.
class ListReader {
public:
    explicit ListReader(const QString &text) : m_reader(text), m_tags(text) { }

    std::optional<List> read()
    {
        while (!m_reader.atEnd()) {
            const auto token = m_reader.readNext();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                return std::nullopt;
            if (token == QXmlStreamReader::StartElement) {
                if (!start())
                    return std::nullopt;
            } else if (token == QXmlStreamReader::EndElement && !end()) {
                return std::nullopt;
            }
        }
        return m_reader.hasError() || m_list.end < 0 ? std::nullopt : std::optional(m_list);
    }

private:
    bool start()
    {
        if (!m_tags.next() || m_tags.isEnd())
            return false;
        m_isEmpty = m_tags.isEmptyElement();
        ++m_depth;
        if (m_depth == 1)
            return m_reader.name() == u"xbel";
        if (m_depth == 2 && m_reader.name() == u"bookmark")
            beginEntry();
        else if (m_isInEntry && m_reader.namespaceUri() == kBookmarks && m_reader.name() == u"application")
            beginOpener();
        return true;
    }

    bool end()
    {
        if (!m_isEmpty && (!m_tags.next() || !m_tags.isEnd()))
            return false;
        m_isEmpty = false;
        const Span tag = m_tags.span();
        if (m_depth == 1)
            m_list.end = tag.from;
        if (m_isInEntry && m_reader.namespaceUri() == kBookmarks) {
            Entry &entry = m_list.entries.last();
            if (m_reader.name() == u"application" && !entry.openers.isEmpty())
                entry.openers.last().span.to = tag.to;
            if (m_reader.name() == u"applications" && m_tags.isEnd()) {
                entry.openersEnd = tag.from;
                const QString prefix = m_reader.prefix().toString();
                entry.prefix = prefix.isEmpty() ? prefix : prefix + u':';
            }
        }
        if (m_depth == 2 && m_isInEntry) {
            m_list.entries.last().span.to = tag.to;
            m_isInEntry = false;
        }
        --m_depth;
        return true;
    }

    void beginEntry()
    {
        m_isInEntry = true;
        const auto about = m_reader.attributes();
        Entry entry;
        entry.address = about.value(QStringLiteral("href")).toString();
        entry.when = QDateTime::fromString(
            about.value(QStringLiteral("modified")).toString().left(40), Qt::ISODateWithMs);
        entry.span.from = m_tags.span().from;
        entry.startTag = m_tags.span();
        m_list.entries.append(entry);
    }

    void beginOpener()
    {
        const auto about = m_reader.attributes();
        Opener opener;
        opener.name = about.value(QStringLiteral("name")).toString();
        opener.count = std::clamp(about.value(QStringLiteral("count")).toInt(), 0, kMostOpenings);
        opener.span.from = m_tags.span().from;
        m_list.entries.last().openers.append(opener);
    }

    QXmlStreamReader m_reader;
    Tags m_tags;
    List m_list{};
    int m_depth = 0;
    bool m_isEmpty = false; // the element has one tag for its beginning and its end
    bool m_isInEntry = false;
};

/// nullopt: not to be touched.
std::optional<QString> textOf(const QByteArray &list)
{
    if (list.size() > kMostBytes)
        return std::nullopt;
    if (list.trimmed().isEmpty())
        return kHead;
    const QString text = QString::fromUtf8(list);
    return text.toUtf8() == list ? std::optional(text) : std::nullopt; // another encoding, or garbled
}

/// As it may stand in an attribute; what else would end one, an address has as numbers.
QString addressOf(const QString &file)
{
    return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()).replace(u'&', QStringLiteral("&amp;"));
}

/// Whether both lead to the same file, however each is spelled.
bool isAddressOf(const QString &address, const QString &file)
{
    const QUrl url(address);
    return url.isLocalFile() && QDir::cleanPath(url.toLocalFile()) == QDir::cleanPath(file);
}

QString time(const QDateTime &when) { return when.toUTC().toString(Qt::ISODateWithMs); }

QString openerText(const QString &prefix, int count, const QDateTime &when)
{
    return QStringLiteral("<%1application name=\"%2\" exec=\"&apos;nianbao %u&apos;\" modified=\"%3\" "
                          "count=\"%4\"/>")
        .arg(prefix, kProgram, time(when), QString::number(count));
}

/// Names its own prefixes: what those are called in the list of others need not be looked at.
QString entryText(const QString &file, const QDateTime &when)
{
    return QStringLiteral("  <bookmark href=\"%1\" added=\"%2\" modified=\"%2\" visited=\"%2\">\n"
                          "    <info>\n"
                          "      <metadata owner=\"http://freedesktop.org\">\n"
                          "        <mime:mime-type xmlns:mime=\"%3\" "
                          "type=\"application/vnd.nianbao+sqlite3\"/>\n"
                          "        <bookmark:applications xmlns:bookmark=\"%4\">\n"
                          "          %5\n"
                          "        </bookmark:applications>\n"
                          "      </metadata>\n"
                          "    </info>\n"
                          "  </bookmark>\n")
        .arg(
            addressOf(file), time(when), kMime, kBookmarks, openerText(QStringLiteral("bookmark:"), 1, when));
}

/// The start tag with the time of the last visit.
QString visitedTag(const QString &tag, const QDateTime &when)
{
    const QRegularExpression said(QStringLiteral("(\\s(?:modified|visited)\\s*=\\s*)(\"[^\"]*\"|'[^']*')"));
    return QString(tag).replace(said, QStringLiteral("\\1\"%1\"").arg(time(when)));
}

/// Our oldest entries beyond the limit, from back to front.
QList<Span> surplus(const List &list)
{
    QList<Entry> ours;
    std::copy_if(list.entries.begin(), list.entries.end(), std::back_inserter(ours),
        [](const Entry &entry) { return entry.isOursAlone(); });
    if (ours.size() <= kMostOurs)
        return {};
    std::stable_sort(
        ours.begin(), ours.end(), [](const Entry &a, const Entry &b) { return a.when < b.when; });
    QList<Span> spans;
    for (const Entry &entry : ours.mid(0, ours.size() - kMostOurs))
        spans.append(entry.span);
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.from > b.from; });
    return spans;
}

/// With the blanks before it and the line's end behind it.
void cutOut(QString &text, Span span)
{
    while (span.from > 0 && (text[span.from - 1] == u' ' || text[span.from - 1] == u'\t'))
        --span.from;
    if (span.to < text.size() && text[span.to] == u'\n')
        ++span.to;
    text.remove(span.from, span.to - span.from);
}

/// Our mark in an entry that is there; false: its programs cannot be told.
bool markEntry(QString &text, const Entry &entry, const QDateTime &when)
{
    const auto ours = std::find_if(entry.openers.begin(), entry.openers.end(),
        [](const Opener &opener) { return opener.name == kProgram; });
    if (ours == entry.openers.end() && entry.openersEnd < 0)
        return false;
    if (ours != entry.openers.end())
        text.replace(ours->span.from, ours->span.to - ours->span.from,
            openerText(entry.prefix, std::min(ours->count + 1, kMostOpenings), when));
    else
        text.insert(entry.openersEnd, openerText(entry.prefix, 1, when));
    const Span tag = entry.startTag; // before what was just changed
    text.replace(tag.from, tag.to - tag.from, visitedTag(text.mid(tag.from, tag.to - tag.from), when));
    return true;
}

Result<> rewrite(const std::function<std::optional<QByteArray>(const QByteArray &)> &work)
{
    static auto *one = new QMutex; // outlives the thread that is waited for when the program ends
    const QMutexLocker lock(one);
    const QString file = path();
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return Error{ErrorCode::NoPermission, file};
    constexpr int kMostTries = 5; // other programs write it too, and without a lock
    for (int i = 0; i < kMostTries; ++i) {
        const auto before = readWholeFile(file, kMostBytes);
        const bool isThere = bool(before);
        if (!isThere && before.error().code != ErrorCode::FileNotFound)
            return before.error();
        const auto after = work(isThere ? *before : QByteArray());
        if (!after)
            return Error{ErrorCode::BadForm, file};
        if (isThere && *after == *before)
            return {};
        if (!isThere) {
            const auto made
                = writeNew(file, *after, Readers::Owner); // what somebody opens is nobody else's business
            if (made || made.error().code != ErrorCode::FileExists)
                return made;
        } else if (const auto now = readWholeFile(file, kMostBytes); now && *now == *before) {
            return writeWhole(file, *after);
        }
    }
    return Error{ErrorCode::WriteFailed, file};
}

} // namespace

QString path()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("recently-used.xbel"));
}

std::optional<QByteArray> withEntry(const QByteArray &bytes, const QString &file, const QDateTime &when)
{
    auto text = textOf(bytes);
    const auto list = text ? ListReader(*text).read() : std::nullopt;
    if (!list)
        return std::nullopt;
    const auto there = std::find_if(list->entries.begin(), list->entries.end(),
        [&](const Entry &entry) { return isAddressOf(entry.address, file); });
    if (there == list->entries.end())
        text->insert(list->end, entryText(file, when));
    else if (!markEntry(*text, *there, when))
        return std::nullopt;
    const auto after = ListReader(*text).read(); // what we made is what we can read
    if (!after)
        return std::nullopt;
    for (const Span &span : surplus(*after))
        cutOut(*text, span);
    return text->toUtf8();
}

std::optional<QByteArray> withoutEntries(const QByteArray &bytes, const QStringList &files)
{
    auto text = textOf(bytes);
    const auto list = text ? ListReader(*text).read() : std::nullopt;
    if (!list)
        return std::nullopt;
    QSet<QString> wanted;
    for (const QString &file : files)
        wanted.insert(QDir::cleanPath(file));
    for (auto entry = list->entries.crbegin(); entry != list->entries.crend(); ++entry) {
        const QUrl url(entry->address);
        if (!url.isLocalFile() || !wanted.contains(QDir::cleanPath(url.toLocalFile())))
            continue;
        if (entry->isOursAlone()) {
            cutOut(*text, entry->span);
            continue;
        }
        for (auto opener = entry->openers.crbegin(); opener != entry->openers.crend(); ++opener) {
            if (opener->name == kProgram)
                cutOut(*text, opener->span);
        }
    }
    return text->toUtf8();
}

Result<> add(const QString &file, const QDateTime &when)
{
    return rewrite([&](const QByteArray &list) { return withEntry(list, file, when); });
}

Result<> forget(const QStringList &files)
{
    return rewrite([&](const QByteArray &list) { return withoutEntries(list, files); });
}

namespace {

/// One thread, so that they come in their order.
QThreadPool *worker()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return &pool;
}

} // namespace

void addSoon(const QString &file, const QDateTime &when)
{
    worker()->start([file, when] { static_cast<void>(add(file, when)); });
}

void forgetSoon(const QStringList &files)
{
    worker()->start([files] { static_cast<void>(forget(files)); });
}

} // namespace nianbao::desktopRecent
