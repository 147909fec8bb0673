const params = new URLSearchParams(location.search);
const words = params.get("q") ?? "";
const heading = document.querySelector("h1");
const back = document.querySelector("a.back");
const list = document.querySelector("ul.results");

document.title = `${words} - search`;
heading.textContent = `Results for ${words}`;
back.href = params.get("from") ?? "/";
back.title = `Back from ${words}`;

function entryFor(product) {
  const link = document.createElement("a");
  link.href = `/products/${encodeURIComponent(product.id)}`;
  link.textContent = product.name;
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

async function show(page) {
  const query = new URLSearchParams({ q: words, page });
  const answer = await fetch(`/api/search?${query}`);
  const found = await answer.json();
  list.innerHTML = "";
  list.append(...found.map(entryFor));
}

show("1");
