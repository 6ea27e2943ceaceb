import {
  Message,
  MessageBody,
  MessageContainer,
  MessageHeader,
  MessageLeftContainer,
  MessageName,
  MessageNameContainer,
  MessageRole,
  MessageRoles,
  MessageTimestamp,
  MessageUsername,
  PaletteStyleTag,
} from '@rocket.chat/fuselage';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { KnownMentions } from '../markdown/Inlines';
import { Markdown } from '../markdown/Markdown';
import { LetterAvatar } from '../page/LetterAvatar';
import { isTheme } from '../theme/useTheme';
import { InteractionClient } from '../uikit/interactions/InteractionClient';
import { readView } from '../uikit/interactions/readServerAnswer';
import { readBlocks } from '../uikit/readBlocks';
import { BannerSurface } from '../uikit/surfaces/BannerSurface';
import { ContextualBarSurface } from '../uikit/surfaces/ContextualBarSurface';
import { MessageSurface } from '../uikit/surfaces/MessageSurface';
import { ModalSurface } from '../uikit/surfaces/ModalSurface';
import { SurfaceWorld } from '../uikit/surfaces/useSurfaceWorld';
import { picture } from './fixtures/elements';
import { placedBlocks } from './fixtures/formBlocks';
import { markup, markupMentions, messages } from './fixtures/messages';
import { views } from './fixtures/views';
import { galleryApp } from './galleryApp';
import './gallery.css';

const SUGGESTIONS = { users: ['agent1', 'agent2'], channels: ['general', 'support'] };

const opened = (view: object) => {
  const read = readView(view, galleryApp.id);
  return read ? { view: read, errors: {} } : undefined;
};

/**
 * Every block and element on every surface, with an app in the page that answers. `?surface=` shows one, `?theme=` dresses it,
 * `?blocks=placed` shows each element in each of its places.
 */
export function Gallery({ query }: { readonly query: URLSearchParams }) {
  const [sent, setSent] = useState<readonly object[]>([]);
  const world = useMemo(() => {
    const client = new InteractionClient({
      post: (_appId, body) => {
        setSent((before) => [...before, body]);
        return Promise.resolve(galleryApp.answer(body));
      },
      toast: () => undefined,
      surprise: () => undefined,
      currentRoom: () => 'gallery-room',
    });
    return {
      client,
      translate: () => undefined,
      iconUrl: () => picture,
      ghosts: query.get('ghosts') !== 'off',
      suggest: (kind: 'users' | 'channels', term: string) =>
        Promise.resolve(
          SUGGESTIONS[kind].filter((name) => name.includes(term)).map((name) => ({ value: name, label: name })),
        ),
    };
  }, [query]);
  const open = useStore(world.client.views);
  const shown = (surface: string) => (query.get('surface') ?? surface) === surface;
  const theme = query.get('theme');
  const placed = query.get('blocks') === 'placed';
  const of = (view: object, surface: string) => opened(placed ? { ...view, blocks: placedBlocks(surface) } : view);
  const modal = of(views.modal, 'modal');
  const bar = of(views.contextualBar, 'contextualBar');
  const banner = of(views.banner, 'banner');
  return (
    <SurfaceWorld value={world}>
      <PaletteStyleTag theme={isTheme(theme) ? theme : 'light'} tagId="gallery-palette" />
      <main className="wb-gallery">
        <h1 className="wb-heard">Gallery</h1>
        {shown('message') && <GalleryMessages messages={placed ? { placed: placedBlocks('message') } : messages} />}
        {shown('markup') && <GalleryMarkup />}
        {shown('modal') && modal && (
          <section aria-label="modal" className="wb-gallery-modal">
            <ModalSurface open={modal} inline />
          </section>
        )}
        {shown('contextualBar') && bar && (
          <section aria-label="contextualBar" className="wb-gallery-bar">
            <ContextualBarSurface open={bar} inline />
          </section>
        )}
        {shown('banner') && banner && (
          <section aria-label="banner">
            <BannerSurface open={banner} />
          </section>
        )}
      </main>
      <div id="modal-root" />
      {open.modal && <ModalSurface key={open.modal.view.id} open={open.modal} />}
      {open.contextualBar && (
        <div className="wb-gallery-open-bar">
          <ContextualBarSurface key={open.contextualBar.view.id} open={open.contextualBar} />
        </div>
      )}
      {/* What was sent, for those who drive the gallery. */}
      <script type="application/json" id="sent">
        {JSON.stringify(sent)}
      </script>
    </SurfaceWorld>
  );
}

/** Each piece of markup, as messages draw it. */
function GalleryMarkup() {
  return (
    <section aria-label="markup" className="wb-gallery-messages">
      {Object.entries(markup).map(([name, source]) => (
        <div key={name} data-markup={name} className="rcx-message">
          <MessageBody>
            <KnownMentions value={markupMentions}>
              <Markdown source={source} emoticons />
            </KnownMentions>
          </MessageBody>
        </div>
      ))}
    </section>
  );
}

/** Messages with blocks, by a name. */
function GalleryMessages({ messages }: { readonly messages: Readonly<Record<string, readonly object[]>> }) {
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
