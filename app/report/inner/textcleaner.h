// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "cleantext.h"

#include <QStringList>

namespace nianbao {

/// Cleans the texts of steps. The keys and operands of explanations are no texts: they must stay equal to
/// those of their findings.
class TextCleaner {
public:
    explicit TextCleaner(QStringList *removed = nullptr) : m_removed(removed) { }

    void take(QString &text, Lines lines, const QString &path)
    {
        QList<char32_t> lost;
        text = cleanText(text, lines, &lost);
        if (!lost.isEmpty())
            say(QStringLiteral("%1: %2").arg(path, said(characterWords(lost))));
    }
    void say(const QString &removed) const { m_removed ? m_removed->append(removed) : void(); }

private:
    QStringList *m_removed; // JSON path and characters of each text that lost any
};

} // namespace nianbao
