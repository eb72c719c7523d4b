// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QWidget>

class QBoxLayout;

namespace nianbao {

/// One page of the settings. What is changed on it holds and is remembered at once.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    QString name() const { return m_name; }
    QString picture() const { return m_picture; } // an icon's name
    virtual QString state() const { return {}; } // a word or figure beside the name
    virtual void restore() = 0; // what a new person would find
    /// All that is to be read on it, to be searched.
    QString words() const;

Q_SIGNALS:
    void stateChanged();

protected:
    SettingsPage(const QString &picture, const QString &name, const QString &about, QWidget *parent);
    QBoxLayout *column() const { return m_column; }

private:
    QString m_picture;
    QString m_name;
    QBoxLayout *m_column;
};

} // namespace nianbao
