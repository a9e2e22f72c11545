<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>galley</name>
    <message>
        <source>Red — production</source>
        <translation>Rojo: producción</translation>
    </message>
    <message>
        <source>Amber — staging</source>
        <translation>Ámbar: preproducción</translation>
    </message>
    <message>
        <source>Green — development</source>
        <translation>Verde: desarrollo</translation>
    </message>
    <message>
        <source>Blue — test</source>
        <translation>Azul: pruebas</translation>
    </message>
    <message>
        <source>Violet — sandbox</source>
        <translation>Violeta: entorno aislado</translation>
    </message>
    <message>
        <source>Grey — archive</source>
        <translation>Gris: archivo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation>Llamadas del servidor</translation>
    </message>
    <message>
        <source>db since 2022.02; get-exports and get-export before.</source>
        <translation>db desde 2022.02; antes get-exports y get-export.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>What is replaced on the way to this environment; see docs/formats.md.</source>
        <translation>Lo que se sustituye al pasar a este entorno; véase docs/formats.md.</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Conjuntos de datos</translation>
    </message>
    <message>
        <source>Separated by commas. The server has no list of them.</source>
        <translation>Separados por comas. El servidor no tiene una lista de ellos.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Separated by commas; left empty: those that the server takes by itself.</source>
        <translation>Separadas por comas; vacío: las que el servidor toma por sí mismo.</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Left empty: public.</source>
        <translation>Vacío: public.</translation>
    </message>
    <message>
        <source>Replace the file if it is there</source>
        <translation>Reemplazar el archivo si existe</translation>
    </message>
    <message>
        <source>Let the server work in the background</source>
        <translation>Dejar que el servidor trabaje en segundo plano</translation>
    </message>
    <message>
        <source>For much: its end is waited for.</source>
        <translation>Para grandes cantidades: se espera a que termine.</translation>
    </message>
    <message>
        <source>Send the rest where some rows are refused</source>
        <translation>Enviar el resto si se rechazan algunas filas</translation>
    </message>
    <message>
        <source>Else one row that the server refuses stops the import.</source>
        <translation>Si no, una sola fila rechazada por el servidor detiene la importación.</translation>
    </message>
    <message>
        <source>With everything below it</source>
        <translation>Con todo lo que hay debajo</translation>
    </message>
    <message>
        <source>One file with all levels (1.7 and later).</source>
        <translation>Un archivo con todos los niveles (1.7 y posteriores).</translation>
    </message>
    <message>
        <source>Name at least one dataset</source>
        <translation>Indique al menos un conjunto de datos</translation>
    </message>
    <message>
        <source>A picture (%1) that this system cannot decode</source>
        <translation>Una imagen (%1) que este sistema no puede decodificar</translation>
    </message>
    <message>
        <source>It begins like a picture (%1), but is none</source>
        <translation>Empieza como una imagen (%1), pero no lo es</translation>
    </message>
    <message>
        <source>%1, %2 by %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>%1: too large to be shown here</source>
        <translation>%1: demasiado grande para mostrarse aquí</translation>
    </message>
    <message>
        <source>%1: damaged</source>
        <translation>%1: dañada</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>entero</translation>
    </message>
    <message>
        <source>real</source>
        <translation>real</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>texto vacío</translation>
    </message>
    <message>
        <source>text, %1 characters</source>
        <translation>texto, %1 caracteres</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
</context>
<context>
    <name>galley::BrowseTree</name>
    <message>
        <source>Open databases</source>
        <translation>Bases de datos abiertas</translation>
    </message>
    <message>
        <source>&amp;Open “%1”</source>
        <translation>&amp;Abrir «%1»</translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation>&amp;Importar en esta tabla…</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>&amp;Exportar esta tabla…</translation>
    </message>
    <message>
        <source>&amp;Import into this database…</source>
        <translation>&amp;Importar en esta base de datos…</translation>
    </message>
    <message>
        <source>&amp;Export this database…</source>
        <translation>&amp;Exportar esta base de datos…</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>Copiar &amp;nombre</translation>
    </message>
    <message>
        <source>Copy &amp;statement</source>
        <translation>Copiar &amp;sentencia</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Actuali&amp;zar</translation>
    </message>
    <message>
        <source>Co&amp;mments as a table</source>
        <translation>Co&amp;mentarios como tabla</translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation>&amp;Cerrar base de datos</translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation>E&amp;ditar conexión…</translation>
    </message>
    <message>
        <source>&amp;Save as connection…</source>
        <translation>&amp;Guardar como conexión…</translation>
    </message>
    <message>
        <source>Re&amp;move connection…</source>
        <translation>E&amp;liminar conexión…</translation>
    </message>
    <message>
        <source>Metadata ca&amp;talogue</source>
        <translation>Ca&amp;tálogo de metadatos</translation>
    </message>
    <message>
        <source>Si&amp;zes of its tables</source>
        <translation>Tama&amp;ños de sus tablas</translation>
    </message>
    <message>
        <source>E&amp;xport %1 tables…</source>
        <translation>E&amp;xportar %1 tablas…</translation>
    </message>
    <message>
        <source>Copy to another &amp;database…</source>
        <translation>C&amp;opiar a otra base de datos…</translation>
    </message>
    <message>
        <source>Com&amp;pare with…</source>
        <translation>Comp&amp;arar con…</translation>
    </message>
    <message>
        <source>P&amp;aste here</source>
        <translation>Peg&amp;ar aquí</translation>
    </message>
</context>
<context>
    <name>galley::CatalogJob</name>
    <message>
        <source>Look at %1</source>
        <translation>Examinar %1</translation>
    </message>
</context>
<context>
    <name>galley::CatalogModel</name>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Disparadores</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Claves foráneas</translation>
    </message>
    <message>
        <source>Comments of %1</source>
        <translation>Comentarios de %1</translation>
    </message>
</context>
<context>
    <name>galley::CellInspector</name>
    <message>
        <source>integer</source>
        <translation>entero</translation>
    </message>
    <message>
        <source>real</source>
        <translation>real</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>Value of the selected cell</source>
        <translation>Valor de la celda seleccionada</translation>
    </message>
    <message>
        <source>No cell selected</source>
        <translation>Ninguna celda seleccionada</translation>
    </message>
    <message>
        <source>Row %L1</source>
        <translation>Fila %L1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 carácter</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 caracteres</translation>
    </message>
    <message>
        <source>only the beginning of %1 is shown</source>
        <translation>solo se muestra el principio de %1</translation>
    </message>
    <message>
        <source>The bytes as a picture, %1 by %2</source>
        <translation>Los bytes como imagen, %1 × %2</translation>
    </message>
</context>
<context>
    <name>galley::ChangeDelegate</name>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesDelegate</name>
    <message>
        <source>no rows</source>
        <translation>sin filas</translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesModel</name>
    <message>
        <source>changes</source>
        <translation>cambios</translation>
    </message>
    <message>
        <source>load</source>
        <translation>carga</translation>
    </message>
    <message>
        <source>new table</source>
        <translation>tabla nueva</translation>
    </message>
    <message>
        <source>The table will be created and filled.</source>
        <translation>La tabla se creará y se llenará.</translation>
    </message>
    <message>
        <source>The table is empty and will be filled.</source>
        <translation>La tabla está vacía y se llenará.</translation>
    </message>
    <message>
        <source>No key: whole rows are compared, so a changed row shows as one deleted and one inserted.</source>
        <translation>Sin clave: se comparan filas enteras, por lo que una fila modificada aparece como una eliminada y una insertada.</translation>
    </message>
    <message>
        <source>Rows are matched by %1.</source>
        <translation>Las filas se emparejan por %1.</translation>
    </message>
    <message>
        <source>%1, %2: %3 inserted, %4 changed, %5 deleted, %6 unchanged, %7 rejected</source>
        <translation>%1, %2: %3 insertadas, %4 modificadas, %5 eliminadas, %6 sin cambios, %7 rechazadas</translation>
    </message>
</context>
<context>
    <name>galley::ChangesModel</name>
    <message>
        <source>inserted</source>
        <translation>insertada</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modificada</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminada</translation>
    </message>
    <message>
        <source>Change %1: row %2, line %3 of the source</source>
        <translation>Cambio %1: fila %2, línea %3 del origen</translation>
    </message>
    <message>
        <source>Change %1: row %2</source>
        <translation>Cambio %1: fila %2</translation>
    </message>
    <message>
        <source>Change %1, row %2, %3</source>
        <translation>Cambio %1, fila %2, %3</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>sin fila</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>texto vacío</translation>
    </message>
    <message>
        <source>%1 %2: %3, changed</source>
        <translation>%1 %2: %3, modificado</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>, key</source>
        <translation>, clave</translation>
    </message>
</context>
<context>
    <name>galley::ChangesReview</name>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>in 1 table</source>
        <translation>en 1 tabla</translation>
    </message>
    <message>
        <source>in %1 tables</source>
        <translation>en %1 tablas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing will change: the target already holds what the source says.</source>
        <translation>No cambiará nada: el destino ya contiene lo que dice el origen.</translation>
    </message>
    <message>
        <source>Nothing will change: all %1 changes are declined.</source>
        <translation>No cambiará nada: los %1 cambios están descartados.</translation>
    </message>
    <message>
        <source>1 row will be loaded</source>
        <translation>Se cargará 1 fila</translation>
    </message>
    <message>
        <source>%1 rows will be loaded</source>
        <translation>Se cargarán %1 filas</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 cargadas</translation>
    </message>
    <message>
        <source>1 row will be inserted</source>
        <translation>Se insertará 1 fila</translation>
    </message>
    <message>
        <source>%1 rows will be inserted</source>
        <translation>Se insertarán %1 filas</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 insertadas</translation>
    </message>
    <message>
        <source>1 row will be changed</source>
        <translation>Se modificará 1 fila</translation>
    </message>
    <message>
        <source>%1 rows will be changed</source>
        <translation>Se modificarán %1 filas</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 modificadas</translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation>Se eliminará 1 fila</translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation>Se eliminarán %1 filas</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 eliminadas</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
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
        <translation>1 fila descartada</translation>
    </message>
    <message>
        <source>%1 rows declined</source>
        <translation>%1 filas descartadas</translation>
    </message>
    <message>
        <source>The preview is still being read.</source>
        <translation>La vista previa aún se está leyendo.</translation>
    </message>
    <message>
        <source>One row was rejected, and this import stops at rejected rows. Repair it and preview again.</source>
        <translation>Se rechazó una fila, y esta importación se detiene ante filas rechazadas. Corríjala y vuelva a hacer la vista previa.</translation>
    </message>
    <message>
        <source>%1 rows were rejected, and this import stops at rejected rows. Repair them and preview again.</source>
        <translation>Se rechazaron %1 filas, y esta importación se detiene ante filas rechazadas. Corríjalas y vuelva a hacer la vista previa.</translation>
    </message>
    <message>
        <source>Everything is declined.</source>
        <translation>Todo está descartado.</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>No hay nada que cambiar.</translation>
    </message>
</context>
<context>
    <name>galley::ChildrenWatch</name>
    <message>
        <source>1 row refers to rows that you declined, and cannot be made without them.</source>
        <translation>1 fila hace referencia a filas que usted descartó y no puede crearse sin ellas.</translation>
    </message>
    <message>
        <source>%1 rows refer to rows that you declined, and cannot be made without them.</source>
        <translation>%1 filas hacen referencia a filas que usted descartó y no pueden crearse sin ellas.</translation>
    </message>
</context>
<context>
    <name>galley::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation>Buscar una columna</translation>
    </message>
    <message>
        <source>Columns to show</source>
        <translation>Columnas que mostrar</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Hide all but keys</source>
        <translation>Ocultar todas salvo las claves</translation>
    </message>
</context>
<context>
    <name>galley::CommandLine</name>
    <message>
        <source>Command line</source>
        <translation>Línea de órdenes</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Save this job…</source>
        <translation>&amp;Guardar esta tarea…</translation>
    </message>
    <message>
        <source>Gives it a name, to be run again with one click</source>
        <translation>Le da un nombre, para volver a ejecutarla con un clic</translation>
    </message>
</context>
<context>
    <name>galley::CompareGrid</name>
    <message>
        <source>Changes to take</source>
        <translation>Cambios que aceptar</translation>
    </message>
    <message>
        <source>Keys of the rows as they are now</source>
        <translation>Claves de las filas tal como están</translation>
    </message>
    <message>
        <source>Rows as they are now</source>
        <translation>Filas tal como están</translation>
    </message>
    <message>
        <source>Keys of the rows as they will be</source>
        <translation>Claves de las filas tal como quedarán</translation>
    </message>
    <message>
        <source>Rows as they will be</source>
        <translation>Filas tal como quedarán</translation>
    </message>
    <message>
        <source>as the source says</source>
        <translation>según el origen</translation>
    </message>
    <message>
        <source>Scroll the changes</source>
        <translation>Desplazar los cambios</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>in the database</source>
        <translation>en la base de datos</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>galley::ConnectionDialog</name>
    <message>
        <source>New connection</source>
        <translation>Nueva conexión</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Editar conexión</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As you and the command line will call it</source>
        <translation>Como la llamarán usted y la línea de órdenes</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Motor</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Asked for when it is needed</source>
        <translation>Se pide cuando hace falta</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation>Guardar&amp;la en el llavero del sistema</translation>
    </message>
    <message>
        <source>It is stored there and nowhere else</source>
        <translation>Se guarda allí y en ningún otro sitio</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>A word that stands beside the colour</source>
        <translation>Una palabra que acompaña al color</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be written through this connection</source>
        <translation>Solo lect&amp;ura: no se puede escribir nada por esta conexión</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>Ma&amp;rca</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Resultado de la prueba</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Contra&amp;seña</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>En el llavero</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 servicio</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 servicios</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 tabla</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
    <message>
        <source>It works: %1, %2, %3 ms</source>
        <translation>Funciona: %1, %2, %3 ms</translation>
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
        <translation>Probar %1</translation>
    </message>
