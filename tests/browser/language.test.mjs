// The same page in another language is the same page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('changing the language keeps the question, the filters and the view', async () => {
  const page = await visitor(browser, { language: 'uk' });
  await page.goto('/chernihiv/services?q=юрист&cost=free&view=map');
  for (const lang of ['ru', 'kk', 'en', 'uk']) {
    await Promise.all([page.waitForURL(new RegExp(`lang=${lang}`)), page.locator(`.head-tongues a[hreflang="${lang}"]`).click()]);
    assert.equal(await page.locator('html').getAttribute('lang'), lang);
    assert.equal(await page.locator('#q').inputValue(), 'юрист');
    assert.equal(await page.locator('input[type=checkbox][name=cost][value=free]').isChecked(), true);
    assert.equal(new URL(page.url()).searchParams.get('view'), 'map');
  }
  await page.context().close();
});

test('words shown in another language than the page say which one', async () => {
  const page = await visitor(browser, { language: 'kk' });
  await page.goto('/chernihiv/services?lang=kk');
  const title = page.locator('ol.rows .row-title a').first();
  const own = (await title.getAttribute('lang')) ?? (await title.locator('[lang]').first().getAttribute('lang'));
  assert.ok(['uk', 'ru', 'en'].includes(own), `a Ukrainian name on a Kazakh page has lang “${own}”`);
  await page.context().close();
});
