import DOMPurify from "dompurify";
import { marked } from "marked";

const panel = document.querySelector("#assistant");

function bubble(kind) {
  const element = document.createElement("div");
  element.className = `bubble ${kind}`;
  panel.append(element);
  return element;
}

export function showQuestion(text) {
  bubble("question").textContent = text;
}

export function showNotice(notice) {
  const element = bubble("notice");
  element.insertAdjacentHTML("beforeend", DOMPurify.sanitize(notice));
}

export function showAnswer(answer) {
  const html = marked.parse(answer.text);
  const element = bubble("answer");
  element.innerHTML = html;
  for (const product of answer.products) {
    const link = document.createElement("a");
    link.href = `/products/${encodeURIComponent(product.id)}`;
    link.textContent = product.name;
    element.append(link);
  }
}
