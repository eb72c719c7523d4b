// SPDX-License-Identifier: MulanPSL-2.0
#include "docxnumbering.h"

#include "docxnumerals.h"
#include "docxproperties.h"
#include "xmlreader.h"

namespace nianbao {

namespace {

constexpr int kMostLists = 20'000;
constexpr int kLongestText = 100; // of a level

bool isLevel(int level) { return level >= 0 && level < DocxNumbering::kLevels; }

int levelAttribute(const XmlReader &xml)
{
    bool isNumber = false;
    const int level = xml.attribute(u"ilvl").toInt(&isNumber);
    return isNumber && isLevel(level) ? level : -1;
}

} // namespace

Result<DocxNumbering> DocxNumbering::read(const QByteArray &xml, const QString &part)
{
    DocxNumbering numbering;
    XmlReader reader(xml, part);
    Level *level = nullptr;
    List *list = nullptr;
    Use *use = nullptr;
    int overridden = -1;
    while (reader.next()) {
        if (reader.isStart())
            numbering.readElement(reader, level, list, use, overridden);
        else if (reader.isEnd() && reader.is(u"lvl"))
            level = nullptr;
        else if (reader.isEnd() && reader.is(u"lvlOverride"))
            overridden = -1;
        if (numbering.m_lists.size() + numbering.m_uses.size() > kMostLists)
            return Error{ErrorCode::TooManyParts, {}, QString::number(kMostLists)};
    }
    if (auto read = reader.result(); !read)
        return read.error();
    return numbering;
}

void DocxNumbering::readElement(XmlReader &xml, Level *&level, List *&list, Use *&use, int &overridden)
{
    if (xml.is(u"abstractNum")) {
        list = &m_lists[xml.attribute(u"abstractNumId").toInt()];
        use = nullptr;
    } else if (xml.is(u"num")) {
        use = &m_uses[xml.attribute(u"numId").toInt()];
        list = nullptr;
    } else if (xml.is(u"lvl")) {
        const int at = levelAttribute(xml);
        level = at < 0 ? nullptr : use ? &use->levels[at] : list ? &list->levels[at] : nullptr;
    } else if (xml.is(u"pPr") || xml.is(u"rPr") || xml.is(u"numPicBullet")) {
        xml.skip();
    } else if (level) {
        readLevel(xml, *level);
    } else if (list && xml.is(u"numStyleLink")) {
        list->takenFrom = xml.attribute(u"val");
    } else if (use && xml.is(u"abstractNumId")) {
        use->list = docxNumber(xml).value_or(-1);
    } else if (use && xml.is(u"lvlOverride")) {
        overridden = levelAttribute(xml);
    } else if (use && overridden >= 0 && xml.is(u"startOverride")) {
        if (const auto start = docxNumber(xml))
            use->starts[overridden] = *start;
    }
}

void DocxNumbering::readLevel(const XmlReader &xml, Level &level)
{
    if (xml.is(u"start"))
        level.start = docxNumber(xml).value_or(0);
    else if (xml.is(u"numFmt") && xml.attribute(u"val") != u"custom") // beside it stands one that is known
        level.format = xml.attribute(u"val").left(kLongestText);
    else if (xml.is(u"lvlText"))
        level.text = xml.attribute(u"val").left(kLongestText);
    else if (xml.is(u"lvlRestart"))
        level.restartsAfter = docxNumber(xml).value_or(-1);
    else if (xml.is(u"pStyle"))
        level.style = xml.attribute(u"val");
    else if (xml.is(u"isLgl"))
        level.isPlain = isOn(xml);
}

QStringList DocxNumbering::listStyles() const
{
    QStringList all;
    for (const List &list : m_lists) {
        if (!list.takenFrom.isEmpty())
            all.append(list.takenFrom);
    }
    return all;
}

/// The list that a number counts in, through list styles; -1: none. A circle of styles is none.
int DocxNumbering::listOf(int number) const
{
    constexpr int kSteps = 8;
    for (int step = 0; step < kSteps; ++step) {
        const auto use = m_uses.constFind(number);
        if (use == m_uses.cend())
            return -1;
        const auto list = m_lists.constFind(use->list);
        if (list == m_lists.cend())
            return -1;
        if (list->takenFrom.isEmpty() || !list->levels.isEmpty())
            return use->list;
        number = m_listStyles.value(list->takenFrom, -1);
    }
    return -1;
}

DocxNumbering::Level DocxNumbering::levelOf(const Use &use, const List &list, int level) const
{
    const auto own = use.levels.constFind(level);
    return own != use.levels.cend() ? *own : list.levels.value(level);
}

qint64 DocxNumbering::startOf(const Use &use, const Level &level, int at)
{
    return use.starts.value(at, level.start);
}

int DocxNumbering::levelOfStyle(int number, const QString &style) const
{
    const auto list = m_lists.constFind(listOf(number));
    if (list == m_lists.cend() || style.isEmpty())
        return -1;
    for (auto level = list->levels.cbegin(); level != list->levels.cend(); ++level) {
        if (level->style == style)
            return level.key();
    }
    return -1;
}

QString DocxNumbering::next(int number, int level)
{
    const auto found = m_lists.find(listOf(number));
    if (found == m_lists.end() || !isLevel(level))
        return {};
    List &list = *found;
    Use &use = m_uses[number];
    const Level own = levelOf(use, list, level);
    const auto at = size_t(level);
    const bool beginsAnew = use.starts.contains(level) && !use.started.contains(level);
    if (beginsAnew)
        use.started.insert(level);
    list.values[at] = beginsAnew || !list.isCounted[at] ? startOf(use, own, level) : list.values[at] + 1;
    list.isCounted[at] = true;
    for (int below = level + 1; below < kLevels; ++below) {
        const int restarts = levelOf(use, list, below).restartsAfter;
        if (restarts < 0 || level < restarts)
            list.isCounted[size_t(below)] = false;
    }
    if (own.format == u"bullet")
        return {};
    return printed(use, list, own);
}

QString DocxNumbering::printed(const Use &use, const List &list, const Level &own) const
{
    QString text;
    for (qsizetype i = 0; i < own.text.size(); ++i) {
        const int other
            = i + 1 < own.text.size() && own.text.at(i) == u'%' ? own.text.at(i + 1).unicode() - u'1' : -1;
        if (!isLevel(other)) {
            text += own.text.at(i);
            continue;
        }
        ++i;
        const Level shown = levelOf(use, list, other);
        const bool isCounted = list.isCounted[size_t(other)];
        const qint64 value = isCounted ? list.values[size_t(other)] : startOf(use, shown, other);
        text += docxNumeral(value, own.isPlain ? QStringView(u"decimal") : QStringView(shown.format));
    }
    return text.trimmed();
}

} // namespace nianbao
