// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

class QBoxLayout;
class QFormLayout;
class QLabel;
class QMenu;

namespace nianbao {

class PlainLineEdit;
class PlainTextEdit;

/// Title, introduction, signature with date, and the people of the sign-off.
class IntroductionPage final : public EditorPage {
    Q_OBJECT
public:
    explicit IntroductionPage(Session &session, QWidget *parent = nullptr);

    bool commitOpenEditor() override;
    void goTo(const Place &place) override;
    void markFound(const QList<Place> &places) override;
    Place entry() const override { return Place::fact(QLatin1String(fact::kIntroduction)); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PlainLineEdit *addLine(QFormLayout *form, const QString &label, const char *key);
    QLayout *makeEnd();
    QWidget *makeDateLine();
    QMenu *makeCalendar(QWidget *parent);
    void takeDate(const QString &typed);
    void showDateHint(bool isWrong);
    void showTitlePlaceholder();
    void draft();
    PlainLineEdit *m_title;
    PlainTextEdit *m_introduction;
    PlainLineEdit *m_date = nullptr;
    QLabel *m_dateHint = nullptr;
    QBoxLayout *m_end = nullptr; // the date, and the people
};

/// 2022-01-20, 2022年1月20日, 2022.1.20 or 2022/1/20 as YYYY-MM-DD; empty when it is no date.
QString isoDate(const QString &typed);

} // namespace nianbao
