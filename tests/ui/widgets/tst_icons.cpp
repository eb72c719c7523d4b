// SPDX-License-Identifier: MulanPSL-2.0
#include "icons.h"

#include "appearance.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QSet>
#include <QStyle>
#include <QTest>

using namespace nianbao;

class IconsTest : public QObject {
    Q_OBJECT

    static QImage drawn(
        const QString &name, QIcon::Mode mode = QIcon::Normal, QIcon::State state = QIcon::Off)
    {
        return icons::icon(name)
            .pixmap(QSize(48, 48), 1, mode, state)
            .toImage()
            .convertToFormat(QImage::Format_ARGB32);
    }
    /// The colours of what is drawn wholly.
    static QSet<QRgb> inks(const QImage &image)
    {
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) == 255)
                    colours.insert(image.pixel(x, y));
            }
        }
        return colours;
    }

private Q_SLOTS:
    void everyPictureShowsSomethingOfItsOwn()
    {
        appearance::apply(Theme::Light);
        QVERIFY(icons::names().size() > 20);
        QList<QImage> all;
        for (const QString &name : icons::names()) {
            const QImage image = drawn(name);
            QVERIFY2(!inks(image).isEmpty(), qPrintable(name));
            QVERIFY2(!all.contains(image), qPrintable(name));
            all.append(image);
            for (int i = 0; i < image.width(); ++i) // nothing is cut at the edges
                QVERIFY2(qAlpha(image.pixel(i, 0)) == 0 && qAlpha(image.pixel(0, i)) == 0, qPrintable(name));
        }
    }

    /// Qt's own boxes and file dialogs show our pictures, not those of the style.
    void qtsBoxesHaveOurPictures_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<QString>("name");
        QTest::addColumn<Colour>("ink");
        QTest::newRow("a question") << int(QStyle::SP_MessageBoxQuestion) << "help" << Colour::Accent;
        QTest::newRow("a word") << int(QStyle::SP_MessageBoxInformation) << "hint" << Colour::Accent;
        QTest::newRow("a warning") << int(QStyle::SP_MessageBoxWarning) << "explain" << Colour::Explain;
        QTest::newRow("a fault") << int(QStyle::SP_MessageBoxCritical) << "error" << Colour::Error;
        QTest::newRow("a folder") << int(QStyle::SP_DirIcon) << "folder" << Colour::Text;
        QTest::newRow("up") << int(QStyle::SP_FileDialogToParent) << "up" << Colour::Text;
        QTest::newRow("a new folder") << int(QStyle::SP_FileDialogNewFolder) << "new-folder" << Colour::Text;
    }
    void qtsBoxesHaveOurPictures()
    {
        QFETCH(int, asked);
        QFETCH(QString, name);
        QFETCH(Colour, ink);
        appearance::apply(Theme::Dark);
        const QImage shown = QApplication::style()
                                 ->standardIcon(QStyle::StandardPixmap(asked))
                                 .pixmap(QSize(48, 48), 1)
                                 .toImage()
                                 .convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(shown,
            icons::icon(name, ink).pixmap(QSize(48, 48), 1).toImage().convertToFormat(QImage::Format_ARGB32));
        QVERIFY(inks(shown).contains(themes::colour(Theme::Dark, ink).rgb()));
        QMessageBox box;
        box.setIcon(QMessageBox::Warning);
        const QImage inBox = box.iconPixmap().toImage();
        QVERIFY(!inBox.isNull());
        QCOMPARE(inBox.height(), QApplication::style()->pixelMetric(QStyle::PM_MessageBoxIconSize));
    }

    void linesHaveTheColourOfTheTheme_data()
    {
        QTest::addColumn<Theme>("theme");
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QTest::newRow(qPrintable(themes::key(theme))) << theme;
    }
    void linesHaveTheColourOfTheTheme()
    {
        QFETCH(Theme, theme);
        const QIcon kept = icons::icon(QStringLiteral("table")); // from before the change
        appearance::apply(theme);
        const auto only = [theme](Colour colour) { return QSet<QRgb>{themes::colour(theme, colour).rgb()}; };
        QCOMPARE(
            inks(kept.pixmap(48, 48).toImage().convertToFormat(QImage::Format_ARGB32)), only(Colour::Text));
        QCOMPARE(inks(drawn(QStringLiteral("table"), QIcon::Disabled)), only(Colour::Disabled));
        QCOMPARE(inks(drawn(QStringLiteral("table"), QIcon::Normal, QIcon::On)), only(Colour::Accent));
        appearance::apply(Theme::Light);
    }

    void whatIsNotThereIsEmpty()
    {
        QVERIFY(icons::icon(QStringLiteral("of a later version")).isNull());
        QVERIFY(icons::icon({}).isNull());
        QVERIFY(!icons::icon(QStringLiteral("undo")).isNull());
    }
};

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
