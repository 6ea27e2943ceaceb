import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { words } from '../words';

/** Marks of WhatsApp, the strongest first. Each must stand at the edge of a word on both sides. */
const MARKS: readonly (readonly [RegExp, (inner: string, rest: (text: string) => ReactNode) => ReactNode])[] = [
  [/```([^`]+)```/, (inner) => <code>{inner}</code>],
  [/`([^`\n]+)`/, (inner) => <code>{inner}</code>],
  [/(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])/, (inner, rest) => <strong>{rest(inner)}</strong>],
  [/(?<!\w)_(?!\s)([^_\n]+?)(?<!\s)_(?!\w)/, (inner, rest) => <em>{rest(inner)}</em>],
  [/(?<![\w~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\w~])/, (inner, rest) => <del>{rest(inner)}</del>],
  [
    /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/,
    (inner) => (
      <a href={inner} target="_blank" rel="noopener noreferrer">
        {inner}
      </a>
    ),
  ],
];

const paint = (text: string): ReactNode => {
  for (const [mark, draw] of MARKS) {
    const found = mark.exec(text);
    if (found) {
      const after = found.index + found[0].length;
      return (
        <>
          {paint(text.slice(0, found.index))}
          {draw(found[1] ?? '', paint)}
          {paint(text.slice(after))}
        </>
      );
    }
  }
  return text;
};

/** Text with WhatsApp's own marks: `*bold*`, `_italic_`, `~struck~`, monospace, links, quotes. */
export function Markup({ text }: { readonly text: string }) {
  return (
    <div className="ph-text" dir="auto" aria-label={text === '' ? words.phone.emptyText : undefined}>
      {text.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line.startsWith('> ') ? <blockquote>{paint(line.slice(2))}</blockquote> : paint(line)}
        </Fragment>
      ))}
    </div>
  );
}
