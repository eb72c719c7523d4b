// SPDX-License-Identifier: MulanPSL-2.0
#include "testreports.h"

#include "reportjson.h"

#include <QDir>
#include <QFile>

namespace nianbao::test {

namespace {
const QString kReports = QStringLiteral(TEST_DATA_DIR "/reports");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

Report sampleReport(const QString &name)
{
    auto imported = reportFromJson(readFile(kReports + u'/' + name + QStringLiteral(".json")));
    if (!imported)
        qFatal("%s: %s: %s", qPrintable(name), qPrintable(imported.error().where),
            qPrintable(imported.error().detail));
    return imported->report;
}

QStringList sampleNames()
{
    QStringList names = QDir(kReports).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

namespace {

/// A text that says what its section has to say and nothing that could be wrong.
QString faultless(const SectionId &section)
{
    if (section.toString() == u"overview")
        return QStringLiteral(
            "本年度主动公开和依申请公开工作正常，公开前逐件审查，政府网站专栏按时更新，监督保障到位，"
            "公开工作纳入年度考核并开展社会评议，没有发生责任追究。");
    if (section.toString() == u"problems")
        return QStringLiteral(
            "工作中还有不足：一是政策解读的形式不够丰富，图解和问答偏少；二是栏目更新不够均衡。"
            "下一步，一是每季度组织一次业务培训，二是每月检查栏目更新情况，三是多用图表和问答解读政策，"
            "让群众看得懂、用得上，不断提高公开质量。同时继续听取群众意见，改进查阅服务。");
    return QStringLiteral("本年度没有收取信息处理费。");
}

} // namespace

Report filledReport(const QString &form, int year)
{
    Report report(findForm(form), year);
    Change change;
    change.steps.append(SetFact{QLatin1String(fact::kName), QStringLiteral("清河县柳林镇人民政府")});
    change.steps.append(SetFact{QLatin1String(fact::kShortName), QStringLiteral("柳林镇")});
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind == SectionSpec::Kind::Narrative)
            change.steps.append(InsertSubSection{section.id, 0, {{}, faultless(section.id)}});
    }
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (!report.spec().cell(cell)->isComputed())
                change.steps.append(SetCell{cell, Amount()});
        }
    }
    if (const auto done = report.apply(change); !done)
        qFatal("%s", qPrintable(done.error().where));
    return report;
}

QByteArray smallPicture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVOR"
        "K5CYII=");
}

Report fullReport()
{
    const SectionId overview(QStringLiteral("overview"));
    const auto cell = [](const char *id) { return CellId(QLatin1String(id)); };
    const auto figure = [&](const char *id, qint64 value) {
        return SetCell{cell(id), Amount::fromInteger(value)};
    };
    const auto illustration = [&](const char *kind, const char *chart, const QString &caption) {
        Illustration drawn{Place::subSection(overview, 0), 0, QLatin1String(kind), caption};
        drawn.chart = QLatin1String(chart);
        return drawn;
    };
    Report prior = filledReport(QStringLiteral("2021"), 2020);
    Report report = filledReport();
    Illustration picture = illustration("picture", "", QStringLiteral("办事窗口"));
    picture.picture = smallPicture();
    picture.file = QStringLiteral("window.png");
    const Change before{
        {}, {figure("requests.received.individual", 1), figure("requests.granted.individual", 1)}};
    const auto done = prior.apply(before);
    Change change;
    change.steps = {figure("requests.received.individual", 2), figure("requests.granted.individual", 2),
        SetNote{cell("disclosure.fees.amount"), QStringLiteral("均已上缴")},
        SetFact{QLatin1String(fact::kTableNote) + QStringLiteral("requests"), QStringLiteral("含网上申请")},
        SetFact{QLatin1String(fact::kIntroduction),
            QStringLiteral("本年收到申请{{requests.received.total}}件，上年收到{{prior(requests.received."
                           "total)}}件。")},
        SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")},
        InsertSubSection{
            overview, 1, {QStringLiteral("公开渠道"), QStringLiteral("网站和公开栏都按时更新。")}},
        SetChannels{{{QStringLiteral("政府网站"), 105,
                         {{QStringLiteral("机构职能"), 5}, {QStringLiteral("通知公告"), 100}}},
            {QStringLiteral("公开栏"), 12, {}}}},
        SetIllustrations{{picture, illustration("chart", "channels", QStringLiteral("公开渠道")),
            illustration("chart", "years", QStringLiteral("两年申请"))}},
        SetDeclared{cell("disputes.direct.total"), Declared{Amount(), true}},
        SetDeclared{cell("disputes.reconsideration.total"), Declared{Amount(), false}},
        SetPrior{std::make_shared<const Report>(prior)}};
    const auto made = report.apply(change);
    if (!done || !made)
        qFatal("the full report: %s", qPrintable(done ? made.error().where : done.error().where));
    return report;
}

} // namespace nianbao::test
