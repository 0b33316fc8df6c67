// Long work in short stretches, so that the page stays responsive while it goes on.

const stretchMs = 16;

/** Keeps one piece of work from holding the page up: asked often, it lets others have a turn when its stretch is over. */
export class Pace {
  #since = performance.now();

  /** Whether the present stretch is over. */
  get isOver(): boolean {
    return performance.now() - this.#since > stretchMs;
  }

  /** Lets others have a turn where the stretch is over, else goes on at once. */
  async rest(): Promise<void> {
    if (!this.isOver) return;
    await nextTask();
    this.#since = performance.now();
  }
}

/** A task of its own, behind those that wait; without the delay that timers get when they are nested. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
