// Tells regular expressions that take time in proportion to the text, or nearly, from those that may run on for ever.
//
// The database's engine (Java) tries alternatives one after the other. What makes it run away are repetitions within repetitions,
// alternatives within repetitions, back references, and many repetitions in a row; the first three are refused, the last counted.

/** What a pattern may cost; `repeats` is how often at most a part without bound is repeated one after the other. */
export interface RegexCost {
  readonly repeats: number;
  /** Why it is refused, as the end of a sentence that begins with "The pattern". */
  readonly fault?: string;
}

const longest = 300;
const mostBranches = 100_000;
const deepest = 8;
const atom = new RegExp(
  [
    String.raw`\\[pP](?:\{\w+\}|\w)`,
    String.raw`\\[dDwWsSbBtnr.^$|()[\]{}*+?/\\"' &,;:=!<>@#%~` + '`' + String.raw`_-]`,
    String.raw`\[\^?\]?(?:[^\]\\[]|\\.)*\]`,
    String.raw`[^\\[\](){}*+?|]`,
  ].join('|'),
  'sy',
);
const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/y;
const groupStart = /\((?:\?:|\?[ims]*u?\)|\?[imsu]+:)?/y;

/** A group or the whole, while it is read: of its present branch, and of the costliest one so far. */
interface Level {
  repeats: number;
  choices: number;
  mostRepeats: number;
  mostChoices: number;
  branches: number;
  isRepeating: boolean;
}

/** What this pattern may cost. */
export function regexCost(pattern: string): RegexCost {
  if (pattern.length > longest) return { repeats: 0, fault: `has more than ${longest} letters` };
  const levels = [newLevel()];
  for (let at = 0; at < pattern.length;) {
    const step = stepAt(pattern, at, levels);
    if (typeof step === 'string') return { repeats: 0, fault: step };
    at = step;
  }
  const [whole] = levels;
  if (levels.length !== 1 || whole === undefined) return { repeats: 0, fault: 'has a bracket that is not closed' };
  endBranch(whole);
  if (whole.mostChoices * whole.branches > mostBranches) return { repeats: 0, fault: 'leaves too many choices open' };
  // What repeats at the very end takes what is left, once.
  const endsFreely = /(?:\.|\]|\\[dDwWsS])[*+]$/.test(pattern) && whole.branches === 1;
  return { repeats: whole.mostRepeats - (endsFreely ? 1 : 0) };
}

function stepAt(pattern: string, at: number, levels: Level[]): number | string {
  const level = levels.at(-1) ?? newLevel();
  const letter = pattern.charAt(at);
  if (letter === '|') {
    endBranch(level);
    level.branches += 1;
    return at + 1;
  }
  if (letter === '(') return openGroup(pattern, at, levels);
  if (letter === ')') return closeGroup(pattern, at + 1, levels);
  const end = endOf(atom, pattern, at);
  if (end === undefined) return `has something at letter ${at + 1} that is not allowed`;
  return repeat(pattern, end, level);
}

function openGroup(pattern: string, at: number, levels: Level[]): number | string {
  const end = endOf(groupStart, pattern, at) ?? at + 1;
  if (pattern.charAt(end - 1) === ')') return end;
  if (pattern.charAt(end) === '?') return 'looks ahead, looks behind or names a group';
  levels.push(newLevel());
  return levels.length > deepest ? 'nests too many groups' : end;
}

function closeGroup(pattern: string, at: number, levels: Level[]): number | string {
  const group = levels.pop();
  const outer = levels.at(-1);
  if (group === undefined || outer === undefined) return 'has a bracket that closes nothing';
  endBranch(group);
  const times = endOf(quantifier, pattern, at);
  const once = times === undefined || pattern.charAt(at) === '?';
  if (!once && (group.isRepeating || group.branches > 1))
    return 'repeats a group that holds a choice or a repetition itself';
  outer.repeats += group.mostRepeats;
  outer.choices *= group.mostChoices * group.branches;
  outer.isRepeating ||= group.isRepeating || group.branches > 1;
  return repeat(pattern, at, outer);
}

/** Takes in the quantifier that may stand here. */
function repeat(pattern: string, at: number, level: Level): number | string {
  const end = endOf(quantifier, pattern, at);
  if (end === undefined) return at;
  const text = pattern.slice(at, end);
  const [least = 0, most = least] = /\d/.test(text)
    ? text
        .replace(/[{}?+]/g, '')
        .split(',')
        .map(Number)
    : [0, 1];
  const endless = text.startsWith('*') || text.startsWith('+') || text.includes(',}');
  level.isRepeating = true;
  if (endless) level.repeats += 1;
  else if (most > 200) return 'repeats something more than 200 times';
  else level.choices *= Math.max(1, most - least + 1);
  return level.choices > mostBranches ? 'leaves too many choices open' : end;
}

function endBranch(level: Level): void {
  level.mostRepeats = Math.max(level.mostRepeats, level.repeats);
  level.mostChoices = Math.max(level.mostChoices, level.choices);
  level.repeats = 0;
  level.choices = 1;
}

function newLevel(): Level {
  return { repeats: 0, choices: 1, mostRepeats: 0, mostChoices: 1, branches: 1, isRepeating: false };
}

function endOf(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}
