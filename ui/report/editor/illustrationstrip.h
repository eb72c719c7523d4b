// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"
#include "session.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QMimeData;

namespace nianbao {

class PlainLineEdit;

/// The charts and pictures of one sub-section: inserted here, captioned, moved among the paragraphs, removed.
class IllustrationStrip final : public QWidget {
    Q_OBJECT
public:
    /// paragraph: where the cursor stands, counted from 0; new illustrations come after it.
    IllustrationStrip(Session &session, std::function<int()> paragraph, QWidget *parent = nullptr);
    void setPlace(const Place &subSection);

    /// True when the data holds pictures, as files or as pixels, and no words.
    static bool holdsPictures(const QMimeData *source);
    void insertPictures(const QMimeData *source);
    void insertPictureFile(const QString &path);
    void insertChart(const QString &kind);
    void goToCaption(const Place &place); // of an illustration of the report, or words in its caption

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    void showIllustrations();
    void followIllustrations();
    QList<int> shownHere() const; // indices of this section's illustrations in the report
    void addIllustrationRow(int index, int number);
    void choosePicture();
    bool insert(Illustration illustration, const QString &description);
    void insertBytes(const QByteArray &bytes, const QString &name);
    bool replace(int index, const Illustration &illustration, const QString &description,
        const QString &mergeKey = {});
    void remove(int index);
    void move(int index, int by);
    bool send(const Change &change);

    Session &m_session;
    std::function<int()> m_paragraph;
    Place m_place;
    QList<Illustration> m_rows; // as they are shown
    QList<int> m_indices; // of the rows in the report
    QList<PlainLineEdit *> m_captions;
    QWidget *m_list = nullptr;
    QBoxLayout *m_layout;
};

} // namespace nianbao
