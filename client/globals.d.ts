// Ambient types: Svelte components, what vite adds, and the module of icon drawings.
/// <reference types="svelte" />
/// <reference types="vite/client" />

declare module 'virtual:icons' {
  /** The drawing of each icon: its SVG elements with their attributes, in a box of 24 by 24. */
  const drawings: Record<string, [tag: string, attributes: Record<string, string>][]>;
  export default drawings;
}
