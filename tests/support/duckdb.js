// SPDX-License-Identifier: MIT
// Runs SQL in DuckDB, an independent reader and writer of Parquet: node duckdb.js MODULES 'SQL; SQL' ['QUERY']
// MODULES holds node_modules/@duckdb/node-api. The rows of QUERY are printed one a line, each value as text with
// `|` between; NULL as NULL.
const path = require('path');
const api = require(path.join(process.argv[2], 'node_modules', '@duckdb', 'node-api'));
(async () => {
  const instance = await api.DuckDBInstance.create(':memory:');
  const link = await instance.connect();
  await link.run("SET TimeZone='UTC'; SET threads=1");
  if (process.argv[3]) await link.run(process.argv[3]);
  if (process.argv[4]) {
    const reader = await link.runAndReadAll(process.argv[4]);
    for (const row of reader.getRows())
      console.log(row.map(v => v === null ? 'NULL' : String(v)).join('|'));
  }
  link.closeSync();
  instance.closeSync();
})().catch(e => { console.error(String(e)); process.exit(1); });
