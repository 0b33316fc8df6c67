// Hands a file to the browser's download.
import type { PictureFile } from '../state/picture.svelte.ts';

const revokeAfterMs = 60_000;

/** Starts the download of a file under its name. */
export function saveFile({ blob, name }: PictureFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), revokeAfterMs);
}
