// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "session.h"

#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;

namespace nianbao {

class HistoryList;
class ReportThen;

/// 历史: every edit of the report, and beside the chosen one the report as it was then; what was then is
/// restored here as one step that can be undone, whole or in one place, and content is made to disappear. The
/// report changes by that alone: looking changes nothing.
class HistoryDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit HistoryDialog(Session &session, QWidget *parent = nullptr);
    void choose(qint64 row); // of the history; filters that hide it are given up

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place); // the dialog has closed

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    void load();
    void loadNewest();
    void showChosen();
    void showActions();
    void fillMenu(QMenu *menu);
    QString whyNoRestoring() const; // empty: it may be
    void restoreWhole();
    void restorePlace();
    bool restore(Change change, const QString &description);
    void clear();
    void tellStillThere(const Place &place, const QString &sentence);

    Session &m_session;
    HistoryList *m_list;
    ReportThen *m_then;
    QTimer m_loading; // soon
    QString m_done{}; // what was just done, as long as its row is chosen
    qint64 m_doneRow = 0; // 0: the one that is chosen next
    QPushButton *m_clear;
    QLabel *m_why;
    QPushButton *m_restorePlace;
    QPushButton *m_restoreWhole;
};

} // namespace nianbao
