// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "testreports.h"
#include "workbook.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const QStringList kForms{QStringLiteral("2019"), QStringLiteral("2021"), QStringLiteral("2021-single-other")};

Report changed(Report report, const QList<Step> &steps)
{
    if (const auto done = report.apply({{}, steps}); !done)
        qFatal("the report cannot be made: %s", qPrintable(done.error().where));
    return report;
}

CellId cell(const char *id) { return CellId(QLatin1String(id)); }

SetCell figure(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }

/// Every typed cell another figure, each seventh blank, each fifth with a note.
Report numbered(const QString &form)
{
    const Report report = filledReport(form, form == u"2019" ? 2020 : 2021);
    QList<Step> steps;
    int number = 0;
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &id : table.cells) {
            if (report.spec().cell(id)->isComputed())
                continue;
            ++number;
            steps.append(SetCell{
                id, number % 7 == 0 ? std::optional<Amount>() : std::optional(Amount::fromInteger(number))});
            if (number % 5 == 0)
                steps.append(SetNote{id, QStringLiteral("第%1个").arg(number)});
        }
    }
    return changed(report, steps);
}

Workbook bookOf(const Report &report) { return workbookOf(report, {}); }

QStringList namesOf(const Workbook &book)
{
    QStringList names;
    for (const Workbook::Sheet &sheet : book.sheets)
        names.append(sheet.name);
    return names;
}

Workbook::Sheet sheetNamed(const Workbook &book, const QString &name)
{
    for (const Workbook::Sheet &sheet : book.sheets) {
        if (sheet.name == name)
            return sheet;
    }
    return {};
}

const TableCell *squareAt(const TableBlock &table, Workbook::Square at)
{
    for (const TableCell &square : table.cells) {
        if (square.row == at.row && square.column == at.column)
            return &square;
    }
    return nullptr;
}

QString wordsAt(const Workbook::Sheet &sheet, Workbook::Square at)
{
    const TableCell *square = squareAt(sheet.table, at);
    return square && square->isFigure() ? square->words : QStringLiteral("no figure");
}

/// "+received.individual -carried_in.individual": the terms by the cells that stand there.
QString termsOf(const Workbook::Sheet &sheet, const QList<Workbook::Term> &terms)
{
    QStringList words;
    for (const Workbook::Term &term : terms) {
        const TableCell *square = squareAt(sheet.table, term.at);
        const QString place = square && square->isFigure() ? square->place.toString() : QStringLiteral("?");
        words.append(QLatin1Char(term.sign > 0 ? '+' : '-') + place.section(u'.', 1));
    }
    return words.join(u' ');
}

/// What the cells of a computed one show, added up straight.
std::optional<Amount> shownSum(const Report &report, const CellId &total)
{
    std::optional<Amount> sum;
    for (const Term &term : report.spec().cell(total)->formula) {
        if (const auto value = report.value(term.cell))
            sum = sum.value_or(Amount()) + *value;
    }
    return sum;
}

/// By the squares alone, for tables that have no cells of the form.
QString squaresOf(const QList<Workbook::Term> &terms)
{
    QStringList words;
    for (const Workbook::Term &term : terms)
        words.append(QStringLiteral("%1%2:%3")
                         .arg(QLatin1Char(term.sign > 0 ? '+' : '-'))
                         .arg(term.at.row)
                         .arg(term.at.column));
    return words.join(u' ');
}

QString sumsOf(const Workbook::Sheet &sheet)
{
    QStringList words;
    for (const Workbook::Sum &sum : sheet.sums)
        words.append(
            QStringLiteral("%1:%2=%3%4")
                .arg(sum.at.row)
                .arg(sum.at.column)
                .arg(squaresOf(sum.terms),
                    sum.per ? QStringLiteral(" / %1:%2").arg(sum.per->row).arg(sum.per->column) : QString()));
    return words.join(QStringLiteral("; "));
}

