// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"

#include "literal.h"
#include "windowplace.h"

#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace nianbao::appearance {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Appearance)
};

/// A colour for the light theme and its counterpart with enough contrast for the dark one.
QColor pick(const QPalette &palette, const char *light, const char *dark)
{
    return QColor(QLatin1String(isDark(palette) ? dark : light));
}

QPalette makePalette(bool dark)
{
    const auto colour = [](const char *name) { return QColor(QLatin1String(name)); };
    QPalette p;
    const QColor window = colour(dark ? "#1f2226" : "#f6f7f9");
    const QColor base = colour(dark ? "#26292e" : "#ffffff");
    const QColor text = colour(dark ? "#e4e7eb" : "#1d2430");
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, colour(dark ? "#2b2f35" : "#f1f3f6"));
    p.setColor(QPalette::Button, colour(dark ? "#2f343a" : "#ffffff"));
    p.setColor(QPalette::ToolTipBase, base);
    p.setColor(QPalette::Light, colour(dark ? "#3a4047" : "#ffffff"));
    p.setColor(QPalette::Midlight, colour(dark ? "#343a41" : "#eceff3"));
    p.setColor(QPalette::Mid, colour(dark ? "#4a5159" : "#c3c9d2"));
    p.setColor(QPalette::Dark, colour(dark ? "#15171a" : "#9aa3ae"));
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, text);
    p.setColor(QPalette::PlaceholderText, colour(dark ? "#8b949e" : "#7a8494"));
    p.setColor(QPalette::Highlight, colour(dark ? "#2d4a73" : "#dfe8f6"));
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, colour(dark ? "#7fb0f5" : "#1c5bb8"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, colour(dark ? "#6c747d" : "#9aa3ae"));
    return p;
}

/// Sizes are in em, so that larger fonts get larger controls. Combo and spin boxes are left to Fusion: a
/// border set here would cost them their arrows.
QString makeStyleSheet(const QPalette &p)
{
    const QString sheet = QStringLiteral(R"(
        QMenuBar, QToolBar, QStatusBar { background: %5; border: none; }
        QToolBar { border-bottom: 1px solid %1; spacing: 0.15em; padding: 0.2em 0.6em; }
        QStatusBar { border-top: 1px solid %1; }
        QStatusBar::item { border: none; }
        QToolBar QToolButton { border: none; border-radius: 0.3em; padding: 0.3em 0.65em; }
        QToolBar QToolButton:hover, QToolBar QToolButton:focus { background: %2; }
        QPushButton { background: %3; border: 1px solid %8; border-radius: 0.35em; padding: 0.4em 1em; }
        QPushButton:hover { background: %2; }
        QPushButton:pressed { background: %1; }
        QPushButton:focus { border-color: %4; }
        QPushButton[primary="true"] { background: %4; color: %6; border-color: %4; }
        QPushButton[primary="true"]:hover, QPushButton[primary="true"]:focus { border-color: %9; }
        QPushButton:disabled, QPushButton[primary="true"]:disabled { background: %5; color: %7;
            border-color: %1; }
        QPushButton[segment="true"] { border-radius: 0; }
        QPushButton[segment="true"]:checked { background: %2; color: %4; border-color: %4; }
        QPushButton[card="true"] { border-color: %1; border-radius: 0.5em; padding: 0; text-align: left; }
        QPushButton[card="true"]:hover, QPushButton[card="true"]:focus { background: %3; border-color: %4; }
        QToolButton[link="true"] { border: 1px solid transparent; border-radius: 0.2em;
            background: transparent; color: %4; padding: 0.1em 0.2em; margin: 0 0.3em 0 0; }
        QToolButton[link="true"]:hover { text-decoration: underline; }
        QToolButton[link="true"]:focus { border-color: %4; }
        QToolButton[link="true"]:disabled { color: %7; }
        QToolButton[link="true"]::menu-indicator { image: none; }
        QLabel[quiet="true"] { color: %7; }
        QLineEdit, QTextEdit, QPlainTextEdit { background: %3; border: 1px solid %8; border-radius: 0.3em;
            selection-background-color: %10; selection-color: %9; }
        QLineEdit { padding: 0.25em 0.45em; }
        QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus { border-color: %4; }
        QLineEdit:read-only, QTextEdit:read-only { background: %5; }
        QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; }
        QAbstractItemView QLineEdit { border: 1px solid %4; border-radius: 0; padding: 0; }
        QTreeView#contents { background: %5; outline: none; show-decoration-selected: 1; }
        QTreeView#contents::item:selected, QTreeView#contents::branch:selected { background: %2; }
        QListView#findings { background: transparent; outline: none; }
        QTabBar::tab { padding: 0.45em 1em; border: none; color: %7; }
        QTabBar::tab:selected { color: %4; border-bottom: 2px solid %4; }
        QTabWidget::pane { border: none; border-top: 1px solid %1; }
        QSplitter::handle { background: %1; }
        QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
        QScrollBar { background: transparent; border: none; }
        QScrollBar:vertical { width: 0.75em; }
        QScrollBar:horizontal { height: 0.75em; }
        QScrollBar::handle { background: %8; border-radius: 0.25em; margin: 0.12em; }
        QScrollBar::handle:vertical { min-height: 2em; }
        QScrollBar::handle:horizontal { min-width: 2em; }
        QScrollBar::handle:hover { background: %7; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
        QLabel#state { background: %2; color: %4; border-radius: 0.7em; padding: 0.15em 0.75em; }
        QFrame#panel { background: %3; border: 1px solid %1; border-radius: 0.5em; }
        QFrame#card { background: %3; border: 1px solid %1; border-radius: 0.5em; }
        QFrame#card:hover { border-color: %8; }
    )");
    return sheet.arg(line(p).name(), p.color(QPalette::Highlight).name(), p.color(QPalette::Base).name(),
        accent(p).name(), surface(p).name(),
        isDark(p) ? QStringLiteral("#10141a") : QStringLiteral("#ffffff"), quiet(p).name(),
        p.color(QPalette::Mid).name(), p.color(QPalette::Text).name(),
        isDark(p) ? QStringLiteral("#34558a") : QStringLiteral("#c9dbf5"));
}

