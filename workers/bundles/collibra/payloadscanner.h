// SPDX-License-Identifier: MIT
//
// A payload as its entries, streaming: a JSON array of strings, or an object of such arrays.
//
// Threads: one.
#pragma once

#include "workers/base/result.h"
#include "workers/formats/json/jsonscanner.h"
#include "workers/formats/recordbuffer.h"

namespace galley {

struct PayloadEntry
{
    qint64 number = 0; ///< from 1
    qint64 offset = 0; ///< of its quote, in the bytes of the source
    qint64 end = 0;
    std::string_view text; ///< unescaped; good until the next entry
};

class PayloadScanner
{
public:
    explicit PayloadScanner(std::unique_ptr<ByteSource> source);

    /// False at the end. Errors: Malformed, Truncated, Encoding, Limit, and those of the source.
    Result<bool> next(PayloadEntry &entry);
    /// Pieces of whole entries follow, with nothing around them.
    void beginPieces() { m_state = State::InPieces; }
    void setNumber(qint64 number) { m_number = number - 1; }
    qint64 consumed() const { return m_buffer.consumed(); }
    Place placeOf(qint64 number) const;

private:
    enum class State : quint8
    {
        AtStart,
        InArray,
        InObject, ///< between its members
        InPieces,
        AtEnd
    };
    enum class Step : quint8
    {
        Entry,
        Again,
        Cut,
        End,
        Broken
    };

    Step step(PayloadEntry &entry);
    Step beginArray();
    Step beginMember();
    Step takeEntry(PayloadEntry &entry);
    Step finished();
    Step fail(ErrorKind kind, const QString &message, const QString &hint = {});
    Step failScan();

    RecordBuffer m_buffer;
    JsonScanner m_scanner;
    Arena m_arena;
    State m_state = State::AtStart;
    bool m_isObject = false;
    bool m_needsComma = false; ///< before the next entry or member
    qint64 m_number = 0; ///< of the last entry
    Error m_error;
};

} // namespace galley
