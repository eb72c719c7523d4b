// SPDX-License-Identifier: MulanPSL-2.0
#include "pagepreview.h"

#include "appearance.h"
#include "paginate.h"
#include "paintpage.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace nianbao {

namespace {
constexpr int kIdleMs = 80;
constexpr int kGap = 14; // between pages, pixels
constexpr double kMinZoom = 0.5;
constexpr double kMaxZoom = 4;
} // namespace

PagePreview::PagePreview(Session &session, QWidget *parent) : QAbstractScrollArea(parent), m_session(session)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Preview of the pages"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (isVisible())
            layOut();
    });
    connect(&session, &Session::changed, this, [this] {
        m_stale = true;
        m_idle.start();
    });
}

void PagePreview::layOut()
{
    m_idle.stop();
    m_stale = false;
    const PageStyle &style = pageStyle();
    auto fonts = m_document.fonts;
    if (!fonts) {
        auto loaded = FontSet::load(style.fonts);
        if (!loaded) {
            Q_EMIT failed(loaded.error());
            return;
        }
        fonts = *loaded;
        if (const auto standIns = fonts->standIns(); !standIns.isEmpty())
            Q_EMIT notice(tr("A font of the right style is missing and was replaced. %1")
                              .arg(standIns.join(QStringLiteral("; "))));
    }
    PageOptions options;
    if (m_draftMark && verdict(m_session.findings()) == Verdict::Fail)
        options.draftMark = QStringLiteral("草稿");
    m_document = paginate(m_session.report(), style, fonts, options);
    m_painted.clear();
    updateScrollBars();
    showSection(m_section);
    viewport()->update();
    Q_EMIT pagesChanged();
}

const PageDocument &PagePreview::document()
{
    if (m_stale)
        layOut();
    return m_document;
}

void PagePreview::setDraftMark(bool shown)
{
    m_draftMark = shown;
    m_stale = true;
    m_idle.start();
}

double PagePreview::pixelsPerMm() const
{
    const int room = std::max(100, viewport()->width() - 2 * kGap);
    return room / (m_document.width > 0 ? m_document.width : 210) * m_zoom;
}

QRectF PagePreview::pageRect(int page) const
{
    const double scale = pixelsPerMm();
    const double width = m_document.width * scale;
    const double height = m_document.height * scale;
    const double x
        = std::max(double(kGap), (viewport()->width() - width) / 2) - horizontalScrollBar()->value();
    return QRectF(x, kGap + page * (height + kGap) - verticalScrollBar()->value(), width, height);
}

void PagePreview::updateScrollBars()
{
    const double scale = pixelsPerMm();
    const int height = int(double(m_document.pages.size()) * (m_document.height * scale + kGap)) + kGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    const int width = int(m_document.width * scale) + 2 * kGap;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

void PagePreview::showSection(const QString &section)
{
    m_section = section;
    if (section.isEmpty() || m_stale)
        return;
    const int page = pageOfSection(m_document, section);
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
    const double ratio = devicePixelRatioF();
    for (int page = 0; page < int(m_document.pages.size()); ++page) {
        const QRectF rect = pageRect(page);
        if (!rect.intersects(viewport()->rect()))
            continue;
        QPixmap &pixmap = m_painted[page];
        if (pixmap.isNull()) {
            pixmap = QPixmap((rect.size() * ratio).toSize());
            pixmap.setDevicePixelRatio(ratio);
            pixmap.fill(Qt::white); // paper is white in a dark theme too
            QPainter onPage(&pixmap);
            paintPage(m_document, page, onPage, pixelsPerMm());
        }
        painter.setPen(appearance::line(palette()));
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
        painter.drawPixmap(rect.topLeft(), pixmap);
    }
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_painted.clear();
    updateScrollBars();
    showSection(m_section);
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

void PagePreview::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

const Source *PagePreview::sourceUnder(QPoint point) const
{
    for (int page = 0; page < int(m_document.pages.size()); ++page) {
        const QRectF rect = pageRect(page);
        if (rect.contains(point))
            return sourceAt(m_document, page, (point - rect.topLeft()) / pixelsPerMm());
    }
    return nullptr;
}

void PagePreview::mousePressEvent(QMouseEvent *event)
{
    const Source *source = event->button() == Qt::LeftButton ? sourceUnder(event->pos()) : nullptr;
    if (source)
        Q_EMIT placeRequested({source->cell, source->section, source->paragraph});
}

void PagePreview::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(sourceUnder(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PagePreview::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, kMinZoom, kMaxZoom);
    m_painted.clear();
    updateScrollBars();
    viewport()->update();
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        setZoom(m_zoom * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1));
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::ZoomIn))
        setZoom(m_zoom * 1.25);
    else if (event->matches(QKeySequence::ZoomOut))
        setZoom(m_zoom / 1.25);
    else if (event->key() == Qt::Key_0 && event->modifiers() & Qt::ControlModifier)
        setZoom(1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace nianbao
