// SPDX-License-Identifier: MIT
//
// The real engines as test tools: node kuzuclient.js MODULE COMMAND…
//   make DIR FORMAT       fills a database with every type and exports it to DIR (csv or parquet)
//   dump DIR              imports DIR into an empty database and prints every row, sorted
const fs = require('fs'), os = require('os'), path = require('path');
const [module_, command, dir, format] = process.argv.slice(2);
const engine = require(module_);

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-kuzu-'));
function open(name) {
  // A small address space: the default reserves 8 TiB for each database.
  const database = new engine.Database(path.join(base, name), 64 << 20, true, false, 1 << 30);
  const connection = new engine.Connection(database);
  return { run: text => connection.querySync(text), rows: text => connection.querySync(text).getAllSync() };
}

const statements = withDecimal => [
  `CREATE NODE TABLE Person(id INT64 PRIMARY KEY, name STRING, tiny INT8, small INT16, mid INT32, u8 UINT8, u64 UINT64,
     huge INT128, height FLOAT, weight DOUBLE, ok BOOL, ${withDecimal ? 'balance DECIMAL(12, 2),' : ''}
     born DATE, at TIMESTAMP, ms TIMESTAMP_MS, sec TIMESTAMP_SEC, tz TIMESTAMP_TZ, span INTERVAL, token UUID, avatar BLOB,
     nick STRING[], fixed INT64[3], addr STRUCT(street STRING, no INT64), scores MAP(STRING, INT64))`,
  ...(withDecimal ? [] : [ // what its CSV cannot carry
    `CREATE NODE TABLE Nested(id INT64 PRIMARY KEY, texts STRING[], deep STRING[][], flags BOOL[], small INT16[], u8 UINT8[],
       floats FLOAT[], reals DOUBLE[], days DATE[], at TIMESTAMP[], tz TIMESTAMP_TZ[], ids UUID[], raw BLOB[],
       people STRUCT(name STRING, tags STRING[])[], notes MAP(STRING, STRING), byNo MAP(INT64, STRUCT(a STRING, b DOUBLE)[]),
       box STRUCT(inner STRUCT(x INT32, y STRING), list INT64[], m MAP(STRING, INT64)))`,
    `CREATE (:Nested {id: 1, texts: ['a,b', '', ' [x] ', 'it\\'s', 'null', '"q"', 'ü{}'], deep: [['a,b'], cast('[]' AS STRING[]), [',', 'c']],
       flags: [true, false], small: cast([1, -2] AS INT16[]), u8: cast([255] AS UINT8[]), floats: cast([1.5, 0.25] AS FLOAT[]),
       reals: [0.1, 1e300], days: [date('2024-02-29'), date('1815-12-10')], at: [timestamp('2024-02-29 23:59:59.123456')],
       tz: [cast('2024-05-06 01:02:03+02:00' AS TIMESTAMP_TZ)], ids: [uuid('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11')],
       raw: [BLOB('\\\\xDE\\\\x00x')],
       people: [{name: 'Ada, countess', tags: ['x,y', 'z']}, {name: 'Bob', tags: cast('[]' AS STRING[])}],
       notes: map(['a=b', 'c,d'], ['{1}', 'two words']), byNo: map([7, 8], [[{a: 'q,', b: 0.5}], [{a: 'r', b: -1.0}, {a: 's', b: 2.0}]]),
       box: {inner: {x: cast(5 AS INT32), y: "it's, {ok}"}, list: [1, 2], m: map(['k'], [3])}})`,
    `CREATE (:Nested {id: 2})`,
    `CREATE (:Nested {id: 3, texts: cast('[]' AS STRING[]), days: cast('[]' AS DATE[])})`,
  ]),
  `CREATE NODE TABLE City(name STRING PRIMARY KEY, area DOUBLE)`,
  `CREATE NODE TABLE Ticket(no SERIAL PRIMARY KEY, subject STRING)`,
  `CREATE NODE TABLE Nothing(id INT64 PRIMARY KEY, x STRING)`,
  `CREATE REL TABLE LivesIn(FROM Person TO City, MANY_ONE)`,
  `CREATE REL TABLE Knows(FROM Person TO Person, since DATE, weight DOUBLE)`,
  `CREATE REL TABLE About(FROM Ticket TO Person, FROM Ticket TO City, priority INT8, label STRING)`,
  `CREATE SEQUENCE invoice_no START 100 INCREMENT 5`,
  `CREATE MACRO full_label(a, b := 'x') AS concat(a, concat('-', b))`,
  `CREATE (:City {name: 'Köln', area: 405.02}), (:City {name: 'Winston-Salem, NC', area: 0.5}), (:City {name: 'Atlantis'})`,
  `CREATE (:Person {id: 1, name: 'Ada "the" Lovelace, countess', tiny: cast(-127 AS INT8), small: cast(-32768 AS INT16),
     mid: cast(2147483647 AS INT32), u8: cast(255 AS UINT8), u64: cast('9223372036854775807' AS UINT64),
     huge: cast('9007199254740992' AS INT128), height: cast(1.5 AS FLOAT), weight: 0.25, ok: true,
     ${withDecimal ? "balance: cast('-3.99' AS DECIMAL(12, 2))," : ''} born: date('1815-12-10'),
     at: timestamp('2024-02-29 23:59:59.123456'), ms: cast('2024-05-05 05:05:05.555' AS TIMESTAMP_MS),
     sec: cast('2024-05-05 05:05:05' AS TIMESTAMP_SEC), tz: cast('2024-05-06 01:02:03+02:00' AS TIMESTAMP_TZ),
     span: interval('1 year 2 months 3 days 04:05:06.789'), token: uuid('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),
     avatar: BLOB('\\\\xDE\\\\xAD\\\\x00\\\\x22,x'), nick: ['countess', 'enchantress'], fixed: [1, 2, 3],
     addr: {street: 'St James Square', no: 12}, scores: map(['math', 'poetry'], [10, 7])})`,
  `CREATE (:Person {id: 2, name: 'line one\nline two', tiny: cast(0 AS INT8), weight: -1.0, ok: false, nick: cast('[]' AS STRING[])})`,
  `CREATE (:Person {id: 3})`,
  `CREATE (:Ticket {subject: 'printer on fire'})`, `CREATE (:Ticket {subject: 'NULL'})`, `CREATE (:Ticket {})`,
  `MATCH (a:Person {id: 1}), (b:City {name: 'Köln'}) CREATE (a)-[:LivesIn]->(b)`,
  `MATCH (a:Person {id: 2}), (b:City {name: 'Winston-Salem, NC'}) CREATE (a)-[:LivesIn]->(b)`,
  `MATCH (a:Person {id: 1}), (b:Person {id: 2}) CREATE (a)-[:Knows {since: date('2010-10-10'), weight: 0.25}]->(b)`,
  `MATCH (a:Person {id: 1}), (b:Person {id: 2}) CREATE (a)-[:Knows {since: date('2010-10-10'), weight: 0.25}]->(b)`,
  `MATCH (a:Person {id: 2}), (b:Person {id: 2}) CREATE (a)-[:Knows]->(b)`,
  `MATCH (a:Ticket {no: 0}), (b:Person {id: 2}) CREATE (a)-[:About {priority: 1, label: 'hot, very'}]->(b)`,
  `MATCH (a:Ticket {no: 1}), (b:City {name: 'Köln'}) CREATE (a)-[:About {priority: 2}]->(b)`,
];

