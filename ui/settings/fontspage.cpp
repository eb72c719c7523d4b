// SPDX-License-Identifier: MulanPSL-2.0
#include "fontspage.h"

#include "appearance.h"
#include "dialogs.h"
#include "glyphoutline.h"
#include "pagestyle.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFontInfo>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

namespace {

using Kind = FontState::Kind;

/// Words in the very face in which the pages are set.
class Sample final : public QWidget {
public:
    Sample(const FontState &state, QWidget *parent) : QWidget(parent), m_state(state)
    {
        setObjectName(QStringLiteral("fontSample"));
        setAccessibleName(state.sample);
        for (const char32_t c : m_state.sample.toUcs4())
            m_width += m_state.face->advance(m_state.face->glyph(c));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {int(m_width * size()) + 2, int(size() * 1.5)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(0, size() * 1.15);
        painter.scale(size(), size());
        for (const char32_t c : m_state.sample.toUcs4()) {
            const quint32 glyph = m_state.face->glyph(c);
            painter.fillPath(glyphOutline(*m_state.face, glyph), palette().color(QPalette::Text));
            painter.translate(m_state.face->advance(glyph), 0);
        }
    }

private:
    double size() const { return QFontInfo(font()).pixelSize() * 1.5; }
    FontState m_state;
    double m_width = 0; // em
};

QString roleWords(FontRole role)
{
    switch (role) {
    case FontRole::Title: return FontsPage::tr("Title");
    case FontRole::Body: return FontsPage::tr("Text");
    case FontRole::Heading1: return FontsPage::tr("Headings");
    case FontRole::Heading2: return FontsPage::tr("Sub-headings");
    case FontRole::Table: break;
    }
    return FontsPage::tr("Tables and page numbers");
}

Level levelOf(Kind kind) { return kind == Kind::None ? Level::Error : Level::Explain; }

QString kindWords(const FontState &state)
{
    switch (state.kind) {
    case Kind::Complete: return FontsPage::tr("✓ complete");
    case Kind::LacksCharacters:
        return appearance::levelMark(Level::Explain) + u' ' + FontsPage::tr("lacks %1").arg(state.lacking);
    case Kind::StandIn:
        return appearance::levelMark(Level::Explain) + u' '
            + FontsPage::tr("stand-in: no %1 here").arg(state.label);
    case Kind::None: break;
    }
    return appearance::levelMark(Level::Error) + u' ' + FontsPage::tr("none: no pages can be made");
}

Colour kindColour(Kind kind)
{
    return kind == Kind::Complete ? Colour::Ok : kind == Kind::None ? Colour::Error : Colour::Explain;
}

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = appearance::label(text, parent);
    label->setWordWrap(true);
    return label;
}

/// The letters of the window itself.
FontState ofScreen()
{
    const QFont font = QApplication::font();
    FontState state;
    state.family = QFontInfo(font).family();
    const bool speaks = QFontMetrics(font).inFontUcs4(U'报');
    state.kind = speaks ? Kind::Complete : Kind::None;
    state.package = QStringLiteral("fonts-noto-cjk");
    return state;
}

} // namespace

FontsPage::FontsPage(const QString &characters, QWidget *parent)
    : SettingsPage(QStringLiteral("fonts"), tr("Fonts"),
        tr("The letters of the printed report, five kinds after GB/T 9704. Those of the office come first, "
           "free ones "
           "where it has none. Another computer with other fonts may make another number of pages."),
        parent)
    , m_characters(characters)
    , m_chains(pageStyle().fonts)
{
    look();
}

void FontsPage::setChains(const QList<FontChain> &chains)
{
    m_chains = chains;
    look();
}

/// The gravest of what is wrong, in words.
QString FontsPage::state() const
{
    const auto count = [this](Kind kind) {
        return int(std::count_if(
            m_states.begin(), m_states.end(), [kind](const FontState &state) { return state.kind == kind; }));
    };
    const auto marked
        = [](Kind kind, const QString &words) { return appearance::levelMark(levelOf(kind)) + u' ' + words; };
    if (const int none = count(Kind::None))
        return marked(Kind::None, tr("%n missing", nullptr, none));
    if (const int lacking = count(Kind::LacksCharacters))
        return marked(Kind::LacksCharacters, tr("%n incomplete", nullptr, lacking));
    if (const int standIns = count(Kind::StandIn))
        return marked(Kind::StandIn, tr("%n stand-ins", nullptr, standIns));
    return QStringLiteral("✓");
}

void FontsPage::look()
{
    m_states = fontStates(m_chains, m_characters);
    showStates();
    Q_EMIT stateChanged();
}

