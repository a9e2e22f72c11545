// SPDX-License-Identifier: MIT
#include "ui/connections/connectiondialog.h"

#include "models/connectionbook.h"
#include "models/wording.h"
#include "ui/connections/connectionlook.h"
#include "ui/connections/passworddialog.h"
#include "ui/connections/windowsecrets.h"
#include "ui/widgets/optionsform.h"
#include "ui/widgets/theme.h"
#include "workers/engines/connectionfields.h"
#include "workers/jobs/serveraccess.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kLabelWidth = 124;

/// What was typed into the dialog, which is not saved yet; else what the window knows.
class TypedPassword final : public SecretSource
{
public:
    TypedPassword(Secret secret, SecretSource &others)
        : m_secret(std::move(secret))
        , m_others(others)
    {
    }
    Result<Secret> password(const DatabaseRef &database, Asking asking) override
    {
        return passwordUnless({}, database, asking);
    }
    Result<Secret> passwordUnless(const std::stop_token &stop, const DatabaseRef &database,
                                  Asking asking) override
    {
        return m_secret.isEmpty() ? m_others.passwordUnless(stop, database, asking)
                                  : Result<Secret>(m_secret.copy());
    }

private:
    Secret m_secret;
    SecretSource &m_others;
};

QFormLayout *form()
{
    auto *layout = new QFormLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpaceLarge);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return layout;
}

} // namespace

ConnectionDialog::ConnectionDialog(ConnectionBook &book, WindowSecrets &secrets, const SavedConnection *known,
                                   QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_secrets(secrets)
{
    keepMemoryOutOfCoreDumps();
    setWindowTitle(known == nullptr || known->name.isEmpty() ? tr("New connection") : tr("Edit connection"));
    resize(560, 760);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, kSpaceLarge);
    outer->setSpacing(kSpace);
    m_bar = new ConnectionBar(this);
    outer->addWidget(m_bar);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpaceLarge, kSpaceLarge, kSpaceLarge, kSpace);
    layout->setSpacing(kSpaceLarge - 4);
    makeTop(layout);
    makeServerPart(layout);
    layout->addSpacing(kSpace);
    makeLooks(layout);
    layout->addStretch(1);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    outer->addWidget(area, 1);
    makeFoot(outer);
    if (known != nullptr)
        fill(*known);
    else
        setEngine(engineId(), {});
    showPreview();
    m_name->setFocus();
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::makeTop(QVBoxLayout *layout)
{
    QFormLayout *top = form();
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("As you and the command line will call it"));
    m_engine = new QComboBox;
    m_engine->setAccessibleName(tr("Engine"));
    for (const auto &engine : engines()) {
        if (!engine->connectionFields().empty())
            m_engine->addItem(engine->name(), engine->id());
    }
    for (const QString &id : webServerIds())
        m_engine->addItem(findWebServer(id)->name(), id);
    top->addRow(tr("&Name"), m_name);
    top->addRow(tr("&Engine"), m_engine);
    layout->addLayout(top);
    connect(m_engine, &QComboBox::currentIndexChanged, this, [this] { setEngine(engineId(), {}); });
    connect(m_name, &QLineEdit::textChanged, this, &ConnectionDialog::showPreview);
}

void ConnectionDialog::makeServerPart(QVBoxLayout *layout)
{
    m_fields = new OptionsForm(OptionsForm::Purpose::Writing);
    layout->addWidget(m_fields);
    m_passwordPart = new QWidget;
    QFormLayout *part = form();
    m_passwordPart->setLayout(part);
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Asked for when it is needed"));
    m_keep = new QCheckBox(tr("&Keep it in the keyring of the system"));
    m_keep->setToolTip(tr("It is stored there and nowhere else"));
    m_passwordLabel = new QLabel;
    m_passwordLabel->setBuddy(m_password);
    part->addRow(m_passwordLabel, m_password);
    part->addRow(QString(), m_keep);
    layout->addWidget(m_passwordPart);
}