function show(value) {
  return JSON.stringify(value, (key, v) => typeof v === 'bigint' ? String(v)
    : Buffer.isBuffer(v) || (v && v.type === 'Buffer') ? 'x' + Buffer.from(v.data || v).toString('hex')
    : Object.is(v, NaN) ? 'nan' : v);
}

function dump() {
  const { run, rows } = open('in');
  run(`IMPORT DATABASE '${dir}'`);
  const tables = rows('CALL show_tables() RETURN *').sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const table of tables) {
    const columns = rows(`CALL table_info('${table.name}') RETURN *`).map(c => `${c.name} ${c.type}`);
    console.log(`${table.type} ${table.name} (${columns.join(', ')})`);
    const properties = rows(`CALL table_info('${table.name}') RETURN *`).map(c => c.name);
    const isReal = p => columns.includes(`${p} DOUBLE`) || columns.includes(`${p} FLOAT`); // its text has six digits
    const cell = p => (isReal(p) ? `t.\`${p}\`` : `CAST(t.\`${p}\` AS STRING)`) + ` AS \`${p}\``;
    const text = table.type === 'NODE'
      ? `MATCH (t:\`${table.name}\`) RETURN ${properties.map(cell).join(', ')}`
      : `MATCH (a)-[t:\`${table.name}\`]->(b) RETURN label(a) AS la, label(b) AS lb, a AS a_, b AS b_`
        + properties.map(p => ', ' + cell(p)).join('');
    const lines = rows(text).map(row => {
      for (const end of ['a_', 'b_']) // a node, of which its key is enough
        if (row[end]) row[end] = row[end].id ?? row[end].name ?? row[end].no;
      return '  ' + show(row);
    });
    console.log(lines.sort().join('\n'));
  }
}

if (command === 'make') {
  const { run } = open('out');
  for (const statement of statements(format === 'csv'))
    run(statement);
  run(`EXPORT DATABASE '${dir}' (format="${format}"${format === 'csv' ? ', header=true' : ''})`);
} else if (command === 'dump') {
  dump();
}
fs.rmSync(base, { recursive: true, force: true });
process.exit(0);
