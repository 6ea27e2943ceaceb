import type {
  BigEmoji as BigEmojiNode,
  CodeLine,
  Heading as HeadingNode,
  ListItem,
  Paragraph as ParagraphNode,
  Root,
  TableCell,
  TableRow,
  Task,
} from '@rocket.chat/message-parser';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Emoji, Inlines, Spoiler } from './Inlines';

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

/** One line of text. */
function Paragraph({ nodes }: { readonly nodes: ParagraphNode['value'] }) {
  return (
    <div>
      <Inlines nodes={nodes} />
    </div>
  );
}

/** A heading of a message. It is not one of the page's own, so it stands three levels below them. */
function Heading({ level, nodes }: { readonly level: HeadingNode['level']; readonly nodes: HeadingNode['value'] }) {
  return (
    <div role="heading" aria-level={Math.min(level + 2, 6)} className={`wb-markdown-heading-${level}`}>
      <Inlines nodes={nodes} />
    </div>
  );
}

/** A message of one to three emoji and nothing else. */
function BigEmoji({ emojis }: { readonly emojis: BigEmojiNode['value'] }) {
  return (
    <div className="wb-markdown-big">
      {emojis.map((emoji, index) => (
        <Emoji key={index} emoji={emoji} />
      ))}
    </div>
  );
}

/** Code between three backticks. */
function CodeBlock({
  language,
  lines,
}: {
  readonly language: string | undefined;
  readonly lines: readonly CodeLine[];
}) {
  return (
    <pre tabIndex={0} aria-label={language}>
      <code data-language={language}>{lines.map((line) => line.value.value).join('\n')}</code>
    </pre>
  );
}

/** Lines that begin with ">". */
function Quote({ paragraphs }: { readonly paragraphs: readonly ParagraphNode[] }) {
  return (
    <blockquote>
      {paragraphs.map((paragraph, index) => (
        <Paragraph key={index} nodes={paragraph.value} />
      ))}
    </blockquote>
  );
}

/** A list; a numbered one keeps the numbers that were typed. */
function List({ items, ordered }: { readonly items: readonly ListItem[]; readonly ordered: boolean }) {
  const Element = ordered ? 'ol' : 'ul';
  return (
    <Element>
      {items.map((item, index) => (
        <li key={index} value={ordered ? item.number : undefined}>
          <Inlines nodes={item.value} />
        </li>
      ))}
    </Element>
  );
}

/** A list of things done and to do. */
function Tasks({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="wb-markdown-tasks">
      {tasks.map((task, index) => (
        <li key={index}>
          <label>
            <input type="checkbox" checked={task.status} readOnly disabled /> <Inlines nodes={task.value} />
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A table with a head. */
function Table({ header, rows }: { readonly header: readonly TableCell[]; readonly rows: readonly TableRow[] }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index} align={cell.align}>
              <Inlines nodes={cell.value} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.value.map((cell, column) => (
              <td key={column} align={cell.align}>
                <Inlines nodes={cell.value} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
