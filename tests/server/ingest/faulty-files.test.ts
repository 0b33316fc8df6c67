// Faults of files as such: bytes that are no UTF-8, links, folders and pipes where a file belongs, and what follows from them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../server/ingest/dataset.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { faultsAfter } from './spoiled.ts';

const record =
  '- id: france\n  type: Country\n  name: France\n  evidence:\n    - source: paper\n      locator: ¶9\n' +
  '      statement: France is named.\n      certainty: explicit\n      credibility: 2\n';
const utf8 = new TextEncoder().encode(record);
const more = 'entities/more.yaml';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const little = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? little : little.swap16();
}

function withByte(position: number, ...bytes: number[]): Buffer {
  return Buffer.concat([utf8.subarray(0, position), Uint8Array.from(bytes), utf8.subarray(position)]);
}

const inFirstName = record.indexOf('France') + 3;

describe('bytes that are not what they should be', () => {
  const cases: [what: string, bytes: Uint8Array, fault: string][] = [
    ['a byte order mark', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), utf8]), '1:1: byte-order-mark'],
    ['UTF-16, little end first', utf16(record, 'le', true), '1:1: utf-16'],
    ['UTF-16, big end first', utf16(record, 'be', true), '1:1: utf-16'],
    ['UTF-16 without mark, little end first', utf16(record, 'le', false), '1:1: utf-16'],
    ['UTF-16 without mark, big end first', utf16(record, 'be', false), '1:1: utf-16'],
    ['Latin 1', withByte(inFirstName, 0xe9), '3:12: invalid-utf-8'],
    ['an overlong form', withByte(inFirstName, 0xc0, 0x80), '3:12: invalid-utf-8'],
    ['half a pair of surrogates', withByte(inFirstName, 0xed, 0xa0, 0x80), '3:12: invalid-utf-8'],
    ['a character cut off at the end', Buffer.concat([utf8, Uint8Array.of(0xe2, 0x82)]), '10:1: invalid-utf-8'],
    ['NUL', withByte(inFirstName, 0), '3:12: nul'],
  ];

  it.each(cases)('are told of: %s', async (_, bytes, fault) => {
    expect(await faultsAfter((folder) => writeFileSync(join(folder, more), bytes))).toEqual([`${more}:${fault}`]);
  });

  it('are counted in letters, not in bytes', async () => {
    const bytes = Buffer.concat([Buffer.from('- name: Yeşilgöz '), Uint8Array.of(0xff)]);
    expect(await faultsAfter((folder) => writeFileSync(join(folder, more), bytes))).toEqual([
      `${more}:1:18: invalid-utf-8`,
    ]);
  });

  it('do not stop the text after a byte order mark from being checked', async () => {
    const text = `\uFEFF${record.replace('Country', 'Land')}`;
    expect(await faultsAfter((folder) => writeFileSync(join(folder, more), text))).toEqual([
      `${more}:1:1: byte-order-mark`,
      `${more}:2:9: unknown-type`,
    ]);
  });
});

describe('what stands where a file belongs', () => {
  const spoil = (change: (folder: string) => void) => faultsAfter(change);

  it('may not be a link out of the folder', async () => {
    const outside = join(tmpdir(), `entente-outside-${process.pid}.yaml`);
    writeFileSync(outside, record);
    try {
      expect(await spoil((folder) => symlinkSync(outside, join(folder, more)))).toEqual([
        `${more}:1:1: link-out-of-folder`,
      ]);
    } finally {
      rmSync(outside);
    }
  });

  it('may not be a folder that is a link out of the folder', async () => {
    expect(
      await spoil((folder) => {
        rmSync(join(folder, 'relations'), { recursive: true });
        symlinkSync(tmpdir(), join(folder, 'relations'));
      }),
    ).toEqual(['relations:1:1: link-out-of-folder']);
  });

  it('may not be a link to nowhere', async () => {
    expect(await spoil((folder) => symlinkSync('gone.yaml', join(folder, more)))).toEqual([`${more}:1:1: unreadable`]);
  });

  it('may be a link within the folder, which then says everything twice', async () => {
    const faults = await spoil((folder) => symlinkSync('organisations.yaml', join(folder, 'entities/z.yaml')));
    expect(faults).toEqual(['entities/z.yaml:1:7: duplicate-id', 'entities/z.yaml:5:15: duplicate-id']);
  });

  it('may not be a folder', async () => {
    expect(await spoil((folder) => mkdirSync(join(folder, more)))).toEqual([`${more}:1:1: wrong-kind`]);
    expect(await spoil((folder) => mkdirSync(join(folder, 'entities/old')))).toEqual(['entities/old:1:1: wrong-kind']);
  });

  it('may not be a pipe, which would never end', async () => {
    expect(await spoil((folder) => void execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, more)]))).toEqual([
      `${more}:1:1: wrong-kind`,
    ]);
  });

  it('may not be a file where a folder belongs', async () => {
    expect(
      await spoil((folder) => {
        rmSync(join(folder, 'relations'), { recursive: true });
        writeFileSync(join(folder, 'relations'), '[]');
      }),
    ).toEqual(['relations:1:1: wrong-kind']);
  });

  it('may be what is commonly laid beside data', async () => {
    const names = ['README.md', 'LICENSE', '.gitkeep', 'entities/.DS_Store'];
    expect(await spoil((folder) => names.forEach((name) => writeFileSync(join(folder, name), 'x')))).toEqual([]);
  });

  it('must have a dataset.yaml beside it', async () => {
    expect(await spoil((folder) => rmSync(join(folder, 'dataset.yaml')))).toEqual(['dataset.yaml:1:1: missing-file']);
  });

  it('must be a folder at all', async () => {
    const read = readDataset(join(tmpdir(), 'entente-not-there'), await loadVocabulary());
    await expect(read).rejects.toMatchObject({ code: 'no-such-folder' });
  });
});

describe('a file that cannot be read', () => {
  const broken = '- id: [\n';

  it.each([
    'entities/countries.yaml',
    'entities/organisations.yaml',
    'sources.yaml',
    'dataset.yaml',
    'relations/membership.yaml',
  ])('is one fault without reports that follow from it: %s', async (file) => {
    expect(await faultsAfter((folder) => writeFileSync(join(folder, file), broken))).toEqual([`${file}:2:1: syntax`]);
  });

  it('does not hide the faults of other files', async () => {
    const faults = await faultsAfter((folder) => {
      writeFileSync(join(folder, 'entities/countries.yaml'), broken);
      writeFileSync(join(folder, more), record.replace('Country', 'Land'));
    });
    expect(faults).toEqual(['entities/countries.yaml:2:1: syntax', `${more}:2:9: unknown-type`]);
  });
});
