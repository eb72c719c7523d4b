// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QScrollArea>

namespace nianbao {

/// Gives a page all the room there is; where that is less than the page can do with, the page is scrolled. So
/// nothing inside can force a window beyond the screen, and nothing inside is cut. What the focus comes to is
/// scrolled into sight.
class Room final : public QScrollArea {
    Q_OBJECT
public:
    explicit Room(QWidget *parent = nullptr);
    void setPage(QWidget *page); // in the place of the one before, which the caller does away with
    /// The same for one column in the middle of the page: on a wide screen its lines do not become too long.
    void setColumn(QWidget *column);
    /// Whether that part of the page, or at least a line of it, would be in sight with that corner of the
    /// page in the corner of the room.
    bool isSeenFrom(const QPoint &corner, const QWidget &part) const;
    QSize sizeHint() const override; // the page's own
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fit();
    void showFocused(QWidget *focused);
    void keepFocusedInSight(const QSize &before);
};

} // namespace nianbao
