// SPDX-License-Identifier: MulanPSL-2.0
#include "fontstate.h"
#include "pagestyle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class FontStateTest : public QObject {
    Q_OBJECT

    static FontState stateOf(const QList<FontChain::Choice> &choices, const QString &characters = {})
    {
        return fontStates({FontChain{QStringLiteral("小标宋"), choices}}, characters).value(0);
    }

private Q_SLOTS:
    void everyRoleOfTheReportHasItsFont()
    {
        const auto states = fontStates(pageStyle().fonts, QStringLiteral("政府信息公开"));
        QCOMPARE(states.size(), kFontRoles);
        for (const FontState &state : states) {
            QVERIFY2(
                state.kind == FontState::Kind::Complete || state.kind == FontState::Kind::LacksCharacters,
                qPrintable(state.label));
            QVERIFY(state.face && !state.sample.isEmpty() && !state.package.isEmpty());
            for (const char32_t c : state.sample.toUcs4())
                QVERIFY2(state.face->glyph(c) != 0 || c == U' ', qPrintable(state.sample));
        }
        QCOMPARE(states[int(FontRole::Body)].family, QStringLiteral("FandolFang"));
        QCOMPARE(states[int(FontRole::Heading2)].package, QStringLiteral("fonts-arphic-ukai"));
    }

    void theKindsAreToldApart_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<bool>("fitting");
        QTest::addColumn<QString>("characters");
        QTest::addColumn<FontState::Kind>("kind");
        const QString serif = QStringLiteral("Noto Serif CJK SC");
        QTest::newRow("complete") << serif << true << QStringLiteral("政府") << FontState::Kind::Complete;
        QTest::newRow("a character is lacking")
            << serif << true << QStringLiteral("政府\u1000") << FontState::Kind::LacksCharacters;
        QTest::newRow("of another style") << serif << false << QString() << FontState::Kind::StandIn;
        QTest::newRow("of another style, and a character is lacking")
            << serif << false << QStringLiteral("\u1000") << FontState::Kind::StandIn;
        QTest::newRow("none") << QStringLiteral("方正小标宋简体") << true << QString()
                              << FontState::Kind::None;
    }
    void theKindsAreToldApart()
    {
        QFETCH(QString, family);
        QFETCH(bool, fitting);
        QFETCH(QString, characters);
        QFETCH(FontState::Kind, kind);
        const FontState state = stateOf({{family, false, fitting}}, characters);
        QCOMPARE(state.kind, kind);
        QCOMPARE(state.label, QStringLiteral("小标宋"));
        QCOMPARE(state.family, kind == FontState::Kind::None ? QString() : family);
        QCOMPARE(bool(state.face), kind != FontState::Kind::None);
        QCOMPARE(state.lacking.contains(QChar(0x1000)), characters.contains(QChar(0x1000)));
    }

    void whatCannotBeSeenIsNotAskedFor()
    {
        const FontState state = stateOf(
            {{QStringLiteral("Noto Serif CJK SC"), false, true}}, QStringLiteral("政\n府\t\u200B\u00A0"));
        QCOMPARE(state.lacking, QString());
    }

    void theFirstOfAChainIsTaken()
    {
        const FontState state = stateOf(
            {{QStringLiteral("方正小标宋简体"), false, true}, {QStringLiteral("AR PL UKai CN"), false, true},
                {QStringLiteral("Noto Serif CJK SC"), false, true}});
        QCOMPARE(state.family, QStringLiteral("AR PL UKai CN"));
    }

    void aFontFileIsAdded()
    {
        const QTemporaryDir data;
        qputenv("XDG_DATA_HOME", data.path().toLocal8Bit());
        const auto body = fontStates(pageStyle().fonts, {}).value(int(FontRole::Body));
        QVERIFY(body.face);
        QCOMPARE(installFont(body.face->file()), QStringLiteral("FandolFang"));
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/fonts/nianbao/");
        const QString name = QFileInfo(body.face->file()).fileName();
        QVERIFY(QFileInfo::exists(folder + name));
        QCOMPARE(installFont(body.face->file()), QStringLiteral("FandolFang")); // it is there: once is enough
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{name});
        const QString other = data.filePath(name); // of that name, and yet another
        QVERIFY(QFile::copy(body.face->file(), other));
        QFile longer(other);
        QVERIFY(longer.open(QIODevice::Append) && longer.write("\n") == 1);
        longer.close();
        QCOMPARE(installFont(other), QStringLiteral("FandolFang"));
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
    }

    void whatIsNoFontIsNotAdded()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("no.ttf"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("no font");
        file.close();
        QCOMPARE(installFont(path), QString());
        QCOMPARE(installFont(folder.filePath(QStringLiteral("nowhere.otf"))), QString());
        QVERIFY(!QFileInfo::exists(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/fonts/nianbao/no.ttf")));
    }
};

QTEST_GUILESS_MAIN(FontStateTest)
#include "tst_fontstate.moc"
