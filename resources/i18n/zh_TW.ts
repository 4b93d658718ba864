<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About cmapp</source>
        <translation>關於 cmapp</translation>
    </message>
    <message>
        <source>One inbox for what people write to you. Written offline, sent once.</source>
        <translation>別人寫給你的話，收在一處。離線寫好，只送一次。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Everything stays on this machine: no telemetry, no server of ours.</source>
        <translation>一切都留在這台電腦上：不蒐集使用資料，也沒有我們的伺服器。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>立即收取</translation>
    </message>
    <message>
        <source>Certificates…</source>
        <translation>憑證…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Trusts the certificates in {file}, too</source>
        <translation>另外信任 {file} 裡的憑證</translation>
    </message>
    <message>
        <source>{what} ({why})</source>
        <translation>{what}（{why}）</translation>
    </message>
    <message>
        <source>Cannot do: {list}</source>
        <translation>不支援：{list}</translation>
    </message>
    <message>
        <source>direct messages</source>
        <translation>私訊</translation>
    </message>
    <message>
        <source>own posts</source>
        <translation>自己的貼文</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>profile figures</source>
        <translation>主頁數據</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>對話串</translation>
    </message>
    <message>
        <source>new posts</source>
        <translation>發新貼文</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>editing</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>likes</source>
        <translation>按讚</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>轉發</translation>
    </message>
    <message>
        <source>counting views</source>
        <translation>瀏覽計數</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>休息中</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>已登出</translation>
    </message>
    <message>
        <source>again at {time}</source>
        <translation>{time} 再試</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>有問題</translation>
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
        <translation>這個帳號無法統計此項</translation>
    </message>
</context>
<context>
    <name>AccountChips</name>
    <message>
        <source>Accounts that it goes out from</source>
        <translation>從哪些帳號發出</translation>
    </message>
</context>
<context>
    <name>AccountsPane</name>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>連結帳號</translation>
    </message>
    <message>
        <source>Rivals…</source>
        <translation>競爭對手…</translation>
    </message>
    <message>
        <source>Sign-ins lie in your system's keyring, and nowhere else.</source>
        <translation>登入憑證只存放在系統金鑰圈裡，別處都沒有。</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>還沒有帳號</translation>
    </message>
    <message>
        <source>Connect one, and what people write to you is gathered here.</source>
        <translation>連結一個帳號，別人寫給你的話就會收到這裡。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 則新內容</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>沒有新內容</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>移除帳號</translation>
    </message>
    <message>
        <source>Remove {name} from cmapp?</source>
        <translation>要從 cmapp 移除「{name}」嗎？</translation>
    </message>
    <message>
        <source>What was gathered for it is deleted here. Nothing changes on the platform.</source>
        <translation>為它收取的內容會從這裡刪除，平台上不受影響。</translation>
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
        <translation>伺服器還保管著、到時會發布的計畫貼文：{count} 則</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Still open: {names}</source>
        <translation>還沒填：{names}</translation>
    </message>
    <message>
        <source>“{words}” leaves in {seconds} s</source>
        <translation>「{words}」將在 {seconds} 秒後送出</translation>
    </message>
    <message>
        <source>“{words}” is queued. It goes out when you are back online.</source>
        <translation>「{words}」已放進寄件匣，等你連線後送出。</translation>
    </message>
</context>
<context>
    <name>AnswersPane</name>
    <message>
        <source>Answers you give often</source>
        <translation>你常給的答覆</translation>
    </message>
    <message>
        <source>Write one once, with gaps for the name and the order number. Above a reply you are shown what you answered before.</source>
        <translation>寫一次就夠，名字和訂單編號留空。寫回覆時，上方會顯示你以前是怎麼答的。</translation>
    </message>
    <message>
        <source>New saved reply</source>
        <translation>新增常用回覆</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>常用回覆</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知識庫</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>沒有成功。什麼都沒丟。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>Saved replies and articles</source>
        <translation>常用回覆和文章</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更改 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略過 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>已寫出 %n 則</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArmsSheet</name>
    <message>
        <source>Arms of {name}</source>
        <translation>「{name}」的分組</translation>
    </message>
    <message>
        <source>Choose drafts; by lot is fairest. Posts that are out show their result.</source>
        <translation>請選擇草稿；抽籤最公平。已發出的貼文會顯露結果。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Draw by lot</source>
        <translation>抽籤分組</translation>
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
        <translation>收益進 A，損失進 B</translation>
    </message>
    <message>
        <source>Placed by frame</source>
        <translation>已依講法分組</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Drawn by lot</source>
        <translation>已抽籤分組</translation>
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
        <translation>刪除</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>What you know about it</source>
        <translation>你對它了解的</translation>
    </message>
    <message>
        <source>Address of a page, if there is one</source>
        <translation>網頁位址（如果有）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>標籤，用逗號分開</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新增文章</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>沒有成功。什麼都沒有遺失。</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Check {day}</source>
        <translation>檢查 {day}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Restore {day}…</source>
        <translation>還原 {day}…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 則訊息</numerusform>
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
            <numerusform>%n 項排隊</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>A copy of everything but pictures and sign-ins is made each day. Now and then, copy the folder to another disk.</source>
        <translation>除圖片和登入資訊外，每天都會把一切做一份副本。請不時把資料夾複製到另一顆磁碟。</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>還沒有備份</translation>
    </message>
    <message>
        <source>One is made by itself each day; “Back up now” makes one at once.</source>
        <translation>每天會自動備份一次；按「現在備份」可以馬上備份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>現在備份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{folder} · {size} free</source>
        <translation>{folder} · 剩餘 {size}</translation>
    </message>
    <message>
        <source>A copy is being made and read through…</source>
        <translation>正在做一份並通讀…</translation>
    </message>
    <message>
        <source>Made, and found whole.</source>
        <translation>做好了，是完整的。</translation>
    </message>
    <message>
        <source>It is being read through, and opened on trial…</source>
        <translation>正在通讀，並試著開啟…</translation>
    </message>
    <message>
        <source>It is not whole: {said}</source>
        <translation>它不完整：{said}</translation>
    </message>
    <message>
        <source>It is whole, and it opens.</source>
        <translation>它是完整的，也能開啟。</translation>
    </message>
    <message>
        <source>It is being put back. With many messages this takes a minute; please wait.</source>
        <translation>正在放回備份。訊息多時需要一分鐘左右，請稍候。</translation>
    </message>
</context>
<context>
    <name>BestTimesSheet</name>
    <message>
        <source>Best times</source>
        <translation>最佳時間</translation>
    </message>
    <message>
        <source>From this account's own posts, nobody else's. The number is how many.</source>
        <translation>只看這個帳號自己發的內容。數字是則數。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Not enough data: an hour takes {needed} posts, there are {n} in the whole week</source>
        <translation>資料不夠：一個鐘點需要 {needed} 則，整個星期一共只有 {n} 則</translation>
    </message>
    <message>
        <source>{when}: {posts}, in the middle {value} interactions, usually {usual}</source>
        <translation>{when}：{posts}，互動中位數 {value}，平時 {usual}</translation>
    </message>
    <message>
        <source>clearly above</source>
        <translation>明顯更高</translation>
    </message>
    <message>
        <source>not clearly above, try it out</source>
        <translation>不明顯，可以試試</translation>
    </message>
    <message>
        <source>Try these hours; they rest on {posts}</source>
        <translation>試試這些時間，依據是 {posts}</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>Brief</source>
        <translation>簡報</translation>
    </message>
    <message>
        <source>What it is for, who owns it, what it claims: never sent</source>
        <translation>為什麼寫、誰負責、說了哪些事實：不會發出去</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>來源類型</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>事實主張</translation>
    </message>
    <message>
        <source>Add a claim</source>
        <translation>新增主張</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>How good is it? 1 to 5</source>
        <translation>寫得怎麼樣？1 到 5 分</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>This post was deleted.</source>
        <translation>這則內容已被刪除。</translation>
    </message>
    <message>
        <source>Not shown: it was not seen on its platform for too long.</source>
        <translation>不顯示：太久沒有在平台上核對到這則內容。</translation>
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
        <translation>{time} 編輯過</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>回覆 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n 個讚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n 則回覆</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BubbleRow</name>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去處理</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不送了</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Last whole week</source>
        <translation>上一整週</translation>
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
        <translation>時段</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>區塊</translation>
    </message>
    <message>
        <source>Text of the block</source>
        <translation>區塊的文字</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Make the file…</source>
        <translation>產生檔案…</translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation>標誌…</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>不用標誌</translation>
    </message>
    <message>
        <source>Keep as template</source>
        <translation>存為範本</translation>
    </message>
    <message>
        <source>Make regularly…</source>
        <translation>定時產生…</translation>
    </message>
    <message>
        <source>Back to the templates</source>
        <translation>返回範本</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>Add a block</source>
        <translation>新增區塊</translation>
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
        <translation>標誌</translation>
    </message>
    <message>
        <source>Template kept</source>
        <translation>範本已儲存</translation>
    </message>
    <message>
        <source>Drawing the page …</source>
        <translation>正在繪製頁面……</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) on paper</source>
        <translation>
            <numerusform>列印共 %n 頁</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {n} of {total}</source>
        <translation>第 {n} 頁，共 {total} 頁</translation>
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
            <numerusform>已選 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>全部 %n 則</numerusform>
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
        <translation>往後</translation>
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
        <translation>週</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Ideas beside the calendar</source>
        <translation>在旁邊顯示想法</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>More of the calendar</source>
        <translation>行事曆的更多功能</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>新貼文</translation>
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
        <translation>行事曆：{shown}</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>行事曆</translation>
    </message>
    <message>
        <source>Ideas and drafts without a time</source>
        <translation>還沒有時間的想法和草稿</translation>
    </message>
    <message>
        <source>Keep the idea “{words}”</source>
        <translation>記下想法「{words}」</translation>
    </message>
    <message>
        <source>What might become a post?</source>
        <translation>有什麼可以寫成貼文？</translation>
    </message>
    <message>
        <source>Idea kept</source>
        <translation>想法已記下</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>固定時段</translation>
    </message>
    <message>
        <source>Campaigns and pillars</source>
        <translation>活動與主題</translation>
    </message>
    <message>
        <source>Best times</source>
        <translation>最佳時間</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>匯入計畫</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>匯出計畫</translation>
    </message>
</context>
<context>
    <name>CampaignsSheet</name>
    <message>
        <source>Campaigns and pillars</source>
        <translation>活動與主題</translation>
    </message>
    <message>
        <source>A campaign has a colour and a pattern, so that nobody needs the colour.</source>
        <translation>每個活動有顏色和花紋，不看顏色也能分辨。</translation>
    </message>
    <message>
        <source>Pillars</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>One a line: its name and the share it should have, e.g. Craft 40 %</source>
        <translation>每行一個：名稱和應占的比例，例如：工藝 40 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>花紋</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>有起訖日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>Campaign kept: {name}</source>
        <translation>活動已儲存：{name}</translation>
    </message>
    <message>
        <source>Pillar kept: {name}</source>
        <translation>主題已儲存：{name}</translation>
    </message>
    <message>
        <source>Pillar removed: {name}</source>
        <translation>主題已移除：{name}</translation>
    </message>
    <message>
        <source>Campaign removed; its posts stay</source>
        <translation>活動已移除，貼文還在</translation>
    </message>
</context>
<context>
    <name>Caring</name>
    <message numerus="yes">
        <source>{deed}: %n left out, where it cannot be</source>
        <translation>
            <numerusform>{deed}：%n 則做不到，已略過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{deed}: %n queued</source>
        <translation>
            <numerusform>{deed}：%n 則已排入</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>Task made</source>
        <translation>任務已建立</translation>
    </message>
    <message>
        <source>Choose a conversation first</source>
        <translation>請先選擇一段對話</translation>
    </message>
    <message>
        <source>Hand on as a file</source>
        <translation>存成檔案分享</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已寫入：{name}</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>已記錄</translation>
    </message>
    <message>
        <source>Your answer is kept</source>
        <translation>你的答覆已記錄</translation>
    </message>
</context>
<context>
    <name>CatchUp</name>
    <message>
        <source>Catch up</source>
        <translation>補看</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新內容</translation>
    </message>
    <message>
        <source>Need a reply</source>
        <translation>需要回覆</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Closing soon</source>
        <translation>即將關閉</translation>
    </message>
    <message>
        <source>{name}, until {time}</source>
        <translation>{name}，截止：{time}</translation>
    </message>
    <message>
        <source>Said again and again</source>
        <translation>反覆出現的話</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 則新內容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>%n 則客訴</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) alike</source>
        <translation>
            <numerusform>%n 組相似的內容</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>While you were away: {what}</source>
        <translation>你不在時：{what}</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>補看</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>已完成 %n 則</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Own certificates…</source>
        <translation>自有憑證…</translation>
    </message>
    <message>
        <source>Own certificates</source>
        <translation>自有憑證</translation>
    </message>
    <message>
        <source>For a server of your own whose certificate this system does not know: the file of its authority (PEM). It is trusted for this account alone, beside the system's.</source>
        <translation>用於你自己的伺服器，而系統不認得它的憑證：請選擇其授權單位的檔案（PEM）。在系統的憑證之外，它只對這個帳號有效。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Trust no certificates of your own</source>
        <translation>不信任自有憑證</translation>
    </message>
    <message>
        <source>None: those of this system</source>
        <translation>無：只用系統的憑證</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
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
        <translation>存成檔案</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>放大顯示</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>There is nothing to open here</source>
        <translation>這裡沒有可以開啟的</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>已寫入 {name}</translation>
    </message>
</context>
<context>
    <name>ChartsPart</name>
    <message>
        <source>Rivals…</source>
        <translation>競爭對手…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>對比</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不對比</translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>上一時段</translation>
    </message>
</context>
<context>
    <name>CheckUp</name>
    <message>
        <source>Check this profile</source>
        <translation>檢查此設定檔</translation>
    </message>
    <message>
        <source>Looking at the disk, the keyring, the database and the accounts…</source>
        <translation>正在查看磁碟、金鑰圈、資料庫和帳號…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>It could not be looked at. Nothing was changed.</source>
        <translation>沒能查看。沒有更動任何東西。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>All is well; there is something to know.</source>
        <translation>一切正常，有幾點可以了解。</translation>
    </message>
    <message>
        <source>It works; something is not as it should be.</source>
        <translation>可以使用，但有的地方不太對。</translation>
    </message>
    <message>
        <source>Something is wrong. Nothing is deleted; here is what leads on.</source>
        <translation>有問題。沒有刪除任何東西；下面是解決辦法。</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>What the checks found</source>
        <translation>檢查結果</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend first</source>
        <translation>
            <numerusform>先改 %n 處</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 則提醒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>還有 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>已放行</translation>
    </message>
    <message>
        <source>Stops it</source>
        <translation>攔下</translation>
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
        <translation>為什麼？理由會和草稿一起保留。</translation>
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
        <translation>我們的語氣：{words}</translation>
    </message>
    <message>
        <source>Usual there: {words}</source>
        <translation>那裡的慣例：{words}</translation>
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
        <translation>今天稍晚</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下週</translation>
    </message>
    <message>
        <source>Until they answer</source>
        <translation>等對方回覆</translation>
    </message>
    <message>
        <source>a mere “thanks” does not wake it</source>
        <translation>只說「謝謝」不會喚回</translation>
    </message>
    <message>
        <source>Until when? e.g. fri 9:00, in 3 h, 明天 9点</source>
        <translation>到什麼時候？例如：週五 9:00、3 小時後、fri 9:00</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>延後</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>新增「{name}」</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Which label? A new name makes one</source>
        <translation>哪個標籤？輸入新名稱即可建立</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>無人</translation>
    </message>
    <message>
        <source>Assign to “{name}”</source>
        <translation>指派給「{name}」</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Who takes care of it?</source>
        <translation>由誰處理？</translation>
    </message>
    <message>
        <source>Search “{words}”</source>
        <translation>搜尋「{words}」</translation>
    </message>
    <message>
        <source>Views of the inbox</source>
        <translation>收件匣的檢視</translation>
    </message>
    <message>
        <source>Which view? Or what to search for</source>
        <translation>哪個檢視？或輸入要搜尋的內容</translation>
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
        <translation>自動完成</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>用過 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符號</translation>
    </message>
    <message>
        <source>Emoji by name, e.g. tea, thumbs, 茶</source>
        <translation>依名稱找表情，例如 tea、茶</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Your reply</source>
        <translation>你的回覆</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>以此身分書寫</translation>
    </message>
    <message>
        <source>Attach a picture</source>
        <translation>附加圖片</translation>
    </message>
    <message>
        <source>Queue reply</source>
        <translation>加入待送</translation>
    </message>
    <message>
        <source>as {account}</source>
        <translation>以 {account}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>Connect an account</source>
        <translation>連結帳號</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Your sign-in goes to the platform and into your system's keyring, nowhere else.</source>
        <translation>登入資訊只交給平台，並存入系統金鑰圈，不去別處。</translation>
    </message>
    <message>
        <source>Connect {platform}</source>
        <translation>連結 {platform}</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>請稍候</translation>
    </message>
    <message>
        <source>Which one shall cmapp speak for?</source>
        <translation>cmapp 要代表哪一個說話？</translation>
    </message>
    <message>
        <source>Your browser asks whether cmapp may act for you. Say yes there, come back.</source>
        <translation>瀏覽器會問是否允許 cmapp 代你操作。在那裡同意，再回到這裡。</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>正在等待瀏覽器</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>重新開啟瀏覽器</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在詢問伺服器</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>沒有成功。</translation>
    </message>
    <message>
        <source>If the server is your own, begin again and choose the file of its authority.</source>
        <translation>如果伺服器是你自己的，請重新開始，並選擇其授權單位的檔案。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新開始</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>No conversation open</source>
        <translation>還沒開啟對話</translation>
    </message>
    <message>
        <source>What you choose in the list opens here.</source>
        <translation>在清單裡選中的會在這裡開啟。</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>寫回覆</translation>
    </message>
    <message>
        <source>Open on the platform (o)</source>
        <translation>在平台上開啟（o）</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>延後</translation>
    </message>
    <message>
        <source>Put it off; it comes back by itself</source>
        <translation>先放一放，到時會自動回來</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take it out of the inbox; u takes this back</source>
        <translation>移出收件匣；按 u 可復原</translation>
    </message>
    <message>
        <source>{name} · {what} on “{title}”</source>
        <translation>{name} · 對「{title}」的{what}</translation>
    </message>
    <message>
        <source>Odd letters</source>
        <translation>名字有異樣字元</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>送出回覆</translation>
    </message>
    <message>
        <source>Leaves after a moment; until then you can take it back</source>
        <translation>片刻後送出，在此之前可以收回</translation>
    </message>
    <message>
        <source>Queue reply</source>
        <translation>加入待送</translation>
    </message>
    <message>
        <source>Goes out when you are back online, after the thread is read again</source>
        <translation>恢復連線後，先重讀對話再送出</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Something broke</source>
        <translation>出了狀況</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>儲存報告…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>This is the whole report: versions, places in the program and kinds of errors. No message, no sign-in and no name of yours is in it, and nobody gets it unless you send it.</source>
        <translation>這就是報告的全部：版本、程式中的位置和錯誤的種類。裡面沒有訊息、登入憑證，也沒有你的名字；除非你自己傳送，誰也得不到它。</translation>
    </message>
    <message>
        <source>It starts again by itself. What you wrote is on the disk, and nothing is sent twice.</source>
        <translation>它會自行重新啟動。你寫的內容已在磁碟上，也不會有任何內容送兩次。</translation>
    </message>
    <message>
        <source>The part that sends and receives broke</source>
        <translation>負責收發的部分出錯了</translation>
    </message>
    <message>
        <source>What you wrote is safe: it is on disk.</source>
        <translation>你寫的內容是安全的：已在磁碟上。</translation>
    </message>
    <message>
        <source>cmapp ended unexpectedly the last time</source>
        <translation>cmapp 上次意外結束了</translation>
    </message>
    <message>
        <source>What you wrote is safe: it is on disk. You can go on; if it happens again, open the window anew.</source>
        <translation>你寫的內容是安全的：已在磁碟上。可以繼續；如果再次發生，請重新開啟視窗。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>檔案無法寫在那裡。</translation>
    </message>
</context>
<context>
    <name>Crop</name>
    <message>
        <source>Crop</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>The picture itself stays whole. Arrow keys move the part, with Shift they change its size; + and − do so evenly.</source>
        <translation>圖片本身保持完整。方向鍵移動選區，按住 Shift 則改變大小；+ 和 − 等比縮放。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Any network</source>
        <translation>任何網路</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形狀</translation>
    </message>
    <message>
        <source>Part of the picture</source>
        <translation>圖片的選區</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整張圖片</translation>
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
        <translation>資料庫不在了</translation>
    </message>
    <message>
        <source>It was moved or deleted, or the disk it lies on is not there. If you know where it is, put it back and look again.</source>
        <translation>它被移走或刪除了，或者所在的磁碟現在不在。如果你知道它在哪裡，請放回來，再看一次。</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>資料庫已損壞</translation>
    </message>
    <message>
        <source>A disk that fails, or another program, has written over a part of it. Nothing was changed, and the damaged file is kept whatever you choose.</source>
        <translation>可能是磁碟故障，或別的程式寫壞了一部分。沒有任何更動；無論怎麼選，損壞的檔案都會保留。</translation>
    </message>
    <message>
        <source>Save what can be saved</source>
        <translation>搶救能搶救的</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) in their second copy</source>
        <translation>
            <numerusform>第二份副本裡的 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>the backup of {day}</source>
        <translation>{day} 的備份</translation>
    </message>
    <message>
        <source>no backup</source>
        <translation>沒有備份</translation>
    </message>
    <message>
        <source>{backup}, and {drafts}.</source>
        <translation>{backup}，以及{drafts}。</translation>
    </message>
    <message>
        <source>{backup}, {drafts}, and whatever can still be read of the file.</source>
        <translation>{backup}、{drafts}，以及檔案裡還能讀出的一切。</translation>
    </message>
    <message>
        <source>An empty profile with your accounts, and {drafts}.</source>
        <translation>只含你的帳號和{drafts}的空設定檔。</translation>
    </message>
    <message>
        <source>If the disk was only not there for a moment.</source>
        <translation>如果磁碟只是暫時不在。</translation>
    </message>
    <message>
        <source>Every page of the file is being read…</source>
        <translation>正在讀檔案的每一頁…</translation>
    </message>
    <message>
        <source>Saving. With many messages this takes some minutes; please wait.</source>
        <translation>正在搶救。訊息多時需要幾分鐘，請稍候。</translation>
    </message>
    <message>
        <source>It is still damaged.</source>
        <translation>它還是壞的。</translation>
    </message>
    <message>
        <source>It is still not there.</source>
        <translation>它仍然不在。</translation>
    </message>
    <message>
        <source>That did not work. Everything is as it was.</source>
        <translation>沒有成功。一切照舊。</translation>
    </message>
    <message>
        <source>There is no room on the disk. Free some, then go on.</source>
        <translation>磁碟沒有空間了。請騰出一些，再繼續。</translation>
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
        <translation>還沒有內容可看</translation>
    </message>
    <message>
        <source>Here you will see what comes in, how soon it is answered, how it is said and how your accounts grow, worked out on this machine. It begins with an account.</source>
        <translation>這裡會顯示收到了什麼、多久得到回覆、語氣如何、帳號怎樣成長，都在這台電腦上算出。先連接一個帳號。</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>連接帳號</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放棄</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在送出</translation>
    </message>
    <message>
        <source>Marked as sent</source>
        <translation>已標為送出</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>沒有成功，但什麼也沒遺失。</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>To {name}</source>
        <translation>回覆 {name}</translation>
    </message>
    <message>
        <source>Pictures without words</source>
        <translation>只有圖片，沒有文字</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續寫</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製一份</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丟棄</translation>
    </message>
</context>
<context>
    <name>DraftLines</name>
    <message>
        <source>Begun</source>
        <translation>寫到一半的</translation>
    </message>
    <message>
        <source>Review drafts</source>
        <translation>逐篇檢查草稿</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: Review drafts shows them one by one</source>
        <translation>
            <numerusform>還有 %n 份：在「逐篇檢查草稿」裡逐份查看</numerusform>
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
        <translation>截止時間</translation>
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
        <translation>永久抹除，無法復原。會去掉這些：</translation>
    </message>
    <message>
        <source>Erase although it is unknown whether an answer to them went out</source>
        <translation>仍然抹除，雖然還不知道給此人的一則回覆是否已送出</translation>
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
            <numerusform>等待送給此人的 %n 則回覆會取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) are written anew without them.</source>
        <translation>
            <numerusform>%n 個備份會重寫，其中不再有此人的資料。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) made by older versions are deleted.</source>
        <translation>
            <numerusform>%n 個由舊版本建立的備份會刪除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is emptied.</source>
        <translation>記錄檔會清空。</translation>
    </message>
    <message>
        <source>It stays: what is on the platforms, yours and theirs; counts in charts; what others wrote, with blocks in place of the name. What you exported is yours to delete.</source>
        <translation>保留的：平臺上的內容（你的和此人的）；圖表裡的數量；別人寫的內容，名字處以方塊遮住。你匯出的檔案由你自己刪除。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s) of a damaged database, too: they may hold it all</source>
        <translation>
            <numerusform>也刪除 %n 個損壞資料庫的檔案：其中可能仍有全部內容</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing. The database and its copies are written anew; this takes a while. What you type meanwhile is kept.</source>
        <translation>正在抹除。資料庫和它的副本會重寫，需要一些時間。這段期間你輸入的內容會保留。</translation>
    </message>
    <message>
        <source>Erased, but words of theirs are still in: {files}</source>
        <translation>已抹除，但這些檔案裡還有此人的文字：{files}</translation>
    </message>
    <message numerus="yes">
        <source>Erased. Looked through %n file(s): nothing of them is left.</source>
        <translation>
            <numerusform>已抹除。尋找了 %n 個檔案：沒有留下任何內容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Their name is a common one: it was not looked for in what others wrote.</source>
        <translation>此人的名字很常見：沒有在別人寫的內容裡尋找。</translation>
    </message>
    <message>
        <source>These could not be changed, and may hold words of theirs still: {files}</source>
        <translation>這些檔案無法更改，可能仍含有此人的內容：{files}</translation>
    </message>
    <message>
        <source>This is gone.</source>
        <translation>已經去掉這些：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ExperimentsPart</name>
    <message>
        <source>New experiment…</source>
        <translation>新增實驗…</translation>
    </message>
    <message>
        <source>Compare two ways of posting. How many posts that takes is worked out first, and nothing is shown before they are all in.</source>
        <translation>比較兩種發文方式。先算出需要多少則貼文，在齊全之前什麼都不顯示。</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>還沒有實驗</translation>
    </message>
    <message>
        <source>The size first, no peeking, no verdict before 48 hours.</source>
        <translation>先定規模，不許偷看，48 小時之前不下結論。</translation>
    </message>
    <message numerus="yes">
        <source>Looked early: %n</source>
        <translation>
            <numerusform>提前看過 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan was changed</source>
        <translation>計畫被改動</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} / {of}</translation>
    </message>
    <message>
        <source>Put drafts into both arms, then start: the plan is sealed by that.</source>
        <translation>請把草稿放入兩組，然後開始：計畫就此封存。</translation>
    </message>
    <message>
        <source>Enter the cases and hits of both arms as they come.</source>
        <translation>請隨時填寫兩組的案例數和命中數</translation>
    </message>
    <message>
        <source>{n} of {of} posts are out</source>
        <translation>{of} 則貼文中已發出 {n} 則</translation>
    </message>
    <message>
        <source>the youngest is {age} old; each counts at {hours} h</source>
        <translation>最新一則發出至今：{age}，每則滿 {hours} 小時才計入</translation>
    </message>
    <message numerus="yes">
        <source>%n was not watched the whole time, so unknown</source>
        <translation>
            <numerusform>%n 則沒有全程讀取，因此未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are not out yet</source>
        <translation>
            <numerusform>%n 則草稿尚未發出</numerusform>
        </translation>
    </message>
    <message>
        <source>the result opens {when}</source>
        <translation>結果公布時間：{when}</translation>
    </message>
    <message>
        <source>its last day has passed: stop it, or wait on</source>
        <translation>最後一天已過：可以停止，也可以繼續等</translation>
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
        <translation>開始</translation>
    </message>
    <message>
        <source>Started; the plan is sealed</source>
        <translation>已開始，計畫已封存</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Arms…</source>
        <translation>分組…</translation>
    </message>
    <message>
        <source>Enter cases…</source>
        <translation>填寫案例…</translation>
    </message>
    <message>
        <source>Experiment ended</source>
        <translation>實驗已結束</translation>
    </message>
    <message>
        <source>End with this verdict</source>
        <translation>以此結論結束</translation>
    </message>
    <message>
        <source>Look early…</source>
        <translation>提前看…</translation>
    </message>
    <message>
        <source>Stopped early: there is no verdict</source>
        <translation>已提前停止：沒有結論</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>作決定…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Experiment removed</source>
        <translation>實驗已刪除</translation>
    </message>
