// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "ruleset.h"

#include <optional>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace nianbao {

class SettingsPage;
class WordsPage;

/// Everything a person may have otherwise. What is changed holds at once; there is nothing to save.
class SettingsDialog final : public FittedDialog {
    Q_OBJECT
public:
    /// characters: of the open report, for the fonts.
    SettingsDialog(const QString &characters, QWidget *parent = nullptr);
    /// Those in force since the office's wordings were changed.
    const std::optional<RuleSet> &rules() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addPage(SettingsPage *page);
    void showState(int row);
    void search(const QString &wanted);
    SettingsPage *page(int row) const;
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    WordsPage *m_words;
};

} // namespace nianbao
