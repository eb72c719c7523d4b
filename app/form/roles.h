// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

#include <optional>

namespace nianbao {

/// What a section, a table, a row (or named group of rows) or a column is, whatever the form of a year calls
/// it: rules, drafts and charts ask the form for a role and name no id. In the form it is the key "role";
/// without one, an id that is the name of a role has it, which is so in the forms of the State.
enum class Role {
    Overview, // 总体情况, a section
    Problems, // 存在的主要问题及改进情况, a section
    Other, // 其他需要报告的事项, a section
    Disclosure, // 主动公开政府信息情况, a table
    Regulations, // 规章, a row of it
    Normative, // 行政规范性文件, a row of it
    Issued, // 制发, a column of it: what came into being in the year
    Repealed, // 废止, a column of it
    InForce, // 现行有效, a column of it: what there is at its end
    Requests, // 收到和处理政府信息公开申请情况, a table
    Received, // 本年新收, a row of it
    CarriedIn, // 上年结转, a row of it
    Granted, // 予以公开, a row of it
    CarriedOut, // 结转下年度继续办理, a row of it
    Disputes, // 行政复议、行政诉讼情况, a table
    Reconsideration, // 行政复议, a row of it
    Litigation, // 行政诉讼, a row or group of it
    Upheld, // 结果维持, a column of it
    Pending, // 尚未审结, a column of it
    Total, // 总计, a row or a column
};

std::optional<Role> roleNamed(const QString &name); // "carried_in"; nullopt: no role

} // namespace nianbao
