#!/usr/bin/env node
// Plain CommonJS, so that a Node of any age can read it: starts the product with the Node that its lockfile pins.
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { spawnSync } = require('node:child_process');

const OLDEST = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major >= OLDEST) {
  import('../src/main.ts');
} else {
  // An older Node cannot run TypeScript, and native parts would crash it: hand over before anything is loaded.
  const pinned = join(__dirname, '..', 'node_modules', '.bin', 'node');
  if (!existsSync(pinned)) {
    console.error(
      `campanile: Node ${OLDEST} is needed, this is ${process.versions.node}, and the one that comes with the project is not installed.\n  Run "npm ci" in the project's folder first, without --omit=optional.`,
    );
    process.exit(2);
  }
  const { status, signal, error } = spawnSync(pinned, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) console.error(`campanile: ${pinned} could not be started (${error.message}).\n  Run "npm ci" again.`);
  if (signal) process.kill(process.pid, signal);
  process.exit(status === null ? 2 : status);
}
