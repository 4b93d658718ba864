"""What strangers write to do harm: the texts that `content.py` and `outside.py` put everywhere.

`{path}` is a red picture on this disk, `{url}` and `{host}` a server on loopback that counts,
`{data}` the picture in base64. Whatever of it reaches the file or the server is a violation.
"""

from __future__ import annotations

MARKUP: tuple[str, ...] = (
    # rich text: pictures and other loads
    '<img src="file://{path}" width=60 height=60>', "<img src='{path}'>", "<img src={path}>",
    '<IMG SRC="{path}">', '<p>hi<img src="{path}"></p>', '<b>x</b><img src="file:{path}">',
    '<img src="file:///{path}">', '<img src="//{path}">', '<img src="qrc:{path}">',
    '<img src="{url}/a.png">', '<img src="//{host}/a.png">', '<img srcset="{url}/b.png 2x">',
    '<body background="{path}">x</body>', '<table background="file://{path}"><tr><td>x</table>',
    '<td background="{url}/c.png">x', '<div style="background:url({url}/d.png)">x</div>',
    "<style>@import url('{url}/e.css');</style>x", '<link rel=stylesheet href="{url}/f.css">x',
    '<style>body{{background-image:url("file://{path}")}}</style><p>x</p>',
    '<iframe src="{url}/g"></iframe>', '<object data="{url}/h"></object>',
    '<embed src="{url}/i">', '<video src="{url}/j" poster="{url}/k.png">', '<audio src="{url}/l">',
    '<svg><image href="{path}"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><use href="{url}/m"/>',
    '<script src="{url}/n.js"></script>', '<meta http-equiv=refresh content="0;url={url}/o">',
    '<a href="file://{path}">{path}</a>', '<a href="{url}/p" ping="{url}/q">x</a>',
    '<base href="{url}/"><img src="r.png">', '<input type=image src="{url}/s.png">',
    '<qt><img src="{path}"></qt>', '<html><img src="{path}"></html>', "<?xml?><img src='{path}'>",
    '<!DOCTYPE html><img src="{path}">', "\n<img src='{path}'>", "   <img src='{path}'>",
    "\u200b<img src='{path}'>", "\u2060<img src='{path}'>", "\ufeff<img src='{path}'>",
    "\u202e<img src='{path}'>\u202c", "\u2068<img src='{path}'>\u2069",
    # entities and double escapes
    "&lt;b&gt;<img src={path}>", "&lt;img src='{path}'&gt;", "&#60;img src='{path}'&#62;",
    "&amp;lt;img src='{path}'&amp;gt;", "＜img src='{path}'＞",
    # Markdown
    "![x](file://{path})", "![x]({url}/t.png)", "[x](file://{path})", "<file://{path}>",
    "[x]: {url}/u 'x'\n![x][x]", "# <img src='{path}'>", "`<img src='{path}'>`",
    # data and addresses
    "data:image/png;base64,{data}", '<img src="data:image/png;base64,{data}">', "file://{path}",
    "{path}", "{url}/v.png", "javascript:alert(1)", "smb://{host}/share/w.png",
    "\\\\{host}\\x\\y.png",
    # other languages of markup and of terminals
    "&Save &All &x", "R&D <b>&Quit</b>", "%1 %2 %n %L1 {{0}} {{name}} {{}}", "%s%n%x",
    "\x1b]8;;{url}\x07x",
    "\x1b[31mred\x1b[0m", "=HYPERLINK(\"{url}/x\")", "#set page(background: image(\"{path}\"))",
    "#image(\"{path}\")", "$x$ @label #include \"{path}\"", "<text><tspan>x</tspan></text>",
    "]]><img src='{path}'>", "'\"><img src='{path}'>", "\"; image: url({path}); x: \"",
    "QLabel {{ image: url({path}) }}", "a\x00<img src='{path}'>", "\u0410dmin\u202egpj.exe",
)  # fmt: skip

