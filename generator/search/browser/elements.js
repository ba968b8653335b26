/**
 * Make an element of text and elements; text stays text.
 * @param {Document} document
 * @param {string} name
 * @param {Record<string, any>} [properties]
 * @param {...(string | Node)} children
 * @returns {any}
 */
export function make(document, name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Make a button; what it does is for the page. */
export function makeButton(document, properties, text = "") {
  return make(document, "button", { type: "button", ...properties }, text);
}
