// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "parcel.h"

class QBoxLayout;
class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextEdit;
class QToolButton;

namespace nianbao {

class ElidedLabel;
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
    struct Row {
        QCheckBox *box = nullptr;
        QLabel *about = nullptr;
        ElidedLabel *name = nullptr;
    };
    QWidget *makeHead();
    QWidget *makeFiles();
    QWidget *makeWay();
    QWidget *makeLetter();
    void addFile(QBoxLayout *column, ParcelPart part, const QString &name, const QString &about);
    void follow();
    void refill();
    void proposePlace();
    void choosePlace();
    void changeTemplates();
    void validate();
    QString whatIsWrong() const;
    QString alreadyHandedOver() const;
    QString receiver() const;
    QList<ParcelFile> chosen() const;
    QStringList chosenNames() const;
    bool isMail() const;
    bool maySubmit() const;
    void write();
    void askWhetherSent();
    bool submit();
    void remember() const;

    Session &m_session;
    QList<ParcelFile> m_files{}; // all that can go along; empty: m_refusal says why
    QString m_refusal{};
    Letter m_templates;
    Letter m_filled{}; // as the fields were last filled by the program
    QList<Row> m_rows{};
    QBoxLayout *m_columns;
    QFormLayout *m_form = nullptr;
    QLabel *m_sum;
    QPushButton *m_mail;
    QPushButton *m_folder;
    QLineEdit *m_office;
    QLineEdit *m_to;
    QLineEdit *m_cc;
    QLineEdit *m_subject;
    QTextEdit *m_text;
    QLineEdit *m_place;
    QLineEdit *m_who;
    QCheckBox *m_ascii;
    QToolButton *m_copyText;
    QToolButton *m_record;
    QLabel *m_hint;
    QPushButton *m_write;
    bool m_placeChosen = false;
    Letter *m_draft = nullptr;
    QString m_written{};
    bool m_isSubmitted = false;
};

} // namespace nianbao
