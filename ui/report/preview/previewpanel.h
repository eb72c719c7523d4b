// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

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

private:
    void showState();
    void makeMenu();
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
