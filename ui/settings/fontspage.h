// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fontstate.h"
#include "settingspage.h"

#include <array>

namespace nianbao {

/// The letters of the report: for each role what is used, shown in it, and what is to be done where it is not
/// what it should be.
class FontsPage final : public SettingsPage {
    Q_OBJECT
public:
    /// characters: of the open report, which may want more than others.
    FontsPage(const QString &characters, QWidget *parent);
    QString state() const override;
    void restore() override { look(); }
    /// For tests: other chains than those of the program.
    void setChains(const QList<FontChain> &chains);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void look();
    void showStates();
    void addLine(QWidget *frame, const FontState &state);
    void arrange();
    void addRemedies();
    void chooseFile();
    QString m_characters;
    QList<FontChain> m_chains;
    QList<FontState> m_states{};
    QWidget *m_all = nullptr; // made anew with each look
    QList<std::array<QWidget *, 4>> m_lines{}; // in it, heads first: use, sample, font, state
};

} // namespace nianbao
