// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "exportreport.h"
#include "paginate.h"

#include <QObject>
#include <QStringList>

#include <memory>

class QPrinter;
class QWidget;

namespace nianbao {

class PageSetup;
class Session;

/// Exports and prints the open report and the office's papers about it.
class PaperDesk final : public QObject {
    Q_OBJECT
public:
    PaperDesk(PageSetup &setup, QWidget *window);
    void setReport(Session *session); // nullptr: none is open

    /// Asks for options and a file. The proposal is in the report's folder, if that lasts.
    void exportPaper(Paper paper);
    void printPaper(Paper paper);
    void showPrintPreview();
    void exportAs(ExportKind kind); // the report; asks for a file
    /// exportTo(), and tells how it went.
    bool exportAndTell(const QString &path, Paper paper = Paper::Report, ExportKind wanted = ExportKind::Pdf);
    /// In the format of the suffix, as it is chosen; one that no format has is refused. wanted: of two
    /// formats with one suffix the one that is meant. Whole or not at all, and never over a report.
    Result<> exportTo(const QString &path, Paper paper = Paper::Report, ExportKind wanted = ExportKind::Pdf);
    /// Asks for a file of that kind: a name without its suffix gets it. Empty: cancelled.
    QString askFile(ExportKind kind, Paper paper = Paper::Report);
    /// To the printer. A PDF that a printer writes holds shapes only: a real one is offered in its place.
    Result<> printTo(const std::shared_ptr<QPrinter> &printer, Paper paper);
    /// What there is to say about the pages that exportTo() wrote; whole sentences.
    const QStringList &notices() const { return m_notices; }
    QString proposal(ExportKind kind, Paper paper = Paper::Report) const;

Q_SIGNALS:
    void notice(const QString &sentence);
    void exported(const QString &path); // written whole: it can be opened

private:
    using Pages = std::shared_ptr<const PageDocument>;
    Result<Pages> pagesOf(Paper paper) const;
    Result<> print(const Pages &pages, const std::shared_ptr<QPrinter> &printer, Paper paper);
    void tellUnlessStopped(const Error &error) const;
    void tellExported(const QString &path);
    PageSetup &m_setup;
    QWidget *m_window;
    Session *m_session = nullptr;
    QStringList m_notices;
};

} // namespace nianbao
