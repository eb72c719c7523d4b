// SPDX-License-Identifier: MulanPSL-2.0
#include "plaintextedit.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace nianbao;

/// Words that are dragged with the mouse from one text into another, or within one.
class MovedWordsTest : public QObject {
    Q_OBJECT

    /// The selected words are dragged out of one and dropped on the other's first character, to be moved.
    /// False: they were refused.
    static bool dropWhileDragged(PlainTextEdit &from, PlainTextEdit &onto)
    {
        from.copy();
        auto *words = new QMimeData;
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        for (const QString &format : copied->formats())
            words->setData(format, copied->data(format));
        auto *drag = new QDrag(from.viewport());
        drag->setMimeData(words);
        bool isTaken = false;
        QTimer::singleShot(0, &onto, [&] {
            QDragEnterEvent enter(
                {8, 8}, Qt::CopyAction | Qt::MoveAction, words, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(onto.viewport(), &enter);
            QDropEvent drop(
                QPointF(8, 8), Qt::CopyAction | Qt::MoveAction, words, Qt::LeftButton, Qt::NoModifier);
            drop.setDropAction(Qt::MoveAction);
            QApplication::sendEvent(onto.viewport(), &drop);
            isTaken = drop.isAccepted() && drop.dropAction() == Qt::MoveAction;
            QDrag::cancel();
        });
        drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
        return isTaken;
    }

private Q_SLOTS:
    /// By mouse, within the text: it grows no longer by it, and they have left their place already.
    void anyNumberOfOwnWordsMoves()
    {
        PlainTextEdit edit;
        edit.resize(600, 400);
        edit.show();
        const QString moved(20'000, u'字'); // more than is pasted at once
        edit.showText(QStringLiteral("头\n") + moved);
        QSignalSpy notices(&edit, &PlainTextEdit::notice);
        QTextCursor selected(edit.document());
        selected.setPosition(2);
        selected.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        edit.setTextCursor(selected);
        dropWhileDragged(edit, edit);
        QVERIFY(edit.commitOpenEditor());
        QCOMPARE(edit.text().count(u'字'), 20'000);
        QVERIFY(!edit.text().endsWith(moved)); // it stands elsewhere
        QCOMPARE(notices.count(), 0);
    }

    /// Who gives what is refused is told so.
    void whatIsRefusedIsNotTakenFromElsewhere()
    {
        PlainTextEdit there;
        there.showText(QString(20'000, u'字'));
        there.selectAll();
        PlainTextEdit edit;
        edit.resize(600, 400);
        edit.show();
        QSignalSpy notices(&edit, &PlainTextEdit::notice);
        QVERIFY(!dropWhileDragged(there, edit));
        QCOMPARE(edit.text(), QString());
        QCOMPARE(notices.count(), 1);
    }
};

/// The platform of other tests knows no dragging.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "minimal");
    QApplication app(argc, argv);
    MovedWordsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_movedwords.moc"
