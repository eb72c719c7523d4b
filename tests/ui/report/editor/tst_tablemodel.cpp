// SPDX-License-Identifier: MulanPSL-2.0
#include "channelmodel.h"
#include "tablemodel.h"
#include "testreports.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace nianbao;

namespace {
const TableId kRequests(QStringLiteral("requests"));
CellId cell(const char *id) { return CellId(QLatin1String(id)); }
} // namespace

class TestTableModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        begin(Report(findForm(QStringLiteral("2021")), 2021));
    }
    void cleanup() { m_session.reset(); }

    void everyModelIsSound_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("table");
        for (const auto &form : shippedForms()) {
            for (const TableSpec &table : form->tables)
                QTest::addRow("%s %s", qPrintable(form->id), qPrintable(table.id.toString()))
                    << form->id << table.id.toString();
        }
    }
    void everyModelIsSound()
    {
        QFETCH(QString, form);
        QFETCH(QString, table);
        begin(test::filledReport(form));
        TableModel model(*m_session, TableId(table));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        int figures = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                figures += model.isFigure(index);
                QVERIFY2(model.anchor(row, column).isValid(), "a place of the table belongs to no cell");
            }
        }
        QCOMPARE(figures, model.table().cells.size());
        for (const CellId &id : model.table().cells)
            QCOMPARE(model.cellAt(model.indexOf(id)), id);
    }

    void textsBecomeValues_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a count is stored") << QStringLiteral("37") << true << QStringLiteral("37");
        QTest::newRow("zero is not blank") << QStringLiteral("0") << true << QStringLiteral("0");
        QTest::newRow("nothing is blank") << QString() << true << QString();
        QTest::newRow("full width") << QStringLiteral("１２件") << true << QStringLiteral("12");
        QTest::newRow("two figures are refused") << QStringLiteral("3 5") << false << QStringLiteral("5");
        QTest::newRow("a figure and one with a unit are refused")
            << QStringLiteral("1 2件") << false << QStringLiteral("5");
        QTest::newRow("two lines are refused") << QStringLiteral("3\n4") << false << QStringLiteral("5");
        QTest::newRow("a mark is refused") << QStringLiteral("－") << false << QStringLiteral("5");
        QTest::newRow("words are refused") << QStringLiteral("abc") << false << QStringLiteral("5");
        QTest::newRow("negative is refused") << QStringLiteral("-1") << false << QStringLiteral("5");
        QTest::newRow("a fraction is refused") << QStringLiteral("1.5") << false << QStringLiteral("5");
    }
    void textsBecomeValues()
    {
        QFETCH(QString, typed);
        QFETCH(bool, taken);
        QFETCH(QString, shown);
        TableModel model(*m_session, kRequests);
        const QModelIndex index = model.indexOf(cell("requests.received.individual"));
        QVERIFY(model.setData(index, QStringLiteral("5")));
        QSignalSpy refused(&model, &GridModel::refused);
        QCOMPARE(model.setData(index, typed), taken);
        QCOMPARE(index.data().toString(), shown);
        QCOMPARE(refused.size(), taken ? 0 : 1);
        if (!taken) // named by its labels, not by its id
            QVERIFY(!refused.first().first().value<Error>().where.contains(u'.'));
    }

    void aFigureWithANoteIsOneStep()
    {
        TableModel model(*m_session, kRequests);
        const QModelIndex index = model.indexOf(cell("requests.received.individual"));
        QVERIFY(model.setData(index, QStringLiteral("22（其中修订16件）")));
        QCOMPARE(index.data(Qt::EditRole).toString(), QStringLiteral("22"));
        QCOMPARE(index.data(GridModel::NoteRole).toString(), QStringLiteral("其中修订16件"));
        QVERIFY(model.setData(index, QStringLiteral("22（其中修订17件）"))); // the same figure, another note
        QCOMPARE(index.data(GridModel::NoteRole).toString(), QStringLiteral("其中修订17件"));
        QVERIFY(model.setData(index, QStringLiteral("23"))); // a figure alone leaves the note
        QCOMPARE(index.data(GridModel::NoteRole).toString(), QStringLiteral("其中修订17件"));
        QCOMPARE(m_session->undoStack().count(), 3);
        QVERIFY(m_session->undo());
        QVERIFY(m_session->undo());
        QVERIFY(m_session->undo());
        QCOMPARE(index.data().toString(), QString());
    }

    void onlyWhatBecameDifferentIsTold()
    {
        TableModel model(*m_session, kRequests);
        QVERIFY(model.setData(model.indexOf(cell("requests.received.individual")), QStringLiteral("1")));
        QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(model.setData(model.indexOf(cell("requests.granted.individual")), QStringLiteral("3")));
        QSet<CellId> cells;
        for (const auto &arguments : told) {
            QCOMPARE(arguments[0].toModelIndex(), arguments[1].toModelIndex());
            cells.insert(model.cellAt(arguments[0].toModelIndex()));
        }
        QVERIFY(cells.contains(cell("requests.granted.individual")));
        QVERIFY(cells.contains(cell("requests.granted.total")));
        QVERIFY(cells.contains(cell("requests.total.total")));
        QVERIFY(!cells.contains(cell("requests.granted.business")));
    }

    void computedCellsAreReadOnly()
    {
        TableModel model(*m_session, kRequests);
        const QModelIndex total = model.indexOf(cell("requests.received.total"));
        QVERIFY(!(total.flags() & Qt::ItemIsEditable));
        QSignalSpy refused(&model, &GridModel::refused);
        QVERIFY(!model.setData(total, QStringLiteral("1")));
        QCOMPARE(refused.size(), 1);
    }

    void noteAndLastYearAndLabelAreGiven()
    {
        const Report before = test::filledReport();
        QVERIFY(m_session->edit({{},
            {SetPrior{std::make_shared<Report>(before)},
                SetCell{cell("requests.received.other"), Amount::fromInteger(22)},
                SetNote{cell("requests.received.other"), QStringLiteral("其中补正1件")}},
            {}}));
        TableModel model(*m_session, kRequests);
        const QModelIndex index = model.indexOf(cell("requests.received.other"));
        QCOMPARE(index.data().toString(), QStringLiteral("22（其中补正1件）"));
        QCOMPARE(index.data(Qt::EditRole).toString(), QStringLiteral("22"));
        QCOMPARE(index.data(GridModel::PriorRole).toString(), QStringLiteral("0"));
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.startsWith(m_session->report().spec().cell(cell("requests.received.other"))->label));
        QVERIFY(spoken.contains(QStringLiteral("22")));
    }

    void aDeclaredTotalShowsTheComputedBesideIt()
    {
        const CellId total = cell("requests.received.total");
        QVERIFY(m_session->edit({{},
            {SetCell{cell("requests.received.individual"), Amount::fromInteger(2)},
                SetDeclared{total, Declared{Amount::fromInteger(3), false}}},
            {}}));
        TableModel model(*m_session, kRequests);
        const QModelIndex index = model.indexOf(total);
        QCOMPARE(index.data().toString(), QStringLiteral("3"));
        QCOMPARE(index.data(GridModel::ComputedValueRole).toString(), QStringLiteral("2"));
        QCOMPARE(index.data(GridModel::LevelRole).toInt(), int(Level::Error));
        QVERIFY(m_session->edit(Change::of({}, SetDeclared{total, std::nullopt})));
        QCOMPARE(index.data().toString(), QStringLiteral("2"));
        QVERIFY(!index.data(GridModel::ComputedValueRole).isValid());
    }

    void severalValuesAreOneUndoStep()
    {
        TableModel model(*m_session, kRequests);
        const QModelIndex a = model.indexOf(cell("requests.received.individual"));
        const QModelIndex b = model.indexOf(cell("requests.received.business"));
        QVERIFY(model.setValues(
            {{a.row(), a.column(), Amount::fromInteger(1)}, {b.row(), b.column(), Amount()}}, {}));
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo());
        QVERIFY(a.data().toString().isEmpty());
        QVERIFY(b.data().toString().isEmpty());
    }

    void headsSelectTheirFigures()
    {
        TableModel model(*m_session, kRequests);
        const QModelIndex figure = model.indexOf(cell("requests.refused_state_secret.individual"));
        const auto [first, last] = model.figuresOf(model.anchor(figure.row(), 1)); // （三）不予公开
        QCOMPARE(model.cellAt(first), cell("requests.refused_state_secret.individual"));
        QCOMPARE(model.cellAt(last), cell("requests.refused_inquiry.total"));
    }

    void theChannelModelIsSound()
    {
        ChannelModel model(*m_session);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString site = QStringLiteral("政府网站");
        const QString wall = QStringLiteral("公示栏");
        QVERIFY(m_session->edit(Change::of({},
            SetChannels{
                {{site, 5, {{QStringLiteral("机构"), 2}, {QStringLiteral("政策"), 3}}}, {wall, 7, {}}}})));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.index(3, 3).data().toString(), QStringLiteral("12"));
        QCOMPARE(model.kind(model.index(3, 1)), GridModel::Kind::Computed);
        QCOMPARE(model.kind(model.index(3, 2)), GridModel::Kind::Typed);
        QVERIFY(model.setData(model.index(1, 1), QStringLiteral("4")));
        QCOMPARE(m_session->report().channels().first().count, std::optional<qint64>(7));
        QVERIFY(
            model.setData(model.index(2, 2), QStringLiteral("1"))); // a category this channel did not have
        QCOMPARE(model.index(3, 3).data().toString(), QStringLiteral("8"));
        QVERIFY(!model.setData(model.index(1, 1), QStringLiteral("-4")));
        QVERIFY(!model.setData(model.index(1, 1), QStringLiteral("1.5")));
        for (int i = m_session->undoStack().count(); i > 0; --i)
            QVERIFY(m_session->undo());
        QCOMPARE(model.columnCount(), 2);
    }

    void categoriesOfAllChannelsAreRows_data()
    {
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QStringList>("second");
        QTest::addColumn<QString>("rows");
        const auto s
            = [](const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); };
        QTest::newRow("the same") << s("a b") << s("a b") << QStringLiteral("a b");
        QTest::newRow("more at the end") << s("a") << s("a b") << QStringLiteral("a b");
        QTest::newRow("one between") << s("a c") << s("a b c") << QStringLiteral("a b c");
        QTest::newRow("none in common") << s("a") << s("b") << QStringLiteral("a b");
    }
    void categoriesOfAllChannelsAreRows()
    {
        QFETCH(QStringList, first);
        QFETCH(QStringList, second);
        QFETCH(QString, rows);
        QList<Channel> channels(2);
        for (const QString &name : first)
            channels[0].categories.append({name, {}});
        for (const QString &name : second)
            channels[1].categories.append({name, {}});
        QCOMPARE(channeltable::categories(channels).join(u' '), rows);
    }

private:
    void begin(const Report &report)
    {
        m_session.reset();
        auto made = Session::create(m_folder->filePath(QStringLiteral("report.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
