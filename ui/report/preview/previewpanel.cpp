// SPDX-License-Identifier: MulanPSL-2.0
#include "previewpanel.h"

#include "appearance.h"
#include "flowlayout.h"
#include "focusedview.h"
#include "literal.h"
#include "pagepreview.h"
#include "paintpage.h"
#include "reportplaces.h"
#include "session.h"

#include <QAbstractListModel>
#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace nianbao {

/// One small picture a page, painted when it is first shown.
class ThumbnailModel final : public QAbstractListModel {
public:
    ThumbnailModel(PagePreview &pages, QObject *parent) : QAbstractListModel(parent), m_pages(pages) { }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_pages.pageCount())
            return {};
        if (role == Qt::DisplayRole)
            return QString::number(index.row() + 1);
        if (role == Qt::AccessibleTextRole)
            return PreviewPanel::tr("Page %1").arg(index.row() + 1);
        if (role != Qt::DecorationRole)
            return {};
        QPixmap &picture = m_painted[index.row()];
        if (picture.isNull()) {
            const PageDocument &document = m_pages.shownDocument();
            constexpr double kScale = 0.36; // pixels a mm
            const double ratio = m_pages.devicePixelRatioF();
            picture = QPixmap((QSizeF(document.width, document.height) * kScale * ratio).toSize());
            picture.setDevicePixelRatio(ratio);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            paintPage(document, index.row(), painter, kScale);
            painter.setPen(QPen(Qt::gray, 0));
            painter.drawRect(QRectF({}, picture.deviceIndependentSize()).adjusted(0, 0, -1, -1));
        }
        return picture;
    }
    void follow()
    {
        m_painted.clear();
        const int count = m_pages.pageCount();
        if (count > m_count) {
            beginInsertRows({}, m_count, count - 1);
            m_count = count;
            endInsertRows();
        } else if (count < m_count) {
            beginRemoveRows({}, count, m_count - 1);
            m_count = count;
            endRemoveRows();
        }
        if (m_count > 0)
            Q_EMIT dataChanged(index(0), index(m_count - 1));
    }

private:
    PagePreview &m_pages;
    mutable QHash<int, QPixmap> m_painted;
    int m_count = 0;
};

PreviewPanel::PreviewPanel(Session &session, const PageSetup &setup, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new PagePreview(session, setup, this))
    , m_model(new ThumbnailModel(*m_pages, this))
    , m_thumbnails(new FocusedView<QListView>(this))
    , m_readOnly(appearance::quietLabel(this))
    , m_zoom(appearance::quietLabel(this))
    , m_width(appearance::linkButton(tr("Width"), this))
    , m_page(appearance::linkButton(tr("Page"), this))
    , m_two(appearance::linkButton(tr("Two"), this))
{
    auto *less = appearance::linkButton(QStringLiteral("−"), this);
    auto *more = appearance::linkButton(QStringLiteral("＋"), this);
    auto *small = appearance::linkButton(tr("Thumbnails"), this);
    literal::setToolTip(less, tr("Smaller (Ctrl+−)"));
    less->setAccessibleName(tr("Smaller"));
    literal::setToolTip(more, tr("Larger (Ctrl++)"));
    more->setAccessibleName(tr("Larger"));
    literal::setToolTip(m_width, tr("Fit the width (Ctrl+0)"));
    literal::setToolTip(m_page, tr("Fit the whole page"));
    literal::setToolTip(m_two, tr("Two pages side by side"));
    literal::setToolTip(small, tr("Small pages at the side"));
    small->setCheckable(true);
    small->setObjectName(QStringLiteral("thumbnails"));
    for (QToolButton *mode : {m_width, m_page, m_two})
        mode->setCheckable(true);
    m_zoom->setWordWrap(false);
    m_readOnly->setObjectName(QStringLiteral("readOnlyMark"));
    m_readOnly->setWordWrap(false);
    m_readOnly->setText(tr("Read only"));
    m_readOnly->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    m_readOnly->hide();
    auto *bar = new FlowLayout;
    bar->setContentsMargins(fontMetrics().height() / 2, 0, fontMetrics().height() / 2, 0);
    for (QWidget *part :
        std::initializer_list<QWidget *>{m_readOnly, less, m_zoom, more, m_width, m_page, m_two, small})
        bar->addWidget(part);

    m_thumbnails->setModel(m_model);
    m_thumbnails->setViewMode(QListView::IconMode);
    m_thumbnails->setFlow(QListView::TopToBottom);
    m_thumbnails->setWrapping(false);
    m_thumbnails->setMovement(QListView::Static);
    m_thumbnails->setUniformItemSizes(true);
    m_thumbnails->setSpacing(4);
    m_thumbnails->setFrameShape(QFrame::NoFrame);
    m_thumbnails->setFixedWidth(fontMetrics().height() * 7);
    m_thumbnails->setAccessibleName(tr("Thumbnails"));
    m_thumbnails->setVisible(false);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_thumbnails);
    below->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(below, 1);
    setFocusProxy(m_pages);

    connect(less, &QToolButton::clicked, this, [this] { m_pages->zoomBy(1 / 1.25); });
    connect(more, &QToolButton::clicked, this, [this] { m_pages->zoomBy(1.25); });
    connect(m_width, &QToolButton::clicked, this, [this] { m_pages->setFit(PagePreview::Fit::Width); });
    connect(m_page, &QToolButton::clicked, this, [this] { m_pages->setFit(PagePreview::Fit::Page); });
    connect(m_two, &QToolButton::clicked, this, [this] { m_pages->setFit(PagePreview::Fit::TwoPages); });
    connect(small, &QToolButton::toggled, this, [this](bool shown) {
        m_thumbnails->setVisible(shown);
        showState();
    });
    connect(m_thumbnails, &QListView::clicked, this,
        [this](const QModelIndex &index) { m_pages->showPage(index.row()); });
    connect(m_pages, &PagePreview::placeRequested, this,
        [this](const Place &place) { Q_EMIT placeRequested(editedAt(place)); });
    connect(m_pages, &PagePreview::laidOut, this, [this] { m_model->follow(); });
    connect(m_pages, &PagePreview::pagesChanged, this, &PreviewPanel::showState);
    makeMenu();
    showState();
}

