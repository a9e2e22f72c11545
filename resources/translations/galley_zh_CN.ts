<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>galley</name>
    <message>
        <source>Red — production</source>
        <translation>红色：生产</translation>
    </message>
    <message>
        <source>Amber — staging</source>
        <translation>琥珀色：预发布</translation>
    </message>
    <message>
        <source>Green — development</source>
        <translation>绿色：开发</translation>
    </message>
    <message>
        <source>Blue — test</source>
        <translation>蓝色：测试</translation>
    </message>
    <message>
        <source>Violet — sandbox</source>
        <translation>紫色：沙盒</translation>
    </message>
    <message>
        <source>Grey — archive</source>
        <translation>灰色：归档</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation>服务器调用</translation>
    </message>
    <message>
        <source>db since 2022.02; get-exports and get-export before.</source>
        <translation>db 自 2022.02 起可用；更早的版本用 get-exports 和 get-export。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What is replaced on the way to this environment; see docs/formats.md.</source>
        <translation>转到此环境时要替换的内容；参见 docs/formats.md。</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Separated by commas. The server has no list of them.</source>
        <translation>以逗号分隔。服务器没有它们的列表。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Separated by commas; left empty: those that the server takes by itself.</source>
        <translation>以逗号分隔；留空：由服务器自行选取。</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Left empty: public.</source>
        <translation>留空：public。</translation>
    </message>
    <message>
        <source>Replace the file if it is there</source>
        <translation>如果文件已存在则替换</translation>
    </message>
    <message>
        <source>Let the server work in the background</source>
        <translation>让服务器在后台处理</translation>
    </message>
    <message>
        <source>For much: its end is waited for.</source>
        <translation>适用于大量数据：会等待其结束。</translation>
    </message>
    <message>
        <source>Send the rest where some rows are refused</source>
        <translation>部分行被拒绝时仍发送其余行</translation>
    </message>
    <message>
        <source>Else one row that the server refuses stops the import.</source>
        <translation>否则只要服务器拒绝一行，导入就会停止。</translation>
    </message>
    <message>
        <source>With everything below it</source>
        <translation>包括其下所有内容</translation>
    </message>
    <message>
        <source>One file with all levels (1.7 and later).</source>
        <translation>一个文件包含所有层级（1.7 及以上）。</translation>
    </message>
    <message>
        <source>Name at least one dataset</source>
        <translation>请至少指定一个数据集</translation>
    </message>
    <message>
        <source>A picture (%1) that this system cannot decode</source>
        <translation>此系统无法解码的图片（%1）</translation>
    </message>
    <message>
        <source>It begins like a picture (%1), but is none</source>
        <translation>开头像图片（%1），但不是图片</translation>
    </message>
    <message>
        <source>%1, %2 by %3</source>
        <translation>%1，%2 × %3</translation>
    </message>
    <message>
        <source>%1: too large to be shown here</source>
        <translation>%1：太大，无法在此显示</translation>
    </message>
    <message>
        <source>%1: damaged</source>
        <translation>%1：已损坏</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>real</source>
        <translation>实数</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>空文本</translation>
    </message>
    <message>
        <source>text, %1 characters</source>
        <translation>文本，%1 个字符</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>galley::BrowseTree</name>
    <message>
        <source>Open databases</source>
        <translation>已打开的数据库</translation>
    </message>
    <message>
        <source>&amp;Open “%1”</source>
        <translation>打开“%1”(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation>导入到此表(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>导出此表(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import into this database…</source>
        <translation>导入到此数据库(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export this database…</source>
        <translation>导出此数据库(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>复制名称(&amp;N)</translation>
    </message>
    <message>
        <source>Copy &amp;statement</source>
        <translation>复制语句(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Co&amp;mments as a table</source>
        <translation>以表显示注释(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation>关闭数据库(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation>编辑连接(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Save as connection…</source>
        <translation>另存为连接(&amp;S)…</translation>
    </message>
    <message>
        <source>Re&amp;move connection…</source>
        <translation>移除连接(&amp;M)…</translation>
    </message>
    <message>
        <source>Metadata ca&amp;talogue</source>
        <translation>元数据目录(&amp;T)</translation>
    </message>
    <message>
        <source>Si&amp;zes of its tables</source>
        <translation>其各表的大小(&amp;Z)</translation>
    </message>
    <message>
        <source>E&amp;xport %1 tables…</source>
        <translation>导出 %1 个表(&amp;X)…</translation>
    </message>
    <message>
        <source>Copy to another &amp;database…</source>
        <translation>复制到另一个数据库(&amp;D)…</translation>
    </message>
    <message>
        <source>Com&amp;pare with…</source>
        <translation>比较(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;aste here</source>
        <translation>粘贴到此处(&amp;A)</translation>
    </message>
</context>
<context>
    <name>galley::CatalogJob</name>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
</context>
<context>
    <name>galley::CatalogModel</name>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>Comments of %1</source>
        <translation>%1 的注释</translation>
    </message>
</context>
<context>
    <name>galley::CellInspector</name>
    <message>
        <source>integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>real</source>
        <translation>实数</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Value of the selected cell</source>
        <translation>所选单元格的值</translation>
    </message>
    <message>
        <source>No cell selected</source>
        <translation>未选择单元格</translation>
    </message>
    <message>
        <source>Row %L1</source>
        <translation>第 %L1 行</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>only the beginning of %1 is shown</source>
        <translation>仅显示 %1 的开头部分</translation>
    </message>
    <message>
        <source>The bytes as a picture, %1 by %2</source>
        <translation>以图片显示的字节，%1 × %2</translation>
    </message>
</context>
<context>
    <name>galley::ChangeDelegate</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesDelegate</name>
    <message>
        <source>no rows</source>
        <translation>无行</translation>
    </message>
</context>
<context>
    <name>galley::ChangeTablesModel</name>
    <message>
        <source>changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>new table</source>
        <translation>新表</translation>
    </message>
    <message>
        <source>The table will be created and filled.</source>
        <translation>将创建该表并填充数据。</translation>
    </message>
    <message>
        <source>The table is empty and will be filled.</source>
        <translation>该表为空，将填充数据。</translation>
    </message>
    <message>
        <source>No key: whole rows are compared, so a changed row shows as one deleted and one inserted.</source>
        <translation>没有键：将比较整行，因此更改的行会显示为一行删除和一行插入。</translation>
    </message>
    <message>
        <source>Rows are matched by %1.</source>
        <translation>按 %1 匹配各行。</translation>
    </message>
    <message>
        <source>%1, %2: %3 inserted, %4 changed, %5 deleted, %6 unchanged, %7 rejected</source>
        <translation>%1，%2：插入 %3，更改 %4，删除 %5，未变 %6，拒绝 %7</translation>
    </message>
</context>
<context>
    <name>galley::ChangesModel</name>
    <message>
        <source>inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Change %1: row %2, line %3 of the source</source>
        <translation>更改 %1：第 %2 行，源文件第 %3 行</translation>
    </message>
    <message>
        <source>Change %1: row %2</source>
        <translation>更改 %1：第 %2 行</translation>
    </message>
    <message>
        <source>Change %1, row %2, %3</source>
        <translation>更改 %1，第 %2 行，%3</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>无此行</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>空文本</translation>
    </message>
    <message>
        <source>%1 %2: %3, changed</source>
        <translation>%1 %2：%3，已更改</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>, key</source>
        <translation>，键</translation>
    </message>
</context>
<context>
    <name>galley::ChangesReview</name>
    <message>
        <source>in %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>in 1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>in %1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Nothing will change: the target already holds what the source says.</source>
        <translation>不会有任何更改：目标已与源一致。</translation>
    </message>
    <message>
        <source>Nothing will change: all %1 changes are declined.</source>
        <translation>不会有任何更改：全部 %1 项更改均未采纳。</translation>
    </message>
    <message>
        <source>1 row will be loaded</source>
        <translation>将加载 1 行</translation>
    </message>
    <message>
        <source>%1 rows will be loaded</source>
        <translation>将加载 %1 行</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>1 row will be inserted</source>
        <translation>将插入 1 行</translation>
    </message>
    <message>
        <source>%1 rows will be inserted</source>
        <translation>将插入 %1 行</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>1 row will be changed</source>
        <translation>将更改 1 行</translation>
    </message>
    <message>
        <source>%1 rows will be changed</source>
        <translation>将更改 %1 行</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation>将删除 1 行</translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation>将删除 %1 行</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
    <message>
        <source>1 row declined</source>
        <translation>1 行未采纳</translation>
    </message>
    <message>
        <source>%1 rows declined</source>
        <translation>%1 行未采纳</translation>
    </message>
    <message>
        <source>The preview is still being read.</source>
        <translation>仍在读取预览。</translation>
    </message>
    <message>
        <source>One row was rejected, and this import stops at rejected rows. Repair it and preview again.</source>
        <translation>有 1 行被拒绝，而此导入遇到被拒绝的行即停止。请修正后重新预览。</translation>
    </message>
    <message>
        <source>%1 rows were rejected, and this import stops at rejected rows. Repair them and preview again.</source>
        <translation>有 %1 行被拒绝，而此导入遇到被拒绝的行即停止。请修正后重新预览。</translation>
    </message>
    <message>
        <source>Everything is declined.</source>
        <translation>全部未采纳。</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
</context>
<context>
    <name>galley::ChildrenWatch</name>
    <message>
        <source>1 row refers to rows that you declined, and cannot be made without them.</source>
        <translation>有 1 行引用了您未采纳的行，缺少它们便无法执行。</translation>
    </message>
    <message>
        <source>%1 rows refer to rows that you declined, and cannot be made without them.</source>
        <translation>有 %1 行引用了您未采纳的行，缺少它们便无法执行。</translation>
    </message>
</context>
<context>
    <name>galley::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Columns to show</source>
        <translation>要显示的列</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Hide all but keys</source>
        <translation>仅保留键列</translation>
    </message>
</context>
<context>
    <name>galley::CommandLine</name>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save this job…</source>
        <translation>保存此任务(&amp;S)…</translation>
    </message>
    <message>
        <source>Gives it a name, to be run again with one click</source>
        <translation>为其命名，以便一键再次运行</translation>
    </message>
</context>
<context>
    <name>galley::CompareGrid</name>
    <message>
        <source>Changes to take</source>
        <translation>要采纳的更改</translation>
    </message>
    <message>
        <source>Keys of the rows as they are now</source>
        <translation>当前各行的键</translation>
    </message>
    <message>
        <source>Rows as they are now</source>
        <translation>当前的行</translation>
    </message>
    <message>
        <source>Keys of the rows as they will be</source>
        <translation>更改后各行的键</translation>
    </message>
    <message>
        <source>Rows as they will be</source>
        <translation>更改后的行</translation>
    </message>
    <message>
        <source>as the source says</source>
        <translation>以源为准</translation>
    </message>
    <message>
        <source>Scroll the changes</source>
        <translation>滚动更改</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>in the database</source>
        <translation>数据库中</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>galley::ConnectionDialog</name>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>编辑连接</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As you and the command line will call it</source>
        <translation>供您和命令行使用的名称</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>数据库引擎</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>数据库引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Asked for when it is needed</source>
        <translation>需要时询问</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation>保存在系统密钥环中(&amp;K)</translation>
    </message>
    <message>
        <source>It is stored there and nowhere else</source>
        <translation>仅保存在那里，不存于别处</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>A word that stands beside the colour</source>
        <translation>与颜色一同显示的文字</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be written through this connection</source>
        <translation>只读：无法通过此连接写入任何内容(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>在密钥环中</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 个服务</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 个服务</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>It works: %1, %2, %3 ms</source>
        <translation>连接正常：%1，%2，%3 毫秒</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>令牌(&amp;O)</translation>
    </message>
</context>
<context>
    <name>galley::ConnectionTestJob</name>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
</context>
<context>
    <name>galley::Core</name>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Stands between fields: , ; | or tab.</source>
        <translation>位于字段之间：, ; | 或制表符。</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>Stands around fields that need it; empty: fields are never quoted.</source>
        <translation>包围需要的字段；留空：从不加引号。</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>转义符</translation>
    </message>
    <message>
        <source>Makes the next character a plain one; empty: quotes in fields are doubled.</source>
        <translation>使下一个字符成为普通字符；留空：字段中的引号写两次。</translation>
    </message>
    <message>
        <source>Column names in the first line</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>Whether the first line holds the names of the columns.</source>
        <translation>第一行是否包含列名。</translation>
    </message>
    <message>
        <source>NULL is written as</source>
        <translation>NULL 写作</translation>
    </message>
    <message>
        <source>Unquoted text that means NULL; empty: nothing between two delimiters.</source>
        <translation>表示 NULL 的无引号文本；留空：两个分隔符之间为空。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Of the characters; a byte order mark in the file is believed first.</source>
        <translation>字符编码；优先采用文件中的字节顺序标记。</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>What ends a line; every kind is understood in reading.</source>
        <translation>行的结束符；读取时可识别所有类型。</translation>
    </message>
    <message>
        <source>Byte order mark</source>
        <translation>字节顺序标记</translation>
    </message>
    <message>
        <source>Begin with the mark that Excel needs to see UTF-8.</source>
        <translation>以 Excel 识别 UTF-8 所需的标记开头。</translation>
    </message>
    <message>
        <source>SQLite values</source>
        <translation>SQLite 值</translation>
    </message>
    <message>
        <source>tagged: a value of another kind than its column carries a mark of its kind, such as \I12.</source>
        <translation>tagged：与列类型不同的值带有其类型标记，例如 \I12。</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Between the whole and the fraction of numbers.</source>
        <translation>位于数字的整数与小数部分之间。</translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation>对电子表格安全</translation>
    </message>
    <message>
        <source>Put &apos; before text that a spreadsheet would run as a formula.</source>
        <translation>在电子表格会当作公式执行的文本前加 &apos;。</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>In a file of one column: rows with NULL, or nothing.</source>
        <translation>在只有一列的文件中：视为含 NULL 的行，或忽略。</translation>
    </message>
    <message>
        <source>Short rows</source>
        <translation>过短的行</translation>
    </message>
    <message>
        <source>Rows with fewer fields than there are columns: refused, or filled up with NULL.</source>
        <translation>字段数少于列数的行：拒绝，或以 NULL 补齐。</translation>
    </message>
    <message>
        <source>Text with one row a line, for every spreadsheet and database.</source>
        <translation>每行一条记录的文本，适用于各种电子表格和数据库。</translation>
    </message>
    <message>
        <source>One object a line, a row each; numbers and text are told apart.</source>
        <translation>每行一个对象，各为一条记录；区分数字与文本。</translation>
    </message>
    <message>
        <source>One array of objects, a row each; numbers and text are told apart.</source>
        <translation>一个对象数组，每个对象为一行；区分数字与文本。</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>What a backslash in a text means: itself (standard) or an escape (mysql).</source>
        <translation>文本中反斜杠的含义：其本身 (standard) 或转义 (mysql)。</translation>
    </message>
    <message>
        <source>Rows in a statement</source>
        <translation>每条语句的行数</translation>
    </message>
    <message>
        <source>How many rows one INSERT holds at most.</source>
        <translation>一条 INSERT 最多包含的行数。</translation>
    </message>
    <message>
        <source>Table name</source>
        <translation>表名</translation>
    </message>
    <message>
        <source>The name to insert into, if it is not the table&apos;s own.</source>
        <translation>要插入的表名，如果不是该表自身的名称。</translation>
    </message>
    <message>
        <source>SQL script</source>
        <translation>SQL 脚本</translation>
    </message>
    <message>
        <source>INSERT statements of literals. Read without being run: anything else in a script is refused.</source>
        <translation>由字面量组成的 INSERT 语句。只读取而不执行：脚本中的其他内容一律拒绝。</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>How pages are packed.</source>
        <translation>数据页的压缩方式。</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>declared: each column in the Parquet type that its declared type is; plain: decimals, dates, times and UUIDs as text; text: every column as text.</source>
        <translation>declared：各列使用与其声明类型对应的 Parquet 类型；plain：小数、日期、时间和 UUID 作为文本；text：所有列均为文本。</translation>
    </message>
    <message>
        <source>Times and timestamps</source>
        <translation>时间和时间戳</translation>
    </message>
    <message>
        <source>The unit that times and timestamps are counted in.</source>
        <translation>时间和时间戳的计数单位。</translation>
    </message>
    <message>
        <source>Kinds of cells</source>
        <translation>单元格类型</translation>
    </message>
    <message>
        <source>tagged: values that their column&apos;s type cannot hold exactly stand in a column of their own, so that Galley reads them back; plain: they are refused.</source>
        <translation>tagged：列类型无法精确容纳的值放在单独的列中，以便 Galley 读回；plain：拒绝这些值。</translation>
    </message>
    <message>
        <source>Rows of a row group</source>
        <translation>每个行组的行数</translation>
    </message>
    <message>
        <source>How many rows are written and read at once.</source>
        <translation>一次写入和读取的行数。</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>字典</translation>
    </message>
    <message>
        <source>Writes columns with few different values as numbers of these.</source>
        <translation>将不同值较少的列写成这些值的编号。</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Writes a CRC-32 with each page, which readers check.</source>
        <translation>为每个数据页写入 CRC-32，供读取程序检查。</translation>
    </message>
    <message>
        <source>Typed columns in a packed file, for DuckDB, Spark, pandas and data lakes.</source>
        <translation>压缩文件中的带类型列，适用于 DuckDB、Spark、pandas 和数据湖。</translation>
    </message>
    <message>
        <source>Profile of rules</source>
        <translation>规则配置</translation>
    </message>
    <message>
        <source>A file of what is to be changed for another environment; see docs/formats.md.</source>
        <translation>列出为其他环境所做更改的文件；参见 docs/formats.md。</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Only rows whose column dataset is one of these (separated by commas).</source>
        <translation>仅 dataset 列为其中之一的行（以逗号分隔）。</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>The schema in the statements (default: the source&apos;s, public for SQLite).</source>
        <translation>语句中的模式（默认：源的模式，SQLite 为 public）。</translation>
    </message>
    <message>
        <source>Order of tables</source>
        <translation>表的顺序</translation>
    </message>
    <message>
        <source>Tables that come first, in this order (separated by commas).</source>
        <translation>按此顺序排在最前的表（以逗号分隔）。</translation>
    </message>
    <message>
        <source>Calls of the server</source>
        <translation>服务器调用</translation>
    </message>
    <message>
        <source>Of a server: db is db-export and db-import (2022.02 and later); get-exports, or get-export for one dataset at a time, and run-import are older.</source>
        <translation>用于服务器：db 即 db-export 和 db-import（2022.02 及以上）；get-exports（或一次一个数据集的 get-export）和 run-import 较旧。</translation>
    </message>
    <message>
        <source>The payload of Collibra DQ&apos;s get-export and run-import: a JSON array of INSERT statements, with rules for another environment.</source>
        <translation>Collibra DQ 的 get-export 和 run-import 内容：INSERT 语句的 JSON 数组，带有针对其他环境的规则。</translation>
    </message>
    <message>
        <source>A folder or zip with one file for each table, the schema and checksums; other tools read it as a Frictionless Data Package.</source>
        <translation>每个表一个文件的文件夹或 zip，含模式和校验和；其他工具可作为 Frictionless Data Package 读取。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Only these classes (separated by commas or blanks).</source>
        <translation>仅这些类（以逗号或空格分隔）。</translation>
    </message>
    <message>
        <source>Classes to leave out</source>
        <translation>要排除的类</translation>
    </message>
    <message>
        <source>All classes but these.</source>
        <translation>除这些之外的所有类。</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>用户和角色</translation>
    </message>
    <message>
        <source>Reads OUser with its password hashes, ORole and the other classes of OrientDB&apos;s security, too.</source>
        <translation>同时读取 OUser（含密码哈希）、ORole 及 OrientDB 安全相关的其他类。</translation>
    </message>
    <message>
        <source>Edges listed by vertices</source>
        <translation>顶点列出的边</translation>
    </message>
    <message>
        <source>Reads in_… and out_… of vertices; the edges&apos; own records say the same.</source>
        <translation>读取顶点的 in_… 和 out_…；边自身的记录内容相同。</translation>
    </message>
    <message>
        <source>Links as references</source>
        <translation>链接作为引用</translation>
    </message>
    <message>
        <source>Links become foreign keys, and each must lead to a record; false: plain text.</source>
        <translation>链接成为外键，且每个都必须指向一条记录；false：普通文本。</translation>
    </message>
    <message>
        <source>Links into nothing</source>
        <translation>无目标的链接</translation>
    </message>
    <message>
        <source>What becomes of a record whose link leads to no record: refused, or the link becomes NULL.</source>
        <translation>链接未指向任何记录时的处理：拒绝该记录，或将链接设为 NULL。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>The zone of the database, in which its dates begin at midnight.</source>
        <translation>数据库所在的时区，其日期从该时区的午夜开始。</translation>
    </message>
    <message>
        <source>Keep cluster numbers</source>
        <translation>保留簇编号</translation>
    </message>
    <message>
        <source>Record ids keep their clusters; false: 100 is added, so that the clusters of a new database are not in the way.</source>
        <translation>记录 ID 保留其簇；false：加 100，以避开新数据库的簇。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>DATE and DATETIME, which have milliseconds in UTC; or text, which keeps all digits.</source>
        <translation>DATE 和 DATETIME，精确到 UTC 毫秒；或文本，保留所有位数。</translation>
    </message>
    <message>
        <source>How hard to pack</source>
        <translation>压缩级别</translation>
    </message>
    <message>
        <source>Of a file that ends in .gz: 0 (not at all) to 9 (smallest and slowest).</source>
        <translation>以 .gz 结尾的文件：0（不压缩）到 9（最小但最慢）。</translation>
    </message>
    <message>
        <source>The file of OrientDB&apos;s EXPORT DATABASE, versions 1.x to 3.2: classes as tables, edges as link tables.</source>
        <translation>OrientDB 1.x 至 3.2 的 EXPORT DATABASE 文件：类作为表，边作为关联表。</translation>
    </message>
    <message>
        <source>Header line (CSV)</source>
        <translation>标题行 (CSV)</translation>
    </message>
    <message>
        <source>Whether the first line of a CSV file names the columns.</source>
        <translation>CSV 文件的第一行是否为列名。</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>Beside pure link tables: columns only, or relationship tables, too.</source>
        <translation>除纯关联表外：仅作为列，或也作为关系表。</translation>
    </message>
    <message>
        <source>Empty text in CSV</source>
        <translation>CSV 中的空文本</translation>
    </message>
    <message>
        <source>Kùzu&apos;s CSV reads an empty text as NULL: refuse to write it, or let it be NULL.</source>
        <translation>Kùzu 的 CSV 会把空文本读为 NULL：拒绝写入，或任其为 NULL。</translation>
    </message>
    <message>
        <source>Columns as text</source>
        <translation>作为文本的列</translation>
    </message>
    <message>
        <source>Columns to be written as STRING, with commas between them: NAME, TABLE.NAME, or * for all.</source>
        <translation>写为 STRING 的列，以逗号分隔：列名、表名.列名，或 * 表示全部。</translation>
    </message>
    <message>
        <source>Like the export</source>
        <translation>参照导出</translation>
    </message>
    <message>
        <source>An export directory of Kùzu whose types, sequences, macros and indexes are taken over, for tables that were imported from it.</source>
        <translation>一个 Kùzu 导出目录，采用其中的类型、序列、宏和索引，用于从中导入的表。</translation>
    </message>
    <message>
        <source>An export directory of the graph databases Kùzu and Ladybug: node tables are tables, relationship tables link tables.</source>
        <translation>图数据库 Kùzu 和 Ladybug 的导出目录：节点表作为表，关系表作为关联表。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Fully qualified name of what the rows of a plain file belong to (default: as the file&apos;s name says, SERVICE.DATABASE.schemas.csv).</source>
        <translation>普通文件中各行所属对象的完全限定名（默认：按文件名，SERVICE.DATABASE.schemas.csv）。</translation>
    </message>
    <message>
        <source>Service and database</source>
        <translation>服务和数据库</translation>
    </message>
    <message>
        <source>SERVICE.DATABASE to stand in all fully qualified names in place of those that are there.</source>
        <translation>在所有完全限定名中替换原有部分的 SERVICE.DATABASE。</translation>
    </message>
    <message>
        <source>List of owners</source>
        <translation>所有者列表</translation>
    </message>
    <message>
        <source>A text file with one user:NAME or team:NAME in each line: other owners are refused.</source>
        <translation>每行一个 user:NAME 或 team:NAME 的文本文件：拒绝其他所有者。</translation>
    </message>
    <message>
        <source>Names that differ in case</source>
        <translation>仅大小写不同的名称</translation>
    </message>
    <message>
        <source>alike: two names that differ in case only are refused; distinct: they are two names.</source>
        <translation>alike：仅大小写不同的两个名称会被拒绝；distinct：视为两个名称。</translation>
    </message>
    <message>
        <source>As comments</source>
        <translation>作为注释</translation>
    </message>
    <message>
        <source>Only the descriptions of tables and columns, as a table of comments: what an import into comments:DB takes.</source>
        <translation>仅表和列的描述，作为注释表：即导入 comments:DB 所需的内容。</translation>
    </message>
    <message>
        <source>Columns of version</source>
        <translation>版本的列</translation>
    </message>
    <message>
        <source>The OpenMetadata version whose columns are written; a server takes its own only.</source>
        <translation>写入其列的 OpenMetadata 版本；服务器只接受自己的版本。</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有层级</translation>
    </message>
    <message>
        <source>Of a server: everything below, not only what is next to it.</source>
        <translation>用于服务器：其下所有内容，而不仅是下一级。</translation>
    </message>
    <message>
        <source>As a job on the server</source>
        <translation>作为服务器上的任务</translation>
    </message>
    <message>
        <source>The server works in the background and tells when it is done.</source>
        <translation>服务器在后台处理，完成后通知。</translation>
    </message>
    <message>
        <source>Names, descriptions, owners, tags and types of schemas, tables and columns, no rows: the CSV that OpenMetadata exports and imports.</source>
        <translation>模式、表和列的名称、描述、所有者、标签和类型，不含行数据：OpenMetadata 导出和导入的 CSV。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The SQLite file.</source>
        <translation>SQLite 文件。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Name or address of the server.</source>
        <translation>服务器的名称或地址。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The port that the server listens on; empty for the usual one.</source>
        <translation>服务器监听的端口；留空则用默认端口。</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Instead of a host: a server on this machine is reached through this socket or folder.</source>
        <translation>代替主机：通过此套接字或文件夹连接本机的服务器。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>The name of the database on the server.</source>
        <translation>服务器上数据库的名称。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>The name that you have on the server.</source>
        <translation>您在服务器上的用户名。</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密 (TLS)</translation>
    </message>
    <message>
        <source>verify-full is the only mode that nobody on the way can read or pretend to be the server.</source>
        <translation>只有 verify-full 模式能防止途中被窃读或冒充服务器。</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>The certificate of the authority that vouches for the server.</source>
        <translation>为服务器担保的机构的证书。</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Your own certificate, where the server wants one.</source>
        <translation>服务器要求时使用的您自己的证书。</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>The key of your certificate.</source>
        <translation>您的证书的密钥。</translation>
    </message>
    <message>
        <source>Timeout (seconds)</source>
        <translation>超时（秒）</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>连接时等待服务器的时间。</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>The name (DSN) of a data source of this machine.</source>
        <translation>本机数据源的名称 (DSN)。</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>Instead of a data source: the name of a driver.</source>
        <translation>代替数据源：驱动程序的名称。</translation>
    </message>
    <message>
        <source>The name that you have there (UID).</source>
        <translation>您在那里的用户名 (UID)。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What else the driver is told: Server=db;Database=shop</source>
        <translation>传给驱动程序的其他参数：Server=db;Database=shop</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Row groups</source>
        <translation>行组</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>every line is followed by an empty one</source>
        <translation>每行之后都有一个空行</translation>
    </message>
    <message>
        <source>the file says so in its first line</source>
        <translation>文件首行已说明</translation>
    </message>
    <message>
        <source>the first line holds no delimiter: one column</source>
        <translation>首行没有分隔符：只有一列</translation>
    </message>
    <message>
        <source>not every line has as many</source>
        <translation>各行的数量不一致</translation>
    </message>
    <message>
        <source>in the first line</source>
        <translation>在首行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the first line looks like data</source>
        <translation>首行看起来像数据</translation>
    </message>
    <message>
        <source>some names look like numbers</source>
        <translation>部分列名看起来像数字</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>point</source>
        <translation>句点</translation>
    </message>
    <message>
        <source>numbers with comma and numbers with point</source>
        <translation>既有用逗号的数字，也有用句点的数字</translation>
    </message>
    <message>
        <source>day and month cannot be told apart</source>
        <translation>无法区分日和月</translation>
    </message>
    <message>
        <source>write the dates as YYYY-MM-DD</source>
        <translation>请将日期写成 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>standard SQL</source>
        <translation>标准 SQL</translation>
    </message>
    <message>
        <source>a backslash in front of a quote is refused until you say</source>
        <translation>在您指定之前，引号前的反斜杠会被拒绝</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Look at files</source>
        <translation>查看文件</translation>
    </message>
    <message>
        <source>Make the sample database</source>
        <translation>创建示例数据库</translation>
    </message>
    <message>
        <source>Repair rejected rows</source>
        <translation>修正被拒绝的行</translation>
    </message>
    <message>
        <source>Export the metadata of %1 to %2</source>
        <translation>将 %1 的元数据导出到 %2</translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation>从 %1 导出</translation>
    </message>
    <message>
        <source>Export %1 to %2</source>
        <translation>将 %1 导出到 %2</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>导入到 %1</translation>
    </message>
    <message>
        <source>Preview %1 into %2</source>
        <translation>预览 %1 → %2</translation>
    </message>
    <message>
        <source>Apply changes to %1</source>
        <translation>将更改应用到 %1</translation>
    </message>
    <message>
        <source>Undo on %1</source>
        <translation>在 %1 中撤销</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>比较 %1 与 %2</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Dates in %1</source>
        <translation>%1 中的日期</translation>
    </message>
    <message>
        <source>%1 is as likely</source>
        <translation>%1 同样可能</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>Of columns of dates: YYYY-MM-DD, or day or month first as in 31/12/1999.</source>
        <translation>日期列的顺序：YYYY-MM-DD，或如 31/12/1999 那样日或月在前。</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>the file begins with its byte order mark</source>
        <translation>文件以字节顺序标记开头</translation>
    </message>
    <message>
        <source>every character is well-formed UTF-8</source>
        <translation>每个字符都是有效的 UTF-8</translation>
    </message>
    <message>
        <source>every second byte is NUL</source>
        <translation>每隔一个字节为 NUL</translation>
    </message>
    <message>
        <source>no field stands in quotes</source>
        <translation>没有字段带引号</translation>
    </message>
    <message>
        <source>words in the first line, numbers or dates below</source>
        <translation>首行是文字，其下是数字或日期</translation>
    </message>
    <message>
        <source>the first line holds words only</source>
        <translation>首行只有文字</translation>
    </message>
    <message>
        <source>no number has a fraction</source>
        <translation>没有数字带小数</translation>
    </message>
    <message>
        <source>%1 fields stand in quotes</source>
        <translation>%1 个字段带引号</translation>
    </message>
    <message>
        <source>%1 in %2 of %3 lines</source>
        <translation>%3 行中有 %2 行各 %1 个</translation>
    </message>
    <message>
        <source>%1 fields in %2 % of %3 lines</source>
        <translation>%3 行中有 %2 % 为 %1 个字段</translation>
    </message>
    <message>
        <source>%1 of the first numbers have one</source>
        <translation>前面的数字中有 %1 个带小数点</translation>
    </message>
</context>
<context>
    <name>galley::CountsBar</name>
    <message>
        <source>%1 inserted, %2 changed, %3 deleted, %4 rejected, %5 unchanged</source>
        <translation>插入 %1，更改 %2，删除 %3，拒绝 %4，未变 %5</translation>
    </message>
</context>
<context>
    <name>galley::DatabasePage</name>
    <message>
        <source>&amp;Stop measuring</source>
        <translation>停止测量(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Count the rows</source>
        <translation>统计行数(&amp;C)</translation>
    </message>
    <message>
        <source>Tables of %1 by their size</source>
        <translation>%1 的表，按大小</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Tables and their sizes</source>
        <translation>表及其大小</translation>
    </message>
    <message>
        <source>Not measured; the picture shows rows.</source>
        <translation>未测量；图中按行数显示。</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>By the room that tables take, with their indexes.</source>
        <translation>按表及其索引占用的空间。</translation>
    </message>
    <message>
        <source>By rows: this database does not tell the size of its tables.</source>
        <translation>按行数：此数据库不提供表的大小。</translation>
    </message>
    <message>
        <source>“About” is the database&apos;s own estimate: nothing was counted for it.</source>
        <translation>“约”是数据库自己的估计值：未为此统计任何内容。</translation>
    </message>
    <message>
        <source>There are no tables here.</source>
        <translation>此处没有表。</translation>
    </message>
</context>
<context>
    <name>galley::DeleteConfirm</name>
    <message>
        <source>Delete %1 rows?</source>
        <translation>要删除 %1 行吗？</translation>
    </message>
    <message>
        <source>1 row will be deleted</source>
        <translation>将删除 1 行</translation>
    </message>
    <message>
        <source>%1 rows will be deleted</source>
        <translation>将删除 %1 行</translation>
    </message>
    <message>
        <source>&amp;Type the number %1 to go on:</source>
        <translation>输入数字 %1 以继续(&amp;T)：</translation>
    </message>
    <message>
        <source>Number of rows to delete</source>
        <translation>要删除的行数</translation>
    </message>
    <message>
        <source>&amp;Delete and apply</source>
        <translation>删除并应用(&amp;D)</translation>
    </message>
</context>
<context>
    <name>galley::DesktopNotice</name>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>galley::DragOut</name>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
</context>
<context>
    <name>galley::DropGhost</name>
    <message>
        <source>What a drop would do</source>
        <translation>松开后将执行的操作</translation>
    </message>
</context>
<context>
    <name>galley::DropGuide</name>
    <message>
        <source>Open %1 in this window first</source>
        <translation>请先在此窗口中打开 %1</translation>
    </message>
</context>
<context>
    <name>galley::DropPlan</name>
    <message>
        <source>table %1 of %2</source>
        <translation>%2 的表 %1</translation>
    </message>
    <message>
        <source>schema %1 of %2</source>
        <translation>%2 的模式 %1</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be imported here: it holds several files</source>
        <translation>%1 无法在此导入：包含多个文件</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>将 %1 导入到 %2</translation>
    </message>
    <message>
        <source>Import %1 files, one after the other</source>
        <translation>依次导入 %1 个文件</translation>
    </message>
    <message>
        <source>Import %1 files into %2, one after the other</source>
        <translation>将 %1 个文件依次导入到 %2</translation>
    </message>
    <message>
        <source>Import %1 files together, a table each</source>
        <translation>一起导入 %1 个文件，每个文件一个表</translation>
    </message>
    <message>
        <source>Import %1 files into %2, a table each</source>
        <translation>将 %1 个文件导入到 %2，每个文件一个表</translation>
    </message>
    <message>
        <source>Copy the tables of %1 to %2 (preview first)</source>
        <translation>将 %1 的表复制到 %2（先预览）</translation>
    </message>
    <message>
        <source>Import the files in %1</source>
        <translation>导入 %1 中的文件</translation>
    </message>
    <message>
        <source>Import the files in %1 into %2</source>
        <translation>将 %1 中的文件导入到 %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Show the changes in %1</source>
        <translation>显示 %1 中的更改</translation>
    </message>
    <message>
        <source>%1 is read-only: the files are only compared</source>
        <translation>%1 为只读：仅比较这些文件</translation>
    </message>
    <message>
        <source>Cannot import into the view %1</source>
        <translation>无法导入到视图 %1</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Look at %1, for %2</source>
        <translation>查看 %1，用于 %2</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>表 %1</translation>
    </message>
    <message>
        <source>all %1 tables of %2</source>
        <translation>%2 的全部 %1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>Drop it on a database, to copy %1 there</source>
        <translation>拖放到某个数据库以将 %1 复制过去</translation>
    </message>
    <message>
        <source>Cannot: the table is in %1 already</source>
        <translation>无法执行：该表已在 %1 中</translation>
    </message>
    <message>
        <source>Cannot: the tables are in %1 already</source>
        <translation>无法执行：这些表已在 %1 中</translation>
    </message>
    <message>
        <source>Cannot copy to %1: it takes files, not tables</source>
        <translation>无法复制到 %1：它只接受文件，不接受表</translation>
    </message>
    <message>
        <source>Cannot copy to %1: the connection is read-only</source>
        <translation>无法复制到 %1：连接为只读</translation>
    </message>
    <message>
        <source>Cannot copy into the view %1</source>
        <translation>无法复制到视图 %1</translation>
    </message>
    <message>
        <source>Copy the rows of %1 into %2 (preview first)</source>
        <translation>将 %1 的行复制到 %2（先预览）</translation>
    </message>
    <message>
        <source>Copy %1 to %2 (preview first)</source>
        <translation>将 %1 复制到 %2（先预览）</translation>
    </message>
</context>
<context>
    <name>galley::ErrorDialog</name>
    <message>
        <source>A job failed</source>
        <translation>任务失败</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>该怎么做</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>galley::ExportWizard</name>
    <message>
        <source>Reading the tables of %1…</source>
        <translation>正在读取 %1 的表…</translation>
    </message>
    <message>
        <source>Tables to export</source>
        <translation>要导出的表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Structure: tables, indexes, views and triggers</source>
        <translation>结构：表、索引、视图和触发器</translation>
    </message>
    <message>
        <source>Layout of the export</source>
        <translation>导出布局</translation>
    </message>
    <message>
        <source>Format of the data</source>
        <translation>数据格式</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>One &amp;zip file, with checksums and a seal</source>
        <translation>一个 zip 文件，带校验和与封印(&amp;Z)</translation>
    </message>
    <message>
        <source>A &amp;folder, with checksums</source>
        <translation>一个文件夹，带校验和(&amp;F)</translation>
    </message>
    <message>
        <source>One &amp;plain file: one table, rows only</source>
        <translation>一个普通文件：单个表，仅含行(&amp;P)</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>导出位置</translation>
    </message>
    <message>
        <source>&amp;Replace what is there</source>
        <translation>替换已有内容(&amp;R)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>等效的命令行</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>One &amp;zip file</source>
        <translation>一个 zip 文件(&amp;Z)</translation>
    </message>
    <message>
        <source>A &amp;folder</source>
        <translation>一个文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>One file for a&amp;ll tables</source>
        <translation>所有表放在一个文件中(&amp;L)</translation>
    </message>
    <message>
        <source> Only the structure is written.</source>
        <translation> 仅写入结构。</translation>
    </message>
    <message>
        <source>

Everything is read back and compared before the export gets its name. If anything fails, nothing is left behind.</source>
        <translation>

导出命名前会回读并比较全部内容。若有任何失败，不会留下任何东西。</translation>
    </message>
    <message>
        <source>

The export is not read back.</source>
        <translation>

不回读此导出。</translation>
    </message>
    <message>
        <source>
What is there now is replaced, once the new export is complete.</source>
        <translation>
新导出完成后将替换现有内容。</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What shall be exported?</source>
        <translation>要导出什么？</translation>
    </message>
    <message>
        <source>The tables are still being read</source>
        <translation>仍在读取表</translation>
    </message>
    <message>
        <source>Choose at least one table</source>
        <translation>请至少选择一个表</translation>
    </message>
    <message>
        <source>Choose rows, structure or both</source>
        <translation>请选择行、结构或两者</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>In which format are the rows written?</source>
        <translation>以什么格式写入各行？</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>请选择格式</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where does the export go?</source>
        <translation>导出到哪里？</translation>
    </message>
    <message>
        <source>Choose where the export goes</source>
        <translation>请选择导出位置</translation>
    </message>
    <message>
        <source>One plain file holds one table: choose one, or a zip or a folder</source>
        <translation>普通文件只能容纳一个表：请选择一个表，或改用 zip 或文件夹</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Ready to export</source>
        <translation>可以导出</translation>
    </message>
    <message>
        <source>Select n&amp;one</source>
        <translation>全不选(&amp;O)</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>浏览(&amp;W)…</translation>
    </message>
    <message>
        <source>Read e&amp;verything back and compare before it gets its name</source>
        <translation>命名前回读全部内容并比较(&amp;V)</translation>
    </message>
    <message>
        <source>rows not counted</source>
        <translation>未统计行数</translation>
    </message>
    <message>
        <source>about 1 row</source>
        <translation>约 1 行</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>the rows are being counted</source>
        <translation>正在统计行数</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>无行</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>%1 of %2 tables of %3, %4, go to
%5
as %6.</source>
        <translation>%3 共 %2 个表，其中 %1 个（%4）将导出到
%5
格式为 %6。</translation>
    </message>
</context>
<context>
    <name>galley::FactsView</name>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>What was detected</source>
        <translation>检测到的内容</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>检测项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>How surely</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>detected: %1, %2</source>
        <translation>检测到：%1，%2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>you set it</source>
        <translation>由您设置</translation>
    </message>
    <message>
        <source>every value of each column fits its type</source>
        <translation>各列的每个值都符合其类型</translation>
    </message>
    <message>
        <source>Types of %1 columns</source>
        <translation>%1 列的类型</translation>
    </message>
</context>
<context>
    <name>galley::FilterBar</name>
    <message>
        <source>Inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Show the rejected rows with their reasons</source>
        <translation>显示被拒绝的行及原因</translation>
    </message>
    <message>
        <source>Show the rows that stay as they are, instead of the changes</source>
        <translation>显示保持不变的行，而不是更改</translation>
    </message>
    <message>
        <source>Show or hide these rows; what is hidden is still applied</source>
        <translation>显示或隐藏这些行；隐藏的内容仍会被应用</translation>
    </message>
    <message>
        <source>Changed columns only</source>
        <translation>仅已更改的列</translation>
    </message>
    <message>
        <source>Hide the columns that no shown row changes; the key stays</source>
        <translation>隐藏所示行均未更改的列；键列保留</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Find a text in all rows (Ctrl+F)</source>
        <translation>在所有行中查找文本 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose which columns are shown (Ctrl+Shift+C)</source>
        <translation>选择要显示的列 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部采纳</translation>
    </message>
    <message>
        <source>Take every change that the filters show</source>
        <translation>采纳筛选器所示的每项更改</translation>
    </message>
    <message>
        <source>Decline all</source>
        <translation>全部不采纳</translation>
    </message>
    <message>
        <source>Decline every change that the filters show</source>
        <translation>不采纳筛选器所示的每项更改</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处更改</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>上一处更改 (Shift+F7)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处更改</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>下一处更改 (F7)</translation>
    </message>
    <message>
        <source>Columns, %1 hidden</source>
        <translation>列，隐藏 %1 个</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>隐藏 %1 个</translation>
    </message>
    <message>
        <source>Show %1: %2</source>
        <translation>显示%1：%2</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Show unchanged: %1</source>
        <translation>显示未变的行：%1</translation>
    </message>
</context>
<context>
    <name>galley::ForgetJob</name>
    <message>
        <source>Forget %1</source>
        <translation>忘记 %1</translation>
    </message>
</context>
<context>
    <name>galley::GridDelegate</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>galley::HistoryJob</name>
    <message>
        <source>Read the history</source>
        <translation>读取历史记录</translation>
    </message>
</context>
<context>
    <name>galley::HistoryPage</name>
    <message>
        <source>Interrupted: Galley ended while this was being applied, and only the database knows whether it is. “Undo…” finds out: it changes nothing where the rows are not as applied. Where nothing was applied, “Forget” takes it off this list.</source>
        <translation>已中断：应用过程中 Galley 退出，只有数据库知道是否已应用。“撤销…”可查明：若各行不是应用后的样子，则不会做任何更改。如果什么都没有应用，“忘记”会将其从此列表移除。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget the import %1</source>
        <translation>忘记导入 %1</translation>
    </message>
    <message>
        <source>Forget an import</source>
        <translation>忘记一次导入</translation>
    </message>
    <message>
        <source>Forget the interrupted import %1?</source>
        <translation>要忘记已中断的导入 %1 吗？</translation>
    </message>
    <message>
        <source>The database stays as it is. If the import was applied after all, it can no longer be undone.</source>
        <translation>数据库保持原样。如果该导入实际上已应用，将无法再撤销。</translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the changes of %1</source>
        <translation>显示 %1 的更改</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Undo the import %1</source>
        <translation>撤销导入 %1</translation>
    </message>
    <message>
        <source>This import was undone</source>
        <translation>此导入已撤销</translation>
    </message>
    <message>
        <source>Shows what the undo would change, before it changes anything</source>
        <translation>在做任何更改之前，先显示撤销会更改的内容</translation>
    </message>
    <message>
        <source>Applied imports</source>
        <translation>已应用的导入</translation>
    </message>
    <message>
        <source>Each can be undone while the rows are still what it made of them.</source>
        <translation>只要各行仍是导入后的样子，就可以撤销。</translation>
    </message>
    <message>
        <source>Nothing was applied yet.</source>
        <translation>尚未应用任何内容。</translation>
    </message>
</context>
<context>
    <name>galley::ImportPage</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>浏览(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>galley::ImportSummaryPage</name>
    <message>
        <source>The same on the command line</source>
        <translation>等效的命令行</translation>
    </message>
    <message>
        <source>%1 goes into the new table %2 of
%3.</source>
        <translation>%1 将导入到新表 %2，位于
%3。</translation>
    </message>
    <message>
        <source>%1 is compared with the table %2 of
%3.</source>
        <translation>%1 将与表 %2 比较，位于
%3。</translation>
    </message>
    <message>
        <source>%1 (%2 tables) is compared with
%3.</source>
        <translation>%1（%2 个表）将与以下数据库比较
%3。</translation>
    </message>
    <message>
        <source>

Mode: %1.</source>
        <translation>

模式：%1。</translation>
    </message>
    <message>
        <source>

Mode: new tables are created, in others rows are inserted or updated.</source>
        <translation>

模式：创建新表；在其他表中插入或更新行。</translation>
    </message>
    <message>
        <source>
Rows are matched by %1.</source>
        <translation>
按 %1 匹配各行。</translation>
    </message>
    <message>
        <source>
%1 columns are mapped by hand, %2 get a constant.</source>
        <translation>
手动映射 %1 列，%2 列使用常量。</translation>
    </message>
    <message>
        <source>
The changes are rehearsed and rolled back.</source>
        <translation>
将演练这些更改，然后回滚。</translation>
    </message>
    <message>
        <source>

Next you see every change, row by row. Only what you then apply is written.</source>
        <translation>

接下来您将逐行看到每项更改。只有您随后应用的内容才会写入。</translation>
    </message>
    <message>
        <source>
The types of %1 new columns were chosen.</source>
        <translation>
已为 %1 个新列选择类型。</translation>
    </message>
</context>
<context>
    <name>galley::ImportWizard</name>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>What shall be imported?</source>
        <translation>要导入什么？</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Into which database and table?</source>
        <translation>导入到哪个数据库和表？</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which column goes where?</source>
        <translation>各列对应到哪里？</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What happens to rows that are there already?</source>
        <translation>已存在的行如何处理？</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Ready to preview: nothing is written</source>
        <translation>可以预览：不会写入任何内容</translation>
    </message>
</context>
<context>
    <name>galley::InterruptedCards</name>
    <message>
        <source>Interrupted: %1</source>
        <translation>已中断：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show its changes</source>
        <translation>显示其更改</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>显示历史记录</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>galley::InterruptedJobs</name>
    <message>
        <source>It had ended: the import is undone.</source>
        <translation>已结束：导入已撤销。</translation>
    </message>
    <message>
        <source>It had been committed: the database has the changes. The history has it as %1.</source>
        <translation>已提交：数据库包含这些更改。在历史记录中为 %1。</translation>
    </message>
    <message>
        <source>Only the database knows whether it was committed: all of it is there, or nothing. “Undo…” in the history finds out, and changes nothing where the rows are not as applied.</source>
        <translation>只有数据库知道是否已提交：要么全部存在，要么全部没有。历史记录中的“撤销…”可查明，若各行不是应用后的样子则不会做任何更改。</translation>
    </message>
    <message>
        <source>It was not committed: the database is as it was. It is not repeated by itself.</source>
        <translation>未提交：数据库保持原样。不会自动重试。</translation>
    </message>
    <message>
        <source>Galley ended while this was running (begun %1).</source>
        <translation>Galley 在其运行时退出（开始于 %1）。</translation>
    </message>
    <message>
        <source>The destination is as it was before.</source>
        <translation>目标保持之前的样子。</translation>
    </message>
    <message>
        <source>Nothing unfinished was left behind.</source>
        <translation>没有遗留未完成的内容。</translation>
    </message>
    <message>
        <source>Left behind, unfinished: %1</source>
        <translation>遗留的未完成内容：%1</translation>
    </message>
    <message>
        <source>A preview changes nothing in the database.</source>
        <translation>预览不会更改数据库中的任何内容。</translation>
    </message>
</context>
<context>
    <name>galley::JobDetails</name>
    <message>
        <source>The tables are listed here once they are known.</source>
        <translation>获知各表后将在此列出。</translation>
    </message>
    <message>
        <source>Tables of this job</source>
        <translation>此任务的表</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
</context>
<context>
    <name>galley::JobJournal</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>已继续</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
</context>
<context>
    <name>galley::JobRow</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stopping, everything is rolled back</source>
        <translation>正在停止，将全部回滚</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Done in %1: %2</source>
        <translation>用时 %1 完成：%2</translation>
    </message>
    <message>
        <source>Cancelled after %1; nothing was left behind</source>
        <translation>%1 后取消；未留下任何内容</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on from where it stands</source>
        <translation>从当前位置继续</translation>
    </message>
    <message>
        <source>Stands still and keeps its place: what it reads stays as it was when it began, and the database keeps that snapshot for it</source>
        <translation>停在原处并保留位置：所读内容保持开始时的样子，数据库会为其保留该快照</translation>
    </message>
    <message>
        <source>Not while its changes are being made: others would wait for its locks</source>
        <translation>正在更改时不能暂停：其他人会等待其锁</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Waiting for: %1</source>
        <translation>正在等待：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Pauses after this step</source>
        <translation>此步骤后暂停</translation>
    </message>
    <message>
        <source>Failed after %1. %2</source>
        <translation>%1 后失败。%2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>该怎么做</translation>
    </message>
</context>
<context>
    <name>galley::JobTablesModel</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>galley::JobsModel</name>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>1 file written</source>
        <translation>写入 1 个文件</translation>
    </message>
    <message>
        <source>%1 files written</source>
        <translation>写入 %1 个文件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The database</source>
        <translation>该数据库</translation>
    </message>
    <message>
        <source>%1 is as it was: all changes were taken back (rolled back).</source>
        <translation>%1 保持原样：所有更改均已撤回（回滚）。</translation>
    </message>
    <message>
        <source>%1 has the changes: they were committed before this went wrong.</source>
        <translation>%1 已包含这些更改：出错之前已提交。</translation>
    </message>
    <message>
        <source>It is not known whether %1 has the changes: the connection was lost while they were being committed. All of them are there, or none.</source>
        <translation>不知道 %1 是否已包含这些更改：提交时连接丢失。要么全部存在，要么全部没有。</translation>
    </message>
    <message>
        <source>No database was changed. %1 was not written; what was there before is as it was.</source>
        <translation>没有数据库被更改。%1 未写入；之前的内容保持原样。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>以及另外 1 个</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>有任务正在运行</translation>
    </message>
    <message>
        <source>A job is running. Cancel it and quit?</source>
        <translation>有一个任务正在运行。要取消并退出吗？</translation>
    </message>
    <message>
        <source>%1 jobs are running. Cancel them and quit?</source>
        <translation>有 %1 个任务正在运行。要取消并退出吗？</translation>
    </message>
    <message>
        <source>A cancelled import changes nothing; a cancelled export leaves no file.</source>
        <translation>取消的导入不会更改任何内容；取消的导出不会留下文件。</translation>
    </message>
    <message>
        <source>Cancel and quit</source>
        <translation>取消并退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Quit when done</source>
        <translation>完成后退出</translation>
    </message>
    <message>
        <source>Look into the history once the server can be reached again: “Undo…” finds out what was committed, and changes nothing where the rows are not as applied.</source>
        <translation>服务器恢复连接后请查看历史记录：“撤销…”可查明已提交的内容，若各行不是应用后的样子则不会做任何更改。</translation>
    </message>
    <message>
        <source>See whether the server can be reached, then try again.</source>
        <translation>请检查能否连接服务器，然后重试。</translation>
    </message>
    <message>
        <source>Ask whoever runs the database or the folder for the right to do this.</source>
        <translation>请向数据库或文件夹的管理者申请此权限。</translation>
    </message>
    <message>
        <source>Make the preview again: it shows the data as it is now.</source>
        <translation>请重新预览：它会显示当前的数据。</translation>
    </message>
    <message>
        <source>Look whether the path is right and the folder can be written to, then try again.</source>
        <translation>请检查路径是否正确、文件夹是否可写，然后重试。</translation>
    </message>
    <message>
        <source>Try again; if it fails the same way, the details say where to look.</source>
        <translation>请重试；如果仍以同样方式失败，详细信息会说明该查看哪里。</translation>
    </message>
    <message>
        <source>The server knows no transaction: what it took before this went wrong is kept.</source>
        <translation>服务器没有事务：出错之前它已接受的内容会保留。</translation>
    </message>
    <message>
        <source>Make the preview again: it shows what is still missing.</source>
        <translation>请重新预览：它会显示仍缺少的内容。</translation>
    </message>
</context>
<context>
    <name>galley::JobsPanel</name>
    <message>
        <source>No jobs yet: exports, previews and imports show up here.</source>
        <translation>暂无任务：导出、预览和导入会显示在此处。</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>galley::Json</name>
    <message>
        <source>not valid JSON at character %1: %2</source>
        <translation>第 %1 个字符处不是有效的 JSON：%2</translation>
    </message>
</context>
<context>
    <name>galley::LoadRowsModel</name>
    <message>
        <source>The rows cannot be shown: %1</source>
        <translation>无法显示各行：%1</translation>
    </message>
    <message>
        <source>Rows that stay as they are, read from the database: %1 are the same in the source</source>
        <translation>保持不变的行，读自数据库：其中 %1 行与源相同</translation>
    </message>
    <message>
        <source>%1. The first %2 are shown.</source>
        <translation>%1。显示前 %2 行。</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source</source>
        <translation>读自源的 %2 行中的前 %1 行</translation>
    </message>
    <message>
        <source>One row, read from the source</source>
        <translation>读自源的 1 行</translation>
    </message>
    <message>
        <source>All %1 rows, read from the source</source>
        <translation>读自源的全部 %1 行</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, read from the source as you scroll</source>
        <translation>%2 行中的前 %1 行，滚动时从源读取</translation>
    </message>
    <message>
        <source>%1 rows, read from the source as you scroll</source>
        <translation>%1 行，滚动时从源读取</translation>
    </message>
</context>
<context>
    <name>galley::MainWindow</name>
    <message>
        <source>Remove connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Remove the saved connection “%1”?</source>
        <translation>要移除已保存的连接“%1”吗？</translation>
    </message>
    <message>
        <source>The database itself stays as it is. A password in the keyring is removed.</source>
        <translation>数据库本身保持不变。密钥环中的密码会被移除。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>打开数据库(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>新建连接(&amp;N)…</translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation>打开示例数据库(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>关闭标签页(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close database</source>
        <translation>关闭数据库(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Value pane</source>
        <translation>值窗格(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>结构(&amp;S)</translation>
    </message>
    <message>
        <source>Go to &amp;tree</source>
        <translation>转到树(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Galley</source>
        <translation>关于 Galley(&amp;A)</translation>
    </message>
    <message>
        <source>About Galley</source>
        <translation>关于 Galley</translation>
    </message>
    <message>
        <source>Moves data out of a database and back in, and shows every change before it is made. Free software under the MIT licence. Qt %1.</source>
        <translation>将数据从数据库导出并导回，在更改之前展示每一项更改。采用 MIT 许可证的自由软件。Qt %1。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>查找表</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)</source>
        <translation>SQLite 数据库 (*.sqlite *.sqlite3 *.db *.db3);;所有文件 (*)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>未打开数据库</translation>
    </message>
    <message>
        <source>1 job running</source>
        <translation>1 个任务正在运行</translation>
    </message>
    <message>
        <source>%1 jobs running</source>
        <translation>%1 个任务正在运行</translation>
    </message>
    <message>
        <source>%1 — Galley</source>
        <translation>%1 — Galley</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Its &amp;metadata catalogue</source>
        <translation>其元数据目录(&amp;M)</translation>
    </message>
    <message>
        <source>Metadata of %1</source>
        <translation>%1 的元数据</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Preview of importing %1 into %2</source>
        <translation>将 %1 导入 %2 的预览</translation>
    </message>
    <message>
        <source>Export of %1 to %2</source>
        <translation>将 %1 导出到 %2</translation>
    </message>
    <message>
        <source>Saved &amp;jobs</source>
        <translation>已保存的任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;All saved jobs…</source>
        <translation>所有已保存的任务(&amp;A)…</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>运行“%1”</translation>
    </message>
    <message>
        <source>Galley ended while a job was running: see Jobs.</source>
        <translation>Galley 在任务运行时退出：请查看“任务”。</translation>
    </message>
    <message>
        <source>Galley ended while %1 jobs were running: see Jobs.</source>
        <translation>Galley 在 %1 个任务运行时退出：请查看“任务”。</translation>
    </message>
    <message>
        <source>One more was dropped; it was left alone, because you cancelled.</source>
        <translation>还拖放了一个；由于您已取消，未做处理。</translation>
    </message>
    <message>
        <source>%1 more were dropped; they were left alone, because you cancelled.</source>
        <translation>还拖放了 %1 个；由于您已取消，未做处理。</translation>
    </message>
    <message>
        <source>Select tables or a database in the tree first</source>
        <translation>请先在树中选择表或数据库</translation>
    </message>
    <message>
        <source>Copy to another &amp;database…</source>
        <translation>复制到另一个数据库(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>galley::MappingDetail</name>
    <message>
        <source>&amp;Constant in every row</source>
        <translation>每行使用常量(&amp;C)</translation>
    </message>
    <message>
        <source>No constant</source>
        <translation>无常量</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>类型(&amp;Y)</translation>
    </message>
    <message>
        <source>Constant in every row</source>
        <translation>每行使用常量</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Name of the new column</source>
        <translation>新列的名称</translation>
    </message>
    <message>
        <source>Type of the new column</source>
        <translation>新列的类型</translation>
    </message>
    <message>
        <source>Choose a target column to say more about it</source>
        <translation>选择一个目标列以进一步设置</translation>
    </message>
    <message>
        <source>, not NULL</source>
        <translation>，非空</translation>
    </message>
</context>
<context>
    <name>galley::MappingLines</name>
    <message>
        <source>Lines between the columns</source>
        <translation>列之间的连线</translation>
    </message>
</context>
<context>
    <name>galley::MappingModel</name>
    <message>
        <source>The target has no column %1.</source>
        <translation>目标没有列 %1。</translation>
    </message>
    <message>
        <source>Two source columns go into %1.</source>
        <translation>有两个源列对应到 %1。</translation>
    </message>
    <message>
        <source>%1 gets a constant and a source column.</source>
        <translation>%1 同时有常量和源列。</translation>
    </message>
    <message>
        <source>No source column goes into the target: map at least one.</source>
        <translation>没有源列对应到目标：请至少映射一列。</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（不导入）</translation>
    </message>
    <message>
        <source>(constant)</source>
        <translation>（常量）</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>left as it is, or NULL</source>
        <translation>保持原样，或为 NULL</translation>
    </message>
    <message>
        <source>left as it is, or %1</source>
        <translation>保持原样，或为 %1</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>来自源</translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation>到目标</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
</context>
<context>
    <name>galley::MappingPage</name>
    <message>
        <source>(left out)</source>
        <translation>（不导入）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The source brings several tables: columns of the same name are matched in each.</source>
        <translation>源包含多个表：在每个表中按相同列名对应。</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>以表格显示(&amp;T)</translation>
    </message>
    <message>
        <source>Columns of the same name are matched. A dashed line is only a suggestion: take it, or draw another. A column without a source can get a constant.</source>
        <translation>按相同列名对应。虚线只是建议：可采纳它，或另画一条。没有源的列可以使用常量。</translation>
    </message>
    <message>
        <source>The table is new: it gets these columns. Rename them, choose their types, or leave some out.</source>
        <translation>此表是新表，将包含这些列。可重命名、选择类型或去掉某些列。</translation>
    </message>
    <message>
        <source>no value in the first rows</source>
        <translation>前几行没有值</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>例如 %1</translation>
    </message>
    <message>
        <source>New rows need a value in %1 (not NULL, no default): connect a column, or give a constant.</source>
        <translation>新行的 %1 需要值（非空且无默认值）：请连接一列或给出常量。</translation>
    </message>
</context>
<context>
    <name>galley::MappingView</name>
    <message>
        <source>Columns of the source</source>
        <translation>源的列</translation>
    </message>
    <message>
        <source>Columns of the target</source>
        <translation>目标的列</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>来自源</translation>
    </message>
    <message>
        <source>Into the target</source>
        <translation>到目标</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>不导入(&amp;L)</translation>
    </message>
    <message>
        <source>Take the &amp;suggestion</source>
        <translation>采纳建议(&amp;S)</translation>
    </message>
    <message>
        <source>Take %1 &amp;suggestions</source>
        <translation>采纳 %1 条建议(&amp;S)</translation>
    </message>
    <message>
        <source>goes into %1</source>
        <translation>导入到 %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>= %1</source>
        <translation>= %1</translation>
    </message>
    <message>
        <source>! needs a value</source>
        <translation>! 需要一个值</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Drag from one side to the other to connect. By keys: Enter on a column of the source, then Enter on where it goes; Del leaves it out.</source>
        <translation>从一侧拖到另一侧以连接。使用键盘：在源列上按 Enter，再在目标上按 Enter；按 Del 则不导入。</translation>
    </message>
    <message>
        <source>Where does “%1” go? Enter connects, Esc leaves it as it was.</source>
        <translation>“%1”对应到哪里？按 Enter 连接，按 Esc 保持原样。</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>导入(&amp;T)</translation>
    </message>
    <message>
        <source>Enter on a column of the source renames what becomes of it, or takes it in again; Del leaves it out.</source>
        <translation>在源列上按 Enter 可重命名对应的新列或重新导入；按 Del 则不导入。</translation>
    </message>
</context>
<context>
    <name>galley::MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>galley::MetadataCatalogueJob</name>
    <message>
        <source>Look at the metadata of %1</source>
        <translation>查看 %1 的元数据</translation>
    </message>
</context>
<context>
    <name>galley::MetadataTree</name>
    <message>
        <source>List %1</source>
        <translation>列出 %1</translation>
    </message>
    <message>
        <source>%1 (asking…)</source>
        <translation>%1（正在查询…）</translation>
    </message>
</context>
<context>
    <name>galley::Minimap</name>
    <message>
        <source>Map of the changes</source>
        <translation>更改概览图</translation>
    </message>
    <message>
        <source>All changes of this table: click to go there</source>
        <translation>此表的所有更改：点击可跳转</translation>
    </message>
</context>
<context>
    <name>galley::ModePage</name>
    <message>
        <source>Insert or update</source>
        <translation>插入或更新</translation>
    </message>
    <message>
        <source>New rows are inserted, rows with the same key are updated; nothing is deleted.</source>
        <translation>插入新行，更新键相同的行；不删除任何内容。</translation>
    </message>
    <message>
        <source>Insert only</source>
        <translation>仅插入</translation>
    </message>
    <message>
        <source>New rows are inserted; a row whose key is there already is rejected.</source>
        <translation>插入新行；键已存在的行会被拒绝。</translation>
    </message>
    <message>
        <source>Insert what is missing</source>
        <translation>插入缺少的行</translation>
    </message>
    <message>
        <source>New rows are inserted; rows that are there already are left alone.</source>
        <translation>插入新行；已存在的行保持不动。</translation>
    </message>
    <message>
        <source>Update only</source>
        <translation>仅更新</translation>
    </message>
    <message>
        <source>Rows that are there are updated; new rows are not inserted.</source>
        <translation>更新已存在的行；不插入新行。</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>The table becomes what the source says: rows that it lacks are deleted.</source>
        <translation>使表与源一致：源中没有的行会被删除。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>The table is emptied, then filled from the source.</source>
        <translation>清空表，然后用源填充。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Only into new or empty tables; anything else is refused.</source>
        <translation>仅导入到新表或空表；其他一律拒绝。</translation>
    </message>
    <message>
        <source>&amp;Rehearse: make all changes in a transaction with the real constraints, then roll it back</source>
        <translation>演练：在事务中按真实约束执行全部更改，然后回滚(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave rejected rows out and go on (else one rejected row stops the apply)</source>
        <translation>跳过被拒绝的行并继续（否则一行被拒绝就会停止应用）(&amp;L)</translation>
    </message>
    <message>
        <source>Keep the &amp;triggers of the tables from running</source>
        <translation>不运行表的触发器(&amp;T)</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>New tables are created and filled; in others rows are inserted or updated.</source>
        <translation>创建并填充新表；在其他表中插入或更新行。</translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation>键列</translation>
    </message>
    <message>
        <source>the table&apos;s own key</source>
        <translation>表自身的键</translation>
    </message>
    <message>
        <source>&amp;Match rows by</source>
        <translation>匹配依据(&amp;M)</translation>
    </message>
    <message>
        <source>Left empty: the primary key, else a unique index without NULL.</source>
        <translation>留空：使用主键，否则使用不含 NULL 的唯一索引。</translation>
    </message>
    <message>
        <source>The table has no key: without one here, whole rows are compared.</source>
        <translation>该表没有键：如不在此指定，将比较整行。</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>选择(&amp;H)</translation>
    </message>
    <message>
        <source>Choose key columns</source>
        <translation>选择键列</translation>
    </message>
    <message>
        <source>Unique in the file: looking, %1 so far</source>
        <translation>文件中唯一：正在检查，目前 %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Unique in the file: yes, in %1</source>
        <translation>文件中唯一：是，共 %1</translation>
    </message>
    <message>
        <source>all %1 rows</source>
        <translation>全部 %1 行</translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation>1 个重复</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 个重复</translation>
    </message>
    <message>
        <source> (first: lines %1 and %2)</source>
        <translation> （首次出现：第 %1 行和第 %2 行）</translation>
    </message>
    <message>
        <source>1 row without a value</source>
        <translation>1 行没有值</translation>
    </message>
    <message>
        <source>%1 rows without a value</source>
        <translation>%1 行没有值</translation>
    </message>
    <message>
        <source>Unique in the file: no, %1. Those rows will be rejected.</source>
        <translation>文件中唯一：否，%1。这些行会被拒绝。</translation>
    </message>
    <message>
        <source>The new table gets no key, unless columns are named here.</source>
        <translation>除非在此指定列，否则新表没有键。</translation>
    </message>
    <message>
        <source>It becomes the primary key of the new table.</source>
        <translation>将成为新表的主键。</translation>
    </message>
    <message>
        <source>%1: the primary key of the table.</source>
        <translation>%1：表的主键。</translation>
    </message>
    <message>
        <source>%1: a unique index of the table.</source>
        <translation>%1：表的唯一索引。</translation>
    </message>
    <message>
        <source>Not the primary key of the table, but its unique index %1.</source>
        <translation>不是表的主键，而是其唯一索引 %1。</translation>
    </message>
    <message>
        <source>The table has no key of its own: several of its rows may match one.</source>
        <translation>该表自身没有键：可能有多行与一行匹配。</translation>
    </message>
    <message>
        <source>Not the primary key of the table (%1): several of its rows may match one.</source>
        <translation>不是表的主键 (%1)：可能有多行与一行匹配。</translation>
    </message>
    <message>
        <source>New rows need a value in %1: connect a column on the page before, give a constant, or choose “Update only”.</source>
        <translation>新行的 %1 需要值：请在上一页连接一列、给出常量，或选择“仅更新”。</translation>
    </message>
    <message>
        <source>The key cannot be used</source>
        <translation>无法使用该键</translation>
    </message>
    <message>
        <source>New rows would lack a value</source>
        <translation>新行会缺少值</translation>
    </message>
</context>
<context>
    <name>galley::OptionsForm</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>浏览：%1</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>(as detected)</source>
        <translation>（按检测结果）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>重置为检测结果</translation>
    </message>
    <message>
        <source>Reset to detected: %1</source>
        <translation>重置为检测结果：%1</translation>
    </message>
    <message>
        <source>(as detected: %1)</source>
        <translation>（按检测结果：%1）</translation>
    </message>
</context>
<context>
    <name>galley::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the keyring of the system</source>
        <translation>保存在系统密钥环中(&amp;K)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>%1 wants a password.</source>
        <translation>%1 需要密码。</translation>
    </message>
    <message>
        <source>%1 wants the password of %2.</source>
        <translation>%1 需要 %2 的密码。</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>连接(&amp;N)</translation>
    </message>
</context>
<context>
    <name>galley::PreviewPage</name>
    <message>
        <source>What will happen</source>
        <translation>将要发生的更改</translation>
    </message>
    <message>
        <source>Rows that refer to declined ones</source>
        <translation>引用了未采纳行的行</translation>
    </message>
    <message>
        <source>Decline &amp;them, too</source>
        <translation>一并不采纳(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xport preview</source>
        <translation>导出预览(&amp;X)</translation>
    </message>
    <message>
        <source>Write what the preview shows, without what you declined, into a file</source>
        <translation>将预览所示内容写入文件，不含未采纳的部分</translation>
    </message>
    <message>
        <source>&amp;Page to read (HTML)…</source>
        <translation>可阅读的网页 (HTML)(&amp;P)…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>&amp;Table of changed values (CSV)…</source>
        <translation>已更改值的表格 (CSV)(&amp;T)…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Script (SQL)…</source>
        <translation>脚本 (SQL)(&amp;S)…</translation>
    </message>
    <message>
        <source>Scripts (*.sql)</source>
        <translation>脚本 (*.sql)</translation>
    </message>
    <message>
        <source>Export the preview</source>
        <translation>导出预览</translation>
    </message>
    <message>
        <source>changes from %1</source>
        <translation>来自 %1 的更改</translation>
    </message>
    <message>
        <source>The connection is read-only: this can be looked at, not applied.</source>
        <translation>连接为只读：可以查看，但不能应用。</translation>
    </message>
    <message>
        <source>In one transaction, read back before it is kept</source>
        <translation>在一个事务中进行，提交前回读</translation>
    </message>
    <message>
        <source>&amp;Undo 1 change</source>
        <translation>撤销 1 项更改(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Apply 1 change</source>
        <translation>应用 1 项更改(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Undo %1 changes</source>
        <translation>撤销 %1 项更改(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Apply %1 changes</source>
        <translation>应用 %1 项更改(&amp;A)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1到 %2</translation>
    </message>
    <message>
        <source>The preview cannot be shown: %1

%2</source>
        <translation>无法显示预览：%1

%2</translation>
    </message>
    <message>
        <source>Not all of the preview could be read: %1</source>
        <translation>未能读取全部预览：%1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows that stay as they are</source>
        <translation>保持不变的行</translation>
    </message>
    <message>
        <source>Rows that will be loaded</source>
        <translation>将加载的行</translation>
    </message>
    <message>
        <source>Undo of %1 in %2</source>
        <translation>撤销 %2 中的 %1</translation>
    </message>
    <message>
        <source>%1 into %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>已读取 1 行</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>已读取 %1 行</translation>
    </message>
    <message>
        <source>Rejected rows (%1)</source>
        <translation>被拒绝的行 (%1)</translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation>警告 (%1)</translation>
    </message>
    <message>
        <source>Schema (%1)</source>
        <translation>模式 (%1)</translation>
    </message>
    <message>
        <source>1 row is the same on both sides.</source>
        <translation>两边有 1 行相同。</translation>
    </message>
    <message>
        <source>%1 rows are the same on both sides.</source>
        <translation>两边有 %1 行相同。</translation>
    </message>
    <message>
        <source>1 row is skipped.</source>
        <translation>跳过 1 行。</translation>
    </message>
    <message>
        <source>%1 rows are skipped.</source>
        <translation>跳过 %1 行。</translation>
    </message>
    <message>
        <source>No row of this table changes.</source>
        <translation>此表没有行被更改。</translation>
    </message>
    <message>
        <source>Compared %1 with %2.</source>
        <translation>于 %1 与 %2 比较。</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Compared %1 with %2.</source>
        <translation>尚未写入任何内容。于 %1 与 %2 比较。</translation>
    </message>
    <message>
        <source>Reading the preview…</source>
        <translation>正在读取预览…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Differences of the tables themselves</source>
        <translation>表本身的差异</translation>
    </message>
    <message>
        <source>Told only: an import changes no table that is there</source>
        <translation>仅供参考：导入不会更改已有的表结构</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>as it was before the import</source>
        <translation>导入之前的样子</translation>
    </message>
    <message>
        <source>Sorting by kind…</source>
        <translation>正在按类型排序…</translation>
    </message>
    <message>
        <source>Sorting by %1…</source>
        <translation>正在按 %1 排序…</translation>
    </message>
    <message>
        <source>Find a text</source>
        <translation>查找文本</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处更改</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处更改</translation>
    </message>
    <message>
        <source>Apply, or undo</source>
        <translation>应用或撤销</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Both hold the same rows in the tables that were compared.</source>
        <translation>在所比较的表中，两者的行相同。</translation>
    </message>
    <message>
        <source>only in %2: %1</source>
        <translation>仅在 %2 中：%1</translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation>不同：%1</translation>
    </message>
    <message>
        <source>Rows %1.</source>
        <translation>行：%1。</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 与 %2 比较</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>在 %1 中</translation>
    </message>
</context>
<context>
    <name>galley::ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel sorting</source>
        <translation>取消排序</translation>
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
        <translation>已修正；原为：%1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>galley::RejectsPage</name>
    <message>
        <source>Rejected rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Repair a value by a double click or F2 (empty is NULL); then preview again. The file itself is not changed.</source>
        <translation>双击或按 F2 修正值（留空为 NULL），然后重新预览。文件本身不会被更改。</translation>
    </message>
    <message>
        <source>&amp;Preview again</source>
        <translation>重新预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preview again with 1 repaired row</source>
        <translation>用 1 行修正重新预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preview again with %1 repaired rows</source>
        <translation>用 %1 行修正重新预览(&amp;P)</translation>
    </message>
</context>
<context>
    <name>galley::SaveJobDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>任务名称</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>There is a saved job of that name.</source>
        <translation>已有同名的已保存任务。</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobs</name>
    <message>
        <source>Saved jobs</source>
        <translation>已保存的任务</translation>
    </message>
    <message>
        <source>Replace what is there?</source>
        <translation>要替换已有内容吗？</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>It stays as it is until the new export is complete.</source>
        <translation>在新导出完成之前保持原样。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Save this job</source>
        <translation>保存此任务</translation>
    </message>
    <message>
        <source>It is run again from the start page, from “Saved jobs” or with galley run. Passwords are not kept with it.</source>
        <translation>可从开始页、“已保存的任务”或用 galley run 再次运行。密码不会随之保存。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Show saved jobs</source>
        <translation>显示已保存的任务</translation>
    </message>
    <message>
        <source>Rename a saved job</source>
        <translation>重命名已保存的任务</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Delete a saved job</source>
        <translation>删除已保存的任务</translation>
    </message>
    <message>
        <source>Delete the saved job “%1”?</source>
        <translation>要删除已保存的任务“%1”吗？</translation>
    </message>
    <message>
        <source>Databases and files stay as they are.</source>
        <translation>数据库和文件保持原样。</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobsModel</name>
    <message>
        <source>Export of %1 to %2</source>
        <translation>将 %1 导出到 %2</translation>
    </message>
    <message>
        <source>Import of %1 into %2</source>
        <translation>将 %1 导入到 %2</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>galley::SavedJobsPage</name>
    <message>
        <source>The same on the command line</source>
        <translation>等效的命令行</translation>
    </message>
    <message>
        <source>Saved jobs</source>
        <translation>已保存的任务</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Nothing was saved yet. The last page of the export and the import wizard has the button “Save this job…”.</source>
        <translation>尚未保存任何任务。导出和导入向导的最后一页有“保存此任务…”按钮。</translation>
    </message>
    <message>
        <source>An export runs at once. An import shows its preview first, as always. From a script or cron: galley run %1</source>
        <translation>导出会立即运行。导入一如既往先显示预览。在脚本或 cron 中：galley run %1</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>galley::SchemaModel</name>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>唯一</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查约束</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>+ only in the source</source>
        <translation>+ 仅在源中</translation>
    </message>
    <message>
        <source>− only in the database</source>
        <translation>− 仅在数据库中</translation>
    </message>
    <message>
        <source>~ differs</source>
        <translation>~ 不同</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>数据库中</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>源中</translation>
    </message>
</context>
<context>
    <name>galley::SearchBar</name>
    <message>
        <source>Find in the rows as they are and as they will be</source>
        <translation>在当前和更改后的行中查找</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>要查找的文本</translation>
    </message>
    <message>
        <source>Upper and lower case are the same; bytes are found by their hexadecimal digits</source>
        <translation>不区分大小写；字节按十六进制数字查找</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>查找上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>查找下一个 (F3)</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>停止搜索</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays</source>
        <translation>停止搜索；保留已找到的结果</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>In 1 row</source>
        <translation>在 1 行中</translation>
    </message>
    <message>
        <source>In %1 rows</source>
        <translation>在 %1 行中</translation>
    </message>
    <message>
        <source>%1, searching… %2 %</source>
        <translation>%1，正在搜索… %2 %</translation>
    </message>
    <message>
        <source>%1, stopped at %2 %</source>
        <translation>%1，停在 %2 %</translation>
    </message>
</context>
<context>
    <name>galley::ServerDialog</name>
    <message>
        <source>Export from %1</source>
        <translation>从 %1 导出</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>导入到 %1</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>导出位置</translation>
    </message>
    <message>
        <source>An edited export</source>
        <translation>编辑过的导出文件</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>The file gets its name when all of it has arrived.</source>
        <translation>全部到达后才给文件命名。</translation>
    </message>
    <message>
        <source>Next you see what would change, compared with what the server has now. Nothing is sent for good before you say so there.</source>
        <translation>接下来您将看到与服务器现有内容相比会有哪些更改。在您确认之前，不会真正发送任何内容。</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>等效的命令行</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>galley::ServerImportPage</name>
    <message>
        <source>What the server says</source>
        <translation>服务器的说明</translation>
    </message>
    <message>
        <source>Rows as the server answers them</source>
        <translation>服务器答复的行</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Views of the import</source>
        <translation>导入的视图</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将会更改的内容</translation>
    </message>
    <message>
        <source>The server&apos;s answer</source>
        <translation>服务器的答复</translation>
    </message>
    <message>
        <source>The server&apos;s dry run: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation>服务器试运行：%1。处理了 %2 行（含标题行），%3 行通过，%4 行失败。</translation>
    </message>
    <message>
        <source>The server&apos;s import: %1. %2 rows processed, the header with them, %3 passed, %4 failed.</source>
        <translation>服务器导入：%1。处理了 %2 行（含标题行），%3 行通过，%4 行失败。</translation>
    </message>
    <message>
        <source>The server&apos;s answer (%1)</source>
        <translation>服务器的答复 (%1)</translation>
    </message>
    <message>
        <source>The server cannot be asked what it would do: only the comparison with what it has now tells.</source>
        <translation>无法询问服务器将如何处理：只能通过与其现有内容的比较来了解。</translation>
    </message>
    <message>
        <source>Warnings (%1)</source>
        <translation>警告 (%1)</translation>
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
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation>服务器的内容</translation>
    </message>
    <message>
        <source>Export takes the payload of the datasets that you name: the server has no list of them. The file is the server&apos;s own text, byte for byte.</source>
        <translation>导出会获取您指定的数据集的内容：服务器没有它们的列表。文件是服务器的原文，逐字节一致。</translation>
    </message>
    <message>
        <source>Import compares a payload with what the server has now, row by row, and sends only what is new, after you have seen it. The server itself has neither a dry run nor a transaction, and keeps no undo.</source>
        <translation>导入会将内容与服务器现有内容逐行比较，在您查看之后仅发送新的部分。服务器本身没有试运行和事务，也无法撤销。</translation>
    </message>
    <message>
        <source>Choose a service, a database, a schema or a table.</source>
        <translation>请选择服务、数据库、模式或表。</translation>
    </message>
    <message>
        <source>Export writes what is known of everything below it as CSV; import shows what an edited file would change, cell by cell, and what the server says to it.</source>
        <translation>导出会将其下所有内容的已知信息写成 CSV；导入会逐单元格显示编辑后的文件将更改什么，以及服务器的答复。</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>无描述。</translation>
    </message>
</context>
<context>
    <name>galley::ServerTransfers</name>
    <message>
        <source>Exported %1 to %2</source>
        <translation>已将 %1 导出到 %2</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>预览：%1</translation>
    </message>
    <message>
        <source>Nothing was sent: the server refuses %1 rows. Repair them, or leave them out.</source>
        <translation>未发送任何内容：服务器拒绝了 %1 行。请修正或去掉它们。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Sent %1 to %2. The server keeps no undo.</source>
        <translation>已将 %1 发送到 %2。服务器无法撤销。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>galley::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes when Galley is started again.</source>
        <translation>语言将在下次启动 Galley 时更改。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>beside the database</source>
        <translation>数据库旁边</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose the folder for exports</source>
        <translation>选择导出文件夹</translation>
    </message>
    <message>
        <source>There is no such folder; exports are proposed beside the database.</source>
        <translation>没有该文件夹；将建议导出到数据库旁边。</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder for exports</source>
        <translation>导出文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Deleted rows that are confirmed by typing their number</source>
        <translation>需要输入行数确认的删除行数</translation>
    </message>
    <message>
        <source>&amp;Deletes without typing</source>
        <translation>无需输入即可删除的行数(&amp;D)</translation>
    </message>
    <message>
        <source>An apply that deletes more rows than this asks for their number to be typed.</source>
        <translation>应用时若删除的行数超过此值，会要求输入该行数。</translation>
    </message>
    <message>
        <source>Seconds after which the end of a job is notified</source>
        <translation>任务结束时发出通知的秒数</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Notify of jobs longer than</source>
        <translation>任务超过此时长时通知(&amp;N)</translation>
    </message>
    <message>
        <source>Told by the desktop when the window is not in front; 0: never.</source>
        <translation>窗口不在前台时由桌面通知；0：从不。</translation>
    </message>
    <message>
        <source>&amp;Pictures of the columns above the rows of a table</source>
        <translation>在表的行上方显示列的图示(&amp;P)</translation>
    </message>
    <message>
        <source>Made from the first rows of a table when it is opened.</source>
        <translation>打开表时根据其前几行生成。</translation>
    </message>
</context>
<context>
    <name>galley::ShortcutsSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>The keys of a preview or a table are listed while one is open. Tab goes on to the next control, Shift+Tab back.</source>
        <translation>打开预览或表时会列出其按键。Tab 移到下一个控件，Shift+Tab 返回。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>所在位置</translation>
    </message>
</context>
<context>
    <name>galley::SideView</name>
    <message>
        <source>Take or decline</source>
        <translation>采纳或不采纳</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处更改</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处更改</translation>
    </message>
    <message>
        <source>Sort by this column, or no longer</source>
        <translation>按此列排序，或取消排序</translation>
    </message>
</context>
<context>
    <name>galley::SourceJob</name>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>文件 %1 不存在</translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation>请选择文件或文件夹。</translation>
    </message>
    <message>
        <source>%1 database</source>
        <translation>%1 数据库</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封印</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>galley::SourcePage</name>
    <message>
        <source>File or folder to import</source>
        <translation>要导入的文件或文件夹</translation>
    </message>
    <message>
        <source>A CSV, JSON or SQL file, a Galley zip or folder, or a database</source>
        <translation>CSV、JSON 或 SQL 文件，Galley 的 zip 或文件夹，或数据库</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>, %1 tables</source>
        <translation>，%1 个表</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>请选择要导入的内容</translation>
    </message>
    <message>
        <source>The source is still being looked at</source>
        <translation>仍在查看源</translation>
    </message>
    <message>
        <source>&amp;Reset all to detected</source>
        <translation>全部重置为检测结果(&amp;R)</translation>
    </message>
    <message>
        <source>How much of the file was read</source>
        <translation>文件的读取进度</translation>
    </message>
    <message>
        <source>%1. Choose here which it is.</source>
        <translation>%1。请在此选择。</translation>
    </message>
    <message>
        <source>from the first %1 rows</source>
        <translation>来自前 %1 行</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Read &amp;all</source>
        <translation>读取全部(&amp;A)</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>正在读取整个文件…</translation>
    </message>
    <message>
        <source>All of it was read: %1</source>
        <translation>已读取全部内容：%1</translation>
    </message>
    <message>
        <source>Only the first rows were read.</source>
        <translation>只读取了前几行。</translation>
    </message>
    <message>
        <source>This cannot be imported: see above</source>
        <translation>无法导入此内容：见上方说明</translation>
    </message>
    <message>
        <source>One thing has to be said: see the options</source>
        <translation>有一项需要指定：请查看选项</translation>
    </message>
    <message>
        <source>Some dates are not written YYYY-MM-DD and count as text until their order is chosen among the options.</source>
        <translation>部分日期不是 YYYY-MM-DD 格式，在选项中选择其顺序之前按文本处理。</translation>
    </message>
</context>
<context>
    <name>galley::StartPage</name>
    <message>
        <source>Move data out of a database and back in, and see every change before it is made.</source>
        <translation>将数据从数据库导出并导回，在更改之前看到每一项更改。</translation>
    </message>
    <message>
        <source>Drop a database, an export or a data file here</source>
        <translation>将数据库、导出文件或数据文件拖放到此处</translation>
    </message>
    <message>
        <source>A database opens. Everything else starts an import, which is a preview until you apply it.</source>
        <translation>数据库会被打开。其他文件会开始导入，在您应用之前都只是预览。</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>打开数据库(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;sample database</source>
        <translation>打开示例数据库(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>To a database on a server, or to one that gets a name</source>
        <translation>连接到服务器上的数据库，或要命名的数据库</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>What can be opened</source>
        <translation>可以打开的内容</translation>
    </message>
    <message>
        <source>Databases to browse, export and import into.</source>
        <translation>可浏览、导出和导入的数据库。</translation>
    </message>
    <message>
        <source>Databases that you open appear here.</source>
        <translation>您打开的数据库会显示在此处。</translation>
    </message>
    <message>
        <source>Saved jobs</source>
        <translation>已保存的任务</translation>
    </message>
    <message>
        <source>&amp;Edit, rename, delete…</source>
        <translation>编辑、重命名、删除(&amp;E)…</translation>
    </message>
    <message>
        <source>New here? Open the sample database, export a table of it, edit the file and import it again: nothing is written before you have seen every change.</source>
        <translation>第一次使用？打开示例数据库，导出其中一个表，编辑文件后再导入：在您看到每项更改之前，不会写入任何内容。</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>知道了(&amp;G)</translation>
    </message>
    <message>
        <source>Takes this hint away for good</source>
        <translation>永久移除此提示</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
</context>
<context>
    <name>galley::StepDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>galley::StructurePage</name>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>unique key</source>
        <translation>唯一键</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成列</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>collation %1</source>
        <translation>排序规则 %1</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>非空</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取为</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Key and references</source>
        <translation>键和引用</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>唯一</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分索引</translation>
    </message>
    <message>
        <source>made for a constraint</source>
        <translation>为约束创建</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>on update %1, on delete %2</source>
        <translation>更新时 %1，删除时 %2</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>References</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查约束</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>galley::SurveyJob</name>
    <message>
        <source>Read all of %1</source>
        <translation>读取 %1 的全部内容</translation>
    </message>
</context>
<context>
    <name>galley::TablePage</name>
    <message>
        <source>View of the table</source>
        <translation>表的视图</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>结构(&amp;S)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import rows into this table</source>
        <translation>将行导入到此表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export this table</source>
        <translation>导出此表</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>将行复制为 CSV</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无键</translation>
    </message>
    <message>
        <source>key: %1</source>
        <translation>键：%1</translation>
    </message>
    <message>
        <source>without rowid</source>
        <translation>无 rowid</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strict</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>虚拟</translation>
    </message>
    <message>
        <source>This connection is read-only</source>
        <translation>此连接为只读</translation>
    </message>
    <message>
        <source>&amp;Copy rows as CSV</source>
        <translation>将行复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>复制值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Import into this table…</source>
        <translation>导入到此表(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export this table…</source>
        <translation>导出此表(&amp;E)…</translation>
    </message>
    <message>
        <source>These rows cannot be written as CSV</source>
        <translation>这些行无法写成 CSV</translation>
    </message>
    <message>
        <source>1 row copied as CSV</source>
        <translation>已将 1 行复制为 CSV</translation>
    </message>
    <message>
        <source>%1 rows copied as CSV</source>
        <translation>已将 %1 行复制为 CSV</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>galley::TableSizesJob</name>
    <message>
        <source>Measure %1</source>
        <translation>测量 %1</translation>
    </message>
</context>
<context>
    <name>galley::TableSizesModel</name>
    <message>
        <source>not counted</source>
        <translation>未统计</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source> (the database&apos;s estimate)</source>
        <translation> （数据库的估计值）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Size with indexes</source>
        <translation>含索引的大小</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>galley::TableSketches</name>
    <message>
        <source>the only row</source>
        <translation>唯一的一行</translation>
    </message>
    <message>
        <source>all %1 rows</source>
        <translation>全部 %1 行</translation>
    </message>
    <message>
        <source>the first row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>the first %1 rows</source>
        <translation>前 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>galley::TargetPage</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Target database</source>
        <translation>目标数据库</translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made), a saved connection, or the URL of a database</source>
        <translation>SQLite 文件（不存在则新建）、已保存的连接，或数据库的 URL</translation>
    </message>
    <message>
        <source>Target table</source>
        <translation>目标表</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Choose a table, or type the name of a new one: it is made with the columns of the source.</source>
        <translation>选择一个表，或输入新表的名称：将按源的列创建。</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>已保存的连接</translation>
    </message>
    <message>
        <source>Saved connections…</source>
        <translation>已保存的连接…</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>A new database will be made, when the preview is applied.</source>
        <translation>应用预览时将新建数据库。</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>Every table goes into the table of its name</source>
        <translation>每个表导入到同名的表</translation>
    </message>
    <message>
        <source>Choose a target database</source>
        <translation>请选择目标数据库</translation>
    </message>
    <message>
        <source>The target cannot be used</source>
        <translation>无法使用该目标</translation>
    </message>
    <message>
        <source>The target is still being looked at</source>
        <translation>仍在查看目标</translation>
    </message>
    <message>
        <source>Choose or name a table</source>
        <translation>请选择或命名一个表</translation>
    </message>
</context>
<context>
    <name>galley::TargetTriggersJob</name>
    <message>
        <source>Look for triggers in %1</source>
        <translation>查找 %1 中的触发器</translation>
    </message>
</context>
<context>
    <name>galley::ThroughputCurve</name>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>Rows per second over time</source>
        <translation>每秒行数随时间变化</translation>
    </message>
    <message>
        <source>No speed is known yet</source>
        <translation>尚无速度数据</translation>
    </message>
    <message>
        <source>Now %1, highest %2</source>
        <translation>当前 %1，最高 %2</translation>
    </message>
    <message>
        <source>The speed is drawn here</source>
        <translation>此处绘制速度曲线</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>最高 %1</translation>
    </message>
</context>
<context>
    <name>galley::TransferDialog</name>
    <message>
        <source>&amp;Rows that are there already</source>
        <translation>已存在的行(&amp;R)</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>复制表</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Target database</source>
        <translation>目标数据库</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>与(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>比较(&amp;O)</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Update rows of the same key, insert the others</source>
        <translation>更新键相同的行，插入其余行</translation>
    </message>
    <message>
        <source>Leave them alone, insert only what is missing</source>
        <translation>保持不动，仅插入缺少的行</translation>
    </message>
    <message>
        <source>Make the tables the same: rows that the source lacks are deleted</source>
        <translation>使表一致：删除源中没有的行</translation>
    </message>
    <message>
        <source>Empty the tables first</source>
        <translation>先清空表</translation>
    </message>
    <message>
        <source>Rows that are there already</source>
        <translation>已存在的行</translation>
    </message>
    <message>
        <source>An SQLite file (a new one is made)…</source>
        <translation>SQLite 文件（不存在则新建）…</translation>
    </message>
    <message>
        <source>An SQLite file…</source>
        <translation>SQLite 文件…</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>请选择数据库</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Compare %1 with another database</source>
        <translation>将 %1 与另一个数据库比较</translation>
    </message>
    <message>
        <source>What does %1 have that %2 has not, or otherwise?</source>
        <translation>%1 与 %2 有何不同？</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Copy tables of %1</source>
        <translation>复制 %1 的表</translation>
    </message>
    <message>
        <source>Import %1 into a database</source>
        <translation>将 %1 导入到数据库</translation>
    </message>
    <message>
        <source>Copy %1 of %2</source>
        <translation>复制 %2 的 %1</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>将 %1 导入到 %2</translation>
    </message>
    <message>
        <source>Copy %1 of %2 to %3</source>
        <translation>将 %2 的 %1 复制到 %3</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Still looking at both sides</source>
        <translation>仍在查看两边</translation>
    </message>
    <message>
        <source>%1 is read-only: what would change is shown, but cannot be applied</source>
        <translation>%1 为只读：会显示将更改的内容，但无法应用</translation>
    </message>
    <message>
        <source>Next you see every row that would be inserted, changed or deleted, and choose. Nothing is written before you apply it.</source>
        <translation>接下来您将看到会插入、更改或删除的每一行并可选择。在您应用之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing is changed. The first is shown as “after”, the second as “now”: a row that is inserted is only in the first, one that is deleted only in the second.</source>
        <translation>不会更改任何内容。第一个显示为“之后”，第二个显示为“当前”：插入的行只在第一个中，删除的行只在第二个中。</translation>
    </message>
</context>
<context>
    <name>galley::TransferFactsJob</name>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
</context>
<context>
    <name>galley::TransferModel</name>
    <message>
        <source>Name a table for %1</source>
        <translation>请为 %1 指定一个表</translation>
    </message>
    <message>
        <source>%1 is no ordinary table</source>
        <translation>%1 不是普通表</translation>
    </message>
    <message>
        <source>%1 goes into %2, too</source>
        <translation>%1 也对应到 %2</translation>
    </message>
    <message>
        <source>There are no tables in the source</source>
        <translation>源中没有表</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>请选择表</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>is there, about %1 rows</source>
        <translation>已存在，约 %1 行</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>new table</source>
        <translation>新表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Goes into the table</source>
        <translation>导入到表</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪些</translation>
    </message>
</context>
<context>
    <name>galley::Transfers</name>
    <message>
        <source>Exported %1 rows from %2 to %3</source>
        <translation>已将 %2 的 %1 行导出到 %3</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>预览：%1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undone on %1: %2</source>
        <translation>已在 %1 中撤销：%2</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>Applied to %1: %2</source>
        <translation>已应用到 %1：%2</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消。未做任何更改。</translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>无更改</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
</context>
<context>
    <name>galley::TreeDelegate</name>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source> · read-only</source>
        <translation> · 只读</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>唯一</translation>
    </message>
</context>
<context>
    <name>galley::TriggerChoice</name>
    <message>
        <source>&amp;Keep them from running</source>
        <translation>不让其运行(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the triggers from running</source>
        <translation>不运行触发器</translation>
    </message>
    <message>
        <source>Where the engine and your rights allow it; else nothing is applied</source>
        <translation>须数据库引擎和您的权限允许；否则不会应用任何内容</translation>
    </message>
    <message>
        <source>Triggers run with these changes (%1); what they write elsewhere is neither shown here nor undone.</source>
        <translation>这些更改会运行触发器（%1）；它们在别处写入的内容既不在此显示，也无法撤销。</translation>
    </message>
</context>
<context>
    <name>galley::ValuePane</name>
    <message>
        <source>What is removed and added</source>
        <translation>删除和添加的内容</translation>
    </message>
    <message>
        <source>How the value is shown</source>
        <translation>值的显示方式</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Value after</source>
        <translation>更改后的值</translation>
    </message>
    <message>
        <source>Select a cell to see its value in full</source>
        <translation>选择单元格以查看其完整的值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>差值 %1</translation>
    </message>
    <message>
        <source> (the beginning; the value is longer)</source>
        <translation> （开头部分；值更长）</translation>
    </message>
    <message>
        <source>no such row</source>
        <translation>没有这一行</translation>
    </message>
    <message>
        <source>the row is deleted</source>
        <translation>该行将被删除</translation>
    </message>
    <message>
        <source>the column&apos;s default</source>
        <translation>列的默认值</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>No picture, or too large to be shown</source>
        <translation>没有图片，或太大无法显示</translation>
    </message>
</context>
<context>
    <name>galley::Wording</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
</TS>
