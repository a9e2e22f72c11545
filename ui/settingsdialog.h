// SPDX-License-Identifier: MIT
//
// The few things that can be set. Each takes effect at once, except where it says otherwise.
//
// Threads: UI thread.
#pragma once

#include "ui/settings.h"

#include <QDialog>

class QFormLayout;

namespace galley {

class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void appearanceChosen(galley::Appearance appearance);
    void sketchesChosen(bool areWanted);

private:
    void addAppearance(QFormLayout *form);
    void addLanguage(QFormLayout *form);
    void addExportFolder(QFormLayout *form);
    void addDeleteLimit(QFormLayout *form);
    void addNotification(QFormLayout *form);
    void addSketches(QFormLayout *form);

    Settings m_settings;
};

} // namespace galley
