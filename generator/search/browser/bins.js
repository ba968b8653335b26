/** More months than these are drawn as years. */
const MONTHS = 120;

/**
 * Cut time into months, or into years where there are many, without a gap; what is known to be of a
 * year is of no month.
 * @param {{month: string, count: number}[]} months
 * @returns {{key: string, count: number}[]}
 */
export function cutBins(months) {
  const numbers = months.filter(({ month }) => month).map(({ month }) => numberMonth(month));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const length = last - first < MONTHS ? 7 : 4;
  const counts = new Map();
  for (let at = first; at <= last; at += 1) counts.set(nameMonth(at).slice(0, length), 0);
  for (const { month, count } of months) {
    const key = month?.slice(0, length);
    if (counts.has(key)) counts.set(key, counts.get(key) + count);
  }
  return Array.from(counts, ([key, count]) => ({ key, count }));
}

/**
 * Find the first and the last bin that lie within dates.
 * @param {{key: string}[]} bins
 * @param {{from: string, to: string}} dates
 * @returns {[number, number]}
 */
export function findRange(bins, { from, to }) {
  const { length } = bins[0].key;
  const last = bins.length - 1;
  const low = bins.findIndex(({ key }) => key >= from.slice(0, length));
  const high = bins.findLastIndex(({ key }) => !to || key <= to.slice(0, length));
  const start = low < 0 ? last : low;
  return [start, Math.max(start, high)];
}

function numberMonth(month) {
  const [year, of = 1] = month.split("-").map(Number);
  return 12 * year + of - 1;
}

function nameMonth(number) {
  const year = String(Math.floor(number / 12)).padStart(4, "0");
  return `${year}-${String((number % 12) + 1).padStart(2, "0")}`;
}
