<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>To explain</source>
        <translation>需说明</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>zh_CN or en</source>
        <translation>zh_CN 或 en</translation>
    </message>
    <message>
        <source>open the sample report among your documents</source>
        <translation>打开“文档”文件夹里的示例报告</translation>
    </message>
    <message>
        <source>print the milliseconds to the first painted window and end</source>
        <translation>输出从启动到窗口显示所用的毫秒数，然后退出</translation>
    </message>
    <message>
        <source>a .nianbao file, or a document to import</source>
        <translation>.nianbao 文件，或要导入的文件</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>运行日志：%1</translation>
    </message>
    <message>
        <source>system, light, dark or contrast</source>
        <translation>system、light、dark 或 contrast</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Follows from these changes:</source>
        <translation>由以上改动带来的：</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表样</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>%1 is declared, the sum says otherwise</source>
        <translation>所报 %1，与分项之和不符</translation>
    </message>
    <message>
        <source>%1 is settled now</source>
        <translation>%1 已认定</translation>
    </message>
    <message>
        <source>%1, note</source>
        <translation>%1（附注）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Moved; it was %1</source>
        <translation>移动过，原为 %1</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动过</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>换了图片</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 项信息</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 格</translation>
    </message>
    <message>
        <source>%1 texts</source>
        <translation>%1 段文字</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 条渠道</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 张图</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>CheckRules</name>
    <message>
        <source>“%1” is no regular expression</source>
        <translation>“%1”不是正则表达式</translation>
    </message>
    <message>
        <source>nothing is said under this key</source>
        <translation>没有这个键对应的说明</translation>
    </message>
    <message>
        <source>it has fewer than two characters</source>
        <translation>不足两个字</translation>
    </message>
    <message>
        <source>“%1” does not stand in the example “%2”. Write an example with it.</source>
        <translation>例句“%2”中没有“%1”。请写一个用到它的例句。</translation>
    </message>
    <message>
        <source>In “%1” the figure is read as “%2”, not as “%3”. Take another meaning or wording, or another example.</source>
        <translation>例句“%1”中的数读作“%2”，不是“%3”。请改选意思，改写用语，或换一个例句。</translation>
    </message>
    <message>
        <source>There is no meaning “%1”. Take one of: %2.</source>
        <translation>没有“%1”这种意思。可用：%2。</translation>
    </message>
    <message>
        <source>The wording is missing. Write it as in: %1.</source>
        <translation>缺少用语。写法如：%1。</translation>
    </message>
    <message>
        <source>“%1” is no wording. Write hanzi alone, or with … and a counting word behind, as in: %2.</source>
        <translation>“%1”不是用语的写法。请只写汉字，或在汉字后写 … 和量词，如：%2。</translation>
    </message>
    <message>
        <source>An example is missing: a sentence that must be read so, its figure in [ ].</source>
        <translation>缺少例句：请写一个必须这样读的句子，句中的数用 [ ] 标出。</translation>
    </message>
    <message>
        <source>An example is missing: a sentence that must not be read so, its figure in [ ].</source>
        <translation>缺少反例：请写一个不得这样读的句子，句中的数用 [ ] 标出。</translation>
    </message>
    <message>
        <source>The example “%1” has no figure in [ ], or more than one. Mark one figure, as in [7].</source>
        <translation>句子“%1”中没有用 [ ] 标出的数，或标了不止一个。请只标一个数，如 [7]。</translation>
    </message>
    <message>
        <source>In “%1”, which shows what the wording leaves alone, the figure is read as “%2” as well. Take a sentence whose figure stands in the tables.</source>
        <translation>反例“%1”中的数也读作“%2”。反例应是一个数要与表格核对的句子，请换一个。</translation>
    </message>
    <message>
        <source>In “%1” the figure must not be read as “%2”, but is. Take a longer wording, or another example.</source>
        <translation>反例“%1”中的数不得读作“%2”，却仍这样读。请把用语写长一些，或换一个反例。</translation>
    </message>
    <message>
        <source>“%1” is no pattern of words</source>
        <translation>“%1”不是词语的写法</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>“%1” does not stand in “%2”</source>
        <translation>“%1”不在“%2”里</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message numerus="yes">
        <source>%n cells pasted.</source>
        <translation>
            <numerusform>已粘贴 %n 格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells pasted; computed cells in between (%1) were skipped.</source>
        <translation>
            <numerusform>已粘贴 %n 格；跳过其间 %1 个自动计算的格。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” may be one figure or %2. Which is meant?</source>
        <translation>“%1”可能是一个数，也可能是 %2 个数。是哪一种？</translation>
    </message>
    <message>
        <source>One figure: %1</source>
        <translation>一个数：%1</translation>
    </message>
    <message>
        <source>%1 figures beside each other</source>
        <translation>并排的 %1 个数</translation>
    </message>
    <message>
        <source>The copied block has heads: %1. Only its figures can be pasted.</source>
        <translation>复制的内容带有表头：%1。只能粘贴其中的数字。</translation>
    </message>
    <message>
        <source>Paste the figures without the heads</source>
        <translation>去掉表头，粘贴数字</translation>
    </message>
    <message>
        <source>Nothing was pasted: “%1” would stand outside the figures of the table. Begin further up or further left, or copy fewer cells.</source>
        <translation>没有粘贴：“%1”会落到表格的数字格之外。请从更靠上或更靠左的格开始，或少复制几格。</translation>
    </message>
    <message>
        <source>Nothing was pasted. %1</source>
        <translation>没有粘贴。%1</translation>
    </message>
    <message>
        <source>“%1”: the cell counts in %2. What is meant?</source>
        <translation>“%1”：这一格的单位是%2。该怎么填？</translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold “%1”. Does that mean that the figure is not known yet, or that there was nothing?</source>
        <translation>
            <numerusform>有 %n 格写的是“%1”。意思是还不知道，还是没有（0）？</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known: leave blank</source>
        <translation>还不知道：留空</translation>
    </message>
    <message>
        <source>Nothing: write 0</source>
        <translation>没有：填 0</translation>
    </message>
    <message>
        <source>Nothing was pasted: the cells there are computed from others.</source>
        <translation>没有粘贴：这里的格由其他格算出。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the clipboard holds no figures.</source>
        <translation>没有粘贴：剪贴板里没有数字。</translation>
    </message>
    <message>
        <source> The heads were left out: %1.</source>
        <translation>表头未粘贴：%1。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the clipboard holds %1 rows, more than any table.</source>
        <translation>没有粘贴：剪贴板里有 %1 行，超出任何一张表。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the clipboard holds %1 cells, more than any table.</source>
        <translation>没有粘贴：剪贴板里有 %1 个格，超出任何一张表。</translation>
    </message>
    <message>
        <source>”, “</source>
        <comment>between two marks that are named</comment>
        <translation>”、“</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Not known and ignored: %1</source>
        <translation>不认识、已忽略：%1</translation>
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
        <source>The report given as last year&apos;s is of %1.</source>
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
        <source>Form: %1</source>
        <translation>表样：%1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>State: %1, revision %2</source>
        <translation>状态：%1，第 %2 版</translation>
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
        <source>%1 [put aside]</source>
        <translation>%1［不再提示］</translation>
    </message>
    <message>
        <source>%1 [explained: %2]</source>
        <translation>%1［已说明：%2］</translation>
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
        <source>the body&apos;s full name</source>
        <translation>单位全称</translation>
    </message>
    <message>
        <source>the form; by default that of the year</source>
        <translation>表样；不写则按年份确定</translation>
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
    <message>
        <source>“%1” is no paper; it is report, review, checks or signoff.</source>
        <translation>没有“%1”这种材料；可选 report、review、checks、signoff。</translation>
    </message>
    <message>
        <source>fill the type area: 22 lines from edge to edge</source>
        <translation>撑满版心：22 行从上边到下边</translation>
    </message>
    <message>
        <source>leave room for the seal over the signature</source>
        <translation>为印章留出位置（署名居成文日期上方居中）</translation>
    </message>
    <message>
        <source>without signature and date</source>
        <translation>不印署名和成文日期</translation>
    </message>
    <message>
        <source>with a cover page</source>
        <translation>加封面</translation>
    </message>
    <message>
        <source>name in the file&apos;s properties; by default none</source>
        <translation>文件属性里的作者；默认不写</translation>
    </message>
    <message>
        <source>mark the file as PDF/A-2b; marked, not certified</source>
        <translation>标记为 PDF/A-2b（只作标记，未经认证）</translation>
    </message>
    <message>
        <source>With --base, everything comes from last year&apos;s report.</source>
        <translation>用了 --base，一切都取自上年的报告。</translation>
    </message>
    <message>
        <source>start the next year&apos;s report on the ground of this one</source>
        <translation>以这份报告为底稿新建下一年的报告</translation>
    </message>
    <message>
        <source>The rules a report is checked against.</source>
        <translation>检查报告的规则。</translation>
    </message>
    <message>
        <source>Characters that cannot be seen were removed: %1</source>
        <translation>已去掉看不见的字符：%1</translation>
    </message>
    <message>
        <source>“%1” is no year of a report; write --year YYYY, from %2 to %3.</source>
        <translation>“%1”不是报告年度；请写 --year 年份，%2 到 %3。</translation>
    </message>
    <message>
        <source>there is no language “%1”; it is zh_CN or en</source>
        <translation>没有语言“%1”；可用 zh_CN 或 en</translation>
    </message>
    <message>
        <source>With --take-over it is edited all the same.</source>
        <translation>加 --take-over 可以接管编辑。</translation>
    </message>
    <message>
        <source>edit it although another is said to have it open</source>
        <translation>即使显示有人正在编辑，也接管编辑</translation>
    </message>
    <message>
        <source>Last year&apos;s report is of %1; there is no form for the next year.</source>
        <translation>上年报告是 %1 年的；下一年还没有可用的表样。</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>错例：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>对例：%1</translation>
    </message>
    <message>
        <source>Id: %1</source>
        <translation>标识：%1</translation>
    </message>
    <message>
        <source>the report as it was then is not kept</source>
        <translation>当时的报告没有留存</translation>
    </message>
    <message>
        <source>Say --at ID OUT.json for the report as it was, neither for the list.</source>
        <translation>要当时的报告，请写 --at 行号 OUT.json；要列表，两者都不写。</translation>
    </message>
    <message>
        <source>“%1” is no number of a row of the history.</source>
        <translation>“%1”不是历史记录的行号。</translation>
    </message>
    <message>
        <source>Who changed what, when; or the report as it was.</source>
        <translation>谁在何时改了什么；或取出当时的报告。</translation>
    </message>
    <message>
        <source>write the report as it was after this row to OUT.json; 0: before the first</source>
        <translation>把这一行之后的报告写入 OUT.json；0：第一行之前</translation>
    </message>
    <message>
        <source>Say who acts: --by NAME.</source>
        <translation>请说明由谁办理：--by 姓名。</translation>
    </message>
    <message>
        <source>Say where the passphrase is: --passphrase-file FILE.</source>
        <translation>请说明口令在哪个文件里：--passphrase-file 文件。</translation>
    </message>
    <message>
        <source>“%1” is no action of the review; it is one of %2.</source>
        <translation>审阅里没有“%1”这个动作；可用的动作是：%2。</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>What it spoke of was deleted.</source>
        <translation>所批的文字已删除。</translation>
    </message>
    <message>
        <source>Say list, or add PLACE TEXT, answer ID TEXT, resolve ID.</source>
        <translation>请写 list，或 add 位置 内容、answer 编号 内容、resolve 编号。</translation>
    </message>
    <message>
        <source>Say new KEY or show KEY.</source>
        <translation>请写 new 密钥文件 或 show 密钥文件。</translation>
    </message>
    <message>
        <source>Say whose key it is: --name NAME.</source>
        <translation>请说明密钥是谁的：--name 姓名。</translation>
    </message>
    <message>
        <source>who acts</source>
        <translation>由谁办理</translation>
    </message>
    <message>
        <source>file whose first line is the passphrase of the key</source>
        <translation>第一行是密钥口令的文件</translation>
    </message>
    <message>
        <source>Move the report: send withdraw forward return approve reopen submit publish correct.</source>
        <translation>办理年报：send 送审、withdraw 撤回、forward 同意并转下一步、return 退回修改、approve 签发、reopen 重新打开、submit 报送、publish 公开、correct 更正。</translation>
    </message>
    <message>
        <source>of return, reopen and correct</source>
        <translation>退回修改、重新打开的理由，或更正说明</translation>
    </message>
    <message>
        <source>of forward and approve</source>
        <translation>同意并转下一步、签发时的意见</translation>
    </message>
    <message>
        <source>to whom it is submitted</source>
        <translation>报送给谁</translation>
    </message>
    <message>
        <source>when it was published</source>
        <translation>公开日期</translation>
    </message>
    <message>
        <source>where it was published</source>
        <translation>公开的网址</translation>
    </message>
    <message>
        <source>the key that approves</source>
        <translation>签发用的密钥</translation>
    </message>
    <message>
        <source>approved on paper on this day</source>
        <translation>纸质签发的日期</translation>
    </message>
    <message>
        <source>who signed the paper</source>
        <translation>纸质签发人</translation>
    </message>
    <message>
        <source>Comments: list, add PLACE TEXT, answer ID TEXT, resolve ID.</source>
        <translation>批注：list、add 位置 内容、answer 编号 内容、resolve 编号。</translation>
    </message>
    <message>
        <source>Explain a finding; its key is in check --json.</source>
        <translation>对一条检查结果作说明；它的键见 check --json。</translation>
    </message>
    <message>
        <source>Make a key for approving, or show its fingerprint.</source>
        <translation>新建签发用的密钥，或显示它的指纹。</translation>
    </message>
    <message>
        <source>whose key it is</source>
        <translation>密钥是谁的</translation>
    </message>
    <message>
        <source>Whether the approval of the report holds. Exit code 1 when it does not.</source>
        <translation>查验年报的签发是否有效。无效时退出码为 1。</translation>
    </message>
    <message>
        <source>the public key that is known of this body</source>
        <translation>已知的该单位公钥</translation>
    </message>
    <message>
        <source>Write a copy to be handed over: no comments, no opinions, no history.</source>
        <translation>写出一份报送用的副本：不含批注、意见和历史。</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>(follows from other changes)</source>
        <translation>（随其他改动而变）</translation>
    </message>
    <message>
        <source>%1 is declared, the sum says otherwise</source>
        <translation>申报数为 %1，与合计不符</translation>
    </message>
    <message>
        <source>%1 is settled now</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>删去：%1</translation>
    </message>
    <message>
        <source>moved from %1</source>
        <translation>由 %1 移来</translation>
    </message>
    <message>
        <source>another picture</source>
        <translation>换了图片</translation>
    </message>
    <message>
        <source>moved from %1 to %2</source>
        <translation>由 %1 移到 %2</translation>
    </message>
    <message>
        <source>The two reports say the same.</source>
        <translation>两份报告内容相同。</translation>
    </message>
    <message>
        <source>What changed between two reports. Exit code 1 when something did.</source>
        <translation>比较两份报告改动了什么。有改动时退出码为 1。</translation>
    </message>
    <message>
        <source>Say to whom: --to ADDRESS.</source>
        <translation>请写明收件人：--to 邮箱地址。</translation>
    </message>
    <message>
        <source>“%1”: a mail draft is written as .eml.</source>
        <translation>“%1”：邮件草稿的文件名要以 .eml 结尾。</translation>
    </message>
    <message>
        <source>A draft is not submitted yet. When it was sent: nianbao-cli review FILE submit --by NAME --to WHOM.</source>
        <translation>写好草稿还不算报送。邮件发出后请运行：nianbao-cli review 文件 submit --by 经办人 --to 收件单位。</translation>
    </message>
    <message>
        <source>Write a mail draft with the approved report: PDF, hand-over copy, check sheet.</source>
        <translation>把已审定的报告写成邮件草稿：PDF、报送件、核对单。</translation>
    </message>
    <message>
        <source>receiver; may be given several times</source>
        <translation>收件人，可以写多次</translation>
    </message>
    <message>
        <source>who gets a copy</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>names of the files in English letters</source>
        <translation>附件名用英文字母</translation>
    </message>
    <message>
        <source>A PDF is compared with a report file, not with JSON.</source>
        <translation>PDF 只能与报告文件核对，不能与 JSON 核对。</translation>
    </message>
    <message>
        <source>whether this PDF is that of the report; exit code 1 when it is not</source>
        <translation>核对这个 PDF 是不是本报告的；不是时退出码为 1</translation>
    </message>
    <message>
        <source>%1: taken. Wordings: %2, accounts and other names: %3</source>
        <translation>%1：可以采用。用语 %2 条，账号和其他名称 %3 个</translation>
    </message>
    <message>
        <source>check a file of an office&apos;s words, without installing it</source>
        <translation>检查一个本单位用语文件，不安装</translation>
    </message>
    <message>
        <source>“%1” is nothing that can go along; it is docx.</source>
        <translation>“%1”不能随附；可以随附的是 docx。</translation>
    </message>
    <message>
        <source>what else goes along: docx</source>
        <translation>另外随附：docx</translation>
    </message>
    <message>
        <source>Say --from DOCUMENT, or --organisation NAME --year YYYY, or --base LAST.</source>
        <translation>请写 --from 文件，或 --organisation 名称 --year 年份，或 --base 上一年报告。</translation>
    </message>
    <message>
        <source>%1: recognised %2 cells, guessed %3, not understood %4. Compare with the document; nianbao-cli read lists what is doubtful.</source>
        <translation>%1：认出 %2 格，猜的 %3 格，读不懂 %4 格。请与原文件核对；nianbao-cli read 会列出有疑问的地方。</translation>
    </message>
    <message>
        <source>“%1”: a report can be exported as .pdf, .docx, .xlsx, .html, .txt, .csv or .json.</source>
        <translation>“%1”：报告可以导出为 .pdf、.docx、.xlsx、.html、.txt、.csv 或 .json。</translation>
    </message>
    <message>
        <source>A fragment is one of a web page: write it to OUT.html.</source>
        <translation>片段是网页的片段：请写到 OUT.html。</translation>
    </message>
    <message>
        <source>Write the report as PDF, for Word, Excel or a website, as plain text, its figures as CSV, or all of it as JSON, by the suffix.</source>
        <translation>按后缀导出报告：PDF、Word、Excel、网页、纯文本，只含数字的 CSV，或含全部内容的 JSON。</translation>
    </message>
    <message>
        <source>of .pdf, .docx, .html and .txt: report, review, checks or signoff; by default the report</source>
        <translation>.pdf、.docx、.html 和 .txt 可选：report、review、checks 或 signoff；默认是报告本身</translation>
    </message>
    <message>
        <source>of .html: only what goes into the editor of a website</source>
        <translation>.html 可选：只要放进网站编辑器的那一段</translation>
    </message>
    <message>
        <source>a report: .nianbao, JSON, or a document that “read” can read</source>
        <translation>报告：.nianbao、JSON，或 read 命令能读的文件</translation>
    </message>
    <message>
        <source>with --from: leave out what is only guessed</source>
        <translation>与 --from 合用：不采用猜的内容</translation>
    </message>
    <message>
        <source>last year&apos;s report: what --from takes</source>
        <translation>上一年的报告：--from 能用的文件</translation>
    </message>
    <message>
        <source>the report&apos;s year; with --from only where the document does not say it</source>
        <translation>报告年度；与 --from 合用时，只在文件里看不出年份时写</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>看不出</translation>
    </message>
    <message>
        <source>Kind: %1, form: %2, year: %3</source>
        <translation>文件类型：%1，表样：%2，年份：%3</translation>
    </message>
    <message>
        <source>Cells: %1 recognised, %2 guessed, %3 blank, %4 not there, %5 not understood</source>
        <translation>单元格：认出 %1，猜的 %2，空白 %3，没有 %4，读不懂 %5</translation>
    </message>
    <message>
        <source>There is no annual report in it: neither one of its tables nor its sections was found.</source>
        <translation>里面没有年度报告：没有找到规定的表格，也没有找到规定的部分。</translation>
    </message>
    <message>
        <source>What is recognised of a report in a document: Word, Excel, web page, text or PDF. Nothing is written. Exit code 1 when there is no report in it.</source>
        <translation>看一份文件（Word、Excel、网页、文本或 PDF）里认出了报告的哪些内容。不写任何文件。里面没有报告时退出码为 1。</translation>
    </message>
    <message>
        <source>the report&apos;s year, where the document does not say it</source>
        <translation>报告年度，文件里看不出时写</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Answer to a comment</source>
        <translation>回复批注</translation>
    </message>
    <message>
        <source>Comment resolved</source>
        <translation>批注已解决</translation>
    </message>
    <message>
        <source>Comment taken up again</source>
        <translation>重新提起批注</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Nianbao</source>
        <translation>Nianbao 年报</translation>
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
        <source>The file %1 does not exist. It may have been moved or renamed; look where it lies now.</source>
        <translation>文件 %1 不存在。可能移走了，或改了名，请找一找它在哪里。</translation>
    </message>
    <message>
        <source>The file %1 exists already and was left as it is. Choose another name.</source>
        <translation>文件 %1 已经存在，未作改动。请换一个名字。</translation>
    </message>
    <message>
        <source>%1 is not a report file. Nothing was changed. See whether its name was changed by mistake; a Word file, a PDF or a web page is read by File → Import.</source>
        <translation>%1 不是报告文件。未作任何改动。请看看是不是改错了文件名；Word、PDF、网页用“文件 → 导入”读入。</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is not a report. Nothing was changed. Open it with that program, and choose another file here.</source>
        <translation>%1 是其他程序的数据文件，不是报告。未作任何改动。请用原来的程序打开它，在这里选别的文件。</translation>
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
        <source>You do not have the permission for %1. Nothing was changed. Ask for it whoever looks after this computer, or take a file of your own folder.</source>
        <translation>没有访问 %1 的权限。未作任何改动。请找管这台电脑的人开通，或改用自己文件夹里的文件。</translation>
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
        <source>%1 cannot be read: %2</source>
        <translation>%1 无法读取：%2</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there before is unchanged.</source>
        <translation>%1 没能写入：%2。原有内容未变。</translation>
    </message>
    <message>
        <source>%1 is open to look at only. Save a copy to edit it.</source>
        <translation>%1 以只读方式打开。需要编辑请另存副本。</translation>
    </message>
    <message>
        <source>%1 cannot be shown as a picture. Save it anew as PNG or JPEG and insert that.</source>
        <translation>%1 不能作为图片显示。请另存为 PNG 或 JPEG 后再插入。</translation>
    </message>
    <message>
        <source>The picture %1 is too large (%2). At most 20 MB and 60 million pixels can be taken; make it smaller and insert it again.</source>
        <translation>图片 %1 太大（%2）。最多 20 MB、6000 万像素；请缩小后再插入。</translation>
    </message>
    <message>
        <source>%1 was not written: it was stopped.</source>
        <translation>已停止，%1 没有写入。</translation>
    </message>
    <message>
        <source>%1: “%2” holds several figures; one cell takes one. Paste them as a row, or type one.</source>
        <translation>%1：“%2”里有几个数，一格只能填一个。请按一行粘贴，或只填一个。</translation>
    </message>
    <message>
        <source>%1: “%2” may mean nothing or 0. Type 0, or leave the cell blank.</source>
        <translation>%1：“%2”可能表示没有，也可能表示 0。是 0 请填 0，否则留空。</translation>
    </message>
    <message>
        <source>%1: “%2” has words beside the figure. Type the figure alone.</source>
        <translation>%1：“%2”在数字之外还有文字。请只填数字。</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 characters.</source>
        <translation>%1太长：最多 %2 个字。</translation>
    </message>
    <message>
        <source>%1: “%2” is no date. Write it as 2026-01-20.</source>
        <translation>%1：“%2”不是日期。请写成 2026-01-20。</translation>
    </message>
    <message>
        <source>%1 is no ordinary file. Nothing was read or changed. Choose the report itself.</source>
        <translation>%1 不是普通文件。没有读取，也没有改动。请选报告文件本身。</translation>
    </message>
    <message>
        <source>%1 is larger than any report can be (%2 MB). It was not opened. Choose another file, or ask its sender for it once more.</source>
        <translation>%1 超出了年报文件可能的大小（%2 MB），没有打开。请选别的文件，或请对方重新发来。</translation>
    </message>
    <message>
        <source>The file name %1 is too long: before its ending at most %2 Chinese characters, or %3 letters and figures. Choose a shorter name.</source>
        <translation>文件名 %1 太长：不算后缀，最多 %2 个汉字，或 %3 个字母、数字。请换一个短一些的名称。</translation>
    </message>
    <message>
        <source>%1 holds parts that Nianbao did not make (%2). It was not opened and not changed. Ask its sender for the report as JSON.</source>
        <translation>%1 里有不是年报程序写入的内容（%2），没有打开，也没有改动。请发件人改用 JSON 导出后再发来。</translation>
    </message>
    <message>
        <source>The file %1 beside the report was not made by Nianbao. Nothing was opened or changed. Move it away if you do not need it, then open the report again.</source>
        <translation>年报旁边的文件 %1 不是年报程序写的。没有打开，也没有改动。不需要它时请移走，再打开年报。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it would take more work than any report needs. Nothing was changed. Choose another file, or ask its sender for it once more.</source>
        <translation>%1 无法读取：读它所需的运算超出任何年报的需要。没有改动。请选别的文件，或请对方重新发来。</translation>
    </message>
    <message>
        <source>The file %1 was deleted or moved while it was open. Put it back, or save a copy in another place.</source>
        <translation>文件 %1 在打开期间被删除或移走。请放回原处，或另存副本。</translation>
    </message>
    <message>
        <source>Another state of the report has taken the place of %1 while it was open. Nothing was overwritten: save yours as a copy, then open the file anew.</source>
        <translation>%1 在打开期间被换成了另一份内容。没有覆盖它：请先把您的内容另存副本，再重新打开文件。</translation>
    </message>
    <message>
        <source>%1 is a report, or belongs to one, and was not replaced. Choose another name.</source>
        <translation>%1 是年报文件或它的附属文件，没有覆盖。请换一个名字。</translation>
    </message>
    <message>
        <source>No font was found for %1, and nothing was written. Install the packages fonts-noto-cjk and fonts-arphic-ukai, then start the program anew.</source>
        <translation>没有找到%1的字体，文件没有写成。请安装软件包 fonts-noto-cjk 和 fonts-arphic-ukai，再重新打开程序。</translation>
    </message>
    <message>
        <source>the pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The disk is full. %1 was not written; what was there before is unchanged. Make room, or choose another place.</source>
        <translation>磁盘已满，%1 没有写成，原有内容完好。请腾出空间，或者换一个地方。</translation>
    </message>
    <message>
        <source>The report as a whole</source>
        <translation>整份报告</translation>
    </message>
    <message>
        <source>Part %1 of “%2”</source>
        <translation>“%2”的第 %1 部分</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number. Type digits, for example 12 or 1,305.</source>
        <translation>%1：“%2”不是数字。请填数字，如 12 或 1,305。</translation>
    </message>
    <message>
        <source>%1: “%2” is counted in another unit than this cell. Type the figure in the cell&apos;s own unit, all its digits.</source>
        <translation>%1：“%2”的单位与本格不同。请按本格的单位填写完整的数字。</translation>
    </message>
    <message>
        <source>%1 holds more entries than a report can have: at most %2.</source>
        <translation>%1的条目超出一份报告的上限：最多 %2 个。</translation>
    </message>
    <message>
        <source>The hidden file %2 beside %1 says that somebody is editing it, but not who. You may look at it meanwhile. If nobody is editing it, take it over.</source>
        <translation>%1 旁边的隐藏文件 %2 表示有人正在编辑，但没有写明是谁。您可以先只读打开；确认没有人在编辑时，可以接管。</translation>
    </message>
    <message>
        <source>%1 is open for editing: %2. You may look at it meanwhile. If nobody is editing it any more, take it over; its mark is the hidden file %3.</source>
        <translation>%1 正由他人编辑：%2。您可以先只读打开。如果已经没有人在编辑，可以接管；编辑标记是隐藏文件 %3。</translation>
    </message>
    <message>
        <source>The name of %1, or of one of its folders, is not written in UTF-8, as names from old systems are. Rename it first, then open it again. Nothing was changed.</source>
        <translation>%1 的文件名（或所在文件夹名）不是 UTF-8 编码，多来自旧系统。请先重命名，再重新打开。没有改动任何内容。</translation>
    </message>
    <message>
        <source>The file %1 is write-protected. Save a copy to edit it.</source>
        <translation>文件 %1 有写保护，只能查看。要编辑请另存副本。</translation>
    </message>
    <message>
        <source>Beside %1 no mark can be made that it is being edited (%2). Save a copy in another place to edit it.</source>
        <translation>%1 旁边不能建立“正在编辑”的标记（%2），只能查看。要编辑请在别处另存副本。</translation>
    </message>
    <message>
        <source>%1 is already open in another window of yours (%2). Go on there. If that window is gone, take the report over; its mark is the hidden file %3.</source>
        <translation>您自己已在另一个窗口打开了 %1（%2），请到那个窗口继续。如果那个窗口已经不在，可以接管；编辑标记是隐藏文件 %3。</translation>
    </message>
    <message>
        <source>Another program wrote into %1 in the very moment of saving. What it holds now may be incomplete: save yours as a copy.</source>
        <translation>保存 %1 的同时，另一个程序也写入了它，文件现在的内容可能不完整。请把您的内容另存副本。</translation>
    </message>
    <message>
        <source>%1 lies too deep in its folders: its path may have %2 bytes, a Chinese character being three. Move it to a folder nearer the top, or shorten their names.</source>
        <translation>%1 所在的文件夹层次太深：完整路径最多 %2 个字节（一个汉字占三个）。请移到浅一些的文件夹，或缩短文件夹名。</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>文件不在那里</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the permission is missing</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>nothing may be written there</source>
        <translation>那里只能读，不能写</translation>
    </message>
    <message>
        <source>the disk or the connection to it failed</source>
        <translation>磁盘或网络连接出错</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>its folder is not there</source>
        <translation>所在文件夹不存在</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>it became too large for this disk</source>
        <translation>文件超过了该磁盘允许的大小</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>its content is broken</source>
        <translation>内容已损坏</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>缺少一部分内容</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>the system gave a reason that is not known here</source>
        <translation>系统给出的原因不在已知范围内</translation>
    </message>
    <message>
        <source>The history of %1 has no row %2; nianbao-cli history lists them.</source>
        <translation>%1 的历史中没有第 %2 行；用 nianbao-cli history 可以列出各行。</translation>
    </message>
    <message>
        <source>%1 as it was after row %2 of its history is not kept: an earlier version of Nianbao wrote it, or it has become too old. Choose a later row.</source>
        <translation>%1 在历史第 %2 行之后的样子没有留存：该行由较早的版本写下，或已经过旧。请选择更后面的一行。</translation>
    </message>
    <message>
        <source>This still stands in the report itself (%2), not only in the history of %1. Delete it there first.</source>
        <translation>这段内容还在报告正文中（%2），不只在 %1 的历史里。请先在那里删除。</translation>
    </message>
    <message>
        <source>%1 is not a key as Nianbao makes them: SM2, the private one under a passphrase. Nothing was changed.</source>
        <translation>%1 不是年报程序能用的密钥：应是 SM2 密钥，私钥须有口令保护。没有改动任何内容。</translation>
    </message>
    <message>
        <source>What was given</source>
        <translation>所给的内容</translation>
    </message>
    <message>
        <source>The key %1 is damaged or incomplete and was not changed. Use your backup of it.</source>
        <translation>密钥文件 %1 已损坏或不完整，没有改动它。请使用它的备份。</translation>
    </message>
    <message>
        <source>There is a key at %1 already, and it was left as it is. Choose another name.</source>
        <translation>%1 处已有密钥，没有动它。请另取一个名称。</translation>
    </message>
    <message>
        <source>The passphrase does not open the key %1. Nothing was changed; try again. If the passphrase is certainly right, the file is damaged: use your backup of it.</source>
        <translation>口令打不开密钥 %1。没有改动任何内容，请再试一次。如果口令肯定没错，就是文件已损坏，请使用它的备份。</translation>
    </message>
    <message>
        <source>A passphrase has %1 to %2 characters in one line. Choose another one.</source>
        <translation>口令须为 %1 到 %2 个字符，不能换行。请另设一个口令。</translation>
    </message>
    <message>
        <source>The computation with the key failed: %1. Start the program anew and try again.</source>
        <translation>密钥运算失败：%1。请重新启动程序后再试。</translation>
    </message>
    <message>
        <source>“%1” is no mail address, and no mail was written. Write it in half-width characters as zhang@example.gov.cn or as Zhang San &lt;zhang@example.gov.cn&gt;; several are parted by commas.</source>
        <translation>“%1”不是有效的邮箱地址，邮件没有写成。请用半角字符写，例如 zhang@example.gov.cn 或 张三 &lt;zhang@example.gov.cn&gt;；有多个地址时，用逗号隔开。</translation>
    </message>
    <message>
        <source>“%1” is not possible yet: %2 errors are open, %3 findings are not explained. See what the check lists.</source>
        <translation>还不能“%1”：有 %2 处错误没有改正，%3 处需说明的没有说明。请按检查结果逐条处理。</translation>
    </message>
    <message>
        <source>“%1”: say who it is.</source>
        <translation>“%1”：请写明是谁。</translation>
    </message>
    <message>
        <source>“%1”: say the reason.</source>
        <translation>“%1”：请写明理由。</translation>
    </message>
    <message>
        <source>“%1”: either a key with its passphrase, or date and name of the signature on paper.</source>
        <translation>“%1”：或者用密钥和口令，或者写明纸质签发的日期和签发人，二者取一。</translation>
    </message>
    <message>
        <source>“%1”: say to whom.</source>
        <translation>“%1”：请写明报送给谁。</translation>
    </message>
    <message>
        <source>“%1”: say the address of the page.</source>
        <translation>“%1”：请写明公开的网址。</translation>
    </message>
    <message>
        <source>The report has no comment %1.</source>
        <translation>年报里没有第 %1 号批注。</translation>
    </message>
    <message>
        <source>The report has no finding “%1”; check --json lists them with their keys.</source>
        <translation>年报里没有“%1”这条检查结果；check --json 列出全部结果和它们的键。</translation>
    </message>
    <message>
        <source>“%1” is an error: it is mended, not explained.</source>
        <translation>“%1”是错误：只能改正，不能用说明代替。</translation>
    </message>
    <message>
        <source>The report is “%1”: its content cannot be edited now.</source>
        <translation>年报“%1”，现在不能修改内容。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>“%1” is not possible at this step of the review.</source>
        <translation>审阅走到这一步，不能“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not possible now: the report is “%2”.</source>
        <translation>现在不能“%1”：年报“%2”。</translation>
    </message>
    <message>
        <source>“%1”: there are no words to keep. Nothing was changed.</source>
        <translation>“%1”：没有写内容。什么都没有改动。</translation>
    </message>
    <message>
        <source>Row %2 of the history of %1 is a move of the review. It stays; choose rows with texts or figures.</source>
        <translation>%1 的历史第 %2 条是一次办理动作，不能清除；请选有文字或数字的记录。</translation>
    </message>
    <message>
        <source>What is said in the review (a name, opinion or reason)</source>
        <translation>办理记录里的文字（姓名、意见或理由）</translation>
    </message>
    <message>
        <source>Comment %1</source>
        <translation>批注 %1</translation>
    </message>
    <message>
        <source>The list of comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>%1, line %2: %3
