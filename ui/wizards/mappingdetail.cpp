// SPDX-License-Identifier: MIT
#include "ui/wizards/mappingdetail.h"

#include "ui/wizards/wizardparts.h"
#include "workers/base/result.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace galley {

MappingDetail::MappingDetail(MappingModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(sectionLabel(this, {}))
    , m_constantLabel(new QLabel(tr("&Constant in every row"), this))
    , m_constant(new QLineEdit(this))
    , m_clear(new QPushButton(tr("No constant"), this))
    , m_nameLabel(new QLabel(tr("Na&me"), this))
    , m_name(new QLineEdit(this))
    , m_typeLabel(new QLabel(tr("T&ype"), this))
    , m_type(new QComboBox(this))
{
    m_constant->setAccessibleName(tr("Constant in every row"));
    m_constant->setPlaceholderText(tr("none"));
    m_name->setAccessibleName(tr("Name of the new column"));
    m_type->setAccessibleName(tr("Type of the new column"));
    for (const QString &type : MappingModel::typeChoices())
        m_type->addItem(type);
    m_constantLabel->setBuddy(m_constant);
    m_nameLabel->setBuddy(m_name);
    m_typeLabel->setBuddy(m_type);
    m_clear->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(m_nameLabel);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_typeLabel);
    layout->addWidget(m_type);
    layout->addWidget(m_constantLabel);
    layout->addWidget(m_constant, 2);
    layout->addWidget(m_clear);
    connect(m_constant, &QLineEdit::editingFinished, this, &MappingDetail::takeConstant);
    connect(m_clear, &QPushButton::clicked, this,
            [this] { m_model.setConstant(m_target.column.name, QString()); });
    connect(m_name, &QLineEdit::editingFinished, this, &MappingDetail::takeName);
    connect(m_type, &QComboBox::textActivated, this, [this](const QString &type) {
        m_model.setType(m_target.column.name, logicalTypeFromName(type));
    });
    m_constant->installEventFilter(this);
    m_name->installEventFilter(this);
    showTarget(nullptr);
}

bool MappingDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (watched == m_name)
        takeName();
    else
        takeConstant();
    return true;
}

void MappingDetail::showTarget(const MappingTarget *target)
{
    m_target = target != nullptr ? *target : MappingTarget();
    const bool isThere = target != nullptr;
    const bool isNew = isThere && m_model.isNewTable();
    const bool isFilled = m_target.source >= 0;
    const Column &column = m_target.column;
    const QString type = column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
    m_title->setText(!isThere    ? tr("Choose a target column to say more about it")
                         : isNew ? escapeControls(column.name)
                                 : QStringLiteral("%1 (%2%3)")
                                       .arg(escapeControls(column.name), escapeControls(type),
                                            column.nullable ? QString() : tr(", not NULL")));
    for (QWidget *const each : {static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name),
                                static_cast<QWidget *>(m_typeLabel), static_cast<QWidget *>(m_type)})
        each->setVisible(isNew && isFilled);
    for (QWidget *const each : {static_cast<QWidget *>(m_constantLabel), static_cast<QWidget *>(m_constant)})
        each->setVisible(isThere && !isFilled);
    m_clear->setVisible(isThere && m_target.hasConstant);
    m_constant->setText(m_target.constant);
    m_name->setText(column.name);
    m_type->setCurrentText(logicalTypeName(column.type));
}

void MappingDetail::focusConstant()
{
    if (m_constant->isVisibleTo(this))
        m_constant->setFocus(Qt::OtherFocusReason);
    else if (m_name->isVisibleTo(this))
        m_name->setFocus(Qt::OtherFocusReason);
}

void MappingDetail::takeConstant()
{
    // An empty text is no constant unless there was one that is being emptied: then "No constant" takes it
    // away.
    if (m_constant->text() == m_target.constant || m_target.column.name.isEmpty())
        return;
    const QString text = m_constant->text();
    m_model.setConstant(m_target.column.name, text.isEmpty() ? QString() : text);
}

void MappingDetail::takeName()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name == m_target.column.name || m_target.source < 0)
        return;
    m_model.rename(m_target.source, name);
}

} // namespace galley
