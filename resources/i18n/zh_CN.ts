<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About cmapp</source>
        <translation>关于 cmapp</translation>
    </message>
    <message>
        <source>One inbox for what people write to you. Written offline, sent once.</source>
        <translation>别人写给你的话，收在一处。离线写好，只发一次。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Everything stays on this machine: no telemetry, no server of ours.</source>
        <translation>一切都留在这台电脑上：不收集使用数据，也没有我们的服务器。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>立即收取</translation>
    </message>
    <message>
        <source>Certificates…</source>
        <translation>证书…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Trusts the certificates in {file}, too</source>
        <translation>另外信任 {file} 里的证书</translation>
    </message>
    <message>
        <source>{what} ({why})</source>
        <translation>{what}（{why}）</translation>
    </message>
    <message>
        <source>Cannot do: {list}</source>
        <translation>不支持：{list}</translation>
    </message>
    <message>
        <source>direct messages</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>own posts</source>
        <translation>自己的帖子</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>profile figures</source>
        <translation>主页数据</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>会话串</translation>
    </message>
    <message>
        <source>new posts</source>
        <translation>发新帖</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>editing</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>counting views</source>
        <translation>浏览计数</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>休息中</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>again at {time}</source>
        <translation>{time} 再试</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>first fetch</source>
        <translation>首次收取</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>{time}收取</translation>
    </message>
    <message>
        <source>{name}: unknown</source>
        <translation>{name}：未知</translation>
    </message>
    <message>
        <source>This account cannot measure it</source>
        <translation>这个账号无法统计此项</translation>
    </message>
</context>
<context>
    <name>AccountChips</name>
    <message>
        <source>Accounts that it goes out from</source>
        <translation>从哪些账号发出</translation>
    </message>
</context>
<context>
    <name>AccountsPane</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>连接账号</translation>
    </message>
    <message>
        <source>Rivals…</source>
        <translation>竞争对手…</translation>
    </message>
    <message>
        <source>Sign-ins lie in your system's keyring, and nowhere else.</source>
        <translation>登录凭据只存放在系统密钥环里，别处都没有。</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>还没有账号</translation>
    </message>
    <message>
        <source>Connect one, and what people write to you is gathered here.</source>
        <translation>连接一个账号，别人写给你的话就会收到这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>移除账号</translation>
    </message>
    <message>
        <source>Remove {name} from cmapp?</source>
        <translation>从 cmapp 移除“{name}”？</translation>
    </message>
    <message>
        <source>What was gathered for it is deleted here. Nothing changes on the platform.</source>
        <translation>为它收取的内容会从这里删除，平台上不受影响。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Planned posts that the server still keeps and will publish: {count}</source>
        <translation>服务器还保管着、到时会发布的计划帖：{count} 条</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Still open: {names}</source>
        <translation>还没填：{names}</translation>
    </message>
    <message>
        <source>“{words}” leaves in {seconds} s</source>
        <translation>“{words}”将在 {seconds} 秒后发出</translation>
    </message>
    <message>
        <source>“{words}” is queued. It goes out when you are back online.</source>
        <translation>“{words}”已放进发件箱，等你联网后发出。</translation>
    </message>
</context>
<context>
    <name>AnswersPane</name>
    <message>
        <source>Answers you give often</source>
        <translation>你常给的答复</translation>
    </message>
    <message>
        <source>Write one once, with gaps for the name and the order number. Above a reply you are shown what you answered before.</source>
        <translation>写一次就够，名字和订单号留空。写回复时，上方会显示你以前是怎么答的。</translation>
    </message>
    <message>
        <source>New saved reply</source>
        <translation>新建常用回复</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>常用回复</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
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
        <source>That did not work. Nothing is lost.</source>
        <translation>没有成功。什么都没丢。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Saved replies and articles</source>
        <translation>常用回复和文章</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更改 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略过 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>已写出 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArmsSheet</name>
    <message>
        <source>Arms of {name}</source>
        <translation>“{name}”的分组</translation>
    </message>
    <message>
        <source>Choose drafts; by lot is fairest. Posts that are out show their result.</source>
        <translation>请选择草稿；抽签最公平。已发出的帖子会显露结果。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Draw by lot</source>
        <translation>抽签分组</translation>
    </message>
    <message>
        <source>Into A</source>
        <translation>放入 A</translation>
    </message>
    <message>
        <source>Into B</source>
        <translation>放入 B</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Gain into A, loss into B</source>
        <translation>收益进 A，损失进 B</translation>
    </message>
    <message>
        <source>Placed by frame</source>
        <translation>已按讲法分组</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drawn by lot</source>
        <translation>已抽签分组</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>已放入</translation>
    </message>
</context>
<context>
    <name>ArticleEditor</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>What you know about it</source>
        <translation>你对它了解的</translation>
    </message>
    <message>
        <source>Address of a page, if there is one</source>
        <translation>网页地址（如果有）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，用逗号分开</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建文章</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>没有成功。什么都没有丢。</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check {day}</source>
        <translation>检查 {day}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore {day}…</source>
        <translation>恢复 {day}…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n 份草稿</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n 项排队</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>A copy of everything but pictures and sign-ins is made each day. Now and then, copy the folder to another disk.</source>
        <translation>除图片和登录信息外，每天都会把一切做一份副本。请不时把文件夹复制到另一块磁盘。</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>One is made by itself each day; “Back up now” makes one at once.</source>
        <translation>每天会自动备份一次；点“现在备份”可以马上备份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{folder} · {size} free</source>
        <translation>{folder} · 剩余 {size}</translation>
    </message>
    <message>
        <source>A copy is being made and read through…</source>
        <translation>正在做一份并通读…</translation>
    </message>
    <message>
        <source>Made, and found whole.</source>
        <translation>做好了，是完整的。</translation>
    </message>
    <message>
        <source>It is being read through, and opened on trial…</source>
        <translation>正在通读，并试着打开…</translation>
    </message>
    <message>
        <source>It is not whole: {said}</source>
        <translation>它不完整：{said}</translation>
    </message>
    <message>
        <source>It is whole, and it opens.</source>
        <translation>它是完整的，也能打开。</translation>
    </message>
    <message>
        <source>It is being put back. With many messages this takes a minute; please wait.</source>
        <translation>正在放回备份。消息多时需要一分钟左右，请稍候。</translation>
    </message>
</context>
<context>
    <name>BestTimesSheet</name>
    <message>
        <source>Best times</source>
        <translation>最佳时间</translation>
    </message>
    <message>
        <source>From this account's own posts, nobody else's. The number is how many.</source>
        <translation>只看这个账号自己发的内容。数字是条数。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not enough data: an hour takes {needed} posts, there are {n} in the whole week</source>
        <translation>数据不够：一个钟点需要 {needed} 条，整个星期一共只有 {n} 条</translation>
    </message>
    <message>
        <source>{when}: {posts}, in the middle {value} interactions, usually {usual}</source>
        <translation>{when}：{posts}，互动中位数 {value}，平时 {usual}</translation>
    </message>
    <message>
        <source>clearly above</source>
        <translation>明显更高</translation>
    </message>
    <message>
        <source>not clearly above, try it out</source>
        <translation>不明显，可以试试</translation>
    </message>
    <message>
        <source>Try these hours; they rest on {posts}</source>
        <translation>试试这些时间，依据是 {posts}</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>Brief</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>What it is for, who owns it, what it claims: never sent</source>
        <translation>为什么写、谁负责、说了哪些事实：不会发出去</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源类型</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>事实主张</translation>
    </message>
    <message>
        <source>Add a claim</source>
        <translation>添加主张</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>How good is it? 1 to 5</source>
        <translation>写得怎么样？1 到 5 分</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>This post was deleted.</source>
        <translation>这条内容已被删除。</translation>
    </message>
    <message>
        <source>Not shown: it was not seen on its platform for too long.</source>
        <translation>不显示：太久没有在平台上核对到这条内容。</translation>
    </message>
    <message>
        <source>The words are no longer kept.</source>
        <translation>文字已不再保留。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>edited {time}</source>
        <translation>{time} 编辑过</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n 个赞</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n 条回复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BubbleRow</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不发了</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Last whole week</source>
        <translation>上一整周</translation>
    </message>
    <message>
        <source>Last whole month</source>
        <translation>上一整月</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Exact days</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>版块</translation>
    </message>
    <message>
        <source>Text of the block</source>
        <translation>版块的文字</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Make the file…</source>
        <translation>生成文件…</translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation>徽标…</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>不用徽标</translation>
    </message>
    <message>
        <source>Keep as template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>Make regularly…</source>
        <translation>定时生成…</translation>
    </message>
    <message>
        <source>Back to the templates</source>
        <translation>返回模板</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Add a block</source>
        <translation>添加版块</translation>
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
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>Template kept</source>
        <translation>模板已保存</translation>
    </message>
    <message>
        <source>Drawing the page …</source>
        <translation>正在绘制页面……</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) on paper</source>
        <translation>
            <numerusform>打印共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {n} of {total}</source>
        <translation>第 {n} 页，共 {total} 页</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>全部 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPane</name>
    <message>
        <source>Before</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Ideas beside the calendar</source>
        <translation>在旁边显示想法</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>More of the calendar</source>
        <translation>日历的更多功能</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>新帖子</translation>
    </message>
    <message>
        <source>New idea</source>
        <translation>新想法</translation>
    </message>
    <message>
        <source>Idea board</source>
        <translation>想法看板</translation>
    </message>
    <message>
        <source>Calendar: {shown}</source>
        <translation>日历：{shown}</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Ideas and drafts without a time</source>
        <translation>还没有时间的想法和草稿</translation>
    </message>
    <message>
        <source>Keep the idea “{words}”</source>
        <translation>记下想法“{words}”</translation>
    </message>
    <message>
        <source>What might become a post?</source>
        <translation>有什么可以写成帖子？</translation>
    </message>
    <message>
        <source>Idea kept</source>
        <translation>想法已记下</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>固定时段</translation>
    </message>
    <message>
        <source>Campaigns and pillars</source>
        <translation>活动与主题</translation>
    </message>
    <message>
        <source>Best times</source>
        <translation>最佳时间</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>导入计划</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>导出计划</translation>
    </message>
</context>
<context>
    <name>CampaignsSheet</name>
    <message>
        <source>Campaigns and pillars</source>
        <translation>活动与主题</translation>
    </message>
    <message>
        <source>A campaign has a colour and a pattern, so that nobody needs the colour.</source>
        <translation>每个活动有颜色和花纹，不看颜色也能分辨。</translation>
    </message>
    <message>
        <source>Pillars</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>One a line: its name and the share it should have, e.g. Craft 40 %</source>
        <translation>每行一个：名称和应占的比例，例如：工艺 40 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>花纹</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>有起止日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Campaign kept: {name}</source>
        <translation>活动已保存：{name}</translation>
    </message>
    <message>
        <source>Pillar kept: {name}</source>
        <translation>主题已保存：{name}</translation>
    </message>
    <message>
        <source>Pillar removed: {name}</source>
        <translation>主题已移除：{name}</translation>
    </message>
    <message>
        <source>Campaign removed; its posts stay</source>
        <translation>活动已移除，帖子还在</translation>
    </message>
</context>
<context>
    <name>Caring</name>
    <message numerus="yes">
        <source>{deed}: %n left out, where it cannot be</source>
        <translation>
            <numerusform>{deed}：%n 条做不到，已略过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{deed}: %n queued</source>
        <translation>
            <numerusform>{deed}：%n 条已排队</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Task made</source>
        <translation>任务已建立</translation>
    </message>
    <message>
        <source>Choose a conversation first</source>
        <translation>请先选择一段对话</translation>
    </message>
    <message>
        <source>Hand on as a file</source>
        <translation>存成文件分享</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Your answer is kept</source>
        <translation>你的答复已记录</translation>
    </message>
</context>
<context>
    <name>CatchUp</name>
    <message>
        <source>Catch up</source>
        <translation>补看</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Need a reply</source>
        <translation>需要回复</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Closing soon</source>
        <translation>即将关闭</translation>
    </message>
    <message>
        <source>{name}, until {time}</source>
        <translation>{name}，截止：{time}</translation>
    </message>
    <message>
        <source>Said again and again</source>
        <translation>反复出现的话</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>%n 条投诉</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) alike</source>
        <translation>
            <numerusform>%n 组相似的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>While you were away: {what}</source>
        <translation>你不在时：{what}</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>补看</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>已完成 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Own certificates…</source>
        <translation>自有证书…</translation>
    </message>
    <message>
        <source>Own certificates</source>
        <translation>自有证书</translation>
    </message>
    <message>
        <source>For a server of your own whose certificate this system does not know: the file of its authority (PEM). It is trusted for this account alone, beside the system's.</source>
        <translation>用于你自己的服务器，而系统不认识它的证书：请选择其颁发机构的文件（PEM）。在系统的证书之外，它只对这个账号有效。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Trust no certificates of your own</source>
        <translation>不信任自有证书</translation>
    </message>
    <message>
        <source>None: those of this system</source>
        <translation>无：只用系统的证书</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>存为文件</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>放大显示</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>There is nothing to open here</source>
        <translation>这里没有可以打开的</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>已写入 {name}</translation>
    </message>
</context>
<context>
    <name>ChartsPart</name>
    <message>
        <source>Rivals…</source>
        <translation>竞争对手…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>上一时段</translation>
    </message>
</context>
<context>
    <name>CheckUp</name>
    <message>
        <source>Check this profile</source>
        <translation>检查此配置</translation>
    </message>
    <message>
        <source>Looking at the disk, the keyring, the database and the accounts…</source>
        <translation>正在查看磁盘、密钥环、数据库和账号…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It could not be looked at. Nothing was changed.</source>
        <translation>没能查看。没有改动任何东西。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>All is well; there is something to know.</source>
        <translation>一切正常，有几点可以了解。</translation>
    </message>
    <message>
        <source>It works; something is not as it should be.</source>
        <translation>可以使用，但有的地方不太对。</translation>
    </message>
    <message>
        <source>Something is wrong. Nothing is deleted; here is what leads on.</source>
        <translation>有问题。没有删除任何东西；下面是解决办法。</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>What the checks found</source>
        <translation>检查结果</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend first</source>
        <translation>
            <numerusform>先改 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 条提醒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>已放行</translation>
    </message>
    <message>
        <source>Stops it</source>
        <translation>拦下</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>{account}: {words}</source>
        <translation>{account}：{words}</translation>
    </message>
    <message>
        <source>Let through: {reason}</source>
        <translation>已放行：{reason}</translation>
    </message>
    <message>
        <source>{kind}: {words}</source>
        <translation>{kind}：{words}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Let through…</source>
        <translation>放行…</translation>
    </message>
    <message>
        <source>Why? It is kept with the draft.</source>
        <translation>为什么？理由会和草稿一起保留。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Let it through</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Our tone: {words}</source>
        <translation>我们的语气：{words}</translation>
    </message>
    <message>
        <source>Usual there: {words}</source>
        <translation>那里的惯例：{words}</translation>
    </message>
    <message>
        <source>{audience}: {words}</source>
        <translation>{audience}：{words}</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Later today</source>
        <translation>今天晚些时候</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下周</translation>
    </message>
    <message>
        <source>Until they answer</source>
        <translation>等对方回复</translation>
    </message>
    <message>
        <source>a mere “thanks” does not wake it</source>
        <translation>只说“谢谢”不会唤回</translation>
    </message>
    <message>
        <source>Until when? e.g. fri 9:00, in 3 h, 明天 9点</source>
        <translation>到什么时候？例如：周五 9:00、3 小时后、fri 9:00</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>新建“{name}”</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Which label? A new name makes one</source>
        <translation>哪个标签？输入新名称即可创建</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Assign to “{name}”</source>
        <translation>分配给“{name}”</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Who takes care of it?</source>
        <translation>由谁处理？</translation>
    </message>
    <message>
        <source>Search “{words}”</source>
        <translation>搜索“{words}”</translation>
    </message>
    <message>
        <source>Views of the inbox</source>
        <translation>收件箱的视图</translation>
    </message>
    <message>
        <source>Which view? Or what to search for</source>
        <translation>哪个视图？或输入要搜索的内容</translation>
    </message>
    <message>
        <source>Like this</source>
        <translation>相似的</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>用过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Emoji by name, e.g. tea, thumbs, 茶</source>
        <translation>按名称找表情，例如 tea、茶</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Your reply</source>
        <translation>你的回复</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>以此身份书写</translation>
    </message>
    <message>
        <source>Attach a picture</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Queue reply</source>
        <translation>加入待发</translation>
    </message>
    <message>
        <source>as {account}</source>
        <translation>以 {account}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>Connect an account</source>
        <translation>连接账号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Your sign-in goes to the platform and into your system's keyring, nowhere else.</source>
        <translation>登录信息只交给平台，并存入系统密钥环，不去别处。</translation>
    </message>
    <message>
        <source>Connect {platform}</source>
        <translation>连接 {platform}</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Which one shall cmapp speak for?</source>
        <translation>cmapp 要代表哪一个说话？</translation>
    </message>
    <message>
        <source>Your browser asks whether cmapp may act for you. Say yes there, come back.</source>
        <translation>浏览器会问是否允许 cmapp 代你操作。在那里同意，再回到这里。</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>正在等待浏览器</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>重新打开浏览器</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在询问服务器</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>没有成功。</translation>
    </message>
    <message>
        <source>If the server is your own, begin again and choose the file of its authority.</source>
        <translation>如果服务器是你自己的，请重新开始，并选择其颁发机构的文件。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>No conversation open</source>
        <translation>还没打开会话</translation>
    </message>
    <message>
        <source>What you choose in the list opens here.</source>
        <translation>在列表里选中的会在这里打开。</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>写回复</translation>
    </message>
    <message>
        <source>Open on the platform (o)</source>
        <translation>在平台上打开（o）</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Put it off; it comes back by itself</source>
        <translation>先放一放，到时会自动回来</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take it out of the inbox; u takes this back</source>
        <translation>移出收件箱；按 u 可撤销</translation>
    </message>
    <message>
        <source>{name} · {what} on “{title}”</source>
        <translation>{name} · 对“{title}”的{what}</translation>
    </message>
    <message>
        <source>Odd letters</source>
        <translation>名字有异样字符</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>发送回复</translation>
    </message>
    <message>
        <source>Leaves after a moment; until then you can take it back</source>
        <translation>片刻后发出，在此之前可以撤回</translation>
    </message>
    <message>
        <source>Queue reply</source>
        <translation>加入待发</translation>
    </message>
    <message>
        <source>Goes out when you are back online, after the thread is read again</source>
        <translation>恢复联网后，先重读会话再发出</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Something broke</source>
        <translation>出了故障</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This is the whole report: versions, places in the program and kinds of errors. No message, no sign-in and no name of yours is in it, and nobody gets it unless you send it.</source>
        <translation>这就是报告的全部：版本、程序中的位置和错误的种类。里面没有消息、登录凭据，也没有你的名字；除非你自己发送，谁也得不到它。</translation>
    </message>
    <message>
        <source>It starts again by itself. What you wrote is on the disk, and nothing is sent twice.</source>
        <translation>它会自行重新启动。你写的内容已在磁盘上，也不会有任何内容发两次。</translation>
    </message>
    <message>
        <source>The part that sends and receives broke</source>
        <translation>负责收发的部分出错了</translation>
    </message>
    <message>
        <source>What you wrote is safe: it is on disk.</source>
        <translation>你写的内容是安全的：已在磁盘上。</translation>
    </message>
    <message>
        <source>cmapp ended unexpectedly the last time</source>
        <translation>cmapp 上次意外结束了</translation>
    </message>
    <message>
        <source>What you wrote is safe: it is on disk. You can go on; if it happens again, open the window anew.</source>
        <translation>你写的内容是安全的：已在磁盘上。可以继续；如果再次发生，请重新打开窗口。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>文件无法写在那里。</translation>
    </message>
</context>
<context>
    <name>Crop</name>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>The picture itself stays whole. Arrow keys move the part, with Shift they change its size; + and − do so evenly.</source>
        <translation>图片本身保持完整。方向键移动选区，按住 Shift 则改变大小；+ 和 − 等比缩放。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Any network</source>
        <translation>任何网络</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Part of the picture</source>
        <translation>图片的选区</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>The database is not there</source>
        <translation>数据库不在了</translation>
    </message>
    <message>
        <source>It was moved or deleted, or the disk it lies on is not there. If you know where it is, put it back and look again.</source>
        <translation>它被移走或删除了，或者所在的磁盘现在不在。如果你知道它在哪里，请放回来，再看一次。</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>A disk that fails, or another program, has written over a part of it. Nothing was changed, and the damaged file is kept whatever you choose.</source>
        <translation>可能是磁盘故障，或别的程序写坏了一部分。没有任何改动；无论怎么选，损坏的文件都会保留。</translation>
    </message>
    <message>
        <source>Save what can be saved</source>
        <translation>抢救能抢救的</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) in their second copy</source>
        <translation>
            <numerusform>第二份副本里的 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>the backup of {day}</source>
        <translation>{day} 的备份</translation>
    </message>
    <message>
        <source>no backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>{backup}, and {drafts}.</source>
        <translation>{backup}，以及{drafts}。</translation>
    </message>
    <message>
        <source>{backup}, {drafts}, and whatever can still be read of the file.</source>
        <translation>{backup}、{drafts}，以及文件里还能读出的一切。</translation>
    </message>
    <message>
        <source>An empty profile with your accounts, and {drafts}.</source>
        <translation>只含你的账号和{drafts}的空配置。</translation>
    </message>
    <message>
        <source>If the disk was only not there for a moment.</source>
        <translation>如果磁盘只是暂时不在。</translation>
    </message>
    <message>
        <source>Every page of the file is being read…</source>
        <translation>正在读文件的每一页…</translation>
    </message>
    <message>
        <source>Saving. With many messages this takes some minutes; please wait.</source>
        <translation>正在抢救。消息多时需要几分钟，请稍候。</translation>
    </message>
    <message>
        <source>It is still damaged.</source>
        <translation>它还是坏的。</translation>
    </message>
    <message>
        <source>It is still not there.</source>
        <translation>它仍然不在。</translation>
    </message>
    <message>
        <source>That did not work. Everything is as it was.</source>
        <translation>没有成功。一切照旧。</translation>
    </message>
    <message>
        <source>There is no room on the disk. Free some, then go on.</source>
        <translation>磁盘没有空间了。请腾出一些，再继续。</translation>
    </message>
</context>
<context>
    <name>DashboardPart</name>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有内容可看</translation>
    </message>
    <message>
        <source>Here you will see what comes in, how soon it is answered, how it is said and how your accounts grow, worked out on this machine. It begins with an account.</source>
        <translation>这里会显示收到了什么、多久得到回复、语气如何、账号怎样增长，都在这台电脑上算出。先连接一个账号。</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>连接账号</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在发出</translation>
    </message>
    <message>
        <source>Marked as sent</source>
        <translation>已标为发出</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>没有成功，但什么也没丢。</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>To {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message>
        <source>Pictures without words</source>
        <translation>只有图片，没有文字</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续写</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>DraftLines</name>
    <message>
        <source>Begun</source>
        <translation>写到一半的</translation>
    </message>
    <message>
        <source>Review drafts</source>
        <translation>逐篇检查草稿</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: Review drafts shows them one by one</source>
        <translation>
            <numerusform>还有 %n 份：在“逐篇检查草稿”里逐份查看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePicker</name>
    <message>
        <source>By</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止时间</translation>
    </message>
</context>
<context>
    <name>ErasePerson</name>
    <message>
        <source>Erase {name}</source>
        <translation>抹除 {name}</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>抹除某人</translation>
    </message>
    <message>
        <source>For good: there is no undo. This is what would go.</source>
        <translation>永久抹除，无法撤销。会去掉这些：</translation>
    </message>
    <message>
        <source>Erase although it is unknown whether an answer to them went out</source>
        <translation>仍然抹除，虽然还不知道给此人的一条回复是否已发出</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久抹除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to them that wait are cancelled.</source>
        <translation>
            <numerusform>等待发给此人的 %n 条回复会取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) are written anew without them.</source>
        <translation>
            <numerusform>%n 个备份会重写，其中不再有此人的数据。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) made by older versions are deleted.</source>
        <translation>
            <numerusform>%n 个由旧版本创建的备份会删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is emptied.</source>
        <translation>日志会清空。</translation>
    </message>
    <message>
        <source>It stays: what is on the platforms, yours and theirs; counts in charts; what others wrote, with blocks in place of the name. What you exported is yours to delete.</source>
        <translation>保留的：平台上的内容（你的和此人的）；图表里的数量；别人写的内容，名字处以方块遮住。你导出的文件由你自己删除。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s) of a damaged database, too: they may hold it all</source>
        <translation>
            <numerusform>也删除 %n 个损坏数据库的文件：其中可能仍有全部内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing. The database and its copies are written anew; this takes a while. What you type meanwhile is kept.</source>
        <translation>正在抹除。数据库和它的副本会重写，需要一些时间。这期间你输入的内容会保留。</translation>
    </message>
    <message>
        <source>Erased, but words of theirs are still in: {files}</source>
        <translation>已抹除，但这些文件里还有此人的文字：{files}</translation>
    </message>
    <message numerus="yes">
        <source>Erased. Looked through %n file(s): nothing of them is left.</source>
        <translation>
            <numerusform>已抹除。查找了 %n 个文件：没有留下任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Their name is a common one: it was not looked for in what others wrote.</source>
        <translation>此人的名字很常见：没有在别人写的内容里查找。</translation>
    </message>
    <message>
        <source>These could not be changed, and may hold words of theirs still: {files}</source>
        <translation>这些文件无法更改，可能仍含有此人的内容：{files}</translation>
    </message>
    <message>
        <source>This is gone.</source>
        <translation>已经去掉这些：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExperimentsPart</name>
    <message>
        <source>New experiment…</source>
        <translation>新建实验…</translation>
    </message>
    <message>
        <source>Compare two ways of posting. How many posts that takes is worked out first, and nothing is shown before they are all in.</source>
        <translation>比较两种发帖方式。先算出需要多少条帖子，在齐全之前什么都不显示。</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>还没有实验</translation>
    </message>
    <message>
        <source>The size first, no peeking, no verdict before 48 hours.</source>
        <translation>先定规模，不许偷看，48 小时之前不下结论。</translation>
    </message>
    <message numerus="yes">
        <source>Looked early: %n</source>
        <translation>
            <numerusform>提前看过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan was changed</source>
        <translation>计划被改动</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} / {of}</translation>
    </message>
    <message>
        <source>Put drafts into both arms, then start: the plan is sealed by that.</source>
        <translation>请把草稿放入两组，然后开始：计划就此封存。</translation>
    </message>
    <message>
        <source>Enter the cases and hits of both arms as they come.</source>
        <translation>请随时填写两组的案例数和命中数</translation>
    </message>
    <message>
        <source>{n} of {of} posts are out</source>
        <translation>{of} 条帖子中已发出 {n} 条</translation>
    </message>
    <message>
        <source>the youngest is {age} old; each counts at {hours} h</source>
        <translation>最新一条发出至今：{age}，每条满 {hours} 小时才计入</translation>
    </message>
    <message numerus="yes">
        <source>%n was not watched the whole time, so unknown</source>
        <translation>
            <numerusform>%n 条没有全程读取，因此未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are not out yet</source>
        <translation>
            <numerusform>%n 条草稿尚未发出</numerusform>
        </translation>
    </message>
    <message>
        <source>the result opens {when}</source>
        <translation>结果公布时间：{when}</translation>
    </message>
    <message>
        <source>its last day has passed: stop it, or wait on</source>
        <translation>最后一天已过：可以停止，也可以继续等</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>.</source>
        <comment>ends a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Started; the plan is sealed</source>
        <translation>已开始，计划已封存</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Arms…</source>
        <translation>分组…</translation>
    </message>
    <message>
        <source>Enter cases…</source>
        <translation>填写案例…</translation>
    </message>
    <message>
        <source>Experiment ended</source>
        <translation>实验已结束</translation>
    </message>
    <message>
        <source>End with this verdict</source>
        <translation>以此结论结束</translation>
    </message>
    <message>
        <source>Look early…</source>
        <translation>提前看…</translation>
    </message>
    <message>
        <source>Stopped early: there is no verdict</source>
        <translation>已提前停止：没有结论</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>作决定…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Experiment removed</source>
        <translation>实验已删除</translation>
    </message>