/// A sum of what is shown, as Workbook says: blank ones are nothing, all blank is blank.
QString added(const Workbook::Sheet &sheet, const QList<Workbook::Term> &terms)
{
    std::optional<Amount> sum;
    for (const Workbook::Term &term : terms) {
        const QString words = wordsAt(sheet, term.at);
        if (words.isEmpty())
            continue;
        const Amount value = *Amount::parse(words);
        sum = term.sign > 0 ? sum.value_or(Amount()) + value : sum.value_or(Amount()) - value;
    }
    return sum ? sum->toString() : QString();
}

/// Row by row; every square must be covered once.
QStringList linesOf(const TableBlock &table)
{
    QStringList lines;
    for (int row = 0; row < table.rows; ++row) {
        QStringList words;
        for (int column = 0; column < table.widths.size(); ++column) {
            const TableCell *square = squareAt(table, {row, column});
            words.append(square ? square->words : QStringLiteral("?"));
        }
        lines.append(words.join(u'|'));
    }
    return lines;
}

void addForms()
{
    QTest::addColumn<QString>("form");
    for (const QString &form : kForms)
        QTest::newRow(qPrintable(QStringLiteral("form ") + form)) << form;
}

Report withChannels(const QList<Channel> &channels)
{
    return changed(filledReport(), {SetChannels{channels}});
}

Report withPrior(const QList<Step> &before, const QList<Step> &now)
{
    const Report prior = changed(filledReport(QStringLiteral("2021"), 2020), before);
    return changed(changed(filledReport(), now), {SetPrior{std::make_shared<const Report>(prior)}});
}

} // namespace

