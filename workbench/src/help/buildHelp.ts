import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as v from 'valibot';
import type { SearchEntry } from '../../web/help/SearchEntry';
import { layOutPage } from './layOutPage';
import { listPages } from './pages';
import { renderDocument } from './renderDocument';

const STYLES = ['workbench/web/help/help.css', 'workbench/web/panels/app/machines/machineChart.css'];

/**
 * Builds the help from the documents of the repository: pages with a search that need no server. It takes less than a
 * second and no network.
 * @param root of the repository
 * @returns the files by their path
 */
export async function buildHelp(root: string): Promise<Map<string, Buffer>> {
  const pages = await listPages(root);
  const rendered = await Promise.all(
    pages.map(async (page) => ({
      page,
      document: renderDocument(
        page.source,
        await readFile(join(root, page.source), 'utf8'),
        pages,
        page.machine && (await drawMachine(root, page.machine)),
      ),
    })),
  );
  const site = new Map<string, Buffer>();
  for (const { page, document } of rendered) site.set(page.address, Buffer.from(layOutPage(page, document, pages)));
  const entries = rendered.flatMap(({ page, document }) =>
    document.sections.map(({ anchor, heading, text }): SearchEntry => ({
      address: anchor ? `${page.address}#${anchor}` : page.address,
      page: document.title,
      heading: heading || document.title,
      text,
    })),
  );
  const files = new Set(rendered.flatMap(({ document }) => document.files));
  await Promise.all([
    ...[...files].map(async (file) => site.set(file.replace(/^docs\//, ''), await readFile(join(root, file)))),
    Promise.all(STYLES.map((path) => readFile(join(root, path)))).then((css) =>
      site.set('help.css', Buffer.concat(css)),
    ),
    bundleSearch(root, entries).then((code) => site.set('search.js', code)),
  ]);
  return site;
}

/** A machine as SVG. React and the layout are loaded here only: whoever does not open the help does not wait for them. */
async function drawMachine(root: string, machine: string): Promise<string> {
  const [json, { renderToStaticMarkup }, { createElement }, { layOutMachine }, { MachineDrawing }, { MachineGraph }] =
    await Promise.all([
      readFile(join(root, 'docs', 'machines', `${machine}.json`), 'utf8'),
      import('react-dom/server'),
      import('react'),
      import('../../web/panels/app/machines/layOutMachine'),
      import('../../web/panels/app/machines/MachineDrawing'),
      import('../../web/panels/app/machines/MachineGraph'),
    ]);
  const graph = v.parse(MachineGraph, JSON.parse(json));
  const label = `The states of ${machine}, and the events that lead from one to another`;
  return renderToStaticMarkup(createElement(MachineDrawing, { id: machine, layout: layOutMachine(graph), label }));
}

/** The search and its index in one file, because pages that are opened from a disk cannot load other files. */
async function bundleSearch(root: string, entries: readonly SearchEntry[]): Promise<Buffer> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'workbench', 'web', 'help', 'search.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: { SEARCH_ENTRIES: JSON.stringify(entries) },
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('the search compiled to nothing');
  return Buffer.from(file.contents);
}
