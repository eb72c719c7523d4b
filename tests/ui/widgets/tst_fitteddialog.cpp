// SPDX-License-Identifier: MulanPSL-2.0
#include "fitteddialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace nianbao;

namespace {

/// Two fields, far from each other; the second is where one begins, as long as it is seen.
class Far final : public FittedDialog {
public:
    Far() : FittedDialog(nullptr, 20)
    {
        auto *column = new QVBoxLayout(inside());
        auto *read = new QLabel(QStringLiteral("only read"), this);
        read->setFocusPolicy(Qt::StrongFocus);
        for (QWidget *part : {static_cast<QWidget *>(read), static_cast<QWidget *>(&first)})
            column->addWidget(part);
        column->addSpacing(fontMetrics().height() * 20);
        column->addWidget(&second);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
        setButtons(buttons);
        second.setFocus();
    }
    QLineEdit first;
    QLineEdit second;
};

} // namespace

class FittedDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsReadFromItsTop_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("isSecondSeen");
        QTest::newRow("with room for all of it") << 100 << true;
        QTest::newRow("on a low screen") << 14 << false;
    }
    void itIsReadFromItsTop()
    {
        QFETCH(int, lines);
        QFETCH(bool, isSecondSeen);
        Far dialog;
        dialog.setMaximumHeight(dialog.fontMetrics().height() * lines);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto *room = dialog.findChild<QScrollArea *>();
        QCOMPARE(room->verticalScrollBar()->maximum() > 0, !isSecondSeen);
        QTRY_COMPARE(
            dialog.focusWidget(), static_cast<QWidget *>(isSecondSeen ? &dialog.second : &dialog.first));
        QCOMPARE(room->verticalScrollBar()->value(), 0);
        QTest::keyClick(&dialog, Qt::Key_Tab); // leads on as ever, and what it leads to is seen
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Backtab);
        dialog.second.setFocus();
        const QRect there(dialog.second.mapTo(room->viewport(), QPoint()), dialog.second.size());
        QVERIFY(room->viewport()->rect().contains(there));
    }
};

QTEST_MAIN(FittedDialogTest)
#include "tst_fitteddialog.moc"
