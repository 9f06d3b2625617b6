// The map: points on plain paper, without a tile from anybody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, site, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

for (const width of [1280, 375]) {
  test(`at ${width} px the places stand on the map, and nobody outside is asked`, async () => {
    const page = await visitor(browser, { width });
    const outside = [];
    page.on('request', request => { if (!request.url().startsWith(`${site}/`) && !request.url().startsWith('data:')) outside.push(request.url()); });
    await page.goto('/chernihiv/places');
    const points = page.locator('.map .map-point');
    await points.first().waitFor();
    assert.ok((await points.count()) >= 2);
    for (const point of await points.all()) {
      const words = (await point.getAttribute('aria-label')) ?? (await point.textContent());
      assert.notEqual(words.trim(), '', 'a point has no words');
    }
    assert.equal(await page.locator('.map img').count(), 0);
    assert.deepEqual(outside, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('nothing on the map lies over a point or a button', async () => {
  for (const path of ['/chernihiv/services?q=юрист', '/megion/places', '/east-kazakhstan/services?view=map']) {
    const page = await visitor(browser, { width: 375 });
    await page.goto(path);
    await page.locator('.map .map-point').first().waitFor();
    const covered = await page.evaluate(() => {
      document.querySelector('.map').scrollIntoView({ block: 'center' });
      const targets = document.querySelectorAll('.map .map-dot, .map .leaflet-control-zoom a');
      return [...targets].flatMap(target => {
        const { left, top, width, height } = target.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there && !target.closest('a').contains(there) ? [`${target.textContent}: ${there.className}`] : [];
      });
    });
    assert.deepEqual(covered, [], path);
    await page.context().close();
  }
});

test('a heap opens into its places with the keyboard, and a point leads to its place', async () => {
  const page = await visitor(browser);
  await page.goto('/chernihiv/places');
  const heap = page.locator('.map .map-many').first();
  await heap.waitFor();
  const before = await page.locator('.map .map-point').count();
  await heap.press('Enter');
  await page.waitForFunction(count => document.querySelectorAll('.map .map-point').length !== count, before);
  const single = page.locator('.map .map-point:not(.map-many)').first();
  await Promise.all([page.waitForURL(/\/places\/./), single.press('Enter')]);
  assert.equal(await page.locator('h1').count(), 1);
  await page.context().close();
});
