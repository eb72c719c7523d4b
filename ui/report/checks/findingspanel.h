// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "findingsmodel.h"
#include "openeditor.h"

#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;

namespace nianbao {

class CardView;
class EntryLine;
class FlowLayout;

/// The panel 检查: one verdict line, all findings as cards, and what can be done about the selected one. A
/// click or Enter leads to the place.
class FindingsPanel final : public QWidget, public OpenEditor {
    Q_OBJECT
public:
    explicit FindingsPanel(Session &session, QWidget *parent = nullptr);
    ~FindingsPanel() override;
    bool commitOpenEditor() override { return commitEditors(*this); } // what is typed as an explanation
    void select(const QString &key); // of a finding
    /// Selects the finding after (or before) the selected one and leads to it. False: there is none, and none
    /// is selected any more, so that the next step begins anew.
    bool step(int direction);
    bool hasStep() const; // some finding is one that step() leads to
    QString currentWords() const; // of the selected finding

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void conversionRequested(); // of an old form
    void notice(const QString &sentence);

private:
    void showVerdict();
    void showFoot();
    void showActions();
    void showMenu(const QPoint &point);
    void lead(const QModelIndex &index);
    bool isStep(const Finding &finding) const;
    QWidget *makeActions();
    void addLink(const QString &words, const QString &name, const std::function<void()> &work);
    void addMore(const Finding &finding, bool mayEdit);
    void explain(const QString &words);
    void explainNext();
    void showExplanation(const Finding &finding);
    void switchOff(const RuleId &rule);
    bool edit(const Change &change);
    Session &m_session;
    FindingsModel m_model;
    QLabel *m_verdict;
    CardView *m_view;
    QWidget *m_actions = nullptr;
    FlowLayout *m_buttons = nullptr;
    QLabel *m_excerpt = nullptr;
    EntryLine *m_explanation = nullptr;
    QLabel *m_off;
    Finding m_explained; // the one that the line belongs to, also when the list has moved on
};

/// "不可上报：错误 1 处" and the like: the one verdict of the whole report.
QString verdictLine(const Session &session);

} // namespace nianbao
