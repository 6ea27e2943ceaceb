import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/AppInterface';

/** The handlers whose name does not follow from their interface's. */
const IRREGULAR: Record<string, AppInterface> = {
  executeBlockActionHandler: AppInterface.IUIKitInteractionHandler,
  executeViewSubmitHandler: AppInterface.IUIKitInteractionHandler,
  executeViewClosedHandler: AppInterface.IUIKitInteractionHandler,
  executeActionButtonHandler: AppInterface.IUIKitInteractionHandler,
  executeLivechatBlockActionHandler: AppInterface.IUIKitLivechatInteractionHandler,
  executeLivechatRoomCreatePrevent: AppInterface.IPreLivechatRoomCreatePrevent,
};

const KNOWN = new Set<string>(Object.values(AppInterface));

/** The interface through which Rocket.Chat calls a handler method, or undefined when the method is no handler. */
export function interfaceOfMethod(method: string): string | undefined {
  const irregular = IRREGULAR[method];
  if (irregular) return irregular;
  const name = `I${method.replace(/^(execute|check)/, '')}`;
  return /^(execute|check)[A-Z]/.test(method) && KNOWN.has(name) ? name : undefined;
}
