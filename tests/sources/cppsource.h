// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace nianbao::test {

/// A string literal; pieces that follow each other are one.
struct Literal {
    QString text{};
    qsizetype start = 0; // of its first quote
    qsizetype end = 0;
};

/// A C++ file as far as rules about words need it: what is a comment, what a literal, what a call.
class CppSource {
public:
    explicit CppSource(const QString &text);

    /// The text, same length, with comments, includes and the insides of literals made blanks.
    const QString &bare() const { return m_bare; }
    const QString &text() const { return m_text; }
    /// The text, same length, with comments made blanks.
    const QString &uncommented() const { return m_uncommented; }
    const QList<Literal> &literals() const { return m_literals; }
    int lineOf(qsizetype place) const;
    /// The names of the functions whose arguments the place is in, innermost first, up to the statement's
    /// edge.
    QStringList callsAround(qsizetype place) const;
    /// The arguments of the call whose opening bracket stands there, each as it is written.
    QStringList arguments(qsizetype bracket) const;

private:
    void read();
    void takeLiteral(qsizetype start, qsizetype &i);
    QString m_text;
    QString m_bare;
    QString m_uncommented;
    QList<Literal> m_literals;
};

/// All files of these kinds below the folders, as paths relative to the project.
QStringList sourceFiles(
    const QStringList &folders, const QStringList &kinds = {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
QString readSource(const QString &path);
/// What a rule finds in these, each fault told as a warning.
QStringList faultsIn(const QStringList &files,
    const std::function<QStringList(const QString &path, const QString &text)> &rule);

} // namespace nianbao::test
