// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "historyrow.h"

#include <QDateTime>

namespace nianbao {

class Database;

/// Who changed what, when, and the report as it was after each edit. Kept backwards: a row holds only the
/// steps that lead back from the report after its edit to the one before, so that each character is stored
/// once, in the report while it stands there, in the row that took it away afterwards. The present is the
/// base picture: none is stored, none can disagree with it, a file of an earlier version needs none, and
/// typing costs nothing but its place. What was cleared is replaced by marks of the same length, figures by
/// blank. A row whose way back is not kept (of an earlier version; let go when the file grew too large) ends
/// what can be given: reports after it can, reports before it cannot. A value: what was read, not the file.
class History {
public:
    struct Deed {
        const Change &back; // from the report after the edit to the one before; of a run: before all of it
        QString what{};
        QString who{};
        QDateTime when{};
        bool goesOn = false; // the newest row is the beginning of the same typing run, which becomes longer
    };

    /// The row of an edit, in the transaction that writes the edit and after that. now: the report after it.
    /// A run that led back to its beginning leaves no row.
    static Result<> record(Database &db, const Report &now, const Deed &deed);
    /// Errors: TooCostly.
    static Result<History> read(Database &db, const Report &present, const QString &path);
    /// The rows of another file's history into the empty one of a copy.
    static Result<> copy(Database &from, Database &into);
    /// Pictures and reports that no row refers to any more.
    static Result<> dropUnused(Database &db);
    /// The oldest ways back go until the file needs no more than that.
    static Result<> letGo(Database &db, qint64 mostBytes);

    /// Oldest first. Errors: Damaged (detail: the row), TooCostly.
    Result<QList<HistoryRow>> rows() const;
    /// The report as it was after that row; 0: before the first. Errors: NoSuchRow, NotKept, those of rows().
    Result<Report> at(qint64 id) const;

    struct Row {
        qint64 id = 0;
        QString at{};
        QString who{};
        QString what{};
        std::optional<QString> undo{}; // JSON; nullopt: not kept
        std::optional<QString> audit{}; // of an earlier version: the steps as it wrote them
    };
    const QList<Row> &stored() const { return m_rows; } // oldest first

    /// One step on the way back: the report after and before it, in time.
    using Visit = std::function<void(
        const Step &step, const QJsonObject &kept, const Report &before, const Report &after)>;
    /// Back over one row. work: what all steps together have cost so far.
    Result<> goBack(Report &report, const Row &row, qint64 &work, const Visit &visit = {}) const;
    const Report &present() const { return m_present; }
    const QString &path() const { return m_path; }

private:
    History(const Report &present, QString path) : m_present(present), m_path(std::move(path)) { }

    Report m_present;
    QString m_path;
    QList<Row> m_rows{};
    KeptBytes m_past{};
};

} // namespace nianbao
