import { MessageBody } from '@rocket.chat/fuselage';
import { Markdown } from '../markdown/Markdown';
import { markup } from './fixtures/markup';

/** Each piece of markup, as messages draw it. */
export function GalleryMarkup() {
  return (
    <section aria-label="markup" className="wb-gallery-messages">
      {Object.entries(markup).map(([name, source]) => (
        <div key={name} data-markup={name} className="rcx-message">
          <MessageBody>
            <Markdown source={source} emoticons />
          </MessageBody>
        </div>
      ))}
    </section>
  );
}
