// SPDX-License-Identifier: MulanPSL-2.0
#include "contrastwalk.h"

#include "appearance.h"
#include "livetext.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QBrush>
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenuBar>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QTabBar>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace nianbao::test {

namespace {

constexpr int kLarger = 4;
constexpr double kOfText = 4.5;
constexpr double kOfLines = 3;

struct Words {
    QString who{};
    QRect rect{}; // in the window
    int em = 0;
    QList<QRgb>
        grounds{}; // of marked words: seen between their strokes, such a ground is in no square of its own
    QList<QRgb> underlines{}; // waves below words: their faint edges are no words
};

/// The grounds that words of a text stand on, as they are painted.
QList<QRgb> groundsOf(const QTextEdit &text)
{
    const QColor base = text.palette().color(QPalette::Base);
    QList<QRgb> grounds{base.rgb(), text.palette().color(QPalette::Highlight).rgb()};
    const auto over = [](const QColor &ground, const QBrush &brush) {
        QImage point(1, 1, QImage::Format_RGB32);
        point.fill(ground);
        QPainter(&point).fillRect(point.rect(), brush);
        return point.pixel(0, 0);
    };
    QList<QTextFormat> formats = text.document()->allFormats();
    for (const auto &selection : text.extraSelections())
        formats.append(selection.format);
    for (const QTextFormat &format : std::as_const(formats)) {
        if (format.hasProperty(QTextFormat::BackgroundBrush))
            grounds.append(over(base, format.background()));
    }
    for (const QRgb behind : QList<QRgb>(grounds))
        grounds.append(over(behind, LiveText::ground(text.palette())));
    return grounds;
}

QList<QRgb> underlinesOf(const QTextEdit &text)
{
    QList<QRgb> colours;
    for (const auto &selection : text.extraSelections()) {
        if (selection.format.underlineColor().isValid())
            colours.append(selection.format.underlineColor().rgb());
    }
    return colours;
}

QString nameOf(const QWidget &w, const QString &words)
{
    return QStringLiteral("%1 %2 “%3”")
        .arg(QLatin1String(w.metaObject()->className()), w.objectName(), words.simplified().left(30));
}

QImage pictureOf(QWidget &window, int larger)
{
    QImage image(window.size() * larger, QImage::Format_RGB32);
    image.setDevicePixelRatio(larger);
    image.fill(window.palette().color(QPalette::Window));
    window.render(&image);
    return image;
}

/// What of it is in sight.
QRect inWindow(const QWidget &w, const QRect &rect)
{
    const QRect seen = rect & w.visibleRegion().boundingRect();
    return seen.isEmpty() ? QRect() : QRect(w.mapTo(w.window(), seen.topLeft()), seen.size());
}

void addItems(QList<Words> &all, const QAbstractItemView &view)
{
    if (!view.model())
        return;
    const int em = QFontInfo(view.font()).pixelSize();
    const auto add = [&](auto again, const QModelIndex &parent) -> void {
        for (int row = 0; row < std::min(view.model()->rowCount(parent), 80); ++row) {
            for (int column = 0; column < view.model()->columnCount(parent); ++column) {
                const QModelIndex index = view.model()->index(row, column, parent);
                const QString words = index.data().toString();
                const QRect place = view.visualRect(index).adjusted(2, 2, -2, -2);
                const bool isHatched
                    = qvariant_cast<QBrush>(index.data(Qt::BackgroundRole)).style() > Qt::SolidPattern;
                if (!words.isEmpty() && !isHatched && index.flags().testFlag(Qt::ItemIsEnabled))
                    all.append({nameOf(view, words), inWindow(*view.viewport(), place), em});
                if (column == 0 && view.model()->hasChildren(index))
                    again(again, index);
            }
        }
    };
    add(add, view.rootIndex());
}

QList<Words> wordsOf(const QWidget &window)
{
    QList<Words> all;
    for (const QWidget *w : window.findChildren<QWidget *>()) {
        if (!w->isVisible() || !w->isEnabled() || w->window() != &window)
            continue;
        const int em = QFontInfo(w->font()).pixelSize();
        const auto add = [&](const QString &words, int edge) {
            if (!words.isEmpty())
                all.append(
                    {nameOf(*w, words), inWindow(*w, w->rect().adjusted(edge, edge, -edge, -edge)), em});
        };
        if (const auto *label = qobject_cast<const QLabel *>(w)) {
            add(label->text(), 0);
        } else if (qobject_cast<const QCheckBox *>(w) || qobject_cast<const QRadioButton *>(w)) {
            const int mark = w->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, w) + 4;
            const auto *button = static_cast<const QAbstractButton *>(w);
            if (!button->text().isEmpty())
                all.append(
                    {nameOf(*w, button->text()), inWindow(*w, w->rect().adjusted(mark, 2, -2, -2)), em});
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(w)) {
            add(button->text(), 4);
        } else if (const auto *line = qobject_cast<const QLineEdit *>(w)) {
            add(line->text() + line->placeholderText(), 3);
        } else if (const auto *text = qobject_cast<const QTextEdit *>(w)) {
            all.append(
                {nameOf(*w, text->toPlainText()), inWindow(*text->viewport(), text->viewport()->rect()), em,
                    groundsOf(*text), underlinesOf(*text)});
        } else if (const auto *combo = qobject_cast<const QComboBox *>(w)) {
            add(combo->currentText(), 4);
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(w)) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (tabs->isTabVisible(i))
                    all.append({nameOf(*w, tabs->tabText(i)),
                        inWindow(*w, tabs->tabRect(i).adjusted(3, 3, -3, -4)), em});
            }
        } else if (const auto *menus = qobject_cast<const QMenuBar *>(w)) {
            for (QAction *action : menus->actions())
                all.append({nameOf(*w, action->text()), inWindow(*w, menus->actionGeometry(action)), em});
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(w);
                   view && !qobject_cast<const QHeaderView *>(w)) {
            addItems(all, *view);
        }
    }
    all.removeIf([](const Words &words) { return words.rect.isEmpty(); });
    return all;
}

