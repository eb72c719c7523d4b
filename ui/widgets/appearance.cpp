// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"

#include "literal.h"
#include "plainstyle.h"
#include "wholewords.h"
#include "windowplace.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace nianbao::appearance {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Appearance)
};

QColor pick(const QPalette &palette, Colour name) { return themes::colour(themes::shownBy(palette), name); }

/// Sizes are in em, so that larger fonts get larger controls. Combo and spin boxes are PlainStyle's: a border
/// set here would cost them their arrows. Words in @ are colours by their names, and paddings that
/// make room for the broader edge of what has the focus.
QString makeStyleSheet(Theme shown, int em)
{
    QString sheet = QStringLiteral(R"(
        QMenuBar, QToolBar, QStatusBar { background: @Surface; border: none; }
        QMenu { border: 1px solid @Edge; }
        QMenu::separator { height: 1px; background: @Line; margin: 0.25em 0.5em; }
        QToolBar { border-bottom: 1px solid @Line; spacing: 0.15em; padding: 0.05em 0.6em; }
        QStatusBar { border-top: 1px solid @Line; }
        QStatusBar::item { border: none; }
        QToolBar QToolButton { border: 1px solid transparent; border-radius: 0.3em; padding: 0.15em 0.6em; }
        QToolBar QToolButton#qt_toolbar_ext_button { border: none; padding: 0; }
        QToolBar[tight="true"] QToolButton { padding: 0.15em 0.3em; }
        QToolBar QToolButton:hover { background: @Chosen; }
        QToolBar QToolButton:focus { background: @Chosen; border-color: @Accent; }
        QPushButton { outline: none; background: @Button; border: 1px solid @Edge; border-radius: 0.35em;
            padding: @TallPx @WidePx; }
        QPushButton:hover { background: @Chosen; }
        QPushButton:pressed { background: @Marked; }
        QPushButton:focus { border: 2px solid @Accent; padding: @TallLessPx @WideLessPx; }
        QPushButton[primary="true"] { background: @Accent; color: @OnAccent; border-color: @Accent; }
        QPushButton[primary="true"]:hover { border-color: @Text; }
        QPushButton:disabled, QPushButton[primary="true"]:disabled { background: @Surface; color: @Disabled;
            border-color: @Line; }
        QPushButton[segment="true"] { border-radius: 0; }
        QPushButton[segment="true"]:checked { background: @Chosen; color: @Accent; border-color: @Accent; }
        QPushButton[card="true"] { background: @Base; border-color: @Line; border-radius: 0.5em; padding: 1px;
            text-align: left; }
        QPushButton[card="true"]:hover { border-color: @Accent; }
        QPushButton[card="true"]:focus { border: 2px solid @Accent; padding: 0; }
        QToolButton[link="true"] { border: 1px solid transparent; border-radius: 0.2em;
            background: transparent; color: @Accent; padding: 0.1em 0.2em; margin: 0 0.3em 0 0; }
        QToolButton[link="true"]:hover { text-decoration: underline; }
        QToolButton[link="true"]:focus { border-color: @Accent; }
        QToolButton[link="true"]:disabled { color: @Disabled; }
        QToolButton[link="true"]::menu-indicator { image: none; }
        QLabel[quiet="true"] { color: @Quiet; }
        QLineEdit, QTextEdit, QPlainTextEdit { background: @Base; border: 1px solid @Edge;
            border-radius: 0.3em; selection-background-color: @Marked; selection-color: @Text; }
        QTextEdit, QPlainTextEdit { padding: 1px; }
        QLineEdit { padding: @LowPx @NarrowPx; }
        QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid @Accent; padding: 0; }
        QLineEdit:focus { border: 2px solid @Accent; padding: @LowLessPx @NarrowLessPx; }
        QLineEdit:read-only, QTextEdit:read-only { background: @Surface; }
        QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
            QComboBox QLineEdit:focus { border: none; padding: 0; }
        QAbstractItemView QLineEdit, QAbstractItemView QLineEdit:focus { border: 1px solid @Accent;
            border-radius: 0; padding: 0; }
        QTreeView#contents { background: @Surface; outline: none; show-decoration-selected: 1; }
        QTreeView#contents::item:selected, QTreeView#contents::branch:selected { background: @Chosen; }
        QListView#findings { background: transparent; outline: none; }
        QListWidget#pages { background: @Surface; border: none; border-right: 1px solid @Line; outline: none; }
        QListWidget#pages::item { padding: 0.5em 0.8em; border-left: 3px solid transparent; color: @Text; }
        QListWidget#pages::item:selected { background: @Chosen; border-left: 3px solid @Accent; color: @Text; }
        QListWidget#pages::item:selected:focus { border: 2px solid @Accent; border-left: 3px solid @Accent; }
        QTabBar { outline: none; }
        QTabBar::tab { padding: 0.4em 1em; border: 2px solid transparent; color: @Quiet; }
        QTabBar[tight="true"]::tab { padding: 0.4em 0.3em; }
        QTabBar::tab:selected { color: @Accent; border-bottom: 2px solid @Accent; }
        QTabBar::tab:selected:focus { background: @Chosen; border: 2px solid @Accent; }
        QTabWidget::pane { border: none; border-top: 1px solid @Line; }
        QSplitter::handle { background: @Line; }
        QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
        QScrollBar { background: transparent; border: none; }
        QScrollBar:vertical { width: 0.75em; }
        QScrollBar:horizontal { height: 0.75em; }
        QScrollBar::handle { background: @Edge; border-radius: 0.25em; margin: 0.12em; }
        QScrollBar::handle:vertical { min-height: 2em; }
        QScrollBar::handle:horizontal { min-width: 2em; }
        QScrollBar::handle:hover { background: @Quiet; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
        QLabel#state { background: @Chosen; color: @Accent; border-radius: 0.7em; padding: 0.15em 0.75em; }
        QFrame#panel { background: @Base; border: 1px solid @Line; border-radius: 0.5em; }
        QFrame#card { background: @Base; border: 1px solid @Line; border-radius: 0.5em; }
        QFrame#card:hover { border-color: @Edge; }
    )");
    constexpr std::pair<const char *, Colour> kNames[]
        = {{"@Surface", Colour::Surface}, {"@Line", Colour::Line}, {"@Chosen", Colour::Chosen},
            {"@Accent", Colour::Accent}, {"@Button", Colour::Button}, {"@Edge", Colour::Edge},
            {"@Marked", Colour::Marked}, {"@OnAccent", Colour::OnAccent}, {"@Text", Colour::Text},
            {"@Disabled", Colour::Disabled}, {"@Base", Colour::Base}, {"@Quiet", Colour::Quiet}};
    const auto pixels = [em](double share) { return qRound(em * share); };
    const std::pair<const char *, int> sizes[] = {{"@TallPx", pixels(0.4)}, {"@TallLessPx", pixels(0.4) - 1},
        {"@WidePx", em}, {"@WideLessPx", em - 1}, {"@LowPx", pixels(PlainStyle::kFieldTall)},
        {"@LowLessPx", pixels(PlainStyle::kFieldTall) - 1}, {"@NarrowPx", pixels(PlainStyle::kFieldWide)},
        {"@NarrowLessPx", pixels(PlainStyle::kFieldWide) - 1}};
    for (const auto &[name, size] : sizes)
        sheet.replace(QLatin1String(name), QStringLiteral("%1px").arg(size));
    for (const auto &[name, which] : kNames)
        sheet.replace(QLatin1String(name), themes::colour(shown, which).name());
    return sheet;
}

