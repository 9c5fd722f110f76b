// Builds style sheets, scripts, fonts and icons into brukerstemmen/web/static/dist.
// One binary, no server: pages are rendered by Django. `--watch` builds again on change.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = join(root, 'brukerstemmen', 'web', 'static', 'dist');

/** The floor of docs/components.md: what understands cascade layers. */
const target = ['chrome99', 'safari15.4', 'firefox121'];

const options = {
  entryPoints: {
    work: join(here, 'css/work.css'),
    calm: join(here, 'css/calm.css'),
    public: join(here, 'css/public.css'),
    paper: join(here, 'css/paper.css'),
    document: join(here, 'css/document.css'),
    document_paper: join(here, 'css/document_paper.css'),
    plan_paper: join(here, 'css/plan_paper.css'),
    sheet_paper: join(here, 'css/sheet_paper.css'),
    poster: join(here, 'css/poster.css'),
    core: join(here, 'src/core.ts'),
    bench: join(here, 'src/bench.ts'),
    masking_js: join(here, 'src/masking.ts'),
    second_js: join(here, 'src/second.ts'),
    htmx: join(here, 'src/htmx.ts'),
    public_js: join(here, 'src/public.ts'),
    editors: join(here, 'css/editors.css'),
    editors_js: join(here, 'src/editors.ts'),
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target,
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
  legalComments: 'none',
  logLevel: 'info',
};

/** Writes the icons that frontend/icons.txt names as {name: markup inside <svg>}. */
function icons() {
  const names = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').map((line) => line.trim());
  const inner = {};
  for (const name of names.filter((line) => line && !line.startsWith('#')).sort()) {
    const file = join(root, 'node_modules/@navikt/aksel-icons/dist/svg', `${name}.svg`);
    const svg = readFileSync(file, 'utf8');
    inner[name] = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').trim();
  }
  writeFileSync(join(out, 'icons.json'), `${JSON.stringify(inner, null, 0)}\n`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
icons();
copyFileSync(join(here, 'mark.svg'), join(out, 'mark.svg'));
if (process.argv.includes('--watch')) await (await esbuild.context(options)).watch();
else await esbuild.build(options);
