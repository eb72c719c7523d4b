// SPDX-License-Identifier: MulanPSL-2.0
#include "changewords.h"

#include "appearance.h"
#include "placenames.h"

#include <QCoreApplication>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Changes)
};

using Op = TextChange::Op;

constexpr qsizetype kAround = 28; // characters of what stayed, beside a change
constexpr QChar kEnSpace(0x2002);
constexpr qsizetype kLong = 60; // a value beyond is compared word by word

QColor faint(QColor colour)
{
    colour.setAlpha(36);
    return colour;
}

/// No character is cut in two.
qsizetype edge(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() ? at - 1 : at;
}

/// Of a stretch that stayed what stands beside the changes before and behind it.
QString nearby(const QString &text, bool isFirst, bool isLast)
{
    const QString gap = QStringLiteral("……");
    const qsizetype head = isFirst ? 0 : kAround;
    const qsizetype tail = isLast ? 0 : kAround;
    if (text.size() <= head + tail + gap.size())
        return text;
    return text.left(edge(text, head)) + gap + text.mid(edge(text, text.size() - tail));
}

QString figure(const std::optional<Amount> &amount) { return amount ? amount->toString() : QString(); }
QString figure(const std::optional<qint64> &count) { return count ? QString::number(*count) : QString(); }

class Renderer {
public:
    Renderer(RichWords &words, const Report &old, const Report &now, const ChangeInk &ink, Heads heads)
        : m_words(words), m_old(old), m_now(now), m_ink(ink), m_heads(heads)
    { }

    void all(const ReportChanges &changes)
    {
        render(changes, false);
        m_isFollowing = true;
        render(changes, true);
    }

private:
    void render(const ReportChanges &changes, bool follows)
    {
        for (const FactChange &change : changes.facts) {
            if (change.follows == follows)
                fact(change);
        }
        for (const CellChange &change : changes.cells) {
            if (change.follows == follows)
                cell(change);
        }
        for (const SubSectionChange &change : changes.texts) {
            if (change.follows == follows)
                text(change);
        }
        for (const ChannelChange &change : changes.channels) {
            if (!follows)
                channel(change);
        }
        for (const IllustrationChange &change : changes.illustrations) {
            if (change.follows == follows)
                illustration(change);
        }
    }

    /// The head of a place, once; before the first of what follows a line that says so.
    void head(const QString &name, const Place &place)
    {
        const bool isFirstThatFollows = m_isFollowing && !m_isFollowingSaid;
        if (name == m_head && !isFirstThatFollows) {
            m_words.newLine();
            return;
        }
        m_words.newParagraph();
        if (isFirstThatFollows)
            m_words.coloured(Words::tr("Follows from these changes:"), m_ink.quiet).newParagraph();
        m_isFollowingSaid = m_isFollowingSaid || m_isFollowing;
        m_head = name;
        m_heads == Heads::Links ? m_words.link(place.toString(), name) : m_words.bold(name);
        m_words.newLine();
    }
    void label(const QString &name) { m_words.add(name + QStringLiteral("　")); }
    void tag(const QString &words) { m_words.coloured(words + QStringLiteral("　"), m_ink.quiet); }

    void value(const QString &old, const QString &now)
    {
        const QString blank = Words::tr("blank");
        m_ink.gone(m_words, old.isEmpty() ? blank : old);
        m_words.add(QStringLiteral(" → "));
        m_ink.come(m_words, now.isEmpty() ? blank : now);
    }

    void fact(const FactChange &change)
    {
        head(change.key == u"form"          ? Words::tr("Form")
                : change.key == u"year"     ? Words::tr("Year")
                : change.key == u"revision" ? Words::tr("Revision")
                                            : said(placeName(m_now, change.place)),
            change.place);
        if (change.key == u"form") // its id is of the files, its name of people
            return value(m_old.spec().name, m_now.spec().name);
        const bool isShort = std::max(change.old.size(), change.now.size()) <= kLong;
        if (isShort || change.old.isEmpty() || change.now.isEmpty())
            value(change.old, change.now);
        else
            addTextChanges(m_words, change.changes, m_ink);
    }

    void cell(const CellChange &change)
    {
        const Report &holder = change.isRemoved ? m_old : m_now;
        const CellSpec *spec = holder.spec().cell(change.place.cellId());
        const QString name = spec ? spec->label : change.place.cellId().toString();
        if (change.isFigureChanged()) {
            head(said(partName(holder, change.place)), change.place);
            label(name);
            if (change.old != change.now)
                value(figure(change.old), figure(change.now));
            else
                m_words.add(change.isOpen
                        ? Words::tr("%1 is declared, the sum says otherwise").arg(figure(change.now))
                        : Words::tr("%1 is settled now").arg(figure(change.now)));
        }
        if (change.isNoteChanged()) {
            head(said(partName(holder, change.place)), change.place);
            label(Words::tr("%1, note").arg(name));
            value(change.oldNote, change.note);
        }
    }

