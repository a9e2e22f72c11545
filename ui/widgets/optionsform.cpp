// SPDX-License-Identifier: MIT
#include "ui/widgets/optionsform.h"

#include "models/coretexts.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace galley {

namespace {

/// A tab cannot be typed into a form: it stands as `\t`.
QString toField(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1String("\\t"));
}

QString fromField(QString text)
{
    return text.replace(QLatin1String("\\t"), QLatin1String("\t"));
}

} // namespace

OptionsForm::OptionsForm(Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(16);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    connect(this, &OptionsForm::changed, this, &OptionsForm::showResets);
    // Beside other things (a sample, facts) there is no room for two columns.
    m_layout->setRowWrapPolicy(purpose == Purpose::Reading ? QFormLayout::WrapAllRows
                                                           : QFormLayout::DontWrapRows);
}

void OptionsForm::setOptions(const std::vector<OptionSpec> &specs, const OptionValues &values)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    for (const OptionSpec &spec : specs) {
        if (m_purpose == Purpose::Reading ? spec.forReading : spec.forWriting)
            addField(spec, values.value(spec.id));
    }
    showResets();
}

void OptionsForm::addField(const OptionSpec &spec, const QVariant &value)
{
    Field field;
    if (spec.type == OptionSpec::Type::Boolean)
        field = makeBoolean(spec, value);
    else if (spec.type == OptionSpec::Type::Choice)
        field = makeChoice(spec, value);
    else
        field = makeText(spec, value);
    field.spec = spec;
    const QString help = coreText(spec.help);
    field.widget->setToolTip(help);
    field.widget->setAccessibleName(coreText(spec.label));
    field.widget->setAccessibleDescription(help);
    field.widget->setObjectName(QStringLiteral("option.") + spec.id);
    auto *label = new QLabel(coreText(spec.label), this);
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(help);
    label->setBuddy(field.widget);
    QWidget *line = spec.type == OptionSpec::Type::File
        ? withBrowseButton(static_cast<QLineEdit *>(field.widget))
        : field.widget;
    m_layout->addRow(label, m_purpose == Purpose::Reading ? withReset(field, line) : line);
    m_fields.push_back(std::move(field));
}

