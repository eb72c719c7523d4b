// SPDX-License-Identifier: MulanPSL-2.0
#include "secret.h"

#include <QLineEdit>

namespace nianbao {

Secret::Secret(const QLineEdit &line) : m_bytes(line.text().toUtf8()) { }

void forget(QLineEdit &line)
{
    line.setText(QString(line.text().size(), u'x'));
    line.clear();
}

} // namespace nianbao
