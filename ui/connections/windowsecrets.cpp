// SPDX-License-Identifier: MIT
#include "ui/connections/windowsecrets.h"

#include "models/connectionbook.h"
#include "models/wording.h"
#include "ui/connections/passworddialog.h"

#include <algorithm>

namespace galley {

namespace {

Error notGiven()
{
    return {ErrorKind::Cancelled, QStringLiteral("no password was given"), {}, {}};
}

} // namespace

WindowSecrets::WindowSecrets(ConnectionBook &book, QWidget *window)
    : QObject(window)
    , m_book(book)
    , m_window(window)
{
}

WindowSecrets::~WindowSecrets() = default;

Result<Secret> WindowSecrets::password(const DatabaseRef &database, Asking asking)
{
    return passwordUnless({}, database, asking);
}

Result<Secret> WindowSecrets::passwordUnless(const std::stop_token &stop, const DatabaseRef &database,
                                             Asking asking)
{
    const auto question = std::make_shared<Question>();
    question->database = database;
    question->asking = asking;
    std::unique_lock lock(m_mutex);
    if (const auto known = m_known.find(Keyring::keyOf(database)); known != m_known.end())
        return known->second.copy();
    m_questions.push_back(question);
    QMetaObject::invokeMethod(this, &WindowSecrets::next, Qt::QueuedConnection);
    if (m_answered.wait(lock, stop, [&] { return question->answer.has_value(); }))
        return *std::move(question->answer);
    question->isGivenUp = true;
    return notGiven();
}

/// One at a time: four connections of an export ask one question.
void WindowSecrets::next()
{
    if (m_current)
        return;
    std::optional<Secret> known;
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_questions, [](const QuestionPtr &each) { return each->isGivenUp; });
        if (m_questions.empty())
            return;
        m_current = m_questions.front();
        m_questions.pop_front();
        const auto found = m_known.find(Keyring::keyOf(m_current->database));
        if (found != m_known.end())
            known = found->second.copy();
    }
    if (known)
        giveAnswer(m_current, *std::move(known));
    else
        fromKeyring(m_current);
}

void WindowSecrets::fromKeyring(const QuestionPtr &question)
{
    const SavedConnection *saved = m_book.connectionFor(question->database);
    const bool isKept = saved != nullptr && saved->isPasswordKept
        && !m_distrusted.contains(Keyring::keyOf(question->database));
    const auto otherwise = [this, question](const QString &note) {
        if (question->asking == Asking::Allowed)
            ask(question, note);
        else
            giveAnswer(question, Secret());
    };
    if (!isKept)
        return otherwise({});
    m_keyring.read(question->database, [this, question, otherwise](Result<Secret> kept) {
        if (!kept)
            return otherwise(errorText(kept.error()));
        if (kept->isEmpty())
            return otherwise({});
        remember(question->database, *kept);
        giveAnswer(question, *std::move(kept));
    });
}

void WindowSecrets::ask(const QuestionPtr &question, const QString &note)
{
    const SavedConnection *saved = m_book.connectionFor(question->database);
    auto *dialog = new PasswordDialog(question->database, note, saved != nullptr, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = saved != nullptr ? saved->name : QString();
    connect(dialog, &QDialog::finished, this, [this, dialog, question, name](int result) {
        if (result != QDialog::Accepted)
            return giveAnswer(question, notGiven());
        Secret secret = dialog->password();
        remember(question->database, secret);
        if (dialog->isToBeKept()) {
            m_keyring.write(question->database, secret, [this, name](const Result<void> &kept) {
                const SavedConnection *now = m_book.find(name);
                if (!kept)
                    return Q_EMIT keepingFailed(kept.error());
                if (now == nullptr)
                    return;
                SavedConnection changed = *now;
                changed.isPasswordKept = true;
                if (const Result<void> written = m_book.save(changed, name); !written)
                    Q_EMIT keepingFailed(written.error());
            });
        }
        giveAnswer(question, std::move(secret));
    });
    dialog->open();
}

void WindowSecrets::giveAnswer(const QuestionPtr &question, Result<Secret> answer)
{
    {
        const std::lock_guard lock(m_mutex);
        question->answer = std::move(answer);
    }
    m_answered.notify_all();
    m_current.reset();
    next();
}

void WindowSecrets::remember(const DatabaseRef &database, const Secret &secret)
{
    m_distrusted.erase(Keyring::keyOf(database));
    const std::lock_guard lock(m_mutex);
    m_known.insert_or_assign(Keyring::keyOf(database), secret.copy());
}

void WindowSecrets::distrust(const DatabaseRef &database)
{
    m_distrusted[Keyring::keyOf(database)] = true;
    const std::lock_guard lock(m_mutex);
    m_known.erase(Keyring::keyOf(database));
}

void WindowSecrets::forgetKept(const SavedConnection &before)
{
    const QString key = Keyring::keyOf(before.database);
    const bool isNeeded = std::ranges::any_of(m_book.all(), [&](const SavedConnection &each) {
        return each.isPasswordKept && Keyring::keyOf(each.database) == key;
    });
    if (!before.isPasswordKept || isNeeded)
        return;
    m_keyring.remove(before.database, [this](const Result<void> &removed) {
        if (!removed)
            Q_EMIT keepingFailed(removed.error());
    });
}

} // namespace galley
