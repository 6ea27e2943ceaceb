import type { HelpPage } from './pages';
import type { RenderedDocument } from './renderDocument';

/** The whole page: the list of all pages, the search, the document and its table of contents. */
export function layOutPage(
  { address }: HelpPage,
  { title, html, headings }: RenderedDocument,
  pages: readonly HelpPage[],
): string {
  const groups = [...new Set(pages.map(({ group }) => group))];
  const list = groups.map((group) => {
    const links = pages
      .filter((page) => page.group === group && !page.machine)
      .map((page) => {
        const current = page.address === address ? ' aria-current="page"' : '';
        return `<li><a href="${page.address}"${current}>${escape(page.name)}</a></li>`;
      });
    return `<h2>${group}</h2><ul>${links.join('')}</ul>`;
  });
  const onPage = headings.map(({ anchor, text }) => `<li><a href="#${anchor}">${escape(text)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · WhatsApp 360Dialog (Cloud API)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="help.css">
<script src="search.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a class="home" href="index.html">WhatsApp 360Dialog (Cloud API)</a>
<search>
<input id="search" type="search" placeholder="Search" aria-label="Search the help" autocomplete="off" aria-controls="results">
<p id="found" role="status"></p>
<ul id="results" hidden></ul>
</search>
</header>
<div class="columns">
<nav aria-label="Pages">${list.join('\n')}</nav>
<main id="content" tabindex="-1">
${html}</main>
${onPage.length > 1 ? `<aside aria-label="On this page"><h2>On this page</h2><ul>${onPage.join('')}</ul></aside>` : ''}
</div>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
