/**
 * Tell whether words stand one after the other, each at most `slop` places behind the last.
 * @param {number[][]} places where each word stands in a document, in order
 * @param {number} slop
 */
export function follow(places, slop) {
  let ends = places[0];
  for (const next of places.slice(1)) {
    const before = new Set(ends);
    ends = next.filter((place) => reaches(before, place, slop));
  }
  return ends.length > 0;
}

function reaches(ends, place, slop) {
  for (let back = 1; back <= slop; back++) {
    if (ends.has(place - back)) return true;
  }
  return false;
}

/**
 * Find the documents that are in each of some lists, which are in order.
 * @param {ArrayLike<number>[]} lists
 * @returns {number[]}
 */
export function findShared(lists) {
  const [shortest, ...others] = [...lists].sort((left, right) => left.length - right.length);
  let shared = Array.from(shortest);
  for (const other of others) {
    let at = 0;
    shared = shared.filter((document) => {
      while (other[at] < document) at++;
      return other[at] === document;
    });
  }
  return shared;
}
