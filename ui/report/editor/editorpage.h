// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"
#include "openeditor.h"
#include "place.h"
#include "session.h"

#include <QList>
#include <QWidget>

#include <utility>

class QAbstractButton;

namespace nianbao {

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
    /// Marks the places that a search found in its texts. None: no more.
    virtual void markFound(const QList<Place> &) { }
    /// What of the contents it edits: a sub-section, a section, the introduction.
    virtual Place entry() const = 0;
    /// Buttons that do something with all of it: the menu of the contents has them, too.
    virtual QList<QAbstractButton *> deeds() const { return {}; }
    /// Where in it the cursor is, as far as the page knows.
    virtual Place currentPlace() const { return entry(); }

Q_SIGNALS:
    void notice(const QString &sentence); // one line for the status bar
    void placeRequested(const nianbao::Place &place); // a link on the page leads elsewhere
    void placeChanged(); // the cursor is elsewhere on this page
    void commentRequested(); // on the place where the cursor is
    void personNamed(); // who is at this computer is another from now on

protected:
    Session &session() const { return m_session; }
    /// False when the page has no such field. Words: the place's range is selected in it.
    bool goToField(const QString &name, const Place &words = {});
    /// Start and length of those that are passages of that text.
    static QList<std::pair<qsizetype, qsizetype>> passagesIn(const QList<Place> &places, const Place &text);
    /// session().edit with the error shown by notice().
    bool edit(const Change &change);
    /// A page is no place to be: the focus goes on to the first on it that can take it.
    void focusInEvent(QFocusEvent *event) override;

private:
    Session &m_session;
};

} // namespace nianbao
