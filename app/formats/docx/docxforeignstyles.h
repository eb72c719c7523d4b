// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "docxproperties.h"
#include "result.h"

#include <QHash>

namespace nianbao {

/// What a style means for what is read, with all it takes over from those that it is based on.
struct DocxForeignStyle {
    int headingLevel = 0; // 1…9; 0: none
    bool isTitle = false;
    bool isContents = false; // of a line of the table of contents
    bool isHidden = false;
    std::optional<int> number{}; // as DocxParagraphProperties
    std::optional<int> level{};
    QString numberedAs{}; // the style that says `number`: a list names it at one of its levels
};

/// The styles of somebody's Word document. A style is known by its name, English or Chinese, or by its
/// outline level.
class DocxForeignStyles {
public:
    /// Errors: those of XmlReader, TooManyParts.
    static Result<DocxForeignStyles> read(const QByteArray &xml, const QString &part);

    /// Of an unknown one, or of none: that of the default paragraph style.
    DocxForeignStyle paragraphStyle(const QString &id) const;
    /// Of any kind, of characters and lists too; an unknown one means nothing.
    DocxForeignStyle style(const QString &id) const { return m_resolved.value(id); }

private:
    struct Stated {
        QString name{}, basedOn{};
        bool isParagraph = false;
        DocxParagraphProperties paragraph{};
        DocxRunProperties run{};
    };
    void readStyle(XmlReader &xml);
    void resolve(const QString &id);

    QHash<QString, Stated> m_stated{};
    QHash<QString, DocxForeignStyle> m_resolved{};
    QString m_usual{}; // the default paragraph style
};

} // namespace nianbao
