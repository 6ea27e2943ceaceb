import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Host } from '../Host';

/** Puts another text and other buttons into a card of the app's that stands in a room. */
export async function changeCard(
  host: Host,
  cardId: string,
  { text, blocks }: { text: string; blocks: LayoutBlock[] },
): Promise<void> {
  const appUser = await host.memory.appUser.get(host);
  const builder = await host.modify.getUpdater().message(cardId, appUser);
  builder.setText(text).setBlocks(blocks).setEditor(appUser);
  await host.modify.getUpdater().finish(builder);
}
