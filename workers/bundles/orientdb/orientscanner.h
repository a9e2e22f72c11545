// SPDX-License-Identifier: MIT
//
// An OrientDB export as sections and records, streaming. What its exporters write beside JSON is read, too:
// empty elements between records (3.x), keys that come twice, record ids without quotes in brokenRids.
//
// Threads: one.
#pragma once

#include "workers/base/result.h"
#include "workers/formats/json/jsonscanner.h"
#include "workers/formats/recordbuffer.h"

#include <optional>
#include <vector>

namespace galley {

struct OrientField
{
    JsonValue key;
    JsonValue value;
};

/// Views are good until the next record is asked for.
struct OrientRecord
{
    qint64 number = 0; ///< in the section, from 1; empty elements do not count
    qint64 offset = 0; ///< of its brace, in the bytes of the source
    qint64 end = 0; ///< behind its last brace
    std::string_view text; ///< all of it
    std::string_view type; ///< "d", "b", "f"
    JsonValue rid;
    JsonValue className; ///< kind Null where there is none
    JsonValue fieldTypes; ///< the last one, which is complete
    std::vector<OrientField> fields; ///< all but the keys above and @version
};

class OrientScanner
{
public:
    /// From the beginning of an export.
    explicit OrientScanner(std::unique_ptr<ByteSource> source);

    /// The name of the next section, whose value is then to be taken; no value at the end of the document.
    /// Errors: Malformed, Truncated, Encoding, Limit, and those of the source.
    Result<std::optional<QByteArray>> nextSection();
    /// The text of the section's value; only its brackets and strings are checked.
    Result<std::string_view> takeSection();
    Result<void> beginRecords();
    /// False at the end of the section.
    Result<bool> nextRecord(OrientRecord &record);
    /// Pieces of a records section follow, each of whole records, with nothing around them.
    void beginPieces();
    void setNumber(qint64 number) { m_number = number - 1; }

    /// What cells that point into the record need to live.
    std::shared_ptr<const void> block() const { return m_buffer.block(); }
    qint64 consumed() const { return m_buffer.consumed(); }
    qint64 size() const { return m_buffer.size(); }
    /// Of a record, for messages.
    Place placeOf(qint64 number) const;

private:
    enum class Step : quint8
    {
        Done,
        Cut,
        End,
        Broken
    };

    template<typename Scan> Result<bool> run(Scan scan, bool countsLines);
    Step scanName(QByteArray &name);
    Step scanLenient();
    Step scanRecord(OrientRecord &record);
    bool scanObject(OrientRecord &record);
    bool scanMeta(const JsonValue &key, OrientRecord &record);
    Step fail(ErrorKind kind, const char *at, const QString &message, const QString &hint = {});
    Step failScan();
    Step failElement();
    /// At a character that decides; or why there is none.
    Step atNext(const char *where);

    RecordBuffer m_buffer;
    JsonScanner m_scanner;
    bool m_isFirst = true; ///< before the first section
    bool m_isEnded = false; ///< after the last one
    bool m_isInRecords = false;
    bool m_isInPieces = false;
    bool m_needsComma = false;
    qint64 m_number = 0; ///< of the last record
    Error m_error;
};

} // namespace galley
