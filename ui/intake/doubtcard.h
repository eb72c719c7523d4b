// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "mapping.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace nianbao {

/// What a cell or text of the mapping screen says, why it is in doubt, and the answers to that: the first one
/// is the usual one. Shows one place at a time.
class DoubtCard final : public QFrame {
    Q_OBJECT
public:
    explicit DoubtCard(Mapping &mapping, QWidget *parent = nullptr);
    void showPlace(const Place &place);
    const Place &place() const { return m_place; }
    /// The usual answer, as the first button says it. False: the place is in no doubt.
    bool answer();
    void toggle(); // taken or left out

Q_SIGNALS:
    void answered(); // one may go on to the next
    void typingRequested();
    void nextRequested(int direction);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showAnswers(bool isOpen);
    QString sentences() const;
    QString name() const;

    Mapping &m_mapping;
    Place m_place{};
    std::optional<Amount> m_solved{}; // what the sums ask for, of a cell that could not be read
    QLabel *m_head;
    QLabel *m_count;
    QLabel *m_words;
    QToolButton *m_back;
    QToolButton *m_next;
    QToolButton *m_alike; // takes all that is in doubt for this reason
    QPushButton *m_leave;
    QPushButton *m_type;
    QPushButton *m_answer;
    QBoxLayout *m_top;
    QBoxLayout *m_below;
};

} // namespace nianbao
