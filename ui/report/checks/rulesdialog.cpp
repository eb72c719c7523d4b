// SPDX-License-Identifier: MulanPSL-2.0
#include "rulesdialog.h"

#include "appearance.h"
#include "richwords.h"
#include "rules.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTextBrowser>

namespace nianbao {

namespace {

RichWords catalogue(const QPalette &palette, const QString &wanted)
{
    RichWords all;
    QString group;
    const QColor quiet = appearance::quiet(palette);
    for (const CheckRule &rule : checkRules()) {
        const QString words = rule.id.toString() + rule.title + rule.text + rule.example;
        if (!words.contains(wanted, Qt::CaseInsensitive))
            continue;
        if (rule.group != group)
            all.heading(rule.group);
        group = rule.group;
        const QString level = appearance::levelMark(rule.level) + u' ' + appearance::levelWord(rule.level);
        all.newParagraph()
            .bold(rule.title)
            .coloured(QStringLiteral("  ") + level, appearance::levelColour(palette, rule.level))
            .coloured(QStringLiteral("  ") + rule.id.toString(), quiet)
            .newLine()
            .add(rule.text)
            .newLine()
            .coloured(RulesDialog::tr("Example: %1").arg(rule.example), quiet);
    }
    return all;
}

} // namespace

RulesDialog::RulesDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What is checked"));
    auto *words = new QLineEdit(this);
    words->setPlaceholderText(tr("Search: percentage, title, TXT-SUM…"));
    words->setClearButtonEnabled(true);
    auto *text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("catalogue"));
    text->document()->setDocumentMargin(fontMetrics().height());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(words, &QLineEdit::textChanged, this,
        [this, text](const QString &wanted) { catalogue(palette(), wanted).showIn(text); });
    catalogue(palette(), {}).showIn(text);
    const int em = fontMetrics().height();
    resize(em * 46, em * 36);
}

} // namespace nianbao
