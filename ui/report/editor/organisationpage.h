// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

class QComboBox;
class QFormLayout;

namespace nianbao {

class PlainTextEdit;

/// The facts of the office: its names and how to reach it. Introduction, title and checks draw on them.
class OrganisationPage final : public EditorPage {
    Q_OBJECT
public:
    explicit OrganisationPage(Session &session, QWidget *parent = nullptr);

    Place entry() const override { return Place::organisation(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addLine(QFormLayout *form, const QString &label, const char *key, const QString &hint = {});
    void addKind(QFormLayout *form);
    void addLists(QFormLayout *form);
    void addUser(QFormLayout *form);
    void showKind();
    void takeKind(int row);
    QComboBox *m_kind;
    PlainTextEdit *m_names;
};

} // namespace nianbao
