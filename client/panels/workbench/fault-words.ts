// What is wrong with a value, in words.
import type { ValueFault } from '../../state/form-values.ts';
import type { Words } from '../../words/words.ts';

/** The sentence for a fault. */
export function faultInWords(fault: ValueFault, words: Words['queries']): string {
  return fault.code === 'bounds' ? words.outside(words.bounds(fault.min, fault.max)) : words.faults[fault.code];
}