</context>
<context>
    <name>galley::Core</name>
    <message>
        <source>Delimiter</source>
        <translation>Delimitador</translation>
    </message>
    <message>
        <source>Stands between fields: , ; | or tab.</source>
        <translation>Separa los campos: , ; | o tabulador.</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Comillas</translation>
    </message>
    <message>
        <source>Stands around fields that need it; empty: fields are never quoted.</source>
        <translation>Rodean los campos que lo necesitan; vacío: los campos nunca se entrecomillan.</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Carácter de escape</translation>
    </message>
    <message>
        <source>Makes the next character a plain one; empty: quotes in fields are doubled.</source>
        <translation>Hace que el carácter siguiente sea normal; vacío: las comillas dentro de los campos se duplican.</translation>
    </message>
    <message>
        <source>Column names in the first line</source>
        <translation>Nombres de columna en la primera línea</translation>
    </message>
    <message>
        <source>Whether the first line holds the names of the columns.</source>
        <translation>Si la primera línea contiene los nombres de las columnas.</translation>
    </message>
    <message>
        <source>NULL is written as</source>
        <translation>NULL se escribe como</translation>
    </message>
    <message>
        <source>Unquoted text that means NULL; empty: nothing between two delimiters.</source>
        <translation>Texto sin comillas que significa NULL; vacío: nada entre dos delimitadores.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Of the characters; a byte order mark in the file is believed first.</source>
        <translation>De los caracteres; una marca de orden de bytes en el archivo tiene prioridad.</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>Fines de línea</translation>
    </message>
    <message>
        <source>What ends a line; every kind is understood in reading.</source>
        <translation>Lo que termina una línea; al leer se entienden todos los tipos.</translation>
    </message>
    <message>
        <source>Byte order mark</source>
        <translation>Marca de orden de bytes</translation>
    </message>
    <message>
        <source>Begin with the mark that Excel needs to see UTF-8.</source>
        <translation>Empezar con la marca que Excel necesita para reconocer UTF-8.</translation>
    </message>
    <message>
        <source>SQLite values</source>
        <translation>Valores de SQLite</translation>
    </message>
    <message>
        <source>tagged: a value of another kind than its column carries a mark of its kind, such as \I12.</source>
        <translation>tagged: un valor de otra clase que su columna lleva una marca de su clase, como \I12.</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Signo decimal</translation>
    </message>
    <message>
        <source>Between the whole and the fraction of numbers.</source>
        <translation>Entre la parte entera y la fraccionaria de los números.</translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation>Seguro para hojas de cálculo</translation>
    </message>
    <message>
        <source>Put &apos; before text that a spreadsheet would run as a formula.</source>
        <translation>Pone &apos; delante de texto que una hoja de cálculo ejecutaría como fórmula.</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>Líneas en blanco</translation>
    </message>
    <message>
        <source>In a file of one column: rows with NULL, or nothing.</source>
        <translation>En un archivo de una columna: filas con NULL, o nada.</translation>
    </message>
    <message>
        <source>Short rows</source>
        <translation>Filas cortas</translation>
    </message>
    <message>
        <source>Rows with fewer fields than there are columns: refused, or filled up with NULL.</source>
        <translation>Filas con menos campos que columnas: rechazadas, o completadas con NULL.</translation>
    </message>
    <message>
        <source>Text with one row a line, for every spreadsheet and database.</source>
        <translation>Texto con una fila por línea, para cualquier hoja de cálculo y base de datos.</translation>
    </message>
    <message>
        <source>One object a line, a row each; numbers and text are told apart.</source>
        <translation>Un objeto por línea, una fila cada uno; se distinguen números y texto.</translation>
    </message>
    <message>
        <source>One array of objects, a row each; numbers and text are told apart.</source>
        <translation>Una matriz de objetos, una fila cada uno; se distinguen números y texto.</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>What a backslash in a text means: itself (standard) or an escape (mysql).</source>
        <translation>Lo que significa una barra inversa en un texto: ella misma (standard) o un escape (mysql).</translation>
    </message>
    <message>
        <source>Rows in a statement</source>
        <translation>Filas por sentencia</translation>
    </message>
    <message>
        <source>How many rows one INSERT holds at most.</source>
        <translation>Cuántas filas contiene como máximo un INSERT.</translation>
    </message>
    <message>
        <source>Table name</source>
        <translation>Nombre de la tabla</translation>
    </message>
    <message>
        <source>The name to insert into, if it is not the table&apos;s own.</source>
        <translation>El nombre en el que insertar, si no es el de la propia tabla.</translation>
    </message>
    <message>
        <source>SQL script</source>
        <translation>Script SQL</translation>
    </message>
    <message>
        <source>INSERT statements of literals. Read without being run: anything else in a script is refused.</source>
        <translation>Sentencias INSERT con literales. Se leen sin ejecutarse: lo demás en un script se rechaza.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>How pages are packed.</source>
        <translation>Cómo se comprimen las páginas.</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>declared: each column in the Parquet type that its declared type is; plain: decimals, dates, times and UUIDs as text; text: every column as text.</source>
        <translation>declared: cada columna en el tipo Parquet de su tipo declarado; plain: decimales, fechas, horas y UUID como texto; text: todas las columnas como texto.</translation>
    </message>
    <message>
        <source>Times and timestamps</source>
        <translation>Horas y marcas de tiempo</translation>
    </message>
    <message>
        <source>The unit that times and timestamps are counted in.</source>
        <translation>La unidad en que se cuentan las horas y marcas de tiempo.</translation>
    </message>
    <message>
        <source>Kinds of cells</source>
        <translation>Clases de celdas</translation>
    </message>
    <message>
        <source>tagged: values that their column&apos;s type cannot hold exactly stand in a column of their own, so that Galley reads them back; plain: they are refused.</source>
        <translation>tagged: los valores que el tipo de su columna no puede contener con exactitud van en una columna propia, para que Galley los vuelva a leer; plain: se rechazan.</translation>
    </message>
    <message>
        <source>Rows of a row group</source>
        <translation>Filas por grupo de filas</translation>
    </message>
    <message>
        <source>How many rows are written and read at once.</source>
        <translation>Cuántas filas se escriben y leen a la vez.</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>Diccionarios</translation>
    </message>
    <message>
        <source>Writes columns with few different values as numbers of these.</source>
        <translation>Escribe las columnas con pocos valores distintos como números de estos.</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Sumas de verificación</translation>
    </message>
    <message>
        <source>Writes a CRC-32 with each page, which readers check.</source>
        <translation>Escribe con cada página un CRC-32 que los lectores comprueban.</translation>
    </message>
    <message>
        <source>Typed columns in a packed file, for DuckDB, Spark, pandas and data lakes.</source>
        <translation>Columnas con tipo en un archivo comprimido, para DuckDB, Spark, pandas y lagos de datos.</translation>
    </message>
    <message>
        <source>Profile of rules</source>
        <translation>Perfil de reglas</translation>
    </message>
    <message>
        <source>A file of what is to be changed for another environment; see docs/formats.md.</source>
        <translation>Un archivo con lo que se debe cambiar para otro entorno; véase docs/formats.md.</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Conjuntos de datos</translation>
    </message>
    <message>
        <source>Only rows whose column dataset is one of these (separated by commas).</source>
        <translation>Solo las filas cuya columna dataset es una de estas (separadas por comas).</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>The schema in the statements (default: the source&apos;s, public for SQLite).</source>
        <translation>El esquema en las sentencias (por defecto: el del origen, public para SQLite).</translation>
    </message>
    <message>
        <source>Order of tables</source>
        <translation>Orden de las tablas</translation>
    </message>
    <message>
        <source>Tables that come first, in this order (separated by commas).</source>
        <translation>Tablas que van primero, en este orden (separadas por comas).</translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation>Llamadas del servidor</translation>
    </message>
    <message>
        <source>Of a server: db is db-export and db-import (2022.02 and later); get-exports, or get-export for one dataset at a time, and run-import are older.</source>
        <translation>De un servidor: db es db-export y db-import (2022.02 y posteriores); get-exports, o get-export para un conjunto de datos cada vez, y run-import son anteriores.</translation>
    </message>
    <message>
        <source>The payload of Collibra DQ&apos;s get-export and run-import: a JSON array of INSERT statements, with rules for another environment.</source>
        <translation>La carga de get-export y run-import de Collibra DQ: una matriz JSON de sentencias INSERT, con reglas para otro entorno.</translation>
    </message>
    <message>
        <source>A folder or zip with one file for each table, the schema and checksums; other tools read it as a Frictionless Data Package.</source>
        <translation>Una carpeta o zip con un archivo por tabla, el esquema y sumas de verificación; otras herramientas lo leen como Frictionless Data Package.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Only these classes (separated by commas or blanks).</source>
        <translation>Solo estas clases (separadas por comas o espacios).</translation>
    </message>
    <message>
        <source>Classes to leave out</source>
        <translation>Clases que omitir</translation>
    </message>
    <message>
        <source>All classes but these.</source>
        <translation>Todas las clases menos estas.</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>Usuarios y roles</translation>
    </message>
    <message>
        <source>Reads OUser with its password hashes, ORole and the other classes of OrientDB&apos;s security, too.</source>
        <translation>Lee también OUser con sus hashes de contraseña, ORole y las demás clases de seguridad de OrientDB.</translation>
    </message>
    <message>
        <source>Edges listed by vertices</source>
        <translation>Aristas indicadas por los vértices</translation>
    </message>
    <message>
        <source>Reads in_… and out_… of vertices; the edges&apos; own records say the same.</source>
        <translation>Lee in_… y out_… de los vértices; los registros propios de las aristas dicen lo mismo.</translation>
    </message>
    <message>
        <source>Links as references</source>
        <translation>Enlaces como referencias</translation>
    </message>
    <message>
        <source>Links become foreign keys, and each must lead to a record; false: plain text.</source>
        <translation>Los enlaces pasan a ser claves foráneas, y cada uno debe llevar a un registro; false: texto simple.</translation>
    </message>
    <message>
        <source>Links into nothing</source>
        <translation>Enlaces a ninguna parte</translation>
    </message>
    <message>
        <source>What becomes of a record whose link leads to no record: refused, or the link becomes NULL.</source>
        <translation>Qué pasa con un registro cuyo enlace no lleva a ningún registro: se rechaza, o el enlace pasa a NULL.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>The zone of the database, in which its dates begin at midnight.</source>
        <translation>La zona de la base de datos, en la que sus fechas empiezan a medianoche.</translation>
    </message>
    <message>
        <source>Keep cluster numbers</source>
        <translation>Conservar los números de clúster</translation>
    </message>
    <message>
        <source>Record ids keep their clusters; false: 100 is added, so that the clusters of a new database are not in the way.</source>
        <translation>Los identificadores de registro conservan sus clústeres; false: se suma 100 para que los clústeres de una base de datos nueva no estorben.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>DATE and DATETIME, which have milliseconds in UTC; or text, which keeps all digits.</source>
        <translation>DATE y DATETIME, que tienen milisegundos en UTC; o texto, que conserva todas las cifras.</translation>
    </message>
    <message>
        <source>How hard to pack</source>
        <translation>Nivel de compresión</translation>
    </message>
    <message>
        <source>Of a file that ends in .gz: 0 (not at all) to 9 (smallest and slowest).</source>
        <translation>De un archivo que termina en .gz: de 0 (nada) a 9 (lo más pequeño y lento).</translation>
    </message>
    <message>
        <source>The file of OrientDB&apos;s EXPORT DATABASE, versions 1.x to 3.2: classes as tables, edges as link tables.</source>
        <translation>El archivo de EXPORT DATABASE de OrientDB, versiones 1.x a 3.2: clases como tablas, aristas como tablas de enlace.</translation>
    </message>
    <message>
        <source>Header line (CSV)</source>
        <translation>Línea de cabecera (CSV)</translation>
    </message>
    <message>
        <source>Whether the first line of a CSV file names the columns.</source>
        <translation>Si la primera línea de un archivo CSV nombra las columnas.</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Claves foráneas</translation>
    </message>
    <message>
        <source>Beside pure link tables: columns only, or relationship tables, too.</source>
        <translation>Además de las tablas de enlace puras: solo columnas, o también tablas de relaciones.</translation>
    </message>
    <message>
        <source>Empty text in CSV</source>
        <translation>Texto vacío en CSV</translation>
    </message>
    <message>
        <source>Kùzu&apos;s CSV reads an empty text as NULL: refuse to write it, or let it be NULL.</source>
        <translation>El CSV de Kùzu lee un texto vacío como NULL: negarse a escribirlo, o dejar que sea NULL.</translation>
    </message>
    <message>
        <source>Columns as text</source>
        <translation>Columnas como texto</translation>
    </message>
    <message>
        <source>Columns to be written as STRING, with commas between them: NAME, TABLE.NAME, or * for all.</source>
        <translation>Columnas que se escriben como STRING, separadas por comas: NOMBRE, TABLA.NOMBRE, o * para todas.</translation>
    </message>
    <message>
        <source>Like the export</source>
        <translation>Como la exportación</translation>
    </message>
    <message>
        <source>An export directory of Kùzu whose types, sequences, macros and indexes are taken over, for tables that were imported from it.</source>
        <translation>Un directorio de exportación de Kùzu cuyos tipos, secuencias, macros e índices se adoptan, para tablas que se importaron de él.</translation>
    </message>
    <message>
        <source>An export directory of the graph databases Kùzu and Ladybug: node tables are tables, relationship tables link tables.</source>
        <translation>Un directorio de exportación de las bases de datos de grafos Kùzu y Ladybug: las tablas de nodos son tablas; las de relaciones, tablas de enlace.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
    <message>
        <source>Fully qualified name of what the rows of a plain file belong to (default: as the file&apos;s name says, SERVICE.DATABASE.schemas.csv).</source>
        <translation>Nombre completo de aquello a lo que pertenecen las filas de un archivo simple (por defecto: lo que dice el nombre del archivo, SERVICE.DATABASE.schemas.csv).</translation>
    </message>
    <message>
        <source>Service and database</source>
        <translation>Servicio y base de datos</translation>
    </message>
    <message>
        <source>SERVICE.DATABASE to stand in all fully qualified names in place of those that are there.</source>
        <translation>SERVICE.DATABASE que sustituye en todos los nombres completos a los que haya.</translation>
    </message>
    <message>
        <source>List of owners</source>
        <translation>Lista de propietarios</translation>
    </message>
    <message>
        <source>A text file with one user:NAME or team:NAME in each line: other owners are refused.</source>
        <translation>Un archivo de texto con un user:NAME o team:NAME por línea: se rechazan otros propietarios.</translation>
    </message>
    <message>
        <source>Names that differ in case</source>
        <translation>Nombres que difieren en mayúsculas</translation>
    </message>
    <message>
        <source>alike: two names that differ in case only are refused; distinct: they are two names.</source>
        <translation>alike: se rechazan dos nombres que solo difieren en mayúsculas; distinct: son dos nombres.</translation>
    </message>
    <message>
        <source>As comments</source>
        <translation>Como comentarios</translation>
    </message>
    <message>
        <source>Only the descriptions of tables and columns, as a table of comments: what an import into comments:DB takes.</source>
        <translation>Solo las descripciones de tablas y columnas, como tabla de comentarios: lo que toma una importación en comments:DB.</translation>
    </message>
    <message>
        <source>Columns of version</source>
        <translation>Columnas de la versión</translation>
    </message>
    <message>
        <source>The OpenMetadata version whose columns are written; a server takes its own only.</source>
        <translation>La versión de OpenMetadata cuyas columnas se escriben; un servidor solo acepta las suyas.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>Of a server: everything below, not only what is next to it.</source>
        <translation>De un servidor: todo lo que hay debajo, no solo lo inmediato.</translation>
    </message>
    <message>
        <source>As a job on the server</source>
        <translation>Como tarea en el servidor</translation>
    </message>
    <message>
        <source>The server works in the background and tells when it is done.</source>
        <translation>El servidor trabaja en segundo plano y avisa cuando ha terminado.</translation>
    </message>
    <message>
        <source>Names, descriptions, owners, tags and types of schemas, tables and columns, no rows: the CSV that OpenMetadata exports and imports.</source>
        <translation>Nombres, descripciones, propietarios, etiquetas y tipos de esquemas, tablas y columnas, sin filas: el CSV que OpenMetadata exporta e importa.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>The SQLite file.</source>
        <translation>El archivo SQLite.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Name or address of the server.</source>
        <translation>Nombre o dirección del servidor.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>The port that the server listens on; empty for the usual one.</source>
        <translation>El puerto en el que escucha el servidor; vacío para el habitual.</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Instead of a host: a server on this machine is reached through this socket or folder.</source>
        <translation>En lugar de un servidor: se accede a un servidor de esta máquina por este socket o carpeta.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>The name of the database on the server.</source>
        <translation>El nombre de la base de datos en el servidor.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>The name that you have on the server.</source>
        <translation>El nombre que usted tiene en el servidor.</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifrado (TLS)</translation>
    </message>
    <message>
        <source>verify-full is the only mode that nobody on the way can read or pretend to be the server.</source>
        <translation>verify-full es el único modo en que nadie por el camino puede leer ni hacerse pasar por el servidor.</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>Certificado de la CA</translation>
    </message>
    <message>
        <source>The certificate of the authority that vouches for the server.</source>
        <translation>El certificado de la autoridad que avala al servidor.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificado de cliente</translation>
    </message>
    <message>
        <source>Your own certificate, where the server wants one.</source>
        <translation>Su propio certificado, si el servidor lo pide.</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Clave de cliente</translation>
    </message>
    <message>
        <source>The key of your certificate.</source>
        <translation>La clave de su certificado.</translation>
    </message>
    <message>
        <source>Timeout (seconds)</source>
        <translation>Tiempo de espera (segundos)</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>Cuánto esperar al servidor al conectar.</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>Origen de datos</translation>
    </message>
    <message>
        <source>The name (DSN) of a data source of this machine.</source>
        <translation>El nombre (DSN) de un origen de datos de esta máquina.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Controlador</translation>
    </message>
    <message>
        <source>Instead of a data source: the name of a driver.</source>
        <translation>En lugar de un origen de datos: el nombre de un controlador.</translation>
    </message>
    <message>
        <source>The name that you have there (UID).</source>
        <translation>El nombre que usted tiene allí (UID).</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>What else the driver is told: Server=db;Database=shop</source>
        <translation>Qué más se le indica al controlador: Server=db;Database=shop</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Row groups</source>
        <translation>Grupos de filas</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Creado por</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitidas</translation>
    </message>
    <message>
        <source>every line is followed by an empty one</source>
        <translation>a cada línea le sigue una vacía</translation>
    </message>
    <message>
        <source>the file says so in its first line</source>
        <translation>el archivo lo dice en su primera línea</translation>
    </message>
    <message>
        <source>the first line holds no delimiter: one column</source>
        <translation>la primera línea no contiene delimitador: una columna</translation>
    </message>
    <message>
        <source>not every line has as many</source>
        <translation>no todas las líneas tienen la misma cantidad</translation>
    </message>
    <message>
        <source>in the first line</source>
        <translation>en la primera línea</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>the first line looks like data</source>
        <translation>la primera línea parece contener datos</translation>
    </message>
    <message>
        <source>some names look like numbers</source>
        <translation>algunos nombres parecen números</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>point</source>
        <translation>punto</translation>
    </message>
    <message>
        <source>numbers with comma and numbers with point</source>
        <translation>números con coma y números con punto</translation>
    </message>
    <message>
        <source>day and month cannot be told apart</source>
        <translation>no se distinguen el día y el mes</translation>
    </message>
    <message>
        <source>write the dates as YYYY-MM-DD</source>
        <translation>escriba las fechas como AAAA-MM-DD</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>primero el día</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>primero el mes</translation>
    </message>
    <message>
        <source>standard SQL</source>
        <translation>SQL estándar</translation>
    </message>
    <message>
        <source>a backslash in front of a quote is refused until you say</source>
        <translation>una barra inversa delante de unas comillas se rechaza hasta que usted lo indique</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Aplicando</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Look at files</source>
        <translation>Examinar archivos</translation>
    </message>
    <message>
        <source>Make the sample database</source>
        <translation>Crear la base de datos de ejemplo</translation>
    </message>
    <message>
        <source>Repair rejected rows</source>
        <translation>Corregir las filas rechazadas</translation>
    </message>
    <message>
        <source>Export the metadata of %1 to %2</source>
        <translation>Exportar los metadatos de %1 a %2</translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation>Exportar desde %1</translation>
    </message>
    <message>
        <source>Export %1 to %2</source>
        <translation>Exportar %1 a %2</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>Importar en %1</translation>
    </message>
    <message>
        <source>Preview %1 into %2</source>
        <translation>Vista previa de %1 en %2</translation>
    </message>
    <message>
        <source>Apply changes to %1</source>
        <translation>Aplicar cambios a %1</translation>
    </message>
    <message>
        <source>Undo on %1</source>
        <translation>Deshacer en %1</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>Comparar %1 con %2</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>Verificar %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Dates in %1</source>
        <translation>Fechas en %1</translation>
    </message>
    <message>
        <source>%1 is as likely</source>
        <translation>%1 es igual de probable</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Ensayando</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>Orden de las fechas</translation>
    </message>
    <message>
        <source>Of columns of dates: YYYY-MM-DD, or day or month first as in 31/12/1999.</source>
        <translation>De las columnas de fechas: AAAA-MM-DD, o primero el día o el mes como en 31/12/1999.</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>barra vertical</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixtos</translation>
    </message>
    <message>
        <source>the file begins with its byte order mark</source>
        <translation>el archivo empieza con su marca de orden de bytes</translation>
    </message>
    <message>
        <source>every character is well-formed UTF-8</source>
        <translation>todos los caracteres son UTF-8 válido</translation>
    </message>
    <message>
        <source>every second byte is NUL</source>
        <translation>uno de cada dos bytes es NUL</translation>
    </message>
    <message>
        <source>no field stands in quotes</source>
        <translation>ningún campo va entre comillas</translation>
    </message>
    <message>
        <source>words in the first line, numbers or dates below</source>
        <translation>palabras en la primera línea; debajo, números o fechas</translation>
    </message>
    <message>
        <source>the first line holds words only</source>
        <translation>la primera línea solo contiene palabras</translation>
    </message>
    <message>
        <source>no number has a fraction</source>
        <translation>ningún número tiene fracción</translation>
    </message>
    <message>
        <source>%1 fields stand in quotes</source>
        <translation>%1 campos van entre comillas</translation>
    </message>
    <message>
        <source>%1 in %2 of %3 lines</source>
        <translation>%1 en %2 de %3 líneas</translation>
    </message>
    <message>
        <source>%1 fields in %2 % of %3 lines</source>
        <translation>%1 campos en el %2 % de %3 líneas</translation>
    </message>
    <message>
        <source>%1 of the first numbers have one</source>
        <translation>%1 de los primeros números lo tienen</translation>
    </message>
