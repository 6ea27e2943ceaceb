import { parse } from '@rocket.chat/message-parser';
import type { Root } from '@rocket.chat/message-parser';
import { memo, useMemo } from 'react';
import { Blocks } from './Blocks';
import './markdown.css';

/** Text that the parser cannot read is shown as it is: a message must never disappear because of its markup. */
const parsed = (source: string, emoticons: boolean): Root | undefined => {
  try {
    return parse(source, { colors: true, emoticons });
  } catch {
    return undefined;
  }
};

/** A message's markup, drawn from Rocket.Chat's own syntax tree. `emoticons` turns ":)" into a picture. */
export const Markdown = memo(function Markdown({
  source,
  emoticons,
}: {
  readonly source: string;
  readonly emoticons: boolean;
}) {
  const tree = useMemo(() => parsed(source, emoticons), [source, emoticons]);
  return <div className="wb-markdown">{tree ? <Blocks nodes={tree} /> : source}</div>;
});
