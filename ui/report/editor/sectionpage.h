// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

class QBoxLayout;

namespace nianbao {

/// A narrative section as a whole: its sub-sections as cards, and what the form says should be among them.
class SectionPage final : public EditorPage {
    Q_OBJECT
public:
    SectionPage(Session &session, SectionId section, QWidget *parent = nullptr);
    void goTo(const Place &place) override;
    Place entry() const override { return Place::section(m_section); }
    QList<QAbstractButton *> deeds() const override;

private:
    void showReport();
    void addCard(int index);
    void addOffers();
    void addCorrection(bool mayChange);
    QList<Aspect> missingAspects() const;
    static int placeFor(int aspect, const QList<QList<int>> &covered);
    void insert(const QList<Aspect> &aspects);
    SectionId m_section;
    QWidget *m_list = nullptr;
    QBoxLayout *m_layout;
};

} // namespace nianbao
