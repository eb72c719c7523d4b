// SPDX-License-Identifier: MulanPSL-2.0
#include "manuscriptblocks.h"
#include "processortime.h"
#include "proposal.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

/// A report with this overview and nothing else.
ForeignDocument documentSaying(
    const QString &overview, const QString &body = QStringLiteral("清河县柳林镇人民政府"))
{
    ForeignDocument document;
    document.kind = QStringLiteral("txt");
    const QString text = body
        + QStringLiteral("2021年政府信息公开工作年度报告\n一、总体情况\n%1\n"
                         "五、存在的主要问题及改进情况\n门户网站栏目发布信息3条，偏少。\n"
                         "六、其他需要报告的事项\n没有收费。")
              .arg(overview);
    for (const QString &line : text.split(u'\n')) {
        ForeignParagraph paragraph;
        paragraph.text = line;
        document.blocks.append(paragraph);
    }
    return document;
}

/// "政府网站 105（通知公告 2、人事任免 7）；微信公众号 674"
QString spelled(const QList<Channel> &channels)
{
    QStringList all;
    for (const Channel &channel : channels) {
        QStringList kinds;
        for (const Category &category : channel.categories)
            kinds.append(category.name + u' ' + QString::number(category.count.value_or(-1)));
        all.append(channel.name + u' ' + QString::number(channel.count.value_or(-1))
            + (kinds.isEmpty() ? QString() : QStringLiteral("（%1）").arg(kinds.join(u'、'))));
    }
    return all.join(u'；');
}

bool isTold(const Proposal &proposal, const QString &words)
{
    return std::any_of(proposal.notes.begin(), proposal.notes.begin() + proposal.notesOfWeight,
        [&words](const Phrase &note) { return note.in(Language::Chinese).contains(words); });
}

constexpr QStringView kDiffers = u"所列各类合计";
constexpr QStringView kTwice = u"条数前后不一";

} // namespace

/// Channels and kinds of items that the overview lists: each row is a sentence and what is proposed of it.
class TestRecogniseChannels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentencesListChannels_data();
    void sentencesListChannels();
    void aPublishedTextListsWhatItsReportHolds();
    void aSampleIsReadBack();
    void theyAreTakenAsGuessesOnly();
    void anOpenReportKeepsItsOwn();
    void aLongListCostsNoMoreThanItsLength();
};

void TestRecogniseChannels::sentencesListChannels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *text, const char *expected, QStringView told = {}) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected) << told.toString();
    };
    // lists
    row("one site", "2021年，通过政府网站公开政府信息105条。", "政府网站 105");
    row("as the form calls it", "通过县政府门户网站发布信息42条，利用官方微博发布9条。",
        "政府网站 42；政务微博 9");
    row("a list behind the total", "全年主动公开信息90条，其中政府网站40条、微信公众号30条、政务微博20条。",
        "政府网站 40；微信公众号 30；政务微博 20");
    row("sentences by themselves", "门户网站发布信息40条。微信公众号推送文章30篇。",
        "政府网站 40；微信公众号 30");
    row("an account's name behind", "微信公众号“柳林在线”共发布674条。", "微信公众号“柳林在线” 674");
    row("an account's name ahead", "“柳林在线”微信公众号共发布674条。", "“柳林在线”微信公众号 674");
    row("two accounts of a kind", "微信公众号“甲”发布6条，微信公众号“乙”发布7条。",
        "微信公众号“甲” 6；微信公众号“乙” 7");
    row("the site in the clause before", "通过政府网站，全年公开信息12条。", "政府网站 12");
    row("a colon", "政府网站：105条；微信公众号：20条。", "政府网站 105；微信公众号 20");
    row("a channel of its own name", "抖音号发布信息8条，电子显示屏发布信息6条。", "抖音号 8；电子显示屏 6");
    row("another board", "村务公开栏公开信息5条。", "村务公开栏 5");
    row("simply WeChat", "通过微信发布信息5条。", "微信公众号 5");
    row("what is published is called so too", "微信公众号发布微信5条。", "微信公众号 5");
    row("with thousands", "通过政府网站公开信息1,105条。", "政府网站 1105");
    // and kinds
    row("kinds", "通过政府网站公开信息10条，其中通知公告类3条、人事任免7条。",
        "政府网站 10（通知公告 3、人事任免 7）");
    row("kinds in a bracket", "政府网站公开信息10条（通知公告3条、人事任免7条），微信公众号推送5条。",
        "政府网站 10（通知公告 3、人事任免 7）；微信公众号 5");
    row("kinds in a sentence of their own", "通过政府网站公开信息10条。其中，通知公告3条、人事任免7条。",
        "政府网站 10（通知公告 3、人事任免 7）");
    row("kinds, and then another channel",
        "政府网站公开10条，包括通知公告3条、其他信息7条，微信公众号发布5条。",
        "政府网站 10（通知公告 3、其他信息 7）；微信公众号 5");
    row("a kind that begins with an act", "政府网站公开10条，包括主动公开基本目录1条、财政预决算信息9条。",
        "政府网站 10（主动公开基本目录 1、财政预决算 9）");
    row("what follows a whole list is no part",
        "政府网站公开10条，其中通知公告3条、人事任免7条，办理人大建议4件。",
        "政府网站 10（通知公告 3、人事任免 7）");
    row("not all kinds", "政府网站公开10条，主要有通知公告3条、人事任免2条。",
        "政府网站 10（通知公告 3、人事任免 2）");
    row("not all kinds, said behind them", "政府网站公开10条，包括通知公告3条、人事任免2条等。",
        "政府网站 10（通知公告 3、人事任免 2）");
    // the text contradicts itself: what it says is kept, and told
    row("kinds that add up to less", "政府网站公开信息10条，其中通知公告3条、人事任免6条。",
        "政府网站 10（通知公告 3、人事任免 6）", kDiffers);
    row("kinds that add up to more", "政府网站公开信息10条，主要有通知公告4条、人事任免7条。",
        "政府网站 10（通知公告 4、人事任免 7）", kDiffers);
    row("told twice alike", "政府网站40条、微信公众号2条。\n门户网站发布信息40条。",
        "政府网站 40；微信公众号 2");
    row("told twice otherwise", "政府网站40条、微信公众号2条。\n门户网站发布信息41条。", "微信公众号 2",
        kTwice);
    // nothing
    row("a total alone", "全年主动公开政府信息90条，其中通知公告3条、人事任免7条。", "");
    row("several together", "通过政府网站、微信公众号等渠道公开信息1305条。", "");
    row("a topic on a site", "政府网站发布惠民政策90条。", "");
    row("an announced site", "加强政府网站建设，全年公开信息90条。", "");
    row("readers", "微信公众号有粉丝900人，阅读量3万次。", "");
    row("boards", "设置政务公开栏3个、电子显示屏5个。", "");
    row("issues", "微信公众号推送12期。", "");
    row("letters", "通过政府网站收到来信6件。", "");
    row("requests", "通过政府网站收到申请6件，公开信息申请3件。", "");
    row("last year's", "2020年政府网站公开信息90条。", "");
    row("a difference", "政府网站公开信息比上年增加90条。", "");
    row("about so many", "微信公众号发布信息90余条。", "");
    row("another body's", "县教育局门户网站发布信息90条。", "");
}

