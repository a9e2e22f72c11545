// SPDX-License-Identifier: MIT
#include "ui/settingsdialog.h"

#include "ui/language.h"
#include "ui/wizards/wizardparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kMostDeletes = 1'000'000'000;
constexpr int kLongestWaitS = 24 * 3600;

QLabel *note(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setProperty("muted", true);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(kSpaceLarge);
    form->setVerticalSpacing(kSpace);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addAppearance(form);
    addLanguage(form);
    addExportFolder(form);
    addDeleteLimit(form);
    addNotification(form);
    addSketches(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceLarge, kSpaceLarge, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpaceLarge);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    giveRoom(*this, {560, 0});
}

void SettingsDialog::addAppearance(QFormLayout *form)
{
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Appearance"));
    box->addItem(tr("As the system"), appearanceName(Appearance::System));
    box->addItem(tr("Light"), appearanceName(Appearance::Light));
    box->addItem(tr("Dark"), appearanceName(Appearance::Dark));
    box->setCurrentIndex(box->findData(appearanceName(m_settings.appearance())));
    connect(box, &QComboBox::activated, this,
            [this, box] { Q_EMIT appearanceChosen(appearanceFromName(box->currentData().toString())); });
    form->addRow(tr("&Appearance"), box);
}

void SettingsDialog::addLanguage(QFormLayout *form)
{
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Language"));
    box->addItem(tr("As the system"), QString());
    for (const Language &each : languages())
        box->addItem(each.name, each.code);
    box->setCurrentIndex(std::max(0, box->findData(m_settings.language())));
    auto *later = note(tr("The language changes when Galley is started again."));
    later->hide();
    connect(box, &QComboBox::activated, this, [this, box, later] {
        m_settings.setLanguage(box->currentData().toString());
        later->show();
    });
    form->addRow(tr("&Language"), box);
    form->addRow(QString(), later);
}

void SettingsDialog::addExportFolder(QFormLayout *form)
{
    auto *edit = new QLineEdit(QDir::toNativeSeparators(m_settings.exportFolder()));
    edit->setObjectName(QStringLiteral("exportFolder"));
    edit->setAccessibleName(tr("Folder for exports"));
    edit->setPlaceholderText(tr("beside the database"));
    edit->setClearButtonEnabled(true);
    auto *browse = new QPushButton(tr("&Browse…"));
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Choose the folder for exports"));
    auto *missing = note(tr("There is no such folder; exports are proposed beside the database."));
    missing->setProperty("tone", QStringLiteral("warning"));
    const auto take = [this, edit, missing] {
        const QString folder = QDir::fromNativeSeparators(edit->text().trimmed());
        m_settings.setExportFolder(folder);
        missing->setVisible(!folder.isEmpty() && !QDir(folder).exists());
    };
    connect(edit, &QLineEdit::textChanged, this, take);
    connect(browse, &QPushButton::clicked, this, [this, edit] {
        auto *dialog = new QFileDialog(this, tr("Choose a folder"), edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(kSpace);
    line->addWidget(edit, 1);
    line->addWidget(browse);
    auto *label = new QLabel(tr("&Folder for exports"));
    label->setBuddy(edit);
    form->addRow(label, line);
    form->addRow(QString(), missing);
    missing->setVisible(!m_settings.exportFolder().isEmpty() && !QDir(m_settings.exportFolder()).exists());
}

void SettingsDialog::addDeleteLimit(QFormLayout *form)
{
    auto *box = new QSpinBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAccessibleName(tr("Deleted rows that are confirmed by typing their number"));
    box->setRange(0, kMostDeletes);
    box->setGroupSeparatorShown(true);
    box->setValue(static_cast<int>(std::min<qint64>(m_settings.deleteLimit(), kMostDeletes)));
    connect(box, &QSpinBox::valueChanged, this, [this](int limit) { m_settings.setDeleteLimit(limit); });
    form->addRow(tr("&Deletes without typing"), box);
    form->addRow(QString(),
                 note(tr("An apply that deletes more rows than this asks for their number to be typed.")));
}

void SettingsDialog::addNotification(QFormLayout *form)
{
    auto *box = new QSpinBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAccessibleName(tr("Seconds after which the end of a job is notified"));
    box->setRange(0, kLongestWaitS);
    box->setSpecialValueText(tr("never"));
    box->setSuffix(tr(" s"));
    box->setValue(m_settings.notifyAfterSeconds());
    connect(box, &QSpinBox::valueChanged, this,
            [this](int seconds) { m_settings.setNotifyAfterSeconds(seconds); });
    form->addRow(tr("&Notify of jobs longer than"), box);
    form->addRow(QString(), note(tr("Told by the desktop when the window is not in front; 0: never.")));
}

void SettingsDialog::addSketches(QFormLayout *form)
{
    auto *box = new QCheckBox(tr("&Pictures of the columns above the rows of a table"));
    box->setChecked(m_settings.areSketchesWanted());
    connect(box, &QCheckBox::toggled, this, [this](bool areWanted) {
        m_settings.setSketchesWanted(areWanted);
        Q_EMIT sketchesChosen(areWanted);
    });
    form->addRow(QString(), box);
    form->addRow(QString(), note(tr("Made from the first rows of a table when it is opened.")));
}

} // namespace galley
