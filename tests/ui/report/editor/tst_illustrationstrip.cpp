// SPDX-License-Identifier: MulanPSL-2.0
#include "charts.h"
#include "dialoganswers.h"
#include "illustrationstrip.h"
#include "plainlineedit.h"
#include "testreports.h"

#include <QBuffer>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include <QToolButton>
#include <QUndoStack>
#include <QUrl>
#include <sys/stat.h>

#include <sys/stat.h>

using namespace nianbao;

class IllustrationStripTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<IllustrationStrip> m_strip;
    int m_paragraph = 0;

    QList<Illustration> illustrations() const { return m_session->report().illustrations(); }
    QString saved(const char *format)
    {
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = m_folder.filePath(QStringLiteral("窗口.") + QLatin1String(format));
        if (!image.save(path))
            qFatal("the picture cannot be saved");
        return path;
    }
    void click(const QString &words, int row = 0)
    {
        int found = 0;
        for (QToolButton *button : m_strip->findChildren<QToolButton *>()) {
            if (button->text() == words && button->isVisibleTo(m_strip.get()) && found++ == row) {
                button->click();
                return;
            }
        }
        QFAIL("there is no such button");
    }

private Q_SLOTS:
    void initTestCase() { dialogs::setSilent(true); }
    void init()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(
            Change::of({}, SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("甲\n乙\n丙")})));
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_paragraph = 1;
        m_strip = std::make_unique<IllustrationStrip>(*m_session, [this] { return m_paragraph; });
        m_strip->setPlace(*Place::parse(QStringLiteral("overview/1")));
        m_strip->show();
    }
    void cleanup()
    {
        m_strip.reset();
        m_session.reset();
    }

    void everyChartComesAfterTheCursorsParagraph()
    {
        for (const QString &kind : chartKinds())
            m_strip->insertChart(kind);
        QCOMPARE(illustrations().size(), chartKinds().size());
        for (int i = 0; i < illustrations().size(); ++i) {
            QCOMPARE(illustrations()[i].chart, chartKinds()[i]);
            QCOMPARE(illustrations()[i].place.toString(), QStringLiteral("overview/1"));
            QCOMPARE(illustrations()[i].afterParagraph, 2);
        }
        QVERIFY(m_session->undo());
        QCOMPARE(illustrations().size(), chartKinds().size() - 1);
    }

    void aPictureIsKeptAsItsFile_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("PNG") << QStringLiteral("png");
        QTest::newRow("JPEG") << QStringLiteral("jpg");
    }
    void aPictureIsKeptAsItsFile()
    {
        QFETCH(QString, format);
        const QString path = saved(qPrintable(format));
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(path)});
        QVERIFY(IllustrationStrip::holdsPictures(&dragged));
        m_strip->insertPictures(&dragged);
        QCOMPARE(illustrations().size(), 1);
        QCOMPARE(illustrations().first().picture, test::readFile(path));
        QCOMPARE(illustrations().first().caption, QStringLiteral("窗口"));
        m_strip.reset();
        m_session.reset(); // and in the report's file too
        const auto again = Session::open(m_folder.filePath(QStringLiteral("r.nianbao")));
        QVERIFY(again);
        QCOMPARE((*again)->report().illustrations().first().picture, test::readFile(path));
    }

    void pixelsFromTheClipboardBecomeAPng()
    {
        QImage image(5, 5, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QMimeData pasted;
        pasted.setImageData(image);
        QVERIFY(IllustrationStrip::holdsPictures(&pasted));
        m_strip->insertPictures(&pasted);
        QCOMPARE(
            QImage::fromData(illustrations().value(0).picture, "PNG").pixelColor(2, 2), QColor(Qt::blue));
        pasted.setText(QStringLiteral("37")); // a cell of a spreadsheet brings its picture along
        QVERIFY(!IllustrationStrip::holdsPictures(&pasted));
    }

    /// As it came from another program: nothing is decoded to find out what it might be.
    void aPictureFromTheClipboardIsKeptAsItCame_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isTaken");
        QImage image(8, 5, QImage::Format_RGB32);
        image.fill(Qt::red);
        const auto encoded = [&](const char *format) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, format);
            return buffer.data();
        };
        QTest::newRow("PNG") << QStringLiteral("image/png") << encoded("PNG") << true;
        QTest::newRow("JPEG") << QStringLiteral("image/jpeg") << encoded("JPEG") << true;
        QTest::newRow("a drawing called PNG") << QStringLiteral("image/png") << QByteArray("<svg/>") << false;
        QTest::newRow("half a PNG") << QStringLiteral("image/png") << encoded("PNG").left(50) << false;
    }
    void aPictureFromTheClipboardIsKeptAsItCame()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isTaken);
        QMimeData pasted;
        pasted.setData(type, bytes);
        QVERIFY(IllustrationStrip::holdsPictures(&pasted));
        dialogs::told();
        m_strip->insertPictures(&pasted);
        const auto &illustrations = m_session->report().illustrations();
        QCOMPARE(illustrations.size(), isTaken ? 1 : 0);
        QCOMPARE(dialogs::told().size(), isTaken ? 0 : 1);
        if (isTaken)
            QCOMPARE(illustrations.first().picture, bytes);
    }

    void otherKindsOnTheClipboardAreNotGuessedAt()
    {
        QMimeData pasted;
        pasted.setData(QStringLiteral("image/svg+xml"), "<svg/>");
        QVERIFY(!IllustrationStrip::holdsPictures(&pasted));
    }

    void aPipeIsNotWaitedFor()
    {
        const QString pipe = m_folder.filePath(QStringLiteral("pipe.png"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        dialogs::told();
        m_strip->insertPictureFile(pipe);
        QCOMPARE(dialogs::told().size(), 1);
        QCOMPARE(m_session->report().illustrations().size(), 0);
    }

    void whatIsNoPictureIsToldByName()
    {
        const QString path = m_folder.filePath(QStringLiteral("假.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("words");
        file.close();
        static_cast<void>(dialogs::told());
        m_strip->insertPictureFile(path);
        m_strip->insertPictureFile(m_folder.filePath(QStringLiteral("没有.png")));
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 2);
        QVERIFY(told[0].contains(QStringLiteral("假.png")));
        QVERIFY(told[1].contains(QStringLiteral("没有.png")));
        QVERIFY(illustrations().isEmpty());
    }

    void aPictureFileIsNeverWaitedFor()
    {
        const QString path = m_folder.filePath(QStringLiteral("管道.png"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        m_strip->insertPictureFile(path);
        QVERIFY(QFile::remove(path));
        QFile giant(path);
        QVERIFY(giant.open(QIODevice::WriteOnly) && giant.resize(qint64(4) << 30));
        m_strip->insertPictureFile(path);
        QVERIFY(QFile::remove(path));
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 2);
        QVERIFY2(told[0].contains(path), qPrintable(told[0]));
        QVERIFY2(told[1].contains(QStringLiteral("4294 MB")), qPrintable(told[1]));
        QVERIFY(illustrations().isEmpty());
    }

    void captionsAreTypedAndFiguresMovedAndDeleted()
    {
        m_strip->insertChart(QStringLiteral("channels"));
        m_strip->insertChart(QStringLiteral("years"));
        auto *caption = m_strip->findChildren<PlainLineEdit *>(QStringLiteral("caption")).value(1);
        for (PlainLineEdit *edit : m_strip->findChildren<PlainLineEdit *>(QStringLiteral("caption"))) {
            if (edit->isVisibleTo(m_strip.get())
                && edit->placeholderText() == chartTitle(QStringLiteral("years")))
                caption = edit;
        }
        QVERIFY(caption);
        QTest::keyClicks(caption, QStringLiteral("two years"));
        QVERIFY(caption->commitOpenEditor());
        QCOMPARE(illustrations()[1].caption, QStringLiteral("two years"));
        click(QStringLiteral("Up"), 1); // past the other one at the same paragraph
        QCOMPARE(illustrations()[0].chart, QStringLiteral("years"));
        click(QStringLiteral("Down"), 1);
        QCOMPARE(illustrations()[1].afterParagraph, 3);
        click(QStringLiteral("Down"), 1);
        QCOMPARE(illustrations()[1].afterParagraph, 3); // there are no more paragraphs
        click(QStringLiteral("Delete"), 0);
        QCOMPARE(illustrations().size(), 1);
        QCOMPARE(illustrations()[0].chart, QStringLiteral("channels"));
        QVERIFY(m_session->undo());
        QCOMPARE(illustrations()[0].caption, QStringLiteral("two years"));
    }
};

QTEST_MAIN(IllustrationStripTest)
#include "tst_illustrationstrip.moc"
