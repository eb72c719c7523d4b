// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "languagewords.h"
#include "mentions.h"
#include "result.h"

#include <QRegularExpression>
#include <QSet>

#include <memory>

namespace nianbao {

/// How dates and periods are written: YEAR, PERIOD.
struct DateWords {
    QString digits{}; // 〇一二…九零: the place is the figure, past nine again from nought
    QChar ten{}; // 十
    QString units{}; // 年月日号
    QString clauseEnds{}, sentenceEnds{};
    QStringList joints{}; // of years: 至, —
    QStringList listed{}; // years one beside another: 、, 和
    QString multiplePattern{}; // behind a year that is compared with: 的1.5倍
    QString yearPattern{}, monthPattern{}, dayPattern{}, datePattern{};
    QString statistics{}, periods{}, begins{}, ends{}; // what a sentence about the period says
    QString between{}; // its first and its last day
    QString firstDay{}, lastDay{}, wholeYear{};
};

/// Word lists and thresholds of the rules, from resources/rules/words.json.
struct RuleWords {
    struct Aspect {
        QString name{};
        Mentions said{};
    };
    /// Words that do the same in a sentence, from resources/rules/phrases: what they mean, and what shows it.
    struct PhraseClass {
        int tag = 0; // a Tag of the lexicon
        QString counts{}; // what the figure in [ ] of the examples counts; empty: no figure shows it
        QStringList words{};
        QStringList reads{},
            notReads{}; // sentences in which the figure counts that, and in which it does not
        QString source{}; // file and number, for messages
    };
    /// Counting words that figures of each kind may have; an empty one stands for none.
    struct Units {
        QStringList requests{}, requestsUnsaid{}, disputes{}, documents{}, items{}, money{}, people{};
        QStringList published{}; // 条, 篇: what a site or an account gave out one by one
        QStringList kinds{}; // 类, 种: of what stands before them
    };
    struct Citation {
        QString wrong{}, right{}, find{}, why{}; // the fix puts `right` in the place of `find`
        int fromYear = 0;
    };
    int overviewCharacters = 0; // SEC-LENGTH: more is long
    int problemsCharacters = 0; // SEC-LENGTH: fewer is short
    int copyPercent = 0; // COPY: more of the section is as last year
    int copyPassagePercent = 0; // COPY: more of the sub-section is as last year
    int copyCharacters = 0; // COPY: of the shortest text that is compared; a standing sentence is no copy
    int copyShortest = 0; // COPY: a common passage has at least so many characters
    QList<Aspect> cover{}, coverOfGovernments{};
    QList<Aspect> subSections{}; // how headings name what a form states of other sections than the overview
    QList<QStringList> siteKinds{}; // 政府网站, 门户网站 …: names of the same kind of site
    QStringList siteItems{}; // 推文, 文章: what is counted on a site, whatever it is about
    QString government{}; // SEC-COVER: how the name of a people's government ends
    QString fee{}, measures{}; // SEC-FEE, SEC-LENGTH: patterns, any of them
    QString nothingElse{}; // SEC-FEE: 没有其他需要报告的事项 speaks of no fee; patterns, any of them
    QString numerals{}; // 零 to 十
    QString handNumber{}; // SEC-NUMBERING: pattern with groups bracketed, numeral, digits
    QString secrecy{}; // SECRECY: patterns, any of them
    QList<Citation> citations{};
    QStringList replaced{}; // CITE: words beside an old document that is told to be old
    QStringList masked{}; // TEMPLATE: patterns of numbers and names that are not written out
    LanguageWords language{};
    QStringList templates{}; // patterns of what a template leaves behind
    QRegularExpression remains{}; // any of them
    DateWords dates{};
    // YEAR: what stands before and behind a year that is not the report's
    QStringList comparison{}, comparisonBehind{}, thisYear{}, since{}, standing{}, enacted{}, documents{},
        deeds{}, matters{}, carried{}, plan{}, planHeadings{}, until{}, partOfName{};
    QStringList ordinaryBodies{}, wordsBeforeBodies{}; // OTHER-BODY
    QStringList accounts{}, accountMarks{}; // the same: 公众号; what may stand before: 微信
    struct Scopes { // the same: what a body far below does not do
        QString whole{}, city{}; // 全; 市
        QStringList places{}; // 省
        QStringList directs{}; // 组织, 督促
        QStringList excuses{}, excusesBehind{}; // 按照 before; 考核 behind
    } scopes{};

    std::shared_ptr<const QList<PhraseClass>> phrases = std::make_shared<QList<PhraseClass>>();
    Units units{};
    QString exampleBody{}, exampleHeading{}; // whose report the examples of phrases stand in, and where
    QStringList ownNames{}; // what the office goes by beside its registered names: its accounts

    static RuleWords shipped();
    /// With more of the same shape: limits are replaced, lists grow. All of it or nothing. Error BadJson with
    /// the path of the fault.
    Result<RuleWords> with(const QByteArray &json) const;
};

} // namespace nianbao
