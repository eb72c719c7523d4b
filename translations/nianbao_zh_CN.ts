<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Not known and ignored: %1</source>
        <translation>不认识、已忽略：%1</translation>
    </message>
    <message>
        <source>Say either --from REPORT.json or --organisation NAME --year YYYY.</source>
        <translation>请写 --from REPORT.json，或写 --organisation 名称 --year 年份，二者取一。</translation>
    </message>
    <message>
        <source>With --from, year and form come from the file.</source>
        <translation>用 --from 时，年份和表样取自该文件，不要再写。</translation>
    </message>
    <message>
        <source>The name of the organisation is empty.</source>
        <translation>单位名称是空的。</translation>
    </message>
    <message>
        <source>“%1” is no year; write --year YYYY.</source>
        <translation>“%1”不是年份；请写 --year YYYY。</translation>
    </message>
    <message>
        <source>The report given as last year's is of %1.</source>
        <translation>作为上年报告给出的是 %1 年的报告。</translation>
    </message>
    <message>
        <source>Cells set on the command line</source>
        <translation>命令行填写单元格</translation>
    </message>
    <message>
        <source>“%1” is not of the kind CELL=VALUE.</source>
        <translation>“%1”不是“单元格=数值”的写法。</translation>
    </message>
    <message>
        <source>not ready: errors are open</source>
        <translation>不可上报：有错误</translation>
    </message>
    <message>
        <source>ready but for explanations</source>
        <translation>数据相符，尚有需说明之处</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>表样：%1</translation>
    </message>
    <message>
        <source>Cells: %1 filled, %2 blank</source>
        <translation>单元格：已填 %1，空白 %2</translation>
    </message>
    <message>
        <source>Findings: %1 errors, %2 to explain, %3 hints</source>
        <translation>检查：错误 %1，需说明 %2，提示 %3</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>A font of the right style is missing and was replaced. %1</source>
        <translation>缺少规定的字体，已用其他字体代替。%1</translation>
    </message>
    <message>
        <source>“%1”: a report can be exported as .pdf or .json.</source>
        <translation>“%1”：报告可以导出为 .pdf 或 .json。</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>输出 JSON</translation>
    </message>
    <message>
        <source>Make a report file.</source>
        <translation>新建报告文件。</translation>
    </message>
    <message>
        <source>a report in JSON</source>
        <translation>JSON 格式的报告</translation>
    </message>
    <message>
        <source>the body's full name</source>
        <translation>机关全称</translation>
    </message>
    <message>
        <source>the report's year</source>
        <translation>报告年份</translation>
    </message>
    <message>
        <source>the form; by default that of the year</source>
        <translation>表样；不写则按年份确定</translation>
    </message>
    <message>
        <source>last year's report</source>
        <translation>上年报告</translation>
    </message>
    <message>
        <source>replace an existing file</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>Set cells, all or none; CELL= makes a cell blank.</source>
        <translation>填写单元格，要么全部成功，要么都不改；“单元格=”表示清空。</translation>
    </message>
    <message>
        <source>What the file is.</source>
        <translation>文件概况。</translation>
    </message>
    <message>
        <source>Check the report. Exit code 1 when an error is found.</source>
        <translation>检查报告。发现错误时退出码为 1。</translation>
    </message>
    <message>
        <source>Write the report as PDF or JSON, by the suffix.</source>
        <translation>按后缀把报告导出为 PDF 或 JSON。</translation>
    </message>
    <message>
        <source>no draft mark on the pages while errors are open</source>
        <translation>有错误时也不加草稿标记</translation>
    </message>
    <message>
        <source>The forms the program knows.</source>
        <translation>本程序认识的表样。</translation>
    </message>
    <message>
        <source>Usage: nianbao-cli COMMAND …</source>
        <translation>用法：nianbao-cli 命令 …</translation>
    </message>
    <message>
        <source>nianbao-cli COMMAND --help tells more.</source>
        <translation>详见 nianbao-cli 命令 --help。</translation>
    </message>
    <message>
        <source>print this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>zh_CN or en</source>
        <translation>zh_CN 或 en</translation>
    </message>
    <message>
        <source>usage: nianbao-cli %1 %2</source>
        <translation>用法：nianbao-cli %1 %2</translation>
    </message>
    <message>
        <source>there is no command “%1”; nianbao-cli --help lists them</source>
        <translation>没有命令“%1”；nianbao-cli --help 可列出全部命令</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The form file is faulty at %1: %2</source>
        <translation>表样文件有误，位置 %1：%2</translation>
    </message>
    <message>
        <source>The report cannot be imported. At %1: %2</source>
        <translation>报告无法导入。位置 %1：%2</translation>
    </message>
    <message>
        <source>There is no form “%1”.</source>
        <translation>没有表样“%1”。</translation>
    </message>
    <message>
        <source>There is no cell “%1” in this form.</source>
        <translation>这个表样里没有单元格“%1”。</translation>
    </message>
    <message>
        <source>The cell %1 is computed from others; change those instead.</source>
        <translation>单元格 %1 由其他格自动算出，请改那些格。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number.</source>
        <translation>%1：“%2”不是数字。</translation>
    </message>
    <message>
        <source>%1: %2 is negative; here a figure is zero or more.</source>
        <translation>%1：%2 是负数；此处的数不能小于 0。</translation>
    </message>
    <message>
        <source>%1: %2 has more decimal places than may stand here.</source>
        <translation>%1：%2 的小数位数超出此处允许的位数。</translation>
    </message>
    <message>
        <source>%1: %2 is too large; at most twelve digits can stand before the point.</source>
        <translation>%1：%2 太大；小数点前最多十二位。</translation>
    </message>
    <message>
        <source>A report has no entry “%1”.</source>
        <translation>报告里没有“%1”这一项。</translation>
    </message>
    <message>
        <source>The report has no place “%1”.</source>
        <translation>报告里没有“%1”这个位置。</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>The file %1 exists already and was left as it is. Choose another name.</source>
        <translation>文件 %1 已经存在，未作改动。请换一个名字。</translation>
    </message>
    <message>
        <source>%1 is not a report file. Nothing was changed.</source>
        <translation>%1 不是报告文件。未作任何改动。</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is not a report. Nothing was changed.</source>
        <translation>%1 是其他程序的数据文件，不是报告。未作任何改动。</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete and was not changed. Fetch it once more from where it came, or take a backup. (%2)</source>
        <translation>%1 已损坏或不完整，未作改动。请从来处重新取得，或使用备份。（%2）</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Nianbao (file version %2). Nothing was changed; please update the program.</source>
        <translation>%1 由更新版本的“年报”建立（文件版本 %2）。未作任何改动，请更新本程序。</translation>
    </message>
    <message>
        <source>Nothing can be written in the folder of %1. Save a copy in another place.</source>
        <translation>%1 所在文件夹不能写入。请在别处另存副本。</translation>
    </message>
    <message>
        <source>You do not have the permission for %1. Nothing was changed.</source>
        <translation>没有访问 %1 的权限。未作任何改动。</translation>
    </message>
    <message>
        <source>The disk is full. What was last typed could not be written to %1; everything before it is safe. Make room and try again.</source>
        <translation>磁盘已满。最后输入的内容没能写入 %1；此前的内容都已安全保存。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>%1 is open for editing: %2. You may look at it meanwhile.</source>
        <translation>%1 正由他人编辑：%2。您可以先以只读方式查看。</translation>
    </message>
    <message>
        <source>The file %1 was deleted, moved or replaced while it was open. Put it back, or save a copy in another place.</source>
        <translation>文件 %1 在打开期间被删除、移走或替换。请放回原处，或在别处另存副本。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 无法读取：%2</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there before is unchanged.</source>
        <translation>%1 没能写入：%2。原有内容未变。</translation>
    </message>
    <message>
        <source>No font was found for %1. Install the fonts that the read-me names.</source>
        <translation>没有找到用于%1的字体。请安装说明文件中列出的字体。</translation>
    </message>
    <message>
        <source>%1 is open to look at only. Save a copy to edit it.</source>
        <translation>%1 以只读方式打开。需要编辑请另存副本。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>last year's %1</source>
        <translation>上年%1</translation>
    </message>
    <message>
        <source>Carried over differs from last year</source>
        <translation>上年结转与上年报告不一致</translation>
    </message>
    <message>
        <source>Documents in force do not follow from last year</source>
        <translation>现行有效件数与上年推算不一致</translation>
    </message>
    <message>
        <source>The table does not balance</source>
        <translation>勾稽关系不平</translation>
    </message>
    <message>
        <source>%1: %2; %3; difference %4</source>
        <translation>%1：%2，%3，差 %4</translation>
    </message>
    <message>
        <source>A total is not the sum of its parts</source>
        <translation>总计与分项之和不符</translation>
    </message>
    <message>
        <source>%1: the parts add up to %2, the stated total is %3; difference %4</source>
        <translation>%1：分项之和为 %2，所报总计为 %3，差 %4</translation>
    </message>
    <message>
        <source>Blank cells</source>
        <translation>有空白格</translation>
    </message>
    <message>
        <source>%1: the cell “%2” is blank. Where there was nothing, write 0.</source>
        <translation>%1：“%2”一格空白。没有发生的请填 0。</translation>
    </message>
    <message>
        <source>%1: %2 cells are blank, the first is “%3”. Where there was nothing, write 0.</source>
        <translation>%1：有 %2 格空白，第一处是“%3”。没有发生的请填 0。</translation>
    </message>
    <message>
        <source>Old layout of the tables</source>
        <translation>沿用旧表样</translation>
    </message>
    <message>
        <source>The report of %1 stands in the layout “%2”. From %3 on it is “%4”.</source>
        <translation>%1 年的报告用的是“%2”。自 %3 年的报告起应当用“%4”。</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>An empty section</source>
        <translation>有的部分没有内容</translation>
    </message>
    <message>
        <source>The section “%1” has no content. All six sections must be there; if there is nothing to report, say so.</source>
        <translation>“%1”没有内容。六个部分缺一不可；没有可报告的，也要写明没有。</translation>
    </message>
    <message>
        <source>Unusual title</source>
        <translation>题名不合惯例</translation>
    </message>
    <message>
        <source>The title is “%1”; usual is “%2”.</source>
        <translation>题名是“%1”；通常写作“%2”。</translation>
    </message>
    <message>
        <source>The period is badly written</source>
        <translation>统计期限写法有误</translation>
    </message>
    <message>
        <source>A different period</source>
        <translation>统计期限不是全年</translation>
    </message>
    <message>
        <source>The period “%1” is incomplete or badly written; it is to be %2.</source>
        <translation>统计期限“%1”不完整或写法有误；应为%2。</translation>
    </message>
    <message>
        <source>The stated period is %1; a report of this year covers %2.</source>
        <translation>所写统计期限是%1；本年度报告应为%2。</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>a form needs at least one table</source>
        <translation>表样至少要有一张表</translation>
    </message>
    <message>
        <source>the id %1 stands here for the second time</source>
        <translation>标识 %1 重复出现</translation>
    </message>
    <message>
        <source>there is no table with the id %1</source>
        <translation>没有标识为 %1 的表</translation>
    </message>
    <message>
        <source>the kind is narrative or table</source>
        <translation>类型只能是 narrative 或 table</translation>
    </message>
    <message>
        <source>a group needs at least one member</source>
        <translation>分组至少要有一个成员</translation>
    </message>
    <message>
        <source>decimals are between 0 and 6</source>
        <translation>小数位数在 0 到 6 之间</translation>
    </message>
    <message>
        <source>an id is one word without dot or space</source>
        <translation>标识是一个词，不含点和空格</translation>
    </message>
    <message>
        <source>a table needs at least one block</source>
        <translation>一张表至少要有一块</translation>
    </message>
    <message>
        <source>a block needs rows and columns</source>
        <translation>一块要有行和列</translation>
    </message>
    <message>
        <source>the widths do not fit the rows and columns</source>
        <translation>列宽与行列不符</translation>
    </message>
    <message>
        <source>a formula is words joined by + and -: %1</source>
        <translation>公式由标识和 + - 组成：%1</translation>
    </message>
    <message>
        <source>unknown id %1</source>
        <translation>不认识的标识 %1</translation>
    </message>
    <message>
        <source>there is no cell %1</source>
        <translation>没有单元格 %1</translation>
    </message>
    <message>
        <source>each is column or row</source>
        <translation>each 只能是 column 或 row</translation>
    </message>
    <message>
        <source>the level is error, explain or hint</source>
        <translation>级别只能是 error、explain 或 hint</translation>
    </message>
    <message>
        <source>the formula goes in a circle through %1</source>
        <translation>公式循环引用，经过 %1</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The text is not valid JSON: %1</source>
        <translation>不是有效的 JSON：%1</translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation>此处应为对象</translation>
    </message>
    <message>
        <source>a list is expected here</source>
        <translation>此处应为列表</translation>
    </message>
    <message>
        <source>a text is expected here</source>
        <translation>此处应为文本</translation>
    </message>
    <message>
        <source>a whole number is expected here</source>
        <translation>此处应为整数</translation>
    </message>
    <message>
        <source>true or false is expected here</source>
        <translation>此处应为 true 或 false</translation>
    </message>
    <message>
        <source>a number above zero is expected here</source>
        <translation>此处应为大于零的数</translation>
    </message>
    <message>
        <source>a number is expected here</source>
        <translation>此处应为数字</translation>
    </message>
    <message>
        <source>the name of the organisation is missing</source>
        <translation>缺少单位名称</translation>
    </message>
    <message>
        <source>the kind is one of: %1</source>
        <translation>类型只能是：%1</translation>
    </message>
    <message>
        <source>a date is written YYYY-MM-DD</source>
        <translation>日期写作 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>the form has no such table</source>
        <translation>表样里没有这张表</translation>
    </message>
    <message>
        <source>the form has no such cell</source>
        <translation>表样里没有这个单元格</translation>
    </message>
    <message>
        <source>the form has no such row</source>
        <translation>表样里没有这一行</translation>
    </message>
    <message>
        <source>“%1” is no figure that can stand here</source>
        <translation>“%1”不是此处可填的数</translation>
    </message>
    <message>
        <source>%1: a negative figure cannot stand here</source>
        <translation>%1：此处不能是负数</translation>
    </message>
    <message>
        <source>%1 has more decimal places than can stand here</source>
        <translation>%1 的小数位数超出此处允许的位数</translation>
    </message>
    <message>
        <source>a count is expected here</source>
        <translation>此处应为件数</translation>
    </message>
    <message>
        <source>the kind is picture or chart</source>
        <translation>类型只能是 picture 或 chart</translation>
    </message>
    <message>
        <source>this is not a report: the format must be %1</source>
        <translation>这不是报告：format 应为 %1</translation>
    </message>
    <message>
        <source>only version %1 can be read</source>
        <translation>只能读取版本 %1</translation>
    </message>
    <message>
        <source>a year is expected here</source>
        <translation>此处应为年份</translation>
    </message>
    <message>
        <source>there is no form %1</source>
        <translation>没有表样 %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>unknown</source>
        <translation>未署名</translation>
    </message>
