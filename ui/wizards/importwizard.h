// SPDX-License-Identifier: MIT
//
// Asks what to import, into which database and table, how columns map and how rows are matched. Makes the
// plan of a preview: nothing is ever written from here.
//
// Threads: UI thread. Use open(), then plan() when accepted() was emitted.
#pragma once

#include "ui/wizards/stepdialog.h"
#include "workers/jobs/plans.h"

namespace galley {

class ImportWizard : public StepDialog
{
    Q_OBJECT

public:
    /// What `initial` sets is filled in; all of it may be empty.
    /// `secrets` (may be null) outlives it.
    explicit ImportWizard(const ImportPlan &initial, QWidget *parent = nullptr,
                          SecretSource *secrets = nullptr);
    ~ImportWizard() override;

    ImportPlan plan() const;

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace galley
