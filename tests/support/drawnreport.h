// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "testreports.h"

#include <QRandomGenerator>

namespace nianbao::test {

/// A report drawn by chance, always alike for the same seed: texts with and without headings, blanks, notes,
/// totals that were declared otherwise, a title on one line or two, a signature or none. Pictures only on
/// demand: plain text has none.
class DrawnReport {
public:
    DrawnReport(quint32 seed, const QString &form, bool hasPictures)
        : m_random(seed)
        , m_report(findForm(form), form == u"2019" ? 2020 : 2021 + int(seed % 5))
        , m_hasPictures(hasPictures)
    { }

    Report draw()
    {
        drawFacts();
        for (const TableSpec &table : m_report.spec().tables)
            drawTable(table);
        for (const SectionSpec &section : m_report.spec().sections) {
            if (section.kind == SectionSpec::Kind::Narrative)
                drawSection(section.id);
        }
        apply({m_steps});
        m_steps.clear();
        for (const TableSpec &table : m_report.spec().tables)
            drawTotals(table);
        if (m_hasPictures)
            m_steps.append(SetIllustrations{m_pictures});
        apply({m_steps});
        return m_report;
    }

private:
    int below(int end) { return m_random.bounded(end); }
    bool isOneOf(int many) { return below(many) == 0; }
    QString any(const QStringList &list) { return list[below(int(list.size()))]; }
    void apply(const QList<Step> &steps)
    {
        if (const auto done = m_report.apply(Change{{}, steps}); !done)
            qFatal("a drawn report: %s", qPrintable(done.error().where));
    }
    void fact(const char *key, const QString &text) { m_steps.append(SetFact{QLatin1String(key), text}); }

    void drawFacts()
    {
        const QString place
            = any({QStringLiteral("清河县"), QStringLiteral("威海市环翠区"), QStringLiteral("白沙市")});
        const QString name = place
            + any({QStringLiteral("柳林镇人民政府"), QStringLiteral("城关街道办事处"),
                QStringLiteral("教育局")});
        fact(fact::kName, name);
        const QString year = QString::number(m_report.year());
        if (isOneOf(3))
            fact(fact::kTitle, name + year + QStringLiteral("年度政府信息公开工作年度报告"));
        else if (isOneOf(3))
            fact(fact::kTitle,
                year + QStringLiteral("年") + name + QStringLiteral("政府信息公开工作年度报告"));
        if (!isOneOf(3))
            fact(fact::kIntroduction, drawText(1 + below(3)));
        if (isOneOf(2)) {
            fact(fact::kSignature, isOneOf(2) ? name : QStringLiteral("柳林镇党政办公室"));
            fact(fact::kDate, QStringLiteral("%1-01-%2").arg(m_report.year() + 1).arg(10 + below(19)));
        }
    }

    QString drawText(int paragraphs)
    {
        static const QStringList sentences{
            QStringLiteral("本年度主动公开政府信息%1条，按时办结申请，没有收取费用。"),
            QStringLiteral("一是完善制度，明确“谁公开、谁审核”；二是加强培训，全年举办%1期。"),
            QStringLiteral("1.通过政府网站发布信息%1条，占全部信息的33.9%。"),
            QStringLiteral("《条例》第二十条规定的事项（含规章、规范性文件）全部上网，共%1件。"),
            QStringLiteral("下一步，我镇将继续做好工作：一要补齐短板；二要用好政务公开栏。"),
            QStringLiteral("其中，微信公众号“柳林发布”推送%1次，阅读量1,305人次。"),
            QStringLiteral("详见网站：www.example.gov.cn，电话0123—4567890。"),
            QStringLiteral("收费%1.25万元，已全部上缴——无一例外…… 数据截至12月31日。"),
        };
        QStringList lines;
        for (int i = 0; i < paragraphs; ++i) {
            QString line;
            for (int k = 1 + below(4); k > 0; --k) {
                const QString sentence = any(sentences);
                line += sentence.contains(QStringLiteral("%1")) ? sentence.arg(below(2000)) : sentence;
            }
            lines.append(line);
        }
        return lines.join(u'\n');
    }

    void drawSection(const SectionId &section)
    {
        static const QStringList headings{QStringLiteral("主动公开情况"), QStringLiteral("依申请公开情况"),
            QStringLiteral("政府信息管理"), QStringLiteral("坚持“标准化”推进主动公开"),
            QStringLiteral("2022年重点工作（第一批）"), QStringLiteral("收取信息处理费情况"),
            QStringLiteral("人大代表建议、政协提案办理结果公开情况")};
        const int subs = isOneOf(8) ? 0 : 1 + below(6);
        for (int i = 0; i < subs; ++i) {
            const bool isLead = i == 0 && (subs == 1 || isOneOf(2));
            const int paragraphs = 1 + below(3);
            m_steps.append(
                InsertSubSection{section, i, {isLead ? QString() : any(headings), drawText(paragraphs)}});
            if (m_hasPictures && isOneOf(4))
                m_pictures.append({Place::subSection(section, i), below(paragraphs + 1),
                    QStringLiteral("picture"), QStringLiteral("办事窗口%1").arg(i), {},
                    QStringLiteral("window.png"), smallPicture()});
        }
    }

    void drawTable(const TableSpec &table)
    {
        for (const CellId &id : table.cells) {
            const CellSpec &cell = *m_report.spec().cell(id);
            if (cell.isComputed() || isOneOf(9))
                continue;
            Amount value = Amount::fromInteger(isOneOf(2) ? 0 : below(3000));
            if (cell.decimals > 0 && isOneOf(2))
                value = Amount::fromMicros(WideInteger(below(2'000'000'000)));
            m_steps.append(SetCell{id, value});
            if (isOneOf(20))
                m_steps.append(SetNote{id,
                    any({QStringLiteral("其中修订2件"), QStringLiteral("含上年结转"),
                        QStringLiteral("均已上缴国库")})});
        }
        if (isOneOf(3))
            m_steps.append(SetFact{QLatin1String(fact::kTableNote) + table.id.toString(),
                QStringLiteral("注：本表数据由党政办公室统计。")
                    + (isOneOf(2) ? QStringLiteral("\n其中，网上申请3件。") : QString())});
    }

    void drawTotals(const TableSpec &table)
    {
        for (const CellId &id : table.cells) {
            if (!m_report.spec().cell(id)->isComputed() || !isOneOf(25))
                continue;
            const std::optional<Amount> other
                = isOneOf(3) ? std::nullopt : std::optional(Amount::fromInteger(5000 + below(100)));
            if (other != m_report.computed(id))
                m_steps.append(SetDeclared{id, Declared{other, false}});
        }
    }

    QRandomGenerator m_random;
    Report m_report;
    bool m_hasPictures;
    QList<Step> m_steps{};
    QList<Illustration> m_pictures{};
};

inline Report drawnReport(quint32 seed, const QString &form, bool hasPictures)
{
    return DrawnReport(seed, form, hasPictures).draw();
}

} // namespace nianbao::test