</context>
<context>
    <name>ExportData</name>
    <message>
        <source>Export your data</source>
        <translation>导出你的数据</translation>
    </message>
    <message>
        <source>Everything but tokens and passwords, private messages among it.</source>
        <translation>除令牌和密码外的一切，包括私信。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>最近 {n} 天</translation>
    </message>
    <message>
        <source>Exact days</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>All of it, a file for each</source>
        <translation>全部，每项一个文件</translation>
    </message>
    <message>
        <source>Into a folder, a file for each view.</source>
        <translation>存到一个文件夹，每个视图一个文件。</translation>
    </message>
    <message>
        <source>Written to {name}: {n}</source>
        <translation>已写入 {name}：{n} 行</translation>
    </message>
</context>
<context>
    <name>FieldsSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FiguresPart</name>
    <message>
        <source>Our figures</source>
        <translation>我们的数字</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>What came in in this time, and what we did with it. A dash is not known.</source>
        <translation>这段时间里来了什么，我们怎么处理的。短横表示不知道。</translation>
    </message>
    <message>
        <source>How our answers were taken</source>
        <translation>对方怎么看我们的回复</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>First answer after</source>
        <translation>首次回复用时</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时</translation>
    </message>
    <message numerus="yes">
        <source>of %n answered</source>
        <translation>
            <numerusform>共回复 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>还没处理</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 条已超时</numerusform>
        </translation>
    </message>
    <message>
        <source>none overdue</source>
        <translation>没有超时的</translation>
    </message>
    <message>
        <source>Needed a reply</source>
        <translation>需要回复</translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>已回复 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed after</source>
        <translation>处理完用时</translation>
    </message>
    <message>
        <source>Sent by us</source>
        <translation>我们发出</translation>
    </message>
    <message numerus="yes">
        <source>%n held for a look first</source>
        <translation>
            <numerusform>其中 %n 条先停下来看过</numerusform>
        </translation>
    </message>
    <message>
        <source>half within this, 90% within {time}; n = {n}</source>
        <translation>半数在此之内，九成在 {time}之内；n = {n}</translation>
    </message>
    <message>
        <source>Thanked</source>
        <translation>道谢</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>又来问</translation>
    </message>
    <message>
        <source>Not heard of again</source>
        <translation>没有再说话</translation>
    </message>
    <message>
        <source>Too soon to tell</source>
        <translation>现在还看不出来</translation>
    </message>
    <message>
        <source>The next word of the same person within seven days; n = {n}</source>
        <translation>同一个人七天之内的下一句话；n = {n}</translation>
    </message>
    <message>
        <source>{answered} of {came} answered, {open} open</source>
        <translation>{came} 条中回复了 {answered} 条，{open} 条待处理</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Found in the text</source>
        <translation>文字里的发现</translation>
    </message>
    <message>
        <source>Everybody can read it. Send again to send it anyway.</source>
        <translation>所有人都能看到。再次发送即照原样发出。</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>{names} means nothing here and stays in the text.</source>
        <translation>{names} 在这里没有意义，会留在文字里。</translation>
    </message>
    <message>
        <source>Leave them open</source>
        <translation>先空着</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>When you open again</source>
        <translation>下次营业时间</translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>New goal…</source>
        <translation>新建目标…</translation>
    </message>
    <message>
        <source>New part…</source>
        <translation>新建部分…</translation>
    </message>
    <message>
        <source>New cost…</source>
        <translation>新建费用…</translation>
    </message>
    <message>
        <source>New decision…</source>
        <translation>新建决定…</translation>
    </message>
    <message>
        <source>New note…</source>
        <translation>新建笔记…</translation>
    </message>
    <message>
        <source>What is to be reached by when. Unknown is not nought.</source>
        <translation>到何时要达到什么。未知不等于零。</translation>
    </message>
    <message>
        <source>No goal yet</source>
        <translation>还没有目标</translation>
    </message>
    <message>
        <source>A goal has a metric, a number and a day, so that it can be judged.</source>
        <translation>目标有指标、数字和日期，这样才能判断。</translation>
    </message>
    <message>
        <source>unknown so far</source>
        <translation>目前未知</translation>
    </message>
    <message>
        <source>{value} of {target}</source>
        <translation>{value} / {target}</translation>
    </message>
    <message>
        <source>Goal removed: {name}</source>
        <translation>已删除目标：{name}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>{share} of the time is gone</source>
        <translation>时间已过 {share}</translation>
    </message>
    <message>
        <source>passed from {value}</source>
        <translation>{value} 起算达成</translation>
    </message>
    <message>
        <source>failed beyond {value}</source>
        <translation>越过 {value} 算未达成</translation>
    </message>
    <message>
        <source>judged {when}</source>
        <translation>{when} 下结论</translation>
    </message>
    <message>
        <source>One number out of several; its weights are yours.</source>
        <translation>把几个数合成一个，权重由你决定。</translation>
    </message>
    <message>
        <source>The index has no parts</source>
        <translation>指数还没有任何部分</translation>
    </message>
    <message>
        <source>Choose metrics and ratings, and say how much each weighs.</source>
        <translation>请选择指标和评分，并说明各占多少权重。</translation>
    </message>
    <message>
        <source>{value} of 100 over the last 30 days</source>
        <translation>最近 30 天：{value}（满分 100）</translation>
    </message>
    <message>
        <source>{share} of the weight is known</source>
        <translation>已知权重占 {share}</translation>
    </message>
    <message>
        <source>weighs {weight} · {value} between {worst} (0) and {best} (100)</source>
        <translation>权重 {weight} · 当前 {value}，{worst} 算 0，{best} 算 100</translation>
    </message>
    <message>
        <source>Part removed: {name}</source>
        <translation>已删除部分：{name}</translation>
    </message>
    <message>
        <source>Rate…</source>
        <translation>评分…</translation>
    </message>
    <message>
        <source>The last 365 days; each currency by itself, there is no exchange rate.</source>
        <translation>最近 365 天；每种货币各自合计，没有汇率。</translation>
    </message>
    <message>
        <source>No cost yet</source>
        <translation>还没有费用</translation>
    </message>
    <message>
        <source>Write down money and hours, and see what each interaction costs.</source>
        <translation>记下钱和工时，就能看到每次互动的成本。</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{currency}: {spent} spent, {back} came back</source>
        <translation>{currency}：花费 {spent}，收回 {back}</translation>
    </message>
    <message>
        <source>Hours are not counted as money here.</source>
        <translation>这里不把工时算作钱。</translation>
    </message>
    <message>
        <source>ROI {roi} = (back − spent) ÷ spent · {each} an interaction, n = {n}</source>
        <translation>投资回报率 {roi} =（收回 − 花费）÷ 花费 · 每次互动 {each}，n = {n}</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Cost removed</source>
        <translation>费用已删除</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) to look at now</source>
        <translation>
            <numerusform>有 %n 个结果该看了</numerusform>
        </translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>还没有决定</translation>
    </message>
    <message>
        <source>What was found, what is changed for it, and when its result is seen.</source>
        <translation>发现了什么，为此改了什么，何时看结果。</translation>
    </message>
    <message>
        <source>result on {day}</source>
        <translation>{day} 看结果</translation>
    </message>
    <message>
        <source>Decision removed</source>
        <translation>决定已删除</translation>
    </message>
    <message>
        <source>Look at the result…</source>
        <translation>看结果…</translation>
    </message>
    <message>
        <source>Goal: {name}</source>
        <translation>目标：{name}</translation>
    </message>
    <message>
        <source>Experiment: {name}</source>
        <translation>实验：{name}</translation>
    </message>
    <message>
        <source>Note: {name}</source>
        <translation>笔记：{name}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>活动：{name}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>No note yet</source>
        <translation>还没有笔记</translation>
    </message>
    <message>
        <source>Interviews, focus groups, SWOT and PEST: what no number tells.</source>
        <translation>访谈、焦点小组、SWOT 和 PEST：数字说不出的东西。</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>笔记已删除</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>no alt text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>no ALT</source>
        <translation>无替代文字</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>en</source>
        <comment>the folder with the help pages of this language</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>Back (Alt ←)</source>
        <translation>返回（Alt ←）</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>没有包含这些词的页面。</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Earlier versions</source>
        <translation>以前的版本</translation>
    </message>
    <message>
        <source>What has changed since is marked. Nothing is lost by going back.</source>
        <translation>此后的改动已标出。退回去不会丢失任何内容。</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>此后的改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>恢复这个版本</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>It has no earlier versions yet.</source>
        <translation>还没有以前的版本。</translation>
    </message>
    <message>
        <source>Struck out: gone since. Underlined: new since.</source>
        <translation>删除线：后来删掉的。下划线：后来加上的。</translation>
    </message>
    <message>
        <source>Other things that changed: {names}.</source>
        <translation>另外改动了：{names}。</translation>
    </message>
</context>
<context>
    <name>HitCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {name}: {text}</source>
        <translation>打开 {name}：{text}</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Same as all accounts</source>
        <translation>与所有账号相同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>Hours of</source>
        <translation>谁的时间</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Only at these hours</source>
        <translation>只在这些时间</translation>
    </message>
    <message>
        <source>Time to answer runs while somebody is there, and not on holidays.</source>
        <translation>回复的时限只在有人时计算，节假日不算。</translation>
    </message>
    <message>
        <source>Such as 09:00-12:00, 13:30-18:00 or 22:00-06:00</source>
        <translation>例如 09:00-12:00, 13:30-18:00，或跨夜 22:00-06:00</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Monday's hours until Friday</source>
        <translation>周一的时间用到周五</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>首次回复时限</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Complaints and urgent</source>
        <translation>投诉和加急</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>私信</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Country or region</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>日历文件…</translation>
    </message>
    <message>
        <source>Reply blocks</source>
        <translation>回复时段</translation>
    </message>
    <message>
        <source>You are told when one begins</source>
        <translation>开始时会通知你</translation>
    </message>
    <message>
        <source>We are back {{reopens}}.</source>
        <translation>我们{{reopens}}回来。</translation>
    </message>
    <message>
        <source>Away text</source>
        <translation>离开回复</translation>
    </message>
    <message>
        <source>Offered as a draft outside the hours, never sent by itself</source>
        <translation>在时间之外作为草稿提供，从不自动发送</translation>
    </message>
    <message>
        <source>A message that comes now is due {time}, a complaint {complaint}.</source>
        <translation>现在来的消息须在 {time} 前回复，投诉须在 {complaint} 前。</translation>
    </message>
    <message>
        <source>Closed now, open again {time}.</source>
        <translation>现在休息，{time} 恢复。</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
</context>
<context>
    <name>IdeaBoard</name>
    <message>
        <source>← → carry it, Return puts it down</source>
        <translation>← → 移动，回车放下</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import a plan</source>
        <translation>导入计划</translation>
    </message>
    <message>
        <source>From CSV or XLSX. First you see what each row would do; nothing is kept yet.</source>
        <translation>从 CSV 或 XLSX 导入。先看每一行会做什么，此时还没有保存任何内容。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>What each row would do</source>
        <translation>每一行会做什么</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>帖子</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Looking through it …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新增 {n} 条</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>修改 {n} 条</translation>
    </message>
    <message>
        <source>{n} as they are</source>
        <translation>不变 {n} 条</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>删除 {n} 条</translation>
    </message>
    <message>
        <source>{n} with problems, left out</source>
        <translation>有问题而略过 {n} 条</translation>
    </message>
    <message>
        <source>Import {n}</source>
        <translation>导入 {n} 条</translation>
    </message>
    <message>
        <source>Imported: {posts}</source>
        <translation>已导入：{posts}</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>As it was seen</source>
        <translation>按识别的</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>各列是什么</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>会导入什么</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Lines with problems</source>
        <translation>有问题的行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>1 of 3: the file</source>
        <translation>第 1 步，共 3 步：文件</translation>
    </message>
    <message>
        <source>2 of 3: the columns</source>
        <translation>第 2 步，共 3 步：各列</translation>
    </message>
    <message>
        <source>3 of 3: what would come in</source>
        <translation>第 3 步，共 3 步：会导入什么</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>CSV, TSV or XLSX, as a platform, your statistics or your shop wrote it.</source>
        <translation>平台、统计或网店导出的 CSV、TSV 或 XLSX。</translation>
    </message>
    <message>
        <source>What is known by its name is filled in. It is remembered.</source>
        <translation>能从名称认出的已经填好。你的选择会记住。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. It comes in whole, or not at all.</source>
        <translation>还没有保留任何内容。要么全部导入，要么什么都不导入。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking through it …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>（略过）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>ImportsPart</name>
    <message>
        <source>Tables from elsewhere</source>
        <translation>别处来的表格</translation>
    </message>
    <message>
        <source>What no platform tells programs: reach, completion, visits, orders, ad spend.</source>
        <translation>平台不告诉程序的：触达人数、完播率、访问、订单、广告花费。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <source>Drop a CSV or XLSX file here. You see what it brings before it is kept.</source>
        <translation>把 CSV 或 XLSX 文件拖到这里。保留之前先看到会带来什么。</translation>
    </message>
    <message>
        <source>{n} kept</source>
        <translation>保留 {n} 行</translation>
    </message>
    <message>
        <source>{n} without a post or person of yours</source>
        <translation>{n} 行没有对应的帖子或人</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>It counts again</source>
        <translation>重新生效</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>没有人在等</translation>
    </message>
    <message>
        <source>Everyone has an answer. New mentions, comments and messages appear here.</source>
        <translation>每个人都得到了答复。新的提及、评论和私信会出现在这里。</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>还没有账号</translation>
    </message>
    <message>
        <source>Connect one, and what people write to you is gathered here.</source>
        <translation>连接一个账号，别人写给你的话就会收到这里。</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>连接账号</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有内容</translation>
    </message>
    <message>
        <source>No conversation belongs to this view right now.</source>
        <translation>目前没有会话属于这个视图。</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n 条待回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 条超时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Nothing else is like it</source>
        <translation>没有与它相似的</translation>
    </message>
    <message>
        <source>Liked: {name}</source>
        <translation>已点赞：{name}</translation>
    </message>
</context>
<context>
    <name>InsightsPane</name>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
</context>
<context>
    <name>Journeys</name>
    <message>
        <source>Fetching</source>
        <translation>正在收取</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>Nothing leaves until you resume</source>
        <translation>在你恢复之前，什么也不会发出</translation>
    </message>
    <message>
        <source>Planned posts asked back from servers: {count}</source>
        <translation>已请服务器交还计划帖：{count} 条</translation>
    </message>
    <message>
        <source>Sending goes on</source>
        <translation>已恢复发送</translation>
    </message>
    <message>
        <source>Landing: reading every thread again</source>
        <translation>正在降落：重读每个会话</translation>
    </message>
    <message>
        <source>Somebody is there now: no away text is needed.</source>
        <translation>现在有人在，不需要离开回复。</translation>
    </message>
    <message>
        <source>Connected. What people wrote is on its way in.</source>
        <translation>已连接，内容正在收取。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Single letters work wherever you are not writing.</source>
        <translation>没有在输入文字时，单个字母即可使用。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LandingPane</name>
    <message>
        <source>Landing report</source>
        <translation>降落报告</translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation>去收件箱</translation>
    </message>
    <message>
        <source>You have not been away yet</source>
        <translation>你还没有离开过</translation>
    </message>
    <message>
        <source>After flight mode you find here what was sent, what is held for you, and what is new.</source>
        <translation>飞行模式结束后，这里会列出已发出的、等你决定的，以及新来的内容。</translation>
    </message>
    <message>
        <source>You were away {time}. Every reply was checked against its thread before it left.</source>
        <translation>离开时长：{time}。每条回复发出前都重读过所在的会话。</translation>
    </message>
    <message>
        <source>Every reply was checked against its thread before it left.</source>
        <translation>每条回复发出前都重读过所在的会话。</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>没有需要你决定的了。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Sent once</source>
        <translation>已发出，各一次</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>等你决定</translation>
    </message>
    <message>
        <source>May have been sent</source>
        <translation>可能已发出</translation>
    </message>
    <message>
        <source>New since you left</source>
        <translation>离开后新来的</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
</context>
<context>
    <name>Leads</name>
    <message>
        <source>Where it leads</source>
        <translation>链接通向哪里</translation>
    </message>
    <message>
        <source>The text of the link names another place.</source>
        <translation>链接的文字写的是另一个地方。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>{words} leads to {host}</source>
        <translation>{words} 通向 {host}</translation>
    </message>
    <message>
        <source>{words} is no link that can be opened</source>
        <translation>{words} 不是可以打开的链接</translation>
    </message>
</context>
<context>
    <name>LivePart</name>
    <message>
        <source>Live chats</source>
        <translation>直播弹幕</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import a log…</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>No live chat yet</source>
        <translation>还没有直播记录</translation>
    </message>
    <message>
        <source>Import the log of a live stream, as XML, CSV, JSON lines or plain lines, and see what was asked again and again.</source>
        <translation>导入一场直播的弹幕记录（XML、CSV、JSON 行或纯文本），看看大家反复在问什么。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>imported {time}</source>
        <translation>{time} 导入</translation>
    </message>
    <message>
        <source>Nothing was asked twice.</source>
        <translation>没有被重复问到的问题。</translation>
    </message>
    <message>
        <source>Asked again and again</source>
        <translation>反复被问到</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>first at {time}</source>
        <translation>首次在 {time}</translation>
    </message>
    <message>
        <source>lines {numbers}</source>
        <translation>第 {numbers} 行</translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation>导入记录</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) asked again and again</source>
        <translation>
            <numerusform>%n 个问题反复被问到</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {name}. Its file is untouched.</source>
        <translation>已移除：{name}。原文件没有动。</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Fetching and sending go on.</source>
        <translation>收发照常进行。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Forgot the passphrase?</source>
        <translation>忘记口令了？</translation>
    </message>
    <message>
        <source>The lock keeps eyes off the screen; it encrypts nothing, so nothing is lost. In a terminal of this account: cmapp lock off</source>
        <translation>锁只挡住屏幕前的目光，不加密任何东西，所以什么都没有丢。请在这个账户的终端里运行：cmapp lock off</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>口令不对。</translation>
    </message>
    <message numerus="yes">
        <source>That is not the passphrase. Again in %n second(s).</source>
        <translation>
            <numerusform>口令不对。%n 秒后可以再试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockSetUp</name>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>The lock keeps eyes off the screen while you are away. It encrypts nothing: who can use this account of the computer can read the profile, and take the lock off.</source>
        <translation>你离开时，锁挡住屏幕前的目光。它不加密任何东西：能使用这台电脑账户的人，可以读取配置，也可以取消锁定。</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输入一次</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>不自动锁定</translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation>闲置多久后锁定</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Set the lock</source>
        <translation>启用锁定</translation>
    </message>
    <message>
        <source>Lock when the system locks its screen or sleeps</source>
        <translation>系统锁屏或睡眠时锁定</translation>
    </message>
    <message>
        <source>Take the lock off</source>
        <translation>取消锁定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>The lock is set. Lock the window with {key}</source>
        <translation>锁已设置。按 {key} 锁定窗口</translation>
    </message>
    <message>
        <source>The lock is off.</source>
        <translation>锁已取消。</translation>
    </message>
</context>
<context>
    <name>LogAnswer</name>
    <message>
        <source>What you answered</source>
        <translation>你的答复</translation>
    </message>
    <message>
        <source>To {name}. Nothing is sent; it is kept as your answer.</source>
        <translation>给 {name}。不会发出任何东西，只作为你的答复保存。</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答复</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>LogContact</name>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>It stands in the inbox, with its deadline, and is found by the search.</source>
        <translation>它会出现在收件箱里，带有期限，也能被搜索找到。</translation>
    </message>
    <message>
        <source>Number or address, to find them again</source>
        <translation>号码或地址，便于再次找到</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>是谁</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Wants an answer</source>
        <translation>需要回复</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Choose a conversation in the inbox first</source>
        <translation>请先在收件箱里选一个对话</translation>
    </message>
    <message>
        <source>Register as “{title}”</source>
        <translation>登记为“{title}”</translation>
    </message>
    <message>
        <source>A new suggestion, in their own words</source>
        <translation>新建议，用对方的原话</translation>
    </message>
    <message>
        <source>Register as a suggestion</source>
        <translation>登记为建议</translation>
    </message>
    <message>
        <source>What is proposed? Or a suggestion that is there</source>
        <translation>提议是什么？或选已有的建议</translation>
    </message>
    <message numerus="yes">
        <source>Registered: {title} (%n voice(s))</source>
        <translation>
            <numerusform>已登记：{title}（%n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>It says: {what}</source>
        <translation>内容是：{what}</translation>
    </message>
    <message>
        <source>It needs a reply</source>
        <translation>需要回复</translation>
    </message>
    <message>
        <source>It needs no reply</source>
        <translation>不需要回复</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>由规则判断</translation>
    </message>
    <message>
        <source>Correct the verdict</source>
        <translation>更正判断</translation>
    </message>
    <message>
        <source>What is it really?</source>
        <translation>它其实是什么？</translation>
    </message>
</context>
<context>
    <name>MakeTask</name>
    <message>
        <source>Make a task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>由谁负责</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>MediaLibrary</name>
    <message>
        <source>Media library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>Drop files here, paste a picture, or add them. Where and with what they were taken is removed at once.</source>
        <translation>把文件拖到这里，粘贴图片，或者添加文件。拍摄地点和设备信息会立即去除。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Nothing like that</source>
        <translation>没有这样的文件</translation>
    </message>
    <message>
        <source>Try other words or filters.</source>
        <translation>换些词或筛选条件试试。</translation>
    </message>
    <message>
        <source>Words in title, alt text, tags</source>
        <translation>标题、替代文字、标签里的词</translation>
    </message>
    <message>
        <source>Find a file</source>
        <translation>查找文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>动图</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>No alt text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>不在文件夹里</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n here</source>
        <translation>
            <numerusform>这里最多 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>正在收入…</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>添加了 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n 个已在库中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more not taken</source>
        <translation>
            <numerusform>另有 %n 个未收入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>移除了 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still used, so kept</source>
        <translation>
            <numerusform>%n 个仍在使用，已保留</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
</context>
<context>
    <name>MediaLine</name>
    <message>
        <source>no alt text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>Meters</name>
    <message numerus="yes">
        <source>%n more account(s) with more room</source>
        <translation>
            <numerusform>另有 %n 个账号，空间更宽裕</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moderate</name>
    <message>
        <source>Moderate</source>
        <translation>管理</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>理由类别</translation>
    </message>
    <message>
        <source>Why? This stays with you</source>
        <translation>为什么？只留在你这里</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What the platform's moderators are told</source>
        <translation>告诉平台管理员的话</translation>
    </message>
    <message>
        <source>Note to the moderators</source>
        <translation>给管理员的附言</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅在这里</translation>
    </message>
    <message>
        <source>Only here: nothing is sent</source>
        <translation>仅在这里：不发出任何东西</translation>
    </message>
    <message>
        <source>Not for {left} of {all}: {why}</source>
        <translation>{all} 条中有 {left} 条不行：{why}</translation>
    </message>
