/**
 * The short name of a JSON-RPC method of the sandbox: `bridges:getLivechatBridge:doCreateMessage` and
 * `accessor:getReader:getLivechatReader:getRoomById` become `livechat.createMessage` and `livechat.getRoomById`.
 *
 * Servers since 8.8 are asked for their bridges where older ones are asked for an accessor of another name: both get the
 * bridge's.
 */
export function readCallName(method: string): string {
  const parts = method.split(':');
  const last = parts.pop() ?? method;
  const owner = (parts.pop() ?? '')
    .replace(/^get/, '')
    .replace(/(Bridge|Reader|Creator|Updater|Modifier|Deleter)$/, '');
  const name = last
    .replace(/^do([A-Z])/, (_, first: string) => first.toLowerCase())
    .replace(/ByAssociation$/, 'ByAssociations')
    .replace(/WithAssociation$/, 'WithAssociations')
    .replace(/^getLivechat/, 'find');
  return `${owner.charAt(0).toLowerCase()}${owner.slice(1)}.${name}`;
}
