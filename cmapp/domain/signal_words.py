"""The words by which `signals.py` knows a question, a complaint, an order …; they will grow.

Chinese stands here simplified, as folding leaves it, and is found anywhere in a text. English is
found as whole words, without apostrophes, split by `/`; `*` stands for any ending. Where words
overlap the longest wins, so that 不好吃 is no 好吃.
"""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # asks for an answer, whatever else is said
    "ask": """
        请问 请教 想问 问一下 问下 咨询 求问 求解 求教 想知道 想了解 想要了解 不知道有没有 不晓得
        请告知 有没有 有没 能不能 可不可以 可不可 是不是 要不要 会不会 行不行 需不需要 用不用
        算不算 还是说 可以吗 可以不 行吗 有吗 在吗 在不在 在么 有人吗 有人在 人呢 多久 多长时间
        几点 几号 几天 几岁 几月 几楼 几个人 什么时候 啥时候 何时 哪天 哪一天 周几 怎么联系
        怎么报名 怎么参加 怎么去 怎么走 怎么用 怎么弄 怎么换 怎么办 怎么领 怎么加入 怎么申请
        怎么样才 怎么算 如何 哪个 哪种 哪款 哪家 哪儿 哪边 哪间 在哪 去哪 到哪 多大 多高 多重 多少
        求推荐 有推荐 推荐一下 推荐哪 点什么 穿什么 用什么 需要什么 什么条件 什么意思 什么码
        什么牌子 什么材质 什么尺寸 是谁 问个问题 麻烦问 回一下 回我 告诉我 科普一下 后续呢 后来呢
    """,
    # a question or none, depending on the rest
    "what": "怎么 怎样 什么 为什么 为何 为啥 谁 哪 哪里 咋 啥 几",
    # asks nothing though it looks so
    "rhetoric": """
        谁懂 谁不爱 谁不喜欢 谁不 谁能 谁敢 谁还 谁受得了 谁顶得住 谁想得到 谁知道 还有谁 难道
        不就是 何必 何苦 怎么可以这么 怎么能这么 怎么这么 怎么会这么 哪里像 哪有 什么神仙
        有什么办法 什么都 什么的 没什么 还能怎样 谁说 谁让 几乎 不怎么 怎么都 几次 哪里都 谁都
        怎么说呢 哪怕 什么也 有几个 好几 这几 那几 几天前 几年 十几 才几 几天后 怎么可能 怎么会
        哪能 有什么好 这不是
    """,
    # what is wrong
    "bad": """
        没发货 未发货 不发货 没出货 没收到 没有收到 未收到 仍未收 没到货 还没到 没有到 还没发
        一直没有发 没人理 没人接 没人回 没人管 没有人回 没有人接 不理人 不回复 没回复 没有回
        没回我 已读不回 没回应 联系不上 找不到人 找不到真人 碎了 碎掉 都碎 破了 破掉 坏了 坏掉
        坏的 摔坏 破损 漏出 漏水 漏了 烂掉 烂了 失望 态度差 态度太差 态度很差 态度真差 态度极差
        态度恶劣 太差 很差 真差 好差 超差 差劲 最差 差评 再也不 不会再 不想再 不再来 踩雷 踩过雷
        踩坑 我要退 要求退 申请退 退给我 退我 避雷 雷店 大雷 骗人 骗子 骗钱 欺骗 被骗 忽悠 虚假
        假货 假的 投诉 举报 垃圾 恶心 难吃 难喝 难用 难看死 难闻 糟糕 糟透 烦死 烦人 烦不烦 无语
        傻眼 离谱 无奈 太慢 很慢 好慢 超慢 太久 很久没 等太久 打不开 登不 登录不 登陆不 登入不
        无法登 没办法登 无法 报错 出错 闪退 崩溃 卡死 死机 黑屏 失效 失灵 故障 打不通 收不到
        进不去 用不了 不能用 没法用 不好用 付不了 结不了 付款失败 支付失败 没反应 是空的 不见了
        没到账 未到账 少发 漏发 少寄 少了 少一 缺了 缺件 发错 寄错 送错 给错 写错 拿错 弄错 搞错
        扣了 多扣 重复扣 多收 乱收费 乱扣 刷了两次 掉色 褪色 起球 开线 脱线 脱胶 变形 缩水 质量差
        质量不 质量真不 质量太 质量问题 品质差 品质不 做工差 粗糙 完全不对 不对版 货不对板 不符
        差太多 差很多 差好多 差太远 色差大 落差 变质 过期 发霉 馊 发臭 好臭 很臭 异味 有虫 虫子
        头发 拉肚子 拉了一晚 食物中毒 吃坏 耍我 耍人 坑人 太坑 好坑 坑爹 宰客 太贵 死贵 涨价 又涨
        越来越差 越来越少 越来越小 越来越贵 不如以前 不值 不推荐 不推 不怎么样 不太行 不行 没用
        没解决 没有解决 未解决 没处理 没有处理 不处理 敷衍 推卸 推脱 踢皮球 不负责 不专业 不公开
        不透明 没交代 良心不 没良心 黑心 缺德 过分 烂店 黑店 别再 不要再 别发 骚扰 又苦 又凉 凉了
        凉的 冷掉 冷了 冷的 太脏 很脏 好脏 脏死 太吵 吵死 很吵 太大声 没法聊 又关门 耽误 拖延 拖了
        一拖再拖 给个说法 没个说法 退钱 普普通通 很一般 也一般 味道一般 服务一般 不好 不满 不爽
        生气 气死 气人 后悔 浪费 欺负 歧视 侮辱 不尊重 恶劣 呵呵 这就是你们 这就是所谓 搞什么
        什么玩意 什么态度 说好 耍猴 不可理喻 不能忍 忍无可忍 服务差 服务很差 体验差 体验感差
        体验极差 太咸 太甜 太油 太淡 没味道 不新鲜 没熟 夹生 掉漆 断了 裂了 裂开 裂痕 CP值很低
        cp值低 性价比低 性价比很低 性价比太低 雷爆 翻车 被坑 上当 不给退 不给换 不退 拒绝退 凭什么
        良心会痛 良心过得去 误导 造假 作秀 不作为 删评论 删我 还没发货 没动静 没下文 石沉大海
    """,
    # wrong, if something else says so too
    "weak_bad": """
        等了 没了 问题 退款 退货 退费 换货 处理一下 请处理 麻烦查 补一下 明明 根本 结果 错了 夸张
        所谓 迟迟 关门 虐待 第三次 三次都 可怜 不公 卖完 越来越 一个星期没 解释
    """,
    # what is fine
    "good": """
        好吃 好喝 好看 好美 好香 太香 真香 很香 喷香 香喷喷 好可爱 可爱 漂亮 好棒 真棒 太棒 很棒
        超棒 最棒 点赞 超赞 太赞 真赞 很赞 厉害 优秀 喜欢 好喜欢 爱了 超爱 最爱 很爱 好爱 太爱
        绝了 绝绝子 yyds 神仙 满意 满足 治愈 疗愈 感动 佩服 敬佩 用心 贴心 细心 耐心 热情 人超好
        人很好 人真好 人太好 人好 服务好 服务很好 服务真好 服务超好 服务太好 态度好 态度很好
        态度超好 大推 必推 激推 强推 强烈推荐 力荐 必须推荐 推荐给 推荐大家 值得推荐 回购 好评
        五星 支持 加油 不错 不愧 完美 惊艳 惊喜 性价比高 性价比很高 性价比超高 cp值高 cp值很高
        划算 实惠 值得 物超所值 靠谱 放心 超快 很快 好快 真快 飞快 神速 隔天就到 第二天就到 舒服
        舒适 精致 有食欲 拍拍手 鼓掌 致敬 暖心 温暖 美味 宝藏 无敌 顶呱呱 给力 最好 真好 太好 超好
        拍得好 拍得真 做得好 做的好 味道一点没变 还是这个味 不雷 不贵 没有更好 没得挑 没话说
        无可挑剔 不踩雷 良心店 良心价 良心商家 爱你们 爱你 么么 比心 神仙店铺 永远的神 真的绝
        什么神仙 谁不爱 谁不喜欢 很好 百吃不厌 欲罢不能 念念不忘 幸福 开心 高兴 真不错 美哭
        可圈可点 好温柔 好听 好闻 好用 好穿 好玩 新鲜 正宗 地道 入味
    """,
    "thanks": "谢谢 感谢 多谢 谢啦 谢了 谢过 感恩 3q 辛苦了 致谢 谢 thx thanks",
    "but": "但 但是 可是 不过 然而 就是 可惜 只是 却 除了",
    "solved": """
        解决了 处理好 已处理 搞定 找到了 没事了 收到了 已经收到 修好了 已解决 已经解决 已退
    """,
    # wants to have it: with `price` it is a question as well
    "buy": """
        我要 想要 想买 要买 想入 想订 想定 要订 要定 下单 拍下 已拍 拍了 已下单 订单 预定 预订
        预约 订购 订位 留一份 留一个 帮我留 给我留 再来一 再来两 再来三 来一份 来一个 来两 我报名
        想报名 要报名 报名! 报个名 算我一个 加我一个 已转账 转账了 已汇款 汇款 已付款 付款了 加盟
        求链接 求个链接 求连结 求购 蹲一个 蹲链接 蹲个链接 给个链接 发个链接 求同款 购买连结
        购买链接 购买 尽快发货 什么时候发货 还没发货 没发货 快递到 催一下 单号 物流 改地址
        改一下地址 退款 退货 退费 换货 寄到 寄给 我要退 少发 寄错 发错款 补发 下午来拿 来拿 自取
        代购吗 入手 名额
    """,
    # an order only in a question or a complaint
    "weak_buy": "快递 发货 出货 到货 包裹 拼单",
    "price": """
        怎么卖 多少钱 什么价 价格? 价格多少 价格是 价格呢 报价 求价 怎么收费 收费吗 收费标准 几块
        几钱 多少一 运费 邮费 包邮 有链接 链接在哪 链接? 链接有吗 怎么买 哪里买 哪买 哪里能买
        哪里可以买 买的到 买得到 哪里有卖 还有卖 有卖 怎么订 怎么下单 怎么预约 怎么购买 怎么预定
        还有货 有货 有现货 现货 库存 能寄 可以寄 寄吗 能发 可以发货 能邮 可以邮 还有吗 外卖吗 宅配
        想买一
    """,
    "wish": """
        建议 提议 许愿 希望能 希望可以 希望有 希望你们 期待出 拜托出 求出 快出 出一款 出个 出一个
        出一版 可以出 能出 开一间 开一家 开分店 来开店 可以考虑 考虑一下 最好能 能加 多加 增加
        加个 改进 改成 换成 下次可以 下次能 要不考虑 应该 多几个 来我们 延长 就好了 就太方便
        会更好 更完美 方便很多 就完美 会方便 可以多 能多 字大 放大一点 强烈建议 什么时候出 快开
    """,
    "spam": """
        兼职 日结 日领 日赚 月入 加微信 加v 加vx vx 加威 薇信 加赖 加line 私我领 看我主页 我主页
        点我头像 戳头像 戳我头像 点头像 看头像 优惠券免费 内部优惠 内部券 免费领 限时免费 涨粉
        互关 互赞 互粉 刷单 稳赚 不赔 包赚 保证获利 获利 代操 代客 飙股 牛股 荐股 带你赚 博彩
        娱乐城 彩金 注册送 彩票 网贷 免抵押 放款 逾期 高仿 专柜验货 同号 加群 进群领 名额有限
        减肥药 包过 办证 代开发票 约炮 裸聊 副业 在家赚 轻松赚 急用钱 意者 返利 招代理 诚招 秒回
        低价代购 粉丝低价 老师操作 内部消息
    """,
    "weak_spam": """
        私信 私我 微信 领取 头像 主页 扫码 代购 赚钱 免费 代理 资料 操作 老师 保证 加我 点击 链接
        当日
    """,
}