void ConnectionDialog::makeLooks(QVBoxLayout *layout)
{
    QFormLayout *looks = form();
    m_color = new QComboBox;
    m_color->setAccessibleName(tr("Colour"));
    m_color->addItem(connectionColorName({}), QString());
    for (const QString &color : connectionColors())
        m_color->addItem(connectionIcon(color), connectionColorName(color), color);
    m_mark = new QLineEdit;
    m_mark->setMaxLength(16);
    m_mark->setAccessibleName(tr("Mark"));
    m_mark->setToolTip(tr("A word that stands beside the colour"));
    m_readOnly = new QCheckBox(tr("&Read-only: nothing can be written through this connection"));
    looks->addRow(tr("&Colour"), m_color);
    looks->addRow(tr("&Mark"), m_mark);
    looks->addRow(QString(), m_readOnly);
    layout->addLayout(looks);
    connect(m_color, &QComboBox::currentIndexChanged, this, &ConnectionDialog::showPreview);
    connect(m_mark, &QLineEdit::textChanged, this, &ConnectionDialog::showPreview);
    connect(m_readOnly, &QCheckBox::toggled, this, &ConnectionDialog::showPreview);
}

void ConnectionDialog::makeFoot(QVBoxLayout *layout)
{
    m_told = new QLabel;
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setAccessibleName(tr("Result of the test"));
    m_told->setContentsMargins(kSpaceLarge, 0, kSpaceLarge, 0);
    m_told->hide();
    layout->addWidget(m_told);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(kSpaceLarge, kSpace, kSpaceLarge, 0);
    m_test = new QPushButton(tr("&Test"));
    m_test->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("&Save"));
    m_save->setDefault(true);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConnectionDialog::save);
}

QString ConnectionDialog::engineId() const
{
    return m_engine->currentData().toString();
}

void ConnectionDialog::setEngine(const QString &id, const OptionValues &values)
{
    const Engine *webServer = findWebServer(id);
    if (const Engine *engine = webServer != nullptr ? webServer : findEngine(id))
        m_fields->setOptions(engine->connectionFields(), values);
    m_passwordPart->setVisible(id != QLatin1String("sqlite"));
    m_passwordLabel->setText(webServer != nullptr ? tr("T&oken") : tr("Pass&word"));
    m_test->setVisible(id != webserver::kCollibra); // no call of theirs does nothing but answer
    for (QLabel *label : findChildren<QLabel *>()) { // three forms, one column
        if (label->buddy() != nullptr)
            label->setMinimumWidth(kLabelWidth);
    }
    m_told->hide();
    fitWidth();
}

/// No form is cut at its side, whatever the language and the letters.
void ConnectionDialog::fitWidth()
{
    auto *area = findChild<QScrollArea *>();
    if (area == nullptr)
        return; // the forms are not in their place yet
    area->widget()->layout()->activate();
    area->setMinimumWidth(area->widget()->minimumSizeHint().width()
                          + area->verticalScrollBar()->sizeHint().width());
}

void ConnectionDialog::fill(const SavedConnection &known)
{
    m_replaced = known.name; // "" where an open database is to be saved
    m_name->setText(known.name);
    {
        const QSignalBlocker blocker(m_engine);
        m_engine->setCurrentIndex(m_engine->findData(known.database.engine));
    }
    setEngine(known.database.engine, fieldsOf(known.database));
    m_keep->setChecked(known.isPasswordKept);
    if (known.isPasswordKept)
        m_password->setPlaceholderText(tr("In the keyring"));
    m_color->setCurrentIndex(m_color->findData(known.color));
    m_mark->setText(known.mark);
    m_readOnly->setChecked(known.isReadOnly);
}

Result<SavedConnection> ConnectionDialog::entered() const
{
    SavedConnection made;
    made.name = m_name->text().trimmed();
    made.color = m_color->currentData().toString();
    made.mark = m_mark->text().trimmed();
    made.isReadOnly = m_readOnly->isChecked();
    made.isPasswordKept = engineId() != QLatin1String("sqlite") && m_keep->isChecked();
    if (findWebServer(engineId()) != nullptr) {
        const QString address = m_fields->values().text(webserver::kAddressField).trimmed();
        ASSIGN_OR_RETURN(made.database, webServerAt(engineId(), address));
    } else {
        ASSIGN_OR_RETURN(made.database, databaseFromFields(engineId(), m_fields->values()));
    }
    return made;
}

