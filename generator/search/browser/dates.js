const ISO = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

/**
 * Say a date as precisely as it is known: "2023-09" → "September 2023".
 * @param {string} iso
 * @param {string} language a language tag
 */
export function describeDate(iso, language) {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  if (!year) return iso;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  /** @type {Intl.DateTimeFormatOptions} */
  const shown = { timeZone: "UTC", year: "numeric" };
  if (month) shown.month = "long";
  if (day) shown.day = "numeric";
  // The day stands before the month on all pages in plain English.
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, shown).format(date);
}
