const COLUMNS = ["days", "source", "section", "topic", "byline"];

/** Tell whether a manifest says all that is asked of it, as something that it can be. */
export function isSound(manifest) {
  const { documents, k1, fields, lengths, names, columns, parts, stemmers } = manifest;
  return (
    [fields, parts, stemmers].every(Array.isArray) &&
    [documents, k1].every(isNumber) &&
    [lengths, names, ...COLUMNS.map((name) => columns?.[name])].every(isName) &&
    stemmers.length > 0 &&
    fields.some((field) => field?.everyday) &&
    stemmers.every((name) => name === null || isName(name)) &&
    fields.every((field) => isName(field?.name) && isNumber(field.b) && isNumber(field.length)) &&
    parts.every((part) => isSoundPart(part, fields.length)) &&
    parts.reduce((sum, part) => sum + part.documents, 0) === documents
  );
}

function isSoundPart(part, fields) {
  return (
    isName(part?.name) &&
    isNumber(part.documents) &&
    [part.cards, part.origins].every((size) => isNumber(size) && size >= 1) &&
    [part.places, part.lengths].every((list) => Array.isArray(list) && list.every(isNumber)) &&
    part.places.every(Number.isInteger) &&
    Array.isArray(part.sources) &&
    part.sources.every(isName) &&
    part.lengths.length === fields
  );
}

function isNumber(value) {
  return typeof value === "number" && value >= 0 && value < 2 ** 31;
}

function isName(value) {
  return typeof value === "string";
}
