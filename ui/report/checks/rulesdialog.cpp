// SPDX-License-Identifier: MulanPSL-2.0
#include "rulesdialog.h"

#include "appearance.h"
#include "catalogue.h"
#include "entryline.h"
#include "remedies.h"
#include "richwords.h"
#include "ruleset.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTextBrowser>

namespace nianbao {

namespace {

RichWords catalogue(const RuleSet &rules, const QPalette &palette, const QString &wanted)
{
    RichWords all;
    std::optional<RuleGroup> group;
    const QColor quiet = appearance::quiet(palette);
    for (const Rule *rule : rules.rules()) {
        const QString id = QLatin1String(rule->id);
        const RuleWording &wording = wordingOf(*rule);
        const QString name = said(Phrase(wording.title));
        const QString text = said(Phrase(wording.text));
        const QString remedy = said(Phrase(remedyOf(*rule)));
        if (!QString(id + name + text + wording.wrong + wording.right).contains(wanted, Qt::CaseInsensitive))
            continue;
        if (rule->group != group)
            all.heading(said(title(rule->group)));
        group = rule->group;
        const QString level = appearance::levelMark(rule->level) + u' ' + appearance::levelWord(rule->level);
        all.newParagraph()
            .bold(name)
            .coloured(QStringLiteral("  ") + level, appearance::levelColour(palette, rule->level))
            .coloured(QStringLiteral("  ") + id, quiet)
            .newLine()
            .add(text)
            .newLine()
            .coloured(RulesDialog::tr("Wrong: %1").arg(wording.wrong), quiet)
            .newLine()
            .coloured(RulesDialog::tr("Right: %1").arg(wording.right), quiet);
        if (!remedy.isEmpty())
            all.newLine().add(RulesDialog::tr("What to do: %1").arg(remedy));
    }
    return all;
}

} // namespace

RulesDialog::RulesDialog(const RuleSet &rules, QWidget *parent) : WalkedAsSeen(parent)
{
    setWindowTitle(tr("What is checked"));
    auto *words = new QLineEdit(this);
    words->setPlaceholderText(tr("Search: percentage, title, TXT-SUM…"));
    offerClearing(*words);
    words->setAccessibleName(tr("Search the rules"));
    auto *text = new QTextBrowser(this);
    text->setAccessibleName(tr("Rules"));
    text->setObjectName(QStringLiteral("catalogue"));
    text->document()->setDocumentMargin(fontMetrics().height());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(words, &QLineEdit::textChanged, this,
        [this, text, rules](const QString &wanted) { catalogue(rules, palette(), wanted).showIn(text); });
    catalogue(rules, palette(), {}).showIn(text);
    const int em = fontMetrics().height();
    resize(em * 46, em * 36);
}

} // namespace nianbao
