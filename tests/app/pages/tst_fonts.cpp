// SPDX-License-Identifier: MulanPSL-2.0
#include "fonts.h"
#include "pagestyle.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nianbao;

class TestFonts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRoleHasItsOwnStyle();
    void rolesSpeakInTheRightFace_data();
    void rolesSpeakInTheRightFace();
    void rareNameCharactersAreFound_data();
    void rareNameCharactersAreFound();
    void metricsAreOfTheFontItself();
    void theSameCharacterIsTheSameHit();
    void aRoleWithoutAnyFaceIsNamed();
    void aFamilyThatIsNotInstalledIsNeverSubstituted();
    void aStandInIsNamed();
    void boldMeansTheBoldFace();
    void sharedFacesAreCountedOnce();
    void loadingIsFast();

private:
    std::shared_ptr<const FontSet> m_fonts;
};

void TestFonts::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

void TestFonts::everyRoleHasItsOwnStyle() { QCOMPARE(m_fonts->standIns(), QStringList()); }

void TestFonts::rolesSpeakInTheRightFace_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("family");
    QTest::newRow("title") << int(FontRole::Title) << QStringLiteral("Noto Serif CJK SC");
    QTest::newRow("body") << int(FontRole::Body) << QStringLiteral("FandolFang");
    QTest::newRow("heading 1") << int(FontRole::Heading1) << QStringLiteral("Noto Sans CJK SC");
    QTest::newRow("heading 2") << int(FontRole::Heading2) << QStringLiteral("AR PL UKai CN");
    QTest::newRow("table") << int(FontRole::Table) << QStringLiteral("Noto Serif CJK SC");
}

void TestFonts::rolesSpeakInTheRightFace()
{
    QFETCH(int, role);
    QFETCH(QString, family);
    const FontSet::Hit hit = m_fonts->find(FontRole(role), U'年');
    QVERIFY(hit.glyph != 0);
    QCOMPARE(hit.advance, 1.0);
    QCOMPARE(m_fonts->face(hit.face).family(), family);
}

void TestFonts::rareNameCharactersAreFound_data()
{
    QTest::addColumn<char32_t>("character");
    for (const char32_t character : U"𠮷镕喆堃昇祎璟玥犇垚翀") {
        if (character)
            QTest::addRow("U+%X", unsigned(character)) << character;
    }
}

void TestFonts::rareNameCharactersAreFound()
{
    QFETCH(char32_t, character);
    for (int role = 0; role < kFontRoles; ++role)
        QVERIFY(m_fonts->find(FontRole(role), character).glyph != 0);
    const FontSet::Hit hit = m_fonts->find(FontRole::Body, character);
    QCOMPARE(m_fonts->face(hit.face).family(), QStringLiteral("Noto Serif CJK SC"));
}

void TestFonts::metricsAreOfTheFontItself()
{
    const FontSet::Hit hit = m_fonts->find(FontRole::Body, U'8');
    QCOMPARE(hit.advance, 0.5);
    const FontFace &face = m_fonts->face(hit.face);
    QCOMPARE(face.unitsPerEm(), 1000U);
    QVERIFY(face.ascent() > 0.7 && face.ascent() < 1.3);
    QVERIFY(face.descent() > 0.05 && face.descent() < 0.5);
}

void TestFonts::theSameCharacterIsTheSameHit()
{
    const FontSet::Hit first = m_fonts->find(FontRole::Table, U'总');
    const FontSet::Hit second = m_fonts->find(FontRole::Table, U'总');
    QCOMPARE(first.face, second.face);
    QCOMPARE(first.glyph, second.glyph);
    const FontSet::Hit none = m_fonts->find(FontRole::Table, char32_t(0xE000));
    QCOMPARE(none.glyph, 0U);
}

void TestFonts::aRoleWithoutAnyFaceIsNamed()
{
    QList<FontChain> chains = pageStyle().fonts;
    chains[int(FontRole::Heading2)].choices = {{QStringLiteral("No Such Kai"), false, true}};
    const auto fonts = FontSet::load(chains);
    QVERIFY(!fonts.has_value());
    QCOMPARE(fonts.error().code, ErrorCode::FontMissing);
    QCOMPARE(fonts.error().detail, QStringLiteral("楷体"));
}

void TestFonts::aFamilyThatIsNotInstalledIsNeverSubstituted()
{
    const QList<FontChain> chains{{QStringLiteral("x"), {{QStringLiteral("Sans"), false, true}}}};
    QVERIFY(!FontSet::load(chains).has_value()); // an alias of fontconfig, not a family
}

void TestFonts::aStandInIsNamed()
{
    QList<FontChain> chains = pageStyle().fonts;
    FontChain &body = chains[int(FontRole::Body)];
    body.choices.removeIf([](const FontChain::Choice &choice) { return choice.fitting; });
    const auto fonts = FontSet::load(chains);
    QVERIFY(fonts.has_value());
    QCOMPARE((*fonts)->standIns(), QStringList{QStringLiteral("仿宋: Noto Serif CJK SC")});
}

void TestFonts::boldMeansTheBoldFace()
{
    const FontFace &title = m_fonts->face(m_fonts->find(FontRole::Title, U'年').face);
    const FontFace &table = m_fonts->face(m_fonts->find(FontRole::Table, U'年').face);
    QVERIFY(title.file().contains(QLatin1String("Bold")));
    QVERIFY(!table.file().contains(QLatin1String("Bold")));
}

void TestFonts::sharedFacesAreCountedOnce()
{
    const QList<FontChain::Choice> choices{
        {QStringLiteral("Noto Serif CJK SC"), false, true},
        {QStringLiteral("noto serif cjk sc"), false, true},
        {QStringLiteral("AR PL UKai CN"), false, true},
    };
    const auto fonts = FontSet::load({{QStringLiteral("a"), choices}, {QStringLiteral("b"), choices}});
    QVERIFY(fonts.has_value());
    QCOMPARE((*fonts)->faces(), 2);
}

void TestFonts::loadingIsFast()
{
    QElapsedTimer timer;
    timer.start();
    const auto fonts = FontSet::load(pageStyle().fonts);
    const qint64 elapsed = timer.nsecsElapsed();
    QVERIFY(fonts.has_value());
    qInfo("FontSet::load, warm: %.2f ms", double(elapsed) / 1e6);
    QVERIFY(elapsed < 100'000'000); // far above the 15 ms aimed at: machines of tests are shared
}

QTEST_GUILESS_MAIN(TestFonts)
#include "tst_fonts.moc"
