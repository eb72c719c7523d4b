// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "intakechoice.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace nianbao {

class Mapping;
struct ReadDocument;

/// What a document becomes, with the buttons that take it. What is not complete cannot be taken.
class IntakeFoot final : public QWidget {
    Q_OBJECT
public:
    IntakeFoot(const Mapping &mapping, const ReadDocument &source, const IntakeSetting &setting,
        QWidget *parent = nullptr);

    IntakeChoice choice() const; // without proposal and acceptance, which are the mapping's
    IntakeUse use() const;
    void showCounts(); // of what would be taken
    /// What is above and beside the buttons stands there instead; nullptr: here again.
    void lendTerms(QBoxLayout *place);

Q_SIGNALS:
    void taken(bool guesses);
    void calledOff();
    void useChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeOptions();
    void addUses();
    void showUse();
    void placeAbout();

    const Mapping &m_mapping;
    const IntakeSetting m_setting;
    QComboBox *m_use;
    QSpinBox *m_year;
    QLabel *m_yearLabel;
    QLineEdit *m_from;
    QLabel *m_fromLabel;
    QList<std::pair<TableId, QCheckBox *>> m_tables{};
    QWidget *m_options = nullptr;
    QLabel *m_about;
    QBoxLayout *m_lent = nullptr; // where they stand instead
    bool m_isDoubtful = false;
    QPushButton *m_sureOnly;
    QPushButton *m_all;
    QBoxLayout *m_row;
};

} // namespace nianbao