</context>
<context>
    <name>ExportData</name>
    <message>
        <source>Export your data</source>
        <translation>匯出你的資料</translation>
    </message>
    <message>
        <source>Everything but tokens and passwords, private messages among it.</source>
        <translation>除權杖和密碼外的一切，包括私訊。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部時間</translation>
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
        <translation>期間</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有帳號</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>選擇位置…</translation>
    </message>
    <message>
        <source>All of it, a file for each</source>
        <translation>全部，每項一個檔案</translation>
    </message>
    <message>
        <source>Into a folder, a file for each view.</source>
        <translation>存到一個資料夾，每個檢視一個檔案。</translation>
    </message>
    <message>
        <source>Written to {name}: {n}</source>
        <translation>已寫入 {name}：{n} 列</translation>
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
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>FiguresPart</name>
    <message>
        <source>Our figures</source>
        <translation>我們的數字</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Span</source>
        <translation>時段</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在計算……</translation>
    </message>
    <message>
        <source>What came in in this time, and what we did with it. A dash is not known.</source>
        <translation>這段時間裡來了什麼，我們怎麼處理的。短橫表示不知道。</translation>
    </message>
    <message>
        <source>How our answers were taken</source>
        <translation>對方怎麼看我們的回覆</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人員</translation>
    </message>
    <message>
        <source>First answer after</source>
        <translation>首次回覆用時</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>準時</translation>
    </message>
    <message numerus="yes">
        <source>of %n answered</source>
        <translation>
            <numerusform>共回覆 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>還沒處理</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 則已逾時</numerusform>
        </translation>
    </message>
    <message>
        <source>none overdue</source>
        <translation>沒有逾時的</translation>
    </message>
    <message>
        <source>Needed a reply</source>
        <translation>需要回覆</translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>已回覆 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed after</source>
        <translation>處理完用時</translation>
    </message>
    <message>
        <source>Sent by us</source>
        <translation>我們送出</translation>
    </message>
    <message numerus="yes">
        <source>%n held for a look first</source>
        <translation>
            <numerusform>其中 %n 則先停下來看過</numerusform>
        </translation>
    </message>
    <message>
        <source>half within this, 90% within {time}; n = {n}</source>
        <translation>半數在此之內，九成在 {time}之內；n = {n}</translation>
    </message>
    <message>
        <source>Thanked</source>
        <translation>道謝</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>又來問</translation>
    </message>
    <message>
        <source>Not heard of again</source>
        <translation>沒有再說話</translation>
    </message>
    <message>
        <source>Too soon to tell</source>
        <translation>現在還看不出來</translation>
    </message>
    <message>
        <source>The next word of the same person within seven days; n = {n}</source>
        <translation>同一個人七天之內的下一句話；n = {n}</translation>
    </message>
    <message>
        <source>{answered} of {came} answered, {open} open</source>
        <translation>{came} 則中回覆了 {answered} 則，{open} 則待處理</translation>
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
        <translation>文字裡的發現</translation>
    </message>
    <message>
        <source>Everybody can read it. Send again to send it anyway.</source>
        <translation>所有人都看得到。再次送出即照原樣送出。</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>Fill in</source>
        <translation>填寫</translation>
    </message>
    <message>
        <source>{names} means nothing here and stays in the text.</source>
        <translation>{names} 在這裡沒有意義，會留在文字裡。</translation>
    </message>
    <message>
        <source>Leave them open</source>
        <translation>先空著</translation>
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
        <translation>稱呼</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>帳號名稱</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>When you open again</source>
        <translation>下次營業時間</translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Index</source>
        <translation>指數</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>New goal…</source>
        <translation>新增目標…</translation>
    </message>
    <message>
        <source>New part…</source>
        <translation>新增部分…</translation>
    </message>
    <message>
        <source>New cost…</source>
        <translation>新增費用…</translation>
    </message>
    <message>
        <source>New decision…</source>
        <translation>新增決定…</translation>
    </message>
    <message>
        <source>New note…</source>
        <translation>新增筆記…</translation>
    </message>
    <message>
        <source>What is to be reached by when. Unknown is not nought.</source>
        <translation>到何時要達到什麼。未知不等於零。</translation>
    </message>
    <message>
        <source>No goal yet</source>
        <translation>還沒有目標</translation>
    </message>
    <message>
        <source>A goal has a metric, a number and a day, so that it can be judged.</source>
        <translation>目標有指標、數字和日期，這樣才能判斷。</translation>
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
        <translation>已刪除目標：{name}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>{share} of the time is gone</source>
        <translation>時間已過 {share}</translation>
    </message>
    <message>
        <source>passed from {value}</source>
        <translation>{value} 起算達成</translation>
    </message>
    <message>
        <source>failed beyond {value}</source>
        <translation>越過 {value} 算未達成</translation>
    </message>
    <message>
        <source>judged {when}</source>
        <translation>{when} 下結論</translation>
    </message>
    <message>
        <source>One number out of several; its weights are yours.</source>
        <translation>把幾個數合成一個，權重由你決定。</translation>
    </message>
    <message>
        <source>The index has no parts</source>
        <translation>指數還沒有任何部分</translation>
    </message>
    <message>
        <source>Choose metrics and ratings, and say how much each weighs.</source>
        <translation>請選擇指標和評分，並說明各占多少權重。</translation>
    </message>
    <message>
        <source>{value} of 100 over the last 30 days</source>
        <translation>最近 30 天：{value}（滿分 100）</translation>
    </message>
    <message>
        <source>{share} of the weight is known</source>
        <translation>已知權重占 {share}</translation>
    </message>
    <message>
        <source>weighs {weight} · {value} between {worst} (0) and {best} (100)</source>
        <translation>權重 {weight} · 目前 {value}，{worst} 算 0，{best} 算 100</translation>
    </message>
    <message>
        <source>Part removed: {name}</source>
        <translation>已刪除部分：{name}</translation>
    </message>
    <message>
        <source>Rate…</source>
        <translation>評分…</translation>
    </message>
    <message>
        <source>The last 365 days; each currency by itself, there is no exchange rate.</source>
        <translation>最近 365 天；每種貨幣各自合計，沒有匯率。</translation>
    </message>
    <message>
        <source>No cost yet</source>
        <translation>還沒有費用</translation>
    </message>
    <message>
        <source>Write down money and hours, and see what each interaction costs.</source>
        <translation>記下錢和工時，就能看到每次互動的成本。</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} 小時</translation>
    </message>
    <message>
        <source>{currency}: {spent} spent, {back} came back</source>
        <translation>{currency}：花費 {spent}，收回 {back}</translation>
    </message>
    <message>
        <source>Hours are not counted as money here.</source>
        <translation>這裡不把工時算作錢。</translation>
    </message>
    <message>
        <source>ROI {roi} = (back − spent) ÷ spent · {each} an interaction, n = {n}</source>
        <translation>投資回報率 {roi} =（收回 − 花費）÷ 花費 · 每次互動 {each}，n = {n}</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花費</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工時</translation>
    </message>
    <message>
        <source>Cost removed</source>
        <translation>費用已刪除</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) to look at now</source>
        <translation>
            <numerusform>有 %n 個結果該看了</numerusform>
        </translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>還沒有決定</translation>
    </message>
    <message>
        <source>What was found, what is changed for it, and when its result is seen.</source>
        <translation>發現了什麼，為此改了什麼，何時看結果。</translation>
    </message>
    <message>
        <source>result on {day}</source>
        <translation>{day} 看結果</translation>
    </message>
    <message>
        <source>Decision removed</source>
        <translation>決定已刪除</translation>
    </message>
    <message>
        <source>Look at the result…</source>
        <translation>看結果…</translation>
    </message>
    <message>
        <source>Goal: {name}</source>
        <translation>目標：{name}</translation>
    </message>
    <message>
        <source>Experiment: {name}</source>
        <translation>實驗：{name}</translation>
    </message>
    <message>
        <source>Note: {name}</source>
        <translation>筆記：{name}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>活動：{name}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>No note yet</source>
        <translation>還沒有筆記</translation>
    </message>
    <message>
        <source>Interviews, focus groups, SWOT and PEST: what no number tells.</source>
        <translation>訪談、焦點團體、SWOT 和 PEST：數字說不出的東西。</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>筆記已刪除</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>no alt text</source>
        <translation>無替代文字</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>no ALT</source>
        <translation>無替代文字</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>en</source>
        <comment>the folder with the help pages of this language</comment>
        <translation>zh_TW</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>說明頁面</translation>
    </message>
    <message>
        <source>Back (Alt ←)</source>
        <translation>返回（Alt ←）</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在說明中尋找</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>沒有包含這些詞的頁面。</translation>
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
        <translation>此後的改動已標出。退回去不會遺失任何內容。</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>此後的改動</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>恢復這個版本</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>It has no earlier versions yet.</source>
        <translation>還沒有以前的版本。</translation>
    </message>
    <message>
        <source>Struck out: gone since. Underlined: new since.</source>
        <translation>刪除線：後來刪掉的。底線：後來加上的。</translation>
    </message>
    <message>
        <source>Other things that changed: {names}.</source>
        <translation>另外改動了：{names}。</translation>
    </message>
</context>
<context>
    <name>HitCard</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open {name}: {text}</source>
        <translation>開啟 {name}：{text}</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Office hours</source>
        <translation>辦公時間</translation>
    </message>
    <message>
        <source>Same as all accounts</source>
        <translation>與所有帳號相同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有帳號</translation>
    </message>
    <message>
        <source>Hours of</source>
        <translation>誰的時間</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Only at these hours</source>
        <translation>只在這些時間</translation>
    </message>
    <message>
        <source>Time to answer runs while somebody is there, and not on holidays.</source>
        <translation>回覆的時限只在有人時計算，假日不算。</translation>
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
        <translation>週一的時間用到週五</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>首次回覆時限</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Complaints and urgent</source>
        <translation>客訴和急件</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>私訊</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分鐘</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>Country or region</source>
        <translation>國家或地區</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>行事曆檔案…</translation>
    </message>
    <message>
        <source>Reply blocks</source>
        <translation>回覆時段</translation>
    </message>
    <message>
        <source>You are told when one begins</source>
        <translation>開始時會通知你</translation>
    </message>
    <message>
        <source>We are back {{reopens}}.</source>
        <translation>我們{{reopens}}回來。</translation>
    </message>
    <message>
        <source>Away text</source>
        <translation>離開回覆</translation>
    </message>
    <message>
        <source>Offered as a draft outside the hours, never sent by itself</source>
        <translation>在時間之外作為草稿提供，從不自動送出</translation>
    </message>
    <message>
        <source>A message that comes now is due {time}, a complaint {complaint}.</source>
        <translation>現在來的訊息須在 {time} 前回覆，客訴須在 {complaint} 前。</translation>
    </message>
    <message>
        <source>Closed now, open again {time}.</source>
        <translation>現在休息，{time} 恢復。</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>行事曆檔案</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>行事曆 (*.ics)</translation>
    </message>
</context>
<context>
    <name>IdeaBoard</name>
    <message>
        <source>← → carry it, Return puts it down</source>
        <translation>← → 移動，Return 放下</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import a plan</source>
        <translation>匯入計畫</translation>
    </message>
    <message>
        <source>From CSV or XLSX. First you see what each row would do; nothing is kept yet.</source>
        <translation>從 CSV 或 XLSX 匯入。先看每一列會做什麼，此時還沒有儲存任何內容。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>What each row would do</source>
        <translation>每一列會做什麼</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什麼</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>貼文</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Looking through it …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新增 {n} 則</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>修改 {n} 則</translation>
    </message>
    <message>
        <source>{n} as they are</source>
        <translation>不變 {n} 則</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>刪除 {n} 則</translation>
    </message>
    <message>
        <source>{n} with problems, left out</source>
        <translation>有問題而略過 {n} 則</translation>
    </message>
    <message>
        <source>Import {n}</source>
        <translation>匯入 {n} 則</translation>
    </message>
    <message>
        <source>Imported: {posts}</source>
        <translation>已匯入：{posts}</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>Import a table</source>
        <translation>匯入表格</translation>
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
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>As it was seen</source>
        <translation>依辨識的</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>各欄是什麼</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>檔案中</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>會匯入什麼</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>個數</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Lines with problems</source>
        <translation>有問題的列</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>列號</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>1 of 3: the file</source>
        <translation>第 1 步，共 3 步：檔案</translation>
    </message>
    <message>
        <source>2 of 3: the columns</source>
        <translation>第 2 步，共 3 步：各欄</translation>
    </message>
    <message>
        <source>3 of 3: what would come in</source>
        <translation>第 3 步，共 3 步：會匯入什麼</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已匯入</translation>
    </message>
    <message>
        <source>CSV, TSV or XLSX, as a platform, your statistics or your shop wrote it.</source>
        <translation>平台、統計或網店匯出的 CSV、TSV 或 XLSX。</translation>
    </message>
    <message>
        <source>What is known by its name is filled in. It is remembered.</source>
        <translation>能從名稱認出的已經填好。你的選擇會記住。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. It comes in whole, or not at all.</source>
        <translation>還沒有保留任何內容。要麼全部匯入，要麼什麼都不匯入。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Looking through it …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>（略過）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>請選擇…</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
</context>
<context>
    <name>ImportsPart</name>
    <message>
        <source>Tables from elsewhere</source>
        <translation>別處來的表格</translation>
    </message>
    <message>
        <source>What no platform tells programs: reach, completion, visits, orders, ad spend.</source>
        <translation>平台不告訴程式的：觸及人數、完播率、造訪、訂單、廣告花費。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>匯入表格…</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>還沒有匯入過</translation>
    </message>
    <message>
        <source>Drop a CSV or XLSX file here. You see what it brings before it is kept.</source>
        <translation>把 CSV 或 XLSX 檔案拖到這裡。保留之前先看到會帶來什麼。</translation>
    </message>
    <message>
        <source>{n} kept</source>
        <translation>保留 {n} 列</translation>
    </message>
    <message>
        <source>{n} without a post or person of yours</source>
        <translation>{n} 列沒有對應的貼文或人</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>It counts again</source>
        <translation>重新生效</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message>
        <source>Inbox</source>
        <translation>收件匣</translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation>待回覆</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>私訊</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>沒有人在等</translation>
    </message>
    <message>
        <source>Everyone has an answer. New mentions, comments and messages appear here.</source>
        <translation>每個人都得到了答覆。新的提及、留言和私訊會出現在這裡。</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>還沒有帳號</translation>
    </message>
    <message>
        <source>Connect one, and what people write to you is gathered here.</source>
        <translation>連結一個帳號，別人寫給你的話就會收到這裡。</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>連結帳號</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>這裡沒有內容</translation>
    </message>
    <message>
        <source>No conversation belongs to this view right now.</source>
        <translation>目前沒有對話屬於這個檢視。</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n 則待回覆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 則逾時</numerusform>
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
        <translation>沒有與它相似的</translation>
    </message>
    <message>
        <source>Liked: {name}</source>
        <translation>已按讚：{name}</translation>
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
            <numerusform>%n 則新內容</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>沒有新內容</translation>
    </message>
    <message>
        <source>Nothing leaves until you resume</source>
        <translation>在你恢復之前，什麼也不會送出</translation>
    </message>
    <message>
        <source>Planned posts asked back from servers: {count}</source>
        <translation>已請伺服器交還計畫貼文：{count} 則</translation>
    </message>
    <message>
        <source>Sending goes on</source>
        <translation>已恢復傳送</translation>
    </message>
    <message>
        <source>Landing: reading every thread again</source>
        <translation>正在降落：重讀每個對話</translation>
    </message>
    <message>
        <source>Somebody is there now: no away text is needed.</source>
        <translation>現在有人在，不需要離開回覆。</translation>
    </message>
    <message>
        <source>Connected. What people wrote is on its way in.</source>
        <translation>已連結，內容正在收取。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Single letters work wherever you are not writing.</source>
        <translation>沒有在輸入文字時，單一字母即可使用。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>LandingPane</name>
    <message>
        <source>Landing report</source>
        <translation>降落報告</translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation>前往收件匣</translation>
    </message>
    <message>
        <source>You have not been away yet</source>
        <translation>你還沒有離開過</translation>
    </message>
    <message>
        <source>After flight mode you find here what was sent, what is held for you, and what is new.</source>
        <translation>飛航模式結束後，這裡會列出已送出的、等你決定的，以及新來的內容。</translation>
    </message>
    <message>
        <source>You were away {time}. Every reply was checked against its thread before it left.</source>
        <translation>離開時長：{time}。每則回覆送出前都重讀過所在的對話。</translation>
    </message>
    <message>
        <source>Every reply was checked against its thread before it left.</source>
        <translation>每則回覆送出前都重讀過所在的對話。</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>沒有需要你決定的了。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>Sent once</source>
        <translation>已送出，各一次</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>等你決定</translation>
    </message>
    <message>
        <source>May have been sent</source>
        <translation>可能已送出</translation>
    </message>
    <message>
        <source>New since you left</source>
        <translation>離開後新來的</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>遭拒絕</translation>
    </message>
</context>
<context>
    <name>Leads</name>
    <message>
        <source>Where it leads</source>
        <translation>連結通往哪裡</translation>
    </message>
    <message>
        <source>The text of the link names another place.</source>
        <translation>連結的文字寫的是另一個地方。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不開啟</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>{words} leads to {host}</source>
        <translation>{words} 通往 {host}</translation>
    </message>
    <message>
        <source>{words} is no link that can be opened</source>
        <translation>{words} 不是可以開啟的連結</translation>
    </message>
</context>
<context>
    <name>LivePart</name>
    <message>
        <source>Live chats</source>
        <translation>直播聊天</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import a log…</source>
        <translation>匯入記錄…</translation>
    </message>
    <message>
        <source>No live chat yet</source>
        <translation>還沒有直播記錄</translation>
    </message>
    <message>
        <source>Import the log of a live stream, as XML, CSV, JSON lines or plain lines, and see what was asked again and again.</source>
        <translation>匯入一場直播的聊天記錄（XML、CSV、JSON 行或純文字），看看大家反覆在問什麼。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>imported {time}</source>
        <translation>{time} 匯入</translation>
    </message>
    <message>
        <source>Nothing was asked twice.</source>
        <translation>沒有被重複問到的問題。</translation>
    </message>
    <message>
        <source>Asked again and again</source>
        <translation>反覆被問到</translation>
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
        <translation>匯入記錄</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) asked again and again</source>
        <translation>
            <numerusform>%n 個問題反覆被問到</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {name}. Its file is untouched.</source>
        <translation>已移除：{name}。原檔案沒有動。</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>Fetching and sending go on.</source>
        <translation>收發照常進行。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>通行碼</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>Forgot the passphrase?</source>
        <translation>忘記通行碼了？</translation>
    </message>
    <message>
        <source>The lock keeps eyes off the screen; it encrypts nothing, so nothing is lost. In a terminal of this account: cmapp lock off</source>
        <translation>鎖只擋住螢幕前的目光，不加密任何東西，所以什麼都沒有遺失。請在這個帳戶的終端機裡執行：cmapp lock off</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>通行碼不對。</translation>
    </message>
    <message numerus="yes">
        <source>That is not the passphrase. Again in %n second(s).</source>
        <translation>
            <numerusform>通行碼不對。%n 秒後可以再試。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockSetUp</name>
    <message>
        <source>Lock the window</source>
        <translation>鎖定視窗</translation>
    </message>
    <message>
        <source>The lock keeps eyes off the screen while you are away. It encrypts nothing: who can use this account of the computer can read the profile, and take the lock off.</source>
        <translation>你離開時，鎖擋住螢幕前的目光。它不加密任何東西：能使用這台電腦帳戶的人，可以讀取設定檔，也可以取消鎖定。</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新通行碼</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>通行碼</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再輸入一次</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>不自動鎖定</translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation>閒置多久後鎖定</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Set the lock</source>
        <translation>啟用鎖定</translation>
    </message>
    <message>
        <source>Lock when the system locks its screen or sleeps</source>
        <translation>系統鎖定螢幕或睡眠時鎖定</translation>
    </message>
    <message>
        <source>Take the lock off</source>
        <translation>取消鎖定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>兩次輸入不一樣。</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>The lock is set. Lock the window with {key}</source>
        <translation>鎖已設定。按 {key} 鎖定視窗</translation>
    </message>
    <message>
        <source>The lock is off.</source>
        <translation>鎖已取消。</translation>
    </message>
</context>
<context>
    <name>LogAnswer</name>
    <message>
        <source>What you answered</source>
        <translation>你的答覆</translation>
    </message>
    <message>
        <source>To {name}. Nothing is sent; it is kept as your answer.</source>
        <translation>給 {name}。不會送出任何東西，只作為你的答覆保存。</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答覆</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>LogContact</name>
    <message>
        <source>Log a contact</source>
        <translation>記錄聯絡</translation>
    </message>
    <message>
        <source>It stands in the inbox, with its deadline, and is found by the search.</source>
        <translation>它會出現在收件匣裡，帶有期限，也能被搜尋找到。</translation>
    </message>
    <message>
        <source>Number or address, to find them again</source>
        <translation>號碼或地址，便於再次找到</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>說了什麼</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>是誰</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Wants an answer</source>
        <translation>需要回覆</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Choose a conversation in the inbox first</source>
        <translation>請先在收件匣裡選一個對話</translation>
    </message>
    <message>
        <source>Register as “{title}”</source>
        <translation>登記為「{title}」</translation>
    </message>
    <message>
        <source>A new suggestion, in their own words</source>
        <translation>新建議，用對方的原話</translation>
    </message>
    <message>
        <source>Register as a suggestion</source>
        <translation>登記為建議</translation>
    </message>
    <message>
        <source>What is proposed? Or a suggestion that is there</source>
        <translation>提議是什麼？或選已有的建議</translation>
    </message>
    <message numerus="yes">
        <source>Registered: {title} (%n voice(s))</source>
        <translation>
            <numerusform>已登記：{title}（%n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>It says: {what}</source>
        <translation>內容是：{what}</translation>
    </message>
    <message>
        <source>It needs a reply</source>
        <translation>需要回覆</translation>
    </message>
    <message>
        <source>It needs no reply</source>
        <translation>不需要回覆</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>由規則判斷</translation>
    </message>
    <message>
        <source>Correct the verdict</source>
        <translation>更正判斷</translation>
    </message>
    <message>
        <source>What is it really?</source>
        <translation>它其實是什麼？</translation>
    </message>
</context>
<context>
    <name>MakeTask</name>
    <message>
        <source>Make a task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什麼</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>由誰負責</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>MediaLibrary</name>
    <message>
        <source>Media library</source>
        <translation>素材庫</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>還沒有圖片</translation>
    </message>
    <message>
        <source>Drop files here, paste a picture, or add them. Where and with what they were taken is removed at once.</source>
        <translation>把檔案拖到這裡，貼上圖片，或者新增檔案。拍攝地點和裝置資訊會立即去除。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>新增檔案</translation>
    </message>
    <message>
        <source>Nothing like that</source>
        <translation>沒有這樣的檔案</translation>
    </message>
    <message>
        <source>Try other words or filters.</source>
        <translation>換些詞或篩選條件試試。</translation>
    </message>
    <message>
        <source>Words in title, alt text, tags</source>
        <translation>標題、替代文字、標籤裡的詞</translation>
    </message>
    <message>
        <source>Find a file</source>
        <translation>尋找檔案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有資料夾</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有標籤</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>動圖</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>No alt text</source>
        <translation>無替代文字</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>不在資料夾裡</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 個檔案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n here</source>
        <translation>
            <numerusform>這裡最多 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>圖片和影片</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>正在收入…</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>新增了 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n 個已在庫中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more not taken</source>
        <translation>
            <numerusform>另有 %n 個未收入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>移除了 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still used, so kept</source>
        <translation>
            <numerusform>%n 個仍在使用，已保留</numerusform>
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
        <translation>無替代文字</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
</context>
<context>
    <name>Meters</name>
    <message numerus="yes">
        <source>%n more account(s) with more room</source>
        <translation>
            <numerusform>另有 %n 個帳號，空間更寬裕</numerusform>
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
            <numerusform>%n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>理由類別</translation>
    </message>
    <message>
        <source>Why? This stays with you</source>
        <translation>為什麼？只留在你這裡</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What the platform's moderators are told</source>
        <translation>告訴平台管理員的話</translation>
    </message>
    <message>
        <source>Note to the moderators</source>
        <translation>給管理員的附言</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>僅在這裡</translation>
    </message>
    <message>
        <source>Only here: nothing is sent</source>
        <translation>僅在這裡：不送出任何東西</translation>
    </message>
    <message>
        <source>Not for {left} of {all}: {why}</source>
        <translation>{all} 則中有 {left} 則不行：{why}</translation>
    </message>
