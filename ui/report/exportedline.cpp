// SPDX-License-Identifier: MulanPSL-2.0
#include "exportedline.h"

#include "appearance.h"
#include "dialogs.h"
#include "elidedlabel.h"
#include "literal.h"
#include "shownpath.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace nianbao {

ExportedLine::ExportedLine(QWidget *parent) : QWidget(parent), m_name(new ElidedLabel(this, Qt::ElideMiddle))
{
    setObjectName(QStringLiteral("exported"));
    auto *open = appearance::linkButton(tr("Open"), this);
    open->setObjectName(QStringLiteral("openExported"));
    auto *folder = appearance::linkButton(tr("Open the folder"), this);
    folder->setObjectName(QStringLiteral("openFolder"));
    auto *away = appearance::linkButton(tr("Put away"), this);
    away->setObjectName(QStringLiteral("putAway"));
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    row->setContentsMargins(gap * 2, gap / 2, gap * 2, gap / 2); // height belongs to the report
    row->addWidget(m_name);
    row->addWidget(open);
    row->addWidget(folder);
    row->addStretch(1);
    row->addWidget(away);
    connect(open, &QToolButton::clicked, this, [this] { this->open(m_path); });
    connect(folder, &QToolButton::clicked, this, [this] { this->open(QFileInfo(m_path).absolutePath()); });
    connect(away, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ExportedLine::showFile(const QString &path)
{
    m_path = path;
    m_name->showWords(tr("✓ Written: %1").arg(QFileInfo(path).fileName()));
    literal::setToolTip(m_name, shownPath(path));
    setVisible(true);
}

void ExportedLine::open(const QString &path)
{
    const QString shown = shownPath(path);
    if (!QFileInfo::exists(path))
        Q_EMIT notice(tr("%1 is not there any more.").arg(shown));
    else if (!dialogs::openOutside(path))
        Q_EMIT notice(tr("There is no program for it on this computer. It lies here: %1").arg(shown));
}

} // namespace nianbao
