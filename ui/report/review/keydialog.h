// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "result.h"
#include "secret.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace nianbao {

/// Why the key does not do; it is named by its file alone, since nobody looks into its folder.
QString keyRefusal(Error error);

/// The key with which this person approves: make one, back it up, bring a backup back, change its passphrase,
/// put it aside for another. Nothing is overwritten; a lost passphrase cannot be had back, and that is said
/// before.
class KeyDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit KeyDialog(QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeNew();
    QWidget *makeOwn();
    void showState();
    void showLacking(); // what a button needs is there, or it is dim and a line says what is missing
    void create();
    void changePassphrase();
    void backUp();
    void bringBack();
    void restorePublicHalf();
    void putAside();
    void done(int result) override;
    void say(const QString &sentence, bool isWrong);
    std::optional<Secret> passphrase(QLineEdit *first, QLineEdit *again);
    template <typename Work> Result<> beside(const QString &doing, Work work);
    QStackedWidget *m_pages;
    QLabel *m_own;
    QLineEdit *m_name;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QLineEdit *m_old;
    QLineEdit *m_changed;
    QLineEdit *m_changedAgain;
    QPushButton *m_make;
    QPushButton *m_change;
    QPushButton *m_backUp;
    QPushButton *m_restore; // of a key whose public half is missing
    QLabel *m_lacks;
    QLabel *m_said;
};

} // namespace nianbao
