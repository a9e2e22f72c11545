<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>galley</name>
    <message>
        <source>Red — production</source>
        <translation>Rot – Produktion</translation>
    </message>
    <message>
        <source>Amber — staging</source>
        <translation>Bernstein – Abnahme</translation>
    </message>
    <message>
        <source>Green — development</source>
        <translation>Grün – Entwicklung</translation>
    </message>
    <message>
        <source>Blue — test</source>
        <translation>Blau – Test</translation>
    </message>
    <message>
        <source>Violet — sandbox</source>
        <translation>Violett – Spielwiese</translation>
    </message>
    <message>
        <source>Grey — archive</source>
        <translation>Grau – Archiv</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation>Aufrufe des Servers</translation>
    </message>
    <message>
        <source>db since 2022.02; get-exports and get-export before.</source>
        <translation>db seit 2022.02; davor get-exports und get-export.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What is replaced on the way to this environment; see docs/formats.md.</source>
        <translation>Was auf dem Weg in diese Umgebung ersetzt wird; siehe docs/formats.md.</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Separated by commas. The server has no list of them.</source>
        <translation>Durch Kommas getrennt. Der Server hat keine Liste davon.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Separated by commas; left empty: those that the server takes by itself.</source>
        <translation>Durch Kommas getrennt; leer: die, die der Server von sich aus nimmt.</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Left empty: public.</source>
        <translation>Leer: public.</translation>
    </message>
    <message>
        <source>Replace the file if it is there</source>
        <translation>Datei ersetzen, falls vorhanden</translation>
    </message>
    <message>
        <source>Let the server work in the background</source>
        <translation>Den Server im Hintergrund arbeiten lassen</translation>
    </message>
    <message>
        <source>For much: its end is waited for.</source>
        <translation>Für große Mengen: Auf das Ende wird gewartet.</translation>
    </message>
    <message>
        <source>Send the rest where some rows are refused</source>
        <translation>Den Rest senden, wenn einzelne Zeilen abgewiesen werden</translation>
    </message>
    <message>
        <source>Else one row that the server refuses stops the import.</source>
        <translation>Sonst hält eine Zeile, die der Server abweist, den Import an.</translation>
    </message>
    <message>
        <source>With everything below it</source>
        <translation>Mit allem darunter</translation>
    </message>
    <message>
        <source>One file with all levels (1.7 and later).</source>
        <translation>Eine Datei mit allen Ebenen (ab 1.7).</translation>
    </message>
    <message>
        <source>Name at least one dataset</source>
        <translation>Mindestens ein Dataset angeben</translation>
    </message>
    <message>
        <source>A picture (%1) that this system cannot decode</source>
        <translation>Ein Bild (%1), das dieses System nicht entschlüsseln kann</translation>
    </message>
    <message>
        <source>It begins like a picture (%1), but is none</source>
        <translation>Beginnt wie ein Bild (%1), ist aber keines</translation>
    </message>
    <message>
        <source>%1, %2 by %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>%1: too large to be shown here</source>
        <translation>%1: zu groß, um hier gezeigt zu werden</translation>
    </message>
    <message>
        <source>%1: damaged</source>
        <translation>%1: beschädigt</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>Ganzzahl</translation>
    </message>
    <message>
        <source>real</source>
        <translation>Gleitkommazahl</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>text, %1 characters</source>
        <translation>Text, %1 Zeichen</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>galley::BrowseTree</name>
    <message>
        <source>Open databases</source>
        <translation>Geöffnete Datenbanken</translation>
    </message>
    <message>
        <source>&amp;Open “%1”</source>
        <translation>„%1“ &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation>In diese Tabelle &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>Diese Tabelle &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Import into this database…</source>
        <translation>In diese Datenbank &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export this database…</source>
        <translation>Diese Datenbank &amp;exportieren…</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;statement</source>
        <translation>An&amp;weisung kopieren</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Co&amp;mments as a table</source>
        <translation>Ko&amp;mmentare als Tabelle</translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation>Datenbank &amp;schließen</translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation>&amp;Verbindung bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Save as connection…</source>
        <translation>Als Verbindung s&amp;peichern…</translation>
    </message>
    <message>
        <source>Re&amp;move connection…</source>
        <translation>Verbindung entfe&amp;rnen…</translation>
    </message>
    <message>
        <source>Metadata ca&amp;talogue</source>
        <translation>Metadaten&amp;katalog</translation>
    </message>
    <message>
        <source>Si&amp;zes of its tables</source>
        <translation>&amp;Größen ihrer Tabellen</translation>
    </message>
    <message>
        <source>E&amp;xport %1 tables…</source>
        <translation>%1 Tabellen e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Copy to another &amp;database…</source>
        <translation>In eine andere &amp;Datenbank kopieren…</translation>
    </message>
    <message>
        <source>Com&amp;pare with…</source>
        <translation>Ver&amp;gleichen mit…</translation>
    </message>
    <message>
        <source>P&amp;aste here</source>
        <translation>Hier einfü&amp;gen</translation>
    </message>
</context>
<context>
    <name>galley::CatalogJob</name>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
</context>
<context>
    <name>galley::CatalogModel</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Comments of %1</source>
        <translation>Kommentare von %1</translation>
    </message>
</context>
<context>
    <name>galley::CellInspector</name>
    <message>
        <source>integer</source>
        <translation>Ganzzahl</translation>
    </message>
    <message>
        <source>real</source>
        <translation>Gleitkommazahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Value of the selected cell</source>
        <translation>Wert der ausgewählten Zelle</translation>
    </message>
    <message>
        <source>No cell selected</source>
        <translation>Keine Zelle ausgewählt</translation>
    </message>
    <message>
        <source>Row %L1</source>
        <translation>Zeile %L1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 Zeichen</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>only the beginning of %1 is shown</source>
        <translation>nur der Anfang von %1 wird gezeigt</translation>
    </message>
    <message>
        <source>The bytes as a picture, %1 by %2</source>
        <translation>Die Bytes als Bild, %1 × %2</translation>
    </message>
</context>
<context>
    <name>galley::ChangeDelegate</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesDelegate</name>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesModel</name>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>new table</source>
        <translation>neue Tabelle</translation>
    </message>
    <message>
        <source>The table will be created and filled.</source>
        <translation>Die Tabelle wird angelegt und gefüllt.</translation>
    </message>
    <message>
        <source>The table is empty and will be filled.</source>
        <translation>Die Tabelle ist leer und wird gefüllt.</translation>
    </message>
    <message>
        <source>No key: whole rows are compared, so a changed row shows as one deleted and one inserted.</source>
        <translation>Kein Schlüssel: Ganze Zeilen werden verglichen; eine geänderte Zeile erscheint daher als eine gelöschte und eine eingefügte.</translation>
    </message>
    <message>
        <source>Rows are matched by %1.</source>
        <translation>Die Zeilen werden nach %1 abgeglichen.</translation>
    </message>
    <message>
        <source>%1, %2: %3 inserted, %4 changed, %5 deleted, %6 unchanged, %7 rejected</source>
        <translation>%1, %2: %3 eingefügt, %4 geändert, %5 gelöscht, %6 unverändert, %7 abgewiesen</translation>
    </message>
</context>
<context>
    <name>galley::ChangesModel</name>
    <message>
        <source>inserted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Change %1: row %2, line %3 of the source</source>
        <translation>Änderung %1: Zeile %2, Zeile %3 der Quelldatei</translation>
    </message>
    <message>
        <source>Change %1: row %2</source>
        <translation>Änderung %1: Zeile %2</translation>
    </message>
    <message>
        <source>Change %1, row %2, %3</source>
        <translation>Änderung %1, Zeile %2, %3</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>%1 %2: %3, changed</source>
        <translation>%1 %2: %3, geändert</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>, key</source>
        <translation>, Schlüssel</translation>
    </message>
</context>
<context>
    <name>galley::ChangesReview</name>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>in 1 table</source>
        <translation>in 1 Tabelle</translation>
    </message>
    <message>
        <source>in %1 tables</source>
        <translation>in %1 Tabellen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing will change: the target already holds what the source says.</source>
        <translation>Nichts wird sich ändern: Das Ziel enthält bereits, was die Quelle sagt.</translation>
    </message>
    <message>
        <source>Nothing will change: all %1 changes are declined.</source>
        <translation>Nichts wird sich ändern: Alle %1 Änderungen sind abgelehnt.</translation>
    </message>
    <message>
        <source>1 row will be loaded</source>
        <translation>1 Zeile wird geladen</translation>
    </message>
    <message>
        <source>%1 rows will be loaded</source>
        <translation>%1 Zeilen werden geladen</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>1 row will be inserted</source>
        <translation>1 Zeile wird eingefügt</translation>
    </message>
    <message>
        <source>%1 rows will be inserted</source>
        <translation>%1 Zeilen werden eingefügt</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 eingefügt</translation>
    </message>
    <message>
        <source>1 row will be changed</source>
        <translation>1 Zeile wird geändert</translation>
    </message>
    <message>
        <source>%1 rows will be changed</source>
        <translation>%1 Zeilen werden geändert</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation>1 Zeile wird gelöscht</translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation>%1 Zeilen werden gelöscht</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>1 row declined</source>
        <translation>1 Zeile abgelehnt</translation>
    </message>
    <message>
        <source>%1 rows declined</source>
        <translation>%1 Zeilen abgelehnt</translation>
    </message>
    <message>
        <source>The preview is still being read.</source>
        <translation>Die Vorschau wird noch gelesen.</translation>
    </message>
    <message>
        <source>One row was rejected, and this import stops at rejected rows. Repair it and preview again.</source>
        <translation>Eine Zeile wurde abgewiesen, und dieser Import hält bei abgewiesenen Zeilen an. Korrigieren Sie sie und rufen Sie die Vorschau erneut auf.</translation>
    </message>
    <message>
        <source>%1 rows were rejected, and this import stops at rejected rows. Repair them and preview again.</source>
        <translation>%1 Zeilen wurden abgewiesen, und dieser Import hält bei abgewiesenen Zeilen an. Korrigieren Sie sie und rufen Sie die Vorschau erneut auf.</translation>
    </message>
    <message>
        <source>Everything is declined.</source>
        <translation>Alles ist abgelehnt.</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>Es gibt nichts zu ändern.</translation>
    </message>
</context>
<context>
    <name>galley::ChildrenWatch</name>
    <message>
        <source>1 row refers to rows that you declined, and cannot be made without them.</source>
        <translation>1 Zeile verweist auf Zeilen, die Sie abgelehnt haben, und ist ohne sie nicht möglich.</translation>
    </message>
    <message>
        <source>%1 rows refer to rows that you declined, and cannot be made without them.</source>
        <translation>%1 Zeilen verweisen auf Zeilen, die Sie abgelehnt haben, und sind ohne sie nicht möglich.</translation>
    </message>
</context>
<context>
    <name>galley::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Columns to show</source>
        <translation>Anzuzeigende Spalten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Hide all but keys</source>
        <translation>Alle außer Schlüsseln ausblenden</translation>
    </message>
</context>
<context>
    <name>galley::CommandLine</name>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save this job…</source>
        <translation>Diesen Auftrag &amp;speichern…</translation>
    </message>
    <message>
        <source>Gives it a name, to be run again with one click</source>
        <translation>Gibt ihm einen Namen, um es mit einem Klick erneut auszuführen</translation>
    </message>
</context>
<context>
    <name>galley::CompareGrid</name>
    <message>
        <source>Changes to take</source>
        <translation>Zu übernehmende Änderungen</translation>
    </message>
    <message>
        <source>Keys of the rows as they are now</source>
        <translation>Schlüssel der Zeilen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Rows as they are now</source>
        <translation>Zeilen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Keys of the rows as they will be</source>
        <translation>Schlüssel der Zeilen, wie sie sein werden</translation>
    </message>
    <message>
        <source>Rows as they will be</source>
        <translation>Zeilen, wie sie sein werden</translation>
    </message>
    <message>
        <source>as the source says</source>
        <translation>wie die Quelle sagt</translation>
    </message>
    <message>
        <source>Scroll the changes</source>
        <translation>Änderungen rollen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>in the database</source>
        <translation>in der Datenbank</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>galley::ConnectionDialog</name>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As you and the command line will call it</source>
        <translation>Wie Sie und die Befehlszeile sie nennen werden</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Datenbanksystem</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Datenbanksystem</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Asked for when it is needed</source>
        <translation>Wird abgefragt, wenn es gebraucht wird</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation>Im &amp;Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>It is stored there and nowhere else</source>
        <translation>Dort wird es gespeichert und sonst nirgends</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>A word that stands beside the colour</source>
        <translation>Ein Wort, das neben der Farbe steht</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be written through this connection</source>
        <translation>Schreib&amp;geschützt: Über diese Verbindung kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Kennzeichen</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>It works: %1, %2, %3 ms</source>
        <translation>Es funktioniert: %1, %2, %3 ms</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>T&amp;oken</translation>
    </message>
</context>
<context>
    <name>galley::ConnectionTestJob</name>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
