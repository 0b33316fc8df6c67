// How Cytoscape draws the elements: everything that differs comes from their data, everything that changes from classes.
import type { StylesheetJson } from 'cytoscape';
import { labelMetrics } from '../../server/graph/labels.ts';
import type { Palette } from '../../server/graph/style.ts';
import { labelFont } from './measure.ts';

/** Classes that the canvas puts on elements. */
export const marks = {
  /** Its label has no room. */
  quiet: 'quiet',
  /** Outside of what the pointer lights up. */
  dim: 'dim',
  /** Beside what the pointer is on: label shown whatever the room. */
  lit: 'lit',
  /** Selected. */
  chosen: 'chosen',
  /** A selected line too short for its verb, rather upright or rather level. */
  upright: 'upright',
  level: 'level',
  /** A line at the selected entity. */
  near: 'near',
} as const;

/** The stylesheet in the colours of a theme; lines are straight where there are many. */
export function stylesheet(palette: Palette, isLarge: boolean): StylesheetJson {
  return [...nodeRules(palette), ...lineRules(palette, isLarge)];
}

function nodeRules(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'data(shape)' as 'ellipse',
        width: 'data(size)',
        height: 'data(size)',
        'background-color': 'data(fill)',
        'border-width': 0,
        label: 'data(label)',
        color: palette.text,
        'font-family': labelFont.family,
        'font-weight': labelFont.weight,
        'font-size': labelMetrics.fontSize,
        'line-height': labelMetrics.lineHeight / labelMetrics.fontSize,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'bottom',
        'text-margin-y': labelMetrics.gap,
        'text-outline-color': palette.background,
        'text-outline-width': 2,
        'min-zoomed-font-size': 6,
        'overlay-opacity': 0,
        // A hub's label may lie on lesser nodes, so hubs are drawn last.
        'z-index': 'data(degree)' as unknown as number,
      },
    },
    {
      selector: 'node[icon != ""]',
      style: {
        'background-image': 'data(icon)',
        'background-width': 'data(iconSize)',
        'background-height': 'data(iconSize)',
        'background-offset-y': 'data(iconOffset)' as unknown as number,
        'background-clip': 'none',
        'background-image-containment': 'over',
      },
    },
    { selector: `node.${marks.quiet}`, style: { label: '' } },
    { selector: `node.${marks.lit}`, style: { label: 'data(label)', 'z-index': 5000 } },
    { selector: `node.${marks.dim}`, style: { opacity: 0.16 } },
    {
      selector: `node.${marks.chosen}`,
      style: {
        label: 'data(label)',
        'z-index': 10_000,
        'outline-color': palette.accent,
        'outline-width': 3,
        'outline-offset': 3,
        'outline-opacity': 1,
      } as Record<string, unknown>,
    },
  ];
}

function lineRules(palette: Palette, isLarge: boolean): StylesheetJson {
  const accent = { 'line-color': palette.accent, 'target-arrow-color': palette.accent };
  return [
    {
      selector: 'edge',
      style: {
        'curve-style': isLarge ? 'straight' : 'bezier',
        'control-point-step-size': 26,
        width: 'data(width)',
        'line-color': 'data(colour)',
        'line-style': 'data(line)' as 'solid',
        'target-arrow-shape': 'data(arrow)' as 'triangle',
        'target-arrow-color': 'data(colour)',
        'arrow-scale': 0.75,
        'line-opacity': 0.75,
        'overlay-opacity': 0,
        'overlay-padding': 6,
      },
    },
    { selector: 'edge[line = "dashed"]', style: { 'line-dash-pattern': [7, 4] } },
    { selector: 'edge[line = "dotted"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [1.5, 3.5] } },
    {
      selector: 'edge[disputed = 1]',
      style: { 'mid-target-arrow-shape': 'diamond', 'mid-target-arrow-color': palette.disputed },
    },
    { selector: `edge.${marks.dim}`, style: { opacity: 0.1 } },
    { selector: `edge.${marks.near}`, style: { ...accent, 'line-opacity': 0.9 } },
    {
      selector: `edge.${marks.lit}, edge.${marks.chosen}`,
      style: { ...accent, 'line-opacity': 1, 'z-index': 9 },
    },
    {
      selector: `edge.${marks.chosen}`,
      style: {
        width: 2.6,
        'z-compound-depth': 'top',
        label: 'data(verb)',
        color: palette.accent,
        'font-family': labelFont.family,
        'font-weight': 600,
        'font-size': 12,
        'text-rotation': 'autorotate',
        'text-background-color': palette.background,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'roundrectangle',
      },
    },
    { selector: `edge.${marks.upright}, edge.${marks.level}`, style: { 'text-rotation': 'none' } },
    { selector: `edge.${marks.level}`, style: { 'text-margin-y': -32 } },
  ];
}
