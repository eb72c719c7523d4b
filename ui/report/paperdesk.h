// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "paginate.h"
#include "papers.h"
#include "pdfwriter.h"

#include <QObject>
#include <QStringList>

class QPrinter;
class QWidget;

namespace nianbao {

class PagePreview;
class Session;

/// How the user wants papers made. Kept between runs, but for the draft mark and the author.
struct PaperChoices {
    PageOptions page{}; // without the draft mark
    bool draftMark = true; // while errors are open
    bool marksArchival = false; // PDF/A-2b
    QString author{}; // in the file's properties
};
PaperChoices savedChoices();
void saveChoices(const PaperChoices &choices);

/// Exports and prints the open report and the office's papers about it.
class PaperDesk final : public QObject {
    Q_OBJECT
public:
    explicit PaperDesk(QWidget *window);
    /// Both live as long as the report is open; nullptr when it is closed.
    void setReport(Session *session, PagePreview *preview);

    /// Asks for options and a file. The proposal is in the report's folder.
    void exportPaper(Paper paper);
    void printPaper(Paper paper);
    void showPrintPreview();
    /// .pdf: the pages with the kept choices; .json: the report; any other suffix is refused. Whole or not at
    /// all, and never over a report.
    Result<> exportTo(const QString &path, Paper paper = Paper::Report);
    /// Asks for a file of that suffix: a name without one gets it. Empty: cancelled.
    QString askFile(const QString &suffix, Paper paper = Paper::Report);
    /// To the printer. A PDF that a printer writes holds shapes only: a real one is offered in its place.
    Result<> printTo(QPrinter &printer, Paper paper);
    /// What was said by exportTo() about the pages it wrote; whole sentences.
    const QStringList &notices() const { return m_notices; }
    QString proposal(const QString &suffix, Paper paper = Paper::Report) const;

Q_SIGNALS:
    void notice(const QString &sentence);
    void draftMarkChosen(bool shown);

private:
    Result<PageDocument> pagesOf(Paper paper) const;
    void tellExported(const QString &path);
    QWidget *m_window;
    Session *m_session = nullptr;
    PagePreview *m_preview = nullptr;
    QStringList m_notices;
    QString m_author; // as long as the program runs
};

} // namespace nianbao