/// One colour in a tile.
struct Ink {
    QRgb colour = 0;
    int count = 0; // of points that are not at an edge
    int square = 0; // side of the largest square of it
    int run = 0; // the longest straight one
    QRect around{}; // them all
};

/// The colours of a part of the picture, without those that smoothing made.
std::vector<Ink> inksIn(const QImage &image, const QRect &tile)
{
    std::vector<Ink> inks;
    const auto inkOf = [&inks](QRgb colour) -> Ink & {
        for (Ink &ink : inks) {
            if (ink.colour == colour)
                return ink;
        }
        inks.push_back({colour, 0, 0, 0, {}});
        return inks.back();
    };
    std::vector<int> above(size_t(tile.width()), 0);
    std::vector<int> down(size_t(tile.width()), 0);
    for (int y = tile.top(); y <= tile.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        const auto *before
            = y > tile.top() ? reinterpret_cast<const QRgb *>(image.constScanLine(y - 1)) : nullptr;
        int corner = 0; // the square that ended above and left
        int across = 0;
        int left = 0;
        for (int x = tile.left(); x <= tile.right(); ++x) {
            const auto i = size_t(x - tile.left());
            const QRgb colour = line[x];
            const bool likeLeft = i > 0 && line[x - 1] == colour;
            const bool likeAbove = before && before[x] == colour;
            across = likeLeft ? across + 1 : 1;
            down[i] = likeAbove ? down[i] + 1 : 1;
            const bool likeCorner = likeLeft && likeAbove && before[x - 1] == colour;
            const int square = likeCorner ? 1 + std::min({left, above[i], corner}) : 1;
            corner = above[i];
            above[i] = square;
            left = square;
            if (square < 2)
                continue;
            Ink &ink = inkOf(colour);
            ++ink.count;
            ink.around |= QRect(x, y, 1, 1);
            ink.square = std::max(ink.square, square);
            ink.run = std::max({ink.run, across, down[i]});
        }
    }
    return inks;
}

bool isLineColour(QRgb colour)
{
    const Theme shown = themes::shownBy(QApplication::palette());
    return colour == themes::colour(shown, Colour::Line).rgb()
        || colour == themes::colour(shown, Colour::Edge).rgb();
}

