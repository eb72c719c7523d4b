// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace nianbao {

class ElidedLabel;
class SavedLabel;
class Session;

/// The words about the open report in the window's bar and status line: what state it is in and what comes
/// next, whether it is saved, its findings, the page in sight.
class ReportStatus final : public QObject {
    Q_OBJECT
public:
    explicit ReportStatus(QWidget *window);
    void show(const Session &session);
    void showSaved(const Session &session); // that alone
    void showPage(int page, int pages);
    void clear(); // no report is open

    QList<QWidget *> state() const;
    QList<QWidget *> words() const;
    QList<QWidget *> marks() const;

private:
    QLabel *m_state;
    ElidedLabel *m_next;
    SavedLabel *m_saved;
    ElidedLabel *m_counts;
    QLabel *m_pages;
};

} // namespace nianbao
