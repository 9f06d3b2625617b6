// Pages that answer with a mistake are pages too: they say in words what happened and lead on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anyService, openBrowser, overhang, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

for (const path of ['/nowhere', '/chernihiv/nowhere', '/chernihiv/services/00000000-0000-7000-8000-000000000000', '/chernihiv/situations/nothing-of-the-kind']) {
  test(`${path} is not there, and says where to go instead`, async () => {
    const page = await visitor(browser, { width: 375, language: 'kk' });
    const answer = await page.goto(`${path}?lang=kk`);
    assert.equal(answer.status(), 404);
    assert.equal(await page.locator('html').getAttribute('lang'), 'kk');
    assert.equal(await page.locator('h1').count(), 1);
    assert.doesNotMatch(await page.locator('main').innerText(), /404|error|[a-z]+-[a-z]+-[a-z]+/i);
    assert.ok((await page.locator('main a[href^="tel:"]').count()) >= 1, 'nobody to call');
    assert.equal(await overhang(page), 0);
    await Promise.all([page.waitForURL(url => !url.pathname.includes('no')), page.locator('main a.button').first().click()]);
    assert.equal(await page.locator('.hero').isVisible(), true);
    await page.context().close();
  });
}

test('a wrong password is not told apart from an unknown address', async () => {
  const words = [];
  for (const email of ['nobody@example.org', 'editor@example.org']) {
    const page = await visitor(browser, { language: 'ru' });
    await page.goto('/sign-in?lang=ru');
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', 'certainly not the password');
    await page.locator('main form button').click();
    await page.locator('.errors').waitFor();
    assert.equal(await page.inputValue('input[name=email]'), email);
    assert.equal(await page.inputValue('input[name=password]'), '');
    words.push(await page.locator('.errors').innerText());
    await page.context().close();
  }
  assert.equal(words[0], words[1]);
});

test('a report without words comes back complete, in the language of the page', async () => {
  const page = await visitor(browser, { width: 320, language: 'kk' });
  await page.goto(`${await anyService(page, 'east-kazakhstan')}/report?lang=kk`);
  const [answer] = await Promise.all([page.waitForResponse(response => response.request().method() === 'POST'), page.locator('main form button').click()]);
  assert.equal(answer.status(), 422);
  await page.locator('.errors').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'kk');
  assert.equal(await overhang(page), 0);
  await page.context().close();
});
