// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "papers.h"
#include "pdfwriter.h"

#include <QObject>

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
    /// .pdf: the pages with the kept choices; any other suffix: the report as JSON. Whole or not at all.
    Result<> exportTo(const QString &path, Paper paper = Paper::Report);
    QString proposal(const QString &suffix, Paper paper = Paper::Report) const;

Q_SIGNALS:
    void notice(const QString &sentence);
    void draftMarkChosen(bool shown);

private:
    PageDocument pagesOf(Paper paper) const;
    Result<> writeJson(const QString &path);
    QWidget *m_window;
    Session *m_session = nullptr;
    PagePreview *m_preview = nullptr;
    QString m_author; // as long as the program runs
};

} // namespace nianbao
