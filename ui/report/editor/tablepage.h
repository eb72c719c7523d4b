// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

class QFrame;
class QLabel;
class QMenu;
class QToolButton;

namespace nianbao {

class ElidedLabel;
class EntryLine;
class GridView;
class TableModel;

/// One statutory table: the grid, its equations in words, what belongs into the current cell, and notes.
class TablePage final : public EditorPage {
    Q_OBJECT
public:
    TablePage(Session &session, const TableId &table, QWidget *parent = nullptr);

    void goTo(const Place &place) override;
    Place entry() const override;
    Place currentPlace() const override;
    QList<QAbstractButton *> deeds() const override { return m_deeds; }
    bool mayFillWithZero() const;

public Q_SLOTS:
    void fillWithZero(); // blank typed cells only
    void bringCarriedOver();
    void editCellNote();
    void editTableNote();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeDeclaredBar();
    QWidget *makeNotes();
    void makeMenu();
    void showPassage(EntryLine *note, const Place &words);
    void refresh();
    void showPermitted();
    void showCell();
    void showDeclared();
    void showBalances();
    void fitGuidance();
    QList<Step> carriedOverSteps() const;
    void takeCellNote(const QString &note);
    void takeTableNote(const QString &note);
    void takeComputed();
    void keepDeclared();
    CellId currentCell() const;
    const TableSpec &table() const;
    QString noteKey() const;

    TableModel *m_model;
    GridView *m_grid;
    ElidedLabel *m_intro = nullptr;
    ElidedLabel *m_legend = nullptr; // what the small figures are
    QToolButton *m_carry = nullptr;
    QToolButton *m_howTo = nullptr;
    QFrame *m_declaredBar = nullptr;
    QLabel *m_declaredWords = nullptr;
    QToolButton *m_keepDeclared = nullptr;
    QLabel *m_balances = nullptr;
    QLabel *m_guidance = nullptr;
    ElidedLabel *m_guidanceLine = nullptr; // the same, where there is no room for all of it
    QLabel *m_cellNoteLabel = nullptr;
    QLabel *m_tableNoteLabel = nullptr;
    EntryLine *m_cellNote = nullptr;
    EntryLine *m_tableNote = nullptr;
    QMenu *m_menu = nullptr;
    QList<QAbstractButton *> m_deeds{}; // with the whole table
    CellId m_noteCell; // whose note stands in m_cellNote
};

} // namespace nianbao
