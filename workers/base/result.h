// SPDX-License-Identifier: MIT
//
// How things fail: Result<T> holds a value or an Error, and an Error says what happened, where, and what to
// do. Only ui/ and app/cli/ decide how an error is shown.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace galley {

/// A closed list. Each kind is one that some caller reacts to differently; errorClass() maps it to the words
/// of the command line's contract, exitCode() to a process exit code.
enum class ErrorKind : quint8
{
    Malformed,
    Truncated,
    Checksum,
    Encoding,
    Value,
    Schema,
    Duplicate,
    Reference,
    Ambiguous,
    Limit,
    UnsafePath,
    UnsafeStatement,
    UntrustedSchema,
    Unsupported,
    Conflict, ///< the target is no longer what the preview saw
    Connection, ///< no server, or it went away
    Permission,
    NotFound, ///< the input is not there (class "io")
    CannotCreate, ///< the output cannot be made (class "io")
    Io,
    Cancelled,
    Usage,
};

/// `malformed`, `unsafe-path`, … as in the command line's JSON.
QString errorClass(ErrorKind kind);
/// 64 usage, 65 bad data, 66 input missing, 69 server, 73 cannot create, 74 I/O, 75 conflict, 77 permission,
/// 130 cancelled.
int exitCode(ErrorKind kind);

/// Where in the input something is wrong; what is not known is empty or 0.
struct Place
{
    QString file; ///< as the user named it
    QString member; ///< inside an archive or a directory
    qint64 line = 0; ///< from 1; for binary formats the row
    qint64 column = 0; ///< from 1, in characters

    /// `FILE[:MEMBER][:LINE[:COLUMN]]`, control characters escaped; empty where nothing is known.
    QString toString() const;
};

struct Error
{
    ErrorKind kind = ErrorKind::Io;
    QString message; ///< what happened: one sentence without a full stop at the end
    QString hint; ///< what to do about it: a sentence, or empty
    Place where;

    /// `FILE[:MEMBER][:LINE[:COLUMN]]: class: what is wrong. What to do.`, control characters escaped.
    QString toString() const;
};

/// C0, DEL, C1, bidi and line-separator controls of untrusted text as `\n`, `\x1b`, `\u202e`; the rest as it
/// is.
QString escapeControls(QStringView text);

template<typename T> class [[nodiscard]] Result
{
public:
    using Value = T;
    Result(T value) // NOLINT: implicit on purpose, `return value;`
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT: implicit on purpose, `return error;`
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }
    /// REQUIRES: isOk().
    T &value() & { return *std::get_if<0>(&m_state); }
    const T &value() const & { return *std::get_if<0>(&m_state); }
    T &&value() && { return std::move(*std::get_if<0>(&m_state)); }
    T *operator->() { return std::get_if<0>(&m_state); }
    const T *operator->() const { return std::get_if<0>(&m_state); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    /// REQUIRES: !isOk().
    const Error &error() const & { return *std::get_if<1>(&m_state); }
    Error &&error() && { return std::move(*std::get_if<1>(&m_state)); }

private:
    std::variant<T, Error> m_state;
};

template<> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT: implicit on purpose, `return error;`
        : m_error(std::move(error))
    {
    }

    bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    /// REQUIRES: !isOk().
    const Error &error() const & { return *m_error; }
    Error &&error() && { return *std::move(m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace galley

#define GALLEY_JOIN_(a, b) a##b
#define GALLEY_JOIN(a, b) GALLEY_JOIN_(a, b)

/// Returns the error of `expression` from the enclosing function, if there is one.
#define RETURN_IF_ERROR(expression)                                                                          \
    do {                                                                                                     \
        if (auto galleyResult_ = (expression); !galleyResult_)                                               \
            return std::move(galleyResult_).error();                                                         \
    } while (false)

/// `ASSIGN_OR_RETURN(auto rows, file.read());`
#define ASSIGN_OR_RETURN(declaration, expression)                                                            \
    auto GALLEY_JOIN(galleyResult_, __LINE__) = (expression);                                                \
    if (!GALLEY_JOIN(galleyResult_, __LINE__))                                                               \
        return std::move(GALLEY_JOIN(galleyResult_, __LINE__)).error();                                      \
    declaration = *std::move(GALLEY_JOIN(galleyResult_, __LINE__))
