/**
 * The short name of a JSON-RPC method of the sandbox: `bridges:getLivechatBridge:doCreateMessage` and
 * `accessor:getReader:getLivechatReader:getRoomById` become `livechat.createMessage` and `livechat.getRoomById`.
 */
export function readCallName(method: string): string {
  const parts = method.split(':');
  const last = parts.pop() ?? method;
  const owner = (parts.pop() ?? '')
    .replace(/^get/, '')
    .replace(/(Bridge|Reader|Creator|Updater|Modifier|Deleter)$/, '');
  const name = last.replace(/^do([A-Z])/, (_, first: string) => first.toLowerCase());
  return `${owner.charAt(0).toLowerCase()}${owner.slice(1)}.${name}`;
}