/// Two steps of a gradient that is one ground to the eye.
bool isSameGround(QRgb one, QRgb other)
{
    constexpr int kStep = 3; // of 255
    return std::abs(qRed(one) - qRed(other)) <= kStep && std::abs(qGreen(one) - qGreen(other)) <= kStep
        && std::abs(qBlue(one) - qBlue(other)) <= kStep;
}

/// As it becomes at the edge of a stroke.
bool isShadeOf(QRgb ink, QRgb whole, QRgb ground)
{
    const auto span = [](QRgb a, QRgb b) {
        return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
    };
    const double share = double(span(ink, ground)) / std::max(1, span(whole, ground));
    const auto mixed = [share](int full, int none) { return int(std::lround(none + (full - none) * share)); };
    return share <= 1
        && isSameGround(ink,
            qRgb(mixed(qRed(whole), qRed(ground)), mixed(qGreen(whole), qGreen(ground)),
                mixed(qBlue(whole), qBlue(ground))));
}

/// A straight line, a band or a gradient: no character fills all that is around it, but 一, which has
/// neighbours.
bool isFilled(const Ink &ink) { return ink.count * 10 >= ink.around.width() * ink.around.height() * 8; }

struct Measured {
    double contrast = 0; // 0: there are no words
    QRgb ink = 0;
    QRgb ground = 0;
};

/// The strongest ink of a tile as large as a character against what most of it is.
Measured measure(const QImage &image, const QRect &tile, const Words &words)
{
    const int least
        = tile.width() * tile.height() / 50; // a character that is cut off at the tile's edge has less
    const auto inks = inksIn(image, tile);
    const int patch = std::max(4, words.em * kLarger / 4); // no stroke is as broad
    const auto ground = std::max_element(
        inks.begin(), inks.end(), [](const Ink &a, const Ink &b) { return a.count < b.count; });
    Measured best;
    if (ground == inks.end() || ground->square < patch)
        return best;
    const auto isGround = [&](QRgb colour) {
        return isSameGround(colour, ground->colour)
            || std::any_of(words.grounds.begin(), words.grounds.end(),
                [colour](QRgb known) { return isSameGround(colour, known); })
            || std::any_of(words.underlines.begin(), words.underlines.end(),
                [&](QRgb line) { return isShadeOf(colour, line, ground->colour); });
    };
    for (const Ink &ink : inks) {
        if (ink.count < least || ink.square >= patch || isFilled(ink) || isGround(ink.colour))
            continue;
        const bool isLine
            = isLineColour(ink.colour) && ink.run > words.em * kLarger / 8; // also a rounded corner
        const double contrast = themes::contrast(QColor(ink.colour), QColor(ground->colour));
        if (isLine && contrast >= kOfLines)
            continue;
        if (contrast > best.contrast)
            best = {contrast, ink.colour, ground->colour};
    }
    return best;
}

bool mayBeTyped(const QWidget &w)
{
    const QWidget *parent = w.parentWidget();
    return qobject_cast<const QLineEdit *>(&w)
        && !(qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QAbstractItemView *>(parent ? parent->parentWidget() : nullptr));
}

bool hasEdge(const QWidget &w)
{
    const auto *button = qobject_cast<const QPushButton *>(&w);
    return mayBeTyped(w) || qobject_cast<const QComboBox *>(&w) || qobject_cast<const QAbstractSpinBox *>(&w)
        || (button && !button->isFlat()) || qobject_cast<const QCheckBox *>(&w)
        || qobject_cast<const QRadioButton *>(&w);
}

} // namespace