</context>
<context>
    <name>galley::CountsBar</name>
    <message>
        <source>%1 inserted, %2 changed, %3 deleted, %4 rejected, %5 unchanged</source>
        <translation>%1 insertadas, %2 modificadas, %3 eliminadas, %4 rechazadas, %5 sin cambios</translation>
    </message>
</context>
<context>
    <name>galley::DatabasePage</name>
    <message>
        <source>&amp;Stop measuring</source>
        <translation>&amp;Detener la medición</translation>
    </message>
    <message>
        <source>&amp;Count the rows</source>
        <translation>&amp;Contar las filas</translation>
    </message>
    <message>
        <source>Tables of %1 by their size</source>
        <translation>Tablas de %1 por tamaño</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Tables and their sizes</source>
        <translation>Tablas y sus tamaños</translation>
    </message>
    <message>
        <source>Not measured; the picture shows rows.</source>
        <translation>Sin medir; la imagen muestra filas.</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 tabla</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>By the room that tables take, with their indexes.</source>
        <translation>Por el espacio que ocupan las tablas, con sus índices.</translation>
    </message>
    <message>
        <source>By rows: this database does not tell the size of its tables.</source>
        <translation>Por filas: esta base de datos no indica el tamaño de sus tablas.</translation>
    </message>
    <message>
        <source>“About” is the database&apos;s own estimate: nothing was counted for it.</source>
        <translation>«Unos» es la estimación de la propia base de datos: no se contó nada para ello.</translation>
    </message>
    <message>
        <source>There are no tables here.</source>
        <translation>No hay tablas aquí.</translation>
    </message>
</context>
<context>
    <name>galley::DeleteConfirm</name>
    <message>
        <source>Delete %1 rows?</source>
        <translation>¿Eliminar %1 filas?</translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation>Se eliminará 1 fila</translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation>Se eliminarán %1 filas</translation>
    </message>
    <message>
        <source>&amp;Type the number %1 to go on:</source>
        <translation>&amp;Escriba el número %1 para continuar:</translation>
    </message>
    <message>
        <source>Number of rows to delete</source>
        <translation>Número de filas que eliminar</translation>
    </message>
    <message>
        <source>&amp;Delete and apply</source>
        <translation>Eliminar &amp;y aplicar</translation>
    </message>
</context>
<context>
    <name>galley::DesktopNotice</name>
    <message>
        <source>Done: %1</source>
        <translation>Terminado: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Falló: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>galley::DragOut</name>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
</context>
<context>
    <name>galley::DropGhost</name>
    <message>
        <source>What a drop would do</source>
        <translation>Lo que haría al soltar</translation>
    </message>
</context>
<context>
    <name>galley::DropGuide</name>
    <message>
        <source>Open %1 in this window first</source>
        <translation>Abra antes %1 en esta ventana</translation>
    </message>
</context>
<context>
    <name>galley::DropPlan</name>
    <message>
        <source>table %1 of %2</source>
        <translation>tabla %1 de %2</translation>
    </message>
    <message>
        <source>schema %1 of %2</source>
        <translation>esquema %1 de %2</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>No se puede abrir %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be imported here: it holds several files</source>
        <translation>%1 no se puede importar aquí: contiene varios archivos</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importar %1</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>Importar %1 en %2</translation>
    </message>
    <message>
        <source>Import %1 files, one after the other</source>
        <translation>Importar %1 archivos, uno tras otro</translation>
    </message>
    <message>
        <source>Import %1 files into %2, one after the other</source>
        <translation>Importar %1 archivos en %2, uno tras otro</translation>
    </message>
    <message>
        <source>Import %1 files together, a table each</source>
        <translation>Importar %1 archivos juntos, una tabla cada uno</translation>
    </message>
    <message>
        <source>Import %1 files into %2, a table each</source>
        <translation>Importar %1 archivos en %2, una tabla cada uno</translation>
    </message>
    <message>
        <source>Copy the tables of %1 to %2 (preview first)</source>
        <translation>Copiar las tablas de %1 en %2 (antes, vista previa)</translation>
    </message>
    <message>
        <source>Import the files in %1</source>
        <translation>Importar los archivos de %1</translation>
    </message>
    <message>
        <source>Import the files in %1 into %2</source>
        <translation>Importar los archivos de %1 en %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Show the changes in %1</source>
        <translation>Mostrar los cambios de %1</translation>
    </message>
    <message>
        <source>%1 is read-only: the files are only compared</source>
        <translation>%1 es de solo lectura: los archivos solo se comparan</translation>
    </message>
    <message>
        <source>Cannot import into the view %1</source>
        <translation>No se puede importar en la vista %1</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>Examinar %1</translation>
    </message>
    <message>
        <source>Look at %1, for %2</source>
        <translation>Examinar %1, para %2</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>tabla %1</translation>
    </message>
    <message>
        <source>all %1 tables of %2</source>
        <translation>las %1 tablas de %2</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
    <message>
        <source>Drop it on a database, to copy %1 there</source>
        <translation>Suéltelo en una base de datos para copiar allí %1</translation>
    </message>
    <message>
        <source>Cannot: the table is in %1 already</source>
        <translation>No es posible: la tabla ya está en %1</translation>
    </message>
    <message>
        <source>Cannot: the tables are in %1 already</source>
        <translation>No es posible: las tablas ya están en %1</translation>
    </message>
    <message>
        <source>Cannot copy to %1: it takes files, not tables</source>
        <translation>No se puede copiar en %1: acepta archivos, no tablas</translation>
    </message>
    <message>
        <source>Cannot copy to %1: the connection is read-only</source>
        <translation>No se puede copiar en %1: la conexión es de solo lectura</translation>
    </message>
    <message>
        <source>Cannot copy into the view %1</source>
        <translation>No se puede copiar en la vista %1</translation>
    </message>
    <message>
        <source>Copy the rows of %1 into %2 (preview first)</source>
        <translation>Copiar las filas de %1 en %2 (antes, vista previa)</translation>
    </message>
    <message>
        <source>Copy %1 to %2 (preview first)</source>
        <translation>Copiar %1 en %2 (antes, vista previa)</translation>
    </message>
