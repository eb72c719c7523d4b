// SPDX-License-Identifier: MulanPSL-2.0
#include "livepicker.h"
#include "plaintextedit.h"
#include "testreports.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace nianbao;

namespace {
const QString kText = QStringLiteral("收到{{requests.received.total}}件，\n公开{{channels.total}}条。");
}

class LiveTextTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PlainTextEdit> m_edit;

private Q_SLOTS:
    void init()
    {
        m_edit = std::make_unique<PlainTextEdit>();
        m_edit->setLiveValues([](const QString &expression) {
            return expression == u"channels.total" ? QStringLiteral("1305") : QStringLiteral("12");
        });
        m_edit->show();
        QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
    }

    void aLiveFigureIsOneCharacter()
    {
        m_edit->showText(kText);
        QCOMPARE(m_edit->text(), kText);
        QCOMPARE(m_edit->toPlainText().size(), QStringLiteral("收到x件，\n公开x条。").size());
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(3);
        m_edit->setTextCursor(cursor);
        QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
        QCOMPARE(m_edit->text(), QStringLiteral("收到件，\n公开{{channels.total}}条。"));
    }

    void aReaderHearsTheFigure()
    {
        m_edit->showText(kText);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_edit.get());
        QVERIFY(spoken && spoken->textInterface());
        QCOMPARE(spoken->role(), QAccessible::EditableText);
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("收到12件，\n公开1305条。"));
        QAccessibleTextInterface &words = *spoken->textInterface();
        QCOMPARE(words.characterCount(), int(m_edit->toPlainText().size()));
        int start = 0;
        int end = 0;
        QCOMPARE(words.textAtOffset(2, QAccessible::CharBoundary, &start, &end), QStringLiteral("12"));
        QCOMPARE(std::pair(start, end), std::pair(2, 3));
        QCOMPARE(words.textAtOffset(2, QAccessible::ParagraphBoundary, &start, &end),
            QStringLiteral("收到12件，\n"));
        QCOMPARE(words.textAfterOffset(2, QAccessible::ParagraphBoundary, &start, &end),
            QStringLiteral("公开1305条。"));
        QCOMPARE(words.textBeforeOffset(start, QAccessible::LineBoundary, &start, &end),
            QStringLiteral("收到12件，\n"));
        words.setCursorPosition(3);
        QCOMPARE(m_edit->textCursor().position(), 3);
        words.addSelection(0, 3);
        QCOMPARE(words.text(0, 3), QStringLiteral("收到12"));
        QCOMPARE(words.selectionCount(), 1);
        QCOMPARE(words.text(-5, 1000), spoken->text(QAccessible::Value)); // of whoever asks wrongly
    }

    void typingAroundItKeepsIt()
    {
        m_edit->showText(kText);
        QSignalSpy committed(m_edit.get(), &PlainTextEdit::textCommitted);
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(3);
        m_edit->setTextCursor(cursor);
        QTest::keyClicks(m_edit.get(), QStringLiteral("ab"));
        QVERIFY(m_edit->commitOpenEditor());
        QCOMPARE(committed.last().first().toString(),
            QStringLiteral("收到{{requests.received.total}}ab件，\n公开{{channels.total}}条。"));
    }

    void copiedInsideItStaysLiveOutsideItIsText()
    {
        m_edit->showText(kText);
        m_edit->selectAll();
        m_edit->copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("收到12件，\n公开1305条。"));
        m_edit->showText(QString());
        m_edit->paste();
        QCOMPARE(m_edit->text(), kText);
        QApplication::clipboard()->setText(QStringLiteral("外来的12件"));
        m_edit->selectAll();
        m_edit->paste();
        QCOMPARE(m_edit->text(), QStringLiteral("外来的12件"));
    }

    void aChangedFigureIsShownAnew()
    {
        m_edit->showText(kText);
        m_edit->showText(QStringLiteral("收到{{requests.carried_in.total}}件，\n公开{{channels.total}}条。"));
        QVERIFY(m_edit->text().contains(QStringLiteral("carried_in")));
        QVERIFY(!m_edit->text().contains(QStringLiteral("received")));
    }

    /// Whatever is shown after whatever: the document holds it, and only what differs was touched.
    void anyTextFollowsAnyOther()
    {
        const QStringList pieces{QStringLiteral("甲"), QStringLiteral("{{channels.total}}"),
            QStringLiteral("{{requests.received.total}}"), QStringLiteral("{{"), QStringLiteral("}}"),
            QStringLiteral("\n"), QStringLiteral("件")};
        QRandomGenerator random(7);
        for (int turn = 0; turn < 400; ++turn) {
            QString text;
            for (int i = int(random.bounded(8)); i > 0; --i)
                text += pieces[int(random.bounded(int(pieces.size())))];
            m_edit->showText(text);
            QCOMPARE(m_edit->text(), text);
            for (qsizetype at = 0; at < text.size(); ++at) { // passages lie where they lie in the stored text
                if (m_edit->liveExpressionAt(at).isEmpty())
                    m_edit->goToPassage(at, 1);
                QVERIFY(m_edit->textCursor().position() <= m_edit->document()->characterCount() - 1);
            }
        }
    }

    void noTextTakesLong_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("words") << QStringLiteral("政务公开。");
        QTest::newRow("braces") << QStringLiteral("{");
        QTest::newRow("a word without end") << QStringLiteral("x");
        QTest::newRow("marks that stand on no line's beginning") << QStringLiteral("）");
        QTest::newRow("figures and signs") << QStringLiteral("5%");
        QTest::newRow("paragraphs") << QString(49, u'字') + u'\n'; // as many as may stand in one place
    }
    void noTextTakesLong()
    {
        QFETCH(QString, piece);
        const auto began = std::clock(); // of this process: others may be busy
        const auto seconds = [began] { return double(std::clock() - began) / CLOCKS_PER_SEC; };
        m_edit->showText(piece.repeated(200'000 / piece.size()) + QStringLiteral("\n}}"));
        QCoreApplication::processEvents();
        QApplication::clipboard()->setText(
            piece.repeated(15'000 / piece.size())); // as many as are taken at once
        m_edit->moveCursor(QTextCursor::End);
        m_edit->paste();
        QCoreApplication::processEvents();
        QVERIFY2(seconds() < 5, qPrintable(QString::number(seconds()))); // was: a minute
    }

    void marksStandAtTheirPassage()
    {
        m_edit->showText(kText);
        const auto start = kText.indexOf(QStringLiteral("公开"));
        m_edit->showMarks({{start, 2, Level::Hint, QStringLiteral("看看")}, {0, 2, Level::Error, {}}});
        QCOMPARE(m_edit->extraSelections().size(), 2);
        QCOMPARE(m_edit->extraSelections().first().cursor.selectedText(), QStringLiteral("公开"));
        QCOMPARE(m_edit->extraSelections().first().format.underlineStyle(), QTextCharFormat::DotLine);
        QCOMPARE(m_edit->extraSelections().last().format.underlineStyle(), QTextCharFormat::WaveUnderline);
        m_edit->goToPassage(start, 2);
        QCOMPARE(m_edit->textCursor().selectedText(), QStringLiteral("公开"));
    }

    void equalsAsksForAFigure()
    {
        m_edit->showText(QString());
        QTest::keyClicks(m_edit.get(), QStringLiteral("=")); // nobody listens: the sign itself
        QCOMPARE(m_edit->text(), QStringLiteral("="));
        QSignalSpy asked(m_edit.get(), &PlainTextEdit::equalsTyped);
        QTest::keyClicks(m_edit.get(), QStringLiteral("="));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(m_edit->text(), QStringLiteral("="));
    }

    void thePickerFinds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("cell");
        const QString received = QStringLiteral("requests.received.individual");
        const QString all
            = QStringLiteral("requests.received.total"); // who names a row alone means all of it
        QTest::newRow("a row") << QStringLiteral("新收") << all;
        QTest::newRow("a row by pinyin") << QStringLiteral("xinshou") << all;
        QTest::newRow("a row by initials") << QStringLiteral("xs") << all;
        QTest::newRow("by words") << QStringLiteral("新收 自然人") << received;
        QTest::newRow("by pinyin") << QStringLiteral("xinshou ziranren") << received;
        QTest::newRow("by initials") << QStringLiteral("xs zrr") << received;
        const QString done = QStringLiteral("requests.total.total");
        QTest::newRow("the row of totals") << QStringLiteral("总计") << done;
        QTest::newRow("the row of totals, and its total") << QStringLiteral("总计 总计") << done;
        QTest::newRow("a row by what texts call it") << QStringLiteral("办结") << done;
        QTest::newRow("what texts call it, by pinyin") << QStringLiteral("banjie") << done;
        QTest::newRow("the nearest") << QStringLiteral("gz xxyx")
                                     << QStringLiteral("disclosure.regulations.in_force");
    }
    void thePickerFinds()
    {
        QFETCH(QString, typed);
        QFETCH(QString, cell);
        auto *picker = new LivePicker(test::filledReport(), LivePicker::Opened::ByButton, m_edit.get());
        QSignalSpy chosen(picker, &LivePicker::chosen);
        picker->showAt({10, 10, 1, 20});
        auto *words = picker->findChild<QLineEdit *>(QStringLiteral("livePickerWords"));
        words->setText(typed);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), cell);
    }

    void anotherFormIsOfTheFigureThatWasChosen()
    {
        auto *picker = new LivePicker(test::filledReport(), LivePicker::Opened::ByButton, m_edit.get());
        QSignalSpy chosen(picker, &LivePicker::chosen);
        picker->showAt({10, 10, 1, 20});
        auto *words = picker->findChild<QLineEdit *>(QStringLiteral("livePickerWords"));
        auto *form = picker->findChild<QComboBox *>();
        words->setText(QStringLiteral("新收"));
        QTest::keyClick(words, Qt::Key_Down); // that of the first kind of applicants
        form->setFocus();
        QTest::keyClick(form, Qt::Key_Down);
        QCOMPARE(form->currentIndex(), 1);
        QTest::keyClick(form, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(),
            QStringLiteral("percent(requests.received.individual, requests.total.total)"));
    }

    /// Wherever the cursor is, the line that is typed into is next to it, and all of it is on the screen.
    void thePickerStandsAtTheCursor_data()
    {
        QTest::addColumn<double>("across");
        QTest::addColumn<double>("down");
        QTest::newRow("at the top") << 0.2 << 0.05;
        QTest::newRow("in the middle") << 0.5 << 0.5;
        QTest::newRow("a little lower") << 0.5 << 0.6;
        QTest::newRow("at the foot") << 0.5 << 0.95;
        QTest::newRow("at the right edge") << 0.99 << 0.7;
    }
    void thePickerStandsAtTheCursor()
    {
        QFETCH(double, across);
        QFETCH(double, down);
        const QRect screen = m_edit->screen()->availableGeometry();
        const QRect cursor(
            screen.left() + int(screen.width() * across), screen.top() + int(screen.height() * down), 1, 24);
        auto *picker = new LivePicker(test::filledReport(), LivePicker::Opened::ByButton, m_edit.get());
        picker->showAt(cursor);
        QCoreApplication::processEvents();
        const QRect whole(picker->pos(), picker->size());
        constexpr int kFrame = 2; // this platform puts one around every window
        QVERIFY(screen.adjusted(0, 0, kFrame, kFrame).contains(whole));
        QVERIFY(!whole.intersects(cursor.adjusted(0, kFrame, 0, -kFrame)));
        const auto *words = picker->findChild<QLineEdit *>(QStringLiteral("livePickerWords"));
        const QRect line(words->mapToGlobal(QPoint()), words->size());
        const int apart
            = line.top() > cursor.bottom() ? line.top() - cursor.bottom() : cursor.top() - line.bottom();
        QVERIFY2(apart >= 0 && apart < cursor.height(), qPrintable(QString::number(apart)));
        picker->close();
    }

    /// Below each other by their last digit, whatever stands beside them.
    void thePickersFiguresStandInAColumn()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({},
            SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(12345)})));
        auto *picker = new LivePicker(report, LivePicker::Opened::ByButton, m_edit.get());
        picker->showAt({10, 10, 1, 20});
        auto *list = picker->findChild<QListWidget *>(QStringLiteral("livePickerList"));
        QHash<QString, int> lastInk; // of a row's figure, by the figure
        for (int row = 0; row < list->count(); ++row) {
            list->scrollToItem(list->item(row));
            const QString figure = list->item(row)->text().section(QChar(0x3000), 0, 0);
            if (row != list->currentRow())
                lastInk.insert(figure, endOfFirstWord(*list, row));
        }
        QSet<qsizetype> lengths;
        for (auto figure = lastInk.cbegin(); figure != lastInk.cend(); ++figure) {
            lengths.insert(figure.key().size());
            QVERIFY2(std::abs(figure.value() - lastInk.cbegin().value()) <= 2, qPrintable(figure.key()));
        }
        QVERIFY(lengths.size() > 1);
        picker->close();
    }

    void thePickerSaysWhatEscapeDoes_data()
    {
        QTest::addColumn<LivePicker::Opened>("opened");
        QTest::addColumn<bool>("writes");
        QTest::newRow("opened by =") << LivePicker::Opened::ByEquals << true;
        QTest::newRow("opened by its button") << LivePicker::Opened::ByButton << false;
    }
    void thePickerSaysWhatEscapeDoes()
    {
        QFETCH(LivePicker::Opened, opened);
        QFETCH(bool, writes);
        auto *picker = new LivePicker(test::filledReport(), opened, m_edit.get());
        picker->showAt({10, 10, 1, 20});
        QString all;
        for (const QLabel *label : picker->findChildren<QLabel *>())
            all += label->text();
        QVERIFY(all.contains(QStringLiteral("Esc")));
        QCOMPARE(all.contains(u'='), writes);
        picker->close();
    }

private:
    /// Where the ink of the row's first word ends: before the first gap that is wider than one between
    /// digits.
    static int endOfFirstWord(const QListWidget &list, int row)
    {
        const QRect place = list.visualItemRect(list.item(row));
        const QImage image = list.viewport()->grab(place).toImage();
        const QRgb ground = image.pixel(0, image.height() / 2);
        const int widest = list.fontMetrics().height() / 3;
        int end = -1;
        for (int x = 0; x < image.width(); ++x) {
            bool isInk = false;
            for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y)
                isInk = isInk || image.pixel(x, y) != ground;
            if (isInk)
                end = x;
            else if (end >= 0 && x - end > widest)
                break;
        }
        return end;
    }
};

QTEST_MAIN(LiveTextTest)
#include "tst_livetext.moc"
