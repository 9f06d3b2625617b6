// What scripts add to searching: suggestions while typing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('suggestions appear while typing and are chosen with the keyboard', async () => {
  const page = await visitor(browser);
  await page.goto('/chernihiv');
  const field = page.locator('#q');
  await field.pressSequentially('психо', { delay: 30 });
  const list = page.getByRole('listbox');
  await list.waitFor();
  const options = list.getByRole('option');
  assert.ok((await options.count()) >= 1);
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await field.press('ArrowDown');
  assert.equal(await options.first().getAttribute('aria-selected'), 'true');
  assert.equal(await field.getAttribute('aria-activedescendant'), await options.first().getAttribute('id'));
  await Promise.all([page.waitForURL(url => url.pathname !== '/chernihiv'), field.press('Enter')]);
  assert.equal(await page.locator('h1').count(), 1);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Escape closes the suggestions and the words stay', async () => {
  const page = await visitor(browser);
  await page.goto('/chernihiv');
  const field = page.locator('#q');
  await field.pressSequentially('юри', { delay: 30 });
  await page.getByRole('listbox').waitFor();
  await field.press('Escape');
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  assert.equal(await field.inputValue(), 'юри');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  await page.context().close();
});
