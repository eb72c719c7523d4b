// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "intakechoice.h"
#include "readdocument.h"

#include <QObject>

#include <functional>

class QMimeData;
class QWidget;

namespace nianbao {

class Session;

/// The way of a document into a report: it is read beside the window, which stays alive meanwhile, then
/// looked at on the mapping screen, and only then taken, by one change or as a new report.
class IntakeDesk final : public QObject {
    Q_OBJECT
public:
    explicit IntakeDesk(QWidget *window);

    /// Whether it is a document of another program, by its name.
    static bool reads(const QString &path);
    static QString filter(); // "*.docx *.html …", for file dialogs
    static bool holdsPage(const QMimeData &mime); // something that may be a report

    struct Target {
        Session *open = nullptr; // a report that may take something; nullptr: none
        std::optional<IntakeUse> use{}; // what it is meant for
    };
    void takeFile(const QString &path, const Target &target);
    void takePasted(const QMimeData &mime, const Target &target);

Q_SIGNALS:
    /// To be saved as a new file.
    void reportMade(const nianbao::Report &report, const QString &source);
    void priorMade(const nianbao::Report &report); // a new report is to be begun with it
    void notice(const QString &sentence);

private:
    struct ReadBack {
        Result<ReadDocument> source;
        Proposal proposal{};
    };
    using Reading = std::function<Result<ReadDocument>(const std::stop_token &)>;
    void take(const Reading &reading, const QString &shown, const QString &path, const Target &target);
    std::optional<ReadBack> readAside(const Reading &reading, const QString &shown, const IntakeHints &hints);
    void use(const IntakeChoice &choice, const ReadDocument &source, Session *open);
    void addFigures(const IntakeChoice &choice, Session &open);
    bool edit(Session &session, const Change &change, const QString &done);
    void makeReport(const IntakeChoice &choice, const ReadDocument &source);

    QWidget *m_window;
};

} // namespace nianbao