The office&apos;s wordings are not in force until that is mended, in the file or in the window under Check, Office&apos;s wordings. Meanwhile reports are checked with the words that came with the program.</source>
        <translation>%1 第 %2 行：%3
改好之前，本单位用语不起作用，仍按程序自带的用语检查。可以直接改这个文件，也可以在“检查 → 本单位用语”中改。</translation>
    </message>
    <message>
        <source>%1 was changed elsewhere while the office&apos;s wordings were open here. Nothing was overwritten: close this window and open it anew.</source>
        <translation>本单位用语打开期间，%1 已在别处改动。没有覆盖任何内容：请关闭本窗口后重新打开。</translation>
    </message>
    <message>
        <source>%1: files of the kind “%2” cannot be read. Save it as .docx, .xlsx, .html, .txt or .pdf in the program it comes from.</source>
        <translation>%1：不能读“%2”类文件。请在原来的程序里另存为 .docx、.xlsx、.html、.txt 或 .pdf。</translation>
    </message>
    <message>
        <source>%1 is called a %2 file, but holds something else. Open it in the program it comes from and save it again.</source>
        <translation>%1 名为 %2 文件，内容却不是。请在原来的程序里打开，重新保存。</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete: “%2” in it cannot be read. Get it again, or open it in the program it comes from and save it again.</source>
        <translation>%1 已损坏或不完整：其中的“%2”读不出来。请重新取得该文件，或在原来的程序里打开后重新保存。</translation>
    </message>
    <message>
        <source>%1 has more than %2 parts. No report has so many; it was not read.</source>
        <translation>%1 里的部件超过 %2 个。年度报告不会有这么多，没有读它。</translation>
    </message>
    <message>
        <source>%1 has elements within each other more than %2 deep. No report is made like that; it was not read.</source>
        <translation>%1 里的元素嵌套超过 %2 层。年度报告不会是这样，没有读它。</translation>
    </message>
    <message>
        <source>%1 declares a document type of its own in “%2”, which may lead outside the file. It was not read.</source>
        <translation>%1 在“%2”里声明了自己的文档类型，可能引到文件以外，没有读它。</translation>
    </message>
    <message>
        <source>%1 needs a password. Save a copy without one and take that.</source>
        <translation>%1 设有密码。请另存一份不带密码的再用。</translation>
    </message>
    <message>
        <source>%1 is a scan: its pages are pictures without text. Take the file it was printed from, or type the figures.</source>
        <translation>%1 是扫描件：各页都是图片，没有文字。请用打印它的原文件，或者手工录入数字。</translation>
    </message>
    <message>
        <source>%1: it cannot be told in which encoding its text is. Save it as UTF-8 and take that.</source>
        <translation>%1：看不出文字用的是哪种编码。请另存为 UTF-8 编码再用。</translation>
    </message>
    <message>
        <source>%1 is read by another program, which is missing here. Have the package %2 installed, or save the file as .docx, .xlsx or .html elsewhere.</source>
        <translation>%1 要由另一个程序来读，本机没有装。请安装软件包 %2，或在别的电脑上把文件另存为 .docx、.xlsx 或 .html。</translation>
    </message>
    <message>
        <source>%1: the program that should read it (%2) failed. The file may be damaged; save it again as .docx, .xlsx or .html.</source>
        <translation>%1：读它的程序（%2）没有成功。文件可能已损坏，请重新另存为 .docx、.xlsx 或 .html。</translation>
    </message>
    <message>
        <source>%1 could not be read within %2 seconds; reading was stopped. Save it again as .docx, .xlsx or .html.</source>
        <translation>%1 在 %2 秒内没有读完，已停止。请重新另存为 .docx、.xlsx 或 .html。</translation>
    </message>
    <message>
        <source>There is no annual report in %1: neither one of its tables nor its sections was found. Choose another file.</source>
        <translation>%1 里没有年度报告：没有找到规定的表格，也没有找到规定的部分。请另选文件。</translation>
    </message>
    <message>
        <source>%1 does not say of which year the report is. Say the year.</source>
        <translation>%1 里看不出是哪一年的报告。请指明年份。</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Get it again, or open it in the program it comes from and save it again.</source>
        <translation>%1 已损坏或不完整。请重新取得该文件，或在原来的程序里打开后重新保存。</translation>
    </message>
    <message>
        <source>the system reported an error</source>
        <translation>系统报告了错误</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete and was not changed. Fetch it once more from where it came, or take a backup.</source>
        <translation>%1 已损坏或不完整，未作改动。请从来处重新取得，或使用备份。</translation>
    </message>
    <message>
        <source>The report was submitted already: to %1, %2. What has left the house is changed by a correction.</source>
        <translation>年报已经报送过：%1，%2。已送出的内容要改，请用“更正”。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A font of the right style is missing and was replaced. %1</source>
        <translation>缺少规定的字体，已用其他字体代替。%1</translation>
    </message>
    <message>
        <source>No font on this computer has these characters; a box stands for each: %1</source>
        <translation>这台电脑的字体里没有这些字符，印成方框：%1</translation>
    </message>
    <message>
        <source>The picture “%1” is missing or cannot be shown; a box says so in its place.</source>
        <translation>图片“%1”缺失或无法显示，原处印了一个带说明的方框。</translation>
    </message>
    <message>
        <source>The file was not marked as PDF/A: that asks for a glyph of every character.</source>
        <translation>文件没有标为 PDF/A：PDF/A 要求每个字符都有字形。</translation>
    </message>
    <message>
        <source>Only the report itself is written as .%1; a paper about it can be exported as .pdf, .docx, .html or .txt.</source>
        <translation>只有报告本身可以导出为 .%1；关于它的其他文书可以导出为 .pdf、.docx、.html 或 .txt。</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>%1 What was typed stays here and is tried again with the next key; Esc gives it up.</source>
        <translation>%1 已输入的内容留在这里，再按键时会重试；按 Esc 放弃。</translation>
    </message>
    <message>
        <source>%1 What was typed stays here until it can be written; Esc gives it up.</source>
        <translation>%1 输入的内容留在这里，能写入时自动保存；按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>FindingActions</name>
    <message>
        <source>Change to “%1”</source>
        <translation>改为“%1”</translation>
    </message>
    <message>
        <source>Correct “%1”</source>
        <translation>改正“%1”</translation>
    </message>
    <message>
        <source>Use the live figure %1</source>
        <translation>改用活数字 %1</translation>
    </message>
    <message>
        <source>Live figure %1</source>
        <translation>活数字：%1</translation>
    </message>
    <message>
        <source>Explain: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <source>Put aside: %1</source>
        <translation>不再提示：%1</translation>
    </message>
    <message>
        <source>Take the explanation back: %1</source>
        <translation>撤回说明：%1</translation>
    </message>
    <message>
        <source>“%1” is right here</source>
        <translation>“%1”在本报告里是对的</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删去它</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删去%1</translation>
    </message>
    <message>
        <source>Switch off the rule “%1”</source>
        <translation>停用规则“%1”</translation>
    </message>
    <message>
        <source>Switch on the rule “%1”</source>
        <translation>恢复规则“%1”</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a file of that name is there: the second</comment>
        <translation>%1（%2）</translation>
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
    <message>
        <source>there is no role %1</source>
        <translation>没有“%1”这种角色</translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message numerus="yes">
        <source>, %n files</source>
        <translation>
            <numerusform>，%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2%3. Digest %4: %5</source>
        <translation>%1 报送%2%3。摘要 %4：%5</translation>
    </message>
    <message>
        <source>the report still says that</source>
        <translation>内容没有变</translation>
    </message>
    <message>
        <source>the report was changed since</source>
        <translation>内容后来改过</translation>
    </message>
    <message>
        <source>%1 published at %2, %3</source>
        <translation>%1 公开（%3）：%2</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>table of text</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>year %1</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>year unknown</source>
        <translation>年份不明</translation>
    </message>
    <message>
        <source>Nothing had to be decided, and all sums are right.</source>
        <translation>没有需要说明的，各项合计都相符。</translation>
    </message>
    <message>
        <source>It is saved as a new report file; what is open stays as it is.</source>
        <translation>另存为一份新的年报文件，打开着的报告不动。</translation>
    </message>
    <message>
        <source>Figures and texts that are taken replace those of %1; all else stays. Ctrl+Z undoes it in one step.</source>
        <translation>采用的数字和文字替换《%1》里原有的，其余不动。按 Ctrl+Z 可一次撤销。</translation>
    </message>
    <message>
        <source>It stands beside the open report to be compared with; this year&apos;s content stays as it is. Ctrl+Z undoes it in one step.</source>
        <translation>放在打开的报告旁边，供对照和核对，本年内容不动。按 Ctrl+Z 可一次撤销。</translation>
    </message>
    <message>
        <source>It stands beside the new report of %1 to be compared with. Office, headings and names of channels are taken over, figures and texts are not written into it.</source>
        <translation>放在新建的 %1 年报告旁边，供对照和核对。单位信息、小标题和渠道名称沿用过去，数字和文字不填进去。</translation>
    </message>
    <message>
        <source>The figures of the ticked tables are added to ours, and the note of each cell says whose they are. Ctrl+Z undoes it in one step.</source>
        <translation>把勾选的表的数字加到本报告，每格附注写明来自谁。按 Ctrl+Z 可一次撤销。</translation>
    </message>
    <message>
        <source>The document is of %1, the open report of %2.</source>
        <translation>文件是 %1 年的，打开的报告是 %2 年的。</translation>
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
        <source>there is no form %1</source>
        <translation>没有表样 %1</translation>
    </message>
    <message>
        <source>the picture is not in base64</source>
        <translation>图片不是 base64 编码</translation>
    </message>
    <message>
        <source>the picture is too large (%1)</source>
        <translation>图片太大（%1）</translation>
    </message>
    <message>
        <source>the picture is neither PNG nor JPEG</source>
        <translation>图片不是 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>the pictures of one report have at most %1 MB together</source>
        <translation>一份年报的图片合计不超过 %1 MB</translation>
    </message>
    <message>
        <source>the report has no such sub-section; the first is %1</source>
        <translation>报告里没有这个小节；第一节是 %1</translation>
    </message>
    <message>
        <source>a number of paragraphs is expected here</source>
        <translation>这里应是段落数</translation>
    </message>
    <message>
        <source>a year from %1 to %2 is expected here</source>
        <translation>这里应是 %1 到 %2 之间的年份</translation>
    </message>
    <message>
        <source>what was written does not read back</source>
        <translation>写出的内容读不回来</translation>
    </message>
    <message>
        <source>this cannot be the name of a rule</source>
        <translation>不能作为规则的名称</translation>
    </message>
    <message>
        <source>a UUID is expected here</source>
        <translation>这里应为 UUID</translation>
    </message>
    <message>
        <source>comments are counted from 1</source>
        <translation>批注从 1 开始编号</translation>
    </message>
    <message>
        <source>the report has no such place</source>
        <translation>年报里没有这个位置</translation>
    </message>
    <message>
        <source>this is not in base64</source>
        <translation>这不是 base64 编码</translation>
    </message>
    <message>
        <source>no report is ever in such a state</source>
        <translation>年报没有这种状态</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected here</source>
        <translation>这里应是 %1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>another comment has this number</source>
        <translation>另一条批注已经用了这个编号</translation>
    </message>
    <message>
        <source>a comment says something</source>
        <translation>批注没有内容</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>town</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>county</source>
        <translation>县</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市</translation>
    </message>
    <message>
        <source>department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>development zone</source>
        <translation>开发区</translation>
    </message>
    <message>
        <source>school or college</source>
        <translation>学校、院校</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>enterprise</source>
        <translation>企业</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>From the form: %1.</source>
        <translation>取自《%1》。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What belongs there</source>
        <translation>填什么</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Under “%1”.</source>
        <translation>属于“%1”。</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>怎么办：%1</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>错例：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>对例：%1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>%1, old form of %2</source>
        <translation>%1（%2年旧表样）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>OfficeWords</name>
    <message>
        <source>Look at the quotation marks, commas and brackets of this line and of the one before; they are half-width ones.</source>
        <translation>请检查这一行和上一行的引号、逗号和括号，都应是英文半角。</translation>
    </message>
