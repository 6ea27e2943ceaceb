import { Button, MessageDivider, Throbber } from '@rocket.chat/fuselage';
import { Fragment, useCallback, useEffect, useRef } from 'react';
import type { Room } from '../../documents/Room';
import { isSameDay } from '../../state/format';
import { words } from '../../words';
import { openRoom } from '../../workspace/actions/conversationActions';
import { loadOlder } from '../../workspace/actions/messageActions';
import { useNow } from '../../workspace/useNow';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { Problem } from '../Problem';
import { isSequential } from './messageFacts';
import { MessageItem } from './MessageItem';
import { useOlderMessages } from './useOlderMessages';
import { useStickToEnd } from './useStickToEnd';
import './messages.css';

/** The messages of a room, oldest first. The list stays at its end unless the user has scrolled up. */
export function MessageList({ room }: { readonly room: Room }) {
  const workspace = useWorkspace();
  const history = useWorkspaceState((state) => state.histories[room._id]);
  const wantedMid = useWorkspaceState((state) => state.wantedMid);
  const list = useRef<HTMLDivElement>(null);
  const messages = history?.messages ?? [];
  const me = useWorkspaceState((state) => state.me?._id);
  const last = messages.at(-1);
  useStickToEnd(list, wantedMid === undefined, last && { id: last._id, isOwn: last.u._id === me });
  const load = useCallback(() => loadOlder(workspace, room._id), [workspace, room._id]);
  const older = useOlderMessages(list, messages[0]?._id, history?.hasOlder ? load : undefined);

  useEffect(() => {
    if (wantedMid !== undefined && history?.state === 'ready') {
      list.current?.querySelector(`[data-mid="${CSS.escape(wantedMid)}"]`)?.scrollIntoView({ block: 'center' });
    }
  }, [wantedMid, history?.state]);

  return (
    <div className="wb-messages" ref={list} tabIndex={0} role="log" aria-label={words.room.messages} aria-live="polite">
      <div className="wb-messages-list">
        {history?.state === 'failed' && (
          <Problem title={words.room.failed} onRetry={() => void openRoom(workspace, room._id)} />
        )}
        {history?.state === 'loading' && <Throbber aria-label={words.room.loading} />}
        {history?.hasOlder && (
          <Button small className="wb-messages-older" loading={older.busy} onClick={older.loadOlder}>
            {words.room.older}
          </Button>
        )}
        {history?.state === 'ready' && messages.length === 0 && <p className="wb-messages-empty">{words.room.empty}</p>}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          return (
            <Fragment key={message._id}>
              {!(before && isSameDay(before.ts, message.ts)) && <DayDivider ts={message.ts} />}
              <MessageItem
                message={message}
                sequential={before !== undefined && isSequential(before, message)}
                wanted={wantedMid === message._id}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

const DAY_MS = 86_400_000;

/** The day between messages. */
function DayDivider({ ts }: { readonly ts: string }) {
  const now = useNow(60_000);
  const day = new Date(ts).toLocaleDateString('en', { dateStyle: 'long' });
  const name = isSameDay(ts, now) ? words.message.today : isSameDay(ts, now - DAY_MS) ? words.message.yesterday : day;
  return (
    <div role="separator" aria-label={name} className="wb-day">
      <MessageDivider>{name}</MessageDivider>
    </div>
  );
}
