// SPDX-License-Identifier: MulanPSL-2.0
#include "figurestrip.h"

#include "appearance.h"
#include "chart.h"
#include "dialogs.h"
#include "errorwords.h"
#include "factfield.h"
#include "flowlayout.h"
#include "literal.h"
#include "pictures.h"
#include "plaintextedit.h"
#include "wholefile.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include <array>

namespace nianbao {

namespace {

bool isPictureFile(const QString &path)
{
    static const QStringList suffixes{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg")};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

constexpr std::array<std::pair<const char *, const char *>, 2> kPictureTypes{
    {{"image/png", ".png"}, {"image/jpeg", ".jpg"}}};

/// As PNG, as JPEG, or as pixels of this program; other kinds would have to be guessed at.
bool holdsPixels(const QMimeData *source)
{
    return source->hasFormat(QStringLiteral("application/x-qt-image"))
        || std::any_of(kPictureTypes.begin(), kPictureTypes.end(),
            [&](const auto &type) { return source->hasFormat(QLatin1String(type.first)); });
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
        if (delta.figures)
            followFigures();
    });
}

void FigureStrip::setSection(const QString &section)
{
    if (section == m_section)
        return;
    m_section = section;
    showFigures();
}

QList<int> FigureStrip::shownHere() const
{
    const auto &figures = m_session.report().figures();
    QList<int> indices;
    for (int i = 0; i < figures.size(); ++i) {
        if (figures[i].section == m_section)
            indices.append(i);
    }
    return indices;
}

void FigureStrip::goToCaption(int row)
{
    if (row >= 0 && row < m_captions.size())
        m_captions[row]->setFocus();
}

/// Rows stay, with the focus in them, while only captions differ.
void FigureStrip::followFigures()
{
    const auto here = shownHere();
    const auto isSame = [](Figure shown, const Figure &now) {
        shown.caption = now.caption;
        return shown == now;
    };
    bool areSame = here.size() == m_rows.size();
    for (int row = 0; areSame && row < here.size(); ++row)
        areSame = isSame(m_rows[row], m_session.report().figures()[here[row]]);
    if (!areSame) {
        showFigures();
        return;
    }
    for (int row = 0; row < here.size(); ++row) {
        m_rows[row] = m_session.report().figures()[here[row]];
        m_captions[row]->showText(m_rows[row].caption);
    }
}

void FigureStrip::showFigures()
{
    if (m_list) {
        typing::silence(m_list);
        m_list->hide();
        m_list->deleteLater(); // one of its buttons may have led here
    }
    m_rows.clear();
    m_captions.clear();
    m_list = new QWidget(this);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins({});
    rows->setSpacing(2);
    m_layout->addWidget(m_list);
    const auto here = shownHere();
    for (const int index : here)
        addFigureRow(index, int(m_rows.size()) + 1);
    m_list->setVisible(!here.isEmpty());
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
    m_rows.append(figure);
    m_captions.append(caption);
    connect(caption, &PlainLineEdit::textCommitted, this, [this, index, caption](const QString &text) {
        Figure named = m_session.report().figures().value(index);
        if (named.caption == text)
            return;
        named.caption = text;
        if (!replace(index, named, tr("Caption"), QStringLiteral("caption/%1").arg(index)))
            caption->refuse();
    });
    bindRuns(m_session, caption);
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
    if (!commitEditors(*this))
        return false;
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
    const QFileInfo file(path);
    const auto bytes = readWholeFile(path, kMostPictureBytes);
    if (bytes)
        return insertBytes(*bytes, file.fileName());
    const bool isTooLarge = bytes.error().code == ErrorCode::TooLarge;
    dialogs::tell(this,
        isTooLarge ? Error{ErrorCode::PictureTooLarge, file.fileName(),
            QStringLiteral("%1 MB").arg(file.size() / 1'000'000)}
                   : bytes.error());
}

void FigureStrip::insertBytes(const QByteArray &bytes, const QString &name)
{
    if (const auto good = examinePicture(bytes, name); !good) {
        dialogs::tell(this, good.error());
        return;
    }
    qint64 all = bytes.size();
    for (const Figure &other : m_session.report().figures())
        all += other.picture.size();
    if (all > bounds::kAllPictureBytes) {
        const QString together = tr("%1 MB with the others; all together at most %2 MB")
                                     .arg(all / 1'000'000)
                                     .arg(bounds::kAllPictureBytes / 1'000'000);
        dialogs::tell(this, {ErrorCode::PictureTooLarge, name, together});
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
    return hasFiles || (holdsPixels(source) && !source->hasText() && !source->hasHtml());
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
    if (isDone)
        return;
    const QString name = tr("Pasted picture");
    for (const auto &[type, suffix] : kPictureTypes) {
        if (source->hasFormat(QLatin1String(type))) { // as it came: nobody guesses what it might be
            insertBytes(source->data(QLatin1String(type)), name + QLatin1String(suffix));
            return;
        }
    }
    const QImage image = qvariant_cast<QImage>(source->imageData());
    if (image.isNull())
        return;
    if (qint64(image.width()) * image.height() > kMostPicturePixels) {
        dialogs::tell(this,
            {ErrorCode::PictureTooLarge, name,
                QStringLiteral("%1 × %2").arg(image.width()).arg(image.height())});
        return;
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG"); // without loss
    insertBytes(buffer.data(), name + QStringLiteral(".png"));
}

void FigureStrip::remove(int index)
{
    const bool areTaken = commitEditors(*this); // also the caption that goes
    auto figures = m_session.report().figures();
    if (!areTaken || index >= figures.size())
        return;
    figures.removeAt(index);
    if (send(Change::of(tr("Delete a figure"), SetFigures{figures})))
        Q_EMIT notice(tr("It was deleted. Undo brings it back."));
}

/// One paragraph up or down; past its neighbour when both stand after the same paragraph.
void FigureStrip::move(int index, int by)
{
    const bool areTaken = commitEditors(*this);
    auto figures = m_session.report().figures();
    if (!areTaken || index >= figures.size())
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