</context>
<context>
    <name>OpenPlace</name>
    <message>
        <source>This file lies in a temporary place that the system empties.</source>
        <translation>这个文件在临时文件夹里，系统会自动清空。</translation>
    </message>
    <message>
        <source>This file lies where a mail, browser or chat program keeps what was opened from it. The program may remove it, and does not send what you change there.</source>
        <translation>这个文件是从邮件、浏览器或聊天软件里直接打开的，存在那个软件自己的文件夹里：它可能随时被删，在这里改的内容也不会发回去。</translation>
    </message>
    <message>
        <source>This file was only lent to the program: nothing can be kept beside it.</source>
        <translation>这个文件只是临时借给本程序的，旁边存不下任何东西。</translation>
    </message>
    <message>
        <source>Nothing can be written where this file lies.</source>
        <translation>这个文件所在的位置不能写入。</translation>
    </message>
</context>
<context>
    <name>OpenQuestions</name>
    <message>
        <source>Look only</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管编辑</translation>
    </message>
    <message>
        <source>Take it over only when you know that nobody is editing it: of two who edit it at the same time, one will have to save a copy.</source>
        <translation>确认没有人在编辑时才接管：两边同时编辑，其中一方的内容只能另存副本。</translation>
    </message>
    <message>
        <source>Save mine as a copy, then open the file</source>
        <translation>另存我的副本，再打开文件</translation>
    </message>
    <message>
        <source>Only save mine as a copy</source>
        <translation>只另存我的副本</translation>
    </message>
    <message>
        <source>Yours is in this window, with all that you typed. The other is in the file, written on %1. With both at hand you can compare them and take over what is missing.</source>
        <translation>您的内容（包括刚输入的）还在本窗口；另一份在文件里，写入时间 %1。两份都留下后，可以对照着补齐。</translation>
    </message>
    <message>
        <source>Where you want to work on it</source>
        <translation>存到哪里继续编辑</translation>
    </message>
    <message>
        <source>Reports (*.nianbao)</source>
        <translation>年报文件 (*.nianbao)</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请换一个位置。</translation>
    </message>
    <message>
        <source>Copy it to a place of mine…</source>
        <translation>复制到我的文件夹…</translation>
    </message>
    <message>
        <source>To work on it, say first where your own copy shall lie. To read it, nothing is needed.</source>
        <translation>要编辑，请先选好自己的副本存在哪里；只是看看，可以直接打开。</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>%1 is being fetched…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>The report is being checked…</source>
        <translation>正在检查报告…</translation>
    </message>
</context>
<context>
    <name>Parcel</name>
    <message>
        <source>It cannot be handed over: the report says something else now than was approved. See where, reopen it and have it approved again, or take the file that was approved.</source>
        <translation>不能报送：现在的内容和签发时不一样。请核对差别，重新打开并再次签发，或改用签发时的那个文件。</translation>
    </message>
</context>
<context>
    <name>PdfCheck</name>
    <message>
        <source>The PDF cannot be made again here: another version of the program made it.</source>
        <translation>这个 PDF 在这里不能重新生成：它是用另一版本的程序制作的。</translation>
    </message>
    <message>
        <source>The PDF cannot be made again here: it was made in other font files.</source>
        <translation>这个 PDF 在这里不能重新生成：它用的是另外的字体文件。</translation>
    </message>
    <message>
        <source>The PDF does not say how it was made; it is no export of this program, or was changed.</source>
        <translation>这个 PDF 没有写明是怎样制作的：它不是本程序导出的，或者被改动过。</translation>
    </message>
    <message>
        <source>The PDF is that of this report, byte for byte.</source>
        <translation>这个 PDF 就是本报告的，逐字节相同。</translation>
    </message>
    <message>
        <source>The PDF is not that of this report: page %1 is another.</source>
        <translation>这个 PDF 不是本报告的：从第 %1 页起不同。</translation>
    </message>
    <message>
        <source>The PDF is not that of this report: its pages could not be told apart, but the file differs.</source>
        <translation>这个 PDF 与本报告导出的不同：各页看不出差别，但文件不一样。</translation>
    </message>
    <message>
        <source>It names the digest of this report.</source>
        <translation>它写明的内容摘要与本报告相同。</translation>
    </message>
    <message>
        <source>It names another digest than that of this report.</source>
        <translation>它写明的内容摘要与本报告不同。</translation>
    </message>
    <message>
        <source>Its text could not be read.</source>
        <translation>它的文字读不出来。</translation>
    </message>
    <message>
        <source>Its text is another from page %1 on.</source>
        <translation>从第 %1 页起文字不同。</translation>
    </message>
    <message>
        <source>Its text is the same on every page.</source>
        <translation>每一页的文字都相同。</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>left</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上边</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下边</translation>
    </message>
</context>
<context>
    <name>Recognition</name>
    <message>
        <source>Recognised</source>
        <translation>认出</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>猜的</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>No such row</source>
        <translation>没有这一行</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>读不懂</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>The seal is broken: the public key in the file was exchanged. It is not the one that signed.</source>
        <translation>签章已失效：文件里的公钥被换过，不是签发时的那一把。</translation>
    </message>
    <message>
        <source>The seal is broken: the signature does not belong to this digest, time, name and key.</source>
        <translation>签章已失效：签名与文件里的摘要、时间、姓名和公钥对不上。</translation>
    </message>
    <message>
        <source>The seal is broken: the picture kept with it was exchanged. What the report says now is what was sealed.</source>
        <translation>签章已失效：随附的签发留底被换过。年报现在的内容与签发时相同。</translation>
    </message>
    <message>
        <source>The seal is broken: the report was changed after it was sealed, in %1 places.</source>
        <translation>签章已失效：年报签发后被改动过，共 %1 处。</translation>
    </message>
    <message>
        <source>Approved on paper by %1 on %2; no key was used.</source>
        <translation>%2 由%1纸质签发，没有用密钥。</translation>
    </message>
    <message>
        <source>The report says what it said then.</source>
        <translation>年报内容与签发时相同。</translation>
    </message>
    <message>
        <source>The report says what it said then, but the picture kept of it was exchanged.</source>
        <translation>年报内容与签发时相同，但随附的签发留底被换过。</translation>
    </message>
    <message>
        <source>It was changed since, in %1 places.</source>
        <translation>此后被改动过，共 %1 处。</translation>
    </message>
    <message>
        <source>It was changed since.</source>
        <translation>此后被改动过。</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审阅中</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已审定</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已报送</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已公开</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>起草中</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Agree and hand on</source>
        <translation>同意并转下一步</translation>
    </message>
    <message>
        <source>Return for changes</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Send for review</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>The report is not approved.</source>
        <translation>年报还没有签发。</translation>
    </message>
    <message>
        <source>Sealed by %1 on %2 with another key (%3) than the one that is known of this body. Whoever replaces content, picture and signature together makes such a seal: ask the body in another way.</source>
        <translation>%2 由%1用另一把密钥（%3）签发，不是已知的该单位密钥。把内容、留底和签名一起换掉的人，做出来的就是这样的签章：请用其他方式向该单位核实。</translation>
    </message>
    <message>
        <source>The seal holds: %1, %2, key %3.</source>
        <translation>签章有效：%1，%2，密钥指纹 %3。</translation>
    </message>
    <message>
        <source>The key is the one that is known of this body.</source>
        <translation>密钥与已知的该单位密钥一致。</translation>
    </message>
    <message>
        <source>The key is the first that was met of this body; nobody has compared it yet with the fingerprint on the sign-off sheet.</source>
        <translation>密钥是第一次见到该单位时记住的，还没有人与签批单上的指纹核对过。</translation>
    </message>
    <message>
        <source>Whose key that is, is not known here: compare it with the fingerprint on the sign-off sheet.</source>
        <translation>这里不清楚密钥是谁的：请与签批单上的指纹核对。</translation>
    </message>
    <message>
        <source>The seal is broken: the digest in it was exchanged. It is not the one that was signed.</source>
        <translation>签章已失效：其中的摘要被换过，不是签发时的摘要。</translation>
    </message>
    <message>
        <source>The seal is broken: the time in it was exchanged. It is not the one that was signed.</source>
        <translation>签章已失效：其中的时间被换过，不是签发时的时间。</translation>
    </message>
    <message>
        <source>The seal is broken: the name in it was exchanged. It is not the one that was signed.</source>
        <translation>签章已失效：其中的姓名被换过，不是签发时的姓名。</translation>
    </message>
    <message>
        <source>The seal is broken: the report was changed after it was sealed. Where cannot be told: what was sealed is not kept.</source>
        <translation>签章已失效：年报签发后被改动过。没有签发时的留底，说不出改在哪里。</translation>
    </message>
    <message>
        <source>A picture of what was sealed is not kept here.</source>
        <translation>这里没有签发时的留底。</translation>
    </message>
    <message>
        <source>What it said then is not kept here: whether it was changed cannot be told.</source>
        <translation>签发时的内容这里没有留存，后来有没有改动无从判断。</translation>
    </message>
    <message>
        <source>But what was kept then names another name or day: this was exchanged.</source>
        <translation>但签发时留存的姓名或日期与此不同：这里被换过。</translation>
    </message>
    <message>
        <source>Returned: %1 mends it. If that is at another computer, give the file “%2” back, by mail or on a stick.</source>
        <translation>已退回，等%1修改。对方用另一台电脑的，请把文件“%2”用邮件或 U 盘传回去。</translation>
    </message>
    <message>
        <source>Approved: %1 sends it to the district. If that is at another computer, give the file “%2” back, by mail or on a stick.</source>
        <translation>已审定，由%1报送。对方用另一台电脑的，请把文件“%2”用邮件或 U 盘传回去。</translation>
    </message>
    <message>
        <source>Sent to %1, who reads it now. If that is at another computer, give the file “%2” to them, by mail or on a stick; it comes back the same way.</source>
        <translation>已送给%1，等对方审阅。对方用另一台电脑的，请把文件“%2”用邮件或 U 盘交过去，审完再同样传回来。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a step of the chain, whose it is</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Until they have agreed you can take it back: Review → Withdraw.</source>
        <translation>对方同意之前可以撤回：审阅 → 撤回。</translation>
    </message>
    <message>
        <source>Approved: %1 publishes it. If that is at another computer, give the file “%2” back, by mail or on a stick.</source>
        <translation>已审定，由%1公开。对方用另一台电脑的，请把文件“%2”用邮件或 U 盘传回去。</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Nianbao sample.nianbao</source>
        <translation>年报示例.nianbao</translation>
    </message>
    <message>
        <source>Nianbao sample %1.nianbao</source>
        <translation>年报示例 %1.nianbao</translation>
    </message>
</context>
<context>
    <name>SeenReport</name>
    <message>
        <source>It is being read. The content waits until it comes back.</source>
        <translation>正在审阅，退回前内容不能改。</translation>
    </message>
    <message>
        <source>It is the turn of %1.</source>
        <translation>等%1审阅。</translation>
    </message>
    <message>
        <source>Mend what was returned, then send it again.</source>
        <translation>按退回意见修改，再送审。</translation>
    </message>
    <message>
        <source>Approved: send it to the district office.</source>
        <translation>已审定，报送区政务公开办。</translation>
    </message>
    <message>
        <source>Sent to the district office: publish it, then say where.</source>
        <translation>已报送，公开后登记网址。</translation>
    </message>
    <message>
        <source>Published on %1.</source>
        <translation>%1 已公开。</translation>
    </message>
    <message>
        <source>Published.</source>
        <translation>已公开。</translation>
    </message>
    <message>
        <source>Fill in tables and texts, in any order.</source>
        <translation>填写表格和正文，先填哪个都行。</translation>
    </message>
    <message>
        <source>Nothing is open: send it for review.</source>
        <translation>没有未决问题，可以送审。</translation>
    </message>
    <message>
        <source>● errors %1</source>
        <translation>● 错误 %1</translation>
    </message>
    <message>
        <source>◆ to explain %1</source>
        <translation>◆ 需说明 %1</translation>
    </message>
    <message>
        <source>comments %1</source>
        <translation>批注 %1</translation>
    </message>
    <message>
        <source>Errors to mend: %1.</source>
        <translation>改正 %1 处错误。</translation>
    </message>
    <message>
        <source>Points to explain: %1.</source>
        <translation>说明 %1 处情况。</translation>
    </message>
    <message>
        <source>Comments to answer: %1.</source>
        <translation>回复 %1 条批注。</translation>
    </message>
    <message>
        <source>Approved: publish it, then say where.</source>
        <translation>已审定，公开后登记网址。</translation>
    </message>
    <message>
        <source>Handed over: publish it, then say where.</source>
        <translation>已报送，公开后登记网址。</translation>
    </message>
    <message>
        <source>It can be sent for review; comments not resolved: %1.</source>
        <translation>可以送审；还有 %1 条批注未解决。</translation>
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
    <name>Store</name>
    <message>
        <source>another program is writing just now</source>
        <translation>另一个程序正在写入</translation>
    </message>
    <message>
        <source>it could not be read back</source>
        <translation>写好后未能重新读出</translation>
    </message>
    <message>
        <source>the folder for temporary files is full</source>
        <translation>临时文件夹已满</translation>
    </message>
    <message>
        <source>Cleared from the history</source>
        <translation>已从历史中清除</translation>
    </message>
    <message>
        <source>Content was cleared from the history</source>
        <translation>从历史中清除了内容</translation>
    </message>
    <message>
        <source>Saved as a copy with what was still open</source>
        <translation>另存副本，含尚未写入的内容</translation>
    </message>
</context>
<context>
    <name>ThemeNames</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>nianbao::AboutDialog</name>
    <message>
        <source>About Nianbao</source>
        <translation>关于“年报”</translation>
    </message>
    <message>
        <source>Nianbao</source>
        <translation>Nianbao 年报</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>For writing, checking and printing the annual report on government information disclosure. It works without a network and sends nothing anywhere.</source>
        <translation>用于编写、检查和印制政府信息公开工作年度报告。不需要网络，不向任何地方发送内容。</translation>
    </message>
    <message>
        <source>Free software under the Mulan Permissive Software License, version 2 (MulanPSL-2.0).</source>
        <translation>自由软件，按木兰宽松许可证第 2 版（MulanPSL-2.0）发布。</translation>
    </message>
    <message>
        <source>Works of others in it, and their licences</source>
        <translation>用到的别人的作品，和它们的许可证</translation>
    </message>
    <message>
        <source>The licence in full</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>Mulan Permissive Software License, version 2</source>
        <translation>木兰宽松许可证，第 2 版</translation>
    </message>
</context>
<context>
    <name>nianbao::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours and size change at once, the language with the next start.</source>
        <translation>颜色和字号改了就生效，语言下次启动时生效。</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>nianbao::BackupPage</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Every edit is on disk at once anyway. A copy is the report as it was when it was opened that day: for the case that the file is lost or spoilt. What is cleared out of a report&apos;s history stays in its copies.</source>
        <translation>每次改动本来就当场存盘。备份是当天打开时的报告，文件丢了、坏了时用得上。从报告历史中清除的内容，在备份里仍然有。</translation>
    </message>
    <message>
        <source>Keep a copy of a report on each day on which it is opened</source>
        <translation>打开报告的当天留一份备份</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>换文件夹…</translation>
    </message>
    <message>
        <source>Look at the copies</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Copies of each report</source>
        <translation>每份报告留几份</translation>
    </message>
    <message>
        <source>Folder of the copies</source>
        <translation>备份放在</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>nianbao::ChainDialog</name>
    <message>
        <source>Who reads the report</source>
        <translation>审阅流程</translation>
    </message>
    <message>
        <source>One after another, from top to bottom; the last one approves. In review the chain cannot be changed. It is taken along into next year&apos;s report.</source>
        <translation>从上到下依次审阅，最后一位签发。审阅期间不能改流程。流程会带到下一年的报告里。</translation>
    </message>
    <message>
        <source>Chain of review</source>
        <translation>审阅流程</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Person or post</source>
        <translation>人员或职务</translation>
    </message>
    <message>
        <source>One more before it</source>
        <translation>在前面加一步</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>去掉这一步</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>nianbao::ChangesPanel</name>
    <message>
        <source>Since it was last sent (%1)</source>
        <translation>自上次送审（%1）以来</translation>
    </message>
    <message>
        <source>Since I last read it (%1)</source>
        <translation>自我上次阅读（%1）以来</translation>
    </message>
    <message>
        <source>Since it was last approved (%1)</source>
        <translation>自上次签发（%1）以来</translation>
    </message>
    <message>
        <source>Against last year (%1)</source>
        <translation>与上年（%1 年）相比</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较的基准</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet: no earlier round, and no report of last year.</source>
        <translation>还没有可比的：没有前一轮审阅，也没有上年报告。</translation>
    </message>
    <message>
        <source>What the report said then is not kept any more.</source>
        <translation>当时的内容已不再保存。</translation>
    </message>
    <message>
        <source>%1 places differ. What is not listed did not change.</source>
        <translation>有 %1 处不同；没有列出的都没有改。</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有不同。</translation>
    </message>
</context>
<context>
    <name>nianbao::ChannelModel</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Fill in %1</source>
        <translation>填写 %1</translation>
    </message>
