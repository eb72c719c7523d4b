// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>

namespace nianbao {

/// What a chart compares. Nothing of how it looks.
struct ChartFigures {
    enum class Form {
        Columns,
        Bars,
        Stack,
        Pairs
    }; // upright, lying, one bar of all parts, two years side by side
    struct Value {
        QString label{};
        qint64 count = 0;
        qint64 before = 0; // of Pairs: last year's
    };
    Form form = Form::Columns;
    QString title{}; // 各渠道主动公开信息情况
    QString unit{}; // 条, 件
    QList<Value> values{};
    int year = 0;
    QString message{}; // why it cannot be drawn; empty: it can

    bool isDrawable() const { return message.isEmpty(); }
    qint64 greatest() const;
    qint64 sum() const;
    QString words() const; // all values in a sentence, or the message
};

} // namespace nianbao
