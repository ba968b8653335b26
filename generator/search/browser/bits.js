const ESCAPE = 20;
const GUESS = 3;

/** Reads numbers from bits, as `bits.py` writes them; a RangeError says that bits lack. */
export class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.end = 8 * bytes.length;
  }

  /** See the next 25 bits at least, from the highest on; after the end they are zeros. */
  peek() {
    const { at, bytes } = this;
    const first = at >> 3;
    const four = (bytes[first] << 24) | (bytes[first + 1] << 16) | (bytes[first + 2] << 8);
    return (four | bytes[first + 3]) << (at & 7);
  }

  move(count) {
    this.at += count;
    if (this.at > this.end) throw new RangeError("cut short");
  }

  /** Read one number of this width in Rice's code. */
  read(width) {
    const zeros = Math.clz32(this.peek());
    if (zeros >= ESCAPE) {
      this.move(ESCAPE);
      return this.plain(32);
    }
    this.move(zeros + 1);
    return zeros * 2 ** width + this.plain(width);
  }

  /** Read rising numbers, each as how many are left out before it. */
  rising(count, width) {
    const numbers = [];
    for (let number = -1; numbers.length < count; ) {
      number += this.read(width) + 1;
      numbers.push(number);
    }
    return numbers;
  }

  /** Read which of `total` things are picked: those, or those left out where these are fewer. */
  pick(total, count) {
    const few = Math.min(count, total - count);
    const listed = this.rising(few, findWidth(total, few));
    if (few < 0 || listed[few - 1] >= total) throw new RangeError("too many");
    if (few === count) return listed;
    const picked = [];
    for (let at = 0, next = 0; at < total; at++) {
      if (listed[next] === at) next++;
      else picked.push(at);
    }
    return picked;
  }

  /** Read how many of `total` things are picked, and which. */
  some(total) {
    return this.pick(total, this.read(findWidth(total, GUESS)));
  }

  /** Read how often each of so many things is there: which more than once, more than twice … */
  rounds(total) {
    const counts = new Array(total).fill(1);
    for (let having = counts.map((_, at) => at); having.length; ) {
      const before = having;
      having = this.some(before.length).map((at) => before[at]);
      for (const at of having) counts[at]++;
    }
    return counts;
  }

  /** Read numbers that may be large, 1 at least: first how many bits each has. */
  sizes(total) {
    return this.rounds(total).map((bits) => 2 ** (bits - 1) + this.plain(bits - 1));
  }

  /** Read a number of so many bits, highest first. */
  plain(width) {
    if (width > 16) return this.plain(width - 16) * 0x10000 + this.plain(16);
    const number = width && this.peek() >>> (32 - width);
    this.move(width);
    return number;
  }
}

/** Find the width of the gaps between `count` numbers strewn over 0 to `span` - 1. */
export function findWidth(span, count) {
  const gap = Math.floor((span - count) / (count + 1));
  return Math.floor(Math.log2(Math.max(gap, 1)));
}
