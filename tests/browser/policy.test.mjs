// Every public page keeps the content security policy, asks nobody outside, and scripts do not stumble.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLanguage, readList, resolve } from '../../scripts/public-pages.mjs';
import { openBrowser, overhang, site, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('no page is refused anything by its own policy, or needs another host', async () => {
  const wrong = [];
  for (const line of await readList()) {
    const path = await resolve(site, line);
    const page = await visitor(browser, { width: 375 });
    const outside = [];
    page.on('request', request => { if (!request.url().startsWith(site) && !request.url().startsWith('data:')) outside.push(request.url()); });
    const answer = await page.goto(inLanguage(path, 'uk'));
    const policy = (await answer.allHeaders())['content-security-policy'] ?? '';
    if (!policy.includes("default-src 'none'") || policy.includes('unsafe-inline')) wrong.push(`${path}: policy “${policy}”`);
    await page.waitForLoadState('load');
    const wide = await overhang(page);
    if (wide > 0) wrong.push(`${path}: ${wide} px too wide`);
    wrong.push(...page.complaints.map(what => `${path}: ${what}`), ...outside.map(what => `${path}: asks ${what}`));
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
});
