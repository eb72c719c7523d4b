// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>
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

/// Sizes in em of the font in use, so that larger fonts get larger controls.
QString makeStyleSheet(const QPalette &p)
{
    const QString sheet = QStringLiteral(R"(
        QMenuBar, QToolBar, QStatusBar { background: %5; border: none; }
        QToolBar { border-bottom: 1px solid %1; spacing: 2px; padding: 3px 8px; }
        QStatusBar { border-top: 1px solid %1; }
        QStatusBar::item { border: none; }
        QToolBar QToolButton { border: none; border-radius: 4px; padding: 4px 9px; }
        QToolBar QToolButton:hover { background: %2; }
        QPushButton { background: %3; border: 1px solid %1; border-radius: 5px; padding: 5px 14px; }
        QPushButton:hover { background: %2; }
        QPushButton:focus { border: 1px solid %4; }
        QPushButton[primary="true"] { background: %4; color: %6; border: 1px solid %4; }
        QPushButton:disabled { color: %7; }
        QToolButton[link="true"] { border: none; background: transparent; color: %4; padding: 1px 4px; }
        QToolButton[link="true"]:hover, QToolButton[link="true"]:focus { text-decoration: underline; }
        QToolButton[link="true"]:disabled { color: %7; }
        QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: %3; border: 1px solid %1;
            border-radius: 4px; padding: 3px 6px; selection-background-color: %2; }
        QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 1px solid %4; }
        QTreeView#contents { background: %5; outline: none; }
        QTreeView#contents::item:selected { border-left: 3px solid %4; }
        QListView#findings { background: transparent; outline: none; }
        QTabBar::tab { padding: 6px 14px; border: none; color: %7; }
        QTabBar::tab:selected { color: %4; border-bottom: 2px solid %4; }
        QTabWidget::pane { border: none; border-top: 1px solid %1; }
        QSplitter::handle { background: %1; }
        QLabel#state { background: %2; color: %4; border-radius: 9px; padding: 2px 10px; }
        QFrame#card { background: %3; border: 1px solid %1; border-radius: 6px; }
    )");
    return sheet.arg(line(p).name(), p.color(QPalette::Highlight).name(), p.color(QPalette::Base).name(),
        accent(p).name(), surface(p).name(),
        isDark(p) ? QStringLiteral("#10141a") : QStringLiteral("#ffffff"), quiet(p).name());
}

} // namespace

bool isDark(const QPalette &palette) { return palette.color(QPalette::Window).lightness() < 128; }

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

QLabel *titleLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(scaled(label->font(), 1.35, true));
    return label;
}

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, quiet(palette));
    label->setPalette(palette);
    return label;
}

QToolButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton *primaryButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("primary", true);
    return button;
}

QPushButton *plainButton(const QString &text, QWidget *parent) { return new QPushButton(text, parent); }

void apply(std::optional<bool> dark)
{
    const bool isNight = dark.value_or(isDark(QApplication::palette()));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QPalette palette = makePalette(isNight);
    QApplication::setPalette(palette);
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), font.family()});
    QApplication::setFont(font);
    qApp->setStyleSheet(makeStyleSheet(palette));
}

} // namespace nianbao::appearance