</context>
<context>
    <name>galley::Core</name>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Stands between fields: , ; | or tab.</source>
        <translation>Steht zwischen den Feldern: , ; | oder Tabulator.</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Stands around fields that need it; empty: fields are never quoted.</source>
        <translation>Umschließen Felder, die es brauchen; leer: Felder werden nie umschlossen.</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Maskierungszeichen</translation>
    </message>
    <message>
        <source>Makes the next character a plain one; empty: quotes in fields are doubled.</source>
        <translation>Macht das nächste Zeichen zu einem gewöhnlichen; leer: Anführungszeichen in Feldern werden verdoppelt.</translation>
    </message>
    <message>
        <source>Column names in the first line</source>
        <translation>Spaltennamen in der ersten Zeile</translation>
    </message>
    <message>
        <source>Whether the first line holds the names of the columns.</source>
        <translation>Ob die erste Zeile die Namen der Spalten enthält.</translation>
    </message>
    <message>
        <source>NULL is written as</source>
        <translation>NULL steht als</translation>
    </message>
    <message>
        <source>Unquoted text that means NULL; empty: nothing between two delimiters.</source>
        <translation>Text ohne Anführungszeichen, der NULL bedeutet; leer: nichts zwischen zwei Trennzeichen.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Of the characters; a byte order mark in the file is believed first.</source>
        <translation>Der Zeichen; einer Byte-Order-Mark in der Datei wird zuerst geglaubt.</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>Zeilenenden</translation>
    </message>
    <message>
        <source>What ends a line; every kind is understood in reading.</source>
        <translation>Was eine Zeile beendet; beim Lesen wird jede Art verstanden.</translation>
    </message>
    <message>
        <source>Byte order mark</source>
        <translation>Byte-Order-Mark</translation>
    </message>
    <message>
        <source>Begin with the mark that Excel needs to see UTF-8.</source>
        <translation>Mit der Marke beginnen, an der Excel UTF-8 erkennt.</translation>
    </message>
    <message>
        <source>SQLite values</source>
        <translation>SQLite-Werte</translation>
    </message>
    <message>
        <source>tagged: a value of another kind than its column carries a mark of its kind, such as \I12.</source>
        <translation>tagged: Ein Wert anderer Art als seine Spalte trägt eine Marke seiner Art, etwa \I12.</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Between the whole and the fraction of numbers.</source>
        <translation>Zwischen dem ganzen Teil und den Nachkommastellen von Zahlen.</translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation>Sicher für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>Put &apos; before text that a spreadsheet would run as a formula.</source>
        <translation>Setzt &apos; vor Text, den eine Tabellenkalkulation als Formel ausführen würde.</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>Leere Zeilen</translation>
    </message>
    <message>
        <source>In a file of one column: rows with NULL, or nothing.</source>
        <translation>In einer Datei mit einer Spalte: Zeilen mit NULL, oder nichts.</translation>
    </message>
    <message>
        <source>Short rows</source>
        <translation>Kurze Zeilen</translation>
    </message>
    <message>
        <source>Rows with fewer fields than there are columns: refused, or filled up with NULL.</source>
        <translation>Zeilen mit weniger Feldern als Spalten: abgewiesen, oder mit NULL aufgefüllt.</translation>
    </message>
    <message>
        <source>Text with one row a line, for every spreadsheet and database.</source>
        <translation>Text mit einer Zeile je Datensatz, für jede Tabellenkalkulation und Datenbank.</translation>
    </message>
    <message>
        <source>One object a line, a row each; numbers and text are told apart.</source>
        <translation>Ein Objekt je Zeile, jedes ein Datensatz; Zahlen und Text werden unterschieden.</translation>
    </message>
    <message>
        <source>One array of objects, a row each; numbers and text are told apart.</source>
        <translation>Ein Array von Objekten, jedes eine Zeile; Zahlen und Text werden unterschieden.</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>What a backslash in a text means: itself (standard) or an escape (mysql).</source>
        <translation>Was ein Backslash in einem Text bedeutet: sich selbst (standard) oder eine Maskierung (mysql).</translation>
    </message>
    <message>
        <source>Rows in a statement</source>
        <translation>Zeilen je Anweisung</translation>
    </message>
    <message>
        <source>How many rows one INSERT holds at most.</source>
        <translation>Wie viele Zeilen ein INSERT höchstens enthält.</translation>
    </message>
    <message>
        <source>Table name</source>
        <translation>Tabellenname</translation>
    </message>
    <message>
        <source>The name to insert into, if it is not the table&apos;s own.</source>
        <translation>Der Name, in den eingefügt wird, falls es nicht der eigene der Tabelle ist.</translation>
    </message>
    <message>
        <source>SQL script</source>
        <translation>SQL-Skript</translation>
    </message>
    <message>
        <source>INSERT statements of literals. Read without being run: anything else in a script is refused.</source>
        <translation>INSERT-Anweisungen mit Literalen. Gelesen, ohne ausgeführt zu werden: Alles andere in einem Skript wird abgewiesen.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Komprimierung</translation>
    </message>
    <message>
        <source>How pages are packed.</source>
        <translation>Wie die Pages gepackt werden.</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>declared: each column in the Parquet type that its declared type is; plain: decimals, dates, times and UUIDs as text; text: every column as text.</source>
        <translation>declared: jede Spalte in dem Parquet-Typ, der ihrem deklarierten Typ entspricht; plain: Dezimalzahlen, Daten, Zeiten und UUIDs als Text; text: jede Spalte als Text.</translation>
    </message>
    <message>
        <source>Times and timestamps</source>
        <translation>Zeiten und Zeitstempel</translation>
    </message>
    <message>
        <source>The unit that times and timestamps are counted in.</source>
        <translation>Die Einheit, in der Zeiten und Zeitstempel gezählt werden.</translation>
    </message>
    <message>
        <source>Kinds of cells</source>
        <translation>Arten von Zellen</translation>
    </message>
    <message>
        <source>tagged: values that their column&apos;s type cannot hold exactly stand in a column of their own, so that Galley reads them back; plain: they are refused.</source>
        <translation>tagged: Werte, die der Typ ihrer Spalte nicht genau fassen kann, stehen in einer eigenen Spalte, damit Galley sie wieder liest; plain: Sie werden abgewiesen.</translation>
    </message>
    <message>
        <source>Rows of a row group</source>
        <translation>Zeilen je Row-Group</translation>
    </message>
    <message>
        <source>How many rows are written and read at once.</source>
        <translation>Wie viele Zeilen auf einmal geschrieben und gelesen werden.</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>Wörterbücher</translation>
    </message>
    <message>
        <source>Writes columns with few different values as numbers of these.</source>
        <translation>Schreibt Spalten mit wenigen verschiedenen Werten als deren Nummern.</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>Writes a CRC-32 with each page, which readers check.</source>
        <translation>Schreibt zu jeder Page eine CRC-32, die Leser prüfen.</translation>
    </message>
    <message>
        <source>Typed columns in a packed file, for DuckDB, Spark, pandas and data lakes.</source>
        <translation>Typisierte Spalten in einer gepackten Datei, für DuckDB, Spark, pandas und Data Lakes.</translation>
    </message>
    <message>
        <source>Profile of rules</source>
        <translation>Regelprofil</translation>
    </message>
    <message>
        <source>A file of what is to be changed for another environment; see docs/formats.md.</source>
        <translation>Eine Datei mit dem, was für eine andere Umgebung zu ändern ist; siehe docs/formats.md.</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Only rows whose column dataset is one of these (separated by commas).</source>
        <translation>Nur Zeilen, deren Spalte dataset eines von diesen enthält (durch Kommas getrennt).</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>The schema in the statements (default: the source&apos;s, public for SQLite).</source>
        <translation>Das Schema in den Anweisungen (Standard: das der Quelle, public für SQLite).</translation>
    </message>
    <message>
        <source>Order of tables</source>
        <translation>Reihenfolge der Tabellen</translation>
    </message>
    <message>
        <source>Tables that come first, in this order (separated by commas).</source>
        <translation>Tabellen, die zuerst kommen, in dieser Reihenfolge (durch Kommas getrennt).</translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation>Aufrufe des Servers</translation>
    </message>
    <message>
        <source>Of a server: db is db-export and db-import (2022.02 and later); get-exports, or get-export for one dataset at a time, and run-import are older.</source>
        <translation>Eines Servers: db ist db-export und db-import (ab 2022.02); get-exports oder, für jeweils ein Dataset, get-export und run-import sind älter.</translation>
    </message>
    <message>
        <source>The payload of Collibra DQ&apos;s get-export and run-import: a JSON array of INSERT statements, with rules for another environment.</source>
        <translation>Die Payload von get-export und run-import von Collibra DQ: ein JSON-Array von INSERT-Anweisungen, mit Regeln für eine andere Umgebung.</translation>
    </message>
    <message>
        <source>A folder or zip with one file for each table, the schema and checksums; other tools read it as a Frictionless Data Package.</source>
        <translation>Ein Ordner oder ZIP mit einer Datei je Tabelle, dem Schema und Prüfsummen; andere Werkzeuge lesen es als Frictionless Data Package.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Only these classes (separated by commas or blanks).</source>
        <translation>Nur diese Klassen (durch Kommas oder Leerzeichen getrennt).</translation>
    </message>
    <message>
        <source>Classes to leave out</source>
        <translation>Wegzulassende Klassen</translation>
    </message>
    <message>
        <source>All classes but these.</source>
        <translation>Alle Klassen außer diesen.</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>Benutzer und Rollen</translation>
    </message>
    <message>
        <source>Reads OUser with its password hashes, ORole and the other classes of OrientDB&apos;s security, too.</source>
        <translation>Liest auch OUser mit seinen Passwort-Hashes, ORole und die anderen Klassen der Sicherheit von OrientDB.</translation>
    </message>
    <message>
        <source>Edges listed by vertices</source>
        <translation>Von Vertices aufgeführte Kanten</translation>
    </message>
    <message>
        <source>Reads in_… and out_… of vertices; the edges&apos; own records say the same.</source>
        <translation>Liest in_… und out_… der Vertices; die eigenen Datensätze der Kanten sagen dasselbe.</translation>
    </message>
    <message>
        <source>Links as references</source>
        <translation>Links als Verweise</translation>
    </message>
    <message>
        <source>Links become foreign keys, and each must lead to a record; false: plain text.</source>
        <translation>Links werden Fremdschlüssel, und jeder muss zu einem Datensatz führen; false: einfacher Text.</translation>
    </message>
    <message>
        <source>Links into nothing</source>
        <translation>Links ins Leere</translation>
    </message>
    <message>
        <source>What becomes of a record whose link leads to no record: refused, or the link becomes NULL.</source>
        <translation>Was aus einem Datensatz wird, dessen Link zu keinem Datensatz führt: abgewiesen, oder der Link wird NULL.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The zone of the database, in which its dates begin at midnight.</source>
        <translation>Die Zone der Datenbank, in der ihre Tage um Mitternacht beginnen.</translation>
    </message>
    <message>
        <source>Keep cluster numbers</source>
        <translation>Cluster-Nummern behalten</translation>
    </message>
    <message>
        <source>Record ids keep their clusters; false: 100 is added, so that the clusters of a new database are not in the way.</source>
        <translation>Record-IDs behalten ihre Cluster; false: 100 wird addiert, damit die Cluster einer neuen Datenbank nicht im Weg sind.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumswerte</translation>
    </message>
    <message>
        <source>DATE and DATETIME, which have milliseconds in UTC; or text, which keeps all digits.</source>
        <translation>DATE und DATETIME, die Millisekunden in UTC haben; oder Text, der alle Stellen behält.</translation>
    </message>
    <message>
        <source>How hard to pack</source>
        <translation>Packstärke</translation>
    </message>
    <message>
        <source>Of a file that ends in .gz: 0 (not at all) to 9 (smallest and slowest).</source>
        <translation>Bei einer Datei, die auf .gz endet: 0 (gar nicht) bis 9 (am kleinsten und langsamsten).</translation>
    </message>
    <message>
        <source>The file of OrientDB&apos;s EXPORT DATABASE, versions 1.x to 3.2: classes as tables, edges as link tables.</source>
        <translation>Die Datei von EXPORT DATABASE von OrientDB, Versionen 1.x bis 3.2: Klassen als Tabellen, Kanten als Verknüpfungstabellen.</translation>
    </message>
    <message>
        <source>Header line (CSV)</source>
        <translation>Kopfzeile (CSV)</translation>
    </message>
    <message>
        <source>Whether the first line of a CSV file names the columns.</source>
        <translation>Ob die erste Zeile einer CSV-Datei die Spalten benennt.</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Beside pure link tables: columns only, or relationship tables, too.</source>
        <translation>Außer reinen Verknüpfungstabellen: nur Spalten, oder auch Beziehungstabellen.</translation>
    </message>
    <message>
        <source>Empty text in CSV</source>
        <translation>Leerer Text in CSV</translation>
    </message>
    <message>
        <source>Kùzu&apos;s CSV reads an empty text as NULL: refuse to write it, or let it be NULL.</source>
        <translation>Das CSV von Kùzu liest einen leeren Text als NULL: das Schreiben verweigern, oder NULL sein lassen.</translation>
    </message>
    <message>
        <source>Columns as text</source>
        <translation>Spalten als Text</translation>
    </message>
    <message>
        <source>Columns to be written as STRING, with commas between them: NAME, TABLE.NAME, or * for all.</source>
        <translation>Spalten, die als STRING geschrieben werden, durch Kommas getrennt: NAME, TABELLE.NAME oder * für alle.</translation>
    </message>
    <message>
        <source>Like the export</source>
        <translation>Wie der Export</translation>
    </message>
    <message>
        <source>An export directory of Kùzu whose types, sequences, macros and indexes are taken over, for tables that were imported from it.</source>
        <translation>Ein Exportverzeichnis von Kùzu, dessen Typen, Sequenzen, Makros und Indizes übernommen werden, für Tabellen, die daraus importiert wurden.</translation>
    </message>
    <message>
        <source>An export directory of the graph databases Kùzu and Ladybug: node tables are tables, relationship tables link tables.</source>
        <translation>Ein Exportverzeichnis der Graphdatenbanken Kùzu und Ladybug: Knotentabellen sind Tabellen, Beziehungstabellen Verknüpfungstabellen.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Fully qualified name of what the rows of a plain file belong to (default: as the file&apos;s name says, SERVICE.DATABASE.schemas.csv).</source>
        <translation>Vollqualifizierter Name dessen, wozu die Zeilen einer einfachen Datei gehören (Standard: wie der Dateiname sagt, SERVICE.DATABASE.schemas.csv).</translation>
    </message>
    <message>
        <source>Service and database</source>
        <translation>Dienst und Datenbank</translation>
    </message>
    <message>
        <source>SERVICE.DATABASE to stand in all fully qualified names in place of those that are there.</source>
        <translation>SERVICE.DATABASE, das in allen vollqualifizierten Namen an die Stelle der vorhandenen tritt.</translation>
    </message>
    <message>
        <source>List of owners</source>
        <translation>Liste der Eigentümer</translation>
    </message>
    <message>
        <source>A text file with one user:NAME or team:NAME in each line: other owners are refused.</source>
        <translation>Eine Textdatei mit je einem user:NAME oder team:NAME pro Zeile: Andere Eigentümer werden abgewiesen.</translation>
    </message>
    <message>
        <source>Names that differ in case</source>
        <translation>Namen, die sich in der Großschreibung unterscheiden</translation>
    </message>
    <message>
        <source>alike: two names that differ in case only are refused; distinct: they are two names.</source>
        <translation>alike: Zwei Namen, die sich nur in der Großschreibung unterscheiden, werden abgewiesen; distinct: Es sind zwei Namen.</translation>
    </message>
    <message>
        <source>As comments</source>
        <translation>Als Kommentare</translation>
    </message>
    <message>
        <source>Only the descriptions of tables and columns, as a table of comments: what an import into comments:DB takes.</source>
        <translation>Nur die Beschreibungen von Tabellen und Spalten, als Tabelle von Kommentaren: was ein Import in comments:DB nimmt.</translation>
    </message>
    <message>
        <source>Columns of version</source>
        <translation>Spalten der Version</translation>
    </message>
    <message>
        <source>The OpenMetadata version whose columns are written; a server takes its own only.</source>
        <translation>Die OpenMetadata-Version, deren Spalten geschrieben werden; ein Server nimmt nur seine eigenen.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>Of a server: everything below, not only what is next to it.</source>
        <translation>Eines Servers: alles darunter, nicht nur die nächste Ebene.</translation>
    </message>
    <message>
        <source>As a job on the server</source>
        <translation>Als Auftrag auf dem Server</translation>
    </message>
    <message>
        <source>The server works in the background and tells when it is done.</source>
        <translation>Der Server arbeitet im Hintergrund und meldet, wenn er fertig ist.</translation>
    </message>
    <message>
        <source>Names, descriptions, owners, tags and types of schemas, tables and columns, no rows: the CSV that OpenMetadata exports and imports.</source>
        <translation>Namen, Beschreibungen, Eigentümer, Tags und Typen von Schemas, Tabellen und Spalten, keine Zeilen: das CSV, das OpenMetadata exportiert und importiert.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The SQLite file.</source>
        <translation>Die SQLite-Datei.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name or address of the server.</source>
        <translation>Name oder Adresse des Servers.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>The port that the server listens on; empty for the usual one.</source>
        <translation>Der Port, auf dem der Server lauscht; leer für den üblichen.</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Instead of a host: a server on this machine is reached through this socket or folder.</source>
        <translation>Statt eines Hosts: Ein Server auf diesem Rechner wird über diesen Socket oder Ordner erreicht.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>The name of the database on the server.</source>
        <translation>Der Name der Datenbank auf dem Server.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>The name that you have on the server.</source>
        <translation>Der Name, den Sie auf dem Server haben.</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>verify-full is the only mode that nobody on the way can read or pretend to be the server.</source>
        <translation>verify-full ist der einzige Modus, bei dem niemand unterwegs mitlesen oder sich als der Server ausgeben kann.</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>The certificate of the authority that vouches for the server.</source>
        <translation>Das Zertifikat der Stelle, die für den Server bürgt.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Your own certificate, where the server wants one.</source>
        <translation>Ihr eigenes Zertifikat, wo der Server eines verlangt.</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>The key of your certificate.</source>
        <translation>Der Schlüssel Ihres Zertifikats.</translation>
    </message>
    <message>
        <source>Timeout (seconds)</source>
        <translation>Zeitlimit (Sekunden)</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>Wie lange beim Verbinden auf den Server gewartet wird.</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>The name (DSN) of a data source of this machine.</source>
        <translation>Der Name (DSN) einer Datenquelle dieses Rechners.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Instead of a data source: the name of a driver.</source>
        <translation>Statt einer Datenquelle: der Name eines Treibers.</translation>
    </message>
    <message>
        <source>The name that you have there (UID).</source>
        <translation>Der Name, den Sie dort haben (UID).</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What else the driver is told: Server=db;Database=shop</source>
        <translation>Was dem Treiber sonst gesagt wird: Server=db;Database=shop</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Row groups</source>
        <translation>Row-Groups</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Erzeugt von</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>every line is followed by an empty one</source>
        <translation>auf jede Zeile folgt eine leere</translation>
    </message>
    <message>
        <source>the file says so in its first line</source>
        <translation>die Datei sagt es in ihrer ersten Zeile</translation>
    </message>
    <message>
        <source>the first line holds no delimiter: one column</source>
        <translation>die erste Zeile enthält kein Trennzeichen: eine Spalte</translation>
    </message>
    <message>
        <source>not every line has as many</source>
        <translation>nicht jede Zeile hat gleich viele</translation>
    </message>
    <message>
        <source>in the first line</source>
        <translation>in der ersten Zeile</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>the first line looks like data</source>
        <translation>die erste Zeile sieht wie Daten aus</translation>
    </message>
    <message>
        <source>some names look like numbers</source>
        <translation>einige Namen sehen wie Zahlen aus</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>numbers with comma and numbers with point</source>
        <translation>Zahlen mit Komma und Zahlen mit Punkt</translation>
    </message>
    <message>
        <source>day and month cannot be told apart</source>
        <translation>Tag und Monat sind nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>write the dates as YYYY-MM-DD</source>
        <translation>die Datumswerte als JJJJ-MM-TT schreiben</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>standard SQL</source>
        <translation>Standard-SQL</translation>
    </message>
    <message>
        <source>a backslash in front of a quote is refused until you say</source>
        <translation>ein Backslash vor einem Anführungszeichen wird abgewiesen, bis Sie es festlegen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Look at files</source>
        <translation>Dateien ansehen</translation>
    </message>
    <message>
        <source>Make the sample database</source>
        <translation>Die Beispieldatenbank anlegen</translation>
    </message>
    <message>
        <source>Repair rejected rows</source>
        <translation>Abgewiesene Zeilen korrigieren</translation>
    </message>
    <message>
        <source>Export the metadata of %1 to %2</source>
        <translation>Metadaten von %1 nach %2 exportieren</translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation>Aus %1 exportieren</translation>
    </message>
    <message>
        <source>Export %1 to %2</source>
        <translation>%1 nach %2 exportieren</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>In %1 importieren</translation>
    </message>
    <message>
        <source>Preview %1 into %2</source>
        <translation>Vorschau von %1 in %2</translation>
    </message>
    <message>
        <source>Apply changes to %1</source>
        <translation>Änderungen auf %1 anwenden</translation>
    </message>
    <message>
        <source>Undo on %1</source>
        <translation>In %1 rückgängig machen</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>%1 mit %2 vergleichen</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Dates in %1</source>
        <translation>Datumswerte in %1</translation>
    </message>
    <message>
        <source>%1 is as likely</source>
        <translation>%1 ist ebenso wahrscheinlich</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>Reihenfolge in Datumswerten</translation>
    </message>
    <message>
        <source>Of columns of dates: YYYY-MM-DD, or day or month first as in 31/12/1999.</source>
        <translation>Von Datumsspalten: JJJJ-MM-TT, oder Tag oder Monat zuerst wie in 31/12/1999.</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>the file begins with its byte order mark</source>
        <translation>die Datei beginnt mit ihrer Byte-Order-Mark</translation>
    </message>
    <message>
        <source>every character is well-formed UTF-8</source>
        <translation>jedes Zeichen ist gültiges UTF-8</translation>
    </message>
    <message>
        <source>every second byte is NUL</source>
        <translation>jedes zweite Byte ist NUL</translation>
    </message>
    <message>
        <source>no field stands in quotes</source>
        <translation>kein Feld steht in Anführungszeichen</translation>
    </message>
    <message>
        <source>words in the first line, numbers or dates below</source>
        <translation>Wörter in der ersten Zeile, darunter Zahlen oder Datumswerte</translation>
    </message>
    <message>
        <source>the first line holds words only</source>
        <translation>die erste Zeile enthält nur Wörter</translation>
    </message>
    <message>
        <source>no number has a fraction</source>
        <translation>keine Zahl hat Nachkommastellen</translation>
    </message>
    <message>
        <source>%1 fields stand in quotes</source>
        <translation>%1 Felder stehen in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 in %2 of %3 lines</source>
        <translation>%1 in %2 von %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 fields in %2 % of %3 lines</source>
        <translation>%1 Felder in %2 % von %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 of the first numbers have one</source>
        <translation>%1 der ersten Zahlen haben eines</translation>
    </message>
