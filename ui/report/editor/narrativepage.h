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

/// The editor of one sub-section of a narrative section: heading, text, and its place among the others.
class NarrativePage final : public EditorPage {
    Q_OBJECT
public:
    NarrativePage(Session &session, SectionId section, int index, QWidget *parent = nullptr); // index from 0

    void goTo(const Spot &place) override;
    QString currentSection() const override;
    Spot currentPlace() const override;

private:
    bool exists() const;
    bool take(const Change &typed);
    SubSection content() const;
    QString guidance() const;
    QString placeName() const;
    void showReport();
    void showCount();
    void addAfter();
    void move(int by);
    void remove();
    SectionId m_section;
    int m_index;
    QLabel *m_number;
    PlainLineEdit *m_heading;
    QLabel *m_guidance;
    QLabel *m_count;
    QToolButton *m_up;
    QToolButton *m_down;
    PlainTextEdit *m_text;
    TextAssistant *m_assistant;
    IllustrationStrip *m_figures;
};

} // namespace nianbao
