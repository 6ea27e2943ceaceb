import type { JsonObject } from '../json/JsonObject';
import { textOf } from '../json/textOf';
import { showOnPhone } from '../phone/showOnPhone';
import type { Simulator } from '../Simulator';
import type { Reaction } from '../store/MessageRecord';

/** Puts a reaction on the message it is for, in place of the same side's earlier one; no emoji takes it away. */
export function applyReaction(simulator: Simulator, from: Reaction['from'], reaction: JsonObject): void {
  const target = simulator.store.messages.byWamid(textOf(reaction.message_id) ?? '');
  if (!target) return;
  const emoji = textOf(reaction.emoji) ?? '';
  const others = target.reactions.filter((known) => known.from !== from);
  const changed = { ...target, reactions: emoji === '' ? others : [...others, { from, emoji }] };
  simulator.store.messages.save(changed);
  showOnPhone(simulator, changed);
}