</context>
<context>
    <name>nianbao::ChannelsPage</name>
    <message>
        <source>Channels and categories</source>
        <translation>渠道与分类</translation>
    </message>
    <message>
        <source>How many items were published in each channel and of each category. These counts are not printed as a table; the text of section one can quote them.</source>
        <translation>各渠道、各分类公开了多少条。这些数不单独印成表，第一部分的正文可以引用。</translation>
    </message>
    <message>
        <source>Add a comment…</source>
        <translation>添加批注…</translation>
    </message>
    <message>
        <source>Use the usual channels and categories</source>
        <translation>用常见的渠道和分类</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>添加渠道</translation>
    </message>
    <message>
        <source>Rename channel</source>
        <translation>渠道改名</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Remove channel</source>
        <translation>删除渠道</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>添加分类</translation>
    </message>
    <message>
        <source>Rename category</source>
        <translation>分类改名</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove category</source>
        <translation>删除分类</translation>
    </message>
    <message>
        <source>Take the sum of the categories</source>
        <translation>采用分类之和</translation>
    </message>
    <message>
        <source>%1: stated %2, its categories add up to %3.</source>
        <translation>%1：所报 %2，分类之和 %3。</translation>
    </message>
    <message>
        <source>Name of the new channel</source>
        <translation>新渠道的名称</translation>
    </message>
    <message>
        <source>Add channel %1</source>
        <translation>添加渠道 %1</translation>
    </message>
    <message>
        <source>New name of the channel</source>
        <translation>渠道的新名称</translation>
    </message>
    <message>
        <source>Rename channel %1 to %2</source>
        <translation>渠道 %1 改名为 %2</translation>
    </message>
    <message>
        <source>Move channel %1</source>
        <translation>移动渠道 %1</translation>
    </message>
    <message>
        <source>Remove channel %1</source>
        <translation>删除渠道 %1</translation>
    </message>
    <message>
        <source>The channel “%1” was removed with its figures. Undo brings it back.</source>
        <translation>已删除渠道“%1”及其数字。撤销即可恢复。</translation>
    </message>
    <message>
        <source>Take the sum of the categories of %1</source>
        <translation>%1采用分类之和</translation>
    </message>
    <message>
        <source>Name of the new category</source>
        <translation>新分类的名称</translation>
    </message>
    <message>
        <source>Add category %1</source>
        <translation>添加分类 %1</translation>
    </message>
    <message>
        <source>New name of the category</source>
        <translation>分类的新名称</translation>
    </message>
    <message>
        <source>Rename category %1 to %2</source>
        <translation>分类 %1 改名为 %2</translation>
    </message>
    <message>
        <source>Move category %1</source>
        <translation>移动分类 %1</translation>
    </message>
    <message>
        <source>Remove category %1</source>
        <translation>删除分类 %1</translation>
    </message>
    <message>
        <source>The category “%1” was removed with its figures. Undo brings it back.</source>
        <translation>已删除分类“%1”及其数字。撤销即可恢复。</translation>
    </message>
    <message>
        <source>There is “%1” already; give another name, or Esc.</source>
        <translation>已经有“%1”；请换一个名称，或按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>nianbao::ClearingDialog</name>
    <message>
        <source>What the chosen row put in and took out</source>
        <translation>选中的这一行写进和去掉的内容</translation>
    </message>
    <message>
        <source>A sentence, a name or a number, wherever the history holds it</source>
        <translation>一句话、一个姓名或号码，凡历史里出现的地方</translation>
    </message>
    <message>
        <source>Clear for good</source>
        <translation>永远清除</translation>
    </message>
    <message>
        <source>Clear from the history</source>
        <translation>从历史中清除</translation>
    </message>
    <message>
        <source>What is to disappear</source>
        <translation>要清除的内容</translation>
    </message>
    <message>
        <source>Exactly as it was written, at least two characters</source>
        <translation>与当时所写一字不差，至少两个字</translation>
    </message>
    <message>
        <source>For private data that was typed or pasted by mistake. What is to disappear?</source>
        <translation>用于误输、误贴的个人信息。要让什么消失？</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>清除以后</translation>
    </message>
    <message>
        <source>It disappears from this file for good. Nothing brings it back, not even undo: what could be undone until now is forgotten too.</source>
        <translation>内容从本文件中永远消失，撤销也找不回来；此前可以撤销的步骤一并作废。</translation>
    </message>
    <message>
        <source>The rows stay, with time and name. Marks ■ of the same length stand where the words were, figures become blank. That something was cleared becomes a row of its own.</source>
        <translation>历史的各行仍在，时间、姓名不变；原来的字处是同样长的 ■，数字变为空白。“清除”这件事本身也记一行。</translation>
    </message>
    <message>
        <source>The pictures of the report that are kept with the moves of its review lose it too. A sealed picture is then kept as digest and signature only, and checking the seal says so.</source>
        <translation>送审、退回、签发时留存的全文里也一并消失；签过章的全文此后只留摘要和签名，验章时会说明。</translation>
    </message>
    <message>
        <source>The report itself stays as it is. Copies elsewhere and mails are not reached; backups of Nianbao beside the file that may still hold it are named afterwards.</source>
        <translation>报告本身不变。别处的副本、已发的邮件清除不到；文件旁边由本程序留下、可能还有这些内容的备份，清除后会逐一列出。</translation>
    </message>
