// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QLabel>

namespace nianbao {

/// One line of plain words that gives way: where there is no room it is cut with "…" and the tooltip has all
/// of it.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent, Qt::TextElideMode mode = Qt::ElideRight);
    /// In place of setText. What is kept is the end of the words, and not cut with them.
    void showWords(const QString &words, const QString &kept = {});
    const QString &words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // a few characters

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    QString m_words;
    QString m_kept{}; // their end
    Qt::TextElideMode m_mode;
};

} // namespace nianbao