</context>
<context>
    <name>ModerationLog</name>
    <message>
        <source>Moderation log</source>
        <translation>管理紀錄</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nothing was moderated yet.</source>
        <translation>還沒有任何管理操作。</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>NetworkPart</name>
    <message>
        <source>Nobody has answered anybody yet</source>
        <translation>還沒有人回覆過別人</translation>
    </message>
    <message>
        <source>Once people answer you or each other, you see here who talks with whom.</source>
        <translation>等有人回覆你或彼此回覆，這裡會顯示誰和誰在交談。</translation>
    </message>
    <message>
        <source>Which group</source>
        <translation>哪個群組</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群組</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 個月</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 個月</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 個月</translation>
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
        <translation>2 條聯繫以上</translation>
    </message>
    <message>
        <source>4 and more</source>
        <translation>4 條以上</translation>
    </message>
    <message>
        <source>How well connected</source>
        <translation>聯繫多少</translation>
    </message>
    <message>
        <source>Without you</source>
        <translation>不含你</translation>
    </message>
    <message>
        <source>Likes and follows, too</source>
        <translation>也算按讚和追蹤</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>處於中心</translation>
    </message>
    <message>
        <source>Bridges between groups</source>
        <translation>群組之間的橋梁</translation>
    </message>
    <message>
        <source>Opinion leaders (KOL)</source>
        <translation>關鍵意見領袖（KOL）</translation>
    </message>
    <message>
        <source>Key consumers (KOC)</source>
        <translation>關鍵意見消費者（KOC）</translation>
    </message>
    <message>
        <source>To thank or feature</source>
        <translation>值得感謝或推薦</translation>
    </message>
    <message>
        <source>Who may vouch for you</source>
        <translation>誰能為你背書</translation>
    </message>
    <message>
        <source>Which people</source>
        <translation>哪些人</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>尋找某人</translation>
    </message>
    <message>
        <source>People of the network</source>
        <translation>網路裡的人</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在計算……</translation>
    </message>
    <message>
        <source>{people} people · {ties} ties · density {density}</source>
        <translation>{people} 人 · {ties} 條聯繫 · 密度 {density}</translation>
    </message>
    <message>
        <source>One group: {n} people.</source>
        <translation>一個群組：{n} 人。</translation>
    </message>
    <message>
        <source>{n} of them are shown, the highest PageRank first.</source>
        <translation>顯示其中 PageRank 最高的 {n} 人。</translation>
    </message>
    <message>
        <source>So many people: betweenness is an estimate.</source>
        <translation>人數很多：中介中心性為估計值。</translation>
    </message>
    <message>
        <source>Too few people to say much.</source>
        <translation>人數太少，看不出什麼。</translation>
    </message>
    <message>
        <source>Around {name}: {n}</source>
        <translation>{name} 周圍：{n} 人</translation>
    </message>
    <message>
        <source>Answered by those who are answered. The figure is PageRank.</source>
        <translation>被那些受人回應的人回應。數字是 PageRank。</translation>
    </message>
    <message>
        <source>On the ways between others. The figure is betweenness.</source>
        <translation>位於其他人之間的路徑上。數字是中介中心性。</translation>
    </message>
    <message>
        <source>At least three people listen to them. Followers alone do not count.</source>
        <translation>至少有三個人在聽。僅憑追蹤者數不算。</translation>
    </message>
    <message>
        <source>Small reach, posts that draw answers, well-disposed to you.</source>
        <translation>觸及範圍小，貼文能引來回覆，對你友善。</translation>
    </message>
    <message>
        <source>The ten who moved most last week: thank or feature them.</source>
        <translation>上週最活躍的十個人：感謝或推薦他們。</translation>
    </message>
    <message>
        <source>Listened to, and had good words for you and no bad ones.</source>
        <translation>有人聽，對你說過好話，沒有壞話。</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>還沒有人。</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Picture of the network</source>
        <translation>網路圖</translation>
    </message>
    <message>
        <source>The list beside it has the same people.</source>
        <translation>旁邊的清單裡是同樣的人。</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Private note</source>
        <translation>私人備註</translation>
    </message>
    <message>
        <source>About {name}. Nobody but the people at this desk sees it.</source>
        <translation>關於{name}。只有這裡的人看得到。</translation>
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
        <translation>回覆時段開始了</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent answer(s) due, the first at {time}</source>
        <translation>
            <numerusform>%n 則緊急回覆即將到期，最早 {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) due soon, the first at {time}</source>
        <translation>
            <numerusform>%n 則回覆即將到期，最早 {time}</numerusform>
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
        <translation>記錄</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The hours hold from now on; deadlines have moved with them.</source>
        <translation>新的時間已生效，期限也隨之更新。</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Attach pictures or a film</source>
        <translation>加入圖片或影片</translation>
    </message>
    <message>
        <source>Take from the media library</source>
        <translation>從素材庫選取</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符號</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>內容警告</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>首則留言</translation>
    </message>
    <message>
        <source>Split into a thread where it is too long</source>
        <translation>太長時拆成討論串</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>誰能看到</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>文字的語言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Open the thread</source>
        <translation>開啟對話</translation>
    </message>
    <message>
        <source>asked back; else it is published at {time}</source>
        <translation>已請求交還；否則 {time} 會發布</translation>
    </message>
    <message>
        <source>the server keeps it until {time}</source>
        <translation>伺服器保管到 {time}</translation>
    </message>
    <message>
        <source>waits for the part before</source>
        <translation>等前一部分送出</translation>
    </message>
    <message>
        <source>waits until the server gives back the earlier version</source>
        <translation>等伺服器交還舊版本</translation>
    </message>
    <message>
        <source>leaves in a moment</source>
        <translation>即將送出</translation>
    </message>
    <message>
        <source>planned for {time}</source>
        <translation>定於 {time}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>waits until you land</source>
        <translation>等你降落</translation>
    </message>
    <message>
        <source>waits for a sign-in</source>
        <translation>等待登入</translation>
    </message>
    <message>
        <source>tries again at {time}</source>
        <translation>{time} 再試</translation>
    </message>
    <message>
        <source>no answer came back; looking for it</source>
        <translation>沒有收到答覆，正在查找</translation>
    </message>
    <message>
        <source>You wrote at {time}</source>
        <translation>你寫於 {time}</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>此後</translation>
    </message>
    <message>
        <source>Edited {time}</source>
        <translation>{time} 被編輯</translation>
    </message>
    <message>
        <source>The question was deleted</source>
        <translation>提問已被刪除</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不送了</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>已經在了</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送一次</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>修改後送出</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>照樣送出</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>It is being looked for. It goes out again only where the server prevents doubles.</source>
        <translation>正在查找它是否已送出。只有伺服器能防止重複時，才會再次送出。</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>你寫的內容已保留。</translation>
    </message>
    <message>
        <source>{sent} of {of} parts are out.</source>
        <translation>已送出 {sent} / {of} 部分。</translation>
    </message>
</context>
<context>
    <name>OutboxPane</name>
    <message>
        <source>Outbox</source>
        <translation>寄件匣</translation>
    </message>
    <message>
        <source>Landing report</source>
        <translation>降落報告</translation>
    </message>
    <message>
        <source>Pause everything</source>
        <translation>全部暫停</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>恢復傳送</translation>
    </message>
    <message>
        <source>Paused: nothing leaves, for no account, until you resume.</source>
        <translation>已暫停：在你恢復之前，任何帳號都不會送出任何內容。</translation>
    </message>
    <message>
        <source>Flight mode: everything waits here until you land.</source>
        <translation>飛航模式：全部在此等候，直到你降落。</translation>
    </message>
    <message>
        <source>No network: everything waits here and goes out later.</source>
        <translation>沒有網路：全部在此等候，稍後送出。</translation>
    </message>
    <message>
        <source>Every reply is checked against its thread before it leaves.</source>
        <translation>每則回覆送出前都會重讀所在的對話。</translation>
    </message>
    <message>
        <source>Nothing on its way</source>
        <translation>沒有待送的內容</translation>
    </message>
    <message>
        <source>Replies and posts stand here from the moment you send them.</source>
        <translation>從你送出的那一刻起，回覆和貼文都會列在這裡。</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>等你處理</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已結束</translation>
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
        <translation>想做什麼？</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>尋找操作</translation>
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
        <translation>提前看嗎？</translation>
    </message>
    <message>
        <source>Who looks ten times and stops at the first win is wrong in about 18 of 100 experiments, not in {alpha}. So a look is written down for good, the result is marked, and its interval becomes wider. It cannot be taken back.</source>
        <translation>看十次、一見贏就停的人，100 次實驗中約有 18 次是錯的，而不是 {alpha} 次。所以提前看會被永久記下，結果會帶標記，區間也會變寬。無法復原。</translation>
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
        <translation>關閉</translation>
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
        <translation>尋找人物</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分群</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠實</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失風險</translation>
    </message>
    <message>
        <source>VIP people</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Changed lately</source>
        <translation>最近有變化</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Forget the segment “{name}”</source>
        <translation>刪除分群「{name}」</translation>
    </message>
    <message>
        <source>Save what is shown as “{name}”</source>
        <translation>把目前結果存為「{name}」</translation>
    </message>
    <message>
        <source>A segment, or a name to save this search under</source>
        <translation>選一個分群，或寫個名字儲存這次查詢</translation>
    </message>
    <message>
        <source>Looked for as words: {part}</source>
        <translation>當作詞語尋找：{part}</translation>
    </message>
    <message>
        <source>One person now; everything is kept</source>
        <translation>已合併為一個人；內容全部保留</translation>
    </message>
    <message>
        <source>Two people again</source>
        <translation>又是兩個人了</translation>
    </message>
    <message>
        <source>Not the same person; this is not asked again</source>
        <translation>不是同一個人；不會再問</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>One person now. They differ, both are kept: {what}</source>
        <translation>已合併為一個人。說法不同，兩個都保留：{what}</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>沒有成功。沒有遺失任何內容。</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>新標籤「{name}」</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Which tag?</source>
        <translation>哪個標籤？</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>按規則</translation>
    </message>
    <message>
        <source>Which stage?</source>
        <translation>哪個階段？</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Export into an empty folder</source>
        <translation>匯出到一個空資料夾</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>已寫出 %n 個檔案</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>The person</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>KNOWN AS</source>
        <translation>名號</translation>
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
        <translation>已靜音</translation>
    </message>
    <message>
        <source>WITH YOU</source>
        <translation>與你往來</translation>
    </message>
    <message>
        <source>Wrote to you</source>
        <translation>給你留言</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Here on</source>
        <translation>來過</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>初次出現</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>追蹤者</translation>
    </message>
    <message>
        <source>Close to you</source>
        <translation>與你的親近程度</translation>
    </message>
    <message>
        <source>{n} of 100</source>
        <translation>{n} / 100</translation>
    </message>
    <message>
        <source>FACTS</source>
        <translation>事實</translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>先前</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export what is stored…</source>
        <translation>匯出儲存的內容…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>抹除…</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>還沒有選人</translation>
    </message>
    <message>
        <source>Whom you choose in the list is shown here, with all that is kept.</source>
        <translation>在清單裡選一個人，這裡會顯示保存的全部內容。</translation>
    </message>
    <message>
        <source>Nothing from them to you yet.</source>
        <translation>此人還沒有對你說過什麼。</translation>
    </message>
    <message numerus="yes">
        <source>Here on %n day(s)</source>
        <translation>
            <numerusform>來過 %n 天</numerusform>
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
        <translation>親近程度：{n} / 100</translation>
    </message>
    <message>
        <source>Muted here</source>
        <translation>在這裡靜音</translation>
    </message>
    <message>
        <source>Since you last looked</source>
        <translation>上次查看以來</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>最近</translation>
    </message>
    <message numerus="yes">
        <source>%n new thing(s) from them</source>
        <translation>
            <numerusform>有 %n 則新內容</numerusform>
        </translation>
    </message>
    <message>
        <source>May be the same person: {name} (@{handle})</source>
        <translation>可能是同一個人：{name}（@{handle}）</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>與 {name} 合併</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一個人</translation>
    </message>
    <message>
        <source>{name} is somebody else</source>
        <translation>{name} 是另一個人</translation>
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
        <translation>個人檔案</translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n 位粉絲</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the profile</source>
        <translation>開啟首頁</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>取消合併</translation>
    </message>
    <message>
        <source>Unmerge {name}</source>
        <translation>取消合併 {name}</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事實</translation>
    </message>
    <message>
        <source>they said so</source>
        <translation>本人說過</translation>
    </message>
    <message>
        <source>stated otherwise, too</source>
        <translation>另有不同說法</translation>
    </message>
    <message>
        <source>Where they said it</source>
        <translation>在哪裡說的</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>刪除 {name}</translation>
    </message>
    <message>
        <source>What, e.g. city</source>
        <translation>什麼，例如城市</translation>
    </message>
    <message>
        <source>Only what they stated or you know</source>
        <translation>只寫本人說過或你知道的</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Drop the note</source>
        <translation>刪除備註</translation>
    </message>
    <message>
        <source>What they said and did</source>
        <translation>說過和做過的</translation>
    </message>
    <message>
        <source>The newest {count}; the rest is in the search.</source>
        <translation>最新的 {count} 則；其餘可以搜尋。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>開啟 {what}</translation>
    </message>
</context>
<context>
    <name>PickReply</name>
    <message>
        <source>Saved replies</source>
        <translation>常用回覆</translation>
    </message>
    <message>
        <source>Shortcut or words</source>
        <translation>快捷詞或其中的字</translation>
    </message>
    <message>
        <source>Find a saved reply</source>
        <translation>尋找常用回覆</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No saved reply fits. They are written under Answers.</source>
        <translation>沒有合適的常用回覆。可以在「答覆」裡編寫。</translation>
    </message>
    <message>
        <source>Shift ↵ puts the link in</source>
        <translation>Shift ↵ 放進連結</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more wording(s))</source>
        <translation>
            <numerusform>（另有 %n 種寫法）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>What does it show? (for people who cannot see it)</source>
        <translation>圖裡有什麼？（寫給看不見的人）</translation>
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
        <translation>這張圖片</translation>
    </message>
    <message>
        <source>What does it show? (for people who cannot see it)</source>
        <translation>圖裡是什麼？（給看不見的人）</translation>
    </message>
    <message>
        <source>Alt text of {file}</source>
        <translation>{file} 的替代文字</translation>
    </message>
    <message>
        <source>No alt text yet</source>
        <translation>還沒有替代文字</translation>
    </message>
    <message>
        <source>Keep in the library</source>
        <translation>存入素材庫</translation>
    </message>
    <message>
        <source>Move {file} forward</source>
        <translation>把 {file} 往前移</translation>
    </message>
    <message>
        <source>Move {file} back</source>
        <translation>把 {file} 往後移</translation>
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
        <translation>在排定所在地 {zone} 是 {time}</translation>
    </message>
    <message>
        <source>No account is chosen yet</source>
        <translation>還沒有選帳號</translation>
    </message>
    <message>
        <source>from a series</source>
        <translation>來自系列</translation>
    </message>
</context>
<context>
    <name>PlanDeeds</name>
    <message>
        <source>This one is changed in the outbox</source>
        <translation>這一則請在寄件匣裡修改</translation>
    </message>
    <message>
        <source>Moved to {day}, {time}</source>
        <translation>已移到{day} {time}</translation>
    </message>
    <message>
        <source>Planned for {day}, {time}</source>
        <translation>已排定在{day} {time}</translation>
    </message>
    <message>
        <source>Now a draft</source>
        <translation>現在是草稿</translation>
    </message>
    <message>
        <source>An idea again</source>
        <translation>又是想法了</translation>
    </message>
    <message>
        <source>It could not be moved.</source>
        <translation>無法移動。</translation>
    </message>
    <message>
        <source>It stays where it was. {why}</source>
        <translation>它留在原處。{why}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>已丟棄</translation>
    </message>
    <message>
        <source>Out of the plan; the text stays with your drafts</source>
        <translation>已移出計畫，文字留在草稿裡</translation>
    </message>
    <message>
        <source>held by a check, look at it</source>
        <translation>被檢查擋下，請看一下</translation>
    </message>
</context>
<context>
    <name>PlanLine</name>
    <message>
        <source>Take the plan away</source>
        <translation>取消計畫</translation>
    </message>
</context>
<context>
    <name>PlanSieve</name>
    <message>
        <source>Show everything</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>pillar</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Show only: an account, a campaign, a pillar, a state</source>
        <translation>只顯示：某個帳號、活動、主題或狀態</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message numerus="yes">
        <source>%n day(s) in a row</source>
        <translation>
            <numerusform>連續 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing {days}</source>
        <translation>{days} 沒有貼文</translation>
    </message>
    <message>
        <source>no gap ahead</source>
        <translation>近期沒有空檔</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>There is no post here to move</source>
        <translation>這裡沒有可以移動的貼文</translation>
    </message>
    <message>
        <source>Arrows carry it, Return puts it down</source>
        <translation>方向鍵移動，Return 放下</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Plan…</source>
        <translation>計畫發布…</translation>
    </message>
    <message>
        <source>Plan it for later</source>
        <translation>排定稍後發出</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>現在發出</translation>
    </message>
    <message>
        <source>Next free slot</source>
        <translation>下一個空檔</translation>
    </message>
    <message>
        <source>Pick a time…</source>
        <translation>選時間…</translation>
    </message>
    <message>
        <source>Take the plan away</source>
        <translation>取消計畫</translation>
    </message>
    <message>
        <source>Next free slot: {time}</source>
        <translation>下一個空檔：{time}</translation>
    </message>
    <message>
        <source>later today</source>
        <translation>今天稍晚</translation>
    </message>
    <message>
        <source>tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>下週</translation>
    </message>
    <message>
        <source>When is it to go out?</source>
        <translation>什麼時候發出？</translation>
    </message>
    <message>
        <source>When? e.g. fri 9:00, tomorrow 18:30 ({zone})</source>
        <translation>什麼時候？例如：週五 9 點、明天 18:30（{zone}）</translation>
    </message>
    <message numerus="yes">
        <source>good before: %n post(s) around then</source>
        <translation>
            <numerusform>以往效果好：該時段 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>For {time} ({zone})</source>
        <translation>定在 {time}（{zone}）</translation>
    </message>
    <message>
        <source>Planned for {time} ({zone})</source>
        <translation>排定 {time}（{zone}）</translation>
    </message>
    <message>
        <source>Was planned for {time} ({zone}), not queued</source>
        <translation>原定 {time}（{zone}），未排入</translation>
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
        <translation>新增選項</translation>
    </message>
    <message>
        <source>The poll is open for</source>
        <translation>投票開放多久</translation>
    </message>
    <message>
        <source>More than one can be chosen</source>
        <translation>可以複選</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>開放</translation>
    </message>
    <message>
        <source>Option {number}</source>
        <translation>選項 {number}</translation>
    </message>
    <message>
        <source>Remove option {number}</source>
        <translation>移除選項 {number}</translation>
    </message>
    <message>
        <source>These accounts take {most} options</source>
        <translation>這些帳號最多接受 {most} 個選項</translation>
    </message>
</context>
<context>
    <name>PostComposer</name>
    <message>
        <source>Content warning: shown before the text</source>
        <translation>內容警告：顯示在內文之前</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>內容警告</translation>
    </message>
    <message>
        <source>First comment, posted right under it</source>
        <translation>首則留言，緊接著發在下面</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>首則留言</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>發佈</translation>
    </message>
    <message>
        <source>Follow the common text again</source>
        <translation>重新跟隨共用文字</translation>
    </message>
    <message>
        <source>For a region…</source>
        <translation>依地區另寫…</translation>
    </message>
    <message>
        <source>Remove this wording</source>
        <translation>移除這個版本</translation>
    </message>
    <message>
        <source>For all</source>
        <translation>所有帳號</translation>
    </message>
    <message>
        <source>Own wording</source>
        <translation>自有文字</translation>
    </message>
    <message>
        <source>Follows the common text until you change it</source>
        <translation>跟隨共用文字，改動後才分開</translation>
    </message>
    <message>
        <source>Pictures and films</source>
        <translation>圖片和影片</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>{file} is neither a picture nor a film</source>
        <translation>{file} 既不是圖片也不是影片</translation>
    </message>
    <message numerus="yes">
        <source>At most %n picture(s) here</source>
        <translation>
            <numerusform>這裡最多 %n 張圖片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Ready for take-off?</source>
        <translation>準備起飛？</translation>
    </message>
    <message>
        <source>Flight mode</source>
        <translation>飛航模式</translation>
    </message>
    <message>
        <source>Until you land nothing leaves and nothing comes in. Read, search, write and queue as you like; every reply is checked against its thread when you land.</source>
        <translation>降落之前，什麼也不送出，什麼也不收取。儘管閱讀、搜尋、書寫、排隊；降落時每則回覆都會先重讀對話。</translation>
    </message>
    <message>
        <source>Stay online</source>
        <translation>保持連線</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>起飛</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>請稍候</translation>
    </message>
    <message>
        <source>The look ahead is not there right now.</source>
        <translation>暫時無法查看接下來的安排。</translation>
    </message>
    <message>
        <source>HOW FRESH</source>
        <translation>新鮮程度</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>{time}收取</translation>
    </message>
    <message>
        <source>MEANWHILE</source>
        <translation>離開期間</translation>
    </message>
    <message>
        <source>Need a reply</source>
        <translation>待回覆</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待送出</translation>
    </message>
    <message>
        <source>Answers that fall due</source>
        <translation>期間到期的回覆</translation>
    </message>
    <message>
        <source>The answer to {name}</source>
        <translation>給 {name} 的回覆</translation>
    </message>
    <message>
        <source>Reply window of {name} closes</source>
        <translation>{name} 的回覆期限截止</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message numerus="yes">
        <source>and %n more part(s)</source>
        <translation>
            <numerusform>還有 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview for {account} on {network}</source>
        <translation>{account} 在 {network} 上的預覽</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>還沒有寫。</translation>
    </message>
    <message>
        <source>first comment</source>
        <translation>首則留言</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Choose an account to see how it will look there.</source>
        <translation>選一個帳號，看看發出去是什麼樣。</translation>
    </message>
</context>
<context>
    <name>PrivacyMap</name>
    <message>
        <source>What is stored about whom</source>
        <translation>儲存了關於誰的什麼</translation>
    </message>
    <message>
        <source>Drill: stolen today…</source>
        <translation>演練：今天被偷…</translation>
    </message>
    <message>
        <source>Delete damaged files…</source>
        <translation>刪除損壞的檔案…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
            <numerusform>%n 個損壞資料庫的檔案：沒有從中搶救出來的內容將永遠遺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久刪除</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) deleted</source>
        <translation>
            <numerusform>已刪除 %n 個檔案</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the drill</source>
        <translation>儲存演練</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已寫入 {file}</translation>
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
            <numerusform>還有 %n 項在等待，關掉視窗後也會自動送出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deed(s) still wait(s), and will leave once you are online and sending is on.</source>
        <translation>
            <numerusform>還有 %n 項在等待，等你連線並開啟傳送後送出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>什麼都沒有遺失</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>This profile cannot be opened</source>
        <translation>這個設定檔無法開啟</translation>
    </message>
    <message>
        <source>Export your data…</source>
        <translation>匯出你的資料…</translation>
    </message>
    <message>
        <source>Check this profile</source>
        <translation>檢查此設定檔</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>RegisterPart</name>
    <message>
        <source>Suggestions</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已採納</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>不採納</translation>
    </message>
    <message>
        <source>In the inbox, I puts what somebody proposes into this register. When it is there, everyone who asked for it can be told at once.</source>
        <translation>在收件匣裡按 I，就把別人的提議登記到這裡。做好之後，可以一次告訴所有提過的人。</translation>
    </message>
    <message>
        <source>No suggestion here</source>
        <translation>這裡還沒有建議</translation>
    </message>
    <message>
        <source>By voices: one person counts once, however often they asked.</source>
        <translation>依人數排列：一個人提幾次都只算一次。</translation>
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
            <numerusform>已起草 %n 則回覆</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>採納</translation>
    </message>
    <message>
        <source>It is done…</source>
        <translation>已經做好…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不採納</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>對話</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) drafted, to be looked at in Write</source>
        <translation>
            <numerusform>已起草 %n 則回覆，請到「撰寫」裡過目</numerusform>
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
        <translation>快捷詞，例如 ;yysj</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷詞</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>各種寫法</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>再加一種寫法</translation>
    </message>
    <message>
        <source>For the platform</source>
        <translation>用於平台</translation>
    </message>
    <message>
        <source>For the language</source>
        <translation>用於語言</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>任何語言</translation>
    </message>
    <message>
        <source>Any platform</source>
        <translation>任何平台</translation>
    </message>
    <message>
        <source>Attach a picture</source>
        <translation>加上圖片</translation>
    </message>
    <message>
        <source>Remove this wording</source>
        <translation>去掉這種寫法</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>寫法</translation>
    </message>
    <message>
        <source>Hello {{first_name}}, your order {{order}} …</source>
        <translation>{{first_name}}你好，你的訂單 {{order}} ……</translation>
    </message>
    <message>
        <source>New saved reply</source>
        <translation>新增常用回覆</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>用過 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>還沒用過</translation>
    </message>
    <message numerus="yes">
        <source>sent %n time(s)</source>
        <translation>
            <numerusform>送出 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed before</source>
        <translation>
            <numerusform>其中 %n 次送出前改過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thanked you</source>
        <translation>
            <numerusform>%n 人道了謝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrote again</source>
        <translation>
            <numerusform>%n 人又寫來了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n 則還沒辦完</numerusform>
        </translation>
    </message>
    <message>
        <source>Any</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>{names} means nothing: it would keep the text from going out.</source>
        <translation>{names} 沒有意義：會讓文字不能送出。</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>讀起來是</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太長</translation>
    </message>
</context>
<context>
    <name>Replying</name>
    <message>
        <source>This thread is heated. Read it once more: leaves in {seconds} s</source>
        <translation>這段對話氣氛緊張，請再讀一遍：{seconds} 秒後送出</translation>
    </message>
    <message>
        <source>Leaves in {seconds} s</source>
        <translation>{seconds} 秒後送出</translation>
    </message>
    <message>
        <source>Queued. It goes out when you resume sending.</source>
        <translation>已加入待送，恢復傳送後送出。</translation>
    </message>
    <message>
        <source>Queued. It goes out when you land.</source>
        <translation>已加入待送，降落後送出。</translation>
    </message>
    <message>
        <source>Queued. It goes out when you are back online.</source>
        <translation>已加入待送，恢復連線後送出。</translation>
    </message>
    <message>
        <source>Taken back. It stands under Write, with what is begun.</source>
        <translation>已收回，放在「撰寫」頁未完成的草稿中。</translation>
    </message>
</context>
<context>
    <name>ReportsPart</name>
    <message>
        <source>Reports</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Made from this machine's data; anyone can make them again and compare.</source>
        <translation>由這台機器上的資料產生；任何人都能重新產生並核對。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>By themselves</source>
        <translation>定時產生</translation>
    </message>
    <message>
        <source>Made so far</source>
        <translation>已產生</translation>
    </message>
    <message>
        <source>What you make is listed here, and can be checked against the data.</source>
        <translation>產生的報告列在這裡，可以隨時與資料核對。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Template deleted</source>
        <translation>範本已刪除</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每週</translation>
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
        <translation>結束</translation>
    </message>
    <message>
        <source>Schedule ended</source>
        <translation>已結束定時產生</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>檔案已不在</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>顯示檔案</translation>
    </message>
    <message>
        <source>Making it again …</source>
        <translation>正在重新產生……</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>產生檔案</translation>
    </message>
    <message>
        <source>Made: {name}</source>
        <translation>已產生：{name}</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>存放報告的資料夾</translation>
    </message>
