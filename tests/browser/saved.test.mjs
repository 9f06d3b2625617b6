// The list a visitor keeps in her own browser, without an account.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, visitor } from './town.mjs';

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
