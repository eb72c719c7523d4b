// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "recentreports.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace nianbao {

class ElidedLabel;

/// The report that was open last, with its next step, the days it has left and what is open in it, and the
/// one button that Enter presses.
class NextCard final : public QFrame {
    Q_OBJECT
public:
    explicit NextCard(QWidget *parent);
    void showReport(const RecentReport &report, bool isMissing);
    QPushButton *button() const { return m_open; }

Q_SIGNALS:
    void openRequested(const QString &path);
    void removeRequested(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Count {
        QLabel *figure;
        QLabel *what;
    };
    Count addCount();
    static void showCount(const Count &count, const QString &figure, const QString &what);
    void showCounts();
    void colourCounts();
    QString m_path;
    std::optional<SeenReport> m_seen;
    ElidedLabel *m_title;
    QLabel *m_state;
    ElidedLabel *m_where;
    QLabel *m_next;
    QPushButton *m_open;
    QWidget *m_counts;
    Count m_days{};
    Count m_errors{};
    Count m_explain{};
    Count m_comments{};
};

} // namespace nianbao
