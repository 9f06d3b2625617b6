// The rooms behind the sign-in keep the same promises as the public ones.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, overhang, signIn, visitor } from './town.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

const ROOMS = ['/chernihiv/desk', '/chernihiv/desk/people', '/chernihiv/desk/audit', '/chernihiv/desk/audit/check', '/desk', '/desk/audit', '/desk/jobs', '/account'];

test('every room of the operator has one heading, keeps the policy and fits a telephone', async () => {
  const page = await visitor(browser, { width: 375 });
  await signIn(page, 'operator');
  const wrong = [];
  for (const path of ROOMS) {
    const answer = await page.goto(path);
    if (!answer.ok()) wrong.push(`${path}: ${answer.status()}`);
    if (!/no-store/.test(answer.headers()['cache-control'] ?? '')) wrong.push(`${path}: may be kept by others`);
    if ((await page.locator('h1').count()) !== 1) wrong.push(`${path}: not one heading`);
    const wide = await overhang(page);
    if (wide > 0) wrong.push(`${path}: ${wide} px too wide`);
  }
  assert.deepEqual([...wrong, ...page.complaints], []);
  await page.context().close();
});

test('what one may not enter looks like what does not exist', async () => {
  const page = await visitor(browser);
  await signIn(page, 'juror');
  const answer = await page.goto('/chernihiv/desk/audit');
  assert.ok([403, 404].includes(answer.status()), `answers ${answer.status()}`);
  assert.equal(await page.locator('ol.rows').count(), 0);
  await page.context().close();
});
