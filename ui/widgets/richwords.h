// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

class QColor;
class QLabel;
class QTextEdit;

namespace nianbao {

/// Words with a few marks of ours in them: bold, coloured, linked. Whatever is put in is escaped there, line
/// ends begin a paragraph, blanks stay; the markup never leaves this class, so no words of a file become part
/// of it.
class RichWords {
public:
    RichWords &add(const QString &words);
    RichWords &bold(const QString &words);
    RichWords &passage(const QString &words); // the words meant, among those around them
    RichWords &heading(const QString &words); // a paragraph of its own
    RichWords &coloured(const QString &words, const QColor &colour);
    RichWords &onGround(const QString &words, const QColor &ground);
    RichWords &struck(const QString &words, const QColor &colour, const QColor &ground); // what went
    RichWords &underlined(const QString &words, const QColor &colour, const QColor &ground); // what came
    RichWords &link(const QString &target, const QString &words);
    RichWords &newLine();
    RichWords &newParagraph();
    bool isEmpty() const { return m_markup.isEmpty(); }

    void showIn(QLabel *label) const;
    void showIn(QTextEdit *text) const;

private:
    RichWords &put(const QString &words, const QString &style);
    QString whole() const;
    QString m_markup;
};

} // namespace nianbao
