// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagesetup.h"
#include "report.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;
class QTextBrowser;

namespace nianbao {

class HistoryList;
class PagePreview;
class Session;

/// What is known of the chosen row of the history: what it changed, the pages of the report as it was then,
/// and how that differs from now. The row itself tells at once; the reports around it are fetched when the
/// choice has come to rest, so that arrow keys run through rows, and nothing of another row is shown
/// meanwhile as if it were of this one. Looks only.
class ReportThen final : public QWidget {
    Q_OBJECT
public:
    /// The report around a row.
    struct Around {
        qint64 row = 0; // 0: not fetched yet
        std::optional<Report> before{};
        std::optional<Report> after{};
        QString missing{}; // why there is no `after`
        QList<Place> placesBefore{}; // what the row changed, as changeTo asks for it
        QList<Place> placesAfter{};
    };

    ReportThen(Session &session, const HistoryList &rows, QWidget *parent = nullptr);
    void forget(); // what was fetched: the report is another now
    void showChosen();
    void fetch(); // at once, what has not been fetched yet
    const Around &around() const { return m_around; }
    QString time() const; // of the chosen row: "1月16日 16:40"
    void addViews(QMenu *menu); // each of them, to be entered

Q_SIGNALS:
    void fetched();

public Q_SLOTS:
    void enter(); // the view that is shown

protected:
    void changeEvent(QEvent *event) override;

private:
    QFrame *makeBanner();
    void makeViews();
    std::optional<Report> stateAfter(qint64 id, QString *missing) const;
    void showBanner();
    void showView();
    void showDeed();
    void showComparison();

    Session &m_session;
    const HistoryList &m_rows;
    PageSetup m_setup;
    Around m_around{};
    QTimer m_rest; // of the choice
    QLabel *m_title;
    QLabel *m_subtitle;
    QTabWidget *m_views = nullptr;
    QTextBrowser *m_deed;
    PagePreview *m_pages;
    QStackedWidget *m_pagesOrNot;
    QLabel *m_noPages;
    QTextBrowser *m_comparison;
};

} // namespace nianbao
