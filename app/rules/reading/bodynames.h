// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bodywords.h"
#include "report.h"

#include <optional>

namespace nianbao {

/// The names a body goes by, as names and not as strings: superiors + stem + kind of body. Made once per
/// report of its name, short name, other names, office, website and accounts. The signature is left out: it
/// is asked of these.
class BodyNames {
public:
    /// more: what the office goes by beside, its accounts.
    explicit BodyNames(const Report &report, const QStringList &more = {});

    enum class Whose { Own, Above, Other, None };
    /// Whose a noun phrase is. Own: the body in any usual form, its 机关, its 党政办公室 and like offices
    /// that act for it; Above: a body above it; Other: any other body, bodies together (各镇街, 县直部门,
    /// 全市开发区, 局属学校), a single office's share (社会事务办公室); None: no name of a body.
    Whose whose(QStringView phrase) const;
    /// Whether it is the full name of another body of the same kind: 西城工业园区管委会 to a zone.
    bool isPeer(QStringView phrase) const;
    /// Length of the longest own form that begins at `at`; 0: none. For running text, so only forms that
    /// cannot be part of another word there.
    qsizetype ownAt(QStringView text, qsizetype at) const;

    /// A place that the text begins with: 青山县, 岚山州.
    struct PlaceAhead {
        qsizetype length = 0;
        int level = 0;
        bool isSuperior = false; // of this body
    };
    std::optional<PlaceAhead> placeOf(QStringView text) const;

    /// Whether a county or district is among the bodies above it.
    bool isBelowCounty() const;
    bool isEmpty() const { return m_names.isEmpty(); } // nothing is registered
    /// What a place or account is called by: 河湾. Of all own names.
    QStringList stems() const;
    /// Whether an account may be called so: 滨江住建, 五邑人社 of 滨江区住房和城乡建设局,
    /// 江门市人力资源和社会保障局.
    bool mayBeCalled(QStringView account) const;
    const QStringList &literals() const { return m_literals; } // registered, as they are written

private:
    /// A body above, as it stands before the own name.
    struct Superior {
        QString text{}; // 岚山彝族自治州, 国家税务总局
        QString stem{}; // 岚山彝族; empty: not a place
        QString plain{}; // 岚山
        QString end{}; // 自治州
        int level = 0; // 0: not a place
    };
    /// The own name behind the superiors.
    struct Name {
        const BodyWords::Family *family = nullptr; // nullptr: of no known kind
        QList<Superior> superiors{};
        QString text{}; // stem and unit
        QString stem{}, plain{}, unit{}; // plain: without nationality and 第
        qsizetype nature = 0; // of zones: where 经济 begins in the text
    };
    enum class Behind { Nothing, Place, Mark, Stem, Unknown }; // what stands before the part that is compared

    QList<Superior> takeSuperiors(QStringView &name) const;
    std::optional<Superior> placeAt(QStringView text, bool isRegistered = false) const;
    std::optional<Name> nameOf(QStringView rest) const;
    void add(const QString &name);
    bool isOwn(QStringView phrase) const;
    bool isOwnForm(QStringView phrase) const;
    bool fits(const Name &name, QStringView phrase, qsizetype superior, Behind behind) const;
    bool fitsCore(const Name &name, QStringView rest, Behind behind) const;
    bool fitsUnit(const Name &name, QStringView words, Behind behind) const;
    qsizetype upperAt(const Superior &upper, QStringView phrase) const;
    bool fitsStem(const Name &name, QStringView stem) const;
    bool fitsZone(const Name &name, QStringView words) const;
    bool isGeneric(const Name &name, QStringView words) const;
    bool isAbove(QStringView phrase) const;
    bool isBody(QStringView phrase) const;
    QString withoutNationality(const QString &stem) const;

    const BodyWords &m_words;
    QList<Name> m_names{};
    QStringList m_literals{};
    QList<std::pair<QString, int>> m_placeForms{}; // how superiors that are places are written, their level
    QSet<QChar> m_firsts{}; // characters that own forms begin with
};

} // namespace nianbao
