// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"
#include "pagedocument.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>
#include <QTimer>

namespace nianbao {

/// The pages as they will print. Follows the report 80 ms after the last change; paints visible pages only.
class PagePreview final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PagePreview(Session &session, QWidget *parent = nullptr);

    /// Brings the page of the section into sight ("overview/2", "requests") and keeps it there while editing.
    void showSection(const QString &section);
    const PageDocument &document(); // up to date, laid out now if need be
    void setDraftMark(bool shown);
    bool draftMark() const { return m_draftMark; }
    int pageCount() const { return int(m_document.pages.size()); }
    int currentPage() const; // index of the page in the middle

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void pagesChanged(); // other pages, or another page in sight
    void notice(const QString &sentence); // a role is set in a font of another style
    void failed(const nianbao::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void updateScrollBars();
    double pixelsPerMm() const;
    QRectF pageRect(int page) const; // in the viewport
    const Source *sourceUnder(QPoint point) const;
    void setZoom(double zoom);

    Session &m_session;
    QTimer m_idle;
    PageDocument m_document;
    QHash<int, QPixmap> m_painted;
    QString m_section;
    double m_zoom = 1; // 1: the page fits the width
    bool m_stale = true;
    bool m_draftMark = true;
};

} // namespace nianbao
