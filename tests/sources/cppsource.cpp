// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace nianbao::test {

namespace {

const QString kRoot = QStringLiteral(PROJECT_DIR);

bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

} // namespace

CppSource::CppSource(const QString &text) : m_text(text), m_bare(text), m_uncommented(text) { read(); }

int CppSource::lineOf(qsizetype place) const { return int(m_text.left(place).count(u'\n')) + 1; }

/// From the opening quote to behind the closing one; raw literals too.
void CppSource::takeLiteral(qsizetype start, qsizetype &i)
{
    QString inside;
    const bool isRaw
        = start > 0 && m_text[start - 1] == u'R' && (start < 2 || !isWordPart(m_text[start - 2]));
    if (isRaw) {
        const qsizetype open = m_text.indexOf(u'(', start);
        const QString closing = u')' + m_text.mid(start + 1, open - start - 1) + u'"';
        const qsizetype close = m_text.indexOf(closing, open);
        inside = m_text.mid(open + 1, close - open - 1);
        i = close + closing.size();
    } else {
        for (i = start + 1; i < m_text.size() && m_text[i] != u'"'; ++i) {
            if (m_text[i] == u'\\' && i + 1 < m_text.size()) {
                ++i;
                inside += m_text[i] == u'n' || m_text[i] == u't' ? QChar(u' ') : m_text[i];
            } else {
                inside += m_text[i];
            }
        }
        ++i;
    }
    for (qsizetype at = start + 1; at < i - 1; ++at) {
        if (m_bare[at] != u'\n')
            m_bare[at] = u' ';
    }
    if (!m_literals.isEmpty()
        && QStringView(m_bare)
               .mid(m_literals.last().end, start - m_literals.last().end)
               .trimmed()
               .isEmpty()) {
        m_literals.last().text += inside;
        m_literals.last().end = i;
    } else {
        m_literals.append({inside, start, i});
    }
}

void CppSource::read()
{
    const auto blank = [](QString &copy, qsizetype from, qsizetype to) {
        for (qsizetype at = from; at < to; ++at) {
            if (copy[at] != u'\n')
                copy[at] = u' ';
        }
    };
    const auto upTo = [this](const QString &end, qsizetype from) {
        const qsizetype found = m_text.indexOf(end, from);
        return found < 0 ? m_text.size() : found;
    };
    for (qsizetype i = 0; i < m_text.size();) {
        const QStringView rest = QStringView(m_text).mid(i);
        if (rest.startsWith(u"//") || rest.startsWith(u"#include")) {
            const qsizetype end = upTo(QStringLiteral("\n"), i);
            blank(m_bare, i, end);
            if (m_text[i] == u'/')
                blank(m_uncommented, i, end);
            i = end;
        } else if (rest.startsWith(u"/*")) {
            const qsizetype end = std::min(upTo(QStringLiteral("*/"), i) + 2, m_text.size());
            blank(m_bare, i, end);
            blank(m_uncommented, i, end);
            i = end;
        } else if (m_text[i] == u'"') {
            takeLiteral(i, i);
        } else if (m_text[i] == u'\'' && (i == 0 || !m_text[i - 1].isDigit())) { // 20'000 is a number
            const qsizetype end = upTo(QStringLiteral("'"), i + (rest.startsWith(u"'\\") ? 3 : 2)) + 1;
            blank(m_bare, i, std::min(end, m_text.size()));
            i = end;
        } else {
            ++i;
        }
    }
}

QStringList CppSource::callsAround(qsizetype place) const
{
    QStringList names;
    int depth = 0;
    for (qsizetype i = place - 1; i >= 0; --i) {
        const QChar c = m_bare[i];
        if (c == u')' || c == u']')
            ++depth;
        else if (depth == 0 && (c == u';' || c == u'{' || c == u'}'))
            break;
        else if (c == u'[' && depth == 0) { // a key, not words
            names.append(QStringLiteral("[]"));
            break;
        } else if (c == u'[')
            --depth;
        else if (c == u'(' && depth > 0)
            --depth;
        else if (c == u'(') {
            qsizetype end = i;
            while (end > 0 && m_bare[end - 1].isSpace())
                --end;
            qsizetype begin = end;
            while (begin > 0 && isWordPart(m_bare[begin - 1]))
                --begin;
            names.append(m_bare.mid(begin, end - begin));
        }
    }
    return names;
}

QStringList CppSource::arguments(qsizetype bracket) const
{
    QStringList list;
    int depth = 0;
    qsizetype from = bracket + 1;
    for (qsizetype i = bracket; i < m_bare.size(); ++i) {
        const QChar c = m_bare[i];
        if (c == u'(' || c == u'{' || c == u'[')
            ++depth;
        else if (c == u')' || c == u'}' || c == u']')
            --depth;
        if (depth == 0 || (depth == 1 && c == u',')) {
            list.append(m_text.mid(from, i - from).simplified());
            from = i + 1;
        }
        if (depth == 0)
            break;
    }
    if (list.size() == 1 && list.first().isEmpty())
        list.clear();
    return list;
}

QStringList sourceFiles(const QStringList &folders, const QStringList &kinds)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator all(QDir(kRoot).filePath(folder), kinds, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            files.append(QDir(kRoot).relativeFilePath(all.next()));
    }
    files.sort();
    return files;
}

QString readSource(const QString &path)
{
    QFile file(QDir(kRoot).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QStringList faultsIn(const QStringList &files,
    const std::function<QStringList(const QString &path, const QString &text)> &rule)
{
    QStringList faults;
    for (const QString &path : files)
        faults += rule(path, readSource(path));
    for (const QString &fault : std::as_const(faults))
        qWarning("%s", qPrintable(fault));
    return faults;
}

} // namespace nianbao::test