void ConnectionDialog::showPreview()
{
    SavedConnection shown;
    shown.name = m_name->text().trimmed();
    shown.color = m_color->currentData().toString();
    shown.mark = m_mark->text().trimmed();
    shown.isReadOnly = m_readOnly->isChecked();
    m_mark->setPlaceholderText(defaultMark(shown.color));
    m_bar->setConnection(&shown);
}

void ConnectionDialog::tell(const QString &text, const QString &tone)
{
    m_told->setText(text);
    m_told->setProperty("tone", tone);
    m_told->style()->unpolish(m_told);
    m_told->style()->polish(m_told);
    m_told->show();
}

void ConnectionDialog::test()
{
    const Result<SavedConnection> made = entered();
    if (!made)
        return tell(errorText(made.error()), QStringLiteral("danger"));
    m_test->setEnabled(false);
    tell(tr("Connecting…"), QStringLiteral("muted"));
    m_facts = std::make_shared<ConnectionFacts>();
    m_runner.reset();
    m_typed = std::make_unique<TypedPassword>(secretOf(*m_password), m_secrets);
    m_runner = std::make_unique<JobRunner>(makeConnectionTestJob(made->database, m_facts));
    m_runner->setSecrets(m_typed.get());
    connect(m_runner.get(), &JobRunner::finished, this, &ConnectionDialog::testEnded);
    m_runner->start();
}

void ConnectionDialog::testEnded()
{
    m_test->setEnabled(true);
    const Result<JobReport> &result = *m_runner->result();
    if (!result)
        return tell(errorText(result.error()), QStringLiteral("danger"));
    QString server = m_facts->engineVersion; // which may begin with the name
    if (!server.startsWith(m_engine->currentText()))
        server = QStringLiteral("%1 %2").arg(m_engine->currentText(), server).trimmed();
    const bool isWeb = findWebServer(engineId()) != nullptr;
    const QString found = isWeb ? counted(m_facts->tables, tr("1 service"), tr("%1 services"))
                                : counted(m_facts->tables, tr("1 table"), tr("%1 tables"));
    tell(tr("It works: %1, %2, %3 ms").arg(server, found).arg(m_facts->durationMs),
         QStringLiteral("success"));
}

void ConnectionDialog::save()
{
    const Result<SavedConnection> made = entered();
    if (!made)
        return tell(errorText(made.error()), QStringLiteral("danger"));
    if (m_password->text().isEmpty())
        return finish(*made);
    m_secrets.remember(made->database, secretOf(*m_password));
    if (made->isPasswordKept)
        keepPassword(*made);
    else
        finish(*made);
}

void ConnectionDialog::keepPassword(const SavedConnection &connection)
{
    m_save->setEnabled(false);
    const QPointer<ConnectionDialog> self(this);
    m_secrets.keyring().write(connection.database, secretOf(*m_password),
                              [self, connection](const Result<void> &kept) {
                                  if (!self)
                                      return;
                                  self->m_save->setEnabled(true);
                                  if (kept)
                                      return self->finish(connection);
                                  self->m_keep->setChecked(false);
                                  self->tell(errorText(kept.error()), QStringLiteral("danger"));
                              });
}

void ConnectionDialog::finish(const SavedConnection &connection)
{
    const SavedConnection *found = m_book.find(m_replaced);
    const SavedConnection before = found != nullptr ? *found : SavedConnection();
    if (const Result<void> saved = m_book.save(connection, m_replaced); !saved)
        return tell(errorText(saved.error()), QStringLiteral("danger"));
    m_secrets.forgetKept(before);
    m_savedName = connection.name;
    accept();
}

} // namespace galley