</context>
<context>
    <name>galley::ErrorDialog</name>
    <message>
        <source>A job failed</source>
        <translation>Una tarea falló</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Los datos</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>galley::ExportWizard</name>
    <message>
        <source>Reading the tables of %1…</source>
        <translation>Leyendo las tablas de %1…</translation>
    </message>
    <message>
        <source>Tables to export</source>
        <translation>Tablas que exportar</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>Structure: tables, indexes, views and triggers</source>
        <translation>Estructura: tablas, índices, vistas y disparadores</translation>
    </message>
    <message>
        <source>Layout of the export</source>
        <translation>Disposición de la exportación</translation>
    </message>
    <message>
        <source>Format of the data</source>
        <translation>Formato de los datos</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>One &amp;zip file, with checksums and a seal</source>
        <translation>Un archivo &amp;zip, con sumas de verificación y sello</translation>
    </message>
    <message>
        <source>A &amp;folder, with checksums</source>
        <translation>Una &amp;carpeta, con sumas de verificación</translation>
    </message>
    <message>
        <source>One &amp;plain file: one table, rows only</source>
        <translation>Un archivo si&amp;mple: una tabla, solo filas</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>&amp;Replace what is there</source>
        <translation>&amp;Reemplazar lo que haya</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>Lo mismo en la línea de órdenes</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 tabla</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>One &amp;zip file</source>
        <translation>Un archivo &amp;zip</translation>
    </message>
    <message>
        <source>A &amp;folder</source>
        <translation>Una &amp;carpeta</translation>
    </message>
    <message>
        <source>One file for a&amp;ll tables</source>
        <translation>Un archivo para todas &amp;las tablas</translation>
    </message>
    <message>
        <source> Only the structure is written.</source>
        <translation> Solo se escribe la estructura.</translation>
    </message>
    <message>
        <source>

Everything is read back and compared before the export gets its name. If anything fails, nothing is left behind.</source>
        <translation>

Todo se vuelve a leer y se compara antes de que la exportación reciba su nombre. Si algo falla, no queda nada.</translation>
    </message>
    <message>
        <source>

The export is not read back.</source>
        <translation>

La exportación no se vuelve a leer.</translation>
    </message>
    <message>
        <source>
What is there now is replaced, once the new export is complete.</source>
        <translation>
Lo que hay ahora se reemplaza cuando la nueva exportación esté completa.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What shall be exported?</source>
        <translation>¿Qué se debe exportar?</translation>
    </message>
    <message>
        <source>The tables are still being read</source>
        <translation>Las tablas aún se están leyendo</translation>
    </message>
    <message>
        <source>Choose at least one table</source>
        <translation>Elija al menos una tabla</translation>
    </message>
    <message>
        <source>Choose rows, structure or both</source>
        <translation>Elija filas, estructura o ambas</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>In which format are the rows written?</source>
        <translation>¿En qué formato se escriben las filas?</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>Elija un formato</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>Where does the export go?</source>
        <translation>¿Adónde va la exportación?</translation>
    </message>
    <message>
        <source>Choose where the export goes</source>
        <translation>Elija adónde va la exportación</translation>
    </message>
    <message>
        <source>One plain file holds one table: choose one, or a zip or a folder</source>
        <translation>Un archivo simple contiene una tabla: elija una, o un zip o una carpeta</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Ready to export</source>
        <translation>Listo para exportar</translation>
    </message>
    <message>
        <source>Select n&amp;one</source>
        <translation>Seleccionar &amp;nada</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Read e&amp;verything back and compare before it gets its name</source>
        <translation>&amp;Volver a leer todo y comparar antes de darle su nombre</translation>
    </message>
    <message>
        <source>rows not counted</source>
        <translation>filas sin contar</translation>
    </message>
    <message>
        <source>about 1 row</source>
        <translation>aproximadamente 1 fila</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>aproximadamente %1 filas</translation>
    </message>
    <message>
        <source>the rows are being counted</source>
        <translation>se están contando las filas</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>sin filas</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>todas las filas</translation>
    </message>
    <message>
        <source>%1 of %2 tables of %3, %4, go to
%5
as %6.</source>
        <translation>%1 de %2 tablas de %3, %4, van a
%5
como %6.</translation>
    </message>
</context>
<context>
    <name>galley::FactsView</name>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>una suposición</translation>
    </message>
    <message>
        <source>What was detected</source>
        <translation>Lo que se detectó</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Detectado</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>How surely</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>detected: %1, %2</source>
        <translation>detectado: %1, %2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>you set it</source>
        <translation>lo fijó usted</translation>
    </message>
    <message>
        <source>every value of each column fits its type</source>
        <translation>todos los valores de cada columna encajan en su tipo</translation>
    </message>
    <message>
        <source>Types of %1 columns</source>
        <translation>Tipos de %1 columnas</translation>
    </message>
</context>
<context>
    <name>galley::FilterBar</name>
    <message>
        <source>Inserted</source>
        <translation>Insertadas</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificadas</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminadas</translation>
    </message>
    <message>
        <source>Show the rejected rows with their reasons</source>
        <translation>Mostrar las filas rechazadas con sus motivos</translation>
    </message>
    <message>
        <source>Show the rows that stay as they are, instead of the changes</source>
        <translation>Mostrar las filas que quedan como están, en lugar de los cambios</translation>
    </message>
    <message>
        <source>Show or hide these rows; what is hidden is still applied</source>
        <translation>Mostrar u ocultar estas filas; lo oculto se aplica igualmente</translation>
    </message>
    <message>
        <source>Changed columns only</source>
        <translation>Solo modificadas</translation>
    </message>
    <message>
        <source>Hide the columns that no shown row changes; the key stays</source>
        <translation>Ocultar las columnas que ninguna fila mostrada modifica; la clave permanece</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find a text in all rows (Ctrl+F)</source>
        <translation>Buscar un texto en todas las filas (Ctrl+F)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Choose which columns are shown (Ctrl+Shift+C)</source>
        <translation>Elegir qué columnas se muestran (Ctrl+Mayús+C)</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Aceptar todos</translation>
    </message>
    <message>
        <source>Take every change that the filters show</source>
        <translation>Aceptar todos los cambios que muestran los filtros</translation>
    </message>
    <message>
        <source>Decline all</source>
        <translation>Descartar todos</translation>
    </message>
    <message>
        <source>Decline every change that the filters show</source>
        <translation>Descartar todos los cambios que muestran los filtros</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Cambio anterior</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>Cambio anterior (Mayús+F7)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Cambio siguiente</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>Cambio siguiente (F7)</translation>
    </message>
    <message>
        <source>Columns, %1 hidden</source>
        <translation>Columnas, %1 ocultas</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 ocultas</translation>
    </message>
    <message>
        <source>Show %1: %2</source>
        <translation>Mostrar %1: %2</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Show unchanged: %1</source>
        <translation>Mostrar sin cambios: %1</translation>
    </message>
</context>
<context>
    <name>galley::ForgetJob</name>
    <message>
        <source>Forget %1</source>
        <translation>Olvidar %1</translation>
    </message>
</context>
<context>
    <name>galley::GridDelegate</name>
    <message>
        <source>1 byte</source>
        <translation>1 byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
</context>
<context>
    <name>galley::HistoryJob</name>
    <message>
        <source>Read the history</source>
        <translation>Leer el historial</translation>
    </message>
</context>
<context>
    <name>galley::HistoryPage</name>
    <message>
        <source>Interrupted: Galley ended while this was being applied, and only the database knows whether it is. “Undo…” finds out: it changes nothing where the rows are not as applied. Where nothing was applied, “Forget” takes it off this list.</source>
        <translation>Interrumpida: Galley terminó mientras esto se aplicaba, y solo la base de datos sabe si está aplicado. «Deshacer…» lo averigua: no cambia nada donde las filas no están como se aplicaron. Si no se aplicó nada, «Olvidar» la quita de esta lista.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget the import %1</source>
        <translation>Olvidar la importación %1</translation>
    </message>
    <message>
        <source>Forget an import</source>
        <translation>Olvidar una importación</translation>
    </message>
    <message>
        <source>Forget the interrupted import %1?</source>
        <translation>¿Olvidar la importación interrumpida %1?</translation>
    </message>
    <message>
        <source>The database stays as it is. If the import was applied after all, it can no longer be undone.</source>
        <translation>La base de datos queda como está. Si la importación llegó a aplicarse, ya no podrá deshacerse.</translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the changes of %1</source>
        <translation>Mostrar los cambios de %1</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Deshacer…</translation>
    </message>
    <message>
        <source>Undo the import %1</source>
        <translation>Deshacer la importación %1</translation>
    </message>
    <message>
        <source>This import was undone</source>
        <translation>Esta importación se deshizo</translation>
    </message>
    <message>
        <source>Shows what the undo would change, before it changes anything</source>
        <translation>Muestra lo que cambiaría al deshacer, antes de cambiar nada</translation>
    </message>
    <message>
        <source>Applied imports</source>
        <translation>Importaciones aplicadas</translation>
    </message>
    <message>
        <source>Each can be undone while the rows are still what it made of them.</source>
        <translation>Cada una puede deshacerse mientras las filas sigan como las dejó.</translation>
    </message>
    <message>
        <source>Nothing was applied yet.</source>
        <translation>Aún no se ha aplicado nada.</translation>
    </message>
</context>
<context>
    <name>galley::ImportPage</name>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
</context>
<context>
    <name>galley::ImportSummaryPage</name>
    <message>
        <source>The same on the command line</source>
        <translation>Lo mismo en la línea de órdenes</translation>
    </message>
    <message>
        <source>%1 goes into the new table %2 of
%3.</source>
        <translation>%1 va a la tabla nueva %2 de
%3.</translation>
    </message>
    <message>
        <source>%1 is compared with the table %2 of
%3.</source>
        <translation>%1 se compara con la tabla %2 de
%3.</translation>
    </message>
    <message>
        <source>%1 (%2 tables) is compared with
%3.</source>
        <translation>%1 (%2 tablas) se compara con
%3.</translation>
    </message>
    <message>
        <source>

Mode: %1.</source>
        <translation>

Modo: %1.</translation>
    </message>
    <message>
        <source>

Mode: new tables are created, in others rows are inserted or updated.</source>
        <translation>

Modo: se crean las tablas nuevas; en las demás se insertan o actualizan filas.</translation>
    </message>
    <message>
        <source>
Rows are matched by %1.</source>
        <translation>
Las filas se emparejan por %1.</translation>
    </message>
    <message>
        <source>
%1 columns are mapped by hand, %2 get a constant.</source>
        <translation>
%1 columnas se asignan a mano, %2 reciben una constante.</translation>
    </message>
    <message>
        <source>
The changes are rehearsed and rolled back.</source>
        <translation>
Los cambios se ensayan y se revierten.</translation>
    </message>
    <message>
        <source>

Next you see every change, row by row. Only what you then apply is written.</source>
        <translation>

A continuación verá cada cambio, fila por fila. Solo se escribe lo que aplique entonces.</translation>
    </message>
    <message>
        <source>
The types of %1 new columns were chosen.</source>
        <translation>
Se eligieron los tipos de %1 columnas nuevas.</translation>
    </message>
</context>
<context>
    <name>galley::ImportWizard</name>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>What shall be imported?</source>
        <translation>¿Qué se debe importar?</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Into which database and table?</source>
        <translation>¿En qué base de datos y tabla?</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Which column goes where?</source>
        <translation>¿Qué columna va adónde?</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>What happens to rows that are there already?</source>
        <translation>¿Qué pasa con las filas que ya existen?</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Ready to preview: nothing is written</source>
        <translation>Listo para la vista previa: no se escribe nada</translation>
    </message>
</context>
<context>
    <name>galley::InterruptedCards</name>
    <message>
        <source>Interrupted: %1</source>
        <translation>Interrumpida: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Show its changes</source>
        <translation>Mostrar sus cambios</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Mostrar el historial</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>galley::InterruptedJobs</name>
    <message>
        <source>It had ended: the import is undone.</source>
        <translation>Había terminado: la importación está deshecha.</translation>
    </message>
    <message>
        <source>It had been committed: the database has the changes. The history has it as %1.</source>
        <translation>Se había confirmado: la base de datos tiene los cambios. En el historial figura como %1.</translation>
    </message>
    <message>
        <source>Only the database knows whether it was committed: all of it is there, or nothing. “Undo…” in the history finds out, and changes nothing where the rows are not as applied.</source>
        <translation>Solo la base de datos sabe si se confirmó: está todo o nada. «Deshacer…» en el historial lo averigua y no cambia nada donde las filas no están como se aplicaron.</translation>
    </message>
    <message>
        <source>It was not committed: the database is as it was. It is not repeated by itself.</source>
        <translation>No se confirmó: la base de datos está como estaba. No se repite por sí sola.</translation>
    </message>
    <message>
        <source>Galley ended while this was running (begun %1).</source>
        <translation>Galley terminó mientras esto estaba en curso (iniciado %1).</translation>
    </message>
    <message>
        <source>The destination is as it was before.</source>
        <translation>El destino está como estaba antes.</translation>
    </message>
    <message>
        <source>Nothing unfinished was left behind.</source>
        <translation>No quedó nada sin terminar.</translation>
    </message>
    <message>
        <source>Left behind, unfinished: %1</source>
        <translation>Quedó sin terminar: %1</translation>
    </message>
    <message>
        <source>A preview changes nothing in the database.</source>
        <translation>Una vista previa no cambia nada en la base de datos.</translation>
    </message>
