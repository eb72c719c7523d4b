// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>

namespace nianbao {

/// The few marks in which the manual is written, those of Markdown: # headings, - and 1. lists, | tables |,
/// ![pictures](…), [links](…), **strong**, `words of the screen`, ``` lines of a terminal. Only the program's
/// own chapters are read so; words of a form or a rule that go into one are escaped first.
namespace helpmarkup {

/// So that nothing in these words is a mark.
QString escaped(const QString &words);
/// What a person reads of one line.
QString plain(const QString &line);

/// A heading with the text below it, up to the next heading.
struct Section {
    QString heading{};
    int level = 1;
    QString text{};
};
QList<Section> sections(const QString &markup);
QStringList pictures(const QString &markup);
QStringList links(const QString &markup); // "tables.md#heading"
QStringList screenWords(const QString &markup); // what stands between ` and `

/// As a text browser shows it; a heading's words are its anchor. picture: how large one is shown.
QString html(const QString &markup, const std::function<QSize(const QString &)> &picture);

} // namespace helpmarkup
} // namespace nianbao
