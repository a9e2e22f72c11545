// SPDX-License-Identifier: MIT
#include "workers/formats/infer.h"

#include "workers/base/numbers.h"

#include <array>

namespace galley {

namespace {

enum Possible : quint32
{
    IsInteger = 1,
    IsDecimal = 2,
    IsReal = 4,
    IsBoolean = 8,
    IsDate = 16,
    IsTime = 32,
    IsDateTime = 64,
    IsDateTimeTz = 128,
    IsUuid = 256,
    IsText = 512,
    IsBytes = 1024
};

constexpr int kExactDigits = 15; ///< of any decimal number that a double keeps

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The number that `count` digits at `at` make; -1 where they are none.
int digitsAt(std::string_view text, size_t at, size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (size_t i = at; i < at + count; ++i) {
        if (!isDigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool isDate(std::string_view text)
{
    static constexpr std::array<int, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= kDays[static_cast<size_t>(month)] + (month == 2 && isLeap ? 1 : 0);
}

/// `HH:MM[:SS[.fraction]]`
bool isTime(std::string_view text)
{
    if (text.size() < 5 || text[2] != ':' || digitsAt(text, 0, 2) < 0 || digitsAt(text, 0, 2) > 23
        || digitsAt(text, 3, 2) < 0 || digitsAt(text, 3, 2) > 59)
        return false;
    if (text.size() == 5)
        return true;
    if (text[5] != ':' || digitsAt(text, 6, 2) < 0 || digitsAt(text, 6, 2) > 59)
        return false;
    if (text.size() == 8)
        return true;
    return text[8] == '.' && text.size() > 9 && text.size() <= 18
        && std::all_of(text.begin() + 9, text.end(), isDigit);
}

/// Length of `Z`, `+HH`, `+HH:MM` or `+HHMM` at the end; 0 where there is none.
size_t zoneLength(std::string_view text)
{
    if (!text.empty() && text.back() == 'Z')
        return 1;
    for (const size_t length : {size_t{6}, size_t{5}, size_t{3}}) {
        if (text.size() < length)
            continue;
        const std::string_view zone = text.substr(text.size() - length);
        const bool hasColon = length == 6;
        if ((zone[0] == '+' || zone[0] == '-') && digitsAt(zone, 1, 2) >= 0 && digitsAt(zone, 1, 2) <= 15
            && (length == 3 || digitsAt(zone, length - 2, 2) >= 0) && (!hasColon || zone[3] == ':'))
            return length;
    }
    return 0;
}

quint32 dateTimeKinds(std::string_view text)
{
    if (text.size() < 16 || (text[10] != ' ' && text[10] != 'T') || !isDate(text.substr(0, 10)))
        return 0;
    std::string_view time = text.substr(11);
    if (isTime(time))
        return IsDateTime;
    const size_t zone = zoneLength(time);
    time.remove_suffix(zone);
    return zone > 0 && isTime(time) ? static_cast<quint32>(IsDateTimeTz) : 0U;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen ? c != '-' : !(isDigit(c) || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

bool isBoolean(std::string_view text)
{
    const auto is = [text](std::string_view word) {
        return text.size() == word.size()
            && std::equal(text.begin(), text.end(), word.begin(),
                          [](char a, char b) { return (a | 0x20) == b; });
    };
    return is("true") || is("false");
}

/// A number without sign `+`, leading zeros, or a point at an end.
bool isPlainNumber(std::string_view text)
{
    const std::string_view digits = text.front() == '-' ? text.substr(1) : text;
    if (digits.empty() || !isDigit(digits.front()) || !isDigit(digits.back()))
        return false;
    return digits.size() == 1 || digits[0] != '0' || !isDigit(digits[1]);
}

bool readsBackAsDouble(std::string_view text)
{
    const std::optional<double> value = parseReal(text);
    if (!value)
        return false;
    std::array<char, kNumberRoom> room{};
    const char *end = writeReal(room.data(), *value);
    return isSameDecimal(text, {room.data(), static_cast<size_t>(end - room.data())});
}

} // namespace

TypeInference::TypeInference(const TableShape &source)
    : m_source(source)
    , m_states(source.columns.size())
{
}

void TypeInference::add(const RowBatch &rows)
{
    for (qsizetype i = 0; i < rows.rowCount(); ++i) {
        const std::span<const Cell> row = rows.row(i);
        for (size_t column = 0; column < row.size(); ++column) {
            State &state = m_states[column];
            if (row[column].isNull()) {
                ++state.nulls;
                continue;
            }
            addValue(state, row[column]);
            ++state.values;
        }
    }
    m_rows += rows.rowCount();
}

void TypeInference::addValue(State &state, const Cell &cell) const
{
    switch (cell.kind()) {
    case CellKind::Null:
        return;
    case CellKind::Integer:
        state.isAscending = state.isAscending && (state.values == 0 || cell.asInteger() > state.lastInteger);
        state.lastInteger = cell.asInteger();
        state.possible &= IsInteger | IsReal;
        return;
    case CellKind::Real:
        state.isAscending = false;
        state.possible &= IsReal;
        return;
    case CellKind::Bytes:
        state.isAscending = false;
        state.possible &= IsBytes;
        return;
    case CellKind::Text:
        addText(state, cell.view());
    }
}

void TypeInference::addText(State &state, std::string_view text) const
{
    if (state.possible == IsText)
        return;
    quint32 kinds = IsText;
    if (text.empty()) {
        state.possible &= IsText;
        return;
    }
    const bool isLexical = m_source.origin == CellOrigin::Lexical;
    constexpr quint32 kNumbers = IsInteger | IsDecimal | IsReal;
    if (isLexical && (state.possible & kNumbers) != 0 && isDecimal(text) && isPlainNumber(text)) {
        const bool hasExponent = text.find_first_of("eE") != std::string_view::npos;
        const size_t point = text.find('.');
        const std::optional<qint64> integer = parseInteger(text);
        if (integer) {
            kinds |= kNumbers;
            state.isAscending = state.isAscending && (state.values == 0 || *integer > state.lastInteger);
            state.lastInteger = *integer;
        } else if (hasExponent || point != std::string_view::npos) {
            kinds |= (hasExponent ? 0U : static_cast<quint32>(IsDecimal))
                | (readsBackAsDouble(text) ? static_cast<quint32>(IsReal) : 0U);
        }
        const int sign = text.front() == '-' ? 1 : 0;
        const int before = static_cast<int>(point == std::string_view::npos ? text.size() : point) - sign;
        const int after = point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
        state.integerDigits = std::max(state.integerDigits, before);
        state.scale = std::max(state.scale, after);
        state.needsReal = state.needsReal || hasExponent
            || (point != std::string_view::npos && before + after > kExactDigits);
    }
    if (isLexical && (state.possible & IsBoolean) != 0 && isBoolean(text))
        kinds |= IsBoolean;
    if ((state.possible & IsDate) != 0 && isDate(text))
        kinds |= IsDate;
    if ((state.possible & IsTime) != 0 && isTime(text))
        kinds |= IsTime;
    if ((state.possible & (IsDateTime | IsDateTimeTz)) != 0)
        kinds |= dateTimeKinds(text);
    if ((state.possible & IsUuid) != 0 && isUuid(text))
        kinds |= IsUuid;
    state.possible &= kinds;
}

void TypeInference::settle(const State &state, Column &column) const
{
    column.nullable = true;
    if (column.type != LogicalType::Text || state.values == 0)
        return;
    const auto can = [&state](quint32 type) { return (state.possible & type) != 0; };
    if (can(IsInteger)) {
        column.type = LogicalType::Integer;
    } else if (can(IsReal) && (state.needsReal || !can(IsDecimal))) {
        column.type = LogicalType::Real;
    } else if (can(IsDecimal)) {
        column.type = LogicalType::Decimal;
        column.precision = state.integerDigits + state.scale;
        column.scale = state.scale;
    } else if (can(IsBoolean)) {
        column.type = LogicalType::Boolean;
    } else if (can(IsDate)) {
        column.type = LogicalType::Date;
    } else if (can(IsTime)) {
        column.type = LogicalType::Time;
    } else if (can(IsDateTime)) {
        column.type = LogicalType::DateTime;
    } else if (can(IsDateTimeTz)) {
        column.type = LogicalType::DateTimeTz;
    } else if (can(IsUuid)) {
        column.type = LogicalType::Uuid;
    } else if (can(IsBytes)) {
        column.type = LogicalType::Bytes;
    }
}

InferredTypes TypeInference::result() const
{
    InferredTypes types;
    types.shape = m_source;
    types.rows = m_rows;
    for (size_t i = 0; i < m_states.size(); ++i) {
        const State &state = m_states[i];
        settle(state, types.shape.columns[i]);
        ColumnFacts facts;
        facts.values = state.values;
        facts.nulls = state.nulls;
        facts.isUniqueCandidate = state.isAscending && state.nulls == 0 && state.values > 0
            && types.shape.columns[i].type == LogicalType::Integer;
        types.facts.push_back(facts);
    }
    return types;
}

Result<InferredTypes> inferTypes(RowReader &rows, const std::stop_token &stop)
{
    TypeInference inference(rows.shape());
    RowBatch batch;
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        ASSIGN_OR_RETURN(const bool hasRows, rows.read(batch));
        if (!hasRows)
            return inference.result();
        inference.add(batch);
    }
}

} // namespace galley
