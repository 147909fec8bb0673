/** childNodes, children, querySelectorAll …: as they are when they are asked for. */
export class NodeList {
  constructor(items) {
    items.forEach((item, index) => (this[index] = item));
    Object.defineProperty(this, "length", { value: items.length });
  }
  item(index) {
    return this[index] ?? null;
  }
  namedItem(name) {
    return [...this].find((one) => one.id === name || one.getAttribute("name") === name) ?? null;
  }
  forEach(visit, self) {
    [...this].forEach((item, index) => visit.call(self, item, index, this));
  }
  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield this[index];
  }
  *entries() {
    for (let index = 0; index < this.length; index++) yield [index, this[index]];
  }
  keys() {
    return [...this].keys();
  }
  values() {
    return this[Symbol.iterator]();
  }
}
export const nodeList = (items) => new NodeList(items);
