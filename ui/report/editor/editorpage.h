// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"
#include "session.h"

#include <QWidget>

namespace nianbao {

/// A spot in the report that an editor can show: a cell, or a paragraph of a text.
struct Place {
    CellId cell{};
    QString section{}; // "organisation", "introduction", "overview", "overview/2", "requests", "channels"
    int paragraph = -1;
    qsizetype start = -1; // a passage of the stored text, to be selected
    qsizetype length = 0;
    QString
        field{}; // of a page with fields: "heading", the key of a fact; of the channels "channel\tcategory"
};

/// What a person may be typing into: a page, a panel. Asked before anything ends that holds it, since nothing
/// is taken over while it goes: a destructor never edits.
class OpenEditor {
public:
    virtual ~OpenEditor() = default;
    /// Takes over what is still being typed, input-method text included. False when it was refused (the
    /// reason was shown by a notice); the text then stays where it is.
    virtual bool commitOpenEditor() = 0;
};

/// Commits whatever the text fields, lines and tables below the widget hold; a picker that is open is given
/// up. Each is asked, also when one refuses.
bool commitEditors(QWidget &root);

/// What stands in the middle of the window: the editor of one entry of the contents tree. Reads the session's
/// report, sends changes to the session, holds no truth of its own.
class EditorPage : public QWidget, public OpenEditor {
    Q_OBJECT
public:
    explicit EditorPage(Session &session, QWidget *parent = nullptr);
    ~EditorPage() override;

    bool commitOpenEditor() override { return commitEditors(*this); }
    /// Puts the cursor there: here into the field of a fact. Ignores places that are not on this page.
    virtual void goTo(const Place &place);
    /// The section that the cursor is in, for the preview: "overview/2", "requests", "introduction".
    virtual QString currentSection() const = 0;
    /// The very spot, as far as the page knows it.
    virtual Place currentPlace() const { return {{}, currentSection(), -1}; }

Q_SIGNALS:
    void notice(const QString &sentence); // one line for the status bar
    void placeRequested(const nianbao::Place &place); // a link on the page leads elsewhere
    void placeChanged(); // the cursor is elsewhere on this page

protected:
    Session &session() const { return m_session; }
    /// False when the page has no such field.
    bool goToField(const QString &name);
    /// session().edit with the error shown by notice().
    bool edit(const Change &change);

private:
    Session &m_session;
};

} // namespace nianbao
