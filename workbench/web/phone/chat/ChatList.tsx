import { Fragment, useRef } from 'react';
import { isSameDay } from '../../state/format';
import { useStickToEnd } from '../../page/messages/useStickToEnd';
import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';
import { words } from '../../words';
import { useNow } from '../../workspace/useNow';
import { Bubble } from './Bubble';

const day = (timestamp: string, now: number): string =>
  isSameDay(timestamp, now) ? words.message.today : new Date(timestamp).toLocaleDateString('en', { dateStyle: 'long' });

/** The chat, always at its end unless one has scrolled up. */
export function ChatList({ messages }: { readonly messages: readonly PhoneMessage[] | undefined }) {
  const list = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  useStickToEnd(list, true);
  return (
    <div className="ph-chat" ref={list} tabIndex={0} role="log" aria-label={words.phone.chat}>
      <div className="ph-chat-list">
        {messages?.length === 0 && <p className="ph-chat-empty">{words.phone.empty}</p>}
        {messages?.map((shown, index) => {
          const before = messages[index - 1];
          return (
            <Fragment key={shown.wamid}>
              {!(before && isSameDay(before.timestamp, shown.timestamp)) && (
                <div className="ph-day">{day(shown.timestamp, now)}</div>
              )}
              <Bubble shown={shown} tail={before?.direction !== shown.direction} />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
