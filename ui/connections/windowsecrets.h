// SPDX-License-Identifier: MIT
//
// Passwords for the window's jobs and sessions: what was typed already, then the keyring, then a dialog.
//
// Threads: password() on any thread but the UI's, where it would wait for itself; all else on the UI thread.
#pragma once

#include "workers/connections/keyring.h"

#include <QPointer>
#include <QWidget>

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>

namespace galley {

class ConnectionBook;
struct SavedConnection;

class WindowSecrets : public QObject, public SecretSource
{
    Q_OBJECT

public:
    /// `book` outlives it; dialogs belong to `window`.
    WindowSecrets(ConnectionBook &book, QWidget *window);
    /// Nobody may be waiting any more.
    ~WindowSecrets() override;

    Result<Secret> password(const DatabaseRef &database, Asking asking) override;
    Result<Secret> passwordUnless(const std::stop_token &stop, const DatabaseRef &database,
                                  Asking asking) override;

    /// For this run of the program.
    void remember(const DatabaseRef &database, const Secret &secret);
    /// The server refused it: the next time the user is asked, whatever the keyring has.
    void distrust(const DatabaseRef &database);
    /// Takes the password of a connection that was changed or removed out of the keyring, unless another one
    /// needs it.
    void forgetKept(const SavedConnection &before);
    Keyring &keyring() { return m_keyring; }

Q_SIGNALS:
    /// A password that should have been kept was not.
    void keepingFailed(const galley::Error &error);

private:
    struct Question
    {
        DatabaseRef database;
        Asking asking = Asking::No;
        std::optional<Result<Secret>> answer;
        bool isGivenUp = false;
    };
    using QuestionPtr = std::shared_ptr<Question>;

    void next();
    void fromKeyring(const QuestionPtr &question);
    void ask(const QuestionPtr &question, const QString &note);
    void giveAnswer(const QuestionPtr &question, Result<Secret> answer);

    ConnectionBook &m_book;
    QWidget *m_window;
    Keyring m_keyring;
    std::map<QString, bool> m_distrusted; ///< keys whose keyring entry was refused
    QuestionPtr m_current;
    std::mutex m_mutex; ///< guards what follows, and the questions' answers
    std::condition_variable_any m_answered;
    std::map<QString, Secret> m_known;
    std::deque<QuestionPtr> m_questions;
};

} // namespace galley
