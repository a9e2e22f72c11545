// SPDX-License-Identifier: MIT
#include "tests/cli/fidelitycases.h"

namespace galley::test {

namespace {

const QByteArray kNines(38, '9');

QByteArray allBytes(const char *before, const char *behind)
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return before + bytes.toHex() + behind;
}

QList<QByteArray> texts()
{
    return {"''",
            "' '",
            "'a''b \"c\", d'",
            "'two\nlines\r\n\tand a tab '",
            "'\xf0\x9f\xa6\x89 \xe6\xbc\xa2 e\xcc\x81 \xc3\xa9'",
            "'\\x00ff'",
            "'NULL'",
            "'\\N'",
            "'-0012'"};
}

} // namespace

/// Numbers are compared as numbers, whatever zeros stand behind them; intervals, too.
QList<TypeCase> postgresCases()
{
    const QByteArray number = "trim_scale((%)::numeric)::text";
    const QByteArray boolean = "(%::text)::boolean::text";
    const QByteArray interval = "(%::text)::interval::text";
    return {
        {"smallint", {"-32768", "0", "32767"}},
        {"integer", {"-2147483648", "2147483647"}},
        {"bigint", {"-9223372036854775808", "9223372036854775807"}},
        {"oid", {"0", "4294967295"}},
        {"boolean", {"true", "false"}, boolean, boolean},
        {"real",
         {"0.1", "'-0'", "3.4028235e38", "1.17549435e-38", "1e-45", "'NaN'", "'Infinity'", "'-Infinity'"}},
        {"double precision",
         {"0.1", "0.30000000000000004", "'-0'", "1.7976931348623157e308", "5e-324", "1e22", "'NaN'",
          "'Infinity'", "'-Infinity'"}},
        {"numeric",
         {"1.500", "-0.00", kNines, "-0." + kNines, "1e60", "1e-40", "'NaN'", "'Infinity'", "'-Infinity'"},
         number,
         number},
        {"numeric(38,0)", {kNines, '-' + kNines, "0", "'NaN'"}, number, number},
        {"numeric(38,20)",
         {"999999999999999999.99999999999999999999", "0.00000000000000000001"},
         number,
         number},
        {"numeric(10,2)", {"12345678.90", "-0.01"}, number, number},
        {"money", {"1234.56", "-92233720368547758.08"}},
        {"text", texts()},
        {"character varying(40)", texts()},
        {"character(5)", {"''", "'ab'", "'\xf0\x9f\xa6\x89'"}},
        {"name", {"'a name'"}},
        {"mood", {"'happy'", "'it''s \"so\" so'"}},
        {"bytea", {"''", "'\\x00'", allBytes("'\\x", "'")}},
        {"date",
         {"'2024-02-29'", "'0001-01-01'", "'0044-03-15 BC'", "'4713-01-01 BC'", "'9999-12-31'",
          "'10000-01-01'", "'5874897-12-31'", "'infinity'", "'-infinity'"}},
        {"time", {"'00:00:00'", "'10:00:00.5'", "'23:59:59.999999'", "'24:00:00'"}},
        {"timetz", {"'10:00:00+02'", "'23:59:59.999999-15:59'", "'00:00:00+00'"}},
        {"timestamp",
         {"'2024-02-29 10:00:00'", "'1970-01-01 00:00:00.000001'", "'0044-03-15 00:00:00 BC'",
          "'9999-12-31 23:59:59.999999'", "'294276-12-31 23:59:59.999999'", "'infinity'", "'-infinity'"}},
        {"timestamptz",
         {"'2024-02-29 10:00:00+00'", "'2024-03-31 02:30:00+05:45'", "'0044-03-15 00:00:00+00 BC'",
          "'9999-12-31 23:59:59.999999+00'", "'294276-12-31 23:59:59.999999+00'", "'infinity'",
          "'-infinity'"}},
        {"interval",
         {"'1 year 2 mons 3 days 04:05:06.789'", "'-1 day +01:00'", "'0'", "'1 mon -1 day'",
          "'178000000 years'", "'-00:00:00.000001'"},
         interval,
         interval},
        {"uuid", {"'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "'00000000-0000-0000-0000-000000000000'"}},
        {"json",
         {"'{\"a\":1, \"a\": 2}'", "'  [1.50, 1e400, 18446744073709551615]'", "'\"\\u0000 \\ud83e\\udd89\"'",
          "'null'"}},
        {"jsonb",
         {"'{\"b\":1.50, \"a\":\"x\", \"a\":2}'", "'[12345678901234567890.123456789012345678901]'",
          "'null'"}},
        {"integer[]", {"'{1,2,NULL}'", "'{}'", "'{{1,2},{3,4}}'", "'[0:1]={5,6}'"}},
        {"text[]", {"ARRAY['a\"b', 'c,d', '', 'NULL', NULL, E'\\\\']", "'{}'"}},
        {"timestamptz[]", {"ARRAY['2024-02-29 10:00:00+00'::timestamptz]"}, {}, "(%::text)::timestamptz[]"},
        {"bit(5)", {"B'00101'", "B'11111'"}},
        {"bit varying", {"B''", "B'1'", "B'0101'"}},
        {"inet",
         {"'10.0.0.1/8'", "'192.168.0.1'", "'::ffff:1.2.3.4'", "'2001:db8::1/64'"},
         {},
         "(%::text)::inet"},
        {"cidr", {"'10.0.0.0/8'"}},
        {"macaddr", {"'08:00:2b:01:02:03'"}},
        {"int4range", {"'[1,5)'", "'empty'"}},
        {"tstzrange", {"'[2024-01-01 00:00:00+00,)'"}, {}, "(%::text)::tstzrange"},
        {"xml", {"'<a>x</a>'"}},
        {"point", {"'(1.5,-2)'"}},
        {"tsvector", {"'a:1 b:2'"}},
        {"pair", {"'(1,\"x y\")'"}},
    };
}

QList<TypeCase> mysqlCases()
{
    const QByteArray bytes = "hex(%)";
    const QByteArray plain = "%+0";
    const QByteArray number = "cast(% as decimal(65,30))";
    const QByteArray narrow = "cast(% as float)+0e0";
    const QByteArray moment =
        "trim(trailing '.' from trim(trailing '0' from concat(%,if(locate('.',%),'','.'))))";
    const QList<QByteArray> dates = {"'2024-02-29'", "'1000-01-01'", "'0001-01-01'", "'9999-12-31'",
                                     "'0000-00-00'", "'2024-00-00'", "'2024-02-30'"};
    return {
        {"tinyint", {"-128", "127"}},
        {"tinyint(1)", {"0", "1", "5"}},
        {"tinyint unsigned", {"255"}},
        {"smallint", {"-32768", "32767"}},
        {"mediumint unsigned", {"16777215"}},
        {"int", {"-2147483648", "2147483647"}},
        {"int(8) unsigned zerofill", {"42", "4294967295"}, plain, plain},
        {"bigint", {"-9223372036854775808", "9223372036854775807"}},
        {"bigint unsigned", {"0", "9223372036854775807", "18446744073709551615"}},
        {"bit(1)", {"0", "1"}, "bin(%)", {}},
        {"bit(5)", {"5", "31"}, "lpad(bin(%),5,'0')", {}},
        {"bit(64)", {"1", "18446744073709551615"}, "lpad(bin(%),64,'0')", {}},
        {"float", {"0.1", "-0e0", "3.402823e38", "1.175494e-38", "16777216"}, narrow, narrow},
        {"double", {"0.1", "0.30000000000000004", "-0e0", "1.7976931348623157e308", "5e-324", "1e22"}},
        {"decimal(10,2)", {"12345678.90", "-0.01"}, number, number},
        {"decimal(38,0)", {kNines, '-' + kNines}, "%", "%"},
        {"decimal(65,30)",
         {QByteArray(35, '9') + '.' + QByteArray(30, '9'), "-0.000000000000000000000000000001"},
         "%",
         "%"},
        {"decimal(10,2) unsigned", {"99999999.99"}, number, number},
        {"char(5)", {"''", "'ab'", "'\xf0\x9f\xa6\x89'"}},
        {"varchar(40)", texts()},
        {"text", texts()},
        {"varchar(9) character set latin1", {"'\xc3\xa9'", "'\xe2\x82\xac'"}},
        {"enum('a','it''s')", {"'a'", "'it''s'"}},
        {"set('x','y','z')", {"''", "'x,z'"}},
        {"json", {"'{\"a\":1, \"a\": 2}'", "'[1.50, 18446744073709551615]'", "'\"\\\\ud83e\\\\udd89\"'"}},
        {"binary(4)", {"x'00ff'", "x'01020304'"}, bytes, bytes},
        {"varbinary(300)", {"''", "x'00'", allBytes("x'", "'")}, bytes, bytes},
        {"blob", {"''", allBytes("x'", "'")}, bytes, bytes},
        {"date", dates},
        {"datetime(6)",
         {"'2024-02-29 10:00:00'", "'1970-01-01 00:00:00.000001'", "'9999-12-31 23:59:59.999999'",
          "'0000-00-00 00:00:00'", "'2024-02-30 00:00:00'"},
         moment,
         moment},
        {"datetime", {"'2024-02-29 10:00:00'"}, moment, moment},
        {"timestamp(6)",
         {"'2024-02-29 10:00:00.5'", "'1970-01-02 00:00:01'", "'2038-01-18 03:14:07.999999'"},
         moment,
         moment},
        {"time(6)",
         {"'00:00:00'", "'10:00:00.5'", "'23:59:59.999999'", "'-838:59:59'", "'838:59:59'", "'24:00:00'",
          "'-00:00:00.000001'"},
         moment,
         moment},
        {"year", {"0", "1901", "2155"}, plain, plain},
        {"uuid", {"'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"}},
        {"inet4", {"'10.0.0.1'"}},
        {"inet6", {"'::1'", "'2001:db8::1'"}},
        {"point", {"point(1.5,-2)"}, bytes, bytes},
    };
}

QList<TypeCase> sqliteCases()
{
    const QByteArray number = "CAST(% AS NUMERIC)";
    const QByteArray digits = "CASE WHEN instr(%, '.') > 0 THEN rtrim(rtrim(%, '0'), '.') ELSE % || '' END";
    const QList<QByteArray> anything = {"1", "1.5", "'a'", "'12'", "x'00ff'"};
    return {
        {"INTEGER", {"-9223372036854775808", "9223372036854775807", "0", "1.5", "'a'", "x'00ff'"}},
        {"REAL", {"0.1", "-0.0", "1.7976931348623157e308", "5e-324", "9e999", "-9e999", "1", "'a'"}},
        {"TEXT", texts() + QList<QByteArray>{"x'00ff'", "CAST(x'610062' AS TEXT)"}},
        {"VARCHAR(3)", {"'abc'", "'longer'", "12"}},
        {"BLOB", {"x''", allBytes("x'", "'"), "'a'", "1"}},
        {"", anything},
        {"NUMERIC", {"1", "1.5", "9223372036854775807", "0.1", "'a'"}, digits, digits},
        {"DECIMAL(10,2)", {"12345678.90", "0.01", "1", "1.005", "'99999999999.99'", "'a'"}},
        {"DECIMAL TEXT(38,10)", {"'9999999999999999999999999999.9999999999'", "'1.50'"}, digits, digits},
        {"BOOLEAN", {"0", "1", "2", "'true'", "'a'"}},
        {"UNSIGNED BIG INT", {"0", "9223372036854775807", "-1"}, number, number},
        {"DATE",
         {"'2024-02-29'", "'0000-00-00'", "'0044-03-15 BC'", "'10000-01-01'", "'a'", "2460369",
          "1709164800.5"}},
        {"TIME", {"'10:00:00'", "'10:00'", "'10:00:00.123456789'", "'25:00:00'"}},
        {"DATETIME",
         {"'2024-02-29 10:00:00'", "'2024-02-29T10:00:00.5'", "'2024-02-29 10:00:00.123456789'",
          "'2024-02-29 10:00:00+02:00'", "'2024-02-29'", "1709164800"}},
        {"TIMESTAMP WITH TIME ZONE", {"'2024-02-29 10:00:00+00:00'", "'2024-02-29 10:00:00+05:45'"}},
        {"UUID TEXT",
         {"'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'", "'no uuid'"}},
        {"JSON TEXT", {"'{\"a\":1, \"a\": 2}'", "'{broken'", "1"}},
        {"INTERVAL", {"'P1Y2M3DT4H5M6S'", "'1 day'", "'a'"}},
    };
}

} // namespace galley::test
