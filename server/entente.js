#!/usr/bin/env node
// The installed command: lets Node read TypeScript, then hands over to the command line.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
