// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace nianbao {

class ElidedLabel;

/// What the program opens on the very first time: one page, three questions, none of which leads to another.
/// Who are you, whose report, last year's file if there is one; beside it what comes then. Nothing is written
/// before the button is pressed.
class FirstPage final : public QWidget {
    Q_OBJECT
public:
    explicit FirstPage(QWidget *parent);
    /// Last year's report was read: whose it is and of which year follows from it.
    void takePrior(const Report &prior);
    Report report() const;
    QString path() const { return m_path; }
    bool holdsAnswers() const; // somebody has typed or chosen something

Q_SIGNALS:
    void begun(); // report() and path() hold; the name is remembered
    void priorRequested();
    void priorDropped(const QString &path);
    void openRequested(); // a report that is there
    void sampleRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeQuestions();
    QWidget *makeFoot();
    QWidget *makeOutlook();
    QVBoxLayout *addQuestion(QVBoxLayout *column, int number, const QString &title, const QString &about);
    void showPrior();
    void showKind();
    void validate();
    void choosePath();
    void enter();
    void begin();
    QLineEdit *m_user;
    QLineEdit *m_name;
    QLineEdit *m_shortName;
    QComboBox *m_kind;
    QSpinBox *m_year;
    QLabel *m_due;
    QLabel *m_handOver; // to whom
    QFrame *m_drop;
    ElidedLabel *m_priorWords;
    QToolButton *m_choosePrior;
    QToolButton *m_leavePrior;
    ElidedLabel *m_where;
    QLabel *m_hint;
    QPushButton *m_begin;
    PriorPointer m_prior;
    QString m_path;
    bool m_isPathChosen = false;
};

} // namespace nianbao