QStringList faintWords(QWidget &window)
{
    const QImage image = pictureOf(window, kLarger);
    QMap<QString, Measured> worst;
    for (const Words &words : wordsOf(window)) {
        const int side = std::max(words.em, 8) * kLarger;
        const QRect whole(words.rect.topLeft() * kLarger, words.rect.size() * kLarger);
        for (int y = whole.top(); y < whole.bottom(); y += side) {
            for (int x = whole.left(); x < whole.right(); x += side) {
                const QRect tile = QRect(x, y, side, side) & whole & image.rect();
                if (tile.width() < side / 2 || tile.height() < side / 2)
                    continue;
                const Measured found = measure(image, tile, words);
                if (found.contrast <= 0 || found.contrast >= kOfText)
                    continue;
                const auto known = worst.constFind(words.who);
                if (known == worst.constEnd() || found.contrast < known->contrast)
                    worst.insert(words.who, found);
            }
        }
    }
    QStringList faults;
    for (const auto &[who, found] : worst.asKeyValueRange())
        faults.append(QStringLiteral("%1: %2 on %3 is %4")
                          .arg(who, QColor(found.ink).name(), QColor(found.ground).name())
                          .arg(found.contrast, 0, 'f', 2));
    return faults;
}

QStringList faintEdges(QWidget &window)
{
    const QImage image = pictureOf(window, 1);
    QStringList faults;
    for (const QWidget *w : window.findChildren<QWidget *>()) {
        if (!w->isVisible() || !w->isEnabled() || w->window() != &window || !hasEdge(*w))
            continue;
        if (w->visibleRegion().boundingRect() != w->rect())
            continue; // scrolled half out of sight
        const QRect rect(w->mapTo(&window, QPoint()), w->size());
        constexpr int kOutside = 2;
        constexpr int kInside = 4;
        const QColor around = image.pixelColor(
            std::max(0, rect.left() - kOutside), std::clamp(rect.center().y(), 0, image.height() - 1));
        double best = 0;
        for (int x = rect.left(); x < rect.left() + kInside; ++x) {
            if (image.valid(x, rect.center().y()))
                best = std::max(best, themes::contrast(around, image.pixelColor(x, rect.center().y())));
        }
        if (best < kOfLines)
            faults.append(QStringLiteral("%1: its edge is %2").arg(nameOf(*w, {})).arg(best, 0, 'f', 2));
    }
    return faults;
}

QStringList unseenFocus(QWidget &window)
{
    QStringList faults;
    QList<QPointer<QWidget>> all; // what has the focus may make others anew
    for (QWidget *w : window.findChildren<QWidget *>())
        all.append(w);
    for (const QPointer<QWidget> &w : std::as_const(all)) {
        const bool isReached = w && (w->focusPolicy() & Qt::TabFocus) && !w->focusProxy() && w->isVisible()
            && w->isEnabled() && w->window() == &window && !w->visibleRegion().isEmpty();
        if (!isReached || (w->parentWidget() && qobject_cast<QAbstractSpinBox *>(w->parentWidget())))
            continue;
        if (QWidget *other = QApplication::focusWidget())
            other->clearFocus();
        QApplication::processEvents();
        const QImage before = pictureOf(window, 1);
        w->setFocus(Qt::TabFocusReason);
        QApplication::processEvents();
        if (!w || QApplication::focusWidget() != w)
            continue; // gone, or handed on
        const QImage after = pictureOf(window, 1);
        const QRect place
            = QRect(w->mapTo(&window, QPoint()), w->size()).adjusted(-3, -3, 3, 3) & before.rect();
        int changed = 0;
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                if (before.pixel(x, y) != after.pixel(x, y)
                    && themes::contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= kOfLines)
                    ++changed;
            }
        }
        constexpr int kCaret = 24; // which comes and goes
        constexpr int kLarge = 60; // of what is larger a part is enough: one cell, one line
        if (changed < kCaret + std::min({w->width(), w->height(), kLarge}) / 2)
            faults.append(QStringLiteral("%1: %2 points change").arg(nameOf(*w, {})).arg(changed));
    }
    return faults;
}

QStringList smallWords(const QWidget &window)
{
    constexpr double kLeastPoints = 7.99;
    QStringList faults;
    for (const QWidget *w : window.findChildren<QWidget *>()) {
        if (!w->isVisible() || w->window() != &window)
            continue;
        const double points = QFontInfo(w->font()).pointSizeF();
        if (points < kLeastPoints)
            faults.append(QStringLiteral("%1 has %2 pt").arg(nameOf(*w, {})).arg(points));
    }
    return faults;
}

} // namespace nianbao::test