</context>
<context>
    <name>galley::CountsBar</name>
    <message>
        <source>%1 inserted, %2 changed, %3 deleted, %4 rejected, %5 unchanged</source>
        <translation>%1 eingefügt, %2 geändert, %3 gelöscht, %4 abgewiesen, %5 unverändert</translation>
    </message>
</context>
<context>
    <name>galley::DatabasePage</name>
    <message>
        <source>&amp;Stop measuring</source>
        <translation>Messung &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Count the rows</source>
        <translation>Zeilen &amp;zählen</translation>
    </message>
    <message>
        <source>Tables of %1 by their size</source>
        <translation>Tabellen von %1 nach Größe</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Tables and their sizes</source>
        <translation>Tabellen und ihre Größen</translation>
    </message>
    <message>
        <source>Not measured; the picture shows rows.</source>
        <translation>Nicht gemessen; das Bild zeigt Zeilen.</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>By the room that tables take, with their indexes.</source>
        <translation>Nach dem Platz, den die Tabellen mit ihren Indizes belegen.</translation>
    </message>
    <message>
        <source>By rows: this database does not tell the size of its tables.</source>
        <translation>Nach Zeilen: Diese Datenbank nennt die Größe ihrer Tabellen nicht.</translation>
    </message>
    <message>
        <source>“About” is the database&apos;s own estimate: nothing was counted for it.</source>
        <translation>„Etwa“ ist die eigene Schätzung der Datenbank: Dafür wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>There are no tables here.</source>
        <translation>Hier gibt es keine Tabellen.</translation>
    </message>
</context>
<context>
    <name>galley::DeleteConfirm</name>
    <message>
        <source>Delete %1 rows?</source>
        <translation>%1 Zeilen löschen?</translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation>1 Zeile wird gelöscht</translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation>%1 Zeilen werden gelöscht</translation>
    </message>
    <message>
        <source>&amp;Type the number %1 to go on:</source>
        <translation>&amp;Zum Fortfahren die Zahl %1 eingeben:</translation>
    </message>
    <message>
        <source>Number of rows to delete</source>
        <translation>Anzahl der zu löschenden Zeilen</translation>
    </message>
    <message>
        <source>&amp;Delete and apply</source>
        <translation>&amp;Löschen und anwenden</translation>
    </message>
</context>
<context>
    <name>galley::DesktopNotice</name>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>galley::DragOut</name>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
</context>
<context>
    <name>galley::DropGhost</name>
    <message>
        <source>What a drop would do</source>
        <translation>Was das Ablegen bewirken würde</translation>
    </message>
</context>
<context>
    <name>galley::DropGuide</name>
    <message>
        <source>Open %1 in this window first</source>
        <translation>Öffnen Sie %1 zuerst in diesem Fenster</translation>
    </message>
</context>
<context>
    <name>galley::DropPlan</name>
    <message>
        <source>table %1 of %2</source>
        <translation>Tabelle %1 von %2</translation>
    </message>
    <message>
        <source>schema %1 of %2</source>
        <translation>Schema %1 von %2</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be imported here: it holds several files</source>
        <translation>%1 kann hier nicht importiert werden: enthält mehrere Dateien</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>%1 in %2 importieren</translation>
    </message>
    <message>
        <source>Import %1 files, one after the other</source>
        <translation>%1 Dateien nacheinander importieren</translation>
    </message>
    <message>
        <source>Import %1 files into %2, one after the other</source>
        <translation>%1 Dateien nacheinander in %2 importieren</translation>
    </message>
    <message>
        <source>Import %1 files together, a table each</source>
        <translation>%1 Dateien zusammen importieren, je eine Tabelle</translation>
    </message>
    <message>
        <source>Import %1 files into %2, a table each</source>
        <translation>%1 Dateien in %2 importieren, je eine Tabelle</translation>
    </message>
    <message>
        <source>Copy the tables of %1 to %2 (preview first)</source>
        <translation>Die Tabellen von %1 nach %2 kopieren (erst Vorschau)</translation>
    </message>
    <message>
        <source>Import the files in %1</source>
        <translation>Die Dateien in %1 importieren</translation>
    </message>
    <message>
        <source>Import the files in %1 into %2</source>
        <translation>Die Dateien in %1 in %2 importieren</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Show the changes in %1</source>
        <translation>Die Änderungen in %1 zeigen</translation>
    </message>
    <message>
        <source>%1 is read-only: the files are only compared</source>
        <translation>%1 ist schreibgeschützt: Die Dateien werden nur verglichen</translation>
    </message>
    <message>
        <source>Cannot import into the view %1</source>
        <translation>In die Sicht %1 kann nicht importiert werden</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>Look at %1, for %2</source>
        <translation>%1 für %2 ansehen</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>all %1 tables of %2</source>
        <translation>alle %1 Tabellen von %2</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>Drop it on a database, to copy %1 there</source>
        <translation>Auf einer Datenbank ablegen, um %1 dorthin zu kopieren</translation>
    </message>
    <message>
        <source>Cannot: the table is in %1 already</source>
        <translation>Nicht möglich: Die Tabelle ist schon in %1</translation>
    </message>
    <message>
        <source>Cannot: the tables are in %1 already</source>
        <translation>Nicht möglich: Die Tabellen sind schon in %1</translation>
    </message>
    <message>
        <source>Cannot copy to %1: it takes files, not tables</source>
        <translation>Nach %1 kann nicht kopiert werden: nimmt Dateien, keine Tabellen</translation>
    </message>
    <message>
        <source>Cannot copy to %1: the connection is read-only</source>
        <translation>Nach %1 kann nicht kopiert werden: Die Verbindung ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Cannot copy into the view %1</source>
        <translation>In die Sicht %1 kann nicht kopiert werden</translation>
    </message>
    <message>
        <source>Copy the rows of %1 into %2 (preview first)</source>
        <translation>Die Zeilen von %1 in %2 kopieren (erst Vorschau)</translation>
    </message>
    <message>
        <source>Copy %1 to %2 (preview first)</source>
        <translation>%1 nach %2 kopieren (erst Vorschau)</translation>
    </message>
