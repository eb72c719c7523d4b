// SPDX-License-Identifier: MulanPSL-2.0
#include "room.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace nianbao;

class RoomTest : public QObject {
    Q_OBJECT

    static QRect seenOf(const QWidget *part, const Room &room)
    {
        return QRect(part->mapTo(room.viewport(), QPoint()), part->size()) & room.viewport()->rect();
    }

private Q_SLOTS:
    /// As when a notice of two lines takes height from the page.
    void whatIsWorkedInStaysInSightWhenItBecomesLower()
    {
        Room room;
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        QList<QLineEdit *> lines;
        for (int i = 0; i < 30; ++i) {
            lines.append(new QLineEdit(page));
            column->addWidget(lines.last());
        }
        room.setPage(page);
        room.resize(300, 400);
        room.show();
        QVERIFY(QTest::qWaitForWindowActive(&room));
        QLineEdit *last = nullptr; // of those that are seen whole
        for (QLineEdit *line : std::as_const(lines)) {
            if (seenOf(line, room).size() == line->size())
                last = line;
        }
        QVERIFY(last && last != lines.last());
        last->setFocus();
        QCOMPARE(room.verticalScrollBar()->value(), 0);
        room.resize(300, 200);
        QVERIFY(seenOf(last, room).height() > last->fontMetrics().height());
        room.verticalScrollBar()->setValue(0); // by a person, who looks elsewhere
        room.resize(300, 180);
        QCOMPARE(room.verticalScrollBar()->value(), 0);
    }
};

QTEST_MAIN(RoomTest)
#include "tst_room.moc"
