// SPDX-License-Identifier: MulanPSL-2.0
#include "jsonline.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>
#include <optional>

namespace nianbao {

namespace {

/// Stands before a value of the text, and goes into it.
class Walker {
public:
    explicit Walker(const QByteArray &json) : m_json(json)
    {
        if (json.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        skipBlanks();
    }
    qsizetype at() const { return m_at; }

    /// To the member, or element, with which the path begins; what is left of the path. Nothing: it is not
    /// there.
    std::optional<QString> enter(const QString &path)
    {
        return current() == '[' ? enterArray(path) : current() == '{' ? enterObject(path) : std::nullopt;
    }

private:
    char current() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    void skipBlanks()
    {
        while (current() == ' ' || current() == '\t' || current() == '\n' || current() == '\r')
            ++m_at;
    }

    void skipString()
    {
        for (++m_at; m_at < m_json.size() && current() != '"'; ++m_at) {
            if (current() == '\\')
                ++m_at;
        }
        ++m_at;
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = current();
            if (c == '"') {
                skipString();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
            while (depth == 0 && c != '}' && c != ']' && isPlain(current())) // true, 12.5
                ++m_at;
        } while (depth > 0 && m_at < m_json.size());
    }
    static bool isPlain(char c) { return c != '\0' && !std::strchr(" \t\r\n,]}", c); }

    /// From one to the next in a list or an object. False: there is none.
    bool toNext()
    {
        skipBlanks();
        const bool hasMore = current() == ',';
        ++m_at;
        skipBlanks();
        return hasMore;
    }

    std::optional<QString> enterArray(const QString &path)
    {
        const auto end = path.indexOf(u']');
        bool isNumber = false;
        const int index = path.startsWith(u'[') ? path.mid(1, end - 1).toInt(&isNumber) : 0;
        if (!isNumber)
            return std::nullopt;
        ++m_at;
        skipBlanks();
        if (current() == ']')
            return std::nullopt;
        for (int i = 0; i < index; ++i) {
            skipValue();
            if (!toNext())
                return std::nullopt;
        }
        return rest(path, end + 1);
    }

    /// Names may hold dots: the longest that fits is meant; of two with one name the last counts.
    std::optional<QString> enterObject(const QString &path)
    {
        qsizetype found = -1;
        qsizetype length = 0;
        ++m_at;
        skipBlanks();
        while (current() == '"') {
            const auto start = m_at;
            skipString();
            const QString name = nameInPath(unescaped(m_json.mid(start, m_at - start)));
            skipBlanks();
            ++m_at; // the colon
            skipBlanks();
            const QChar behind = name.size() < path.size() ? path[name.size()] : QChar(u'.');
            if (path.startsWith(name) && (behind == u'.' || behind == u'[') && name.size() >= length) {
                found = m_at;
                length = name.size();
            }
            skipValue();
            if (!toNext())
                break;
        }
        m_at = found;
        return found < 0 ? std::nullopt : std::optional(rest(path, length));
    }

    static QString unescaped(const QByteArray &name)
    {
        return QJsonDocument::fromJson('[' + name + ']').array().at(0).toString();
    }

    static QString rest(const QString &path, qsizetype from)
    {
        const QString left = path.mid(from);
        return left.startsWith(u'.') ? left.mid(1) : left;
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
};

} // namespace

QString nameInPath(const QString &key)
{
    constexpr qsizetype kLongest = 60;
    return key.size() > kLongest ? key.left(kLongest) + u'…' : key;
}

int lineOfPath(const QByteArray &json, const QString &path)
{
    Walker walker(json);
    auto found = walker.at();
    QString left = path;
    while (!left.isEmpty()) {
        const auto rest = walker.enter(left);
        if (!rest)
            break;
        left = *rest;
        found = walker.at();
    }
    const auto before = json.first(std::min(found, json.size()));
    return int(before.count('\n')) + 1;
}

} // namespace nianbao