</context>
<context>
    <name>nianbao::CommentsModel</name>
    <message>
        <source>What it spoke of was deleted.</source>
        <translation>所批的文字已删除。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nianbao::CommentsPanel</name>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>新批注</translation>
    </message>
    <message>
        <source>Write a comment, Enter</source>
        <translation>写批注，回车</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answer this comment, Enter</source>
        <translation>答复这条批注，回车</translation>
    </message>
    <message>
        <source>On: %1</source>
        <translation>批在：%1</translation>
    </message>
    <message>
        <source>On: %1, “%2”</source>
        <translation>批在：%1“%2”</translation>
    </message>
    <message>
        <source>Hide %1 resolved</source>
        <translation>收起已解决的 %1 条</translation>
    </message>
    <message>
        <source>Show %1 resolved</source>
        <translation>显示已解决的 %1 条</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>重新提出</translation>
    </message>
    <message>
        <source>Mark as resolved</source>
        <translation>标为解决</translation>
    </message>
    <message>
        <source>&amp;Go to what it is about</source>
        <translation>转到所指之处(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>答复(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>All comments are resolved.</source>
        <translation>批注都已处理完。</translation>
    </message>
    <message>
        <source>Comments on the report will stand here, each at its place. To write one, put the cursor there and press Ctrl+Alt+M.</source>
        <translation>批注会列在这里，各在各的位置。要写批注，把光标放到要批的地方，按 Ctrl+Alt+M。</translation>
    </message>
</context>
<context>
    <name>nianbao::ContentsMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy with headings</source>
        <translation>连标题复制(&amp;C)</translation>
    </message>
    <message>
        <source>Nothing of this entry is printed; nothing was copied.</source>
        <translation>这一项不打印，没有可复制的内容。</translation>
    </message>
    <message>
        <source>“%1” was copied with its headings and tables.</source>
        <translation>已复制“%1”，连同标题和表格。</translation>
    </message>
    <message>
        <source>&amp;Add a comment…</source>
        <translation>添加批注(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>nianbao::ContentsModel</name>
    <message>
        <source>Still missing: %1</source>
        <translation>还缺：%1</translation>
    </message>
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
    <message>
        <source>This year beside last year</source>
        <translation>年度对比</translation>
    </message>
</context>
<context>
    <name>nianbao::ConversionDialog</name>
    <message>
        <source>In the old form</source>
        <translation>旧表样</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>In the new form</source>
        <translation>新表样</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>（没有）</translation>
    </message>
    <message>
        <source>no place: it is 0</source>
        <translation>没有位置：是 0</translation>
    </message>
    <message>
        <source>no place: kept in the note under the table</source>
        <translation>没有位置：记在表下的注里</translation>
    </message>
    <message>
        <source>to be filled in</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>It is one step: undo brings the old form back with every figure.</source>
        <translation>只算一步，撤销即可全部恢复。</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>换成新表样</translation>
    </message>
    <message>
        <source>Convert to the newer form</source>
        <translation>换成新表样</translation>
    </message>
    <message>
        <source>The newer form is “%1”. %2 filled cells stay where they are. What moves, what is new and what has no place:</source>
        <translation>新表样是“%1”。已填的 %2 格留在原处。要移动的、新增的和没有位置的有：</translation>
    </message>
    <message>
        <source>What moves, what is new and what has no place</source>
        <translation>挪动的、新增的和没有位置的</translation>
    </message>
</context>
<context>
    <name>nianbao::CorrectionDialog</name>
    <message>
        <source>Statement of the correction</source>
        <translation>更正说明</translation>
    </message>
    <message>
        <source>Printed at the end of section six, and said in the letter that hands the report over. The history keeps what it said before.</source>
        <translation>印在第六部分末尾，也写进报送的邮件。原来的写法留在历史里。</translation>
    </message>
</context>
<context>
    <name>nianbao::CoverLetter</name>
    <message>
        <source>Mail draft</source>
        <translation>邮件草稿</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>存到文件夹</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>the office, as a letter addresses it</source>
        <translation>收件单位，如“市政府办公室”</translation>
    </message>
    <message>
        <source>may be filled in later in the mail program</source>
        <translation>可以到邮件程序里再填</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>存到</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>报送给</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Where the draft is written</source>
        <translation>草稿存到哪里</translation>
    </message>
    <message>
        <source>Mail drafts (*.eml)</source>
        <translation>邮件草稿 (*.eml)</translation>
    </message>
    <message>
        <source>In which folder</source>
        <translation>存到哪个文件夹下</translation>
    </message>
    <message>
        <source>Say to which office it goes.</source>
        <translation>请在“报送给”里写明收件单位。</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another place.</source>
        <translation>没有这个文件夹，请换一个位置。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名文件，请换一个名称。</translation>
    </message>
    <message>
        <source>Say who hands it over.</source>
        <translation>请写明经办人。</translation>
    </message>
</context>
<context>
    <name>nianbao::DayCalendar</name>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month above its days</comment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>nianbao::DoubtCard</name>
    <message>
        <source>Back</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next doubt</source>
        <translation>下一处存疑</translation>
    </message>
    <message>
        <source>Fill in yourself</source>
        <translation>自己填</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Shift+F8</translation>
    </message>
    <message>
        <source>Channels and categories</source>
        <translation>渠道与分类</translation>
    </message>
    <message>
        <source>The document says “%1”.</source>
        <translation>原文是“%1”。</translation>
    </message>
    <message>
        <source>By the sums %1 it is %2.</source>
        <translation>按合计推算 %1，得 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between equations</comment>
        <translation>、</translation>
    </message>
    <message>
        <source> </source>
        <comment>between sentences</comment>
        <translation></translation>
    </message>
    <message>
        <source>doubt %1 of %2, %3 open</source>
        <translation>存疑第 %1 处，共 %2 处，还有 %3 处没有定</translation>
    </message>
    <message numerus="yes">
        <source>%n doubts open</source>
        <translation>
            <numerusform>还有 %n 处存疑没有定</numerusform>
        </translation>
    </message>
    <message>
        <source>no doubt is open</source>
        <translation>没有存疑的了</translation>
    </message>
    <message>
        <source>F8 leads through the doubts.</source>
        <translation>按 F8 逐处查看存疑的地方。</translation>
    </message>
    <message>
        <source>Everything was recognised.</source>
        <translation>全部认出。</translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation>合计不符</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Fill in %1, next</source>
        <translation>填 %1，到下一处</translation>
    </message>
    <message>
        <source>Take it, next</source>
        <translation>采用，到下一处</translation>
    </message>
    <message>
        <source>Leave it blank, next</source>
        <translation>留空，到下一处</translation>
    </message>
    <message>
        <source>Keep %1, next</source>
        <translation>照原文 %1，到下一处</translation>
    </message>
    <message>
        <source>Take %1, next</source>
        <translation>采用 %1，到下一处</translation>
    </message>
    <message>
        <source>Take it after all</source>
        <translation>还是采用</translation>
    </message>
    <message>
        <source>Use the sum %1</source>
        <translation>改用合计 %1</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Use the sum %1, next</source>
        <translation>改用合计 %1，到下一处</translation>
    </message>
    <message>
        <source>Leave it out, next</source>
        <translation>不采用，到下一处</translation>
    </message>
    <message>
        <source>Take all %1 alike</source>
        <translation>同样的 %1 处都采用</translation>
    </message>
</context>
<context>
    <name>nianbao::EditActions</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as c&amp;ells</source>
        <translation>粘贴为表格单元格(&amp;E)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>All &amp;zero in this table</source>
        <translation>本表全部为 0(&amp;Z)</translation>
    </message>
</context>
<context>
    <name>nianbao::Enclosures</name>
    <message>
        <source>Names of the files in English letters</source>
        <translation>附件名改用英文字母（对方收到的文件名是乱码时用）</translation>
    </message>
    <message>
        <source>What the hand-over copy holds</source>
        <translation>报送件里有什么</translation>
    </message>
    <message>
        <source>How it is worded…</source>
        <translation>改文件名和文字模板…</translation>
    </message>
    <message>
        <source>Final text</source>
        <translation>正式文本</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n pages, %1</source>
        <translation>
            <numerusform>PDF，%n 页，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand-over copy</source>
        <translation>报送件</translation>
    </message>
    <message>
        <source>%1; can be verified and added up</source>
        <translation>%1，对方可以核验、直接汇总</translation>
    </message>
    <message>
        <source>Check sheet</source>
        <translation>核对单</translation>
    </message>
    <message>
        <source>Word text</source>
        <translation>Word 文本</translation>
    </message>
    <message>
        <source>%1; for those who go on with it</source>
        <translation>%1；供继续编辑</translation>
    </message>
    <message>
        <source>✓ Contained</source>
        <translation>✓ 带去</translation>
    </message>
    <message>
        <source>— Not contained</source>
        <translation>— 不含</translation>
    </message>
    <message numerus="yes">
        <source>All content, the approval, times of the review, %n explanations</source>
        <translation>
            <numerusform>全部内容、签发、审阅各步的时间、说明 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments, opinions, the history. Nothing that was ever deleted is left in it.</source>
        <translation>
            <numerusform>批注 %n 条、意见、修改历史。写过又删掉的字，一个也不留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go along, %1 together</source>
        <translation>
            <numerusform>带去的文件 %n 个，共 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::EntryLine</name>
    <message>
        <source>Empty this line</source>
        <translation>清空这一行</translation>
    </message>
</context>
<context>
    <name>nianbao::ExportDialog</name>
    <message>
        <source>Draft mark while errors are open</source>
        <translation>有错误时加“草稿”字样</translation>
    </message>
    <message>
        <source>Fill the type area: 22 lines from edge to edge</source>
        <translation>撑满版心（22 行从上边到下边）</translation>
    </message>
    <message>
        <source>Signature and date</source>
        <translation>署名和成文日期</translation>
    </message>
    <message>
        <source>Room for the seal</source>
        <translation>留出印章位置</translation>
    </message>
    <message>
        <source>Cover page</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Mark as PDF/A-2b for the archive (marked, not certified)</source>
        <translation>标记为 PDF/A-2b 存档格式（只作标记，未经认证）</translation>
    </message>
    <message>
        <source>Annual report</source>
        <translation>年度报告</translation>
    </message>
    <message>
        <source>Review draft</source>
        <translation>审阅稿</translation>
    </message>
    <message>
        <source>Check sheet</source>
        <translation>核对单</translation>
    </message>
    <message>
        <source>Sign-off sheet</source>
        <translation>签批单</translation>
    </message>
    <message>
        <source>Left out, as published files should</source>
        <translation>不写（公开的文件不应带个人姓名）</translation>
    </message>
    <message>
        <source>GB/T 9704-2012 7.3.5.1: the date four characters from the right, the name centred on it, the lines of the seal kept free</source>
        <translation>GB/T 9704—2012 7.3.5.1：成文日期右空四字，署名以成文日期为准居中，留出印章的位置</translation>
    </message>
    <message>
        <source>%1 errors are open. You can export all the same.</source>
        <translation>还有 %1 处错误没有改正，也可以先导出。</translation>
    </message>
    <message>
        <source>No errors are open.</source>
        <translation>没有未改正的错误。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Author in the file</source>
        <translation>文件里的作者</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择保存位置…</translation>
    </message>
    <message>
        <source>The report as it is published.</source>
        <translation>对外公开的报告全文。</translation>
    </message>
    <message>
        <source>For reading: draft mark, line numbers, open findings and changes at the end.</source>
        <translation>供审阅：加“草稿”字样和行号，附未解决的问题和与上年的比较。</translation>
    </message>
    <message>
        <source>Verdict, findings, balances with their numbers, both years.</source>
        <translation>结论、问题与说明、勾稽关系的数字、两年数据。</translation>
    </message>
    <message>
        <source>Drafted, checked, countersigned, signed: with room for handwriting.</source>
        <translation>拟稿、核稿、会签、签发，留有手写的地方。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Word (.docx)</source>
        <translation>Word（.docx）</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel（.xlsx）</translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation>网页（.html）</translation>
    </message>
    <message>
        <source>Part of a web page (.html)</source>
        <translation>网页片段（.html）</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>文本（.txt）</translation>
    </message>
    <message>
        <source>CSV (.csv)</source>
        <translation>CSV（.csv）</translation>
    </message>
    <message>
        <source>JSON (.json)</source>
        <translation>JSON（.json）</translation>
    </message>
    <message>
        <source>The pages as they are printed, with text that can be searched.</source>
        <translation>与打印的页面一致，文字可以检索。</translation>
    </message>
    <message>
        <source>To go on with it in Word or WPS; live figures become text.</source>
        <translation>在 Word 或 WPS 里继续编辑；引用的数字变成文字。</translation>
    </message>
    <message>
        <source>A sheet for each table, with formulas in the totals.</source>
        <translation>每张表一页，合计带公式。</translation>
    </message>
    <message>
        <source>A whole page for a browser.</source>
        <translation>完整的网页，用浏览器打开。</translation>
    </message>
    <message>
        <source>To be pasted into the source view of the website&apos;s editor: without styles and scripts.</source>
        <translation>粘贴到网站编辑器的源代码视图：不带样式和脚本。</translation>
    </message>
    <message>
        <source>Plain text, tables with tabs between the figures.</source>
        <translation>纯文本，表格的数字之间用制表符隔开。</translation>
    </message>
    <message>
        <source>A line for each figure; Excel and WPS open it.</source>
        <translation>每个数字一行，Excel 和 WPS 都能打开。</translation>
    </message>
    <message>
        <source>Everything, for other programs and for this one.</source>
        <translation>全部内容，供其他程序和本程序读取。</translation>
    </message>
</context>
<context>
    <name>nianbao::ExportedLine</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>✓ Written: %1</source>
        <translation>✓ 已写好：%1</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已经不在了。</translation>
    </message>
    <message>
        <source>There is no program for it on this computer. It lies here: %1</source>
        <translation>这台电脑上没有能打开它的程序。文件在这里：%1</translation>
    </message>
</context>
<context>
    <name>nianbao::FindActions</name>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>替换(&amp;R)…</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
</context>
<context>
    <name>nianbao::FindModel</name>
    <message>
        <source>Statement of the correction</source>
        <translation>更正说明</translation>
    </message>
    <message>
        <source>%1: %2[%3 becomes %4]%5</source>
        <translation>%1：%2［%3 换成 %4］%5</translation>
    </message>
    <message>
        <source>%1: %2[%3]%4</source>
        <translation>%1：%2［%3］%4</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1&#x3000;%2。</translation>
    </message>
    <message>
        <source>Comment by %1: %2</source>
        <translation>%1的批注：%2</translation>
    </message>
    <message>
        <source>Explanation: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <source>Explanation that has lapsed</source>
        <translation>说明（已失效）</translation>
    </message>
</context>
<context>
    <name>nianbao::FindPanel</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>换成</translation>
    </message>
    <message>
        <source>Replace this one</source>
        <translation>换这处</translation>
    </message>
    <message>
        <source>Full width is half width</source>
        <translation>全角半角不分</translation>
    </message>
    <message>
        <source>A is a</source>
        <translation>大小写不分</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>The place before: Shift+F3, or Shift+Enter</source>
        <translation>上一处：Shift+F3，或 Shift+回车</translation>
    </message>
    <message>
        <source>The next place: F3, or Enter</source>
        <translation>下一处：F3，或回车</translation>
    </message>
    <message>
        <source>“２０２４” is found as “2024”, too</source>
        <translation>找“2024”时，“２０２４”也算</translation>
    </message>
    <message>
        <source>Capitals are found as small letters, too</source>
        <translation>大写、小写字母都算</translation>
    </message>
    <message>
        <source>Places that were found</source>
        <translation>找到的地方</translation>
    </message>
    <message>
        <source>One step: Ctrl+Z takes all of it back. Live figures and those in tables stay. F3 next, space ticks, Esc back to the text.</source>
        <translation>一步换完，Ctrl+Z 一步撤回。活数字和表格里的数不换。F3 下一处，空格勾选，Esc 回到正文。</translation>
    </message>
    <message>
        <source>“%1” stands nowhere in the report.</source>
        <translation>报告里没有“%1”。</translation>
    </message>
    <message>
        <source>Once more from the beginning of the report.</source>
        <translation>已到末尾，从报告开头接着找。</translation>
    </message>
    <message>
        <source>Once more from the end of the report.</source>
        <translation>已到开头，从报告末尾接着找。</translation>
    </message>
    <message>
        <source>This report can only be looked at: nothing is replaced.</source>
        <translation>这份报告只能查看，不能替换。</translation>
    </message>
    <message>
        <source>%1: the words cannot be changed now, so nothing is replaced.</source>
        <translation>%1：现在不能改内容，所以不能替换。</translation>
    </message>
    <message>
        <source>Nowhere in the report.</source>
        <translation>报告里没有。</translation>
    </message>
    <message>
        <source>More than %L1 places; the first are listed.</source>
        <translation>多于 %L1 处，只列出前面这些。</translation>
    </message>
    <message>
        <source>Place %1 of more than %L2</source>
        <translation>第 %1 处，共多于 %L2 处</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>共 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %n ticked</source>
        <translation>
            <numerusform>删掉勾的 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace the %n ticked</source>
        <translation>
            <numerusform>换掉勾的 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ticked, %2 stay as they are</source>
        <translation>勾了 %1 处，不换 %2 处</translation>
    </message>
    <message>
        <source>Nothing was replaced: the new words could not stand there.</source>
        <translation>没有替换：新的字词不能放在那里。</translation>
    </message>
    <message>
        <source>Nothing was replaced: the words are the same.</source>
        <translation>没有替换：前后的字词一样。</translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” in %n places</source>
        <translation>
            <numerusform>删掉 %n 处“%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace “%1” by “%2” in %n places</source>
        <translation>
            <numerusform>把 %n 处“%1”换成“%2”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places replaced.</source>
        <translation>
            <numerusform>换了 %n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not take the new words.</source>
        <translation>
            <numerusform>有 %n 处不能换。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>“Replace by” is empty: write the new words, or delete what is ticked.</source>
        <translation>“换成”空着：写上新的字，或者把勾上的删掉。</translation>
    </message>
    <message>
        <source>Texts, headings, facts, notes, captions, channels, comments and explanations are searched.</source>
        <translation>查找正文、小标题、单位信息、附注、图题、渠道、批注和说明。</translation>
    </message>
    <message>
        <source>Delete this one</source>
        <translation>删掉这处</translation>
    </message>
</context>
<context>
    <name>nianbao::FindingsModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>规则 %1：%2</translation>
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
        <source>Put aside</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>If it is right: explain in one sentence, Enter</source>
        <translation>如果没有错：写一句说明，按回车</translation>
    </message>
    <message>
        <source>To the text</source>
        <translation>改正文</translation>
    </message>
    <message>
        <source>To the table</source>
        <translation>改表格</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去修改</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>换成新表样…</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>Put the hint aside</source>
        <translation>不再提示这一条</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回说明</translation>
    </message>
    <message>
        <source>“%1” is right here</source>
        <translation>“%1”在本报告里是对的</translation>
    </message>
    <message>
        <source>Switch this rule off for this report…</source>
        <translation>本报告停用这条规则…</translation>
    </message>
    <message>
        <source>The figures have changed since this was written. Enter takes it up again.</source>
        <translation>写这句说明以后数字变了。按回车继续沿用。</translation>
    </message>
    <message>
        <source>Switch the rule “%1” off for this report</source>
        <translation>本报告停用规则“%1”</translation>
    </message>
    <message>
        <source>Why is it not to be checked here? The reason is printed on the check sheet.</source>
        <translation>为什么不检查？理由会印在核对单上。</translation>
    </message>
    <message>
        <source>That finding is settled; the explanation “%1” is not needed.</source>
        <translation>这一条已经解决，说明“%1”不再需要。</translation>
    </message>
    <message>
        <source>Switched off: %1 (%2)</source>
        <translation>已关闭：%1（%2）</translation>
    </message>
    <message>
        <source>switch on</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Explained: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a finding, its rule</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>看这一处</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>看正文</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>看表格</translation>
    </message>
</context>
<context>
    <name>nianbao::FirstPage</name>
    <message>
        <source>Choose the file…</source>
        <translation>选文件…</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不用它</translation>
    </message>
    <message>
        <source>Begin the report</source>
        <translation>开始填报</translation>
    </message>
    <message>
        <source>for example Wang Yun</source>
        <translation>例如：王芸</translation>
    </message>
    <message>
        <source>full name as on the seal</source>
        <translation>与公章一致的全称</translation>
    </message>
    <message>
        <source>as the text calls it</source>
        <translation>正文里的叫法</translation>
    </message>
    <message>
        <source>Three things, and you can begin</source>
        <translation>先填三样，就可以开始</translation>
    </message>
    <message>
        <source>All of it can be changed later. There is no login and no network: what you type stays on this computer.</source>
        <translation>以后都能改。不用登录，不联网，数据只在这台电脑上。</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁</translation>
    </message>
    <message>
        <source>It stands in the history of changes, in comments and opinions.</source>
        <translation>写在修改记录、批注和审阅意见里。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Whose report, of which year?</source>
        <translation>哪个单位、哪一年的报告</translation>
    </message>
    <message>
        <source>The full name stands in the title and the signature, the short one in the text.</source>
        <translation>单位全称用在题名和落款，简称用在正文。</translation>
    </message>
    <message>
        <source>Full name of the body</source>
        <translation>单位全称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>单位类型</translation>
    </message>
    <message>
        <source>Year of the report</source>
        <translation>报告年度</translation>
    </message>
    <message>
        <source>Last year&apos;s report, if there is one</source>
        <translation>去年的报告（没有也行）</translation>
    </message>
    <message>
        <source>It brings the names, the headings and last year&apos;s figures to compare with. Texts are not copied.</source>
        <translation>带来单位信息、小标题和可对照的上年数；正文不照抄。</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>换地方…</translation>
    </message>
    <message>
        <source>First a look at the sample</source>
        <translation>先看示例</translation>
    </message>
    <message>
        <source>Open a report that is there…</source>
        <translation>打开已有的报告…</translation>
    </message>
    <message>
        <source>What comes then</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>1  Fill in along the contents</source>
        <translation>1  照左边目录填</translation>
    </message>
    <message>
        <source>Six sections, in any order. A figure is typed once; the text follows the table.</source>
        <translation>六个部分，先填哪个都行。数只填一次，正文里的数跟着表走。</translation>
    </message>
    <message>
        <source>2  It is checked as you type</source>
        <translation>2  边填边查</translation>
    </message>
    <message>
        <source>Sums, what was carried over, text against table: what is wrong is said at once, by how much and why.</source>
        <translation>合计、结转、文表不一致当场指出，说清差多少、为什么。</translation>
    </message>
    <message>
        <source>3  Send it for review, have it signed</source>
        <translation>3  送审、签发</translation>
    </message>
    <message>
        <source>What the reader sees is what will be printed.</source>
        <translation>看到的就是印出来的。</translation>
    </message>
    <message>
        <source>4  Hand it over and publish it</source>
        <translation>4  报送、公开</translation>
    </message>
    <message>
        <source>To the district office, then on the website.</source>
        <translation>报区政务公开办，再在网站公布。</translation>
    </message>
    <message>
        <source>Drop the file here: .nianbao, Word, PDF, a web page. None is fine too.</source>
        <translation>把文件拖到这里：.nianbao、Word、PDF、网页都行。</translation>
    </message>
    <message>
        <source>✓ %1, report of %2</source>
        <translation>✓ %1 %2 年报告</translation>
    </message>
    <message>
        <source>by the name</source>
        <translation>按名称判断</translation>
    </message>
    <message>
        <source>by the name: %1</source>
        <translation>按名称判断：%1</translation>
    </message>
    <message>
        <source>To be published by %1.</source>
        <translation>应在 %1 前公开。</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day with its year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>存到 %1</translation>
    </message>
    <message>
        <source>Write the full name of the body, or choose last year&apos;s report.</source>
        <translation>请填写单位全称，或选去年的报告。</translation>
    </message>
    <message>
        <source>The report that was chosen is of %1: that is not the year before.</source>
        <translation>选的是 %1 年的报告，不早于要写的这一年。</translation>
    </message>
    <message>
        <source>Where the report is kept</source>
        <translation>报告存放位置</translation>
    </message>
    <message>
        <source>Reports (*.nianbao)</source>
        <translation>年报 (*.nianbao)</translation>
    </message>
    <message>
        <source>On the website; those of the towns and departments are handed over to you before.</source>
        <translation>在网站公布；在此之前，乡镇、街道和部门的报告先报给您。</translation>
    </message>
</context>
<context>
    <name>nianbao::FirstSteps</name>
    <message>
        <source>What to do:</source>
        <translation>接下来：</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1，已完成</translation>
    </message>
    <message>
        <source>1 The office, title and introduction</source>
        <translation>1 单位信息、题名和引言</translation>
    </message>
    <message>
        <source>2 The tables</source>
        <translation>2 填三张表</translation>
    </message>
    <message>
        <source>3 The texts</source>
        <translation>3 写正文</translation>
    </message>
    <message>
        <source>4 Nothing wrong left, then send it for review at the top right</source>
        <translation>4 没有错误后，点右上角送审</translation>
    </message>
    <message>
        <source>4 Errors to mend: %1, then send it for review</source>
        <translation>4 改正 %1 处错误后送审</translation>
    </message>
</context>
<context>
    <name>nianbao::FontsPage</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <source>Sub-headings</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <source>Tables and page numbers</source>
        <translation>表格、页码</translation>
    </message>
    <message>
        <source>✓ complete</source>
        <translation>✓ 齐全</translation>
    </message>
    <message>
        <source>lacks %1</source>
        <translation>缺字：%1</translation>
    </message>
    <message>
        <source>stand-in: no %1 here</source>
        <translation>代用：没有%1</translation>
    </message>
    <message>
        <source>none: no pages can be made</source>
        <translation>没有：排不出页面</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>The letters of the printed report, five kinds after GB/T 9704. Those of the office come first, free ones where it has none. Another computer with other fonts may make another number of pages.</source>
        <translation>报告印出来用的字体，照公文格式（GB/T 9704）分五种用处。先用单位电脑上的，没有的用自由字体。换一台字体不同的电脑，页数可能不同。</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>用处</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样字</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>现在用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Fill in, check</source>
        <translation>填报 核对 送审</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title: its style</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Add a font file…</source>
        <translation>从文件装入…</translation>
    </message>
    <message>
        <source>A font of the office, for example 方正小标宋 or 仿宋_GB2312, can be added from its file, for this person alone.</source>
        <translation>单位有字体文件（如方正小标宋、仿宋_GB2312）就能装入，只装给本人，不用管理员。</translation>
    </message>
    <message>
        <source>Free fonts of the missing styles are in Debian; the administrator installs them so:</source>
        <translation>缺的字体，系统软件源里有自由字体，请管理员这样安装：</translation>
    </message>
    <message>
        <source>Command that installs the missing fonts</source>
        <translation>安装所缺字体的命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>A font file</source>
        <translation>字体文件</translation>
    </message>
    <message>
        <source>Fonts (%1)</source>
        <translation>字体 (%1)</translation>
    </message>
    <message>
        <source>This file was not added.</source>
        <translation>这个文件没有装入。</translation>
    </message>
    <message>
        <source>It is no font whose letters can be printed, or it could not be copied into your fonts.</source>
        <translation>它不是能打印的字体文件，或者没能复制到您的字体文件夹。</translation>
    </message>
    <message>
        <source>The font %1 was added.</source>
        <translation>已装入字体“%1”。</translation>
    </message>
    <message>
        <source>Reports that are opened from now on are set in it, where its name is one of those that are looked for.</source>
        <translation>名称在所找的字体之列的，以后打开的报告就用它排版。</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 种</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>缺字 %n 种</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand-ins</source>
        <translation>
            <numerusform>代用 %n 种</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::GoToDialog</name>
    <message>
        <source>Go there</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>转到哪里</translation>
    </message>
    <message>
        <source>Words of it, its pinyin, or the initials of that: xs</source>
        <translation>输入名称、拼音或拼音首字母，如“新收”或 xs</translation>
    </message>
    <message>
        <source>Places of the report</source>
        <translation>报告中的位置</translation>
    </message>
    <message>
        <source>There is no such place.</source>
        <translation>没有这样的位置。</translation>
    </message>
    <message>
        <source>There is no such place. Write fewer words of it, or the initials of its pinyin.</source>
        <translation>没有这样的地方。少写几个字，或者写拼音首字母。</translation>
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
        <source>Blank %n cells</source>
        <translation>
            <numerusform>清空 %n 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n cells</source>
        <translation>
            <numerusform>粘贴 %n 格</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>没有粘贴。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the clipboard holds %L1 characters, more than any table.</source>
        <translation>没有粘贴：剪贴板里有 %L1 个字符，超出任何一张表。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>The copied table is being read…</source>
        <translation>正在读取复制的表格…</translation>
    </message>
</context>
<context>
    <name>nianbao::HandOverDialog</name>
    <message>
        <source>Sent in another way? Only record it…</source>
        <translation>已经用别的办法寄出？只记状态…</translation>
    </message>
    <message>
        <source>Write the draft and open the mail program</source>
        <translation>写好草稿，打开邮件程序</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Hand over the report of %1, %2%3</source>
        <translation>报送%1 %2 年年度报告%3</translation>
    </message>
    <message numerus="yes">
        <source>%n days to %1.</source>
        <translation>
            <numerusform>距 %1 还有 %n 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days after %1.</source>
        <translation>
            <numerusform>已过 %1 期限 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over until now</source>
        <translation>已经报送过</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>正文已复制，可以粘贴到网页邮箱里。</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>已经寄出</translation>
    </message>
    <message>
        <source>Was the report sent to %1?</source>
        <translation>报告已经寄给%1了吗？</translation>
    </message>
    <message>
        <source>Nothing is written. The state becomes “submitted”; after that a change is a new revision.</source>
        <translation>不再写文件，只把状态改为“已报送”；之后再改内容就是更正，成为新的一版。</translation>
    </message>
    <message>
        <source>Write the folder and open it</source>
        <translation>写好文件夹并打开</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>请至少选一个文件。</translation>
    </message>
    <message>
        <source>The same content was handed over to %1 already, on %2.</source>
        <translation>同样的内容已于 %2 报送过%1。</translation>
    </message>
    <message>
        <source>Writing is not yet submitting. When you have sent it, come back and say so: then the state becomes “submitted”.</source>
        <translation>写好还不算报送。寄出后回来答一声，状态才改为“已报送”。</translation>
    </message>
    <message>
        <source>The state of the report stays as it is: %1.</source>
        <translation>报告的状态不变：%1。</translation>
    </message>
    <message>
        <source>There is no mail program on this computer that opens drafts.</source>
        <translation>这台电脑上没有能打开邮件草稿的程序。</translation>
    </message>
    <message>
        <source>There is no program on this computer that shows folders.</source>
        <translation>这台电脑上没有能显示文件夹的程序。</translation>
    </message>
    <message>
        <source>It lies here: %1</source>
        <translation>文件在这里：%1</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Was it sent to %1?</source>
        <translation>寄给%1了吗？</translation>
    </message>
    <message>
        <source>Only then the state becomes “submitted”. If not, nothing changes: open this again when it was sent, to record it.</source>
        <translation>寄出了，状态才改为“已报送”。还没有寄就什么也不变，寄出以后再打开“报送”记一下。</translation>
    </message>
    <message>
        <source>The files that go along are being made…</source>
        <translation>正在准备要报送的文件…</translation>
    </message>
    <message>
        <source>The files are being written…</source>
        <translation>正在写入文件…</translation>
    </message>
</context>
<context>
    <name>nianbao::HelpDesk</name>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;What is checked…</source>
        <translation>检查规则一览(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;About Nianbao…</source>
        <translation>关于“年报”(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>nianbao::HelpPage</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>手册正文</translation>
    </message>
</context>
<context>
    <name>nianbao::HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>在手册中查找</translation>
    </message>
    <message>
        <source>Contents of the manual</source>
        <translation>手册目录</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>The chapter before (Alt+Left)</source>
        <translation>后退 (Alt+←)</translation>
    </message>
    <message>
        <source>The chapter after (Alt+Right)</source>
        <translation>前进 (Alt+→)</translation>
    </message>
    <message>
        <source>Not found. Try fewer or other words.</source>
        <translation>没有找到。请少写几个字，或换个说法。</translation>
    </message>
    <message>
        <source>places: %1</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 — manual</source>
        <translation>%1 — 使用手册</translation>
    </message>
</context>
<context>
    <name>nianbao::HistoryDialog</name>
    <message>
        <source>all figures</source>
        <translation>全部配图</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Private data pasted by mistake? It can be made to disappear from here for good.</source>
        <translation>误贴了个人信息？可以让它从历史里永远消失。</translation>
    </message>
    <message>
        <source>Clear from the history…</source>
        <translation>从历史中清除…</translation>
    </message>
    <message>
        <source>Restore this place…</source>
        <translation>只恢复这一处…</translation>
    </message>
    <message>
        <source>Restore the whole report…</source>
        <translation>恢复整份报告…</translation>
    </message>
    <message>
        <source>The report is in review: nothing can be restored until it is withdrawn or returned.</source>
        <translation>报告正在审阅：撤回或退回以后才能恢复。</translation>
    </message>
    <message>
        <source>The report is approved: nothing can be restored unless it is reopened.</source>
        <translation>报告已审定：重新打开以后才能恢复。</translation>
    </message>
    <message>
        <source>The report is handed over: what is to change needs a correction.</source>
        <translation>报告已经报出：要改须走“更正”。</translation>
    </message>
    <message>
        <source>The report can only be looked at: nothing is restored or cleared.</source>
        <translation>这份报告只能查看，不能恢复，也不能清除。</translation>
    </message>
    <message>
        <source>What is not kept cannot be restored.</source>
        <translation>没有留存的不能恢复。</translation>
    </message>
    <message>
        <source>The report says this now: there is nothing to restore.</source>
        <translation>现在的报告就是这样，不用恢复。</translation>
    </message>
    <message>
        <source>Restoring is one step; undo takes it back.</source>
        <translation>恢复算一步，可以撤销。</translation>
    </message>
    <message>
        <source>Restored, as one step: undo takes it back.</source>
        <translation>已经恢复，算一步，可以撤销。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore the whole report as it was at %1?</source>
        <translation>把整份报告恢复成 %1 的样子？</translation>
    </message>
    <message>
        <source>What becomes different: %1.</source>
        <translation>会变的有：%1。</translation>
    </message>
    <message>
        <source>It is one step, and undo takes it back. Comments and the moves of the review stay as they are.</source>
        <translation>恢复算一步，可以撤销。批注和送审、退回的记录不变。</translation>
    </message>
    <message>
        <source>Restore the report of %1</source>
        <translation>恢复 %1 的报告</translation>
    </message>
    <message>
        <source>As before this edit</source>
        <translation>改前的样子</translation>
    </message>
    <message>
        <source>As after it</source>
        <translation>改后的样子</translation>
    </message>
    <message>
        <source>Restore only this: %1?</source>
        <translation>只恢复这一处：%1？</translation>
    </message>
    <message>
        <source>It becomes as it was at %1, just before that edit or just after it. What was written there since goes; everything else stays. It is one step, and undo takes it back.</source>
        <translation>恢复成 %1 那次改动之前或之后的样子。此后在这一处写的不再保留，别处不变。恢复算一步，可以撤销。</translation>
    </message>
    <message>
        <source>Restore %1 of %2</source>
        <translation>恢复 %2 的%1</translation>
    </message>
    <message>
        <source>These backups beside the file may still hold it. Delete them yourself if you do not need them:
%1</source>
        <translation>文件旁边的这些备份里可能还有，不用的话请自己删除：
%1</translation>
    </message>
    <message>
        <source>Cleared for good: %1 rows lost content.</source>
        <translation>已永远清除，涉及 %1 行。</translation>
    </message>
    <message>
        <source>Nothing in the history held this.</source>
        <translation>历史里没有这些内容。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>到那里去</translation>
    </message>
    <message>
        <source>“%1” still stands in the report itself.</source>
        <translation>“%1”现在还写在报告里。</translation>
    </message>
    <message>
        <source>It is in: %1. Nothing was cleared. Delete it there first, then clear it from the history.</source>
        <translation>在：%1。什么都没有清除。请先在报告里删去，再从历史中清除。</translation>
    </message>
    <message>
        <source>Nothing was cleared: what this row wrote still stands in the report, and what it took away is gone already. Delete it in the report first, then clear it from the history.</source>
        <translation>没有清除任何内容：这一行写进的文字现在还在报告里，它去掉的已经没有留存。请先在报告里删掉，再从历史中清除。</translation>
    </message>
    <message>
        <source>The report as a whole says this now. “%1” takes back what this row alone did.</source>
        <translation>整份报告现在就是这样。点“%1”，只撤回这一条的改动。</translation>
    </message>
</context>
<context>
    <name>nianbao::HistoryList</name>
    <message>
        <source>Only of one person</source>
        <translation>只看一个人的</translation>
    </message>
    <message>
        <source>Only in one part</source>
        <translation>只看一个部分的</translation>
    </message>
    <message>
        <source>Only moves of the review</source>
        <translation>只看送审、退回、签发</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>在历史中查找</translation>
    </message>
    <message>
        <source>Search: words, figures, places, names</source>
        <translation>找改过的字、数、位置、姓名</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Edits, newest first</source>
        <translation>各次改动，新的在前</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（没有姓名）</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全部人</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>全部部分</translation>
    </message>
    <message>
        <source>Nothing was edited yet. Every edit will stand here, with time and name.</source>
        <translation>还没有改动。以后每次改动都记在这里，有时间和姓名。</translation>
    </message>
    <message>
        <source>No row is like that.</source>
        <translation>没有符合条件的改动。</translation>
    </message>
    <message>
        <source>Nowhere in the history: “%1”</source>
        <translation>历史里没有“%1”</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 条中的 %1 条</translation>
    </message>
    <message>
        <source>%1 rows since %2</source>
        <translation>共 %1 条，最早：%2</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>nianbao::HistoryModel</name>
    <message>
        <source>The whole report as it was then is kept</source>
        <translation>留有当时的全文</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a day</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 and %2 more places</source>
        <translation>“%1”等，另有 %2 处</translation>
    </message>
    <message>
        <source>cleared from the history</source>
        <translation>内容已从历史中清除</translation>
    </message>
    <message>
        <source>moved from position %1 to %2</source>
        <translation>由第 %1 位移到第 %2 位</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>; %1 more</source>
        <translation>；另有 %1 处</translation>
    </message>
    <message>
        <source>%1, %2 rows</source>
        <translation>%1，%2 条</translation>
    </message>
    <message>
        <source>taken out “%1”</source>
        <translation>去掉“%1”</translation>
    </message>
    <message>
        <source>put in “%1”</source>
        <translation>写入“%1”</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1，%2，%3：%4</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 条</translation>
    </message>
</context>
<context>
    <name>nianbao::IllustrationStrip</name>
    <message>
        <source>Insert a chart ▾</source>
        <translation>插入图表 ▾</translation>
    </message>
    <message>
        <source>Items by channel</source>
        <translation>各渠道公开数量</translation>
    </message>
    <message>
        <source>Items by category</source>
        <translation>网站信息分类数量</translation>
    </message>
    <message>
        <source>Outcomes of requests</source>
        <translation>申请办理结果</translation>
    </message>
    <message>
        <source>Kinds of applicants</source>
        <translation>申请人类别</translation>
    </message>
    <message>
        <source>This year against last</source>
        <translation>本年与上年比较</translation>
    </message>
    <message>
        <source>Insert a picture…</source>
        <translation>插入图片…</translation>
    </message>
    <message>
        <source>PNG or JPEG; pictures can also be pasted or dragged into the text</source>
        <translation>PNG 或 JPEG；也可以把图片粘贴或拖到正文里</translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation>图表 %1</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图题</translation>
    </message>
    <message>
        <source>before paragraph 1</source>
        <translation>在第 1 段之前</translation>
    </message>
    <message>
        <source>after paragraph %1</source>
        <translation>在第 %1 段之后</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Insert a chart</source>
        <translation>插入图表</translation>
    </message>
    <message>
        <source>The chart has no figures yet and will say so on the page.</source>
        <translation>图表还没有可画的数据，页面上会注明。</translation>
    </message>
    <message>
        <source>Insert a picture</source>
        <translation>插入图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG)</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Delete a figure</source>
        <translation>删除图</translation>
    </message>
    <message>
        <source>It was deleted. Undo brings it back.</source>
        <translation>已删除。撤销可以恢复。</translation>
    </message>
    <message>
        <source>Move a figure</source>
        <translation>移动图</translation>
    </message>
    <message>
        <source>%1 MB with the others; all together at most %2 MB</source>
        <translation>连同其他图片共 %1 MB，合计不能超过 %2 MB</translation>
    </message>
</context>
<context>
    <name>nianbao::IntakeDesk</name>
    <message>
        <source>Nothing was read.</source>
        <translation>没有读取。</translation>
    </message>
    <message>
        <source>the pasted page</source>
        <translation>粘贴的网页</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入%1</translation>
    </message>
    <message>
        <source>%1 was taken into the report. Ctrl+Z undoes it in one step.</source>
        <translation>已把%1放进报告。按 Ctrl+Z 可一次撤销。</translation>
    </message>
    <message>
        <source>Add last year&apos;s report</source>
        <translation>加入上一年的报告</translation>
    </message>
    <message>
        <source>The report of %1 stands beside this one now.</source>
        <translation>%1 年的报告已放在旁边。</translation>
    </message>
    <message>
        <source>Add the figures of %1</source>
        <translation>合并%1的数字</translation>
    </message>
    <message>
        <source>The figures of %1 were added. Ctrl+Z undoes it in one step.</source>
        <translation>已合并%1的数字。按 Ctrl+Z 可一次撤销。</translation>
    </message>
    <message>
        <source>Not every figure of %1 could be added.</source>
        <translation>%1的数字没有全部合并进来。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The pasted page is being read…</source>
        <translation>正在读取粘贴的内容…</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>A PDF, or a document that LibreOffice has to open, takes some seconds. Nothing is taken before you have seen it.</source>
        <translation>PDF 和要由 LibreOffice 打开的文件需要几秒钟。看过之前什么也不采用。</translation>
    </message>
</context>
<context>
    <name>nianbao::IntakeDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>剪贴板内容</translation>
    </message>
    <message>
        <source>Texts of the document</source>
        <translation>文件里的文字</translation>
    </message>
    <message>
        <source>The chosen text</source>
        <translation>选中的文字</translation>
    </message>
    <message>
        <source>What was decided while it was read</source>
        <translation>读取时的说明</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>mark, word, count</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Texts %1</source>
        <translation>文字 %1</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translation>说明 %1</translation>
    </message>
    <message>
        <source>Parts of the document</source>
        <translation>文件的各部分</translation>
    </message>
</context>
<context>
    <name>nianbao::IntakeFoot</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>用作</translation>
    </message>
    <message>
        <source>Year of the document</source>
        <translation>文件的年份</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>year</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>Whose figures these are</source>
        <translation>数字来自谁</translation>
    </message>
    <message>
        <source>It becomes</source>
        <translation>用作</translation>
    </message>
    <message>
        <source>part of the open report</source>
        <translation>放进打开的报告</translation>
    </message>
    <message>
        <source>last year&apos;s report beside the open one</source>
        <translation>作为上一年的报告</translation>
    </message>
    <message>
        <source>a colleague&apos;s figures, added to ours</source>
        <translation>合并同事的数字</translation>
    </message>
    <message>
        <source>a new report</source>
        <translation>作为本年度报告（新建）</translation>
    </message>
    <message>
        <source>last year&apos;s report beside a new one</source>
        <translation>作为去年的报告，新建今年的</translation>
    </message>
    <message>
        <source>The document does not say of which year it is: say it first.</source>
        <translation>文件没有写明是哪一年的，请先填年份。</translation>
    </message>
    <message>
        <source>Take %1 figures</source>
        <translation>采用 %1 个数</translation>
    </message>
    <message>
        <source>Take %1 figures, %2 texts</source>
        <translation>采用 %1 个数、%2 处文字</translation>
    </message>
    <message>
        <source>Take all %1</source>
        <translation>全部采用 %1</translation>
    </message>
    <message>
        <source>Only what was recognised, %1</source>
        <translation>只采用认出的 %1</translation>
    </message>
</context>
<context>
    <name>nianbao::IntroductionPage</name>
    <message>
        <source>Title and introduction</source>
        <translation>题名和引言</translation>
    </message>
    <message>
        <source>The introduction says on what basis the report stands, which period it covers, where it can be downloaded and how to reach the office.</source>
        <translation>引言写明编制依据、统计期限、电子版下载网址和联系方式。</translation>
    </message>
    <message>
        <source>Use the standard title</source>
        <translation>用标准题名</translation>
    </message>
    <message>
        <source>Draft the introduction from the office&apos;s facts</source>
        <translation>按单位信息起草引言</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>引言</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Drafted by</source>
        <translation>拟稿</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核稿</translation>
    </message>
    <message>
        <source>Countersigned by</source>
        <translation>会签</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Standard title</source>
        <translation>标准题名</translation>
    </message>
    <message>
        <source>for example %1-01-20</source>
        <translation>例如 %1-01-20</translation>
    </message>
    <message>
        <source>Draft of the introduction</source>
        <translation>起草引言</translation>
    </message>
    <message>
        <source>The introduction was drafted. Undo brings the former text back.</source>
        <translation>引言已起草。撤销即可恢复原文。</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>○ This is not yet a date; the report keeps the former one. Esc brings it back.</source>
        <translation>○ 这还不是一个日期；报告保留原来的日期，按 Esc 恢复。</translation>
    </message>
</context>
<context>
    <name>nianbao::KeyDialog</name>
    <message>
        <source>The key for approving</source>
        <translation>签发密钥</translation>
    </message>
    <message>
        <source>With the key you approve; with its passphrase only you can. It lies in your own profile, never in a report. Who has lost the passphrase has lost the key: then put it aside, make another one and tell the district its fingerprint.</source>
        <translation>用密钥签发，有口令才能用。密钥在您自己的用户文件夹里，不进报告。忘了口令，密钥就不能再用：把它搁置，另建一把，并把新指纹告诉上级。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Passphrase, at least %1 characters</source>
        <translation>口令（至少 %1 个字符）</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Back it up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Put it aside…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>Key of %1
Fingerprint %2
In %3</source>
        <translation>%1的密钥
指纹 %2
位置：%3</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type them once more.</source>
        <translation>两次输入的口令不同，请再输一遍。</translation>
    </message>
    <message>
        <source>The key is made. Back it up now, on another disk.</source>
        <translation>密钥已建好。请现在就备份到另一个盘上。</translation>
    </message>
    <message>
        <source>The passphrase is changed. Backups keep the one they were made with.</source>
        <translation>口令已更改。以前的备份仍用备份时的口令。</translation>
    </message>
    <message>
        <source>Back the key up</source>
        <translation>备份密钥</translation>
    </message>
    <message>
        <source>Keys (*)</source>
        <translation>密钥 (*)</translation>
    </message>
    <message>
        <source>The key and its public half were copied to %1.</source>
        <translation>密钥和公钥已备份到%1。</translation>
    </message>
    <message>
        <source>Bring a key back</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The key is back. Its passphrase is the one it had.</source>
        <translation>密钥已恢复，口令还是原来的。</translation>
    </message>
    <message>
        <source>Put it aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Put this key aside?</source>
        <translation>搁置这把密钥？</translation>
    </message>
    <message>
        <source>It stays in its folder under another name. Reports that it sealed stay sealed; for new ones you need another key, whose fingerprint the district must be told.</source>
        <translation>它改名留在原文件夹里。它签发过的报告不受影响；以后签发要用另一把密钥，新指纹要告诉上级。</translation>
    </message>
    <message>
        <source>The key was put aside as %1.</source>
        <translation>密钥已搁置为 %1。</translation>
    </message>
    <message>
        <source>Make the public half again</source>
        <translation>重新生成公钥</translation>
    </message>
    <message>
        <source>The public half of the key in %1 is missing or damaged: it can be made again with the passphrase.</source>
        <translation>%1的公钥文件不见了或已损坏。输入口令，可以重新生成。</translation>
    </message>
    <message>
        <source>The public half is there again. Compare the fingerprint with the one on a sign-off sheet.</source>
        <translation>公钥已重新生成。请与签批单上的指纹核对。</translation>
    </message>
    <message>
        <source>The key is being read…</source>
        <translation>正在读取密钥…</translation>
    </message>
    <message>
        <source>The key is being made…</source>
        <translation>正在生成密钥…</translation>
    </message>
    <message>
        <source>The passphrase is being changed…</source>
        <translation>正在修改口令…</translation>
    </message>
    <message>
        <source>Still missing: the passphrase, to make the public half again.</source>
        <translation>还缺口令：重新生成公钥要用它。</translation>
    </message>
    <message>
        <source>To change the passphrase: the one now, and twice the new one.</source>
        <translation>改口令：先填现在的，再把新的填两遍。</translation>
    </message>
    <message>
        <source>Still missing: the name.</source>
        <translation>还缺姓名。</translation>
    </message>
    <message>
        <source>Still missing: the passphrase, twice.</source>
        <translation>还缺口令，要填两遍。</translation>
    </message>
</context>
<context>
    <name>nianbao::LivePicker</name>
    <message>
        <source>Type a word or its pinyin: received, litigation, website…</source>
        <translation>输入几个字、拼音或首字母：新收、诉讼、网站……</translation>
    </message>
    <message>
        <source>Search a figure</source>
        <translation>查找数字</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>报告里的数字</translation>
    </message>
    <message>
        <source>the figure</source>
        <translation>数字本身</translation>
    </message>
    <message>
        <source>its share of the requests done</source>
        <translation>占办结的百分比</translation>
    </message>
    <message>
        <source>more or less than last year</source>
        <translation>比上年增减</translation>
    </message>
    <message>
        <source>growth against last year</source>
        <translation>比上年增长百分比</translation>
    </message>
    <message>
        <source>last year&apos;s figure</source>
        <translation>上年的数</translation>
    </message>
    <message>
        <source>Enter puts it into the text, where it follows the table. Esc writes “=”.</source>
        <translation>回车插入正文，以后随表格变化。Esc 写入“=”。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写成</translation>
    </message>
    <message>
        <source>No figure is called so. Write fewer words, or clear the line to see all of them.</source>
        <translation>没有这样的数。少写几个字，或者清空这一行，看全部的数。</translation>
    </message>
    <message>
        <source>Enter puts it into the text, where it follows the table. Esc leaves the text as it is.</source>
        <translation>回车插入正文，以后随表格变化。Esc 不改正文。</translation>
    </message>
</context>
<context>
    <name>nianbao::MailPage</name>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>What “Hand over” begins with. The program writes a draft for the mail program; it sends nothing itself.</source>
        <translation>“报送”时先填好的内容。本程序只写好邮件草稿，交给邮件程序，自己不发信。</translation>
    </message>
    <message>
        <source>As a mail draft, not into a folder</source>
        <translation>写成邮件草稿，不放进文件夹</translation>
    </message>
    <message>
        <source>Names of the files in English letters</source>
        <translation>文件名用英文字母</translation>
    </message>
    <message>
        <source>Wording of letter and names…</source>
        <translation>信件和文件名的写法…</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>报送给</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>收件地址</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>抄送</translation>
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
        <source>New from &amp;last year&apos;s file…</source>
        <translation>以上年为底稿新建(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
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
        <source>&amp;Check</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
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
        <source>Last year&apos;s report</source>
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
        <source>Save the imported report as</source>
        <translation>导入的报告存为</translation>
    </message>
    <message>
        <source>Not known and ignored: %1</source>
        <translation>不认识、已忽略：%1</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Characters that cannot be seen were removed: %1</source>
        <translation>已去掉看不见的字符：%1</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审阅(&amp;R)</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day of the year</comment>
        <translation>M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%n days to %1</source>
        <translation>
            <numerusform>距%1还有 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days past %1</source>
        <translation>
            <numerusform>已过%1 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Office&apos;s &amp;wordings…</source>
        <translation>本单位用语(&amp;W)…</translation>
    </message>
    <message>
        <source>The office&apos;s wordings are saved and in force.</source>
        <translation>本单位用语已保存，并已生效。</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Reports and documents (%1)</source>
        <translation>年报和文件 (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Documents and reports (%1)</source>
        <translation>文件和年报 (%1)</translation>
    </message>
    <message>
        <source>There is no page on the clipboard.</source>
        <translation>剪贴板里没有可以导入的内容。</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新窗口(&amp;W)</translation>
    </message>
    <message>
        <source>R&amp;eset the sample…</source>
        <translation>还原示例(&amp;E)…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>The sample becomes what it was when the program was new.</source>
        <translation>示例将恢复成最初的样子。</translation>
    </message>
    <message>
        <source>What you changed in it is gone then. No other report is touched.</source>
        <translation>您在示例里做的修改会丢失，其他报告不受影响。</translation>
    </message>
    <message>
        <source>No backup was made. %1</source>
        <translation>没有留下备份。%1</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
</context>
<context>
    <name>nianbao::MatterActions</name>
    <message>
        <source>&amp;Next finding</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>To the next finding or comment (F8)</source>
        <translation>到下一条检查结果或批注（F8）</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>上一处(&amp;P)</translation>
    </message>
</context>
<context>
    <name>nianbao::MoveDialog</name>
    <message>
        <source>It comes back to be edited. Nobody has agreed to it yet.</source>
        <translation>收回来继续修改；还没有人提出意见。</translation>
    </message>
    <message>
        <source>Next reads: %1.</source>
        <translation>下一步：%1。</translation>
    </message>
    <message>
        <source>It goes back to whoever writes it, who sees the reason first and then the comments one by one.</source>
        <translation>退给经办人；经办人先看到理由，再逐条看批注。</translation>
    </message>
    <message>
        <source>After that its content cannot be edited any more. To edit it all the same, reopen it and say why: the history keeps that.</source>
        <translation>签发后内容不能再改。要改，须先“重新打开”并写明理由，历史里会留下。</translation>
    </message>
    <message>
        <source>The approval ends; its seal stays in the history. The content can be edited again and passes the whole chain once more.</source>
        <translation>签发作废，签章留在历史里；内容可以再改，改后重走全部流程。</translation>
    </message>
    <message>
        <source>Next reads: %1. While it is read its content cannot be edited; until somebody agreed it can be withdrawn.</source>
        <translation>下一步：%1。审阅期间内容不能改；有人同意之前可以撤回。</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What is corrected, and why</source>
        <translation>更正说明（更正什么、为什么）</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3 年</translation>
    </message>
    <message>
        <source>✓ No error is open, everything is explained.</source>
        <translation>✓ 没有错误，需说明的都已说明。</translation>
    </message>
    <message>
        <source>◆ The report is about all of %1, and that year is not over yet.</source>
        <translation>◆ 报告写的是 %1 年全年，这一年还没有过完，请核对。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>%1 comments are not resolved; whoever reads it sees them.</source>
        <translation>还有 %1 条批注没有解决，审阅的人会看到。</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>同意。</translation>
    </message>
    <message>
        <source>As before, nothing changed (Alt+Y): “%1”</source>
        <translation>内容没有变，沿用上次意见（Alt+Y）：“%1”</translation>
    </message>
    <message>
        <source>%1 comments are not resolved. They hinder nothing.</source>
        <translation>还有 %1 条批注没有解决，不妨碍这一步。</translation>
    </message>
    <message>
        <source>First what is listed above.</source>
        <translation>先处理上面列出的事项。</translation>
    </message>
    <message>
        <source>Still missing: what is corrected, and why.</source>
        <translation>还缺更正说明：更正什么，为什么。</translation>
    </message>
    <message>
        <source>Still missing: the reason.</source>
        <translation>还缺理由。</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>审阅人</translation>
    </message>
    <message>
        <source>%1 by</source>
        <comment>a step of the chain</comment>
        <translation>%1人</translation>
    </message>
    <message>
        <source>Who reopens it</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>First explain these %1: Enter leads there.</source>
        <translation>先说明这 %1 处；回车转到那里。</translation>
    </message>
    <message>
        <source>First mend these %1 errors: Enter leads there.</source>
        <translation>先改正这 %1 处错误；回车转到那里。</translation>
    </message>
    <message>
        <source>First these %1, %2 errors and %3 to explain: Enter leads there.</source>
        <translation>先处理这 %1 处（错误 %2、需说明 %3）；回车转到那里。</translation>
    </message>
    <message>
        <source>Still missing: the name (%1).</source>
        <translation>还缺姓名（%1）。</translation>
    </message>
    <message>
        <source>This report has left the house. Revision %1 begins, and what is corrected is printed at the end of section six.</source>
        <translation>这份报告已经送出或公开。现在开始第 %1 版；更正说明印在第六部分末尾。</translation>
    </message>
</context>
<context>
    <name>nianbao::NarrativePage</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Heading of the sub-section</source>
        <translation>小节标题</translation>
    </message>
    <message>
        <source>Heading; leave empty for a text without one</source>
        <translation>小节标题；不要标题就留空</translation>
    </message>
    <message>
        <source>Text of the sub-section</source>
        <translation>小节正文</translation>
    </message>
    <message>
        <source>Add a sub-section after this</source>
        <translation>在后面添加小节</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小节标题</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 字</translation>
    </message>
    <message>
        <source>New sub-section</source>
        <translation>新小节</translation>
    </message>
    <message>
        <source>Move a sub-section</source>
        <translation>移动小节</translation>
    </message>
    <message>
        <source>Delete a sub-section</source>
        <translation>删除小节</translation>
    </message>
    <message>
        <source>The sub-section was deleted. Undo brings it back.</source>
        <translation>小节已删除。撤销即可恢复。</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>%1的正文</translation>
    </message>
    <message>
        <source>Insert a live figure</source>
        <translation>插入活数字</translation>
    </message>
    <message>
        <source>A figure of the tables that follows them. Typing = does the same.</source>
        <translation>活数字：表里的数，表改了它跟着变。键入 = 也可以。</translation>
    </message>
    <message>
        <source>Draft a paragraph ▾</source>
        <translation>起草段落 ▾</translation>
    </message>
    <message>
        <source>%1 characters, word for word last year&apos;s</source>
        <translation>%1 字，与上年一字不差</translation>
    </message>
</context>
<context>
    <name>nianbao::NewReportDialog</name>
    <message>
        <source>New report from last year&apos;s</source>
        <translation>以上年为底稿新建</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报告</translation>
    </message>
    <message>
        <source>full name as on the seal</source>
        <translation>单位全称，与公章一致</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Year of the report</source>
        <translation>报告年度</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表样</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where the report is kept</source>
        <translation>报告存放在</translation>
    </message>
    <message>
        <source>Reports (*.nianbao)</source>
        <translation>报告 (*.nianbao)</translation>
    </message>
    <message>
        <source>Write the organisation&apos;s name.</source>
        <translation>请填写单位名称。</translation>
    </message>
    <message>
        <source>Say where the report is to be kept.</source>
        <translation>请指定报告存放的位置。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名文件。请换一个名字。</translation>
    </message>
    <message>
        <source>Taken over from %1: the office, the headings, the names of channels and categories. Last year&apos;s figures and texts stand beside this year&apos;s.</source>
        <translation>从 %1 年带入：单位信息、小节标题、渠道和分类的名称。上年的数字和文字放在旁边供对照，不会抄入。</translation>
    </message>
    <message>
        <source>Fill in any order; every change is on disk at once.</source>
        <translation>先填哪里都可以；每次改动即时存盘。</translation>
    </message>
    <message>
        <source>For the reports of %1 to %2.</source>
        <translation>用于 %1 至 %2 年的报告。</translation>
    </message>
    <message>
        <source>For the reports from %1 on.</source>
        <translation>用于 %1 年及以后的报告。</translation>
    </message>
    <message>
        <source>%1 The report of %2 usually uses another form: %3.</source>
        <translation>%1%2 年的报告通常用另一种表样：%3。</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another place.</source>
        <translation>没有这个文件夹。请换一个位置。</translation>
    </message>
</context>
<context>
    <name>nianbao::NextCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>%1, report of %2</source>
        <translation>%1 %2 年</translation>
    </message>
    <message>
        <source>[Sample] %1</source>
        <translation>【示例】%1</translation>
    </message>
    <message>
        <source>The file is not where it was. It may have been moved, or lie on a disk that is not connected.</source>
        <translation>文件不在原处，可能已移走，或在没有接上的磁盘里。</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day of the year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>only to be tried out</source>
        <translation>仅供试用</translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>没有期限</translation>
    </message>
    <message>
        <source>days to %1</source>
        <translation>天，距 %1</translation>
    </message>
    <message>
        <source>days past %1</source>
        <translation>天，已过 %1</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>points to explain</source>
        <translation>需说明</translation>
    </message>
    <message>
        <source>open comments</source>
        <translation>批注未解决</translation>
    </message>
</context>
<context>
    <name>nianbao::OfficeWordsDialog</name>
    <message>
        <source>Put the file aside and start anew…</source>
        <translation>搁置该文件，重新填写…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The office&apos;s wordings</source>
        <translation>本单位用语</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Accounts and other names</source>
        <translation>账号和其他名称</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意思</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Must be read so</source>
        <translation>必须这样读</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Accounts and other names of this office, one on each line. They are not taken for another body.</source>
        <translation>本单位的账号和其他名称，每行一个。检查时不会当作别的单位。</translation>
    </message>
    <message>
        <source>For example the name of its public account</source>
        <translation>例如公众号的名称</translation>
    </message>
    <message>
        <source>A sentence of a report with one figure, whatever it is.</source>
        <translation>年报中的一句话，含一个数，大小不限。</translation>
    </message>
    <message>
        <source>Read as “%1”: %2</source>
        <translation>读作“%1”：%2</translation>
    </message>
    <message>
        <source>One like it whose figure is something else, so that the wording does not go too far.</source>
        <translation>相近但说的是别的事的一句话，免得用语管得过宽。</translation>
    </message>
    <message>
        <source>Not read as “%1”</source>
        <translation>没有读作“%1”</translation>
    </message>
    <message>
        <source>Nothing was saved: row %1 would not be taken. %2</source>
        <translation>没有保存：第 %1 条不能采用。%2</translation>
    </message>
    <message>
        <source>Put it aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Put the faulty file aside?</source>
        <translation>搁置有误的文件？</translation>
    </message>
    <message>
        <source>It stays in its folder under another name. Its words can be copied from there.</source>
        <translation>它以另一个名称留在原文件夹，其中的用语可以再抄过来。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存，离开</translation>
    </message>
    <message>
        <source>Save the office&apos;s wordings?</source>
        <translation>保存本单位用语？</translation>
    </message>
    <message>
        <source>What was entered here is not kept yet.</source>
        <translation>这里填写的内容还没有保存。</translation>
    </message>
    <message>
        <source>The file is not in force, and nothing of it can be shown. Line %1: %2
Mend that line and open this window anew, or put the file aside.</source>
        <translation>文件没有生效，其内容无法显示。第 %1 行：%2
请改正这一行后重新打开本窗口，或搁置该文件。</translation>
    </message>
    <message>
        <source>The file as it is now is not in force. Line %1: %2</source>
        <translation>目前的文件没有生效。第 %1 行：%2</translation>
    </message>
    <message>
        <source>What this office writes and the checks do not know yet. Below each example stands at once how it is read.</source>
        <translation>本单位常用而程序还不认识的说法。例句怎样读，随填随显示在下面。</translation>
    </message>
    <message>
        <source>Must not be read so</source>
        <translation>不得这样读</translation>
    </message>
    <message>
        <source>What this office says in its own way will stand here, each wording with what it means. “Add” begins one.</source>
        <translation>本单位自己的说法会列在这里，每条写明是什么意思。点“添加”写一条。</translation>
    </message>
</context>
<context>
    <name>nianbao::OpinionsPanel</name>
    <message>
        <source>Opinions and moves</source>
        <translation>意见与流转</translation>
    </message>
    <message>
        <source>The report was not sent yet.</source>
        <translation>报告还没有送审。</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>报送：%1</translation>
    </message>
    <message>
        <source>%1, recorded by %2</source>
        <translation>%1（%2 登记）</translation>
    </message>
</context>
<context>
    <name>nianbao::OrganisationPage</name>
    <message>
        <source>The office</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Write it once: the title, the introduction and the checks take it from here. Next year&apos;s report takes it over.</source>
        <translation>只填一次：题名、引言和检查都从这里取用，明年的报告也会带入。</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>单位全称</translation>
    </message>
    <message>
        <source>as on the seal</source>
        <translation>与公章一致</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>as the text calls it</source>
        <translation>正文里的称呼，如“张村镇”</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Responsible office</source>
        <translation>承办机构</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>with area code, for example 0631-5757166</source>
        <translation>带区号，例如 0631-5757166</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Name of the website</source>
        <translation>网站名称</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>where the report can be downloaded</source>
        <translation>报告电子版的下载网址</translation>
    </message>
    <message>
        <source>Other own names</source>
        <translation>其他自有名称</translation>
    </message>
    <message>
        <source>one a line: accounts, villages, departments of its own</source>
        <translation>每行一个：公众号、村居、内设机构等</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Year and form</source>
        <translation>年份和表样</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>from the name: %1</source>
        <translation>按名称判断：%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未确定</translation>
    </message>
    <message>
        <source>for the history of changes</source>
        <translation>记入修改记录</translation>
    </message>
    <message>
        <source>Right in this report</source>
        <translation>本报告中正确的写法</translation>
    </message>
    <message>
        <source>one a line: words the checks are not to report again</source>
        <translation>每行一个：检查不再提示的词语</translation>
    </message>
</context>
<context>
    <name>nianbao::PagePreview</name>
    <message>
        <source>Preview of the pages</source>
        <translation>页面预览</translation>
    </message>
    <message>
        <source>A font of the right style is missing and was replaced. %1</source>
        <translation>缺少规定的字体，已用其他字体代替。%1</translation>
    </message>
    <message>
        <source>Preview, page %1 of %2</source>
        <translation>预览，第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>nianbao::PaperActions</name>
    <message>
        <source>&amp;Export as PDF…</source>
        <translation>导出 PDF(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>打印预览(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Word, to go on with it…</source>
        <translation>&amp;Word，继续编辑…</translation>
    </message>
    <message>
        <source>&amp;Excel, the figures…</source>
        <translation>&amp;Excel，各表数字…</translation>
    </message>
    <message>
        <source>Web &amp;page…</source>
        <translation>网页(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>文本(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;CSV, the figures…</source>
        <translation>&amp;CSV，各表数字…</translation>
    </message>
    <message>
        <source>&amp;JSON, all of it…</source>
        <translation>&amp;JSON，全部内容…</translation>
    </message>
    <message>
        <source>Papers o&amp;f the office</source>
        <translation>办公材料(&amp;F)</translation>
    </message>
    <message>
        <source>Part of a web page, for t&amp;he website&apos;s editor…</source>
        <translation>网页片段，贴进网站编辑器(&amp;H)…</translation>
    </message>
    <message>
        <source>Export for other pro&amp;grams</source>
        <translation>导出为其他格式(&amp;G)</translation>
    </message>
    <message>
        <source>Export &amp;review draft…</source>
        <translation>导出审阅稿(&amp;R)…</translation>
    </message>
    <message>
        <source>Export &amp;check sheet…</source>
        <translation>导出核对单(&amp;C)…</translation>
    </message>
    <message>
        <source>Export &amp;sign-off sheet…</source>
        <translation>导出签批单(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print review draft…</source>
        <translation>打印审阅稿(&amp;P)…</translation>
    </message>
    <message>
        <source>Print c&amp;heck sheet…</source>
        <translation>打印核对单(&amp;H)…</translation>
    </message>
    <message>
        <source>Print sign-&amp;off sheet…</source>
        <translation>打印签批单(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>nianbao::PaperDesk</name>
    <message>
        <source>Writing the pages…</source>
        <translation>正在写入各页…</translation>
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
        <source>Print all the same</source>
        <translation>仍然打印</translation>
    </message>
    <message>
        <source>This printer cannot print so close to the edge of the paper: %1 would be cut off.</source>
        <translation>这台打印机印不到纸边这么近的地方：%1会被裁掉。</translation>
    </message>
    <message>
        <source>Choose another printer, or export a PDF and have it printed.</source>
        <translation>请换一台打印机，或者导出 PDF 后再打印。</translation>
    </message>
    <message>
        <source>Sent to the printer. For two sides, flip on the long edge.</source>
        <translation>已送打印机。双面打印请选“沿长边翻转”。</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>The file %1 exists already.</source>
        <translation>文件 %1 已经存在。</translation>
    </message>
    <message>
        <source>It would be replaced.</source>
        <translation>继续会覆盖它。</translation>
    </message>
    <message>
        <source>Write the shapes all the same</source>
        <translation>仍按图形写入</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>A PDF from the print dialog holds the shapes of the characters only.</source>
        <translation>打印对话框生成的 PDF 只有字的图形，没有文字。</translation>
    </message>
    <message>
        <source>Nobody can search it, copy from it or have it read aloud. The export writes the same pages with their text.</source>
        <translation>这样的文件不能查找、复制，也不能朗读。改用导出，页面一样，并带文字。</translation>
    </message>
    <message>
        <source>“%1”: a report can be exported as .pdf, .docx, .xlsx, .html, .txt, .csv or .json.</source>
        <translation>“%1”：年报可以导出为 .pdf、.docx、.xlsx、.html、.txt、.csv 或 .json。</translation>
    </message>
    <message>
        <source>“%1”: this paper can be exported as .pdf, .docx, .html or .txt.</source>
        <translation>“%1”：这份材料可以导出为 .pdf、.docx、.html 或 .txt。</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>Size of the pages in percent</source>
        <translation>页面大小（百分比）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Pages as they are printed</source>
        <translation>要打印的页面</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>The pages are being laid out…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>The pages are being printed…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>The pages are being painted…</source>
        <translation>正在画各页…</translation>
    </message>
    <message>
        <source>%1 (part of a page)</source>
        <translation>%1（网页片段）</translation>
    </message>
</context>
<context>
    <name>nianbao::PersonPage</name>
    <message>
        <source>Name and office</source>
        <translation>姓名与单位</translation>
    </message>
    <message>
        <source>The name stands in the history and under moves and comments. Office and folder are proposed for new reports.</source>
        <translation>姓名写进历史，也写在送审、批注下面。单位和文件夹在新建报告时先填好。</translation>
    </message>
    <message>
        <source>as in the letters of the office</source>
        <translation>写姓名，同公文上的一样</translation>
    </message>
    <message>
        <source>full name as on the seal</source>
        <translation>全称，与公章一致</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>换文件夹…</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your office</source>
        <translation>您的单位</translation>
    </message>
    <message>
        <source>Folder for new reports</source>
        <translation>新报告放在</translation>
    </message>
</context>
<context>
    <name>nianbao::PlainTextEdit</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>The copied text is being read…</source>
        <translation>正在读取复制的文字…</translation>
    </message>
    <message>
        <source>Nothing was taken in: it has %L1 characters, and at most %L2 are taken at once. Bring it in parts, or take the whole document over with Import.</source>
        <translation>没有放入：共有 %L1 个字符，一次最多放入 %L2 个。请分几次放入，或者用“导入”取整个文件。</translation>
    </message>
    <message>
        <source>Nothing was taken in: the text would have %L1 characters, and at most %L2 can stand in one place. Bring it in parts.</source>
        <translation>没有放入：放入后这里会有 %L1 字，而一处最多 %L2 字。请分段放入。</translation>
    </message>
    <message>
        <source>Nothing was taken in: the text would have %L1 paragraphs, and at most %L2 can stand in one place. Bring it in parts.</source>
        <translation>没有放入：放入后正文有 %L1 段，一处最多 %L2 段。请分几处放入。</translation>
    </message>
</context>
<context>
    <name>nianbao::PreviewPanel</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>双页</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小 (Ctrl+−)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大 (Ctrl++)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width (Ctrl+0)</source>
        <translation>适合页宽 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>显示整页</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>两页并排</translation>
    </message>
    <message>
        <source>Small pages at the side</source>
        <translation>在旁边显示小页</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>&amp;Go to what is here</source>
        <translation>转到这一处(&amp;G)</translation>
    </message>
    <message>
        <source>Add a &amp;comment here…</source>
        <translation>在这里添加批注(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
</context>
<context>
    <name>nianbao::PrintPreview</name>
    <message>
        <source>Print preview: %1</source>
        <translation>打印预览：%1</translation>
    </message>
</context>
<context>
    <name>nianbao::PriorPanel</name>
    <message>
        <source>Take the text over</source>
        <translation>采用这段文字</translation>
    </message>
    <message>
        <source>Add last year&apos;s report…</source>
        <translation>添加上年报告…</translation>
    </message>
    <message>
        <source>All figures of both years</source>
        <translation>两年全部数字</translation>
    </message>
    <message>
        <source>Last year&apos;s text</source>
        <translation>上年的文字</translation>
    </message>
    <message>
        <source>Last year&apos;s figures</source>
        <translation>上年的数字</translation>
    </message>
    <message>
        <source>%1 of its characters stand in this year&apos;s text too (marked).</source>
        <translation>其中 %1 字今年的文字里也有（已标出）。</translation>
    </message>
    <message>
        <source>There is no last year&apos;s report in this file. With it the text and the figures of last year stand here, and what is carried over is checked.</source>
        <translation>这个文件里没有上年的报告。添加以后，这里显示上年的文字和数字，结转也会核对。</translation>
    </message>
    <message>
        <source>The report of %1.</source>
        <translation>%1 年的报告。</translation>
    </message>
    <message>
        <source>The report of %1 has no sub-section of this name.</source>
        <translation>%1 年的报告里没有这个标题。</translation>
    </message>
    <message>
        <source>Take last year&apos;s text over</source>
        <translation>采用上年的文字</translation>
    </message>
    <message>
        <source>Last year&apos;s text was taken over. It stays marked until it is edited.</source>
        <translation>已采用上年的文字，修改以前一直有标记。</translation>
    </message>
    <message>
        <source>Last year&apos;s report</source>
        <translation>上年的报告</translation>
    </message>
    <message>
        <source>Add last year&apos;s report</source>
        <translation>添加上年报告</translation>
    </message>
    <message>
        <source>The report given as last year&apos;s is of %1.</source>
        <translation>作为上年的那份报告是 %1 年的。</translation>
    </message>
    <message>
        <source>Reports and documents (%1)</source>
        <translation>年报和文件 (%1)</translation>
    </message>
    <message>
        <source>Last year&apos;s figures stand here, as far as they are not 0 in both years. There are none.</source>
        <translation>这里列去年的数，两年都是 0 的不列。这张表没有要列的。</translation>
    </message>
</context>
<context>
    <name>nianbao::ProposalModel</name>
    <message>
        <source>%1 ＝ %2</source>
        <translation>%1 ＝ %2</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a sum of blank cells</comment>
        <translation>有空白</translation>
    </message>
    <message>
        <source>off by %1</source>
        <comment>a sum</comment>
        <translation>差 %1</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of what a screen reader says</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>In the document: “%1”</source>
        <translation>原文：“%1”</translation>
    </message>
</context>
<context>
    <name>nianbao::ProposedTexts</name>
    <message>
        <source>%1 %2</source>
        <comment>channel, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Channels and categories</source>
        <translation>渠道与分类</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>nianbao::PublishDialog</name>
    <message>
        <source>Record the publication</source>
        <translation>记为已公开</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>address of the page, from the browser</source>
        <translation>网页地址，从浏览器地址栏复制</translation>
    </message>
    <message>
        <source>Publication of the %1 report</source>
        <translation>%1 年年度报告的公开</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>公开日期</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>✓ In time.</source>
        <translation>✓ 按时。</translation>
    </message>
    <message numerus="yes">
        <source>◆ %n days late.</source>
        <translation>
            <numerusform>◆ 晚了 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be published now: it is not approved, or it was published already.</source>
        <translation>现在不能公开：报告还没有审定，或者已经公开过了。</translation>
    </message>
    <message>
        <source>Write the address of the page on which it stands.</source>
        <translation>请填写公开网页的地址。</translation>
    </message>
    <message>
        <source>Say who records it.</source>
        <translation>请写明经办人。</translation>
    </message>
    <message>
        <source>This looks unlike an address: it usually begins with http:// or https://.</source>
        <translation>这不太像网址：网址通常以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>After that a change is a new revision.</source>
        <translation>公开之后再改内容，就是更正，成为新的一版。</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>◆ The report is about all of %1: on that day the year was not over.</source>
        <translation>◆ 报告写的是 %1 年全年，这一天 %1 年还没有过完，请核对。</translation>
    </message>
    <message>
        <source>◆ That is before the report&apos;s own date, %1.</source>
        <translation>◆ 早于成文日期 %1，请核对。</translation>
    </message>
</context>
<context>
    <name>nianbao::RecentList</name>
    <message>
        <source>Recent reports</source>
        <translation>最近的报告</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消钉住</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>钉住</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制文件路径</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>reports: %1</source>
        <translation>%1 份</translation>
    </message>
</context>
<context>
    <name>nianbao::RecentMenu</name>
    <message>
        <source>%1 — %2</source>
        <comment>title and file of a recent report</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Recently &amp;used</source>
        <translation>最近的报告(&amp;U)</translation>
    </message>
    <message>
        <source>No report was open yet</source>
        <translation>还没有打开过报告</translation>
    </message>
    <message>
        <source>&amp;Pin the open report</source>
        <translation>钉住打开的报告(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Clear what is not pinned</source>
        <translation>清除没钉住的(&amp;C)</translation>
    </message>
</context>
<context>
    <name>nianbao::RecentModel</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Office not stated</source>
        <translation>未填单位名称</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year as the head of a group</comment>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>Other years</source>
        <translation>其他年份</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>%1 年报告</translation>
    </message>
    <message>
        <source>[Sample] %1</source>
        <translation>【示例】%1</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>文件不在原处</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已钉住</translation>
    </message>
    <message>
        <source>%1, reports: %2</source>
        <translation>%1，%2 份</translation>
    </message>
    <message>
        <source>days left: %1</source>
        <translation>还有 %1 天</translation>
    </message>
    <message>
        <source>days late: %1</source>
        <translation>已过 %1 天</translation>
    </message>
</context>
<context>
    <name>nianbao::ReportStatus</name>
    <message>
        <source>Next: fill in tables and texts</source>
        <translation>下一步：填写表格和正文</translation>
    </message>
    <message>
        <source>Next: mend %1 errors</source>
        <translation>下一步：改正 %1 处错误</translation>
    </message>
    <message>
        <source>Next: look at %1 points to explain</source>
        <translation>下一步：说明 %1 处情况</translation>
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
        <source>d MMM HH:mm</source>
        <comment>time of a move</comment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>It is the turn of %1, since %2</source>
        <translation>轮到%1，%2 转来</translation>
    </message>
    <message>
        <source>Returned by %1 on %2</source>
        <translation>%2 由%1退回</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Next: send it for review</source>
        <translation>下一步：送审</translation>
    </message>
    <message>
        <source>Opened to be looked at; to work on it, save a copy</source>
        <translation>只读打开，要改请另存副本</translation>
    </message>
    <message>
        <source>%1, read only</source>
        <translation>%1，只读</translation>
    </message>
    <message>
        <source>%1 · revision %2</source>
        <translation>%1 · 第 %2 版</translation>
    </message>
    <message>
        <source>Sent to %1 on %2, waits to be read</source>
        <translation>%2 送给%1，等待审阅</translation>
    </message>
    <message>
        <source>Next: mend %1 errors, explain %2</source>
        <translation>下一步：改正 %1 处错误、说明 %2 处</translation>
    </message>
</context>
<context>
    <name>nianbao::ReportThen</name>
    <message>
        <source>The chosen row</source>
        <translation>选中的一行</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>这次改了什么</translation>
    </message>
    <message>
        <source>Pages of the report as it was then, read-only</source>
        <translation>当时报告的各页，只读</translation>
    </message>
    <message>
        <source>Compared with the report now</source>
        <translation>与现在的报告比较</translation>
    </message>
    <message>
        <source>The report then</source>
        <translation>当时的报告</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>与现在比较</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>没有选中哪一行</translation>
    </message>
    <message>
        <source>The report has not moved.</source>
        <translation>现在的报告没有动。</translation>
    </message>
    <message>
        <source>You see the report as it was at %1, read-only</source>
        <translation>您在看 %1 的样子，只读</translation>
    </message>
    <message>
        <source>After: %1. The report as it is now has not moved.</source>
        <translation>“%1”之后的全文。现在的报告没有动。</translation>
    </message>
    <message>
        <source>After: %1, %2. The report as it is now has not moved.</source>
        <translation>%2“%1”之后的全文。现在的报告没有动。</translation>
    </message>
    <message>
        <source>The report as it was after this row is not kept: an earlier version of Nianbao wrote the row, or it has become too old. Choose a later one.</source>
        <translation>这一行之后的全文没有留存：这一行是程序的早先版本写的，或者时间太久。请选较晚的一行。</translation>
    </message>
    <message>
        <source>A move of the review. The whole report as it was then is kept with it: see “%1”.</source>
        <translation>当时的全文已经留存，见“%1”。</translation>
    </message>
    <message>
        <source>An earlier version of Nianbao left this row, or it has become too old: what stood there before it, and the report as it was then, are not kept.</source>
        <translation>这一行是程序的早先版本留下的，或者时间太久：改动之前的内容和当时的全文都没有留存。</translation>
    </message>
    <message>
        <source>Nothing differs: the report says now what it said then.</source>
        <translation>没有不同：现在的报告与当时一样。</translation>
    </message>
    <message>
        <source>From %1 until now: %2</source>
        <translation>从 %1 到现在：%2</translation>
    </message>
    <message>
        <source>then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>&#x3000;What is not listed is the same.</source>
        <translation>&#x3000;没有列出的都一样。</translation>
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
        <source>%1% filled in</source>
        <translation>年度报告已填 %1%</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Check ✓</source>
        <translation>检查 ✓</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Matters %1</source>
        <translation>待定事项 %1</translation>
    </message>
    <message>
        <source>Matters ✓</source>
        <translation>待定事项 ✓</translation>
    </message>
    <message>
        <source>Comments %1</source>
        <translation>批注 %1</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>查找 %1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>右侧面板</translation>
    </message>
    <message>
        <source>No finding and no open comment is left to go to.</source>
        <translation>没有待处理的检查结果，也没有未解决的批注。</translation>
    </message>
</context>
<context>
    <name>nianbao::ReportWorkspace</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>另存副本(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Draft mark while errors are open</source>
        <translation>有错误时加草稿标记(&amp;D)</translation>
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
        <source>form %1, file version %2, findings %3</source>
        <translation>表样 %1，文件版本 %2，检查结果 %3 条</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2 年</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>What was typed last is kept in this window until it is written.</source>
        <translation>最后输入的内容保留在本窗口中，直到写入文件。</translation>
    </message>
    <message>
        <source>Saved %1. Every change is on disk as soon as it is made.</source>
        <translation>已保存 %1。每次改动都已即时写入磁盘。</translation>
    </message>
    <message>
        <source>A copy was saved as %1.</source>
        <translation>副本已存为 %1。</translation>
    </message>
    <message>
        <source>Go on in the copy</source>
        <translation>在副本中继续</translation>
    </message>
    <message>
        <source>The open file does not take entries; the copy does.</source>
        <translation>打开的文件无法写入，副本可以。</translation>
    </message>
    <message>
        <source>This report can only be looked at. %1</source>
        <translation>这份报告只能查看。%1</translation>
    </message>
    <message>
        <source>&amp;Convert to the newer form…</source>
        <translation>换成新表样(&amp;C)…</translation>
    </message>
    <message>
        <source>Convert to the newer form</source>
        <translation>换成新表样</translation>
    </message>
    <message>
        <source>%1 returned it: %2</source>
        <translation>%1退回修改，理由：%2</translation>
    </message>
    <message>
        <source>Close the &amp;report</source>
        <translation>关闭报告(&amp;R)</translation>
    </message>
    <message>
        <source>[Sample] %1</source>
        <translation>【示例】%1</translation>
    </message>
    <message>
        <source>This is the sample: try whatever you like. Help → Reset the sample makes it as it was.</source>
        <translation>这是示例，可以随便试。“帮助 → 还原示例”能恢复原样。</translation>
    </message>
    <message>
        <source>%1 (rescued)</source>
        <translation>%1（找回）</translation>
    </message>
    <message>
        <source>%1, what was typed last</source>
        <translation>%1，最后输入的内容</translation>
    </message>
</context>
<context>
    <name>nianbao::Rescue</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Reports (%1)</source>
        <translation>报告 (%1)</translation>
    </message>
    <message>
        <source>The copy holds all but what could not be read:</source>
        <translation>副本已保存，但以下内容无法识别，未存入副本：</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>不要它，关闭</translation>
    </message>
    <message>
        <source>Everything before it is safe on disk.</source>
        <translation>此前的内容都已安全存盘。</translation>
    </message>
    <message>
        <source>What was typed last could not be taken over.</source>
        <translation>最后输入的内容没能存入报告。</translation>
    </message>
</context>
<context>
    <name>nianbao::ReviewDesk</name>
    <message>
        <source>Add a &amp;comment</source>
        <translation>添加批注(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Who reads it…</source>
        <translation>审阅流程(&amp;W)…</translation>
    </message>
    <message>
        <source>Does the approval &amp;hold?</source>
        <translation>核验签发(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>签发密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>%1: the report is “%2” now.</source>
        <translation>%1：报告现在是“%2”。</translation>
    </message>
    <message>
        <source>Who reads the report</source>
        <translation>审阅流程</translation>
    </message>
    <message>
        <source>Trust this key from now on</source>
        <translation>今后信任这把密钥</translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation>修改历史(&amp;I)…</translation>
    </message>
    <message>
        <source>The seal holds. The key of %1 (%2) was met for the first time and is remembered from now on: compare it once with the fingerprint on the sign-off sheet.</source>
        <translation>签章有效。第一次见到%1的密钥（%2），已记住，今后以此核对；请与签批单上的指纹核对一次。</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>下一条批注</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次送审</translation>
    </message>
    <message>
        <source>%1: sent to %2, who reads it now.</source>
        <translation>%1：已送给%2，等对方审阅。</translation>
    </message>
    <message>
        <source>Wi&amp;thdraw…</source>
        <translation>撤回(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Agree and hand on…</source>
        <translation>同意并转下一步(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Return for changes…</source>
        <translation>退回修改(&amp;R)…</translation>
    </message>
    <message>
        <source>A&amp;pprove…</source>
        <translation>签发(&amp;P)…</translation>
    </message>
    <message>
        <source>Re&amp;open…</source>
        <translation>重新打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Su&amp;bmit…</source>
        <translation>报送(&amp;B)…</translation>
    </message>
    <message>
        <source>Pub&amp;lish…</source>
        <translation>公开(&amp;L)…</translation>
    </message>
    <message>
        <source>Corr&amp;ect…</source>
        <translation>更正(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Send for review…</source>
        <translation>送审(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>nianbao::ReviewersPage</name>
    <message>
        <source>Reviewers</source>
        <translation>审阅流程</translation>
    </message>
    <message>
        <source>Who reads a new report, one after another; the last one approves. A report that was begun keeps its own chain, and hands it on to the next year&apos;s.</source>
        <translation>新报告由谁依次审阅，最后一位签发。已经开始的报告用自己的流程，并带到下一年。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::RulesDialog</name>
    <message>
        <source>What is checked</source>
        <translation>检查规则一览</translation>
    </message>
    <message>
        <source>Search: percentage, title, TXT-SUM…</source>
        <translation>查找：占比、题名、TXT-SUM……</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>错例：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>对例：%1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>怎么办：%1</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>查找规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>检查规则</translation>
    </message>
</context>
<context>
    <name>nianbao::SavedLabel</name>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>文件已被移走或删除</translation>
    </message>
    <message>
        <source>the file was replaced</source>
        <translation>文件已被换成另一份</translation>
    </message>
    <message>
        <source>somebody else has the file</source>
        <translation>文件正由他人使用</translation>
    </message>
    <message>
        <source>nothing may be written there</source>
        <translation>没有写入权限</translation>
    </message>
    <message>
        <source>the file could not be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>✗ Not saved: %1</source>
        <translation>✗ 未保存：%1</translation>
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
</context>
<context>
    <name>nianbao::ScheduleCard</name>
    <message>
        <source>Towns, streets and departments publish by 31 January, a county&apos;s own report and those above by 31 March.</source>
        <translation>乡镇、街道和部门在1月31日前公开，县级以上政府的报告在3月31日前公开。</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day of the year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>The report of %1</source>
        <translation>%1 年报告的日程</translation>
    </message>
    <message>
        <source>Today is %1.</source>
        <translation>今天是 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n days to %1</source>
        <translation>
            <numerusform>距 %1 还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>until then</source>
        <translation>在此之前</translation>
    </message>
    <message>
        <source>gather the figures, draft</source>
        <translation>收集数据、起草</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>review and sign</source>
        <translation>送审、核稿、签发</translation>
    </message>
    <message>
        <source>send to the district office</source>
        <translation>报区政务公开办</translation>
    </message>
    <message>
        <source>publish on the website</source>
        <translation>在网站公布</translation>
    </message>
    <message>
        <source>have the reports of towns, streets and departments</source>
        <translation>收齐乡镇、街道和部门的报告</translation>
    </message>
    <message>
        <source>add up the figures, draft</source>
        <translation>汇总数据、起草</translation>
    </message>
</context>
<context>
    <name>nianbao::SectionPage</name>
    <message>
        <source>Text without heading</source>
        <translation>无标题段落</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写。</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 字</translation>
    </message>
    <message>
        <source>Statement of the correction: %1</source>
        <translation>更正说明：%1</translation>
    </message>
    <message>
        <source>Change the statement of the correction…</source>
        <translation>改更正说明…</translation>
    </message>
    <message>
        <source>Add the %1 missing sub-sections</source>
        <translation>添加缺少的 %1 个小节</translation>
    </message>
    <message>
        <source>Add a sub-section</source>
        <translation>添加小节</translation>
    </message>
    <message>
        <source>New sub-section</source>
        <translation>新小节</translation>
    </message>
    <message>
        <source>New sub-sections</source>
        <translation>新小节</translation>
    </message>
    <message>
        <source>Add the usual %1 sub-sections</source>
        <translation>添加规定的 %1 个小节</translation>
    </message>
    <message>
        <source>All that is usual in this section is there.</source>
        <translation>本部分通常有的小节都有了。</translation>
    </message>
    <message>
        <source>Usual in this section and not there yet, one by one:</source>
        <translation>本部分通常还有下列小节，可逐个添加：</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
</context>
<context>
    <name>nianbao::Session</name>
    <message>
        <source>Statement of the correction</source>
        <translation>更正说明</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
</context>
<context>
    <name>nianbao::SettingsDesk</name>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比(&amp;H)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>nianbao::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>找一项设置</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>This page as it was at first</source>
        <translation>本页恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>page: its state</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
</context>
<context>
    <name>nianbao::SideActions</name>
    <message>
        <source>C&amp;ontents at the left</source>
        <translation>左侧目录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Panel at the right</source>
        <translation>右侧面板(&amp;P)</translation>
    </message>
    <message>
        <source>F10 shows the preview and the findings beside the text.</source>
        <translation>窗口较小，预览和检查面板已收起，按 F10 显示。</translation>
    </message>
</context>
<context>
    <name>nianbao::SignDialog</name>
    <message>
        <source>Everything that is printed, and every figure: %1 filled cells, %2 texts with %3 characters, %4 channels, %5 figures, year %6, revision %7. Not: comments, opinions, explanations, history.</source>
        <translation>封存印出来的全部文字和每一个数：表格 %1 格，文字 %2 节 %3 字，渠道 %4 个，图 %5 幅，%6 年度，第 %7 版。不含：批注、意见、说明、历史。</translation>
    </message>
    <message>
        <source>With a key: afterwards every changed word and figure is found</source>
        <translation>用密钥签发：以后改动一个字、一个数，都查得出来</translation>
    </message>
    <message>
        <source>On paper: print the sign-off sheet and sign it by hand</source>
        <translation>在纸上签字：打印签批单手签</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>密钥…</translation>
    </message>
    <message>
        <source>Digest (SM3). Its first 16 digits stand at the foot of each final page and on the sign-off sheet.</source>
        <translation>内容摘要（SM3）。前 16 位印在终稿每页页脚和签批单上，可与纸核对。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The passphrase goes into no file. A wrong one damages nothing.</source>
        <translation>口令不存进任何文件；输错不损坏任何数据。</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>By</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>You have no key yet. Make one, or sign on paper.</source>
        <translation>您还没有密钥。新建一把，或者在纸上签字。</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>%1, of %2: the one that sealed before</source>
        <translation>%1&#x3000;%2&#x3000;✓ 与上次签发用的相同</translation>
    </message>
    <message>
        <source>%1, of %2: another one than sealed this body&apos;s reports before</source>
        <translation>%1&#x3000;%2&#x3000;与本单位上次签发用的不同</translation>
    </message>
    <message>
        <source>The public half of your key is missing: “Keys…” makes it again.</source>
        <translation>您的公钥文件不见了：点“密钥…”重新生成。</translation>
    </message>
    <message>
        <source>Record the signature</source>
        <translation>记为已签发</translation>
    </message>
    <message>
        <source>The report is being sealed…</source>
        <translation>正在签章…</translation>
    </message>
    <message>
        <source>whose hand it is</source>
        <translation>谁的亲笔签字</translation>
    </message>
    <message>
        <source>Still missing: the passphrase of the key.</source>
        <translation>还缺密钥的口令。</translation>
    </message>
    <message>
        <source>Still missing: who signed it by hand.</source>
        <translation>还缺签字人：谁在纸上签的字。</translation>
    </message>
</context>
<context>
    <name>nianbao::SourceView</name>
    <message>
        <source>The document as it was read</source>
        <translation>读取到的原文</translation>
    </message>
    <message>
        <source>… The rest of the document is not shown here.</source>
        <translation>……其余部分这里不再显示。</translation>
    </message>
    <message>
        <source>[Picture] %1</source>
        <translation>［图片］%1</translation>
    </message>
</context>
<context>
    <name>nianbao::StartPage</name>
    <message>
        <source>Annual report on government information disclosure</source>
        <translation>政府信息公开工作年度报告</translation>
    </message>
    <message>
        <source>New from last year&apos;s report…</source>
        <translation>以上年为底稿新建…</translation>
    </message>
    <message>
        <source>New blank report…</source>
        <translation>新建空白报告…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>看示例</translation>
    </message>
    <message>
        <source>Nianbao</source>
        <translation>Nianbao 年报</translation>
    </message>
    <message>
        <source>Begin with a document…</source>
        <translation>从文件开始…</translation>
    </message>
    <message>
        <source>Word, Excel, a web page, PDF or text of any year. It may also be dropped here, and a page that was copied is pasted with Ctrl+V.</source>
        <translation>任何年份的 Word、Excel、网页、PDF 或文本。也可以把文件拖到这里，复制好的网页按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Begin with last year&apos;s report, a blank one, or look at the sample. A document may be dropped here; a page that was copied is pasted with Ctrl+V.</source>
        <translation>从去年的报告或空白报告开始，或先看看示例。文件可以拖到这里，复制好的网页按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Find a report: body, year, state, file</source>
        <translation>找报告：单位、年份、状态、文件名</translation>
    </message>
    <message>
        <source>Find a report</source>
        <translation>找报告</translation>
    </message>
    <message>
        <source>Recent reports</source>
        <translation>最近的报告</translation>
    </message>
    <message>
        <source>By body</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>按年份</translation>
    </message>
    <message>
        <source>Clear what is not pinned</source>
        <translation>清除没钉住的</translation>
    </message>
    <message>
        <source>Another report</source>
        <translation>新的一份</translation>
    </message>
    <message>
        <source>No report is called so. Clear the search to see all of them.</source>
        <translation>没有这样的报告。清空搜索，看全部报告。</translation>
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
    <message>
        <source>Proposed from last year&apos;s report: %1. It counts when it is confirmed or typed.</source>
        <translation>按上年报告建议：%1。确认或者自己填写以后才算数。</translation>
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
        <source>✓ equal in %n columns</source>
        <translation>
            <numerusform>✓ %n 列相等</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>○ still open in %n columns: cells are blank</source>
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
        <source>%n blank cells were set to 0.</source>
        <translation>
            <numerusform>%n 个空白格已填 0。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 blank cells were set to 0; %2 cells with figures stay as they are.</source>
        <translation>%1 个空白格已填 0；%2 个已有数的格保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>%n cells were filled from last year&apos;s report.</source>
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
    <message>
        <source>Confirm the proposals from last year</source>
        <translation>采用按上年算出的建议</translation>
    </message>
    <message>
        <source>✓ all %1 rows are equal</source>
        <translation>✓ %1 行全部相等</translation>
    </message>
    <message numerus="yes">
        <source>✓ equal in %n rows</source>
        <translation>
            <numerusform>✓ %n 行相等</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>○ still open in %n rows: cells are blank</source>
        <translation>
            <numerusform>○ %n 行有空白格，待填</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a comment…</source>
        <translation>添加批注…</translation>
    </message>
    <message>
        <source>Small figures in the corners: %1</source>
        <translation>格角的小字是 %1 年的数</translation>
    </message>
</context>
<context>
    <name>nianbao::TemplatesDialog</name>
    <message>
        <source>How it is worded</source>
        <translation>文件名和文字模板</translation>
    </message>
    <message>
        <source>Fields are filled from the report: %1. A line whose fields have nothing to say is left out.</source>
        <translation>花括号里的词按报告内容填写：%1。一行里的词都没有内容时，整行不写。</translation>
    </message>
    <message>
        <source>Report and copy</source>
        <translation>正式文本、报送件</translation>
    </message>
    <message>
        <source>Check sheet</source>
        <translation>核对单</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复原样</translation>
    </message>
</context>
<context>
    <name>nianbao::TextAssistant</name>
    <message>
        <source>“%1” is right here</source>
        <translation>“%1”在本报告里是对的</translation>
    </message>
    <message>
        <source>Put the hint aside</source>
        <translation>不再提示这一条</translation>
    </message>
    <message>
        <source>Live figure: %1 — make it plain text</source>
        <translation>活数字：%1，改成普通文字</translation>
    </message>
    <message>
        <source>Insert a live figure…	=</source>
        <translation>插入活数字…	=</translation>
    </message>
    <message>
        <source>A draft was put in. Read it and make it your own; its figures follow the tables.</source>
        <translation>草稿已插入。请读一遍、改成自己的话；其中的数字随表格变化。</translation>
    </message>
    <message>
        <source>Add a comment…	Ctrl+Alt+M</source>
        <translation>添加批注…	Ctrl+Alt+M</translation>
    </message>
    <message>
        <source>Draft a paragraph</source>
        <translation>起草段落</translation>
    </message>
    <message>
        <source>A draft was put in. No table tells whether it was so: read it, and correct what was not.</source>
        <translation>草稿已插入。是不是这样，表格里没有数可查：请读一遍，不符的改过来。</translation>
    </message>
</context>
<context>
    <name>nianbao::UndoActions</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;do: %1</source>
        <translation>重做(&amp;D)：%1</translation>
    </message>
</context>
<context>
    <name>nianbao::WindowActions</name>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Usual si&amp;ze</source>
        <translation>原始大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>下一个区域(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious part of the window</source>
        <translation>上一个区域(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Restore the layout</source>
        <translation>恢复布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Letters of texts and tables: %1%</source>
        <translation>正文和表格的字号：%1%</translation>
    </message>
    <message>
        <source>Contents, editor and panel are as wide as at first.</source>
        <translation>目录、编辑区和右侧面板已恢复原来的宽度。</translation>
    </message>
</context>
<context>
    <name>nianbao::WordsPage</name>
    <message>
        <source>The office&apos;s wordings</source>
        <translation>本单位用语</translation>
    </message>
    <message>
        <source>What this office writes and the checks do not know yet, and its accounts and other names.</source>
        <translation>本单位常用、检查还不认识的写法，以及本单位的账号和其他名称。</translation>
    </message>
    <message>
        <source>Look and change…</source>
        <translation>查看、更改…</translation>
    </message>
    <message>
        <source>%1 wordings and %2 names are in force.</source>
        <translation>现有 %1 条写法、%2 个名称。</translation>
    </message>
    <message numerus="yes">
        <source>%n wordings</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>文件有错</translation>
    </message>
</context>
<context>
    <name>nianbao::YearsModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nianbao::YearsPage</name>
    <message>
        <source>This year beside last year</source>
        <translation>年度对比</translation>
    </message>
    <message>
        <source>A click on a head sorts by it; a double click leads to the cell. The check sheet has what is not 0 of table two and of the totals of tables three and four.</source>
        <translation>点列标题排序，双击到那一格。核对单上印的是：表二的数，表三、表四的总计，都是 0 的不印。</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>只看有变化的</translation>
    </message>
    <message>
        <source>Here all figures of this year will stand beside last year&apos;s, with what changed. There is no last year&apos;s report in this file yet: add it in the panel “Last year” at the right.</source>
        <translation>这里会逐项列出今年和去年的数，看变化多少。现在还没有去年的报告：在右边“去年”里点“添加上年报告”，年报文件、Word、PDF 都可以。</translation>
    </message>
    <message>
        <source>No figure of this year is filled in yet. Take the tick from “Only what changed” away to see last year&apos;s.</source>
        <translation>今年的数还没有填。去掉“只看有变化的”的勾，看去年的数。</translation>
    </message>
    <message>
        <source>In the statutory tables no figure that is filled in differs from last year&apos;s. Take the tick from “Only what changed” away to see all of them.</source>
        <translation>法定表格里已填的数和去年相比，没有一个有变化。去掉“只看有变化的”的勾，看全部的数。</translation>
    </message>
</context>
</TS>