</context>
<context>
    <name>galley::JobDetails</name>
    <message>
        <source>The tables are listed here once they are known.</source>
        <translation>Las tablas aparecen aquí en cuanto se conocen.</translation>
    </message>
    <message>
        <source>Tables of this job</source>
        <translation>Tablas de esta tarea</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copiar registro</translation>
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
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Continúa</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Terminado: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Falló: %1</translation>
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
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stopping, everything is rolled back</source>
        <translation>Deteniendo, se revierte todo</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 filas/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>queda %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Done in %1: %2</source>
        <translation>Terminado en %1: %2</translation>
    </message>
    <message>
        <source>Cancelled after %1; nothing was left behind</source>
        <translation>Cancelado tras %1; no quedó nada</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Goes on from where it stands</source>
        <translation>Continúa desde donde está</translation>
    </message>
    <message>
        <source>Stands still and keeps its place: what it reads stays as it was when it began, and the database keeps that snapshot for it</source>
        <translation>Se detiene y conserva su sitio: lo que lee sigue como estaba al empezar, y la base de datos mantiene esa instantánea para ello</translation>
    </message>
    <message>
        <source>Not while its changes are being made: others would wait for its locks</source>
        <translation>No mientras se hacen sus cambios: otros esperarían a sus bloqueos</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Esperando su turno</translation>
    </message>
    <message>
        <source>Waiting for: %1</source>
        <translation>Esperando a: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Pauses after this step</source>
        <translation>Se pausa tras este paso</translation>
    </message>
    <message>
        <source>Failed after %1. %2</source>
        <translation>Falló tras %1. %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
</context>
<context>
    <name>galley::JobTablesModel</name>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
</context>
<context>
    <name>galley::JobsModel</name>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 insertadas</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 modificadas</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 eliminadas</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 rechazadas</translation>
    </message>
    <message>
        <source>1 file written</source>
        <translation>1 archivo escrito</translation>
    </message>
    <message>
        <source>%1 files written</source>
        <translation>%1 archivos escritos</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>The database</source>
        <translation>La base de datos</translation>
    </message>
    <message>
        <source>%1 is as it was: all changes were taken back (rolled back).</source>
        <translation>%1 está como estaba: todos los cambios se retiraron (se revirtieron).</translation>
    </message>
    <message>
        <source>%1 has the changes: they were committed before this went wrong.</source>
        <translation>%1 tiene los cambios: se confirmaron antes de que esto fallara.</translation>
    </message>
    <message>
        <source>It is not known whether %1 has the changes: the connection was lost while they were being committed. All of them are there, or none.</source>
        <translation>No se sabe si %1 tiene los cambios: se perdió la conexión mientras se confirmaban. Están todos o ninguno.</translation>
    </message>
    <message>
        <source>No database was changed. %1 was not written; what was there before is as it was.</source>
        <translation>No se cambió ninguna base de datos. %1 no se escribió; lo que había antes está como estaba.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>y 1 más</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Hay tareas en curso</translation>
    </message>
    <message>
        <source>A job is running. Cancel it and quit?</source>
        <translation>Hay una tarea en curso. ¿Cancelarla y salir?</translation>
    </message>
    <message>
        <source>%1 jobs are running. Cancel them and quit?</source>
        <translation>Hay %1 tareas en curso. ¿Cancelarlas y salir?</translation>
    </message>
    <message>
        <source>A cancelled import changes nothing; a cancelled export leaves no file.</source>
        <translation>Una importación cancelada no cambia nada; una exportación cancelada no deja ningún archivo.</translation>
    </message>
    <message>
        <source>Cancel and quit</source>
        <translation>Cancelar y salir</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Quit when done</source>
        <translation>Salir al terminar</translation>
    </message>
    <message>
        <source>Look into the history once the server can be reached again: “Undo…” finds out what was committed, and changes nothing where the rows are not as applied.</source>
        <translation>Consulte el historial cuando el servidor vuelva a estar accesible: «Deshacer…» averigua qué se confirmó y no cambia nada donde las filas no están como se aplicaron.</translation>
    </message>
    <message>
        <source>See whether the server can be reached, then try again.</source>
        <translation>Compruebe que se puede acceder al servidor e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Ask whoever runs the database or the folder for the right to do this.</source>
        <translation>Pida permiso para hacerlo a quien administre la base de datos o la carpeta.</translation>
    </message>
    <message>
        <source>Make the preview again: it shows the data as it is now.</source>
        <translation>Vuelva a hacer la vista previa: muestra los datos tal como están ahora.</translation>
    </message>
    <message>
        <source>Look whether the path is right and the folder can be written to, then try again.</source>
        <translation>Compruebe que la ruta es correcta y que se puede escribir en la carpeta, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Try again; if it fails the same way, the details say where to look.</source>
        <translation>Inténtelo de nuevo; si falla igual, los detalles indican dónde mirar.</translation>
    </message>
    <message>
        <source>The server knows no transaction: what it took before this went wrong is kept.</source>
        <translation>El servidor no tiene transacciones: lo que aceptó antes de que esto fallara se conserva.</translation>
    </message>
    <message>
        <source>Make the preview again: it shows what is still missing.</source>
        <translation>Vuelva a hacer la vista previa: muestra lo que aún falta.</translation>
    </message>
</context>
<context>
    <name>galley::JobsPanel</name>
    <message>
        <source>No jobs yet: exports, previews and imports show up here.</source>
        <translation>Aún no hay tareas: las exportaciones, vistas previas e importaciones aparecen aquí.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
</context>
<context>
    <name>galley::Json</name>
    <message>
        <source>not valid JSON at character %1: %2</source>
        <translation>JSON no válido en el carácter %1: %2</translation>
    </message>
</context>
<context>
    <name>galley::LoadRowsModel</name>
    <message>
        <source>The rows cannot be shown: %1</source>
        <translation>Las filas no se pueden mostrar: %1</translation>
    </message>
    <message>
        <source>Rows that stay as they are, read from the database: %1 are the same in the source</source>
        <translation>Filas que quedan como están, leídas de la base de datos: %1 son iguales en el origen</translation>
    </message>
    <message>
        <source>%1. The first %2 are shown.</source>
        <translation>%1. Se muestran las primeras %2.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source</source>
        <translation>Las primeras %1 de %2 filas, leídas del origen</translation>
    </message>
    <message>
        <source>One row, read from the source</source>
        <translation>Una fila, leída del origen</translation>
    </message>
    <message>
        <source>All %1 rows, read from the source</source>
        <translation>Las %1 filas, leídas del origen</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source as you scroll</source>
        <translation>Las primeras %1 de %2 filas, leídas del origen al desplazarse</translation>
    </message>
    <message>
        <source>%1 rows, read from the source as you scroll</source>
        <translation>%1 filas, leídas del origen al desplazarse</translation>
    </message>
</context>
<context>
    <name>galley::MainWindow</name>
    <message>
        <source>Remove connection</source>
        <translation>Eliminar conexión</translation>
    </message>
    <message>
        <source>Remove the saved connection “%1”?</source>
        <translation>¿Eliminar la conexión guardada «%1»?</translation>
    </message>
    <message>
        <source>The database itself stays as it is. A password in the keyring is removed.</source>
        <translation>La base de datos en sí queda como está. Se elimina la contraseña que haya en el llavero.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>A&amp;brir base de datos…</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>&amp;Nueva conexión…</translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation>Abrir la base de datos de e&amp;jemplo</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>Cerrar &amp;pestaña</translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation>&amp;Cerrar base de datos</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vaciar esta lista</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Value pane</source>
        <translation>Panel de &amp;valor</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Datos</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Estructura</translation>
    </message>
    <message>
        <source>Go to &amp;tree</source>
        <translation>Ir al ár&amp;bol</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About Galley</source>
        <translation>Acerca de &amp;Galley</translation>
    </message>
    <message>
        <source>About Galley</source>
        <translation>Acerca de Galley</translation>
    </message>
    <message>
        <source>Moves data out of a database and back in, and shows every change before it is made. Free software under the MIT licence. Qt %1.</source>
        <translation>Saca datos de una base de datos y los devuelve, y muestra cada cambio antes de hacerlo. Software libre con licencia MIT. Qt %1.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>Buscar una tabla</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Bases de datos</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>Abrir base de datos</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)</source>
        <translation>Bases de datos SQLite (*.sqlite *.sqlite3 *.db *.db3);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>No hay ninguna base de datos abierta</translation>
    </message>
    <message>
        <source>1 job running</source>
        <translation>1 tarea en curso</translation>
    </message>
    <message>
        <source>%1 jobs running</source>
        <translation>%1 tareas en curso</translation>
    </message>
    <message>
        <source>%1 — Galley</source>
        <translation>%1 — Galley</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Actuali&amp;zar</translation>
    </message>
    <message>
        <source>Its &amp;metadata catalogue</source>
        <translation>Su catálogo de &amp;metadatos</translation>
    </message>
    <message>
        <source>Metadata of %1</source>
        <translation>Metadatos de %1</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Confi&amp;guración…</translation>
    </message>
    <message>
        <source>Preview of importing %1 into %2</source>
        <translation>Vista previa de importar %1 en %2</translation>
    </message>
    <message>
        <source>Export of %1 to %2</source>
        <translation>Exportación de %1 a %2</translation>
    </message>
    <message>
        <source>Saved &amp;jobs</source>
        <translation>&amp;Tareas guardadas</translation>
    </message>
    <message>
        <source>&amp;All saved jobs…</source>
        <translation>&amp;Todas las tareas guardadas…</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>Ejecutar «%1»</translation>
    </message>
    <message>
        <source>Galley ended while a job was running: see Jobs.</source>
        <translation>Galley terminó mientras había una tarea en curso: vea Tareas.</translation>
    </message>
    <message>
        <source>Galley ended while %1 jobs were running: see Jobs.</source>
        <translation>Galley terminó mientras había %1 tareas en curso: vea Tareas.</translation>
    </message>
    <message>
        <source>One more was dropped; it was left alone, because you cancelled.</source>
        <translation>Se soltó uno más; no se tocó porque usted canceló.</translation>
    </message>
    <message>
        <source>%1 more were dropped; they were left alone, because you cancelled.</source>
        <translation>Se soltaron %1 más; no se tocaron porque usted canceló.</translation>
    </message>
    <message>
        <source>Select tables or a database in the tree first</source>
        <translation>Seleccione primero tablas o una base de datos en el árbol</translation>
    </message>
    <message>
        <source>Copy to another &amp;database…</source>
        <translation>C&amp;opiar a otra base de datos…</translation>
    </message>
</context>
<context>
    <name>galley::MappingDetail</name>
    <message>
        <source>&amp;Constant in every row</source>
        <translation>&amp;Constante en cada fila</translation>
    </message>
    <message>
        <source>No constant</source>
        <translation>Sin constante</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>T&amp;ipo</translation>
    </message>
    <message>
        <source>Constant in every row</source>
        <translation>Constante en cada fila</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Name of the new column</source>
        <translation>Nombre de la columna nueva</translation>
    </message>
    <message>
        <source>Type of the new column</source>
        <translation>Tipo de la columna nueva</translation>
    </message>
    <message>
        <source>Choose a target column to say more about it</source>
        <translation>Elija una columna de destino para precisar más</translation>
    </message>
    <message>
        <source>, not NULL</source>
        <translation>, no nulo</translation>
    </message>
</context>
<context>
    <name>galley::MappingLines</name>
    <message>
        <source>Lines between the columns</source>
        <translation>Líneas entre las columnas</translation>
    </message>
</context>
<context>
    <name>galley::MappingModel</name>
    <message>
        <source>The target has no column %1.</source>
        <translation>El destino no tiene la columna %1.</translation>
    </message>
    <message>
        <source>Two source columns go into %1.</source>
        <translation>Dos columnas de origen van a %1.</translation>
    </message>
    <message>
        <source>%1 gets a constant and a source column.</source>
        <translation>%1 recibe una constante y una columna de origen.</translation>
    </message>
    <message>
        <source>No source column goes into the target: map at least one.</source>
        <translation>Ninguna columna de origen va al destino: asigne al menos una.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(omitida)</translation>
    </message>
    <message>
        <source>(constant)</source>
        <translation>(constante)</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nada)</translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation>necesita un valor</translation>
    </message>
    <message>
        <source>left as it is, or NULL</source>
        <translation>queda como está, o NULL</translation>
    </message>
    <message>
        <source>left as it is, or %1</source>
        <translation>queda como está, o %1</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>Del origen</translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation>Al destino</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>¿%1?</translation>
    </message>
</context>
<context>
    <name>galley::MappingPage</name>
    <message>
        <source>(left out)</source>
        <translation>(omitida)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>The source brings several tables: columns of the same name are matched in each.</source>
        <translation>El origen trae varias tablas: en cada una se emparejan las columnas del mismo nombre.</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>Como ta&amp;bla</translation>
    </message>
    <message>
        <source>Columns of the same name are matched. A dashed line is only a suggestion: take it, or draw another. A column without a source can get a constant.</source>
        <translation>Se emparejan las columnas del mismo nombre. Una línea discontinua es solo una sugerencia: acéptela o trace otra. Una columna sin origen puede recibir una constante.</translation>
    </message>
    <message>
        <source>The table is new: it gets these columns. Rename them, choose their types, or leave some out.</source>
        <translation>La tabla es nueva: recibe estas columnas. Cámbieles el nombre, elija sus tipos u omita algunas.</translation>
    </message>
    <message>
        <source>no value in the first rows</source>
        <translation>sin valor en las primeras filas</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>por ejemplo %1</translation>
    </message>
    <message>
        <source>New rows need a value in %1 (not NULL, no default): connect a column, or give a constant.</source>
        <translation>Las filas nuevas necesitan un valor en %1 (no nulo, sin valor predeterminado): conecte una columna o dé una constante.</translation>
    </message>
