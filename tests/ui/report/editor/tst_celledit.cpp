// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "channelspage.h"
#include "gridview.h"
#include "session.h"
#include "tablemodel.h"
#include "tablepage.h"
#include "testreports.h"
#include "yearspage.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

/// The part of a line edit in which its text is drawn.
class Inside final : public QLineEdit {
public:
    static QRect of(const QLineEdit &edit)
    {
        QStyleOptionFrame option;
        static_cast<const Inside &>(edit).initStyleOption(&option);
        return edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
    }
};

} // namespace

/// Digits that are typed are seen whole, at every size of the letters and in every cell.
class CellEditTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QFont m_font;
    std::unique_ptr<Session> m_session;

    void openEditorIn(GridView &grid, const QModelIndex &index, const QString &typed)
    {
        grid.goTo(index);
        QTest::keyClicks(&grid, typed.left(1));
        auto *edit = grid.viewport()->findChild<QLineEdit *>(QStringLiteral("cellEdit"));
        QVERIFY(edit);
        QTest::keyClicks(edit, typed.mid(1));
        QCOMPARE(edit->text(), typed);
        const QFontMetrics metrics(edit->font());
        const QRect inside = Inside::of(*edit);
        const QString where = QStringLiteral("row %1 column %2, %3 px high: %4×%5 inside, font %6")
                                  .arg(index.row())
                                  .arg(index.column())
                                  .arg(grid.rowHeight(index.row()))
                                  .arg(inside.width())
                                  .arg(inside.height())
                                  .arg(metrics.height());
        QVERIFY2(inside.height() >= metrics.ascent() + metrics.descent(), qPrintable(where));
        QVERIFY2(inside.width() >= metrics.horizontalAdvance(typed) + 4, qPrintable(where));
        QVERIFY2(grid.viewport()->rect().contains(edit->geometry()), qPrintable(where));
        QVERIFY2(edit->geometry().intersects(grid.visualRect(index)), qPrintable(where));
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_VERIFY(!grid.viewport()->findChild<QLineEdit *>(QStringLiteral("cellEdit")));
    }

    void walk(GridView &grid)
    {
        const auto *model = qobject_cast<GridModel *>(grid.model());
        QVERIFY(model);
        int cells = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                // the first, the last and some in between of a row: corners and narrow columns are among them
                const bool wanted = column < 4 || column >= model->columnCount() - 3 || row % 9 == 0;
                if (!wanted || model->kind(index) != GridModel::Kind::Typed)
                    continue;
                openEditorIn(grid, index, QStringLiteral("888888888888"));
                if (QTest::currentTestFailed())
                    return;
                ++cells;
            }
        }
        QVERIFY(cells > 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        appearance::apply(false);
        m_font = QApplication::font();
        Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
        Report prior = report;
        QVERIFY(report.apply(Change::of({}, SetPrior{std::make_shared<const Report>(prior)})));
        auto made = Session::create(m_folder.filePath(QStringLiteral("cells.nianbao")), report);
        QVERIFY(made);
        m_session = std::move(*made);
    }
    void cleanupTestCase()
    {
        m_session.reset();
        QApplication::setFont(m_font);
    }

    void wholeDigits_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<QString>("table"); // empty: the channels
        QTest::addColumn<QSize>("room");
        for (int points = 9; points <= 24; points += 3) {
            for (const char *table : {"disclosure", "requests", "disputes", ""}) {
                for (const QSize &room : {QSize(640, 520), QSize(400, 300)})
                    QTest::addRow("%s, %d points, %d wide", *table ? table : "channels", points, room.width())
                        << points << QString(QLatin1String(table)) << room;
            }
        }
    }
    void wholeDigits()
    {
        QFETCH(int, points);
        QFETCH(QString, table);
        QFETCH(QSize, room);
        QFont font = m_font;
        font.setPointSize(points);
        QApplication::setFont(font);
        const std::unique_ptr<EditorPage> page(table.isEmpty()
                ? static_cast<EditorPage *>(new ChannelsPage(*m_session))
                : new TablePage(*m_session, TableId(table)));
        page->resize(room);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        auto *grid = page->findChild<GridView *>();
        QVERIFY(grid);
        grid->setFocus();
        walk(*grid);
    }

    /// The comparison is not edited; its digits are whole too.
    void theComparisonOfYears_data()
    {
        QTest::addColumn<int>("points");
        for (int points = 9; points <= 24; ++points)
            QTest::addRow("%d points", points) << points;
    }
    void theComparisonOfYears()
    {
        QFETCH(int, points);
        QFont font = m_font;
        font.setPointSize(points);
        QApplication::setFont(font);
        YearsPage page(*m_session);
        page.resize(640, 480);
        page.show();
        const auto *view = page.findChild<QTableView *>(QStringLiteral("years"));
        QVERIFY(view);
        QVERIFY(view->verticalHeader()->defaultSectionSize() >= QFontMetrics(view->font()).height());
        QCOMPARE(view->editTriggers(), QAbstractItemView::NoEditTriggers);
    }

    /// In each view whatever, an editor has no padding of the style sheet.
    void editorsOfOtherViewsTheSame()
    {
        QTableView view;
        auto *edit = new QLineEdit(view.viewport());
        edit->resize(60, QFontMetrics(edit->font()).height() + 4);
        edit->ensurePolished();
        QVERIFY(Inside::of(*edit).height() >= QFontMetrics(edit->font()).height());
        QVERIFY(Inside::of(*edit).width() >= 56);
    }
};

QTEST_MAIN(CellEditTest)
#include "tst_celledit.moc"
