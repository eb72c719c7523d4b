// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "openeditor.h"
#include "place.h"
#include "yearsmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QTextBrowser;
class QToolButton;

namespace nianbao {

/// The panel 去年: last year's text of the place that is being edited, with the passages both years share
/// marked, or last year's figures of its table. Nothing is taken over unless the clerk asks.
class PriorPanel final : public QWidget, public OpenEditor {
    Q_OBJECT
public:
    explicit PriorPanel(Session &session, QWidget *parent = nullptr);
    ~PriorPanel() override;
    bool commitOpenEditor() override { return commitEditors(*this); }
    void showPlace(const Place &entry);

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void notice(const QString &sentence);
    /// Last year's report in a file of another program: it is looked at before it is taken.
    void documentChosen(const QString &path);

private:
    void refresh();
    void showFigures(const TableId &table); // none: of all
    void showText(const QString &heading, const QString &before, const QString &now);
    void takeOver();
    void addPrior();
    bool edit(const Change &change);
    Session &m_session;
    YearsModel m_model;
    QSortFilterProxyModel m_filled;
    Place m_place;
    QLabel *m_head;
    QStackedWidget *m_stack;
    QTextBrowser *m_text;
    QTableView *m_figures;
    QToolButton *m_takeOver;
    QToolButton *m_add;
    QToolButton *m_years;
};

} // namespace nianbao
