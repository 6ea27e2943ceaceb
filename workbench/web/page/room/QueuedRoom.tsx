import { Box } from '@rocket.chat/fuselage';
import type { Inquiry } from '../../documents/Inquiry';
import { Markdown } from '../../markdown/Markdown';
import { RoomIcon } from '../sidebar/RoomIcon';
import { TakeBar } from './TakeBar';

/** A waiting conversation of which only the first words are known. */
export function QueuedRoom({ inquiry }: { readonly inquiry: Inquiry }) {
  return (
    <main className="wb-room" aria-label={inquiry.name}>
      <header className="wb-room-header">
        <RoomIcon type="l" source={inquiry.source} size={24} />
        <h1>{inquiry.name}</h1>
      </header>
      <Box flexGrow={1} padding={24}>
        <Markdown source={inquiry.message} emoticons />
      </Box>
      <TakeBar inquiry={inquiry} />
    </main>
  );
}
