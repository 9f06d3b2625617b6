// Reads styles/tokens.css and holds every pair of colours that meet on a page against WCAG: 4.5 for text, 3 for
// borders of fields, focus rings and other shapes that must be seen. Run by `npm test`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

const SCHEMES = ['light', 'dark', 'black-on-white', 'white-on-black', 'blue', 'brown'];
const ACCENTS = ['moss', 'clay', 'river', 'plum', 'ochre'];
const GROUNDS = ['paper', 'sheet', 'wash'];

/** What meets on a page: [colour, what it stands on, smallest ratio]. */
const PAIRS = [
  ...GROUNDS.flatMap(ground => [
    ['ink', ground, 7], ['ink-soft', ground, 4.5], ['accent', ground, 4.5], ['accent-deep', ground, 4.5],
    ['good', ground, 4.5], ['warn', ground, 4.5], ['bad', ground, 4.5],
  ]),
  ...['accent-wash', 'good-wash', 'warn-wash', 'bad-wash', 'mark'].map(ground => ['ink', ground, 4.5]),
  ['ink-soft', 'accent-wash', 4.5], ['accent', 'accent-wash', 4.5], ['accent-deep', 'accent-wash', 4.5],
  ['good', 'good-wash', 4.5], ['warn', 'warn-wash', 4.5], ['bad', 'bad-wash', 4.5],
  ['on-accent', 'accent', 4.5], ['on-accent', 'accent-deep', 4.5], ['paper', 'ink', 7], ['sheet', 'bad', 4.5],
  ['line-strong', 'sheet', 3], ['line-strong', 'paper', 3], ['line-strong', 'wash', 3],
  ['focus', 'focus-halo', 3],
];

/** The rules of the file in order: selectors and their tokens. */
const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors, body]) => ({
  selectors: selectors.split(',').map(one => one.trim()),
  tokens: Object.fromEntries([...body.matchAll(/--([\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()])),
}));

/** How strongly a selector fits <html> with these two attributes; 0 when it does not fit. */
function fit(selector, scheme, accent) {
  const parts = selector.match(/:root|\[[^\]]+\]/g) ?? [];
  if (parts.join('') !== selector) return 0;
  const fits = parts.every(part => [':root', '[data-scheme]', `[data-scheme="${scheme}"]`, `[data-accent="${accent}"]`].includes(part));
  return fits ? parts.length : 0;
}

/** The tokens in force on <html data-scheme data-accent>, `var()` resolved. */
function tokens(scheme, accent) {
  const found = rules
    .map((rule, order) => ({ rule, order, weight: Math.max(...rule.selectors.map(one => fit(one, scheme, accent))) }))
    .filter(one => one.weight > 0)
    .sort((a, b) => a.weight - b.weight || a.order - b.order)
    .reduce((all, one) => ({ ...all, ...one.rule.tokens }), {});
  const resolve = value => value.replace(/var\(--([\w-]+)\)/, (_, name) => resolve(found[name]));
  return name => resolve(found[name]);
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

for (const scheme of SCHEMES) {
  describe(`the ${scheme} scheme can be read`, () => {
    for (const accent of ACCENTS) {
      it(`with the ${accent} accent`, () => {
        const token = tokens(scheme, accent);
        const weak = PAIRS
          .map(([colour, ground, least]) => ({ colour, ground, least, is: ratio(token(colour), token(ground)) }))
          .filter(pair => pair.is < pair.least)
          .map(pair => `${pair.colour} on ${pair.ground}: ${pair.is.toFixed(2)}, needs ${pair.least}`);
        assert.deepEqual(weak, []);
      });
    }
  });
}