</context>
<context>
    <name>galley::MappingView</name>
    <message>
        <source>Columns of the source</source>
        <translation>Columnas del origen</translation>
    </message>
    <message>
        <source>Columns of the target</source>
        <translation>Columnas del destino</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>Del origen</translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation>Al destino</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>Take the &amp;suggestion</source>
        <translation>Aceptar la su&amp;gerencia</translation>
    </message>
    <message>
        <source>Take %1 &amp;suggestions</source>
        <translation>Aceptar %1 su&amp;gerencias</translation>
    </message>
    <message>
        <source>goes into %1</source>
        <translation>va a %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>¿%1?</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitida</translation>
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
        <translation>! necesita un valor</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Drag from one side to the other to connect. By keys: Enter on a column of the source, then Enter on where it goes; Del leaves it out.</source>
        <translation>Arrastre de un lado al otro para conectar. Con el teclado: Intro en una columna del origen y luego Intro en su destino; Supr la omite.</translation>
    </message>
    <message>
        <source>Where does “%1” go? Enter connects, Esc leaves it as it was.</source>
        <translation>¿Adónde va «%1»? Intro conecta, Esc lo deja como estaba.</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>Incl&amp;uir</translation>
    </message>
    <message>
        <source>Enter on a column of the source renames what becomes of it, or takes it in again; Del leaves it out.</source>
        <translation>Intro en una columna del origen cambia el nombre de lo que será, o la incluye de nuevo; Supr la omite.</translation>
    </message>
</context>
<context>
    <name>galley::MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation>Ocultar este mensaje</translation>
    </message>
</context>
<context>
    <name>galley::MetadataCatalogueJob</name>
    <message>
        <source>Look at the metadata of %1</source>
        <translation>Examinar los metadatos de %1</translation>
    </message>
</context>
<context>
    <name>galley::MetadataTree</name>
    <message>
        <source>List %1</source>
        <translation>Listar %1</translation>
    </message>
    <message>
        <source>%1 (asking…)</source>
        <translation>%1 (consultando…)</translation>
    </message>
</context>
<context>
    <name>galley::Minimap</name>
    <message>
        <source>Map of the changes</source>
        <translation>Mapa de los cambios</translation>
    </message>
    <message>
        <source>All changes of this table: click to go there</source>
        <translation>Todos los cambios de esta tabla: haga clic para ir allí</translation>
    </message>
</context>
<context>
    <name>galley::ModePage</name>
    <message>
        <source>Insert or update</source>
        <translation>Insertar o actualizar</translation>
    </message>
    <message>
        <source>New rows are inserted, rows with the same key are updated; nothing is deleted.</source>
        <translation>Se insertan las filas nuevas y se actualizan las de la misma clave; no se elimina nada.</translation>
    </message>
    <message>
        <source>Insert only</source>
        <translation>Solo insertar</translation>
    </message>
    <message>
        <source>New rows are inserted; a row whose key is there already is rejected.</source>
        <translation>Se insertan las filas nuevas; se rechaza una fila cuya clave ya existe.</translation>
    </message>
    <message>
        <source>Insert what is missing</source>
        <translation>Insertar lo que falta</translation>
    </message>
    <message>
        <source>New rows are inserted; rows that are there already are left alone.</source>
        <translation>Se insertan las filas nuevas; las que ya existen no se tocan.</translation>
    </message>
    <message>
        <source>Update only</source>
        <translation>Solo actualizar</translation>
    </message>
    <message>
        <source>Rows that are there are updated; new rows are not inserted.</source>
        <translation>Se actualizan las filas existentes; no se insertan filas nuevas.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Reflejar</translation>
    </message>
    <message>
        <source>The table becomes what the source says: rows that it lacks are deleted.</source>
        <translation>La tabla queda como dice el origen: se eliminan las filas que este no tiene.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>The table is emptied, then filled from the source.</source>
        <translation>La tabla se vacía y luego se llena con el origen.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Only into new or empty tables; anything else is refused.</source>
        <translation>Solo en tablas nuevas o vacías; lo demás se rechaza.</translation>
    </message>
    <message>
        <source>&amp;Rehearse: make all changes in a transaction with the real constraints, then roll it back</source>
        <translation>&amp;Ensayar: hacer todos los cambios en una transacción con las restricciones reales y luego revertirla</translation>
    </message>
    <message>
        <source>&amp;Leave rejected rows out and go on (else one rejected row stops the apply)</source>
        <translation>Omiti&amp;r las filas rechazadas y continuar (si no, una fila rechazada impide aplicar)</translation>
    </message>
    <message>
        <source>Keep the &amp;triggers of the tables from running</source>
        <translation>Impedir que se ejecuten los &amp;disparadores de las tablas</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>New tables are created and filled; in others rows are inserted or updated.</source>
        <translation>Las tablas nuevas se crean y se llenan; en las demás se insertan o actualizan filas.</translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation>Columnas clave</translation>
    </message>
    <message>
        <source>the table&apos;s own key</source>
        <translation>la clave propia de la tabla</translation>
    </message>
    <message>
        <source>&amp;Match rows by</source>
        <translation>E&amp;mparejar filas por</translation>
    </message>
    <message>
        <source>Left empty: the primary key, else a unique index without NULL.</source>
        <translation>Vacío: la clave primaria o, si no, un índice único sin NULL.</translation>
    </message>
    <message>
        <source>The table has no key: without one here, whole rows are compared.</source>
        <translation>La tabla no tiene clave: sin una aquí, se comparan filas enteras.</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>Ele&amp;gir</translation>
    </message>
    <message>
        <source>Choose key columns</source>
        <translation>Elegir columnas clave</translation>
    </message>
    <message>
        <source>Unique in the file: looking, %1 so far</source>
        <translation>Única en el archivo: comprobando, %1 hasta ahora</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>Unique in the file: yes, in %1</source>
        <translation>Única en el archivo: sí, en %1</translation>
    </message>
    <message>
        <source>all %1 rows</source>
        <translation>las %1 filas</translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation>1 duplicado</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 duplicados</translation>
    </message>
    <message>
        <source> (first: lines %1 and %2)</source>
        <translation> (primero: líneas %1 y %2)</translation>
    </message>
    <message>
        <source>1 row without a value</source>
        <translation>1 fila sin valor</translation>
    </message>
    <message>
        <source>%1 rows without a value</source>
        <translation>%1 filas sin valor</translation>
    </message>
    <message>
        <source>Unique in the file: no, %1. Those rows will be rejected.</source>
        <translation>Única en el archivo: no, %1. Esas filas se rechazarán.</translation>
    </message>
    <message>
        <source>The new table gets no key, unless columns are named here.</source>
        <translation>La tabla nueva no tendrá clave, salvo que aquí se indiquen columnas.</translation>
    </message>
    <message>
        <source>It becomes the primary key of the new table.</source>
        <translation>Será la clave primaria de la tabla nueva.</translation>
    </message>
    <message>
        <source>%1: the primary key of the table.</source>
        <translation>%1: la clave primaria de la tabla.</translation>
    </message>
    <message>
        <source>%1: a unique index of the table.</source>
        <translation>%1: un índice único de la tabla.</translation>
    </message>
    <message>
        <source>Not the primary key of the table, but its unique index %1.</source>
        <translation>No es la clave primaria de la tabla, pero sí su índice único %1.</translation>
    </message>
    <message>
        <source>The table has no key of its own: several of its rows may match one.</source>
        <translation>La tabla no tiene clave propia: varias de sus filas pueden coincidir con una.</translation>
    </message>
    <message>
        <source>Not the primary key of the table (%1): several of its rows may match one.</source>
        <translation>No es la clave primaria de la tabla (%1): varias de sus filas pueden coincidir con una.</translation>
    </message>
    <message>
        <source>New rows need a value in %1: connect a column on the page before, give a constant, or choose “Update only”.</source>
        <translation>Las filas nuevas necesitan un valor en %1: conecte una columna en la página anterior, dé una constante o elija «Solo actualizar».</translation>
    </message>
    <message>
        <source>The key cannot be used</source>
        <translation>La clave no se puede usar</translation>
    </message>
    <message>
        <source>New rows would lack a value</source>
        <translation>A las filas nuevas les faltaría un valor</translation>
    </message>
</context>
<context>
    <name>galley::OptionsForm</name>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Examinar para: %1</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>(as detected)</source>
        <translation>(según lo detectado)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>Restablecer a lo detectado</translation>
    </message>
    <message>
        <source>Reset to detected: %1</source>
        <translation>Restablecer a lo detectado: %1</translation>
    </message>
    <message>
        <source>(as detected: %1)</source>
        <translation>(según lo detectado: %1)</translation>
    </message>
</context>
<context>
    <name>galley::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation>Guardar&amp;la en el llavero del sistema</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>%1 wants a password.</source>
        <translation>%1 pide una contraseña.</translation>
    </message>
    <message>
        <source>%1 wants the password of %2.</source>
        <translation>%1 pide la contraseña de %2.</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>Co&amp;nectar</translation>
    </message>
</context>
<context>
    <name>galley::PreviewPage</name>
    <message>
        <source>What will happen</source>
        <translation>Lo que ocurrirá</translation>
    </message>
    <message>
        <source>Rows that refer to declined ones</source>
        <translation>Filas que hacen referencia a descartadas</translation>
    </message>
    <message>
        <source>Decline &amp;them, too</source>
        <translation>Descartar&amp;las también</translation>
    </message>
    <message>
        <source>E&amp;xport preview</source>
        <translation>E&amp;xportar vista previa</translation>
    </message>
    <message>
        <source>Write what the preview shows, without what you declined, into a file</source>
        <translation>Escribe en un archivo lo que muestra la vista previa, sin lo descartado</translation>
    </message>
    <message>
        <source>&amp;Page to read (HTML)…</source>
        <translation>&amp;Página para leer (HTML)…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Páginas (*.html)</translation>
    </message>
    <message>
        <source>&amp;Table of changed values (CSV)…</source>
        <translation>&amp;Tabla de valores modificados (CSV)…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Script (SQL)…</source>
        <translation>&amp;Script (SQL)…</translation>
    </message>
    <message>
        <source>Scripts (*.sql)</source>
        <translation>Scripts (*.sql)</translation>
    </message>
    <message>
        <source>Export the preview</source>
        <translation>Exportar la vista previa</translation>
    </message>
    <message>
        <source>changes from %1</source>
        <translation>cambios de %1</translation>
    </message>
    <message>
        <source>The connection is read-only: this can be looked at, not applied.</source>
        <translation>La conexión es de solo lectura: esto se puede ver, pero no aplicar.</translation>
    </message>
    <message>
        <source>In one transaction, read back before it is kept</source>
        <translation>En una transacción, releída antes de confirmarse</translation>
    </message>
    <message>
        <source>&amp;Undo 1 change</source>
        <translation>&amp;Deshacer 1 cambio</translation>
    </message>
    <message>
        <source>&amp;Apply 1 change</source>
        <translation>A&amp;plicar 1 cambio</translation>
    </message>
    <message>
        <source>&amp;Undo %1 changes</source>
        <translation>&amp;Deshacer %1 cambios</translation>
    </message>
    <message>
        <source>&amp;Apply %1 changes</source>
        <translation>A&amp;plicar %1 cambios</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>The preview cannot be shown: %1

%2</source>
        <translation>La vista previa no se puede mostrar: %1

%2</translation>
    </message>
    <message>
        <source>Not all of the preview could be read: %1</source>
        <translation>No se pudo leer toda la vista previa: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Rows that stay as they are</source>
        <translation>Filas que quedan como están</translation>
    </message>
    <message>
        <source>Rows that will be loaded</source>
        <translation>Filas que se cargarán</translation>
    </message>
    <message>
        <source>Undo of %1 in %2</source>
        <translation>Deshacer %1 en %2</translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>1 fila leída</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 filas leídas</translation>
    </message>
    <message>
        <source>Rejected rows (%1)</source>
        <translation>Filas rechazadas (%1)</translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation>Advertencias (%1)</translation>
    </message>
    <message>
        <source>Schema (%1)</source>
        <translation>Esquema (%1)</translation>
    </message>
    <message>
        <source>1 row is the same on both sides.</source>
        <translation>1 fila es igual en ambos lados.</translation>
    </message>
    <message>
        <source>%1 rows are the same on both sides.</source>
        <translation>%1 filas son iguales en ambos lados.</translation>
    </message>
    <message>
        <source>1 row is skipped.</source>
        <translation>Se omite 1 fila.</translation>
    </message>
    <message>
        <source>%1 rows are skipped.</source>
        <translation>Se omiten %1 filas.</translation>
    </message>
    <message>
        <source>No row of this table changes.</source>
        <translation>No cambia ninguna fila de esta tabla.</translation>
    </message>
    <message>
        <source>Compared %1 with %2.</source>
        <translation>Comparado el %1 con %2.</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Compared %1 with %2.</source>
        <translation>Aún no se ha escrito nada. Comparado el %1 con %2.</translation>
    </message>
    <message>
        <source>Reading the preview…</source>
        <translation>Leyendo la vista previa…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Filas rechazadas</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Differences of the tables themselves</source>
        <translation>Diferencias de las propias tablas</translation>
    </message>
    <message>
        <source>Told only: an import changes no table that is there</source>
        <translation>Solo como información: una importación no cambia ninguna tabla existente</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>as it was before the import</source>
        <translation>como estaba antes de la importación</translation>
    </message>
    <message>
        <source>Sorting by kind…</source>
        <translation>Ordenando por tipo…</translation>
    </message>
    <message>
        <source>Sorting by %1…</source>
        <translation>Ordenando por %1…</translation>
    </message>
    <message>
        <source>Find a text</source>
        <translation>Buscar un texto</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Cambio siguiente</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Cambio anterior</translation>
    </message>
    <message>
        <source>Apply, or undo</source>
        <translation>Aplicar o deshacer</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Both hold the same rows in the tables that were compared.</source>
        <translation>Ambas contienen las mismas filas en las tablas comparadas.</translation>
    </message>
    <message>
        <source>only in %2: %1</source>
        <translation>solo en %2: %1</translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation>distintas: %1</translation>
    </message>
    <message>
        <source>Rows %1.</source>
        <translation>Filas %1.</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 comparado con %2</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
