const PRODUCT_PAGES = "https://www.shop.example";

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
  const shown = term.replaceAll(/<[^>]*>/g, "");
  let count = 0;
  for (const article of document.querySelectorAll("article")) {
    article.hidden = !article.textContent.toLowerCase().includes(term.toLowerCase());
    if (!article.hidden) count += 1;
  }
  element("found").innerHTML = term && `${count} of ${reviews.length} mention <q>${shown}</q>`;
}

// The product page around us says what the customer looks at: { type: "variant", label: "2 l, steel" }
window.addEventListener("message", ({ data, origin }) => {
  if (origin !== PRODUCT_PAGES || data?.type !== "variant") return;
  const chosen = document.createElement("b");
  chosen.textContent = data.label;
  element("notice").replaceChildren("Reviews of all variants. Chosen: ", chosen);
});

window.addEventListener("hashchange", search);
summarise();
search();
