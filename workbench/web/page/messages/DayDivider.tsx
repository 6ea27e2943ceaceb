import { MessageDivider } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { isSameDay } from './isSameDay';

const DAY_MS = 86_400_000;

/** The day between messages. */
export function DayDivider({ ts }: { readonly ts: string }) {
  const now = new Date();
  const yesterday = new Date(now.getTime() - DAY_MS);
  const day = new Date(ts).toLocaleDateString('en', { dateStyle: 'long' });
  const name = isSameDay(ts, now.toISOString())
    ? words.message.today
    : isSameDay(ts, yesterday.toISOString())
      ? words.message.yesterday
      : day;
  return (
    <div role="separator" aria-label={name} className="wb-day">
      <MessageDivider>{name}</MessageDivider>
    </div>
  );
}
