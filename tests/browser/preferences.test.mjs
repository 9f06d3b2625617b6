// The panel for people who see little: plain links, kept on every page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signIn, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** What the page looks like: its colours, and the size of its letters. */
const look = page => page.evaluate(() => {
  const style = getComputedStyle(document.body);
  return { scheme: document.documentElement.dataset.scheme, ground: getComputedStyle(document.documentElement).backgroundColor, ink: style.color, size: parseFloat(style.fontSize) };
});

for (const script of [false, true]) {
  test(`size and colours chosen ${script ? 'with' : 'without'} JavaScript stay on the next pages`, async () => {
    const page = await visitor(browser, { script });
    await page.goto('/chernihiv');
    const before = script ? await look(page) : null;
    await page.locator('a[href^="/preferences"]:visible').first().click();
    await page.locator('a[href*="scheme=white-on-black"]').click();
    await page.goto('/preferences?back=/chernihiv');
    await page.locator('a[href*="size=200"]').click();
    await page.goto('/chernihiv/services');
    assert.equal(await page.locator('html').getAttribute('data-scheme'), 'white-on-black');
    if (script) {
      const now = await look(page);
      assert.equal(now.ground, 'rgb(0, 0, 0)');
      assert.ok(now.size >= before.size * 1.9, `${before.size} px became ${now.size} px`);
    }
    await page.context().close();
  });
}

test('choosing leads back to the page one came from', async () => {
  const page = await visitor(browser, { script: false });
  await page.goto('/chernihiv/services?q=юрист');
  const from = page.url();
  await page.locator('a[href^="/preferences"]:visible').first().click();
  const back = page.locator(`a[href="${new URL(from).pathname + new URL(from).search}"]`);
  assert.ok((await back.count()) >= 1, 'the panel has no link back');
  await page.context().close();
});

test('a language chosen by link stays without being in the address', async () => {
  const page = await visitor(browser, { script: false, language: 'uk' });
  await page.goto('/chernihiv?lang=en');
  await page.goto('/chernihiv/services');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.context().close();
});

test('what was chosen stays through signing in and out', async () => {
  const page = await visitor(browser, { view: 'blue.150.wide.off.off' });
  const chosen = () => page.locator('html').evaluate(({ dataset: { scheme, size, spacing, images, motion } }) => [scheme, size, spacing, images, motion].join('.'));
  await page.goto('/chernihiv');
  assert.equal(await chosen(), 'blue.150.wide.off.off');
  await signIn(page, 'member');
  assert.equal(await chosen(), 'blue.150.wide.off.off');
  await page.goto('/account');
  assert.equal(await chosen(), 'blue.150.wide.off.off');
  const out = page.locator('form[action="/sign-out"] button');
  if (!(await out.first().isVisible())) await page.locator('details.menu > summary').click();
  await out.locator('visible=true').first().click();
  await page.goto('/chernihiv');
  assert.equal(await page.locator('form[action="/sign-out"]').count(), 0);
  assert.equal(await chosen(), 'blue.150.wide.off.off');
  await page.context().close();
});

test('pictures that are switched off are not drawn', async () => {
  const page = await visitor(browser, { view: 'light.100.normal.off.on' });
  await page.goto('/chernihiv/places');
  assert.equal(await page.locator('.map-frame').isVisible(), false);
  assert.ok((await page.locator('ol.rows > li').count()) >= 5);
  await page.context().close();
});
