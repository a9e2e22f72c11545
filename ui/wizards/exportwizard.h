// SPDX-License-Identifier: MIT
//
// Asks what to export, in which format, and where to. Makes a plan; runs nothing.
//
// Threads: UI thread. Use open(), then plan() when accepted() was emitted.
#pragma once

#include "ui/wizards/stepdialog.h"
#include "workers/jobs/plans.h"

namespace galley {

class ExportWizard : public StepDialog
{
    Q_OBJECT

public:
    /// What `initial` sets is filled in: the source is always needed.
    /// `secrets` (may be null) outlives it.
    explicit ExportWizard(const ExportPlan &initial, QWidget *parent = nullptr,
                          SecretSource *secrets = nullptr);
    ~ExportWizard() override;

    ExportPlan plan() const;

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace galley
