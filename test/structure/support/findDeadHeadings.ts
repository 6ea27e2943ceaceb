import { posix } from 'node:path';
import type { Source } from './Source';

const LINK = /\]\(([^)\s#]*)#([^)\s]+)\)/g;

/** The rule "a link leads to a heading that is there", for links between these documents and within each of them. */
export function findDeadHeadings(documents: readonly Source[]): string[] {
  const headings = new Map(documents.map(({ path, text }) => [path, anchorsOf(text)]));
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(LINK)].flatMap(([, target = '', anchor = '']) => {
      const file = target === '' ? path : posix.join(posix.dirname(path), target);
      const known = headings.get(file);
      return known === undefined || known.includes(anchor) ? [] : [`${path}: ${target}#${anchor} is not there`];
    }),
  );
}

/** As GitHub makes anchors of headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
