import { MessageDivider } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { useNow } from '../../workspace/useNow';
import { isSameDay } from './isSameDay';

const DAY_MS = 86_400_000;

/** The day between messages. */
export function DayDivider({ ts }: { readonly ts: string }) {
  const now = useNow(60_000);
  const day = new Date(ts).toLocaleDateString('en', { dateStyle: 'long' });
  const name = isSameDay(ts, now) ? words.message.today : isSameDay(ts, now - DAY_MS) ? words.message.yesterday : day;
  return (
    <div role="separator" aria-label={name} className="wb-day">
      <MessageDivider>{name}</MessageDivider>
    </div>
  );
}
