// SPDX-License-Identifier: MIT
#include "ui/startpage.h"

#include "models/coretexts.h"
#include "ui/widgets/theme.h"
#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kWidest = 880;

QFrame *card(QVBoxLayout *&layout)
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    layout = new QVBoxLayout(frame);
    layout->setContentsMargins(kSpaceLarge + 4, kSpaceLarge, kSpaceLarge + 4, kSpaceLarge);
    layout->setSpacing(kSpace);
    return frame;
}

QLabel *cardTitle(const QString &text)
{
    auto *label = new QLabel(text);
    QFont bold;
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

QLabel *mutedLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    return label;
}

/// A long name does not push the other column away.
QString listed(const QString &name)
{
    constexpr int most = 40;
    QString text = name.size() <= most ? name : name.left(most - 1) + QChar(0x2026);
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void addAbility(QGridLayout *grid, const QString &iconName, const QString &name, const QString &what)
{
    const int row = grid->rowCount();
    auto *sign = new QLabel;
    sign->setPixmap(icon(iconName).pixmap(kIconSize, kIconSize));
    grid->addWidget(sign, row, 0, Qt::AlignTop);
    grid->addWidget(new QLabel(name), row, 1, Qt::AlignTop);
    grid->addWidget(mutedLabel(what), row, 2, Qt::AlignTop);
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    outer->addWidget(area);
    auto *page = new QWidget;
    area->setWidget(page);
    auto *centred = new QHBoxLayout(page);
    auto *content = new QWidget;
    content->setMaximumWidth(kWidest);
    centred->addStretch(1);
    centred->addWidget(content, 20);
    centred->addStretch(1);

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpaceLarge, 28, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpaceLarge);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpaceLarge);
    auto *sign = new QLabel;
    sign->setPixmap(appIcon().pixmap(56, 56));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new QLabel(QStringLiteral("Galley"));
    QFont big = headingFont();
    big.setPointSizeF(big.pointSizeF() * 1.3);
    title->setFont(big);
    words->addWidget(title);
    words->addWidget(
        mutedLabel(tr("Move data out of a database and back in, and see every change before it is made.")));
    head->addWidget(sign);
    head->addLayout(words, 1);
    layout->addLayout(head);
    layout->addWidget(makeHint());
    layout->addWidget(makeDropCard());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(kSpaceLarge);
    auto *lists = new QVBoxLayout;
    lists->setSpacing(kSpaceLarge);
    lists->addWidget(makeJobsCard());
    lists->addWidget(makeRecentCard(), 1);
    columns->addLayout(lists, 4);
    columns->addWidget(makeAbilitiesCard(), 5);
    layout->addLayout(columns);
    layout->addStretch(1);
}

QWidget *StartPage::makeDropCard()
{
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("dropCard"));
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(kSpaceLarge, 26, kSpaceLarge, 26);
    layout->setSpacing(kSpace);
    auto *sign = new QLabel;
    sign->setPixmap(icon(QStringLiteral("drop")).pixmap(40, 40));
    sign->setAlignment(Qt::AlignCenter);
    auto *title = cardTitle(tr("Drop a database, an export or a data file here"));
    title->setAlignment(Qt::AlignCenter);
    auto *note = mutedLabel(
        tr("A database opens. Everything else starts an import, which is a preview until you apply it."));
    note->setAlignment(Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    auto *open = new QPushButton(tr("&Open database…"));
    open->setProperty("primary", true);
    auto *sample = new QPushButton(icon(QStringLiteral("sample")), tr("Open &sample database"));
    auto *import = new QPushButton(icon(QStringLiteral("import")), tr("&Import…"));
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(import, &QPushButton::clicked, this, &StartPage::importRequested);
    buttons->addStretch(1);
    auto *connection = new QPushButton(icon(QStringLiteral("database")), tr("&Connect…"));
    connection->setToolTip(tr("To a database on a server, or to one that gets a name"));
    connect(connection, &QPushButton::clicked, this, &StartPage::connectRequested);
    buttons->addWidget(open);
    buttons->addWidget(connection);
    buttons->addWidget(sample);
    buttons->addWidget(import);
    buttons->addStretch(1);
    layout->addWidget(sign);
    layout->addWidget(title);
    layout->addWidget(note);
    layout->addSpacing(kSpace);
    layout->addLayout(buttons);
    return frame;
}

