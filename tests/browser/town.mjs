// The sample communities in a browser, for tests that ask what a visitor would ask.
import { chromium } from 'playwright-core';

/** Where the site is; scripts/with-demo.mjs serves it and says so. */
export const site = process.env.KOLO_URL ?? 'http://127.0.0.1:8080';

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--force-color-profile=srgb'],
  });
}

/**
 * One visitor with cookies and storage of her own: `{ width, script, language, view }`. What the browser complained
 * about (refused by the content security policy, script errors, failed requests) is in `page.complaints`.
 */
export async function visitor(browser, { width = 1280, script = true, language = 'uk', view = null } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: script,
    locale: language,
    reducedMotion: 'reduce',
    baseURL: site,
  });
  if (view) await context.addCookies([{ name: 'kolo_view', value: view, url: site }]);
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', message => {
    if (message.type() === 'error') page.complaints.push(message.text());
  });
  page.on('pageerror', error => page.complaints.push(String(error)));
  page.on('requestfailed', request => page.complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  return page;
}

/** Signs the visitor in as one of the sample people; each role's link works once, so each role is taken by one test. */
export async function signIn(page, role) {
  const link = new RegExp(`^\\s*${role}\\s+(\\S+/sign-in/link/\\S+)`, 'm').exec(process.env.KOLO_SAID ?? '')?.[1];
  if (!link) throw new Error(`KOLO_SAID has no link for ${role}; see scripts/with-demo.mjs`);
  await page.goto(link);
  await Promise.all([page.waitForURL(url => !url.pathname.startsWith('/sign-in')), page.locator('main form button').click()]);
}

/** The address of a service everybody may see. */
export async function anyService(page, community = 'chernihiv') {
  await page.goto(`/${community}/services`);
  return page.locator('ol.rows .row-title a').first().getAttribute('href');
}

/** By how many pixels the page is wider than its window. */
export const overhang = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
