/**
 * Make an element of text and elements; text stays text.
 * @param {string} name
 * @param {Record<string, any>} [properties]
 * @param {...(string | Node)} children
 * @returns {any}
 */
export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
