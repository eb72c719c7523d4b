// SPDX-License-Identifier: MulanPSL-2.0
#include "illustrationstrip.h"

#include "appearance.h"
#include "charts.h"
#include "dialogs.h"
#include "errorwords.h"
#include "factfield.h"
#include "flowlayout.h"
#include "literal.h"
#include "permitted.h"
#include "pictures.h"
#include "plainlineedit.h"
#include "reportplaces.h"
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

IllustrationStrip::IllustrationStrip(Session &session, std::function<int()> paragraph, QWidget *parent)
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
    connect(picture, &QToolButton::clicked, this, &IllustrationStrip::choosePicture);
    auto *actions = new FlowLayout;
    for (QToolButton *button : {chart, picture}) {
        enableWhile(session, Permissions::Action::EditContent, button);
        actions->addWidget(button);
    }
    m_layout->addLayout(actions);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.illustrations)
            followIllustrations();
    });
}

void IllustrationStrip::setPlace(const Place &subSection)
{
    if (subSection == m_place)
        return;
    m_place = subSection;
    showIllustrations();
}

QList<int> IllustrationStrip::shownHere() const
{
    const auto &illustrations = m_session.report().illustrations();
    QList<int> indices;
    for (int i = 0; i < illustrations.size(); ++i) {
        if (illustrations[i].place == m_place)
            indices.append(i);
    }
    return indices;
}

void IllustrationStrip::goToCaption(const Place &place)
{
    const auto row = m_indices.indexOf(place.index());
    if (row < 0)
        return;
    m_captions[row]->setFocus();
    if (place.length() > 0)
        m_captions[row]->setSelection(int(place.start()), int(place.length()));
}

/// Rows stay, with the focus in them, while only captions differ.
void IllustrationStrip::followIllustrations()
{
    const auto here = shownHere();
    const auto isSame = [](Illustration shown, const Illustration &now) {
        shown.caption = now.caption;
        return shown == now;
    };
    bool areSame = here == m_indices;
    for (int row = 0; areSame && row < here.size(); ++row)
        areSame = isSame(m_rows[row], m_session.report().illustrations()[here[row]]);
    if (!areSame) {
        showIllustrations();
        return;
    }
    for (int row = 0; row < here.size(); ++row) {
        m_rows[row] = m_session.report().illustrations()[here[row]];
        m_captions[row]->showText(m_rows[row].caption);
    }
}

void IllustrationStrip::showIllustrations()
{
    if (m_list) {
        typing::silence(m_list);
        m_list->hide();
        m_list->deleteLater(); // one of its buttons may have led here
    }
    m_rows.clear();
    m_captions.clear();
    m_indices.clear();
    m_list = new QWidget(this);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins({});
    rows->setSpacing(2);
    m_layout->addWidget(m_list);
    const auto here = shownHere();
    for (const int index : here)
        addIllustrationRow(index, int(m_rows.size()) + 1);
    m_list->setVisible(!here.isEmpty());
}

void IllustrationStrip::addIllustrationRow(int index, int number)
{
    const Illustration illustration = m_session.report().illustrations()[index];
    const bool isChart = illustration.kind == u"chart";
    auto *row = new QHBoxLayout;
    auto *what
        = appearance::label(isChart ? tr("Chart %1").arg(number) : tr("Picture %1").arg(number), m_list);
    auto *caption = new PlainLineEdit(m_list);
    caption->setObjectName(QStringLiteral("caption"));
    caption->setAccessibleName(tr("Caption"));
    caption->setAccessibleDescription(what->text());
    caption->setPlaceholderText(isChart ? chartTitle(illustration.chart) : tr("Caption"));
    caption->showText(illustration.caption);
    writableWhile(m_session, Permissions::Action::EditContent, caption);
    auto *place = appearance::quietLabel(m_list);
    place->setText(illustration.afterParagraph <= 0
            ? tr("before paragraph 1")
            : tr("after paragraph %1").arg(illustration.afterParagraph));
    place->setWordWrap(false);
    auto *up = appearance::linkButton(tr("Up"), m_list);
    auto *down = appearance::linkButton(tr("Down"), m_list);
    auto *drop = appearance::linkButton(tr("Delete"), m_list);
    row->addWidget(what);
    row->addWidget(caption, 1);
    row->addWidget(place);
    for (QToolButton *button : {up, down, drop}) {
        enableWhile(m_session, Permissions::Action::EditContent, button);
        button->setAccessibleDescription(what->text()); // of several rows
        row->addWidget(button);
    }
    static_cast<QBoxLayout *>(m_list->layout())->addLayout(row);
    m_rows.append(illustration);
    m_indices.append(index);
    m_captions.append(caption);
    connect(caption, &PlainLineEdit::textCommitted, this, [this, index, caption](const QString &text) {
        Illustration named = m_session.report().illustrations().value(index);
        if (named.caption == text)
            return;
        named.caption = text;
        if (!replace(index, named, tr("Caption"), Place::caption(index).toString()))
            caption->refuse();
    });
    bindRuns(m_session, caption);
    connect(up, &QToolButton::clicked, this, [this, index] { move(index, -1); });
    connect(down, &QToolButton::clicked, this, [this, index] { move(index, 1); });
    connect(drop, &QToolButton::clicked, this, [this, index] { remove(index); });
}

