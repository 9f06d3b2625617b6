import assert from 'node:assert/strict';
import { it } from 'node:test';
import { source } from './source.mjs';

const { MOST, read, toggled } = await source('list');
const entry = (id, href = `/chernihiv/services/${id}`) => ({ id, title: `Послуга ${id}`, href, note: '' });

it('a thing is saved once and taken away by the second press', () => {
  const saved = toggled(toggled([], entry('a')), entry('b'));
  assert.deepEqual(saved.map(one => one.id), ['a', 'b']);
  assert.deepEqual(toggled(saved, entry('a')).map(one => one.id), ['b']);
});

it('the oldest entry gives way when the list is full', () => {
  const full = Array.from({ length: MOST }, (_, i) => entry(String(i)));
  const after = toggled(full, entry('new'));
  assert.equal(after.length, MOST);
  assert.deepEqual([after[0].id, after.at(-1).id], ['1', 'new']);
});

it('what the browser kept is read back', () => {
  assert.deepEqual(read(JSON.stringify([entry('a')])), [entry('a')]);
});

it('a spoilt list is an empty list, and a spoilt entry is left out', () => {
  for (const spoilt of [null, '', '{', '{}', '"a"', 'null']) assert.deepEqual(read(spoilt), []);
  assert.deepEqual(read(JSON.stringify([entry('a'), { id: 'b' }, 7, null])), [entry('a')]);
});

it('no entry leads to another site', () => {
  const foreign = ['https://evil.example/', '//evil.example/', 'javascript:alert(1)', 'services/a'].map(href => entry('x', href));
  assert.deepEqual(read(JSON.stringify(foreign)), []);
});
