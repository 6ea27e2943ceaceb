import type { Host } from '../Host';
import { findByWamid } from '../records/entries';

/**
 * Changes the text of a message that stands in a room, in the app's name; that of a file is its caption.
 *
 * @param change from the text that stands there now
 * @returns whether the message was found
 */
export async function changeMessage(host: Host, wamid: string, change: (before: string) => string): Promise<boolean> {
  const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
  const messageId = link?.captionId ?? link?.messageId;
  if (!messageId) {
    return false;
  }
  const appUser = await host.memory.appUser.get(host);
  const builder = await host.modify.getUpdater().message(messageId, appUser);
  builder.setText(change(builder.getText())).setEditor(appUser);
  await host.modify.getUpdater().finish(builder);
  return true;
}
