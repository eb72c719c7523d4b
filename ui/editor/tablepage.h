// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

class QFrame;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace nianbao {

class ElidedLabel;
class GridView;
class TableModel;

/// One statutory table: the grid, its equations in words, what belongs into the current cell, and notes.
class TablePage final : public EditorPage {
    Q_OBJECT
public:
    TablePage(Session &session, const TableId &table, QWidget *parent = nullptr);
    ~TablePage() override;

    bool commitOpenEditor() override;
    void goTo(const Place &place) override;
    QString currentSection() const override;
    Place currentPlace() const override { return {currentCell(), currentSection(), -1}; }

public Q_SLOTS:
    void fillWithZero(); // blank typed cells only
    void bringCarriedOver();
    void editCellNote();
    void editTableNote();

private:
    QWidget *makeHead();
    QWidget *makeDeclaredBar();
    QWidget *makeNotes();
    void makeMenu();
    void refresh();
    void showCell();
    void showDeclared();
    void showBalances();
    QList<Step> carriedOverSteps() const;
    bool commitNotes();
    void takeComputed();
    void keepDeclared();
    CellId currentCell() const;
    const TableSpec &table() const;
    QString noteKey() const;

    TableModel *m_model;
    GridView *m_grid;
    ElidedLabel *m_intro = nullptr;
    QToolButton *m_carry = nullptr;
    QToolButton *m_howTo = nullptr;
    QFrame *m_declaredBar = nullptr;
    QLabel *m_declaredWords = nullptr;
    QToolButton *m_keepDeclared = nullptr;
    QLabel *m_balances = nullptr;
    QLabel *m_guidance = nullptr;
    QLabel *m_cellNoteLabel = nullptr;
    QLabel *m_tableNoteLabel = nullptr;
    QLineEdit *m_cellNote = nullptr;
    QLineEdit *m_tableNote = nullptr;
    QMenu *m_menu = nullptr;
    CellId m_noteCell; // whose note stands in m_cellNote
};

} // namespace nianbao