</context>
<context>
    <name>ModerationLog</name>
    <message>
        <source>Moderation log</source>
        <translation>管理记录</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was moderated yet.</source>
        <translation>还没有任何管理操作。</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>NetworkPart</name>
    <message>
        <source>Nobody has answered anybody yet</source>
        <translation>还没有人回复过别人</translation>
    </message>
    <message>
        <source>Once people answer you or each other, you see here who talks with whom.</source>
        <translation>等有人回复你或彼此回复，这里会显示谁和谁在交谈。</translation>
    </message>
    <message>
        <source>Which group</source>
        <translation>哪个群组</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群组</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 个月</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 个月</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>往回多久</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>2 ties and more</source>
        <translation>2 条联系以上</translation>
    </message>
    <message>
        <source>4 and more</source>
        <translation>4 条以上</translation>
    </message>
    <message>
        <source>How well connected</source>
        <translation>联系多少</translation>
    </message>
    <message>
        <source>Without you</source>
        <translation>不含你</translation>
    </message>
    <message>
        <source>Likes and follows, too</source>
        <translation>也算点赞和关注</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>处于中心</translation>
    </message>
    <message>
        <source>Bridges between groups</source>
        <translation>群组之间的桥梁</translation>
    </message>
    <message>
        <source>Opinion leaders (KOL)</source>
        <translation>关键意见领袖（KOL）</translation>
    </message>
    <message>
        <source>Key consumers (KOC)</source>
        <translation>关键意见消费者（KOC）</translation>
    </message>
    <message>
        <source>To thank or feature</source>
        <translation>值得感谢或推荐</translation>
    </message>
    <message>
        <source>Who may vouch for you</source>
        <translation>谁能为你背书</translation>
    </message>
    <message>
        <source>Which people</source>
        <translation>哪些人</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>查找某人</translation>
    </message>
    <message>
        <source>People of the network</source>
        <translation>网络里的人</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>{people} people · {ties} ties · density {density}</source>
        <translation>{people} 人 · {ties} 条联系 · 密度 {density}</translation>
    </message>
    <message>
        <source>One group: {n} people.</source>
        <translation>一个群组：{n} 人。</translation>
    </message>
    <message>
        <source>{n} of them are shown, the highest PageRank first.</source>
        <translation>显示其中 PageRank 最高的 {n} 人。</translation>
    </message>
    <message>
        <source>So many people: betweenness is an estimate.</source>
        <translation>人数很多：中介中心性为估计值。</translation>
    </message>
    <message>
        <source>Too few people to say much.</source>
        <translation>人数太少，看不出什么。</translation>
    </message>
    <message>
        <source>Around {name}: {n}</source>
        <translation>{name} 周围：{n} 人</translation>
    </message>
    <message>
        <source>Answered by those who are answered. The figure is PageRank.</source>
        <translation>被那些受人回应的人回应。数字是 PageRank。</translation>
    </message>
    <message>
        <source>On the ways between others. The figure is betweenness.</source>
        <translation>位于其他人之间的路径上。数字是中介中心性。</translation>
    </message>
    <message>
        <source>At least three people listen to them. Followers alone do not count.</source>
        <translation>至少有三个人在听。仅凭粉丝数不算。</translation>
    </message>
    <message>
        <source>Small reach, posts that draw answers, well-disposed to you.</source>
        <translation>触达范围小，帖子能引来回复，对你友善。</translation>
    </message>
    <message>
        <source>The ten who moved most last week: thank or feature them.</source>
        <translation>上周最活跃的十个人：感谢或推荐他们。</translation>
    </message>
    <message>
        <source>Listened to, and had good words for you and no bad ones.</source>
        <translation>有人听，对你说过好话，没有坏话。</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>还没有人。</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Picture of the network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>The list beside it has the same people.</source>
        <translation>旁边的列表里是同样的人。</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Private note</source>
        <translation>私人备注</translation>
    </message>
    <message>
        <source>About {name}. Nobody but the people at this desk sees it.</source>
        <translation>关于{name}。只有这里的人看得到。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Your time for replies begins</source>
        <translation>回复时段开始了</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent answer(s) due, the first at {time}</source>
        <translation>
            <numerusform>%n 条紧急回复即将到期，最早 {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) due soon, the first at {time}</source>
        <translation>
            <numerusform>%n 条回复即将到期，最早 {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The hours hold from now on; deadlines have moved with them.</source>
        <translation>新的时间已生效，期限也随之更新。</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Attach pictures or a film</source>
        <translation>添加图片或视频</translation>
    </message>
    <message>
        <source>Take from the media library</source>
        <translation>从素材库选取</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>内容警告</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>首条评论</translation>
    </message>
    <message>
        <source>Split into a thread where it is too long</source>
        <translation>太长时拆成串</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>谁能看到</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Open the thread</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>asked back; else it is published at {time}</source>
        <translation>已请求交还；否则 {time} 会发布</translation>
    </message>
    <message>
        <source>the server keeps it until {time}</source>
        <translation>服务器保管到 {time}</translation>
    </message>
    <message>
        <source>waits for the part before</source>
        <translation>等前一部分发出</translation>
    </message>
    <message>
        <source>waits until the server gives back the earlier version</source>
        <translation>等服务器交还旧版本</translation>
    </message>
    <message>
        <source>leaves in a moment</source>
        <translation>即将发出</translation>
    </message>
    <message>
        <source>planned for {time}</source>
        <translation>定于 {time}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waits until you land</source>
        <translation>等你降落</translation>
    </message>
    <message>
        <source>waits for a sign-in</source>
        <translation>等待登录</translation>
    </message>
    <message>
        <source>tries again at {time}</source>
        <translation>{time} 再试</translation>
    </message>
    <message>
        <source>no answer came back; looking for it</source>
        <translation>没有收到答复，正在查找</translation>
    </message>
    <message>
        <source>You wrote at {time}</source>
        <translation>你写于 {time}</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>Edited {time}</source>
        <translation>{time} 被编辑</translation>
    </message>
    <message>
        <source>The question was deleted</source>
        <translation>提问已被删除</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不发了</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>已经在了</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再发一次</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>修改后发送</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>照样发送</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>It is being looked for. It goes out again only where the server prevents doubles.</source>
        <translation>正在查找它是否已发出。只有服务器能防止重复时，才会再次发出。</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>你写的内容已保留。</translation>
    </message>
    <message>
        <source>{sent} of {of} parts are out.</source>
        <translation>已发出 {sent} / {of} 部分。</translation>
    </message>
</context>
<context>
    <name>OutboxPane</name>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Landing report</source>
        <translation>降落报告</translation>
    </message>
    <message>
        <source>Pause everything</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>恢复发送</translation>
    </message>
    <message>
        <source>Paused: nothing leaves, for no account, until you resume.</source>
        <translation>已暂停：在你恢复之前，任何账号都不会发出任何内容。</translation>
    </message>
    <message>
        <source>Flight mode: everything waits here until you land.</source>
        <translation>飞行模式：全部在此等候，直到你降落。</translation>
    </message>
    <message>
        <source>No network: everything waits here and goes out later.</source>
        <translation>没有网络：全部在此等候，稍后发出。</translation>
    </message>
    <message>
        <source>Every reply is checked against its thread before it leaves.</source>
        <translation>每条回复发出前都会重读所在的会话。</translation>
    </message>
    <message>
        <source>Nothing on its way</source>
        <translation>没有在途的内容</translation>
    </message>
    <message>
        <source>Replies and posts stand here from the moment you send them.</source>
        <translation>从你发送的那一刻起，回复和帖子都会列在这里。</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>等你处理</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>PeekSheet</name>
    <message>
        <source>Look early?</source>
        <translation>提前看吗？</translation>
    </message>
    <message>
        <source>Who looks ten times and stops at the first win is wrong in about 18 of 100 experiments, not in {alpha}. So a look is written down for good, the result is marked, and its interval becomes wider. It cannot be taken back.</source>
        <translation>看十次、一见赢就停的人，100 次实验中约有 18 次是错的，而不是 {alpha} 次。所以提前看会被永久记下，结果会带标记，区间也会变宽。无法撤销。</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Look all the same</source>
        <translation>仍要看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Name, or stage:loyal vip:yes visits:&gt;3</source>
        <translation>名字，或 stage:loyal vip:yes visits:&gt;3</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>查找人物</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分组</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠实</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失风险</translation>
    </message>
    <message>
        <source>VIP people</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Changed lately</source>
        <translation>最近有变化</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Forget the segment “{name}”</source>
        <translation>删除分组“{name}”</translation>
    </message>
    <message>
        <source>Save what is shown as “{name}”</source>
        <translation>把当前结果存为“{name}”</translation>
    </message>
    <message>
        <source>A segment, or a name to save this search under</source>
        <translation>选一个分组，或写个名字保存这次查询</translation>
    </message>
    <message>
        <source>Looked for as words: {part}</source>
        <translation>当作词语查找：{part}</translation>
    </message>
    <message>
        <source>One person now; everything is kept</source>
        <translation>已合并为一个人；内容全部保留</translation>
    </message>
    <message>
        <source>Two people again</source>
        <translation>又是两个人了</translation>
    </message>
    <message>
        <source>Not the same person; this is not asked again</source>
        <translation>不是同一个人；不会再问</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>One person now. They differ, both are kept: {what}</source>
        <translation>已合并为一个人。说法不同，两个都保留：{what}</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>没有成功。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>新标签“{name}”</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Which tag?</source>
        <translation>哪个标签？</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Which stage?</source>
        <translation>哪个阶段？</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Export into an empty folder</source>
        <translation>导出到一个空文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>已写出 %n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>The person</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>KNOWN AS</source>
        <translation>名号</translation>
    </message>
    <message>
        <source>@{handle} on {place}</source>
        <translation>@{handle}（{place}）</translation>
    </message>
    <message>
        <source>Whole card</source>
        <translation>完整卡片</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>WITH YOU</source>
        <translation>与你往来</translation>
    </message>
    <message>
        <source>Wrote to you</source>
        <translation>给你留言</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Here on</source>
        <translation>来过</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>初次出现</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉丝</translation>
    </message>
    <message>
        <source>Close to you</source>
        <translation>与你的亲近程度</translation>
    </message>
    <message>
        <source>{n} of 100</source>
        <translation>{n} / 100</translation>
    </message>
    <message>
        <source>FACTS</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>此前</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export what is stored…</source>
        <translation>导出保存的内容…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>抹除…</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>还没有选人</translation>
    </message>
    <message>
        <source>Whom you choose in the list is shown here, with all that is kept.</source>
        <translation>在列表里选一个人，这里会显示保存的全部内容。</translation>
    </message>
    <message>
        <source>Nothing from them to you yet.</source>
        <translation>此人还没有对你说过什么。</translation>
    </message>
    <message numerus="yes">
        <source>Here on %n day(s)</source>
        <translation>
            <numerusform>来过 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>first {day}</source>
        <translation>初次：{day}</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最近：{day}</translation>
    </message>
    <message>
        <source>close to you: {n} of 100</source>
        <translation>亲近程度：{n} / 100</translation>
    </message>
    <message>
        <source>Muted here</source>
        <translation>在这里静音</translation>
    </message>
    <message>
        <source>Since you last looked</source>
        <translation>上次查看以来</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>最近</translation>
    </message>
    <message numerus="yes">
        <source>%n new thing(s) from them</source>
        <translation>
            <numerusform>有 %n 条新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>May be the same person: {name} (@{handle})</source>
        <translation>可能是同一个人：{name}（@{handle}）</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>与 {name} 合并</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一个人</translation>
    </message>
    <message>
        <source>{name} is somebody else</source>
        <translation>{name} 是另一个人</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>看看</translation>
    </message>
    <message>
        <source>Look at {name}</source>
        <translation>看看 {name}</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>资料</translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n 位粉丝</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the profile</source>
        <translation>打开主页</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>取消合并</translation>
    </message>
    <message>
        <source>Unmerge {name}</source>
        <translation>取消合并 {name}</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>they said so</source>
        <translation>本人说过</translation>
    </message>
    <message>
        <source>stated otherwise, too</source>
        <translation>另有不同说法</translation>
    </message>
    <message>
        <source>Where they said it</source>
        <translation>在哪里说的</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>删除 {name}</translation>
    </message>
    <message>
        <source>What, e.g. city</source>
        <translation>什么，例如城市</translation>
    </message>
    <message>
        <source>Only what they stated or you know</source>
        <translation>只写本人说过或你知道的</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Drop the note</source>
        <translation>删除备注</translation>
    </message>
    <message>
        <source>What they said and did</source>
        <translation>说过和做过的</translation>
    </message>
    <message>
        <source>The newest {count}; the rest is in the search.</source>
        <translation>最新的 {count} 条；其余可以搜索。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>打开 {what}</translation>
    </message>
</context>
<context>
    <name>PickReply</name>
    <message>
        <source>Saved replies</source>
        <translation>常用回复</translation>
    </message>
    <message>
        <source>Shortcut or words</source>
        <translation>快捷词或其中的字</translation>
    </message>
    <message>
        <source>Find a saved reply</source>
        <translation>查找常用回复</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No saved reply fits. They are written under Answers.</source>
        <translation>没有合适的常用回复。可以在“答复”里编写。</translation>
    </message>
    <message>
        <source>Shift ↵ puts the link in</source>
        <translation>Shift ↵ 放进链接</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more wording(s))</source>
        <translation>
            <numerusform>（另有 %n 种写法）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>What does it show? (for people who cannot see it)</source>
        <translation>图里有什么？（写给看不见的人）</translation>
    </message>
    <message>
        <source>Alt text of {file}</source>
        <translation>{file} 的替代文字</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>移除 {file}</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>the picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>What does it show? (for people who cannot see it)</source>
        <translation>图里是什么？（给看不见的人）</translation>
    </message>
    <message>
        <source>Alt text of {file}</source>
        <translation>{file} 的替代文字</translation>
    </message>
    <message>
        <source>No alt text yet</source>
        <translation>还没有替代文字</translation>
    </message>
    <message>
        <source>Keep in the library</source>
        <translation>存入素材库</translation>
    </message>
    <message>
        <source>Move {file} forward</source>
        <translation>把 {file} 往前移</translation>
    </message>
    <message>
        <source>Move {file} back</source>
        <translation>把 {file} 往后移</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>移除 {file}</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>{time} in {zone}, where it was planned</source>
        <translation>按计划所在地 {zone} 是 {time}</translation>
    </message>
    <message>
        <source>No account is chosen yet</source>
        <translation>还没有选账号</translation>
    </message>
    <message>
        <source>from a series</source>
        <translation>来自系列</translation>
    </message>
</context>
<context>
    <name>PlanDeeds</name>
    <message>
        <source>This one is changed in the outbox</source>
        <translation>这一条请在发件箱里修改</translation>
    </message>
    <message>
        <source>Moved to {day}, {time}</source>
        <translation>已移到{day} {time}</translation>
    </message>
    <message>
        <source>Planned for {day}, {time}</source>
        <translation>已定在{day} {time}</translation>
    </message>
    <message>
        <source>Now a draft</source>
        <translation>现在是草稿</translation>
    </message>
    <message>
        <source>An idea again</source>
        <translation>又是想法了</translation>
    </message>
    <message>
        <source>It could not be moved.</source>
        <translation>无法移动。</translation>
    </message>
    <message>
        <source>It stays where it was. {why}</source>
        <translation>它留在原处。{why}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>Out of the plan; the text stays with your drafts</source>
        <translation>已移出计划，文字留在草稿里</translation>
    </message>
    <message>
        <source>held by a check, look at it</source>
        <translation>被检查拦下，请看一下</translation>
    </message>
</context>
<context>
    <name>PlanLine</name>
    <message>
        <source>Take the plan away</source>
        <translation>取消计划</translation>
    </message>
</context>
<context>
    <name>PlanSieve</name>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>pillar</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Show only: an account, a campaign, a pillar, a state</source>
        <translation>只显示：某个账号、活动、主题或状态</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message numerus="yes">
        <source>%n day(s) in a row</source>
        <translation>
            <numerusform>连续 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing {days}</source>
        <translation>{days} 没有帖子</translation>
    </message>
    <message>
        <source>no gap ahead</source>
        <translation>近期没有空档</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>There is no post here to move</source>
        <translation>这里没有可以移动的帖子</translation>
    </message>
    <message>
        <source>Arrows carry it, Return puts it down</source>
        <translation>方向键移动，回车放下</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Plan…</source>
        <translation>计划发布…</translation>
    </message>
    <message>
        <source>Plan it for later</source>
        <translation>定在以后发出</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>现在发出</translation>
    </message>
    <message>
        <source>Next free slot</source>
        <translation>下一个空档</translation>
    </message>
    <message>
        <source>Pick a time…</source>
        <translation>选时间…</translation>
    </message>
    <message>
        <source>Take the plan away</source>
        <translation>取消计划</translation>
    </message>
    <message>
        <source>Next free slot: {time}</source>
        <translation>下一个空档：{time}</translation>
    </message>
    <message>
        <source>later today</source>
        <translation>今天晚些时候</translation>
    </message>
    <message>
        <source>tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>下周</translation>
    </message>
    <message>
        <source>When is it to go out?</source>
        <translation>什么时候发出？</translation>
    </message>
    <message>
        <source>When? e.g. fri 9:00, tomorrow 18:30 ({zone})</source>
        <translation>什么时候？例如：周五 9 点、明天 18:30（{zone}）</translation>
    </message>
    <message numerus="yes">
        <source>good before: %n post(s) around then</source>
        <translation>
            <numerusform>以往效果好：该时段 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>For {time} ({zone})</source>
        <translation>定在 {time}（{zone}）</translation>
    </message>
    <message>
        <source>Planned for {time} ({zone})</source>
        <translation>定于 {time}（{zone}）</translation>
    </message>
    <message>
        <source>Was planned for {time} ({zone}), not queued</source>
        <translation>原定 {time}（{zone}），未排队</translation>
    </message>
</context>
<context>
    <name>PollEditor</name>
    <message>
        <source>Poll</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>添加选项</translation>
    </message>
    <message>
        <source>The poll is open for</source>
        <translation>投票开放多久</translation>
    </message>
    <message>
        <source>More than one can be chosen</source>
        <translation>可以多选</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Option {number}</source>
        <translation>选项 {number}</translation>
    </message>
    <message>
        <source>Remove option {number}</source>
        <translation>移除选项 {number}</translation>
    </message>
    <message>
        <source>These accounts take {most} options</source>
        <translation>这些账号最多接受 {most} 个选项</translation>
    </message>
</context>
<context>
    <name>PostComposer</name>
    <message>
        <source>Content warning: shown before the text</source>
        <translation>内容警告：显示在正文之前</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>内容警告</translation>
    </message>
    <message>
        <source>First comment, posted right under it</source>
        <translation>首条评论，紧跟着发在下面</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>首条评论</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Follow the common text again</source>
        <translation>重新跟随共用文字</translation>
    </message>
    <message>
        <source>For a region…</source>
        <translation>按地区另写…</translation>
    </message>
    <message>
        <source>Remove this wording</source>
        <translation>移除这个版本</translation>
    </message>
    <message>
        <source>For all</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>Own wording</source>
        <translation>自有文字</translation>
    </message>
    <message>
        <source>Follows the common text until you change it</source>
        <translation>跟随共用文字，改动后才分开</translation>
    </message>
    <message>
        <source>Pictures and films</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>{file} is neither a picture nor a film</source>
        <translation>{file} 既不是图片也不是视频</translation>
    </message>
    <message numerus="yes">
        <source>At most %n picture(s) here</source>
        <translation>
            <numerusform>这里最多 %n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Ready for take-off?</source>
        <translation>准备起飞？</translation>
    </message>
    <message>
        <source>Flight mode</source>
        <translation>飞行模式</translation>
    </message>
    <message>
        <source>Until you land nothing leaves and nothing comes in. Read, search, write and queue as you like; every reply is checked against its thread when you land.</source>
        <translation>降落之前，什么也不发出，什么也不收取。尽管阅读、搜索、书写、排队；降落时每条回复都会先重读会话。</translation>
    </message>
    <message>
        <source>Stay online</source>
        <translation>保持在线</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>起飞</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The look ahead is not there right now.</source>
        <translation>暂时无法查看接下来的安排。</translation>
    </message>
    <message>
        <source>HOW FRESH</source>
        <translation>新鲜程度</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>{time}收取</translation>
    </message>
    <message>
        <source>MEANWHILE</source>
        <translation>离开期间</translation>
    </message>
    <message>
        <source>Need a reply</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发出</translation>
    </message>
    <message>
        <source>Answers that fall due</source>
        <translation>期间到期的回复</translation>
    </message>
    <message>
        <source>The answer to {name}</source>
        <translation>给 {name} 的回复</translation>
    </message>
    <message>
        <source>Reply window of {name} closes</source>
        <translation>{name} 的回复期限截止</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message numerus="yes">
        <source>and %n more part(s)</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview for {account} on {network}</source>
        <translation>{account} 在 {network} 上的预览</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写。</translation>
    </message>
    <message>
        <source>first comment</source>
        <translation>首条评论</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Choose an account to see how it will look there.</source>
        <translation>选一个账号，看看发出去是什么样。</translation>
    </message>
</context>
<context>
    <name>PrivacyMap</name>
    <message>
        <source>What is stored about whom</source>
        <translation>保存了关于谁的什么</translation>
    </message>
    <message>
        <source>Drill: stolen today…</source>
        <translation>演练：今天被偷…</translation>
    </message>
    <message>
        <source>Delete damaged files…</source>
        <translation>删除损坏的文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day}</translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln day(s)</source>
        <translation>
            <numerusform>保留 %Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of a damaged database: whatever was not saved from them is lost for good.</source>
        <translation>
            <numerusform>%n 个损坏数据库的文件：没有从中抢救出来的内容将永远丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the drill</source>
        <translation>保存演练</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message numerus="yes">
        <source>%n draft(s) brought back</source>
        <translation>
            <numerusform>找回了 %n 份草稿</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deed(s) still wait(s) and will leave without the window.</source>
        <translation>
            <numerusform>还有 %n 项在等待，关掉窗口后也会自动发出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deed(s) still wait(s), and will leave once you are online and sending is on.</source>
        <translation>
            <numerusform>还有 %n 项在等待，等你联网并开启发送后发出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>什么都没有丢</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>This profile cannot be opened</source>
        <translation>这个配置无法打开</translation>
    </message>
    <message>
        <source>Export your data…</source>
        <translation>导出你的数据…</translation>
    </message>
    <message>
        <source>Check this profile</source>
        <translation>检查此配置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RegisterPart</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>In the inbox, I puts what somebody proposes into this register. When it is there, everyone who asked for it can be told at once.</source>
        <translation>在收件箱里按 I，就把别人的提议登记到这里。做好之后，可以一次告诉所有提过的人。</translation>
    </message>
    <message>
        <source>No suggestion here</source>
        <translation>这里还没有建议</translation>
    </message>
    <message>
        <source>By voices: one person counts once, however often they asked.</source>
        <translation>按人数排列：一个人提几次都只算一次。</translation>
    </message>
    <message numerus="yes">
        <source>voice(s)</source>
        <translation>
            <numerusform>人</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names}等，另有 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) drafted</source>
        <translation>
            <numerusform>已起草 %n 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>It is done…</source>
        <translation>已经做好…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) drafted, to be looked at in Write</source>
        <translation>
            <numerusform>已起草 %n 条回复，请到“撰写”里过目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Shortcut, e.g. ;hours</source>
        <translation>快捷词，例如 ;yysj</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷词</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>各种写法</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>再加一种写法</translation>
    </message>
    <message>
        <source>For the platform</source>
        <translation>用于平台</translation>
    </message>
    <message>
        <source>For the language</source>
        <translation>用于语言</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>任何语言</translation>
    </message>
    <message>
        <source>Any platform</source>
        <translation>任何平台</translation>
    </message>
    <message>
        <source>Attach a picture</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Remove this wording</source>
        <translation>去掉这种写法</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>Hello {{first_name}}, your order {{order}} …</source>
        <translation>{{first_name}}你好，你的订单 {{order}} ……</translation>
    </message>
    <message>
        <source>New saved reply</source>
        <translation>新建常用回复</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>用过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>还没用过</translation>
    </message>
    <message numerus="yes">
        <source>sent %n time(s)</source>
        <translation>
            <numerusform>发出 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed before</source>
        <translation>
            <numerusform>其中 %n 次发前改过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thanked you</source>
        <translation>
            <numerusform>%n 人道了谢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrote again</source>
        <translation>
            <numerusform>%n 人又写来了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n 条还没办完</numerusform>
        </translation>
    </message>
    <message>
        <source>Any</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{names} means nothing: it would keep the text from going out.</source>
        <translation>{names} 没有意义：会让文字不能发出。</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>读起来是</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太长</translation>
    </message>
</context>
<context>
    <name>Replying</name>
    <message>
        <source>This thread is heated. Read it once more: leaves in {seconds} s</source>
        <translation>这段对话气氛紧张，请再读一遍：{seconds} 秒后发出</translation>
    </message>
    <message>
        <source>Leaves in {seconds} s</source>
        <translation>{seconds} 秒后发出</translation>
    </message>
    <message>
        <source>Queued. It goes out when you resume sending.</source>
        <translation>已加入待发，恢复发送后送出。</translation>
    </message>
    <message>
        <source>Queued. It goes out when you land.</source>
        <translation>已加入待发，降落后送出。</translation>
    </message>
    <message>
        <source>Queued. It goes out when you are back online.</source>
        <translation>已加入待发，恢复联网后发出。</translation>
    </message>
    <message>
        <source>Taken back. It stands under Write, with what is begun.</source>
        <translation>已撤回，放在“撰写”页未完成的草稿中。</translation>
    </message>
</context>
<context>
    <name>ReportsPart</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Made from this machine's data; anyone can make them again and compare.</source>
        <translation>由这台机器上的数据生成；任何人都能重新生成并核对。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>By themselves</source>
        <translation>定时生成</translation>
    </message>
    <message>
        <source>Made so far</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>What you make is listed here, and can be checked against the data.</source>
        <translation>生成的报告列在这里，可以随时与数据核对。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Template deleted</source>
        <translation>模板已删除</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>{every}, next {when} · {form} · {folder}</source>
        <translation>{every}，下次 {when} · {form} · {folder}</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Schedule ended</source>
        <translation>已结束定时生成</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>文件已不在</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Making it again …</source>
        <translation>正在重新生成……</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Made: {name}</source>
        <translation>已生成：{name}</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>存放报告的文件夹</translation>
    </message>
