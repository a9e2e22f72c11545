// SPDX-License-Identifier: MIT
//
// Asks for the password of one database.
//
// Threads: UI thread.
#pragma once

#include "workers/engines/engine.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace galley {

class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `note`: why it is asked for, as far as there is something to say. `canKeep`: offers the keyring.
    PasswordDialog(const DatabaseRef &database, const QString &note, bool canKeep, QWidget *parent);

    Secret password() const;
    bool isToBeKept() const;

private:
    QLineEdit *m_password;
    QCheckBox *m_keep;
};

/// What is in a field for passwords.
Secret secretOf(const QLineEdit &field);

} // namespace galley
