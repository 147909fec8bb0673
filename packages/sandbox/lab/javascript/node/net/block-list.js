import { numberOf } from "../url/address.js";

const bits = { ipv4: 32n, ipv6: 128n };

function need(address, family) {
  const number = numberOf(String(address), family);
  if (number !== null) return number;
  throw Object.assign(new TypeError(`Invalid address: ${String(address)}`), {
    code: "ERR_INVALID_ADDRESS",
  });
}

/** Addresses, ranges and subnets, and whether an address is among them. */
export class BlockList {
  #ranges = [];

  addAddress(address, family = "ipv4") {
    this.addRange(address, address, family);
  }

  addRange(start, end, family = "ipv4") {
    this.#ranges.push({ family, from: need(start, family), to: need(end, family) });
  }

  addSubnet(network, prefix, family = "ipv4") {
    const size = 1n << (bits[family] - BigInt(prefix));
    const from = (need(network, family) / size) * size;
    this.#ranges.push({ family, from, to: from + size - 1n });
  }

  /** An IPv4 address mapped into IPv6 is looked up as what it stands for, too. */
  check(address, family = "ipv4") {
    const number = numberOf(String(address), family);
    if (number === null) return false;
    const has = (kind, value) =>
      this.#ranges.some((one) => one.family === kind && one.from <= value && value <= one.to);
    const mapped = family === "ipv6" && number >> 32n === 0xffffn;
    return has(family, number) || (mapped && has("ipv4", number & 0xffffffffn));
  }
}
