// SPDX-License-Identifier: MIT
#include "workers/engines/comments/commentsengine.h"

#include "workers/engines/comments/commentsconnection.h"

namespace galley {

namespace {

const QString kOf = QStringLiteral("commentsOf"); ///< parameter: the engine that keeps them
const QStringList kKeepers = {QStringLiteral("postgres"), QStringLiteral("mysql")};

Error keepsNone(const QString &engine)
{
    const Engine *named = findEngine(engine);
    return {
        ErrorKind::Unsupported,
        QStringLiteral("Galley writes no comments into %1").arg(named != nullptr ? named->name() : engine),
        QStringLiteral("metadata:DB keeps what is known about a database beside it."),
        {}};
}

DatabaseRef databaseOf(const DatabaseRef &comments)
{
    DatabaseRef database = comments;
    database.engine = database.parameters.take(kOf);
    return database;
}

/// A key is never NULL, and an empty comment is none.
class TextConverter final : public CellConverter
{
public:
    explicit TextConverter(bool isKey)
        : m_isKey(isKey)
    {
    }
    Outcome convert(Cell &cell, Arena & /*arena*/, QString *why) const override
    {
        if (cell.isNull()) {
            if (m_isKey)
                cell = Cell::text({});
            return Outcome::Ok;
        }
        if (cell.kind() != CellKind::Text) {
            *why = QStringLiteral("this is no text");
            return Outcome::Refused;
        }
        if (cell.view().find('\0') != std::string_view::npos) {
            *why = QStringLiteral("a comment holds no NUL character");
            return Outcome::Refused;
        }
        if (!m_isKey && cell.view().empty())
            cell = Cell();
        return Outcome::Ok;
    }

private:
    bool m_isKey;
};

class CommentsEngine final : public Engine
{
public:
    QString id() const override { return comments::kEngine; }
    QString name() const override { return QStringLiteral("Comments"); }
    Result<std::unique_ptr<Connection>> open(const OpenRequest &request) const override
    {
        ASSIGN_OR_RETURN(const OpenRequest inner, innerRequest(request));
        ASSIGN_OR_RETURN(auto database, openDatabase(inner));
        const bool isTried = inner.database.engine == QLatin1String("postgres");
        return std::unique_ptr<Connection>(
            std::make_unique<CommentsConnection>(std::move(database), inner.isRehearsal && !isTried));
    }
    Result<std::vector<std::unique_ptr<Connection>>> openSnapshot(const OpenRequest &request,
                                                                  int /*wanted*/) const override
    {
        ASSIGN_OR_RETURN(const OpenRequest inner, innerRequest(request));
        ASSIGN_OR_RETURN(auto databases, findEngine(inner.database.engine)->openSnapshot(inner, 1));
        std::vector<std::unique_ptr<Connection>> one;
        one.push_back(std::make_unique<CommentsConnection>(std::move(databases.front()), false));
        return one;
    }
    std::unique_ptr<CellConverter> converter(const TableShape & /*sourceShape*/, const Column * /*source*/,
                                             const Column &target) const override
    {
        return std::make_unique<TextConverter>(target.name != QLatin1String("comment"));
    }
    int compareKeys(const Column & /*column*/, const Cell &a, const Cell &b) const override
    {
        return a.view().compare(b.view());
    }
    Result<TableInfo> tableFor(const TableShape &source) const override
    {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the comments of a database are one table, \"%1\": there is no place for "
                                    "\"%2\"")
                         .arg(comments::kTable, source.name.name.left(60)),
                     QStringLiteral("Give that as --table."),
                     {}};
    }
    QString quoted(const QString &text) const override
    {
        QString inner = text;
        return QLatin1Char('"') + inner.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    }

private:
    static Result<OpenRequest> innerRequest(const OpenRequest &request)
    {
        OpenRequest inner = request;
        inner.database = databaseOf(request.database);
        inner.createIfMissing = false;
        if (!kKeepers.contains(inner.database.engine))
            return keepsNone(inner.database.engine);
        return inner;
    }
};

} // namespace

TableShape comments::shape()
{
    TableShape shape;
    shape.name = {{}, kTable};
    shape.engine = kEngine;
    for (const char *name : {"schema", "table", "column", "comment"}) {
        galley::Column column;
        column.name = QLatin1String(name);
        column.nativeType = QStringLiteral("text");
        shape.columns.push_back(column);
    }
    shape.key = {Schema, Table, Column};
    return shape;
}

const Engine &commentsEngine()
{
    static const CommentsEngine engine;
    return engine;
}

Result<DatabaseRef> commentsOf(const DatabaseRef &database)
{
    if (!kKeepers.contains(database.engine))
        return keepsNone(database.engine);
    DatabaseRef made = database;
    made.engine = comments::kEngine;
    made.parameters.insert(kOf, database.engine);
    return made;
}

} // namespace galley
