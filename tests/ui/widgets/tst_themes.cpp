// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleOptionButton>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QTest>
#include <QTextCharFormat>

using namespace nianbao;

class ThemesTest : public QObject {
    Q_OBJECT

    static void addThemes()
    {
        QTest::addColumn<Theme>("theme");
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QTest::newRow(qPrintable(themes::key(theme))) << theme;
    }
    static QList<Colour> grounds()
    {
        return {Colour::Window, Colour::Base, Colour::Alternate, Colour::Surface, Colour::HeadGround,
            Colour::ComputedGround, Colour::ErrorGround, Colour::ExplainGround, Colour::Button,
            Colour::Chosen};
    }
    static QString pair(Theme theme, Colour ink, Colour ground)
    {
        return themes::colour(theme, ink).name() + QStringLiteral(" on ")
            + themes::colour(theme, ground).name();
    }

private Q_SLOTS:
    void everyTextCanBeReadOnEveryGround_data() { addThemes(); }
    void everyTextCanBeReadOnEveryGround()
    {
        QFETCH(Theme, theme);
        for (const Colour ground : grounds()) {
            for (const Colour ink :
                {Colour::Text, Colour::Quiet, Colour::Accent, Colour::Error, Colour::Explain, Colour::Ok})
                QVERIFY2(themes::contrast(themes::colour(theme, ink), themes::colour(theme, ground)) >= 4.5,
                    qPrintable(pair(theme, ink, ground)));
        }
        QVERIFY(themes::contrast(themes::colour(theme, Colour::Text), themes::colour(theme, Colour::Marked))
            >= 4.5);
        QVERIFY(
            themes::contrast(themes::colour(theme, Colour::OnAccent), themes::colour(theme, Colour::Accent))
            >= 4.5);
        QVERIFY(
            themes::contrast(themes::colour(theme, Colour::Placeholder), themes::colour(theme, Colour::Base))
            >= 4.5);
    }

    /// What nobody has typed looks like it.
    void aPlaceholderIsNotTakenForWords_data() { addThemes(); }
    void aPlaceholderIsNotTakenForWords()
    {
        QFETCH(Theme, theme);
        const auto of = [theme](Colour name) { return themes::colour(theme, name); };
        const double apart = themes::contrast(of(Colour::Text), of(Colour::Placeholder));
        QVERIFY2(apart >= 2.4, qPrintable(QString::number(apart)));
        for (const Colour ground : {Colour::Base, Colour::Surface}) {
            const double seen = themes::contrast(of(Colour::Placeholder), of(ground));
            QVERIFY2(seen >= 4.5, qPrintable(QString::number(seen)));
        }
    }

    /// The frame of the focus takes no room from a tab's words.
    void aTabWithTheFocusKeepsItsWords_data()
    {
        QTest::addColumn<bool>("isTight");
        QTest::newRow("with room") << false;
        QTest::newRow("tight") << true;
    }
    void aTabWithTheFocusKeepsItsWords()
    {
        QFETCH(bool, isTight);
        appearance::apply(false);
        QTabBar bar;
        bar.setProperty("tight", isTight);
        bar.addTab(QStringLiteral("预览"));
        bar.show();
        QStyleOptionTab tab;
        tab.initFrom(&bar);
        tab.text = bar.tabText(0);
        tab.rect = bar.tabRect(0);
        tab.state |= QStyle::State_Selected;
        tab.state.setFlag(QStyle::State_HasFocus, false);
        const QRect words = bar.style()->subElementRect(QStyle::SE_TabBarTabText, &tab, &bar);
        QVERIFY(words.width() > 0);
        tab.state |= QStyle::State_HasFocus;
        QCOMPARE(bar.style()->subElementRect(QStyle::SE_TabBarTabText, &tab, &bar), words);
    }

