#!/usr/bin/env node
// Pictures of the main pages at the width of a desk and of a telephone, in every language.
//
// usage: scripts/with-demo.mjs PROGRAM scripts/screenshots.mjs [--to FOLDER] [--scheme NAME] [--whole] [NAME …]
//
// NAME is a page of scripts/public-pages; without names, the eight that tell what Kolo is. `--whole` takes the page to its end.
// docs/screenshots keeps the three that README shows; the rest is for whoever changes the look.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../tests/browser/town.mjs';
import { LANGUAGES, inLanguage, readList, resolve } from './public-pages.mjs';

const MAIN = ['home', 'results', 'service', 'organization', 'situation', 'hotlines', 'preferences', 'sign-in'];
/** The community in whose main language each language is read best. */
const HOME = { en: 'chernihiv', kk: 'east-kazakhstan', ru: 'megion', uk: 'chernihiv' };
const WIDTHS = [[1280, 900], [375, 812]];

const words = process.argv.slice(2);
const take = (flag, usual) => {
  const at = words.indexOf(flag);
  return at < 0 ? usual : words.splice(at, 2)[1];
};
const folder = take('--to', 'docs/screenshots');
const scheme = take('--scheme', 'light');
const whole = words.includes('--whole');
const wanted = words.filter(word => !word.startsWith('--'));
const site = process.env.KOLO_URL;
if (!site) throw new Error('KOLO_URL is not set; see the first lines of this file');

const list = (await readList()).filter(({ name }) => (wanted.length ? wanted : MAIN).includes(name));
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
let count = 0;
for (const language of LANGUAGES) {
  for (const name of new Set(list.map(line => line.name))) {
    const lines = list.filter(line => line.name === name);
    const line = lines.find(({ path }) => path.startsWith(`/${HOME[language]}`)) ?? lines[0];
    const path = inLanguage(await resolve(site, line), language);
    for (const [width, height] of WIDTHS) {
      const context = await browser.newContext({ viewport: { width, height }, locale: language, deviceScaleFactor: width < 500 ? 2 : 1, reducedMotion: 'reduce' });
      await context.addCookies([{ name: 'kolo_view', value: `${scheme}.100.normal.on.on`, url: site }]);
      const page = await context.newPage();
      await page.goto(site + path, { waitUntil: 'load' });
      await page.screenshot({ path: join(folder, `${name}.${language}.${width}.png`), fullPage: whole });
      await context.close();
      count += 1;
    }
  }
}
await browser.close();
console.log(`${count} pictures in ${folder}`);