</context>
<context>
    <name>galley::ErrorDialog</name>
    <message>
        <source>A job failed</source>
        <translation>Ein Auftrag ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>galley::ExportWizard</name>
    <message>
        <source>Reading the tables of %1…</source>
        <translation>Die Tabellen von %1 werden gelesen…</translation>
    </message>
    <message>
        <source>Tables to export</source>
        <translation>Zu exportierende Tabellen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
    <message>
        <source>Structure: tables, indexes, views and triggers</source>
        <translation>Struktur: Tabellen, Indizes, Sichten und Trigger</translation>
    </message>
    <message>
        <source>Layout of the export</source>
        <translation>Aufbau des Exports</translation>
    </message>
    <message>
        <source>Format of the data</source>
        <translation>Format der Daten</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>One &amp;zip file, with checksums and a seal</source>
        <translation>Eine ZI&amp;P-Datei mit Prüfsummen und Siegel</translation>
    </message>
    <message>
        <source>A &amp;folder, with checksums</source>
        <translation>Ein &amp;Ordner mit Prüfsummen</translation>
    </message>
    <message>
        <source>One &amp;plain file: one table, rows only</source>
        <translation>Eine &amp;einfache Datei: eine Tabelle, nur Zeilen</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>&amp;Replace what is there</source>
        <translation>&amp;Vorhandenes ersetzen</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Befehlszeile</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>One &amp;zip file</source>
        <translation>Eine ZI&amp;P-Datei</translation>
    </message>
    <message>
        <source>A &amp;folder</source>
        <translation>Ein &amp;Ordner</translation>
    </message>
    <message>
        <source>One file for a&amp;ll tables</source>
        <translation>Eine Datei für a&amp;lle Tabellen</translation>
    </message>
    <message>
        <source> Only the structure is written.</source>
        <translation> Nur die Struktur wird geschrieben.</translation>
    </message>
    <message>
        <source>

Everything is read back and compared before the export gets its name. If anything fails, nothing is left behind.</source>
        <translation>

Alles wird rückgelesen und verglichen, bevor der Export seinen Namen erhält. Schlägt etwas fehl, bleibt nichts zurück.</translation>
    </message>
    <message>
        <source>

The export is not read back.</source>
        <translation>

Der Export wird nicht rückgelesen.</translation>
    </message>
    <message>
        <source>
What is there now is replaced, once the new export is complete.</source>
        <translation>
Was jetzt dort ist, wird ersetzt, sobald der neue Export vollständig ist.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What shall be exported?</source>
        <translation>Was soll exportiert werden?</translation>
    </message>
    <message>
        <source>The tables are still being read</source>
        <translation>Die Tabellen werden noch gelesen</translation>
    </message>
    <message>
        <source>Choose at least one table</source>
        <translation>Mindestens eine Tabelle wählen</translation>
    </message>
    <message>
        <source>Choose rows, structure or both</source>
        <translation>Zeilen, Struktur oder beides wählen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>In which format are the rows written?</source>
        <translation>In welchem Format werden die Zeilen geschrieben?</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>Ein Format wählen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Where does the export go?</source>
        <translation>Wohin geht der Export?</translation>
    </message>
    <message>
        <source>Choose where the export goes</source>
        <translation>Wählen, wohin der Export geht</translation>
    </message>
    <message>
        <source>One plain file holds one table: choose one, or a zip or a folder</source>
        <translation>Eine einfache Datei enthält eine Tabelle: eine wählen, oder ZIP oder Ordner</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Ready to export</source>
        <translation>Bereit zum Exportieren</translation>
    </message>
    <message>
        <source>Select n&amp;one</source>
        <translation>&amp;Keine auswählen</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Read e&amp;verything back and compare before it gets its name</source>
        <translation>Alles &amp;rücklesen und vergleichen, bevor der Export seinen Namen erhält</translation>
    </message>
    <message>
        <source>rows not counted</source>
        <translation>Zeilen nicht gezählt</translation>
    </message>
    <message>
        <source>about 1 row</source>
        <translation>etwa 1 Zeile</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>the rows are being counted</source>
        <translation>die Zeilen werden gezählt</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 tables of %3, %4, go to
%5
as %6.</source>
        <translation>%1 von %2 Tabellen von %3, %4, gehen nach
%5
als %6.</translation>
    </message>
</context>
<context>
    <name>galley::FactsView</name>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>What was detected</source>
        <translation>Was erkannt wurde</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>How surely</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>detected: %1, %2</source>
        <translation>erkannt: %1, %2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>you set it</source>
        <translation>von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>every value of each column fits its type</source>
        <translation>jeder Wert jeder Spalte passt zu ihrem Typ</translation>
    </message>
    <message>
        <source>Types of %1 columns</source>
        <translation>Typen von %1 Spalten</translation>
    </message>