STRANGE: tuple[str, ...] = (
    # what Qt and its parser take for rich text in other ways
    "<!DOCtype x>\n<img src='{path}'>", "<?xml version='1.0'?>  <p><img src='{path}'/>",
    "<br/><img src='{path}'>", "<IMG\tSRC\t=\t'{path}'>", "<img\nsrc='{path}'>",
    "<img/src='{path}'/>", "\u3000<img src='{path}'>", "\u00a0\u2003<p><img src='{path}'>",
    "\u2028<img src='{path}'>", "\u0085<b><img src='{path}'>", "1 < 2 > <img src='{path}'>",
    "<b<img src='{path}'>>", "hello\n<img src='{path}'>", "x &lt; y <img src='{path}'>",
    "<p style=\"background-image:url('file://{path}')\">x", "<!--x--><img src='{path}'>",
    "<ul style='list-style-image:url({path})'><li>x</ul>", "<![CDATA[<img src='{path}'>]]>",
    "<img src=':/qt-project.org/styles/commonstyle/images/up-128.png'><img src='{path}'>",
    "<a name=x></a><a href='{url}/a'><img src='{path}'></a>", "<title>x</title><img src={path}>",
    "<p>" * 300 + "<img src='{path}'>", "<table><tr><td>" * 40 + "<img src='{path}'>",
    # keys, columns and blanks of menus, titles and templates
    "&&&Quit && &Save", "Save\tCtrl+Q", "[*]&Quit[*]", "(&Q)",
    "{{0.__class__.__init__.__globals__}}",
    "{{", "}}{{0}}{{1}}{{name!r:>99}}", "%(name)s %Ln %99$s", "${{HOME}} $(id) `id`", "<%= x %>",
    # letters
    "Z" + "\u0351\u0489\u0328" * 60, "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 400,
    "\U0001f469\u200d" * 2_000, "\U0001f1e6" * 2_000, "\ufdfa" * 600, "\u2067" * 120 + "x",
    "\u202a" * 125 + "x" + "\u202c" * 125, "\u05d0a1" * 1_500, "W" * 20_000, "x " * 8_000,
    "x\n" * 4_000, "\u1160\u3164\uffa0\u2800", "\ue000\uf8ff\U000f0000", "x\ufe0f\U000e0100" * 300,
    "x" + "".join(chr(0xE0000 + ord(c)) for c in "hidden"), "a\u2028b\u2029c\u0085d\x0be\x0cf",
    "\u0c1c\u0c4d\u0c1e\u200c\u0c3e", "\u0644\u064f\u0644\u064f\u0635\u0651\u0628 \u0963 \u5197",
    "\u0915\u094d\u0937" * 800, "\u0e01" + "\u0e49" * 400, "#\ufe0f\u20e3" * 500,
    "\ufffc\ufffd\ufffe",
    "\u0391dmin \u2024\u2024/ \uff0e\uff0e", "\u061c\u200e\u200fx\u2066\u2069",
    "a\u00adb\u200bc\u2060d",
    # what a terminal obeys
    "\x1b]52;c;aGk=\x07", "\x1bP$q\"p\x1b\\", "\x9b31mx\x9bm", "\x1b[6n\x1b[c\x05",
    "\x1bc\x1b[?1049h",
    "x\r\x1b[2K$ rm -rf ~", "x\x08\x08\x08y\x7f", "\x0e\x0f\x1b(0", "\x1b]0;title\x9c\x1b_x\x1b\\",
    "\x90x\x9c\x9d0;t\x9c\x85",
    # what a spreadsheet, a calendar and a viewer of Markdown run
    "=cmd|' /C calc'!A0", "+1+cmd|x!A", "-2+3+cmd|x!A", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1",
    "\uff1d1+1", "\uff0bA1", "\uff0dA1", "\uff20A1", '"=1+1"', " =1+1", "\u00a0=1+1", "\u200b=1+1",
    "x;=1+1", "x\t=1+1", "x\r\n=1+1", 'x","=1+1', "\u2212A1", "=IMPORTXML(\"{url}/s\")",
    "x\r\nATTACH:file://{path}\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nSUMMARY:y", "x\\nURL:{url}/i;,:\\",
    "x\nBEGIN:VALARM\nACTION:AUDIO\nATTACH:{url}/ring\nEND:VALARM",
    "x](javascript:1) ![x]({url}/md.png) [y",
    "</pre></title></style></script><img src={url}/h.png>",
    "]]></text></svg><image href='{url}/svg.png'/>", "--></svg><script>1</script>",
    "\\u003cimg src={url}/u.png>", "\u2028</script><script src={url}/js></script>",
    # addresses
    "https://user@{host}/", "https://bank.example%2F@{host}/", "http://{host}\\@bank.example/",
    "https://xn--80ak6aa92e.com/", "https:/{host}", "HTTP://{host}/x", "ms-settings:x",
    "jar:{url}!/",
    "vscode://x", "file://{host}/share/x", "view-source:{url}", "mailto:a@b.example?attach={path}",
    "data:text/html;base64,PHNjcmlwdD4=", "search-ms:query=x&crumb=location:\\\\{host}",
    "blob:{url}",
    # names of files
    "../../../..{path}", "CON", "aux.txt", "a/b\\c:d*e?\"<>|", "-rf", "~/.ssh/id",
    "x" * 300 + ".png",
    "photo\u202egnp.exe", ". .", "nul\x00.png",
)  # fmt: skip

PAYLOADS = (*MARKUP, *STRANGE)

LEADS = tuple(
    shape for shape in PAYLOADS
    if shape.lstrip(" \t\r\n\"\u00a0\u200b")[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20\u2212")
)  # fmt: skip
"""Those that begin with what a spreadsheet may take for a formula."""
