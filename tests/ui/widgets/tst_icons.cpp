// SPDX-License-Identifier: MulanPSL-2.0
#include "icons.h"

#include "appearance.h"

#include <QAction>
#include <QApplication>
#include <QSet>
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
