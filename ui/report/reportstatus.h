// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace nianbao {

class ElidedLabel;
class ReviewDesk;
class SavedLabel;
class Session;

/// The words about the open report in the window's bar and status line: what state it is in, whose turn it is
/// and since when, the one button that leads on and beside it the one that leads back; whether it is saved,
/// its findings, the page in sight.
class ReportStatus final : public QObject {
    Q_OBJECT
public:
    explicit ReportStatus(QWidget *window);
    void show(const Session &session, const ReviewDesk &desk);
    void showSaved(const Session &session); // that alone
    void showPage(int page, int pages);
    void clear(); // no report is open

    QList<QWidget *> state() const;
    QList<QWidget *> words() const;
    QList<QWidget *> marks() const;

private:
    static void offer(QPushButton *button, QAction *action);
    QLabel *m_state;
    ElidedLabel *m_next;
    QWidget *m_moves;
    QPushButton *m_back;
    QPushButton *m_on;
    SavedLabel *m_saved;
    ElidedLabel *m_counts;
    QLabel *m_pages;
};

} // namespace nianbao
