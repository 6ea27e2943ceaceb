import type { Host } from '../Host';

/** Takes a failure card away: what it told is not true any more. Where that cannot be done the card stays. */
export async function withdrawCard(host: Host, cardId: string): Promise<void> {
  try {
    const card = await host.read.getMessageReader().getById(cardId);
    if (card) {
      await host.modify.getDeleter().deleteMessage(card, await host.memory.appUser.get(host));
    }
  } catch (error) {
    host.logger.warn('A card that is not true any more could not be taken away:', String(error));
  }
}
