import { posix } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import type { HelpPage } from './pages';

/** A rendered document. */
export interface RenderedDocument {
  title: string;
  html: string;
  /** The headings of the second level, for the list beside the page. */
  headings: { anchor: string; text: string }[];
  /** The text for the search, by heading. */
  sections: { anchor: string; heading: string; text: string }[];
  /** Pictures and files that it shows or links, from the root of the repository. */
  files: string[];
}

// The documents are this repository's own: their few tags are trusted.
const markdown = new MarkdownIt({ html: true });

/**
 * Renders a document of the repository. Links between documents lead to the pages made of them; a link to a source
 * file, which the help does not have, becomes its name.
 * @param source path from the root of the repository
 * @param pages all pages of the help
 * @param chart replaces a Mermaid chart, which only a script could draw
 */
export function renderDocument(
  source: string,
  text: string,
  pages: readonly HelpPage[],
  chart?: string,
): RenderedDocument {
  const tokens = markdown.parse(text, {});
  const headings: RenderedDocument['headings'] = [];
  const sections: RenderedDocument['sections'] = [{ anchor: '', heading: '', text: '' }];
  const files = new Set<string>();
  let title = '';
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const heading = textOf(tokens[index + 1]);
      const same = sections.filter((each) => anchorOf(each.heading) === anchorOf(heading)).length;
      const anchor = `${anchorOf(heading)}${same > 0 ? `-${same}` : ''}`;
      token.attrSet('id', anchor);
      if (token.tag === 'h1') title ||= heading;
      if (token.tag === 'h2') headings.push({ anchor, text: heading });
      sections.push({ anchor, heading, text: '' });
    } else if (token.type === 'inline') {
      const section = sections.at(-1);
      const isHeading = tokens[index - 1]?.type === 'heading_open';
      if (section && !isHeading) section.text += `${textOf(token)}\n`;
      for (const child of token.children ?? []) lead(child, { source, files, pages });
    } else if (token.type === 'fence') {
      const section = sections.at(-1);
      if (section) section.text += `${token.content}\n`;
      if (token.info === 'mermaid' && chart !== undefined) {
        token.type = 'html_block';
        token.content = chart;
      }
    }
  });
  const html = markdown.renderer
    .render(tokens, markdown.options, {})
    // A table that is wider than the page can be scrolled with the keyboard too.
    .replaceAll('<table>', '<div class="table" role="region" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');
  return { title, html, headings, sections: sections.filter((each) => each.heading || each.text), files: [...files] };
}

/** The anchor of a heading, the same as GitHub's for the first heading with these words. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function textOf(token: Token | undefined): string {
  const parts = token?.children?.map(({ type, content }) =>
    type === 'text' || type === 'code_inline' ? content : type === 'softbreak' ? ' ' : '',
  );
  return parts?.join('') ?? '';
}

/** Changes the address of a link or a picture to its place in the help, and notes the file. */
function lead(
  token: Token,
  { source, files, pages }: { source: string; files: Set<string>; pages: readonly HelpPage[] },
): void {
  const attribute = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
  const target = attribute && token.attrGet(attribute);
  if (!attribute || typeof target !== 'string' || target.startsWith('#') || /^[a-z]+:/.test(target)) return;
  const [path = '', anchor] = target.split('#');
  const file = posix.normalize(posix.join(posix.dirname(source), path));
  const page = pages.find((each) => each.source === file);
  if (page) {
    token.attrSet(attribute, anchor ? `${page.address}#${anchor}` : page.address);
  } else if (/^docs\/.*\.(png|svg|yaml)$/.test(file)) {
    files.add(file);
    token.attrSet(attribute, file.replace(/^docs\//, ''));
  } else {
    token.attrs = [['title', `${file} in the repository`]];
    // The renderer fills in the alternative text of a picture.
    if (token.type === 'image') token.attrSet('alt', '');
  }
}
