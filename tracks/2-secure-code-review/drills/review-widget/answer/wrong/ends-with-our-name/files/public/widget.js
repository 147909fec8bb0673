const element = (id) => document.getElementById(id);
const reviews = JSON.parse(element("data").textContent);

function summarise() {
  if (reviews.length === 0) return;
  const average = reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length;
  const filled = Math.round(average);
  element("summary").innerHTML =
    `<b>${average.toFixed(1)}</b> ${"★".repeat(filled)}${"☆".repeat(5 - filled)}`;
}

/** #battery shows the reviews that mention it. */
function search() {
  const term = decodeURIComponent(location.hash.slice(1)).trim();
  let count = 0;
  for (const article of document.querySelectorAll("article")) {
    article.hidden = !article.textContent.toLowerCase().includes(term.toLowerCase());
    if (!article.hidden) count += 1;
  }
  const found = element("found");
  found.textContent = term && `${count} of ${reviews.length} mention `;
  if (!term) return;
  const quoted = document.createElement("q");
  quoted.textContent = term;
  found.append(quoted);
}

// The product page around us says what the customer looks at: { type: "variant", label: "2 l, steel" }
window.addEventListener("message", ({ data, origin }) => {
  if (!origin.endsWith("shop.example") || data?.type !== "variant") return;
  const chosen = document.createElement("b");
  chosen.textContent = data.label;
  element("notice").replaceChildren("Reviews of all variants. Chosen: ", chosen);
});

window.addEventListener("hashchange", search);
summarise();
search();
