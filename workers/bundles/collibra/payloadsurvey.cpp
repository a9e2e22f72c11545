// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadsurvey.h"

#include "workers/base/sha256.h"
#include "workers/bundles/collibra/payloadstatement.h"

namespace galley {

namespace {

constexpr size_t kMostRuns = 1024; ///< of a table; then the last one goes on over what lies between
constexpr size_t kMostTables = 10'000;
constexpr qsizetype kMostColumns = 10'000;

class Surveyor
{
public:
    Surveyor(const QString &path, const PayloadRules &rules)
        : m_survey(std::make_shared<PayloadSurvey>())
    {
        m_survey->path = path;
        m_survey->rules = rules;
    }
    Result<std::shared_ptr<const PayloadSurvey>> run(const std::stop_token &stop);

private:
    Result<void> add(const PayloadEntry &entry, const Place &place);
    Result<size_t> tableOf(const PayloadStatement &statement, const Place &place);
    void tellRules();

    std::shared_ptr<PayloadSurvey> m_survey;
    PayloadParser m_parser;
    Arena m_arena;
    std::optional<size_t> m_last; ///< table of the last entry
    QStringList m_lastColumns;
    TableRules m_rules; ///< of that table and these columns
};

Result<size_t> Surveyor::tableOf(const PayloadStatement &statement, const Place &place)
{
    std::vector<PayloadTable> &tables = m_survey->tables;
    if (m_last && tables[*m_last].name == statement.table)
        return *m_last;
    for (size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].name == statement.table)
            return i;
    }
    if (tables.size() == kMostTables)
        return Error{ErrorKind::Limit, QStringLiteral("more than %1 tables").arg(kMostTables), {}, place};
    tables.push_back({});
    tables.back().name = statement.table;
    return tables.size() - 1;
}

Result<void> Surveyor::add(const PayloadEntry &entry, const Place &place)
{
    m_arena.clear();
    RETURN_IF_ERROR(m_parser.parse(entry, place, m_arena));
    const PayloadStatement &statement = m_parser.statement();
    ASSIGN_OR_RETURN(const size_t at, tableOf(statement, place));
    PayloadTable &table = m_survey->tables[at];
    if (at != m_last || statement.columns != m_lastColumns) {
        for (const QString &column : statement.columns) {
            if (!table.columns.contains(column))
                table.columns += column;
        }
        if (table.columns.size() > kMostColumns)
            return Error{
                ErrorKind::Limit, QStringLiteral("more than %1 columns").arg(kMostColumns), {}, place};
        m_lastColumns = statement.columns;
        m_rules = TableRules(m_survey->rules, statement.table, statement.columns);
    }
    std::vector<Cell> values = statement.values;
    table.changed += m_rules.apply(values, m_arena);
    ++table.rows;
    table.bytes += entry.end - entry.offset;
    const bool goesOn = !table.runs.empty() && (m_last == at || table.runs.size() == kMostRuns);
    if (goesOn)
        table.runs.back().end = entry.end;
    else
        table.runs.push_back({entry.offset, entry.end, entry.number});
    m_last = at;
    return {};
}

void Surveyor::tellRules()
{
    const Place place = {m_survey->path, {}, 0, 0};
    qint64 changed = 0;
    qint64 rows = 0;
    for (const PayloadTable &table : m_survey->tables) {
        changed += table.changed;
        rows += table.rows;
    }
    const auto &rules = m_survey->rules;
    if (rules.isEmpty())
        return;
    m_survey->warnings.push_back(
        {ErrorKind::Value,
         QStringLiteral("the rules change %1 values in %2 rows; what follows is what they leave")
             .arg(changed)
             .arg(rows),
         changed == 0 && rules.schemas.isEmpty() ? QStringLiteral("Is this the right profile?") : QString(),
         place});
}

Result<std::shared_ptr<const PayloadSurvey>> Surveyor::run(const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(m_survey->stamp, stampOf(m_survey->path));
    ASSIGN_OR_RETURN(auto file, openFile(m_survey->path));
    auto hashing = std::make_unique<HashingSource>(std::move(file));
    const HashingSource *hash = hashing.get();
    ASSIGN_OR_RETURN(auto text, openPackedText(std::move(hashing), &m_survey->leadingBytes));
    PayloadScanner scanner(std::move(text));
    PayloadEntry entry;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasOne, scanner.next(entry));
        if (!hasOne)
            break;
        if (entry.number % 256 == 0 && stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        RETURN_IF_ERROR(add(entry, scanner.placeOf(entry.number)));
    }
    m_survey->sha256 = hash->result();
    tellRules();
    return std::shared_ptr<const PayloadSurvey>(std::move(m_survey));
}

} // namespace

Result<std::shared_ptr<const PayloadSurvey>> surveyPayload(const QString &path, const PayloadRules &rules,
                                                           const std::stop_token &stop)
{
    return Surveyor(path, rules).run(stop);
}

} // namespace galley
