import type { Paragraph as ParagraphNode } from '@rocket.chat/message-parser';
import { Paragraph } from './Paragraph';

/** Lines that begin with ">". */
export function Quote({ paragraphs }: { readonly paragraphs: readonly ParagraphNode[] }) {
  return (
    <blockquote>
      {paragraphs.map((paragraph, index) => (
        <Paragraph key={index} nodes={paragraph.value} />
      ))}
    </blockquote>
  );
}