</context>
<context>
    <name>RestoreFirst</name>
    <message>
        <source>Restore the backup of {day}?</source>
        <translation>還原 {day} 的備份？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>What stands here now is kept and can be brought back. cmapp ends what it is doing; with many messages this takes a minute.</source>
        <translation>現在的內容會保留，還可以取回。cmapp 會做完手上的事；訊息多時需要一分鐘左右。</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) since: labels, notes, what was closed</source>
        <translation>
            <numerusform>此後的 %n 次處理：標籤、筆記、已處理的</numerusform>
        </translation>
    </message>
    <message>
        <source>lost</source>
        <translation>遺失</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that came since</source>
        <translation>
            <numerusform>此後收到的 %Ln 則訊息</numerusform>
        </translation>
    </message>
    <message>
        <source>read again, if still there</source>
        <translation>如還在，會重新讀取</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) written since</source>
        <translation>
            <numerusform>此後寫的 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>come along</source>
        <translation>一起帶來</translation>
    </message>
    <message numerus="yes">
        <source>%n queued since</source>
        <translation>
            <numerusform>此後排隊的 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>wait for your look</source>
        <translation>等你看過</translation>
    </message>
    <message numerus="yes">
        <source>%n sent since</source>
        <translation>
            <numerusform>此後送出的 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent again</source>
        <translation>不會再送</translation>
    </message>
    <message>
        <source>Nothing was done since it was made.</source>
        <translation>備份之後沒有任何改動。</translation>
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
        <translation>你自己的內容不會刪除，等待回覆的也不會。帶有「keep」標籤的項目保持原樣。</translation>
    </message>
    <message>
        <source>Remove now…</source>
        <translation>立即刪除…</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>永久刪除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{platform}: to be seen there again within {hours} h</source>
        <translation>{platform}：須在 {hours} 小時內再次核對</translation>
    </message>
    <message numerus="yes">
        <source>%n not shown until then</source>
        <translation>
            <numerusform>%n 則在核對之前不顯示</numerusform>
        </translation>
    </message>
    <message>
        <source>Your platforms demand no more.</source>
        <translation>你的平台沒有更多要求。</translation>
    </message>
    <message>
        <source>Nothing is removed before {day}.</source>
        <translation>{day} 之前什麼都不會刪除。</translation>
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
        <translation>{name}：從明天起生效</translation>
    </message>
    <message>
        <source>Nothing is old enough.</source>
        <translation>沒有到期的內容。</translation>
    </message>
    <message>
        <source>For good: {kinds}</source>
        <translation>將永久刪除：{kinds}</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已刪除</translation>
    </message>
</context>
<context>
    <name>ReviewDrafts</name>
    <message>
        <source>Review drafts</source>
        <translation>審閱草稿</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丟棄</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳過</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>放進寄件匣</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>That was the last one.</source>
        <translation>這是最後一則了。</translation>
    </message>
    <message>
        <source>There are no drafts.</source>
        <translation>沒有草稿。</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 則，共 {all} 則</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>回覆 {name}</translation>
    </message>
    <message>
        <source>A post of its own</source>
        <translation>單獨的貼文</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>已放進寄件匣</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>草稿已丟棄</translation>
    </message>
    <message>
        <source>That did not work. Your text is safe.</source>
        <translation>沒有成功。你的文字還在。</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Figures</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>一週</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Live chats</source>
        <translation>直播聊天</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回顧</translation>
    </message>
</context>
<context>
    <name>RivalsSheet</name>
    <message>
        <source>Rivals</source>
        <translation>競爭對手</translation>
    </message>
    <message>
        <source>Watched from outside, only what everyone sees, from the day they are added. They count into nothing of yours.</source>
        <translation>從外部觀察，只看人人可見的內容，從新增之日起記錄；不計入自己的任何數字。</translation>
    </message>
    <message>
        <source>@handle of a competitor</source>
        <translation>競爭對手的 @帳號名稱</translation>
    </message>
    <message>
        <source>Handle of a competitor</source>
        <translation>競爭對手的帳號名稱</translation>
    </message>
    <message>
        <source>Account through which it is watched</source>
        <translation>透過哪個帳號觀察</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>觀察</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Connect an account first: rivals are watched through it.</source>
        <translation>請先連接一個帳號：競爭對手要透過它來觀察。</translation>
    </message>
    <message>
        <source>Nobody is watched yet.</source>
        <translation>還沒有觀察任何競爭對手。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No longer watched</source>
        <translation>不再觀察</translation>
    </message>
    <message>
        <source>Watched from now on</source>
        <translation>從現在起觀察</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{n} followers</source>
        <translation>追蹤者 {n}</translation>
    </message>
    <message>
        <source>{n} posts</source>
        <translation>貼文 {n}</translation>
    </message>
    <message>
        <source>{n} in a week</source>
        <translation>一週 {n}</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>{time}讀取</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Change the rule</source>
        <translation>修改規則</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新規則</translation>
    </message>
    <message>
        <source>It looks at what comes in from now on. What it does can be taken back.</source>
        <translation>只看從現在起進來的內容。它做的事都可以復原。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>要找的</translation>
    </message>
    <message>
        <source>as in the search: is:complaint 退款 lang:zh</source>
        <translation>和搜尋一樣：is:complaint 退款 lang:zh</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>several with commas between</source>
        <translation>多個用逗號隔開</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>指派給</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
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
        <translation>已靜音</translation>
    </message>
    <message>
        <source>{{name}} becomes their name</source>
        <translation>{{name}} 會換成對方的名字</translation>
    </message>
    <message>
        <source>Draft this answer</source>
        <translation>起草這則回覆</translation>
    </message>
    <message>
        <source>Send it by itself, without a look</source>
        <translation>不經過目，自動送出</translation>
    </message>
    <message>
        <source> a day at most</source>
        <translation> 則（每天上限）</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>自動回覆</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Say what it looks for, and see what it would have found.</source>
        <translation>寫下要找的內容，就能看到過去會找到多少。</translation>
    </message>
    <message numerus="yes">
        <source>In the last 90 days it would have matched %n.</source>
        <translation>
            <numerusform>過去 90 天裡會命中 %n 則。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have sent %n answer(s).</source>
        <translation>
            <numerusform>會自動送出 %n 則回覆。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule kept: {name}</source>
        <translation>規則已儲存：{name}</translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新規則</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>還沒有規則</translation>
    </message>
    <message>
        <source>A rule looks at what comes in: it labels, assigns, closes or drafts. It answers by itself only where you say so.</source>
        <translation>規則看著新進來的內容：加標籤、指派、關閉或起草。只有你允許時才會自己回覆。</translation>
    </message>
    <message>
        <source>They look at what comes in, in this order; nothing older is touched.</source>
        <translation>依這個順序看新進來的內容；以前的不會動。</translation>
    </message>
    <message>
        <source>What they did</source>
        <translation>它們做過的事</translation>
    </message>
    <message>
        <source>On: {name}</source>
        <translation>已啟用：{name}</translation>
    </message>
    <message numerus="yes">
        <source>answers by itself, at most %n a day</source>
        <translation>
            <numerusform>自動回覆，每天最多 %n 則</numerusform>
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
        <translation>刪除</translation>
    </message>
    <message>
        <source>Off: {name}</source>
        <translation>已停用：{name}</translation>
    </message>
    <message>
        <source>Deleted: {name}. What it did stays.</source>
        <translation>已刪除：{name}。它做過的事保留。</translation>
    </message>
    <message>
        <source>nothing could be done</source>
        <translation>什麼都沒能做</translation>
    </message>
    <message>
        <source>a deleted rule</source>
        <translation>已刪除的規則</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>對話</translation>
    </message>
    <message numerus="yes">
        <source>Taken back, but for %n</source>
        <translation>
            <numerusform>已復原，有 %n 項無法復原</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
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
        <translation>時段</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部帳號</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>全部帳號</translation>
    </message>
    <message>
        <source>from your own file, no network used</source>
        <translation>來自你自己的檔案，未使用網路</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everything</source>
        <translation>搜尋全部內容</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
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
        <translation>儲存搜尋</translation>
    </message>
    <message>
        <source>Make a rule</source>
        <translation>建立規則</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>the newest {count}</source>
        <translation>最新 {count} 則</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 則中的 {shown} 則</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>再顯示一些</translation>
    </message>
    <message>
        <source>Take off {filter}</source>
        <translation>去掉 {filter}</translation>
    </message>
    <message>
        <source>Everything that was ever read, on this machine.</source>
        <translation>讀過的一切，都在這台電腦上搜尋。</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>儲存的搜尋</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Delete the saved search {name}</source>
        <translation>刪除儲存的搜尋 {name}</translation>
    </message>
    <message>
        <source>Save as “{name}”</source>
        <translation>儲存為「{name}」</translation>
    </message>
    <message>
        <source>Under which name?</source>
        <translation>用什麼名稱？</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已儲存：{name}</translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation>已刪除：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has these words</source>
        <translation>沒有包含這些詞的內容</translation>
    </message>
    <message>
        <source>Try fewer words. Simplified and traditional characters find each other.</source>
        <translation>試試少用幾個詞。簡體和繁體可以互相搜到。</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>還沒有內容可發。</translation>
    </message>
    <message>
        <source>Choose an account that it goes out from.</source>
        <translation>先選一個發出的帳號。</translation>
    </message>
    <message>
        <source>Nothing of it is left to send.</source>
        <translation>沒有剩下要發的內容了。</translation>
    </message>
    <message>
        <source>Planned for {time} ({zone})</source>
        <translation>排定 {time}（{zone}）</translation>
    </message>
    <message>
        <source>Updated. It goes out as planned, in these words.</source>
        <translation>已更新，會準時以這份文字發出。</translation>
    </message>
    <message>
        <source>Leaves in {seconds} s</source>
        <translation>{seconds} 秒後發出</translation>
    </message>
    <message>
        <source>Queued. It goes out when you are back online.</source>
        <translation>已排入，恢復連線後發出。</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) hold it back; the draft stays.</source>
        <translation>
            <numerusform>%n 個帳號沒有放行，草稿還在。</numerusform>
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
        <translation>定期再來的內容。必須有結束，每一次都可以單獨略過。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每週</translation>
    </message>
    <message>
        <source>Every month, on the same date</source>
        <translation>每月同一日期</translation>
    </message>
    <message>
        <source>Every month, on the same weekday</source>
        <translation>每月同一個星期幾</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>多久一次</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>間隔</translation>
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
        <translation>時間</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
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
        <translation>結束</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>The text. Further wordings that take turns: a line of --- between them</source>
        <translation>內文。輪換的其他寫法之間用一行 --- 隔開</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>Begin anew when all wordings were used</source>
        <translation>全部寫法用完後從頭再來</translation>
    </message>
    <message>
        <source>Send each at its time, once the checks pass</source>
        <translation>每則通過檢查後準時送出</translation>
    </message>
    <message>
        <source>The next ten</source>
        <translation>接下來十次</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>略過這一次</translation>
    </message>
    <message>
        <source>wording {n}</source>
        <translation>第 {n} 種寫法</translation>
    </message>
    <message>
        <source>{day}: left out</source>
        <translation>{day}：已略過</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in all</source>
        <translation>
            <numerusform>一共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>Series kept: {name}</source>
        <translation>系列已儲存：{name}</translation>
    </message>
    <message>
        <source>Put it back in</source>
        <translation>恢復這一次</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>已恢復</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Ended; what is out stays</source>
        <translation>已結束，發出的還在</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Takes effect when the window opens the next time</source>
        <translation>下次開啟視窗時生效</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>What you do here</source>
        <translation>你在這裡做什麼</translation>
    </message>
    <message>
        <source>What the window opens on the next time; nothing is hidden</source>
        <translation>下次開啟時先看到什麼；不會藏起任何內容</translation>
    </message>
    <message>
        <source>Answer people</source>
        <translation>回覆大家</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰寫</translation>
    </message>
    <message>
        <source>Lead the desk</source>
        <translation>帶團隊</translation>
    </message>
    <message>
        <source>Look into figures</source>
        <translation>看數據</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>首次答覆時限</translation>
    </message>
    <message>
        <source>In office hours, where some are set</source>
        <translation>設了辦公時間，就只按辦公時間計算</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分鐘</translation>
    </message>
    <message>
        <source>Tell me before it is late</source>
        <translation>快到期時告訴我</translation>
    </message>
    <message>
        <source>Once for each answer; 0 tells nothing</source>
        <translation>每則回覆一次；0 表示不通知</translation>
    </message>
    <message>
        <source>Office hours…</source>
        <translation>辦公時間…</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>辦公時間</translation>
    </message>
    <message>
        <source>Hours, targets, holidays and the away text, for all accounts or one</source>
        <translation>時間、目標、假日和離開回覆，可按帳號設定</translation>
    </message>
    <message>
        <source>Hold a send back for</source>
        <translation>送出前停留</translation>
    </message>
    <message>
        <source>So long you can take it back</source>
        <translation>這段時間內可以收回</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>In a heated thread</source>
        <translation>氣氛緊張時</translation>
    </message>
    <message>
        <source>A reply to a complaint is held back so long</source>
        <translation>回覆投訴時多等這麼久再送出</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>遲到界限</translation>
    </message>
    <message>
        <source>A queued reply later than this is held for a look</source>
        <translation>比計畫晚這麼久的回覆，會先等你過目</translation>
    </message>
    <message>
        <source>Let platforms keep what is planned</source>
        <translation>讓平台保管計畫的貼文</translation>
    </message>
    <message>
        <source>It goes out on time with this computer asleep, where a platform can</source>
        <translation>平台有排程功能時，這台電腦睡著也準時送出</translation>
    </message>
    <message>
        <source>Fetch every</source>
        <translation>收取間隔</translation>
    </message>
    <message>
        <source>Per account</source>
        <translation>依帳號計</translation>
    </message>
    <message>
        <source>Remind me to look back</source>
        <translation>提醒我回顧</translation>
    </message>
    <message>
        <source>A task comes up; Review tells how it went</source>
        <translation>到時會有一個任務；「回顧」裡看情況</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每週</translation>
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
        <translation>有人開始等待時告訴我</translation>
    </message>
    <message>
        <source>Keep going in the tray</source>
        <translation>在系統匣中繼續執行</translation>
    </message>
    <message>
        <source>Closing the window leaves fetching and sending on</source>
        <translation>關閉視窗後仍繼續收取和送出</translation>
    </message>
    <message>
        <source>Retention…</source>
        <translation>保留規則…</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>保留多久</translation>
    </message>
    <message>
        <source>What others said goes by rule; nothing of your own does</source>
        <translation>別人說的話依規則刪除；你自己的內容不會</translation>
    </message>
    <message>
        <source>Passphrase…</source>
        <translation>通行碼…</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>鎖定視窗</translation>
    </message>
    <message>
        <source>Keeps eyes off the screen while you are away; it encrypts nothing</source>
        <translation>離開時擋住螢幕前的目光；不加密任何東西</translation>
    </message>
    <message>
        <source>Encrypt the database</source>
        <translation>加密資料庫</translation>
    </message>
    <message>
        <source>Not by cmapp: no other program could read it, and a lost key would end it. Encrypt the disk; cmapp doctor tells whether it is</source>
        <translation>不由 cmapp 來做：別的程式就讀不了它，遺失了金鑰也就沒有了。請加密磁碟；cmapp doctor 會說明是否已加密</translation>
    </message>
    <message>
        <source>Privacy…</source>
        <translation>隱私…</translation>
    </message>
    <message>
        <source>What is stored about whom</source>
        <translation>儲存了關於誰的什麼</translation>
    </message>
    <message>
        <source>How much, since when, why and where; a drill for a stolen computer</source>
        <translation>有多少、從何時起、為什麼、在哪裡；電腦被偷的演練</translation>
    </message>
    <message>
        <source>Writing help…</source>
        <translation>寫作幫手…</translation>
    </message>
    <message>
        <source>Word lists…</source>
        <translation>詞表…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>Brand and norms</source>
        <translation>品牌與慣例</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>受眾</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>發布節奏</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>規範表</translation>
    </message>
    <message>
        <source>For</source>
        <translation>適用於</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>恢復原樣</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Name of an audience</source>
        <translation>受眾的名稱</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有帳號</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>{level} (as it came)</source>
        <translation>{level}（原樣）</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已儲存</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Crop</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Alt text</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>What is to be seen, for those who do not see it</source>
        <translation>畫面上有什麼，寫給看不見的人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>標籤，用逗號隔開</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>no alt text</source>
        <translation>無替代文字</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>已加標籤</translation>
    </message>
    <message>
        <source>Tag taken off</source>
        <translation>已去掉標籤</translation>
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
        <translation>還沒有用過</translation>
    </message>
    <message>
        <source>Where it fits</source>
        <translation>適合哪裡</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>哪裡都行</translation>
    </message>
</context>
<context>
    <name>SlotsSheet</name>
    <message>
        <source>Slots</source>
        <translation>固定時段</translation>
    </message>
    <message>
        <source>The hours at which an account usually posts. A plan takes the next one.</source>
        <translation>帳號平時發文的時間。排定時會用下一個空著的時段。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳號</translation>
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
        <translation>週一至週五</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Remove {day} {time}</source>
        <translation>移除{day} {time}</translation>
    </message>
    <message>
        <source>Slots kept</source>
        <translation>時段已儲存</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>paused since {time}</source>
        <translation>自 {time} 起暫停</translation>
    </message>
    <message>
        <source>offline by choice since {time}</source>
        <translation>自 {time} 起主動離線</translation>
    </message>
    <message>
        <source>no network; what you queue goes out later</source>
        <translation>沒有網路，待送內容稍後送出</translation>
    </message>
    <message>
        <source>online</source>
        <translation>線上</translation>
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
        <translation>以前的答覆</translation>
    </message>
    <message>
        <source>Saved reply: {title}</source>
        <translation>常用回覆：{title}</translation>
    </message>
    <message>
        <source>Article: {title}</source>
        <translation>文章：{title}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>連結</translation>
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
        <translation>以前的答覆可能不是這麼說的：當時「{before}」，現在「{now}」</translation>
    </message>
    <message>
        <source>You answered this on {place}, {day}:</source>
        <translation>{day}你在 {place} 答過：</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Export to a calendar file</source>
        <translation>匯出為行事曆檔案</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什麼</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Task made</source>
        <translation>任務已建立</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>這裡沒有任務。</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>完成：{title}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Show the conversation of {title}</source>
        <translation>顯示「{title}」的對話</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete {title}</source>
        <translation>刪除「{title}」</translation>
    </message>
    <message>
        <source>Task deleted</source>
        <translation>任務已刪除</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>任務已完成</translation>
    </message>
    <message>
        <source>Task open again</source>
        <translation>任務已重新打開</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) written</source>
        <translation>
            <numerusform>已寫入 %n 個任務</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written: {why}</source>
        <translation>檔案無法寫入：{why}</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>The library has the new alt text</source>
        <translation>素材庫已換成新的替代文字</translation>
    </message>
</context>
<context>
    <name>TellEveryone</name>
    <message>
        <source>It is done</source>
        <translation>已經做好</translation>
    </message>
    <message>
        <source>Each who asked gets a draft of an answer, where they asked. Nothing goes out before you have looked; nobody gets a second one.</source>
        <translation>在每個人提出的地方各起草一則回覆。沒有過目之前什麼都不會送出；誰也不會收到兩次。</translation>
    </message>
    <message>
        <source>What to tell everyone</source>
        <translation>告訴大家什麼</translation>
    </message>
    <message>
        <source>{name}, you asked for this, and now it is there: …</source>
        <comment>an example</comment>
        <translation>{name}，你提過的這個，現在有了：……</translation>
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
            <numerusform>起草 %n 則回覆</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation>對話</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier post(s)</source>
        <translation>
            <numerusform>更早的 %n 則</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Take off</source>
        <translation>起飛</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 則等待送出</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything outgoing is paused</source>
        <translation>已暫停所有傳送</translation>
    </message>
    <message>
        <source>Flight mode</source>
        <translation>飛航模式</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>降落</translation>
    </message>
    <message>
        <source>Go online, check every thread, send what still fits</source>
        <translation>恢復連線，重讀每個對話，送出仍然合適的回覆</translation>
    </message>
    <message>
        <source>Read, write and queue without a network until you land</source>
        <translation>降落之前，不用網路也能閱讀、書寫和排隊</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n more wait(s) for an answer</source>
        <translation>
            <numerusform>又有 %n 則在等答覆</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n 個對話</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again: {name}</source>
        <translation>重新開啟：{name}</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>已完成：{name}</translation>
    </message>
    <message>
        <source>Snoozed until {time}: {name}</source>
        <translation>延後到 {time}：{name}</translation>
    </message>
    <message>
        <source>Snoozed until they answer: {name}</source>
        <translation>等對方回覆：{name}</translation>
    </message>
    <message>
        <source>Label {label} taken off: {name}</source>
        <translation>已移除標籤 {label}：{name}</translation>
    </message>
    <message>
        <source>Label {label}: {name}</source>
        <translation>標籤 {label}：{name}</translation>
    </message>
    <message>
        <source>Assigned to {who}: {name}</source>
        <translation>指派給 {who}：{name}</translation>
    </message>
    <message>
        <source>Assigned to nobody: {name}</source>
        <translation>不再指派：{name}</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>High priority: {name}</source>
        <translation>高優先：{name}</translation>
    </message>
    <message>
        <source>Low priority: {name}</source>
        <translation>低優先：{name}</translation>
    </message>
    <message>
        <source>Usual priority: {name}</source>
        <translation>一般優先：{name}</translation>
    </message>
    <message>
        <source>No longer muted: {name}</source>
        <translation>取消靜音：{name}</translation>
    </message>
    <message>
        <source>Muted: {name}</source>
        <translation>已靜音：{name}</translation>
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
        <translation>已記下</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>沒有選取任何項目</translation>
    </message>
    <message>
        <source>That did not work. Your text is safe.</source>
        <translation>沒有成功，但你寫的內容還在。</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Certificates</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>WeekPart</name>
    <message>
        <source>The week</source>
        <translation>一週</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>前一週</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>後一週</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>存為 Markdown…</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>Week {week} of {year}</source>
        <translation>{year} 年第 {week} 週</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在計算……</translation>
    </message>
    <message>
        <source>Nobody wrote in this week</source>
        <translation>這一週沒有人寫來</translation>
    </message>
    <message>
        <source>What people talk about is gathered here, in their own words.</source>
        <translation>大家在談什麼，會以原話收集在這裡。</translation>
    </message>
    <message numerus="yes">
        <source>%n people wrote</source>
        <translation>
            <numerusform>%n 人寫來</numerusform>
        </translation>
    </message>
    <message>
        <source>{answered} of {needed} that needed a reply have one</source>
        <translation>需要回覆的 {needed} 則中，{answered} 則已回覆</translation>
    </message>
    <message>
        <source>What was said: {list}</source>
        <translation>內容：{list}</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>話題</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>usually {n} a week</source>
        <translation>平時每週 {n} 人</translation>
    </message>
    <message>
        <source>not in the four weeks before</source>
        <translation>前四週沒有</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>稱讚</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>存成 Markdown</translation>
    </message>
    <message>
        <source>The file could not be written: {why}</source>
        <translation>檔案寫不進去：{why}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已儲存：{name}</translation>
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
        <translation>設定</translation>
    </message>
    <message>
        <source>That is no web address; it was not opened.</source>
        <translation>這不是網址，沒有開啟。</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>正在送出。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost.</source>
        <translation>沒有成功，但什麼也沒遺失。</translation>
    </message>
    <message>
        <source>First fetch</source>
        <translation>首次收取</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n 則待回覆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 則等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off: flight mode</source>
        <translation>起飛：進入飛航模式</translation>
    </message>
    <message>
        <source>Land: leave flight mode</source>
        <translation>降落：離開飛航模式</translation>
    </message>
    <message>
        <source>Pause everything outgoing</source>
        <translation>暫停所有傳送</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>恢復傳送</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（另有 %n 項）</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>There is no draft of it any more</source>
        <translation>它的草稿已經不在了</translation>
    </message>
</context>
<context>
    <name>WordLists</name>
    <message>
        <source>Word lists</source>
        <translation>詞表</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>關注</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Insults</source>
        <translation>辱罵</translation>
    </message>
    <message>
        <source>Harmless</source>
        <translation>無害</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>A word or a few</source>
        <translation>一個詞或幾個詞</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>What comes in with one of these is marked; watch:all finds it all.</source>
        <translation>進來的內容含有這些詞就會標出；watch:all 能全部找到。</translation>
    </message>
    <message>
        <source>What comes in with one is marked; an answer with one is pointed out.</source>
        <translation>進來的內容含有就會標出；我們的回覆含有就會提醒。</translation>
    </message>
    <message>
        <source>An answer of ours with one is pointed out before it goes.</source>
        <translation>我們的回覆含有這些詞，送出前會提醒。</translation>
    </message>
    <message>
        <source>Never warned of, though it looks like one of the others.</source>
        <translation>看起來像其他清單裡的詞，但從不提醒。</translation>
    </message>
    <message>
        <source>Nothing on this list.</source>
        <translation>這個清單是空的。</translation>
    </message>
    <message>
        <source>Take {word} off</source>
        <translation>移出 {word}</translation>
    </message>
    <message numerus="yes">
        <source>%n looked at anew</source>
        <translation>
            <numerusform>%n 則重新判斷</numerusform>
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
        <translation>太長</translation>
    </message>
</context>
<context>
    <name>WordingTabs</name>
    <message>
        <source>Wordings</source>
        <translation>各個版本</translation>
    </message>
</context>
<context>
    <name>WritePane</name>
    <message>
        <source>Write</source>
        <translation>撰寫</translation>
    </message>
    <message>
        <source>What would you like to say?</source>
        <translation>想說點什麼？</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>你的貼文</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>歷史版本</translation>
    </message>
    <message>
        <source>Kept at every pause, on this machine, until you send it.</source>
        <translation>每次停筆都會儲存在這台電腦上，直到你送出。</translation>
    </message>
    <message>
        <source>Connect an account first; what you write is kept until then.</source>
        <translation>請先連結帳號；在那之前，你寫的內容都會保留。</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Goes out as planned, in these words</source>
        <translation>準時以這份文字發出</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫發布</translation>
    </message>
    <message>
        <source>Goes out at the planned time</source>
        <translation>在排定的時間發出</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>發佈</translation>
    </message>
    <message>
        <source>Leaves after a moment</source>
        <translation>片刻後送出</translation>
    </message>
    <message>
        <source>Queue post</source>
        <translation>加入待送</translation>
    </message>
    <message>
        <source>Goes out when you are back</source>
        <translation>你恢復連線後送出</translation>
    </message>
    <message>
        <source>A copy stands among what is begun.</source>
        <translation>副本已放在寫到一半的草稿裡。</translation>
    </message>
    <message>
        <source>Brought back. The text before it stands among the versions.</source>
        <translation>已恢復。之前的文字還在歷史版本裡。</translation>
    </message>
    <message>
        <source>This draft was written on elsewhere, too. Yours goes on as a draft of its own; both stand here.</source>
        <translation>這份草稿在別處也改過。你寫的另存為一份，兩份都在這裡。</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>草稿已捨棄</translation>
    </message>
    <message>
        <source>That did not work. Your text is safe.</source>
        <translation>沒有成功，但你寫的內容還在。</translation>
    </message>
    <message>
        <source>Taken back. It stands below, with what is begun.</source>
        <translation>已收回，放在下方未完成的草稿中。</translation>
    </message>