/// The field, a button that leaves it to detection again, and room below for what is wrong with it.
QWidget *OptionsForm::withReset(Field &field, QWidget *line)
{
    auto *whole = new QWidget(this);
    auto *layout = new QGridLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    field.resetButton = new QToolButton(whole);
    field.resetButton->setIcon(icon(QStringLiteral("undo")));
    field.resetButton->setAutoRaise(true);
    field.resetButton->setFocusPolicy(Qt::StrongFocus);
    field.resetButton->setToolTip(tr("Reset to detected"));
    field.resetButton->setAccessibleName(tr("Reset to detected: %1").arg(coreText(field.spec.label)));
    field.resetButton->setObjectName(QStringLiteral("reset.") + field.spec.id);
    field.problem = new QLabel(whole);
    field.problem->setTextFormat(Qt::PlainText);
    field.problem->setWordWrap(true);
    field.problem->setProperty("tone", QStringLiteral("danger"));
    field.problem->setObjectName(QStringLiteral("problem.") + field.spec.id);
    field.problem->hide();
    layout->addWidget(line, 0, 0);
    layout->addWidget(field.resetButton, 0, 1);
    layout->addWidget(field.problem, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    connect(field.resetButton, &QToolButton::clicked, this, field.reset);
    return whole;
}

void OptionsForm::showResets()
{
    for (const Field &field : m_fields) {
        if (field.resetButton != nullptr)
            field.resetButton->setVisible(field.value().isValid());
    }
}

void OptionsForm::setDetected(const OptionValues &detected)
{
    for (const Field &field : m_fields) {
        if (!field.tellDetected)
            continue;
        const QVariant value = detected.value(field.spec.id);
        const bool isTruth = field.spec.type == OptionSpec::Type::Boolean;
        const QString shown = isTruth ? (value.toBool() ? tr("yes") : tr("no")) : toField(value.toString());
        field.tellDetected(!value.isValid() || shown.isEmpty() ? tr("(as detected)")
                                                               : tr("(as detected: %1)").arg(shown));
    }
    showResets();
}

void OptionsForm::reset()
{
    for (const Field &field : m_fields) {
        if (field.reset)
            field.reset();
    }
}

void OptionsForm::setProblem(const QString &id, const QString &text)
{
    for (const Field &field : m_fields) {
        if (field.spec.id != id || field.problem == nullptr)
            continue;
        field.problem->setText(text);
        field.problem->show();
    }
}

void OptionsForm::clearProblems()
{
    for (const Field &field : m_fields) {
        if (field.problem != nullptr)
            field.problem->hide();
    }
}

QWidget *OptionsForm::withBrowseButton(QLineEdit *edit)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QPushButton(tr("Browse…"), row);
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Browse for: %1").arg(edit->accessibleName()));
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, edit, [this, edit] {
        auto *dialog = new QFileDialog(this, tr("Choose a file"), edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return row;
}

OptionsForm::Field OptionsForm::makeBoolean(const OptionSpec &spec, const QVariant &value)
{
    if (m_purpose == Purpose::Reading) {
        OptionSpec choice = spec;
        choice.choices = {QStringLiteral("true"), QStringLiteral("false")};
        return makeChoice(choice,
                          value.isValid() ? QVariant(value.toBool() ? choice.choices[0] : choice.choices[1])
                                          : QVariant());
    }
    Field field;
    auto *box = new QCheckBox(this);
    box->setChecked((value.isValid() ? value : spec.defaultValue).toBool());
    field.widget = box;
    field.value = [box] { return QVariant(box->isChecked()); };
    connect(box, &QCheckBox::toggled, this, &OptionsForm::changed);
    return field;
}

OptionsForm::Field OptionsForm::makeChoice(const OptionSpec &spec, const QVariant &value)
{
    Field field;
    auto *combo = new QComboBox(this);
    if (m_purpose == Purpose::Reading)
        combo->addItem(tr("(as detected)"), QVariant());
    for (const QString &choice : spec.choices) {
        const bool isTruth = spec.type == OptionSpec::Type::Boolean;
        const QString shown = !isTruth ? choice : choice == QLatin1String("true") ? tr("yes") : tr("no");
        combo->addItem(shown, isTruth ? QVariant(choice == QLatin1String("true")) : QVariant(choice));
    }
    const QString wanted =
        (value.isValid() || m_purpose == Purpose::Reading ? value : spec.defaultValue).toString();
    const int index =
        static_cast<int>(spec.choices.indexOf(wanted)) + (m_purpose == Purpose::Reading ? 1 : 0);
    combo->setCurrentIndex(std::max(0, index));
    field.widget = combo;
    field.value = [combo] { return combo->currentData(); };
    if (m_purpose == Purpose::Reading) {
        field.reset = [combo] { combo->setCurrentIndex(0); };
        field.tellDetected = [combo](const QString &text) { combo->setItemText(0, text); };
    }
    connect(combo, &QComboBox::currentIndexChanged, this, &OptionsForm::changed);
    return field;
}

OptionsForm::Field OptionsForm::makeText(const OptionSpec &spec, const QVariant &value)
{
    Field field;
    auto *edit = new QLineEdit(this);
    if (spec.type == OptionSpec::Type::Integer)
        edit->setValidator(new QIntValidator(edit));
    if (spec.type == OptionSpec::Type::Character)
        edit->setMaxLength(2);
    if (value.isValid() || m_purpose == Purpose::Writing)
        edit->setText(toField((value.isValid() ? value : spec.defaultValue).toString()));
    if (m_purpose == Purpose::Reading)
        edit->setPlaceholderText(tr("(as detected)"));
    field.widget = edit;
    if (m_purpose == Purpose::Reading) {
        field.reset = [edit] { edit->clear(); };
        field.tellDetected = [edit](const QString &text) { edit->setPlaceholderText(text); };
    }
    const bool isNumber = spec.type == OptionSpec::Type::Integer;
    const bool isUnsetWhenEmpty = m_purpose == Purpose::Reading || isNumber;
    const bool isPath = spec.type == OptionSpec::Type::File;
    field.value = [edit, isNumber, isPath, isUnsetWhenEmpty] {
        if (edit->text().isEmpty() && isUnsetWhenEmpty)
            return QVariant();
        if (isPath)
            return QVariant(edit->text().trimmed());
        return isNumber ? QVariant(edit->text().toInt()) : QVariant(fromField(edit->text()));
    };
    connect(edit, &QLineEdit::textChanged, this, &OptionsForm::changed);
    return field;
}

OptionValues OptionsForm::values() const
{
    OptionValues out;
    for (const Field &field : m_fields) {
        const QVariant value = field.value();
        const bool isDefault =
            m_purpose == Purpose::Writing && value.toString() == field.spec.defaultValue.toString();
        if (value.isValid() && !isDefault)
            out.set(field.spec.id, value);
    }
    return out;
}

} // namespace galley