/// The main one shows the focus as a ring within its colour, by itself: the double border of a style sheet is
/// drawn in pieces, which do not meet on a screen of more points.
class PushButton final : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        if (!hasFocus() || !isEnabled() || !property("primary").toBool())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(pick(QApplication::palette(), Colour::OnAccent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 3, 3);
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

bool isDark(const QPalette &palette) { return themes::shownBy(palette) != Theme::Light; }

QColor levelColour(const QPalette &palette, Level level)
{
    switch (level) {
    case Level::Error: return pick(palette, Colour::Error);
    case Level::Explain: return pick(palette, Colour::Explain);
    case Level::Hint: break;
    }
    return pick(palette, Colour::Accent);
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

QColor okColour(const QPalette &palette) { return pick(palette, Colour::Ok); }
QColor quiet(const QPalette &palette) { return pick(palette, Colour::Quiet); }
QColor line(const QPalette &palette) { return pick(palette, Colour::Line); }
QColor surface(const QPalette &palette) { return pick(palette, Colour::Surface); }
QColor headGround(const QPalette &palette) { return pick(palette, Colour::HeadGround); }
QColor computedGround(const QPalette &palette) { return pick(palette, Colour::ComputedGround); }
QColor errorGround(const QPalette &palette) { return pick(palette, Colour::ErrorGround); }
QColor explainGround(const QPalette &palette) { return pick(palette, Colour::ExplainGround); }
QColor accent(const QPalette &palette) { return pick(palette, Colour::Accent); }

QFont scaled(const QFont &font, double factor, bool bold)
{
    constexpr double kLeastPoints = 8;
    constexpr int kLeastPixels = 11; // the same on a usual screen
    QFont result = font;
    if (const double size = font.pointSizeF(); size > 0)
        result.setPointSizeF(std::max(size * factor, std::min(size, kLeastPoints)));
    else
        result.setPixelSize(
            std::max(qRound(font.pixelSize() * factor), std::min(font.pixelSize(), kLeastPixels)));
    result.setBold(bold);
    return result;
}

namespace {

constexpr auto kTextSize = "textSize";
constexpr auto kIsBold = "textIsBold";
constexpr auto kInk = "ink";
constexpr auto kGround = "ground";

void showTextSize(QWidget *words)
{
    words->setFont(scaled(
        QApplication::font(), words->property(kTextSize).toDouble(), words->property(kIsBold).toBool()));
}

/// Its own colours alone: the others stay those of the theme.
void showColours(QWidget *widget)
{
    QPalette own;
    const Theme shown = themes::shownBy(QApplication::palette());
    if (const QVariant ink = widget->property(kInk); ink.isValid())
        own.setColor(QPalette::WindowText, themes::colour(shown, Colour(ink.toInt())));
    if (const QVariant ground = widget->property(kGround); ground.isValid())
        own.setColor(QPalette::Window, themes::colour(shown, Colour(ground.toInt())));
    widget->setPalette(own);
}

/// Watches one widget for its owner.
class ColourWatch final : public QObject {
public:
    ColourWatch(QWidget *widget, std::function<void()> work) : QObject(widget), m_work(std::move(work))
    {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            QMetaObject::invokeMethod(
                this, [this] { m_work(); }, Qt::QueuedConnection);
        return false;
    }

private:
    std::function<void()> m_work;
};

} // namespace

void setTextSize(QWidget *words, double factor, bool bold)
{
    words->setProperty(kTextSize, factor);
    words->setProperty(kIsBold, bold);
    showTextSize(words);
}

void setInk(QWidget *words, Colour colour)
{
    words->setProperty(kInk, int(colour));
    showColours(words);
}

void setGround(QWidget *widget, Colour colour)
{
    widget->setAutoFillBackground(true);
    widget->setProperty(kGround, int(colour));
    showColours(widget);
}

void onNewColours(QWidget *widget, std::function<void()> work) { new ColourWatch(widget, std::move(work)); }

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
    setTextSize(title, 1.35, true);
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

void letCopy(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus); // Qt lets only a mouse lead there
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
    auto *button = new PushButton(literal::caption(words), parent);
    button->setAutoDefault(true); // Enter presses it
    return button;
}

namespace {

Theme chosenTheme = Theme::System;
int chosenPercent = 100;

const QFont &systemFont()
{
    static const QFont font = QApplication::font(); // before we set ours
    return font;
}

/// Ours covers the system's palette: taken away for a moment, that one shows.
Theme ofSystem()
{
    QApplication::setPalette(QPalette());
    return themes::nearest(QApplication::palette());
}

/// Told when the desktop turns to another theme, as far as it tells programs.
class DesktopWatch final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && chosenTheme == Theme::System && !m_isWaiting) {
            m_isWaiting = true; // each window is told
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_isWaiting = false;
                    apply(chosenTheme, chosenPercent);
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    bool m_isWaiting = false;
};

void applyOnce()
{
    static QPointer<QApplication> application;
    if (application == qApp)
        return;
    application = qobject_cast<QApplication *>(qApp);
    QApplication::setStyle(new PlainStyle);
    qApp->installEventFilter(new DesktopWatch(qApp));
    literal::guardLabels();
    wholewords::tellThem();
    windowplace::keepDialogsInside();
}

} // namespace

Theme applied() { return chosenTheme; }

void apply(bool dark) { apply(dark ? Theme::Dark : Theme::Light); }

void apply(Theme theme, int textPercent)
{
    QFont font = systemFont();
    applyOnce();
    chosenTheme = theme;
    chosenPercent = textPercent;
    const Theme shown = theme == Theme::System ? ofSystem() : theme;
    const QPalette palette = themes::palette(shown);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), font.family()});
    const double points = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    font.setPointSizeF(points * textPercent / 100);
    QApplication::setFont(font);
    QToolTip::setFont(font);
    qApp->setStyleSheet(makeStyleSheet(shown, QFontInfo(font).pixelSize()));
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (widget->property(kTextSize).isValid())
            showTextSize(widget);
        if (widget->property(kInk).isValid() || widget->property(kGround).isValid())
            showColours(widget);
    }
}

} // namespace nianbao::appearance
