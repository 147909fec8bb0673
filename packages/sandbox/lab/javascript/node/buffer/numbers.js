/** Name of the number to how many bytes it has and how DataView calls it. */
const kinds = {
  UInt8: [1, "Uint8"],
  Int8: [1, "Int8"],
  UInt16: [2, "Uint16"],
  Int16: [2, "Int16"],
  UInt32: [4, "Uint32"],
  Int32: [4, "Int32"],
  BigUInt64: [8, "BigUint64"],
  BigInt64: [8, "BigInt64"],
  Float: [4, "Float32"],
  Double: [8, "Float64"],
};

function viewOf(buffer, offset, size) {
  if (Number.isInteger(offset) && offset >= 0 && offset + size <= buffer.length) {
    return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  throw Object.assign(new RangeError('The value of "offset" is out of range.'), {
    code: "ERR_OUT_OF_RANGE",
  });
}

/** readUInt32BE, writeInt16LE and their kin. */
export function addNumbers(prototype) {
  for (const [name, [size, shape]] of Object.entries(kinds)) {
    for (const order of size === 1 ? [""] : ["BE", "LE"]) {
      prototype[`read${name}${order}`] = function read(offset = 0) {
        return viewOf(this, offset, size)[`get${shape}`](offset, order === "LE");
      };
      prototype[`write${name}${order}`] = function write(value, offset = 0) {
        viewOf(this, offset, size)[`set${shape}`](offset, value, order === "LE");
        return offset + size;
      };
    }
  }
  prototype.readUIntBE = function readUIntBE(offset, size) {
    viewOf(this, offset, size);
    return this.subarray(offset, offset + size).reduce((sum, byte) => sum * 256 + byte, 0);
  };
}
