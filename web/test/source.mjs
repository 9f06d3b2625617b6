// Lets a test import a TypeScript module: esbuild turns it into one that Node can read.
import { build } from 'esbuild';

/** The exports of a module under `src/`. */
export async function source(name) {
  const built = await build({ entryPoints: [new URL(`../src/${name}.ts`, import.meta.url).pathname], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString('base64')}`);
}
