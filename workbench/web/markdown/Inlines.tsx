import type { Inlines as InlineNode } from '@rocket.chat/message-parser';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Spoiler } from './blocks/Spoiler';
import { Color } from './inlines/Color';
import { Emoji } from './inlines/Emoji';
import { Link } from './inlines/Link';
import { Mention } from './inlines/Mention';
import { Picture } from './inlines/Picture';
import { Timestamp } from './inlines/Timestamp';

type Of<T extends InlineNode['type']> = InlineNode & { type: T };
type Painters = { readonly [T in InlineNode['type']]: (node: Of<T>) => ReactNode };

const painters: Painters = {
  PLAIN_TEXT: (node) => node.value,
  BOLD: (node) => (
    <strong>
      <Inlines nodes={node.value} />
    </strong>
  ),
  ITALIC: (node) => (
    <em>
      <Inlines nodes={node.value} />
    </em>
  ),
  STRIKE: (node) => (
    <del>
      <Inlines nodes={node.value} />
    </del>
  ),
  SPOILER: (node) => (
    <Spoiler>
      <Inlines nodes={node.value} />
    </Spoiler>
  ),
  INLINE_CODE: (node) => <code>{node.value.value}</code>,
  INLINE_KATEX: (node) => <code>{node.value}</code>,
  LINK: (node) => (
    <Link href={node.value.src.value}>
      <Inlines nodes={Array.isArray(node.value.label) ? node.value.label : [node.value.label]} />
    </Link>
  ),
  IMAGE: (node) => <Picture src={node.value.src.value} label={node.value.label} />,
  MENTION_USER: (node) => <Mention sign="@" name={node.value.value} />,
  MENTION_CHANNEL: (node) => <Mention sign="#" name={node.value.value} />,
  EMOJI: (node) => <Emoji emoji={node} />,
  COLOR: (node) => <Color {...node.value} />,
  TIMESTAMP: (node) => <Timestamp {...node.value} />,
};

/** Draws a node by the painter of its own type. */
const paint = <T extends InlineNode['type']>(node: Of<T>): ReactNode => {
  const painter: Painters[T] = painters[node.type];
  return painter(node);
};

/** Words, links, mentions and emoji of one line. */
export function Inlines({ nodes }: { readonly nodes: readonly InlineNode[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={index}>{paint(node)}</Fragment>
      ))}
    </>
  );
}
