// SPDX-License-Identifier: MIT
#include "workers/formats/sql/sqlformat.h"

#include "workers/formats/sql/sqlencoder.h"
#include "workers/formats/sql/sqlreader.h"

#include <algorithm>
#include <cctype>

namespace galley {

namespace {

SqlDialect dialectOf(const OptionValues &options)
{
    const QString dialect = options.text(QStringLiteral("dialect"));
    if (dialect == QLatin1String("mysql"))
        return SqlDialect::MySql;
    return dialect == QLatin1String("standard") ? SqlDialect::Standard : SqlDialect::Unknown;
}

class SqlFormat final : public Format
{
public:
    QString id() const override { return QStringLiteral("sql"); }
    QString name() const override { return QStringLiteral("SQL script"); }
    QStringList suffixes() const override { return {QStringLiteral("sql")}; }
    QString description() const override
    {
        return QStringLiteral(
            "INSERT statements of literals. Read without being run: anything else in a script is refused.");
    }

    std::vector<OptionSpec> options() const override
    {
        return {
            {QStringLiteral("dialect"),
             QStringLiteral("Dialect"),
             OptionSpec::Type::Choice,
             QStringLiteral("auto"),
             QStringLiteral("What a backslash in a text means: itself (standard) or an escape (mysql)."),
             {QStringLiteral("auto"), QStringLiteral("standard"), QStringLiteral("mysql")},
             true,
             false},
            {QStringLiteral("rows"),
             QStringLiteral("Rows in a statement"),
             OptionSpec::Type::Integer,
             500,
             QStringLiteral("How many rows one INSERT holds at most."),
             {},
             false,
             true},
            {QStringLiteral("table"),
             QStringLiteral("Table name"),
             OptionSpec::Type::Text,
             QString(),
             QStringLiteral("The name to insert into, if it is not the table's own."),
             {},
             false,
             true},
        };
    }

    double sniff(std::string_view head) const override
    {
        if (head.starts_with(kSqlHeader.substr(0, 13)))
            return 1;
        if (std::find(head.begin(), head.end(), '\0') != head.end())
            return 0;
        std::string upper(head.substr(0, 4096));
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        const bool hasInsert = upper.find("INSERT INTO ") != std::string::npos;
        const bool hasCopy =
            upper.find("COPY ") != std::string::npos && upper.find("FROM STDIN") != std::string::npos;
        const bool startsSo = upper.starts_with("INSERT INTO ") || upper.starts_with("COPY ")
            || upper.starts_with("--") || upper.starts_with("/*");
        if (!hasInsert && !hasCopy)
            return 0.05; // text in a file called .sql is read as SQL, and refused as such
        return startsSo ? 0.9 : 0.2;
    }

    Result<Detection> detect(ByteSource &source, const OptionValues &options) const override
    {
        Detection detection;
        std::array<char, kSqlHeader.size()> head{};
        ASSIGN_OR_RETURN(const size_t got, source.read(head));
        const bool isOurs = std::string_view(head.data(), got) == kSqlHeader;
        const SqlDialect dialect = dialectOf(options);
        detection.facts.push_back(
            {QStringLiteral("dialect"), QStringLiteral("Dialect"),
             dialect == SqlDialect::MySql ? QStringLiteral("MySQL") : QStringLiteral("standard SQL"),
             isOurs || dialect != SqlDialect::Unknown ? 1.0 : 0.7,
             isOurs ? QString()
                    : QStringLiteral("a backslash in front of a quote is refused until you say")});
        return detection;
    }

    NamedTable tableNamedIn(std::unique_ptr<ByteSource> source) const override
    {
        SqlReader reader(std::move(source), dialectOf({}), {});
        const Result<void> unused = reader.open(); // what is wrong is told when the rows are read
        Q_UNUSED(unused)
        return {reader.shape().name.name, reader.tableLine()};
    }
    Result<std::unique_ptr<RowReader>> openReader(std::unique_ptr<ByteSource> source,
                                                  const FormatReadRequest &request) const override
    {
        auto reader = std::make_unique<SqlReader>(std::move(source), dialectOf(request.options), request);
        RETURN_IF_ERROR(reader->open());
        return std::unique_ptr<RowReader>(std::move(reader));
    }

    Result<std::unique_ptr<RowEncoder>> makeEncoder(const TableShape &shape,
                                                    const OptionValues &options) const override
    {
        const qint64 rows = options.value(QStringLiteral("rows"), 500).toLongLong();
        if (rows < 1)
            return Error{ErrorKind::Usage,
                         QStringLiteral("option rows is %1").arg(rows),
                         QStringLiteral("Give 1 or more."),
                         {}};
        return std::unique_ptr<RowEncoder>(std::make_unique<SqlEncoder>(
            shape, options.text(QStringLiteral("table"), shape.name.name), rows));
    }
};

} // namespace

std::unique_ptr<Format> makeSqlFormat()
{
    return std::make_unique<SqlFormat>();
}

} // namespace galley
