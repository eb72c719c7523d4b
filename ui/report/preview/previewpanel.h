// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace nianbao {

class PagePreview;
class PageSetup;
class Session;
class ThumbnailModel;

/// The preview with its bar (zoom, fit, thumbnails) and the strip of small pages.
class PreviewPanel final : public QWidget {
    Q_OBJECT
public:
    PreviewPanel(Session &session, const PageSetup &setup, QWidget *parent = nullptr);
    PagePreview &pages() const { return *m_pages; }
    void setReading(bool reading); // says that nothing can be edited here

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place); // to be edited
    void commentRequested(const nianbao::Place &place); // on what stands there on a page

private:
    void showState();
    void makeMenu();
    Place editedAt(const Place &place) const;
    Session &m_session;
    PagePreview *m_pages;
    ThumbnailModel *m_model;
    QListView *m_thumbnails;
    QLabel *m_readOnly;
    QLabel *m_zoom;
    QToolButton *m_width;
    QToolButton *m_page;
    QToolButton *m_two;
};

} // namespace nianbao
