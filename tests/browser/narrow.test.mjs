// The narrowest telephone with the largest letters: eight of them in a line, and still nothing to push sideways.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLanguage, readList, resolve } from '../../scripts/public-pages.mjs';
import { openBrowser, overhang, site, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** The language with the longest words in each sample community. */
const LONGEST = { bakhmut: 'uk', chernihiv: 'uk', 'east-kazakhstan': 'kk', kuzbass: 'ru', megion: 'ru' };

for (const view of ['light.200.normal.on.on', 'white-on-black.200.wider.on.off']) {
  test(`at 320 px with ${view} no page is wider than its window`, async () => {
    const wrong = [];
    const page = await visitor(browser, { width: 320, view });
    for (const line of await readList()) {
      const path = await resolve(site, line);
      await page.goto(inLanguage(path, LONGEST[path.split('/')[1]] ?? 'kk'));
      const wide = await overhang(page);
      if (wide > 0) wrong.push(`${path}: ${wide} px`);
    }
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
}