</context>
<context>
    <name>galley::FilterBar</name>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Show the rejected rows with their reasons</source>
        <translation>Die abgewiesenen Zeilen mit ihren Gründen zeigen</translation>
    </message>
    <message>
        <source>Show the rows that stay as they are, instead of the changes</source>
        <translation>Statt der Änderungen die Zeilen zeigen, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Show or hide these rows; what is hidden is still applied</source>
        <translation>Diese Zeilen ein- oder ausblenden; Ausgeblendetes wird trotzdem angewendet</translation>
    </message>
    <message>
        <source>Changed columns only</source>
        <translation>Nur Geändertes</translation>
    </message>
    <message>
        <source>Hide the columns that no shown row changes; the key stays</source>
        <translation>Spalten ausblenden, die keine gezeigte Zeile ändert; der Schlüssel bleibt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a text in all rows (Ctrl+F)</source>
        <translation>Einen Text in allen Zeilen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose which columns are shown (Ctrl+Shift+C)</source>
        <translation>Wählen, welche Spalten gezeigt werden (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle nehmen</translation>
    </message>
    <message>
        <source>Take every change that the filters show</source>
        <translation>Jede Änderung übernehmen, die die Filter zeigen</translation>
    </message>
    <message>
        <source>Decline all</source>
        <translation>Alle ablehnen</translation>
    </message>
    <message>
        <source>Decline every change that the filters show</source>
        <translation>Jede Änderung ablehnen, die die Filter zeigen</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>Vorherige Änderung (Umschalt+F7)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>Nächste Änderung (F7)</translation>
    </message>
    <message>
        <source>Columns, %1 hidden</source>
        <translation>Spalten, %1 ausgeblendet</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 ausgeblendet</translation>
    </message>
    <message>
        <source>Show %1: %2</source>
        <translation>%1 zeigen: %2</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Show unchanged: %1</source>
        <translation>Unveränderte zeigen: %1</translation>
    </message>
</context>
<context>
    <name>galley::ForgetJob</name>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>galley::GridDelegate</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>galley::HistoryJob</name>
    <message>
        <source>Read the history</source>
        <translation>Den Verlauf lesen</translation>
    </message>
</context>
<context>
    <name>galley::HistoryPage</name>
    <message>
        <source>Interrupted: Galley ended while this was being applied, and only the database knows whether it is. “Undo…” finds out: it changes nothing where the rows are not as applied. Where nothing was applied, “Forget” takes it off this list.</source>
        <translation>Unterbrochen: Galley wurde beendet, während dies angewendet wurde, und nur die Datenbank weiß, ob es angewendet ist. „Rückgängig…“ findet es heraus: Es ändert nichts, wo die Zeilen nicht wie angewendet sind. Wurde nichts angewendet, nimmt „Vergessen“ es aus dieser Liste.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the import %1</source>
        <translation>Den Import %1 vergessen</translation>
    </message>
    <message>
        <source>Forget an import</source>
        <translation>Einen Import vergessen</translation>
    </message>
    <message>
        <source>Forget the interrupted import %1?</source>
        <translation>Den unterbrochenen Import %1 vergessen?</translation>
    </message>
    <message>
        <source>The database stays as it is. If the import was applied after all, it can no longer be undone.</source>
        <translation>Die Datenbank bleibt, wie sie ist. Falls der Import doch angewendet wurde, kann er nicht mehr rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the changes of %1</source>
        <translation>Die Änderungen von %1 zeigen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig…</translation>
    </message>
    <message>
        <source>Undo the import %1</source>
        <translation>Den Import %1 rückgängig machen</translation>
    </message>
    <message>
        <source>This import was undone</source>
        <translation>Dieser Import wurde rückgängig gemacht</translation>
    </message>
    <message>
        <source>Shows what the undo would change, before it changes anything</source>
        <translation>Zeigt, was sich dadurch ändern würde, bevor etwas geändert wird</translation>
    </message>
    <message>
        <source>Applied imports</source>
        <translation>Angewendete Importe</translation>
    </message>
    <message>
        <source>Each can be undone while the rows are still what it made of them.</source>
        <translation>Jeder kann rückgängig gemacht werden, solange die Zeilen noch so sind, wie er sie hinterlassen hat.</translation>
    </message>
    <message>
        <source>Nothing was applied yet.</source>
        <translation>Noch wurde nichts angewendet.</translation>
    </message>
</context>
<context>
    <name>galley::ImportPage</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>galley::ImportSummaryPage</name>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Befehlszeile</translation>
    </message>
    <message>
        <source>%1 goes into the new table %2 of
%3.</source>
        <translation>%1 geht in die neue Tabelle %2 von
%3.</translation>
    </message>
    <message>
        <source>%1 is compared with the table %2 of
%3.</source>
        <translation>%1 wird verglichen mit der Tabelle %2 von
%3.</translation>
    </message>
    <message>
        <source>%1 (%2 tables) is compared with
%3.</source>
        <translation>%1 (%2 Tabellen) wird verglichen mit
%3.</translation>
    </message>
    <message>
        <source>

Mode: %1.</source>
        <translation>

Modus: %1.</translation>
    </message>
    <message>
        <source>

Mode: new tables are created, in others rows are inserted or updated.</source>
        <translation>

Modus: Neue Tabellen werden angelegt, in anderen werden Zeilen eingefügt oder geändert.</translation>
    </message>
    <message>
        <source>
Rows are matched by %1.</source>
        <translation>
Die Zeilen werden nach %1 abgeglichen.</translation>
    </message>
    <message>
        <source>
%1 columns are mapped by hand, %2 get a constant.</source>
        <translation>
%1 Spalten sind von Hand zugeordnet, %2 erhalten eine Konstante.</translation>
    </message>
    <message>
        <source>
The changes are rehearsed and rolled back.</source>
        <translation>
Die Änderungen werden geprobt und zurückgerollt.</translation>
    </message>
    <message>
        <source>

Next you see every change, row by row. Only what you then apply is written.</source>
        <translation>

Als Nächstes sehen Sie jede Änderung, Zeile für Zeile. Nur was Sie dann anwenden, wird geschrieben.</translation>
    </message>
    <message>
        <source>
The types of %1 new columns were chosen.</source>
        <translation>
Die Typen von %1 neuen Spalten sind gewählt.</translation>
    </message>
</context>
<context>
    <name>galley::ImportWizard</name>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What shall be imported?</source>
        <translation>Was soll importiert werden?</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Into which database and table?</source>
        <translation>In welche Datenbank und Tabelle?</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which column goes where?</source>
        <translation>Welche Spalte geht wohin?</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What happens to rows that are there already?</source>
        <translation>Was geschieht mit Zeilen, die schon da sind?</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Ready to preview: nothing is written</source>
        <translation>Bereit zur Vorschau: Es wird nichts geschrieben</translation>
    </message>
</context>
<context>
    <name>galley::InterruptedCards</name>
    <message>
        <source>Interrupted: %1</source>
        <translation>Unterbrochen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show its changes</source>
        <translation>Seine Änderungen zeigen</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Den Verlauf zeigen</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>galley::InterruptedJobs</name>
    <message>
        <source>It had ended: the import is undone.</source>
        <translation>Es war beendet: Der Import ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It had been committed: the database has the changes. The history has it as %1.</source>
        <translation>Es war festgeschrieben: Die Datenbank enthält die Änderungen. Im Verlauf steht es als %1.</translation>
    </message>
    <message>
        <source>Only the database knows whether it was committed: all of it is there, or nothing. “Undo…” in the history finds out, and changes nothing where the rows are not as applied.</source>
        <translation>Nur die Datenbank weiß, ob es festgeschrieben wurde: Alles ist da, oder nichts. „Rückgängig…“ im Verlauf findet es heraus und ändert nichts, wo die Zeilen nicht wie angewendet sind.</translation>
    </message>
    <message>
        <source>It was not committed: the database is as it was. It is not repeated by itself.</source>
        <translation>Es wurde nicht festgeschrieben: Die Datenbank ist, wie sie war. Es wird nicht von selbst wiederholt.</translation>
    </message>
    <message>
        <source>Galley ended while this was running (begun %1).</source>
        <translation>Galley wurde beendet, während dies lief (begonnen %1).</translation>
    </message>
    <message>
        <source>The destination is as it was before.</source>
        <translation>Das Ziel ist, wie es vorher war.</translation>
    </message>
    <message>
        <source>Nothing unfinished was left behind.</source>
        <translation>Es ist nichts Unfertiges zurückgeblieben.</translation>
    </message>
    <message>
        <source>Left behind, unfinished: %1</source>
        <translation>Unfertig zurückgeblieben: %1</translation>
    </message>
    <message>
        <source>A preview changes nothing in the database.</source>
        <translation>Eine Vorschau ändert nichts in der Datenbank.</translation>
    </message>
</context>
<context>
    <name>galley::JobDetails</name>
    <message>
        <source>The tables are listed here once they are known.</source>
        <translation>Die Tabellen stehen hier, sobald sie bekannt sind.</translation>
    </message>
    <message>
        <source>Tables of this job</source>
        <translation>Tabellen dieses Auftrags</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Protokoll kopieren</translation>
    </message>
</context>
<context>
    <name>galley::JobJournal</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Läuft weiter</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>galley::JobRow</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stopping, everything is rolled back</source>
        <translation>Wird beendet, alles wird zurückgerollt</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Done in %1: %2</source>
        <translation>Fertig nach %1: %2</translation>
    </message>
    <message>
        <source>Cancelled after %1; nothing was left behind</source>
        <translation>Abgebrochen nach %1; es ist nichts zurückgeblieben</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from where it stands</source>
        <translation>Läuft weiter, wo es steht</translation>
    </message>
    <message>
        <source>Stands still and keeps its place: what it reads stays as it was when it began, and the database keeps that snapshot for it</source>
        <translation>Steht still und behält seinen Platz: Was gelesen wird, bleibt, wie es am Anfang war, und die Datenbank hält diesen Snapshot dafür bereit</translation>
    </message>
    <message>
        <source>Not while its changes are being made: others would wait for its locks</source>
        <translation>Nicht, während die Änderungen gemacht werden: Andere würden auf seine Sperren warten</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Waiting for: %1</source>
        <translation>Wartet auf: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Pauses after this step</source>
        <translation>Hält nach diesem Schritt an</translation>
    </message>
    <message>
        <source>Failed after %1. %2</source>
        <translation>Fehlgeschlagen nach %1. %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>galley::JobTablesModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>galley::JobsModel</name>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 eingefügt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>1 file written</source>
        <translation>1 Datei geschrieben</translation>
    </message>
    <message>
        <source>%1 files written</source>
        <translation>%1 Dateien geschrieben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
    <message>
        <source>%1 is as it was: all changes were taken back (rolled back).</source>
        <translation>%1 ist, wie sie war: Alle Änderungen wurden zurückgenommen (zurückgerollt).</translation>
    </message>
    <message>
        <source>%1 has the changes: they were committed before this went wrong.</source>
        <translation>%1 enthält die Änderungen: Sie wurden festgeschrieben, bevor dies schiefging.</translation>
    </message>
    <message>
        <source>It is not known whether %1 has the changes: the connection was lost while they were being committed. All of them are there, or none.</source>
        <translation>Es ist nicht bekannt, ob %1 die Änderungen enthält: Die Verbindung ging verloren, während sie festgeschrieben wurden. Alle sind da, oder keine.</translation>
    </message>
    <message>
        <source>No database was changed. %1 was not written; what was there before is as it was.</source>
        <translation>Keine Datenbank wurde geändert. %1 wurde nicht geschrieben; was vorher da war, ist, wie es war.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>und 1 weitere</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Aufträge laufen noch</translation>
    </message>
    <message>
        <source>A job is running. Cancel it and quit?</source>
        <translation>Ein Auftrag läuft noch. Abbrechen und beenden?</translation>
    </message>
    <message>
        <source>%1 jobs are running. Cancel them and quit?</source>
        <translation>%1 Aufträge laufen noch. Abbrechen und beenden?</translation>
    </message>
    <message>
        <source>A cancelled import changes nothing; a cancelled export leaves no file.</source>
        <translation>Ein abgebrochener Import ändert nichts; ein abgebrochener Export hinterlässt keine Datei.</translation>
    </message>
    <message>
        <source>Cancel and quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Quit when done</source>
        <translation>Beenden, wenn fertig</translation>
    </message>
    <message>
        <source>Look into the history once the server can be reached again: “Undo…” finds out what was committed, and changes nothing where the rows are not as applied.</source>
        <translation>Sehen Sie in den Verlauf, sobald der Server wieder erreichbar ist: „Rückgängig…“ findet heraus, was festgeschrieben wurde, und ändert nichts, wo die Zeilen nicht wie angewendet sind.</translation>
    </message>
    <message>
        <source>See whether the server can be reached, then try again.</source>
        <translation>Prüfen Sie, ob der Server erreichbar ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Ask whoever runs the database or the folder for the right to do this.</source>
        <translation>Bitten Sie den Verwalter der Datenbank oder des Ordners um das Recht dazu.</translation>
    </message>
    <message>
        <source>Make the preview again: it shows the data as it is now.</source>
        <translation>Rufen Sie die Vorschau erneut auf: Sie zeigt die Daten, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>Look whether the path is right and the folder can be written to, then try again.</source>
        <translation>Prüfen Sie, ob der Pfad stimmt und in den Ordner geschrieben werden kann, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again; if it fails the same way, the details say where to look.</source>
        <translation>Versuchen Sie es erneut; schlägt es wieder so fehl, sagen die Details, wo zu suchen ist.</translation>
    </message>
    <message>
        <source>The server knows no transaction: what it took before this went wrong is kept.</source>
        <translation>Der Server kennt keine Transaktion: Was er übernommen hat, bevor dies schiefging, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Make the preview again: it shows what is still missing.</source>
        <translation>Rufen Sie die Vorschau erneut auf: Sie zeigt, was noch fehlt.</translation>
    </message>
</context>
<context>
    <name>galley::JobsPanel</name>
    <message>
        <source>No jobs yet: exports, previews and imports show up here.</source>
        <translation>Noch keine Aufträge: Exporte, Vorschauen und Importe erscheinen hier.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>galley::Json</name>
    <message>
        <source>not valid JSON at character %1: %2</source>
        <translation>kein gültiges JSON bei Zeichen %1: %2</translation>
    </message>
</context>
<context>
    <name>galley::LoadRowsModel</name>
    <message>
        <source>The rows cannot be shown: %1</source>
        <translation>Die Zeilen können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>Rows that stay as they are, read from the database: %1 are the same in the source</source>
        <translation>Zeilen, die bleiben, wie sie sind, aus der Datenbank gelesen: %1 sind in der Quelle gleich</translation>
    </message>
    <message>
        <source>%1. The first %2 are shown.</source>
        <translation>%1. Die ersten %2 werden gezeigt.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source</source>
        <translation>Die ersten %1 von %2 Zeilen, aus der Quelle gelesen</translation>
    </message>
    <message>
        <source>One row, read from the source</source>
        <translation>Eine Zeile, aus der Quelle gelesen</translation>
    </message>
    <message>
        <source>All %1 rows, read from the source</source>
        <translation>Alle %1 Zeilen, aus der Quelle gelesen</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source as you scroll</source>
        <translation>Die ersten %1 von %2 Zeilen, beim Rollen aus der Quelle gelesen</translation>
    </message>
    <message>
        <source>%1 rows, read from the source as you scroll</source>
        <translation>%1 Zeilen, beim Rollen aus der Quelle gelesen</translation>
    </message>
</context>
<context>
    <name>galley::MainWindow</name>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the saved connection “%1”?</source>
        <translation>Die gespeicherte Verbindung „%1“ entfernen?</translation>
    </message>
    <message>
        <source>The database itself stays as it is. A password in the keyring is removed.</source>
        <translation>Die Datenbank selbst bleibt, wie sie ist. Ein Passwort im Schlüsselbund wird entfernt.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>Datenbank ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>&amp;Neue Verbindung…</translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation>Beis&amp;pieldatenbank öffnen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation>Datenbank &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Value pane</source>
        <translation>&amp;Wertbereich</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Struktur</translation>
    </message>
    <message>
        <source>Go to &amp;tree</source>
        <translation>Zum &amp;Baum</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Galley</source>
        <translation>Ü&amp;ber Galley</translation>
    </message>
    <message>
        <source>About Galley</source>
        <translation>Über Galley</translation>
    </message>
    <message>
        <source>Moves data out of a database and back in, and shows every change before it is made. Free software under the MIT licence. Qt %1.</source>
        <translation>Bringt Daten aus einer Datenbank heraus und wieder hinein und zeigt jede Änderung, bevor sie gemacht wird. Freie Software unter der MIT-Lizenz. Qt %1.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>Tabelle suchen</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>Datenbank öffnen</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)</source>
        <translation>SQLite-Datenbanken (*.sqlite *.sqlite3 *.db *.db3);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>Keine Datenbank ist geöffnet</translation>
    </message>
    <message>
        <source>1 job running</source>
        <translation>1 Auftrag läuft</translation>
    </message>
    <message>
        <source>%1 jobs running</source>
        <translation>%1 Aufträge laufen</translation>
    </message>
    <message>
        <source>%1 — Galley</source>
        <translation>%1 – Galley</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Its &amp;metadata catalogue</source>
        <translation>Ihr &amp;Metadatenkatalog</translation>
    </message>
    <message>
        <source>Metadata of %1</source>
        <translation>Metadaten von %1</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>Preview of importing %1 into %2</source>
        <translation>Vorschau des Imports von %1 in %2</translation>
    </message>
    <message>
        <source>Export of %1 to %2</source>
        <translation>Export von %1 nach %2</translation>
    </message>
    <message>
        <source>Saved &amp;jobs</source>
        <translation>Gespeicherte Auft&amp;räge</translation>
    </message>
    <message>
        <source>&amp;All saved jobs…</source>
        <translation>&amp;Alle gespeicherten Aufträge…</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>„%1“ ausführen</translation>
    </message>
    <message>
        <source>Galley ended while a job was running: see Jobs.</source>
        <translation>Galley wurde beendet, während ein Auftrag lief: siehe Aufträge.</translation>
    </message>
    <message>
        <source>Galley ended while %1 jobs were running: see Jobs.</source>
        <translation>Galley wurde beendet, während %1 Aufträge liefen: siehe Aufträge.</translation>
    </message>
    <message>
        <source>One more was dropped; it was left alone, because you cancelled.</source>
        <translation>Eine weitere wurde abgelegt; sie blieb unberührt, weil Sie abgebrochen haben.</translation>
    </message>
    <message>
        <source>%1 more were dropped; they were left alone, because you cancelled.</source>
        <translation>%1 weitere wurden abgelegt; sie blieben unberührt, weil Sie abgebrochen haben.</translation>
    </message>
    <message>
        <source>Select tables or a database in the tree first</source>
        <translation>Wählen Sie zuerst Tabellen oder eine Datenbank im Baum aus</translation>
    </message>
    <message>
        <source>Copy to another &amp;database…</source>
        <translation>In eine andere &amp;Datenbank kopieren…</translation>
    </message>
</context>
<context>
    <name>galley::MappingDetail</name>
    <message>
        <source>&amp;Constant in every row</source>
        <translation>&amp;Konstante in jeder Zeile</translation>
    </message>
    <message>
        <source>No constant</source>
        <translation>Keine Konstante</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>T&amp;yp</translation>
    </message>
    <message>
        <source>Constant in every row</source>
        <translation>Konstante in jeder Zeile</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Name of the new column</source>
        <translation>Name der neuen Spalte</translation>
    </message>
    <message>
        <source>Type of the new column</source>
        <translation>Typ der neuen Spalte</translation>
    </message>
    <message>
        <source>Choose a target column to say more about it</source>
        <translation>Wählen Sie eine Zielspalte, um mehr über sie festzulegen</translation>
    </message>
    <message>
        <source>, not NULL</source>
        <translation>, nicht NULL</translation>
    </message>
</context>
<context>
    <name>galley::MappingLines</name>
    <message>
        <source>Lines between the columns</source>
        <translation>Linien zwischen den Spalten</translation>
    </message>
</context>
<context>
    <name>galley::MappingModel</name>
    <message>
        <source>The target has no column %1.</source>
        <translation>Das Ziel hat keine Spalte %1.</translation>
    </message>
    <message>
        <source>Two source columns go into %1.</source>
        <translation>Zwei Quellspalten gehen in %1.</translation>
    </message>
    <message>
        <source>%1 gets a constant and a source column.</source>
        <translation>%1 erhält eine Konstante und eine Quellspalte.</translation>
    </message>
    <message>
        <source>No source column goes into the target: map at least one.</source>
        <translation>Keine Quellspalte geht in das Ziel: mindestens eine zuordnen.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>(constant)</source>
        <translation>(Konstante)</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation>braucht einen Wert</translation>
    </message>
    <message>
        <source>left as it is, or NULL</source>
        <translation>bleibt, wie es ist, oder NULL</translation>
    </message>
    <message>
        <source>left as it is, or %1</source>
        <translation>bleibt, wie es ist, oder %1</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>Aus der Quelle</translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation>In das Ziel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
</context>
<context>
    <name>galley::MappingPage</name>
    <message>
        <source>(left out)</source>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The source brings several tables: columns of the same name are matched in each.</source>
        <translation>Die Quelle bringt mehrere Tabellen mit: In jeder werden Spalten gleichen Namens zugeordnet.</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>Als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Columns of the same name are matched. A dashed line is only a suggestion: take it, or draw another. A column without a source can get a constant.</source>
        <translation>Spalten gleichen Namens werden zugeordnet. Eine gestrichelte Linie ist nur ein Vorschlag: Übernehmen Sie ihn oder ziehen Sie eine andere. Eine Spalte ohne Quelle kann eine Konstante erhalten.</translation>
    </message>
    <message>
        <source>The table is new: it gets these columns. Rename them, choose their types, or leave some out.</source>
        <translation>Die Tabelle ist neu: Sie erhält diese Spalten. Benennen Sie sie um, wählen Sie ihre Typen oder lassen Sie einige weg.</translation>
    </message>
    <message>
        <source>no value in the first rows</source>
        <translation>kein Wert in den ersten Zeilen</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>New rows need a value in %1 (not NULL, no default): connect a column, or give a constant.</source>
        <translation>Neue Zeilen brauchen einen Wert in %1 (nicht NULL, kein Standardwert): eine Spalte verbinden oder eine Konstante angeben.</translation>
    </message>
