// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>

#include <optional>

namespace nianbao {

class ReportView;
class Session;

/// The way out when the open file does not take what was entered, and the ordinary "save a copy": the report
/// as it stands in the window, with all that is still being typed, goes into another file. The open file is
/// neither written nor read for it, so whatever is wrong with it does not matter.
class Rescue final : public QObject {
    Q_OBJECT
public:
    explicit Rescue(QWidget *window);

    /// Asks where; tells what went wrong and what had to be left out. The path of the copy, or nullopt: none
    /// was made and nothing has changed.
    std::optional<QString> saveCopy(Session &session, ReportView &view, const QString &proposedName);

    /// The same when the program ends and nobody can be asked: beside the report, else among the documents of
    /// this person. nullopt: nothing is held that a file could take, or no file could be written.
    std::optional<QString> keep(Session &session, ReportView &view, const QString &name);

    enum class Leave { Stay, Saved, Drop };
    /// Before a report is left that holds something refused. Saved: it is in a copy.
    Leave askBeforeLeaving(
        Session &session, ReportView &view, const QString &proposedName, const QStringList &reasons);

private:
    QWidget *m_window;
};

} // namespace nianbao
