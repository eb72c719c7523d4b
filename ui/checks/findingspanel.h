// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "findingsmodel.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace nianbao {

class FlowLayout;

/// The panel 检查: one verdict line, all findings as cards, and what can be done about the selected one. A
/// click or Enter leads to the place.
class FindingsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(Session &session, QWidget *parent = nullptr);
    ~FindingsPanel() override; // what is typed as an explanation is taken over
    /// Selects the finding after (or before) the selected one, going round, and leads to it.
    void step(int direction);
    QString currentWords() const; // of the selected finding

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void conversionRequested(); // of an old form
    void notice(const QString &sentence);

private:
    void showVerdict();
    void showActions();
    void lead(const QModelIndex &index);
    QWidget *makeActions();
    void addLink(const QString &words, const QString &name, const std::function<void()> &work);
    void commitExplanation();
    void switchOff(const RuleId &rule);
    bool edit(const Change &change);
    Session &m_session;
    FindingsModel m_model;
    QLabel *m_verdict;
    QListView *m_view;
    QWidget *m_actions = nullptr;
    FlowLayout *m_buttons = nullptr;
    QLabel *m_excerpt = nullptr;
    QLineEdit *m_explanation = nullptr;
    QLabel *m_off;
    QString m_explainedKey; // of the finding the line belongs to
};

/// "不可上报：错误 1 处" and the like: the one verdict of the whole report.
QString verdictLine(const Findings &findings);

} // namespace nianbao
