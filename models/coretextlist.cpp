// SPDX-License-Identifier: MIT
#include "models/coretextlist.h"

#include <QCoreApplication>

namespace galley {

namespace {

// Marks a text for lupdate; the registries hold the texts themselves.
constexpr const char *kTexts[] = {
    // csv
    QT_TRANSLATE_NOOP("galley::Core", "Delimiter"),
    QT_TRANSLATE_NOOP("galley::Core", "Stands between fields: , ; | or tab."),
    QT_TRANSLATE_NOOP("galley::Core", "Quote"),
    QT_TRANSLATE_NOOP("galley::Core", "Stands around fields that need it; empty: fields are never quoted."),
    QT_TRANSLATE_NOOP("galley::Core", "Escape"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Makes the next character a plain one; empty: quotes in fields are doubled."),
    QT_TRANSLATE_NOOP("galley::Core", "Column names in the first line"),
    QT_TRANSLATE_NOOP("galley::Core", "Whether the first line holds the names of the columns."),
    QT_TRANSLATE_NOOP("galley::Core", "NULL is written as"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Unquoted text that means NULL; empty: nothing between two delimiters."),
    QT_TRANSLATE_NOOP("galley::Core", "Encoding"),
    QT_TRANSLATE_NOOP("galley::Core", "Of the characters; a byte order mark in the file is believed first."),
    QT_TRANSLATE_NOOP("galley::Core", "Line ends"),
    QT_TRANSLATE_NOOP("galley::Core", "What ends a line; every kind is understood in reading."),
    QT_TRANSLATE_NOOP("galley::Core", "Byte order mark"),
    QT_TRANSLATE_NOOP("galley::Core", "Begin with the mark that Excel needs to see UTF-8."),
    QT_TRANSLATE_NOOP("galley::Core", "SQLite values"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "tagged: a value of another kind than its column carries a mark of its kind, such as \\I12."),
    QT_TRANSLATE_NOOP("galley::Core", "Decimal sign"),
    QT_TRANSLATE_NOOP("galley::Core", "Between the whole and the fraction of numbers."),
    QT_TRANSLATE_NOOP("galley::Core", "Order of dates"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Of columns of dates: YYYY-MM-DD, or day or month first as in 31/12/1999."),
    QT_TRANSLATE_NOOP("galley::Core", "Safe for spreadsheets"),
    QT_TRANSLATE_NOOP("galley::Core", "Put ' before text that a spreadsheet would run as a formula."),
    QT_TRANSLATE_NOOP("galley::Core", "Blank lines"),
    QT_TRANSLATE_NOOP("galley::Core", "In a file of one column: rows with NULL, or nothing."),
    QT_TRANSLATE_NOOP("galley::Core", "Short rows"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Rows with fewer fields than there are columns: refused, or filled up with NULL."),
    QT_TRANSLATE_NOOP("galley::Core", "Text with one row a line, for every spreadsheet and database."),
    QT_TRANSLATE_NOOP("galley::Core", "One object a line, a row each; numbers and text are told apart."),
    QT_TRANSLATE_NOOP("galley::Core", "One array of objects, a row each; numbers and text are told apart."),
    // sql
    QT_TRANSLATE_NOOP("galley::Core", "Dialect"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "What a backslash in a text means: itself (standard) or an escape (mysql)."),
    QT_TRANSLATE_NOOP("galley::Core", "Rows in a statement"),
    QT_TRANSLATE_NOOP("galley::Core", "How many rows one INSERT holds at most."),
    QT_TRANSLATE_NOOP("galley::Core", "Table name"),
    QT_TRANSLATE_NOOP("galley::Core", "The name to insert into, if it is not the table's own."),
    QT_TRANSLATE_NOOP("galley::Core", "SQL script"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "INSERT statements of literals. Read without being run: anything else in a script is refused."),
    // parquet
    QT_TRANSLATE_NOOP("galley::Core", "Compression"),
    QT_TRANSLATE_NOOP("galley::Core", "How pages are packed."),
    QT_TRANSLATE_NOOP("galley::Core", "Types"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "declared: each column in the Parquet type that its declared type is; plain: decimals, "
                      "dates, times and UUIDs as text; text: every column as text."),
    QT_TRANSLATE_NOOP("galley::Core", "Times and timestamps"),
    QT_TRANSLATE_NOOP("galley::Core", "The unit that times and timestamps are counted in."),
    QT_TRANSLATE_NOOP("galley::Core", "Kinds of cells"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "tagged: values that their column's type cannot hold exactly stand in a column of "
                      "their own, so that Galley reads them back; plain: they are refused."),
    QT_TRANSLATE_NOOP("galley::Core", "Rows of a row group"),
    QT_TRANSLATE_NOOP("galley::Core", "How many rows are written and read at once."),
    QT_TRANSLATE_NOOP("galley::Core", "Dictionaries"),
    QT_TRANSLATE_NOOP("galley::Core", "Writes columns with few different values as numbers of these."),
    QT_TRANSLATE_NOOP("galley::Core", "Checksums"),
    QT_TRANSLATE_NOOP("galley::Core", "Writes a CRC-32 with each page, which readers check."),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Typed columns in a packed file, for DuckDB, Spark, pandas and data lakes."),
    // collibra
    QT_TRANSLATE_NOOP("galley::Core", "Profile of rules"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "A file of what is to be changed for another environment; see docs/formats.md."),
    QT_TRANSLATE_NOOP("galley::Core", "Datasets"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Only rows whose column dataset is one of these (separated by commas)."),
    QT_TRANSLATE_NOOP("galley::Core", "Schema"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "The schema in the statements (default: the source's, public for SQLite)."),
    QT_TRANSLATE_NOOP("galley::Core", "Order of tables"),
    QT_TRANSLATE_NOOP("galley::Core", "Tables that come first, in this order (separated by commas)."),
    QT_TRANSLATE_NOOP("galley::Core", "Calls of the server"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Of a server: db is db-export and db-import (2022.02 and later); get-exports, or "
                      "get-export for one dataset at a time, and run-import are older."),
    QT_TRANSLATE_NOOP("galley::Core",
                      "The payload of Collibra DQ's get-export and run-import: a JSON array of INSERT "
                      "statements, with rules for another environment."),
    QT_TRANSLATE_NOOP("galley::Core",
                      "A folder or zip with one file for each table, the schema and checksums; other tools "
                      "read it as a Frictionless Data Package."),
    // orientdb
    QT_TRANSLATE_NOOP("galley::Core", "Classes"),
    QT_TRANSLATE_NOOP("galley::Core", "Only these classes (separated by commas or blanks)."),
    QT_TRANSLATE_NOOP("galley::Core", "Classes to leave out"),
    QT_TRANSLATE_NOOP("galley::Core", "All classes but these."),
    QT_TRANSLATE_NOOP("galley::Core", "Users and roles"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "Reads OUser with its password hashes, ORole and the other classes of OrientDB's security, too."),
    QT_TRANSLATE_NOOP("galley::Core", "Edges listed by vertices"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Reads in_… and out_… of vertices; the edges' own records say the same."),
    QT_TRANSLATE_NOOP("galley::Core", "Links as references"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Links become foreign keys, and each must lead to a record; false: plain text."),
    QT_TRANSLATE_NOOP("galley::Core", "Links into nothing"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "What becomes of a record whose link leads to no record: refused, or the link becomes NULL."),
    QT_TRANSLATE_NOOP("galley::Core", "Time zone"),
    QT_TRANSLATE_NOOP("galley::Core", "The zone of the database, in which its dates begin at midnight."),
    QT_TRANSLATE_NOOP("galley::Core", "Keep cluster numbers"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Record ids keep their clusters; false: 100 is added, so that the clusters of a new "
                      "database are not in the way."),
    QT_TRANSLATE_NOOP("galley::Core", "Dates"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "DATE and DATETIME, which have milliseconds in UTC; or text, which keeps all digits."),
    QT_TRANSLATE_NOOP("galley::Core", "How hard to pack"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Of a file that ends in .gz: 0 (not at all) to 9 (smallest and slowest)."),
    QT_TRANSLATE_NOOP("galley::Core",
                      "The file of OrientDB's EXPORT DATABASE, versions 1.x to 3.2: classes as tables, edges "
                      "as link tables."),
    // kuzu
    QT_TRANSLATE_NOOP("galley::Core", "Header line (CSV)"),
    QT_TRANSLATE_NOOP("galley::Core", "Whether the first line of a CSV file names the columns."),
    QT_TRANSLATE_NOOP("galley::Core", "Foreign keys"),
    QT_TRANSLATE_NOOP("galley::Core", "Beside pure link tables: columns only, or relationship tables, too."),
    QT_TRANSLATE_NOOP("galley::Core", "Empty text in CSV"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Kùzu's CSV reads an empty text as NULL: refuse to write it, or let it be NULL."),
    QT_TRANSLATE_NOOP("galley::Core", "Columns as text"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "Columns to be written as STRING, with commas between them: NAME, TABLE.NAME, or * for all."),
    QT_TRANSLATE_NOOP("galley::Core", "Like the export"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "An export directory of Kùzu whose types, sequences, macros and indexes are taken "
                      "over, for tables that were imported from it."),
    QT_TRANSLATE_NOOP("galley::Core",
                      "An export directory of the graph databases Kùzu and Ladybug: node tables are tables, "
                      "relationship tables link tables."),
    // openmetadata
    QT_TRANSLATE_NOOP("galley::Core", "Belongs to"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Fully qualified name of what the rows of a plain file belong to (default: as the "
                      "file's name says, SERVICE.DATABASE.schemas.csv)."),
    QT_TRANSLATE_NOOP("galley::Core", "Service and database"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "SERVICE.DATABASE to stand in all fully qualified names in place of those that are there."),
    QT_TRANSLATE_NOOP("galley::Core", "List of owners"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "A text file with one user:NAME or team:NAME in each line: other owners are refused."),
    QT_TRANSLATE_NOOP("galley::Core", "Names that differ in case"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "alike: two names that differ in case only are refused; distinct: they are two names."),
    QT_TRANSLATE_NOOP("galley::Core", "As comments"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Only the descriptions of tables and columns, as a table of comments: what an import "
                      "into comments:DB takes."),
    QT_TRANSLATE_NOOP("galley::Core", "Columns of version"),
    QT_TRANSLATE_NOOP("galley::Core",
                      "The OpenMetadata version whose columns are written; a server takes its own only."),
    QT_TRANSLATE_NOOP("galley::Core", "All levels"),
    QT_TRANSLATE_NOOP("galley::Core", "Of a server: everything below, not only what is next to it."),
    QT_TRANSLATE_NOOP("galley::Core", "As a job on the server"),
    QT_TRANSLATE_NOOP("galley::Core", "The server works in the background and tells when it is done."),
    QT_TRANSLATE_NOOP("galley::Core",
                      "Names, descriptions, owners, tags and types of schemas, tables and columns, no rows: "
                      "the CSV that OpenMetadata exports and imports."),
    // sqlite
    QT_TRANSLATE_NOOP("galley::Core", "File"),
    QT_TRANSLATE_NOOP("galley::Core", "The SQLite file."),
    // mysql
    QT_TRANSLATE_NOOP("galley::Core", "Host"),
    QT_TRANSLATE_NOOP("galley::Core", "Name or address of the server."),
    QT_TRANSLATE_NOOP("galley::Core", "Port"),
    QT_TRANSLATE_NOOP("galley::Core", "The port that the server listens on; empty for the usual one."),
    QT_TRANSLATE_NOOP("galley::Core", "Socket"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "Instead of a host: a server on this machine is reached through this socket or folder."),
    QT_TRANSLATE_NOOP("galley::Core", "Database"),
    QT_TRANSLATE_NOOP("galley::Core", "The name of the database on the server."),
    QT_TRANSLATE_NOOP("galley::Core", "User"),
    QT_TRANSLATE_NOOP("galley::Core", "The name that you have on the server."),
    QT_TRANSLATE_NOOP("galley::Core", "Encryption (TLS)"),
    QT_TRANSLATE_NOOP(
        "galley::Core",
        "verify-full is the only mode that nobody on the way can read or pretend to be the server."),
    QT_TRANSLATE_NOOP("galley::Core", "CA certificate"),
    QT_TRANSLATE_NOOP("galley::Core", "The certificate of the authority that vouches for the server."),
    QT_TRANSLATE_NOOP("galley::Core", "Client certificate"),
    QT_TRANSLATE_NOOP("galley::Core", "Your own certificate, where the server wants one."),
    QT_TRANSLATE_NOOP("galley::Core", "Client key"),
    QT_TRANSLATE_NOOP("galley::Core", "The key of your certificate."),
    QT_TRANSLATE_NOOP("galley::Core", "Timeout (seconds)"),
    QT_TRANSLATE_NOOP("galley::Core", "How long to wait for the server when connecting."),
    // odbc
    QT_TRANSLATE_NOOP("galley::Core", "Data source"),
    QT_TRANSLATE_NOOP("galley::Core", "The name (DSN) of a data source of this machine."),
    QT_TRANSLATE_NOOP("galley::Core", "Driver"),
    QT_TRANSLATE_NOOP("galley::Core", "Instead of a data source: the name of a driver."),
    QT_TRANSLATE_NOOP("galley::Core", "The name that you have there (UID)."),
    QT_TRANSLATE_NOOP("galley::Core", "More"),
    QT_TRANSLATE_NOOP("galley::Core", "What else the driver is told: Server=db;Database=shop"),
    // facts of a detection
    QT_TRANSLATE_NOOP("galley::Core", "Rows"),
    QT_TRANSLATE_NOOP("galley::Core", "Columns"),
    QT_TRANSLATE_NOOP("galley::Core", "Row groups"),
    QT_TRANSLATE_NOOP("galley::Core", "Created by"),
    QT_TRANSLATE_NOOP("galley::Core", "yes"),
    QT_TRANSLATE_NOOP("galley::Core", "no"),
    QT_TRANSLATE_NOOP("galley::Core", "skipped"),
    QT_TRANSLATE_NOOP("galley::Core", "every line is followed by an empty one"),
    QT_TRANSLATE_NOOP("galley::Core", "the file says so in its first line"),
    QT_TRANSLATE_NOOP("galley::Core", "the first line holds no delimiter: one column"),
    QT_TRANSLATE_NOOP("galley::Core", "not every line has as many"),
    QT_TRANSLATE_NOOP("galley::Core", "in the first line"),
    QT_TRANSLATE_NOOP("galley::Core", "none"),
    QT_TRANSLATE_NOOP("galley::Core", "the first line looks like data"),
    QT_TRANSLATE_NOOP("galley::Core", "some names look like numbers"),
    QT_TRANSLATE_NOOP("galley::Core", "comma"),
    QT_TRANSLATE_NOOP("galley::Core", "point"),
    QT_TRANSLATE_NOOP("galley::Core", "numbers with comma and numbers with point"),
    QT_TRANSLATE_NOOP("galley::Core", "day and month cannot be told apart"),
    QT_TRANSLATE_NOOP("galley::Core", "write the dates as YYYY-MM-DD"),
    QT_TRANSLATE_NOOP("galley::Core", "day first"),
    QT_TRANSLATE_NOOP("galley::Core", "month first"),
    QT_TRANSLATE_NOOP("galley::Core", "standard SQL"),
    QT_TRANSLATE_NOOP("galley::Core", "a backslash in front of a quote is refused until you say"),
    QT_TRANSLATE_NOOP("galley::Core", "tab"),
    QT_TRANSLATE_NOOP("galley::Core", "semicolon"),
    QT_TRANSLATE_NOOP("galley::Core", "bar"),
    QT_TRANSLATE_NOOP("galley::Core", "mixed"),
    QT_TRANSLATE_NOOP("galley::Core", "the file begins with its byte order mark"),
    QT_TRANSLATE_NOOP("galley::Core", "every character is well-formed UTF-8"),
    QT_TRANSLATE_NOOP("galley::Core", "every second byte is NUL"),
    QT_TRANSLATE_NOOP("galley::Core", "no field stands in quotes"),
    QT_TRANSLATE_NOOP("galley::Core", "words in the first line, numbers or dates below"),
    QT_TRANSLATE_NOOP("galley::Core", "the first line holds words only"),
    QT_TRANSLATE_NOOP("galley::Core", "no number has a fraction"),
    // phases of jobs
    QT_TRANSLATE_NOOP("galley::Core", "Reading"),
    QT_TRANSLATE_NOOP("galley::Core", "Comparing"),
    QT_TRANSLATE_NOOP("galley::Core", "Applying"),
    QT_TRANSLATE_NOOP("galley::Core", "Rehearsing"),
    QT_TRANSLATE_NOOP("galley::Core", "Verifying"),
    QT_TRANSLATE_NOOP("galley::Core", "Writing"),
    QT_TRANSLATE_NOOP("galley::Core", "Exporting"),
    QT_TRANSLATE_NOOP("galley::Core", "Importing"),
    // titles of jobs
    QT_TRANSLATE_NOOP("galley::Core", "Look at files"),
    QT_TRANSLATE_NOOP("galley::Core", "Make the sample database"),
    QT_TRANSLATE_NOOP("galley::Core", "Repair rejected rows"),
};

constexpr const char *kPatterns[] = {
    QT_TRANSLATE_NOOP("galley::Core", "Export the metadata of %1 to %2"),
    QT_TRANSLATE_NOOP("galley::Core", "Export from %1"),
    QT_TRANSLATE_NOOP("galley::Core", "Export %1 to %2"),
    QT_TRANSLATE_NOOP("galley::Core", "Import into %1"),
    QT_TRANSLATE_NOOP("galley::Core", "Preview %1 into %2"),
    QT_TRANSLATE_NOOP("galley::Core", "Apply changes to %1"),
    QT_TRANSLATE_NOOP("galley::Core", "Undo on %1"),
    QT_TRANSLATE_NOOP("galley::Core", "Compare %1 with %2"),
    QT_TRANSLATE_NOOP("galley::Core", "Verify %1"),
    QT_TRANSLATE_NOOP("galley::Core", "Write %1"),
    QT_TRANSLATE_NOOP("galley::Core", "Dates in %1"),
    QT_TRANSLATE_NOOP("galley::Core", "%1 is as likely"),
    QT_TRANSLATE_NOOP("galley::Core", "%1 fields stand in quotes"),
    QT_TRANSLATE_NOOP("galley::Core", "%1 in %2 of %3 lines"),
    QT_TRANSLATE_NOOP("galley::Core", "%1 fields in %2 % of %3 lines"),
    QT_TRANSLATE_NOOP("galley::Core", "%1 of the first numbers have one"),
};

} // namespace

std::span<const char *const> coreTextList()
{
    return kTexts;
}

std::span<const char *const> corePatterns()
{
    return kPatterns;
}

} // namespace galley