</context>
<context>
    <name>galley::MappingView</name>
    <message>
        <source>Columns of the source</source>
        <translation>Spalten der Quelle</translation>
    </message>
    <message>
        <source>Columns of the target</source>
        <translation>Spalten des Ziels</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>Aus der Quelle</translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation>In das Ziel</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>Weg&amp;lassen</translation>
    </message>
    <message>
        <source>Take the &amp;suggestion</source>
        <translation>Den &amp;Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Take %1 &amp;suggestions</source>
        <translation>%1 &amp;Vorschläge übernehmen</translation>
    </message>
    <message>
        <source>goes into %1</source>
        <translation>geht in %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>= %1</source>
        <translation>= %1</translation>
    </message>
    <message>
        <source>! needs a value</source>
        <translation>! braucht einen Wert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Drag from one side to the other to connect. By keys: Enter on a column of the source, then Enter on where it goes; Del leaves it out.</source>
        <translation>Zum Verbinden von einer Seite zur anderen ziehen. Mit der Tastatur: Eingabe auf einer Spalte der Quelle, dann Eingabe auf ihrem Ziel; Entf lässt sie weg.</translation>
    </message>
    <message>
        <source>Where does “%1” go? Enter connects, Esc leaves it as it was.</source>
        <translation>Wohin geht „%1“? Eingabe verbindet, Esc lässt es, wie es war.</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>Auf&amp;nehmen</translation>
    </message>
    <message>
        <source>Enter on a column of the source renames what becomes of it, or takes it in again; Del leaves it out.</source>
        <translation>Eingabe auf einer Spalte der Quelle benennt um, was aus ihr wird, oder nimmt sie wieder auf; Entf lässt sie weg.</translation>
    </message>
</context>
<context>
    <name>galley::MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>galley::MetadataCatalogueJob</name>
    <message>
        <source>Look at the metadata of %1</source>
        <translation>Die Metadaten von %1 ansehen</translation>
    </message>
</context>
<context>
    <name>galley::MetadataTree</name>
    <message>
        <source>List %1</source>
        <translation>%1 auflisten</translation>
    </message>
    <message>
        <source>%1 (asking…)</source>
        <translation>%1 (wird abgefragt…)</translation>
    </message>
</context>
<context>
    <name>galley::Minimap</name>
    <message>
        <source>Map of the changes</source>
        <translation>Übersicht der Änderungen</translation>
    </message>
    <message>
        <source>All changes of this table: click to go there</source>
        <translation>Alle Änderungen dieser Tabelle: klicken, um dorthin zu gehen</translation>
    </message>
</context>
<context>
    <name>galley::ModePage</name>
    <message>
        <source>Insert or update</source>
        <translation>Einfügen oder ändern</translation>
    </message>
    <message>
        <source>New rows are inserted, rows with the same key are updated; nothing is deleted.</source>
        <translation>Neue Zeilen werden eingefügt, Zeilen mit demselben Schlüssel geändert; nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Insert only</source>
        <translation>Nur einfügen</translation>
    </message>
    <message>
        <source>New rows are inserted; a row whose key is there already is rejected.</source>
        <translation>Neue Zeilen werden eingefügt; eine Zeile, deren Schlüssel schon da ist, wird abgewiesen.</translation>
    </message>
    <message>
        <source>Insert what is missing</source>
        <translation>Fehlendes einfügen</translation>
    </message>
    <message>
        <source>New rows are inserted; rows that are there already are left alone.</source>
        <translation>Neue Zeilen werden eingefügt; Zeilen, die schon da sind, bleiben unberührt.</translation>
    </message>
    <message>
        <source>Update only</source>
        <translation>Nur ändern</translation>
    </message>
    <message>
        <source>Rows that are there are updated; new rows are not inserted.</source>
        <translation>Vorhandene Zeilen werden geändert; neue Zeilen werden nicht eingefügt.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>The table becomes what the source says: rows that it lacks are deleted.</source>
        <translation>Die Tabelle wird, was die Quelle sagt: Zeilen, die ihr fehlen, werden gelöscht.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The table is emptied, then filled from the source.</source>
        <translation>Die Tabelle wird geleert und dann aus der Quelle gefüllt.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Only into new or empty tables; anything else is refused.</source>
        <translation>Nur in neue oder leere Tabellen; alles andere wird verweigert.</translation>
    </message>
    <message>
        <source>&amp;Rehearse: make all changes in a transaction with the real constraints, then roll it back</source>
        <translation>&amp;Proben: alle Änderungen in einer Transaktion mit den echten Constraints machen, dann zurückrollen</translation>
    </message>
    <message>
        <source>&amp;Leave rejected rows out and go on (else one rejected row stops the apply)</source>
        <translation>Abgewiesene Zeilen aus&amp;lassen und weitermachen (sonst hält eine abgewiesene Zeile das Anwenden an)</translation>
    </message>
    <message>
        <source>Keep the &amp;triggers of the tables from running</source>
        <translation>&amp;Trigger der Tabellen nicht ausführen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>New tables are created and filled; in others rows are inserted or updated.</source>
        <translation>Neue Tabellen werden angelegt und gefüllt; in anderen werden Zeilen eingefügt oder geändert.</translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation>Schlüsselspalten</translation>
    </message>
    <message>
        <source>the table&apos;s own key</source>
        <translation>der eigene Schlüssel der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Match rows by</source>
        <translation>Zeilen &amp;abgleichen nach</translation>
    </message>
    <message>
        <source>Left empty: the primary key, else a unique index without NULL.</source>
        <translation>Leer: der Primärschlüssel, sonst ein eindeutiger Index ohne NULL.</translation>
    </message>
    <message>
        <source>The table has no key: without one here, whole rows are compared.</source>
        <translation>Die Tabelle hat keinen Schlüssel: Ohne Angabe hier werden ganze Zeilen verglichen.</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>Auswä&amp;hlen</translation>
    </message>
    <message>
        <source>Choose key columns</source>
        <translation>Schlüsselspalten wählen</translation>
    </message>
    <message>
        <source>Unique in the file: looking, %1 so far</source>
        <translation>Eindeutig in der Datei: wird geprüft, bisher %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Unique in the file: yes, in %1</source>
        <translation>Eindeutig in der Datei: ja, in %1</translation>
    </message>
    <message>
        <source>all %1 rows</source>
        <translation>alle %1 Zeilen</translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation>1 Duplikat</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 Duplikate</translation>
    </message>
    <message>
        <source> (first: lines %1 and %2)</source>
        <translation> (zuerst: Zeilen %1 und %2)</translation>
    </message>
    <message>
        <source>1 row without a value</source>
        <translation>1 Zeile ohne Wert</translation>
    </message>
    <message>
        <source>%1 rows without a value</source>
        <translation>%1 Zeilen ohne Wert</translation>
    </message>
    <message>
        <source>Unique in the file: no, %1. Those rows will be rejected.</source>
        <translation>Eindeutig in der Datei: nein, %1. Diese Zeilen werden abgewiesen.</translation>
    </message>
    <message>
        <source>The new table gets no key, unless columns are named here.</source>
        <translation>Die neue Tabelle erhält keinen Schlüssel, wenn hier keine Spalten genannt sind.</translation>
    </message>
    <message>
        <source>It becomes the primary key of the new table.</source>
        <translation>Wird der Primärschlüssel der neuen Tabelle.</translation>
    </message>
    <message>
        <source>%1: the primary key of the table.</source>
        <translation>%1: der Primärschlüssel der Tabelle.</translation>
    </message>
    <message>
        <source>%1: a unique index of the table.</source>
        <translation>%1: ein eindeutiger Index der Tabelle.</translation>
    </message>
    <message>
        <source>Not the primary key of the table, but its unique index %1.</source>
        <translation>Nicht der Primärschlüssel der Tabelle, aber ihr eindeutiger Index %1.</translation>
    </message>
    <message>
        <source>The table has no key of its own: several of its rows may match one.</source>
        <translation>Die Tabelle hat keinen eigenen Schlüssel: Mehrere ihrer Zeilen können zu einer passen.</translation>
    </message>
    <message>
        <source>Not the primary key of the table (%1): several of its rows may match one.</source>
        <translation>Nicht der Primärschlüssel der Tabelle (%1): Mehrere ihrer Zeilen können zu einer passen.</translation>
    </message>
    <message>
        <source>New rows need a value in %1: connect a column on the page before, give a constant, or choose “Update only”.</source>
        <translation>Neue Zeilen brauchen einen Wert in %1: auf der vorigen Seite eine Spalte verbinden, eine Konstante angeben oder „Nur ändern“ wählen.</translation>
    </message>
    <message>
        <source>The key cannot be used</source>
        <translation>Der Schlüssel ist nicht verwendbar</translation>
    </message>
    <message>
        <source>New rows would lack a value</source>
        <translation>Neuen Zeilen würde ein Wert fehlen</translation>
    </message>
</context>
<context>
    <name>galley::OptionsForm</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Durchsuchen für: %1</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>(as detected)</source>
        <translation>(wie erkannt)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>Auf Erkanntes zurücksetzen</translation>
    </message>
    <message>
        <source>Reset to detected: %1</source>
        <translation>Auf Erkanntes zurücksetzen: %1</translation>
    </message>
    <message>
        <source>(as detected: %1)</source>
        <translation>(wie erkannt: %1)</translation>
    </message>
</context>
<context>
    <name>galley::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation>Im &amp;Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>%1 wants a password.</source>
        <translation>%1 verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>%1 wants the password of %2.</source>
        <translation>%1 verlangt das Passwort von %2.</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
</context>
<context>
    <name>galley::PreviewPage</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Rows that refer to declined ones</source>
        <translation>Zeilen, die auf abgelehnte verweisen</translation>
    </message>
    <message>
        <source>Decline &amp;them, too</source>
        <translation>Sie &amp;ebenfalls ablehnen</translation>
    </message>
    <message>
        <source>E&amp;xport preview</source>
        <translation>Vorschau e&amp;xportieren</translation>
    </message>
    <message>
        <source>Write what the preview shows, without what you declined, into a file</source>
        <translation>Schreibt in eine Datei, was die Vorschau zeigt, ohne das Abgelehnte</translation>
    </message>
    <message>
        <source>&amp;Page to read (HTML)…</source>
        <translation>&amp;Seite zum Lesen (HTML)…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>&amp;Table of changed values (CSV)…</source>
        <translation>&amp;Tabelle der geänderten Werte (CSV)…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Script (SQL)…</source>
        <translation>S&amp;kript (SQL)…</translation>
    </message>
    <message>
        <source>Scripts (*.sql)</source>
        <translation>Skripte (*.sql)</translation>
    </message>
    <message>
        <source>Export the preview</source>
        <translation>Die Vorschau exportieren</translation>
    </message>
    <message>
        <source>changes from %1</source>
        <translation>Änderungen aus %1</translation>
    </message>
    <message>
        <source>The connection is read-only: this can be looked at, not applied.</source>
        <translation>Die Verbindung ist schreibgeschützt: Dies kann angesehen, aber nicht angewendet werden.</translation>
    </message>
    <message>
        <source>In one transaction, read back before it is kept</source>
        <translation>In einer Transaktion, rückgelesen, bevor sie festgeschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Undo 1 change</source>
        <translation>1 Änderung &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Apply 1 change</source>
        <translation>1 Änderung an&amp;wenden</translation>
    </message>
    <message>
        <source>&amp;Undo %1 changes</source>
        <translation>%1 Änderungen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Apply %1 changes</source>
        <translation>%1 Änderungen an&amp;wenden</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>The preview cannot be shown: %1

%2</source>
        <translation>Die Vorschau kann nicht gezeigt werden: %1

%2</translation>
    </message>
    <message>
        <source>Not all of the preview could be read: %1</source>
        <translation>Nicht die ganze Vorschau konnte gelesen werden: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Rows that stay as they are</source>
        <translation>Zeilen, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Rows that will be loaded</source>
        <translation>Zeilen, die geladen werden</translation>
    </message>
    <message>
        <source>Undo of %1 in %2</source>
        <translation>Rückgängigmachen von %1 in %2</translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>1 Zeile gelesen</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 Zeilen gelesen</translation>
    </message>
    <message>
        <source>Rejected rows (%1)</source>
        <translation>Abgewiesene Zeilen (%1)</translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation>Warnungen (%1)</translation>
    </message>
    <message>
        <source>Schema (%1)</source>
        <translation>Schema (%1)</translation>
    </message>
    <message>
        <source>1 row is the same on both sides.</source>
        <translation>1 Zeile ist auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>%1 rows are the same on both sides.</source>
        <translation>%1 Zeilen sind auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>1 row is skipped.</source>
        <translation>1 Zeile wird übersprungen.</translation>
    </message>
    <message>
        <source>%1 rows are skipped.</source>
        <translation>%1 Zeilen werden übersprungen.</translation>
    </message>
    <message>
        <source>No row of this table changes.</source>
        <translation>Keine Zeile dieser Tabelle ändert sich.</translation>
    </message>
    <message>
        <source>Compared %1 with %2.</source>
        <translation>Am %1 mit %2 verglichen.</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Compared %1 with %2.</source>
        <translation>Noch ist nichts geschrieben. Am %1 mit %2 verglichen.</translation>
    </message>
    <message>
        <source>Reading the preview…</source>
        <translation>Die Vorschau wird gelesen…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Differences of the tables themselves</source>
        <translation>Unterschiede der Tabellen selbst</translation>
    </message>
    <message>
        <source>Told only: an import changes no table that is there</source>
        <translation>Nur zur Kenntnis: Ein Import ändert keine vorhandene Tabelle</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>as it was before the import</source>
        <translation>wie es vor dem Import war</translation>
    </message>
    <message>
        <source>Sorting by kind…</source>
        <translation>Nach Art sortieren…</translation>
    </message>
    <message>
        <source>Sorting by %1…</source>
        <translation>Nach %1 sortieren…</translation>
    </message>
    <message>
        <source>Find a text</source>
        <translation>Text suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Apply, or undo</source>
        <translation>Anwenden oder rückgängig machen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Both hold the same rows in the tables that were compared.</source>
        <translation>Beide enthalten in den verglichenen Tabellen dieselben Zeilen.</translation>
    </message>
    <message>
        <source>only in %2: %1</source>
        <translation>nur in %2: %1</translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation>verschieden: %1</translation>
    </message>
    <message>
        <source>Rows %1.</source>
        <translation>Zeilen %1.</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 verglichen mit %2</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
