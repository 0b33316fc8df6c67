// Marks faults and warnings at their places.
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { lintGutter } from '@codemirror/lint';
import type { Fault } from './fault.ts';

/** The signs beside the lines. */
export function marking(): Extension {
  return lintGutter();
}

/** Shows these faults in the place of those before; those without a place are for the list under the editor. */
export function markFaults(state: EditorState, faults: readonly Fault[]): TransactionSpec {
  const diagnostics = faults.flatMap(({ severity, message, place }): Diagnostic[] => {
    if (place === undefined) return [];
    const from = Math.min(place.from, state.doc.length);
    return [{ from, to: Math.max(from, Math.min(place.to, state.doc.length)), severity, message }];
  });
  return setDiagnostics(state, diagnostics);
}