</context>
<context>
    <name>WritingHelp</name>
    <message>
        <source>Writing help</source>
        <translation>寫作幫手</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>改短</translation>
    </message>
    <message>
        <source>Friendlier</source>
        <translation>更親切</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>Answer from what is known</source>
        <translation>根據已知的來回答</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Their language</source>
        <translation>對方的語言</translation>
    </message>
    <message>
        <source>This would be sent</source>
        <translation>將會送出的內容</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>詢問</translation>
    </message>
    <message>
        <source>To {url}, on this machine, model {model}.</source>
        <translation>送往 {url}（本機），模型 {model}。</translation>
    </message>
    <message>
        <source>To {url}, over the network, model {model}.</source>
        <translation>經網路送往 {url}，模型 {model}。</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) stay here.</source>
        <translation>
            <numerusform>%n 個名字留在本機。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在詢問……</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再問一次</translation>
    </message>
</context>
<context>
    <name>WritingHelpSetUp</name>
    <message>
        <source>Writing help</source>
        <translation>寫作幫手</translation>
    </message>
    <message>
        <source>An endpoint of yours that speaks the OpenAI protocol, best on this machine: Ollama, llama.cpp. Off while there is no address. It suggests texts and never sends a reply; you see every word before it leaves.</source>
        <translation>你自己的、使用 OpenAI 協定的服務，最好在本機：Ollama、llama.cpp。沒有位址就是關閉的。它只提建議，從不送出回覆；送出之前你能看到每一個字。</translation>
    </message>
    <message>
        <source>Only if it wants one; kept in the keyring</source>
        <translation>需要時才填；存在金鑰圈裡</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>People's names stay here</source>
        <translation>人名留在本機</translation>
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
        <translation>儲存</translation>
    </message>
    <message>
        <source>A key is kept; leave the field empty to keep it.</source>
        <translation>已存有金鑰；留空則不變。</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在詢問……</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) there</source>
        <translation>
            <numerusform>有 %n 個模型</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Claim</name>
    <message>
        <source>What is claimed</source>
        <translation>說了什麼事實</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主張</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Source of the claim</source>
        <translation>主張的來源</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已查證</translation>
    </message>
    <message>
        <source>Remove the claim</source>
        <translation>移除主張</translation>
    </message>
</context>
<context>
    <name>_Editor</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
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
            <numerusform>分 %n 則發出</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} pictures, it takes {most}</source>
        <translation>{count} 張圖片，這裡最多 {most} 張</translation>
    </message>
    <message>
        <source>{count} of {most} pictures</source>
        <translation>圖片 {count} / {most}</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n 個連結</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Poll</name>
    <message>
        <source>several answers</source>
        <translation>可複選</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>單選</translation>
    </message>
    <message>
        <source>Open for {time}, {kind}</source>
        <translation>開放 {time}，{kind}</translation>
    </message>
</context>
<context>
    <name>_Sent</name>
    <message>
        <source>Open on the platform</source>
        <translation>在平台上開啟</translation>
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
        <translation>對話</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰寫</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>往下讀</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>往回讀</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選取</translation>
    </message>
    <message>
        <source>Select, or no longer</source>
        <translation>選取，或取消</translation>
    </message>
    <message>
        <source>Select down to the next</source>
        <translation>向下擴大選取</translation>
    </message>
    <message>
        <source>Select up to the one before</source>
        <translation>向上擴大選取</translation>
    </message>
    <message>
        <source>Select all in this view</source>
        <translation>選取這個檢視的全部</translation>
    </message>
    <message>
        <source>Select all that are like it</source>
        <translation>選取所有相似的</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>全部不選</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>收送</translation>
    </message>
    <message>
        <source>View</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>cmapp</source>
        <translation>cmapp</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件匣</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>行事曆</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>寄件匣</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Landing report</source>
        <translation>降落報告</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>補看</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回顧</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Media library</source>
        <translation>素材庫</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Moderation log</source>
        <translation>管理紀錄</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>視窗的下一部分</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>視窗的上一部分</translation>
    </message>
    <message>
        <source>Narrower list</source>
        <translation>清單變窄</translation>
    </message>
    <message>
        <source>Wider list</source>
        <translation>清單變寬</translation>
    </message>
    <message>
        <source>Views of the inbox</source>
        <translation>收件匣的檢視</translation>
    </message>
    <message>
        <source>Choose a view</source>
        <translation>選擇檢視</translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation>待回覆</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>私訊</translation>
    </message>
    <message>
        <source>Likes and shares</source>
        <translation>讚與轉發</translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation>無需回覆</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已延後</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>指派給我</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾時</translation>
    </message>
    <message>
        <source>Nobody's yet</source>
        <translation>還沒人負責</translation>
    </message>
    <message>
        <source>VIP people</source>
        <translation>VIP 使用者</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已靜音</translation>
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
        <translation>下一則</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一則</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Saved reply</source>
        <translation>常用回覆</translation>
    </message>
    <message>
        <source>Say thank you</source>
        <translation>道謝</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>延後</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation>提高優先順序</translation>
    </message>
    <message>
        <source>Lower priority</source>
        <translation>降低優先順序</translation>
    </message>
    <message>
        <source>VIP, or no longer</source>
        <translation>設為 VIP，或取消</translation>
    </message>
    <message>
        <source>Stage of a person</source>
        <translation>人物的階段</translation>
    </message>
    <message>
        <source>Mute the conversation</source>
        <translation>將這段對話靜音</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>私人備註</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>按讚</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Register as a suggestion</source>
        <translation>登記為建議</translation>
    </message>
    <message>
        <source>Correct the verdict</source>
        <translation>更正判斷</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>Hand the conversation on as a file</source>
        <translation>把對話存成檔案分享</translation>
    </message>
    <message>
        <source>Hand the conversation on without names</source>
        <translation>隱去姓名分享對話</translation>
    </message>
    <message>
        <source>Put in the away text</source>
        <translation>填入離開回覆</translation>
    </message>
    <message>
        <source>Open on the platform</source>
        <translation>在平台上開啟</translation>
    </message>
    <message>
        <source>Our figures</source>
        <translation>我們的數字</translation>
    </message>
    <message>
        <source>Digest of the week</source>
        <translation>一週摘要</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Live chats</source>
        <translation>直播聊天</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新規則</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>詞表</translation>
    </message>
    <message>
        <source>Brand and norms</source>
        <translation>品牌與慣例</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>固定時段</translation>
    </message>
    <message>
        <source>Campaigns and pillars</source>
        <translation>活動與主題</translation>
    </message>
    <message>
        <source>Best times</source>
        <translation>最佳時間</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>匯入計畫</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>匯出計畫</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>記錄聯絡</translation>
    </message>
    <message>
        <source>Review drafts</source>
        <translation>審閱草稿</translation>
    </message>
    <message>
        <source>Writing help</source>
        <translation>寫作幫手</translation>
    </message>
    <message>
        <source>Send or queue, and go on</source>
        <translation>送出或加入待送，然後繼續</translation>
    </message>
    <message>
        <source>Send and stay</source>
        <translation>送出並留在這裡</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>寫新貼文</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>立即收取</translation>
    </message>
    <message>
        <source>Flight mode</source>
        <translation>飛航模式</translation>
    </message>
    <message>
        <source>Pause everything outgoing</source>
        <translation>暫停所有傳送</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>連結帳號</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>淺色主題</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主題</translation>
    </message>
    <message>
        <source>Follow the system's theme</source>
        <translation>依照系統主題</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>辦公時間</translation>
    </message>
    <message>
        <source>Check this profile</source>
        <translation>檢查此設定檔</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>鎖定視窗</translation>
    </message>
    <message>
        <source>About cmapp</source>
        <translation>關於 cmapp</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>made by itself</source>
        <translation>自動做的</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>手動做的</translation>
    </message>
    <message>
        <source>before a newer version</source>
        <translation>換新版本之前</translation>
    </message>
    <message>
        <source>stood here before a restore</source>
        <translation>還原之前的資料庫</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>of a newer cmapp</source>
        <translation>來自更新的 cmapp</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>還沒檢查</translation>
    </message>
    <message>
        <source>the file is not as it was written</source>
        <translation>檔案與寫入時不一致</translation>
    </message>
    <message>
        <source>it is another program's file</source>
        <translation>這是別的程式的檔案</translation>
    </message>
</context>
<context>
    <name>brief</name>
    <message>
        <source>Working title</source>
        <translation>工作標題</translation>
    </message>
    <message>
        <source>Only you see it</source>
        <translation>只有你能看到</translation>
    </message>
    <message>
        <source>Pillar</source>
        <translation>內容支柱</translation>
    </message>
    <message>
        <source>What it is about, again and again</source>
        <translation>一再寫到的主題</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>text, picture, film, poll …</source>
        <translation>文字、圖片、影片、投票……</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責人</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>由誰負責</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>What should have changed afterwards</source>
        <translation>發出後希望有什麼改變</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>受眾</translation>
    </message>
    <message>
        <source>Whom it speaks to, and what they know</source>
        <translation>說給誰聽，他們知道些什麼</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>從哪裡來</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Who is to be named</source>
        <translation>該註明誰</translation>
    </message>
    <message>
        <source>What is true</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>The fact that the story stands on</source>
        <translation>故事立足的事實</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>情節</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>主旨</translation>
    </message>
    <message>
        <source>Where we come in</source>
        <translation>我們的位置</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未說明</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>原創</translation>
    </message>
    <message>
        <source>a repost</source>
        <translation>轉載</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>what is won</source>
        <translation>得到什麼</translation>
    </message>
    <message>
        <source>what is lost</source>
        <translation>失去什麼</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>專業</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>創意</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>相關</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Leaving in a moment</source>
        <translation>即將送出</translation>
    </message>
    <message>
        <source>Waiting · everything outgoing is paused</source>
        <translation>等待中 · 已暫停所有傳送</translation>
    </message>
    <message>
        <source>Waiting · goes out after you land</source>
        <translation>等待中 · 降落後，先重讀對話再送出</translation>
    </message>
    <message>
        <source>Waiting · goes out once the account is signed in again</source>
        <translation>等待中 · 帳號重新登入後送出</translation>
    </message>
    <message>
        <source>Waiting · goes out when you are back online, after the thread is read again</source>
        <translation>等待中 · 恢復連線後，先重讀對話再送出</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在送出</translation>
    </message>
    <message>
        <source>Held for you · {why}</source>
        <translation>等你決定 · {why}</translation>
    </message>
    <message>
        <source>May have been sent · looking for it on the platform</source>
        <translation>可能已送出 · 正在平台上查找</translation>
    </message>
    <message>
        <source>Refused · {why}</source>
        <translation>遭拒絕 · {why}</translation>
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
        <translation>已計畫</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>待送</translation>
    </message>
    <message>
        <source>Server has it</source>
        <translation>伺服器已收下</translation>
    </message>
    <message>
        <source>Held by checks</source>
        <translation>被檢查擋下</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Time passed</source>
        <translation>時間已過</translation>
    </message>
    <message>
        <source>Asks you</source>
        <translation>等你決定</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在發出</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已發出</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒絕</translation>
    </message>
    <message>
        <source>Leaves from this machine at its time.</source>
        <translation>到時間從這台機器發出。</translation>
    </message>
    <message>
        <source>The platform holds it and publishes it at its time.</source>
        <translation>平台已收下，到時間由平台發布。</translation>
    </message>
    <message>
        <source>A check stops it: it does not leave before you decide.</source>
        <translation>有一項檢查擋下了它：你決定之前不會發出。</translation>
    </message>
    <message>
        <source>Its time has passed; it was never queued.</source>
        <translation>時間已過，沒有加入過待送。</translation>
    </message>
    <message>
        <source>It does not leave by itself: it waits for your word.</source>
        <translation>它不會自己發出，等你一句話。</translation>
    </message>
    <message>
        <source>It is being handed over.</source>
        <translation>正在交給平台。</translation>
    </message>
    <message>
        <source>Whether it arrived is not known yet.</source>
        <translation>還不知道是否送達。</translation>
    </message>
    <message>
        <source>It is out.</source>
        <translation>已經發出。</translation>
    </message>
    <message>
        <source>The platform did not take it.</source>
        <translation>平台沒有接收。</translation>
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
        <translation>未加入待送</translation>
    </message>
    <message>
        <source>It has a time; nothing is queued, so it would not leave.</source>
        <translation>已有時間，但沒有加入待送，到時不會送出。</translation>
    </message>
    <message>
        <source>{days} {year}</source>
        <translation>{year} 年 {days}</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>沒有排定</translation>
    </message>
    <message>
        <source>one post</source>
        <translation>1 則</translation>
    </message>
    <message>
        <source>{n} posts</source>
        <translation>{n} 則</translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation>補班</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠</translation>
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
        <translation>純色</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>斜紋</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>點</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>橫紋</translation>
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
        <translation>{all} 則中的第 {n} 則</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{time} free slot</source>
        <translation>{time} 空檔</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>還有 {n} 則</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有問題</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>匯出計畫</translation>
    </message>
    <message>
        <source>{posts} written to {name}</source>
        <translation>{posts}已寫入 {name}</translation>
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
        <translation>還沒有時間</translation>
    </message>
    <message>
        <source>What might become a post. N writes one down.</source>
        <translation>可能寫成貼文的東西。按 N 記一則。</translation>
    </message>
    <message>
        <source>What is being written and has no time yet.</source>
        <translation>正在寫、還沒有時間的內容。</translation>
    </message>
    <message>
        <source>Drop a card here: it takes the next free slot.</source>
        <translation>把卡片放到這裡：用下一個空著的時段。</translation>
    </message>
    <message>
        <source>Ideas and drafts stand here. Drag one onto a day to plan it.</source>
        <translation>想法和草稿在這裡。拖到某一天就排定時間。</translation>
    </message>
    <message>
        <source>Nothing is planned here. N writes a post, or drag an idea onto a day.</source>
        <translation>這裡還沒有排定。按 N 寫一則，或把想法拖到某一天。</translation>
    </message>
    <message>
        <source>Nothing here passes the filter.</source>
        <translation>這裡沒有符合篩選的內容。</translation>
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
        <translation>個人資料</translation>
    </message>
    <message>
        <source>Limits of the platform</source>
        <translation>平台限制</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>禁用詞</translation>
    </message>
    <message>
        <source>Claims without a source</source>
        <translation>沒有出處的說法</translation>
    </message>
    <message>
        <source>Credit and source of a repost</source>
        <translation>轉載的署名和出處</translation>
    </message>
    <message>
        <source>Hurtful words</source>
        <translation>傷人的詞</translation>
    </message>
    <message>
        <source>Sensitive words</source>
        <translation>敏感詞</translation>
    </message>
    <message>
        <source>Exaggeration</source>
        <translation>誇大</translation>
    </message>
    <message>
        <source>Numbers and studies</source>
        <translation>數字和研究</translation>
    </message>
    <message>
        <source>Wanted words</source>
        <translation>必用詞</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符號</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>語氣強度</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Segments alike</source>
        <translation>分眾寫法相同</translation>
    </message>
    <message>
        <source>Language of the audience</source>
        <translation>受眾的語言</translation>
    </message>
    <message>
        <source>Days of mourning</source>
        <translation>哀悼日</translation>
    </message>
    <message>
        <source>Crisis</source>
        <translation>危機</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>節假日</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>發布節奏</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安靜時段</translation>
    </message>
    <message>
        <source>Shape of pictures</source>
        <translation>圖片形狀</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>慣常長度</translation>
    </message>
    <message>
        <source>Usual hashtags</source>
        <translation>慣常標籤數</translation>
    </message>
    <message>
        <source>Usual place of links</source>
        <translation>連結的慣常位置</translation>
    </message>
    <message>
        <source>Usual visibility</source>
        <translation>慣常可見範圍</translation>
    </message>
    <message>
        <source>Story template</source>
        <translation>故事範本</translation>
    </message>
    <message>
        <source>Script meter</source>
        <translation>口播計時</translation>
    </message>
    <message>
        <source>Everybody can read {what} ({words}). Take it out.</source>
        <translation>所有人都能看到{what}（{words}），請去掉。</translation>
    </message>
    <message>
        <source>Alt text of pictures</source>
        <translation>圖片的替代文字</translation>
    </message>
    <message>
        <source>Picture {number}: a file name is no alt text.</source>
        <translation>圖片 {number}：檔名不算替代文字。</translation>
    </message>
    <message>
        <source>Picture {number} has no alt text for those who cannot see it.</source>
        <translation>圖片 {number} 沒有替代文字，看不見的人不知道是什麼。</translation>
    </message>
    <message>
        <source>“{claim}” has no source. Name it in the fact box.</source>
        <translation>「{claim}」沒有出處，請寫進事實欄。</translation>
    </message>
    <message>
        <source>“{claim}” is not verified yet. Look at its source.</source>
        <translation>「{claim}」還沒有核實，請看出處。</translation>
    </message>
    <message>
        <source>A repost names whose it is. Fill in the credit.</source>
        <translation>轉載要署名，請填寫原作者。</translation>
    </message>
    <message>
        <source>A repost links to where it was. Fill in the source.</source>
        <translation>轉載要有連結，請填寫出處。</translation>
    </message>
    <message>
        <source>The same text waits to go out here, too ({day}).</source>
        <translation>同樣的文字已經在等著從這裡發出（{day}）。</translation>
    </message>
    <message>
        <source>The same text went out here on {day}.</source>
        <translation>同樣的文字在{day}已經從這裡發過。</translation>
    </message>
    <message>
        <source>Everything outgoing is paused. Is this the time?</source>
        <translation>所有傳送都已暫停。現在合適嗎？</translation>
    </message>
    <message>
        <source>{size} complaints in a day, {usual} are usual. Is this the time?</source>
        <translation>一天裡有 {size} 則投訴，平時是 {usual} 則。現在合適嗎？</translation>
    </message>
    <message>
        <source>This is {found}; its audience reads {wanted}.</source>
        <translation>這是{found}，受眾讀的是{wanted}。</translation>
    </message>
    <message>
        <source>Links stand in the first comment there.</source>
        <translation>那裡習慣把連結放在第一則留言裡。</translation>
    </message>
    <message>
        <source>Links are not usual there.</source>
        <translation>那裡不習慣放連結。</translation>
    </message>
    <message>
        <source>There one speaks to few. Choose who may see it.</source>
        <translation>那裡習慣對少數人說，請選擇誰能看到。</translation>
    </message>
    <message>
        <source>There one speaks in public. Choose who may see it.</source>
        <translation>那裡習慣公開說，請選擇誰能看到。</translation>
    </message>
    <message>
        <source>The story has no {field} yet.</source>
        <translation>故事還缺{field}。</translation>
    </message>
    <message>
        <source>{words} is still to be filled in.</source>
        <translation>{words} 還沒有填。</translation>
    </message>
    <message>
        <source>“{words}” is banned by the brand sheet.</source>
        <translation>「{words}」是品牌規範裡的禁用詞。</translation>
    </message>
    <message>
        <source>“{words}” may hurt.</source>
        <translation>「{words}」可能傷人。</translation>
    </message>
    <message>
        <source>“{words}” is on the list of sensitive words.</source>
        <translation>「{words}」在敏感詞表裡。</translation>
    </message>
    <message>
        <source>“{words}” promises more than one can hold.</source>
        <translation>「{words}」說得太滿。</translation>
    </message>
    <message>
        <source>“{words}”: says who? Put it into the fact box.</source>
        <translation>「{words}」：出處是哪裡？請寫進事實欄。</translation>
    </message>
    <message>
        <source>“{listed}” is missing.</source>
        <translation>缺少「{listed}」。</translation>
    </message>
    <message>
        <source>{size} emoji; the brand sheet has {limit} at most.</source>
        <translation>有 {size} 個表情，品牌規範最多 {limit} 個。</translation>
    </message>
    <message>
        <source>“{listed}” is missing at the end.</source>
        <translation>結尾缺少「{listed}」。</translation>
    </message>
    <message>
        <source>It cries out ({score} of 100). Try it more calmly.</source>
        <translation>語氣太強（{score}，滿分 100），請平和一些。</translation>
    </message>
    <message>
        <source>Two segments of one account say the same.</source>
        <translation>同一帳號的兩種分眾寫法完全相同。</translation>
    </message>
    <message>
        <source>{name} is a day of mourning. Choose another day?</source>
        <translation>{name}是哀悼日，換一天嗎？</translation>
    </message>
    <message>
        <source>{name} is a holiday. Is it meant for that day?</source>
        <translation>{name}是節假日，確定發在那天嗎？</translation>
    </message>
    <message>
        <source>It falls into the quiet hours ({hours}).</source>
        <translation>落在安靜時段（{hours}）。</translation>
    </message>
    <message>
        <source>Picture {number} will not be shown whole there.</source>
        <translation>圖片 {number} 在那裡顯示不全。</translation>
    </message>
    <message>
        <source>{size} characters; {limit} are usual there.</source>
        <translation>有 {size} 個字，那裡一般 {limit} 個。</translation>
    </message>
    <message>
        <source>{size} hashtags; {limit} are usual there.</source>
        <translation>有 {size} 個標籤，那裡一般 {limit} 個。</translation>
    </message>
    <message>
        <source>The alt text of picture {number} is too long: {size} of {limit}.</source>
        <translation>圖片 {number} 的替代文字太長：{size}，最多 {limit}。</translation>
    </message>
    <message>
        <source>Too long: {size} of {limit} ({unit}). Shorten or split it.</source>
        <translation>太長：{size}，最多 {limit}（{unit}）。請縮短或拆分。</translation>
    </message>
    <message>
        <source>Video {number} is too long: {size} s of {limit} s.</source>
        <translation>影片 {number} 太長：{size} 秒，最多 {limit} 秒。</translation>
    </message>
    <message>
        <source>{size} files; {limit} may go along.</source>
        <translation>有 {size} 個檔案，最多 {limit} 個。</translation>
    </message>
    <message>
        <source>File {number} is of a kind that is not taken there.</source>
        <translation>檔案 {number} 的格式那裡不收。</translation>
    </message>
    <message>
        <source>File {number} is too big.</source>
        <translation>檔案 {number} 太大。</translation>
    </message>
    <message>
        <source>Nobody knows how long video {number} is.</source>
        <translation>不知道影片 {number} 有多長。</translation>
    </message>
    <message>
        <source>Videos are not taken there.</source>
        <translation>那裡不收影片。</translation>
    </message>
    <message>
        <source>A video goes alone, without pictures.</source>
        <translation>影片要單獨發，不能和圖片一起。</translation>
    </message>
    <message>
        <source>Number {size} for {who} that day; {limit} are the cap.</source>
        <translation>當天發給{who}的第 {size} 則，上限 {limit} 則。</translation>
    </message>
    <message>
        <source>Number {size} for {who} that week; {limit} are the cap.</source>
        <translation>當週發給{who}的第 {size} 則，上限 {limit} 則。</translation>
    </message>
    <message>
        <source>Post {size} of that day here; {limit} are the cap.</source>
        <translation>當天在這裡的第 {size} 則，上限 {limit} 則。</translation>
    </message>
    <message>
        <source>Post {size} of that week here; {limit} are the cap.</source>
        <translation>當週在這裡的第 {size} 則，上限 {limit} 則。</translation>
    </message>
    <message>
        <source>Spoken, the hook takes {seconds} s, not {limit} s.</source>
        <translation>唸出來，開頭要 {seconds} 秒，不是 {limit} 秒。</translation>
    </message>
    <message>
        <source>Spoken, the message takes {seconds} s, not {limit} s.</source>
        <translation>唸出來，要點要 {seconds} 秒，不是 {limit} 秒。</translation>
    </message>
    <message>
        <source>Spoken, it takes {seconds} s: what moves by {limit} s?</source>
        <translation>唸出來要 {seconds} 秒：{limit} 秒前有打動人的地方嗎？</translation>
    </message>
    <message>
        <source>from {source}, unverified</source>
        <translation>出自 {source}，未核實</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>plot</source>
        <translation>情節</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>part of the brand</source>
        <translation>品牌角色</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
</context>
<context>
    <name>drafting</name>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>Not saved: nothing can be written. The text stays while this window is open; copy it before you close.</source>
        <translation>未儲存：無法寫入任何內容。視窗開著時文字都在；關閉前請先複製。</translation>
    </message>
    <message>
        <source>Saved in {folder}: the profile cannot be written to</source>
        <translation>已儲存到 {folder}：設定檔資料夾無法寫入</translation>
    </message>
</context>
<context>
    <name>drafts</name>
    <message>
        <source>Its time has passed</source>
        <translation>時間已過</translation>
    </message>
    <message>
        <source>Planned for {time}</source>
        <translation>排定 {time}</translation>
    </message>
    <message>
        <source>Planned for {time}, not queued</source>
        <translation>排定 {time}，未排入</translation>
    </message>
    <message>
        <source>Written in two places</source>
        <translation>兩處都寫過</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>點子</translation>
    </message>
