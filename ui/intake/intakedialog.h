// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "intakechoice.h"
#include "mapping.h"
#include "readdocument.h"
#include "tabstops.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QTableView;

namespace nianbao {

class DoubtCard;
class GridView;
class IntakeFoot;
class ProposalModel;
class ProposedTexts;
class SourceView;

/// The mapping screen: the document at the left, what was recognised of it at the right, the same cell marked
/// in both. Nothing is taken before one of its buttons is pressed, and then by whoever opened it.
class IntakeDialog final : public WalkedAsSeen<QDialog> {
    Q_OBJECT
public:
    IntakeDialog(const ReadDocument &source, Proposal proposal, const IntakeSetting &setting,
        QWidget *parent = nullptr);

    IntakeChoice choice() const; // after it was accepted
    Mapping &mapping() { return *m_mapping; }
    void goTo(const Place &place);
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead(const ReadDocument &source);
    QWidget *makeForm();
    QWidget *makeTablePage(const TableSpec &table);
    QWidget *makeTextsPage();
    QWidget *makeNotesPage();
    void arrange();
    void step(int direction);
    void showPlace(const Place &place);
    void showState();
    void followUse();
    Place firstPlace() const;
    void goToNext(Recognition state);
    void showSourceOf(const SourceSpot &spot);
    void take(bool guesses);

    struct Page {
        TableId table{};
        GridView *grid = nullptr;
        ProposalModel *model = nullptr;
    };
    Mapping *m_mapping;
    QList<Page> m_pages{};
    SourceView *m_source;
    QTabWidget *m_tabs;
    ProposedTexts *m_textsModel;
    QTableView *m_texts = nullptr;
    QWidget *m_textsPage = nullptr;
    QList<std::pair<Recognition, QPushButton *>> m_chips{};
    DoubtCard *m_card;
    QLabel *m_notice; // of what was refused
    IntakeFoot *m_foot;
    QWidget *m_states = nullptr; // how many are in which
    QBoxLayout *m_below; // of what is judged, scrolled with it
    std::optional<bool> m_isLow{}; // the screen; empty: nothing was arranged yet
    bool m_takesGuesses = true;
};

} // namespace nianbao
