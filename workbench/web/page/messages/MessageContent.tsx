import { MessageBody } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { Markdown } from '../../markdown/Markdown';
import { readBlocks } from '../../uikit/readBlocks';
import { MessageSurface } from '../../uikit/surfaces/MessageSurface';
import { AttachmentView } from './AttachmentView';

/** What a message says and carries. Its text is not drawn when it has blocks: so it is in the client. */
export function MessageContent({ message }: { readonly message: Message }) {
  const blocks = message.blocks?.length ? readBlocks(message.blocks) : undefined;
  const quotes = message.attachments?.filter(({ message_link: link }) => link) ?? [];
  const others = message.attachments?.filter(({ message_link: link }) => !link) ?? [];
  return (
    <>
      {quotes.map((attachment, index) => (
        <AttachmentView key={index} attachment={attachment} />
      ))}
      {!blocks && message.msg && (
        <MessageBody dir="auto">
          <Markdown source={message.msg} emoticons />
        </MessageBody>
      )}
      {blocks && <MessageSurface rid={message.rid} mid={message._id} blocks={blocks} />}
      {others.map((attachment, index) => (
        <AttachmentView key={index} attachment={attachment} />
      ))}
    </>
  );
}
