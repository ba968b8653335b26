const ESCAPE = 20;

/** Reads numbers from bits, as `bits.py` writes them; a RangeError says that bits lack. */
export class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.end = 8 * bytes.length;
  }

  bit() {
    const { at } = this;
    if (at === this.end) throw new RangeError("cut short");
    this.at = at + 1;
    return (this.bytes[at >> 3] >> (7 - (at & 7))) & 1;
  }

  /** Read one number of this width in Rice's code. */
  read(width) {
    let high = 0;
    while (!this.bit()) {
      if (++high === ESCAPE) return this.plain(32);
    }
    return high * 2 ** width + this.plain(width);
  }

  /** Read a number of so many bits, highest first. */
  plain(width) {
    let number = 0;
    for (; width > 0; width--) number = 2 * number + this.bit();
    return number;
  }
}

/** Find the width of the gaps between `count` numbers strewn over 0 to `span` - 1. */
export function findWidth(span, count) {
  const gap = Math.floor((span - count) / (count + 1));
  return Math.floor(Math.log2(Math.max(gap, 1)));
}
