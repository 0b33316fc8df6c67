// Puts a link on the clipboard, and says for a moment what became of it.

const shownMs = 2500;

/** Copying of one link at a time. */
export class LinkCopy {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Copied, or refused: browsers let pages copy over encrypted or local connections only, and where the user allows it. */
  state = $state<'rest' | 'copied' | 'refused'>('rest');

  /** @param link an address below the page's own */
  async copy(link: string): Promise<void> {
    clearTimeout(this.#timer);
    this.state = (await isCopied(new URL(link, location.href).href)) ? 'copied' : 'refused';
    this.#timer = setTimeout(() => (this.state = 'rest'), shownMs);
  }
}

async function isCopied(address: string): Promise<boolean> {
  // Without a secure connection there is no clipboard at all, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