/// Fusion, without pictures on the buttons of dialogs, and with the outlines of boxes to tick seen on dark
/// too.
class PlainStyle final : public QProxyStyle {
public:
    PlainStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *data) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
            ? 0
            : QProxyStyle::styleHint(hint, option, widget, data);
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element != PE_IndicatorRadioButton && element != PE_IndicatorCheckBox)
            return;
        const bool isEnabled = option->state & State_Enabled;
        const bool hasFocus = option->state & State_HasFocus;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(!isEnabled ? line(option->palette)
                : hasFocus         ? accent(option->palette)
                                   : quiet(option->palette));
        const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (element == PE_IndicatorRadioButton)
            painter->drawEllipse(edge);
        else
            painter->drawRoundedRect(edge, 2, 2);
        painter->restore();
    }
};

/// A link that Enter follows too, not the space bar alone.
class LinkButton final : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QToolButton::keyPressEvent(event);
    }
};

} // namespace

// told by the text: a style sheet may make grounds transparent
bool isDark(const QPalette &palette) { return palette.color(QPalette::Text).lightness() > 128; }

QColor levelColour(const QPalette &palette, Level level)
{
    switch (level) {
    case Level::Error: return pick(palette, "#b3261e", "#ff8a80");
    case Level::Explain: return pick(palette, "#8a5a00", "#f2c14e");
    case Level::Hint: break;
    }
    return pick(palette, "#1c5bb8", "#7fb0f5");
}

QString levelMark(Level level)
{
    switch (level) {
    case Level::Error: return QStringLiteral("●");
    case Level::Explain: return QStringLiteral("◆");
    case Level::Hint: break;
    }
    return QStringLiteral("○");
}

QString levelWord(Level level)
{
    switch (level) {
    case Level::Error: return Words::tr("Error");
    case Level::Explain: return Words::tr("To explain");
    case Level::Hint: break;
    }
    return Words::tr("Hint");
}

QColor okColour(const QPalette &palette) { return pick(palette, "#1e7d45", "#6fcf97"); }
QColor quiet(const QPalette &palette) { return pick(palette, "#5d6776", "#9ca6b2"); }
QColor line(const QPalette &palette) { return pick(palette, "#d5dae1", "#3c434b"); }
QColor surface(const QPalette &palette) { return pick(palette, "#f3f5f8", "#23262b"); }
QColor headGround(const QPalette &palette) { return pick(palette, "#f0f2f6", "#2d3239"); }
QColor computedGround(const QPalette &palette) { return pick(palette, "#f3f6fc", "#2a313c"); }
QColor errorGround(const QPalette &palette) { return pick(palette, "#fdeceb", "#4a2624"); }
QColor accent(const QPalette &palette) { return pick(palette, "#1c5bb8", "#7fb0f5"); }

QFont scaled(const QFont &font, double factor, bool bold)
{
    QFont result = font;
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * factor);
    else
        result.setPixelSize(qRound(font.pixelSize() * factor));
    result.setBold(bold);
    return result;
}

QLabel *label(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(words);
    return label;
}

QLabel *titleLabel(QWidget *parent)
{
    auto *title = label({}, parent);
    title->setFont(scaled(title->font(), 1.35, true));
    title->setWordWrap(true);
    return title;
}

QLabel *quietLabel(QWidget *parent)
{
    auto *quiet = label({}, parent);
    quiet->setWordWrap(true);
    quiet->setProperty("quiet", true); // the style sheet has the colour: it follows a change of theme
    return quiet;
}

QToolButton *linkButton(const QString &words, QWidget *parent)
{
    auto *button = new LinkButton(parent);
    button->setText(literal::caption(words));
    button->setAccessibleName(words);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton *primaryButton(const QString &words, QWidget *parent)
{
    auto *button = plainButton(words, parent);
    button->setProperty("primary", true);
    return button;
}

QPushButton *plainButton(const QString &words, QWidget *parent)
{
    auto *button = new QPushButton(literal::caption(words), parent);
    button->setAutoDefault(true); // Enter presses it
    return button;
}

void apply(std::optional<bool> dark)
{
    const bool isNight = dark.value_or(isDark(QApplication::palette()));
    QApplication::setStyle(new PlainStyle);
    const QPalette palette = makePalette(isNight);
    QApplication::setPalette(palette);
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), font.family()});
    QApplication::setFont(font);
    qApp->setStyleSheet(makeStyleSheet(palette));
    literal::guardLabels();
    windowplace::keepDialogsInside();
}

} // namespace nianbao::appearance
