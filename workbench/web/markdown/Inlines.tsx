import type { Emoji as EmojiNode, Inlines as InlineNode, Markup } from '@rocket.chat/message-parser';
import type { ReactNode } from 'react';
import { createContext, Fragment, use, useState } from 'react';
import { useEmoji } from '../emoji/emojiNames';
import type { Message } from '../documents/Message';
import { words } from '../words';
import { safeUrl } from './safeUrl';

/** Who and what of the names in a text exists, by its message. */
export const KnownMentions = createContext<Pick<Message, 'mentions' | 'channels'>>({});

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
  MENTION_USER: (node) => <UserMention username={node.value.value} />,
  MENTION_CHANNEL: (node) => <ChannelMention name={node.value.value} />,
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

/** A link that opens a tab. An address that could run a script is shown as text. */
function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const safe = safeUrl(href);
  return safe ? (
    <a href={safe} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ) : (
    <span title={href}>{children}</span>
  );
}

/** Everybody, or a person whom the message names as mentioned. Other names are text, as in the client (`UserMentionElement`). */
function UserMention({ username }: { readonly username: string }) {
  const { mentions = [] } = use(KnownMentions);
  if (username === 'all' || username === 'here') {
    return <span className="wb-markdown-mention wb-markdown-mention-all">{username}</span>;
  }
  return mentions.some((known) => known.username === username) ? (
    <span className="wb-markdown-mention">{username}</span>
  ) : (
    <>{`@${username}`}</>
  );
}

/** A channel that exists. "#4711" of an order is text, as in the client (`ChannelMentionElement`). */
function ChannelMention({ name }: { readonly name: string }) {
  const known = use(KnownMentions).channels?.find((channel) => channel.name === name);
  return known ? <span className="wb-markdown-mention">{known.fname ?? name}</span> : <>{`#${name}`}</>;
}

/** An emoji, by its character or its ":name:". An unknown name stays readable. */
export function Emoji({ emoji }: { readonly emoji: EmojiNode }) {
  const find = useEmoji();
  if ('unicode' in emoji) {
    // The parser takes signs such as ✓ for emoji too; the client writes them like any letter.
    return /\p{Emoji}/u.test(emoji.unicode) ? <span className="wb-emoji">{emoji.unicode}</span> : emoji.unicode;
  }
  const found = find(emoji.shortCode);
  return found ? (
    <span className="wb-emoji" role="img" aria-label={emoji.shortCode}>
      {found}
    </span>
  ) : (
    <>{`:${emoji.shortCode}:`}</>
  );
}

const textOf = (label: Markup): string =>
  typeof label.value === 'string'
    ? label.value
    : Array.isArray(label.value)
      ? label.value.map((part) => ('value' in part && typeof part.value === 'string' ? part.value : '')).join('')
      : label.value.value;

/** `![label](address)`. */
function Picture({ src, label }: { readonly src: string; readonly label: Markup }) {
  const safe = safeUrl(src);
  return safe ? <img className="wb-markdown-picture" src={safe} alt={textOf(label)} /> : <>{textOf(label)}</>;
}

/** A colour that was named in the text, shown beside it. */
function Color({ r, g, b, a }: { readonly r: number; readonly g: number; readonly b: number; readonly a: number }) {
  const color = `rgba(${r}, ${g}, ${b}, ${a / 255})`;
  return (
    <span>
      <span className="wb-markdown-color" style={{ backgroundColor: color }} aria-hidden /> {color}
    </span>
  );
}

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'medium' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** `<t:seconds:style>`: a moment in the reader's own time zone. */
function Timestamp({ timestamp, format }: { readonly timestamp: string; readonly format: string }) {
  const moment = new Date(Number(timestamp) * 1000);
  return <time dateTime={moment.toISOString()}>{moment.toLocaleString(undefined, STYLES[format] ?? STYLES['f'])}</time>;
}

/** Hidden until it is clicked. */
export function Spoiler({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  if (open) {
    return <span className="wb-markdown-spoiler">{children}</span>;
  }
  return (
    <button type="button" className="wb-markdown-spoiler wb-markdown-spoiler-closed" onClick={() => setOpen(true)}>
      <span className="wb-heard">{words.markdown.showSpoiler}</span>
      <span aria-hidden>{children}</span>
    </button>
  );
}
