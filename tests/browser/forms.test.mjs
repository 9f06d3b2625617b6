// What scripts add to forms: a mistake is heard at once, and half-written words are not lost by a wrong touch.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anyService, openBrowser, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** Goes back without sending; answers whether the browser asked before leaving. */
async function leave(page) {
  let asked = false;
  const answer = dialog => {
    asked = dialog.type() === 'beforeunload';
    return dialog.accept();
  };
  page.once('dialog', answer);
  await page.locator('main form a[href*="/services/"]').click();
  await page.waitForURL(url => !url.pathname.endsWith('/report'));
  page.off('dialog', answer);
  return asked;
}

test('leaving a half-written form is asked about, leaving an untouched one is not', async () => {
  const page = await visitor(browser);
  const form = `${await anyService(page)}/report`;
  await page.goto(form);
  assert.equal(await leave(page), false);
  await page.goto(form);
  await page.locator('#text').pressSequentially('Зачинено');
  assert.equal(await leave(page), true);
  await page.context().close();
});

test('after a mistake the list of mistakes has the focus, and its link leads into the field', async () => {
  const page = await visitor(browser);
  await page.goto(`${await anyService(page)}/report`);
  await page.locator('main form button').click();
  const summary = page.locator('.errors');
  await summary.waitFor();
  assert.equal(await summary.evaluate(element => element === document.activeElement), true);
  await summary.getByRole('link').first().press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  const described = await page.locator('#text').getAttribute('aria-describedby');
  assert.ok(described.split(' ').includes('text-error'), `the field is described by “${described}”`);
  await page.context().close();
});
