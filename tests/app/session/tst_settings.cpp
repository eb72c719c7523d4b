// SPDX-License-Identifier: MulanPSL-2.0
#include "settings.h"

#include <QTest>

using namespace nianbao;

class SettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theUserHasAName()
    {
        settings::setUserName(QStringLiteral(" 李娜 "));
        QCOMPARE(settings::userName(), QStringLiteral("李娜"));
        settings::setUserName({});
        for (const char *variable : {"LOGNAME", "USERNAME"})
            qunsetenv(variable);
        qputenv("USER", "wangfang");
        QCOMPARE(settings::userName(), QStringLiteral("wangfang"));
        qunsetenv("USER");
        QCOMPARE(settings::userName(), QStringLiteral("unknown"));
        QCOMPARE(settings::knownUserName(), QString());
        settings::learnUserName(QStringLiteral("王芸"));
        settings::learnUserName(QStringLiteral("陈立"));
        QCOMPARE(settings::knownUserName(), QStringLiteral("王芸"));
    }

    void theDistrictsDay()
    {
        const auto none = settings::MonthDay();
        for (const auto who : {settings::Above::District, settings::Above::City}) {
            const auto other
                = who == settings::Above::City ? settings::Above::District : settings::Above::City;
            QVERIFY(settings::wantedDay(who) == none);
            settings::setWantedDay(who, {2, 29});
            QVERIFY(settings::wantedDay(who) == (settings::MonthDay{2, 29}));
            QVERIFY(settings::wantedDay(other) == none);
            settings::setWantedDay(who, {13, 1}); // no day
            QVERIFY(settings::wantedDay(who) == none);
        }
    }

    void howReportsAreHandedOver()
    {
        HandOverHabits habits{QStringLiteral("市政府办"), QStringLiteral("办 <a@b.cn>"),
            QStringLiteral("c@d.cn"), false, true,
            {{QStringLiteral("text"), QStringLiteral("一行\n{单位}，请查收")}}};
        settings::setHandOverHabits(habits);
        QCOMPARE(settings::handOverHabits(), habits);
        habits.templates.clear();
        settings::setHandOverHabits(habits);
        QCOMPARE(settings::handOverHabits(), habits); // what was dropped does not come back
        habits.templates.insert(QStringLiteral("text"), QString(1'000'000, u'长'));
        habits.office = QStringLiteral("办\n公\u202E室");
        settings::setHandOverHabits(habits);
        QCOMPARE(settings::handOverHabits().office, QStringLiteral("办 公室"));
        QCOMPARE(settings::handOverHabits().templates.value(QStringLiteral("text")).size(), 20'000);
        settings::setHandOverHabits({});
        QCOMPARE(settings::handOverHabits(), HandOverHabits());
    }

    void windowsComeBack()
    {
        settings::setWindowState(QStringLiteral("x"), "abc");
        QCOMPARE(settings::windowState(QStringLiteral("x")), QByteArray("abc"));
        QVERIFY(settings::windowState(QStringLiteral("y")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
