<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>galley</name>
    <message>
        <source>Red — production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber — staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green — development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue — test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet — sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey — archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>db since 2022.02; get-exports and get-export before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is replaced on the way to this environment; see docs/formats.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas. The server has no list of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas; left empty: those that the server takes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty: public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file if it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the server work in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For much: its end is waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the rest where some rows are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else one row that the server refuses stops the import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With everything below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with all levels (1.7 and later).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture (%1) that this system cannot decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins like a picture (%1), but is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: too large to be shown here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text, %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::BrowseTree</name>
    <message>
        <source>Open databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import into this database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export this database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mments as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open a database or to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to import into “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::CatalogJob</name>
    <message>
        <source>Look at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::CatalogModel</name>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::CellInspector</name>
    <message>
        <source>integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the selected cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the beginning of %1 is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes as a picture, %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ChangeDelegate</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesDelegate</name>
    <message>
        <source>no rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesModel</name>
    <message>
        <source>changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table will be created and filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is empty and will be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key: whole rows are compared, so a changed row shows as one deleted and one inserted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are matched by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 inserted, %4 changed, %5 deleted, %6 unchanged, %7 rejected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ChangesModel</name>
    <message>
        <source>inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1: row %2, line %3 of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1: row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1, row %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ChangesReview</name>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will change: the target already holds what the source says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will change: all %1 changes are declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row will be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows will be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row will be inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows will be inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row will be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows will be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row was rejected, and this import stops at rejected rows. Repair it and preview again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were rejected, and this import stops at rejected rows. Repair them and preview again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ChildrenWatch</name>
    <message>
        <source>1 row refers to rows that you declined, and cannot be made without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows refer to rows that you declined, and cannot be made without them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide all but keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::CommandLine</name>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::CompareGrid</name>
    <message>
        <source>Changes to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the rows as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the rows as they will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows as they will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the source says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ConnectionDialog</name>
    <message>
        <source>New connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you and the command line will call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for when it is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stored there and nowhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word that stands beside the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be written through this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: %1, %2, %3 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ConnectionTestJob</name>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::Core</name>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands between fields: , ; | or tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands around fields that need it; empty: fields are never quoted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the next character a plain one; empty: quotes in fields are doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column names in the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first line holds the names of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NULL is written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unquoted text that means NULL; empty: nothing between two delimiters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the characters; a byte order mark in the file is believed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ends a line; every kind is understood in reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the mark that Excel needs to see UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged: a value of another kind than its column carries a mark of its kind, such as \I12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the whole and the fraction of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put &apos; before text that a spreadsheet would run as a formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a file of one column: rows with NULL, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with fewer fields than there are columns: refused, or filled up with NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with one row a line, for every spreadsheet and database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One object a line, a row each; numbers and text are told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One array of objects, a row each; numbers and text are told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a backslash in a text means: itself (standard) or an escape (mysql).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in a statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows one INSERT holds at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name to insert into, if it is not the table&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT statements of literals. Read without being run: anything else in a script is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How pages are packed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declared: each column in the Parquet type that its declared type is; plain: decimals, dates, times and UUIDs as text; text: every column as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times and timestamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit that times and timestamps are counted in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged: values that their column&apos;s type cannot hold exactly stand in a column of their own, so that Galley reads them back; plain: they are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of a row group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows are written and read at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes columns with few different values as numbers of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a CRC-32 with each page, which readers check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed columns in a packed file, for DuckDB, Spark, pandas and data lakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile of rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of what is to be changed for another environment; see docs/formats.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows whose column dataset is one of these (separated by commas).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema in the statements (default: the source&apos;s, public for SQLite).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables that come first, in this order (separated by commas).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a server: db is db-export and db-import (2022.02 and later); get-exports, or get-export for one dataset at a time, and run-import are older.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payload of Collibra DQ&apos;s get-export and run-import: a JSON array of INSERT statements, with rules for another environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder or zip with one file for each table, the schema and checksums; other tools read it as a Frictionless Data Package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these classes (separated by commas or blanks).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes to leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes but these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads OUser with its password hashes, ORole and the other classes of OrientDB&apos;s security, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges listed by vertices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads in_… and out_… of vertices; the edges&apos; own records say the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links as references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links become foreign keys, and each must lead to a record; false: plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links into nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of a record whose link leads to no record: refused, or the link becomes NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zone of the database, in which its dates begin at midnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep cluster numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record ids keep their clusters; false: 100 is added, so that the clusters of a new database are not in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DATE and DATETIME, which have milliseconds in UTC; or text, which keeps all digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How hard to pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a file that ends in .gz: 0 (not at all) to 9 (smallest and slowest).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of OrientDB&apos;s EXPORT DATABASE, versions 1.x to 3.2: classes as tables, edges as link tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header line (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first line of a CSV file names the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside pure link tables: columns only, or relationship tables, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty text in CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kùzu&apos;s CSV reads an empty text as NULL: refuse to write it, or let it be NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to be written as STRING, with commas between them: NAME, TABLE.NAME, or * for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export directory of Kùzu whose types, sequences, macros and indexes are taken over, for tables that were imported from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export directory of the graph databases Kùzu and Ladybug: node tables are tables, relationship tables link tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully qualified name of what the rows of a plain file belong to (default: as the file&apos;s name says, SERVICE.DATABASE.schemas.csv).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service and database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVICE.DATABASE to stand in all fully qualified names in place of those that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of owners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text file with one user:NAME or team:NAME in each line: other owners are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that differ in case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alike: two names that differ in case only are refused; distinct: they are two names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the descriptions of tables and columns, as a table of comments: what an import into comments:DB takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The OpenMetadata version whose columns are written; a server takes its own only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a server: everything below, not only what is next to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a job on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server works in the background and tells when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, descriptions, owners, tags and types of schemas, tables and columns, no rows: the CSV that OpenMetadata exports and imports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQLite file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port that the server listens on; empty for the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of a host: a server on this machine is reached through this socket or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the database on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that you have on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify-full is the only mode that nobody on the way can read or pretend to be the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the authority that vouches for the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own certificate, where the server wants one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of your certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name (DSN) of a data source of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of a data source: the name of a driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that you have there (UID).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else the driver is told: Server=db;Database=shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every line is followed by an empty one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file says so in its first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first line holds no delimiter: one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not every line has as many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first line looks like data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some names look like numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers with comma and numbers with point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day and month cannot be told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the dates as YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a backslash in front of a quote is refused until you say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the sample database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the metadata of %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview %1 into %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply changes to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is as likely</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::CountsBar</name>
    <message>
        <source>%1 inserted, %2 changed, %3 deleted, %4 rejected, %5 unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::DeleteConfirm</name>
    <message>
        <source>Delete %1 rows?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type the number %1 to go on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rows to delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete and apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ExportWizard</name>
    <message>
        <source>Reading the tables of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure: tables, indexes, views and triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;zip file, with checksums and a seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;folder, with checksums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;plain file: one table, rows only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything &amp;back and compare before it gets its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;zip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for a&amp;ll tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tables of %3, %4 rows, go to
%5
as %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Only the structure is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

Everything is read back and compared before the export gets its name. If anything fails, nothing is left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

The export is not read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
What is there now is replaced, once the new export is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall be exported?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables are still being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose rows, structure or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which format are the rows written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does the export go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the export goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One plain file holds one table: choose one, or a zip or a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::FilterBar</name>
    <message>
        <source>Inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the rejected rows with their reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the rows that stay as they are, instead of the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide these rows; what is hidden is still applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed columns only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the columns that no shown row changes; the key stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a text in all rows (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which columns are shown (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take every change that the filters show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline every change that the filters show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, %1 hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show unchanged: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ForgetJob</name>
    <message>
        <source>Forget %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::GridDelegate</name>
    <message>
        <source>1 byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::HistoryJob</name>
    <message>
        <source>Read the history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::HistoryPage</name>
    <message>
        <source>Interrupted: Galley ended while this was being applied, and only the database knows whether it is. “Undo…” finds out: it changes nothing where the rows are not as applied. Where nothing was applied, “Forget” takes it off this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the interrupted import %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database stays as it is. If the import was applied after all, it can no longer be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the changes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This import was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the undo would change, before it changes anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each can be undone while the rows are still what it made of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was applied yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ImportPage</name>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ImportSummaryPage</name>
    <message>
        <source>The same on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes into the new table %2 of
%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is compared with the table %2 of
%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 tables) is compared with
%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

Mode: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

Mode: new tables are created, in others rows are inserted or updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Rows are matched by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
%1 columns are mapped by hand, %2 get a constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
The changes are rehearsed and rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

Next you see every change, row by row. Only what you then apply is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ImportWizard</name>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall be imported?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into which database and table?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column goes where?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to rows that are there already?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to preview: nothing is written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::JobRow</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping, everything is rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed after %1; nothing was left behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled after %1; nothing was left behind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::JobsModel</name>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::JobsPanel</name>
    <message>
        <source>No jobs yet: exports, previews and imports show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::Json</name>
    <message>
        <source>not valid JSON at character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::LoadRowsModel</name>
    <message>
        <source>The rows cannot be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that stay as they are, read from the database: %1 are the same in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The first %2 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row, read from the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 rows, read from the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source as you scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows, read from the source as you scroll</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::MainWindow</name>
    <message>
        <source>Remove connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the saved connection “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database itself stays as it is. A password in the keyring is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open a database or to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Value pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Galley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Galley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves data out of a database and back in, and shows every change before it is made. Free software under the MIT licence. Qt %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 job running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 jobs running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Galley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Cancel it and quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 jobs are running. Cancel them and quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cancelled import changes nothing; a cancelled export leaves no file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::MappingModel</name>
    <message>
        <source>The target has no column %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two source columns go into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets a constant and a source column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source column goes into the target: map at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(constant)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left as it is, or NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left as it is, or %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::MappingPage</name>
    <message>
        <source>(left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source brings several tables: columns of the same name are matched in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the same name are matched. Choose another target, or leave a column out; a target column without a source can get a constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is new: it gets these columns. Rename them, or leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::MetadataTree</name>
    <message>
        <source>List %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (asking…)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::Minimap</name>
    <message>
        <source>Map of the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes of this table: click to go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ModePage</name>
    <message>
        <source>Insert or update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows are inserted, rows with the same key are updated; nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows are inserted; a row whose key is there already is rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows are inserted; rows that are there already are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are there are updated; new rows are not inserted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table becomes what the source says: rows that it lacks are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is emptied, then filled from the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only into new or empty tables; anything else is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rehearse: make all changes in a transaction with the real constraints, then roll it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave rejected rows out and go on (else one rejected row stops the apply)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the &amp;triggers of the tables from running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tables are created and filled; in others rows are inserted or updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table&apos;s own key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Match rows by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty: the primary key, else a unique index without NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no key: without one here, whole rows are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::OptionsForm</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(as detected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants the password of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::PreviewPage</name>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that refer to declined ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline &amp;them, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what the preview shows, without what you declined, into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page to read (HTML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table of changed values (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Script (SQL)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts (*.sql)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is read-only: this can be looked at, not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one transaction, read back before it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo 1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply 1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply %1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview cannot be shown: %1

%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of the preview could be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that will be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo of %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected rows (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row is the same on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are the same on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of this table changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written yet. Compared %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences of the tables themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told only: an import changes no table that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was before the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting by kind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting by %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sorting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::RejectsModel</name>
    <message>
        <source>✎ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired; it was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::RejectsPage</name>
    <message>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair a value by a double click or F2 (empty is NULL); then preview again. The file itself is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview again with 1 repaired row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview again with %1 repaired rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::SchemaModel</name>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ only in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− only in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~ differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::SearchBar</name>
    <message>
        <source>Find in the rows as they are and as they will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper and lower case are the same; bytes are found by their hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop searching; what was found stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, searching… %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, stopped at %2 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ServerDialog</name>
    <message>
        <source>Export from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edited export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file gets its name when all of it has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next you see what would change, compared with what the server has now. Nothing is sent for good before you say so there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ServerImportPage</name>
    <message>
        <source>What the server says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows as the server answers them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s dry run: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s import: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be asked what it would do: only the comparison with what it has now tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ServerPage</name>
    <message>
        <source>%1  ·  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export takes the payload of the datasets that you name: the server has no list of them. The file is the server&apos;s own text, byte for byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import compares a payload with what the server has now, row by row, and sends only what is new, after you have seen it. The server itself has neither a dry run nor a transaction, and keeps no undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a service, a database, a schema or a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export writes what is known of everything below it as CSV; import shows what an edited file would change, cell by cell, and what the server says to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No description.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ServerTransfers</name>
    <message>
        <source>Exported %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: the server refuses %1 rows. Repair them, or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent %1 to %2. The server keeps no undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::SourceJob</name>
    <message>
        <source>Look at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::SourcePage</name>
    <message>
        <source>File or folder to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV, JSON or SQL file, a Galley zip or folder, or a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is still being looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::StartPage</name>
    <message>
        <source>Move data out of a database and back in, and see every change before it is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a database, an export or a data file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database opens. Everything else starts an import, which is a preview until you apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a database on a server, or to one that gets a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases to browse, export and import into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases that you open appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::StepDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::StructurePage</name>
    <message>
        <source>primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key and references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made for a constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on update %1, on delete %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::TablePage</name>
    <message>
        <source>View of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import rows into this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without rowid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>virtual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy rows as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rows cannot be written as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row copied as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows copied as CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::TargetPage</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made), a saved connection, or the URL of a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a table, or type the name of a new one: it is made with the columns of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new database will be made, when the preview is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every table goes into the table of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a target database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is still being looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or name a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::TargetTriggersJob</name>
    <message>
        <source>Look for triggers in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::Transfers</name>
    <message>
        <source>Exported %1 rows from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone on %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::TreeDelegate</name>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::TriggerChoice</name>
    <message>
        <source>&amp;Keep them from running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the triggers from running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the engine and your rights allow it; else nothing is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers run with these changes (%1); what they write elsewhere is neither shown here nor undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::ValuePane</name>
    <message>
        <source>What is removed and added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the value is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a cell to see its value in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (the beginning; the value is longer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture, or too large to be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>galley::Wording</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
