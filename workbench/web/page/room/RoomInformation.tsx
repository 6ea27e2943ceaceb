import { IconButton } from '@rocket.chat/fuselage';
import { useId, useState } from 'react';
import type { Room } from '../../documents/Room';
import { outboundDialog } from '../../outbound/Draft';
import { clockTime } from '../../state/format';
import { words } from '../../words';

const { facts, information } = words.room;

/** Rocket.Chat's figures about who answered whom. They appear in reports and count for licences. */
function factsOf({ waitingResponse, responseBy, metrics, v, omnichannel }: Room): [string, string][] {
  const { total = 0, ft } = metrics?.response ?? {};
  const goneAt = omnichannel?.predictedVisitorAbandonmentAt;
  return [
    [facts.waiting, waitingResponse ? facts.yes : facts.no],
    [facts.responseBy, responseBy?.username ?? facts.nobody],
    [facts.firstResponse, ft === undefined ? facts.nobody : facts.seconds(ft)],
    [facts.answers, String(total)],
    [facts.active, v?.activity?.join(', ') || facts.no],
    ...(goneAt ? [[facts.abandoned, clockTime(Date.parse(goneAt))] satisfies [string, string]] : []),
  ];
}

/** A button that opens and closes the figures of a conversation. */
export function RoomInformation({ room }: { readonly room: Room }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <IconButton
        small
        icon="info-circled"
        title={information}
        aria-label={information}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && room.contactId !== undefined && (
        <IconButton
          small
          icon="send"
          title={words.outbound.open}
          aria-label={words.outbound.open}
          onClick={() => outboundDialog.setState({ contactId: room.contactId }, true)}
        />
      )}
      {isOpen && (
        <dl id={id} className="wb-room-facts">
          {factsOf(room).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
