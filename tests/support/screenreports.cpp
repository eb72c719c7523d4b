// SPDX-License-Identifier: MulanPSL-2.0
#include "screenreports.h"

#include "readreport.h"
#include "recentreports.h"

#include <QDir>

namespace nianbao::test {

namespace {

void asked(const Result<> &done)
{
    if (!done)
        qFatal("%d %s", int(done.error().code), qPrintable(done.error().where));
}

} // namespace

Report withFindings()
{
    auto report = readReport(QStringLiteral(":/samples/zhangcun-2021.json"));
    auto prior = readReport(QStringLiteral(":/samples/zhangcun-2020.json"));
    if (!report || !prior)
        qFatal("the samples cannot be read");
    Change change;
    change.steps = {SetPrior{std::make_shared<const Report>(prior->report)},
        SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(12)},
        SetCell{CellId(QStringLiteral("requests.carried_in.individual")), {}},
        SetCell{CellId(QStringLiteral("requests.granted.individual")), Amount::fromInteger(11)},
        SetCell{CellId(QStringLiteral("disclosure.licences.decisions")), Amount::fromInteger(372)},
        SetText{SectionId(QStringLiteral("overview")), 2,
            QStringLiteral("2021年，我镇共收到政府信息公开申请{{requests.received.total}}件，办结申请10件，"
                           "其中予以公开{{requests.granted.total}}件，占{{percent(requests.granted.total, "
                           "requests.total.total)}}。严格遵循遵循保密规定，我年度没有超期答复。")}};
    if (const auto done = report->report.apply(change); !done)
        qFatal("the sample cannot be changed: %s", qPrintable(done.error().where));
    return report->report;
}

DoubtfulDocument doubtfulDocument(const Report &report)
{
    DoubtfulDocument made;
    auto &[source, proposal] = made;
    source.file = QStringLiteral("洪泽区2023年年报.docx");
    source.document.kind = QStringLiteral("docx");
    proposal.isReport = true;
    proposal.year = report.year();
    proposal.form = report.specPointer();
    for (const TableSpec &table : report.spec().tables) {
        ForeignGrid grid;
        grid.rows = table.gridRows;
        grid.columns = int(table.widths.size());
        for (const GridCell &cell : table.grid) {
            const auto value = report.value(cell.cell);
            const QString text = cell.kind != GridCell::Kind::Figure ? cell.text
                : value                                              ? value->toString()
                                                                     : QString();
            if (cell.kind == GridCell::Kind::Figure)
                proposal.cells.insert(cell.cell,
                    {value ? Recognition::Sure : Recognition::Blank, value, {}, text, {},
                        {int(source.document.blocks.size()), int(grid.cells.size())}});
            grid.cells.append({cell.row, cell.column, cell.rowSpan, cell.columnSpan, text, false});
        }
        source.document.blocks.append(grid);
    }
    ProposedCell &odd = proposal.cells[CellId(QStringLiteral("requests.unavailable_not_held.individual"))];
    odd.state = Recognition::Unreadable;
    odd.value.reset();
    for (const char *column : {"business", "research", "welfare"})
        proposal.cells[CellId(QStringLiteral("requests.other_misc.%1").arg(QLatin1String(column)))].state
            = Recognition::Guessed;
    proposal.texts = {{Place::fact(QLatin1String(fact::kTitle)), Recognition::Sure, report.title(), {}, {}},
        {*Place::parse(QStringLiteral("overview/1")), Recognition::Guessed,
            report.subSections(SectionId(QStringLiteral("overview"))).value(0).text, {}, {}}};
    return made;
}

void makeHistory(Session &session)
{
    const SectionId overview(QStringLiteral("overview"));
    const QString text = session.report().subSections(overview).value(0).text;
    const QString phone = QStringLiteral("联系电话13812345678。");
    const auto edit = [&session](const QString &what, const Step &step) {
        asked(session.edit(Change::of(what, step)));
        session.endMerge();
    };
    const auto move = [&session](ReviewAction action, const char *who, const char *words) {
        ReviewMove made;
        made.action = action;
        made.who = QString::fromUtf8(who);
        made.at = QStringLiteral("2026-01-16T08:40:00Z");
        made.words = QString::fromUtf8(words);
        asked(session.move(made));
    };
    edit(QStringLiteral("正文"), SetText{overview, 0, text + phone});
    edit(QStringLiteral("正文"), SetText{overview, 0, text});
    move(ReviewAction::Send, "王芸", "");
    move(ReviewAction::Return, "陈立", "监督保障写得太空，请补充具体做法。");
    edit(QStringLiteral("填写 行政许可"),
        SetCell{CellId(QStringLiteral("disclosure.licences.decisions")), Amount::fromInteger(18)});
    edit(QStringLiteral("正文"), SetText{overview, 0, text + QStringLiteral("公开栏张贴66条。")});
    edit(QStringLiteral("正文"), SetText{overview, 0, text + QStringLiteral("公开栏张贴68条。")});
}

QString reportFile(const QString &folder, const QString &name, const Report &report)
{
    QString path = QDir(folder).filePath(name + QStringLiteral(".nianbao"));
    if (!Session::create(path, report, true))
        qFatal("the report cannot be made");
    return path;
}

void rememberReports(int count)
{
    for (int i = 0; i < count; ++i) {
        RecentReport report{QStringLiteral("/mnt/报送/很长的文件夹/单位%1年报.nianbao").arg(i),
            QStringLiteral("单位%1").arg(i), QStringLiteral("2022-01-18T16:05:00"), {}};
        report.seen = SeenReport();
        report.seen->body = QStringLiteral("某某市某某区人民政府办事处%1").arg(i);
        report.seen->year = 2021;
        report.seen->isStarted = true;
        report.seen->errors = 12;
        report.seen->toExplain = 34;
        report.seen->statutory = QDate(2022, 1, 31);
        settings::addRecentReport(report);
    }
}

} // namespace nianbao::test
