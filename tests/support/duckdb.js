// SPDX-License-Identifier: MIT
// Runs SQL in DuckDB, an independent reader and writer of Parquet: node duckdb.js 'SQL; SQL' ['QUERY']
// NODE_PATH holds @duckdb/node-api. The rows of QUERY are printed one a line, each value as text with
// `|` between; NULL as NULL.
const api = require('@duckdb/node-api');
(async () => {
  const instance = await api.DuckDBInstance.create(':memory:');
  const link = await instance.connect();
  await link.run("SET TimeZone='UTC'; SET threads=1");
  if (process.argv[2]) await link.run(process.argv[2]);
  if (process.argv[3]) {
    const reader = await link.runAndReadAll(process.argv[3]);
    for (const row of reader.getRows())
      console.log(row.map(v => v === null ? 'NULL' : String(v)).join('|'));
  }
  link.closeSync();
  instance.closeSync();
})().catch(e => { console.error(String(e)); process.exit(1); });
