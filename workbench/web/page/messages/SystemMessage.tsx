import {
  MessageNameContainer,
  MessageSystem,
  MessageSystemBlock,
  MessageSystemBody,
  MessageSystemContainer,
  MessageSystemLeftContainer,
  MessageSystemName,
  MessageSystemTimestamp,
} from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { LetterAvatar } from '../LetterAvatar';
import { MessageContent } from './MessageContent';
import { systemTexts } from './messageFacts';
import { timeOf } from '../../state/format';

/** A line about an event of the room. */
export function SystemMessage({ message }: { readonly message: Message }) {
  const name = message.alias || message.u.name || message.u.username;
  const text = systemTexts[message.t ?? '']?.(message) ?? message.t ?? '';
  return (
    <MessageSystem data-mid={message._id} data-system={message.t}>
      <MessageSystemLeftContainer>
        <LetterAvatar name={name} size="x18" />
      </MessageSystemLeftContainer>
      <MessageSystemContainer>
        <MessageSystemBlock>
          <MessageNameContainer>
            <MessageSystemName>{name}</MessageSystemName>
          </MessageNameContainer>
          <MessageSystemBody title={text}>{text}</MessageSystemBody>
          <MessageSystemTimestamp>{timeOf(message.ts)}</MessageSystemTimestamp>
        </MessageSystemBlock>
        {message.attachments && (
          <MessageSystemBlock>
            <MessageContent message={{ ...message, msg: '' }} />
          </MessageSystemBlock>
        )}
      </MessageSystemContainer>
    </MessageSystem>
  );
}