    void text(const SubSectionChange &change)
    {
        const Report &holder = change.isRemoved ? m_old : m_now;
        head(said(placeName(holder, change.isRemoved ? change.was : change.place)), change.place);
        if (change.isAdded())
            tag(Words::tr("New"));
        if (change.isRemoved)
            tag(Words::tr("Removed"));
        if (change.isMoved)
            tag(Words::tr("Moved; it was %1").arg(said(placeName(m_old, change.was))));
        if (change.isHeadingChanged()) {
            label(Words::tr("Heading"));
            value(change.oldHeading, change.heading);
            m_words.newLine();
        }
        if (change.isTextChanged())
            addTextChanges(m_words, change.changes, m_ink);
    }

    void channel(const ChannelChange &change)
    {
        head(said(placeName(m_now, Place::channels())), Place::channels());
        if (change.isAdded())
            m_ink.come(m_words, change.name);
        else if (change.isRemoved)
            m_ink.gone(m_words, change.oldName);
        else if (change.oldName != change.name)
            value(change.oldName, change.name);
        else
            m_words.add(change.name);
        m_words.add(QStringLiteral("　"));
        if (change.isMoved)
            tag(Words::tr("Moved"));
        if (change.oldCount != change.count)
            value(figure(change.oldCount), figure(change.count));
        for (const Category &category : change.categories) {
            const QString entry = QStringLiteral("　%1 %2").arg(category.name, figure(category.count));
            change.isRemoved ? m_ink.gone(m_words, entry) : m_ink.come(m_words, entry);
        }
    }

    void illustration(const IllustrationChange &change)
    {
        const Report &holder = change.isRemoved() ? m_old : m_now;
        head(said(placeName(holder, change.isRemoved() ? change.was : change.place)), change.place);
        if (change.isAdded())
            tag(Words::tr("New"));
        if (change.isRemoved())
            tag(Words::tr("Removed"));
        if (change.isMoved)
            tag(Words::tr("Moved"));
        if (change.isPictureChanged())
            tag(Words::tr("Another picture"));
        if (change.isCaptionChanged())
            value(change.old->caption, change.now->caption);
        if (change.isChartChanged())
            value(change.oldDrawn, change.drawn);
    }

    RichWords &m_words;
    const Report &m_old;
    const Report &m_now;
    const ChangeInk &m_ink;
    Heads m_heads;
    QString m_head{};
    bool m_isFollowing = false;
    bool m_isFollowingSaid = false;
};

} // namespace

ChangeInk::ChangeInk(const QPalette &palette)
    : quiet(appearance::quiet(palette))
    , goneColour(appearance::levelColour(palette, Level::Error))
    , goneGround(faint(goneColour))
    , comeColour(appearance::accent(palette))
    , comeGround(faint(comeColour))
{ }

RichWords &ChangeInk::gone(RichWords &words, const QString &text) const
{
    return words.struck(text, goneColour, goneGround);
}

RichWords &ChangeInk::come(RichWords &words, const QString &text) const
{
    return words.underlined(text, comeColour, comeGround);
}

QString gapBefore(const QList<TextChange> &changes, qsizetype i)
{
    const bool areBeside = i > 0 && changes[i].op != Op::Keep && changes[i - 1].op != Op::Keep;
    return areBeside ? QString(kEnSpace) : QString();
}

void addTextChanges(RichWords &words, const QList<TextChange> &changes, const ChangeInk &ink)
{
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const TextChange &change = changes[i];
        words.add(gapBefore(changes, i));
        switch (change.op) {
        case Op::Keep: words.add(nearby(change.text, i == 0, i + 1 == changes.size())); break;
        case Op::Delete: ink.gone(words, change.text); break;
        case Op::Insert: ink.come(words, change.text); break;
        }
    }
}

void addChanges(RichWords &words, const ReportChanges &changes, const Report &old, const Report &now,
    const ChangeInk &ink, Heads heads)
{
    Renderer(words, old, now, ink, heads).all(changes);
}

QString changeCounts(const ReportChanges &changes)
{
    QStringList parts;
    const auto add = [&parts](const QString &words, qsizetype number) {
        if (number > 0)
            parts.append(words.arg(number));
    };
    add(Words::tr("%1 entries"), changes.facts.size());
    add(Words::tr("%1 cells"), changes.cells.size());
    add(Words::tr("%1 texts"), changes.texts.size());
    add(Words::tr("%1 channels"), changes.channels.size());
    add(Words::tr("%1 figures"), changes.illustrations.size());
    return parts.join(Words::tr(", "));
}

} // namespace nianbao