</context>
<context>
    <name>nianbao::ContentsModel</name>
    <message>
        <source>The office</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Title and introduction</source>
        <translation>题名和引言</translation>
    </message>
    <message>
        <source>Channels and categories</source>
        <translation>渠道与分类</translation>
    </message>
    <message>
        <source>(text without heading)</source>
        <translation>（无标题段落）</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>nianbao::FindingsModel</name>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>引言</translation>
    </message>
    <message>
        <source>Whole report</source>
        <translation>整份报告</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>nianbao::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>F8 leads to the next finding, Shift+F8 back.</source>
        <translation>F8 到下一处，Shift+F8 到上一处。</translation>
    </message>
    <message>
        <source>Not ready to be sent: %1 errors, %2 to explain</source>
        <translation>不可上报：错误 %1 处，需说明 %2 处</translation>
    </message>
    <message>
        <source>Adds up; %1 to explain</source>
        <translation>数据相符，需说明 %1 处</translation>
    </message>
    <message>
        <source>Passed: everything adds up</source>
        <translation>通过：数据全部相符</translation>
    </message>
</context>
<context>
    <name>nianbao::GridView</name>
    <message>
        <source>This cell is computed from others; change those instead.</source>
        <translation>这一格由其他格自动算出，请改那些格。</translation>
    </message>
    <message>
        <source>This report is open to look at only. Save a copy to edit it.</source>
        <translation>本报告以只读方式打开。需要编辑请另存副本。</translation>
    </message>
    <message numerus="yes">
        <source>Blank %n cell(s)</source>
        <translation>
            <numerusform>清空 %n 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n cell(s)</source>
        <translation>
            <numerusform>粘贴 %n 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) pasted.</source>
        <translation>
            <numerusform>已粘贴 %n 格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computed cell(s) skipped: they follow from the others.</source>
        <translation>
            <numerusform>跳过 %n 个自动计算的格。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New report…</source>
        <translation>新建空白报告(&amp;N)…</translation>
    </message>
    <message>
        <source>New from &amp;last year's file…</source>
        <translation>以上年为底稿新建(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import JSON…</source>
        <translation>导入 JSON(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>另存副本(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export as PDF…</source>
        <translation>导出 PDF(&amp;E)…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>导出 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>打印预览(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>C&amp;lose the report</source>
        <translation>关闭报告(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>核对(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Draft mark while errors are open</source>
        <translation>有错误时加草稿标记(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark colours</source>
        <translation>深色(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Sample report</source>
        <translation>看示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>复制诊断信息(&amp;C)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>%1 days to 31 January</source>
        <translation>距 1月31日 还有 %1 天</translation>
    </message>
    <message>
        <source>Nianbao</source>
        <translation>Nianbao 年报</translation>
    </message>
    <message>
        <source>%1%2 — Nianbao</source>
        <translation>%1%2 — Nianbao 年报</translation>
    </message>
    <message>
        <source> [read only]</source>
        <translation> [只读]</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>起草中</translation>
    </message>
    <message>
        <source>Next: mend %1 errors</source>
        <translation>下一步：改正 %1 处错误</translation>
    </message>
    <message>
        <source>Next: look at %1 points to explain</source>
        <translation>下一步：看 %1 处需说明</translation>
    </message>
    <message>
        <source>Next: export or print</source>
        <translation>下一步：导出或打印</translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation>不写入</translation>
    </message>
    <message>
        <source>● Saved %1</source>
        <translation>● 已保存 %1</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● 已保存</translation>
    </message>
    <message>
        <source>Errors %1 · To explain %2 · Hints %3</source>
        <translation>错误 %1 · 需说明 %2 · 提示 %3</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页 / 共 %2 页</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2 年</translation>
    </message>
    <message>
        <source>You can look at it without changing anything.</source>
        <translation>您可以只看，不作任何改动。</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Nianbao sample %1.nianbao</source>
        <translation>年报示例 %1.nianbao</translation>
    </message>
    <message>
        <source>Saved %1. Every change is on disk as soon as it is made.</source>
        <translation>已保存 %1。每次改动都已即时写入磁盘。</translation>
    </message>
    <message>
        <source>Last year's report</source>
        <translation>上年报告</translation>
    </message>
    <message>
        <source>Reports (%1)</source>
        <translation>报告 (%1)</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Import a report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>JSON (%1)</source>
        <translation>JSON (%1)</translation>
    </message>
    <message>
        <source>Save the imported report as</source>
        <translation>导入的报告存为</translation>
    </message>
    <message>
        <source>Not known and ignored: %1</source>
        <translation>不认识、已忽略：%1</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>A copy was saved as %1.</source>
        <translation>副本已存为 %1。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>nianbao::PagePreview</name>
    <message>
        <source>Preview of the pages</source>
        <translation>页面预览</translation>
    </message>
</context>
<context>
    <name>nianbao::ReportView</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2 年</translation>
    </message>
    <message>
        <source>Annual report, %1% filled in</source>
        <translation>政府信息公开工作年度报告 · 已填 %1%</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Check ✓</source>
        <translation>检查 ✓</translation>
    </message>
</context>
<context>
    <name>nianbao::TableModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Last year: %1</source>
        <translation>上年：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注：%1</translation>
    </message>
    <message>
        <source>Fill in %1</source>
        <translation>填写 %1</translation>
    </message>
</context>
<context>
    <name>nianbao::TablePage</name>
    <message>
        <source>How to fill</source>
        <translation>填报说明</translation>
    </message>
    <message>
        <source>All zero in this table</source>
        <translation>本表全部为 0</translation>
    </message>
    <message>
        <source>Bring carried over from last year</source>
        <translation>从上年带入结转</translation>
    </message>
    <message>
        <source>Take the computed total</source>
        <translation>采用计算值</translation>
    </message>
    <message>
        <source>Keep the declared total</source>
        <translation>保留所报值</translation>
    </message>
    <message>
        <source>Note of this cell</source>
        <translation>本格的注</translation>
    </message>
    <message>
        <source>Note under the table</source>
        <translation>表下注</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Note of this cell…</source>
        <translation>本格的注…</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>%1: the declared total %2 is kept; computed it is %3.</source>
        <translation>%1：保留所报总计 %2；计算值为 %3。</translation>
    </message>
    <message>
        <source>%1: declared %2, computed %3.</source>
        <translation>%1：所报 %2，计算值 %3。</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>差 %1</translation>
    </message>
    <message>
        <source>✓ all %1 columns are equal</source>
        <translation>✓ %1 列全部相等</translation>
    </message>
    <message numerus="yes">
        <source>✓ equal in %n column(s)</source>
        <translation>
            <numerusform>✓ %n 列相等</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>○ still open in %n column(s): cells are blank</source>
        <translation>
            <numerusform>○ %n 列有空白格，待填</numerusform>
        </translation>
    </message>
    <message>
        <source>All zero in %1</source>
        <translation>%1全部为 0</translation>
    </message>
    <message>
        <source>No cell of this table is blank; nothing was changed.</source>
        <translation>本表没有空白格，未作改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n blank cell(s) were set to 0.</source>
        <translation>
            <numerusform>%n 个空白格已填 0。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 blank cells were set to 0; %2 cells with figures stay as they are.</source>
        <translation>%1 个空白格已填 0；%2 个已有数的格保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were filled from last year's report.</source>
        <translation>
            <numerusform>已从上年报告带入 %n 格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation>%1 的注</translation>
    </message>
    <message>
        <source>Note under %1</source>
        <translation>%1下注</translation>
    </message>
    <message>
        <source>Take the computed total of %1</source>
        <translation>采用计算值：%1</translation>
    </message>
    <message>
        <source>Keep the declared total of %1</source>
        <translation>保留所报值：%1</translation>
    </message>
</context>
</TS>
