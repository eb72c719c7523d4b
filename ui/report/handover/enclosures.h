// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "parcel.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace nianbao {

class ElidedLabel;

/// The files that go along: which of them, how large together, and under which names, which are those that
/// they will have. Beside them what the hand-over copy holds and what never leaves. Makes and writes no file.
class Enclosures final : public QWidget {
    Q_OBJECT
public:
    /// files: all that can go along.
    Enclosures(const Session &session, QList<ParcelFile> files, bool asciiNames, QWidget *parent = nullptr);
    void showNames(const Letter &letter); // as it calls them
    QList<ParcelFile> chosen() const;
    QStringList chosenNames() const; // as they were shown last
    bool hasAsciiNames() const;

Q_SIGNALS:
    void changed(); // what goes along, or how it is called
    void wordingRequested(); // another, of names and letter

private:
    struct Row {
        QCheckBox *box = nullptr;
        ElidedLabel *name = nullptr;
    };
    QWidget *makeHead();
    QWidget *makeFiles();
    QWidget *makeCopyContents();
    void addFile(QBoxLayout *column, const ParcelFile &file);

    const Session &m_session;
    QList<ParcelFile> m_files;
    QList<Row> m_rows{}; // one of each file
    QLabel *m_sum;
    QCheckBox *m_ascii;
};

} // namespace nianbao
