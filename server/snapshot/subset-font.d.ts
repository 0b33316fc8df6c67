// Types of subset-font, which brings none: only what the pictures use.
declare module 'subset-font' {
  /** A subset of a font with the glyphs that the text needs. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'woff' | 'truetype' },
  ): Promise<Buffer>;
}