</context>
<context>
    <name>galley::ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel sorting</source>
        <translation>Cancelar la ordenación</translation>
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
        <translation>Corregido; era: %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>galley::RejectsPage</name>
    <message>
        <source>Rejected rows</source>
        <translation>Filas rechazadas</translation>
    </message>
    <message>
        <source>Repair a value by a double click or F2 (empty is NULL); then preview again. The file itself is not changed.</source>
        <translation>Corrija un valor con doble clic o F2 (vacío es NULL) y vuelva a hacer la vista previa. El archivo en sí no se modifica.</translation>
    </message>
    <message>
        <source>&amp;Preview again</source>
        <translation>Vista previa de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Preview again with 1 repaired row</source>
        <translation>Vista previa de &amp;nuevo con 1 fila corregida</translation>
    </message>
    <message>
        <source>&amp;Preview again with %1 repaired rows</source>
        <translation>Vista previa de &amp;nuevo con %1 filas corregidas</translation>
    </message>
</context>
<context>
    <name>galley::SaveJobDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>Nombre de la tarea</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>There is a saved job of that name.</source>
        <translation>Ya hay una tarea guardada con ese nombre.</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobs</name>
    <message>
        <source>Saved jobs</source>
        <translation>Tareas guardadas</translation>
    </message>
    <message>
        <source>Replace what is there?</source>
        <translation>¿Reemplazar lo que hay?</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>It stays as it is until the new export is complete.</source>
        <translation>Queda como está hasta que la nueva exportación esté completa.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>Save this job</source>
        <translation>Guardar esta tarea</translation>
    </message>
    <message>
        <source>It is run again from the start page, from “Saved jobs” or with galley run. Passwords are not kept with it.</source>
        <translation>Se vuelve a ejecutar desde la página de inicio, desde «Tareas guardadas» o con galley run. Las contraseñas no se guardan con ella.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Show saved jobs</source>
        <translation>Mostrar tareas guardadas</translation>
    </message>
    <message>
        <source>Rename a saved job</source>
        <translation>Cambiar el nombre de una tarea guardada</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>Delete a saved job</source>
        <translation>Eliminar una tarea guardada</translation>
    </message>
    <message>
        <source>Delete the saved job “%1”?</source>
        <translation>¿Eliminar la tarea guardada «%1»?</translation>
    </message>
    <message>
        <source>Databases and files stay as they are.</source>
        <translation>Las bases de datos y los archivos quedan como están.</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobsModel</name>
    <message>
        <source>Export of %1 to %2</source>
        <translation>Exportación de %1 a %2</translation>
    </message>
    <message>
        <source>Import of %1 into %2</source>
        <translation>Importación de %1 en %2</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportación</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobsPage</name>
    <message>
        <source>The same on the command line</source>
        <translation>Lo mismo en la línea de órdenes</translation>
    </message>
    <message>
        <source>Saved jobs</source>
        <translation>Tareas guardadas</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>E&amp;ditar…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Cambiar &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Nothing was saved yet. The last page of the export and the import wizard has the button “Save this job…”.</source>
        <translation>Aún no se ha guardado nada. La última página de los asistentes de exportación e importación tiene el botón «Guardar esta tarea…».</translation>
    </message>
    <message>
        <source>An export runs at once. An import shows its preview first, as always. From a script or cron: galley run %1</source>
        <translation>Una exportación se ejecuta de inmediato. Una importación muestra antes su vista previa, como siempre. Desde un script o cron: galley run %1</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
</context>
<context>
    <name>galley::SchemaModel</name>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>clave primaria</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>clave foránea</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>único</translation>
    </message>
    <message>
        <source>index</source>
        <translation>índice</translation>
    </message>
    <message>
        <source>check</source>
        <translation>restricción check</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>existe</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>+ only in the source</source>
        <translation>+ solo en el origen</translation>
    </message>
    <message>
        <source>− only in the database</source>
        <translation>− solo en la base de datos</translation>
    </message>
    <message>
        <source>~ differs</source>
        <translation>~ difiere</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>En la base de datos</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>En el origen</translation>
    </message>
</context>
<context>
    <name>galley::SearchBar</name>
    <message>
        <source>Find in the rows as they are and as they will be</source>
        <translation>Buscar en las filas tal como están y como quedarán</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Texto que buscar</translation>
    </message>
    <message>
        <source>Upper and lower case are the same; bytes are found by their hexadecimal digits</source>
        <translation>No se distinguen mayúsculas y minúsculas; los bytes se buscan por sus cifras hexadecimales</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>Buscar anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>Buscar siguiente (F3)</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Detener la búsqueda</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays</source>
        <translation>Detener la búsqueda; lo encontrado permanece</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>Cerrar la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>In 1 row</source>
        <translation>En 1 fila</translation>
    </message>
    <message>
        <source>In %1 rows</source>
        <translation>En %1 filas</translation>
    </message>
    <message>
        <source>%1, searching… %2 %</source>
        <translation>%1, buscando… %2 %</translation>
    </message>
    <message>
        <source>%1, stopped at %2 %</source>
        <translation>%1, detenida en %2 %</translation>
    </message>
</context>
<context>
    <name>galley::ServerDialog</name>
    <message>
        <source>Export from %1</source>
        <translation>Exportar desde %1</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>Importar en %1</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Archivo que escribir</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Archivo que importar</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>An edited export</source>
        <translation>Una exportación editada</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>The file gets its name when all of it has arrived.</source>
        <translation>El archivo recibe su nombre cuando ha llegado todo.</translation>
    </message>
    <message>
        <source>Next you see what would change, compared with what the server has now. Nothing is sent for good before you say so there.</source>
        <translation>A continuación verá lo que cambiaría respecto a lo que el servidor tiene ahora. No se envía nada de forma definitiva hasta que lo confirme allí.</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>Lo mismo en la línea de órdenes</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
</context>
<context>
    <name>galley::ServerImportPage</name>
    <message>
        <source>What the server says</source>
        <translation>Lo que dice el servidor</translation>
    </message>
    <message>
        <source>Rows as the server answers them</source>
        <translation>Filas tal como las responde el servidor</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Views of the import</source>
        <translation>Vistas de la importación</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Lo que cambiaría</translation>
    </message>
    <message>
        <source>The server&apos;s answer</source>
        <translation>La respuesta del servidor</translation>
    </message>
    <message>
        <source>The server&apos;s dry run: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation>El ensayo del servidor: %1. %2 filas procesadas, contando la cabecera; %3 correctas, %4 fallidas.</translation>
    </message>
    <message>
        <source>The server&apos;s import: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation>La importación del servidor: %1. %2 filas procesadas, contando la cabecera; %3 correctas, %4 fallidas.</translation>
    </message>
    <message>
        <source>The server&apos;s answer (%1)</source>
        <translation>La respuesta del servidor (%1)</translation>
    </message>
    <message>
        <source>The server cannot be asked what it would do: only the comparison with what it has now tells.</source>
        <translation>No se puede preguntar al servidor qué haría: solo lo dice la comparación con lo que tiene ahora.</translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation>Advertencias (%1)</translation>
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
        <translation>Volver a preguntar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation>Lo que tiene el servidor</translation>
    </message>
    <message>
        <source>Export takes the payload of the datasets that you name: the server has no list of them. The file is the server&apos;s own text, byte for byte.</source>
        <translation>La exportación obtiene la carga de los conjuntos de datos que usted indique: el servidor no tiene una lista de ellos. El archivo es el texto del propio servidor, byte a byte.</translation>
    </message>
    <message>
        <source>Import compares a payload with what the server has now, row by row, and sends only what is new, after you have seen it. The server itself has neither a dry run nor a transaction, and keeps no undo.</source>
        <translation>La importación compara una carga con lo que el servidor tiene ahora, fila por fila, y envía solo lo nuevo, después de que usted lo haya visto. El servidor en sí no tiene ensayo ni transacción, y no permite deshacer.</translation>
    </message>
    <message>
        <source>Choose a service, a database, a schema or a table.</source>
        <translation>Elija un servicio, una base de datos, un esquema o una tabla.</translation>
    </message>
    <message>
        <source>Export writes what is known of everything below it as CSV; import shows what an edited file would change, cell by cell, and what the server says to it.</source>
        <translation>La exportación escribe como CSV lo que se sabe de todo lo que hay debajo; la importación muestra, celda por celda, lo que cambiaría un archivo editado y lo que el servidor dice de ello.</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>Sin descripción.</translation>
    </message>
</context>
<context>
    <name>galley::ServerTransfers</name>
    <message>
        <source>Exported %1 to %2</source>
        <translation>Se exportó %1 a %2</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vista previa: %1</translation>
    </message>
    <message>
        <source>Nothing was sent: the server refuses %1 rows. Repair them, or leave them out.</source>
        <translation>No se envió nada: el servidor rechaza %1 filas. Corríjalas u omítalas.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Sent %1 to %2. The server keeps no undo.</source>
        <translation>Se envió %1 a %2. El servidor no permite deshacer.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
</context>
<context>
    <name>galley::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language changes when Galley is started again.</source>
        <translation>El idioma cambia al volver a iniciar Galley.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>Carpeta para exportaciones</translation>
    </message>
    <message>
        <source>beside the database</source>
        <translation>junto a la base de datos</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose the folder for exports</source>
        <translation>Elegir la carpeta para exportaciones</translation>
    </message>
    <message>
        <source>There is no such folder; exports are proposed beside the database.</source>
        <translation>No existe esa carpeta; las exportaciones se proponen junto a la base de datos.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>&amp;Folder for exports</source>
        <translation>&amp;Carpeta para exportaciones</translation>
    </message>
    <message>
        <source>Deleted rows that are confirmed by typing their number</source>
        <translation>Filas eliminadas que se confirman escribiendo su número</translation>
    </message>
    <message>
        <source>&amp;Deletes without typing</source>
        <translation>&amp;Eliminaciones sin escribir</translation>
    </message>
    <message>
        <source>An apply that deletes more rows than this asks for their number to be typed.</source>
        <translation>Al aplicar algo que elimine más filas que estas se pide escribir su número.</translation>
    </message>
    <message>
        <source>Seconds after which the end of a job is notified</source>
        <translation>Segundos tras los que se notifica el fin de una tarea</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Notify of jobs longer than</source>
        <translation>&amp;Notificar tareas de más de</translation>
    </message>
    <message>
        <source>Told by the desktop when the window is not in front; 0: never.</source>
        <translation>Lo avisa el escritorio cuando la ventana no está delante; 0: nunca.</translation>
    </message>
    <message>
        <source>&amp;Pictures of the columns above the rows of a table</source>
        <translation>&amp;Gráficos de las columnas sobre las filas de una tabla</translation>
    </message>
    <message>
        <source>Made from the first rows of a table when it is opened.</source>
        <translation>Se hacen con las primeras filas de una tabla al abrirla.</translation>
    </message>
</context>
<context>
    <name>galley::ShortcutsSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Buscar una acción o una tecla</translation>
    </message>
    <message>
        <source>The keys of a preview or a table are listed while one is open. Tab goes on to the next control, Shift+Tab back.</source>
        <translation>Las teclas de una vista previa o de una tabla aparecen mientras haya una abierta. Tab pasa al siguiente control y Mayús+Tab al anterior.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Se encuentra en</translation>
    </message>
</context>
<context>
    <name>galley::SideView</name>
    <message>
        <source>Take or decline</source>
        <translation>Aceptar o descartar</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Cambio siguiente</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Cambio anterior</translation>
    </message>
    <message>
        <source>Sort by this column, or no longer</source>
        <translation>Ordenar por esta columna, o dejar de hacerlo</translation>
    </message>
</context>
<context>
    <name>galley::SourceJob</name>
    <message>
        <source>Look at %1</source>
        <translation>Examinar %1</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>no existe el archivo %1</translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation>Elija un archivo o una carpeta.</translation>
    </message>
    <message>
        <source>%1 database</source>
        <translation>Base de datos %1</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>galley::SourcePage</name>
    <message>
        <source>File or folder to import</source>
        <translation>Archivo o carpeta que importar</translation>
    </message>
    <message>
        <source>A CSV, JSON or SQL file, a Galley zip or folder, or a database</source>
        <translation>Un archivo CSV, JSON o SQL, un zip o carpeta de Galley, o una base de datos</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>, %1 tables</source>
        <translation>, %1 tablas</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Advertencia: %1</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>Elija qué importar</translation>
    </message>
    <message>
        <source>The source is still being looked at</source>
        <translation>El origen aún se está examinando</translation>
    </message>
    <message>
        <source>&amp;Reset all to detected</source>
        <translation>&amp;Restablecer todo a lo detectado</translation>
    </message>
    <message>
        <source>How much of the file was read</source>
        <translation>Cuánto del archivo se ha leído</translation>
    </message>
    <message>
        <source>%1. Choose here which it is.</source>
        <translation>%1. Elija aquí cuál es.</translation>
    </message>
    <message>
        <source>from the first %1 rows</source>
        <translation>de las primeras %1 filas</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Det&amp;ener</translation>
    </message>
    <message>
        <source>Read &amp;all</source>
        <translation>Leer &amp;todo</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>Leyendo todo el archivo…</translation>
    </message>
    <message>
        <source>All of it was read: %1</source>
        <translation>Se leyó todo: %1</translation>
    </message>
    <message>
        <source>Only the first rows were read.</source>
        <translation>Solo se leyeron las primeras filas.</translation>
    </message>
    <message>
        <source>This cannot be imported: see above</source>
        <translation>Esto no se puede importar: vea arriba</translation>
    </message>
    <message>
        <source>One thing has to be said: see the options</source>
        <translation>Hay que precisar una cosa: vea las opciones</translation>
    </message>
    <message>
        <source>Some dates are not written YYYY-MM-DD and count as text until their order is chosen among the options.</source>
        <translation>Algunas fechas no están escritas como AAAA-MM-DD y cuentan como texto hasta que se elija su orden en las opciones.</translation>
    </message>
