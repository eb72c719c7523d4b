// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "historymodel.h"
#include "pagesetup.h"
#include "session.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTextBrowser;

namespace nianbao {

class OwnUndoLine;
class PagePreview;

/// 历史: every edit of the report, to be searched; the report as it was after any of them, compared with now
/// and restored as one step that can be undone; and content that is made to disappear. Looking changes
/// nothing. A state is fetched when the choice has come to rest, so that arrow keys run through rows.
class HistoryDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit HistoryDialog(Session &session, QWidget *parent = nullptr);
    void choose(qint64 row); // of the history; filters that hide it are given up

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place); // the dialog has closed

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The report around the chosen row.
    struct Chosen {
        qint64 id = 0;
        std::optional<Report> before{};
        std::optional<Report> after{};
        QString missing{}; // why there is no `after`
        QList<Place> placesBefore{}; // what the row changed, as changeTo asks for it
        QList<Place> placesAfter{};
    };

    QWidget *makeList();
    QWidget *makeState();
    void load();
    void filter();
    void fillChoices();
    void showFound();
    void showChosen(); // at once, from the row alone
    void fetch(); // the states around it
    void showTab();
    void showDeed();
    void showComparison();
    void showActions();
    void showMenu(const QPoint &point);
    const HistoryRow *chosenRow() const;
    std::optional<Report> stateAfter(qint64 id, QString *missing) const;
    QString whyNoRestoring() const; // empty: it may be
    QString stateWords() const; // "1月16日 16:40"
    void restoreWhole();
    void restorePlace();
    bool restore(Change change, const QString &description);
    void clear();
    void tellStillThere(const Place &place, const QString &sentence);

    Session &m_session;
    PageSetup m_setup;
    HistoryModel m_model;
    Chosen m_chosen{};
    QTimer m_rest; // of the choice
    QTimer m_loading; // soon
    qint64 m_last = 0; // the row that was chosen last
    QString m_error{}; // why there is no history
    QString m_done{}; // what was just done
    QLabel *m_count;
    OwnUndoLine *m_search;
    QComboBox *m_person;
    QComboBox *m_section;
    QCheckBox *m_moves;
    QStackedWidget *m_lists;
    QListView *m_view;
    QLabel *m_nothing;
    QPushButton *m_all;
    QPushButton *m_clear;
    QLabel *m_title;
    QLabel *m_subtitle;
    QTabWidget *m_tabs = nullptr;
    QTextBrowser *m_deed;
    PagePreview *m_pages;
    QStackedWidget *m_pagesOrNot;
    QLabel *m_noPages;
    QTextBrowser *m_comparison;
    QLabel *m_why;
    QPushButton *m_restorePlace;
    QPushButton *m_restoreWhole = nullptr;
};

} // namespace nianbao
