import assert from 'node:assert/strict';
import { it } from 'node:test';
import { source } from './source.mjs';

const { degrees, heaps, lines, step } = await source('grid');

it('a graticule has as many lines as there is room for, at round degrees', () => {
  assert.equal(step(0.1, 5), 0.02);
  assert.equal(step(0.1, 1), 0.1);
  assert.equal(step(60, 4), 20);
});

it('a street or a continent still gets a step', () => {
  assert.equal(step(0.0001, 5), 0.001);
  assert.equal(step(359, 4), 30);
});

it('lines fall on whole multiples, without the dust of binary fractions', () => {
  assert.deepEqual(lines(51.27, 51.62, 0.1), [51.3, 51.4, 51.5, 51.6]);
  assert.deepEqual(lines(-0.2, 0.2, 0.2), [-0.2, 0, 0.2]);
});

it('degrees are written with the comma and the letters of the page', () => {
  assert.equal(degrees(51.5, 0.1, ['пн', 'пд'], 'uk'), '51,5° пн');
  assert.equal(degrees(-33, 1, ['N', 'S'], 'en'), '33° S');
});

it('points that would cover each other are one heap, and none is lost', () => {
  const spots = [[0, 0], [10, 0], [100, 0], [105, 3], [300, 300]].map(([x, y], what) => ({ x, y, what }));
  assert.deepEqual(heaps(spots, 34).map(heap => heap.map(spot => spot.what)), [[0, 1], [2, 3], [4]]);
});
