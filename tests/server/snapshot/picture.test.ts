// The picture is strict XML with its fonts inside, holds every name whole and harmless, and is the same for the same content.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { renderPicture, type PictureRequest } from '../../../server/snapshot/picture.ts';
import { makeItem, makeNode, makeRelation, shuffled } from '../graph/make.ts';
import { foreignGraph, makeRequest } from './make-request.ts';

const run = promisify(execFile);

async function svgOf(rest: Partial<PictureRequest> = {}): Promise<string> {
  return (await renderPicture(makeRequest(rest))).bytes.toString('utf8');
}

/** Text contents of elements of a name, unescaped. */
function contents(svg: string, tag: string): string[] {
  const found: string[] = [];
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    tagValueProcessor: (name, value) => {
      if (name === tag) found.push(value);
      return value;
    },
  });
  parser.parse(svg);
  return found;
}

const svg = await svgOf();
const texts = contents(svg, 'text');

describe('the SVG', () => {
  it('is well-formed and names itself', () => {
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain('role="img" aria-labelledby="title desc" lang="en"');
    expect(contents(svg, 'title')[0]).toBe('Who cooperates with whom?');
    expect(contents(svg, 'desc')[0]).toBe('As of 15 April 2026. 17 entities, 16 relations.');
  });

  it('has title, date, legend with counts, numbered sources, data set, version and short hash as text', () => {
    for (const text of [
      'Who cooperates with whom?',
      'As of 15 April 2026 · 17 entities, 16 relations',
      'States and institutions',
      'Country',
      'Organisations',
      'planned, promised',
      'sources disagree',
      'First: The <b>first</b> title',
      'Second: Другий',
      'Test graph, version 1.2.3, 0123456789ab',
    ]) {
      expect(texts).toContain(text);
    }
    expect(texts.join('\n')).toContain(
      '15 April 2026 · B (usually reliable) · 16 relations · https://example.org/a?b=1&c=2',
    );
  });

  it('carries the numbers of the sources on its lines, and each relation as a sentence with its citations', () => {
    expect(texts.filter((text) => /^(cooperates with )?\[1, [23]\]$/.test(text)).length).toBeGreaterThan(8);
    expect(contents(svg, 'title')).toContain(
      'Germany cooperates with Dilan Yeşilgöz (planned) — First, 15 April 2026, ¶3, B2; Third, 15 April 2026, ¶3, B2',
    );
  });

  it('speaks German', async () => {
    const german = contents(await svgOf({ lang: 'de', title: undefined }), 'text');
    expect(german).toEqual(expect.arrayContaining(['Deutschland', 'Linien', 'Quellen', 'geplant, zugesagt']));
    expect(german).toContain('Stand: 15. April 2026 · 17 Einträge, 16 Beziehungen');
    expect(german).toContain('Test graph, Fassung 1.2.3, 0123456789ab');
  });

  it.each([
    'Dilan Yeşilgöz',
    'Володимир',
    'Зеленський',
    'Κυριάκος',
    'Łódź Źdźbło',
    'Türkiye',
    'משרד הביטחון',
    'وزارة الدفاع',
    '国防部',
    '<img src=x',
    'safegnp.exe',
    'Germany',
    'onlyZeroWidth',
    'a b c [31m',
    '\u0179\u0301\u0301\u0301algo',
  ])('shows %j', (name) => {
    expect(texts).toContain(name);
  });

  it('has the glyphs of its names in the fonts inside', () => {
    const faces = [...svg.matchAll(/font-weight:(\d+);src:url\(data:font\/woff2;base64,([A-Za-z0-9+/=]+)\)/g)];
    expect(faces.map(([, weight]) => weight)).toEqual(['400', '600']);
    const font = create(Buffer.from(faces[0]?.[2] ?? '', 'base64'));
    if ('fonts' in font) throw new Error('A collection was embedded.');
    for (const letter of 'YeşilgözЗеленськийΚυριάκοςŁódźTürkiye0123456789') {
      expect(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true);
    }
    expect(svg).toContain('font-family="IBM Plex Sans, sans-serif"');
  });

  it('lets no name become markup, script, control character or a change of direction', () => {
    expect(svg).not.toMatch(/<img|<script|<!--|<!\[CDATA|<foreignObject|<image|<a\b|\son\w+="|javascript:/i);
    expect(svg).not.toMatch(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\uFEFF\uFFFD]/,
    );
    expect([...svg.matchAll(/(?:href|src)="|url\((?!data:font\/woff2)/g)]).toEqual([]);
    const tags = new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, tag]) => tag));
    const allowed = 'svg title desc style rect g path polygon circle ellipse line polyline text'.split(' ');
    expect([...tags].filter((tag = '') => !allowed.includes(tag))).toEqual([]);
  });

  it('isolates names that run right to left inside sentences', () => {
    expect(contents(svg, 'title').join('\n')).toContain('cooperates with \u2068משרד הביטחון\u2069');
  });

  it('stays small and quick with names of 100 kB', () => {
    expect(svg.length).toBeLessThan(200_000);
  });

  it('holds only plain numbers', () => {
    const bare = svg.replace(/<style>.*?<\/style>/s, '').replace(/>[^<]*</g, '><');
    expect(bare).not.toMatch(/NaN|Infinity|undefined|\d\.\d{5,}|\de[+-]\d|"-0"/);
  });

  it('grows downwards with its sources and says when it has none', async () => {
    const graph = foreignGraph();
    const many = Array.from({ length: 80 }, (_, index) => makeItem(`source-${index}`));
    const crowded = await svgOf({
      graph: { ...graph, relations: graph.relations.map((relation) => ({ ...relation, evidence: many })) },
    });
    const heightOf = (text: string) => Number(/height="(\d+)"/.exec(text)?.[1]);
    expect(heightOf(crowded)).toBeGreaterThan(heightOf(svg) + 1_000);
    expect(contents(crowded, 'text')).toContain('source-79');
    const alone = contents(await svgOf({ graph: { nodes: graph.nodes, relations: [] } }), 'text');
    expect(alone).toContain('No relation is shown, so no source is named.');
  });

  it('draws nothing, one node, a loop and several relations of the same two', async () => {
    const node = makeNode('a', { name: 'Alpha' });
    expect(contents(await svgOf({ graph: { nodes: [], relations: [] } }), 'text')).toContain(
      'There is nothing to show.',
    );
    expect(contents(await svgOf({ graph: { nodes: [node], relations: [] } }), 'text')).toContain('Alpha');
    const relations = [
      makeRelation('a', 'SUPPORTS', 'a'),
      makeRelation('a', 'SUPPORTS', 'b'),
      makeRelation('b', 'FINANCES', 'a'),
      makeRelation('a', 'FINANCES', 'b'),
      makeRelation('a', 'FINANCES', 'gone'),
    ];
    const drawn = await svgOf({ graph: { nodes: [node, makeNode('b')], relations } });
    expect(XMLValidator.validate(drawn)).toBe(true);
    const lines = [...drawn.matchAll(/<\/title><path d="([^"]+)"/g)].map(([, way]) => way);
    expect(new Set(lines).size).toBe(4);
  });

  it('uses the positions given, lays out what has none that it can use, and names what has no room', async () => {
    const nodes = ['a', 'b', 'c', 'd'].map((id) => makeNode(id, { name: `Name of ${id}` }));
    const positions = { a: { x: 0, y: 0 }, b: { x: 1, y: 0 }, c: { x: Number.NaN, y: 0 }, d: { x: 1e300, y: 0 } };
    const drawn = await svgOf({ graph: { nodes, relations: [] }, positions });
    const names = contents(drawn, 'text').filter((text) => text.startsWith('Name of'));
    expect(names).toEqual(['Name of a', 'Name of c', 'Name of d']);
    expect(contents(drawn, 'text').join('\n')).toMatch(/1 name left out/);
    expect(contents(drawn, 'title')).toEqual(expect.arrayContaining(['Name of a', 'Name of b']));
  });
});

