// SPDX-License-Identifier: MulanPSL-2.0
#include "manychannels.h"
#include "parttest.h"

using namespace nianbao;
using namespace nianbao::test;

class ChannelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        addStepColumns();
        using E = ErrorCode;
        stepRow("channels", SetChannels{manyChannels(2, 3, 105)});
        stepRow("a channel without a count",
            SetChannels{{{QStringLiteral("微博"), {}, {{QStringLiteral("人事"), {}}}}}});
        stepRow(
            "as many channels as may be", SetChannels{manyChannels(bounds::kChannels, 0, bounds::kCount)});
        stepRow("too many channels", SetChannels{manyChannels(bounds::kChannels + 1, 0, 1)}, E::TooMany,
            "channels");
        stepRow("too many categories", SetChannels{manyChannels(2, bounds::kChannels + 1, 1)}, E::TooMany,
            "channels/1");
        stepRow("a count of thirteen digits", SetChannels{manyChannels(2, 0, bounds::kCount + 1)},
            E::OutOfRange, "channels/1");
        stepRow("a negative count", SetChannels{manyChannels(2, 0, -1)}, E::OutOfRange, "channels/1");
        Channel named{letters(bounds::kLine + 1), 1, {}};
        stepRow("a long name", SetChannels{{named}}, E::TooLong, "channels/1");
        named = {{}, 1, {{letters(bounds::kLine + 1), 1}}};
        stepRow("a long name of a category", SetChannels{{named}}, E::TooLong, "channels/1/1");
    }
    void steps() { tryStep(); }

    void whatSumsRelyOnIsAskedOfFilesToo()
    {
        Change loading;
        loading.restores = true;
        loading.steps = {SetChannels{manyChannels(3, 0, std::numeric_limits<qint64>::max())}};
        QVERIFY(!filledReport().apply(loading));
        loading.steps = {SetChannels{manyChannels(3, 0, -5)}};
        QVERIFY(!filledReport().apply(loading));
    }

    void channelsAddUp()
    {
        const Channel site{QStringLiteral("政府网站"), 105, {{{}, 74}, {{}, {}}, {{}, 31}}};
        QVERIFY(channelSum(site) == 105);
        QVERIFY(!channelSum({QStringLiteral("微博"), 526, {}}));
        QVERIFY(channelsTotal({site, {{}, 674, {}}, {{}, 526, {}}}) == 1305);
    }

    void aChannelWithCategoriesOnlyCountsThem()
    {
        const Channel site{QStringLiteral("政府网站"), {}, {{QStringLiteral("人事"), 4}, {{}, {}}, {{}, 3}}};
        const Channel account{QStringLiteral("公众号"), 3, {}};
        QVERIFY(channelCount(site) == 7);
        QVERIFY(channelCount(account) == 3);
        QVERIFY(!channelCount({QStringLiteral("微博"), {}, {{{}, {}}}}));
        QVERIFY(channelsTotal({account, site}) == 10);
        QVERIFY(channelsTotal({site}) == 7);
    }

    void sumsOfCountsNeverTurnNegative()
    {
        const qint64 largest = std::numeric_limits<qint64>::max();
        QVERIFY(channelsTotal({{{}, largest, {}}, {{}, largest, {}}, {{}, {}, {{{}, largest}, {{}, 5}}}})
            == largest);
    }
};

QTEST_GUILESS_MAIN(ChannelsTest)
#include "tst_channels.moc"
