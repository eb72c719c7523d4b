// SPDX-License-Identifier: MulanPSL-2.0
#include "rulesdialog.h"

#include "appearance.h"
#include "rules.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTextBrowser>

namespace nianbao {

namespace {

QString catalogue(const QPalette &palette, const QString &wanted)
{
    QString html;
    QString group;
    for (const CheckRule &rule : checkRules()) {
        const QString words = rule.id.toString() + rule.title + rule.text + rule.example;
        if (!words.contains(wanted, Qt::CaseInsensitive))
            continue;
        if (rule.group != group)
            html += QStringLiteral("<h3>%1</h3>").arg(rule.group.toHtmlEscaped());
        group = rule.group;
        html += QStringLiteral(
            "<p><b>%1</b>&nbsp; <span style=\"color:%2\">%3 %4</span>&nbsp; "
            "<span style=\"color:%5\">%6</span><br>%7<br><span style=\"color:%5\">%8</span></p>")
                    .arg(rule.title.toHtmlEscaped(), appearance::levelColour(palette, rule.level).name(),
                        appearance::levelMark(rule.level), appearance::levelWord(rule.level),
                        appearance::quiet(palette).name(), rule.id.toString(), rule.text.toHtmlEscaped(),
                        RulesDialog::tr("Example: %1").arg(rule.example).toHtmlEscaped());
    }
    return html;
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
        [this, text](const QString &wanted) { text->setHtml(catalogue(palette(), wanted)); });
    text->setHtml(catalogue(palette(), {}));
    const int em = fontMetrics().height();
    resize(em * 46, em * 36);
}

} // namespace nianbao
