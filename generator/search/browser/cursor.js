/** Reads numbers from bytes, as `varint.py` writes them; a RangeError says that bytes lack. */
export class Cursor {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** Read one number: seven bits a byte, lowest first; the high bit says that more follow. */
  varint() {
    let number = 0;
    for (let scale = 1; this.at < this.bytes.length; scale *= 128) {
      const byte = this.bytes[this.at++];
      number += (byte & 0x7f) * scale;
      if (byte < 0x80) return number;
    }
    throw new RangeError("cut short");
  }

  /** Give the next `length` bytes, and go on after them; without a length all that are left. */
  take(length = this.bytes.length - this.at) {
    this.at += length;
    if (this.at > this.bytes.length) throw new RangeError("cut short");
    return this.bytes.subarray(this.at - length, this.at);
  }
}
