// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <optional>

namespace nianbao {

/// A value inside a JSON document together with its path. The first fault met anywhere in the document is
/// kept; readers go on with defaults and the caller asks once, at the end.
class JsonCursor {
public:
    struct Fault {
        ErrorCode code;
        std::optional<Error> first{};
        int line = 0; // where a text that is no JSON at all goes wrong, counted from 1
        QStringList removed{}; // JSON path and characters of each text that was cleaned
    };

    /// Parses the text; numbers stay as they are spelled. fault must outlive all cursors.
    static JsonCursor parse(const QByteArray &json, Fault &fault);

    JsonCursor operator[](QLatin1String key) const { return member(QString(key)); }
    JsonCursor operator[](const char *key) const { return member(QLatin1String(key)); }
    JsonCursor member(const QString &key) const;
    QList<JsonCursor> items() const; // of an array; absent: none
    QStringList strings() const; // items that are all strings
    QStringList keys() const; // of an object; absent: none

    bool exists() const { return !m_value.isUndefined(); }
    bool isNull() const { return m_value.isNull(); }
    bool isObject() const { return m_value.isObject(); }
    bool isArray() const { return m_value.isArray(); }
    QString string() const; // must exist; clean, see cleantext.h
    QString stringOr(const QString &fallback) const;
    QString verbatim() const; // a key or operand that is compared, not read: not cleaned; absent: empty
    int integer() const;
    int integerOr(int fallback) const;
    bool booleanOr(bool fallback) const;
    double positive() const; // for measures only, never for figures of a report
    /// A number, exact and without exponent, or a string as it stands.
    QString figure() const;
    bool isNumber() const;

    QString path() const;
    void fail(const QString &reason) const;
    void fail(ErrorCode code, const QString &detail) const; // where: the path

private:
    JsonCursor(QJsonValue value, QString parent, QString key, qsizetype index, Fault *fault);
    bool isString() const { return m_value.isString() && !isNumber(); }
    bool expect(bool right, const char *what) const;
    QJsonValue m_value;
    QString m_parent; // its path
    QString m_key; // in an object
    qsizetype m_index; // in an array; -1: in an object
    mutable std::optional<QString> m_path{}; // made when somebody asks: most are never told
    Fault *m_fault;
};

} // namespace nianbao
