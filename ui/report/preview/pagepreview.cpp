// SPDX-License-Identifier: MulanPSL-2.0
#include "pagepreview.h"

#include "appearance.h"
#include "foundink.h"
#include "pageaccess.h"
#include "pagesetup.h"
#include "paintpage.h"
#include "paperpages.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace nianbao {

namespace {
constexpr int kIdleMs = 80;
constexpr int kGap = 14; // between pages, pixels
constexpr int kLeastPages = 20; // side by side, without what is between them
constexpr double kMinZoom = 0.1; // below what a whole page in a narrow panel takes
constexpr double kMaxZoom = 4;
} // namespace

PagePreview::PagePreview(Session &session, const PageSetup &setup, QWidget *parent)
    : QAbstractScrollArea(parent), m_session(session), m_setup(setup)
{
    setFrameShape(QFrame::NoFrame);
    pageaccess::install();
    sayPage();
    connect(this, &PagePreview::pagesChanged, this, &PagePreview::sayPage);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (isVisible())
            layOut();
    });
    connect(&session, &Session::changed, this, &PagePreview::layOutSoon);
    connect(&setup, &PageSetup::changed, this, &PagePreview::layOutSoon);
}

void PagePreview::showState(const Report &state)
{
    m_state = state;
    layOutSoon();
}

void PagePreview::layOutSoon()
{
    m_stale = true;
    m_idle.start();
}

void PagePreview::layOut()
{
    m_idle.stop();
    m_stale = false;
    auto fonts = m_document.fonts;
    if (!fonts) {
        auto loaded = FontSet::load(pageStyle().fonts);
        if (!loaded) {
            if (!std::exchange(m_isFontTold, true)) // with every key would be too often
                Q_EMIT failed(loaded.error());
            return;
        }
        fonts = *loaded;
        if (const auto standIns = fonts->standIns(); !standIns.isEmpty())
            Q_EMIT notice(tr("A font of the right style is missing and was replaced. %1")
                              .arg(standIns.join(QStringLiteral("; "))));
    }
    m_document = m_state ? pagesOfState(*m_state, m_setup.choices(), fonts)
                         : paperPages(Paper::Report, m_session, m_setup.choices(), fonts, m_margin);
    m_passage = {}; // numbers of elements are those of the pages before
    m_pressed.reset();
    m_painted.clear();
    findInk();
    updateScrollBars();
    showSection(m_entry);
    viewport()->update();
    Q_EMIT laidOut();
    Q_EMIT pagesChanged();
}

/// A reader hears which page has come into sight; what stands on it is in pageaccess.cpp.
void PagePreview::sayPage()
{
    const QString name = pageCount() == 0
        ? tr("Preview of the pages")
        : tr("Preview, page %1 of %2").arg(currentPage() + 1).arg(pageCount());
    if (name != accessibleName())
        setAccessibleName(name);
}

const PageDocument &PagePreview::document()
{
    if (m_stale)
        layOut();
    return m_document;
}

double PagePreview::pixelsPerMm() const
{
    const double width = m_document.width > 0 ? m_document.width : 210;
    const double height = m_document.height > 0 ? m_document.height : 297;
    const double across
        = std::max(kLeastPages, viewport()->width() - (columns() + 1) * kGap) / (columns() * width);
    const double down = std::max(kLeastPages, viewport()->height() - 2 * kGap) / height;
    switch (m_fit) {
    case Fit::Width: return across;
    case Fit::Page:
    case Fit::TwoPages: return std::min(across, down);
    case Fit::None: break;
    }
    return m_zoom * logicalDpiX() / 25.4;
}

int PagePreview::percent() const { return int(std::lround(pixelsPerMm() * 25.4 / logicalDpiX() * 100)); }

/// On whole pixels of the screen: the picture of a page covers its own place, and no edge of it.
QRectF PagePreview::pageRect(int page) const
{
    const double ratio = devicePixelRatioF();
    const auto whole = [ratio](double length) { return std::round(length * ratio) / ratio; };
    const double scale = pixelsPerMm();
    const double width = whole(m_document.width * scale);
    const double height = whole(m_document.height * scale);
    const double all = columns() * (width + kGap) - kGap;
    const double x = std::max(double(kGap), (viewport()->width() - all) / 2)
        + page % columns() * (width + kGap) - horizontalScrollBar()->value();
    return QRectF(whole(x), whole(kGap + page / columns() * (height + kGap) - verticalScrollBar()->value()),
        width, height);
}

