// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// The list that an ol or ul element is, and what it prints before its items.
class ListNumbers {
public:
    /// type: of the attribute (1, a, A, i, I) or list-style-type (cjk-ideographic, none …); empty: 1. ul:
    /// none.
    explicit ListNumbers(const QString &type, int start = 1, int step = 1)
        : m_type(type), m_next(start), m_step(step)
    { }
    void setNext(int value) { m_next = value; }
    /// 1. or b. or iv. or 三、; empty: items have no numbers.
    QString next();

private:
    QString m_type;
    int m_next;
    int m_step;
};

} // namespace nianbao
