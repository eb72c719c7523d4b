// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QSet>
#include <QStringList>

namespace nianbao {

/// What names of bodies are made of, from "names" in resources/rules/bodies.json. All lists of endings have
/// the longest first.
struct BodyWords {
    /// Bodies that are named alike. A name is stem + unit + body: 河湾 + 街道 + 办事处.
    struct Family {
        QString kind{};
        bool isPlace = false; // the stem is a place's name and is never shortened
        bool isBranch = false; // stands below another body: 公安局 + 临江分局
        bool hasShortStems = false; // 第一中学 is 一中
        int level = 0; // of places: 1 province … 4 town
        QStringList units{}; // 局, 委员会, 委: in the same name one stands for the other
        QStringList bodies{}; // 人民政府, 机关 …
        QStringList generics{}; // what it is called without its name, beside the units
        QStringList alone{}; // bodies that stand for it without the unit
    };
    struct Rank {
        int level = 0;
        QStringList ends{};
    };
    QList<Rank> superiors{}; // 省, 市, 县 by level
    QStringList halfEnds{}; // 州: part of 滕州市 too
    QStringList noSuperiors{}; // 城市, 社区: end like one and are none
    QStringList inSuperiors{}; // those of them that places are named by: 锡山区, 越城区
    QStringList provinces{}; // 安徽: without 省
    QStringList upperBodies{}; // 总局, 局 that stand before a branch's own name
    QStringList governments{}; // 人民政府
    QStringList leaders{}; // what may follow a place and still be its government: 委, 人大 …
    QStringList unitsBehind{}; // 局: stands behind a superior without a name of its own
    QStringList nationalities{};
    QStringList joints{}; // 和, 与
    QString ordinal{}, numerals{};
    QStringList natures{}; // 经济技术, 高新: of zones
    QList<Family> families{};
    QStringList offices{}; // offices that act for the body: 党政办公室
    QStringList officesAlone{}; // and those that need no name before them
    QStringList selves{}; // 本机关
    QStringList selfMarks{}; // 我, 本, 全
    QString wholeMark{}, levelEnd{}; // 全: all of a place; 本级: its government alone
    QStringList above{}; // 上级, 国务院
    QStringList otherMarks{}; // 各, 某, 相关: bodies, but not by name
    QStringList otherEnds{}, otherUnits{};
    QStringList judges{}; // 复议机关, 法院: what they decide is told of the body's own cases
    QStringList ordinary{}; // 布局, 网站: end like a body and are none

    struct Followed {
        QString form{};
        QStringList by{};
        bool isBare = false; // of the form by itself only: 局 + 部, not 教育局 + 部
    };
    QStringList before{}; // words that stand before names in running text
    QList<Followed> followed{}; // 镇 + 长: another word
    QString singles{}; // names of one character
    QString verbStarts{}; // what may follow a name of one character
    QString links{}; // 由, 向: single characters behind which a name may begin
    QString notInNames{}; // 驻, 副: no character of a place's name
    QString toldApart{}; // 大, 新: before a name they make the name of another place
    QString timeUnits{}; // 年, 月, 日
    QStringList times{}; // 年度, 以来: a subject may follow
    QStringList leads{}; // 经, 根据: circumstances that a clause may begin with
    QStringList visits{}; // 考察, 对口支援: other bodies are named on purpose
    QStringList matters{}; // 水务, 林业: what names of departments are made of
    QStringList departments{}; // 局, 委员会
    QString clauseEnds{};
    QString superiorFirsts{}, unitFirsts{}; // first characters of superiors' ends, of units of places
    QSet<QChar> lastCharacters{}; // of all own forms

    static const BodyWords &shipped();
};

/// The first of the endings (longest first) that the text ends with; empty: none.
QStringView endingOf(QStringView text, const QStringList &endings);
/// The first of the beginnings that the text begins with; empty: none.
QStringView beginningOf(QStringView text, const QStringList &beginnings);
bool containsOneOf(QStringView text, const QStringList &words);
bool isHanzi(QChar c);

} // namespace nianbao