void PagePreview::updateScrollBars()
{
    const double scale = pixelsPerMm();
    const int rows = (pageCount() + columns() - 1) / columns();
    const int height = int(rows * (m_document.height * scale + kGap)) + kGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    const int width = int(columns() * (m_document.width * scale + kGap)) + kGap;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

void PagePreview::showPage(int page)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(pageRect(page).top()) - kGap);
}

void PagePreview::setFit(Fit fit)
{
    const int page = currentPage();
    m_fit = fit;
    m_painted.clear();
    updateScrollBars();
    showPage(std::max(0, page));
    viewport()->update();
    Q_EMIT pagesChanged();
}

void PagePreview::markPlace(const Place &place)
{
    m_mark = place;
    m_passage = {};
    viewport()->update();
}

/// Of a cell its square; of a paragraph, heading or whole text the bands of its lines.
QList<QRectF> PagePreview::marksOn(int page) const
{
    QList<QRectF> marks;
    if (m_passage.element >= 0 && m_passage.count > 0) {
        for (const InkLine &line :
            inkLines(m_document, 0, m_passage.element, m_passage.from, m_passage.count)) {
            if (line.page == page)
                marks.append(line.box);
        }
        return marks;
    }
    if (page < 0 || page >= pageCount() || m_mark.isNowhere())
        return marks;
    const auto fits = [this](int index) {
        if (index < 0)
            return false;
        const Place &source = m_document.sources[size_t(index)];
        return source.owner() == m_mark.owner()
            && (m_mark.paragraph() < 0 || source.paragraph() == m_mark.paragraph());
    };
    const Page &sheet = m_document.pages[size_t(page)];
    for (const Fill &fill : sheet.fills) {
        if (m_mark.kind() == Place::Kind::Cell && fits(fill.source))
            marks.append(fill.rect);
    }
    const PageStyle &style = pageStyle();
    for (const GlyphRun &run : sheet.runs) {
        const bool isText = run.role == InkRole::Title || run.role == InkRole::Heading1
            || run.role == InkRole::Heading2 || run.role == InkRole::Paragraph;
        if (!isText || !fits(run.source))
            continue;
        const QRectF band(style.left, run.baseline - run.size * 1.15, style.typeWidth, run.size * 1.55);
        if (marks.isEmpty() || std::abs(marks.last().top() - band.top()) > 0.01)
            marks.append(band);
    }
    return marks;
}

void PagePreview::setMargin(Margin margin)
{
    m_margin = margin;
    layOutSoon();
}

void PagePreview::showMark()
{
    std::ignore = document();
    for (int page = 0; page < pageCount(); ++page) {
        const auto marks = marksOn(page);
        if (marks.isEmpty())
            continue;
        return bringIntoSight(page, marks.first());
    }
}

void PagePreview::bringIntoSight(int page, const QRectF &box)
{
    const QRectF sheet = pageRect(page);
    const double scale = pixelsPerMm();
    const double top = sheet.top() + box.top() * scale;
    const double bottom = sheet.top() + box.bottom() * scale;
    if (top < 0 || bottom > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(top) - viewport()->height() / 3);
}

void PagePreview::markFound(const QList<Place> &places, int chosen)
{
    const bool isOther = std::exchange(m_found, places) != places;
    m_chosen = chosen;
    if (isOther && !m_stale)
        findInk();
    const auto ink = size_t(std::max(0, m_chosen));
    if (m_chosen >= 0 && !m_stale && ink < m_foundInk.size() && !m_foundInk[ink].empty())
        bringIntoSight(m_foundInk[ink].front().page, m_foundInk[ink].front().box);
    viewport()->update();
}

/// Of the report as these pages show it.
void PagePreview::findInk()
{
    m_foundInk = foundInk(m_state ? *m_state : m_session.report(), m_found, m_document);
}