class TestWorkbook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sheetsStandInOrder_data()
    {
        QTest::addColumn<Report>("report");
        QTest::addColumn<QString>("names");
        const QString tables = QStringLiteral("表二 表三 表四 ");
        const QString checks = QStringLiteral("核对");
        const auto row = [&](const char *name, const Report &report, const QString &between) {
            QTest::newRow(name) << report << tables + between + checks;
        };
        for (const QString &form : kForms)
            row(qPrintable(QStringLiteral("tables alone, form ") + form), filledReport(form), {});
        row("with channels", withChannels({{QStringLiteral("公开栏"), 3, {}}}),
            QStringLiteral("渠道与分类 "));
        row("with last year", withPrior({}, {}), QStringLiteral("年度对比 "));
        row("with both", everyPartReport(), QStringLiteral("渠道与分类 年度对比 "));
    }
    void sheetsStandInOrder()
    {
        QFETCH(Report, report);
        QFETCH(QString, names);
        const Workbook book = bookOf(report);
        QCOMPARE(namesOf(book).join(u' '), names);
        QCOMPARE(book.sheets[0].heading, report.spec().sectionOfTable(report.spec().tables[0].id)->heading());
        QCOMPARE(book.title, report.title().simplified());
    }

    void theDateIsThatOfTheReport()
    {
        QCOMPARE(bookOf(everyPartReport()).date, QDate(2022, 1, 20));
        QVERIFY(!bookOf(filledReport()).date.isValid());
    }

    void aSquareHoldsTheReportsValue_data() { addForms(); }
    void aSquareHoldsTheReportsValue()
    {
        QFETCH(QString, form);
        const Report report = numbered(form);
        const Workbook book = bookOf(report);
        for (qsizetype i = 0; i < report.spec().tables.size(); ++i) {
            const TableSpec &spec = report.spec().tables[i];
            QList<CellId> seen;
            for (const TableCell &square : std::as_const(book.sheets[i].table.cells)) {
                if (!square.isFigure())
                    continue;
                const CellId id = square.place.cellId();
                const auto value = report.value(id);
                seen.append(id);
                QCOMPARE(square.words, value ? value->toString() : QString());
                QCOMPARE(square.note, report.note(id));
            }
            QCOMPARE(seen.size(), spec.cells.size());
            for (const CellId &id : spec.cells)
                QVERIFY2(seen.count(id) == 1, qPrintable(id.toString()));
        }
    }

    void everyCellOfTheFormIsOneRowForMachines_data() { addForms(); }
    void everyCellOfTheFormIsOneRowForMachines()
    {
        QFETCH(QString, form);
        const Report report = numbered(form);
        const Workbook book = bookOf(report);
        qsizetype at = 0;
        int blank = 0;
        for (qsizetype i = 0; i < report.spec().tables.size(); ++i) {
            for (const CellId &id : report.spec().tables[i].cells) {
                QVERIFY(at < book.data.size());
                const Workbook::DataRow &row = book.data[at++];
                const auto value = report.value(id);
                QCOMPARE(row.cell, id.toString());
                QCOMPARE(row.label, report.spec().cell(id)->label);
                QCOMPARE(row.value, value ? value->toString() : QString());
                QCOMPARE(row.note, report.note(id));
                QCOMPARE(row.sheet, int(i));
                const TableCell *square = squareAt(book.sheets[i].table, row.at);
                QVERIFY(square && square->isFigure());
                QCOMPARE(square->place, Place::cell(id));
                blank += row.value.isEmpty() ? 1 : 0;
            }
        }
        QCOMPARE(at, book.data.size());
        QVERIFY(blank > 2); // and what is blank was asked too
    }

    void aSumAddsUpTheCellsOfTheForm_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("terms");
        const auto row = [](const char *form, const char *total, const QString &terms) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(form), QLatin1String(total))))
                << QString::fromLatin1(form) << QString::fromLatin1(total) << terms;
        };
        const auto ofColumn = [](const QString &rows, const char *column) {
            QStringList terms;
            for (const QString &id : rows.split(u' '))
                terms.append(u'+' + id + u'.' + QLatin1String(column));
            return terms.join(u' ');
        };
        const auto ofRow = [](const char *id, const QString &columns) {
            QStringList terms;
            for (const QString &column : columns.split(u' '))
                terms.append(u'+' + QLatin1String(id) + u'.' + column);
            return terms.join(u' ');
        };
        const QString people = QStringLiteral("individual business research welfare legal_service other");
        const QString results = QStringLiteral(
            "granted partly_granted refused_state_secret refused_prohibited refused_safety_stability "
            "refused_third_party refused_internal refused_deliberative refused_enforcement_file "
            "refused_inquiry unavailable_not_held unavailable_not_compiled unavailable_unclear "
            "declined_petition declined_repeat declined_publication declined_excessive declined_reissue ");
        const QString others = QStringLiteral("other_not_corrected other_fee_unpaid other_misc");
        row("2021", "requests.received.total", ofRow("received", people));
        row("2021", "requests.total.business", ofColumn(results + others, "business"));
        row("2021", "requests.total.total", ofRow("total", people));
        row("2021", "disputes.direct.total",
            ofRow("direct", QStringLiteral("upheld corrected other pending")));
        row("2021-single-other", "requests.carried_out.total", ofRow("carried_out", people));
        row("2021-single-other", "requests.total.business",
            ofColumn(results + QStringLiteral("other"), "business"));
        row("2019", "requests.total.other", ofColumn(results + QStringLiteral("other"), "other"));
    }
    void aSumAddsUpTheCellsOfTheForm()
    {
        QFETCH(QString, form);
        QFETCH(QString, total);
        QFETCH(QString, terms);
        const Workbook book = bookOf(numbered(form));
        QStringList found;
        for (const Workbook::Sheet &sheet : book.sheets) {
            for (const Workbook::Sum &sum : sheet.sums) {
                const TableCell *square = squareAt(sheet.table, sum.at);
                if (square && square->place.toString() == total) {
                    found.append(termsOf(sheet, sum.terms));
                    QVERIFY(!sum.per);
                }
            }
        }
        QCOMPARE(found, QStringList{terms});
    }

    void everySumIsTheFigureThatIsShown_data()
    {
        QTest::addColumn<Report>("report");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << sampleReport(name);
        for (const QString &form : kForms) {
            QTest::newRow(qPrintable(QStringLiteral("numbered, form ") + form)) << numbered(form);
            QTest::newRow(qPrintable(QStringLiteral("blank, form ") + form))
                << Report(findForm(form), form == u"2019" ? 2020 : 2021);
        }
        QTest::newRow("every part") << everyPartReport();
    }
    void everySumIsTheFigureThatIsShown()
    {
        QFETCH(Report, report);
        const Workbook book = bookOf(report);
        int computed = 0;
        int otherwise = 0; // declared, and not what their cells show
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &id : table.cells) {
                computed += report.spec().cell(id)->isComputed() ? 1 : 0;
                otherwise += report.spec().cell(id)->isComputed() && report.value(id) != shownSum(report, id);
            }
        }
        qsizetype sums = 0;
        for (qsizetype i = 0; i < report.spec().tables.size(); ++i) {
            const Workbook::Sheet &sheet = book.sheets[i];
            for (const Workbook::Sum &sum : sheet.sums)
                QCOMPARE(added(sheet, sum.terms), wordsAt(sheet, sum.at));
            sums += sheet.sums.size();
        }
        QCOMPARE(sums, computed - otherwise);
    }

    void aBalanceIsToldWhetherItHoldsOrNot_data()
    {
        QTest::addColumn<Report>("report");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::newRow("it holds") << changed(filledReport(),
            {figure("requests.received.individual", 5), figure("requests.granted.individual", 3),
                figure("requests.carried_out.individual", 2)})
                                  << "5"
                                  << "5";
        QTest::newRow("it does not hold")
            << changed(filledReport(), {figure("requests.received.individual", 5)}) << "5"
            << "0";
        QTest::newRow("a cell is blank") << changed(filledReport(),
            {SetCell{cell("requests.received.individual"), std::nullopt},
                figure("requests.carried_in.individual", 4)})
                                         << "4"
                                         << "0";
    }
    void aBalanceIsToldWhetherItHoldsOrNot()
    {
        QFETCH(Report, report);
        QFETCH(QString, left);
        QFETCH(QString, right);
        const Workbook::Sheet sheet = sheetNamed(bookOf(report), QStringLiteral("表三"));
        const auto equations = std::count_if(sheet.balances.begin(), sheet.balances.end(),
            [](const Workbook::Balance &balance) { return !balance.takesBlanks; });
        QCOMPARE(equations, 7);
        const Workbook::Balance &balance = sheet.balances.first();
        QCOMPARE(balance.words, QStringLiteral("自然人：一 ＋ 二 ＝ 三(七) ＋ 四"));
        QCOMPARE(termsOf(sheet, balance.left), QStringLiteral("+received.individual +carried_in.individual"));
        QCOMPARE(termsOf(sheet, balance.right), QStringLiteral("+total.individual +carried_out.individual"));
        QVERIFY(!balance.takesBlanks);
        QCOMPARE(added(sheet, balance.left), left);
        QCOMPARE(added(sheet, balance.right), right);
    }

    void aTotalHasItsBalanceBeside()
    {
        const Workbook::Sheet sheet
            = sheetNamed(bookOf(numbered(QStringLiteral("2021"))), QStringLiteral("表四"));
        QCOMPARE(sheet.balances.size(), 3);
        const Workbook::Balance &balance = sheet.balances[1];
        QCOMPARE(balance.words, QStringLiteral("未经复议直接起诉 · 总计 ＝ 各格之和"));
        QCOMPARE(termsOf(sheet, balance.left), QStringLiteral("+direct.total"));
        QCOMPARE(termsOf(sheet, balance.right),
            QStringLiteral("+direct.upheld +direct.corrected +direct.other +direct.pending"));
        QVERIFY(balance.takesBlanks);
    }

    void aDeclaredTotalStaysAsItWasDeclared_data()
    {
        QTest::addColumn<std::optional<Amount>>("declared");
        QTest::addColumn<bool>("isConfirmed");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("isSum");
        QTest::addColumn<QString>("remark");
        using Value = std::optional<Amount>;
        QTest::newRow("it is the sum") << Value(Amount::fromInteger(5)) << false << "5" << true << "";
        QTest::newRow("another one") << Value(Amount::fromInteger(7)) << false << "7" << false
                                     << "未经复议直接起诉 · 总计：原载7，各格之和为5，按原载数填写。";
        QTest::newRow("another one, confirmed")
            << Value(Amount::fromInteger(7)) << true << "7" << false
            << "未经复议直接起诉 · 总计：原载7，各格之和为5，按原载数填写。";
        QTest::newRow("none") << Value() << false << "" << false
                              << "未经复议直接起诉 · 总计：原载空白，各格之和为5，按原载数填写。";
    }
    void aDeclaredTotalStaysAsItWasDeclared()
    {
        QFETCH(std::optional<Amount>, declared);
        QFETCH(bool, isConfirmed);
        QFETCH(QString, shown);
        QFETCH(bool, isSum);
        QFETCH(QString, remark);
        const Report report = changed(filledReport(),
            {figure("disputes.direct.upheld", 2), figure("disputes.direct.pending", 3),
                SetDeclared{cell("disputes.direct.total"), Declared{declared, isConfirmed}}});
        const Workbook book = bookOf(report);
        const Workbook::Sheet sheet = sheetNamed(book, QStringLiteral("表四"));
        const auto row = std::find_if(book.data.begin(), book.data.end(),
            [](const Workbook::DataRow &data) { return data.cell == u"disputes.direct.total"; });
        QVERIFY(row != book.data.end());
        QCOMPARE(row->value, shown);
        QCOMPARE(wordsAt(sheet, row->at), shown);
        const bool hasSum = std::any_of(sheet.sums.begin(), sheet.sums.end(),
            [&](const Workbook::Sum &sum) { return sum.at == row->at; });
        QCOMPARE(hasSum, isSum);
        QCOMPARE(sheet.remarks.join(u'|'), remark);
        QCOMPARE(termsOf(sheet, sheet.balances[1].left), QStringLiteral("+direct.total")); // told beside too
        QCOMPARE(added(sheet, sheet.balances[1].right), QStringLiteral("5"));
    }

    void aDeclaredTotalCountsAsItIsShown()
    {
        const Report report = changed(filledReport(),
            {figure("requests.granted.individual", 5),
                SetDeclared{cell("requests.total.individual"), Declared{Amount::fromInteger(9), false}}});
        const Workbook::Sheet sheet = sheetNamed(bookOf(report), QStringLiteral("表三"));
        QCOMPARE(sheet.remarks.size(), 2);
        QVERIFY2(sheet.remarks[0].endsWith(QStringLiteral("自然人：原载9，各格之和为5，按原载数填写。")),
            qPrintable(sheet.remarks[0]));
        QVERIFY2(sheet.remarks[1].endsWith(QStringLiteral("总计：原载5，各格之和为9，按原载数填写。")),
            qPrintable(sheet.remarks[1]));
        for (const Workbook::Sum &sum : sheet.sums)
            QCOMPARE(added(sheet, sum.terms), wordsAt(sheet, sum.at));
    }

    void aNoteIsSaidUnderTheTable()
    {
        const Report report
            = changed(filledReport(), {SetNote{cell("disclosure.fees.amount"), QStringLiteral("均已上缴")}});
        const Workbook book = bookOf(report);
        QCOMPARE(book.sheets[0].remarks,
            (QStringList{QStringLiteral("注：行政事业性收费 · 本年收费金额（单位：万元），均已上缴")}));
        QCOMPARE(book.sheets[1].remarks, QStringList());
    }

    void channelsStandWithTheirCategories_data()
    {
        QTest::addColumn<Report>("report");
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("sums");
        QTest::addColumn<QString>("remarks");
        const QString site = QStringLiteral("政府网站");
        const Category duties{QStringLiteral("机构职能"), 5};
        const Category news{QStringLiteral("通知公告"), 100};
        const Category untold{QStringLiteral("其他"), std::nullopt};
        const auto row = [](const char *name, const QList<Channel> &channels, const char *lines,
                             const char *sums, const char *remarks) {
            QTest::newRow(name) << withChannels(channels)
                                << QStringLiteral("渠道|类别|条数\n") + QString::fromUtf8(lines)
                                << QString::fromLatin1(sums) << QString::fromUtf8(remarks);
        };
        row("a count that is the sum", {{site, 105, {duties, news}}, {QStringLiteral("公开栏"), 12, {}}},
            "政府网站||105\n|机构职能|5\n|通知公告|100\n公开栏||12\n合计||117",
            "1:2=+2:2 +3:2; 5:2=+1:2 +4:2", "");
        row("a count that is not", {{site, 106, {duties, news}}},
            "政府网站||106\n|机构职能|5\n|通知公告|100\n合计||106", "4:2=+1:2",
            "政府网站：条数为106，各类别之和为105。");
        row("no count of its own", {{site, std::nullopt, {duties, untold}}},
            "政府网站||5\n|机构职能|5\n|其他|\n合计||5", "1:2=+2:2 +3:2; 4:2=+1:2", "");
        row("nothing told", {{site, std::nullopt, {untold}}}, "政府网站||\n|其他|\n合计||", "3:2=+1:2", "");
    }
    void channelsStandWithTheirCategories()
    {
        QFETCH(Report, report);
        QFETCH(QString, lines);
        QFETCH(QString, sums);
        QFETCH(QString, remarks);
        const Workbook::Sheet sheet = sheetNamed(bookOf(report), QStringLiteral("渠道与分类"));
        QCOMPARE(linesOf(sheet.table).join(u'\n'), lines);
        QCOMPARE(sumsOf(sheet), sums);
        QCOMPARE(sheet.remarks.join(u'|'), remarks);
        QCOMPARE(sheet.balances.first().words, QStringLiteral("政府网站 ＝ 各类别之和"));
        QCOMPARE(squaresOf(sheet.balances.first().left), QStringLiteral("+1:2"));
        QVERIFY(sheet.balances.first().takesBlanks);
        for (const Workbook::Sum &sum : sheet.sums)
            QCOMPARE(added(sheet, sum.terms), wordsAt(sheet, sum.at));
    }

    void lastYearStandsBesideThisOne_data()
    {
        QTest::addColumn<Report>("report");
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("sums");
        QTest::addColumn<QString>("remarks");
        const auto row = [](const char *name, const QList<Step> &before, const QList<Step> &now,
                             const char *lines, const char *sums, const char *remarks) {
            QTest::newRow(name) << withPrior(
                before, now) << QStringLiteral("表|项目|2020年|2021年|增减|增减率") + QString::fromUtf8(lines)
                                << QString::fromLatin1(sums) << QString::fromUtf8(remarks);
        };
        row("more and less",
            {figure("disclosure.licences.decisions", 4), figure("disclosure.penalties.decisions", 8)},
            {figure("disclosure.licences.decisions", 6), figure("disclosure.penalties.decisions", 2)},
            "\n表二|行政许可 · 本年处理决定数量|4|6|2|\n表二|行政处罚 · 本年处理决定数量|8|2|-6|",
            "1:4=+1:3 -1:2; 1:5=+1:3 -1:2 / 1:2; 2:4=+2:3 -2:2; 2:5=+2:3 -2:2 / 2:2", "");
        row("from nothing on there is no share", {}, {figure("disclosure.licences.decisions", 6)},
            "\n表二|行政许可 · 本年处理决定数量|0|6|6|", "1:4=+1:3 -1:2", "");
        row("blank is not compared", {SetCell{cell("disclosure.licences.decisions"), std::nullopt}},
            {figure("disclosure.licences.decisions", 6)}, "\n表二|行政许可 · 本年处理决定数量||6||", "", "");
        row("of the large tables only the totals", {},
            {figure("requests.received.welfare", 1), figure("disputes.direct.pending", 2)},
            "\n表三|一、本年新收政府信息公开申请数量 · 总计|0|1|1|"
            "\n表四|未经复议直接起诉 · 总计|0|2|2|",
            "1:4=+1:3 -1:2; 2:4=+2:3 -2:2", "");
        row("both are nothing", {}, {}, "", "", "两年的数据都是 0。");
    }
    void lastYearStandsBesideThisOne()
    {
        QFETCH(Report, report);
        QFETCH(QString, lines);
        QFETCH(QString, sums);
        QFETCH(QString, remarks);
        const Workbook::Sheet sheet = sheetNamed(bookOf(report), QStringLiteral("年度对比"));
        QCOMPARE(linesOf(sheet.table).join(u'\n'), lines);
        QCOMPARE(sumsOf(sheet), sums);
        QCOMPARE(sheet.remarks.join(u'|'), remarks);
        for (const Workbook::Sum &sum : sheet.sums) {
            if (!sum.per)
                QCOMPARE(added(sheet, sum.terms), wordsAt(sheet, sum.at));
        }
    }

    void findingsAreToldAsTheyAre_data()
    {
        QTest::addColumn<Findings>("findings");
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("remarks");
        static constexpr Sentence kSaid{"Said in English.", "用中文说。"};
        const auto found = [](const char *rule, Level level) {
            Finding finding;
            finding.rule = RuleId(QLatin1String(rule));
            finding.level = level;
            finding.message = Phrase(kSaid);
            return finding;
        };
        Finding error = found("REQ-ROW", Level::Error);
        error.cells = {cell("requests.received.total")};
        Finding explained = found("TXT-A", Level::Explain);
        explained.place = Place::subSection(SectionId(QStringLiteral("overview")), 0);
        explained.explained = true;
        explained.explanation = QStringLiteral("以表格为准");
        Finding aside = found("TXT-B", Level::Hint);
        aside.place = *Place::parse(QStringLiteral("title"));
        aside.explained = true;
        Finding lapsed = found("TXT-C", Level::Explain);
        lapsed.place = aside.place;
        lapsed.explanation = QStringLiteral("旧说明");
        QTest::newRow("none") << Findings() << ""
                              << "全部相符";
        QTest::newRow("an error of a table") << Findings{error} << "\n错误|REQ-ROW|表三|用中文说。|"
                                             << "";
        QTest::newRow("all levels, in their order")
            << Findings{error, explained, aside, lapsed}
            << "\n错误|REQ-ROW|表三|用中文说。|\n需说明|TXT-A|一、总体情况|用中文说。|以表格为准"
               "\n提示|TXT-B|题名|用中文说。|已处理，不再提示\n需说明|TXT-C|题名|用中文说。|"
            << "";
    }
    void findingsAreToldAsTheyAre()
    {
        QFETCH(Findings, findings);
        QFETCH(QString, lines);
        QFETCH(QString, remarks);
        const Workbook book = workbookOf(filledReport(), findings);
        const Workbook::Sheet &sheet = book.sheets.last();
        QCOMPARE(linesOf(sheet.table).join(u'\n'), QStringLiteral("级别|规则|位置|问题|说明") + lines);
        QCOMPARE(sheet.remarks.join(u'|'), remarks);
    }

    void everyFindingOfTheRulesIsARow_data()
    {
        QTest::addColumn<Report>("report");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << sampleReport(name);
    }
    void everyFindingOfTheRulesIsARow()
    {
        QFETCH(Report, report);
        const Findings findings = check(report, RuleSet());
        const TableBlock table = workbookOf(report, findings).sheets.last().table;
        QCOMPARE(table.rows, int(findings.size()) + 1);
        for (int i = 0; i < findings.size(); ++i) {
            QCOMPARE(squareAt(table, {i + 1, 1})->words, findings[i].rule.toString());
            QCOMPARE(squareAt(table, {i + 1, 3})->words, findings[i].message.in(Language::Chinese));
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
