// SPDX-License-Identifier: MulanPSL-2.0
#include "icons.h"

#include "appearance.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <utility>

// Q_INIT_RESOURCE must stand outside every namespace; a static library's resources need it.
static void initIcons() { Q_INIT_RESOURCE(widgets_icons); }

namespace nianbao::icons {

namespace {

constexpr double kGrid = 24; // width and height of every picture

struct Stroke {
    QPainterPath path{};
    QString line{}; // a colour, or currentColor
    QString fill{};
    double width = 1;
};
using Picture = QList<Stroke>;

/// Of the letters M L H V C Z, absolute: all that our pictures use.
QPainterPath pathOf(const QString &data)
{
    QPainterPath path;
    QString text = data;
    for (const QChar letter : QStringLiteral("MLHVCZ"))
        text.replace(letter, QStringLiteral(" %1 ").arg(letter));
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    qsizetype at = 0;
    const auto number = [&words, &at] { return words.value(at++).toDouble(); };
    while (at < words.size()) {
        const QChar letter = words[at++].front();
        const QPointF here = path.currentPosition();
        if (letter == u'H') {
            path.lineTo(number(), here.y());
        } else if (letter == u'V') {
            path.lineTo(here.x(), number());
        } else if (letter == u'Z') {
            path.closeSubpath();
        } else {
            std::array<QPointF, 3> points;
            for (int i = 0; i < (letter == u'C' ? 3 : 1); ++i) {
                points[size_t(i)].setX(number());
                points[size_t(i)].setY(number());
            }
            if (letter == u'M')
                path.moveTo(points[0]);
            else if (letter == u'L')
                path.lineTo(points[0]);
            else if (letter == u'C')
                path.cubicTo(points[0], points[1], points[2]);
        }
    }
    return path;
}

Picture read(const QString &name)
{
    initIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Picture picture;
    Stroke whole{{}, QStringLiteral("none"), QStringLiteral("none"), 1};
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        Stroke stroke = whole;
        const auto attributes = xml.attributes();
        if (attributes.hasAttribute(QLatin1String("stroke")))
            stroke.line = attributes.value(QLatin1String("stroke")).toString();
        if (attributes.hasAttribute(QLatin1String("fill")))
            stroke.fill = attributes.value(QLatin1String("fill")).toString();
        if (attributes.hasAttribute(QLatin1String("stroke-width")))
            stroke.width = attributes.value(QLatin1String("stroke-width")).toDouble();
        if (xml.name() == u"svg") {
            whole = stroke;
        } else {
            stroke.path = pathOf(attributes.value(QLatin1String("d")).toString());
            picture.append(stroke);
        }
    }
    return picture;
}

const Picture &picture(const QString &name)
{
    static QHash<QString, Picture> read;
    auto found = read.find(name);
    if (found == read.end())
        found = read.insert(name, icons::read(name));
    return *found;
}

/// Draws when asked, in the colours of that moment: nothing is kept that a change of theme would spoil.
class LineEngine final : public QIconEngine {
public:
    LineEngine(QString name, Colour ink) : m_name(std::move(name)), m_ink(ink) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QPalette palette = QApplication::palette();
        const Theme shown = themes::shownBy(palette);
        const QColor ink = themes::colour(shown,
            mode == QIcon::Disabled  ? Colour::Disabled
                : state == QIcon::On ? Colour::Accent
                                     : m_ink);
        const auto colourOf = [&ink](const QString &word) {
            return word == u"currentColor" ? ink : word == u"none" ? QColor(Qt::transparent) : QColor(word);
        };
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const double scale = std::min(rect.width(), rect.height()) / kGrid;
        painter->translate(QRectF(rect).center() - QPointF(kGrid, kGrid) * scale / 2);
        painter->scale(scale, scale);
        for (const Stroke &stroke : picture(m_name)) {
            painter->setPen(stroke.line == u"none"
                    ? QPen(Qt::NoPen)
                    : QPen(colourOf(stroke.line), stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->setBrush(stroke.fill == u"none" ? QBrush(Qt::NoBrush) : QBrush(colourOf(stroke.fill)));
            painter->drawPath(stroke.path);
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineEngine(m_name, m_ink); }
    bool isNull() override { return picture(m_name).isEmpty(); }

private:
    QString m_name;
    Colour m_ink;
};

} // namespace

QIcon icon(const QString &name) { return icon(name, Colour::Text); }

QIcon icon(const QString &name, Colour ink) { return QIcon(new LineEngine(name, ink)); }

void set(QAction *action, const QString &name)
{
    action->setIcon(icon(name));
    action->setIconVisibleInMenu(true);
}

QStringList names()
{
    initIcons();
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        names.append(file.chopped(4));
    return names;
}

} // namespace nianbao::icons
