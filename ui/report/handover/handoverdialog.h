// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "parcel.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace nianbao {

class CoverLetter;
class Enclosures;
class PageSetup;
class Session;

/// Hands the approved report over: as a mail draft, which the mail program then opens, or as a folder. What
/// goes along is shown with the names it will have. Writing is not yet submitting: after it is asked whether
/// it was sent, and only a yes makes the move `submit`; a no leaves everything as it was, and the dialog can
/// be opened again, also to record only.
class HandOverDialog final : public FittedDialog {
    Q_OBJECT
public:
    /// parcel: what can go along, or why nothing can.
    HandOverDialog(Session &session, Result<QList<ParcelFile>> parcel, QWidget *parent = nullptr);
    /// All that can go along, made beside the window. nullopt: the wait was called off.
    static std::optional<Result<QList<ParcelFile>>> makeParcelOf(
        const Session &session, const PageSetup &setup, QWidget *window);
    /// Shows the words of the letter there that are not empty, and leaves those there that a person wrote
    /// when the dialog is called off.
    void keepIn(Letter &draft);
    void done(int result) override;
    const QString &written() const { return m_written; } // the draft or folder; empty: none was made
    bool isSubmitted() const { return m_isSubmitted; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFiles();
    void enclose();
    void validate();
    QString whatIsWrong() const;
    QString alreadyHandedOver() const;
    bool maySubmit() const;
    void write();
    void askWhetherSent();
    void record();
    bool submit();
    void remember() const;

    Session &m_session;
    QString m_refusal; // why nothing can go along; empty: it can
    QBoxLayout *m_columns;
    Enclosures *m_files;
    CoverLetter *m_letter;
    QToolButton *m_record;
    QLabel *m_hint;
    QPushButton *m_write;
    Letter *m_draft = nullptr;
    QString m_written{};
    bool m_isSubmitted = false;
};

} // namespace nianbao
