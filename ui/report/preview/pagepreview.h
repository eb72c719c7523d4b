// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inklines.h"
#include "paperpages.h"
#include "place.h"
#include "session.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>
#include <QTimer>

#include <vector>

namespace nianbao {

class PageSetup;

/// The pages as they will print. Follows the report and the page setup 80 ms after
/// the last change; paints visible pages only.
class PagePreview final : public QAbstractScrollArea {
    Q_OBJECT
public:
    PagePreview(Session &session, const PageSetup &setup, QWidget *parent = nullptr);

    /// From now on the pages of that state of the report, whatever becomes of the session's.
    void showState(const Report &state);

    enum class Fit { Width, Page, TwoPages, None }; // None: a zoom that was chosen
    void setFit(Fit fit);
    Fit fit() const { return m_fit; }
    void zoomBy(double factor); // within 10 to 400 % of the size on paper
    int percent() const; // of the size on paper
    void showPage(int page);
    /// Marks the place that is being edited on its page.
    void markPlace(const Place &place);
    QList<QRectF> marksOn(int page) const; // in mm on the page
    void showMark(); // brings it into sight, if it is not
    /// Marks what a search found, and one of these stronger, which is brought into sight; -1: none of them.
    void markFound(const QList<Place> &places, int chosen);
    QList<QRectF> foundOn(int page) const; // in mm on the page
    void setMargin(Margin margin); // comments as numbers beside their words, or clean pages

    /// Brings the page of the section into sight and keeps it there while editing.
    void showSection(const Place &entry);
    const PageDocument &document(); // up to date, laid out now if need be
    const PageDocument &shownDocument() const { return m_document; }
    int pageCount() const { return int(m_document.pages.size()); }
    QRectF pageRect(int page) const; // in the viewport, pixels
    Place placeAt(QPoint point) const; // of the viewport; nowhere: nothing is there
    int currentPage() const; // index of the page in the middle

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void commentRequested(int number); // as it stands in the margin, from 1
    /// Words were chosen with the mouse: characters [from, from + count), blanks not counted, of a paragraph
    /// or heading as it is printed.
    void passageRequested(const nianbao::Place &place, qsizetype from, qsizetype count);
    void laidOut(); // other pages
    void pagesChanged(); // other pages, another page in sight, or another zoom
    void notice(const QString &sentence); // a role is set in a font of another style
    void failed(const nianbao::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    void layOutSoon();
    void sayPage();
    void updateScrollBars();
    double pixelsPerMm() const;
    struct OnPage {
        int page = 0;
        QPointF inMm{};
    };
    std::optional<OnPage> onPage(QPoint point) const;
    struct Under {
        const Place *source = nullptr;
        int comment = 0; // its number in the margin; 0: none
    };
    Under under(QPoint point) const;
    std::optional<InkSpot> spotUnder(QPoint point) const;
    void choose(QPoint to);
    int columns() const { return m_fit == Fit::TwoPages ? 2 : 1; }
    void zoomAround(double factor, QPointF point);
    void paintSheet(QPainter &painter, int page, const QRectF &rect);
    void paintMarks(QPainter &painter, int page, const QRectF &rect) const;
    void paintFound(QPainter &painter, int page, const QRectF &rect) const;
    void findInk();
    void bringIntoSight(int page, const QRectF &box);

    Session &m_session;
    const PageSetup &m_setup;
    QTimer m_idle;
    std::optional<Report> m_state; // nullopt: the session's report
    Margin m_margin = Margin::Clean;
    PageDocument m_document;
    QHash<int, QPixmap> m_painted;
    Place m_entry;
    Fit m_fit = Fit::Width;
    double m_zoom = 1; // of the size on paper, when no fit is chosen
    Place m_mark; // what is edited
    QList<Place> m_found{}; // by a search
    std::vector<std::vector<InkLine>> m_foundInk{}; // of each
    int m_chosen = -1; // of these
    struct Passage { // of an element: the words that are being chosen
        int element = -1; // -1: none
        int source = -1;
        qsizetype from = 0;
        qsizetype count = 0;
    };
    Passage m_passage{};
    std::optional<InkSpot> m_pressed{}; // where the mouse went down on words
    QPoint m_pressedAt{};
    bool m_stale = true;
    bool m_isFontTold = false;
};

} // namespace nianbao
