// SPDX-License-Identifier: MIT
#include "workers/engines/comments/commentsconnection.h"

#include "workers/engines/comments/commentsengine.h"

namespace galley {

namespace {

using Key = CommentsConnection::Key;
using Entries = std::map<Key, CommentsConnection::Entry>;

Error noSql()
{
    return {ErrorKind::Unsupported,
            QStringLiteral("comments are read as a whole, without SQL"),
            QStringLiteral("Leave out conditions and queries."),
            {}};
}

void fill(std::span<Cell> row, const std::vector<int> &fields, const Key &key,
          const CommentsConnection::Entry &entry, Arena &arena)
{
    for (size_t i = 0; i < fields.size(); ++i) {
        const auto field = static_cast<size_t>(fields[i]);
        const std::string_view text = field < key.size() ? key[field] : std::string_view(entry.comment);
        row[i] = field == comments::Comment && text.empty() ? Cell() : Cell::text(arena.store(text));
    }
}

/// All where `names` is empty. Errors: Schema.
Result<std::vector<int>> fieldsOf(const QStringList &names)
{
    const TableShape shape = comments::shape();
    std::vector<int> fields;
    for (const QString &name : names.isEmpty() ? shape.columnNames() : names) {
        fields.push_back(shape.indexOf(name));
        if (fields.back() < 0)
            return Error{
                ErrorKind::Schema, QStringLiteral("comments have no column \"%1\"").arg(name), {}, {}};
    }
    return fields;
}

class CommentRows final : public RowReader
{
public:
    CommentRows(Entries entries, std::vector<int> fields, qint64 offset, qint64 limit)
        : m_entries(std::move(entries))
        , m_fields(std::move(fields))
        , m_next(m_entries.begin())
        , m_left(limit)
    {
        const TableShape all = comments::shape();
        m_shape = all;
        m_shape.columns.clear();
        for (const int field : m_fields)
            m_shape.columns.push_back(all.columns[static_cast<size_t>(field)]);
        if (m_shape.columns.size() != all.columns.size())
            m_shape.key.clear();
        for (qint64 i = 0; i < offset && m_next != m_entries.end(); ++i)
            ++m_next;
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        for (; m_next != m_entries.end() && m_left != 0 && !batch.isFull(); ++m_next, --m_left)
            fill(batch.appendRow(), m_fields, m_next->first, m_next->second, batch.arena());
        return !batch.isEmpty();
    }

private:
    Entries m_entries;
    std::vector<int> m_fields;
    TableShape m_shape;
    Entries::const_iterator m_next;
    qint64 m_left; ///< negative: all
};

class CommentLookup final : public RowLookup
{
public:
    CommentLookup(Entries entries, std::vector<int> fields, std::vector<int> keyFields)
        : m_entries(std::move(entries))
        , m_fields(std::move(fields))
        , m_keyFields(std::move(keyFields))
    {
    }
    Result<bool> find(std::span<const Cell> key, RowBatch &rows) override
    {
        Key wanted;
        for (size_t i = 0; i < m_keyFields.size(); ++i) {
            if (!key[i].isNull())
                wanted[static_cast<size_t>(m_keyFields[i])] = key[i].view();
        }
        const auto found = m_entries.find(wanted);
        if (found == m_entries.end())
            return false;
        fill(rows.appendRow(), m_fields, found->first, found->second, rows.arena());
        return true;
    }

private:
    Entries m_entries;
    std::vector<int> m_fields;
    std::vector<int> m_keyFields;
};

} // namespace

Key commentsKey(std::span<const Cell> cells)
{
    Key key;
    for (size_t i = 0; i < key.size(); ++i) {
        if (!cells[i].isNull())
            key[i] = cells[i].view();
    }
    return key;
}

Result<Entries> CommentsConnection::entries()
{
    ASSIGN_OR_RETURN(const Catalog catalog, m_database.catalog());
    Entries all;
    for (const TableInfo &table : catalog.tables) {
        if (table.kind != TableInfo::Kind::Table)
            continue;
        const TableName &name = table.shape.name;
        Key key = {(name.schema.isEmpty() ? comments::kNoSchema : name.schema).toStdString(),
                   name.name.toStdString(), std::string()};
        all[key] = {name, {}, table.comment.toStdString()};
        for (const Column &column : table.shape.columns) {
            key[comments::Column] = column.name.toStdString();
            all[key] = {name, column.name, column.comment.toStdString()};
        }
    }
    for (const auto &[key, comment] : m_pretended) {
        if (const auto found = all.find(key); found != all.end())
            found->second.comment = comment;
    }
    return all;
}

Result<Catalog> CommentsConnection::catalog()
{
    ASSIGN_OR_RETURN(const auto all, entries());
    Catalog catalog;
    catalog.engine = comments::kEngine;
    TableInfo table;
    table.shape = comments::shape();
    table.hasPrimaryKey = true;
    table.approximateRows = static_cast<qint64>(all.size());
    catalog.tables.push_back(std::move(table));
    return catalog;
}

Result<std::unique_ptr<RowReader>> CommentsConnection::read(const ReadRequest &request)
{
    if (!request.where.isEmpty())
        return noSql();
    ASSIGN_OR_RETURN(std::vector<int> fields, fieldsOf(request.columns));
    ASSIGN_OR_RETURN(auto all, entries());
    return std::unique_ptr<RowReader>(
        std::make_unique<CommentRows>(std::move(all), std::move(fields), request.offset, request.limit));
}

Result<std::unique_ptr<RowReader>> CommentsConnection::readQuery(const QString & /*sql*/,
                                                                 const QString & /*asTable*/)
{
    return noSql();
}

Result<std::unique_ptr<RowLookup>> CommentsConnection::lookup(const TableName & /*table*/,
                                                              const QStringList &columns,
                                                              const QStringList &keyColumns)
{
    ASSIGN_OR_RETURN(std::vector<int> fields, fieldsOf(columns));
    ASSIGN_OR_RETURN(std::vector<int> keyFields, fieldsOf(keyColumns));
    if (keyFields.size() != 3
        || std::find(keyFields.begin(), keyFields.end(), comments::Comment) != keyFields.end())
        return Error{ErrorKind::Schema,
                     QStringLiteral("comments are found by schema, table and column"),
                     QStringLiteral("Leave out --key."),
                     {}};
    ASSIGN_OR_RETURN(auto all, entries());
    return std::unique_ptr<RowLookup>(
        std::make_unique<CommentLookup>(std::move(all), std::move(fields), std::move(keyFields)));
}

Result<qint64> CommentsConnection::countRows(const TableName & /*table*/, const QString &where)
{
    if (!where.isEmpty())
        return noSql();
    ASSIGN_OR_RETURN(const auto all, entries());
    return static_cast<qint64>(all.size());
}

Result<std::vector<RowRange>> CommentsConnection::ranges(const TableName & /*table*/, qint64 /*rowsEach*/)
{
    return std::vector<RowRange>(1);
}

Result<std::unique_ptr<ChangeSink>> CommentsConnection::beginChanges()
{
    ASSIGN_OR_RETURN(auto inside, m_database.beginChanges());
    return makeCommentsSink(std::move(inside), m_isPretending);
}

} // namespace galley