</context>
<context>
    <name>galley::ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel sorting</source>
        <translation>Sortieren abbrechen</translation>
    </message>
</context>
<context>
    <name>galley::RejectsModel</name>
    <message>
        <source>✎ %1</source>
        <translation>✎ %1</translation>
    </message>
    <message>
        <source>Repaired; it was: %1</source>
        <translation>Korrigiert; vorher: %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>galley::RejectsPage</name>
    <message>
        <source>Rejected rows</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Repair a value by a double click or F2 (empty is NULL); then preview again. The file itself is not changed.</source>
        <translation>Korrigieren Sie einen Wert mit einem Doppelklick oder F2 (leer ist NULL), dann rufen Sie die Vorschau erneut auf. Die Datei selbst wird nicht geändert.</translation>
    </message>
    <message>
        <source>&amp;Preview again</source>
        <translation>Erneute &amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Preview again with 1 repaired row</source>
        <translation>Erneute &amp;Vorschau mit 1 korrigierten Zeile</translation>
    </message>
    <message>
        <source>&amp;Preview again with %1 repaired rows</source>
        <translation>Erneute &amp;Vorschau mit %1 korrigierten Zeilen</translation>
    </message>
</context>
<context>
    <name>galley::SaveJobDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>Name des Auftrags</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>There is a saved job of that name.</source>
        <translation>Es gibt einen gespeicherten Auftrag dieses Namens.</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobs</name>
    <message>
        <source>Saved jobs</source>
        <translation>Gespeicherte Aufträge</translation>
    </message>
    <message>
        <source>Replace what is there?</source>
        <translation>Vorhandenes ersetzen?</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>It stays as it is until the new export is complete.</source>
        <translation>Es bleibt, wie es ist, bis der neue Export vollständig ist.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Save this job</source>
        <translation>Diesen Auftrag speichern</translation>
    </message>
    <message>
        <source>It is run again from the start page, from “Saved jobs” or with galley run. Passwords are not kept with it.</source>
        <translation>Erneut ausgeführt wird er von der Startseite, aus „Gespeicherte Aufträge“ oder mit galley run. Passwörter werden nicht mitgespeichert.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Show saved jobs</source>
        <translation>Gespeicherte Aufträge zeigen</translation>
    </message>
    <message>
        <source>Rename a saved job</source>
        <translation>Gespeicherten Auftrag umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Delete a saved job</source>
        <translation>Gespeicherten Auftrag löschen</translation>
    </message>
    <message>
        <source>Delete the saved job “%1”?</source>
        <translation>Den gespeicherten Auftrag „%1“ löschen?</translation>
    </message>
    <message>
        <source>Databases and files stay as they are.</source>
        <translation>Datenbanken und Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobsModel</name>
    <message>
        <source>Export of %1 to %2</source>
        <translation>Export von %1 nach %2</translation>
    </message>
    <message>
        <source>Import of %1 into %2</source>
        <translation>Import von %1 in %2</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobsPage</name>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Befehlszeile</translation>
    </message>
    <message>
        <source>Saved jobs</source>
        <translation>Gespeicherte Aufträge</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Nothing was saved yet. The last page of the export and the import wizard has the button “Save this job…”.</source>
        <translation>Noch ist nichts gespeichert. Die letzte Seite des Export- und des Importassistenten hat die Schaltfläche „Diesen Auftrag speichern…“.</translation>
    </message>
    <message>
        <source>An export runs at once. An import shows its preview first, as always. From a script or cron: galley run %1</source>
        <translation>Ein Export läuft sofort. Ein Import zeigt wie immer zuerst seine Vorschau. Aus einem Skript oder mit cron: galley run %1</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
</context>
<context>
    <name>galley::SchemaModel</name>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfbedingung</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist da</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>+ only in the source</source>
        <translation>+ nur in der Quelle</translation>
    </message>
    <message>
        <source>− only in the database</source>
        <translation>− nur in der Datenbank</translation>
    </message>
    <message>
        <source>~ differs</source>
        <translation>~ abweichend</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>In der Datenbank</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>In der Quelle</translation>
    </message>
</context>
<context>
    <name>galley::SearchBar</name>
    <message>
        <source>Find in the rows as they are and as they will be</source>
        <translation>In den Zeilen suchen, wie sie sind und wie sie sein werden</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Zu suchender Text</translation>
    </message>
    <message>
        <source>Upper and lower case are the same; bytes are found by their hexadecimal digits</source>
        <translation>Groß- und Kleinschreibung ist gleich; Bytes findet man über ihre hexadezimalen Ziffern</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>Rückwärts suchen (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>Weitersuchen (F3)</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays</source>
        <translation>Suche anhalten; was gefunden wurde, bleibt</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Die Suche schließen</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>Die Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>In 1 row</source>
        <translation>In 1 Zeile</translation>
    </message>
    <message>
        <source>In %1 rows</source>
        <translation>In %1 Zeilen</translation>
    </message>
    <message>
        <source>%1, searching… %2 %</source>
        <translation>%1, wird gesucht… %2 %</translation>
    </message>
    <message>
        <source>%1, stopped at %2 %</source>
        <translation>%1, bei %2 % angehalten</translation>
    </message>
</context>
<context>
    <name>galley::ServerDialog</name>
    <message>
        <source>Export from %1</source>
        <translation>Aus %1 exportieren</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>In %1 importieren</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Zu importierende Datei</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>An edited export</source>
        <translation>Ein bearbeiteter Export</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>The file gets its name when all of it has arrived.</source>
        <translation>Die Datei erhält ihren Namen, wenn alles angekommen ist.</translation>
    </message>
    <message>
        <source>Next you see what would change, compared with what the server has now. Nothing is sent for good before you say so there.</source>
        <translation>Als Nächstes sehen Sie, was sich gegenüber dem jetzigen Stand des Servers ändern würde. Nichts wird endgültig gesendet, bevor Sie es dort bestätigen.</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Befehlszeile</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>galley::ServerImportPage</name>
    <message>
        <source>What the server says</source>
        <translation>Was der Server sagt</translation>
    </message>
    <message>
        <source>Rows as the server answers them</source>
        <translation>Zeilen, wie der Server sie beantwortet</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Views of the import</source>
        <translation>Ansichten des Imports</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>The server&apos;s answer</source>
        <translation>Die Antwort des Servers</translation>
    </message>
    <message>
        <source>The server&apos;s dry run: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation>Der Probelauf des Servers: %1. %2 Zeilen verarbeitet, die Kopfzeile mitgezählt, %3 erfolgreich, %4 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server&apos;s import: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation>Der Import des Servers: %1. %2 Zeilen verarbeitet, die Kopfzeile mitgezählt, %3 erfolgreich, %4 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server&apos;s answer (%1)</source>
        <translation>Die Antwort des Servers (%1)</translation>
    </message>
    <message>
        <source>The server cannot be asked what it would do: only the comparison with what it has now tells.</source>
        <translation>Der Server kann nicht gefragt werden, was er tun würde: Nur der Vergleich mit seinem jetzigen Stand sagt es.</translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation>Warnungen (%1)</translation>
    </message>
</context>
<context>
    <name>galley::ServerPage</name>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation>Was der Server enthält</translation>
    </message>
    <message>
        <source>Export takes the payload of the datasets that you name: the server has no list of them. The file is the server&apos;s own text, byte for byte.</source>
        <translation>Der Export holt die Payload der Datasets, die Sie nennen: Der Server hat keine Liste davon. Die Datei ist der Text des Servers, Byte für Byte.</translation>
    </message>
    <message>
        <source>Import compares a payload with what the server has now, row by row, and sends only what is new, after you have seen it. The server itself has neither a dry run nor a transaction, and keeps no undo.</source>
        <translation>Der Import vergleicht eine Payload Zeile für Zeile mit dem jetzigen Stand des Servers und sendet nur das Neue, nachdem Sie es gesehen haben. Der Server selbst kennt weder Probelauf noch Transaktion und kann nichts rückgängig machen.</translation>
    </message>
    <message>
        <source>Choose a service, a database, a schema or a table.</source>
        <translation>Wählen Sie einen Dienst, eine Datenbank, ein Schema oder eine Tabelle.</translation>
    </message>
    <message>
        <source>Export writes what is known of everything below it as CSV; import shows what an edited file would change, cell by cell, and what the server says to it.</source>
        <translation>Der Export schreibt als CSV, was über alles darunter bekannt ist; der Import zeigt Zelle für Zelle, was eine bearbeitete Datei ändern würde, und was der Server dazu sagt.</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>Keine Beschreibung.</translation>
    </message>
</context>
<context>
    <name>galley::ServerTransfers</name>
    <message>
        <source>Exported %1 to %2</source>
        <translation>%1 nach %2 exportiert</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Nothing was sent: the server refuses %1 rows. Repair them, or leave them out.</source>
        <translation>Es wurde nichts gesendet: Der Server weist %1 Zeilen ab. Korrigieren Sie sie oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sent %1 to %2. The server keeps no undo.</source>
        <translation>%1 an %2 gesendet. Der Server kann nichts rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>galley::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when Galley is started again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von Galley.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>Ordner für Exporte</translation>
    </message>
    <message>
        <source>beside the database</source>
        <translation>neben der Datenbank</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the folder for exports</source>
        <translation>Den Ordner für Exporte wählen</translation>
    </message>
    <message>
        <source>There is no such folder; exports are proposed beside the database.</source>
        <translation>Diesen Ordner gibt es nicht; Exporte werden neben der Datenbank vorgeschlagen.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>&amp;Folder for exports</source>
        <translation>&amp;Ordner für Exporte</translation>
    </message>
    <message>
        <source>Deleted rows that are confirmed by typing their number</source>
        <translation>Gelöschte Zeilen, die durch Eingabe ihrer Anzahl bestätigt werden</translation>
    </message>
    <message>
        <source>&amp;Deletes without typing</source>
        <translation>&amp;Löschungen ohne Eingabe</translation>
    </message>
    <message>
        <source>An apply that deletes more rows than this asks for their number to be typed.</source>
        <translation>Ein Anwenden, das mehr Zeilen als diese löscht, verlangt, dass ihre Anzahl eingegeben wird.</translation>
    </message>
    <message>
        <source>Seconds after which the end of a job is notified</source>
        <translation>Sekunden, nach denen das Ende eines Auftrags gemeldet wird</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Notify of jobs longer than</source>
        <translation>&amp;Benachrichtigen bei Aufträgen länger als</translation>
    </message>
    <message>
        <source>Told by the desktop when the window is not in front; 0: never.</source>
        <translation>Vom Desktop gemeldet, wenn das Fenster nicht vorn ist; 0: nie.</translation>
    </message>
    <message>
        <source>&amp;Pictures of the columns above the rows of a table</source>
        <translation>Spalten&amp;grafiken über den Zeilen einer Tabelle</translation>
    </message>
    <message>
        <source>Made from the first rows of a table when it is opened.</source>
        <translation>Werden beim Öffnen einer Tabelle aus ihren ersten Zeilen erstellt.</translation>
    </message>
</context>
<context>
    <name>galley::ShortcutsSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>The keys of a preview or a table are listed while one is open. Tab goes on to the next control, Shift+Tab back.</source>
        <translation>Die Tasten einer Vorschau oder Tabelle stehen hier, solange eine geöffnet ist. Tab geht zum nächsten Bedienelement, Umschalt+Tab zurück.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Zu finden in</translation>
    </message>
</context>
<context>
    <name>galley::SideView</name>
    <message>
        <source>Take or decline</source>
        <translation>Übernehmen oder ablehnen</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Sort by this column, or no longer</source>
        <translation>Nach dieser Spalte sortieren oder nicht mehr</translation>
    </message>
</context>
<context>
    <name>galley::SourceJob</name>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>%1 database</source>
        <translation>%1-Datenbank</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>galley::SourcePage</name>
    <message>
        <source>File or folder to import</source>
        <translation>Zu importierende Datei oder Ordner</translation>
    </message>
    <message>
        <source>A CSV, JSON or SQL file, a Galley zip or folder, or a database</source>
        <translation>Eine CSV-, JSON- oder SQL-Datei, ein Galley-ZIP oder -Ordner oder eine Datenbank</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>, %1 tables</source>
        <translation>, %1 Tabellen</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>Wählen, was importiert werden soll</translation>
    </message>
    <message>
        <source>The source is still being looked at</source>
        <translation>Die Quelle wird noch angesehen</translation>
    </message>
    <message>
        <source>&amp;Reset all to detected</source>
        <translation>Alle auf Erkanntes zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>How much of the file was read</source>
        <translation>Wie viel der Datei gelesen wurde</translation>
    </message>
    <message>
        <source>%1. Choose here which it is.</source>
        <translation>%1. Wählen Sie hier, was zutrifft.</translation>
    </message>
    <message>
        <source>from the first %1 rows</source>
        <translation>aus den ersten %1 Zeilen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Read &amp;all</source>
        <translation>A&amp;lles lesen</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>Die ganze Datei wird gelesen…</translation>
    </message>
    <message>
        <source>All of it was read: %1</source>
        <translation>Alles wurde gelesen: %1</translation>
    </message>
    <message>
        <source>Only the first rows were read.</source>
        <translation>Nur die ersten Zeilen wurden gelesen.</translation>
    </message>
    <message>
        <source>This cannot be imported: see above</source>
        <translation>Dies kann nicht importiert werden: siehe oben</translation>
    </message>
    <message>
        <source>One thing has to be said: see the options</source>
        <translation>Eines muss festgelegt werden: siehe Optionen</translation>
    </message>
    <message>
        <source>Some dates are not written YYYY-MM-DD and count as text until their order is chosen among the options.</source>
        <translation>Einige Datumswerte sind nicht als JJJJ-MM-TT geschrieben und gelten als Text, bis ihre Reihenfolge in den Optionen gewählt ist.</translation>
    </message>
</context>
<context>
    <name>galley::StartPage</name>
    <message>
        <source>Move data out of a database and back in, and see every change before it is made.</source>
        <translation>Daten aus einer Datenbank heraus und wieder hinein bringen und jede Änderung sehen, bevor sie gemacht wird.</translation>
    </message>
    <message>
        <source>Drop a database, an export or a data file here</source>
        <translation>Eine Datenbank, einen Export oder eine Datendatei hier ablegen</translation>
    </message>
    <message>
        <source>A database opens. Everything else starts an import, which is a preview until you apply it.</source>
        <translation>Eine Datenbank wird geöffnet. Alles andere beginnt einen Import, der eine Vorschau ist, bis Sie ihn anwenden.</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>Datenbank ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation>Beis&amp;pieldatenbank öffnen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>To a database on a server, or to one that gets a name</source>
        <translation>Mit einer Datenbank auf einem Server oder einer, die einen Namen erhält</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>What can be opened</source>
        <translation>Was geöffnet werden kann</translation>
    </message>
    <message>
        <source>Databases to browse, export and import into.</source>
        <translation>Datenbanken zum Durchsehen, Exportieren und Importieren.</translation>
    </message>
    <message>
        <source>Databases that you open appear here.</source>
        <translation>Datenbanken, die Sie öffnen, erscheinen hier.</translation>
    </message>
    <message>
        <source>Saved jobs</source>
        <translation>Gespeicherte Aufträge</translation>
    </message>
    <message>
        <source>&amp;Edit, rename, delete…</source>
        <translation>&amp;Bearbeiten, umbenennen, löschen…</translation>
    </message>
    <message>
        <source>New here? Open the sample database, export a table of it, edit the file and import it again: nothing is written before you have seen every change.</source>
        <translation>Neu hier? Öffnen Sie die Beispieldatenbank, exportieren Sie eine Tabelle daraus, bearbeiten Sie die Datei und importieren Sie sie wieder: Nichts wird geschrieben, bevor Sie jede Änderung gesehen haben.</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>Ver&amp;standen</translation>
    </message>
    <message>
        <source>Takes this hint away for good</source>
        <translation>Entfernt diesen Hinweis endgültig</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
</context>
<context>
    <name>galley::StepDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>galley::StructurePage</name>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>unique key</source>
        <translation>eindeutiger Schlüssel</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generiert</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>collation %1</source>
        <translation>Sortierfolge %1</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>nicht NULL</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>Key and references</source>
        <translation>Schlüssel und Verweise</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partiell</translation>
    </message>
    <message>
        <source>made for a constraint</source>
        <translation>für einen Constraint angelegt</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>on update %1, on delete %2</source>
        <translation>bei Änderung %1, bei Löschung %2</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfbedingungen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
</context>
<context>
    <name>galley::SurveyJob</name>
    <message>
        <source>Read all of %1</source>
        <translation>Alles von %1 lesen</translation>
    </message>
</context>
<context>
    <name>galley::TablePage</name>
    <message>
        <source>View of the table</source>
        <translation>Ansicht der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Struktur</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Import rows into this table</source>
        <translation>Zeilen in diese Tabelle importieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export this table</source>
        <translation>Diese Tabelle exportieren</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Zeilen als CSV kopieren</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 Spalte</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 Spalten</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>key: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>without rowid</source>
        <translation>ohne rowid</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strict</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>This connection is read-only</source>
        <translation>Diese Verbindung ist schreibgeschützt</translation>
    </message>
    <message>
        <source>&amp;Copy rows as CSV</source>
        <translation>Zeilen als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation>In diese Tabelle &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>Diese Tabelle &amp;exportieren…</translation>
    </message>
    <message>
        <source>These rows cannot be written as CSV</source>
        <translation>Diese Zeilen können nicht als CSV geschrieben werden</translation>
    </message>
    <message>
        <source>1 row copied as CSV</source>
        <translation>1 Zeile als CSV kopiert</translation>
    </message>
    <message>
        <source>%1 rows copied as CSV</source>
        <translation>%1 Zeilen als CSV kopiert</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>galley::TableSizesJob</name>
    <message>
        <source>Measure %1</source>
        <translation>%1 messen</translation>
    </message>
</context>
<context>
    <name>galley::TableSizesModel</name>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source> (the database&apos;s estimate)</source>
        <translation> (Schätzung der Datenbank)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size with indexes</source>
        <translation>Größe mit Indizes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>galley::TableSketches</name>
    <message>
        <source>the only row</source>
        <translation>die einzige Zeile</translation>
    </message>
    <message>
        <source>all %1 rows</source>
        <translation>alle %1 Zeilen</translation>
    </message>
    <message>
        <source>the first row</source>
        <translation>die erste Zeile</translation>
    </message>
    <message>
        <source>the first %1 rows</source>
        <translation>die ersten %1 Zeilen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>galley::TargetPage</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Target database</source>
        <translation>Zieldatenbank</translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made), a saved connection, or the URL of a database</source>
        <translation>Eine SQLite-Datei (eine neue wird angelegt), eine gespeicherte Verbindung oder die URL einer Datenbank</translation>
    </message>
    <message>
        <source>Target table</source>
        <translation>Zieltabelle</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Choose a table, or type the name of a new one: it is made with the columns of the source.</source>
        <translation>Wählen Sie eine Tabelle oder geben Sie den Namen einer neuen ein: Sie wird mit den Spalten der Quelle angelegt.</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>Saved connections…</source>
        <translation>Gespeicherte Verbindungen…</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>A new database will be made, when the preview is applied.</source>
        <translation>Eine neue Datenbank wird angelegt, wenn die Vorschau angewendet wird.</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>Every table goes into the table of its name</source>
        <translation>Jede Tabelle geht in die Tabelle ihres Namens</translation>
    </message>
    <message>
        <source>Choose a target database</source>
        <translation>Eine Zieldatenbank wählen</translation>
    </message>
    <message>
        <source>The target cannot be used</source>
        <translation>Das Ziel ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The target is still being looked at</source>
        <translation>Das Ziel wird noch angesehen</translation>
    </message>
    <message>
        <source>Choose or name a table</source>
        <translation>Eine Tabelle wählen oder benennen</translation>
    </message>
