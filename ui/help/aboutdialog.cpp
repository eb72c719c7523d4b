// SPDX-License-Identifier: MulanPSL-2.0
#include "aboutdialog.h"

#include "appearance.h"
#include "jsonreader.h"
#include "phrase.h"
#include "richwords.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>

namespace nianbao {

namespace {

QByteArray licenceFile(const QString &name)
{
    QFile file(QStringLiteral(":/licences/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the licence %s is missing", qPrintable(name));
    return file.readAll();
}

void showWorks(QTextBrowser *text)
{
    RichWords words;
    const QColor quiet = appearance::quiet(text->palette());
    for (const OthersWork &work : othersWorks()) {
        words.newParagraph()
            .bold(work.name)
            .coloured(QStringLiteral("　") + work.licence, quiet)
            .newLine()
            .add(language() == Language::Chinese ? work.chinese : work.english);
    }
    words.showIn(text);
}

} // namespace

QList<OthersWork> othersWorks()
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const JsonCursor root = JsonCursor::parse(licenceFile(QStringLiteral("works.json")), fault);
    QList<OthersWork> works;
    for (const JsonCursor &json : root["works"].items())
        works.append({json["name"].string(), json["licence"].string(), json["english"].string(),
            json["chinese"].string()});
    if (fault.first)
        qFatal("the list of others' works: %s", qPrintable(fault.first->where));
    return works;
}

AboutDialog::AboutDialog(QWidget *parent) : FittedDialog(parent, 36)
{
    setWindowTitle(tr("About Nianbao"));
    auto *name = appearance::label(tr("Nianbao"), this);
    name->setFont(appearance::scaled(font(), 1.9, true));
    auto *version = appearance::label(tr("Version %1").arg(QStringLiteral(NIANBAO_VERSION)), this);
    version->setObjectName(QStringLiteral("version"));
    appearance::letCopy(version);
    auto *what = appearance::quietLabel(this);
    what->setText(tr("For writing, checking and printing the annual report on government information "
                     "disclosure. It works without a network and sends nothing anywhere."));
    auto *licence = appearance::quietLabel(this);
    licence->setText(
        tr("Free software under the Mulan Permissive Software License, version 2 (MulanPSL-2.0)."));
    auto *head = appearance::label(tr("Works of others in it, and their licences"), this);
    head->setFont(appearance::scaled(font(), 1, true));
    auto *works = new QTextBrowser(this);
    works->setObjectName(QStringLiteral("works"));
    works->setAccessibleName(head->text());
    works->setMinimumHeight(fontMetrics().height() * 10);
    showWorks(works);
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *>{name, version, what, licence, head})
        layout->addWidget(part);
    layout->addWidget(works, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *whole = appearance::plainButton(tr("The licence in full"), this);
    whole->setObjectName(QStringLiteral("wholeLicence"));
    whole->setAutoDefault(false);
    buttons->addButton(whole, QDialogButtonBox::ActionRole);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(whole, &QPushButton::clicked, this, [head, works, whole] {
        head->setText(tr("Mulan Permissive Software License, version 2"));
        works->setPlainText(QString::fromUtf8(licenceFile(QStringLiteral("MulanPSL-2.0.txt"))));
        whole->hide();
    });
}

} // namespace nianbao