ENGLISH: dict[str, str] = {
    "ask": """
        wondering if/wondering whether/wondering what/wondering when/wondering how/i was wondering
        curious if/curious what/curious how/curious whether/curious about/checking if
        checking whether/check if/check whether/love to know/like to know/want to know
        need to know/more info/more information/more details/could you tell/can you tell/tell me
        let me know/dm me the/dm me your/send me the/not sure how/not sure if/not sure where
        not sure whether/cant find/couldnt find/any idea/anyone know/anybody know/anyone knows
        any update/any updates/any news/any word/is it too late/what about/recommendations
        any advice/any tips/following up/follow up on/need help/help please/please help
        can someone/can anyone/anybody there/anyone there/looking for a/looking for some
        minimum age/please advise/please explain/question for you/quick question/any reason
        safe for me/how come/confused about/does anyone/is there a way/can you confirm
        please confirm/or what/is it possible/what if/or not/any clue/need to book
    """,
    "rhetoric": """
        what a/what an/who doesnt/who wouldnt/who cares/what can you do/what can i say/why do i
        who else/whos hungry/guess what/guess who/did you know/all my life/is it friday
        is it weekend/is it christmas/get any better/how is this so/how are these so/how cute
        how lovely/how sweet/how beautiful/how adorable/how pretty/how nice/how cool/how good is
        how amazing/how gorgeous/how funny/am i the only/is it just me/where do i sign
        what is life/why is this so/why are these so/who wants to/who needs/can we talk about
        can we just/is this heaven/am i dreaming/whats wrong with me/who is with me/whos with me
        remember when/why so good/who could resist/how do you even
    """,
    "bad": """
        nobody answers/no one answers/nobody answered/nobody replies/no one replies
        nobody responds/nobody picks up/never answers/never answer/never reply/never replied
        never replies/no reply/no response/no answer/no one answered/still waiting/still nothing
        still no/still not/still hasnt/still havent/still doesnt/still cant/still broken/on hold
        doesnt work/doesnt load/doesnt open/didnt work/dont work/not working/isnt working
        wont work/wont load/wont open/wont start/wont turn/wont let/does not work/did not work
        stopped working/broken/broke/cracked/damaged/smashed/in pieces/shattered/chipped/torn
        ripped/fell apart/falling apart/leak*/missing/wrong colour/wrong color/wrong size
        wrong item/wrong order/wrong one/wrong address/the wrong/was cold/were cold/is cold
        went cold/stone cold/cold food/cold coffee/arrived cold/lukewarm/stale/burnt/soggy/mouldy
        moldy/rotten/expired/disgust*/gross/horrible/horrid/awful/terrible/dreadful/worst/worse
        rude/unhelpful/ignored/ignoring/rolled her eyes/rolled his eyes/rolled their eyes/error
        errors/crash*/is down/are down/site down/cant log/cant login/cant access/cant open
        cant check/cant pay/cant get through/unable to/failed/fails/money back/charged me
        charged twice/overcharged/double charged/overpriced/too expensive/rip off/ripoff
        ripped off/scam*/fraud*/con artists/a joke/tiny portions/tiny portion/hair in/got sick
        sick after/food poisoning/made me ill/never again/never coming back/never going back
        wont be back/not coming back/not impressed/unimpressed/disappoint*/let down/let me down
        not good/not great/not as good/not worth/not happy/not ok/not okay/not acceptable
        wouldnt recommend/would not recommend/dont recommend/do not recommend/cant recommend
        dont bother/avoid/waste of/useless/pathetic/poor/bad/badly/sold out in/closed again
        thanks for nothing/lost my/lose it/lost it/stop emailing/stop texting/stop calling
        stop sending/stop messaging/unsubscrib*/deleting/delete my/deleted my/was deleted
        misleading/misled/false advertising/lied/liars/lies/supposed to be/too loud/too slow
        too small/too salty/too sweet/too long/so loud/so slow/so rude/slow service/ridiculous
        unacceptable/shame on/shameful/ashamed/embarrassing/expected better/expect better/unhappy
        annoyed/annoying/frustrat*/angry/furious/fed up/sort this out/sort it out/sort your
        fix this/fix your/fix it/fixing/good to know/great another/oh wonderful/oh great/oh good
        yeah right/not on the label/how is this legal/how is this ok/how is this okay
        is this legal/one star/1 star/zero stars/0 stars/meh/never got/never received
        never arrived/never came/never showed/not received/not arrived/havent received
        hasnt arrived/hasnt come/hasnt shown/hasnt shipped/didnt arrive/didnt receive/third time
        means ten days/days now/weeks now/no longer works/nightmare/shambles/shocking/appalling
        atrocious/mediocre/bland/filthy/dirty/as it used to be/gone downhill/going downhill
        went downhill/is terrible/hate this/hate the/hate it/bug/bugs/buggy/glitch*
        keeps giving me/keeps failing/keeps crashing/managed to lose/already tried
        no idea what youre/complaint/complain/two weeks ago and/weeks ago and/undercooked
        raw inside/tasteless/misspelled/sent me the wrong/blocked me/false/cheated
    """,
    "weak_bad": """
        refund*/waited/waiting/again/cold/late/delayed/delay/wrong/allergic/twice/problem/problems
        issue/issues/unfortunately/no more/sick/gone up/price has gone/slow/closed/expensive/wait
        minutes/hours/weeks/nothing/supposed/out of stock/another
    """,
    "good": """
        love/loved/loves/loving/lovely/great/amazing/amazed/awesome/beautiful/beautifully/gorgeous
        fantastic/brilliant/excellent/perfect/perfectly/perfection/wonderful/best/delicious/tasty
        yum/yummy/so good/really good/very good/good job/great job/good work/great work/well done
        nice/nicely/cute/adorable/stunning/superb/fabulous/incredible/impressive/impressed/proud
        recommend/recommended/friendly/helpful/worth every/worth it/worth the/a hit/you deserve
        chefs kiss/10/five stars/5 stars/obsessed/happy with/favourite/favorite/favourites
        cant fault/cant complain/never disappoint/never disappoints/hands down/keep it up/keep up
        cant stop eating/cant stop looking/cant stop wearing/cant get enough/underrated/bravo
        congrats/congratulations/spot on/top notch/blown away/made my day/how cute/how lovely
        how sweet/how beautiful/how adorable/how pretty/get any better/ten of ten
        couldnt be happier/cannot fault/good stuff/the goat/so fun/had a blast/thrilled/exceeded
        flawless/classy/heavenly/any better/all my life/how is this so/legends/you guys rock
        rock on/hit the spot/well packed/quick delivery/fast delivery/next day/love love
    """,
    "thanks": """
        thanks/thank you/thank u/thankyou/thx/ty/tysm/tyvm/cheers/appreciated/appreciate it
        appreciate you/appreciate that/thanx/many thanks
    """,
    "but": "but/however/though/although/except/yet still/shame about/pity",
    "solved": """
        all sorted/sorted now/found it/all good/its fixed/got it working/works now/fixed it
        sorted it/resolved/never mind/nevermind
    """,
    "buy": """
        order/orders/ordered/ordering/link please/link pls/link?/ill take/i will take/ill have
        put me down/sign me up/count me in/book a/to book/book for/reserve/reservation/table for
        save me a/save me some/save me one/keep me a/my order/refund/refunds/money back/parcel
        package/shipped/tracking/take my money/want one/want two/want to buy/buy one/buy two
        buy this/purchase/collecting/need this/need one/sent me the wrong/id like to order
        can i get/could i get/gift cards/pre order/preorder/item missing/sign up for/want to join
        pick up on
    """,
    "price": """
        how much/how much is/price/prices/price pls/pricing/whats the price/what does it cost/cost
        costs/in stock/still available/any left/got any left/where can i buy/where do i buy
        where to buy/where do i get/where can i get/how do i order/how can i order/do you deliver
        do you ship/deliver to/available in/how do i buy/how can i buy/is this available/for sale
        order yet
    """,
    "wish": """
        suggestion/suggest/you should/would be great if/would be nice if/would be better if
        would be great to/would be nice to/would be even better/would be better with/would be cool
        would love to see/would love a/would love if/please bring/please add/please make
        please open/please do a/please consider/bring back/maybe add/maybe try/maybe do/wish you
        wish there/wish they/consider/why not/petition/any chance of/any chance you
        could be bigger/could be better/could be smaller/could be longer/could be clearer
        next time/how about adding/if only/hope you will/you could/could you add/can you add
        can we have/can we get/needs more/need more/what about adding/id suggest/my advice
        would prefer
    """,
    "spam": """
        a day from home/from home/earn $*/free followers/real followers/check my profile
        check my page/check my bio/check out my/link in my bio/click the link/click here/whatsapp
        telegram/promote it/promote this/dm for/collab/crypto*/bitcoin/forex/trader/binary options
        recovery expert/funds back/free gift/claim your/selected as/singles/replica/visit the site
        inbox us/inbox me/f4f/l4l/follow for follow/sub4sub/follow back/make money/passive income
        onlyfans/loans/casino/free iphone/cheap followers/k followers/work from home/get rich
        100% legit/dm me now/on instagram and/text me on/message him/message her/contact him
        contact her/boost your/buy followers/seo services/your prize
    """,
    "weak_spam": """
        dm me/cheap/winner/giveaway/invest*/profit*/free/earn/followers/click/bio/near you/prize
        legit/limited time/now/watches/money
    """,
}