QWidget *StartPage::makeRecentCard()
{
    QVBoxLayout *layout = nullptr;
    QFrame *frame = card(layout);
    layout->addWidget(cardTitle(tr("Opened last")));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    layout->addLayout(m_recent);
    layout->addStretch(1);
    return frame;
}

QWidget *StartPage::makeAbilitiesCard()
{
    QVBoxLayout *layout = nullptr;
    QFrame *frame = card(layout);
    layout->addWidget(cardTitle(tr("What can be opened")));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpace + 2);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    for (const auto &engine : engines())
        addAbility(grid, QStringLiteral("database"), engine->name(),
                   tr("Databases to browse, export and import into."));
    for (const auto &bundle : bundles())
        addAbility(grid, QStringLiteral("package"), bundle->name(), coreText(bundle->description()));
    for (const auto &format : formats())
        addAbility(grid, QStringLiteral("file"), coreText(format->name()), coreText(format->description()));
    layout->addLayout(grid);
    layout->addStretch(1);
    return frame;
}

QWidget *StartPage::makeJobsCard()
{
    QVBoxLayout *layout = nullptr;
    m_jobsCard = card(layout);
    layout->addWidget(cardTitle(tr("Saved jobs")));
    m_jobs = new QVBoxLayout;
    m_jobs->setSpacing(2);
    layout->addLayout(m_jobs);
    auto *all = new QPushButton(tr("&Edit, rename, delete…"));
    all->setProperty("flat", true);
    connect(all, &QPushButton::clicked, this, &StartPage::jobsRequested);
    layout->addWidget(all, 0, Qt::AlignLeft);
    m_jobsCard->hide();
    return m_jobsCard;
}

/// For whoever is here for the first time.
QWidget *StartPage::makeHint()
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    frame->setObjectName(QStringLiteral("hint"));
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(kSpaceLarge, kSpace + 2, kSpace, kSpace + 2);
    row->setSpacing(kSpace);
    auto *sign = new QLabel;
    sign->setPixmap(icon(QStringLiteral("info"), Accent::Brand).pixmap(kIconSize, kIconSize));
    auto *words = new QLabel(tr("New here? Open the sample database, export a table of it, edit the file and "
                                "import it again: nothing is written before you have seen every change."));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *gone = new QPushButton(tr("&Got it"));
    gone->setAccessibleDescription(tr("Takes this hint away for good"));
    connect(gone, &QPushButton::clicked, this, &StartPage::hintDismissed);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    row->addWidget(gone);
    frame->hide();
    m_hint = frame;
    return frame;
}

void StartPage::setHintShown(bool isShown)
{
    m_hint->setVisible(isShown);
}

void StartPage::setJobs(const QList<std::pair<QString, QString>> &jobs)
{
    clear(m_jobs);
    for (const auto &[name, what] : jobs) {
        auto *button = new QPushButton(icon(QStringLiteral("play")), listed(name));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setProperty("flat", true);
        button->setProperty("listed", true);
        button->setToolTip(what.toHtmlEscaped());
        button->setAccessibleName(tr("Run %1").arg(name));
        button->setAccessibleDescription(what);
        connect(
            button, &QPushButton::clicked, this, [this, job = name] { Q_EMIT jobRequested(job); },
            Qt::QueuedConnection);
        m_jobs->addWidget(button);
    }
    m_jobsCard->setVisible(!jobs.isEmpty());
}

void StartPage::setRecent(const QStringList &databases, const QStringList &files)
{
    clear(m_recent);
    if (databases.isEmpty() && files.isEmpty())
        m_recent->addWidget(mutedLabel(tr("Databases that you open appear here.")));
    for (const QString &path : databases)
        addRecent(path, "database", &StartPage::recentRequested);
    for (const QString &path : files)
        addRecent(path, "import", &StartPage::fileRequested);
}

void StartPage::addRecent(const QString &path, const char *iconName,
                          void (StartPage::*signal)(const QString &))
{
    const QString name = QFileInfo(path).fileName();
    auto *button = new QPushButton(icon(QLatin1String(iconName)), listed(name));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setProperty("flat", true);
    button->setProperty("listed", true);
    button->setToolTip(QDir::toNativeSeparators(path).toHtmlEscaped());
    button->setAccessibleName(name);
    button->setAccessibleDescription(path);
    connect(button, &QPushButton::clicked, this, [this, path, signal] { Q_EMIT(this->*signal)(path); });
    m_recent->addWidget(button);
}

} // namespace galley
