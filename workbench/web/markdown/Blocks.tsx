import type { Root } from '@rocket.chat/message-parser';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { BigEmoji } from './blocks/BigEmoji';
import { CodeBlock } from './blocks/CodeBlock';
import { Heading } from './blocks/Heading';
import { List } from './blocks/List';
import { Paragraph } from './blocks/Paragraph';
import { Quote } from './blocks/Quote';
import { Spoiler } from './blocks/Spoiler';
import { Table } from './blocks/Table';
import { Tasks } from './blocks/Tasks';

type Node = Root[number];
type Of<T extends Node['type']> = Node & { type: T };
type Painters = { readonly [T in Node['type']]: (node: Of<T>) => ReactNode };

const painters: Painters = {
  PARAGRAPH: (node) => <Paragraph nodes={node.value} />,
  HEADING: (node) => <Heading level={node.level} nodes={node.value} />,
  UNORDERED_LIST: (node) => <List items={node.value} ordered={false} />,
  ORDERED_LIST: (node) => <List items={node.value} ordered />,
  LIST_ITEM: (node) => <List items={[node]} ordered={false} />,
  TASKS: (node) => <Tasks tasks={node.value} />,
  QUOTE: (node) => <Quote paragraphs={node.value} />,
  SPOILER_BLOCK: (node) => (
    <Spoiler>
      {node.value.map((paragraph, index) => (
        <Paragraph key={index} nodes={paragraph.value} />
      ))}
    </Spoiler>
  ),
  CODE: (node) => <CodeBlock language={node.language} lines={node.value} />,
  TABLE: (node) => <Table header={node.value.header} rows={node.value.rows} />,
  BIG_EMOJI: (node) => <BigEmoji emojis={node.value} />,
  // Formulas need a type-setter of their own, which the page does without: their source is readable.
  KATEX: (node) => <code>{node.value}</code>,
  LINE_BREAK: () => <br />,
  HORIZONTAL_RULE: () => <hr />,
};

/** Draws a node by the painter of its own type. */
const paint = <T extends Node['type']>(node: Of<T>): ReactNode => {
  const painter: Painters[T] = painters[node.type];
  return painter(node);
};

/** Paragraphs, lists, code and the like, in order. */
export function Blocks({ nodes }: { readonly nodes: Root }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={index}>{paint(node)}</Fragment>
      ))}
    </>
  );
}