</context>
<context>
    <name>galley::StartPage</name>
    <message>
        <source>Move data out of a database and back in, and see every change before it is made.</source>
        <translation>Saque datos de una base de datos y devuélvalos, y vea cada cambio antes de hacerlo.</translation>
    </message>
    <message>
        <source>Drop a database, an export or a data file here</source>
        <translation>Suelte aquí una base de datos, una exportación o un archivo de datos</translation>
    </message>
    <message>
        <source>A database opens. Everything else starts an import, which is a preview until you apply it.</source>
        <translation>Una base de datos se abre. Todo lo demás inicia una importación, que es una vista previa hasta que la aplique.</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>A&amp;brir base de datos…</translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation>Abrir la base de datos de e&amp;jemplo</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>Co&amp;nectar…</translation>
    </message>
    <message>
        <source>To a database on a server, or to one that gets a name</source>
        <translation>A una base de datos en un servidor o a una que recibe un nombre</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Abiertas recientemente</translation>
    </message>
    <message>
        <source>What can be opened</source>
        <translation>Qué se puede abrir</translation>
    </message>
    <message>
        <source>Databases to browse, export and import into.</source>
        <translation>Bases de datos para examinar, exportar e importar.</translation>
    </message>
    <message>
        <source>Databases that you open appear here.</source>
        <translation>Las bases de datos que abra aparecerán aquí.</translation>
    </message>
    <message>
        <source>Saved jobs</source>
        <translation>Tareas guardadas</translation>
    </message>
    <message>
        <source>&amp;Edit, rename, delete…</source>
        <translation>&amp;Editar, cambiar nombre, eliminar…</translation>
    </message>
    <message>
        <source>New here? Open the sample database, export a table of it, edit the file and import it again: nothing is written before you have seen every change.</source>
        <translation>¿Es nuevo aquí? Abra la base de datos de ejemplo, exporte una de sus tablas, edite el archivo e impórtelo de nuevo: no se escribe nada antes de que haya visto cada cambio.</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>En&amp;tendido</translation>
    </message>
    <message>
        <source>Takes this hint away for good</source>
        <translation>Quita este aviso para siempre</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Ejecutar %1</translation>
    </message>
</context>
<context>
    <name>galley::StepDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>galley::StructurePage</name>
    <message>
        <source>primary key</source>
        <translation>clave primaria</translation>
    </message>
    <message>
        <source>unique key</source>
        <translation>clave única</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generada</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>collation %1</source>
        <translation>intercalación %1</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Disparadores</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Sentencia</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>no nulo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Leído como</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Key and references</source>
        <translation>Clave y referencias</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>único</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>parcial</translation>
    </message>
    <message>
        <source>made for a constraint</source>
        <translation>creado para una restricción</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>on update %1, on delete %2</source>
        <translation>al actualizar %1, al eliminar %2</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Claves foráneas</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Restricciones check</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
</context>
<context>
    <name>galley::SurveyJob</name>
    <message>
        <source>Read all of %1</source>
        <translation>Leer todo %1</translation>
    </message>
</context>
<context>
    <name>galley::TablePage</name>
    <message>
        <source>View of the table</source>
        <translation>Vista de la tabla</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Datos</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Estructura</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Import rows into this table</source>
        <translation>Importar filas en esta tabla</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export this table</source>
        <translation>Exportar esta tabla</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Filas de %1</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Copiar filas como CSV</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vista</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 columna</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 columnas</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sin clave</translation>
    </message>
    <message>
        <source>key: %1</source>
        <translation>clave: %1</translation>
    </message>
    <message>
        <source>without rowid</source>
        <translation>sin rowid</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strict</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtual</translation>
    </message>
    <message>
        <source>This connection is read-only</source>
        <translation>Esta conexión es de solo lectura</translation>
    </message>
    <message>
        <source>&amp;Copy rows as CSV</source>
        <translation>&amp;Copiar filas como CSV</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>Copiar &amp;valor</translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation>&amp;Importar en esta tabla…</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>&amp;Exportar esta tabla…</translation>
    </message>
    <message>
        <source>These rows cannot be written as CSV</source>
        <translation>Estas filas no se pueden escribir como CSV</translation>
    </message>
    <message>
        <source>1 row copied as CSV</source>
        <translation>1 fila copiada como CSV</translation>
    </message>
    <message>
        <source>%1 rows copied as CSV</source>
        <translation>%1 filas copiadas como CSV</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
</context>
<context>
    <name>galley::TableSizesJob</name>
    <message>
        <source>Measure %1</source>
        <translation>Medir %1</translation>
    </message>
</context>
<context>
    <name>galley::TableSizesModel</name>
    <message>
        <source>not counted</source>
        <translation>sin contar</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source> (the database&apos;s estimate)</source>
        <translation> (estimación de la base de datos)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Size with indexes</source>
        <translation>Tamaño con índices</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
</context>
<context>
    <name>galley::TableSketches</name>
    <message>
        <source>the only row</source>
        <translation>la única fila</translation>
    </message>
    <message>
        <source>all %1 rows</source>
        <translation>las %1 filas</translation>
    </message>
    <message>
        <source>the first row</source>
        <translation>la primera fila</translation>
    </message>
    <message>
        <source>the first %1 rows</source>
        <translation>las primeras %1 filas</translation>
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
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Target database</source>
        <translation>Base de datos de destino</translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made), a saved connection, or the URL of a database</source>
        <translation>Un archivo SQLite (si es nuevo, se crea), una conexión guardada o la URL de una base de datos</translation>
    </message>
    <message>
        <source>Target table</source>
        <translation>Tabla de destino</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Choose a table, or type the name of a new one: it is made with the columns of the source.</source>
        <translation>Elija una tabla o escriba el nombre de una nueva: se crea con las columnas del origen.</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Conexiones guardadas</translation>
    </message>
    <message>
        <source>Saved connections…</source>
        <translation>Conexiones guardadas…</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>A new database will be made, when the preview is applied.</source>
        <translation>Se creará una base de datos nueva al aplicar la vista previa.</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 tabla</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
    <message>
        <source>Every table goes into the table of its name</source>
        <translation>Cada tabla va a la tabla de su nombre</translation>
    </message>
    <message>
        <source>Choose a target database</source>
        <translation>Elija una base de datos de destino</translation>
    </message>
    <message>
        <source>The target cannot be used</source>
        <translation>El destino no se puede usar</translation>
    </message>
    <message>
        <source>The target is still being looked at</source>
        <translation>El destino aún se está examinando</translation>
    </message>
    <message>
        <source>Choose or name a table</source>
        <translation>Elija o nombre una tabla</translation>
    </message>
</context>
<context>
    <name>galley::TargetTriggersJob</name>
    <message>
        <source>Look for triggers in %1</source>
        <translation>Buscar disparadores en %1</translation>
    </message>
</context>
<context>
    <name>galley::ThroughputCurve</name>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 filas/s</translation>
    </message>
    <message>
        <source>Rows per second over time</source>
        <translation>Filas por segundo a lo largo del tiempo</translation>
    </message>
    <message>
        <source>No speed is known yet</source>
        <translation>Aún no se conoce la velocidad</translation>
    </message>
    <message>
        <source>Now %1, highest %2</source>
        <translation>Ahora %1, máximo %2</translation>
    </message>
    <message>
        <source>The speed is drawn here</source>
        <translation>Aquí se dibuja la velocidad</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>máximo %1</translation>
    </message>
</context>
<context>
    <name>galley::TransferDialog</name>
    <message>
        <source>&amp;Rows that are there already</source>
        <translation>&amp;Filas que ya existen</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>Copiar tablas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Target database</source>
        <translation>Base de datos de destino</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;A</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Con</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>C&amp;omparar</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Update rows of the same key, insert the others</source>
        <translation>Actualizar las filas de la misma clave e insertar las demás</translation>
    </message>
    <message>
        <source>Leave them alone, insert only what is missing</source>
        <translation>No tocarlas, insertar solo lo que falta</translation>
    </message>
    <message>
        <source>Make the tables the same: rows that the source lacks are deleted</source>
        <translation>Igualar las tablas: se eliminan las filas que el origen no tiene</translation>
    </message>
    <message>
        <source>Empty the tables first</source>
        <translation>Vaciar antes las tablas</translation>
    </message>
    <message>
        <source>Rows that are there already</source>
        <translation>Filas que ya existen</translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made)…</source>
        <translation>Un archivo SQLite (si es nuevo, se crea)…</translation>
    </message>
    <message>
        <source>An SQLite file…</source>
        <translation>Un archivo SQLite…</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>Elija una base de datos</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Advertencia: %1</translation>
    </message>
    <message>
        <source>Compare %1 with another database</source>
        <translation>Comparar %1 con otra base de datos</translation>
    </message>
    <message>
        <source>What does %1 have that %2 has not, or otherwise?</source>
        <translation>¿Qué tiene %1 que %2 no tiene, o tiene de otro modo?</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 tabla</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 tablas</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Importar archivos</translation>
    </message>
    <message>
        <source>Copy tables of %1</source>
        <translation>Copiar tablas de %1</translation>
    </message>
    <message>
        <source>Import %1 into a database</source>
        <translation>Importar %1 en una base de datos</translation>
    </message>
    <message>
        <source>Copy %1 of %2</source>
        <translation>Copiar %1 de %2</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>Importar %1 en %2</translation>
    </message>
    <message>
        <source>Copy %1 of %2 to %3</source>
        <translation>Copiar %1 de %2 a %3</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>Esto no se puede usar</translation>
    </message>
    <message>
        <source>Still looking at both sides</source>
        <translation>Aún se están examinando ambos lados</translation>
    </message>
    <message>
        <source>%1 is read-only: what would change is shown, but cannot be applied</source>
        <translation>%1 es de solo lectura: se muestra lo que cambiaría, pero no se puede aplicar</translation>
    </message>
    <message>
        <source>Next you see every row that would be inserted, changed or deleted, and choose. Nothing is written before you apply it.</source>
        <translation>A continuación verá cada fila que se insertaría, modificaría o eliminaría, y podrá elegir. No se escribe nada hasta que lo aplique.</translation>
    </message>
    <message>
        <source>Nothing is changed. The first is shown as “after”, the second as “now”: a row that is inserted is only in the first, one that is deleted only in the second.</source>
        <translation>No se cambia nada. La primera se muestra como «Después» y la segunda como «Ahora»: una fila insertada está solo en la primera; una eliminada, solo en la segunda.</translation>
    </message>
</context>
<context>
    <name>galley::TransferFactsJob</name>
    <message>
        <source>Look at %1</source>
        <translation>Examinar %1</translation>
    </message>
</context>
<context>
    <name>galley::TransferModel</name>
    <message>
        <source>Name a table for %1</source>
        <translation>Indique una tabla para %1</translation>
    </message>
    <message>
        <source>%1 is no ordinary table</source>
        <translation>%1 no es una tabla corriente</translation>
    </message>
    <message>
        <source>%1 goes into %2, too</source>
        <translation>%1 también va a %2</translation>
    </message>
    <message>
        <source>There are no tables in the source</source>
        <translation>No hay tablas en el origen</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Elija una tabla</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>is there, about %1 rows</source>
        <translation>existe, unas %1 filas</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>existe</translation>
    </message>
    <message>
        <source>new table</source>
        <translation>tabla nueva</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Goes into the table</source>
        <translation>Va a la tabla</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuál</translation>
    </message>
</context>
<context>
    <name>galley::Transfers</name>
    <message>
        <source>Exported %1 rows from %2 to %3</source>
        <translation>Se exportaron %1 filas de %2 a %3</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vista previa: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Undone on %1: %2</source>
        <translation>Deshecho en %1: %2</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Applied to %1: %2</source>
        <translation>Aplicado a %1: %2</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Deshacer…</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Cancelado. No se cambió nada.</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 insertadas</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 modificadas</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 eliminadas</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 rechazadas</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
</context>
<context>
    <name>galley::TreeDelegate</name>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source> · read-only</source>
        <translation> · solo lectura</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>abriendo…</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>no se puede abrir</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primaria</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>único</translation>
    </message>
</context>
<context>
    <name>galley::TriggerChoice</name>
    <message>
        <source>&amp;Keep them from running</source>
        <translation>&amp;Impedir que se ejecuten</translation>
    </message>
    <message>
        <source>Keep the triggers from running</source>
        <translation>Impedir que se ejecuten los disparadores</translation>
    </message>
    <message>
        <source>Where the engine and your rights allow it; else nothing is applied</source>
        <translation>Donde el motor y sus permisos lo permitan; si no, no se aplica nada</translation>
    </message>
    <message>
        <source>Triggers run with these changes (%1); what they write elsewhere is neither shown here nor undone.</source>
        <translation>Con estos cambios se ejecutan disparadores (%1); lo que escriban en otra parte ni se muestra aquí ni se deshace.</translation>
    </message>
</context>
<context>
    <name>galley::ValuePane</name>
    <message>
        <source>What is removed and added</source>
        <translation>Lo que se quita y se añade</translation>
    </message>
    <message>
        <source>How the value is shown</source>
        <translation>Cómo se muestra el valor</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>Valor ahora</translation>
    </message>
    <message>
        <source>Value after</source>
        <translation>Valor después</translation>
    </message>
    <message>
        <source>Select a cell to see its value in full</source>
        <translation>Seleccione una celda para ver su valor completo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>diferencia %1</translation>
    </message>
    <message>
        <source> (the beginning; the value is longer)</source>
        <translation> (el principio; el valor es más largo)</translation>
    </message>
    <message>
        <source>no such row</source>
        <translation>no existe esa fila</translation>
    </message>
    <message>
        <source>the row is deleted</source>
        <translation>la fila se elimina</translation>
    </message>
    <message>
        <source>the column&apos;s default</source>
        <translation>el valor predeterminado de la columna</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Después: %1</translation>
    </message>
    <message>
        <source>No picture, or too large to be shown</source>
        <translation>No es una imagen, o es demasiado grande para mostrarse</translation>
    </message>
</context>
<context>
    <name>galley::Wording</name>
    <message>
        <source>line %1</source>
        <translation>línea %1</translation>
    </message>
</context>
</TS>
