/** How many letters of a text are shown. */
const LENGTH = 170;
/** How far before the first word a passage may begin. */
const BEFORE = 50;

/** Words that begin alike for as many letters are taken for forms of one. */
const SAME = 4;

/**
 * A passage of a text: what is `marked` in it are the looked-for words.
 * @typedef {{text: string, marked: boolean}[]} Passage
 */

/**
 * Choose the passage with the most of the looked-for words, else the beginning.
 * @param {string[]} paragraphs
 * @param {number[][][]} marks where in each of them the words begin and end, in order
 * @returns {Passage}
 */
export function choosePassage(paragraphs, marks) {
  let best = { score: -1, text: paragraphs[0] ?? "", marks: [], at: 0 };
  paragraphs.forEach((text, number) => {
    for (const [at] of marks[number]) {
      const score = countWords(text, marks[number], at);
      if (score > best.score) best = { score, text, marks: marks[number], at };
    }
  });
  return cut(best);
}

/** Score what begins at a word: every word counts once, in whatever form, then how often. */
function countWords(text, marks, at) {
  const near = marks.filter(([start, end]) => start >= at && end <= at + LENGTH - BEFORE);
  const words = new Set(near.map(([start, end]) => text.slice(start, end).slice(0, SAME).toLowerCase()));
  return words.size + near.length / 100;
}

function cut({ text, marks, at }) {
  const latest = Math.max(0, text.length - LENGTH);
  const start = at <= BEFORE ? 0 : findGap(text, Math.min(at - BEFORE, latest));
  const end = start + LENGTH >= text.length ? text.length : findGap(text, start + LENGTH, -1);
  /** @type {Passage} */
  const passage = [{ text: start ? "… " : "", marked: false }];
  let done = start;
  for (const [from, to] of marks) {
    if (from < done || to > end) continue;
    passage.push({ text: text.slice(done, from), marked: false });
    passage.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  passage.push({ text: text.slice(done, end) + (end < text.length ? " …" : ""), marked: false });
  return passage.filter((part) => part.text);
}

/** Find where a word begins or ends near a place; a script without gaps is cut between letters. */
function findGap(text, place, step = 1) {
  for (let away = 0; away < 25; away += 1) {
    const at = place + step * away;
    if (text[at - (step > 0 ? 1 : 0)] === " ") return at;
  }
  return /[\uDC00-\uDFFF]/.test(text[place] ?? "") ? place - 1 : place;
}