describe('the same content', () => {
  it('gives the same bytes whatever the order, and others in another theme', async () => {
    const { nodes, relations } = foreignGraph();
    const mixed = { nodes: shuffled(nodes, 5), relations: shuffled(relations, 6) };
    expect(await svgOf({ graph: mixed })).toBe(svg);
    expect(await svgOf({ theme: 'dark' })).not.toBe(svg);
  });

  it('gives the same bytes in processes with another time zone and language', async () => {
    const script = fileURLToPath(new URL('print-picture-hash.ts', import.meta.url));
    const hashes = (surroundings: Record<string, string>) =>
      run(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, ...surroundings } });
    const [first, second] = await Promise.all([
      hashes({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
      hashes({ TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'C' }),
    ]);
    expect(first.stdout).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64}\n$/);
    expect(second.stdout).toBe(first.stdout);
  }, 60_000);
});

describe('the PNG', () => {
  const sizeOf = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

  it.each([1, 2] as const)('has %i pixels a unit', async (scale) => {
    const { bytes, contentType, fileName } = await renderPicture(makeRequest({ format: 'png', scale }));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(sizeOf(bytes)).toEqual({ width: 1600 * scale, height: Number(/height="(\d+)"/.exec(svg)?.[1]) * scale });
    expect([contentType, fileName]).toEqual(['image/png', 'who-cooperates-with-whom-2026-04-15.png']);
  });

  it('draws names in other alphabets differently, so none is an empty box', async () => {
    const drawn = async (name: string) => {
      const graph = { nodes: [makeNode('a', { name })], relations: [] };
      return (await renderPicture(makeRequest({ graph, title: 'x', format: 'png' }))).bytes;
    };
    expect((await drawn('Київ')).equals(await drawn('Одес'))).toBe(false);
  });

  it('is refused with a sentence where it would be too large', async () => {
    const items = Array.from({ length: 200 }, (_, index) => makeItem(`source-${index}`));
    const graph = {
      nodes: [makeNode('a'), makeNode('b')],
      relations: [makeRelation('a', 'FINANCES', 'b', { evidence: items })],
    };
    await expect(renderPicture(makeRequest({ graph, format: 'png', scale: 4 }))).rejects.toMatchObject({
      code: 'picture-too-large',
      status: 422,
      message: expect.stringMatching(
        /^At 4× the picture would have \d+ million pixels, and at most 64 million can be drawn\.$/,
      ),
      advice: 'Choose a smaller scale, or save it as SVG.',
    });
  });
});