QList<QRectF> PagePreview::foundOn(int page) const
{
    QList<QRectF> boxes;
    for (const auto &lines : m_foundInk) {
        for (const InkLine &line : lines) {
            if (line.page == page)
                boxes.append(line.box);
        }
    }
    return boxes;
}

void PagePreview::showSection(const Place &entry)
{
    m_entry = entry;
    if (entry.isNowhere() || m_stale)
        return;
    const int page = pageOf(m_document, entry);
    if (page < 0)
        return;
    const QRectF rect = pageRect(page);
    const bool inSight
        = rect.top() < viewport()->height() * 0.6 && rect.bottom() > viewport()->height() * 0.4;
    if (!inSight)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(rect.top()) - kGap);
    Q_EMIT pagesChanged();
}

int PagePreview::currentPage() const
{
    const double middle = viewport()->height() / 2.0;
    for (int page = 0; page < int(m_document.pages.size()); ++page) {
        if (pageRect(page).bottom() >= middle)
            return page;
    }
    return int(m_document.pages.size()) - 1;
}

void PagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), appearance::surface(palette()));
    for (int page = 0; page < pageCount(); ++page) {
        const QRectF rect = pageRect(page);
        if (!rect.intersects(viewport()->rect())) {
            m_painted.remove(page);
            continue;
        }
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), appearance::line(palette())); // its edge
        paintSheet(painter, page, rect);
        paintMarks(painter, page, rect);
        paintFound(painter, page, rect);
    }
    if (hasFocus()) {
        painter.setPen(QPen(appearance::accent(palette()), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

/// From a picture of the page; a much enlarged page is painted straight, and of it only what is in sight.
void PagePreview::paintSheet(QPainter &painter, int page, const QRectF &rect)
{
    constexpr double kMostPixels = 5'000'000; // of a kept picture
    const double ratio = devicePixelRatioF();
    if (rect.width() * rect.height() * ratio * ratio > kMostPixels) {
        painter.save();
        painter.setClipRect(rect.intersected(viewport()->rect()));
        painter.fillRect(rect, Qt::white);
        painter.translate(rect.topLeft());
        paintPage(m_document, page, painter, pixelsPerMm());
        painter.restore();
        return;
    }
    QPixmap &pixmap = m_painted[page];
    if (pixmap.isNull()) {
        pixmap = QPixmap((rect.size() * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::white); // paper is white in a dark theme too
        QPainter onPage(&pixmap);
        paintPage(m_document, page, onPage, pixelsPerMm());
    }
    painter.drawPixmap(rect.topLeft(), pixmap);
}

void PagePreview::paintMarks(QPainter &painter, int page, const QRectF &rect) const
{
    const double scale = pixelsPerMm();
    QColor band(0x1A, 0x6F, 0xD4); // on white paper in both themes
    const QColor edge = band;
    band.setAlpha(28);
    for (const QRectF &mark : marksOn(page)) {
        const QRectF on(rect.topLeft() + mark.topLeft() * scale, mark.size() * scale);
        painter.fillRect(on, band);
        painter.fillRect(QRectF(on.left() - 3, on.top(), 2, on.height()), edge);
    }
}

/// As with a marker pen: the words stay black under it. The chosen one has an edge, too.
void PagePreview::paintFound(QPainter &painter, int page, const QRectF &rect) const
{
    const QColor marker(0xFF, 0xE9, 0xA8);
    const QColor chosen(0xFF, 0xC9, 0x40);
    const QColor edge(0x1A, 0x4F, 0xA8);
    const double scale = pixelsPerMm();
    painter.save();
    for (size_t i = 0; i < m_foundInk.size(); ++i) {
        const bool isChosen = int(i) == m_chosen;
        for (const InkLine &line : m_foundInk[i]) {
            if (line.page != page)
                continue;
            const QRectF on(rect.topLeft() + line.box.topLeft() * scale, line.box.size() * scale);
            painter.setCompositionMode(QPainter::CompositionMode_Multiply);
            painter.fillRect(on, isChosen ? chosen : marker);
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            if (isChosen) {
                painter.setPen(QPen(edge, 1.5));
                painter.drawRect(on.adjusted(-1, -1, 1, 1));
            }
        }
    }
    painter.restore();
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_painted.clear();
    updateScrollBars();
    showSection(m_entry);
}

void PagePreview::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_stale)
        m_idle.start(0); // after the window's first paint
}

void PagePreview::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT pagesChanged();
}

void PagePreview::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update(); // which shows it
}

