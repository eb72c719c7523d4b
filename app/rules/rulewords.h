// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "languagewords.h"
#include "result.h"

#include <QRegularExpression>
#include <QSet>

namespace nianbao {

/// Word lists and thresholds of the rules, from resources/rules/words.json.
struct RuleWords {
    struct Aspect {
        QString name{};
        QStringList words{};
    };
    struct Citation {
        QString wrong{}, right{}, find{}, why{}; // the fix puts `right` in the place of `find`
        int fromYear = 0;
    };
    int overviewCharacters = 0; // SEC-LENGTH: more is long
    int problemsCharacters = 0; // SEC-LENGTH: fewer is short
    int copyPercent = 0; // COPY: more of the section is as last year
    int copyShortest = 0; // COPY: a common passage has at least so many characters
    QList<Aspect> cover{}, coverOfGovernments{};
    QList<Citation> citations{};
    QStringList replaced{}; // CITE: words beside an old document that is told to be old
    QStringList masked{}; // TEMPLATE: patterns of numbers and names that are not written out
    LanguageWords language{};
    QStringList templates{}; // patterns of what a template leaves behind
    QRegularExpression remains{}; // any of them
    QStringList comparison{}, plan{}, standing{}, partOfName{}; // YEAR
    QStringList ordinaryBodies{}, wordsBeforeBodies{}; // OTHER-BODY

    static RuleWords shipped();
    /// With more of the same shape: limits are replaced, lists grow. All of it or nothing. Error BadJson with
    /// the path of the fault.
    Result<RuleWords> with(const QByteArray &json) const;
};

} // namespace nianbao
