// SPDX-License-Identifier: MulanPSL-2.0
#include "firstpage.h"

#include "appearance.h"
#include "bodykinds.h"
#include "bounds.h"
#include "clock.h"
#include "dialogs.h"
#include "duedate.h"
#include "elidedlabel.h"
#include "kindwords.h"
#include "literal.h"
#include "newreport.h"
#include "room.h"
#include "settings.h"
#include "shownpath.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace nianbao {

namespace {

constexpr int kMostCharacters = 100; // of a name
constexpr int kWidth = 64; // of what is asked, em: see Room

/// A field under its label, both named alike for screen readers.
QWidget *fieldUnder(const QString &words, QWidget *field, QWidget *parent)
{
    auto *cell = new QWidget(parent);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(2);
    auto *label = appearance::label(words, cell);
    label->setBuddy(field);
    field->setAccessibleName(words);
    column->addWidget(label);
    column->addWidget(field);
    return cell;
}

QString localFile(const QMimeData *mime)
{
    const QList<QUrl> urls = mime->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

FirstPage::FirstPage(QWidget *parent)
    : QWidget(parent)
    , m_user(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_shortName(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_year(new QSpinBox(this))
    , m_due(appearance::quietLabel(this))
    , m_handOver(appearance::quietLabel(this))
    , m_drop(new QFrame(this))
    , m_priorWords(new ElidedLabel(this, Qt::ElideMiddle))
    , m_choosePrior(appearance::linkButton(tr("Choose the file…"), this))
    , m_leavePrior(appearance::linkButton(tr("Leave it out"), this))
    , m_where(new ElidedLabel(this, Qt::ElideMiddle))
    , m_hint(appearance::quietLabel(this))
    , m_begin(appearance::primaryButton(tr("Begin the report"), this))
{
    setAcceptDrops(true);
    const int em = fontMetrics().height();
    const QList<std::pair<QWidget *, QString>> names{{m_user, QStringLiteral("firstUser")},
        {m_name, QStringLiteral("firstName")}, {m_shortName, QStringLiteral("firstShortName")},
        {m_kind, QStringLiteral("firstKind")}, {m_year, QStringLiteral("firstYear")},
        {m_due, QStringLiteral("firstDue")}, {m_priorWords, QStringLiteral("firstPrior")},
        {m_choosePrior, QStringLiteral("firstChoosePrior")},
        {m_leavePrior, QStringLiteral("firstLeavePrior")}, {m_hint, QStringLiteral("firstHint")},
        {m_begin, QStringLiteral("firstBegin")}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    for (QLineEdit *line : {m_user, m_name, m_shortName}) {
        line->setMaxLength(kMostCharacters);
        connect(line, &QLineEdit::returnPressed, this, &FirstPage::enter);
        connect(line, &QLineEdit::textChanged, this, &FirstPage::validate);
    }
    m_user->setPlaceholderText(tr("for example Wang Yun"));
    m_name->setPlaceholderText(tr("full name as on the seal"));
    m_shortName->setPlaceholderText(tr("as the text calls it"));
    m_year->setRange(bounds::kFirstYear, bounds::kLastYear);
    m_year->setValue(yearToReport(now().date()));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const QString &kind : QStringList{QString()} + bodyKinds())
        m_kind->addItem(QString(), kind);

    auto *room = new Room(this);
    auto *column = new QWidget(room);
    auto *title = appearance::label(tr("Three things, and you can begin"), column);
    appearance::setTextSize(title, 1.6, true);
    title->setWordWrap(true);
    auto *about = appearance::quietLabel(column);
    about->setText(
        tr("All of it can be changed later. There is no login and no network: what you type stays on "
           "this computer."));
    auto *left = new QFrame(column);
    left->setObjectName(QStringLiteral("panel"));
    auto *inside = new QVBoxLayout(left);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(makeQuestions());
    auto *body = new QHBoxLayout;
    body->setSpacing(em * 3 / 2);
    body->addWidget(left, 7, Qt::AlignTop);
    body->addWidget(makeOutlook(), 3, Qt::AlignTop);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(em / 2);
    layout->addWidget(title);
    layout->addWidget(about);
    layout->addLayout(body);
    layout->addStretch(1);
    room->setColumn(column);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(room, 1);
    outer->addWidget(makeFoot());

    connect(m_kind, &QComboBox::currentIndexChanged, this, &FirstPage::validate);
    connect(m_year, &QSpinBox::valueChanged, this, &FirstPage::validate);
    connect(m_choosePrior, &QToolButton::clicked, this, &FirstPage::priorRequested);
    connect(m_leavePrior, &QToolButton::clicked, this, [this] {
        m_prior = nullptr;
        showPrior();
    });
    connect(m_begin, &QPushButton::clicked, this, &FirstPage::begin);
    showPrior();
}

QVBoxLayout *FirstPage::addQuestion(
    QVBoxLayout *column, int number, const QString &title, const QString &about)
{
    const int em = fontMetrics().height();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    row->setSpacing(em * 3 / 4);
    auto *figure = appearance::label(QString::number(number), this);
    appearance::setTextSize(figure, 1.35, true);
    figure->setForegroundRole(QPalette::Link);
    row->addWidget(figure, 0, Qt::AlignTop);
    auto *inside = new QVBoxLayout;
    inside->setSpacing(em / 4);
    auto *head = appearance::label(title, this);
    appearance::setTextSize(head, 1.1, true);
    auto *words = appearance::quietLabel(this);
    words->setText(about);
    inside->addWidget(head);
    inside->addWidget(words);
    row->addLayout(inside, 1);
    column->addLayout(row);
    return inside;
}

QWidget *FirstPage::makeQuestions()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    const int em = fontMetrics().height();
    QVBoxLayout *who = addQuestion(
        column, 1, tr("Who are you?"), tr("It stands in the history of changes, in comments and opinions."));
    who->addWidget(fieldUnder(tr("Your name"), m_user, page));
    QVBoxLayout *whose = addQuestion(column, 2, tr("Whose report, of which year?"),
        tr("The full name stands in the title and the signature, the short one in the text."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em);
    grid->setVerticalSpacing(em / 4);
    grid->addWidget(fieldUnder(tr("Full name of the body"), m_name, page), 0, 0);
    grid->addWidget(fieldUnder(tr("Short name"), m_shortName, page), 0, 1);
    grid->addWidget(fieldUnder(tr("Kind of body"), m_kind, page), 1, 0);
    grid->addWidget(fieldUnder(tr("Year of the report"), m_year, page), 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    whose->addLayout(grid);
    whose->addWidget(m_due);
    QVBoxLayout *prior = addQuestion(column, 3, tr("Last year's report, if there is one"),
        tr("It brings the names, the headings and last year's figures to compare with. Texts are not "
           "copied."));
    m_drop->setFrameShape(QFrame::StyledPanel);
    auto *drop = new QVBoxLayout(m_drop);
    drop->setContentsMargins(em / 2, em / 3, em / 2, em / 3);
    drop->setSpacing(2);
    drop->addWidget(m_priorWords);
    auto *links = new QHBoxLayout;
    links->addWidget(m_choosePrior);
    links->addWidget(m_leavePrior);
    links->addStretch(1);
    drop->addLayout(links);
    prior->addWidget(m_drop);
    return page;
}

/// What leads on stays in sight, however small the window is.
QWidget *FirstPage::makeFoot()
{
    const int em = fontMetrics().height();
    auto *foot = new QWidget(this);
    appearance::setGround(foot, Colour::Surface);
    auto *inside = new QWidget(foot);
    inside->setMaximumWidth(em * kWidth);
    auto *middle = new QHBoxLayout(foot);
    middle->setContentsMargins(em, em / 2, em, em / 2);
    middle->addStretch(1);
    middle->addWidget(inside, 100);
    middle->addStretch(1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins({});
    column->setSpacing(em / 3);
    auto *place = new QHBoxLayout;
    m_where->setProperty("quiet", true);
    auto *elsewhere = appearance::linkButton(tr("Elsewhere…"), foot);
    elsewhere->setObjectName(QStringLiteral("firstElsewhere"));
    connect(elsewhere, &QToolButton::clicked, this, &FirstPage::choosePath);
    place->addWidget(m_where, 1);
    place->addWidget(elsewhere);
    auto *row = new QHBoxLayout;
    auto *sample = appearance::linkButton(tr("First a look at the sample"), foot);
    sample->setObjectName(QStringLiteral("firstSample"));
    connect(sample, &QToolButton::clicked, this, &FirstPage::sampleRequested);
    auto *open = appearance::linkButton(tr("Open a report that is there…"), foot);
    open->setObjectName(QStringLiteral("firstOpen"));
    connect(open, &QToolButton::clicked, this, &FirstPage::openRequested);
    row->addWidget(sample);
    row->addWidget(open);
    row->addStretch(1);
    row->addWidget(m_begin);
    column->addLayout(place);
    column->addWidget(m_hint);
    column->addLayout(row);
    return foot;
}

QWidget *FirstPage::makeOutlook()
{
    const int em = fontMetrics().height();
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(em / 3);
    auto *title = appearance::label(tr("What comes then"), side);
    appearance::setTextSize(title, 1.1, true);
    column->addWidget(title);
    const auto said = [side](const QString &words) {
        QLabel *label = appearance::quietLabel(side);
        label->setText(words);
        return label;
    };
    const QList<std::pair<QString, QLabel *>> steps{
        {tr("1  Fill in along the contents"),
            said(tr("Six sections, in any order. A figure is typed once; the text follows the table."))},
        {tr("2  It is checked as you type"),
            said(tr("Sums, what was carried over, text against table: what is wrong is said at once, by how "
                    "much "
                    "and "
                    "why."))},
        {tr("3  Send it for review, have it signed"),
            said(tr("What the reader sees is what will be printed."))},
        {tr("4  Hand it over and publish it"), m_handOver}};
    for (const auto &[head, about] : steps) {
        auto *name = appearance::label(head, side);
        appearance::setTextSize(name, 1, true);
        name->setWordWrap(true);
        column->addSpacing(em / 3);
        column->addWidget(name);
        column->addWidget(about);
    }
    return side;
}

void FirstPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_user->setFocus();
}

void FirstPage::takePrior(const Report &prior)
{
    m_prior = asPrior(prior);
    if (m_name->text().trimmed().isEmpty())
        m_name->setText(prior.fact(fact::kName).left(kMostCharacters));
    if (m_shortName->text().trimmed().isEmpty())
        m_shortName->setText(prior.fact(fact::kShortName).left(kMostCharacters));
    if (const int row = m_kind->findData(prior.fact(fact::kKind)); row > 0)
        m_kind->setCurrentIndex(row);
    m_year->setValue(prior.year() + 1);
    showPrior();
}

void FirstPage::showPrior()
{
    m_leavePrior->setVisible(m_prior != nullptr);
    if (!m_prior)
        m_priorWords->showWords(tr("Drop the file here: .nianbao, Word, PDF, a web page. None is fine too."));
    else
        m_priorWords->showWords(
            tr("✓ %1, report of %2").arg(m_prior->fact(fact::kName), QString::number(m_prior->year())));
    validate();
}

void FirstPage::showKind()
{
    const QString inferred = kindOfBody(m_name->text().trimmed());
    for (int row = 1; row < m_kind->count(); ++row)
        m_kind->setItemText(row, kindWords(m_kind->itemData(row).toString()));
    m_kind->setItemText(
        0, inferred.isEmpty() ? tr("by the name") : tr("by the name: %1").arg(kindWords(inferred)));
    literal::setToolTip(m_kind, m_kind->currentText()); // a narrow page cuts it
}

/// What is missing still, by when it is due, and where it will lie.
void FirstPage::validate()
{
    showKind();
    const QDate statutory = statutoryDate(report());
    m_handOver->setText(isOfGovernment(statutory)
            ? tr("On the website; those of the towns and departments are handed over to you before.")
            : tr("To the district office, then on the website."));
    const QDate due = dueDate(statutory);
    m_due->setText(
        tr("To be published by %1.").arg(QLocale().toString(due, tr("d MMMM yyyy", "a day with its year"))));
    if (!m_isPathChosen)
        m_path = freeReportPath(m_name->text(), m_year->value());
    m_where->showWords(tr("Kept in %1").arg(shownPath(m_path)));
    QString hint;
    if (m_name->text().trimmed().isEmpty())
        hint = tr("Write the full name of the body, or choose last year's report.");
    else if (m_prior && m_prior->year() >= m_year->value())
        hint = tr("The report that was chosen is of %1: that is not the year before.").arg(m_prior->year());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_begin->setEnabled(hint.isEmpty());
}

void FirstPage::choosePath()
{
    QString path = dialogs::saveFile(this, tr("Where the report is kept"), m_path, tr("Reports (*.nianbao)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".nianbao")))
        path += QStringLiteral(".nianbao");
    m_path = path;
    m_isPathChosen = true;
    validate();
}

Report FirstPage::report() const
{
    return nianbao::begun({m_name->text(), m_shortName->text(), m_kind->currentData().toString(),
        m_year->value(), formForYear(m_year->value()), m_prior});
}

bool FirstPage::holdsAnswers() const
{
    const bool isTyped
        = !m_user->text().isEmpty() || !m_name->text().isEmpty() || !m_shortName->text().isEmpty();
    return isTyped || m_prior || m_isPathChosen || m_kind->currentIndex() > 0
        || m_year->value() != yearToReport(now().date());
}

/// Enter begins as soon as it can; before that it leads to the next field.
void FirstPage::enter()
{
    if (m_begin->isEnabled() && !m_user->text().trimmed().isEmpty())
        begin();
    else
        focusNextChild();
}

void FirstPage::begin()
{
    if (!m_begin->isEnabled())
        return;
    if (!m_user->text().trimmed().isEmpty())
        settings::setUserName(m_user->text());
    settings::setOfficeName(m_name->text());
    Q_EMIT begun();
}

void FirstPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FirstPage::dropEvent(QDropEvent *event)
{
    if (const QString path = localFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT priorDropped(path);
    }
}

} // namespace nianbao
