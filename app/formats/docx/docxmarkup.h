// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <vector>

namespace nianbao {

/// The XML of one part, written from its beginning to its end. Always well-formed: characters that XML 1.0
/// forbids are left out, whatever a text holds.
class DocxMarkup {
public:
    struct Attribute {
        const char *name;
        QByteArray value; // as it stands between the quotes
        Attribute(const char *attribute, const char *plain) : name(attribute), value(plain) { }
        Attribute(const char *attribute, const QByteArray &plain) : name(attribute), value(plain) { }
        Attribute(const char *attribute, int number) : name(attribute), value(QByteArray::number(number)) { }
        Attribute(const char *attribute, const QString &words);
    };
    using Attributes = std::initializer_list<Attribute>;

    void declare(); // <?xml …?>
    void open(const char *name, Attributes attributes = {});
    void leaf(const char *name, Attributes attributes = {});
    void value(const char *name, const Attribute &attribute) { leaf(name, {attribute}); }
    void close(); // what was opened last
    void text(const QString &words);
    void raw(const QByteArray &markup) { m_bytes += markup; }
    /// Back at a place where the markup was before; what was written since moves on.
    void insert(qsizetype at, const QByteArray &markup) { m_bytes.insert(at, markup); }
    qsizetype size() const { return m_bytes.size(); }
    const QByteArray &bytes() const { return m_bytes; }

private:
    void start(const char *name, Attributes attributes);

    QByteArray m_bytes{};
    std::vector<const char *> m_open{};
};

} // namespace nianbao
