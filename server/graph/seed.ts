// First positions by PivotMDS: distances to a few far-apart nodes, projected on their two main directions.
import { neighboursOf } from './components.ts';

const mostPivots = 30;

/**
 * Two coordinates a node, in steps of the graph, for a connected graph; deterministic.
 * After U. Brandes and C. Pich, "Eigensolver methods for progressive multidimensional scaling of large data", 2006.
 */
export function pivotPositions(count: number, edges: readonly (readonly [number, number])[]): [number, number][] {
  const neighbours = neighboursOf(count, edges);
  const rows = pivotDistances(count, neighbours);
  doubleCentre(rows, count);
  const first = mainDirection(rows, []);
  const second = mainDirection(rows, [first]);
  return Array.from({ length: count }, (_, node) => [project(rows, first, node), project(rows, second, node)]);
}

/** Steps from each of a few pivots to every node; each pivot is the node farthest from those before. */
function pivotDistances(count: number, neighbours: readonly (readonly number[])[]): Float64Array[] {
  const nearest = new Float64Array(count).fill(Infinity);
  const rows: Float64Array[] = [];
  let pivot = neighbours.reduce((best, list, node) => (list.length > (neighbours[best]?.length ?? 0) ? node : best), 0);
  for (let round = 0; round < Math.min(mostPivots, count); round++) {
    const steps = stepsFrom(pivot, count, neighbours);
    rows.push(steps);
    let farthest = 0;
    for (let node = 0; node < count; node++) {
      nearest[node] = Math.min(nearest[node] ?? 0, steps[node] ?? 0);
      if ((nearest[node] ?? 0) > (nearest[farthest] ?? 0)) farthest = node;
    }
    pivot = farthest;
  }
  return rows;
}

function stepsFrom(start: number, count: number, neighbours: readonly (readonly number[])[]): Float64Array {
  const steps = new Float64Array(count).fill(-1);
  steps[start] = 0;
  const queue = [start];
  for (const at of queue) {
    for (const next of neighbours[at] ?? []) {
      if (steps[next] !== -1) continue;
      steps[next] = (steps[at] ?? 0) + 1;
      queue.push(next);
    }
  }
  return steps;
}

function doubleCentre(rows: readonly Float64Array[], count: number): void {
  for (const row of rows) for (let node = 0; node < count; node++) row[node] = (row[node] ?? 0) ** 2;
  const total = rows.reduce((sum, row) => sum + mean(row), 0) / rows.length;
  const rowMeans = rows.map(mean);
  for (let node = 0; node < count; node++) {
    const nodeMean = rows.reduce((sum, row) => sum + (row[node] ?? 0), 0) / rows.length;
    rows.forEach((row, index) => {
      row[node] = -0.5 * ((row[node] ?? 0) - nodeMean - (rowMeans[index] ?? 0) + total);
    });
  }
}

function mean(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value, 0) / row.length;
}

/** Main eigenvector of the pivots' covariance by power iteration, orthogonal to those before. */
function mainDirection(rows: readonly Float64Array[], before: readonly (readonly number[])[]): number[] {
  const covariance = rows.map((a) => rows.map((b) => a.reduce((sum, value, node) => sum + value * (b[node] ?? 0), 0)));
  let vector = rows.map((_, index) => 1 + ((index * 7919) % 13) / 13);
  for (let round = 0; round < 50; round++) {
    for (const other of before) {
      const along = dot(vector, other);
      vector = vector.map((value, index) => value - along * (other[index] ?? 0));
    }
    const next = covariance.map((row) => dot(row, vector));
    const length = Math.hypot(...next);
    if (length < 1e-9) break;
    vector = next.map((value) => value / length);
  }
  return vector;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function project(rows: readonly Float64Array[], direction: readonly number[], node: number): number {
  return rows.reduce((sum, row, index) => sum + (row[node] ?? 0) * (direction[index] ?? 0), 0) / Math.sqrt(rows.length);
}
