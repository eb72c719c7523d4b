// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>
#include <QJsonValue>

namespace nianbao {

/// The content of a report, all that prints and every figure, in the one way of writing it that any other
/// program can repeat byte by byte: README.md of this folder. What is talked about the report (review state,
/// explanations, people, allowed words) is not in it. UTF-8 without a line end.
QByteArray canonicalForm(const Report &report);

/// A JSON value as RFC 8785 writes it. Numbers are whole and exact in a double: what else a report counts
/// stands as text.
QByteArray canonicalJson(const QJsonValue &value);

} // namespace nianbao
