// The list a visitor keeps in her own browser, without an account.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anyService, openBrowser, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('a saved service is on the saved page until it is taken off', async () => {
  const page = await visitor(browser);
  await page.goto('/chernihiv/services');
  await page.locator('ol.rows .row-title a').first().click();
  const title = (await page.locator('h1').textContent()).trim();
  const button = page.locator('button[data-save-id]').first();
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'true');

  await page.goto('/chernihiv/saved');
  const rows = page.locator('[data-saved] ol.rows > li');
  assert.deepEqual(await rows.locator('.row-title a').allTextContents(), [title]);
  assert.equal(await page.locator('[data-saved-empty]').isVisible(), false);

  await rows.first().getByRole('button').click();
  assert.equal(await rows.count(), 0);
  assert.equal(await page.locator('[data-saved-empty]').isVisible(), true);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the saved list can be put on paper, without what is only to be pressed', async () => {
  const page = await visitor(browser);
  await page.goto(await anyService(page));
  await page.locator('button[data-save-id]').first().click();
  await page.goto('/chernihiv/saved');
  assert.equal(await page.locator('button[data-print]').isVisible(), true);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('[data-saved] .row-title').isVisible(), true);
  for (const pressed of ['[data-saved] button', 'button[data-print]', 'header nav', 'footer']) {
    assert.equal(await page.locator(pressed).first().isVisible(), false, `${pressed} is printed`);
  }
  await page.context().close();
});
