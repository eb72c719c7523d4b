// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagestyle.h"
#include "report.h"
#include "textflow.h"

namespace nianbao {

/// A chart of the report's own figures: what it compares, and its ink as vectors. Every value is printed
/// beside its mark, and marks differ by pattern as well as by colour, so that a black-and-white copy says the
/// same.
class Chart {
public:
    /// channels: items by channel; categories: items of the first channel that has categories, sorted, small
    /// ones gathered as 其他; outcomes: results of the year's requests; applicants: who applied; years: this
    /// year against last. A chart that cannot be drawn says why instead.
    Chart(const Report &report, const QString &kind);
    static const QStringList &kinds(); // in the order of menus
    /// Words for a caption, without a number: "各渠道主动公开信息情况". Empty: no such kind.
    static QString title(const QString &kind);

    bool isDrawable() const { return m_message.isEmpty(); }
    const QString &message() const { return m_message; } // why it is not
    QString alternative() const; // all values in a sentence, for those who hear the document
    double height() const; // mm that it asks for, before it is rounded up to whole lines

    void draw(Page &page, const FontSet &fonts, const QRectF &area, const InkOwner &owner) const;

private:
    enum class Form { Columns, Bars, Stack, Pairs };
    struct Value {
        QString label{};
        qint64 count = 0;
        qint64 before = 0; // of Pairs: last year's
    };
    struct Ink;

    void takeChannels(const Report &report);
    void takeCategories(const Report &report);
    void takeOutcomes(const Report &report);
    void takeApplicants(const Report &report);
    void takeYears(const Report &report);
    void gatherSmallOnes();
    qint64 greatest() const;
    qint64 sum() const;
    void drawColumns(Ink &ink) const;
    void drawBars(Ink &ink) const;
    void drawStack(Ink &ink) const;

    QString m_kind;
    Form m_form = Form::Columns;
    QString m_unit; // 条, 件
    QList<Value> m_values;
    int m_year = 0;
    QString m_message;
};

} // namespace nianbao
