// SPDX-License-Identifier: MulanPSL-2.0
#include "enclosures.h"

#include "appearance.h"
#include "elidedlabel.h"
#include "literal.h"
#include "session.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace nianbao {

namespace {

QString sizeWords(qint64 bytes)
{
    constexpr qint64 kMega = 1'000'000;
    return bytes < kMega ? QStringLiteral("%1 KB").arg((bytes + 999) / 1000)
                         : QStringLiteral("%1 MB").arg(double(bytes) / double(kMega), 0, 'f', 1);
}

QFrame *panel(QWidget *parent)
{
    auto *panel = new QFrame(parent);
    panel->setObjectName(QStringLiteral("panel"));
    return panel;
}

} // namespace

Enclosures::Enclosures(const Session &session, QList<ParcelFile> files, bool asciiNames, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_files(std::move(files))
    , m_sum(appearance::quietLabel(this))
    , m_ascii(new QCheckBox(tr("Names of the files in English letters"), this))
{
    m_ascii->setObjectName(QStringLiteral("ascii"));
    m_ascii->setChecked(asciiNames);
    QLabel *heading = appearance::quietLabel(this);
    heading->setText(tr("What the hand-over copy holds"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(makeHead());
    column->addWidget(makeFiles());
    column->addWidget(m_ascii);
    column->addWidget(heading);
    column->addWidget(makeCopyContents());
    for (const Row &row : std::as_const(m_rows))
        connect(row.box, &QCheckBox::toggled, this, &Enclosures::changed);
    connect(m_ascii, &QCheckBox::toggled, this, &Enclosures::changed);
}

QWidget *Enclosures::makeHead()
{
    auto *head = new QWidget(this);
    auto *wording = appearance::linkButton(tr("How it is worded…"), head);
    wording->setObjectName(QStringLiteral("templates"));
    connect(wording, &QToolButton::clicked, this, &Enclosures::wordingRequested);
    m_sum->setWordWrap(false);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->addWidget(m_sum);
    line->addStretch(1);
    line->addWidget(wording);
    return head;
}

QWidget *Enclosures::makeFiles()
{
    auto *files = panel(this);
    auto *list = new QVBoxLayout(files);
    list->setSpacing(fontMetrics().height() * 2 / 3);
    for (const ParcelFile &file : std::as_const(m_files))
        addFile(list, file);
    files->setVisible(!m_files.isEmpty());
    return files;
}

void Enclosures::addFile(QBoxLayout *column, const ParcelFile &file)
{
    const QString size = sizeWords(file.bytes.size());
    QString name;
    QString about;
    switch (file.part) {
    case ParcelPart::Report:
        name = tr("Final text");
        about = tr("PDF, %n pages, %1", nullptr, file.pages).arg(size);
        break;
    case ParcelPart::Copy:
        name = tr("Hand-over copy");
        about = tr("%1; can be verified and added up").arg(size);
        break;
    case ParcelPart::Checks:
        name = tr("Check sheet");
        about = tr("PDF, %n pages, %1", nullptr, file.pages).arg(size);
        break;
    case ParcelPart::Word:
        name = tr("Word text");
        about = tr("%1; for those who go on with it").arg(size);
        break;
    }
    Row row;
    row.box = new QCheckBox(this);
    row.box->setText(literal::caption(name));
    row.box->setObjectName(QStringLiteral("part%1").arg(int(file.part)));
    appearance::setTextSize(row.box, 1.0, true);
    row.box->setChecked(file.part != ParcelPart::Word); // only who was asked for it sends it
    QLabel *aboutLabel = appearance::quietLabel(this);
    aboutLabel->setText(about);
    row.name = new ElidedLabel(this, Qt::ElideMiddle);
    const int em = fontMetrics().height();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em / 2);
    grid->setVerticalSpacing(em / 6);
    grid->addWidget(row.box, 0, 0, 1, 2);
    grid->addWidget(aboutLabel, 0, 2);
    grid->addWidget(row.name, 1, 1, 1, 2);
    grid->setColumnMinimumWidth(0, em);
    grid->setColumnStretch(2, 1);
    column->addLayout(grid);
    m_rows.append(row);
}

/// What goes with the copy, and what does not.
QWidget *Enclosures::makeCopyContents()
{
    auto *inCopy = panel(this);
    auto *grid = new QGridLayout(inCopy);
    grid->setColumnStretch(1, 1);
    QLabel *along = appearance::label(tr("✓ Contained"), inCopy);
    QPalette green = palette();
    green.setColor(QPalette::WindowText, appearance::okColour(green));
    along->setPalette(green);
    QLabel *left = appearance::label(tr("— Not contained"), inCopy);
    QLabel *what = appearance::label(tr("All content, the approval, times of the review, %n explanations",
                                         nullptr, explanations(m_session.findings())),
        inCopy);
    QLabel *without = appearance::label(
        tr("%n comments, opinions, the history. Nothing that was ever deleted is left in it.", nullptr,
            int(m_session.report().comments().size())),
        inCopy);
    for (QLabel *words : {what, without})
        words->setWordWrap(true);
    grid->addWidget(along, 0, 0, Qt::AlignTop);
    grid->addWidget(what, 0, 1);
    grid->addWidget(left, 1, 0, Qt::AlignTop);
    grid->addWidget(without, 1, 1);
    return inCopy;
}

void Enclosures::showNames(const Letter &letter)
{
    const QStringList names = parcelNames(
        m_files, letter, m_session.report(), hasAsciiNames() ? FileNames::Ascii : FileNames::Chinese);
    qint64 bytes = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].name->showWords(names[i]);
        m_rows[i].name->setEnabled(m_rows[i].box->isChecked());
        literal::setToolTip(m_rows[i].box, names[i]);
        bytes += m_rows[i].box->isChecked() ? m_files[i].bytes.size() : 0;
    }
    m_sum->setText(tr("%n files go along, %1 together", nullptr, int(chosen().size())).arg(sizeWords(bytes)));
}

QList<ParcelFile> Enclosures::chosen() const
{
    QList<ParcelFile> files;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].box->isChecked())
            files.append(m_files[i]);
    }
    return files;
}

QStringList Enclosures::chosenNames() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            names.append(row.name->words());
    }
    return names;
}

bool Enclosures::hasAsciiNames() const { return m_ascii->isChecked(); }

} // namespace nianbao