</context>
<context>
    <name>RestoreFirst</name>
    <message>
        <source>Restore the backup of {day}?</source>
        <translation>恢复 {day} 的备份？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>What stands here now is kept and can be brought back. cmapp ends what it is doing; with many messages this takes a minute.</source>
        <translation>现在的内容会保留，还可以取回。cmapp 会做完手上的事；消息多时需要一分钟左右。</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) since: labels, notes, what was closed</source>
        <translation>
            <numerusform>此后的 %n 次处理：标签、笔记、已处理的</numerusform>
        </translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that came since</source>
        <translation>
            <numerusform>此后收到的 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>read again, if still there</source>
        <translation>如还在，会重新读取</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) written since</source>
        <translation>
            <numerusform>此后写的 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>come along</source>
        <translation>一起带来</translation>
    </message>
    <message numerus="yes">
        <source>%n queued since</source>
        <translation>
            <numerusform>此后排队的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>wait for your look</source>
        <translation>等你看过</translation>
    </message>
    <message numerus="yes">
        <source>%n sent since</source>
        <translation>
            <numerusform>此后发出的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent again</source>
        <translation>不会再发</translation>
    </message>
    <message>
        <source>Nothing was done since it was made.</source>
        <translation>备份之后没有任何改动。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>How long things are kept</source>
        <translation>保留多久</translation>
    </message>
    <message>
        <source>Nothing of your own is removed, and nothing that waits for an answer. An item with the label “keep” stays as it is.</source>
        <translation>你自己的内容不会删除，等待回复的也不会。带有“keep”标签的条目保持原样。</translation>
    </message>
    <message>
        <source>Remove now…</source>
        <translation>立即删除…</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{platform}: to be seen there again within {hours} h</source>
        <translation>{platform}：须在 {hours} 小时内再次核对</translation>
    </message>
    <message numerus="yes">
        <source>%n not shown until then</source>
        <translation>
            <numerusform>%n 条在核对之前不显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Your platforms demand no more.</source>
        <translation>你的平台没有更多要求。</translation>
    </message>
    <message>
        <source>Nothing is removed before {day}.</source>
        <translation>{day} 之前什么都不会删除。</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>一直保留</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>{name}: holds from tomorrow on</source>
        <translation>{name}：从明天起生效</translation>
    </message>
    <message>
        <source>Nothing is old enough.</source>
        <translation>没有到期的内容。</translation>
    </message>
    <message>
        <source>For good: {kinds}</source>
        <translation>将永久删除：{kinds}</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>ReviewDrafts</name>
    <message>
        <source>Review drafts</source>
        <translation>审阅草稿</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>放进发件箱</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>That was the last one.</source>
        <translation>这是最后一条了。</translation>
    </message>
    <message>
        <source>There are no drafts.</source>
        <translation>没有草稿。</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 条，共 {all} 条</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message>
        <source>A post of its own</source>
        <translation>单独的帖子</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>已放进发件箱</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>草稿已丢弃</translation>
    </message>
    <message>
        <source>That did not work. Your text is safe.</source>
        <translation>没有成功。你的文字还在。</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Live chats</source>
        <translation>直播弹幕</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回顾</translation>
    </message>
</context>
<context>
    <name>RivalsSheet</name>
    <message>
        <source>Rivals</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>Watched from outside, only what everyone sees, from the day they are added. They count into nothing of yours.</source>
        <translation>从外部关注，只看人人可见的内容，从添加之日起记录；不计入自己的任何数字。</translation>
    </message>
    <message>
        <source>@handle of a competitor</source>
        <translation>竞争对手的 @账号名</translation>
    </message>
    <message>
        <source>Handle of a competitor</source>
        <translation>竞争对手的账号名</translation>
    </message>
    <message>
        <source>Account through which it is watched</source>
        <translation>通过哪个账号关注</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connect an account first: rivals are watched through it.</source>
        <translation>请先连接一个账号：竞争对手要通过它来关注。</translation>
    </message>
    <message>
        <source>Nobody is watched yet.</source>
        <translation>还没有关注任何竞争对手。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No longer watched</source>
        <translation>不再关注</translation>
    </message>
    <message>
        <source>Watched from now on</source>
        <translation>从现在起关注</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{n} followers</source>
        <translation>粉丝 {n}</translation>
    </message>
    <message>
        <source>{n} posts</source>
        <translation>帖子 {n}</translation>
    </message>
    <message>
        <source>{n} in a week</source>
        <translation>一周 {n}</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>{time}读取</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Change the rule</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>It looks at what comes in from now on. What it does can be taken back.</source>
        <translation>只看从现在起进来的内容。它做的事都可以撤回。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>要找的</translation>
    </message>
    <message>
        <source>as in the search: is:complaint 退款 lang:zh</source>
        <translation>和搜索一样：is:complaint 退款 lang:zh</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>several with commas between</source>
        <translation>多个用逗号隔开</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>指派给</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>提高</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>降低</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>{{name}} becomes their name</source>
        <translation>{{name}} 会换成对方的名字</translation>
    </message>
    <message>
        <source>Draft this answer</source>
        <translation>起草这条回复</translation>
    </message>
    <message>
        <source>Send it by itself, without a look</source>
        <translation>不经过目，自动发出</translation>
    </message>
    <message>
        <source> a day at most</source>
        <translation> 条（每天上限）</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>自动回复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Say what it looks for, and see what it would have found.</source>
        <translation>写下要找的内容，就能看到过去会找到多少。</translation>
    </message>
    <message numerus="yes">
        <source>In the last 90 days it would have matched %n.</source>
        <translation>
            <numerusform>过去 90 天里会命中 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have sent %n answer(s).</source>
        <translation>
            <numerusform>会自动发出 %n 条回复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule kept: {name}</source>
        <translation>规则已保存：{name}</translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>还没有规则</translation>
    </message>
    <message>
        <source>A rule looks at what comes in: it labels, assigns, closes or drafts. It answers by itself only where you say so.</source>
        <translation>规则看着新进来的内容：加标签、指派、关闭或起草。只有你允许时才会自己回复。</translation>
    </message>
    <message>
        <source>They look at what comes in, in this order; nothing older is touched.</source>
        <translation>按这个顺序看新进来的内容；以前的不会动。</translation>
    </message>
    <message>
        <source>What they did</source>
        <translation>它们做过的事</translation>
    </message>
    <message>
        <source>On: {name}</source>
        <translation>已启用：{name}</translation>
    </message>
    <message numerus="yes">
        <source>answers by itself, at most %n a day</source>
        <translation>
            <numerusform>自动回复，每天最多 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>{query}  →  {deeds}</source>
        <translation>{query}  →  {deeds}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Off: {name}</source>
        <translation>已停用：{name}</translation>
    </message>
    <message>
        <source>Deleted: {name}. What it did stays.</source>
        <translation>已删除：{name}。它做过的事保留。</translation>
    </message>
    <message>
        <source>nothing could be done</source>
        <translation>什么都没能做</translation>
    </message>
    <message>
        <source>a deleted rule</source>
        <translation>已删除的规则</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message numerus="yes">
        <source>Taken back, but for %n</source>
        <translation>
            <numerusform>已撤回，有 %n 项撤不回</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部账号</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>全部账号</translation>
    </message>
    <message>
        <source>from your own file, no network used</source>
        <translation>来自你自己的文件，未使用网络</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>最相符</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Make a rule</source>
        <translation>建立规则</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>the newest {count}</source>
        <translation>最新 {count} 条</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 条中的 {shown} 条</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>再显示一些</translation>
    </message>
    <message>
        <source>Take off {filter}</source>
        <translation>去掉 {filter}</translation>
    </message>
    <message>
        <source>Everything that was ever read, on this machine.</source>
        <translation>读过的一切，都在这台电脑上搜索。</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>保存的搜索</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Delete the saved search {name}</source>
        <translation>删除保存的搜索 {name}</translation>
    </message>
    <message>
        <source>Save as “{name}”</source>
        <translation>保存为“{name}”</translation>
    </message>
    <message>
        <source>Under which name?</source>
        <translation>用什么名字？</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has these words</source>
        <translation>没有包含这些词的内容</translation>
    </message>
    <message>
        <source>Try fewer words. Simplified and traditional characters find each other.</source>
        <translation>试试少用几个词。简体和繁体可以互相搜到。</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>还没有内容可发。</translation>
    </message>
    <message>
        <source>Choose an account that it goes out from.</source>
        <translation>先选一个发出的账号。</translation>
    </message>
    <message>
        <source>Nothing of it is left to send.</source>
        <translation>没有剩下要发的内容了。</translation>
    </message>
    <message>
        <source>Planned for {time} ({zone})</source>
        <translation>定于 {time}（{zone}）</translation>
    </message>
    <message>
        <source>Updated. It goes out as planned, in these words.</source>
        <translation>已更新，会按时以这份文字发出。</translation>
    </message>
    <message>
        <source>Leaves in {seconds} s</source>
        <translation>{seconds} 秒后发出</translation>
    </message>
    <message>
        <source>Queued. It goes out when you are back online.</source>
        <translation>已排队，恢复联网后发出。</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) hold it back; the draft stays.</source>
        <translation>
            <numerusform>%n 个账号没有放行，草稿还在。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>What comes again. It needs an end; each date can be left out by itself.</source>
        <translation>定期再来的内容。必须有结束，每一次都可以单独略过。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every month, on the same date</source>
        <translation>每月同一日期</translation>
    </message>
    <message>
        <source>Every month, on the same weekday</source>
        <translation>每月同一个星期几</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>多久一次</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>On</source>
        <translation>在</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>after</source>
        <translation>一共</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>The text. Further wordings that take turns: a line of --- between them</source>
        <translation>正文。轮换的其他写法之间用一行 --- 隔开</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Begin anew when all wordings were used</source>
        <translation>全部写法用完后从头再来</translation>
    </message>
    <message>
        <source>Send each at its time, once the checks pass</source>
        <translation>每条通过检查后到时发出</translation>
    </message>
    <message>
        <source>The next ten</source>
        <translation>接下来十次</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>略过这一次</translation>
    </message>
    <message>
        <source>wording {n}</source>
        <translation>第 {n} 种写法</translation>
    </message>
    <message>
        <source>{day}: left out</source>
        <translation>{day}：已略过</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in all</source>
        <translation>
            <numerusform>一共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Series kept: {name}</source>
        <translation>系列已保存：{name}</translation>
    </message>
    <message>
        <source>Put it back in</source>
        <translation>恢复这一次</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Ended; what is out stays</source>
        <translation>已结束，发出的还在</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Takes effect when the window opens the next time</source>
        <translation>下次打开窗口时生效</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
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
        <source>What you do here</source>
        <translation>你在这里做什么</translation>
    </message>
    <message>
        <source>What the window opens on the next time; nothing is hidden</source>
        <translation>下次打开时先看到什么；不会藏起任何内容</translation>
    </message>
    <message>
        <source>Answer people</source>
        <translation>回复大家</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>Lead the desk</source>
        <translation>带团队</translation>
    </message>
    <message>
        <source>Look into figures</source>
        <translation>看数据</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>首次答复时限</translation>
    </message>
    <message>
        <source>In office hours, where some are set</source>
        <translation>设了办公时间，就只按办公时间计算</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Tell me before it is late</source>
        <translation>快到期时告诉我</translation>
    </message>
    <message>
        <source>Once for each answer; 0 tells nothing</source>
        <translation>每条回复一次；0 表示不通知</translation>
    </message>
    <message>
        <source>Office hours…</source>
        <translation>办公时间…</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Hours, targets, holidays and the away text, for all accounts or one</source>
        <translation>时间、目标、节假日和离开回复，可按账号设置</translation>
    </message>
    <message>
        <source>Hold a send back for</source>
        <translation>发送前停留</translation>
    </message>
    <message>
        <source>So long you can take it back</source>
        <translation>这段时间内可以撤回</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>In a heated thread</source>
        <translation>气氛紧张时</translation>
    </message>
    <message>
        <source>A reply to a complaint is held back so long</source>
        <translation>回复投诉时多等这么久再发出</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>迟到界限</translation>
    </message>
    <message>
        <source>A queued reply later than this is held for a look</source>
        <translation>比计划晚这么久的回复，会先等你过目</translation>
    </message>
    <message>
        <source>Let platforms keep what is planned</source>
        <translation>让平台保管计划的帖子</translation>
    </message>
    <message>
        <source>It goes out on time with this computer asleep, where a platform can</source>
        <translation>平台有定时功能时，这台电脑睡着也准时发出</translation>
    </message>
    <message>
        <source>Fetch every</source>
        <translation>收取间隔</translation>
    </message>
    <message>
        <source>Per account</source>
        <translation>按账号计</translation>
    </message>
    <message>
        <source>Remind me to look back</source>
        <translation>提醒我回顾</translation>
    </message>
    <message>
        <source>A task comes up; Review tells how it went</source>
        <translation>到时会有一个任务；“回顾”里看情况</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me when someone new waits</source>
        <translation>有人开始等待时告诉我</translation>
    </message>
    <message>
        <source>Keep going in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Closing the window leaves fetching and sending on</source>
        <translation>关闭窗口后仍继续收取和发送</translation>
    </message>
    <message>
        <source>Retention…</source>
        <translation>保留规则…</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>保留多久</translation>
    </message>
    <message>
        <source>What others said goes by rule; nothing of your own does</source>
        <translation>别人说的话按规则删除；你自己的内容不会</translation>
    </message>
    <message>
        <source>Passphrase…</source>
        <translation>口令…</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Keeps eyes off the screen while you are away; it encrypts nothing</source>
        <translation>离开时挡住屏幕前的目光；不加密任何东西</translation>
    </message>
    <message>
        <source>Encrypt the database</source>
        <translation>加密数据库</translation>
    </message>
    <message>
        <source>Not by cmapp: no other program could read it, and a lost key would end it. Encrypt the disk; cmapp doctor tells whether it is</source>
        <translation>不由 cmapp 来做：别的程序就读不了它，丢了密钥也就没有了。请加密磁盘；cmapp doctor 会说明是否已加密</translation>
    </message>
    <message>
        <source>Privacy…</source>
        <translation>隐私…</translation>
    </message>
    <message>
        <source>What is stored about whom</source>
        <translation>保存了关于谁的什么</translation>
    </message>
    <message>
        <source>How much, since when, why and where; a drill for a stolen computer</source>
        <translation>有多少、从何时起、为什么、在哪里；电脑被偷的演练</translation>
    </message>
    <message>
        <source>Writing help…</source>
        <translation>写作帮手…</translation>
    </message>
    <message>
        <source>Word lists…</source>
        <translation>词表…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>Brand and norms</source>
        <translation>品牌与惯例</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>受众</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>发布节奏</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>规范表</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name of an audience</source>
        <translation>受众的名称</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{level} (as it came)</source>
        <translation>{level}（原样）</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Alt text</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>What is to be seen, for those who do not see it</source>
        <translation>画面上有什么，写给看不见的人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，用逗号隔开</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>no alt text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>已加标签</translation>
    </message>
    <message>
        <source>Tag taken off</source>
        <translation>已去掉标签</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>用在</translation>
    </message>
    <message>
        <source>Nowhere yet</source>
        <translation>还没有用过</translation>
    </message>
    <message>
        <source>Where it fits</source>
        <translation>适合哪里</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>哪里都行</translation>
    </message>
</context>
<context>
    <name>SlotsSheet</name>
    <message>
        <source>Slots</source>
        <translation>固定时段</translation>
    </message>
    <message>
        <source>The hours at which an account usually posts. A plan takes the next one.</source>
        <translation>账号平时发帖的时间。计划会用下一个空着的时段。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>周一至周五</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Remove {day} {time}</source>
        <translation>移除{day} {time}</translation>
    </message>
    <message>
        <source>Slots kept</source>
        <translation>时段已保存</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>paused since {time}</source>
        <translation>自 {time} 起暂停</translation>
    </message>
    <message>
        <source>offline by choice since {time}</source>
        <translation>自 {time} 起主动离线</translation>
    </message>
    <message>
        <source>no network; what you queue goes out later</source>
        <translation>没有网络，待发内容稍后发出</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>{account} read until {time}</source>
        <translation>{account} 收取至 {time}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Earlier answers</source>
        <translation>以前的答复</translation>
    </message>
    <message>
        <source>Saved reply: {title}</source>
        <translation>常用回复：{title}</translation>
    </message>
    <message>
        <source>Article: {title}</source>
        <translation>文章：{title}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert: {words}</source>
        <translation>插入：{words}</translation>
    </message>
    <message>
        <source>An earlier answer may say something else: “{before}” then, “{now}” now</source>
        <translation>以前的答复可能不是这么说的：当时“{before}”，现在“{now}”</translation>
    </message>
    <message>
        <source>You answered this on {place}, {day}:</source>
        <translation>{day}你在 {place} 答过：</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Export to a calendar file</source>
        <translation>导出为日历文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Task made</source>
        <translation>任务已建立</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>这里没有任务。</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>完成：{title}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the conversation of {title}</source>
        <translation>显示“{title}”的会话</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete {title}</source>
        <translation>删除“{title}”</translation>
    </message>
    <message>
        <source>Task deleted</source>
        <translation>任务已删除</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>任务已完成</translation>
    </message>
    <message>
        <source>Task open again</source>
        <translation>任务已重新打开</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) written</source>
        <translation>
            <numerusform>已写入 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written: {why}</source>
        <translation>文件无法写入：{why}</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>The library has the new alt text</source>
        <translation>素材库已换成新的替代文字</translation>
    </message>
</context>
<context>
    <name>TellEveryone</name>
    <message>
        <source>It is done</source>
        <translation>已经做好</translation>
    </message>
    <message>
        <source>Each who asked gets a draft of an answer, where they asked. Nothing goes out before you have looked; nobody gets a second one.</source>
        <translation>在每个人提出的地方各起草一条回复。没有过目之前什么都不会发出；谁也不会收到两次。</translation>
    </message>
    <message>
        <source>What to tell everyone</source>
        <translation>告诉大家什么</translation>
    </message>
    <message>
        <source>{name}, you asked for this, and now it is there: …</source>
        <comment>an example</comment>
        <translation>{name}，你提过的这个，现在有了：……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done, tell nobody</source>
        <translation>完成，不通知</translation>
    </message>
    <message numerus="yes">
        <source>Draft %n answer(s)</source>
        <translation>
            <numerusform>起草 %n 条回复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation>会话</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier post(s)</source>
        <translation>
            <numerusform>更早的 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Take off</source>
        <translation>起飞</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条等待发出</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything outgoing is paused</source>
        <translation>已暂停所有发送</translation>
    </message>
    <message>
        <source>Flight mode</source>
        <translation>飞行模式</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>降落</translation>
    </message>
    <message>
        <source>Go online, check every thread, send what still fits</source>
        <translation>恢复联网，重读每个会话，发出仍然合适的回复</translation>
    </message>
    <message>
        <source>Read, write and queue without a network until you land</source>
        <translation>降落之前，不用网络也能阅读、书写和排队</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n more wait(s) for an answer</source>
        <translation>
            <numerusform>又有 %n 条在等答复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again: {name}</source>
        <translation>重新打开：{name}</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>已完成：{name}</translation>
    </message>
    <message>
        <source>Snoozed until {time}: {name}</source>
        <translation>推迟到 {time}：{name}</translation>
    </message>
    <message>
        <source>Snoozed until they answer: {name}</source>
        <translation>等对方回复：{name}</translation>
    </message>
    <message>
        <source>Label {label} taken off: {name}</source>
        <translation>已去掉标签 {label}：{name}</translation>
    </message>
    <message>
        <source>Label {label}: {name}</source>
        <translation>标签 {label}：{name}</translation>
    </message>
    <message>
        <source>Assigned to {who}: {name}</source>
        <translation>分配给 {who}：{name}</translation>
    </message>
    <message>
        <source>Assigned to nobody: {name}</source>
        <translation>不再分配：{name}</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>High priority: {name}</source>
        <translation>高优先：{name}</translation>
    </message>
    <message>
        <source>Low priority: {name}</source>
        <translation>低优先：{name}</translation>
    </message>
    <message>
        <source>Usual priority: {name}</source>
        <translation>普通优先：{name}</translation>
    </message>
    <message>
        <source>No longer muted: {name}</source>
        <translation>取消静音：{name}</translation>
    </message>
    <message>
        <source>Muted: {name}</source>
        <translation>已静音：{name}</translation>
    </message>
    <message>
        <source>VIP: {name}</source>
        <translation>VIP：{name}</translation>
    </message>
    <message>
        <source>No longer a VIP: {name}</source>
        <translation>不再是 VIP：{name}</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已记下</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选中任何条目</translation>
    </message>
    <message>
        <source>That did not work. Your text is safe.</source>
        <translation>没有成功，但你写的内容还在。</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>WeekPart</name>
    <message>
        <source>The week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>后一周</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>存为 Markdown…</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>Week {week} of {year}</source>
        <translation>{year} 年第 {week} 周</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>Nobody wrote in this week</source>
        <translation>这一周没有人写来</translation>
    </message>
    <message>
        <source>What people talk about is gathered here, in their own words.</source>
        <translation>大家在谈什么，会以原话收集在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n people wrote</source>
        <translation>
            <numerusform>%n 人写来</numerusform>
        </translation>
    </message>
    <message>
        <source>{answered} of {needed} that needed a reply have one</source>
        <translation>需要回复的 {needed} 条中，{answered} 条已回复</translation>
    </message>
    <message>
        <source>What was said: {list}</source>
        <translation>内容：{list}</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>话题</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>usually {n} a week</source>
        <translation>平时每周 {n} 人</translation>
    </message>
    <message>
        <source>not in the four weeks before</source>
        <translation>前四周没有</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>称赞</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>存为 Markdown</translation>
    </message>
    <message>
        <source>The file could not be written: {why}</source>
        <translation>文件写不进去：{why}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Not now</source>
        <translation>先不管</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>That is no web address; it was not opened.</source>
        <translation>这不是网址，没有打开。</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>正在发出。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>没有成功，但什么也没丢。</translation>
    </message>
    <message>
        <source>First fetch</source>
        <translation>首次收取</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n 条待回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off: flight mode</source>
        <translation>起飞：进入飞行模式</translation>
    </message>
    <message>
        <source>Land: leave flight mode</source>
        <translation>降落：退出飞行模式</translation>
    </message>
    <message>
        <source>Pause everything outgoing</source>
        <translation>暂停所有发送</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>恢复发送</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（另有 %n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>There is no draft of it any more</source>
        <translation>它的草稿已经不在了</translation>
    </message>
</context>
<context>
    <name>WordLists</name>
    <message>
        <source>Word lists</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Insults</source>
        <translation>辱骂</translation>
    </message>
    <message>
        <source>Harmless</source>
        <translation>无害</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>A word or a few</source>
        <translation>一个词或几个词</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What comes in with one of these is marked; watch:all finds it all.</source>
        <translation>进来的内容含有这些词就会标出；watch:all 能全部找到。</translation>
    </message>
    <message>
        <source>What comes in with one is marked; an answer with one is pointed out.</source>
        <translation>进来的内容含有就会标出；我们的回复含有就会提醒。</translation>
    </message>
    <message>
        <source>An answer of ours with one is pointed out before it goes.</source>
        <translation>我们的回复含有这些词，发出前会提醒。</translation>
    </message>
    <message>
        <source>Never warned of, though it looks like one of the others.</source>
        <translation>看起来像其他列表里的词，但从不提醒。</translation>
    </message>
    <message>
        <source>Nothing on this list.</source>
        <translation>这个列表是空的。</translation>
    </message>
    <message>
        <source>Take {word} off</source>
        <translation>移出 {word}</translation>
    </message>
    <message numerus="yes">
        <source>%n looked at anew</source>
        <translation>
            <numerusform>%n 条重新判断</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordingTab</name>
    <message>
        <source>own wording</source>
        <translation>自有文字</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太长</translation>
    </message>
</context>
<context>
    <name>WordingTabs</name>
    <message>
        <source>Wordings</source>
        <translation>各个版本</translation>
    </message>
</context>
<context>
    <name>WritePane</name>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>What would you like to say?</source>
        <translation>想说点什么？</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>你的帖子</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>Kept at every pause, on this machine, until you send it.</source>
        <translation>每次停笔都会保存在这台电脑上，直到你发送。</translation>
    </message>
    <message>
        <source>Connect an account first; what you write is kept until then.</source>
        <translation>请先连接账号；在那之前，你写的内容都会保留。</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Goes out as planned, in these words</source>
        <translation>按时以这份文字发出</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划发布</translation>
    </message>
    <message>
        <source>Goes out at the planned time</source>
        <translation>在定好的时间发出</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Leaves after a moment</source>
        <translation>片刻后发出</translation>
    </message>
    <message>
        <source>Queue post</source>
        <translation>加入待发</translation>
    </message>
    <message>
        <source>Goes out when you are back</source>
        <translation>你恢复联网后发出</translation>
    </message>
    <message>
        <source>A copy stands among what is begun.</source>
        <translation>副本已放在写到一半的草稿里。</translation>
    </message>
    <message>
        <source>Brought back. The text before it stands among the versions.</source>
        <translation>已恢复。之前的文字还在历史版本里。</translation>
    </message>
    <message>
        <source>This draft was written on elsewhere, too. Yours goes on as a draft of its own; both stand here.</source>
        <translation>这份草稿在别处也改过。你写的另存为一份，两份都在这里。</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>草稿已丢弃</translation>
    </message>
    <message>
        <source>That did not work. Your text is safe.</source>
        <translation>没有成功，但你写的内容还在。</translation>
    </message>
    <message>
        <source>Taken back. It stands below, with what is begun.</source>
        <translation>已撤回，放在下方未完成的草稿中。</translation>
    </message>
</context>
<context>
    <name>WritingHelp</name>
    <message>
        <source>Writing help</source>
        <translation>写作帮手</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>改短</translation>
    </message>
    <message>
        <source>Friendlier</source>
        <translation>更亲切</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Answer from what is known</source>
        <translation>根据已知的来回答</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Their language</source>
        <translation>对方的语言</translation>
    </message>
    <message>
        <source>This would be sent</source>
        <translation>将会发出的内容</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>To {url}, on this machine, model {model}.</source>
        <translation>发往 {url}（本机），模型 {model}。</translation>
    </message>
    <message>
        <source>To {url}, over the network, model {model}.</source>
        <translation>经网络发往 {url}，模型 {model}。</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) stay here.</source>
        <translation>
            <numerusform>%n 个名字留在本机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在询问……</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
