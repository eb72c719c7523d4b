// SPDX-License-Identifier: MulanPSL-2.0
#include "clearingdialog.h"

#include "appearance.h"
#include "entryline.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace nianbao {

namespace {
constexpr qsizetype kLeast = 2; // characters: one alone stands in every row
}

ClearingDialog::ClearingDialog(qint64 row, const QString &rowWords, QWidget *parent)
    : FittedDialog(parent, 34)
    , m_row(row)
    , m_ofRow(new QRadioButton(tr("What the chosen row put in and took out"), this))
    , m_ofSentence(
          new QRadioButton(tr("A sentence, a name or a number, wherever the history holds it"), this))
    , m_sentence(new OwnUndoLine(this))
    , m_clear(appearance::plainButton(tr("Clear for good"), this))
{
    setWindowTitle(tr("Clear from the history"));
    m_ofRow->setObjectName(QStringLiteral("ofRow"));
    m_ofSentence->setObjectName(QStringLiteral("ofSentence"));
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_clear->setObjectName(QStringLiteral("clear"));
    m_sentence->setAccessibleName(tr("What is to disappear"));
    m_sentence->setPlaceholderText(tr("Exactly as it was written, at least two characters"));
    auto *about = appearance::label(
        tr("For private data that was typed or pasted by mistake. What is to disappear?"), this);
    about->setWordWrap(true);
    auto *which = appearance::quietLabel(this);
    which->setText(rowWords);
    which->setVisible(row > 0);
    m_ofRow->setEnabled(row > 0);
    (row > 0 ? m_ofRow : m_ofSentence)->setChecked(true);
    auto *layout = new QVBoxLayout(inside());
    const int em = fontMetrics().height();
    layout->setContentsMargins({});
    layout->setSpacing(em / 2);
    const auto indented = [layout, em](QWidget *widget) {
        auto *line = new QHBoxLayout;
        line->setContentsMargins(em * 3 / 2, 0, 0, 0);
        line->addWidget(widget);
        layout->addLayout(line);
    };
    layout->addWidget(about);
    layout->addWidget(m_ofRow);
    indented(which);
    layout->addWidget(m_ofSentence);
    indented(m_sentence);
    auto *head = appearance::label(tr("What will happen"), this);
    appearance::setTextSize(head, 1, true);
    layout->addSpacing(em / 2);
    layout->addWidget(head);
    for (const QString &words :
        {tr("It disappears from this file for good. Nothing brings it back, not even undo: what could be "
            "undone until now is forgotten too."),
            tr("The rows stay, with time and name. Marks ■ of the same length stand where the words were, "
               "figures become blank. That something was cleared becomes a row of its own."),
            tr("The pictures of the report that are kept with the moves of its review lose it too. A "
               "sealed "
               "picture is then kept as digest and signature only, and checking the seal says so."),
            tr("The report itself stays as it is. Copies elsewhere and mails are not reached; backups of "
               "Nianbao beside the file that may still hold it are named afterwards.")}) {
        auto *line = appearance::label(words, this);
        line->setWordWrap(true);
        auto *item = new QHBoxLayout; // its lines stand below each other, none below the dot
        item->addWidget(appearance::label(QStringLiteral("·"), this), 0, Qt::AlignTop);
        item->addWidget(line, 1);
        layout->addLayout(item);
    }
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_clear, QDialogButtonBox::AcceptRole);
    m_clear->setAutoDefault(false); // never by Enter alone
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sentence, &QLineEdit::textEdited, this, [this] {
        m_ofSentence->setChecked(true);
        showState();
    });
    connect(m_ofSentence, &QRadioButton::toggled, this, [this](bool on) {
        if (on)
            m_sentence->setFocus();
        showState();
    });
    showState();
}

Clearing ClearingDialog::clearing() const
{
    if (m_ofRow->isChecked())
        return {{}, {m_row}};
    const QString sentence = m_sentence->text().trimmed();
    return sentence.size() < kLeast ? Clearing() : Clearing{sentence, {}};
}

void ClearingDialog::showState()
{
    const Clearing what = clearing();
    m_clear->setEnabled(!what.sentence.isEmpty() || !what.rows.isEmpty());
}

} // namespace nianbao