</context>
<context>
    <name>experiments</name>
    <message>
        <source>from past posts, if empty</source>
        <translation>不填則取自過去的貼文</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>What you expect</source>
        <translation>你的預期</translation>
    </message>
    <message>
        <source>A is</source>
        <translation>A 是</translation>
    </message>
    <message>
        <source>as until now</source>
        <translation>照舊</translation>
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
        <translation>測量</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>怎樣算好</translation>
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
        <translation>值得在意的最小效應</translation>
    </message>
    <message>
        <source>20% or a number</source>
        <translation>20% 或一個數</translation>
    </message>
    <message>
        <source>Usual value</source>
        <translation>通常的值</translation>
    </message>
    <message>
        <source>Usual spread</source>
        <translation>通常的標準差</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有帳號</translation>
    </message>
    <message>
        <source>Finds it with a chance of</source>
        <translation>發現它的把握</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>誤報率</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>修改計畫</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新增實驗</translation>
    </message>
    <message>
        <source>Experiment kept</source>
        <translation>實驗已儲存</translation>
    </message>
    <message>
        <source>Try the plan</source>
        <translation>試一試計畫</translation>
    </message>
    <message>
        <source>Say which effect would matter, and see how many posts that takes.</source>
        <translation>請說明多大的效應才有意義，就能看到需要多少則貼文。</translation>
    </message>
    <message>
        <source>{n} in each arm, {all} in all</source>
        <translation>每組 {n} 個，共 {all} 個</translation>
    </message>
    <message>
        <source>about {n} weeks at your pace</source>
        <translation>按你的節奏約需 {n} 週</translation>
    </message>
    <message>
        <source>They find {effect} from {baseline}. Half as many would find {half}, twice as many {double}.</source>
        <translation>在 {baseline} 的基礎上能發現 {effect} 的差別。數量減半能發現 {half}，加倍能發現 {double}。</translation>
    </message>
    <message>
        <source>Read from {n} posts of yours.</source>
        <translation>取自你的 {n} 則貼文。</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>正在演練…</translation>
    </message>
    <message>
        <source>Tried {runs} times where nothing differs: {once} false alarms with one look at the end, {often} with ten looks. A true effect was found in {power}.</source>
        <translation>在毫無差別時演練 {runs} 次：只在最後看一次，誤報 {once}；看十次，誤報 {often}。真實的效應有 {power} 被發現。</translation>
    </message>
    <message>
        <source>Interactions of a post</source>
        <translation>一則貼文的互動</translation>
    </message>
    <message>
        <source>Likes of a post</source>
        <translation>一則貼文的按讚</translation>
    </message>
    <message>
        <source>Shares of a post</source>
        <translation>一則貼文的轉發</translation>
    </message>
    <message>
        <source>Comments under a post</source>
        <translation>一則貼文下的留言</translation>
    </message>
    <message>
        <source>Posts that get a comment</source>
        <translation>得到留言的貼文</translation>
    </message>
    <message>
        <source>A rate that is counted elsewhere</source>
        <translation>在別處統計的比率</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已計畫</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>B won</source>
        <translation>B 勝</translation>
    </message>
    <message>
        <source>B lost</source>
        <translation>B 負</translation>
    </message>
    <message>
        <source>No difference found</source>
        <translation>未發現差別</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>{measure}: {n} in each arm find a difference of {effect} from {baseline} in {power} of cases; false alarms {alpha}</source>
        <translation>{measure}：每組 {n} 個，在 {baseline} 的基礎上有 {power} 的把握發現 {effect} 的差別；誤報率 {alpha}</translation>
    </message>
    <message>
        <source>B − A = {value} ({low} to {high})</source>
        <translation>B − A = {value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{level} interval, n = {n} in each arm; so many find {effect} or more</source>
        <translation>{level} 區間，每組 n = {n}；這個數量能發現 {effect} 以上的差別</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>組</translation>
    </message>
    <message>
        <source>Cases so far</source>
        <translation>目前的案例數</translation>
    </message>
    <message>
        <source>Hits among them</source>
        <translation>其中的命中數</translation>
    </message>
    <message>
        <source>Enter cases</source>
        <translation>填寫案例</translation>
    </message>
    <message>
        <source>Cases kept</source>
        <translation>案例已儲存</translation>
    </message>
    <message>
        <source>The totals so far. They are compared when both arms are full.</source>
        <translation>填寫目前的總數。兩組都滿後才會比較。</translation>
    </message>
</context>
<context>
    <name>fate</name>
    <message>
        <source>Later than {time} you are asked first.</source>
        <translation>晚於 {time} 會先問你。</translation>
    </message>
    <message>
        <source>{one} {two}</source>
        <translation>{one}{two}</translation>
    </message>
    <message>
        <source>The platform holds it: it goes out with this machine off.</source>
        <translation>已交給平台保管：這台電腦關著也會發出。</translation>
    </message>
    <message>
        <source>The platform gets it as soon as there is a network.</source>
        <translation>一有網路就交給平台保管。</translation>
    </message>
    <message>
        <source>It goes from here: cmapp must be running and online then.</source>
        <translation>由這台電腦發出：到時 cmapp 必須開著並且連網。</translation>
    </message>
    <message>
        <source>It goes as soon as it can.</source>
        <translation>會儘快發出。</translation>
    </message>
    <message>
        <source>It is too late to go by itself: you are asked.</source>
        <translation>已經太晚，不會自動發出：會先問你。</translation>
    </message>
    <message>
        <source>It waits for your decision in the outbox.</source>
        <translation>在寄件匣裡等你決定。</translation>
    </message>
    <message>
        <source>It may have been sent; cmapp is looking for it.</source>
        <translation>可能已經發出，cmapp 正在核實。</translation>
    </message>
    <message>
        <source>The platform refused it.</source>
        <translation>平台拒絕了它。</translation>
    </message>
    <message>
        <source>Everything is paused: it does not go before you resume.</source>
        <translation>全部已暫停：你恢復之前不會發出。</translation>
    </message>
    <message>
        <source>Flight mode: it does not go before you land.</source>
        <translation>飛航模式：你降落之前不會發出。</translation>
    </message>
    <message>
        <source>Its account rests: it does not go before you wake it.</source>
        <translation>帳號正在休息：你喚醒它之前不會發出。</translation>
    </message>
    <message>
        <source>Its account must be signed in again first.</source>
        <translation>帳號需要先重新登入。</translation>
    </message>
    <message>
        <source>It has no account to go from.</source>
        <translation>沒有可用的發布帳號。</translation>
    </message>
    <message>
        <source>It stands in the plan only: nothing of it is queued.</source>
        <translation>只在計畫裡，還沒有加入待送。</translation>
    </message>
    <message>
        <source>Planned posts that go out meanwhile</source>
        <translation>期間會準時發出的計畫貼文</translation>
    </message>
    <message>
        <source>Not handed to their servers yet: stay online for a moment</source>
        <translation>尚未交給伺服器：請再連網片刻</translation>
    </message>
    <message>
        <source>Planned posts that leave when you land</source>
        <translation>降落時發出的計畫貼文</translation>
    </message>
    <message>
        <source>Planned posts that will be too late: you are asked</source>
        <translation>會太晚的計畫貼文：先問你</translation>
    </message>
    <message>
        <source>Planned posts that do not leave by themselves</source>
        <translation>不會自動發出的計畫貼文</translation>
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
        <translation>電子郵件地址</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>電話號碼</translation>
    </message>
    <message>
        <source>an identity card number</source>
        <translation>身分證字號</translation>
    </message>
    <message>
        <source>a passport number</source>
        <translation>護照號碼</translation>
    </message>
    <message>
        <source>a bank card number</source>
        <translation>銀行卡號</translation>
    </message>
    <message>
        <source>an IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>an order number</source>
        <translation>訂單號</translation>
    </message>
    <message>
        <source>a home address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>a gap to fill</source>
        <translation>沒填的空格</translation>
    </message>
    <message>
        <source>a hurtful word</source>
        <translation>傷人的詞語</translation>
    </message>
    <message>
        <source>a sensitive word</source>
        <translation>敏感詞</translation>
    </message>
</context>
<context>
    <name>goals</name>
    <message>
        <source>All accounts</source>
        <translation>所有帳號</translation>
    </message>
    <message>
        <source>a number; shares like 20%</source>
        <translation>一個數；比例如 20%</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標值</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>怎樣算好</translation>
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
        <translation>達成線</translation>
    </message>
    <message>
        <source>the target, if empty</source>
        <translation>不填則為目標值</translation>
    </message>
    <message>
        <source>Failed beyond</source>
        <translation>未達成線</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>A task to look at it</source>
        <translation>定期查看任務</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
    <message>
        <source>Each week</source>
        <translation>每週</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Change the goal</source>
        <translation>修改目標</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>新增目標</translation>
    </message>
    <message>
        <source>Goal kept</source>
        <translation>目標已儲存</translation>
    </message>
    <message>
        <source>A metric, a number, a day: without them nobody could judge it.</source>
        <translation>指標、數字、日期：缺了它們，沒人能判斷。</translation>
    </message>
    <message>
        <source>Or a rating called</source>
        <translation>或評分名稱</translation>
    </message>
    <message>
        <source>what people rate, 1 to 5</source>
        <translation>由人評分，1 到 5</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>權重</translation>
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
        <translation>指數的一部分</translation>
    </message>
    <message>
        <source>Index kept</source>
        <translation>指數已儲存</translation>
    </message>
    <message>
        <source>In between it counts on a straight line; less may be better.</source>
        <translation>兩者之間按直線換算；也可以越少越好。</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>評分人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Rate: {name}</source>
        <translation>評分：{name}</translation>
    </message>
    <message>
        <source>Rating kept</source>
        <translation>評分已儲存</translation>
    </message>
    <message>
        <source>What</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Money spent</source>
        <translation>花的錢</translation>
    </message>
    <message>
        <source>Money that came back</source>
        <translation>收回的錢</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>工時</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>數額</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>EUR, TWD, CNY …; none for hours</source>
        <translation>TWD、CNY、EUR 等；工時不填</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>in your own words</source>
        <translation>用你自己的說法</translation>
    </message>
    <message>
        <source>Change the cost</source>
        <translation>修改費用</translation>
    </message>
    <message>
        <source>New cost</source>
        <translation>新增費用</translation>
    </message>
    <message>
        <source>Cost kept</source>
        <translation>費用已儲存</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>發現了什麼</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>改了什麼</translation>
    </message>
    <message>
        <source>Look at the result on</source>
        <translation>看結果的日子</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>關聯</translation>
    </message>
    <message>
        <source>Change the decision</source>
        <translation>修改決定</translation>
    </message>
    <message>
        <source>New decision</source>
        <translation>新增決定</translation>
    </message>
    <message>
        <source>Decision kept</source>
        <translation>決定已儲存</translation>
    </message>
    <message>
        <source>It became</source>
        <translation>結果如何</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>帶來了什麼</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Result kept</source>
        <translation>結果已儲存</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>問了什麼</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>說了什麼</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>說明什麼</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>優勢</translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation>劣勢</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>機會</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>威脅</translation>
    </message>
    <message>
        <source>Political</source>
        <translation>政治</translation>
    </message>
    <message>
        <source>Economic</source>
        <translation>經濟</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>社會</translation>
    </message>
    <message>
        <source>Technological</source>
        <translation>技術</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新增筆記</translation>
    </message>
    <message>
        <source>Note kept</source>
        <translation>筆記已儲存</translation>
    </message>
    <message>
        <source>Its fields come next.</source>
        <translation>接下來填寫各欄。</translation>
    </message>
    <message>
        <source>A number that it goes with</source>
        <translation>相關的數字</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>尚未開始</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Reached so far</source>
        <translation>目前已達成</translation>
    </message>
    <message>
        <source>Settling: judged after 48 h</source>
        <translation>待定：48 小時後下結論</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>Neither passed nor failed</source>
        <translation>介於兩者之間</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未達成</translation>
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
        <translation>沒變</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>變好</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>變差</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>該看結果了</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>訪談</translation>
    </message>
    <message>
        <source>Focus group</source>
        <translation>焦點團體</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>問卷</translation>
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
        <translation>沒有成功。</translation>
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
        <translation>沒有這個時區。</translation>
    </message>
    <message>
        <source>That is no time of day, like 09:00.</source>
        <translation>這不是鐘點，應類似 09:00。</translation>
    </message>
    <message>
        <source>That is no period, like 09:00-12:00.</source>
        <translation>這不是時段，應類似 09:00-12:00。</translation>
    </message>
    <message>
        <source>This period has no length.</source>
        <translation>這個時段沒有長度。</translation>
    </message>
    <message>
        <source>This period ends before it begins.</source>
        <translation>這個時段的結束早於開始。</translation>
    </message>
    <message>
        <source>Two periods overlap.</source>
        <translation>兩個時段重疊。</translation>
    </message>
    <message>
        <source>Nobody would be there for a whole year.</source>
        <translation>整整一年都沒有人在。</translation>
    </message>
    <message>
        <source>The away text is too long.</source>
        <translation>離開回覆太長。</translation>
    </message>
    <message>
        <source>No holidays are known for this country.</source>
        <translation>沒有這個國家或地區的假日。</translation>
    </message>
    <message>
        <source>This file is no calendar, or was cut short.</source>
        <translation>這不是行事曆檔案，或檔案被截斷。</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>檔案裡沒有事件。</translation>
    </message>
    <message>
        <source>An event in this file cannot be read.</source>
        <translation>檔案裡有一個事件讀不出來。</translation>
    </message>
    <message>
        <source>There are too many events in this file.</source>
        <translation>檔案裡的事件太多。</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>檔案太大。</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>commas</source>
        <translation>逗號</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分號</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>定位字元</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>直線</translation>
    </message>
    <message>
        <source>Rows: {rows}, columns: {columns}</source>
        <translation>{rows} 列，{columns} 欄</translation>
    </message>
    <message>
        <source>parted by {separator}, {encoding}</source>
        <translation>以{separator}分隔，{encoding}</translation>
    </message>
    <message>
        <source>This very file is in already. Nothing would change.</source>
        <translation>這個檔案已經匯入過，不會有任何變更。</translation>
    </message>
    <message>
        <source>Kept: {n} of {all}</source>
        <translation>共 {all} 列，保留 {n} 列</translation>
    </message>
    <message>
        <source>{n} without a post or person of yours</source>
        <translation>{n} 列沒有對應的貼文或人</translation>
    </message>
    <message>
        <source>Problems that keep the file out: {n}</source>
        <translation>有 {n} 個問題，檔案不能匯入</translation>
    </message>
    <message>
        <source>Of which account?</source>
        <translation>屬於哪個帳號？</translation>
    </message>
    <message>
        <source>Day or month first?</source>
        <translation>日在前還是月在前？</translation>
    </message>
    <message>
        <source>Which mark is the decimal one?</source>
        <translation>哪個是小數點？</translation>
    </message>
    <message>
        <source>Which currency?</source>
        <translation>什麼幣別？</translation>
    </message>
    <message>
        <source>Of which day?</source>
        <translation>哪一天的？</translation>
    </message>
    <message>
        <source>Which share is meant?</source>
        <translation>這是多少？</translation>
    </message>
    <message>
        <source>It is in already, read in another way. Once more?</source>
        <translation>此檔案已按另一種方式匯入。再匯入一次嗎？</translation>
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
        <translation>點：1,234.5</translation>
    </message>
    <message>
        <source>The comma: 1.234,5</source>
        <translation>逗號：1.234,5</translation>
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
        <translation>是，作為第二次匯入</translation>
    </message>
    <message>
        <source>The file ends in the middle of a line.</source>
        <translation>檔案在一列中間結束。</translation>
    </message>
    <message>
        <source>It has fewer cells than the header.</source>
        <translation>儲存格比標題列少。</translation>
    </message>
    <message>
        <source>It has more cells than the header.</source>
        <translation>儲存格比標題列多。</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>不是數字</translation>
    </message>
    <message>
        <source>It can be read in two ways</source>
        <translation>有兩種讀法</translation>
    </message>
    <message>
        <source>Less than nothing</source>
        <translation>小於零</translation>
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
        <translation>另一列說的不一樣。</translation>
    </message>
    <message>
        <source>A sum of the others; it is left out.</source>
        <translation>是其他列的合計，已略過。</translation>
    </message>
    <message>
        <source>No post of yours</source>
        <translation>不是你的貼文</translation>
    </message>
    <message>
        <source>Several posts of yours</source>
        <translation>對應多則你的貼文</translation>
    </message>
    <message>
        <source>Nobody you know, or several</source>
        <translation>不認識，或不止一人</translation>
    </message>
</context>
<context>
    <name>insights</name>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>人際網路</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>實驗</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{n} in all, the newest first</source>
        <translation>共 {n} 則，新的在前</translation>
    </message>
    <message>
        <source>{n} in all; the newest {some} are listed</source>
        <translation>共 {n} 則，列出最新的 {some} 則</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 項，共 {all} 項</translation>
    </message>
    <message>
        <source>{mark}, {more}</source>
        <translation>{mark}，{more}</translation>
    </message>
    <message>
        <source>Arrows walk along the marks, Return lists what is behind one, + and - zoom</source>
        <translation>方向鍵在資料間移動，Enter 列出背後的內容，+ 和 - 縮放</translation>
    </message>
    <message>
        <source>unknown: {why}</source>
        <translation>未知：{why}</translation>
    </message>
    <message>
        <source>Unknown: {why}. It is not counted as zero.</source>
        <translation>未知：{why}。不按零計算。</translation>
    </message>
    <message>
        <source>Click or Return: what is behind it</source>
        <translation>點一下或按 Enter：看背後的內容</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language: en, zh_CN or zh_TW</comment>
        <translation>zh_TW</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>95% between {low} and {high}</source>
        <translation>95% 區間 {low} 到 {high}</translation>
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
        <translation>一則貼文和它得到的回應</translation>
    </message>
    <message>
        <source>What was sent, and to whom</source>
        <translation>送出的內容，以及送給誰</translation>
    </message>
    <message>
        <source>Open on the platform</source>
        <translation>在平台上開啟</translation>
    </message>
    <message>
        <source>Its words are not kept any more.</source>
        <translation>它的文字已不再保存。</translation>
    </message>
    <message>
        <source>nothing is known to have come back</source>
        <translation>尚未見到任何回應</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>no alt text</source>
        <translation>無替代文字</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Moving picture</source>
        <translation>動圖</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已計畫</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>在寄件匣</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>Saved reply</source>
        <translation>常用回覆</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>已裁切</translation>
    </message>
    <message>
        <source>made smaller</source>
        <translation>會縮小</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>會轉換</translation>
    </message>
    <message>
        <source>compressed more</source>
        <translation>會再壓縮</translation>
    </message>
    <message>
        <source>shape not shown whole; crop it</source>
        <translation>形狀顯示不全；請裁切</translation>
    </message>
    <message>
        <source>moves, and would have to be changed</source>
        <translation>是動圖，需要改動才行</translation>
    </message>
    <message>
        <source>no videos there</source>
        <translation>那裡不收影片</translation>
    </message>
    <message>
        <source>does not say how long it is</source>
        <translation>沒有標明長度</translation>
    </message>
    <message>
        <source>no video beside pictures</source>
        <translation>影片不能和圖片一起</translation>
    </message>
    <message>
        <source>too long: {size}, at most {limit}</source>
        <translation>太長：{size}，最多 {limit}</translation>
    </message>
    <message>
        <source>too large: {size}, at most {limit}</source>
        <translation>太大：{size}，最多 {limit}</translation>
    </message>
    <message>
        <source>too many files</source>
        <translation>檔案太多</translation>
    </message>
    <message>
        <source>this kind of file is not taken</source>
        <translation>不接受這種檔案</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>What stands before the @ is not where it leads.</source>
        <translation>@ 前面的內容並不是它通往的地方。</translation>
    </message>
    <message>
        <source>The address hides where it leads behind a number.</source>
        <translation>這個位址用數字掩蓋了它通往哪裡。</translation>
    </message>
    <message>
        <source>It leads to a machine that has a number and no name.</source>
        <translation>它通往一台只有數字位址、沒有名字的機器。</translation>
    </message>
    <message>
        <source>Letters in it only look like those of the name.</source>
        <translation>其中有些字元只是看起來像這個名字裡的字母。</translation>
    </message>
    <message>
        <source>The name mixes letters of several scripts.</source>
        <translation>這個名字混用了幾種文字的字母。</translation>
    </message>
    <message>
        <source>Letters of another script look like Latin ones in it.</source>
        <translation>其中有別種文字的字母，看起來像拉丁字母。</translation>
    </message>
    <message>
        <source>There are characters in it that cannot be seen.</source>
        <translation>其中有看不見的字元。</translation>
    </message>
    <message>
        <source>The name is so long that its end is easily overlooked.</source>
        <translation>這個名字很長，末尾容易被忽略。</translation>
    </message>
    <message>
        <source>The way there is not encrypted: others may read along.</source>
        <translation>通往那裡的連線沒有加密，別人可能讀到內容。</translation>
    </message>
</context>
<context>
    <name>moderation</name>
    <message>
        <source>Mute</source>
        <translation>靜音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消靜音</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>封鎖</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>取消封鎖</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>檢舉</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新顯示</translation>
    </message>
    <message>
        <source>It leaves your inbox. Nothing is sent.</source>
        <translation>它會離開你的收件匣。不送出任何東西。</translation>
    </message>
    <message>
        <source>All that is open of them leaves your inbox. Nothing is sent.</source>
        <translation>對方所有未處理的內容會離開你的收件匣。不送出任何東西。</translation>
    </message>
    <message>
        <source>Readers of your post no longer see it. The author is not told. It leaves your inbox.</source>
        <translation>你的讀者不再看到它。作者不會得知。它會離開你的收件匣。</translation>
    </message>
    <message>
        <source>You see no more of them; they are not told. All that is open of them leaves your inbox.</source>
        <translation>你不再看到對方，對方不會得知。對方所有未處理的內容會離開你的收件匣。</translation>
    </message>
    <message>
        <source>Neither of you sees or reaches the other; they may notice. All that is open of them leaves your inbox.</source>
        <translation>雙方都看不到、也聯絡不到對方，對方可能會察覺。對方所有未處理的內容會離開你的收件匣。</translation>
    </message>
    <message>
        <source>The platform's moderators read your note. It cannot be taken back once it is out.</source>
        <translation>平台的管理員會讀到你的附言。一旦送出就無法收回。</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他理由</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>垃圾訊息</translation>
    </message>
    <message>
        <source>Insult or harassment</source>
        <translation>侮辱或騷擾</translation>
    </message>
    <message>
        <source>False or misleading</source>
        <translation>不實或誤導</translation>
    </message>
    <message>
        <source>Sexual</source>
        <translation>色情</translation>
    </message>
    <message>
        <source>Against the law</source>
        <translation>違法</translation>
    </message>
    <message>
        <source>Against the rules there</source>
        <translation>違反那裡的規則</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>等待送出</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>正在送出</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>結果不明</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>需要決定</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒絕</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>僅在這裡</translation>
    </message>
    <message>
        <source>account removed</source>
        <translation>帳號已移除</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>followers unknown</source>
        <translation>追蹤者數未知</translation>
    </message>
    <message>
        <source>{n} followers</source>
        <translation>{n} 位追蹤者</translation>
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
        <translation>{n} 人回覆 · 回覆 {m} 人</translation>
    </message>
    <message>
        <source>answered by {people}</source>
        <translation>{people} 人回覆</translation>
    </message>
    <message>
        <source>answers {people}</source>
        <translation>回覆 {people} 人</translation>
    </message>
    <message>
        <source>on {share} of the ways between others</source>
        <translation>位於他人之間 {share} 的路徑上</translation>
    </message>
    <message>
        <source>PageRank {value}</source>
        <translation>PageRank {value}</translation>
    </message>
    <message>
        <source>{answered} of {posts} posts drew {people} people</source>
        <translation>{posts} 則貼文中有 {answered} 則引來 {people} 人</translation>
    </message>
    <message>
        <source>talked with {people}</source>
        <translation>與 {people} 人交談</translation>
    </message>
    <message>
        <source>{positive} positive of {n} to you</source>
        <translation>對你說的 {n} 句中 {positive} 句正面</translation>
    </message>
    <message>
        <source>attitude unknown</source>
        <translation>態度未知</translation>
    </message>
    <message>
        <source>never here</source>
        <translation>沒有來過</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>how often: {n} from them, {m} from you in {months} months</source>
        <translation>頻率：{months} 個月內對方 {n} 次，你 {m} 次</translation>
    </message>
    <message>
        <source>how evenly both ways</source>
        <translation>雙方是否對等</translation>
    </message>
    <message>
        <source>how lately: {when}</source>
        <translation>最近一次：{when}</translation>
    </message>
    <message>
        <source>{n} people in common</source>
        <translation>{n} 個共同的人</translation>
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
        <translation>所有人，但不上時間軸</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>追蹤者</translation>
    </message>
    <message>
        <source>Those who are named</source>
        <translation>僅提及的人</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>僅本站</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>None of the chosen accounts takes it</source>
        <translation>所選帳號都不支援</translation>
    </message>
    <message>
        <source>Left out where it is not taken: {accounts}</source>
        <translation>不支援的帳號會略去：{accounts}</translation>
    </message>
</context>
<context>
    <name>panes</name>
    <message>
        <source>Inbox</source>
        <translation>收件匣</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰寫</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>行事曆</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>寄件匣</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回顧</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Landing report</source>
        <translation>降落報告</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
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
        <translation>西里爾</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希臘</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亞美尼亞</translation>
    </message>
    <message>
        <source>Cherokee</source>
        <translation>切羅基</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯來</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯</translation>
    </message>
    <message>
        <source>This name mixes {one} and {other} letters.</source>
        <translation>這個名字混用了{one}字母和{other}字母。</translation>
    </message>
    <message>
        <source>This name mixes letters of several scripts.</source>
        <translation>這個名字混用了幾種文字的字母。</translation>
    </message>
    <message>
        <source>This handle has letters that look like Latin ones.</source>
        <translation>這個帳號名稱裡有看起來像拉丁字母的字元。</translation>
    </message>
    <message>
        <source>There are characters in this handle that cannot be seen.</source>
        <translation>這個帳號名稱裡有看不見的字元。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活躍</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠實</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失風險</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已流失</translation>
    </message>
    <message>
        <source>nothing from them for {days} days</source>
        <translation>{days} 天沒有動靜</translation>
    </message>
    <message>
        <source>here on {visits} days or more within {days} days</source>
        <translation>{days} 天內來過至少 {visits} 天</translation>
    </message>
    <message>
        <source>first here within {days} days</source>
        <translation>{days} 天內第一次來</translation>
    </message>
    <message>
        <source>none of the other rules</source>
        <translation>不符合其他規則</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手動指定</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手動輸入</translation>
    </message>
    <message>
        <source>from their profile</source>
        <translation>來自本人簡介</translation>
    </message>
    <message>
        <source>they said so</source>
        <translation>本人說過</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>帳號名稱</translation>
    </message>
    <message>
        <source>Profile text</source>
        <translation>簡介</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>頭像</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉絲</translation>
    </message>
    <message>
        <source>a new picture</source>
        <translation>換了頭像</translation>
    </message>
    <message>
        <source>the same page: {what}</source>
        <translation>首頁相同：{what}</translation>
    </message>
    <message>
        <source>the same address: {what}</source>
        <translation>位址相同：{what}</translation>
    </message>
    <message>
        <source>their profiles point to each other</source>
        <translation>兩個簡介互相連結</translation>
    </message>
    <message>
        <source>the profile of {what} points to the other</source>
        <translation>{what} 的簡介指向另一個</translation>
    </message>
    <message>
        <source>the same handle: {what}</source>
        <translation>帳號名稱相同：{what}</translation>
    </message>
    <message>
        <source>the same name and picture</source>
        <translation>名字和頭像相同</translation>
    </message>
    <message>
        <source>the same name and domain</source>
        <translation>名字和網域相同</translation>
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
        <translation>相同，逐位元組一致。</translation>
    </message>
    <message>
        <source>The same: every number repeats.</source>
        <translation>相同：每個數字都一致。</translation>
    </message>
    <message>
        <source>Its numbers repeat, but the file was edited afterwards.</source>
        <translation>數字一致，但檔案之後被編輯過。</translation>
    </message>
    <message>
        <source>It differs: data have changed since.</source>
        <translation>不同：資料之後有變動。</translation>
    </message>
    <message>
        <source>{where}: was {was}, is {now}</source>
        <translation>{where}：原為 {was}，現為 {now}</translation>
    </message>
    <message>
        <source>Each week: {day}</source>
        <translation>每週：{day}</translation>
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
        <translation>時間</translation>
    </message>
    <message>
        <source>Make regularly</source>
        <translation>定時產生</translation>
    </message>
    <message>
        <source>It will be made by itself</source>
        <translation>將自動產生</translation>
    </message>
    <message>
        <source>Into the folder {name}, while cmapp runs; what was missed is made on waking.</source>
        <translation>存入資料夾 {name}；cmapp 執行時產生，錯過的會在喚醒後補上。</translation>
    </message>
</context>
<context>
    <name>retention</name>
    <message>
        <source>What others said to you</source>
        <translation>別人對你說的話</translation>
    </message>
    <message>
        <source>Once it is closed: the words go, the count stays</source>
        <translation>處理完之後：文字刪除，計數保留</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>私訊</translation>
    </message>
    <message>
        <source>Once they are closed</source>
        <translation>處理完之後</translation>
    </message>
    <message>
        <source>What others said around it</source>
        <translation>周圍別人說的話</translation>
    </message>
    <message>
        <source>Posts in threads that asked nothing of you</source>
        <translation>對話中不需要你回應的貼文</translation>
    </message>
    <message>
        <source>What its author deleted</source>
        <translation>作者自己刪除的內容</translation>
    </message>
    <message>
        <source>Or sooner, where the platform demands it</source>
        <translation>平台有要求時會更早</translation>
    </message>
    <message>
        <source>People nobody deals with</source>
        <translation>不再往來的人</translation>
    </message>
    <message>
        <source>No card, nothing open, no words left: the name goes</source>
        <translation>沒有名片、沒有待辦、沒有文字：名字刪除</translation>
    </message>
    <message>
        <source>Files that nothing uses</source>
        <translation>沒有用到的檔案</translation>
    </message>
    <message>
        <source>Pictures and videos that left the library</source>
        <translation>已移出媒體庫的圖片和影片</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>記錄檔</translation>
    </message>
    <message>
        <source>Those that are full; they hold no text of anybody</source>
        <translation>已寫滿的；其中沒有任何人的文字</translation>
    </message>
    <message>
        <source>The way back from what you did</source>
        <translation>復原所需的記錄</translation>
    </message>
    <message>
        <source>What is needed to undo deeds on many items</source>
        <translation>復原批次操作所需的內容</translation>
    </message>
    <message>
        <source>The list of reports made</source>
        <translation>已產生報告的清單</translation>
    </message>
    <message>
        <source>The files stay where you put them</source>
        <translation>檔案留在原處</translation>
    </message>
    <message>
        <source>No server has confirmed this computer's date yet.</source>
        <translation>還沒有伺服器確認過這台電腦的日期。</translation>
    </message>
    <message>
        <source>No server has confirmed this computer's date lately.</source>
        <translation>最近沒有伺服器確認過這台電腦的日期。</translation>
    </message>
    <message>
        <source>Your servers confirm this computer's date.</source>
        <translation>你的伺服器確認了這台電腦的日期。</translation>
    </message>
    <message>
        <source>You said that this computer's date is right.</source>
        <translation>你說過這台電腦的日期是對的。</translation>
    </message>
    <message>
        <source>No server was heard: only time that cmapp was open counts as passed.</source>
        <translation>沒有收到伺服器的時間：只有 cmapp 開著的時間才算過去。</translation>
    </message>
    <message>
        <source>This computer's date is behind that of your servers: nothing is removed.</source>
        <translation>這台電腦的日期落後於伺服器：什麼都不會刪除。</translation>
    </message>
    <message>
        <source>This computer's date is ahead of that of your servers: not believed.</source>
        <translation>這台電腦的日期超前於伺服器：不予採信。</translation>
    </message>
    <message>
        <source>All dates jumped at once: not believed until a restart.</source>
        <translation>所有日期同時跳變：重新啟動之前不予採信。</translation>
    </message>
    <message>
        <source>More than a year since the date was confirmed: not believed so far.</source>
        <translation>距上次確認日期已超過一年：暫不採信。</translation>
    </message>
</context>
<context>
    <name>row</name>
    <message>
        <source>until they answer</source>
        <translation>等對方回覆</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>到 {time}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已關閉</translation>
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
        <translation>高優先</translation>
    </message>
    <message>
        <source>low priority</source>
        <translation>低優先</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>back as you asked</source>
        <translation>已準時喚回</translation>
    </message>
    <message>
        <source>they answered</source>
        <translation>對方又回話了</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>+%n like this</source>
        <translation>還有 %n 則相似</translation>
    </message>
    <message>
        <source>%n shared</source>
        <translation>%n 人轉發</translation>
    </message>
    <message>
        <source>%n liked</source>
        <translation>%n 人按了讚</translation>
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
        <translation>已選取</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>標籤 {name}</translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation>指派給 {name}</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>who wrote it: name or handle</source>
        <translation>誰寫的：名稱或帳號</translation>
    </message>
    <message>
        <source>the account or person it answers</source>
        <translation>發給或回覆的帳號、人</translation>
    </message>
    <message>
        <source>its state: open, unanswered, overdue, vip …</source>
        <translation>狀態：open、unanswered、overdue、vip……</translation>
    </message>
    <message>
        <source>what hangs on it: image, link, note, task …</source>
        <translation>帶有什麼：image、link、note、task……</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>mention, comment, message, like …</source>
        <translation>類型：mention、comment、message、like……</translation>
    </message>
    <message>
        <source>one of your accounts</source>
        <translation>你的一個帳號</translation>
    </message>
    <message>
        <source>a platform, or a day</source>
        <translation>平台，或某一天</translation>
    </message>
    <message>
        <source>who takes care of it</source>
        <translation>由誰處理</translation>
    </message>
    <message>
        <source>its language: zh, en …</source>
        <translation>語言：zh、en……</translation>
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
        <translation>私人備註裡的詞</translation>
    </message>
    <message>
        <source>your watched words: all, or one</source>
        <translation>關注詞：all，或其中一個</translation>
    </message>
    <message>
        <source>Only the first 32 terms are used, not “{part}” …</source>
        <translation>只用前 32 項，沒有用到「{part}」……</translation>
    </message>
    <message>
        <source>“{part}” was looked for in the newest 50,000 posts only.</source>
        <translation>只在最新的 50,000 則裡找了「{part}」。</translation>
    </message>
    <message>
        <source>“{part}” holds no date; it is searched as words.</source>
        <translation>「{part}」裡沒有日期，按一般詞搜尋。</translation>
    </message>
    <message>
        <source>“{part}” is no filter; it is searched as words.</source>
        <translation>「{part}」不是篩選條件，按一般詞搜尋。</translation>
    </message>
    <message>
        <source>open, waiting for a reply, about refunds</source>
        <translation>關於退款、待處理、等著回覆</translation>
    </message>
    <message>
        <source>exactly these words, in the last week</source>
        <translation>最近一週裡完全相同的詞</translation>
    </message>
    <message>
        <source>what Ana wrote with a picture</source>
        <translation>Ana 寫的、帶圖片的</translation>
    </message>
    <message>
        <source>either word, without a label</source>
        <translation>兩個詞之一，不帶某個標籤</translation>
    </message>
    <message>
        <source>messages past their time</source>
        <translation>已逾時的私訊</translation>
    </message>
</context>
<context>
    <name>segment</name>
    <message>
        <source>A wording for “{name}”</source>
        <translation>為「{name}」另寫一版</translation>
    </message>
    <message>
        <source>For a region</source>
        <translation>依地區另寫</translation>
    </message>
    <message>
        <source>A region or an audience, e.g. Taiwan, newcomers</source>
        <translation>地區或對象，例如香港、新朋友</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中國大陸</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台灣</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>歐洲</translation>
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
        <translation>每週的{days} </translation>
    </message>
    <message>
        <source>Every {n} weeks on {days}</source>
        <translation>每 {n} 週的{days} </translation>
    </message>
    <message>
        <source>Every month on day {day}</source>
        <translation>每月 {day} 日 </translation>
    </message>
    <message>
        <source>Every {n} months on day {day}</source>
        <translation>每 {n} 個月的 {day} 日 </translation>
    </message>
    <message>
        <source>Every month on {weekday} number {at}</source>
        <translation>每月第 {at} 個{weekday} </translation>
    </message>
    <message>
        <source>Every {n} months on {weekday} number {at}</source>
        <translation>每 {n} 個月的第 {at} 個{weekday} </translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>How we sound. An account's own sheet lies over that of all.</source>
        <translation>我們怎麼說話。帳號自己的規範疊加在共用規範之上。</translation>
    </message>
    <message>
        <source>What each check does: it stops, it hints, or it is off.</source>
        <translation>每項檢查做什麼：攔下、提醒，或關閉。</translation>
    </message>
    <message>
        <source>What is usual on a platform: hints of ours, not from a study. Edit them.</source>
        <translation>平台上的慣例：是我們寫的提示，不是研究結論，可以修改。</translation>
    </message>
    <message>
        <source>Whom we speak to; shown to whoever writes for them.</source>
        <translation>我們對誰說話；為他們寫的人會看到。</translation>
    </message>
    <message>
        <source>Over a cap one is told, never stopped. How much is right differs: measure.</source>
        <translation>超過上限只提醒，不攔下。多少合適因人而異，要看自己的資料。</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>用逗號分開</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>語氣</translation>
    </message>
    <message>
        <source>Plain, warm, no slang</source>
        <translation>樸實、溫暖，不用俚語</translation>
    </message>
    <message>
        <source>Wanted words</source>
        <translation>必用詞</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>禁用詞</translation>
    </message>
    <message>
        <source>Also exaggerates</source>
        <translation>也算誇大</translation>
    </message>
    <message>
        <source>May be said</source>
        <translation>可以說</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符號</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安靜時段</translation>
    </message>
    <message>
        <source>Days before the same text again</source>
        <translation>幾天內不發同樣的文字</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>慣常長度</translation>
    </message>
    <message>
        <source>Most hashtags</source>
        <translation>標籤最多</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>One speaks</source>
        <translation>說話</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>What moves them, what hurts them, how to address them</source>
        <translation>什麼打動他們、什麼傷害他們、怎麼稱呼他們</translation>
    </message>
    <message>
        <source>Most a day</source>
        <translation>每天最多</translation>
    </message>
    <message>
        <source>Most a week</source>
        <translation>每週最多</translation>
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
        <translation>隨處</translation>
    </message>
    <message>
        <source>in the first comment</source>
        <translation>第一則留言裡</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>as one likes</source>
        <translation>隨意</translation>
    </message>
    <message>
        <source>in public</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>to few</source>
        <translation>對少數人</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>攔下</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Each audience</source>
        <translation>每個受眾</translation>
    </message>
    <message>
        <source>Audience: {name}</source>
        <translation>受眾：{name}</translation>
    </message>
    <message>
        <source>A word cannot be wanted and banned.</source>
        <translation>同一個詞不能既必用又禁用。</translation>
    </message>
    <message>
        <source>A word has 1 to 60 characters.</source>
        <translation>一個詞為 1 到 60 個字。</translation>
    </message>
    <message>
        <source>A week cannot have fewer than a day.</source>
        <translation>每週的上限不能低於每天的。</translation>
    </message>
    <message>
        <source>There are too many words.</source>
        <translation>詞太多了。</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>太長了。</translation>
    </message>
    <message>
        <source>This number cannot be.</source>
        <translation>這個數不行。</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>沒有成功。</translation>
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
        <translation>提問</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>order</source>
        <translation>下單</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>稱讚</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>感謝</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>垃圾訊息</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>chatter</source>
        <translation>閒聊</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>label {what}</source>
        <translation>加標籤「{what}」</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>assign to {what}</source>
        <translation>指派給{what}</translation>
    </message>
    <message>
        <source>raise priority</source>
        <translation>提高優先順序</translation>
    </message>
    <message>
        <source>lower priority</source>
        <translation>降低優先順序</translation>
    </message>
    <message>
        <source>usual priority</source>
        <translation>一般優先順序</translation>
    </message>
    <message>
        <source>move to {what}</source>
        <translation>移到「{what}」</translation>
    </message>
    <message>
        <source>draft an answer</source>
        <translation>起草回覆</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回覆</translation>
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
        <translation>%n 分鐘</translation>
    </message>
    <message>
        <source>%n h</source>
        <translation>%n 小時</translation>
    </message>
    <message>
        <source>%n d</source>
        <translation>%n 天</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分鐘</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
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
        <translation>逾時 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>還有 {time}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店裡</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
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
        <translation>回覆</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>message</source>
        <translation>私訊</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>review</source>
        <translation>評價</translation>
    </message>
    <message>
        <source>like</source>
        <translation>按讚</translation>
    </message>
    <message>
        <source>share</source>
        <translation>轉發</translation>
    </message>
    <message>
        <source>new follower</source>
        <translation>新追蹤者</translation>
    </message>
    <message>
        <source>new post</source>
        <translation>新貼文</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>like taken back</source>
        <translation>收回讚</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>示範</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動記錄</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在送出</translation>
    </message>
    <message>
        <source>Kept by the server</source>
        <translation>由伺服器保管</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>May have been sent</source>
        <translation>可能已送出</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>等你決定</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放棄</translation>
    </message>
    <message>
        <source>the question was deleted</source>
        <translation>提問已被刪除</translation>
    </message>
    <message>
        <source>the question changed</source>
        <translation>提問改過了</translation>
    </message>
    <message>
        <source>they wrote again</source>
        <translation>對方又寫了</translation>
    </message>
    <message>
        <source>a colleague answered</source>
        <translation>同事已經回覆</translation>
    </message>
    <message>
        <source>replies are closed</source>
        <translation>不能再回覆</translation>
    </message>
    <message>
        <source>the time to reply is over</source>
        <translation>已過回覆期限</translation>
    </message>
    <message>
        <source>later than you planned</source>
        <translation>比計畫晚了</translation>
    </message>
    <message>
        <source>no answer came; not found there yet</source>
        <translation>沒有收到答覆，平台上還沒找到</translation>
    </message>
    <message>
        <source>it may be out already</source>
        <translation>可能已經送出</translation>
    </message>
    <message>
        <source>the part before is nowhere to be found</source>
        <translation>找不到前一部分</translation>
    </message>
    <message>
        <source>the part before was refused</source>
        <translation>前一部分遭到拒絕</translation>
    </message>
    <message>
        <source>the earlier version is out already</source>
        <translation>舊版本已經送出</translation>
    </message>
    <message>
        <source>another version took its place</source>
        <translation>已由另一個版本取代</translation>
    </message>
    <message>
        <source>The post you answer is gone from the platform.</source>
        <translation>你要回覆的內容已從平台消失。</translation>
    </message>
    <message>
        <source>The post you answer was edited after you wrote this.</source>
        <translation>你寫完之後，要回覆的內容被編輯過。</translation>
    </message>
    <message>
        <source>The author added something after you wrote this.</source>
        <translation>你寫完之後，對方又補充了。</translation>
    </message>
    <message>
        <source>One of your accounts has already answered here.</source>
        <translation>你的另一個帳號已經在這裡回覆過。</translation>
    </message>
    <message>
        <source>The platform does not let this account reply here now.</source>
        <translation>平台目前不允許這個帳號在此回覆。</translation>
    </message>
    <message>
        <source>The platform's time limit for a reply has passed.</source>
        <translation>已超過平台的回覆期限。</translation>
    </message>
    <message>
        <source>The time you had in mind for this has passed.</source>
        <translation>你原定的時間已經過了。</translation>
    </message>
    <message>
        <source>It may have been sent since the backup was made; it will be looked for.</source>
        <translation>備份之後它可能已經送出；會先去找它。</translation>
    </message>
    <message>
        <source>You said the part before is there; cmapp never saw it.</source>
        <translation>你說前一部分已經在了，但 cmapp 從沒見過它。</translation>
    </message>
    <message>
        <source>The part before was refused; the draft is open again.</source>
        <translation>前一部分遭到拒絕，草稿已重新打開。</translation>
    </message>
    <message>
        <source>Another version took its place.</source>
        <translation>已由另一個版本取代。</translation>
    </message>
    <message>
        <source>The server published the earlier version before it could be taken back.</source>
        <translation>伺服器在舊版本收回之前就把它發布了。</translation>
    </message>
    <message>
        <source>Answered elsewhere? Press R to write down what you said.</source>
        <translation>已在別處答覆？按 R 記錄你說了什麼。</translation>
    </message>
    <message>
        <source>There is nothing to answer here.</source>
        <translation>這裡沒有可以回覆的內容。</translation>
    </message>
    <message>
        <source>No answer came back. Sending again could show it twice; please look.</source>
        <translation>沒有收到答覆。再送一次可能會出現兩則，請先看看。</translation>
    </message>
    <message>
        <source>It stands by itself, not under the post it answers.</source>
        <translation>它成了獨立的貼文，沒有接在所回覆的貼文下面。</translation>
    </message>
    <message>
        <source>The server published it at once instead of keeping it until its time.</source>
        <translation>伺服器沒有保管到時間，而是立刻發布了。</translation>
    </message>
    <message>
        <source>The server would keep it until another time.</source>
        <translation>伺服器要保管到另一個時間。</translation>
    </message>
    <message>
        <source>Its time was changed on the server.</source>
        <translation>它的時間在伺服器上改過了。</translation>
    </message>
    <message>
        <source>Its time has come; the server has not published it yet.</source>
        <translation>時間已到，伺服器還沒有發布。</translation>
    </message>
    <message>
        <source>The server would not keep it. It leaves by this computer's clock.</source>
        <translation>伺服器不肯保管，改按這台電腦的時鐘送出。</translation>
    </message>
    <message>
        <source>This account</source>
        <translation>這個帳號</translation>
    </message>
    <message>
        <source>{who} needs you to sign in again.</source>
        <translation>{who} 需要你重新登入。</translation>
    </message>
    <message>
        <source>{who} lacks a permission. Sign in again to grant it.</source>
        <translation>{who} 缺少一項權限，請重新登入並授權。</translation>
    </message>
    <message>
        <source>{who} is asked to slow down; it goes on at {time}.</source>
        <translation>平台要求 {who} 放慢，{time} 繼續。</translation>
    </message>
    <message>
        <source>{who} is asked to slow down.</source>
        <translation>平台要求 {who} 放慢。</translation>
    </message>
    <message>
        <source>There is no way out to the network right now.</source>
        <translation>現在連不上網路。</translation>
    </message>
    <message>
        <source>{who}: the server stumbles. Trying again by itself.</source>
        <translation>{who}：伺服器不太穩定，會自動重試。</translation>
    </message>
    <message>
        <source>{who}: the server's answer made no sense.</source>
        <translation>{who}：伺服器的答覆無法理解。</translation>
    </message>
    <message>
        <source>The server's certificate is not valid. Nothing was sent to it.</source>
        <translation>伺服器憑證無效，沒有向它傳送任何內容。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已經不在了。</translation>
    </message>
    <message>
        <source>This cannot be done here.</source>
        <translation>這裡不能這樣做。</translation>
    </message>
    <message>
        <source>It may have been sent; no answer came back.</source>
        <translation>可能已送出，但沒有收到答覆。</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it; cmapp goes on by itself.</source>
        <translation>金鑰圈已鎖定。請解鎖；cmapp 會自行繼續。</translation>
    </message>
    <message>
        <source>The keyring that is set up would write sign-ins to a readable file: it is not used, and they are kept in memory.</source>
        <translation>目前設定的金鑰圈會把登入憑證寫進可讀的檔案：不使用它，憑證只留在記憶體裡。</translation>
    </message>
    <message>
        <source>The keyring failed. Sign in to the desktop anew; cmapp goes on by itself.</source>
        <translation>金鑰圈出錯了。請重新登入桌面；cmapp 會自行繼續。</translation>
    </message>
    <message>
        <source>No keyring on this system: sign-ins are kept in memory until the program closes.</source>
        <translation>系統裡沒有金鑰圈：登入憑證只在記憶體裡保留到程式關閉。</translation>
    </message>
    <message>
        <source>The disk is full. Your text is safe; free some space.</source>
        <translation>磁碟已滿。你寫的內容還在，請騰出一些空間。</translation>
    </message>
    <message>
        <source>Another cmapp is already at work on this profile.</source>
        <translation>另一個 cmapp 正在使用這個設定檔。</translation>
    </message>
    <message>
        <source>This profile was written by a newer cmapp.</source>
        <translation>這個設定檔由較新版本的 cmapp 寫入。</translation>
    </message>
    <message>
        <source>The part that sends and receives has stopped. Starting it again.</source>
        <translation>負責收送的部分停了，正在重新啟動。</translation>
    </message>
    <message>
        <source>{who}: {code}</source>
        <translation>{who}：{code}</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>已登出</translation>
    </message>
    <message>
        <source>asked to slow down</source>
        <translation>被要求放慢</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>有問題</translation>
    </message>
    <message>
        <source>Too long: {size} of {limit}.</source>
        <translation>太長：{size}，上限 {limit}。</translation>
    </message>
    <message>
        <source>Too long for this platform.</source>
        <translation>超過這個平台的長度上限。</translation>
    </message>
    <message>
        <source>The picture is too large for this platform.</source>
        <translation>圖片超過這個平台的大小上限。</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>還沒有可送出的內容。</translation>
    </message>
    <message>
        <source>There is no such server at this address.</source>
        <translation>這個位址沒有這樣的伺服器。</translation>
    </message>
    <message>
        <source>This kind of file is not accepted here.</source>
        <translation>這裡不接受這種檔案。</translation>
    </message>
    <message>
        <source>The platform says that it has this already.</source>
        <translation>平台說已經有這則內容了。</translation>
    </message>
    <message>
        <source>The platform said no.</source>
        <translation>平台沒有接受。</translation>
    </message>
    <message>
        <source>The platform said no: {why}</source>
        <translation>平台沒有接受：{why}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>There is no keyring here, so the sign-in cannot be had. Sign in again.</source>
        <translation>這裡沒有金鑰圈，取不到登入憑證。請重新登入。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>not offered by this platform</source>
        <translation>平台不提供</translation>
    </message>
    <message>
        <source>not permitted at sign-in</source>
        <translation>登入時未授權</translation>
    </message>
    <message>
        <source>this server is too old for it</source>
        <translation>伺服器版本太舊</translation>
    </message>
    <message>
        <source>needs a paid plan</source>
        <translation>需要付費</translation>
    </message>
    <message>
        <source>needs the platform's review of an app</source>
        <translation>需要平台審核應用程式</translation>
    </message>
    <message>
        <source>needs a service that is not there</source>
        <translation>需要的服務不存在</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>位元組</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>碼位</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>加權字數</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>追蹤者</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>按讚</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>轉發</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>瀏覽</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>觸及</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>點擊</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>在瀏覽器中登入</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>用存取權杖</translation>
    </message>
    <message>
        <source>With an app password</source>
        <translation>用應用程式密碼</translation>
    </message>
    <message>
        <source>Right away</source>
        <translation>馬上開始</translation>
    </message>
    <message>
        <source>Phone, shop, letters</source>
        <translation>電話、門市、信件</translation>
    </message>
    <message>
        <source>Tell us your server; the rest happens in your browser.</source>
        <translation>告訴我們你的伺服器，其餘在瀏覽器裡完成。</translation>
    </message>
    <message>
        <source>For servers without a browser sign-in: paste a token that you made there.</source>
        <translation>伺服器不支援瀏覽器登入時：貼上你在那裡產生的權杖。</translation>
    </message>
    <message>
        <source>Make an app password in Bluesky's settings; your own stays unknown to us.</source>
        <translation>在 Bluesky 設定裡產生應用程式密碼，我們不會知道你的真實密碼。</translation>
    </message>
    <message>
        <source>A network in a box: try everything, nothing leaves here.</source>
        <translation>一個裝在盒子裡的社群網路：隨便試，什麼也不會傳出去。</translation>
    </message>
    <message>
        <source>The platform needs to know who you are.</source>
        <translation>平台需要知道你是誰。</translation>
    </message>
    <message>
        <source>The part of your handle after the second @</source>
        <translation>使用者名稱裡第二個 @ 後面的部分</translation>
    </message>
    <message>
        <source>As it stands in your profile, without the @</source>
        <translation>與個人檔案頁上的一致，不含 @</translation>
    </message>
    <message>
        <source>Settings → Privacy and security → App passwords</source>
        <translation>設定 → 隱私與安全性 → 應用程式密碼</translation>
    </message>
    <message>
        <source>No way to that server right now. Is the address right?</source>
        <translation>現在連不上這個伺服器。位址對嗎？</translation>
    </message>
    <message>
        <source>The platform does not accept this. Please check it.</source>
        <translation>平台沒有接受，請檢查一下。</translation>
    </message>
    <message>
        <source>There is no such handle there.</source>
        <translation>那裡沒有這個使用者名稱。</translation>
    </message>
    <message>
        <source>This server does not use HTTPS; cmapp only speaks securely.</source>
        <translation>這個伺服器不用 HTTPS；cmapp 只走安全連線。</translation>
    </message>
    <message>
        <source>You said no in the browser. Nothing was changed.</source>
        <translation>你在瀏覽器裡拒絕了，什麼也沒改變。</translation>
    </message>
    <message>
        <source>The browser did not come back in time.</source>
        <translation>瀏覽器沒有及時返回。</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>伺服器</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>存取權杖</translation>
    </message>
    <message>
        <source>from the server's settings, under Development</source>
        <translation>在伺服器設定的「開發」裡</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>應用程式密碼</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>驗證碼</translation>
    </message>
    <message>
        <source>as the browser shows it</source>
        <translation>與瀏覽器顯示的一致</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在計算……</translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>cmapp was started with --offline; nothing leaves until it is restarted.</source>
        <translation>cmapp 啟動時帶有 --offline，重新啟動之前什麼都不會送出。</translation>
    </message>
    <message>
        <source>Flight mode is on. Land first.</source>
        <translation>飛航模式已開啟。請先降落。</translation>
    </message>
    <message>
        <source>Everything outgoing is paused. Resume first.</source>
        <translation>所有傳送都已暫停。請先恢復。</translation>
    </message>
    <message>
        <source>The account rests: it neither fetches nor sends.</source>
        <translation>這個帳號正在休息：既不擷取，也不傳送。</translation>
    </message>
    <message>
        <source>That sign-in is over. Please begin again.</source>
        <translation>這次登入已經結束，請重新開始。</translation>
    </message>
    <message>
        <source>The platform does not accept this token any more.</source>
        <translation>平台不再接受這個權杖。</translation>
    </message>
    <message>
        <source>Handle or app password is wrong.</source>
        <translation>使用者名稱或應用程式密碼不對。</translation>
    </message>
    <message>
        <source>There is no such handle there.</source>
        <translation>那裡沒有這個使用者名稱。</translation>
    </message>
    <message>
        <source>That is not a token. Copy it again, whole and alone.</source>
        <translation>這不是權杖。請完整地重新複製，不要帶上別的內容。</translation>
    </message>
    <message>
        <source>The account has a second factor: an app password is needed.</source>
        <translation>這個帳號開啟了兩步驟驗證：需要應用程式密碼。</translation>
    </message>
    <message>
        <source>The platform has suspended this account.</source>
        <translation>平台已停權這個帳號。</translation>
    </message>
    <message>
        <source>This account is deactivated. Activate it on its platform first.</source>
        <translation>這個帳號已停用。請先在平台上重新啟用。</translation>
    </message>
    <message>
        <source>The server answered for another account. Please sign in again.</source>
        <translation>伺服器回傳的是另一個帳號。請重新登入。</translation>
    </message>
    <message>
        <source>The keyring does not answer. Unlock it, then try again.</source>
        <translation>金鑰圈沒有回應。請解鎖後再試。</translation>
    </message>
    <message>
        <source>The sign-in lies in the keyring of another desktop. Sign in again, or go back to it.</source>
        <translation>登入憑證在另一個桌面的金鑰圈裡。請重新登入，或回到那個桌面。</translation>
    </message>
    <message>
        <source>The sign-in was refused. Nothing was changed; you can begin again.</source>
        <translation>登入被拒絕。什麼都沒有改變，可以重新開始。</translation>
    </message>
    <message>
        <source>The sign-in was broken off.</source>
        <translation>登入已中斷。</translation>
    </message>
    <message>
        <source>The browser did not come back in time.</source>
        <translation>瀏覽器沒有及時返回。</translation>
    </message>
    <message>
        <source>This way of signing in needs a browser.</source>
        <translation>這種登入方式需要瀏覽器。</translation>
    </message>
    <message>
        <source>Please fill in every field.</source>
        <translation>請填寫每一欄。</translation>
    </message>
    <message>
        <source>This platform has other ways to sign in.</source>
        <translation>這個平台用別的方式登入。</translation>
    </message>
    <message>
        <source>No answer came back. It may have been sent; see the outbox.</source>
        <translation>沒有收到回應，可能已經送出。請查看寄件匣。</translation>
    </message>
    <message>
        <source>The server stumbles. cmapp tries again by itself.</source>
        <translation>伺服器出了點狀況，cmapp 會自動再試。</translation>
    </message>
    <message>
        <source>The server's answer made no sense. Nothing is lost.</source>
        <translation>伺服器的回應無法理解。沒有遺失任何內容。</translation>
    </message>
    <message>
        <source>That is not the address of a server. Write its name, like mastodon.example</source>
        <translation>這不是伺服器位址。請填寫伺服器名稱，例如 mastodon.example</translation>
    </message>
    <message>
        <source>The address must begin with https://</source>
        <translation>位址必須以 https:// 開頭</translation>
    </message>
    <message>
        <source>The server points to another host. If you trust it, use that address.</source>
        <translation>伺服器指向另一台主機。如果信任它，請改用那個位址。</translation>
    </message>
    <message>
        <source>A call to a host that is not this account's was not made.</source>
        <translation>沒有連線到不屬於這個帳號的主機。</translation>
    </message>
    <message>
        <source>Some of what the server told could not be read. All else came in.</source>
        <translation>伺服器說的一些內容看不懂，沒有讀入；其餘的都已讀入。</translation>
    </message>
    <message>
        <source>This post is not there any more.</source>
        <translation>這則貼文已經不在了。</translation>
    </message>
    <message>
        <source>The platform does not offer this.</source>
        <translation>平台不提供這項功能。</translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation>這個人已經不在了。</translation>
    </message>
    <message>
        <source>Several people have this handle.</source>
        <translation>不只一個人用這個帳號名稱。</translation>
    </message>
    <message>
        <source>This fact was removed already.</source>
        <translation>這則事實已經刪除。</translation>
    </message>
    <message>
        <source>This note was removed already.</source>
        <translation>這則備註已經刪除。</translation>
    </message>
    <message>
        <source>This segment is not there any more.</source>
        <translation>這個分群已經不在了。</translation>
    </message>
    <message>
        <source>There is no such stage.</source>
        <translation>沒有這個階段。</translation>
    </message>
    <message>
        <source>A profile cannot be merged with itself.</source>
        <translation>一個個人檔案不能與自己合併。</translation>
    </message>
    <message>
        <source>Both are one person already.</source>
        <translation>兩個個人檔案已經是同一個人。</translation>
    </message>
    <message>
        <source>This profile is not merged into another.</source>
        <translation>這個個人檔案沒有合併到別的個人檔案。</translation>
    </message>
    <message>
        <source>This is nothing that they said or show.</source>
        <translation>這不是此人說過或展示的內容。</translation>
    </message>
    <message>
        <source>That file is not in the library any more.</source>
        <translation>素材庫裡已經沒有這個檔案了。</translation>
    </message>
    <message>
        <source>There is no such kind of file.</source>
        <translation>沒有這樣的檔案種類。</translation>
    </message>
    <message>
        <source>Too many files in one folder. Take smaller ones in, one by one.</source>
        <translation>一個資料夾裡的檔案太多了。請逐個收進小一些的資料夾。</translation>
    </message>
    <message>
        <source>A tag has 1 to 60 characters.</source>
        <translation>標籤有 1 到 60 個字元。</translation>
    </message>
    <message>
        <source>That part cannot be cut out. Videos and moving pictures are not cropped.</source>
        <translation>裁不出這個部分。影片和動圖不裁切。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已經不在了。</translation>
    </message>
    <message>
        <source>An older cmapp is still at work on this profile. Quit, then start again.</source>
        <translation>這個設定檔上還有舊版 cmapp 在執行。請結束後重新啟動。</translation>
    </message>
    <message>
        <source>A reason is needed, or a kind.</source>
        <translation>需要一個理由，或一個類別。</translation>
    </message>
    <message>
        <source>That cannot be done there.</source>
        <translation>那裡做不到。</translation>
    </message>
    <message>
        <source>A report that is out cannot be taken back.</source>
        <translation>已送出的檢舉無法收回。</translation>
    </message>
    <message>
        <source>A report has to reach the platform.</source>
        <translation>檢舉必須送到平台。</translation>
    </message>
    <message>
        <source>That account is not there any more.</source>
        <translation>那個帳號已經不在了。</translation>
    </message>
    <message>
        <source>Choose one thing that it is about.</source>
        <translation>請只選擇一種對象。</translation>
    </message>
    <message>
        <source>That time cannot be.</source>
        <translation>這個時間不對。</translation>
    </message>
    <message>
        <source>This came from a platform. Reply to it there.</source>
        <translation>這一則來自平台，請在那裡回覆。</translation>
    </message>
    <message>
        <source>There is no such channel.</source>
        <translation>沒有這個管道。</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>還沒有可送出的內容。</translation>
    </message>
    <message>
        <source>Too long for this platform. Your text is kept.</source>
        <translation>超出了這個平台的長度限制。文字已保留。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether an answer to them went out. See the outbox first.</source>
        <translation>還不知道給此人的一則回覆是否已送出。請先看寄件匣。</translation>
    </message>
    <message>
        <source>There is a saved search of this name already.</source>
        <translation>已有同名的儲存的搜尋。</translation>
    </message>
    <message>
        <source>A saved search needs a name and something to find.</source>
        <translation>儲存的搜尋要有名稱和搜尋內容。</translation>
    </message>
    <message>
        <source>These hours cannot be. Nothing was changed.</source>
        <translation>這樣的時間不可能，什麼都沒有改。</translation>
    </message>
    <message>
        <source>The calendar cannot be read or used. Nothing was changed.</source>
        <translation>行事曆讀不出來或不能用，什麼都沒有改。</translation>
    </message>
    <message>
        <source>This rule is gone.</source>
        <translation>這條規則已經不在了。</translation>
    </message>
    <message>
        <source>The rule’s log no longer has this entry.</source>
        <translation>規則的記錄裡已經沒有這一項。</translation>
    </message>
    <message>
        <source>This suggestion is gone.</source>
        <translation>這條建議已經不在了。</translation>
    </message>
    <message>
        <source>Things are kept for 1 to 36,500 days, or for ever.</source>
        <translation>可保留 1 到 36,500 天，或一直保留。</translation>
    </message>
    <message>
        <source>A rule needs a name, what to look for, what to do.</source>
        <translation>規則要有名字、要找的內容和要做的事。</translation>
    </message>
    <message>
        <source>This chat log is gone.</source>
        <translation>這份聊天記錄已經不在了。</translation>
    </message>
    <message>
        <source>This file cannot be read as a live chat.</source>
        <translation>這個檔案無法當作直播彈幕來讀。</translation>
    </message>
    <message>
        <source>This value makes no sense here.</source>
        <translation>這個值在這裡沒有意義。</translation>
    </message>
    <message>
        <source>That is no colour.</source>
        <translation>這不是顏色。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>沒有選取任何項目。</translation>
    </message>
    <message>
        <source>Too many at once. Nothing was changed; choose fewer.</source>
        <translation>一次選得太多。什麼都沒有改，請少選一些。</translation>
    </message>
    <message>
        <source>A part of the search was not understood, so nothing was changed. To look for it as words, put it in quotation marks.</source>
        <translation>搜尋中有一部分看不懂，因此什麼都沒有更改。如果要當作文字來找，請加上引號。</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>這個時間已過。</translation>
    </message>
    <message>
        <source>The clocks skip that time on that day: summer time begins.</source>
        <translation>那一天時鐘會跳過這個時刻：夏令時間開始。</translation>
    </message>
    <message>
        <source>A plan has to tell more: something that must be filled in is empty.</source>
        <translation>計畫不完整：還有必填的內容空著。</translation>
    </message>
    <message>
        <source>It has no day yet.</source>
        <translation>還沒有定日期。</translation>
    </message>
    <message>
        <source>That post is not yours.</source>
        <translation>這不是你的貼文。</translation>
    </message>
    <message>
        <source>This platform cannot change a post. Write a note that corrects it, or replace it.</source>
        <translation>這個平台不能修改貼文。請寫一則說明更正，或者換成新貼文。</translation>
    </message>
    <message>
        <source>Choose the account that it goes out from.</source>
        <translation>請選擇從哪個帳號發出。</translation>
    </message>
    <message>
        <source>This went out. Write a new draft to say more.</source>
        <translation>這篇已經發出。還有話要說，請另寫草稿。</translation>
    </message>
    <message>
        <source>This is an answer; it belongs to one conversation.</source>
        <translation>這是回覆，只屬於一個對話。</translation>
    </message>
    <message>
        <source>Too few weeks are known for that.</source>
        <translation>已知的週數太少。</translation>
    </message>
    <message>
        <source>One of the metrics never changes.</source>
        <translation>有一個指標從不變化。</translation>
    </message>
    <message>
        <source>Some of the metrics say the same.</source>
        <translation>有些指標彼此重複。</translation>
    </message>
    <message>
        <source>It needs a metric: what is counted.</source>
        <translation>需要一個指標：數什麼。</translation>
    </message>
    <message>
        <source>It needs a number.</source>
        <translation>需要一個數字。</translation>
    </message>
    <message>
        <source>It needs a day.</source>
        <translation>需要一個日期。</translation>
    </message>
    <message>
        <source>A currency has three letters, such as EUR.</source>
        <translation>貨幣為三個字母，例如 TWD。</translation>
    </message>
    <message>
        <source>So small an effect needs more cases than anybody has.</source>
        <translation>這麼小的效應需要的案例比任何人擁有的都多。</translation>
    </message>
    <message>
        <source>That is less than the plan needs.</source>
        <translation>少於計畫所需。</translation>
    </message>
    <message>
        <source>There are too few past posts to read a baseline from: enter it.</source>
        <translation>過去的貼文太少，讀不出基線：請填寫。</translation>
    </message>
    <message>
        <source>It has begun: its plan is sealed.</source>
        <translation>實驗已開始，計畫已封存。</translation>
    </message>
    <message>
        <source>That post went out before the experiment began, or two days ago: its result could be seen.</source>
        <translation>這則貼文在實驗開始前或兩天前就已發出，其結果已經可見。</translation>
    </message>
    <message>
        <source>It has not begun.</source>
        <translation>尚未開始。</translation>
    </message>
    <message>
        <source>There is nothing to look at yet.</source>
        <translation>還沒有可看的內容。</translation>
    </message>
    <message>
        <source>This experiment is over.</source>
        <translation>這個實驗已結束。</translation>
    </message>
    <message>
        <source>This arm has all its cases.</source>
        <translation>這一組的案例已足。</translation>
    </message>
    <message>
        <source>Another label has that name.</source>
        <translation>已有同名的標籤。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可復原的。</translation>
    </message>
    <message>
        <source>No passphrase is set.</source>
        <translation>沒有設定通行碼。</translation>
    </message>
    <message>
        <source>There is no certificate (PEM) in that file, or it cannot be read.</source>
        <translation>這個檔案裡沒有憑證（PEM），或無法讀取。</translation>
    </message>
    <message>
        <source>A passphrase has 4 to 1,000 characters.</source>
        <translation>通行碼有 4 到 1,000 個字元。</translation>
    </message>
    <message>
        <source>There is no profile in this folder.</source>
        <translation>這個資料夾裡沒有設定檔。</translation>
    </message>
    <message>
        <source>The sums behind charts were wrong. They were made anew; see `cmapp doctor`.</source>
        <translation>圖表的彙總與紀錄對不上，已重新算過；詳情見 `cmapp doctor`。</translation>
    </message>
    <message>
        <source>The database is whole: there is nothing to save.</source>
        <translation>資料庫是完好的：沒有什麼要搶救。</translation>
    </message>
    <message>
        <source>There is no such backup any more.</source>
        <translation>已經沒有這份備份了。</translation>
    </message>
    <message>
        <source>There is no room for a backup. Free some space; it is tried again.</source>
        <translation>沒有空間做備份。請騰出空間，之後會再試。</translation>
    </message>
    <message>
        <source>That backup is not whole. Take another one.</source>
        <translation>這份備份不完整。請換一份。</translation>
    </message>
    <message>
        <source>Today's backup could not be made.</source>
        <translation>今天的備份沒有做成。</translation>
    </message>
    <message>
        <source>The backup was not finished.</source>
        <translation>備份沒有做完。</translation>
    </message>
    <message>
        <source>This profile was restored. Look at what waits for you in the outbox.</source>
        <translation>這份設定檔已還原。請看看寄件匣裡等你決定的內容。</translation>
    </message>
    <message>
        <source>Nothing was restored; all is as it was.</source>
        <translation>什麼也沒有還原；一切照舊。</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it; what you type is kept meanwhile.</source>
        <translation>另一個程式占用著資料庫。請關閉它；這段期間你輸入的內容會保留。</translation>
    </message>
    <message>
        <source>The database is not there any more. Where it was moved, put it back; copies may lie in the folder “backups”.</source>
        <translation>資料庫已經不在了。如果被移走了，請放回來；資料夾「backups」裡可能有備份。</translation>
    </message>
    <message>
        <source>The database cannot be opened. Please check the rights of the file and its folder; nothing was changed.</source>
        <translation>資料庫無法開啟。請檢查檔案和資料夾的權限；沒有更動任何東西。</translation>
    </message>
    <message>
        <source>The profile folder cannot be made or opened. Please check its rights.</source>
        <translation>設定檔資料夾無法建立或開啟，請檢查權限。</translation>
    </message>
    <message>
        <source>The profile folder cannot be written to: what is there can be read. Please check its rights.</source>
        <translation>設定檔資料夾無法寫入，已有的內容可以閱讀。請檢查它的權限。</translation>
    </message>
    <message>
        <source>The profile lies on a network disk, where a database can be damaged. Nothing was changed; copy the folder to a disk of this computer.</source>
        <translation>設定檔資料夾位於網路磁碟上，資料庫在那裡會損壞。什麼都沒有更動；請把資料夾複製到本機的磁碟上。</translation>
    </message>
    <message>
        <source>Too many pictures for this platform.</source>
        <translation>圖片數量超出了這個平台的限制。</translation>
    </message>
    <message>
        <source>A poll has two options at least.</source>
        <translation>投票至少要有兩個選項。</translation>
    </message>
    <message>
        <source>Two options of the poll are alike.</source>
        <translation>投票有兩個選項相同。</translation>
    </message>
    <message>
        <source>The poll must be open for longer.</source>
        <translation>投票開放的時間要更長。</translation>
    </message>
    <message>
        <source>Pictures, a video and a poll do not go together.</source>
        <translation>圖片、影片和投票不能放在一起。</translation>
    </message>
    <message>
        <source>The server keeps it no more.</source>
        <translation>伺服器不再保管它。</translation>
    </message>
    <message>
        <source>There is too little time left for the server.</source>
        <translation>留給伺服器的時間太短了。</translation>
    </message>
    <message>
        <source>HEIC and AVIF pictures cannot be read here. Save it as JPEG first.</source>
        <translation>這裡讀不了 HEIC 和 AVIF 圖片。請先另存為 JPEG。</translation>
    </message>
    <message>
        <source>It moves, and would have to be made smaller or into another kind.</source>
        <translation>它是動圖，需要縮小或轉成別的類型才能送出。</translation>
    </message>
    <message>
        <source>The moving picture is too long.</source>
        <translation>動圖太長。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>磁碟空間不夠。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>檔案太大。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>The thread is somebody else's.</source>
        <translation>這個對話是別人的。</translation>
    </message>
    <message>
        <source>It is an account of yours.</source>
        <translation>這是你自己的帳號。</translation>
    </message>
    <message>
        <source>There is no public post.</source>
        <translation>沒有公開的貼文。</translation>
    </message>
    <message>
        <source>Too many are hidden in this thread already.</source>
        <translation>這個對話裡隱藏的已經太多。</translation>
    </message>
    <message>
        <source>That saved reply is not there any more.</source>
        <translation>那則常用回覆已經不在了。</translation>
    </message>
    <message>
        <source>That article is not there any more.</source>
        <translation>那篇文章已經不在了。</translation>
    </message>
    <message>
        <source>There is no such kind of reply.</source>
        <translation>沒有這一類回覆。</translation>
    </message>
    <message>
        <source>Another saved reply has this title.</source>
        <translation>另一則常用回覆已用了這個標題。</translation>
    </message>
    <message>
        <source>Another saved reply has this shortcut.</source>
        <translation>另一則常用回覆已用了這個快捷詞。</translation>
    </message>
    <message>
        <source>A shortcut is one word of at most 32 letters.</source>
        <translation>快捷詞是一個詞，最多 32 個字元。</translation>
    </message>
    <message>
        <source>Two wordings are for the same platform and language. Leave one.</source>
        <translation>有兩種寫法屬於同一平台、同一語言，請留一種。</translation>
    </message>
    <message>
        <source>Something in double braces has no value yet. Nothing was queued.</source>
        <translation>雙大括號裡還有沒填的。什麼都沒放進寄件匣。</translation>
    </message>
    <message>
        <source>There is personal data in it. The draft is kept; send again to say yes.</source>
        <translation>裡面有個人資料。草稿還在；再次送出表示確認。</translation>
    </message>
    <message>
        <source>The checks hold it. The draft is kept; see what they found.</source>
        <translation>被檢查攔下了，草稿還在。請看查到了什麼。</translation>
    </message>
    <message>
        <source>There is no such check.</source>
        <translation>沒有這項檢查。</translation>
    </message>
    <message>
        <source>There is no way around this check.</source>
        <translation>這項檢查不能放行。</translation>
    </message>
    <message>
        <source>Please say why. It is kept with the draft.</source>
        <translation>請寫明理由，它會和草稿一起保留。</translation>
    </message>
    <message>
        <source>That check finds nothing there any more.</source>
        <translation>這項檢查已經查不到什麼了。</translation>
    </message>
    <message>
        <source>There is no such override any more.</source>
        <translation>這次放行已經不在了。</translation>
    </message>
    <message>
        <source>This sheet cannot be. Nothing was changed.</source>
        <translation>規範表不能這樣寫。什麼都沒有改。</translation>
    </message>
    <message>
        <source>The brief cannot be like this. Nothing was changed.</source>
        <translation>企劃單不能這樣寫。什麼都沒有改。</translation>
    </message>
    <message>
        <source>There is no such permission.</source>
        <translation>沒有這種許可。</translation>
    </message>
    <message>
        <source>Say what is wrong with it.</source>
        <translation>請說明哪裡不對。</translation>
    </message>
    <message>
        <source>There is no such signal.</source>
        <translation>沒有這種訊號。</translation>
    </message>
    <message>
        <source>There is no such list of words.</source>
        <translation>沒有這張詞表。</translation>
    </message>
    <message>
        <source>A word has 1 to 60 characters.</source>
        <translation>一個詞為 1 到 60 個字。</translation>
    </message>
    <message>
        <source>The word is not on that list.</source>
        <translation>這個詞不在那張表裡。</translation>
    </message>
    <message>
        <source>This person has had every thank-you there is. Write one yourself.</source>
        <translation>現有的感謝語都對這個人用過了。請自己寫一句。</translation>
    </message>
    <message>
        <source>The file has nothing that could be brought in.</source>
        <translation>檔案裡沒有可以匯入的。</translation>
    </message>
    <message>
        <source>The file is neither JSON nor a table in plain text.</source>
        <translation>檔案既不是 JSON 也不是純文字表格。</translation>
    </message>
    <message>
        <source>Writing help is not set up. It is under Settings, Writing help.</source>
        <translation>寫作幫手還沒設定。在「設定」裡的「寫作幫手」。</translation>
    </message>
    <message>
        <source>The writing help answered nothing usable. Your text is as it was.</source>
        <translation>寫作幫手沒有給出可用的回答。你的文字沒有變。</translation>
    </message>
    <message>
        <source>There is no such pillar.</source>
        <translation>沒有這個欄目。</translation>
    </message>
    <message>
        <source>There is no such preset.</source>
        <translation>沒有這個預設。</translation>
    </message>
    <message>
        <source>That series is not there any more.</source>
        <translation>這個系列已經不在了。</translation>
    </message>
    <message>
        <source>There is another one of that name.</source>
        <translation>已有同名的。</translation>
    </message>
    <message>
        <source>It has a time. Take that away first.</source>
        <translation>它已經排了時間。請先取消時間。</translation>
    </message>
    <message>
        <source>No slot of this account is free.</source>
        <translation>這個帳號沒有空的時段。</translation>
    </message>
    <message>
        <source>There is no link in the text.</source>
        <translation>文字裡沒有連結。</translation>
    </message>
    <message>
        <source>A series needs an end: a last day, or a number of times.</source>
        <translation>系列必須有終點：最後一天，或次數。</translation>
    </message>
    <message>
        <source>The series cannot be like this. Nothing was changed.</source>
        <translation>系列不能這樣設。什麼都沒有改動。</translation>
    </message>
    <message>
        <source>The file cannot be read as a table. Nothing was changed.</source>
        <translation>這個檔案無法當作表格讀取。什麼都沒有改動。</translation>
    </message>
    <message>
        <source>That template is not there any more.</source>
        <translation>這個範本已經不在了。</translation>
    </message>
    <message>
        <source>That schedule is not there any more.</source>
        <translation>這個排程已經不在了。</translation>
    </message>
    <message>
        <source>A report cannot have this block. Nothing was changed.</source>
        <translation>報告裡不能有這個區塊。什麼都沒有改動。</translation>
    </message>
    <message>
        <source>A logo has to be a PNG or JPEG of at most 2 MB.</source>
        <translation>標誌必須是不超過 2 MB 的 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>A report that is made by itself could not be written. It is tried again.</source>
        <translation>定時產生的報告無法寫入，會再次嘗試。</translation>
    </message>
    <message>
        <source>That file is no report of cmapp.</source>
        <translation>這個檔案不是 cmapp 的報告。</translation>
    </message>
    <message>
        <source>The report in that file is damaged: it cannot be made again.</source>
        <translation>檔案裡的報告已損壞，無法重新產生。</translation>
    </message>
    <message>
        <source>That report was made by a newer version. Nothing was compared.</source>
        <translation>這份報告由更新的版本產生。沒有進行比較。</translation>
    </message>
    <message>
        <source>No font with Chinese characters was found on this machine. Install one, or make HTML.</source>
        <translation>這台機器上沒有中文字型。請安裝字型，或產生 HTML。</translation>
    </message>
    <message>
        <source>No picture can be drawn here: Qt does not start.</source>
        <translation>這裡無法畫圖：Qt 無法啟動。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>無法在那裡寫入檔案。</translation>
    </message>
    <message>
        <source>The file can be read in two ways. Say which; nothing was changed.</source>
        <translation>檔案有兩種讀法。請說明是哪一種；什麼都沒有變更。</translation>
    </message>
    <message>
        <source>Some rows of the table have problems. Nothing was changed.</source>
        <translation>表格中有些列有問題。什麼都沒有改動。</translation>
    </message>
    <message>
        <source>This account cannot do that on its platform.</source>
        <translation>這個帳號在平台上不能這樣做。</translation>
    </message>
    <message>
        <source>There are no words here to answer.</source>
        <translation>這裡沒有可以回覆的內容。</translation>
    </message>
    <message>
        <source>This text already waits in the outbox. Take it back there to change it.</source>
        <translation>這段文字已在寄件匣中等待。要修改，請先在那裡收回。</translation>
    </message>
    <message>
        <source>It is not held any more.</source>
        <translation>它已經不再等你決定。</translation>
    </message>
    <message>
        <source>It has already left; it cannot be taken back here.</source>
        <translation>已經送出，無法在這裡收回。</translation>
    </message>
    <message>
        <source>There is no such platform.</source>
        <translation>沒有這個平台。</translation>
    </message>
    <message>
        <source>A setting cannot have this value.</source>
        <translation>設定項目不能用這個值。</translation>
    </message>
    <message>
        <source>Another cmapp works on this profile and does not answer.</source>
        <translation>另一個 cmapp 正在使用這個設定檔，而且沒有回應。</translation>
    </message>
    <message>
        <source>The part that sends and receives is not there. It is being started.</source>
        <translation>負責收發的部分沒有執行，正在啟動。</translation>
    </message>
    <message>
        <source>A newer cmapp wrote this profile. Nothing was changed; use that one.</source>
        <translation>這個設定檔由較新版本的 cmapp 寫成。沒有變更任何內容，請使用那個版本。</translation>
    </message>
    <message>
        <source>The database in this folder is not cmapp's. Nothing was changed.</source>
        <translation>這個資料夾裡的資料庫不屬於 cmapp。沒有變更任何內容。</translation>
    </message>
    <message>
        <source>The database is damaged and is left as it is. Copies may lie in the folder “backups”.</source>
        <translation>資料庫已損壞，保持原樣未動。「backups」資料夾裡可能有副本。</translation>
    </message>
    <message>
        <source>The disk refuses to write. Nothing that was saved is lost.</source>
        <translation>磁碟拒絕寫入。已儲存的內容沒有遺失。</translation>
    </message>
    <message>
        <source>Something went wrong that is our fault. The log in the profile tells more.</source>
        <translation>出錯了，是我們的問題。設定檔裡的記錄有更多說明。</translation>
    </message>
    <message>
        <source>Only some people may answer there.</source>
        <translation>那裡只有部分人可以回覆。</translation>
    </message>
    <message>
        <source>Replies are closed there.</source>
        <translation>那裡已關閉回覆。</translation>
    </message>
    <message>
        <source>This kind of file is not accepted here.</source>
        <translation>這裡不接受這種檔案。</translation>
    </message>
    <message>
        <source>The picture is too large for this platform.</source>
        <translation>圖片超過這個平台的大小上限。</translation>
    </message>
    <message>
        <source>The post is not of this account.</source>
        <translation>這則貼文不屬於這個帳號。</translation>
    </message>
    <message>
        <source>The text holds broken characters.</source>
        <translation>文字裡有損壞的字元。</translation>
    </message>
    <message>
        <source>The picture has too many pixels.</source>
        <translation>圖片的像素太多。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>圖片已損壞。</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>圖片無法讀取。</translation>
    </message>
    <message>
        <source>The picture is not where it was.</source>
        <translation>圖片已不在原來的位置。</translation>
    </message>
    <message>
        <source>The server did not finish with the picture.</source>
        <translation>伺服器沒有處理完圖片。</translation>
    </message>
    <message>
        <source>The post has a poll, whose votes would be lost.</source>
        <translation>這則貼文帶有投票，編輯會遺失票數。</translation>
    </message>
    <message>
        <source>One of you has blocked the other.</source>
        <translation>你們當中有一方封鎖了另一方。</translation>
    </message>
    <message>
        <source>The time for a reply is over.</source>
        <translation>回覆的時限已過。</translation>
    </message>
    <message>
        <source>The server does not allow it.</source>
        <translation>伺服器不允許這樣做。</translation>
    </message>
    <message>
        <source>A permission is missing. Sign in again to grant it.</source>
        <translation>缺少一項權限。請重新登入並授權。</translation>
    </message>
    <message>
        <source>Nobody there has that name.</source>
        <translation>那裡沒有人用這個名字。</translation>
    </message>
</context>
</TS>
