// SPDX-License-Identifier: MIT
//
// A payload made of entries of others: several calls' answers as one, or what of a file is to be sent.
//
// Threads: one.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/bundles/collibra/payloadsurvey.h"

#include <functional>

namespace galley {

/// Which entries are taken: by the table of the survey and the entry's number.
using IsEntryWanted = std::function<bool(size_t table, qint64 number)>;

class PayloadJoiner
{
public:
    /// Errors: CannotCreate, Permission, Io.
    static Result<std::unique_ptr<PayloadJoiner>> create(const QString &path, bool overwrite);

    /// The wanted entries of a payload, after its rules; what the rules leave alone keeps its text. Errors:
    /// Conflict (the file is not what was surveyed), Cancelled, Value, and those of the files.
    Result<void> add(const PayloadSurvey &survey, const IsEntryWanted &isWanted, const std::stop_token &stop);
    qint64 entries() const { return m_entries; }
    Result<void> finish();

private:
    Result<void> addEntry(std::string_view statement);

    std::unique_ptr<ByteSink> m_sink;
    ByteBuffer m_bytes;
    qint64 m_entries = 0;
};

} // namespace galley
