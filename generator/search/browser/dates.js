/**
 * Say a date as precisely as it is known: "2023-09" → "September 2023".
 * @param {string} iso
 * @param {string} language a language tag
 */
export function describeDate(iso, language) {
  const date = new Date(iso.slice(0, 10));
  if (!date.toJSON()) return iso;
  // The day stands before the month on all pages in plain English.
  return date.toLocaleDateString(language === "en" ? "en-GB" : language, {
    timeZone: "UTC",
    year: "numeric",
    month: iso[5] && "long",
    day: iso[8] && "numeric",
  });
}
