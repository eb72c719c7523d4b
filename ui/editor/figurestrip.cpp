// SPDX-License-Identifier: MulanPSL-2.0
#include "figurestrip.h"

#include "appearance.h"
#include "chart.h"
#include "dialogs.h"
#include "errorwords.h"
#include "flowlayout.h"
#include "literal.h"
#include "pictures.h"
#include "plaintextedit.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QUrl>

namespace nianbao {

namespace {

bool isPictureFile(const QString &path)
{
    static const QStringList suffixes{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg")};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

} // namespace

FigureStrip::FigureStrip(Session &session, std::function<int()> paragraph, QWidget *parent)
    : QWidget(parent), m_session(session), m_paragraph(std::move(paragraph)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    auto *chart = appearance::linkButton(tr("Insert a chart ▾"), this);
    auto *menu = new QMenu(chart);
    const QList<std::pair<QString, QString>> kinds{{QStringLiteral("channels"), tr("Items by channel")},
        {QStringLiteral("categories"), tr("Items by category")},
        {QStringLiteral("outcomes"), tr("Outcomes of requests")},
        {QStringLiteral("applicants"), tr("Kinds of applicants")},
        {QStringLiteral("years"), tr("This year against last")}};
    for (const auto &[kind, words] : kinds)
        connect(literal::addAction(menu, words), &QAction::triggered, this,
            [this, which = kind] { insertChart(which); });
    chart->setMenu(menu);
    chart->setPopupMode(QToolButton::InstantPopup);
    auto *picture = appearance::linkButton(tr("Insert a picture…"), this);
    literal::setToolTip(picture, tr("PNG or JPEG; pictures can also be pasted or dragged into the text"));
    connect(picture, &QToolButton::clicked, this, &FigureStrip::choosePicture);
    auto *actions = new FlowLayout;
    for (QToolButton *button : {chart, picture}) {
        button->setEnabled(!session.isReadOnly());
        actions->addWidget(button);
    }
    m_layout->addLayout(actions);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.figures && !m_isTyping)
            showFigures();
    });
}

void FigureStrip::setSection(const QString &section)
{
    if (section == m_section)
        return;
    m_section = section;
    showFigures();
}

void FigureStrip::showFigures()
{
    if (m_list) {
        m_list->hide();
        m_list->deleteLater(); // one of its buttons may have led here
    }
    m_list = new QWidget(this);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins({});
    rows->setSpacing(2);
    m_layout->addWidget(m_list);
    int number = 0;
    for (int i = 0; i < m_session.report().figures().size(); ++i) {
        if (m_session.report().figures()[i].section == m_section)
            addFigureRow(i, ++number);
    }
    m_list->setVisible(number > 0);
}

void FigureStrip::addFigureRow(int index, int number)
{
    const Figure figure = m_session.report().figures()[index];
    const bool isChart = figure.kind == u"chart";
    auto *row = new QHBoxLayout;
    auto *what
        = appearance::label(isChart ? tr("Chart %1").arg(number) : tr("Picture %1").arg(number), m_list);
    auto *caption = new PlainLineEdit(m_list);
    caption->setObjectName(QStringLiteral("caption"));
    caption->setAccessibleName(tr("Caption"));
    caption->setPlaceholderText(isChart ? Chart::title(figure.chart) : tr("Caption"));
    caption->showText(figure.caption);
    caption->setReadOnly(m_session.isReadOnly());
    auto *place = appearance::quietLabel(m_list);
    place->setText(figure.afterParagraph <= 0 ? tr("before paragraph 1")
                                              : tr("after paragraph %1").arg(figure.afterParagraph));
    place->setWordWrap(false);
    auto *up = appearance::linkButton(tr("Up"), m_list);
    auto *down = appearance::linkButton(tr("Down"), m_list);
    auto *drop = appearance::linkButton(tr("Delete"), m_list);
    row->addWidget(what);
    row->addWidget(caption, 1);
    row->addWidget(place);
    for (QToolButton *button : {up, down, drop}) {
        button->setEnabled(!m_session.isReadOnly());
        row->addWidget(button);
    }
    static_cast<QBoxLayout *>(m_list->layout())->addLayout(row);
    connect(caption, &PlainLineEdit::textCommitted, this, [this, index, caption](const QString &text) {
        Figure named = m_session.report().figures().value(index);
        if (named.caption == text)
            return;
        named.caption = text;
        const QScopedValueRollback<bool> typing(m_isTyping, true);
        if (!replace(index, named, tr("Caption"), QStringLiteral("caption/%1").arg(index)))
            caption->refuse();
    });
    connect(caption, &PlainLineEdit::focusLeft, &m_session, &Session::endMerge);
    connect(up, &QToolButton::clicked, this, [this, index] { move(index, -1); });
    connect(down, &QToolButton::clicked, this, [this, index] { move(index, 1); });
    connect(drop, &QToolButton::clicked, this, [this, index] { remove(index); });
}

