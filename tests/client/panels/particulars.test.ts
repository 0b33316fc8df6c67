// Links from data: only addresses of the web become links.
import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../client/panels/particulars.ts';

describe('an address in the data', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org/'])('%s becomes a link', (text) => {
    expect(webAddress(text).address).toBe(text);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil',
    'no address',
    '',
  ])('%j stays text', (text) => {
    expect(webAddress(text)).toEqual({ text });
  });
});
