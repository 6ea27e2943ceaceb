import type { IAppAccessors } from '@rocket.chat/apps-engine/definition/accessors';
import { endpointPath } from '../../../src/handlers/entry/endpoints/endpointPath';

const accessors = {
  providedApiEndpoints: [
    { path: 'incoming', computedPath: '/api/apps/private/app-id/hash/incoming' },
    { path: 'get-sidebar-icon', computedPath: '/api/apps/public/app-id/get-sidebar-icon' },
  ],
} as IAppAccessors;

test('the path of an endpoint is the one that Rocket.Chat computed', () => {
  expect(endpointPath(accessors, 'incoming')).toBe('/api/apps/private/app-id/hash/incoming');
});

test('there is none before the registration', () => {
  expect(endpointPath({ ...accessors, providedApiEndpoints: [] }, 'incoming')).toBe('');
  expect(endpointPath(accessors, 'unknown')).toBe('');
});
