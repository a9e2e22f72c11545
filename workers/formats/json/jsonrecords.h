// SPDX-License-Identifier: MIT
//
// A JSON array, a single object or JSON Lines as records, streaming: an object at a time.
//
// Threads: one.
#pragma once

#include "workers/formats/json/jsonscanner.h"
#include "workers/formats/recordbuffer.h"

#include <functional>
#include <vector>

namespace galley {

struct JsonMember
{
    JsonValue key;
    JsonValue value;
};

class JsonRecords
{
public:
    /// `source`: text in UTF-8. `isArray`: an array or a single object, else JSON Lines.
    JsonRecords(std::unique_ptr<ByteSource> source, bool isArray, size_t blockSize);

    /// Scans the record after those that were done with; false at the end. Errors: Malformed, Truncated,
    /// Encoding, Schema, UnsafeStatement, Unsupported, Limit, and those of the source.
    Result<bool> next();
    /// The record is done with: next() goes on after it.
    void done();

    // Of the record, until it is done with:
    const std::vector<JsonMember> &members() const { return m_members; }
    qint64 number() const { return m_done + 1; } ///< from 1
    qint64 line() const;
    QByteArray text() const;
    Error atRecord(Error error) const; ///< with its place

    /// Shows this record, and those after it that stand whole in the block; next() is not moved on.
    void lookAhead(const std::function<void(const std::vector<JsonMember> &)> &show);
    const RecordBuffer &buffer() const { return m_buffer; }

private:
    enum class Step : quint8
    {
        Record,
        Cut,
        End,
        Broken
    };

    Step scanRecord();
    Step scanFirst();
    bool scanObject();
    Step scanEnd();
    Step fail(ErrorKind kind, const char *at, const QString &message, const QString &hint = {});
    Step failScan();
    Step failElement();
    bool isFirst() const { return m_done == 0; }
    void restart() { m_scanner.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd(), !m_isArray); }

    RecordBuffer m_buffer;
    bool m_isArray;
    JsonScanner m_scanner;
    std::vector<JsonMember> m_members;
    const char *m_recordStart = nullptr;
    qint64 m_done = 0; ///< records
    bool m_isSingle = false; ///< the top is one object
    bool m_isEnded = false;
    Error m_error;
};

} // namespace galley
