// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"

#include <QFrame>
#include <QList>

class QLabel;
class QToolButton;

namespace nianbao {

class Session;

/// One line above somebody's first report: what to do, in order, each with a mark when it is done and a link
/// to where it is done next. It goes when the report is sent for review, or when it is put away.
class FirstSteps final : public QFrame {
    Q_OBJECT
public:
    explicit FirstSteps(QWidget *parent);
    void begin(const Session &session); // it leads through this report from now on
    void showState(const Session *session); // nullptr: none is open

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void findingRequested(); // the next one

private:
    struct Step {
        QToolButton *link = nullptr;
        Place place{}; // where it goes on; nowhere: the findings
    };
    void showStep(Step &step, const QString &words, bool isDone, const Place &place);
    void putAway();
    QLabel *m_title;
    QList<Step> m_steps;
};

} // namespace nianbao
