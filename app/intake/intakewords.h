// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "roles.h"
#include "spec.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace nianbao {

/// What other documents call the parts of a report and what stands around it: resources/intake/texts.json.
struct IntakeWords {
    QHash<QString, QStringList> sections{}; // by id of the section
    QStringList report{}, matter{}; // 年度报告; 政府信息公开
    QStringList templates{}; // words of the title of an empty form
    QStringList contents{}; // 目录
    QStringList instructions{}; // 以表格形式报告
    QStringList beforeTables{}; // 单位: of the lines between a heading and its table
    QStringList furnitureBegins{}, furnitureContains{};
    QList<std::pair<QString, QStringList>> facts{}; // key of the fact, labels; longer ones first
    QStringList contactBefore{}, contactAfter{};
    QStringList publishedBefore{}, publishedEnds{};
    QHash<QString, QString> bodies{}; // of a kind: what its name ends with
    QStringList runningNumbers{}; // 序号: heads of a table's column that only counts its rows
    QString figure{}; // 图
    QRegularExpression lostPicture{}; // what a program writes where it cannot write a picture

    static const IntakeWords &shipped();
};

/// Whether the text begins with, or holds, one of the words.
bool beginsWithOneOf(const QString &text, const QStringList &words);
bool holdsOneOf(const QString &text, const QStringList &words);

} // namespace nianbao
