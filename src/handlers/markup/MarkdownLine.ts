import type { Names } from './Names';

/** A line of Rocket.Chat Markdown on its way to WhatsApp. */
export interface MarkdownLine {
  names: Names;
  /** What is written already. */
  written: string;
  /** Places in `written` where a sign stands that was escaped, and thus must not become a mark. */
  literals: Set<number>;
  /** Converts what stands inside a mark or a link. */
  convertInside: (text: string) => string;
}
