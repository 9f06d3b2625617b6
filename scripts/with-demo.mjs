#!/usr/bin/env node
// Serves the sample communities from a throw-away folder while something looks at them.
//
// usage: scripts/with-demo.mjs PROGRAM COMMAND [ARGUMENT…]
//
// PROGRAM is the built `kolo`; the command finds the site's address in KOLO_URL, the folder in KOLO_DATA and what the
// demo said when it was ready, with a way to sign in for every role, in KOLO_SAID.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Longest wait for the site to answer, in milliseconds; it promises ten seconds. */
const PATIENCE = 60_000;

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts `kolo demo`; the answer's `stop` ends it and removes its folder. */
export async function openDemo(program) {
  const folder = await mkdtemp(join(tmpdir(), 'kolo-demo-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, ['demo', '--listen', listen, '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Judges read faster than people.
    env: { ...process.env, KOLO_READS_PER_MINUTE: '1000000' },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => said.push(text));
  const words = () => Buffer.concat(said).toString();
  let ended = null;
  const end = new Promise(resolve => {
    child.on('error', error => resolve((ended = String(error))));
    child.on('exit', (code, signal) => resolve((ended ??= `ended with ${signal ?? code}`)));
  });
  const stop = async () => {
    if (ended === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await end;
      clearTimeout(timer);
    }
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://${listen}`;
  for (const started = Date.now(); ; await new Promise(resolve => setTimeout(resolve, 100))) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    // The addresses to sign in with are told after the first answer.
    if (answer?.ok && words().includes('/sign-in/link/')) return { url, folder, stop, words };
    if (ended !== null || Date.now() - started > PATIENCE) {
      await stop();
      throw new Error(`the demo does not answer (${ended ?? 'too slow'}):\n${words()}`);
    }
  }
}

async function main([program, command, ...words]) {
  if (!command) {
    console.error('usage: scripts/with-demo.mjs PROGRAM COMMAND [ARGUMENT…]');
    return 2;
  }
  const demo = await openDemo(program);
  try {
    const env = { ...process.env, KOLO_URL: demo.url, KOLO_DATA: demo.folder, KOLO_SAID: demo.words() };
    const child = spawn(command, words, { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    return await new Promise(resolve => {
      child.on('error', error => { console.error(String(error)); resolve(127); });
      child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
    });
  } finally {
    await demo.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await main(process.argv.slice(2)));