</context>
<context>
    <name>WritingHelpSetUp</name>
    <message>
        <source>Writing help</source>
        <translation>写作帮手</translation>
    </message>
    <message>
        <source>An endpoint of yours that speaks the OpenAI protocol, best on this machine: Ollama, llama.cpp. Off while there is no address. It suggests texts and never sends a reply; you see every word before it leaves.</source>
        <translation>你自己的、使用 OpenAI 协议的服务，最好在本机：Ollama、llama.cpp。没有地址就是关闭的。它只提建议，从不发出回复；发出之前你能看到每一个字。</translation>
    </message>
    <message>
        <source>Only if it wants one; kept in the keyring</source>
        <translation>需要时才填；存在钥匙串里</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>People's names stay here</source>
        <translation>人名留在本机</translation>
    </message>
    <message>
        <source>Look for models</source>
        <translation>查看有哪些模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A key is kept; leave the field empty to keep it.</source>
        <translation>已存有密钥；留空则不变。</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在询问……</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) there</source>
        <translation>
            <numerusform>有 %n 个模型</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Claim</name>
    <message>
        <source>What is claimed</source>
        <translation>说了什么事实</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source of the claim</source>
        <translation>主张的来源</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Remove the claim</source>
        <translation>移除主张</translation>
    </message>
</context>
<context>
    <name>_Editor</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>{count} {unit} too long</source>
        <translation>超出 {count} {unit}</translation>
    </message>
    <message numerus="yes">
        <source>goes out in %n part(s)</source>
        <translation>
            <numerusform>分 %n 条发出</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} pictures, it takes {most}</source>
        <translation>{count} 张图片，这里最多 {most} 张</translation>
    </message>
    <message>
        <source>{count} of {most} pictures</source>
        <translation>图片 {count} / {most}</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n 个链接</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Poll</name>
    <message>
        <source>several answers</source>
        <translation>可多选</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Open for {time}, {kind}</source>
        <translation>开放 {time}，{kind}</translation>
    </message>
</context>
<context>
    <name>_Sent</name>
    <message>
        <source>Open on the platform</source>
        <translation>在平台上打开</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>往下读</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>往回读</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select, or no longer</source>
        <translation>选中，或取消</translation>
    </message>
    <message>
        <source>Select down to the next</source>
        <translation>向下扩展选择</translation>
    </message>
    <message>
        <source>Select up to the one before</source>
        <translation>向上扩展选择</translation>
    </message>
    <message>
        <source>Select all in this view</source>
        <translation>选中这个视图的全部</translation>
    </message>
    <message>
        <source>Select all that are like it</source>
        <translation>选中所有相似的</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>全部不选</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>收发</translation>
    </message>
    <message>
        <source>View</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>cmapp</source>
        <translation>cmapp</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Landing report</source>
        <translation>降落报告</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>补看</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回顾</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Media library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Moderation log</source>
        <translation>管理记录</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Narrower list</source>
        <translation>列表变窄</translation>
    </message>
    <message>
        <source>Wider list</source>
        <translation>列表变宽</translation>
    </message>
    <message>
        <source>Views of the inbox</source>
        <translation>收件箱的视图</translation>
    </message>
    <message>
        <source>Choose a view</source>
        <translation>选择视图</translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>Likes and shares</source>
        <translation>赞与转发</translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation>无需回复</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>稍后处理的</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>分配给我</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Nobody's yet</source>
        <translation>还没人负责</translation>
    </message>
    <message>
        <source>VIP people</source>
        <translation>VIP 用户</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Done ones</source>
        <translation>已完成的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Saved reply</source>
        <translation>常用回复</translation>
    </message>
    <message>
        <source>Say thank you</source>
        <translation>道谢</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation>提高优先级</translation>
    </message>
    <message>
        <source>Lower priority</source>
        <translation>降低优先级</translation>
    </message>
    <message>
        <source>VIP, or no longer</source>
        <translation>设为 VIP，或取消</translation>
    </message>
    <message>
        <source>Stage of a person</source>
        <translation>人物的阶段</translation>
    </message>
    <message>
        <source>Mute the conversation</source>
        <translation>静音这段会话</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>私人备注</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Register as a suggestion</source>
        <translation>登记为建议</translation>
    </message>
    <message>
        <source>Correct the verdict</source>
        <translation>更正判断</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Hand the conversation on as a file</source>
        <translation>把对话存成文件分享</translation>
    </message>
    <message>
        <source>Hand the conversation on without names</source>
        <translation>隐去姓名分享对话</translation>
    </message>
    <message>
        <source>Put in the away text</source>
        <translation>填入离开回复</translation>
    </message>
    <message>
        <source>Open on the platform</source>
        <translation>在平台上打开</translation>
    </message>
    <message>
        <source>Our figures</source>
        <translation>我们的数字</translation>
    </message>
    <message>
        <source>Digest of the week</source>
        <translation>一周摘要</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Live chats</source>
        <translation>直播弹幕</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Brand and norms</source>
        <translation>品牌与惯例</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>固定时段</translation>
    </message>
    <message>
        <source>Campaigns and pillars</source>
        <translation>活动与主题</translation>
    </message>
    <message>
        <source>Best times</source>
        <translation>最佳时间</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>导入计划</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>导出计划</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Review drafts</source>
        <translation>审阅草稿</translation>
    </message>
    <message>
        <source>Writing help</source>
        <translation>写作帮手</translation>
    </message>
    <message>
        <source>Send or queue, and go on</source>
        <translation>发送或加入待发，然后继续</translation>
    </message>
    <message>
        <source>Send and stay</source>
        <translation>发送并留在这里</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>写新帖</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>立即收取</translation>
    </message>
    <message>
        <source>Flight mode</source>
        <translation>飞行模式</translation>
    </message>
    <message>
        <source>Pause everything outgoing</source>
        <translation>暂停所有发送</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>连接账号</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Follow the system's theme</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Check this profile</source>
        <translation>检查此配置</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>About cmapp</source>
        <translation>关于 cmapp</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>made by itself</source>
        <translation>自动做的</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>手动做的</translation>
    </message>
    <message>
        <source>before a newer version</source>
        <translation>换新版本之前</translation>
    </message>
    <message>
        <source>stood here before a restore</source>
        <translation>恢复之前的数据库</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>of a newer cmapp</source>
        <translation>来自更新的 cmapp</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>还没检查</translation>
    </message>
    <message>
        <source>the file is not as it was written</source>
        <translation>文件与写入时不一致</translation>
    </message>
    <message>
        <source>it is another program's file</source>
        <translation>这是别的程序的文件</translation>
    </message>
</context>
<context>
    <name>brief</name>
    <message>
        <source>Working title</source>
        <translation>工作标题</translation>
    </message>
    <message>
        <source>Only you see it</source>
        <translation>只有你能看到</translation>
    </message>
    <message>
        <source>Pillar</source>
        <translation>内容支柱</translation>
    </message>
    <message>
        <source>What it is about, again and again</source>
        <translation>一再写到的主题</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>text, picture, film, poll …</source>
        <translation>文字、图片、视频、投票……</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>由谁负责</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What should have changed afterwards</source>
        <translation>发出后希望有什么改变</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>受众</translation>
    </message>
    <message>
        <source>Whom it speaks to, and what they know</source>
        <translation>说给谁听，他们知道些什么</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>从哪里来</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Who is to be named</source>
        <translation>该注明谁</translation>
    </message>
    <message>
        <source>What is true</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>The fact that the story stands on</source>
        <translation>故事立足的事实</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>情节</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>主旨</translation>
    </message>
    <message>
        <source>Where we come in</source>
        <translation>我们的位置</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>原创</translation>
    </message>
    <message>
        <source>a repost</source>
        <translation>转载</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>what is won</source>
        <translation>得到什么</translation>
    </message>
    <message>
        <source>what is lost</source>
        <translation>失去什么</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专业</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>相关</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Leaving in a moment</source>
        <translation>即将发出</translation>
    </message>
    <message>
        <source>Waiting · everything outgoing is paused</source>
        <translation>等待中 · 已暂停所有发送</translation>
    </message>
    <message>
        <source>Waiting · goes out after you land</source>
        <translation>等待中 · 降落后，先重读会话再发出</translation>
    </message>
    <message>
        <source>Waiting · goes out once the account is signed in again</source>
        <translation>等待中 · 账号重新登录后发出</translation>
    </message>
    <message>
        <source>Waiting · goes out when you are back online, after the thread is read again</source>
        <translation>等待中 · 恢复联网后，先重读会话再发出</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Held for you · {why}</source>
        <translation>等你决定 · {why}</translation>
    </message>
    <message>
        <source>May have been sent · looking for it on the platform</source>
        <translation>可能已发出 · 正在平台上查找</translation>
    </message>
    <message>
        <source>Refused · {why}</source>
        <translation>被拒绝 · {why}</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>Idea</source>
        <translation>想法</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>Server has it</source>
        <translation>服务器已收下</translation>
    </message>
    <message>
        <source>Held by checks</source>
        <translation>被检查拦下</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Time passed</source>
        <translation>时间已过</translation>
    </message>
    <message>
        <source>Asks you</source>
        <translation>等你决定</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在发出</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Leaves from this machine at its time.</source>
        <translation>到时间从这台机器发出。</translation>
    </message>
    <message>
        <source>The platform holds it and publishes it at its time.</source>
        <translation>平台已收下，到时间由平台发布。</translation>
    </message>
    <message>
        <source>A check stops it: it does not leave before you decide.</source>
        <translation>有一项检查拦下了它：你决定之前不会发出。</translation>
    </message>
    <message>
        <source>Its time has passed; it was never queued.</source>
        <translation>时间已过，没有加入过待发。</translation>
    </message>
    <message>
        <source>It does not leave by itself: it waits for your word.</source>
        <translation>它不会自己发出，等你一句话。</translation>
    </message>
    <message>
        <source>It is being handed over.</source>
        <translation>正在交给平台。</translation>
    </message>
    <message>
        <source>Whether it arrived is not known yet.</source>
        <translation>还不知道是否送达。</translation>
    </message>
    <message>
        <source>It is out.</source>
        <translation>已经发出。</translation>
    </message>
    <message>
        <source>The platform did not take it.</source>
        <translation>平台没有接收。</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>M 月 d 日 ddd</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy 年 M 月</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date format</comment>
        <translation>M 月</translation>
    </message>
    <message>
        <source>{first} – {last} {year}</source>
        <translation>{year} 年 {first} – {last}</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>Not queued</source>
        <translation>未加入待发</translation>
    </message>
    <message>
        <source>It has a time; nothing is queued, so it would not leave.</source>
        <translation>已有时间，但没有加入待发，到时不会发出。</translation>
    </message>
    <message>
        <source>{days} {year}</source>
        <translation>{year} 年 {days}</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>没有计划</translation>
    </message>
    <message>
        <source>one post</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{n} posts</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation>补班</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>斜纹</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>横纹</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>方格</translation>
    </message>
    <message>
        <source>Lattice</source>
        <translation>菱格</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} 条中的第 {n} 条</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{time} free slot</source>
        <translation>{time} 空档</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>还有 {n} 条</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>导出计划</translation>
    </message>
    <message>
        <source>{posts} written to {name}</source>
        <translation>{posts}已写入 {name}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>想法</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation>还没有时间</translation>
    </message>
    <message>
        <source>What might become a post. N writes one down.</source>
        <translation>可能写成帖子的东西。按 N 记一条。</translation>
    </message>
    <message>
        <source>What is being written and has no time yet.</source>
        <translation>正在写、还没有时间的内容。</translation>
    </message>
    <message>
        <source>Drop a card here: it takes the next free slot.</source>
        <translation>把卡片放到这里：用下一个空着的时段。</translation>
    </message>
    <message>
        <source>Ideas and drafts stand here. Drag one onto a day to plan it.</source>
        <translation>想法和草稿在这里。拖到某一天就定下时间。</translation>
    </message>
    <message>
        <source>Nothing is planned here. N writes a post, or drag an idea onto a day.</source>
        <translation>这里还没有计划。按 N 写一条，或把想法拖到某一天。</translation>
    </message>
    <message>
        <source>Nothing here passes the filter.</source>
        <translation>这里没有符合筛选的内容。</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>Open gaps</source>
        <translation>未填的空</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Limits of the platform</source>
        <translation>平台限制</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>禁用词</translation>
    </message>
    <message>
        <source>Claims without a source</source>
        <translation>没有出处的说法</translation>
    </message>
    <message>
        <source>Credit and source of a repost</source>
        <translation>转载的署名和出处</translation>
    </message>
    <message>
        <source>Hurtful words</source>
        <translation>伤人的词</translation>
    </message>
    <message>
        <source>Sensitive words</source>
        <translation>敏感词</translation>
    </message>
    <message>
        <source>Exaggeration</source>
        <translation>夸大</translation>
    </message>
    <message>
        <source>Numbers and studies</source>
        <translation>数字和研究</translation>
    </message>
    <message>
        <source>Wanted words</source>
        <translation>必用词</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符号</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>语气强度</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Segments alike</source>
        <translation>分众写法相同</translation>
    </message>
    <message>
        <source>Language of the audience</source>
        <translation>受众的语言</translation>
    </message>
    <message>
        <source>Days of mourning</source>
        <translation>哀悼日</translation>
    </message>
    <message>
        <source>Crisis</source>
        <translation>危机</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>发布节奏</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Shape of pictures</source>
        <translation>图片形状</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>惯常长度</translation>
    </message>
    <message>
        <source>Usual hashtags</source>
        <translation>惯常标签数</translation>
    </message>
    <message>
        <source>Usual place of links</source>
        <translation>链接的惯常位置</translation>
    </message>
    <message>
        <source>Usual visibility</source>
        <translation>惯常可见范围</translation>
    </message>
    <message>
        <source>Story template</source>
        <translation>故事模板</translation>
    </message>
    <message>
        <source>Script meter</source>
        <translation>口播计时</translation>
    </message>
    <message>
        <source>Everybody can read {what} ({words}). Take it out.</source>
        <translation>所有人都能看到{what}（{words}），请去掉。</translation>
    </message>
    <message>
        <source>Alt text of pictures</source>
        <translation>图片的替代文字</translation>
    </message>
    <message>
        <source>Picture {number}: a file name is no alt text.</source>
        <translation>图片 {number}：文件名不算替代文字。</translation>
    </message>
    <message>
        <source>Picture {number} has no alt text for those who cannot see it.</source>
        <translation>图片 {number} 没有替代文字，看不见的人不知道是什么。</translation>
    </message>
    <message>
        <source>“{claim}” has no source. Name it in the fact box.</source>
        <translation>“{claim}”没有出处，请写进事实栏。</translation>
    </message>
    <message>
        <source>“{claim}” is not verified yet. Look at its source.</source>
        <translation>“{claim}”还没有核实，请看出处。</translation>
    </message>
    <message>
        <source>A repost names whose it is. Fill in the credit.</source>
        <translation>转载要署名，请填写原作者。</translation>
    </message>
    <message>
        <source>A repost links to where it was. Fill in the source.</source>
        <translation>转载要有链接，请填写出处。</translation>
    </message>
    <message>
        <source>The same text waits to go out here, too ({day}).</source>
        <translation>同样的文字已经在等着从这里发出（{day}）。</translation>
    </message>
    <message>
        <source>The same text went out here on {day}.</source>
        <translation>同样的文字在{day}已经从这里发过。</translation>
    </message>
    <message>
        <source>Everything outgoing is paused. Is this the time?</source>
        <translation>所有发送都已暂停。现在合适吗？</translation>
    </message>
    <message>
        <source>{size} complaints in a day, {usual} are usual. Is this the time?</source>
        <translation>一天里有 {size} 条投诉，平时是 {usual} 条。现在合适吗？</translation>
    </message>
    <message>
        <source>This is {found}; its audience reads {wanted}.</source>
        <translation>这是{found}，受众读的是{wanted}。</translation>
    </message>
    <message>
        <source>Links stand in the first comment there.</source>
        <translation>那里习惯把链接放在第一条评论里。</translation>
    </message>
    <message>
        <source>Links are not usual there.</source>
        <translation>那里不习惯放链接。</translation>
    </message>
    <message>
        <source>There one speaks to few. Choose who may see it.</source>
        <translation>那里习惯对少数人说，请选择谁能看到。</translation>
    </message>
    <message>
        <source>There one speaks in public. Choose who may see it.</source>
        <translation>那里习惯公开说，请选择谁能看到。</translation>
    </message>
    <message>
        <source>The story has no {field} yet.</source>
        <translation>故事还缺{field}。</translation>
    </message>
    <message>
        <source>{words} is still to be filled in.</source>
        <translation>{words} 还没有填。</translation>
    </message>
    <message>
        <source>“{words}” is banned by the brand sheet.</source>
        <translation>“{words}”是品牌规范里的禁用词。</translation>
    </message>
    <message>
        <source>“{words}” may hurt.</source>
        <translation>“{words}”可能伤人。</translation>
    </message>
    <message>
        <source>“{words}” is on the list of sensitive words.</source>
        <translation>“{words}”在敏感词表里。</translation>
    </message>
    <message>
        <source>“{words}” promises more than one can hold.</source>
        <translation>“{words}”说得太满。</translation>
    </message>
    <message>
        <source>“{words}”: says who? Put it into the fact box.</source>
        <translation>“{words}”：出处是哪里？请写进事实栏。</translation>
    </message>
    <message>
        <source>“{listed}” is missing.</source>
        <translation>缺少“{listed}”。</translation>
    </message>
    <message>
        <source>{size} emoji; the brand sheet has {limit} at most.</source>
        <translation>有 {size} 个表情，品牌规范最多 {limit} 个。</translation>
    </message>
    <message>
        <source>“{listed}” is missing at the end.</source>
        <translation>结尾缺少“{listed}”。</translation>
    </message>
    <message>
        <source>It cries out ({score} of 100). Try it more calmly.</source>
        <translation>语气太强（{score}，满分 100），请平和一些。</translation>
    </message>
    <message>
        <source>Two segments of one account say the same.</source>
        <translation>同一账号的两种分众写法完全相同。</translation>
    </message>
    <message>
        <source>{name} is a day of mourning. Choose another day?</source>
        <translation>{name}是哀悼日，换一天吗？</translation>
    </message>
    <message>
        <source>{name} is a holiday. Is it meant for that day?</source>
        <translation>{name}是节假日，确定发在那天吗？</translation>
    </message>
    <message>
        <source>It falls into the quiet hours ({hours}).</source>
        <translation>落在安静时段（{hours}）。</translation>
    </message>
    <message>
        <source>Picture {number} will not be shown whole there.</source>
        <translation>图片 {number} 在那里显示不全。</translation>
    </message>
    <message>
        <source>{size} characters; {limit} are usual there.</source>
        <translation>有 {size} 个字，那里一般 {limit} 个。</translation>
    </message>
    <message>
        <source>{size} hashtags; {limit} are usual there.</source>
        <translation>有 {size} 个标签，那里一般 {limit} 个。</translation>
    </message>
    <message>
        <source>The alt text of picture {number} is too long: {size} of {limit}.</source>
        <translation>图片 {number} 的替代文字太长：{size}，最多 {limit}。</translation>
    </message>
    <message>
        <source>Too long: {size} of {limit} ({unit}). Shorten or split it.</source>
        <translation>太长：{size}，最多 {limit}（{unit}）。请缩短或拆分。</translation>
    </message>
    <message>
        <source>Video {number} is too long: {size} s of {limit} s.</source>
        <translation>视频 {number} 太长：{size} 秒，最多 {limit} 秒。</translation>
    </message>
    <message>
        <source>{size} files; {limit} may go along.</source>
        <translation>有 {size} 个文件，最多 {limit} 个。</translation>
    </message>
    <message>
        <source>File {number} is of a kind that is not taken there.</source>
        <translation>文件 {number} 的格式那里不收。</translation>
    </message>
    <message>
        <source>File {number} is too big.</source>
        <translation>文件 {number} 太大。</translation>
    </message>
    <message>
        <source>Nobody knows how long video {number} is.</source>
        <translation>不知道视频 {number} 有多长。</translation>
    </message>
    <message>
        <source>Videos are not taken there.</source>
        <translation>那里不收视频。</translation>
    </message>
    <message>
        <source>A video goes alone, without pictures.</source>
        <translation>视频要单独发，不能和图片一起。</translation>
    </message>
    <message>
        <source>Number {size} for {who} that day; {limit} are the cap.</source>
        <translation>当天发给{who}的第 {size} 条，上限 {limit} 条。</translation>
    </message>
    <message>
        <source>Number {size} for {who} that week; {limit} are the cap.</source>
        <translation>当周发给{who}的第 {size} 条，上限 {limit} 条。</translation>
    </message>
    <message>
        <source>Post {size} of that day here; {limit} are the cap.</source>
        <translation>当天在这里的第 {size} 条，上限 {limit} 条。</translation>
    </message>
    <message>
        <source>Post {size} of that week here; {limit} are the cap.</source>
        <translation>当周在这里的第 {size} 条，上限 {limit} 条。</translation>
    </message>
    <message>
        <source>Spoken, the hook takes {seconds} s, not {limit} s.</source>
        <translation>念出来，开头要 {seconds} 秒，不是 {limit} 秒。</translation>
    </message>
    <message>
        <source>Spoken, the message takes {seconds} s, not {limit} s.</source>
        <translation>念出来，要点要 {seconds} 秒，不是 {limit} 秒。</translation>
    </message>
    <message>
        <source>Spoken, it takes {seconds} s: what moves by {limit} s?</source>
        <translation>念出来要 {seconds} 秒：{limit} 秒前有打动人的地方吗？</translation>
    </message>
    <message>
        <source>from {source}, unverified</source>
        <translation>出自 {source}，未核实</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>plot</source>
        <translation>情节</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>part of the brand</source>
        <translation>品牌角色</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
</context>
<context>
    <name>drafting</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved: nothing can be written. The text stays while this window is open; copy it before you close.</source>
        <translation>未保存：无法写入任何内容。窗口开着时文字都在；关闭前请先复制。</translation>
    </message>
    <message>
        <source>Saved in {folder}: the profile cannot be written to</source>
        <translation>已保存到 {folder}：配置文件夹无法写入</translation>
    </message>
</context>
<context>
    <name>drafts</name>
    <message>
        <source>Its time has passed</source>
        <translation>时间已过</translation>
    </message>
    <message>
        <source>Planned for {time}</source>
        <translation>定于 {time}</translation>
    </message>
    <message>
        <source>Planned for {time}, not queued</source>
        <translation>定于 {time}，未排队</translation>
    </message>
    <message>
        <source>Written in two places</source>
        <translation>两处都写过</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>点子</translation>
    </message>
