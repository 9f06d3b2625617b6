// Bundles styles and scripts into dist/, which the binary embeds. The names are plain; the server adds a checksum.
//
// usage: node build.mjs [--watch] [--readable]
import { copyFile, readFile, readdir, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const readable = watch || process.argv.includes('--readable');

/**
 * The dark set is written once in tokens.css, for `[data-scheme="dark"]`. Who chose nothing gets it by the system's
 * wish: every such rule is repeated for `[data-scheme="auto"]` under `prefers-color-scheme: dark`.
 */
const darkOnce = {
  name: 'dark-once',
  setup(build) {
    build.onLoad({ filter: /tokens\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      const dark = [...css.matchAll(/^\[data-scheme="dark"\][^{]*\{[^}]*\}/gm)].map(([rule]) => rule);
      if (dark.length === 0) throw new Error('tokens.css has no dark set');
      const auto = dark.map(rule => rule.replaceAll('[data-scheme="dark"]', '[data-scheme="auto"]')).join('\n');
      return { contents: `${css}\n@media (prefers-color-scheme: dark) {\n${auto}\n}\n`, loader: 'css' };
    });
  },
};

/** Largest sizes in bytes after gzip; the pages of people on slow lines pay for every one. */
const BUDGET = { 'kolo.js': 25_000, 'kolo.css': 14_000, 'map.css': 8_000 };

const options = {
  outdir: 'dist',
  bundle: true,
  minify: !readable,
  format: 'iife',
  // Telephones that no longer get updates: Android 7 stays at Chrome 119, iPhones of 2015 at Safari 15.
  target: ['chrome100', 'firefox102', 'safari15'],
  charset: 'utf8',
  legalComments: 'none',
  // Leaflet's pictures are not used: points and controls are words.
  loader: { '.png': 'empty', '.gif': 'empty' },
  plugins: [darkOnce],
  logLevel: 'info',
};
const scripts = { ...options, entryPoints: { kolo: 'src/kolo.ts', map: 'src/map.ts' } };
const styles = { ...options, entryPoints: { kolo: 'styles/index.css', map: 'styles/map.css' } };

await rm('dist', { recursive: true, force: true });
if (watch) {
  for (const one of [scripts, styles]) await (await context(one)).watch();
} else {
  await Promise.all([build(scripts), build(styles)]);
  await copyFile('icon.svg', 'dist/icon.svg');
  for (const name of await readdir('dist')) {
    const size = gzipSync(await readFile(`dist/${name}`)).length;
    const budget = BUDGET[name];
    console.log(`${name.padEnd(10)} ${String(size).padStart(6)} bytes compressed${budget ? ` of ${budget}` : ''}`);
    if (budget && size > budget && !readable) {
      console.error(`${name} is over its budget`);
      process.exitCode = 1;
    }
  }
}
