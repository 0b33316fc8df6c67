// Where the tests look for a Chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-chromium-'));
const file = path.join(folder, 'chromium');
writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true }));

describe('a Chromium', () => {
  it('is the one that the environment names', () => {
    expect(findChromium({ CHROMIUM_PATH: file })).toBe(file);
  });

  it('is refused with a sentence where the environment names none', () => {
    expect(() => findChromium({ CHROMIUM_PATH: path.join(folder, 'missing') })).toThrow(
      /CHROMIUM_PATH names .*missing/,
    );
  });

  it('is found on the search path, in the usual places, or not at all', () => {
    expect([file, undefined]).not.toContain(findChromium({ PATH: '' }));
    expect(findChromium({ PATH: folder })).toBeDefined();
  });
});
