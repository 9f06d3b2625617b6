// A telephone with JavaScript off: nothing may be missing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { COMMUNITIES } from '../../scripts/public-pages.mjs';
import { anyService, openBrowser, overhang, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** What the eye finds on the page, hidden things left out. */
const isSeen = (page, selector) => page.locator(selector).first().isVisible();

for (const community of COMMUNITIES) {
  test(`the home page of ${community} asks what help is needed and fits a telephone`, async () => {
    const page = await visitor(browser, { width: 375, script: false });
    await page.goto(`/${community}`);
    assert.equal(await page.locator('h1').count(), 1);
    assert.ok(await isSeen(page, '#q'), 'there is no field to search with');
    assert.ok((await page.locator('main a[href*="situation"]').count()) >= 6, 'hardly any situation is offered');
    assert.ok((await page.locator('a[href^="tel:"], a[href$="/hotlines"]').count()) >= 1, 'there is no way to a telephone number');
    assert.equal(await overhang(page), 0);
    await page.context().close();
  });
}

test('a question leads to a list, and the list to a service with a way to reach it', async () => {
  const page = await visitor(browser, { width: 375, script: false });
  await page.goto('/chernihiv');
  await page.fill('#q', 'юрист');
  await page.locator('form:has(#q) button').click();
  assert.match(page.url(), /[?&]q=/);
  assert.equal(await page.locator('#q').inputValue(), 'юрист');
  const rows = page.locator('ol.rows > li.row');
  assert.ok((await rows.count()) >= 1, 'nothing was found');
  assert.ok((await page.locator('ol.rows mark').count()) >= 1, 'nothing shows why a service was found');
  const title = (await rows.first().locator('.row-title a').textContent()).trim();
  await rows.first().locator('.row-title a').click();
  assert.equal((await page.locator('h1').textContent()).trim(), title);
  const ways = await page.locator('main a[href^="tel:"], main a[href^="mailto:"], main .hours, main address').count();
  assert.ok(ways >= 1, 'the page does not say how to reach the service');
  assert.equal(await overhang(page), 0);
  await page.context().close();
});

test('filters narrow the list and stay in the address', async () => {
  const page = await visitor(browser, { script: false });
  await page.goto('/chernihiv/services');
  const total = await number(page);
  if (!(await page.locator('details.filters input').first().isVisible())) await page.locator('details.filters summary').click();
  await page.locator('details.filters input[name=cost][value=free]').check();
  await page.locator('details.filters button').first().click();
  assert.match(page.url(), /cost=free/);
  const fewer = await number(page);
  assert.ok(fewer >= 1 && fewer <= total, `${fewer} of ${total}`);
  await page.locator('.chips a.chip').first().click();
  assert.equal(await number(page), total);
  await page.context().close();
});

/** The count a list says it has. */
async function number(page) {
  const words = await page.locator('.result-line strong').first().textContent();
  return Number(/\d+/.exec(words)?.[0]);
}

test('what only a script can do is not offered', async () => {
  const page = await visitor(browser, { script: false });
  await page.goto('/chernihiv/services');
  await page.locator('ol.rows .row-title a').first().click();
  for (const offer of await page.locator('[data-save-id], [data-copy], [data-print]').all()) {
    assert.equal(await offer.isVisible(), false);
  }
  await page.context().close();
});

test('the menu of a telephone opens, and leads everywhere', async () => {
  const page = await visitor(browser, { width: 375, script: false });
  await page.goto('/chernihiv');
  assert.equal(await isSeen(page, '.menu-panel nav a'), false);
  await page.locator('details.menu > summary').click();
  assert.equal(await isSeen(page, '.menu-panel nav a'), true);
  assert.ok((await page.locator('.menu-panel nav a').count()) >= 5);
  await page.locator('.menu-panel nav a[href$="/hotlines"]').click();
  assert.ok((await page.locator('main a[href^="tel:"]').count()) >= 1);
  await page.context().close();
});

test('a mistake in the guide is told from a telephone: what was forgotten is asked for, what was typed stays', async () => {
  const page = await visitor(browser, { width: 375, script: false });
  await page.goto(await anyService(page));
  await page.locator('a[href$="/report"]').first().click();
  await page.fill('#contact', 'reader@example.org');
  await page.locator('main form button').click();
  assert.equal(await page.locator('#text').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('.errors a[href="#text"]').count(), 1);
  assert.equal(await page.inputValue('#contact'), 'reader@example.org');
  await page.fill('#text', 'Двері зачинено, а телефон мовчить.');
  // Whoever sends within three seconds of opening is taken for a machine.
  await page.waitForTimeout(3_100);
  await page.locator('main form button').click();
  await page.waitForURL(/\/report\/thanks/);
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await overhang(page), 0);
  await page.context().close();
});
