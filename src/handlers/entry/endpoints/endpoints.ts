import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { Host } from '../../core/Host';
import { receiveWebhook } from '../../inbound/webhook/receiveWebhook';
import { authSuccess } from './authSuccess';
import { getSidebarIcon } from './getSidebarIcon';
import { templateMessage } from './templateMessage';

/** The answer of an endpoint. */
export type EndpointHandler = (host: Host, request: IApiRequest) => Promise<IApiResponse>;

interface Endpoint {
  path: string;
  method: 'get' | 'post';
  /** Private ones have the installation's hash in their path. */
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
