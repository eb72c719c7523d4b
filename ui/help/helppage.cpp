// SPDX-License-Identifier: MulanPSL-2.0
#include "helppage.h"

#include "appearance.h"
#include "helpmarkup.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace nianbao {

namespace {

QString pathOf(const QString &picture) { return QStringLiteral(":/help/") + picture; }

/// resources/help/page.css with the colours of the palette in it.
QString styleOf(const QPalette &palette)
{
    QFile file(pathOf(QStringLiteral("page.css")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the manual has no style");
    QString style = QString::fromUtf8(file.readAll());
    const std::initializer_list<std::pair<QString, QColor>> colours{
        {QStringLiteral("@quiet"), appearance::quiet(palette)},
        {QStringLiteral("@surface"), appearance::surface(palette)},
        {QStringLiteral("@line"), appearance::line(palette)},
        {QStringLiteral("@head"), appearance::headGround(palette)},
        {QStringLiteral("@link"), palette.color(QPalette::Link)}};
    for (const auto &[name, colour] : colours)
        style.replace(name, colour.name());
    return style;
}

} // namespace

HelpPage::HelpPage(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("helpPage"));
    setAccessibleName(tr("Chapter of the manual"));
    setOpenLinks(false); // the window knows its chapters
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // laid out anew it would come and go, and the width with it
    document()->setDocumentMargin(fontMetrics().height());
    m_laterWidth.setSingleShot(true);
    m_laterWidth.setInterval(100); // while somebody drags the edge
    connect(&m_laterWidth, &QTimer::timeout, this, &HelpPage::layOut);
    connect(this, &QTextBrowser::anchorClicked, this,
        [this](const QUrl &url) { Q_EMIT linkChosen(url.toString(QUrl::FullyDecoded)); });
}

void HelpPage::showChapter(const QString &markup)
{
    m_markup = markup;
    m_section.clear();
    m_words.clear();
    layOut();
    goTo({});
}

void HelpPage::goTo(const QString &section)
{
    mark(section);
    if (section.isEmpty())
        verticalScrollBar()->setValue(0);
    else
        scrollToAnchor(section);
}

void HelpPage::mark(const QString &section)
{
    m_section = section;
    showMarks();
}

QTextCursor HelpPage::headingOf(const QString &section) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || block.text() != section)
            continue;
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        return cursor;
    }
    return {};
}

bool HelpPage::isInSight(const QString &section) const
{
    const QTextCursor heading = headingOf(section);
    return !heading.isNull() && viewport()->rect().contains(cursorRect(heading));
}

ReadingPlace HelpPage::readingPlace() const
{
    const QTextCursor top = cursorForPosition({0, 0});
    return {top.position(), cursorRect(top).top()};
}

void HelpPage::returnTo(const ReadingPlace &place)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::min(place.position, document()->characterCount() - 1));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(cursor).top() - place.below);
}

void HelpPage::markWords(const QString &words)
{
    m_words = words;
    showMarks();
}

/// The word, and where it was written with blanks between Chinese and Latin, as the manual is searched.
static QRegularExpression spelled(const QString &word)
{
    QString pattern;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const auto isHan = [&word](qsizetype at) { return word[at].script() == QChar::Script_Han; };
        if (i > 0 && isHan(i - 1) != isHan(i))
            pattern += QStringLiteral(" ?");
        pattern += QRegularExpression::escape(word.mid(i, 1));
    }
    return QRegularExpression(pattern);
}

void HelpPage::showMarks()
{
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    QList<ExtraSelection> marks;
    if (const QTextCursor heading = headingOf(m_section); !heading.isNull()) {
        QTextCharFormat ground;
        ground.setBackground(palette().color(QPalette::Highlight));
        ground.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append({heading, ground});
    }
    QTextCharFormat format;
    format.setBackground(palette().color(QPalette::Highlight));
    format.setForeground(palette().color(QPalette::HighlightedText));
    for (const QString &word : m_words.split(blank, Qt::SkipEmptyParts)) {
        const QRegularExpression written = spelled(word);
        for (QTextCursor at = document()->find(written); !at.isNull(); at = document()->find(written, at))
            marks.append({at, format});
    }
    setExtraSelections(marks);
}

QSize HelpPage::shownSize(const QString &picture) const
{
    const int room = std::max(1, viewport()->width() - int(2 * document()->documentMargin()));
    const QSize whole = QImageReader(pathOf(picture)).size();
    return whole.width() <= room ? whole : QSize(room, whole.height() * room / whole.width());
}

/// What stands at the top stays there.
void HelpPage::layOut()
{
    const ReadingPlace place = readingPlace();
    m_width = viewport()->width();
    document()->setDefaultStyleSheet(styleOf(palette()));
    setHtml(helpmarkup::html(m_markup, [this](const QString &name) { return shownSize(name); }));
    showMarks();
    returnTo(place);
}

/// Made as large as it is shown, to the pixel: scaled while painting, its words could not be read.
QVariant HelpPage::loadResource(int type, const QUrl &name)
{
    QImage picture;
    if (type != QTextDocument::ImageResource || !picture.load(pathOf(name.path())))
        return {};
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(shownSize(name.path())) * ratio).toSize();
    picture = picture.convertToFormat(QImage::Format_RGB32);
    if (picture.size() != size) { // made a little smaller at once, thin strokes would be lost
        constexpr int kFiner = 3;
        picture = picture.scaled(size * kFiner, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QPainter painter(&picture);
    painter.setPen(appearance::line(palette()));
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1)); // where it ends
    painter.end();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void HelpPage::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (viewport()->width() != m_width)
        m_laterWidth.start();
}

void HelpPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markup.isEmpty())
        m_laterWidth.start();
}

} // namespace nianbao
