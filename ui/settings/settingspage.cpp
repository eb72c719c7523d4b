// SPDX-License-Identifier: MulanPSL-2.0
#include "settingspage.h"

#include "appearance.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QLabel>

namespace nianbao {

SettingsPage::SettingsPage(const QString &picture, const QString &name, const QString &about, QWidget *parent)
    : QWidget(parent), m_picture(picture), m_name(name), m_column(new QVBoxLayout(this))
{
    const int em = fontMetrics().height();
    auto *title = appearance::label(name, this);
    appearance::setTextSize(title, 1.2, true);
    auto *words = appearance::quietLabel(this);
    words->setText(about);
    m_column->setContentsMargins(em, 0, em / 2, em / 2);
    m_column->setSpacing(em / 2);
    m_column->addWidget(title);
    m_column->addWidget(words);
}

QString SettingsPage::words() const
{
    QStringList all;
    for (const QLabel *label : findChildren<QLabel *>())
        all.append(label->text());
    for (const QAbstractButton *button : findChildren<QAbstractButton *>())
        all.append(button->text());
    return all.join(u'\n');
}

} // namespace nianbao
