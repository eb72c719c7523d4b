// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

class QLabel;
class QToolButton;

namespace nianbao {

class IllustrationStrip;
class PlainLineEdit;
class PlainTextEdit;
class TextAssistant;

/// The editor of one sub-section of a narrative section: heading, text, and its place among the others, with
/// which it moves on.
class NarrativePage final : public EditorPage {
    Q_OBJECT
public:
    NarrativePage(Session &session, const Place &subSection, QWidget *parent = nullptr);

    void goTo(const Place &place) override;
    void markFound(const QList<Place> &places) override;
    Place entry() const override { return m_place; }
    Place currentPlace() const override;
    QList<QAbstractButton *> deeds() const override { return m_deeds; }

private:
    bool exists() const;
    bool take(const Change &typed);
    SubSection content() const;
    QString guidance() const;
    QString placeName() const;
    void follow(const Delta &delta);
    void showReport();
    void showMoves();
    void showCount();
    void addAfter();
    void move(int by);
    void remove();
    Place m_place;
    QLabel *m_number;
    PlainLineEdit *m_heading;
    QLabel *m_guidance;
    QLabel *m_count;
    QToolButton *m_up;
    QToolButton *m_down;
    PlainTextEdit *m_text;
    TextAssistant *m_assistant;
    IllustrationStrip *m_figures;
    QList<QAbstractButton *> m_deeds{}; // with the sub-section
};

} // namespace nianbao