void FontsPage::showStates()
{
    delete m_all;
    m_all = new QWidget(this);
    auto *all = new QVBoxLayout(m_all);
    all->setContentsMargins({});
    auto *frame = new QFrame(m_all);
    frame->setObjectName(QStringLiteral("panel"));
    auto *grid = new QGridLayout(frame);
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setColumnStretch(2, 1);
    const auto head = [frame](const QString &words) {
        auto *label = appearance::label(words, frame);
        label->setProperty("quiet", true);
        return label;
    };
    m_lines = {{head(tr("Used for")), head(tr("Sample")), head(tr("Font")), head(tr("State"))}};
    all->addWidget(frame);
    for (const FontState &state : std::as_const(m_states))
        addLine(frame, state);
    FontState screen = ofScreen();
    auto *said = wrapped(kindWords(screen), frame);
    appearance::setInk(said, kindColour(screen.kind));
    m_lines.append({wrapped(tr("Screen"), frame), appearance::label(tr("Fill in, check"), frame),
        wrapped(screen.family, frame), said});
    arrange();
    addRemedies();
    all->addStretch(1);
    this->column()->addWidget(m_all, 1);
}

void FontsPage::addLine(QWidget *frame, const FontState &state)
{
    auto *role = wrapped(tr("%1: %2", "title: its style").arg(roleWords(state.role), state.label), frame);
    QWidget *sample = state.face ? static_cast<QWidget *>(new Sample(state, frame))
                                 : appearance::label(QStringLiteral("—"), frame);
    auto *said = wrapped(kindWords(state), frame);
    said->setObjectName(QStringLiteral("fontState-%1").arg(int(state.role)));
    appearance::setInk(said, kindColour(state.kind));
    m_lines.append({role, sample, wrapped(state.family, frame), said});
}

/// In one line, or where that has no room the sample below its use, and the state below its font.
void FontsPage::arrange()
{
    constexpr int kNarrow = 36; // em
    const bool isNarrow = width() < kNarrow * fontMetrics().height();
    auto *grid = static_cast<QGridLayout *>(m_all->findChild<QFrame *>(QStringLiteral("panel"))->layout());
    grid->setColumnStretch(3, isNarrow ? 0 : 2);
    for (int line = 0; line < m_lines.size(); ++line) {
        for (int part = 0; part < int(m_lines[line].size()); ++part) {
            QWidget *widget = m_lines[line][size_t(part)];
            const bool isBelow = isNarrow && part % 2 == 1;
            grid->removeWidget(widget);
            grid->addWidget(
                widget, 2 * line + (isBelow ? 1 : 0), isBelow ? part - 1 : part, isNarrow ? 1 : 2, 1);
            if (line == 0) // the heads
                widget->setVisible(!isBelow);
        }
    }
}

void FontsPage::resizeEvent(QResizeEvent *event)
{
    arrange();
    SettingsPage::resizeEvent(event);
}

/// What to do, beside what is wrong.
void FontsPage::addRemedies()
{
    auto *all = static_cast<QBoxLayout *>(m_all->layout());
    QStringList packages;
    for (const FontState &state : std::as_const(m_states)) {
        if ((state.kind == Kind::StandIn || state.kind == Kind::None) && !state.package.isEmpty()
            && !packages.contains(state.package))
            packages.append(state.package);
    }
    auto *fromFile = appearance::plainButton(tr("Add a font file…"), m_all);
    fromFile->setObjectName(QStringLiteral("addFont"));
    fromFile->setAutoDefault(false);
    connect(fromFile, &QPushButton::clicked, this, &FontsPage::chooseFile);
    all->addWidget(
        wrapped(tr("A font of the office, for example 方正小标宋 or 仿宋_GB2312, can be added from its file, "
                   "for this person alone."),
            m_all));
    all->addWidget(fromFile, 0, Qt::AlignLeft);
    if (packages.isEmpty())
        return;
    const QString command = QStringLiteral("sudo apt install ") + packages.join(u' ');
    all->addWidget(wrapped(
        tr("Free fonts of the missing styles are in Debian; the administrator installs them so:"), m_all));
    auto *line = new QLineEdit(command, m_all);
    line->setObjectName(QStringLiteral("fontCommand"));
    line->setAccessibleName(tr("Command that installs the missing fonts"));
    line->setReadOnly(true);
    auto *copy = appearance::linkButton(tr("Copy"), m_all);
    connect(copy, &QToolButton::clicked, this, [command] { QApplication::clipboard()->setText(command); });
    auto *row = new QHBoxLayout;
    row->addWidget(line, 1);
    row->addWidget(copy);
    all->addLayout(row);
}

void FontsPage::chooseFile()
{
    const QString path = dialogs::openFile(
        this, tr("A font file"), tr("Fonts (%1)").arg(QStringLiteral("*.ttf *.ttc *.otf")));
    if (path.isEmpty())
        return;
    const QString family = installFont(path);
    if (family.isEmpty())
        dialogs::inform(this, tr("This file was not added."),
            tr("It is no font whose letters can be printed, or it could not be copied into your fonts."));
    else
        dialogs::inform(this, tr("The font %1 was added.").arg(family),
            tr("Reports that are opened from now on are set in it, where its name is one of those that are "
               "looked "
               "for."));
    QMetaObject::invokeMethod(
        this, &FontsPage::look, Qt::QueuedConnection); // the button that was pressed goes
}

} // namespace nianbao