</context>
<context>
    <name>galley::TargetTriggersJob</name>
    <message>
        <source>Look for triggers in %1</source>
        <translation>In %1 nach Triggern sehen</translation>
    </message>
</context>
<context>
    <name>galley::ThroughputCurve</name>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>Rows per second over time</source>
        <translation>Zeilen je Sekunde im Verlauf der Zeit</translation>
    </message>
    <message>
        <source>No speed is known yet</source>
        <translation>Noch ist keine Geschwindigkeit bekannt</translation>
    </message>
    <message>
        <source>Now %1, highest %2</source>
        <translation>Jetzt %1, höchstens %2</translation>
    </message>
    <message>
        <source>The speed is drawn here</source>
        <translation>Hier wird die Geschwindigkeit gezeichnet</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>höchstens %1</translation>
    </message>
</context>
<context>
    <name>galley::TransferDialog</name>
    <message>
        <source>&amp;Rows that are there already</source>
        <translation>&amp;Schon vorhandene Zeilen</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>Tabellen kopieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Target database</source>
        <translation>Zieldatenbank</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Mit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Update rows of the same key, insert the others</source>
        <translation>Zeilen mit demselben Schlüssel ändern, die anderen einfügen</translation>
    </message>
    <message>
        <source>Leave them alone, insert only what is missing</source>
        <translation>Unberührt lassen, nur Fehlendes einfügen</translation>
    </message>
    <message>
        <source>Make the tables the same: rows that the source lacks are deleted</source>
        <translation>Die Tabellen gleich machen: Zeilen, die der Quelle fehlen, werden gelöscht</translation>
    </message>
    <message>
        <source>Empty the tables first</source>
        <translation>Die Tabellen zuerst leeren</translation>
    </message>
    <message>
        <source>Rows that are there already</source>
        <translation>Schon vorhandene Zeilen</translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made)…</source>
        <translation>Eine SQLite-Datei (eine neue wird angelegt)…</translation>
    </message>
    <message>
        <source>An SQLite file…</source>
        <translation>Eine SQLite-Datei…</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>Wählen Sie eine Datenbank</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Compare %1 with another database</source>
        <translation>%1 mit einer anderen Datenbank vergleichen</translation>
    </message>
    <message>
        <source>What does %1 have that %2 has not, or otherwise?</source>
        <translation>Was hat %1, das %2 nicht oder anders hat?</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Copy tables of %1</source>
        <translation>Tabellen von %1 kopieren</translation>
    </message>
    <message>
        <source>Import %1 into a database</source>
        <translation>%1 in eine Datenbank importieren</translation>
    </message>
    <message>
        <source>Copy %1 of %2</source>
        <translation>%1 von %2 kopieren</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>%1 in %2 importieren</translation>
    </message>
    <message>
        <source>Copy %1 of %2 to %3</source>
        <translation>%1 von %2 nach %3 kopieren</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>Dies ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Still looking at both sides</source>
        <translation>Beide Seiten werden noch angesehen</translation>
    </message>
    <message>
        <source>%1 is read-only: what would change is shown, but cannot be applied</source>
        <translation>%1 ist schreibgeschützt: Was sich ändern würde, wird gezeigt, kann aber nicht angewendet werden</translation>
    </message>
    <message>
        <source>Next you see every row that would be inserted, changed or deleted, and choose. Nothing is written before you apply it.</source>
        <translation>Als Nächstes sehen Sie jede Zeile, die eingefügt, geändert oder gelöscht würde, und wählen aus. Nichts wird geschrieben, bevor Sie es anwenden.</translation>
    </message>
    <message>
        <source>Nothing is changed. The first is shown as “after”, the second as “now”: a row that is inserted is only in the first, one that is deleted only in the second.</source>
        <translation>Nichts wird geändert. Die erste erscheint als „Nachher“, die zweite als „Jetzt“: Eine eingefügte Zeile ist nur in der ersten, eine gelöschte nur in der zweiten.</translation>
    </message>
</context>
<context>
    <name>galley::TransferFactsJob</name>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
</context>
<context>
    <name>galley::TransferModel</name>
    <message>
        <source>Name a table for %1</source>
        <translation>Nennen Sie eine Tabelle für %1</translation>
    </message>
    <message>
        <source>%1 is no ordinary table</source>
        <translation>%1 ist keine gewöhnliche Tabelle</translation>
    </message>
    <message>
        <source>%1 goes into %2, too</source>
        <translation>%1 geht ebenfalls in %2</translation>
    </message>
    <message>
        <source>There are no tables in the source</source>
        <translation>Die Quelle enthält keine Tabellen</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Wählen Sie eine Tabelle</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>is there, about %1 rows</source>
        <translation>ist da, etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist da</translation>
    </message>
    <message>
        <source>new table</source>
        <translation>neue Tabelle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Goes into the table</source>
        <translation>Geht in die Tabelle</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
</context>
<context>
    <name>galley::Transfers</name>
    <message>
        <source>Exported %1 rows from %2 to %3</source>
        <translation>%1 Zeilen aus %2 nach %3 exportiert</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone on %1: %2</source>
        <translation>In %1 rückgängig gemacht: %2</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Applied to %1: %2</source>
        <translation>Auf %1 angewendet: %2</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig…</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 eingefügt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>keine Änderungen</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>galley::TreeDelegate</name>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source> · read-only</source>
        <translation> · schreibgeschützt</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>wird geöffnet…</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primär</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
</context>
<context>
    <name>galley::TriggerChoice</name>
    <message>
        <source>&amp;Keep them from running</source>
        <translation>Ihre Ausführung &amp;unterbinden</translation>
    </message>
    <message>
        <source>Keep the triggers from running</source>
        <translation>Die Trigger nicht ausführen</translation>
    </message>
    <message>
        <source>Where the engine and your rights allow it; else nothing is applied</source>
        <translation>Wo das Datenbanksystem und Ihre Rechte es erlauben; sonst wird nichts angewendet</translation>
    </message>
    <message>
        <source>Triggers run with these changes (%1); what they write elsewhere is neither shown here nor undone.</source>
        <translation>Trigger werden bei diesen Änderungen ausgeführt (%1); was sie anderswo schreiben, wird hier weder gezeigt noch rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>galley::ValuePane</name>
    <message>
        <source>What is removed and added</source>
        <translation>Was entfernt und hinzugefügt wird</translation>
    </message>
    <message>
        <source>How the value is shown</source>
        <translation>Wie der Wert gezeigt wird</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>Wert jetzt</translation>
    </message>
    <message>
        <source>Value after</source>
        <translation>Wert nachher</translation>
    </message>
    <message>
        <source>Select a cell to see its value in full</source>
        <translation>Wählen Sie eine Zelle, um ihren Wert ganz zu sehen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>Differenz %1</translation>
    </message>
    <message>
        <source> (the beginning; the value is longer)</source>
        <translation> (der Anfang; der Wert ist länger)</translation>
    </message>
    <message>
        <source>no such row</source>
        <translation>keine solche Zeile</translation>
    </message>
    <message>
        <source>the row is deleted</source>
        <translation>die Zeile wird gelöscht</translation>
    </message>
    <message>
        <source>the column&apos;s default</source>
        <translation>der Standardwert der Spalte</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
    <message>
        <source>No picture, or too large to be shown</source>
        <translation>Kein Bild, oder zu groß, um gezeigt zu werden</translation>
    </message>
</context>
<context>
    <name>galley::Wording</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
</TS>
