/** Read numbers from bytes, as `varint.py` writes them. */
export class Cursor {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  /** Read one number: seven bits a byte, lowest first; the high bit says that more follow. */
  varint() {
    let number = 0;
    let scale = 1;
    let byte;
    do {
      byte = this.bytes[this.at++];
      number += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte & 0x80);
    return number;
  }

  /** Read `count` numbers. */
  varints(count) {
    return Array.from({ length: count }, () => this.varint());
  }

  /** Read `count` rising numbers, each written as how many are left out before it. */
  rising(count) {
    let due = 0;
    return Array.from({ length: count }, () => {
      const number = due + this.varint();
      due = number + 1;
      return number;
    });
  }

  /** Give the next `length` bytes, and go on after them. */
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