/// What belongs to no part of the report and is on a page is its 更正说明.
Place PreviewPanel::editedAt(const Place &place) const
{
    return place == Place::report() ? placeOfCorrection(m_session.report()) : place;
}

void PreviewPanel::makeMenu()
{
    auto *menu = new QMenu(m_pages);
    menu->setObjectName(QStringLiteral("pagesMenu"));
    QAction *edit = menu->addAction(tr("&Go to what is here"));
    QAction *comment = menu->addAction(tr("Add a &comment here…"));
    menu->addSeparator();
    connect(menu->addAction(tr("&Larger")), &QAction::triggered, this, [this] { m_pages->zoomBy(1.25); });
    connect(
        menu->addAction(tr("&Smaller")), &QAction::triggered, this, [this] { m_pages->zoomBy(1 / 1.25); });
    for (QToolButton *mode : {m_width, m_page, m_two})
        connect(
            literal::addAction(menu, mode->accessibleName()), &QAction::triggered, mode, &QToolButton::click);
    m_pages->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_pages, &QWidget::customContextMenuRequested, this, [this, menu, edit, comment](QPoint point) {
        const Place place = m_pages->placeAt(point);
        edit->setEnabled(!place.isNowhere());
        edit->disconnect(this);
        connect(edit, &QAction::triggered, this, [this, place] { Q_EMIT placeRequested(editedAt(place)); });
        comment->setEnabled(!place.isNowhere() && m_session.permissions().may(Permissions::Action::Comment));
        comment->disconnect(this);
        connect(comment, &QAction::triggered, this, [this, place] { Q_EMIT commentRequested(place); });
        menu->popup(m_pages->viewport()->mapToGlobal(point));
    });
}

void PreviewPanel::setReading(bool reading) { m_readOnly->setVisible(reading); }

void PreviewPanel::showState()
{
    m_zoom->setText(tr("%1%").arg(m_pages->percent()));
    m_width->setChecked(m_pages->fit() == PagePreview::Fit::Width);
    m_page->setChecked(m_pages->fit() == PagePreview::Fit::Page);
    m_two->setChecked(m_pages->fit() == PagePreview::Fit::TwoPages);
    for (QToolButton *mode : {m_width, m_page, m_two})
        appearance::setTextSize(mode, 1, mode->isChecked());
    if (m_thumbnails->isHidden()) // a reader would say that one has gone to a page that is not in sight
        return;
    const QModelIndex current = m_model->index(m_pages->currentPage());
    if (current.isValid() && current != m_thumbnails->currentIndex())
        m_thumbnails->setCurrentIndex(current);
}

} // namespace nianbao
