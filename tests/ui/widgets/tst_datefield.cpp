// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "datefield.h"
#include "daycalendar.h"
#include "language.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace nianbao;

class DateFieldTest : public QObject {
    Q_OBJECT

    static QString head(const QWidget &calendar)
    {
        const auto *month = calendar.findChild<QLabel *>(QStringLiteral("month"));
        return month && month->isVisibleTo(&calendar) ? month->text() : QString();
    }
    static QAbstractItemView *days(const QWidget &calendar)
    {
        return calendar.findChild<QTableView *>(QStringLiteral("qt_calendar_calendarview"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(QStringLiteral("zh_CN"));
        appearance::apply(Theme::Light);
    }

    void theMonthIsReadAsItIsSaid()
    {
        DayCalendar calendar;
        calendar.setSelectedDate(QDate(2026, 11, 28));
        calendar.show();
        QCOMPARE(head(calendar), QStringLiteral("2026年11月"));
        const auto press = [&calendar](const char *name) {
            calendar.findChild<QToolButton *>(QLatin1String(name))->click();
        };
        press("monthAfter");
        press("monthAfter");
        QCOMPARE(head(calendar), QStringLiteral("2027年1月"));
        press("monthBefore");
        QCOMPARE(head(calendar), QStringLiteral("2026年12月"));
        QTest::keyClick(days(calendar), Qt::Key_PageUp);
        QCOMPARE(head(calendar), QStringLiteral("2026年11月"));
        for (const QWidget *own : calendar.findChildren<QWidget *>()) // no second head
            QVERIFY(own->objectName() != u"qt_calendar_navigationbar" || own->isHidden());
    }

    /// The day of the first column, and what stands above it.
    void aWeekBeginsOnMonday()
    {
        DayCalendar calendar;
        calendar.setSelectedDate(QDate(2026, 11, 28));
        calendar.show();
        QCOMPARE(calendar.firstDayOfWeek(), Qt::Monday);
        const QAbstractItemModel *model = days(calendar)->model();
        int column = 0;
        while (days(calendar)->visualRect(model->index(0, column)).isEmpty())
            ++column;
        QVERIFY2(model->index(0, column).data().toString().contains(u'一'),
            qPrintable(model->index(0, column).data().toString()));
        QStringList weeks;
        for (int row = 1; row < model->rowCount(); ++row)
            weeks.append(model->index(row, column).data().toString());
        QVERIFY2(weeks.contains(QStringLiteral("23")), qPrintable(weeks.join(u' '))); // a Monday
    }

    void aDayIsTypedOrChosen()
    {
        DateField field(QDate(2022, 1, 20));
        QCOMPARE(field.words(), QStringLiteral("2022-01-20"));
        QCOMPARE(field.text(), QStringLiteral("2022-01-20"));
        auto *calendar = qobject_cast<DayCalendar *>(field.calendarWidget());
        QVERIFY(calendar);
        field.show();
        QSignalSpy changed(&field, &DateField::dateChanged);
        QTest::mouseClick(&field, Qt::LeftButton, {}, QPoint(field.width() - 4, field.height() / 2));
        QTRY_VERIFY(calendar->isVisible());
        QCOMPARE(calendar->selectedDate(), QDate(2022, 1, 20));
        QCOMPARE(head(*calendar), QStringLiteral("2022年1月"));
        Q_EMIT calendar->clicked(QDate(2022, 1, 27));
        QCOMPARE(field.words(), QStringLiteral("2022-01-27"));
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!calendar->isVisible());
    }

    void keysOpenTheCalendarAndAWheelThatPassesChangesNothing()
    {
        DateField field(QDate(2022, 1, 20));
        field.show();
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_Down, Qt::AltModifier);
        auto *calendar = field.calendarWidget();
        QTRY_VERIFY(calendar->isVisible());
        QTest::keyClick(days(*calendar), Qt::Key_Right);
        QTest::keyClick(days(*calendar), Qt::Key_Return);
        QTRY_VERIFY(!calendar->isVisible());
        QCOMPARE(field.words(), QStringLiteral("2022-01-21"));
        field.clearFocus();
        const QPointF middle = field.rect().center();
        QWheelEvent wheel(middle, field.mapToGlobal(middle), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&field, &wheel);
        QVERIFY(!wheel.isAccepted());
        QCOMPARE(field.words(), QStringLiteral("2022-01-21"));
    }

    void itsHeadHasRoomBesidesTheDays_data()
    {
        QTest::addColumn<Theme>("theme");
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QTest::newRow(qPrintable(themes::key(theme))) << theme;
    }
    void itsHeadHasRoomBesidesTheDays()
    {
        QFETCH(Theme, theme);
        appearance::apply(theme);
        DayCalendar calendar;
        calendar.show();
        calendar.resize(calendar.sizeHint());
        QCoreApplication::processEvents();
        const auto *month = calendar.findChild<QLabel *>(QStringLiteral("month"));
        QVERIFY(month->width() >= month->sizeHint().width());
        const QAbstractItemView *view = days(calendar);
        const QModelIndex last
            = view->model()->index(view->model()->rowCount() - 1, view->model()->columnCount() - 1);
        QVERIFY(view->viewport()->rect().contains(view->visualRect(last)));
        QVERIFY(view->visualRect(last).height() >= view->fontMetrics().height());
    }

    /// One for all days that are asked for.
    void thereIsNoOtherInTheProgram()
    {
        static const QRegularExpression others(
            QStringLiteral("\\b(new|public) (QDateEdit|QDateTimeEdit|QCalendarWidget)\\b"));
        QStringList found;
        QDirIterator sources(QStringLiteral(TEST_DATA_DIR "/../../ui"),
            {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            if (others.match(QString::fromUtf8(source.readAll())).hasMatch())
                found.append(sources.fileName());
        }
        found.sort();
        QCOMPARE(found, (QStringList{QStringLiteral("datefield.h"), QStringLiteral("daycalendar.h")}));
    }
};

QTEST_MAIN(DateFieldTest)
#include "tst_datefield.moc"
