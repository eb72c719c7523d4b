// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "livepicker.h"
#include "session.h"

#include <QObject>

#include <functional>

class QMenu;

namespace nianbao {

class PlainTextEdit;

/// Sits beside a text editor: shows the findings of its text as underlines with what they say, offers
/// their corrections in the menu, and puts live figures and drafted paragraphs into the text.
class TextAssistant final : public QObject {
    Q_OBJECT
public:
    /// text: what of the report the editor shows.
    TextAssistant(Session &session, PlainTextEdit *edit, std::function<Place()> text);

    void chooseFigure(LivePicker::Opened opened = LivePicker::Opened::ByButton);
    /// A menu with a drafted paragraph for each part of the report.
    void fillDraftMenu(QMenu *menu);
    void showMarks(); // when the editor has turned to another text

Q_SIGNALS:
    void notice(const QString &sentence);
    void commentRequested(); // on the place where the cursor is

private:
    void showValues();
    void extendMenu(QMenu *menu, qsizetype storedPosition);
    void insertParagraph(const QString &stored);
    bool edit(const Change &change);
    Session &m_session;
    PlainTextEdit *m_edit;
    std::function<Place()> m_text;
};

} // namespace nianbao
