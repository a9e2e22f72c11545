// SPDX-License-Identifier: MIT
#include "workers/changes/severalfiles.h"

#include <algorithm>

namespace galley {

namespace {

class SeveralFiles final : public RowSource
{
public:
    Result<void> add(const QString &file, std::unique_ptr<RowSource> source)
    {
        if (source->isDatabase() || !source->bundleId().isEmpty())
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("it holds more than the rows of one table"),
                         QStringLiteral("Import it by itself."),
                         {file, {}, 0, 0}};
        m_warnings.insert(m_warnings.end(), source->warnings().begin(), source->warnings().end());
        for (size_t i = 0; i < source->tables().size(); ++i) {
            SourceTable table = source->tables()[i];
            table.file = file;
            const TableName &name = table.info.shape.name;
            const auto same = std::ranges::find_if(
                m_tables, [&](const SourceTable &other) { return other.info.shape.name == name; });
            if (same != m_tables.end())
                return Error{ErrorKind::Ambiguous,
                             QStringLiteral("%1 holds a table %2, too").arg(same->file, name.name),
                             QStringLiteral("Import them one by one."),
                             {file, {}, 0, 0}};
            m_tables.push_back(std::move(table));
            m_places.emplace_back(m_sources.size(), i);
        }
        m_sources.push_back(std::move(source));
        return {};
    }
    Result<std::unique_ptr<RowReader>> openTable(size_t index, const SourceTableRequest &request) override
    {
        const auto [source, table] = m_places[index];
        return m_sources[source]->openTable(table, request);
    }

private:
    std::vector<std::unique_ptr<RowSource>> m_sources;
    std::vector<std::pair<size_t, size_t>> m_places; ///< of each table: which source, and where in it
};

} // namespace

Result<std::unique_ptr<RowSource>> openSeveralFiles(const ImportSource &source, const std::stop_token &stop)
{
    auto several = std::make_unique<SeveralFiles>();
    for (const QString &file : source.files) {
        ImportSource one = source;
        one.files.clear();
        one.path = file;
        ASSIGN_OR_RETURN(auto opened, openRowSource(one, true, nullptr, stop));
        RETURN_IF_ERROR(several->add(file, std::move(opened)));
    }
    return std::unique_ptr<RowSource>(std::move(several));
}

} // namespace galley
