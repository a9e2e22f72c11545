// SPDX-License-Identifier: MIT
//
// The fields of one table's records: which column each is, and what @fieldTypes says about it.
//
// Threads: one.
#pragma once

#include "workers/bundles/orientdb/orientscanner.h"
#include "workers/bundles/orientdb/orientschema.h"

#include <string>
#include <unordered_map>

namespace galley {

class OrientFields
{
public:
    /// Names of the columns so far, unescaped UTF-8.
    explicit OrientFields(const std::vector<QByteArray> &names = {});

    /// The column of a record's field number `position`; -1 where it is new.
    int find(const JsonValue &key, size_t position);
    /// A new column. No value: the key holds half a surrogate pair.
    std::optional<QByteArray> add(const JsonValue &key);

    /// To be called with every record whose fields were all found, before codeOf().
    void takeTypes(const OrientRecord &record);
    /// The letter of @fieldTypes; 0 where it says nothing.
    char codeOf(int column) const { return m_codes[static_cast<size_t>(column)]; }

private:
    struct Guess
    {
        std::string raw;
        int column = -1;
    };
    void parseTypes(std::string_view list, const OrientRecord &record);
    int namedAt(std::string_view list, size_t at, const OrientRecord &record, size_t *end);

    std::vector<QByteArray> m_names;
    std::unordered_map<std::string, int> m_raw; ///< names as they stand in the file
    std::unordered_map<std::string, int> m_plain;
    std::vector<Guess> m_guesses; ///< by position: records of a table look alike
    std::string m_types; ///< of the last record, as it stood
    std::vector<char> m_codes;
    Arena m_arena;
};

/// What a value is by its letter and its JSON kind.
OrientType seenType(const JsonValue &value, char code);

} // namespace galley
