import { Button, Throbber } from '@rocket.chat/fuselage';
import { Fragment, useCallback, useEffect, useRef } from 'react';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { loadOlder } from '../../workspace/actions/loadOlder';
import { openRoom } from '../../workspace/actions/openRoom';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { Problem } from '../Problem';
import { DayDivider } from './DayDivider';
import { isSameDay } from './isSameDay';
import { isSequential } from './isSequential';
import { MessageItem } from './MessageItem';
import { useOlderMessages } from './useOlderMessages';
import { useStickToEnd } from './useStickToEnd';
import './messages.css';

/** What was said in a room, oldest first, always at its end unless one has scrolled up. */
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
