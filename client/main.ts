// Starts the page: puts API, state and canvas together and mounts them.
import './no-eval.ts';
import './styles/fonts.css';
import './styles/base.css';
import { mount } from 'svelte';
import { api } from './api/api.ts';
import App from './App.svelte';
import { createArrange } from './canvas/arrange.ts';
import { Atlas } from './state/atlas.svelte.ts';

const target = document.getElementById('page');
if (target === null) throw new Error('index.html has no element with the id "page".');

const atlas = new Atlas(api, (needs) =>
  createArrange(async () => {
    const { vocabulary, nameLang } = await needs();
    const sheet = document.querySelector('[data-sheet]');
    const aspect = sheet === null || sheet.clientHeight === 0 ? 1.4 : sheet.clientWidth / sheet.clientHeight;
    return vocabulary && { vocabulary, lang: nameLang, aspect };
  }),
);

mount(App, { target, props: { atlas } });
