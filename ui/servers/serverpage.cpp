// SPDX-License-Identifier: MIT
#include "ui/servers/serverpage.h"

#include "models/wording.h"
#include "ui/connections/connectionlook.h"
#include "ui/widgets/theme.h"
#include "workers/engines/webservers/webservers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace galley {

namespace {

class EntityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString collection = index.data(MetadataTree::CollectionRole).toString();
        option->icon =
            icon(collection == QLatin1String("tables")                ? QStringLiteral("table")
                     : collection == QLatin1String("databases")       ? QStringLiteral("database")
                     : collection.startsWith(QLatin1String("ser"))    ? QStringLiteral("database-open")
                     : collection == QLatin1String("databaseSchemas") ? QStringLiteral("folder")
                                                                      : QStringLiteral("column"));
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

QLabel *textLabel(const QString &text, bool isMuted)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (isMuted)
        label->setProperty("muted", true);
    return label;
}

} // namespace

ServerPage::ServerPage(const DatabaseRef &server, SecretSource *secrets, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new ConnectionBar;
    layout->addWidget(m_bar);
    layout->addWidget(makeHead());
    if (server.engine == webserver::kOpenMetadata) {
        m_model = new MetadataTree(server, secrets, this);
        layout->addWidget(makeTree(), 1);
        reload();
    } else {
        layout->addWidget(makeExplanation(), 1);
    }
    showCurrent();
}

QString ServerPage::title() const
{
    return m_server.connection.isEmpty() ? findWebServer(m_server.engine)->name() : m_server.connection;
}

QWidget *ServerPage::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(kSpaceLarge + 4, kSpaceLarge - 4, kSpaceLarge - 4, kSpace);
    layout->setSpacing(kSpace);
    auto *name = textLabel(escapeControls(title()), false);
    name->setFont(headingFont());
    auto *facts = textLabel(
        tr("%1  ·  %2").arg(findWebServer(m_server.engine)->name(), escapeControls(m_server.location)), true);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(name);
    names->addWidget(facts);
    layout->addLayout(names, 1);
    const auto add = [&](const char *iconName, const QString &text, const char *objectName) {
        auto *button = new QPushButton(icon(QString::fromLatin1(iconName)), text);
        button->setProperty("flat", true);
        button->setObjectName(QString::fromLatin1(objectName));
        layout->addWidget(button, 0, Qt::AlignVCenter);
        return button;
    };
    if (m_server.engine == webserver::kOpenMetadata)
        connect(add("refresh", tr("Ask again"), "reloadButton"), &QPushButton::clicked, this,
                &ServerPage::reload);
    m_import = add("import", tr("Import…"), "importButton");
    m_export = add("export", tr("Export…"), "exportButton");
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(address()); });
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(address()); });
    return head;
}

QWidget *ServerPage::makeTree()
{
    auto *split = new QSplitter(Qt::Horizontal);
    m_tree = new QTreeView;
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new EntityDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("What the server has"));
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(kSpaceLarge, kSpaceLarge, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpace);
    m_name = textLabel({}, false);
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_about = textLabel({}, true);
    m_problem = textLabel({}, false);
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->hide();
    for (QLabel *label : {m_name, m_about, m_problem})
        layout->addWidget(label);
    layout->addStretch(1);
    split->addWidget(m_tree);
    split->addWidget(side);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ServerPage::showCurrent);
    connect(m_model, &MetadataTree::dataChanged, this, &ServerPage::showCurrent);
    connect(m_model, &MetadataTree::rowsInserted, this, &ServerPage::showCurrent);
    connect(m_model, &MetadataTree::failed, this, [this](const Error &error) {
        m_problem->setText(errorText(error));
        m_problem->show();
    });
    return split;
}

QWidget *ServerPage::makeExplanation()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(kSpaceLarge + 4, kSpaceLarge, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpaceLarge);
    layout->addWidget(
        textLabel(tr("Export takes the payload of the datasets that you name: the server has no "
                     "list of them. The file is the server's own text, byte for byte."),
                  false));
    layout->addWidget(textLabel(tr("Import compares a payload with what the server has now, row by row, and "
                                   "sends only what is new, after you have seen it. The server itself has "
                                   "neither a dry run nor a transaction, and keeps no undo."),
                                false));
    layout->addStretch(1);
    return area;
}

QString ServerPage::address() const
{
    const QModelIndex current = m_tree != nullptr ? m_tree->currentIndex() : QModelIndex();
    return current.isValid() ? current.data(MetadataTree::AddressRole).toString() : m_server.location;
}

void ServerPage::reload()
{
    if (m_model == nullptr)
        return;
    m_problem->hide();
    m_model->reload();
}

void ServerPage::setConnection(const SavedConnection *connection)
{
    m_bar->setConnection(connection);
}

/// The whole server is nothing that can be exported.
void ServerPage::showCurrent()
{
    if (m_tree == nullptr)
        return;
    const QModelIndex current = m_tree->currentIndex();
    m_export->setEnabled(current.isValid());
    m_import->setEnabled(current.isValid());
    if (!current.isValid()) {
        m_name->setText(tr("Choose a service, a database, a schema or a table."));
        m_about->setText(tr("Export writes what is known of everything below it as CSV; import shows what an "
                            "edited file would change, cell by cell, and what the server says to it."));
        return;
    }
    m_name->setText(escapeControls(current.data(MetadataTree::FullNameRole).toString()));
    const QString about = current.data(MetadataTree::DescriptionRole).toString();
    m_about->setText(about.isEmpty() ? tr("No description.") : about);
}

} // namespace galley
