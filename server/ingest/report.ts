// Puts what came of a check or an ingestion into lines for people or JSON for programs.
import { sentenceOf } from '../errors.ts';
import type { EntenteError } from '../errors.ts';
import { formatFault } from './faults.ts';
import type { Fault } from './faults.ts';
import type { IngestResult } from './ingest.ts';
import type { Changes, Plan } from './plan.ts';
import type { HeldEntity } from './state.ts';
import type { Dataset, StoredEntity } from './stored.ts';

const shownIds = 20;

/** Lines for people; paths of faults begin with the folder as it was named. */
export function textReport(result: IngestResult, folder: string): string[] {
  switch (result.outcome) {
    case 'faulty':
      return faultLines(result.faults, folder);
    case 'checked':
      return [`${nameOf(result.dataset)} is without fault.`];
    case 'same':
      return [`${nameOf(result.dataset)} is in the database already. Nothing was written.`];
    case 'planned':
      return [...planLines(result.plan), `This is what would be written of ${nameOf(result.dataset)}. Nothing was.`];
    case 'written':
      return [...planLines(result.plan), `${nameOf(result.dataset)} is in the database.`];
  }
}

/** One JSON text with everything that happened. */
export function jsonReport(result: IngestResult): string {
  if (result.outcome === 'faulty') return JSON.stringify({ outcome: result.outcome, faults: result.faults });
  const { record, hash, entities, relations } = result.dataset;
  const { id, version } = record;
  return JSON.stringify({
    outcome: result.outcome,
    dataset: { id, version, hash, entities: entities.length, relations: relations.length },
    ...('plan' in result ? { entities: idsOf(result.plan.entities), relations: idsOf(result.plan.relations) } : {}),
  });
}

/** What refused the work: a sentence, or JSON. */
export function refusalReport(error: EntenteError, asJson: boolean): string[] {
  if (!asJson) return [`${sentenceOf(error)} Nothing was written.`];
  const { code, message, advice, details } = error;
  return [JSON.stringify({ outcome: 'refused', error: { code, message, advice, details } })];
}

function faultLines(faults: readonly Fault[], folder: string): string[] {
  const files = new Set(faults.map((fault) => fault.path)).size;
  const base = folder.replace(/[/\\]+$/, '');
  return [
    ...faults.map((fault) => formatFault({ ...fault, path: `${base}/${fault.path}` })),
    `${counted(faults.length, 'fault', 'faults')} in ${counted(files, 'file', 'files')}. Nothing was written.`,
  ];
}

function planLines({ entities, relations }: Plan): string[] {
  return (['added', 'changed', 'removed'] as const).flatMap((what) => {
    const [nodes, lines] = [entities[what], relations[what]];
    if (nodes.length + lines.length === 0) return [];
    const head = `${what}: ${counted(nodes.length, 'entity', 'entities')}, ${counted(lines.length, 'relation', 'relations')}`;
    return [head, ...idLines(what, nodes), ...idLines(what, lines)];
  });
}

function idLines(what: 'added' | 'changed' | 'removed', rows: readonly { readonly id: string }[]): string[] {
  const sign = { added: '+', changed: '~', removed: '-' }[what];
  const lines = rows.slice(0, shownIds).map(({ id }) => `  ${sign} ${id}`);
  return rows.length > shownIds ? [...lines, `  ${sign} and ${rows.length - shownIds} more`] : lines;
}

function idsOf({ added, changed, removed }: Changes<StoredEntity, HeldEntity>) {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return { added: ids(added), changed: ids(changed), removed: ids(removed) };
}

function nameOf({ record, entities, relations }: Dataset): string {
  const size = `${counted(entities.length, 'entity', 'entities')}, ${counted(relations.length, 'relation', 'relations')}`;
  return `${record.id} ${record.version} (${size})`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
