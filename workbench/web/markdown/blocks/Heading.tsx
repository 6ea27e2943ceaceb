import type { Heading as HeadingNode } from '@rocket.chat/message-parser';
import { Inlines } from '../Inlines';

/** A heading of a message. It is not one of the page's own, so it stands three levels below them. */
export function Heading({
  level,
  nodes,
}: {
  readonly level: HeadingNode['level'];
  readonly nodes: HeadingNode['value'];
}) {
  return (
    <div role="heading" aria-level={Math.min(level + 2, 6)} className={`wb-markdown-heading-${level}`}>
      <Inlines nodes={nodes} />
    </div>
  );
}
