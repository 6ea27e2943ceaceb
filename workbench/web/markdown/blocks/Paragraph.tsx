import type { Paragraph as ParagraphNode } from '@rocket.chat/message-parser';
import { Inlines } from '../Inlines';

/** One line of text. */
export function Paragraph({ nodes }: { readonly nodes: ParagraphNode['value'] }) {
  return (
    <div>
      <Inlines nodes={nodes} />
    </div>
  );
}
