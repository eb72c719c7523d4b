// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "officewords.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace nianbao {

/// 本单位用语: what an office adds to the words of the rules, each wording with sentences that show at once
/// how it is read. What would not be read so is not kept, and a file that cannot be taken apart is never
/// written over.
class OfficeWordsDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit OfficeWordsDialog(QWidget *parent = nullptr);
    /// Those in force since the wordings were kept.
    const std::optional<RuleSet> &rules() const { return m_rules; }
    void reject() override; // asks about what was not kept

private:
    QWidget *makeWordings();
    QWidget *makeForm();
    QWidget *makeNames();
    void load();
    void showList();
    void showRow(int row);
    void showChosen();
    void showPlaceholders();
    void takeFields();
    void chooseMeaning();
    void judge();
    void showJudgement();
    void add();
    void removeChosen();
    bool save();
    void startAnew();
    void choose(int row);
    int chosen() const; // row, or -1
    const PhraseFault *faultOf(int row) const;
    OfficeWords entered() const; // without blank rows
    bool isChanged() const;
    void say(const QString &sentence);

    OfficeWords m_words; // with blank rows
    OfficeWords m_loaded;
    bool m_isBroken = false; // the file is: there is nothing to edit
    QList<PhraseFault> m_faults{}; // by row
    std::optional<RuleSet> m_rules{};
    QTimer m_rest; // of the typing
    QLabel *m_fault;
    QPushButton *m_anew;
    QTabWidget *m_tabs;
    QTableWidget *m_list;
    QPushButton *m_remove;
    QWidget *m_form = nullptr;
    QComboBox *m_meaning;
    QLineEdit *m_wording;
    QLabel *m_wordingSaid;
    QPlainTextEdit *m_reads;
    QLabel *m_readsSaid;
    QPlainTextEdit *m_notReads;
    QLabel *m_notReadsSaid;
    QPlainTextEdit *m_names;
    QLabel *m_said;
    QPushButton *m_save;
};

} // namespace nianbao
