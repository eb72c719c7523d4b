// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>

class QAction;

namespace nianbao {

class ReportView;
class Session;

/// Undo and redo of the open report: what is still being typed is taken over first, then the window leads to
/// the place that changes, and then it changes. The actions say what they would take back or do again.
class UndoActions final : public QObject {
    Q_OBJECT
public:
    explicit UndoActions(QObject *window);
    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }
    void setReport(Session *session, ReportView *view); // nullptr: none is open

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    void step(bool back);
    void showNext();
    QAction *m_undo;
    QAction *m_redo;
    Session *m_session = nullptr;
    ReportView *m_view = nullptr;
};

} // namespace nianbao
