import {
  Message,
  MessageContainer,
  MessageHeader,
  MessageLeftContainer,
  MessageName,
  MessageNameContainer,
  MessageRole,
  MessageRoles,
  MessageTimestamp,
  MessageUsername,
} from '@rocket.chat/fuselage';
import { LetterAvatar } from '../page/LetterAvatar';
import { readBlocks } from '../uikit/readBlocks';
import { MessageSurface } from '../uikit/surfaces/MessageSurface';
import { galleryApp } from './galleryApp';

/** Messages with blocks, by a name. */
export function GalleryMessages({ messages }: { readonly messages: Readonly<Record<string, readonly object[]>> }) {
  return (
    <section aria-label="message" className="wb-gallery-messages">
      {Object.entries(messages).map(([name, fixture]) => (
        <Message key={name} data-fixture={name}>
          <MessageLeftContainer>
            <LetterAvatar name="Gallery" size="x36" />
          </MessageLeftContainer>
          <MessageContainer>
            <MessageHeader>
              <MessageNameContainer>
                <MessageName>Gallery</MessageName>&nbsp;<MessageUsername>@gallery.bot</MessageUsername>
              </MessageNameContainer>
              <MessageRoles>
                <MessageRole>Bot</MessageRole>
              </MessageRoles>
              <MessageTimestamp>{name}</MessageTimestamp>
            </MessageHeader>
            <MessageSurface
              rid="gallery-room"
              mid={`gallery-${name}`}
              blocks={readBlocks(fixture.map((block) => ({ appId: galleryApp.id, ...block }))) ?? []}
            />
          </MessageContainer>
        </Message>
      ))}
    </section>
  );
}
