// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "historymodel.h"
#include "result.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace nianbao {

class OwnUndoLine;

/// The rows of the history, and how one of them is found: by words, by person, by part of the report, by the
/// review. One row is chosen as long as any is found; the same stays chosen, and comes back, while filters
/// let it through. Knows neither file nor session: what it shows it was given.
class HistoryList final : public QWidget {
    Q_OBJECT
public:
    explicit HistoryList(QWidget *parent = nullptr);
    /// rows: all of the history, or why there is none.
    void showRows(const Result<QList<HistoryRow>> &rows, const Report &present);
    void choose(qint64 row); // filters that hide it are given up
    void forgetChosen(); // the newest is chosen when rows are shown next
    void enterRows();
    void startSearch();

    const HistoryModel &model() const { return m_model; }
    QModelIndex chosen() const; // invalid: nothing is found
    const HistoryRow *chosenRow() const { return m_model.rowAt(chosen()); } // nullptr: nothing is found

Q_SIGNALS:
    void chosenChanged(); // or what is known of it
    void opened(); // the chosen row
    void menuRequested(QMenu *menu); // of the chosen row: what can be done with it is to be added

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void setUpRows();
    QWidget *makeNothing();
    void fillChoices(const Report &present);
    void filter();
    void showFound();
    void noteChosen();
    void showMenu(const QPoint &point);

    HistoryModel m_model;
    qint64 m_last = 0; // the row that was chosen last
    QString m_reason{}; // why there is no history
    QLabel *m_count;
    OwnUndoLine *m_search;
    QComboBox *m_person;
    QComboBox *m_section;
    QCheckBox *m_moves;
    QStackedWidget *m_lists;
    QListView *m_view;
    QLabel *m_nothing;
    QPushButton *m_all;
};

} // namespace nianbao
