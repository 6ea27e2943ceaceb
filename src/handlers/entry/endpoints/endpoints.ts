import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { Host } from '../../core/Host';
import { receiveWebhook } from '../../inbound/webhook/receiveWebhook';
import { authSuccess } from './authSuccess';
import { templateMessage } from './templateMessage';

/** Our own drawing: a speech bubble with a receiver, in the colour of the text so that it fits every theme. */
const ICON = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="currentColor">',
  '<path fill-rule="evenodd" clip-rule="evenodd" d="M10 2a8 8 0 0 0-6.93 12L2 18l4.1-1.03A8 8 0 1 0 10 2Zm0 1.5a6.5 ',
  '6.5 0 1 1-3.46 12l-.27-.17-2.17.54.57-2.1-.19-.3A6.5 6.5 0 0 1 10 3.5Z"/>',
  '<path d="M7.6 6.3c-.2-.4-.6-.4-.9-.2-.5.4-.9 1-.8 1.8.2 1.3 1 2.6 2.1 3.7 1.1 1.1 2.4 1.9 3.7 2.1.8.1 1.4-.3 ',
  '1.8-.8.2-.3.2-.7-.2-.9l-1.5-.9c-.3-.2-.6-.1-.8.1l-.5.6c-1-.4-1.9-1.3-2.3-2.3l.6-.5c.2-.2.3-.5.1-.8l-.9-1.5Z"/>',
  '</svg>',
].join('');

/**
 * The icon of WhatsApp conversations in Rocket.Chat's sidebar: raw SVG, which the client puts into its own page.
 * Rocket.Chat requests `get-sidebar-icon?icon=…` with the icon that the room's source names.
 */
export function getSidebarIcon(): Promise<IApiResponse> {
  return Promise.resolve({
    status: 200,
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
    content: ICON,
  });
}

/** The answer of an endpoint. */
type EndpointHandler = (host: Host, request: IApiRequest) => Promise<IApiResponse>;

interface Endpoint {
  path: string;
  method: 'get' | 'post';
  /** The paths of private endpoints contain the installation's hash. */
  visibility: 'private' | 'public';
  handle: EndpointHandler;
}

/** Every address of the app below `/api/apps/…`. */
export const endpoints: readonly Endpoint[] = [
  { path: 'incoming', method: 'post', visibility: 'private', handle: receiveWebhook },
  { path: 'templateMessage', method: 'post', visibility: 'private', handle: templateMessage },
  { path: 'authSuccess', method: 'get', visibility: 'private', handle: authSuccess },
  { path: 'get-sidebar-icon', method: 'get', visibility: 'public', handle: getSidebarIcon },
];