void TestRecogniseChannels::sentencesListChannels()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QString, told);
    const Proposal proposal = recognise(documentSaying(text));
    QCOMPARE(spelled(proposal.channels), expected);
    QCOMPARE(isTold(proposal, kDiffers.toString()), told == kDiffers);
    QCOMPARE(isTold(proposal, kTwice.toString()), told == kTwice);
}

/// The town's own sentence, and what its report holds.
void TestRecogniseChannels::aPublishedTextListsWhatItsReportHolds()
{
    const QString published = QStringLiteral("2021年，张村镇共主动公开信息1305条，通过政府网站公开政府信息105"
                                             "条，包括机关简介1条、机构设置1条、部门领导1条、"
                                             "人事任免7条、部门文件2条、规范性文件1条、重大行政决策1条、区域"
                                             "规划2条、政府工作报告5条、年度计划1条、重点领域5条、"
                                             "通知公告2条、部门工作74条、政务公开工作机构1条、主动公开基本目"
                                             "录1条。微信公众号“张村在线”共发布674条，"
                                             "官方微博“品质张村”共发布526条。");
    const Proposal proposal
        = recognise(documentSaying(published, QStringLiteral("威海市环翠区张村镇人民政府")));
    QCOMPARE(
        spelled(proposal.channels), spelled(test::sampleReport(QStringLiteral("zhangcun-2021")).channels()));
    QVERIFY(proposal.hasDoubts());
}

/// The short text of the sample names no kinds.
void TestRecogniseChannels::aSampleIsReadBack()
{
    const Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
    const Proposal proposal = recognise(test::blocksOf(manuscriptOf(report)));
    QCOMPARE(spelled(proposal.channels),
        QStringLiteral("政府网站 105；微信公众号“张村在线” 674；微博“品质张村” 526"));
}

void TestRecogniseChannels::theyAreTakenAsGuessesOnly()
{
    const Proposal proposal = recognise(documentSaying(QStringLiteral("政府网站公开信息105条。")));
    Acceptance acceptance;
    QCOMPARE(reportFrom(proposal, acceptance, 2021).channels(), proposal.channels);
    acceptance.withoutTexts = {Place::channels().toString()};
    QVERIFY(reportFrom(proposal, acceptance, 2021).channels().isEmpty());
    acceptance.withoutTexts.clear();
    acceptance.guesses = false;
    QVERIFY(reportFrom(proposal, acceptance, 2021).channels().isEmpty());
}

void TestRecogniseChannels::anOpenReportKeepsItsOwn()
{
    const Proposal proposal = recognise(documentSaying(QStringLiteral("政府网站公开信息105条。")));
    Report bare(proposal.form, 2021);
    QVERIFY(bare.apply(changeFrom(proposal, {}, bare, {})));
    QCOMPARE(bare.channels(), proposal.channels);

    Report own(proposal.form, 2021);
    const QList<Channel> channels{{QStringLiteral("公报"), 4, {}}};
    QVERIFY(own.apply(Change::of({}, SetChannels{channels})));
    QVERIFY(own.apply(changeFrom(proposal, {}, own, {})));
    QCOMPARE(own.channels(), channels);
}

void TestRecogniseChannels::aLongListCostsNoMoreThanItsLength()
{
    QStringList kinds;
    for (int i = 0; i < 20'000; ++i)
        kinds.append(QStringLiteral("政府网站9条（其中通知公告1条）、人事任免1条"));
    const test::ProcessorTime time;
    const Proposal proposal = recognise(documentSaying(kinds.join(u'，')));
    QVERIFY2(time.milliseconds() < 20'000, qPrintable(QString::number(time.milliseconds())));
    QVERIFY(proposal.channels.size() <= 1);
}

QTEST_GUILESS_MAIN(TestRecogniseChannels)
#include "tst_recognisechannels.moc"
