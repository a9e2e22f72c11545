// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientfields.h"

namespace galley {

namespace {

constexpr size_t kMostGuesses = 4096;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace

OrientFields::OrientFields(const std::vector<QByteArray> &names)
    : m_names(names)
    , m_codes(names.size())
{
    for (size_t i = 0; i < names.size(); ++i)
        m_plain.emplace(names[i].toStdString(), static_cast<int>(i));
}

int OrientFields::find(const JsonValue &key, size_t position)
{
    if (position < m_guesses.size() && m_guesses[position].raw == key.text)
        return m_guesses[position].column;
    const std::string raw(key.text);
    int column = -1;
    if (const auto known = m_raw.find(raw); known != m_raw.end()) {
        column = known->second;
    } else {
        m_arena.clear();
        const auto plain = plainText(key, m_arena);
        const auto found = plain ? m_plain.find(std::string(*plain)) : m_plain.end();
        if (found == m_plain.end())
            return -1;
        column = found->second;
        m_raw.emplace(raw, column);
    }
    if (position >= kMostGuesses)
        return column;
    if (m_guesses.size() <= position)
        m_guesses.resize(position + 1);
    m_guesses[position] = {raw, column};
    return column;
}

std::optional<QByteArray> OrientFields::add(const JsonValue &key)
{
    m_arena.clear();
    const auto plain = plainText(key, m_arena);
    if (!plain)
        return {};
    const auto column = static_cast<int>(m_names.size());
    m_names.emplace_back(plain->data(), static_cast<qsizetype>(plain->size()));
    m_plain.emplace(std::string(*plain), column);
    m_raw.emplace(std::string(key.text), column);
    m_codes.push_back(0);
    return m_names.back();
}

void OrientFields::takeTypes(const OrientRecord &record)
{
    const std::string_view raw =
        record.fieldTypes.kind == JsonValue::Kind::String ? record.fieldTypes.text : std::string_view();
    if (raw == m_types)
        return;
    m_types = raw;
    std::fill(m_codes.begin(), m_codes.end(), 0);
    m_arena.clear();
    if (const auto plain = plainText(record.fieldTypes, m_arena); plain && !raw.empty())
        parseTypes(*plain, record);
}

/// Which field's name stands in the list: names are not escaped, so that `=` and `,` may be part of one.
int OrientFields::namedAt(std::string_view list, size_t at, const OrientRecord &record, size_t *end)
{
    const auto isEntry = [&](size_t equals) {
        return equals != std::string_view::npos && equals + 1 < list.size()
            && (equals + 2 == list.size() || list[equals + 2] == ',');
    };
    const size_t equals = list.find('=', at);
    if (isEntry(equals)) {
        const auto known = m_plain.find(std::string(list.substr(at, equals - at)));
        if (known != m_plain.end()) {
            *end = equals;
            return known->second;
        }
    }
    int best = -1;
    for (size_t i = 0; i < record.fields.size(); ++i) {
        const int column = find(record.fields[i].key, i);
        if (column < 0)
            continue;
        const std::string_view name = viewOf(m_names[static_cast<size_t>(column)]);
        const size_t behind = at + name.size();
        const bool isHere = list.substr(at).starts_with(name) && behind < list.size() && list[behind] == '='
            && isEntry(behind);
        if (isHere && (best < 0 || behind > *end)) {
            best = column;
            *end = behind;
        }
    }
    return best;
}

void OrientFields::parseTypes(std::string_view list, const OrientRecord &record)
{
    for (size_t at = 0; at < list.size();) {
        size_t equals = 0;
        const int column = namedAt(list, at, record, &equals);
        if (column >= 0) {
            m_codes[static_cast<size_t>(column)] = list[equals + 1];
            at = equals + 3;
            continue;
        }
        const size_t comma = list.find(',', at); // of a field that this record does not have
        at = comma == std::string_view::npos ? list.size() : comma + 1;
    }
}

OrientType seenType(const JsonValue &value, char code)
{
    switch (code) {
    case 'l':
    case 's':
        return OrientType::Integer;
    case 'f':
    case 'd':
        return OrientType::Real;
    case 'c':
        return OrientType::Decimal;
    case 'b':
        return value.kind == JsonValue::Kind::String ? OrientType::Bytes : OrientType::Byte;
    case 't':
        return OrientType::DateTime;
    case 'a':
        return OrientType::Date;
    case 'x':
        return OrientType::Link;
    case 'u':
        return OrientType::Bytes;
    case 'z':
    case 'n':
    case 'm':
    case 'g':
    case 'e':
        return OrientType::Json;
    default:
        break;
    }
    switch (value.kind) {
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        return OrientType::Boolean;
    case JsonValue::Kind::Number:
        return value.isInteger ? OrientType::Integer : OrientType::Real;
    case JsonValue::Kind::Nested:
        return OrientType::Json;
    default:
        return OrientType::String;
    }
}

} // namespace galley
