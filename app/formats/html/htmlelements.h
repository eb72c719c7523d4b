// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>

namespace nianbao {

/// What an element of a page does to its text.
enum class ElementKind {
    Inline, // nothing; unknown ones too
    Unseen, // nothing in it is shown
    Block,
    Heading,
    Preformatted,
    OrderedList,
    PlainList,
    Item,
    Table,
    RowGroup,
    HeadGroup,
    Row,
    Cell,
    HeadCell,
    Caption,
    LineBreak,
    Picture,
    Title
};
ElementKind elementKind(QByteArrayView name); // lower case

/// A start tag's attributes as libxml2 gives them: name, value, name, value, null.
class ElementAttributes {
public:
    explicit ElementAttributes(const unsigned char **attributes) : m_attributes(attributes) { }
    bool has(const char *name) const;
    QByteArrayView value(const char *name) const; // empty where it has none
    /// value where it is no number or beyond int
    int number(const char *name, int otherwise) const;
    /// The style attribute, lower case, without blanks; empty where there is none.
    QByteArray style() const;

private:
    const unsigned char **m_attributes;
};

/// What a style says of a property: list-style-type of "…;list-style-type:none;…"; empty: nothing.
QByteArray styleValue(const QByteArray &style, QByteArrayView property);

} // namespace nianbao
