// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

#include <QDate>
#include <QMap>
#include <QStringList>

namespace nianbao {

/// Keys of the facts a report can state. A key that is not listed here is refused.
namespace fact {
inline constexpr auto kTitle = "title"; // 题名
inline constexpr auto kIntroduction = "introduction"; // 引言
inline constexpr auto kSource = "source";
inline constexpr auto kDate = "date"; // 成文日期 YYYY-MM-DD
inline constexpr auto kSignature = "signature"; // 署名
inline constexpr auto kName = "organisation.name"; // 单位全称
inline constexpr auto kShortName = "organisation.short_name";
inline constexpr auto kKind = "organisation.kind"; // one of bodyKinds()
inline constexpr auto kOffice = "organisation.office";
inline constexpr auto kAddress = "organisation.address";
inline constexpr auto kPhone = "organisation.phone";
inline constexpr auto kFax = "organisation.fax";
inline constexpr auto kPostcode = "organisation.postcode";
inline constexpr auto kEmail = "organisation.email";
inline constexpr auto kWebsite = "organisation.website";
inline constexpr auto kWebsiteName = "organisation.website_name";
inline constexpr auto kNames = "organisation.names"; // one a line
inline constexpr auto kDrafted = "people.drafted"; // 拟稿
inline constexpr auto kChecked = "people.checked"; // 核稿
inline constexpr auto kCountersigned = "people.countersigned"; // 会签
inline constexpr auto kSigned = "people.signed"; // 签发
inline constexpr auto kAllowedWords = "allowed_words"; // phrases that are right here, one a line
inline constexpr auto kTableNote = "table_notes."; // + table id

/// All keys but the table notes, in the order of the interchange format.
const QStringList &allKeys();
} // namespace fact

/// Of YYYY-MM-DD and nothing else; an invalid date when it is none.
QDate dateFrom(const QString &text);

struct SetFact { // nullopt: absent
    static constexpr auto kName = "set_fact";
    QString key{};
    std::optional<QString> value{};
};

/// What the report states outside tables and narrative, by key; an empty text is not absent.
class Facts {
public:
    const QMap<QString, QString> &all() const { return m_facts; }
    qsizetype textSize() const;

    void take(const SetFact &step, Taking &taking);

    void addTexts(Change &change) const;
    static void read(JsonIn &in);
    static void readTableNotes(JsonIn &in); // they stand behind the tables
    void write(JsonOut &out) const;
    bool operator==(const Facts &) const = default;

private:
    QMap<QString, QString> m_facts;
};

void clean(SetFact &step, TextCleaner &cleaner);
QJsonObject toKept(const SetFact &step, KeptOut &out);
void fromKept(SetFact &step, KeptIn &in);

} // namespace nianbao