</context>
<context>
    <name>experiments</name>
    <message>
        <source>from past posts, if empty</source>
        <translation>不填则取自过去的帖子</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What you expect</source>
        <translation>你的预期</translation>
    </message>
    <message>
        <source>A is</source>
        <translation>A 是</translation>
    </message>
    <message>
        <source>as until now</source>
        <translation>照旧</translation>
    </message>
    <message>
        <source>B is</source>
        <translation>B 是</translation>
    </message>
    <message>
        <source>what is new</source>
        <translation>新做法</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>怎样算好</translation>
    </message>
    <message>
        <source>more</source>
        <translation>越多越好</translation>
    </message>
    <message>
        <source>less</source>
        <translation>越少越好</translation>
    </message>
    <message>
        <source>Smallest effect that matters</source>
        <translation>值得在意的最小效应</translation>
    </message>
    <message>
        <source>20% or a number</source>
        <translation>20% 或一个数</translation>
    </message>
    <message>
        <source>Usual value</source>
        <translation>通常的值</translation>
    </message>
    <message>
        <source>Usual spread</source>
        <translation>通常的标准差</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>Finds it with a chance of</source>
        <translation>发现它的把握</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>误报率</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Experiment kept</source>
        <translation>实验已保存</translation>
    </message>
    <message>
        <source>Try the plan</source>
        <translation>试一试计划</translation>
    </message>
    <message>
        <source>Say which effect would matter, and see how many posts that takes.</source>
        <translation>请说明多大的效应才有意义，就能看到需要多少条帖子。</translation>
    </message>
    <message>
        <source>{n} in each arm, {all} in all</source>
        <translation>每组 {n} 个，共 {all} 个</translation>
    </message>
    <message>
        <source>about {n} weeks at your pace</source>
        <translation>按你的节奏约需 {n} 周</translation>
    </message>
    <message>
        <source>They find {effect} from {baseline}. Half as many would find {half}, twice as many {double}.</source>
        <translation>在 {baseline} 的基础上能发现 {effect} 的差别。数量减半能发现 {half}，加倍能发现 {double}。</translation>
    </message>
    <message>
        <source>Read from {n} posts of yours.</source>
        <translation>取自你的 {n} 条帖子。</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>正在演练…</translation>
    </message>
    <message>
        <source>Tried {runs} times where nothing differs: {once} false alarms with one look at the end, {often} with ten looks. A true effect was found in {power}.</source>
        <translation>在毫无差别时演练 {runs} 次：只在最后看一次，误报 {once}；看十次，误报 {often}。真实的效应有 {power} 被发现。</translation>
    </message>
    <message>
        <source>Interactions of a post</source>
        <translation>一条帖子的互动</translation>
    </message>
    <message>
        <source>Likes of a post</source>
        <translation>一条帖子的点赞</translation>
    </message>
    <message>
        <source>Shares of a post</source>
        <translation>一条帖子的转发</translation>
    </message>
    <message>
        <source>Comments under a post</source>
        <translation>一条帖子下的评论</translation>
    </message>
    <message>
        <source>Posts that get a comment</source>
        <translation>得到评论的帖子</translation>
    </message>
    <message>
        <source>A rate that is counted elsewhere</source>
        <translation>在别处统计的比率</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>B won</source>
        <translation>B 胜</translation>
    </message>
    <message>
        <source>B lost</source>
        <translation>B 负</translation>
    </message>
    <message>
        <source>No difference found</source>
        <translation>未发现差别</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>{measure}: {n} in each arm find a difference of {effect} from {baseline} in {power} of cases; false alarms {alpha}</source>
        <translation>{measure}：每组 {n} 个，在 {baseline} 的基础上有 {power} 的把握发现 {effect} 的差别；误报率 {alpha}</translation>
    </message>
    <message>
        <source>B − A = {value} ({low} to {high})</source>
        <translation>B − A = {value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{level} interval, n = {n} in each arm; so many find {effect} or more</source>
        <translation>{level} 区间，每组 n = {n}；这个数量能发现 {effect} 以上的差别</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Cases so far</source>
        <translation>目前的案例数</translation>
    </message>
    <message>
        <source>Hits among them</source>
        <translation>其中的命中数</translation>
    </message>
    <message>
        <source>Enter cases</source>
        <translation>填写案例</translation>
    </message>
    <message>
        <source>Cases kept</source>
        <translation>案例已保存</translation>
    </message>
    <message>
        <source>The totals so far. They are compared when both arms are full.</source>
        <translation>填写目前的总数。两组都满后才会比较。</translation>
    </message>
</context>
<context>
    <name>fate</name>
    <message>
        <source>Later than {time} you are asked first.</source>
        <translation>晚于 {time} 会先问你。</translation>
    </message>
    <message>
        <source>{one} {two}</source>
        <translation>{one}{two}</translation>
    </message>
    <message>
        <source>The platform holds it: it goes out with this machine off.</source>
        <translation>已交给平台保管：这台电脑关着也会发出。</translation>
    </message>
    <message>
        <source>The platform gets it as soon as there is a network.</source>
        <translation>一有网络就交给平台保管。</translation>
    </message>
    <message>
        <source>It goes from here: cmapp must be running and online then.</source>
        <translation>由这台电脑发出：到时 cmapp 必须开着并且联网。</translation>
    </message>
    <message>
        <source>It goes as soon as it can.</source>
        <translation>会尽快发出。</translation>
    </message>
    <message>
        <source>It is too late to go by itself: you are asked.</source>
        <translation>已经太晚，不会自动发出：会先问你。</translation>
    </message>
    <message>
        <source>It waits for your decision in the outbox.</source>
        <translation>在发件箱里等你决定。</translation>
    </message>
    <message>
        <source>It may have been sent; cmapp is looking for it.</source>
        <translation>可能已经发出，cmapp 正在核实。</translation>
    </message>
    <message>
        <source>The platform refused it.</source>
        <translation>平台拒绝了它。</translation>
    </message>
    <message>
        <source>Everything is paused: it does not go before you resume.</source>
        <translation>全部已暂停：你恢复之前不会发出。</translation>
    </message>
    <message>
        <source>Flight mode: it does not go before you land.</source>
        <translation>飞行模式：你降落之前不会发出。</translation>
    </message>
    <message>
        <source>Its account rests: it does not go before you wake it.</source>
        <translation>账号正在休息：你唤醒它之前不会发出。</translation>
    </message>
    <message>
        <source>Its account must be signed in again first.</source>
        <translation>账号需要先重新登录。</translation>
    </message>
    <message>
        <source>It has no account to go from.</source>
        <translation>没有可用的发布账号。</translation>
    </message>
    <message>
        <source>It stands in the plan only: nothing of it is queued.</source>
        <translation>只在计划里，还没有加入待发。</translation>
    </message>
    <message>
        <source>Planned posts that go out meanwhile</source>
        <translation>期间会按时发出的计划帖</translation>
    </message>
    <message>
        <source>Not handed to their servers yet: stay online for a moment</source>
        <translation>尚未交给服务器：请再联网片刻</translation>
    </message>
    <message>
        <source>Planned posts that leave when you land</source>
        <translation>降落时发出的计划帖</translation>
    </message>
    <message>
        <source>Planned posts that will be too late: you are asked</source>
        <translation>会太晚的计划帖：先问你</translation>
    </message>
    <message>
        <source>Planned posts that do not leave by themselves</source>
        <translation>不会自动发出的计划帖</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It holds: {what}.</source>
        <translation>其中有：{what}。</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>an identity card number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>a passport number</source>
        <translation>护照号</translation>
    </message>
    <message>
        <source>a bank card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>an IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>an order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>a home address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>a gap to fill</source>
        <translation>没填的空格</translation>
    </message>
    <message>
        <source>a hurtful word</source>
        <translation>伤人的词语</translation>
    </message>
    <message>
        <source>a sensitive word</source>
        <translation>敏感词</translation>
    </message>
</context>
<context>
    <name>goals</name>
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>a number; shares like 20%</source>
        <translation>一个数；比例如 20%</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>怎样算好</translation>
    </message>
    <message>
        <source>more</source>
        <translation>越多越好</translation>
    </message>
    <message>
        <source>less</source>
        <translation>越少越好</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>起始值</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>Passed from</source>
        <translation>达成线</translation>
    </message>
    <message>
        <source>the target, if empty</source>
        <translation>不填则为目标值</translation>
    </message>
    <message>
        <source>Failed beyond</source>
        <translation>未达成线</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>A task to look at it</source>
        <translation>定期查看任务</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Each week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Change the goal</source>
        <translation>修改目标</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>新建目标</translation>
    </message>
    <message>
        <source>Goal kept</source>
        <translation>目标已保存</translation>
    </message>
    <message>
        <source>A metric, a number, a day: without them nobody could judge it.</source>
        <translation>指标、数字、日期：缺了它们，没人能判断。</translation>
    </message>
    <message>
        <source>Or a rating called</source>
        <translation>或评分名称</translation>
    </message>
    <message>
        <source>what people rate, 1 to 5</source>
        <translation>由人评分，1 到 5</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Counts 0</source>
        <translation>算 0 的值</translation>
    </message>
    <message>
        <source>Counts 100</source>
        <translation>算 100 的值</translation>
    </message>
    <message>
        <source>Part of the index</source>
        <translation>指数的一部分</translation>
    </message>
    <message>
        <source>Index kept</source>
        <translation>指数已保存</translation>
    </message>
    <message>
        <source>In between it counts on a straight line; less may be better.</source>
        <translation>两者之间按直线换算；也可以越少越好。</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>评分人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Rate: {name}</source>
        <translation>评分：{name}</translation>
    </message>
    <message>
        <source>Rating kept</source>
        <translation>评分已保存</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Money spent</source>
        <translation>花的钱</translation>
    </message>
    <message>
        <source>Money that came back</source>
        <translation>收回的钱</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>EUR, TWD, CNY …; none for hours</source>
        <translation>CNY、TWD、EUR 等；工时不填</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>in your own words</source>
        <translation>用你自己的说法</translation>
    </message>
    <message>
        <source>Change the cost</source>
        <translation>修改费用</translation>
    </message>
    <message>
        <source>New cost</source>
        <translation>新建费用</translation>
    </message>
    <message>
        <source>Cost kept</source>
        <translation>费用已保存</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现了什么</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>Look at the result on</source>
        <translation>看结果的日子</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Change the decision</source>
        <translation>修改决定</translation>
    </message>
    <message>
        <source>New decision</source>
        <translation>新建决定</translation>
    </message>
    <message>
        <source>Decision kept</source>
        <translation>决定已保存</translation>
    </message>
    <message>
        <source>It became</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>带来了什么</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result kept</source>
        <translation>结果已保存</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>问了什么</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>说明什么</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>优势</translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation>劣势</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>机会</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>威胁</translation>
    </message>
    <message>
        <source>Political</source>
        <translation>政治</translation>
    </message>
    <message>
        <source>Economic</source>
        <translation>经济</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>社会</translation>
    </message>
    <message>
        <source>Technological</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>Note kept</source>
        <translation>笔记已保存</translation>
    </message>
    <message>
        <source>Its fields come next.</source>
        <translation>接下来填写各栏。</translation>
    </message>
    <message>
        <source>A number that it goes with</source>
        <translation>相关的数字</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Reached so far</source>
        <translation>目前已达成</translation>
    </message>
    <message>
        <source>Settling: judged after 48 h</source>
        <translation>待定：48 小时后下结论</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>达成</translation>
    </message>
    <message>
        <source>Neither passed nor failed</source>
        <translation>介于两者之间</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未达成</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>尚未看</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>没变</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>该看结果了</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>访谈</translation>
    </message>
    <message>
        <source>Focus group</source>
        <translation>焦点小组</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>SWOT</source>
        <translation>SWOT</translation>
    </message>
    <message>
        <source>PEST</source>
        <translation>PEST</translation>
    </message>
</context>
<context>
    <name>hours</name>
    <message>
        <source>That did not work.</source>
        <translation>没有成功。</translation>
    </message>
    <message>
        <source>{day}: {words}</source>
        <translation>{day}：{words}</translation>
    </message>
    <message>
        <source>{words} ({value})</source>
        <translation>{words}（{value}）</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>没有这个时区。</translation>
    </message>
    <message>
        <source>That is no time of day, like 09:00.</source>
        <translation>这不是钟点，应类似 09:00。</translation>
    </message>
    <message>
        <source>That is no period, like 09:00-12:00.</source>
        <translation>这不是时段，应类似 09:00-12:00。</translation>
    </message>
    <message>
        <source>This period has no length.</source>
        <translation>这个时段没有长度。</translation>
    </message>
    <message>
        <source>This period ends before it begins.</source>
        <translation>这个时段的结束早于开始。</translation>
    </message>
    <message>
        <source>Two periods overlap.</source>
        <translation>两个时段重叠。</translation>
    </message>
    <message>
        <source>Nobody would be there for a whole year.</source>
        <translation>整整一年都没有人在。</translation>
    </message>
    <message>
        <source>The away text is too long.</source>
        <translation>离开回复太长。</translation>
    </message>
    <message>
        <source>No holidays are known for this country.</source>
        <translation>没有这个国家或地区的节假日。</translation>
    </message>
    <message>
        <source>This file is no calendar, or was cut short.</source>
        <translation>这不是日历文件，或文件被截断。</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>文件里没有事件。</translation>
    </message>
    <message>
        <source>An event in this file cannot be read.</source>
        <translation>文件里有一个事件读不出来。</translation>
    </message>
    <message>
        <source>There are too many events in this file.</source>
        <translation>文件里的事件太多。</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>文件太大。</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Rows: {rows}, columns: {columns}</source>
        <translation>{rows} 行，{columns} 列</translation>
    </message>
    <message>
        <source>parted by {separator}, {encoding}</source>
        <translation>以{separator}分隔，{encoding}</translation>
    </message>
    <message>
        <source>This very file is in already. Nothing would change.</source>
        <translation>这个文件已经导入过，不会有任何改变。</translation>
    </message>
    <message>
        <source>Kept: {n} of {all}</source>
        <translation>共 {all} 行，保留 {n} 行</translation>
    </message>
    <message>
        <source>{n} without a post or person of yours</source>
        <translation>{n} 行没有对应的帖子或人</translation>
    </message>
    <message>
        <source>Problems that keep the file out: {n}</source>
        <translation>有 {n} 个问题，文件不能导入</translation>
    </message>
    <message>
        <source>Of which account?</source>
        <translation>属于哪个账号？</translation>
    </message>
    <message>
        <source>Day or month first?</source>
        <translation>日在前还是月在前？</translation>
    </message>
    <message>
        <source>Which mark is the decimal one?</source>
        <translation>哪个是小数点？</translation>
    </message>
    <message>
        <source>Which currency?</source>
        <translation>什么货币？</translation>
    </message>
    <message>
        <source>Of which day?</source>
        <translation>哪一天的？</translation>
    </message>
    <message>
        <source>Which share is meant?</source>
        <translation>这是多少？</translation>
    </message>
    <message>
        <source>It is in already, read in another way. Once more?</source>
        <translation>此文件已按另一种方式导入。再导入一次吗？</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>The month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>The point: 1,234.5</source>
        <translation>点：1,234.5</translation>
    </message>
    <message>
        <source>The comma: 1.234,5</source>
        <translation>逗号：1.234,5</translation>
    </message>
    <message>
        <source>0.45 is 45%</source>
        <translation>0.45 即 45%</translation>
    </message>
    <message>
        <source>0.45 is 0.45%</source>
        <translation>0.45 即 0.45%</translation>
    </message>
    <message>
        <source>Yes, as a second import</source>
        <translation>是，作为第二次导入</translation>
    </message>
    <message>
        <source>The file ends in the middle of a line.</source>
        <translation>文件在一行中间结束。</translation>
    </message>
    <message>
        <source>It has fewer cells than the header.</source>
        <translation>单元格比表头少。</translation>
    </message>
    <message>
        <source>It has more cells than the header.</source>
        <translation>单元格比表头多。</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>It can be read in two ways</source>
        <translation>有两种读法</translation>
    </message>
    <message>
        <source>Less than nothing</source>
        <translation>小于零</translation>
    </message>
    <message>
        <source>Not a share</source>
        <translation>不是比例</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>Another line says something else.</source>
        <translation>另一行说的不一样。</translation>
    </message>
    <message>
        <source>A sum of the others; it is left out.</source>
        <translation>是其他行的合计，已略过。</translation>
    </message>
    <message>
        <source>No post of yours</source>
        <translation>不是你的帖子</translation>
    </message>
    <message>
        <source>Several posts of yours</source>
        <translation>对应多条你的帖子</translation>
    </message>
    <message>
        <source>Nobody you know, or several</source>
        <translation>不认识，或不止一人</translation>
    </message>
</context>
<context>
    <name>insights</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>人际网络</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{n} in all, the newest first</source>
        <translation>共 {n} 条，新的在前</translation>
    </message>
    <message>
        <source>{n} in all; the newest {some} are listed</source>
        <translation>共 {n} 条，列出最新的 {some} 条</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 项，共 {all} 项</translation>
    </message>
    <message>
        <source>{mark}, {more}</source>
        <translation>{mark}，{more}</translation>
    </message>
    <message>
        <source>Arrows walk along the marks, Return lists what is behind one, + and - zoom</source>
        <translation>方向键在数据间移动，回车列出背后的内容，+ 和 - 缩放</translation>
    </message>
    <message>
        <source>unknown: {why}</source>
        <translation>未知：{why}</translation>
    </message>
    <message>
        <source>Unknown: {why}. It is not counted as zero.</source>
        <translation>未知：{why}。不按零计算。</translation>
    </message>
    <message>
        <source>Click or Return: what is behind it</source>
        <translation>点击或按回车：看背后的内容</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language: en, zh_CN or zh_TW</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>95% between {low} and {high}</source>
        <translation>95% 区间 {low} 到 {high}</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{day}{weekday}</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date format</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>{where}: {name}, {value}</source>
        <translation>{where}：{name}，{value}</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{name} {value} ({more})</source>
        <translation>{name} {value}（{more}）</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>之前：{value}</translation>
    </message>
    <message>
        <source>A post and what it got</source>
        <translation>一条帖子和它得到的回应</translation>
    </message>
    <message>
        <source>What was sent, and to whom</source>
        <translation>发出的内容，以及发给谁</translation>
    </message>
    <message>
        <source>Open on the platform</source>
        <translation>在平台上打开</translation>
    </message>
    <message>
        <source>Its words are not kept any more.</source>
        <translation>它的文字已不再保存。</translation>
    </message>
    <message>
        <source>nothing is known to have come back</source>
        <translation>尚未见到任何回应</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>no alt text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Moving picture</source>
        <translation>动图</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>在发件箱</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Saved reply</source>
        <translation>常用回复</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>made smaller</source>
        <translation>会缩小</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>会转换</translation>
    </message>
    <message>
        <source>compressed more</source>
        <translation>会再压缩</translation>
    </message>
    <message>
        <source>shape not shown whole; crop it</source>
        <translation>形状显示不全；请裁剪</translation>
    </message>
    <message>
        <source>moves, and would have to be changed</source>
        <translation>是动图，需要改动才行</translation>
    </message>
    <message>
        <source>no videos there</source>
        <translation>那里不收视频</translation>
    </message>
    <message>
        <source>does not say how long it is</source>
        <translation>没有标明时长</translation>
    </message>
    <message>
        <source>no video beside pictures</source>
        <translation>视频不能和图片一起</translation>
    </message>
    <message>
        <source>too long: {size}, at most {limit}</source>
        <translation>太长：{size}，最多 {limit}</translation>
    </message>
    <message>
        <source>too large: {size}, at most {limit}</source>
        <translation>太大：{size}，最多 {limit}</translation>
    </message>
    <message>
        <source>too many files</source>
        <translation>文件太多</translation>
    </message>
    <message>
        <source>this kind of file is not taken</source>
        <translation>不接受这种文件</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>What stands before the @ is not where it leads.</source>
        <translation>@ 前面的内容并不是它通向的地方。</translation>
    </message>
    <message>
        <source>The address hides where it leads behind a number.</source>
        <translation>这个地址用数字掩盖了它通向哪里。</translation>
    </message>
    <message>
        <source>It leads to a machine that has a number and no name.</source>
        <translation>它通向一台只有数字地址、没有名字的机器。</translation>
    </message>
    <message>
        <source>Letters in it only look like those of the name.</source>
        <translation>其中有些字符只是看上去像这个名字里的字母。</translation>
    </message>
    <message>
        <source>The name mixes letters of several scripts.</source>
        <translation>这个名字混用了几种文字的字母。</translation>
    </message>
    <message>
        <source>Letters of another script look like Latin ones in it.</source>
        <translation>其中有别种文字的字母，看上去像拉丁字母。</translation>
    </message>
    <message>
        <source>There are characters in it that cannot be seen.</source>
        <translation>其中有看不见的字符。</translation>
    </message>
    <message>
        <source>The name is so long that its end is easily overlooked.</source>
        <translation>这个名字很长，末尾容易被忽略。</translation>
    </message>
    <message>
        <source>The way there is not encrypted: others may read along.</source>
        <translation>通向那里的连接没有加密，别人可能读到内容。</translation>
    </message>
</context>
<context>
    <name>moderation</name>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>取消屏蔽</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>It leaves your inbox. Nothing is sent.</source>
        <translation>它会离开你的收件箱。不发出任何东西。</translation>
    </message>
    <message>
        <source>All that is open of them leaves your inbox. Nothing is sent.</source>
        <translation>对方所有未处理的内容会离开你的收件箱。不发出任何东西。</translation>
    </message>
    <message>
        <source>Readers of your post no longer see it. The author is not told. It leaves your inbox.</source>
        <translation>你的读者不再看到它。作者不会得知。它会离开你的收件箱。</translation>
    </message>
    <message>
        <source>You see no more of them; they are not told. All that is open of them leaves your inbox.</source>
        <translation>你不再看到对方，对方不会得知。对方所有未处理的内容会离开你的收件箱。</translation>
    </message>
    <message>
        <source>Neither of you sees or reaches the other; they may notice. All that is open of them leaves your inbox.</source>
        <translation>双方都看不到、也联系不到对方，对方可能会察觉。对方所有未处理的内容会离开你的收件箱。</translation>
    </message>
    <message>
        <source>The platform's moderators read your note. It cannot be taken back once it is out.</source>
        <translation>平台的管理员会读到你的附言。一旦发出就无法收回。</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他理由</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>垃圾信息</translation>
    </message>
    <message>
        <source>Insult or harassment</source>
        <translation>侮辱或骚扰</translation>
    </message>
    <message>
        <source>False or misleading</source>
        <translation>虚假或误导</translation>
    </message>
    <message>
        <source>Sexual</source>
        <translation>色情</translation>
    </message>
    <message>
        <source>Against the law</source>
        <translation>违法</translation>
    </message>
    <message>
        <source>Against the rules there</source>
        <translation>违反那里的规则</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>等待发出</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>正在发出</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>需要决定</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>仅在这里</translation>
    </message>
    <message>
        <source>account removed</source>
        <translation>账号已移除</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>followers unknown</source>
        <translation>粉丝数未知</translation>
    </message>
    <message>
        <source>{n} followers</source>
        <translation>{n} 位粉丝</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（你）</translation>
    </message>
    <message>
        <source>PageRank {rank} · betweenness {between}</source>
        <translation>PageRank {rank} · 中介中心性 {between}</translation>
    </message>
    <message>
        <source>answered by {n} · answers {m}</source>
        <translation>{n} 人回复 · 回复 {m} 人</translation>
    </message>
    <message>
        <source>answered by {people}</source>
        <translation>{people} 人回复</translation>
    </message>
    <message>
        <source>answers {people}</source>
        <translation>回复 {people} 人</translation>
    </message>
    <message>
        <source>on {share} of the ways between others</source>
        <translation>位于他人之间 {share} 的路径上</translation>
    </message>
    <message>
        <source>PageRank {value}</source>
        <translation>PageRank {value}</translation>
    </message>
    <message>
        <source>{answered} of {posts} posts drew {people} people</source>
        <translation>{posts} 个帖子中有 {answered} 个引来 {people} 人</translation>
    </message>
    <message>
        <source>talked with {people}</source>
        <translation>与 {people} 人交谈</translation>
    </message>
    <message>
        <source>{positive} positive of {n} to you</source>
        <translation>对你说的 {n} 句中 {positive} 句正面</translation>
    </message>
    <message>
        <source>attitude unknown</source>
        <translation>态度未知</translation>
    </message>
    <message>
        <source>never here</source>
        <translation>没有来过</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>how often: {n} from them, {m} from you in {months} months</source>
        <translation>频率：{months} 个月内对方 {n} 次，你 {m} 次</translation>
    </message>
    <message>
        <source>how evenly both ways</source>
        <translation>双方是否对等</translation>
    </message>
    <message>
        <source>how lately: {when}</source>
        <translation>最近一次：{when}</translation>
    </message>
    <message>
        <source>{n} people in common</source>
        <translation>{n} 个共同的人</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Everyone, quietly</source>
        <translation>所有人，但不上时间线</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>关注者</translation>
    </message>
    <message>
        <source>Those who are named</source>
        <translation>仅提到的人</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>仅本站</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>None of the chosen accounts takes it</source>
        <translation>所选账号都不支持</translation>
    </message>
    <message>
        <source>Left out where it is not taken: {accounts}</source>
        <translation>不支持的账号会略去：{accounts}</translation>
    </message>
</context>
<context>
    <name>panes</name>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回顾</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Landing report</source>
        <translation>降落报告</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Latin</source>
        <translation>拉丁</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>西里尔</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚</translation>
    </message>
    <message>
        <source>Cherokee</source>
        <translation>切罗基</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯</translation>
    </message>
    <message>
        <source>This name mixes {one} and {other} letters.</source>
        <translation>这个名字混用了{one}字母和{other}字母。</translation>
    </message>
    <message>
        <source>This name mixes letters of several scripts.</source>
        <translation>这个名字混用了几种文字的字母。</translation>
    </message>
    <message>
        <source>This handle has letters that look like Latin ones.</source>
        <translation>这个账号名里有看上去像拉丁字母的字符。</translation>
    </message>
    <message>
        <source>There are characters in this handle that cannot be seen.</source>
        <translation>这个账号名里有看不见的字符。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠实</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失风险</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已流失</translation>
    </message>
    <message>
        <source>nothing from them for {days} days</source>
        <translation>{days} 天没有动静</translation>
    </message>
    <message>
        <source>here on {visits} days or more within {days} days</source>
        <translation>{days} 天内来过至少 {visits} 天</translation>
    </message>
    <message>
        <source>first here within {days} days</source>
        <translation>{days} 天内第一次来</translation>
    </message>
    <message>
        <source>none of the other rules</source>
        <translation>不符合其他规则</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手动指定</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手动录入</translation>
    </message>
    <message>
        <source>from their profile</source>
        <translation>来自本人简介</translation>
    </message>
    <message>
        <source>they said so</source>
        <translation>本人说过</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>Profile text</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉丝</translation>
    </message>
    <message>
        <source>a new picture</source>
        <translation>换了头像</translation>
    </message>
    <message>
        <source>the same page: {what}</source>
        <translation>主页相同：{what}</translation>
    </message>
    <message>
        <source>the same address: {what}</source>
        <translation>地址相同：{what}</translation>
    </message>
    <message>
        <source>their profiles point to each other</source>
        <translation>两个简介互相链接</translation>
    </message>
    <message>
        <source>the profile of {what} points to the other</source>
        <translation>{what} 的简介指向另一个</translation>
    </message>
    <message>
        <source>the same handle: {what}</source>
        <translation>账号名相同：{what}</translation>
    </message>
    <message>
        <source>the same name and picture</source>
        <translation>名字和头像相同</translation>
    </message>
    <message>
        <source>the same name and domain</source>
        <translation>名字和域名相同</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>名字相同</translation>
    </message>
</context>
<context>
    <name>planning</name>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <comment>time format</comment>
        <translation>M 月 d 日 ddd HH:mm</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>The same, byte for byte.</source>
        <translation>相同，逐字节一致。</translation>
    </message>
    <message>
        <source>The same: every number repeats.</source>
        <translation>相同：每个数字都一致。</translation>
    </message>
    <message>
        <source>Its numbers repeat, but the file was edited afterwards.</source>
        <translation>数字一致，但文件之后被编辑过。</translation>
    </message>
    <message>
        <source>It differs: data have changed since.</source>
        <translation>不同：数据之后有变动。</translation>
    </message>
    <message>
        <source>{where}: was {was}, is {now}</source>
        <translation>{where}：原为 {was}，现为 {now}</translation>
    </message>
    <message>
        <source>Each week: {day}</source>
        <translation>每周：{day}</translation>
    </message>
    <message>
        <source>Each month: day {n}</source>
        <translation>每月：{n} 日</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Make regularly</source>
        <translation>定时生成</translation>
    </message>
    <message>
        <source>It will be made by itself</source>
        <translation>将自动生成</translation>
    </message>
    <message>
        <source>Into the folder {name}, while cmapp runs; what was missed is made on waking.</source>
        <translation>存入文件夹 {name}；cmapp 运行时生成，错过的会在唤醒后补上。</translation>
    </message>
</context>
<context>
    <name>retention</name>
    <message>
        <source>What others said to you</source>
        <translation>别人对你说的话</translation>
    </message>
    <message>
        <source>Once it is closed: the words go, the count stays</source>
        <translation>处理完之后：文字删除，计数保留</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>Once they are closed</source>
        <translation>处理完之后</translation>
    </message>
    <message>
        <source>What others said around it</source>
        <translation>周围别人说的话</translation>
    </message>
    <message>
        <source>Posts in threads that asked nothing of you</source>
        <translation>对话中不需要你回应的帖子</translation>
    </message>
    <message>
        <source>What its author deleted</source>
        <translation>作者自己删除的内容</translation>
    </message>
    <message>
        <source>Or sooner, where the platform demands it</source>
        <translation>平台有要求时会更早</translation>
    </message>
    <message>
        <source>People nobody deals with</source>
        <translation>不再往来的人</translation>
    </message>
    <message>
        <source>No card, nothing open, no words left: the name goes</source>
        <translation>没有名片、没有待办、没有文字：名字删除</translation>
    </message>
    <message>
        <source>Files that nothing uses</source>
        <translation>没有用到的文件</translation>
    </message>
    <message>
        <source>Pictures and videos that left the library</source>
        <translation>已移出媒体库的图片和视频</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Those that are full; they hold no text of anybody</source>
        <translation>已写满的；其中没有任何人的文字</translation>
    </message>
    <message>
        <source>The way back from what you did</source>
        <translation>撤销所需的记录</translation>
    </message>
    <message>
        <source>What is needed to undo deeds on many items</source>
        <translation>撤销批量操作所需的内容</translation>
    </message>
    <message>
        <source>The list of reports made</source>
        <translation>已生成报告的列表</translation>
    </message>
    <message>
        <source>The files stay where you put them</source>
        <translation>文件留在原处</translation>
    </message>
    <message>
        <source>No server has confirmed this computer's date yet.</source>
        <translation>还没有服务器确认过这台电脑的日期。</translation>
    </message>
    <message>
        <source>No server has confirmed this computer's date lately.</source>
        <translation>最近没有服务器确认过这台电脑的日期。</translation>
    </message>
    <message>
        <source>Your servers confirm this computer's date.</source>
        <translation>你的服务器确认了这台电脑的日期。</translation>
    </message>
    <message>
        <source>You said that this computer's date is right.</source>
        <translation>你说过这台电脑的日期是对的。</translation>
    </message>
    <message>
        <source>No server was heard: only time that cmapp was open counts as passed.</source>
        <translation>没有收到服务器的时间：只有 cmapp 打开着的时间才算过去。</translation>
    </message>
    <message>
        <source>This computer's date is behind that of your servers: nothing is removed.</source>
        <translation>这台电脑的日期落后于服务器：什么都不会删除。</translation>
    </message>
    <message>
        <source>This computer's date is ahead of that of your servers: not believed.</source>
        <translation>这台电脑的日期超前于服务器：不予采信。</translation>
    </message>
    <message>
        <source>All dates jumped at once: not believed until a restart.</source>
        <translation>所有日期同时跳变：重新启动之前不予采信。</translation>
    </message>
    <message>
        <source>More than a year since the date was confirmed: not believed so far.</source>
        <translation>距上次确认日期已超过一年：暂不采信。</translation>
    </message>
</context>
<context>
    <name>row</name>
    <message>
        <source>until they answer</source>
        <translation>等对方回复</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>到 {time}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>closes {time}</source>
        <translation>{time} 截止</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>高优先</translation>
    </message>
    <message>
        <source>low priority</source>
        <translation>低优先</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>back as you asked</source>
        <translation>已按时唤回</translation>
    </message>
    <message>
        <source>they answered</source>
        <translation>对方又说话了</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>+%n like this</source>
        <translation>还有 %n 条相似</translation>
    </message>
    <message>
        <source>%n shared</source>
        <translation>%n 人转发</translation>
    </message>
    <message>
        <source>%n liked</source>
        <translation>%n 人赞了</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and %n more</source>
        <translation>{names}等，另有 %n 人</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time format</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>标签 {name}</translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation>分配给 {name}</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>who wrote it: name or handle</source>
        <translation>谁写的：名字或账号</translation>
    </message>
    <message>
        <source>the account or person it answers</source>
        <translation>发给或回复的账号、人</translation>
    </message>
    <message>
        <source>its state: open, unanswered, overdue, vip …</source>
        <translation>状态：open、unanswered、overdue、vip……</translation>
    </message>
    <message>
        <source>what hangs on it: image, link, note, task …</source>
        <translation>带有什么：image、link、note、task……</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>mention, comment, message, like …</source>
        <translation>类型：mention、comment、message、like……</translation>
    </message>
    <message>
        <source>one of your accounts</source>
        <translation>你的一个账号</translation>
    </message>
    <message>
        <source>a platform, or a day</source>
        <translation>平台，或某一天</translation>
    </message>
    <message>
        <source>who takes care of it</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>its language: zh, en …</source>
        <translation>语言：zh、en……</translation>
    </message>
    <message>
        <source>high, normal or low</source>
        <translation>high、normal 或 low</translation>
    </message>
    <message>
        <source>a date, or 7d, yesterday …</source>
        <translation>日期，或 7d、昨天……</translation>
    </message>
    <message>
        <source>words of your private notes</source>
        <translation>私人备注里的词</translation>
    </message>
    <message>
        <source>your watched words: all, or one</source>
        <translation>关注词：all，或其中一个</translation>
    </message>
    <message>
        <source>Only the first 32 terms are used, not “{part}” …</source>
        <translation>只用前 32 项，没有用到“{part}”……</translation>
    </message>
    <message>
        <source>“{part}” was looked for in the newest 50,000 posts only.</source>
        <translation>只在最新的 50,000 条里找了“{part}”。</translation>
    </message>
    <message>
        <source>“{part}” holds no date; it is searched as words.</source>
        <translation>“{part}”里没有日期，按普通词搜索。</translation>
    </message>
    <message>
        <source>“{part}” is no filter; it is searched as words.</source>
        <translation>“{part}”不是筛选条件，按普通词搜索。</translation>
    </message>
    <message>
        <source>open, waiting for a reply, about refunds</source>
        <translation>关于退款、待处理、等着回复</translation>
    </message>
    <message>
        <source>exactly these words, in the last week</source>
        <translation>最近一周里完全相同的词</translation>
    </message>
    <message>
        <source>what Ana wrote with a picture</source>
        <translation>Ana 写的、带图片的</translation>
    </message>
    <message>
        <source>either word, without a label</source>
        <translation>两个词之一，不带某个标签</translation>
    </message>
    <message>
        <source>messages past their time</source>
        <translation>已超时的私信</translation>
    </message>
</context>
<context>
    <name>segment</name>
    <message>
        <source>A wording for “{name}”</source>
        <translation>为“{name}”另写一版</translation>
    </message>
    <message>
        <source>For a region</source>
        <translation>按地区另写</translation>
    </message>
    <message>
        <source>A region or an audience, e.g. Taiwan, newcomers</source>
        <translation>地区或人群，例如台湾、新朋友</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国大陆</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>欧洲</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>北美</translation>
    </message>
</context>
<context>
    <name>series</name>
    <message>
        <source>{rule} at {time}, {n} times</source>
        <translation>{rule}{time}，共 {n} 次</translation>
    </message>
    <message>
        <source>{rule} at {time}</source>
        <translation>{rule}{time}</translation>
    </message>
    <message>
        <source>{rule} at {time}, until {day}</source>
        <translation>{rule}{time}，直到 {day}</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every {n} days</source>
        <translation>每 {n} 天 </translation>
    </message>
    <message>
        <source>Every week on {days}</source>
        <translation>每周的{days} </translation>
    </message>
    <message>
        <source>Every {n} weeks on {days}</source>
        <translation>每 {n} 周的{days} </translation>
    </message>
    <message>
        <source>Every month on day {day}</source>
        <translation>每月 {day} 日 </translation>
    </message>
    <message>
        <source>Every {n} months on day {day}</source>
        <translation>每 {n} 个月的 {day} 日 </translation>
    </message>
    <message>
        <source>Every month on {weekday} number {at}</source>
        <translation>每月第 {at} 个{weekday} </translation>
    </message>
    <message>
        <source>Every {n} months on {weekday} number {at}</source>
        <translation>每 {n} 个月的第 {at} 个{weekday} </translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>How we sound. An account's own sheet lies over that of all.</source>
        <translation>我们怎么说话。账号自己的规范叠加在共用规范之上。</translation>
    </message>
    <message>
        <source>What each check does: it stops, it hints, or it is off.</source>
        <translation>每项检查做什么：拦下、提醒，或关闭。</translation>
    </message>
    <message>
        <source>What is usual on a platform: hints of ours, not from a study. Edit them.</source>
        <translation>平台上的惯例：是我们写的提示，不是研究结论，可以修改。</translation>
    </message>
    <message>
        <source>Whom we speak to; shown to whoever writes for them.</source>
        <translation>我们对谁说话；为他们写的人会看到。</translation>
    </message>
    <message>
        <source>Over a cap one is told, never stopped. How much is right differs: measure.</source>
        <translation>超过上限只提醒，不拦下。多少合适因人而异，要看自己的数据。</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>用逗号分开</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Plain, warm, no slang</source>
        <translation>朴实、温暖，不用俚语</translation>
    </message>
    <message>
        <source>Wanted words</source>
        <translation>必用词</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>禁用词</translation>
    </message>
    <message>
        <source>Also exaggerates</source>
        <translation>也算夸大</translation>
    </message>
    <message>
        <source>May be said</source>
        <translation>可以说</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符号</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Days before the same text again</source>
        <translation>几天内不发同样的文字</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>惯常长度</translation>
    </message>
    <message>
        <source>Most hashtags</source>
        <translation>标签最多</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>One speaks</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What moves them, what hurts them, how to address them</source>
        <translation>什么打动他们、什么伤害他们、怎么称呼他们</translation>
    </message>
    <message>
        <source>Most a day</source>
        <translation>每天最多</translation>
    </message>
    <message>
        <source>Most a week</source>
        <translation>每周最多</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>a few</source>
        <translation>少量</translation>
    </message>
    <message>
        <source>no emoji</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>随处</translation>
    </message>
    <message>
        <source>in the first comment</source>
        <translation>第一条评论里</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>as one likes</source>
        <translation>随意</translation>
    </message>
    <message>
        <source>in public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>to few</source>
        <translation>对少数人</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>拦下</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Each audience</source>
        <translation>每个受众</translation>
    </message>
    <message>
        <source>Audience: {name}</source>
        <translation>受众：{name}</translation>
    </message>
    <message>
        <source>A word cannot be wanted and banned.</source>
        <translation>同一个词不能既必用又禁用。</translation>
    </message>
    <message>
        <source>A word has 1 to 60 characters.</source>
        <translation>一个词为 1 到 60 个字。</translation>
    </message>
    <message>
        <source>A week cannot have fewer than a day.</source>
        <translation>每周的上限不能低于每天的。</translation>
    </message>
    <message>
        <source>There are too many words.</source>
        <translation>词太多了。</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>This number cannot be.</source>
        <translation>这个数不行。</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>没有成功。</translation>
    </message>
    <message>
        <source>{field}: {words}</source>
        <translation>{field}：{words}</translation>
    </message>
    <message>
        <source>{words} ({value})</source>
        <translation>{words}（{value}）</translation>
    </message>
</context>
<context>
    <name>signals</name>
    <message>
        <source>question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>order</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>称赞</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>感谢</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>垃圾信息</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>chatter</source>
        <translation>闲聊</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>label {what}</source>
        <translation>加标签“{what}”</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>assign to {what}</source>
        <translation>指派给{what}</translation>
    </message>
    <message>
        <source>raise priority</source>
        <translation>提高优先级</translation>
    </message>
    <message>
        <source>lower priority</source>
        <translation>降低优先级</translation>
    </message>
    <message>
        <source>usual priority</source>
        <translation>普通优先级</translation>
    </message>
    <message>
        <source>move to {what}</source>
        <translation>移到“{what}”</translation>
    </message>
    <message>
        <source>draft an answer</source>
        <translation>起草回复</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>%n min</source>
        <translation>%n 分钟</translation>
    </message>
    <message>
        <source>%n h</source>
        <translation>%n 小时</translation>
    </message>
    <message>
        <source>%n d</source>
        <translation>%n 天</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{time} overdue</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还有 {time}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店里</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信件</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>message</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>review</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>like</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>share</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>new follower</source>
        <translation>新粉丝</translation>
    </message>
    <message>
        <source>new post</source>
        <translation>新帖</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>like taken back</source>
        <translation>取消点赞</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工记录</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Kept by the server</source>
        <translation>由服务器保管</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>May have been sent</source>
        <translation>可能已发出</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>等你决定</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>the question was deleted</source>
        <translation>提问已被删除</translation>
    </message>
    <message>
        <source>the question changed</source>
        <translation>提问改过了</translation>
    </message>
    <message>
        <source>they wrote again</source>
        <translation>对方又写了</translation>
    </message>
    <message>
        <source>a colleague answered</source>
        <translation>同事已经回复</translation>
    </message>
    <message>
        <source>replies are closed</source>
        <translation>不能再回复</translation>
    </message>
    <message>
        <source>the time to reply is over</source>
        <translation>已过回复期限</translation>
    </message>
    <message>
        <source>later than you planned</source>
        <translation>比计划晚了</translation>
    </message>
    <message>
        <source>no answer came; not found there yet</source>
        <translation>没有收到答复，平台上还没找到</translation>
    </message>
    <message>
        <source>it may be out already</source>
        <translation>可能已经发出</translation>
    </message>
    <message>
        <source>the part before is nowhere to be found</source>
        <translation>找不到前一部分</translation>
    </message>
    <message>
        <source>the part before was refused</source>
        <translation>前一部分被拒绝了</translation>
    </message>
    <message>
        <source>the earlier version is out already</source>
        <translation>旧版本已经发出</translation>
    </message>
    <message>
        <source>another version took its place</source>
        <translation>已由另一个版本取代</translation>
    </message>
    <message>
        <source>The post you answer is gone from the platform.</source>
        <translation>你要回复的内容已从平台消失。</translation>
    </message>
    <message>
        <source>The post you answer was edited after you wrote this.</source>
        <translation>你写完之后，要回复的内容被编辑过。</translation>
    </message>
    <message>
        <source>The author added something after you wrote this.</source>
        <translation>你写完之后，对方又补充了。</translation>
    </message>
    <message>
        <source>One of your accounts has already answered here.</source>
        <translation>你的另一个账号已经在这里回复过。</translation>
    </message>
    <message>
        <source>The platform does not let this account reply here now.</source>
        <translation>平台目前不允许这个账号在此回复。</translation>
    </message>
    <message>
        <source>The platform's time limit for a reply has passed.</source>
        <translation>已超过平台的回复期限。</translation>
    </message>
    <message>
        <source>The time you had in mind for this has passed.</source>
        <translation>你原定的时间已经过了。</translation>
    </message>
    <message>
        <source>It may have been sent since the backup was made; it will be looked for.</source>
        <translation>备份之后它可能已经发出；会先去找它。</translation>
    </message>
    <message>
        <source>You said the part before is there; cmapp never saw it.</source>
        <translation>你说前一部分已经在了，但 cmapp 从没见过它。</translation>
    </message>
    <message>
        <source>The part before was refused; the draft is open again.</source>
        <translation>前一部分被拒绝，草稿已重新打开。</translation>
    </message>
    <message>
        <source>Another version took its place.</source>
        <translation>已由另一个版本取代。</translation>
    </message>
    <message>
        <source>The server published the earlier version before it could be taken back.</source>
        <translation>服务器在旧版本收回之前就把它发布了。</translation>
    </message>
    <message>
        <source>Answered elsewhere? Press R to write down what you said.</source>
        <translation>已在别处答复？按 R 记录你说了什么。</translation>
    </message>
    <message>
        <source>There is nothing to answer here.</source>
        <translation>这里没有可以回复的内容。</translation>
    </message>
    <message>
        <source>No answer came back. Sending again could show it twice; please look.</source>
        <translation>没有收到答复。再发一次可能会出现两条，请先看看。</translation>
    </message>
    <message>
        <source>It stands by itself, not under the post it answers.</source>
        <translation>它成了独立的帖子，没有接在所回复的帖子下面。</translation>
    </message>
    <message>
        <source>The server published it at once instead of keeping it until its time.</source>
        <translation>服务器没有保管到时间，而是立刻发布了。</translation>
    </message>
    <message>
        <source>The server would keep it until another time.</source>
        <translation>服务器要保管到另一个时间。</translation>
    </message>
    <message>
        <source>Its time was changed on the server.</source>
        <translation>它的时间在服务器上改过了。</translation>
    </message>
    <message>
        <source>Its time has come; the server has not published it yet.</source>
        <translation>时间已到，服务器还没有发布。</translation>
    </message>
    <message>
        <source>The server would not keep it. It leaves by this computer's clock.</source>
        <translation>服务器不肯保管，改按这台电脑的时钟发出。</translation>
    </message>
    <message>
        <source>This account</source>
        <translation>这个账号</translation>
    </message>
    <message>
        <source>{who} needs you to sign in again.</source>
        <translation>{who} 需要你重新登录。</translation>
    </message>
    <message>
        <source>{who} lacks a permission. Sign in again to grant it.</source>
        <translation>{who} 缺少一项权限，请重新登录并授权。</translation>
    </message>
    <message>
        <source>{who} is asked to slow down; it goes on at {time}.</source>
        <translation>平台要求 {who} 放慢，{time} 继续。</translation>
    </message>
    <message>
        <source>{who} is asked to slow down.</source>
        <translation>平台要求 {who} 放慢。</translation>
    </message>
    <message>
        <source>There is no way out to the network right now.</source>
        <translation>现在连不上网络。</translation>
    </message>
    <message>
        <source>{who}: the server stumbles. Trying again by itself.</source>
        <translation>{who}：服务器不太稳定，会自动重试。</translation>
    </message>
    <message>
        <source>{who}: the server's answer made no sense.</source>
        <translation>{who}：服务器的答复无法理解。</translation>
    </message>
    <message>
        <source>The server's certificate is not valid. Nothing was sent to it.</source>
        <translation>服务器证书无效，没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已经不在了。</translation>
    </message>
    <message>
        <source>This cannot be done here.</source>
        <translation>这里不能这样做。</translation>
    </message>
    <message>
        <source>It may have been sent; no answer came back.</source>
        <translation>可能已发出，但没有收到答复。</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it; cmapp goes on by itself.</source>
        <translation>密钥环已锁定。请解锁；cmapp 会自行继续。</translation>
    </message>
    <message>
        <source>The keyring that is set up would write sign-ins to a readable file: it is not used, and they are kept in memory.</source>
        <translation>当前设置的密钥环会把登录凭据写进可读的文件：不使用它，凭据只留在内存里。</translation>
    </message>
    <message>
        <source>The keyring failed. Sign in to the desktop anew; cmapp goes on by itself.</source>
        <translation>密钥环出错了。请重新登录桌面；cmapp 会自行继续。</translation>
    </message>
    <message>
        <source>No keyring on this system: sign-ins are kept in memory until the program closes.</source>
        <translation>系统里没有密钥环：登录凭据只在内存里保留到程序关闭。</translation>
    </message>
    <message>
        <source>The disk is full. Your text is safe; free some space.</source>
        <translation>磁盘已满。你写的内容还在，请腾出一些空间。</translation>
    </message>
    <message>
        <source>Another cmapp is already at work on this profile.</source>
        <translation>另一个 cmapp 正在使用这个配置。</translation>
    </message>
    <message>
        <source>This profile was written by a newer cmapp.</source>
        <translation>这个配置由更新版本的 cmapp 写入。</translation>
    </message>
    <message>
        <source>The part that sends and receives has stopped. Starting it again.</source>
        <translation>负责收发的部分停了，正在重新启动。</translation>
    </message>
    <message>
        <source>{who}: {code}</source>
        <translation>{who}：{code}</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>asked to slow down</source>
        <translation>被要求放慢</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Too long: {size} of {limit}.</source>
        <translation>太长：{size}，上限 {limit}。</translation>
    </message>
    <message>
        <source>Too long for this platform.</source>
        <translation>超过这个平台的长度上限。</translation>
    </message>
    <message>
        <source>The picture is too large for this platform.</source>
        <translation>图片超过这个平台的大小上限。</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>还没有可发送的内容。</translation>
    </message>
    <message>
        <source>There is no such server at this address.</source>
        <translation>这个地址没有这样的服务器。</translation>
    </message>
    <message>
        <source>This kind of file is not accepted here.</source>
        <translation>这里不接受这种文件。</translation>
    </message>
    <message>
        <source>The platform says that it has this already.</source>
        <translation>平台说已经有这条内容了。</translation>
    </message>
    <message>
        <source>The platform said no.</source>
        <translation>平台没有接受。</translation>
    </message>
    <message>
        <source>The platform said no: {why}</source>
        <translation>平台没有接受：{why}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>There is no keyring here, so the sign-in cannot be had. Sign in again.</source>
        <translation>这里没有密钥环，取不到登录凭据。请重新登录。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>not offered by this platform</source>
        <translation>平台不提供</translation>
    </message>
    <message>
        <source>not permitted at sign-in</source>
        <translation>登录时未授权</translation>
    </message>
    <message>
        <source>this server is too old for it</source>
        <translation>服务器版本太旧</translation>
    </message>
    <message>
        <source>needs a paid plan</source>
        <translation>需要付费</translation>
    </message>
    <message>
        <source>needs the platform's review of an app</source>
        <translation>需要平台审核应用</translation>
    </message>
    <message>
        <source>needs a service that is not there</source>
        <translation>需要的服务不存在</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>码位</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>加权字数</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉丝</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>触达</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>在浏览器中登录</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>用访问令牌</translation>
    </message>
    <message>
        <source>With an app password</source>
        <translation>用应用专用密码</translation>
    </message>
    <message>
        <source>Right away</source>
        <translation>马上开始</translation>
    </message>
    <message>
        <source>Phone, shop, letters</source>
        <translation>电话、门店、信件</translation>
    </message>
    <message>
        <source>Tell us your server; the rest happens in your browser.</source>
        <translation>告诉我们你的服务器，其余在浏览器里完成。</translation>
    </message>
    <message>
        <source>For servers without a browser sign-in: paste a token that you made there.</source>
        <translation>服务器不支持浏览器登录时：粘贴你在那里生成的令牌。</translation>
    </message>
    <message>
        <source>Make an app password in Bluesky's settings; your own stays unknown to us.</source>
        <translation>在 Bluesky 设置里生成应用专用密码，我们不会知道你的真实密码。</translation>
    </message>
    <message>
        <source>A network in a box: try everything, nothing leaves here.</source>
        <translation>一个装在盒子里的社交网络：随便试，什么也不会传出去。</translation>
    </message>
    <message>
        <source>The platform needs to know who you are.</source>
        <translation>平台需要知道你是谁。</translation>
    </message>
    <message>
        <source>The part of your handle after the second @</source>
        <translation>用户名里第二个 @ 后面的部分</translation>
    </message>
    <message>
        <source>As it stands in your profile, without the @</source>
        <translation>与个人资料页上的一致，不带 @</translation>
    </message>
    <message>
        <source>Settings → Privacy and security → App passwords</source>
        <translation>设置 → 隐私与安全 → 应用专用密码</translation>
    </message>
    <message>
        <source>No way to that server right now. Is the address right?</source>
        <translation>现在连不上这个服务器。地址对吗？</translation>
    </message>
    <message>
        <source>The platform does not accept this. Please check it.</source>
        <translation>平台没有接受，请检查一下。</translation>
    </message>
    <message>
        <source>There is no such handle there.</source>
        <translation>那里没有这个用户名。</translation>
    </message>
    <message>
        <source>This server does not use HTTPS; cmapp only speaks securely.</source>
        <translation>这个服务器不用 HTTPS；cmapp 只走安全连接。</translation>
    </message>
    <message>
        <source>You said no in the browser. Nothing was changed.</source>
        <translation>你在浏览器里拒绝了，什么也没改变。</translation>
    </message>
    <message>
        <source>The browser did not come back in time.</source>
        <translation>浏览器没有及时返回。</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>from the server's settings, under Development</source>
        <translation>在服务器设置的“开发”里</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>应用专用密码</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>as the browser shows it</source>
        <translation>与浏览器显示的一致</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在计算……</translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>cmapp was started with --offline; nothing leaves until it is restarted.</source>
        <translation>cmapp 启动时带有 --offline，重新启动之前什么都不会发出。</translation>
    </message>
    <message>
        <source>Flight mode is on. Land first.</source>
        <translation>飞行模式已开启。请先降落。</translation>
    </message>
    <message>
        <source>Everything outgoing is paused. Resume first.</source>
        <translation>所有发送都已暂停。请先恢复。</translation>
    </message>
    <message>
        <source>The account rests: it neither fetches nor sends.</source>
        <translation>这个账号正在休息：既不获取，也不发送。</translation>
    </message>
    <message>
        <source>That sign-in is over. Please begin again.</source>
        <translation>这次登录已经结束，请重新开始。</translation>
    </message>
    <message>
        <source>The platform does not accept this token any more.</source>
        <translation>平台不再接受这个令牌。</translation>
    </message>
    <message>
        <source>Handle or app password is wrong.</source>
        <translation>用户名或应用专用密码不对。</translation>
    </message>
    <message>
        <source>There is no such handle there.</source>
        <translation>那里没有这个用户名。</translation>
    </message>
    <message>
        <source>That is not a token. Copy it again, whole and alone.</source>
        <translation>这不是令牌。请完整地重新复制，不要带上别的内容。</translation>
    </message>
    <message>
        <source>The account has a second factor: an app password is needed.</source>
        <translation>这个账号开启了两步验证：需要应用专用密码。</translation>
    </message>
    <message>
        <source>The platform has suspended this account.</source>
        <translation>平台已封停这个账号。</translation>
    </message>
    <message>
        <source>This account is deactivated. Activate it on its platform first.</source>
        <translation>这个账号已停用。请先在平台上重新启用。</translation>
    </message>
    <message>
        <source>The server answered for another account. Please sign in again.</source>
        <translation>服务器返回的是另一个账号。请重新登录。</translation>
    </message>
    <message>
        <source>The keyring does not answer. Unlock it, then try again.</source>
        <translation>密钥环没有响应。请解锁后再试。</translation>
    </message>
    <message>
        <source>The sign-in lies in the keyring of another desktop. Sign in again, or go back to it.</source>
        <translation>登录凭据在另一个桌面的密钥环里。请重新登录，或回到那个桌面。</translation>
    </message>
    <message>
        <source>The sign-in was refused. Nothing was changed; you can begin again.</source>
        <translation>登录被拒绝。什么都没有改变，可以重新开始。</translation>
    </message>
    <message>
        <source>The sign-in was broken off.</source>
        <translation>登录已中断。</translation>
    </message>
    <message>
        <source>The browser did not come back in time.</source>
        <translation>浏览器没有及时返回。</translation>
    </message>
    <message>
        <source>This way of signing in needs a browser.</source>
        <translation>这种登录方式需要浏览器。</translation>
    </message>
    <message>
        <source>Please fill in every field.</source>
        <translation>请填写每一栏。</translation>
    </message>
    <message>
        <source>This platform has other ways to sign in.</source>
        <translation>这个平台用别的方式登录。</translation>
    </message>
    <message>
        <source>No answer came back. It may have been sent; see the outbox.</source>
        <translation>没有收到回应，可能已经发出。请查看发件箱。</translation>
    </message>
    <message>
        <source>The server stumbles. cmapp tries again by itself.</source>
        <translation>服务器出了点状况，cmapp 会自动再试。</translation>
    </message>
    <message>
        <source>The server's answer made no sense. Nothing is lost.</source>
        <translation>服务器的回应无法理解。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>That is not the address of a server. Write its name, like mastodon.example</source>
        <translation>这不是服务器地址。请填写服务器名，例如 mastodon.example</translation>
    </message>
    <message>
        <source>The address must begin with https://</source>
        <translation>地址必须以 https:// 开头</translation>
    </message>
    <message>
        <source>The server points to another host. If you trust it, use that address.</source>
        <translation>服务器指向另一台主机。如果信任它，请改用那个地址。</translation>
    </message>
    <message>
        <source>A call to a host that is not this account's was not made.</source>
        <translation>没有访问不属于这个账号的主机。</translation>
    </message>
    <message>
        <source>Some of what the server told could not be read. All else came in.</source>
        <translation>服务器说的一些内容看不懂，没有读入；其余的都已读入。</translation>
    </message>
    <message>
        <source>This post is not there any more.</source>
        <translation>这条帖子已经不在了。</translation>
    </message>
    <message>
        <source>The platform does not offer this.</source>
        <translation>平台不提供这项功能。</translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation>这个人已经不在了。</translation>
    </message>
    <message>
        <source>Several people have this handle.</source>
        <translation>不止一个人用这个账号名。</translation>
    </message>
    <message>
        <source>This fact was removed already.</source>
        <translation>这条事实已经删除。</translation>
    </message>
    <message>
        <source>This note was removed already.</source>
        <translation>这条备注已经删除。</translation>
    </message>
    <message>
        <source>This segment is not there any more.</source>
        <translation>这个分组已经不在了。</translation>
    </message>
    <message>
        <source>There is no such stage.</source>
        <translation>没有这个阶段。</translation>
    </message>
    <message>
        <source>A profile cannot be merged with itself.</source>
        <translation>一个资料不能与自己合并。</translation>
    </message>
    <message>
        <source>Both are one person already.</source>
        <translation>两个资料已经是同一个人。</translation>
    </message>
    <message>
        <source>This profile is not merged into another.</source>
        <translation>这个资料没有合并到别的资料。</translation>
    </message>
    <message>
        <source>This is nothing that they said or show.</source>
        <translation>这不是此人说过或展示的内容。</translation>
    </message>
    <message>
        <source>That file is not in the library any more.</source>
        <translation>素材库里已经没有这个文件了。</translation>
    </message>
    <message>
        <source>There is no such kind of file.</source>
        <translation>没有这样的文件种类。</translation>
    </message>
    <message>
        <source>Too many files in one folder. Take smaller ones in, one by one.</source>
        <translation>一个文件夹里的文件太多了。请逐个收进小一些的文件夹。</translation>
    </message>
    <message>
        <source>A tag has 1 to 60 characters.</source>
        <translation>标签有 1 到 60 个字符。</translation>
    </message>
    <message>
        <source>That part cannot be cut out. Videos and moving pictures are not cropped.</source>
        <translation>裁不出这个部分。视频和动图不裁剪。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已经不在了。</translation>
    </message>
    <message>
        <source>An older cmapp is still at work on this profile. Quit, then start again.</source>
        <translation>这个配置上还有旧版 cmapp 在运行。请退出后重新启动。</translation>
    </message>
    <message>
        <source>A reason is needed, or a kind.</source>
        <translation>需要一个理由，或一个类别。</translation>
    </message>
    <message>
        <source>That cannot be done there.</source>
        <translation>那里做不到。</translation>
    </message>
    <message>
        <source>A report that is out cannot be taken back.</source>
        <translation>已发出的举报无法收回。</translation>
    </message>
    <message>
        <source>A report has to reach the platform.</source>
        <translation>举报必须送到平台。</translation>
    </message>
    <message>
        <source>That account is not there any more.</source>
        <translation>那个账号已经不在了。</translation>
    </message>
    <message>
        <source>Choose one thing that it is about.</source>
        <translation>请只选择一种对象。</translation>
    </message>
    <message>
        <source>That time cannot be.</source>
        <translation>这个时间不对。</translation>
    </message>
    <message>
        <source>This came from a platform. Reply to it there.</source>
        <translation>这一条来自平台，请在那里回复。</translation>
    </message>
    <message>
        <source>There is no such channel.</source>
        <translation>没有这个渠道。</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>还没有可发送的内容。</translation>
    </message>
    <message>
        <source>Too long for this platform. Your text is kept.</source>
        <translation>超出了这个平台的长度限制。文字已保留。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether an answer to them went out. See the outbox first.</source>
        <translation>还不知道给此人的一条回复是否已发出。请先看发件箱。</translation>
    </message>
    <message>
        <source>There is a saved search of this name already.</source>
        <translation>已有同名的保存的搜索。</translation>
    </message>
    <message>
        <source>A saved search needs a name and something to find.</source>
        <translation>保存的搜索要有名字和搜索内容。</translation>
    </message>
    <message>
        <source>These hours cannot be. Nothing was changed.</source>
        <translation>这样的时间不可能，什么都没有改。</translation>
    </message>
    <message>
        <source>The calendar cannot be read or used. Nothing was changed.</source>
        <translation>日历读不出来或不能用，什么都没有改。</translation>
    </message>
    <message>
        <source>This rule is gone.</source>
        <translation>这条规则已经不在了。</translation>
    </message>
    <message>
        <source>The rule’s log no longer has this entry.</source>
        <translation>规则的记录里已经没有这一项。</translation>
    </message>
    <message>
        <source>This suggestion is gone.</source>
        <translation>这条建议已经不在了。</translation>
    </message>
    <message>
        <source>Things are kept for 1 to 36,500 days, or for ever.</source>
        <translation>可保留 1 到 36,500 天，或一直保留。</translation>
    </message>
    <message>
        <source>A rule needs a name, what to look for, what to do.</source>
        <translation>规则要有名字、要找的内容和要做的事。</translation>
    </message>
    <message>
        <source>This chat log is gone.</source>
        <translation>这份聊天记录已经不在了。</translation>
    </message>
    <message>
        <source>This file cannot be read as a live chat.</source>
        <translation>这个文件无法当作直播弹幕来读。</translation>
    </message>
    <message>
        <source>This value makes no sense here.</source>
        <translation>这个值在这里没有意义。</translation>
    </message>
    <message>
        <source>That is no colour.</source>
        <translation>这不是颜色。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>没有选中任何条目。</translation>
    </message>
    <message>
        <source>Too many at once. Nothing was changed; choose fewer.</source>
        <translation>一次选得太多。什么都没有改，请少选一些。</translation>
    </message>
    <message>
        <source>A part of the search was not understood, so nothing was changed. To look for it as words, put it in quotation marks.</source>
        <translation>搜索中有一部分没有看懂，因此什么都没有更改。如果要当作文字来找，请加上引号。</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>这个时间已过。</translation>
    </message>
    <message>
        <source>The clocks skip that time on that day: summer time begins.</source>
        <translation>那一天时钟会跳过这个时刻：夏令时开始。</translation>
    </message>
    <message>
        <source>A plan has to tell more: something that must be filled in is empty.</source>
        <translation>计划不完整：还有必填的内容空着。</translation>
    </message>
    <message>
        <source>It has no day yet.</source>
        <translation>还没有定日期。</translation>
    </message>
    <message>
        <source>That post is not yours.</source>
        <translation>这不是你的帖子。</translation>
    </message>
    <message>
        <source>This platform cannot change a post. Write a note that corrects it, or replace it.</source>
        <translation>这个平台不能修改帖子。请写一条说明更正，或者换成新帖。</translation>
    </message>
    <message>
        <source>Choose the account that it goes out from.</source>
        <translation>请选择从哪个账号发出。</translation>
    </message>
    <message>
        <source>This went out. Write a new draft to say more.</source>
        <translation>这篇已经发出。还有话要说，请另写草稿。</translation>
    </message>
    <message>
        <source>This is an answer; it belongs to one conversation.</source>
        <translation>这是回复，只属于一个对话。</translation>
    </message>
    <message>
        <source>Too few weeks are known for that.</source>
        <translation>已知的周数太少。</translation>
    </message>
    <message>
        <source>One of the metrics never changes.</source>
        <translation>有一个指标从不变化。</translation>
    </message>
    <message>
        <source>Some of the metrics say the same.</source>
        <translation>有些指标彼此重复。</translation>
    </message>
    <message>
        <source>It needs a metric: what is counted.</source>
        <translation>需要一个指标：数什么。</translation>
    </message>
    <message>
        <source>It needs a number.</source>
        <translation>需要一个数字。</translation>
    </message>
    <message>
        <source>It needs a day.</source>
        <translation>需要一个日期。</translation>
    </message>
    <message>
        <source>A currency has three letters, such as EUR.</source>
        <translation>货币为三个字母，例如 CNY。</translation>
    </message>
    <message>
        <source>So small an effect needs more cases than anybody has.</source>
        <translation>这么小的效应需要的案例比任何人拥有的都多。</translation>
    </message>
    <message>
        <source>That is less than the plan needs.</source>
        <translation>少于计划所需。</translation>
    </message>
    <message>
        <source>There are too few past posts to read a baseline from: enter it.</source>
        <translation>过去的帖子太少，读不出基线：请填写。</translation>
    </message>
    <message>
        <source>It has begun: its plan is sealed.</source>
        <translation>实验已开始，计划已封存。</translation>
    </message>
    <message>
        <source>That post went out before the experiment began, or two days ago: its result could be seen.</source>
        <translation>这条帖子在实验开始前或两天前就已发出，其结果已经可见。</translation>
    </message>
    <message>
        <source>It has not begun.</source>
        <translation>尚未开始。</translation>
    </message>
    <message>
        <source>There is nothing to look at yet.</source>
        <translation>还没有可看的内容。</translation>
    </message>
    <message>
        <source>This experiment is over.</source>
        <translation>这个实验已结束。</translation>
    </message>
    <message>
        <source>This arm has all its cases.</source>
        <translation>这一组的案例已足。</translation>
    </message>
    <message>
        <source>Another label has that name.</source>
        <translation>已有同名的标签。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>No passphrase is set.</source>
        <translation>没有设置口令。</translation>
    </message>
    <message>
        <source>There is no certificate (PEM) in that file, or it cannot be read.</source>
        <translation>这个文件里没有证书（PEM），或无法读取。</translation>
    </message>
    <message>
        <source>A passphrase has 4 to 1,000 characters.</source>
        <translation>口令有 4 到 1,000 个字符。</translation>
    </message>
    <message>
        <source>There is no profile in this folder.</source>
        <translation>这个文件夹里没有配置。</translation>
    </message>
    <message>
        <source>The sums behind charts were wrong. They were made anew; see `cmapp doctor`.</source>
        <translation>图表的汇总与记录对不上，已重新算过；详情见 `cmapp doctor`。</translation>
    </message>
    <message>
        <source>The database is whole: there is nothing to save.</source>
        <translation>数据库是完好的：没有什么要抢救。</translation>
    </message>
    <message>
        <source>There is no such backup any more.</source>
        <translation>已经没有这份备份了。</translation>
    </message>
    <message>
        <source>There is no room for a backup. Free some space; it is tried again.</source>
        <translation>没有空间做备份。请腾出空间，之后会再试。</translation>
    </message>
    <message>
        <source>That backup is not whole. Take another one.</source>
        <translation>这份备份不完整。请换一份。</translation>
    </message>
    <message>
        <source>Today's backup could not be made.</source>
        <translation>今天的备份没有做成。</translation>
    </message>
    <message>
        <source>The backup was not finished.</source>
        <translation>备份没有做完。</translation>
    </message>
    <message>
        <source>This profile was restored. Look at what waits for you in the outbox.</source>
        <translation>这份配置已恢复。请看看发件箱里等你决定的内容。</translation>
    </message>
    <message>
        <source>Nothing was restored; all is as it was.</source>
        <translation>什么也没有恢复；一切照旧。</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it; what you type is kept meanwhile.</source>
        <translation>另一个程序占用着数据库。请关闭它；这期间你输入的内容会保留。</translation>
    </message>
    <message>
        <source>The database is not there any more. Where it was moved, put it back; copies may lie in the folder “backups”.</source>
        <translation>数据库已经不在了。如果被移走了，请放回来；文件夹“backups”里可能有备份。</translation>
    </message>
    <message>
        <source>The database cannot be opened. Please check the rights of the file and its folder; nothing was changed.</source>
        <translation>数据库无法打开。请检查文件和文件夹的权限；没有改动任何东西。</translation>
    </message>
    <message>
        <source>The profile folder cannot be made or opened. Please check its rights.</source>
        <translation>配置文件夹无法建立或打开，请检查权限。</translation>
    </message>
    <message>
        <source>The profile folder cannot be written to: what is there can be read. Please check its rights.</source>
        <translation>配置文件夹无法写入，已有的内容可以阅读。请检查它的权限。</translation>
    </message>
    <message>
        <source>The profile lies on a network disk, where a database can be damaged. Nothing was changed; copy the folder to a disk of this computer.</source>
        <translation>配置文件夹位于网络磁盘上，数据库在那里会损坏。什么都没有改动；请把文件夹复制到本机的磁盘上。</translation>
    </message>
    <message>
        <source>Too many pictures for this platform.</source>
        <translation>图片数量超出了这个平台的限制。</translation>
    </message>
    <message>
        <source>A poll has two options at least.</source>
        <translation>投票至少要有两个选项。</translation>
    </message>
    <message>
        <source>Two options of the poll are alike.</source>
        <translation>投票有两个选项相同。</translation>
    </message>
    <message>
        <source>The poll must be open for longer.</source>
        <translation>投票开放的时间要更长。</translation>
    </message>
    <message>
        <source>Pictures, a video and a poll do not go together.</source>
        <translation>图片、视频和投票不能放在一起。</translation>
    </message>
    <message>
        <source>The server keeps it no more.</source>
        <translation>服务器不再保管它。</translation>
    </message>
    <message>
        <source>There is too little time left for the server.</source>
        <translation>留给服务器的时间太短了。</translation>
    </message>
    <message>
        <source>HEIC and AVIF pictures cannot be read here. Save it as JPEG first.</source>
        <translation>这里读不了 HEIC 和 AVIF 图片。请先另存为 JPEG。</translation>
    </message>
    <message>
        <source>It moves, and would have to be made smaller or into another kind.</source>
        <translation>它是动图，需要缩小或转成别的类型才能发。</translation>
    </message>
    <message>
        <source>The moving picture is too long.</source>
        <translation>动图太长。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>磁盘空间不够。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>文件太大。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The thread is somebody else's.</source>
        <translation>这个会话是别人的。</translation>
    </message>
    <message>
        <source>It is an account of yours.</source>
        <translation>这是你自己的账号。</translation>
    </message>
    <message>
        <source>There is no public post.</source>
        <translation>没有公开的帖子。</translation>
    </message>
    <message>
        <source>Too many are hidden in this thread already.</source>
        <translation>这个会话里隐藏的已经太多。</translation>
    </message>
    <message>
        <source>That saved reply is not there any more.</source>
        <translation>那条常用回复已经不在了。</translation>
    </message>
    <message>
        <source>That article is not there any more.</source>
        <translation>那篇文章已经不在了。</translation>
    </message>
    <message>
        <source>There is no such kind of reply.</source>
        <translation>没有这一类回复。</translation>
    </message>
    <message>
        <source>Another saved reply has this title.</source>
        <translation>另一条常用回复已用了这个标题。</translation>
    </message>
    <message>
        <source>Another saved reply has this shortcut.</source>
        <translation>另一条常用回复已用了这个快捷词。</translation>
    </message>
    <message>
        <source>A shortcut is one word of at most 32 letters.</source>
        <translation>快捷词是一个词，最多 32 个字符。</translation>
    </message>
    <message>
        <source>Two wordings are for the same platform and language. Leave one.</source>
        <translation>有两种写法属于同一平台、同一语言，请留一种。</translation>
    </message>
    <message>
        <source>Something in double braces has no value yet. Nothing was queued.</source>
        <translation>双花括号里还有没填的。什么都没放进发件箱。</translation>
    </message>
    <message>
        <source>There is personal data in it. The draft is kept; send again to say yes.</source>
        <translation>里面有个人信息。草稿还在；再次发送表示确认。</translation>
    </message>
    <message>
        <source>The checks hold it. The draft is kept; see what they found.</source>
        <translation>被检查拦下了，草稿还在。请看查到了什么。</translation>
    </message>
    <message>
        <source>There is no such check.</source>
        <translation>没有这项检查。</translation>
    </message>
    <message>
        <source>There is no way around this check.</source>
        <translation>这项检查不能放行。</translation>
    </message>
    <message>
        <source>Please say why. It is kept with the draft.</source>
        <translation>请写明理由，它会和草稿一起保留。</translation>
    </message>
    <message>
        <source>That check finds nothing there any more.</source>
        <translation>这项检查已经查不到什么了。</translation>
    </message>
    <message>
        <source>There is no such override any more.</source>
        <translation>这次放行已经不在了。</translation>
    </message>
    <message>
        <source>This sheet cannot be. Nothing was changed.</source>
        <translation>规范表不能这样写。什么都没有改。</translation>
    </message>
    <message>
        <source>The brief cannot be like this. Nothing was changed.</source>
        <translation>策划单不能这样写。什么都没有改。</translation>
    </message>
    <message>
        <source>There is no such permission.</source>
        <translation>没有这种许可。</translation>
    </message>
    <message>
        <source>Say what is wrong with it.</source>
        <translation>请说明哪里不对。</translation>
    </message>
    <message>
        <source>There is no such signal.</source>
        <translation>没有这种信号。</translation>
    </message>
    <message>
        <source>There is no such list of words.</source>
        <translation>没有这张词表。</translation>
    </message>
    <message>
        <source>A word has 1 to 60 characters.</source>
        <translation>一个词为 1 到 60 个字。</translation>
    </message>
    <message>
        <source>The word is not on that list.</source>
        <translation>这个词不在那张表里。</translation>
    </message>
    <message>
        <source>This person has had every thank-you there is. Write one yourself.</source>
        <translation>现有的感谢语都对这个人用过了。请自己写一句。</translation>
    </message>
    <message>
        <source>The file has nothing that could be brought in.</source>
        <translation>文件里没有可以导入的。</translation>
    </message>
    <message>
        <source>The file is neither JSON nor a table in plain text.</source>
        <translation>文件既不是 JSON 也不是纯文本表格。</translation>
    </message>
    <message>
        <source>Writing help is not set up. It is under Settings, Writing help.</source>
        <translation>写作帮手还没设置。在“设置”里的“写作帮手”。</translation>
    </message>
    <message>
        <source>The writing help answered nothing usable. Your text is as it was.</source>
        <translation>写作帮手没有给出可用的回答。你的文字没有变。</translation>
    </message>
    <message>
        <source>There is no such pillar.</source>
        <translation>没有这个栏目。</translation>
    </message>
    <message>
        <source>There is no such preset.</source>
        <translation>没有这个预设。</translation>
    </message>
    <message>
        <source>That series is not there any more.</source>
        <translation>这个系列已经不在了。</translation>
    </message>
    <message>
        <source>There is another one of that name.</source>
        <translation>已有同名的。</translation>
    </message>
    <message>
        <source>It has a time. Take that away first.</source>
        <translation>它已经排了时间。请先取消时间。</translation>
    </message>
    <message>
        <source>No slot of this account is free.</source>
        <translation>这个账号没有空的时段。</translation>
    </message>
    <message>
        <source>There is no link in the text.</source>
        <translation>文字里没有链接。</translation>
    </message>
    <message>
        <source>A series needs an end: a last day, or a number of times.</source>
        <translation>系列必须有终点：最后一天，或次数。</translation>
    </message>
    <message>
        <source>The series cannot be like this. Nothing was changed.</source>
        <translation>系列不能这样设。什么都没有改动。</translation>
    </message>
    <message>
        <source>The file cannot be read as a table. Nothing was changed.</source>
        <translation>这个文件无法当作表格读取。什么都没有改动。</translation>
    </message>
    <message>
        <source>That template is not there any more.</source>
        <translation>这个模板已经不在了。</translation>
    </message>
    <message>
        <source>That schedule is not there any more.</source>
        <translation>这个定时任务已经不在了。</translation>
    </message>
    <message>
        <source>A report cannot have this block. Nothing was changed.</source>
        <translation>报告里不能有这个版块。什么都没有改动。</translation>
    </message>
    <message>
        <source>A logo has to be a PNG or JPEG of at most 2 MB.</source>
        <translation>徽标必须是不超过 2 MB 的 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>A report that is made by itself could not be written. It is tried again.</source>
        <translation>定时生成的报告无法写入，会再次尝试。</translation>
    </message>
    <message>
        <source>That file is no report of cmapp.</source>
        <translation>这个文件不是 cmapp 的报告。</translation>
    </message>
    <message>
        <source>The report in that file is damaged: it cannot be made again.</source>
        <translation>文件里的报告已损坏，无法重新生成。</translation>
    </message>
    <message>
        <source>That report was made by a newer version. Nothing was compared.</source>
        <translation>这份报告由更新的版本生成。没有进行比较。</translation>
    </message>
    <message>
        <source>No font with Chinese characters was found on this machine. Install one, or make HTML.</source>
        <translation>这台机器上没有中文字体。请安装字体，或生成 HTML。</translation>
    </message>
    <message>
        <source>No picture can be drawn here: Qt does not start.</source>
        <translation>这里无法画图：Qt 无法启动。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>无法在那里写入文件。</translation>
    </message>
    <message>
        <source>The file can be read in two ways. Say which; nothing was changed.</source>
        <translation>文件有两种读法。请说明是哪一种；什么都没有改动。</translation>
    </message>
    <message>
        <source>Some rows of the table have problems. Nothing was changed.</source>
        <translation>表格中有些行有问题。什么都没有改动。</translation>
    </message>
    <message>
        <source>This account cannot do that on its platform.</source>
        <translation>这个账号在平台上不能这样做。</translation>
    </message>
    <message>
        <source>There are no words here to answer.</source>
        <translation>这里没有可以回复的内容。</translation>
    </message>
    <message>
        <source>This text already waits in the outbox. Take it back there to change it.</source>
        <translation>这段文字已在发件箱中等待。要修改，请先在那里撤回。</translation>
    </message>
    <message>
        <source>It is not held any more.</source>
        <translation>它已经不再等你决定。</translation>
    </message>
    <message>
        <source>It has already left; it cannot be taken back here.</source>
        <translation>已经发出，无法在这里撤回。</translation>
    </message>
    <message>
        <source>There is no such platform.</source>
        <translation>没有这个平台。</translation>
    </message>
    <message>
        <source>A setting cannot have this value.</source>
        <translation>设置项不能取这个值。</translation>
    </message>
    <message>
        <source>Another cmapp works on this profile and does not answer.</source>
        <translation>另一个 cmapp 正在使用这个配置，而且没有响应。</translation>
    </message>
    <message>
        <source>The part that sends and receives is not there. It is being started.</source>
        <translation>负责收发的部分没有运行，正在启动。</translation>
    </message>
    <message>
        <source>A newer cmapp wrote this profile. Nothing was changed; use that one.</source>
        <translation>这个配置由更新版本的 cmapp 写成。没有改动任何内容，请使用那个版本。</translation>
    </message>
    <message>
        <source>The database in this folder is not cmapp's. Nothing was changed.</source>
        <translation>这个文件夹里的数据库不属于 cmapp。没有改动任何内容。</translation>
    </message>
    <message>
        <source>The database is damaged and is left as it is. Copies may lie in the folder “backups”.</source>
        <translation>数据库已损坏，保持原样未动。“backups”文件夹里可能有副本。</translation>
    </message>
    <message>
        <source>The disk refuses to write. Nothing that was saved is lost.</source>
        <translation>磁盘拒绝写入。已保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>Something went wrong that is our fault. The log in the profile tells more.</source>
        <translation>出错了，是我们的问题。配置里的日志有更多说明。</translation>
    </message>
    <message>
        <source>Only some people may answer there.</source>
        <translation>那里只有部分人可以回复。</translation>
    </message>
    <message>
        <source>Replies are closed there.</source>
        <translation>那里已关闭回复。</translation>
    </message>
    <message>
        <source>This kind of file is not accepted here.</source>
        <translation>这里不接受这种文件。</translation>
    </message>
    <message>
        <source>The picture is too large for this platform.</source>
        <translation>图片超过这个平台的大小上限。</translation>
    </message>
    <message>
        <source>The post is not of this account.</source>
        <translation>这条帖子不属于这个账号。</translation>
    </message>
    <message>
        <source>The text holds broken characters.</source>
        <translation>文字里有损坏的字符。</translation>
    </message>
    <message>
        <source>The picture has too many pixels.</source>
        <translation>图片的像素太多。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>图片无法读取。</translation>
    </message>
    <message>
        <source>The picture is not where it was.</source>
        <translation>图片已不在原来的位置。</translation>
    </message>
    <message>
        <source>The server did not finish with the picture.</source>
        <translation>服务器没有处理完图片。</translation>
    </message>
    <message>
        <source>The post has a poll, whose votes would be lost.</source>
        <translation>这条帖子带有投票，编辑会丢失票数。</translation>
    </message>
    <message>
        <source>One of you has blocked the other.</source>
        <translation>你们当中有一方屏蔽了另一方。</translation>
    </message>
    <message>
        <source>The time for a reply is over.</source>
        <translation>回复的时限已过。</translation>
    </message>
    <message>
        <source>The server does not allow it.</source>
        <translation>服务器不允许这样做。</translation>
    </message>
    <message>
        <source>A permission is missing. Sign in again to grant it.</source>
        <translation>缺少一项权限。请重新登录并授权。</translation>
    </message>
    <message>
        <source>Nobody there has that name.</source>
        <translation>那里没有人用这个名字。</translation>
    </message>
</context>
</TS>
