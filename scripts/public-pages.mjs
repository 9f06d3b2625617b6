#!/usr/bin/env node
// Turns scripts/public-pages into addresses of a running site.
//
// usage: scripts/public-pages.mjs ADDRESS LANGUAGE      prints one address a line
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const COMMUNITIES = ['bakhmut', 'chernihiv', 'east-kazakhstan', 'kuzbass', 'megion'];
export const LANGUAGES = ['en', 'kk', 'ru', 'uk'];

/** The lines of the list, as `{ name, path, prefix, rest }`; `prefix` is null when the path is the page itself. */
export async function readList(file = new URL('public-pages', import.meta.url)) {
  const lines = (await readFile(file, 'utf8')).split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#'));
  return lines.flatMap(line => {
    const [, name, path, prefix = null, rest = ''] = /^(\S+)\s+(\S+)(?:\s+>\s+(\S+)(?:\s+\+\s+(\S+))?)?$/.exec(line) ?? [];
    if (!name) throw new Error(`public-pages cannot be read: ${line}`);
    const of = community => ({ name, path: path.replaceAll('{community}', community), prefix: prefix?.replaceAll('{community}', community) ?? null, rest });
    return path.includes('{community}') ? COMMUNITIES.map(of) : [of('')];
  });
}

/** The path of a line on the site at `site`; asks the site where a link leads. */
export async function resolve(site, { name, path, prefix, rest }) {
  if (prefix === null) return path;
  const answer = await fetch(site + path);
  if (!answer.ok) throw new Error(`${name}: ${path} answers ${answer.status}`);
  const links = [...(await answer.text()).matchAll(/\shref="([^"#]*)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));
  const link = links.find(href => href.startsWith(prefix) && href.length > prefix.length);
  if (!link) throw new Error(`${name}: ${path} has no link to ${prefix}…`);
  return link + rest;
}

/** The same page in another language. */
export const inLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

async function main([site, language]) {
  if (!LANGUAGES.includes(language)) {
    console.error('usage: scripts/public-pages.mjs ADDRESS LANGUAGE');
    return 2;
  }
  const paths = [];
  for (const line of await readList()) paths.push(await resolve(site, line));
  for (const path of new Set(paths)) console.log(site + inLanguage(path, language));
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