void PagePreview::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PagePreview::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

std::optional<PagePreview::OnPage> PagePreview::onPage(QPoint point) const
{
    for (int page = 0; page < int(m_document.pages.size()); ++page) {
        const QRectF rect = pageRect(page);
        if (rect.contains(point))
            return OnPage{page, (point - rect.topLeft()) / pixelsPerMm()};
    }
    return std::nullopt;
}

PagePreview::Under PagePreview::under(QPoint point) const
{
    const auto there = onPage(point);
    return there ? Under{sourceAt(m_document, there->page, there->inMm),
               balloonAt(m_document, there->page, there->inMm)}
                 : Under();
}

Place PagePreview::placeAt(QPoint point) const
{
    const Place *source = under(point).source;
    return source ? *source : Place();
}

std::optional<InkSpot> PagePreview::spotUnder(QPoint point) const
{
    const auto there = onPage(point);
    return there ? inkAt(m_document, there->page, there->inMm) : std::nullopt;
}

/// Where comments stand in the margin words can be chosen to be commented on.
void PagePreview::mousePressEvent(QMouseEvent *event)
{
    m_pressed.reset();
    if (event->button() != Qt::LeftButton)
        return;
    const Under what = under(event->pos());
    if (what.comment > 0) {
        Q_EMIT commentRequested(what.comment);
    } else if (what.source) {
        Q_EMIT placeRequested(*what.source);
        m_pressed = m_margin == Margin::Comments ? spotUnder(event->pos()) : std::nullopt;
        m_pressedAt = event->pos();
    }
}

/// Within the paragraph in which it began.
void PagePreview::choose(QPoint to)
{
    const auto spot = spotUnder(to);
    if (!spot || spot->element != m_pressed->element)
        return;
    const auto [from, end] = std::minmax(m_pressed->character, spot->character);
    m_passage = {spot->element, spot->source, from, end - from};
    viewport()->update();
}

void PagePreview::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_pressed, std::nullopt) || m_passage.count <= 0)
        return;
    Q_EMIT passageRequested(m_document.sources[size_t(m_passage.source)], m_passage.from, m_passage.count);
}

void PagePreview::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_pressed && (isFar || m_passage.count > 0))
        return choose(event->pos());
    const Under what = under(event->pos());
    const bool leadsOn = what.comment > 0 || what.source;
    viewport()->setCursor(leadsOn ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PagePreview::zoomBy(double factor) { zoomAround(factor, viewport()->rect().center()); }

/// What is under the point stays under it.
void PagePreview::zoomAround(double factor, QPointF point)
{
    const double before = pixelsPerMm();
    const QPointF offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
    m_zoom = std::clamp(before * 25.4 / logicalDpiX() * factor, kMinZoom, kMaxZoom);
    m_fit = Fit::None;
    m_painted.clear();
    updateScrollBars();
    const QPointF target = (offset + point) * (pixelsPerMm() / before) - point;
    horizontalScrollBar()->setValue(int(target.x()));
    verticalScrollBar()->setValue(int(target.y()));
    viewport()->update();
    Q_EMIT pagesChanged();
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoomAround(event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1, event->position());
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::ZoomIn))
        zoomBy(1.25);
    else if (event->matches(QKeySequence::ZoomOut))
        zoomBy(1 / 1.25);
    else if (event->key() == Qt::Key_0 && event->modifiers() & Qt::ControlModifier)
        setFit(Fit::Width);
    else if (event->key() == Qt::Key_Home)
        showPage(0);
    else if (event->key() == Qt::Key_End)
        showPage(pageCount() - 1);
    else if (event->key() == Qt::Key_Space)
        verticalScrollBar()->triggerAction(event->modifiers() & Qt::ShiftModifier
                ? QAbstractSlider::SliderPageStepSub
                : QAbstractSlider::SliderPageStepAdd);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace nianbao
