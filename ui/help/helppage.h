// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace nianbao {

/// How far somebody has read: what stands at the top, and how far below the upper edge.
struct ReadingPlace {
    int position = 0; // in the text
    int below = 0;
};

/// A chapter of the manual as it is read: its pictures never wider than the page, its colours those of the
/// palette. The heading that somebody was led to is marked. Shows our own chapters only.
class HelpPage final : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);

    void showChapter(const QString &markup);
    void goTo(const QString &section); // a heading; empty: the beginning
    void mark(const QString &section); // without going there
    bool isInSight(const QString &section) const;
    ReadingPlace readingPlace() const;
    void returnTo(const ReadingPlace &place);
    void markWords(const QString &words); // those that were looked for

Q_SIGNALS:
    void linkChosen(const QString &target); // as it is written in the chapter

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showMarks();
    QTextCursor headingOf(const QString &section) const; // null: there is none
    QSize shownSize(const QString &picture) const;
    QString m_markup{};
    QString m_section{}; // that was led to
    QString m_words{};
    QTimer m_laterWidth{};
    int m_width = 0; // for which it was laid out
};

} // namespace nianbao
