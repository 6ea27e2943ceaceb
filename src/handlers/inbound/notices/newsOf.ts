import type { Task } from '../webhook/Task';
import type { News } from './News';

/** The notice for the agents about an event. */
export function newsOf(
  { event, inbox }: { event: { wamid: string; timestamp: number | null }; inbox: Task['inbox'] },
  text: string,
): News {
  const { receivedAt, resumed } = inbox;
  return { text, wamid: event.wamid, at: event.timestamp ?? receivedAt, begunAt: resumed ? receivedAt : undefined };
}
