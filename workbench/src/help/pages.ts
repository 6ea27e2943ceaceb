import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A page of the help: its document and its place in the list. */
export interface HelpPage {
  /** From the root of the repository. */
  source: string;
  address: string;
  /** Its name in the list of pages. */
  name: string;
  /** Its readers; pages of one group are listed together. */
  group: 'Start' | 'Run it' | 'Use it' | 'Choose it' | 'Build with it' | 'Work on it';
  /** The machine that the page draws. Such a page is reached from the list of machines, and is not in the list of pages. */
  machine?: string;
}

/** The pages with a fixed place and name, in the order of the list. */
const named: readonly HelpPage[] = [
  { group: 'Start', name: 'What it is', source: 'README.md', address: 'index.html' },
  { group: 'Run it', name: 'Install', source: 'docs/install.md', address: 'install.html' },
  { group: 'Run it', name: 'Administrators', source: 'docs/admin.md', address: 'admin.html' },
  { group: 'Run it', name: 'Troubleshooting', source: 'docs/troubleshooting.md', address: 'troubleshooting.html' },
  { group: 'Run it', name: 'Data protection', source: 'docs/data-protection.md', address: 'data-protection.html' },
  { group: 'Use it', name: 'Agents', source: 'docs/agent.md', address: 'agent.html' },
  { group: 'Use it', name: 'One person, two contacts', source: 'docs/contacts.md', address: 'contacts.html' },
  { group: 'Choose it', name: 'Comparison', source: 'docs/comparison.md', address: 'comparison.html' },
  { group: 'Choose it', name: 'Figures', source: 'docs/figures.md', address: 'figures.html' },
  { group: 'Choose it', name: 'What is new', source: 'CHANGELOG.md', address: 'changelog.html' },
  { group: 'Build with it', name: 'API', source: 'docs/api.md', address: 'api.html' },
  { group: 'Work on it', name: 'Architecture', source: 'docs/architecture.md', address: 'architecture.html' },
  { group: 'Work on it', name: 'How messages leave', source: 'docs/delivery.md', address: 'delivery.html' },
  { group: 'Work on it', name: 'Machines', source: 'docs/machines/README.md', address: 'machines.html' },
  { group: 'Work on it', name: 'Facts about the server', source: 'docs/server-facts.md', address: 'server-facts.html' },
  { group: 'Work on it', name: 'Glossary', source: 'docs/glossary.md', address: 'glossary.html' },
  { group: 'Work on it', name: 'Contributing', source: 'CONTRIBUTING.md', address: 'contributing.html' },
  { group: 'Work on it', name: 'Security', source: 'SECURITY.md', address: 'security.html' },
];

/** All pages: first those above, then the other documents of `docs/` in the order of their file names, then a page for each machine. */
export async function listPages(root: string): Promise<HelpPage[]> {
  const [documents, machines] = await Promise.all([documentsOf(root, 'docs'), documentsOf(root, 'docs/machines')]);
  const further = documents
    .filter((name) => !named.some(({ source }) => source === `docs/${name}`))
    .map((name): HelpPage => {
      const stem = name.replace(/\.md$/, '');
      const words = `${stem.charAt(0).toUpperCase()}${stem.slice(1)}`.replaceAll('-', ' ');
      return { group: 'Work on it', name: words, source: `docs/${name}`, address: `${stem}.html` };
    });
  const drawn = machines
    .filter((name) => !named.some(({ source }) => source === `docs/machines/${name}`))
    .map((name): HelpPage => {
      const machine = name.replace(/\.md$/, '');
      const source = `docs/machines/${name}`;
      return { group: 'Work on it', name: machine, source, address: `machine-${machine}.html`, machine };
    });
  return [...named, ...further, ...drawn];
}

async function documentsOf(root: string, folder: string): Promise<string[]> {
  return (await readdir(join(root, folder))).filter((name) => name.endsWith('.md')).sort();
}
