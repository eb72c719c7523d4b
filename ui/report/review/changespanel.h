// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "reportchanges.h"
#include "session.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QTextBrowser;

namespace nianbao {

/// What the report is compared with: as somebody saw it, as it was sent or approved, or last year's.
struct Baseline {
    enum class Kind { LastRead, LastRound, LastApproval, LastYear };
    Kind kind = Kind::LastYear;
    QString words{}; // "自上次送审（1月16日 09:05）以来"
    int move = 0; // whose picture it is; of last year 0
};
/// Those that this report has, the one that tells most first. lastRead: how many moves this person had seen
/// when the report was opened.
QList<Baseline> baselines(const Session &session, int lastRead);
/// The report to compare with; nullopt: its picture is not kept any more.
std::optional<Report> reportOf(const Baseline &baseline, const Session &session);

/// The panel 改动: what differs from one of them, cells old → new, texts word by word; a click leads to the
/// place. What did not change is said.
class ChangesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ChangesPanel(Session &session, QWidget *parent = nullptr);
    QString words() const; // as they are shown, without marks

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshSoon();
    Session &m_session;
    int m_lastRead;
    QComboBox *m_choice;
    QLabel *m_count;
    QTextBrowser *m_text;
    QList<Baseline> m_baselines;
    QTimer m_idle;
};

} // namespace nianbao