    /// Whether one types or chooses: one height, one edge, one ground, one focus.
    void allFieldsLookAlike_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<int>("percent");
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            for (const int percent : {100, 150, 200})
                QTest::addRow("%s, %d %%", qPrintable(themes::key(theme)), percent) << theme << percent;
        }
    }
    void allFieldsLookAlike()
    {
        QFETCH(Theme, theme);
        QFETCH(int, percent);
        appearance::apply(theme, percent);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QLineEdit line;
        QComboBox combo;
        combo.addItem(QStringLiteral("一"));
        QComboBox written;
        written.setEditable(true);
        QSpinBox spin;
        QDateEdit date;
        date.setCalendarPopup(true);
        const QList<QWidget *> all{&line, &combo, &written, &spin, &date};
        for (QWidget *one : all)
            column->addWidget(one);
        window.resize(400, 400);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QWidget *one : all) {
            const char *name = one->metaObject()->className();
            QVERIFY2(one->sizeHint().height() == line.sizeHint().height(),
                qPrintable(QStringLiteral("%1: %2, not %3")
                               .arg(QLatin1String(name))
                               .arg(one->sizeHint().height())
                               .arg(line.sizeHint().height())));
            one->setFocus();
            const QImage focused = one->grab().toImage();
            (one == &line ? &combo : static_cast<QWidget *>(&line))->setFocus();
            const QImage usual = one->grab().toImage();
            const int middle = usual.height() / 2;
            const auto is = [](const QImage &image, int x, int y, Colour colour) {
                return image.pixelColor(x, y).rgb()
                    == themes::colour(themes::shownBy(QApplication::palette()), colour).rgb();
            };
            QVERIFY2(is(usual, 0, middle, Colour::Edge), name);
            QVERIFY2(is(usual, usual.width() / 2, 0, Colour::Edge), name);
            QVERIFY2(is(usual, usual.width() / 2, 3, Colour::Base), name);
            QVERIFY2(is(focused, 0, middle, Colour::Accent) && is(focused, 1, middle, Colour::Accent), name);
        }
    }

    /// In the colour of the words beside it.
    void theChosenOneOfSeveralCanBeSeen_data() { addThemes(); }
    void theChosenOneOfSeveralCanBeSeen()
    {
        QFETCH(Theme, theme);
        appearance::apply(theme, 100);
        QWidget window;
        QRadioButton chosen(&window);
        chosen.setChecked(true);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QStyleOptionButton option;
        option.initFrom(&chosen);
        const QRect dot = chosen.style()->subElementRect(QStyle::SE_RadioButtonIndicator, &option, &chosen);
        const auto ink = [&] { return chosen.grab().toImage().pixelColor(dot.center()).name(); };
        QCOMPARE(ink(), themes::colour(theme, Colour::Text).name());
        chosen.setEnabled(false);
        QCOMPARE(ink(), themes::colour(theme, Colour::Disabled).name());
    }

    /// Closed, at the corners too, on a screen of twice as many points.
    void theRingOfTheMainButtonIsClosed_data() { addThemes(); }
    void theRingOfTheMainButtonIsClosed()
    {
        QFETCH(Theme, theme);
        appearance::apply(theme, 100);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QPushButton *button = appearance::primaryButton(QStringLiteral("打开"), &window);
        column->addWidget(button);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button->setFocus();
        for (const int scale : {1, 2}) {
            QImage image(button->size() * scale, QImage::Format_RGB32);
            image.fill(Qt::white);
            image.setDevicePixelRatio(scale);
            button->render(&image);
            // from the edge inwards: a line of the ring between two grounds
            const auto crosses = [&](QPoint at, const QPoint &step) {
                const QColor ink = themes::colour(theme, Colour::OnAccent);
                const QColor ground = themes::colour(theme, Colour::Accent);
                int ring = 0;
                for (int i = 0; i < 9 * scale; ++i, at += step) {
                    const QColor is = image.pixelColor(at);
                    const auto far = [&is](const QColor &c) {
                        return std::abs(is.red() - c.red()) + std::abs(is.green() - c.green())
                            + std::abs(is.blue() - c.blue());
                    };
                    const bool isRing = far(ink) < far(ground);
                    if (ring == 0 && !isRing && far(ground) < 30)
                        ring = 1; // inside the outer line
                    else if (ring == 1 && isRing)
                        ring = 2;
                    else if (ring == 2 && !isRing)
                        return true;
                }
                return false;
            };
            const int right = image.width() - 1;
            const int bottom = image.height() - 1;
            QVERIFY(crosses({image.width() / 2, 0}, {0, 1}));
            QVERIFY(crosses({0, image.height() / 2}, {1, 0}));
            QVERIFY2(crosses({0, 0}, {1, 1}), qPrintable(QString::number(scale)));
            QVERIFY(crosses({right, 0}, {-1, 1}));
            QVERIFY(crosses({0, bottom}, {1, -1}));
            QVERIFY(crosses({right, bottom}, {-1, -1}));
        }
    }

    /// Days off are read on the ground of the calendar, too.
    void aCalendarHasTheColoursOfTheTheme_data() { addThemes(); }
    void aCalendarHasTheColoursOfTheTheme()
    {
        QFETCH(Theme, theme);
        appearance::apply(Theme::Light);
        QCalendarWidget calendar;
        calendar.show();
        appearance::apply(theme);
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            QCOMPARE(
                calendar.weekdayTextFormat(day).foreground().color(), themes::colour(theme, Colour::Error));
        QCOMPARE(calendar.verticalHeaderFormat(), QCalendarWidget::NoVerticalHeader);
    }

    void everyLineCanBeSeen_data() { addThemes(); }
    void everyLineCanBeSeen()
    {
        QFETCH(Theme, theme);
        auto all = grounds();
        all.removeOne(Colour::Chosen); // which has no lines on it
        for (const Colour ground : std::as_const(all)) {
            for (const Colour line : {Colour::Edge, Colour::Line, Colour::Disabled})
                QVERIFY2(themes::contrast(themes::colour(theme, line), themes::colour(theme, ground)) >= 3,
                    qPrintable(pair(theme, line, ground)));
        }
    }

    void contrastIsThatOfTheStandard_data()
    {
        QTest::addColumn<QColor>("one");
        QTest::addColumn<QColor>("other");
        QTest::addColumn<double>("contrast");
        QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
        QTest::newRow("the same") << QColor(Qt::gray) << QColor(Qt::gray) << 1.0;
        QTest::newRow("the grey that just holds") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
        QTest::newRow("white on yellow") << QColor(Qt::white) << QColor(Qt::yellow) << 1.07;
    }
    void contrastIsThatOfTheStandard()
    {
        QFETCH(QColor, one);
        QFETCH(QColor, other);
        QFETCH(double, contrast);
        QVERIFY(std::abs(themes::contrast(one, other) - contrast) < 0.01);
        QCOMPARE(themes::contrast(other, one), themes::contrast(one, other));
    }

    void aPaletteSaysWhichThemeItIsOf_data() { addThemes(); }
    void aPaletteSaysWhichThemeItIsOf()
    {
        QFETCH(Theme, theme);
        QPalette palette = themes::palette(theme);
        QCOMPARE(themes::shownBy(palette), theme);
        palette.setCurrentColorGroup(QPalette::Disabled);
        QCOMPARE(themes::shownBy(palette), theme);
        QCOMPARE(themes::fromKey(themes::key(theme)), theme);
    }

    void theSystemsThemeIsFound_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<Theme>("theme");
        QTest::newRow("Adwaita") << QColor(0x2e, 0x34, 0x36) << QColor(0xf6, 0xf5, 0xf4) << Theme::Light;
        QTest::newRow("Adwaita dark") << QColor(0xee, 0xee, 0xec) << QColor(0x35, 0x35, 0x35) << Theme::Dark;
        QTest::newRow("black upon grey") << QColor(Qt::black) << QColor(0xef, 0xef, 0xef) << Theme::Light;
        QTest::newRow("HighContrast") << QColor(Qt::black) << QColor(Qt::white) << Theme::HighContrast;
        QTest::newRow("HighContrastInverse") << QColor(Qt::white) << QColor(Qt::black) << Theme::HighContrast;
    }
    void theSystemsThemeIsFound()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(Theme, theme);
        QPalette palette;
        palette.setColor(QPalette::WindowText, text);
        palette.setColor(QPalette::Window, ground);
        QCOMPARE(themes::nearest(palette), theme);
        QCOMPARE(themes::fromKey(QStringLiteral("of a later version")), Theme::System);
    }

    void aChangeReachesWhatIsShown()
    {
        appearance::apply(Theme::Light);
        QWidget window;
        QLabel *title = appearance::titleLabel(&window);
        QLabel *usual = appearance::label(QStringLiteral("字"), &window);
        appearance::setInk(usual, Colour::Error);
        int times = 0;
        appearance::onNewColours(&window, [&times] { ++times; });
        window.show();
        const double titleSize = title->font().pointSizeF();
        const double usualSize = usual->font().pointSizeF();
        QVERIFY(titleSize > usualSize);
        appearance::apply(Theme::HighContrast, 150);
        QCOMPARE(title->font().pointSizeF(), titleSize * 1.5);
        QCOMPARE(usual->font().pointSizeF(), usualSize * 1.5);
        QVERIFY(title->font().bold());
        QCOMPARE(
            usual->palette().color(QPalette::WindowText), themes::colour(Theme::HighContrast, Colour::Error));
        QCOMPARE(
            window.palette().color(QPalette::Window), themes::colour(Theme::HighContrast, Colour::Window));
        QTRY_VERIFY(times > 0);
        appearance::apply(Theme::Light);
        QCOMPARE(title->font().pointSizeF(), titleSize);
        QCOMPARE(usual->font().pointSizeF(), usualSize);
        QCOMPARE(usual->palette().color(QPalette::WindowText), themes::colour(Theme::Light, Colour::Error));
        QCOMPARE(appearance::applied(), Theme::Light);
    }

    void theSystemsThemeIsOneOfOurs()
    {
        appearance::apply(Theme::Dark);
        appearance::apply(Theme::System); // offscreen there is a light one
        QCOMPARE(appearance::applied(), Theme::System);
        QCOMPARE(themes::shownBy(QApplication::palette()), Theme::Light);
        QCOMPARE(
            QApplication::palette().color(QPalette::Window), themes::colour(Theme::Light, Colour::Window));
    }

    void nothingIsSmallerThanCanBeRead()
    {
        QFont font;
        font.setPointSizeF(9);
        QCOMPARE(appearance::scaled(font, 0.6).pointSizeF(), 8.0);
        QCOMPARE(appearance::scaled(font, 2).pointSizeF(), 18.0);
        font.setPointSizeF(7); // as somebody's system has it
        QCOMPARE(appearance::scaled(font, 0.6).pointSizeF(), 7.0);
        font.setPixelSize(12);
        QCOMPARE(appearance::scaled(font, 0.6).pixelSize(), 11);
    }
};

QTEST_MAIN(ThemesTest)
#include "tst_themes.moc"
