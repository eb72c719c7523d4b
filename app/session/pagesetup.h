// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>
#include <QString>

namespace nianbao {

/// How this person wants papers made. The defaults are what is published as a rule.
struct PageChoices {
    bool draftMark = true; // while errors are open
    bool fillsArea = false; // 撑满版心: 22 lines from edge to edge
    bool signature = true; // 署名 and 成文日期
    bool seal = false; // room for it
    bool cover = false;
    bool marksArchival = false; // PDF/A-2b
    QString author{}; // in the file's properties
    bool operator==(const PageChoices &) const = default;
};

/// The one holder of the page choices while the program runs: preview, export and print read them here. All
/// are kept for the next run but the draft mark and the author: a draft is marked again, a name is given
/// anew.
class PageSetup final : public QObject {
    Q_OBJECT
public:
    explicit PageSetup(QObject *parent = nullptr);
    const PageChoices &choices() const { return m_choices; }
    void choose(const PageChoices &choices);
    void setDraftMark(bool shown);

Q_SIGNALS:
    void changed(); // choices() are others

private:
    PageChoices m_choices;
};

} // namespace nianbao