bool IllustrationStrip::send(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

bool IllustrationStrip::replace(
    int index, const Illustration &illustration, const QString &description, const QString &mergeKey)
{
    auto illustrations = m_session.report().illustrations();
    if (index >= illustrations.size())
        return true;
    illustrations[index] = illustration;
    return send(Change::of(description, SetIllustrations{illustrations}, mergeKey));
}

bool IllustrationStrip::insert(Illustration illustration, const QString &description)
{
    if (!commitEditors(*this))
        return false;
    illustration.place = m_place;
    illustration.afterParagraph = m_paragraph() + 1;
    auto illustrations = m_session.report().illustrations();
    illustrations.append(illustration);
    return send(Change::of(description, SetIllustrations{illustrations}));
}

void IllustrationStrip::insertChart(const QString &kind)
{
    Illustration illustration;
    illustration.kind = QStringLiteral("chart");
    illustration.chart = kind;
    if (!insert(illustration, tr("Insert a chart")))
        return;
    if (!chartFigures(m_session.report(), kind).isDrawable())
        Q_EMIT notice(tr("The chart has no figures yet and will say so on the page."));
}

void IllustrationStrip::choosePicture()
{
    const QString path = dialogs::openFile(
        this, tr("Insert a picture"), tr("Pictures (*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG)"));
    if (!path.isEmpty())
        insertPictureFile(path);
}

void IllustrationStrip::insertPictureFile(const QString &path)
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

void IllustrationStrip::insertBytes(const QByteArray &bytes, const QString &name)
{
    if (const auto good = examinePicture(bytes, name); !good) {
        dialogs::tell(this, good.error());
        return;
    }
    qint64 all = bytes.size();
    for (const Illustration &other : m_session.report().illustrations())
        all += other.picture.size();
    if (all > bounds::kAllPictureBytes) {
        const QString together = tr("%1 MB with the others; all together at most %2 MB")
                                     .arg(all / 1'000'000)
                                     .arg(bounds::kAllPictureBytes / 1'000'000);
        dialogs::tell(this, {ErrorCode::PictureTooLarge, name, together});
        return;
    }
    Illustration illustration;
    illustration.kind = QStringLiteral("picture");
    illustration.caption = QFileInfo(name).completeBaseName();
    illustration.file = name;
    illustration.picture = bytes;
    insert(illustration, tr("Insert a picture"));
}

bool IllustrationStrip::holdsPictures(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    const bool hasFiles = std::any_of(urls.begin(), urls.end(),
        [](const QUrl &url) { return url.isLocalFile() && isPictureFile(url.toLocalFile()); });
    // words copied from an office program bring a picture of themselves: then the words are meant
    return hasFiles || (holdsPixels(source) && !source->hasText() && !source->hasHtml());
}

void IllustrationStrip::insertPictures(const QMimeData *source)
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

void IllustrationStrip::remove(int index)
{
    const bool areTaken = commitEditors(*this); // also the caption that goes
    auto illustrations = m_session.report().illustrations();
    if (!areTaken || index >= illustrations.size())
        return;
    illustrations.removeAt(index);
    if (send(Change::of(tr("Delete a figure"), SetIllustrations{illustrations})))
        Q_EMIT notice(tr("It was deleted. Undo brings it back."));
}

/// One paragraph up or down; past its neighbour when both stand after the same paragraph.
void IllustrationStrip::move(int index, int by)
{
    const bool areTaken = commitEditors(*this);
    auto illustrations = m_session.report().illustrations();
    if (!areTaken || index >= illustrations.size())
        return;
    const QString text = textAt(m_session.report(), m_place).value_or(QString());
    const int last = int(text.split(u'\n').size());
    const int other = index + by;
    const bool passes = other >= 0 && other < illustrations.size() && illustrations[other].place == m_place
        && illustrations[other].afterParagraph == illustrations[index].afterParagraph;
    if (passes)
        illustrations.swapItemsAt(index, other);
    else
        illustrations[index].afterParagraph = std::clamp(illustrations[index].afterParagraph + by, 0, last);
    send(Change::of(tr("Move a figure"), SetIllustrations{illustrations}));
}

} // namespace nianbao
