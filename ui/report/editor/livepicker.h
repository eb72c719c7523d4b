// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "namesearch.h"
#include "openeditor.h"
#include "report.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace nianbao {

class FigureLine;

/// A small window at the cursor: type a few characters, choose a figure of the report, Enter puts it into the
/// text. Escape gives up. Pinyin finds, too: an input method begins in each window with Latin letters.
class LivePicker final : public QFrame, public OpenEditor {
    Q_OBJECT
public:
    enum class Opened { ByButton, ByEquals }; // who typed "=" may have meant the sign
    LivePicker(const Report &report, Opened opened, QWidget *parent);
    bool commitOpenEditor() override { return close(); } // nothing was chosen: it is given up
    /// Beside the text cursor, below it where there is room, else above with the search line next to it.
    void showAt(const QRect &cursor); // on the screen

Q_SIGNALS:
    void chosen(const QString &expression);
    void givenUp();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void filter();
    void writeOtherwise();
    void choose();
    QString expression(const QString &cell) const; // as the form of writing says
    const Report m_report;
    const Opened m_opened;
    struct Name {
        SearchedName own;
        SearchedName withGroup; // "申请 总计（办结） · 总计"
        std::optional<int> distance(const QString &typed) const;
    };
    QList<Name> m_names; // of the rows of the list
    QLineEdit *m_words;
    QListWidget *m_list;
    FigureLine *m_line; // how a row is drawn
    QComboBox *m_form;
    QLabel *m_hint;
    bool m_isDone = false;
};

} // namespace nianbao