bool FigureStrip::send(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

bool FigureStrip::replace(
    int index, const Figure &figure, const QString &description, const QString &mergeKey)
{
    auto figures = m_session.report().figures();
    if (index >= figures.size())
        return true;
    figures[index] = figure;
    return send(Change::of(description, SetFigures{figures}, mergeKey));
}

bool FigureStrip::insert(Figure figure, const QString &description)
{
    figure.section = m_section;
    figure.afterParagraph = m_paragraph() + 1;
    auto figures = m_session.report().figures();
    figures.append(figure);
    return send(Change::of(description, SetFigures{figures}));
}

void FigureStrip::insertChart(const QString &kind)
{
    Figure figure;
    figure.kind = QStringLiteral("chart");
    figure.chart = kind;
    if (!insert(figure, tr("Insert a chart")))
        return;
    if (const Chart chart(m_session.report(), kind); !chart.isDrawable())
        Q_EMIT notice(tr("The chart has no figures yet and will say so on the page."));
}

void FigureStrip::choosePicture()
{
    const QString path = dialogs::openFile(
        this, tr("Insert a picture"), tr("Pictures (*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG)"));
    if (!path.isEmpty())
        insertPictureFile(path);
}

void FigureStrip::insertPictureFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        dialogs::tell(this, {ErrorCode::ReadFailed, path, file.errorString()});
        return;
    }
    insertBytes(file.read(kMostPictureBytes + 1), QFileInfo(path).fileName());
}

void FigureStrip::insertBytes(const QByteArray &bytes, const QString &name)
{
    if (const auto good = examinePicture(bytes, name); !good) {
        dialogs::tell(this, good.error());
        return;
    }
    Figure figure;
    figure.kind = QStringLiteral("picture");
    figure.caption = QFileInfo(name).completeBaseName();
    figure.file = name;
    figure.picture = bytes;
    insert(figure, tr("Insert a picture"));
}

bool FigureStrip::holdsPictures(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    const bool hasFiles = std::any_of(urls.begin(), urls.end(),
        [](const QUrl &url) { return url.isLocalFile() && isPictureFile(url.toLocalFile()); });
    // words copied from an office program bring a picture of themselves: then the words are meant
    return hasFiles || (source->hasImage() && !source->hasText() && !source->hasHtml());
}

void FigureStrip::insertPictures(const QMimeData *source)
{
    bool isDone = false;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile() && isPictureFile(url.toLocalFile())) {
            insertPictureFile(url.toLocalFile());
            isDone = true;
        }
    }
    const QImage image = isDone ? QImage() : qvariant_cast<QImage>(source->imageData());
    if (image.isNull())
        return;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG"); // without loss
    insertBytes(buffer.data(), tr("Pasted picture") + QStringLiteral(".png"));
}

void FigureStrip::remove(int index)
{
    auto figures = m_session.report().figures();
    if (index >= figures.size())
        return;
    figures.removeAt(index);
    if (send(Change::of(tr("Delete a figure"), SetFigures{figures})))
        Q_EMIT notice(tr("It was deleted. Undo brings it back."));
}

/// One paragraph up or down; past its neighbour when both stand after the same paragraph.
void FigureStrip::move(int index, int by)
{
    auto figures = m_session.report().figures();
    if (index >= figures.size())
        return;
    const SectionId section(m_section.section(u'/', 0, 0));
    const SubSection content
        = m_session.report().subSections(section).value(m_section.section(u'/', 1, 1).toInt() - 1);
    const int last = int(content.text.split(u'\n').size());
    const int other = index + by;
    const bool passes = other >= 0 && other < figures.size() && figures[other].section == m_section
        && figures[other].afterParagraph == figures[index].afterParagraph;
    if (passes)
        figures.swapItemsAt(index, other);
    else
        figures[index].afterParagraph = std::clamp(figures[index].afterParagraph + by, 0, last);
    send(Change::of(tr("Move a figure"), SetFigures{figures}));
}

} // namespace nianbao
