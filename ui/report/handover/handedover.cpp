// SPDX-License-Identifier: MulanPSL-2.0
#include "handedover.h"

#include "appearance.h"
#include "duedate.h"
#include "reviewwords.h"
#include "session.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HandedOver)
};

} // namespace

QStringList handedOverLines(const Session &session)
{
    const Report &report = session.report();
    const QString now = session.contentDigest();
    constexpr qsizetype kShown = 16; // digits of a digest
    QStringList lines;
    for (const HandOver &one : report.review().handedOver) {
        const QString files
            = one.files.isEmpty() ? QString() : Words::tr(", %n files", nullptr, int(one.files.size()));
        lines.append(Words::tr("%1 to %2%3. Digest %4: %5")
                         .arg(timeWords(one.at), one.to, files, one.digest.left(kShown),
                             one.digest == now ? Words::tr("the report still says that")
                                               : Words::tr("the report was changed since")));
    }
    if (const auto &published = report.review().published) {
        const bool isInTime = QDate::fromString(published->date, Qt::ISODate) <= dueDate(report);
        lines.append(Words::tr("%1 published at %2, %3")
                         .arg(published->date, published->address,
                             isInTime ? Words::tr("in time") : Words::tr("late")));
    }
    return lines;
}

QWidget *handedOverPanel(const Session &session, QWidget *parent)
{
    const QStringList lines = handedOverLines(session);
    if (lines.isEmpty())
        return nullptr;
    auto *panel = new QFrame(parent);
    panel->setObjectName(QStringLiteral("panel"));
    auto *column = new QVBoxLayout(panel);
    for (const QString &line : lines) {
        QLabel *label = appearance::label(line, panel);
        label->setWordWrap(true);
        appearance::letCopy(label); // a digest is compared elsewhere
        column->addWidget(label);
    }
    return panel;
}

} // namespace nianbao
